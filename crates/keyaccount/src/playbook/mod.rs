//! The playbook: the policy that judges facts. It is data; the presets carry the domain texts' numbers.

mod calendar;
mod check;
mod coverage;
mod draft;
mod exchange;
mod forecast;
mod key_account;
mod lifecycle;
mod lifetime;
mod load;
mod loss_reason;
mod loyalty;
mod pipeline;
mod rfm;
mod satisfaction;
mod signals;
mod trajectory;
mod wallet;

pub use calendar::{Calendar, FiscalQuarter, Weekday};
pub use coverage::{CoverageGapKind, CoveragePolicy, RoleWeights};
pub use draft::{Playbook, PlaybookDraft, PlaybookError, PlaybookPreset};
pub use exchange::{DatedRate, ExchangePolicy, RateDate};
pub use forecast::{CoverageCap, ForecastPolicy};
pub use key_account::{AccountLevel, KeyAccountPolicy, TierGrid, TierRow};
pub use lifecycle::LifecyclePolicy;
pub use lifetime::LifetimePolicy;
pub use loss_reason::LossReason;
pub use loyalty::LoyaltyPolicy;
pub use pipeline::{CoverageLevel, EndMark, LabelPair, Pipeline, RoleRequirement, Stage, StagePhase};
#[cfg(test)]
pub(crate) use rfm::every_score;
pub use rfm::{RfmPolicy, RfmRule, RfmScore, RfmSegment, ScoreRange};
pub use satisfaction::SatisfactionPolicy;
pub use signals::SignalPolicy;
pub use trajectory::TrajectoryPolicy;
pub use wallet::WalletPolicy;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

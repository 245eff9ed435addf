//! The playbook: the policy that judges facts. It is data; the presets carry the domain texts' numbers.

mod calendar;
mod check;
mod coverage;
mod draft;
mod exchange;
mod forecast;
mod lifecycle;
mod lifetime;
mod load;
mod loss_reason;
mod loyalty;
mod pipeline;
mod signals;

pub use calendar::{Calendar, FiscalQuarter, Weekday};
pub use coverage::{CoverageGapKind, CoveragePolicy, RoleWeights};
pub use draft::{Playbook, PlaybookDraft, PlaybookError, PlaybookPreset};
pub use exchange::{DatedRate, ExchangePolicy, RateDate};
pub use forecast::{CoverageCap, ForecastPolicy};
pub use lifecycle::LifecyclePolicy;
pub use lifetime::LifetimePolicy;
pub use loss_reason::LossReason;
pub use loyalty::LoyaltyPolicy;
pub use pipeline::{CoverageLevel, EndMark, LabelPair, Pipeline, RoleRequirement, Stage, StagePhase};
pub use signals::SignalPolicy;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

//! The lifecycle: from the first order to the last, judged from the account's own rhythm. Source: `[KRM]`, `[OCD]`, D11.

mod confirm;
mod judge;
mod phase;
mod raw;
mod tell;
mod trend;
mod verdict;

pub use judge::judge_lifecycle;
pub use phase::{LifecyclePhase, RelationshipPhase};
pub use verdict::{LifecycleVerdict, PhaseCheck, PurchaseTrend, TrendDirection, TrendWindow};

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
mod tests;

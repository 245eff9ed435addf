//! The lifecycle: from the first order to the last, judged from the account's own rhythm. Source: `[KRM]`, `[OCD]`, D11.

mod confirm;
mod course;
mod history;
mod judge;
mod phase;
mod raw;
mod tell;
mod transitions;
mod trend;
mod verdict;

pub use history::lifecycle_history;
pub use judge::judge_lifecycle;
pub use phase::{LifecyclePhase, RelationshipPhase};
pub use transitions::{
    LifecycleTransitionsVerdict, PhaseColumn, PhaseFlow, PhaseLink, PhaseNode, PhaseShift, lifecycle_transitions,
};
pub use verdict::{
    LifecycleHistoryVerdict, LifecycleVerdict, PhaseCheck, PhaseDays, PhaseSpan, PurchaseTrend, TrendDirection,
    TrendWindow,
};

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
mod history_tests;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
mod tests;

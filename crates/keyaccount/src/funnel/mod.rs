//! The funnel: moves between stages, and what a history of them adds up to. Source: `[KRM]` D1, D3; `[CCA]` D2.

mod anomaly;
mod history;
mod machine;
mod replay;
mod rules;
mod state;
mod survival;
mod transition;

pub use anomaly::{Anomaly, AnomalyCode};
pub use history::{Conformance, HistoryVerdict, StageVisit, Stall, StatusSpell};
pub use replay::{replay_history, state_at};
pub use rules::{AllowedMove, Criterion, MoveKind, UnmetCriterion};
pub use state::{Loss, OpportunityState, OpportunityStatus, Parking, ProbabilitySource, WinProbability};
pub use transition::{TransitionOutcome, TransitionVerdict, apply_event};

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

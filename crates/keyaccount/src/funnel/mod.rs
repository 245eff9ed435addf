//! The funnel: moves between stages, and what a history of them adds up to. Source: `[KRM]` D1, D3; `[CCA]` D2.

mod anomaly;
mod machine;
mod replay;
mod rules;
mod state;
mod transition;

pub use anomaly::{Anomaly, AnomalyCode};
pub use replay::{Conformance, HistoryVerdict, StageVisit, Stall, replay_history};
pub use rules::{AllowedMove, Criterion, MoveKind, UnmetCriterion};
pub use state::{Loss, OpportunityState, OpportunityStatus, Parking, ProbabilitySource, WinProbability};
pub use transition::{TransitionOutcome, TransitionVerdict, apply_event};

#[cfg(test)]
mod tests;

//! The funnel: moves between stages, and what a history of them adds up to. Source: `[KRM]` D1, D3; `[CCA]` D2.

mod anomaly;
mod cohorts;
mod days;
mod history;
mod machine;
mod movement;
mod order;
mod plan;
mod replay;
mod rules;
mod state;
mod transition;

pub use anomaly::{Anomaly, AnomalyCode};
pub use cohorts::{Cohort, CohortAge, CohortShares, CohortsVerdict, opportunity_cohorts};
pub use history::{Conformance, HistoryVerdict, StageVisit, Stall, StatusSpell};
pub use movement::{
    CurrencyMovement, MovementKind, MovementLine, MovementLines, MovementStep, MovementVerdict, Period,
    ReportedMovement, StageMovement, UnknownAmounts, pipeline_movement,
};
pub use plan::{OverrideNeed, PlanVerdict, plan_event};
pub use replay::{replay_history, state_at};
pub use rules::{AllowedMove, Criterion, MoveKind, UnmetCriterion};
pub use state::{Loss, OpportunityState, OpportunityStatus, Parking, ProbabilitySource, WinProbability};
pub use transition::{TransitionOutcome, TransitionVerdict, apply_event};

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

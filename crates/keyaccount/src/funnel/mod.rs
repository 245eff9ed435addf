//! The funnel: moves between stages, and what a history of them adds up to. Source: `[KRM]` D1, D3; `[CCA]` D2.

mod analysis;
mod anomaly;
mod bottleneck;
mod cohorts;
mod columns;
mod conformity;
mod conversion;
mod criterion;
mod days;
mod history;
mod losses;
mod machine;
mod movement;
mod order;
mod performance;
mod plan;
mod replay;
mod rules;
mod state;
mod survival;
mod time_in_stage;
mod transition;

pub use analysis::{FunnelOptions, FunnelVerdict, PipelineAnalysis, StageAnalysis, analyse_funnel, analyse_histories};
pub use anomaly::{Anomaly, AnomalyCode};
pub use bottleneck::Bottlenecks;
pub use cohorts::{Cohort, CohortAge, CohortShares, CohortsVerdict, opportunity_cohorts};
pub use columns::{
    ForbiddenMoves, MoveConformance, MoveCount, MoveEnd, StageColumns, StageDays, StageMoveCounts, StageTotals,
    count_stage_moves, forbidden_stage_moves,
};
pub use conformity::{AnomalyCount, ConformanceSummary, TransitionCount};
pub use conversion::{Conversion, PipelineConversion, StageConversion, stage_conversion};
pub use criterion::{Criterion, UnmetCriterion};
pub use history::{Conformance, HistoryVerdict, StageVisit, Stall, StatusSpell};
pub use losses::LossGroup;
pub use movement::{
    CurrencyMovement, MovementKind, MovementLine, MovementLines, MovementStep, MovementVerdict, ReportedMovement,
    StageMovement, UnknownAmounts, pipeline_movement,
};
pub use performance::{
    CloseDateSlip, CycleLength, DurationSummary, StalledOpportunity, StatusCounts, ValueWinRate, Velocity, WinRate,
};
pub use plan::{OverrideNeed, PlanVerdict, plan_event};
pub use replay::{replay_history, state_at};
pub use rules::{AllowedMove, MoveKind};
pub use state::{Loss, OpportunityState, OpportunityStatus, Parking, ProbabilitySource, WinProbability};
pub use time_in_stage::{DayBasis, PipelineTimes, StageTime, time_in_stage};
pub use transition::{TransitionOutcome, TransitionVerdict, apply_event};

pub(crate) use conversion::{Course, End, LOST, REACHED, open_stages, win_tallies};
pub(crate) use survival::{Curve, DayTally};

#[cfg(test)]
mod analysis_tests;
#[cfg(test)]
mod anomaly_tests;
#[cfg(test)]
mod pipeline_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod revenue_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

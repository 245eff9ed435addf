//! How a project stands beside its committee: what is known of it, its gates, its tasks, its competitors, its plan, and
//! what has to be looked into. Source: `[CCA]`, D7 to D9; `[KRM]`, D34.

mod competitors;
mod compliance;
mod gate;
mod gates;
mod information;
mod place;
mod plan;
mod relationships;
mod tasks;

pub use competitors::{CompetitorStatus, list_competitors};
pub use compliance::{ComplianceFinding, ComplianceKind, compliance_findings};
pub use gate::{Gate, GateKind, GateState, GatesVerdict};
pub use gates::check_gates;
pub use information::{InformationStatus, SuccessFactorsOn, list_information};
pub use plan::{PlanGap, PlanGapKind, PlanStatus, check_plan};
pub use tasks::{TaskStatus, list_open_tasks};

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

//! Buying roles: how far a committee is covered, and what is missing. Source: `[KRM]`, D5.
//!
//! Roles are what people do in one purchase. Nothing here looks at a job title.

mod chain;
mod committee;
mod contact;
mod coverage;
mod diagnosis;
mod gap;
mod gaps;
mod index;
mod map;
mod moves;
mod project;
mod roles;
mod score;
mod support;
mod verdict;
mod view;

#[cfg(test)]
mod person_tests;
#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod rule_tests;
#[cfg(test)]
mod score_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use chain::{
    Approach, ApproachCause, Blocker, BlockerKind, BrokenLine, BrokenLineKind, ChainLink, ChainLinkKind, ChainVerdict,
    KeyPerson, NoPathCause, ReachPath, ReachStep, ReportingCircle, decision_chain,
};
pub use diagnosis::{
    DiagnosisStep, DiagnosisStepKind, DiagnosisVerdict, DirectionStatus, ProcurementPhase, StepState, WorkingDirection,
    diagnose_opportunity,
};
pub use gap::{CoverageGap, NextMove};
pub use index::CommitteeIndex;
pub use map::{CommitteeMap, MapContact, MapLink, MapMember, MapPerson, MapPoint, committee_map};
pub use moves::{MoveText, RankedMove};
pub use project::{
    CompetitorStatus, ComplianceFinding, ComplianceKind, Gate, GateKind, GateState, GatesVerdict, InformationStatus,
    PlanGap, PlanGapKind, PlanStatus, SuccessFactorsOn, TaskStatus, check_gates, check_plan, compliance_findings,
    list_competitors, list_information, list_open_tasks,
};
pub use score::{CoverageScore, RoleScore, ScoreCap};
pub use support::{
    SupportBase, SupportGroup, SupportMoveKind, SupportMover, SupportTrend, SupportVerdict, support_base,
};
pub use verdict::{CommitteePerson, ContactDepth, CoverageVerdict, RoleCoverage, VetoRisk};

use crate::facts::{AccountBook, OpportunityBook};
use crate::funnel::replay_history;
use crate::playbook::{Playbook, Stage};
use crate::values::Date;

/// Checks how far an opportunity's buying committee is covered on a day, against what its stage on that day asks for.
///
/// The stage follows from the opportunity's history; where it is unknown nothing is required, and only the gaps that
/// hold at every stage are found. Otherwise as [`check_committee`].
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, check_coverage};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-05-05", "change": {"type": "created", "stage": "comparison"}}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = check_coverage(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!(verdict.stage.unwrap().as_str(), "comparison");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn check_coverage(
    account: &AccountBook,
    opportunity: &OpportunityBook,
    playbook: &Playbook,
    as_of: Date,
) -> CoverageVerdict {
    let history = replay_history(opportunity, playbook, as_of);
    check_committee(account, opportunity, history.stage(playbook), playbook, as_of)
}

/// Checks how far an opportunity's buying committee is covered on a day, against what a stage asks for.
///
/// The committee is read as it stood on the day: seats and changes of people dated later are not used, people who
/// left cover nothing, what is unknown stays unknown. Contact with a person is any interaction of the account in
/// which they took part and their side spoke. Where `stage` is `None` nothing is required, and only the gaps that
/// hold at every stage are found.
///
/// To check many opportunities of an account, build one [`CommitteeIndex`] and use [`CommitteeIndex::check`].
///
/// Source: `[KRM]`, D5; stances from `[CCA]`, D6.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BuyingRole, CoverageGapKind, Playbook, Severity, VetoRisk, check_committee};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [
///         {"id": "np-director", "account": "north-plant"},
///         {"id": "np-engineer", "account": "north-plant"}
///     ],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director", "roles": ["economic_decision_maker"]},
///         {"opportunity": "press-line", "stakeholder": "np-engineer", "roles": ["technical_gatekeeper"],
///          "stance": "hostile"}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let comparison = &playbook.default_pipeline().stages[3];
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = check_committee(account, opportunity, Some(comparison), &playbook, "2026-05-30".parse()?);
///
/// assert_eq!(verdict.veto_risk, VetoRisk::Present);
/// let critical: Vec<_> =
///     verdict.gaps.iter().filter(|gap| gap.severity == Severity::Critical).map(|gap| gap.kind).collect();
/// assert_eq!(critical, [CoverageGapKind::HostileGatekeeper, CoverageGapKind::DecisionMakerNeverMet]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn check_committee(
    account: &AccountBook,
    opportunity: &OpportunityBook,
    stage: Option<&Stage>,
    playbook: &Playbook,
    as_of: Date,
) -> CoverageVerdict {
    CommitteeIndex::new(account, as_of).check(opportunity, stage, playbook)
}

//! From findings to steps.

use std::cmp::Reverse;

use super::verdict::{DiagnosisStep, DiagnosisStepKind, ProcurementPhase, StepState};
use crate::cute::{
    ChainVerdict, CompetitorStatus, CoverageGap, CoverageVerdict, GatesVerdict, PlanGap, PlanGapKind, PlanStatus,
    SupportVerdict,
};
use crate::facts::{AccountBook, OpportunityBook};
use crate::funnel::{OpportunityStatus, Stall};
use crate::playbook::CoverageGapKind;
use crate::values::Date;
use crate::verdict::{Reason, Severity};

/// What the steps follow from.
pub(super) struct Parts<'a> {
    pub(super) account: &'a AccountBook,
    pub(super) opportunity: &'a OpportunityBook,
    /// How the opportunity stands as a whole; none where nothing had happened yet.
    pub(super) status: Option<OpportunityStatus>,
    /// The day a parked opportunity is to be taken up again.
    pub(super) resume_on: Option<Date>,
    pub(super) phase: &'a ProcurementPhase,
    pub(super) stall: Option<&'a Stall>,
    pub(super) coverage: &'a CoverageVerdict,
    pub(super) support: &'a SupportVerdict,
    pub(super) chain: &'a ChainVerdict,
    pub(super) gates: &'a GatesVerdict,
    pub(super) competitors: &'a [CompetitorStatus],
    pub(super) plan: &'a PlanStatus,
}

/// One thing that a step finds.
pub(super) struct Finding {
    state: StepState,
    severity: Severity,
    reason: Reason,
}

impl Finding {
    pub(super) const fn stuck(severity: Severity, reason: Reason) -> Self {
        Self { state: StepState::Stuck, severity, reason }
    }

    pub(super) const fn open(severity: Severity, reason: Reason) -> Self {
        Self { state: StepState::Open, severity, reason }
    }

    pub(super) const fn unknown(severity: Severity, reason: Reason) -> Self {
        Self { state: StepState::Unknown, severity, reason }
    }

    /// A finding that is stuck from high severity on.
    fn weighed(severity: Severity, reason: Reason) -> Self {
        if severity >= Severity::High { Self::stuck(severity, reason) } else { Self::open(severity, reason) }
    }

    pub(super) fn of_gap(gap: &CoverageGap) -> Self {
        Self::weighed(gap.severity, gap.reason.clone())
    }

    pub(super) fn of_plan_gap(gap: &PlanGap) -> Self {
        Self::weighed(gap.severity, gap.reason.clone())
    }
}

impl Parts<'_> {
    /// The six steps, in their order.
    pub(super) fn steps(&self) -> Vec<DiagnosisStep> {
        DiagnosisStepKind::ALL.iter().map(|kind| self.step(*kind)).collect()
    }

    fn step(&self, kind: DiagnosisStepKind) -> DiagnosisStep {
        let (mut findings, clear) = match kind {
            DiagnosisStepKind::Organisation => (self.organisation(), "the people and their roles are known"),
            DiagnosisStepKind::DecisionChain => {
                (self.decision_chain(), "those who decide are known, reached and for us")
            }
            DiagnosisStepKind::ProcurementPhase => (self.procurement_phase(), "the purchase is where its stage says"),
            DiagnosisStepKind::Tasks => (self.tasks(), "tasks are open, and none is late"),
            DiagnosisStepKind::Competitors => (self.competitors(), "no competitor is ahead without an answer of ours"),
            DiagnosisStepKind::Breakthrough => {
                (self.breakthrough(), "there is a plan for this stage, with its resources")
            }
        };
        for finding in &mut findings {
            if finding.state == StepState::Stuck && self.is_decided() {
                finding.state = StepState::Open;
            }
        }
        findings.sort_by_key(|finding| (place(finding.state), Reverse(finding.severity)));
        let Some(first) = findings.first() else {
            let reason = match self.status.filter(|_| self.is_decided()) {
                Some(status) => Reason::new("decided", format!("the opportunity is {status}")),
                None => Reason::new("clear", clear),
            };
            return DiagnosisStep { step: kind, state: StepState::Clear, severity: None, reasons: vec![reason] };
        };
        DiagnosisStep {
            step: kind,
            state: first.state,
            severity: findings.iter().map(|finding| finding.severity).max(),
            reasons: findings.into_iter().map(|finding| finding.reason).collect(),
        }
    }

    /// Whether the opportunity is won or lost.
    pub(super) fn is_decided(&self) -> bool {
        self.status.is_some_and(|status| !status.is_open())
    }

    /// The gaps in coverage that belong to a step.
    pub(super) fn gaps(&self, step: DiagnosisStepKind) -> impl Iterator<Item = &CoverageGap> {
        self.coverage.gaps.iter().filter(move |gap| step_of_gap(gap) == step)
    }

    /// The gaps in the plan that belong to a step.
    pub(super) fn plan_gaps(&self, step: DiagnosisStepKind) -> impl Iterator<Item = &PlanGap> {
        self.plan.gaps.iter().filter(move |gap| step_of_plan_gap(gap.kind) == step)
    }
}

/// The order of states among the findings of a step, and so which of them the step has.
const fn place(state: StepState) -> u8 {
    match state {
        StepState::Stuck => 0,
        StepState::Open => 1,
        StepState::Unknown => 2,
        StepState::Clear => 3,
    }
}

fn step_of_gap(gap: &CoverageGap) -> DiagnosisStepKind {
    use CoverageGapKind as Kind;
    match gap.kind {
        Kind::CommitteeEmpty | Kind::RoleMissing | Kind::NoCoach | Kind::SeveralClaimFinalYes => {
            DiagnosisStepKind::Organisation
        }
        // Nobody is known to measure the proposals, or it is not known where somebody stands who does.
        Kind::UnknownGatekeeper if gap.stakeholders.is_empty() => DiagnosisStepKind::Organisation,
        Kind::UnknownGatekeeper
        | Kind::HostileGatekeeper
        | Kind::HostileDecisionMaker
        | Kind::DecisionMakerNeverMet
        | Kind::CoachOnlyInOurCompany
        | Kind::RoleNotContacted
        | Kind::ContactStale
        | Kind::StanceUnfavourable
        | Kind::StanceUnknown
        | Kind::RoleNotContributing
        | Kind::CoachInformsCompetitor
        | Kind::ChampionLeft
        | Kind::KeyPeopleUnfavourable
        | Kind::InfluenceWithUnknown
        | Kind::NoOpponentFound
        | Kind::SupportShrinking
        | Kind::SingleThread => DiagnosisStepKind::DecisionChain,
        Kind::StageAheadOfCoverage => DiagnosisStepKind::ProcurementPhase,
    }
}

const fn step_of_plan_gap(kind: PlanGapKind) -> DiagnosisStepKind {
    match kind {
        PlanGapKind::NoOpenTask
        | PlanGapKind::TaskWithoutOwner
        | PlanGapKind::TaskWithoutDate
        | PlanGapKind::TaskOverdue => DiagnosisStepKind::Tasks,
        PlanGapKind::CompetitorWithoutStrategy => DiagnosisStepKind::Competitors,
        PlanGapKind::NoPlan
        | PlanGapKind::PlanOfAnotherStage
        | PlanGapKind::NoGoal
        | PlanGapKind::NoInternalResources
        | PlanGapKind::NoExternalResources
        | PlanGapKind::CriticalGapUnaddressed => DiagnosisStepKind::Breakthrough,
    }
}

//! The six-step diagnosis of an opportunity: where is it stuck. Source: `[CCA]`, D9; when a step is stuck is ours.
//!
//! Each step is a function of parts that stand in the verdict beside it. A finding of high or critical severity makes
//! its step stuck and a lower one leaves it open, unless the table says otherwise. A step is stuck where any finding
//! says so, else open, else not known, else clear.
//!
//! | step | parts | findings |
//! |---|---|---|
//! | organisation | coverage | gaps: committee not known, role missing, no coach, gatekeeper nobody knows, several claim the final yes |
//! | | coverage, support | open: people without a role; people without an influence |
//! | | chain | open: reporting lines in circles, broken lines; not known: of several people no line at all |
//! | decision chain | coverage | gaps: hostile people, contact, stances, contributions, coaches, champions, support, single thread |
//! | | chain | stuck: no way to a decision maker whom we need; open: somebody bars the way to one |
//! | | coverage | not known: nobody is there |
//! | procurement phase | phase | stuck: stalled; open: parked, end mark not met; not known: stage not known |
//! | | coverage | gap: stage ahead of coverage |
//! | tasks | tasks, plan | stuck: overdue, or all done and nothing follows; not known: no task was ever recorded |
//! | | plan | open: task without owner, without date |
//! | competitors | competitors, plan | stuck: ahead without a strategy; open: ahead with one, others without one |
//! | | competitors, gates | not known: standing not known; nobody recorded, unless it is confirmed that there is nobody |
//! | breakthrough | plan | gaps: no plan, plan of another stage, without goal or resources, critical gap not addressed |
//!
//! Once an opportunity is won or lost nothing is stuck any more: what would have been is open.

mod directions;
mod people;
mod project;
mod steps;
mod verdict;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

pub use verdict::{
    DiagnosisStep, DiagnosisStepKind, DiagnosisVerdict, DirectionStatus, ProcurementPhase, StepState, WorkingDirection,
};

use std::collections::{BTreeMap, BTreeSet};

use self::directions::directions;
use self::steps::Parts;
use super::moves::{MoveSources, next_moves};
use super::{
    CommitteeIndex, ComplianceFinding, ComplianceKind, compliance_findings, list_competitors, list_open_tasks,
};
use crate::facts::{AccountBook, BuyingRole, OpportunityBook};
use crate::funnel::{HistoryVerdict, OpportunityStatus, replay_history};
use crate::playbook::Playbook;
use crate::values::{Date, StakeholderId};

/// Diagnoses an opportunity on a day in six steps: where it is stuck, why, and what to do next.
///
/// The steps are organisation, decision chain, procurement phase, tasks, competitors, and breakthrough plan; each
/// follows from parts that the verdict carries: coverage, support base, decision chain, gates, tasks, competitors,
/// plan. What is not recorded leaves a step unknown rather than clear or stuck. The next moves are ranked by severity,
/// role, influence and the way to the person, and come in words for a salesperson.
///
/// To diagnose many opportunities of an account, build one [`CommitteeIndex`] and use [`CommitteeIndex::diagnose`].
///
/// Source: `[CCA]`, D9.
///
/// # Examples
/// ```
/// use keyaccount::{Book, DiagnosisStepKind, NextMove, Playbook, diagnose_opportunity};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-05-05", "change": {"type": "created", "stage": "comparison"}}
///     ],
///     "stakeholders": [
///         {"id": "np-director", "account": "north-plant", "name": "Anna Example"},
///         {"id": "np-engineer", "account": "north-plant", "name": "Ben Example", "reports_to": "np-director"}
///     ],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director", "roles": ["economic_decision_maker"]},
///         {"opportunity": "press-line", "stakeholder": "np-engineer", "roles": ["technical_gatekeeper", "coach"],
///          "stance": "hostile", "non_supporter": "sceptic"}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = diagnose_opportunity(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!(verdict.stuck_at, Some(DiagnosisStepKind::DecisionChain));
/// let veto = verdict.next_moves.iter().find(|ranked| ranked.next_move == NextMove::AnswerObjections).unwrap();
/// assert!(veto.text.en.contains("Ben Example") && veto.text.en.contains("references"), "a sceptic gets evidence");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn diagnose_opportunity(
    account: &AccountBook,
    opportunity: &OpportunityBook,
    playbook: &Playbook,
    as_of: Date,
) -> DiagnosisVerdict {
    CommitteeIndex::new(account, as_of).diagnose(opportunity, playbook)
}

impl CommitteeIndex<'_> {
    /// Diagnoses an opportunity, as [`diagnose_opportunity`] does, on the account and the day of the index.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, CommitteeIndex, Playbook, diagnose_opportunity};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
    /// }"#)?;
    /// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let (playbook, as_of) = (Playbook::six_stage(), "2026-05-30".parse()?);
    /// let verdict = CommitteeIndex::new(account, as_of).diagnose(opportunity, &playbook);
    /// assert_eq!(verdict, diagnose_opportunity(account, opportunity, &playbook, as_of));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn diagnose(&self, opportunity: &OpportunityBook, playbook: &Playbook) -> DiagnosisVerdict {
        let (account, as_of) = (self.account, self.as_of);
        let history = replay_history(opportunity, playbook, as_of);
        let status = history.state.as_ref().map(|state| state.status);
        let coverage = self.check(opportunity, history.stage(playbook), playbook);
        let is_decision_maker = |role: &&super::RoleCoverage| role.role == BuyingRole::EconomicDecisionMaker;
        let decision_makers: Vec<StakeholderId> =
            coverage.roles.iter().filter(is_decision_maker).flat_map(|role| role.holders.clone()).collect();
        let support = self.support_base(opportunity, playbook, None);
        let chain = self.decision_chain(opportunity, playbook, &decision_makers);
        let gates = self.check_gates(opportunity, playbook);
        let plan = self.check_plan(opportunity, playbook);
        let tasks = list_open_tasks(account, opportunity, as_of);
        let competitors = list_competitors(opportunity, as_of);
        let phase = phase(&history, playbook);
        let steps = Parts {
            account,
            opportunity,
            status,
            resume_on: history.state.as_ref().and_then(|state| state.parking.as_ref()?.resume_on),
            phase: &phase,
            stall: history.stall.as_ref(),
            coverage: &coverage,
            support: &support,
            chain: &chain,
            gates: &gates,
            competitors: &competitors,
            plan: &plan,
        }
        .steps();
        let stuck_at = steps.iter().find(|step| step.state == StepState::Stuck).map(|step| step.step);
        let people: BTreeSet<&StakeholderId> = coverage.people.iter().map(|person| &person.stakeholder).collect();
        let concerns = |finding: &ComplianceFinding| match (&finding.opportunity, &finding.stakeholder) {
            (Some(named), _) if *named == opportunity.opportunity.id => true,
            // What moves a person, and is recorded for no opportunity, holds in every one, with a seat or without.
            (None, _) if finding.kind == ComplianceKind::InducementDriver => true,
            (_, Some(person)) => people.contains(person),
            (named, None) => named.is_none(),
        };
        let mut compliance = compliance_findings(account, as_of);
        compliance.retain(concerns);
        let names: BTreeMap<&StakeholderId, &str> = account
            .stakeholders
            .iter()
            .filter_map(|person| Some((&person.id, person.name.as_ref()?.as_str())))
            .collect();
        let (next_moves, more_moves) = if status == Some(OpportunityStatus::Lost) {
            (Vec::new(), 0)
        } else {
            next_moves(&MoveSources {
                gaps: &coverage.gaps,
                people: &coverage.people,
                approaches: &chain.approaches,
                compliance: &compliance,
                weights: &playbook.draft().coverage.role_weights,
                names: &names,
            })
        };
        DiagnosisVerdict {
            as_of,
            playbook: playbook.fingerprint().to_owned(),
            account: account.account.id.clone(),
            opportunity: opportunity.opportunity.id.clone(),
            steps,
            stuck_at,
            directions: directions(&coverage, &chain, &decision_makers),
            phase,
            coverage,
            support,
            chain,
            gates,
            tasks,
            competitors,
            plan,
            compliance,
            next_moves,
            more_moves,
        }
    }
}

fn phase(history: &HistoryVerdict, playbook: &Playbook) -> ProcurementPhase {
    let state = history.state.as_ref();
    let stage = history.stage(playbook);
    let end_mark = stage.and_then(|stage| stage.end_mark.as_ref());
    let is_met = |id: &crate::values::StageId| state.is_some_and(|state| state.end_marks_met.contains(id));
    ProcurementPhase {
        stage: stage.map(|stage| stage.id.clone()),
        entered_on: state.map(|state| state.entered_stage_on),
        days_in_stage: state.and_then(|state| u32::try_from(state.days_in_stage).ok()),
        is_stalled: history.stall.as_ref().map(|stall| stall.stalled),
        end_mark: end_mark.map(|mark| mark.label.clone()),
        is_end_mark_met: stage.filter(|stage| stage.end_mark.is_some()).map(|stage| is_met(&stage.id)),
        activity: stage.and_then(|stage| stage.activity.clone()),
    }
}

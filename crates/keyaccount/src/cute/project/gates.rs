//! The rules of the three gates. Source: `[CCA]`, D7, D8; what exactly passes a gate, and the severities, are ours.

use super::gate::{Gate, GateKind, GateState, GatesVerdict};
use super::information::{InformationStatus, list_information};
use super::place::Place;
use super::relationships::relationships_gate;
use crate::cute::{CommitteeIndex, CommitteePerson, CoverageVerdict, SupportVerdict};
use crate::facts::{
    AccountBook, BuyingRole, FactKind, FactReference, InformationPoint, InformationState, OpportunityBook,
};
use crate::playbook::{CoverageLevel, Playbook};
use crate::values::{Date, Language};
use crate::verdict::{Comparison, Reason, Severity, Unit};

/// The points that have to be confirmed: on them the way to the decision rests.
const CONFIRMED: [InformationPoint; 3] =
    [InformationPoint::ProcurementProcess, InformationPoint::DecisionStructure, InformationPoint::Needs];

/// Checks how a project stands at the three gates on a day: whether it is known, carried by people, and met at the top.
///
/// A gate is passed only where the facts say so: what is not known never passes one. All three passed, the project is
/// safe.
///
/// - **Information**: all nine points are known at least in part, none is stale, and decision structure, procurement
///   process and needs are confirmed. Where no point has a record at all, it is not known whether the gate is passed.
/// - **Relationships**: of everybody in the committee (our own people aside) it is known how much their word counts,
///   there are key people (of at least the playbook's `key_influence`) and it is known where each stands, people for us
///   hold more than half of the known influence, the support base did not shrink over the playbook's
///   `support_trend_days`, and nobody who can say no is hostile, nor a technical gatekeeper unknown: a veto is a veto.
/// - **Decision maker**: everybody who says the final yes was met. Where several claim it and only some were met, it is
///   not known whether the one whose word is final was.
///
/// | gate | severity where it is not passed, or not known |
/// |---|---|
/// | information | high from the last open stage on, else medium |
/// | relationships | the same; against a veto as for the decision maker, at least high |
/// | decision maker | critical from the last open stage on or once the stage asks for contact, high where it asks less, else medium |
///
/// Never having met the top decision maker before the end is the most dangerous state there is.
///
/// # Examples
/// ```
/// use keyaccount::{Book, GateKind, GateState, Playbook, Severity, check_gates};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-05-05", "change": {"type": "created", "stage": "commitment"}}
///     ],
///     "stakeholders": [{"id": "np-director", "account": "north-plant"}],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director", "roles": ["economic_decision_maker"]}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = check_gates(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// let top = &verdict.gates[2];
/// assert_eq!((top.gate, top.state), (GateKind::DecisionMaker, GateState::NotPassed));
/// assert_eq!(top.severity, Some(Severity::Critical), "never met, and the next step is the signature");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn check_gates(
    account: &AccountBook,
    opportunity: &OpportunityBook,
    playbook: &Playbook,
    as_of: Date,
) -> GatesVerdict {
    CommitteeIndex::new(account, as_of).check_gates(opportunity, playbook)
}

impl CommitteeIndex<'_> {
    /// Checks how a project stands at the three gates, as [`check_gates`] does, on the account and the day of the index.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, CommitteeIndex, Playbook, check_gates};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
    /// }"#)?;
    /// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let (playbook, as_of) = (Playbook::six_stage(), "2026-05-30".parse()?);
    /// let verdict = CommitteeIndex::new(account, as_of).check_gates(opportunity, &playbook);
    /// assert_eq!(verdict, check_gates(account, opportunity, &playbook, as_of));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn check_gates(&self, opportunity: &OpportunityBook, playbook: &Playbook) -> GatesVerdict {
        let place = Place::of(opportunity, playbook, self.as_of);
        let coverage = self.check(opportunity, place.stage, playbook);
        let support = self.support_base(opportunity, playbook, None);
        judge_gates(opportunity, playbook, &place, &coverage, &support)
    }
}

/// Judges the gates, with the coverage of the committee and its support base known already.
pub(in crate::cute) fn judge_gates(
    opportunity: &OpportunityBook,
    playbook: &Playbook,
    place: &Place<'_>,
    coverage: &CoverageVerdict,
    support: &SupportVerdict,
) -> GatesVerdict {
    let information = list_information(opportunity, playbook, coverage.as_of);
    let gates = vec![
        information_gate(opportunity, &information, place),
        relationships_gate(place, coverage, support, &playbook.draft().coverage),
        decision_maker_gate(opportunity, place, coverage),
    ];
    GatesVerdict {
        as_of: coverage.as_of,
        playbook: coverage.playbook.clone(),
        account: coverage.account.clone(),
        opportunity: coverage.opportunity.clone(),
        stage: coverage.stage.clone(),
        is_safe: gates.iter().all(|gate| gate.state == GateState::Passed),
        gates,
        information,
    }
}

/// One thing that a gate asks, and what the facts say to it.
pub(super) struct Condition {
    state: GateState,
    severity: Severity,
    reason: Reason,
}

impl Condition {
    pub(super) const fn passed(reason: Reason) -> Self {
        Self { state: GateState::Passed, severity: Severity::Low, reason }
    }

    pub(super) const fn not_passed(severity: Severity, reason: Reason) -> Self {
        Self { state: GateState::NotPassed, severity, reason }
    }

    pub(super) const fn unknown(severity: Severity, reason: Reason) -> Self {
        Self { state: GateState::Unknown, severity, reason }
    }
}

/// A gate is passed where all that it asks is; what is not passed weighs more than what is not known.
pub(super) fn gate(gate: GateKind, conditions: Vec<Condition>) -> Gate {
    let has = |state: GateState| conditions.iter().any(|condition| condition.state == state);
    let state = match (has(GateState::NotPassed), has(GateState::Unknown)) {
        (true, _) => GateState::NotPassed,
        (false, true) => GateState::Unknown,
        (false, false) => GateState::Passed,
    };
    let short = || conditions.iter().filter(|condition| condition.state != GateState::Passed);
    let severity = short().map(|condition| condition.severity).max();
    let order = match state {
        GateState::Passed => &[GateState::Passed][..],
        _ => &[GateState::NotPassed, GateState::Unknown][..],
    };
    let reasons = order.iter().flat_map(|state| {
        conditions.iter().filter(move |condition| condition.state == *state).map(|condition| condition.reason.clone())
    });
    Gate { gate, state, severity, reasons: reasons.collect() }
}

pub(super) const fn severity_at(place: &Place<'_>) -> Severity {
    if place.is_at_end { Severity::High } else { Severity::Medium }
}

fn information_gate(opportunity: &OpportunityBook, information: &[InformationStatus], place: &Place<'_>) -> Gate {
    let severity = severity_at(place);
    let total = information.len();
    if information.iter().all(|status| status.on.is_none()) {
        let reason = Reason::new("information_not_recorded", "nothing is recorded of the nine information points")
            .comparing(Comparison::new("points_recorded", 0, Unit::Count).against(total))
            .citing([FactReference::new(FactKind::Opportunity, &opportunity.opportunity.id)]);
        return gate(GateKind::Information, vec![Condition::unknown(severity, reason)]);
    }
    let short = |rule: &'static str, what: &str, which: &dyn Fn(&InformationStatus) -> bool| {
        let points: Vec<&InformationStatus> = information.iter().filter(|status| which(status)).collect();
        if points.is_empty() {
            return None;
        }
        let names: Vec<&str> = points.iter().map(|status| status.point.label(Language::En)).collect();
        let reason = Reason::new(rule, format!("{what}: {}", names.join("; ")))
            .comparing(Comparison::new("points", points.len(), Unit::Count).against(0))
            .citing(points.iter().filter_map(|status| status.reference(opportunity)));
        Some(Condition::not_passed(severity, reason))
    };
    let is_unknown = |status: &InformationStatus| status.state == InformationState::Unknown;
    let is_to_confirm =
        |status: &InformationStatus| status.state == InformationState::Partial && CONFIRMED.contains(&status.point);
    let mut conditions: Vec<Condition> = [
        short("information_unknown", "not known", &is_unknown),
        short("information_not_confirmed", "known in part, and to be confirmed", &is_to_confirm),
        short("information_stale", "known for too long", &|status| status.is_stale),
    ]
    .into_iter()
    .flatten()
    .collect();
    if conditions.is_empty() {
        let known = information.iter().filter(|status| status.counts()).count();
        let reason = Reason::new("information_known", "all nine information points are known")
            .comparing(Comparison::new("points_known", known, Unit::Count).against(total))
            .citing(information.iter().filter_map(|status| status.reference(opportunity)));
        conditions.push(Condition::passed(reason));
    }
    gate(GateKind::Information, conditions)
}

/// How much it matters that somebody who decides was not met.
pub(super) fn decision_severity(place: &Place<'_>, required: Option<CoverageLevel>) -> Severity {
    match required {
        Some(level) if place.is_at_end || level >= CoverageLevel::Contacted => Severity::Critical,
        None if place.is_at_end => Severity::Critical,
        Some(_) => Severity::High,
        None => Severity::Medium,
    }
}

fn decision_maker_gate(opportunity: &OpportunityBook, place: &Place<'_>, coverage: &CoverageVerdict) -> Gate {
    let role = BuyingRole::EconomicDecisionMaker;
    let severity = decision_severity(place, required(coverage, role));
    let people = holders(coverage, role);
    let met: Vec<&CommitteePerson> = people.iter().copied().filter(|person| person.last_met.is_some()).collect();
    let compared = Comparison::new("decision_makers_met", met.len(), Unit::Count).against(people.len().max(1));
    let ending = if place.is_at_end { ", and the end is near" } else { "" };
    let condition = match (people.len(), met.len()) {
        (0, _) => {
            let message = format!("nobody is known to say the final yes{ending}");
            let reason = Reason::new("decision_maker_unknown", message)
                .citing([FactReference::new(FactKind::Opportunity, &opportunity.opportunity.id)]);
            Condition::unknown(severity, reason)
        }
        (_, 0) => {
            let message = format!("no meeting with the decision maker is recorded{ending}");
            Condition::not_passed(severity, Reason::new("decision_maker_never_met", message))
        }
        (all, some) if some < all => {
            let message = format!("{all} people claim the final yes, and {some} of them were met");
            Condition::unknown(severity, Reason::new("decision_maker_not_certain", message))
        }
        _ => {
            let last = met.iter().filter_map(|person| person.last_met).max();
            let reason = Reason::new("decision_maker_met", "the decision maker was met");
            Condition::passed(match last {
                Some(day) => reason.comparing(Comparison::new("last_met", day, Unit::Date)),
                None => reason,
            })
        }
    };
    let cited = people.iter().map(|person| FactReference::new(FactKind::Stakeholder, &person.stakeholder));
    let reason = condition.reason.comparing(compared).citing(cited);
    gate(GateKind::DecisionMaker, vec![Condition { reason, ..condition }])
}

pub(super) fn required(coverage: &CoverageVerdict, role: BuyingRole) -> Option<CoverageLevel> {
    coverage.roles.iter().find(|coverage| coverage.role == role).and_then(|coverage| coverage.required)
}

/// Who plays a role and has not left.
pub(super) fn holders(coverage: &CoverageVerdict, role: BuyingRole) -> Vec<&CommitteePerson> {
    coverage.people.iter().filter(|person| person.left_on.is_none() && person.roles.contains(&role)).collect()
}

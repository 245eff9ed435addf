//! The relationships gate: key people found and scored, enough of them for us, and nobody who can say no against us.
//! Source: `[CCA]`, D7; what exactly passes it is ours.

use super::gate::{Gate, GateKind};
use super::gates::{Condition, decision_severity, gate, holders, required, severity_at};
use super::place::Place;
use crate::cute::{CommitteePerson, CoverageVerdict, SupportBase, SupportTrend, SupportVerdict, VetoRisk};
use crate::facts::{BuyingRole, CoachPosition, FactKind, FactReference, Stance};
use crate::playbook::CoveragePolicy;
use crate::values::Quantity;
use crate::verdict::{Comparison, Reason, Severity, Unit};

pub(super) fn relationships_gate(
    place: &Place<'_>,
    coverage: &CoverageVerdict,
    support: &SupportVerdict,
    policy: &CoveragePolicy,
) -> Gate {
    let severity = severity_at(place);
    // Who counts for the support base: of the customer or outside both, and there.
    let counts = |person: &&CommitteePerson| {
        person.left_on.is_none() && person.coach_position != Some(CoachPosition::OurCompany)
    };
    let people: Vec<&CommitteePerson> = coverage.people.iter().filter(counts).collect();
    let mut conditions = vec![veto(place, coverage)];
    if people.is_empty() {
        let reason = Reason::new("nobody_known", "nobody of the committee is known")
            .comparing(Comparison::new("people", 0, Unit::Count).against(1))
            .citing([FactReference::new(FactKind::Opportunity, &coverage.opportunity)]);
        conditions.push(Condition::unknown(severity, reason));
    } else {
        conditions.push(scored(severity, &people));
        conditions.push(key_people(severity, &people, policy));
        conditions.push(majority(severity, &support.base));
        conditions.push(trend(severity, support));
    }
    gate(GateKind::Relationships, conditions)
}

/// Whether it is known of everybody how much their word counts, and so who the key people are.
fn scored(severity: Severity, people: &[&CommitteePerson]) -> Condition {
    let open: Vec<&CommitteePerson> = people.iter().copied().filter(|person| person.influence.is_none()).collect();
    let compared = Comparison::new("people_without_influence", open.len(), Unit::Count).against(0);
    if open.is_empty() {
        let message = "it is known how much everybody's word counts";
        return Condition::passed(Reason::new("people_scored", message).comparing(compared));
    }
    let message = format!("of {} people of {} it is not known how much their word counts", open.len(), people.len());
    Condition::unknown(severity, Reason::new("people_not_scored", message).comparing(compared).citing(cited(&open)))
}

/// Whether key people are known, and where each of them stands.
fn key_people(severity: Severity, people: &[&CommitteePerson], policy: &CoveragePolicy) -> Condition {
    let is_key =
        |person: &&CommitteePerson| person.influence.is_some_and(|influence| influence >= policy.key_influence);
    let key: Vec<&CommitteePerson> = people.iter().copied().filter(is_key).collect();
    let open: Vec<&CommitteePerson> = key.iter().copied().filter(|person| person.stance.is_none()).collect();
    let found = Comparison::new("key_people", key.len(), Unit::Count).against(1);
    let compared = Comparison::new("key_people_of_unknown_stance", open.len(), Unit::Count).against(0);
    if key.is_empty() {
        let message = format!("nobody is known whose influence is {} or more", policy.key_influence);
        return Condition::unknown(severity, Reason::new("no_key_person_known", message).comparing(found));
    }
    if open.is_empty() {
        let reason = Reason::new("key_people_known", "it is known where every key person stands");
        return Condition::passed(reason.comparing(found).comparing(compared).citing(cited(&key)));
    }
    let message = format!("it is not known where {} of {} key people stand", open.len(), key.len());
    let reason = Reason::new("key_people_unknown", message).comparing(found).comparing(compared).citing(cited(&open));
    Condition::unknown(severity, reason)
}

/// Whether people for us hold more than half of the known influence. Where those of unknown stance could still make it
/// so, it is not known.
fn majority(severity: Severity, base: &SupportBase) -> Condition {
    let sum = |groups: &[Quantity]| {
        let mut groups = groups.iter().map(|group| group.value());
        groups.try_fold(rust_decimal::Decimal::ZERO, |sum, part| sum.checked_add(part)).unwrap_or_default()
    };
    let (for_us, unknown) = (base.for_us.influence, base.unknown.influence);
    let others = [base.neutral.influence, base.against.influence];
    let compared = match base.for_us.share_of_influence {
        Some(share) => Comparison::new("share_of_influence_for_us", share, Unit::Share),
        None => Comparison::unknown("share_of_influence_for_us", Unit::Share),
    };
    let compared = compared.against("0.5");
    let stakeholders = base.for_us.stakeholders.iter();
    let told = |rule: &'static str, message: &str| {
        let facts = stakeholders.clone().map(|person| FactReference::new(FactKind::Stakeholder, person));
        Reason::new(rule, message).comparing(compared.clone()).citing(facts)
    };
    if base.for_us.share_of_influence.is_none() {
        Condition::unknown(severity, told("influence_unknown", "nobody's influence is known"))
    } else if sum(&[for_us]) > sum(&[unknown, others[0], others[1]]) {
        Condition::passed(told("majority_for_us", "people for us hold more than half of the known influence"))
    } else if sum(&[for_us, unknown]) > sum(&others) {
        let message = "people for us hold no more than half of the known influence, and with some it is not known where they stand";
        Condition::unknown(severity, told("majority_unknown", message))
    } else {
        Condition::not_passed(
            severity,
            told("no_majority_for_us", "people for us hold no more than half of the known influence"),
        )
    }
}

/// Whether the support base does not shrink.
fn trend(severity: Severity, support: &SupportVerdict) -> Condition {
    let since = support.since;
    let change = match &support.change {
        Some(change) => Comparison::new("change_of_share", change, Unit::Share),
        None => Comparison::unknown("change_of_share", Unit::Share),
    };
    let told = |rule: &'static str, message: String| {
        Reason::new(rule, message).comparing(change.clone()).citing(support.reason.facts.iter().cloned())
    };
    match support.trend {
        SupportTrend::Growing => Condition::passed(told("support_growing", format!("support has grown since {since}"))),
        SupportTrend::Steady => Condition::passed(told("support_steady", format!("support is steady since {since}"))),
        SupportTrend::Shrinking => {
            Condition::not_passed(severity, told("support_shrinking", format!("support has shrunk since {since}")))
        }
        SupportTrend::Unknown => {
            let message = format!("it is not known how support has changed since {since}");
            Condition::unknown(severity, told("support_trend_unknown", message))
        }
    }
}

fn cited(people: &[&CommitteePerson]) -> impl Iterator<Item = FactReference> {
    people.iter().map(|person| FactReference::new(FactKind::Stakeholder, &person.stakeholder))
}

/// Whether somebody who can say no is against us, or may be.
fn veto(place: &Place<'_>, coverage: &CoverageVerdict) -> Condition {
    let roles = [BuyingRole::TechnicalGatekeeper, BuyingRole::EconomicDecisionMaker];
    let against: Vec<(BuyingRole, &CommitteePerson)> = roles
        .into_iter()
        .flat_map(|role| holders(coverage, role).into_iter().map(move |person| (role, person)))
        .filter(|(_, person)| person.stance == Some(Stance::Hostile))
        .collect();
    let compared = Comparison::new("hostile_people_with_a_veto", against.len(), Unit::Count).against(0);
    if against.is_empty() {
        return match coverage.veto_risk {
            VetoRisk::None => {
                Condition::passed(Reason::new("no_veto", "nobody who can say no is hostile").comparing(compared))
            }
            _ => {
                let message = "it is not known whether a technical gatekeeper might say no";
                Condition::unknown(severity_at(place), Reason::new("veto_unknown", message).comparing(compared))
            }
        };
    }
    let severity = against.iter().map(|(role, _)| decision_severity(place, required(coverage, *role))).max();
    let cited = against.iter().map(|(_, person)| FactReference::new(FactKind::Stakeholder, &person.stakeholder));
    let reason = Reason::new("veto_present", "somebody who can say no is hostile, and no support elsewhere offsets it")
        .comparing(compared)
        .citing(cited);
    Condition::not_passed(severity.unwrap_or(Severity::High).max(Severity::High), reason)
}

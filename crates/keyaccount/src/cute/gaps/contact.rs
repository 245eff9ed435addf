//! Gaps in the contact with the people who play the roles.

use super::{chosen, decision_maker_severity, gap, label, named};
use crate::cute::gap::{CoverageGap, NextMove};
use crate::cute::view::{Member, View};
use crate::facts::{BuyingRole, FactKind, FactReference};
use crate::playbook::{CoverageGapKind as Kind, CoverageLevel};
use crate::verdict::{Comparison, Severity, Unit};

/// The one gap in contact with a role, if there is any: a decision maker never met comes before contact by other
/// means, or none at all; never contacted comes before gone silent.
pub(super) fn contact(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
    let never_met = holders.iter().all(|member| member.last_met().is_none());
    if role == BuyingRole::EconomicDecisionMaker && never_met {
        return Some(decision_maker_never_met(view, role, holders));
    }
    let requirement = view.requirement(role).filter(|requirement| requirement.level >= CoverageLevel::Contacted);
    let severity = match (requirement, role) {
        (Some(requirement), _) => requirement.severity,
        // Met once, and silent since: that is worth knowing whatever the stage asks. So is a guide who does not speak.
        (None, BuyingRole::EconomicDecisionMaker) => Severity::Medium,
        (None, BuyingRole::Coach) => Severity::Low,
        (None, BuyingRole::User | BuyingRole::TechnicalGatekeeper) => return None,
    };
    let favourable = chosen(holders, Member::is_favourable);
    let asks_favour = requirement.is_some_and(|requirement| requirement.level >= CoverageLevel::Favourable);
    let people = if asks_favour && !favourable.is_empty() { favourable } else { holders.to_vec() };
    if people.iter().any(|member| member.is_recent) {
        return None;
    }
    let (who, limit) = (named(&people), view.policy.contact_stale_after_days);
    let days = Comparison::unknown("days_since_contact", Unit::Days).against(limit);
    let found = match last_contact(view, &people) {
        None => gap(
            Kind::RoleNotContacted,
            severity,
            role,
            format!("no contact is recorded with the {}: {who}", label(role)),
            NextMove::MakeContact,
        )
        .comparing(days),
        Some((since, last)) => gap(
            Kind::ContactStale,
            severity,
            role,
            format!("last contact with the {} {since} days ago: {who}", label(role)),
            NextMove::RenewContact,
        )
        .comparing(Comparison { actual: Some(since.to_string()), ..days })
        .citing([last]),
    };
    Some(found.about(&people))
}

fn decision_maker_never_met(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> CoverageGap {
    let message = format!("no meeting is recorded with the {}: {}", label(role), named(holders));
    let found =
        gap(Kind::DecisionMakerNeverMet, decision_maker_severity(view), role, message, NextMove::MeetDecisionMaker)
            .comparing(Comparison::new("meetings", 0, Unit::Count).against(1));
    let found = match last_contact(view, holders) {
        Some((since, last)) => found.comparing(Comparison::new("days_since_contact", since, Unit::Days)).citing([last]),
        None => found.comparing(Comparison::unknown("days_since_contact", Unit::Days)),
    };
    found.about(holders)
}

/// Days since the last contact with any of these people, and the interaction.
fn last_contact(view: &View<'_>, people: &[&Member<'_>]) -> Option<(i64, FactReference)> {
    let (day, interaction) = people.iter().filter_map(|member| member.last_contact()).max()?;
    Some((view.as_of.days_since(day), FactReference::new(FactKind::Interaction, interaction)))
}

/// Too few people of the customer in recent contact or, where there are enough, all of it through one of us.
pub(super) fn single_thread(view: &View<'_>) -> Option<CoverageGap> {
    let people = view.in_contact();
    let minimum = usize::try_from(view.policy.minimum_contacts).unwrap_or(usize::MAX);
    let ours = view.our_side_of(&people);
    let asked = view.asks_for_contact();
    let (severity, message) = if people.len() < minimum {
        let message = match people.as_slice() {
            [] => "nobody of the committee is in recent contact with us".to_owned(),
            [only] => format!("recent contact is with {} alone", only.seat.person),
            few => format!("recent contact is with {} people only", few.len()),
        };
        (if asked { Severity::High } else { Severity::Medium }, message)
    } else {
        let only = ours.as_ref().filter(|ours| ours.len() == 1)?.first()?;
        let message = format!("all recent contact runs through {only} of our team");
        (if asked { Severity::Medium } else { Severity::Low }, message)
    };
    let of_ours = match &ours {
        Some(ours) => Comparison::new("our_people_in_contact", ours.len(), Unit::Count),
        None => Comparison::unknown("our_people_in_contact", Unit::Count),
    };
    let found = gap(Kind::SingleThread, severity, None, message, NextMove::WidenContact)
        .comparing(Comparison::new("people_in_contact", people.len(), Unit::Count).against(minimum))
        .comparing(of_ours.against(2))
        .comparing(Comparison::new("contact_stale_after_days", view.policy.contact_stale_after_days, Unit::Days))
        .citing(people.iter().filter_map(|member| {
            let (_, interaction) = member.last_contact()?;
            Some(FactReference::new(FactKind::Interaction, interaction))
        }));
    Some(found.about(&people))
}

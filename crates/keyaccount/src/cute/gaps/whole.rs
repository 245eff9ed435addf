//! Gaps that concern the committee as a whole: its key people, its influence, and how its support moves. The kinds are
//! from `[CCA]`, D6 and D7; severities and limits are ours.
//!
//! | gap | severity |
//! |---|---|
//! | most key people not for us | high once the stage asks for contact with anybody, before that medium |
//! | influence with people we don't know | high once the stage asks for contact with the decision maker, before that medium |
//! | champion left | high |
//! | support base shrinking | medium |
//! | no opponent found | low |
//!
//! People of our own company have no part in these, and whoever left only in what they leave behind.

use super::{gap, named};
use crate::cute::gap::{CoverageGap, NextMove};
use crate::cute::support::{SupportTrend, Voice, Weight, change_of_share, trend, voice, voices};
use crate::cute::view::{Member, View};
use crate::facts::{BuyingRole, CoachPosition, FactKind, FactReference, Stance};
use crate::playbook::{CoverageGapKind as Kind, CoverageLevel};
use crate::values::{Date, EstimateChange, Share};
use crate::verdict::{Comparison, Severity, Unit};

/// The fewest key people of whom one can say that most are not for us.
const FEWEST_FOR_MOST: usize = 2;

/// Every gap of the committee as a whole.
pub(super) fn whole(view: &View<'_>) -> Vec<CoverageGap> {
    let people: Vec<(&Member<'_>, Voice<'_>)> =
        view.members.iter().filter_map(|member| Some((member, voice(&member.seat)?))).collect();
    let found = [
        key_people_unfavourable(view, &people),
        influence_with_unknown(view, &people),
        no_opponent_found(view, &people),
        champion_left(view),
        support_shrinking(view, &people),
    ];
    found.into_iter().flatten().collect()
}

/// More than half of the key people whose stance is known are not for us. A single one makes no majority: whether they
/// matter is asked by their role.
fn key_people_unfavourable(view: &View<'_>, people: &[(&Member<'_>, Voice<'_>)]) -> Option<CoverageGap> {
    let limit = view.policy.key_influence;
    let key = || people.iter().filter(|(_, voice)| voice.influence.is_some_and(|influence| influence >= limit));
    let known = || key().filter(|(_, voice)| voice.stance.is_some());
    let not_for_us: Vec<_> = known().filter(|(_, voice)| !voice.is_for_us()).map(|(member, _)| *member).collect();
    let (of, unknown) = (known().count(), key().filter(|(_, voice)| voice.stance.is_none()).count());
    if of < FEWEST_FOR_MOST || not_for_us.len().saturating_mul(2) <= of {
        return None;
    }
    let severity = if view.asks_for_contact() { Severity::High } else { Severity::Medium };
    let message =
        format!("{} of {of} key people whose stance is known are not for us: {}", not_for_us.len(), named(&not_for_us));
    let found = gap(Kind::KeyPeopleUnfavourable, severity, None, message, NextMove::WinOverKeyPeople)
        .comparing(Comparison::new("key_people_not_for_us", not_for_us.len(), Unit::Count))
        .comparing(Comparison::new("key_people_of_known_stance", of, Unit::Count).against(FEWEST_FOR_MOST))
        .comparing(Comparison::new("key_people_of_unknown_stance", unknown, Unit::Count))
        .comparing(Comparison::new("key_influence", limit, Unit::Count));
    Some(found.about(&not_for_us))
}

/// Too much of the known influence is with people with whom no contact is recorded, or whose stance is unknown.
fn influence_with_unknown(view: &View<'_>, people: &[(&Member<'_>, Voice<'_>)]) -> Option<CoverageGap> {
    let limit = view.policy.unknown_influence_share;
    let is_unknown = |member: &Member<'_>, voice: &Voice<'_>| {
        voice.influence.is_some_and(|influence| !influence.value().is_zero())
            && (voice.stance.is_none() || member.last_contact().is_none())
    };
    let unknown = || people.iter().filter(|(member, voice)| is_unknown(member, voice));
    let part = Weight::of(unknown().map(|(_, voice)| voice)).whole;
    let whole = Weight::of(people.iter().map(|(_, voice)| voice)).whole;
    let share = Share::of(part, whole).filter(|share| part > 0 && *share >= limit)?;
    let mut unknown: Vec<_> = unknown().copied().collect();
    let without_stance = unknown.iter().filter(|(_, voice)| voice.stance.is_none()).count();
    let without_contact = unknown.iter().filter(|(member, _)| member.last_contact().is_none()).count();
    // The most influential first in the sentence, by identifier in the list.
    let members: Vec<_> = unknown.iter().map(|(member, _)| *member).collect();
    unknown.sort_by_key(|(_, voice)| std::cmp::Reverse(voice.influence));
    let who = named(&unknown.iter().map(|(member, _)| *member).collect::<Vec<_>>());
    let asked = view.required(BuyingRole::EconomicDecisionMaker) >= Some(CoverageLevel::Contacted);
    let severity = if asked { Severity::High } else { Severity::Medium };
    let message = format!("{share} of the known influence is with people we don't know: {who}");
    let found = gap(Kind::InfluenceWithUnknown, severity, None, message, NextMove::GetToKnowInfluential)
        .comparing(Comparison::new("share_of_influence_with_unknown", share, Unit::Share).against(limit))
        .comparing(Comparison::new("people_of_unknown_stance", without_stance, Unit::Count))
        .comparing(Comparison::new("people_never_in_contact", without_contact, Unit::Count));
    Some(found.about(&members))
}

/// Nobody is against us, nor anything between: neither hostile nor a sceptic, misinformed or sliding back. The fact that
/// somebody must be is not about any of those known, so the gap names nobody.
fn no_opponent_found(view: &View<'_>, people: &[(&Member<'_>, Voice<'_>)]) -> Option<CoverageGap> {
    let limit = usize::try_from(view.policy.opponent_expected_from).unwrap_or(usize::MAX);
    let known: Vec<_> = people.iter().filter(|(_, voice)| voice.stance.is_some()).map(|(member, _)| *member).collect();
    let is_opponent = |member: &Member<'_>| member.is_hostile() || member.seat.non_supporter().is_some();
    if known.is_empty() || known.len() < limit || people.iter().any(|(member, _)| is_opponent(member)) {
        return None;
    }
    let message = format!("of {} people whose stance is known none is against us or doubts us", known.len());
    let found = gap(Kind::NoOpponentFound, Severity::Low, None, message, NextMove::LookForOpponents)
        .comparing(Comparison::new("people_of_known_stance", known.len(), Unit::Count).against(limit))
        .comparing(Comparison::new("opponents", 0, Unit::Count).against(1))
        .citing(known.iter().map(|member| FactReference::new(FactKind::Stakeholder, member.seat.person)));
    Some(found)
}

/// Somebody who was for us and guided us, or actively helped us, left lately, and no coach outside our own company who
/// is for us is there.
fn champion_left(view: &View<'_>) -> Option<CoverageGap> {
    let guides = |member: &Member<'_>| {
        let seat = &member.seat;
        member.is_there()
            && seat.roles.contains(BuyingRole::Coach)
            && member.is_favourable()
            && seat.coach_position != Some(CoachPosition::OurCompany)
    };
    if view.members.iter().any(guides) {
        return None;
    }
    let days = view.policy.support_trend_days;
    let from = view.as_of.minus_days(days);
    let gone =
        view.members.iter().filter_map(|member| Some((member.seat.left_on.filter(|left| *left >= from)?, member)));
    let champions: Vec<(Date, &Member<'_>)> = gone.filter(|(left, member)| was_champion(view, member, *left)).collect();
    let (last, _) = champions.iter().max_by_key(|(left, _)| *left)?;
    let members: Vec<_> = champions.iter().map(|(_, member)| *member).collect();
    let message =
        format!("who guided or helped us left, the last on {last}, and nobody guides us now: {}", named(&members));
    let found = gap(Kind::ChampionLeft, Severity::High, None, message, NextMove::FindNewChampion)
        .comparing(Comparison::new("days_since_left", view.as_of.days_since(*last), Unit::Days).against(days))
        .comparing(Comparison::new("left_on", last, Unit::Date))
        .comparing(Comparison::new("favourable_coaches", 0, Unit::Count).against(1));
    Some(found.about(&members))
}

/// Whether somebody was for us, and a coach or an ally or an insider, on the day they left.
fn was_champion(view: &View<'_>, member: &Member<'_>, left: Date) -> bool {
    let seats = view.seats_on(left);
    let seat = seats.iter().find(|seat| seat.person == member.seat.person);
    seat.is_some_and(|seat| {
        let helped = seat.roles.contains(BuyingRole::Coach) || seat.stance >= Some(Stance::Ally);
        seat.is_favourable() && helped && seat.coach_position != Some(CoachPosition::OurCompany)
    })
}

/// Our share of influence fell by the playbook's limit or more. Who turned away, left, or joined without being for us is
/// named.
fn support_shrinking(view: &View<'_>, people: &[(&Member<'_>, Voice<'_>)]) -> Option<CoverageGap> {
    let (days, limit) = (view.policy.support_trend_days, view.policy.support_change);
    let since = view.as_of.minus_days(days);
    if !view.moved_since(since) {
        return None;
    }
    // Who moved is looked up only where it is needed.
    let now = Weight::of(people.iter().map(|(_, voice)| voice));
    let change = change_of_share(Weight::of(&voices(&view.seats_on(since))), now);
    if trend(change, view.policy) != SupportTrend::Shrinking {
        return None;
    }
    let support = view.support_since(since);
    let weakened = |effect: EstimateChange| effect.value().is_sign_negative();
    let movers = || support.movers.iter().filter(|mover| mover.effect.is_some_and(weakened));
    let why = movers().next().map(|mover| format!("; {}", mover.reason.message)).unwrap_or_default();
    let shares = support.before.for_us.share_of_influence.zip(support.base.for_us.share_of_influence);
    let (was, is) = shares?;
    let message = format!("{is} of the known influence is for us, {was} {days} days ago{why}");
    let mut found = gap(Kind::SupportShrinking, Severity::Medium, None, message, NextMove::RegainSupport)
        .comparing(Comparison::new("change_of_share_of_influence", change?, Unit::Share).against(format!("-{limit}")))
        .comparing(Comparison::new("share_of_influence_for_us", is, Unit::Share))
        .comparing(Comparison::new("share_of_influence_for_us_before", was, Unit::Share))
        .comparing(Comparison::new("trend_days", days, Unit::Days));
    found.stakeholders = movers().map(|mover| mover.stakeholder.clone()).collect();
    found.stakeholders.sort();
    let facts: Vec<_> =
        found.stakeholders.iter().map(|person| FactReference::new(FactKind::Stakeholder, person)).collect();
    Some(found.citing(facts))
}

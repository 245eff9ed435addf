//! What is said of each person, by hand.

use super::testing::{change, check, contribution, covered, drop_contact, seat, seat_of, visit};
use super::{CommitteePerson, ContactDepth, CoverageVerdict};
use crate::facts::{
    BuyingRole, Channel, CoachPosition, CommunicationStyle, ContributionKind, Direction, Driver, Facts, Interaction,
    NonSupporterKind, StakeholderChangeKind as Change, Stance,
};
use crate::playbook::CoverageLevel;

fn person<'a>(verdict: &'a CoverageVerdict, id: &str) -> &'a CommitteePerson {
    verdict.person(&id.parse().unwrap()).unwrap()
}

fn depth(contacts: &[(&str, Channel, Direction)]) -> ContactDepth {
    let mut facts = covered();
    drop_contact(&mut facts, "gate");
    for (on, channel, direction) in contacts {
        let visit = visit("gate", on, "sales-1");
        facts.interactions.push(Interaction { channel: *channel, direction: *direction, ..visit });
    }
    person(&check(facts, None), "gate").contact_depth
}

#[test]
fn contact_has_four_depths() {
    let met = |on| (on, Channel::Visit, Direction::TwoWay);
    let called = |on| (on, Channel::Phone, Direction::Inbound);
    let unanswered = |on| (on, Channel::Mail, Direction::Outbound);
    assert_eq!(depth(&[]), ContactDepth::None);
    assert_eq!(depth(&[unanswered("2026-05-01"), unanswered("2026-05-02")]), ContactDepth::None);
    assert_eq!(depth(&[met("2026-05-01"), met("2026-05-02")]), ContactDepth::Brief);
    assert_eq!(depth(&[met("2026-05-01"), met("2026-05-02"), called("2026-05-03")]), ContactDepth::Several);
    assert_eq!(depth(&[met("2026-05-01"), met("2026-05-02"), met("2026-05-03")]), ContactDepth::InDepth);
    // 365 days before the day of the verdict is the last day that counts.
    assert_eq!(depth(&[met("2025-05-30"), met("2026-05-02"), met("2026-05-03")]), ContactDepth::InDepth);
    assert_eq!(depth(&[met("2025-05-29"), met("2026-05-02"), met("2026-05-03")]), ContactDepth::Brief);
    assert_eq!(depth(&[met("2024-05-29")]), ContactDepth::None, "not in these days");
}

#[test]
fn somebody_listed_twice_took_part_once() {
    let mut facts = covered();
    drop_contact(&mut facts, "gate");
    for on in ["2026-05-01", "2026-05-02"] {
        let mut twice = visit("gate", on, "sales-1");
        twice.stakeholders.push("gate".parse().unwrap());
        facts.interactions.push(twice);
    }
    assert_eq!(person(&check(facts, None), "gate").contact_depth, ContactDepth::Brief);
}

#[test]
fn a_contribution_counts_for_its_role_and_for_a_time() {
    let level = |kind, on: &str| {
        let mut facts = covered();
        facts.contributions.retain(|done| done.stakeholder.as_str() != "gate");
        facts.contributions.push(contribution("gate", on, kind));
        let verdict = check(facts, None);
        let gate = person(&verdict, "gate");
        (gate.level, gate.last_contribution.map(|day| day.to_string()))
    };
    let on = |day: &str| (CoverageLevel::Contributing, Some(day.to_owned()));
    let nothing = (CoverageLevel::Favourable, None);
    assert_eq!(level(ContributionKind::Threshold, "2026-05-01"), on("2026-05-01"));
    assert_eq!(level(ContributionKind::Guidance, "2026-05-01"), nothing, "what a coach does");
    assert_eq!(level(ContributionKind::Threshold, "2025-12-01"), on("2025-12-01"), "180 days");
    assert_eq!(level(ContributionKind::Threshold, "2025-11-30"), nothing, "181 days");
    assert_eq!(level(ContributionKind::Threshold, "2026-06-01"), nothing, "tomorrow's");
}

#[test]
fn who_plays_two_roles_may_contribute_in_one() {
    let mut facts = covered();
    seat_of(&mut facts, "gate").roles.push(BuyingRole::User);
    facts.committee_seats.retain(|seat| seat.stakeholder.as_str() != "user");
    let verdict = check(facts, None);
    let reached = |role| verdict.roles.iter().find(|covered| covered.role == role).unwrap().reached;
    assert_eq!(reached(BuyingRole::TechnicalGatekeeper), CoverageLevel::Contributing);
    assert_eq!(reached(BuyingRole::User), CoverageLevel::Favourable);
    assert_eq!(person(&verdict, "gate").level, CoverageLevel::Contributing, "the best of their roles");
}

#[test]
fn without_favour_or_contact_nothing_counts_as_contributing() {
    let level = |spoil: fn(&mut Facts)| {
        let mut facts = covered();
        spoil(&mut facts);
        person(&check(facts, None), "gate").level
    };
    assert_eq!(level(|_| {}), CoverageLevel::Contributing);
    assert_eq!(level(|facts| seat_of(facts, "gate").stance = Some(Stance::Neutral)), CoverageLevel::Contacted);
    assert_eq!(level(|facts| seat_of(facts, "gate").stance = None), CoverageLevel::Contacted);
    assert_eq!(level(|facts| drop_contact(facts, "gate")), CoverageLevel::Identified);
    assert_eq!(level(|facts| seat_of(facts, "gate").roles.clear()), CoverageLevel::Favourable, "no role to do it in");
    let left = |facts: &mut Facts| facts.stakeholder_changes.push(change("gate", "2026-05-25", Change::Left {}));
    assert_eq!(level(left), CoverageLevel::Missing);
}

#[test]
fn who_was_for_us_and_is_not_slid_back() {
    use NonSupporterKind::{Backslider, Sceptic};
    let turned = |on: &str, stance, non_supporter| change("gate", on, Change::StanceChanged { stance, non_supporter });
    let kind = |first: Option<Stance>, changes: &[(&str, Option<Stance>, Option<NonSupporterKind>)]| {
        let mut facts = covered();
        seat_of(&mut facts, "gate").stance = first;
        facts.stakeholder_changes.extend(changes.iter().map(|(on, stance, kind)| turned(on, *stance, *kind)));
        person(&check(facts, None), "gate").non_supporter
    };
    let (ally, neutral, hostile) = (Some(Stance::Ally), Some(Stance::Neutral), Some(Stance::Hostile));
    assert_eq!(kind(ally, &[("2026-05-01", neutral, None)]), Some(Backslider));
    assert_eq!(kind(ally, &[("2026-05-01", hostile, Some(Sceptic))]), Some(Sceptic), "as recorded");
    assert_eq!(kind(neutral, &[("2026-05-01", hostile, None)]), None, "never for us");
    assert_eq!(kind(ally, &[("2026-05-01", None, None)]), None, "where they stand now is not known");
    assert_eq!(kind(ally, &[("2026-05-01", None, None), ("2026-05-02", neutral, None)]), Some(Backslider));
    assert_eq!(kind(ally, &[("2026-05-01", hostile, None), ("2026-05-02", ally, None)]), None, "back with us");
    let contradictory = [("2026-05-01", ally, None), ("2026-05-01", neutral, None)];
    assert_eq!(kind(None, &contradictory), None, "of two stances on one day none came before the other");
}

#[test]
fn what_is_known_of_a_person_is_dated() {
    let mut facts = covered();
    let gate = seat_of(&mut facts, "gate");
    (gate.influence, gate.coach_position) = (Some("40".parse().unwrap()), Some(CoachPosition::Outside));
    (gate.drivers, gate.formal_roles) = (vec![Driver::ExpertStanding], vec!["evaluator".parse().unwrap()]);
    let style = CommunicationStyle::Facts;
    let gate = facts.stakeholders.iter_mut().find(|person| person.id.as_str() == "gate").unwrap();
    gate.communication_style = Some(style);
    let what = || {
        [
            Change::InfluenceChanged { influence: Some("70".parse().unwrap()) },
            Change::CoachPositionChanged { coach_position: Some(CoachPosition::Customer) },
            Change::InformsCompetitorChanged { informs_competitor: Some(true) },
            Change::DriversChanged { drivers: vec![Driver::TechnicalSolution, Driver::ExpertStanding] },
            Change::FormalRolesChanged { formal_roles: vec!["purchaser".parse().unwrap()] },
            Change::CommunicationStyleChanged { communication_style: Some(CommunicationStyle::Detail) },
        ]
    };
    let mut later = facts.clone();
    later.stakeholder_changes.extend(what().map(|what| change("gate", "2026-05-31", what)));
    let as_recorded = check(facts.clone(), None);
    assert_eq!(check(later, None), as_recorded, "not yet");
    let before = person(&as_recorded, "gate");
    assert_eq!((before.influence.unwrap().to_string().as_str(), before.informs_competitor), ("40", None));
    assert_eq!((before.communication_style, before.drivers.as_slice()), (Some(style), &[Driver::ExpertStanding][..]));
    assert_eq!(before.formal_roles, ["evaluator".parse().unwrap()]);

    facts.stakeholder_changes.extend(what().map(|what| change("gate", "2026-05-30", what)));
    let verdict = check(facts, None);
    let after = person(&verdict, "gate");
    assert_eq!((after.influence.unwrap().to_string().as_str(), after.informs_competitor), ("70", Some(true)));
    assert_eq!(after.coach_position, Some(CoachPosition::Customer));
    assert_eq!(after.communication_style, Some(CommunicationStyle::Detail));
    assert_eq!(after.drivers, [Driver::TechnicalSolution, Driver::ExpertStanding]);
    assert_eq!(after.formal_roles, ["purchaser".parse().unwrap()]);
}

#[test]
fn of_contradictory_words_on_one_day_the_cautious_one_holds() {
    let mut facts = covered();
    for informs_competitor in [Some(true), None, Some(false)] {
        facts.stakeholder_changes.push(change(
            "coach",
            "2026-05-01",
            Change::InformsCompetitorChanged { informs_competitor },
        ));
    }
    for coach_position in [Some(CoachPosition::Customer), Some(CoachPosition::OurCompany), None] {
        facts.stakeholder_changes.push(change("coach", "2026-05-01", Change::CoachPositionChanged { coach_position }));
    }
    let verdict = check(facts, None);
    let coach = person(&verdict, "coach");
    assert_eq!((coach.informs_competitor, coach.coach_position), (Some(true), Some(CoachPosition::OurCompany)));
}

#[test]
fn everybody_ever_seated_is_listed_once() {
    let mut facts = covered();
    facts.stakeholder_changes.push(change("user", "2026-05-25", Change::Left {}));
    facts.committee_seats.push(seat("other", BuyingRole::User, None));
    seat_of(&mut facts, "other").roles.clear();
    let verdict = check(facts, None);
    let ids: Vec<&str> = verdict.people.iter().map(|person| person.stakeholder.as_str()).collect();
    assert_eq!(ids, ["boss", "coach", "gate", "other", "user"]);
    assert_eq!(verdict.left, ["user".parse().unwrap()]);
    assert_eq!(verdict.without_role, ["other".parse().unwrap()]);
}

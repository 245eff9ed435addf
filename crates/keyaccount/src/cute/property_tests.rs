//! Laws that hold for every committee.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

use super::{CommitteeIndex, CoverageGap, CoverageVerdict, VetoRisk, check_committee};
use crate::facts::{
    Account, Book, BuyingRole, Channel, CoachPosition, CommitteeSeat, Direction, Facts, Interaction, Opportunity,
    Stakeholder, StakeholderChange, StakeholderChangeKind as Change, Stance,
};
use crate::playbook::{CoverageGapKind as Gap, CoverageLevel, Playbook};
use crate::values::{Date, StakeholderId};
use crate::verdict::Severity;

const PEOPLE: [&str; 6] = ["p0", "p1", "p2", "p3", "p4", "p5"];
const MEMBERS: [&str; 3] = ["m0", "m1", "m2"];

fn as_of() -> Date {
    "2026-05-30".parse().unwrap()
}

fn day() -> impl Strategy<Value = Date> {
    // Mostly recent, so that roles get covered at all; some stale, some yet to come.
    prop_oneof![4 => 30_u32..90, 2 => 90_u32..200, 1 => 0_u32..30]
        .prop_map(|days| as_of().plus_days(30).minus_days(days))
}

fn stance() -> impl Strategy<Value = Option<Stance>> {
    proptest::option::weighted(0.8, select(Stance::ALL))
}

fn opportunity() -> impl Strategy<Value = &'static str> {
    prop_oneof![5 => Just("o0"), 1 => Just("o1")]
}

fn seat() -> impl Strategy<Value = CommitteeSeat> {
    let position = proptest::option::weighted(0.3, select(CoachPosition::ALL));
    let roles = subsequence(BuyingRole::ALL, 1..=2);
    (opportunity(), select(&PEOPLE[..]), proptest::option::weighted(0.2, day()), roles, stance(), position).prop_map(
        |(opportunity, person, since, roles, stance, coach_position)| {
            let mut seat = CommitteeSeat::new(opportunity.parse().unwrap(), person.parse().unwrap());
            (seat.since, seat.roles, seat.stance, seat.coach_position) = (since, roles, stance, coach_position);
            seat
        },
    )
}

fn change() -> impl Strategy<Value = StakeholderChange> {
    let role = || select(BuyingRole::ALL);
    let what = prop_oneof![
        3 => role().prop_map(|role| Change::RoleTaken { role }),
        3 => role().prop_map(|role| Change::RoleGivenUp { role }),
        3 => stance().prop_map(|stance| Change::StanceChanged { stance, non_supporter: None }),
        1 => Just(Change::InfluenceChanged { influence: None }),
        1 => Just(Change::Left {}),
    ];
    (select(&PEOPLE[..]), proptest::option::of(opportunity()), day(), what).prop_map(
        |(person, opportunity, on, change)| StakeholderChange {
            stakeholder: person.parse().unwrap(),
            opportunity: opportunity.map(|id| id.parse().unwrap()),
            on,
            change,
        },
    )
}

fn direction() -> impl Strategy<Value = Direction> {
    prop_oneof![1 => Just(Direction::Outbound), 4 => select(Direction::ALL)]
}

fn interaction() -> impl Strategy<Value = Interaction> {
    let people = subsequence(&PEOPLE[..], 0..=3);
    let members = subsequence(&MEMBERS[..], 0..=2);
    (day(), select(Channel::ALL), direction(), people, members).prop_map(|(on, channel, direction, people, members)| {
        Interaction {
            id: "renumbered".parse().unwrap(),
            account: "a".parse().unwrap(),
            on,
            channel,
            direction,
            stakeholders: people.iter().map(|id| id.parse().unwrap()).collect(),
            members: members.iter().map(|id| id.parse().unwrap()).collect(),
            opportunity: None,
            topics: vec![],
        }
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    use proptest::collection::vec;
    (vec(seat(), 0..14), vec(change(), 0..8), vec(interaction(), 0..14)).prop_map(|(mut seats, changes, mut talks)| {
        let mut taken = BTreeSet::new();
        seats.retain(|seat| taken.insert((seat.opportunity.clone(), seat.stakeholder.clone())));
        for (at, talk) in talks.iter_mut().enumerate() {
            talk.id = format!("i{at}").parse().unwrap();
        }
        let mut facts = Facts::default();
        facts.accounts.push(Account::new("a".parse().unwrap(), "A".parse().unwrap()));
        for id in ["o0", "o1"] {
            facts.opportunities.push(Opportunity::new(id.parse().unwrap(), "a".parse().unwrap()));
        }
        for id in PEOPLE {
            facts.stakeholders.push(Stakeholder::new(id.parse().unwrap(), "a".parse().unwrap()));
        }
        (facts.committee_seats, facts.stakeholder_changes, facts.interactions) = (seats, changes, talks);
        facts
    })
}

/// The position of a stage of the six-stage funnel, or none.
fn stage() -> impl Strategy<Value = Option<usize>> {
    proptest::option::weighted(0.9, 0_usize..6)
}

fn check(facts: &Facts, stage: Option<usize>) -> CoverageVerdict {
    let book = Book::from_facts(facts.clone());
    assert_eq!(book.problems(), []);
    let playbook = Playbook::six_stage();
    let stage = stage.map(|at| playbook.default_pipeline().stages.get(at).unwrap());
    let (account, opportunity) = book.opportunity(&"o0".parse().unwrap()).unwrap();
    let verdict = check_committee(account, opportunity, stage, &playbook, as_of());
    assert_eq!(verdict, CommitteeIndex::new(account, as_of()).check(opportunity, stage, &playbook));
    verdict
}

/// What a gap is about: the three kinds that speak of contact with a role are one concern.
fn concern(gap: &CoverageGap) -> (Option<BuyingRole>, Gap) {
    let kind = match gap.kind {
        Gap::DecisionMakerNeverMet | Gap::ContactStale => Gap::RoleNotContacted,
        kind => kind,
    };
    (gap.role, kind)
}

/// The gravest gap of each concern that `before` had is still there in `after`, and no less grave.
fn keeps_every_concern(before: &CoverageVerdict, after: &CoverageVerdict) -> bool {
    let gravest = |verdict: &CoverageVerdict, about| -> Option<Severity> {
        verdict.gaps.iter().filter(|gap| concern(gap) == about).map(|gap| gap.severity).max()
    };
    before.gaps.iter().all(|gap| gravest(after, concern(gap)) >= gravest(before, concern(gap)))
}

proptest! {
    #[test]
    fn every_verdict_is_whole(facts in facts(), stage in stage()) {
        let verdict = check(&facts, stage);
        let roles: Vec<_> = verdict.roles.iter().map(|role| role.role).collect();
        prop_assert_eq!(roles, BuyingRole::ALL);
        prop_assert!(verdict.gaps.is_sorted_by_key(|gap| (std::cmp::Reverse(gap.severity), gap.kind, gap.role)));
        for gap in &verdict.gaps {
            let roles = gap.kind.roles();
            prop_assert!(gap.role.map_or(roles.is_empty(), |role| roles.contains(&role)), "{:?}", gap);
        }
        let is_empty = verdict.gaps.iter().any(|gap| gap.kind == Gap::CommitteeEmpty);
        for role in &verdict.roles {
            let about: Vec<_> = verdict.gaps.iter().filter(|gap| gap.role == Some(role.role)).collect();
            if role.is_short() {
                prop_assert!(is_empty || !about.is_empty(), "{:?} is short without a gap", role);
            }
            let of_requirement =
                [Gap::RoleNotContacted, Gap::ContactStale, Gap::StanceUnfavourable, Gap::StanceUnknown];
            prop_assert!(role.is_short() || about.iter().all(|gap| !of_requirement.contains(&gap.kind)));
            let about_contact = about.iter().filter(|gap| concern(gap).1 == Gap::RoleNotContacted).count();
            prop_assert!(about_contact <= 1, "contact is reported once");
            prop_assert!(role.holders.iter().all(|id| verdict.person(id).unwrap().left_on.is_none()));
        }
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<CoverageVerdict>(&text).unwrap(), verdict);
    }

    #[test]
    fn the_order_of_facts_changes_nothing(facts in facts(), stage in stage(), turns in any::<[Index; 3]>()) {
        let mut turned = facts.clone();
        fn turn<T>(rows: &mut [T], by: &Index) {
            rows.reverse();
            if !rows.is_empty() {
                rows.rotate_left(by.index(rows.len()));
            }
        }
        let [seats, changes, talks] = &turns;
        turn(&mut turned.committee_seats, seats);
        turn(&mut turned.stakeholder_changes, changes);
        turn(&mut turned.interactions, talks);
        turned.stakeholders.reverse();
        prop_assert_eq!(check(&turned, stage), check(&facts, stage));
    }

    #[test]
    fn names_and_titles_change_nothing(facts in facts(), stage in stage()) {
        let mut renamed = facts.clone();
        for person in &mut renamed.stakeholders {
            person.title = Some("Chief Executive Officer".parse().unwrap());
            person.name = Some("Alex Example".parse().unwrap());
            person.department = Some("Purchasing".parse().unwrap());
        }
        prop_assert_eq!(check(&renamed, stage), check(&facts, stage));
    }

    #[test]
    fn removing_contact_never_closes_a_gap(
        facts in facts(),
        stage in stage(),
        kept in proptest::collection::vec(any::<bool>(), 14),
    ) {
        let mut fewer = facts.clone();
        let mut kept = kept.into_iter();
        fewer.interactions.retain(|_| kept.next().unwrap_or(true));
        let (before, after) = (check(&facts, stage), check(&fewer, stage));
        prop_assert!(keeps_every_concern(&before, &after), "{:#?}\n{:#?}", before.gaps, after.gaps);
        for (before, after) in before.roles.iter().zip(&after.roles) {
            prop_assert!(after.reached <= before.reached);
        }
    }

    #[test]
    fn unknown_never_counts_as_favourable(facts in facts(), stage in stage()) {
        let mut unknown = facts.clone();
        unknown.committee_seats.iter_mut().for_each(|seat| seat.stance = None);
        unknown.stakeholder_changes.retain(|change| !matches!(change.change, Change::StanceChanged { .. }));
        let verdict = check(&unknown, stage);
        prop_assert!(verdict.roles.iter().all(|role| role.reached < CoverageLevel::Favourable));
        prop_assert_ne!(verdict.veto_risk, VetoRisk::None);
        let known = check(&facts, stage);
        for person in &known.people {
            prop_assert!(person.stance.is_some() || person.level < CoverageLevel::Favourable);
        }
    }

    #[test]
    fn a_hostile_gatekeeper_is_never_hidden(facts in facts(), stage in stage()) {
        let verdict = check(&facts, stage);
        let gate = verdict.roles.iter().find(|role| role.role == BuyingRole::TechnicalGatekeeper).unwrap();
        let is_hostile = |id: &&StakeholderId| verdict.person(id).unwrap().stance == Some(Stance::Hostile);
        let hostile: Vec<_> = gate.holders.iter().filter(is_hostile).collect();
        prop_assert_eq!(verdict.veto_risk == VetoRisk::Present, !hostile.is_empty());
        let gap = verdict.gaps.iter().find(|gap| gap.kind == Gap::HostileGatekeeper);
        prop_assert_eq!(gap.is_some(), !hostile.is_empty());
        if let Some(gap) = gap {
            prop_assert!(gap.severity >= Severity::High);
            prop_assert!(gate.reached <= CoverageLevel::Contacted);
            prop_assert_eq!(gap.stakeholders.len(), hostile.len());
        }
    }

    #[test]
    fn later_facts_are_not_used(facts in facts(), stage in stage()) {
        let mut known = facts.clone();
        known.committee_seats.retain(|seat| seat.since.is_none_or(|since| since <= as_of()));
        known.stakeholder_changes.retain(|change| change.on <= as_of());
        known.interactions.retain(|talk| talk.on <= as_of());
        prop_assert_eq!(check(&known, stage), check(&facts, stage));
    }
}

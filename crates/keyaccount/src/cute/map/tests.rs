//! What a map shows, by hand, and what holds of every map.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::drawing::radius;
use super::{CommitteeMap, MapPerson, committee_map};
use crate::cute::{ChainLinkKind, ContactDepth};
use crate::facts::{
    Account, Book, BuyingRole, Channel, CommitteeSeat, Direction, Facts, Interaction, Opportunity, Relationship,
    RelationshipKind, Stakeholder, Stance,
};
use crate::playbook::Playbook;
use crate::values::{Date, Influence};

fn as_of() -> Date {
    "2026-05-30".parse().unwrap()
}

fn map(book: &Book) -> CommitteeMap {
    let (account, opportunity) = book.opportunity(&"o".parse().unwrap()).unwrap();
    committee_map(account, opportunity, &Playbook::six_stage(), as_of())
}

fn map_of(tables: &str) -> CommitteeMap {
    let heads = r#""accounts": [{"id": "a", "name": "A"}], "opportunities": [{"id": "o", "account": "a"}]"#;
    let book = Book::from_json(&format!("{{{heads}, {tables}}}")).unwrap();
    assert!(book.problems().is_empty(), "{:?}", book.problems());
    map(&book)
}

fn person<'a>(map: &'a CommitteeMap, id: &str) -> &'a MapPerson {
    map.people.iter().find(|one| one.person.stakeholder.as_str() == id).unwrap()
}

const FAMILY: &str = r#"
    "stakeholders": [
        {"id": "chief", "account": "a", "name": "C. Chief"},
        {"id": "left-hand", "account": "a", "reports_to": "chief"},
        {"id": "right-hand", "account": "a", "reports_to": "chief"},
        {"id": "helper", "account": "a", "reports_to": "right-hand"},
        {"id": "adviser", "account": "a"},
        {"id": "stranger", "account": "a", "reports_to": "adviser"},
        {"id": "gone", "account": "a", "reports_to": "chief"},
        {"id": "apart", "account": "a"}
    ],
    "committee_seats": [
        {"opportunity": "o", "stakeholder": "left-hand", "roles": ["user"], "influence": 60},
        {"opportunity": "o", "stakeholder": "helper", "roles": ["coach"]},
        {"opportunity": "o", "stakeholder": "gone", "influence": 90},
        {"opportunity": "o", "stakeholder": "apart", "roles": ["economic_decision_maker"], "influence": 59.99}
    ],
    "stakeholder_changes": [{"stakeholder": "gone", "on": "2026-05-01", "change": {"type": "left"}}],
    "relationships": [{"from": "apart", "to": "adviser", "kind": "knows"}],
    "interactions": [
        {"id": "i1", "account": "a", "on": "2026-05-04", "channel": "visit", "direction": "two_way",
         "stakeholders": ["helper", "gone"], "members": ["m"]},
        {"id": "i2", "account": "a", "on": "2026-05-06", "channel": "phone", "direction": "inbound",
         "stakeholders": ["helper"]},
        {"id": "i3", "account": "a", "on": "2024-05-06", "channel": "phone", "direction": "inbound",
         "stakeholders": ["chief"], "members": ["m"]},
        {"id": "i4", "account": "a", "on": "2026-05-07", "channel": "mail", "direction": "outbound",
         "stakeholders": ["apart"], "members": ["m"]}
    ]
"#;

#[test]
fn superiors_of_the_committee_and_those_it_knows_are_on_the_map() {
    let map = map_of(FAMILY);
    let on_map: Vec<_> =
        map.people.iter().map(|one| (one.person.stakeholder.as_str(), one.in_committee, one.is_key)).collect();
    let expected = [
        ("adviser", false, false),
        ("apart", true, false),
        ("chief", false, false),
        ("gone", true, false),
        ("helper", true, false),
        ("left-hand", true, true),
        ("right-hand", false, false),
    ];
    assert_eq!(on_map, expected, "nobody who merely reports to somebody outside the committee");
    assert_eq!(person(&map, "chief").name.as_ref().unwrap().as_str(), "C. Chief");
}

#[test]
fn people_stand_below_their_superiors_and_the_others_below_them() {
    let map = map_of(FAMILY);
    let rows: Vec<_> = ["chief", "left-hand", "right-hand", "helper", "apart", "adviser", "gone"]
        .map(|id| (id, person(&map, id).row))
        .to_vec();
    let expected =
        [("chief", 0), ("left-hand", 1), ("right-hand", 1), ("helper", 2), ("apart", 3), ("adviser", 3), ("gone", 3)];
    assert_eq!(rows, expected);
    let x = |id| person(&map, id).x;
    assert_eq!(x("chief"), x("left-hand").midpoint(x("right-hand")), "in the middle above their people");
    assert_eq!(x("helper"), x("right-hand"));
    assert!(x("apart") < x("adviser") && x("adviser") < x("gone"), "decision makers first, who left last");
    let lines = map.links.iter().filter(|link| link.kind == ChainLinkKind::ReportsTo).count();
    assert_eq!(lines, 3, "none to who left");
    assert!(map.members.iter().all(|member| member.y > person(&map, "apart").y));
}

#[test]
fn contacts_run_to_who_of_us_had_them() {
    let map = map_of(FAMILY);
    let contacts: Vec<_> = map
        .contacts
        .iter()
        .map(|one| (one.stakeholder.as_str(), one.member.as_ref().map(|member| member.as_str()), one.depth))
        .collect();
    let expected = [
        ("chief", Some("m"), ContactDepth::None),
        ("helper", None, ContactDepth::Brief),
        ("helper", Some("m"), ContactDepth::Brief),
    ];
    assert_eq!(contacts, expected, "not with who left, nor where the customer did not speak");
    assert_eq!(map.members.len(), 2, "one of them nobody knows");
}

#[test]
fn a_circle_of_superiors_is_cut_for_the_drawing_alone() {
    let map = map_of(
        r#""stakeholders": [
            {"id": "p", "account": "a", "reports_to": "r"},
            {"id": "q", "account": "a", "reports_to": "p"},
            {"id": "r", "account": "a", "reports_to": "q"}
        ],
        "committee_seats": [
            {"opportunity": "o", "stakeholder": "p"},
            {"opportunity": "o", "stakeholder": "q", "roles": ["economic_decision_maker"]},
            {"opportunity": "o", "stakeholder": "r"}
        ]"#,
    );
    assert_eq!(map.links.len(), 3);
    let rows = ["q", "r", "p"].map(|id| person(&map, id).row);
    assert_eq!(rows, [0, 1, 2], "the decision maker stands at the top");
}

#[test]
fn the_area_of_a_circle_grows_with_the_influence() {
    let radius = |text: &str| radius(Some(text.parse::<Influence>().unwrap()));
    assert_eq!([radius("0"), radius("50"), radius("100")], [15, 22, 28]);
    assert!(super::drawing::radius(None) < radius("0"), "unknown is not zero");
}

#[test]
fn two_lines_between_two_people_take_two_ways() {
    let map = map_of(
        r#""stakeholders": [{"id": "p", "account": "a", "reports_to": "q"}, {"id": "q", "account": "a"}],
        "committee_seats": [{"opportunity": "o", "stakeholder": "p"}],
        "relationships": [
            {"from": "p", "to": "q", "kind": "influences"},
            {"from": "q", "to": "p", "kind": "influences"},
            {"from": "q", "to": "p", "kind": "conflicts_with"}
        ]"#,
    );
    let ways: BTreeSet<_> = map.links.iter().map(|link| (link.points[1].x, link.points[1].y)).collect();
    assert_eq!(ways.len(), 4);
}

#[test]
fn deep_and_wide_families_are_drawn() {
    let chain: Vec<Option<usize>> = (0..4_000_usize).map(|at| at.checked_sub(1)).collect();
    let fan: Vec<Option<usize>> = (0..500_usize).map(|at| (at > 0).then_some(0)).collect();
    for superiors in [chain, fan] {
        let people: Vec<_> =
            superiors.iter().map(|superior| super::layout::Placing { superior: *superior, group: 0 }).collect();
        let layout = super::layout::lay_out(&people);
        let places: BTreeSet<_> = layout.spots.iter().map(|spot| (spot.row, spot.x)).collect();
        assert_eq!(places.len(), people.len());
    }
}

fn seat(person: usize) -> impl Strategy<Value = CommitteeSeat> {
    let influence = proptest::option::of((0_u32..=100).prop_map(|points| points.to_string().parse().unwrap()));
    (subsequence(BuyingRole::ALL, 0..=2), proptest::option::of(select(Stance::ALL)), influence).prop_map(
        move |(roles, stance, influence)| {
            let mut seat = CommitteeSeat::new("o".parse().unwrap(), format!("p{person}").parse().unwrap());
            (seat.roles, seat.stance, seat.influence) = (roles, stance, influence);
            seat
        },
    )
}

prop_compose! {
    fn facts()(people in 1_usize..70)(
        superiors in proptest::collection::vec(proptest::option::weighted(0.7, 0..people), people),
        seats in (0..people).map(seat).collect::<Vec<_>>(),
        ties in proptest::collection::vec((0..people, 0..people, select(RelationshipKind::ALL)), 0..20),
        contacts in proptest::collection::vec((0..people, 0_usize..20), 0..40),
    ) -> Facts {
        let id = |person: usize| format!("p{person}");
        let mut stakeholders = Vec::new();
        for (person, superior) in superiors.iter().enumerate() {
            let mut one = Stakeholder::new(id(person).parse().unwrap(), "a".parse().unwrap());
            one.reports_to = superior.filter(|superior| *superior != person).map(|superior| id(superior).parse().unwrap());
            stakeholders.push(one);
        }
        let ties = ties.into_iter().filter(|(from, to, _)| from != to);
        let interactions = contacts.into_iter().enumerate().map(|(at, (person, member))| Interaction {
            id: format!("i{at}").parse().unwrap(),
            account: "a".parse().unwrap(),
            on: as_of().minus_days(at as u32),
            channel: Channel::Visit,
            direction: Direction::TwoWay,
            stakeholders: vec![id(person).parse().unwrap()],
            members: vec![format!("m{member}").parse().unwrap()],
            opportunity: None,
            topics: Vec::new(),
        });
        Facts {
            accounts: vec![Account::new("a".parse().unwrap(), "A".parse().unwrap())],
            opportunities: vec![Opportunity::new("o".parse().unwrap(), "a".parse().unwrap())],
            stakeholders,
            committee_seats: seats,
            relationships: ties
                .map(|(from, to, kind)| Relationship::new(id(from).parse().unwrap(), id(to).parse().unwrap(), kind))
                .collect(),
            interactions: interactions.collect(),
            ..Facts::default()
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn everybody_has_room_for_circle_and_name(facts in facts()) {
        let map = map(&Book::from_facts(facts));
        for (at, one) in map.people.iter().enumerate() {
            prop_assert!(one.x >= 51 && map.width.saturating_sub(one.x) >= 51, "the name is within the drawing");
            prop_assert!(one.y >= one.radius && map.height.saturating_sub(one.y) > one.radius);
            for other in map.people.iter().take(at) {
                let (dx, dy) = (one.x.abs_diff(other.x), one.y.abs_diff(other.y));
                prop_assert!(dx >= 102 || dy >= 116, "{} and {}", one.person.stakeholder, other.person.stakeholder);
            }
        }
        let lowest = map.people.iter().map(|one| one.y).max().unwrap_or(0);
        for (at, member) in map.members.iter().enumerate() {
            prop_assert!(member.y.saturating_sub(lowest) >= 116 && member.y < map.height && member.x < map.width);
            for other in map.members.iter().take(at) {
                prop_assert!(member.x.abs_diff(other.x) >= 102 || member.y != other.y);
            }
        }
    }

    #[test]
    fn lines_run_from_the_one_to_the_other_within_the_drawing(facts in facts()) {
        let map = map(&Book::from_facts(facts));
        for link in &map.links {
            let (from, to) = (person(&map, link.from.as_str()), person(&map, link.to.as_str()));
            let (first, last) = (link.points.first().unwrap(), link.points.last().unwrap());
            prop_assert_eq!(((from.x, from.y), (to.x, to.y)), ((first.x, first.y), (last.x, last.y)));
            prop_assert!(link.points.len() >= 3);
            prop_assert!(link.points.iter().all(|point| point.x <= map.width && point.y <= map.height));
            let is_straight = link.points.windows(2).all(|ends| ends[0].x == ends[1].x || ends[0].y == ends[1].y);
            prop_assert!(is_straight || link.points.len() == 3, "corners are right angles");
        }
        for contact in &map.contacts {
            prop_assert!(map.members.iter().any(|member| member.member == contact.member));
        }
    }

    #[test]
    fn reporting_lines_cross_no_circle(facts in facts()) {
        let map = map(&Book::from_facts(facts));
        for link in map.links.iter().filter(|link| link.kind == ChainLinkKind::ReportsTo) {
            let (from, to) = (person(&map, link.from.as_str()), person(&map, link.to.as_str()));
            if from.row <= to.row {
                continue; // closes a circle of superiors
            }
            for ends in link.points.windows(2) {
                for other in map.people.iter().filter(|one| !std::ptr::eq(*one, from) && !std::ptr::eq(*one, to)) {
                    let near = |a: u32, b: u32, at: u32| at.clamp(a.min(b), a.max(b)).abs_diff(at);
                    let (dx, dy) = (near(ends[0].x, ends[1].x, other.x), near(ends[0].y, ends[1].y, other.y));
                    let distance = dx.saturating_pow(2).saturating_add(dy.saturating_pow(2));
                    prop_assert!(distance > other.radius.saturating_pow(2));
                }
            }
        }
    }

    #[test]
    fn the_order_of_the_facts_does_not_matter(facts in facts()) {
        let mut turned = facts.clone();
        turned.stakeholders.reverse();
        turned.committee_seats.reverse();
        turned.relationships.reverse();
        turned.interactions.reverse();
        prop_assert_eq!(map(&Book::from_facts(facts)), map(&Book::from_facts(turned)));
    }
}

//! Laws that hold for every chain, and the nearest ways against all ways there are.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::{ChainLinkKind, ChainVerdict, CommitteeIndex, NoPathCause, decision_chain};
use crate::facts::{
    Account, Book, BuyingRole, Channel, CommitteeSeat, Direction, Driver, Facts, Interaction, Opportunity,
    Relationship, RelationshipKind, RelationshipStrength as Strength, Stakeholder, StakeholderChange,
    StakeholderChangeKind as Change, Stance,
};
use crate::playbook::Playbook;
use crate::values::{Date, StakeholderId};

const PEOPLE: [&str; 7] = ["p0", "p1", "p2", "p3", "p4", "p5", "p6"];

fn as_of() -> Date {
    "2026-05-30".parse().unwrap()
}

fn day() -> impl Strategy<Value = Date> {
    (0_u32..160).prop_map(|days| as_of().plus_days(40).minus_days(days))
}

fn person() -> impl Strategy<Value = StakeholderId> {
    select(&PEOPLE[..]).prop_map(|id| id.parse().unwrap())
}

fn stance() -> impl Strategy<Value = Option<Stance>> {
    // Mostly for us, so that there are ways at all.
    prop_oneof![4 => select(&[Stance::Supporter, Stance::Ally, Stance::Insider][..]).prop_map(Some),
        1 => Just(Some(Stance::Hostile)), 1 => Just(Some(Stance::Neutral)), 1 => Just(None)]
}

fn change() -> impl Strategy<Value = StakeholderChange> {
    let what = prop_oneof![
        2 => stance().prop_map(|stance| Change::StanceChanged { stance, non_supporter: None }),
        3 => proptest::option::of(person()).prop_map(|reports_to| Change::ReportingLineChanged { reports_to }),
        1 => Just(Change::Left {}),
    ];
    (person(), day(), what).prop_map(|(stakeholder, on, change)| StakeholderChange {
        stakeholder,
        opportunity: None,
        on,
        change,
    })
}

fn relationship() -> impl Strategy<Value = Relationship> {
    let kind = prop_oneof![
        4 => Just(RelationshipKind::Knows),
        4 => Just(RelationshipKind::Influences),
        1 => Just(RelationshipKind::ConflictsWith),
    ];
    let strength = proptest::option::weighted(0.8, select(Strength::ALL));
    let until = proptest::option::weighted(0.1, day());
    (person(), person(), kind, strength, until).prop_map(|(from, to, kind, strength, until)| Relationship {
        strength,
        until,
        ..Relationship::new(from, to, kind)
    })
}

prop_compose! {
    fn facts()(
        superiors in proptest::collection::vec(proptest::option::weighted(0.4, person()), PEOPLE.len()),
        seated in subsequence(&PEOPLE[..], 3..=PEOPLE.len()),
        stances in proptest::collection::vec(stance(), PEOPLE.len()),
        informers in proptest::collection::vec(select(&[None, Some(false), None, Some(false), Some(true)][..]), PEOPLE.len()),
        induced in proptest::collection::vec(proptest::bool::weighted(0.1), PEOPLE.len()),
        roles in proptest::collection::vec(proptest::option::of(select(BuyingRole::ALL)), PEOPLE.len()),
        influences in proptest::collection::vec(proptest::option::of(0_u8..=100), PEOPLE.len()),
        changes in proptest::collection::vec(change(), 0..4),
        relationships in proptest::collection::vec(relationship(), 0..14),
        talks in proptest::collection::vec((person(), day(), select(Channel::ALL)), 0..12),
    ) -> Facts {
        let mut facts = Facts::default();
        facts.accounts.push(Account::new("a".parse().unwrap(), "A".parse().unwrap()));
        facts.opportunities.push(Opportunity::new("o".parse().unwrap(), "a".parse().unwrap()));
        for (id, superior) in PEOPLE.iter().zip(superiors) {
            let mut person = Stakeholder::new(id.parse().unwrap(), "a".parse().unwrap());
            person.reports_to = superior;
            facts.stakeholders.push(person);
        }
        for (id, ((stance, role), influence)) in seated.into_iter().zip(stances.into_iter().zip(roles).zip(influences)) {
            let mut seat = CommitteeSeat::new("o".parse().unwrap(), id.parse().unwrap());
            (seat.stance, seat.roles) = (stance, role.into_iter().collect());
            seat.influence = influence.map(|influence| influence.to_string().parse().unwrap());
            facts.committee_seats.push(seat);
        }
        for (seat, (informs, is_induced)) in facts.committee_seats.iter_mut().zip(informers.into_iter().zip(induced)) {
            seat.informs_competitor = informs;
            seat.drivers = if is_induced { vec![Driver::Money, Driver::UnlawfulInducement] } else { vec![] };
        }
        let mut taken = BTreeSet::new();
        facts.relationships = relationships;
        facts.relationships.retain(|link| {
            link.from != link.to && taken.insert((link.from.clone(), link.to.clone(), link.kind))
        });
        facts.stakeholder_changes = changes;
        for (at, (person, on, channel)) in talks.into_iter().enumerate() {
            facts.interactions.push(Interaction {
                id: format!("i{at}").parse().unwrap(),
                account: "a".parse().unwrap(),
                on,
                channel,
                direction: Direction::TwoWay,
                stakeholders: vec![person],
                members: vec![],
                opportunity: None,
                topics: vec![],
            });
        }
        facts
    }
}

/// The chain, everybody asked for.
fn chain(facts: &Facts) -> ChainVerdict {
    let book = Book::from_facts(facts.clone());
    assert_eq!(book.problems(), []);
    let (account, opportunity) = book.opportunity(&"o".parse().unwrap()).unwrap();
    let (playbook, everybody) = (Playbook::six_stage(), PEOPLE.map(|id| id.parse().unwrap()));
    let verdict = decision_chain(account, opportunity, &playbook, &everybody, as_of());
    let index = CommitteeIndex::new(account, as_of());
    assert_eq!(verdict, index.decision_chain(opportunity, &playbook, &everybody));
    verdict
}

/// What a chain is worked out from, read from another verdict: where people stand and how deep contact is.
struct Oracle<'v> {
    verdict: &'v ChainVerdict,
    people: Vec<crate::cute::CommitteePerson>,
}

impl<'v> Oracle<'v> {
    fn new(facts: &Facts, verdict: &'v ChainVerdict) -> Self {
        let book = Book::from_facts(facts.clone());
        let (account, opportunity) = book.opportunity(&"o".parse().unwrap()).unwrap();
        let coverage = crate::cute::check_coverage(account, opportunity, &Playbook::six_stage(), as_of());
        Self { verdict, people: coverage.people }
    }

    fn of(&self, id: &StakeholderId) -> Option<&crate::cute::CommitteePerson> {
        self.people.iter().find(|person| person.stakeholder == *id && person.left_on.is_none())
    }

    fn surcharge(&self, id: &StakeholderId) -> Option<u32> {
        match self.of(id)?.stance? {
            Stance::Insider => Some(0),
            Stance::Ally => Some(1),
            Stance::Supporter => Some(2),
            _ => None,
        }
    }

    /// Whether nothing recorded of somebody forbids that they pass us on.
    fn is_reliable(&self, id: &StakeholderId) -> bool {
        self.of(id).is_some_and(|person| {
            person.informs_competitor != Some(true) && !person.drivers.contains(&Driver::UnlawfulInducement)
        })
    }

    fn are_at_odds(&self, one: &StakeholderId, other: &StakeholderId) -> bool {
        self.verdict.links.iter().any(|link| {
            link.kind == ChainLinkKind::ConflictsWith
                && ((link.from == *one && link.to == *other) || (link.from == *other && link.to == *one))
        })
    }

    fn tie(&self, from: &StakeholderId, to: &StakeholderId) -> Option<u32> {
        let by_strength = |strength, distances: [u32; 4]| match strength {
            Some(Strength::Close) => distances[0],
            Some(Strength::Working) => distances[1],
            None => distances[2],
            Some(_) => distances[3],
        };
        let distance = |link: &super::ChainLink| match (link.kind, link.from == *from && link.to == *to) {
            _ if ![&link.from, &link.to].contains(&from) || ![&link.from, &link.to].contains(&to) => None,
            (ChainLinkKind::Knows, _) => Some(by_strength(link.strength, [1, 2, 3, 4])),
            (ChainLinkKind::Influences, true) => Some(by_strength(link.strength, [1, 2, 2, 3])),
            (ChainLinkKind::Influences, false) => Some(by_strength(link.strength, [2, 3, 3, 4])),
            (ChainLinkKind::ReportsTo, true) => Some(3),
            (ChainLinkKind::ReportsTo, false) => Some(1),
            _ => None,
        };
        self.verdict.links.iter().filter_map(distance).min()
    }

    /// The distance of some people one after the other as a way to the last; none where it is no way.
    fn distance(&self, way: &[StakeholderId]) -> Option<u32> {
        let (first, target) = (way.first()?, way.last()?);
        let opening = self.of(first)?;
        self.surcharge(first)?;
        if opening.days_since_contact? > 60 {
            return None;
        }
        let mut sum = match opening.contact_depth.as_str() {
            "in_depth" => 1,
            "several" => 2,
            _ => 3,
        };
        for pair in way.windows(2) {
            let is_barred = self.are_at_odds(&pair[0], &pair[1]) || self.are_at_odds(&pair[0], target);
            if is_barred || !self.is_reliable(&pair[0]) {
                return None;
            }
            sum += self.tie(&pair[0], &pair[1])? + self.surcharge(&pair[0])?;
        }
        Some(sum)
    }

    /// The three nearest of all ways without repetition, by trying every order of people.
    fn nearest(&self, target: &StakeholderId) -> Vec<(u32, usize, Vec<StakeholderId>)> {
        let mut found = Vec::new();
        let mut begun: Vec<Vec<StakeholderId>> = vec![Vec::new()];
        while let Some(way) = begun.pop() {
            let whole: Vec<StakeholderId> = way.iter().chain([target]).cloned().collect();
            found.extend(self.distance(&whole).map(|distance| (distance, whole.len(), whole)));
            for id in PEOPLE.iter().map(|id| id.parse::<StakeholderId>().unwrap()) {
                // Whoever has no part in the committee passes nobody on.
                if id != *target && !way.contains(&id) && self.surcharge(&id).is_some() {
                    let is_tied = way.last().is_none_or(|last| self.tie(last, &id).is_some());
                    begun.extend(is_tied.then(|| way.iter().cloned().chain([id]).collect()));
                }
            }
        }
        found.sort();
        found.truncate(3);
        found
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn ways_are_the_nearest_of_all_there_are(facts in facts()) {
        let verdict = chain(&facts);
        let oracle = Oracle::new(&facts, &verdict);
        prop_assert_eq!(verdict.approaches.len(), PEOPLE.len());
        let opens = |id: &StakeholderId| oracle.is_reliable(id) && oracle.distance(std::slice::from_ref(id)).is_some();
        let has_first = oracle.people.iter().any(|person| opens(&person.stakeholder));
        for approach in &verdict.approaches {
            let found: Vec<_> = approach.paths.iter().map(|path| {
                let people: Vec<StakeholderId> = path.steps.iter().map(|step| step.stakeholder.clone()).collect();
                (path.distance, people.len(), people)
            }).collect();
            if approach.no_path == Some(NoPathCause::TargetLeft) {
                prop_assert!(found.is_empty());
                continue;
            }
            prop_assert_eq!(&found, &oracle.nearest(&approach.target), "{}", approach.target);
            let no_path = match (found.is_empty(), has_first) {
                (false, _) => None,
                (true, true) => Some(NoPathCause::NoConnection),
                (true, false) => Some(NoPathCause::NobodyForUsInContact),
            };
            prop_assert_eq!(approach.no_path, no_path);
            for path in &approach.paths {
                prop_assert_eq!(path.steps.iter().map(|step| step.distance).sum::<u32>(), path.distance);
                let before = path.steps.iter().rev().skip(1);
                prop_assert!(before.clone().all(|step| oracle.is_reliable(&step.stakeholder)));
                prop_assert!(path.steps.iter().all(|step| step.link.is_none_or(ChainLinkKind::carries)));
            }
        }
    }

    #[test]
    fn the_order_of_facts_does_not_matter(facts in facts(), seed in any::<u64>()) {
        let mut shuffled = facts.clone();
        let key = |at: usize| (at as u64 + 1).wrapping_mul(seed | 1).rotate_left(17);
        macro_rules! shuffle {
            ($($table:ident)+) => {$({
                let mut rows: Vec<_> = shuffled.$table.into_iter().enumerate().collect();
                rows.sort_by_key(|(at, _)| key(*at));
                shuffled.$table = rows.into_iter().map(|(_, row)| row).collect();
            })+};
        }
        shuffle!(stakeholders committee_seats stakeholder_changes relationships interactions);
        prop_assert_eq!(chain(&shuffled), chain(&facts));
    }

    #[test]
    fn later_facts_are_not_used(facts in facts()) {
        let mut known = facts.clone();
        known.stakeholder_changes.retain(|change| change.on <= as_of());
        known.interactions.retain(|talk| talk.on <= as_of());
        for link in &mut known.relationships {
            link.until = link.until.filter(|until| *until < as_of());
        }
        prop_assert_eq!(chain(&known), chain(&facts));
    }

    #[test]
    fn unknown_never_counts_as_favourable(facts in facts()) {
        let mut unknown = facts;
        unknown.committee_seats.iter_mut().for_each(|seat| seat.stance = None);
        unknown.stakeholder_changes.retain(|change| !matches!(change.change, Change::StanceChanged { .. }));
        let verdict = chain(&unknown);
        prop_assert!(verdict.approaches.iter().all(|approach| approach.paths.is_empty() && approach.no_path.is_some()));
    }

    #[test]
    fn trust_won_never_makes_a_way_longer(facts in facts(), who in 0_usize..7) {
        let nearest = |verdict: &ChainVerdict| -> Vec<(StakeholderId, Option<u32>)> {
            let mut all: Vec<_> = verdict
                .approaches
                .iter()
                .map(|approach| (approach.target.clone(), approach.paths.first().map(|path| path.distance)))
                .collect();
            all.sort();
            all
        };
        let before = nearest(&chain(&facts));
        let mut won = facts;
        let id: StakeholderId = PEOPLE[who].parse().unwrap();
        won.stakeholder_changes.retain(|change| {
            change.stakeholder != id || !matches!(change.change, Change::StanceChanged { .. })
        });
        for seat in won.committee_seats.iter_mut().filter(|seat| seat.stakeholder == id) {
            seat.stance = Some(Stance::Insider);
        }
        for ((_, before), (_, after)) in before.into_iter().zip(nearest(&chain(&won))) {
            prop_assert!(before.is_none() || after.is_some_and(|after| Some(after) <= before));
        }
    }

    #[test]
    fn circles_are_who_comes_back_to_themselves(facts in facts()) {
        let verdict = chain(&facts);
        let own: BTreeSet<_> = verdict.circles.iter().filter(|circle| circle.stakeholders.len() == 1).collect_ids();
        let all = verdict.circles.iter().collect_ids();
        let up = |id: &StakeholderId| {
            let line = |link: &&super::ChainLink| link.kind == ChainLinkKind::ReportsTo && link.from == *id;
            verdict.links.iter().find(line).map(|link| link.to.clone())
        };
        for id in PEOPLE.iter().map(|id| id.parse::<StakeholderId>().unwrap()).filter(|id| !own.contains(id)) {
            let comes_back = std::iter::successors(up(&id), up).take(PEOPLE.len()).any(|above| above == id);
            prop_assert_eq!(all.contains(&id), comes_back);
        }
    }

    #[test]
    fn key_people_are_in_order(facts in facts()) {
        let verdict = chain(&facts);
        for (at, pair) in verdict.key_people.windows(2).enumerate() {
            prop_assert_eq!(pair[0].rank, at + 1);
            prop_assert!((pair[0].score, pair[0].centrality) >= (pair[1].score, pair[1].centrality));
        }
        for person in &verdict.key_people {
            prop_assert_eq!(person.score.is_some(), person.influence.is_some());
        }
    }
}

trait CollectIds {
    fn collect_ids(self) -> BTreeSet<StakeholderId>;
}

impl<'v, I: Iterator<Item = &'v super::ReportingCircle>> CollectIds for I {
    fn collect_ids(self) -> BTreeSet<StakeholderId> {
        self.flat_map(|circle| circle.stakeholders.iter().cloned()).collect()
    }
}

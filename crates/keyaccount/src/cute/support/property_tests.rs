//! Laws of the support base.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::{SupportTrend, SupportVerdict, support_base};
use crate::facts::{
    Account, Book, BuyingRole, CoachPosition, CommitteeSeat, Facts, Opportunity, Stakeholder, StakeholderChange,
    StakeholderChangeKind as Change, Stance,
};
use crate::playbook::Playbook;
use crate::values::{Date, Influence};

fn as_of() -> Date {
    "2026-05-30".parse().unwrap()
}

fn day() -> impl Strategy<Value = Date> {
    (0_u32..160).prop_map(|days| as_of().plus_days(10).minus_days(days))
}

fn stance() -> impl Strategy<Value = Option<Stance>> {
    proptest::option::weighted(0.8, select(Stance::ALL))
}

fn influence() -> impl Strategy<Value = Option<Influence>> {
    let hundredths = prop_oneof![(0_i64..=100).prop_map(|whole| whole * 100), 0_i64..=10_000];
    proptest::option::weighted(0.8, hundredths.prop_map(|number| Influence::try_new(Decimal::new(number, 2)).unwrap()))
}

fn position() -> impl Strategy<Value = Option<CoachPosition>> {
    proptest::option::weighted(0.2, select(CoachPosition::ALL))
}

/// Since when somebody sits, where they stand, how much they weigh, and where they belong.
type Seat = (Option<Date>, Option<Stance>, Option<Influence>, Option<CoachPosition>);

fn seats() -> impl Strategy<Value = Vec<Seat>> {
    proptest::collection::vec((proptest::option::weighted(0.3, day()), stance(), influence(), position()), 0..10)
}

fn changes() -> impl Strategy<Value = Vec<(usize, Date, Change)>> {
    let what = prop_oneof![
        4 => stance().prop_map(|stance| Change::StanceChanged { stance, non_supporter: None }),
        3 => influence().prop_map(|influence| Change::InfluenceChanged { influence }),
        1 => position().prop_map(|coach_position| Change::CoachPositionChanged { coach_position }),
        1 => select(BuyingRole::ALL).prop_map(|role| Change::RoleTaken { role }),
        1 => Just(Change::Left {}),
    ];
    proptest::collection::vec((0_usize..12, day(), what), 0..16)
}

/// Twelve people, named by a function of their number; the first ones have a seat.
fn facts() -> impl Strategy<Value = Facts> {
    (seats(), changes()).prop_map(|(seats, changes)| {
        let mut facts = Facts::default();
        facts.accounts.push(Account::new("a".parse().unwrap(), "A".parse().unwrap()));
        facts.opportunities.push(Opportunity::new("o".parse().unwrap(), "a".parse().unwrap()));
        for at in 0..12 {
            facts.stakeholders.push(Stakeholder::new(format!("p{at:02}").parse().unwrap(), "a".parse().unwrap()));
        }
        for (at, (since, stance, influence, coach_position)) in seats.into_iter().enumerate() {
            let mut seat = CommitteeSeat::new("o".parse().unwrap(), format!("p{at:02}").parse().unwrap());
            (seat.since, seat.stance, seat.influence, seat.coach_position) = (since, stance, influence, coach_position);
            facts.committee_seats.push(seat);
        }
        for (at, on, change) in changes {
            facts.stakeholder_changes.push(StakeholderChange {
                stakeholder: format!("p{at:02}").parse().unwrap(),
                opportunity: Some("o".parse().unwrap()),
                on,
                change,
            });
        }
        facts
    })
}

fn measure(facts: &Facts) -> SupportVerdict {
    let book = Book::from_facts(facts.clone());
    assert_eq!(book.problems(), []);
    let (account, opportunity) = book.opportunity(&"o".parse().unwrap()).unwrap();
    support_base(account, opportunity, &Playbook::six_stage(), None, as_of())
}

/// Gives every person another name.
fn renamed(facts: &Facts, name: impl Fn(&str) -> String) -> Facts {
    let mut facts = facts.clone();
    facts.stakeholders.iter_mut().for_each(|one| one.id = name(one.id.as_str()).parse().unwrap());
    facts.committee_seats.iter_mut().for_each(|one| one.stakeholder = name(one.stakeholder.as_str()).parse().unwrap());
    facts
        .stakeholder_changes
        .iter_mut()
        .for_each(|one| one.stakeholder = name(one.stakeholder.as_str()).parse().unwrap());
    facts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn effects_add_up_to_the_change(facts in facts()) {
        let verdict = measure(&facts);
        let now = verdict.base.for_us.share_of_influence;
        let before = verdict.before.for_us.share_of_influence;
        let change = before.zip(now).map(|(before, now)| now.value() - before.value());
        prop_assert_eq!(verdict.change.map(|change| change.value()), change);
        match change {
            Some(change) => {
                let sum: Decimal = verdict.movers.iter().filter_map(|mover| mover.effect).map(|e| e.value()).sum();
                prop_assert_eq!(sum, change);
            }
            None => prop_assert!(verdict.movers.iter().all(|mover| mover.effect.is_none())),
        }
        for mover in &verdict.movers {
            let weighed = mover.influence_before.or(mover.influence_now).is_some();
            prop_assert_eq!(mover.effect.is_some(), weighed && change.is_some());
            prop_assert!(mover.on.is_some_and(|on| verdict.since < on && on <= verdict.as_of), "{:?}", mover);
            prop_assert!(mover.reason.message.contains(&mover.on.unwrap().to_string()));
        }
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<SupportVerdict>(&text).unwrap(), verdict);
    }

    #[test]
    fn effects_are_the_exact_ones_to_a_unit(facts in facts()) {
        // The formula with the means of both days, in decimals that are rounded only at the 28th digit.
        let verdict = measure(&facts);
        let (w0, w1) = (sum(&verdict.before), sum(&verdict.base));
        let (f0, f1) = (verdict.before.for_us.influence.value(), verdict.base.for_us.influence.value());
        let is_for_us = |stance: Option<Stance>| stance.is_some_and(Stance::is_favourable);
        for mover in verdict.movers.iter().filter(|mover| mover.effect.is_some()) {
            let weight = |influence: Option<Influence>| influence.map_or(Decimal::ZERO, Influence::value);
            let (before, now) = (weight(mover.influence_before), weight(mover.influence_now));
            let part = |stance, weight| if is_for_us(stance) { weight } else { Decimal::ZERO };
            let own = part(mover.to, now) - part(mover.from, before);
            let mean_share = (f0 / w0 + f1 / w1) / Decimal::TWO;
            let exact = (own - mean_share * (now - before)) / ((w0 + w1) / Decimal::TWO);
            let off = (mover.effect.unwrap().value() - exact).abs();
            prop_assert!(off <= Decimal::new(1001, 7), "{:?} instead of {}", mover, exact);
        }
    }

    #[test]
    fn groups_are_the_whole(facts in facts()) {
        let verdict = measure(&facts);
        for base in [&verdict.base, &verdict.before] {
            let groups = base.groups();
            prop_assert_eq!(groups.iter().map(|group| group.people).sum::<usize>(), base.people);
            prop_assert!(groups.iter().all(|group| group.people == group.stakeholders.len()));
            prop_assert!(groups.iter().all(|group| group.share_of_people.is_some() == (base.people > 0)));
            prop_assert!(groups.iter().all(|group| group.share_of_influence.is_some() == (sum(base) > Decimal::ZERO)));
        }
    }

    #[test]
    fn the_order_of_facts_and_names_change_nothing(facts in facts()) {
        let verdict = measure(&facts);
        let mut turned = facts.clone();
        turned.stakeholders.reverse();
        turned.committee_seats.reverse();
        turned.stakeholder_changes.reverse();
        prop_assert_eq!(&measure(&turned), &verdict);
        // Names that turn the order round: the same people to the same effect, up to which of equals got a unit.
        let other = |name: &str| format!("q{:02}", 11 - name.trim_start_matches('p').parse::<u32>().unwrap());
        let renamed = measure(&renamed(&facts, other));
        prop_assert_eq!((renamed.trend, renamed.change), (verdict.trend, verdict.change));
        prop_assert_eq!(renamed.base.for_us.influence, verdict.base.for_us.influence);
        let effects = |verdict: &SupportVerdict| {
            let mut all: Vec<_> = verdict.movers.iter().map(|mover| mover.effect).collect();
            all.sort();
            all
        };
        prop_assert_eq!(effects(&renamed), effects(&verdict));
        for mover in &verdict.movers {
            let same = renamed.movers.iter().find(|one| one.stakeholder.as_str() == other(mover.stakeholder.as_str()));
            prop_assert_eq!(same.map(|same| (same.kind, same.on)), Some((mover.kind, mover.on)));
        }
    }

    #[test]
    fn unknown_never_counts_as_favourable(facts in facts()) {
        let known = measure(&facts);
        let mut unknown = facts.clone();
        unknown.committee_seats.iter_mut().for_each(|seat| seat.stance = None);
        unknown.stakeholder_changes.retain(|change| !matches!(change.change, Change::StanceChanged { .. }));
        let verdict = measure(&unknown);
        prop_assert_eq!((verdict.base.for_us.people, verdict.base.unknown.people), (0, verdict.base.people));
        prop_assert!(verdict.trend == SupportTrend::Steady || verdict.trend == SupportTrend::Unknown);
        // Forgetting where one person stands never raises our share.
        for seat in 0..facts.committee_seats.len() {
            let mut fewer = facts.clone();
            let person = fewer.committee_seats[seat].stakeholder.clone();
            fewer.committee_seats[seat].stance = None;
            fewer.stakeholder_changes.retain(|change| {
                change.stakeholder != person || !matches!(change.change, Change::StanceChanged { .. })
            });
            let base = measure(&fewer).base;
            prop_assert!(base.for_us.share_of_influence <= known.base.for_us.share_of_influence);
            prop_assert!(base.for_us.share_of_people <= known.base.for_us.share_of_people);
        }
    }

    #[test]
    fn later_facts_are_not_used(facts in facts()) {
        let mut known = facts.clone();
        known.committee_seats.retain(|seat| seat.since.is_none_or(|since| since <= as_of()));
        known.stakeholder_changes.retain(|change| change.on <= as_of());
        prop_assert_eq!(measure(&known), measure(&facts));
    }
}

fn sum(base: &super::SupportBase) -> Decimal {
    base.groups().iter().map(|group| group.influence.value()).sum()
}

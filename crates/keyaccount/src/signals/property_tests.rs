//! Laws that hold for every account.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::run::held_since;
use super::{Signal, SignalKind, SignalOutcome, SignalsVerdict, detect_signals};
use crate::facts::{
    Account, Book, Channel, Direction, Facts, Interaction, Proposal, Purchase, SignalMute, Supplier, TeamChange,
    TeamFunction, TeamMove, Topic,
};
use crate::playbook::Playbook;
use crate::values::Date;

fn as_of() -> Date {
    "2026-05-30".parse().unwrap()
}

fn day() -> impl Strategy<Value = Date> {
    // Mostly within the windows; some long ago, some yet to come.
    prop_oneof![6 => 30_u32..400, 2 => 400_u32..900, 1 => 0_u32..30]
        .prop_map(|days| as_of().plus_days(30).minus_days(days))
}

fn interaction() -> impl Strategy<Value = Interaction> {
    let channel = select(&[Channel::Visit, Channel::Phone, Channel::Phone, Channel::Mail, Channel::Mail][..]);
    let spoken = select(&[Topic::Order, Topic::Delivery, Topic::Need, Topic::Training, Topic::TrainingDeclined][..]);
    let said =
        select(&[Topic::PreSalesDeclined, Topic::NewTechnologyStudied, Topic::NewTechnologyAdopted, Topic::Other][..]);
    let topics = prop_oneof![1 => Just(vec![]), 9 => vec(prop_oneof![spoken, said], 1..3)];
    (day(), channel, select(Direction::ALL), topics).prop_map(|(on, channel, direction, topics)| Interaction {
        id: "renumbered".parse().unwrap(),
        account: "a".parse().unwrap(),
        on,
        channel,
        direction,
        stakeholders: vec![],
        members: vec![],
        opportunity: None,
        topics,
    })
}

fn purchase() -> impl Strategy<Value = Purchase> {
    (day(), option::weighted(0.9, select(&["oil", "grease"][..])), option::of(Just("1")), 0_u8..8).prop_map(
        |(on, category, quantity, rival)| Purchase {
            id: "renumbered".parse().unwrap(),
            account: "a".parse().unwrap(),
            on,
            supplier: match rival {
                0 => Supplier::Competitor { name: "Rival".parse().unwrap() },
                _ => Supplier::Us {},
            },
            category: category.map(|name| name.parse().unwrap()),
            product: None,
            amount: None,
            quantity: quantity.map(|number| number.parse().unwrap()),
        },
    )
}

fn proposal() -> impl Strategy<Value = Proposal> {
    (day(), option::weighted(0.9, select(&["standard", "standard", "standard", "short"][..]))).prop_map(
        |(on, template)| Proposal {
            id: "renumbered".parse().unwrap(),
            account: "a".parse().unwrap(),
            on,
            opportunity: None,
            template: template.map(|name| name.parse().unwrap()),
        },
    )
}

fn team_change() -> impl Strategy<Value = TeamChange> {
    let function = select(&[TeamFunction::PreSales, TeamFunction::PreSales, TeamFunction::Sales][..]);
    (day(), select(&["m0", "m1", "m2", "m3"][..]), function, select(TeamMove::ALL)).prop_map(
        |(on, member, function, change)| TeamChange {
            id: "renumbered".parse().unwrap(),
            on,
            member: member.parse().unwrap(),
            function,
            change,
            territory: None,
            accounts: vec!["a".parse().unwrap()],
        },
    )
}

fn mute() -> impl Strategy<Value = SignalMute> {
    (day(), select(SignalKind::ALL)).prop_map(|(until, signal)| SignalMute {
        account: "a".parse().unwrap(),
        signal,
        reason: "agreed".parse().unwrap(),
        until,
        by: None,
    })
}

fn facts() -> impl Strategy<Value = Facts> {
    let rows = (
        vec(interaction(), 0..8),
        vec(purchase(), 0..16),
        vec(proposal(), 0..7),
        vec(team_change(), 0..6),
        vec(mute(), 0..3),
    );
    rows.prop_map(|(mut talks, mut purchases, mut proposals, mut changes, mutes)| {
        talks.iter_mut().enumerate().for_each(|(at, row)| row.id = format!("i{at}").parse().unwrap());
        purchases.iter_mut().enumerate().for_each(|(at, row)| row.id = format!("b{at}").parse().unwrap());
        proposals.iter_mut().enumerate().for_each(|(at, row)| row.id = format!("p{at}").parse().unwrap());
        changes.iter_mut().enumerate().for_each(|(at, row)| row.id = format!("t{at}").parse().unwrap());
        let mut facts = Facts::default();
        facts.accounts.push(Account::new("a".parse().unwrap(), "A".parse().unwrap()));
        (facts.interactions, facts.purchases, facts.proposals) = (talks, purchases, proposals);
        (facts.team_changes, facts.signal_mutes) = (changes, mutes);
        facts
    })
}

fn detect(facts: &Facts, as_of: Date) -> SignalsVerdict {
    let book = Book::from_facts(facts.clone());
    assert_eq!(book.problems(), []);
    detect_signals(book.accounts().first().unwrap(), &Playbook::six_stage(), as_of)
}

fn signal(verdict: &SignalsVerdict, kind: SignalKind) -> &Signal {
    verdict.signals.iter().find(|signal| signal.kind == kind).unwrap()
}

proptest! {
    #[test]
    fn every_verdict_is_whole(facts in facts()) {
        let verdict = detect(&facts, as_of());
        let kinds: Vec<_> = verdict.signals.iter().map(|signal| signal.kind).collect();
        prop_assert_eq!(kinds, SignalKind::ALL);
        for signal in &verdict.signals {
            let is_raised = signal.outcome == SignalOutcome::Raised;
            prop_assert_eq!(signal.severity.is_some(), is_raised);
            prop_assert_eq!(signal.since.is_some_and(|since| since <= as_of()), is_raised);
            prop_assert_eq!(signal.confidence.is_none(), signal.outcome == SignalOutcome::Unknown);
            prop_assert!(signal.mute.is_some() || signal.state == signal.outcome.into());
            prop_assert!(!is_raised || signal.reasons.iter().all(|reason| reason.fact_count > 0));
        }
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<SignalsVerdict>(&text).unwrap(), verdict);
    }

    #[test]
    fn the_order_of_facts_changes_nothing(facts in facts()) {
        let mut turned = facts.clone();
        turned.interactions.reverse();
        turned.purchases.reverse();
        turned.proposals.reverse();
        turned.team_changes.reverse();
        turned.signal_mutes.reverse();
        prop_assert_eq!(detect(&turned, as_of()), detect(&facts, as_of()));
    }

    #[test]
    fn later_facts_are_not_used(facts in facts()) {
        let mut known = facts.clone();
        known.interactions.retain(|row| row.on <= as_of());
        known.purchases.retain(|row| row.on <= as_of());
        known.proposals.retain(|row| row.on <= as_of());
        known.team_changes.retain(|row| row.on <= as_of());
        prop_assert_eq!(detect(&known, as_of()), detect(&facts, as_of()));
    }

    /// The condition was met on the day it is said to have begun and, for conditions of one kind, not the day before.
    #[test]
    fn a_raised_signal_began_when_it_says(facts in facts()) {
        let mut facts = facts;
        // Somebody always recorded something, so that silence is known to be silence.
        facts.interactions.push(Interaction {
            id: "first".parse().unwrap(),
            account: "a".parse().unwrap(),
            on: "2020-01-01".parse().unwrap(),
            channel: Channel::Mail,
            direction: Direction::Inbound,
            stakeholders: vec![],
            members: vec![],
            opportunity: None,
            topics: vec![Topic::Other],
        });
        for raised in detect(&facts, as_of()).signals.iter().filter(|signal| signal.outcome == SignalOutcome::Raised) {
            let since = raised.since.unwrap();
            let then = detect(&facts, since);
            prop_assert_eq!(signal(&then, raised.kind).outcome, SignalOutcome::Raised, "{:?}", raised);
            let is_single = matches!(
                raised.kind,
                SignalKind::OrdersWithoutSelling | SignalKind::PreSalesTeamLeaving | SignalKind::TrainingDeclined
            );
            let before = detect(&facts, since.minus_days(1));
            prop_assert!(!is_single || signal(&before, raised.kind).outcome != SignalOutcome::Raised, "{:?}", raised);
        }
    }

    /// The same answer as counting anew on every day.
    #[test]
    fn a_run_is_what_counting_by_day_gives(
        events in vec((0_u8..4, 0_u32..60), 0..12),
        minimum in 1_u32..4,
        days in 0_u32..20,
    ) {
        let first: Date = "2026-04-01".parse().unwrap();
        let as_of = first.plus_days(60);
        let events: Vec<(u8, Date)> = events.into_iter().map(|(key, at)| (key, first.plus_days(at))).collect();
        let holds = |on: Date| {
            let near = events.iter().filter(|(_, day)| *day <= on && *day >= on.minus_days(days));
            let keys: std::collections::BTreeSet<u8> = near.map(|(key, _)| *key).collect();
            u32::try_from(keys.len()).unwrap() >= minimum
        };
        let expected = (0..=60).map(|back| as_of.minus_days(back)).take_while(|on| holds(*on)).last();
        prop_assert_eq!(held_since(events.iter().copied(), minimum, days, as_of), expected);
    }

    #[test]
    fn a_mute_hides_the_state_only(facts in facts(), muted in subsequence(SignalKind::ALL, 0..=6)) {
        let mut quiet = facts.clone();
        quiet.signal_mutes.clear();
        let loud = detect(&quiet, as_of());
        quiet.signal_mutes.extend(muted.iter().map(|kind| SignalMute {
            account: "a".parse().unwrap(),
            signal: *kind,
            reason: "agreed".parse().unwrap(),
            until: as_of(),
            by: None,
        }));
        for (loud, quiet) in loud.signals.iter().zip(detect(&quiet, as_of()).signals) {
            prop_assert_eq!(quiet.mute.is_some(), muted.contains(&quiet.kind));
            let unmuted = Signal { state: loud.state, mute: None, ..quiet };
            prop_assert_eq!(&unmuted, loud);
        }
    }
}

//! Histories and transitions by hand, and laws over random purchases.

use proptest::prelude::*;

use super::confirm::confirm;
use super::course::{Course, phase_on};
use super::*;
use crate::facts::{Account, AccountBook, Book, Facts, Purchase};
use crate::loyalty::occasions::{Occasions, dated_until, day_number};
use crate::loyalty::testing::*;
use crate::playbook::Playbook;
use crate::values::{Date, ExactSum, PeriodUnit};

fn history(book: &AccountBook, as_of: Date) -> LifecycleHistoryVerdict {
    lifecycle_history(book, &Playbook::six_stage(), as_of)
}

/// From, to and phase of every span, in days of the tests.
fn spans(verdict: &LifecycleHistoryVerdict) -> Vec<(i64, i64, &str)> {
    let days = |date: Date| date.days_since(day(0));
    verdict.spans.iter().map(|span| (days(span.from), days(span.to), span.phase.as_str())).collect()
}

#[test]
fn a_life_by_hand() {
    // Every thirty days, 24 orders up to day 690; then silence; an order on day 1,000.
    let days = [regular(0, 30, 24), vec![1_000]].concat();
    let verdict = history(&orders(&days), day(1_010));
    // Checks on 1010 − 30k: … 20, 50, 80 … Growing from three orders on: checks on 80 and 110 say so.
    // Two windows of 120 days are full from day 240 on: checks on 260 and 290 say that it is mature.
    // Silent for 75 days from day 765 on: 770 and 800; for 150 from 840 on: 860 (170 > 150: 830 is not) and 890.
    assert_eq!(
        spans(&verdict),
        [
            (0, 79, "acquisition"),
            (80, 259, "growth"),
            (260, 769, "mature"),
            (770, 859, "high_risk"),
            (860, 999, "detached"),
            (1_000, 1_010, "acquisition"),
        ]
    );
    let confirmed: Vec<Date> = verdict.spans.iter().map(|span| span.confirmed_on).collect();
    assert_eq!(confirmed, [20, 110, 290, 800, 890, 1_010].map(day));
    let rules: Vec<&str> = verdict.spans.iter().map(|span| span.reason.rule.as_ref()).collect();
    assert_eq!(
        rules,
        ["few_orders", "still_forming", "trend_steady", "silence_high_risk", "silence_detached", "returned"]
    );
    let at_once: Vec<bool> = verdict.spans.iter().map(|span| span.at_once).collect();
    assert_eq!(at_once, [true, false, false, false, false, true]);
    assert_eq!(verdict.spans.iter().filter(|span| span.in_high_risk_band).count(), 1);
    assert_eq!(verdict.first_order, Some(day(0)));
    let at_risk = verdict.totals.iter().find(|total| total.phase == LifecyclePhase::HighRisk).unwrap();
    assert_eq!((at_risk.spans, at_risk.days), (1, 90));
    let relationships: Vec<&str> = verdict.spans.iter().map(|span| span.relationship.as_str()).collect();
    assert_eq!(relationships, ["exploration", "formation", "stable", "degeneration", "degeneration", "exploration"]);
}

#[test]
fn who_never_ordered_is_a_prospect_since_the_first_fact() {
    let verdict = history(&orders(&[]), day(100));
    assert_eq!(spans(&verdict), [(100, 100, "prospect")]);
    assert_eq!(verdict.first_order, None);
    // A competitor's order is the first fact; ours came later.
    let book = account(vec![order(1, day(10), 'B'), order(2, day(50), 'A')]);
    assert_eq!(spans(&history(&book, day(60))), [(10, 49, "prospect"), (50, 60, "acquisition")]);
    assert_eq!(spans(&history(&book, day(49))), [(10, 49, "prospect")]);
}

#[test]
fn one_order_is_new_for_ever() {
    assert_eq!(spans(&history(&orders(&[7]), day(2_000))), [(7, 2_000, "acquisition")]);
}

#[test]
fn three_orders_on_three_days_and_silence_are_no_lost_customer_at_the_first_check() {
    // Checks on days 10 and 40: 18 days of silence are more than 14 and 2.5 × 1, but one check is not enough.
    let book = orders(&[20, 21, 22]);
    assert_eq!(spans(&history(&book, day(40))), [(20, 40, "acquisition")]);
    assert_eq!(history(&book, day(40)).spans[0].reason.rule, "few_orders");
    assert_eq!(history(&book, day(40)).spans[0].raw_phase, LifecyclePhase::HighRisk);
    assert_eq!(spans(&history(&book, day(70))), [(20, 39, "acquisition"), (40, 70, "high_risk")]);
}

#[test]
fn weekly_orders_of_ten_years_are_one_mature_life() {
    let verdict = history(&orders(&regular(0, 7, 522)), day(7 * 521 + 3));
    assert_eq!(verdict.spans.last().unwrap().phase, LifecyclePhase::Mature);
    // The first check, 20 days after the first order, finds three of them.
    assert_eq!(spans(&verdict), [(0, 199, "growth"), (200, 3_650, "mature")]);
    assert_eq!(verdict.checks, 123);
}

/// A book of several accounts.
fn portfolio(accounts: Vec<Vec<Purchase>>) -> Book {
    let mut facts = Facts::default();
    for (number, purchases) in accounts.into_iter().enumerate() {
        let id: crate::values::AccountId = format!("a{number}").parse().unwrap();
        facts.accounts.push(Account::new(id.clone(), id.as_str().parse().unwrap()));
        facts.purchases.extend(purchases.into_iter().map(|purchase| Purchase {
            id: format!("{id}-{}", purchase.id).parse().unwrap(),
            account: id.clone(),
            ..purchase
        }));
    }
    Book::from_facts(facts)
}

fn transitions(book: &Book, from: u32, to: u32, step: PeriodUnit) -> LifecycleTransitionsVerdict {
    lifecycle_transitions(book, &Playbook::six_stage(), day(from), day(to), step).unwrap()
}

#[test]
fn transitions_by_hand() {
    let bought = |days: &[u32]| orders(days).purchases.into_iter().map(|order| priced(order, 10_000)).collect();
    let book = portfolio(vec![vec![], bought(&[400]), bought(&regular(0, 30, 24)), bought(&regular(0, 30, 13))]);
    // 2020-12-31 to 2021-12-31, by quarter.
    let verdict = transitions(&book, 365, 730, PeriodUnit::Quarter);
    let days: Vec<String> = verdict.columns.iter().map(|column| column.on.to_string()).collect();
    assert_eq!(days, ["2020-12-31", "2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31"]);
    let links: Vec<_> = verdict
        .overall
        .links
        .iter()
        .map(|link| (link.from.as_str(), link.to.as_str(), link.shift.as_str(), link.accounts, link.of))
        .collect();
    assert_eq!(
        links,
        [
            ("prospect", "prospect", "stayed", 1, 2),
            ("prospect", "acquisition", "entered", 1, 2),
            ("mature", "mature", "stayed", 1, 2),
            ("mature", "detached", "worsened", 1, 2),
        ]
    );
    assert_eq!(verdict.overall.links[3].named[0].as_str(), "a3");
    assert_eq!((verdict.overall.entered, verdict.overall.stayed), (1, 2));
    assert_eq!((verdict.overall.improved, verdict.overall.worsened), (0, 1));
    // In EUR, of which no rate to the reporting currency is known: left out and counted, not zero in silence.
    assert!(verdict.columns[0].purchases_without_money > 0);
    assert_eq!(verdict.reasons[1].rule, "money_unknown");
}

#[test]
fn money_is_in_the_reporting_currency_at_known_rates() {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.exchange.rates.push(crate::playbook::DatedRate {
        from: "EUR".parse().unwrap(),
        to: "USD".parse().unwrap(),
        on: day(0),
        rate: "1.1".parse().unwrap(),
    });
    let playbook = Playbook::try_new(draft).unwrap();
    let book = portfolio(vec![vec![priced(order(1, day(10), 'A'), 10_050), priced(order(2, day(20), 'A'), -50)]]);
    let verdict = lifecycle_transitions(&book, &playbook, day(5), day(40), PeriodUnit::Year).unwrap();
    assert_eq!(verdict.overall.links[0].money_before.to_string(), "0.00");
    assert_eq!(verdict.overall.links[0].money_after.to_string(), "110.00");
}

#[test]
fn impossible_questions_are_refused() {
    let book = portfolio(vec![]);
    let ask = |from, to, step| {
        lifecycle_transitions(&book, &Playbook::six_stage(), date(from), date(to), step)
            .map_err(|problem| (problem.code.to_string(), problem.path))
    };
    let refused = |code: &str| Err((code.to_owned(), "to".to_owned()));
    assert_eq!(ask("2026-01-01", "2026-01-01", PeriodUnit::Month), refused("date_order"));
    assert_eq!(ask("2026-01-01", "2047-01-01", PeriodUnit::Month), refused("number_out_of_range"));
    assert_eq!(ask("1900-01-01", "2199-12-31", PeriodUnit::Quarter), refused("number_out_of_range"));
    assert_eq!(ask("2025-12-31", "2045-12-31", PeriodUnit::Month).unwrap().periods.len(), 240);
    assert_eq!(ask("2026-01-15", "2026-01-20", PeriodUnit::Month).unwrap().periods.len(), 1);
    assert_eq!(ask("2199-12-30", "2199-12-31", PeriodUnit::Month).unwrap().periods.len(), 1);
    assert_eq!(ask("2025-01-01", "2026-01-01", PeriodUnit::Year).unwrap().columns[0].nodes[0].share, None);
}

fn any_portfolio() -> impl Strategy<Value = Vec<Vec<Purchase>>> {
    prop::collection::vec(any_purchases(), 0..5)
}

/// The sum of some money.
fn sum<'a>(money: impl Iterator<Item = &'a ExactSum>) -> ExactSum {
    money.fold(ExactSum::zero(), |mut sum, money| {
        sum.add(money);
        sum
    })
}

/// The links leave and reach exactly what the columns hold.
fn assert_adds_up(flow: &PhaseFlow, before: &PhaseColumn, after: &PhaseColumn) -> Result<(), TestCaseError> {
    for (node, side) in before.nodes.iter().map(|node| (node, true)).chain(after.nodes.iter().map(|n| (n, false))) {
        let links = || flow.links.iter().filter(|link| node.phase == if side { link.from } else { link.to });
        prop_assert_eq!(links().map(|link| link.accounts).sum::<usize>(), node.accounts);
        let money = sum(links().map(|link| if side { &link.money_before } else { &link.money_after }));
        let mut rest = node.money.clone();
        rest.subtract(&money);
        prop_assert!(rest.is_zero());
        if side {
            prop_assert!(links().all(|link| link.of == node.accounts && link.accounts > 0));
        }
    }
    let all: usize = flow.links.iter().map(|link| link.accounts).sum();
    prop_assert_eq!(all, flow.entered + flow.stayed + flow.improved + flow.matured + flow.worsened);
    Ok(())
}

proptest! {
    #[test]
    fn the_last_phase_is_the_judged_one(purchases in any_purchases(), as_of in 0_u32..1_300, every in 1_u32..90) {
        let mut draft = Playbook::six_stage().draft().clone();
        draft.lifecycle.check_every_days = every.try_into().unwrap();
        draft.lifecycle.confirmations = (1 + every % 5).try_into().unwrap();
        let playbook = Playbook::try_new(draft).unwrap();
        let book = account(purchases);
        let (history, judged) = (
            lifecycle_history(&book, &playbook, day(as_of)),
            judge_lifecycle(&book, &playbook, day(as_of)),
        );
        let last = history.spans.last().unwrap();
        prop_assert_eq!((history.phase, last.phase, last.to), (judged.phase, judged.phase, day(as_of)));
        if judged.phase != LifecyclePhase::Prospect {
            prop_assert_eq!((last.from, judged.since_or_earlier), (judged.since, false));
        }
        // The quick way to the phase of a day agrees.
        let known = dated_until(&book.purchases, day(as_of));
        let occasions = Occasions::of(&known);
        let policy = &playbook.draft().lifecycle;
        prop_assert_eq!(phase_on(&occasions, day_number(day(as_of)), policy), judged.phase);
    }

    #[test]
    fn spans_have_no_gaps(purchases in any_purchases(), as_of in 0_u32..1_300) {
        let verdict = history(&account(purchases), day(as_of));
        let pairs = verdict.spans.iter().zip(verdict.spans.iter().skip(1));
        for (span, next) in pairs {
            prop_assert_eq!(span.to.plus_days(1), next.from);
            prop_assert!(span.phase != next.phase && span.confirmed_on >= span.from);
        }
        let days: i64 = verdict.spans.iter().map(|span| span.days).sum();
        prop_assert!(verdict.spans.iter().all(|span| span.days > 0 && span.from <= span.to));
        prop_assert_eq!(days, day(as_of).days_since(verdict.spans[0].from) + 1);
        prop_assert_eq!(days, verdict.totals.iter().map(|total| total.days).sum::<i64>());
        if let Some(first) = verdict.first_order {
            let of_prospect = verdict.spans[0].phase == LifecyclePhase::Prospect;
            prop_assert_eq!(verdict.spans[usize::from(of_prospect)].from, first);
        }
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<LifecycleHistoryVerdict>(&text).unwrap(), verdict);
    }

    #[test]
    fn later_facts_and_the_order_of_facts_do_not_matter(
        purchases in any_purchases().prop_shuffle(), as_of in 0_u32..1_300,
    ) {
        let mut known: Vec<Purchase> = purchases.iter().filter(|order| order.on <= day(as_of)).cloned().collect();
        known.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        prop_assert_eq!(history(&account(purchases), day(as_of)), history(&account(known), day(as_of)));
    }

    #[test]
    fn a_shift_in_time_shifts_spans(purchases in any_purchases(), as_of in 0_u32..1_300, days in 0_u32..20_000) {
        let before = history(&account(purchases.clone()), day(as_of));
        let after = history(&account(shifted(&purchases, days)), day(as_of).plus_days(days));
        let later = |span: &PhaseSpan| (span.from.plus_days(days), span.phase, span.confirmed_on.plus_days(days));
        let moved: Vec<_> = before.spans.iter().map(later).collect();
        let found: Vec<_> = after.spans.iter().map(|span| (span.from, span.phase, span.confirmed_on)).collect();
        prop_assert_eq!(moved, found);
    }

    #[test]
    fn transitions_do_not_know_what_comes_later(accounts in any_portfolio(), from in 0_u32..900, length in 1_u32..500) {
        let to = from + length;
        let until = |purchases: &Vec<Purchase>| -> Vec<Purchase> {
            purchases.iter().filter(|order| order.on <= day(to)).cloned().collect()
        };
        let known = portfolio(accounts.iter().map(until).collect());
        let all = portfolio(accounts);
        let verdicts = [known, all].map(|book| transitions(&book, from, to, PeriodUnit::Month));
        prop_assert_eq!(&verdicts[0], &verdicts[1]);
        let text = serde_json::to_string(&verdicts[0]).unwrap();
        prop_assert_eq!(&serde_json::from_str::<LifecycleTransitionsVerdict>(&text).unwrap(), &verdicts[0]);
    }
}

proptest! {
    // Every account is judged on every day.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_check_says_what_a_verdict_of_that_day_said(purchases in any_purchases(), as_of in 0_u32..1_300) {
        let book = account(purchases);
        let playbook = Playbook::six_stage();
        let known = dated_until(&book.purchases, day(as_of));
        let occasions = Occasions::of(&known);
        let today = (day(as_of), day_number(day(as_of)));
        let course = Course::of(&occasions, today, &playbook.draft().lifecycle, 1);
        for (index, confirmed) in course.confirmed.iter().enumerate() {
            let on = course.date(course.day(index));
            prop_assert_eq!(judge_lifecycle(&book, &playbook, on).phase, confirmed.phase, "{}", on);
        }
        prop_assert_eq!(&confirm(&course.raw, 2), &course.confirmed);
        prop_assert_eq!(course.raw.first(), Some(&LifecyclePhase::Prospect));
    }

    #[test]
    fn links_leave_no_rest(accounts in any_portfolio(), from in 0_u32..900, length in 1_u32..500) {
        let book = portfolio(accounts);
        let verdict = transitions(&book, from, from + length, PeriodUnit::Quarter);
        prop_assert_eq!(verdict.columns.len(), verdict.periods.len() + 1);
        for ((flow, before), after) in verdict.periods.iter().zip(&verdict.columns).zip(verdict.columns.iter().skip(1)) {
            prop_assert_eq!((flow.from, flow.to), (before.on, after.on));
            assert_adds_up(flow, before, after)?;
        }
        assert_adds_up(&verdict.overall, verdict.columns.first().unwrap(), verdict.columns.last().unwrap())?;
        for column in &verdict.columns {
            prop_assert_eq!(column.nodes.iter().map(|node| node.accounts).sum::<usize>(), verdict.accounts);
            for node in &column.nodes {
                let judged = |account: &&AccountBook| {
                    judge_lifecycle(account, &Playbook::six_stage(), column.on).phase == node.phase
                };
                prop_assert_eq!(book.accounts().iter().filter(judged).count(), node.accounts);
            }
        }
        let pooled: usize = verdict.pooled.iter().map(|link| link.accounts).sum();
        prop_assert_eq!(pooled, verdict.accounts * verdict.periods.len());
    }
}

//! Phases by hand, hysteresis by hand, and laws over random purchases.

use std::num::NonZeroU32;

use proptest::prelude::*;

use super::confirm::confirm;
use super::*;
use crate::facts::{AccountBook, Purchase};
use crate::loyalty::testing::*;
use crate::playbook::{Playbook, PlaybookDraft};
use crate::values::Date;
use crate::verdict::Confidence;

fn judge(book: &AccountBook, as_of: Date) -> LifecycleVerdict {
    judge_lifecycle(book, &Playbook::six_stage(), as_of)
}

fn rules(verdict: &LifecycleVerdict) -> Vec<&str> {
    verdict.reasons.iter().map(|reason| reason.rule.as_ref()).collect()
}

#[test]
fn phases_of_accounts() {
    let monthly = || regular(0, 30, 24);
    let fewer = [regular(0, 30, 18), regular(570, 60, 3)].concat();
    let more = [regular(0, 30, 18), regular(525, 15, 12)].concat();
    let table = [
        ("never ordered", vec![], 700, "prospect", "no_order"),
        ("one order", vec![690], 700, "acquisition", "few_orders"),
        ("two orders, long ago", vec![0, 30], 700, "acquisition", "few_orders"),
        ("three on one day", vec![500, 500, 500], 700, "acquisition", "few_orders"),
        ("a repeat buyer of four months", regular(580, 30, 5), 701, "growth", "still_forming"),
        ("every thirty days for two years", monthly(), 700, "mature", "trend_steady"),
        ("from every thirty days to every sixty", fewer, 645, "decline", "trend_down"),
        ("from every thirty days to every fifteen", more, 650, "growth", "trend_up"),
        ("silent for three months", monthly(), 690 + 110, "high_risk", "silence_high_risk"),
        ("silent for half a year", monthly(), 690 + 190, "detached", "silence_detached"),
        ("back after a year", [regular(0, 30, 8), vec![600]].concat(), 610, "acquisition", "returned"),
    ];
    for (name, days, as_of, phase, rule) in table {
        let verdict = judge(&orders(&days), day(as_of));
        assert_eq!(
            (verdict.raw_phase.as_str(), verdict.phase.as_str()),
            (phase, phase),
            "{name}: {:?}",
            verdict.checks
        );
        assert_eq!(verdict.reasons[0].rule, rule, "{name}");
        assert_eq!(verdict.relationship, verdict.phase.relationship());
    }
}

#[test]
fn one_order_long_ago_is_no_churn() {
    let verdict = judge(&orders(&[0]), day(1_500));
    assert_eq!(verdict.phase, LifecyclePhase::Acquisition);
    assert_eq!(rules(&verdict), ["few_orders", "silent_newcomer"]);
    assert_eq!(verdict.confidence, Confidence::Low);
    assert_eq!(rules(&judge(&orders(&[0]), day(100))), ["few_orders"]);
}

#[test]
fn one_odd_month_does_not_flip_the_verdict() {
    // Orders every fifteen days; after the last one 45 days of silence, of which one check sees more than 37.5.
    let mut days = regular(0, 15, 30);
    let at_once = judge(&orders(&days), day(435 + 45));
    assert_eq!((at_once.raw_phase, at_once.phase), (LifecyclePhase::HighRisk, LifecyclePhase::Mature));
    assert_eq!(rules(&at_once), ["silence_high_risk", "change_not_confirmed", "order_overdue"]);
    assert_eq!(at_once.confidence, Confidence::Low);
    // It goes on for another month.
    let confirmed = judge(&orders(&days), day(435 + 70));
    assert_eq!((confirmed.phase, confirmed.since), (LifecyclePhase::HighRisk, day(435 + 40)));
    // It orders again: that ends a silence at once.
    days.push(435 + 72);
    let back = judge(&orders(&days), day(435 + 73));
    assert_ne!(back.phase, LifecyclePhase::HighRisk);
    assert_eq!(back.phase, back.raw_phase);
}

#[test]
fn changes_of_phase_step_by_step() {
    let phases = |letters: &str| -> Vec<LifecyclePhase> {
        let phase = |letter| match letter {
            'p' => LifecyclePhase::Prospect,
            'a' => LifecyclePhase::Acquisition,
            'g' => LifecyclePhase::Growth,
            'm' => LifecyclePhase::Mature,
            'h' => LifecyclePhase::HighRisk,
            'd' => LifecyclePhase::Decline,
            _ => LifecyclePhase::Detached,
        };
        letters.chars().map(phase).collect()
    };
    let table = [
        // raw, confirmed, and the check since which the last one counts
        ("mmmm", "mmmm", 0),
        ("mdmm", "mmmm", 0), // one odd check
        ("mddd", "mmdd", 1), // two in a row
        ("mdgd", "mmmm", 0), // they do not agree on anything
        ("mdhx", "mmdh", 2), // at least declining, then at least at high risk
        ("mhxx", "mmhx", 2),
        ("dmgg", "ddmg", 2), // at least mature, then growing
        ("gmdd", "ggmd", 2),
        ("ppag", "ppaa", 2), // the first order counts at once
        ("pphm", "ppaa", 2), // silence after it does not
        ("pphh", "ppah", 2),
        ("hhmm", "hhmm", 2), // so does an order that ends a silence
        ("xxam", "xxaa", 2),
        ("xhmm", "xxmm", 2),
        ("aagg", "aaag", 2),
    ];
    for (raw, counted, since) in table {
        let confirmed = confirm(&phases(raw), 2);
        let found: Vec<LifecyclePhase> = confirmed.iter().map(|confirmed| confirmed.phase).collect();
        assert_eq!(found, phases(counted), "{raw}");
        assert_eq!(confirmed.last().unwrap().since, since, "{raw}");
    }
}

#[test]
fn accounts_that_order_daily_do_not_alarm_after_a_weekend() {
    let days = regular(0, 1, 300);
    assert_eq!(judge(&orders(&days), day(299 + 4)).raw_phase, LifecyclePhase::Mature);
    assert_eq!(judge(&orders(&days), day(299 + 14)).raw_phase, LifecyclePhase::HighRisk);
    assert_eq!(judge(&orders(&days), day(299 + 59)).raw_phase, LifecyclePhase::HighRisk);
    assert_eq!(judge(&orders(&days), day(299 + 60)).raw_phase, LifecyclePhase::Detached);
}

/// An order every thirty days with the amount of a function.
fn spending(amount: impl Fn(usize) -> i64) -> AccountBook {
    let mut book = orders(&regular(0, 30, 24));
    for (number, purchase) in book.purchases.iter_mut().enumerate() {
        *purchase = priced(purchase.clone(), amount(number));
    }
    book
}

#[test]
fn money_counts_where_it_is_known() {
    let halved = judge(&spending(|number| if number < 20 { 20_000 } else { 10_000 }), day(700));
    assert_eq!(halved.raw_phase, LifecyclePhase::Decline);
    let trend = halved.trend.unwrap();
    assert_eq!((trend.by_orders, trend.by_money), (TrendDirection::Steady, TrendDirection::Down));
    assert_eq!((trend.before.from, trend.before.to), (day(700 - 239), day(700 - 120)));
    assert_eq!((trend.recent.from, trend.recent.to), (day(700 - 119), day(700)));
    assert_eq!(trend.before.money.unwrap().to_string(), "800");
    assert_eq!(trend.recent.money.unwrap().to_string(), "400");
    assert_eq!(trend.money_change.unwrap().to_string(), "-0.5");
    assert_eq!(trend.currency.unwrap().code(), "EUR");

    let mut partly = spending(|number| if number < 20 { 20_000 } else { 10_000 });
    partly.purchases.last_mut().unwrap().amount = None;
    let verdict = judge(&partly, day(700));
    assert_eq!(verdict.raw_phase, LifecyclePhase::Mature, "unknown is not zero");
    assert_eq!(verdict.trend.unwrap().by_money, TrendDirection::Unknown);
}

#[test]
fn chance_is_no_trend() {
    // One big order in eight: the money of the later window is half as much again, and it means nothing.
    let lucky = judge(&spending(|number| if number == 21 { 30_000 } else { 10_000 }), day(700));
    assert_eq!((lucky.raw_phase, rules(&lucky)[0]), (LifecyclePhase::Mature, "trend_within_chance"));
    assert_eq!(lucky.trend.unwrap().money_change.unwrap().to_string(), "0.5");
}

#[test]
fn orders_and_money_that_contradict_are_no_trend() {
    let mut days = regular(0, 30, 18);
    days.extend(regular(525, 15, 12));
    let mut book = orders(&days);
    for purchase in &mut book.purchases {
        let amount = if purchase.on < day(525) { 100_000 } else { 5_000 };
        *purchase = priced(purchase.clone(), amount);
    }
    let verdict = judge(&book, day(630));
    assert_eq!((verdict.raw_phase, rules(&verdict)[0]), (LifecyclePhase::Mature, "trend_contradictory"));
    assert_eq!(verdict.confidence, Confidence::Low);
}

#[test]
fn a_playbook_may_ask_for_more_checks() {
    let mut draft: PlaybookDraft = Playbook::six_stage().draft().clone();
    draft.lifecycle.confirmations = 4.try_into().unwrap();
    let book = orders(&regular(0, 30, 24));
    let at = |playbook: &Playbook, as_of| judge_lifecycle(&book, playbook, day(as_of)).phase;
    assert_eq!(at(&Playbook::six_stage(), 690 + 110), LifecyclePhase::HighRisk);
    assert_eq!(at(&Playbook::try_new(draft).unwrap(), 690 + 110), LifecyclePhase::Mature);
}

#[test]
fn thresholds_that_contradict_each_other_are_refused() {
    let mut draft: PlaybookDraft = Playbook::six_stage().draft().clone();
    draft.lifecycle.confirmations = 13.try_into().unwrap();
    draft.lifecycle.detached_minimum_days = 1;
    draft.lifecycle.check_every_days = 1_000.try_into().unwrap();
    draft.loyalty.window_choices = 2.try_into().unwrap();
    let error = Playbook::try_new(draft).unwrap_err();
    let paths: Vec<&str> = error.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "loyalty.window_choices",
            "lifecycle.detached_minimum_days",
            "lifecycle.check_every_days",
            "lifecycle.confirmations",
        ]
    );
}

#[test]
fn extreme_facts_and_thresholds_are_judged_all_the_same() {
    let mut draft: PlaybookDraft = Playbook::six_stage().draft().clone();
    let policy = &mut draft.lifecycle;
    policy.rhythm_intervals = NonZeroU32::MAX;
    policy.trend_window_intervals = NonZeroU32::MAX;
    policy.trend_window_minimum_days = u32::MAX;
    policy.detached_minimum_days = u32::MAX;
    policy.detached_factor = "1000".parse().unwrap();
    policy.trend_fluctuation = "1000".parse().unwrap();
    policy.check_every_days = 366.try_into().unwrap();
    let extreme = Playbook::try_new(draft).unwrap();
    let mut purchases = Vec::new();
    for (number, on) in ["1900-01-01", "1900-01-02", "2010-01-01", "2199-12-30", "2199-12-31"].into_iter().enumerate() {
        purchases.push(priced(order(number, date(on), 'A'), 1_000_000_000_000_000));
        purchases.push(priced(order(100 + number, date(on), 'A'), -1_000_000_000_000_000));
        purchases.push(priced(order(200 + number, date(on), 'B'), 1_000_000_000_000_000));
    }
    let book = account(purchases);
    for playbook in [Playbook::six_stage(), extreme] {
        for as_of in ["1900-01-01", "2010-01-01", "2199-12-31"] {
            let verdict = judge_lifecycle(&book, &playbook, date(as_of));
            assert_eq!(verdict.checks.len(), 12);
            assert!(!crate::judge_loyalty(&book, &playbook, date(as_of)).overall.reasons.is_empty());
        }
    }
}

/// A verdict without what names facts.
fn bare(book: &AccountBook, as_of: Date) -> LifecycleVerdict {
    let mut verdict = judge(book, as_of);
    without_facts(&mut verdict.reasons);
    verdict
}

/// The phases at all checks.
fn course(verdict: &LifecycleVerdict) -> Vec<(LifecyclePhase, LifecyclePhase)> {
    verdict.checks.iter().map(|check| (check.raw_phase, check.phase)).collect()
}

proptest! {
    #[test]
    fn the_order_of_purchases_does_not_matter(purchases in any_purchases().prop_shuffle(), as_of in 0_u32..1_300) {
        let mut sorted = purchases.clone();
        sorted.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
        prop_assert_eq!(judge(&account(purchases), day(as_of)), judge(&account(sorted), day(as_of)));
    }

    #[test]
    fn a_past_check_sees_what_was_known_then(purchases in any_purchases(), as_of in 0_u32..1_300) {
        let verdict = judge(&account(purchases.clone()), day(as_of));
        for check in verdict.checks {
            let known: Vec<Purchase> = purchases.iter().filter(|purchase| purchase.on <= check.on).cloned().collect();
            prop_assert_eq!(check.raw_phase, judge(&account(known), check.on).raw_phase);
        }
    }

    #[test]
    fn an_order_split_within_its_day_is_the_same_order(purchases in any_purchases(), as_of in 0_u32..1_300) {
        let twice = |purchase: &Purchase| {
            let money = purchase.amount.filter(|_| !purchase.is_return());
            let Some(money) = money else { return vec![purchase.clone()] };
            let part = |amount| Some(crate::values::NetMoney::try_new(amount, money.currency()).unwrap());
            let half = (money.amount() / rust_decimal::Decimal::TWO).round_dp(4);
            let id = format!("{}-part", purchase.id).parse().unwrap();
            vec![
                Purchase { amount: part(half), ..purchase.clone() },
                Purchase { amount: part(money.amount() - half), id, ..purchase.clone() },
            ]
        };
        let split = purchases.iter().flat_map(twice).collect();
        prop_assert_eq!(bare(&account(split), day(as_of)), bare(&account(purchases), day(as_of)));
    }

    #[test]
    fn a_shift_in_time_changes_dates_only(purchases in any_purchases(), as_of in 0_u32..1_300, days in 0_u32..20_000) {
        let before = judge(&account(purchases.clone()), day(as_of));
        let after = judge(&account(shifted(&purchases, days)), day(as_of).plus_days(days));
        prop_assert_eq!(course(&before), course(&after));
        prop_assert_eq!((before.confidence, rules(&before)), (after.confidence, rules(&after)));
    }

    #[test]
    fn whoever_orders_is_neither_silent_nor_a_prospect(days in prop::collection::vec(0_u32..900, 1..30)) {
        let last = *days.iter().max().unwrap();
        let phase = judge(&orders(&days), day(last)).phase;
        prop_assert!(!phase.is_silence() && phase != LifecyclePhase::Prospect, "{}", phase);
    }

    #[test]
    fn a_regular_buyer_is_mature_whatever_its_rhythm(every in 1_u32..120, late in 0_u32..100) {
        // Two windows and the checks before have to be full of orders.
        let count = 40.max(400 / every);
        let last = every * (count - 1);
        let book = orders(&regular(0, every, count));
        let verdict = judge(&book, day(last + every * late / 100));
        prop_assert_eq!((verdict.phase, verdict.raw_phase), (LifecyclePhase::Mature, LifecyclePhase::Mature));
    }

    #[test]
    fn others_orders_do_not_matter(purchases in any_purchases(), as_of in 0_u32..1_300) {
        let ours: Vec<Purchase> = purchases
            .iter()
            .filter(|purchase| matches!(purchase.supplier, crate::facts::Supplier::Us {}))
            .cloned()
            .collect();
        prop_assert_eq!(judge(&account(purchases), day(as_of)), judge(&account(ours), day(as_of)));
    }

    #[test]
    fn verdicts_survive_the_wire(purchases in any_purchases(), as_of in 0_u32..1_300) {
        let verdict = judge(&account(purchases), day(as_of));
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<LifecycleVerdict>(&text).unwrap(), verdict);
    }
}

//! Shares of wallet by hand, and laws over random purchases.

use proptest::prelude::*;

use super::*;
use crate::facts::{Purchase, WalletEstimate};
use crate::loyalty::judge_loyalty;
use crate::loyalty::testing::*;
use crate::values::Money;

fn wallet(book: &AccountBook, as_of: Date) -> WalletVerdict {
    judge_loyalty(book, &Playbook::six_stage(), as_of).wallet
}

fn rules(verdict: &WalletVerdict) -> Vec<&str> {
    verdict.reasons.iter().map(|reason| reason.rule.as_ref()).collect()
}

/// Four purchases of 100 in each quarter of 91 days, so many of them ours; the last quarter ends on the last day.
fn quarters(ours: &[u32]) -> (Vec<Purchase>, Date) {
    let mut purchases = Vec::new();
    for (quarter, ours) in (0_u32..).zip(ours) {
        for number in 0..4 {
            let letter = if number < *ours { 'A' } else { 'B' };
            let on = day(quarter * 91 + number * 20);
            purchases.push(priced(order(purchases.len(), on, letter), 10_000));
        }
    }
    (purchases, day(u32::try_from(ours.len()).unwrap() * 91 - 1))
}

fn series(ours: &[u32]) -> WalletSeries {
    let (purchases, as_of) = quarters(ours);
    wallet(&account(purchases), as_of).purchases.unwrap()
}

fn shown(number: Option<impl std::fmt::Display>) -> String {
    number.map_or_else(|| "unknown".to_owned(), |number| number.to_string())
}

/// Slopes, pairs and chances counted by an independent program.
#[test]
fn a_share_that_falls() {
    let found = series(&[4, 4, 3, 3, 2, 2, 1, 0]);
    assert_eq!((found.period_days, found.judged_periods, found.by_money), (91, 8, true));
    assert_eq!(found.direction, TrendDirection::Down);
    assert_eq!((found.rising_pairs, found.falling_pairs), (0, 25));
    assert_eq!((shown(found.change), shown(found.chance)), ("-0.875".into(), "0.000198412698".into()));
    let first = &found.periods[0];
    assert_eq!((first.from, first.to, first.our_orders, first.orders), (day(0), day(90), 4, 4));
    assert_eq!((shown(first.our_money.as_ref()), shown(first.share_of_money)), ("400.00".into(), "1".into()));
    // One odd quarter changes nothing.
    let odd = series(&[4, 4, 3, 3, 4, 2, 1, 0]);
    assert_eq!((odd.direction, shown(odd.change)), (TrendDirection::Down, "-0.875".into()));
    assert_eq!((odd.rising_pairs, odd.falling_pairs, shown(odd.chance)), (2, 22, "0.007068452381".into()));
    // And the other way round.
    let risen = series(&[0, 1, 2, 2, 3, 3, 4, 4]);
    assert_eq!((risen.direction, shown(risen.change)), (TrendDirection::Up, "0.875".into()));
}

#[test]
fn chance_is_no_trend() {
    let found = series(&[2, 3, 2, 2, 3, 2, 2, 3]);
    assert_eq!((found.direction, shown(found.chance)), (TrendDirection::Steady, "0.359771825397".into()));
    // Clear, but too small to matter: 10% are asked for.
    let mut draft = Playbook::six_stage().draft().clone();
    draft.wallet.trend_change = "0.9".parse().unwrap();
    let (purchases, as_of) = quarters(&[4, 4, 3, 3, 2, 2, 1, 0]);
    let verdict = judge_loyalty(&account(purchases), &Playbook::try_new(draft).unwrap(), as_of).wallet;
    assert_eq!(verdict.trend, TrendDirection::Steady);
    // Far apart, but of four periods with ties chance makes every sixth so: that is not steady.
    let (purchases, as_of) = quarters(&[4, 4, 0, 0]);
    let lost = wallet(&account(purchases), as_of);
    let found = lost.purchases.as_ref().unwrap();
    assert_eq!(
        (found.direction, lost.trend, shown(found.change)),
        (TrendDirection::Unknown, TrendDirection::Unknown, "-1".into())
    );
    assert!(lost.reasons.iter().any(|reason| reason.message.contains("chance alone")));
    // Three periods are too few whatever they show.
    let few = series(&[4, 2, 0]);
    assert_eq!((few.direction, few.change, few.judged_periods), (TrendDirection::Unknown, None, 3));
}

#[test]
fn orders_stand_in_where_money_is_unknown() {
    let (mut purchases, as_of) = quarters(&[4, 4, 3, 3, 2, 2, 1, 0]);
    for purchase in &mut purchases {
        purchase.amount = None;
    }
    let verdict = wallet(&account(purchases), as_of);
    let found = verdict.purchases.as_ref().unwrap();
    assert!(!found.by_money && !found.share_by_money);
    assert_eq!((found.direction, found.periods[0].money.clone()), (TrendDirection::Down, None));
    assert_eq!((verdict.basis, verdict.not_ours), (WalletBasis::CompetitorPurchases, None));
    // Of the last 365 days, on from the last day of the quarter with three of ours: 2 + 2 + 1 + 0 of 16.
    assert_eq!(shown(verdict.share), "0.3125");
}

#[test]
fn periods_grow_with_the_rhythm() {
    // Twice a year for ten years: years of 364 days hold two, which is fewer than four, and are the longest there are.
    let days: Vec<u32> = (0..20).map(|number| number * 182).collect();
    let letters = |number: usize| if number < 10 { 'A' } else { 'B' };
    let purchases = days.iter().enumerate().map(|(number, days)| order(number, day(*days), letters(number))).collect();
    let found = wallet(&account(purchases), day(19 * 182 + 10)).purchases.unwrap();
    assert_eq!((found.period_days, found.periods.len(), found.direction), (364, 8, TrendDirection::Down));
    // Every thirty days: 6 in half a year, 3 in a quarter.
    let days: Vec<u32> = (0..40).map(|number| number * 30).collect();
    let purchases = days
        .iter()
        .enumerate()
        .map(|(number, days)| order(number, day(*days), if number % 2 == 0 { 'A' } else { 'B' }));
    let found = wallet(&account(purchases.collect()), day(39 * 30)).purchases.unwrap();
    assert_eq!((found.period_days, found.periods.len()), (182, 6));
    assert_eq!(found.direction, TrendDirection::Steady);
}

#[test]
fn only_contested_categories_count() {
    let (mut purchases, as_of) = quarters(&[2, 2, 2, 2]);
    for purchase in &mut purchases {
        purchase.category = Some("presses".parse().unwrap());
    }
    let before = wallet(&account(purchases.clone()), as_of);
    // Paper is bought from us alone, as far as is known: nothing is known of the rest of that wallet.
    let mut paper = priced(order(900, day(10), 'A'), 900_000);
    paper.category = Some("paper".parse().unwrap());
    purchases.push(paper);
    let after = wallet(&account(purchases), as_of);
    assert_eq!((before.share, after.share), (Some("0.5".parse().unwrap()), Some("0.5".parse().unwrap())));
    assert_eq!(after.purchases.unwrap().uncontested_categories, 1);
}

#[test]
fn with_our_own_orders_alone_it_is_unknown() {
    let verdict = wallet(&orders(&regular(0, 30, 24)), day(700));
    assert_eq!(
        (verdict.basis, verdict.share, verdict.trend),
        (WalletBasis::OwnOrdersOnly, None, TrendDirection::Unknown)
    );
    assert_eq!(rules(&verdict), ["wallet_unknown"]);
}

fn estimate(on: u32, per_year: &str, category: Option<&str>) -> WalletEstimate {
    WalletEstimate {
        account: "north-plant".parse().unwrap(),
        on: day(on),
        category: category.map(|name| name.parse().unwrap()),
        per_year: Money::parse(per_year, "EUR".parse().unwrap()).unwrap(),
        source: None,
    }
}

/// 100 EUR every thirty days for two years: 12 orders within 365 days up to day 700 (of days 360 to 690), with estimates.
fn with_estimates(estimates: Vec<WalletEstimate>) -> AccountBook {
    let mut book = orders(&regular(0, 30, 24));
    for purchase in &mut book.purchases {
        *purchase = priced(purchase.clone(), 10_000);
    }
    book.wallet_estimates = estimates;
    book
}

#[test]
fn half_a_customer() {
    let verdict = wallet(&with_estimates(vec![estimate(600, "2400", None)]), day(700));
    assert_eq!((verdict.basis, shown(verdict.share)), (WalletBasis::Estimate, "0.5".into()));
    assert_eq!(shown(verdict.not_ours.as_ref()), "1200.00 EUR");
    let told = &verdict.reasons[0];
    assert_eq!(told.rule, "share_of_wallet");
    assert!(told.message.contains("0.5 of a customer; 1200.00 EUR a year are bought elsewhere"), "{}", told.message);
    // Later estimates are not known yet.
    let later = wallet(&with_estimates(vec![estimate(701, "2400", None)]), day(700));
    assert_eq!(later.basis, WalletBasis::OwnOrdersOnly);
}

#[test]
fn an_estimate_that_is_beaten_is_contradicted_and_not_clipped() {
    let verdict = wallet(&with_estimates(vec![estimate(600, "1000", None)]), day(700));
    let found = &verdict.estimates[0];
    assert!(found.contradicted);
    assert_eq!((found.share, shown(found.spend_over_estimate)), (None, "1.2".into()));
    assert_eq!(rules(&verdict), ["estimate_contradicted", "wallet_unknown"]);
    assert_eq!(verdict.reasons[0].facts[0].to_string(), "wallet estimate north-plant 2021-08-23");
    // What rivals are known to sell counts against it too.
    let mut book = with_estimates(vec![estimate(600, "1500", None)]);
    assert_eq!(shown(wallet(&book, day(700)).share), "0.8");
    book.purchases.push(priced(order(900, day(650), 'B'), 40_000));
    let found = wallet(&book, day(700));
    assert!(found.estimates[0].contradicted);
    assert_eq!(shown(found.estimates[0].known_spend.as_ref()), "1600.00 EUR");
    assert_eq!((found.basis, shown(found.share)), (WalletBasis::CompetitorPurchases, "0.75".into()));
}

#[test]
fn what_does_not_tell_is_said() {
    // Too old.
    let verdict = wallet(&with_estimates(vec![estimate(0, "2400", None)]), day(735));
    assert_eq!((verdict.share, rules(&verdict)), (None, vec!["estimate_outdated", "wallet_unknown"]));
    // In another currency.
    let mut dollars = estimate(600, "2400", None);
    dollars.per_year = Money::parse("2400", "USD".parse().unwrap()).unwrap();
    let verdict = wallet(&with_estimates(vec![dollars]), day(700));
    assert_eq!((verdict.share, rules(&verdict)), (None, vec!["spend_unknown", "wallet_unknown"]));
    // An amount is missing: unknown is not zero.
    let mut book = with_estimates(vec![estimate(600, "2400", None)]);
    book.purchases.last_mut().unwrap().amount = None;
    assert_eq!(wallet(&book, day(700)).share, None);
    // Who never bought from us spends nothing with us.
    let mut never = account(vec![]);
    never.wallet_estimates.push(estimate(600, "2400", None));
    assert_eq!(shown(wallet(&never, day(700)).share), "0");
}

#[test]
fn a_short_history_is_brought_to_a_year_once_it_is_long_enough() {
    // First order on day 0: on day 72, 73 days, of which a year has five.
    let mut draft = Playbook::six_stage().draft().clone();
    draft.wallet.minimum_history_days = 73;
    let playbook = Playbook::try_new(draft).unwrap();
    let book = with_estimates(vec![estimate(50, "3000", None)]);
    let found = judge_loyalty(&book, &playbook, day(72)).wallet;
    assert_eq!(shown(found.estimates[0].our_spend.as_ref()), "1500.00 EUR");
    assert_eq!((found.estimates[0].spend_days, shown(found.share)), (Some(73), "0.5".into()));
    assert_eq!(judge_loyalty(&book, &playbook, day(71)).wallet.share, None);
}

#[test]
fn two_estimates_tell_a_direction() {
    // On day 400 the share of 2400 was 1200 (of days 60 to 390); of 4800 it is a quarter.
    let found = wallet(&with_estimates(vec![estimate(400, "2400", None), estimate(690, "4800", None)]), day(700));
    let whole = &found.estimates[0];
    assert_eq!(
        (shown(whole.share_before), shown(whole.share), shown(whole.change)),
        ("0.5".into(), "0.25".into(), "-0.25".into())
    );
    assert_eq!((found.trend, whole.estimated_before), (TrendDirection::Down, Some(day(400))));
    // An estimate of a category is told beside that of the whole, and counts for that category alone.
    let both =
        wallet(&with_estimates(vec![estimate(600, "2400", None), estimate(600, "500", Some("paper"))]), day(700));
    let categories: Vec<_> =
        both.estimates.iter().map(|wallet| (wallet.category.clone(), shown(wallet.share))).collect();
    assert_eq!(categories, [(None, "0.5".to_owned()), (Some("paper".parse().unwrap()), "0".to_owned())]);
}

fn any_estimates() -> impl Strategy<Value = Vec<WalletEstimate>> {
    let row = (0_u32..900, 0_u32..20_000, prop::option::of(Just("paper")));
    prop::collection::vec(row, 0..4).prop_map(|rows| {
        rows.into_iter().map(|(on, amount, category)| estimate(on, &amount.to_string(), category)).collect()
    })
}

proptest! {
    #[test]
    fn wallets_are_sound(purchases in any_purchases(), estimates in any_estimates(), as_of in 0_u32..1_300) {
        let mut book = account(purchases.clone());
        book.wallet_estimates = estimates.clone();
        let verdict = wallet(&book, day(as_of));
        if let Some(series) = &verdict.purchases {
            let pairs = series.periods.iter().zip(series.periods.iter().skip(1));
            prop_assert!(pairs.into_iter().all(|(one, next)| one.to.plus_days(1) == next.from));
            prop_assert!(series.periods.len() <= 8 && series.judged_periods <= series.periods.len());
            prop_assert!(series.periods.last().is_none_or(|last| last.to == day(as_of)));
            prop_assert_eq!(series.change.is_some(), series.judged_periods >= 4);
        }
        for wallet in &verdict.estimates {
            prop_assert!(!(wallet.contradicted && wallet.share.is_some()));
        }
        prop_assert_eq!(verdict.basis == WalletBasis::OwnOrdersOnly, rules(&verdict).contains(&"wallet_unknown"));
        // Later facts do not matter, nor does the order of facts.
        let mut known = account(purchases.iter().rev().filter(|order| order.on <= day(as_of)).cloned().collect());
        known.wallet_estimates = estimates.iter().rev().filter(|estimate| estimate.on <= day(as_of)).cloned().collect();
        let days: std::collections::BTreeSet<Date> = estimates.iter().map(|estimate| estimate.on).collect();
        // A book has one estimate for a day and a category.
        if days.len() == estimates.len() {
            prop_assert_eq!(&wallet(&known, day(as_of)), &verdict);
        }
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<WalletVerdict>(&text).unwrap(), verdict);
    }
}

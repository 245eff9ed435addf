//! Laws that hold for any purchases.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::facts::{AccountBook, Book, Facts, Purchase};
use crate::loyalty::testing::{account, any_purchases, day, order, priced, shifted};
use crate::playbook::Playbook;
use crate::values::NetMoney;

fn judge(purchases: Vec<Purchase>, as_of: u32) -> TrajectoryVerdict {
    purchase_trajectory(&account(purchases), &Playbook::six_stage(), day(as_of))
}

/// Purchases with products too.
fn any_products() -> impl Strategy<Value = Vec<Purchase>> {
    (any_purchases(), prop::collection::vec(0_usize..4, 40)).prop_map(|(mut purchases, products)| {
        for (purchase, product) in purchases.iter_mut().zip(products) {
            purchase.product = [None, Some("a"), Some("b"), Some("c")][product].map(|name| name.parse().unwrap());
        }
        purchases
    })
}

/// Orders of one currency with a clear rhythm.
fn any_orders() -> impl Strategy<Value = Vec<Purchase>> {
    (5_u32..100, prop::collection::vec((0_u32..20, 1_i64..100_000), 5..40)).prop_map(|(every, rows)| {
        let rows = rows.into_iter().enumerate();
        let order_of = |(number, (jitter, cents)): (usize, (u32, i64))| {
            priced(order(number, day(u32::try_from(number).unwrap() * every + jitter.min(every - 1)), 'A'), cents)
        };
        rows.map(order_of).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_purchases_are_judged_and_survive_json(purchases in any_products(), as_of in 0_u32..1500) {
        let verdict = judge(purchases.clone(), as_of);
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(&serde_json::from_str::<TrajectoryVerdict>(&text).unwrap(), &verdict);
        prop_assert_eq!(verdict.rhythm.cadence.is_some(), verdict.silence.probability.is_some());
        prop_assert_eq!(verdict.next_orders.orders.is_empty(), verdict.next_orders.none.is_some());
        prop_assert_eq!(verdict.trend.slope.is_none(), verdict.trend.none.is_some());
        for next in &verdict.next_orders.orders {
            prop_assert!(day(as_of) < next.earliest && next.earliest <= next.expected && next.expected <= next.latest);
        }
        if let Some(slope) = &verdict.trend.slope {
            prop_assert!(slope.low.amount <= slope.per_year.amount && slope.per_year.amount <= slope.high.amount);
        }
        prop_assert!(verdict.returns.matched + verdict.returns.unmatched.len() == verdict.returns.returns);
        for stopped in verdict.stopped_products.iter().chain(&verdict.stopped_categories) {
            prop_assert!(stopped.last < day(as_of) && stopped.occasions_since >= 2 && stopped.occasions >= 3);
        }
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(purchases in any_products(), as_of in 0_u32..1500) {
        let mut reversed = purchases.clone();
        reversed.reverse();
        prop_assert_eq!(judge(purchases, as_of), judge(reversed, as_of));
    }

    #[test]
    fn what_comes_later_does_not_matter(purchases in any_products(), as_of in 0_u32..900) {
        let until: Vec<Purchase> = purchases.iter().filter(|purchase| purchase.on <= day(as_of)).cloned().collect();
        prop_assert_eq!(judge(purchases, as_of), judge(until, as_of));
    }

    /// Four years hold the same months, leap day included.
    #[test]
    fn four_years_later_all_is_the_same(purchases in any_orders(), as_of in 0_u32..1500) {
        let plain = judge(purchases.clone(), as_of);
        let later = judge(shifted(&purchases, 1461), as_of + 1461);
        prop_assert_eq!(plain.silence.probability, later.silence.probability);
        prop_assert_eq!(plain.regularity, later.regularity);
        prop_assert_eq!(plain.season, later.season);
        prop_assert_eq!(plain.trend.slope, later.trend.slope);
        prop_assert_eq!(plain.next_orders.amount, later.next_orders.amount);
        for (plain, later) in plain.next_orders.orders.iter().zip(&later.next_orders.orders) {
            prop_assert_eq!(plain.expected.plus_days(1461), later.expected);
        }
    }

    #[test]
    fn ten_times_the_money_is_ten_times_the_slope(purchases in any_orders(), as_of in 400_u32..1500) {
        let tenfold = |purchase: &Purchase| Purchase {
            amount: purchase.amount.map(|money| {
                NetMoney::try_new(money.amount() * Decimal::TEN, money.currency()).unwrap()
            }),
            ..purchase.clone()
        };
        let scaled = judge(purchases.iter().map(tenfold).collect(), as_of);
        let plain = judge(purchases, as_of);
        prop_assert_eq!(plain.trend.direction, scaled.trend.direction);
        if let Some((plain, scaled)) = plain.trend.slope.zip(scaled.trend.slope) {
            prop_assert_eq!(plain.probability, scaled.probability);
            prop_assert_eq!(plain.relative, scaled.relative);
            let number = |sum: &crate::values::CurrencySum| sum.amount.to_string().parse::<Decimal>().unwrap();
            let off = number(&scaled.per_year) - number(&plain.per_year) * Decimal::TEN;
            prop_assert!(off.abs() <= Decimal::new(5, 2), "rounded to cents each: {off}");
        }
    }

    #[test]
    fn a_longer_silence_is_never_more_probable(purchases in any_orders(), more in 1_u32..300) {
        let last = purchases.iter().map(|purchase| purchase.on).max().unwrap();
        let at = |days: u32| purchase_trajectory(&account(purchases.clone()), &Playbook::six_stage(), last.plus_days(days));
        let (sooner, later) = (at(10), at(10 + more));
        prop_assert!(later.silence.probability <= sooner.silence.probability);
        prop_assert_eq!(later.silence.overdue_from, sooner.silence.overdue_from);
    }

    #[test]
    fn accounts_are_compared_whatever_they_bought(
        purchases in any_products(),
        groups in prop::collection::vec(0_usize..3, 8),
        basis in prop::sample::select(ComparableBasis::ALL.to_vec()),
        as_of in 0_u32..1500,
    ) {
        let mut facts = Facts::default();
        for (number, group) in groups.iter().enumerate() {
            let mut one = AccountBook::new(account(Vec::new()).account).account;
            one.id = format!("account-{number}").parse().unwrap();
            one.industry = [None, Some("metal"), Some("wood")][*group].map(|name| name.parse().unwrap());
            one.territory = one.industry.clone();
            facts.accounts.push(one);
        }
        for (number, mut purchase) in purchases.into_iter().enumerate() {
            purchase.account = format!("account-{}", number % 8).parse().unwrap();
            facts.purchases.push(purchase);
        }
        let mut reversed = facts.clone();
        reversed.purchases.reverse();
        reversed.accounts.reverse();
        let options = CrossSellOptions { account: None, basis };
        let judge = |facts| cross_sell(&Book::from_facts(facts), &Playbook::six_stage(), day(as_of), &options).unwrap();
        let verdict = judge(facts);
        prop_assert_eq!(&verdict, &judge(reversed));
        for row in &verdict.accounts {
            prop_assert_eq!(row.no_comparables.is_some(), row.comparables_median.is_none());
            for suggestion in &row.suggestions {
                prop_assert!(suggestion.share_low <= suggestion.share && suggestion.share <= suggestion.share_high);
                prop_assert!(suggestion.buyers <= suggestion.comparables && suggestion.comparables == row.comparables);
            }
        }
    }
}

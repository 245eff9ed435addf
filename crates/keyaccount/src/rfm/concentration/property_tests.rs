//! Laws of concentration, and Gini by its definition.

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::lorenz::Lorenz;
use crate::rfm::testing::{EVERY_KIND, NAMES, any_rows, book_of, book_of_rows, date, playbook, purchases_of};
use crate::values::{Estimate, ExactSum};
use crate::{ConcentrationOptions, value_concentration};

/// Amounts with ties, zeros and whales.
fn any_amounts() -> impl Strategy<Value = Vec<i64>> {
    let amount = prop_oneof![3 => 0_i64..20, 1 => Just(0), 1 => 0_i64..1_000_000_000];
    prop::collection::vec(amount, 1..130)
}

fn lorenz_of(amounts: &[i64]) -> Lorenz {
    let mut sorted = amounts.to_vec();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let sums: Vec<ExactSum> = sorted.iter().map(|amount| ExactSum::product(&[Decimal::new(*amount, 2)])).collect();
    Lorenz::of(sums.iter())
}

/// The mean difference of all pairs by twice the mean, in whole numbers: Σ |xᵢ − xⱼ| ÷ (2 n Σ xᵢ).
fn gini_by_pairs(amounts: &[i64]) -> Option<Estimate> {
    let mut above: i128 = 0;
    for one in amounts {
        for other in amounts {
            above += i128::from((one - other).abs());
        }
    }
    let sum: i64 = amounts.iter().sum();
    let below = 2 * i128::try_from(amounts.len()).unwrap() * i128::from(sum);
    Estimate::of(above.try_into().unwrap(), below.try_into().unwrap())
}

proptest! {
    #[test]
    fn gini_is_the_mean_difference_of_all_pairs(amounts in any_amounts()) {
        prop_assert_eq!(lorenz_of(&amounts).gini(), gini_by_pairs(&amounts));
    }

    #[test]
    fn of_equals_gini_is_zero_and_of_one_holder_all_but_its_part(amount in 1_i64..1_000_000, count in 1_usize..60) {
        let equals = lorenz_of(&vec![amount; count]);
        prop_assert_eq!(equals.gini(), Estimate::of(0, 1));
        prop_assert_eq!(equals.herfindahl(), Estimate::of(1, count as u64));
        let mut one = vec![0; count];
        one[count / 2] = amount;
        let one = lorenz_of(&one);
        prop_assert_eq!(one.gini(), Estimate::of(count as u64 - 1, count as u64));
        prop_assert_eq!(one.herfindahl(), Estimate::of(1, 1));
    }

    #[test]
    fn the_curve_is_convex_and_runs_from_nothing_to_all(amounts in any_amounts()) {
        let points = lorenz_of(&amounts).points();
        if amounts.iter().all(|amount| *amount == 0) {
            prop_assert!(points.is_empty());
            return Ok(());
        }
        let (first, last) = (points[0], points[points.len() - 1]);
        let (nothing, all) = (Estimate::of(0, 1).unwrap(), Estimate::of(1, 1).unwrap());
        prop_assert_eq!((first.accounts, first.share_of_accounts, first.share_of_money), (0, nothing, nothing));
        prop_assert_eq!((last.accounts, last.share_of_accounts, last.share_of_money), (amounts.len(), all, all));
        // Exactly, from the amounts: the slope between points never falls.
        let mut rising = amounts.clone();
        rising.sort_unstable();
        let held = |count: usize| rising[..count].iter().map(|amount| i128::from(*amount)).sum::<i128>();
        let slopes: Vec<(i128, i128)> = points
            .windows(2)
            .map(|pair| {
                let (from, to) = (pair[0].accounts, pair[1].accounts);
                assert!(from < to);
                (held(to) - held(from), (to - from).try_into().unwrap())
            })
            .collect();
        prop_assert!(slopes.windows(2).all(|pair| pair[0].0 * pair[1].1 <= pair[1].0 * pair[0].1));
        for point in &points {
            prop_assert!(point.share_of_money <= point.share_of_accounts);
            let part = Estimate::of(held(point.accounts).try_into().unwrap(), held(amounts.len()).try_into().unwrap());
            prop_assert_eq!(Some(point.share_of_money), part);
        }
    }

    #[test]
    fn no_fewer_accounts_reach_the_target(amounts in any_amounts(), hundredths in 1_u8..=100) {
        let lorenz = lorenz_of(&amounts);
        let reach = lorenz.reach(crate::Share::hundredths(hundredths));
        let mut falling = amounts.clone();
        falling.sort_unstable_by(|a, b| b.cmp(a));
        let whole: i64 = falling.iter().sum();
        let enough = |count: usize| falling[..count].iter().sum::<i64>() * 100 >= whole * i64::from(hundredths);
        match reach.accounts {
            None => prop_assert_eq!(whole, 0),
            Some(count) => prop_assert!(enough(count) && count > 0 && !enough(count - 1)),
        }
    }

    #[test]
    fn the_unit_of_money_and_the_order_of_rows_change_nothing(
        (rows, shuffled) in any_rows(EVERY_KIND).prop_flat_map(|rows| {
            let purchases = purchases_of(&rows);
            (Just(rows), Just(purchases).prop_shuffle())
        }),
        factor in 2_i64..100,
    ) {
        let options = ConcentrationOptions::default();
        let measure = |book| value_concentration(&book, &playbook(), date("2023-01-01"), &options).unwrap();
        let verdict = measure(book_of_rows(&rows));
        prop_assert_eq!(&verdict, &measure(book_of(&NAMES, shuffled)));
        let scaled: Vec<_> =
            rows.iter().map(|row| crate::rfm::testing::Row { cents: row.cents * factor, ..row.clone() }).collect();
        let scaled = measure(book_of_rows(&scaled));
        prop_assert_eq!((verdict.gini, verdict.herfindahl), (scaled.gini, scaled.herfindahl));
        prop_assert_eq!(&verdict.curve, &scaled.curve);
        prop_assert_eq!((&verdict.top, &verdict.reach), (&scaled.top, &scaled.reach));
        let listed = verdict.holders.len() + verdict.negative.len() + verdict.unknown.len() + verdict.without_purchases;
        prop_assert_eq!(listed, NAMES.len());
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<crate::ConcentrationVerdict>(&text).unwrap(), verdict);
    }
}

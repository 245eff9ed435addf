//! Laws that hold for every model of the family and every account.

#![expect(clippy::arithmetic_side_effects, reason = "tests count small numbers")]

use proptest::prelude::*;

use super::likelihood::BgLikelihood;
use super::testing::{accounts, close, model, summary};
use super::*;
use crate::lifetime::model::{PurchaseModel, fit_purchase_model};
use crate::lifetime::summary::PurchaseSummary;
use crate::values::PositiveStatistic;

/// Parameters over six orders of magnitude.
fn parameters() -> impl Strategy<Value = [f64; 4]> {
    [-2.0..2.0_f64, -2.0..2.0, -2.0..2.0, -2.0..2.0].prop_map(|logs| logs.map(|log| 10_f64.powf(log)))
}

/// Everything from the smallest to the largest.
fn extreme() -> impl Strategy<Value = [f64; 4]> {
    [-12.0..12.0_f64, -12.0..12.0, -12.0..12.0, -12.0..12.0].prop_map(|logs| logs.map(|log| 10_f64.powf(log)))
}

fn summaries() -> impl Strategy<Value = PurchaseSummary> {
    (0..40_u32, 0.01..=1.0_f64, 0.1..300.0_f64)
        .prop_map(|(x, part, age)| summary(x, if x == 0 { 0.0 } else { part * age }, age))
}

/// BG/NBD, MBG/NBD, and some regular ones.
const MODELS: [u32; 5] = [0, 1, 2, 3, 12];

fn kinds() -> [Kind; 4] {
    [Kind::BgNbd, Kind::MbgNbd, Kind::MbgCnbd(2.try_into().unwrap()), Kind::MbgCnbd(5.try_into().unwrap())]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn silence_speaks_against_being_alive(at in parameters(), account in summaries(), part in 0.0..1.0_f64) {
        prop_assume!(account.frequency() > 0);
        let earlier = account.recency() * part.max(1e-6);
        for k in MODELS {
            let model = model(k, at);
            let late = model.probability_alive(&account);
            let early = model.probability_alive(&summary(account.frequency(), earlier, account.age()));
            prop_assert!((0.0..=1.0).contains(&late) && early <= late * (1.0 + 1e-12), "{k} {early} {late}");
        }
    }

    #[test]
    fn the_unit_of_time_does_not_matter(at in parameters(), account in summaries(), horizon in 0.1..200.0_f64) {
        let [r, alpha, a, b] = at;
        for k in MODELS {
            let (weeks, days) = (model(k, at), model(k, [r, alpha * 7.0, a, b]));
            let in_days = summary(account.frequency(), account.recency() * 7.0, account.age() * 7.0);
            let (left, right) = (weeks.score(&account, horizon).unwrap(), days.score(&in_days, horizon * 7.0).unwrap());
            // α is kept to twelve digits.
            prop_assert!(close(left.probability_alive, right.probability_alive, 1e-8));
            prop_assert!(close(left.expected_purchases, right.expected_purchases, 1e-8), "{k} {left:?} {right:?}");
        }
    }

    #[test]
    fn counts_are_a_distribution_with_the_expected_mean(
        at in [-1.0..1.0_f64, -0.5..1.5, -0.7..1.0, -1.0..1.5],
        account in summaries(),
        horizon in 0.1..60.0_f64,
    ) {
        let at = at.map(|log| 10_f64.powf(log));
        for k in MODELS {
            let model = model(k, at);
            let counts = model.purchase_counts(&account, horizon, 4_000).unwrap();
            let sum: f64 = counts.probabilities.iter().sum::<f64>() + counts.more;
            prop_assert!((sum - 1.0).abs() < 1e-12, "{k} {sum}");
            prop_assert!(counts.probabilities.iter().all(|probability| (0.0..=1.0).contains(probability)));
            prop_assume!(counts.more < 1e-18);
            let mean: f64 = counts.probabilities.iter().zip(0..).map(|(p, y)| p * f64::from(y)).sum();
            let expected = model.expected_purchases(&account, horizon).unwrap();
            prop_assert!(close(mean, expected, 1e-11), "{k} {mean} {expected}");
        }
    }

    #[test]
    fn nothing_is_ever_not_a_number(
        at in extreme(),
        x in prop_oneof![Just(0_u32), 1..6_u32, Just(5_000)],
        part in 0.0..=1.0_f64,
        age in prop_oneof![Just(0.0), Just(1e-6), 0.1..1e4_f64, Just(1e9)],
        horizon in prop_oneof![Just(0.0), Just(1e-6), 0.1..1e4_f64, Just(1e9)],
    ) {
        let x = if age > 0.0 { x } else { 0 };
        let account = summary(x, if x == 0 { 0.0 } else { age * part.max(1e-9) }, age);
        for k in [0, 1] {
            let model = model(k, at);
            let score = model.score(&account, horizon).unwrap();
            prop_assert!((0.0..=1.0).contains(&score.probability_alive), "{score:?}");
            prop_assert!(score.expected_purchases.is_finite() && score.expected_purchases >= 0.0, "{k} {score:?}");
            let counts = model.purchase_counts(&account, horizon, 3).unwrap();
            let all = counts.probabilities.iter().chain([&counts.more]);
            prop_assert!(all.clone().all(|probability| (0.0..=1.0 + 1e-9).contains(probability)), "{k} {counts:?}");
            prop_assert!(!model.log_likelihood(&account).is_nan());
        }
    }

    #[test]
    fn regular_purchases_are_numbers_too(at in parameters(), account in summaries(), horizon in 0.0..1e4_f64) {
        for k in [2, 12] {
            let score = model(k, at).score(&account, horizon).unwrap();
            prop_assert!((0.0..=1.0).contains(&score.probability_alive), "{score:?}");
            // No more purchases than a k-th of the events, and one; up to k - 1 events may have come since the last purchase.
            let known = f64::from(k * account.frequency() + k - 1);
            let events = (at[0] + known) / (at[1] + account.age()) * horizon;
            let most = (events + f64::from(k)) / f64::from(k) + 1.0;
            prop_assert!((0.0..=most).contains(&score.expected_purchases), "{k} {score:?} {most}");
        }
    }

    #[test]
    fn slopes_and_bends_are_those_of_the_likelihood(at in parameters(), rows in prop::collection::vec(summaries(), 1..6)) {
        let cells = Cells::collapse(&rows, None).unwrap();
        for kind in kinds() {
            let likelihood = BgLikelihood::new(&cells, kind);
            let there = likelihood.at(&at);
            for i in 0..4 {
                let step = 1e-5 * at[i];
                let moved = |by: f64| {
                    let mut to = at;
                    to[i] += by;
                    likelihood.at(&to)
                };
                let (up, down) = (moved(step), moved(-step));
                let slope = (up.value - down.value) / (2.0 * step);
                let scale = (1.0 + there.value.abs()) / at[i];
                prop_assert!((slope - there.gradient[i]).abs() < 1e-6 * scale.max(slope.abs()), "{kind:?} {i} {slope} {there:?}");
                for j in 0..4 {
                    let bend = (up.gradient[j] - down.gradient[j]) / (2.0 * step);
                    let scale = (1.0 + there.value.abs()) / (at[i] * at[j]);
                    prop_assert!((bend - there.hessian[i][j]).abs() < 1e-6 * scale, "{kind:?} {i} {j} {bend} {there:?}");
                    prop_assert!(close(there.hessian[i][j], there.hessian[j][i], 1e-12));
                }
            }
        }
    }

    #[test]
    fn together_as_one_by_one(at in parameters(), rows in prop::collection::vec(summaries(), 1..8)) {
        let twice: Vec<PurchaseSummary> = rows.iter().chain(&rows).copied().collect();
        let cells = Cells::collapse(&twice, None).unwrap();
        for (k, kind) in [0, 1, 2, 5].into_iter().zip(kinds()) {
            let model = model(k, at);
            let each: f64 = twice.iter().map(|account| model.log_likelihood(account)).sum();
            // The model keeps twelve digits of the parameters.
            let at = at.map(|value| PositiveStatistic::try_new(value).unwrap().value());
            let all = BgLikelihood::new(&cells, kind).at(&at).value;
            prop_assert!((all - each).abs() < 1e-11 * (1.0 + all.abs()), "{kind:?} {all} {each}");
        }
    }

    #[test]
    fn the_order_of_accounts_does_not_matter(turn in 0..60_usize, step in prop::sample::select(vec![1_usize, 7, 11, 13])) {
        let rows = accounts(60);
        let shuffled: Vec<_> = (0..60).map(|i| rows[(turn + i * step) % 60]).collect();
        for model in [PurchaseModel::BgNbd {}, PurchaseModel::MbgCnbd { regularity: Some(2.try_into().unwrap()) }] {
            let fit = |rows: &[PurchaseSummary]| fit_purchase_model(rows, model, &FitOptions::default()).unwrap();
            prop_assert_eq!(fit(&rows), fit(&shuffled));
        }
    }
}

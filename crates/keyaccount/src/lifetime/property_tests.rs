//! Laws that hold for every model, account and horizon.

#![expect(clippy::arithmetic_side_effects, reason = "small whole numbers")]

use proptest::prelude::*;

use super::{
    DiscountRate, FitOptions, PurchaseModel, PurchaseModelParameters, PurchaseSummary, Regularity,
    RoundModelParameters, RoundSummary, SpendModelParameters, SpendSummary, fit_purchase_model, fit_round_model,
    fit_spend_model,
};
use crate::values::PositiveStatistic;

/// From a millionth to a million, on a logarithmic scale, now and then exactly one.
fn any_parameter() -> BoxedStrategy<PositiveStatistic> {
    prop_oneof![
        8 => (-6.0..6.0_f64).prop_map(|log| PositiveStatistic::try_new(libm::exp10(log)).unwrap()),
        1 => Just(PositiveStatistic::try_new(1.0).unwrap()),
    ]
    .boxed()
}

/// As fitted ones are.
fn usual_parameter() -> BoxedStrategy<PositiveStatistic> {
    (-1.0..1.5_f64).prop_map(|log| PositiveStatistic::try_new(libm::exp10(log)).unwrap()).boxed()
}

fn pareto(parameter: BoxedStrategy<PositiveStatistic>) -> impl Strategy<Value = PurchaseModelParameters> {
    (parameter.clone(), parameter.clone(), parameter.clone(), parameter)
        .prop_map(|(r, alpha, s, beta)| PurchaseModelParameters::ParetoNbd { r, alpha, s, beta })
}

fn any_model(parameter: BoxedStrategy<PositiveStatistic>) -> impl Strategy<Value = PurchaseModelParameters> {
    let four = (parameter.clone(), parameter.clone(), parameter.clone(), parameter.clone());
    let bg = (0..3_u32, 2..=12_u32, four).prop_map(|(kind, k, (r, alpha, a, b))| match kind {
        0 => PurchaseModelParameters::BgNbd { r, alpha, a, b },
        1 => PurchaseModelParameters::MbgNbd { r, alpha, a, b },
        _ => {
            let regularity = Regularity::try_new(k).unwrap();
            PurchaseModelParameters::MbgCnbd { regularity, r, alpha, a, b }
        }
    });
    prop_oneof![3 => pareto(parameter), 1 => bg]
}

/// Those whose predictions are quick: many are asked for.
fn quick_model(parameter: BoxedStrategy<PositiveStatistic>) -> impl Strategy<Value = PurchaseModelParameters> {
    let four = (parameter.clone(), parameter.clone(), parameter.clone(), parameter.clone());
    let bg = (any::<bool>(), four).prop_map(|(first, (r, alpha, a, b))| {
        if first {
            PurchaseModelParameters::BgNbd { r, alpha, a, b }
        } else {
            PurchaseModelParameters::MbgNbd { r, alpha, a, b }
        }
    });
    prop_oneof![pareto(parameter), bg]
}

fn any_account() -> impl Strategy<Value = PurchaseSummary> {
    let time = prop_oneof![(-3.0..4.0_f64).prop_map(libm::exp10), Just(39.0)];
    let count = prop_oneof![Just(0_u32), 1..6_u32, 1..5_000_u32];
    let share = prop_oneof![0.0..=1.0_f64, Just(1.0)];
    (count, share, time).prop_map(|(x, share, age)| {
        let recency = if x == 0 { 0.0 } else { (share * age).max(1e-9 * age) };
        PurchaseSummary::try_new(x, recency, age).unwrap()
    })
}

fn some_accounts() -> impl Strategy<Value = Vec<PurchaseSummary>> {
    let account = (0..6_u32, 1..30_u32, 0..20_u32).prop_map(|(x, recency, silent)| {
        let recency = if x == 0 { 0.0 } else { f64::from(recency) };
        PurchaseSummary::try_new(x, recency, recency + f64::from(silent)).unwrap()
    });
    prop::collection::vec(account, 1..40)
}

fn is_probability(number: f64) -> bool {
    (0.0..=1.0).contains(&number)
}

proptest! {
    #[test]
    fn nothing_is_ever_not_a_number(
        model in pareto(any_parameter()),
        account in any_account(),
        horizon in prop_oneof![Just(0.0), (-6.0..9.0_f64).prop_map(libm::exp10)],
        rate in (-6.0..3.0_f64).prop_map(libm::exp10),
    ) {
        let score = model.score(&account, horizon).unwrap();
        prop_assert!(is_probability(score.probability_alive));
        prop_assert!(score.expected_purchases >= 0.0 && score.expected_purchases.is_finite());
        prop_assert!(model.log_likelihood(&account).is_finite());
        let counts = model.purchase_counts(&account, horizon, 3).unwrap();
        prop_assert!(counts.probabilities.iter().all(|chance| is_probability(*chance)) && is_probability(counts.more));
        let sum: f64 = counts.probabilities.iter().sum::<f64>() + counts.more;
        prop_assert!((sum - 1.0).abs() < 1e-11, "{sum}");
        let rate = DiscountRate::continuous(rate).unwrap();
        let worth = model.discounted_purchases(&account, Some(horizon), rate).unwrap();
        prop_assert!(worth >= 0.0 && worth <= score.expected_purchases * (1.0 + 1e-11));
        let for_ever = model.discounted_purchases(&account, None, rate).unwrap();
        prop_assert!(for_ever.is_finite() && for_ever >= worth * (1.0 - 1e-11));
        let next = model.next_purchase(&account);
        prop_assert!(is_probability(next.never));
        prop_assert!(is_probability(model.probability_of_no_purchase(&account, horizon).unwrap()));
    }

    #[test]
    fn who_bought_later_is_rather_alive(
        model in any_model(any_parameter()), account in any_account(), earlier in 0.0..1.0_f64,
    ) {
        prop_assume!(account.frequency() > 0);
        let recency = (account.recency() * earlier).max(account.recency() * 1e-9);
        let before = PurchaseSummary::try_new(account.frequency(), recency, account.age()).unwrap();
        let (late, early) = (model.probability_alive(&account), model.probability_alive(&before));
        prop_assert!(early <= late * (1.0 + 1e-12), "{early} {late}");
    }

    #[test]
    fn the_unit_of_time_does_not_matter(
        (r, alpha, s, beta) in (usual_parameter(), usual_parameter(), usual_parameter(), usual_parameter()),
        x in 1..20_u32, recency in 1.0..50.0_f64, silent in 0.0..50.0_f64,
    ) {
        // By a power of two, so that no digit is lost on the way.
        let scaled = |number: PositiveStatistic| PositiveStatistic::try_new(number.value() * 1024.0).unwrap();
        let weeks = PurchaseModelParameters::ParetoNbd { r, alpha, s, beta };
        let other = PurchaseModelParameters::ParetoNbd { r, alpha: scaled(alpha), s, beta: scaled(beta) };
        let account = PurchaseSummary::try_new(x, recency, recency + silent).unwrap();
        let moved = PurchaseSummary::try_new(x, recency * 1024.0, (recency + silent) * 1024.0).unwrap();
        let near = |left: f64, right: f64| (left - right).abs() <= 1e-9 * left.abs();
        let (one, two) = (weeks.score(&account, 26.0).unwrap(), other.score(&moved, 26.0 * 1024.0).unwrap());
        prop_assert!(near(one.probability_alive, two.probability_alive));
        prop_assert!(near(one.expected_purchases, two.expected_purchases));
        let rate = |rate: f64| DiscountRate::continuous(rate).unwrap();
        let worth = weeks.discounted_purchases(&account, None, rate(0.01)).unwrap();
        prop_assert!(near(worth, other.discounted_purchases(&moved, None, rate(0.01 / 1024.0)).unwrap()));
        let early = weeks.next_purchase(&account).early.unwrap();
        prop_assert!(near(early * 1024.0, other.next_purchase(&moved).early.unwrap()));
    }

    #[test]
    fn worth_grows_with_the_horizon_and_falls_with_the_rate(
        model in quick_model(usual_parameter()), account in any_account(),
        horizon in 0.1..300.0_f64, more in 1.0..5.0_f64, rate in 1e-4..1.0_f64,
    ) {
        let worth = |horizon, rate| {
            model.discounted_purchases(&account, horizon, DiscountRate::continuous(rate).unwrap()).unwrap()
        };
        let here = worth(Some(horizon), rate);
        let least = here * (1.0 - 1e-11);
        prop_assert!(worth(Some(horizon * more), rate) >= least);
        prop_assert!(worth(None, rate) >= least);
        prop_assert!(worth(Some(horizon), rate / more) >= least);
        prop_assert!(model.expected_purchases(&account, horizon).unwrap() >= least);
    }

    #[test]
    fn next_purchases_come_in_order(model in quick_model(usual_parameter()), account in any_account()) {
        let next = model.next_purchase(&account);
        let order = |left: Option<f64>, right: Option<f64>| match (left, right) {
            (Some(left), Some(right)) => left <= right,
            (left, right) => left.is_some() || right.is_none(),
        };
        prop_assert!(order(next.early, next.median) && order(next.median, next.late), "{next:?}");
        let alive = model.probability_alive(&account);
        prop_assert!(next.never >= 1.0 - alive - 1e-12);
    }

    #[test]
    fn spend_lies_between_the_accounts_own_and_the_portfolios(
        (p, q, v) in (any_parameter(), any_parameter(), any_parameter()), x in 1..500_u32, mean in 0.01..1e6_f64,
    ) {
        let model = SpendModelParameters { p, q, v };
        let expected = model.expected_spend(&SpendSummary::try_new(x, mean).unwrap());
        prop_assert!(expected.mean.is_none_or(f64::is_finite));
        if let (Some(all), Some(own), Some(weight)) = (model.population_mean(), expected.mean, expected.own_weight) {
            prop_assert!(is_probability(weight));
            prop_assert!(own >= all.min(mean) * (1.0 - 1e-9) && own <= all.max(mean) * (1.0 + 1e-9));
        }
    }

    #[test]
    fn rounds_are_never_not_a_number(
        (alpha, beta, gamma, delta) in (any_parameter(), any_parameter(), any_parameter(), any_parameter()),
        (recency, bought, silent) in (0..50_u32, 0..50_u32, 0..200_u32), ahead in 0..40_u32, rate in 1e-4..10.0_f64,
    ) {
        let model = RoundModelParameters { alpha, beta, gamma, delta };
        let x = if recency == 0 { 0 } else { 1 + bought % recency };
        let account = RoundSummary::try_new(x, recency, recency + silent).unwrap();
        prop_assert!(is_probability(model.probability_alive(&account)));
        prop_assert!(model.log_likelihood(&account).is_finite());
        let expected = model.expected_purchases(&account, ahead).unwrap();
        prop_assert!(expected >= 0.0 && expected <= f64::from(ahead) * (1.0 + 1e-12));
        let counts = model.purchase_counts(&account, ahead).unwrap().probabilities;
        prop_assert!((counts.iter().sum::<f64>() - 1.0).abs() < 1e-10);
        let mean: f64 = counts.iter().enumerate().map(|(n, chance)| n as f64 * chance).sum();
        prop_assert!((mean - expected).abs() <= 1e-9 * expected + 1e-300);
        let worth = model.discounted_purchases(&account, Some(ahead), rate).unwrap();
        let for_ever = model.discounted_purchases(&account, None, rate).unwrap();
        prop_assert!(worth <= expected * (1.0 + 1e-12) && for_ever >= worth * (1.0 - 1e-11), "{worth} {for_ever}");
        if silent > 0 && x > 0 {
            let later = RoundSummary::try_new(x, recency + 1, recency + silent).unwrap();
            prop_assert!(model.probability_alive(&later) >= model.probability_alive(&account) * (1.0 - 1e-12));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn counts_sum_to_one_with_the_right_mean(
        model in pareto(usual_parameter()), x in 0..9_u32, horizon in 0.1..8.0_f64,
    ) {
        let account = PurchaseSummary::try_new(x, if x == 0 { 0.0 } else { 20.0 }, 30.0).unwrap();
        let counts = model.purchase_counts(&account, horizon, 400).unwrap();
        let sum: f64 = counts.probabilities.iter().sum();
        prop_assert!((sum + counts.more - 1.0).abs() < 1e-11);
        prop_assume!(counts.more < 1e-13);
        let mean: f64 = counts.probabilities.iter().enumerate().map(|(n, chance)| n as f64 * chance).sum();
        let expected = model.expected_purchases(&account, horizon).unwrap();
        prop_assert!((mean / expected - 1.0).abs() < 1e-8, "{mean} {expected}");
    }

    #[test]
    fn order_does_not_matter_and_equal_accounts_are_one(accounts in some_accounts(), turn in 0..40_usize) {
        let fit = |accounts: &[PurchaseSummary], options: &FitOptions| {
            fit_purchase_model(accounts, PurchaseModel::ParetoNbd {}, options).unwrap()
        };
        let here = fit(&accounts, &FitOptions::default());
        let mut other = accounts.clone();
        other.rotate_left(turn % accounts.len());
        other.reverse();
        prop_assert_eq!(&fit(&other, &FitOptions::default()), &here);
        // Each account twice, or each of weight two: the same likelihood, doubled.
        let twice: Vec<PurchaseSummary> = accounts.iter().chain(&accounts).copied().collect();
        let doubled = fit(&twice, &FitOptions::default());
        let weighted = fit(&accounts, &FitOptions { weights: Some(vec![2.0; accounts.len()]), ..FitOptions::default() });
        prop_assert_eq!(doubled.parameters, weighted.parameters);
        prop_assert_eq!(doubled.found.log_likelihood, weighted.found.log_likelihood);
        prop_assert!(here.found.estimates.iter().all(|estimate| estimate.value.value() > 0.0));
    }

    #[test]
    fn spend_scales_with_the_unit_of_money(
        rows in prop::collection::vec((1..9_u32, 1.0..500.0_f64), 1..30), turn in 0..30_usize,
    ) {
        let accounts = |unit: f64| -> Vec<SpendSummary> {
            rows.iter().map(|(x, mean)| SpendSummary::try_new(*x, mean * unit).unwrap()).collect()
        };
        let here = fit_spend_model(&accounts(1.0), &FitOptions::default()).unwrap();
        let mut turned = accounts(1.0);
        turned.rotate_left(turn % rows.len());
        prop_assert_eq!(&fit_spend_model(&turned, &FitOptions::default()).unwrap(), &here);
        let there = fit_spend_model(&accounts(1024.0), &FitOptions::default()).unwrap();
        // Where the data do not tell the parameters, the search may end elsewhere.
        if [&here, &there].iter().all(|fit| fit.found.status == crate::FitStatus::Converged) {
            let (here, there) = (here.parameters.unwrap(), there.parameters.unwrap());
            for (left, right) in [(here.p, there.p), (here.q, there.q)] {
                prop_assert!((left.value() / right.value() - 1.0).abs() < 1e-5);
            }
            prop_assert!((here.v.value() * 1024.0 / there.v.value() - 1.0).abs() < 1e-5);
        }
    }

    #[test]
    fn rounds_in_any_order(rows in prop::collection::vec((0..5_u32, 0..5_u32), 1..40), turn in 0..40_usize) {
        let mut accounts: Vec<RoundSummary> = rows
            .iter()
            .map(|(x, more)| RoundSummary::try_new(*x, if *x == 0 { 0 } else { x + more }, 10).unwrap())
            .collect();
        let here = fit_round_model(&accounts, &FitOptions::default()).unwrap();
        accounts.rotate_left(turn % rows.len());
        prop_assert_eq!(fit_round_model(&accounts, &FitOptions::default()).unwrap(), here);
    }
}

//! Scores and curves against sums over every outcome.

#![expect(clippy::arithmetic_side_effects, reason = "an overflow fails the test")]

use super::tests::{Numbers, listed, subsets};
use super::{BookingDistribution, DistributionMethod};
use crate::values::{Currency, CurrencySum, Estimate, Money};

fn euro() -> Currency {
    "EUR".parse().unwrap()
}

fn money(units: u64) -> Money {
    Money::parse(&format!("{}.{:02}", units / 100, units % 100), euro()).unwrap()
}

fn distribution(deals: &[(u64, u32)]) -> BookingDistribution {
    let deals: Vec<(Money, Estimate)> =
        deals.iter().map(|(units, chance)| (money(*units), Estimate::rounded(f64::from(*chance) / 1e6))).collect();
    BookingDistribution::of_chances(euro(), &deals).unwrap()
}

/// ∫(F − 1{x ≥ y})² over sums in ascending order.
fn by_outcomes(all: &[(u128, f64)], actual: u128) -> f64 {
    let mut points: Vec<(u128, f64)> = all.to_vec();
    points.push((actual, 0.0));
    points.sort_by_key(|point| point.0);
    let (mut cdf, mut score) = (0.0, 0.0);
    for pair in points.windows(2) {
        cdf += pair[0].1;
        let step = if pair[0].0 >= actual { 1.0 } else { 0.0 };
        score += (pair[1].0 - pair[0].0) as f64 * (cdf - step) * (cdf - step);
    }
    score
}

fn assert_scores(deals: &[(u64, u32)], all: &[(u128, f64)]) -> DistributionMethod {
    let bookings = distribution(deals);
    let total = all.last().unwrap().0;
    for actual in [0, 1, total / 5, total / 2, total / 2 + 1, total, total + 777] {
        let (score, expected) = (bookings.score(actual as i128, 0.0), by_outcomes(all, actual));
        let near = 1e-9 * libm::sqrt(bookings.variance()) * 100.0 + 1e-12 * total as f64;
        assert!((score - expected).abs() <= near, "{} at {actual}: {score} {expected}", bookings.method());
    }
    bookings.method()
}

#[test]
fn scores_agree_with_every_outcome() {
    let mut numbers = Numbers(31);
    let mut methods = Vec::new();
    for (count, amounts) in [(1, 5), (2, 900), (9, 100_000_000), (14, 1_000_000_000)] {
        let deals = numbers.deals(count, amounts, 1);
        methods.push(assert_scores(&deals, &subsets(&deals)));
    }
    let deals = numbers.deals(19, 1_000_000_000, 1);
    methods.push(assert_scores(&deals, &subsets(&deals)));
    for (count, amounts) in [(30, 900), (100, 60), (200, 100), (1000, 60)] {
        let deals = numbers.deals(count, amounts, 1);
        methods.push(assert_scores(&deals, &listed(&deals)));
    }
    // Whales beside a crowd: a hundred steps, each as wide as the crowd.
    let mut deals = numbers.deals(800, 40, 1);
    deals.iter_mut().take(3).enumerate().for_each(|(at, deal)| *deal = (30_000 + 7 * at as u64, 400_000));
    methods.push(assert_scores(&deals, &listed(&deals)));
    use DistributionMethod::{Atoms, Lattice, Series, SplitAtoms};
    for method in [Atoms, SplitAtoms, Lattice, Series] {
        assert!(methods.contains(&method), "{method} {methods:?}");
    }
}

#[test]
fn a_certain_forecast_is_off_by_the_distance() {
    let bookings = distribution(&[(10_000, 1_000_000), (500, 0)]);
    for (actual, score) in [(10_000, "0.00 EUR"), (12_500, "25.00 EUR"), (0, "100.00 EUR")] {
        assert_eq!(bookings.crps(&money(actual).into()).unwrap().to_string(), score);
    }
    let below: CurrencySum = serde_json::from_str(r#"{"amount": "-50", "currency": "EUR"}"#).unwrap();
    assert_eq!(bookings.crps(&below).unwrap().to_string(), "150.00 EUR");
}

#[test]
fn curves_run_from_one_end_to_the_other() {
    for (count, amounts) in [(0, 1), (3, 1000), (20, 3), (22, 900_000), (1000, 1_000_000)] {
        let bookings = distribution(&Numbers(37).deals(count, amounts, 1));
        let curve = bookings.curve();
        assert!((1..=101).contains(&curve.len()), "{}", curve.len());
        let ends = bookings.interval("0.998".parse().unwrap());
        assert_eq!((&curve[0].amount, &curve[curve.len() - 1].amount), (&ends.low, &ends.high));
        assert!(
            curve.windows(2).all(|pair| pair[0].amount.amount < pair[1].amount.amount && pair[0].cdf <= pair[1].cdf)
        );
        for point in &curve {
            assert_eq!(point.cdf, bookings.cdf(&point.amount).unwrap());
        }
        assert_eq!(curve, distribution(&Numbers(37).deals(count, amounts, 1)).summary(None).unwrap().curve);
    }
}

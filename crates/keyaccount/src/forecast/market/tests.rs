//! The likelihood against a quadrature done elsewhere, and made-up histories.

#![expect(clippy::arithmetic_side_effects, reason = "an overflow fails the test")]

use super::likelihood::log_likelihood;
use super::*;
use crate::forecast::testing::{Way, as_of, ended, histories};

type Counts = &'static [(u64, u64)];

fn tallies(counts: Counts) -> Vec<Tally> {
    counts.iter().map(|(decided, won)| Tally { decided: *decided, won: *won }).collect()
}

/// Decided and won by period; then the likeliest ρ, the ends of its interval, the win rate, and the logarithm of the
/// likelihood at √ρ = 0.4 and a threshold of −0.3, but for the binomial coefficients: found by scipy's optimisers over a
/// grid, with a trapezoidal rule of 6,001 points.
const KNOWN: [(Counts, [f64; 5]); 3] = [
    (
        &[(20, 6), (25, 12), (18, 3), (30, 9), (22, 14), (16, 2), (40, 16), (28, 5), (21, 10), (35, 6)],
        [0.116_191_74, 0.018_965_497, 0.342_436_896, 0.325_403_863, -157.908_204_546],
    ),
    (
        &[(12, 5), (10, 4), (11, 5), (14, 6), (9, 4), (13, 5), (12, 5), (10, 4)],
        [0.0, 0.0, 0.081_741_225, 0.417_582_423, -65.353_083_202],
    ),
    (
        &[(200, 120), (150, 20), (300, 90), (250, 200), (180, 12), (220, 66), (90, 40), (310, 33), (1, 0), (2, 2)],
        [0.370_542_992, 0.192_658_866, 0.668_064_559, 0.366_110_874, -872.821_392_612],
    ),
];

fn number(text: impl ToString) -> f64 {
    text.to_string().parse().unwrap()
}

#[test]
fn the_likeliest_correlation_agrees_with_a_search_over_a_grid() {
    let findings = KNOWN.map(|(counts, [correlation, low, high, rate, log])| {
        let tallies = tallies(counts);
        assert!((log_likelihood(&tallies, 0.4, -0.3) - log).abs() < 1e-7, "{}", log_likelihood(&tallies, 0.4, -0.3));
        let learned = Learned::of(&tallies);
        let interval = learned.interval.unwrap();
        let found = [
            number(learned.correlation.unwrap()),
            number(interval.low),
            number(interval.high),
            number(learned.win_rate.unwrap()),
        ];
        for (found, expected) in found.into_iter().zip([correlation, low, high, rate]) {
            assert!((found - expected).abs() < 2e-6, "{found} {expected}");
        }
        learned.finding
    });
    assert_eq!(findings, [MarketFinding::Common, MarketFinding::NoMoreThanChance, MarketFinding::Common]);
}

#[test]
fn the_likelihood_is_that_of_independent_deals_without_correlation() {
    let tallies = tallies(&[(7, 3), (400, 0), (90, 90)]);
    for threshold in [-2.0_f64, -0.3, 0.0, 1.5] {
        let (won, lost) = (normal::cdf(threshold).ln(), normal::cdf(-threshold).ln());
        let expected = 93.0 * won + 404.0 * lost;
        assert!((log_likelihood(&tallies, 0.0, threshold) - expected).abs() < 1e-9 * expected.abs(), "{threshold}");
    }
}

#[test]
fn what_tells_nothing_is_not_estimated() {
    for counts in [&[][..], &[(1, 1), (1, 0)], &[(9, 9), (4, 4)], &[(9, 0)]] {
        let learned = Learned::of(
            &counts.iter().map(|(decided, won)| Tally { decided: *decided, won: *won }).collect::<Vec<_>>(),
        );
        assert_eq!((learned.finding, learned.correlation), (MarketFinding::NotEstimable, None), "{counts:?}");
    }
}

/// Ten quarters of ten deals each: good ones and bad ones by turns, or all alike.
fn made_up(won: [usize; 2]) -> Vec<Way> {
    let mut ways = Vec::new();
    for quarter in 0..10_usize {
        for deal in 0..10 {
            let how = if deal < won[quarter % 2] { "won" } else { "lost" };
            ways.push(ended(how, 400 + 92 * quarter as u32));
        }
    }
    ways.push(ended("open", 40));
    ways
}

#[test]
fn good_and_bad_quarters_are_a_market() {
    let playbook = Playbook::six_stage();
    let learn =
        |won| learn_market_correlation(&histories(&made_up(won)), &playbook, as_of(), &MarketOptions::default());
    let swinging = learn([8, 1]);
    assert_eq!((swinging.finding, swinging.decided, swinging.won), (MarketFinding::Common, 100, 45));
    assert_eq!(swinging.quarters.len(), 10);
    assert!(!swinging.insufficient_history);
    assert!(number(swinging.correlation.unwrap()) > 0.3, "{:?}", swinging.correlation);
    let steady = learn([4, 5]);
    assert_eq!(
        (steady.finding, steady.correlation),
        (MarketFinding::NoMoreThanChance, Some(MarketCorrelation::default()))
    );
    assert_eq!(
        serde_json::from_str::<MarketCorrelationVerdict>(&serde_json::to_string(&swinging).unwrap()).unwrap(),
        swinging
    );
    let mut backwards = histories(&made_up([8, 1]));
    backwards.reverse();
    assert_eq!(learn_market_correlation(&backwards, &playbook, as_of(), &MarketOptions::default()), swinging);
}

#[test]
fn few_quarters_are_insufficient_and_later_days_left_out() {
    let playbook = Playbook::six_stage();
    let all = histories(&made_up([8, 1]));
    let few = learn_market_correlation(&all[..40], &playbook, as_of(), &MarketOptions::default());
    assert!(few.insufficient_history && few.correlation.is_some());
    assert_eq!(few.reasons.last().unwrap().rule, "insufficient_history");
    let before = learn_market_correlation(&all, &playbook, as_of().minus_days(1), &MarketOptions::default());
    assert_eq!((before.from_later_days, before.decided), (all.len(), 0));
    let lately = histories(&[ended("won", 2990)]);
    let lately = learn_market_correlation(&lately, &playbook, as_of(), &MarketOptions::default());
    assert_eq!((lately.in_current_quarter, lately.decided), (1, 0));
}

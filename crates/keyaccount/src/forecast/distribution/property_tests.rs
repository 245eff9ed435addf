//! What every distribution obeys, whatever the deals.

#![expect(clippy::arithmetic_side_effects, reason = "an overflow fails the test")]

use proptest::collection::vec;
use proptest::prelude::*;

use super::BookingDistribution;
use crate::values::{Currency, CurrencySum, ExactSum, Money, Probability};

fn euro() -> Currency {
    "EUR".parse().unwrap()
}

fn money(cents: u64) -> Money {
    Money::parse(&format!("{}.{:02}", cents / 100, cents % 100), euro()).unwrap()
}

fn sum(cents: u64) -> CurrencySum {
    CurrencySum { amount: format!("{}.{:02}", cents / 100, cents % 100).parse().unwrap(), currency: euro() }
}

fn probability(millionths: u32) -> Probability {
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000).parse().unwrap()
}

/// Cents and millionths: ties, whales, certain and impossible deals among them.
fn deals(most: usize) -> impl Strategy<Value = Vec<(u64, u32)>> {
    let amount =
        prop_oneof![Just(100_u64), 0..1000_u64, (1..50_u64).prop_map(|tens| tens * 1000), 1..100_000_000_000_u64];
    let chance = prop_oneof![Just(0_u32), Just(1_000_000), Just(500_000), 0..=1_000_000_u32];
    vec((amount, chance), 0..most)
}

fn distribution(deals: &[(u64, u32)]) -> BookingDistribution {
    let deals: Vec<_> = deals.iter().map(|(cents, chance)| (money(*cents), probability(*chance))).collect();
    BookingDistribution::of(euro(), &deals).unwrap()
}

fn number(amount: &ExactSum) -> f64 {
    amount.to_string().parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_order_of_deals_changes_no_bit((given, shuffled) in deals(30).prop_flat_map(|given| (Just(given.clone()), Just(given).prop_shuffle()))) {
        let (one, other) = (distribution(&given), distribution(&shuffled));
        prop_assert_eq!(one.summary(Some(&sum(5000))).unwrap(), other.summary(Some(&sum(5000))).unwrap());
        prop_assert_eq!(one.law, other.law);
    }

    #[test]
    fn it_grows_with_the_amount_and_stays_between_zero_and_one(given in deals(24), cents in vec(0..200_000_000_000_u64, 1..8)) {
        let bookings = distribution(&given);
        let mut cents = cents;
        cents.sort_unstable();
        let mut before = 0.0;
        for cents in cents {
            let now = number_of(bookings.cdf(&sum(cents)).unwrap());
            prop_assert!(now >= before - 1e-11 && now <= 1.0);
            before = now;
            let above = number_of(bookings.probability_at_least(&sum(cents + 1)).unwrap());
            prop_assert!((now + above - 1.0).abs() < 1e-11);
        }
        let total: u64 = given.iter().map(|(cents, _)| cents).sum();
        prop_assert_eq!(number_of(bookings.cdf(&sum(total)).unwrap()).to_bits(), 1.0_f64.to_bits());
    }

    #[test]
    fn a_likelier_deal_makes_a_quota_likelier(given in deals(20), at in any::<prop::sample::Index>(), cents in 0..10_000_000_u64) {
        prop_assume!(!given.is_empty());
        let mut likelier = given.clone();
        let deal = at.get(&given);
        let place = given.iter().position(|other| other == deal).unwrap();
        likelier[place].1 = likelier[place].1.midpoint(1_000_000);
        let odds = |deals: &[(u64, u32)]| number_of(distribution(deals).probability_at_least(&sum(cents)).unwrap());
        prop_assert!(odds(&likelier) >= odds(&given) - 1e-11);
    }

    #[test]
    fn quantiles_invert_the_distribution(given in deals(24), chance in 1..1_000_000_u32) {
        let bookings = distribution(&given);
        let quantile = bookings.quantile(probability(chance));
        let reached = bookings.cdf(&quantile).unwrap();
        prop_assert!(reached.value() >= probability(chance).value());
        let below = CurrencySum { amount: format!("{:.2}", number(&quantile.amount) - 0.01).parse().unwrap(), ..quantile };
        prop_assert!(number_of(bookings.cdf(&below).unwrap()) <= f64::from(chance) / 1e6 + 1e-12);
    }

    #[test]
    fn what_is_missing_to_the_total_is_the_total_less_the_mean(given in deals(24)) {
        let bookings = distribution(&given);
        let total: u64 = given.iter().map(|(cents, _)| cents).sum();
        let shortfall = number(&bookings.expected_shortfall(&sum(total)).unwrap().amount);
        let expected = total as f64 / 100.0 - number(&bookings.mean().amount);
        prop_assert!((shortfall - expected).abs() <= 0.011 + 1e-11 * total as f64, "{} {}", shortfall, expected);
    }

    #[test]
    fn what_is_at_stake_is_the_difference_of_two_outcomes(given in deals(18), cents in 0..10_000_000_u64) {
        let parts = distribution(&given).contributions(&sum(cents)).unwrap();
        for (at, part) in parts.iter().enumerate().take(4) {
            let odds = |chance| {
                let mut deals = given.clone();
                deals[at].1 = chance;
                number_of(distribution(&deals).probability_at_least(&sum(cents)).unwrap())
            };
            if let Some(stake) = part.to_quota {
                prop_assert!((number_of(stake) - (odds(1_000_000) - odds(0))).abs() < 1e-9, "{:?} {}", part, at);
            }
        }
    }
}

fn number_of(estimate: crate::values::Estimate) -> f64 {
    estimate.to_string().parse().unwrap()
}

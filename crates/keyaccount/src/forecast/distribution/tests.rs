//! The kernel against brute force, worked examples, and what every distribution obeys.

#![expect(clippy::arithmetic_side_effects, reason = "an overflow fails the test")]

use super::arithmetic::Sum;
use super::deals::Deals;
use super::kernel::{Effort, Kernel};
use super::{BookingDistribution, DistributionMethod};
use crate::problem::ProblemCode;
use crate::values::{CurrencySum, Money, Probability};

/// Certain, in millionths.
const MILLION: u32 = 1_000_000;

/// A generator of made-up numbers: a linear congruence, of which the high bits are used.
pub(super) struct Numbers(pub(super) u64);

impl Numbers {
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((u128::from(self.0) * u128::from(limit)) >> 64) as u64
    }

    pub(super) fn deals(&mut self, count: usize, amounts: u64, step: u64) -> Vec<(u64, u32)> {
        (0..count).map(|_| ((1 + self.below(amounts)) * step, 1 + self.below(999_999) as u32)).collect()
    }
}

fn kernel(deals: &[(u64, u32)]) -> (Deals, Kernel) {
    let deals = Deals::sorted(deals.iter().map(|(units, millionths)| (*units, won(*millionths))));
    let kernel = Kernel::of(&deals.open, deals.unit, &Effort::WHOLE).0;
    (deals, kernel)
}

/// P(S ≤ units), and E[max(0, units − S)], in units of the input.
fn asked(deals: &Deals, kernel: &Kernel, units: u128) -> (f64, f64) {
    let Some(left) = units.checked_sub(deals.certain) else { return (0.0, 0.0) };
    let (place, rest) = ((left / u128::from(deals.unit)) as i128, (left % u128::from(deals.unit)) as f64);
    let cdf = kernel.cdf(place);
    (cdf, kernel.shortfall(place) * deals.unit as f64 + rest * cdf)
}

fn won(millionths: u32) -> f64 {
    f64::from(millionths) / f64::from(MILLION)
}

/// Every subset of the deals, one after the other, in ascending order of its sum.
pub(super) fn subsets(deals: &[(u64, u32)]) -> Vec<(u128, f64)> {
    let mut all = Vec::new();
    for subset in 0..1_u32 << deals.len() {
        let (mut sum, mut probability) = (0, 1.0);
        for (at, (units, millionths)) in deals.iter().enumerate() {
            let in_it = subset >> at & 1 == 1;
            sum += if in_it { u128::from(*units) } else { 0 };
            probability *= if in_it { won(*millionths) } else { 1.0 - won(*millionths) };
        }
        all.push((sum, probability));
    }
    all.sort_by_key(|(sum, _)| *sum);
    all
}

/// The probability of every sum from zero, by multiplying out the generating polynomial in place.
fn polynomial(deals: &[(u64, u32)]) -> Vec<f64> {
    let total: u64 = deals.iter().map(|(units, _)| units).sum();
    let mut masses = vec![0.0; total as usize + 1];
    masses[0] = 1.0;
    let mut reached = 0;
    for (units, millionths) in deals {
        let (units, won) = (*units as usize, won(*millionths));
        reached += units;
        for at in (0..=reached).rev() {
            masses[at] = masses[at] * (1.0 - won) + if at >= units { masses[at - units] * won } else { 0.0 };
        }
    }
    masses
}

/// The largest distance between the kernel and a list of sums with their probabilities, in ascending order.
fn distance(deals: &[(u64, u32)], all: &[(u128, f64)]) -> (f64, DistributionMethod, f64) {
    let (deals, kernel) = kernel(deals);
    let (mut mass, mut worst) = (Sum::default(), 0.0_f64);
    let mut at = 0;
    // A thousand sums all over, with the one below each.
    let stride = (all.len() / 1000).max(1);
    let mut sums = 0;
    while at < all.len() {
        let sum = all[at].0;
        sums += 1;
        let passed_over = sums % stride != 0;
        if passed_over {
            while at < all.len() && all[at].0 == sum {
                mass.add(all[at].1);
                at += 1;
            }
            continue;
        }
        if let Some(before) = sum.checked_sub(1) {
            worst = worst.max((asked(&deals, &kernel, before).0 - mass.value()).abs());
        }
        while at < all.len() && all[at].0 == sum {
            mass.add(all[at].1);
            at += 1;
        }
        worst = worst.max((asked(&deals, &kernel, sum).0 - mass.value()).abs());
    }
    (worst, kernel.method, kernel.error)
}

pub(super) fn listed(deals: &[(u64, u32)]) -> Vec<(u128, f64)> {
    polynomial(deals).into_iter().enumerate().map(|(sum, mass)| (sum as u128, mass)).collect()
}

fn assert_close(deals: &[(u64, u32)], all: &[(u128, f64)]) -> DistributionMethod {
    let (distance, method, bound) = distance(deals, all);
    assert!(bound <= 1e-9, "{method}: {bound:e}");
    assert!(distance <= bound.max(1e-13), "{method}: {distance:e} over {bound:e}");
    method
}

#[test]
fn few_deals_agree_with_every_subset() {
    let mut numbers = Numbers(7);
    for (count, amounts) in [(0, 1), (1, 5), (2, 1), (5, 1000), (12, 100_000_000_000_000), (17, 1_000_000)] {
        let mut deals = numbers.deals(count, amounts, 1);
        assert_close(&deals, &subsets(&deals));
        // Certain, impossible and worthless ones, and ties.
        deals.extend([(40, MILLION), (7, 0), (0, 500_000), (9, 500_000), (9, 500_000)]);
        deals.truncate(count.max(5));
        assert_close(&deals, &subsets(&deals));
    }
    let deals = numbers.deals(20, 1_000_000_000, 1);
    assert_eq!(assert_close(&deals, &subsets(&deals)), DistributionMethod::SplitAtoms);
}

#[test]
fn many_deals_agree_with_the_polynomial() {
    let mut numbers = Numbers(11);
    let methods: Vec<_> = [(21, 500), (30, 900), (64, 200), (200, 100), (1000, 1), (1000, 60)]
        .map(|(count, amounts)| {
            let deals = numbers.deals(count, amounts, 100);
            let divided: Vec<_> = deals.iter().map(|(units, chance)| (units / 100, *chance)).collect();
            let all: Vec<_> = listed(&divided).into_iter().map(|(sum, mass)| (sum * 100, mass)).collect();
            assert_close(&deals, &all)
        })
        .into();
    assert!(methods.contains(&DistributionMethod::Series), "{methods:?}");
    assert!(methods.contains(&DistributionMethod::Lattice), "{methods:?}");
}

#[test]
fn whales_and_odd_amounts_agree_with_the_polynomial() {
    let mut numbers = Numbers(13);
    for whales in 1..=3 {
        let mut deals = numbers.deals(800, 40, 1);
        for (at, deal) in deals.iter_mut().enumerate().take(whales) {
            *deal = (30_000 + 7 * at as u64, 400_000);
        }
        assert_close(&deals, &listed(&deals));
    }
    for odd in 1..4 {
        let mut deals = numbers.deals(600, 5, 50);
        for (at, deal) in deals.iter_mut().enumerate().take(odd) {
            deal.0 += 1 + 3 * at as u64;
        }
        assert_close(&deals, &listed(&deals));
    }
    // Prices one below a round number: steps that are nearly a lattice.
    let deals: Vec<_> = numbers.deals(400, 4, 100).into_iter().map(|(units, chance)| (units - 1, chance)).collect();
    assert_close(&deals, &listed(&deals));
}

#[test]
fn unlikely_deals_agree_with_the_polynomial() {
    let mut numbers = Numbers(17);
    for (count, chance) in [(64, 100_000), (100, 10_000), (300, 50_000), (1000, 1000)] {
        let mut deals = numbers.deals(count, 500, 1);
        deals.iter_mut().for_each(|deal| deal.1 = chance);
        assert_close(&deals, &listed(&deals));
    }
}

#[test]
fn where_no_way_is_exact_the_bound_says_so() {
    let mut deals = Numbers(19).deals(64, 1_000_000_000, 1);
    deals.iter_mut().for_each(|deal| deal.1 = 50_000);
    let (_, kernel) = kernel(&deals);
    assert!(kernel.error > 1e-9, "{:e}", kernel.error);
    // Nothing won at all is one outcome: half of its jump is more than the bound allows.
    let nothing = 0.95_f64.powi(64);
    assert!((kernel.cdf(0) - nothing).abs() < nothing, "{}", kernel.cdf(0));
}

/// The probability of so many of n equal deals or fewer, from the logarithms of factorials.
fn binomial(deals: u32, chance: f64, most: u32) -> f64 {
    let mut sum = Sum::default();
    let mut log = f64::from(deals) * (1.0 - chance).ln();
    for won in 0..=most {
        sum.add(log.exp());
        log += (f64::from(deals - won) / f64::from(won + 1)).ln() + (chance / (1.0 - chance)).ln();
    }
    sum.value()
}

#[test]
fn a_hundred_thousand_equal_deals_are_binomial() {
    let (deals, kernel) = kernel(&[(123_456_789, 300_000); 100_000]);
    assert_eq!((kernel.method, deals.unit), (DistributionMethod::Series, 123_456_789));
    assert!(kernel.error < 1e-10);
    for most in [28_900, 29_500, 29_999, 30_000, 30_001, 30_200, 31_000] {
        let expected = binomial(100_000, 0.3, most);
        assert!((kernel.cdf(most.into()) - expected).abs() < 1e-9, "{most}");
    }
}

#[test]
fn a_hundred_thousand_deals_of_three_amounts_agree_with_a_convolution() {
    let amounts = [1, 2, 5];
    let deals: Vec<(u64, u32)> = (0..100_000).map(|at| (amounts[at % 3], [2000, 5000, 1000][at % 3])).collect();
    // Few are won, so that the window of sums that count is short.
    let mut masses = vec![0.0; 2500];
    masses[0] = 1.0;
    for (units, chance) in &deals {
        let (units, won) = (*units as usize, won(*chance));
        for at in (0..masses.len()).rev() {
            masses[at] = masses[at] * (1.0 - won) + if at >= units { masses[at - units] * won } else { 0.0 };
        }
    }
    let all: Vec<_> = masses.into_iter().enumerate().map(|(sum, mass)| (sum as u128, mass)).collect();
    assert_close(&deals, &all);
}

#[test]
fn shortfalls_add_up_the_distribution() {
    for (count, amounts) in [(8, 30), (22, 40), (300, 9), (900, 30)] {
        let (_, kernel) = kernel(&Numbers(23).deals(count, amounts, 1));
        let mut area = Sum::default();
        for place in 0..2000 {
            assert!((kernel.shortfall(place) - area.value()).abs() < 1e-8, "{count} {place}");
            area.add(kernel.cdf(place));
        }
    }
}

#[test]
fn contributions_are_differences_of_two_forecasts() {
    let euro = "EUR".parse().unwrap();
    for (count, amounts) in [(9, 1000), (300, 9), (900, 60)] {
        let deals: Vec<(Money, Probability)> = Numbers(29)
            .deals(count, amounts, 1)
            .into_iter()
            .map(|(euros, chance)| {
                let amount = Money::parse(&euros.to_string(), euro).unwrap();
                (amount, format!("0.{chance:06}").parse().unwrap())
            })
            .collect();
        let bookings = BookingDistribution::of(euro, &deals).unwrap();
        let quota = bookings.mean();
        let parts = bookings.contributions(&quota).unwrap();
        for at in (0..count).step_by(count / 7) {
            let odds = |outcome| {
                let mut deals = deals.clone();
                deals[at].1 = outcome;
                let odds = BookingDistribution::of(euro, &deals).unwrap().probability_at_least(&quota).unwrap();
                odds.to_string().parse::<f64>().unwrap()
            };
            let stake: f64 = parts[at].to_quota.unwrap().to_string().parse().unwrap();
            assert!((stake - (odds(Probability::CERTAIN) - odds(Probability::NEVER))).abs() < 1e-9, "{count} {at}");
        }
    }
}

#[test]
fn even_chances_of_amounts_far_apart_have_contributions() {
    let yen = "JPY".parse().unwrap();
    let even: Probability = "0.5".parse().unwrap();
    let deals = [1_i64, 1_000_000_000_000].map(|yens| (Money::parse(&yens.to_string(), yen).unwrap(), even));
    let bookings = BookingDistribution::of(yen, &deals).unwrap();
    let parts = bookings.contributions(&Money::parse("999999999999", yen).unwrap().into()).unwrap();
    let odds: Vec<String> = parts.iter().map(|part| part.to_quota.unwrap().to_string()).collect();
    assert_eq!(odds, ["0", "1"]);
}

#[test]
fn currencies_are_never_mixed() {
    let euro = "EUR".parse().unwrap();
    let dollars = Money::parse("5", crate::Currency::USD).unwrap();
    let problem = BookingDistribution::of(euro, &[(dollars, Probability::CERTAIN)]).unwrap_err();
    assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::MixedCurrencies, "deals[0]"));
    let nothing = BookingDistribution::of(euro, &[]).unwrap();
    assert_eq!(nothing.cdf(&CurrencySum::from(dollars)).unwrap_err().code, ProblemCode::MixedCurrencies);
    assert_eq!(nothing.probability_at_least(&Money::parse("0", euro).unwrap().into()).unwrap().to_string(), "1");
    assert_eq!(nothing.quantile("0.5".parse().unwrap()).to_string(), "0.00 EUR");
}

#[test]
fn summaries_go_through_json() {
    let euro = "EUR".parse().unwrap();
    let deals = [(Money::parse("1000", euro).unwrap(), "0.3".parse().unwrap()); 3];
    let summary = BookingDistribution::of(euro, &deals).unwrap().summary(None).unwrap();
    let text = serde_json::to_string(&summary).unwrap();
    assert!(text.contains(r#""quota":null,"curve":[{"#), "{text}");
    assert!(text.contains(r#""method":"atoms","error_bound":"0.000000000001""#), "{text}");
    assert_eq!(serde_json::from_str::<super::BookingSummary>(&text).unwrap(), summary);
}

//! The kernel against brute force, worked examples, and what every distribution obeys.

use super::arithmetic::Sum;
use super::deals::{Deals, MILLION};
use super::kernel::Kernel;
use super::{BookingDistribution, DistributionMethod};
use crate::problem::ProblemCode;
use crate::values::{CurrencySum, Money, Probability};

/// A generator of made-up numbers: a linear congruence, of which the high bits are used.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((u128::from(self.0) * u128::from(limit)) >> 64) as u64
    }

    fn deals(&mut self, count: usize, amounts: u64, step: u64) -> Vec<(u64, u32)> {
        (0..count).map(|_| ((1 + self.below(amounts)) * step, 1 + self.below(999_999) as u32)).collect()
    }
}

fn kernel(deals: &[(u64, u32)]) -> (Deals, Kernel) {
    let deals = Deals::sorted(deals.iter().copied());
    let kernel = Kernel::of(&deals.open, deals.unit).0;
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
fn subsets(deals: &[(u64, u32)]) -> Vec<(u128, f64)> {
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

fn listed(deals: &[(u64, u32)]) -> Vec<(u128, f64)> {
    polynomial(deals).into_iter().enumerate().map(|(sum, mass)| (sum as u128, mass)).collect()
}

#[test]
fn explore() {
    let mut numbers = Numbers(7);
    for (count, amounts) in [(1, 5), (5, 1000), (12, 1_000_000_000_000), (18, 1_000_000), (17, 1000)] {
        let deals = numbers.deals(count, amounts, 1);
        println!("subsets {count} {amounts}: {:?}", distance(&deals, &subsets(&deals)));
    }
    for (count, amounts) in [(21, 50_000), (30, 10_000), (64, 2000), (200, 2000), (1000, 1), (1000, 2), (1000, 100), (1000, 500), (5000, 1), (5000, 20)] {
        let deals = numbers.deals(count, amounts, 1);
        let start = std::time::Instant::now();
        drop(kernel(&deals));
        let time = start.elapsed();
        println!("polynomial {count} {amounts}: {:?} {time:?}", distance(&deals, &listed(&deals)));
    }
    for whale in [10_000, 100_000, 300_000] {
        for whales in 1..=3 {
            let mut deals = numbers.deals(1000, 100, 1);
            for at in 0..whales {
                deals[at] = (whale + 7 * at as u64, 400_000);
            }
            let start = std::time::Instant::now();
            drop(kernel(&deals));
            let time = start.elapsed();
            println!("whales {whale} {whales}: {:?} {time:?}", distance(&deals, &listed(&deals)));
        }
    }
    for odd in 0..4 {
        let mut deals = numbers.deals(1000, 30, 50);
        for at in 0..odd {
            deals[at].0 += 1 + 3 * at as u64;
        }
        println!("odd {odd}: {:?}", distance(&deals, &listed(&deals)));
    }
    for (count, chance) in [(64, 100_000), (100, 10_000), (300, 50_000), (1000, 1000)] {
        let mut deals = numbers.deals(count, 3000, 1);
        for deal in &mut deals {
            deal.1 = chance;
        }
        println!("unlikely {count} {chance}: {:?}", distance(&deals, &listed(&deals)));
    }
}

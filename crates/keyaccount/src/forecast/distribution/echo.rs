//! Where a characteristic function that has vanished comes back.
//!
//! Amounts are round numbers: if most are multiples of 1,000, the function is large again at every multiple of a
//! thousandth of the full circle, and leaving that out would smooth away real steps of the distribution. So those
//! frequencies are tried at which amounts in use come back: round decimal steps, and divisors that amounts share.

use std::f64::consts::PI;

use super::arithmetic::gcd;
use super::deals::{Deal, Moments};

/// How many multiples of each frequency are tried.
const MULTIPLES: u32 = 2;
/// An echo below this is not worth measuring.
const SILENT: f64 = 1e-13;

/// How wrong a distribution function can be for want of the frequencies beyond the first so many.
pub(super) fn beyond(deals: &[Deal], moments: &Moments, unit: u64, period: u128, terms: usize) -> f64 {
    let whole = |wave: Wave, limit: f64| size(deals, wave, limit);
    scattered(moments, terms as f64) + returning(deals, moments, unit, period, terms, whole)
}

/// A multiple of the frequency that a step repeats at, where the step is so many units of a scale.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wave {
    step: u64,
    scale: u64,
    multiple: u32,
}

impl Wave {
    /// How far it turns a deal, in circles.
    #[expect(
        clippy::arithmetic_side_effects,
        reason = "units times their scale are an amount of the input, up to 10¹⁷, times a scale as large; a step is above zero"
    )]
    pub(super) fn circles(self, units: u64) -> f64 {
        let turned = u128::from(units) * u128::from(self.scale) * u128::from(self.multiple) % u128::from(self.step);
        turned as f64 / self.step as f64
    }
}

/// The part of it that comes of the frequencies at which amounts in use come back; the function's size there is asked
/// for, and may be told as zero below a limit.
pub(super) fn returning(
    deals: &[Deal],
    moments: &Moments,
    unit: u64,
    period: u128,
    terms: usize,
    size: impl Fn(Wave, f64) -> f64,
) -> f64 {
    let deviation = libm::sqrt(moments.variance);
    let farthest = period as f64 / terms.max(1) as f64;
    let mut worst = 0.0;
    for (step, scale) in steps(deals, unit) {
        // In units of the lattice.
        let length = step as f64 / scale as f64;
        let height = 0.4 * length / deviation;
        if length < 2.0 || length >= farthest * f64::from(MULTIPLES) || height < SILENT {
            continue;
        }
        let mut sum = 0.0;
        for multiple in 1..=MULTIPLES {
            // Half a turn a unit is the highest frequency there is.
            let wave = length / f64::from(multiple);
            if (2.0..farthest).contains(&wave) {
                sum += height * size(Wave { step, scale, multiple }, SILENT / height) / f64::from(multiple);
            }
        }
        worst = f64::max(worst, sum);
    }
    // Further multiples are fainter or fall on one of the steps tried.
    2.0 * worst
}

/// What the frequencies beyond come to if all are alike: the function's mean square is Π(p² + q²), terms fall as 1/k.
pub(super) fn scattered(moments: &Moments, terms: f64) -> f64 {
    2.0 * libm::exp(moments.log_mean_square / 2.0) / libm::sqrt(terms.max(1.0))
}

/// Steps to try, each with the unit it is counted in: round numbers of the input's unit, shared divisors of ours.
fn steps(deals: &[Deal], unit: u64) -> Vec<(u64, u64)> {
    let mut steps = Vec::new();
    let mut power = Some(1_u64);
    while let Some(ten) = power {
        for factor in [1, 2, 5] {
            steps.extend(ten.checked_mul(factor).map(|step| (step, unit)));
        }
        power = ten.checked_mul(10);
    }
    steps.extend(shared(deals).into_iter().map(|step| (step, 1)));
    steps
}

/// Divisors that a few deals share, and that their differences share.
pub(super) fn shared(deals: &[Deal]) -> Vec<u64> {
    const SAMPLES: usize = 8;
    let mut divisors = Vec::new();
    let stride = (deals.len() / (4 * SAMPLES)).max(1);
    let units: Vec<u64> = deals.iter().step_by(stride).map(|deal| deal.units).collect();
    for few in units.chunks(4).take(SAMPLES + 1) {
        divisors.push(few.iter().fold(0, |divisor, units| gcd(divisor, *units)));
        divisors.push(few.windows(2).fold(0, |divisor, pair| match pair {
            [one, other] => gcd(divisor, one.abs_diff(*other)),
            _ => divisor,
        }));
    }
    divisors.retain(|divisor| *divisor > 1);
    divisors.sort_unstable();
    divisors.dedup();
    divisors
}

/// |φ| at a frequency; zero once it is below a limit.
fn size(deals: &[Deal], wave: Wave, limit: f64) -> f64 {
    let mut square = 1.0;
    for deal in deals {
        let sine = libm::sin(PI * wave.circles(deal.units));
        square *= 1.0 - deal.openness() * sine * sine;
        if square < limit * limit {
            return 0.0;
        }
    }
    libm::sqrt(square)
}

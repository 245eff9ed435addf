//! ₂F₁(1, b; c; z) for c > b > 0 and 0 ≤ z < 1: what every integral over an exponential death with unknown rate comes to.
//!
//! With these arguments all terms of the series are positive, so it loses no digits; where it is slow (z near 1), Euler's
//! integral (c − 1) ∫₀^∞ e^(−(c−b−1)τ) (z + (1−z) e^τ)^(−b) dτ takes its place, the exponent of which is concave.

use super::log_concave::{Exponent, integrate};

/// From so many terms on the integral is quicker.
const TERMS: u32 = 120;
/// A term that adds less than this to the sum ends it.
const LAST: f64 = 2e-17;

/// What is asked of the function. The differences are given beside b and c, because taking them may lose all digits.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arguments {
    /// b, above 0.
    pub(super) b: f64,
    /// c − 1, above 0.
    pub(super) c_less_one: f64,
    /// c − b − 1, above −1.
    pub(super) gap: f64,
    /// z, from 0 to below 1.
    pub(super) z: f64,
    /// 1 − z.
    pub(super) rest: f64,
}

/// ₂F₁(1, b; c; z).
pub(super) fn hypergeometric(arguments: Arguments) -> f64 {
    let Arguments { b, c_less_one, z, rest, .. } = arguments;
    let (mut term, mut sum, mut n) = (1.0, 1.0, 0.0);
    // The ratio of terms rises to z: no more is left than a geometric series.
    let enough = LAST * rest;
    for _ in 0..TERMS {
        term *= z * (b + n) / (c_less_one + 1.0 + n);
        sum += term;
        n += 1.0;
        if term <= enough * sum {
            return sum;
        }
    }
    euler(arguments)
}

fn euler(Arguments { b, c_less_one, gap, z, rest }: Arguments) -> f64 {
    let bend = libm::log(z / rest);
    let h = |at: f64| {
        let back = libm::exp(-at);
        let value = if at < bend {
            -gap * at - b * libm::log1p(rest * libm::expm1(at))
        } else {
            -c_less_one * at - b * libm::log(rest + z * back)
        };
        Exponent { value, slope: b * z * back / (rest + z * back) - c_less_one }
    };
    let end = bend.max(0.0) + 40.0 + 1000.0 / c_less_one;
    c_less_one * integrate(h, 0.0, end, &[bend]).value()
}

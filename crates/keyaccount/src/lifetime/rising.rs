//! The logarithm of the rising factorial r(r+1)…(r+n−1), with two derivatives, exact for small and for huge r.

use super::real::{digamma, ln_gamma, trigamma};

/// From here on the series of Stirling's remainder is exact to the last digit.
pub(in crate::lifetime) const STIRLING: f64 = 16.0;

/// The logarithm of the rising factorial, its slope and its bend, by r.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::lifetime) struct Rising {
    pub value: f64,
    pub first: f64,
    pub second: f64,
}

impl Rising {
    /// lnΓ(r + n) − lnΓ(r), for r above zero and n from zero.
    ///
    /// The difference of two logarithms of the gamma function keeps no digit where r is huge: there both are replaced by
    /// Stirling's formula, whose large terms cancel before they are computed.
    pub(in crate::lifetime) fn new(r: f64, n: f64) -> Self {
        if n <= 0.0 {
            return Self { value: 0.0, first: 0.0, second: 0.0 };
        }
        let end = r + n;
        if r < STIRLING {
            return Self {
                value: ln_gamma(end) - ln_gamma(r),
                first: digamma(end) - digamma(r),
                second: trigamma(end) - trigamma(r),
            };
        }
        let log = libm::log1p(n / r);
        let (from, to) = (Remainder::at(r), Remainder::at(end));
        let inverse = n / (r * end);
        Self {
            value: n * (libm::log(end) - 1.0) + (r - 0.5) * log + (to.value - from.value),
            first: log + 0.5 * inverse + (to.first - from.first),
            second: -inverse * (1.0 + 0.5 * (1.0 / r + 1.0 / end)) + (to.second - from.second),
        }
    }
}

/// lnΓ(r) less Stirling's formula, for r from 16.
pub(in crate::lifetime) fn stirling_remainder(r: f64) -> f64 {
    Remainder::at(r).value
}

/// lnΓ(r) less Stirling's formula, with derivatives.
struct Remainder {
    value: f64,
    first: f64,
    second: f64,
}

impl Remainder {
    /// Σ Bₘ / (m (m − 1) r^(m−1)) over even m.
    fn at(r: f64) -> Self {
        const COEFFICIENTS: [f64; 6] =
            [1.0 / 12.0, -1.0 / 360.0, 1.0 / 1260.0, -1.0 / 1680.0, 1.0 / 1188.0, -691.0 / 360_360.0];
        let inverse = 1.0 / r;
        let square = inverse * inverse;
        let mut sum = Self { value: 0.0, first: 0.0, second: 0.0 };
        let mut power = inverse;
        let mut order = 1.0;
        for coefficient in COEFFICIENTS {
            let term = coefficient * power;
            sum.value += term;
            sum.first -= order * term * inverse;
            sum.second += order * (order + 1.0) * term * square;
            power *= square;
            order += 2.0;
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_to_the_sums_it_stands_for() {
        for r in [1e-6, 0.25, 3.0, 15.9, 16.0, 250.0, 1e6, 1e9] {
            for n in [0_u32, 1, 2, 7, 40] {
                let terms = || (0..n).map(|i| r + f64::from(i));
                let got = Rising::new(r, f64::from(n));
                let value: f64 = terms().map(libm::log).sum();
                let first: f64 = terms().map(f64::recip).sum();
                let second: f64 = terms().map(|term| -1.0 / (term * term)).sum();
                let close = |got: f64, want: f64, scale: f64| (got - want).abs() <= 2e-14 * scale;
                let scale = ln_gamma(r.min(16.0) + f64::from(n)).abs() + value.abs() + f64::from(n);
                assert!(close(got.value, value, scale), "{r} {n} {got:?} {value}");
                assert!(
                    close(got.first, first, first.abs().max(if r < 16.0 { 3.0 } else { 0.0 })),
                    "{r} {n} {got:?} {first}"
                );
                assert!(
                    close(got.second, second, second.abs().max(if r < 16.0 { 1.0 } else { 0.0 })),
                    "{r} {n} {got:?} {second}"
                );
            }
        }
    }
}

//! A number with its first and second derivatives by `N` parameters, exact to rounding.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "arithmetic of floats; arrays of one fixed length, which the loops run over"
)]

use std::array::from_fn;
use std::ops::{Add, Div, Mul, Neg, Sub};

use super::real::Real;

/// A value with gradient and (symmetric) Hessian by `N` parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::lifetime) struct Dual<const N: usize> {
    pub value: f64,
    pub gradient: [f64; N],
    pub hessian: [[f64; N]; N],
}

impl<const N: usize> Dual<N> {
    /// Zero, which depends on nothing.
    pub(in crate::lifetime) const ZERO: Self = Self { value: 0.0, gradient: [0.0; N], hessian: [[0.0; N]; N] };

    /// The parameter number `index`.
    pub(in crate::lifetime) fn variable(index: usize, value: f64) -> Self {
        let mut gradient = [0.0; N];
        gradient[index] = 1.0;
        Self { value, gradient, hessian: [[0.0; N]; N] }
    }

    /// All parameters, from their logarithms: derivatives by the logarithms follow.
    pub(in crate::lifetime) fn from_logs(logs: &[f64; N]) -> [Self; N] {
        from_fn(|index| Self::variable(index, logs[index]).exp())
    }

    /// A function of this number, whose value and two derivatives at this value are given.
    pub(in crate::lifetime) fn chain(self, value: f64, first: f64, second: f64) -> Self {
        Self {
            value,
            gradient: self.gradient.map(|slope| slope * first),
            hessian: from_fn(|i| {
                from_fn(|j| first * self.hessian[i][j] + second * (self.gradient[i] * self.gradient[j]))
            }),
        }
    }

    /// Adds another one in place.
    pub(in crate::lifetime) fn accumulate(&mut self, other: &Self) {
        self.value += other.value;
        for i in 0..N {
            self.gradient[i] += other.gradient[i];
            for j in 0..N {
                self.hessian[i][j] += other.hessian[i][j];
            }
        }
    }

    /// The same function with derivatives by the logarithms of parameters, where it has them by the parameters `at`.
    pub(in crate::lifetime) fn by_logs(self, at: &[f64; N]) -> Self {
        let gradient = from_fn(|i| self.gradient[i] * at[i]);
        Self {
            value: self.value,
            gradient,
            hessian: from_fn(|i| {
                from_fn(|j| self.hessian[i][j] * (at[i] * at[j]) + if i == j { gradient[i] } else { 0.0 })
            }),
        }
    }
}

impl<const N: usize> Real for Dual<N> {
    fn constant(value: f64) -> Self {
        Self { value, ..Self::ZERO }
    }
    fn ln(self) -> Self {
        let slope = 1.0 / self.value;
        self.chain(libm::log(self.value), slope, -slope * slope)
    }
    fn ln_1p(self) -> Self {
        let slope = 1.0 / (1.0 + self.value);
        self.chain(libm::log1p(self.value), slope, -slope * slope)
    }
    fn exp(self) -> Self {
        let value = libm::exp(self.value);
        self.chain(value, value, value)
    }
    fn powf(self, exponent: f64) -> Self {
        let value = libm::pow(self.value, exponent);
        let slope = exponent * value / self.value;
        self.chain(value, slope, (exponent - 1.0) * slope / self.value)
    }
}

impl<const N: usize> Add for Dual<N> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            value: self.value + other.value,
            gradient: from_fn(|i| self.gradient[i] + other.gradient[i]),
            hessian: from_fn(|i| from_fn(|j| self.hessian[i][j] + other.hessian[i][j])),
        }
    }
}

impl<const N: usize> Sub for Dual<N> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self {
            value: self.value - other.value,
            gradient: from_fn(|i| self.gradient[i] - other.gradient[i]),
            hessian: from_fn(|i| from_fn(|j| self.hessian[i][j] - other.hessian[i][j])),
        }
    }
}

impl<const N: usize> Mul for Dual<N> {
    type Output = Self;
    #[expect(clippy::suspicious_arithmetic_impl, reason = "the product rule is a sum")]
    fn mul(self, other: Self) -> Self {
        Self {
            value: self.value * other.value,
            gradient: from_fn(|i| self.gradient[i] * other.value + self.value * other.gradient[i]),
            hessian: from_fn(|i| {
                from_fn(|j| {
                    // The cross terms as one sum, so that the matrix stays symmetric to the last bit.
                    let cross = self.gradient[i] * other.gradient[j] + self.gradient[j] * other.gradient[i];
                    (self.hessian[i][j] * other.value + self.value * other.hessian[i][j]) + cross
                })
            }),
        }
    }
}

impl<const N: usize> Div for Dual<N> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        let inverse = 1.0 / other.value;
        let square = inverse * inverse;
        self * other.chain(inverse, -square, 2.0 * square * inverse)
    }
}

impl<const N: usize> Neg for Dual<N> {
    type Output = Self;
    fn neg(self) -> Self {
        self * -1.0
    }
}

impl<const N: usize> Add<f64> for Dual<N> {
    type Output = Self;
    fn add(self, other: f64) -> Self {
        Self { value: self.value + other, ..self }
    }
}

impl<const N: usize> Sub<f64> for Dual<N> {
    type Output = Self;
    fn sub(self, other: f64) -> Self {
        Self { value: self.value - other, ..self }
    }
}

impl<const N: usize> Mul<f64> for Dual<N> {
    type Output = Self;
    fn mul(self, other: f64) -> Self {
        Self {
            value: self.value * other,
            gradient: self.gradient.map(|slope| slope * other),
            hessian: self.hessian.map(|row| row.map(|entry| entry * other)),
        }
    }
}

impl<const N: usize> Div<f64> for Dual<N> {
    type Output = Self;
    fn div(self, other: f64) -> Self {
        Self {
            value: self.value / other,
            gradient: self.gradient.map(|slope| slope / other),
            hessian: self.hessian.map(|row| row.map(|entry| entry / other)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lifetime::real::{digamma, ln_gamma, trigamma};

    /// One expression with everything in it, for plain numbers and for those with derivatives.
    fn everything<R: Real>([x, y]: [R; 2]) -> R {
        let powers = (y * (x + 1.0).ln()).exp() * x.powf(-1.5) - (y / x).ln_1p();
        let roots = (x + y).powf(0.5) - x / (y.powf(0.5) + 2.0);
        powers + roots * (-x * y / 3.0).exp() + (x - y).exp() * y.ln() - R::constant(2.0)
    }

    #[test]
    fn derivatives_agree_with_finite_differences() {
        for at in [[0.7, 1.3], [2.5, 0.2], [1.0, 1.0], [6.0, 3.0]] {
            let dual = everything([Dual::<2>::variable(0, at[0]), Dual::variable(1, at[1])]);
            assert_eq!(dual.value.to_bits(), everything(at).to_bits());
            let moved = |i: usize, by: f64, j: usize, other: f64| {
                let mut there = at;
                there[i] += by;
                there[j] += other;
                everything(there)
            };
            let h = 1e-4;
            for i in 0..2 {
                // Five points: the error is of fourth order.
                let slope = (8.0 * (moved(i, h, 0, 0.0) - moved(i, -h, 0, 0.0)) - moved(i, 2.0 * h, 0, 0.0)
                    + moved(i, -2.0 * h, 0, 0.0))
                    / (12.0 * h);
                assert!((slope - dual.gradient[i]).abs() < 1e-9 * (1.0 + slope.abs()), "{slope} {dual:?}");
                for j in 0..2 {
                    let bend = (moved(i, h, j, h) - moved(i, h, j, -h) - moved(i, -h, j, h) + moved(i, -h, j, -h))
                        / (4.0 * h * h);
                    assert!((bend - dual.hessian[i][j]).abs() < 3e-5 * (1.0 + bend.abs()), "{bend} {dual:?}");
                    assert_eq!(dual.hessian[i][j].to_bits(), dual.hessian[j][i].to_bits());
                }
            }
        }
    }

    #[test]
    fn by_logs_is_what_parameters_from_logs_give() {
        let at: [f64; 2] = [0.7, 1.3];
        let logs = at.map(libm::log);
        let natural = everything([Dual::<2>::variable(0, at[0]), Dual::variable(1, at[1])]).by_logs(&at);
        let direct = everything(Dual::from_logs(&logs));
        for i in 0..2 {
            assert!((natural.gradient[i] - direct.gradient[i]).abs() < 1e-13);
            for j in 0..2 {
                assert!((natural.hessian[i][j] - direct.hessian[i][j]).abs() < 1e-12);
            }
        }
    }

    /// Values of Abramowitz and Stegun, and of 30 digits.
    #[test]
    fn gamma_functions() {
        let close = |got: f64, want: f64| assert!((got - want).abs() <= 2e-15 * want.abs().max(1.0), "{got} {want}");
        close(digamma(1.0), -0.577_215_664_901_532_9);
        close(digamma(0.5), -1.963_510_026_021_423_5);
        close(digamma(1e-6), -1_000_000.577_214_02);
        close(digamma(1e6), 13.815_510_057_964_192);
        close(trigamma(1.0), 1.644_934_066_848_226_4);
        close(trigamma(0.5), 4.934_802_200_544_679);
        close(trigamma(1e3), 1.000_500_166_666_633_4e-3);
        close(ln_gamma(0.5), 0.572_364_942_924_700_1);
    }
}

//! Numbers that models compute with: plain ones, or ones that carry their derivatives along.

use std::ops::{Add, Div, Mul, Neg, Sub};

use special::Gamma;

/// A real number, alone or with derivatives ([`super::dual::Dual`]). Likelihoods are written once and give both.
pub(in crate::lifetime) trait Real:
    Copy
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + Add<f64, Output = Self>
    + Sub<f64, Output = Self>
    + Mul<f64, Output = Self>
    + Div<f64, Output = Self>
{
    /// A number that depends on nothing.
    fn constant(value: f64) -> Self;
    /// The natural logarithm.
    fn ln(self) -> Self;
    /// The natural logarithm of one more.
    fn ln_1p(self) -> Self;
    /// The exponential.
    fn exp(self) -> Self;
    /// A power with a constant exponent, of a number above zero.
    fn powf(self, exponent: f64) -> Self;
}

impl Real for f64 {
    fn constant(value: f64) -> Self {
        value
    }
    fn ln(self) -> Self {
        libm::log(self)
    }
    fn ln_1p(self) -> Self {
        libm::log1p(self)
    }
    fn exp(self) -> Self {
        libm::exp(self)
    }
    fn powf(self, exponent: f64) -> Self {
        libm::pow(self, exponent)
    }
}

/// The logarithm of the gamma function, of a number above zero.
pub(in crate::lifetime) fn ln_gamma(x: f64) -> f64 {
    libm::lgamma_r(x).0
}

/// The derivative of [`ln_gamma`].
pub(in crate::lifetime) fn digamma(x: f64) -> f64 {
    Gamma::digamma(x)
}

/// The second derivative of [`ln_gamma`].
pub(in crate::lifetime) fn trigamma(x: f64) -> f64 {
    Gamma::trigamma(&x)
}

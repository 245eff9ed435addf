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
    /// The number without derivatives.
    fn value(self) -> f64;
    /// The natural logarithm.
    fn ln(self) -> Self;
    /// The natural logarithm of one more.
    fn ln_1p(self) -> Self;
    /// The exponential.
    fn exp(self) -> Self;
    /// The exponential less one.
    fn exp_m1(self) -> Self;
    /// The logarithm of the gamma function, of a number above zero.
    fn ln_gamma(self) -> Self;
    /// A power with a constant exponent, of a number above zero.
    fn powf(self, exponent: f64) -> Self;
    /// The square root.
    fn sqrt(self) -> Self {
        self.powf(0.5)
    }
    /// A power with any exponent, of a number above zero.
    fn pow(self, exponent: Self) -> Self {
        (self.ln() * exponent).exp()
    }
}

impl Real for f64 {
    fn constant(value: f64) -> Self {
        value
    }
    fn value(self) -> f64 {
        self
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
    fn exp_m1(self) -> Self {
        libm::expm1(self)
    }
    fn ln_gamma(self) -> Self {
        ln_gamma(self)
    }
    fn powf(self, exponent: f64) -> Self {
        libm::pow(self, exponent)
    }
    fn sqrt(self) -> Self {
        libm::sqrt(self)
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

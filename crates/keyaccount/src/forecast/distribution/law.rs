//! The distribution of the total in units of the input: one kernel, or a weighted mixture of several.

use super::DistributionMethod;
use super::deals::Deals;
use super::kernel::Kernel;

/// A kernel with its place among the units of the input.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    pub(super) weight: f64,
    /// What is won for certain.
    pub(super) certain: i128,
    /// How many units of the input one unit of the kernel is; above zero.
    pub(super) unit: i128,
    pub(super) kernel: Kernel,
}

impl Part {
    pub(super) fn of(weight: f64, deals: &Deals, kernel: Kernel) -> Self {
        let certain = i128::try_from(deals.certain).unwrap_or(i128::MAX);
        Self { weight, certain, unit: deals.unit.max(1).into(), kernel }
    }

    /// The probability of so many units or fewer.
    pub(super) fn cdf(&self, units: i128) -> f64 {
        let left = units.saturating_sub(self.certain);
        if left < 0 { 0.0 } else { self.kernel.cdf(left.checked_div(self.unit).unwrap_or_default()) }
    }

    /// E[max(0, units + rest − S)], where the rest is less than a unit.
    pub(super) fn shortfall(&self, units: i128, rest: f64) -> f64 {
        let left = units.saturating_sub(self.certain);
        if left < 0 {
            return 0.0;
        }
        let place = left.checked_div(self.unit).unwrap_or_default();
        let rest = left.checked_rem(self.unit).unwrap_or_default() as f64 + rest;
        self.kernel.shortfall(place) * self.unit as f64 + rest * self.kernel.cdf(place)
    }
}

/// The distribution of the total.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Law {
    pub(super) parts: Vec<Part>,
    pub(super) method: DistributionMethod,
    pub(super) error: f64,
}

impl Law {
    /// That of independent deals.
    pub(super) fn single(deals: &Deals, kernel: Kernel) -> Self {
        let (method, error) = (kernel.method, kernel.error);
        Self { parts: vec![Part::of(1.0, deals, kernel)], method, error }
    }

    /// The probability of so many units or fewer.
    pub(super) fn cdf(&self, units: i128) -> f64 {
        self.parts.iter().fold(0.0, |sum, part| sum + part.weight * part.cdf(units)).min(1.0)
    }

    /// E[max(0, units + rest − S)], where the rest is less than a unit.
    pub(super) fn shortfall(&self, units: i128, rest: f64) -> f64 {
        self.parts.iter().fold(0.0, |sum, part| sum + part.weight * part.shortfall(units, rest))
    }

    /// How many operations one question costs, roughly.
    pub(super) fn question(&self) -> usize {
        self.parts.iter().fold(0, |sum: usize, part| sum.saturating_add(part.kernel.question()))
    }
}

//! How far a distribution was from what came.

use crate::forecast::distribution::BookingDistribution;
use crate::values::CurrencySum;

/// The continuous ranked probability score.
pub(super) fn crps(distribution: &BookingDistribution, actual: &CurrencySum) -> CurrencySum {
    distribution.crps(actual).unwrap_or_else(|_| actual.clone())
}

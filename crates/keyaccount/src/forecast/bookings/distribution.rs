//! From chances to a distribution.

use crate::forecast::distribution::BookingDistribution;
use crate::problem::Problem;
use crate::values::{Currency, Estimate, MarketCorrelation, Money};

/// The distribution of what deals bring, each worth an amount with a chance: the one place that says how they hang
/// together.
pub(in crate::forecast) fn distribution(
    currency: Currency,
    deals: &[(Money, Estimate)],
    correlation: MarketCorrelation,
) -> Result<BookingDistribution, Problem> {
    BookingDistribution::with_market(currency, deals, correlation)
}

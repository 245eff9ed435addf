//! From chances to a distribution.

use crate::forecast::distribution::BookingDistribution;
use crate::problem::Problem;
use crate::values::{Currency, Estimate, Money, Probability};

/// The distribution of what deals bring, each worth an amount with a chance.
pub(in crate::forecast) fn distribution(
    currency: Currency,
    deals: &[(Money, Estimate)],
) -> Result<BookingDistribution, Problem> {
    let deal = |(amount, chance): &(Money, Estimate)| {
        // The kernel knows millionths.
        Ok((*amount, Probability::try_new(chance.value().round_dp(6))?))
    };
    let deals = deals.iter().map(deal).collect::<Result<Vec<_>, Problem>>()?;
    BookingDistribution::of(currency, &deals)
}

//! The weighted forecast: what the pipeline is worth, and what could not be priced. Source: `[KRM]`, D4.

mod cells;
mod distribution;
mod price;
mod verdict;
mod weighted;

pub use distribution::{
    BookingDistribution, BookingQuantile, BookingSummary, DealContribution, DistributionMethod, QuotaOdds,
};
pub use price::{PricedDeal, UnpricedCause, UnpricedDeal};
pub use verdict::{
    CauseCount, CurrencyForecast, ForecastReceipt, ForecastRow, ForecastSummary, ForecastVerdict, OwnerForecast,
    QuarterForecast,
};
pub use weighted::{forecast_histories, weighted_forecast};

#[cfg(test)]
mod tests;

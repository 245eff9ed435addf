//! The weighted forecast: what the pipeline is worth, and what could not be priced; win rates and timing learned from
//! history. Source: `[KRM]`, D4.

mod cells;
mod columns;
mod distribution;
mod learned;
mod price;
mod timing;
mod verdict;
mod weighted;

pub use columns::{
    CellSum, ColumnCause, ColumnCell, ColumnFault, ColumnPart, ColumnReceipt, CurrencyColumn, DimensionColumn,
    ForecastCells, ForecastColumn, ForecastColumns, IndexColumn, roll_up_columns,
};
pub use distribution::{
    BookingDistribution, BookingQuantile, BookingSummary, DealContribution, DistributionMethod, QuotaOdds,
};
pub use learned::{
    CredibleInterval, CredibleIntervals, DecisionCounts, LearnedRate, LearnedRates, LearningOptions, PipelineRates,
    SegmentPooling, SegmentRate, StageRate, WinRateBasis, learn_win_rates,
};
pub use price::{PricedDeal, UnpricedCause, UnpricedDeal};
pub use timing::{DealTiming, TimingBasis, TimingOptions, TimingVerdict, WinChance, win_timing};
pub use verdict::{
    CauseCount, CurrencyForecast, ForecastReceipt, ForecastRow, ForecastSummary, ForecastVerdict, OwnerForecast,
    QuarterForecast,
};
pub use weighted::{forecast_histories, weighted_forecast};

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

//! The weighted forecast: what the pipeline is worth, and what could not be priced; win rates and timing learned from
//! history. Source: `[KRM]`, D4.

mod backtest;
mod bookings;
mod cells;
mod columns;
mod distribution;
pub(crate) mod learned;
mod ledger;
mod market;
pub(crate) mod normal;
mod price;
mod receipt;
mod rollup;
mod scenario;
mod team;
mod timing;
mod verdict;
mod weighted;

pub use backtest::{
    BacktestLeftOut, BacktestOptions, BacktestPoint, BacktestReceipt, BacktestScore, BacktestVerdict, BestByScore,
    BestMethod, DealsBeside, IntervalCoverage, MethodComparison, MethodForecast, MethodScores, ReliabilityBin,
    SourceCount, backtest_forecast,
};
pub use bookings::{
    AppliedCap, BookedTotal, BookingChances, BookingDeal, BookingForecastVerdict, BookingOptions, BookingReceipt,
    CappedDeals, DealChances, ForecastBasis, LearnedChances, LeftOutCause, LeftOutCount, LeftOutDeal, PeriodBookings,
    PeriodChance, PipelineNeeded, QuotaStanding, UnreachableCause, booking_chances, forecast_bookings,
};
pub use columns::{
    CellSum, ColumnCause, ColumnCell, ColumnFault, ColumnPart, ColumnReceipt, CurrencyColumn, DimensionColumn,
    ForecastCells, ForecastColumn, ForecastColumns, IndexColumn, roll_up_columns,
};
pub use distribution::{
    BookingDistribution, BookingInterval, BookingQuantile, BookingSummary, CurvePoint, DealContribution,
    DistributionMethod, QuotaOdds,
};
pub use learned::{
    CredibleInterval, CredibleIntervals, DecisionCounts, LearnedRate, LearnedRates, LearningOptions, PipelineRates,
    SegmentPooling, SegmentRate, Segmentation, StageRate, WinRateBasis, learn_win_rates,
};
pub use market::{
    CorrelationInterval, MarketCorrelationVerdict, MarketFinding, MarketOptions, MarketQuarter,
    learn_market_correlation,
};
pub use price::{PricedDeal, UnpricedCause, UnpricedDeal};
pub use receipt::{ReceiptPart, ReceiptPartKind, ReceiptWhole};
pub use rollup::{
    AdjustedForecast, AdjustedSum, CellKey, ForecastDimension, RecurringAmounts, RecurringRow, RollUpCell,
    RollUpOptions, RollUpVerdict, roll_up_forecast,
};
pub use scenario::{AppliedChange, BookingDifference, QuantileChange, ScenarioChange, ScenarioVerdict, what_if};
pub use team::Team;
pub use timing::{DealTiming, TimingBasis, TimingOptions, TimingVerdict, WinChance, win_timing};
pub use verdict::{
    CauseCount, CurrencyForecast, ForecastReceipt, ForecastRow, ForecastSummary, ForecastVerdict, OwnerForecast,
    QuarterForecast,
};
pub use weighted::{forecast_histories, weighted_forecast};

#[cfg(test)]
mod point_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

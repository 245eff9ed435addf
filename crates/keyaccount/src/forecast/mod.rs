//! The weighted forecast: what the pipeline is worth, and what could not be priced; win rates and timing learned from
//! history. Source: `[KRM]`, D4.

mod cells;
mod distribution;
mod learned;
mod market;
mod normal;
mod price;
mod timing;
mod verdict;
mod weighted;

pub use distribution::{
    BookingDistribution, BookingInterval, BookingQuantile, BookingSummary, CurvePoint, DealContribution,
    DistributionMethod, QuotaOdds,
};
pub use learned::{
    CredibleInterval, CredibleIntervals, DecisionCounts, LearnedRate, LearnedRates, LearningOptions, PipelineRates,
    SegmentPooling, SegmentRate, StageRate, WinRateBasis, learn_win_rates,
};
pub use market::{
    CorrelationInterval, MarketCorrelationVerdict, MarketFinding, MarketOptions, MarketQuarter,
    learn_market_correlation,
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

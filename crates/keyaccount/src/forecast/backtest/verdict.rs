//! The shape of a backtest.

use serde::{Deserialize, Serialize};

use super::scores::ReliabilityBin;
use crate::forecast::bookings::{ForecastBasis, LeftOutCause};
use crate::forecast::distribution::BookingQuantile;
use crate::funnel::ProbabilitySource;
use crate::values::{
    AccountId, Currency, CurrencySum, Date, Estimate, LogLoss, OpportunityId, Period, PeriodUnit, Probability,
    vocabulary,
};
use crate::verdict::Reason;

vocabulary! {
    /// What methods of forecasting are held against each other by. Of each the smallest is the best.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::BacktestScore::Crps.as_str(), "crps");
    /// ```
    pub enum BacktestScore {
        /// The continuous ranked probability score of the total: how far the whole distribution was from what came.
        Crps = "crps", "CRPS of the total", "总额CRPS";
        /// How far the mean was from what came, either way.
        MeanAbsoluteError = "mean_absolute_error", "mean absolute error", "平均绝对误差";
        /// How far the means were from what came on the whole, too much and too little against each other.
        Bias = "bias", "bias", "偏差";
        /// How far the intervals' share of hits was from what they promise.
        Coverage = "coverage", "coverage of the intervals", "区间覆盖率";
        /// The mean squared error of the chances of single deals.
        Brier = "brier", "Brier score", "布里尔得分";
        /// The mean logarithm that the chances of single deals are charged with.
        LogLoss = "log_loss", "log loss", "对数损失";
    }
}

/// Deals that stand beside a forecast: what they brought in the period.
///
/// # Examples
/// ```
/// use keyaccount::DealsBeside;
///
/// let text = r#"{"deals": 2, "unpriced": 1, "total": {"amount": "900.00", "currency": "EUR"}}"#;
/// let beside: DealsBeside = serde_json::from_str(text)?;
/// assert_eq!(beside.total.to_string(), "900.00 EUR");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DealsBeside {
    /// How many were signed in the period.
    pub deals: usize,
    /// Of these, the ones whose worth is unknown: in no sum.
    pub unpriced: usize,
    /// What the others were worth.
    pub total: CurrencySum,
}

/// Where the deals that were open on the eve of a period went: `open = forecast + left_out_then + unpriced_outcome`.
///
/// # Examples
/// ```
/// use keyaccount::BacktestReceipt;
///
/// let receipt = BacktestReceipt { open: 7, forecast: 5, left_out_then: 2, unpriced_outcome: 0 };
/// assert_eq!(receipt.open, receipt.forecast + receipt.left_out_then + receipt.unpriced_outcome);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BacktestReceipt {
    /// Deals open then.
    pub open: usize,
    /// Of these, the ones that every method had to forecast and is held to.
    pub forecast: usize,
    /// Those that could not be priced then: neither in a forecast nor in what came.
    pub left_out_then: usize,
    /// Those signed in the period for what cannot be priced: likewise in neither.
    pub unpriced_outcome: usize,
}

/// What one method said of one period on its eve, and how far off it was.
///
/// # Examples
/// ```
/// use keyaccount::{ForecastBasis, MethodForecast};
///
/// let text = r#"{
///     "basis": "stage_default", "deals": 3, "unplaced": 1, "quantiles": [],
///     "mean": {"amount": "1000.00", "currency": "EUR"}, "crps": {"amount": "120.50", "currency": "EUR"}
/// }"#;
/// let forecast: MethodForecast = serde_json::from_str(text)?;
/// assert_eq!(forecast.basis, ForecastBasis::StageDefault);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MethodForecast {
    /// The method.
    pub basis: ForecastBasis,
    /// Deals with a chance in the period.
    pub deals: usize,
    /// Deals that it could not place in any period, such as overdue ones by their close date: it gave them no chance,
    /// and is charged for those that came.
    pub unplaced: usize,
    /// What it expected.
    pub mean: CurrencySum,
    /// What would be reached or not exceeded, from the fifth to the ninety-fifth percentile.
    pub quantiles: Vec<BookingQuantile>,
    /// How far its distribution was from what came: the integral of (P(total ≤ x) − [what came ≤ x])² over x. Of a
    /// single number instead of a distribution it is the absolute error.
    pub crps: CurrencySum,
}

/// One past period: what was known on its eve, what was forecast, and what came.
///
/// # Examples
/// ```
/// use keyaccount::BacktestPoint;
///
/// let text = r#"{
///     "made_on": "2026-03-31", "period": {"first": "2026-04-01", "last": "2026-06-30"},
///     "actual": {"amount": "900.00", "currency": "EUR"}, "actual_deals": 1,
///     "new_deals": {"deals": 0, "unpriced": 0, "total": {"amount": "0.00", "currency": "EUR"}},
///     "other_deals": {"deals": 0, "unpriced": 0, "total": {"amount": "0.00", "currency": "EUR"}},
///     "receipt": {"open": 3, "forecast": 3, "left_out_then": 0, "unpriced_outcome": 0}, "methods": []
/// }"#;
/// let point: BacktestPoint = serde_json::from_str(text)?;
/// assert!(point.made_on < point.period.first);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BacktestPoint {
    /// The last day that the forecast knew of: the one before the period.
    pub made_on: Date,
    /// The period that was forecast.
    pub period: Period,
    /// What the deals that were forecast brought in it: what was signed, at its worth and rate when signed, as known at
    /// the period's end.
    pub actual: CurrencySum,
    /// How many of them were signed.
    pub actual_deals: usize,
    /// What came from deals that did not exist then: no method could know of them.
    pub new_deals: DealsBeside,
    /// What came from deals that existed then and were not open, or not in the scope asked for: taken up again, or taken
    /// over.
    pub other_deals: DealsBeside,
    /// Where the deals that were open then went.
    pub receipt: BacktestReceipt,
    /// What each method said.
    pub methods: Vec<MethodForecast>,
}

/// How often what came lay in the interval that should hold it with a probability.
///
/// Amounts come in steps, so that an interval holds somewhat more than it promises.
///
/// # Examples
/// ```
/// use keyaccount::IntervalCoverage;
///
/// let text = r#"{"level": "0.8", "covered": 9, "forecasts": 12, "share": "0.75", "low": "0.467",  "high": "0.911"}"#;
/// let coverage: IntervalCoverage = serde_json::from_str(text)?;
/// assert!(coverage.covered < coverage.forecasts);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IntervalCoverage {
    /// The probability, with the same left out at both ends.
    pub level: Probability,
    /// Periods in which it held what came, its ends included.
    pub covered: u64,
    /// All periods.
    pub forecasts: u64,
    /// The share of those; null where there are none.
    #[serde(default)]
    pub share: Option<Estimate>,
    /// The lower end of that share's 95 % interval (Wilson's).
    #[serde(default)]
    pub low: Option<Estimate>,
    /// Its upper end.
    #[serde(default)]
    pub high: Option<Estimate>,
}

/// How many chances came from a source.
///
/// # Examples
/// ```
/// use keyaccount::{ProbabilitySource, SourceCount};
///
/// let count = SourceCount { source: ProbabilitySource::Timing, deals: 40 };
/// assert_eq!(serde_json::to_string(&count)?, r#"{"source":"timing","deals":40}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SourceCount {
    /// The source.
    pub source: ProbabilitySource,
    /// Chances from it.
    pub deals: u64,
}

/// How good one method was over all periods.
///
/// Of all methods the same deals and periods are scored: each deal that was open and priced on the eve of a period, also
/// where the method gave it no chance. Amounts are means over periods.
///
/// # Examples
/// ```
/// use keyaccount::MethodScores;
///
/// let text = r#"{
///     "basis": "learned", "forecasts": 1, "deals": 4, "unplaced": 0, "sources": [{"source": "learned", "deals": 3}],
///     "bias": {"amount": "-20.00", "currency": "EUR"}, "mean_absolute_error": {"amount": "20.00", "currency": "EUR"},
///     "crps": {"amount": "11.00", "currency": "EUR"}, "brier": "0.2", "log_loss": "0.59", "clipped": 0,
///     "intervals": [], "reliability": []
/// }"#;
/// let scores: MethodScores = serde_json::from_str(text)?;
/// assert_eq!(scores.bias.to_string(), "-20.00 EUR", "less was forecast than came");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MethodScores {
    /// The method.
    pub basis: ForecastBasis,
    /// Periods forecast.
    pub forecasts: u64,
    /// Chances given to single deals, one for each deal and period.
    pub deals: u64,
    /// Of these, the deals that it could not place in any period and gave no chance.
    pub unplaced: u64,
    /// Where the chances within a period come from: a method that knows too little falls back on a plainer one.
    pub sources: Vec<SourceCount>,
    /// The mean of (forecast − what came): above zero where too much was forecast.
    pub bias: CurrencySum,
    /// The mean of how far the forecast was from what came.
    pub mean_absolute_error: CurrencySum,
    /// The mean CRPS.
    pub crps: CurrencySum,
    /// The mean of (chance − outcome)² over single deals; null where there are none.
    #[serde(default)]
    pub brier: Option<Estimate>,
    /// The mean of −ln(chance of what came) over single deals; null where there are none.
    #[serde(default)]
    pub log_loss: Option<LogLoss>,
    /// Deals that came otherwise than was called certain: log loss takes their chance as one in a million, so that one of
    /// them does not outweigh all others.
    pub clipped: u64,
    /// How often the 50, 80 and 90 % intervals held what came.
    pub intervals: Vec<IntervalCoverage>,
    /// Ten bins of chances, and how many deals of each came.
    pub reliability: Vec<ReliabilityBin>,
}

/// How a method's CRPS differs from that of the stage defaults, period by period.
///
/// # Examples
/// ```
/// use keyaccount::MethodComparison;
///
/// let text = r#"{
///     "basis": "timing", "against": "stage_default", "difference": {"amount": "-12.00", "currency": "EUR"},
///     "standard_error": {"amount": "3.00", "currency": "EUR"}, "p_value": "0.002", "distinguishable": true
/// }"#;
/// let comparison: MethodComparison = serde_json::from_str(text)?;
/// assert!(comparison.distinguishable, "and it is the better one");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MethodComparison {
    /// The method.
    pub basis: ForecastBasis,
    /// What it is held against.
    pub against: ForecastBasis,
    /// The mean of (its CRPS − the other's): below zero where it is better.
    pub difference: CurrencySum,
    /// How far that mean would vary; null for fewer than two periods.
    #[serde(default)]
    pub standard_error: Option<CurrencySum>,
    /// How often as large a difference would come by chance (paired t test, which for one period ahead is the test of
    /// Diebold and Mariano with small-sample correction); null for fewer than two periods.
    #[serde(default)]
    pub p_value: Option<Estimate>,
    /// Whether that is less than 5 % for all comparisons together (Bonferroni), and the history is sufficient.
    pub distinguishable: bool,
}

/// The method with the lowest mean CRPS; where several have it, the stage defaults or else the plainer one.
///
/// # Examples
/// ```
/// use keyaccount::{BacktestScore, BestMethod};
///
/// let text = r#"{
///     "basis": "timing", "by": "crps", "against": "stage_default", "margin": {"amount": "12.00", "currency": "EUR"},
///     "standard_error": {"amount": "9.00", "currency": "EUR"}, "p_value": "0.21", "distinguishable": false
/// }"#;
/// let best: BestMethod = serde_json::from_str(text)?;
/// assert_eq!(best.by, BacktestScore::Crps);
/// assert!(!best.distinguishable, "it may well be chance: the stage defaults are as good as far as this tells");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BestMethod {
    /// The method.
    pub basis: ForecastBasis,
    /// The score it is the best by: a proper one, of the total that is promised.
    pub by: BacktestScore,
    /// What it is held against: the stage defaults, or the next best where it is these.
    pub against: ForecastBasis,
    /// By how much its mean is lower.
    pub margin: CurrencySum,
    /// How far that margin would vary; null for fewer than two periods.
    #[serde(default)]
    pub standard_error: Option<CurrencySum>,
    /// How often as large a margin would come by chance; null for fewer than two periods.
    #[serde(default)]
    pub p_value: Option<Estimate>,
    /// Whether it can be told from chance.
    pub distinguishable: bool,
}

/// The method that is the best by a score.
///
/// # Examples
/// ```
/// use keyaccount::{BacktestScore, BestByScore, ForecastBasis};
///
/// let best = BestByScore { score: BacktestScore::Brier, basis: ForecastBasis::Learned };
/// assert_eq!(serde_json::to_string(&best)?, r#"{"score":"brier","basis":"learned"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BestByScore {
    /// The score.
    pub score: BacktestScore,
    /// The method; of several, the stage defaults or else the plainer one.
    pub basis: ForecastBasis,
}

/// A deal that was left out of forecasts and of what came, because it could not be priced.
///
/// # Examples
/// ```
/// use keyaccount::{BacktestLeftOut, LeftOutCause};
///
/// let text = r#"{"opportunity": "press-line", "account": "north-plant", "forecasts": 2, "causes": ["no_amount"]}"#;
/// let left_out: BacktestLeftOut = serde_json::from_str(text)?;
/// assert_eq!(left_out.causes, [LeftOutCause::NoAmount]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BacktestLeftOut {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The account.
    pub account: AccountId,
    /// How many periods it is left out of.
    pub forecasts: u64,
    /// What was missing in any of them.
    pub causes: Vec<LeftOutCause>,
}

/// Past forecasts as they would have been made, held against what came.
///
/// # Examples
/// ```
/// use keyaccount::{BacktestOptions, Book, Playbook, backtest_forecast};
///
/// let verdict = backtest_forecast(
///     &Book::from_json("{}")?, &Playbook::six_stage(), "2026-06-30".parse()?, &BacktestOptions::default(),
/// );
/// assert!(verdict.best.is_none() && verdict.insufficient_history, "nothing was ever open");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BacktestVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// How long the periods are.
    pub unit: PeriodUnit,
    /// The currency of all amounts.
    pub reporting_currency: Currency,
    /// Below how many periods with a forecast the history is called insufficient.
    pub floor: u32,
    /// The periods, in time order.
    pub points: Vec<BacktestPoint>,
    /// Periods before these that are not looked at, because there are too many.
    pub earlier_periods: u64,
    /// How good each method was.
    pub methods: Vec<MethodScores>,
    /// How each differs from the stage defaults.
    pub comparisons: Vec<MethodComparison>,
    /// The best; null where nothing was forecast.
    #[serde(default)]
    pub best: Option<BestMethod>,
    /// The best by each score that there is.
    pub best_by: Vec<BestByScore>,
    /// Whether there are too few periods to tell methods apart.
    pub insufficient_history: bool,
    /// The deals left out of any period, in the order of identifiers.
    pub left_out: Vec<BacktestLeftOut>,
    /// Why.
    pub reasons: Vec<Reason>,
}

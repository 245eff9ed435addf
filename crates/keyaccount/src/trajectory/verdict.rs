//! What is said about an account's purchases over time.

use serde::{Deserialize, Serialize};

use super::kinds::{NoPrediction, NoTrend, RegularityKind, SeasonState, SilenceState, TrendPeriod, UnmatchedCause};
use crate::forecast::UnpricedCause;
use crate::lifecycle::TrendDirection;
use crate::loyalty::Rhythm;
use crate::values::{
    AccountId, Currency, CurrencySum, Date, DayCount, Estimate, Label, PurchaseId, Ratio, RelativeChange,
};
use crate::verdict::{Confidence, Reason};

/// How regular an account's intervals are, and how sure that is. Source: `[KRM]`, D14; Wheat and Morrison (1990).
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RegularityKind, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// let regularity = verdict.regularity.unwrap();
/// assert_eq!((regularity.kind, regularity.intervals), (RegularityKind::Clockwork, 24));
/// assert!(regularity.shape_low < regularity.shape);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RhythmRegularity {
    /// The regularity in a word, by the middle of the shape.
    pub kind: RegularityKind,
    /// The intervals it is told from: the latest, up to the playbook's `rhythm_intervals`.
    pub intervals: usize,
    /// Whether there are so few (under eight) that the shape is mostly what accounts in general are taken to be.
    pub few_intervals: bool,
    /// The shape of the gamma distribution of the intervals, as the intervals and the playbook's `usual_regularity`
    /// together have it (posterior median): 1 is chance, large is clockwork.
    pub shape: Ratio,
    /// The shape that the true one is below with a chance of one in ten.
    pub shape_low: Ratio,
    /// The shape that the true one is above with a chance of one in ten.
    pub shape_high: Ratio,
    /// The shape by Wheat and Morrison's estimator, from neighbouring intervals alone, at most 1000; null with fewer
    /// than two. With few intervals it swings widely.
    #[serde(default)]
    pub wheat_morrison: Option<Ratio>,
    /// The squared coefficient of variation of the intervals: 1 is chance, 0 is clockwork; null with fewer than two.
    #[serde(default)]
    pub squared_variation: Option<Ratio>,
    /// Whether the intervals are measured in the account's season, where a day of a strong month counts for more.
    pub season_adjusted: bool,
}

/// How many orders come in a month, relative to a usual one.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// assert!(verdict.season.months.is_empty(), "every month is the same");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MonthIndex {
    /// The month, 1 to 12.
    pub month: u32,
    /// Purchase occasions in it, in the whole years looked at.
    pub occasions: usize,
    /// Its orders relative to a usual month's, one more spread evenly over the year: 2 is twice as many.
    pub index: Ratio,
}

/// Whether an account buys in certain months. Source: `[KRM]`, D14.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, SeasonState, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// assert_eq!(verdict.season.state, SeasonState::NoneFound, "every month is the same");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeasonFinding {
    /// What is found.
    pub state: SeasonState,
    /// Whole years up to the last order.
    pub whole_years: u32,
    /// Purchase occasions within them.
    pub occasions: usize,
    /// How probable as much concentration is by chance (Rayleigh's test); null where it was not tested.
    #[serde(default)]
    pub probability: Option<Estimate>,
    /// Whether orders peak once or twice a year; null where no season is found.
    #[serde(default)]
    pub peaks_per_year: Option<u32>,
    /// The months with many orders, 1 to 12; empty where no season is found.
    pub strong_months: Vec<u32>,
    /// The months with few orders, 1 to 12; empty where no season is found.
    pub weak_months: Vec<u32>,
    /// All twelve months; empty where no season is found.
    pub months: Vec<MonthIndex>,
}

/// How usual the silence since the last order is. Source: `[KRM]`, D14.
///
/// This is the question of chance: how rarely an account that still buys as usual is silent for so long. The rhythm's
/// [`due`](crate::Cadence::due) is the playbook's rule of thumb, a multiple of the usual interval. An account that orders like
/// clockwork is overdue here within days, and there only after half an interval more; one that orders in clumps the other way
/// round. Neither says that it has left: that is the lifecycle's judgement.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, SilenceState, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2026-03-20".parse()?);
/// assert_eq!(verdict.silence.state, SilenceState::Overdue, "monthly orders, and none for 100 days");
/// assert!(verdict.silence.probability.unwrap() < "0.01".parse()?);
/// assert_eq!(verdict.silence.as_long, 0);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SilenceFinding {
    /// How usual it is.
    pub state: SilenceState,
    /// Days since the last order; null without one.
    #[serde(default)]
    pub days: Option<u32>,
    /// How probable a silence longer than this is if the account still buys as usual; null without a rhythm. With few
    /// intervals it falls slowly, because the rhythm itself is not well known.
    #[serde(default)]
    pub probability: Option<Estimate>,
    /// The intervals that the rhythm is taken from.
    pub intervals: usize,
    /// How many of them were at least as long as the silence; with a season, in the season's time.
    pub as_long: usize,
    /// The first day on which the silence is overdue, if no order comes; null without a rhythm.
    #[serde(default)]
    pub overdue_from: Option<Date>,
    /// Whether the account's season is taken into account.
    pub season_adjusted: bool,
}

/// The slope of an account's spend. Source: `[KRM]`, D14; Theil (1950), Sen (1968), Mann (1945), Kendall (1975).
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// let slope = verdict.trend.slope.unwrap();
/// assert_eq!(slope.per_year.to_string(), "0.00 EUR", "a thousand every month");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpendSlope {
    /// By how much the spend of a year changes from one year to the next: the median slope between any two periods
    /// (Theil and Sen); with a season, between the same periods of different years.
    pub per_year: CurrencySum,
    /// The lower end of its interval, which covers all but the playbook's `trend_probability`.
    pub low: CurrencySum,
    /// The upper end.
    pub high: CurrencySum,
    /// The slope relative to the spend of a year at the median period; null where that is not above zero.
    #[serde(default)]
    pub relative: Option<RelativeChange>,
    /// How probable as clear a trend is by chance (Mann and Kendall's test, two-sided).
    pub probability: Estimate,
    /// Whether only the same periods of different years are compared, because the account has a season.
    pub season_adjusted: bool,
}

/// Whether an account spends more or less over time. Source: `[KRM]`, D14.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, TrendDirection, TrendPeriod, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// assert_eq!((verdict.trend.direction, verdict.trend.none), (TrendDirection::Steady, None));
/// assert_eq!((verdict.trend.period, verdict.trend.periods), (Some(TrendPeriod::Quarter), 10));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpendTrend {
    /// Up or down where the trend is more than chance, steady where it is not, unknown where none is told.
    pub direction: TrendDirection,
    /// Why none is told; null where one is.
    #[serde(default)]
    pub none: Option<NoTrend>,
    /// How long the periods are; null without a rhythm.
    #[serde(default)]
    pub period: Option<TrendPeriod>,
    /// Whole periods whose spend is known: after the one of the first order, before the one of the verdict.
    pub periods: usize,
    /// Whole periods left out, because an amount or its rate is not known.
    pub periods_left_out: usize,
    /// The first day of the first period; null where there is none.
    #[serde(default)]
    pub first: Option<Date>,
    /// The last day of the last period; null where there is none.
    #[serde(default)]
    pub last: Option<Date>,
    /// The slope; null where none is told.
    #[serde(default)]
    pub slope: Option<SpendSlope>,
}

/// An amount with a band.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// let amount = verdict.next_orders.amount.unwrap();
/// assert_eq!((amount.median.to_string(), amount.occasions), ("1000.00 EUR".into(), 8));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExpectedAmount {
    /// The median of the latest occasions' amounts, returns netted; occasions that wholly came back are passed over.
    pub median: CurrencySum,
    /// The amount that at most one in ten of them lies below.
    pub low: CurrencySum,
    /// The amount that at most one in ten of them lies above.
    pub high: CurrencySum,
    /// The occasions it is taken from: the latest with a known amount, up to the playbook's `amount_occasions`.
    pub occasions: usize,
}

/// One of the next orders.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// let next = &verdict.next_orders.orders[0];
/// assert_eq!((next.number, next.expected.to_string()), (1, "2026-01-10".into()));
/// assert!(next.earliest < next.expected && next.expected < next.latest);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PredictedOrder {
    /// 1 for the next one.
    pub number: u32,
    /// The day that it comes before or after with even chances.
    pub expected: Date,
    /// It comes earlier with a chance of one in ten…
    pub earliest: Date,
    /// …and later with a chance of one in ten.
    pub latest: Date,
}

/// The next orders, if the account still buys as usual. Source: `[KRM]`, D14.
///
/// # Examples
/// ```
/// use keyaccount::{Book, NoPrediction, Playbook, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2026-06-30".parse()?);
/// assert!(verdict.next_orders.orders.is_empty());
/// assert_eq!(verdict.next_orders.none, Some(NoPrediction::RhythmBroken));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NextOrders {
    /// The next orders, up to the playbook's `predicted_orders`.
    pub orders: Vec<PredictedOrder>,
    /// What each is expected to come to; null where no amount is known.
    #[serde(default)]
    pub amount: Option<ExpectedAmount>,
    /// Why none is predicted; null where some are.
    #[serde(default)]
    pub none: Option<NoPrediction>,
}

/// What came instead of a product or category that an account stopped buying. Source: `[KRM]`, D14.
///
/// # Examples
/// ```
/// use keyaccount::ReplacedBy;
///
/// let unknown: ReplacedBy = serde_json::from_str(r#"{"type": "unknown"}"#)?;
/// assert_eq!(unknown, ReplacedBy::Unknown {});
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ReplacedBy {
    /// Another product of ours in the same category, which began when the old one ended: no loss.
    OurProduct {
        /// The product.
        product: Label,
        /// The day of its first order.
        since: Date,
        /// The occasions on which it was bought.
        occasions: usize,
        /// What it is worth a year; null where an amount is not known.
        #[serde(default)]
        worth_per_year: Option<CurrencySum>,
    },
    /// A competitor's orders in the same category.
    Competitor {
        /// Which competitor.
        name: Label,
        /// The product, where the orders name one and the same.
        #[serde(default)]
        product: Option<Label>,
        /// The day of its first order after our last one.
        since: Date,
        /// The days on which the account ordered there since.
        occasions: usize,
        /// Whether it had ordered there in this category before.
        bought_before: bool,
    },
    /// Nothing that the facts show.
    Unknown {},
}

/// A product or category that an account stopped buying from us while it still buys other things. Source: `[KRM]`, D14.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, purchase_trajectory};
///
/// let order = |product: &str, month: u32| format!(
///     r#"{{"id": "{product}-{month}", "account": "north-plant", "on": "2025-{month:02}-10", "supplier": {{"type": "us"}},
///         "category": "oil", "product": "{product}"}}"#
/// );
/// let orders: Vec<String> = (1..=12).map(|month| order("gear oil", month)).chain((1..=6).map(|month| order("cutting oil", month))).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// let stopped = &verdict.stopped_products[0];
/// assert_eq!(stopped.product.as_ref().unwrap().as_str(), "cutting oil");
/// assert_eq!((stopped.last.to_string(), stopped.since.to_string()), ("2025-06-10".into(), "2025-07-11".into()));
/// assert!(stopped.worth_per_year.is_none(), "no amounts are known, which is not zero");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StoppedBuying {
    /// The category; null for a product without one.
    #[serde(default)]
    pub category: Option<Label>,
    /// The product; null where a whole category stopped.
    #[serde(default)]
    pub product: Option<Label>,
    /// The occasions on which it was bought.
    pub occasions: usize,
    /// The usual interval between them (median).
    pub median_interval_days: DayCount,
    /// The last of them.
    pub last: Date,
    /// The day on which the next was expected: since then it counts as stopped.
    pub since: Date,
    /// Days since the last one.
    pub silence_days: u32,
    /// How probable so long a silence is if it were still bought as before.
    pub probability: Estimate,
    /// The occasions on which the account bought from us since, without it.
    pub occasions_since: usize,
    /// How far the facts carry it.
    pub confidence: Confidence,
    /// What it brought a year while it was bought, returns netted; null where an amount is not known.
    #[serde(default)]
    pub worth_per_year: Option<CurrencySum>,
    /// What came instead.
    pub replaced_by: ReplacedBy,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A return that is not taken off an earlier order, or not wholly.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, UnmatchedCause, purchase_trajectory};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2025-01-10", "supplier": {"type": "us"},
///          "category": "oil", "amount": {"amount": "100", "currency": "EUR"}},
///         {"id": "r1", "account": "north-plant", "on": "2025-01-20", "supplier": {"type": "us"},
///          "category": "oil", "amount": {"amount": "-130", "currency": "EUR"}}
///     ]
/// }"#)?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-05-01".parse()?);
/// let unmatched = &verdict.returns.unmatched[0];
/// assert_eq!((unmatched.cause, unmatched.left.as_ref().unwrap().to_string()), (UnmatchedCause::MoreThanOrdered, "-30.00 EUR".into()));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnmatchedReturn {
    /// The return.
    pub purchase: PurchaseId,
    /// Its day; what could not be taken off an order counts on this day.
    pub on: Date,
    /// What could not be taken off; null where it has no amount.
    #[serde(default)]
    pub left: Option<CurrencySum>,
    /// Why not.
    pub cause: UnmatchedCause,
}

/// How returns were netted.
///
/// A return is taken off the latest earlier orders (or those of its day) of the same product in the same currency; one
/// that names no product, off those of the same category; one that names neither, off the latest earlier order of the very same
/// amount. What is left counts on its own day. An order stays a purchase occasion even if all of it went back: the account
/// chose us that day.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// assert_eq!((verdict.returns.returns, verdict.returns.matched), (0, 0));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReturnsFinding {
    /// Returns to us up to the day of the verdict.
    pub returns: usize,
    /// Those wholly taken off earlier orders.
    pub matched: usize,
    /// The others, oldest first; at most a hundred are listed, the latest.
    pub unmatched: Vec<UnmatchedReturn>,
}

/// An order of ours whose worth is not known in the verdict's currency.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, UnpricedCause, purchase_trajectory};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [{"id": "o1", "account": "north-plant", "on": "2025-01-10", "supplier": {"type": "us"}}]
/// }"#)?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-05-01".parse()?);
/// assert_eq!((verdict.unpriced_orders, verdict.unpriced[0].cause), (1, UnpricedCause::NoAmount));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnpricedPurchase {
    /// The order or return.
    pub purchase: PurchaseId,
    /// Its day.
    pub on: Date,
    /// What is missing: its amount, or a rate to the reporting currency on its day.
    pub cause: UnpricedCause,
}

/// How an account has been buying over time, and what to expect. Source: `[KRM]`, D14.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, SilenceState, purchase_trajectory};
///
/// let orders: Vec<String> = (0..36).map(|number| format!(
///     r#"{{"id": "o{number}", "account": "north-plant", "on": "{}-{:02}-10", "supplier": {{"type": "us"}}, "category": "oil",
///         "amount": {{"amount": "1000", "currency": "EUR"}}}}"#,
///     2023 + number / 12, 1 + number % 12,
/// )).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = purchase_trajectory(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// assert_eq!(verdict.rhythm.occasions, 36);
/// assert_eq!(verdict.silence.state, SilenceState::Usual);
/// assert_eq!(verdict.next_orders.orders.len(), 3);
/// assert_eq!(verdict.currency.unwrap().code(), "EUR");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrajectoryVerdict {
    /// The account.
    pub account: AccountId,
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The currency of all money here: that of all our orders where they have one in common, else the playbook's
    /// reporting currency, at the rate of each order's day; null where no amount is known.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// The rhythm of our orders: its centre and spread are medians.
    pub rhythm: Rhythm,
    /// How regular the intervals are; null without a rhythm.
    #[serde(default)]
    pub regularity: Option<RhythmRegularity>,
    /// Whether the account buys in certain months.
    pub season: SeasonFinding,
    /// How usual the silence since the last order is.
    pub silence: SilenceFinding,
    /// Whether it spends more or less over time.
    pub trend: SpendTrend,
    /// The next orders.
    pub next_orders: NextOrders,
    /// Products it stopped buying while it buys others, by worth; products are looked at where orders name them.
    pub stopped_products: Vec<StoppedBuying>,
    /// How many products those are; the playbook's `most_stopped` are listed.
    pub stopped_product_count: usize,
    /// Categories it stopped buying while it buys in others, by worth.
    pub stopped_categories: Vec<StoppedBuying>,
    /// How many categories those are.
    pub stopped_category_count: usize,
    /// How returns were netted.
    pub returns: ReturnsFinding,
    /// Orders and returns whose worth is not known in the verdict's currency: what is said of money leaves them out.
    pub unpriced_orders: usize,
    /// Those orders, oldest first; at most a hundred are listed, the latest.
    pub unpriced: Vec<UnpricedPurchase>,
    /// Why.
    pub reasons: Vec<Reason>,
}

//! The shape of a scenario: two forecasts, and what lies between them.

use serde::{Deserialize, Serialize};

use super::change::ScenarioChange;
use crate::forecast::bookings::BookingForecastVerdict;
use crate::values::{CurrencySum, EstimateChange, Period, Probability};
use crate::verdict::Reason;

/// A change that was supposed, and whether it could be.
///
/// # Examples
/// ```
/// use keyaccount::AppliedChange;
///
/// let text = r#"{
///     "change": {"type": "win", "opportunity": "crane"}, "applied": false, "message": "no opportunity is called `crane`"
/// }"#;
/// let change: AppliedChange = serde_json::from_str(text)?;
/// assert!(!change.applied);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AppliedChange {
    /// The change.
    pub change: ScenarioChange,
    /// Whether it is in the forecast after.
    pub applied: bool,
    /// What it does, or why it could not be, in one sentence.
    pub message: String,
}

/// By how much a quantile changes.
///
/// # Examples
/// ```
/// use keyaccount::QuantileChange;
///
/// let text = r#"{"probability": "0.5", "change": {"amount": "-1000.00", "currency": "USD"}}"#;
/// let change: QuantileChange = serde_json::from_str(text)?;
/// assert_eq!(change.change.to_string(), "-1000.00 USD");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuantileChange {
    /// The probability.
    pub probability: Probability,
    /// What the amount is after, less what it was before.
    pub change: CurrencySum,
}

/// By how much a period's bookings change: after less before.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, Period, Playbook, what_if};
///
/// let quarter = Period { first: "2026-01-01".parse()?, last: "2026-03-31".parse()? };
/// let (playbook, as_of, options) = (Playbook::six_stage(), "2026-02-01".parse()?, BookingOptions::default());
/// let scenario = what_if(&Book::default(), &playbook, as_of, &[quarter], &options, &[])?;
/// let difference = &scenario.differences[0];
/// assert_eq!((difference.period, difference.mean.to_string()), (quarter, "0.00 USD".to_owned()));
/// assert!(difference.quota_probability.is_none(), "there is no quota");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookingDifference {
    /// The period.
    pub period: Period,
    /// Of what is signed.
    pub booked: CurrencySum,
    /// Of the mean.
    pub mean: CurrencySum,
    /// Of the standard deviation.
    pub standard_deviation: CurrencySum,
    /// Of the quantiles.
    pub quantiles: Vec<QuantileChange>,
    /// Of the probability of the quota; null where there is none.
    #[serde(default)]
    pub quota_probability: Option<EstimateChange>,
    /// Of what is missing to the quota on average; null where there is none.
    #[serde(default)]
    pub expected_shortfall: Option<CurrencySum>,
}

/// What a forecast would be if some things happened, and by how much that differs from what it is.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, Playbook, what_if};
///
/// let (playbook, as_of, options) = (Playbook::six_stage(), "2026-02-01".parse()?, BookingOptions::default());
/// let scenario = what_if(&Book::default(), &playbook, as_of, &[], &options, &[])?;
/// assert_eq!((scenario.before == scenario.after, scenario.reasons[0].rule.as_ref()), (true, "changes_applied"));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScenarioVerdict {
    /// The changes, in the order given.
    pub changes: Vec<AppliedChange>,
    /// The forecast as it is.
    pub before: BookingForecastVerdict,
    /// The forecast with the changes that could be applied.
    pub after: BookingForecastVerdict,
    /// What lies between them, by period, in the order given.
    pub differences: Vec<BookingDifference>,
    /// Why.
    pub reasons: Vec<Reason>,
}

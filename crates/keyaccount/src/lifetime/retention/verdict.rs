//! What a retention scenario comes to.

use serde::{Deserialize, Serialize};

use super::change::RetentionChange;
use crate::values::{CurrencySum, Date, Estimate, Factor, Statistic, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// What a retention scenario starts from.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::RetentionBasis::FittedPortfolio.as_str(), "fitted_portfolio");
    /// ```
    pub enum RetentionBasis {
        /// Figures that were given: one retention for all years, without an end.
        GivenFigures = "given_figures", "given figures", "给定数据";
        /// The purchases that a fitted model expects of a portfolio in each of the years looked at.
        FittedPortfolio = "fitted_portfolio", "fitted portfolio", "客户群拟合";
    }
}

/// One year of a scenario, before and after the change.
///
/// # Examples
/// ```
/// use keyaccount::RetentionYear;
///
/// let year: RetentionYear = serde_json::from_str(r#"{
///     "year": 2, "part": "0.8", "changed_part": "0.85",
///     "margin": {"amount": "240000.00", "currency": "EUR"}, "changed_margin": {"amount": "255000.00", "currency": "EUR"}
/// }"#)?;
/// assert!(year.changed_part > year.part);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetentionYear {
    /// Which year, from 1.
    pub year: u32,
    /// The part of the first year that is still there.
    pub part: Estimate,
    /// The same after the change.
    pub changed_part: Estimate,
    /// The year's expected margin, not discounted; null where no spend is known.
    #[serde(default)]
    pub margin: Option<CurrencySum>,
    /// The same after the change.
    #[serde(default)]
    pub changed_margin: Option<CurrencySum>,
}

/// What the customers of a scenario come to.
///
/// # Examples
/// ```
/// use keyaccount::RetentionOutcome;
///
/// let outcome: RetentionOutcome = serde_json::from_str(r#"{
///     "lifetime_years": "5", "value": {"amount": "1320000.00", "currency": "EUR"},
///     "value_per_account": {"amount": "6600.00", "currency": "EUR"}
/// }"#)?;
/// assert_eq!(outcome.lifetime_years.unwrap().to_string(), "5");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetentionOutcome {
    /// The expected number of years in which a customer is there, the first among them; null where it has no end.
    #[serde(default)]
    pub lifetime_years: Option<Statistic>,
    /// What all of them are worth today; null where the sum has no end, or no spend is known.
    #[serde(default)]
    pub value: Option<CurrencySum>,
    /// The same for one of them; null too where there is none.
    #[serde(default)]
    pub value_per_account: Option<CurrencySum>,
}

/// By how much a change moves an outcome.
///
/// # Examples
/// ```
/// use keyaccount::RetentionEffect;
///
/// let effect: RetentionEffect = serde_json::from_str(r#"{
///     "lifetime_years": "1.66666666667", "value": {"amount": "264000.00", "currency": "EUR"},
///     "value_per_account": {"amount": "1320.00", "currency": "EUR"}, "relative": "0.2"
/// }"#)?;
/// assert_eq!(effect.relative.unwrap().to_string(), "0.2");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetentionEffect {
    /// Years more; null where one of both has no end.
    #[serde(default)]
    pub lifetime_years: Option<Statistic>,
    /// What all customers are worth more; null where one of both has no end.
    #[serde(default)]
    pub value: Option<CurrencySum>,
    /// The same for one of them.
    #[serde(default)]
    pub value_per_account: Option<CurrencySum>,
    /// The part by which their worth grows: 0.25 is a quarter more; null where they are worth nothing before.
    #[serde(default)]
    pub relative: Option<Statistic>,
}

/// What cutting defection would change. Source: `[CMH]`, D20.
///
/// # Examples
/// See [`retention_what_if`](crate::retention_what_if).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetentionVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// What the scenario starts from.
    pub basis: RetentionBasis,
    /// The change.
    pub change: RetentionChange,
    /// Customers of the first year.
    pub accounts: u32,
    /// The effective discount rate of a year.
    pub annual_discount_rate: Factor,
    /// Whether margins are margins, and not sales of which no margin is known.
    pub is_margin: bool,
    /// Years that outcomes look at, at most the years listed; null means without an end.
    #[serde(default)]
    pub years_looked_at: Option<u32>,
    /// As it is.
    pub base: RetentionOutcome,
    /// As it would be.
    pub changed: RetentionOutcome,
    /// The difference.
    pub effect: RetentionEffect,
    /// The years one by one; without an end, the first ten.
    pub years: Vec<RetentionYear>,
    /// How it was computed.
    pub reasons: Vec<Reason>,
}

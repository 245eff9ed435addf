//! What the accounts of a portfolio are worth.

use serde::{Deserialize, Serialize};

use super::ahead::NextOrder;
use crate::lifetime::{PurchaseModelFit, PurchaseModelParameters, SpendModelFit, SpendModelParameters};
use crate::values::{AccountId, Currency, CurrencySum, Date, Estimate, Factor, Share, Statistic, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// How much an account has told by its orders.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{CustomerStanding, Language};
    ///
    /// assert_eq!(CustomerStanding::New.label(Language::ZhHans), "新客户");
    /// ```
    pub enum CustomerStanding {
        /// It ordered once: new, not lost. What is expected of it is the portfolio's, corrected by its silence.
        New = "new", "new", "新客户";
        /// It ordered again.
        Repeat = "repeat", "repeat customer", "回头客";
    }
}

vocabulary! {
    /// What values are amounts of.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ValueBasis::Sales.as_str(), "sales");
    /// ```
    pub enum ValueBasis {
        /// Of margin: sales times the playbook's margin.
        Margin = "margin", "margin", "毛利";
        /// Of sales, because no margin is known.
        Sales = "sales", "sales", "销售额";
    }
}

/// What is expected of an account up to a horizon.
///
/// # Examples
/// ```
/// use keyaccount::HorizonPrediction;
///
/// let prediction: HorizonPrediction = serde_json::from_str(r#"{
///     "days": 365, "expected_purchases": "3.4", "at_least_one": "0.93",
///     "counts": ["0.07", "0.11", "0.16", "0.18", "0.16", "0.12"], "more": "0.2", "sales": null, "value": null
/// }"#)?;
/// assert_eq!(prediction.counts.len(), 6);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HorizonPrediction {
    /// Days ahead.
    pub days: u32,
    /// Order days expected in them.
    pub expected_purchases: Statistic,
    /// The probability of at least one.
    pub at_least_one: Estimate,
    /// The probabilities of 0, 1 … 5 order days.
    pub counts: Vec<Estimate>,
    /// The probability of more.
    pub more: Estimate,
    /// Sales expected in these days, not discounted; null where spend is not known.
    #[serde(default)]
    pub sales: Option<CurrencySum>,
    /// What they are worth today, discounted; null where spend is not known.
    #[serde(default)]
    pub value: Option<CurrencySum>,
}

/// How often an account that still buys orders, and whose knowledge that is.
///
/// # Examples
/// ```
/// use keyaccount::RateShrinkage;
///
/// let rate: RateShrinkage = serde_json::from_str(
///     r#"{"own_weight": "0.8", "own": "0.5", "portfolio": "0.1", "weekly": "0.42"}"#,
/// )?;
/// assert_eq!(rate.weekly.to_string(), "0.42");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RateShrinkage {
    /// The part of the rate that is the account's own, T ÷ (α + T); the rest is the portfolio's.
    pub own_weight: Estimate,
    /// Repeat orders a week that the account itself shows, x ÷ T; null on the day of its first order.
    #[serde(default)]
    pub own: Option<Statistic>,
    /// Orders a week of the portfolio's mean account while it buys.
    pub portfolio: Statistic,
    /// Orders a week while it buys: both by their weights.
    pub weekly: Statistic,
}

/// What an account spends on an order day, and whose knowledge that is.
///
/// # Examples
/// ```
/// use keyaccount::SpendShrinkage;
///
/// let spend: SpendShrinkage = serde_json::from_str(r#"{
///     "own_weight": "0.69", "orders": 3, "own": {"amount": "1100.00", "currency": "USD"},
///     "expected": {"amount": "1042.35", "currency": "USD"}
/// }"#)?;
/// assert_eq!(spend.orders, 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SpendShrinkage {
    /// The part that is the account's own; the rest is the portfolio's.
    pub own_weight: Estimate,
    /// Repeat order days with a price that the account's own mean is of.
    pub orders: u32,
    /// The account's own mean of them; null where there are none.
    #[serde(default)]
    pub own: Option<CurrencySum>,
    /// What it is expected to spend on an order day: both by their weights.
    pub expected: CurrencySum,
}

/// What the models say of an account.
///
/// # Examples
/// See [`judge_lifetime_value`](crate::judge_lifetime_value).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountPrediction {
    /// The probability that it still buys.
    pub probability_alive: Estimate,
    /// What is expected up to each horizon.
    pub horizons: Vec<HorizonPrediction>,
    /// When it will order next.
    pub next_order: NextOrder,
    /// How often it orders while it buys.
    pub rate: RateShrinkage,
    /// What it spends on an order day; null where no spend is known.
    #[serde(default)]
    pub spend: Option<SpendShrinkage>,
    /// Order days expected in all time to come, discounted; null where they have no end.
    #[serde(default)]
    pub discounted_purchases: Option<Statistic>,
    /// What it is worth: expected orders of all time to come × spend (× margin), discounted to today. Null where spend is not
    /// known, or where the sum has no end.
    #[serde(default)]
    pub lifetime_value: Option<CurrencySum>,
}

/// One account that ordered from us.
///
/// # Examples
/// See [`judge_lifetime_value`](crate::judge_lifetime_value).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountLifetime {
    /// The account.
    pub account: AccountId,
    /// How much it has told.
    pub standing: CustomerStanding,
    /// The day of its first order.
    pub first: Date,
    /// The day of its last.
    pub last: Date,
    /// Repeat order days (x): those after the first.
    pub frequency: u32,
    /// Weeks from the first order to the last (tₓ).
    pub recency_weeks: Statistic,
    /// Weeks since the first order (T).
    pub age_weeks: Statistic,
    /// What the models say; null where none could be fitted.
    #[serde(default)]
    pub prediction: Option<AccountPrediction>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What an account is worth that orders for the first time today.
///
/// # Examples
/// ```
/// use keyaccount::NewAccountValue;
///
/// let new: NewAccountValue = serde_json::from_str(r#"{
///     "expected_purchases": ["0.4", "1.1", "2.2"], "order_value": null, "lifetime_value": null
/// }"#)?;
/// assert!(new.lifetime_value.is_none());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewAccountValue {
    /// Repeat order days expected up to each horizon.
    pub expected_purchases: Vec<Statistic>,
    /// What one order day is worth (with margin, where that is known), by the portfolio's mean; null where spend is not known.
    #[serde(default)]
    pub order_value: Option<CurrencySum>,
    /// What all its repeat orders are worth today, discounted; the first order is not in it.
    #[serde(default)]
    pub lifetime_value: Option<CurrencySum>,
}

/// The sums over a portfolio up to a horizon.
///
/// # Examples
/// ```
/// use keyaccount::PortfolioHorizon;
///
/// let horizon: PortfolioHorizon =
///     serde_json::from_str(r#"{"days": 91, "expected_purchases": "120.5", "sales": null, "value": null}"#)?;
/// assert_eq!(horizon.days, 91);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PortfolioHorizon {
    /// Days ahead.
    pub days: u32,
    /// Order days expected.
    pub expected_purchases: Statistic,
    /// Sales expected, not discounted; null where spend is not known.
    #[serde(default)]
    pub sales: Option<CurrencySum>,
    /// What they are worth today; null where spend is not known.
    #[serde(default)]
    pub value: Option<CurrencySum>,
}

/// The sums over all accounts with an order.
///
/// # Examples
/// See [`judge_lifetime_value`](crate::judge_lifetime_value).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PortfolioLifetime {
    /// How many of them are expected to buy still: the sum of the probabilities.
    pub expected_alive: Statistic,
    /// By horizon.
    pub horizons: Vec<PortfolioHorizon>,
    /// What they are worth: the sum of their lifetime values, rounded once.
    #[serde(default)]
    pub lifetime_value: Option<CurrencySum>,
}

/// What tells nothing, counted and, where it is an account, listed.
///
/// # Examples
/// ```
/// let nothing = keyaccount::LifetimeLeftOut::default();
/// assert!(nothing.prospects.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LifetimeLeftOut {
    /// Accounts without an order: prospects, of which the models say nothing.
    pub prospects: Vec<AccountId>,
    /// Accounts with repeat orders of which none has a price: their spend is the portfolio's.
    pub unpriced: Vec<AccountId>,
    /// Accounts whose repeat orders come to nothing or less after returns: the model of spend knows no such accounts, so that
    /// their spend is the portfolio's.
    pub not_positive: Vec<AccountId>,
    /// Purchases dated after the day of the verdict.
    pub later_purchases: usize,
    /// Orders and returns of ours without an amount.
    pub without_amount: usize,
    /// Orders and returns of ours in a currency for which no rate was known.
    pub without_rate: usize,
    /// Returns before an account's first order, which are taken off nothing.
    pub returns_before_orders: usize,
}

/// What a portfolio's accounts are worth, D20.
///
/// # Examples
/// See [`judge_lifetime_value`](crate::judge_lifetime_value).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LifetimeVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The currency of all amounts.
    pub reporting_currency: Currency,
    /// The model of purchases that predictions are made by, with times in weeks; null where there is none.
    #[serde(default)]
    pub parameters: Option<PurchaseModelParameters>,
    /// How it was fitted; null where parameters were given, or too few accounts have ordered.
    #[serde(default)]
    pub fit: Option<PurchaseModelFit>,
    /// The model of spend on an order day, in the reporting currency; null where there is none.
    #[serde(default)]
    pub spend_parameters: Option<SpendModelParameters>,
    /// How it was fitted; null where parameters were given, or too few amounts are known.
    #[serde(default)]
    pub spend_fit: Option<SpendModelFit>,
    /// What values are amounts of.
    pub value_basis: ValueBasis,
    /// The part of sales that is margin; null where it is not known.
    #[serde(default)]
    pub margin: Option<Share>,
    /// The effective discount rate of a year.
    pub annual_discount_rate: Factor,
    /// Accounts that ordered, by identifier.
    pub accounts: Vec<AccountLifetime>,
    /// What an account is worth that orders for the first time today: what to expect of a prospect once it is won. Null
    /// without a model.
    #[serde(default)]
    pub new_account: Option<NewAccountValue>,
    /// The sums over all accounts; null without a model.
    #[serde(default)]
    pub portfolio: Option<PortfolioLifetime>,
    /// What tells nothing.
    pub left_out: LifetimeLeftOut,
    /// How it was computed, and what to do where it could not be.
    pub reasons: Vec<Reason>,
}

//! What an account is thought to spend.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Date, Label, Money, Note};

/// An estimate of what an account spends in a year, with all suppliers together. Source: `[OCD]`, D10.
///
/// # Examples
/// ```
/// use keyaccount::{Money, WalletEstimate};
///
/// let estimate = WalletEstimate {
///     account: "north-plant".parse()?,
///     on: "2026-01-15".parse()?,
///     category: Some("lubricants".parse()?),
///     per_year: Money::parse("120000", "EUR".parse()?)?,
///     source: Some("their annual report".parse()?),
/// };
/// assert_eq!(estimate.per_year.to_string(), "120000 EUR");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WalletEstimate {
    /// The account; with the day and the category it identifies the estimate.
    pub account: AccountId,
    /// The day it was made.
    pub on: Date,
    /// The product category it is about; null means all that we could sell to the account.
    #[serde(default)]
    pub category: Option<Label>,
    /// What the account spends in a year.
    pub per_year: Money,
    /// Where it comes from.
    #[serde(default)]
    pub source: Option<Note>,
}

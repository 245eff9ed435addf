//! What a scenario changes, and the figures it may start from.

use serde::{Deserialize, Serialize};

use crate::values::{Factor, Money, Probability, Share};

/// By how much defection is cut: of the customers of a year, those who are gone in the next.
///
/// # Examples
/// ```
/// use keyaccount::RetentionChange;
///
/// let change: RetentionChange = serde_json::from_str(r#"{"type": "points", "points": "0.05"}"#)?;
/// assert_eq!(change, RetentionChange::Points { points: "0.05".parse()? });
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum RetentionChange {
    /// By so many points of a hundred, each year: of 20 % with 0.05 are left 15 %. Never below nothing.
    Points {
        /// The points, 0.05 for five of a hundred.
        points: Share,
    },
    /// By a part of itself: of 20 % with 0.05 are left 19 %.
    Fraction {
        /// The part.
        fraction: Share,
    },
}

/// Customers as figures: how many, what they bring, and how many stay.
///
/// # Examples
/// ```
/// use keyaccount::RetentionFigures;
///
/// let figures: RetentionFigures = serde_json::from_str(r#"{
///     "accounts": 200, "retention": "0.8", "annual_margin": {"amount": "1500", "currency": "EUR"}
/// }"#)?;
/// assert!(figures.annual_discount_rate.is_none(), "the playbook's counts");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetentionFigures {
    /// Customers of the first year.
    pub accounts: u32,
    /// The part of a year's customers who are still customers in the next.
    pub retention: Probability,
    /// What one customer brings in one year.
    pub annual_margin: Money,
    /// The effective discount rate of a year; null means the playbook's.
    #[serde(default)]
    pub annual_discount_rate: Option<Factor>,
}

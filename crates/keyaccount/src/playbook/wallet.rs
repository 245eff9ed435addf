//! When a share of wallet has a trend.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::lifecycle::at_least_one;
use crate::values::Factor;

/// How the share of wallet is judged. That it matters is from `[OCD]`, D10; the thresholds are ours.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::WalletPolicy::default().periods.get(), 8);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct WalletPolicy {
    /// Purchases that a period holds on average, of whatever supplier, from which it is long enough: periods are quarters,
    /// else half-years, else years.
    pub minimum_purchases: u32,
    /// The latest periods that a trend is taken from, 4 to 12.
    pub periods: NonZeroU32,
    /// The share of wallet moves from this difference on, from the first period to the last.
    pub trend_change: Factor,
    /// It moves only where so much of a trend comes about by chance at most this often.
    pub trend_chance: Factor,
    /// An estimate older than this no longer tells the share of today.
    pub estimate_days: u32,
    /// Days of orders from which what was spent with us can be brought to a year.
    pub minimum_history_days: u32,
}

impl Default for WalletPolicy {
    fn default() -> Self {
        Self {
            minimum_purchases: 4,
            periods: at_least_one(8),
            trend_change: Factor::hundredths(10),
            trend_chance: Factor::hundredths(10),
            estimate_days: 730,
            minimum_history_days: 90,
        }
    }
}

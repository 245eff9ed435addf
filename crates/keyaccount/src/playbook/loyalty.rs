//! When a sequence of purchases counts as loyal.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::lifecycle::at_least_one;
use crate::values::Factor;

/// How the loyalty pattern is judged. The four patterns are from `[OCD]`, D10; the thresholds are ours.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::LoyaltyPolicy::default().minimum_choices, 4);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LoyaltyPolicy {
    /// Fewest supplier choices (purchase occasions) from which a pattern is judged.
    pub minimum_choices: u32,
    /// The latest choices that the pattern is judged on; older ones no longer count.
    pub window_choices: NonZeroU32,
    /// Share of one supplier before, and of another after, a point from which the account has moved over.
    pub moved_share: Factor,
    /// Our share from which an account with breaks is still mostly ours.
    pub mostly_ours_share: Factor,
    /// A gap longer than this multiple of the usual interval is a break (where only our own orders are known).
    pub break_factor: Factor,
    /// A shorter gap than this is never a break, however often the account usually orders.
    pub break_minimum_days: u32,
    /// Spread of the intervals, relative to the usual one, above which purchases are scattered (likewise).
    pub irregular_spread: Factor,
}

impl Default for LoyaltyPolicy {
    fn default() -> Self {
        Self {
            minimum_choices: 4,
            window_choices: at_least_one(60),
            moved_share: Factor::hundredths(75),
            mostly_ours_share: Factor::hundredths(50),
            break_factor: Factor::hundredths(200),
            break_minimum_days: 14,
            irregular_spread: Factor::hundredths(75),
        }
    }
}

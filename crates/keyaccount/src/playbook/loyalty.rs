//! When a sequence of purchases counts as loyal.

use serde::{Deserialize, Serialize};

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
    /// Share of one supplier before, and of another after, a point from which the account has moved over.
    pub moved_share: Factor,
    /// Our share from which an account with breaks is still mostly ours.
    pub mostly_ours_share: Factor,
    /// A gap longer than this multiple of the usual interval is a break (where only our own orders are known).
    pub break_factor: Factor,
    /// Spread of the intervals, relative to the usual one, above which purchases are scattered (likewise).
    pub irregular_spread: Factor,
}

impl Default for LoyaltyPolicy {
    fn default() -> Self {
        Self {
            minimum_choices: 4,
            moved_share: Factor::hundredths(75),
            mostly_ours_share: Factor::hundredths(50),
            break_factor: Factor::hundredths(200),
            irregular_spread: Factor::hundredths(75),
        }
    }
}

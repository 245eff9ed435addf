//! When an account grows, declines or is gone.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::values::Factor;

/// How the lifecycle phase is judged. The phases are from `[KRM]`, D11; the thresholds are ours.
///
/// All factors are multiples of the account's own usual interval between orders. The minimum days beside them keep
/// accounts that order every few days from alarming after a long weekend.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::LifecyclePolicy::default().minimum_occasions.get(), 3);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct LifecyclePolicy {
    /// Fewest purchase occasions that make a rhythm; an account with fewer is being acquired.
    pub minimum_occasions: NonZeroU32,
    /// The latest intervals between orders that the rhythm is taken from; older ones no longer count.
    pub rhythm_intervals: NonZeroU32,
    /// An account without a rhythm that has been silent for as many days is pointed out; it stays in acquisition.
    pub newcomer_silence_days: u32,
    /// An order is overdue after this multiple of the usual interval…
    pub overdue_factor: Factor,
    /// …plus this multiple of the spread (median absolute deviation) of the intervals.
    pub overdue_spread: Factor,
    /// …but never after fewer days than this.
    pub overdue_minimum_days: u32,
    /// Silence of this multiple of the usual interval puts the account in the high-risk band.
    pub high_risk_factor: Factor,
    /// An account silent for fewer days than this is not at high risk.
    pub high_risk_minimum_days: u32,
    /// Silence of this multiple of the usual interval means that the account is detached.
    pub detached_factor: Factor,
    /// A detached account without an order for fewer days than this is only at high risk.
    pub detached_minimum_days: u32,
    /// Length of each of the two compared windows, in usual intervals…
    pub trend_window_intervals: NonZeroU32,
    /// …but never fewer days than this.
    pub trend_window_minimum_days: u32,
    /// Relative change between the windows from which an account grows or declines.
    pub trend_change: Factor,
    /// A difference of fewer orders than this between the windows is chance.
    pub trend_minimum_orders: u32,
    /// So is a difference below this multiple of the account's usual fluctuation (its standard deviation, from how
    /// much its own intervals and amounts vary).
    pub trend_fluctuation: Factor,
    /// Days between the checks that a change of phase has to pass.
    pub check_every_days: NonZeroU32,
    /// Checks in a row that have to agree before the phase changes.
    pub confirmations: NonZeroU32,
}

pub(super) const fn at_least_one(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

impl Default for LifecyclePolicy {
    fn default() -> Self {
        Self {
            minimum_occasions: at_least_one(3),
            rhythm_intervals: at_least_one(24),
            newcomer_silence_days: 365,
            overdue_factor: Factor::hundredths(150),
            overdue_spread: Factor::hundredths(100),
            overdue_minimum_days: 7,
            high_risk_factor: Factor::hundredths(250),
            high_risk_minimum_days: 14,
            detached_factor: Factor::hundredths(500),
            detached_minimum_days: 60,
            trend_window_intervals: at_least_one(4),
            trend_window_minimum_days: 90,
            trend_change: Factor::hundredths(25),
            trend_minimum_orders: 2,
            trend_fluctuation: Factor::hundredths(175),
            check_every_days: at_least_one(30),
            confirmations: at_least_one(2),
        }
    }
}

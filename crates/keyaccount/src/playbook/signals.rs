//! When a signal is raised.

use serde::{Deserialize, Serialize};

use crate::values::Factor;

/// Windows and counts for the six signals. The signals are from `[KRM]`, D12; the thresholds are ours.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::SignalPolicy::default().window_days, 180);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SignalPolicy {
    /// Days looked back for orders, selling and pre-sales work, and departures.
    pub window_days: u32,
    /// Fewest orders in the window that count as arriving by themselves.
    pub minimum_orders: u32,
    /// Days since the first order of a product category from which it is mature.
    pub mature_after_days: u32,
    /// Days that what a customer said (new technology, no training) stays in force.
    pub statement_days: u32,
    /// Fewest departures of pre-sales people in the window.
    pub minimum_departures: u32,
    /// Fewest proposals from which copying is judged.
    pub minimum_proposals: u32,
    /// Share of the latest proposals made from one template from which they are all alike.
    pub copied_share: Factor,
    /// Days looked back for proposals.
    pub proposal_days: u32,
}

impl Default for SignalPolicy {
    fn default() -> Self {
        Self {
            window_days: 180,
            minimum_orders: 3,
            mature_after_days: 365,
            statement_days: 365,
            minimum_departures: 2,
            minimum_proposals: 3,
            copied_share: Factor::hundredths(80),
            proposal_days: 365,
        }
    }
}

//! When an account orders next, in days.

use serde::{Deserialize, Serialize};

use super::orders::DAYS_OF_WEEK;
use crate::lifetime::{PurchaseModelParameters, PurchaseSummary};
use crate::values::{DayCount, Estimate};

/// When an account will order next.
///
/// # Examples
/// ```
/// use keyaccount::NextOrder;
///
/// let next: NextOrder = serde_json::from_str(
///     r#"{"never": "0.12", "early_days": "6.2", "median_days": "41.5", "late_days": "160"}"#,
/// )?;
/// assert!(next.early_days < next.median_days);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NextOrder {
    /// The probability that it never orders again: it has left, or leaves before it does.
    pub never: Estimate,
    /// Of accounts like it that order again, a tenth have done so after as many days. Null, here and below, where that is longer
    /// than can be told, or where no account does.
    #[serde(default)]
    pub early_days: Option<DayCount>,
    /// Half of them have.
    #[serde(default)]
    pub median_days: Option<DayCount>,
    /// Nine tenths have: from early to late lie four fifths of all next orders.
    #[serde(default)]
    pub late_days: Option<DayCount>,
}

/// When an account orders next.
pub(super) fn next_order(model: &PurchaseModelParameters, account: &PurchaseSummary) -> NextOrder {
    let next = model.next_purchase(account);
    // Six decimal places, as day counts have.
    let days = |weeks: Option<f64>| format!("{:.6}", weeks? * DAYS_OF_WEEK).parse::<DayCount>().ok();
    NextOrder {
        never: Estimate::rounded(next.never),
        early_days: days(next.early),
        median_days: days(next.median),
        late_days: days(next.late),
    }
}

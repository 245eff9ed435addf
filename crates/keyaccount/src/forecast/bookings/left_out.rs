//! Opportunities that can be placed in no period.

use serde::{Deserialize, Serialize};

use crate::forecast::price::UnpricedCause;
use crate::funnel::OpportunityStatus;
use crate::values::{AccountId, Money, OpportunityId, vocabulary};

vocabulary! {
    /// Why an opportunity is in no period's bookings, although it is open or was signed in one of them.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::LeftOutCause::Overdue.as_str(), "overdue");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum LeftOutCause {
        /// Its stage is unknown, so it has no probability.
        UnknownStage = "unknown_stage", "unknown stage", "阶段未知";
        /// Its amount is unknown. Unknown is not zero.
        NoAmount = "no_amount", "no amount", "无金额";
        /// Its close date is unknown, and nothing else tells when.
        NoCloseDate = "no_close_date", "no close date", "无签约日";
        /// Its close date has passed while it is open, and nothing else tells when.
        Overdue = "overdue", "overdue", "已逾期";
        /// No rate to the reporting currency held on the day that counts.
        NoRate = "no_rate", "no exchange rate", "无汇率";
        /// Its forecast category leaves it out of every forecast.
        Omitted = "omitted", "omitted", "不计入";
        /// In the reporting currency it is beyond what an amount can be.
        AmountOutOfRange = "amount_out_of_range", "amount out of range", "金额超出范围";
    }
}

impl From<UnpricedCause> for LeftOutCause {
    fn from(cause: UnpricedCause) -> Self {
        match cause {
            UnpricedCause::UnknownStage => Self::UnknownStage,
            UnpricedCause::NoAmount => Self::NoAmount,
            UnpricedCause::NoCloseDate => Self::NoCloseDate,
            UnpricedCause::NoRate => Self::NoRate,
        }
    }
}

/// An opportunity that is in no period's bookings, and why.
///
/// # Examples
/// ```
/// use keyaccount::{LeftOutCause, LeftOutDeal};
///
/// let text = r#"{
///     "opportunity": "press-line", "account": "north-plant", "status": "open", "causes": ["no_amount"],
///     "amount": null, "message": "its amount is unknown"
/// }"#;
/// let deal: LeftOutDeal = serde_json::from_str(text)?;
/// assert_eq!(deal.causes, [LeftOutCause::NoAmount]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeftOutDeal {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The account.
    pub account: AccountId,
    /// Where it stands.
    pub status: OpportunityStatus,
    /// Everything that is missing or in the way.
    pub causes: Vec<LeftOutCause>,
    /// What it is worth, where that is known.
    #[serde(default)]
    pub amount: Option<Money>,
    /// One sentence for a person.
    pub message: String,
}

/// How many opportunities are left out for a cause.
///
/// # Examples
/// ```
/// use keyaccount::{LeftOutCause, LeftOutCount};
///
/// let count: LeftOutCount = serde_json::from_str(r#"{"cause": "overdue", "deals": 3}"#)?;
/// assert_eq!((count.cause, count.deals), (LeftOutCause::Overdue, 3));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeftOutCount {
    /// The cause.
    pub cause: LeftOutCause,
    /// Opportunities left out for it; one may have several causes.
    pub deals: usize,
}

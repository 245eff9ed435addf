//! One thing to see to.

use serde::{Deserialize, Serialize};

use crate::values::{OpportunityId, vocabulary};
use crate::verdict::{Reason, Severity};

vocabulary! {
    /// What a finding is about.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::FindingKind::CoverageGap.as_str(), "coverage_gap");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum FindingKind {
        /// An inducement to a person that somebody recorded, to be reported.
        Compliance = "compliance", "compliance", "合规";
        /// A gap in the coverage of a buying committee.
        CoverageGap = "coverage_gap", "buying-role gap", "采购角色缺口";
        /// A raised high-risk signal.
        Signal = "signal", "high-risk signal", "高危信号";
        /// A phase of the lifecycle that needs attention.
        Lifecycle = "lifecycle", "lifecycle", "生命周期";
        /// An order that should have come by the account's own rhythm.
        OrderOverdue = "order_overdue", "order overdue", "订单逾期";
        /// A loyalty pattern that needs attention.
        Loyalty = "loyalty", "loyalty", "忠诚度";
        /// An opportunity that stands still.
        Stalled = "stalled", "stalled opportunity", "商机停滞";
        /// An open opportunity whose close date has passed.
        CloseDatePassed = "close_date_passed", "close date passed", "预计签约日已过";
        /// A parked opportunity whose day of resumption has passed.
        RestOver = "rest_over", "rest is over", "搁置到期";
        /// An opportunity that the forecast cannot price.
        Unpriced = "unpriced", "not in the forecast", "无法计入预测";
        /// An opportunity of which no usable event is known, at any time.
        NoHistory = "no_history", "no history", "无历史记录";
        /// An opportunity whose recorded history is odd.
        OddHistory = "odd_history", "odd history", "历史记录异常";
    }
}

/// One thing to see to, with its reason.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FindingKind, Playbook, Severity, review};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "commitment"}}
///     ]
/// }"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let finding = &review.accounts[0].findings[0];
/// assert_eq!((finding.kind, finding.severity), (FindingKind::CoverageGap, Severity::Critical));
/// assert_eq!(finding.opportunity.as_ref().unwrap().as_str(), "press-line");
/// assert!(!finding.reason.message.is_empty());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What it is about.
    pub kind: FindingKind,
    /// The word of its vocabulary, such as `decision_maker_never_met` or `new_technology`.
    pub detail: String,
    /// The opportunity it concerns; null where it concerns the account.
    #[serde(default)]
    pub opportunity: Option<OpportunityId>,
    /// Why.
    pub reason: Reason,
    /// The word of the next move or play, where there is one; `labels` has its text in both languages.
    #[serde(default)]
    pub next_move: Option<String>,
}

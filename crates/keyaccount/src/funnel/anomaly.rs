//! What is odd about a history, and what was made of it.

use serde::{Deserialize, Serialize};

use crate::facts::{FactReference, Located, OpportunityEvent};
use crate::values::vocabulary;

vocabulary! {
    /// What is odd about an event, with the rule by which it is read all the same.
    ///
    #[doc = include_str!("../../docs/anomalies.md")]
    ///
    /// # Examples
    /// ```
    /// use keyaccount::AnomalyCode;
    ///
    /// assert_eq!(AnomalyCode::ALL[0].as_str(), "unknown_pipeline");
    /// ```
    pub enum AnomalyCode {
        /// A pipeline that the playbook lacks: its stages are unknown.
        UnknownPipeline = "unknown_pipeline", "unknown pipeline", "未知流程";
        /// No event creates the opportunity: it is taken to be created by its first event.
        MissingCreation = "missing_creation", "missing creation", "缺少创建记录";
        /// A second creation: ignored.
        RepeatedCreation = "repeated_creation", "repeated creation", "重复创建";
        /// An event dated before the creation: taken to happen right after it.
        BeforeCreation = "before_creation", "event before creation", "早于创建";
        /// Created as lost: taken as lost that day, from no stage that is known.
        CreatedLost = "created_lost", "created already lost", "创建即已丢单";
        /// Created in a stage after the signature: taken as booked that day.
        CreatedClosed = "created_closed", "created already closed", "创建即已关闭";
        /// Created in a stage where the playbook lets none start: taken as it is.
        CreatedInLaterStage = "created_in_later_stage", "created in a later stage", "创建于后续阶段";
        /// The same event twice: counted once.
        DuplicateEvent = "duplicate_event", "duplicate event", "事件重复";
        /// Two changes of one kind at one instant, so that the source does not say which came last: read by stage, then
        /// by content.
        AmbiguousOrder = "ambiguous_order", "order not recorded", "先后未记录";
        /// A stage that the pipeline lacks: the opportunity is in an unknown stage from then on.
        UnknownStage = "unknown_stage", "unknown stage", "未知阶段";
        /// A loss for a reason that the playbook lacks: taken over as it is.
        UnknownLossReason = "unknown_loss_reason", "unknown loss reason", "未知丢单原因";
        /// A move to the stage or pipeline it is in: ignored.
        StageUnchanged = "stage_unchanged", "stage unchanged", "阶段未变";
        /// A move to an open stage after closing: taken as reopened.
        LeftClosedStage = "left_closed_stage", "left a closed stage", "离开已关闭阶段";
        /// Closed again without being reopened. The same way, the first day holds, and what the second knows of a loss is
        /// taken over; the other way, the later closing holds, and the first is kept in the history.
        ClosedAgain = "closed_again", "closed again", "再次关闭";
        /// Changed after closing: taken over.
        ChangedAfterClosing = "changed_after_closing", "changed after closing", "关闭后变更";
        /// Paid without a signature: taken as signed the same day.
        RealisedWithoutBooking = "realised_without_booking", "realised without booking", "无签约即回款";
        /// Moved, or parked again, while parked: a move ends the rest, a second rest goes on from the first.
        MovedWhileParked = "moved_while_parked", "moved while parked", "搁置中变动";
        /// Reopened in a stage that is not an open one, or in none where none is known: taken up in the last open stage,
        /// or else in the first.
        ReopenedWithoutStage = "reopened_without_stage", "reopened without an open stage", "重启无进行中阶段";
        /// Parked, resumed or reopened while that could not be: ignored.
        NoSuchMove = "no_such_move", "no such move", "动作不成立";
        /// An expected close date before the creation: taken as it is.
        CloseDateBeforeCreation = "close_date_before_creation", "close date before creation", "签约日早于创建日";
        /// Credits that do not add up to the whole, or name a member twice: ignored.
        CreditsNotWhole = "credits_not_whole", "credits do not add up", "业绩分摊合计不为一";
        /// Recurring revenue in another currency than the amount: set aside until they agree.
        RecurringInOtherCurrency = "recurring_in_other_currency", "recurring in another currency", "经常性收入币种不同";
        /// Counted as closed while it is open: ignored.
        ClosedCategoryWhileOpen = "closed_category_while_open", "closed category while open", "进行中却归为已成交";
    }
}

/// One oddity of a history: what, where, and what was made of it.
///
/// # Examples
/// ```
/// use keyaccount::{AnomalyCode, Book, Playbook, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "stage_changed", "to": "design"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let history = replay_history(opportunity, &Playbook::six_stage(), "2026-02-01".parse()?);
/// assert_eq!(history.anomalies[0].code, AnomalyCode::MissingCreation);
/// assert_eq!(history.anomalies[0].path, "opportunity_events[0]");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Anomaly {
    /// The stable code.
    pub code: AnomalyCode,
    /// Where the event stands in the input; empty where the opportunity itself is odd.
    pub path: String,
    /// The event; null where the opportunity itself is odd.
    #[serde(default)]
    pub event: Option<FactReference>,
    /// One sentence for a person: what is odd, and what was made of it.
    pub message: String,
}

impl Anomaly {
    pub(super) fn of(code: AnomalyCode, event: &Located<OpportunityEvent>, message: impl Into<String>) -> Self {
        Self { code, path: event.path(), event: Some(event.reference()), message: message.into() }
    }
}

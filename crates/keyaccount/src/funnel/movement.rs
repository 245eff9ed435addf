//! The shape of a movement: what a pipeline was worth on one day, what it is worth on another, and every step between.

mod lines;
mod reporting;
mod sheet;
mod step;
mod walk;

use serde::{Deserialize, Serialize};

use crate::values::{Currency, Date, ExactSum, Money, OpportunityId, Period, PipelineId, StageId, vocabulary};
use crate::verdict::Reason;

pub use lines::{MovementLine, MovementLines};
pub use walk::pipeline_movement;

vocabulary! {
    /// What a step of a movement is, in the order in which the steps of one day follow each other.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::MovementKind::PushedOut.as_str(), "pushed_out");
    /// ```
    pub enum MovementKind {
        /// It came into being.
        Created = "created", "created", "新建";
        /// It came back after a closing, as it has to before it can be closed otherwise: also a booking that fell through.
        Reopened = "reopened", "reopened", "重启";
        /// Its close date, or the day of its closing, moved into the period.
        PulledIn = "pulled_in", "pulled in", "移入本期";
        /// Its worth changed to another currency.
        CurrencyChanged = "currency_changed", "currency changed", "换币种";
        /// Its worth grew.
        Increased = "increased", "increased", "增额";
        /// Its worth shrank.
        Decreased = "decreased", "decreased", "减额";
        /// Its worth became known.
        AmountSet = "amount_set", "amount set", "金额已定";
        /// Its worth became unknown.
        AmountCleared = "amount_cleared", "amount cleared", "金额已清";
        /// It went to another stage, or to another pipeline.
        Moved = "moved", "moved", "换阶段";
        /// Its close date moved out of the period, or became unknown.
        PushedOut = "pushed_out", "pushed out", "移出本期";
        /// The customer signed.
        Won = "won", "won", "赢单";
        /// It was lost.
        Lost = "lost", "lost", "丢单";
    }
}

/// The lines of one stage, in one currency.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, pipeline_movement};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "design", "close_date": "2026-06-30",
///             "amount": {"amount": "90000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {
///             "type": "amount_changed", "amount": {"amount": "75000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {"type": "stage_changed", "to": "comparison"}}
///     ]
/// }"#)?;
/// let (from, to) = ("2026-01-31".parse()?, "2026-02-28".parse()?);
/// let movement = pipeline_movement(&book, &Playbook::six_stage(), from, to, None)?;
/// let [design, comparison] = &movement.currencies[0].stages[..] else { panic!("two stages") };
/// assert_eq!(design.stage.as_ref().unwrap().as_str(), "design");
/// assert_eq!(design.lines.moved_out.amount.to_string(), "75000.00", "first it shrank, then it moved");
/// assert_eq!(comparison.lines.moved_in.amount.to_string(), "75000.00");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageMovement {
    /// The pipeline; null where it is one that the playbook lacks.
    #[serde(default)]
    pub pipeline: Option<PipelineId>,
    /// The stage; null where it is unknown.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// What went in and out.
    pub lines: MovementLines,
}

/// The movement of all amounts in one currency.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, pipeline_movement};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "design", "close_date": "2026-06-30",
///             "amount": {"amount": "90000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {
///             "type": "amount_changed", "amount": {"amount": "75000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {"type": "stage_changed", "to": "comparison"}}
///     ]
/// }"#)?;
/// let (from, to) = ("2026-01-31".parse()?, "2026-02-28".parse()?);
/// let movement = pipeline_movement(&book, &Playbook::six_stage(), from, to, None)?;
/// let euros = &movement.currencies[0];
/// assert_eq!((euros.currency.code(), euros.stages.len()), ("EUR", 2));
/// assert_eq!(euros.total.moved_in.count, 0, "in a total, a move between stages is none");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CurrencyMovement {
    /// The currency.
    pub currency: Currency,
    /// All stages together: the sum of their lines, with moved in and moved out, which cancel out, left at zero.
    pub total: MovementLines,
    /// By stage, in the order of the playbook, unknown ones last.
    pub stages: Vec<StageMovement>,
}

/// The movement of all currencies together, in the reporting currency: the opening at the rates of its day, the closing
/// at those of its own, every step at those of the day it was taken on. What the rates alone changed is the currency
/// effect: with it the lines lead from the opening to the closing exactly.
///
/// # Examples
/// ```
/// use keyaccount::{Book, DatedRate, Playbook, pipeline_movement};
///
/// let mut draft = Playbook::six_stage().draft().clone();
/// for (on, rate) in [("2026-01-01", "1.1"), ("2026-02-15", "1.2")] {
///     let rate = DatedRate { from: "EUR".parse()?, to: "USD".parse()?, on: on.parse()?, rate: rate.parse()? };
///     draft.exchange.rates.push(rate);
/// }
/// let playbook = Playbook::try_new(draft).unwrap();
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [{"opportunity": "press-line", "at": "2026-01-05", "change": {
///         "type": "created", "stage": "design", "amount": {"amount": "90000", "currency": "EUR"}
///     }}]
/// }"#)?;
/// let (from, to) = ("2026-01-31".parse()?, "2026-02-28".parse()?);
/// let reported = pipeline_movement(&book, &playbook, from, to, None)?.reporting.unwrap();
/// assert_eq!(reported.lines.opening.amount.to_string(), "99000.00");
/// assert_eq!(reported.currency_effect.to_string(), "9000.00", "nothing happened, and dollars fell");
/// assert_eq!(reported.lines.closing.amount.to_string(), "108000.00");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportedMovement {
    /// The reporting currency.
    pub currency: Currency,
    /// The lines of all stages and currencies, converted, not rounded; moves between stages left at zero.
    pub lines: MovementLines,
    /// What the closing is more, or less, because of rates that changed in between.
    pub currency_effect: ExactSum,
}

/// Opportunities whose amount is unknown: they count, and are in no sum.
///
/// opening + created + reopened − amount set + amount cleared + pulled in − pushed out − won − lost = closing.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, pipeline_movement};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "design"}},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {
///             "type": "amount_changed", "amount": {"amount": "75000", "currency": "EUR"}
///         }}
///     ]
/// }"#)?;
/// let (from, to) = ("2026-01-31".parse()?, "2026-02-28".parse()?);
/// let movement = pipeline_movement(&book, &Playbook::six_stage(), from, to, None)?;
/// let unknown = &movement.without_amount;
/// assert_eq!((unknown.opening, unknown.amount_set, unknown.closing), (1, 1, 0));
/// assert_eq!(movement.currencies[0].total.amount_set.amount.to_string(), "75000.00");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnknownAmounts {
    /// In the pipeline at the end of the first day.
    pub opening: usize,
    /// Came into being.
    pub created: usize,
    /// Taken up again after closing.
    pub reopened: usize,
    /// Left, because the amount became known.
    pub amount_set: usize,
    /// Came in, because the amount became unknown.
    pub amount_cleared: usize,
    /// The close date, or the day of the closing, moved into the period.
    pub pulled_in: usize,
    /// The close date moved out of the period, or became unknown.
    pub pushed_out: usize,
    /// Signed.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// In the pipeline at the end of the last day.
    pub closing: usize,
}

/// One step of one opportunity: what the lines are made of.
///
/// # Examples
/// ```
/// use keyaccount::{Book, MovementKind, Playbook, pipeline_movement};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "design", "close_date": "2026-06-30",
///             "amount": {"amount": "90000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {
///             "type": "amount_changed", "amount": {"amount": "75000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {"type": "stage_changed", "to": "comparison"}}
///     ]
/// }"#)?;
/// let (from, to) = ("2026-01-31".parse()?, "2026-02-28".parse()?);
/// let movement = pipeline_movement(&book, &Playbook::six_stage(), from, to, None)?;
/// let kinds: Vec<_> = movement.steps.iter().map(|step| step.kind).collect();
/// assert_eq!(kinds, [MovementKind::Decreased, MovementKind::Moved]);
/// assert_eq!(movement.steps[0].amount.unwrap().to_string(), "15000 EUR");
/// assert_eq!(movement.steps[1].to_stage.as_ref().unwrap().as_str(), "comparison");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MovementStep {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The day.
    pub on: Date,
    /// What happened.
    pub kind: MovementKind,
    /// The pipeline it was booked in; null where it is one that the playbook lacks.
    #[serde(default)]
    pub pipeline: Option<PipelineId>,
    /// The stage it was booked in; null where it is unknown.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// Of a move, the pipeline it went to; null otherwise, and where that is one that the playbook lacks.
    #[serde(default)]
    pub to_pipeline: Option<PipelineId>,
    /// Of a move, the stage it went to; null otherwise, and where that is unknown.
    #[serde(default)]
    pub to_stage: Option<StageId>,
    /// What was booked; of a change of currency, the amount before; null where it is unknown.
    #[serde(default)]
    pub amount: Option<Money>,
    /// Of a change of currency, the amount after; null otherwise.
    #[serde(default)]
    pub to_amount: Option<Money>,
}

/// What a pipeline was worth at the end of one day, what it is worth at the end of another, and every step between.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, pipeline_movement};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "design", "close_date": "2026-06-30",
///             "amount": {"amount": "90000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {
///             "type": "amount_changed", "amount": {"amount": "75000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {"type": "stage_changed", "to": "comparison"}}
///     ]
/// }"#)?;
/// let (from, to) = ("2026-01-31".parse()?, "2026-02-28".parse()?);
/// let movement = pipeline_movement(&book, &Playbook::six_stage(), from, to, None)?;
/// assert_eq!((movement.opportunities, movement.steps.len()), (1, 2));
/// assert!(movement.currencies.iter().all(|currency| currency.total.residual().is_zero()));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MovementVerdict {
    /// The day at whose end it opens.
    pub from: Date,
    /// The day at whose end it closes.
    pub to: Date,
    /// The days in which an opportunity has to close to count; null where all count.
    #[serde(default)]
    pub period: Option<Period>,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// Opportunities looked at.
    pub opportunities: usize,
    /// The movement of each currency, in the order of their codes. They are never added up.
    pub currencies: Vec<CurrencyMovement>,
    /// All of them in the playbook's reporting currency; null where a rate is missing.
    #[serde(default)]
    pub reporting: Option<ReportedMovement>,
    /// Opportunities in the pipeline whose amount is unknown.
    pub without_amount: UnknownAmounts,
    /// Every step, by day, opportunity and kind.
    pub steps: Vec<MovementStep>,
    /// What it rests on, and what is left out.
    pub reasons: Vec<Reason>,
}

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

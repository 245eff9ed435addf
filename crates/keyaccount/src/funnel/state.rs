//! How an opportunity stands on a day.

use serde::{Deserialize, Serialize};

use crate::facts::{CreditShare, ForecastCategory, RecurringRevenue};
use crate::values::{Date, Label, LossReasonId, MemberId, Money, Note, Probability, StageId, vocabulary};

vocabulary! {
    /// Where an opportunity stands as a whole. Won and lost have no order.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::OpportunityStatus;
    ///
    /// assert!(OpportunityStatus::Parked.is_open());
    /// assert!(!OpportunityStatus::Booked.is_open());
    /// ```
    pub enum OpportunityStatus {
        /// Being worked on.
        Open = "open", "open", "进行中";
        /// Resting until a day.
        Parked = "parked", "parked", "搁置";
        /// Signed, not yet paid.
        Booked = "booked", "booked", "已签约";
        /// Signed and paid.
        Realised = "realised", "realised", "已回款";
        /// Lost.
        Lost = "lost", "lost", "丢单";
    }
}

impl OpportunityStatus {
    /// Whether it is still undecided: open or parked.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Parked)
    }
}

vocabulary! {
    /// Where a win probability comes from.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ProbabilitySource::Manual.as_str(), "manual");
    /// ```
    pub enum ProbabilitySource {
        /// The stage's, from the playbook.
        StageDefault = "stage_default", "stage default", "阶段默认";
        /// Set by hand; it stays when the stage changes.
        Manual = "manual", "set by hand", "人工设定";
        /// The win rate of the stage, learned from history.
        Learned = "learned", "learned win rate", "历史赢率";
        /// How long opportunities took from the stage and the age in it, learned from history.
        Timing = "timing", "learned timing", "历史用时";
        /// It is signed: nothing is open about it.
        Booked = "booked", "signed", "已签约";
    }
}

/// A win probability and where it comes from.
///
/// # Examples
/// ```
/// use keyaccount::{ProbabilitySource, WinProbability};
///
/// let probability = WinProbability { value: "0.2".parse()?, source: ProbabilitySource::StageDefault };
/// assert_eq!(probability.value.to_string(), "0.2");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WinProbability {
    /// The probability.
    pub value: Probability,
    /// Where it comes from.
    pub source: ProbabilitySource,
}

/// A rest: why, and until when.
///
/// # Examples
/// ```
/// use keyaccount::Parking;
///
/// let rest = Parking { since: "2026-01-10".parse()?, reason: None, resume_on: Some("2026-04-01".parse()?) };
/// assert!(rest.resume_on > Some(rest.since));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parking {
    /// The first day of the rest.
    pub since: Date,
    /// Why; null means unknown.
    #[serde(default)]
    pub reason: Option<Note>,
    /// The day work is to go on; null means unknown.
    #[serde(default)]
    pub resume_on: Option<Date>,
}

/// How an opportunity was lost.
///
/// # Examples
/// ```
/// use keyaccount::Loss;
///
/// let loss = Loss {
///     on: "2026-05-01".parse()?, from_stage: Some("comparison".parse()?),
///     reason: Some("price".parse()?), competitor: None, note: None,
/// };
/// assert_eq!(loss.reason.unwrap().as_str(), "price");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Loss {
    /// The day.
    pub on: Date,
    /// The last open stage it was in; null where it was never known to be in one.
    #[serde(default)]
    pub from_stage: Option<StageId>,
    /// Why; null means unknown.
    #[serde(default)]
    pub reason: Option<LossReasonId>,
    /// The supplier who got it; null means unknown or nobody.
    #[serde(default)]
    pub competitor: Option<Label>,
    /// Details.
    #[serde(default)]
    pub note: Option<Note>,
}

/// How an opportunity stands on a day, as far as its events tell.
///
/// # Examples
/// ```
/// use keyaccount::{Book, OpportunityStatus, Playbook, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [{
///         "opportunity": "press-line", "at": "2026-01-05",
///         "change": {"type": "created", "stage": "design", "amount": {"amount": "90000", "currency": "EUR"}}
///     }]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let history = replay_history(opportunity, &Playbook::six_stage(), "2026-02-01".parse()?);
/// let state = history.state.unwrap();
/// assert_eq!(state.status, OpportunityStatus::Open);
/// assert_eq!(state.days_in_stage, 27);
/// assert_eq!(state.probability.unwrap().value.to_string(), "0.2");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpportunityState {
    /// Where it stands as a whole.
    pub status: OpportunityStatus,
    /// The stage it is in, or was in last; null where the events name a stage that the playbook does not know.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// The unknown stage that the events name, where they do.
    #[serde(default)]
    pub unknown_stage: Option<StageId>,
    /// The day it came into being.
    pub created_on: Date,
    /// The day it entered its stage (the latest time).
    pub entered_stage_on: Date,
    /// Whole days since then, up to the day of the verdict or of the loss or payment.
    pub days_in_stage: i64,
    /// What it is worth, as stated last; null means unknown. Of a signed one, what is expected to be paid.
    #[serde(default)]
    pub amount: Option<Money>,
    /// The day it is expected to be signed; null means unknown.
    #[serde(default)]
    pub close_date: Option<Date>,
    /// The member of our team who answers for it; null means nobody known.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// How probable it is to be won (once booked: to be paid); null where the stage is unknown or it is lost.
    #[serde(default)]
    pub probability: Option<WinProbability>,
    /// The forecast category set by hand; null where it is the stage's.
    #[serde(default)]
    pub forecast_category: Option<ForecastCategory>,
    /// Who gets credit for which part, in the order of members; empty where the owner gets all.
    pub credits: Vec<CreditShare>,
    /// What is paid again and again, in the currency of the amount; null where nothing is known of it.
    #[serde(default)]
    pub recurring: Option<RecurringRevenue>,
    /// Stages whose end mark was met, in pipeline order.
    pub end_marks_met: Vec<StageId>,
    /// The day of the signature, where it is signed.
    #[serde(default)]
    pub booked_on: Option<Date>,
    /// What was signed, where it is signed and that is known.
    #[serde(default)]
    pub booked_amount: Option<Money>,
    /// The day it was paid, where it is.
    #[serde(default)]
    pub realised_on: Option<Date>,
    /// What was paid, where it is paid and that is known: what the payment says, or else what was signed.
    #[serde(default)]
    pub realised_amount: Option<Money>,
    /// How it was lost, where it is lost now.
    #[serde(default)]
    pub loss: Option<Loss>,
    /// The day it was first closed, won or lost; reopening does not erase it.
    #[serde(default)]
    pub first_closed_on: Option<Date>,
    /// How often it was reopened.
    pub times_reopened: u32,
    /// How often its close date was moved to a later day.
    pub close_date_pushes: u32,
    /// By how many days it was moved to later days in all; moves to earlier days are not taken off.
    pub close_date_slip_days: i64,
    /// Its rest, where it is parked.
    #[serde(default)]
    pub parking: Option<Parking>,
}

impl OpportunityState {
    /// What it counts for: expected, or once signed what was signed, or once paid what was paid.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, Playbook, replay_history};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
    ///     "opportunity_events": [
    ///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
    ///             "type": "created", "amount": {"amount": "90000", "currency": "EUR"}
    ///         }},
    ///         {"opportunity": "press-line", "at": "2026-02-01", "change": {"type": "won"}},
    ///         {"opportunity": "press-line", "at": "2026-05-01", "change": {
    ///             "type": "realised", "amount": {"amount": "88000", "currency": "EUR"}
    ///         }}
    ///     ]
    /// }"#)?;
    /// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let state = replay_history(opportunity, &Playbook::six_stage(), "2026-06-01".parse()?).state.unwrap();
    /// assert_eq!(state.booked_amount.unwrap().to_string(), "90000 EUR");
    /// assert_eq!(state.counted_amount().unwrap().to_string(), "88000 EUR");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub const fn counted_amount(&self) -> Option<Money> {
        match self.status {
            OpportunityStatus::Booked => self.booked_amount,
            OpportunityStatus::Realised => self.realised_amount,
            OpportunityStatus::Open | OpportunityStatus::Parked | OpportunityStatus::Lost => self.amount,
        }
    }
}

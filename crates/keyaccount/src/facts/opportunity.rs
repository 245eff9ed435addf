//! Opportunities and the events of their histories.

use serde::{Deserialize, Serialize};

use super::{CreditShare, ForecastCategory, RecurringRevenue};
use crate::values::{
    AccountId, Date, EventId, Label, LossReasonId, MemberId, Moment, Money, Note, OpportunityId, PipelineId,
    Probability, StageId,
};

/// A possible sale to an account. What is known of it over time stands in its events.
///
/// # Examples
/// ```
/// use keyaccount::Opportunity;
///
/// let opportunity = Opportunity::new("press-line".parse()?, "north-plant".parse()?);
/// assert!(opportunity.pipeline.is_none(), "the playbook's default pipeline");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Opportunity {
    /// Identifies the opportunity; unique in a book.
    pub id: OpportunityId,
    /// The account it is an opportunity of.
    pub account: AccountId,
    /// Its name for people.
    #[serde(default)]
    pub name: Option<Label>,
    /// The pipeline it began in; null means the playbook's default pipeline.
    #[serde(default)]
    pub pipeline: Option<PipelineId>,
    /// The product line it is about.
    #[serde(default)]
    pub product_line: Option<Label>,
    /// The sales territory it counts for; null means the account's.
    #[serde(default)]
    pub territory: Option<Label>,
}

impl Opportunity {
    /// An opportunity in the playbook's default pipeline.
    #[must_use]
    pub const fn new(id: OpportunityId, account: AccountId) -> Self {
        Self { id, account, name: None, pipeline: None, product_line: None, territory: None }
    }
}

/// One dated entry of an opportunity's history.
///
/// # Examples
/// ```
/// use keyaccount::{OpportunityChange, OpportunityEvent};
///
/// let event = OpportunityEvent {
///     id: None,
///     opportunity: "press-line".parse()?,
///     at: "2026-03-31".parse()?,
///     by: Some("sales-3".parse()?),
///     change: OpportunityChange::Won { authorisation: None },
/// };
/// assert_eq!(event.at.to_string(), "2026-03-31");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpportunityEvent {
    /// Identifies the event where the source has such an identifier; unique in a book.
    #[serde(default)]
    pub id: Option<EventId>,
    /// The opportunity it happened to.
    pub opportunity: OpportunityId,
    /// When it happened.
    pub at: Moment,
    /// The member of our team who recorded it.
    #[serde(default)]
    pub by: Option<MemberId>,
    /// What changed.
    pub change: OpportunityChange,
}

/// What one event changes.
///
/// # Examples
/// ```
/// use keyaccount::OpportunityChange;
///
/// let advance = OpportunityChange::StageChanged { to: "design".parse()?, authorisation: None };
/// assert!(matches!(advance, OpportunityChange::StageChanged { .. }));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum OpportunityChange {
    /// The opportunity came into being, in a stage, with what was known then.
    Created {
        /// The stage it started in; null means the pipeline's first stage.
        #[serde(default)]
        stage: Option<StageId>,
        /// What it is worth; null means unknown.
        #[serde(default)]
        amount: Option<Money>,
        /// The day it is expected to be signed; null means unknown.
        #[serde(default)]
        close_date: Option<Date>,
        /// The member of our team who answers for it.
        #[serde(default)]
        owner: Option<MemberId>,
        /// A win probability set by hand; null means the stage's.
        #[serde(default)]
        probability: Option<Probability>,
        /// A forecast category set by hand; null means the stage's.
        #[serde(default)]
        forecast_category: Option<ForecastCategory>,
        /// Who gets credit for which part of it; the parts add up to 1. Empty means the owner for all of it.
        #[serde(default)]
        credits: Vec<CreditShare>,
        /// What is paid again and again; null means nothing, as far as is known.
        #[serde(default)]
        recurring: Option<RecurringRevenue>,
    },
    /// It moved to another stage: forwards, backwards, or over stages between.
    StageChanged {
        /// The stage it moved to.
        to: StageId,
        /// Who allowed the move although a criterion was unmet, and why.
        #[serde(default)]
        authorisation: Option<Override>,
    },
    /// It moved to another pipeline.
    PipelineChanged {
        /// The pipeline it came from; null means the one it was in. The first such event of a history, where it says
        /// this, also says which pipeline the history began in.
        #[serde(default)]
        from: Option<PipelineId>,
        /// The pipeline it moved to.
        to: PipelineId,
        /// The stage it goes on in; null means the stage of the same name, or the first.
        #[serde(default)]
        stage: Option<StageId>,
    },
    /// The observable fact that closes a stage was seen.
    EndMarkMet {
        /// The stage whose end mark was met; null means the stage it is in.
        #[serde(default)]
        stage: Option<StageId>,
    },
    /// Its worth changed; null means it became unknown.
    AmountChanged {
        /// The new worth.
        #[serde(default)]
        amount: Option<Money>,
    },
    /// Its expected signing day changed; null means it became unknown.
    CloseDateChanged {
        /// The new expected day.
        #[serde(default)]
        close_date: Option<Date>,
    },
    /// Another member of our team answers for it now; null means nobody does.
    OwnerChanged {
        /// The new owner.
        #[serde(default)]
        owner: Option<MemberId>,
    },
    /// Its win probability was set by hand; null returns it to the stage's.
    ProbabilityChanged {
        /// The new probability.
        #[serde(default)]
        probability: Option<Probability>,
    },
    /// Its forecast category was set by hand; null returns it to the stage's.
    ForecastCategoryChanged {
        /// The new category.
        #[serde(default)]
        category: Option<ForecastCategory>,
    },
    /// The credit for it was split anew.
    CreditSplitChanged {
        /// Who gets credit for which part; the parts add up to 1. Empty means the owner for all of it.
        #[serde(default)]
        credits: Vec<CreditShare>,
    },
    /// What is paid again and again changed; null means nothing.
    RecurringChanged {
        /// The new recurring revenue.
        #[serde(default)]
        recurring: Option<RecurringRevenue>,
    },
    /// The customer signed: a booking.
    Won {
        /// Who allowed it although a criterion was unmet, and why.
        #[serde(default)]
        authorisation: Option<Override>,
    },
    /// The customer paid, and has the goods in use: the booking is realised.
    Realised {
        /// What was paid; null means what was booked.
        #[serde(default)]
        amount: Option<Money>,
    },
    /// The opportunity was lost.
    Lost {
        /// Why, by a reason of the playbook; null means unknown.
        #[serde(default)]
        reason: Option<LossReasonId>,
        /// The supplier who got it.
        #[serde(default)]
        competitor: Option<Label>,
        /// Details; some reasons need them, as `other` does.
        #[serde(default)]
        note: Option<Note>,
    },
    /// A closed opportunity was taken up again.
    Reopened {
        /// The stage it goes on in; null means the stage it was closed from.
        #[serde(default)]
        stage: Option<StageId>,
    },
    /// Work rests until a day.
    Parked {
        /// Why it rests; null means unknown, which a new parking is refused for.
        #[serde(default)]
        reason: Option<Note>,
        /// The day work is to go on; null means unknown, which a new parking is refused for.
        #[serde(default)]
        resume_on: Option<Date>,
    },
    /// Work goes on after a rest.
    Resumed {},
}

/// A named person's decision to let a move pass although a criterion is unmet.
///
/// # Examples
/// ```
/// use keyaccount::Override;
///
/// let allowed = Override { by: "sales-director".parse()?, reason: "the signed letter is in the post".parse()? };
/// assert_eq!(allowed.by.as_str(), "sales-director");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// Who decided.
    pub by: MemberId,
    /// Why.
    pub reason: Note,
}

//! The shape of a replayed history.

use serde::{Deserialize, Serialize};

use super::anomaly::Anomaly;
use super::rules::MoveKind;
use super::state::{OpportunityState, OpportunityStatus};
use crate::facts::ForecastCategory;
use crate::playbook::{Playbook, Stage};
use crate::values::{AccountId, Date, Label, OpportunityId, PipelineId, StageId};
use crate::verdict::Reason;

/// One stay in a stage.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "interest"}},
///         {"opportunity": "press-line", "at": "2026-02-01", "change": {"type": "stage_changed", "to": "design"}},
///         {"opportunity": "press-line", "at": "2026-03-01", "change": {"type": "stage_changed", "to": "interest"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let history = replay_history(opportunity, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let back = &history.timeline[2];
/// assert_eq!((back.stage.as_str(), back.visit, back.days), ("interest", 2, 92));
/// assert!(back.left.is_none(), "it is still there");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageVisit {
    /// The pipeline the stage is one of; null where it is one that the playbook lacks.
    #[serde(default)]
    pub pipeline: Option<PipelineId>,
    /// The stage, or the unknown word that stood for one.
    pub stage: StageId,
    /// The day it was entered.
    pub entered: Date,
    /// The day it was left, or the opportunity closed in it; null where it is still in it.
    #[serde(default)]
    pub left: Option<Date>,
    /// Whole days in it, up to the day of the verdict.
    pub days: i64,
    /// Of these, days it rested.
    pub parked_days: i64,
    /// Which visit to this stage it is, counted from 1.
    pub visit: u32,
    /// What brought it here.
    pub entered_by: MoveKind,
    /// What ended it; null where it is still in it.
    #[serde(default)]
    pub ended_by: Option<MoveKind>,
}

/// A time in which an opportunity's status stayed the same.
///
/// # Examples
/// ```
/// use keyaccount::{Book, OpportunityStatus, Playbook, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-02-01", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "press-line", "at": "2026-03-01", "change": {"type": "reopened"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let history = replay_history(opportunity, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let loss = &history.statuses[1];
/// assert_eq!((loss.status, loss.from), (OpportunityStatus::Lost, "2026-02-01".parse()?));
/// assert_eq!(loss.until, Some("2026-03-01".parse()?), "reopening keeps the first closing");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StatusSpell {
    /// How it stood.
    pub status: OpportunityStatus,
    /// The first day.
    pub from: Date,
    /// The day it changed; null where it still stands so.
    #[serde(default)]
    pub until: Option<Date>,
}

/// How often the history did what the playbook has rules about.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "interest"}},
///         {"opportunity": "press-line", "at": "2026-02-01", "change": {"type": "stage_changed", "to": "design"}},
///         {"opportunity": "press-line", "at": "2026-03-01", "change": {"type": "stage_changed", "to": "interest"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let history = replay_history(opportunity, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let conformance = history.conformance;
/// assert_eq!((conformance.skipped, conformance.regressed), (1, 1), "over `incubation`, and back again");
/// assert_eq!(conformance.unmet, 1, "no end mark was seen before it went forwards");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conformance {
    /// Moves to the next stage.
    pub advanced: u32,
    /// Moves forwards over stages between.
    pub skipped: u32,
    /// Moves backwards.
    pub regressed: u32,
    /// Times it was taken up again after closing.
    pub reopened: u32,
    /// Moves on a way that the pipeline closes, without a valid override: over a stage that may not be skipped, back
    /// out of one that may not be left backwards, a creation where none may start.
    pub forbidden: u32,
    /// Moves that did not meet a criterion and carry no valid override; the forbidden ones are among them.
    pub unmet: u32,
    /// Moves that a named person let pass.
    pub overridden: u32,
}

/// Whether an opportunity has stood still for too long.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "commitment"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let history = replay_history(opportunity, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let stall = history.stall.unwrap();
/// assert_eq!((stall.days_in_stage, stall.threshold_days), (147, 30));
/// assert!(stall.stalled);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stall {
    /// Days in the stage, finished rests not counted.
    pub days_in_stage: i64,
    /// Days after which it counts as stalled.
    pub threshold_days: u32,
    /// Whether it is stalled. A parked opportunity is not.
    pub stalled: bool,
}

/// What a history adds up to on a day.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-02-01", "change": {"type": "stage_changed", "to": "incubation"}},
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let history = replay_history(opportunity, &Playbook::six_stage(), "2026-06-01".parse()?);
///
/// assert_eq!(history.timeline.len(), 2);
/// assert_eq!(history.timeline[0].days, 27);
/// assert_eq!(history.conformance.unmet, 1, "the end mark of `interest` was never seen");
/// assert!(history.stall.unwrap().stalled, "120 days in `incubation`");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HistoryVerdict {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The account.
    pub account: AccountId,
    /// The pipeline it is in; null where it names one that the playbook lacks.
    #[serde(default)]
    pub pipeline: Option<PipelineId>,
    /// The product line it is about.
    #[serde(default)]
    pub product_line: Option<Label>,
    /// The territory it counts for.
    #[serde(default)]
    pub territory: Option<Label>,
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// How it stands; null where nothing had happened yet.
    #[serde(default)]
    pub state: Option<OpportunityState>,
    /// Its stays in stages, in order.
    pub timeline: Vec<StageVisit>,
    /// Its statuses over time, in order: every closing stands here, also one that was taken back.
    pub statuses: Vec<StatusSpell>,
    /// How often it did what the playbook has rules about.
    pub conformance: Conformance,
    /// Whether it stands still; null where it is not open, its stage is unknown, or the stage has no threshold.
    #[serde(default)]
    pub stall: Option<Stall>,
    /// What is odd, in the order of the history.
    pub anomalies: Vec<Anomaly>,
    /// Events that the state rests on.
    pub events_used: usize,
    /// Events dated after the day of the verdict: not known then.
    pub events_after_as_of: usize,
    /// Why it stands as it does.
    pub reasons: Vec<Reason>,
}

impl HistoryVerdict {
    /// The stage it is in, with what the playbook says of it; `None` where nothing had happened or it is unknown.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Opportunity, OpportunityBook, Playbook, replay_history};
    ///
    /// let empty = OpportunityBook::new(Opportunity::new("press-line".parse()?, "north-plant".parse()?), vec![]);
    /// let playbook = Playbook::six_stage();
    /// assert!(replay_history(&empty, &playbook, "2026-06-01".parse()?).stage(&playbook).is_none());
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn stage<'a>(&self, playbook: &'a Playbook) -> Option<&'a Stage> {
        let stage = self.state.as_ref()?.stage.as_ref()?;
        playbook.pipeline(self.pipeline.as_ref())?.stage(stage)
    }

    /// How far it counts in a forecast: signed, it is closed; open, as somebody set by hand, or else as its stage says.
    /// `None` where it is lost, nothing had happened, or its stage is unknown and nobody set anything.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, ForecastCategory, Playbook, replay_history};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
    ///     "opportunity_events": [
    ///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "commitment"}},
    ///         {"opportunity": "press-line", "at": "2026-02-01", "change": {
    ///             "type": "forecast_category_changed", "category": "best_case"
    ///         }},
    ///         {"opportunity": "press-line", "at": "2026-03-01", "change": {"type": "won"}}
    ///     ]
    /// }"#)?;
    /// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let playbook = Playbook::six_stage();
    /// let on = |day| replay_history(opportunity, &playbook, day).forecast_category(&playbook);
    /// assert_eq!(on("2026-01-31".parse()?), Some(ForecastCategory::Commit), "the stage's");
    /// assert_eq!(on("2026-02-28".parse()?), Some(ForecastCategory::BestCase), "set by hand");
    /// assert_eq!(on("2026-03-31".parse()?), Some(ForecastCategory::Closed), "signed");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn forecast_category(&self, playbook: &Playbook) -> Option<ForecastCategory> {
        let state = self.state.as_ref()?;
        match state.status {
            OpportunityStatus::Booked | OpportunityStatus::Realised => Some(ForecastCategory::Closed),
            OpportunityStatus::Lost => None,
            OpportunityStatus::Open | OpportunityStatus::Parked => {
                state.forecast_category.or_else(|| self.stage(playbook).map(|stage| stage.forecast_category))
            }
        }
    }
}

//! The shape of what is known of when opportunities are won.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Date, Estimate, OpportunityId, PipelineId, StageId, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// What the chance to be won by a day rests on.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::TimingBasis::CloseDate.as_str(), "close_date");
    /// ```
    pub enum TimingBasis {
        /// How long opportunities took from the same stage and the same age in it.
        Timing = "timing", "learned timing", "历史用时";
        /// Too few were seen: the learned win rate where the close date falls within the time, else nothing.
        CloseDate = "close_date", "close date", "预计签约日";
    }
}

/// What becomes of an opportunity by the end of a day.
///
/// # Examples
/// ```
/// use keyaccount::WinChance;
///
/// let text = r#"{"by": "2026-09-30", "won": "0.3", "lost": "0.25", "open": "0.45"}"#;
/// let chance: WinChance = serde_json::from_str(text)?;
/// assert_eq!(chance.won.unwrap().to_string(), "0.3");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WinChance {
    /// The day.
    pub by: Date,
    /// The probability that it is won by then; null where it rests on a close date and none is known.
    #[serde(default)]
    pub won: Option<Estimate>,
    /// The probability that it is lost by then; null where it rests on the close date, which tells nothing of that.
    #[serde(default)]
    pub lost: Option<Estimate>,
    /// The probability that it is still open; null as `lost`. The three add up to 1.
    #[serde(default)]
    pub open: Option<Estimate>,
}

/// When an open opportunity is won.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, TimingBasis, TimingOptions, replay_history, win_timing};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-06-01", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-08-15"
///         }}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-06-30".parse()?);
/// let histories = [replay_history(&book.accounts()[0].opportunities[0], &playbook, as_of)];
/// let by = ["2026-07-31".parse()?, "2026-08-31".parse()?];
/// let timing = win_timing(&histories, &playbook, as_of, &by, &TimingOptions::default());
/// let deal = &timing.deals[0];
/// assert_eq!((deal.basis, deal.days_in_stage, deal.visits), (TimingBasis::CloseDate, 29, 1));
/// let won: Vec<_> = deal.chances.iter().map(|chance| chance.won.unwrap().to_string()).collect();
/// assert_eq!(won, ["0", "0.3"], "the close date lies in August");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DealTiming {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The account.
    pub account: AccountId,
    /// The pipeline it is in.
    pub pipeline: PipelineId,
    /// The stage it is in.
    pub stage: StageId,
    /// Whole days in it, since it was last entered.
    pub days_in_stage: u32,
    /// The day it is expected to be signed; null means unknown.
    #[serde(default)]
    pub close_date: Option<Date>,
    /// What the chances rest on.
    pub basis: TimingBasis,
    /// Visits to the stage in the histories, of this opportunity too.
    pub visits: u64,
    /// Of these, those that lasted beyond its days in the stage: what its timing rests on.
    pub lasted_longer: u64,
    /// The learned probability that it is won at all, whenever: from its stage, whatever its age.
    pub won_ever: Estimate,
    /// The chances by each day asked for, in the order asked.
    pub chances: Vec<WinChance>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// When the open opportunities are won.
///
/// # Examples
/// ```
/// use keyaccount::{Playbook, TimingOptions, win_timing};
///
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-06-30".parse()?);
/// let timing = win_timing(&[], &playbook, as_of, &["2026-09-30".parse()?], &TimingOptions::default());
/// assert_eq!((timing.histories, timing.deals.len(), timing.floor), (0, 0, 20));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TimingVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// How many visits must have lasted longer for the timing to be used.
    pub floor: u32,
    /// The open opportunities in stages that the playbook knows, in the order given.
    pub deals: Vec<DealTiming>,
    /// Histories that were learned from, open or closed.
    pub histories: usize,
    /// Of these, opportunities that are open in a stage or pipeline that the playbook lacks: nothing is said of them.
    pub in_unknown_stage: usize,
    /// Histories that know of days after the day of the verdict: in no number.
    pub from_later_days: usize,
    /// Why.
    pub reasons: Vec<Reason>,
}

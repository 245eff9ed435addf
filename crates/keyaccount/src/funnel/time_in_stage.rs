//! How long opportunities stay in each stage, with those that are still in it counted for what they are.
//!
//! The time of an opportunity in a stage is the sum over its visits, without the days it rested there. It is over when
//! the opportunity is not in the stage any more, whether it went on, went back, was lost or left for another pipeline;
//! until then it is censored. Median and quartiles are Kaplan–Meier's, so an opportunity that has already been there
//! for a year pulls them up although nobody knows yet when it will leave.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::history::{HistoryVerdict, StageVisit};
use super::state::OpportunityStatus;
use super::survival::{Curve, DayTally};
use crate::playbook::{Calendar, Pipeline, Playbook, Stage};
use crate::values::{Date, DayCount, PipelineId, StageId, vocabulary};

vocabulary! {
    /// Which days count.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::DayBasis::Business.as_str(), "business");
    /// ```
    #[derive(Default)]
    pub enum DayBasis {
        /// All days.
        #[default]
        Calendar = "calendar", "calendar days", "自然日";
        /// The working days of the playbook's calendar.
        Business = "business", "business days", "工作日";
    }
}

/// How long opportunities stay in a stage. All days are of the basis asked for, except those of the
/// threshold.
///
/// # Examples
/// Three opportunities in `interest`: one left after 10 days, one after 30, and one has been there for 20. On day 10
/// one of three leaves; on day 30 the only one left to leave does.
/// ```
/// use keyaccount::{Book, DayBasis, Playbook, replay_history, time_in_stage};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [
///         {"id": "a", "account": "north-plant"}, {"id": "b", "account": "north-plant"},
///         {"id": "c", "account": "north-plant"}
///     ],
///     "opportunity_events": [
///         {"opportunity": "a", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "a", "at": "2026-01-11", "change": {"type": "stage_changed", "to": "incubation"}},
///         {"opportunity": "b", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "b", "at": "2026-01-31", "change": {"type": "lost"}},
///         {"opportunity": "c", "at": "2026-01-11", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let as_of = "2026-01-31".parse()?;
/// let opportunities = &book.accounts()[0].opportunities;
/// let histories: Vec<_> = opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let interest = &time_in_stage(&histories, &playbook, DayBasis::Calendar)[0].stages[0];
/// assert_eq!((interest.opportunities, interest.still_in_it, interest.days), (3, 1, 60));
/// assert_eq!(interest.mean_days_of_finished.unwrap().to_string(), "20");
/// assert_eq!((interest.lower_quartile_days, interest.median_days), (Some(10), Some(30)));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageTime {
    /// The stage.
    pub stage: StageId,
    /// How many opportunities were ever in it.
    pub opportunities: u64,
    /// How often one entered it.
    pub visits: u64,
    /// How many are in it now: their time is not over.
    pub still_in_it: u64,
    /// The days that all of them spent in it, rests not counted.
    pub days: u64,
    /// The days that they rested in it.
    pub parked_days: u64,
    /// The mean of those that are not in it any more; null where all still are.
    #[serde(default)]
    pub mean_days_of_finished: Option<DayCount>,
    /// Days after which a quarter has left, by Kaplan–Meier; null where so many were never seen to leave.
    #[serde(default)]
    pub lower_quartile_days: Option<u32>,
    /// Days after which half have left; null where so many were never seen to leave.
    #[serde(default)]
    pub median_days: Option<u32>,
    /// Days after which three quarters have left; null where so many were never seen to leave.
    #[serde(default)]
    pub upper_quartile_days: Option<u32>,
    /// The calendar days after which the playbook calls an opportunity in this stage stalled; null means never.
    #[serde(default)]
    pub stall_after_days: Option<u32>,
}

/// How long opportunities stay in each stage of a pipeline.
///
/// # Examples
/// ```
/// use keyaccount::{DayBasis, Playbook, time_in_stage};
///
/// let pipelines = time_in_stage(&[], &Playbook::six_stage(), DayBasis::Calendar);
/// assert_eq!(pipelines[0].stages.len(), 6);
/// assert_eq!(pipelines[0].stages[0].median_days, None, "nothing was observed, which is not 0");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PipelineTimes {
    /// The pipeline.
    pub pipeline: PipelineId,
    /// Its stages, in order.
    pub stages: Vec<StageTime>,
    /// Visits to stages that it lacks: they are in none of the numbers.
    pub visits_to_unknown_stages: u64,
}

/// How long opportunities stay in each stage, for each pipeline in the playbook's order.
///
/// Visits in pipelines that the playbook lacks are left out; each history lists them among its anomalies. The order of
/// the histories does not matter.
///
/// # Examples
/// A weekend and a rest: from Friday to Monday is one business day.
/// ```
/// use keyaccount::{Book, DayBasis, Playbook, replay_history, time_in_stage};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-02", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "parked", "reason": "audit"}},
///         {"opportunity": "press-line", "at": "2026-01-19", "change": {"type": "resumed"}},
///         {"opportunity": "press-line", "at": "2026-01-19", "change": {"type": "stage_changed", "to": "design"}}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let histories = [replay_history(opportunity, &playbook, "2026-06-01".parse()?)];
/// let interest = |basis| time_in_stage(&histories, &playbook, basis)[0].stages[0].clone();
///
/// let (calendar, business) = (interest(DayBasis::Calendar), interest(DayBasis::Business));
/// assert_eq!((calendar.days, calendar.parked_days), (3, 14));
/// assert_eq!((business.days, business.parked_days), (1, 10));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn time_in_stage(histories: &[HistoryVerdict], playbook: &Playbook, basis: DayBasis) -> Vec<PipelineTimes> {
    let pipelines = playbook.draft().pipelines.iter();
    pipelines.map(|pipeline| pipeline_times(histories, pipeline, &playbook.draft().calendar, basis)).collect()
}

fn pipeline_times(
    histories: &[HistoryVerdict],
    pipeline: &Pipeline,
    calendar: &Calendar,
    basis: DayBasis,
) -> PipelineTimes {
    let mut tallies: Vec<StageTally> = pipeline.stages.iter().map(|_| StageTally::default()).collect();
    let mut visits_to_unknown_stages: u64 = 0;
    for history in histories {
        let mut stays: BTreeMap<usize, Stay> = BTreeMap::new();
        for visit in history.timeline.iter().filter(|visit| visit.pipeline.as_ref() == Some(&pipeline.id)) {
            match pipeline.position(&visit.stage) {
                Some(stage) => stays.entry(stage).or_default().add(visit, history, calendar, basis),
                None => visits_to_unknown_stages = visits_to_unknown_stages.saturating_add(1),
            }
        }
        for (stage, stay) in stays {
            if let Some(tally) = tallies.get_mut(stage) {
                tally.count(&stay);
            }
        }
    }
    let stages = pipeline.stages.iter().zip(&tallies).map(|(stage, tally)| tally.time_in(stage));
    PipelineTimes { pipeline: pipeline.id.clone(), stages: stages.collect(), visits_to_unknown_stages }
}

/// The time of one opportunity in one stage, over all its visits.
#[derive(Default)]
struct Stay {
    visits: u64,
    days: u64,
    parked_days: u64,
    goes_on: bool,
}

impl Stay {
    fn add(&mut self, visit: &StageVisit, history: &HistoryVerdict, calendar: &Calendar, basis: DayBasis) {
        let (all, parked) = match basis {
            DayBasis::Calendar => (visit.days, visit.parked_days),
            DayBasis::Business => {
                let end = visit.left.unwrap_or(history.as_of);
                (
                    calendar.business_days(visit.entered, end),
                    parked_business_days(visit.entered, end, history, calendar),
                )
            }
        };
        self.visits = self.visits.saturating_add(1);
        self.days = self.days.saturating_add(u64::try_from(all.saturating_sub(parked)).unwrap_or(0));
        self.parked_days = self.parked_days.saturating_add(u64::try_from(parked).unwrap_or(0));
        self.goes_on |= visit.left.is_none();
    }
}

/// The business days between two days on which it was parked.
fn parked_business_days(from: Date, until: Date, history: &HistoryVerdict, calendar: &Calendar) -> i64 {
    let rests = history.statuses.iter().filter(|spell| spell.status == OpportunityStatus::Parked);
    rests.fold(0, |days, rest| {
        let (begin, end) = (rest.from.max(from), rest.until.unwrap_or(history.as_of).min(until));
        if begin < end { days.saturating_add(calendar.business_days(begin, end)) } else { days }
    })
}

/// What is counted of one stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct StageTally {
    pub(crate) visits: u64,
    pub(crate) parked_days: u64,
    /// The time of each opportunity: over with leaving the stage.
    pub(crate) time: DayTally<1>,
}

impl StageTally {
    fn count(&mut self, stay: &Stay) {
        self.visits = self.visits.saturating_add(stay.visits);
        self.parked_days = self.parked_days.saturating_add(stay.parked_days);
        let days = u32::try_from(stay.days).unwrap_or(u32::MAX);
        if stay.goes_on { self.time.censor(days) } else { self.time.finish::<0>(days) }
    }

    /// What the counts say of the stage.
    pub(crate) fn time_in(&self, stage: &Stage) -> StageTime {
        let curve = Curve::of(&self.time);
        let total = self.time.total();
        let [left] = total.finished;
        let (days_of_finished, days) = self.time.days().fold((0_u64, 0_u64), |(of_finished, of_all), (day, counts)| {
            let times = |count: u64| u64::from(day).saturating_mul(count);
            let of_finished = of_finished.saturating_add(times(counts.all_finished()));
            (of_finished, of_all.saturating_add(times(counts.observed())))
        });
        let mean = Decimal::from(days_of_finished).checked_div(Decimal::from(left));
        StageTime {
            stage: stage.id.clone(),
            opportunities: total.observed(),
            visits: self.visits,
            still_in_it: total.censored,
            days,
            parked_days: self.parked_days,
            mean_days_of_finished: mean.map(DayCount::saturating),
            lower_quartile_days: curve.quantile(0.25),
            median_days: curve.quantile(0.5),
            upper_quartile_days: curve.quantile(0.75),
            stall_after_days: stage.stall_after_days,
        }
    }
}

#[cfg(test)]
mod tests;

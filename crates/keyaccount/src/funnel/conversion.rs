//! From a stage onwards: how probable it is to advance, and to be won, with the undecided as what they are: undecided.
//!
//! Time runs from the day an opportunity first entered the stage. Two things may end it, and each keeps the other from
//! happening: it advances (or is won), or it is lost. One that is still open is censored on the day of the verdict, one
//! that went to another pipeline on the day it left. The probability of each end is Aalen–Johansen's; beside it stand
//! the two rates that are commonly taken for it. The first counts the open ones as never to get there, the second leaves
//! them out: the truth mostly lies between.

use serde::{Deserialize, Serialize};

use super::history::{HistoryVerdict, StageVisit};
use super::state::OpportunityStatus;
use super::survival::{Curve, DayTally};
use crate::playbook::{Pipeline, Playbook, Stage, StagePhase};
use crate::values::{Date, Estimate, PipelineId, StageId};

/// How the opportunities that entered a stage ended: in what was hoped for, in a loss, or not yet.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, replay_history, stage_conversion};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "crane", "at": "2026-01-21", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let as_of = "2026-01-31".parse()?;
/// let opportunities = &book.accounts()[0].opportunities;
/// let histories: Vec<_> = opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let advance = &stage_conversion(&histories, &playbook)[0].stages[0].advance;
/// assert_eq!((advance.entered, advance.reached, advance.lost, advance.open), (2, 0, 0, 2));
/// assert_eq!(advance.observed_days, Some(30));
/// assert_eq!(advance.probability.unwrap().to_string(), "0", "within 30 days");
/// assert_eq!(advance.decided_rate, None, "none is decided");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conversion {
    /// How many entered the stage.
    pub entered: u64,
    /// How many of them got there.
    pub reached: u64,
    /// How many of them were lost before.
    pub lost: u64,
    /// How many of them are undecided, or left for another pipeline.
    pub open: u64,
    /// The probability to have got there within `observed_days` of entering, by Aalen–Johansen; null where none entered.
    #[serde(default)]
    pub probability: Option<Estimate>,
    /// The probability to have been lost within that time. What the two leave to 1 is undecided for longer.
    #[serde(default)]
    pub lost_probability: Option<Estimate>,
    /// The longest time since entering that was seen of any; null where none entered.
    #[serde(default)]
    pub observed_days: Option<u32>,
    /// `reached` ÷ `entered`: too low while many are open. Null where none entered.
    #[serde(default)]
    pub cohort_rate: Option<Estimate>,
    /// `reached` ÷ (`reached` + `lost`): wrong where losing takes longer than getting there, or shorter. Null where
    /// none is decided.
    #[serde(default)]
    pub decided_rate: Option<Estimate>,
}

/// What became of the opportunities that entered an open stage.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, replay_history, stage_conversion};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-01-11", "change": {"type": "stage_changed", "to": "design"}},
///         {"opportunity": "press-line", "at": "2026-02-10", "change": {"type": "lost", "reason": "price"}}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let histories = [replay_history(opportunity, &playbook, "2026-06-01".parse()?)];
/// let stages = &stage_conversion(&histories, &playbook)[0].stages;
/// assert_eq!((stages[0].advance.reached, stages[0].win.lost), (1, 1), "advanced from `interest`, and lost later");
/// assert_eq!((stages[1].advance.entered, stages[1].skipped), (0, 1), "it passed over `incubation`");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageConversion {
    /// The stage.
    pub stage: StageId,
    /// How many were never in it, but went from a stage before it to one behind it, or to the signature.
    pub skipped: u64,
    /// How many were never in it because they began behind it.
    pub started_later: u64,
    /// On to any later open stage, for the first time, or to a signature that stands, before being lost.
    pub advance: Conversion,
    /// On to the signature. A closing that was taken back by reopening does not count: what counts is how it stands now.
    pub win: Conversion,
}

/// The conversion from each open stage of a pipeline.
///
/// # Examples
/// ```
/// use keyaccount::{Playbook, stage_conversion};
///
/// let pipelines = stage_conversion(&[], &Playbook::six_stage());
/// assert_eq!(pipelines[0].stages.len(), 5, "the sixth stage lies behind the signature");
/// assert_eq!(pipelines[0].stages[0].win.probability, None, "nothing was observed, which is not 0");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PipelineConversion {
    /// The pipeline.
    pub pipeline: PipelineId,
    /// Its open stages, in order.
    pub stages: Vec<StageConversion>,
}

/// How probable it is to advance and to be won from each open stage, for each pipeline in the playbook's order.
///
/// Stages and pipelines that the playbook lacks are left out; each history lists them among its anomalies. The order of
/// the histories does not matter.
///
/// # Examples
/// Four opportunities entered `interest`. One was won after 20 days, one lost after 40; two are open, seen for 30 days
/// and for 50. By day 20 a quarter is won. On day 40 two were left to be lost, one was: half of the three quarters.
/// ```
/// use keyaccount::{Book, Playbook, replay_history, stage_conversion};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [
///         {"id": "a", "account": "north-plant"}, {"id": "b", "account": "north-plant"},
///         {"id": "c", "account": "north-plant"}, {"id": "d", "account": "north-plant"}
///     ],
///     "opportunity_events": [
///         {"opportunity": "a", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "a", "at": "2026-01-21", "change": {"type": "won"}},
///         {"opportunity": "b", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "b", "at": "2026-02-10", "change": {"type": "lost"}},
///         {"opportunity": "c", "at": "2026-01-21", "change": {"type": "created"}},
///         {"opportunity": "d", "at": "2026-01-01", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let as_of = "2026-02-20".parse()?;
/// let opportunities = &book.accounts()[0].opportunities;
/// let histories: Vec<_> = opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let win = &stage_conversion(&histories, &playbook)[0].stages[0].win;
/// assert_eq!((win.entered, win.reached, win.lost, win.open), (4, 1, 1, 2));
/// assert_eq!(win.probability.unwrap().to_string(), "0.25");
/// assert_eq!(win.lost_probability.unwrap().to_string(), "0.375");
/// assert_eq!(win.decided_rate.unwrap().to_string(), "0.5");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn stage_conversion(histories: &[HistoryVerdict], playbook: &Playbook) -> Vec<PipelineConversion> {
    let pipelines = playbook.draft().pipelines.iter();
    pipelines.map(|pipeline| pipeline_conversion(histories, pipeline, playbook)).collect()
}

/// The open stages of a pipeline, in order: a sound playbook has them first.
pub(crate) fn open_stages(pipeline: &Pipeline) -> impl Iterator<Item = &Stage> {
    pipeline.stages.iter().take_while(|stage| stage.phase == StagePhase::Open)
}

/// For each open stage of a pipeline the days from entering it to being won ([`REACHED`]) or [`LOST`], or for how long
/// neither was seen.
pub(crate) fn win_tallies<'a>(
    histories: impl IntoIterator<Item = &'a HistoryVerdict>,
    pipeline: &Pipeline,
    playbook: &Playbook,
) -> Vec<DayTally<2>> {
    tallies(histories, pipeline, playbook).into_iter().map(|tally| tally.win).collect()
}

fn tallies<'a>(
    histories: impl IntoIterator<Item = &'a HistoryVerdict>,
    pipeline: &Pipeline,
    playbook: &Playbook,
) -> Vec<Tally> {
    let mut tallies: Vec<Tally> = open_stages(pipeline).map(|_| Tally::default()).collect();
    for history in histories {
        let Some(course) = Course::of(history, pipeline, tallies.len(), playbook) else { continue };
        for (stage, tally) in tallies.iter_mut().enumerate() {
            tally.count(stage, &course);
        }
    }
    tallies
}

fn pipeline_conversion(histories: &[HistoryVerdict], pipeline: &Pipeline, playbook: &Playbook) -> PipelineConversion {
    let tallies = tallies(histories, pipeline, playbook);
    let stages = open_stages(pipeline).zip(&tallies).map(|(stage, tally)| StageConversion {
        stage: stage.id.clone(),
        skipped: tally.skipped,
        started_later: tally.started_later,
        advance: Conversion::of(&tally.advance),
        win: Conversion::of(&tally.win),
    });
    PipelineConversion { pipeline: pipeline.id.clone(), stages: stages.collect() }
}

/// The place of the causes in the tallies.
pub(crate) const REACHED: usize = 0;
pub(crate) const LOST: usize = 1;

/// How the way of an opportunity through a pipeline ended, and on which day.
#[derive(Clone, Copy)]
pub(crate) enum End {
    Won(Date),
    Lost(Date),
    /// Last seen undecided.
    Open(Date),
}

/// The way of one opportunity through the open stages of a pipeline.
pub(crate) struct Course {
    /// The positions it entered, with the day, in order; a signature that stands is the position behind them all.
    pub(crate) entries: Vec<(usize, Date)>,
    pub(crate) end: End,
}

impl Course {
    /// None where it was never in the pipeline.
    pub(crate) fn of(
        history: &HistoryVerdict,
        pipeline: &Pipeline,
        open_stages: usize,
        playbook: &Playbook,
    ) -> Option<Self> {
        let is_here = |visit: &&StageVisit| visit.pipeline.as_ref() == Some(&pipeline.id);
        let visits = history.timeline.iter().filter(is_here);
        let last_seen = visits.clone().next_back().map(|visit| visit.left.unwrap_or(history.as_of))?;
        let entered = visits.filter_map(|visit| Some((pipeline.position(&visit.stage)?, visit.entered)));
        let mut entries: Vec<(usize, Date)> = entered.filter(|(position, _)| *position < open_stages).collect();
        // What was closed before it moved to another pipeline was closed where it stood until then.
        let last_undecided = history.timeline.iter().rfind(|visit| is_undecided(visit, playbook));
        let ends_here = last_undecided.or(history.timeline.first()).filter(is_here);
        let end = match history.state.as_ref().filter(|_| ends_here.is_some()) {
            Some(state) => match (state.status, state.booked_on, &state.loss) {
                (OpportunityStatus::Booked | OpportunityStatus::Realised, Some(on), _) => End::Won(on),
                (OpportunityStatus::Lost, _, Some(loss)) => End::Lost(loss.on),
                _ => End::Open(history.as_of),
            },
            None => End::Open(last_seen),
        };
        if let End::Won(on) = end {
            entries.push((open_stages, on));
        }
        Some(Self { entries, end })
    }
}

/// Whether nothing is decided while an opportunity is in a stage: an unknown one says nothing of a decision.
fn is_undecided(visit: &StageVisit, playbook: &Playbook) -> bool {
    let pipeline = visit.pipeline.as_ref().and_then(|id| playbook.pipeline(Some(id)));
    let stage = pipeline.and_then(|pipeline| pipeline.stage(&visit.stage));
    stage.is_none_or(|stage| stage.phase == StagePhase::Open)
}

/// What is counted of one stage.
#[derive(Default)]
struct Tally {
    skipped: u64,
    started_later: u64,
    advance: DayTally<2>,
    win: DayTally<2>,
}

impl Tally {
    fn count(&mut self, stage: usize, course: &Course) {
        let Some(first) = course.entries.iter().position(|(position, _)| *position == stage) else {
            let behind = course.entries.iter().position(|(position, _)| *position > stage);
            let Some(behind) = behind else { return };
            let passed = if behind > 0 { &mut self.skipped } else { &mut self.started_later };
            *passed = passed.saturating_add(1);
            return;
        };
        let mut onwards = course.entries.iter().skip(first);
        let Some((_, entered_on)) = onwards.next() else { return };
        let days = |on: Date| u32::try_from(on.days_since(*entered_on)).unwrap_or(0);
        match course.end {
            End::Won(on) => self.win.finish::<REACHED>(days(on)),
            End::Lost(on) => self.win.finish::<LOST>(days(on)),
            End::Open(on) => self.win.censor(days(on)),
        }
        let advanced = onwards.find(|(position, _)| *position > stage);
        match (advanced, course.end) {
            (Some(&(_, on)), _) | (None, End::Won(on)) => self.advance.finish::<REACHED>(days(on)),
            (None, End::Lost(on)) => self.advance.finish::<LOST>(days(on)),
            (None, End::Open(on)) => self.advance.censor(days(on)),
        }
    }
}

impl Conversion {
    fn of(tally: &DayTally<2>) -> Self {
        let counts = tally.total();
        let [reached, lost] = counts.finished;
        let curve = Curve::of(tally);
        let last = curve.last();
        let [reaching, losing] =
            last.map_or([None; 2], |last| last.incidence.map(|share| Some(Estimate::rounded(share))));
        Self {
            entered: counts.observed(),
            reached,
            lost,
            open: counts.censored,
            probability: reaching,
            lost_probability: losing,
            observed_days: last.map(|last| last.day),
            cohort_rate: Estimate::of(reached, counts.observed()),
            decided_rate: Estimate::of(reached, counts.all_finished()),
        }
    }
}

#[cfg(test)]
mod tests;

//! What follows from many histories: time in stage, conversion, win rate, velocity, losses, conformance.

use serde::{Deserialize, Serialize};

use super::bottleneck::{Bottlenecks, bottlenecks};
use super::conformity::{AnomalyCount, ConformanceSummary, anomalies, conformance};
use super::conversion::{StageConversion, stage_conversion};
use super::history::HistoryVerdict;
use super::losses::{LossGroup, losses};
use super::performance::{
    CloseDateSlip, CycleLength, StalledOpportunity, StatusCounts, Velocity, WinRate, close_date_slip, outcomes, stalled,
};
use super::replay::replay_history;
use super::state::OpportunityState;
use super::time_in_stage::{DayBasis, StageTime, time_in_stage};
use crate::facts::Book;
use crate::playbook::{Pipeline, Playbook};
use crate::values::{Date, PipelineId, StageId};
use crate::verdict::{Comparison, Reason, Unit};

/// How a funnel is to be analysed.
///
/// # Examples
/// ```
/// use keyaccount::{DayBasis, FunnelOptions};
///
/// let this_year = FunnelOptions { decided_from: Some("2026-01-01".parse()?), ..FunnelOptions::default() };
/// assert_eq!(this_year.days, DayBasis::Calendar);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FunnelOptions {
    /// Which days count for the time in a stage; calendar days by default.
    pub days: DayBasis,
    /// The first day of the decisions that count for win rate, cycle length, velocity and losses; all by default.
    pub decided_from: Option<Date>,
}

/// What follows from the histories of a book, by pipeline.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "crane", "at": "2026-09-01", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &FunnelOptions::default());
/// assert_eq!((verdict.pipelines[0].opportunities, verdict.not_created_yet), (1, 1));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FunnelVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// Which days count for the time in a stage.
    pub days: DayBasis,
    /// The first day of the decisions that count for win rate, cycle length, velocity and losses; null means all.
    #[serde(default)]
    pub decided_from: Option<Date>,
    /// The playbook's pipelines, in its order.
    pub pipelines: Vec<PipelineAnalysis>,
    /// Opportunities of which nothing had happened yet: in no number.
    pub not_created_yet: usize,
    /// Opportunities in a pipeline that the playbook lacks: in no number.
    pub in_unknown_pipeline: usize,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What follows from the histories in one pipeline.
///
/// Time in stage and conversion count every opportunity that was ever in one of its stages; the rest counts those that
/// are in the pipeline now.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "design"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {"type": "created", "stage": "comparison"}},
///         {"opportunity": "crane", "at": "2026-03-02", "change": {
///             "type": "lost", "reason": "price", "competitor": "Rival"
///         }}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &FunnelOptions::default());
/// let pipeline = &verdict.pipelines[0];
/// assert_eq!((pipeline.statuses.open, pipeline.statuses.lost), (1, 1));
/// assert_eq!(pipeline.losses[0].competitor.as_ref().unwrap().as_str(), "Rival");
/// assert_eq!(pipeline.stalled[0].opportunity.as_str(), "press-line", "it has been in `design` for 176 days");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PipelineAnalysis {
    /// The pipeline.
    pub pipeline: PipelineId,
    /// Opportunities that are in it, open or closed.
    pub opportunities: usize,
    /// How they stand.
    pub statuses: StatusCounts,
    /// Its stages, in order.
    pub stages: Vec<StageAnalysis>,
    /// Visits to stages that it lacks: in no stage's numbers.
    pub visits_to_unknown_stages: u64,
    /// Where opportunities stay longest, and where most are lost.
    pub bottlenecks: Bottlenecks,
    /// What part was won.
    pub win_rate: WinRate,
    /// How long opportunities take from their creation to being won or lost.
    pub cycle: CycleLength,
    /// What it brings in a day, by currency.
    pub velocity: Vec<Velocity>,
    /// How close dates slip.
    pub close_dates: CloseDateSlip,
    /// Open opportunities that stand still, those longest over their threshold first.
    pub stalled: Vec<StalledOpportunity>,
    /// What was lost, by stage, reason and competitor.
    pub losses: Vec<LossGroup>,
    /// Whether the moves kept to the rules.
    pub conformance: ConformanceSummary,
    /// What was odd in the histories.
    pub anomalies: Vec<AnomalyCount>,
}

/// What follows from the histories for one stage.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "commitment"}},
///         {"opportunity": "press-line", "at": "2026-02-04", "change": {"type": "stage_changed", "to": "use"}}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &FunnelOptions::default());
/// let [.., commitment, after_signature] = &verdict.pipelines[0].stages[..] else { panic!("six stages") };
/// assert_eq!(commitment.time.median_days, Some(30));
/// assert_eq!(commitment.conversion.as_ref().unwrap().win.reached, 1);
/// assert!(after_signature.conversion.is_none(), "what is signed has nothing left to convert to");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageAnalysis {
    /// The stage.
    pub stage: StageId,
    /// How long opportunities stay in it.
    pub time: StageTime,
    /// How probable it is to get further from it, or to be lost; null where the stage is not an open one.
    #[serde(default)]
    pub conversion: Option<StageConversion>,
}

/// Replays every history of a book up to a day and tells what follows from them.
///
/// Time in stage and conversion rest on every history, decided or not. Win rate, cycle length, velocity and losses rest
/// on the decisions that stand on the day of the verdict: all, or those from [`FunnelOptions::decided_from`] on.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [
///         {"id": "press-line", "account": "north-plant"},
///         {"id": "spare-parts", "account": "north-plant"},
///         {"id": "service", "account": "north-plant"}
///     ],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "design"}},
///         {"opportunity": "press-line", "at": "2026-01-25", "change": {"type": "won"}},
///         {"opportunity": "spare-parts", "at": "2026-01-05", "change": {"type": "created", "stage": "design"}},
///         {"opportunity": "spare-parts", "at": "2026-02-04", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "service", "at": "2026-05-01", "change": {"type": "created", "stage": "design"}}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-05-11".parse()?, &FunnelOptions::default());
/// let pipeline = &verdict.pipelines[0];
/// assert_eq!((pipeline.win_rate.won, pipeline.win_rate.lost, pipeline.statuses.open), (1, 1, 1));
/// let design = &pipeline.stages[2];
/// assert_eq!((design.time.opportunities, design.time.still_in_it), (3, 1));
/// assert_eq!(design.time.median_days, Some(20), "the open one has been there for 10 days, and counts for that long");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn analyse_funnel(book: &Book, playbook: &Playbook, as_of: Date, options: &FunnelOptions) -> FunnelVerdict {
    let opportunities = book.accounts().iter().flat_map(|account| &account.opportunities);
    let histories: Vec<HistoryVerdict> =
        opportunities.map(|opportunity| replay_history(opportunity, playbook, as_of)).collect();
    analyse_histories(&histories, playbook, as_of, options)
}

/// As [`analyse_funnel`], from histories that were replayed up to the same day by the same playbook: those of one owner,
/// say, or of one territory.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, HistoryVerdict, Playbook, analyse_histories, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "owner": "dana"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {"type": "created", "owner": "kim"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-06-30".parse()?);
/// let histories = book.accounts()[0].opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of));
/// let owner = Some("dana".parse()?);
/// let is_hers = |history: &HistoryVerdict| history.state.as_ref().is_some_and(|state| state.owner == owner);
/// let of_dana: Vec<_> = histories.filter(is_hers).collect();
/// let verdict = analyse_histories(&of_dana, &playbook, as_of, &FunnelOptions::default());
/// assert_eq!(verdict.pipelines[0].opportunities, 1);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn analyse_histories(
    histories: &[HistoryVerdict],
    playbook: &Playbook,
    as_of: Date,
    options: &FunnelOptions,
) -> FunnelVerdict {
    let times = time_in_stage(histories, playbook, options.days);
    let conversions = stage_conversion(histories, playbook);
    let pipelines = playbook.draft().pipelines.iter().zip(times).zip(conversions);
    let pipelines = pipelines.map(|((pipeline, times), conversion)| {
        let stages = stages(times.stages, conversion.stages);
        analyse(pipeline, histories, stages, times.visits_to_unknown_stages, options.decided_from)
    });
    let pipelines: Vec<PipelineAnalysis> = pipelines.collect();
    let count = |wanted: fn(&HistoryVerdict) -> bool| histories.iter().filter(|history| wanted(history)).count();
    let not_created_yet = count(|history| history.state.is_none());
    let in_unknown_pipeline = count(|history| history.state.is_some() && history.pipeline.is_none());
    let counted = pipelines.iter().fold(0_usize, |sum, pipeline| sum.saturating_add(pipeline.opportunities));
    let message = format!("{counted} of {} opportunities are in a pipeline of the playbook", histories.len());
    let reasons = vec![
        Reason::new("histories_replayed", message)
            .comparing(Comparison::new("opportunities", counted, Unit::Count))
            .comparing(Comparison::new("not_created_yet", not_created_yet, Unit::Count))
            .comparing(Comparison::new("in_unknown_pipeline", in_unknown_pipeline, Unit::Count)),
    ];
    FunnelVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        days: options.days,
        decided_from: options.decided_from,
        pipelines,
        not_created_yet,
        in_unknown_pipeline,
        reasons,
    }
}

fn stages(times: Vec<StageTime>, conversions: Vec<StageConversion>) -> Vec<StageAnalysis> {
    let mut conversions = conversions.into_iter().peekable();
    let with_conversion = times.into_iter().map(|time| StageAnalysis {
        stage: time.stage.clone(),
        conversion: conversions.next_if(|conversion| conversion.stage == time.stage),
        time,
    });
    with_conversion.collect()
}

fn analyse(
    pipeline: &Pipeline,
    histories: &[HistoryVerdict],
    stages: Vec<StageAnalysis>,
    visits_to_unknown_stages: u64,
    decided_from: Option<Date>,
) -> PipelineAnalysis {
    let here = |history: &&HistoryVerdict| history.state.is_some() && history.pipeline.as_ref() == Some(&pipeline.id);
    let histories: Vec<&HistoryVerdict> = histories.iter().filter(here).collect();
    let states: Vec<&OpportunityState> = histories.iter().filter_map(|history| history.state.as_ref()).collect();
    let mut statuses = StatusCounts::default();
    for state in &states {
        statuses.add(state.status);
    }
    let (win_rate, cycle, velocity) = outcomes(&states, decided_from);
    PipelineAnalysis {
        pipeline: pipeline.id.clone(),
        opportunities: histories.len(),
        statuses,
        bottlenecks: bottlenecks(&stages),
        stages,
        visits_to_unknown_stages,
        win_rate,
        cycle,
        velocity,
        close_dates: close_date_slip(&states),
        stalled: stalled(histories.iter().copied()),
        losses: losses(&states, decided_from),
        conformance: conformance(&histories),
        anomalies: anomalies(&histories),
    }
}

//! The order of events: by instant, then by kind, then by content; never by their place in the input.

use chrono::{NaiveDateTime, TimeDelta};

use super::machine::{Machine, Place};
use crate::facts::{Located, OpportunityBook, OpportunityChange, OpportunityEvent};
use crate::playbook::{Pipeline, Playbook, StagePhase};
use crate::values::{Date, Moment, PipelineId, TimeZone};

/// An event with its place in time.
#[derive(Clone, Copy)]
pub(super) struct Dated<'a> {
    pub(super) instant: NaiveDateTime,
    /// Its place among the others: the instant, or the end of the day for a closing of which only the day is known.
    pub(super) place: NaiveDateTime,
    /// The day in the playbook's zone.
    pub(super) on: Date,
    pub(super) event: &'a Located<OpportunityEvent>,
}

impl Dated<'_> {
    pub(super) fn is_creation(&self) -> bool {
        matches!(self.event.fact.change, OpportunityChange::Created { .. })
    }

    /// Whether it says which pipeline it came from, and so may say where the history began.
    pub(super) fn tells_origin(&self) -> bool {
        matches!(self.event.fact.change, OpportunityChange::PipelineChanged { from: Some(_), .. })
    }
}

/// The events up to a day, each with its place in time, in the order of the input.
pub(super) fn dated_events<'a>(opportunity: &'a OpportunityBook, playbook: &Playbook, as_of: Date) -> Vec<Dated<'a>> {
    let zone = playbook.draft().calendar.time_zone;
    let dated = opportunity.events.iter().map(|event| {
        let at = event.fact.at;
        let (instant, on) = (at.instant(zone), at.date_in(zone));
        let at_its_end = !at.has_time() && closes(&event.fact.change, playbook);
        let place = if at_its_end { end_of_day(on, zone).unwrap_or(instant) } else { instant };
        Dated { instant, place, on, event }
    });
    dated.filter(|dated| dated.on <= as_of).collect()
}

/// Whether a change closes an opportunity, or undoes that: what happens last on a day.
fn closes(change: &OpportunityChange, playbook: &Playbook) -> bool {
    match change {
        OpportunityChange::Won { .. }
        | OpportunityChange::Realised { .. }
        | OpportunityChange::Lost { .. }
        | OpportunityChange::Reopened { .. } => true,
        OpportunityChange::StageChanged { to, .. } => {
            let pipelines = &playbook.draft().pipelines;
            let closed = |pipeline: &Pipeline| {
                pipeline.means_lost(to) || pipeline.stage(to).is_some_and(|stage| stage.phase != StagePhase::Open)
            };
            let open = |pipeline: &Pipeline| pipeline.stage(to).is_some_and(|stage| stage.phase == StagePhase::Open);
            pipelines.iter().any(closed) && !pipelines.iter().any(open)
        }
        _ => false,
    }
}

fn end_of_day(day: Date, zone: TimeZone) -> Option<NaiveDateTime> {
    let next = Moment::from(day.plus_days(1)).instant(zone);
    next.checked_sub_signed(TimeDelta::nanoseconds(1))
}

/// The pipeline the history begins in: the one that its first move to another comes from, or else the opportunity's.
pub(super) fn first_pipeline<'a>(opportunity: &'a OpportunityBook, events: &[Dated<'a>]) -> Option<&'a PipelineId> {
    let moves = events.iter().filter_map(|dated| match &dated.event.fact.change {
        OpportunityChange::PipelineChanged { from: Some(from), to, .. } => Some((dated.instant, to, from)),
        _ => None,
    });
    let first = moves.min();
    first.map(|(.., from)| from).or(opportunity.opportunity.pipeline.as_ref())
}

/// Which of two events comes first; the machine knows the pipeline, by whose order moves at one instant are read.
pub(super) fn order(a: &Dated<'_>, b: &Dated<'_>, machine: &Machine<'_>) -> std::cmp::Ordering {
    let rank_of = |dated: &Dated<'_>| rank(&dated.event.fact.change, machine);
    let by_rank = a.place.cmp(&b.place).then_with(|| rank_of(a).cmp(&rank_of(b)));
    by_rank.then_with(|| text_of(a.event).cmp(&text_of(b.event)))
}

fn text_of(event: &Located<OpportunityEvent>) -> (String, Option<&str>) {
    let content = serde_json::to_string(&(&event.fact.change, &event.fact.by)).unwrap_or_default();
    (content, event.fact.id.as_ref().map(crate::values::EventId::as_str))
}

/// What comes first at one instant.
fn rank(change: &OpportunityChange, machine: &Machine<'_>) -> (u8, usize) {
    match change {
        OpportunityChange::Created { .. } => (0, 0),
        OpportunityChange::EndMarkMet { .. } => (1, 0),
        OpportunityChange::AmountChanged { .. } => (2, 0),
        OpportunityChange::CloseDateChanged { .. } => (2, 1),
        OpportunityChange::OwnerChanged { .. } => (2, 2),
        OpportunityChange::RecurringChanged { .. } => (2, 3),
        OpportunityChange::CreditSplitChanged { .. } => (2, 4),
        OpportunityChange::Resumed {} => (3, 0),
        OpportunityChange::PipelineChanged { .. } => (3, 1),
        // Recorded as a stage, a loss is a loss.
        OpportunityChange::StageChanged { to, .. } if machine.means_lost(to) => (9, 0),
        OpportunityChange::StageChanged { to, .. } => match machine.find(to) {
            Place::Stage(at) => (4, at),
            Place::Unknown(_) | Place::None => (4, usize::MAX),
        },
        // Recorded together with a stage, a probability or category is of this stage: it may be the stage's own.
        OpportunityChange::ProbabilityChanged { .. } => (5, 0),
        OpportunityChange::ForecastCategoryChanged { .. } => (5, 1),
        OpportunityChange::Parked { .. } => (6, 0),
        OpportunityChange::Won { .. } => (7, 0),
        OpportunityChange::Realised { .. } => (8, 0),
        OpportunityChange::Lost { .. } => (9, 0),
        OpportunityChange::Reopened { .. } => (10, 0),
    }
}

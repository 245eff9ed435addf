//! The order of events: by instant, then by kind, then by content; never by their place in the input.

use chrono::NaiveDateTime;

use super::machine::{Machine, Place};
use crate::facts::{Located, OpportunityBook, OpportunityChange, OpportunityEvent};
use crate::playbook::Playbook;
use crate::values::{Date, PipelineId};

/// An event with its place in time.
#[derive(Clone, Copy)]
pub(super) struct Dated<'a> {
    pub(super) instant: NaiveDateTime,
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
    let dated = opportunity.events.iter().map(|event| Dated {
        instant: event.fact.at.instant(zone),
        on: event.fact.at.date_in(zone),
        event,
    });
    dated.filter(|dated| dated.on <= as_of).collect()
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
    let by_rank = a.instant.cmp(&b.instant).then_with(|| rank_of(a).cmp(&rank_of(b)));
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
        OpportunityChange::Resumed {} => (3, 0),
        OpportunityChange::PipelineChanged { .. } => (3, 1),
        // Recorded as a stage, a loss is a loss.
        OpportunityChange::StageChanged { to, .. } if machine.means_lost(to) => (9, 0),
        OpportunityChange::StageChanged { to, .. } => match machine.find(to) {
            Place::Stage(at) => (4, at),
            Place::Unknown(_) | Place::None => (4, usize::MAX),
        },
        // Recorded together with a stage, a probability is of this stage: it may be the stage's own.
        OpportunityChange::ProbabilityChanged { .. } => (5, 0),
        OpportunityChange::Parked { .. } => (6, 0),
        OpportunityChange::Won { .. } => (7, 0),
        OpportunityChange::Realised {} => (8, 0),
        OpportunityChange::Lost { .. } => (9, 0),
        OpportunityChange::Reopened { .. } => (10, 0),
    }
}

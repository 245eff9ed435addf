//! Where an opportunity stands in its pipeline on a day.

use crate::facts::OpportunityBook;
use crate::funnel::replay_history;
use crate::playbook::{Pipeline, Playbook, Stage, StagePhase};
use crate::values::{Date, StageId};

/// The stage of an opportunity on a day, and what follows from it.
pub(in crate::cute) struct Place<'a> {
    /// The stage; none where it is not known.
    pub(in crate::cute) stage: Option<&'a Stage>,
    /// Whether it is in the last open stage of its pipeline or any later one.
    pub(in crate::cute) is_at_end: bool,
    /// Whether it is won or lost.
    pub(in crate::cute) is_decided: bool,
    pipeline: Option<&'a Pipeline>,
}

impl<'a> Place<'a> {
    /// Finds it from the opportunity's history.
    pub(in crate::cute) fn of(opportunity: &OpportunityBook, playbook: &'a Playbook, as_of: Date) -> Self {
        let history = replay_history(opportunity, playbook, as_of);
        let pipeline = playbook.pipeline(history.pipeline.as_ref());
        let stage = history.stage(playbook);
        Self {
            stage,
            is_at_end: stage.zip(pipeline).is_some_and(|(stage, pipeline)| is_at_end(stage, pipeline)),
            is_decided: history.state.as_ref().is_some_and(|state| !state.status.is_open()),
            pipeline,
        }
    }

    /// Whether a name, which may be an alias, names a stage.
    pub(super) fn is_named(&self, stage: &Stage, name: &StageId) -> bool {
        self.pipeline.and_then(|pipeline| pipeline.stage(name)).is_some_and(|named| named.id == stage.id)
    }
}

fn is_at_end(stage: &Stage, pipeline: &Pipeline) -> bool {
    let last_open = pipeline.stages.iter().rposition(|stage| stage.phase == StagePhase::Open);
    pipeline.position(&stage.id) >= last_open
}

//! What leads from how an opportunity stood at the end of one day to how it stands at the end of another.

use super::{MovementKind, Period};
use crate::funnel::machine::Machine;
use crate::funnel::state::OpportunityStatus;
use crate::values::{Money, PipelineId, StageId};

/// Open, or closed which way. A rest is open; a payment changes nothing about the pipeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Open,
    Won,
    Lost,
}

/// The stage that something is booked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Spot<'a> {
    pub(super) pipeline: Option<&'a PipelineId>,
    pub(super) stage: Option<&'a StageId>,
}

/// How an opportunity stands at the end of a day, as far as a movement looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Snapshot<'a> {
    pub(super) standing: Standing,
    /// Whether its day is one of the period's: the day of the signature once it is signed, else the close date.
    pub(super) counts: bool,
    /// The stage it is in; of a lost one, the stage it was lost from.
    pub(super) spot: Spot<'a>,
    pub(super) amount: Option<Money>,
}

impl<'a> Snapshot<'a> {
    pub(super) fn of(machine: &Machine<'a>, period: Option<Period>) -> Self {
        let (standing, day) = match machine.status {
            OpportunityStatus::Open | OpportunityStatus::Parked => (Standing::Open, machine.close_date),
            OpportunityStatus::Booked | OpportunityStatus::Realised => (Standing::Won, machine.booked_on),
            OpportunityStatus::Lost => (Standing::Lost, machine.close_date),
        };
        let stage = match &machine.loss {
            Some(loss) => loss.from_stage.as_ref().and_then(|stage| machine.pipeline?.stage(stage)),
            None => machine.stage(),
        };
        Self {
            standing,
            counts: period.is_none_or(|period| day.is_some_and(|day| period.holds(day))),
            spot: Spot { pipeline: machine.pipeline.map(|pipeline| &pipeline.id), stage: stage.map(|stage| &stage.id) },
            amount: machine.amount,
        }
    }

    /// Whether it is in the pipeline.
    pub(super) fn is_in(&self) -> bool {
        self.standing == Standing::Open && self.counts
    }
}

/// One step. `to` is where a move leads, `to_amount` what a change of currency leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step<'a> {
    pub(super) kind: MovementKind,
    pub(super) spot: Spot<'a>,
    pub(super) amount: Option<Money>,
    pub(super) to: Option<Spot<'a>>,
    pub(super) to_amount: Option<Money>,
}

impl<'a> Step<'a> {
    const fn new(kind: MovementKind, spot: Spot<'a>, amount: Option<Money>) -> Self {
        Self { kind, spot, amount, to: None, to_amount: None }
    }
}

/// Takes the steps from one standing to the next. An opportunity that was in the pipeline is followed out of it or
/// along in it; one that was not comes in, and leaves again where it closed the same day:
///
/// | before ＼ after | open, counts | open, counts not | won, counts | won, counts not | lost, counts | lost, counts not |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | not there | created | – | created, won | – | created, lost | – |
/// | open, counts | *change*, moved | pushed out | *change*, won | *change*, won | *change*, lost | *change*, lost |
/// | open, counts not | pulled in | – | pulled in, won | – | pulled in, lost | – |
/// | won | reopened | – | – | – | reopened, lost | – |
/// | lost | reopened | – | reopened, won | – | – | – |
///
/// *Change* is none, increased, decreased, amount set, amount cleared or currency changed. It is booked in the stage
/// before; then it moves, or leaves, at the amount after. Who is pushed out leaves at the amount before: what it is
/// worth in another period is no change of this one. Who comes in does so at the amount after; where it leaves the same
/// day, in the stage it was last seen open in, or else the one it ended in.
pub(super) fn take_steps<'a>(before: Option<&Snapshot<'a>>, after: &Snapshot<'a>, mut take: impl FnMut(Step<'a>)) {
    match (before.filter(|before| before.is_in()), exit(after)) {
        (Some(before), None) if after.is_in() => {
            change(before, after, &mut take);
            if before.spot != after.spot {
                take(Step { to: Some(after.spot), ..Step::new(MovementKind::Moved, before.spot, after.amount) });
            }
        }
        (Some(before), None) => take(Step::new(MovementKind::PushedOut, before.spot, before.amount)),
        (Some(before), Some(exit)) => {
            change(before, after, &mut take);
            take(Step::new(exit, before.spot, after.amount));
        }
        (None, None) if after.is_in() => take(Step::new(entrance(before), after.spot, after.amount)),
        (None, Some(exit)) if after.counts && before.map(|before| before.standing) != Some(after.standing) => {
            let open = before.filter(|before| before.standing == Standing::Open);
            let spot = open.unwrap_or(after).spot;
            take(Step::new(entrance(before), spot, after.amount));
            take(Step::new(exit, spot, after.amount));
        }
        (None, _) => {}
    }
}

/// The way out of the pipeline that a closing is.
const fn exit(after: &Snapshot<'_>) -> Option<MovementKind> {
    match after.standing {
        Standing::Open => None,
        Standing::Won => Some(MovementKind::Won),
        Standing::Lost => Some(MovementKind::Lost),
    }
}

/// The way into the pipeline, which hangs on what the opportunity was outside of it.
fn entrance(before: Option<&Snapshot<'_>>) -> MovementKind {
    match before.map(|before| before.standing) {
        None => MovementKind::Created,
        Some(Standing::Open) => MovementKind::PulledIn,
        Some(Standing::Won | Standing::Lost) => MovementKind::Reopened,
    }
}

/// The change of the amount, booked in the stage before.
fn change<'a>(before: &Snapshot<'a>, after: &Snapshot<'a>, take: &mut impl FnMut(Step<'a>)) {
    let mut book = |kind, amount| take(Step::new(kind, before.spot, Some(amount)));
    match (before.amount, after.amount) {
        (None, None) => {}
        (None, Some(amount)) => book(MovementKind::AmountSet, amount),
        (Some(amount), None) => book(MovementKind::AmountCleared, amount),
        (Some(old), Some(new)) if old == new => {}
        (Some(old), Some(new)) => match (new.minus(old), old.minus(new)) {
            (Some(more), _) => book(MovementKind::Increased, more),
            (None, Some(less)) => book(MovementKind::Decreased, less),
            (None, None) => {
                let changed = Step::new(MovementKind::CurrencyChanged, before.spot, Some(old));
                take(Step { to_amount: Some(new), ..changed });
            }
        },
    }
}

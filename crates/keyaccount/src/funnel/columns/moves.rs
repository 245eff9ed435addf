//! What every move is, worked out once for each pair of places, and how often it was made.

use std::collections::BTreeMap;

use super::StageColumns;
use crate::funnel::MoveKind;
use crate::funnel::rules::{Standing, kind_of_move, way_forwards};
use crate::playbook::{Stage, StagePhase};

/// Where an opportunity stands, as far as its next move hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// It is not created yet.
    Nowhere,
    /// A stage's position, and whether it was paid.
    Stage(usize, bool),
    Unknown,
    Lost,
}

/// Where a move leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Goal {
    Stage(usize),
    Unknown,
    Lost,
}

/// What a move is and leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Move {
    pub(super) kind: MoveKind,
    pub(super) forbidden: bool,
    pub(super) next: Origin,
    /// Whether the stage counts as left on the day it is entered: the payment ends the stay.
    pub(super) ends: bool,
}

/// Judges a move by the pipeline's rules.
pub(super) fn judge(stages: &[Stage], from: Origin, to: Goal) -> Move {
    let at = match to {
        Goal::Stage(at) => at,
        Goal::Unknown => return Move::out_of_the_pipeline(from, MoveKind::Nowhere, Origin::Unknown),
        Goal::Lost => return Move::out_of_the_pipeline(from, MoveKind::Lose, Origin::Lost),
    };
    let phase_of = |at: usize| stages.get(at).map_or(StagePhase::Open, |stage| stage.phase);
    let (standing, position, was_paid) = match from {
        Origin::Stage(from, was_paid) if phase_of(from) == StagePhase::Open => {
            (Standing::Undecided, Some(from), was_paid)
        }
        Origin::Stage(from, was_paid) => (Standing::Signed, Some(from), was_paid),
        Origin::Nowhere | Origin::Unknown => (Standing::Undecided, None, false),
        Origin::Lost => (Standing::Lost, None, false),
    };
    let (kind, forbidden) = match from {
        Origin::Nowhere => (MoveKind::Create, stages.get(at).is_some_and(|stage| !stage.may_create_in)),
        _ => {
            let kind = kind_of_move(standing, position, at, phase_of(at));
            (kind, standing == Standing::Undecided && is_forbidden(stages, kind, position, at))
        }
    };
    let is_paid = match phase_of(at) {
        StagePhase::Open => false,
        StagePhase::Realised => true,
        // After the payment it stays paid.
        StagePhase::Booked | StagePhase::PostSale => was_paid,
    };
    Move { kind, forbidden, next: Origin::Stage(at, is_paid), ends: is_paid && !was_paid }
}

impl Move {
    fn out_of_the_pipeline(from: Origin, kind: MoveKind, next: Origin) -> Self {
        let kind = if from == Origin::Nowhere { MoveKind::Create } else { kind };
        Self { kind, forbidden: false, next, ends: false }
    }
}

/// Whether an undecided opportunity passes over a stage, or leaves one backwards, that does not allow it.
fn is_forbidden(stages: &[Stage], kind: MoveKind, from: Option<usize>, to: usize) -> bool {
    // Out of an unknown stage nothing is known of what is left or passed over.
    let Some(from) = from else { return false };
    match kind {
        MoveKind::Advance | MoveKind::Skip | MoveKind::Win => {
            let (way, _) = way_forwards(stages, from, Some(to));
            stages.get(way).unwrap_or_default().iter().skip(1).any(|stage| !stage.may_skip)
        }
        MoveKind::Regress => stages.get(from).is_some_and(|stage| !stage.may_leave_backwards),
        _ => false,
    }
}

/// Numbers for places: of origins first the stages, then unknown, lost, nowhere, then the stages of what was paid;
/// of goals first the stages, then unknown, lost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Places {
    /// How many stages a code can name.
    pub(super) stages: u32,
}

impl Places {
    pub(super) fn of(stages: &[Stage]) -> Self {
        Self { stages: u32::try_from(stages.len()).unwrap_or(u32::MAX).min(StageColumns::LOST.into()) }
    }

    pub(super) const fn goals(self) -> u32 {
        self.stages.saturating_add(2)
    }

    const fn origins(self) -> u32 {
        self.stages.saturating_mul(2).saturating_add(3)
    }

    const fn nowhere(self) -> u32 {
        self.goals()
    }

    /// The number of the goal that a code names, without a branch.
    pub(super) fn goal_of_code(self, code: u16) -> u32 {
        u32::from(code).min(self.stages).saturating_add(u32::from(code == StageColumns::LOST))
    }

    fn goal(self, number: u32) -> Goal {
        match number.checked_sub(self.stages) {
            None => Goal::Stage(number as usize),
            Some(0) => Goal::Unknown,
            Some(_) => Goal::Lost,
        }
    }

    fn origin(self, number: u32) -> Origin {
        match number.checked_sub(self.stages) {
            None => Origin::Stage(number as usize, false),
            Some(0) => Origin::Unknown,
            Some(1) => Origin::Lost,
            Some(2) => Origin::Nowhere,
            Some(paid) => Origin::Stage(paid.saturating_sub(3) as usize, true),
        }
    }

    fn number(self, origin: Origin) -> u32 {
        let number = |at: usize| u32::try_from(at).unwrap_or(u32::MAX).min(self.stages);
        match origin {
            Origin::Stage(at, false) => number(at),
            Origin::Unknown => self.stages,
            Origin::Lost => self.stages.saturating_add(1),
            Origin::Nowhere => self.nowhere(),
            Origin::Stage(at, true) => self.nowhere().saturating_add(1).saturating_add(number(at)),
        }
    }
}

/// What a walk over events needs to know of a move.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Step {
    /// The token of the place it leads to.
    pub(super) next: u32,
    pub(super) forbidden: bool,
    pub(super) ends: bool,
}

/// Judges moves and counts them. A place goes by a token that the table chooses.
pub(super) trait Moves {
    /// The token of an opportunity before its creation.
    fn nowhere(&self) -> u32;
    /// Counts a move.
    fn make(&mut self, from: u32, goal: u32) -> Step;
    /// Counts an opportunity that is in a place on the last day.
    fn stay(&mut self, at: u32);
}

/// How often each move was made, and how many opportunities are in each place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) moves: Vec<(Origin, Goal, u64)>,
    pub(super) present: Vec<(Origin, u64)>,
}

/// Every move of a pipeline of common size in one table.
pub(super) struct Table {
    places: Places,
    cells: Vec<Cell>,
    present: Vec<u64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    count: u64,
    step: Step,
}

impl Table {
    /// Above this the table would grow past a few megabytes.
    pub(super) const MOST_STAGES: usize = 256;

    pub(super) fn new(stages: &[Stage]) -> Self {
        let places = Places::of(stages);
        let mut cells = Vec::new();
        for from in 0..places.origins() {
            for to in 0..places.goals() {
                let judged = judge(stages, places.origin(from), places.goal(to));
                // The token of a place is where its row begins.
                let next = places.number(judged.next).saturating_mul(places.goals());
                cells.push(Cell { count: 0, step: Step { next, forbidden: judged.forbidden, ends: judged.ends } });
            }
        }
        let present = vec![0; places.origins() as usize];
        Self { places, cells, present }
    }

    pub(super) fn tally(&self) -> Tally {
        let numbers = (0..self.places.origins()).flat_map(|from| (0..self.places.goals()).map(move |to| (from, to)));
        let counts = numbers.zip(&self.cells).filter(|(_, cell)| cell.count > 0);
        let present = (0..).zip(&self.present).filter(|(_, count)| **count > 0);
        Tally {
            moves: counts
                .map(|((from, to), cell)| (self.places.origin(from), self.places.goal(to), cell.count))
                .collect(),
            present: present.map(|(at, count)| (self.places.origin(at), *count)).collect(),
        }
    }
}

impl Moves for Table {
    fn nowhere(&self) -> u32 {
        self.places.nowhere().saturating_mul(self.places.goals())
    }

    #[inline]
    fn make(&mut self, from: u32, goal: u32) -> Step {
        match self.cells.get_mut(from.wrapping_add(goal) as usize) {
            Some(cell) => {
                cell.count = cell.count.wrapping_add(1);
                cell.step
            }
            None => Step::default(),
        }
    }

    #[inline]
    fn stay(&mut self, at: u32) {
        let row = at.checked_div(self.places.goals()).unwrap_or(0);
        if let Some(count) = self.present.get_mut(row as usize) {
            *count = count.saturating_add(1);
        }
    }
}

/// The moves of a pipeline with too many stages for a table: each is judged when it is made.
pub(super) struct Sparse<'a> {
    places: Places,
    stages: &'a [Stage],
    counts: BTreeMap<(u32, u32), u64>,
    present: BTreeMap<u32, u64>,
}

impl<'a> Sparse<'a> {
    pub(super) fn new(stages: &'a [Stage]) -> Self {
        Self { places: Places::of(stages), stages, counts: BTreeMap::new(), present: BTreeMap::new() }
    }

    pub(super) fn tally(&self) -> Tally {
        let counts = self.counts.iter();
        let present = self.present.iter();
        Tally {
            moves: counts
                .map(|((from, to), count)| (self.places.origin(*from), self.places.goal(*to), *count))
                .collect(),
            present: present.map(|(at, count)| (self.places.origin(*at), *count)).collect(),
        }
    }
}

impl Moves for Sparse<'_> {
    fn nowhere(&self) -> u32 {
        self.places.nowhere()
    }

    fn make(&mut self, from: u32, goal: u32) -> Step {
        let count = self.counts.entry((from, goal)).or_default();
        *count = count.saturating_add(1);
        let judged = judge(self.stages, self.places.origin(from), self.places.goal(goal));
        Step { next: self.places.number(judged.next), forbidden: judged.forbidden, ends: judged.ends }
    }

    fn stay(&mut self, at: u32) {
        let count = self.present.entry(at).or_default();
        *count = count.saturating_add(1);
    }
}

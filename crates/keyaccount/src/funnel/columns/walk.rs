//! One pass over events in order.

use super::moves::{Moves, Places, Sparse, Table, Tally};
use super::order::{Buckets, unpack};
use super::{Event, StageColumns};
use crate::funnel::survival::DayTally;
use crate::playbook::{Pipeline, Stage};
use crate::values::Date;

const MICROSECONDS_A_DAY: u64 = 86_400_000_000;
/// 1900-01-01 and 2199-12-31 in days since 1970-01-01.
const FIRST_DAY: i64 = -25_567;
const LAST_DAY: i64 = 84_005;
pub(super) const FIRST_INSTANT: i64 = FIRST_DAY.saturating_mul(MICROSECONDS_A_DAY.cast_signed());
const END_OF_TIME: i64 = LAST_DAY.saturating_add(1).saturating_mul(MICROSECONDS_A_DAY.cast_signed());

/// Since when a clock is running that nobody reads: no days pass on it.
const NEVER: u32 = u32::MAX;

/// Whether an instant lies in the years 1900 to 2199.
pub(super) const fn is_in_range(at: i64) -> bool {
    (at >= FIRST_INSTANT) & (at < END_OF_TIME)
}

/// The day of an instant, counted from 1900-01-01.
#[inline]
const fn day_of(at: i64) -> u32 {
    // The division by a constant is a multiplication; an instant in range gives at most 109 572 days.
    (at.wrapping_sub(FIRST_INSTANT).cast_unsigned() / MICROSECONDS_A_DAY) as u32
}

/// What a walk found besides moves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) events: u64,
    pub(super) after_as_of: u64,
    pub(super) duplicates: u64,
    pub(super) unchanged: u64,
    pub(super) guessed_order: u64,
    /// Days in each stage.
    pub(super) days: Vec<DayTally<1>>,
}

impl Seen {
    /// Notes what is odd about an event; false where the event is not to be used.
    #[cold]
    fn note(&mut self, is_later: bool, at_same_instant: bool, in_same_stage: bool, is_loss: bool) -> bool {
        let (count, is_used) = match (is_later, at_same_instant, in_same_stage) {
            (true, ..) => (&mut self.after_as_of, false),
            (_, true, true) => (&mut self.duplicates, false),
            // The loss comes last, whatever else happens at its instant; told again later, it is the loss that holds.
            _ if is_loss => return true,
            (_, true, false) => (&mut self.guessed_order, true),
            (_, false, true) => (&mut self.unchanged, false),
            (_, false, false) => return true,
        };
        *count = count.wrapping_add(1);
        is_used
    }
}

/// Walks over all events; `each` is told every opportunity that exists, and how many forbidden moves it made.
pub(super) fn walk(
    columns: &StageColumns<'_>,
    pipeline: &Pipeline,
    as_of: Date,
    each: impl FnMut(u32, u32),
) -> (Tally, Seen) {
    let stages = &pipeline.stages;
    if stages.len() <= Table::MOST_STAGES {
        let mut table = Table::new(stages);
        let seen = walk_in_order(columns, stages, as_of, &mut table, each);
        (table.tally(), seen)
    } else {
        let mut sparse = Sparse::new(stages);
        let seen = walk_in_order(columns, stages, as_of, &mut sparse, each);
        (sparse.tally(), seen)
    }
}

pub(super) fn walk_in_order(
    columns: &StageColumns<'_>,
    stages: &[Stage],
    as_of: Date,
    moves: &mut impl Moves,
    each: impl FnMut(u32, u32),
) -> Seen {
    let mut walk = Walk::new(stages, as_of, moves, each);
    if columns.is_in_order() {
        walk.over(columns.events());
    } else {
        Buckets::of(columns).each_in_order(|events| walk.over(events.iter().copied().map(unpack)));
    }
    let mut seen = walk.finish();
    seen.events = columns.len() as u64;
    seen
}

/// A stay in a stage, and those before it of the same opportunity.
#[derive(Clone, Debug, Default)]
struct StageClock {
    /// The opportunity that was in the stage last, by its number in the walk.
    opportunity: u64,
    /// Days it was in the stage.
    days: u32,
    tally: DayTally<1>,
}

/// The opportunity that is being walked over.
struct Current {
    opportunity: u32,
    /// Its number in the walk, from 1.
    number: u64,
    /// The token of the place it is in.
    place: u32,
    /// The code of its latest event; the loss's where there is none.
    code: u16,
    /// The instant of its latest event; before all time where there is none.
    latest_at: i64,
    /// The clock that is running: a stage's, or one that nobody reads.
    running: u32,
    /// The day since which it is running.
    since: u32,
    forbidden: u32,
}

pub(super) struct Walk<'m, M, F> {
    places: Places,
    /// The first instant after the last day, and the last day counted from 1900-01-01.
    end: i64,
    today: u32,
    clocks: Vec<StageClock>,
    /// Opportunities begun.
    opportunities: u64,
    seen: Seen,
    moves: &'m mut M,
    each: F,
}

impl<'m, M: Moves, F: FnMut(u32, u32)> Walk<'m, M, F> {
    fn new(stages: &[Stage], as_of: Date, moves: &'m mut M, each: F) -> Self {
        let places = Places::of(stages);
        let day = i64::from(chrono::NaiveDate::from(as_of).to_epoch_days());
        let end = day.saturating_add(1).saturating_mul(MICROSECONDS_A_DAY.cast_signed());
        let today = u32::try_from(day.saturating_sub(FIRST_DAY)).unwrap_or(0);
        // Beside the stages' clocks one each for what is in an unknown stage, lost, or in none: nobody reads them, but
        // so no case has to be told apart for every event.
        let clocks = vec![StageClock::default(); places.stages.saturating_add(3) as usize];
        Self { places, end, today, clocks, opportunities: 0, seen: Seen::default(), moves, each }
    }

    /// Walks over events in order; all of an opportunity's have to be among them.
    fn over(&mut self, mut events: impl Iterator<Item = Event>) {
        let Some(first) = events.next() else { return };
        let mut current = self.begin(first.opportunity);
        self.take(&mut current, first);
        for event in events {
            if event.opportunity != current.opportunity {
                self.end(&current);
                current = self.begin(event.opportunity);
            }
            self.take(&mut current, event);
        }
        self.end(&current);
    }

    fn finish(mut self) -> Seen {
        let stages = self.places.stages as usize;
        self.seen.days = self.clocks.into_iter().take(stages).map(|clock| clock.tally).collect();
        self.seen
    }

    #[inline(always)]
    fn begin(&mut self, opportunity: u32) -> Current {
        self.opportunities = self.opportunities.wrapping_add(1);
        Current {
            opportunity,
            number: self.opportunities,
            place: self.moves.nowhere(),
            code: StageColumns::LOST,
            latest_at: i64::MIN,
            running: self.places.goals(),
            since: NEVER,
            forbidden: 0,
        }
    }

    #[inline(always)]
    fn take(&mut self, current: &mut Current, event: Event) {
        let is_later = event.at >= self.end;
        let at_same_instant = event.at == current.latest_at;
        let in_same_stage = event.stage == current.code;
        current.latest_at = event.at;
        // One branch for all that is rare.
        if is_later | at_same_instant | in_same_stage
            && !self.seen.note(is_later, at_same_instant, in_same_stage, event.stage == StageColumns::LOST)
        {
            return;
        }
        let day = day_of(event.at);
        self.leave(current, day);
        let goal = self.places.goal_of_code(event.stage);
        let step = self.moves.make(current.place, goal);
        (current.place, current.code) = (step.next, event.stage);
        current.forbidden = current.forbidden.wrapping_add(u32::from(step.forbidden));
        current.running = goal;
        current.since = if goal < self.places.stages { day } else { NEVER };
        if step.ends {
            self.leave(current, day);
            (current.running, current.since) = (self.places.goals(), NEVER);
        }
    }

    /// Stops the clock of the stage that is left.
    #[inline(always)]
    fn leave(&mut self, current: &Current, day: u32) {
        let Some(clock) = self.clocks.get_mut(current.running as usize) else { return };
        let days = clock.stop(current, day);
        clock.tally.finish::<0>(days);
        (clock.opportunity, clock.days) = (current.number, days);
    }

    /// Closes an opportunity's history on the last day.
    #[inline(always)]
    fn end(&mut self, current: &Current) {
        if current.place == self.moves.nowhere() {
            return;
        }
        if let Some(clock) = self.clocks.get_mut(current.running as usize) {
            let days = clock.stop(current, self.today);
            clock.tally.censor(days);
        }
        self.moves.stay(current.place);
        (self.each)(current.opportunity, current.forbidden);
    }
}

impl StageClock {
    /// Days in the stage with those of earlier stays, which no longer count by themselves.
    #[inline(always)]
    fn stop(&mut self, current: &Current, day: u32) -> u32 {
        let days = day.saturating_sub(current.since);
        if self.opportunity == current.number {
            self.tally.take_back::<0>(self.days);
            return days.wrapping_add(self.days);
        }
        days
    }
}

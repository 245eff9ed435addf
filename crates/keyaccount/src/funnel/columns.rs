//! Stage histories as columns: millions of events at a time, by the same rules as [`replay_history`].
//!
//! The rules are asked once for every pair of places, when the table of moves is made; the walk over the events then
//! only looks up and adds.
//!
//! [`replay_history`]: super::replay_history

mod counts;
mod moves;
mod order;
mod summary;
mod walk;

use std::cmp::Ordering;

pub use counts::{ForbiddenMoves, MoveConformance, MoveCount, MoveEnd, StageDays, StageMoveCounts, StageTotals};

use crate::playbook::Pipeline;
use crate::problem::{Problem, ProblemCode};
use crate::values::Date;
use walk::walk;

/// The stage histories of many opportunities in one pipeline, as three columns: one event to a row, in any order.
///
/// An opportunity's first event is its creation, in the stage it names; every further one is a move to a stage, or the
/// loss. A row takes 14 bytes; as a typed event, with the identifiers, it takes about 220.
///
/// | column | unit |
/// | --- | --- |
/// | `opportunity` | any number that stands for the opportunity, best counted from 0 |
/// | `at` | microseconds since 1970-01-01T00:00, in local time, as Arrow, pandas and duckdb hold a timestamp |
/// | `stage` | the position in the pipeline's stages, from 0, or [`LOST`](Self::LOST); any other is an unknown stage |
///
/// # Examples
/// ```
/// use keyaccount::{Problem, StageColumns};
///
/// let columns = StageColumns::try_new(&[0, 0], &[1_767_571_200_000_000, 1_767_657_600_000_000], &[0, 1])?;
/// assert_eq!(columns.len(), 2);
/// let cut = StageColumns::try_new(&[0, 0], &[1_767_571_200_000_000], &[0, 1]);
/// assert_eq!(cut.unwrap_err().path, "at");
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct StageColumns<'a> {
    opportunity: &'a [u32],
    at: &'a [i64],
    stage: &'a [u16],
}

impl<'a> StageColumns<'a> {
    /// Stands in the column `stage` for the loss.
    pub const LOST: u16 = u16::MAX;

    /// Columns of one length whose times lie in the years 1900 to 2199.
    ///
    /// # Errors
    /// A [`Problem`] that names the column of another length than `opportunity`, or the first row whose time is outside
    /// these years (as the number that stands for no time in some tools is).
    pub fn try_new(opportunity: &'a [u32], at: &'a [i64], stage: &'a [u16]) -> Result<Self, Problem> {
        for (path, len) in [("at", at.len()), ("stage", stage.len())] {
            if len != opportunity.len() {
                let message = format!("the column `{path}` has {len} rows, `opportunity` {}", opportunity.len());
                let problem = Problem::new(ProblemCode::UnequalLengths, len, message, opportunity.len().to_string());
                return Err(problem.at(path));
            }
        }
        // Without a branch for every row: almost always every time is in range.
        let in_range = at.iter().fold(true, |all, at| all & walk::is_in_range(*at));
        match at.iter().position(|at| !in_range && !walk::is_in_range(*at)) {
            None => Ok(Self { opportunity, at, stage }),
            Some(row) => {
                let value = at.get(row).copied().unwrap_or_default();
                let message = format!("`{value}` microseconds since 1970 is outside the years 1900 to 2199");
                let allowed = "microseconds since 1970-01-01T00:00, from 1900-01-01 to 2199-12-31";
                Err(Problem::new(ProblemCode::DateOutOfRange, value, message, allowed).at(format!("at[{row}]")))
            }
        }
    }

    /// How many events there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.opportunity.len()
    }

    /// Whether there is no event.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.opportunity.is_empty()
    }

    /// The rows as they stand.
    fn events(&self) -> impl Iterator<Item = Event> {
        let rows = self.opportunity.iter().zip(self.at).zip(self.stage);
        rows.map(|((opportunity, at), stage)| Event { opportunity: *opportunity, at: *at, stage: *stage })
    }
}

/// A row. Its order is the order in which events are read: at one instant stages by position, unknown ones after them,
/// the loss last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Event {
    opportunity: u32,
    stage: u16,
    at: i64,
}

impl Ord for Event {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.opportunity, self.at, self.stage).cmp(&(other.opportunity, other.at, other.stage))
    }
}

impl PartialOrd for Event {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Counts the moves between a pipeline's stages, the time in each stage, and what the pipeline does not allow, up to a
/// day.
///
/// Every event is read as [`replay_history`] reads a `created`, `stage_changed` or `lost` one: rows may come in any
/// order; the same row twice counts once; a move to the stage it is in is ignored; an event after `as_of` is not known
/// yet; a stage that the pipeline lacks is an unknown stage from then on. Columns carry no end marks, rests, overrides
/// or loss reasons, nor moves to another pipeline, so nothing is said of these.
///
/// Rows that are sorted by opportunity, then time (then stage, with the loss last) are walked over once, with no memory
/// to speak of. Rows in another order are sorted first, as copies of 16 bytes each.
///
/// [`replay_history`]: super::replay_history
///
/// # Examples
/// ```
/// use keyaccount::{MoveEnd, Playbook, Problem, StageColumns, count_stage_moves};
///
/// const DAY: i64 = 86_400_000_000;
/// let first = 1_767_571_200_000_000; // 2026-01-05
/// // Opportunity 7: created in `interest`, over `incubation` to `design` on the 10th day, lost on the 30th.
/// // Opportunity 8: created in `interest` on the 4th day.
/// let opportunity = [7, 7, 7, 8];
/// let at = [first + 30 * DAY, first, first + 10 * DAY, first + 4 * DAY];
/// let stage = [StageColumns::LOST, 0, 2, 0];
/// let columns = StageColumns::try_new(&opportunity, &at, &stage)?;
/// let playbook = Playbook::six_stage();
/// let counts = count_stage_moves(&columns, playbook.default_pipeline(), "2026-03-01".parse()?);
///
/// assert_eq!((counts.opportunities, counts.events_used), (2, 4));
/// let interest = MoveEnd::Stage { stage: "interest".parse()? };
/// let design = MoveEnd::Stage { stage: "design".parse()? };
/// assert_eq!(counts.moves_between(&interest, &design), 1);
/// assert_eq!(counts.moves_between(&design, &MoveEnd::Lost {}), 1);
/// assert_eq!((counts.conformance.skipped, counts.conformance.lost), (1, 1));
///
/// let interest = &counts.stages[0];
/// assert_eq!((interest.time.visits, interest.present), (2, 1));
/// let days: Vec<_> = interest.days.iter().map(|day| (day.days, day.left, day.still_in_it)).collect();
/// assert_eq!(days, [(10, 1, 0), (51, 0, 1)]);
/// # Ok::<(), Problem>(())
/// ```
#[must_use]
pub fn count_stage_moves(columns: &StageColumns<'_>, pipeline: &Pipeline, as_of: Date) -> StageMoveCounts {
    let mut with_forbidden: u64 = 0;
    let (moves, seen) = walk(columns, pipeline, as_of, |_, forbidden| {
        with_forbidden = with_forbidden.saturating_add(u64::from(forbidden > 0));
    });
    summary::summarise(pipeline, as_of, &moves, seen, with_forbidden)
}

/// The opportunities that made moves which the pipeline does not allow, in ascending order, and how many they made.
///
/// What is forbidden is what [`MoveConformance::forbidden`] counts, whose sum over all opportunities it is.
///
/// # Examples
/// ```
/// use keyaccount::{ForbiddenMoves, Playbook, Problem, StageColumns, forbidden_stage_moves};
///
/// let mut draft = Playbook::six_stage().draft().clone();
/// draft.pipelines[0].stages[1].may_skip = false;
/// let first = 1_767_571_200_000_000; // 2026-01-05
/// let opportunity = [7, 7, 8];
/// let at = [first, first + 1, first];
/// let stage = [0, 2, 0];
/// let columns = StageColumns::try_new(&opportunity, &at, &stage)?;
///
/// let forbidden = forbidden_stage_moves(&columns, &draft.pipelines[0], "2026-03-01".parse()?);
/// assert_eq!(forbidden, [ForbiddenMoves { opportunity: 7, moves: 1 }]);
/// # Ok::<(), Problem>(())
/// ```
#[must_use]
pub fn forbidden_stage_moves(columns: &StageColumns<'_>, pipeline: &Pipeline, as_of: Date) -> Vec<ForbiddenMoves> {
    let mut found = Vec::new();
    walk(columns, pipeline, as_of, |opportunity, forbidden| {
        if forbidden > 0 {
            found.push(ForbiddenMoves { opportunity, moves: forbidden });
        }
    });
    found
}

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

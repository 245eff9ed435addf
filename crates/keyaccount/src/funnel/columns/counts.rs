//! What stage histories as columns add up to.

use serde::{Deserialize, Serialize};

use crate::funnel::{MoveKind, StageTime};
use crate::values::{Date, PipelineId, StageId};

/// Where a move begins or leads.
///
/// # Examples
/// ```
/// use keyaccount::MoveEnd;
///
/// let design = MoveEnd::Stage { stage: "design".parse()? };
/// assert_eq!(serde_json::to_string(&design).unwrap(), r#"{"type":"stage","stage":"design"}"#);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum MoveEnd {
    /// Nothing yet: the move is the creation.
    Created {},
    /// A stage of the pipeline.
    Stage {
        /// The stage.
        stage: StageId,
    },
    /// A stage that the pipeline lacks.
    Unknown {},
    /// The loss.
    Lost {},
}

/// How often a move was made.
///
/// # Examples
/// ```
/// use keyaccount::{MoveCount, MoveEnd, MoveKind};
///
/// let (from, to) = (MoveEnd::Stage { stage: "design".parse()? }, MoveEnd::Stage { stage: "interest".parse()? });
/// let back = MoveCount { from, to, kind: MoveKind::Regress, forbidden: false, count: 12 };
/// assert!(!back.forbidden);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MoveCount {
    /// Where it begins.
    pub from: MoveEnd,
    /// Where it leads.
    pub to: MoveEnd,
    /// What the move is.
    pub kind: MoveKind,
    /// Whether the pipeline does not allow it; see [`MoveConformance::forbidden`].
    pub forbidden: bool,
    /// How often it was made.
    pub count: u64,
}

/// How many opportunities were in a stage for so many days, all their visits to it together.
///
/// # Examples
/// ```
/// use keyaccount::StageDays;
///
/// let on_day_ten = StageDays { days: 10, left: 3, still_in_it: 1 };
/// assert_eq!(on_day_ten.left + on_day_ten.still_in_it, 4);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageDays {
    /// Whole days in the stage.
    pub days: u32,
    /// How many had left it after these days.
    pub left: u64,
    /// How many were still in it, after these days, on the day of the verdict: their time is not over.
    pub still_in_it: u64,
}

/// What happened in one stage.
///
/// Days are the days between two dates: what enters and leaves a stage on one day was there for 0 days. Columns carry no
/// rests, so no day counts as one.
///
/// # Examples
/// ```
/// use keyaccount::{Playbook, Problem, StageColumns, count_stage_moves};
///
/// const DAY: i64 = 86_400_000_000;
/// let first = 1_767_571_200_000_000; // 2026-01-05
/// // Three opportunities leave `interest` after 10, 20 and 30 days; one is there since the day before.
/// let opportunity = [0, 0, 1, 1, 2, 2, 3];
/// let at = [first, first + 10 * DAY, first, first + 20 * DAY, first, first + 30 * DAY, first + 54 * DAY];
/// let stage = [0, 1, 0, 1, 0, 1, 0];
/// let columns = StageColumns::try_new(&opportunity, &at, &stage)?;
/// let playbook = Playbook::six_stage();
/// let counts = count_stage_moves(&columns, playbook.default_pipeline(), "2026-03-01".parse()?);
/// let interest = &counts.stages[0];
/// assert_eq!((interest.time.opportunities, interest.present), (4, 1));
/// assert_eq!(interest.time.median_days, Some(20), "the one of 1 day is no short stay");
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageTotals {
    /// Visits, and the time in the stage. A paid opportunity counts as having left the stage it was paid in that day.
    pub time: StageTime,
    /// How many are in it on the day of the verdict, paid ones included; a lost one is in none.
    pub present: u64,
    /// How many opportunities were in it for how long, from the shortest time.
    pub days: Vec<StageDays>,
}

/// How often histories did what the pipeline has rules about.
///
/// # Examples
/// ```
/// use keyaccount::MoveConformance;
///
/// assert_eq!(MoveConformance::default().forbidden, 0);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MoveConformance {
    /// Moves to the next stage.
    pub advanced: u64,
    /// Moves forwards over stages between.
    pub skipped: u64,
    /// Moves backwards.
    pub regressed: u64,
    /// Signatures: moves of what was not signed into a stage after the signature. A creation in one is none.
    pub won: u64,
    /// Payments of what was signed.
    pub realised: u64,
    /// Losses; one recorded again counts again.
    pub lost: u64,
    /// Moves out of a loss, or of a stage after the signature, into an open stage.
    pub reopened: u64,
    /// Moves before the signature over a stage that may not be skipped, or backwards out of one that may not be left
    /// backwards; creations in a stage that none may start in.
    pub forbidden: u64,
    /// Opportunities with at least one of these.
    pub opportunities_with_forbidden: u64,
}

/// Forbidden moves of one opportunity.
///
/// # Examples
/// ```
/// use keyaccount::ForbiddenMoves;
///
/// let forbidden = ForbiddenMoves { opportunity: 7, moves: 1 };
/// assert_eq!(forbidden.moves, 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForbiddenMoves {
    /// The opportunity, by its number in the columns.
    pub opportunity: u32,
    /// How many forbidden moves it made; see [`MoveConformance::forbidden`].
    pub moves: u32,
}

/// What stage histories as columns add up to on a day.
///
/// `events` is the sum of `events_used`, `events_after_as_of`, `duplicates` and `unchanged`; the counts of `moves` add
/// up to `events_used`.
///
/// # Examples
/// ```
/// use keyaccount::{Playbook, Problem, StageColumns, count_stage_moves};
///
/// let first = 1_767_571_200_000_000; // 2026-01-05
/// let opportunity = [7, 7, 7];
/// let at = [first, first, first + 1];
/// let stage = [0, 0, 77];
/// let columns = StageColumns::try_new(&opportunity, &at, &stage)?;
/// let playbook = Playbook::six_stage();
/// let counts = count_stage_moves(&columns, playbook.default_pipeline(), "2026-03-01".parse()?);
/// assert_eq!((counts.events, counts.events_used, counts.duplicates), (3, 2, 1));
/// assert_eq!(counts.unknown_stages, 1, "the pipeline has no stage at position 77");
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageMoveCounts {
    /// The pipeline.
    pub pipeline: PipelineId,
    /// The day of the verdict.
    pub as_of: Date,
    /// Opportunities that exist on that day.
    pub opportunities: u64,
    /// Events read.
    pub events: u64,
    /// Events that the counts rest on.
    pub events_used: u64,
    /// Events dated after the day of the verdict: not known then.
    pub events_after_as_of: u64,
    /// Events that say the same as another one of the same instant: counted once.
    pub duplicates: u64,
    /// Moves to the stage it is in: ignored.
    pub unchanged: u64,
    /// Events used that name a stage which the pipeline lacks.
    pub unknown_stages: u64,
    /// Events of one instant with another, whose order the columns do not tell: read by stage.
    pub guessed_order: u64,
    /// Opportunities that are lost on the day of the verdict.
    pub lost: u64,
    /// Opportunities that are in an unknown stage on that day.
    pub in_unknown_stage: u64,
    /// The moves that were made, from the creations on, then by the stage they begin in, then by the one they lead to;
    /// unknown stages and the loss come last.
    pub moves: Vec<MoveCount>,
    /// The pipeline's stages.
    pub stages: Vec<StageTotals>,
    /// What the moves were.
    pub conformance: MoveConformance,
}

impl StageMoveCounts {
    /// How often a move was made.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{MoveEnd, Playbook, Problem, StageColumns, count_stage_moves};
    ///
    /// let columns = StageColumns::try_new(&[7], &[1_767_571_200_000_000], &[0])?;
    /// let playbook = Playbook::six_stage();
    /// let counts = count_stage_moves(&columns, playbook.default_pipeline(), "2026-03-01".parse()?);
    /// let interest = MoveEnd::Stage { stage: "interest".parse()? };
    /// assert_eq!(counts.moves_between(&MoveEnd::Created {}, &interest), 1);
    /// assert_eq!(counts.moves_between(&interest, &MoveEnd::Lost {}), 0);
    /// # Ok::<(), Problem>(())
    /// ```
    #[must_use]
    pub fn moves_between(&self, from: &MoveEnd, to: &MoveEnd) -> u64 {
        let counts = self.moves.iter().filter(|count| count.from == *from && count.to == *to);
        counts.fold(0, |sum, count| sum.saturating_add(count.count))
    }
}

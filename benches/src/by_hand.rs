//! What somebody would write by hand for one pipeline and one clean, sorted log: the yardstick for the library.

use crate::stage_log::{LOST, STAGES, StageLog};

/// The loss, in the tables.
const LOSS: usize = STAGES;
const DAY: i64 = 86_400_000_000;
const MAY_SKIP: [bool; STAGES] = [true, false, true, true, true, true];
const MAY_LEAVE_BACKWARDS: [bool; STAGES] = [true, true, true, true, false, true];
const MAY_CREATE_IN: [bool; STAGES] = [true, true, true, false, false, false];
/// The last stage is the signature.
const SIGNED: usize = STAGES - 1;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub opportunities: u64,
    /// From a stage or the loss to a stage or the loss.
    pub moves: [[u64; STAGES + 1]; STAGES + 1],
    /// Days in each stage, all deals together.
    pub days: [i64; STAGES],
    pub advanced: u64,
    pub skipped: u64,
    pub regressed: u64,
    pub won: u64,
    pub lost: u64,
    pub reopened: u64,
    pub forbidden: u64,
    pub opportunities_with_forbidden: u64,
}

/// Counts moves, days in stages and breaches of the rules; `today` in days since 1970.
pub fn count(log: &StageLog, today: i64) -> Counts {
    let mut counts = Counts::default();
    let mut deal = None;
    let mut from = 0;
    let mut since = 0;
    let mut has_forbidden = false;
    for ((&opportunity, &at), &stage) in log.opportunity.iter().zip(&log.at).zip(&log.stage) {
        let to = if stage == LOST { LOSS } else { usize::from(stage) };
        let day = at.div_euclid(DAY);
        if deal != Some(opportunity) {
            if deal.is_some() && from != LOSS {
                counts.days[from] += today - since;
            }
            counts.opportunities += 1;
            counts.opportunities_with_forbidden += u64::from(has_forbidden);
            deal = Some(opportunity);
            has_forbidden = !MAY_CREATE_IN[to];
            counts.forbidden += u64::from(has_forbidden);
        } else {
            counts.moves[from][to] += 1;
            if from != LOSS {
                counts.days[from] += day - since;
            }
            let mut is_forbidden = false;
            if to == LOSS {
                counts.lost += 1;
            } else if from == LOSS || from == SIGNED {
                if to == SIGNED {
                    counts.won += 1;
                } else {
                    counts.reopened += 1;
                }
            } else if to < from {
                counts.regressed += 1;
                is_forbidden = !MAY_LEAVE_BACKWARDS[from];
            } else {
                is_forbidden = !MAY_SKIP[from + 1..to].iter().all(|may| *may);
                if to == SIGNED {
                    counts.won += 1;
                } else if to == from + 1 {
                    counts.advanced += 1;
                } else {
                    counts.skipped += 1;
                }
            }
            counts.forbidden += u64::from(is_forbidden);
            has_forbidden |= is_forbidden;
        }
        from = to;
        since = day;
    }
    if deal.is_some() && from != LOSS {
        counts.days[from] += today - since;
    }
    counts.opportunities_with_forbidden += u64::from(has_forbidden);
    counts
}

/// The rows sorted by deal and time.
pub fn sorted(log: &StageLog) -> StageLog {
    let rows = log.opportunity.iter().zip(&log.at).zip(&log.stage);
    let mut rows: Vec<(u32, i64, u16)> = rows.map(|((&opportunity, &at), &stage)| (opportunity, at, stage)).collect();
    rows.sort_unstable();
    StageLog {
        opportunity: rows.iter().map(|row| row.0).collect(),
        at: rows.iter().map(|row| row.1).collect(),
        stage: rows.iter().map(|row| row.2).collect(),
    }
}

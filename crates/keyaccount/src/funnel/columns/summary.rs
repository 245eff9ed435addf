//! Puts what a walk counted into words.

use std::collections::BTreeMap;

use super::counts::{MoveConformance, MoveCount, MoveEnd, StageDays, StageMoveCounts, StageTotals};
use super::moves::{Goal, Origin, Tally, judge};
use super::walk::Seen;
use crate::funnel::MoveKind;
use crate::funnel::survival::DayTally;
use crate::funnel::time_in_stage::StageTally;
use crate::playbook::{Pipeline, Stage};
use crate::values::Date;

/// Where a move begins, in the order in which the verdict lists moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum From {
    Nowhere,
    Stage(usize),
    Unknown,
    Lost,
}

impl From {
    /// Whether it was paid is no matter to the verdict.
    const fn of(origin: Origin) -> Self {
        match origin {
            Origin::Nowhere => Self::Nowhere,
            Origin::Stage(at, _) => Self::Stage(at),
            Origin::Unknown => Self::Unknown,
            Origin::Lost => Self::Lost,
        }
    }
}

pub(super) fn summarise(
    pipeline: &Pipeline,
    as_of: Date,
    tally: &Tally,
    seen: Seen,
    opportunities_with_forbidden: u64,
) -> StageMoveCounts {
    let stages = &pipeline.stages;
    let made = |fits: &dyn Fn(Origin, Goal) -> bool| {
        sum(tally.moves.iter().filter(|(from, to, _)| fits(*from, *to)).map(|(.., count)| *count))
    };
    let present =
        |fits: &dyn Fn(Origin) -> bool| sum(tally.present.iter().filter(|(at, _)| fits(*at)).map(|(_, count)| *count));
    let (moves, conformance) = moves(stages, tally);
    StageMoveCounts {
        pipeline: pipeline.id.clone(),
        as_of,
        opportunities: made(&|from, _| from == Origin::Nowhere),
        events: seen.events,
        events_used: made(&|_, _| true),
        events_after_as_of: seen.after_as_of,
        duplicates: seen.duplicates,
        unchanged: seen.unchanged,
        unknown_stages: made(&|_, to| to == Goal::Unknown),
        guessed_order: seen.guessed_order,
        lost: present(&|at| at == Origin::Lost),
        in_unknown_stage: present(&|at| at == Origin::Unknown),
        moves,
        stages: totals(stages, tally, &seen.days),
        conformance: MoveConformance { opportunities_with_forbidden, ..conformance },
    }
}

fn sum(counts: impl Iterator<Item = u64>) -> u64 {
    counts.fold(0, u64::saturating_add)
}

fn moves(stages: &[Stage], tally: &Tally) -> (Vec<MoveCount>, MoveConformance) {
    let mut sums: BTreeMap<(From, Goal), (Origin, u64)> = BTreeMap::new();
    for (origin, goal, count) in &tally.moves {
        let (_, sum) = sums.entry((From::of(*origin), *goal)).or_insert((*origin, 0));
        *sum = sum.saturating_add(*count);
    }
    let stage_at =
        |at: usize| stages.get(at).map_or(MoveEnd::Unknown {}, |stage| MoveEnd::Stage { stage: stage.id.clone() });
    let mut conformance = MoveConformance::default();
    let mut moves = Vec::with_capacity(sums.len());
    for ((from, goal), (origin, count)) in sums {
        let judged = judge(stages, origin, goal);
        conformance.add(judged.kind, judged.forbidden, count);
        let from = match from {
            From::Nowhere => MoveEnd::Created {},
            From::Stage(at) => stage_at(at),
            From::Unknown => MoveEnd::Unknown {},
            From::Lost => MoveEnd::Lost {},
        };
        let to = match goal {
            Goal::Stage(at) => stage_at(at),
            Goal::Unknown => MoveEnd::Unknown {},
            Goal::Lost => MoveEnd::Lost {},
        };
        moves.push(MoveCount { from, to, kind: judged.kind, forbidden: judged.forbidden, count });
    }
    (moves, conformance)
}

impl MoveConformance {
    fn add(&mut self, kind: MoveKind, forbidden: bool, count: u64) {
        let sum = match kind {
            MoveKind::Advance => Some(&mut self.advanced),
            MoveKind::Skip => Some(&mut self.skipped),
            MoveKind::Regress => Some(&mut self.regressed),
            MoveKind::Win => Some(&mut self.won),
            MoveKind::Realise => Some(&mut self.realised),
            MoveKind::Lose => Some(&mut self.lost),
            MoveKind::Reopen => Some(&mut self.reopened),
            _ => None,
        };
        for sum in sum.into_iter().chain(forbidden.then_some(&mut self.forbidden)) {
            *sum = sum.saturating_add(count);
        }
    }
}

fn totals(stages: &[Stage], tally: &Tally, days: &[DayTally<1>]) -> Vec<StageTotals> {
    let mut counts = vec![(0_u64, 0_u64); stages.len()];
    for (_, goal, count) in &tally.moves {
        if let Goal::Stage(at) = goal
            && let Some((visits, _)) = counts.get_mut(*at)
        {
            *visits = visits.saturating_add(*count);
        }
    }
    for (origin, count) in &tally.present {
        if let Origin::Stage(at, _) = origin
            && let Some((_, present)) = counts.get_mut(*at)
        {
            *present = present.saturating_add(*count);
        }
    }
    let none = DayTally::default();
    let days = days.iter().chain(std::iter::repeat(&none));
    let total = |((stage, (visits, present)), days): ((&Stage, (u64, u64)), &DayTally<1>)| StageTotals {
        time: StageTally { visits, parked_days: 0, time: days.clone() }.time_in(stage),
        present,
        days: days
            .days()
            .map(|(days, counts)| StageDays { days, left: counts.all_finished(), still_in_it: counts.censored })
            .collect(),
    };
    stages.iter().zip(counts).zip(days).map(total).collect()
}

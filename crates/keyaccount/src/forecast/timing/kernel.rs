//! When opportunities leave a stage and where to, and what follows when the stages are chained.
//!
//! Time is in whole days since a stage was entered. Each open stage has its exits: to another open stage (or anew to
//! itself), to the signature, to the loss. Aalen–Johansen gives the probability of each exit on each day, with visits
//! that are not over as censored. How it goes on depends on the stage entered alone (a semi-Markov chain):
//!
//! ```text
//! W_s(h) = Σ over days d ≤ h of q_s→won(d) + Σ over stages j of q_s→j(d) · W_j(h − d)
//! ```
//!
//! Moves on the day of entry stand on both sides; they are solved for once, by elimination. Sums run over days, then
//! exits, in their order.

use std::collections::BTreeMap;

use crate::funnel::{Course, End};

/// A weight below which what leaves some stages is rounding.
const NOTHING_LEAVES: f64 = 1e-12;

/// What happened on one day after entering: exits by target, and visits last seen then.
#[derive(Clone, Debug)]
struct DayExits {
    to: Vec<u64>,
    censored: u64,
}

/// The visits to the open stages of a pipeline, by their length and where they led to.
#[derive(Clone, Debug)]
pub(super) struct Visits {
    stages: Vec<BTreeMap<u32, DayExits>>,
}

impl Visits {
    pub(super) fn new(stages: usize) -> Self {
        Self { stages: vec![BTreeMap::new(); stages] }
    }

    /// The signature is the target behind the stages, the loss the one behind that.
    fn lost(&self) -> usize {
        self.stages.len().saturating_add(1)
    }

    pub(super) fn count(&mut self, course: &Course) {
        let days = |from, to: crate::values::Date| u32::try_from(to.days_since(from)).unwrap_or(0);
        let mut entries = course.entries.iter().copied().peekable();
        while let Some((stage, entered_on)) = entries.next() {
            let (day, target) = match (entries.peek(), course.end) {
                (Some((next, on)), _) => (days(entered_on, *on), Some(*next)),
                (None, End::Lost(on)) => (days(entered_on, on), Some(self.lost())),
                (None, End::Open(on) | End::Won(on)) => (days(entered_on, on), None),
            };
            self.add(stage, day, target);
        }
    }

    /// Counts a visit that led to a target, or that was not over when last seen.
    pub(super) fn add(&mut self, stage: usize, day: u32, target: Option<usize>) {
        let targets = self.lost().saturating_add(1);
        // The signature is no stage: nothing is counted from it.
        let Some(days) = self.stages.get_mut(stage) else { return };
        let exits = days.entry(day).or_insert_with(|| DayExits { to: vec![0; targets], censored: 0 });
        let count = match target {
            None => Some(&mut exits.censored),
            Some(target) => exits.to.get_mut(target),
        };
        if let Some(count) = count {
            *count = count.saturating_add(1);
        }
    }
}

/// The exits of one day.
#[derive(Clone, Debug)]
struct Step {
    day: u32,
    /// The probability, seen from the entry, to leave on this day for each target that any left for.
    exits: Vec<(usize, f64)>,
    /// The probability to stay longer.
    survival: f64,
    /// How many were seen to stay longer, or left later.
    beyond: u64,
}

#[derive(Clone, Debug)]
struct StageExits {
    visits: u64,
    steps: Vec<Step>,
}

impl StageExits {
    fn of(days: &BTreeMap<u32, DayExits>) -> Self {
        let count = |exits: &DayExits| exits.to.iter().fold(exits.censored, |sum, count| sum.saturating_add(*count));
        let visits = days.values().fold(0_u64, |sum, exits| sum.saturating_add(count(exits)));
        let (mut at_risk, mut survival) = (visits, 1.0);
        let mut steps = Vec::new();
        for (day, exits) in days {
            let share = |count: u64| survival * count as f64 / at_risk as f64;
            let left = exits.to.iter().enumerate().filter(|(_, count)| **count > 0);
            let left: Vec<(usize, f64)> = left.map(|(target, count)| (target, share(*count))).collect();
            let staying = at_risk.saturating_sub(count(exits)).saturating_add(exits.censored);
            survival = share(staying);
            at_risk = at_risk.saturating_sub(count(exits));
            steps.push(Step { day: *day, exits: left, survival, beyond: at_risk });
        }
        Self { visits, steps }
    }

    /// How things stood at the end of a day after entering: the probability to stay longer, and how many did.
    fn after(&self, age: u32) -> (f64, u64) {
        let last = self.steps.iter().take_while(|step| step.day <= age).last();
        last.map_or((1.0, self.visits), |step| (step.survival, step.beyond))
    }
}

/// The probabilities to be won and lost by each day after entering a stage.
#[derive(Clone, Debug, Default)]
struct Ends {
    won: Vec<f64>,
    lost: Vec<f64>,
}

/// What is to come of an opportunity within some days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Chances {
    pub(super) won: f64,
    pub(super) lost: f64,
}

/// The chained stages of a pipeline, up to a number of days.
#[derive(Clone, Debug)]
pub(super) struct Chain {
    stages: Vec<StageExits>,
    ends: Vec<Ends>,
    /// The probability to be won at any time, on entering each stage.
    ever_won: Vec<f64>,
}

impl Chain {
    pub(super) fn of(visits: &Visits, horizon: u32) -> Self {
        let stages: Vec<StageExits> = visits.stages.iter().map(StageExits::of).collect();
        let mut chain = Self { ends: vec![Ends::default(); stages.len()], ever_won: Vec::new(), stages };
        chain.ever_won = chain.ever_won();
        let same_day = chain.entries(|step| step.day == 0);
        for day in 0..=horizon {
            let later: Vec<Chances> = chain.stages.iter().map(|stage| chain.sum(stage, None, day)).collect();
            for (ends, row) in chain.ends.iter_mut().zip(&same_day) {
                let sum = |of: fn(&Chances) -> f64| row.iter().zip(&later).fold(0.0, |sum, (n, x)| sum + n * of(x));
                ends.won.push(sum(|chances| chances.won).min(1.0));
                ends.lost.push(sum(|chances| chances.lost).min(1.0));
            }
        }
        chain
    }

    /// How many visits to a stage were counted, and how many of them lasted beyond an age.
    pub(super) fn seen(&self, stage: usize, age: u32) -> (u64, u64) {
        self.stages.get(stage).map_or((0, 0), |stage| (stage.visits, stage.after(age).1))
    }

    /// What is to come within some days of an opportunity that has been in a stage up to an age and is there still;
    /// `None` where none was seen to stay so long. The days may not pass the horizon.
    pub(super) fn ahead(&self, stage: usize, age: u32, days: u32) -> Option<Chances> {
        let exits = self.stages.get(stage)?;
        let (staying, _) = exits.after(age);
        let chances = self.sum(exits, Some(age), age.saturating_add(days));
        let part = |chance: f64| (chance / staying).clamp(0.0, 1.0);
        (staying > 0.0).then(|| Chances { won: part(chances.won), lost: part(chances.lost) })
    }

    /// As [`Self::ahead`], on entering: what happens on that day is among it.
    #[cfg(test)]
    pub(super) fn on_entry(&self, stage: usize, days: u32) -> Chances {
        let at = |ends: &[f64]| ends.get(days as usize).copied().unwrap_or(f64::NAN);
        self.ends
            .get(stage)
            .map_or(Chances { won: 0.0, lost: 0.0 }, |ends| Chances { won: at(&ends.won), lost: at(&ends.lost) })
    }

    /// The probability to be won at any time of an opportunity that has been in a stage up to an age and is there still;
    /// `None` where none was seen to stay so long.
    pub(super) fn ever(&self, stage: usize, age: u32) -> Option<f64> {
        let exits = self.stages.get(stage)?;
        let (staying, _) = exits.after(age);
        let ahead = exits.steps.iter().filter(|step| step.day > age).flat_map(|step| &step.exits);
        let won = ahead.fold(0.0, |sum, (target, share)| sum + share * self.won_from(*target));
        (staying > 0.0).then(|| (won / staying).clamp(0.0, 1.0))
    }

    /// The probability to be won at any time once a target is reached.
    fn won_from(&self, target: usize) -> f64 {
        if target == self.stages.len() { 1.0 } else { self.ever_won.get(target).copied().unwrap_or(0.0) }
    }

    fn ever_won(&self) -> Vec<f64> {
        let signed = |stage: &StageExits| {
            let exits = stage.steps.iter().flat_map(|step| &step.exits);
            exits.filter(|(target, _)| *target == self.stages.len()).fold(0.0, |sum, (_, share)| sum + share)
        };
        let signed: Vec<f64> = self.stages.iter().map(signed).collect();
        let won = |row: &Vec<f64>| row.iter().zip(&signed).fold(0.0, |sum, (entries, won)| sum + entries * won);
        self.entries(|_| true).iter().map(won).map(|won| won.clamp(0.0, 1.0)).collect()
    }

    /// The sum over the exits after an age and up to a day. Moves to a stage on the last day count only where what
    /// follows on that day is known already.
    fn sum(&self, exits: &StageExits, after: Option<u32>, until: u32) -> Chances {
        let (won, lost) = (self.stages.len(), self.stages.len().saturating_add(1));
        let mut sum = Chances { won: 0.0, lost: 0.0 };
        let is_ahead = |step: &&Step| after.is_none_or(|age| step.day > age) && step.day <= until;
        for step in exits.steps.iter().filter(is_ahead) {
            let rest = until.saturating_sub(step.day) as usize;
            for (target, share) in &step.exits {
                if *target == won {
                    sum.won += share;
                } else if *target == lost {
                    sum.lost += share;
                } else if let Some(ends) = self.ends.get(*target) {
                    sum.won += share * ends.won.get(rest).copied().unwrap_or(0.0);
                    sum.lost += share * ends.lost.get(rest).copied().unwrap_or(0.0);
                }
            }
        }
        sum
    }

    /// How often, from each stage, each is entered by some of the steps: the inverse of `1 − Q` with `Q` the moves. What
    /// leaves has weight nearly always, so the elimination needs no exchange of rows; of stages that only lead to one
    /// another nothing follows.
    fn entries(&self, counts: impl Fn(&Step) -> bool) -> Vec<Vec<f64>> {
        let identity = |at: usize| (0..self.stages.len()).map(move |of| f64::from(u8::from(of == at)));
        let moves = |stage: &StageExits, to: usize| {
            let exits = stage.steps.iter().filter(|step| counts(step)).flat_map(|step| &step.exits);
            exits.filter(|(target, _)| *target == to).fold(0.0, |sum, (_, share)| sum + share)
        };
        let rows = self.stages.iter().enumerate().map(|(at, stage)| {
            let left = identity(at).enumerate().map(|(to, one)| one - moves(stage, to));
            left.chain(identity(at)).collect()
        });
        let mut rows: Vec<Vec<f64>> = rows.collect();
        for pivot in 0..rows.len() {
            let Some(mut first) = rows.get(pivot).cloned() else { continue };
            let divisor = first.get(pivot).copied().unwrap_or(1.0);
            let leaves = divisor > NOTHING_LEAVES;
            first.iter_mut().for_each(|entry| *entry = if leaves { *entry / divisor } else { 0.0 });
            for (at, row) in rows.iter_mut().enumerate() {
                if at == pivot {
                    row.clone_from(&first);
                    continue;
                }
                let factor = row.get(pivot).copied().unwrap_or(0.0);
                row.iter_mut().zip(&first).for_each(|(entry, of_first)| *entry -= factor * of_first);
            }
        }
        rows.into_iter().map(|row| row.into_iter().skip(self.stages.len()).collect()).collect()
    }
}

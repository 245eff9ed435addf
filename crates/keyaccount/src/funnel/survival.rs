//! The statistics of durations of which some are not over yet.
//!
//! An opportunity that is still open has lasted at least so long: it is *censored*, neither dropped nor taken for an
//! end. Kaplan–Meier estimates from both kinds how many last longer than a day; Aalen–Johansen splits those that do
//! not by what ended them. Days are whole; what ends on a day and what is censored on it were both at risk on it; all
//! ends of one day happen together.
//!
//! Days are walked from the first to the last and causes in their order, so the same counts give the same bits.

use std::collections::BTreeMap;

/// What happened on one day: how many ended, by cause, and how many were last seen then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DayCounts<const CAUSES: usize> {
    pub(crate) finished: [u64; CAUSES],
    pub(crate) censored: u64,
}

impl<const CAUSES: usize> DayCounts<CAUSES> {
    const NONE: Self = Self { finished: [0; CAUSES], censored: 0 };

    /// How many ended, whatever ended them.
    pub(crate) fn all_finished(&self) -> u64 {
        self.finished.iter().fold(0, |sum: u64, count| sum.saturating_add(*count))
    }

    /// How many were observed at all.
    pub(crate) fn observed(&self) -> u64 {
        self.all_finished().saturating_add(self.censored)
    }

    fn add(&mut self, other: &Self) {
        for (sum, count) in self.finished.iter_mut().zip(&other.finished) {
            *sum = sum.saturating_add(*count);
        }
        self.censored = self.censored.saturating_add(other.censored);
    }
}

/// Durations counted by whole days. Adding is cheap; the order of adding does not matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DayTally<const CAUSES: usize> {
    /// The days up to the longest one below [`Self::DENSE_DAYS`], each in its place.
    near: Vec<DayCounts<CAUSES>>,
    /// Longer durations, so that one that lasted a century takes one entry.
    far: BTreeMap<u32, DayCounts<CAUSES>>,
}

impl<const CAUSES: usize> Default for DayTally<CAUSES> {
    fn default() -> Self {
        Self { near: Vec::new(), far: BTreeMap::new() }
    }
}

impl<const CAUSES: usize> DayTally<CAUSES> {
    /// About eleven years: few sales last longer, and the table stays below 100 kB for two causes.
    const DENSE_DAYS: u32 = 4096;

    /// Counts a duration that a cause ended on a day. A cause that does not exist does not compile.
    #[inline]
    pub(crate) fn finish<const CAUSE: usize>(&mut self, day: u32) {
        const { assert!(CAUSE < CAUSES, "there is no such cause") }
        self.change(day, |counts| {
            if let Some(count) = counts.finished.get_mut(CAUSE) {
                *count = count.saturating_add(1);
            }
        });
    }

    /// Takes back a duration that was counted as ended: it went on.
    #[inline]
    pub(crate) fn take_back<const CAUSE: usize>(&mut self, day: u32) {
        const { assert!(CAUSE < CAUSES, "there is no such cause") }
        self.change(day, |counts| {
            if let Some(count) = counts.finished.get_mut(CAUSE) {
                *count = count.saturating_sub(1);
            }
        });
    }

    /// Counts a duration that was not over on the last day it was seen.
    #[inline]
    pub(crate) fn censor(&mut self, day: u32) {
        self.change(day, |counts| counts.censored = counts.censored.saturating_add(1));
    }

    /// The days on which something was counted, from the first to the last.
    pub(crate) fn days(&self) -> impl Iterator<Item = (u32, &DayCounts<CAUSES>)> {
        let far = self.far.iter().map(|(day, counts)| (*day, counts));
        (0..).zip(&self.near).chain(far).filter(|(_, counts)| counts.observed() > 0)
    }

    /// The counts of all days together.
    pub(crate) fn total(&self) -> DayCounts<CAUSES> {
        self.days().fold(DayCounts::NONE, |mut sum, (_, counts)| {
            sum.add(counts);
            sum
        })
    }

    #[inline]
    fn change(&mut self, day: u32, change: impl FnOnce(&mut DayCounts<CAUSES>)) {
        match self.near.get_mut(day as usize) {
            Some(counts) => change(counts),
            None => change(self.first_on(day)),
        }
    }

    /// Makes room for a day that is none of the near ones so far.
    #[cold]
    fn first_on(&mut self, day: u32) -> &mut DayCounts<CAUSES> {
        if day < Self::DENSE_DAYS {
            self.near.resize((day as usize).saturating_add(1), DayCounts::NONE);
        }
        match self.near.get_mut(day as usize) {
            Some(counts) => counts,
            None => self.far.entry(day).or_insert(DayCounts::NONE),
        }
    }
}

/// How things stood after a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CurvePoint<const CAUSES: usize> {
    pub(crate) day: u32,
    /// How many lasted up to this day: they could end on it.
    pub(crate) at_risk: u64,
    pub(crate) counts: DayCounts<CAUSES>,
    /// Kaplan–Meier: the share that lasts longer than this day.
    pub(crate) survival: f64,
    /// Aalen–Johansen: the share that each cause has ended by this day. With `survival` they add up to one.
    pub(crate) incidence: [f64; CAUSES],
}

/// The curves over the days on which something was observed; without points where nothing was.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Curve<const CAUSES: usize> {
    /// One for each such day, from the first to the last.
    points: Vec<CurvePoint<CAUSES>>,
}

impl<const CAUSES: usize> Curve<CAUSES> {
    /// How near the curve has to come to a level to have reached it: a rounding in the last digit must not move a
    /// median by a step.
    const REACHED_WITHIN: f64 = 1e-12;

    /// Estimates the curves.
    ///
    /// As long as nothing is censored, those at risk become fewer only by ends, so the factors of Kaplan–Meier,
    /// `1 - d/n`, cancel to `left / n`, and `S(t-)/n` of Aalen–Johansen's terms `S(t-)·d/n` stays what it was.
    /// Multiplying out only where something is censored therefore rounds once instead of every day: without censoring
    /// the shares come out as plain divisions.
    pub(crate) fn of(tally: &DayTally<CAUSES>) -> Self {
        let mut left = tally.total().observed();
        // Where the curves stood, and how many were left, when something was last censored.
        let (mut survival, mut incidence) = (1.0, [0.0; CAUSES]);
        let mut at_risk_since = left;
        let mut finished_since = [0_u64; CAUSES];
        let mut points = Vec::new();
        for (day, counts) in tally.days() {
            let at_risk = left;
            left = left.saturating_sub(counts.all_finished());
            for (sum, count) in finished_since.iter_mut().zip(&counts.finished) {
                *sum = sum.saturating_add(*count);
            }
            let mut point = CurvePoint { day, at_risk, counts: *counts, survival, incidence };
            if at_risk_since > left {
                point.survival = survival * left as f64 / at_risk_since as f64;
                for (share, finished) in point.incidence.iter_mut().zip(finished_since) {
                    *share = (*share + survival * finished as f64 / at_risk_since as f64).min(1.0);
                }
            }
            if counts.censored > 0 {
                left = left.saturating_sub(counts.censored);
                (survival, incidence) = (point.survival, point.incidence);
                (at_risk_since, finished_since) = (left, [0; CAUSES]);
            }
            points.push(point);
        }
        Self { points }
    }

    /// How things stood after each observed day, from the first to the last.
    pub(crate) fn points(&self) -> &[CurvePoint<CAUSES>] {
        &self.points
    }

    /// How things stand after the last observed day; `None` where nothing was observed.
    pub(crate) fn last(&self) -> Option<&CurvePoint<CAUSES>> {
        self.points.last()
    }

    /// The first day by which at least a share `ended` has ended; `None` where the curve never gets there.
    pub(crate) fn quantile(&self, ended: f64) -> Option<u32> {
        let level = 1.0 - ended + Self::REACHED_WITHIN;
        self.points.iter().find(|point| point.survival <= level).map(|point| point.day)
    }
}

#[cfg(test)]
mod tests;

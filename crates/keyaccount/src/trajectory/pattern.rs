//! The days on which something was bought, their pace and what they say of the next one, on the account's clock.

use super::clock::Clock;
use super::law::IntervalLaw;
use crate::loyalty::occasions::day_number;
use crate::loyalty::rhythm::{Pace, latest};
use crate::playbook::PlaybookDraft;
use crate::values::Date;

/// Days of orders with a rhythm.
pub(super) struct Pattern {
    pub(super) pace: Pace,
    pub(super) law: IntervalLaw,
    /// The latest intervals, on the clock.
    pub(super) lengths: Vec<f64>,
    /// The same in days.
    pub(super) days: Vec<i64>,
    pub(super) last: Date,
}

impl Pattern {
    /// From days that ascend; none with fewer than `minimum` of them, or than it takes for an interval.
    pub(super) fn of(dates: &[Date], minimum: u32, clock: &Clock, draft: &PlaybookDraft) -> Option<Self> {
        if dates.len() < usize::try_from(minimum).unwrap_or(usize::MAX) {
            return None;
        }
        let numbers: Vec<i64> = dates.iter().map(|date| day_number(*date)).collect();
        let pace = Pace::of(&numbers, &draft.lifecycle)?;
        let recent = latest(dates, pace.intervals.saturating_add(1));
        let lengths = clock.intervals(recent);
        let days =
            recent.iter().zip(recent.iter().skip(1)).map(|(earlier, later)| later.days_since(*earlier)).collect();
        let law = IntervalLaw::of(&lengths, &draft.trajectory)?;
        Some(Self { pace, law, lengths, days, last: *dates.last()? })
    }

    /// How probable it is that the silence after the last order lasts beyond a day.
    pub(super) fn silence(&self, clock: &Clock, until: Date) -> f64 {
        self.law.survival(1, clock.between(self.last, until))
    }

    /// The first day of the intervals that the pattern is taken from.
    pub(super) fn first(&self) -> Date {
        let span: i64 = self.days.iter().fold(0, |sum, days| sum.saturating_add(*days));
        self.last.minus_days(u32::try_from(span).unwrap_or(u32::MAX))
    }

    /// The day of the next order, had the usual interval been kept.
    pub(super) fn expected(&self) -> Date {
        self.last.plus_days(u32::try_from(self.pace.whole_median()).unwrap_or(u32::MAX))
    }
}

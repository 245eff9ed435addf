//! The time in which an account's orders come evenly: days, or where it has a season, days weighed by their month.
//!
//! Where twice as many orders come in March as in a usual month, a day of March counts double. In that time the orders of
//! a seasonal account are a plain sequence of intervals again (the time-rescaling theorem), so that a silence over the
//! summer is short if the account never buys in summer.

use chrono::NaiveDate;

use crate::loyalty::occasions::day_number;
use crate::values::Date;

/// Mean days of each month over four hundred years.
const MONTHS: [f64; 12] = [31.0, 28.2425, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0];
/// Mean days of a year.
pub(super) const YEAR: f64 = 365.2425;

/// The day of a number that [`day_number`] gave.
pub(super) fn date_of(day: i64) -> Option<Date> {
    let day = i32::try_from(day).ok().and_then(NaiveDate::from_num_days_from_ce_opt)?;
    Date::try_from(day).ok()
}

/// How many days the month of a day has.
pub(super) fn days_of_month(date: Date) -> u32 {
    match date.month() {
        2 if NaiveDate::from(date).leap_year() => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// A clock that runs evenly, or by the months' shares of the orders.
#[derive(Clone, Debug)]
pub(super) enum Clock {
    Even,
    Seasonal {
        /// What has passed of a year at the start of each month.
        start: [f64; 12],
        /// What passes within each month.
        length: [f64; 12],
    },
}

impl Clock {
    /// A clock by the months' orders relative to a usual month's; a year stays as long as it is.
    pub(super) fn seasonal(index: &[f64; 12]) -> Self {
        let mut length = MONTHS;
        for (length, index) in length.iter_mut().zip(index) {
            *length *= index;
        }
        let whole: f64 = length.iter().sum();
        let mut start = [0.0; 12];
        let mut passed = 0.0;
        for (start, length) in start.iter_mut().zip(&mut length) {
            *length *= YEAR / whole;
            *start = passed;
            passed += *length;
        }
        Self::Seasonal { start, length }
    }

    pub(super) const fn is_seasonal(&self) -> bool {
        matches!(self, Self::Seasonal { .. })
    }

    /// The time at the start of a day.
    pub(super) fn at(&self, date: Date) -> f64 {
        match self {
            Self::Even => day_number(date) as f64,
            Self::Seasonal { start, length } => {
                let month = usize::try_from(date.month().saturating_sub(1)).unwrap_or(0);
                let (start, length) = (start.get(month).unwrap_or(&0.0), length.get(month).unwrap_or(&0.0));
                let within = f64::from(date.day().saturating_sub(1)) / f64::from(days_of_month(date));
                f64::from(date.year()) * YEAR + start + length * within
            }
        }
    }

    /// The time between two days.
    pub(super) fn between(&self, from: Date, to: Date) -> f64 {
        self.at(to) - self.at(from)
    }

    /// The intervals between days that ascend.
    pub(super) fn intervals(&self, dates: &[Date]) -> Vec<f64> {
        dates.iter().zip(dates.iter().skip(1)).map(|(earlier, later)| self.between(*earlier, *later)).collect()
    }

    /// The first day after another at which a condition holds that holds ever after; the last supported day where none
    /// within two centuries does.
    pub(super) fn first_day_after(after: Date, holds: impl Fn(Date) -> bool) -> Date {
        const HORIZON: u32 = 1 << 17;
        let mut step = 1_u32;
        while step < HORIZON && !holds(after.plus_days(step)) {
            step = step.saturating_mul(2);
        }
        let (mut low, mut high) = (step.div_euclid(2), step);
        while high.saturating_sub(low) > 1 {
            let middle = low.midpoint(high);
            if holds(after.plus_days(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        after.plus_days(high)
    }
}

//! Calendar days.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};

use super::vocabulary::serde_as_text;
use crate::problem::{Problem, ProblemCode, quote};

/// A day of the Gregorian calendar from 1900-01-01 to 2199-12-31, without a time zone.
///
/// On the wire it is text, strictly `YYYY-MM-DD`.
///
/// # Examples
/// ```
/// use keyaccount::Date;
///
/// let signed: Date = "2026-03-31".parse()?;
/// assert_eq!(signed.days_since("2026-03-01".parse()?), 30);
/// assert!("2026-3-31".parse::<Date>().is_err());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    const FIRST_YEAR: i32 = 1900;
    const LAST_YEAR: i32 = 2199;
    const ALLOWED: &str = "YYYY-MM-DD from 1900-01-01 to 2199-12-31";

    /// The day of a year, month and day.
    ///
    /// # Errors
    /// A [`Problem`] where the calendar has no such day, or it lies outside 1900 to 2199.
    pub fn try_new(year: i32, month: u32, day: u32) -> Result<Self, Problem> {
        let text = format!("{year:04}-{month:02}-{day:02}");
        NaiveDate::from_ymd_opt(year, month, day).ok_or_else(|| not_a_day(&text)).and_then(Self::try_from)
    }

    /// The first month of the year is 1.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The first day of the month is 1.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Whole days from `earlier` to this day; negative where `earlier` is later.
    #[must_use]
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The day `days` later, or the last supported day.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Self {
        self.0
            .checked_add_days(Days::new(days.into()))
            .and_then(|day| Self::try_from(day).ok())
            .unwrap_or_else(|| Self::edge(Self::LAST_YEAR, 12, 31))
    }

    /// The day `days` earlier, or the first supported day.
    #[must_use]
    pub fn minus_days(self, days: u32) -> Self {
        self.0
            .checked_sub_days(Days::new(days.into()))
            .and_then(|day| Self::try_from(day).ok())
            .unwrap_or_else(|| Self::edge(Self::FIRST_YEAR, 1, 1))
    }

    /// Whole days from the first supported day, 1900-01-01, which was a Monday.
    pub(crate) fn days_since_first_monday(self) -> i64 {
        self.days_since(Self::edge(Self::FIRST_YEAR, 1, 1))
    }

    fn edge(year: i32, month: u32, day: u32) -> Self {
        Self(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default())
    }
}

fn not_a_day(text: &str) -> Problem {
    let message = format!("`{}` is not a day of the calendar", quote(text));
    Problem::new(ProblemCode::InvalidDate, text, message, Date::ALLOWED)
}

impl TryFrom<NaiveDate> for Date {
    type Error = Problem;

    fn try_from(day: NaiveDate) -> Result<Self, Problem> {
        if (Self::FIRST_YEAR..=Self::LAST_YEAR).contains(&day.year()) {
            return Ok(Self(day));
        }
        let message = format!("`{day}` is outside the years 1900 to 2199");
        Err(Problem::new(ProblemCode::DateOutOfRange, day, message, Self::ALLOWED))
    }
}

impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        date.0
    }
}

impl FromStr for Date {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let shape_is_right = text.len() == 10
            && text.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        if !shape_is_right {
            return Err(not_a_day(text));
        }
        NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| not_a_day(text)).and_then(Self::try_from)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

serde_as_text!(Date, "a date (text, YYYY-MM-DD)");

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Date {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Date".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date" })
    }
}

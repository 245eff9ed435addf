//! Calendar months.

use std::fmt;
use std::str::FromStr;

use super::date::Date;
use super::vocabulary::serde_as_text;
use crate::problem::{Problem, ProblemCode, quote};

/// A month of a year, from 1900-01 to 2199-12.
///
/// On the wire it is text, strictly `YYYY-MM`.
///
/// # Examples
/// ```
/// use keyaccount::Month;
///
/// let february: Month = "2028-02".parse()?;
/// assert_eq!(february, Month::of("2028-02-10".parse()?));
/// assert_eq!(february.last_day().to_string(), "2028-02-29");
/// assert!("2028-2".parse::<Month>().is_err());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first_day: Date,
}

impl Month {
    const ALLOWED: &str = "YYYY-MM from 1900-01 to 2199-12";

    /// The month that a day is in.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self { first_day: day.minus_days(day.day().saturating_sub(1)) }
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Date {
        self.first_day
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> Date {
        // Past the end of the calendar a day is its last one, the end of a month.
        self.next().map_or_else(|| self.first_day.plus_days(30), |next| next.first_day.minus_days(1))
    }

    /// The month before; none before the first supported one.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let previous = Self::of(self.first_day.minus_days(1));
        (previous < self).then_some(previous)
    }

    /// The month after; none after the last supported one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        // No month has more than 31 days, and no two have fewer than 32.
        let next = Self::of(self.first_day.plus_days(31));
        (next > self).then_some(next)
    }
}

impl FromStr for Month {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let day = Date::from_str(&format!("{text}-01"));
        day.map(Self::of).map_err(|_| {
            let message = format!("`{}` is not a month of the calendar", quote(text));
            Problem::new(ProblemCode::InvalidDate, text, message, Self::ALLOWED)
        })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first_day.year(), self.first_day.month())
    }
}

impl fmt::Debug for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

serde_as_text!(Month, "a month (text, YYYY-MM)");

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Month {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Month".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": r"^\d{4}-(0[1-9]|1[0-2])$" })
    }
}

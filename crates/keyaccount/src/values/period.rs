//! Days on end.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::vocabulary::vocabulary;
use crate::problem::{Problem, ProblemCode};

/// Some days on end, from a first to a last one, both included: a quarter, a year.
///
/// # Examples
/// ```
/// use keyaccount::Period;
///
/// let quarter = Period { first: "2026-04-01".parse()?, last: "2026-06-30".parse()? };
/// assert!(quarter.holds("2026-06-30".parse()?));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Period {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

impl Period {
    /// Whether a day is one of them.
    #[must_use]
    pub fn holds(self, day: Date) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Refuses a first day after the last one.
    pub(crate) fn check(self, path: &str) -> Result<(), Problem> {
        let Self { first, last } = self;
        if first <= last {
            return Ok(());
        }
        let message = format!("{first} lies after {last}, the last day");
        Err(Problem::new(ProblemCode::DateOrder, first, message, format!("{last} or earlier")).at(path))
    }
}

vocabulary! {
    /// How long the periods of a calendar are.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::PeriodUnit::Quarter.as_str(), "quarter");
    /// ```
    pub enum PeriodUnit {
        /// A month of the calendar.
        Month = "month", "month", "月";
        /// A quarter of the fiscal year.
        Quarter = "quarter", "fiscal quarter", "财季";
        /// A fiscal year.
        Year = "year", "fiscal year", "财年";
    }
}

impl PeriodUnit {
    /// How many months it has.
    pub(crate) const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }
}

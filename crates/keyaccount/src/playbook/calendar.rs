//! The fiscal calendar.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::problem::{Problem, ProblemCode, quote};
use crate::values::vocabulary::serde_as_text;
use crate::values::{Date, Month, Period, PeriodUnit, TimeZone, vocabulary};

/// When the fiscal year starts, and which zone's days count.
///
/// # Examples
/// ```
/// use keyaccount::Calendar;
///
/// let april = Calendar { fiscal_year_start_month: 4, ..Calendar::default() };
/// assert_eq!(april.quarter("2026-03-31".parse()?).to_string(), "FY2026-Q4");
/// assert_eq!(april.quarter("2026-04-01".parse()?).to_string(), "FY2027-Q1");
/// assert_eq!(Calendar::default().quarter("2026-04-01".parse()?).to_string(), "FY2026-Q2");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Calendar {
    /// The month in which the fiscal year starts, 1 to 12.
    pub fiscal_year_start_month: u32,
    /// The zone of the business's days. A moment that carries an offset is brought to it; a bare date or local time
    /// is taken as it is.
    pub time_zone: TimeZone,
    /// The days of the week that are worked on.
    pub working_days: Vec<Weekday>,
    /// Days that would be worked on by their weekday and are not.
    pub holidays: Vec<Date>,
}

impl Default for Calendar {
    fn default() -> Self {
        let working_days = Weekday::ALL.iter().copied().take(5).collect();
        Self { fiscal_year_start_month: 1, time_zone: TimeZone::UTC, working_days, holidays: Vec::new() }
    }
}

impl Calendar {
    /// The fiscal quarter that a day lies in. A fiscal year bears the number of the calendar year it ends in.
    #[must_use]
    pub fn quarter(&self, date: Date) -> FiscalQuarter {
        let start = self.fiscal_year_start_month.clamp(1, 12);
        let ends_next_year = start > 1 && date.month() >= start;
        FiscalQuarter {
            year: date.year().saturating_add(i32::from(ends_next_year)),
            quarter: self.months_into_year(date).checked_div(3).unwrap_or(0).saturating_add(1),
        }
    }

    /// Months, fiscal quarters or fiscal years on end; the one that a day lies in comes first. There are fewer than
    /// asked for where the calendar ends before.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Calendar, PeriodUnit};
    ///
    /// let april = Calendar { fiscal_year_start_month: 4, ..Calendar::default() };
    /// let quarters = april.periods_from(PeriodUnit::Quarter, "2026-02-10".parse()?, 2);
    /// let days: Vec<_> = quarters.iter().map(|quarter| (quarter.first.to_string(), quarter.last.to_string())).collect();
    /// assert_eq!(days[0], ("2026-01-01".into(), "2026-03-31".into()));
    /// assert_eq!(days[1], ("2026-04-01".into(), "2026-06-30".into()));
    /// assert_eq!(april.periods_from(PeriodUnit::Year, "2026-02-10".parse()?, 1)[0].first.to_string(), "2025-04-01");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn periods_from(&self, unit: PeriodUnit, as_of: Date, count: usize) -> Vec<Period> {
        let begins = |month: Month| self.months_into_year(month.first_day()).checked_rem(unit.months()) == Some(0);
        let mut first = Month::of(as_of);
        // At the calendar's edges a period is cut short.
        while let Some(previous) = first.previous().filter(|_| !begins(first)) {
            first = previous;
        }
        let mut periods = Vec::new();
        let mut begin = Some(first);
        while let Some(first) = begin.filter(|_| periods.len() < count) {
            let mut last = first;
            while let Some(next) = last.next().filter(|next| !begins(*next)) {
                last = next;
            }
            periods.push(Period { first: first.first_day(), last: last.last_day() });
            begin = last.next();
        }
        periods
    }

    /// Whole months from the start of the fiscal year to the month of a day.
    fn months_into_year(&self, date: Date) -> u32 {
        let start = self.fiscal_year_start_month.clamp(1, 12);
        date.month().saturating_add(12).saturating_sub(start).checked_rem(12).unwrap_or(0)
    }
}

impl Calendar {
    /// How many working days lie after one day, up to and with another; below zero where the other is the earlier.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Calendar;
    ///
    /// let calendar = Calendar { holidays: vec!["2026-05-01".parse()?], ..Calendar::default() };
    /// // From a Thursday to the Monday after: Friday is a holiday, so that Monday alone counts.
    /// assert_eq!(calendar.business_days("2026-04-30".parse()?, "2026-05-04".parse()?), 1);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn business_days(&self, from: Date, to: Date) -> i64 {
        self.working_days_until(to).saturating_sub(self.working_days_until(from))
    }

    /// Working days since the first supported day, up to and with a day.
    fn working_days_until(&self, day: Date) -> i64 {
        let days = day.days_since_first_monday();
        let weeks = days.div_euclid(7);
        let per_week = i64::try_from(self.working_days.len()).unwrap_or(7);
        let begun =
            self.working_days.iter().filter(|weekday| weekday.days_after_monday() <= days.rem_euclid(7)).count();
        let free = self.holidays.iter().filter(|holiday| **holiday <= day && self.works_on(**holiday)).count();
        let begun = i64::try_from(begun).unwrap_or(7);
        weeks.saturating_mul(per_week).saturating_add(begun).saturating_sub(i64::try_from(free).unwrap_or(i64::MAX))
    }

    fn works_on(&self, day: Date) -> bool {
        let weekday = day.days_since_first_monday().rem_euclid(7);
        self.working_days.iter().any(|working| working.days_after_monday() == weekday)
    }
}

vocabulary! {
    /// A day of the week.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::Weekday::ALL[0], keyaccount::Weekday::Monday);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum Weekday {
        /// Monday.
        Monday = "monday", "Monday", "星期一";
        /// Tuesday.
        Tuesday = "tuesday", "Tuesday", "星期二";
        /// Wednesday.
        Wednesday = "wednesday", "Wednesday", "星期三";
        /// Thursday.
        Thursday = "thursday", "Thursday", "星期四";
        /// Friday.
        Friday = "friday", "Friday", "星期五";
        /// Saturday.
        Saturday = "saturday", "Saturday", "星期六";
        /// Sunday.
        Sunday = "sunday", "Sunday", "星期日";
    }
}

impl Weekday {
    const fn days_after_monday(self) -> i64 {
        match self {
            Self::Monday => 0,
            Self::Tuesday => 1,
            Self::Wednesday => 2,
            Self::Thursday => 3,
            Self::Friday => 4,
            Self::Saturday => 5,
            Self::Sunday => 6,
        }
    }
}

/// A quarter of a fiscal year, written `FY2026-Q4`.
///
/// # Examples
/// ```
/// use keyaccount::{Calendar, FiscalQuarter};
///
/// let quarter: FiscalQuarter = "FY2026-Q4".parse()?;
/// assert_eq!(Calendar::default().quarter("2026-11-22".parse()?), quarter);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalQuarter {
    year: i32,
    quarter: u32,
}

impl FiscalQuarter {
    /// The fiscal year, named after the calendar year it ends in.
    ///
    /// # Examples
    /// ```
    /// let quarter: keyaccount::FiscalQuarter = "FY2026-Q4".parse()?;
    /// assert_eq!(quarter.year(), 2026);
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub const fn year(self) -> i32 {
        self.year
    }
}

impl fmt::Display for FiscalQuarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FY{:04}-Q{}", self.year, self.quarter)
    }
}

impl FromStr for FiscalQuarter {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        let parts = text.strip_prefix("FY").and_then(|rest| rest.split_once("-Q"));
        let parsed = parts.and_then(|(year, quarter)| {
            let digits = year.bytes().all(|byte| byte.is_ascii_digit());
            let year = year.parse().ok().filter(|_| year.len() == 4 && digits)?;
            let quarter = quarter.parse().ok().filter(|number| (1..=4).contains(number) && quarter.len() == 1)?;
            Some(Self { year, quarter })
        });
        parsed.ok_or_else(|| {
            let message = format!("`{}` is not a fiscal quarter", quote(text));
            Problem::new(ProblemCode::InvalidDate, text, message, "FYyyyy-Qn, such as FY2026-Q4")
        })
    }
}

serde_as_text!(FiscalQuarter, "a fiscal quarter (text, such as FY2026-Q4)");

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FiscalQuarter {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FiscalQuarter".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": r"^FY\d{4}-Q[1-4]$" })
    }
}

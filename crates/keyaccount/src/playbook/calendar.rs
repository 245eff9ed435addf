//! The fiscal calendar.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::problem::{Problem, ProblemCode, quote};
use crate::values::Date;
use crate::values::vocabulary::serde_as_text;

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
    /// How far the business's days run ahead of UTC, in minutes: 480 for China. Applies to moments that carry an
    /// offset; a bare date or local time is taken as it is.
    pub utc_offset_minutes: i32,
}

impl Default for Calendar {
    fn default() -> Self {
        Self { fiscal_year_start_month: 1, utc_offset_minutes: 0 }
    }
}

impl Calendar {
    /// The fiscal quarter that a day lies in. A fiscal year bears the number of the calendar year it ends in.
    #[must_use]
    pub fn quarter(&self, date: Date) -> FiscalQuarter {
        let start = self.fiscal_year_start_month.clamp(1, 12);
        let months_in = date.month().saturating_add(12).saturating_sub(start).checked_rem(12).unwrap_or(0);
        let ends_next_year = start > 1 && date.month() >= start;
        FiscalQuarter {
            year: date.year().saturating_add(i32::from(ends_next_year)),
            quarter: months_in.checked_div(3).unwrap_or(0).saturating_add(1),
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

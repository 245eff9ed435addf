//! Moments of a history, as exact as the source recorded them.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, NaiveDateTime, NaiveTime, Timelike};

use super::date::Date;
use super::time_zone::TimeZone;
use super::vocabulary::serde_as_text;
use crate::problem::{Problem, ProblemCode, quote};

/// When an event happened: a day, a local time on a day, or a time with its UTC offset.
///
/// On the wire it is text: `2026-03-31`, `2026-03-31T14:05:00` or `2026-03-31T14:05:00+08:00`
/// (`Z` means `+00:00`; seconds may be left out or carry a fraction).
///
/// # Examples
/// ```
/// use keyaccount::Moment;
///
/// let recorded: Moment = "2026-03-31T23:30:00Z".parse()?;
/// assert_eq!(recorded.date_in("Asia/Shanghai".parse()?).to_string(), "2026-04-01");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    date: Date,
    time: Option<NaiveTime>,
    offset_minutes: Option<i32>,
}

impl Moment {
    const ALLOWED: &str = "YYYY-MM-DD, YYYY-MM-DDTHH:MM:SS or YYYY-MM-DDTHH:MM:SS+HH:MM, from 1900-01-01 to 2199-12-31";

    /// The local day in a zone.
    ///
    /// A moment without an offset is already local.
    #[must_use]
    pub fn date_in(self, zone: TimeZone) -> Date {
        Date::try_from(self.local(zone).date()).unwrap_or(self.date)
    }

    /// The local date and time in a zone; a bare day starts at midnight.
    #[must_use]
    pub fn local(self, zone: TimeZone) -> NaiveDateTime {
        let written = self.written();
        let Some(offset) = self.offset_minutes else { return written };
        written.checked_sub_offset(offset_of(offset)).map_or(written, |utc| zone.local(utc))
    }

    /// The date and time of UTC, by which moments are ordered; a bare day starts at midnight in the zone.
    #[must_use]
    pub fn instant(self, zone: TimeZone) -> NaiveDateTime {
        let written = self.written();
        match self.offset_minutes {
            Some(offset) => written.checked_sub_offset(offset_of(offset)).unwrap_or(written),
            None => zone.utc(written),
        }
    }

    /// Whether the time of day is known.
    pub(crate) const fn has_time(self) -> bool {
        self.time.is_some()
    }

    fn written(self) -> NaiveDateTime {
        chrono::NaiveDate::from(self.date).and_time(self.time.unwrap_or_default())
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Self { date, time: None, offset_minutes: None }
    }
}

impl FromStr for Moment {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if text.len() <= 10 {
            return Date::from_str(text).map(Self::from);
        }
        let invalid = || {
            let message = format!("`{}` is not a date or a date and time", quote(text));
            Problem::new(ProblemCode::InvalidMoment, text, message, Self::ALLOWED)
        };
        let day = text.get(..10).ok_or_else(invalid)?;
        let date = Date::from_str(day).map_err(|problem| match problem.code {
            ProblemCode::DateOutOfRange => problem,
            _ => invalid(),
        })?;
        let rest = text.get(10..).and_then(|rest| rest.strip_prefix('T')).ok_or_else(invalid)?;
        let (time_text, offset_minutes) = split_offset(rest).ok_or_else(invalid)?;
        let time = parse_time(time_text).ok_or_else(invalid)?;
        Ok(Self { date, time: Some(time), offset_minutes })
    }
}

fn offset_of(minutes: i32) -> FixedOffset {
    FixedOffset::east_opt(minutes.saturating_mul(60)).unwrap_or(chrono::Offset::fix(&chrono::Utc))
}

/// Splits `14:05:00+08:00` into the time of day and the offset in minutes.
fn split_offset(text: &str) -> Option<(&str, Option<i32>)> {
    if let Some(time) = text.strip_suffix('Z') {
        return Some((time, Some(0)));
    }
    let Some(at) = text.find(['+', '-']) else {
        return Some((text, None));
    };
    let (time, offset) = text.split_at_checked(at)?;
    let probe = format!("2000-01-01T00:00:00{offset}");
    let parsed: DateTime<FixedOffset> = DateTime::parse_from_rfc3339(&probe).ok()?;
    Some((time, parsed.offset().local_minus_utc().checked_div(60)))
}

/// Reads `14:05`, `14:05:00` or `14:05:00.25`; chrono alone would take `14:5:0` and spaces too.
fn parse_time(text: &str) -> Option<NaiveTime> {
    let shape_is_right = matches!(text.len(), 5 | 8 | 10..)
        && text.bytes().enumerate().all(|(at, byte)| match at {
            2 | 5 => byte == b':',
            8 => byte == b'.',
            _ => byte.is_ascii_digit(),
        });
    let format = if text.len() == 5 { "%H:%M" } else { "%H:%M:%S%.f" };
    let time = NaiveTime::parse_from_str(text, format).ok().filter(|_| shape_is_right)?;
    // A leap second is a moment of the second before, so that order and text stay plain.
    (time.nanosecond() < 1_000_000_000).then_some(time)
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date.fmt(f)?;
        if let Some(time) = self.time {
            write!(f, "T{}", time.format("%H:%M:%S%.f"))?;
        }
        match self.offset_minutes {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                let size = minutes.unsigned_abs();
                write!(f, "{sign}{:02}:{:02}", size.div_euclid(60), size.rem_euclid(60))
            }
        }
    }
}

serde_as_text!(Moment, "a moment (text: a date, or a date and time)");

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Moment {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Moment".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$"
        })
    }
}

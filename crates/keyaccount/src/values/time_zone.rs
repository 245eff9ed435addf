//! The zone in which a business's days begin and end.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, FixedOffset, MappedLocalTime, NaiveDateTime, Offset, TimeDelta, TimeZone as _};
use chrono_tz::Tz;

use super::vocabulary::serde_as_text;
use crate::problem::{Problem, ProblemCode, quote};

/// A time zone: one of the IANA database's by name, with its summer times, or a fixed offset from UTC.
///
/// On the wire it is text: `Asia/Shanghai`, `Europe/Berlin`, `UTC` or `+08:00`. The database is part of the library,
/// so that the same text means the same everywhere.
///
/// # Examples
/// ```
/// use keyaccount::{Moment, TimeZone};
///
/// let berlin: TimeZone = "Europe/Berlin".parse()?;
/// let recorded: Moment = "2026-06-30T22:30:00Z".parse()?;
/// assert_eq!(recorded.date_in(berlin).to_string(), "2026-07-01", "summer time is two hours ahead");
/// let recorded: Moment = "2026-12-30T22:30:00Z".parse()?;
/// assert_eq!(recorded.date_in(berlin).to_string(), "2026-12-30", "winter time is one");
/// assert_eq!("+5:30".parse::<TimeZone>().unwrap_err().code.as_str(), "unknown_time_zone");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeZone(Zone);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    Named(Tz),
    Fixed(FixedOffset),
}

impl TimeZone {
    /// Coordinated universal time.
    pub const UTC: Self = Self(Zone::Named(Tz::UTC));

    /// The local date and time at a moment of UTC.
    pub(crate) fn local(self, utc: NaiveDateTime) -> NaiveDateTime {
        let offset = match self.0 {
            Zone::Named(zone) => zone.offset_from_utc_datetime(&utc).fix(),
            Zone::Fixed(offset) => offset,
        };
        utc.checked_add_offset(offset).unwrap_or(utc)
    }
}

impl TimeZone {
    /// The moment of UTC at a local date and time. Of two, the earlier; in the hour that summer time leaves out, as
    /// if the clock had not been put forward yet.
    pub(crate) fn utc(self, local: NaiveDateTime) -> NaiveDateTime {
        let offset = match self.0 {
            Zone::Fixed(offset) => offset,
            Zone::Named(zone) => match zone.offset_from_local_datetime(&local) {
                MappedLocalTime::Single(offset) | MappedLocalTime::Ambiguous(offset, _) => offset.fix(),
                MappedLocalTime::None => {
                    let before = local.checked_sub_signed(TimeDelta::days(1)).unwrap_or(local);
                    zone.offset_from_utc_datetime(&before).fix()
                }
            },
        };
        local.checked_sub_offset(offset).unwrap_or(local)
    }
}

impl Default for TimeZone {
    fn default() -> Self {
        Self::UTC
    }
}

impl FromStr for TimeZone {
    type Err = Problem;

    fn from_str(text: &str) -> Result<Self, Problem> {
        if text.starts_with(['+', '-']) {
            let probe = DateTime::parse_from_rfc3339(&format!("2000-01-01T00:00:00{text}"));
            let offset = probe.ok().map(|moment| *moment.offset()).filter(|_| text.len() == 6);
            if let Some(offset) = offset.filter(|offset| offset.local_minus_utc().abs() <= 14 * 3600) {
                return Ok(Self(Zone::Fixed(offset)));
            }
        } else if let Ok(zone) = text.parse::<Tz>() {
            return Ok(Self(Zone::Named(zone)));
        }
        let message = format!("`{}` is not a time zone", quote(text));
        let allowed = "a name of the IANA database such as Asia/Shanghai, or an offset from -14:00 to +14:00";
        Err(Problem::new(ProblemCode::UnknownTimeZone, text, message, allowed))
    }
}

impl fmt::Display for TimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Zone::Named(zone) => f.write_str(zone.name()),
            Zone::Fixed(offset) => offset.fmt(f),
        }
    }
}

serde_as_text!(TimeZone, "a time zone (text, such as Asia/Shanghai or +08:00)");

#[cfg(feature = "schema")]
impl schemars::JsonSchema for TimeZone {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "TimeZone".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "minLength": 1, "maxLength": 64 })
    }
}

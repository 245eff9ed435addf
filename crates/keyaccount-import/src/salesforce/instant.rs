//! Days and moments in the formats of a mapping.

use chrono::format::{Item, Parsed, StrftimeItems, parse};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use keyaccount::{Date, Moment, Problem, ProblemCode, TimeZone};

use super::problem::{at, problem, quote};

/// A moment with its place in time, as the core's replay orders it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Instant {
    /// As the export writes it; a bare day starts at midnight.
    written: NaiveDateTime,
    offset_minutes: Option<i32>,
    /// Whether only the day is known.
    bare_day: bool,
    /// Local time in the playbook's zone.
    local: NaiveDateTime,
}

impl Instant {
    /// Its place in time.
    pub(super) const fn local(&self) -> NaiveDateTime {
        self.local
    }

    /// The day in the playbook's zone.
    pub(super) fn day(&self) -> NaiveDate {
        self.local.date()
    }

    /// Whether it lies before another; a bare day is not before a moment of the same day.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        if self.bare_day || other.bare_day {
            return self.day() < other.day();
        }
        self.local < other.local
    }

    /// The instant a microsecond later: less than any export records, enough to keep an order.
    pub(super) fn next(&self) -> Self {
        let step = TimeDelta::microseconds(1);
        match (self.written.checked_add_signed(step), self.local.checked_add_signed(step)) {
            (Some(written), Some(local)) => Self { written, local, bare_day: false, ..*self },
            _ => *self,
        }
    }

    /// The same, a bare day as its first moment.
    pub(super) const fn at_its_beginning(self) -> Self {
        Self { bare_day: false, ..self }
    }

    /// The moment as the core knows it; none where it lies outside the core's years.
    ///
    /// Through text, so that the core decides what a moment is.
    pub(super) fn moment(&self) -> Option<Moment> {
        if self.bare_day {
            return Date::try_from(self.written.date()).ok().map(Moment::from);
        }
        let offset = self.offset_minutes.map(|minutes| {
            let sign = if minutes < 0 { '-' } else { '+' };
            let size = minutes.unsigned_abs();
            format!("{sign}{:02}:{:02}", size.div_euclid(60), size.rem_euclid(60))
        });
        format!("{}{}", self.written.format("%Y-%m-%dT%H:%M:%S%.f"), offset.unwrap_or_default()).parse().ok()
    }
}

/// One format, understood once.
#[derive(Clone, Debug)]
struct Format {
    text: String,
    items: Vec<Item<'static>>,
}

/// The formats of a mapping in their order.
#[derive(Clone, Debug)]
pub(super) struct Formats {
    dates: Vec<Format>,
    times: Vec<Format>,
    pivot: i32,
    /// The playbook's zone.
    zone: TimeZone,
}

impl Formats {
    /// Understands formats; each that means nothing is a problem at its path in the mapping.
    pub(super) fn try_new(
        dates: &[String],
        times: &[String],
        pivot: i32,
        zone: TimeZone,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = Vec::new();
        let mut understand = |key: &str, formats: &[String]| -> Vec<Format> {
            let understood = formats.iter().enumerate().filter_map(|(index, text)| {
                let items = StrftimeItems::new(text).parse_to_owned().ok().filter(|_| !text.is_empty());
                if items.is_none() {
                    let message = format!("`{}` is not a format", quote(text));
                    let found = problem(ProblemCode::UnknownValue, text, message, "signs such as %Y-%m-%d");
                    problems.push(at(format!("dates.{key}[{index}]"), found));
                }
                Some(Format { text: text.clone(), items: items? })
            });
            understood.collect()
        };
        let dates = understand("date_formats", dates);
        let times = understand("time_formats", times);
        if dates.is_empty() && problems.is_empty() {
            let found = problem(ProblemCode::EmptyList, "", "there is no date format", "at least one format");
            problems.push(at("dates.date_formats", found));
        }
        if !(0..=100).contains(&pivot) {
            let message = format!("`{pivot}` is not a two-digit year");
            let found = problem(ProblemCode::NumberOutOfRange, pivot, message, "0 to 100");
            problems.push(at("dates.two_digit_year_pivot", found));
        }
        if problems.is_empty() { Ok(Self { dates, times, pivot, zone }) } else { Err(problems) }
    }

    /// Reads a day.
    pub(super) fn date(&self, text: &str) -> Result<Date, Problem> {
        let mut out_of_range = None;
        for parsed in self.dates.iter().filter_map(|format| self.parse(text, format)) {
            match parsed.to_naive_date().map(Date::try_from) {
                Ok(Ok(date)) => return Ok(date),
                Ok(Err(found)) => out_of_range = Some(found),
                Err(_) => {}
            }
        }
        Err(out_of_range.unwrap_or_else(|| {
            let message = format!("`{}` is not a day of the calendar in any format of the mapping", quote(text));
            problem(ProblemCode::InvalidDate, text, message, listed(&self.dates))
        }))
    }

    /// Reads a moment, or a bare day.
    pub(super) fn instant(&self, text: &str) -> Result<Instant, Problem> {
        let mut timed = self.times.iter().filter_map(|format| self.parse(text, format));
        if let Some(instant) = timed.find_map(|parsed| self.timed(&parsed)) {
            return Ok(instant);
        }
        match self.date(text) {
            Ok(date) => {
                let midnight = NaiveDate::from(date).and_time(NaiveTime::default());
                Ok(Instant { written: midnight, offset_minutes: None, bare_day: true, local: midnight })
            }
            Err(found) if found.code == ProblemCode::DateOutOfRange => Err(found),
            Err(_) => {
                let message = format!("`{}` is not a date or time in any format of the mapping", quote(text));
                let allowed = format!("{}, {}", listed(&self.times), listed(&self.dates));
                Err(problem(ProblemCode::InvalidMoment, text, message, allowed))
            }
        }
    }

    fn timed(&self, parsed: &Parsed) -> Option<Instant> {
        let written = parsed.to_naive_date().ok()?.and_time(parsed.to_naive_time().ok()?);
        let offset_minutes = parsed.offset().map(|seconds| seconds.div_euclid(60));
        let instant = Instant { written, offset_minutes, bare_day: false, local: written };
        instant.moment().map(|moment| Instant { local: moment.local(self.zone), ..instant })
    }

    fn parse(&self, text: &str, format: &Format) -> Option<Parsed> {
        let mut parsed = Parsed::new();
        parse(&mut parsed, text, format.items.iter()).ok()?;
        if let (Some(short), None) = (parsed.year_mod_100(), parsed.year()) {
            let century = if short < self.pivot { 2000 } else { 1900 };
            parsed.set_year(short.saturating_add(century).into()).ok()?;
        }
        Some(parsed)
    }
}

fn listed(formats: &[Format]) -> String {
    formats.iter().map(|format| format.text.as_str()).collect::<Vec<_>>().join(", ")
}

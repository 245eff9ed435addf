//! Whether an account buys in certain months, and how sure that is.
//!
//! Each order is an angle on the circle of the year. Rayleigh's test (Mardia and Jupp, 2000; the approximation of
//! Greenwood and Durand, 1955) asks whether the angles point one way more than chance would have it; the same test with
//! angles doubled finds two seasons half a year apart. The smaller of both probabilities counts twice (Bonferroni).
//!
//! The test takes orders as independent. Those of an account that buys in bursts are not: several of one week say little
//! more than one. Its orders are therefore counted as n / c², where c² is the squared coefficient of variation of its
//! intervals: that is by how much the number of orders in a long time varies more than by chance. And a season has to
//! come again: it must show, if less clearly, whichever year is left out.
//!
//! An account that orders every half year like clockwork orders in the same two months for years; that is called a season as
//! well, and is no less true.

use std::f64::consts::PI;

use chrono::{Datelike, NaiveDate};

use super::clock::Clock;
use super::kinds::SeasonState;
use super::verdict::{MonthIndex, SeasonFinding};
use crate::playbook::TrajectoryPolicy;
use crate::values::decimal::to_f64;
use crate::values::{Date, Estimate, Ratio};

/// Orders that every month is taken to have had beside its own, so that no month is impossible: one in all.
const PSEUDO_ORDERS: f64 = 1.0 / 12.0;
/// With a year left out, so much concentration may still be chance with this probability.
const WITHOUT_A_YEAR: f64 = 0.2;

/// The probability by chance of angles with a mean resultant of this length; `count` need not be whole.
pub(super) fn rayleigh(count: f64, length: f64) -> f64 {
    let resultant = count * length.clamp(0.0, 1.0);
    let root = 1.0 + 4.0 * count + 4.0 * (count * count - resultant * resultant);
    libm::exp(libm::sqrt(root) - (1.0 + 2.0 * count)).clamp(0.0, 1.0)
}

/// The length of the mean resultant of the days' angles, times a number of peaks a year.
fn resultant(dates: &[Date], peaks: u32) -> f64 {
    let (mut cosines, mut sines) = (0.0, 0.0);
    for date in dates {
        let day = NaiveDate::from(*date);
        let days = if day.leap_year() { 366.0 } else { 365.0 };
        let angle = 2.0 * PI * f64::from(peaks) * (f64::from(day.ordinal()) - 0.5) / days;
        cosines += libm::cos(angle);
        sines += libm::sin(angle);
    }
    libm::sqrt(cosines * cosines + sines * sines) / dates.len() as f64
}

/// The squared coefficient of variation of intervals, by the sample variance; none with fewer than two.
pub(super) fn squared_variation(lengths: &[f64]) -> Option<f64> {
    if lengths.len() < 2 {
        return None;
    }
    let count = lengths.len() as f64;
    let mean = lengths.iter().sum::<f64>() / count;
    let squares: f64 = lengths.iter().map(|length| (length - mean) * (length - mean)).sum();
    (mean > 0.0).then(|| squares / (count - 1.0) / (mean * mean))
}

/// The same day some years earlier; the 28th for a 29th of February that is not there.
fn years_before(date: Date, years: u32) -> Option<Date> {
    let year = date.year().checked_sub(i32::try_from(years).ok()?)?;
    Date::try_new(year, date.month(), date.day()).or_else(|_| Date::try_new(year, date.month(), 28)).ok()
}

/// How many whole years lie between the first of some days and the last.
fn whole_years(first: Date, last: Date) -> u32 {
    let span = u32::try_from(last.year().saturating_sub(first.year())).unwrap_or(0);
    let reaches = |years: &u32| years_before(last, *years).is_some_and(|start| start >= first);
    if reaches(&span) { span } else { span.saturating_sub(1) }
}

/// Looks for a season in the days of orders, which ascend; gives the clock that goes with it.
pub(super) fn find_season(dates: &[Date], policy: &TrajectoryPolicy) -> (SeasonFinding, Clock) {
    let years = dates.first().zip(dates.last()).map_or(0, |(first, last)| whole_years(*first, *last));
    let start = dates.last().and_then(|last| years_before(*last, years));
    let within: Vec<Date> = dates.iter().copied().filter(|date| start.is_some_and(|start| *date > start)).collect();
    let mut finding = SeasonFinding {
        state: SeasonState::TooShort,
        whole_years: years,
        occasions: within.len(),
        probability: None,
        peaks_per_year: None,
        strong_months: Vec::new(),
        weak_months: Vec::new(),
        months: Vec::new(),
    };
    if years < policy.season_minimum_years.get() {
        return (finding, Clock::Even);
    }
    let enough = usize::try_from(policy.season_minimum_occasions).unwrap_or(usize::MAX);
    if within.len() < enough {
        finding.state = SeasonState::TooFewOrders;
        return (finding, Clock::Even);
    }
    let bursts = squared_variation(&Clock::Even.intervals(&within)).unwrap_or(1.0).max(1.0);
    let count = within.len() as f64 / bursts;
    let tests = [1, 2].map(|peaks| (peaks, rayleigh(count, resultant(&within, peaks))));
    let [once, twice] = tests;
    let (peaks, probability) = if twice.1 < once.1 { twice } else { once };
    let probability = (2.0 * probability).min(1.0);
    finding.probability = Some(Estimate::rounded(probability));
    finding.state = SeasonState::NoneFound;
    if probability >= to_f64(policy.season_probability.value()) {
        return (finding, Clock::Even);
    }
    let index = month_index(&within);
    let strong: Vec<u32> = months_where(&index, |index| index >= to_f64(policy.season_strong.value()));
    if strong.is_empty() || !comes_again(&within, years, peaks, bursts) {
        return (finding, Clock::Even);
    }
    finding.state = SeasonState::Found;
    finding.peaks_per_year = Some(peaks);
    finding.weak_months = months_where(&index, |index| index <= to_f64(policy.season_weak.value()));
    finding.strong_months = strong;
    let orders = |month: u32| within.iter().filter(|date| date.month() == month).count();
    finding.months = (1..=12)
        .zip(index)
        .map(|(month, index)| MonthIndex { month, occasions: orders(month), index: Ratio::rounded(index) })
        .collect();
    (finding, Clock::seasonal(&index))
}

/// Each month's orders relative to a usual month's.
fn month_index(dates: &[Date]) -> [f64; 12] {
    let mut index = [PSEUDO_ORDERS; 12];
    for date in dates {
        let month = usize::try_from(date.month().saturating_sub(1)).unwrap_or(0);
        if let Some(orders) = index.get_mut(month) {
            *orders += 1.0;
        }
    }
    let usual = (dates.len() as f64 + 12.0 * PSEUDO_ORDERS) / 12.0;
    index.map(|orders| orders / usual)
}

fn months_where(index: &[f64; 12], holds: impl Fn(f64) -> bool) -> Vec<u32> {
    (1..=12).zip(index).filter(|(_, index)| holds(**index)).map(|(month, _)| month).collect()
}

/// Whether the concentration is there whichever year is left out, so that no single year makes a season.
fn comes_again(dates: &[Date], years: u32, peaks: u32, bursts: f64) -> bool {
    let Some(last) = dates.last() else { return false };
    (0..years).all(|year| {
        let (from, to) = (years_before(*last, year.saturating_add(1)), years_before(*last, year));
        let Some((from, to)) = from.zip(to) else { return false };
        let others: Vec<Date> = dates.iter().copied().filter(|date| *date <= from || *date > to).collect();
        !others.is_empty() && rayleigh(others.len() as f64 / bursts, resultant(&others, peaks)) < WITHOUT_A_YEAR
    })
}

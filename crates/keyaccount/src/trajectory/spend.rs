//! The trend of an account's spend, in periods that suit its rhythm.

use rust_decimal::Decimal;

use super::clock::date_of;
use super::kinds::{NoTrend, TrendPeriod};
use super::ledger::{Ledger, PLACES};
use super::pattern::Pattern;
use super::theil_sen::{Point, Slope, Trend, trend};
use super::verdict::{SpendSlope, SpendTrend};
use crate::lifecycle::TrendDirection;
use crate::playbook::TrajectoryPolicy;
use crate::values::decimal::to_f64;
use crate::values::{Date, Estimate, RelativeChange};

impl TrendPeriod {
    /// How many months it has.
    const fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::Year => 12,
        }
    }

    /// How many of them a year has.
    const fn a_year(self) -> u32 {
        match self {
            Self::Month => 12,
            Self::Quarter => 4,
            Self::HalfYear => 2,
            Self::Year => 1,
        }
    }

    /// The shortest that holds so many usual intervals; a year where none does.
    fn of(pattern: &Pattern, policy: &TrajectoryPolicy) -> Self {
        let needed = pattern.pace.times(policy.trend_intervals_per_period, 0);
        // A month has 30.436875 days.
        let days = |period: &Self| Decimal::new(30_436_875, 6).saturating_mul(period.months().into());
        [Self::Month, Self::Quarter, Self::HalfYear]
            .into_iter()
            .find(|period| needed <= days(period))
            .unwrap_or(Self::Year)
    }

    /// The number of the period that a day is in.
    fn number(self, day: Date) -> i64 {
        let months = i64::from(day.year()).saturating_mul(12).saturating_add(i64::from(day.month()).saturating_sub(1));
        months.div_euclid(self.months().into())
    }

    /// The first day of a period.
    fn first_day(self, number: i64) -> Option<Date> {
        let months = number.saturating_mul(self.months().into());
        let month = u32::try_from(months.rem_euclid(12)).ok()?.saturating_add(1);
        Date::try_new(i32::try_from(months.div_euclid(12)).ok()?, month, 1).ok()
    }
}

/// The trend, from the period after that of the first order to the last whole one.
pub(super) fn spend_trend(
    pattern: Option<&Pattern>,
    first_order: Option<Date>,
    has_season: bool,
    ledger: &Ledger<'_>,
    policy: &TrajectoryPolicy,
    as_of: Date,
) -> SpendTrend {
    let mut finding = SpendTrend {
        direction: TrendDirection::Unknown,
        none: Some(NoTrend::NoRhythm),
        period: None,
        periods: 0,
        periods_left_out: 0,
        first: None,
        last: None,
        slope: None,
    };
    let Some((pattern, first_order)) = pattern.zip(first_order) else { return finding };
    let period = TrendPeriod::of(pattern, policy);
    finding.period = Some(period);
    finding.none = Some(NoTrend::TooShort);
    let end = period.number(as_of.plus_days(1));
    let start =
        period.number(first_order).saturating_add(1).max(end.saturating_sub(i64::from(policy.trend_most_periods)));
    let sums = sums(ledger, period, start, end);
    let points: Vec<Point> =
        (start..end).zip(&sums).filter_map(|(at, sum)| Some(Point { at, value: (*sum)? })).collect();
    finding.periods = points.len();
    finding.periods_left_out = sums.len().saturating_sub(points.len());
    let (first, last) = (points.first(), points.last());
    finding.first = first.and_then(|point| period.first_day(point.at));
    finding.last = last.and_then(|point| period.first_day(point.at.saturating_add(1))).map(|next| next.minus_days(1));
    if points.len() < usize::try_from(policy.trend_minimum_periods).unwrap_or(usize::MAX) {
        return finding;
    }
    let season = (has_season && period.a_year() > 1).then(|| i64::from(period.a_year()));
    let outside = to_f64(policy.trend_probability.value());
    let Some(found) = trend(&points, season, outside) else { return finding };
    let Some(slope) = slope_of(&found, &points, period, season.is_some(), ledger) else { return finding };
    finding.none = None;
    finding.direction = match found.score.signum() {
        // Where most pairs are equal, the middle slope is none, however the others go.
        _ if found.probability >= outside || found.slope.rise == 0 => TrendDirection::Steady,
        1 => TrendDirection::Up,
        -1 => TrendDirection::Down,
        _ => TrendDirection::Steady,
    };
    finding.slope = Some(slope);
    finding
}

/// The money of each period; none for one with an order whose worth is not known.
fn sums(ledger: &Ledger<'_>, period: TrendPeriod, start: i64, end: i64) -> Vec<Option<i128>> {
    let count = usize::try_from(end.saturating_sub(start)).unwrap_or(0);
    let mut sums: Vec<Option<i128>> = vec![Some(0); count];
    for line in &ledger.lines {
        let number = date_of(line.day).map(|date| period.number(date).saturating_sub(start));
        let at = number.and_then(|number| usize::try_from(number).ok());
        if let Some(sum) = at.and_then(|at| sums.get_mut(at)) {
            *sum = sum.zip(line.units).map(|(sum, units)| sum.saturating_add(units));
        }
    }
    sums
}

fn slope_of(
    found: &Trend,
    points: &[Point],
    period: TrendPeriod,
    season_adjusted: bool,
    ledger: &Ledger<'_>,
) -> Option<SpendSlope> {
    let currency = ledger.currency?;
    // A year's spend rises by as many slopes of a period as it has periods, each of which rises by so many of them.
    let a_year = u128::from(period.a_year());
    let steps = a_year.saturating_mul(a_year);
    let money = |slope: Slope| slope.over(steps, PLACES, currency);
    Some(SpendSlope {
        per_year: money(found.slope)?,
        low: money(found.low)?,
        high: money(found.high)?,
        relative: relative(found.slope, points, period),
        probability: Estimate::rounded(found.probability),
        season_adjusted,
    })
}

/// The slope a year relative to a year at the median period.
fn relative(slope: Slope, points: &[Point], period: TrendPeriod) -> Option<RelativeChange> {
    let mut values: Vec<i128> = points.iter().map(|point| point.value).collect();
    values.sort_unstable();
    let last = values.len().checked_sub(1)?;
    let twice = values.get(last.div_euclid(2))?.saturating_add(*values.get(values.len().div_euclid(2))?);
    // rise/run × a_year ÷ (twice / 2), in whole numbers.
    let before = twice.saturating_mul(slope.run);
    let change = slope.rise.saturating_mul(2).saturating_mul(period.a_year().into());
    RelativeChange::between(before, before.saturating_add(change))
}

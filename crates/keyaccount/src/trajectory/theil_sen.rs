//! Whether numbers rise or fall with time, whatever their distribution: Mann and Kendall's test, Theil and Sen's slope.

use std::cmp::Ordering;

use crate::forecast::normal;
use crate::values::{Currency, CurrencySum, ExactSum};

/// A rise over a run, in whole numbers; the run is above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slope {
    pub(super) rise: i128,
    pub(super) run: i128,
}

impl Slope {
    fn compare(&self, other: &Self) -> Ordering {
        let left = self.rise.saturating_mul(other.run);
        left.cmp(&other.rise.saturating_mul(self.run))
    }

    /// Half of this slope and half of another.
    fn between(self, other: Self) -> Self {
        let rise = self.rise.saturating_mul(other.run).saturating_add(other.rise.saturating_mul(self.run));
        Self { rise, run: self.run.saturating_mul(other.run).saturating_mul(2) }
    }

    /// The slope over so many periods, as money of a currency; rounded once.
    pub(super) fn over(self, periods: u128, places: u32, currency: Currency) -> Option<CurrencySum> {
        let run = u128::try_from(self.run).ok()?;
        let sum = ExactSum::of_units(self.rise, places).times_fraction(periods, run, currency)?;
        Some(CurrencySum { amount: sum, currency })
    }
}

/// One number at a time, which is a whole number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) at: i64,
    pub(super) value: i128,
}

/// The slope of points with its interval, and how probable so clear a trend is by chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Trend {
    pub(super) slope: Slope,
    pub(super) low: Slope,
    pub(super) high: Slope,
    pub(super) probability: f64,
    /// Rises less falls among the pairs (Kendall's S).
    pub(super) score: i64,
}

/// The trend of points in the order of time; with `season`, only points a multiple of so many steps apart are compared
/// (Hirsch, Slack and Smith, 1982). The interval leaves out `outside`. None where there is nothing to compare.
///
/// The test is the normal approximation with the correction for continuity and for ties, as in Kendall (1975); the interval
/// is Sen's (1968), by the ranks of the slopes.
pub(super) fn trend(points: &[Point], season: Option<i64>, outside: f64) -> Option<Trend> {
    let step = season.unwrap_or(1).max(1);
    let mut slopes: Vec<Slope> = Vec::new();
    let mut score = 0_i64;
    for (number, earlier) in points.iter().enumerate() {
        for later in points.iter().skip(number.saturating_add(1)) {
            let run = later.at.saturating_sub(earlier.at);
            if run <= 0 || run.checked_rem(step) != Some(0) {
                continue;
            }
            let rise = later.value.saturating_sub(earlier.value);
            score = score.saturating_add(i64::try_from(rise.signum()).unwrap_or(0));
            slopes.push(Slope { rise, run: run.into() });
        }
    }
    slopes.sort_by(Slope::compare);
    let middle = median(&slopes)?;
    let variance: f64 = (0..step).map(|phase| variance(points, step, phase)).sum();
    let deviation = libm::sqrt(variance);
    let excess = (score.unsigned_abs() as f64 - 1.0).max(0.0);
    let probability = if deviation > 0.0 { 2.0 * normal::cdf(-excess / deviation) } else { 1.0 };
    let reach = -normal::quantile(outside / 2.0) * deviation;
    let count = slopes.len() as f64;
    // Ranks as scipy has them: the interval is never narrower than the ranks say.
    let last = slopes.len().saturating_sub(1);
    let rank = |number: f64| (number.round_ties_even().max(0.0) as usize).min(last);
    let low = *slopes.get(rank(((count - reach) / 2.0).round_ties_even() - 1.0))?;
    let high = *slopes.get(rank((count + reach) / 2.0))?;
    Some(Trend { slope: middle, low, high, probability: probability.min(1.0), score })
}

fn median(slopes: &[Slope]) -> Option<Slope> {
    let half = slopes.len().div_euclid(2);
    let upper = *slopes.get(half)?;
    if slopes.len().is_multiple_of(2) { Some(slopes.get(half.checked_sub(1)?)?.between(upper)) } else { Some(upper) }
}

/// The variance of Kendall's score among the points of one phase of the season, ties corrected.
fn variance(points: &[Point], step: i64, phase: i64) -> f64 {
    let mut values: Vec<i128> = points
        .iter()
        .filter(|point| point.at.checked_rem_euclid(step) == Some(phase))
        .map(|point| point.value)
        .collect();
    values.sort_unstable();
    let term = |count: f64| count * (count - 1.0) * (2.0 * count + 5.0);
    let ties: f64 = values.chunk_by(|a, b| a == b).map(|tied| term(tied.len() as f64)).sum();
    (term(values.len() as f64) - ties) / 18.0
}

//! Many deals: the characteristic function is inverted on the lattice of whole units.
//!
//! The sum is a whole number of units, so on a window of N of them its distribution is a finite Fourier series of N
//! terms, exactly, but for what lies outside the window. The more deals there are, the earlier the terms vanish: then
//! a few dozen of the N are all there is. This is what the cosine series of Fang and Oosterlee (2008) does for a
//! density, without its error at the jumps of a sum that has no density.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "counts of terms, and places of the window, which is no longer than 10²³; a place is no larger than i128::MAX"
)]

use std::f64::consts::{PI, TAU};

use super::deals::{Deal, Moments};
use super::echo;
use super::frequencies::{BLOCK, characteristic, circles, times, turn};

/// A term below this is taken for nothing.
const NEGLIGIBLE: f64 = 1e-14;
/// ln(10¹²) + ln 2: the window leaves out less than a probability of 10⁻¹² at both ends together.
const TAIL: f64 = 28.4;
/// Where a normal distribution's characteristic function falls below [`NEGLIGIBLE`]: √(2·ln 10¹⁴).
const CUT: f64 = 8.03;

/// A truncated Fourier series of the distribution function.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Series {
    start: u128,
    period: u128,
    /// φ(k)·A(k), with A = 1/(1 − e^(−iω)); the sum over a geometric series.
    terms: Vec<[f64; 2]>,
    /// φ(k)·A(k)²·e^(−iω).
    areas: Vec<[f64; 2]>,
    /// What all terms are at the left end: Σ Re(terms).
    level: f64,
    pub(super) error: f64,
}

/// Where a sum of deals can be, but for a probability of 10⁻¹²; and how many terms that will take.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    start: u128,
    period: u128,
    pub(super) terms: f64,
}

impl Window {
    /// By Bernstein's inequality, which holds for every such sum.
    pub(super) fn of(moments: &Moments) -> Self {
        let third = TAIL * moments.largest / 3.0;
        let half = third + libm::sqrt(third * third + 2.0 * TAIL * moments.variance);
        // A float that is too large or below zero becomes the nearest whole number.
        let start = (moments.mean - half).floor() as u128;
        let end = ((moments.mean + half).ceil() as u128).min(moments.total);
        let period = end.saturating_sub(start).saturating_add(2);
        let terms = CUT * period as f64 / (TAU * libm::sqrt(moments.variance));
        Self { start, period, terms }
    }

    /// How many whole units it spans.
    pub(super) fn places(&self) -> f64 {
        self.period as f64
    }
}

impl Series {
    /// Inverts, or none where the terms do not vanish within a number of evaluations.
    pub(super) fn of(deals: &[Deal], moments: &Moments, unit: u64, evaluations: usize) -> Option<Self> {
        // Where some single outcomes are likely, the terms never vanish.
        let most = evaluations as f64 / deals.len().max(1) as f64;
        let hopeless = Window::of(moments).places() > 2.0 * most && echo::scattered(moments, most) > 1e-10;
        if hopeless { None } else { Self::up_to(deals, moments, unit, evaluations) }
    }

    /// From its values at the frequencies 1, 2, … over all places from zero to before the period; what follows is left out.
    pub(super) fn over(period: u128, values: &[[f64; 2]]) -> Self {
        let mut series = Self { period, ..Self::default() };
        series.integrate(values);
        series
    }

    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    fn up_to(deals: &[Deal], moments: &Moments, unit: u64, evaluations: usize) -> Option<Self> {
        let window = Window::of(moments);
        let Window { start, period, .. } = window;
        let half = usize::try_from(period.checked_div(2)?).unwrap_or(usize::MAX);
        let most = evaluations.checked_div(deals.len().max(1))?.clamp(1, half.max(1));
        let mut values: Vec<[f64; 2]> = Vec::new();
        // The first pass goes a little beyond where a normal distribution ends.
        let mut wanted = (window.terms * 1.1) as usize + 8;
        let mut quiet = None;
        while quiet.is_none() && values.len() < most {
            let count = wanted.clamp(1, BLOCK).min(most - values.len());
            values.extend(characteristic(deals, period, values.len() + 1, count));
            wanted = wanted.saturating_sub(count).max(16);
            quiet = vanished(&values);
        }
        let complete = values.len() == half;
        let kept = match (quiet, complete) {
            (_, true) => half,
            (Some(kept), false) => kept,
            (None, false) => return None,
        };
        let heard = values.len();
        values.truncate(kept);
        let mut series = Self { start, period, terms: Vec::new(), areas: Vec::new(), level: 0.0, error: 0.0 };
        series.integrate(&values);
        let rounding = deals.len() as f64 * 2.0 * f64::EPSILON * 0.5 + 1e-13;
        let truncation =
            if complete { 0.0 } else { NEGLIGIBLE * 10.0 + echo::beyond(deals, moments, unit, period, heard) };
        series.error = 1e-12 + rounding + truncation;
        Some(series)
    }

    fn integrate(&mut self, values: &[[f64; 2]]) {
        let offset = self.start.checked_rem(self.period).unwrap_or_default() as f64 / self.period as f64;
        let weight = 2.0 / self.period as f64;
        for (at, value) in values.iter().enumerate() {
            let k = at as f64 + 1.0;
            let circle = k / self.period as f64;
            // In the middle of an even period the term is its own mirror image and counts once.
            let weight = if at as u128 * 2 + 2 == self.period { weight / 2.0 } else { weight };
            let (sine, cosine) = libm::sincos(PI * circle);
            let geometric = [0.5, -0.5 * cosine / sine];
            let shifted = times(*value, turn(-(offset * k)));
            let term = times([shifted[0] * weight, shifted[1] * weight], geometric);
            self.level += term[0];
            self.areas.push(times(times(term, geometric), turn(-circle)));
            self.terms.push(term);
        }
    }

    /// How many places of the window lie at or below a place; none on either side of it.
    fn inside(&self, place: i128) -> Result<u128, f64> {
        let count = u128::try_from(place).ok().and_then(|place| (place + 1).checked_sub(self.start));
        match count {
            None | Some(0) => Err(0.0),
            Some(count) if count >= self.period => Err(1.0),
            Some(count) => Ok(count),
        }
    }

    /// The probability of a place or a smaller one.
    pub(super) fn cdf(&self, place: i128) -> f64 {
        let count = match self.inside(place) {
            Ok(count) => count,
            Err(beside) => return beside,
        };
        let share = count as f64 / self.period as f64;
        (share + self.level - sum(&self.terms, turn(-share))).clamp(0.0, 1.0)
    }

    /// E[max(0, place − S)].
    pub(super) fn shortfall(&self, place: i128) -> f64 {
        let Some(count) = u128::try_from(place).ok().and_then(|place| place.checked_sub(self.start)) else {
            return 0.0;
        };
        // Beyond the window every further unit is missing for certain.
        let beyond = count.saturating_sub(self.period);
        let inside = (count - beyond) as f64;
        let share = inside / self.period as f64;
        let level: f64 = self.areas.iter().map(|area| area[0]).sum();
        let area = share * (inside + 1.0) / 2.0 + inside * self.level - (level - sum(&self.areas, turn(-share)));
        area.max(0.0) + beyond as f64
    }

    /// The distribution function of the sum without a deal, at two places.
    pub(super) fn without(&self, deal: Deal, places: [i128; 2]) -> Option<[f64; 2]> {
        let step = turn(circles(deal.units, self.period));
        let (won, lost) = (deal.won, deal.lost());
        let mut turned = [1.0, 0.0];
        let mut rest = Self { terms: Vec::with_capacity(self.terms.len()), areas: Vec::new(), level: 0.0, ..*self };
        for term in &self.terms {
            turned = times(turned, step);
            let factor = [lost + won * turned[0], won * turned[1]];
            let size = factor[0] * factor[0] + factor[1] * factor[1];
            if size < 1e-4 {
                return None;
            }
            let term = times(*term, [factor[0] / size, -factor[1] / size]);
            rest.level += term[0];
            rest.terms.push(term);
        }
        Some(places.map(|place| rest.cdf(place)))
    }
}

/// Σ Re(term(k)·z^k) for k = 1, 2, …
fn sum(terms: &[[f64; 2]], step: [f64; 2]) -> f64 {
    let mut turned = [1.0, 0.0];
    let mut sum = 0.0;
    for term in terms {
        turned = times(turned, step);
        sum += term[0] * turned[0] - term[1] * turned[1];
    }
    sum
}

/// After how many values only negligible ones follow, if a fair part of what was evaluated is negligible.
fn vanished(values: &[[f64; 2]]) -> Option<usize> {
    let large = |value: &[f64; 2]| value[0].abs() + value[1].abs() >= NEGLIGIBLE;
    let kept = values.iter().rposition(large).map_or(0, |last| last + 1);
    (values.len() - kept >= (values.len() / 32).max(2)).then_some(kept)
}

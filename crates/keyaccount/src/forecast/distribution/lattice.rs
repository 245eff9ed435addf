//! Amounts on a small lattice: exact convolution, deal by deal.

use super::arithmetic::Sum;
use super::deals::Deal;

/// The distribution over every multiple of the unit, from the smallest that counts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lattice {
    /// The first place that is kept.
    start: u128,
    /// The probability of this place or a smaller one.
    cumulated: Vec<f64>,
    /// The sum of `cumulated` up to this place: E[max(0, next place − S)].
    shortfall: Vec<f64>,
    /// What was cut off at both ends.
    pub(super) cut: f64,
}

impl Lattice {
    /// Convolves deals given in units of the lattice. Tails are cut while they stay below a probability in all.
    pub(super) fn of(deals: &[Deal], cut: f64) -> Self {
        let share = cut / (2.0 * deals.len().max(1) as f64);
        let mut start = 0_u128;
        let mut masses = vec![1.0];
        let mut next: Vec<f64> = Vec::new();
        let (mut below, mut above) = (0.0, 0.0);
        for deal in deals {
            convolve(&masses, *deal, &mut next);
            let (low, low_mass) = light(next.iter(), share);
            let (high, high_mass) = light(next.iter().rev(), share);
            below += low_mass;
            above += high_mass;
            next.truncate(next.len().saturating_sub(high));
            start = start.saturating_add(low as u128);
            if low > 0 {
                next.drain(..low.min(next.len()));
            }
            std::mem::swap(&mut masses, &mut next);
        }
        let mut mass = Sum::default();
        mass.add(below);
        for place in &mut masses {
            mass.add(*place);
            *place = mass.value();
        }
        Self { start, ..Self::cumulated(masses, below + above) }
    }

    /// From the distribution function at every place from zero to the largest.
    pub(super) fn cumulated(mut cumulated: Vec<f64>, cut: f64) -> Self {
        let mut area = Sum::default();
        let mut shortfall = Vec::with_capacity(cumulated.len());
        for place in &mut cumulated {
            *place = place.min(1.0);
            area.add(*place);
            shortfall.push(area.value());
        }
        if let Some(last) = cumulated.last_mut() {
            *last = 1.0;
        }
        Self { start: 0, cumulated, shortfall, cut }
    }

    pub(super) fn len(&self) -> usize {
        self.cumulated.len()
    }

    /// The probability of a place or a smaller one.
    pub(super) fn cdf(&self, place: i128) -> f64 {
        let place = u128::try_from(place).ok().and_then(|place| place.checked_sub(self.start));
        let Some(place) = place else { return 0.0 };
        let at = usize::try_from(place).unwrap_or(usize::MAX);
        self.cumulated.get(at).copied().unwrap_or(1.0)
    }

    /// Σ F(1 − F) over all places.
    pub(super) fn spread(&self) -> f64 {
        let mut spread = Sum::default();
        for cumulated in &self.cumulated {
            spread.add(cumulated * (1.0 - cumulated));
        }
        spread.value()
    }

    /// E[max(0, place − S)].
    pub(super) fn shortfall(&self, place: i128) -> f64 {
        let last = u128::try_from(place).ok().and_then(|place| place.checked_sub(self.start)?.checked_sub(1));
        let Some(last) = last else { return 0.0 };
        let at = usize::try_from(last).unwrap_or(usize::MAX);
        if let Some(area) = self.shortfall.get(at) {
            return *area;
        }
        let beyond = last.saturating_sub(self.shortfall.len() as u128).saturating_add(1);
        self.shortfall.last().copied().unwrap_or(0.0) + beyond as f64
    }
}

/// Two passes over slices instead of one with two subscripts: both become vector instructions.
fn convolve(masses: &[f64], deal: Deal, next: &mut Vec<f64>) {
    let shift = usize::try_from(deal.units).unwrap_or(usize::MAX);
    let (won, lost) = (deal.won, deal.lost());
    next.clear();
    next.extend(masses.iter().map(|mass| mass * lost));
    next.resize(masses.len().saturating_add(shift), 0.0);
    for (sum, mass) in next.iter_mut().skip(shift).zip(masses) {
        *sum += mass * won;
    }
}

/// How many places at this end weigh no more than a limit together, and what they weigh.
fn light<'a>(masses: impl Iterator<Item = &'a f64>, limit: f64) -> (usize, f64) {
    let mut weight = 0.0;
    let mut count = 0_usize;
    for mass in masses {
        if weight + mass > limit {
            break;
        }
        weight += mass;
        count = count.saturating_add(1);
    }
    if limit > 0.0 { (count, weight) } else { (0, 0.0) }
}

//! Few outcomes: every attainable sum with its probability, equal sums merged.

use std::cmp::Ordering;

use super::arithmetic::Sum;
use super::deals::Deal;

/// Attainable sums in ascending order, each with its probability.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Atoms {
    pub(super) sums: Vec<u128>,
    pub(super) masses: Vec<f64>,
    /// The probability of this sum or a smaller one.
    cumulated: Vec<f64>,
    /// The sum of sum × probability up to this one.
    moments: Vec<f64>,
}

impl Atoms {
    /// Of no deals: the sum is zero.
    pub(super) fn none() -> Self {
        Self { sums: vec![0], masses: vec![1.0], cumulated: vec![1.0], moments: vec![0.0] }
    }

    /// The sums of some deals, or none where there would be more than the limit.
    pub(super) fn of(deals: &[Deal], limit: usize) -> Option<Self> {
        let mut sums = vec![0_u128];
        let mut masses = vec![1.0];
        for deal in deals {
            (sums, masses) = with(&sums, &masses, *deal);
            if sums.len() > limit {
                return None;
            }
        }
        Some(Self::listed(sums, masses))
    }

    /// From sums in ascending order with their probabilities, which add up to one.
    pub(super) fn listed(sums: Vec<u128>, masses: Vec<f64>) -> Self {
        let (mut mass, mut moment) = (Sum::default(), Sum::default());
        let mut cumulated = Vec::with_capacity(sums.len());
        let mut moments = Vec::with_capacity(sums.len());
        for (sum, probability) in sums.iter().zip(&masses) {
            mass.add(*probability);
            moment.add(*sum as f64 * probability);
            cumulated.push(mass.value().min(1.0));
            moments.push(moment.value());
        }
        // The probabilities add up to one; what rounding leaves is not a chance of more than the total.
        if let Some(last) = cumulated.last_mut() {
            *last = 1.0;
        }
        Self { sums, masses, cumulated, moments }
    }

    pub(super) fn len(&self) -> usize {
        self.sums.len()
    }

    /// How many atoms lie at or below a sum.
    pub(super) fn at_or_below(&self, sum: i128) -> usize {
        u128::try_from(sum).map_or(0, |sum| self.sums.partition_point(|atom| *atom <= sum))
    }

    /// The probability of the first so many atoms.
    pub(super) fn first(&self, count: usize) -> f64 {
        count.checked_sub(1).and_then(|last| self.cumulated.get(last)).copied().unwrap_or(0.0)
    }

    /// ∫F(1 − F).
    pub(super) fn spread(&self) -> f64 {
        let mut spread = Sum::default();
        for (pair, cumulated) in self.sums.windows(2).zip(&self.cumulated) {
            if let [one, next] = pair {
                spread.add(next.saturating_sub(*one) as f64 * cumulated * (1.0 - cumulated));
            }
        }
        spread.value()
    }

    /// Σ (sum − atom) × probability over the first so many atoms: what is missing to a sum.
    pub(super) fn missing(&self, sum: f64, count: usize) -> f64 {
        let moment = count.checked_sub(1).and_then(|last| self.moments.get(last)).copied().unwrap_or(0.0);
        (sum * self.first(count) - moment).max(0.0)
    }
}

/// The sums with one deal more: both lists are sorted, so they merge.
fn with(sums: &[u128], masses: &[f64], deal: Deal) -> (Vec<u128>, Vec<f64>) {
    let (won, lost) = (deal.won, deal.lost());
    let shift = u128::from(deal.units);
    let mut merged = Vec::with_capacity(sums.len().saturating_mul(2));
    let mut weights = Vec::with_capacity(sums.len().saturating_mul(2));
    let mut without = sums.iter().zip(masses).map(|(sum, mass)| (*sum, mass * lost)).peekable();
    let mut winning = sums.iter().zip(masses).map(|(sum, mass)| (sum.saturating_add(shift), mass * won)).peekable();
    loop {
        let order = match (without.peek(), winning.peek()) {
            (Some((one, _)), Some((other, _))) => one.cmp(other),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => return (merged, weights),
        };
        let one = if order == Ordering::Greater { None } else { without.next() };
        let other = if order == Ordering::Less { None } else { winning.next() };
        let sum = one.or(other).map_or(0, |(sum, _)| sum);
        merged.push(sum);
        weights.push(one.map_or(0.0, |(_, mass)| mass) + other.map_or(0.0, |(_, mass)| mass));
    }
}

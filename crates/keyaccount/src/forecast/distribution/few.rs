//! Some dozens of deals that are hardly ever won, or hardly ever lost: single outcomes are too likely for the terms of a
//! series to vanish, and there are too many of them to list. The likeliest are listed: those in which no more than a few
//! deals go the way that is the less likely one. A series is inverted for the others alone, of which each is unlikely.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "counts of outcomes below a limit, and sums of deals, of which the largest is 10²³"
)]

use super::arithmetic::Sum;
use super::atoms::Atoms;
use super::deals::{Deal, Moments};
use super::echo::{self, Wave};
use super::frequencies::{BLOCK, characteristic, circles, times, turn};
use super::series::Series;

/// The outcomes listed, and the others.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Few {
    /// The probability of those listed.
    share: f64,
    listed: Atoms,
    rest: Series,
    pub(super) error: f64,
}

impl Few {
    /// Lists up to a number of outcomes, and inverts the rest with a number of evaluations.
    pub(super) fn of(deals: &[Deal], moments: &Moments, unit: u64, outcomes: usize, evaluations: usize) -> Self {
        let surprises = Surprises::of(deals);
        let most = most_surprises(deals.len(), outcomes);
        let (sums, masses) = surprises.listed(most);
        let (mut share, mut squares) = (Sum::default(), Sum::default());
        for mass in &masses {
            share.add(*mass);
            squares.add(mass * mass);
        }
        let share = share.value().clamp(f64::MIN_POSITIVE, 1.0);
        let listed = Atoms::listed(sums, masses.iter().map(|mass| mass / share).collect());
        let left = 1.0 - share;
        let period = moments.total.saturating_add(2);
        let half = usize::try_from(period / 2).unwrap_or(usize::MAX).max(1);
        let terms = (evaluations / (deals.len().max(1) * (most + 2))).clamp(BLOCK, half.max(BLOCK)).min(half);
        let mut values = Vec::with_capacity(terms);
        while left > 1e-12 && values.len() < terms {
            let count = BLOCK.min(terms - values.len());
            let whole = characteristic(deals, period, values.len() + 1, count);
            let few = surprises.frequencies(most, period, values.len() + 1, count);
            values
                .extend(whole.iter().zip(&few).map(|(all, few)| [(all[0] - few[0]) / left, (all[1] - few[1]) / left]));
        }
        // What is left of the mean square of all frequencies, as if they beyond were alike; and a jump that is cut in two.
        let scattered =
            2.0 * libm::sqrt((libm::exp(moments.log_mean_square) - squares.value()).max(0.0) / terms as f64);
        let jump = surprises.likeliest_beyond(most);
        let unlisted = |wave: Wave, _| surprises.size_beyond(most, wave);
        let echoes = echo::returning(deals, moments, unit, period, terms, unlisted);
        let rounding = 1e-12 + deals.len() as f64 * 2.0 * f64::EPSILON;
        let error = (rounding + scattered + jump + echoes).min(1.0);
        Self { share, listed, rest: Series::over(period, &values), error }
    }

    pub(super) fn cdf(&self, place: i128) -> f64 {
        let listed = self.listed.first(self.listed.at_or_below(place));
        self.share * listed + (1.0 - self.share) * self.rest.cdf(place)
    }

    pub(super) fn shortfall(&self, place: i128) -> f64 {
        let listed = self.listed.missing(place as f64, self.listed.at_or_below(place));
        self.share * listed + (1.0 - self.share) * self.rest.shortfall(place)
    }

    /// How many numbers it keeps, and how many operations a question costs, roughly.
    pub(super) fn numbers(&self) -> usize {
        self.listed.len() * 5 + self.rest.len() * 4
    }

    pub(super) fn question(&self) -> usize {
        self.rest.len() + 32
    }
}

/// How many deals may go the less likely way so that the outcomes stay within a limit.
fn most_surprises(deals: usize, limit: usize) -> usize {
    let (mut ways, mut all) = (1_usize, 1_usize);
    for count in 1..=deals {
        ways = ways.saturating_mul(deals + 1 - count) / count;
        all = all.saturating_add(ways);
        if all > limit {
            return count - 1;
        }
    }
    deals
}

/// Every deal as it is expected to go, and what it changes if it goes the other way.
struct Surprises {
    /// The sum where none surprises, and its probability.
    expected: i128,
    mass: f64,
    /// What a surprise adds to the sum, and by what it multiplies the probability: at most one.
    changes: Vec<(i128, f64)>,
}

impl Surprises {
    fn of(deals: &[Deal]) -> Self {
        let mut surprises = Self { expected: 0, mass: 1.0, changes: Vec::with_capacity(deals.len()) };
        for deal in deals {
            let units = i128::from(deal.units);
            let (won, lost) = (deal.won, deal.lost());
            if won > lost {
                surprises.expected += units;
                surprises.mass *= won;
                surprises.changes.push((-units, lost / won));
            } else {
                surprises.mass *= lost;
                surprises.changes.push((units, won / lost));
            }
        }
        surprises
    }

    /// The sums with up to so many surprises in ascending order, each with its probability.
    fn listed(&self, most: usize) -> (Vec<u128>, Vec<f64>) {
        let mut all = vec![(self.expected, self.mass)];
        // Outcomes with one surprise fewer, each with the place of the next deal that may surprise.
        let mut last = vec![(self.expected, self.mass, 0_usize)];
        for _ in 0..most {
            let mut next = Vec::new();
            for (sum, mass, from) in &last {
                for (place, (change, ratio)) in self.changes.iter().enumerate().skip(*from) {
                    next.push((sum + change, mass * ratio, place + 1));
                }
            }
            all.extend(next.iter().map(|(sum, mass, _)| (*sum, *mass)));
            last = next;
        }
        all.sort_by_key(|(sum, _)| *sum);
        let (mut sums, mut masses) = (Vec::with_capacity(all.len()), Vec::with_capacity(all.len()));
        for alike in all.chunk_by(|one, other| one.0 == other.0) {
            let mut mass = Sum::default();
            alike.iter().for_each(|(_, part)| mass.add(*part));
            sums.extend(alike.first().map(|(sum, _)| sum.unsigned_abs()));
            masses.push(mass.value());
        }
        (sums, masses)
    }

    /// What the outcomes listed add to the characteristic function: the product over all deals as a polynomial in the
    /// number of surprises, cut off.
    fn frequencies(&self, most: usize, period: u128, first: usize, count: usize) -> Vec<[f64; 2]> {
        let circle = |units: i128| signed(units, |size| circles(size, period));
        let expected = (self.expected.unsigned_abs() % period) as f64 / period as f64;
        let mut turned: Vec<([f64; 2], [f64; 2], f64)> = Vec::with_capacity(self.changes.len());
        for (change, ratio) in &self.changes {
            let circle = circle(*change);
            turned.push((turn(circle * first as f64), turn(circle), *ratio));
        }
        let mut values = Vec::with_capacity(count);
        let mut polynomial = Polynomial::new(most);
        for at in first..first + count {
            polynomial.begin(self.mass);
            for (now, step, ratio) in &mut turned {
                polynomial.multiply([now[0] * *ratio, now[1] * *ratio]);
                *now = times(*now, *step);
            }
            values.push(times(polynomial.sum(), turn(expected * at as f64)));
        }
        values
    }

    /// The size of what is not listed in the characteristic function at a frequency.
    fn size_beyond(&self, most: usize, wave: Wave) -> f64 {
        let mut polynomial = Polynomial::new(most);
        polynomial.begin(self.mass);
        let mut whole = [self.mass, 0.0];
        for (change, ratio) in &self.changes {
            let turned = turn(signed(*change, |size| wave.circles(size)));
            let factor = [turned[0] * ratio, turned[1] * ratio];
            polynomial.multiply(factor);
            whole = times(whole, [1.0 + factor[0], factor[1]]);
        }
        let listed = polynomial.sum();
        libm::hypot(whole[0] - listed[0], whole[1] - listed[1])
    }

    /// The probability of the likeliest outcome with one surprise more.
    fn likeliest_beyond(&self, most: usize) -> f64 {
        let mut ratios: Vec<f64> = self.changes.iter().map(|(_, ratio)| *ratio).collect();
        ratios.sort_by(|one, other| other.total_cmp(one));
        if most >= ratios.len() {
            0.0
        } else {
            ratios.iter().take(most + 1).fold(self.mass, |mass, ratio| mass * ratio)
        }
    }
}

/// How far a frequency turns units of either sign.
fn signed(units: i128, circles: impl Fn(u64) -> f64) -> f64 {
    let size = circles(u64::try_from(units.unsigned_abs()).unwrap_or(u64::MAX));
    if units < 0 { -size } else { size }
}

/// A product of factors 1 + z, sorted by how many z are in each of its terms and cut off beyond some.
struct Polynomial(Vec<[f64; 2]>);

impl Polynomial {
    fn new(most: usize) -> Self {
        Self(vec![[0.0; 2]; most + 1])
    }

    fn begin(&mut self, with: f64) {
        self.0.fill([0.0; 2]);
        if let Some(none) = self.0.first_mut() {
            *none = [with, 0.0];
        }
    }

    fn multiply(&mut self, z: [f64; 2]) {
        for power in (1..self.0.len()).rev() {
            let [.., fewer, more] = self.0.split_at_mut(power + 1).0 else { continue };
            let added = times(*fewer, z);
            *more = [more[0] + added[0], more[1] + added[1]];
        }
    }

    fn sum(&self) -> [f64; 2] {
        self.0.iter().fold([0.0; 2], |sum, term| [sum[0] + term[0], sum[1] + term[1]])
    }
}

#[cfg(test)]
mod tests {
    use super::super::atoms::Atoms;
    use super::*;

    /// Deals whose amounts have nothing in common, with chances about a mean.
    fn deals(count: u64, chance: f64) -> Vec<Deal> {
        let mut number = 88_172_645_463_325_252_u64;
        let mut next = || {
            number ^= number << 13;
            number ^= number >> 7;
            number ^= number << 17;
            number
        };
        let mut deal =
            || Deal { units: 100_000 + next() % 50_000_000, won: chance * (0.5 + (next() % 1000) as f64 / 1000.0) };
        (0..count).map(|_| deal()).collect()
    }

    #[test]
    fn it_is_within_its_bound_of_every_subset() {
        for chance in [0.02, 0.06, 0.3, 0.6] {
            let deals = deals(18, chance);
            let all = Atoms::of(&deals, 1 << 18).unwrap();
            let few = Few::of(&deals, &Moments::of(&deals), 1, 1 << 9, 1 << 20);
            assert!(few.error < 2e-3, "{chance}: {}", few.error);
            let total = all.sums.last().copied().unwrap();
            let even = (0..200).map(|piece| total / 200 * piece);
            // Where the distribution jumps, and just before.
            let jumps = all.sums.iter().step_by(997).flat_map(|sum| [sum.saturating_sub(1), *sum]);
            for place in even.chain(jumps).chain([0, total - 1, total]) {
                let place = i128::try_from(place).unwrap();
                let exact = all.first(all.at_or_below(place));
                assert!((few.cdf(place) - exact).abs() <= few.error, "{chance} at {place}: {}", few.cdf(place) - exact);
                let missing = all.missing(place as f64, all.at_or_below(place));
                assert!((few.shortfall(place) - missing).abs() <= few.error * total as f64, "{chance} at {place}");
            }
        }
    }

    #[test]
    fn outcomes_are_listed_up_to_a_limit() {
        assert_eq!(most_surprises(60, 1), 0);
        assert_eq!(most_surprises(60, 61), 1);
        assert_eq!(most_surprises(60, 1 + 60 + 1770), 2);
        assert_eq!(most_surprises(4, 16), 4);
        let pair = [Deal { units: 3, won: 0.75 }, Deal { units: 5, won: 0.25 }];
        let (sums, masses) = Surprises::of(&pair).listed(1);
        assert_eq!((sums, masses), (vec![0, 3, 8], vec![0.1875, 0.5625, 0.1875]));
    }

    #[test]
    fn all_listed_leaves_nothing() {
        let deals = deals(6, 0.3);
        let few = Few::of(&deals, &Moments::of(&deals), 1, 64, 1 << 10);
        let all = Atoms::of(&deals, 64).unwrap();
        for sum in &all.sums {
            let place = i128::try_from(*sum).unwrap();
            assert!((few.cdf(place) - all.first(all.at_or_below(place))).abs() < 1e-11);
        }
    }
}

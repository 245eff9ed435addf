//! Whether a short series goes one way, in whole numbers.
//!
//! Direction is told by the pairs of its values (Mann 1945; Kendall 1938): of all pairs, those that rise less those that
//! fall. How often chance alone gives as much is exact: of all orders in which distinct values can come, the part with at
//! least so many rising pairs, counted by inversions. With ties chance gives less, so that the part errs on the side of
//! caution. How far it goes is told by the median of the slopes of all pairs (Theil 1950; Sen 1968), which a single odd
//! value does not move.

use crate::values::Estimate;

/// A common multiple of all distances between twelve periods.
const MULTIPLE: i64 = 27_720;

/// What a series of values at whole-numbered times shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Course {
    pub(super) rising: u64,
    pub(super) falling: u64,
    /// How often chance alone goes as far in this direction; none where values do not differ more one way than the other.
    pub(super) chance: Option<Estimate>,
    /// By how much the values move from the first time to the last.
    pub(super) change: i64,
}

/// Looks at values with their times, in the order of time; none where there are fewer than two.
pub(super) fn course(points: &[(i64, i64)]) -> Option<Course> {
    let (first, last) = (points.first()?, points.last()?);
    let (mut rising, mut falling) = (0_u64, 0_u64);
    let mut slopes = Vec::new();
    for (index, (at, value)) in points.iter().enumerate() {
        for (later, next) in points.iter().skip(index.saturating_add(1)) {
            let difference = next.saturating_sub(*value);
            match difference.signum() {
                1 => rising = rising.saturating_add(1),
                -1 => falling = falling.saturating_add(1),
                _ => {}
            }
            let distance = later.saturating_sub(*at).max(1);
            slopes.push(difference.saturating_mul(MULTIPLE).div_euclid(distance));
        }
    }
    slopes.sort_unstable();
    let half = slopes.len().div_euclid(2);
    let upper = slopes.get(half)?;
    let lower = if slopes.len().is_multiple_of(2) { slopes.get(half.checked_sub(1)?)? } else { upper };
    let span = last.0.saturating_sub(first.0);
    let moved = lower.saturating_add(*upper).saturating_mul(span);
    Some(Course { rising, falling, chance: chance(points.len(), rising, falling), change: rounded(moved) })
}

/// Twice the multiple out of a number, rounded to the nearest whole, halves away from zero.
const fn rounded(number: i64) -> i64 {
    let size = number.saturating_abs().saturating_add(MULTIPLE).div_euclid(MULTIPLE.saturating_mul(2));
    size.saturating_mul(number.signum())
}

fn chance(count: usize, rising: u64, falling: u64) -> Option<Estimate> {
    let surplus = rising.abs_diff(falling);
    if surplus == 0 {
        return None;
    }
    let orders = orders_by_pairs(count);
    let pairs = u64::try_from(orders.len().saturating_sub(1)).unwrap_or(u64::MAX);
    let least = usize::try_from(surplus.saturating_add(pairs).saturating_add(1).div_euclid(2)).unwrap_or(usize::MAX);
    let sum = |orders: &[u64]| orders.iter().fold(0_u64, |sum, number| sum.saturating_add(*number));
    Estimate::of(sum(orders.get(least..).unwrap_or_default()), sum(&orders))
}

/// How many orders of so many distinct values have 0, 1, 2 … rising pairs.
fn orders_by_pairs(count: usize) -> Vec<u64> {
    let mut orders = vec![1_u64];
    for size in 2..=count.min(12) {
        // The largest value may stand at any of `size` places, which makes 0 to size − 1 pairs.
        let mut next = vec![0_u64; orders.len().saturating_add(size).saturating_sub(1)];
        for (pairs, number) in orders.iter().enumerate() {
            for slot in next.iter_mut().skip(pairs).take(size) {
                *slot = slot.saturating_add(*number);
            }
        }
        orders = next;
    }
    orders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_counted_by_pairs() {
        assert_eq!(orders_by_pairs(3), [1, 2, 2, 1]);
        assert_eq!(orders_by_pairs(4), [1, 3, 5, 6, 5, 3, 1]);
        assert_eq!(orders_by_pairs(12).iter().sum::<u64>(), 479_001_600);
    }

    /// Exact one-sided probabilities of Kendall's statistic, from tables: n = 4: S ≥ 6: 0.042, S ≥ 4: 0.167;
    /// n = 8: S ≥ 16: 0.031, S ≥ 28: 0.000025.
    #[test]
    fn chance_is_that_of_the_tables() {
        let chance = |count, rising, falling| chance(count, rising, falling).map(|chance| chance.to_string());
        assert_eq!(chance(4, 6, 0).as_deref(), Some("0.041666666667"));
        assert_eq!(chance(4, 0, 6).as_deref(), Some("0.041666666667"));
        assert_eq!(chance(4, 5, 1).as_deref(), Some("0.166666666667"));
        assert_eq!(chance(8, 22, 6).as_deref(), Some("0.030505952381"));
        assert_eq!(chance(8, 28, 0).as_deref(), Some("0.000024801587"));
        assert_eq!(chance(4, 3, 3), None);
    }

    #[test]
    fn one_odd_value_does_not_move_the_change() {
        let points = |values: &[i64]| -> Vec<(i64, i64)> {
            values.iter().enumerate().map(|(at, value)| (i64::try_from(at).unwrap(), *value)).collect()
        };
        let found = course(&points(&[8_000, 7_000, 6_000, 5_000, 4_000])).unwrap();
        assert_eq!((found.rising, found.falling, found.change), (0, 10, -4_000));
        let odd = course(&points(&[8_000, 7_000, 9_900, 5_000, 4_000])).unwrap();
        assert_eq!((odd.rising, odd.falling, odd.change), (2, 8, -4_000));
        assert_eq!(course(&points(&[5_000])), None);
        assert_eq!(course(&points(&[5_000, 5_000, 5_000])).unwrap().change, 0);
        // A gap of two periods counts as two.
        assert_eq!(course(&[(0, 1_000), (3, 4_000)]).unwrap().change, 3_000);
    }
}

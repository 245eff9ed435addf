//! The Lorenz curve and what is read off it, as quotients of exact sums.

use rust_decimal::Decimal;

use super::verdict::{LorenzPoint, TargetReach, TopShare};
use crate::values::{Estimate, ExactSum, Ratio, Share};

/// Most points that a curve is told by, besides its beginning.
const MOST_POINTS: usize = 100;

/// Amounts of zero or more, and their sums from the largest on.
pub(super) struct Lorenz {
    /// The largest first.
    amounts: Vec<ExactSum>,
    /// The sum of so many of the largest; one entry more than there are amounts.
    largest: Vec<ExactSum>,
    nothing: ExactSum,
}

impl Lorenz {
    /// Takes amounts with the largest first.
    pub(super) fn of<'a>(amounts: impl Iterator<Item = &'a ExactSum>) -> Self {
        let amounts: Vec<ExactSum> = amounts.cloned().collect();
        let mut sum = ExactSum::zero();
        let mut largest = vec![sum.clone()];
        for amount in &amounts {
            sum.add(amount);
            largest.push(sum.clone());
        }
        Self { amounts, largest, nothing: ExactSum::zero() }
    }

    pub(super) fn whole(&self) -> &ExactSum {
        self.of_largest(self.amounts.len())
    }

    fn of_largest(&self, count: usize) -> &ExactSum {
        self.largest.get(count).unwrap_or(&self.nothing)
    }

    /// What the smallest so many hold together.
    fn of_smallest(&self, count: usize) -> ExactSum {
        let mut sum = self.whole().clone();
        sum.subtract(self.of_largest(self.amounts.len().saturating_sub(count)));
        sum
    }

    /// The part of a sum in the whole; none where there is no whole.
    pub(super) fn share(&self, sum: &ExactSum) -> Option<Estimate> {
        sum.part_of(self.whole())
    }

    /// Σ (2i − n − 1) xᵢ and n Σ xᵢ, with i from 1 in rising order.
    fn gini_parts(&self) -> (ExactSum, ExactSum) {
        let count = self.amounts.len();
        let mut above = ExactSum::zero();
        // The largest comes first, so its place in rising order is n.
        for (at, amount) in self.amounts.iter().enumerate() {
            let weight =
                number(count).saturating_sub(number(at).saturating_mul(Decimal::TWO)).saturating_sub(Decimal::ONE);
            above.add(&amount.times(weight));
        }
        (above, self.whole().times(number(count)))
    }

    pub(super) fn gini(&self) -> Option<Estimate> {
        let (above, below) = self.gini_parts();
        above.part_of(&below)
    }

    /// Gini × n ÷ (n − 1); none for a single amount.
    pub(super) fn gini_corrected(&self) -> Option<Estimate> {
        let others = number(self.amounts.len().checked_sub(1)?);
        let (above, _) = self.gini_parts();
        above.part_of(&self.whole().times(others))
    }

    /// The sum of squares, and the square of the sum.
    fn squares(&self) -> (ExactSum, ExactSum) {
        let mut squares = ExactSum::zero();
        for amount in &self.amounts {
            squares.add(&amount.multiplied(amount));
        }
        (squares, self.whole().multiplied(self.whole()))
    }

    pub(super) fn herfindahl(&self) -> Option<Estimate> {
        let (squares, whole) = self.squares();
        squares.part_of(&whole)
    }

    /// The inverse of the index.
    pub(super) fn equal_accounts(&self) -> Option<Ratio> {
        let (squares, whole) = self.squares();
        whole.ratio_to(&squares)
    }

    /// What the largest hold that are a part of all: whole ones, and of the next as much of it as is left of the part.
    pub(super) fn top(&self, part: Share) -> TopShare {
        let accounts = part.value().saturating_mul(number(self.amounts.len()));
        let floor = accounts.floor();
        let whole = usize::try_from(floor).unwrap_or(0);
        let mut sum = self.of_largest(whole).clone();
        if let Some(next) = self.amounts.get(whole) {
            sum.add(&next.times(accounts.saturating_sub(floor)));
        }
        TopShare { share_of_accounts: part, accounts: Ratio::saturating(accounts), share_of_money: self.share(&sum) }
    }

    /// How few hold a part of the whole.
    pub(super) fn reach(&self, part: Share) -> TargetReach {
        let target = self.whole().times(part.value());
        let count = self.largest.iter().position(|sum| *sum >= target).filter(|_| !self.whole().is_zero());
        let last = count.and_then(|count| self.amounts.get(count.checked_sub(1)?));
        let after = count.and_then(|count| self.amounts.get(count..)).unwrap_or_default();
        let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        TargetReach {
            share_of_money: part,
            accounts: count,
            share_of_accounts: count.and_then(|count| Estimate::of(wide(count), wide(self.amounts.len()))),
            reached: count.and_then(|count| self.share(self.of_largest(count))),
            tied: after.iter().take_while(|amount| Some(*amount) == last).count(),
        }
    }

    /// The curve from nobody to everybody: every amount's point, or a hundred of them where there are more.
    pub(super) fn points(&self) -> Vec<LorenzPoint> {
        let count = self.amounts.len();
        let wide = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
        if self.whole().is_zero() {
            return Vec::new();
        }
        let points = count.min(MOST_POINTS);
        let each = (0..=points).filter_map(|at| {
            // The last is everybody, and each other the least that is no less than its part.
            let accounts = at.saturating_mul(count).div_ceil(points.max(1));
            Some(LorenzPoint {
                accounts,
                share_of_accounts: Estimate::of(wide(accounts), wide(count))?,
                share_of_money: self.share(&self.of_smallest(accounts))?,
            })
        });
        each.collect()
    }
}

fn number(count: usize) -> Decimal {
    Decimal::from(count)
}

//! How well a distribution foretold what came: the continuous ranked probability score.
//!
//! ∫(F(x) − 1{x ≥ y})² dx is E|S − y| − ∫F(1 − F) dx. The first follows from mean and shortfall. The second does not
//! depend on what came; over listed sums and lattices it is a finite sum. Of a product of two halves it is half of
//! E|S − S′|, which a Fourier series of the triangle wave gives. Elsewhere cells are divided in two, the one first whose
//! halves disagree most with the whole: ∫F over a cell is known exactly from the shortfall, so only how F bends in it is
//! estimated.

use std::collections::BinaryHeap;

use super::arithmetic::Sum;
use super::booking::BookingDistribution;
use super::deals::Deal;
use super::frequencies::{BLOCK, characteristic};
use super::law::Law;
use crate::problem::Problem;
use crate::values::CurrencySum;

/// Most cells.
const CELLS: usize = 1 << 14;
/// Most operations over all questions, and most evaluations of factors of the characteristic function.
const WORK: usize = 1 << 23;
const EVALUATIONS: usize = 1 << 25;

impl BookingDistribution {
    /// The continuous ranked probability score of what was booked: ∫(F(x) − 1{x ≥ actual})² dx, in money.
    ///
    /// It is the mean absolute error of a forecast that gives a whole distribution: 0 if it was certain and right, and
    /// the plain distance if it was certain and wrong.
    ///
    /// # Errors
    /// A [`Problem`] where the amount is in another currency.
    ///
    /// # Examples
    /// An even chance of 10: whatever comes, half of the probability is 10 off, and 10 × ½² is the score.
    /// ```
    /// use keyaccount::{BookingDistribution, Money};
    ///
    /// let deal = (Money::parse("10", "EUR".parse()?)?, "0.5".parse()?);
    /// let bookings = BookingDistribution::of("EUR".parse()?, &[deal])?;
    /// assert_eq!(bookings.crps(&Money::parse("10", "EUR".parse()?)?.into())?.to_string(), "2.50 EUR");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub fn crps(&self, actual: &CurrencySum) -> Result<CurrencySum, Problem> {
        let (units, rest) = self.whole_units(actual)?;
        Ok(self.in_money(self.score(units, rest) / self.unit_of_money()))
    }

    /// In units of the input.
    pub(super) fn score(&self, units: i128, rest: f64) -> f64 {
        // E|S − y| = E[S] − y + 2·E[max(0, y − S)], and S is never below zero.
        let distance = if units < 0 {
            self.mean_units() - (units as f64 + rest)
        } else {
            self.mean_units() - (units as f64 + rest) + 2.0 * self.law.shortfall(units, rest)
        };
        (distance - self.spread()).max(0.0)
    }

    /// ∫F(1 − F) dx in units of the input.
    fn spread(&self) -> f64 {
        let unit = self.deals.unit as f64;
        if let [part] = self.law.parts.as_slice() {
            if let Some(listed) = part.kernel.spread() {
                return listed * part.unit as f64;
            }
            if part.kernel.is_product() {
                return unit * half_of_the_distance(&self.deals.open);
            }
        }
        Cells { law: &self.law, first: self.certain(), unit: self.deals.unit.into() }.spread(self.total_places()) * unit
    }
}

/// ½·E|S − S′| of two independent sums of the same deals, in units.
///
/// A triangle wave of a period N that is twice the total or more is |x| in between: N/4 − 2N/π²·Σ cos(2πkx/N)/k² over
/// odd k. From where terms are left out they are taken at their mean Π(p² + q²); they scatter about it, which the
/// squares in the denominator make small.
fn half_of_the_distance(deals: &[Deal]) -> f64 {
    let total = deals.iter().fold(0_u128, |total, deal| total.saturating_add(deal.units.into()));
    let period = total.saturating_mul(2);
    let most = EVALUATIONS.checked_div(deals.len().max(1)).unwrap_or_default().max(BLOCK);
    let mut sum = Sum::default();
    let mut terms = 0_usize;
    while terms < most {
        for value in characteristic(deals, period, terms.saturating_add(1), BLOCK) {
            terms = terms.saturating_add(1);
            if terms & 1 == 1 {
                let k = terms as f64;
                sum.add((value[0] * value[0] + value[1] * value[1]) / (k * k));
            }
        }
    }
    let mean = deals.iter().fold(1.0, |mean, deal| mean * (1.0 - deal.openness() / 2.0));
    // Σ 1/k² over the odd k beyond is 1/(2·terms), but for its third power.
    sum.add(mean / (2.0 * terms as f64));
    let square = std::f64::consts::PI * std::f64::consts::PI;
    (period as f64 / 2.0) * (0.25 - 2.0 / square * sum.value())
}

/// Places `from` to before `to`, and what is known of F there.
#[derive(Clone, Copy)]
struct Cell {
    from: i128,
    to: i128,
    /// F at the first place and at the last.
    ends: [f64; 2],
    /// E[max(0, from − S)] and the same at `to`, in places.
    shortfalls: [f64; 2],
    /// Σ F(1 − F) if F rises evenly.
    sum: f64,
    /// By how much that can be off.
    doubt: f64,
}

struct Cells<'a> {
    law: &'a Law,
    first: i128,
    unit: i128,
}

impl Cells<'_> {
    fn cdf(&self, place: i128) -> f64 {
        self.law.cdf(place.saturating_mul(self.unit).saturating_add(self.first))
    }

    fn shortfall(&self, place: i128) -> f64 {
        self.law.shortfall(place.saturating_mul(self.unit).saturating_add(self.first), 0.0) / self.unit as f64
    }

    fn cell(from: i128, to: i128, ends: [f64; 2], shortfalls: [f64; 2]) -> Cell {
        let places = to.saturating_sub(from) as f64;
        let [low, high] = ends;
        let area = (shortfalls[1] - shortfalls[0]).clamp(low * places, high.max(low) * places);
        let mean = area / places;
        // ΣF² lies between that of its mean and that of a single jump; where F rises evenly, at a third of the way.
        let least = area * mean;
        let most = (low + high) * area - low * high * places;
        let doubt = (most - least).max(0.0);
        Cell { from, to, ends, shortfalls, sum: area - least - doubt / 3.0, doubt }
    }

    fn halves(&self, cell: &Cell) -> Option<[Cell; 2]> {
        let middle = cell.from.saturating_add(cell.to.saturating_sub(cell.from) >> 1);
        if middle <= cell.from {
            return None;
        }
        let shortfall = self.shortfall(middle);
        let (before, at) = (self.cdf(middle.saturating_sub(1)), self.cdf(middle));
        Some([
            Self::cell(cell.from, middle, [cell.ends[0], before], [cell.shortfalls[0], shortfall]),
            Self::cell(middle, cell.to, [at, cell.ends[1]], [shortfall, cell.shortfalls[1]]),
        ])
    }

    /// Σ F(1 − F) over all places.
    fn spread(&self, total: i128) -> f64 {
        if total <= 0 {
            return 0.0;
        }
        let most = WORK.checked_div(self.law.question().saturating_add(1)).unwrap_or_default().clamp(64, CELLS);
        let ends = [self.cdf(0), self.cdf(total.saturating_sub(1))];
        let whole = Self::cell(0, total, ends, [0.0, self.shortfall(total)]);
        let mut waiting = BinaryHeap::from([Waiting(whole)]);
        let mut done = Sum::default();
        for _ in 0..most {
            let Some(Waiting(cell)) = waiting.pop() else { break };
            match self.halves(&cell) {
                Some(halves) if cell.doubt > 0.0 => waiting.extend(halves.map(Waiting)),
                _ => done.add(cell.sum),
            }
        }
        // A heap's order is no order to add in.
        for cell in waiting.into_sorted_vec() {
            done.add(cell.0.sum);
        }
        done.value()
    }
}

/// Cells by what they leave in doubt.
struct Waiting(Cell);

impl PartialEq for Waiting {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Waiting {}

impl PartialOrd for Waiting {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Waiting {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.doubt.total_cmp(&other.0.doubt).then_with(|| other.0.from.cmp(&self.0.from))
    }
}

//! Deals as the kernel takes them: whole units, sorted, certain ones taken out.

use super::arithmetic::gcd;

/// A deal whose outcome is open: it is worth a whole number of units above zero, or nothing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Deal {
    pub(super) units: u64,
    /// The probability that it is won: above 0 and below 1.
    pub(super) won: f64,
}

impl Deal {
    /// The probability that it is lost.
    pub(super) fn lost(self) -> f64 {
        1.0 - self.won
    }

    /// Four times the variance of its outcome: one for an even chance.
    pub(super) fn openness(self) -> f64 {
        4.0 * self.won * self.lost()
    }
}

/// The open deals in ascending order, in multiples of their greatest common divisor, and what is certain.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Deals {
    pub(super) open: Vec<Deal>,
    /// How many units of the input one unit of an open deal is.
    pub(super) unit: u64,
    /// What is won for certain, in units of the input.
    pub(super) certain: u128,
}

impl Deals {
    /// Sorts deals of units and chances, so that their order changes no bit of what follows.
    pub(super) fn sorted(deals: impl IntoIterator<Item = (u64, f64)>) -> Self {
        let mut certain = 0_u128;
        let mut unit = 0;
        let mut open = Vec::new();
        for (units, won) in deals {
            if won >= 1.0 {
                certain = certain.saturating_add(units.into());
            } else if won > 0.0 && units > 0 {
                unit = if unit == 1 { 1 } else { gcd(unit, units) };
                open.push(Deal { units, won });
            }
        }
        let unit = unit.max(1);
        if unit > 1 {
            for deal in &mut open {
                deal.units = deal.units.checked_div(unit).unwrap_or_default();
            }
        }
        sort(&mut open);
        Self { open, unit, certain }
    }
}

/// Sorts by units, then chance. Few deals are of one amount, so that amounts are sorted first: each in one word with its
/// place, which is quicker than moving deals, unless there are too many or they are too large.
fn sort(deals: &mut Vec<Deal>) {
    const PLACE_BITS: u32 = 20;
    let fits = |deal: &Deal| deal.units < 1 << (u64::BITS - PLACE_BITS);
    if deals.len() < 1 << PLACE_BITS && deals.iter().all(fits) {
        let mut packed: Vec<u64> =
            deals.iter().zip(0..).map(|(deal, place): (_, u64)| deal.units << PLACE_BITS | place).collect();
        packed.sort_unstable();
        let place = |packed: &u64| (packed & ((1 << PLACE_BITS) - 1)) as usize;
        *deals = packed.iter().filter_map(|packed| deals.get(place(packed)).copied()).collect();
    } else {
        deals.sort_unstable_by_key(|deal| deal.units);
    }
    for alike in deals.chunk_by_mut(|one, other| one.units == other.units) {
        alike.sort_unstable_by(|one, other| one.won.total_cmp(&other.won));
    }
}

/// What the inversion has to know about open deals: exact total, and moments.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moments {
    pub(super) total: u128,
    pub(super) mean: f64,
    pub(super) variance: f64,
    pub(super) largest: f64,
    /// The logarithm of Π(p² + q²): how far the characteristic function falls in the mean square over all frequencies.
    pub(super) log_mean_square: f64,
}

impl Moments {
    pub(super) fn of(deals: &[Deal]) -> Self {
        let mut moments = Self { total: 0, mean: 0.0, variance: 0.0, largest: 0.0, log_mean_square: 0.0 };
        let mut product = 1.0;
        for deal in deals {
            let units = deal.units as f64;
            moments.total = moments.total.saturating_add(deal.units.into());
            moments.mean += units * deal.won;
            moments.variance += units * units * deal.won * deal.lost();
            moments.largest = units.max(moments.largest);
            product *= 1.0 - deal.openness() / 2.0;
            if product < 1e-200 {
                moments.log_mean_square += libm::log(product);
                product = 1.0;
            }
        }
        moments.log_mean_square += libm::log(product);
        moments
    }
}

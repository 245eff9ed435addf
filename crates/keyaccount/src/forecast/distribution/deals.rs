//! Deals as the kernel takes them: whole units, sorted, certain ones taken out.

use super::arithmetic::gcd;

/// Probabilities are whole millionths, as [`crate::Probability`] holds them.
pub(super) const MILLION: u32 = 1_000_000;

/// A deal whose outcome is open: it is worth a whole number of units above zero, or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Deal {
    pub(super) units: u64,
    /// From 1 to 999,999.
    pub(super) millionths: u32,
}

impl Deal {
    /// The probability that it is won.
    pub(super) fn won(self) -> f64 {
        f64::from(self.millionths) / f64::from(MILLION)
    }

    /// The probability that it is lost; not rounded through the other one.
    pub(super) fn lost(self) -> f64 {
        f64::from(MILLION.saturating_sub(self.millionths)) / f64::from(MILLION)
    }

    /// Four times the variance of its outcome: one for an even chance.
    pub(super) fn openness(self) -> f64 {
        4.0 * self.won() * self.lost()
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
    /// Sorts deals of units and millionths, so that their order changes no bit of what follows.
    pub(super) fn sorted(deals: impl IntoIterator<Item = (u64, u32)>) -> Self {
        let mut certain = 0_u128;
        let mut unit = 0;
        let mut open = Vec::new();
        for (units, millionths) in deals {
            if millionths >= MILLION {
                certain = certain.saturating_add(units.into());
            } else if millionths > 0 && units > 0 {
                unit = if unit == 1 { 1 } else { gcd(unit, units) };
                open.push(Deal { units, millionths });
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

/// Sorts by units, then probability. Small amounts go into one word with their probability, which sorts faster.
fn sort(deals: &mut [Deal]) {
    const PROBABILITY_BITS: u32 = 20;
    let packed: Option<Vec<u64>> = deals
        .iter()
        .map(|deal| {
            let room = deal.units < 1 << (u64::BITS - PROBABILITY_BITS);
            room.then_some(deal.units << PROBABILITY_BITS | u64::from(deal.millionths))
        })
        .collect();
    let Some(mut packed) = packed else {
        deals.sort_unstable();
        return;
    };
    packed.sort_unstable();
    for (deal, packed) in deals.iter_mut().zip(packed) {
        let millionths = packed & ((1 << PROBABILITY_BITS) - 1);
        *deal = Deal { units: packed >> PROBABILITY_BITS, millionths: millionths as u32 };
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
            moments.mean += units * deal.won();
            moments.variance += units * units * deal.won() * deal.lost();
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

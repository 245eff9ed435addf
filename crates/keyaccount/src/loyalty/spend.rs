//! What an account spent with us within some days, brought to the reporting currency.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::occasions::{Occasions, units_of};
use crate::playbook::Playbook;
use crate::values::{Date, ExactSum};

/// Days of a year's window.
pub(crate) const YEAR: i64 = 365;

/// The money of orders less that of returns, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Spend {
    /// The exact sum of what has an amount and a rate, in the reporting currency.
    pub(crate) sum: ExactSum,
    /// Orders and returns in the sum.
    pub(crate) priced: usize,
    /// Orders and returns without an amount.
    pub(crate) unpriced: usize,
    /// Orders and returns in a currency without a rate.
    pub(crate) without_rate: usize,
}

impl Spend {
    /// What was spent after one day and up to another, at the rates known on the day of the verdict.
    pub(crate) fn between(
        occasions: &Occasions<'_>,
        (after, until): (i64, i64),
        playbook: &Playbook,
        as_of: Date,
    ) -> Self {
        let mut spend = Self::default();
        let mut parts: BTreeMap<Decimal, i128> = BTreeMap::new();
        for purchase in occasions.purchases_between(after, until) {
            let Some(money) = purchase.amount else {
                spend.unpriced = spend.unpriced.saturating_add(1);
                continue;
            };
            let Some(rate) = playbook.draft().exchange.factor_for(money.currency(), purchase.on, as_of) else {
                spend.without_rate = spend.without_rate.saturating_add(1);
                continue;
            };
            spend.priced = spend.priced.saturating_add(1);
            let part = parts.entry(rate).or_default();
            *part = part.saturating_add(units_of(money));
        }
        for (rate, units) in parts {
            spend.sum.add(&ExactSum::of_units(units, 4).times(rate));
        }
        spend
    }

    /// What was spent within a year up to a day.
    pub(crate) fn of_year(occasions: &Occasions<'_>, until: i64, playbook: &Playbook, as_of: Date) -> Self {
        Self::between(occasions, (until.saturating_sub(YEAR), until), playbook, as_of)
    }

    /// Orders and returns whose money is not in the sum.
    pub(crate) const fn left_out(&self) -> usize {
        self.unpriced.saturating_add(self.without_rate)
    }
}

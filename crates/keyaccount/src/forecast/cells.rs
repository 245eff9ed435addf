//! Sums by any key, exact until they are read.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::price::PricedDeal;
use super::verdict::ForecastRow;
use crate::funnel::OpportunityStatus;
use crate::values::{Amounts, Currency, ExactSum};

#[derive(Clone, Debug)]
struct Cell {
    deals: usize,
    total: ExactSum,
    weighted: ExactSum,
}

impl Cell {
    fn new() -> Self {
        Self { deals: 0, total: ExactSum::zero(), weighted: ExactSum::zero() }
    }

    fn add(&mut self, worth: &Worth) {
        self.deals = self.deals.saturating_add(1);
        self.total.add(&worth.total);
        self.weighted.add(&worth.weighted);
    }

    fn read(&self, currency: Currency) -> Amounts {
        Amounts { deals: self.deals, total: self.total.rounded(currency), weighted: self.weighted.rounded(currency) }
    }
}

/// What one opportunity adds to a sum.
pub(super) struct Worth {
    pub(super) status: OpportunityStatus,
    pub(super) total: ExactSum,
    pub(super) weighted: ExactSum,
}

impl Worth {
    /// In the reporting currency.
    pub(super) fn reported(deal: &PricedDeal) -> Self {
        Self::at(deal, deal.rate.as_ref().map_or(Decimal::ONE, |rate| rate.rate.value()))
    }

    /// In its own currency.
    pub(super) fn own(deal: &PricedDeal) -> Self {
        Self::at(deal, Decimal::ONE)
    }

    /// The part of it that credit is given for.
    pub(super) fn credited(&self, part: Decimal) -> Self {
        let times = |sum: &ExactSum| if part == Decimal::ONE { sum.clone() } else { sum.times(part) };
        Self { status: self.status, total: times(&self.total), weighted: times(&self.weighted) }
    }

    fn at(deal: &PricedDeal, rate: Decimal) -> Self {
        let amount = deal.amount.amount();
        let total = ExactSum::product(&[amount, rate]);
        let weighted = ExactSum::product(&[amount, rate, deal.probability.value.value()]);
        Self { status: deal.status, total, weighted }
    }
}

/// Open, booked and realised opportunities beside each other, never added up.
#[derive(Clone, Debug)]
pub(super) struct Row {
    open: Cell,
    booked: Cell,
    realised: Cell,
}

impl Row {
    pub(super) fn new() -> Self {
        Self { open: Cell::new(), booked: Cell::new(), realised: Cell::new() }
    }

    pub(super) fn add(&mut self, worth: &Worth) {
        let cell = match worth.status {
            OpportunityStatus::Booked => &mut self.booked,
            OpportunityStatus::Realised => &mut self.realised,
            _ => &mut self.open,
        };
        cell.add(worth);
    }

    pub(super) fn read(&self, currency: Currency) -> ForecastRow {
        ForecastRow {
            open: self.open.read(currency),
            booked: self.booked.read(currency),
            realised: self.realised.read(currency),
        }
    }
}

/// Rows by key, in the order of the keys.
pub(super) struct Rows<K>(BTreeMap<K, Row>);

impl<K: Ord> Rows<K> {
    pub(super) const fn new() -> Self {
        Self(BTreeMap::new())
    }

    pub(super) fn add(&mut self, key: K, worth: &Worth) {
        self.0.entry(key).or_insert_with(Row::new).add(worth);
    }

    pub(super) fn into_iter(self) -> impl Iterator<Item = (K, Row)> {
        self.0.into_iter()
    }
}

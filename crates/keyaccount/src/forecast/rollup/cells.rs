//! The cells of a roll-up, exact until they are read.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::dimension::{ForecastDimension, Place, Places};
use super::recurring::{RecurringSums, RecurringWorth};
use super::verdict::{CellKey, RollUpCell};
use crate::forecast::cells::{Row, Worth};
use crate::forecast::price::PricedDeal;
use crate::values::{Currency, MemberId};

/// What adds up in one cell.
pub(super) struct Sums {
    pub(super) row: Row,
    pub(super) recurring: RecurringSums,
}

impl Sums {
    pub(super) fn new() -> Self {
        Self { row: Row::new(), recurring: RecurringSums::default() }
    }

    fn add(&mut self, worth: &DealWorth, part: Decimal) {
        self.row.add(&worth.once.credited(part));
        self.recurring.add(&worth.recurring, part);
    }
}

/// What an opportunity is worth in the currency of its cells.
struct DealWorth {
    once: Worth,
    recurring: RecurringWorth,
}

impl DealWorth {
    fn reported(deal: &PricedDeal) -> Self {
        let rate = deal.rate.as_ref().map_or(Decimal::ONE, |rate| rate.rate.value());
        Self { once: Worth::reported(deal), recurring: RecurringWorth::at(deal, rate) }
    }

    fn own(deal: &PricedDeal) -> Self {
        Self { once: Worth::own(deal), recurring: RecurringWorth::at(deal, Decimal::ONE) }
    }
}

/// Cells by their places.
pub(super) struct Cells<'a> {
    places: Places<'a>,
    by: &'a [ForecastDimension],
    reporting_currency: Currency,
    cells: BTreeMap<Vec<Place>, (Currency, Sums)>,
    whole: Sums,
}

impl<'a> Cells<'a> {
    pub(super) fn new(places: Places<'a>, by: &'a [ForecastDimension], reporting_currency: Currency) -> Self {
        Self { places, by, reporting_currency, cells: BTreeMap::new(), whole: Sums::new() }
    }

    /// Whether each cell is in a currency of its own, so that no rate is needed.
    pub(super) fn are_by_currency(&self) -> bool {
        self.by.contains(&ForecastDimension::Currency)
    }

    /// Adds an opportunity: to the whole, and to each of its cells once, at the parts that go there.
    pub(super) fn add(&mut self, deal: &PricedDeal, includes: impl Fn(Option<&MemberId>) -> bool) {
        let part = of_all(deal, &includes);
        self.whole.add(&DealWorth::reported(deal), part);
        self.add_to_cells(deal, includes);
    }

    /// Adds an opportunity to its cells alone, as where it has no price in the reporting currency.
    pub(super) fn add_to_cells(&mut self, deal: &PricedDeal, includes: impl Fn(Option<&MemberId>) -> bool) {
        let mut parts: BTreeMap<Vec<Place>, Decimal> = BTreeMap::new();
        for (member, share) in deal.parts().filter(|(member, _)| includes(*member)) {
            for cell in self.places.cells(deal, member) {
                let part = parts.entry(cell).or_default();
                *part = part.saturating_add(share.value());
            }
        }
        let by_currency = self.are_by_currency();
        let worth = if by_currency { DealWorth::own(deal) } else { DealWorth::reported(deal) };
        let currency = if by_currency { deal.amount.currency() } else { self.reporting_currency };
        for (cell, part) in parts {
            self.cells.entry(cell).or_insert_with(|| (currency, Sums::new())).1.add(&worth, part);
        }
    }

    /// The whole, and the cells in the order of their places.
    pub(super) fn read(self) -> (Sums, Vec<RollUpCell>) {
        let by = self.by;
        let cell = |(places, (currency, sums)): (Vec<Place>, (Currency, Sums))| RollUpCell {
            key: by.iter().zip(places).map(|(dimension, place)| CellKey::new(*dimension, place)).collect(),
            currency,
            amounts: sums.row.read(currency),
            recurring: sums.recurring.read(currency),
        };
        (self.whole, self.cells.into_iter().map(cell).collect())
    }
}

/// The part of an opportunity that counts.
fn of_all(deal: &PricedDeal, includes: impl Fn(Option<&MemberId>) -> bool) -> Decimal {
    let counted = deal.parts().filter(|(member, _)| includes(*member));
    counted.fold(Decimal::ZERO, |sum, (_, share)| sum.saturating_add(share.value()))
}

//! What is wrong with rows, and how many of them are so.

use std::collections::BTreeMap;

use super::ForecastColumns;
use super::cells::totals_of;
use super::dimension::CurrencyColumn;
use super::receipt::{ColumnCause, ColumnFault, ColumnPart, ColumnReceipt, ForecastColumn};
use crate::values::Currency;

/// Rows with the same faults.
#[derive(Clone, Debug, Default)]
struct Part {
    deals: u64,
    without_amount: u64,
    /// The sum of the amounts that are known, by currency.
    totals: Vec<u128>,
}

/// What a roll-up finds besides sums.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    /// Rows by status: open, parked, booked, realised, lost.
    pub(super) statuses: [u64; 5],
    parts: BTreeMap<Faults, Part>,
}

/// The fault of each column that has one, by the column's position among [`ForecastColumn::ALL`].
type Faults = [Option<ColumnFault>; ForecastColumn::ALL.len()];

impl Tally {
    /// Notes a row that is neither lost nor sound.
    #[cold]
    pub(super) fn note(&mut self, columns: &ForecastColumns<'_>, row: usize) {
        let currencies = columns.currency.currencies().len();
        let part = self.parts.entry(faults(columns, row)).or_default();
        part.totals.resize(currencies, 0);
        part.deals = part.deals.saturating_add(1);
        let amount = columns.amount.get(row).copied().filter(|amount| is_amount(*amount));
        let currency = columns.currency.column().map_or(Some(0), |column| column.get(row).copied());
        match amount.zip(currency.and_then(|currency| part.totals.get_mut(usize::from(currency)))) {
            Some((amount, total)) => *total = total.saturating_add(u128::from(amount.unsigned_abs())),
            None => part.without_amount = part.without_amount.saturating_add(1),
        }
    }

    /// The receipt but for what is in the cells.
    pub(super) fn receipt(self, columns: &ForecastColumns<'_>) -> ColumnReceipt {
        let currencies = columns.currency.currencies();
        let mut parts: Vec<ColumnPart> =
            self.parts.into_iter().map(|(faults, part)| part.on_receipt(faults, currencies)).collect();
        parts.sort_by(|one, other| one.causes.cmp(&other.causes));
        let opportunities = columns.len() as u64;
        let [open, parked, booked, realised, lost] = match columns.status {
            Some(_) => self.statuses,
            None => [opportunities, 0, 0, 0, 0],
        };
        let open = open.saturating_add(parked);
        let known = open.saturating_add(booked).saturating_add(realised).saturating_add(lost);
        ColumnReceipt {
            opportunities,
            open,
            parked,
            booked,
            realised,
            lost,
            unknown_status: opportunities.saturating_sub(known),
            priced: 0,
            unpriced: parts.iter().fold(0, |sum, part| sum.saturating_add(part.deals)),
            totals: Vec::new(),
            parts,
        }
    }
}

impl Part {
    fn on_receipt(self, faults: Faults, currencies: &[Currency]) -> ColumnPart {
        let causes = ForecastColumn::ALL.iter().zip(faults);
        let causes = causes.filter_map(|(column, fault)| Some(ColumnCause { column: *column, fault: fault? }));
        ColumnPart {
            causes: causes.collect(),
            deals: self.deals,
            without_amount: self.without_amount,
            totals: totals_of(&self.totals, currencies),
        }
    }
}

/// Whether an amount is one that money may have.
pub(super) const fn is_amount(amount: i64) -> bool {
    amount >= 0 && amount <= ForecastColumns::MOST_AMOUNT
}

/// All that is wrong with a row.
fn faults(columns: &ForecastColumns<'_>, row: usize) -> Faults {
    let of_amount = columns
        .amount
        .get(row)
        .and_then(|amount| ColumnFault::of(*amount == ForecastColumns::NO_AMOUNT, is_amount(*amount)));
    let of_probability = columns.probability.get(row).and_then(|probability| {
        ColumnFault::of(*probability == ForecastColumns::NO_PROBABILITY, *probability <= ForecastColumns::CERTAIN)
    });
    let of_status = columns
        .status
        .and_then(|status| status.get(row))
        .and_then(|status| ColumnFault::of(*status == ForecastColumns::NO_STATUS, *status <= ForecastColumns::LOST));
    // An amount that is missing is in no currency.
    let of_currency = columns.currency.column().filter(|_| of_amount.is_none()).and_then(|column| {
        let currency = column.get(row).copied()?;
        ColumnFault::of(currency == CurrencyColumn::NONE, usize::from(currency) < columns.currency.currencies().len())
    });
    let of_dimension = |at: usize| columns.dimensions.get(at)?.fault(row);
    [of_amount, of_probability, of_status, of_currency, of_dimension(0), of_dimension(1), of_dimension(2)]
}

//! The cells, exact until they are read.

use super::ForecastColumns;
use super::block::Slot;
use super::faults::Tally;
use super::receipt::ColumnReceipt;
use crate::forecast::verdict::ForecastRow;
use crate::problem::{Problem, ProblemCode};
use crate::values::{Amounts, Currency, CurrencySum, ExactSum};

/// Decimal places of a millionth.
const PROBABILITY_PLACES: u32 = 6;

/// An exact sum over opportunities, as whole numbers.
///
/// # Examples
/// ```
/// use keyaccount::CellSum;
///
/// let sum = CellSum { deals: 1, total: 5, weighted: 2_500_000 };
/// let amounts = sum.amounts("USD".parse()?);
/// assert_eq!((amounts.total.to_string(), amounts.weighted.to_string()), ("0.05".to_owned(), "0.02".to_owned()));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CellSum {
    /// Opportunities counted.
    pub deals: u64,
    /// The sum of their amounts, in minor units.
    pub total: u128,
    /// The sum of amount × probability, in millionths of a minor unit.
    pub weighted: u128,
}

impl CellSum {
    /// The sums in major units, rounded once, half-even, to a currency's minor unit.
    #[must_use]
    pub fn amounts(self, currency: Currency) -> Amounts {
        let places = currency.minor_unit_digits();
        Amounts {
            deals: usize::try_from(self.deals).unwrap_or(usize::MAX),
            total: units(self.total, places).rounded(currency),
            weighted: units(self.weighted, places.saturating_add(PROBABILITY_PLACES)).rounded(currency),
        }
    }

    const fn of(slot: Slot) -> Self {
        Self { deals: slot.deals(), total: slot.total(), weighted: slot.weighted }
    }
}

fn units(units: u128, places: u32) -> ExactSum {
    ExactSum::of_units(i128::try_from(units).unwrap_or(i128::MAX), places)
}

/// A cell: where it is, and the exact sums of the opportunities in it.
///
/// # Examples
/// ```
/// use keyaccount::{CurrencyColumn, DimensionColumn, ForecastColumns, Problem, roll_up_columns};
///
/// let columns = ForecastColumns::try_new(&[500, 700], &[250_000, 1], CurrencyColumn::one("JPY".parse()?))?
///     .by(DimensionColumn::try_new(&[3_u8, 3][..], 4)?)?;
/// let cells = roll_up_columns(&columns);
/// let cell = cells.filled().next().unwrap();
/// assert_eq!((cell.place.as_slice(), cell.currency.code()), (&[3][..], "JPY"));
/// assert_eq!((cell.open.deals, cell.open.total, cell.open.weighted), (2, 1200, 125_000_700));
/// assert_eq!(cell.row().open.weighted.to_string(), "125");
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnCell {
    /// The number of its place along each column, in their order; the currency is not among them.
    pub place: Vec<u32>,
    /// The currency.
    pub currency: Currency,
    /// Open opportunities, parked ones too.
    pub open: CellSum,
    /// Signed, not yet paid.
    pub booked: CellSum,
    /// Signed and paid.
    pub realised: CellSum,
}

impl ColumnCell {
    /// The amounts as a forecast has them, rounded once.
    #[must_use]
    pub fn row(&self) -> ForecastRow {
        let [open, booked, realised] = [self.open, self.booked, self.realised].map(|sum| sum.amounts(self.currency));
        ForecastRow { open, booked, realised }
    }
}

/// Opportunities added up by cell, and the receipt of those that are in none.
///
/// # Examples
/// ```
/// use keyaccount::{CurrencyColumn, DimensionColumn, ForecastColumns, Problem, roll_up_columns};
///
/// let usd = "USD".parse()?;
/// let columns = ForecastColumns::try_new(&[500, 700], &[500_000, 1_000_000], CurrencyColumn::one(usd))?
///     .by(DimensionColumn::try_new(&[0_u8, 1][..], 2)?)?;
/// let cells = roll_up_columns(&columns);
/// assert_eq!(cells.cell(&[1], usd).unwrap().row().open.weighted.to_string(), "7.00");
/// assert_eq!(cells.cell(&[2], usd), None, "there is no such place");
/// assert_eq!(cells.along(&[])?.cell(&[], usd).unwrap().row().open.weighted.to_string(), "9.50");
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForecastCells {
    sizes: Vec<u32>,
    currencies: Vec<Currency>,
    /// One for each cell where all are open; three where there is a status column. The cells of a place are by currency.
    slots: Vec<Slot>,
    slots_a_cell: usize,
    receipt: ColumnReceipt,
}

impl ForecastCells {
    pub(super) fn new(columns: &ForecastColumns<'_>, slots: Vec<Slot>, tally: Tally) -> Self {
        let currencies = columns.currency.currencies().to_vec();
        let slots_a_cell = columns.slots_a_cell();
        let mut receipt = tally.receipt(columns);
        let mut totals = vec![0_u128; currencies.len()];
        for place in slots.chunks_exact(currencies.len().saturating_mul(slots_a_cell)) {
            for (total, cell) in totals.iter_mut().zip(place.chunks(slots_a_cell)) {
                for slot in cell {
                    *total = total.saturating_add(slot.total());
                    receipt.priced = receipt.priced.saturating_add(slot.deals());
                }
            }
        }
        receipt.totals = totals_of(&totals, &currencies);
        let sizes = columns.dimensions.iter().map(super::DimensionColumn::size).collect();
        Self { sizes, currencies, slots, slots_a_cell, receipt }
    }

    /// How many places there are along each column, in their order; the currency is not among them.
    #[must_use]
    pub fn sizes(&self) -> &[u32] {
        &self.sizes
    }

    /// The currencies, in the order of the currency column.
    #[must_use]
    pub fn currencies(&self) -> &[Currency] {
        &self.currencies
    }

    /// How many opportunities went where.
    #[must_use]
    pub const fn receipt(&self) -> &ColumnReceipt {
        &self.receipt
    }

    /// The cell at a place along each column, in a currency; none where there is no such place or currency.
    #[must_use]
    pub fn cell(&self, place: &[u32], currency: Currency) -> Option<ColumnCell> {
        let last = self.currencies.iter().position(|known| *known == currency)?;
        if place.len() != self.sizes.len() || place.iter().zip(&self.sizes).any(|(at, size)| at >= size) {
            return None;
        }
        let at = place
            .iter()
            .zip(&self.sizes)
            .fold(0_usize, |at, (place, size)| at.saturating_mul(*size as usize).saturating_add(*place as usize));
        let start = at.saturating_mul(self.currencies.len()).saturating_add(last).saturating_mul(self.slots_a_cell);
        let slots = self.slots.get(start..start.saturating_add(self.slots_a_cell))?;
        Some(cell(place.to_vec(), currency, slots))
    }

    /// The cells that hold any opportunity, in the order of their places, and of the currency column within.
    pub fn filled(&self) -> impl Iterator<Item = ColumnCell> {
        let cells = self.slots.chunks(self.slots_a_cell).enumerate();
        let filled = cells.filter(|(_, slots)| slots.iter().any(|slot| slot.deals() > 0));
        filled.filter_map(|(at, slots)| {
            let (place, currency) = split(at, self.currencies.len());
            Some(cell(self.place(place), *self.currencies.get(currency)?, slots))
        })
    }

    /// The same sums along some of the columns alone, in the order in which they are named: each cell is exactly the sum of
    /// those it was made from. Currencies are never added up.
    ///
    /// # Errors
    /// A [`Problem`] where a column is named that there is none of, or one twice.
    pub fn along(&self, columns: &[usize]) -> Result<Self, Problem> {
        for (at, column) in columns.iter().enumerate() {
            let path = format!("columns[{at}]");
            if *column >= self.sizes.len() {
                let message = format!("there is no column {column}");
                let allowed = format!("numbers of columns from 0, below {}", self.sizes.len());
                return Err(Problem::new(ProblemCode::NumberOutOfRange, column, message, allowed).at(path));
            }
            if columns.iter().take(at).any(|before| before == column) {
                let message = format!("the column {column} is named twice");
                return Err(Problem::new(ProblemCode::DuplicateName, column, message, "each column once").at(path));
            }
        }
        let sizes: Vec<u32> = columns.iter().filter_map(|column| self.sizes.get(*column).copied()).collect();
        let places = sizes.iter().fold(1_usize, |places, size| places.saturating_mul(*size as usize));
        // What stays together: the cells of one place.
        let width = self.currencies.len().saturating_mul(self.slots_a_cell);
        let mut slots = vec![Slot::default(); places.saturating_mul(width)];
        for (number, more) in self.slots.chunks(width).enumerate() {
            let place = self.place(number);
            let at = columns.iter().zip(&sizes).fold(0_usize, |at, (column, size)| {
                let place = place.get(*column).copied().unwrap_or(0);
                at.saturating_mul(*size as usize).saturating_add(place as usize)
            });
            let start = at.saturating_mul(width);
            let sums = slots.get_mut(start..start.saturating_add(width)).unwrap_or_default();
            for (sum, more) in sums.iter_mut().zip(more) {
                sum.join(*more);
            }
        }
        let (currencies, receipt) = (self.currencies.clone(), self.receipt.clone());
        Ok(Self { sizes, currencies, slots, slots_a_cell: self.slots_a_cell, receipt })
    }

    /// The place along each column of a number of a place.
    fn place(&self, number: usize) -> Vec<u32> {
        let mut rest = number;
        let mut place: Vec<u32> = self
            .sizes
            .iter()
            .rev()
            .map(|size| {
                let (above, at) = split(rest, *size as usize);
                rest = above;
                u32::try_from(at).unwrap_or(u32::MAX)
            })
            .collect();
        place.reverse();
        place
    }
}

/// Divides a number by the size of its last dimension.
fn split(number: usize, size: usize) -> (usize, usize) {
    (number.checked_div(size).unwrap_or(0), number.checked_rem(size).unwrap_or(0))
}

fn cell(place: Vec<u32>, currency: Currency, slots: &[Slot]) -> ColumnCell {
    let sum = |at: usize| slots.get(at).copied().map(CellSum::of).unwrap_or_default();
    ColumnCell { place, currency, open: sum(0), booked: sum(1), realised: sum(2) }
}

/// The totals that are above zero, each in its currency.
pub(super) fn totals_of(totals: &[u128], currencies: &[Currency]) -> Vec<CurrencySum> {
    let some = totals.iter().zip(currencies).filter(|(total, _)| **total > 0);
    some.map(|(total, currency)| CurrencySum::new(&units(*total, currency.minor_unit_digits()), *currency)).collect()
}

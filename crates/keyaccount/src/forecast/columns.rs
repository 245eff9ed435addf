//! Opportunities as columns: tens of millions at a time into cells, by the same sums as [`weighted_forecast`].
//!
//! Everything is whole numbers: an amount in minor units times a probability in millionths is exact, and so is every sum
//! of them; a cell is rounded when it is read. A block of rows goes through the columns one after another, which gives
//! each row the number of its cell, and then into the cells at once.
//!
//! [`weighted_forecast`]: super::weighted_forecast

mod block;
mod cells;
mod dimension;
mod faults;
mod receipt;

pub use cells::{CellSum, ColumnCell, ForecastCells};
pub use dimension::{CurrencyColumn, DimensionColumn, IndexColumn};
pub use receipt::{ColumnCause, ColumnFault, ColumnPart, ColumnReceipt, ForecastColumn};

use crate::funnel::OpportunityStatus;
use crate::problem::{Problem, ProblemCode};

/// Many opportunities as columns: one to a row, in any order.
///
/// A row takes 12 bytes, and what its place in the cells takes: 17 in all with a month and an owner of 16 bits each and a
/// currency.
///
/// | column | unit |
/// | --- | --- |
/// | amount | minor units of its currency, as a whole number; [`NO_AMOUNT`](Self::NO_AMOUNT) where it is unknown |
/// | probability | millionths; [`NO_PROBABILITY`](Self::NO_PROBABILITY) where it is unknown |
/// | currency | [`CurrencyColumn`] |
/// | up to three others | [`DimensionColumn`]: the month of a day, or a number that stands for an owner, a team, a stage … |
/// | status | [`status_code`](Self::status_code); without this column all are open |
///
/// # Examples
/// ```
/// use keyaccount::{CurrencyColumn, DimensionColumn, ForecastColumns, Problem};
///
/// let amount = [90_000_00, ForecastColumns::NO_AMOUNT];
/// let probability = [300_000, 500_000];
/// let columns = ForecastColumns::try_new(&amount, &probability, CurrencyColumn::one("USD".parse()?))?
///     .by(DimensionColumn::try_new(&[0_u16, 1][..], 2)?)?;
/// assert_eq!(columns.len(), 2);
/// let cut = ForecastColumns::try_new(&amount, &probability[..1], CurrencyColumn::one("USD".parse()?));
/// assert_eq!(cut.unwrap_err().path, "probability");
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Debug)]
pub struct ForecastColumns<'a> {
    amount: &'a [i64],
    probability: &'a [u32],
    currency: CurrencyColumn<'a>,
    dimensions: Vec<DimensionColumn<'a>>,
    status: Option<&'a [u8]>,
}

impl<'a> ForecastColumns<'a> {
    /// Stands for an unknown amount.
    pub const NO_AMOUNT: i64 = i64::MIN;
    /// Stands for an unknown probability.
    pub const NO_PROBABILITY: u32 = u32::MAX;
    /// Stands for an unknown status.
    pub const NO_STATUS: u8 = u8::MAX;
    /// A probability of 1.
    const CERTAIN: u32 = 1_000_000;
    /// Stands for the loss.
    const LOST: u8 = Self::status_code(OpportunityStatus::Lost);
    /// The largest amount: ten million million, in a currency of four decimal places.
    pub const MOST_AMOUNT: i64 = 100_000_000_000_000_000;
    /// How many cells there may be. One takes 32 bytes; with a status column 96.
    pub const MOST_CELLS: usize = 4_194_304;
    /// By how many columns besides the currency the cells may be.
    pub const MOST_DIMENSIONS: usize = 3;

    /// Amounts with their probabilities and currencies.
    ///
    /// # Errors
    /// A [`Problem`] that names the column of another length than the amounts, or says that there are more rows than
    /// 4,294,967,295.
    pub fn try_new(amount: &'a [i64], probability: &'a [u32], currency: CurrencyColumn<'a>) -> Result<Self, Problem> {
        if u32::try_from(amount.len()).is_err() {
            let message = format!("{} rows are too many for one roll-up", amount.len());
            let allowed = format!("up to {} rows", u32::MAX);
            return Err(Problem::new(ProblemCode::NumberOutOfRange, amount.len(), message, allowed).at("amount"));
        }
        let columns = Self { amount, probability, currency, dimensions: Vec::new(), status: None };
        columns.check_length("probability", probability.len())?;
        if let Some(column) = columns.currency.column() {
            columns.check_length("currency", column.len())?;
        }
        Ok(columns)
    }

    /// The same opportunities by one more column.
    ///
    /// # Errors
    /// A [`Problem`] where the column is of another length than the amounts, it is the fourth, or the cells would be more
    /// than [`MOST_CELLS`](Self::MOST_CELLS).
    pub fn by(mut self, dimension: DimensionColumn<'a>) -> Result<Self, Problem> {
        let path = format!("dimensions[{}]", self.dimensions.len());
        self.check_length(&path, dimension.len())?;
        if self.dimensions.len() >= Self::MOST_DIMENSIONS {
            let message = format!("cells are by at most {} columns besides the currency", Self::MOST_DIMENSIONS);
            let allowed = format!("up to {} columns", Self::MOST_DIMENSIONS);
            return Err(Problem::new(ProblemCode::NumberOutOfRange, "", message, allowed).at(path));
        }
        let cells = self.cell_count().saturating_mul(dimension.size() as usize);
        if cells > Self::MOST_CELLS {
            let message = format!("{cells} cells are too many");
            let allowed = format!("up to {} cells", Self::MOST_CELLS);
            return Err(Problem::new(ProblemCode::NumberOutOfRange, cells, message, allowed).at(path));
        }
        self.dimensions.push(dimension);
        Ok(self)
    }

    /// The same opportunities with where each stands, so that what is open, booked, realised and lost is told apart.
    ///
    /// # Errors
    /// A [`Problem`] where the column is of another length than the amounts.
    pub fn with_status(mut self, status: &'a [u8]) -> Result<Self, Problem> {
        self.check_length("status", status.len())?;
        self.status = Some(status);
        Ok(self)
    }

    /// The number that stands for a status in the status column.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{ForecastColumns, OpportunityStatus};
    ///
    /// assert_eq!(ForecastColumns::status_code(OpportunityStatus::Booked), 2);
    /// ```
    #[must_use]
    pub const fn status_code(status: OpportunityStatus) -> u8 {
        match status {
            OpportunityStatus::Open => 0,
            OpportunityStatus::Parked => 1,
            OpportunityStatus::Booked => 2,
            OpportunityStatus::Realised => 3,
            OpportunityStatus::Lost => 4,
        }
    }

    /// How many opportunities there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.amount.len()
    }

    /// Whether there is no opportunity.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.amount.is_empty()
    }

    fn cell_count(&self) -> usize {
        let sizes = self.dimensions.iter().map(|dimension| dimension.size() as usize);
        sizes.fold(self.currency.currencies().len(), usize::saturating_mul)
    }

    /// How many sums a cell has: with a status column what is open, booked and realised is apart.
    const fn slots_a_cell(&self) -> usize {
        if self.status.is_some() { 3 } else { 1 }
    }

    fn check_length(&self, path: &str, len: usize) -> Result<(), Problem> {
        if len == self.len() {
            return Ok(());
        }
        let message = format!("the column `{path}` has {len} rows, `amount` {}", self.len());
        Err(Problem::new(ProblemCode::UnequalLengths, len, message, self.len().to_string()).at(path))
    }
}

/// Adds opportunities up by cell: how many, what they are worth, and what they are worth weighted by probability, each
/// exactly, with what could not be priced on a receipt.
///
/// A cell is what [`weighted_forecast`] gives for the opportunities in it, by their currency: open ones, booked ones and
/// realised ones beside each other, lost ones in none. An opportunity whose amount, probability, or place in the cells is
/// unknown or out of range is in no cell; the receipt counts it by all that is wrong with it.
///
/// Rows may come in any order. Besides the cells it takes next to no memory.
///
/// [`weighted_forecast`]: super::weighted_forecast
///
/// # Examples
/// ```
/// use keyaccount::{CurrencyColumn, Date, DimensionColumn, ForecastColumns, Problem, roll_up_columns};
///
/// // Days since 1970-01-01: two in June 2026, one in July, one unknown.
/// let close_date = [20_605, 20_633, 20_635, DimensionColumn::NO_DAY];
/// let owner = [0_u16, 1, 1, 0];
/// let currency = [0, 0, 1, 0];
/// let amount = [90_000_00, 10_000_00, 5_000_00, 700_00]; // in cents
/// let probability = [300_000, 500_000, 1_000_000, 200_000]; // in millionths
///
/// let (usd, eur) = ("USD".parse()?, "EUR".parse()?);
/// let currencies = [usd, eur];
/// let currency = CurrencyColumn::try_new(&currency, &currencies)?;
/// let columns = ForecastColumns::try_new(&amount, &probability, currency)?
///     .by(DimensionColumn::months(&close_date, "2026-06".parse()?, 3)?)?
///     .by(DimensionColumn::try_new(&owner[..], 2)?)?;
/// let cells = roll_up_columns(&columns);
///
/// let june_of_the_first = cells.cell(&[0, 0], usd).unwrap().row();
/// assert_eq!(june_of_the_first.open.weighted.to_string(), "27000.00");
/// // Any fewer columns add up exactly to the same: all of June.
/// let june = cells.along(&[0])?.cell(&[0], usd).unwrap().row();
/// assert_eq!((june.open.deals, june.open.weighted.to_string()), (2, "32000.00".to_owned()));
///
/// let receipt = cells.receipt();
/// assert_eq!((receipt.priced, receipt.unpriced), (3, 1));
/// assert_eq!(receipt.parts[0].causes[0].to_string(), "first: missing");
/// # Ok::<(), Problem>(())
/// ```
#[must_use]
pub fn roll_up_columns(columns: &ForecastColumns<'_>) -> ForecastCells {
    let (slots, tally) = block::add_up(columns);
    ForecastCells::new(columns, slots, tally)
}

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

//! What could not be priced, and why.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::values::{CurrencySum, vocabulary};

vocabulary! {
    /// A column of opportunities.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ForecastColumn::Probability.as_str(), "probability");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ForecastColumn {
        /// What they are worth.
        Amount = "amount", "amount", "金额";
        /// How probable they are.
        Probability = "probability", "probability", "概率";
        /// Where they stand.
        Status = "status", "status", "状态";
        /// The currencies of their amounts.
        Currency = "currency", "currency", "币种";
        /// The first column that the cells are by.
        First = "first", "first", "第一维";
        /// The second column that the cells are by.
        Second = "second", "second", "第二维";
        /// The third column that the cells are by.
        Third = "third", "third", "第三维";
    }
}

vocabulary! {
    /// What is wrong with a value of a column.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ColumnFault::OutOfRange.as_str(), "out_of_range");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ColumnFault {
        /// It is the one that stands for an unknown one.
        Missing = "missing", "missing", "缺失";
        /// It is none that the column takes, such as a probability above 1 or a day outside all months.
        OutOfRange = "out_of_range", "out of range", "超出范围";
    }
}

impl ColumnFault {
    /// What is wrong with a value, if anything is.
    pub(super) const fn of(is_missing: bool, is_in_range: bool) -> Option<Self> {
        match (is_missing, is_in_range) {
            (true, _) => Some(Self::Missing),
            (false, false) => Some(Self::OutOfRange),
            (false, true) => None,
        }
    }
}

/// Why an opportunity in columns cannot be priced.
///
/// # Examples
/// ```
/// use keyaccount::{ColumnCause, ColumnFault, ForecastColumn};
///
/// let cause = ColumnCause { column: ForecastColumn::Amount, fault: ColumnFault::Missing };
/// assert_eq!(cause.to_string(), "amount: missing");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ColumnCause {
    /// The column.
    pub column: ForecastColumn,
    /// What is wrong with its value.
    pub fault: ColumnFault,
}

impl fmt::Display for ColumnCause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.column, self.fault)
    }
}

/// Opportunities that cannot be priced for the same causes.
///
/// # Examples
/// ```
/// use keyaccount::{CurrencyColumn, ForecastColumns, Problem, roll_up_columns};
///
/// let columns = ForecastColumns::try_new(
///     &[500, 700, ForecastColumns::NO_AMOUNT],
///     &[1_000_001, 1_000_001, 300_000],
///     CurrencyColumn::one("USD".parse()?),
/// )?;
/// let cells = roll_up_columns(&columns);
/// let [no_amount, impossible] = &cells.receipt().parts[..] else { panic!("two parts") };
/// assert_eq!((no_amount.causes[0].to_string(), no_amount.without_amount), ("amount: missing".to_owned(), 1));
/// assert_eq!(impossible.causes[0].to_string(), "probability: out_of_range");
/// assert_eq!((impossible.deals, impossible.totals[0].to_string()), (2, "12.00 USD".to_owned()));
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ColumnPart {
    /// Everything that is wrong. Where the amount is, nothing is said of its currency.
    pub causes: Vec<ColumnCause>,
    /// How many there are.
    pub deals: u64,
    /// Those of them that are in no total: their amount, or its currency, is unknown or out of range.
    pub without_amount: u64,
    /// The sum of the other amounts, by currency, in the order of the currency column; those without any are left out.
    pub totals: Vec<CurrencySum>,
}

/// Where every opportunity in columns went: the parts add up to the whole.
///
/// `opportunities = open + booked + realised + lost + unknown_status`, and
/// `open + booked + realised + unknown_status = priced + unpriced`.
///
/// # Examples
/// ```
/// use keyaccount::{CurrencyColumn, ForecastColumns, OpportunityStatus, Problem, roll_up_columns};
///
/// let status = [OpportunityStatus::Parked, OpportunityStatus::Lost].map(ForecastColumns::status_code);
/// let columns = ForecastColumns::try_new(&[500, 700], &[1_000_000, 0], CurrencyColumn::one("USD".parse()?))?;
/// let cells = roll_up_columns(&columns.with_status(&status)?);
/// let receipt = cells.receipt();
/// assert_eq!((receipt.opportunities, receipt.open, receipt.parked, receipt.lost), (2, 1, 1, 1));
/// assert_eq!((receipt.priced, receipt.unpriced), (1, 0));
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ColumnReceipt {
    /// Opportunities looked at.
    pub opportunities: u64,
    /// Open ones, priced or not, parked ones too.
    pub open: u64,
    /// Of the open ones, those parked.
    pub parked: u64,
    /// Booked ones, priced or not.
    pub booked: u64,
    /// Realised ones, priced or not.
    pub realised: u64,
    /// Lost ones, which are in no cell and no part.
    pub lost: u64,
    /// Those whose status is unknown, which are not priced.
    pub unknown_status: u64,
    /// Those in the cells.
    pub priced: u64,
    /// Those left out of the cells.
    pub unpriced: u64,
    /// What is priced, by currency, in the order of the currency column; those without any are left out.
    pub totals: Vec<CurrencySum>,
    /// The unpriced ones by what is wrong with them, in the order of the causes.
    pub parts: Vec<ColumnPart>,
}

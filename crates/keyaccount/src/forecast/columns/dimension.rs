//! Columns that say in which cell an opportunity is.

use std::collections::BTreeSet;
use std::ops::Range;

use super::block::append;
use super::receipt::ColumnFault;
use crate::problem::{Problem, ProblemCode};
use crate::values::Period;
use crate::values::{Currency, Date, Month};

/// The currency of each amount: one for all, or a column of numbers with what they stand for.
///
/// # Examples
/// ```
/// use keyaccount::{CurrencyColumn, Problem};
///
/// let (usd, eur) = ("USD".parse()?, "EUR".parse()?);
/// let currencies = [usd, eur];
/// let column = CurrencyColumn::try_new(&[0, 0, 1, CurrencyColumn::NONE], &currencies)?;
/// assert_eq!(column.currencies(), currencies);
/// assert_eq!(CurrencyColumn::one(eur).currencies(), [eur]);
/// assert!(CurrencyColumn::try_new(&[0], &[usd, usd]).is_err(), "a sum would be split in two");
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CurrencyColumn<'a>(Currencies<'a>);

#[derive(Clone, Copy, Debug)]
enum Currencies<'a> {
    One(Currency),
    Each { column: &'a [u8], currencies: &'a [Currency] },
}

impl<'a> CurrencyColumn<'a> {
    /// Stands for an unknown currency.
    pub const NONE: u8 = u8::MAX;

    /// One currency for all amounts.
    #[must_use]
    pub const fn one(currency: Currency) -> Self {
        Self(Currencies::One(currency))
    }

    /// A column of numbers from 0 that stand for the currencies of a list.
    ///
    /// # Errors
    /// A [`Problem`] where the list is empty, names more than 255 currencies, or one of them twice.
    pub fn try_new(column: &'a [u8], currencies: &'a [Currency]) -> Result<Self, Problem> {
        if currencies.is_empty() {
            let message = "no currency is listed";
            return Err(Problem::new(ProblemCode::EmptyList, "", message, "at least one currency").at("currencies"));
        }
        let mut seen = BTreeSet::new();
        if let Some((at, twice)) = currencies.iter().enumerate().find(|(_, currency)| !seen.insert(**currency)) {
            let message = format!("{twice} is listed twice");
            let problem = Problem::new(ProblemCode::DuplicateName, twice, message, "each currency once");
            return Err(problem.at(format!("currencies[{at}]")));
        }
        if currencies.len() > usize::from(Self::NONE) {
            let message = format!("{} currencies are too many", currencies.len());
            let problem =
                Problem::new(ProblemCode::NumberOutOfRange, currencies.len(), message, "up to 255 currencies");
            return Err(problem.at("currencies"));
        }
        Ok(Self(Currencies::Each { column, currencies }))
    }

    /// The currencies, in the order of their numbers.
    #[must_use]
    pub const fn currencies(&self) -> &[Currency] {
        match &self.0 {
            Currencies::One(currency) => std::slice::from_ref(currency),
            Currencies::Each { currencies, .. } => currencies,
        }
    }

    /// How many currencies there are.
    pub(super) fn size(&self) -> u32 {
        u32::try_from(self.currencies().len()).unwrap_or(u32::MAX)
    }

    /// The numbers, where there is a column of them.
    pub(super) const fn column(&self) -> Option<&'a [u8]> {
        match self.0 {
            Currencies::One(_) => None,
            Currencies::Each { column, .. } => Some(column),
        }
    }
}

/// Numbers from 0, as narrow as their column has them. The largest one of the type stands for an unknown one.
///
/// # Examples
/// ```
/// use keyaccount::{DimensionColumn, Problem};
///
/// let owners = DimensionColumn::try_new(&[0_u8, 3, u8::MAX][..], 4)?;
/// let teams = DimensionColumn::try_new(&[0_u32, 1, u32::MAX][..], 2)?;
/// assert_eq!((owners.size(), teams.size()), (4, 2));
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub enum IndexColumn<'a> {
    /// Up to 255 different ones.
    U8(&'a [u8]),
    /// Up to 65,535 different ones.
    U16(&'a [u16]),
    /// Any more.
    U32(&'a [u32]),
}

impl<'a> From<&'a [u8]> for IndexColumn<'a> {
    fn from(column: &'a [u8]) -> Self {
        Self::U8(column)
    }
}

impl<'a> From<&'a [u16]> for IndexColumn<'a> {
    fn from(column: &'a [u16]) -> Self {
        Self::U16(column)
    }
}

impl<'a> From<&'a [u32]> for IndexColumn<'a> {
    fn from(column: &'a [u32]) -> Self {
        Self::U32(column)
    }
}

/// A column by which opportunities are told apart: numbers from 0, or days that fall into months or periods.
///
/// # Examples
/// ```
/// use keyaccount::{DimensionColumn, Period, Problem};
///
/// let close_date = [20_605, DimensionColumn::NO_DAY]; // 2026-06-01 in days since 1970-01-01
/// assert_eq!(DimensionColumn::months(&close_date, "2026-01".parse()?, 36)?.size(), 36);
/// let half = |first: &str, last: &str| Ok::<_, Problem>(Period { first: first.parse()?, last: last.parse()? });
/// let halves = [half("2026-01-01", "2026-06-30")?, half("2026-07-01", "2026-12-31")?];
/// assert_eq!(DimensionColumn::periods(&close_date, &halves)?.size(), 2);
/// assert!(DimensionColumn::try_new(&[0_u8][..], 256).is_err(), "255 stands for an unknown one");
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Debug)]
pub struct DimensionColumn<'a> {
    places: Places<'a>,
    size: u32,
}

/// Where a row gets its number from.
#[derive(Clone, Debug)]
enum Places<'a> {
    Index(IndexColumn<'a>),
    Days(&'a [i32], DayTable),
}

/// The number of every day's period.
#[derive(Clone, Debug)]
struct DayTable {
    first: i32,
    places: Vec<u16>,
}

impl DayTable {
    /// A day in no period.
    const NOWHERE: u16 = u16::MAX;

    /// The number of a day's period; out of every range where it has none.
    #[inline]
    fn place(&self, day: i32) -> u32 {
        // A day before the first becomes a number far behind the last.
        let at = day.wrapping_sub(self.first).cast_unsigned();
        self.places.get(at as usize).map_or(u32::MAX, |place| u32::from(*place))
    }
}

impl<'a> DimensionColumn<'a> {
    /// Stands for an unknown day.
    pub const NO_DAY: i32 = i32::MIN;

    /// A column of numbers from 0 up to but not including `size`; the largest number of its type stands for an unknown one.
    ///
    /// # Errors
    /// A [`Problem`] where `size` is 0, or so large that the number for an unknown one would be in it.
    pub fn try_new(column: impl Into<IndexColumn<'a>>, size: u32) -> Result<Self, Problem> {
        let column = column.into();
        let most = match column {
            IndexColumn::U8(_) => u8::MAX.into(),
            IndexColumn::U16(_) => u16::MAX.into(),
            IndexColumn::U32(_) => u32::MAX,
        };
        check_size(size, most)?;
        Ok(Self { places: Places::Index(column), size })
    }

    /// A column of days since 1970-01-01, by calendar month: so many from a first one.
    ///
    /// # Errors
    /// A [`Problem`] where `count` is 0, or reaches past the last month there is.
    pub fn months(days: &'a [i32], first: Month, count: u32) -> Result<Self, Problem> {
        check_size(count, u16::MAX.into())?;
        let mut periods = Vec::new();
        let mut month = Some(first);
        for _ in 0..count {
            let Some(this) = month else {
                let message = format!("{count} months from {first} reach past the last one");
                return Err(
                    Problem::new(ProblemCode::DateOutOfRange, count, message, "months up to 2199-12").at("count")
                );
            };
            let last = this.last_day();
            periods.push(Period { first: last.minus_days(last.day().saturating_sub(1)), last });
            month = this.next();
        }
        Self::periods(days, &periods)
    }

    /// A column of days since 1970-01-01, by periods that follow each other, with or without days between.
    ///
    /// # Errors
    /// A [`Problem`] where there is no period or more than 65,535, or one does not begin after the one before has ended
    /// and end after it began.
    pub fn periods(days: &'a [i32], periods: &[Period]) -> Result<Self, Problem> {
        let size = u32::try_from(periods.len()).unwrap_or(u32::MAX);
        check_size(size, u16::MAX.into())?;
        let mut table =
            DayTable { first: periods.first().map_or(0, |first| day_number(first.first)), places: Vec::new() };
        let mut end = None;
        for (place, (at, period)) in (0_u16..).zip(periods.iter().enumerate()) {
            if period.last < period.first || end.is_some_and(|end| period.first <= end) {
                let message = format!("the period {} to {} is not after the one before", period.first, period.last);
                let allowed = "periods in time order that do not overlap";
                let problem = Problem::new(ProblemCode::DateOrder, period.first, message, allowed);
                return Err(problem.at(format!("periods[{at}]")));
            }
            let offset = |day: Date| usize::try_from(day_number(day).saturating_sub(table.first)).unwrap_or(0);
            let (start, stop) = (offset(period.first), offset(period.last).saturating_add(1));
            table.places.resize(start, DayTable::NOWHERE);
            table.places.resize(stop, place);
            end = Some(period.last);
        }
        Ok(Self { places: Places::Days(days, table), size })
    }

    /// How many different places there are.
    #[must_use]
    pub const fn size(&self) -> u32 {
        self.size
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        match &self.places {
            Places::Index(IndexColumn::U8(column)) => column.len(),
            Places::Index(IndexColumn::U16(column)) => column.len(),
            Places::Index(IndexColumn::U32(column)) => column.len(),
            Places::Days(column, _) => column.len(),
        }
    }

    /// Whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Goes from the numbers of places of some rows to those along this dimension too, or begins with it; whether every row
    /// is in it.
    #[inline]
    pub(super) fn append_to(&self, numbers: &mut [u32], rows: Range<usize>, is_first: bool) -> bool {
        match &self.places {
            Places::Index(IndexColumn::U8(column)) => {
                append(numbers, column.get(rows).unwrap_or_default(), self.size, is_first, u32::from)
            }
            Places::Index(IndexColumn::U16(column)) => {
                append(numbers, column.get(rows).unwrap_or_default(), self.size, is_first, u32::from)
            }
            Places::Index(IndexColumn::U32(column)) => {
                append(numbers, column.get(rows).unwrap_or_default(), self.size, is_first, |index| index)
            }
            Places::Days(column, table) => {
                append(numbers, column.get(rows).unwrap_or_default(), self.size, is_first, |day| table.place(day))
            }
        }
    }

    /// The numbers of some rows; what has none gets one that is out of range.
    pub(super) fn indices(&self, rows: Range<usize>, indices: &mut [u32]) {
        self.append_to(indices, rows, true);
    }

    /// What is wrong with a row's value, if anything is.
    pub(super) fn fault(&self, row: usize) -> Option<ColumnFault> {
        let mut index = [u32::MAX];
        self.indices(row..row.saturating_add(1), &mut index);
        let is_missing = match &self.places {
            Places::Index(IndexColumn::U8(column)) => column.get(row) == Some(&u8::MAX),
            Places::Index(IndexColumn::U16(column)) => column.get(row) == Some(&u16::MAX),
            Places::Index(IndexColumn::U32(column)) => column.get(row) == Some(&u32::MAX),
            Places::Days(column, _) => column.get(row) == Some(&Self::NO_DAY),
        };
        ColumnFault::of(is_missing, index.iter().all(|index| *index < self.size))
    }
}

fn check_size(size: u32, most: u32) -> Result<(), Problem> {
    if (1..=most).contains(&size) {
        return Ok(());
    }
    let message = format!("a column of this type does not tell {size} places apart");
    Err(Problem::new(ProblemCode::NumberOutOfRange, size, message, format!("1 to {most} places")).at("size"))
}

fn day_number(day: Date) -> i32 {
    chrono::NaiveDate::from(day).to_epoch_days()
}

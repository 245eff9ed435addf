//! Purchases as columns: millions of orders and returns, in any order, into what each account's repeat purchases are
//! told by; by the same rules as [`score_rfm`].
//!
//! Rows are dealt out to buckets by account, so that an account's few rows end up side by side; what is said of an account
//! is then one pass over them (`tally.rs`).
//!
//! [`score_rfm`]: super::score_rfm

mod deal;
mod summary;
mod tally;

use std::num::NonZeroU32;

pub use summary::{AccountPurchases, PurchaseTotals};

use self::deal::Buckets;
use self::tally::Tally;
use crate::problem::{Problem, ProblemCode};
use crate::values::Date;

/// 1900-01-01 and 2199-12-31 in days since 1970-01-01.
const FIRST_DAY: i32 = -25_567;
const LAST_DAY: i32 = 84_005;

/// What was bought from us by many accounts, as three columns: one order or return to a row, in any order.
///
/// | column | unit |
/// | --- | --- |
/// | `account` | any number that stands for the account, best counted from 0 |
/// | `day` | days since 1970-01-01, as Arrow, pandas and duckdb hold a date |
/// | `amount` | minor units of one currency; negative for a return; [`NO_AMOUNT`](Self::NO_AMOUNT) where it is unknown |
///
/// A row of an unknown amount is an order. The same row twice is two orders, which on one day are one occasion.
///
/// # Examples
/// ```
/// use keyaccount::{Problem, PurchaseColumns};
///
/// let columns = PurchaseColumns::try_new(&[0, 1], &[20_454, 20_455], &[180_000, PurchaseColumns::NO_AMOUNT])?;
/// assert_eq!(columns.len(), 2);
/// let late = PurchaseColumns::try_new(&[0, 1], &[20_454, i32::MAX], &[180_000, 5]);
/// assert_eq!(late.unwrap_err().path, "day[1]");
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PurchaseColumns<'a> {
    account: &'a [u32],
    day: &'a [i32],
    amount: &'a [i64],
}

impl<'a> PurchaseColumns<'a> {
    /// Stands for an unknown amount.
    pub const NO_AMOUNT: i64 = i64::MIN;
    /// The largest amount, and with a minus sign the least: ten million million, in a currency of four decimal places.
    pub const MOST_AMOUNT: i64 = 100_000_000_000_000_000;

    /// Columns of one length whose days lie in the years 1900 to 2199 and whose amounts are in range.
    ///
    /// # Errors
    /// A [`Problem`] that names the column of another length than `account`, or the first row whose day or amount is out of
    /// range; or says that there are more rows than 4,294,967,295.
    pub fn try_new(account: &'a [u32], day: &'a [i32], amount: &'a [i64]) -> Result<Self, Problem> {
        let rows = account.len();
        for (path, len) in [("day", day.len()), ("amount", amount.len())] {
            if len != rows {
                let message = format!("the column `{path}` has {len} rows, `account` {rows}");
                return Err(Problem::new(ProblemCode::UnequalLengths, len, message, rows.to_string()).at(path));
            }
        }
        if u32::try_from(rows).is_err() {
            let message = format!("{rows} rows are too many for one summary");
            let allowed = format!("up to {} rows", u32::MAX);
            return Err(Problem::new(ProblemCode::NumberOutOfRange, rows, message, allowed).at("account"));
        }
        // Without a branch for every row: almost always everything is in range.
        let is_day = |day: &i32| (FIRST_DAY..=LAST_DAY).contains(day);
        let is_amount =
            |amount: &i64| (*amount == Self::NO_AMOUNT) | (-Self::MOST_AMOUNT..=Self::MOST_AMOUNT).contains(amount);
        if !day.iter().fold(true, |all, day| all & is_day(day))
            && let Some((row, value)) = day.iter().enumerate().find(|(_, day)| !is_day(day))
        {
            let message = format!("`{value}` days since 1970 is outside the years 1900 to 2199");
            let allowed = "days since 1970-01-01, from 1900-01-01 to 2199-12-31";
            return Err(Problem::new(ProblemCode::DateOutOfRange, value, message, allowed).at(format!("day[{row}]")));
        }
        if !amount.iter().fold(true, |all, amount| all & is_amount(amount))
            && let Some((row, value)) = amount.iter().enumerate().find(|(_, amount)| !is_amount(amount))
        {
            let message = format!("`{value}` is out of range for an amount");
            let allowed = format!("up to {} minor units either way", Self::MOST_AMOUNT);
            let problem = Problem::new(ProblemCode::AmountOutOfRange, value, message, allowed);
            return Err(problem.at(format!("amount[{row}]")));
        }
        Ok(Self { account, day, amount })
    }

    /// How many rows there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.account.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.account.is_empty()
    }

    /// The rows as they stand.
    fn rows(&self) -> impl Iterator<Item = Row> {
        let rows = self.account.iter().zip(self.day).zip(self.amount);
        rows.map(|((account, day), amount)| Row { account: *account, day: *day, amount: *amount })
    }

    /// Whether all rows of an account stand together, by rising account.
    fn is_by_account(&self) -> bool {
        /// Rows looked at without a branch.
        const BLOCK: usize = 4096;
        let mut blocks = self.account.chunks(BLOCK);
        let within = |block: &[u32]| block.windows(2).fold(true, |all, pair| all & (pair.first() <= pair.last()));
        let starts = self.account.chunks(BLOCK).skip(1).map(|block| block.first());
        blocks.all(within) && self.account.chunks(BLOCK).zip(starts).all(|(block, next)| block.last() <= next)
    }
}

/// An order or a return.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Row {
    account: u32,
    day: i32,
    amount: i64,
}

/// Summarises purchases by account, up to a day: recency, frequency and money for scores, and what models of repeat
/// purchases are fitted to.
///
/// Everything is as [`score_rfm`](super::score_rfm) has it of rows: orders of one day are one occasion, a return is none and
/// its money is netted, nothing after `as_of` is known. `window_days` bounds the orders and the money that are scored, not
/// what models take; without it all is in it.
///
/// Rows that stand by account are walked over as they are; others are first dealt out, as copies of 16 bytes each.
///
/// # Examples
/// ```
/// use keyaccount::{Problem, PurchaseColumns, summarise_purchases};
///
/// // Account 7 orders twice on 2026-01-05, once 30 days later, and sends a part back after 10 more; account 3 orders once.
/// let first = 20_458;
/// let account = [7, 3, 7, 7, 7];
/// let day = [first + 30, first, first, first + 40, first];
/// let amount = [900_00, 50_00, 100_00, -300_00, 20_00];
/// let columns = PurchaseColumns::try_new(&account, &day, &amount)?;
/// let summaries = summarise_purchases(&columns, "2026-03-06".parse()?, None);
///
/// let [once, twice] = &summaries.accounts[..] else { panic!() };
/// assert_eq!((once.account, once.repeat_orders(), once.mean_repeat_amount()), (3, 0, None));
/// assert_eq!((twice.orders, twice.amount, twice.unknown_amounts), (2, 720_00, 0));
/// let as_of = summaries.as_of_day;
/// assert_eq!((twice.days_since_last(as_of), twice.days_first_to_last(), twice.age_days(as_of)), (30, 30, 60));
/// assert_eq!((twice.repeat_orders(), twice.mean_repeat_amount()), (1, Some(600_00.0)));
/// # Ok::<(), Problem>(())
/// ```
#[must_use]
pub fn summarise_purchases(
    columns: &PurchaseColumns<'_>,
    as_of: Date,
    window_days: Option<NonZeroU32>,
) -> PurchaseTotals {
    let as_of_day = chrono::NaiveDate::from(as_of).to_epoch_days();
    let window = window_days.map_or(i32::MIN, |days| as_of_day.saturating_add(1).saturating_sub_unsigned(days.get()));
    let mut tally = Tally::new(as_of_day, window);
    if columns.is_by_account() {
        tally.over_columns(columns);
    } else {
        Buckets::of(columns).each_account(|rows| tally.over(rows));
    }
    tally.finish(as_of, columns.len())
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count; an overflow fails the test")]
mod property_tests;
#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count; an overflow fails the test")]
mod tests;

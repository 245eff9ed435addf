//! What columns of purchases come to.

use crate::lifetime::PurchaseSummary;
use crate::problem::Problem;
use crate::values::Date;

/// What one account bought, in the numbers that scores and models of repeat purchases take. Days are days since 1970-01-01,
/// amounts minor units.
///
/// # Examples
/// ```
/// use keyaccount::{Problem, PurchaseColumns, summarise_purchases};
///
/// let columns = PurchaseColumns::try_new(&[0, 0], &[20_458, 20_468], &[100_00, 60_00])?;
/// let summaries = summarise_purchases(&columns, "2026-03-06".parse()?, None);
/// let account = &summaries.accounts[0];
/// assert_eq!((account.first_day, account.last_day, account.orders_ever), (20_458, 20_468, 2));
/// assert_eq!(account.mean_repeat_amount(), Some(60_00.0));
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountPurchases {
    /// The number that stands for the account.
    pub account: u32,
    /// The day of its first order.
    pub first_day: i32,
    /// The day of its last order.
    pub last_day: i32,
    /// Days with orders in the window.
    pub orders: u32,
    /// Days with orders ever.
    pub orders_ever: u32,
    /// Orders and returns of the window whose amount is unknown.
    pub unknown_amounts: u32,
    /// Orders less returns in the window, of known amounts.
    pub amount: i128,
    /// Orders less returns after the day of the first order, whatever the window, of known amounts.
    pub repeat_amount: i128,
    /// Orders and returns after the day of the first order whose amount is unknown.
    pub repeat_unknown_amounts: u32,
}

impl AccountPurchases {
    /// Days from the last order to a day: recency, as marketing has it.
    #[must_use]
    pub const fn days_since_last(&self, as_of_day: i32) -> i32 {
        as_of_day.saturating_sub(self.last_day)
    }

    /// Days from the first to the last order: recency, as models of repeat purchases have it (t_x).
    #[must_use]
    pub const fn days_first_to_last(&self) -> i32 {
        self.last_day.saturating_sub(self.first_day)
    }

    /// Days from the first order to a day: the account's age (T).
    #[must_use]
    pub const fn age_days(&self, as_of_day: i32) -> i32 {
        as_of_day.saturating_sub(self.first_day)
    }

    /// Days with orders after the first of them: frequency, as models of repeat purchases have it (x).
    #[must_use]
    pub const fn repeat_orders(&self) -> u32 {
        self.orders_ever.saturating_sub(1)
    }

    /// What models of repeat purchases are fitted to, in a unit of time of so many days: 7 for weeks.
    ///
    /// # Errors
    /// A [`Problem`] where the account had not ordered by then, or the unit is not above zero.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Problem, PurchaseColumns, summarise_purchases};
    ///
    /// let columns = PurchaseColumns::try_new(&[0, 0], &[20_458, 20_472], &[100_00, 60_00])?;
    /// let purchases = summarise_purchases(&columns, "2026-03-06".parse()?, None);
    /// let summary = purchases.accounts[0].repeat_purchases(purchases.as_of_day, 7.0)?;
    /// assert_eq!((summary.frequency(), summary.recency()), (1, 2.0));
    /// # Ok::<(), Problem>(())
    /// ```
    pub fn repeat_purchases(&self, as_of_day: i32, days_a_unit: f64) -> Result<PurchaseSummary, Problem> {
        let units = |days: i32| f64::from(days) / days_a_unit;
        PurchaseSummary::try_new(
            self.repeat_orders(),
            units(self.days_first_to_last()),
            units(self.age_days(as_of_day)),
        )
    }

    /// What a repeat order was worth on average, in minor units: what models of spending take. None where there is no repeat
    /// order, or an amount is unknown.
    #[must_use]
    pub fn mean_repeat_amount(&self) -> Option<f64> {
        let orders = self.repeat_orders();
        (orders > 0 && self.repeat_unknown_amounts == 0).then(|| self.repeat_amount as f64 / f64::from(orders))
    }
}

/// Purchases by account, and where every row went.
///
/// # Examples
/// ```
/// use keyaccount::{Problem, PurchaseColumns, summarise_purchases};
///
/// // An order, an order that is not known yet, and a return of somebody who has never ordered.
/// let columns = PurchaseColumns::try_new(&[0, 0, 1], &[20_458, 20_999, 20_458], &[100_00, 60_00, -5_00])?;
/// let summaries = summarise_purchases(&columns, "2026-03-06".parse()?, None);
/// assert_eq!((summaries.accounts.len(), summaries.after_as_of), (1, 1));
/// assert_eq!(summaries.returns_only, [1]);
/// # Ok::<(), Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurchaseTotals {
    /// The day of the summary.
    pub as_of: Date,
    /// The same in days since 1970-01-01.
    pub as_of_day: i32,
    /// The accounts with at least one order, by number.
    pub accounts: Vec<AccountPurchases>,
    /// Accounts of which returns are known but no order, by number.
    pub returns_only: Vec<u32>,
    /// Rows in all.
    pub rows: usize,
    /// Rows dated after the day of the summary, which are not known yet.
    pub after_as_of: usize,
    /// Rows whose amount is unknown, up to the day of the summary.
    pub unknown_amounts: usize,
}

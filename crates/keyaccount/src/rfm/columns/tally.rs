//! What is said of an account, in one pass over its rows.

use super::summary::{AccountPurchases, PurchaseTotals};
use super::{PurchaseColumns, Row};
use crate::values::Date;

/// Accounts summarised so far.
pub(super) struct Tally {
    as_of_day: i32,
    /// The first day of the window.
    window: i32,
    accounts: Vec<AccountPurchases>,
    returns_only: Vec<u32>,
    after_as_of: usize,
    unknown_amounts: usize,
    /// The days of an account's orders; kept for its memory.
    days: Vec<i32>,
}

impl Tally {
    pub(super) fn new(as_of_day: i32, window: i32) -> Self {
        Self {
            as_of_day,
            window,
            accounts: Vec::new(),
            returns_only: Vec::new(),
            after_as_of: 0,
            unknown_amounts: 0,
            days: Vec::new(),
        }
    }

    /// Takes rows that stand by account.
    pub(super) fn over_columns(&mut self, columns: &PurchaseColumns<'_>) {
        let mut start: usize = 0;
        for accounts in columns.account.chunk_by(|account, next| account == next) {
            let end = start.saturating_add(accounts.len());
            if let (Some(account), Some(days), Some(amounts)) =
                (accounts.first(), columns.day.get(start..end), columns.amount.get(start..end))
            {
                self.take(*account, days.iter().copied().zip(amounts.iter().copied()));
            }
            start = end;
        }
    }

    /// Takes the rows of one account.
    #[inline]
    pub(super) fn over(&mut self, rows: &[Row]) {
        if let Some(first) = rows.first() {
            self.take(first.account, rows.iter().map(|row| (row.day, row.amount)));
        }
    }

    #[inline]
    fn take(&mut self, account: u32, rows: impl Iterator<Item = (i32, i64)> + Clone) {
        self.days.clear();
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        let (mut all, mut unknown, mut known_rows): (usize, u32, usize) = (0, 0, 0);
        let (mut amount, mut ever): (i128, i128) = (0, 0);
        let (mut unknown_ever, mut rising) = (0_u32, true);
        for (day, money) in rows.clone() {
            all = all.wrapping_add(1);
            if day > self.as_of_day {
                continue;
            }
            known_rows = known_rows.wrapping_add(1);
            let is_unknown = money == PurchaseColumns::NO_AMOUNT;
            let value = if is_unknown { 0 } else { i128::from(money) };
            let in_window = day >= self.window;
            ever = ever.wrapping_add(value);
            amount = amount.wrapping_add(if in_window { value } else { 0 });
            unknown_ever = unknown_ever.wrapping_add(u32::from(is_unknown));
            unknown = unknown.wrapping_add(u32::from(is_unknown & in_window));
            if (money >= 0) | is_unknown {
                rising &= self.days.last().is_none_or(|before| *before <= day);
                first = first.min(day);
                last = last.max(day);
                self.days.push(day);
            }
        }
        self.after_as_of = self.after_as_of.wrapping_add(all.wrapping_sub(known_rows));
        self.unknown_amounts = self.unknown_amounts.wrapping_add(unknown_ever as usize);
        if self.days.is_empty() {
            if known_rows > 0 {
                self.returns_only.push(account);
            }
            return;
        }
        if !rising {
            self.days.sort_unstable();
        }
        let (mut orders, mut orders_ever, mut before) = (0_u32, 0_u32, i32::MIN);
        for day in &self.days {
            let is_new = *day != before;
            orders_ever = orders_ever.wrapping_add(u32::from(is_new));
            orders = orders.wrapping_add(u32::from(is_new & (*day >= self.window)));
            before = *day;
        }
        let (mut initial, mut unknown_initial): (i128, u32) = (0, 0);
        for (day, money) in rows {
            let is_initial = day <= first;
            let is_unknown = money == PurchaseColumns::NO_AMOUNT;
            initial = initial.wrapping_add(if is_initial & !is_unknown { i128::from(money) } else { 0 });
            unknown_initial = unknown_initial.wrapping_add(u32::from(is_initial & is_unknown));
        }
        self.accounts.push(AccountPurchases {
            account,
            first_day: first,
            last_day: last,
            orders,
            orders_ever,
            unknown_amounts: unknown,
            amount,
            repeat_amount: ever.wrapping_sub(initial),
            repeat_unknown_amounts: unknown_ever.wrapping_sub(unknown_initial),
        });
    }

    pub(super) fn finish(self, as_of: Date, rows: usize) -> PurchaseTotals {
        PurchaseTotals {
            as_of,
            as_of_day: self.as_of_day,
            accounts: self.accounts,
            returns_only: self.returns_only,
            rows,
            after_as_of: self.after_as_of,
            unknown_amounts: self.unknown_amounts,
        }
    }
}

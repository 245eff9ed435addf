//! A book as the models see it: customers with their summaries, prospects, and what tells nothing.

use super::orders::{OrderDays, Spending};
use crate::facts::{AccountBook, Book, Purchase};
use crate::lifetime::PurchaseSummary;
use crate::loyalty::occasions::{dated_until, day_number};
use crate::playbook::Playbook;
use crate::problem::Problem;
use crate::values::{AccountId, Date};

/// An account that ordered from us.
pub(crate) struct Customer<'a> {
    pub(crate) book: &'a AccountBook,
    pub(crate) days: OrderDays,
    pub(crate) summary: PurchaseSummary,
    pub(crate) spending: Spending,
    /// Our orders, in the order of day and identifier.
    pub(crate) orders: Vec<&'a Purchase>,
}

/// A book on a day.
pub(crate) struct Portfolio<'a> {
    /// By identifier.
    pub(crate) customers: Vec<Customer<'a>>,
    /// Accounts without an order from us.
    pub(crate) prospects: Vec<&'a AccountId>,
    /// Purchases dated after the day.
    pub(crate) later: usize,
    /// Orders and returns without an amount.
    pub(crate) no_amount: usize,
    /// Orders and returns in a currency without a rate.
    pub(crate) no_rate: usize,
    /// Returns that no order was before.
    pub(crate) orphaned_returns: usize,
}

impl<'a> Portfolio<'a> {
    /// What a book tells on a day.
    ///
    /// # Errors
    /// A [`Problem`] where a summary refuses its numbers.
    pub(crate) fn of(book: &'a Book, playbook: &Playbook, as_of: Date) -> Result<Self, Problem> {
        let (mut customers, mut prospects) = (Vec::new(), Vec::new());
        let (mut later, mut no_amount, mut no_rate, mut orphaned_returns) = (0_usize, 0_usize, 0_usize, 0_usize);
        for account in book.accounts() {
            let known = dated_until(&account.purchases, as_of);
            later = later.saturating_add(account.purchases.len().saturating_sub(known.len()));
            let spending = Spending::until(account, &playbook.draft().exchange, as_of);
            no_amount = no_amount.saturating_add(spending.no_amount);
            no_rate = no_rate.saturating_add(spending.no_rate);
            orphaned_returns = orphaned_returns.saturating_add(spending.orphaned_returns);
            let days = OrderDays::until(account, as_of);
            match days.summary(day_number(as_of))? {
                Some(summary) => {
                    let orders = known.into_iter().filter(|purchase| purchase.is_our_order()).collect();
                    customers.push(Customer { book: account, days, summary, spending, orders });
                }
                None => prospects.push(&account.account.id),
            }
        }
        Ok(Self { customers, prospects, later, no_amount, no_rate, orphaned_returns })
    }

    /// The summaries, by identifier of the account.
    pub(crate) fn summaries(&self) -> Vec<PurchaseSummary> {
        self.customers.iter().map(|customer| customer.summary).collect()
    }

    /// How many customers ordered again.
    pub(crate) fn repeaters(&self) -> usize {
        self.customers.iter().filter(|customer| customer.summary.frequency() > 0).count()
    }
}

/// Days before a day as a date.
pub(crate) fn date_of(day: i64, as_of: Date) -> Date {
    let ago = day_number(as_of).saturating_sub(day);
    match u32::try_from(ago) {
        Ok(ago) => as_of.minus_days(ago),
        Err(_) => as_of.plus_days(u32::try_from(ago.saturating_neg()).unwrap_or(u32::MAX)),
    }
}

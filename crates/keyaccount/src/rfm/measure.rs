//! What an account bought from us, in the numbers that it is scored by.

use super::price::{UnpricedOrder, price};
use super::verdict::RfmReceipt;
use crate::facts::{AccountBook, Purchase, Supplier};
use crate::loyalty::occasions::{Occasions, dated_until, day_number};
use crate::playbook::Playbook;
use crate::values::{Date, ExactSum, Period};

pub(super) fn count(counter: &mut usize) {
    *counter = counter.saturating_add(1);
}

/// A sum of the priced purchases, and how many there are of both kinds.
#[derive(Clone, Debug, Default)]
pub(super) struct Takings {
    pub(super) sum: ExactSum,
    pub(super) priced: usize,
    pub(super) unpriced: usize,
}

impl Takings {
    /// The sum, where anything is known of it: nothing bought is zero, nothing known is not.
    pub(super) fn known(&self) -> Option<&ExactSum> {
        (self.priced > 0 || self.unpriced == 0).then_some(&self.sum)
    }

    fn add(&mut self, purchase: &Purchase, playbook: &Playbook, as_of: Date, left_out: &mut Vec<UnpricedOrder>) {
        match price(purchase, playbook, as_of) {
            Ok(money) => {
                self.sum.add(&money);
                count(&mut self.priced);
            }
            Err(unpriced) => {
                left_out.push(unpriced);
                count(&mut self.unpriced);
            }
        }
    }
}

/// What an account with at least one order bought from us.
pub(super) struct Measured<'a> {
    pub(super) account: &'a AccountBook,
    pub(super) first: Date,
    pub(super) last: Date,
    /// Days with orders: ever, and in the window.
    pub(super) orders_ever: usize,
    pub(super) orders: usize,
    /// The net money of the window.
    pub(super) takings: Takings,
    /// What is cited: our orders and returns of the window or, where there are none, the last before it.
    pub(super) purchases: Vec<&'a Purchase>,
}

impl Measured<'_> {
    pub(super) fn days_since_last(&self, as_of: Date) -> i64 {
        as_of.days_since(self.last)
    }

    pub(super) fn days_first_to_last(&self) -> i64 {
        self.last.days_since(self.first)
    }
}

/// What there is to an account.
pub(super) enum Standing<'a> {
    Customer(Box<Measured<'a>>),
    /// It sent something back, but no order of it is known.
    ReturnsOnly,
    Prospect,
}

/// Measures an account, up to a day; its money and orders in a window that ends on it.
pub(super) fn measure<'a>(
    account: &'a AccountBook,
    playbook: &Playbook,
    window: Option<Period>,
    as_of: Date,
    receipt: &mut RfmReceipt,
    left_out: &mut Vec<UnpricedOrder>,
) -> Standing<'a> {
    let known = dated_until(&account.purchases, as_of);
    let later = account.purchases.len().saturating_sub(known.len());
    receipt.after_as_of = receipt.after_as_of.saturating_add(later);
    for purchase in &known {
        count(match &purchase.supplier {
            Supplier::Competitor { .. } => &mut receipt.of_competitors,
            Supplier::Us {} if purchase.is_return() => &mut receipt.returns,
            Supplier::Us {} => &mut receipt.orders,
        });
    }
    let occasions = Occasions::of(&known);
    let today = day_number(as_of);
    let first_day = window.map_or(i64::MIN, |window| day_number(window.first).saturating_sub(1));
    let ours = occasions.purchases_between(i64::MIN, today);
    let orders: Vec<Date> = ours.iter().filter(|purchase| !purchase.is_return()).map(|purchase| purchase.on).collect();
    let (Some(first), Some(last)) = (orders.first().copied(), orders.last().copied()) else {
        receipt.without_order = receipt.without_order.saturating_add(ours.len());
        return if ours.is_empty() { Standing::Prospect } else { Standing::ReturnsOnly };
    };
    let mut purchases = occasions.purchases_between(first_day, today).to_vec();
    let mut takings = Takings::default();
    for purchase in &purchases {
        takings.add(purchase, playbook, as_of, left_out);
    }
    receipt.priced = receipt.priced.saturating_add(takings.priced);
    let before = ours.len().saturating_sub(purchases.len());
    receipt.before_window = receipt.before_window.saturating_add(before);
    if purchases.is_empty() {
        purchases.extend(ours.iter().rev().find(|purchase| !purchase.is_return()));
    }
    Standing::Customer(Box::new(Measured {
        account,
        first,
        last,
        orders_ever: occasions.days_until(today).len(),
        orders: occasions.count_between(first_day, today),
        takings,
        purchases,
    }))
}

/// The net money of our orders and returns of an account in a period; none where there is neither.
pub(super) fn takings_in(
    account: &AccountBook,
    playbook: &Playbook,
    period: Option<Period>,
    as_of: Date,
    left_out: &mut Vec<UnpricedOrder>,
) -> Option<Takings> {
    let in_period = |on| period.is_none_or(|period| period.holds(on));
    let mut takings = Takings::default();
    let known = dated_until(&account.purchases, as_of);
    for purchase in known.iter().filter(|one| matches!(one.supplier, Supplier::Us {}) && in_period(one.on)) {
        takings.add(purchase, playbook, as_of, left_out);
    }
    (takings.priced > 0 || takings.unpriced > 0).then_some(takings)
}

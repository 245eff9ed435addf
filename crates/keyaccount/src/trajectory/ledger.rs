//! What an account bought from us, with returns netted, in one currency.
//!
//! Returns are taken off earlier orders in the orders' own currency first and what is left of an order is converted at the
//! rate of its own day, so that a returned order counts for nothing whatever the rate did since.

use std::collections::BTreeMap;

use super::kinds::UnmatchedCause;
use super::verdict::{ReturnsFinding, UnmatchedReturn, UnpricedPurchase};
use crate::facts::{Purchase, Supplier};
use crate::forecast::UnpricedCause;
use crate::loyalty::occasions::{day_number, units_of};
use crate::playbook::ExchangePolicy;
use crate::values::{Currency, CurrencySum, ExactSum, Label, NetMoney};

/// Most returns and unpriced orders that a verdict lists.
const LISTED: usize = 100;
/// Decimal places of the units that money is counted in.
pub(super) const PLACES: u32 = 4;

/// An order of ours, or what is left of a return; its money in ten-thousandths of the ledger's currency.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) purchase: &'a Purchase,
    pub(super) day: i64,
    pub(super) units: Option<i128>,
    /// False for what is left of a return.
    pub(super) is_order: bool,
}

/// All lines of an account in the order of time.
pub(super) struct Ledger<'a> {
    pub(super) currency: Option<Currency>,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) returns: ReturnsFinding,
    pub(super) unpriced_orders: usize,
    pub(super) unpriced: Vec<UnpricedPurchase>,
}

/// An amount that can be taken off, or from which can be taken.
#[derive(Clone, Copy, Debug)]
struct Open {
    currency: Currency,
    units: i128,
}

impl Open {
    fn of(money: NetMoney) -> Self {
        Self { currency: money.currency(), units: units_of(money) }
    }
}

/// Where a return looks for the order it undoes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Product(&'a Label, Option<&'a Label>, &'static str),
    Category(&'a Label, &'static str),
    Amount(i128, &'static str),
}

impl<'a> Ledger<'a> {
    /// From purchases in the order of time; competitors' are passed over.
    pub(super) fn of(sorted: &[&'a Purchase], exchange: &ExchangePolicy) -> Self {
        Self::in_currency(common_currency(sorted.iter().copied(), exchange), sorted, exchange)
    }

    /// The same in a currency that was decided on.
    pub(super) fn in_currency(currency: Option<Currency>, sorted: &[&'a Purchase], exchange: &ExchangePolicy) -> Self {
        let mut ours: Vec<&Purchase> =
            sorted.iter().copied().filter(|purchase| matches!(purchase.supplier, Supplier::Us {})).collect();
        // A return may undo an order of its own day.
        ours.sort_by_key(|purchase| (purchase.on, purchase.is_return()));
        let mut left: Vec<Option<Open>> = ours.iter().map(|purchase| purchase.amount.map(Open::of)).collect();
        let mut returns = ReturnsFinding { returns: 0, matched: 0, unmatched: Vec::new() };
        let mut unmatched: Vec<(usize, UnmatchedCause)> = Vec::new();
        let mut open = OpenOrders::default();
        for (at, purchase) in ours.iter().enumerate() {
            if !purchase.is_return() {
                open.add(at, purchase, left.get(at).copied().flatten());
                continue;
            }
            returns.returns = returns.returns.saturating_add(1);
            match open.net(at, purchase, &mut left) {
                Ok(()) => returns.matched = returns.matched.saturating_add(1),
                Err(cause) => unmatched.push((at, cause)),
            }
        }
        let mut ledger =
            Self { currency, lines: Vec::with_capacity(ours.len()), returns, unpriced_orders: 0, unpriced: Vec::new() };
        for (purchase, left) in ours.iter().zip(&left) {
            ledger.add(purchase, *left, exchange);
        }
        let list = unmatched.get(unmatched.len().saturating_sub(LISTED)..).unwrap_or_default();
        ledger.returns.unmatched = list
            .iter()
            .filter_map(|(at, cause)| {
                let purchase = ours.get(*at)?;
                let left = left.get(*at).copied().flatten();
                let left = left.filter(|_| *cause != UnmatchedCause::NoAmount);
                let sum = |open: Open| CurrencySum::new(&ExactSum::of_units(open.units, PLACES), open.currency);
                Some(UnmatchedReturn {
                    purchase: purchase.id.clone(),
                    on: purchase.on,
                    left: left.map(sum),
                    cause: *cause,
                })
            })
            .collect();
        let listed = ledger.unpriced.len().saturating_sub(LISTED);
        ledger.unpriced.drain(..listed);
        ledger
    }

    fn add(&mut self, purchase: &'a Purchase, left: Option<Open>, exchange: &ExchangePolicy) {
        let is_order = !purchase.is_return();
        let units = match (left, self.currency) {
            (Some(open), Some(currency)) => converted(open, currency, purchase, exchange).ok_or(UnpricedCause::NoRate),
            _ => Err(UnpricedCause::NoAmount),
        };
        if let Err(cause) = units {
            self.unpriced_orders = self.unpriced_orders.saturating_add(1);
            self.unpriced.push(UnpricedPurchase { purchase: purchase.id.clone(), on: purchase.on, cause });
        }
        // What went back wholly is no line of its own any more.
        if is_order || units != Ok(0) {
            self.lines.push(Line { purchase, day: day_number(purchase.on), units: units.ok(), is_order });
        }
    }

    /// So many units as a sum of the ledger's currency.
    pub(super) fn sum(&self, units: i128) -> Option<CurrencySum> {
        self.currency.map(|currency| CurrencySum::new(&ExactSum::of_units(units, PLACES), currency))
    }

    /// The net money of some lines; none where an order's or a return's is not known.
    pub(super) fn total<'b>(lines: impl IntoIterator<Item = &'b Line<'a>>) -> Option<i128>
    where
        'a: 'b,
    {
        lines.into_iter().try_fold(0_i128, |sum, line| Some(sum.saturating_add(line.units?)))
    }
}

/// Orders from which something can still be taken off, the latest last.
#[derive(Default)]
struct OpenOrders<'a> {
    stacks: BTreeMap<Key<'a>, Vec<usize>>,
}

impl<'a> OpenOrders<'a> {
    fn add(&mut self, at: usize, purchase: &'a Purchase, open: Option<Open>) {
        let Some(Open { currency, units }) = open.filter(|open| open.units > 0) else { return };
        let code = currency.code();
        if let Some(product) = &purchase.product {
            self.stacks.entry(Key::Product(product, purchase.category.as_ref(), code)).or_default().push(at);
        }
        if let Some(category) = &purchase.category {
            self.stacks.entry(Key::Category(category, code)).or_default().push(at);
        }
        self.stacks.entry(Key::Amount(units, code)).or_default().push(at);
    }

    fn net(&mut self, at: usize, purchase: &'a Purchase, left: &mut [Option<Open>]) -> Result<(), UnmatchedCause> {
        let due = left.get(at).copied().flatten().filter(|due| due.units < 0).ok_or(UnmatchedCause::NoAmount)?;
        let code = due.currency.code();
        let key = match (&purchase.product, &purchase.category) {
            (Some(product), category) => Key::Product(product, category.as_ref(), code),
            (None, Some(category)) => Key::Category(category, code),
            (None, None) => Key::Amount(due.units.saturating_neg(), code),
        };
        let whole_only = matches!(key, Key::Amount(..));
        let mut rest = due.units.saturating_neg();
        let stack = self.stacks.get_mut(&key).ok_or(UnmatchedCause::NoEarlierOrder)?;
        while rest > 0 {
            let Some(order) = stack.last().and_then(|order| left.get_mut(*order)).and_then(Option::as_mut) else {
                break;
            };
            // Another key may have used the order up, or part of it.
            if order.units <= 0 || (whole_only && order.units < rest) {
                stack.pop();
                continue;
            }
            let taken = order.units.min(rest);
            order.units = order.units.saturating_sub(taken);
            rest = rest.saturating_sub(taken);
        }
        if let Some(due) = left.get_mut(at).and_then(Option::as_mut) {
            due.units = rest.saturating_neg();
        }
        match rest {
            0 => Ok(()),
            _ if !whole_only => Err(UnmatchedCause::MoreThanOrdered),
            _ => Err(UnmatchedCause::NoEarlierOrder),
        }
    }
}

/// The currency that the amounts of all our purchases have in common, or else the reporting currency; none without
/// amounts.
pub(super) fn common_currency<'a>(
    purchases: impl IntoIterator<Item = &'a Purchase>,
    exchange: &ExchangePolicy,
) -> Option<Currency> {
    let ours = purchases.into_iter().filter(|purchase| matches!(purchase.supplier, Supplier::Us {}));
    let mut currencies = ours.filter_map(|purchase| purchase.amount).map(NetMoney::currency);
    let first = currencies.next()?;
    Some(if currencies.all(|currency| currency == first) { first } else { exchange.reporting_currency })
}

/// An amount in another currency, at the rate of the purchase's day, rounded half-even to ten-thousandths.
fn converted(open: Open, to: Currency, purchase: &Purchase, exchange: &ExchangePolicy) -> Option<i128> {
    if open.currency == to || open.units == 0 {
        return Some(open.units);
    }
    let rate = exchange.rate_on(open.currency, purchase.on)?;
    let exact = ExactSum::of_units(open.units, PLACES).times(rate.rate.value());
    Some(exact.rounded_units(PLACES))
}

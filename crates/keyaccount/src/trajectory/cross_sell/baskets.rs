//! What each account buys from us within some days, by category.

use std::collections::BTreeMap;

use crate::facts::{AccountBook, Book, Purchase};
use crate::loyalty::occasions::dated_until;
use crate::playbook::ExchangePolicy;
use crate::trajectory::ledger::{Ledger, common_currency};
use crate::values::{Currency, Date, Label, Period};

/// What an account buys: the net money of each category, in ten-thousandths, where it is known.
pub(super) type Basket<'a> = BTreeMap<&'a Label, Option<i128>>;

/// The baskets of all accounts, in their order.
pub(super) struct Baskets<'a> {
    pub(super) currency: Option<Currency>,
    pub(super) baskets: Vec<Basket<'a>>,
    pub(super) uncategorised_orders: usize,
    pub(super) unpriced_orders: usize,
}

impl<'a> Baskets<'a> {
    pub(super) fn of(book: &'a Book, exchange: &ExchangePolicy, window: Period) -> Self {
        let all = book.accounts().iter().flat_map(|account| &account.purchases);
        let currency = common_currency(all.filter(|purchase| purchase.on <= window.last), exchange);
        let mut found = Self { currency, baskets: Vec::new(), uncategorised_orders: 0, unpriced_orders: 0 };
        for account in book.accounts() {
            let basket = found.basket(account, exchange, window);
            found.baskets.push(basket);
        }
        found
    }

    fn basket(&mut self, account: &'a AccountBook, exchange: &ExchangePolicy, window: Period) -> Basket<'a> {
        let known = dated_until(&account.purchases, window.last);
        let ledger = Ledger::in_currency(self.currency, &known, exchange);
        let mut basket: BTreeMap<&Label, (bool, Option<i128>)> = BTreeMap::new();
        for line in ledger.lines.iter().filter(|line| window.holds(line.purchase.on)) {
            self.unpriced_orders = self.unpriced_orders.saturating_add(line.units.is_none().into());
            let Some(category) = &line.purchase.category else {
                self.uncategorised_orders = self.uncategorised_orders.saturating_add(line.is_order.into());
                continue;
            };
            let (ordered, units) = basket.entry(category).or_insert((false, Some(0)));
            *ordered |= line.is_order;
            *units = units.zip(line.units).map(|(sum, units)| sum.saturating_add(units));
        }
        // What wholly came back was not bought.
        let bought = basket.into_iter().filter(|(_, (ordered, units))| *ordered && units.is_none_or(|units| units > 0));
        bought.map(|(category, (_, units))| (category, units)).collect()
    }
}

/// The last order of each category from us and, within the window, from a competitor.
#[derive(Default)]
pub(super) struct LastOrders<'a> {
    pub(super) ours: BTreeMap<&'a Label, Date>,
    pub(super) competitors: BTreeMap<&'a Label, (Date, &'a Label)>,
}

impl<'a> LastOrders<'a> {
    pub(super) fn of(known: &[&'a Purchase], window: Period) -> Self {
        let mut last = Self::default();
        for purchase in known.iter().filter(|purchase| !purchase.is_return()) {
            let Some(category) = &purchase.category else { continue };
            match &purchase.supplier {
                crate::facts::Supplier::Us {} => {
                    last.ours.insert(category, purchase.on);
                }
                crate::facts::Supplier::Competitor { name } if window.holds(purchase.on) => {
                    last.competitors.insert(category, (purchase.on, name));
                }
                crate::facts::Supplier::Competitor { .. } => {}
            }
        }
        last
    }
}

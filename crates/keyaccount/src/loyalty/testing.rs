//! Accounts with made-up purchases, for the tests of loyalty and lifecycle.

use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::facts::{Account, AccountBook, Purchase, Supplier};
use crate::values::{Date, NetMoney};
use crate::verdict::Reason;

pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The day some days after the first day of the tests.
pub(crate) fn day(days: u32) -> Date {
    date("2020-01-01").plus_days(days)
}

/// An order from us (`A`) or from the competitor of another letter.
pub(crate) fn order(number: usize, on: Date, letter: char) -> Purchase {
    let name = format!("Rival {letter}");
    Purchase {
        id: format!("p{number:05}").parse().unwrap(),
        account: "north-plant".parse().unwrap(),
        on,
        supplier: if letter == 'A' { Supplier::Us {} } else { Supplier::Competitor { name: name.parse().unwrap() } },
        category: None,
        product: None,
        amount: None,
        quantity: None,
    }
}

pub(crate) fn priced(mut purchase: Purchase, amount: i64) -> Purchase {
    purchase.amount = Some(NetMoney::try_new(Decimal::new(amount, 2), "EUR".parse().unwrap()).unwrap());
    purchase
}

pub(crate) fn account(purchases: Vec<Purchase>) -> AccountBook {
    let mut book = AccountBook::new(Account::new("north-plant".parse().unwrap(), "North Plant".parse().unwrap()));
    book.purchases = purchases;
    book
}

/// Orders from us on some days.
pub(crate) fn orders(days: &[u32]) -> AccountBook {
    account(days.iter().enumerate().map(|(number, days)| order(number, day(*days), 'A')).collect())
}

/// An order from us every `every` days, `count` of them, from a day on.
pub(crate) fn regular(from: u32, every: u32, count: u32) -> Vec<u32> {
    (0..count).map(|number| from + number * every).collect()
}

/// Leaves the facts out of reasons, where only the verdict is compared.
pub(crate) fn without_facts(reasons: &mut [Reason]) {
    for reason in reasons {
        reason.facts.clear();
        reason.fact_count = 0;
    }
}

/// Purchases of every kind: ours and others', returns, without amounts, in two currencies, with and without category.
pub(crate) fn any_purchases() -> impl Strategy<Value = Vec<Purchase>> {
    let row = (0_u32..900, 0_usize..6, -500_i64..5_000, 0_usize..10, 0_usize..3);
    prop::collection::vec(row, 0..40).prop_map(|rows| {
        let rows = rows.into_iter().enumerate();
        rows.map(|(number, (days, letter, amount, money, category))| {
            let mut purchase = order(number, day(days), ['A', 'A', 'A', 'B', 'B', 'C'][letter]);
            purchase.category = [None, Some("presses"), Some("paper")][category].map(|name| name.parse().unwrap());
            let currency = match money {
                0 => None,
                1 => Some("USD"),
                _ => Some("EUR"),
            };
            purchase.amount =
                currency.map(|currency| NetMoney::try_new(Decimal::new(amount, 2), currency.parse().unwrap()).unwrap());
            purchase
        })
        .collect()
    })
}

/// The same purchases `days` later.
pub(crate) fn shifted(purchases: &[Purchase], days: u32) -> Vec<Purchase> {
    purchases.iter().map(|purchase| Purchase { on: purchase.on.plus_days(days), ..purchase.clone() }).collect()
}

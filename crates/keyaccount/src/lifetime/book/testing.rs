//! Small portfolios for tests.

use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::facts::{Account, Book, Facts, Purchase, Supplier};
use crate::values::{Date, NetMoney};

pub(crate) fn day(days: u32) -> Date {
    "2024-01-01".parse::<Date>().unwrap().plus_days(days)
}

/// Orders of one account: day and amount in dollars, none for an amount that is not known.
pub(crate) type Orders = Vec<(u32, Option<i64>)>;

/// Accounts `a00`, `a01` … with their orders.
pub(crate) fn facts(accounts: &[Orders]) -> Facts {
    let mut facts = Facts::default();
    for (number, orders) in accounts.iter().enumerate() {
        let id = format!("a{number:02}");
        facts.accounts.push(Account::new(id.parse().unwrap(), id.parse().unwrap()));
        for (order, (days, amount)) in orders.iter().enumerate() {
            let money = |amount| NetMoney::try_new(Decimal::from(amount), "USD".parse().unwrap()).unwrap();
            facts.purchases.push(Purchase {
                id: format!("{id}-{order:03}").parse().unwrap(),
                account: id.parse().unwrap(),
                on: day(*days),
                supplier: Supplier::Us {},
                category: None,
                product: None,
                amount: amount.map(money),
                quantity: None,
            });
        }
    }
    facts
}

pub(crate) fn book(accounts: &[Orders]) -> Book {
    let book = Book::from_facts(facts(accounts));
    assert_eq!(book.problems(), []);
    book
}

/// Forty accounts that began within two months, buy at rates of their own, and of which some stop.
pub(crate) fn forty() -> Vec<Orders> {
    let of = |account: u32| {
        let every = 6 + (account * 7) % 45;
        let end = if account.is_multiple_of(3) { 90 + account * 3 } else { 360 };
        let wobble = |order: u32| (account * 13 + order * order * 5) % 7;
        let days = (0..).map(move |order| account + order * every + wobble(order)).take_while(move |day| *day < end);
        let days = if account.is_multiple_of(4) { days.take(1).collect::<Vec<_>>() } else { days.collect() };
        days.into_iter().map(|day| (day, Some(i64::from(100 + (account * 37) % 400 + day % 50)))).collect()
    };
    (0..40).map(of).collect()
}

/// Any small portfolio.
pub(crate) fn any_portfolio() -> impl Strategy<Value = Vec<Orders>> {
    let order = (0_u32..400, prop::option::weighted(0.9, -50_i64..2_000));
    prop::collection::vec(prop::collection::vec(order, 0..8), 1..12)
}

//! Books of made-up purchases.

use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::facts::{Account, Book, Facts, Purchase, Supplier};
use crate::playbook::{DatedRate, Playbook};
use crate::values::{Date, NetMoney};

pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A purchase from us: account, day, amount with currency ("" where unknown).
pub(super) fn purchase(number: usize, account: &str, on: &str, amount: &str) -> Purchase {
    let money = amount.split_once(' ');
    Purchase {
        id: format!("p{number:05}").parse().unwrap(),
        account: account.parse().unwrap(),
        on: date(on),
        supplier: Supplier::Us {},
        category: None,
        product: None,
        amount: money.map(|(amount, currency)| NetMoney::parse(amount, currency.parse().unwrap()).unwrap()),
        quantity: None,
    }
}

/// A book of accounts with purchases from us.
pub(super) fn book(accounts: &[&str], purchases: &[(&str, &str, &str)]) -> Book {
    let rows = purchases.iter().enumerate();
    book_of(accounts, rows.map(|(number, (account, on, amount))| purchase(number, account, on, amount)).collect())
}

pub(super) fn book_of(accounts: &[&str], purchases: Vec<Purchase>) -> Book {
    let accounts = accounts.iter().map(|id| Account::new(id.parse().unwrap(), id.parse().unwrap())).collect();
    let book = Book::from_facts(Facts { accounts, purchases, ..Facts::default() });
    assert_eq!(book.problems(), []);
    book
}

/// The six-stage playbook with one rate from euros to dollars.
pub(super) fn playbook() -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.exchange.rates = vec![DatedRate {
        from: "EUR".parse().unwrap(),
        to: "USD".parse().unwrap(),
        on: date("2020-06-01"),
        rate: "1.25".parse().unwrap(),
    }];
    Playbook::try_new(draft).unwrap()
}

/// One made-up purchase: account, days since 2020-01-01, cents, and of what kind.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub(super) account: usize,
    pub(super) days: u32,
    pub(super) cents: i64,
    pub(super) kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Dollars,
    Euros,
    Unknown,
    Competitors,
}

pub(super) const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// Purchases of few accounts on few days, so that much happens on one.
pub(super) fn any_rows(kinds: &'static [Kind]) -> impl Strategy<Value = Vec<Row>> {
    let row = (0..NAMES.len(), 0_u32..1_200, -40_i64..160, prop::sample::select(kinds), any::<bool>());
    let row = row.prop_map(|(account, days, cents, kind, is_coarse)| Row {
        account,
        days: if is_coarse { days / 300 * 300 } else { days },
        // Amounts that are often equal, and from cents to what the highest band asks for.
        cents: cents * 100 * if is_coarse { 10_000 } else { 1 },
        kind,
    });
    prop::collection::vec(row, 0..50)
}

pub(super) const EVERY_KIND: &[Kind] = &[Kind::Dollars, Kind::Dollars, Kind::Euros, Kind::Unknown, Kind::Competitors];
pub(super) const DOLLARS: &[Kind] = &[Kind::Dollars];

pub(super) fn purchases_of(rows: &[Row]) -> Vec<Purchase> {
    let one = |(number, row): (usize, &Row)| {
        let currency = if row.kind == Kind::Euros { "EUR" } else { "USD" };
        let money = || NetMoney::try_new(Decimal::new(row.cents, 2), currency.parse().unwrap()).unwrap();
        let supplier = match row.kind {
            Kind::Competitors => Supplier::Competitor { name: "Rival".parse().unwrap() },
            _ => Supplier::Us {},
        };
        Purchase {
            on: date("2020-01-01").plus_days(row.days),
            amount: (row.kind != Kind::Unknown).then(money),
            supplier,
            ..purchase(number, NAMES[row.account], "2020-01-01", "")
        }
    };
    rows.iter().enumerate().map(one).collect()
}

pub(super) fn book_of_rows(rows: &[Row]) -> Book {
    book_of(&NAMES, purchases_of(rows))
}

//! Made-up histories for the tests of backtests.
#![expect(clippy::arithmetic_side_effects, reason = "an overflow fails the test")]

use std::fmt::Write;

use crate::facts::Book;
use crate::values::Date;

/// An opportunity: created in a stage for an amount, expected on a day, and what became of it when.
#[derive(Clone, Debug)]
pub(super) struct Deal {
    pub(super) created: Date,
    pub(super) stage: &'static str,
    pub(super) amount: u32,
    pub(super) close: Date,
    pub(super) end: Option<(Date, bool)>,
}

pub(super) fn book(deals: &[Deal]) -> Book {
    let (mut opportunities, mut events) = (String::new(), String::new());
    for (at, Deal { created, stage, amount, close, end }) in deals.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        write!(opportunities, r#"{comma}{{"id": "deal-{at:05}", "account": "north-plant"}}"#).unwrap();
        write!(
            events,
            r#"{comma}{{"opportunity": "deal-{at:05}", "at": "{created}", "change": {{"type": "created", "stage": "{stage}",
                "close_date": "{close}", "amount": {{"amount": "{amount}", "currency": "USD"}}}}}}"#
        )
        .unwrap();
        if let Some((on, won)) = end {
            let how = if *won { "won" } else { "lost" };
            write!(events, r#",{{"opportunity": "deal-{at:05}", "at": "{on}", "change": {{"type": "{how}"}}}}"#)
                .unwrap();
        }
    }
    let text = format!(
        r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}],
            "opportunities": [{opportunities}], "opportunity_events": [{events}]}}"#
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), []);
    book
}

/// Numbers below a limit that look like chance and are the same on every run (the generator of Knuth's MMIX).
pub(super) struct Numbers(pub(super) u64);

impl Numbers {
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(limit)).unwrap()
    }
}

pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The first day of a quarter, counted from the beginning of 2022.
pub(super) fn quarter(number: u32) -> Date {
    Date::try_new(2022 + i32::try_from(number / 4).unwrap(), number % 4 * 3 + 1, 1).unwrap()
}

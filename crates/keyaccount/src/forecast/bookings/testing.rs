//! Made-up books for the tests of bookings.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::facts::Book;
use crate::forecast::testing::as_of;
use crate::playbook::{CoverageCap, CoverageGapKind, DatedRate, Playbook};
use crate::values::{Date, Period};

/// A day so many days after the day of the verdict, or before it.
pub(in crate::forecast) fn day(days: i32) -> Date {
    let ahead = days.unsigned_abs();
    if days < 0 { as_of().minus_days(ahead) } else { as_of().plus_days(ahead) }
}

pub(in crate::forecast) fn period(first: i32, last: i32) -> Period {
    Period { first: day(first), last: day(last) }
}

/// One opportunity; days are counted from the day of the verdict.
#[derive(Clone, Debug, Default)]
pub(in crate::forecast) struct Deal {
    pub(in crate::forecast) stage: Option<&'static str>,
    pub(in crate::forecast) created: i32,
    pub(in crate::forecast) amount: Option<(u32, &'static str)>,
    pub(in crate::forecast) close: Option<i32>,
    pub(in crate::forecast) probability: Option<&'static str>,
    pub(in crate::forecast) owner: Option<&'static str>,
    pub(in crate::forecast) end: Option<(i32, &'static str)>,
}

/// An opportunity in dollars that is open in `comparison`, where the playbook says 0.3.
pub(in crate::forecast) fn open(amount: u32, close: i32) -> Deal {
    let (stage, amount) = (Some("comparison"), Some((amount, "USD")));
    Deal { stage, created: -90, amount, close: Some(close), ..Deal::default() }
}

impl Deal {
    pub(in crate::forecast) fn ended(self, days: i32, how: &'static str) -> Self {
        Self { end: Some((days, how)), ..self }
    }

    pub(in crate::forecast) fn likely(self, probability: &'static str) -> Self {
        Self { probability: Some(probability), ..self }
    }
}

fn text(value: Option<impl std::fmt::Display>) -> String {
    value.map_or_else(|| "null".to_owned(), |value| format!("\"{value}\""))
}

/// The opportunities `deal-00`, `deal-01` … of one account.
pub(in crate::forecast) fn book(deals: &[Deal]) -> Book {
    let (mut opportunities, mut events) = (Vec::new(), Vec::new());
    for (at, deal) in deals.iter().enumerate() {
        let id = format!("deal-{at:02}");
        opportunities.push(format!(r#"{{"id": "{id}", "account": "north-plant"}}"#));
        let amount = deal.amount.map_or_else(
            || "null".to_owned(),
            |(amount, currency)| format!(r#"{{"amount": "{amount}", "currency": "{currency}"}}"#),
        );
        let (stage, close, owner) = (text(deal.stage), text(deal.close.map(day)), text(deal.owner));
        let probability = text(deal.probability);
        events.push(format!(
            r#"{{"opportunity": "{id}", "at": "{}", "change": {{"type": "created", "stage": {stage},
                "amount": {amount}, "close_date": {close}, "owner": {owner}, "probability": {probability}}}}}"#,
            day(deal.created)
        ));
        if let Some((on, how)) = deal.end {
            let on = day(on.max(deal.created));
            events.push(format!(r#"{{"opportunity": "{id}", "at": "{on}", "change": {{"type": "{how}"}}}}"#));
        }
    }
    let text = format!(
        r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}],
            "opportunities": [{}], "opportunity_events": [{}]}}"#,
        opportunities.join(","),
        events.join(",")
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), []);
    book
}

/// The six stages, with a rate for euros and, where given, a cap for committees that nobody knows.
pub(in crate::forecast) fn playbook(cap: Option<&str>) -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.exchange.rates.push(DatedRate {
        from: "EUR".parse().unwrap(),
        to: "USD".parse().unwrap(),
        on: "2020-01-01".parse().unwrap(),
        rate: "1.2345678901".parse().unwrap(),
    });
    let cap = cap.map(|at_most| CoverageCap {
        gap: CoverageGapKind::CommitteeEmpty,
        role: None,
        at_most: at_most.parse().unwrap(),
    });
    draft.forecast.coverage_caps.extend(cap);
    Playbook::try_new(draft).unwrap()
}

fn any_deal() -> impl Strategy<Value = Deal> {
    let stages = vec![None, Some("interest"), Some("design"), Some("comparison"), Some("commitment"), Some("nowhere")];
    let amount = option::weighted(0.9, (200_u32..5000, select(vec!["USD", "USD", "EUR", "CNY"])));
    let hand = select(vec![None, None, None, Some("0"), Some("0.35"), Some("1")]);
    let owner = select(vec![None, Some("sales-1"), Some("sales-2")]);
    let end = option::of((-60_i32..=0, select(vec!["won", "won", "lost", "realised"])));
    let close = option::weighted(0.9, -40_i32..200);
    (select(stages), -150_i32..=0, amount, close, hand, owner, end).prop_map(
        |(stage, created, amount, close, probability, owner, end)| Deal {
            stage,
            created,
            amount,
            close,
            probability,
            owner,
            end,
        },
    )
}

pub(in crate::forecast) fn any_deals() -> impl Strategy<Value = Vec<Deal>> {
    vec(any_deal(), 0..14)
}

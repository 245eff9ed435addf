//! The forecast by hand, what real CRMs got wrong, and laws over random pipelines.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::*;
use crate::facts::Book;
use crate::playbook::{DatedRate, Playbook, RateDate};
use crate::values::{Amounts, Date, ExactSum};

pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// One deal: stage, amount, currency, close date, probability and further changes, each as JSON.
#[derive(Clone, Debug)]
pub(super) struct Deal {
    fields: String,
    then: Vec<(&'static str, &'static str)>,
}

pub(super) fn deal(fields: &str) -> Deal {
    Deal { fields: fields.to_owned(), then: Vec::new() }
}

pub(super) fn priced(stage: &str, amount: &str, currency: &str) -> Deal {
    deal(&format!(
        r#""stage": "{stage}", "close_date": "2026-06-30", "amount": {{"amount": "{amount}", "currency": "{currency}"}}"#
    ))
}

impl Deal {
    pub(super) fn then(mut self, at: &'static str, change: &'static str) -> Self {
        self.then.push((at, change));
        self
    }
}

pub(super) fn book(deals: &[Deal]) -> Book {
    let mut opportunities = Vec::new();
    let mut events = Vec::new();
    for (index, deal) in deals.iter().enumerate() {
        opportunities.push(format!(r#"{{"id": "deal-{index:03}", "account": "account"}}"#));
        let fields = &deal.fields;
        let created = format!(r#"{{"type": "created", {fields}}}"#);
        let first = [("2026-01-01", created.as_str())];
        for (at, change) in first.into_iter().chain(deal.then.iter().copied()) {
            events.push(format!(r#"{{"opportunity": "deal-{index:03}", "at": "{at}", "change": {change}}}"#));
        }
    }
    let text = format!(
        r#"{{"accounts": [{{"id": "account", "name": "Account"}}],
            "opportunities": [{}], "opportunity_events": [{}]}}"#,
        opportunities.join(","),
        events.join(",")
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), []);
    book
}

fn forecast(deals: &[Deal]) -> ForecastVerdict {
    weighted_forecast(&book(deals), &Playbook::six_stage(), date("2026-03-31"))
}

fn sums(amounts: &Amounts) -> (usize, String, String) {
    (amounts.deals, amounts.total.to_string(), amounts.weighted.to_string())
}

fn three(deals: usize, total: &str, weighted: &str) -> (usize, String, String) {
    (deals, total.to_owned(), weighted.to_owned())
}

pub(super) fn with_rates(rate_date: RateDate, rates: &[(&str, &str, &str)]) -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.exchange.rate_date = rate_date;
    draft.exchange.rates = rates
        .iter()
        .map(|(from, on, rate)| DatedRate {
            from: from.parse().unwrap(),
            to: "USD".parse().unwrap(),
            on: date(on),
            rate: rate.parse().unwrap(),
        })
        .collect();
    Playbook::try_new(draft).unwrap()
}

#[test]
fn the_weighted_sum_is_not_the_sum_times_the_mean() {
    let sure =
        Deal { fields: format!("{}, \"probability\": \"0.99\"", priced("design", "100", "USD").fields), then: vec![] };
    let dead = Deal { fields: format!("{}, \"probability\": 0", priced("design", "200", "USD").fields), then: vec![] };
    assert_eq!(sums(&forecast(&[sure, dead]).summary.amounts.open), three(2, "300.00", "99.00"));
}

#[test]
fn every_stage_weighs_by_its_own_rate() {
    let stages = ["interest", "incubation", "design", "comparison", "commitment"];
    let deals: Vec<Deal> = stages.iter().map(|stage| priced(stage, "1000", "USD")).collect();
    assert_eq!(sums(&forecast(&deals).summary.amounts.open), three(5, "5000.00", "1150.00"));
}

#[test]
fn expected_booked_and_realised_stand_apart_and_lost_counts_nowhere() {
    let deals = [
        priced("design", "1000", "USD"),
        priced("commitment", "2000", "USD").then("2026-02-01", r#"{"type": "won"}"#),
        priced("commitment", "4000", "USD")
            .then("2026-02-01", r#"{"type": "won"}"#)
            .then("2026-03-01", r#"{"type": "realised"}"#),
        priced("commitment", "8000", "USD").then("2026-02-01", r#"{"type": "lost", "reason": "price"}"#),
    ];
    let verdict = forecast(&deals);
    assert_eq!(sums(&verdict.summary.amounts.open), three(1, "1000.00", "200.00"));
    assert_eq!(sums(&verdict.summary.amounts.booked), three(1, "2000.00", "1600.00"));
    assert_eq!(sums(&verdict.summary.amounts.realised), three(1, "4000.00", "4000.00"));
    let receipt = &verdict.summary.receipt;
    assert_eq!((receipt.open, receipt.booked, receipt.realised, receipt.lost), (1, 1, 1, 1));
    assert_eq!((receipt.priced, receipt.unpriced), (3, 0));
}

#[test]
fn quarters_are_fiscal_and_carry_the_year() {
    let at = |day: &str| {
        deal(&format!(r#""stage": "design", "close_date": "{day}", "amount": {{"amount": "10", "currency": "USD"}}"#))
    };
    let days = ["2026-03-31", "2026-04-01", "2027-03-31", "2025-12-31"];
    let mut draft = Playbook::six_stage().draft().clone();
    draft.calendar.fiscal_year_start_month = 4;
    let playbook = Playbook::try_new(draft).unwrap();
    let verdict = weighted_forecast(&book(&days.map(at)), &playbook, date("2026-03-31"));
    let quarters: Vec<_> = verdict.summary.by_quarter.iter().map(|row| row.quarter.to_string()).collect();
    assert_eq!(quarters, ["FY2026-Q3", "FY2026-Q4", "FY2027-Q1", "FY2027-Q4"]);
    assert_eq!(verdict.summary.receipt.overdue, 1, "expected for 2025-12-31 and still open");
}

#[test]
fn what_cannot_be_priced_is_on_the_receipt_with_every_cause() {
    let deals = [
        deal(r#""stage": "design""#),
        deal(r#""stage": "design", "amount": {"amount": "10", "currency": "USD"}"#),
        priced("design", "10", "EUR"),
        priced("nirvana", "10", "USD"),
        priced("design", "10", "USD"),
    ];
    let verdict = forecast(&deals);
    let causes: Vec<Vec<&str>> =
        verdict.unpriced.iter().map(|deal| deal.causes.iter().map(|cause| cause.as_str()).collect()).collect();
    assert_eq!(
        causes,
        [vec!["no_amount", "no_close_date"], vec!["no_close_date"], vec!["no_rate"], vec!["unknown_stage"]]
    );
    assert_eq!(sums(&verdict.summary.amounts.open), three(1, "10.00", "2.00"));
    let receipt = &verdict.summary.receipt;
    assert_eq!((receipt.open, receipt.priced, receipt.unpriced), (5, 1, 4));
    let by_currency: Vec<_> = verdict.summary.by_currency.iter().map(|row| row.currency.code()).collect();
    assert_eq!(by_currency, ["EUR", "USD"], "in its own currency a deal needs no rate");
}

#[test]
fn rates_are_dated_and_later_ones_are_not_known() {
    let rates = [("EUR", "2026-01-01", "1.1"), ("EUR", "2026-03-01", "1.2"), ("EUR", "2026-05-01", "9")];
    let deals = || [priced("design", "100", "EUR")];
    let total = |playbook: &Playbook, day: &str| {
        weighted_forecast(&book(&deals()), playbook, date(day)).summary.amounts.open.total.to_string()
    };
    assert_eq!(total(&with_rates(RateDate::AsOf, &rates), "2026-02-28"), "110.00");
    assert_eq!(total(&with_rates(RateDate::AsOf, &rates), "2026-03-01"), "120.00");
    assert_eq!(
        total(&with_rates(RateDate::CloseDate, &rates), "2026-03-01"),
        "120.00",
        "close date 2026-06-30 is ahead"
    );
    assert_eq!(total(&with_rates(RateDate::CloseDate, &rates), "2026-12-31"), "900.00");
}

#[test]
fn rounding_is_half_even_once_at_the_end() {
    // 0.5 × 0.05 is 0.025 each: rounded one by one 0.02 + 0.02, together 0.05.
    let deals = [priced("interest", "0.5", "USD"), priced("interest", "0.5", "USD")];
    assert_eq!(forecast(&deals).summary.amounts.open.weighted.to_string(), "0.05");
    assert_eq!(forecast(&[priced("interest", "0.5", "USD")]).summary.amounts.open.weighted.to_string(), "0.02");
    let yen = forecast(&[priced("comparison", "15", "JPY")]);
    assert_eq!(yen.summary.by_currency[0].amounts.open.weighted.to_string(), "4", "4.5 yen, half to even");
}

#[test]
fn sums_stay_exact_where_a_float_would_not() {
    let deals: Vec<Deal> = (0..1000).map(|_| priced("interest", "9999999999999.99", "USD")).collect();
    assert_eq!(forecast(&deals).summary.amounts.open.total.to_string(), "9999999999999990.00");
}

#[test]
fn every_probability_says_where_it_comes_from() {
    let manual =
        Deal { fields: format!("{}, \"probability\": \"0.7\"", priced("design", "10", "USD").fields), then: vec![] };
    let verdict = forecast(&[manual, priced("design", "10", "USD")]);
    let sources: Vec<_> = verdict.deals.iter().map(|deal| deal.probability.source.as_str()).collect();
    assert_eq!(sources, ["manual", "stage_default"]);
}

#[test]
fn owners_are_told_apart_and_nobody_is_nobody() {
    let owned = Deal { fields: format!("{}, \"owner\": \"ann\"", priced("design", "10", "USD").fields), then: vec![] };
    let verdict = forecast(&[owned, priced("design", "30", "USD")]);
    let rows: Vec<_> =
        verdict.summary.by_owner.iter().map(|row| row.owner.as_ref().map(|owner| owner.as_str())).collect();
    assert_eq!(rows, [None, Some("ann")]);
}

/// A random deal: stage, minor units, probability in per mille if set by hand, currency, close month.
pub(super) fn any_deal() -> impl Strategy<Value = Deal> {
    let stage = prop::sample::select(vec!["interest", "design", "commitment", "use", "nowhere"]);
    let amount = prop::option::of(0u64..1_000_000_000_000_000);
    let probability = prop::option::of(0u32..=1000);
    let currency = prop::sample::select(vec!["USD", "EUR", "JPY"]);
    let month = prop::option::of(1u32..=12);
    (stage, amount, probability, currency, month).prop_map(|(stage, amount, probability, currency, month)| {
        let mut fields = format!(r#""stage": "{stage}""#);
        if let Some(amount) = amount {
            let amount = Decimal::new(amount.try_into().unwrap(), 2);
            fields += &format!(r#", "amount": {{"amount": "{amount}", "currency": "{currency}"}}"#);
        }
        if let Some(probability) = probability {
            fields += &format!(r#", "probability": "{}""#, Decimal::new(probability.into(), 3));
        }
        if let Some(month) = month {
            fields += &format!(r#", "close_date": "2026-{month:02}-15""#);
        }
        deal(&fields)
    })
}

fn add(sums: impl Iterator<Item = ExactSum>) -> Decimal {
    sums.map(|sum| sum.to_string().parse::<Decimal>().unwrap()).sum()
}

proptest! {
    #[test]
    fn weighted_never_exceeds_total_and_the_receipt_adds_up(deals in prop::collection::vec(any_deal(), 0..12)) {
        let playbook = with_rates(RateDate::AsOf, &[("EUR", "2026-01-01", "1.0837")]);
        let verdict = weighted_forecast(&book(&deals), &playbook, date("2026-06-30"));
        let summary = &verdict.summary;
        let cells = [&summary.amounts.open, &summary.amounts.booked, &summary.amounts.realised];
        prop_assert!(cells.iter().all(|cell| cell.weighted <= cell.total));
        let receipt = &summary.receipt;
        prop_assert_eq!(receipt.opportunities, deals.len());
        prop_assert_eq!(
            receipt.opportunities,
            receipt.open + receipt.booked + receipt.realised + receipt.lost + receipt.not_created_yet
        );
        prop_assert_eq!(
            receipt.open + receipt.booked + receipt.realised,
            receipt.priced + receipt.unpriced + receipt.omitted
        );
        prop_assert_eq!(receipt.priced, cells.iter().map(|cell| cell.deals).sum::<usize>());
        prop_assert_eq!((receipt.priced, receipt.unpriced), (verdict.deals.len(), verdict.unpriced.len()));
    }

    #[test]
    fn quarters_and_owners_add_up_to_the_whole_within_rounding(deals in prop::collection::vec(any_deal(), 0..12)) {
        let playbook = with_rates(RateDate::AsOf, &[("EUR", "2026-01-01", "1.0837")]);
        let summary = weighted_forecast(&book(&deals), &playbook, date("2026-06-30")).summary;
        let whole: Decimal = summary.amounts.open.weighted.to_string().parse().unwrap();
        let by_quarter = add(summary.by_quarter.iter().map(|row| row.amounts.open.weighted.clone()));
        let by_owner = add(summary.by_owner.iter().map(|row| row.amounts.open.weighted.clone()));
        let cent = Decimal::new(1, 2);
        let rows = Decimal::from(summary.by_quarter.len() + 1);
        prop_assert!((whole - by_quarter).abs() <= cent * rows);
        prop_assert_eq!(whole, by_owner, "nobody owns these deals");
    }

    #[test]
    fn a_brute_force_sum_in_whole_minor_units_agrees(deals in prop::collection::vec((0u64..1_000_000_000, 0u32..=1000), 1..10)) {
        let pipeline: Vec<Deal> = deals.iter().map(|(amount, probability)| {
            let amount = Decimal::new((*amount).try_into().unwrap(), 2);
            let probability = Decimal::new((*probability).into(), 3);
            deal(&format!(
                r#""stage": "design", "close_date": "2026-06-30", "probability": "{probability}",
                   "amount": {{"amount": "{amount}", "currency": "USD"}}"#
            ))
        }).collect();
        // In thousandths of a cent, all integers.
        let exact: u128 = deals.iter().map(|(amount, probability)| u128::from(*amount) * u128::from(*probability)).sum();
        let cents = exact / 1000;
        let rest = exact % 1000;
        let rounded = if rest > 500 || (rest == 500 && cents % 2 == 1) { cents + 1 } else { cents };
        let expected = Decimal::from_i128_with_scale(rounded.try_into().unwrap(), 2).to_string();
        prop_assert_eq!(forecast(&pipeline).summary.amounts.open.weighted.to_string(), expected);
    }
}

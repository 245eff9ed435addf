//! Categories, credit, actual amounts, budget rates and the receipt's parts.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use std::collections::BTreeMap;

use proptest::prelude::*;
use rust_decimal::Decimal;

use super::tests::{Deal, any_deal, book, date, deal, priced, with_rates};
use super::*;
use crate::facts::ForecastCategory;
use crate::playbook::{Playbook, RateDate};
use crate::values::CurrencySum;

const OMITTED: &str = r#"{"type": "forecast_category_changed", "category": "omitted"}"#;
const WON: &str = r#"{"type": "won"}"#;
const PAID: &str = r#"{"type": "realised", "amount": {"amount": "950", "currency": "USD"}}"#;

fn forecast(deals: &[Deal]) -> ForecastVerdict {
    weighted_forecast(&book(deals), &Playbook::six_stage(), date("2026-12-31"))
}

#[test]
fn the_receipt_lists_where_everything_went() {
    let deals = [
        priced("design", "1000", "USD"),
        priced("design", "30", "EUR"),
        priced("design", "200", "USD").then("2026-02-01", OMITTED),
        priced("design", "4", "USD").then("2026-02-01", r#"{"type": "lost", "reason": "price"}"#),
        deal(r#""stage": "design""#),
        deal(r#""stage": "design""#),
    ];
    let receipt = forecast(&deals).summary.receipt;
    let told: Vec<String> = receipt
        .parts
        .iter()
        .map(|part| {
            let causes: Vec<&str> = part.causes.iter().map(|cause| cause.as_str()).collect();
            let totals: Vec<String> = part.totals.iter().map(ToString::to_string).collect();
            format!("{} {causes:?} {} {} {totals:?}", part.part, part.deals, part.without_amount)
        })
        .collect();
    assert_eq!(
        told,
        [
            r#"priced [] 1 0 ["1000.00 USD"]"#,
            r#"unpriced ["no_amount", "no_close_date"] 2 2 []"#,
            r#"unpriced ["no_rate"] 1 0 ["30.00 EUR"]"#,
            r#"omitted [] 1 0 ["200.00 USD"]"#,
            r#"lost [] 1 0 ["4.00 USD"]"#,
        ]
    );
    let totals: Vec<String> = receipt.whole.totals.iter().map(ToString::to_string).collect();
    assert_eq!((receipt.whole.deals, receipt.whole.without_amount), (6, 2));
    assert_eq!(totals, ["30.00 EUR", "1204.00 USD"]);
    assert_eq!((receipt.open, receipt.priced, receipt.unpriced, receipt.omitted), (5, 1, 3, 1));
}

#[test]
fn what_is_omitted_is_in_no_sum_until_it_is_signed() {
    let deals = [priced("design", "1000", "USD").then("2026-02-01", OMITTED)];
    let verdict = forecast(&deals);
    assert_eq!(verdict.summary.amounts.open.deals, 0);
    assert!(verdict.summary.by_currency.is_empty() && verdict.deals.is_empty() && verdict.unpriced.is_empty());
    let signed = forecast(&[priced("design", "1000", "USD").then("2026-02-01", OMITTED).then("2026-03-01", WON)]);
    assert_eq!(signed.summary.amounts.booked.total.to_string(), "1000.00");
    assert_eq!(signed.deals[0].category, ForecastCategory::Closed);
}

#[test]
fn booked_counts_as_signed_and_realised_as_paid() {
    let more = r#"{"type": "amount_changed", "amount": {"amount": "1200", "currency": "USD"}}"#;
    let signed = || priced("design", "1000", "USD").then("2026-02-01", WON).then("2026-04-01", more);
    let verdict = forecast(&[signed(), signed().then("2026-05-01", PAID)]);
    assert_eq!(verdict.summary.amounts.booked.total.to_string(), "1000.00");
    assert_eq!(verdict.summary.amounts.realised.total.to_string(), "950.00");
}

#[test]
fn a_priced_deal_says_who_gets_credit_and_what_recurs() {
    let fields = |more: &str| {
        let deal = r#""stage": "design", "close_date": "2026-06-30", "amount": {"amount": "10", "currency": "USD"}"#;
        super::tests::deal(&format!("{deal}, {more}"))
    };
    let split =
        r#""owner": "ann", "credits": [{"member": "eve", "share": "0.25"}, {"member": "ann", "share": "0.75"}]"#;
    let service = r#""recurring": {"monthly": {"amount": "3", "currency": "USD"}, "months": 12}"#;
    let verdict = forecast(&[fields(split), fields(r#""owner": "ann""#), fields(service)]);
    let credits = |at: usize| {
        let credits = verdict.deals[at].credits.iter();
        credits.map(|credit| format!("{} {}", credit.member, credit.share)).collect::<Vec<_>>()
    };
    assert_eq!((credits(0), credits(1)), (vec!["ann 0.75".into(), "eve 0.25".into()], vec!["ann 1".to_owned()]));
    assert!(credits(2).is_empty(), "nobody is known to answer for it");
    let recurring = verdict.deals[2].recurring.unwrap();
    assert_eq!(recurring.contract_value(Some(verdict.deals[2].amount)).unwrap().to_string(), "46.00 USD");
}

#[test]
fn budget_rates_are_those_of_the_deals_day_and_known_ahead() {
    let mut draft = with_rates(RateDate::Budget, &[("EUR", "2026-01-01", "9")]).draft().clone();
    draft.exchange.budget_rates = std::mem::take(&mut draft.exchange.rates);
    let mut next = draft.exchange.budget_rates[0].clone();
    (next.on, next.rate) = (date("2027-01-01"), "7".parse().unwrap());
    draft.exchange.budget_rates.push(next);
    let playbook = Playbook::try_new(draft).unwrap();
    let closing = |day: &str| {
        deal(&format!(r#""stage": "design", "close_date": "{day}", "amount": {{"amount": "10", "currency": "EUR"}}"#))
    };
    let total = |day: &str| {
        let verdict = weighted_forecast(&book(&[closing(day)]), &playbook, date("2026-03-31"));
        verdict.deals.first().map(|_| verdict.summary.amounts.open.total.to_string())
    };
    assert_eq!(total("2026-12-31").as_deref(), Some("90.00"));
    assert_eq!(total("2027-01-01").as_deref(), Some("70.00"), "after the day of the verdict, and known");
    assert_eq!(total("2025-12-31"), None, "no budget had been made");
}

/// Sums by currency.
fn add<'a>(totals: impl IntoIterator<Item = &'a CurrencySum>) -> BTreeMap<String, Decimal> {
    let mut sums = BTreeMap::new();
    for total in totals {
        let amount: Decimal = total.amount.to_string().parse().unwrap();
        *sums.entry(total.currency.to_string()).or_insert(Decimal::ZERO) += amount;
    }
    sums
}

/// A random deal that is omitted, lost, signed, paid, or just open.
fn any_fate() -> impl Strategy<Value = Deal> {
    (any_deal(), 0..6).prop_map(|(deal, fate)| match fate {
        0 => deal.then("2026-02-01", OMITTED),
        1 => deal.then("2026-02-01", r#"{"type": "lost", "reason": "price"}"#),
        2 => deal.then("2026-02-01", WON),
        3 => deal.then("2026-02-01", WON).then("2026-03-01", PAID),
        4 => deal.then("2026-02-01", OMITTED).then("2026-03-01", WON),
        _ => deal,
    })
}

proptest! {
    #[test]
    fn the_receipts_parts_add_up_to_the_whole(
        deals in prop::collection::vec(any_fate(), 0..16),
        as_of in prop::sample::select(vec!["2025-12-31", "2026-02-15", "2026-06-30"]),
    ) {
        let playbook = with_rates(RateDate::AsOf, &[("EUR", "2026-01-01", "1.0837")]);
        let verdict = weighted_forecast(&book(&deals), &playbook, date(as_of));
        let receipt = &verdict.summary.receipt;
        let parts = &receipt.parts;
        prop_assert_eq!(receipt.whole.deals, deals.len());
        prop_assert_eq!(parts.iter().map(|part| part.deals).sum::<usize>(), receipt.whole.deals);
        prop_assert_eq!(parts.iter().map(|part| part.without_amount).sum::<usize>(), receipt.whole.without_amount);
        prop_assert_eq!(add(parts.iter().flat_map(|part| &part.totals)), add(&receipt.whole.totals));
        let of = |kind| parts.iter().filter(|part| part.part == kind).map(|part| part.deals).sum::<usize>();
        use ReceiptPartKind as Kind;
        prop_assert_eq!((of(Kind::Priced), of(Kind::Unpriced)), (receipt.priced, receipt.unpriced));
        prop_assert_eq!((of(Kind::Omitted), of(Kind::Lost)), (receipt.omitted, receipt.lost));
        prop_assert_eq!(of(Kind::NotCreatedYet), receipt.not_created_yet);
        prop_assert!(parts.iter().all(|part| part.deals > 0 && part.causes.is_empty() == (part.part != Kind::Unpriced)));
        prop_assert!(verdict.deals.iter().all(|deal| deal.category != ForecastCategory::Omitted));
        let totals = parts.iter().filter(|part| part.part == Kind::Priced).flat_map(|part| &part.totals);
        let priced: Vec<CurrencySum> = verdict.deals.iter().map(|deal| deal.amount.into()).collect();
        prop_assert_eq!(add(totals), add(&priced), "the priced part is what is in the sums");
    }
}

//! Category, credit, recurring revenue, and what was signed and paid, by hand.

use super::tests::{date, opportunity, replay};
use super::*;
use crate::facts::{CreditShare, ForecastCategory, OpportunityChange, OpportunityEvent};
use crate::playbook::Playbook;
use crate::values::Money;

const CREATED: (&str, &str) =
    ("2026-01-05", r#"{"type": "created", "stage": "design", "amount": {"amount": "100", "currency": "EUR"}}"#);
const WON: (&str, &str) = ("2026-03-01", r#"{"type": "won"}"#);

fn amount(text: &str) -> String {
    format!(r#"{{"type": "amount_changed", "amount": {text}}}"#)
}

fn state(events: &[(&str, &str)]) -> OpportunityState {
    replay(events, "2026-12-31").state.unwrap()
}

fn money(amount: Option<Money>) -> String {
    amount.map_or_else(|| "unknown".to_owned(), |amount| amount.to_string())
}

fn codes(events: &[(&str, &str)]) -> Vec<String> {
    replay(events, "2026-12-31").anomalies.iter().map(|anomaly| anomaly.code.to_string()).collect()
}

#[test]
fn expected_signed_and_paid_are_three_amounts() {
    let more = amount(r#"{"amount": "120", "currency": "EUR"}"#);
    let paid = ("2026-06-01", r#"{"type": "realised", "amount": {"amount": "95", "currency": "EUR"}}"#);
    let amounts = |events: &[(&str, &str)]| {
        let state = state(events);
        [state.amount, state.booked_amount, state.realised_amount, state.counted_amount()].map(money)
    };
    assert_eq!(amounts(&[CREATED]), ["100 EUR", "unknown", "unknown", "100 EUR"]);
    assert_eq!(amounts(&[CREATED, WON]), ["100 EUR", "100 EUR", "unknown", "100 EUR"]);
    assert_eq!(amounts(&[CREATED, WON, ("2026-04-01", &more)]), ["120 EUR", "100 EUR", "unknown", "100 EUR"]);
    assert_eq!(amounts(&[CREATED, WON, ("2026-03-01T23:00:00", &more)]), ["120 EUR", "120 EUR", "unknown", "120 EUR"]);
    assert_eq!(amounts(&[CREATED, WON, paid]), ["100 EUR", "100 EUR", "95 EUR", "95 EUR"]);
    let (silent, later) = (("2026-06-01", r#"{"type": "realised"}"#), ("2026-07-01", paid.1));
    assert_eq!(amounts(&[CREATED, WON, silent])[2], "100 EUR", "what was signed was paid");
    assert_eq!(amounts(&[CREATED, WON, silent, later])[2], "95 EUR", "what the second payment knows is taken over");
}

#[test]
fn an_amount_unknown_at_the_signature_is_the_first_one_stated_later() {
    let nothing = ("2026-01-05", r#"{"type": "created"}"#);
    let (first, second) =
        (amount(r#"{"amount": "7", "currency": "EUR"}"#), amount(r#"{"amount": "9", "currency": "EUR"}"#));
    let state = state(&[nothing, WON, ("2026-04-01", &first), ("2026-05-01", &second)]);
    assert_eq!((money(state.booked_amount), money(state.amount)), ("7 EUR".to_owned(), "9 EUR".to_owned()));
}

#[test]
fn who_is_reopened_or_lost_has_signed_nothing() {
    let reopened = ("2026-04-01", r#"{"type": "reopened"}"#);
    let lost = ("2026-04-01", r#"{"type": "lost", "reason": "price"}"#);
    for end in [reopened, lost] {
        let state = state(&[CREATED, WON, end]);
        assert_eq!((state.booked_amount, money(state.counted_amount())), (None, "100 EUR".to_owned()));
    }
}

#[test]
fn a_category_set_by_hand_stays_until_it_is_taken_back() {
    let set = ("2026-01-10", r#"{"type": "forecast_category_changed", "category": "commit"}"#);
    let moved = ("2026-02-01", r#"{"type": "stage_changed", "to": "comparison"}"#);
    let back = ("2026-02-10", r#"{"type": "forecast_category_changed"}"#);
    let playbook = Playbook::six_stage();
    let category = |events: &[(&str, &str)]| {
        let history = replay(events, "2026-12-31");
        (history.state.as_ref().unwrap().forecast_category, history.forecast_category(&playbook))
    };
    use ForecastCategory as C;
    assert_eq!(category(&[CREATED]), (None, Some(C::Pipeline)));
    assert_eq!(category(&[CREATED, set]), (Some(C::Commit), Some(C::Commit)));
    assert_eq!(category(&[CREATED, set, moved]), (Some(C::Commit), Some(C::Commit)));
    assert_eq!(category(&[CREATED, set, moved, back]), (None, Some(C::BestCase)));
    assert_eq!(category(&[CREATED, set, WON]), (Some(C::Commit), Some(C::Closed)), "signed is signed");
    let own = ("2026-01-10", r#"{"type": "forecast_category_changed", "category": "pipeline"}"#);
    assert_eq!(category(&[CREATED, own, moved]), (None, Some(C::BestCase)), "the stage's own follows the stage");
    let lost = ("2026-04-01", r#"{"type": "lost", "reason": "price"}"#);
    assert_eq!(category(&[CREATED, set, lost]).1, None);
}

#[test]
fn credits_that_do_not_add_up_change_nothing() {
    let split = r#"{"type": "credit_split_changed", "credits": [{"member": "b", "share": "0.4"}, {"member": "a", "share": "0.6"}]}"#;
    let half = r#"{"type": "credit_split_changed", "credits": [{"member": "a", "share": "0.5"}]}"#;
    let twice = r#"{"type": "credit_split_changed", "credits": [{"member": "a", "share": "0.5"}, {"member": "a", "share": "0.5"}]}"#;
    let shares = |events: &[(&str, &str)]| {
        let credits = state(events).credits;
        credits.iter().map(|credit| format!("{} {}", credit.member, credit.share)).collect::<Vec<_>>()
    };
    let events = [CREATED, ("2026-02-01", split), ("2026-02-02", half), ("2026-02-03", twice)];
    assert_eq!(shares(&events), ["a 0.6", "b 0.4"]);
    assert_eq!(codes(&events), ["credits_not_whole", "credits_not_whole"]);
    let back = ("2026-02-04", r#"{"type": "credit_split_changed"}"#);
    assert!(shares(&[CREATED, ("2026-02-01", split), back]).is_empty(), "the owner has all of it again");
    let born = r#"{"type": "created", "credits": [{"member": "a", "share": "0.5"}], "forecast_category": "closed"}"#;
    assert_eq!(codes(&[("2026-01-05", born)]), ["credits_not_whole", "closed_category_while_open"]);
}

#[test]
fn a_currency_changed_all_at_once_is_nothing_odd() {
    let recurring = |currency: &str| {
        format!(
            r#"{{"type": "recurring_changed", "recurring": {{"monthly": {{"amount": "5", "currency": "{currency}"}}, "months": 24}}}}"#
        )
    };
    let (euros, dollars) = (recurring("EUR"), recurring("USD"));
    let amount = amount(r#"{"amount": "110", "currency": "USD"}"#);
    let (first, then) = ("2026-02-01", "2026-03-01");
    let at_once = [CREATED, (first, &euros), (then, &amount), (then, &dollars)];
    assert!(codes(&at_once).is_empty());
    assert_eq!(state(&at_once).recurring.unwrap().monthly.to_string(), "5 USD");
    let half =
        [CREATED, (first, &euros), (then, &amount), ("2026-04-01", r#"{"type": "owner_changed", "owner": "a"}"#)];
    assert_eq!(codes(&half), ["recurring_in_other_currency"]);
    assert_eq!(state(&half).recurring, None, "set aside");
    let mended = [CREATED, (first, &euros), (then, &amount), ("2026-04-01", &dollars)];
    assert_eq!(state(&mended).recurring.unwrap().months, 24);
}

#[test]
fn a_new_event_that_does_not_add_up_is_refused() {
    let ask = |events: &[(&str, &str)], change: OpportunityChange| {
        let event = OpportunityEvent {
            id: None,
            opportunity: "deal".parse().unwrap(),
            at: date("2026-12-01").into(),
            by: None,
            change,
        };
        let verdict = apply_event(&opportunity(events), &event, &Playbook::six_stage(), date("2026-12-01")).unwrap();
        verdict.unmet.iter().map(|unmet| unmet.criterion.to_string()).collect::<Vec<_>>()
    };
    let half = vec![CreditShare { member: "a".parse().unwrap(), share: "0.5".parse().unwrap() }];
    let whole = vec![CreditShare { member: "a".parse().unwrap(), share: "1".parse().unwrap() }];
    let dollars = Money::parse("9", "USD".parse().unwrap()).unwrap();
    let recurring = Some(crate::RecurringRevenue { monthly: dollars, months: 12 });
    let set = |category| OpportunityChange::ForecastCategoryChanged { category: Some(category) };
    assert_eq!(ask(&[CREATED], OpportunityChange::CreditSplitChanged { credits: half.clone() }), ["whole_credit"]);
    assert!(ask(&[CREATED], OpportunityChange::CreditSplitChanged { credits: whole }).is_empty());
    assert_eq!(ask(&[CREATED], OpportunityChange::RecurringChanged { recurring }), ["same_currency"]);
    assert_eq!(ask(&[CREATED], set(ForecastCategory::Closed)), ["open_category"]);
    assert!(ask(&[CREATED], set(ForecastCategory::Commit)).is_empty());
    assert!(ask(&[CREATED, WON], set(ForecastCategory::Closed)).is_empty());
    let bare = ("2026-01-05", r#"{"type": "created"}"#);
    let service = (
        "2026-02-01",
        r#"{"type": "recurring_changed", "recurring": {"monthly": {"amount": "5", "currency": "EUR"}, "months": 1}}"#,
    );
    let amount = OpportunityChange::AmountChanged { amount: Some(dollars) };
    assert_eq!(ask(&[bare, service], amount), ["same_currency"]);
    let created = OpportunityChange::Created {
        stage: None,
        amount: Money::parse("9", "EUR".parse().unwrap()).ok(),
        close_date: None,
        owner: None,
        probability: None,
        forecast_category: Some(ForecastCategory::Closed),
        credits: half,
        recurring,
    };
    assert_eq!(ask(&[], created), ["same_currency", "whole_credit", "open_category"]);
}

//! What becomes a finding, by hand.

use super::*;
use crate::facts::{AccountBook, Book};
use crate::playbook::Playbook;

/// The findings on an account that ordered on some days.
fn findings(days: &[&str], as_of: &str) -> Vec<(String, String, String)> {
    let orders: Vec<String> = days
        .iter()
        .map(|on| format!(r#"{{"id": "o-{on}", "account": "mill", "on": "{on}", "supplier": {{"type": "us"}}}}"#))
        .collect();
    let text = format!(r#"{{"accounts": [{{"id": "mill", "name": "Mill"}}], "purchases": [{}]}}"#, orders.join(","));
    let book = Book::from_json(&text).unwrap();
    let account: &AccountBook = &book.accounts()[0];
    let review = review_account(account, &Playbook::six_stage(), as_of.parse().unwrap());
    let told = |finding: Finding| {
        let rule = finding.reason.rule.to_string();
        (finding.kind.to_string(), finding.detail, rule)
    };
    review.findings.into_iter().map(told).collect()
}

fn finding(kind: &str, detail: &str, rule: &str) -> (String, String, String) {
    (kind.to_owned(), detail.to_owned(), rule.to_owned())
}

#[test]
fn an_overdue_order_is_told_until_the_silence_is() {
    let monthly = ["2026-01-01", "2026-01-31", "2026-03-02", "2026-04-01", "2026-05-01"];
    assert_eq!(findings(&monthly, "2026-06-10"), []);
    assert_eq!(findings(&monthly, "2026-06-20"), [finding("order_overdue", "overdue", "order_overdue")]);
    let later = findings(&monthly, "2026-08-20");
    assert!(later.contains(&finding("lifecycle", "high_risk", "silence_high_risk")), "{later:?}");
    assert!(later.iter().all(|(kind, ..)| kind != "order_overdue"), "{later:?}");
}

#[test]
fn a_decline_that_todays_facts_no_longer_show_is_told_as_such() {
    let days = [
        "2025-01-01",
        "2025-01-31",
        "2025-03-02",
        "2025-04-01",
        "2025-05-01",
        "2025-05-31",
        "2025-06-30",
        "2025-07-30",
        "2025-09-01",
        "2025-10-31",
        "2025-12-30",
    ];
    assert_eq!(findings(&days, "2026-01-06"), [finding("lifecycle", "decline", "trend_down")]);
    let again = [&days[..], &["2026-01-10", "2026-01-20"]].concat();
    assert_eq!(findings(&again, "2026-02-05"), [finding("lifecycle", "decline", "change_not_confirmed")]);
}

#[test]
fn an_opportunity_of_which_nothing_is_known_is_told() {
    let text = r#"{
        "accounts": [{"id": "mill", "name": "Mill"}],
        "opportunities": [{"id": "pump-hall", "account": "mill"}, {"id": "later", "account": "mill"}],
        "opportunity_events": [
            {"opportunity": "pump-hall", "at": "2026-01-05", "change": {"type": "created", "close_date": "2026-02-31"}},
            {"opportunity": "later", "at": "2027-01-05", "change": {"type": "created"}}
        ]
    }"#;
    let review = review(&Book::from_json(text).unwrap(), &Playbook::six_stage(), "2026-06-30".parse().unwrap());
    let told: Vec<_> =
        review.accounts[0].findings.iter().map(|finding| (finding.kind, finding.opportunity.as_ref())).collect();
    assert_eq!(told, [(FindingKind::NoHistory, Some(&"pump-hall".parse().unwrap()))], "what begins later is no gap");
}

#[test]
fn a_won_account_without_purchases_is_no_certain_prospect() {
    let text = r#"{
        "accounts": [{"id": "mill", "name": "Mill"}],
        "opportunities": [{"id": "pump-hall", "account": "mill"}],
        "opportunity_events": [
            {"opportunity": "pump-hall", "at": "2026-01-05", "change": {"type": "created", "stage": "commitment"}},
            {"opportunity": "pump-hall", "at": "2026-02-05", "change": {"type": "won"}}
        ]
    }"#;
    let review = review(&Book::from_json(text).unwrap(), &Playbook::six_stage(), "2026-06-30".parse().unwrap());
    let lifecycle = &review.accounts[0].lifecycle;
    assert_eq!(lifecycle.confidence, crate::verdict::Confidence::Low);
    assert_eq!(lifecycle.reasons[0].rule, "won_without_purchases");
}

#[test]
fn a_number_that_is_none_never_passes_for_a_name() {
    let text = r#"{"accounts": [{"id": "mill", "name": "Mill", "owner": NaN}, {"id": NaN, "name": "x"}]}"#;
    let book = Book::from_json(text).unwrap();
    let told: Vec<_> = book.problems().iter().map(|problem| (problem.path.as_str(), problem.value.as_str())).collect();
    assert_eq!(told, [("accounts[0].owner", "NaN"), ("accounts[1].id", "NaN")]);
}

//! Criteria, kinds and tiers by hand.

use serde_json::{Value, json};

use super::*;
use crate::facts::{Book, KeyAccountKind};
use crate::playbook::{AccountLevel, Playbook};
use crate::values::Date;

fn as_of() -> Date {
    "2026-06-30".parse().unwrap()
}

fn order(id: usize, account: &str, on: &str, amount: &str) -> Value {
    json!({"id": format!("p{id}"), "account": account, "on": on, "supplier": {"type": "us"},
        "amount": {"amount": amount, "currency": "USD"}})
}

/// Six accounts that bought once for 100 each, and one, `big`, with what a test adds.
fn plain(extra: &[(&str, Value)]) -> Value {
    let small = ["a1", "a2", "a3", "a4", "a5", "a6"];
    let mut book = json!({
        "accounts": small.iter().chain(&["big"]).map(|id| json!({"id": id, "name": id})).collect::<Vec<_>>(),
        "purchases": small.iter().enumerate().map(|(at, id)| order(at, id, "2026-02-01", "100")).collect::<Vec<_>>()
    });
    for (table, rows) in extra {
        let list = book.as_object_mut().unwrap().entry(*table).or_insert_with(|| json!([]));
        list.as_array_mut().unwrap().extend(rows.as_array().unwrap().iter().cloned());
    }
    book
}

fn classify(book: &Value) -> KeyAccountsVerdict {
    let book = Book::from_json(&book.to_string()).unwrap();
    assert_eq!(book.problems(), []);
    classify_key_accounts(&book, &Playbook::six_stage(), as_of())
}

fn big(extra: &[(&str, Value)]) -> KeyAccount {
    classify(&plain(extra)).accounts.into_iter().find(|account| account.account.as_str() == "big").unwrap()
}

fn states(account: &KeyAccount) -> Vec<&str> {
    account.criteria.iter().map(|finding| finding.state.as_str()).collect()
}

fn kinds(account: &KeyAccount) -> Vec<&str> {
    account.kinds.iter().map(|finding| finding.state.as_str()).collect()
}

/// A committee of so many people on an open deal of an amount.
fn deal(people: usize, amount: &str) -> Vec<(&'static str, Value)> {
    let person = |at: usize| json!({"id": format!("s{at}"), "account": "big"});
    let roles = ["coach", "user", "technical_gatekeeper", "economic_decision_maker"];
    let seat = |at: usize| json!({"opportunity": "o", "stakeholder": format!("s{at}"), "roles": [roles[at % 2]]});
    vec![
        ("opportunities", json!([{"id": "o", "account": "big"}])),
        (
            "opportunity_events",
            json!([{"opportunity": "o", "at": "2026-01-05", "change": {
                "type": "created", "stage": "design", "close_date": "2026-12-31",
                "amount": {"amount": amount, "currency": "USD"}
            }}]),
        ),
        ("stakeholders", (0..people).map(person).collect()),
        ("committee_seats", (0..people).map(seat).collect()),
    ]
}

#[test]
fn key_accounts_by_hand() {
    // The median of the spends is 100: 300 is a large sum.
    let table = [
        ("nothing is known", vec![], ["unknown", "unknown", "unknown"], "undetermined"),
        ("a large deal, five people", deal(5, "300"), ["met", "met", "not_met"], "key"),
        ("a small deal, four people", deal(4, "299.99"), ["not_met", "not_met", "not_met"], "ordinary"),
        ("a large deal, nobody known", deal(0, "300"), ["unknown", "met", "unknown"], "undetermined"),
        ("a small deal, six people", deal(6, "1"), ["met", "not_met", "met"], "key"),
        ("a large deal, four people", deal(4, "300"), ["not_met", "met", "not_met"], "ordinary"),
    ];
    for (name, extra, criteria, standing) in table {
        let account = big(&extra);
        assert_eq!(states(&account), criteria, "{name}");
        assert_eq!(account.standing.as_str(), standing, "{name}");
    }
    // Who has left decides no more.
    let mut left = deal(5, "300");
    left.push(("stakeholder_changes", json!([{"stakeholder": "s1", "on": "2026-03-01", "change": {"type": "left"}}])));
    assert_eq!(states(&big(&left)), ["not_met", "met", "not_met"]);
}

#[test]
fn a_large_sum_may_be_given_as_an_amount() {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.key_accounts.large_sum = Some(crate::values::Money::parse("90", "USD".parse().unwrap()).unwrap());
    let book = Book::from_json(&plain(&[]).to_string()).unwrap();
    let verdict = classify_key_accounts(&book, &Playbook::try_new(draft).unwrap(), as_of());
    assert_eq!(states(&verdict.accounts[0]), ["unknown", "met", "unknown"]);
}

#[test]
fn kinds_by_hand() {
    let set = |key: &str, value: Value| {
        let mut book = plain(&[]);
        book["accounts"][6][key] = value;
        classify(&book).accounts.remove(6)
    };
    let bought = |count: usize, amount: &str| {
        let orders = (0..count).map(|at| order(100 + at, "big", &format!("2026-03-{:02}", at + 1), amount)).collect();
        vec![("purchases", Value::Array(orders))]
    };
    // Without orders it spends nothing and never, which is known.
    assert_eq!(kinds(&big(&[])), ["not_met", "unknown", "unknown", "unknown"]);
    // Seven accounts bought: medians 100 and 1; much is 300 and more, often twice and more.
    assert_eq!(kinds(&big(&bought(1, "300")))[0], "met");
    assert_eq!(kinds(&big(&bought(1, "299.99")))[0], "not_met");
    assert_eq!(kinds(&big(&bought(2, "1")))[0], "met");
    assert_eq!(kinds(&set("industry", json!("  HOSPITALS ")))[1], "met");
    assert_eq!(kinds(&set("industry", json!("医院")))[1], "met");
    assert_eq!(kinds(&set("industry", json!("printing")))[1], "not_met");
    assert_eq!(kinds(&set("parent", json!("a1")))[2], "met");
    let group = classify(&{
        let mut book = plain(&[]);
        book["accounts"][6]["parent"] = json!("a1");
        book
    });
    assert_eq!(kinds(&group.accounts[0])[2], "met", "others belong to it");
    // Strategic: the open pipeline is 3 × the median, or two rivals are at work.
    let strategic = |extra: &[(&str, Value)]| kinds(&big(extra))[3].to_owned();
    assert_eq!(strategic(&deal(0, "300")), "met");
    assert_eq!(strategic(&deal(0, "299")), "unknown", "that no rival is recorded does not mean that there is none");
    let rivals = |standing: Value| {
        let mut extra = deal(0, "1");
        let row = |name: &str, standing: &Value| json!({"opportunity": "o", "competitor": name, "on": "2026-02-01", "standing": standing});
        extra.push(("opportunity_competitors", json!([row("Rival", &json!("ahead")), row("Other", &standing)])));
        extra
    };
    assert_eq!(strategic(&rivals(Value::Null)), "met");
    assert_eq!(strategic(&rivals(json!("out"))), "not_met");
    // What it buys elsewhere by an estimate comes before the pipeline.
    let mut estimated = deal(0, "1");
    let estimate = json!({"account": "big", "on": "2026-01-01", "per_year": {"amount": "300", "currency": "USD"}});
    estimated.push(("wallet_estimates", json!([estimate])));
    let account = big(&estimated);
    assert_eq!(account.potential_basis, Some(PotentialBasis::WalletEstimate));
    assert_eq!((account.potential.as_ref().unwrap().to_string(), kinds(&account)[3]), ("300.00 USD".into(), "met"));
    assert_eq!(account.primary_kind, Some(KeyAccountKind::Strategic));
}

#[test]
fn the_first_kind_is_the_primary_one() {
    let mut book = plain(&deal(0, "300"));
    book["accounts"][6]["parent"] = json!("a1");
    book["accounts"][6]["industry"] = json!("media");
    let account = classify(&book).accounts.remove(6);
    assert_eq!(kinds(&account), ["not_met", "met", "met", "met"]);
    assert_eq!(account.primary_kind, Some(KeyAccountKind::Important));
}

#[test]
fn tiers_by_hand() {
    // Of 1600 in all, `big` brings 1000 (before it nothing: high), the others 100 each: before them 1000 of 1280, high.
    let verdict = classify(&plain(&[("purchases", json!([order(100, "big", "2026-03-01", "1000")]))]));
    assert!(verdict.accounts.iter().all(|account| account.value_level == AccountLevel::High));
    // Of 10600: before the others 10000 of 8480 and of 10070: medium. Potential unknown: B.
    let verdict = classify(&plain(&[("purchases", json!([order(100, "big", "2026-03-01", "10000")]))]));
    let tiers: Vec<&str> = verdict.accounts.iter().map(|account| account.tier.as_ref().unwrap().as_str()).collect();
    assert_eq!(tiers, ["B", "B", "B", "B", "B", "B", "A"]);
    let summary: Vec<_> = verdict.tiers.iter().map(|tier| (tier.accounts, tier.value.to_string())).collect();
    assert_eq!(summary, [(1, "10000.00".into()), (6, "600.00".into()), (0, "0.00".into()), (0, "0.00".into())]);
    assert_eq!(verdict.tiers[0].share_of_value.unwrap().to_string(), "0.9434");
    // A fifth of seven are two.
    assert_eq!((verdict.top_fifth_accounts, verdict.top_fifth_share.unwrap().to_string()), (2, "0.9528".into()));
    // Returns are netted, orders of more than a year ago do not count.
    let verdict = classify(&plain(&[(
        "purchases",
        json!([
            order(100, "big", "2026-03-01", "1000"),
            order(101, "big", "2026-03-02", "-1000"),
            order(102, "big", "2025-06-30", "9000")
        ]),
    )]));
    assert_eq!(verdict.accounts[6].value.as_ref().unwrap().to_string(), "0.00 USD");
    assert_eq!(verdict.accounts[6].tier.as_ref().unwrap().as_str(), "C");
}

#[test]
fn what_is_not_known_is_not_zero() {
    let unpriced = json!([{"id": "p100", "account": "big", "on": "2026-03-01", "supplier": {"type": "us"}}]);
    let account = big(&[("purchases", unpriced.clone())]);
    assert_eq!((account.value, account.value_level, account.tier), (None, AccountLevel::Unknown, None));
    // A part is known: at least so much.
    let account = big(&[("purchases", unpriced), ("purchases", json!([order(101, "big", "2026-03-01", "500")]))]);
    assert!(account.value_at_least);
    assert_eq!((account.value.unwrap().to_string(), account.value_level), ("500.00 USD".into(), AccountLevel::High));
    assert_eq!(account.reasons[1].rule, "value_at_least");
    // No rate to the reporting currency.
    let euros = json!([{"id": "p100", "account": "big", "on": "2026-03-01", "supplier": {"type": "us"},
        "amount": {"amount": "500", "currency": "EUR"}}]);
    assert_eq!(big(&[("purchases", euros)]).value, None);
    // Too few accounts bought for a median.
    let verdict = classify(&json!({"accounts": [{"id": "a", "name": "A"}]}));
    assert_eq!(kinds(&verdict.accounts[0])[0], "unknown");
    assert_eq!(verdict.reasons[2].rule, "no_median");
    assert!(classify(&json!({})).accounts.is_empty());
}

#[test]
fn a_judgement_holds_until_its_last_day() {
    let judged = |on: &str, until: &str| {
        json!({"account": "big", "on": on, "until": until, "tier": "S", "kind": "group", "by": "lead",
            "reason": "we assemble on their site"})
    };
    let account = big(&[("key_account_judgements", json!([judged("2026-01-01", "2026-06-30")]))]);
    assert_eq!((account.tier.as_ref().unwrap().as_str(), account.tier_by_rules.unwrap().as_str()), ("S", "C"));
    assert_eq!((account.primary_kind, account.is_judged), (Some(KeyAccountKind::Group), true));
    assert_eq!(account.reasons[0].rule, "judged");
    assert!(account.reasons[0].message.contains("`lead` says that it is in tier S: we assemble on their site"));
    assert_eq!(account.kinds[2].reasons[0].rule, "judged");
    for (on, until) in [("2026-01-01", "2026-06-29"), ("2026-07-01", "2026-12-31")] {
        let account = big(&[("key_account_judgements", json!([judged(on, until)]))]);
        assert_eq!((account.tier.unwrap().as_str(), account.is_judged, account.primary_kind), ("C", false, None));
    }
    // A tier that only people give is summed up as well.
    let verdict = classify(&plain(&[("key_account_judgements", json!([judged("2026-01-01", "2026-06-30")]))]));
    let tiers: Vec<_> = verdict.tiers.iter().map(|tier| tier.tier.as_ref().map(|tier| tier.to_string())).collect();
    assert_eq!(tiers, [Some("A".into()), Some("B".into()), Some("C".into()), Some("S".into()), None]);
}

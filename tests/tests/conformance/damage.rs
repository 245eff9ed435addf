//! A book of 1,000 opportunities with more than fifty kinds of damage: the sound rest is judged whole, and every
//! damaged fact is named with its code and path.

use std::collections::BTreeMap;

use keyaccount::{AnomalyCode, Book, Date, Playbook, review};

/// One damaged row: its table, its JSON, the path within the row, and the code.
type Damage = (&'static str, String, &'static str, &'static str);

fn row(table: &'static str, text: &str, path: &'static str, code: &'static str) -> Damage {
    (table, text.to_owned(), path, code)
}

fn event(change: &str, path: &'static str, code: &'static str) -> Damage {
    let text = format!(r#"{{"opportunity": "deal-0", "at": "2026-02-01", "change": {change}}}"#);
    ("opportunity_events", text, path, code)
}

fn dated_event(at: &str, code: &'static str) -> Damage {
    let text = format!(r#"{{"opportunity": "deal-0", "at": "{at}", "change": {{"type": "won"}}}}"#);
    ("opportunity_events", text, ".at", code)
}

fn amount(amount: &str, currency: &str, code: &'static str) -> Damage {
    let money = format!(r#"{{"amount": {amount}, "currency": {currency}}}"#);
    event(&format!(r#"{{"type": "amount_changed", "amount": {money}}}"#), ".change", code)
}

fn damages() -> Vec<Damage> {
    let ten_megabytes = "x".repeat(10 * 1024 * 1024);
    let deep = format!("{}{}", "[".repeat(20_000), "]".repeat(20_000));
    vec![
        row("accounts", r#"{"name": "No Id"}"#, ".id", "missing_field"),
        row("accounts", r#"{"id": "acc-0", "name": "Another Name"}"#, "", "conflicting_id"),
        row("accounts", r#"{"id": "acc-1", "name": "Account 1"}"#, "", "duplicate_fact"),
        row("accounts", r#"{"id": "  ", "name": "Blank"}"#, ".id", "invalid_id"),
        row("accounts", r#"{"id": "a\u0000b", "name": "Control"}"#, ".id", "invalid_id"),
        row("accounts", &format!(r#"{{"id": "{ten_megabytes}", "name": "Long"}}"#), ".id", "text_too_long"),
        row("accounts", &format!(r#"{{"id": "long", "name": "{ten_megabytes}"}}"#), ".name", "text_too_long"),
        row("accounts", r#"{"id": "number-name", "name": 7}"#, ".name", "wrong_type"),
        row("accounts", r#"{"id": "more", "name": "More", "shoe_size": 44}"#, ".shoe_size", "unknown_field"),
        row("accounts", r#"{"id": "twice", "id": "twice", "name": "Twice"}"#, "", "duplicate_field"),
        row("accounts", "[]", "", "wrong_type"),
        row("accounts", "null", "", "wrong_type"),
        row("accounts", "42", "", "wrong_type"),
        row("accounts", "{}", ".id", "missing_field"),
        row("accounts", r#"{"id": "orphan", "name": "Orphan", "parent": "nobody"}"#, ".parent", "dangling_reference"),
        row("accounts", r#"{"id": "ring", "name": "Ring", "parent": "ring"}"#, ".parent", "reference_cycle"),
        row("opportunities", r#"{"id": "no-account"}"#, ".account", "missing_field"),
        row("opportunities", r#"{"id": "lost-account", "account": "nobody"}"#, ".account", "dangling_reference"),
        row("opportunities", r#"{"id": null, "account": "acc-0"}"#, ".id", "wrong_type"),
        row("opportunities", &format!(r#"{{"id": "deep", "account": {deep}}}"#), ".account", "wrong_type"),
        row("opportunities", r#"{"id": "deal-1", "account": "acc-2"}"#, "", "conflicting_id"),
        event(r#"{"type": "teleported"}"#, ".change", "unknown_value"),
        event("[]", ".change", "missing_field"),
        event(r#"{"type": "won", "amount": 7}"#, ".change", "unknown_field"),
        event(r#"{"type": "lost", "reason": " "}"#, ".change", "invalid_id"),
        event(r#"{"type": "probability_changed", "probability": 1.5}"#, ".change", "invalid_probability"),
        event(r#"{"type": "probability_changed", "probability": Infinity}"#, ".change", "invalid_number"),
        event(r#"{"type": "close_date_changed", "close_date": "2026-02-31"}"#, ".change", "invalid_date"),
        dated_event("2026-02-31", "invalid_date"),
        dated_event("0000-01-01", "date_out_of_range"),
        dated_event("9999-12-31", "date_out_of_range"),
        dated_event("2026-1-5", "invalid_date"),
        dated_event("2026-01-05T25:00:00", "invalid_moment"),
        row("opportunity_events", r#"{"opportunity": "deal-0", "at": "2026-02-01"}"#, ".change", "missing_field"),
        row(
            "opportunity_events",
            r#"{"opportunity": "nobody", "at": "2026-02-01", "change": {"type": "won"}}"#,
            ".opportunity",
            "dangling_reference",
        ),
        amount("\"100\"", "\"XYZ\"", "unknown_currency"),
        amount("\"-100\"", "\"EUR\"", "negative_amount"),
        amount("1e300", "\"EUR\"", "invalid_number"),
        amount("\"99999999999999\"", "\"EUR\"", "amount_out_of_range"),
        amount("\"1.23456\"", "\"EUR\"", "amount_out_of_range"),
        amount("NaN", "\"EUR\"", "invalid_number"),
        amount("true", "\"EUR\"", "wrong_type"),
        row(
            "stakeholders",
            r#"{"id": "subordinate", "account": "acc-0", "reports_to": "nobody"}"#,
            ".reports_to",
            "dangling_reference",
        ),
        row("stakeholders", r#"{"id": "nowhere", "account": "nobody"}"#, ".account", "dangling_reference"),
        row(
            "committee_seats",
            r#"{"opportunity": "deal-0", "stakeholder": "person-0", "roles": ["king"]}"#,
            ".roles[0]",
            "unknown_value",
        ),
        row(
            "committee_seats",
            r#"{"opportunity": "deal-0", "stakeholder": "person-1"}"#,
            ".stakeholder",
            "foreign_reference",
        ),
        row(
            "committee_seats",
            r#"{"opportunity": "deal-0", "stakeholder": "person-0", "influence": 101}"#,
            ".influence",
            "number_out_of_range",
        ),
        row(
            "interactions",
            r#"{"id": "i-1", "account": "acc-0", "on": "2026-01-01", "channel": "pigeon", "direction": "inbound"}"#,
            ".channel",
            "unknown_value",
        ),
        row(
            "interactions",
            r#"{"id": "i-2", "account": "acc-0", "on": "2026-01-01", "channel": "mail", "direction": "inbound", "topics": "price"}"#,
            ".topics",
            "wrong_type",
        ),
        row(
            "interactions",
            r#"{"id": "i-3", "account": "acc-0", "on": "2026-01-01", "channel": "mail", "direction": "inbound", "stakeholders": ["person-0", "nobody"]}"#,
            ".stakeholders[1]",
            "dangling_reference",
        ),
        row(
            "purchases",
            r#"{"id": "p-1", "account": "acc-0", "on": "2026-01-01", "supplier": {"type": "heaven"}}"#,
            ".supplier.type",
            "unknown_value",
        ),
        row("purchases", r#"{"id": "p-2", "account": "acc-0", "supplier": {"type": "us"}}"#, ".on", "missing_field"),
        row(
            "purchases",
            r#"{"id": "p-3", "account": "acc-0", "on": "2026-01-01", "supplier": {"type": "us"}, "amount": {"amount": "ten", "currency": "EUR"}}"#,
            ".amount.amount",
            "invalid_number",
        ),
        row(
            "surveys",
            r#"{"id": "s-1", "account": "acc-0", "on": "2026-01-01", "score": 120}"#,
            ".score",
            "number_out_of_range",
        ),
        row(
            "complaints",
            r#"{"id": "c-1", "account": "acc-0", "on": "2026-03-01", "resolved_on": "2026-02-01"}"#,
            ".resolved_on",
            "date_order",
        ),
        row(
            "team_changes",
            r#"{"id": "t-1", "on": "2026-01-01", "member": "m", "function": "sales", "change": "left"}"#,
            "",
            "empty_list",
        ),
        row(
            "signal_mutes",
            r#"{"account": "acc-0", "signal": "boredom", "reason": "none", "until": "2026-12-31"}"#,
            ".signal",
            "unknown_value",
        ),
        row(
            "committee_seats",
            r#"{"opportunity": "deal-0", "stakeholder": "person-0", "drivers": ["greed"]}"#,
            ".drivers[0]",
            "unknown_value",
        ),
        row(
            "committee_seats",
            r#"{"opportunity": "deal-0", "stakeholder": "person-0", "informs_competitor": "maybe"}"#,
            ".informs_competitor",
            "wrong_type",
        ),
        row(
            "committee_seats",
            r#"{"opportunity": "deal-0", "stakeholder": "person-0", "formal_roles": "buyer"}"#,
            ".formal_roles",
            "wrong_type",
        ),
        row(
            "committee_seats",
            r#"{"opportunity": "deal-100", "stakeholder": "person-0", "stance": "ally", "non_supporter": "sceptic"}"#,
            ".non_supporter",
            "conflicting_fields",
        ),
        row(
            "stakeholders",
            r#"{"id": "styled", "account": "acc-0", "communication_style": "loud"}"#,
            ".communication_style",
            "unknown_value",
        ),
        row(
            "stakeholder_changes",
            r#"{"stakeholder": "person-0", "on": "2026-02-01", "change": {"type": "drivers_changed", "drivers": 7}}"#,
            ".change",
            "wrong_type",
        ),
        row(
            "stakeholder_changes",
            r#"{"stakeholder": "person-0", "on": "2026-02-01",
                "change": {"type": "stance_changed", "stance": "insider", "non_supporter": "backslider"}}"#,
            ".change.non_supporter",
            "conflicting_fields",
        ),
        row(
            "contributions",
            r#"{"id": "k-1", "opportunity": "deal-0", "stakeholder": "person-0", "on": "2026-02-01", "kind": "applause"}"#,
            ".kind",
            "unknown_value",
        ),
        row(
            "contributions",
            r#"{"id": "k-2", "opportunity": "deal-0", "stakeholder": "person-1", "on": "2026-02-01", "kind": "reference"}"#,
            ".stakeholder",
            "foreign_reference",
        ),
        row("relationships", r#"{"from": "person-0", "to": "person-0", "kind": "knows"}"#, ".to", "reference_cycle"),
        row(
            "relationships",
            r#"{"from": "subordinate", "to": "person-0", "kind": "influences", "since": "2026-03-01", "until": "2026-02-01"}"#,
            ".until",
            "date_order",
        ),
        row("relationships", r#"{"from": "person-0", "kind": "knows"}"#, ".to", "missing_field"),
        row(
            "information_records",
            r#"{"opportunity": "deal-0", "point": "weather", "on": "2026-02-01", "state": "partial"}"#,
            ".point",
            "unknown_value",
        ),
        row(
            "information_records",
            r#"{"opportunity": "deal-0", "point": "funds", "on": "2026-02-01", "state": "partial", "success_factors": ["price"]}"#,
            ".success_factors",
            "conflicting_fields",
        ),
        row(
            "information_records",
            r#"{"opportunity": "deal-0", "point": "needs", "on": "2026-02-31", "state": "partial"}"#,
            ".on",
            "invalid_date",
        ),
        row(
            "opportunity_competitors",
            r#"{"opportunity": "nobody", "competitor": "Rival", "on": "2026-02-01"}"#,
            ".opportunity",
            "dangling_reference",
        ),
        row(
            "opportunity_competitors",
            r#"{"opportunity": "deal-0", "competitor": "Rival", "on": "2026-02-01", "standing": "sideways"}"#,
            ".standing",
            "unknown_value",
        ),
        row(
            "tasks",
            r#"{"id": "w-1", "account": "acc-0", "title": "call", "opened_on": "2026-02-01", "closed_on": "2026-01-01"}"#,
            ".closed_on",
            "date_order",
        ),
        row(
            "tasks",
            r#"{"id": "w-2", "account": "acc-0", "title": "call", "opportunity": "deal-1"}"#,
            ".opportunity",
            "foreign_reference",
        ),
        row("tasks", r#"{"id": "w-3", "account": "acc-0"}"#, ".title", "missing_field"),
        row(
            "breakthrough_plans",
            r#"{"opportunity": "deal-0", "on": "2026-02-01", "stage": "design", "internal_resources": "laboratory"}"#,
            ".internal_resources",
            "wrong_type",
        ),
        row("breakthrough_plans", r#"{"opportunity": "deal-0", "on": "2026-02-01"}"#, ".stage", "missing_field"),
        row(
            "expenses",
            r#"{"id": "e-1", "account": "acc-0", "on": "2026-02-01", "kind": "bribe"}"#,
            ".kind",
            "unknown_value",
        ),
        row(
            "expenses",
            r#"{"id": "e-2", "account": "acc-0", "on": "2026-02-01", "kind": "travel", "amount": {"amount": "-5", "currency": "EUR"}}"#,
            ".amount.amount",
            "negative_amount",
        ),
        row(
            "expenses",
            r#"{"id": "e-3", "account": "acc-0", "on": "2026-02-01", "kind": "gift", "stakeholder": "nobody"}"#,
            ".stakeholder",
            "dangling_reference",
        ),
        row(
            "wallet_estimates",
            r#"{"account": "nobody", "on": "2026-02-01", "per_year": {"amount": "5", "currency": "EUR"}}"#,
            ".account",
            "dangling_reference",
        ),
        row("wallet_estimates", r#"{"account": "acc-0", "on": "2026-02-01"}"#, ".per_year", "missing_field"),
        row(
            "switching_costs",
            r#"{"account": "acc-0", "on": "2026-02-01", "kind": "exit", "level": "none"}"#,
            ".level",
            "unknown_value",
        ),
        row(
            "switching_costs",
            r#"{"account": "nobody", "on": "2026-02-01", "kind": "exit"}"#,
            ".account",
            "dangling_reference",
        ),
        row(
            "key_account_judgements",
            r#"{"account": "acc-0", "on": "2026-02-01", "until": "2026-01-31", "reason": "so it is"}"#,
            ".until",
            "date_order",
        ),
        row(
            "key_account_judgements",
            r#"{"account": "acc-0", "on": "2026-02-01", "reason": "so it is"}"#,
            ".until",
            "missing_field",
        ),
    ]
}

/// The text of the book, and the path and code of every damaged row.
fn damaged_book() -> (String, Vec<(String, &'static str)>) {
    let mut tables: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for at in 0..100 {
        tables.entry("accounts").or_default().push(format!(r#"{{"id": "acc-{at}", "name": "Account {at}"}}"#));
        let person = format!(r#"{{"id": "person-{at}", "account": "acc-{at}"}}"#);
        tables.entry("stakeholders").or_default().push(person);
    }
    for at in 0..1000 {
        let account = at % 100;
        let deal = format!(r#"{{"id": "deal-{at}", "account": "acc-{account}"}}"#);
        tables.entry("opportunities").or_default().push(deal);
        let created = format!(
            r#"{{"opportunity": "deal-{at}", "at": "2026-01-01", "change": {{"type": "created", "stage": "design",
                "amount": {{"amount": "1000", "currency": "USD"}}, "close_date": "2026-06-30"}}}}"#
        );
        tables.entry("opportunity_events").or_default().push(created);
    }
    let mut expected = Vec::new();
    for (table, text, path, code) in damages() {
        let rows = tables.entry(table).or_default();
        expected.push((format!("{table}[{}]{path}", rows.len()), code));
        rows.push(text);
    }
    // Readable, but odd: these are listed with the histories.
    let events = tables.entry("opportunity_events").or_default();
    events.push(
        r#"{"opportunity": "deal-7", "at": "2026-02-01", "change": {"type": "stage_changed", "to": "limbo"}}"#.into(),
    );
    events
        .push(r#"{"opportunity": "deal-8", "at": "2025-02-01", "change": {"type": "lost", "reason": "price"}}"#.into());
    let close = r#"{"type": "close_date_changed", "close_date": "2025-06-30"}"#;
    events.push(format!(r#"{{"opportunity": "deal-9", "at": "2026-02-01", "change": {close}}}"#));
    expected.push(("spaceships".to_owned(), "unknown_field"));
    expected.push(("proposals".to_owned(), "wrong_type"));
    let mut text = String::from(r#"{"spaceships": [1, 2], "proposals": {"id": "not-a-list"}"#);
    for (table, rows) in tables {
        text += &format!(", \"{table}\": [{}]", rows.join(",\n"));
    }
    text.push('}');
    (text, expected)
}

#[test]
fn every_damaged_fact_is_named_and_the_sound_rest_is_judged() {
    let (text, expected) = damaged_book();
    assert!(expected.len() >= 50, "{} kinds", expected.len());
    let book = Book::from_json(&text).unwrap();
    let named: Vec<(&str, &str)> =
        book.problems().iter().map(|problem| (problem.path.as_str(), problem.code.as_str())).collect();
    for (path, code) in &expected {
        let found = named
            .iter()
            .find(|(named, _)| named == path || (named.starts_with(path.as_str()) && path.ends_with("change")));
        assert_eq!(found.map(|(_, code)| *code), Some(*code), "{path}; all: {named:?}");
    }
    assert_eq!(named.len(), expected.len(), "nothing else is reported: {named:?}");
    assert!(book.problems().iter().all(|problem| problem.to_string().chars().count() < 1500), "messages stay short");

    let as_of: Date = "2026-03-31".parse().unwrap();
    let verdict = review(&book, &Playbook::six_stage(), as_of);
    // Two accounts keep their row and lose only the bad link.
    assert_eq!(verdict.accounts.len(), 102);
    let receipt = &verdict.portfolio.forecast.receipt;
    assert_eq!((receipt.opportunities, receipt.priced, receipt.unpriced, receipt.lost), (1000, 998, 1, 1));
    assert_eq!(verdict.portfolio.forecast.amounts.open.weighted.to_string(), "199600.00");
    assert_eq!(verdict.left_out.len(), expected.len());
    let mut anomalies: Vec<_> = verdict
        .accounts
        .iter()
        .flat_map(|account| &account.opportunities)
        .flat_map(|opportunity| &opportunity.history.anomalies)
        .map(|anomaly| anomaly.code)
        .collect();
    anomalies.sort_by_key(|code| code.as_str());
    let odd = [AnomalyCode::BeforeCreation, AnomalyCode::CloseDateBeforeCreation, AnomalyCode::UnknownStage];
    assert_eq!(anomalies, odd);
}

#[test]
fn every_row_is_counted_as_used_or_left_out() {
    let (text, _) = damaged_book();
    let book = Book::from_json(&text).unwrap();
    let count =
        |table: &str| book.counts().iter().find(|count| count.table == table).map(|count| (count.read, count.used));
    assert_eq!(count("opportunities"), Some((1005, 1000)));
    let (read, used) = count("accounts").unwrap();
    assert_eq!(read - used, 14, "two of the sixteen damaged accounts are used without their link");
}

//! Recorded inducements: what is found, from when to when, and that a review tells it.

use super::{book, day};
use crate::cute::{ComplianceKind, NextMove, compliance_findings};
use crate::facts::Book;
use crate::playbook::Playbook;
use crate::review::{FindingKind, review};
use crate::verdict::Severity;

/// What is found on a day: kind, person, opportunity, day.
fn told(book: &Book, as_of: &str) -> Vec<String> {
    let found = compliance_findings(&book.accounts()[0], day(as_of));
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
    found
        .iter()
        .map(|finding| {
            assert_eq!(finding.reason.rule, finding.kind.as_str());
            assert!(finding.reason.message.ends_with("; report it to those who answer for compliance"));
            assert_eq!(finding.next_move, NextMove::ReportToCompliance);
            let person = or_none(finding.stakeholder.as_ref().map(ToString::to_string));
            let opportunity = or_none(finding.opportunity.as_ref().map(ToString::to_string));
            format!("{} {person} {opportunity} {}", finding.kind, or_none(finding.on.map(|on| on.to_string())))
        })
        .collect()
}

fn with(tables: &str) -> Book {
    book(&format!(
        r#""stakeholders": [{{"id": "pat", "account": "plant"}}, {{"id": "kim", "account": "plant"}}], {tables}"#
    ))
}

fn seat(since: &str, drivers: &str) -> String {
    format!(
        r#""committee_seats": [{{"opportunity": "press", "stakeholder": "pat", "since": {since}, "drivers": [{drivers}]}}]"#
    )
}

fn changes(rows: &[(&str, &str, &str)]) -> String {
    let row = |(on, opportunity, drivers): &(&str, &str, &str)| {
        format!(
            r#"{{"stakeholder": "pat", "on": "{on}", "opportunity": {opportunity},
                "change": {{"type": "drivers_changed", "drivers": [{drivers}]}}}}"#
        )
    };
    format!(r#""stakeholder_changes": [{}]"#, rows.iter().map(row).collect::<Vec<_>>().join(","))
}

const BAD: &str = r#""money", "unlawful_inducement""#;
const GOOD: &str = r#""reputation""#;
const PRESS: &str = r#""press""#;
const NONE: &str = "null";

#[test]
fn a_driver_of_a_seat_counts_from_its_first_day() {
    let dated = with(&seat(r#""2026-05-04""#, BAD));
    assert_eq!(told(&dated, "2026-05-03"), [""; 0]);
    assert_eq!(told(&dated, "2026-05-04"), ["inducement_driver pat press 2026-05-04"]);
    assert_eq!(told(&with(&seat(NONE, BAD)), "2020-01-01"), ["inducement_driver pat press -"]);
    assert_eq!(told(&with(&seat(NONE, GOOD)), "2026-05-04"), [""; 0]);
}

#[test]
fn a_driver_counts_from_the_change_that_brings_it_to_the_change_that_ends_it() {
    let rows = [
        ("2026-02-01", PRESS, GOOD),
        ("2026-03-01", PRESS, BAD),
        ("2026-04-01", PRESS, r#""unlawful_inducement""#),
        ("2026-05-01", PRESS, GOOD),
    ];
    let book = with(&changes(&rows));
    assert_eq!(told(&book, "2026-02-28"), [""; 0]);
    for as_of in ["2026-03-01", "2026-04-01", "2026-04-30"] {
        assert_eq!(told(&book, as_of), ["inducement_driver pat press 2026-03-01"], "without a break");
    }
    assert_eq!(told(&book, "2026-05-01"), [""; 0]);
    let unknown = with(&changes(&[("2026-03-01", PRESS, BAD), ("2026-05-01", PRESS, "")]));
    assert_eq!(told(&unknown, "2026-05-01"), [""; 0], "a change to unknown ends it as well");
    let years_ago = with(&changes(&[("2016-03-01", PRESS, BAD)]));
    assert_eq!(told(&years_ago, "2026-05-01"), ["inducement_driver pat press 2016-03-01"], "there is no look-back");
}

#[test]
fn of_contradictory_records_of_one_day_the_inducement_holds() {
    for rows in [[BAD, GOOD], [GOOD, BAD]] {
        let book = with(&changes(&[("2026-03-01", PRESS, rows[0]), ("2026-03-01", PRESS, rows[1])]));
        assert_eq!(told(&book, "2026-03-01"), ["inducement_driver pat press 2026-03-01"]);
    }
}

#[test]
fn a_seat_that_lists_no_drivers_ends_nothing_and_one_that_lists_others_does() {
    let change = changes(&[("2026-03-01", PRESS, BAD)]);
    let silent = with(&format!("{}, {change}", seat(r#""2026-04-01""#, "")));
    assert_eq!(told(&silent, "2026-05-01"), ["inducement_driver pat press 2026-03-01"]);
    let other = with(&format!("{}, {change}", seat(r#""2026-04-01""#, GOOD)));
    assert_eq!(told(&other, "2026-03-31"), ["inducement_driver pat press 2026-03-01"]);
    assert_eq!(told(&other, "2026-05-01"), [""; 0]);
}

#[test]
fn a_record_that_names_no_opportunity_is_one_finding_and_ends_where_each_committee_says_so() {
    let two_committees = |rows: &[(&str, &str, &str)]| {
        let text = format!(
            r#"{{"accounts": [{{"id": "plant", "name": "Plant"}}],
                "opportunities": [{{"id": "press", "account": "plant"}}, {{"id": "spare", "account": "plant"}}],
                "stakeholders": [{{"id": "pat", "account": "plant"}}],
                "committee_seats": [{{"opportunity": "press", "stakeholder": "pat"}},
                    {{"opportunity": "spare", "stakeholder": "pat"}}], {}}}"#,
            changes(rows)
        );
        Book::from_json(&text).unwrap()
    };
    let everywhere = ("2026-03-01", NONE, BAD);
    assert_eq!(told(&two_committees(&[everywhere]), "2026-05-01"), ["inducement_driver pat - 2026-03-01"]);
    let here = ("2026-04-01", PRESS, GOOD);
    assert_eq!(told(&two_committees(&[everywhere, here]), "2026-05-01"), ["inducement_driver pat - 2026-03-01"]);
    let there = ("2026-04-01", r#""spare""#, GOOD);
    assert_eq!(told(&two_committees(&[everywhere, here, there]), "2026-05-01"), [""; 0]);
    let nowhere = ("2026-04-01", NONE, GOOD);
    assert_eq!(told(&two_committees(&[everywhere, nowhere]), "2026-05-01"), [""; 0]);
    let nobody_seated = with(&changes(&[everywhere]));
    assert_eq!(told(&nobody_seated, "2026-05-01"), ["inducement_driver pat - 2026-03-01"]);
}

#[test]
fn gifts_and_payments_are_found_by_person_and_opportunity() {
    let expense = |id: &str, on: &str, kind: &str, rest: &str| {
        format!(r#"{{"id": "{id}", "account": "plant", "on": "{on}", "kind": "{kind}"{rest}}}"#)
    };
    let to_pat = r#", "stakeholder": "pat", "amount": {"amount": "120.50", "currency": "USD"}"#;
    let rows = [
        expense("e1", "2026-03-01", "gift", to_pat),
        expense("e2", "2026-04-01", "gift", to_pat),
        expense("e3", "2026-04-02", "gift", r#", "stakeholder": "pat""#),
        expense("e4", "2026-04-03", "gift", r#", "stakeholder": "pat", "opportunity": "press""#),
        expense("e5", "2026-04-04", "payment_to_person", r#", "stakeholder": "kim""#),
        expense("e6", "2026-04-05", "payment_to_person", ""),
        expense("e7", "2026-06-01", "payment_to_person", r#", "stakeholder": "kim""#),
        expense("e8", "2026-04-05", "hospitality", to_pat),
        expense("e9", "2026-04-05", "travel", to_pat),
    ];
    let book = with(&format!(r#""expenses": [{}]"#, rows.join(",")));
    assert_eq!(
        told(&book, "2026-05-30"),
        [
            "payment_to_person - - 2026-04-05",
            "payment_to_person kim - 2026-04-04",
            "gift pat - 2026-04-02",
            "gift pat press 2026-04-03",
        ]
    );
    let found = compliance_findings(&book.accounts()[0], day("2026-05-30"));
    let gifts = &found[2];
    assert_eq!((gifts.kind, gifts.severity), (ComplianceKind::Gift, Severity::High));
    assert!(gifts.reason.message.starts_with("3 gifts to pat are recorded as expenses, the latest of 2026-04-02"));
    let ids: Vec<&str> = gifts.reason.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(ids, ["e1", "e2", "e3", "pat"]);
    let compared: Vec<_> =
        gifts.reason.compared.iter().map(|one| (&*one.name, one.actual.as_deref().unwrap())).collect();
    assert_eq!(compared, [("expenses", "3"), ("amount", "241.00 USD"), ("expenses_without_amount", "1")]);
    assert_eq!(found[0].severity, Severity::Critical);
}

#[test]
fn a_review_tells_what_is_found_whatever_became_of_the_person_and_the_opportunity() {
    let book = with(&format!(
        r#"{}, "opportunity_events": [
            {{"opportunity": "press", "at": "2026-01-05", "change": {{"type": "created", "stage": "interest"}}}},
            {{"opportunity": "press", "at": "2026-04-05", "change": {{"type": "lost", "reason": "price"}}}}],
        "stakeholder_changes": [{{"stakeholder": "pat", "on": "2026-04-20", "change": {{"type": "left"}}}}],
        "expenses": [{{"id": "e1", "account": "plant", "on": "2026-03-01", "kind": "gift", "stakeholder": "pat"}}]"#,
        seat(NONE, BAD)
    ));
    let review = review(&book, &Playbook::six_stage(), day("2026-05-30"));
    let account = &review.accounts[0];
    assert_eq!(account.compliance, compliance_findings(&book.accounts()[0], day("2026-05-30")));
    let told: Vec<_> = account
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::Compliance)
        .map(|finding| (finding.severity, finding.detail.as_str(), finding.next_move.as_deref()))
        .collect();
    let report = Some("report_to_compliance");
    assert_eq!(told, [(Severity::Critical, "inducement_driver", report), (Severity::High, "gift", report)]);
    assert_eq!(account.findings[0].kind, FindingKind::Compliance);
}

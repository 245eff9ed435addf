//! The cases of the domain text, by hand.

use super::*;
use crate::facts::{Book, CompetitorStanding, InformationPoint, InformationState};
use crate::playbook::Playbook;
use crate::values::Date;

mod compliance;
mod gates;
mod plan;

const AS_OF: &str = "2026-05-30";

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A book of one opportunity, and further tables.
fn book(tables: &str) -> Book {
    let text = format!(
        r#"{{"accounts": [{{"id": "plant", "name": "Plant"}}], "opportunities": [{{"id": "press", "account": "plant"}}],
            {tables}}}"#
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), [], "{text}");
    book
}

fn information(records: &str, as_of: &str) -> Vec<InformationStatus> {
    let book = book(&format!(r#""information_records": [{records}]"#));
    let (_, opportunity) = book.opportunity(&"press".parse().unwrap()).unwrap();
    list_information(opportunity, &Playbook::six_stage(), day(as_of))
}

fn of(information: &[InformationStatus], point: InformationPoint) -> &InformationStatus {
    information.iter().find(|status| status.point == point).unwrap()
}

#[test]
fn of_each_point_the_latest_record_up_to_the_day_holds() {
    let records = r#"
        {"opportunity": "press", "point": "funds", "on": "2026-03-01", "state": "confirmed", "source": "bank"},
        {"opportunity": "press", "point": "funds", "on": "2026-05-01", "state": "partial"},
        {"opportunity": "press", "point": "funds", "on": "2026-06-01", "state": "confirmed"}"#;
    for (as_of, state, age) in [
        ("2026-02-28", InformationState::Unknown, None),
        ("2026-03-01", InformationState::Confirmed, Some(0)),
        ("2026-04-30", InformationState::Confirmed, Some(60)),
        ("2026-05-30", InformationState::Partial, Some(29)),
        ("2026-06-01", InformationState::Confirmed, Some(0)),
    ] {
        let all = information(records, as_of);
        assert_eq!(all.iter().map(|status| status.point).collect::<Vec<_>>(), InformationPoint::ALL);
        let funds = of(&all, InformationPoint::Funds);
        assert_eq!((funds.state, funds.age_days), (state, age), "{as_of}");
    }
    let funds = information(records, "2026-04-30");
    assert_eq!(of(&funds, InformationPoint::Funds).source.as_ref().unwrap().as_str(), "bank");
}

#[test]
fn what_is_known_goes_stale_and_what_is_not_does_not() {
    let known = r#"{"opportunity": "press", "point": "needs", "on": "2026-03-01", "state": "partial"}"#;
    let stale = |record: &str, as_of: &str| of(&information(record, as_of), InformationPoint::Needs).is_stale;
    // 90 days after 1 March is 30 May.
    assert!(!stale(known, "2026-05-30"));
    assert!(stale(known, "2026-05-31"));
    assert!(!stale(&known.replace("partial", "unknown"), "2026-12-31"));
    assert!(!stale("", "2026-12-31"));
}

#[test]
fn the_three_factors_that_matter_most_are_followed_as_they_change() {
    let record = |on: &str, factors: &str| {
        format!(
            r#"{{"opportunity": "press", "point": "success_factors", "on": "{on}", "state": "partial",
                "success_factors": [{factors}]}}"#
        )
    };
    let records = [
        record("2026-01-01", ""),
        record("2026-02-01", r#""price", "delivery""#),
        record("2026-03-01", r#""price", "delivery", "service", "colour""#),
        record("2026-04-01", r#""price", "delivery", "service", "noise""#),
        record("2026-05-01", r#""delivery", "price", "service""#),
        record("2026-06-01", r#""nothing else""#),
    ];
    let all = information(&records.join(","), AS_OF);
    let factors = of(&all, InformationPoint::SuccessFactors);
    let followed: Vec<String> = factors
        .followed
        .iter()
        .map(|change| {
            let names: Vec<&str> = change.success_factors.iter().map(|factor| factor.as_str()).collect();
            format!("{} {}", change.on, names.join(" "))
        })
        .collect();
    assert_eq!(
        followed,
        ["2026-02-01 price delivery", "2026-03-01 price delivery service", "2026-05-01 delivery price service"],
        "the fourth is not followed"
    );
    assert_eq!(factors.success_factors.len(), 3);
    assert!(all.iter().take(8).all(|status| status.followed.is_empty() && status.success_factors.is_empty()));
}

#[test]
fn of_each_competitor_the_latest_row_holds_whole() {
    let book = book(
        r#""opportunity_competitors": [
            {"opportunity": "press", "competitor": "Rival", "on": "2026-04-01", "standing": "ahead", "strategy": "wait"},
            {"opportunity": "press", "competitor": "Rival", "on": "2026-05-01"},
            {"opportunity": "press", "competitor": "Rival", "on": "2026-06-01", "standing": "out"},
            {"opportunity": "press", "competitor": "Other", "on": "2026-05-30", "standing": "behind"},
            {"opportunity": "press", "competitor": "Later", "on": "2026-05-31", "standing": "behind"}
        ]"#,
    );
    let (_, opportunity) = book.opportunity(&"press".parse().unwrap()).unwrap();
    let listed = list_competitors(opportunity, day(AS_OF));
    let told: Vec<_> =
        listed.iter().map(|row| (row.competitor.as_str(), row.standing, row.strategy.is_some())).collect();
    assert_eq!(told, [("Other", Some(CompetitorStanding::Behind), false), ("Rival", None, false)]);
}

#[test]
fn tasks_are_open_from_their_first_day_to_the_day_before_they_are_closed() {
    let book = book(
        r#""tasks": [
            {"id": "no-date", "account": "plant", "title": "a", "opportunity": "press"},
            {"id": "due-today", "account": "plant", "title": "b", "opportunity": "press", "due_on": "2026-05-30"},
            {"id": "late", "account": "plant", "title": "c", "opportunity": "press", "due_on": "2026-05-29"},
            {"id": "closed", "account": "plant", "title": "d", "opportunity": "press", "closed_on": "2026-05-30"},
            {"id": "closed-later", "account": "plant", "title": "e", "opportunity": "press", "due_on": "2026-05-01",
             "closed_on": "2026-05-31"},
            {"id": "not-yet", "account": "plant", "title": "f", "opportunity": "press", "opened_on": "2026-05-31"},
            {"id": "of-the-account", "account": "plant", "title": "g"}
        ]"#,
    );
    let (account, opportunity) = book.opportunity(&"press".parse().unwrap()).unwrap();
    let tasks = list_open_tasks(account, opportunity, day(AS_OF));
    let told: Vec<_> = tasks.iter().map(|task| (task.task.as_str(), task.is_overdue, task.days_overdue)).collect();
    assert_eq!(
        told,
        [
            ("closed-later", true, Some(29)),
            ("late", true, Some(1)),
            ("due-today", false, None),
            ("no-date", false, None)
        ]
    );
}

//! The cases of the domain text, by hand. The day of every verdict is 2026-05-30.

use serde_json::{Value, json};

use super::{Signal, SignalKind, SignalOutcome, SignalState, detect_signals};
use crate::facts::Book;
use crate::playbook::Playbook;
use crate::verdict::{Confidence, Severity};
use SignalKind::{
    CopiedProposals, NewTechnology, OrdersWithoutSelling, PreSalesLooksWorthless, PreSalesTeamLeaving, TrainingDeclined,
};
use SignalOutcome::{Clear, Raised, Unknown};

fn detect(tables: Value, kind: SignalKind) -> Signal {
    let mut facts = json!({"accounts": [{"id": "a", "name": "A"}]});
    facts.as_object_mut().unwrap().extend(tables.as_object().unwrap().clone());
    let book = Book::from_json(&facts.to_string()).unwrap();
    assert_eq!(book.problems(), []);
    let verdict = detect_signals(book.accounts().first().unwrap(), &Playbook::six_stage(), day("2026-05-30"));
    verdict.signals.into_iter().find(|signal| signal.kind == kind).unwrap()
}

fn day(text: &str) -> crate::values::Date {
    text.parse().unwrap()
}

fn orders(days: &[&str]) -> Value {
    let order = |(at, on): (usize, &&str)| json!({"id": format!("order-{at}"), "account": "a", "on": on, "supplier": {"type": "us"}, "category": "oil"});
    days.iter().enumerate().map(order).collect()
}

fn talks(rows: &[(&str, &str, &str, &[&str])]) -> Value {
    let talk = |(at, (on, channel, direction, topics)): (usize, &(&str, &str, &str, &[&str]))| {
        json!({"id": format!("talk-{at}"), "account": "a", "on": on, "channel": channel, "direction": direction,
               "topics": topics})
    };
    rows.iter().enumerate().map(talk).collect()
}

fn proposals(rows: &[(&str, Option<&str>)]) -> Value {
    let proposal = |(at, (on, template)): (usize, &(&str, Option<&str>))| json!({"id": format!("proposal-{at}"), "account": "a", "on": on, "template": template});
    rows.iter().enumerate().map(proposal).collect()
}

fn moves(rows: &[(&str, &str, &str, &str)]) -> Value {
    let change = |(at, (on, member, function, change)): (usize, &(&str, &str, &str, &str))| {
        json!({"id": format!("move-{at}"), "on": on, "member": member, "function": function, "change": change,
               "accounts": ["a"]})
    };
    rows.iter().enumerate().map(change).collect()
}

/// Name, facts, outcome, since.
type Case = (&'static str, Value, SignalOutcome, Option<&'static str>);

fn run(kind: SignalKind, cases: Vec<Case>) {
    for (name, tables, outcome, since) in cases {
        let signal = detect(tables, kind);
        assert_eq!(signal.outcome, outcome, "{name}: {:?}", signal.reasons);
        assert_eq!(signal.since, since.map(day), "{name}");
        assert_eq!(signal.state, outcome.into(), "{name}");
        let is_raised = outcome == Raised;
        assert_eq!((signal.severity.is_some(), signal.play.is_some()), (is_raised, is_raised), "{name}");
        assert_eq!(signal.confidence.is_none(), outcome == Unknown, "{name}");
        assert!(!signal.reasons.is_empty(), "{name}");
    }
}

const SNOWFLAKES: [&str; 4] = ["2026-03-01", "2026-03-20", "2026-04-10", "2026-05-15"];

#[test]
fn orders_without_selling() {
    let service = ("2026-05-01", "phone", "two_way", &["delivery"][..]);
    let cases: Vec<Case> = vec![
        ("no purchase is known", json!({}), Unknown, None),
        (
            "orders like snowflakes, and only delivery is spoken of",
            json!({"purchases": orders(&SNOWFLAKES), "interactions": talks(&[service])}),
            Raised,
            Some("2026-04-10"),
        ),
        (
            "our last visit counts for 180 days",
            json!({
                "purchases": orders(&["2025-08-01", "2025-08-20", "2025-09-10", "2025-11-01", "2026-01-05", "2026-02-10",
                    "2026-04-01", "2026-05-20"]),
                "interactions": talks(&[("2025-10-31", "visit", "two_way", &["need"])]),
            }),
            Raised,
            Some("2026-04-30"),
        ),
        (
            "a call about nobody knows what may have been selling for as long",
            json!({
                "purchases": orders(&["2025-08-01", "2025-08-20", "2025-09-10", "2025-11-01", "2026-01-05", "2026-02-10",
                    "2026-04-01", "2026-05-20"]),
                "interactions": talks(&[("2025-10-31", "phone", "two_way", &[])]),
            }),
            Raised,
            Some("2026-04-30"),
        ),
        (
            "orders of one day are one occasion",
            json!({
                "purchases": orders(&["2026-05-01", "2026-05-01", "2026-05-01", "2026-05-02"]),
                "interactions": talks(&[service]),
            }),
            Clear,
            None,
        ),
        (
            "we talked price",
            json!({
                "purchases": orders(&SNOWFLAKES),
                "interactions": talks(&[("2026-05-01", "mail", "outbound", &["price"])]),
            }),
            Clear,
            None,
        ),
        (
            "a visit is selling, whatever was recorded of it",
            json!({"purchases": orders(&SNOWFLAKES), "interactions": talks(&[("2026-05-01", "visit", "two_way", &[])])}),
            Clear,
            None,
        ),
        (
            "the customer asking for a price is not us selling",
            json!({
                "purchases": orders(&SNOWFLAKES),
                "interactions": talks(&[("2026-05-01", "mail", "inbound", &["price"])]),
            }),
            Raised,
            Some("2026-04-10"),
        ),
        ("nobody records interactions", json!({"purchases": orders(&SNOWFLAKES)}), Unknown, None),
        (
            "a call about nobody knows what",
            json!({"purchases": orders(&SNOWFLAKES), "interactions": talks(&[("2026-05-01", "phone", "two_way", &[])])}),
            Unknown,
            None,
        ),
        (
            "orders and talks to come are not known yet",
            json!({
                "purchases": orders(&["2026-05-01", "2026-06-01", "2026-06-02", "2026-06-03"]),
                "interactions": talks(&[("2026-06-01", "visit", "two_way", &["price"])]),
            }),
            Clear,
            None,
        ),
    ];
    run(OrdersWithoutSelling, cases);
}

#[test]
fn returns_and_rivals_are_no_orders_of_ours() {
    let purchase = |id: &str, on: &str, supplier: Value, quantity: &str| json!({"id": id, "account": "a", "on": on, "supplier": supplier, "quantity": quantity});
    let us = || json!({"type": "us"});
    let tables = json!({
        "purchases": [
            purchase("1", "2026-03-01", us(), "1"),
            purchase("2", "2026-03-05", us(), "-1"),
            purchase("3", "2026-03-09", json!({"type": "competitor", "name": "Rival"}), "1"),
            purchase("4", "2026-03-11", us(), "1"),
        ],
        "interactions": talks(&[("2026-05-01", "phone", "two_way", &["delivery"])]),
    });
    let signal = detect(tables, OrdersWithoutSelling);
    assert_eq!(signal.outcome, Clear);
    assert_eq!(signal.reasons.first().unwrap().compared.first().unwrap().actual.as_deref(), Some("2"));
}

#[test]
fn pre_sales_looks_worthless() {
    let mature = ["2025-01-10", "2026-03-01", "2026-04-01", "2026-05-01"];
    let cases: Vec<Case> = vec![
        ("nothing is known", json!({}), Unknown, None),
        (
            "the customer said so",
            json!({"interactions": talks(&[("2026-02-01", "phone", "inbound", &["pre_sales_declined"])])}),
            Raised,
            Some("2026-02-01"),
        ),
        (
            "the customer said so long ago",
            json!({
                "purchases": orders(&["2026-05-01"]),
                "interactions": talks(&[("2025-02-01", "phone", "inbound", &["pre_sales_declined"])]),
            }),
            Clear,
            None,
        ),
        (
            "the customer said so, and works on a solution with us since",
            json!({
                "purchases": orders(&["2026-05-01"]),
                "interactions": talks(&[
                    ("2026-02-01", "phone", "inbound", &["pre_sales_declined"]),
                    ("2026-03-01", "visit", "two_way", &["solution"]),
                ]),
            }),
            Clear,
            None,
        ),
        (
            "a mature product, and we only take orders",
            json!({
                "purchases": orders(&mature),
                "interactions": talks(&[
                    ("2026-03-15", "phone", "two_way", &["order"]),
                    ("2026-05-15", "phone", "two_way", &["delivery"]),
                ]),
            }),
            Raised,
            Some("2026-05-01"),
        ),
        (
            "a mature product, and the last demonstration 180 days ago",
            json!({
                "purchases": orders(&["2025-01-10", "2025-10-01", "2025-11-01", "2025-12-01", "2026-02-01", "2026-04-01",
                    "2026-05-01"]),
                "interactions": talks(&[
                    ("2025-10-31", "visit", "two_way", &["demonstration"]),
                    ("2026-01-01", "phone", "two_way", &["delivery"]),
                    ("2026-05-01", "phone", "two_way", &["delivery"]),
                ]),
            }),
            Raised,
            Some("2026-04-30"),
        ),
        (
            "a mature product, and a demonstration",
            json!({
                "purchases": orders(&mature),
                "interactions": talks(&[("2026-03-15", "visit", "two_way", &["demonstration", "order"])]),
            }),
            Clear,
            None,
        ),
        (
            "a mature product, and a visit about nobody knows what",
            json!({
                "purchases": orders(&mature),
                "interactions": talks(&[
                    ("2026-03-15", "visit", "two_way", &[]),
                    ("2026-05-15", "phone", "two_way", &["delivery"]),
                ]),
            }),
            Unknown,
            None,
        ),
        (
            "a young product",
            json!({
                "purchases": orders(&["2025-12-10", "2026-03-01", "2026-04-01", "2026-05-01"]),
                "interactions": talks(&[("2026-05-15", "phone", "two_way", &["delivery"])]),
            }),
            Clear,
            None,
        ),
        ("a mature product, and nothing said is on record", json!({"purchases": orders(&mature)}), Unknown, None),
    ];
    run(PreSalesLooksWorthless, cases);
}

#[test]
fn new_technology() {
    let cases: Vec<Case> = vec![
        ("nothing is recorded", json!({}), Unknown, None),
        (
            "we spoke, they did not",
            json!({"interactions": talks(&[("2026-05-01", "mail", "outbound", &["price"])])}),
            Unknown,
            None,
        ),
        (
            "they spoke of nobody knows what",
            json!({"interactions": talks(&[("2026-05-01", "visit", "two_way", &[])])}),
            Unknown,
            None,
        ),
        (
            "they spoke of other things",
            json!({"interactions": talks(&[("2026-05-01", "visit", "two_way", &["price"])])}),
            Clear,
            None,
        ),
        (
            "they study it, as they have said twice",
            json!({"interactions": talks(&[
                ("2026-01-01", "visit", "two_way", &["new_technology_studied"]),
                ("2026-05-01", "visit", "two_way", &["new_technology_studied"]),
            ])}),
            Raised,
            Some("2026-01-01"),
        ),
        (
            "they said so more than a year ago",
            json!({"interactions": talks(&[("2025-05-29", "visit", "two_way", &["new_technology_studied"])])}),
            Clear,
            None,
        ),
        (
            "they will say so tomorrow",
            json!({"interactions": talks(&[("2026-05-31", "visit", "two_way", &["new_technology_adopted"])])}),
            Unknown,
            None,
        ),
    ];
    run(NewTechnology, cases);
    let both = json!({"interactions": talks(&[
        ("2026-01-01", "visit", "two_way", &["new_technology_studied"]),
        ("2026-05-01", "visit", "two_way", &["new_technology_adopted"]),
    ])});
    let signal = detect(both, NewTechnology);
    assert_eq!((signal.severity, signal.since), (Some(Severity::Critical), Some(day("2026-01-01"))));
    assert_eq!(signal.reasons.len(), 2, "studied first, then adopted");
}

#[test]
fn pre_sales_team_leaving() {
    let cases: Vec<Case> = vec![
        ("no territory, no change", json!({}), Unknown, None),
        (
            "a territory, no change",
            json!({"accounts": [{"id": "a", "name": "A", "territory": "north"}]}),
            Unknown,
            None,
        ),
        (
            "two leave, and one joins",
            json!({"team_changes": moves(&[
                ("2026-02-01", "m1", "pre_sales", "left"),
                ("2026-04-01", "m2", "pre_sales", "changed_job"),
                ("2026-04-15", "m3", "pre_sales", "joined"),
            ])}),
            Raised,
            Some("2026-04-01"),
        ),
        (
            "one changes jobs and leaves",
            json!({"team_changes": moves(&[
                ("2026-02-01", "m1", "pre_sales", "changed_job"),
                ("2026-04-01", "m1", "pre_sales", "left"),
            ])}),
            Clear,
            None,
        ),
        (
            "a salesman is not pre-sales",
            json!({"team_changes": moves(&[
                ("2026-02-01", "m1", "pre_sales", "left"),
                ("2026-04-01", "m2", "sales", "left"),
            ])}),
            Clear,
            None,
        ),
        (
            "one left too long ago",
            json!({"team_changes": moves(&[
                ("2025-11-30", "m1", "pre_sales", "left"),
                ("2026-04-01", "m2", "pre_sales", "left"),
            ])}),
            Clear,
            None,
        ),
    ];
    run(PreSalesTeamLeaving, cases);
}

#[test]
fn a_territory_concerns_its_accounts() {
    let change = |id: &str, member: &str| {
        json!({"id": id, "on": "2026-04-01", "member": member, "function": "pre_sales", "change": "left",
               "territory": "north"})
    };
    let tables = |territory: &str| {
        json!({
            "accounts": [{"id": "a", "name": "A", "territory": territory}],
            "team_changes": [change("1", "m1"), change("2", "m2")],
        })
    };
    let north = detect(tables("north"), PreSalesTeamLeaving);
    assert_eq!((north.outcome, north.confidence), (Raised, Some(Confidence::Medium)));
    assert_eq!(detect(tables("south"), PreSalesTeamLeaving).outcome, Unknown, "of the south nothing is known");
}

#[test]
fn copied_proposals() {
    let standard = Some("standard");
    let cases: Vec<Case> = vec![
        ("none", json!({}), Unknown, None),
        (
            "too few",
            json!({"proposals": proposals(&[("2026-01-01", standard), ("2026-02-01", standard)])}),
            Unknown,
            None,
        ),
        (
            "four of five from one template",
            json!({"proposals": proposals(&[
                ("2026-01-01", None),
                ("2026-02-01", standard),
                ("2026-03-01", standard),
                ("2026-04-01", standard),
                ("2026-05-01", standard),
            ])}),
            Raised,
            Some("2026-05-01"),
        ),
        (
            "all from one template",
            json!({"proposals": proposals(&[
                ("2026-03-01", standard), ("2026-04-01", standard), ("2026-05-01", standard),
            ])}),
            Raised,
            Some("2026-05-01"),
        ),
        (
            "three of four",
            json!({"proposals": proposals(&[
                ("2026-01-01", None), ("2026-02-01", standard), ("2026-03-01", standard), ("2026-04-01", standard),
            ])}),
            Clear,
            None,
        ),
        (
            "all written for this customer",
            json!({"proposals": proposals(&[("2026-01-01", None), ("2026-02-01", None), ("2026-03-01", None)])}),
            Clear,
            None,
        ),
    ];
    run(CopiedProposals, cases);
}

#[test]
fn training_declined() {
    let declined = ("2026-02-01", "phone", "inbound", &["training_declined"][..]);
    let cases: Vec<Case> = vec![
        ("nothing is recorded", json!({}), Unknown, None),
        ("said so", json!({"interactions": talks(&[declined])}), Raised, Some("2026-02-01")),
        (
            "said so, and came to a training since",
            json!({"interactions": talks(&[declined, ("2026-04-01", "event", "two_way", &["training"])])}),
            Clear,
            None,
        ),
        (
            "said so, and was offered training since",
            json!({"interactions": talks(&[declined, ("2026-04-01", "mail", "outbound", &["training"])])}),
            Raised,
            Some("2026-02-01"),
        ),
        (
            "came to a training, and said so again",
            json!({"interactions": talks(&[
                declined,
                ("2026-04-01", "event", "two_way", &["training"]),
                ("2026-05-01", "phone", "two_way", &["training", "training_declined"]),
            ])}),
            Raised,
            Some("2026-05-01"),
        ),
    ];
    run(TrainingDeclined, cases);
}

#[test]
fn a_mute_in_force_hides_the_state_only() {
    let mute = |until: &str| {
        json!({
            "interactions": talks(&[("2026-02-01", "phone", "inbound", &["training_declined"])]),
            "signal_mutes": [
                {"account": "a", "signal": "training_declined", "reason": "own academy", "until": until, "by": "m1"},
                {"account": "a", "signal": "training_declined", "reason": "earlier", "until": "2026-03-01"},
                {"account": "a", "signal": "new_technology", "reason": "other", "until": "2026-12-31"},
            ],
        })
    };
    let muted = detect(mute("2026-05-30"), TrainingDeclined);
    assert_eq!((muted.state, muted.outcome), (SignalState::Muted, Raised));
    assert_eq!(muted.severity, Some(Severity::Medium));
    assert_eq!(muted.mute.unwrap().reason.as_str(), "own academy");

    let expired = detect(mute("2026-05-29"), TrainingDeclined);
    assert_eq!(expired.state, SignalState::Raised);
    assert!(expired.mute.is_none());
}

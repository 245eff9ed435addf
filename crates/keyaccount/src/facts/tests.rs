//! Integrity by hand: what points at nothing is left out and listed, and the rest stands.

use super::*;

const ACCOUNTS: &str = r#""accounts": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]"#;
const DEALS: &str = r#""opportunities": [{"id": "oa", "account": "a"}, {"id": "ob", "account": "b"}]"#;
const PEOPLE: &str = r#""stakeholders": [{"id": "pa", "account": "a"}, {"id": "pb", "account": "b"}]"#;

/// A sound book of two accounts with a deal and a person each, and further tables.
fn book(tables: &str) -> Book {
    Book::from_json(&format!("{{{ACCOUNTS}, {DEALS}, {PEOPLE}, {tables}}}")).unwrap()
}

fn found(book: &Book) -> Vec<(&str, &str, &str)> {
    let problems = book.problems().iter();
    problems.map(|problem| (problem.path.as_str(), problem.code.as_str(), problem.value.as_str())).collect()
}

fn used(book: &Book, table: &str) -> (usize, usize) {
    let count = book.counts().iter().find(|count| count.table == table).unwrap();
    (count.read, count.used)
}

#[test]
fn every_kind_of_reference_is_checked() {
    let purchase = r#""on": "2026-01-05", "supplier": {"type": "us"}"#;
    let talk = r#""on": "2026-01-05", "channel": "visit", "direction": "two_way""#;
    let left = r#""on": "2026-01-05", "change": {"type": "left"}"#;
    let team = r#""id": "t", "on": "2026-01-05", "member": "m", "function": "sales", "change": "left""#;
    let mute = r#""signal": "new_technology", "reason": "r", "until": "2026-12-31""#;
    let event = r#""at": "2026-01-05", "change": {"type": "won"}"#;
    for (table, row, field, code, value) in [
        ("opportunities", r#"{"id": "x", "account": "no"}"#.into(), "account", "dangling_reference", "no"),
        ("opportunity_events", format!(r#"{{"opportunity": "no", {event}}}"#), "opportunity", "dangling_reference", "no"),
        ("stakeholders", r#"{"id": "x", "account": "no"}"#.into(), "account", "dangling_reference", "no"),
        ("committee_seats", r#"{"opportunity": "no", "stakeholder": "pa"}"#.into(), "opportunity", "dangling_reference", "no"),
        ("committee_seats", r#"{"opportunity": "oa", "stakeholder": "no"}"#.into(), "stakeholder", "dangling_reference", "no"),
        ("committee_seats", r#"{"opportunity": "oa", "stakeholder": "pb"}"#.into(), "stakeholder", "foreign_reference", "pb"),
        ("stakeholder_changes", format!(r#"{{"stakeholder": "no", {left}}}"#), "stakeholder", "dangling_reference", "no"),
        ("stakeholder_changes", format!(r#"{{"stakeholder": "pa", "opportunity": "no", {left}}}"#), "opportunity", "dangling_reference", "no"),
        ("stakeholder_changes", format!(r#"{{"stakeholder": "pa", "opportunity": "ob", {left}}}"#), "opportunity", "foreign_reference", "ob"),
        (
            "stakeholder_changes",
            r#"{"stakeholder": "pa", "on": "2026-01-05", "change": {"type": "reporting_line_changed", "reports_to": "no"}}"#.into(),
            "change.reports_to", "dangling_reference", "no",
        ),
        ("interactions", format!(r#"{{"id": "x", "account": "no", {talk}}}"#), "account", "dangling_reference", "no"),
        ("interactions", format!(r#"{{"id": "x", "account": "a", "opportunity": "no", {talk}}}"#), "opportunity", "dangling_reference", "no"),
        ("interactions", format!(r#"{{"id": "x", "account": "a", "opportunity": "ob", {talk}}}"#), "opportunity", "foreign_reference", "ob"),
        ("interactions", format!(r#"{{"id": "x", "account": "a", "stakeholders": ["pa", "no"], {talk}}}"#), "stakeholders[1]", "dangling_reference", "no"),
        ("interactions", format!(r#"{{"id": "x", "account": "a", "stakeholders": ["pb"], {talk}}}"#), "stakeholders[0]", "foreign_reference", "pb"),
        ("proposals", r#"{"id": "x", "account": "no", "on": "2026-01-05"}"#.into(), "account", "dangling_reference", "no"),
        ("proposals", r#"{"id": "x", "account": "a", "opportunity": "no", "on": "2026-01-05"}"#.into(), "opportunity", "dangling_reference", "no"),
        ("proposals", r#"{"id": "x", "account": "a", "opportunity": "ob", "on": "2026-01-05"}"#.into(), "opportunity", "foreign_reference", "ob"),
        ("purchases", format!(r#"{{"id": "x", "account": "no", {purchase}}}"#), "account", "dangling_reference", "no"),
        ("surveys", r#"{"id": "x", "account": "no", "on": "2026-01-05", "score": 5}"#.into(), "account", "dangling_reference", "no"),
        ("surveys", r#"{"id": "x", "account": "a", "stakeholder": "no", "on": "2026-01-05", "score": 5}"#.into(), "stakeholder", "dangling_reference", "no"),
        ("surveys", r#"{"id": "x", "account": "a", "stakeholder": "pb", "on": "2026-01-05", "score": 5}"#.into(), "stakeholder", "foreign_reference", "pb"),
        ("complaints", r#"{"id": "x", "account": "no", "on": "2026-01-05"}"#.into(), "account", "dangling_reference", "no"),
        ("complaints", r#"{"id": "x", "account": "a", "stakeholder": "no", "on": "2026-01-05"}"#.into(), "stakeholder", "dangling_reference", "no"),
        ("complaints", r#"{"id": "x", "account": "a", "stakeholder": "pb", "on": "2026-01-05"}"#.into(), "stakeholder", "foreign_reference", "pb"),
        ("team_changes", format!(r#"{{{team}, "accounts": ["a", "no"]}}"#), "accounts[1]", "dangling_reference", "no"),
        ("signal_mutes", format!(r#"{{"account": "no", {mute}}}"#), "account", "dangling_reference", "no"),
    ] {
        // The tables that the sound book has already are read from both places.
        let before = match table {
            "opportunities" | "stakeholders" => 2,
            _ => 0,
        };
        let book = book(&format!(r#""{table}": [{row}]"#));
        let path = format!("{table}[{before}].{field}");
        let mut expected = vec![(path.as_str(), code, value)];
        if before > 0 {
            expected.insert(0, (table, "duplicate_field", table));
        }
        assert_eq!(found(&book), expected, "{row}");
        assert_eq!(used(&book, table), (before + 1, before), "{row}");
    }
}

#[test]
fn a_link_to_nothing_costs_the_link_and_not_the_row() {
    let book = Book::from_json(
        r#"{
            "accounts": [{"id": "a", "name": "A", "parent": "no"}, {"id": "b", "name": "B", "parent": "a"}],
            "stakeholders": [{"id": "p", "account": "a", "reports_to": "no"}, {"id": "q", "account": "a", "reports_to": "p"}]
        }"#,
    )
    .unwrap();
    let expected = [
        ("accounts[0].parent", "dangling_reference", "no"),
        ("stakeholders[0].reports_to", "dangling_reference", "no"),
    ];
    assert_eq!(found(&book), expected);
    assert_eq!((used(&book, "accounts"), used(&book, "stakeholders")), ((2, 2), (2, 2)));
    assert!(book.accounts()[0].account.parent.is_none());
    assert_eq!(book.accounts()[1].account.parent.as_ref().unwrap().as_str(), "a");
    assert_eq!(book.accounts()[0].stakeholders[1].reports_to.as_ref().unwrap().as_str(), "p");
}

#[test]
fn what_hangs_on_a_row_left_out_is_left_out_too() {
    let book = Book::from_json(
        r#"{
            "opportunities": [{"id": "o", "account": "a"}],
            "opportunity_events": [{"opportunity": "o", "at": "2026-01-05", "change": {"type": "created"}}],
            "stakeholders": [{"id": "p", "account": "a"}],
            "committee_seats": [{"opportunity": "o", "stakeholder": "p"}],
            "accounts": [{"id": "a", "name": ""}]
        }"#,
    )
    .unwrap();
    let expected = [
        ("accounts[0].name", "invalid_text", ""),
        ("opportunities[0].account", "dangling_reference", "a"),
        ("opportunity_events[0].opportunity", "dangling_reference", "o"),
        ("stakeholders[0].account", "dangling_reference", "a"),
        ("committee_seats[0].opportunity", "dangling_reference", "o"),
    ];
    assert_eq!(found(&book), expected);
    assert!(book.counts().iter().all(|count| count.used == 0));
    assert_eq!(book.counts().iter().map(|count| count.read).sum::<usize>(), 5);
}

#[test]
fn circles_are_cut_and_what_leads_into_them_stays() {
    let book = Book::from_json(
        r#"{
            "accounts": [
                {"id": "tail", "name": "T", "parent": "x"}, {"id": "x", "name": "X", "parent": "y"},
                {"id": "y", "name": "Y", "parent": "z"}, {"id": "z", "name": "Z", "parent": "x"},
                {"id": "self", "name": "S", "parent": "self"}
            ],
            "stakeholders": [
                {"id": "p", "account": "x", "reports_to": "q"}, {"id": "q", "account": "y", "reports_to": "p"},
                {"id": "r", "account": "x", "reports_to": "p"}
            ]
        }"#,
    )
    .unwrap();
    let expected = [
        ("accounts[1].parent", "reference_cycle", "y"),
        ("accounts[2].parent", "reference_cycle", "z"),
        ("accounts[3].parent", "reference_cycle", "x"),
        ("accounts[4].parent", "reference_cycle", "self"),
    ];
    assert_eq!(found(&book), expected);
    let tail = book.account(&"tail".parse().unwrap()).unwrap();
    assert_eq!(tail.account.parent.as_ref().unwrap().as_str(), "x");
    // Who reports in a circle is for the decision chain to say.
    let x = book.account(&"x".parse().unwrap()).unwrap();
    assert!(x.stakeholders.iter().all(|person| person.reports_to.is_some()));
}

#[test]
fn long_chains_are_followed_once() {
    let chain = |count: usize| {
        let mut facts = Facts::default();
        for at in 0..count {
            let mut account = Account::new(format!("a{at}").parse().unwrap(), "A".parse().unwrap());
            account.parent = Some(format!("a{}", at + 1).parse().unwrap());
            facts.accounts.push(account);
        }
        Book::from_facts(facts)
    };
    let book = chain(50_000);
    assert_eq!(found(&book), [("accounts[49999].parent", "dangling_reference", "a50000")]);
}

#[test]
fn of_rows_with_one_identifier_the_same_one_is_kept_in_any_order() {
    let rows = [
        r#"{"id": "a", "name": "First"}"#,
        r#"{"id": "a", "name": "Second"}"#,
        r#"{"id": "a", "name": "Second"}"#,
        r#"{"id": "a", "name": "First"}"#,
    ];
    let orders = [[0, 1, 2, 3], [1, 0, 2, 3], [1, 2, 0, 3], [2, 1, 3, 0], [3, 2, 1, 0], [0, 3, 1, 2], [1, 3, 0, 2]];
    for order in orders {
        let text: Vec<&str> = order.iter().map(|at| rows[*at]).collect();
        let book = Book::from_json(&format!(r#"{{"accounts": [{}]}}"#, text.join(","))).unwrap();
        assert_eq!(book.accounts()[0].account.name.as_str(), "First", "{order:?}");
        assert_eq!(used(&book, "accounts"), (4, 1));
        let mut codes: Vec<&str> = book.problems().iter().map(|problem| problem.code.as_str()).collect();
        codes.sort_unstable();
        assert_eq!(codes, ["conflicting_id", "conflicting_id", "duplicate_fact"], "{order:?}");
        let kept = order.iter().position(|at| matches!(at, 0 | 3)).unwrap();
        for problem in book.problems() {
            assert!(problem.message.contains(&format!("accounts[{kept}]")), "{order:?}: {problem}");
            assert_ne!(problem.path, format!("accounts[{kept}]"));
        }
    }
}

#[test]
fn events_without_an_identifier_are_no_duplicates_of_each_other() {
    let event = r#"{"opportunity": "oa", "at": "2026-01-05", "change": {"type": "end_mark_met"}}"#;
    let named = event.replace('{', r#"{"id": "e", "#).replace(r#"{"id": "e", "type""#, r#"{"type""#);
    let book = book(&format!(r#""opportunity_events": [{event}, {event}, {named}, {named}]"#));
    assert_eq!(
        found(&book).iter().map(|(path, code, _)| (*path, *code)).collect::<Vec<_>>(),
        [("opportunity_events[3]", "duplicate_fact")]
    );
    assert_eq!(book.opportunity(&"oa".parse().unwrap()).unwrap().1.events.len(), 3);
}

#[test]
fn a_table_is_a_list_or_null_and_may_come_twice() {
    let whole = Book::from_json(r#"{"accounts": null, "purchases": {}, "surveys": "x", "shoes": [1, 2]}"#).unwrap();
    assert_eq!(
        found(&whole),
        [("shoes", "unknown_field", "shoes"), ("purchases", "wrong_type", "an object"), ("surveys", "wrong_type", "x"),]
    );
    let twice = r#"{"accounts": [{"id": "a", "name": "A"}], "accounts": [{"id": "b", "name": "B"}, 7]}"#;
    let twice = Book::from_json(twice).unwrap();
    assert_eq!(used(&twice, "accounts"), (3, 2));
    assert_eq!(found(&twice), [("accounts", "duplicate_field", "accounts"), ("accounts[2]", "wrong_type", "7")]);
    for wrong in ["[]", "7", "null", "\"book\""] {
        assert_eq!(Book::from_json(wrong).unwrap_err().code.as_str(), "wrong_type", "{wrong}");
    }
    for wrong in ["", "{", r#"{"accounts": [}"#, "{} {}", r#"{"accounts": [{"id": }]}"#] {
        assert_eq!(Book::from_json(wrong).unwrap_err().code.as_str(), "invalid_json", "{wrong}");
    }
    assert!(Book::from_json("{}").unwrap().accounts().is_empty());
}

#[test]
fn team_changes_reach_the_accounts_they_name_and_those_of_their_territory() {
    let change = |id: &str, more: &str| {
        format!(r#"{{"id": "{id}", "on": "2026-01-05", "member": "m", "function": "sales", "change": "left"{more}}}"#)
    };
    let rows = [
        change("both", r#", "territory": "north", "accounts": ["a", "c"]"#),
        change("empty territory", r#", "territory": "south""#),
        change("nothing", ""),
    ];
    let book = Book::from_json(&format!(
        r#"{{"accounts": [{{"id": "a", "name": "A", "territory": "north"}}, {{"id": "b", "name": "B", "territory": "north"}},
            {{"id": "c", "name": "C"}}, {{"id": "d", "name": "D"}}], "team_changes": [{}]}}"#,
        rows.join(",")
    ))
    .unwrap();
    let reached: Vec<usize> = book.accounts().iter().map(|account| account.team_changes.len()).collect();
    assert_eq!(reached, [1, 1, 1, 0]);
    assert_eq!(found(&book), [("team_changes[2]", "empty_list", "")]);
    assert_eq!(used(&book, "team_changes"), (3, 2));
}

#[test]
fn facts_of_an_account_are_in_the_order_of_date_and_identifier() {
    let purchase =
        |id: &str, on: &str| format!(r#"{{"id": "{id}", "account": "a", "on": "{on}", "supplier": {{"type": "us"}}}}"#);
    let rows = [
        purchase("z", "2026-01-05"),
        purchase("b", "2026-01-06"),
        purchase("a", "2026-01-06"),
        purchase("c", "2025-12-31"),
    ];
    let book = book(&format!(r#""purchases": [{}]"#, rows.join(",")));
    let ids: Vec<&str> = book.accounts()[0].purchases.iter().map(|purchase| purchase.id.as_str()).collect();
    assert_eq!(ids, ["c", "z", "a", "b"]);
}

#[test]
fn numbers_that_are_none_cost_their_row_only() {
    let survey =
        |id: &str, score: &str| format!(r#"{{"id": "{id}", "account": "a", "on": "2026-01-05", "score": {score}}}"#);
    let rows = [survey("x", "NaN"), survey("NaN", "5"), survey("y", "-Infinity"), survey("z", "1e400")];
    let book = book(&format!(r#""surveys": [{}]"#, rows.join(",")));
    assert_eq!(used(&book, "surveys"), (4, 1));
    let paths: Vec<&str> = book.problems().iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["surveys[0].score", "surveys[2].score", "surveys[3].score"]);
    assert_eq!(book.accounts()[0].surveys[0].id.as_str(), "NaN");
}

#[test]
fn reporting_lines_that_close_a_circle_lose_their_manager() {
    let line = |member: &str, manager: &str, from: &str| {
        format!(r#"{{"member": "{member}", "manager": "{manager}", "from": {from}}}"#)
    };
    let rows = [
        line("ann", "eve", "null"),
        line("eve", "joe", "null"),
        line("joe", "ann", r#""2026-04-01""#),
        line("kim", "kim", r#""2026-04-01""#),
        line("eve", "ann", r#""2026-07-01""#),
        line("ann", "joe", r#""2026-07-01""#),
        line("joe", "eve", r#""2026-07-01""#),
    ];
    for rows in [rows.to_vec(), rows.iter().rev().cloned().collect()] {
        let book = book(&format!(r#""reporting_lines": [{}]"#, rows.join(",")));
        let mut values: Vec<&str> = found(&book)
            .iter()
            .map(|(_, code, value)| {
                assert_eq!(*code, "reference_cycle");
                *value
            })
            .collect();
        values.sort_unstable();
        assert_eq!(values, ["ann", "ann", "eve", "joe", "kim"]);
        assert_eq!(used(&book, "reporting_lines"), (7, 7), "the rows stay");
        let managers = |day: &str| {
            let managers = book.managers_on(day.parse().unwrap());
            managers.iter().map(|(member, manager)| format!("{member} {manager}")).collect::<Vec<_>>()
        };
        assert_eq!(managers("2026-03-31"), ["ann eve", "eve joe"]);
        assert_eq!(managers("2026-06-30"), ["ann eve", "eve joe"], "the line of April is cut, the older ones hold");
        assert!(
            managers("2026-07-01").is_empty(),
            "all three are of one day: none of them can be told to be the wrong one"
        );
        let team = book.team_on(&"joe".parse().unwrap(), "2026-06-30".parse().unwrap());
        assert_eq!(team.len(), 3);
    }
}

#[test]
fn a_period_that_ends_before_it_begins_costs_its_row() {
    let quota = |id: &str, last: &str| {
        format!(
            r#"{{"id": "{id}", "first": "2026-04-01", "last": "{last}", "amount": {{"amount": "9", "currency": "EUR"}}}}"#
        )
    };
    let adjustment =
        |id: &str, last: &str| quota(id, last).replace("{\"id\"", "{\"at\": \"2026-04-02\", \"by\": \"eve\", \"id\"");
    let (right, wrong) = ("2026-06-30", "2026-03-31");
    let book = book(&format!(
        r#""quotas": [{}, {}, {}], "forecast_adjustments": [{}, {}]"#,
        quota("q2", right),
        quota("q1", wrong),
        quota("q2", right),
        adjustment("a2", right),
        adjustment("a1", wrong),
    ));
    let expected = [
        ("quotas[1].last", "date_order"),
        ("quotas[2]", "duplicate_fact"),
        ("forecast_adjustments[1].last", "date_order"),
    ];
    assert_eq!(found(&book).iter().map(|(path, code, _)| (*path, *code)).collect::<Vec<_>>(), expected);
    assert_eq!((book.quotas().len(), book.forecast_adjustments().len()), (1, 1));
}

#[test]
fn an_opportunity_counts_for_its_own_territory_or_the_accounts() {
    let book = Book::from_json(
        r#"{
            "accounts": [{"id": "a", "name": "A", "territory": "north"}],
            "opportunities": [{"id": "o", "account": "a"}, {"id": "p", "account": "a", "territory": "south"}]
        }"#,
    )
    .unwrap();
    let territories: Vec<&str> =
        book.accounts()[0].opportunities.iter().map(|deal| deal.territory.as_ref().unwrap().as_str()).collect();
    assert_eq!(territories, ["north", "south"]);
}

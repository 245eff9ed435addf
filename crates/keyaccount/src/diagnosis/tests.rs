//! Every problem of a damaged value, with the path it had in the input.

use proptest::prelude::*;
use serde::Deserialize;

use super::*;
use crate::facts::{Account, Interaction, Opportunity, OpportunityEvent, Purchase};
use crate::playbook::{LabelPair, LifecyclePolicy, Pipeline, PlaybookDraft, Stage};
use crate::values::Label;

fn found(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems.iter().map(|problem| (problem.path.as_str(), problem.code.as_str())).collect()
}

#[track_caller]
fn check<T: DeserializeOwned + std::fmt::Debug>(text: &str, expected: &[(&str, &str)]) -> Vec<Problem> {
    let problems = read_json::<T>(text).unwrap_err();
    assert_eq!(found(&problems), expected, "{text}");
    problems
}

/// Records within records, lists within lists.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Outer {
    #[expect(dead_code, reason = "read only to be checked")]
    labels: Vec<LabelPair>,
    rows: Vec<Vec<Inner>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Inner {
    name: Label,
    #[serde(default)]
    rank: Option<u8>,
}

#[test]
fn several_problems_are_told_at_once_however_deep_they_lie() {
    check::<Outer>(
        r#"{
            "labels": [{"en": "one", "zh_hans": "一"}, {"en": "", "zh_hans": 2}, {"en": "three"}],
            "rows": [[{"name": "a"}, {"name": 1}], [], [{"name": "b", "rank": -1}, {"name": "c", "shoe": 44}]],
            "extra": true
        }"#,
        &[
            ("extra", "unknown_field"),
            ("labels[1].en", "invalid_text"),
            ("labels[1].zh_hans", "wrong_type"),
            ("labels[2].zh_hans", "missing_field"),
            ("rows[0][1].name", "wrong_type"),
            ("rows[2][0].rank", "number_out_of_range"),
            ("rows[2][1].shoe", "unknown_field"),
        ],
    );
}

#[test]
fn paths_stay_as_they_were_when_elements_before_them_are_taken_out() {
    let rows: Vec<String> = (0..8).map(|at| if at % 2 == 0 { "7".into() } else { r#"{"name": "x"}"#.into() }).collect();
    let text = format!(r#"{{"labels": [], "rows": [[], [{}], 5, [{{"name": ""}}]]}}"#, rows.join(","));
    check::<Outer>(
        &text,
        &[
            ("rows[1][0]", "wrong_type"),
            ("rows[1][2]", "wrong_type"),
            ("rows[1][4]", "wrong_type"),
            ("rows[1][6]", "wrong_type"),
            ("rows[2]", "wrong_type"),
            ("rows[3][0].name", "invalid_text"),
        ],
    );
}

#[test]
fn what_is_left_is_given_beside_the_problems() {
    let text = r#"{"labels": [], "rows": [[{"name": "a", "rank": 300}, {"name": 7}, {"name": "b", "rank": 2}], 5]}"#;
    let (partial, problems) = read::<Outer>(text).unwrap_err();
    assert_eq!(found(&problems).len(), 3);
    let rows = partial.unwrap().rows;
    let names: Vec<_> = rows[0].iter().map(|inner| (inner.name.as_str(), inner.rank)).collect();
    // Without its name the second record means nothing; without its rank the first one still does.
    assert_eq!((rows.len(), names), (1, vec![("a", None), ("b", Some(2))]));
    assert!(read::<Account>(r#"{"id": "", "name": "North"}"#).unwrap_err().0.is_none(), "nothing is left of this");
}

#[test]
fn a_field_that_was_taken_out_is_not_missed() {
    check::<Account>(r#"{"id": "", "name": 7}"#, &[("id", "invalid_id"), ("name", "wrong_type")]);
    check::<Account>(r#"{"id": ""}"#, &[("id", "invalid_id")]);
    check::<Account>("{}", &[("id", "missing_field")]);
}

#[test]
fn unknown_fields_are_named_whatever_they_are_called() {
    check::<LabelPair>(
        r#"{"en": "a", "zh_hans": "b", "x`y": 3, "a.b": 1, "[0]": 2, "": 5, "en ": 1, "x [invalid_id]": 4}"#,
        &[
            ("", "unknown_field"),
            ("[0]", "unknown_field"),
            ("a.b", "unknown_field"),
            ("en ", "unknown_field"),
            ("x [invalid_id]", "unknown_field"),
            ("x`y", "unknown_field"),
        ],
    );
    // A field that bears the name of the record it stands in.
    check::<Stage>(
        r#"{"id": "a", "label": {"en": "a", "zh_hans": "b", "label": 3}, "phase": "open", "win_probability": "0.1"}"#,
        &[("label.label", "unknown_field")],
    );
    let problems = check::<Account>(r#"{"id": "a", "name": "b", "shoe": 44}"#, &[("shoe", "unknown_field")]);
    assert_eq!(problems[0].value, "44");
}

#[test]
fn fields_given_twice_are_told() {
    check::<Account>(r#"{"id": "a", "id": "b", "name": "x"}"#, &[("", "duplicate_field")]);
    check::<Account>(
        r#"{"id": "a", "id": "b", "name": 7, "shoe": 1}"#,
        &[("", "duplicate_field"), ("name", "wrong_type"), ("shoe", "unknown_field")],
    );
    check::<Outer>(
        r#"{"labels": [{"en": "a", "en": "b", "zh_hans": "c"}], "rows": []}"#,
        &[("labels[0]", "duplicate_field")],
    );
    check::<OpportunityEvent>(
        r#"{"opportunity": "o", "at": "2026-01-05", "change": {"type": "lost", "note": "a", "note": "b"}}"#,
        &[("change", "duplicate_field")],
    );
}

#[test]
fn a_bad_value_is_told_although_a_good_one_of_the_same_name_follows() {
    check::<Account>(r#"{"id": "", "id": "a", "name": "x"}"#, &[("id", "invalid_id")]);
    check::<Account>(r#"{"id": "", "id": "a", "name": 7}"#, &[("id", "invalid_id"), ("name", "wrong_type")]);
    check::<Account>(r#"{"id": "", "id": 7, "name": "x"}"#, &[("id", "wrong_type")]);
    check::<crate::Language>("null", &[("", "wrong_type")]);
    check::<Account>(r#"{"id": "a", "shoe": 1, "shoe": 2, "name": "x"}"#, &[("shoe", "unknown_field")]);
    let book = crate::Book::from_json(r#"{"accounts": [{"id": "", "id": "a", "name": "x"}]}"#).unwrap();
    assert_eq!(found(book.problems()), [("accounts[0].id", "invalid_id")], "no row is lost in silence");
}

#[test]
fn problems_within_tagged_data_are_told_with_their_value() {
    let event = |change: &str| format!(r#"{{"opportunity": "o", "at": "2026-01-05", "change": {change}}}"#);
    for (change, path, code, value) in [
        (r#"{"type": "gone"}"#, "change.type", "unknown_value", "gone"),
        (r#"{"type": "created", "close_date": "2026-02-31"}"#, "change", "invalid_date", "2026-02-31"),
        (
            r#"{"type": "amount_changed", "amount": {"amount": "-1", "currency": "EUR"}}"#,
            "change",
            "negative_amount",
            "-1",
        ),
        (r#"{"type": "won", "price": 1}"#, "change.price", "unknown_field", "1"),
        (r#"{"type": "realised", "price": 1}"#, "change.price", "unknown_field", "1"),
        (r#"{"type": "stage_changed"}"#, "change.to", "missing_field", ""),
        (r"{}", "change.type", "missing_field", ""),
        (r#""won""#, "change", "wrong_type", "won"),
        ("7", "change", "wrong_type", "7"),
    ] {
        let problems = read_json::<OpportunityEvent>(&event(change)).unwrap_err();
        assert_eq!(problems.len(), 1, "{change}: {problems:?}");
        let problem = &problems[0];
        let found = (problem.path.as_str(), problem.code.as_str(), problem.value.as_str());
        assert_eq!(found, (path, code, value), "{change}");
    }
}

#[test]
fn values_cannot_pass_for_parts_of_a_message() {
    for text in [
        "\u{1} at line 3",
        "\u{1} at line 3 column 4",
        "\u{1}; allowed: anything",
        "\u{1} [negative_amount]",
        "\u{1}`, expected `x` [invalid_id] at line 1 column 1",
    ] {
        let json = serde_json::json!({"id": "a", "name": text}).to_string();
        let problems = read_json::<Account>(&json).unwrap_err();
        let direct = text.parse::<Label>().unwrap_err();
        assert_eq!(problems.len(), 1, "{text}");
        assert_eq!(problems[0], Problem { value: quote(text), ..direct.at("name") }, "{text}");
    }
}

#[test]
fn deep_nesting_is_refused_and_overflows_no_stack() {
    const DEEP: usize = 200_000;
    let list = format!("{}{}", "[".repeat(DEEP), "]".repeat(DEEP));
    let object = format!("{}1{}", r#"{"a":"#.repeat(DEEP), "}".repeat(DEEP));
    for deep in [list.as_str(), object.as_str()] {
        assert!(!read_json::<Account>(deep).unwrap_err().is_empty());
        for text in [format!(r#"{{"id": {deep}, "name": "x"}}"#), format!(r#"{{"id": "a", "name": "x", "y": {deep}}}"#)]
        {
            let problems = read_json::<Account>(&text).unwrap_err();
            assert!(problems.iter().all(|problem| problem.path.len() < 1000), "{problems:?}");
        }
        assert!(read_json::<serde_json::Value>(deep).is_err());
        assert!(read_json::<PlaybookDraft>(&format!(r#"{{"pipelines": {deep}}}"#)).is_err());
    }
    // The half of a nest.
    assert_eq!(read_json::<Account>(&"[".repeat(DEEP)).unwrap_err().len(), 1);
}

#[test]
fn huge_texts_are_quoted_in_part() {
    let huge = "客".repeat(1_000_000);
    for text in [
        format!(r#"{{"id": "{huge}", "name": "x"}}"#),
        format!(r#"{{"id": "a", "name": "x", "{huge}": 1}}"#),
        format!(r#"{{"id": "a", "name": "x", "parent": {{"{huge}": 1}}}}"#),
        format!(r#"{{"id": "a", "name": "x", "parent": {}}}"#, "9".repeat(300)),
        format!(r#"{{"{huge}": {{"{huge}": 1}}}}"#),
        format!(r#""{huge}""#),
        huge.clone(),
    ] {
        let problems = read_json::<Account>(&text).unwrap_err();
        assert!(!problems.is_empty());
        for problem in problems {
            assert!(problem.to_string().chars().count() < 3000, "{}", problem.to_string().chars().count());
            assert!(problem.value.chars().count() <= 81);
        }
    }
}

#[test]
fn the_list_of_problems_ends_somewhere() {
    let rows = vec!["7"; 5000].join(",");
    let problems = read_json::<Vec<Interaction>>(&format!("[{rows}]")).unwrap_err();
    assert_eq!(problems.len(), MOST_PROBLEMS + 1);
    assert!(problems[MOST_PROBLEMS].message.contains("more than 200 problems"));
    assert_eq!(problems[199].path, "[199]");
    let rows = vec!["7"; MOST_PROBLEMS].join(",");
    assert_eq!(read_json::<Vec<Interaction>>(&format!("[{rows}]")).unwrap_err().len(), MOST_PROBLEMS);
}

#[test]
fn text_that_is_no_json_is_one_problem() {
    for text in ["", " ", "{", "nul", "{\"id\": }", "{'id': 'a'}", "\u{feff}{}", "{\"id\": \"a\u{1}\"}"] {
        let problems = read_json::<Account>(text).unwrap_err();
        assert_eq!(problems.len(), 1, "{text}");
        assert_eq!(problems[0].code, ProblemCode::InvalidJson, "{text}");
        assert!(problems[0].message.contains(" at line "), "the place in the text: {}", problems[0]);
        assert_eq!(problems[0].path, "", "{text}");
    }
    let sound = r#"{"id": "a", "name": "b"}"#;
    assert!(read_json::<Account>(&format!(" {sound}\n")).is_ok());
    check::<Account>(&format!("{sound} {sound}"), &[("", "invalid_json")]);
    check::<Account>(&format!("{sound},"), &[("", "invalid_json")]);
}

/// A sound pipeline, as a tree to damage.
fn pipeline() -> Value {
    let stage = |id: &str| {
        serde_json::json!({
            "id": id, "label": {"en": id, "zh_hans": id}, "phase": "open", "win_probability": "0.5", "progress": 5,
            "required_roles": [{"role": "user", "level": "identified", "severity": "low"}], "aliases": ["x"]
        })
    };
    serde_json::json!({"id": "p", "label": {"en": "p", "zh_hans": "p"}, "stages": [stage("a"), stage("b"), stage("c")]})
}

fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| leaves(value, &format!("{path}/{key}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, value)| leaves(value, &format!("{path}/{at}"), found));
        }
        _ => found.push(path.to_owned()),
    }
}

proptest! {
    /// Whichever leaves are damaged, exactly these are named, and nothing else.
    #[test]
    fn every_damaged_leaf_is_named_once(damaged in proptest::collection::vec(any::<prop::sample::Index>(), 1..6)) {
        let mut tree = pipeline();
        let mut paths = Vec::new();
        leaves(&tree, "", &mut paths);
        let damaged: std::collections::BTreeSet<&String> = damaged.iter().map(|index| index.get(&paths)).collect();
        let mut expected: Vec<String> = Vec::new();
        for pointer in damaged {
            *tree.pointer_mut(pointer).unwrap() = serde_json::json!({"damaged": true});
            let dotted = pointer.trim_start_matches('/').split('/').fold(String::new(), |path, step| {
                match step.parse::<usize>() {
                    Ok(at) => format!("{path}[{at}]"),
                    Err(_) if path.is_empty() => step.to_owned(),
                    Err(_) => format!("{path}.{step}"),
                }
            });
            expected.push(dotted);
        }
        let mut found: Vec<String> =
            read_json::<Pipeline>(&tree.to_string()).unwrap_err().into_iter().map(|problem| problem.path).collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn any_text_gives_a_value_or_a_problem(text in r#"[\[\]{}:,"\\a-z0-9. ]{0,60}"#) {
        if let Err(problems) = read_json::<Account>(&text) {
            prop_assert!(!problems.is_empty());
        }
    }
}

fn told<T: DeserializeOwned>(text: &str) -> Vec<(String, String)> {
    let problems = read::<T>(text).map(|_| ()).unwrap_err().1;
    problems.into_iter().map(|problem| (problem.path, problem.message)).collect()
}

#[test]
fn a_missing_field_is_told_beside_a_bad_one() {
    let problems = told::<Opportunity>(r#"{"id": "pump-hall", "name": " "}"#);
    let paths: Vec<&str> = problems.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["name", "account"]);
    // A field that was taken out for its value is not missing.
    assert_eq!(told::<Opportunity>(r#"{"id": 7, "account": "mill"}"#).len(), 1);
}

#[test]
fn messages_speak_of_json() {
    let message = |problems: Vec<(String, String)>| problems[0].1.clone();
    assert_eq!(message(told::<Opportunity>("7")), "invalid type: integer `7`, expected an object");
    let purchase = r#"{"id": "o", "account": "mill", "on": "2026-01-01", "supplier": "us"}"#;
    assert!(message(told::<Purchase>(purchase)).ends_with("expected an object with a field `type`"));
    let policy = message(told::<LifecyclePolicy>(r#"{"confirmations": 0}"#));
    assert_eq!(policy, "invalid value: integer `0`, expected a whole number from 1");
    assert_eq!(
        message(told::<Opportunity>("{")),
        "the text is no JSON: EOF while parsing an object at line 1 column 1"
    );
}

//! After everything personal about everybody is erased, every operation still answers, and none tells any of it.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use keyaccount_wire::{OPS, call, schema_json};
use serde_json::{Map, Value, json};

fn example_book() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/data/book.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn column<'a>(book: &'a Value, table: &str, field: &str) -> BTreeSet<&'a str> {
    book[table].as_array().unwrap().iter().filter_map(|row| row[field].as_str()).collect()
}

fn answer(op: &str, request: &Value) -> Value {
    let answer: Value = serde_json::from_str(&call(op, &request.to_string())).unwrap();
    assert!(answer["error"].is_null(), "{op}: {}", answer["error"]);
    answer["ok"].clone()
}

fn erased(book: &Value, pseudonym: impl Fn(usize) -> Option<String>) -> Value {
    let people = column(book, "stakeholders", "id");
    let erasure = |(index, id): (usize, &&str)| json!({"stakeholder": id, "pseudonym": pseudonym(index)});
    let erasures: Vec<Value> = people.iter().enumerate().map(erasure).collect();
    answer("erase_personal_fields", &json!({"book": book, "erasures": erasures}))
}

/// Every request that every operation on books takes: its required fields, filled in from the book.
fn requests(book: &Value) -> Vec<(&'static str, Value)> {
    let schema: Value = serde_json::from_str(&schema_json()).unwrap();
    let mut requests = Vec::new();
    for op in OPS {
        let name = schema["x-ops"][op]["request"].as_str().unwrap().rsplit('/').next().unwrap();
        let required: BTreeSet<&str> =
            schema["$defs"][name]["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        if !required.contains("book") {
            continue;
        }
        let mut request = Map::new();
        let mut subjects = vec![("", "")];
        for field in required {
            let value = match field {
                "book" => book.clone(),
                "as_of" | "to" => json!("2026-06-30"),
                "from" | "since" => json!("2026-04-01"),
                "calibration_end" => json!("2025-12-31"),
                "by" if *op == "roll_up_forecast" => json!(["owner", "territory"]),
                "by" => json!(["2026-09-30"]),
                "changes" | "erasures" | "targets" => json!([]),
                "opportunity" => {
                    // The one with the most people, and some in which much is known of them.
                    let rich = ["opp-lanting-6", "opp-alder-5", "opp-bergwald-5", "opp-jiangwan-3"];
                    let some = column(book, "opportunities", "id").into_iter().filter(|id| rich.contains(id));
                    subjects = some.map(|id| ("opportunity", id)).collect();
                    continue;
                }
                "account" => {
                    subjects = column(book, "accounts", "id").into_iter().map(|id| ("account", id)).collect();
                    continue;
                }
                other => panic!("{op} needs `{other}`: say here what to ask for"),
            };
            request.insert(field.to_owned(), value);
        }
        for (field, id) in subjects {
            let mut request = request.clone();
            if !field.is_empty() {
                request.insert(field.to_owned(), json!(id));
            }
            requests.push((*op, Value::Object(request)));
        }
    }
    requests
}

/// Calls back with every text of a value, and with the name of the field it stands in.
fn texts<'a>(field: &'a str, value: &'a Value, found: &mut impl FnMut(&'a str, &'a str)) {
    match value {
        Value::String(text) => found(field, text),
        Value::Array(items) => items.iter().for_each(|item| texts(field, item, found)),
        Value::Object(fields) => fields.iter().for_each(|(field, value)| texts(field, value, found)),
        _ => {}
    }
}

/// What is personal in a book: names, to be found within texts; titles and the like, to be found as whole texts.
struct Personal {
    names: Vec<String>,
    labels: BTreeSet<String>,
}

impl Personal {
    fn of(book: &Value) -> Self {
        let names = column(book, "stakeholders", "name").iter().map(|name| name.to_lowercase()).collect();
        let mut labels: BTreeSet<String> = ["title", "department"]
            .iter()
            .flat_map(|field| column(book, "stakeholders", field))
            .map(str::to_owned)
            .collect();
        for seat in book["committee_seats"].as_array().unwrap() {
            labels.extend(
                seat["formal_roles"].as_array().into_iter().flatten().map(|role| role.as_str().unwrap().to_owned()),
            );
        }
        Self { names, labels }
    }

    fn assert_not_in(&self, op: &str, answer: &Value) {
        texts("", answer, &mut |field, text| {
            assert!(
                !["drivers", "driver", "communication_style", "formal_roles"].contains(&field),
                "{op}: {field} {text}"
            );
            assert!(!self.labels.contains(text), "{op}: {field} `{text}`");
            let lower = text.to_lowercase();
            assert!(!self.names.iter().any(|name| lower.contains(name)), "{op}: {field} `{text}`");
        });
    }
}

#[test]
fn no_answer_tells_what_was_erased() {
    let book = example_book();
    let personal = Personal::of(&book);
    assert!(personal.names.len() > 90 && personal.labels.len() > 60);
    let kept = erased(&book, |_| None);
    let renamed = erased(&book, |index| Some(format!("pseudonym-{index}")));
    for answer in [&kept, &renamed] {
        assert_eq!(answer["left_out"], json!([]));
        assert_eq!(answer["verdict"]["not_found"], json!([]));
        personal.assert_not_in("erase_personal_fields", answer);
    }
    let facts = &kept["verdict"]["facts"];
    for (op, request) in requests(facts) {
        personal.assert_not_in(op, &answer(op, &request));
    }
    let people = column(&book, "stakeholders", "id");
    let facts = &renamed["verdict"]["facts"];
    let names_somebody =
        |text: &str| text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|word| people.contains(word));
    for op in ["check_book", "review"] {
        let answer = answer(
            op,
            &json!({"book": facts, "as_of": "2026-06-30"})
                .as_object()
                .map(|fields| {
                    let mut fields = fields.clone();
                    if op == "check_book" {
                        fields.remove("as_of");
                    }
                    Value::Object(fields)
                })
                .unwrap(),
        );
        texts("", &answer, &mut |field, text| assert!(!names_somebody(text), "{op}: {field} `{text}`"));
    }
    texts("", facts, &mut |field, text| assert!(!names_somebody(text), "{field} `{text}`"));
}

/// What is not personal stays: every review is the same, but for what was erased.
#[test]
fn reviews_stay_the_same_but_for_what_was_erased() {
    fn without_personal(value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(without_personal),
            Value::Object(fields) => {
                for field in ["name", "title", "department", "drivers", "driver", "communication_style", "formal_roles"]
                {
                    fields.remove(field);
                }
                fields.values_mut().for_each(without_personal);
            }
            _ => {}
        }
    }
    let book = example_book();
    let [before, after] = [book.clone(), erased(&book, |_| None)["verdict"]["facts"].clone()].map(|book| {
        let mut verdict = answer("review", &json!({"book": book, "as_of": "2026-06-30"}));
        without_personal(&mut verdict);
        verdict
    });
    let by_account = |review: &Value| -> BTreeMap<String, Value> {
        let accounts = review["accounts"].as_array().unwrap().iter();
        accounts.map(|account| (account["account"].as_str().unwrap().to_owned(), account.clone())).collect()
    };
    let (before, after) = (by_account(&before), by_account(&after));
    for (account, before) in &before {
        for (field, value) in before.as_object().unwrap() {
            let of = |value: &Value| match value.as_array() {
                // An unlawful inducement that somebody is open to is a driver, and is erased with the others.
                Some(items) => {
                    items.iter().filter(|item| !item.to_string().contains("inducement_driver")).cloned().collect()
                }
                None => vec![value.clone()],
            };
            assert_eq!(of(value), of(&after[account][field]), "{field} of {account}");
        }
    }
}

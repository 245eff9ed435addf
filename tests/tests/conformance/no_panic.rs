//! Whatever comes in, an answer comes out: never a panic, always an envelope.

use keyaccount_wire::{OPS, call};
use proptest::prelude::*;
use serde_json::Value;

fn is_envelope(text: &str) -> bool {
    let Ok(Value::Object(fields)) = serde_json::from_str(text) else { return false };
    let has = |key| fields.get(key).is_some_and(|value| !value.is_null());
    fields.len() == 3 && has("schema_version") && has("ok") != has("error")
}

/// Pieces of real requests, so that arbitrary text gets past the first brace.
fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::sample::select(vec![
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "\"book\"",
            "\"as_of\"",
            "\"2026-06-30\"",
            "\"accounts\"",
            "\"id\"",
            "\"opportunities\"",
            "\"opportunity_events\"",
            "\"change\"",
            "\"type\"",
            "\"created\"",
            "NaN",
            "-Infinity",
            "1e999",
            "\"playbook\"",
            "\"inline\"",
            "\"toml\"",
            "\"text\"",
            "\\",
            "\"",
            "\"event\"",
        ])
        .prop_map(str::to_owned),
    ]
}

/// Any JSON value, with the library's own words as keys.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec![
            "acc",
            "deal",
            "2026-01-01",
            "design",
            "EUR",
            "us",
            "created",
            "100",
            "coach",
            "win"
        ])
        .prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "id",
        "account",
        "opportunity",
        "on",
        "at",
        "change",
        "type",
        "amount",
        "currency",
        "stage",
        "name",
        "accounts",
        "opportunities",
        "opportunity_events",
        "purchases",
        "interactions",
        "stakeholders",
        "committee_seats",
        "supplier",
        "channel",
        "direction",
        "topics",
        "roles",
        "book",
        "as_of",
        "playbook",
        "event",
        "language",
        "pipelines",
        "default_pipeline",
        "stages",
        "exchange",
        "rates",
        "close_date",
        "first",
        "last",
    ]);
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let text = String::from_utf8_lossy(&bytes);
        for op in OPS {
            prop_assert!(is_envelope(&call(op, &text)));
        }
    }

    #[test]
    fn arbitrary_fragments(parts in prop::collection::vec(fragment(), 0..40)) {
        let text = parts.concat();
        for op in OPS {
            prop_assert!(is_envelope(&call(op, &text)));
        }
    }

    #[test]
    fn arbitrary_values_in_every_field(
        book in any_json(), playbook in any_json(), event in any_json(), events in any_json(), id in any_json()
    ) {
        for op in OPS {
            let mut request = serde_json::json!({"as_of": "2026-06-30", "playbook": playbook});
            let fields: &[(&str, &Value)] = match *op {
                "apply_event" => &[("opportunity", &id), ("opportunity_events", &events), ("event", &event)],
                "replay_history" => &[("opportunity", &id), ("opportunity_events", &events)],
                "support_base" => &[("book", &book), ("opportunity", &id), ("since", &event)],
                "check_coverage" | "check_gates" | "diagnose_opportunity" | "committee_map" => {
                    &[("book", &book), ("opportunity", &id)]
                }
                "decision_chain" => &[("book", &book), ("opportunity", &id), ("targets", &events)],
                "erase_personal_fields" => &[("book", &book), ("erasures", &events)],
                "labels" | "check_playbook" | "preset_playbook" => &[("language", &id), ("name", &id)],
                "weighted_forecast" | "learn_win_rates" | "review" | "check_book" => &[("book", &book)],
                "roll_up_forecast" => &[("book", &book), ("by", &events), ("member", &id)],
                "win_timing" => &[("book", &book), ("by", &events)],
                "forecast_bookings" => &[
                    ("book", &book),
                    ("periods", &events),
                    ("quota", &event),
                    ("basis", &id),
                    ("wanted_probability", &id),
                    ("member", &id),
                    ("segments", &id),
                    ("market_correlation", &playbook),
                ],
                "what_if" => &[("book", &book), ("changes", &events), ("period_unit", &id), ("period_count", &event)],
                "backtest_forecast" => &[("book", &book), ("period_unit", &id), ("first", &event), ("floor", &id)],
                "learn_market_correlation" => &[("book", &book), ("quarters_floor", &event), ("deals_floor", &id)],
                "book_distribution" => &[
                    ("deals", &events),
                    ("quota", &event),
                    ("contributions", &id),
                    ("market_correlation", &playbook),
                ],
                _ => &[("book", &book), ("account", &id)],
            };
            for (name, value) in fields {
                request[*name] = (*value).clone();
            }
            prop_assert!(is_envelope(&call(op, &request.to_string())));
        }
    }

    #[test]
    fn arbitrary_operations(op in any::<String>()) {
        let answer = call(&op, "{}");
        prop_assert!(is_envelope(&answer));
    }
}

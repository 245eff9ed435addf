//! The schema describes what is read and what is written: a small validator holds both against it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::tests::{answer, requests};
use crate::{OPS, schema_json};

fn schema() -> Value {
    serde_json::from_str(&schema_json()).unwrap()
}

/// Follows a reference within the document.
fn resolve<'a>(document: &'a Value, reference: &str) -> &'a Value {
    let pointer = reference.strip_prefix('#').unwrap();
    document.pointer(pointer).unwrap_or_else(|| panic!("`{reference}` leads nowhere"))
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        other => panic!("unknown type `{other}`"),
    }
}

/// What of a value does not fit a schema. Knows the keywords that the document uses; patterns and formats are the
/// business of the values' own tests.
fn misfits(document: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let Some(schema) = schema.as_object() else {
        return if schema == &Value::Bool(false) { vec![format!("{at}: nothing is allowed here")] } else { found };
    };
    for (keyword, rule) in schema {
        let fits = |rule: &Value| misfits(document, rule, value, at).is_empty();
        let number = |value: &Value| value.as_f64();
        match keyword.as_str() {
            "$ref" => found.extend(misfits(document, resolve(document, rule.as_str().unwrap()), value, at)),
            "type" => {
                let names = rule.as_array().cloned().unwrap_or_else(|| vec![rule.clone()]);
                if !names.iter().any(|name| is_of_type(value, name.as_str().unwrap())) {
                    found.push(format!("{at}: {value} is not of type {rule}"));
                }
            }
            "enum" if !rule.as_array().unwrap().contains(value) => {
                found.push(format!("{at}: {value} is not in {rule}"))
            }
            "const" if rule != value => found.push(format!("{at}: {value} is not {rule}")),
            "anyOf" if !rule.as_array().unwrap().iter().any(fits) => {
                found.push(format!("{at}: {value} fits none of {rule}"))
            }
            "oneOf" if rule.as_array().unwrap().iter().filter(|rule| fits(rule)).count() != 1 => {
                found.push(format!("{at}: {value} does not fit one of {rule}"));
            }
            "minimum" if number(value).is_some_and(|number| number < rule.as_f64().unwrap()) => {
                found.push(format!("{at}: {value} is below {rule}"));
            }
            "maximum" if number(value).is_some_and(|number| number > rule.as_f64().unwrap()) => {
                found.push(format!("{at}: {value} is above {rule}"));
            }
            "minItems" if value.as_array().is_some_and(|items| (items.len() as f64) < rule.as_f64().unwrap()) => {
                found.push(format!("{at}: fewer than {rule} items"));
            }
            "maxItems" if value.as_array().is_some_and(|items| (items.len() as f64) > rule.as_f64().unwrap()) => {
                found.push(format!("{at}: more than {rule} items"));
            }
            "minLength" if value.as_str().is_some_and(|text| text.is_empty()) => {
                found.push(format!("{at}: empty text"))
            }
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    found.extend(misfits(document, rule, item, &format!("{at}[{index}]")));
                }
            }
            "required" => {
                let missing =
                    rule.as_array().unwrap().iter().filter(|name| value.get(name.as_str().unwrap()).is_none());
                found.extend(missing.filter(|_| value.is_object()).map(|name| format!("{at}: no field {name}")));
            }
            "properties" => {
                for (name, rule) in rule.as_object().unwrap() {
                    if let Some(field) = value.get(name) {
                        found.extend(misfits(document, rule, field, &format!("{at}.{name}")));
                    }
                }
            }
            "additionalProperties" => {
                let known = schema.get("properties").and_then(Value::as_object);
                for (name, field) in value.as_object().into_iter().flatten() {
                    if known.is_none_or(|known| !known.contains_key(name)) {
                        found.extend(misfits(document, rule, field, &format!("{at}.{name}")));
                    }
                }
            }
            "enum" | "const" | "anyOf" | "oneOf" | "minimum" | "maximum" | "minItems" | "maxItems" | "minLength"
            | "maxLength" | "pattern" | "format" | "default" | "description" | "title" => {}
            other => panic!("the schema has come to use `{other}`, which this test does not know"),
        }
    }
    found
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(Value::String(reference)) = fields.get("$ref") {
                found.insert(reference.clone());
            }
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let schema = schema();
    let mut found = BTreeSet::new();
    references(&schema, &mut found);
    assert!(found.len() > 50);
    for reference in found {
        resolve(&schema, &reference);
    }
    let ops: BTreeSet<&str> = schema["x-ops"].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(ops, OPS.iter().copied().collect());
    for op in OPS {
        for side in ["request", "response"] {
            resolve(&schema, schema["x-ops"][op][side].as_str().unwrap());
        }
    }
}

#[test]
fn every_definition_has_a_description_without_rust() {
    for (name, definition) in schema()["$defs"].as_object().unwrap() {
        let description = definition["description"].as_str().unwrap_or_default();
        let of_variants = definition["oneOf"].is_array() || definition["enum"].is_array() || name.starts_with("Judged");
        assert!(!description.is_empty() || of_variants, "{name} is not described");
        assert!(!description.contains("```") && !description.contains("# Examples"), "{name}: {description}");
    }
}

#[test]
fn requests_and_answers_fit_the_schema() {
    let schema = schema();
    for (op, request) in requests() {
        let sides = &schema["x-ops"][op];
        let request_schema = json!({ "$ref": sides["request"] });
        let response_schema = json!({ "$ref": sides["response"] });
        let value: Value = serde_json::from_str(&request).unwrap();
        assert_eq!(misfits(&schema, &request_schema, &value, "request"), [""; 0], "{op}");
        let answer = answer(op, &request);
        assert_eq!(misfits(&schema, &response_schema, &answer["ok"], "ok"), [""; 0], "{op}");

        // The validator is no rubber stamp.
        for (schema_of, value) in [(&request_schema, &value), (&response_schema, &answer["ok"])] {
            for field in value.as_object().unwrap().keys() {
                let mut bad = value.clone();
                bad[field] = json!(-7.5);
                assert!(!misfits(&schema, schema_of, &bad, "").is_empty(), "{op}: {field} may be anything");
            }
            let mut bad = value.clone();
            bad["shoe_size"] = json!(44);
            assert!(!misfits(&schema, schema_of, &bad, "").is_empty(), "{op}");
        }
        let refused = crate::tests::answer(op, "{\"shoe_size\": 44}");
        let error = json!({"$ref": "#/$defs/WireError"});
        assert_eq!(misfits(&schema, &error, &refused["error"], "error"), [""; 0], "{op}");
    }
}

#[test]
fn answers_have_every_field_even_where_it_is_null() {
    let schema = schema();
    let review = resolve(&schema, "#/$defs/FactCount");
    assert_eq!(review["required"], json!(["table", "read", "used"]));
    for (op, request) in requests() {
        let definition = resolve(&schema, schema["x-ops"][op]["response"].as_str().unwrap());
        let answer = answer(op, &request);
        let fields: BTreeSet<&String> = answer["ok"].as_object().unwrap().keys().collect();
        let described: BTreeSet<&String> = definition["properties"].as_object().unwrap().keys().collect();
        assert_eq!(fields, described, "{op}");
    }
}

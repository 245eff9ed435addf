//! Laws that hold for every playbook: sound or damaged.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::*;

fn tree(preset: PlaybookPreset) -> Value {
    serde_json::to_value(Playbook::preset(preset).draft()).unwrap()
}

/// The pointers of everything in a tree.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| pointers(value, &format!("{at}/{key}"), found)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| pointers(value, &format!("{at}/{index}"), found));
        }
        _ => {}
    }
}

fn all_pointers(value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    pointers(value, "", &mut found);
    found
}

/// Other values that may stand in the place of one.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Null => vec![json!({"en": "x", "zh_hans": "x"}), json!(7), json!("x")],
        Value::Bool(flag) => vec![json!(!flag)],
        Value::Number(number) => vec![json!(number.as_i64().unwrap_or_default().saturating_add(1))],
        Value::String(text) => {
            let words = ["0.07", "x", "contacted", "medium", "coach", "EUR", "close_date"];
            words.iter().filter(|word| *word != text).map(|word| json!(word)).collect()
        }
        Value::Array(_) => vec![json!([]), json!(["x"])],
        Value::Object(_) => vec![Value::Null],
    }
}

#[test]
fn any_change_changes_the_fingerprint() {
    for preset in PlaybookPreset::ALL.iter().copied() {
        let tree = tree(preset);
        let original = Playbook::preset(preset);
        let mut fingerprints = BTreeSet::from([original.fingerprint().to_owned()]);
        let mut contents = vec![original.draft().clone()];
        for pointer in all_pointers(&tree) {
            for other in others(tree.pointer(&pointer).unwrap()) {
                let mut changed = tree.clone();
                *changed.pointer_mut(&pointer).unwrap() = other;
                let Ok(playbook) = Playbook::from_json(&changed.to_string()) else { continue };
                let known = contents.contains(playbook.draft());
                let new = fingerprints.insert(playbook.fingerprint().to_owned());
                assert_eq!(new, !known, "{pointer}");
                contents.push(playbook.draft().clone());
            }
        }
        assert!(fingerprints.len() > 150, "{} changes were sound", fingerprints.len());
    }
}

#[test]
fn the_fingerprint_does_not_hang_on_how_a_playbook_is_written() {
    let tree = tree(PlaybookPreset::SixStage);
    let compact = Playbook::from_json(&tree.to_string()).unwrap();
    let pretty = Playbook::from_json(&serde_json::to_string_pretty(&tree).unwrap()).unwrap();
    let numbers = tree.to_string().replace("\"0.05\"", "0.0500").replace("\"0.3\"", "3e-1");
    let numbers = Playbook::from_json(&numbers).unwrap();
    for playbook in [compact, pretty, numbers] {
        assert_eq!(playbook.fingerprint(), Playbook::six_stage().fingerprint());
    }
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0_u32..2000).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[a-z_0-9.-]{0,12}".prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((prop_oneof![Just("id".to_owned()), Just("en".to_owned()), "[a-z]{1,6}"], inner), 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn damaged(preset: bool, damages: &[(Index, Value)]) -> Value {
    let mut tree = tree(if preset { PlaybookPreset::SixStage } else { PlaybookPreset::EightStep });
    for (index, value) in damages {
        let found = all_pointers(&tree);
        let pointer: &String = index.get(&found);
        *tree.pointer_mut(pointer).unwrap() = value.clone();
    }
    tree
}

proptest! {
    #[test]
    fn a_damaged_preset_is_read_or_refused_with_its_problems(
        preset in any::<bool>(), damages in vec((any::<Index>(), any_value()), 1..5)
    ) {
        let tree = damaged(preset, &damages);
        match Playbook::from_json(&tree.to_string()) {
            Ok(playbook) => {
                let text = serde_json::to_string(playbook.draft()).unwrap();
                prop_assert_eq!(Playbook::from_json(&text).unwrap(), playbook);
            }
            Err(error) => {
                prop_assert!(!error.problems.is_empty());
                prop_assert!(error.problems.len() < 300);
                let places: BTreeSet<_> =
                    error.problems.iter().map(|problem| (&problem.path, problem.code.as_str(), &problem.message)).collect();
                prop_assert_eq!(places.len(), error.problems.len(), "a problem twice: {}", error);
            }
        }
    }

    #[test]
    fn a_preset_with_text_torn_out_never_panics(preset in any::<bool>(), cut in (any::<Index>(), 0_usize..40), toml in any::<bool>()) {
        let tree = damaged(preset, &[]);
        let text = if toml { toml::to_string(Playbook::six_stage().draft()).unwrap_or_default() } else { tree.to_string() };
        let chars: Vec<char> = text.chars().collect();
        let start = cut.0.index(chars.len().max(1));
        let torn: String = chars.iter().take(start).chain(chars.iter().skip(start.saturating_add(cut.1))).collect();
        let read = if toml { Playbook::from_toml(&torn) } else { Playbook::from_json(&torn) };
        if let Err(error) = read {
            prop_assert!(!error.problems.is_empty());
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), lines in vec("[a-z]{1,4} ?=? ?[\\[\\]{}0-9\"a-z.-]{0,6}", 0..6)) {
        for text in [text, lines.join("\n")] {
            prop_assert!(Playbook::from_json(&text).is_err());
            let problems = Playbook::from_toml(&text).unwrap_err().problems;
            prop_assert!(!problems.is_empty());
        }
    }
}

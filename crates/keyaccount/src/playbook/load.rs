//! Reads playbooks from JSON and TOML; the presets are JSON files of the same shape.

use serde_json::Value;

use super::{Playbook, PlaybookDraft, PlaybookError, PlaybookPreset, check};
use crate::diagnosis;
use crate::facts::quote_non_finite_numbers;
use crate::problem::{Problem, ProblemCode};

pub(super) fn from_json(text: &str) -> Result<Playbook, PlaybookError> {
    finish(diagnosis::read(&quote_non_finite_numbers(text.trim_start_matches('\u{feff}'))))
}

pub(super) fn from_toml(text: &str) -> Result<Playbook, PlaybookError> {
    let text = text.trim_start_matches('\u{feff}');
    let table: toml::Table = toml::from_str(text).map_err(|error| {
        let line = error.span().and_then(|span| text.get(..span.start)).map_or(0, |head| head.matches('\n').count());
        let line = line.saturating_add(1);
        let problem = Problem::new(ProblemCode::InvalidToml, "", error.message(), "TOML").at(format!("line {line}"));
        PlaybookError { problems: vec![problem] }
    })?;
    finish(diagnosis::read_tree(json_of(toml::Value::Table(table))))
}

#[expect(clippy::expect_used, reason = "the files are part of the crate, and a test reads every one of them")]
pub(super) fn preset(preset: PlaybookPreset) -> Playbook {
    let text = match preset {
        PlaybookPreset::SixStage => include_str!("presets/six_stage.json"),
        PlaybookPreset::EightStep => include_str!("presets/eight_step.json"),
    };
    from_json(text).expect("a preset is a sound playbook")
}

/// Checks what could be read as a whole, so that all problems come together.
fn finish(read: Result<PlaybookDraft, (Option<PlaybookDraft>, Vec<Problem>)>) -> Result<Playbook, PlaybookError> {
    match read {
        Ok(draft) => Playbook::try_new(draft),
        Err((partial, mut problems)) => {
            let in_the_rest = partial.map(|draft| check::problems_of(&draft)).unwrap_or_default();
            // Parts were taken out, so that a list may be empty, or a pipeline undefined, only for that.
            let of_pipeline =
                |problem: &Problem| problem.path.starts_with("pipelines") && !problem.path.contains(".stages[");
            let pipeline_lost = problems.iter().any(of_pipeline);
            let certain = |problem: &Problem| match problem.code {
                ProblemCode::EmptyList => false,
                ProblemCode::UndefinedName => !pipeline_lost,
                _ => true,
            };
            problems.extend(in_the_rest.into_iter().filter(certain));
            Err(PlaybookError { problems })
        }
    }
}

/// The JSON of a TOML value; dates become text, as playbooks write them.
fn json_of(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) if number.is_finite() => Value::from(number),
        toml::Value::Float(number) => Value::String(number.to_string()),
        toml::Value::Boolean(flag) => Value::Bool(flag),
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(json_of).collect(),
        toml::Value::Table(fields) => fields.into_iter().map(|(key, value)| (key, json_of(value))).collect(),
    }
}

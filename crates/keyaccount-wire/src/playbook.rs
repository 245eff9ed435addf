//! Where a request's playbook comes from.

use keyaccount::{Playbook, PlaybookDraft, PlaybookPreset, Problem, ProblemCode, read_json};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::fields::{problem, under};

/// A playbook of a request: a preset by name, or one given in full.
///
/// # Examples
/// ```
/// use keyaccount::PlaybookPreset;
/// use keyaccount_wire::PlaybookSource;
///
/// let source = PlaybookSource::Preset { name: PlaybookPreset::EightStep };
/// let request = serde_json::json!({ "playbook": source });
/// let answer = keyaccount_wire::call("check_playbook", &request.to_string());
/// assert!(answer.contains("eight-step project pipeline"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum PlaybookSource {
    /// One that comes with the library.
    Preset {
        /// Its name.
        name: PlaybookPreset,
    },
    /// One given as JSON, in place.
    Inline {
        /// Its contents.
        playbook: Box<PlaybookDraft>,
    },
    /// One given as JSON text.
    Json {
        /// The text.
        text: String,
    },
    /// One given as TOML text.
    Toml {
        /// The text.
        text: String,
    },
}

/// The fields of any source. The contents stay raw, so that all their problems can be found.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFields {
    r#type: String,
    #[serde(default)]
    name: Option<PlaybookPreset>,
    #[serde(default)]
    playbook: Option<Box<RawValue>>,
    #[serde(default)]
    text: Option<String>,
}

/// The kinds of source.
const SOURCES: &str = "preset, inline, json, toml";

pub(crate) fn read(text: &str) -> Result<Playbook, Vec<Problem>> {
    let source: SourceFields = read_json(text)?;
    let given =
        [("name", source.name.is_some()), ("playbook", source.playbook.is_some()), ("text", source.text.is_some())];
    let field = match source.r#type.as_str() {
        "preset" => "name",
        "inline" => "playbook",
        "json" | "toml" => "text",
        other => {
            let short: String = other.chars().take(80).collect();
            let message = format!("`{short}` is no kind of playbook source");
            return Err(vec![problem(ProblemCode::UnknownValue, "type", message, SOURCES.to_owned())]);
        }
    };
    let mut problems = Vec::new();
    for (name, is_given) in given {
        let code = match (name == field, is_given) {
            (true, false) => ProblemCode::MissingField,
            (false, true) => ProblemCode::UnknownField,
            _ => continue,
        };
        let message = format!("a playbook source of type `{}` is given by `{field}` alone", source.r#type);
        problems.push(problem(code, name, message, format!("type, {field}")));
    }
    match (source.r#type.as_str(), source.name, source.playbook, source.text) {
        _ if !problems.is_empty() => Err(problems),
        (_, Some(name), ..) => Ok(Playbook::preset(name)),
        (_, _, Some(contents), _) => found(Playbook::from_json(contents.get()), "playbook"),
        ("toml", _, _, text) => found(Playbook::from_toml(&text.unwrap_or_default()), "text"),
        (.., text) => found(Playbook::from_json(&text.unwrap_or_default()), "text"),
    }
}

fn found(result: Result<Playbook, keyaccount::PlaybookError>, field: &str) -> Result<Playbook, Vec<Problem>> {
    result.map_err(|error| error.problems.into_iter().map(|problem| under(field, problem)).collect())
}

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

pub(crate) fn read(text: &str) -> Result<Playbook, Vec<Problem>> {
    let source: SourceFields = read_json(text)?;
    let SourceFields { r#type, name, playbook, text } = source;
    match (r#type.as_str(), name, playbook, text) {
        ("preset", Some(name), None, None) => Ok(Playbook::preset(name)),
        ("inline", None, Some(contents), None) => found(Playbook::from_json(contents.get()), "playbook"),
        ("json", None, None, Some(text)) => found(Playbook::from_json(&text), "text"),
        ("toml", None, None, Some(text)) => found(Playbook::from_toml(&text), "text"),
        ("preset", ..) => Err(vec![only("name", "a preset is given by its name alone")]),
        ("inline", ..) => Err(vec![only("playbook", "an inline playbook is given by its contents alone")]),
        ("json" | "toml", ..) => Err(vec![only("text", "a playbook in JSON or TOML is given by its text alone")]),
        (other, ..) => {
            let short: String = other.chars().take(80).collect();
            let message = format!("`{short}` is no kind of playbook source");
            Err(vec![problem(ProblemCode::UnknownValue, "type", message, "preset, inline, json, toml".to_owned())])
        }
    }
}

fn found(result: Result<Playbook, keyaccount::PlaybookError>, field: &str) -> Result<Playbook, Vec<Problem>> {
    result.map_err(|error| error.problems.into_iter().map(|problem| under(field, problem)).collect())
}

fn only(field: &str, message: &str) -> Problem {
    problem(ProblemCode::MissingField, field, message.to_owned(), format!("`type` and `{field}`"))
}

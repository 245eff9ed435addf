//! The shape of every answer.

use keyaccount::{Problem, ProblemCode};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::SCHEMA_VERSION;

/// Why there is no answer.
///
/// # Examples
/// ```
/// let answer = keyaccount_wire::call("no_such_op", "{}");
/// assert!(answer.contains(r#""code":"not_found""#));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WireError {
    /// The code of the first problem.
    pub code: ProblemCode,
    /// One sentence for a person: the first problem, and how many more there are.
    pub message: String,
    /// Every problem.
    pub problems: Vec<Problem>,
}

impl WireError {
    fn new(problems: Vec<Problem>) -> Self {
        let code = problems.first().map_or(ProblemCode::InvalidJson, |problem| problem.code);
        let first = problems.first().map(ToString::to_string).unwrap_or_default();
        let message = match problems.len().saturating_sub(1) {
            0 => first,
            more => format!("{first} (and {more} more)"),
        };
        Self { code, message, problems }
    }
}

#[derive(Serialize)]
struct Envelope<T> {
    schema_version: u32,
    ok: Option<T>,
    error: Option<WireError>,
}

/// The text of an answer.
pub(crate) fn answer<T: Serialize>(value: &T) -> Result<String, Vec<Problem>> {
    let envelope = Envelope { schema_version: SCHEMA_VERSION, ok: Some(value), error: None };
    serde_json::to_string(&envelope).map_err(|error| {
        vec![Problem {
            code: ProblemCode::InvalidJson,
            path: String::new(),
            value: String::new(),
            allowed: String::new(),
            message: format!("the verdict cannot be written: {error}"),
        }]
    })
}

/// The text of a refusal.
pub(crate) fn refusal(problems: Vec<Problem>) -> String {
    let envelope: Envelope<()> =
        Envelope { schema_version: SCHEMA_VERSION, ok: None, error: Some(WireError::new(problems)) };
    serde_json::to_string(&envelope).unwrap_or_default()
}

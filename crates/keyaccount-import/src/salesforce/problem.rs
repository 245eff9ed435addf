//! Problems of an import, in the shape of the core's.

use std::fmt::Display;

use keyaccount::{Problem, ProblemCode};

/// Longest piece of a value that a problem quotes, in characters: the same as the core's.
const QUOTED_LENGTH: usize = 80;
/// Longest list of what is allowed, in characters.
const ALLOWED_LENGTH: usize = 400;

/// A problem whose path is added by whoever knows it.
pub(super) fn problem(
    code: ProblemCode,
    value: impl Display,
    message: impl Into<String>,
    allowed: impl AsRef<str>,
) -> Problem {
    Problem {
        code,
        path: String::new(),
        value: quote(&value.to_string()),
        allowed: cut(allowed.as_ref(), ALLOWED_LENGTH),
        message: message.into(),
    }
}

/// The same problem at a path.
pub(super) fn at(path: impl Into<String>, problem: Problem) -> Problem {
    Problem { path: path.into(), ..problem }
}

/// Cuts a value to what a message can quote.
pub(super) fn quote(value: &str) -> String {
    cut(value, QUOTED_LENGTH)
}

fn cut(text: &str, length: usize) -> String {
    match text.char_indices().nth(length) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

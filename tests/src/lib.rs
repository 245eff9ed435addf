//! Golden vectors: requests and the answers that Rust, Python and JavaScript have to give, byte for byte.
//!
//! A file `tests/vectors/NAME.json` is `{"op": …, "vectors": [{"name", "request" | "request_text", "want"}]}`, where
//! `want` is the whole answer. `request_text` stands for requests that are no sound JSON.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One vector file.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct VectorFile {
    /// The operation.
    pub op: String,
    /// Its vectors.
    pub vectors: Vec<Vector>,
}

/// One request and its answer.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Vector {
    /// What it shows.
    pub name: String,
    /// The request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Value>,
    /// The request as text, where it is not sound JSON.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request_text: Option<String>,
    /// The whole answer; null until it is written by `bless`.
    #[serde(default)]
    pub want: Value,
}

impl Vector {
    /// The request as text.
    ///
    /// # Errors
    /// Where the vector has no request, or two.
    pub fn text(&self) -> Result<String, String> {
        match (&self.request, &self.request_text) {
            (Some(request), None) => Ok(request.to_string()),
            (None, Some(text)) => Ok(text.clone()),
            _ => Err(format!("vector `{}` needs either `request` or `request_text`", self.name)),
        }
    }
}

/// The folder of the vectors.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

/// Every vector file with its path, in the order of their names.
///
/// # Errors
/// Where the folder or a file cannot be read.
pub fn files() -> Result<Vec<(PathBuf, VectorFile)>, String> {
    let entries = fs::read_dir(folder()).map_err(|error| format!("{}: {error}", folder().display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.into_iter().map(|path| read(&path).map(|file| (path, file))).collect()
}

fn read(path: &Path) -> Result<VectorFile, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))
}

/// What the library answers to a vector now.
///
/// # Errors
/// Where the vector has no request, or the answer is no JSON.
pub fn answer(op: &str, vector: &Vector) -> Result<Value, String> {
    let text = keyaccount_wire::call(op, &vector.text()?);
    serde_json::from_str(&text).map_err(|error| format!("the answer to `{}` is no JSON: {error}", vector.name))
}

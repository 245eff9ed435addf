//! Reads typed values from JSON and, where that fails, finds every problem instead of only the first.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};

use crate::problem::{Problem, ProblemCode, quote};

/// Most problems listed for one value; the last one says that there are more.
const MOST_PROBLEMS: usize = 200;
/// Longest path and message kept, in characters.
const LONGEST_TEXT: usize = 400;

/// Reads a value from JSON text; on failure lists every problem with its path, not only the first.
///
/// # Errors
/// At least one [`Problem`].
///
/// # Examples
/// ```
/// use keyaccount::{Account, read_json};
///
/// let problems = read_json::<Account>(r#"{"id": "", "name": 7}"#).unwrap_err();
/// assert_eq!(problems.len(), 2);
/// assert_eq!(problems[0].path, "id");
/// ```
pub fn read_json<T: DeserializeOwned>(text: &str) -> Result<T, Vec<Problem>> {
    read(text).map_err(|(_, problems)| problems)
}

/// Reads a value; on failure gives every problem, and what is left when the bad parts are taken out (if anything).
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Result<T, (Option<T>, Vec<Problem>)> {
    match serde_json::from_str(text) {
        Ok(value) => Ok(value),
        Err(_) => Err(diagnose(text)),
    }
}

/// Reads a value from a tree, as [`read`] does from text.
pub(crate) fn read_tree<T: DeserializeOwned>(tree: Value) -> Result<T, (Option<T>, Vec<Problem>)> {
    let mut repair = Repair::new(tree);
    let value = repair.run();
    match value {
        Some(value) if repair.problems.is_empty() => Ok(value),
        partial => Err((partial, repair.problems)),
    }
}

fn diagnose<T: DeserializeOwned>(text: &str) -> (Option<T>, Vec<Problem>) {
    let mut reader = serde_json::Deserializer::from_str(text);
    let Err(first) = serde_path_to_error::deserialize::<_, T>(&mut reader) else {
        // Sound up to its end, so the trouble is what follows it.
        let problem = Problem::new(ProblemCode::InvalidJson, "", "text follows the end of the value", "one JSON value");
        return (None, vec![problem]);
    };
    let first = located(first.path(), &first.inner().to_string());
    let tree = match serde_json::from_str::<Value>(text) {
        Ok(tree) => tree,
        Err(_) if first.code != ProblemCode::InvalidJson => {
            // Too deep for a tree; what came first is wrong all the same.
            return (None, vec![Problem { code: ProblemCode::WrongType, ..first }]);
        }
        Err(error) => {
            let message = cut(&format!("the text is no JSON: {error}"));
            let problem = Problem::new(ProblemCode::InvalidJson, "", message, "one JSON value");
            // A number that no reader can hold stands somewhere; where the text breaks off, a path says nothing.
            let path = if error.to_string().starts_with("number out of range") { first.path } else { String::new() };
            return (None, vec![problem.at(path)]);
        }
    };
    let mut repair = Repair::new(tree);
    let value = repair.run();
    // A tree keeps the last of equal keys: that there are two, and what is wrong with the other one, shows only in
    // the text.
    let same = |problem: &Problem| problem.code == first.code || problem.path == first.path;
    if first.code == ProblemCode::DuplicateField || !repair.problems.iter().any(same) {
        repair.problems.insert(0, first);
    }
    (value, repair.problems)
}

fn located(path: &Path, message: &str) -> Problem {
    let steps: Vec<Segment> = path.iter().cloned().collect();
    Problem::from_text(&cut(message)).at(cut(&path_of(&steps, |_, index| index)))
}

/// The text of a path; `position` may tell another number for an element of the list at a path.
fn path_of(steps: &[Segment], position: impl Fn(&str, usize) -> usize) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Segment::Seq { index } => {
                let index = position(&path, *index);
                path.push_str(&format!("[{index}]"));
            }
            Segment::Map { key } => path = joined(&path, key),
            _ => {}
        }
    }
    path
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        // Keep the end, which carries the code of our own problems and what serde expected.
        Some((middle, _)) => {
            let tail = text.char_indices().rev().nth(LONGEST_TEXT).map_or(middle, |(at, _)| at.max(middle));
            format!("{}…{}", text.get(..middle).unwrap_or_default(), text.get(tail..).unwrap_or_default())
        }
        None => text.to_owned(),
    }
}

/// Takes bad parts out of a tree one by one until the rest can be read.
struct Repair {
    tree: Value,
    problems: Vec<Problem>,
    /// Elements taken out of each list, so that later positions can be told as they were.
    taken: BTreeMap<String, Vec<usize>>,
    /// Fields taken out: that one of them is missing then is no new problem.
    removed: BTreeSet<String>,
}

impl Repair {
    const fn new(tree: Value) -> Self {
        Self { tree, problems: Vec::new(), taken: BTreeMap::new(), removed: BTreeSet::new() }
    }

    fn run<T: DeserializeOwned>(&mut self) -> Option<T> {
        loop {
            let error = match serde_path_to_error::deserialize::<_, T>(&self.tree) {
                Ok(value) => return Some(value),
                Err(error) => error,
            };
            if self.problems.len() >= MOST_PROBLEMS {
                let message = format!("more than {MOST_PROBLEMS} problems; the rest is not listed");
                self.problems.push(Problem::new(ProblemCode::InconsistentSettings, "", message, ""));
                return None;
            }
            let mut steps: Vec<Segment> = error.path().iter().cloned().collect();
            // A path ends in an unknown segment where an enum's content was buffered.
            while matches!(steps.last(), Some(Segment::Unknown | Segment::Enum { .. })) {
                steps.pop();
            }
            let problem = Problem::from_text(&cut(&error.inner().to_string()));
            if !self.take_out(steps, problem) {
                return None;
            }
        }
    }

    /// Records a problem and takes its cause out of the tree; false where nothing is left to take out.
    fn take_out(&mut self, mut steps: Vec<Segment>, mut problem: Problem) -> bool {
        if problem.code == ProblemCode::UnknownField {
            let named = |key: &str| problem.message.starts_with(&format!("unknown field `{key}`"));
            if !matches!(steps.last(), Some(Segment::Map { key }) if named(key)) {
                let field = problem.message.split('`').nth(1).unwrap_or_default().to_owned();
                steps.push(Segment::Map { key: field });
            }
        }
        let path = self.original_path(&steps);
        let missing = problem.message.split('`').nth(1).filter(|_| problem.code == ProblemCode::MissingField);
        let path = missing.map_or_else(|| path.clone(), |field| joined(&path, field));
        let follows = missing.is_some() && self.removed.contains(&path);
        problem.path = cut(&path);
        if problem.value.is_empty() && problem.code != ProblemCode::MissingField {
            problem.value = match self.at(&steps) {
                // Within tagged data the path ends at the whole; the message still quotes the part.
                Some(Value::Object(_) | Value::Array(_)) if problem.message.starts_with('`') => {
                    problem.message.split('`').nth(1).unwrap_or_default().to_owned()
                }
                value => value.map(|value| quote(&shown(value))).unwrap_or_default(),
            };
        }
        if !follows {
            self.problems.push(problem);
        }
        self.remove(&steps)
    }

    fn at(&self, steps: &[Segment]) -> Option<&Value> {
        steps.iter().try_fold(&self.tree, |value, step| match step {
            Segment::Seq { index } => value.get(*index),
            Segment::Map { key } => value.get(key),
            _ => None,
        })
    }

    fn remove(&mut self, steps: &[Segment]) -> bool {
        let Some((last, parents)) = steps.split_last() else {
            return false;
        };
        let parent_path = self.original_path(parents);
        let parent = parents.iter().try_fold(&mut self.tree, |value, step| match step {
            Segment::Seq { index } => value.get_mut(*index),
            Segment::Map { key } => value.get_mut(key),
            _ => None,
        });
        match (parent, last) {
            (Some(Value::Object(fields)), Segment::Map { key }) if fields.contains_key(key) => {
                fields.remove(key);
                self.removed.insert(joined(&parent_path, key));
                true
            }
            (Some(Value::Array(items)), Segment::Seq { index }) if *index < items.len() => {
                items.remove(*index);
                let original = original_index(self.taken.get(&parent_path), *index);
                let taken = self.taken.entry(parent_path).or_default();
                taken.push(original);
                taken.sort_unstable();
                true
            }
            // What the path names is not there: its container is at fault.
            _ => self.remove(parents),
        }
    }

    /// The path as it was in the input, before anything was taken out.
    fn original_path(&self, steps: &[Segment]) -> String {
        path_of(steps, |list, index| original_index(self.taken.get(list), index))
    }
}

/// The path of a field of an object.
fn joined(path: &str, field: &str) -> String {
    if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") }
}

/// Where an element of a shortened list stood before; `taken` is sorted.
fn original_index(taken: Option<&Vec<usize>>, index: usize) -> usize {
    taken.into_iter().flatten().fold(index, |at, gone| if *gone <= at { at.saturating_add(1) } else { at })
}

/// What a problem quotes of JSON text, however it is spaced and escaped.
pub(crate) fn shown_text(text: &str) -> String {
    match text.chars().next() {
        Some('{') => "an object".to_owned(),
        Some('[') => "a list".to_owned(),
        _ => serde_json::from_str(text).map(|value| shown(&value)).unwrap_or_default(),
    }
}

/// What a problem quotes of a value.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(_) => "a list".to_owned(),
        Value::Object(_) => "an object".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests;

//! Reads a request field by field, so that every problem of a request is told at once.

use std::collections::BTreeMap;
use std::fmt;

use keyaccount::{Book, Playbook, Problem, ProblemCode, quote_non_finite_numbers, read_json};
use serde::Deserialize;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::playbook;

/// The fields of a request that were not read yet, and what was wrong with those that were.
pub(crate) struct Fields {
    fields: BTreeMap<String, Box<RawValue>>,
    known: Vec<&'static str>,
    problems: Vec<Problem>,
}

pub(crate) fn problem(code: ProblemCode, path: &str, message: String, allowed: String) -> Problem {
    Problem { code, path: path.to_owned(), value: String::new(), allowed, message }
}

/// What a request names and its book does not have.
pub(crate) fn not_found(path: &str, lacking: &str, name: &str) -> Problem {
    let message = format!("{lacking} `{name}`");
    Problem { value: name.to_owned(), ..problem(ProblemCode::NotFound, path, message, String::new()) }
}

impl Fields {
    pub(crate) fn read(request: &str) -> Result<Self, Vec<Problem>> {
        let text = quote_non_finite_numbers(request.trim_start_matches('\u{feff}'));
        let (fields, twice) = read_json::<FieldMap>(&text).map(|map| (map.fields, map.twice))?;
        let duplicate = |name: String| {
            let message = format!("duplicate field `{name}`");
            problem(ProblemCode::DuplicateField, &name, message, "each field once".to_owned())
        };
        Ok(Self { fields, known: Vec::new(), problems: twice.into_iter().map(duplicate).collect() })
    }

    /// A field that must be there.
    pub(crate) fn required<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<T> {
        let raw = self.required_raw(name)?;
        self.parse(name, &raw)
    }

    /// A field that may be missing or null.
    pub(crate) fn optional<T: DeserializeOwned>(&mut self, name: &'static str) -> Option<Option<T>> {
        self.known.push(name);
        match self.fields.remove(name).filter(|raw| raw.get() != "null") {
            Some(raw) => self.parse(name, &raw).map(Some),
            None => Some(None),
        }
    }

    pub(crate) fn required_raw(&mut self, name: &'static str) -> Option<Box<RawValue>> {
        self.known.push(name);
        let raw = self.fields.remove(name);
        if raw.is_none() {
            let message = format!("missing field `{name}`");
            self.problems.push(problem(ProblemCode::MissingField, name, message, String::new()));
        }
        raw
    }

    /// The text of the book, with nothing in it read.
    pub(crate) fn book_text(&mut self) -> Option<String> {
        let raw = self.required_raw("book")?;
        // A book may also come as the text of one, so that a client need not read what it passes on.
        if raw.get().starts_with('"') { self.parse::<String>("book", &raw) } else { Some(raw.get().to_owned()) }
    }

    /// The book; rows it leaves out are listed in it.
    pub(crate) fn book(&mut self) -> Option<Book> {
        let text = self.book_text()?;
        match Book::from_json(&text) {
            Ok(book) => Some(book),
            Err(problem) => self.fail(under("book", problem)),
        }
    }

    /// The book, where there is one.
    pub(crate) fn optional_book(&mut self) -> Option<Option<Book>> {
        match self.fields.get("book").filter(|raw| raw.get() != "null") {
            Some(_) => self.book().map(Some),
            None => {
                self.known.push("book");
                self.fields.remove("book");
                Some(None)
            }
        }
    }

    /// The playbook; a missing one means the six-stage preset.
    pub(crate) fn playbook(&mut self) -> Option<Playbook> {
        self.known.push("playbook");
        let Some(raw) = self.fields.remove("playbook").filter(|raw| raw.get() != "null") else {
            return Some(Playbook::six_stage());
        };
        match playbook::read(raw.get()) {
            Ok(playbook) => Some(playbook),
            Err(problems) => {
                self.problems.extend(problems.into_iter().map(|problem| under("playbook", problem)));
                None
            }
        }
    }

    fn parse<T: DeserializeOwned>(&mut self, name: &str, raw: &RawValue) -> Option<T> {
        match read_json(raw.get()) {
            Ok(value) => Some(value),
            Err(problems) => {
                self.problems.extend(problems.into_iter().map(|problem| under(name, problem)));
                None
            }
        }
    }

    /// Records a problem; always `None`, so that it can end an operation.
    pub(crate) fn fail<T>(&mut self, problem: Problem) -> Option<T> {
        self.problems.push(problem);
        None
    }

    /// Ends the reading: `None` where a field was left over or anything was wrong.
    pub(crate) fn end(&mut self) -> Option<()> {
        let allowed = self.known.join(", ");
        for name in std::mem::take(&mut self.fields).into_keys() {
            let short: String = name.chars().take(80).collect();
            let message = format!("unknown field `{short}`");
            self.problems.push(problem(ProblemCode::UnknownField, &short, message, allowed.clone()));
        }
        self.problems.is_empty().then_some(())
    }

    pub(crate) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

/// Puts a problem under the path of the field it was found in.
pub(crate) fn under(name: &str, problem: Problem) -> Problem {
    let path = match problem.path.as_str() {
        "" => name.to_owned(),
        inner if inner.starts_with('[') => format!("{name}{inner}"),
        inner => format!("{name}.{inner}"),
    };
    Problem { path, ..problem }
}

/// Fields by name, and the names that stood there twice.
struct FieldMap {
    fields: BTreeMap<String, Box<RawValue>>,
    twice: Vec<String>,
}

impl<'de> Deserialize<'de> for FieldMap {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldMapVisitor)
    }
}

struct FieldMapVisitor;

impl<'de> Visitor<'de> for FieldMapVisitor {
    type Value = FieldMap;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a request (an object)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<FieldMap, A::Error> {
        let mut read = FieldMap { fields: BTreeMap::new(), twice: Vec::new() };
        while let Some((name, value)) = map.next_entry::<String, Box<RawValue>>()? {
            if read.fields.insert(name.clone(), value).is_some() {
                read.twice.push(name.chars().take(80).collect());
            }
        }
        Ok(read)
    }
}

//! Reads the tables of a book from JSON, row by row, so that one bad row costs no other.

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;
use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Located;
use super::tables::{Rows, for_each_table};
use super::*;
use crate::diagnosis;
use crate::problem::{Problem, ProblemCode, quote};

/// Tables as far as they could be read.
#[derive(Default)]
pub(crate) struct TableReading {
    pub(crate) rows: Rows,
    /// Rows of each table in the input, readable or not.
    pub(crate) lengths: Vec<(&'static str, usize)>,
    pub(crate) problems: Vec<Problem>,
}

pub(crate) fn read_tables(text: &str) -> Result<TableReading, Problem> {
    let text = quote_non_finite_numbers(text.trim_start_matches('\u{feff}'));
    serde_json::from_str(&text).map_err(|error| {
        let mut problem = Problem::from_text(&error.to_string());
        if problem.code == ProblemCode::InvalidJson {
            problem.message = error.to_string();
        }
        problem
    })
}

/// Puts quotes around the bare words `NaN`, `Infinity` and `-Infinity` where they stand for JSON values.
///
/// JSON has no such numbers, but Python writes them. Quoted, with a control character before them that no field takes,
/// they cost the row they stand in, which is then refused with the field's path, and not the whole text. Text that has
/// none is returned as it is.
///
/// # Examples
/// ```
/// use keyaccount::quote_non_finite_numbers;
///
/// assert_eq!(quote_non_finite_numbers(r#"{"score": NaN, "remark": "NaN"}"#), r#"{"score": "\u0001NaN", "remark": "NaN"}"#);
/// ```
#[must_use]
pub fn quote_non_finite_numbers(text: &str) -> Cow<'_, str> {
    const WORDS: [&str; 3] = ["NaN", "-Infinity", "Infinity"];
    if !WORDS.iter().any(|word| text.contains(word)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut in_string = false;
    while let Some(first) = rest.chars().next() {
        let word = WORDS.iter().find(|word| !in_string && rest.starts_with(**word));
        let escaped = in_string && first == '\\';
        let length = match word {
            Some(word) => word.len(),
            None if escaped => rest.chars().take(2).map(char::len_utf8).sum(),
            None => first.len_utf8(),
        };
        let (piece, tail) = rest.split_at_checked(length).unwrap_or((rest, ""));
        if word.is_some() {
            // The control character keeps it from passing for a text.
            out.extend(["\"\\u0001", piece, "\""]);
        } else {
            in_string ^= first == '"';
            out.push_str(piece);
        }
        rest = tail;
    }
    Cow::Owned(out)
}

impl<'de> Deserialize<'de> for TableReading {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TableVisitor)
    }
}

struct TableVisitor;

impl<'de> Visitor<'de> for TableVisitor {
    type Value = TableReading;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a book (an object of tables)")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TableReading, A::Error> {
        let mut reading = TableReading { lengths: Rows::default().lengths(), ..TableReading::default() };
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            let raw: &'de RawValue = map.next_value()?;
            reading.add_table(&key, raw);
        }
        Ok(reading)
    }
}

impl TableReading {
    fn add_table(&mut self, key: &str, raw: &RawValue) {
        macro_rules! dispatch {
            ($($table:ident: $row:ident, $doc:literal;)+) => {
                match key {
                    $(stringify!($table) => {
                        let rows = self.read_table::<$row>(stringify!($table), raw);
                        self.rows.$table.extend(rows);
                    })+
                    _ => {
                        let message = format!("unknown table `{}`", quote(key));
                        let allowed = [$(stringify!($table)),+].join(", ");
                        let problem = Problem::new(ProblemCode::UnknownField, key, message, allowed);
                        self.problems.push(problem.at(quote(key)));
                    }
                }
            };
        }
        for_each_table!(dispatch);
    }

    fn read_table<T: DeserializeOwned>(&mut self, table: &'static str, raw: &RawValue) -> Vec<Located<T>> {
        let items: Vec<&RawValue> = match serde_json::from_str::<Option<Vec<&RawValue>>>(raw.get()) {
            Ok(items) => items.unwrap_or_default(),
            Err(_) => {
                let problem = Problem::new(
                    ProblemCode::WrongType,
                    diagnosis::shown_text(raw.get()),
                    "a table is a list of rows",
                    "a list",
                );
                self.problems.push(problem.at(table));
                return Vec::new();
            }
        };
        let before = self.count(table, items.len());
        if before > 0 {
            let problem = Problem::new(ProblemCode::DuplicateField, table, "a table given twice; both are read", "");
            self.problems.push(problem.at(table));
        }
        let mut rows = Vec::with_capacity(items.len());
        for (offset, item) in items.into_iter().enumerate() {
            let position = before.saturating_add(offset);
            if item.get().starts_with('[') {
                // serde would read a list as the fields in their order; a row names its fields.
                let problem = Problem::new(
                    ProblemCode::WrongType,
                    "a list",
                    "invalid type: a list, expected an object",
                    "an object",
                );
                self.problems.push(under(table, position, problem));
                continue;
            }
            match diagnosis::read(item.get()) {
                Ok(fact) => rows.push(Located { position, fact }),
                Err((_, problems)) => {
                    self.problems.extend(problems.into_iter().map(|problem| under(table, position, problem)));
                }
            }
        }
        rows
    }

    /// Adds to the count of a table's rows and gives the count before.
    fn count(&mut self, table: &str, rows: usize) -> usize {
        let Some((_, length)) = self.lengths.iter_mut().find(|(name, _)| *name == table) else {
            return 0;
        };
        let before = *length;
        *length = length.saturating_add(rows);
        before
    }
}

/// Puts a problem of a row under the row's path.
fn under(table: &str, position: usize, problem: Problem) -> Problem {
    let path = match problem.path.as_str() {
        "" => format!("{table}[{position}]"),
        inner => format!("{table}[{position}].{inner}"),
    };
    problem.at(path)
}

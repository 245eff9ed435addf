//! Reads typed values from the cells of one row and reports those that cannot be read.

use keyaccount::{Problem, ProblemCode};

use super::field::Field;
use super::problem::{at, problem, quote};
use super::sheet::{Sheet, SheetRow};

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Seen<T> {
    /// Nothing: there is no such column, or what stands there cannot be read. What was known before stands.
    Nothing,
    /// That there is no value.
    Blank,
    /// A value.
    Value(T),
}

impl<T: Clone> Seen<T> {
    /// The value, as far as there is one.
    pub(super) fn value(&self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value.clone()),
            Self::Nothing | Self::Blank => None,
        }
    }

    /// What is known once this is seen.
    pub(super) fn over(&self, before: &Option<T>) -> Option<T> {
        match self {
            Self::Nothing => before.clone(),
            Self::Blank | Self::Value(_) => self.value(),
        }
    }
}

/// The cells of one row.
pub(super) struct Cells<'a> {
    sheet: &'a Sheet,
    row: &'a SheetRow,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Cells<'a> {
    pub(super) const fn new(sheet: &'a Sheet, row: &'a SheetRow, problems: &'a mut Vec<Problem>) -> Self {
        Self { sheet, row, problems }
    }

    /// The row that they are cells of.
    pub(super) const fn row(&self) -> &SheetRow {
        self.row
    }

    /// Whether the file has a column for a field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.sheet.has(field)
    }

    /// Reports a problem of a cell.
    pub(super) fn report(&mut self, field: Field, found: Problem) {
        self.problems.push(at(self.sheet.path(self.row.number, field), found));
    }

    /// Reads a cell.
    pub(super) fn see<T>(&mut self, field: Field, parse: impl FnOnce(&str) -> Result<T, Problem>) -> Seen<T> {
        let Some(bytes) = self.sheet.cell(self.row, field) else {
            return Seen::Nothing;
        };
        let is_text = std::str::from_utf8(bytes).is_ok();
        let Some(text) = self.sheet.text(self.row, field) else {
            return Seen::Blank;
        };
        if !is_text {
            let message = format!("`{}` holds bytes that are not UTF-8", quote(&text));
            self.report(field, problem(ProblemCode::InvalidText, &text, message, "UTF-8"));
            return Seen::Nothing;
        }
        match parse(&text) {
            Ok(value) => Seen::Value(value),
            Err(found) => {
                self.report(field, found);
                Seen::Nothing
            }
        }
    }

    /// Reads a cell that may be blank.
    pub(super) fn optional<T: Clone>(
        &mut self,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        self.see(field, parse).value()
    }

    /// Reads a cell without which the row means nothing.
    pub(super) fn required<T: Clone>(
        &mut self,
        field: Field,
        parse: impl FnOnce(&str) -> Result<T, Problem>,
    ) -> Option<T> {
        let before = self.problems.len();
        let seen = self.see(field, parse);
        if !matches!(seen, Seen::Value(_)) && self.problems.len() == before {
            let message = format!("the row has no `{field}`: left out");
            self.report(field, problem(ProblemCode::MissingField, "", message, "a value"));
        }
        seen.value()
    }

    /// Reads a yes or no; a blank is neither.
    pub(super) fn flag(&mut self, field: Field) -> Option<bool> {
        self.optional(field, |text| match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Ok(true),
            "false" | "0" | "no" => Ok(false),
            _ => {
                let message = format!("`{}` is neither true nor false", quote(text));
                Err(problem(ProblemCode::UnknownValue, text, message, "true, 1, yes, false, 0, no"))
            }
        })
    }
}

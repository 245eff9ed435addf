//! One CSV file: its header, and its rows as they stand.

use std::borrow::Cow;
use std::collections::BTreeMap;

use csv::ByteRecord;
use keyaccount::{Problem, ProblemCode};

use super::field::{Field, FileKind, Need};
use super::mapping::SalesforceMapping;
use super::problem::{at, problem, quote};

/// One row with its number, as a spreadsheet shows it: the header is row 1.
#[derive(Clone, Debug)]
pub(super) struct SheetRow {
    pub(super) number: usize,
    pub(super) cells: ByteRecord,
}

/// A file as far as it can be read.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) file: String,
    pub(super) present: bool,
    header: Vec<String>,
    columns: BTreeMap<Field, usize>,
    /// Columns that the mapping names and the file lacks.
    pub(super) absent: Vec<String>,
    /// Whether every required column is there.
    pub(super) usable: bool,
    /// Rows of the file, readable or not.
    pub(super) row_count: usize,
    /// The rows that can be read.
    pub(super) rows: Vec<SheetRow>,
}

/// Reads a file; a missing one is a problem too.
pub(super) fn read_sheet(
    kind: FileKind,
    bytes: Option<&[u8]>,
    mapping: &SalesforceMapping,
    problems: &mut Vec<Problem>,
) -> Sheet {
    let mut sheet = Sheet {
        file: mapping.file_name(kind).to_owned(),
        present: bytes.is_some(),
        header: Vec::new(),
        columns: BTreeMap::new(),
        absent: Vec::new(),
        usable: false,
        row_count: 0,
        rows: Vec::new(),
    };
    let Some(bytes) = bytes else {
        let message = format!("there is no `{}`: {}", quote(&sheet.file), kind.without());
        problems.push(at(&sheet.file, problem(ProblemCode::NotFound, "", message, "")));
        return sheet;
    };
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let message = format!("`{}` is UTF-16", quote(&sheet.file));
        problems.push(at(&sheet.file, problem(ProblemCode::InvalidText, "", message, "UTF-8")));
        return sheet;
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut reader =
        csv::ReaderBuilder::new().delimiter(mapping.delimiter()).has_headers(false).flexible(true).from_reader(bytes);
    let mut records = reader.byte_records().map_while(Result::ok);
    let header = records.next().unwrap_or_default();
    sheet.header = header.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
    sheet.find_columns(kind, mapping, problems);
    for (index, cells) in records.enumerate() {
        sheet.row_count = sheet.row_count.saturating_add(1);
        let row = SheetRow { number: index.saturating_add(2), cells };
        if sheet.usable && sheet.fits(&row, problems) {
            sheet.rows.push(row);
        }
    }
    if ends_inside_quotes(bytes, mapping.delimiter()) {
        let path = format!("{}[{}]", sheet.file, sheet.row_count.saturating_add(1));
        let message = "a quote is opened and never closed: the rest of the file is read as one cell";
        problems.push(at(path, problem(ProblemCode::InvalidText, "", message, "a closing quote")));
    }
    sheet
}

impl Sheet {
    pub(super) fn has(&self, field: Field) -> bool {
        self.columns.contains_key(&field)
    }

    /// Columns of the file that the mapping does not name.
    pub(super) fn unused(&self) -> Vec<String> {
        let used: Vec<usize> = self.columns.values().copied().collect();
        let unused = self.header.iter().enumerate().filter(|(index, _)| !used.contains(index));
        unused.map(|(_, name)| quote(name)).collect()
    }

    /// Where a cell stands.
    pub(super) fn path(&self, row: usize, field: Field) -> String {
        let column = self.columns.get(&field).and_then(|index| self.header.get(*index));
        format!("{}[{row}].{}", self.file, column.map_or_else(|| field.as_str().to_owned(), |name| quote(name)))
    }

    /// The bytes of a cell; none where there is no such column, or the row ends before it.
    pub(super) fn cell<'a>(&self, row: &'a SheetRow, field: Field) -> Option<&'a [u8]> {
        row.cells.get(*self.columns.get(&field)?)
    }

    /// The text of a cell without outer blanks; none where it is blank.
    pub(super) fn text<'a>(&self, row: &'a SheetRow, field: Field) -> Option<Cow<'a, str>> {
        let text = match String::from_utf8_lossy(self.cell(row, field)?) {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
            Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
        };
        Some(text).filter(|text| !text.is_empty())
    }

    fn find_columns(&mut self, kind: FileKind, mapping: &SalesforceMapping, problems: &mut Vec<Problem>) {
        self.usable = true;
        for (field, need) in kind.fields() {
            let Some(name) = mapping.column(kind, *field) else {
                if *need == Need::Required {
                    self.usable = false;
                    let message =
                        format!("the mapping names no column for `{field}`, without which no row can be read");
                    let found = problem(ProblemCode::MissingField, field, message, "a column in the mapping");
                    problems.push(at(format!("{}.{field}", self.file), found));
                }
                continue;
            };
            let exact: Vec<usize> = positions(&self.header, |header| header == name);
            let alike = positions(&self.header, |header| header.eq_ignore_ascii_case(name));
            let found = if exact.is_empty() { alike } else { exact };
            if let Some(first) = found.first() {
                self.columns.insert(*field, *first);
            }
            if found.len() > 1 {
                let message = format!("the column `{}` is there {} times: the first is read", quote(name), found.len());
                let found = problem(ProblemCode::DuplicateName, name, message, "each column once");
                problems.push(at(format!("{}.{}", self.file, quote(name)), found));
            }
            if found.is_empty() {
                self.absent.push(name.to_owned());
                self.usable &= *need != Need::Required;
                if *need == Need::Optional {
                    continue;
                }
                let effect = match need {
                    Need::Required => "no row can be read",
                    _ => "its values are unknown",
                };
                let message = format!("there is no column `{}`: {effect}", quote(name));
                let allowed = format!("one of the columns there are: {}", self.header.join(", "));
                let found = problem(ProblemCode::MissingField, name, message, allowed);
                problems.push(at(format!("{}.{}", self.file, quote(name)), found));
            }
        }
    }

    /// Whether a row has the header's number of cells, near enough that each stands in its column.
    fn fits(&self, row: &SheetRow, problems: &mut Vec<Problem>) -> bool {
        let (cells, columns) = (row.cells.len(), self.header.len());
        let path = || format!("{}[{}]", self.file, row.number);
        let allowed = format!("{columns} cells");
        if cells < columns {
            let message = format!("the row has {cells} cells: those that are not there say nothing");
            problems.push(at(path(), problem(ProblemCode::MissingField, "", message, allowed)));
            return true;
        }
        let Some(extra) = row.cells.iter().skip(columns).find(|cell| !cell.trim_ascii().is_empty()) else {
            return true;
        };
        let message = format!("the row has {cells} cells, so that any of them may stand in a wrong column: left out");
        let value = String::from_utf8_lossy(extra);
        problems.push(at(path(), problem(ProblemCode::UnknownField, value, message, allowed)));
        false
    }
}

fn positions(header: &[String], is_it: impl Fn(&str) -> bool) -> Vec<usize> {
    header.iter().enumerate().filter(|(_, name)| is_it(name)).map(|(index, _)| index).collect()
}

/// Whether the text ends inside a quoted cell, which a CSV reader closes without a word.
fn ends_inside_quotes(bytes: &[u8], delimiter: u8) -> bool {
    let mut quoted = false;
    let mut at_cell_start = true;
    let mut bytes = bytes.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if quoted {
            if byte == b'"' && bytes.next_if_eq(&b'"').is_none() {
                quoted = false;
            }
            continue;
        }
        quoted = at_cell_start && byte == b'"';
        at_cell_start = byte == delimiter || byte == b'\n' || byte == b'\r';
    }
    quoted
}

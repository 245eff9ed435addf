//! One row for each identifier, the same one whatever the order of the rows; and links without circles.

use std::collections::{BTreeMap, BTreeSet};

use csv::ByteRecord;
use keyaccount::{Problem, ProblemCode};

use super::field::Field;
use super::problem::{at, problem};
use super::sheet::Sheet;

/// A row that has an identifier.
pub(super) trait Identified {
    /// The identifier, where the row has one.
    fn id(&self) -> Option<&str>;
    /// The row's number.
    fn row(&self) -> usize;
    /// When the row was changed last, as far as it says so.
    fn changed(&self) -> Option<chrono::NaiveDateTime>;
    /// The row as it stands.
    fn cells(&self) -> &ByteRecord;
}

/// Keeps the row that was changed last of those with one identifier; at a draw the one with the greater contents.
pub(super) fn unique<T: Identified>(rows: Vec<T>, sheet: &Sheet, problems: &mut Vec<Problem>) -> Vec<T> {
    let mut kept: Vec<T> = Vec::with_capacity(rows.len());
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for mut row in rows {
        let Some(id) = row.id().map(str::to_owned) else {
            kept.push(row);
            continue;
        };
        let Some(first) = places.get(&id).and_then(|place| kept.get_mut(*place)) else {
            places.insert(id, kept.len());
            kept.push(row);
            continue;
        };
        let code = if first.cells() == row.cells() { ProblemCode::DuplicateFact } else { ProblemCode::ConflictingId };
        if code == ProblemCode::ConflictingId && rank(&row) > rank(first) {
            std::mem::swap(first, &mut row);
        }
        let message = match code {
            ProblemCode::DuplicateFact => format!("the same as row {}: left out", first.row()),
            _ => format!("the same identifier as row {}, with other contents: left out", first.row()),
        };
        let found = problem(code, &id, message, "one row for each identifier");
        problems.push(at(sheet.path(row.row(), Field::Id), found));
    }
    kept
}

fn rank<T: Identified>(row: &T) -> (Option<chrono::NaiveDateTime>, Vec<&[u8]>) {
    (row.changed(), row.cells().iter().collect())
}

/// The identifiers from which links lead back to themselves.
pub(super) fn in_circles<'a>(links: &BTreeMap<&'a str, &'a str>) -> BTreeSet<&'a str> {
    let mut circles = BTreeSet::new();
    let mut settled: BTreeSet<&str> = BTreeSet::new();
    for start in links.keys() {
        let mut way: Vec<&str> = Vec::new();
        let mut on_way: BTreeSet<&str> = BTreeSet::new();
        let mut place = Some(*start);
        while let Some(here) = place.filter(|here| !settled.contains(here)) {
            if !on_way.insert(here) {
                let circle = way.iter().skip_while(|step| **step != here);
                circles.extend(circle.copied());
                break;
            }
            way.push(here);
            place = links.get(here).copied();
        }
        settled.extend(way);
    }
    circles
}

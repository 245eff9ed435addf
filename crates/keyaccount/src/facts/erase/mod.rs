//! Erases what is personal about people, so that every verdict still computes.
//!
//! | field | on erasure |
//! | --- | --- |
//! | `stakeholders`: `name`, `title`, `department`, `communication_style` | cleared |
//! | `committee_seats`: `drivers`, `formal_roles` | cleared |
//! | `stakeholder_changes` of drivers, of formal roles, of the communication style | the row is removed |
//! | every text of any fact, such as notes, remarks, reasons, task titles, names of accounts and opportunities, other people's titles | the person's name in it is replaced by their identifier |
//! | the person's identifier, wherever it stands | replaced where a pseudonym is given, kept otherwise |
//! | roles, stance and why, influence, coach's position, whether they inform a competitor, `since`, reporting line | kept: what is known of the purchase, under the identifier alone |
//! | interactions, contributions, relationships, surveys, complaints, tasks, expenses, wallet estimates, switching costs | kept under the identifier; their texts as above |
//! | identifiers of other facts, of other people, and of our own people | kept; where an erased name or a part of one stands in it, listed for review |
//! | another person's name | kept, since it is theirs; where an erased name stands in it, or is the same, listed for review |
//!
//! An identifier of a fact or of a person is listed at its own row, not where others refer to it; one of somebody who
//! has no row, and those of our own people, wherever they stand.
//!
//! A name is found as a whole where no letter or digit goes on with it; in scripts without spaces, anywhere. It is found
//! whatever its capitals, its spaces (in Chinese, Japanese, and Korean also with and without any: 王 小芳 is 王小芳), and
//! the width of its letters (Ａｄａ is Ada). Of a name with brackets, such as 王芳 (Fang Wang), what stands outside of
//! them is a whole name too, if it has two words or two Chinese, Japanese, or Korean characters.
//!
//! A text with a part of a name is left as it is, since it may mean somebody else, and listed for review. Parts are words
//! from three letters on, in Chinese, Japanese, and Korean from two characters on, and what stands in brackets.
//!
//! Not found, neither replaced nor listed:
//! - nicknames, translations and transcriptions (Wang Fang for 王芳), traditional for simplified characters;
//! - a single Chinese or Korean character, so the family name in 王总 or 王经理; shorter words and initials (A. E.);
//! - a name with letters before or behind it (`adaexample@north.test`), in a text or in an identifier;
//! - accents written otherwise: left out (Jose for José), as two letters (Mueller for Müller), or as characters of their
//!   own behind the letter, as some systems export them; the texts of a book are best brought into one form (NFC) before;
//! - names with invisible characters, such as soft hyphens, or in letters of another script that look the same;
//! - in another person's name, a part alone: many share a family name.
//!
//! An unlawful inducement among the drivers goes with the others, and with it the compliance finding that rests on it:
//! who has to keep that, keeps it outside of the book before erasing. Expenses stay, and so do the findings on them.

mod names;
#[cfg(test)]
mod tests;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use self::names::Names;
use self::walk::{At, Text, Visitor, walk};
use super::read::read_tables;
use super::tables::{Facts, Rows};
use super::{StakeholderChange, StakeholderChangeKind};
use crate::problem::{Problem, ProblemCode};
use crate::values::{StakeholderId, vocabulary};

/// Asks to erase what is personal about one person.
///
/// # Examples
/// ```
/// use keyaccount::Erasure;
///
/// let erasure: Erasure = serde_json::from_str(r#"{"stakeholder": "np-director", "pseudonym": "person-17"}"#)?;
/// assert!(erasure.pseudonym.is_some());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Erasure {
    /// The person.
    pub stakeholder: StakeholderId,
    /// The identifier that takes the place of the person's own; null keeps it.
    #[serde(default)]
    pub pseudonym: Option<StakeholderId>,
}

vocabulary! {
    /// What was done to a field in an erasure.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ErasureAction::RowRemoved.as_str(), "row_removed");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ErasureAction {
        /// The value is gone.
        Cleared = "cleared", "cleared", "已清除";
        /// An identifier stands in the place of a name or of another identifier.
        Replaced = "replaced", "replaced", "已替换";
        /// The whole row is gone.
        RowRemoved = "row_removed", "row removed", "已删除该行";
        /// Nothing was done: it may name the person, which somebody has to look at.
        LeftForReview = "left_for_review", "left for review", "待人工核查";
    }
}

/// One change that an erasure made.
///
/// # Examples
/// ```
/// use keyaccount::{ErasedField, ErasureAction};
///
/// let field = ErasedField { path: "stakeholders[3].name".to_owned(), action: ErasureAction::Cleared };
/// assert_eq!(serde_json::to_string(&field)?, r#"{"path":"stakeholders[3].name","action":"cleared"}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErasedField {
    /// Where, in the facts that were given.
    pub path: String,
    /// What was done.
    pub action: ErasureAction,
}

/// Facts without what was personal about some people. No erased value stands in it, but for what is listed as left for
/// review and for spellings that are not found: other scripts, nicknames, names run together.
///
/// # Examples
/// ```
/// use keyaccount::{Facts, erase_personal_fields};
///
/// let verdict = erase_personal_fields(Facts::default(), &[]).unwrap();
/// assert!(verdict.erased.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ErasureVerdict {
    /// The facts, as they are to be kept.
    pub facts: Facts,
    /// Every change, in the order of the facts.
    pub erased: Vec<ErasedField>,
    /// People who are to be erased and of whom there is no row; what else names their identifier was treated alike.
    pub not_found: Vec<StakeholderId>,
}

/// Erases what is personal about people: their names, titles, departments, how they like to be spoken with, what moves
/// them, their formal roles, and their names in every text. With a pseudonym, their identifiers too.
///
/// # Errors
/// Problems where a person or a pseudonym is given twice, or where a pseudonym is somebody's identifier already. They
/// quote no value.
///
/// # Examples
/// ```
/// use keyaccount::{Erasure, Facts, Stakeholder, Task, erase_personal_fields};
///
/// let mut director = Stakeholder::new("np-director".parse()?, "north-plant".parse()?);
/// director.name = Some("Ada Example".parse()?);
/// let task = Task::new("task-1".parse()?, "north-plant".parse()?, "call ADA EXAMPLE back".parse()?);
/// let facts = Facts { stakeholders: vec![director], tasks: vec![task], ..Facts::default() };
///
/// let erasure = Erasure { stakeholder: "np-director".parse()?, pseudonym: Some("person-17".parse()?) };
/// let verdict = erase_personal_fields(facts, &[erasure]).unwrap();
/// assert!(verdict.facts.stakeholders[0].name.is_none());
/// assert_eq!(verdict.facts.stakeholders[0].id.as_str(), "person-17");
/// assert_eq!(verdict.facts.tasks[0].title.as_str(), "call person-17 back");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn erase_personal_fields(facts: Facts, erasures: &[Erasure]) -> Result<ErasureVerdict, Vec<Problem>> {
    erase_rows(facts.into(), erasures)
}

/// The same for facts as JSON text, with the rows that cannot be read. These are not among the facts of the verdict,
/// and, since what they hold may be personal, their problems say only where and of what kind.
///
/// # Errors
/// As [`erase_personal_fields`]; and where the text is no book at all.
///
/// # Examples
/// ```
/// use keyaccount::erase_personal_fields_in_json;
///
/// let book = r#"{"stakeholders": [{"id": "np-director", "account": "north-plant", "name": 7}]}"#;
/// let (verdict, left_out) = erase_personal_fields_in_json(book, &[]).unwrap();
/// assert!(verdict.facts.stakeholders.is_empty());
/// assert_eq!((left_out[0].path.as_str(), left_out[0].value.as_str()), ("stakeholders[0].name", ""));
/// ```
pub fn erase_personal_fields_in_json(
    text: &str,
    erasures: &[Erasure],
) -> Result<(ErasureVerdict, Vec<Problem>), Vec<Problem>> {
    let reading = read_tables(text).map_err(|problem| vec![without_values(problem)])?;
    let left_out = reading.problems.into_iter().map(without_values).collect();
    Ok((erase_rows(reading.rows, erasures)?, left_out))
}

fn erase_rows(mut rows: Rows, erasures: &[Erasure]) -> Result<ErasureVerdict, Vec<Problem>> {
    let mut ids = KnownIds::default();
    walk(&mut rows, &mut ids);
    check(erasures, &ids.0)?;
    let people: BTreeMap<&StakeholderId, &StakeholderId> =
        erasures.iter().map(|erasure| (&erasure.stakeholder, new_id(erasure))).collect();
    let mut names = Names::default();
    for (old, new) in &people {
        names.add_id(old.as_str(), new.as_str());
    }
    let mut found = BTreeSet::new();
    for person in rows.stakeholders.iter().map(|row| &row.fact) {
        let Some(new) = people.get(&person.id) else { continue };
        found.insert(person.id.clone());
        if let Some(name) = &person.name {
            names.add_name(name.as_str(), new.as_str());
        }
    }
    let with_row = rows.stakeholders.iter().map(|row| row.fact.id.clone()).collect();
    let mut eraser = Eraser { people, with_row, names, erased: Vec::new() };
    walk(&mut rows, &mut eraser);
    // The walk has listed them and cannot take out what it stands on; their identifiers are the old ones.
    rows.stakeholder_changes.retain(|row| !(is_personal(&row.fact) && eraser.is_erased(&row.fact.stakeholder)));
    let erased = eraser.erased;
    let not_found = erasures.iter().map(|erasure| &erasure.stakeholder).filter(|id| !found.contains(*id));
    let not_found: BTreeSet<StakeholderId> = not_found.cloned().collect();
    Ok(ErasureVerdict { facts: rows.into(), erased, not_found: not_found.into_iter().collect() })
}

fn new_id(erasure: &Erasure) -> &StakeholderId {
    erasure.pseudonym.as_ref().unwrap_or(&erasure.stakeholder)
}

fn is_personal(change: &StakeholderChange) -> bool {
    matches!(
        change.change,
        StakeholderChangeKind::DriversChanged { .. }
            | StakeholderChangeKind::FormalRolesChanged { .. }
            | StakeholderChangeKind::CommunicationStyleChanged { .. }
    )
}

/// Each person once, each pseudonym once, and none that is somebody's identifier.
fn check(erasures: &[Erasure], known: &BTreeSet<StakeholderId>) -> Result<(), Vec<Problem>> {
    let mut problems = Vec::new();
    let (mut people, mut pseudonyms) = (BTreeSet::new(), BTreeSet::new());
    let mut report = |index: usize, field: &str, code: ProblemCode, message: &str, allowed: &str| {
        problems.push(Problem::new(code, "", message, allowed).at(format!("erasures[{index}].{field}")));
    };
    for (index, erasure) in erasures.iter().enumerate() {
        if !people.insert(&erasure.stakeholder) {
            let message = "the person is to be erased twice";
            report(index, "stakeholder", ProblemCode::DuplicateName, message, "each person once");
        }
        let Some(pseudonym) = &erasure.pseudonym else { continue };
        if known.contains(pseudonym) || erasures.iter().any(|other| other.stakeholder == *pseudonym) {
            let message = "the pseudonym is somebody's identifier already";
            report(index, "pseudonym", ProblemCode::ConflictingId, message, "an identifier that nobody has");
        } else if !pseudonyms.insert(pseudonym) {
            let message = "the pseudonym is given to two people";
            report(index, "pseudonym", ProblemCode::DuplicateName, message, "a pseudonym of its own for each person");
        }
    }
    if problems.is_empty() { Ok(()) } else { Err(problems) }
}

/// What of a problem cannot be personal: where, of what kind, and what is allowed there.
fn without_values(problem: Problem) -> Problem {
    let names_a_field = matches!(problem.code, ProblemCode::UnknownField | ProblemCode::DuplicateField);
    let path = match problem.path.find(']') {
        // What a field that is not known is called, may be anything.
        Some(end) if names_a_field => problem.path.get(..=end).unwrap_or_default().to_owned(),
        None if names_a_field => String::new(),
        _ => problem.path,
    };
    let message = "it cannot be read; what stands there is not quoted, since it may be personal".to_owned();
    Problem { code: problem.code, path, value: String::new(), allowed: problem.allowed, message }
}

/// Everybody's identifier, wherever it stands.
#[derive(Default)]
struct KnownIds(BTreeSet<StakeholderId>);

impl Visitor for KnownIds {
    fn person(&mut self, _: At<'_>, id: &mut StakeholderId) {
        self.0.insert(id.clone());
    }
}

struct Eraser<'a> {
    /// The people to be erased, and the identifiers they have afterwards.
    people: BTreeMap<&'a StakeholderId, &'a StakeholderId>,
    /// Everybody of whom there is a row, by the old identifiers.
    with_row: BTreeSet<StakeholderId>,
    names: Names,
    erased: Vec<ErasedField>,
}

impl Eraser<'_> {
    fn note(&mut self, at: At<'_>, action: ErasureAction) {
        self.erased.push(ErasedField { path: at.to_string(), action });
    }
}

impl Visitor for Eraser<'_> {
    fn is_erased(&self, id: &StakeholderId) -> bool {
        self.people.contains_key(id)
    }

    fn cleared(&mut self, at: At<'_>) {
        self.note(at, ErasureAction::Cleared);
    }

    fn removed(&mut self, at: At<'_>) {
        self.note(at, ErasureAction::RowRemoved);
    }

    fn person(&mut self, at: At<'_>, id: &mut StakeholderId) {
        if let Some(new) = self.people.get(id).map(|new| (*new).clone()).filter(|new| new != id) {
            *id = new;
            self.note(at, ErasureAction::Replaced);
        } else if (at.is_own_id() || !self.with_row.contains(id)) && self.names.are_hinted_at_in(id.as_str()) {
            self.note(at, ErasureAction::LeftForReview);
        }
    }

    fn text<T: Text>(&mut self, at: At<'_>, text: &mut T) {
        let found = self.names.look_into((*text).borrow());
        if let Some((replaced, id)) = found.replaced {
            // Too long with the identifier in it: then the identifier alone, which always fits.
            if let Ok(shorter) = replaced.parse().or_else(|_| id.parse()) {
                *text = shorter;
                self.note(at, ErasureAction::Replaced);
            }
        }
        if found.is_named_in_part {
            self.note(at, ErasureAction::LeftForReview);
        }
    }

    fn kept_name(&mut self, at: At<'_>, name: &str) {
        if self.names.stand_in(name) {
            self.note(at, ErasureAction::LeftForReview);
        }
    }

    fn key(&mut self, at: At<'_>, key: &str) {
        if self.names.are_hinted_at_in(key) {
            self.note(at, ErasureAction::LeftForReview);
        }
    }
}

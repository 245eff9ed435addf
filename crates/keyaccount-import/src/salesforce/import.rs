//! The import: files to facts.

use std::collections::{BTreeMap, BTreeSet};

use keyaccount::{
    Account, AccountId, Date, Facts, Opportunity, OpportunityId, Playbook, Problem, ProblemCode, Stakeholder,
};
use serde::Serialize;

use super::cells::Cells;
use super::field::{Field, FileKind};
use super::history::Story;
use super::instant::Instant;
use super::mapping::{DeletedRows, SalesforceMapping};
use super::problem::{at, problem, quote};
use super::rows::{AccountRow, ContactRow, HistoryRow, OpportunityRow, name_of};
use super::sheet::{Sheet, read_sheet};
use super::unique::{Identified, in_circles, unique};

/// The files of an export as bytes; they need not be UTF-8 throughout.
///
/// # Examples
/// ```
/// use keyaccount_import::SalesforceExport;
///
/// let export = SalesforceExport { opportunities: "Id,AccountId,StageName\n".into(), ..SalesforceExport::default() };
/// assert!(export.history.is_none());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SalesforceExport {
    /// The opportunities as they stand.
    pub opportunities: Vec<u8>,
    /// Snapshots of the opportunities over time; none means that there is no such file.
    pub history: Option<Vec<u8>>,
    /// The accounts; none means that there is no such file.
    pub accounts: Option<Vec<u8>>,
    /// The contacts; none means that there is no such file.
    pub contacts: Option<Vec<u8>>,
}

/// What became of one file.
///
/// Every row is used, deleted or left out; each that is left out has a problem.
///
/// # Examples
/// ```
/// use keyaccount_import::{SalesforceExport, SalesforceMapping, import_salesforce};
///
/// let export = SalesforceExport {
///     opportunities: "Id,AccountId,StageName,CloseDate,CreatedDate\n\
///                     006A,001A,Prospecting,03/31/26,01/05/26\n\
///                     006B,001A,Prospecting,03/31/26,the fifth\n"
///         .into(),
///     accounts: Some("Id,Name\n001A,North Plant Ltd\n".into()),
///     ..SalesforceExport::default()
/// };
/// let import = import_salesforce(&export, &SalesforceMapping::default());
/// let opportunities = &import.files[0];
/// assert_eq!(opportunities.file, "Opportunity.csv");
/// assert_eq!(opportunities.rows, opportunities.used + opportunities.deleted + opportunities.left_out);
/// assert!(!import.files[1].present, "there is no history");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct FileSummary {
    /// The file.
    pub file: String,
    /// Whether it is there.
    pub present: bool,
    /// Its rows without the header.
    pub rows: usize,
    /// Rows that facts were made from.
    pub used: usize,
    /// Rows marked as deleted in Salesforce, or of an opportunity that is.
    pub deleted: usize,
    /// Rows that cannot be used.
    pub left_out: usize,
    /// Columns that the mapping does not name.
    pub unused_columns: Vec<String>,
    /// Columns that the mapping names and the file lacks.
    pub absent_columns: Vec<String>,
}

/// What an export became.
///
/// # Examples
/// ```
/// use keyaccount_import::{SalesforceExport, SalesforceMapping, import_salesforce};
///
/// let export = SalesforceExport {
///     opportunities: "Id,AccountId,StageName,CloseDate,CreatedDate\n\
///                     006A,001A,Prospecting,03/31/26,01/05/26\n\
///                     006B,001A,Prospecting,03/31/26,the fifth\n"
///         .into(),
///     accounts: Some("Id,Name\n001A,North Plant Ltd\n".into()),
///     ..SalesforceExport::default()
/// };
/// let import = import_salesforce(&export, &SalesforceMapping::default());
/// let book = keyaccount::Book::from_facts(import.facts);
/// assert!(book.problems().is_empty(), "a book takes all of the facts");
/// assert_eq!(book.accounts()[0].opportunities.len(), 2, "the second one has no known beginning");
/// assert!(import.problems.iter().any(|problem| problem.path == "Opportunity.csv[3].CreatedDate"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct SalesforceImport {
    /// The facts; a book takes all of them.
    pub facts: Facts,
    /// The playbook whose pipeline holds the export's stages.
    pub playbook: Playbook,
    /// Everything that could not be used or was odd, file by file.
    pub problems: Vec<Problem>,
    /// What became of each file.
    pub files: Vec<FileSummary>,
    /// The day of the latest recorded change: what the export shows is how things stood then.
    pub latest_change: Option<Date>,
}

/// Turns the files of an export into facts. Never fails: what cannot be used is listed.
///
/// - A history row is a snapshot. The first becomes `created`, each further one the events in which it differs:
///   `stage_changed`, `amount_changed`, `close_date_changed`, `probability_changed`, `won`, `lost`. Nothing is
///   repaired: won to lost is a `lost` after a `won`, and a move out of a closed stage is a `stage_changed`, which
///   the core's replay lists as an anomaly.
/// - Where the opportunity's own row differs from its last history row, events follow on the day it was last modified.
///   Without a history it was created as it is, on its creation date.
/// - Rows of one instant are ordered by their last change, then by identifier.
/// - A missing amount is unknown, not zero. A probability equal to the stage's is the stage's; another was set by hand.
/// - A contact becomes a stakeholder with name, title and department. Nobody gets a buying role from a title.
///
/// Problems have paths such as `OpportunityHistory.csv[12].CreatedDate`: file, row as a spreadsheet numbers it (the
/// header is row 1, blank lines do not count) and column.
///
/// # Examples
/// ```
/// use keyaccount_import::{SalesforceExport, SalesforceMapping, import_salesforce};
///
/// let export = SalesforceExport {
///     opportunities: "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,CreatedDate,LastModifiedDate\n\
///                     006A,001A,Press line,Closed Lost,90000,0,03/31/26,01/05/26,02/01/26 10:00 AM\n"
///         .into(),
///     history: Some(
///         "Id,OpportunityId,CreatedDate,StageName,Amount,CloseDate,Probability,SystemModstamp\n\
///          008A,006A,01/05/26 09:30 AM,Closed Won,90000,03/31/26,100,01/05/26 09:30 AM\n\
///          008B,006A,02/31/26 09:30 AM,Closed Lost,90000,03/31/26,0,01/05/26 09:30 AM\n"
///             .into(),
///     ),
///     accounts: Some("Id,Name\n001A,North Plant Ltd\n".into()),
///     contacts: None,
/// };
/// let import = import_salesforce(&export, &SalesforceMapping::default());
/// assert_eq!(import.facts.opportunity_events.len(), 2, "created as won, then lost by its own row");
/// assert_eq!(import.problems[0].path, "OpportunityHistory.csv[3].CreatedDate");
/// assert_eq!(import.problems[0].code.as_str(), "invalid_moment");
/// assert_eq!((import.files[1].used, import.files[1].left_out), (1, 1));
/// ```
#[must_use]
pub fn import_salesforce(export: &SalesforceExport, mapping: &SalesforceMapping) -> SalesforceImport {
    let mut problems = Vec::new();
    let mut sheet = |kind, bytes| read_sheet(kind, bytes, mapping, &mut problems);
    let sheets = [
        sheet(FileKind::Opportunities, Some(export.opportunities.as_slice())),
        sheet(FileKind::History, export.history.as_deref()),
        sheet(FileKind::Accounts, export.accounts.as_deref()),
        sheet(FileKind::Contacts, export.contacts.as_deref()),
    ];
    let mut importer = Importer { mapping, problems, facts: Facts::default(), latest: None };
    let files = importer.run(&sheets);
    let mut problems = importer.problems;
    problems.sort_by_cached_key(|problem| place_of(&problem.path, &sheets));
    SalesforceImport {
        facts: importer.facts,
        playbook: mapping.playbook().clone(),
        problems,
        files,
        latest_change: importer.latest.and_then(|latest| Date::try_from(latest.day()).ok()),
    }
}

/// Sorts problems by file and row; those of a whole file come first.
fn place_of(path: &str, sheets: &[Sheet]) -> (Option<usize>, usize) {
    let rest_in = |sheet: &Sheet| {
        let rest = path.strip_prefix(sheet.file.as_str())?;
        (rest.is_empty() || rest.starts_with(['[', '.'])).then_some(rest)
    };
    let found = sheets.iter().enumerate().find_map(|(file, sheet)| Some((file, rest_in(sheet)?)));
    let row = found.and_then(|(_, rest)| rest.strip_prefix('[')?.split_once(']')?.0.parse().ok());
    (found.map(|(file, _)| file), row.unwrap_or(0))
}

/// The rows of one file that are neither unreadable, nor deleted, nor doubles.
struct Loaded<T> {
    rows: Vec<T>,
    deleted: usize,
    deleted_ids: BTreeSet<String>,
}

struct Importer<'a> {
    mapping: &'a SalesforceMapping,
    problems: Vec<Problem>,
    facts: Facts,
    latest: Option<Instant>,
}

impl Importer<'_> {
    fn run(&mut self, sheets: &[Sheet; 4]) -> Vec<FileSummary> {
        let [opportunity_sheet, history_sheet, account_sheet, contact_sheet] = sheets;
        let opportunities = self.load(opportunity_sheet, OpportunityRow::read);
        let history = self.load(history_sheet, HistoryRow::read);
        let accounts = self.load(account_sheet, AccountRow::read);
        let contacts = self.load(contact_sheet, ContactRow::read);
        if !account_sheet.usable {
            let named = opportunities.rows.iter().map(|row| &row.account);
            self.make_accounts(named.chain(contacts.rows.iter().map(|row| &row.account)));
        }
        self.add_accounts(account_sheet, accounts.rows);
        let known: BTreeSet<AccountId> = self.facts.accounts.iter().map(|account| account.id.clone()).collect();
        let kept = self.keep_known(opportunity_sheet, opportunities.rows, &known, |row| &row.account);
        let people = self.keep_known(contact_sheet, contacts.rows, &known, |row| &row.account);
        let (snapshots, used, deleted) = self.snapshots(history_sheet, history.rows, &kept, &opportunities.deleted_ids);
        let used_opportunities = kept.len();
        self.add_opportunities((opportunity_sheet, kept), (history_sheet, snapshots));
        self.add_stakeholders(contact_sheet, people);
        let used_accounts = if account_sheet.usable { self.facts.accounts.len() } else { 0 };
        vec![
            summary(opportunity_sheet, used_opportunities, opportunities.deleted),
            summary(history_sheet, used, history.deleted.saturating_add(deleted)),
            summary(account_sheet, used_accounts, accounts.deleted),
            summary(contact_sheet, self.facts.stakeholders.len(), contacts.deleted),
        ]
    }

    fn load<T: Identified>(
        &mut self,
        sheet: &Sheet,
        read: impl Fn(Cells<'_>, &SalesforceMapping) -> Option<T>,
    ) -> Loaded<T> {
        let mut loaded = Loaded { rows: Vec::new(), deleted: 0, deleted_ids: BTreeSet::new() };
        for row in &sheet.rows {
            let deleted = Cells::new(sheet, row, &mut self.problems).flag(Field::IsDeleted) == Some(true);
            if deleted && self.mapping.deleted_rows() == DeletedRows::LeaveOut {
                loaded.deleted = loaded.deleted.saturating_add(1);
                loaded.deleted_ids.extend(sheet.text(row, Field::Id).map(String::from));
                continue;
            }
            loaded.rows.extend(read(Cells::new(sheet, row, &mut self.problems), self.mapping));
        }
        loaded.rows = unique(loaded.rows, sheet, &mut self.problems);
        loaded
    }

    /// Accounts of which only the id is known, because there is no file of accounts.
    fn make_accounts<'b>(&mut self, ids: impl Iterator<Item = &'b AccountId>) {
        let ids: BTreeSet<&AccountId> = ids.collect();
        let made = ids.into_iter().filter_map(|id| Some(Account::new(id.clone(), name_of(id)?)));
        self.facts.accounts.extend(made);
    }

    fn add_accounts(&mut self, sheet: &Sheet, rows: Vec<AccountRow>) {
        let known: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        let links = rows.iter().filter_map(|row| Some((row, row.id.as_str(), row.parent.as_ref()?.as_str())));
        let bad = self.bad_links(sheet, links, &known, Field::Parent, "account");
        let accounts = rows.into_iter().map(|row| Account {
            parent: row.parent.filter(|_| !bad.contains(row.id.as_str())),
            id: row.id,
            name: row.name,
            owner: row.owner,
            territory: row.territory,
            industry: row.industry,
        });
        self.facts.accounts.extend(accounts);
    }

    fn add_stakeholders(&mut self, sheet: &Sheet, rows: Vec<ContactRow>) {
        let known: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
        let links = rows.iter().filter_map(|row| Some((row, row.id.as_str(), row.reports_to.as_ref()?.as_str())));
        let bad = self.bad_links(sheet, links, &known, Field::ReportsTo, "contact");
        let people = rows.into_iter().map(|row| Stakeholder {
            reports_to: row.reports_to.filter(|_| !bad.contains(row.id.as_str())),
            id: row.id,
            account: row.account,
            name: row.name,
            title: row.title,
            department: row.department,
            communication_style: None,
        });
        self.facts.stakeholders.extend(people);
    }

    /// The identifiers of rows whose link points at nothing or leads back to the row; both are reported.
    fn bad_links<'b, T: Identified + 'b>(
        &mut self,
        sheet: &Sheet,
        links: impl Iterator<Item = (&'b T, &'b str, &'b str)>,
        known: &BTreeSet<&str>,
        field: Field,
        kind: &str,
    ) -> BTreeSet<String> {
        let (sound, dangling): (Vec<_>, Vec<_>) = links.partition(|(_, _, to)| known.contains(to));
        let mut bad = BTreeSet::new();
        for (row, from, to) in dangling {
            self.dangling(sheet, (row.row(), field), to, kind, "the link is left out");
            bad.insert(from.to_owned());
        }
        let circles = in_circles(&sound.iter().map(|(_, from, to)| (*from, *to)).collect::<BTreeMap<_, _>>());
        for (row, from, to) in sound.into_iter().filter(|(_, from, _)| circles.contains(from)) {
            let message = format!("`{}` leads back to this row: the link is left out", quote(to));
            let found = problem(ProblemCode::ReferenceCycle, to, message, "links without a circle");
            self.problems.push(at(sheet.path(row.row(), field), found));
            bad.insert(from.to_owned());
        }
        bad
    }

    /// Leaves out rows of accounts that are not there.
    fn keep_known<T: Identified>(
        &mut self,
        sheet: &Sheet,
        mut rows: Vec<T>,
        known: &BTreeSet<AccountId>,
        account: impl Fn(&T) -> &AccountId,
    ) -> Vec<T> {
        rows.retain(|row| {
            let id = account(row);
            if !known.contains(id) {
                self.dangling(sheet, (row.row(), Field::Account), id.as_str(), "account", "left out");
            }
            known.contains(id)
        });
        rows
    }

    /// The history of each opportunity; with the number of rows used, and of rows whose opportunity is deleted.
    fn snapshots(
        &mut self,
        sheet: &Sheet,
        rows: Vec<HistoryRow>,
        opportunities: &[OpportunityRow],
        deleted_ids: &BTreeSet<String>,
    ) -> (BTreeMap<OpportunityId, Vec<HistoryRow>>, usize, usize) {
        let known: BTreeSet<&OpportunityId> = opportunities.iter().map(|row| &row.id).collect();
        let mut snapshots: BTreeMap<OpportunityId, Vec<HistoryRow>> = BTreeMap::new();
        let (mut used, mut deleted) = (0_usize, 0_usize);
        for row in rows {
            if known.contains(&row.opportunity) {
                used = used.saturating_add(1);
                snapshots.entry(row.opportunity.clone()).or_default().push(row);
            } else if deleted_ids.contains(row.opportunity.as_str()) {
                deleted = deleted.saturating_add(1);
            } else {
                let place = (row.row(), Field::Opportunity);
                self.dangling(sheet, place, row.opportunity.as_str(), "opportunity", "left out");
            }
        }
        (snapshots, used, deleted)
    }

    fn add_opportunities(
        &mut self,
        (opportunities, rows): (&Sheet, Vec<OpportunityRow>),
        (history, mut snapshots): (&Sheet, BTreeMap<OpportunityId, Vec<HistoryRow>>),
    ) {
        for current in rows {
            let past = snapshots.remove(&current.id).unwrap_or_default();
            let known_times = past.iter().map(|row| row.at).chain(current.created).chain(current.modified);
            self.latest = self.latest.into_iter().chain(known_times).max_by_key(Instant::local);
            let story = Story { mapping: self.mapping, opportunities, history, current: &current };
            let events = story.events(past, &mut self.problems);
            self.facts.opportunity_events.extend(events);
            self.facts.opportunities.push(Opportunity {
                name: current.name,
                product_line: current.product_line,
                territory: current.territory,
                ..Opportunity::new(current.id, current.account)
            });
        }
    }

    fn dangling(&mut self, sheet: &Sheet, (row, field): (usize, Field), id: &str, kind: &str, effect: &str) {
        let message = format!("there is no usable {kind} `{}`: {effect}", quote(id));
        let found = problem(ProblemCode::DanglingReference, id, message, format!("the id of a usable {kind}"));
        self.problems.push(at(sheet.path(row, field), found));
    }
}

fn summary(sheet: &Sheet, used: usize, deleted: usize) -> FileSummary {
    FileSummary {
        file: sheet.file.clone(),
        present: sheet.present,
        rows: sheet.row_count,
        used,
        deleted,
        left_out: sheet.row_count.saturating_sub(used).saturating_sub(deleted),
        unused_columns: sheet.unused(),
        absent_columns: sheet.absent.clone(),
    }
}

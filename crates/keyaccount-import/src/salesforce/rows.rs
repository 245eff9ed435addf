//! Typed rows of the four files.

use chrono::NaiveDateTime;
use csv::ByteRecord;
use keyaccount::{
    AccountId, Currency, Date, EventId, ForecastCategory, Label, MemberId, Money, OpportunityId, Probability, Problem,
    ProblemCode, StageId, StakeholderId,
};

use super::cells::{Cells, Seen};
use super::field::Field;
use super::instant::Instant;
use super::mapping::{SalesforceMapping, StageMark};
use super::problem::{problem, quote};
use super::sheet::SheetRow;
use super::unique::Identified;

/// Amount, close date, probability and forecast category as one row shows them.
#[derive(Clone, Debug)]
pub(super) struct Figures {
    pub(super) amount: Seen<Money>,
    pub(super) close_date: Seen<Date>,
    pub(super) probability: Seen<Probability>,
    pub(super) category: Seen<ForecastCategory>,
}

pub(super) struct OpportunityRow {
    row: SheetRow,
    pub(super) id: OpportunityId,
    pub(super) account: AccountId,
    pub(super) name: Option<Label>,
    pub(super) product_line: Option<Label>,
    pub(super) territory: Option<Label>,
    pub(super) stage: StageMark,
    pub(super) figures: Figures,
    pub(super) owner: Seen<MemberId>,
    pub(super) created: Option<Instant>,
    pub(super) modified: Option<Instant>,
    pub(super) by: Option<MemberId>,
}

/// One snapshot of an opportunity.
pub(super) struct HistoryRow {
    row: SheetRow,
    pub(super) id: Option<EventId>,
    pub(super) opportunity: OpportunityId,
    pub(super) at: Instant,
    pub(super) modified: Option<Instant>,
    pub(super) by: Option<MemberId>,
    pub(super) stage: StageMark,
    pub(super) figures: Figures,
}

pub(super) struct AccountRow {
    row: SheetRow,
    pub(super) id: AccountId,
    pub(super) name: Label,
    pub(super) parent: Option<AccountId>,
    pub(super) owner: Option<MemberId>,
    pub(super) territory: Option<Label>,
    pub(super) industry: Option<Label>,
}

pub(super) struct ContactRow {
    row: SheetRow,
    pub(super) id: StakeholderId,
    pub(super) account: AccountId,
    pub(super) name: Option<Label>,
    pub(super) title: Option<Label>,
    pub(super) department: Option<Label>,
    pub(super) reports_to: Option<StakeholderId>,
}

macro_rules! identified {
    ($($row:ident: $id:expr, $changed:expr;)+) => {
        $(impl Identified for $row {
            fn id(&self) -> Option<&str> {
                let id: fn(&Self) -> Option<&str> = $id;
                id(self)
            }
            fn row(&self) -> usize {
                self.row.number
            }
            fn changed(&self) -> Option<NaiveDateTime> {
                let changed: fn(&Self) -> Option<&Instant> = $changed;
                changed(self).map(Instant::local)
            }
            fn cells(&self) -> &ByteRecord {
                &self.row.cells
            }
        })+
    };
}

identified! {
    OpportunityRow: |row| Some(row.id.as_str()), |row| row.modified.as_ref();
    HistoryRow: |row| row.id.as_ref().map(EventId::as_str), |row| row.modified.as_ref();
    AccountRow: |row| Some(row.id.as_str()), |_| None;
    ContactRow: |row| Some(row.id.as_str()), |_| None;
}

impl OpportunityRow {
    pub(super) fn read(mut cells: Cells<'_>, mapping: &SalesforceMapping) -> Option<Self> {
        // All three, so that every problem of a row is told at once.
        let (id, account) = (cells.required(Field::Id, str::parse), cells.required(Field::Account, str::parse));
        let name: Option<StageId> = cells.required(Field::Stage, str::parse);
        let stage = name.map(|name| current_stage(&mut cells, name, mapping));
        let figures = figures(&mut cells, stage.as_ref(), mapping);
        let formats = mapping.formats();
        Some(Self {
            name: cells.optional(Field::Name, str::parse),
            product_line: cells.optional(Field::ProductLine, str::parse),
            territory: cells.optional(Field::Territory, str::parse),
            owner: cells.see(Field::Owner, str::parse),
            created: cells.optional(Field::Created, |text| formats.instant(text)),
            modified: cells.optional(Field::Modified, |text| formats.instant(text)),
            by: cells.optional(Field::By, str::parse),
            row: cells.row().clone(),
            id: id?,
            account: account?,
            stage: stage?,
            figures,
        })
    }
}

impl HistoryRow {
    pub(super) fn read(mut cells: Cells<'_>, mapping: &SalesforceMapping) -> Option<Self> {
        let formats = mapping.formats();
        let opportunity = cells.required(Field::Opportunity, str::parse);
        let at = cells.required(Field::Created, |text| formats.instant(text));
        let name: Option<StageId> = cells.required(Field::Stage, str::parse);
        let stage = name.map(|name| known_stage(&mut cells, name, mapping));
        let figures = figures(&mut cells, stage.as_ref(), mapping);
        Some(Self {
            id: cells.optional(Field::Id, str::parse),
            modified: cells.optional(Field::Modified, |text| formats.instant(text)),
            by: cells.optional(Field::By, str::parse),
            row: cells.row().clone(),
            opportunity: opportunity?,
            at: at?,
            stage: stage?,
            figures,
        })
    }
}

impl AccountRow {
    pub(super) fn read(mut cells: Cells<'_>, _: &SalesforceMapping) -> Option<Self> {
        let id: AccountId = cells.required(Field::Id, str::parse)?;
        let named = cells.see(Field::Name, str::parse);
        if named == Seen::Blank {
            let found =
                problem(ProblemCode::MissingField, "", "the account has no name: its id stands for it", "a name");
            cells.report(Field::Name, found);
        }
        let name = named.value().or_else(|| name_of(&id))?;
        Some(Self {
            name,
            parent: cells.optional(Field::Parent, str::parse),
            owner: cells.optional(Field::Owner, str::parse),
            territory: cells.optional(Field::Territory, str::parse),
            industry: cells.optional(Field::Industry, str::parse),
            row: cells.row().clone(),
            id,
        })
    }
}

impl ContactRow {
    pub(super) fn read(mut cells: Cells<'_>, _: &SalesforceMapping) -> Option<Self> {
        let (id, account) = (cells.required(Field::Id, str::parse), cells.required(Field::Account, str::parse));
        Some(Self {
            name: cells.optional(Field::Name, str::parse),
            title: cells.optional(Field::Title, str::parse),
            department: cells.optional(Field::Department, str::parse),
            reports_to: cells.optional(Field::ReportsTo, str::parse),
            row: cells.row().clone(),
            id: id?,
            account: account?,
        })
    }
}

/// An account's id as its name; an id is never too long for one.
pub(super) fn name_of(id: &AccountId) -> Option<Label> {
    id.as_str().parse().ok()
}

/// The stage of a name; an unknown one is reported and goes on under its own name.
fn known_stage(cells: &mut Cells<'_>, name: StageId, mapping: &SalesforceMapping) -> StageMark {
    let mark = mapping.stage(&name);
    if matches!(mark, StageMark::Unknown(_)) {
        let message = format!("the mapping has no stage `{}`: kept as an unknown stage", quote(name.as_str()));
        let found = problem(ProblemCode::UnknownValue, &name, message, mapping.stage_names());
        cells.report(Field::Stage, found);
    }
    mark
}

/// The stage of an opportunity's own row, where Salesforce says beside the name what it means.
///
/// The mapping's word counts; the flags decide only where the mapping does not know the name.
fn current_stage(cells: &mut Cells<'_>, name: StageId, mapping: &SalesforceMapping) -> StageMark {
    let mark = known_stage(cells, name.clone(), mapping);
    let (closed, won) = (cells.flag(Field::IsClosed), cells.flag(Field::IsWon));
    if matches!(mark, StageMark::Unknown(_)) {
        return match (closed, won) {
            (_, Some(true)) => mapping.won_stage().unwrap_or(mark),
            (Some(true), Some(false)) => StageMark::Lost(name),
            _ => mark,
        };
    }
    let is_closed = mapping.is_closed(&mark);
    let is_won = is_closed && !matches!(mark, StageMark::Lost(_));
    for (field, flag, meant, word) in
        [(Field::IsClosed, closed, is_closed, "closed"), (Field::IsWon, won, is_won, "won")]
    {
        if flag.is_some_and(|flag| flag != meant) {
            let not = if meant { "" } else { "not " };
            let message = format!("the stage `{}` means {not}{word}: the stage counts", quote(name.as_str()));
            let found = problem(ProblemCode::InconsistentSettings, !meant, message, meant.to_string());
            cells.report(field, found);
        }
    }
    mark
}

/// A category by the name that people see or by the one that programs do.
fn forecast_category(text: &str) -> Result<ForecastCategory, Problem> {
    match text.to_ascii_lowercase().replace(' ', "").as_str() {
        "omitted" => Ok(ForecastCategory::Omitted),
        "pipeline" => Ok(ForecastCategory::Pipeline),
        "bestcase" => Ok(ForecastCategory::BestCase),
        "commit" | "forecast" => Ok(ForecastCategory::Commit),
        "closed" => Ok(ForecastCategory::Closed),
        _ => {
            let message = format!("`{}` is no forecast category that is known", quote(text));
            Err(problem(ProblemCode::UnknownValue, text, message, "Omitted, Pipeline, Best Case, Commit, Closed"))
        }
    }
}

fn figures(cells: &mut Cells<'_>, stage: Option<&StageMark>, mapping: &SalesforceMapping) -> Figures {
    let currency: Seen<Currency> = cells.see(Field::Currency, str::parse);
    let numbers = mapping.numbers();
    let currency = match currency {
        Seen::Value(currency) => Some(currency),
        // A currency that is there and cannot be read is not the mapping's.
        Seen::Nothing if cells.has(Field::Currency) => None,
        Seen::Nothing | Seen::Blank => Some(mapping.currency()),
    };
    let amount = match currency {
        Some(currency) => cells.see(Field::Amount, |text| numbers.money(text, currency)),
        None => Seen::Nothing,
    };
    let figures = Figures {
        amount,
        close_date: cells.see(Field::CloseDate, |text| mapping.formats().date(text)),
        probability: cells.see(Field::Probability, |text| numbers.probability(text)),
        category: cells.see(Field::ForecastCategory, forecast_category),
    };
    if let (Seen::Value(probability), Some(meant)) =
        (&figures.probability, stage.and_then(|mark| mapping.outcome(mark)))
        && *probability != meant
    {
        let message = format!("a probability of {probability} in a closed stage that means {meant}: the stage counts");
        let found = problem(ProblemCode::InconsistentSettings, probability, message, meant.to_string());
        cells.report(Field::Probability, found);
    }
    figures
}

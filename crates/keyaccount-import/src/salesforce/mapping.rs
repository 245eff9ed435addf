//! The mapping: which column holds what, how it is written, and what the stages mean.

use std::collections::BTreeMap;

use keyaccount::{
    Currency, ForecastCategory, Pipeline, Playbook, PlaybookDraft, Probability, Problem, ProblemCode, StageId,
    StagePhase,
};
use rust_decimal::Decimal;
use serde::Deserialize;

use super::error::MappingError;
use super::field::{Field, FileKind};
use super::instant::Formats;
use super::number::{Numbers, ProbabilityUnit};
use super::problem::{at, problem, quote};

/// How a Salesforce export becomes facts and a playbook: columns, formats, currency, stages.
///
/// The default reads the standard objects with the standard stages. A mapping of your own is a TOML text that holds
/// what differs from [`SalesforceMapping::TEMPLATE`], which explains every setting.
///
/// # Examples
/// ```
/// use keyaccount_import::SalesforceMapping;
///
/// let mapping = SalesforceMapping::from_toml(r#"
///     [dates]
///     date_formats = ["%d.%m.%Y"]
///     [amounts]
///     currency = "EUR"
///     [playbook.exchange]
///     reporting_currency = "EUR"
/// "#)?;
/// assert_eq!(mapping.playbook().draft().exchange.reporting_currency.code(), "EUR");
/// # Ok::<(), keyaccount_import::MappingError>(())
/// ```
#[derive(Clone, Debug)]
pub struct SalesforceMapping {
    files: Files,
    delimiter: u8,
    formats: Formats,
    numbers: Numbers,
    currency: Currency,
    deleted_rows: DeletedRows,
    columns: Columns,
    playbook: Playbook,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Draft {
    deleted_rows: DeletedRows,
    probability_unit: ProbabilityUnit,
    files: Files,
    text: TextFormat,
    dates: DateFormats,
    amounts: Amounts,
    columns: Columns,
    playbook: PlaybookDraft,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Files {
    opportunities: String,
    history: String,
    accounts: String,
    contacts: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TextFormat {
    delimiter: String,
    decimal_separator: String,
    thousands_separator: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct DateFormats {
    date_formats: Vec<String>,
    time_formats: Vec<String>,
    two_digit_year_pivot: i32,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Amounts {
    currency: Currency,
    signs: BTreeMap<String, Currency>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    opportunities: BTreeMap<Field, String>,
    history: BTreeMap<Field, String>,
    accounts: BTreeMap<Field, String>,
    contacts: BTreeMap<Field, String>,
}

/// What is done with rows that are marked as deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum DeletedRows {
    LeaveOut,
    Keep,
}

/// What a stage name of the export means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum StageMark {
    /// A stage of the playbook's pipeline.
    In(StageId),
    /// Lost, under one of the names that mean so.
    Lost(StageId),
    /// A name that the mapping does not know.
    Unknown(StageId),
}

impl Default for SalesforceMapping {
    #[expect(clippy::expect_used, reason = "the template is part of the crate, and a test reads it")]
    fn default() -> Self {
        Self::from_toml("").expect("the template is a sound mapping")
    }
}

impl SalesforceMapping {
    /// The default mapping as TOML, with an explanation of every setting: copy it, or parts of it, to edit.
    ///
    /// # Examples
    /// ```
    /// use keyaccount_import::SalesforceMapping;
    ///
    /// assert!(SalesforceMapping::TEMPLATE.contains("two_digit_year_pivot = 70"));
    /// assert!(SalesforceMapping::from_toml(SalesforceMapping::TEMPLATE).is_ok());
    /// ```
    pub const TEMPLATE: &str = include_str!("salesforce.toml");

    /// Reads a mapping; what it leaves out is as in [`SalesforceMapping::TEMPLATE`].
    ///
    /// Tables are laid over the template's key by key; lists replace the template's as a whole.
    ///
    /// # Errors
    /// A [`MappingError`]: the first setting that cannot be read, or every setting that makes no sense.
    ///
    /// # Examples
    /// ```
    /// use keyaccount_import::SalesforceMapping;
    ///
    /// let error = SalesforceMapping::from_toml("[amounts]\ncurrency = \"dollars\"\n").unwrap_err();
    /// assert_eq!(error.problems[0].path, "amounts.currency");
    /// assert_eq!(error.problems[0].code.as_str(), "unknown_currency");
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, MappingError> {
        let mut settings = table_of(Self::TEMPLATE)?;
        lay_over(&mut settings, table_of(text)?);
        let draft: Draft = serde_path_to_error::deserialize(toml::Value::Table(settings)).map_err(|error| {
            // A path ends in a question mark where a key itself is at fault.
            let path = error.path().to_string();
            let path = path.trim_end_matches('?').trim_end_matches('.').to_owned();
            MappingError { problems: vec![at(path, problem_of(&error.inner().to_string()))] }
        })?;
        Self::try_new(draft)
    }

    /// The playbook whose pipeline holds the export's stages.
    ///
    /// # Examples
    /// ```
    /// use keyaccount_import::SalesforceMapping;
    ///
    /// let mapping = SalesforceMapping::default();
    /// let stage = mapping.playbook().default_pipeline().stage(&"Negotiation/Review".parse()?).unwrap();
    /// assert_eq!(stage.id.as_str(), "negotiation_review");
    /// assert_eq!(stage.win_probability.to_string(), "0.9");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub const fn playbook(&self) -> &Playbook {
        &self.playbook
    }

    fn try_new(draft: Draft) -> Result<Self, MappingError> {
        let mut problems = draft.problems();
        let zone = draft.playbook.calendar.time_zone;
        let dates = &draft.dates;
        let formats = Formats::try_new(&dates.date_formats, &dates.time_formats, dates.two_digit_year_pivot, zone);
        let playbook = Playbook::try_new(draft.playbook);
        match (formats, playbook) {
            (Ok(formats), Ok(playbook)) if problems.is_empty() => Ok(Self {
                files: draft.files,
                delimiter: draft.text.delimiter.bytes().next().unwrap_or(b','),
                formats,
                numbers: Numbers {
                    decimal_separator: draft.text.decimal_separator.chars().next().unwrap_or('.'),
                    thousands_separator: draft.text.thousands_separator.chars().next(),
                    signs: draft.amounts.signs,
                    probability_unit: draft.probability_unit,
                },
                currency: draft.amounts.currency,
                deleted_rows: draft.deleted_rows,
                columns: draft.columns,
                playbook,
            }),
            (formats, playbook) => {
                problems.extend(formats.err().into_iter().flatten());
                let in_playbook = playbook.err().into_iter().flat_map(|error| error.problems);
                problems.extend(in_playbook.map(|found| at(format!("playbook.{}", found.path), found)));
                Err(MappingError { problems })
            }
        }
    }

    pub(super) fn file_name(&self, kind: FileKind) -> &str {
        self.files.name(kind)
    }

    pub(super) const fn delimiter(&self) -> u8 {
        self.delimiter
    }

    pub(super) const fn formats(&self) -> &Formats {
        &self.formats
    }

    pub(super) const fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    pub(super) const fn currency(&self) -> Currency {
        self.currency
    }

    pub(super) const fn deleted_rows(&self) -> DeletedRows {
        self.deleted_rows
    }

    /// The column of a field; none where the mapping says that the export has none.
    pub(super) fn column(&self, kind: FileKind, field: Field) -> Option<&str> {
        self.columns.of(kind).get(&field).map(String::as_str).filter(|column| !column.is_empty())
    }

    fn pipeline(&self) -> &Pipeline {
        self.playbook.default_pipeline()
    }

    /// What a stage name means.
    pub(super) fn stage(&self, name: &StageId) -> StageMark {
        if self.pipeline().means_lost(name) {
            return StageMark::Lost(name.clone());
        }
        match self.pipeline().stage(name) {
            Some(stage) => StageMark::In(stage.id.clone()),
            None => StageMark::Unknown(name.clone()),
        }
    }

    /// Every stage name that the mapping knows.
    pub(super) fn stage_names(&self) -> String {
        let in_pipeline = self.pipeline().stages.iter().map(|stage| stage.aliases.first().unwrap_or(&stage.id));
        in_pipeline.chain(&self.pipeline().lost_names).map(StageId::as_str).collect::<Vec<_>>().join(", ")
    }

    /// The first stage that means won.
    pub(super) fn won_stage(&self) -> Option<StageMark> {
        let stage = self.pipeline().stages.iter().find(|stage| stage.phase == StagePhase::Booked)?;
        Some(StageMark::In(stage.id.clone()))
    }

    /// The phase of a stage of the pipeline.
    pub(super) fn phase(&self, mark: &StageMark) -> Option<StagePhase> {
        match mark {
            StageMark::In(id) => self.pipeline().stage(id).map(|stage| stage.phase),
            StageMark::Lost(_) | StageMark::Unknown(_) => None,
        }
    }

    /// The probability that the playbook gives to a stage.
    pub(super) fn default_probability(&self, mark: &StageMark) -> Option<Probability> {
        match mark {
            StageMark::In(id) => self.pipeline().stage(id).map(|stage| stage.win_probability),
            StageMark::Lost(_) | StageMark::Unknown(_) => None,
        }
    }

    /// The forecast category that the playbook gives to a stage.
    pub(super) fn default_category(&self, mark: &StageMark) -> Option<ForecastCategory> {
        match mark {
            StageMark::In(id) => self.pipeline().stage(id).map(|stage| stage.forecast_category),
            StageMark::Lost(_) | StageMark::Unknown(_) => None,
        }
    }

    /// How probable it is that an opportunity in a closed stage was won: 1 or 0; none where the stage is not closed.
    pub(super) fn outcome(&self, mark: &StageMark) -> Option<Probability> {
        let outcome = if matches!(mark, StageMark::Lost(_)) { Decimal::ZERO } else { Decimal::ONE };
        Probability::try_new(outcome).ok().filter(|_| self.is_closed(mark))
    }

    /// Whether a stage is the one that a signature leads to.
    pub(super) fn is_won_stage(&self, mark: &StageMark) -> bool {
        self.won_stage().is_some_and(|won| won == *mark)
    }

    /// Whether a stage is decided: won or lost. An unknown one is not known to be.
    pub(super) fn is_closed(&self, mark: &StageMark) -> bool {
        matches!(mark, StageMark::Lost(_)) || self.phase(mark).is_some_and(|phase| phase != StagePhase::Open)
    }
}

impl Files {
    fn name(&self, kind: FileKind) -> &str {
        match kind {
            FileKind::Opportunities => &self.opportunities,
            FileKind::History => &self.history,
            FileKind::Accounts => &self.accounts,
            FileKind::Contacts => &self.contacts,
        }
    }
}

impl Columns {
    const fn of(&self, kind: FileKind) -> &BTreeMap<Field, String> {
        match kind {
            FileKind::Opportunities => &self.opportunities,
            FileKind::History => &self.history,
            FileKind::Accounts => &self.accounts,
            FileKind::Contacts => &self.contacts,
        }
    }
}

impl Draft {
    /// What makes no sense beyond formats and playbook.
    fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut add = |path: String, code, value: &str, message: String, allowed: &str| {
            problems.push(at(path, problem(code, value, message, allowed)));
        };
        let delimiter = &self.text.delimiter;
        let usable = |byte: u8| byte.is_ascii() && !matches!(byte, b'"' | b'\r' | b'\n');
        if delimiter.len() != 1 || !delimiter.bytes().all(usable) {
            let message = format!("`{}` cannot separate columns", quote(delimiter));
            let allowed = "one ASCII character, such as , or ; or a tab";
            add("text.delimiter".to_owned(), ProblemCode::UnknownValue, delimiter, message, allowed);
        }
        let (point, group) = (&self.text.decimal_separator, &self.text.thousands_separator);
        for (key, text, least) in [("decimal_separator", point, 1), ("thousands_separator", group, 0)] {
            let count = text.chars().count();
            if count > 1 || count < least || text.chars().any(|c| c.is_ascii_digit() || c == '-') {
                let message = format!("`{}` cannot stand in a number", quote(text));
                add(format!("text.{key}"), ProblemCode::UnknownValue, text, message, "one character, such as . or ,");
            }
        }
        if point == group {
            let message = format!("`{}` is both decimal and thousands separator", quote(point));
            let path = "text.thousands_separator".to_owned();
            add(path, ProblemCode::InconsistentSettings, group, message, "two different characters");
        }
        for (sign, _) in self.amounts.signs.iter().filter(|(sign, _)| sign.trim().is_empty()) {
            let path = "amounts.signs".to_owned();
            add(path, ProblemCode::InvalidText, sign, "a blank currency sign".to_owned(), "a sign such as $");
        }
        for kind in FileKind::ALL {
            if self.files.name(kind).trim().is_empty() {
                let message = "a blank file name".to_owned();
                add(format!("files.{}", kind.as_str()), ProblemCode::InvalidText, "", message, "the name of a file");
            }
            for field in self.columns.of(kind).keys() {
                if !kind.fields().iter().any(|(known, _)| known == field) {
                    let message = format!("{} have no field `{field}`", kind.as_str());
                    let known: Vec<&str> = kind.fields().iter().map(|(known, _)| known.as_str()).collect();
                    let path = format!("columns.{}.{field}", kind.as_str());
                    add(path, ProblemCode::UnknownField, field.as_str(), message, &known.join(", "));
                }
            }
        }
        problems
    }
}

fn table_of(text: &str) -> Result<toml::Table, MappingError> {
    toml::from_str(text).map_err(|error: toml::de::Error| {
        let line = error.span().and_then(|span| text.get(..span.start)).map_or(0, |head| head.matches('\n').count());
        let found = problem(ProblemCode::InvalidToml, "", error.message(), "TOML");
        MappingError { problems: vec![at(format!("line {}", line.saturating_add(1)), found)] }
    })
}

/// Lays tables over each other key by key; anything else replaces what was there. Dates become text.
fn lay_over(below: &mut toml::Table, above: toml::Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(toml::Value::Table(old)), toml::Value::Table(new)) => lay_over(old, new),
            (_, value) => {
                below.insert(key, with_dates_as_text(value));
            }
        }
    }
}

fn with_dates_as_text(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(date) => toml::Value::String(date.to_string()),
        toml::Value::Array(items) => toml::Value::Array(items.into_iter().map(with_dates_as_text).collect()),
        toml::Value::Table(fields) => {
            toml::Value::Table(fields.into_iter().map(|(key, value)| (key, with_dates_as_text(value))).collect())
        }
        other => other,
    }
}

/// Reads a problem back from the text of an error that passed through serde, which carries text only.
fn problem_of(text: &str) -> Problem {
    const BY_START: &[(&str, ProblemCode)] = &[
        ("missing field", ProblemCode::MissingField),
        ("unknown field", ProblemCode::UnknownField),
        ("unknown variant", ProblemCode::UnknownValue),
    ];
    let text = text.lines().next().unwrap_or_default();
    let coded = text.strip_suffix(']').and_then(|text| text.rsplit_once(" ["));
    if let Some((body, code)) = coded.and_then(|(body, code)| Some((body, code.parse::<ProblemCode>().ok()?))) {
        let (message, allowed) = body.split_once("; allowed: ").unwrap_or((body, ""));
        return problem(code, "", message, allowed);
    }
    let by_start = BY_START.iter().find(|(start, _)| text.starts_with(start));
    problem(by_start.map_or(ProblemCode::WrongType, |(_, code)| *code), "", text, "")
}

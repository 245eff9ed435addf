//! A book: facts grouped by account, every reference sound, ready to be judged.

use std::collections::HashMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::tables::{Facts, Rows};
use super::{
    Account, BreakthroughPlan, CommitteeSeat, Complaint, Contribution, Expense, FactKind, FactReference,
    ForecastAdjustment, InformationRecord, Interaction, KeyAccountJudgement, Opportunity, OpportunityCompetitor,
    OpportunityEvent, Proposal, Purchase, Quota, Relationship, ReportingLine, SignalMute, Stakeholder,
    StakeholderChange, SurveyResponse, SwitchingCost, Task, TeamChange, WalletEstimate, integrity, read,
};
use crate::problem::Problem;
use crate::values::{AccountId, Label, OpportunityId};

/// Facts of one account or a whole portfolio, checked and grouped.
///
/// A row that cannot be used is left out and listed in [`Book::problems`] with its path; the rest stands.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ProblemCode};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "south-plant"}]
/// }"#)?;
/// assert_eq!(book.accounts().len(), 1);
/// assert_eq!(book.problems()[0].code, ProblemCode::DanglingReference);
/// assert_eq!(book.problems()[0].path, "opportunities[0].account");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub(super) accounts: Vec<AccountBook>,
    pub(super) opportunities: HashMap<OpportunityId, (usize, usize)>,
    pub(super) reporting_lines: Vec<ReportingLine>,
    pub(super) quotas: Vec<Quota>,
    pub(super) forecast_adjustments: Vec<ForecastAdjustment>,
    pub(super) problems: Vec<Problem>,
    pub(super) counts: Vec<FactCount>,
}

impl Book {
    /// Groups facts by account, leaving out and listing what points at nothing or contradicts itself.
    #[must_use]
    pub fn from_facts(facts: Facts) -> Self {
        let rows = Rows::from(facts);
        let read = rows.lengths();
        integrity::assemble(rows, &read, Vec::new())
    }

    /// Reads a book from JSON text in the shape of [`Facts`].
    ///
    /// Rows that cannot be read are left out and listed; a table that is not a list counts as one bad row.
    ///
    /// # Errors
    /// A [`Problem`] with code `invalid_json` or `wrong_type` where the text is no JSON object.
    pub fn from_json(text: &str) -> Result<Self, Problem> {
        let reading = read::read_tables(text)?;
        Ok(integrity::assemble(reading.rows, &reading.lengths, reading.problems))
    }

    /// The accounts in the order of their identifiers.
    #[must_use]
    pub fn accounts(&self) -> &[AccountBook] {
        &self.accounts
    }

    /// One account with its facts.
    #[must_use]
    pub fn account(&self, id: &AccountId) -> Option<&AccountBook> {
        let at = self.accounts.binary_search_by(|book| book.account.id.cmp(id)).ok()?;
        self.accounts.get(at)
    }

    /// One opportunity with its facts, and the account it belongs to.
    #[must_use]
    pub fn opportunity(&self, id: &OpportunityId) -> Option<(&AccountBook, &OpportunityBook)> {
        let (account, opportunity) = self.opportunities.get(id)?;
        let book = self.accounts.get(*account)?;
        Some((book, book.opportunities.get(*opportunity)?))
    }

    /// Who reports to whom in our team, by member and first day; without circles on any day.
    #[must_use]
    pub fn reporting_lines(&self) -> &[ReportingLine] {
        &self.reporting_lines
    }

    /// The quotas, by identifier.
    #[must_use]
    pub fn quotas(&self) -> &[Quota] {
        &self.quotas
    }

    /// The adjustments of forecasts, by identifier.
    #[must_use]
    pub fn forecast_adjustments(&self) -> &[ForecastAdjustment] {
        &self.forecast_adjustments
    }

    /// What could not be used, in the order of the tables and rows.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many rows of each table were read and used.
    #[must_use]
    pub fn counts(&self) -> &[FactCount] {
        &self.counts
    }
}

/// How many rows a table had, and how many of them are used.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Facts};
///
/// let book = Book::from_facts(Facts::default());
/// assert!(book.counts().iter().all(|count| count.read == count.used));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactCount {
    /// The table.
    pub table: String,
    /// Rows in the input.
    pub read: usize,
    /// Rows that verdicts rest on.
    pub used: usize,
}

/// One account with all its facts. Lists are in the order of date and identifier.
///
/// # Examples
/// ```
/// use keyaccount::Book;
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// assert!(book.accounts()[0].purchases.is_empty());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct AccountBook {
    /// The account.
    pub account: Account,
    /// Its opportunities, by identifier.
    pub opportunities: Vec<OpportunityBook>,
    /// Its people, by identifier.
    pub stakeholders: Vec<Stakeholder>,
    /// Changes of its people.
    pub stakeholder_changes: Vec<StakeholderChange>,
    /// Who influences, knows, or is at odds with whom among its people.
    pub relationships: Vec<Relationship>,
    /// Contacts with it.
    pub interactions: Vec<Interaction>,
    /// Proposals made to it.
    pub proposals: Vec<Proposal>,
    /// What it bought, from us and from others.
    pub purchases: Vec<Purchase>,
    /// Its answers to surveys.
    pub surveys: Vec<SurveyResponse>,
    /// Its complaints.
    pub complaints: Vec<Complaint>,
    /// Changes in our team that concern it.
    pub team_changes: Vec<Arc<TeamChange>>,
    /// Signals muted for it.
    pub signal_mutes: Vec<SignalMute>,
    /// What we have to do for it.
    pub tasks: Vec<Task>,
    /// What we spent on it.
    pub expenses: Vec<Expense>,
    /// What it is thought to spend in a year.
    pub wallet_estimates: Vec<WalletEstimate>,
    /// What it would cost it to leave us.
    pub switching_costs: Vec<SwitchingCost>,
    /// What people say it is.
    pub key_account_judgements: Vec<KeyAccountJudgement>,
}

impl AccountBook {
    /// An account of which nothing else is known.
    #[must_use]
    pub const fn new(account: Account) -> Self {
        Self {
            account,
            opportunities: Vec::new(),
            stakeholders: Vec::new(),
            stakeholder_changes: Vec::new(),
            relationships: Vec::new(),
            interactions: Vec::new(),
            proposals: Vec::new(),
            purchases: Vec::new(),
            surveys: Vec::new(),
            complaints: Vec::new(),
            team_changes: Vec::new(),
            signal_mutes: Vec::new(),
            tasks: Vec::new(),
            expenses: Vec::new(),
            wallet_estimates: Vec::new(),
            switching_costs: Vec::new(),
            key_account_judgements: Vec::new(),
        }
    }
}

/// One opportunity with its history and its buying committee.
///
/// # Examples
/// ```
/// use keyaccount::Book;
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// assert_eq!(account.account.id.as_str(), "north-plant");
/// assert!(opportunity.events.is_empty());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct OpportunityBook {
    /// The opportunity.
    pub opportunity: Opportunity,
    /// Its events, in the order of the input.
    pub events: Vec<Located<OpportunityEvent>>,
    /// Its buying committee, by stakeholder.
    pub seats: Vec<CommitteeSeat>,
    /// What people did for us in it.
    pub contributions: Vec<Contribution>,
    /// How far its information points were known.
    pub information: Vec<InformationRecord>,
    /// Its competitors.
    pub competitors: Vec<OpportunityCompetitor>,
    /// How we mean to break through in it.
    pub plans: Vec<BreakthroughPlan>,
    /// The territory it counts for: its own, or else the account's.
    pub territory: Option<Label>,
}

impl OpportunityBook {
    /// An opportunity with a history and no buying committee.
    #[must_use]
    pub fn new(opportunity: Opportunity, events: Vec<OpportunityEvent>) -> Self {
        let locate = |(position, fact)| Located { position, fact };
        let territory = opportunity.territory.clone();
        let events = events.into_iter().enumerate().map(locate).collect();
        Self { events, territory, ..Self::empty(opportunity) }
    }

    /// An opportunity of which nothing else is known.
    pub(super) const fn empty(opportunity: Opportunity) -> Self {
        Self {
            opportunity,
            events: Vec::new(),
            seats: Vec::new(),
            contributions: Vec::new(),
            information: Vec::new(),
            competitors: Vec::new(),
            plans: Vec::new(),
            territory: None,
        }
    }
}

/// A fact with its position in its table, so that whatever is wrong with it can be found again.
///
/// # Examples
/// ```
/// use keyaccount::{Located, OpportunityChange, OpportunityEvent};
///
/// let event = OpportunityEvent {
///     id: None,
///     opportunity: "press-line".parse()?,
///     at: "2026-03-31".parse()?,
///     by: None,
///     change: OpportunityChange::Resumed {},
/// };
/// let located = Located { position: 4, fact: event };
/// assert_eq!(located.path(), "opportunity_events[4]");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The row number in its table, from 0.
    pub position: usize,
    /// The fact.
    pub fact: T,
}

impl Located<OpportunityEvent> {
    /// Where the event stands in the input.
    #[must_use]
    pub fn path(&self) -> String {
        format!("opportunity_events[{}]", self.position)
    }

    /// A reference to the event by its identifier or, where it has none, its path.
    #[must_use]
    pub fn reference(&self) -> FactReference {
        match &self.fact.id {
            Some(id) => FactReference::new(FactKind::OpportunityEvent, id),
            None => FactReference::new(FactKind::OpportunityEvent, self.path()),
        }
    }
}

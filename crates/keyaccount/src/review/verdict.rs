//! The review of one account and of a book.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::findings;
use super::portfolio::PortfolioReview;
use crate::cute::{CommitteeIndex, ComplianceFinding, CoverageVerdict, compliance_findings};
use crate::facts::{AccountBook, Book, FactCount};
use crate::forecast::{ForecastVerdict, forecast_histories};
use crate::funnel::{HistoryVerdict, OpportunityStatus, replay_history};
use crate::lifecycle::{LifecycleVerdict, judge_lifecycle};
use crate::loyalty::{LoyaltyVerdict, judge_loyalty};
use crate::playbook::Playbook;
use crate::problem::Problem;
use crate::signals::{SignalsVerdict, detect_signals};
use crate::values::{AccountId, Date, Label, MemberId};
use crate::verdict::Severity;

/// The verdicts on one opportunity.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, review};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "commitment"}}
///     ]
/// }"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let opportunity = &review.accounts[0].opportunities[0];
/// assert_eq!(opportunity.history.state.as_ref().unwrap().days_in_stage, 147);
/// assert!(!opportunity.coverage.as_ref().unwrap().gaps.is_empty(), "nobody of the customer is known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpportunityReview {
    /// Its name.
    #[serde(default)]
    pub name: Option<Label>,
    /// Its history, and where it stands.
    pub history: HistoryVerdict,
    /// The coverage of its buying committee; null where it is realised, lost or had not begun.
    #[serde(default)]
    pub coverage: Option<CoverageVerdict>,
}

/// All verdicts on one account.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LifecyclePhase, Playbook, review};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "commitment"}}
///     ]
/// }"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let account = &review.accounts[0];
/// assert_eq!(account.name.as_str(), "North Plant Ltd");
/// assert_eq!(account.lifecycle.phase, LifecyclePhase::Prospect, "it never ordered");
/// assert_eq!(account.forecast.unpriced.len(), 1, "the one opportunity has no amount");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountReview {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: Label,
    /// The member of our team who answers for it.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// Everything to see to, most severe first.
    pub findings: Vec<Finding>,
    /// Its opportunities, by identifier.
    pub opportunities: Vec<OpportunityReview>,
    /// The forecast of its opportunities.
    pub forecast: ForecastVerdict,
    /// Its loyalty.
    pub loyalty: LoyaltyVerdict,
    /// Its lifecycle phase.
    pub lifecycle: LifecycleVerdict,
    /// Its high-risk signals.
    pub signals: SignalsVerdict,
    /// Inducements to its people that somebody recorded, to be reported; they are among the findings.
    pub compliance: Vec<ComplianceFinding>,
}

impl AccountReview {
    /// How many findings have a severity.
    #[must_use]
    pub fn findings_of(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// What puts an account before another: its most severe findings, then its open pipeline, then its identifier.
    fn urgency(&self) -> impl Ord + use<> {
        let counts: Vec<usize> = Severity::ALL.iter().rev().map(|severity| self.findings_of(*severity)).collect();
        let weighted = self.forecast.summary.amounts.open.weighted.clone();
        (Reverse(counts), Reverse(weighted), self.account.clone())
    }
}

/// All verdicts on all accounts of a book.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, review};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}], "purchases": [{"id": "o1"}]}"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
/// assert_eq!(review.playbook, Playbook::six_stage().fingerprint());
/// assert_eq!(review.left_out[0].path, "purchases[0].account", "what could not be used is listed");
/// let purchases = review.counts.iter().find(|count| count.table == "purchases").unwrap();
/// assert_eq!((purchases.read, purchases.used), (1, 0));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The day of the verdicts.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// Name of the playbook.
    pub playbook_name: Label,
    /// What the accounts come to together.
    pub portfolio: PortfolioReview,
    /// The accounts, most urgent first.
    pub accounts: Vec<AccountReview>,
    /// How many rows of each table were read and used.
    pub counts: Vec<FactCount>,
    /// Facts that could not be used, each with its path.
    pub left_out: Vec<Problem>,
}

/// Reviews a book: all verdicts on every account, and what they come to together.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FindingKind, Playbook, Severity, review};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [{"opportunity": "press-line", "at": "2026-05-05", "change": {
///         "type": "created", "stage": "commitment", "close_date": "2026-07-31",
///         "amount": {"amount": "90000", "currency": "USD"}
///     }}]
/// }"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
///
/// assert_eq!(review.portfolio.forecast.amounts.open.weighted.to_string(), "45000.00");
/// let worst = &review.accounts[0].findings[0];
/// assert_eq!((worst.kind, worst.severity), (FindingKind::CoverageGap, Severity::Critical));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn review(book: &Book, playbook: &Playbook, as_of: Date) -> Review {
    let mut accounts: Vec<AccountReview> =
        book.accounts().iter().map(|account| review_account(account, playbook, as_of)).collect();
    let opportunities = accounts.iter().flat_map(|account| &account.opportunities);
    let forecast = forecast_histories(opportunities.map(|opportunity| &opportunity.history), playbook, as_of).summary;
    accounts.sort_by_cached_key(AccountReview::urgency);
    Review {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        playbook_name: playbook.draft().name.clone(),
        portfolio: PortfolioReview::of(&accounts, forecast),
        accounts,
        counts: book.counts().to_vec(),
        left_out: book.problems().to_vec(),
    }
}

/// Reviews one account: all verdicts on it.
///
/// # Examples
/// ```
/// use keyaccount::{Account, AccountBook, Playbook, review_account};
///
/// let account = AccountBook::new(Account::new("north-plant".parse()?, "North Plant Ltd".parse()?));
/// let review = review_account(&account, &Playbook::six_stage(), "2026-06-01".parse()?);
/// assert!(review.findings.is_empty(), "nothing is known, so nothing is found");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn review_account(account: &AccountBook, playbook: &Playbook, as_of: Date) -> AccountReview {
    let committees = CommitteeIndex::new(account, as_of);
    let opportunities: Vec<OpportunityReview> = account
        .opportunities
        .iter()
        .map(|opportunity| {
            let history = replay_history(opportunity, playbook, as_of);
            let coverage = matters(&history).then(|| committees.check(opportunity, history.stage(playbook), playbook));
            OpportunityReview { name: opportunity.opportunity.name.clone(), history, coverage }
        })
        .collect();
    let forecast = forecast_histories(opportunities.iter().map(|opportunity| &opportunity.history), playbook, as_of);
    let loyalty = judge_loyalty(account, playbook, as_of);
    let lifecycle = judge_lifecycle(account, playbook, as_of);
    let signals = detect_signals(account, playbook, as_of);
    let compliance = compliance_findings(account, as_of);
    AccountReview {
        account: account.account.id.clone(),
        name: account.account.name.clone(),
        owner: account.account.owner.clone(),
        findings: findings::gather(&opportunities, &forecast, &loyalty, &lifecycle, &signals, &compliance, as_of),
        opportunities,
        forecast,
        loyalty,
        lifecycle,
        signals,
        compliance,
    }
}

/// Whether coverage still matters: the opportunity is open, or signed and not yet paid.
fn matters(history: &HistoryVerdict) -> bool {
    let status = history.state.as_ref().map(|state| state.status);
    status.is_some_and(|status| status.is_open() || status == OpportunityStatus::Booked)
}

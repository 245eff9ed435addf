//! What the accounts come to together.

use serde::{Deserialize, Serialize};

use super::verdict::AccountReview;
use crate::forecast::ForecastSummary;
use crate::lifecycle::LifecyclePhase;
use crate::loyalty::LoyaltyPattern;
use crate::signals::{SignalKind, SignalState};
use crate::verdict::Severity;

/// How many accounts are in a phase.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LifecyclePhase, Playbook, review};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let by_phase = &review.portfolio.by_phase;
/// assert_eq!(by_phase.len(), LifecyclePhase::ALL.len(), "every phase, also those of nobody");
/// let prospects = by_phase.iter().find(|count| count.phase == LifecyclePhase::Prospect).unwrap();
/// assert_eq!(prospects.accounts, 1, "it never ordered");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhaseCount {
    /// The phase.
    pub phase: LifecyclePhase,
    /// Accounts in it.
    pub accounts: usize,
}

/// How many accounts show a loyalty pattern.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, review};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let accounts: usize = review.portfolio.by_pattern.iter().map(|count| count.accounts).sum();
/// assert_eq!(accounts, review.portfolio.accounts, "each account shows one pattern");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PatternCount {
    /// The pattern.
    pub pattern: LoyaltyPattern,
    /// Accounts that show it.
    pub accounts: usize,
}

/// How many accounts a signal stands at what for.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, review};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
/// for count in &review.portfolio.by_signal {
///     let accounts = count.raised + count.muted + count.clear + count.unknown;
///     assert_eq!(accounts, 1, "each signal stands at something for each account");
/// }
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignalCount {
    /// The signal.
    pub signal: SignalKind,
    /// Accounts it is raised for.
    pub raised: usize,
    /// Accounts it is muted for.
    pub muted: usize,
    /// Accounts it is clear for.
    pub clear: usize,
    /// Accounts whose facts are not enough to judge it.
    pub unknown: usize,
}

/// How many findings have a severity.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, Severity, review};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "commitment"}}
///     ]
/// }"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let critical = &review.portfolio.by_severity[0];
/// assert_eq!(critical.severity, Severity::Critical);
/// assert_eq!((critical.findings, critical.accounts), (1, 1), "the decision maker is not known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeverityCount {
    /// The severity.
    pub severity: Severity,
    /// Findings that have it.
    pub findings: usize,
    /// Accounts with at least one such finding.
    pub accounts: usize,
}

/// What the accounts come to together.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, review};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let review = review(&book, &Playbook::six_stage(), "2026-06-01".parse()?);
/// let portfolio = review.portfolio;
/// assert_eq!(portfolio.accounts, 1);
/// assert_eq!(portfolio.forecast.receipt.opportunities, 0);
/// assert!(portfolio.by_severity.iter().all(|count| count.findings == 0));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PortfolioReview {
    /// Accounts reviewed.
    pub accounts: usize,
    /// The forecast of all opportunities.
    pub forecast: ForecastSummary,
    /// Accounts by lifecycle phase, every phase.
    pub by_phase: Vec<PhaseCount>,
    /// Accounts by loyalty pattern, every pattern.
    pub by_pattern: Vec<PatternCount>,
    /// Accounts by signal, every signal.
    pub by_signal: Vec<SignalCount>,
    /// Findings by severity, most severe first.
    pub by_severity: Vec<SeverityCount>,
}

impl PortfolioReview {
    pub(super) fn of(accounts: &[AccountReview], forecast: ForecastSummary) -> Self {
        let number = |holds: &dyn Fn(&AccountReview) -> bool| accounts.iter().filter(|account| holds(account)).count();
        let phases = LifecyclePhase::ALL
            .iter()
            .map(|phase| PhaseCount { phase: *phase, accounts: number(&|account| account.lifecycle.phase == *phase) });
        let patterns = LoyaltyPattern::ALL.iter().map(|pattern| PatternCount {
            pattern: *pattern,
            accounts: number(&|account| account.loyalty.overall.pattern == *pattern),
        });
        let signals = SignalKind::ALL.iter().map(|signal| {
            let stands_at = |state| {
                number(&|account| {
                    account.signals.signals.iter().any(|verdict| verdict.kind == *signal && verdict.state == state)
                })
            };
            SignalCount {
                signal: *signal,
                raised: stands_at(SignalState::Raised),
                muted: stands_at(SignalState::Muted),
                clear: stands_at(SignalState::Clear),
                unknown: stands_at(SignalState::Unknown),
            }
        });
        let severities = Severity::ALL.iter().rev().map(|severity| SeverityCount {
            severity: *severity,
            findings: accounts.iter().map(|account| account.findings_of(*severity)).sum(),
            accounts: number(&|account| account.findings_of(*severity) > 0),
        });
        Self {
            accounts: accounts.len(),
            forecast,
            by_phase: phases.collect(),
            by_pattern: patterns.collect(),
            by_signal: signals.collect(),
            by_severity: severities.collect(),
        }
    }
}

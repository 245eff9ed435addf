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
/// See [`review`](crate::review).
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
/// See [`review`](crate::review).
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
/// See [`review`](crate::review).
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
/// See [`review`](crate::review).
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
/// See [`review`](crate::review).
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

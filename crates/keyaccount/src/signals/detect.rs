//! Runs the six detectors and applies what a person has muted.

use super::SignalKind;
use super::departures::pre_sales_team_leaving;
use super::ground::{Finding, Ground};
use super::pre_sales::pre_sales_looks_worthless;
use super::proposals::copied_proposals;
use super::selling::orders_without_selling;
use super::technology::new_technology;
use super::training::training_declined;
use super::verdict::{Signal, SignalMuteInForce, SignalOutcome, SignalPlay, SignalState, SignalsVerdict};
use crate::facts::AccountBook;
use crate::playbook::Playbook;
use crate::values::Date;

/// Detects the six high-risk signals of an account on a day. Source: `[KRM]`, D12; the thresholds are ours.
///
/// Each signal is raised, clear or unknown; unknown is never no. Windows reach back from the day and take in both
/// their ends. Facts dated later are not used. A mute in force hides a signal's state and nothing else.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, Severity, SignalKind, SignalPlay, SignalState, detect_signals};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "interactions": [
///         {"id": "visit-17", "account": "north-plant", "on": "2026-04-02", "channel": "visit",
///          "direction": "two_way", "topics": ["support", "new_technology_adopted"]}
///     ]
/// }"#)?;
/// let verdict = detect_signals(&book.accounts()[0], &Playbook::six_stage(), "2026-05-30".parse()?);
/// let signal = verdict.signals.iter().find(|signal| signal.kind == SignalKind::NewTechnology).unwrap();
/// assert_eq!(signal.state, SignalState::Raised);
/// assert_eq!(signal.severity, Some(Severity::Critical));
/// assert_eq!(signal.since, Some("2026-04-02".parse()?));
/// assert_eq!(signal.play, Some(SignalPlay::JoinTechnologyStudy));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn detect_signals(account: &AccountBook, playbook: &Playbook, as_of: Date) -> SignalsVerdict {
    let ground = Ground { account, policy: &playbook.draft().signals, as_of };
    SignalsVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        account: account.account.id.clone(),
        signals: SignalKind::ALL.iter().map(|kind| signal(ground, *kind)).collect(),
    }
}

fn signal(ground: Ground<'_>, kind: SignalKind) -> Signal {
    let (finding, play): (Finding, _) = match kind {
        SignalKind::OrdersWithoutSelling => (orders_without_selling(ground), SignalPlay::ResumeSelling),
        SignalKind::PreSalesLooksWorthless => (pre_sales_looks_worthless(ground), SignalPlay::RenewPreSales),
        SignalKind::NewTechnology => (new_technology(ground), SignalPlay::JoinTechnologyStudy),
        SignalKind::PreSalesTeamLeaving => (pre_sales_team_leaving(ground), SignalPlay::SecureHandover),
        SignalKind::CopiedProposals => (copied_proposals(ground), SignalPlay::WriteForThisCustomer),
        SignalKind::TrainingDeclined => (training_declined(ground), SignalPlay::ReviewTrainingNeed),
    };
    let mute = mute_in_force(ground, kind);
    Signal {
        kind,
        state: if mute.is_some() { SignalState::Muted } else { finding.outcome.into() },
        outcome: finding.outcome,
        severity: finding.severity,
        confidence: finding.confidence,
        since: finding.since,
        reasons: finding.reasons,
        play: (finding.outcome == SignalOutcome::Raised).then_some(play),
        mute,
    }
}

/// The mute that silences the signal longest.
fn mute_in_force(ground: Ground<'_>, kind: SignalKind) -> Option<SignalMuteInForce> {
    let in_force = ground.account.signal_mutes.iter().filter(|mute| mute.signal == kind && mute.until >= ground.as_of);
    let longest = in_force.max_by_key(|mute| (mute.until, mute.reason.as_str(), mute.by.as_ref()))?;
    Some(SignalMuteInForce { reason: longest.reason.clone(), until: longest.until, by: longest.by.clone() })
}

//! What every detector stands on: an account's facts up to a day, and the policy.

use std::collections::BTreeSet;

use crate::facts::{AccountBook, Direction, FactKind, FactReference, Interaction, Purchase, Topic};
use crate::playbook::SignalPolicy;
use crate::values::Date;
use crate::verdict::{Confidence, Reason, Severity};

use super::verdict::SignalOutcome;

/// An account's facts up to a day, with the thresholds. Nothing later can be reached through it.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) account: &'a AccountBook,
    pub(super) policy: &'a SignalPolicy,
    pub(super) as_of: Date,
}

impl<'a> Ground<'a> {
    /// The first day of a window that reaches `days` back.
    pub(super) fn days_back(&self, days: u32) -> Date {
        self.as_of.minus_days(days)
    }

    /// The first day of the window for orders, selling and departures.
    pub(super) fn window_start(&self) -> Date {
        self.days_back(self.policy.window_days)
    }

    pub(super) fn interactions(self) -> impl Iterator<Item = &'a Interaction> {
        self.account.interactions.iter().filter(move |interaction| interaction.on <= self.as_of)
    }

    /// Interactions in which our side spoke.
    pub(super) fn of_our_side(self) -> impl Iterator<Item = &'a Interaction> {
        self.interactions().filter(|interaction| interaction.direction.we_spoke())
    }

    /// Interactions in which the customer spoke, and of which the topics are recorded.
    pub(super) fn heard(self) -> impl Iterator<Item = &'a Interaction> {
        self.interactions()
            .filter(|interaction| interaction.direction.customer_spoke() && !interaction.topics.is_empty())
    }

    pub(super) fn purchases(self) -> impl Iterator<Item = &'a Purchase> {
        self.account.purchases.iter().filter(move |purchase| purchase.on <= self.as_of)
    }

    pub(super) fn our_orders(self) -> impl Iterator<Item = &'a Purchase> {
        self.purchases().filter(|purchase| purchase.is_our_order())
    }

    /// What the customer said on a topic, as far as it is still in force, and since when it has been.
    ///
    /// A statement is in force for the policy's days, and until the customer takes part in what `contrary` names on
    /// a later day.
    pub(super) fn statements(self, topic: Topic, contrary: impl Fn(Topic) -> bool) -> Option<Statements<'a>> {
        let is_contrary = |interaction: &&Interaction| {
            interaction.direction == Direction::TwoWay
                && !interaction.topics.contains(&topic)
                && interaction.topics.iter().any(|named| contrary(*named))
        };
        let cleared = self.heard().filter(is_contrary).map(|interaction| interaction.on).max();
        let stands = |interaction: &&Interaction| {
            interaction.topics.contains(&topic) && cleared.is_none_or(|cleared| interaction.on >= cleared)
        };
        let days = self.policy.statement_days;
        let said: Vec<&Interaction> = self.heard().filter(stands).collect();
        let since = super::run::held_since(said.iter().map(|said| ((), said.on)), 1, days, self.as_of)?;
        let said = said.into_iter().filter(|said| said.on >= since).collect();
        Some(Statements { since, said })
    }

    /// Confidence that the customer would have been heard, had it said something: whether it was, lately.
    pub(super) fn confidence_in_silence(self) -> Confidence {
        let first = self.days_back(self.policy.statement_days);
        match self.heard().any(|interaction| interaction.on >= first) {
            true => Confidence::Medium,
            false => Confidence::Low,
        }
    }
}

/// Statements of the customer in force, the first of which began the present run.
pub(super) struct Statements<'a> {
    pub(super) since: Date,
    pub(super) said: Vec<&'a Interaction>,
}

impl Statements<'_> {
    /// The day of the latest statement.
    pub(super) fn latest(&self) -> Date {
        self.said.iter().map(|said| said.on).max().unwrap_or(self.since)
    }

    /// What was said on two days or more carries more than what was said once.
    pub(super) fn confidence(&self) -> Confidence {
        let days: BTreeSet<Date> = self.said.iter().map(|said| said.on).collect();
        if days.len() > 1 { Confidence::High } else { Confidence::Medium }
    }

    pub(super) fn facts(&self) -> impl Iterator<Item = FactReference> {
        self.said.iter().map(|said| FactReference::new(FactKind::Interaction, &said.id))
    }
}

/// What a detector found.
pub(super) struct Finding {
    pub(super) outcome: SignalOutcome,
    pub(super) severity: Option<Severity>,
    pub(super) confidence: Option<Confidence>,
    pub(super) since: Option<Date>,
    pub(super) reasons: Vec<Reason>,
}

impl Finding {
    pub(super) fn raised(severity: Severity, confidence: Confidence, since: Date, reason: Reason) -> Self {
        Self {
            outcome: SignalOutcome::Raised,
            severity: Some(severity),
            confidence: Some(confidence),
            since: Some(since),
            reasons: vec![reason],
        }
    }

    pub(super) fn clear(confidence: Confidence, reason: Reason) -> Self {
        Self {
            outcome: SignalOutcome::Clear,
            severity: None,
            confidence: Some(confidence),
            since: None,
            reasons: vec![reason],
        }
    }

    pub(super) fn unknown(reason: Reason) -> Self {
        Self { outcome: SignalOutcome::Unknown, severity: None, confidence: None, since: None, reasons: vec![reason] }
    }

    /// One signal from two conditions, either of which is enough: raised where one is raised, unknown where neither
    /// is and one is unknown.
    pub(super) fn or(mut self, other: Self) -> Self {
        let rank = |finding: &Self| match finding.outcome {
            SignalOutcome::Raised => 0,
            SignalOutcome::Unknown => 1,
            SignalOutcome::Clear => 2,
        };
        if rank(&other) < rank(&self) {
            return other;
        }
        if rank(&self) < rank(&other) {
            return self;
        }
        self.severity = self.severity.max(other.severity);
        self.confidence = match self.outcome {
            SignalOutcome::Raised => self.confidence.max(other.confidence),
            _ => self.confidence.min(other.confidence),
        };
        self.since = self.since.min(other.since);
        self.reasons.extend(other.reasons);
        self
    }
}

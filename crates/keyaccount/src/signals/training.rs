//! Signal 6: the customer says that it needs no training from us.

use super::ground::{Finding, Ground};
use crate::facts::Topic;
use crate::verdict::{Comparison, Reason, Severity, Unit};

const RULE: &str = "training_declined";

/// Raised where the customer said so within the policy's days, and did not take part in training with us on a later
/// day: a two-way interaction about training takes the statement back. Unknown where nothing that the customer said
/// was ever recorded by topic.
pub(super) fn training_declined(ground: Ground<'_>) -> Finding {
    let days = Comparison::new("statement_days", ground.policy.statement_days, Unit::Days);
    if let Some(statements) = ground.statements(Topic::TrainingDeclined, |topic| topic == Topic::Training) {
        let message = format!("the customer said on {} that it needs no training from us", statements.latest());
        let reason = Reason::new(RULE, message)
            .comparing(Comparison::new("statements", statements.said.len(), Unit::Count).against(1))
            .comparing(days)
            .citing(statements.facts());
        return Finding::raised(Severity::Medium, statements.confidence(), statements.since, reason);
    }
    if ground.heard().next().is_none() {
        return Finding::unknown(Reason::new(RULE, "nothing that the customer said is recorded by topic"));
    }
    let reason = Reason::new(RULE, "the customer did not decline training")
        .comparing(Comparison::new("statements", 0, Unit::Count).against(1))
        .comparing(days);
    Finding::clear(ground.confidence_in_silence(), reason)
}

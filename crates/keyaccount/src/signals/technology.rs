//! Signal 3: the customer says that it is studying, or will adopt, a new technology.

use super::ground::{Finding, Ground, Statements};
use crate::facts::Topic;
use crate::verdict::{Comparison, Confidence, Reason, Severity, Unit};

const ADOPTED: &str = "new_technology_adopted";
const STUDIED: &str = "new_technology_studied";

/// Raised where the customer said so: critical where it will adopt the technology, high where it studies it.
///
/// Nothing the customer can say on another topic takes this back; it stands for the policy's days. Unknown where
/// nothing that the customer said was ever recorded by topic.
pub(super) fn new_technology(ground: Ground<'_>) -> Finding {
    let adopted = ground.statements(Topic::NewTechnologyAdopted, |_| false).map(|statements| {
        let message = format!("the customer said on {} that it will adopt a new technology", statements.latest());
        // An announced decision needs no second witness.
        let reason = reason(ground, ADOPTED, message, &statements);
        Finding::raised(Severity::Critical, Confidence::High, statements.since, reason)
    });
    let studied = ground.statements(Topic::NewTechnologyStudied, |_| false).map(|statements| {
        let message = format!("the customer said on {} that it studies a new technology", statements.latest());
        let reason = reason(ground, STUDIED, message, &statements);
        Finding::raised(Severity::High, statements.confidence(), statements.since, reason)
    });
    match (adopted, studied) {
        (Some(adopted), Some(studied)) => adopted.or(studied),
        (Some(found), None) | (None, Some(found)) => found,
        (None, None) if ground.heard().next().is_none() => {
            Finding::unknown(Reason::new(STUDIED, "nothing that the customer said is recorded by topic"))
        }
        (None, None) => {
            let reason = Reason::new(STUDIED, "the customer did not speak of a new technology")
                .comparing(Comparison::new("statements", 0, Unit::Count).against(1))
                .comparing(Comparison::new("statement_days", ground.policy.statement_days, Unit::Days));
            Finding::clear(ground.confidence_in_silence(), reason)
        }
    }
}

fn reason(ground: Ground<'_>, rule: &'static str, message: String, statements: &Statements<'_>) -> Reason {
    Reason::new(rule, message)
        .comparing(Comparison::new("statements", statements.said.len(), Unit::Count).against(1))
        .comparing(Comparison::new("statement_days", ground.policy.statement_days, Unit::Days))
        .citing(statements.facts())
}

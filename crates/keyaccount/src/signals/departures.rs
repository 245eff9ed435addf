//! Signal 4: pre-sales people in the territory leave or change jobs in numbers.

use std::collections::BTreeSet;

use super::ground::{Finding, Ground};
use super::run::held_since;
use crate::facts::{FactKind, FactReference, TeamChange, TeamFunction, TeamMove};
use crate::values::MemberId;
use crate::verdict::{Comparison, Confidence, Reason, Severity, Unit};

const RULE: &str = "pre_sales_team_leaving";

/// Raised where enough different pre-sales people of the account or its territory left or changed jobs in the window.
///
/// Somebody who joins does not make up for somebody who left, whom the customer knew; the number is stated. Unknown
/// where no change of our team is known for the account or its territory.
pub(super) fn pre_sales_team_leaving(ground: Ground<'_>) -> Finding {
    let (minimum, days) = (ground.policy.minimum_departures, ground.policy.window_days);
    let known = || ground.account.team_changes.iter().map(AsRef::as_ref).filter(|change| change.on <= ground.as_of);
    if known().next().is_none() {
        let message = match &ground.account.account.territory {
            Some(territory) => {
                format!("no change of our team is known for this account or its territory `{territory}`")
            }
            None => "the account has no territory, and no change of our team is known for it".to_owned(),
        };
        return Finding::unknown(Reason::new(RULE, message));
    }
    let pre_sales = || known().filter(|change| change.function == TeamFunction::PreSales);
    let departures = || pre_sales().filter(|change| change.change.is_departure());
    let is_recent = |change: &&TeamChange| change.on >= ground.window_start();
    let gone: BTreeSet<&MemberId> = departures().filter(is_recent).map(|change| &change.member).collect();
    let joined: BTreeSet<&MemberId> = pre_sales()
        .filter(is_recent)
        .filter(|change| change.change == TeamMove::Joined)
        .map(|change| &change.member)
        .collect();
    let reason = |message: String| {
        Reason::new(RULE, message)
            .comparing(Comparison::new("departures", gone.len(), Unit::Count).against(minimum))
            .comparing(Comparison::new("joined", joined.len(), Unit::Count))
            .comparing(Comparison::new("window_days", days, Unit::Days))
            .citing(departures().filter(is_recent).map(|change| FactReference::new(FactKind::TeamChange, &change.id)))
    };
    let people = departures().map(|change| (&change.member, change.on));
    match held_since(people, minimum, days, ground.as_of) {
        Some(since) => {
            let message =
                format!("{} of our pre-sales people left or changed jobs in the last {days} days", gone.len());
            // A change that names the account surely concerns it; one of its territory may not.
            let account = &ground.account.account.id;
            let named = departures().filter(is_recent).any(|change| change.accounts.contains(account));
            let confidence = if named { Confidence::High } else { Confidence::Medium };
            Finding::raised(Severity::High, confidence, since, reason(message))
        }
        None => {
            let message =
                format!("{} of our pre-sales people left or changed jobs in the last {days} days", gone.len());
            Finding::clear(Confidence::High, reason(message))
        }
    }
}

//! Signal 5: proposals to the customer are all alike, copied from templates.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::ground::{Finding, Ground};
use crate::facts::{FactKind, FactReference, Proposal};
use crate::values::{Date, Label};
use crate::verdict::{Comparison, Confidence, Reason, Severity, Unit};

const RULE: &str = "copied_proposals";
/// Decimal places of a share in a reason; the comparison itself does not round.
const SHOWN_PLACES: u32 = 4;

/// Raised where the largest group of proposals from one template reaches the policy's share of the latest ones.
///
/// Unknown where there are fewer proposals than copying can be judged from.
pub(super) fn copied_proposals(ground: Ground<'_>) -> Finding {
    let (minimum, days) = (ground.policy.minimum_proposals, ground.policy.proposal_days);
    let first = ground.days_back(days);
    let known = || ground.account.proposals.iter().filter(|proposal| proposal.on <= ground.as_of);
    let latest: Vec<&Proposal> = known().filter(|proposal| proposal.on >= first).collect();
    let total = Comparison::new("proposals", latest.len(), Unit::Count).against(minimum);
    let window = Comparison::new("proposal_days", days, Unit::Days);
    if latest.len() < usize::try_from(minimum).unwrap_or(usize::MAX) {
        let message = format!("{} proposals in the last {days} days are too few to judge", latest.len());
        return Finding::unknown(Reason::new(RULE, message).comparing(total).comparing(window));
    }
    let mut groups: BTreeMap<&Label, usize> = BTreeMap::new();
    for template in latest.iter().filter_map(|proposal| proposal.template.as_ref()) {
        let size = groups.entry(template).or_insert(0);
        *size = size.saturating_add(1);
    }
    // Of groups of the same size, the first by name.
    let largest = groups.into_iter().min_by_key(|(_, size)| Reverse(*size));
    let size = largest.map_or(0, |(_, size)| size);
    let share = Decimal::from(size).checked_div(Decimal::from(latest.len())).unwrap_or_default();
    let shown = share.round_dp(SHOWN_PLACES).normalize();
    let reason = |message: String| {
        Reason::new(RULE, message)
            .comparing(Comparison::new("largest_share", shown, Unit::Share).against(ground.policy.copied_share))
            .comparing(Comparison::new("same_template", size, Unit::Count))
            .comparing(total)
            .comparing(window)
    };
    let copied = largest.and_then(|(template, _)| Some((template, copied_since(ground, known(), template)?)));
    match copied {
        Some((template, since)) => {
            let severity = if size == latest.len() { Severity::High } else { Severity::Medium };
            let message = format!("{size} of {} proposals were copied from {}", latest.len(), template.as_str());
            let same = latest.iter().filter(|proposal| proposal.template.as_ref() == Some(template));
            let facts = same.map(|proposal| FactReference::new(FactKind::Proposal, &proposal.id));
            Finding::raised(severity, Confidence::High, since, reason(message).citing(facts))
        }
        None => {
            let message = format!("at most {size} of {} proposals share a template", latest.len());
            let facts = latest.iter().map(|proposal| FactReference::new(FactKind::Proposal, &proposal.id));
            Finding::clear(Confidence::High, reason(message).citing(facts))
        }
    }
}

/// The day from which, without a break, enough proposals were in the window and the template's share of them was
/// reached; none where that does not hold today.
fn copied_since<'a>(
    ground: Ground<'_>,
    proposals: impl Iterator<Item = &'a Proposal>,
    template: &Label,
) -> Option<Date> {
    // How many proposals, and how many of the template, enter (or leave) the window on a day.
    let mut turns: BTreeMap<Date, (i64, i64)> = BTreeMap::new();
    for proposal in proposals {
        let same = i64::from(proposal.template.as_ref() == Some(template));
        let end = proposal.on.plus_days(ground.policy.proposal_days);
        let entering = turns.entry(proposal.on).or_default();
        *entering = (entering.0.saturating_add(1), entering.1.saturating_add(same));
        if end < ground.as_of {
            let leaving = turns.entry(end.plus_days(1)).or_default();
            *leaving = (leaving.0.saturating_sub(1), leaving.1.saturating_sub(same));
        }
    }
    let minimum = i64::from(ground.policy.minimum_proposals);
    let (mut total, mut same, mut since) = (0_i64, 0_i64, None);
    for (day, (more, more_same)) in turns {
        total = total.saturating_add(more);
        same = same.saturating_add(more_same);
        let asked = ground.policy.copied_share.value().saturating_mul(Decimal::from(total));
        let is_copied = total >= minimum && Decimal::from(same) >= asked;
        since = if is_copied { since.or(Some(day)) } else { None };
    }
    since
}

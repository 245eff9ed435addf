//! The lines between the people who are there.

use std::collections::BTreeMap;

use crate::cute::chain::{ChainLink, ChainLinkKind};
use crate::cute::index::CommitteeIndex;
use crate::facts::{RelationshipKind, RelationshipStrength, StakeholderChangeKind};
use crate::values::StakeholderId;

/// Every line that holds on the index's day, by kind and people, among people for whom `is_there` says so.
pub(super) fn lines(index: &CommitteeIndex<'_>, is_there: impl Fn(&StakeholderId) -> bool) -> Vec<ChainLink> {
    let mut found = BTreeMap::new();
    let mut add =
        |from: &StakeholderId, to: &StakeholderId, kind: ChainLinkKind, strength: Option<RelationshipStrength>| {
            if from != to && is_there(from) && is_there(to) {
                let known = found.entry((kind, from.clone(), to.clone())).or_insert(strength);
                *known = strength.max(*known);
            }
        };
    for person in &index.account.stakeholders {
        let changed = index.changes(&person.id).iter().rev().find_map(|change| match &change.change {
            StakeholderChangeKind::ReportingLineChanged { reports_to } => Some(reports_to.as_ref()),
            _ => None,
        });
        if let Some(superior) = changed.unwrap_or(person.reports_to.as_ref()) {
            add(&person.id, superior, ChainLinkKind::ReportsTo, None);
        }
    }
    for one in index.account.relationships.iter().filter(|one| one.holds_on(index.as_of)) {
        let kind = match one.kind {
            RelationshipKind::Influences => ChainLinkKind::Influences,
            RelationshipKind::Knows => ChainLinkKind::Knows,
            RelationshipKind::ConflictsWith => ChainLinkKind::ConflictsWith,
        };
        // What holds in both directions is one line, whoever was named first.
        let turned = one.kind.is_mutual() && one.from > one.to;
        let (from, to) = if turned { (&one.to, &one.from) } else { (&one.from, &one.to) };
        add(from, to, kind, one.strength);
    }
    found.into_iter().map(|((kind, from, to), strength)| ChainLink { from, to, kind, strength }).collect()
}

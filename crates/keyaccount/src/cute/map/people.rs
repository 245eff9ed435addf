//! Who is on a map, and who of us was in contact with them.

use std::collections::{BTreeMap, BTreeSet};

use super::verdict::MapContact;
use crate::cute::chain::{ChainLink, ChainLinkKind, People};
use crate::cute::index::CommitteeIndex;
use crate::cute::verdict::{CommitteePerson, ContactDepth};
use crate::cute::view::View;
use crate::facts::{OpportunityBook, StakeholderChangeKind};
use crate::playbook::{CoverageLevel, CoveragePolicy, Playbook, Stage};
use crate::values::StakeholderId;

/// Who is on a map.
pub(super) struct Cast {
    /// By identifier, with whether they sit in the committee or did.
    pub(super) people: BTreeMap<StakeholderId, (CommitteePerson, bool)>,
    pub(super) links: Vec<ChainLink>,
    pub(super) contacts: Vec<MapContact>,
}

impl Cast {
    pub(super) fn of(
        index: &CommitteeIndex<'_>,
        opportunity: &OpportunityBook,
        stage: Option<&Stage>,
        playbook: &Playbook,
    ) -> Self {
        let view = View::new(index, opportunity, stage, playbook);
        let seated = view.members.iter().map(|member| (member.seat.person.clone(), (member.person(&view), true)));
        let mut people: BTreeMap<_, _> = seated.collect();
        let mut links = People::new(index, &view).links();
        links.sort_by(|one, other| (one.kind, &one.from, &one.to).cmp(&(other.kind, &other.from, &other.to)));
        for id in neighbours(&people, &links) {
            let person = outsider(index, &id, view.policy);
            people.insert(id, (person, false));
        }
        links.retain(|link| people.contains_key(&link.from) && people.contains_key(&link.to));
        let contacts = people.values().filter(|(person, _)| person.left_on.is_none());
        let contacts =
            contacts.flat_map(|(person, _)| contacts_with(index, &person.stakeholder, view.policy)).collect();
        Self { people, links, contacts }
    }
}

/// People outside the committee with a line to somebody in it, and everybody above these and the committee.
fn neighbours(
    seated: &BTreeMap<StakeholderId, (CommitteePerson, bool)>,
    links: &[ChainLink],
) -> BTreeSet<StakeholderId> {
    let mut found = BTreeSet::new();
    let mut superior = BTreeMap::new();
    for link in links {
        if link.kind == ChainLinkKind::ReportsTo {
            superior.insert(&link.from, &link.to);
            continue;
        }
        for (one, other) in [(&link.from, &link.to), (&link.to, &link.from)] {
            if seated.contains_key(one) && !seated.contains_key(other) {
                found.insert(other.clone());
            }
        }
    }
    let mut reached: Vec<&StakeholderId> =
        seated.keys().chain(&found.clone()).filter_map(|one| superior.get(one).copied()).collect();
    let mut above = BTreeSet::new();
    while let Some(one) = reached.pop() {
        if above.insert(one) {
            reached.extend(superior.get(one).copied());
        }
    }
    found.extend(above.into_iter().filter(|one| !seated.contains_key(*one)).cloned());
    found
}

/// Somebody outside the committee: no part in it is known, and contacts count all the same.
fn outsider(index: &CommitteeIndex<'_>, id: &StakeholderId, policy: &CoveragePolicy) -> CommitteePerson {
    let contact = index.contact(id);
    let last_contact = contact.and_then(|contact| contact.last()).map(|(day, _)| day);
    let recent_from = index.as_of.minus_days(policy.contact_stale_after_days);
    let is_recent = last_contact.is_some_and(|day| day >= recent_from);
    let learned = index.changes(id).iter().rev().find_map(|change| match &change.change {
        StakeholderChangeKind::CommunicationStyleChanged { communication_style } => Some(*communication_style),
        _ => None,
    });
    CommitteePerson {
        stakeholder: id.clone(),
        roles: Vec::new(),
        formal_roles: Vec::new(),
        stance: None,
        non_supporter: None,
        influence: None,
        coach_position: None,
        informs_competitor: None,
        drivers: Vec::new(),
        communication_style: learned.unwrap_or_else(|| index.person(id).and_then(|one| one.communication_style)),
        contact_depth: contact.map_or(ContactDepth::None, |contact| contact.depth(policy, index.as_of)),
        last_contact,
        days_since_contact: last_contact.and_then(|day| u32::try_from(index.as_of.days_since(day)).ok()),
        last_met: contact.and_then(|contact| contact.last_met()),
        last_contribution: None,
        level: if is_recent { CoverageLevel::Contacted } else { CoverageLevel::Identified },
        left_on: None,
    }
}

fn contacts_with(index: &CommitteeIndex<'_>, id: &StakeholderId, policy: &CoveragePolicy) -> Vec<MapContact> {
    let by_member = index.contact(id).map(|contact| contact.by_member()).unwrap_or_default();
    let contacts = by_member.into_iter().filter_map(|(member, contact)| {
        Some(MapContact {
            member: member.cloned(),
            stakeholder: id.clone(),
            depth: contact.depth(policy, index.as_of),
            last_contact: contact.last()?.0,
        })
    });
    contacts.collect()
}

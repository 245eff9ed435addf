//! Who is there on a day, and who is tied to whom.

use std::collections::BTreeMap;

use super::verdict::{ChainLink, ChainLinkKind};
use crate::cute::index::CommitteeIndex;
use crate::cute::view::{Member, View};
use crate::facts::{
    AccountBook, FactKind, FactReference, RelationshipStrength, StakeholderChange, StakeholderChangeKind,
};
use crate::values::{Date, OpportunityId, StakeholderId};

/// A tie between two people by their places among those who are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tie {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) kind: ChainLinkKind,
    pub(super) strength: Option<RelationshipStrength>,
}

/// An account's people as they stood on a day.
pub(in crate::cute) struct People<'a> {
    account: &'a AccountBook,
    as_of: Date,
    /// Everybody who is there, by identifier.
    pub(super) there: Vec<&'a StakeholderId>,
    /// The superior recorded for each of them, there or not.
    pub(super) superiors: Vec<Option<&'a StakeholderId>>,
    /// Their ties, in order; none twice.
    pub(super) ties: Vec<Tie>,
}

impl<'a> People<'a> {
    /// Reads who is there and who is tied to whom.
    ///
    /// Who sits in the committee has left when their seat says so; anybody else, when a change that concerns every
    /// opportunity or this one says so and no later seat in any of the account's committees has them back.
    pub(in crate::cute) fn new(index: &CommitteeIndex<'a>, view: &View<'_>) -> Self {
        let opportunity = view.opportunity;
        let stakeholders = || index.account.stakeholders.iter();
        let is_there = |person: &StakeholderId| match member(view, person) {
            Some(member) => member.is_there(),
            None => !has_left(index, opportunity, person),
        };
        let (there, superiors): (Vec<_>, Vec<_>) = stakeholders()
            .filter(|person| is_there(&person.id))
            .map(|person| (&person.id, superior(index, opportunity, &person.id, person.reports_to.as_ref())))
            .unzip();
        let (account, as_of) = (index.account, index.as_of);
        let mut people = Self { account, as_of, there, superiors, ties: Vec::new() };
        people.ties = people.find_ties();
        people
    }

    /// The place of a person; none where they are not there.
    pub(in crate::cute) fn place(&self, person: &StakeholderId) -> Option<usize> {
        self.there.binary_search(&person).ok()
    }

    /// A person by their place.
    pub(super) fn id(&self, place: usize) -> Option<&'a StakeholderId> {
        self.there.get(place).copied()
    }

    /// The place of somebody's superior who is there.
    pub(super) fn superior_of(&self, place: usize) -> Option<usize> {
        let superior = (*self.superiors.get(place)?)?;
        self.place(superior)
    }

    /// Whether the account has such a person, there or not.
    pub(super) fn knows(&self, person: &StakeholderId) -> bool {
        self.account.stakeholders.binary_search_by(|one| one.id.cmp(person)).is_ok()
    }

    /// The fact that ties two people in some way, whichever of them it names first.
    pub(super) fn fact(&self, one: &StakeholderId, other: &StakeholderId, kind: ChainLinkKind) -> FactReference {
        if kind == ChainLinkKind::ReportsTo {
            let reports = |person| self.place(person).and_then(|place| self.superior_of(place));
            let person = if reports(one).is_some() && reports(one) == self.place(other) { one } else { other };
            return FactReference::new(FactKind::Stakeholder, person);
        }
        let is_recorded = |from: &StakeholderId, to: &StakeholderId| {
            let links = &self.account.relationships;
            let start = links.partition_point(|link| (&link.from, &link.to) < (from, to));
            let between = links.iter().skip(start).take_while(|link| link.from == *from && link.to == *to);
            between.filter(|link| link.holds_on(self.as_of)).any(|link| ChainLinkKind::from(link.kind) == kind)
        };
        let (from, to) = if is_recorded(other, one) && !is_recorded(one, other) { (other, one) } else { (one, other) };
        FactReference::new(FactKind::Relationship, format!("{from} {kind} {to}"))
    }

    fn find_ties(&self) -> Vec<Tie> {
        let mut ties: BTreeMap<(usize, usize, ChainLinkKind), (Option<Date>, Closeness)> = BTreeMap::new();
        for from in 0..self.there.len() {
            if let Some(to) = self.superior_of(from).filter(|to| *to != from) {
                ties.insert((from, to, ChainLinkKind::ReportsTo), (None, Closeness(None)));
            }
        }
        for link in self.account.relationships.iter().filter(|link| link.holds_on(self.as_of)) {
            let (Some(from), Some(to)) = (self.place(&link.from), self.place(&link.to)) else { continue };
            let (from, to) = if link.kind.is_mutual() { (from.min(to), from.max(to)) } else { (from, to) };
            let found = (link.since, Closeness(link.strength));
            let held = ties.entry((from, to, link.kind.into())).or_insert(found);
            *held = found.max(*held);
        }
        let tie = |((from, to, kind), (_, Closeness(strength)))| Tie { from, to, kind, strength };
        ties.into_iter().map(tie).collect()
    }

    /// The ties with the people's identifiers.
    pub(in crate::cute) fn links(&self) -> Vec<ChainLink> {
        let link = |tie: &Tie| {
            let (from, to) = (self.id(tie.from)?.clone(), self.id(tie.to)?.clone());
            Some(ChainLink { from, to, kind: tie.kind, strength: tie.strength })
        };
        self.ties.iter().filter_map(link).collect()
    }
}

/// Which of two strengths recorded for one tie holds: the one that began later; of one day, a known one over an
/// unknown one, and the more distant one, for we would rather expect too little.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Closeness(Option<RelationshipStrength>);

impl Closeness {
    fn key(self) -> (bool, std::cmp::Reverse<Option<RelationshipStrength>>) {
        (self.0.is_some(), std::cmp::Reverse(self.0))
    }
}

impl PartialOrd for Closeness {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Closeness {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key().cmp(&other.key())
    }
}

/// Somebody's part in the committee, if they ever had one.
pub(super) fn member<'v, 'a>(view: &'v View<'a>, person: &StakeholderId) -> Option<&'v Member<'a>> {
    let place = view.members.binary_search_by(|member| member.seat.person.cmp(person)).ok()?;
    view.members.get(place)
}

/// Whether somebody outside the committee has left and sits in no committee since.
fn has_left(index: &CommitteeIndex<'_>, opportunity: &OpportunityId, person: &StakeholderId) -> bool {
    let leaving = |change: &&&StakeholderChange| {
        matches!(change.change, StakeholderChangeKind::Left {}) && concerns(change, opportunity)
    };
    let Some(left) = index.changes(person).iter().filter(leaving).map(|change| change.on).max() else { return false };
    let mut seats = index.account.opportunities.iter().flat_map(|book| &book.seats);
    !seats
        .any(|seat| seat.stakeholder == *person && seat.since.is_some_and(|since| left < since && since <= index.as_of))
}

/// Whom somebody reports to: as the last change says or, where there is none, as recorded with the person.
fn superior<'a>(
    index: &CommitteeIndex<'a>,
    opportunity: &OpportunityId,
    person: &StakeholderId,
    recorded: Option<&'a StakeholderId>,
) -> Option<&'a StakeholderId> {
    let changed = |change: &&'a StakeholderChange| match &change.change {
        StakeholderChangeKind::ReportingLineChanged { reports_to } if concerns(change, opportunity) => {
            Some(reports_to.as_ref())
        }
        _ => None,
    };
    index.changes(person).iter().rev().find_map(changed).unwrap_or(recorded)
}

fn concerns(change: &StakeholderChange, opportunity: &OpportunityId) -> bool {
    change.opportunity.as_ref().is_none_or(|named| named == opportunity)
}

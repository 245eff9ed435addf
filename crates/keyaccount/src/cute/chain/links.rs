//! Who is there on a day, and who is tied to whom.

use std::collections::BTreeMap;

use crate::cute::committee::{Seat, committee};
use crate::cute::index::CommitteeIndex;
use crate::facts::{OpportunityBook, Relationship, RelationshipStrength, StakeholderChange, StakeholderChangeKind};
use crate::values::{Date, OpportunityId, StakeholderId};

use super::verdict::{ChainLink, ChainLinkKind};

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
    pub(in crate::cute) fn new(index: &CommitteeIndex<'a>, book: &'a OpportunityBook) -> Self {
        let opportunity = &book.opportunity.id;
        let seats: BTreeMap<&StakeholderId, Seat<'a>> =
            committee(index, book, index.as_of).into_iter().map(|seat| (seat.person, seat)).collect();
        let stakeholders = || index.account.stakeholders.iter();
        let is_there = |person: &StakeholderId| match seats.get(person) {
            Some(seat) => seat.left_on.is_none(),
            None => !has_left(index, opportunity, person),
        };
        let (there, superiors): (Vec<_>, Vec<_>) = stakeholders()
            .filter(|person| is_there(&person.id))
            .map(|person| (&person.id, superior(index, opportunity, &person.id, person.reports_to.as_ref())))
            .unzip();
        let mut people = Self { there, superiors, ties: Vec::new() };
        people.ties = people.find_ties(&index.account.relationships, index.as_of);
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

    fn find_ties(&self, relationships: &[Relationship], day: Date) -> Vec<Tie> {
        let mut ties: BTreeMap<(usize, usize, ChainLinkKind), (Option<Date>, Closeness)> = BTreeMap::new();
        for from in 0..self.there.len() {
            if let Some(to) = self.superior_of(from) {
                ties.insert((from, to, ChainLinkKind::ReportsTo), (None, Closeness(None)));
            }
        }
        for link in relationships.iter().filter(|link| link.holds_on(day)) {
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

//! A buying committee as it stood on a day.

use std::collections::{BTreeMap, BTreeSet};

use super::index::CommitteeIndex;
use crate::facts::{
    BuyingRole, CoachPosition, CommitteeSeat, OpportunityBook, StakeholderChange, StakeholderChangeKind, Stance,
};
use crate::values::{Date, Influence, OpportunityId, StakeholderId};

/// A person's part in a committee on a day.
#[derive(Clone, Debug)]
pub(super) struct Seat<'a> {
    pub(super) person: &'a StakeholderId,
    pub(super) roles: BTreeSet<BuyingRole>,
    pub(super) stance: Option<Stance>,
    pub(super) influence: Option<Influence>,
    pub(super) coach_position: Option<CoachPosition>,
    pub(super) left_on: Option<Date>,
}

impl<'a> Seat<'a> {
    fn unknown(person: &'a StakeholderId) -> Self {
        Self { person, roles: BTreeSet::new(), stance: None, influence: None, coach_position: None, left_on: None }
    }

    fn recorded(seat: &'a CommitteeSeat) -> Self {
        Self {
            roles: seat.roles.iter().copied().collect(),
            stance: seat.stance,
            influence: seat.influence,
            coach_position: seat.coach_position,
            ..Self::unknown(&seat.stakeholder)
        }
    }

    fn apply(&mut self, change: &StakeholderChange) {
        match &change.change {
            StakeholderChangeKind::RoleTaken { role } => {
                self.roles.insert(*role);
            }
            StakeholderChangeKind::RoleGivenUp { role } => {
                self.roles.remove(role);
            }
            StakeholderChangeKind::StanceChanged { stance, .. } => self.stance = *stance,
            StakeholderChangeKind::InfluenceChanged { influence } => self.influence = *influence,
            StakeholderChangeKind::Left {} => self.left_on = self.left_on.or(Some(change.on)),
            _ => {}
        }
    }
}

/// Everybody who sat in an opportunity's committee up to the index's day, by identifier.
///
/// A seat states what holds from its `since`, so only changes of that day or later bear on it: who left and is
/// seated again later is back. Somebody without a seat who took a role in this opportunity by a dated change sits in
/// its committee all the same; a role taken in every committee opens no seat.
pub(super) fn committee<'a>(index: &CommitteeIndex<'a>, book: &'a OpportunityBook) -> Vec<Seat<'a>> {
    let opportunity = &book.opportunity.id;
    let mut seats: BTreeMap<&StakeholderId, (Seat<'a>, Option<Date>)> =
        index.role_takers(opportunity).map(|person| (person, (Seat::unknown(person), None))).collect();
    for seat in book.seats.iter().filter(|seat| seat.since.is_none_or(|since| since <= index.as_of)) {
        seats.insert(&seat.stakeholder, (Seat::recorded(seat), seat.since));
    }
    let as_it_stood = |(mut seat, since): (Seat<'a>, Option<Date>)| {
        for change in index.changes(seat.person).iter().filter(|change| concerns(change, opportunity, since)) {
            seat.apply(change);
        }
        seat
    };
    seats.into_values().map(as_it_stood).collect()
}

fn concerns(change: &StakeholderChange, opportunity: &OpportunityId, since: Option<Date>) -> bool {
    change.opportunity.as_ref().is_none_or(|named| named == opportunity) && since.is_none_or(|since| change.on >= since)
}

//! A buying committee as it stood on a day.

use super::index::{CommitteeIndex, Place};
use super::roles::Roles;
use crate::facts::{
    CoachPosition, CommitteeSeat, CommunicationStyle, Driver, NonSupporterKind, OpportunityBook, StakeholderChange,
    StakeholderChangeKind, Stance,
};
use crate::values::{Date, Influence, Label, OpportunityId, StakeholderId};

/// A person's part in a committee on a day.
#[derive(Clone, Debug)]
pub(super) struct Seat<'a> {
    pub(super) person: &'a StakeholderId,
    /// Where the index has the person.
    pub(super) place: Option<Place>,
    /// The day from which the seat says what holds; none where it always does.
    since: Option<Date>,
    pub(super) roles: Roles,
    pub(super) formal_roles: &'a [Label],
    pub(super) stance: Option<Stance>,
    /// As recorded; see [`Seat::non_supporter`].
    recorded_non_supporter: Option<NonSupporterKind>,
    /// The day from which the stance holds; none where it always did.
    stance_since: Option<Date>,
    /// Whether the person was for us on a day before the present stance.
    was_favourable: bool,
    pub(super) influence: Option<Influence>,
    pub(super) coach_position: Option<CoachPosition>,
    pub(super) informs_competitor: Option<bool>,
    pub(super) drivers: &'a [Driver],
    pub(super) communication_style: Option<CommunicationStyle>,
    pub(super) left_on: Option<Date>,
}

impl<'a> Seat<'a> {
    fn unknown(person: &'a StakeholderId) -> Self {
        Self {
            person,
            place: None,
            since: None,
            roles: Roles::default(),
            formal_roles: &[],
            stance: None,
            recorded_non_supporter: None,
            stance_since: None,
            was_favourable: false,
            influence: None,
            coach_position: None,
            informs_competitor: None,
            drivers: &[],
            communication_style: None,
            left_on: None,
        }
    }

    fn recorded(seat: &'a CommitteeSeat) -> Self {
        Self {
            since: seat.since,
            roles: seat.roles.iter().copied().collect(),
            formal_roles: &seat.formal_roles,
            stance: seat.stance,
            recorded_non_supporter: seat.non_supporter,
            stance_since: seat.since,
            influence: seat.influence,
            coach_position: seat.coach_position,
            informs_competitor: seat.informs_competitor,
            drivers: &seat.drivers,
            ..Self::unknown(&seat.stakeholder)
        }
    }

    fn apply(&mut self, change: &'a StakeholderChange) {
        match &change.change {
            StakeholderChangeKind::RoleTaken { role } => self.roles.insert(*role),
            StakeholderChangeKind::RoleGivenUp { role } => self.roles.remove(*role),
            StakeholderChangeKind::StanceChanged { stance, non_supporter } => {
                // Of contradictory stances on one day none was held before the other.
                let held_before = self.stance_since.is_none_or(|since| since < change.on);
                self.was_favourable |= held_before && self.is_favourable();
                self.stance = *stance;
                self.recorded_non_supporter = *non_supporter;
                self.stance_since = Some(change.on);
            }
            StakeholderChangeKind::InfluenceChanged { influence } => self.influence = *influence,
            StakeholderChangeKind::CoachPositionChanged { coach_position } => self.coach_position = *coach_position,
            StakeholderChangeKind::InformsCompetitorChanged { informs_competitor } => {
                self.informs_competitor = *informs_competitor;
            }
            StakeholderChangeKind::DriversChanged { drivers } => self.drivers = drivers,
            StakeholderChangeKind::FormalRolesChanged { formal_roles } => self.formal_roles = formal_roles,
            StakeholderChangeKind::Left {} => self.left_on = self.left_on.or(Some(change.on)),
            // The style belongs to the person, see `committee`; reporting lines are no part of a seat.
            StakeholderChangeKind::CommunicationStyleChanged { .. }
            | StakeholderChangeKind::ReportingLineChanged { .. } => {}
        }
    }

    pub(super) fn is_favourable(&self) -> bool {
        self.stance.is_some_and(Stance::is_favourable)
    }

    pub(super) fn is_hostile(&self) -> bool {
        self.stance == Some(Stance::Hostile)
    }

    /// Whether the person has not left.
    pub(super) const fn is_there(&self) -> bool {
        self.left_on.is_none()
    }

    /// Whether the person belongs to the customer, as far as is known.
    pub(super) const fn is_customer(&self) -> bool {
        !matches!(self.coach_position, Some(CoachPosition::OurCompany | CoachPosition::Outside))
    }

    /// Whether the person is one of us.
    pub(super) fn is_of_our_company(&self) -> bool {
        self.coach_position == Some(CoachPosition::OurCompany)
    }

    /// Why the person is not for us: as recorded or, where nothing is and they once were, a backslider. None for who
    /// is for us.
    pub(super) fn non_supporter(&self) -> Option<NonSupporterKind> {
        if self.is_favourable() {
            return None;
        }
        let slid_back = self.was_favourable && self.stance.is_some();
        self.recorded_non_supporter.or(slid_back.then_some(NonSupporterKind::Backslider))
    }
}

/// Everybody who sat in an opportunity's committee up to a day, by identifier, as they stood on that day; no day is
/// later than the index's.
///
/// A seat states what holds from its `since`, so only changes of that day or later bear on it: who left and is
/// seated again later is back. Somebody without a seat who took a role in this opportunity by a dated change sits in
/// its committee all the same; a role taken in every committee opens no seat. How somebody likes to be spoken with is
/// the person's own and does not begin with a seat.
pub(super) fn committee<'a>(index: &CommitteeIndex<'a>, book: &'a OpportunityBook, day: Date) -> Vec<Seat<'a>> {
    let opportunity = &book.opportunity.id;
    let is_begun = |seat: &&CommitteeSeat| seat.since.is_none_or(|since| since <= day);
    let mut seats: Vec<Seat<'a>> = Vec::with_capacity(book.seats.len());
    let (mut last, mut is_in_order) = (None, true);
    for seat in book.seats.iter().filter(is_begun) {
        let place = index.place_after(last, &seat.stakeholder);
        // A book has its people and its seats by identifier, one seat for each person.
        is_in_order &= last < place;
        last = place;
        seats.push(Seat { place, ..Seat::recorded(seat) });
    }
    let mut takers = index.role_takers(opportunity, day).peekable();
    if !is_in_order || takers.peek().is_some() {
        seats.extend(takers.map(|person| Seat { place: index.place(person), ..Seat::unknown(person) }));
        seats.sort_by(|one, next| one.person.cmp(next.person));
        // Of two the first is kept: a recorded seat before a role taken.
        seats.dedup_by(|next, one| next.person == one.person);
    }
    for seat in &mut seats {
        let Some(place) = seat.place else { continue };
        seat.communication_style = index.person_at(place).and_then(|person| person.communication_style);
        let changes = index.changes_at(place).iter().take_while(|change| change.on <= day);
        for change in changes.filter(|change| concerns(change, opportunity)) {
            if let StakeholderChangeKind::CommunicationStyleChanged { communication_style } = &change.change {
                seat.communication_style = *communication_style;
            } else if seat.since.is_none_or(|since| change.on >= since) {
                seat.apply(change);
            }
        }
    }
    seats
}

pub(super) fn concerns(change: &StakeholderChange, opportunity: &OpportunityId) -> bool {
    change.opportunity.as_ref().is_none_or(|named| named == opportunity)
}

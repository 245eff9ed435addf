//! When a person came to stand as they do: the dated facts between two days.

use std::collections::BTreeMap;

use crate::cute::committee::concerns;
use crate::cute::index::CommitteeIndex;
use crate::facts::{CommitteeSeat, OpportunityBook, StakeholderChange, StakeholderChangeKind as Change};
use crate::values::{Date, StakeholderId};

/// What changed about one person in one opportunity after a day.
pub(super) struct PersonHistory<'a> {
    /// The seat, where the person was seated after the day: it begins everything anew.
    seated: Option<(Date, &'a CommitteeSeat)>,
    /// The changes after the day, in the order in which they hold, none before the seat.
    changes: Vec<&'a StakeholderChange>,
}

impl<'a> PersonHistory<'a> {
    /// Reads what is dated after a day and known to the index.
    pub(super) fn after(
        day: Date,
        person: &StakeholderId,
        index: &CommitteeIndex<'a>,
        book: &'a OpportunityBook,
    ) -> Self {
        let seat = book.seats.iter().find(|seat| seat.stakeholder == *person);
        let seated = seat.and_then(|seat| Some((seat.since?, seat)));
        let seated = seated.filter(|(since, _)| *since > day && *since <= index.as_of);
        let counts = |change: &&&StakeholderChange| {
            let holds = seated.is_none_or(|(since, _)| change.on >= since);
            change.on > day && holds && concerns(change, &book.opportunity.id)
        };
        Self { seated, changes: index.changes(person).iter().filter(counts).copied().collect() }
    }

    /// The day from which something has the value that it has in the end; none where no dated fact changed it.
    ///
    /// `start` is the value before. Of several changes on one day the last one holds.
    pub(super) fn turned<T: PartialEq + Copy>(
        &self,
        start: T,
        of_seat: impl Fn(&CommitteeSeat) -> T,
        of_change: impl Fn(&Change) -> Option<T>,
    ) -> Option<Date> {
        let mut by_day: BTreeMap<Date, T> = self.seated.iter().map(|(since, seat)| (*since, of_seat(seat))).collect();
        by_day.extend(self.changes.iter().filter_map(|change| Some((change.on, of_change(&change.change)?))));
        let mut turned = (start, None);
        for (day, value) in by_day {
            if value != turned.0 {
                turned = (value, Some(day));
            }
        }
        turned.1
    }

    /// The day on which somebody came to count who did not before.
    pub(super) fn joined(&self) -> Option<Date> {
        let moved = || self.last(|change| matches!(change, Change::CoachPositionChanged { .. }));
        let took_role = |change: &&&StakeholderChange| matches!(change.change, Change::RoleTaken { .. });
        let seated = self.seated.map(|(since, _)| since);
        seated.or_else(moved).or_else(|| self.changes.iter().find(took_role).map(|change| change.on))
    }

    /// The day on which somebody who did not leave ceased to count.
    pub(super) fn ceased(&self) -> Option<Date> {
        let moved = self.last(|change| matches!(change, Change::CoachPositionChanged { .. }));
        moved.or(self.seated.map(|(since, _)| since))
    }

    fn last(&self, which: impl Fn(&Change) -> bool) -> Option<Date> {
        self.changes.iter().rev().find(|change| which(&change.change)).map(|change| change.on)
    }
}

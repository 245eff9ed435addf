//! How an opportunity stands at the end of each day on which something is recorded, in one pass over its events.

use super::machine::Machine;
use super::order::{Dated, dated_events, first_pipeline};
use super::replay::{Run, run_of};
use crate::facts::OpportunityBook;
use crate::playbook::Playbook;
use crate::values::Date;

/// Shows how an opportunity stands at the end of a day, and at the end of every later day up to another that has an
/// event: each time as [`state_at`](super::state_at) has it, by the events up to that day.
///
/// A day's events follow those before where nothing in them changes what these were taken for; where it does, as a
/// creation does that comes after other events, all are replayed.
pub(super) fn at_day_ends<'a>(
    opportunity: &'a OpportunityBook,
    playbook: &'a Playbook,
    from: Date,
    to: Date,
    mut see: impl FnMut(Date, Option<&Machine<'a>>),
) {
    let mut events = dated_events(opportunity, playbook, to);
    events.sort_by_key(|dated| dated.on);
    let known = events.partition_point(|dated| dated.on <= from);
    let (before, later) = events.split_at(known);
    let mut walk = Walk::new(opportunity, playbook, before, from);
    see(from, walk.run.machine.as_ref());
    let mut known = known;
    for day in later.chunk_by(|one, other| one.on == other.on) {
        known = known.saturating_add(day.len());
        let Some(on) = day.first().map(|dated| dated.on) else { continue };
        if walk.can_follow(day) {
            walk.follow(day);
        } else if let Some(events) = events.get(..known) {
            walk = Walk::new(opportunity, playbook, events, on);
        }
        see(on, walk.run.machine.as_ref());
    }
}

struct Walk<'a> {
    run: Run<'a>,
    /// The opportunity before its first event, by whose pipeline stages have their order.
    start: Machine<'a>,
    /// The place in time of the latest event.
    latest: Option<chrono::NaiveDateTime>,
    /// Whether an event tells the pipeline that the history began in.
    origin_told: bool,
}

impl<'a> Walk<'a> {
    fn new(opportunity: &'a OpportunityBook, playbook: &'a Playbook, events: &[Dated<'a>], as_of: Date) -> Self {
        Self {
            run: run_of(opportunity, playbook, events.to_vec(), as_of),
            start: Machine::new(playbook, first_pipeline(opportunity, events), as_of),
            latest: events.iter().map(|dated| dated.place).max(),
            origin_told: events.iter().any(Dated::tells_origin),
        }
    }

    fn can_follow(&self, day: &[Dated<'a>]) -> bool {
        let Some(has_creation) = self.run.has_creation() else { return false };
        // Where a zone's clock goes back over midnight, a day's events may lie before those of the day before.
        day.iter().all(|dated| Some(dated.place) > self.latest)
            && (has_creation || !day.iter().any(Dated::is_creation))
            && (self.origin_told || !day.iter().any(Dated::tells_origin))
    }

    fn follow(&mut self, day: &[Dated<'a>]) {
        self.latest = day.iter().map(|dated| dated.place).max().max(self.latest);
        self.run.follow(day.to_vec(), &self.start);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::facts::OpportunityBook;
    use crate::funnel::state_at;
    use crate::funnel::testing::{book, day, playbook, rows};

    proptest! {
        #[test]
        fn every_day_ends_as_the_history_cut_there(rows in rows(), one in day(), other in day()) {
            let (book, playbook) = (book(&rows), playbook());
            let zone = playbook.draft().calendar.time_zone;
            let (from, to) = (one.min(other), one.max(other));
            for opportunity in book.accounts().iter().flat_map(|account| &account.opportunities) {
                let mut seen = Vec::new();
                at_day_ends(opportunity, &playbook, from, to, |on, machine| {
                    seen.push((on, machine.map(|machine| (machine.state(on), machine.pipeline.map(|p| p.id.clone())))));
                });
                let dates = opportunity.events.iter().map(|event| event.fact.at.date_in(zone));
                let mut days: Vec<Date> = dates.filter(|day| from < *day && *day <= to).chain([from]).collect();
                days.sort();
                days.dedup();
                prop_assert_eq!(seen.iter().map(|(on, _)| *on).collect::<Vec<_>>(), days);
                for (on, seen) in seen {
                    let known = opportunity.events.iter().filter(|event| event.fact.at.date_in(zone) <= on);
                    let known = known.map(|event| event.fact.clone()).collect();
                    let cut = OpportunityBook::new(opportunity.opportunity.clone(), known);
                    let history = crate::funnel::replay_history(&cut, &playbook, on);
                    prop_assert_eq!(&state_at(opportunity, &playbook, on), &history.state);
                    prop_assert_eq!(seen, history.state.map(|state| (state, history.pipeline)));
                }
            }
        }
    }
}

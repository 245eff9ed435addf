//! Cohorts: of the opportunities created in a month, how many stand where after how many months.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::history::{HistoryVerdict, StatusSpell};
use super::state::OpportunityStatus;
use crate::playbook::Playbook;
use crate::values::{Date, Month, Share};
use crate::verdict::{Comparison, Reason, Unit};

/// Most months after its creation that a cohort is followed.
const MOST_MONTHS: u32 = 600;

/// How a cohort's opportunities stood at the end of a month.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, opportunity_cohorts, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "spare-parts", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-03-09", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "spare-parts", "at": "2026-01-20", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-04-15".parse()?);
/// let histories: Vec<_> =
///     book.accounts()[0].opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let cohorts = opportunity_cohorts(&histories, &playbook, as_of, 12);
/// let months: Vec<_> = cohorts.cohorts[0].ages.iter().map(|age| (age.months, age.on.to_string(), age.open)).collect();
/// assert_eq!(months, [(0, "2026-01-31".into(), 2), (1, "2026-02-28".into(), 2), (2, "2026-03-31".into(), 1)]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CohortAge {
    /// Months since the month of creation: 0 is this month itself.
    pub months: u32,
    /// The last day of the month, at whose end the opportunities stood so.
    pub on: Date,
    /// Being worked on.
    pub open: usize,
    /// Resting.
    pub parked: usize,
    /// Signed, not yet paid.
    pub booked: usize,
    /// Signed and paid.
    pub realised: usize,
    /// Lost.
    pub lost: usize,
    /// The same as parts of the whole cohort.
    pub shares: CohortShares,
}

/// Parts of a cohort, each rounded for itself, so that they may not add up to exactly 1.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, opportunity_cohorts, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "spare-parts", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-03-09", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "spare-parts", "at": "2026-01-20", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-04-15".parse()?);
/// let histories: Vec<_> =
///     book.accounts()[0].opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let cohorts = opportunity_cohorts(&histories, &playbook, as_of, 12);
/// let shares = &cohorts.cohorts[0].ages[2].shares;
/// assert_eq!((shares.open.to_string(), shares.lost.to_string()), ("0.5".into(), "0.5".into()));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CohortShares {
    /// Being worked on.
    pub open: Share,
    /// Resting.
    pub parked: Share,
    /// Signed, not yet paid.
    pub booked: Share,
    /// Signed and paid.
    pub realised: Share,
    /// Lost.
    pub lost: Share,
}

/// The opportunities created in one month.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, opportunity_cohorts, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "spare-parts", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-03-09", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "spare-parts", "at": "2026-01-20", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-04-15".parse()?);
/// let histories: Vec<_> =
///     book.accounts()[0].opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let cohorts = opportunity_cohorts(&histories, &playbook, as_of, 12);
/// let cohort = &cohorts.cohorts[0];
/// assert_eq!((cohort.month.to_string(), cohort.opportunities), ("2026-01".into(), 2));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cohort {
    /// The month of creation.
    pub month: Month,
    /// Opportunities created in it.
    pub opportunities: usize,
    /// How they stood at the end of this month and of the months after, as far as these are over.
    pub ages: Vec<CohortAge>,
}

/// Cohorts by month of creation.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, opportunity_cohorts, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "spare-parts", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-03-09", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "spare-parts", "at": "2026-01-20", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-04-15".parse()?);
/// let histories: Vec<_> =
///     book.accounts()[0].opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let cohorts = opportunity_cohorts(&histories, &playbook, as_of, 12);
/// assert_eq!((cohorts.cohorts.len(), cohorts.not_created_yet), (1, 0));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CohortsVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The cohorts, in time order; months in which none was created are left out.
    pub cohorts: Vec<Cohort>,
    /// Opportunities without an event up to the day of the verdict: in no cohort.
    pub not_created_yet: usize,
    /// What it rests on.
    pub reasons: Vec<Reason>,
}

/// Groups opportunities by the month of their creation, and tells how many of each group stood where at the end of that
/// month and of up to `months` months after: only months that are over on the day of the verdict, and at most 600.
///
/// The histories are those of [`replay_history`](super::replay_history) for the same playbook and day. How an
/// opportunity stood is told by its whole history, not by what was known of it then: the two differ only where the
/// history is damaged, such as by a creation that comes after other events.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, opportunity_cohorts, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "spare-parts", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-03-09", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "spare-parts", "at": "2026-01-20", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-04-15".parse()?);
/// let histories: Vec<_> =
///     book.accounts()[0].opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let cohorts = opportunity_cohorts(&histories, &playbook, as_of, 12);
/// let march = &cohorts.cohorts[0].ages[2];
/// assert_eq!((march.open, march.lost), (1, 1));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn opportunity_cohorts(
    histories: &[HistoryVerdict],
    playbook: &Playbook,
    as_of: Date,
    months: u32,
) -> CohortsVerdict {
    let months = months.min(MOST_MONTHS);
    let mut members: BTreeMap<Month, Vec<Standings<'_>>> = BTreeMap::new();
    let mut not_created_yet = 0_usize;
    for history in histories {
        match history.state.as_ref().filter(|state| state.created_on <= as_of) {
            Some(state) => members.entry(Month::of(state.created_on)).or_default().push(Standings {
                spells: &history.statuses,
                status: history.statuses.first().map_or(state.status, |spell| spell.status),
            }),
            None => not_created_yet = not_created_yet.saturating_add(1),
        }
    }
    let cohorts = members.into_iter().map(|(month, members)| cohort(month, members, as_of, months));
    let cohorts: Vec<Cohort> = cohorts.collect();
    CohortsVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        reasons: reasons(histories.len(), not_created_yet, cohorts.len()),
        cohorts,
        not_created_yet,
    }
}

fn cohort(month: Month, mut members: Vec<Standings<'_>>, as_of: Date, months: u32) -> Cohort {
    let ends = std::iter::successors(Some(month), |month| month.next()).map(Month::last_day).zip(0..=months);
    let ages = ends.take_while(|(on, _)| *on <= as_of).filter_map(|(on, months)| {
        let mut count = Count::default();
        members.iter_mut().for_each(|member| count.add(member.at(on)));
        count.age(months, on, members.len())
    });
    let ages = ages.collect();
    Cohort { month, opportunities: members.len(), ages }
}

/// How one opportunity stood, on days asked for in their order.
struct Standings<'a> {
    status: OpportunityStatus,
    /// The spells still to come.
    spells: &'a [StatusSpell],
}

impl Standings<'_> {
    /// Of several spells that begin up to a day, the last one holds.
    fn at(&mut self, on: Date) -> OpportunityStatus {
        while let Some((spell, later)) = self.spells.split_first().filter(|(spell, _)| spell.from <= on) {
            self.status = spell.status;
            self.spells = later;
        }
        self.status
    }
}

#[derive(Default)]
struct Count {
    open: usize,
    parked: usize,
    booked: usize,
    realised: usize,
    lost: usize,
}

impl Count {
    fn add(&mut self, status: OpportunityStatus) {
        let counter = match status {
            OpportunityStatus::Open => &mut self.open,
            OpportunityStatus::Parked => &mut self.parked,
            OpportunityStatus::Booked => &mut self.booked,
            OpportunityStatus::Realised => &mut self.realised,
            OpportunityStatus::Lost => &mut self.lost,
        };
        *counter = counter.saturating_add(1);
    }

    /// None where there is no whole for the shares, which no cohort is without.
    fn age(self, months: u32, on: Date, opportunities: usize) -> Option<CohortAge> {
        let Self { open, parked, booked, realised, lost } = self;
        let share = |part: usize| Share::of(i128::try_from(part).ok()?, i128::try_from(opportunities).ok()?);
        let shares = CohortShares {
            open: share(open)?,
            parked: share(parked)?,
            booked: share(booked)?,
            realised: share(realised)?,
            lost: share(lost)?,
        };
        Some(CohortAge { months, on, open, parked, booked, realised, lost, shares })
    }
}

fn reasons(opportunities: usize, not_created_yet: usize, cohorts: usize) -> Vec<Reason> {
    let created = opportunities.saturating_sub(not_created_yet);
    let message = format!("{created} of {opportunities} opportunities were created in {cohorts} months");
    let created = Comparison::new("created", created, Unit::Count).against(opportunities);
    vec![Reason::new("month_of_creation", message).comparing(created)]
}

#[cfg(test)]
mod tests;

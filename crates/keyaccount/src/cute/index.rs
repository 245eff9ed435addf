//! An account's contacts and changes of people, read once for all its opportunities.

use std::collections::BTreeMap;

use super::contact::PersonContact;
use crate::facts::{AccountBook, CoachPosition, Stakeholder, StakeholderChange, StakeholderChangeKind, Stance};
use crate::values::{Date, OpportunityId, StakeholderId};

/// An account's contacts and changes of people as known on a day, indexed by person.
///
/// Reading an account once serves all its opportunities. Whoever checks a single opportunity uses
/// [`check_committee`](crate::check_committee) and never meets this type.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CommitteeIndex, Playbook};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [
///         {"id": "press-line", "account": "north-plant"},
///         {"id": "spare-parts", "account": "north-plant"}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let account = &book.accounts()[0];
/// let index = CommitteeIndex::new(account, "2026-05-30".parse()?);
/// let verdicts = account.opportunities.iter().map(|opportunity| index.check(opportunity, None, &playbook));
/// assert_eq!(verdicts.count(), 2);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug)]
pub struct CommitteeIndex<'a> {
    pub(super) account: &'a AccountBook,
    pub(super) as_of: Date,
    contacts: BTreeMap<&'a StakeholderId, PersonContact<'a>>,
    changes: BTreeMap<&'a StakeholderId, Vec<&'a StakeholderChange>>,
    /// Who took a role in an opportunity by a dated change, with or without a recorded seat, and the first such day.
    role_takers: BTreeMap<&'a OpportunityId, BTreeMap<&'a StakeholderId, Date>>,
}

impl<'a> CommitteeIndex<'a> {
    /// Reads an account's interactions and changes dated up to a day.
    #[must_use]
    pub fn new(account: &'a AccountBook, as_of: Date) -> Self {
        let mut index =
            Self { account, as_of, contacts: BTreeMap::new(), changes: BTreeMap::new(), role_takers: BTreeMap::new() };
        for interaction in account.interactions.iter().filter(|interaction| interaction.on <= as_of) {
            if interaction.direction.customer_spoke() {
                for person in &interaction.stakeholders {
                    index.contacts.entry(person).or_default().add(interaction);
                }
            }
        }
        for change in account.stakeholder_changes.iter().filter(|change| change.on <= as_of) {
            index.changes.entry(&change.stakeholder).or_default().push(change);
            if let (Some(opportunity), StakeholderChangeKind::RoleTaken { .. }) = (&change.opportunity, &change.change)
            {
                let takers = index.role_takers.entry(opportunity).or_default();
                let first = takers.entry(&change.stakeholder).or_insert(change.on);
                *first = change.on.min(*first);
            }
        }
        for changes in index.changes.values_mut() {
            changes.sort_by_key(|change| (change.on, caution(change)));
        }
        index
    }

    /// What is known of the contact with a person.
    pub(super) fn contact(&self, person: &StakeholderId) -> Option<&PersonContact<'a>> {
        self.contacts.get(person)
    }

    /// The changes of a person in the order in which they hold.
    pub(super) fn changes(&self, person: &StakeholderId) -> &[&'a StakeholderChange] {
        self.changes.get(person).map_or(&[], Vec::as_slice)
    }

    /// A person's own record.
    pub(super) fn person(&self, person: &StakeholderId) -> Option<&'a Stakeholder> {
        let people = &self.account.stakeholders;
        people.get(people.binary_search_by(|one| one.id.cmp(person)).ok()?)
    }

    /// People who took a role in an opportunity by a change dated up to a day.
    pub(super) fn role_takers(
        &self,
        opportunity: &OpportunityId,
        day: Date,
    ) -> impl Iterator<Item = &'a StakeholderId> {
        let takers = self.role_takers.get(opportunity).into_iter().flatten();
        takers.filter(move |(_, first)| **first <= day).map(|(person, _)| *person)
    }
}

/// Orders contradictory changes of one day so that the cautious one holds: a hostile stance over any other, an
/// unknown one over a favourable one, informing a competitor over not, our own company over the customer, and nothing
/// over having left.
fn caution(change: &StakeholderChange) -> u8 {
    match &change.change {
        StakeholderChangeKind::StanceChanged { stance, .. } => match stance {
            Some(Stance::Insider) => 1,
            Some(Stance::Ally) => 2,
            Some(Stance::Supporter) => 3,
            Some(Stance::Neutral) => 4,
            None => 5,
            Some(Stance::Hostile) => 6,
        },
        StakeholderChangeKind::InformsCompetitorChanged { informs_competitor } => match informs_competitor {
            Some(false) => 1,
            None => 2,
            Some(true) => 3,
        },
        StakeholderChangeKind::CoachPositionChanged { coach_position } => match coach_position {
            Some(CoachPosition::Customer) => 1,
            Some(CoachPosition::Outside) => 2,
            None => 3,
            Some(CoachPosition::OurCompany) => 4,
        },
        StakeholderChangeKind::Left {} => 7,
        _ => 0,
    }
}

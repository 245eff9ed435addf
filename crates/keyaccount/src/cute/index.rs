//! An account's contacts and changes of people, read once for all its opportunities.

use std::collections::BTreeMap;

use super::contact::PersonContact;
use crate::facts::{AccountBook, CoachPosition, Stakeholder, StakeholderChange, StakeholderChangeKind, Stance};
use crate::values::{Date, Influence, OpportunityId, StakeholderId};

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
    /// Everybody of the account; in a book by identifier.
    people: Vec<Person<'a>>,
    /// The ends of their identifiers and where they stand, in the order of both: identifiers differ in their ends more
    /// than in their beginnings, and a number is compared at once.
    ends: Vec<(u64, usize)>,
    /// Who took a role in an opportunity by a dated change, with or without a recorded seat, and the first such day.
    role_takers: BTreeMap<&'a OpportunityId, BTreeMap<&'a StakeholderId, Date>>,
}

/// What is known of one person, whatever the opportunity.
#[derive(Clone, Debug)]
struct Person<'a> {
    id: &'a str,
    record: Option<&'a Stakeholder>,
    /// None where no contact is recorded.
    contact: Option<PersonContact<'a>>,
    changes: Vec<&'a StakeholderChange>,
}

/// Where a person stands in an index, so that they are looked for once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place(usize);

impl<'a> CommitteeIndex<'a> {
    /// Reads an account's interactions and changes dated up to a day.
    #[must_use]
    pub fn new(account: &'a AccountBook, as_of: Date) -> Self {
        let count = account.stakeholders.len();
        let (people, ends) = (Vec::with_capacity(count), Vec::with_capacity(count));
        let mut index = Self { account, as_of, people, ends, role_takers: BTreeMap::new() };
        for record in &account.stakeholders {
            if let Some(person) = index.entry(&record.id) {
                person.record = Some(record);
            }
        }
        for interaction in account.interactions.iter().filter(|interaction| interaction.on <= as_of) {
            if interaction.direction.customer_spoke() {
                for person in &interaction.stakeholders {
                    if let Some(person) = index.entry(person) {
                        person.contact.get_or_insert_default().add(interaction);
                    }
                }
            }
        }
        for change in account.stakeholder_changes.iter().filter(|change| change.on <= as_of) {
            if let Some(person) = index.entry(&change.stakeholder) {
                person.changes.push(change);
            }
            if let (Some(opportunity), StakeholderChangeKind::RoleTaken { .. }) = (&change.opportunity, &change.change)
            {
                let takers = index.role_takers.entry(opportunity).or_default();
                let first = takers.entry(&change.stakeholder).or_insert(change.on);
                *first = change.on.min(*first);
            }
        }
        for person in &mut index.people {
            person.changes.sort_by_key(|change| (change.on, caution(change)));
            if let Some(contact) = &mut person.contact {
                contact.put_in_order();
            }
        }
        index
    }

    /// The entry of a person, made where there is none.
    fn entry(&mut self, id: &'a StakeholderId) -> Option<&mut Person<'a>> {
        let id = id.as_str();
        let at = match self.search(id) {
            Ok(at) => at,
            Err(place) => {
                let at = self.people.len();
                self.ends.insert(place, (end_of(id), at));
                self.people.push(Person { id, record: None, contact: None, changes: Vec::new() });
                at
            }
        };
        self.people.get_mut(at)
    }

    fn id_at(&self, at: usize) -> &'a str {
        self.people.get(at).map_or("", |person| person.id)
    }

    /// Where a person stands, or where their end belongs.
    fn search(&self, id: &str) -> Result<usize, usize> {
        let end = end_of(id);
        let place = self.ends.binary_search_by(|(other, at)| other.cmp(&end).then_with(|| self.id_at(*at).cmp(id)))?;
        self.ends.get(place).map(|(_, at)| *at).ok_or(place)
    }

    /// Where a person stands.
    pub(super) fn place(&self, id: &StakeholderId) -> Option<Place> {
        self.search(id.as_str()).ok().map(Place)
    }

    /// Where a person stands, looked for first right behind another one.
    pub(super) fn place_after(&self, other: Option<Place>, id: &StakeholderId) -> Option<Place> {
        let next = other.map_or(0, |other| other.0.saturating_add(1));
        let is_next = self.people.get(next).is_some_and(|person| person.id == id.as_str());
        if is_next { Some(Place(next)) } else { self.place(id) }
    }

    /// What is known of the contact with who stands at a place.
    pub(super) fn contact_at(&self, place: Place) -> Option<&PersonContact<'a>> {
        self.people.get(place.0).and_then(|person| person.contact.as_ref())
    }

    /// The changes of who stands at a place, in the order in which they hold.
    pub(super) fn changes_at(&self, place: Place) -> &[&'a StakeholderChange] {
        self.people.get(place.0).map_or(&[], |person| &person.changes)
    }

    /// The own record of who stands at a place.
    pub(super) fn person_at(&self, place: Place) -> Option<&'a Stakeholder> {
        self.people.get(place.0)?.record
    }

    /// What is known of the contact with a person.
    pub(super) fn contact(&self, person: &StakeholderId) -> Option<&PersonContact<'a>> {
        self.contact_at(self.place(person)?)
    }

    /// The changes of a person in the order in which they hold.
    pub(super) fn changes(&self, person: &StakeholderId) -> &[&'a StakeholderChange] {
        self.place(person).map_or(&[], |place| self.changes_at(place))
    }

    /// A person's own record.
    pub(super) fn person(&self, person: &StakeholderId) -> Option<&'a Stakeholder> {
        self.person_at(self.place(person)?)
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

/// The last eight bytes of a text as a number.
fn end_of(text: &str) -> u64 {
    let bytes = text.as_bytes();
    match bytes.last_chunk() {
        Some(end) => u64::from_be_bytes(*end),
        None => bytes.iter().fold(0, |end, byte| end << 8 | u64::from(*byte)),
    }
}

/// Orders contradictory changes of one day so that the cautious one holds: a hostile stance over any other, an
/// unknown one over a favourable one, informing a competitor over not, our own company over the customer, a role over
/// its having been given up, so that no gatekeeper is lost, and nothing over having left. Where none is the more
/// cautious, what concerns one opportunity holds over what concerns all, and the greater influence over the smaller.
fn caution(change: &StakeholderChange) -> (u8, bool, Option<Influence>) {
    let influence = match &change.change {
        StakeholderChangeKind::InfluenceChanged { influence } => *influence,
        _ => None,
    };
    (degree(change), change.opportunity.is_some(), influence)
}

/// How cautious a change is among others of its kind.
fn degree(change: &StakeholderChange) -> u8 {
    match &change.change {
        StakeholderChangeKind::RoleTaken { .. } => 1,
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

//! A buying committee as a picture: who stands where, and what runs between them, for whoever draws it.
//!
//! All drawings show the same picture because all of it is computed here, in whole numbers.

mod block;
mod drawing;
mod layout;
mod measure;
mod people;
mod route;
mod verdict;

#[cfg(test)]
mod tests;

pub use verdict::{CommitteeMap, MapContact, MapLink, MapMember, MapPerson, MapPoint};

use self::drawing::{Drawing, radius};
use self::people::Cast;
use super::index::CommitteeIndex;
use crate::facts::{AccountBook, OpportunityBook};
use crate::funnel::replay_history;
use crate::playbook::Playbook;
use crate::values::Date;

/// Draws an opportunity's buying committee as it stood on a day: gives everybody a place, and every line a way.
///
/// Who has a superior or people of their own stands in a tree of the reporting lines, large families in several rows;
/// where these lines run in a circle one is drawn as a curve. Below stand those without lines, decision makers first,
/// people outside the committee and those who left last. Our own people who were in contact with somebody stand in the
/// bottom row. Circles never overlap, and the same facts give the same picture in whatever order they come.
///
/// The picture is chosen to fit a screen of 14 by 9: 60 people take about 1,400 by 1,200.
///
/// Source: `[CCA]`, D9; the drawing is ours.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, committee_map};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [
///         {"id": "np-director", "account": "north-plant"},
///         {"id": "np-engineer", "account": "north-plant", "reports_to": "np-director"}
///     ],
///     "committee_seats": [{"opportunity": "press-line", "stakeholder": "np-engineer"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let map = committee_map(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// let [director, engineer] = &map.people[..] else { panic!("the director is above somebody in the committee") };
/// assert!(!director.in_committee && engineer.in_committee);
/// assert!(director.y < engineer.y);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn committee_map(
    account: &AccountBook,
    opportunity: &OpportunityBook,
    playbook: &Playbook,
    as_of: Date,
) -> CommitteeMap {
    CommitteeIndex::new(account, as_of).committee_map(opportunity, playbook)
}

impl CommitteeIndex<'_> {
    /// Draws an opportunity's buying committee, as [`committee_map`] does, on the account and the day of the index.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, CommitteeIndex, Playbook, committee_map};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
    /// }"#)?;
    /// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let (playbook, as_of) = (Playbook::six_stage(), "2026-05-30".parse()?);
    /// let map = CommitteeIndex::new(account, as_of).committee_map(opportunity, &playbook);
    /// assert_eq!(map, committee_map(account, opportunity, &playbook, as_of));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn committee_map(&self, opportunity: &OpportunityBook, playbook: &Playbook) -> CommitteeMap {
        let history = replay_history(opportunity, playbook, self.as_of);
        let stage = history.stage(playbook);
        let cast = Cast::of(self, opportunity, stage, playbook);
        let drawing = Drawing::of(&cast);
        let key = playbook.draft().coverage.key_influence;
        let people: Vec<MapPerson> = cast
            .people
            .iter()
            .map(|(id, (person, in_committee))| {
                let spot = drawing.spot(id);
                MapPerson {
                    name: self.person(id).and_then(|known| known.name.clone()),
                    in_committee: *in_committee,
                    is_key: person.left_on.is_none() && person.influence.is_some_and(|influence| influence >= key),
                    row: spot.row,
                    x: drawing.x(spot),
                    y: Drawing::y(spot.row),
                    radius: radius(person.influence),
                    person: person.clone(),
                }
            })
            .collect();
        CommitteeMap {
            as_of: self.as_of,
            playbook: playbook.fingerprint().to_owned(),
            account: self.account.account.id.clone(),
            opportunity: opportunity.opportunity.id.clone(),
            stage: stage.map(|stage| stage.id.clone()),
            width: drawing.width,
            height: drawing.height,
            links: drawing.links(&cast.links, &people),
            members: drawing.members(&cast.contacts, &people),
            people,
            contacts: cast.contacts,
        }
    }
}

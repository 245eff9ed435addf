//! What every rule looks at: a committee, the contact with it, and what its stage asks for.

use std::collections::BTreeSet;

use super::committee::{Seat, committee};
use super::contact::PersonContact;
use super::index::CommitteeIndex;
use super::roles::PerRole;
use super::support::{Support, support};
use super::verdict::CommitteePerson;
use super::verdict::ContactDepth;
use crate::facts::{BuyingRole, CommitteeSeat, OpportunityBook, StakeholderChange};
use crate::playbook::{CoverageLevel, CoveragePolicy, Playbook, RoleRequirement, Stage};
use crate::values::{Date, InteractionId, MemberId, OpportunityId};

/// A person of the committee with what is known of the contact with them.
pub(super) struct Member<'a> {
    pub(super) seat: Seat<'a>,
    /// The contact with them; none where none is recorded.
    contact: Option<&'a PersonContact<'a>>,
    /// Whether the last contact is recent by the playbook.
    pub(super) is_recent: bool,
    /// The last day on which they did for us what each role does, as far as it still counts.
    contributed: PerRole<Option<Date>>,
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
        self.seat.is_there()
    }

    pub(super) fn is_favourable(&self) -> bool {
        self.seat.is_favourable()
    }

    pub(super) fn is_hostile(&self) -> bool {
        self.seat.is_hostile()
    }

    /// Whether the person belongs to the customer, as far as is known.
    pub(super) const fn is_customer(&self) -> bool {
        self.seat.is_customer()
    }

    /// Whether they lately did for us what a role does.
    pub(super) const fn contributes_as(&self, role: BuyingRole) -> bool {
        self.contributed.get(role).is_some()
    }

    /// How far somebody covers a role that they play. Contact with a coach of our own company, and their stance, say
    /// nothing about the customer: such a coach is identified, no more.
    pub(super) fn level_as(&self, role: BuyingRole) -> CoverageLevel {
        match self.level_without_contributions() {
            level if role == BuyingRole::Coach && self.seat.is_of_our_company() => level.min(CoverageLevel::Identified),
            CoverageLevel::Favourable if self.contributes_as(role) => CoverageLevel::Contributing,
            level => level,
        }
    }

    fn level_without_contributions(&self) -> CoverageLevel {
        match (self.is_there(), self.is_recent, self.is_favourable()) {
            (false, _, _) => CoverageLevel::Missing,
            (true, false, _) => CoverageLevel::Identified,
            (true, true, false) => CoverageLevel::Contacted,
            (true, true, true) => CoverageLevel::Favourable,
        }
    }

    /// The person as they stood on the day.
    pub(super) fn person(&self, view: &View<'_>) -> CommitteePerson {
        let last_contact = self.last_contact().map(|(day, _)| day);
        let levels = self.seat.roles.iter().map(|role| self.level_as(role));
        CommitteePerson {
            stakeholder: self.seat.person.clone(),
            roles: self.seat.roles.iter().collect(),
            formal_roles: self.seat.formal_roles.to_vec(),
            stance: self.seat.stance,
            non_supporter: self.seat.non_supporter(),
            influence: self.seat.influence,
            coach_position: self.seat.coach_position,
            informs_competitor: self.seat.informs_competitor,
            drivers: self.seat.drivers.to_vec(),
            communication_style: self.seat.communication_style,
            contact_depth: self.contact.map_or(ContactDepth::None, |contact| contact.depth(view.policy, view.as_of)),
            last_contact,
            days_since_contact: last_contact.and_then(|day| u32::try_from(view.as_of.days_since(day)).ok()),
            last_met: self.last_met(),
            last_contribution: self.seat.roles.iter().filter_map(|role| *self.contributed.get(role)).max(),
            level: levels.max().unwrap_or_else(|| self.level_without_contributions()),
            left_on: self.seat.left_on,
        }
    }
}

/// A committee, the contact with it, and what its stage asks for: what every rule looks at.
pub(super) struct View<'a> {
    index: &'a CommitteeIndex<'a>,
    book: &'a OpportunityBook,
    pub(super) opportunity: &'a OpportunityId,
    pub(super) as_of: Date,
    pub(super) policy: &'a CoveragePolicy,
    /// Everybody who ever sat in the committee, by identifier.
    pub(super) members: Vec<Member<'a>>,
    pub(super) stage: Option<&'a Stage>,
    /// The stages of the pipeline before this one.
    pub(super) earlier_stages: &'a [Stage],
    /// How far each role is covered.
    reached: PerRole<CoverageLevel>,
    recent_from: Date,
}

impl<'a> View<'a> {
    pub(super) fn new(
        index: &'a CommitteeIndex<'a>,
        book: &'a OpportunityBook,
        stage: Option<&'a Stage>,
        playbook: &'a Playbook,
    ) -> Self {
        let (as_of, policy) = (index.as_of, &playbook.draft().coverage);
        let recent_from = as_of.minus_days(policy.contact_stale_after_days);
        let member = |seat: Seat<'a>| {
            let contact = seat.place.and_then(|place| index.contact_at(place));
            let last = contact.and_then(PersonContact::last);
            let is_recent = last.is_some_and(|(day, _)| day >= recent_from);
            Member { seat, contact, is_recent, contributed: PerRole::default() }
        };
        let mut members: Vec<Member<'a>> = committee(index, book, as_of).into_iter().map(member).collect();
        add_contributions(&mut members, index, book, as_of.minus_days(policy.contribution_days));
        Self {
            index,
            book,
            opportunity: &book.opportunity.id,
            as_of,
            policy,
            reached: PerRole::of(|role| reached(&members, role)),
            members,
            stage,
            earlier_stages: stage.map_or(&[], |stage| stages_before(stage, book, playbook)),
            recent_from,
        }
    }

    /// The committee as it stood on an earlier day.
    pub(super) fn seats_on(&self, day: Date) -> Vec<Seat<'a>> {
        committee(self.index, self.book, day.min(self.as_of))
    }

    fn changes(&self, member: &Member<'_>) -> &[&'a StakeholderChange] {
        member.seat.place.map_or(&[], |place| self.index.changes_at(place))
    }

    /// Whether anything dated after a day bears on who sits in the committee, or how they stand.
    pub(super) fn moved_since(&self, day: Date) -> bool {
        let seated = |seat: &CommitteeSeat| seat.since.is_some_and(|since| day < since && since <= self.as_of);
        let changed = |member: &Member<'_>| self.changes(member).last().is_some_and(|change| change.on > day);
        self.book.seats.iter().any(seated) || self.members.iter().any(changed)
    }

    /// How the support base moved since a day.
    pub(super) fn support_since(&self, day: Date) -> Support {
        support(self.index, self.book, self.policy, day)
    }

    /// What the stage asks of a role; none where it asks nothing.
    pub(super) fn requirement(&self, role: BuyingRole) -> Option<&'a RoleRequirement> {
        self.stage.and_then(|stage| requirement(stage, role))
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
        self.members.iter().filter(|member| member.is_there() && member.seat.roles.contains(role)).collect()
    }

    /// How far a role is covered.
    pub(super) const fn reached(&self, role: BuyingRole) -> CoverageLevel {
        *self.reached.get(role)
    }

    /// People of the customer in recent contact.
    pub(super) fn in_contact(&self) -> Vec<&Member<'a>> {
        let is_in_contact = |member: &&Member<'_>| member.is_there() && member.is_recent && member.is_customer();
        self.members.iter().filter(is_in_contact).collect()
    }

    /// How deep the contact with somebody is.
    pub(super) fn depth(&self, member: &Member<'a>) -> ContactDepth {
        member.contact.map_or(ContactDepth::None, |contact| contact.depth(self.policy, self.as_of))
    }

    /// Who of us was last in recent contact with somebody, as far as that is recorded.
    pub(super) fn last_of_ours(&self, member: &Member<'a>) -> Option<&'a MemberId> {
        member.contact?.last_member_since(self.recent_from)
    }

    /// The one of our people through whom all recent contact with these people ran; none where there are several, or it
    /// is not known throughout.
    pub(super) fn only_one_of_ours(&self, people: &[&Member<'a>]) -> Option<&'a MemberId> {
        let contacts = || people.iter().filter_map(|member| member.contact);
        let mut ours = contacts().flat_map(|contact| contact.members_since(self.recent_from));
        let only = ours.next()?;
        let is_alone = ours.all(|member| member == only);
        let is_known = || !contacts().any(|contact| contact.leaves_member_open_since(self.recent_from));
        (is_alone && is_known()).then_some(only)
    }

    /// Our people through whom recent contact with these people ran; none where that is not known throughout.
    pub(super) fn our_side_of(&self, people: &[&Member<'a>]) -> Option<BTreeSet<&'a MemberId>> {
        let contacts = || people.iter().filter_map(|member| member.contact);
        if contacts().any(|contact| contact.leaves_member_open_since(self.recent_from)) {
            return None;
        }
        Some(contacts().flat_map(|contact| contact.members_since(self.recent_from)).collect())
    }
}

/// How far a role is covered: as its best-covered holder. A hostile gatekeeper holds the role at contacted.
fn reached(members: &[Member<'_>], role: BuyingRole) -> CoverageLevel {
    let holders = || members.iter().filter(|member| member.is_there() && member.seat.roles.contains(role));
    let best = holders().map(|member| member.level_as(role)).max().unwrap_or(CoverageLevel::Missing);
    let is_vetoed = role == BuyingRole::TechnicalGatekeeper && holders().any(Member::is_hostile);
    if is_vetoed { best.min(CoverageLevel::Contacted) } else { best }
}

/// What a stage asks of a role; none where it asks nothing.
pub(super) fn requirement(stage: &Stage, role: BuyingRole) -> Option<&RoleRequirement> {
    let asked = |requirement: &&RoleRequirement| requirement.level > CoverageLevel::Missing;
    stage.required_roles.iter().filter(asked).find(|requirement| requirement.role == role)
}

/// The stages before one in the pipeline it belongs to: the opportunity's own where that has it.
fn stages_before<'a>(stage: &Stage, book: &OpportunityBook, playbook: &'a Playbook) -> &'a [Stage] {
    let own = playbook.pipeline(book.opportunity.pipeline.as_ref());
    let before = |stages: &'a [Stage]| {
        let position = stages.iter().position(|one| std::ptr::eq(one, stage) || one == stage)?;
        stages.get(..position)
    };
    own.into_iter().chain(&playbook.draft().pipelines).find_map(|pipeline| before(&pipeline.stages)).unwrap_or(&[])
}

/// Notes for each member the last day on which they did for us what each role does.
fn add_contributions(members: &mut [Member<'_>], index: &CommitteeIndex<'_>, book: &OpportunityBook, from: Date) {
    for done in book.contributions.iter().filter(|done| from <= done.on && done.on <= index.as_of) {
        let place = index.place(&done.stakeholder);
        let Some(member) = members.iter_mut().find(|member| place.is_some() && member.seat.place == place) else {
            continue;
        };
        for role in BuyingRole::ALL.iter().copied().filter(|role| done.kind.counts_for(*role)) {
            let last = member.contributed.get_mut(role);
            *last = (*last).max(Some(done.on));
        }
    }
}

//! What is known of the contact with one person.

use std::collections::BTreeMap;

use super::verdict::ContactDepth;
use crate::facts::Interaction;
use crate::playbook::CoveragePolicy;
use crate::values::{Date, InteractionId, MemberId};

/// The contacts of one person in which the customer spoke. A mail without an answer is none.
#[derive(Clone, Debug, Default)]
pub(super) struct PersonContact<'a> {
    last: Option<(Date, &'a InteractionId)>,
    last_met: Option<Date>,
    /// The contacts, in the order in which they were added.
    all: Vec<&'a Interaction>,
    /// The last contact through each of our people.
    by_member: BTreeMap<&'a MemberId, Date>,
    /// The last contact of which our side was not recorded.
    by_nobody_known: Option<Date>,
}

impl<'a> PersonContact<'a> {
    /// Adds an interaction in which the customer spoke.
    pub(super) fn add(&mut self, interaction: &'a Interaction) {
        // A person listed twice took part once.
        if self.all.last().is_some_and(|last| std::ptr::eq(*last, interaction)) {
            return;
        }
        self.all.push(interaction);
        self.last = self.last.max(Some((interaction.on, &interaction.id)));
        if interaction.channel.is_meeting() {
            self.last_met = self.last_met.max(Some(interaction.on));
        }
        for member in &interaction.members {
            let last = self.by_member.entry(member).or_insert(interaction.on);
            *last = interaction.on.max(*last);
        }
        if interaction.members.is_empty() {
            self.by_nobody_known = self.by_nobody_known.max(Some(interaction.on));
        }
    }

    /// The day and the interaction of the last contact.
    pub(super) const fn last(&self) -> Option<(Date, &'a InteractionId)> {
        self.last
    }

    /// The day of the last meeting.
    pub(super) const fn last_met(&self) -> Option<Date> {
        self.last_met
    }

    /// How deep the contact is on a day.
    pub(super) fn depth(&self, policy: &CoveragePolicy, as_of: Date) -> ContactDepth {
        let from = as_of.minus_days(policy.depth_days);
        let counted = || self.all.iter().filter(|contact| contact.on >= from);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let contacts = count(counted().count());
        let meetings = count(counted().filter(|contact| contact.channel.is_meeting()).count());
        match contacts {
            0 => ContactDepth::None,
            few if few < policy.several_contacts => ContactDepth::Brief,
            _ if meetings < policy.in_depth_meetings => ContactDepth::Several,
            _ => ContactDepth::InDepth,
        }
    }

    /// The contacts through each of our people, and under none those of which our side was not recorded.
    pub(super) fn by_member(&self) -> BTreeMap<Option<&'a MemberId>, Self> {
        let mut parts: BTreeMap<_, Self> = BTreeMap::new();
        for interaction in &self.all {
            if interaction.members.is_empty() {
                parts.entry(None).or_default().add(interaction);
            }
            for member in &interaction.members {
                parts.entry(Some(member)).or_default().add(interaction);
            }
        }
        parts
    }

    /// Our people in contact since a day.
    pub(super) fn members_since(&self, day: Date) -> impl Iterator<Item = &'a MemberId> {
        self.by_member.iter().filter(move |(_, last)| **last >= day).map(|(member, _)| *member)
    }

    /// Who of us was in contact last, since a day; of several, the first by identifier.
    pub(super) fn last_member_since(&self, day: Date) -> Option<&'a MemberId> {
        let since = self.by_member.iter().filter(|(_, last)| **last >= day);
        since.max_by_key(|(member, last)| (**last, std::cmp::Reverse(**member))).map(|(member, _)| *member)
    }

    /// Whether a contact since a day leaves open who of us took part.
    pub(super) fn leaves_member_open_since(&self, day: Date) -> bool {
        self.by_nobody_known.is_some_and(|last| last >= day)
    }
}

//! What is known of the contact with one person.

use std::collections::BTreeMap;

use super::verdict::ContactDepth;
use crate::facts::Interaction;
use crate::playbook::CoveragePolicy;
use crate::values::{Date, InteractionId, MemberId};

/// The contacts of one person in which the customer spoke. A mail without an answer is none.
#[derive(Clone, Debug, Default)]
pub(super) struct PersonContact<'a> {
    /// From the first to the last.
    all: Vec<&'a Interaction>,
    last_met: Option<Date>,
}

impl<'a> PersonContact<'a> {
    /// Adds an interaction in which the customer spoke.
    pub(super) fn add(&mut self, interaction: &'a Interaction) {
        // A person listed twice took part once.
        if self.all.last().is_some_and(|last| std::ptr::eq(*last, interaction)) {
            return;
        }
        self.all.push(interaction);
        if interaction.channel.is_meeting() {
            self.last_met = self.last_met.max(Some(interaction.on));
        }
    }

    /// Puts what was added in the order of days and identifiers, which it has where it comes from a book.
    pub(super) fn put_in_order(&mut self) {
        self.all.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    }

    /// The day and the interaction of the last contact.
    pub(super) fn last(&self) -> Option<(Date, &'a InteractionId)> {
        self.all.last().map(|last| (last.on, &last.id))
    }

    /// The day of the last meeting.
    pub(super) const fn last_met(&self) -> Option<Date> {
        self.last_met
    }

    /// The contacts since a day, the last first.
    fn since(&self, day: Date) -> impl Iterator<Item = &'a Interaction> + Clone {
        self.all.iter().rev().copied().take_while(move |contact| contact.on >= day)
    }

    /// How deep the contact is on a day.
    pub(super) fn depth(&self, policy: &CoveragePolicy, as_of: Date) -> ContactDepth {
        let from = as_of.minus_days(policy.depth_days);
        let most = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let (several, in_depth) = (most(policy.several_contacts), most(policy.in_depth_meetings));
        // No more is counted than is asked.
        let contacts = self.since(from).take(several.max(1)).count();
        let meetings = || self.since(from).filter(|contact| contact.channel.is_meeting()).take(in_depth).count();
        if contacts == 0 {
            ContactDepth::None
        } else if contacts < several {
            ContactDepth::Brief
        } else if meetings() < in_depth {
            ContactDepth::Several
        } else {
            ContactDepth::InDepth
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

    /// Our people in contact since a day, each as often as there was contact.
    pub(super) fn members_since(&self, day: Date) -> impl Iterator<Item = &'a MemberId> {
        self.since(day).flat_map(|contact| &contact.members)
    }

    /// Who of us was in contact last, since a day; of several, the first by identifier.
    pub(super) fn last_member_since(&self, day: Date) -> Option<&'a MemberId> {
        let known = || self.since(day).filter(|contact| !contact.members.is_empty());
        let last = known().next()?.on;
        known().take_while(|contact| contact.on == last).flat_map(|contact| &contact.members).min()
    }

    /// Whether a contact since a day leaves open who of us took part.
    pub(super) fn leaves_member_open_since(&self, day: Date) -> bool {
        self.since(day).any(|contact| contact.members.is_empty())
    }
}

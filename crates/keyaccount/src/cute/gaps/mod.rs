//! The rules that find gaps. The kinds are from `[KRM]`, D5 and `[CCA]`, D7; the severities are ours.
//!
//! Severity: a gap that leaves a requirement of the stage unmet has the severity of that requirement. Gaps that hold
//! whatever the stage asks are graver once the stage asks that the role be in contact with us:
//!
//! | gap | stage asks for contact | asks less | asks nothing, or stage not known |
//! |---|---|---|---|
//! | decision maker missing or never met | critical | high | medium |
//! | decision maker gone silent | the requirement's | medium | medium |
//! | hostile gatekeeper or decision maker | critical | high | high |
//! | coach informs a competitor | high | high | high |
//! | several claim the final yes | high | medium | medium |
//! | too few people in contact | high | medium | medium |
//! | all contact through one of us | medium | low | low |
//! | coach never spoken with or gone silent | the requirement's | low | low |
//! | no coach, coach only in our company, gatekeeper unknown | the requirement's | the requirement's | low |
//!
//! For the rows about contact with the committee (too few people, all through one of us), the stage asks for contact
//! when it asks it of any role.
//!
//! A stage ahead of coverage is high where the first stage with a requirement that is not met lies two or more open
//! stages back, else medium. The severities of the gaps of the committee as a whole stand with their rules.
//!
//! Within a role one gap comes before another where it says more: somebody who was never contacted, or has gone silent,
//! is not also asked to contribute.

mod contact;
mod roles;
mod stage;
mod whole;

use std::cmp::Reverse;

use super::gap::{CoverageGap, NextMove};
use super::view::{Member, View};
use crate::facts::{BuyingRole, FactKind, FactReference};
use crate::playbook::{CoverageGapKind as Kind, CoverageLevel};
use crate::values::Language;
use crate::verdict::{Comparison, Reason, Severity, Unit};

/// Most people that a message names.
const MOST_NAMED: usize = 3;

/// Every gap of a committee, the most severe first.
pub(super) fn gaps(view: &View<'_>) -> Vec<CoverageGap> {
    let mut found = Vec::with_capacity(8);
    for role in BuyingRole::ALL.iter().copied() {
        let holders = view.holders(role);
        if holders.is_empty() {
            found.extend(roles::missing(view, role));
            continue;
        }
        found.extend(roles::hostile(view, role, &holders));
        found.extend(roles::unknown_gatekeeper(view, role, &holders));
        found.extend(roles::several_claim_final_yes(view, role, &holders));
        found.extend(roles::coach_informs_competitor(role, &holders));
        if let Some(gap) = roles::coach_only_in_our_company(view, role, &holders) {
            found.push(gap);
            continue;
        }
        // Contact with a coach who is a colleague, and the colleague's stance, say nothing about the customer.
        let is_ours = |member: &&Member<'_>| role == BuyingRole::Coach && member.seat.is_of_our_company();
        let holders: Vec<&Member<'_>> = holders.into_iter().filter(|member| !is_ours(member)).collect();
        found.extend(contact::contact(view, role, &holders));
        found.extend(roles::stance(view, role, &holders));
        found.extend(roles::not_contributing(view, role, &holders));
    }
    found.extend(contact::single_thread(view));
    found.extend(stage::stage(view));
    found.extend(whole::whole(view));
    if !view.members.iter().any(Member::is_there) {
        let severity = found.iter().map(|gap| gap.severity).max().unwrap_or(Severity::Medium);
        found = vec![committee_empty(view, severity)];
    }
    found.sort_by(|a, b| {
        let key = |gap: &CoverageGap| (Reverse(gap.severity), gap.kind, gap.role);
        key(a).cmp(&key(b)).then_with(|| a.stakeholders.cmp(&b.stakeholders))
    });
    found
}

/// A gap without people; its rule is named like its kind.
fn gap(
    kind: Kind,
    severity: Severity,
    role: impl Into<Option<BuyingRole>>,
    message: String,
    next_move: NextMove,
) -> CoverageGap {
    let reason = Reason::new(kind.as_str(), message);
    CoverageGap { kind, severity, role: role.into(), stakeholders: Vec::new(), reason, next_move }
}

impl CoverageGap {
    fn about(mut self, people: &[&Member<'_>]) -> Self {
        self.stakeholders = people.iter().map(|member| member.seat.person.clone()).collect();
        self.citing(people.iter().map(|member| FactReference::new(FactKind::Stakeholder, member.seat.person)))
    }

    fn citing(mut self, facts: impl IntoIterator<Item = FactReference>) -> Self {
        self.reason = self.reason.citing(facts);
        self
    }

    fn comparing(mut self, comparison: Comparison) -> Self {
        self.reason = self.reason.comparing(comparison);
        self
    }
}

fn committee_empty(view: &View<'_>, severity: Severity) -> CoverageGap {
    let message = match view.members.len() {
        0 => "nobody of the buying committee is known".to_owned(),
        left => format!("everybody known of the buying committee has left ({left})"),
    };
    gap(Kind::CommitteeEmpty, severity, None, message, NextMove::MapCommittee)
        .comparing(Comparison::new("committee_people", 0, Unit::Count).against(1))
        .citing([FactReference::new(FactKind::Opportunity, view.opportunity)])
        .citing(view.members.iter().map(|member| FactReference::new(FactKind::Stakeholder, member.seat.person)))
}

/// The holders of whom something is so.
fn chosen<'m, 'a>(holders: &[&'m Member<'a>], which: impl Fn(&Member<'a>) -> bool) -> Vec<&'m Member<'a>> {
    holders.iter().copied().filter(|member| which(member)).collect()
}

fn decision_maker_severity(view: &View<'_>) -> Severity {
    match view.required(BuyingRole::EconomicDecisionMaker) {
        Some(level) if level >= CoverageLevel::Contacted => Severity::Critical,
        Some(_) => Severity::High,
        None => Severity::Medium,
    }
}

fn label(role: BuyingRole) -> &'static str {
    role.label(Language::En)
}

/// The first few people of a list, for a message.
fn named(people: &[&Member<'_>]) -> String {
    let mut text =
        people.iter().take(MOST_NAMED).map(|member| member.seat.person.as_str()).collect::<Vec<_>>().join(", ");
    if let Some(more) = people.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        text.push_str(&format!(" and {more} more"));
    }
    text
}

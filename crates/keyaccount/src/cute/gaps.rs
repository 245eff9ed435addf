//! The rules that find gaps. The kinds are from `[KRM]`, D5 and `[CCA]`, D7; the severities are ours.
//!
//! Severity: a gap that leaves a requirement of the stage unmet has the severity of that requirement. Gaps that hold
//! whatever the stage asks are graver once the stage asks that the role be in contact with us:
//!
//! | gap | stage asks for contact | asks less | asks nothing, or stage not known |
//! |---|---|---|---|
//! | decision maker missing or never met | critical | high | medium |
//! | hostile gatekeeper or decision maker | critical | high | high |
//! | several claim the final yes | high | medium | medium |
//! | too few people in contact | high | medium | medium |
//! | all contact through one of us | medium | low | low |
//! | no coach, coach only in our company, gatekeeper unknown | the requirement's | the requirement's | low |
//!
//! For the rows about contact, the stage asks for contact when it asks it of any role.

use std::cmp::Reverse;

use super::coverage::{Member, View};
use super::gap::{CoverageGap, NextMove};
use crate::facts::{BuyingRole, CoachPosition, FactKind, FactReference};
use crate::playbook::{CoverageGapKind as Kind, CoverageLevel};
use crate::values::Language;
use crate::verdict::{Comparison, Reason, Severity, Unit};

/// Most people that a message names.
const MOST_NAMED: usize = 3;

/// Every gap of a committee, the most severe first.
pub(super) fn gaps(view: &View<'_>) -> Vec<CoverageGap> {
    let mut found = Vec::new();
    for role in BuyingRole::ALL.iter().copied() {
        let holders = view.holders(role);
        if holders.is_empty() {
            found.extend(missing(view, role));
            continue;
        }
        found.extend(hostile(view, role, &holders));
        found.extend(unknown_gatekeeper(view, role, &holders));
        found.extend(several_claim_final_yes(view, role, &holders));
        if let Some(gap) = coach_only_in_our_company(view, role, &holders) {
            // Contact with a colleague and the colleague's stance say nothing about the customer.
            found.push(gap);
            continue;
        }
        found.extend(contact(view, role, &holders));
        found.extend(stance(view, role, &holders));
    }
    found.extend(single_thread(view));
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

/// Nobody plays the role. A coach and a gatekeeper that nobody knows have kinds of their own, reported at every
/// stage; so is a missing decision maker; a missing user only where the stage asks for one.
fn missing(view: &View<'_>, role: BuyingRole) -> Option<CoverageGap> {
    let asked = view.requirement(role).map(|requirement| requirement.severity);
    let (kind, severity, next_move) = match role {
        BuyingRole::Coach => (Kind::NoCoach, asked.unwrap_or(Severity::Low), NextMove::FindCoach),
        BuyingRole::TechnicalGatekeeper => {
            (Kind::UnknownGatekeeper, asked.unwrap_or(Severity::Low), NextMove::IdentifyGatekeeper)
        }
        BuyingRole::EconomicDecisionMaker => {
            (Kind::RoleMissing, decision_maker_severity(view), NextMove::IdentifyHolder)
        }
        BuyingRole::User => (Kind::RoleMissing, asked?, NextMove::IdentifyHolder),
    };
    let former: Vec<&Member<'_>> = view.members.iter().filter(|member| member.seat.roles.contains(&role)).collect();
    let gone = if former.is_empty() { String::new() } else { format!("; {} left", named(&former)) };
    let message = format!("nobody is known to be the {}{gone}", label(role));
    let found = gap(kind, severity, role, message, next_move)
        .citing([FactReference::new(FactKind::Opportunity, view.opportunity)])
        .citing(former.iter().map(|member| FactReference::new(FactKind::Stakeholder, member.seat.person)));
    Some(match view.required(role) {
        Some(level) => {
            found.comparing(Comparison::new("level_reached", CoverageLevel::Missing, Unit::Word).against(level))
        }
        None => found.comparing(Comparison::new("holders", 0, Unit::Count).against(1)),
    })
}

fn decision_maker_severity(view: &View<'_>) -> Severity {
    match view.required(BuyingRole::EconomicDecisionMaker) {
        Some(level) if level >= CoverageLevel::Contacted => Severity::Critical,
        Some(_) => Severity::High,
        None => Severity::Medium,
    }
}

/// A gatekeeper or decision maker against us, whoever else plays the role.
fn hostile(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
    let kind = match role {
        BuyingRole::TechnicalGatekeeper => Kind::HostileGatekeeper,
        BuyingRole::EconomicDecisionMaker => Kind::HostileDecisionMaker,
        BuyingRole::Coach | BuyingRole::User => return None,
    };
    let people = chosen(holders, |member| member.is_hostile());
    if people.is_empty() {
        return None;
    }
    let asked = view.required(role) >= Some(CoverageLevel::Contacted);
    let severity = if asked { Severity::Critical } else { Severity::High };
    let message = format!("{} against us: {}", label(role), named(&people));
    let found = gap(kind, severity, role, message, NextMove::AnswerObjections)
        .comparing(Comparison::new("hostile_holders", people.len(), Unit::Count).against(0));
    Some(found.about(&people))
}

fn unknown_gatekeeper(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
    let people = chosen(holders, |member| member.seat.stance.is_none());
    if role != BuyingRole::TechnicalGatekeeper || people.is_empty() {
        return None;
    }
    let severity = view.requirement(role).map_or(Severity::Low, |requirement| requirement.severity);
    let message = format!("{} of unknown stance: {}", label(role), named(&people));
    let found = gap(Kind::UnknownGatekeeper, severity, role, message, NextMove::FindOutStance)
        .comparing(Comparison::unknown("stance", Unit::Word));
    Some(found.about(&people))
}

fn several_claim_final_yes(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
    if role != BuyingRole::EconomicDecisionMaker || holders.len() < 2 {
        return None;
    }
    let asked = view.required(role) >= Some(CoverageLevel::Contacted);
    let severity = if asked { Severity::High } else { Severity::Medium };
    let met = chosen(holders, |member| member.last_met().is_some()).len();
    let message = format!("{} people claim the final yes: {}", holders.len(), named(holders));
    let found = gap(Kind::SeveralClaimFinalYes, severity, None, message, NextMove::ClarifyFinalYes)
        .comparing(Comparison::new("decision_makers", holders.len(), Unit::Count).against(1))
        .comparing(Comparison::new("decision_makers_met", met, Unit::Count));
    Some(found.about(holders))
}

fn coach_only_in_our_company(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
    let is_ours = |member: &Member<'_>| member.seat.coach_position == Some(CoachPosition::OurCompany);
    if role != BuyingRole::Coach || !holders.iter().all(|member| is_ours(member)) {
        return None;
    }
    let severity = view.requirement(role).map_or(Severity::Low, |requirement| requirement.severity);
    let message = format!("the only coach is one of us: {}", named(holders));
    let found = gap(Kind::CoachOnlyInOurCompany, severity, role, message, NextMove::FindCoachAtCustomer)
        .comparing(Comparison::new("coaches_beyond_our_company", 0, Unit::Count).against(1));
    Some(found.about(holders))
}

/// The one gap in contact with a role, if there is any: a decision maker never met comes before contact by other
/// means, or none at all; never contacted comes before gone silent.
fn contact(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
    let never_met = holders.iter().all(|member| member.last_met().is_none());
    if role == BuyingRole::EconomicDecisionMaker && never_met {
        return Some(decision_maker_never_met(view, role, holders));
    }
    let requirement = view.requirement(role).filter(|requirement| requirement.level >= CoverageLevel::Contacted)?;
    let favourable = chosen(holders, Member::is_favourable);
    let wants_favour = requirement.level >= CoverageLevel::Favourable && !favourable.is_empty();
    let people = if wants_favour { favourable } else { holders.to_vec() };
    if people.iter().any(|member| member.is_recent) {
        return None;
    }
    let (who, limit) = (named(&people), view.policy.contact_stale_after_days);
    let days = Comparison::unknown("days_since_contact", Unit::Days).against(limit);
    let found = match last_contact(view, &people) {
        None => gap(
            Kind::RoleNotContacted,
            requirement.severity,
            role,
            format!("no contact is recorded with the {}: {who}", label(role)),
            NextMove::MakeContact,
        )
        .comparing(days),
        Some((since, last)) => gap(
            Kind::ContactStale,
            requirement.severity,
            role,
            format!("last contact with the {} {since} days ago: {who}", label(role)),
            NextMove::RenewContact,
        )
        .comparing(Comparison { actual: Some(since.to_string()), ..days })
        .citing([last]),
    };
    Some(found.about(&people))
}

fn decision_maker_never_met(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> CoverageGap {
    let message = format!("no meeting is recorded with the {}: {}", label(role), named(holders));
    let found =
        gap(Kind::DecisionMakerNeverMet, decision_maker_severity(view), role, message, NextMove::MeetDecisionMaker)
            .comparing(Comparison::new("meetings", 0, Unit::Count).against(1));
    let found = match last_contact(view, holders) {
        Some((since, last)) => found.comparing(Comparison::new("days_since_contact", since, Unit::Days)).citing([last]),
        None => found.comparing(Comparison::unknown("days_since_contact", Unit::Days)),
    };
    found.about(holders)
}

/// Days since the last contact with any of these people, and the interaction.
fn last_contact(view: &View<'_>, people: &[&Member<'_>]) -> Option<(i64, FactReference)> {
    let (day, interaction) = people.iter().filter_map(|member| member.last_contact()).max()?;
    Some((view.as_of.days_since(day), FactReference::new(FactKind::Interaction, interaction)))
}

/// Nobody who plays the role is for us although the stage asks for it: those who are not, and those of whom it is
/// not known, are two gaps, because they call for different moves. Hostile gatekeepers and decision makers, and
/// gatekeepers of unknown stance, have been reported already.
fn stance(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Vec<CoverageGap> {
    let requirement = view.requirement(role).filter(|requirement| requirement.level >= CoverageLevel::Favourable);
    let Some(requirement) = requirement.filter(|_| !holders.iter().any(|member| member.is_favourable())) else {
        return Vec::new();
    };
    let counts_twice = matches!(role, BuyingRole::TechnicalGatekeeper | BuyingRole::EconomicDecisionMaker);
    let unfavourable = chosen(holders, |member| member.seat.stance.is_some() && !(counts_twice && member.is_hostile()));
    let unknown = chosen(holders, |member| member.seat.stance.is_none() && role != BuyingRole::TechnicalGatekeeper);
    let favourable = Comparison::new("favourable_holders", 0, Unit::Count).against(1);
    let mut found = Vec::new();
    if !unfavourable.is_empty() {
        let best = unfavourable.iter().filter_map(|member| member.seat.stance).max();
        let stance = best.map_or("", |stance| stance.label(Language::En));
        let message = format!("{} at best {stance} to us: {}", label(role), named(&unfavourable));
        let found_here = gap(Kind::StanceUnfavourable, requirement.severity, role, message, NextMove::WinOver);
        found.push(found_here.comparing(favourable.clone()).about(&unfavourable));
    }
    if !unknown.is_empty() {
        let message = format!("{} of unknown stance: {}", label(role), named(&unknown));
        let found_here = gap(Kind::StanceUnknown, requirement.severity, role, message, NextMove::FindOutStance);
        found.push(found_here.comparing(favourable).about(&unknown));
    }
    found
}

/// Too few people of the customer in recent contact or, where there are enough, all of it through one of us.
fn single_thread(view: &View<'_>) -> Option<CoverageGap> {
    let people = view.in_contact();
    let minimum = usize::try_from(view.policy.minimum_contacts).unwrap_or(usize::MAX);
    let ours = view.our_side_of(&people);
    let asked = view.asks_for_contact();
    let (severity, message) = if people.len() < minimum {
        let message = match people.as_slice() {
            [] => "nobody of the committee is in recent contact with us".to_owned(),
            [only] => format!("recent contact is with {} alone", only.seat.person),
            few => format!("recent contact is with {} people only", few.len()),
        };
        (if asked { Severity::High } else { Severity::Medium }, message)
    } else {
        let only = ours.as_ref().filter(|ours| ours.len() == 1)?.first()?;
        let message = format!("all recent contact runs through {only} of our team");
        (if asked { Severity::Medium } else { Severity::Low }, message)
    };
    let of_ours = match &ours {
        Some(ours) => Comparison::new("our_people_in_contact", ours.len(), Unit::Count),
        None => Comparison::unknown("our_people_in_contact", Unit::Count),
    };
    let found = gap(Kind::SingleThread, severity, None, message, NextMove::WidenContact)
        .comparing(Comparison::new("people_in_contact", people.len(), Unit::Count).against(minimum))
        .comparing(of_ours.against(2))
        .comparing(Comparison::new("contact_stale_after_days", view.policy.contact_stale_after_days, Unit::Days))
        .citing(people.iter().filter_map(|member| {
            let (_, interaction) = member.last_contact()?;
            Some(FactReference::new(FactKind::Interaction, interaction))
        }));
    Some(found.about(&people))
}

fn chosen<'m, 'a>(holders: &[&'m Member<'a>], which: impl Fn(&Member<'a>) -> bool) -> Vec<&'m Member<'a>> {
    holders.iter().copied().filter(|member| which(member)).collect()
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

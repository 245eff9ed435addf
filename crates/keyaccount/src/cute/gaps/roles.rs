//! Gaps in who plays the roles and where these people stand.

use super::{chosen, decision_maker_severity, gap, label, named};
use crate::cute::gap::{CoverageGap, NextMove};
use crate::cute::view::{Member, View};
use crate::facts::{BuyingRole, FactKind, FactReference};
use crate::playbook::{CoverageGapKind as Kind, CoverageLevel};
use crate::values::{Language, Share};
use crate::verdict::{Comparison, Severity, Unit};

/// Nobody plays the role. A coach and a gatekeeper that nobody knows have kinds of their own, reported at every
/// stage; so is a missing decision maker; a missing user only where the stage asks for one.
pub(super) fn missing(view: &View<'_>, role: BuyingRole) -> Option<CoverageGap> {
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
    let former: Vec<&Member<'_>> = view.members.iter().filter(|member| member.seat.roles.contains(role)).collect();
    let gone = if former.is_empty() { String::new() } else { format!("; {} left", named(&former)) };
    let message = format!("nobody is known to be the {}{gone}", label(role));
    let found = gap(kind, severity, role, message, next_move)
        .citing([FactReference::new(FactKind::Opportunity, view.opportunity)])
        .citing(former.iter().map(|member| FactReference::new(FactKind::Stakeholder, member.seat.person)));
    let found = match view.required(role) {
        Some(level) => {
            found.comparing(Comparison::new("level_reached", CoverageLevel::Missing, Unit::Word).against(level))
        }
        None => found.comparing(Comparison::new("holders", 0, Unit::Count).against(1)),
    };
    Some(not_offset(view, role, found))
}

/// A gatekeeper or decision maker against us, whoever else plays the role.
pub(super) fn hostile(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
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
    let veto = if role == BuyingRole::TechnicalGatekeeper { "; no support elsewhere offsets a veto" } else { "" };
    let message = format!("{} against us: {}{veto}", label(role), named(&people));
    let found = gap(kind, severity, role, message, NextMove::AnswerObjections)
        .comparing(Comparison::new("hostile_holders", people.len(), Unit::Count).against(0));
    Some(not_offset(view, role, found).about(&people))
}

/// States how much of the committee apart from the gatekeepers is for us, and that none of it offsets a veto: whoever
/// measures the proposal can say no against everybody else. Colleagues of ours are no support.
fn not_offset(view: &View<'_>, role: BuyingRole, found: CoverageGap) -> CoverageGap {
    if role != BuyingRole::TechnicalGatekeeper {
        return found;
    }
    let is_elsewhere = |member: &&Member<'_>| {
        member.is_there() && !member.seat.roles.contains(role) && !member.seat.is_of_our_company()
    };
    let elsewhere = || view.members.iter().filter(is_elsewhere);
    let count = |number: usize| i128::try_from(number).unwrap_or(i128::MAX);
    let favourable = count(elsewhere().filter(|member| member.is_favourable()).count());
    let share = match Share::of(favourable, count(elsewhere().count())) {
        Some(share) => Comparison::new("support_elsewhere", share, Unit::Share),
        None => Comparison::unknown("support_elsewhere", Unit::Share),
    };
    found.comparing(share).comparing(Comparison::new("offset_by_support", 0, Unit::Share))
}

pub(super) fn unknown_gatekeeper(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
    let people = chosen(holders, |member| member.seat.stance.is_none());
    if role != BuyingRole::TechnicalGatekeeper || people.is_empty() {
        return None;
    }
    let severity = view.requirement(role).map_or(Severity::Low, |requirement| requirement.severity);
    let message = format!("{} of unknown stance: {}", label(role), named(&people));
    let found = gap(Kind::UnknownGatekeeper, severity, role, message, NextMove::FindOutStance)
        .comparing(Comparison::unknown("stance", Unit::Word));
    Some(not_offset(view, role, found).about(&people))
}

pub(super) fn several_claim_final_yes(
    view: &View<'_>,
    role: BuyingRole,
    holders: &[&Member<'_>],
) -> Option<CoverageGap> {
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

pub(super) fn coach_only_in_our_company(
    view: &View<'_>,
    role: BuyingRole,
    holders: &[&Member<'_>],
) -> Option<CoverageGap> {
    if role != BuyingRole::Coach || !holders.iter().all(|member| member.seat.is_of_our_company()) {
        return None;
    }
    let severity = view.requirement(role).map_or(Severity::Low, |requirement| requirement.severity);
    let message = format!("the only coach is one of us: {}", named(holders));
    let found = gap(Kind::CoachOnlyInOurCompany, severity, role, message, NextMove::FindCoachAtCustomer)
        .comparing(Comparison::new("coaches_beyond_our_company", 0, Unit::Count).against(1));
    Some(found.about(holders))
}

/// A coach of whom it is known that they inform a competitor too. Where it is not known nothing is said.
pub(super) fn coach_informs_competitor(role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
    let people = chosen(holders, |member| member.seat.informs_competitor == Some(true));
    if role != BuyingRole::Coach || people.is_empty() {
        return None;
    }
    let others = holders.len().saturating_sub(people.len());
    let message = format!("{} also informs a competitor: {}", label(role), named(&people));
    let found = gap(Kind::CoachInformsCompetitor, Severity::High, role, message, NextMove::GuardInformation)
        .comparing(Comparison::new("coaches_informing_competitor", people.len(), Unit::Count).against(0))
        .comparing(Comparison::new("other_coaches", others, Unit::Count));
    Some(found.about(&people))
}

/// Nobody who plays the role is for us although the stage asks for it: those who are not, and those of whom it is
/// not known, are two gaps, because they call for different moves. Hostile gatekeepers and decision makers, and
/// gatekeepers of unknown stance, have been reported already.
pub(super) fn stance(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Vec<CoverageGap> {
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

/// Somebody who plays the role is for us and in contact, the stage asks that the role do something for us, and nobody of
/// these people did lately. Without contact the gap in contact comes first.
pub(super) fn not_contributing(view: &View<'_>, role: BuyingRole, holders: &[&Member<'_>]) -> Option<CoverageGap> {
    let requirement = view.requirement(role).filter(|requirement| requirement.level >= CoverageLevel::Contributing)?;
    let people = chosen(holders, |member| member.is_favourable() && member.is_recent);
    if people.is_empty() || people.iter().any(|member| member.contributes_as(role)) {
        return None;
    }
    let days = view.policy.contribution_days;
    let message = format!("{} is for us, and nothing was contributed in {days} days: {}", label(role), named(&people));
    let found = gap(Kind::RoleNotContributing, requirement.severity, role, message, NextMove::AskForContribution)
        .comparing(Comparison::new("contributions", 0, Unit::Count).against(1))
        .comparing(Comparison::new("contribution_days", days, Unit::Days));
    Some(found.about(&people))
}

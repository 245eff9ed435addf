//! The steps about people: organisation and decision chain.

use super::steps::{Finding, Parts};
use super::verdict::DiagnosisStepKind;
use crate::cute::{Approach, ApproachCause, ChainLinkKind};
use crate::facts::{BuyingRole, FactKind, FactReference};
use crate::values::{Language, StakeholderId};
use crate::verdict::{Comparison, Reason, Severity, Unit};

/// Most people that a message names.
const MOST_NAMED: usize = 3;

impl Parts<'_> {
    pub(super) fn organisation(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.gaps(DiagnosisStepKind::Organisation).map(Finding::of_gap).collect();
        let without_role: Vec<&StakeholderId> = self.coverage.without_role.iter().collect();
        if !without_role.is_empty() {
            let message = format!("no buying role is known of {}", named(&without_role));
            let reason = Reason::new("people_without_role", message)
                .comparing(Comparison::new("people_without_role", without_role.len(), Unit::Count).against(0));
            findings.push(Finding::open(Severity::Low, citing(reason, &without_role)));
        }
        if self.support.base.without_influence > 0 {
            let (count, people) = (self.support.base.without_influence, self.support.base.people);
            let message = format!("of {count} of {people} people it is not known how much their word counts");
            let reason = Reason::new("influence_unknown", message)
                .comparing(Comparison::new("people_without_influence", count, Unit::Count).against(0));
            findings.push(Finding::open(Severity::Low, reason));
        }
        findings.extend(self.reporting_lines());
        findings
    }

    fn reporting_lines(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let circles = &self.chain.circles;
        if let Some(first) = circles.first() {
            let people: Vec<&StakeholderId> = circles.iter().flat_map(|circle| &circle.stakeholders).collect();
            let first: Vec<&StakeholderId> = first.stakeholders.iter().collect();
            let message = format!("reporting lines run in a circle: {}", named(&first));
            let reason = Reason::new("reporting_circle", message)
                .comparing(Comparison::new("reporting_circles", circles.len(), Unit::Count).against(0));
            findings.push(Finding::open(Severity::Medium, citing(reason, &people)));
        }
        let is_there = |id: &StakeholderId| self.coverage.people.iter().any(|person| person.stakeholder == *id);
        let broken: Vec<&StakeholderId> =
            self.chain.broken_lines.iter().map(|line| &line.stakeholder).filter(|id| is_there(id)).collect();
        if !broken.is_empty() {
            let message = format!("to whom they report is not known, or outdated: {}", named(&broken));
            let reason = Reason::new("reporting_line_broken", message)
                .comparing(Comparison::new("broken_lines", broken.len(), Unit::Count).against(0));
            findings.push(Finding::open(Severity::Low, citing(reason, &broken)));
        }
        let there = self.coverage.people.iter().filter(|person| person.left_on.is_none()).count();
        if there > 1 && !self.chain.links.iter().any(|link| link.kind == ChainLinkKind::ReportsTo) {
            let reason = Reason::new("no_reporting_line", "no reporting line is recorded")
                .comparing(Comparison::new("reporting_lines", 0, Unit::Count).against(1));
            findings.push(Finding::unknown(Severity::Low, reason));
        }
        findings
    }

    pub(super) fn decision_chain(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.gaps(DiagnosisStepKind::DecisionChain).map(Finding::of_gap).collect();
        let people = &self.coverage.people;
        if people.iter().all(|person| person.left_on.is_some()) {
            let reason = Reason::new("nobody_known", "nobody of the buying committee is there, as far as is known")
                .comparing(Comparison::new("committee_people", 0, Unit::Count).against(1))
                .citing([FactReference::new(FactKind::Opportunity, &self.opportunity.opportunity.id)]);
            findings.push(Finding::unknown(Severity::Medium, reason));
        }
        let needed: Vec<&Approach> = self.chain.approaches.iter().filter(|approach| is_needed(approach)).collect();
        let out_of_reach: Vec<&StakeholderId> = needed
            .iter()
            .filter(|approach| approach.paths.is_empty() && approach.no_path.is_some())
            .map(|approach| &approach.target)
            .collect();
        if !out_of_reach.is_empty() {
            let cause =
                needed.iter().find_map(|approach| approach.no_path).map_or("", |cause| cause.label(Language::En));
            let message = format!("no way to the decision maker {}: {cause}", named(&out_of_reach));
            let reason = Reason::new("decision_maker_out_of_reach", message)
                .comparing(Comparison::new("ways", 0, Unit::Count).against(1));
            findings.push(Finding::stuck(Severity::High, citing(reason, &out_of_reach)));
        }
        let blockers = needed.iter().flat_map(|approach| approach.blockers.iter().map(move |by| (*approach, by)));
        let blockers: Vec<_> = blockers.collect();
        if let Some((approach, blocker)) = blockers.first() {
            let kind = blocker.kind.label(Language::En);
            let message = format!("{} bars the way to {}: {kind}", blocker.stakeholder, approach.target);
            let people: Vec<&StakeholderId> = blockers.iter().map(|(_, blocker)| &blocker.stakeholder).collect();
            let reason = Reason::new("way_barred", message)
                .comparing(Comparison::new("blockers", blockers.len(), Unit::Count).against(0));
            findings.push(Finding::open(Severity::Medium, citing(reason, &people)));
        }
        findings
    }
}

/// A decision maker in whom something is missing, so that it matters whether we can reach them.
fn is_needed(approach: &Approach) -> bool {
    approach.roles.contains(&BuyingRole::EconomicDecisionMaker) && approach.cause != ApproachCause::Requested
}

fn citing(reason: Reason, people: &[&StakeholderId]) -> Reason {
    reason.citing(people.iter().map(|id| FactReference::new(FactKind::Stakeholder, id)))
}

/// The first few people of a list, for a message.
fn named(people: &[&StakeholderId]) -> String {
    let mut text = people.iter().take(MOST_NAMED).map(|id| id.as_str()).collect::<Vec<_>>().join(", ");
    if let Some(more) = people.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        text.push_str(&format!(" and {more} more"));
    }
    text
}

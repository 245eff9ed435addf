//! The steps about the project: procurement phase, tasks, competitors, breakthrough plan.

use super::steps::{Finding, Parts};
use super::verdict::DiagnosisStepKind;
use crate::cute::{CompetitorStatus, PlanGapKind};
use crate::facts::{CompetitorStanding, FactKind, FactReference, InformationPoint, InformationState, Task};
use crate::funnel::OpportunityStatus;
use crate::verdict::{Comparison, Reason, Severity, Unit};

impl Parts<'_> {
    pub(super) fn procurement_phase(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.gaps(DiagnosisStepKind::ProcurementPhase).map(Finding::of_gap).collect();
        if self.is_decided() {
            return findings;
        }
        let opportunity = || [FactReference::new(FactKind::Opportunity, &self.opportunity.opportunity.id)];
        let Some(stage) = &self.phase.stage else {
            let reason = Reason::new("stage_unknown", "it is not known in which stage the opportunity is");
            findings.push(Finding::unknown(Severity::Medium, reason.citing(opportunity())));
            return findings;
        };
        if let Some(stall) = self.stall.filter(|stall| stall.stalled) {
            let message =
                format!("{} days in {stage}, which is more than {}", stall.days_in_stage, stall.threshold_days);
            let days = Comparison::new("days_in_stage", stall.days_in_stage, Unit::Days).against(stall.threshold_days);
            let reason = Reason::new("stalled", message).comparing(days).citing(opportunity());
            findings.push(Finding::stuck(Severity::High, reason));
        }
        if self.status == Some(OpportunityStatus::Parked) {
            let reason = match self.resume_on {
                Some(day) => Reason::new("parked", format!("it rests until {day}")).comparing(Comparison::new(
                    "resume_on",
                    day,
                    Unit::Date,
                )),
                None => Reason::new("parked", "it rests, and no day is known on which work goes on")
                    .comparing(Comparison::unknown("resume_on", Unit::Date)),
            };
            findings.push(Finding::open(Severity::Low, reason.citing(opportunity())));
        }
        if let Some(mark) = self.phase.end_mark.as_ref().filter(|_| self.phase.is_end_mark_met == Some(false)) {
            let message = format!("the end mark of {stage} is not met: {}", mark.en);
            findings.push(Finding::open(Severity::Low, Reason::new("end_mark_not_met", message).citing(opportunity())));
        }
        findings
    }

    pub(super) fn tasks(&self) -> Vec<Finding> {
        let serves = |task: &&Task| task.opportunity.as_ref() == Some(&self.opportunity.opportunity.id);
        let was_set = |task: &&Task| task.opened_on.is_none_or(|day| day <= self.coverage.as_of);
        let is_recorded = self.account.tasks.iter().filter(serves).any(|task| was_set(&task));
        let finding = |gap: &crate::cute::PlanGap| match gap.kind {
            PlanGapKind::NoOpenTask if !is_recorded => Finding::unknown(gap.severity, gap.reason.clone()),
            PlanGapKind::NoOpenTask | PlanGapKind::TaskOverdue => Finding::stuck(gap.severity, gap.reason.clone()),
            _ => Finding::of_plan_gap(gap),
        };
        self.plan_gaps(DiagnosisStepKind::Tasks).map(finding).collect()
    }

    pub(super) fn competitors(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> =
            self.plan_gaps(DiagnosisStepKind::Competitors).map(Finding::of_plan_gap).collect();
        if self.is_decided() {
            return findings;
        }
        if self.competitors.is_empty() {
            let is_confirmed = self.gates.information.iter().any(|known| {
                known.point == InformationPoint::Competitors
                    && known.state == InformationState::Confirmed
                    && !known.is_stale
            });
            if !is_confirmed {
                let reason = Reason::new("competitors_unknown", "it is not known who else is in the race")
                    .comparing(Comparison::unknown("competitors", Unit::Count));
                findings.push(Finding::unknown(Severity::Low, reason));
            }
        }
        let found = |rule, what: &str, which: &dyn Fn(&CompetitorStatus) -> bool| {
            let concerned: Vec<&CompetitorStatus> = self.competitors.iter().filter(|rival| which(rival)).collect();
            let first = concerned.first()?;
            let message = match concerned.len() {
                1 => format!("{what}: {}", first.competitor),
                count => format!("{what}: {} and others, {count} in all", first.competitor),
            };
            let reason = Reason::new(rule, message)
                .comparing(Comparison::new("competitors", concerned.len(), Unit::Count).against(0));
            Some(reason.citing(concerned.iter().map(|rival| rival.reference(self.opportunity))))
        };
        let is_ahead =
            |rival: &CompetitorStatus| rival.standing == Some(CompetitorStanding::Ahead) && rival.strategy.is_some();
        let ahead = found("competitor_ahead", "ahead of us, with a strategy of ours against it", &is_ahead);
        findings.extend(ahead.map(|reason| Finding::open(Severity::Medium, reason)));
        let unknown = found("standing_unknown", "how they stand is not known", &|rival| rival.standing.is_none());
        findings.extend(unknown.map(|reason| Finding::unknown(Severity::Low, reason)));
        findings
    }

    pub(super) fn breakthrough(&self) -> Vec<Finding> {
        self.plan_gaps(DiagnosisStepKind::Breakthrough).map(Finding::of_plan_gap).collect()
    }
}

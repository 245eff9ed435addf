//! Gathers what needs attention from the verdicts on one account. It judges nothing itself but how much the parts
//! without a severity of their own matter.

use super::finding::{Finding, FindingKind};
use super::verdict::OpportunityReview;
use crate::cute::ComplianceFinding;
use crate::facts::{FactKind, FactReference};
use crate::forecast::ForecastVerdict;
use crate::funnel::HistoryVerdict;
use crate::lifecycle::{LifecyclePhase, LifecycleVerdict};
use crate::loyalty::{LoyaltyPattern, LoyaltyVerdict, MoveDirection};
use crate::signals::{SignalState, SignalsVerdict};
use crate::values::{Date, OpportunityId};
use crate::verdict::{Comparison, Reason, Severity, Unit};

/// Everything to see to, most severe first.
pub(super) fn gather(
    opportunities: &[OpportunityReview],
    forecast: &ForecastVerdict,
    loyalty: &LoyaltyVerdict,
    lifecycle: &LifecycleVerdict,
    signals: &SignalsVerdict,
    compliance: &[ComplianceFinding],
    as_of: Date,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for opportunity in opportunities {
        findings.extend(coverage(opportunity));
        findings.extend(history(&opportunity.history, as_of));
    }
    findings.extend(raised(signals));
    findings.extend(phase(lifecycle));
    findings.extend(pattern(loyalty));
    findings.extend(unpriced(forecast));
    findings.extend(compliance.iter().map(to_report));
    findings.sort_by(|a, b| {
        let order = b.severity.cmp(&a.severity).then_with(|| a.kind.cmp(&b.kind));
        order.then_with(|| a.opportunity.cmp(&b.opportunity)).then_with(|| a.detail.cmp(&b.detail))
    });
    findings
}

fn coverage(opportunity: &OpportunityReview) -> impl Iterator<Item = Finding> {
    let gaps = opportunity.coverage.iter().flat_map(|coverage| &coverage.gaps);
    gaps.map(|gap| Finding {
        severity: gap.severity,
        kind: FindingKind::CoverageGap,
        detail: gap.kind.as_str().to_owned(),
        opportunity: Some(opportunity.history.opportunity.clone()),
        reason: gap.reason.clone(),
        next_move: Some(gap.next_move.as_str().to_owned()),
    })
}

fn history(history: &HistoryVerdict, as_of: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    let id = &history.opportunity;
    if history.state.is_none() && history.events_after_as_of == 0 {
        let reason = Reason::new("no_history", "no usable event is known, so that it counts nowhere")
            .comparing(Comparison::new("events", 0, Unit::Count).against(1))
            .citing([FactReference::new(FactKind::Opportunity, id)]);
        findings.push(of_opportunity(Severity::Medium, FindingKind::NoHistory, "no_history", id, reason));
    }
    if let Some(state) = history.state.as_ref().filter(|state| state.status.is_open()) {
        if history.stall.as_ref().is_some_and(|stall| stall.stalled) {
            let reason = history.reasons.iter().find(|reason| reason.rule == "stalled").cloned();
            let stage = state.stage.as_ref().map(|stage| stage.as_str().to_owned()).unwrap_or_default();
            findings
                .extend(reason.map(|reason| of_opportunity(Severity::Medium, FindingKind::Stalled, stage, id, reason)));
        }
        if let Some(day) = state.close_date.filter(|day| *day < as_of) {
            let late = as_of.days_since(day);
            let reason = Reason::new("close_date_passed", format!("expected to close on {day}, {late} days ago"))
                .comparing(Comparison::new("days_past_close_date", late, Unit::Days).against(0));
            findings.push(of_opportunity(Severity::Medium, FindingKind::CloseDatePassed, "open", id, reason));
        }
        if let Some(day) = state.parking.as_ref().and_then(|rest| rest.resume_on).filter(|day| *day < as_of) {
            let reason = Reason::new("rest_over", format!("work was to be resumed on {day}"))
                .comparing(Comparison::new("resume_on", day, Unit::Date).against(as_of));
            findings.push(of_opportunity(Severity::Medium, FindingKind::RestOver, "parked", id, reason));
        }
    }
    if let Some(first) = history.anomalies.first() {
        let events = history.anomalies.iter().filter_map(|anomaly| anomaly.event.clone());
        let count = history.anomalies.len();
        let message = match count {
            1 => first.message.clone(),
            _ => format!("{count} oddities; the first: {}", first.message),
        };
        let reason = Reason::new("odd_history", message)
            .comparing(Comparison::new("anomalies", count, Unit::Count).against(0))
            .citing(events);
        findings.push(of_opportunity(Severity::Low, FindingKind::OddHistory, first.code.as_str(), id, reason));
    }
    findings
}

fn raised(signals: &SignalsVerdict) -> impl Iterator<Item = Finding> {
    let raised = signals.signals.iter().filter(|signal| signal.state == SignalState::Raised);
    raised.filter_map(|signal| {
        Some(Finding {
            severity: signal.severity?,
            kind: FindingKind::Signal,
            detail: signal.kind.as_str().to_owned(),
            opportunity: None,
            reason: signal.reasons.first()?.clone(),
            next_move: signal.play.map(|play| play.as_str().to_owned()),
        })
    })
}

/// How much a phase matters: the high-risk band most, because there early warning still buys time. Where today's facts
/// alone say otherwise, the reason is the one that says so. An overdue order is told where no longer silence is.
fn phase(lifecycle: &LifecycleVerdict) -> Vec<Finding> {
    let severity = match lifecycle.phase {
        LifecyclePhase::HighRisk => Some(Severity::High),
        LifecyclePhase::Decline | LifecyclePhase::Detached => Some(Severity::Medium),
        _ => None,
    };
    let mut findings = Vec::new();
    let by_rule = |rule: &str| lifecycle.reasons.iter().find(|reason| reason.rule == rule);
    let reason = by_rule("change_not_confirmed").or(lifecycle.reasons.first());
    if let (Some(severity), Some(reason)) = (severity, reason) {
        findings.push(of_account(severity, FindingKind::Lifecycle, lifecycle.phase.as_str(), reason.clone()));
    }
    if let Some(reason) = by_rule("order_overdue")
        && !matches!(lifecycle.phase, LifecyclePhase::HighRisk | LifecyclePhase::Detached)
    {
        findings.push(of_account(Severity::Medium, FindingKind::OrderOverdue, "overdue", reason.clone()));
    }
    findings
}

fn pattern(loyalty: &LoyaltyVerdict) -> Option<Finding> {
    let finding = &loyalty.overall;
    let away = finding.movement.as_ref().is_some_and(|movement| movement.direction == MoveDirection::AwayFromUs);
    let severity = match finding.pattern {
        LoyaltyPattern::Changing if away => Severity::High,
        LoyaltyPattern::Elsewhere => Severity::Medium,
        LoyaltyPattern::Scattered | LoyaltyPattern::Intermittent => Severity::Low,
        _ => return None,
    };
    let reason = finding.reasons.first()?.clone();
    Some(of_account(severity, FindingKind::Loyalty, finding.pattern.as_str(), reason))
}

fn unpriced(forecast: &ForecastVerdict) -> impl Iterator<Item = Finding> {
    forecast.unpriced.iter().map(|deal| {
        let detail = deal.causes.first().map(|cause| cause.as_str()).unwrap_or_default();
        let reason = Reason::new("unpriced", deal.message.clone())
            .citing([FactReference::new(FactKind::Opportunity, &deal.opportunity)]);
        of_opportunity(Severity::Medium, FindingKind::Unpriced, detail, &deal.opportunity, reason)
    })
}

fn to_report(finding: &ComplianceFinding) -> Finding {
    Finding {
        severity: finding.severity,
        kind: FindingKind::Compliance,
        detail: finding.kind.as_str().to_owned(),
        opportunity: finding.opportunity.clone(),
        reason: finding.reason.clone(),
        next_move: Some(finding.next_move.as_str().to_owned()),
    }
}

fn of_opportunity(
    severity: Severity,
    kind: FindingKind,
    detail: impl Into<String>,
    opportunity: &OpportunityId,
    reason: Reason,
) -> Finding {
    let opportunity = Some(opportunity.clone());
    Finding { severity, kind, detail: detail.into(), opportunity, reason, next_move: None }
}

fn of_account(severity: Severity, kind: FindingKind, detail: &str, reason: Reason) -> Finding {
    Finding { severity, kind, detail: detail.to_owned(), opportunity: None, reason, next_move: None }
}

//! Whether what happened is what the pipeline allows, over many opportunities.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::anomaly::AnomalyCode;
use super::history::{Conformance, HistoryVerdict};
use super::rules::MoveKind;
use super::state::OpportunityStatus;
use crate::values::StageId;

/// How many opportunities kept to the rules, and which ways they took.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, MoveKind, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-02-02", "change": {"type": "stage_changed", "to": "incubation"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &FunnelOptions::default());
/// let conformance = &verdict.pipelines[0].conformance;
/// assert_eq!((conformance.opportunities, conformance.conforming), (2, 1));
/// assert_eq!(conformance.totals.unmet, 1, "`press-line` advanced without the end mark of `interest`");
/// let ways: Vec<_> = conformance.transitions.iter().map(|way| (way.kind, way.count)).collect();
/// assert_eq!(ways, [(MoveKind::Create, 2), (MoveKind::Advance, 1)]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConformanceSummary {
    /// Opportunities looked at.
    pub opportunities: usize,
    /// Those without a forbidden move and without one that did not meet a criterion.
    pub conforming: usize,
    /// The sums over all of them.
    pub totals: Conformance,
    /// How often each way was taken, by kind and stage.
    pub transitions: Vec<TransitionCount>,
}

/// How often opportunities went one way.
///
/// # Examples
/// ```
/// use keyaccount::{MoveKind, TransitionCount};
///
/// let lost = TransitionCount { kind: MoveKind::Lose, from: Some("design".parse()?), to: None, count: 3 };
/// assert!(lost.to.is_none(), "a lost opportunity is in no stage");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TransitionCount {
    /// What the move was.
    pub kind: MoveKind,
    /// The stage it left; null where it was created, or was lost until then.
    #[serde(default)]
    pub from: Option<StageId>,
    /// The stage it went to; null where it was lost, or closed in the stage it was in.
    #[serde(default)]
    pub to: Option<StageId>,
    /// How often.
    pub count: usize,
}

/// How often something odd was met.
///
/// # Examples
/// ```
/// use keyaccount::{AnomalyCode, AnomalyCount};
///
/// let doubled = AnomalyCount { code: AnomalyCode::DuplicateEvent, count: 2 };
/// assert_eq!(doubled.code.as_str(), "duplicate_event");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnomalyCount {
    /// The stable code.
    pub code: AnomalyCode,
    /// How often.
    pub count: usize,
}

/// Adds up how some histories kept to the rules.
pub(super) fn conformance(histories: &[&HistoryVerdict]) -> ConformanceSummary {
    let mut summary = ConformanceSummary { opportunities: histories.len(), ..ConformanceSummary::default() };
    /// The place of the kind among the kinds, then the stages.
    type Order<'a> = (u8, Option<&'a StageId>, Option<&'a StageId>);
    let mut ways: BTreeMap<Order<'_>, (MoveKind, usize)> = BTreeMap::new();
    for history in histories {
        let one = &history.conformance;
        if one.unmet == 0 && one.forbidden == 0 {
            summary.conforming = summary.conforming.saturating_add(1);
        }
        summary.totals.add(one);
        for (kind, from, to) in ways_of(history) {
            let (_, count) = ways.entry((kind as u8, from, to)).or_insert((kind, 0));
            *count = count.saturating_add(1);
        }
    }
    let counted = ways.into_iter().map(|((_, from, to), (kind, count))| TransitionCount {
        kind,
        from: from.cloned(),
        to: to.cloned(),
        count,
    });
    summary.transitions = counted.collect();
    summary
}

/// A way taken: what the move was, and the stages it left and led to.
type Way<'a> = (MoveKind, Option<&'a StageId>, Option<&'a StageId>);

/// The ways one opportunity took, from visit to visit.
fn ways_of(history: &HistoryVerdict) -> Vec<Way<'_>> {
    let mut ways = Vec::with_capacity(history.timeline.len().saturating_add(1));
    if history.statuses.first().is_some_and(|spell| spell.status == OpportunityStatus::Lost) {
        ways.push((MoveKind::Create, None, None));
    }
    let mut from = None;
    for (index, visit) in history.timeline.iter().enumerate() {
        ways.push((visit.entered_by, from, Some(&visit.stage)));
        let Some(ended_by) = visit.ended_by else { break };
        // Lost, or closed where the pipeline has no stage for it: the next visit, if any, comes by another move.
        let next = history.timeline.get(index.saturating_add(1));
        let went_on = next.is_some_and(|next| next.entered_by == ended_by && visit.left == Some(next.entered));
        if !went_on {
            ways.push((ended_by, Some(&visit.stage), None));
        }
        from = (ended_by != MoveKind::Lose).then_some(&visit.stage);
    }
    ways
}

/// Counts what was odd in some histories.
pub(super) fn anomalies(histories: &[&HistoryVerdict]) -> Vec<AnomalyCount> {
    let count = |code: AnomalyCode| {
        let all = histories.iter().flat_map(|history| &history.anomalies);
        AnomalyCount { code, count: all.filter(|anomaly| anomaly.code == code).count() }
    };
    AnomalyCode::ALL.iter().map(|code| count(*code)).filter(|counted| counted.count > 0).collect()
}

impl Conformance {
    fn add(&mut self, other: &Self) {
        let pairs = [
            (&mut self.advanced, other.advanced),
            (&mut self.skipped, other.skipped),
            (&mut self.regressed, other.regressed),
            (&mut self.reopened, other.reopened),
            (&mut self.forbidden, other.forbidden),
            (&mut self.unmet, other.unmet),
            (&mut self.overridden, other.overridden),
        ];
        for (sum, part) in pairs {
            *sum = sum.saturating_add(part);
        }
    }
}

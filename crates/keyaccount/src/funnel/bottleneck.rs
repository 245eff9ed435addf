//! Where a pipeline is slow, and where it loses most.

use serde::{Deserialize, Serialize};

use super::analysis::StageAnalysis;
use crate::values::StageId;
use crate::verdict::{Comparison, Reason, Unit};

/// Fewest opportunities that a stage has to have seen before it is called a bottleneck. Ours: no source names one.
const MINIMUM: u64 = 5;

/// The open stages that hold a pipeline up, among those that at least five opportunities entered.
///
/// # Examples
/// Five opportunities stay in `interest` for 10 days, then in `incubation` for 40; there one of them is lost.
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let deals = ["a", "b", "c", "d", "e"];
/// let opportunities = deals.map(|id| format!(r#"{{"id": "{id}", "account": "north-plant"}}"#));
/// let event = |id, at, change| format!(r#"{{"opportunity": "{id}", "at": "{at}", "change": {change}}}"#);
/// let events = deals.map(|id| {
///     let next = if id == "a" { r#"{"type": "lost"}"# } else { r#"{"type": "stage_changed", "to": "design"}"# };
///     [
///         event(id, "2026-01-01", r#"{"type": "created"}"#),
///         event(id, "2026-01-11", r#"{"type": "stage_changed", "to": "incubation"}"#),
///         event(id, "2026-02-20", next),
///     ]
///     .join(",")
/// });
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}],
///         "opportunities": [{}], "opportunity_events": [{}]}}"#,
///     opportunities.join(","), events.join(","),
/// ))?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-02-28".parse()?, &FunnelOptions::default());
/// let found = &verdict.pipelines[0].bottlenecks;
/// assert_eq!(found.slowest.as_ref().unwrap().as_str(), "incubation");
/// assert_eq!(found.leakiest.as_ref().unwrap().as_str(), "incubation");
/// assert_eq!(found.reasons[1].message, "20 % of those in `incubation` are lost before they get further");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bottlenecks {
    /// The stage with the longest median time, of equals the one with the longer upper quartile; one that half have not
    /// left yet is slower than any that half have. Null where no stage has seen enough.
    #[serde(default)]
    pub slowest: Option<StageId>,
    /// The stage with the highest probability to be lost before getting further; null where no stage has seen enough,
    /// or nothing was lost.
    #[serde(default)]
    pub leakiest: Option<StageId>,
    /// Why.
    pub reasons: Vec<Reason>,
}

pub(super) fn bottlenecks(stages: &[StageAnalysis]) -> Bottlenecks {
    let seen: Vec<_> = stages
        .iter()
        .filter_map(|stage| Some((stage, stage.conversion.as_ref()?)))
        .filter(|(_, conversion)| conversion.advance.entered >= MINIMUM)
        .collect();
    if seen.is_empty() {
        let most = stages.iter().filter_map(|stage| Some(stage.conversion.as_ref()?.advance.entered)).max();
        let entered = Comparison::new("most_entered", most.unwrap_or(0), Unit::Count).against(MINIMUM);
        let message = format!("no stage has been entered by {MINIMUM} opportunities yet");
        let reasons = vec![Reason::new("too_little_history", message).comparing(entered)];
        return Bottlenecks { reasons, ..Bottlenecks::default() };
    }
    let mut found = Bottlenecks::default();
    // Of equal medians the one with the later quarter, then with the longer mean, then the earlier stage.
    let slowness = |stage: &StageAnalysis| {
        let never = |days: Option<u32>| days.unwrap_or(u32::MAX);
        let time = &stage.time;
        (never(time.median_days), never(time.upper_quartile_days), time.mean_days_of_finished)
    };
    if let Some((stage, _)) = seen.iter().rev().max_by_key(|(stage, _)| slowness(stage)) {
        let (message, median) = match stage.time.median_days {
            Some(days) => (
                format!("half of those in `{}` stay for {days} days or more: no open stage is slower", stage.stage),
                Comparison::new("median_days", days, Unit::Days),
            ),
            None => (
                format!("fewer than half of those in `{}` were seen to leave it", stage.stage),
                Comparison::unknown("median_days", Unit::Days),
            ),
        };
        let count = Comparison::new("opportunities", stage.time.opportunities, Unit::Count).against(MINIMUM);
        found.reasons.push(Reason::new("slowest_stage", message).comparing(median).comparing(count));
        found.slowest = Some(stage.stage.clone());
    }
    let losing = seen.iter().filter_map(|(stage, conversion)| {
        let probability = conversion.advance.lost_probability.filter(|_| conversion.advance.lost > 0)?;
        Some((stage, conversion, probability))
    });
    if let Some((stage, conversion, probability)) = losing.rev().max_by_key(|(.., probability)| *probability) {
        let percent = probability.value().saturating_mul(rust_decimal::Decimal::ONE_HUNDRED).round_dp(0);
        let message = format!("{percent} % of those in `{}` are lost before they get further", stage.stage);
        let reason = Reason::new("leakiest_stage", message)
            .comparing(Comparison::new("lost_probability", probability, Unit::Share))
            .comparing(Comparison::new("lost", conversion.advance.lost, Unit::Count))
            .comparing(Comparison::new("entered", conversion.advance.entered, Unit::Count).against(MINIMUM));
        found.reasons.push(reason);
        found.leakiest = Some(stage.stage.clone());
    }
    found
}

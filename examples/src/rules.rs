//! Whether a pipeline's rules were kept, which ways were taken, and what is odd about the histories.

use std::io;

use keyaccount::{MoveKind, Pipeline, PipelineAnalysis, StageId, TransitionCount};

use crate::names::Names;
use crate::page::Page;

pub(crate) fn print(
    analysis: &PipelineAnalysis,
    pipeline: Option<&Pipeline>,
    names: Names<'_>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    conformance(analysis, page)?;
    transitions(&analysis.conformance.transitions, pipeline, names, page)?;
    oddities(analysis, page)
}

fn conformance(analysis: &PipelineAnalysis, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("RULES KEPT", "规则遵守"))?;
    let summary = &analysis.conformance;
    let totals = &summary.totals;
    let (kept, all) = (summary.conforming, summary.opportunities);
    let (unmet, forbidden, overridden) = (totals.unmet, totals.forbidden, totals.overridden);
    let english = format!(
        "{kept} of {all} opportunities kept to the rules. Moves that did not meet a criterion: {unmet}, of them on a way \
         that is closed: {forbidden}. Let pass by a named person: {overridden}."
    );
    let chinese = format!(
        "{all} 个商机中 {kept} 个遵守规则。未满足条件的动作 {unmet} 次，其中走不允许的路径 {forbidden} 次；由指定人员越权放行 \
         {overridden} 次。"
    );
    page.wrapped("  ", "  ", &page.say(&english, &chinese))
}

/// One line for each kind of move: the ways taken, in the order of the stages, with how often.
fn transitions(
    transitions: &[TransitionCount],
    pipeline: Option<&Pipeline>,
    names: Names<'_>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    page.heading(&page.say("WAYS TAKEN", "流转"))?;
    let place = |stage: Option<&StageId>| stage.map(|stage| pipeline.and_then(|pipeline| pipeline.position(stage)));
    let mut rest = transitions;
    // They come sorted by kind.
    while let Some(first) = rest.first() {
        let (same, others) = rest.split_at(rest.iter().take_while(|one| one.kind == first.kind).count());
        let mut same: Vec<&TransitionCount> = same.iter().collect();
        same.sort_by_key(|one| (place(one.from.as_ref()), place(one.to.as_ref())));
        let ways: Vec<String> = same.iter().map(|one| way(one, |stage| names.stage(pipeline, stage))).collect();
        page.wrapped("  ", "    ", &format!("{}: {}", first.kind.label(names.language), page.list(&ways)))?;
        rest = others;
    }
    Ok(())
}

fn way(one: &TransitionCount, name: impl Fn(&StageId) -> String) -> String {
    let way = match (one.from.as_ref().map(&name), one.to.as_ref().map(&name)) {
        (Some(from), Some(to)) => format!("{from} → {to}"),
        (None, Some(to)) if one.kind == MoveKind::Create => to,
        (None, Some(to)) => format!("→ {to}"),
        (Some(from), None) => from,
        (None, None) => "–".to_owned(),
    };
    format!("{way} {}", one.count)
}

fn oddities(analysis: &PipelineAnalysis, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("ODD IN THE HISTORIES", "历史异常"))?;
    if analysis.anomalies.is_empty() {
        return page.line(&page.say("  nothing", "  无"));
    }
    for anomaly in &analysis.anomalies {
        page.line(&format!("  {:>5} × {}", anomaly.count, anomaly.code.label(page.view.language)))?;
    }
    Ok(())
}

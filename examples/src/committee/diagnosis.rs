//! The diagnosis of an opportunity: score, support, gates, steps, and the next moves.

use std::io;

use keyaccount::{CoverageScore, DiagnosisVerdict, EstimateChange, GatesVerdict, Language, SupportVerdict};
use rust_decimal::Decimal;

use crate::names::{or_dash, percent};
use crate::page::{Page, plain};

pub(super) fn print(diagnosis: &DiagnosisVerdict, page: &mut Page<'_>) -> io::Result<()> {
    if let Some(score) = &diagnosis.coverage.score {
        self::score(score, page)?;
    }
    support(&diagnosis.support, page)?;
    gates(&diagnosis.gates, page)?;
    steps(diagnosis, page)?;
    compliance(diagnosis, page)?;
    moves(diagnosis, page)
}

/// The score and what it is made of.
fn score(score: &CoverageScore, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    page.heading(&format!("{} {} / 100", page.say("COVERAGE", "覆盖得分"), score.value))?;
    let titles =
        [("role", "角色"), ("reached", "已达到"), ("required", "要求"), ("weight", "权重"), ("points", "得分")];
    let mut rows = vec![page.titles(&titles)];
    rows.extend(score.parts.iter().map(|part| {
        vec![
            part.role.label(language).to_owned(),
            part.reached.label(language).to_owned(),
            part.required.label(language).to_owned(),
            part.weight.to_string(),
            part.points.to_string(),
        ]
    }));
    page.table_with(&rows, 3)?;
    let Some(cap) = &score.cap else { return Ok(()) };
    let text = page.say(
        "the parts add up to {uncapped}; capped at {limit}: {gap}",
        "各部分合计{uncapped}；因{gap}，上限为{limit}",
    );
    let text = text
        .replace("{uncapped}", &score.uncapped.to_string())
        .replace("{limit}", &cap.limit.to_string())
        .replace("{gap}", cap.gap.label(language));
    page.wrapped("  ", "  ", &text)
}

/// The support base on the day and on the day it is compared with.
fn support(support: &SupportVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    let change = support.change.map(|change| format!(", {}", signed(change))).unwrap_or_default();
    let trend = support.trend.label(language);
    page.heading(&format!("{}: {trend}{change}", page.say("SUPPORT BASE", "支持面")))?;
    let titles =
        [("", ""), ("people", "人数"), ("influence", "影响力"), ("share", "占比"), ("share before", "此前占比")];
    let mut rows = vec![page.titles(&titles)];
    let (now, before) = (&support.base, &support.before);
    let groups = [
        (page.say("for us", "支持"), &now.for_us, &before.for_us),
        (page.say("neutral", "中立"), &now.neutral, &before.neutral),
        (page.say("against us", "反对"), &now.against, &before.against),
        (page.say("not known", "未知"), &now.unknown, &before.unknown),
    ];
    for (label, group, earlier) in groups {
        rows.push(vec![
            label,
            group.people.to_string(),
            group.influence.to_string(),
            percent(group.share_of_influence.map(|share| share.value())),
            percent(earlier.share_of_influence.map(|share| share.value())),
        ]);
    }
    page.table_with(&rows, 1)?;
    for mover in &support.movers {
        page.wrapped("  · ", "    ", &plain(&mover.reason.message))?;
    }
    Ok(())
}

fn signed(change: EstimateChange) -> String {
    let sign = if change.value() > Decimal::ZERO { "+" } else { "" };
    format!("{sign}{}", percent(Some(change.value())))
}

fn gates(gates: &GatesVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    page.heading(&page.say("THREE GATES", "三道关"))?;
    for gate in &gates.gates {
        page.line(&format!("  {}: {}", page.strong(gate.gate.label(language)), gate.state.label(language)))?;
        for reason in &gate.reasons {
            page.wrapped("      ", "      ", &plain(&reason.message))?;
        }
    }
    let points = gates.information.iter().map(|point| {
        let stale = if point.is_stale { page.say(" (too old)", "（过时）") } else { String::new() };
        format!("{}: {}{stale}", point.point.label(language), point.state.label(language))
    });
    let points: Vec<String> = points.collect();
    page.wrapped(
        "  ",
        "    ",
        &points.join(match language {
            Language::ZhHans => "；",
            _ => "; ",
        }),
    )
}

fn steps(diagnosis: &DiagnosisVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    let stuck = or_dash(diagnosis.stuck_at.map(|step| step.label(language)));
    page.heading(&format!("{}: {stuck}", page.say("DIAGNOSIS, stuck at", "诊断，卡点")))?;
    for step in &diagnosis.steps {
        page.line(&format!("  {}: {}", page.strong(step.step.label(language)), step.state.label(language)))?;
        for reason in &step.reasons {
            page.wrapped("      ", "      ", &plain(&reason.message))?;
        }
    }
    Ok(())
}

fn compliance(diagnosis: &DiagnosisVerdict, page: &mut Page<'_>) -> io::Result<()> {
    if diagnosis.compliance.is_empty() {
        return Ok(());
    }
    let language = page.view.language;
    page.heading(&format!("{} ({})", page.say("COMPLIANCE", "合规"), diagnosis.compliance.len()))?;
    for finding in &diagnosis.compliance {
        page.line(&format!("  {}  {}", page.severity(finding.severity), finding.kind.label(language)))?;
        page.wrapped("            ", "            ", &plain(&finding.reason.message))?;
    }
    Ok(())
}

fn moves(diagnosis: &DiagnosisVerdict, page: &mut Page<'_>) -> io::Result<()> {
    if diagnosis.next_moves.is_empty() {
        return Ok(());
    }
    page.heading(&page.say("NEXT MOVES", "下一步"))?;
    for one in &diagnosis.next_moves {
        let text = match page.view.language {
            Language::ZhHans => &one.text.zh_hans,
            _ => &one.text.en,
        };
        page.wrapped(&format!("  {:>2}  ", one.rank), "      ", &plain(text))?;
    }
    page.and_more(diagnosis.more_moves)
}

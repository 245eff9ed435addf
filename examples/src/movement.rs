//! The movement of the pipeline between two days, as a waterfall for each currency.

use std::io;

use keyaccount::{ExactSum, MovementKind, MovementLine, MovementLines, MovementVerdict};

use crate::names::{Names, amount};
use crate::page::{Page, plain};

/// Columns of the highest level.
const BAR: f64 = 36.0;

pub(crate) fn print(verdict: &MovementVerdict, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("MOVEMENT OF THE PIPELINE", "商机变动"))?;
    let (from, to) = (verdict.from, verdict.to);
    let quarter = names.playbook.draft().calendar.quarter(to);
    let english = format!("From the end of {from} to the end of {to} ({quarter}), all pipelines together.");
    let chinese = format!("自 {from} 日终至 {to} 日终（{quarter}），全部流程合计。");
    page.wrapped("  ", "  ", &page.say(&english, &chinese))?;
    for movement in &verdict.currencies {
        waterfall(movement.currency.code(), &movement.total, None, page)?;
    }
    if let Some(reported) = verdict.reporting.as_ref().filter(|_| verdict.currencies.len() > 1) {
        let currency = reported.currency;
        let title = page.say(&format!("all in {currency}"), &format!("合计（{currency}）"));
        waterfall(&title, &reported.lines, Some(&reported.currency_effect), page)?;
    }
    without_amount(verdict, page)?;
    let reporting = names.playbook.draft().exchange.reporting_currency;
    for reason in verdict.reasons.iter().filter(|reason| reason.rule == "no_rate") {
        let what = page.say(&format!("Not added up in {reporting}"), &format!("未合计为 {reporting}"));
        page.wrapped("  ", "  ", &format!("{what}: {}.", plain(&reason.message)))?;
    }
    Ok(())
}

/// One step of a waterfall.
struct Step<'a> {
    label: String,
    count: Option<usize>,
    amount: &'a ExactSum,
    /// How far the level rises or falls.
    change: f64,
}

fn waterfall(
    title: &str,
    lines: &MovementLines,
    currency_effect: Option<&ExactSum>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let steps = steps(lines, currency_effect, page);
    let (opening, closing) = (number(&lines.opening.amount), number(&lines.closing.amount));
    let levels = steps.iter().scan(opening, |level, step| {
        *level += step.change;
        Some(*level)
    });
    let scale = levels.fold(opening.max(closing), f64::max);
    let mut rows = vec![vec![title.to_owned(), page.say("count", "数量"), page.say("amount", "金额"), String::new()]];
    let mut row = |label: String, count: Option<usize>, sum: &ExactSum, bar: String| {
        rows.push(vec![label, count.map(|count| count.to_string()).unwrap_or_default(), amount(sum), bar]);
    };
    row(page.say("  opening", "  期初"), Some(lines.opening.count), &lines.opening.amount, bar(0.0, opening, scale));
    let mut level = opening;
    for step in steps {
        let before = level;
        level += step.change;
        row(step.label, step.count, step.amount, bar(before, level, scale));
    }
    row(page.say("= closing", "= 期末"), Some(lines.closing.count), &lines.closing.amount, bar(0.0, closing, scale));
    page.line("")?;
    page.table(&rows)
}

/// What lies between opening and closing, without what did not happen.
fn steps<'a>(lines: &'a MovementLines, currency_effect: Option<&'a ExactSum>, page: &Page<'_>) -> Vec<Step<'a>> {
    let label = |kind: MovementKind| kind.label(page.view.language).to_owned();
    let rows: [(&str, String, &MovementLine); 12] = [
        ("+", label(MovementKind::Created), &lines.created),
        ("+", label(MovementKind::Reopened), &lines.reopened),
        ("+", label(MovementKind::PulledIn), &lines.pulled_in),
        ("+", page.say("from another currency", "换自其他币种"), &lines.currency_in),
        ("+", label(MovementKind::AmountSet), &lines.amount_set),
        ("+", label(MovementKind::Increased), &lines.increased),
        ("−", label(MovementKind::Decreased), &lines.decreased),
        ("−", label(MovementKind::AmountCleared), &lines.amount_cleared),
        ("−", page.say("to another currency", "换为其他币种"), &lines.currency_out),
        ("−", label(MovementKind::PushedOut), &lines.pushed_out),
        ("−", label(MovementKind::Won), &lines.won),
        ("−", label(MovementKind::Lost), &lines.lost),
    ];
    let happened = rows.into_iter().filter(|(.., line)| line.count > 0);
    let mut steps: Vec<Step<'a>> = happened
        .map(|(sign, label, line)| {
            let size = number(&line.amount);
            let change = if sign == "+" { size } else { -size };
            Step { label: format!("{sign} {label}"), count: Some(line.count), amount: &line.amount, change }
        })
        .collect();
    if let Some(effect) = currency_effect.filter(|effect| !effect.is_zero()) {
        let label = format!("± {}", page.say("exchange rates", "汇率"));
        steps.push(Step { label, count: None, amount: effect, change: number(effect) });
    }
    steps
}

/// A sum, exact enough to be drawn.
fn number(sum: &ExactSum) -> f64 {
    sum.to_string().parse().unwrap_or(0.0)
}

/// A bar from one level to another, full where it rises and light where it falls, with blanks up to the full length.
fn bar(from: f64, to: f64, scale: f64) -> String {
    let column = |level: f64| if scale > 0.0 { (level.max(0.0) / scale * BAR).round() } else { 0.0 };
    let (first, last) = (column(from.min(to)), column(from.max(to)));
    let glyph = if to < from { "░" } else { "█" };
    let times = |text: &str, columns: f64| text.repeat(columns as usize);
    format!("{}{}{}", times(" ", first), times(glyph, last - first), times(" ", BAR - last))
}

/// The opportunities that count, and are in no sum.
fn without_amount(verdict: &MovementVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let unknown = &verdict.without_amount;
    let label = |kind: MovementKind| kind.label(page.view.language).to_owned();
    let counts = [
        (unknown.opening, page.say("opening", "期初")),
        (unknown.created, label(MovementKind::Created)),
        (unknown.reopened, label(MovementKind::Reopened)),
        (unknown.pulled_in, label(MovementKind::PulledIn)),
        (unknown.amount_cleared, label(MovementKind::AmountCleared)),
        (unknown.amount_set, label(MovementKind::AmountSet)),
        (unknown.pushed_out, label(MovementKind::PushedOut)),
        (unknown.won, label(MovementKind::Won)),
        (unknown.lost, label(MovementKind::Lost)),
        (unknown.closing, page.say("closing", "期末")),
    ];
    let counts: Vec<String> =
        counts.iter().filter(|(count, _)| *count > 0).map(|(count, label)| format!("{label} {count}")).collect();
    if counts.is_empty() {
        return Ok(());
    }
    page.line("")?;
    let what = page.say("In no sum, for want of an amount", "金额未知，未计入金额");
    page.wrapped("  ", "  ", &format!("{what}: {}", page.list(&counts)))
}

//! The lifecycle: how many accounts were in which phase, and who moved and why.

use std::io;

use keyaccount::{
    AccountId, LifecyclePhase, LifecycleTransitionsVerdict, PhaseLink, PhaseShift, Reason, lifecycle_history,
};

use super::{LoyaltyReview, PhaseMove};
use crate::Input;
use crate::names::{Names, or_dash, whole};
use crate::page::{Page, plain};

pub(super) fn print(review: &LoyaltyReview, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    columns(&review.flow, page)?;
    moved(review, names, page)
}

/// A row for each phase that somebody was in, a column for each day.
fn columns(flow: &LifecycleTransitionsVerdict, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("LIFECYCLE", "生命周期"))?;
    let mut titles = vec![page.say("phase", "阶段")];
    titles.extend(flow.columns.iter().map(|column| column.on.to_string()));
    let mut rows = vec![titles];
    for phase in LifecyclePhase::ALL {
        let nodes = flow.columns.iter().map(|column| column.nodes.iter().find(|node| node.phase == *phase));
        let nodes: Vec<_> = nodes.collect();
        if nodes.iter().all(|node| node.is_none_or(|node| node.accounts == 0)) {
            continue;
        }
        let mut row = vec![phase.label(page.view.language).to_owned()];
        row.extend(nodes.iter().map(|node| or_dash(node.map(|node| node.accounts).filter(|count| *count > 0))));
        rows.push(row);
    }
    page.table(&rows)?;
    let last = flow.columns.last().into_iter().flat_map(|column| &column.nodes);
    let spent: Vec<String> = last
        .filter(|node| !node.money.is_zero())
        .map(|node| format!("{} {}", node.phase.label(page.view.language), whole(&node.money)))
        .collect();
    if spent.is_empty() {
        return Ok(());
    }
    let label = page.say("spent in the last year", "最近一年采购额");
    page.wrapped("  ", "    ", &format!("{label} ({}): {}", flow.currency, spent.join(" · ")))
}

/// Who moved in each quarter, latest first: for the worse, for the better, or into the book.
fn moved(review: &LoyaltyReview, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("WHO MOVED, AND WHY", "阶段变动及原因"))?;
    for flow in review.flow.periods.iter().rev() {
        let (entered, stayed) = (flow.entered, flow.stayed);
        let (improved, worsened) = (flow.improved, flow.worsened);
        let english = format!("{entered} entered, {improved} improved, {worsened} worsened, {stayed} stayed");
        let chinese = format!("新进入 {entered}，好转 {improved}，恶化 {worsened}，不变 {stayed}");
        let days = format!("{} – {}", flow.from, flow.to);
        page.line(&format!("  {}  {}", page.strong(&days), page.say(&english, &chinese)))?;
        for link in flow.links.iter().filter(|link| link.shift != PhaseShift::Stayed) {
            for account in &link.named {
                let one = review.moves.iter().find(|one| one.account == *account && one.on == flow.to);
                one_move(&names.account(account), link, one.map(|one| &one.reason), page)?;
            }
            page.and_more(link.accounts.saturating_sub(link.named.len()))?;
        }
    }
    Ok(())
}

fn one_move(name: &str, link: &PhaseLink, why: Option<&Reason>, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    let (from, to) = (link.from.label(language), link.to.label(language));
    page.wrapped("    ", "        ", &format!("{name}: {from} → {to} ({})", link.shift.label(language)))?;
    why.map_or(Ok(()), |why| page.wrapped("        ", "        ", &plain(&why.message)))
}

/// Why each account that moved was in its new phase, as was known on the last day of the period.
pub(super) fn moves_of(flow: &LifecycleTransitionsVerdict, input: &Input) -> Vec<PhaseMove> {
    let links = flow.periods.iter().flat_map(|period| period.links.iter().map(move |link| (period.to, link)));
    let moved = links.filter(|(_, link)| link.shift != PhaseShift::Stayed);
    let moved = moved.flat_map(|(on, link)| link.named.iter().map(move |account| (on, account)));
    let why = |(on, id): (_, &AccountId)| {
        let history = lifecycle_history(input.book.account(id)?, &input.playbook, on);
        let reason = history.spans.last()?.reason.clone();
        Some(PhaseMove { account: id.clone(), on, phase: history.phase, reason })
    };
    moved.filter_map(why).collect()
}

//! One account: in short among the others, or in full.

use std::io;

use keyaccount::{AccountReview, Finding, OpportunityReview, Severity};

use crate::page::{Page, grouped, plain};
use crate::words;

/// Findings below this severity are told in one line.
const IN_DETAIL: Severity = Severity::High;
/// Most findings of an account that are told in detail, and in one line.
const MOST: usize = 4;

/// The account's line, its gravest findings with their reasons, and how many more there are.
pub(crate) fn in_short(number: usize, account: &AccountReview, page: &mut Page<'_>) -> io::Result<()> {
    page.line("")?;
    title(&format!("{number:>2}. "), account, page)?;
    if account.findings.is_empty() {
        return page.line(&format!("    {}", page.say("nothing to see to", "无需处理")));
    }
    let most = if page.view.all { usize::MAX } else { MOST };
    let is_grave = |finding: &&Finding| finding.severity >= IN_DETAIL;
    let grave: Vec<&Finding> = account.findings.iter().filter(is_grave).take(most).collect();
    let others: Vec<&Finding> = account
        .findings
        .iter()
        .filter(|finding| !is_grave(finding))
        .take(most.saturating_sub(grave.len().min(2)))
        .collect();
    for finding in &grave {
        in_detail(finding, account, page)?;
    }
    for finding in &others {
        let about = about(finding, account);
        let line = format!("{}{about}: {}", words::title(finding, page.view.language), plain(&finding.reason.message));
        let severity = page.severity(finding.severity);
        page.wrapped(&format!("    {severity}  "), "              ", &line)?;
    }
    let shown = grave.len().saturating_add(others.len());
    match account.findings.len().checked_sub(shown) {
        None | Some(0) => Ok(()),
        Some(more) => {
            let text = format!("    and {more} more: --account {} shows them", plain(account.account.as_str()));
            page.line(&page.faint(&text))
        }
    }
}

fn title(number: &str, account: &AccountReview, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    let name = page.strong(&plain(account.name.as_str()));
    page.line(&format!("{number}{name}  {}", page.faint(&plain(account.account.as_str()))))?;
    let forecast = &account.forecast.summary;
    let mut facts = vec![
        account.lifecycle.phase.label(language).to_owned(),
        format!("{} {}", page.say("loyalty", "忠诚度"), account.loyalty.overall.pattern.label(language)),
    ];
    let open = forecast.receipt.open;
    let weighted = grouped(&forecast.amounts.open.weighted.to_string());
    facts.push(format!("{open} {}", page.say("open", "个进行中商机")));
    if open > 0 {
        facts.push(format!("{weighted} {} {}", forecast.reporting_currency, page.say("weighted", "加权")));
    }
    facts.extend(
        account.owner.as_ref().map(|owner| format!("{} {}", page.say("owner", "负责人"), plain(owner.as_str()))),
    );
    page.wrapped("    ", "    ", &facts.join(" · "))
}

fn in_detail(finding: &Finding, account: &AccountReview, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    let heading = format!("{}{}", words::title(finding, language), about(finding, account));
    let severity = page.severity(finding.severity);
    page.line(&format!("    {severity}  {heading}"))?;
    page.wrapped("              ", "              ", &plain(&finding.reason.message))?;
    if let Some(next) = words::next_move(finding, language) {
        page.wrapped("              → ", "                ", next)?;
    }
    Ok(())
}

/// Where a finding belongs: the opportunity's name and stage.
fn about(finding: &Finding, account: &AccountReview) -> String {
    let opportunity = finding
        .opportunity
        .as_ref()
        .and_then(|id| account.opportunities.iter().find(|opportunity| opportunity.history.opportunity == *id));
    opportunity.map(|opportunity| format!(" — {}", name_of(opportunity))).unwrap_or_default()
}

fn name_of(opportunity: &OpportunityReview) -> String {
    let id = opportunity.history.opportunity.as_str();
    plain(opportunity.name.as_ref().map_or(id, |name| name.as_str()))
}

/// Everything known of one account.
pub(crate) fn in_full(account: &AccountReview, page: &mut Page<'_>) -> io::Result<()> {
    title("    ", account, page)?;
    page.heading(&page.say("FINDINGS", "发现"))?;
    for finding in &account.findings {
        in_detail(finding, account, page)?;
        for compared in &finding.reason.compared {
            let actual = compared.actual.as_deref().unwrap_or("unknown");
            let limit = compared.limit.as_ref().map(|limit| format!(", held against {limit}")).unwrap_or_default();
            let text = format!("{}: {actual}{limit} ({})", compared.name, compared.unit.label(page.view.language));
            page.line(&page.faint(&format!("              {}", plain(&text))))?;
        }
        let facts: Vec<String> = finding.reason.facts.iter().map(ToString::to_string).collect();
        if !facts.is_empty() {
            let more = finding.reason.fact_count.saturating_sub(facts.len());
            let more = if more > 0 { format!(" and {more} earlier") } else { String::new() };
            page.wrapped("              facts: ", "                ", &plain(&format!("{}{more}", facts.join(", "))))?;
        }
    }
    opportunities(account, page)?;
    committees(account, page)?;
    purchases(account, page)?;
    signals(account, page)
}

fn opportunities(account: &AccountReview, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("OPPORTUNITIES", "商机"))?;
    let titles = [
        ("opportunity", "商机"),
        ("status", "状态"),
        ("stage", "阶段"),
        ("days", "天数"),
        ("amount", "金额"),
        ("probability", "概率"),
        ("close date", "签约日"),
    ];
    let mut rows = vec![page.titles(&titles)];
    for opportunity in &account.opportunities {
        let Some(state) = &opportunity.history.state else { continue };
        let dash = || "–".to_owned();
        let probability =
            state.probability.map(|one| format!("{} ({})", one.value, one.source.label(page.view.language)));
        rows.push(vec![
            name_of(opportunity),
            state.status.label(page.view.language).to_owned(),
            state.stage.as_ref().map_or_else(dash, |stage| plain(stage.as_str())),
            state.days_in_stage.to_string(),
            state
                .amount
                .map_or_else(dash, |money| format!("{} {}", grouped(&money.amount().to_string()), money.currency())),
            probability.unwrap_or_else(dash),
            state.close_date.map_or_else(dash, |day| day.to_string()),
        ]);
    }
    page.table(&rows)
}

fn committees(account: &AccountReview, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("BUYING ROLES", "采购角色"))?;
    let language = page.view.language;
    let titles =
        [("opportunity", "商机"), ("role", "角色"), ("reached", "达到"), ("required", "要求"), ("who", "人员")];
    let mut rows = vec![page.titles(&titles)];
    for opportunity in &account.opportunities {
        let Some(coverage) = &opportunity.coverage else { continue };
        for role in &coverage.roles {
            let mut who = role.holders.iter().map(|id| {
                let stance = coverage.person(id).and_then(|person| person.stance);
                format!("{} ({})", plain(id.as_str()), stance.map_or("?", |stance| stance.label(language)))
            });
            rows.push(vec![
                name_of(opportunity),
                role.role.label(language).to_owned(),
                role.reached.label(language).to_owned(),
                role.required.map_or("–", |level| level.label(language)).to_owned(),
                who.next().unwrap_or_else(|| "–".to_owned()),
            ]);
            // Everybody else in a line of their own.
            rows.extend(who.map(|who| [vec![String::new(); 4], vec![who]].concat()));
        }
    }
    page.table_with(&rows, 5)
}

fn purchases(account: &AccountReview, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("LOYALTY AND LIFECYCLE", "忠诚度与生命周期"))?;
    let loyalty = &account.loyalty.overall;
    let language = page.view.language;
    let sequence = loyalty.sequence.as_deref().map(|sequence| format!(" {sequence}")).unwrap_or_default();
    let text = format!("{}{sequence} ({})", loyalty.pattern.label(language), loyalty.basis.label(language));
    page.wrapped("  ", "    ", &text)?;
    page.wrapped("  ", "    ", account.lifecycle.phase.label(language))?;
    for reason in loyalty.reasons.iter().chain(&account.lifecycle.reasons) {
        page.wrapped("    ", "    ", &plain(&reason.message))?;
    }
    Ok(())
}

fn signals(account: &AccountReview, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("HIGH-RISK SIGNALS", "高危信号"))?;
    let language = page.view.language;
    for signal in &account.signals.signals {
        let since = signal.since.map(|day| format!(" ({} {day})", page.say("since", "自"))).unwrap_or_default();
        let line = format!("{}: {}{since}", signal.kind.label(language), signal.state.label(language));
        page.wrapped("  ", "    ", &line)?;
        for reason in &signal.reasons {
            page.wrapped("      ", "      ", &plain(&reason.message))?;
        }
    }
    Ok(())
}

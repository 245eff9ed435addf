//! The portfolio: forecast, receipt, what needs attention, lifecycle.

use std::io;

use keyaccount::{ForecastRow, ForecastSummary, PortfolioReview, Review};

use crate::page::{Page, grouped, plain};

pub(crate) fn print(review: &Review, page: &mut Page<'_>) -> io::Result<()> {
    let portfolio = &review.portfolio;
    let title = page.say("KEY ACCOUNT REVIEW", "大客户评审");
    page.title(&title, review.as_of, &review.playbook_name, &review.playbook)?;
    forecast(&portfolio.forecast, page)?;
    attention(portfolio, page)
}

fn forecast(summary: &ForecastSummary, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&format!("{} ({})", page.say("FORECAST", "销售预测"), summary.reporting_currency))?;
    let mut rows = vec![header(page, &page.say("fiscal quarter", "财季"))];
    rows.extend(summary.by_quarter.iter().map(|row| cells(row.quarter.to_string(), &row.amounts)));
    rows.push(cells(page.say("all", "合计"), &summary.amounts));
    page.table(&rows)?;
    page.line("")?;
    let mut rows = vec![header(page, &page.say("owner", "负责人"))];
    for row in &summary.by_owner {
        let owner = row.owner.as_ref().map_or_else(|| page.say("nobody", "无"), |owner| plain(owner.as_str()));
        rows.push(cells(owner, &row.amounts));
    }
    page.table(&rows)?;
    if summary.by_currency.len() > 1 {
        page.line("")?;
        let mut rows = vec![header(page, &page.say("own currency", "原币种"))];
        rows.extend(summary.by_currency.iter().map(|row| cells(row.currency.to_string(), &row.amounts)));
        page.table(&rows)?;
    }
    receipt(summary, page)
}

fn header(page: &Page<'_>, first: &str) -> Vec<String> {
    let titles =
        [("open", "进行中"), ("total", "总额"), ("weighted", "加权"), ("booked", "已签约"), ("realised", "已回款")];
    std::iter::once(first.to_owned()).chain(page.titles(&titles)).collect()
}

fn cells(name: String, row: &ForecastRow) -> Vec<String> {
    let amount = |deals: usize, sum: String| if deals == 0 { "–".to_owned() } else { grouped(&sum) };
    vec![
        name,
        row.open.deals.to_string(),
        amount(row.open.deals, row.open.total.to_string()),
        amount(row.open.deals, row.open.weighted.to_string()),
        amount(row.booked.deals, row.booked.total.to_string()),
        amount(row.realised.deals, row.realised.total.to_string()),
    ]
}

fn receipt(summary: &ForecastSummary, page: &mut Page<'_>) -> io::Result<()> {
    let receipt = &summary.receipt;
    let (priced, lost, parked, overdue) = (receipt.priced, receipt.lost, receipt.parked, receipt.overdue);
    let whole = priced.saturating_add(receipt.unpriced);
    let english = format!(
        "{priced} of {whole} open, booked and realised opportunities are priced; {lost} lost; {parked} parked; \
         {overdue} past their close date."
    );
    let chinese = format!(
        "进行中、已签约、已回款商机 {whole} 个，已计价 {priced} 个；丢单 {lost}；搁置 {parked}；签约日已过 {overdue}。"
    );
    let text = page.say(&english, &chinese);
    page.line("")?;
    page.wrapped("  ", "  ", &text)?;
    let causes: Vec<String> = receipt
        .causes
        .iter()
        .map(|cause| format!("{} × {}", cause.deals, cause.cause.label(page.view.language)))
        .collect();
    if causes.is_empty() {
        return Ok(());
    }
    page.wrapped("  ", "  ", &format!("{}: {}", page.say("Not in the sums", "未计入"), causes.join(", ")))
}

fn attention(portfolio: &PortfolioReview, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("ATTENTION", "需要关注"))?;
    for count in portfolio.by_severity.iter().filter(|count| count.findings > 0) {
        let severity = page.severity(count.severity);
        let noun = if count.accounts == 1 { "account" } else { "accounts" };
        let (findings, accounts) = (count.findings, count.accounts);
        let text =
            page.say(&format!("{findings:>3} in {accounts} {noun}"), &format!("{findings:>3} 项，{accounts} 个客户"));
        page.line(&format!("  {severity}  {text}"))?;
    }
    let language = page.view.language;
    let raised: Vec<String> = portfolio
        .by_signal
        .iter()
        .filter(|count| count.raised > 0)
        .map(|count| format!("{} × {}", count.raised, count.signal.label(language)))
        .collect();
    if !raised.is_empty() {
        page.wrapped("  ", "    ", &format!("{}: {}", page.say("Signals", "高危信号"), raised.join("; ")))?;
    }
    let phases: Vec<String> = portfolio
        .by_phase
        .iter()
        .filter(|count| count.accounts > 0)
        .map(|count| format!("{} {}", count.accounts, count.phase.label(language)))
        .collect();
    page.wrapped("  ", "    ", &format!("{}: {}", page.say("Lifecycle", "生命周期"), phases.join(", ")))
}

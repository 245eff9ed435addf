//! One account: its orders, its wallet, and what it may buy next; in short, or with the reasons of every verdict.

use std::io;

use keyaccount::{
    AccountCrossSell, CategorySuggestion, CurrencySum, Estimate, EstimatedWallet, LoyaltyVerdict, NextOrders, Reason,
    ReplacedBy, SilenceFinding, SpendTrend, StoppedBuying, Supplier, TrajectoryVerdict,
};
use rust_decimal::Decimal;

use super::{AccountStanding, LoyaltyReview, key_accounts, lifetime};
use crate::names::{Names, or_dash, percent, whole};
use crate::page::{Page, padded, plain};

/// Columns of a label, and of what stands before it.
const LABEL: usize = 12;
const INDENT: &str = "    ";
/// Most things of a kind that are told in short.
const MOST: usize = 2;

pub(super) fn in_short(one: &AccountStanding, review: &LoyaltyReview, page: &mut Page<'_>) -> io::Result<()> {
    page.line("")?;
    title(one, review, page)?;
    facts(one, review, page)
}

/// The account's name; its phase, pattern and rank.
fn title(one: &AccountStanding, review: &LoyaltyReview, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    let name = page.strong(&plain(one.name.as_str()));
    page.line(&format!("  {name}  {}", page.faint(&plain(one.account.as_str()))))?;
    let lifecycle = &one.lifecycle;
    let earlier = if lifecycle.since_or_earlier { page.say(" or earlier", "或更早") } else { String::new() };
    let mut about = vec![
        format!("{} ({} {}{earlier})", lifecycle.phase.label(language), page.say("since", "自"), lifecycle.since),
        format!("{} {}", page.say("loyalty", "忠诚度"), one.loyalty.overall.pattern.label(language)),
    ];
    about.extend(review.key_accounts.accounts.iter().find(|key| key.account == one.account).map(|key| {
        let tier = key.tier.as_ref().map(|tier| format!(", {} {}", page.say("tier", "等级"), plain(tier.as_str())));
        format!("{}{}", key.standing.label(language), tier.unwrap_or_default())
    }));
    about.extend(
        review
            .segments
            .accounts
            .iter()
            .find(|scored| scored.account == one.account)
            .map(|scored| format!("{} {}", scored.segment.label(language), scored.code)),
    );
    page.wrapped(INDENT, INDENT, &about.join(" · "))
}

fn facts(one: &AccountStanding, review: &LoyaltyReview, page: &mut Page<'_>) -> io::Result<()> {
    let trajectory = &one.trajectory;
    if trajectory.rhythm.occasions > 0 {
        let text = rhythm(trajectory, page);
        fact(("rhythm", "节奏"), &text, page)?;
        let text = silence(&trajectory.silence, page);
        fact(("silence", "沉默"), &text, page)?;
        let text = next(&trajectory.next_orders, page);
        fact(("next order", "下次订货"), &text, page)?;
        let text = trend(&trajectory.trend, page);
        fact(("trend", "趋势"), &text, page)?;
    }
    for stopped in trajectory.stopped_products.iter().take(most(page)) {
        let text = self::stopped(stopped, page);
        fact(("stopped", "停购"), &text, page)?;
    }
    page.and_more(trajectory.stopped_product_count.saturating_sub(trajectory.stopped_products.len().min(most(page))))?;
    wallet(&one.loyalty, page)?;
    satisfaction(&one.loyalty, page)?;
    switching(&one.loyalty, page)?;
    match review.cross_sell.accounts.iter().find(|row| row.account == one.account) {
        Some(row) => suggestions(row, page),
        None => Ok(()),
    }
}

fn most(page: &Page<'_>) -> usize {
    if page.view.all || page.view.account.is_some() { usize::MAX } else { MOST }
}

/// A fact under its label.
fn fact((english, chinese): (&str, &str), text: &str, page: &mut Page<'_>) -> io::Result<()> {
    let label = padded(&page.say(english, chinese), LABEL);
    let further = format!("{INDENT}{}", " ".repeat(LABEL));
    page.wrapped(&format!("{INDENT}{}", page.faint(&label)), &further, text)
}

fn rhythm(trajectory: &TrajectoryVerdict, page: &Page<'_>) -> String {
    let language = page.view.language;
    let occasions = trajectory.rhythm.occasions;
    let english = counted(occasions, "order day");
    let mut parts = vec![page.say(&english, &format!("{occasions} 个订货日"))];
    if let Some(cadence) = &trajectory.rhythm.cadence {
        let (median, spread) = (rounded(cadence.median_interval_days.value()), rounded(cadence.spread_days.value()));
        parts.push(page.say(&format!("every {median} days ± {spread}"), &format!("每 {median} 天 ± {spread}")));
    }
    parts.extend(trajectory.rhythm.no_cadence.map(|cause| cause.label(language).to_owned()));
    if let Some(regularity) = &trajectory.regularity {
        let few = if regularity.few_intervals { page.say(", few intervals", "，间隔较少") } else { String::new() };
        let shape = rounded(regularity.shape.value());
        let shape = page.say(&format!("shape {shape}"), &format!("形状参数 {shape}"));
        parts.push(format!("{} ({shape}{few})", regularity.kind.label(language)));
    }
    parts.push(trajectory.season.state.label(language).to_owned());
    parts.join(" · ")
}

fn silence(finding: &SilenceFinding, page: &Page<'_>) -> String {
    let state = finding.state.label(page.view.language);
    let days = or_dash(finding.days);
    let english = or_dash(finding.days.map(|days| counted(days, "day")));
    let mut text = page.say(&format!("{english}, {state}"), &format!("{days} 天，{state}"));
    if let Some(probability) = finding.probability {
        let probability = share(probability);
        text.push_str(&page.say(
            &format!("; an interval is as long with a chance of {probability}"),
            &format!("；间隔达到此长度的概率 {probability}"),
        ));
    }
    if let Some(day) = finding.overdue_from {
        text.push_str(&page.say(&format!("; overdue from {day}"), &format!("；{day} 起逾期")));
    }
    text
}

fn next(orders: &NextOrders, page: &Page<'_>) -> String {
    if let Some(cause) = orders.none {
        return page.say("not told: ", "无法预测：") + cause.label(page.view.language);
    }
    let Some(first) = orders.orders.first() else { return "–".to_owned() };
    let mut text = format!("{} ({} – {})", first.expected, first.earliest, first.latest);
    if let Some(amount) = &orders.amount {
        let (low, high) = (whole(&amount.low.amount), whole(&amount.high.amount));
        text.push_str(&format!(" · {} ({low} – {high})", sum(&amount.median)));
    }
    text
}

fn trend(trend: &SpendTrend, page: &Page<'_>) -> String {
    let language = page.view.language;
    let mut text = trend.direction.label(language).to_owned();
    if let Some(cause) = trend.none {
        text.push_str(&page.say(&format!(": {}", cause.label(language)), &format!("：{}", cause.label(language))));
    }
    if let Some(slope) = &trend.slope {
        let (middle, low, high) = (signed(&slope.per_year), signed(&slope.low), signed(&slope.high));
        let currency = slope.per_year.currency;
        let probability = share(slope.probability);
        text.push_str(&page.say(
            &format!(": {middle} {currency} a year ({low} to {high}), by chance {probability}"),
            &format!("：每年 {middle} {currency}（{low} 至 {high}），偶然概率 {probability}"),
        ));
    }
    text
}

fn stopped(one: &StoppedBuying, page: &Page<'_>) -> String {
    let product = or_dash(one.product.as_ref().or(one.category.as_ref()).map(|label| plain(label.as_str())));
    let last = one.last;
    let worth = one
        .worth_per_year
        .as_ref()
        .map(|worth| page.say(&format!(" · {} a year", sum(worth)), &format!(" · 每年 {}", sum(worth))));
    let instead = match &one.replaced_by {
        ReplacedBy::OurProduct { product, .. } => {
            let product = plain(product.as_str());
            page.say(&format!("replaced by our {product}"), &format!("由我方 {product} 替代"))
        }
        ReplacedBy::Competitor { name, product, .. } => {
            let product = product.as_ref().map(|product| format!(" ({})", plain(product.as_str())));
            let who = format!("{}{}", plain(name.as_str()), product.unwrap_or_default());
            page.say(&format!("gone to {who}"), &format!("转向 {who}"))
        }
        _ => page.say("replaced by nothing we know of", "去向未知"),
    };
    let confidence = one.confidence.label(page.view.language);
    let text = page.say(
        &format!("{product}, last {last}; {instead} (confidence {confidence})"),
        &format!("{product}，最近 {last}；{instead}（置信度{confidence}）"),
    );
    format!("{text}{}", worth.unwrap_or_default())
}

fn wallet(loyalty: &LoyaltyVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    let wallet = &loyalty.wallet;
    let mut parts =
        vec![format!("{} ({})", percent(wallet.share.map(|share| share.value())), wallet.basis.label(language))];
    if wallet.share.is_some() {
        let label = page.say("trend ", "趋势");
        parts.push(format!("{label}{}", wallet.trend.label(language)));
    }
    parts.extend(
        wallet
            .not_ours
            .as_ref()
            .map(|rest| page.say(&format!("{} go elsewhere", sum(rest)), &format!("{} 流向他家", sum(rest)))),
    );
    fact(("wallet", "钱包份额"), &parts.join(" · "), page)?;
    for estimate in wallet.estimates.iter().filter(|estimate| estimate.contradicted || estimate.outdated) {
        let text = doubt(estimate, page);
        fact(("", ""), &text, page)?;
    }
    Ok(())
}

/// An estimate that facts contradict, or of long ago.
fn doubt(estimate: &EstimatedWallet, page: &Page<'_>) -> String {
    let (on, per_year) = (estimate.on, sum(&CurrencySum::from(estimate.per_year)));
    if estimate.contradicted {
        let known = or_dash(estimate.known_spend.as_ref().or(estimate.our_spend.as_ref()).map(sum));
        return page.say(
            &format!("the estimate of {on}, {per_year} a year, is contradicted: {known} is known to be spent"),
            &format!("{on} 的估计（每年 {per_year}）与事实矛盾：已知支出 {known}"),
        );
    }
    page.say(
        &format!("the estimate of {on}, {per_year} a year, is too old"),
        &format!("{on} 的估计（每年 {per_year}）已过时"),
    )
}

fn satisfaction(loyalty: &LoyaltyVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let Some(recent) = loyalty.satisfaction.recent.as_ref() else { return Ok(()) };
    let trend = loyalty.satisfaction.trend.label(page.view.language);
    let (answers, median) = (recent.answers, recent.median);
    let (satisfied, dissatisfied) = (recent.satisfied, recent.dissatisfied);
    let text = page.say(
        &format!(
            "median {median} of {}; {satisfied} satisfied, {dissatisfied} dissatisfied; trend {trend}",
            counted(answers, "answer")
        ),
        &format!("{answers} 份回答，中位数 {median}；满意 {satisfied}，不满意 {dissatisfied}；趋势{trend}"),
    );
    fact(("satisfied", "满意度"), &text, page)
}

fn switching(loyalty: &LoyaltyVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    for cost in loyalty.switching_costs.kinds.iter().filter(|cost| cost.on.is_some()) {
        let level = cost.level.map_or_else(|| page.say("unknown", "未知"), |level| level.label(language).to_owned());
        let before = cost.level_before.map(|before| {
            let before = before.label(language);
            page.say(&format!(" (before: {before})"), &format!("（此前：{before}）"))
        });
        let note = cost.note.as_ref().map(|note| format!(" · {}", plain(note.as_str()))).unwrap_or_default();
        let text = format!("{} {level}{}{note}", cost.kind.label(language), before.unwrap_or_default());
        fact(("keeps it", "转换成本"), &text, page)?;
    }
    Ok(())
}

fn suggestions(row: &AccountCrossSell, page: &mut Page<'_>) -> io::Result<()> {
    if let Some(cause) = row.no_comparables {
        let text = page.say("not told: ", "无法判断：") + cause.label(page.view.language);
        return fact(("cross-sell", "交叉销售"), &text, page);
    }
    for suggestion in row.suggestions.iter().take(most(page)) {
        let text = suggested(suggestion, page);
        fact(("cross-sell", "交叉销售"), &text, page)?;
    }
    page.and_more(row.suggestion_count.saturating_sub(row.suggestions.len().min(most(page))))
}

fn suggested(one: &CategorySuggestion, page: &Page<'_>) -> String {
    let kind = one.kind.label(page.view.language);
    let category = plain(one.category.as_str());
    let (buyers, comparables) = (one.buyers, one.comparables);
    let (low, high) = (share(one.share_low), share(one.share_high));
    let text = page.say(
        &format!("{category} ({kind}): {buyers} of {comparables} comparable accounts buy it ({low} – {high})"),
        &format!("{category}（{kind}）：{comparables} 个可比客户中 {buyers} 个购买（{low} – {high}）"),
    );
    let worth = one
        .median_spend_per_year
        .as_ref()
        .map(|worth| page.say(&format!(", for {} a year", sum(worth)), &format!("，年金额 {}", sum(worth))));
    let rival = one.competitor.as_ref().map(|rival| format!(" · {}", plain(rival.as_str())));
    format!("{text}{}{}", worth.unwrap_or_default(), rival.unwrap_or_default())
}

/// Everything known of one account: what is told in short, and the reasons of each verdict.
pub(super) fn in_full(
    one: &AccountStanding,
    review: &LoyaltyReview,
    names: Names<'_>,
    page: &mut Page<'_>,
) -> io::Result<()> {
    let language = page.view.language;
    page.line("")?;
    title(one, review, page)?;
    facts(one, review, page)?;
    page.heading(&page.say("PHASES SO FAR", "历史阶段"))?;
    for span in &one.history.spans {
        let (from, to, phase) = (span.from, span.to, span.phase.label(language));
        page.line(&format!("  {from} – {to}  {}", page.strong(phase)))?;
        page.wrapped("    ", "    ", &plain(&span.reason.message))?;
    }
    page.heading(&page.say("LOYALTY", "忠诚度"))?;
    let overall = &one.loyalty.overall;
    let sequence = overall.sequence.as_ref().map(|sequence| format!(" {}", plain(sequence))).unwrap_or_default();
    let pattern = format!("{}{sequence} ({})", overall.pattern.label(language), overall.basis.label(language));
    page.wrapped("  ", "    ", &pattern)?;
    let legend =
        overall.legend.iter().map(|letter| format!("{} = {}", letter.letter, supplier(&letter.supplier, page)));
    let legend: Vec<String> = legend.collect();
    if !legend.is_empty() {
        page.wrapped("  ", "    ", &page.list(&legend))?;
    }
    reasons(&overall.reasons, page)?;
    page.heading(&page.say("ORDERS", "订货轨迹"))?;
    reasons(&one.trajectory.reasons, page)?;
    one.trajectory.stopped_products.iter().try_for_each(|stopped| reasons(&stopped.reasons, page))?;
    page.heading(&page.say("WALLET, SATISFACTION, WHAT KEEPS IT", "钱包、满意度与转换成本"))?;
    let loyalty = &one.loyalty;
    for part in [&loyalty.wallet.reasons, &loyalty.satisfaction.reasons, &loyalty.switching_costs.reasons] {
        reasons(part, page)?;
    }
    if let Some(key) = review.key_accounts.accounts.iter().find(|key| key.account == one.account) {
        key_accounts::in_full(key, page)?;
    }
    let judged = review.lifetime_if.as_ref().unwrap_or(&review.lifetime);
    if let Some(judged) = judged.accounts.iter().find(|judged| judged.account == one.account) {
        lifetime::in_full(judged, page)?;
    }
    let Some(row) = review.cross_sell.accounts.iter().find(|row| row.account == one.account) else { return Ok(()) };
    page.heading(&page.say("COMPARABLE ACCOUNTS", "可比客户"))?;
    let others: Vec<String> = row.compared_with.iter().map(|id| names.account(id)).collect();
    if !others.is_empty() {
        page.wrapped("  ", "    ", &page.list(&others))?;
    }
    reasons(&row.reasons, page)
}

fn supplier(supplier: &Supplier, page: &Page<'_>) -> String {
    match supplier {
        Supplier::Us {} => page.say("us", "我方"),
        Supplier::Competitor { name } => plain(name.as_str()),
    }
}

fn reasons(reasons: &[Reason], page: &mut Page<'_>) -> io::Result<()> {
    reasons.iter().try_for_each(|reason| page.wrapped("  ", "    ", &plain(&reason.message)))
}

/// A count with its English noun.
fn counted(count: impl ToString, noun: &str) -> String {
    let count = count.to_string();
    let plural = if count == "1" { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

fn rounded(value: Decimal) -> String {
    value.round_dp(1).normalize().to_string()
}

fn share(value: Estimate) -> String {
    percent(Some(value.value()))
}

fn sum(sum: &CurrencySum) -> String {
    format!("{} {}", whole(&sum.amount), sum.currency)
}

fn signed(sum: &CurrencySum) -> String {
    let text = whole(&sum.amount);
    if text.starts_with('-') || text == "0" { text } else { format!("+{text}") }
}

//! What the accounts bring: segments by recency, frequency and money, and how few bring how much.

use std::io;

use keyaccount::{ConcentrationVerdict, Ratio, RfmVerdict};

use crate::names::{Names, amount, or_dash, percent, whole};
use crate::page::{Page, plain};
use crate::pipeline::{more, most_rows};

/// The segments with who is in them.
pub(super) fn segments(verdict: &RfmVerdict, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    let method = verdict.method.label(language);
    page.heading(&format!("{} ({method})", page.say("RECENCY, FREQUENCY, MONEY", "最近购买、频率与金额")))?;
    let mut rows = vec![page.titles(&[
        ("segment", "客户群"),
        ("accounts", "客户数"),
        ("of accounts", "客户占比"),
        ("money", "金额"),
        ("of money", "金额占比"),
    ])];
    let known = verdict.segments.iter().filter(|segment| segment.accounts > 0);
    rows.extend(known.clone().map(|segment| {
        vec![
            segment.segment.label(language).to_owned(),
            segment.accounts.to_string(),
            percent(segment.share_of_accounts.map(|share| share.value())),
            format!("{} {}", whole(&segment.money.amount), segment.money.currency),
            percent(segment.share_of_money.map(|share| share.value())),
        ]
    }));
    page.table(&rows)?;
    for segment in known {
        let of_segment = verdict.accounts.iter().filter(|account| account.segment == segment.segment);
        let who: Vec<String> =
            of_segment.map(|account| format!("{} {}", names.account(&account.account), account.code)).collect();
        let label = page.strong(segment.segment.label(language));
        page.wrapped("  ", "    ", &format!("{label}: {}", page.list(&who)))?;
    }
    let prospects: Vec<String> = verdict.prospects.iter().map(|id| names.account(id)).collect();
    if prospects.is_empty() {
        return Ok(());
    }
    let label = page.strong(&page.say("no order yet", "尚无订单"));
    page.wrapped("  ", "    ", &format!("{label}: {}", page.list(&prospects)))
}

/// How unequal the accounts are, and the largest of them.
pub(super) fn concentration(verdict: &ConcentrationVerdict, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&format!("{} ({})", page.say("CONCENTRATION", "集中度"), verdict.reporting_currency))?;
    let share = |value: keyaccount::Estimate| value.value();
    let gini = or_dash(verdict.gini.map(|gini| gini.value().round_dp(2)));
    let corrected = or_dash(verdict.gini_corrected.map(|gini| gini.value().round_dp(2)));
    let equal = or_dash(verdict.equal_accounts.map(|ratio| Ratio::value(ratio).round_dp(1)));
    let (top, target) = (percent(Some(verdict.top.share_of_accounts.value())), &verdict.reach.share_of_money);
    let top_money = percent(verdict.top.share_of_money.map(share));
    let target = percent(Some(target.value()));
    let accounts = or_dash(verdict.reach.accounts);
    let of_accounts = percent(verdict.reach.share_of_accounts.map(share));
    let english = format!(
        "The top {top} of the accounts bring {top_money} of the money; {target} of it comes from {accounts} accounts \
         ({of_accounts}). Gini {gini}, for so few accounts {corrected}; as concentrated as {equal} equal accounts."
    );
    let chinese = format!(
        "前 {top} 的客户贡献 {top_money} 的金额；{target} 的金额来自 {accounts} 个客户（{of_accounts}）。基尼系数 {gini}，按客户数\
         修正后 {corrected}；相当于 {equal} 个规模相同的客户。"
    );
    page.wrapped("  ", "  ", &page.say(&english, &chinese))?;
    let mut rows = vec![page.titles(&[("account", "客户"), ("money", "金额"), ("share", "占比"), ("so far", "累计")])];
    rows.extend(verdict.holders.iter().take(most_rows(page)).map(|holder| {
        vec![
            names.account(&holder.account),
            whole(&holder.money.amount),
            percent(holder.share.map(share)),
            percent(holder.cumulative_share.map(share)),
        ]
    }));
    page.table(&rows)?;
    more(verdict.holders.len(), page)
}

/// Orders that are in no sum of money.
pub(super) fn without_price(verdict: &RfmVerdict, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    if verdict.unpriced.is_empty() {
        return Ok(());
    }
    let heading = page.say("ORDERS IN NO SUM OF MONEY", "未计入金额的订单");
    page.heading(&format!("{heading} ({})", verdict.unpriced.len()))?;
    for order in verdict.unpriced.iter().take(most_rows(page)) {
        let cause = order.cause.label(page.view.language);
        let own = order.amount.map(|money| format!(", {} {}", amount(money.amount()), money.currency()));
        let own = own.unwrap_or_default();
        let text = format!("{} · {} · {}: {cause}{own}", order.on, names.account(&order.account), order.purchase);
        page.wrapped("  ", "    ", &plain(&text))?;
    }
    more(verdict.unpriced.len(), page)
}

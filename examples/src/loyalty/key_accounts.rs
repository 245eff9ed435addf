//! Key accounts: their kinds and tiers, by the rules or by a person's judgement.

use std::io;

use keyaccount::{KeyAccount, KeyAccountsVerdict, KeyFindingState, KeyStanding};

use crate::names::{Names, or_dash, percent, whole};
use crate::page::{Page, plain};

pub(super) fn print(verdict: &KeyAccountsVerdict, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&format!("{} ({})", page.say("KEY ACCOUNTS", "大客户"), verdict.currency))?;
    let mut rows = vec![page.titles(&[
        ("account", "客户"),
        ("standing", "认定"),
        ("kind", "类型"),
        ("tier", "等级"),
        ("a year", "年采购额"),
        ("potential", "潜力"),
    ])];
    rows.extend(verdict.accounts.iter().map(|account| row(account, names, page)));
    page.table_with(&rows, 4)?;
    let tiers = verdict.tiers.iter().map(|tier| {
        let name = tier.tier.as_ref().map_or_else(|| page.say("no tier", "未分级"), |tier| plain(tier.as_str()));
        format!("{name} {} ({})", tier.accounts, percent(tier.share_of_value.map(|share| share.value())))
    });
    let tiers: Vec<String> = tiers.collect();
    page.wrapped("  ", "    ", &format!("{}: {}", page.say("Tiers", "等级"), page.list(&tiers)))?;
    if verdict.accounts.iter().any(|account| account.is_judged) {
        page.wrapped("  ", "  ", &page.say("* as a person judges:", "* 由人工判定："))?;
    }
    for account in verdict.accounts.iter().filter(|account| account.is_judged) {
        let of_kinds = account.kinds.iter().flat_map(|kind| &kind.reasons);
        for reason in account.reasons.iter().chain(of_kinds).filter(|reason| reason.rule == "judged") {
            page.wrapped(
                "    ",
                "      ",
                &format!("{}: {}", names.account(&account.account), plain(&reason.message)),
            )?;
        }
    }
    Ok(())
}

fn row(account: &KeyAccount, names: Names<'_>, page: &Page<'_>) -> Vec<String> {
    let language = page.view.language;
    let judged = if account.is_judged { "*" } else { "" };
    let at_least = if account.value_at_least { "≥ " } else { "" };
    vec![
        format!("{}{judged}", names.account(&account.account)),
        standing(account.standing, page),
        or_dash(account.primary_kind.map(|kind| kind.label(language))),
        or_dash(account.tier.as_ref().map(|tier| plain(tier.as_str()))),
        or_dash(account.value.as_ref().map(|sum| format!("{at_least}{}", whole(&sum.amount)))),
        or_dash(account.potential.as_ref().map(|sum| whole(&sum.amount))),
    ]
}

/// A column's word: the account is named beside it.
fn standing(standing: KeyStanding, page: &Page<'_>) -> String {
    match standing {
        KeyStanding::Key => page.say("key", "大客户"),
        KeyStanding::Ordinary => page.say("ordinary", "普通"),
        other => other.label(page.view.language).to_owned(),
    }
}

/// What was found of an account: criteria, kinds, tier.
pub(super) fn in_full(account: &KeyAccount, page: &mut Page<'_>) -> io::Result<()> {
    let language = page.view.language;
    page.heading(&page.say("KEY ACCOUNT", "大客户认定"))?;
    let tier = or_dash(account.tier.as_ref().map(|tier| plain(tier.as_str())));
    let line = [
        account.standing.label(language).to_owned(),
        format!("{} {tier}", page.say("tier", "等级")),
        format!("{} {}", page.say("value", "价值"), account.value_level.label(language)),
        format!("{} {}", page.say("potential", "潜力"), account.potential_level.label(language)),
    ];
    page.line(&format!("  {}", line.join(" · ")))?;
    for finding in &account.criteria {
        let (what, state) = (finding.criterion.label(language), finding.state.label(language));
        page.wrapped("  ", "    ", &format!("{what}: {state}; {}", plain(&finding.reason.message)))?;
    }
    for finding in account.kinds.iter().filter(|finding| finding.state == KeyFindingState::Met) {
        let reasons: Vec<String> = finding.reasons.iter().map(|reason| plain(&reason.message)).collect();
        page.wrapped("  ", "    ", &format!("{}: {}", finding.kind.label(language), reasons.join("; ")))?;
    }
    for reason in &account.reasons {
        page.wrapped("  ", "    ", &plain(&reason.message))?;
    }
    Ok(())
}

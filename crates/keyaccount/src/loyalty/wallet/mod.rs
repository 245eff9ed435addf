//! Share of wallet: how much of what an account buys is ours, and where that is going. Source: `[OCD]`, D10.
//!
//! Two things tell it, side by side and never mixed: competitors' purchases that we know of (`series.rs`), and estimates of
//! what the account spends in a year (`estimates.rs`). Where neither is known, it is unknown, not all.

mod chance;
mod estimates;
mod series;
mod verdict;

pub use verdict::{EstimatedWallet, WalletBasis, WalletPeriod, WalletSeries, WalletVerdict};

use self::estimates::estimated;
use self::series::series_of;
use super::occasions::dated_until;
use crate::facts::AccountBook;
use crate::lifecycle::TrendDirection;
use crate::playbook::{Playbook, WalletPolicy};
use crate::values::{CurrencySum, Date, Language};
use crate::verdict::{Comparison, Reason, Unit};

/// Tells the share of wallet of an account up to a day.
pub(super) fn wallet_of(account: &AccountBook, playbook: &Playbook, as_of: Date) -> WalletVerdict {
    let policy = &playbook.draft().wallet;
    let known = dated_until(&account.purchases, as_of);
    let purchases = series_of(&known, policy, as_of);
    let (estimates, mut reasons) = estimated(account, &known, policy, as_of);
    // An estimate knows of all suppliers; purchases only of those we heard of.
    let whole = estimates.iter().find(|wallet| wallet.category.is_none() && wallet.share.is_some() && !wallet.outdated);
    let mut verdict = WalletVerdict {
        basis: WalletBasis::OwnOrdersOnly,
        share: None,
        trend: TrendDirection::Unknown,
        not_ours: None,
        purchases: None,
        estimates: Vec::new(),
        reasons: Vec::new(),
    };
    if let Some(series) = &purchases {
        verdict.basis = WalletBasis::CompetitorPurchases;
        verdict.share = series.share;
        verdict.trend = series.direction;
        verdict.not_ours = series.not_ours.clone().filter(|_| series.share.is_some());
        reasons.push(told_by(series, policy));
        reasons.extend(uncontested(series));
    }
    if let Some(whole) = whole {
        verdict.basis = WalletBasis::Estimate;
        verdict.share = whole.share;
        verdict.not_ours.clone_from(&whole.not_ours);
        if verdict.trend == TrendDirection::Unknown {
            verdict.trend = whole.direction;
        }
    }
    if verdict.basis == WalletBasis::OwnOrdersOnly {
        let message =
            "neither a competitor's purchase nor a usable estimate of the wallet is known: our share of it is unknown";
        reasons.push(
            Reason::new("wallet_unknown", message).comparing(Comparison::unknown("share_of_wallet", Unit::Share)),
        );
    }
    if let Some(reason) = one_customer(&verdict) {
        reasons.insert(0, reason);
    }
    WalletVerdict { purchases, estimates, reasons, ..verdict }
}

/// What the account is thought to buy elsewhere in a year, by its estimates that are neither outdated nor contradicted:
/// that of the whole account, or else those of its categories. Empty where there is none.
pub(crate) fn bought_elsewhere(account: &AccountBook, playbook: &Playbook, as_of: Date) -> Vec<CurrencySum> {
    let known = dated_until(&account.purchases, as_of);
    let (estimates, _) = estimated(account, &known, &playbook.draft().wallet, as_of);
    let usable = || estimates.iter().filter(|wallet| !wallet.outdated);
    let rest = |wallet: &EstimatedWallet| wallet.not_ours.clone();
    match usable().find(|wallet| wallet.category.is_none()).and_then(rest) {
        Some(whole) => vec![whole],
        None => usable().filter(|wallet| wallet.category.is_some()).filter_map(rest).collect(),
    }
}

/// "Half a customer": how much of a customer the account is, and what would make it one.
fn one_customer(verdict: &WalletVerdict) -> Option<Reason> {
    let share = verdict.share?;
    let basis = match verdict.basis {
        WalletBasis::Estimate => "by an estimate",
        _ => "of the purchases known",
    };
    let rest = verdict.not_ours.as_ref();
    let rest = rest.map_or_else(String::new, |rest| format!("; {rest} a year are bought elsewhere"));
    let message = format!("{basis}, {share} of the wallet is ours: {share} of a customer{rest}");
    Some(Reason::new("share_of_wallet", message).comparing(Comparison::new("share_of_wallet", share, Unit::Share)))
}

/// What of our own sales is no part of the wallet.
fn uncontested(series: &WalletSeries) -> Option<Reason> {
    let count = series.uncontested_categories;
    let message = "categories in which no competitor's order is known are no part of the wallet: what is bought there \
                   elsewhere is unknown";
    (count > 0).then(|| {
        Reason::new("uncontested_categories", message).comparing(Comparison::new("categories", count, Unit::Count))
    })
}

/// What the periods show.
fn told_by(series: &WalletSeries, policy: &WalletPolicy) -> Reason {
    let message = match (series.direction, series.change) {
        (TrendDirection::Unknown, Some(change)) => {
            format!(
                "over {} periods of {} days our share moved by {change}, but chance alone may do that in so few: not told",
                series.judged_periods, series.period_days
            )
        }
        (_, None) => format!("{} period(s) with a known share are too few for a trend", series.judged_periods),
        (direction, Some(change)) => {
            let kind = if series.by_money { "money" } else { "orders" };
            format!(
                "by {kind}, over {} periods of {} days, our share moved by {change}: {}",
                series.judged_periods,
                series.period_days,
                direction.label(Language::En)
            )
        }
    };
    let mut reason = Reason::new("wallet_trend", message)
        .comparing(Comparison::new("periods", series.judged_periods, Unit::Count).against(series::FEWEST))
        .comparing(Comparison::new("pairs_that_rise", series.rising_pairs, Unit::Count))
        .comparing(Comparison::new("pairs_that_fall", series.falling_pairs, Unit::Count));
    if let Some(change) = series.change {
        reason = reason.comparing(Comparison::new("share_change", change, Unit::Share).against(policy.trend_change));
    }
    if let Some(chance) = series.chance {
        reason = reason.comparing(Comparison::new("chance", chance, Unit::Share).against(policy.trend_chance));
    }
    reason
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count days; an overflow fails the test")]
mod tests;

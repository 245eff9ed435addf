//! What we have of the wallet by estimates of it.
//!
//! What was spent with us in the 365 days up to a day is held against what the account is thought to spend in a year. Where
//! our first order is younger than that, what was spent since is brought to a year, once there are enough days of it. An
//! estimate that known purchases go beyond is contradicted by them: it is shown, and no share is told from it.

use std::collections::BTreeMap;

use super::verdict::EstimatedWallet;
use crate::facts::{AccountBook, FactKind, FactReference, Purchase, Supplier, WalletEstimate};
use crate::lifecycle::TrendDirection;
use crate::loyalty::occasions::{MoneySum, day_number};
use crate::loyalty::spend::YEAR;
use crate::playbook::WalletPolicy;
use crate::values::{Currency, CurrencySum, Date, EstimateChange, ExactSum, Label};
use crate::verdict::{Comparison, Reason, Unit};

/// The latest estimate of every category, that of the whole account first, with what is to be said about them.
pub(super) fn estimated(
    account: &AccountBook,
    known: &[&Purchase],
    policy: &WalletPolicy,
    as_of: Date,
) -> (Vec<EstimatedWallet>, Vec<Reason>) {
    let mut by_category: BTreeMap<Option<&Label>, Vec<&WalletEstimate>> = BTreeMap::new();
    for estimate in account.wallet_estimates.iter().filter(|estimate| estimate.on <= as_of) {
        by_category.entry(estimate.category.as_ref()).or_default().push(estimate);
    }
    let mut reasons = Vec::new();
    let mut wallets = Vec::new();
    for (category, mut estimates) in by_category {
        estimates.sort_by_key(|estimate| estimate.on);
        let Some((latest, earlier)) = estimates.split_last() else { continue };
        let purchases: Vec<&Purchase> = known
            .iter()
            .copied()
            .filter(|purchase| category.is_none() || purchase.category.as_ref() == category)
            .collect();
        let wallet = against(latest, earlier.last().copied(), &purchases, policy, as_of);
        reasons.extend(doubts(&wallet, latest, policy));
        wallets.push(wallet);
    }
    (wallets, reasons)
}

/// What was spent in a year.
struct Yearly {
    ours: ExactSum,
    /// What is known to be spent with all suppliers, in the same days; none where that is not known.
    all: Option<ExactSum>,
    days: i64,
}

/// What was spent in the year up to a day, in the estimate's currency; none where it is not known.
fn yearly(purchases: &[&Purchase], until: Date, currency: Currency, policy: &WalletPolicy) -> Option<Yearly> {
    let end = day_number(until);
    let mut first = None;
    let (mut ours, mut all) = (MoneySum::default(), MoneySum::default());
    for purchase in purchases.iter().filter(|purchase| purchase.on <= until) {
        let day = day_number(purchase.on);
        let is_ours = matches!(purchase.supplier, Supplier::Us {});
        if is_ours {
            first = first.or(Some(day));
        }
        if day > end.saturating_sub(YEAR) {
            all.add(purchase.amount);
            if is_ours {
                ours.add(purchase.amount);
            }
        }
    }
    // Who never bought from us has spent nothing with us.
    let days = first.map_or(YEAR, |first| end.saturating_sub(first).saturating_add(1).min(YEAR));
    if days < i64::from(policy.minimum_history_days).min(YEAR) {
        return None;
    }
    let in_currency = |sum: &MoneySum| {
        let units = sum.known().filter(|units| *units >= 0)?;
        let is_same = sum.currency.is_none_or(|known| known == currency);
        let (above, below) = (u128::try_from(YEAR).ok()?, u128::try_from(days).ok()?);
        let sum = ExactSum::of_units(units, 4);
        // A whole year is exact; a part of one is brought to a year and rounded.
        let year = if days == YEAR { Some(sum) } else { sum.times_fraction(above, below, currency) };
        year.filter(|_| is_same)
    };
    // Competitors' purchases are not as old as ours have to be: of a part of a year they tell nothing sure.
    let all = if days == YEAR { in_currency(&all) } else { None };
    Some(Yearly { ours: in_currency(&ours)?, all, days })
}

fn against(
    latest: &WalletEstimate,
    before: Option<&WalletEstimate>,
    purchases: &[&Purchase],
    policy: &WalletPolicy,
    as_of: Date,
) -> EstimatedWallet {
    let currency = latest.per_year.currency();
    let wallet = |estimate: &WalletEstimate| ExactSum::product(&[estimate.per_year.amount()]);
    let year = yearly(purchases, as_of, currency, policy);
    let size = wallet(latest);
    let contradicted =
        year.as_ref().is_some_and(|year| year.ours > size || year.all.as_ref().is_some_and(|all| *all > size));
    let share = year.as_ref().and_then(|year| year.ours.share_of(&size)).filter(|_| !contradicted);
    let share_before = before.and_then(|before| {
        let year = yearly(purchases, before.on, before.per_year.currency(), policy)?;
        year.ours.share_of(&wallet(before))
    });
    let change = share.zip(share_before).map(|(share, before)| EstimateChange::between_shares(before, share));
    let direction = change.map_or(TrendDirection::Unknown, |change| {
        let is_large = change.value().abs() >= policy.trend_change.value();
        match is_large {
            true if change.value().is_sign_positive() => TrendDirection::Up,
            true => TrendDirection::Down,
            false => TrendDirection::Steady,
        }
    });
    let not_ours = year.as_ref().filter(|_| share.is_some()).map(|year| {
        let mut rest = size.clone();
        rest.subtract(&year.ours);
        CurrencySum::new(&rest, currency)
    });
    EstimatedWallet {
        category: latest.category.clone(),
        on: latest.on,
        per_year: latest.per_year,
        our_spend: year.as_ref().map(|year| CurrencySum::new(&year.ours, currency)),
        known_spend: year.as_ref().and_then(|year| year.all.as_ref()).map(|all| CurrencySum::new(all, currency)),
        spend_days: year.as_ref().and_then(|year| u32::try_from(year.days).ok()),
        share,
        not_ours,
        contradicted,
        spend_over_estimate: year.as_ref().and_then(|year| year.ours.ratio_to(&size)),
        outdated: as_of.days_since(latest.on) > i64::from(policy.estimate_days),
        estimated_before: before.map(|before| before.on),
        share_before,
        change,
        direction,
    }
}

/// What speaks against an estimate.
fn doubts(wallet: &EstimatedWallet, estimate: &WalletEstimate, policy: &WalletPolicy) -> Vec<Reason> {
    let about = wallet.category.as_ref().map_or_else(String::new, |category| format!(" of `{category}`"));
    let named = match &wallet.category {
        None => format!("{} {}", estimate.account, estimate.on),
        Some(category) => format!("{} {} {category}", estimate.account, estimate.on),
    };
    let fact = FactReference::new(FactKind::WalletEstimate, named);
    let mut reasons = Vec::new();
    if wallet.contradicted {
        let known = wallet.known_spend.as_ref().or(wallet.our_spend.as_ref());
        let message = format!("the estimate{about} is contradicted: more is known to be spent");
        let spent = match known {
            Some(known) => Comparison::new("spent_in_a_year", known, Unit::Money),
            None => Comparison::unknown("spent_in_a_year", Unit::Money),
        };
        let compared = spent.against(wallet.per_year);
        reasons.push(Reason::new("estimate_contradicted", message).comparing(compared).citing([fact.clone()]));
    }
    if wallet.outdated {
        let message = format!("the estimate{about} is of {}, too long ago to tell today's share", wallet.on);
        let made = Comparison::new("estimated_on", wallet.on, Unit::Date);
        let limit = Comparison::new("estimate_days", policy.estimate_days, Unit::Days);
        reasons.push(Reason::new("estimate_outdated", message).comparing(made).comparing(limit).citing([fact.clone()]));
    }
    if wallet.our_spend.is_none() {
        let message = format!(
            "what is spent with us in a year{about} is not known in the estimate's currency: amounts are missing or in \
             other currencies, returns outweigh orders, or there are too few days of orders"
        );
        reasons.push(Reason::new("spend_unknown", message).citing([fact]));
    }
    reasons
}

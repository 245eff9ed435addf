//! Classifies the accounts of a book.

use std::collections::BTreeMap;

use super::criteria::{Measures, criteria};
use super::kinds::{kinds, name, primary};
use super::levels::{Scale, sum};
use super::standing::{Standing, medians};
use super::verdict::{CriterionFinding, KeyAccount, KeyAccountsVerdict, KeyFindingState, KeyStanding, TierSummary};
use crate::facts::{AccountBook, Book, FactKind, FactReference, KeyAccountJudgement};
use crate::playbook::{AccountLevel, Playbook};
use crate::values::{AccountId, Date, ExactSum, Label, Language, Share};
use crate::verdict::{Comparison, Reason, Unit};

/// Says of every account of a book whether it is a key account, of which kinds, and in which tier. Source: `[KRM]`,
/// `[CCA]`, `[OCD]`, D19.
///
/// - **Key against ordinary**: a complex decision (the committee of one opportunity), a large sum (spent in a year, or one
///   opportunity), many people; so many of the three as the playbook asks for make a key account. Where what is not known
///   could decide, it is undetermined.
/// - **Kinds**: economic (volume, frequency), important (industry), group (parent or parts in the book), strategic
///   (potential, or rivals at work there). An account may be of several; the first in this order is the primary one.
/// - **Tiers**: by value (what it spent with us in the 365 days up to `as_of`, exact, returns netted, in the reporting
///   currency) and potential (what it is thought to buy elsewhere, or else its open opportunities), by the playbook's grid.
///   Both levels are told on one scale: that of what accounts bring.
///
/// What is large is told beside the other accounts of the book. A person's judgement of the tier or the primary kind holds
/// from its day to its last one, and is shown as such beside what the rules say.
///
/// # Examples
/// ```
/// use keyaccount::{AccountLevel, Book, KeyAccountKind, KeyFindingState, KeyStanding, Playbook, classify_key_accounts};
///
/// let book = Book::from_json(r#"{
///     "accounts": [
///         {"id": "city", "name": "City of Example", "industry": "Government"},
///         {"id": "north-plant", "name": "North Plant Ltd"}
///     ],
///     "purchases": [
///         {"id": "o1", "account": "city", "on": "2026-02-01", "supplier": {"type": "us"},
///          "amount": {"amount": "90000", "currency": "USD"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-02-01", "supplier": {"type": "us"},
///          "amount": {"amount": "10000", "currency": "USD"}}
///     ]
/// }"#)?;
/// let verdict = classify_key_accounts(&book, &Playbook::six_stage(), "2026-06-30".parse()?);
/// let city = &verdict.accounts[0];
/// assert_eq!(city.primary_kind, Some(KeyAccountKind::Important));
/// assert_eq!((city.value_level, city.potential_level), (AccountLevel::High, AccountLevel::Unknown));
/// assert_eq!(city.tier.as_ref().unwrap().as_str(), "A");
/// assert_eq!(city.standing, KeyStanding::Undetermined, "nobody is known there, and two accounts have no usual spend");
/// assert_eq!(city.kinds[0].state, KeyFindingState::Unknown);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn classify_key_accounts(book: &Book, playbook: &Playbook, as_of: Date) -> KeyAccountsVerdict {
    let mut parts: BTreeMap<&AccountId, usize> = BTreeMap::new();
    for parent in book.accounts().iter().filter_map(|account| account.account.parent.as_ref()) {
        let count = parts.entry(parent).or_default();
        *count = count.saturating_add(1);
    }
    let subsidiaries = |account: &AccountBook| parts.get(&account.account.id).copied().unwrap_or(0);
    let standings: Vec<Standing<'_>> =
        book.accounts().iter().map(|account| Standing::of(account, subsidiaries(account), playbook, as_of)).collect();
    let medians = medians(&standings, playbook);
    let policy = &playbook.draft().key_accounts;
    let measures = Measures { playbook, policy, medians: &medians, as_of };
    let values: Vec<Option<ExactSum>> = standings.iter().map(|standing| standing.value().cloned()).collect();
    let potentials: Vec<Option<ExactSum>> =
        standings.iter().map(|standing| standing.potential.as_ref().map(|(amount, _)| amount.clone())).collect();
    let scale = Scale::of(values.iter().flatten(), policy);
    // What could be bought is held against what is bought, so that a large potential is large beside it.
    let of_potentials = Scale::of(potentials.iter().flatten(), policy);
    let of_potential = if scale.is_empty() { &of_potentials } else { &scale };
    let levels = values
        .iter()
        .zip(&potentials)
        .map(|(value, potential)| (scale.level(value.as_ref()), of_potential.level(potential.as_ref())));
    let accounts: Vec<KeyAccount> =
        standings.iter().zip(levels).map(|(standing, levels)| judge(standing, levels, &measures)).collect();
    let tiers = summaries(&accounts, &values, &measures);
    let (top_fifth, top_fifth_share) = concentration(&values);
    KeyAccountsVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        currency: playbook.draft().exchange.reporting_currency,
        reasons: told(&accounts, &measures, top_fifth, top_fifth_share),
        accounts,
        tiers,
        medians,
        top_fifth_accounts: top_fifth,
        top_fifth_share,
    }
}

fn judge(standing: &Standing<'_>, levels: (AccountLevel, AccountLevel), measures: &Measures<'_>) -> KeyAccount {
    let account = standing.account;
    let (value_level, potential_level) = levels;
    let judgement = judgement_on(account, measures.as_of);
    let criteria = criteria(standing, measures);
    let mut kinds = kinds(standing, measures);
    let judged_kind = judgement.and_then(|judgement| judgement.kind);
    if let Some(judgement) = judgement {
        for finding in kinds.iter_mut().filter(|finding| judgement.kind == Some(finding.kind)) {
            finding.state = KeyFindingState::Met;
            finding.reasons.insert(0, said(judgement, &format!("it is {}", name(finding.kind))));
        }
    }
    let by_rules = measures.policy.grid.tier(value_level, potential_level).cloned();
    let judged_tier = judgement.and_then(|judgement| judgement.tier.clone());
    let mut reasons = vec![by_grid(by_rules.as_ref(), levels, standing, measures)];
    if let (Some(judgement), Some(tier)) = (judgement, &judged_tier) {
        reasons.insert(0, said(judgement, &format!("it is in tier {tier}")));
    }
    if standing.spend.left_out() > 0 {
        let message =
            "some purchases of the year carry no amount, or no rate is known: it spent at least what is stated";
        let count = Comparison::new("purchases_without_money", standing.spend.left_out(), Unit::Count);
        reasons.push(Reason::new("value_at_least", message).comparing(count));
    }
    if standing.potential_left_out > 0 {
        let message = "some estimates or open opportunities carry no amount, or no rate is known: they are left out";
        let count = Comparison::new("without_money", standing.potential_left_out, Unit::Count);
        reasons.push(Reason::new("potential_at_least", message).comparing(count));
    }
    KeyAccount {
        account: account.account.id.clone(),
        name: account.account.name.clone(),
        standing: standing_of(&criteria, measures.policy.criteria_needed),
        criteria,
        primary_kind: primary(&kinds, judged_kind),
        kinds,
        value: standing.value().map(|value| measures.money(value)),
        value_at_least: standing.spend.left_out() > 0,
        value_level,
        potential: standing.potential.as_ref().map(|(amount, _)| measures.money(amount)),
        potential_basis: standing.potential.as_ref().map(|(_, basis)| *basis),
        potential_level,
        tier: judged_tier.clone().or_else(|| by_rules.clone()),
        tier_by_rules: by_rules,
        is_judged: judged_tier.is_some() || judged_kind.is_some(),
        reasons,
    }
}

/// The judgement that holds on a day: the latest, if its last day has not passed.
fn judgement_on(account: &AccountBook, as_of: Date) -> Option<&KeyAccountJudgement> {
    let begun = account.key_account_judgements.iter().filter(|judgement| judgement.on <= as_of);
    begun.max_by_key(|judgement| judgement.on).filter(|judgement| judgement.until >= as_of)
}

fn said(judgement: &KeyAccountJudgement, what: &str) -> Reason {
    let by = judgement.by.as_ref().map_or_else(|| "somebody".to_owned(), |by| format!("`{by}`"));
    let message = format!("{by} says that {what}: {}", judgement.reason);
    let fact = format!("{} {}", judgement.account, judgement.on);
    Reason::new("judged", message)
        .comparing(Comparison::new("holds_until", judgement.until, Unit::Date))
        .citing([FactReference::new(FactKind::KeyAccountJudgement, fact)])
}

/// Key where enough criteria are met, ordinary where too many are not, whatever is unknown.
fn standing_of(criteria: &[CriterionFinding], needed: u32) -> KeyStanding {
    let needed = usize::try_from(needed).unwrap_or(usize::MAX);
    let count = |state: KeyFindingState| criteria.iter().filter(|finding| finding.state == state).count();
    let (met, unknown) = (count(KeyFindingState::Met), count(KeyFindingState::Unknown));
    if met >= needed {
        KeyStanding::Key
    } else if met.saturating_add(unknown) < needed {
        KeyStanding::Ordinary
    } else {
        KeyStanding::Undetermined
    }
}

fn by_grid(
    tier: Option<&Label>,
    (value, potential): (AccountLevel, AccountLevel),
    standing: &Standing<'_>,
    measures: &Measures<'_>,
) -> Reason {
    let label = |level: AccountLevel| level.label(Language::En);
    let message = match tier {
        Some(tier) => format!("{} value and {} potential make tier {tier}", label(value), label(potential)),
        None => "without a known value there is no tier".to_owned(),
    };
    Reason::new("tier", message)
        .comparing(measures.held("spent_in_a_year", standing.value(), None))
        .comparing(measures.held("potential", standing.potential.as_ref().map(|(amount, _)| amount), None))
}

/// Every tier of the grid, those that only people gave, and the accounts without one.
fn summaries(accounts: &[KeyAccount], values: &[Option<ExactSum>], measures: &Measures<'_>) -> Vec<TierSummary> {
    let mut tiers: Vec<Option<Label>> = measures.policy.grid.tiers().into_iter().cloned().map(Some).collect();
    let mut others: Vec<&Label> = accounts.iter().filter_map(|account| account.tier.as_ref()).collect();
    others.sort_unstable();
    for tier in others {
        if !tiers.iter().any(|known| known.as_ref() == Some(tier)) {
            tiers.push(Some(tier.clone()));
        }
    }
    tiers.push(None);
    let all: Vec<&ExactSum> = values.iter().flatten().collect();
    let total = sum(&all);
    let summary = |tier: Option<Label>| {
        let members = accounts.iter().zip(values).filter(|(account, _)| account.tier == tier);
        let known: Vec<&ExactSum> = members.clone().filter_map(|(_, value)| value.as_ref()).collect();
        let value = sum(&known);
        TierSummary {
            accounts: members.count(),
            share_of_value: value.share_of(&total),
            value: measures.money(&value).amount,
            tier,
        }
    };
    tiers.into_iter().map(summary).collect()
}

/// How much of all value the fifth of the accounts with most brings.
fn concentration(values: &[Option<ExactSum>]) -> (usize, Option<Share>) {
    let mut known: Vec<&ExactSum> = values.iter().flatten().collect();
    known.sort_unstable_by(|one, next| next.cmp(one));
    let fifth = known.len().div_ceil(5);
    let top = sum(known.get(..fifth).unwrap_or_default());
    (fifth, top.share_of(&sum(&known)))
}

fn told(accounts: &[KeyAccount], measures: &Measures<'_>, fifth: usize, share: Option<Share>) -> Vec<Reason> {
    let count = |standing: KeyStanding| accounts.iter().filter(|account| account.standing == standing).count();
    let (key, open) = (count(KeyStanding::Key), count(KeyStanding::Undetermined));
    let message = format!("{key} of {} account(s) are key accounts; of {open} it cannot be told", accounts.len());
    let mut reasons = vec![
        Reason::new("key_accounts", message)
            .comparing(Comparison::new("key_accounts", key, Unit::Count).against(accounts.len()))
            .comparing(Comparison::new("undetermined", open, Unit::Count)),
    ];
    let compared = match share {
        Some(share) => Comparison::new("share_of_value", share, Unit::Share),
        None => Comparison::unknown("share_of_value", Unit::Share),
    };
    let message = match share {
        Some(share) => format!("the {fifth} account(s) with most, at least a fifth of all, bring {share} of the value"),
        None => "how concentrated value is cannot be told: nothing is known to be spent, or returns outweigh orders"
            .to_owned(),
    };
    reasons.push(Reason::new("concentration", message).comparing(compared));
    if measures.medians.spend.is_none() {
        let message = "too few accounts bought within the year to say what accounts usually spend";
        let bought = Comparison::new("accounts_that_bought", measures.medians.accounts, Unit::Count);
        reasons.push(Reason::new("no_median", message).comparing(bought.against(measures.policy.minimum_accounts)));
    }
    reasons
}

//! What is known of an account that classifies it: read once, looked at by every rule.

use std::collections::{BTreeMap, BTreeSet};

use super::verdict::{BookMedians, PotentialBasis};
use crate::cute::CommitteeIndex;
use crate::facts::{AccountBook, CoachPosition, CompetitorStanding, Opportunity, StakeholderChangeKind, Supplier};
use crate::funnel::{OpportunityStatus, replay_history};
use crate::loyalty::bought_elsewhere;
use crate::loyalty::occasions::{Occasions, dated_until, day_number};
use crate::loyalty::spend::{Spend, YEAR};
use crate::playbook::Playbook;
use crate::values::{Currency, CurrencySum, Date, ExactSum, Money, StakeholderId};

/// A deal that is alive: open, parked, signed, or paid within the year.
pub(super) struct Deal<'a> {
    pub(super) opportunity: &'a Opportunity,
    pub(super) is_open: bool,
    /// Its worth in the reporting currency; none where that, or the rate, is not known.
    pub(super) worth: Option<ExactSum>,
    /// People of the customer in its committee.
    pub(super) people: usize,
    /// Different buying roles they hold.
    pub(super) roles: usize,
}

/// What is known of an account on a day.
pub(super) struct Standing<'a> {
    pub(super) account: &'a AccountBook,
    pub(super) spend: Spend,
    /// Purchase occasions within the year.
    pub(super) orders: usize,
    pub(super) deals: Vec<Deal<'a>>,
    /// People known of it who have not left.
    pub(super) people: usize,
    /// Competitors at work there.
    pub(super) rivals: BTreeSet<String>,
    /// Accounts of the book that belong to it.
    pub(super) subsidiaries: usize,
    pub(super) potential: Option<(ExactSum, PotentialBasis)>,
    /// Estimates and open deals whose money is not known, or has no rate.
    pub(super) potential_left_out: usize,
}

impl<'a> Standing<'a> {
    pub(super) fn of(account: &'a AccountBook, subsidiaries: usize, playbook: &Playbook, as_of: Date) -> Self {
        let known = dated_until(&account.purchases, as_of);
        let occasions = Occasions::of(&known);
        let today = day_number(as_of);
        let deals = deals_of(account, playbook, as_of);
        let (potential, potential_left_out) = potential_of(account, &deals, playbook, as_of);
        Self {
            account,
            spend: Spend::of_year(&occasions, today, playbook, as_of),
            orders: occasions.count_between(today.saturating_sub(YEAR), today),
            people: people_of(account, as_of),
            rivals: rivals_of(account, &deals, as_of),
            subsidiaries,
            potential,
            potential_left_out,
            deals,
        }
    }

    /// What it spent within the year; none where nothing of it is known. At least so much, where a part is not known.
    pub(super) fn value(&self) -> Option<&ExactSum> {
        let is_unknown = self.spend.priced == 0 && self.spend.left_out() > 0;
        (!is_unknown).then_some(&self.spend.sum)
    }

    /// Its spend, where it bought within the year.
    fn bought(&self) -> Option<&ExactSum> {
        self.value().filter(|_| self.orders > 0)
    }
}

/// The medians of the accounts that bought within the year; none where these are too few.
pub(super) fn medians(standings: &[Standing<'_>], playbook: &Playbook) -> BookMedians {
    let policy = &playbook.draft().key_accounts;
    let currency = playbook.draft().exchange.reporting_currency;
    let mut spends: Vec<ExactSum> = standings.iter().filter_map(|standing| standing.bought().cloned()).collect();
    let mut orders: Vec<usize> =
        standings.iter().map(|standing| standing.orders).filter(|orders| *orders > 0).collect();
    spends.sort_unstable();
    orders.sort_unstable();
    let enough = |count: usize| count >= usize::try_from(policy.minimum_accounts).unwrap_or(usize::MAX);
    let middle = spends.len().div_euclid(2);
    let spend = spends.get(middle).map(|upper| {
        let lower =
            if spends.len().is_multiple_of(2) { middle.checked_sub(1).and_then(|at| spends.get(at)) } else { None };
        let mut sum = upper.clone();
        sum.add(lower.unwrap_or(upper));
        sum.times(rust_decimal::Decimal::new(5, 1))
    });
    let middle = orders.len().div_euclid(2);
    let twice = orders.get(middle).map(|upper| {
        let lower =
            if orders.len().is_multiple_of(2) { middle.checked_sub(1).and_then(|at| orders.get(at)) } else { None };
        upper.saturating_add(*lower.unwrap_or(upper))
    });
    BookMedians {
        accounts: orders.len(),
        spend: spend
            .filter(|_| enough(spends.len()))
            .map(|spend| CurrencySum { amount: spend.written_in(currency), currency }),
        orders_twice: twice.filter(|_| enough(orders.len())),
    }
}

/// An amount in the reporting currency, as money of the day of the verdict.
pub(super) fn converted(money: Money, playbook: &Playbook, as_of: Date) -> Option<ExactSum> {
    let rate = playbook.draft().exchange.factor_for(money.currency(), as_of, as_of)?;
    Some(ExactSum::product(&[money.amount(), rate]))
}

fn deals_of<'a>(account: &'a AccountBook, playbook: &Playbook, as_of: Date) -> Vec<Deal<'a>> {
    let index = CommitteeIndex::new(account, as_of);
    let mut deals = Vec::new();
    for book in &account.opportunities {
        let Some(state) = replay_history(book, playbook, as_of).state else { continue };
        let is_alive = match state.status {
            OpportunityStatus::Open | OpportunityStatus::Parked | OpportunityStatus::Booked => true,
            OpportunityStatus::Realised => state.realised_on.is_some_and(|on| as_of.days_since(on) < YEAR),
            OpportunityStatus::Lost => false,
        };
        if !is_alive {
            continue;
        }
        let committee = index.check(book, None, playbook);
        let there: Vec<_> = committee
            .people
            .iter()
            .filter(|person| !committee.left.contains(&person.stakeholder))
            .filter(|person| person.coach_position.is_none_or(|position| position == CoachPosition::Customer))
            .collect();
        let roles: BTreeSet<&str> = there.iter().flat_map(|person| &person.roles).map(|role| role.as_str()).collect();
        deals.push(Deal {
            opportunity: &book.opportunity,
            is_open: state.status.is_open(),
            worth: state.counted_amount().and_then(|amount| converted(amount, playbook, as_of)),
            people: there.len(),
            roles: roles.len(),
        });
    }
    deals
}

/// What the account could buy beyond what it buys: by estimates of its wallet, or else by our open deals.
fn potential_of(
    account: &AccountBook,
    deals: &[Deal<'_>],
    playbook: &Playbook,
    as_of: Date,
) -> (Option<(ExactSum, PotentialBasis)>, usize) {
    let add = |parts: Vec<Option<ExactSum>>| {
        let left_out = parts.iter().filter(|part| part.is_none()).count();
        let mut known = parts.into_iter().flatten();
        let sum = known.next().map(|first| {
            known.fold(first, |mut sum, part| {
                sum.add(&part);
                sum
            })
        });
        (sum, left_out)
    };
    let rate = |currency: Currency| playbook.draft().exchange.factor_for(currency, as_of, as_of);
    let elsewhere = bought_elsewhere(account, playbook, as_of);
    let (wallet, without_rate) =
        add(elsewhere.iter().map(|rest| rate(rest.currency).map(|rate| rest.amount.times(rate))).collect());
    if let Some(wallet) = wallet {
        return (Some((wallet, PotentialBasis::WalletEstimate)), without_rate);
    }
    let (pipeline, unpriced) = add(deals.iter().filter(|deal| deal.is_open).map(|deal| deal.worth.clone()).collect());
    (pipeline.map(|sum| (sum, PotentialBasis::OpenPipeline)), without_rate.saturating_add(unpriced))
}

/// People known of an account who have not left it, as far as is recorded.
fn people_of(account: &AccountBook, as_of: Date) -> usize {
    let left: BTreeSet<&StakeholderId> = account
        .stakeholder_changes
        .iter()
        .filter(|change| change.on <= as_of && change.opportunity.is_none())
        .filter(|change| matches!(change.change, StakeholderChangeKind::Left {}))
        .map(|change| &change.stakeholder)
        .collect();
    account.stakeholders.iter().filter(|person| !left.contains(&person.id)).count()
}

/// Competitors in its open deals who are not out, and those it bought from within the year.
fn rivals_of(account: &AccountBook, deals: &[Deal<'_>], as_of: Date) -> BTreeSet<String> {
    let mut rivals = BTreeSet::new();
    let name = |text: &str| text.trim().to_lowercase();
    for book in &account.opportunities {
        let id = &book.opportunity.id;
        if !deals.iter().any(|deal| deal.is_open && deal.opportunity.id == *id) {
            continue;
        }
        let mut latest: BTreeMap<String, (Date, Option<CompetitorStanding>)> = BTreeMap::new();
        for row in book.competitors.iter().filter(|row| row.on <= as_of) {
            let entry = latest.entry(name(row.competitor.as_str())).or_insert((row.on, row.standing));
            if row.on >= entry.0 {
                *entry = (row.on, row.standing);
            }
        }
        let at_work = latest.into_iter().filter(|(_, (_, standing))| *standing != Some(CompetitorStanding::Out));
        rivals.extend(at_work.map(|(rival, _)| rival));
    }
    for purchase in account.purchases.iter().filter(|purchase| purchase.on <= as_of && !purchase.is_return()) {
        match &purchase.supplier {
            Supplier::Competitor { name: rival } if as_of.days_since(purchase.on) < YEAR => {
                rivals.insert(name(rival.as_str()));
            }
            _ => {}
        }
    }
    rivals
}

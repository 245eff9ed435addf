//! The loyalty review: how the customers of a book stand, who moved, and what they are worth.

use std::io::{self, Write};

use keyaccount::{
    AccountBook, AccountId, Book, ComparableBasis, ConcentrationOptions, ConcentrationVerdict, CrossSellOptions,
    CrossSellVerdict, Date, KeyAccountsVerdict, Label, LifecycleHistoryVerdict, LifecyclePhase,
    LifecycleTransitionsVerdict, LifecycleVerdict, LifetimeOptions, LifetimeVerdict, LoyaltyVerdict, PeriodUnit,
    Playbook, Problem, Reason, RfmOptions, RfmVerdict, TrajectoryVerdict, classify_key_accounts, cross_sell,
    judge_lifecycle, judge_lifetime_value, judge_loyalty, lifecycle_history, lifecycle_transitions,
    purchase_trajectory, score_rfm, value_concentration,
};
use serde::Serialize;

mod account;
mod flow;
mod key_accounts;
mod lifetime;
#[cfg(test)]
mod tests;
mod value;

use crate::names::Names;
use crate::page::Page;
use crate::{Input, View, left_out};

/// How far back the lifecycle is looked at, in days.
const YEAR: u32 = 365;

/// How the customers of a book stand.
#[derive(Serialize)]
pub struct LoyaltyReview {
    /// How they moved between the phases of the lifecycle in the last year, quarter by quarter.
    pub flow: LifecycleTransitionsVerdict,
    /// Why each of those who moved was in its new phase.
    pub moves: Vec<PhaseMove>,
    /// Recency, frequency, money.
    pub segments: RfmVerdict,
    /// Of how few accounts the money comes.
    pub concentration: ConcentrationVerdict,
    /// Which are key accounts, of which kind and tier.
    pub key_accounts: KeyAccountsVerdict,
    /// What they will buy and are worth, by models fitted on the book, with the playbook's priors.
    pub lifetime: LifetimeVerdict,
    /// The same with assumptions that the review makes, where the book is too small for the models.
    pub lifetime_if: Option<LifetimeVerdict>,
    /// What comparable accounts buy and they do not.
    pub cross_sell: CrossSellVerdict,
    /// Each account by itself; one alone where one was asked for.
    pub accounts: Vec<AccountStanding>,
    /// Facts that could not be used.
    pub left_out: Vec<Problem>,
}

/// Why an account that moved was in its new phase.
#[derive(Serialize)]
pub struct PhaseMove {
    /// The account.
    pub account: AccountId,
    /// The last day of the quarter in which it moved.
    pub on: Date,
    /// The phase it was in then.
    pub phase: LifecyclePhase,
    /// Why, as was known then.
    pub reason: Reason,
}

/// How one account stands.
#[derive(Serialize)]
pub struct AccountStanding {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: Label,
    /// The phase it is in.
    pub lifecycle: LifecycleVerdict,
    /// The phases it has been in.
    pub history: LifecycleHistoryVerdict,
    /// Its loyalty, its wallet, how satisfied it is, what it would cost it to leave.
    pub loyalty: LoyaltyVerdict,
    /// Its orders: rhythm, silence, trend, what comes next and what stopped.
    pub trajectory: TrajectoryVerdict,
}

impl AccountStanding {
    fn of(account: &AccountBook, input: &Input) -> Self {
        let (playbook, as_of) = (&input.playbook, input.as_of);
        Self {
            account: account.account.id.clone(),
            name: account.account.name.clone(),
            lifecycle: judge_lifecycle(account, playbook, as_of),
            history: lifecycle_history(account, playbook, as_of),
            loyalty: judge_loyalty(account, playbook, as_of),
            trajectory: purchase_trajectory(account, playbook, as_of),
        }
    }
}

impl LoyaltyReview {
    /// Reviews a book; of the accounts, one alone where it is named.
    ///
    /// # Errors
    /// Where the book has no such account, or the playbook's models contradict themselves.
    pub fn of(input: &Input, account: Option<&AccountId>, comparable: ComparableBasis) -> Result<Self, Problem> {
        let Input { book, playbook, as_of } = input;
        let as_of = *as_of;
        let options = CrossSellOptions { account: account.cloned(), basis: comparable };
        let cross_sell = cross_sell(book, playbook, as_of, &options)?;
        let lifetime = judge_lifetime_value(book, playbook, as_of, &LifetimeOptions::default())?;
        let lifetime_if = match &lifetime.parameters {
            Some(_) => None,
            None => Some(judge_lifetime_value(book, playbook, as_of, &lifetime::assumptions()?)?),
        };
        let wanted = |one: &&AccountBook| account.is_none_or(|id| one.account.id == *id);
        let flow = lifecycle_transitions(book, playbook, as_of.minus_days(YEAR), as_of, PeriodUnit::Quarter)?;
        Ok(Self {
            moves: flow::moves_of(&flow, input),
            flow,
            segments: score_rfm(book, playbook, as_of, &RfmOptions::default())?,
            concentration: value_concentration(book, playbook, as_of, &ConcentrationOptions::default())?,
            key_accounts: classify_key_accounts(book, playbook, as_of),
            lifetime,
            lifetime_if,
            cross_sell,
            accounts: book.accounts().iter().filter(wanted).map(|one| AccountStanding::of(one, input)).collect(),
            left_out: book.problems().to_vec(),
        })
    }
}

/// Prints a loyalty review: the book and every account in short, or one account with all reasons.
///
/// # Errors
/// Where the output cannot be written.
pub fn print_loyalty_review(
    review: &LoyaltyReview,
    book: &Book,
    playbook: &Playbook,
    view: &View,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = &mut Page::new(view, out);
    let names = Names { book, playbook, language: view.language };
    let title = page.say("LOYALTY REVIEW", "忠诚度评审");
    page.title(&title, review.flow.as_of, &playbook.draft().name, &review.flow.playbook)?;
    if let Some(id) = &view.account {
        let mut wanted = review.accounts.iter().filter(|one| one.account == *id);
        return wanted.try_for_each(|one| account::in_full(one, review, names, page));
    }
    flow::print(review, names, page)?;
    value::segments(&review.segments, names, page)?;
    value::concentration(&review.concentration, names, page)?;
    key_accounts::print(&review.key_accounts, names, page)?;
    lifetime::print(review, names, page)?;
    page.heading(&page.say("ACCOUNTS", "客户"))?;
    for one in &review.accounts {
        account::in_short(one, review, page)?;
    }
    value::without_price(&review.segments, names, page)?;
    left_out(&review.left_out, page)
}

//! How much of our business hangs on how few accounts: measured, never assumed. Source: D19, "80/20".

mod lorenz;
mod options;
mod verdict;

pub use options::{ConcentrationOptions, ConcentrationUnit};
pub use verdict::{ConcentrationVerdict, LorenzPoint, TargetReach, TopShare, ValueHolder};

use std::collections::BTreeMap;

use self::lorenz::Lorenz;
use super::measure::{Takings, takings_in};
use crate::facts::{AccountBook, Book};
use crate::playbook::Playbook;
use crate::problem::Problem;
use crate::values::{AccountId, CurrencySum, Date, ExactSum};
use crate::verdict::{Comparison, Reason, Unit};

/// How unevenly the money of a period is spread over the accounts that bought in it. Source: D19.
///
/// The money of an account is its orders less its returns in the period, exact, in the reporting currency. Accounts are
/// told by their own money or, by `group`, with all those whose `parent` leads to the same account.
///
/// * The **Lorenz curve** gives what part of the money the poorest k accounts hold. It sags the more, the more uneven it is.
/// * **Gini** = Σ (2i − n − 1) xᵢ ÷ (n Σ xᵢ), with the money xᵢ in rising order and i from 1: 0 where all have the same,
///   (n − 1) ÷ n where one has all. Small books cannot reach 1, so `gini_corrected` is that times n ÷ (n − 1), which is 1
///   where one has all.
/// * The **Herfindahl–Hirschman index** is the sum of the squared shares; its inverse, `equal_accounts`, is how many
///   accounts of one size would be as concentrated.
/// * **80/20** is measured both ways: what the top fifth holds (read off the straight lines between the curve's points, so
///   that it is one number even where a fifth is no whole account or cuts through equals), and how few accounts hold 80%.
///
/// All of them are quotients of exact sums, rounded once. Accounts that bought nothing in the period are not part of the
/// curve; those with less than nothing (more went back than was bought) are listed and left out of it, because a share of a
/// debt means nothing; so are those none of whose purchases has a price.
///
/// # Errors
/// A [`Problem`] where the period's first day lies after its last, or a share asked for is zero.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ConcentrationOptions, Playbook, value_concentration};
///
/// let order = |account: &str, amount: u32| format!(
///     r#"{{"id": "{account}-1", "account": "{account}", "on": "2026-03-10", "supplier": {{"type": "us"}},
///         "amount": {{"amount": "{amount}", "currency": "USD"}}}}"#
/// );
/// let orders = [("a", 50), ("b", 20), ("c", 10), ("d", 10), ("e", 10)].map(|(account, amount)| order(account, amount));
/// let accounts = ["a", "b", "c", "d", "e"].map(|id| format!(r#"{{"id": "{id}", "name": "{id}"}}"#));
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{}], "purchases": [{}]}}"#, accounts.join(","), orders.join(",")
/// ))?;
/// let options = ConcentrationOptions::default();
/// let verdict = value_concentration(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &options)?;
/// assert_eq!(verdict.gini.unwrap().to_string(), "0.36");
/// assert_eq!(verdict.gini_corrected.unwrap().to_string(), "0.45");
/// assert_eq!(verdict.herfindahl.unwrap().to_string(), "0.32");
/// assert_eq!(verdict.top.share_of_money.unwrap().to_string(), "0.5", "one of five holds a half");
/// assert_eq!(verdict.reach.accounts, Some(3), "of the ranking make 80%");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn value_concentration(
    book: &Book,
    playbook: &Playbook,
    as_of: Date,
    options: &ConcentrationOptions,
) -> Result<ConcentrationVerdict, Problem> {
    options.check()?;
    let currency = playbook.draft().exchange.reporting_currency;
    let mut unpriced = Vec::new();
    let mut without_purchases: usize = 0;
    let mut held: BTreeMap<&AccountId, Held> = BTreeMap::new();
    for account in book.accounts() {
        match takings_in(account, playbook, options.period, as_of, &mut unpriced) {
            None => without_purchases = without_purchases.saturating_add(1),
            Some(takings) => held.entry(holder(book, account, options.by)).or_default().add(takings),
        }
    }
    let (mut ranked, mut negative, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for (id, held) in held {
        match (held.takings.priced, held.takings.sum < ExactSum::zero()) {
            (0, _) => unknown.push(id.clone()),
            (_, true) => negative.push((id, held)),
            (_, false) => ranked.push((id, held)),
        }
    }
    // The order of identifiers stands within equals.
    ranked.sort_by(|(_, a), (_, b)| b.takings.sum.cmp(&a.takings.sum));
    negative.sort_by(|(_, a), (_, b)| a.takings.sum.cmp(&b.takings.sum));
    let lorenz = Lorenz::of(ranked.iter().map(|(_, held)| &held.takings.sum));
    let holders = ranking(&ranked, &lorenz, |sum| CurrencySum::new(sum, currency));
    let nobody = Lorenz::of(std::iter::empty());
    let top = lorenz.top(options.top_share);
    let reach = lorenz.reach(options.target_share);
    let (gini, herfindahl) = (lorenz.gini(), lorenz.herfindahl());
    let mut reasons = tell(&holders, &lorenz, &top, &reach, options.by);
    reasons.extend(left_out(negative.len(), unknown.len(), unpriced.len()));
    reasons.extend(options.period.filter(|period| period.last > as_of).map(|period| {
        let message = "the period is not over: purchases after the day of the verdict do not count";
        Reason::new("period_not_over", message)
            .comparing(Comparison::new("as_of", as_of, Unit::Date).against(period.last))
    }));
    Ok(ConcentrationVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        reporting_currency: currency,
        period: options.period,
        by: options.by,
        money: CurrencySum::new(lorenz.whole(), currency),
        gini,
        gini_corrected: lorenz.gini_corrected(),
        herfindahl,
        equal_accounts: lorenz.equal_accounts(),
        top,
        reach,
        curve: lorenz.points(),
        holders,
        negative: ranking(&negative, &nobody, |sum| CurrencySum::new(sum, currency)),
        unknown,
        without_purchases,
        unpriced,
        reasons,
    })
}

/// The money of one account, or of a group.
#[derive(Default)]
struct Held {
    takings: Takings,
    members: usize,
}

impl Held {
    fn add(&mut self, takings: Takings) {
        self.takings.sum.add(&takings.sum);
        self.takings.priced = self.takings.priced.saturating_add(takings.priced);
        self.takings.unpriced = self.takings.unpriced.saturating_add(takings.unpriced);
        self.members = self.members.saturating_add(1);
    }
}

/// The account itself, or the one at the head of its group. A book has no circles of parents.
fn holder<'a>(book: &'a Book, account: &'a AccountBook, by: ConcentrationUnit) -> &'a AccountId {
    let mut head = &account.account;
    if by == ConcentrationUnit::Group {
        for _ in book.accounts() {
            match head.parent.as_ref().and_then(|parent| book.account(parent)) {
                Some(parent) => head = &parent.account,
                None => break,
            }
        }
    }
    &head.id
}

/// Holders in their order; equals have one rank, that of the first of them.
fn ranking(
    ranked: &[(&AccountId, Held)],
    lorenz: &Lorenz,
    written: impl Fn(&ExactSum) -> CurrencySum,
) -> Vec<ValueHolder> {
    let mut above: Option<(usize, &ExactSum)> = None;
    let mut so_far = ExactSum::zero();
    let each = ranked.iter().enumerate().map(|(at, (id, held))| {
        let sum = &held.takings.sum;
        let rank = above.filter(|(_, last)| *last == sum).map_or(at.saturating_add(1), |(rank, _)| rank);
        above = Some((rank, sum));
        so_far.add(sum);
        ValueHolder {
            rank,
            account: (*id).clone(),
            members: held.members,
            money: written(sum),
            share: lorenz.share(sum),
            cumulative_share: lorenz.share(&so_far),
            unpriced: held.takings.unpriced,
        }
    });
    each.collect()
}

fn tell(
    holders: &[ValueHolder],
    lorenz: &Lorenz,
    top: &TopShare,
    reach: &TargetReach,
    by: ConcentrationUnit,
) -> Vec<Reason> {
    let holders = holders.len();
    let accounts = match by {
        ConcentrationUnit::Account => format!("{holders} account{}", if holders == 1 { "" } else { "s" }),
        ConcentrationUnit::Group => format!("{holders} group{}", if holders == 1 { "" } else { "s" }),
    };
    let mut reasons = Vec::new();
    if let Some(share) = top.share_of_money {
        let message = format!("the top {} of {accounts} hold {share} of the money", top.share_of_accounts);
        let compared = Comparison::new("share_of_money", share, Unit::Share).against(top.share_of_accounts);
        reasons.push(Reason::new("top_share", message).comparing(compared));
    }
    if let (Some(count), Some(share)) = (reach.accounts, reach.share_of_accounts) {
        let message = format!("{count} of {accounts} make {} of the money", reach.share_of_money);
        let tied =
            if reach.tied > 0 { format!("; {} more are equal to the last of them", reach.tied) } else { String::new() };
        let compared = Comparison::new("share_of_accounts", share, Unit::Share).against(reach.share_of_money);
        reasons.push(Reason::new("target_reach", message + &tied).comparing(compared));
    }
    if let (Some(gini), Some(index)) = (lorenz.gini(), lorenz.herfindahl()) {
        let message = format!("Gini {gini}, Herfindahl–Hirschman {index}, over {accounts} with money of zero or more");
        let reason = Reason::new("concentration", message)
            .comparing(Comparison::new("gini", gini, Unit::Ratio))
            .comparing(Comparison::new("herfindahl", index, Unit::Ratio));
        reasons.push(reason);
    } else {
        let message = "nobody has money above zero in the period: there is nothing to be spread";
        reasons.push(Reason::new("nothing_to_spread", message));
    }
    reasons
}

fn left_out(negative: usize, unknown: usize, unpriced: usize) -> Vec<Reason> {
    let parts = [
        ("negative_left_out", negative, "sent more back than they bought: not part of the curve"),
        (
            "unknown_left_out",
            unknown,
            "bought, but nothing of it has a price in the reporting currency: not part of the curve",
        ),
        ("unpriced", unpriced, "orders and returns have no price in the reporting currency and are in no sum"),
    ];
    let some = parts.into_iter().filter(|(_, count, _)| *count > 0);
    some.map(|(rule, count, words)| {
        Reason::new(rule, format!("{count} {words}")).comparing(Comparison::new("left_out", count, Unit::Count))
    })
    .collect()
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count; an overflow fails the test")]
mod property_tests;
#[cfg(test)]
mod tests;

//! Levels of value and potential: the largest accounts that together bring most are high, those that follow medium.
//!
//! How many accounts that are is measured, not assumed.

use crate::playbook::{AccountLevel, KeyAccountPolicy};
use crate::values::{ExactSum, Factor};

/// The level of every amount, in the order given; of what is not known, unknown.
///
/// An account is high where those with more than it together bring less than the high part of all, so that equals have
/// the same level, whatever their order.
pub(super) fn levels(amounts: &[Option<ExactSum>], policy: &KeyAccountPolicy) -> Vec<AccountLevel> {
    let zero = ExactSum::zero();
    let mut sorted: Vec<&ExactSum> = amounts.iter().flatten().filter(|amount| **amount > zero).collect();
    sorted.sort_unstable_by(|one, next| next.cmp(one));
    let total = sum(&sorted);
    let part = |share: Factor| total.times(share.value());
    let (high, medium) = (part(policy.high_share), part(policy.medium_share));
    // What those with more bring, for every different amount.
    let mut before = Vec::with_capacity(sorted.len());
    let mut above = zero.clone();
    for equals in sorted.chunk_by(|one, next| one == next) {
        if let Some(amount) = equals.first() {
            before.push((*amount, above.clone()));
        }
        above.add(&sum(equals));
    }
    let level = |amount: &ExactSum| {
        let found = before.binary_search_by(|(known, _)| amount.cmp(known)).ok();
        match found.and_then(|at| before.get(at)) {
            Some((_, above)) if *above < high => AccountLevel::High,
            Some((_, above)) if *above < medium => AccountLevel::Medium,
            _ => AccountLevel::Low,
        }
    };
    amounts.iter().map(|amount| amount.as_ref().map_or(AccountLevel::Unknown, level)).collect()
}

/// The exact sum of some amounts.
pub(super) fn sum(amounts: &[&ExactSum]) -> ExactSum {
    amounts.iter().fold(ExactSum::zero(), |mut sum, amount| {
        sum.add(amount);
        sum
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(amounts: &[Option<&str>]) -> Vec<&'static str> {
        let amounts: Vec<Option<ExactSum>> =
            amounts.iter().map(|amount| amount.map(|amount| amount.parse().unwrap())).collect();
        levels(&amounts, &KeyAccountPolicy::default()).into_iter().map(AccountLevel::as_str).collect()
    }

    #[test]
    fn levels_by_hand() {
        // 100 in all: those with more than 30 bring 50 < 80, than 12 bring 80, than 6 bring 92, than 2 bring 98.
        let amounts = [Some("6"), Some("50"), None, Some("2"), Some("30"), Some("12"), Some("0"), Some("-3")];
        let expected = ["medium", "high", "unknown", "low", "high", "medium", "low", "low"];
        assert_eq!(found(&amounts), expected);
        assert_eq!(found(&[Some("5"), Some("5"), Some("5")]), ["high"; 3], "equals are equal");
        assert_eq!(found(&[Some("0"), None]), ["low", "unknown"]);
        assert_eq!(found(&[]), Vec::<&str>::new());
    }
}

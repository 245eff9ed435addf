//! Levels of value and potential: the largest accounts that together bring most are high, those that follow medium.
//!
//! How many accounts that are is measured, not assumed.

use crate::playbook::{AccountLevel, KeyAccountPolicy};
use crate::values::{ExactSum, Factor};

/// What accounts bring, largest first: the scale that amounts are held against.
pub(super) struct Scale<'a> {
    sorted: Vec<&'a ExactSum>,
    /// What the first so many bring together.
    together: Vec<ExactSum>,
    high: ExactSum,
    medium: ExactSum,
}

impl<'a> Scale<'a> {
    /// The scale of some amounts, of which those above zero count.
    pub(super) fn of(amounts: impl Iterator<Item = &'a ExactSum>, policy: &KeyAccountPolicy) -> Self {
        let zero = ExactSum::zero();
        let mut sorted: Vec<&ExactSum> = amounts.filter(|amount| **amount > zero).collect();
        sorted.sort_unstable_by(|one, next| next.cmp(one));
        let mut total = zero;
        let mut together = vec![total.clone()];
        for amount in &sorted {
            total.add(amount);
            together.push(total.clone());
        }
        let part = |share: Factor| total.times(share.value());
        let (high, medium) = (part(policy.high_share), part(policy.medium_share));
        Self { sorted, together, high, medium }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.sorted.is_empty()
    }

    /// The level of an account that brings an amount: high where those that bring more come to less than the high part of
    /// all, so that equals have the same level whatever their order. What is not known is unknown.
    pub(super) fn level(&self, amount: Option<&ExactSum>) -> AccountLevel {
        let Some(amount) = amount else { return AccountLevel::Unknown };
        if *amount <= ExactSum::zero() {
            return AccountLevel::Low;
        }
        let above = self.together.get(self.sorted.partition_point(|other| *other > amount));
        match above {
            Some(above) if *above < self.high => AccountLevel::High,
            Some(above) if *above < self.medium => AccountLevel::Medium,
            _ => AccountLevel::Low,
        }
    }
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

    fn amounts(amounts: &[Option<&str>]) -> Vec<Option<ExactSum>> {
        amounts.iter().map(|amount| amount.map(|amount| amount.parse().unwrap())).collect()
    }

    fn found(of: &[Option<&str>], on: &[Option<&str>]) -> Vec<&'static str> {
        let (of, on) = (amounts(of), amounts(on));
        let policy = KeyAccountPolicy::default();
        let scale = Scale::of(on.iter().flatten(), &policy);
        of.iter().map(|amount| scale.level(amount.as_ref()).as_str()).collect()
    }

    #[test]
    fn levels_by_hand() {
        // 100 in all: those with more than 30 bring 50 < 80, than 12 bring 80, than 6 bring 92, than 2 bring 98.
        let scale = [Some("6"), Some("50"), None, Some("2"), Some("30"), Some("12"), Some("0"), Some("-3")];
        let expected = ["medium", "high", "unknown", "low", "high", "medium", "low", "low"];
        assert_eq!(found(&scale, &scale), expected);
        let equals = [Some("5"), Some("5"), Some("5")];
        assert_eq!(found(&equals, &equals), ["high"; 3], "equals are equal");
        assert_eq!(found(&[Some("0"), None], &[]), ["low", "unknown"]);
        // What could be brought is held against what is brought.
        assert_eq!(found(&[Some("1"), Some("29"), Some("31"), Some("900")], &scale), ["low", "medium", "high", "high"]);
    }
}

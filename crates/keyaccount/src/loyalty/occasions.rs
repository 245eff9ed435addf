//! Purchase occasions: the days on which an account ordered from us, and the money of its orders and returns.
//!
//! Orders of one day are one occasion. A return is no occasion; its money is netted on its own day, because the facts
//! do not say which order it undoes. Whatever is dated after the day of the verdict is left out before anything else.

use chrono::{Datelike, NaiveDate};

use crate::facts::{FactKind, FactReference, Purchase, Supplier};
use crate::values::{Currency, Date, NetMoney};
use crate::verdict::{MOST_FACTS, Reason};

/// The number of a day in one unbroken count, so that differences need no calendar.
pub(crate) fn day_number(date: Date) -> i64 {
    NaiveDate::from(date).num_days_from_ce().into()
}

/// The purchases dated up to a day, in the order of date and identifier, whatever order they came in.
pub(crate) fn dated_until(purchases: &[Purchase], as_of: Date) -> Vec<&Purchase> {
    let mut known: Vec<&Purchase> = purchases.iter().filter(|purchase| purchase.on <= as_of).collect();
    let key = |purchase: &&Purchase| (purchase.on, purchase.id.clone());
    if !known.is_sorted_by(|a, b| (a.on, &a.id) <= (b.on, &b.id)) {
        known.sort_by_cached_key(key);
    }
    known
}

/// Adds purchases to a reason: the latest are listed, all are counted.
pub(crate) fn cite(reason: Reason, purchases: &[&Purchase]) -> Reason {
    let latest = purchases.get(purchases.len().saturating_sub(MOST_FACTS)..).unwrap_or_default();
    let mut reason = reason.citing(latest.iter().map(|purchase| FactReference::new(FactKind::Purchase, &purchase.id)));
    reason.fact_count = purchases.len();
    reason
}

/// What an account bought from us, ready to be looked at as of any day.
pub(crate) struct Occasions<'a> {
    /// Our orders and returns.
    purchases: Vec<&'a Purchase>,
    /// The net money of each day with orders or returns.
    flows: Vec<(i64, MoneySum)>,
    /// The days with at least one order, each once.
    days: Vec<i64>,
}

impl<'a> Occasions<'a> {
    /// Takes our purchases out of purchases in the order of time.
    pub(crate) fn of(sorted: &[&'a Purchase]) -> Self {
        let ours = sorted.iter().copied().filter(|purchase| matches!(purchase.supplier, Supplier::Us {}));
        let purchases: Vec<&Purchase> = ours.collect();
        let mut days: Vec<i64> = Vec::with_capacity(purchases.len());
        let mut flows: Vec<(i64, MoneySum)> = Vec::with_capacity(purchases.len());
        for purchase in &purchases {
            let day = day_number(purchase.on);
            match flows.last_mut() {
                Some((last, money)) if *last == day => money.add(purchase.amount),
                _ => flows.push((day, MoneySum::of(purchase.amount))),
            }
            if !purchase.is_return() && days.last() != Some(&day) {
                days.push(day);
            }
        }
        Self { purchases, flows, days }
    }

    /// The days of the occasions up to a day.
    pub(crate) fn days_until(&self, day: i64) -> &[i64] {
        let end = self.days.partition_point(|at| *at <= day);
        self.days.get(..end).unwrap_or_default()
    }

    /// The first occasion after a day.
    pub(crate) fn first_after(&self, day: i64) -> Option<i64> {
        self.days.get(self.days.partition_point(|at| *at <= day)).copied()
    }

    /// The number of occasions after one day and up to another.
    pub(crate) fn count_between(&self, after: i64, until: i64) -> usize {
        let before = self.days.partition_point(|at| *at <= after);
        self.days_until(until).len().saturating_sub(before)
    }

    /// Our orders and returns after one day and up to another.
    pub(crate) fn purchases_between(&self, after: i64, until: i64) -> &[&'a Purchase] {
        let start = self.purchases.partition_point(|purchase| day_number(purchase.on) <= after);
        let end = self.purchases.partition_point(|purchase| day_number(purchase.on) <= until);
        self.purchases.get(start..end).unwrap_or_default()
    }

    /// The net money of each day after one day and up to another.
    pub(crate) fn money_between(&self, after: i64, until: i64) -> impl Iterator<Item = &MoneySum> {
        let start = self.flows.partition_point(|(day, _)| *day <= after);
        let end = self.flows.partition_point(|(day, _)| *day <= until);
        self.flows.get(start..end).unwrap_or_default().iter().map(|(_, money)| money)
    }
}

/// An amount in ten-thousandths of its currency's major unit: money has at most four decimal places.
pub(crate) fn units_of(money: NetMoney) -> i128 {
    let amount = money.amount();
    let places = 4_u32.saturating_sub(amount.scale());
    amount.mantissa().saturating_mul(10_i128.saturating_pow(places))
}

/// A sum of money that is known only where every part is known and all are in one currency.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MoneySum {
    /// The currency of all parts; none yet where there are no parts.
    pub(crate) currency: Option<Currency>,
    /// The sum in ten-thousandths.
    pub(crate) units: i128,
    /// Parts whose amount is not known.
    pub(crate) unpriced: usize,
    /// Whether parts are in different currencies.
    pub(crate) mixed: bool,
}

impl MoneySum {
    /// The sum of one part.
    pub(crate) fn of(money: Option<NetMoney>) -> Self {
        let mut sum = Self::default();
        sum.add(money);
        sum
    }

    pub(crate) fn add(&mut self, money: Option<NetMoney>) {
        match money {
            None => self.unpriced = self.unpriced.saturating_add(1),
            Some(money) => {
                self.mixed |= *self.currency.get_or_insert(money.currency()) != money.currency();
                self.units = self.units.saturating_add(units_of(money));
            }
        }
    }

    /// Both sums together.
    pub(crate) fn and(&self, other: &Self) -> Self {
        let agree = self.currency.is_none() || other.currency.is_none() || self.currency == other.currency;
        Self {
            currency: self.currency.or(other.currency),
            units: self.units.saturating_add(other.units),
            unpriced: self.unpriced.saturating_add(other.unpriced),
            mixed: self.mixed || other.mixed || !agree,
        }
    }

    /// The sum in ten-thousandths, where it is known.
    pub(crate) fn known(&self) -> Option<i128> {
        (self.unpriced == 0 && !self.mixed).then_some(self.units)
    }

    /// Both sums, where both are known and can be compared.
    pub(crate) fn comparable(&self, other: &Self) -> Option<(i128, i128)> {
        self.known().zip(other.known()).filter(|_| !self.and(other).mixed)
    }
}

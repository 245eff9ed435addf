//! What one account ordered from us, as the models see it: days of orders, and what was spent on each.

use crate::facts::{AccountBook, Purchase, Supplier};
use crate::lifetime::PurchaseSummary;
use crate::loyalty::occasions::{Occasions, dated_until, day_number};
use crate::loyalty::rhythm::intervals;
use crate::playbook::ExchangePolicy;
use crate::problem::Problem;
use crate::values::{Date, ExactSum};

/// Days of the models' time unit, a week.
pub(crate) const DAYS_OF_WEEK: f64 = 7.0;

/// Days as weeks: exact but for one rounding.
pub(crate) fn weeks(days: i64) -> f64 {
    days as f64 / DAYS_OF_WEEK
}

/// The days on which an account ordered from us, each once, ascending.
pub(crate) struct OrderDays(Vec<i64>);

impl OrderDays {
    /// Some days, ascending and each once.
    #[cfg(test)]
    pub(crate) fn of(days: Vec<i64>) -> Self {
        Self(days)
    }

    /// The days up to and with a day.
    pub(crate) fn until(account: &AccountBook, as_of: Date) -> Self {
        let known = dated_until(&account.purchases, as_of);
        Self(Occasions::of(&known).days_until(day_number(as_of)).to_vec())
    }

    /// All of them.
    pub(crate) fn days(&self) -> &[i64] {
        &self.0
    }

    /// The first of them.
    pub(crate) fn first(&self) -> Option<i64> {
        self.0.first().copied()
    }

    /// How many lie after one day and up to another.
    pub(crate) fn count_between(&self, after: i64, until: i64) -> usize {
        let upto = |day: i64| self.0.partition_point(|at| *at <= day);
        upto(until).saturating_sub(upto(after))
    }

    /// The last of them up to a day.
    pub(crate) fn last_until(&self, day: i64) -> Option<i64> {
        self.0.get(self.0.partition_point(|at| *at <= day).checked_sub(1)?).copied()
    }

    /// Frequency, recency and age on a day, in weeks, from what was known then, with the logarithms of the intervals; none
    /// where no order was.
    ///
    /// # Errors
    /// A [`Problem`] where a summary refuses them.
    pub(crate) fn summary(&self, day: i64) -> Result<Option<PurchaseSummary>, Problem> {
        let (Some(first), Some(last)) = (self.first().filter(|first| *first <= day), self.last_until(day)) else {
            return Ok(None);
        };
        let repeats = u32::try_from(self.count_between(first, day)).unwrap_or(u32::MAX);
        let age = weeks(day.saturating_sub(first));
        let known = self.0.get(..self.0.partition_point(|at| *at <= day)).unwrap_or_default();
        let logarithms: f64 = intervals(known).map(|days| libm::log(weeks(days))).sum();
        PurchaseSummary::try_new(repeats, weeks(last.saturating_sub(first)), age)?
            .with_log_intervals(logarithms)
            .map(Some)
    }
}

/// What was spent on one order day.
#[derive(Clone, Debug)]
pub(crate) struct OrderSpend {
    /// The day.
    pub(crate) day: i64,
    /// Orders less returns in the reporting currency, of what has a price.
    pub(crate) net: ExactSum,
    /// Whether all of it has a price.
    pub(crate) priced: bool,
}

/// What an account spent with us, by order day.
///
/// Orders of one day are one. The money of a return is taken off the latest order day up to its own: facts do not say
/// which order it undoes, and that is the one it may undo at the earliest. A return before any order is taken off
/// nothing, and counted.
pub(crate) struct Spending {
    /// By day.
    pub(crate) orders: Vec<OrderSpend>,
    /// Returns before any order.
    pub(crate) orphaned_returns: usize,
    /// Orders and returns without an amount.
    pub(crate) no_amount: usize,
    /// Orders and returns with an amount for which no rate was known.
    pub(crate) no_rate: usize,
}

impl Spending {
    /// What was spent up to and with a day, at the rates of a playbook.
    pub(crate) fn until(account: &AccountBook, exchange: &ExchangePolicy, as_of: Date) -> Self {
        let known = dated_until(&account.purchases, as_of);
        let ours = |purchase: &&&Purchase| matches!(purchase.supplier, Supplier::Us {});
        let mut spending = Self { orders: Vec::new(), orphaned_returns: 0, no_amount: 0, no_rate: 0 };
        for purchase in known.iter().filter(ours).filter(|purchase| !purchase.is_return()) {
            let day = day_number(purchase.on);
            if spending.orders.last().is_none_or(|last| last.day != day) {
                spending.orders.push(OrderSpend { day, net: ExactSum::zero(), priced: true });
            }
            let money = spending.price(purchase, exchange, as_of);
            if let Some(order) = spending.orders.last_mut() {
                order.add(money.as_ref());
            }
        }
        for purchase in known.iter().filter(ours).filter(|purchase| purchase.is_return()) {
            let day = day_number(purchase.on);
            let before = spending.orders.partition_point(|order| order.day <= day);
            let money = spending.price(purchase, exchange, as_of);
            match before.checked_sub(1).and_then(|at| spending.orders.get_mut(at)) {
                Some(order) => order.add(money.as_ref()),
                None => spending.orphaned_returns = spending.orphaned_returns.saturating_add(1),
            }
        }
        spending
    }

    fn price(&mut self, purchase: &Purchase, exchange: &ExchangePolicy, as_of: Date) -> Option<ExactSum> {
        let Some(amount) = purchase.amount else {
            self.no_amount = self.no_amount.saturating_add(1);
            return None;
        };
        let factor = exchange.factor_for(amount.currency(), purchase.on, as_of);
        if factor.is_none() {
            self.no_rate = self.no_rate.saturating_add(1);
        }
        factor.map(|factor| ExactSum::product(&[amount.amount(), factor]))
    }

    /// The mean over the repeat orders that have a price, and how many these are; none where there are none.
    pub(crate) fn mean_of_repeats(&self) -> Option<(f64, u32)> {
        let priced = self.orders.iter().skip(1).filter(|order| order.priced);
        let mut sum = ExactSum::zero();
        let mut orders = 0_u32;
        for order in priced {
            sum.add(&order.net);
            orders = orders.saturating_add(1);
        }
        (orders > 0).then(|| (sum.to_statistic() / f64::from(orders), orders))
    }
}

impl OrderSpend {
    fn add(&mut self, money: Option<&ExactSum>) {
        match money {
            Some(money) => self.net.add(money),
            None => self.priced = false,
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the numbers by hand are exact")]
mod tests;

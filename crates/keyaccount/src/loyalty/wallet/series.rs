//! The share of wallet by periods, where competitors' purchases are known.
//!
//! Only categories in which a competitor's order is known count: in others nothing is known of the rest of the wallet.
//! Periods end on the day of the verdict and are of equal length, so that none is cut short. They are quarters where those
//! hold enough purchases on average, else half-years, else years.

use std::collections::BTreeSet;

use super::chance::course;
use super::verdict::{WalletPeriod, WalletSeries};
use crate::facts::{Purchase, Supplier};
use crate::lifecycle::TrendDirection;
use crate::loyalty::occasions::{MoneySum, day_number};
use crate::loyalty::spend::YEAR;
use crate::playbook::WalletPolicy;
use crate::values::{CurrencySum, Date, EstimateChange, ExactSum, Label, Share};

/// Fewest periods with a known share from which a trend is told: of three, chance makes every sixth go one way.
pub(super) const FEWEST: usize = 4;

/// Weeks in a quarter, a half-year, a year, in days.
const LENGTHS: [i64; 3] = [91, 182, 364];

/// What was bought within some days, of us and of all.
#[derive(Clone, Copy, Default)]
struct Portion {
    our_orders: usize,
    orders: usize,
    our_money: MoneySum,
    money: MoneySum,
}

impl Portion {
    fn within(purchases: &[&Purchase], after: i64, until: i64) -> Self {
        let mut portion = Self::default();
        let mut choices: BTreeSet<(Date, &Supplier)> = BTreeSet::new();
        for purchase in purchases {
            let day = day_number(purchase.on);
            if day <= after || day > until {
                continue;
            }
            let is_ours = matches!(purchase.supplier, Supplier::Us {});
            portion.money.add(purchase.amount);
            if is_ours {
                portion.our_money.add(purchase.amount);
            }
            if !purchase.is_return() && choices.insert((purchase.on, &purchase.supplier)) {
                portion.orders = portion.orders.saturating_add(1);
                portion.our_orders = portion.our_orders.saturating_add(usize::from(is_ours));
            }
        }
        portion
    }

    fn of_money(&self) -> Option<Share> {
        Share::of(self.our_money.known()?, self.money.known()?)
    }

    fn of_orders(&self) -> Option<Share> {
        Share::of(i128::try_from(self.our_orders).ok()?, i128::try_from(self.orders).ok()?)
    }

    fn not_ours(&self) -> Option<CurrencySum> {
        let rest = self.money.known()?.saturating_sub(self.our_money.known()?);
        Some(CurrencySum::new(&ExactSum::of_units(rest, 4), self.money.currency?))
    }
}

/// The share by periods; none where no competitor's order is known.
pub(super) fn series_of(known: &[&Purchase], policy: &WalletPolicy, as_of: Date) -> Option<WalletSeries> {
    let contested: BTreeSet<Option<&Label>> =
        known.iter().filter(|purchase| is_competitors(purchase)).map(|purchase| purchase.category.as_ref()).collect();
    let purchases: Vec<&Purchase> =
        known.iter().copied().filter(|purchase| contested.contains(&purchase.category.as_ref())).collect();
    let uncontested: BTreeSet<Option<&Label>> =
        known.iter().map(|purchase| purchase.category.as_ref()).filter(|name| !contested.contains(name)).collect();
    let today = day_number(as_of);
    let first = purchases.iter().find(|purchase| !purchase.is_return()).map(|purchase| day_number(purchase.on))?;
    let days = today.saturating_sub(first).saturating_add(1);
    let whole = Portion::within(&purchases, i64::MIN, today);
    let length = length_of(whole.orders, days, policy);
    let most = i64::from(policy.periods.get());
    let count = days.div_euclid(length).min(most);
    let mut periods = Vec::new();
    for back in (0..count).rev() {
        let until = today.saturating_sub(back.saturating_mul(length));
        let portion = Portion::within(&purchases, until.saturating_sub(length), until);
        let date = |day: i64| as_of.minus_days(u32::try_from(today.saturating_sub(day)).unwrap_or(u32::MAX));
        let money = |sum: &MoneySum| sum.known().map(|units| ExactSum::of_units(units, 4));
        let amount = |sum: &MoneySum| {
            let currency = portion.money.currency?;
            money(sum).map(|sum| sum.written_in(currency))
        };
        periods.push(WalletPeriod {
            from: date(until.saturating_sub(length).saturating_add(1)),
            to: date(until),
            our_orders: portion.our_orders,
            orders: portion.orders,
            our_money: amount(&portion.our_money),
            money: amount(&portion.money),
            currency: portion.money.currency.filter(|_| !portion.money.mixed),
            share_of_money: portion.of_money(),
            share_of_orders: portion.of_orders(),
        });
    }
    let by_money = periods.iter().filter(|period| period.share_of_money.is_some()).count();
    let by_orders = periods.iter().filter(|period| period.share_of_orders.is_some()).count();
    // Money says more than orders, where it says anything.
    let is_by_money = by_money >= FEWEST || by_money >= by_orders;
    let shares = periods.iter().map(|period| if is_by_money { period.share_of_money } else { period.share_of_orders });
    let points: Vec<(i64, i64)> =
        (0_i64..).zip(shares).filter_map(|(at, share)| Some((at, ten_thousandths(share?)))).collect();
    let found = course(&points).filter(|_| points.len() >= FEWEST);
    let change = found.map(|found| EstimateChange::ten_thousandths(found.change.into()));
    let last_year = Portion::within(&purchases, today.saturating_sub(YEAR), today);
    Some(WalletSeries {
        period_days: u32::try_from(length).unwrap_or(u32::MAX),
        by_money: is_by_money,
        share: last_year.of_money().or_else(|| last_year.of_orders()),
        share_by_money: last_year.of_money().is_some(),
        not_ours: last_year.not_ours().filter(|_| last_year.of_money().is_some()),
        judged_periods: points.len(),
        direction: found.map_or(TrendDirection::Unknown, |found| {
            let is_large = change.is_some_and(|change| change.value().abs() >= policy.trend_change.value());
            let is_clear = found.chance.is_some_and(|chance| chance.value() <= policy.trend_chance.value());
            match found.change.signum() {
                1 if is_large && is_clear && found.rising > found.falling => TrendDirection::Up,
                -1 if is_large && is_clear && found.falling > found.rising => TrendDirection::Down,
                // Far apart, but chance alone could have done it: that is not steady.
                _ if is_large => TrendDirection::Unknown,
                _ => TrendDirection::Steady,
            }
        }),
        change,
        rising_pairs: found.map_or(0, |found| found.rising),
        falling_pairs: found.map_or(0, |found| found.falling),
        chance: found.and_then(|found| found.chance),
        uncontested_categories: uncontested.len(),
        periods,
    })
}

fn is_competitors(purchase: &Purchase) -> bool {
    matches!(purchase.supplier, Supplier::Competitor { .. }) && !purchase.is_return()
}

/// The shortest period that holds enough purchases on average; else the longest.
fn length_of(orders: usize, days: i64, policy: &WalletPolicy) -> i64 {
    let orders = i64::try_from(orders).unwrap_or(i64::MAX);
    let needed = days.saturating_mul(policy.minimum_purchases.into());
    let [_, _, year] = LENGTHS;
    LENGTHS.into_iter().find(|length| orders.saturating_mul(*length) >= needed).unwrap_or(year)
}

fn ten_thousandths(share: Share) -> i64 {
    let value = share.value();
    let places = 4_u32.saturating_sub(value.scale());
    let units = value.mantissa().saturating_mul(10_i128.saturating_pow(places));
    i64::try_from(units).unwrap_or(0)
}

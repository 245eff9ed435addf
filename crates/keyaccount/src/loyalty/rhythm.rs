//! The account's own rhythm: how often it orders, how regularly, and whether an order is overdue.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::occasions::{Occasions, dated_until, day_number};
use crate::facts::AccountBook;
use crate::playbook::{LifecyclePolicy, Playbook};
use crate::values::{Date, DayCount, Factor, vocabulary};

vocabulary! {
    /// Whether an order is due by the account's own rhythm. Source: `[KRM]`, D14.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{DueState, Language};
    ///
    /// assert_eq!(DueState::Overdue.label(Language::ZhHans), "逾期未购");
    /// ```
    pub enum DueState {
        /// The day of the next expected order has not come.
        NotDue = "not_due", "not due", "未到期";
        /// The expected day has come, and the delay is still usual for this account.
        Due = "due", "due", "已到期";
        /// The delay is longer than is usual for this account.
        Overdue = "overdue", "overdue", "逾期未购";
    }
}

vocabulary! {
    /// Why an account has no rhythm yet.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::NoCadence::OneDay.as_str(), "one_day");
    /// ```
    pub enum NoCadence {
        /// It never ordered from us.
        NoOrders = "no_orders", "no orders", "无订单";
        /// All its orders are of one day: there is no interval.
        OneDay = "one_day", "all orders on one day", "订单集中在一天";
        /// It has fewer purchase occasions than the playbook asks for.
        TooFewOccasions = "too_few_occasions", "too few purchase occasions", "购买次数太少";
    }
}

/// How often an account orders from us. Orders of one day are one purchase occasion; returns are none.
///
/// # Examples
/// ```
/// use keyaccount::{Book, NoCadence, Playbook, purchase_rhythm};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-01-31", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// let rhythm = purchase_rhythm(&book.accounts()[0], &Playbook::six_stage(), "2026-02-10".parse()?);
/// assert_eq!((rhythm.occasions, rhythm.days_since_last), (2, Some(10)));
/// assert_eq!(rhythm.no_cadence, Some(NoCadence::TooFewOccasions));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rhythm {
    /// Purchase occasions up to the day of the verdict.
    pub occasions: usize,
    /// The first of them.
    #[serde(default)]
    pub first: Option<Date>,
    /// The last of them.
    #[serde(default)]
    pub last: Option<Date>,
    /// Days from the last one to the day of the verdict.
    #[serde(default)]
    pub days_since_last: Option<u32>,
    /// The rhythm itself; null where there is none yet.
    #[serde(default)]
    pub cadence: Option<Cadence>,
    /// Why there is none; null where there is one.
    #[serde(default)]
    pub no_cadence: Option<NoCadence>,
}

/// The rhythm of an account with enough purchase occasions.
///
/// Centre and spread are medians, so that one odd interval does not move them.
///
/// # Examples
/// ```
/// use keyaccount::{Book, DueState, Playbook, purchase_rhythm};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-01-31", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// let rhythm = purchase_rhythm(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// let cadence = rhythm.cadence.unwrap();
/// assert_eq!((cadence.median_interval_days.to_string(), cadence.spread_days.to_string()), ("30".into(), "0".into()));
/// assert_eq!(cadence.next_expected.to_string(), "2026-04-01");
/// assert_eq!((cadence.due, cadence.overdue_by_days), (DueState::Overdue, Some(30)));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cadence {
    /// Intervals between orders that the rhythm is taken from: the latest ones.
    pub intervals: usize,
    /// The median interval: exact, a multiple of half a day.
    pub median_interval_days: DayCount,
    /// The median absolute deviation of the intervals from it: exact, a multiple of a quarter of a day.
    pub spread_days: DayCount,
    /// The day of the next order, had the account kept its usual interval.
    pub next_expected: Date,
    /// Days without an order after which one is overdue: `overdue_factor` × median + `overdue_spread` × spread, or
    /// `overdue_minimum_days` where that is more.
    pub overdue_after_days: DayCount,
    /// Whether an order is due.
    pub due: DueState,
    /// Days since the expected day; null where the order is not overdue.
    #[serde(default)]
    pub overdue_by_days: Option<u32>,
}

/// Finds the rhythm in which an account orders from us, and whether an order is overdue. Source: `[KRM]`, D14.
///
/// Purchases after `as_of` do not count, nor do purchases from competitors.
///
/// # Examples
/// ```
/// use keyaccount::{Book, DueState, Playbook, purchase_rhythm};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-01-31", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2026-03-04", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// let rhythm = purchase_rhythm(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// let cadence = rhythm.cadence.unwrap();
/// assert_eq!(cadence.median_interval_days.to_string(), "31"); // between 30 and 32
/// assert_eq!(cadence.next_expected.to_string(), "2026-04-04");
/// assert_eq!(cadence.overdue_after_days.to_string(), "47.5"); // 1.5 × 31 + 1 × 1
/// assert_eq!((cadence.due, cadence.overdue_by_days), (DueState::Overdue, Some(27)));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn purchase_rhythm(account: &AccountBook, playbook: &Playbook, as_of: Date) -> Rhythm {
    let known = dated_until(&account.purchases, as_of);
    rhythm_of(&Occasions::of(&known), &playbook.draft().lifecycle, as_of)
}

pub(crate) fn rhythm_of(occasions: &Occasions<'_>, policy: &LifecyclePolicy, as_of: Date) -> Rhythm {
    let today = day_number(as_of);
    let days = occasions.days_until(today);
    let date = |day: i64| as_of.minus_days(u32::try_from(today.saturating_sub(day)).unwrap_or(u32::MAX));
    let last = days.last().map(|day| date(*day));
    let silence = days.last().map(|day| today.saturating_sub(*day));
    let pace = Pace::of_account(days, policy);
    let no_cadence = match (days.len(), pace) {
        (_, Some(_)) => None,
        (0, None) => Some(NoCadence::NoOrders),
        (1, None) => Some(NoCadence::OneDay),
        (_, None) => Some(NoCadence::TooFewOccasions),
    };
    Rhythm {
        occasions: days.len(),
        first: days.first().map(|day| date(*day)),
        last,
        days_since_last: silence.and_then(|days| u32::try_from(days).ok()),
        cadence: pace.zip(last).zip(silence).map(|((pace, last), silence)| cadence_of(pace, last, silence, policy)),
        no_cadence,
    }
}

fn cadence_of(pace: Pace, last: Date, silence: i64, policy: &LifecyclePolicy) -> Cadence {
    let usual = pace.whole_median();
    let overdue_after = pace.overdue_after(policy);
    let due = match Decimal::from(silence) {
        days if days > overdue_after => DueState::Overdue,
        _ if silence >= usual => DueState::Due,
        _ => DueState::NotDue,
    };
    let beyond = u32::try_from(silence.saturating_sub(usual)).ok();
    Cadence {
        intervals: pace.intervals,
        median_interval_days: DayCount::saturating(pace.median()),
        spread_days: DayCount::saturating(pace.spread()),
        next_expected: last.plus_days(u32::try_from(usual).unwrap_or(u32::MAX)),
        overdue_after_days: DayCount::saturating(overdue_after),
        due,
        overdue_by_days: beyond.filter(|_| due == DueState::Overdue),
    }
}

/// Centre and spread of intervals in whole numbers: twice the median, four times the median absolute deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pace {
    pub(crate) intervals: usize,
    median_twice: i64,
    spread_four_times: i64,
    /// The squared coefficient of variation of the intervals (variance over squared mean) in ten-thousandths, at most
    /// that of chance arrivals, 1. Unlike the spread it is meant to feel every odd interval.
    pub(crate) variation: i128,
}

impl Pace {
    /// The pace of an account, where it has enough occasions for one.
    pub(crate) fn of_account(days: &[i64], policy: &LifecyclePolicy) -> Option<Self> {
        let minimum = usize::try_from(policy.minimum_occasions.get()).unwrap_or(usize::MAX);
        if days.len() < minimum {
            return None;
        }
        Self::of(days, policy)
    }

    /// The pace of the latest intervals between days that ascend; none where there is no interval.
    pub(crate) fn of(days: &[i64], policy: &LifecyclePolicy) -> Option<Self> {
        let most = usize::try_from(policy.rhythm_intervals.get()).unwrap_or(usize::MAX);
        let mut lengths: Vec<i64> = intervals(latest(days, most.saturating_add(1))).collect();
        let median_twice = middle_twice(&mut lengths)?;
        let variation = variation(&lengths);
        for length in &mut lengths {
            *length = length.saturating_mul(2).abs_diff(median_twice).try_into().unwrap_or(i64::MAX);
        }
        let spread_four_times = middle_twice(&mut lengths)?;
        Some(Self { intervals: lengths.len(), median_twice, spread_four_times, variation })
    }

    pub(crate) fn median(self) -> Decimal {
        Decimal::new(self.median_twice.saturating_mul(5), 1)
    }

    pub(crate) fn spread(self) -> Decimal {
        Decimal::new(self.spread_four_times.saturating_mul(25), 2)
    }

    /// The median in whole days, half a day counted up: an order is not expected before its time.
    pub(crate) fn whole_median(self) -> i64 {
        self.median_twice.saturating_add(1).div_euclid(2)
    }

    /// A multiple of the median, but no fewer days than a minimum.
    pub(crate) fn times(self, factor: Factor, minimum_days: u32) -> Decimal {
        let multiple = self.median().checked_mul(factor.value()).unwrap_or(Decimal::MAX);
        multiple.max(Decimal::from(minimum_days))
    }

    /// Whether the spread is more than a share of the median.
    pub(crate) fn is_irregular(self, share: Factor) -> bool {
        self.spread() > self.times(share, 0)
    }

    fn overdue_after(self, policy: &LifecyclePolicy) -> Decimal {
        let spread = self.spread().checked_mul(policy.overdue_spread.value()).unwrap_or(Decimal::MAX);
        let after = self.times(policy.overdue_factor, 0).checked_add(spread).unwrap_or(Decimal::MAX);
        after.max(Decimal::from(policy.overdue_minimum_days))
    }
}

/// n × Σx² / (Σx)² − 1 in ten-thousandths, brought into 0 to 1.
fn variation(lengths: &[i64]) -> i128 {
    let sum =
        |number: fn(i128) -> i128| lengths.iter().map(|length| number((*length).into())).fold(0, i128::saturating_add);
    let count = i128::try_from(lengths.len()).unwrap_or(i128::MAX);
    let squares = sum(|length| length.saturating_mul(length)).saturating_mul(count).saturating_mul(10_000);
    let total = sum(|length| length);
    let ratio = squares.checked_div(total.saturating_mul(total)).unwrap_or(20_000);
    ratio.saturating_sub(10_000).clamp(0, 10_000)
}

/// The last `most` items.
pub(crate) fn latest<T>(items: &[T], most: usize) -> &[T] {
    items.get(items.len().saturating_sub(most)..).unwrap_or_default()
}

/// The distances between neighbours in an ascending list.
pub(crate) fn intervals(days: &[i64]) -> impl Iterator<Item = i64> {
    days.iter().zip(days.iter().skip(1)).map(|(earlier, later)| later.saturating_sub(*earlier))
}

/// Twice the median, so that the mean of the two middle numbers stays whole.
fn middle_twice(numbers: &mut [i64]) -> Option<i64> {
    numbers.sort_unstable();
    let half = numbers.len().div_euclid(2);
    let upper = *numbers.get(half)?;
    let lower = if numbers.len().is_multiple_of(2) { *numbers.get(half.checked_sub(1)?)? } else { upper };
    Some(lower.saturating_add(upper))
}

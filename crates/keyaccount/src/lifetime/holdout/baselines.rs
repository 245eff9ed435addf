//! What a model has to beat: two ways of predicting that need none.

use crate::lifetime::book::orders::OrderDays;

/// Groups of accounts by how long they have been silent.
const GROUPS: usize = 5;

/// Repeat orders in the last days of the calibration, as many as the holdout has: the next period will be as the last.
///
/// A first order is not counted: every account has one, and predictions are of orders after it.
pub(crate) fn same_as_last_period(account: &OrderDays, calibration_end: i64, holdout_days: i64) -> f64 {
    let start = calibration_end.saturating_sub(holdout_days);
    account.first().map_or(0.0, |first| account.count_between(start.max(first), calibration_end) as f64)
}

/// Predictions from nothing but the silence: the mean, in the past, of accounts that had been silent about as long.
///
/// The past is an earlier day of the calibration, as long before its end as the holdout is long, or half the calibration
/// where that is shorter. Accounts that had ordered by then are put into five groups of equal size by the length of their
/// silence, those equally silent together; each group's mean number of orders from then to the end of the calibration, in
/// proportion to the time, is what its accounts are predicted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RecencyOnly {
    /// Longest silence of a group in days, and its prediction; ascending.
    groups: Vec<(i64, f64)>,
}

impl RecencyOnly {
    /// Learns from what was known at the end of the calibration; none where there was nobody, or no time.
    pub(crate) fn learn(
        accounts: &[OrderDays],
        calibration_start: i64,
        calibration_end: i64,
        holdout_days: i64,
    ) -> Option<Self> {
        let half = calibration_end.saturating_sub(calibration_start).div_euclid(2);
        let days = holdout_days.min(half);
        let day = calibration_end.saturating_sub(days);
        let scale = holdout_days as f64 / days as f64;
        let mut past: Vec<(i64, usize)> = accounts
            .iter()
            .filter_map(|account| {
                let silence = day.saturating_sub(account.last_until(day)?);
                Some((silence, account.count_between(day, calibration_end)))
            })
            .collect();
        if days <= 0 || past.is_empty() {
            return None;
        }
        past.sort_unstable();
        let mut groups: Vec<(i64, f64)> = Vec::new();
        let mut rest = past.as_slice();
        for group in (1..=GROUPS).rev() {
            let size = rest.len().div_ceil(group);
            let Some((longest, _)) = size.checked_sub(1).and_then(|at| rest.get(at)) else { break };
            let (members, others) = rest.split_at(rest.partition_point(|(silence, _)| silence <= longest));
            let orders = members.iter().map(|(_, orders)| *orders).fold(0, usize::saturating_add);
            groups.push((*longest, scale * orders as f64 / members.len() as f64));
            rest = others;
        }
        Some(Self { groups })
    }

    /// What an account is predicted that has been silent for some days.
    pub(crate) fn predict(&self, silence: i64) -> f64 {
        let group = self.groups.iter().find(|(longest, _)| silence <= *longest).or(self.groups.last());
        group.map_or(0.0, |(_, mean)| *mean)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "counts are whole numbers")]
mod tests {
    use super::*;
    use crate::lifetime::book::orders::OrderDays;

    fn days(days: &[i64]) -> OrderDays {
        OrderDays::of(days.to_vec())
    }

    #[test]
    fn the_last_period_counts_repeat_orders() {
        assert_eq!(same_as_last_period(&days(&[0, 10, 50, 99, 100, 101]), 100, 60), 3.0);
        assert_eq!(same_as_last_period(&days(&[60, 70]), 100, 60), 1.0, "the first order is none");
        assert_eq!(same_as_last_period(&days(&[]), 100, 60), 0.0);
    }

    #[test]
    fn silence_is_learned_by_hand() {
        // On day 50: silent for 0, 10, 20, 30 and 40 days; then 3, 2, 1, 0 and 0 orders to day 100.
        let accounts =
            [days(&[50, 60, 70, 80]), days(&[40, 60, 70]), days(&[30, 60]), days(&[20]), days(&[10]), days(&[70])];
        let learned = RecencyOnly::learn(&accounts, 0, 100, 100).unwrap();
        assert_eq!(learned.groups, [(0, 6.0), (10, 4.0), (20, 2.0), (30, 0.0), (40, 0.0)]);
        assert_eq!((learned.predict(5), learned.predict(40), learned.predict(1000)), (4.0, 0.0, 0.0));
        assert_eq!(RecencyOnly::learn(&accounts, 0, 1, 100), None);
        assert_eq!(RecencyOnly::learn(&[days(&[90])], 0, 100, 10), Some(RecencyOnly { groups: vec![(0, 0.0)] }));
        assert_eq!(RecencyOnly::learn(&[days(&[95])], 0, 100, 10), None, "nobody had ordered by then");
    }

    #[test]
    fn equally_silent_accounts_stay_together() {
        let accounts = vec![days(&[50]), days(&[50, 60]), days(&[50]), days(&[50, 70]), days(&[10, 80])];
        let learned = RecencyOnly::learn(&accounts, 0, 100, 50).unwrap();
        assert_eq!(learned.groups, [(0, 0.5), (40, 1.0)]);
    }
}

//! What is known at the end of a calibration, and what came after it.

use std::collections::BTreeMap;

use super::agreement::{area_under_curve, mean_absolute_error, rank_correlation, root_mean_square_error};
use super::verdict::{CalibrationBucket, HoldoutBucket, HoldoutStep, PredictionScores};
use crate::facts::Book;
use crate::lifetime::book::orders::{OrderDays, weeks};
use crate::lifetime::book::portfolio::date_of;
use crate::lifetime::process::PurchaseProcess;
use crate::lifetime::{PurchaseModelParameters, PurchaseSummary};
use crate::loyalty::occasions::day_number;
use crate::problem::Problem;
use crate::values::{Date, Estimate, Statistic};

/// Buckets of repeat orders: 0 to 6, and 7 or more, as the papers have them.
const LAST_BUCKET: u32 = 7;

/// Most steps of the curves.
const MOST_STEPS: i64 = 1000;

/// The calibration and the holdout.
pub(super) struct Ground {
    pub(super) calibration_end: i64,
    pub(super) end: i64,
    as_of: Date,
    /// Of accounts that ordered in the calibration, by identifier.
    pub(super) accounts: Vec<OrderDays>,
    /// What was known of them at its end.
    pub(super) summaries: Vec<PurchaseSummary>,
    /// Their orders in the holdout.
    pub(super) actual: Vec<usize>,
    /// Accounts that did not order in the calibration.
    pub(super) left_out: usize,
}

/// A method's predictions, account by account.
pub(super) struct Predictions {
    pub(super) counts: Vec<f64>,
    /// What accounts are ranked by for "buys again".
    pub(super) ranks: Vec<f64>,
}

impl Ground {
    /// Splits a book.
    ///
    /// # Errors
    /// A [`Problem`] where a summary refuses its numbers.
    pub(super) fn split(book: &Book, calibration_end: Date, as_of: Date) -> Result<Self, Problem> {
        let (split, end) = (day_number(calibration_end), day_number(as_of));
        let (mut accounts, mut summaries, mut actual, mut left_out) = (Vec::new(), Vec::new(), Vec::new(), 0_usize);
        for account in book.accounts() {
            let days = OrderDays::until(account, as_of);
            match days.summary(split)? {
                Some(summary) => {
                    actual.push(days.count_between(split, end));
                    summaries.push(summary);
                    accounts.push(days);
                }
                None => left_out = left_out.saturating_add(1),
            }
        }
        Ok(Self { calibration_end: split, end, as_of, accounts, summaries, actual, left_out })
    }

    /// The day of the first order.
    pub(super) fn start(&self) -> Option<i64> {
        self.accounts.iter().filter_map(OrderDays::first).min()
    }

    pub(super) fn holdout_days(&self) -> i64 {
        self.end.saturating_sub(self.calibration_end)
    }

    /// Days without an order at the end of the calibration, of each account.
    pub(super) fn silences(&self) -> impl Iterator<Item = i64> {
        let silence = |days: &OrderDays| {
            let last = days.last_until(self.calibration_end).unwrap_or(self.calibration_end);
            self.calibration_end.saturating_sub(last)
        };
        self.accounts.iter().map(silence)
    }

    /// What a model predicts: counts, and the chance of at least one.
    ///
    /// # Errors
    /// A [`Problem`] where the model refuses the horizon.
    pub(super) fn predictions(&self, model: &PurchaseModelParameters) -> Result<Predictions, Problem> {
        let horizon = weeks(self.holdout_days());
        let process = model.process();
        let buys = |account| model.probability_of_no_purchase(account, horizon).map(|none| 1.0 - none);
        Ok(Predictions {
            counts: self.summaries.iter().map(|account| process.expected_purchases(account, horizon)).collect(),
            ranks: self.summaries.iter().map(buys).collect::<Result<_, Problem>>()?,
        })
    }

    /// How good predictions are; none where there is nobody.
    pub(super) fn scores(&self, predictions: &Predictions) -> Option<PredictionScores> {
        let actual: Vec<f64> = self.actual.iter().map(|count| *count as f64).collect();
        let came: Vec<bool> = self.actual.iter().map(|count| *count > 0).collect();
        Some(PredictionScores {
            rank_correlation: rank_correlation(&predictions.counts, &actual).map(Statistic::rounded),
            mean_absolute_error: Statistic::rounded(mean_absolute_error(&predictions.counts, &actual)?),
            root_mean_square_error: Statistic::rounded(root_mean_square_error(&predictions.counts, &actual)?),
            area_under_curve: area_under_curve(&predictions.ranks, &came).map(Estimate::rounded),
            predicted: Statistic::rounded(predictions.counts.iter().sum()),
        })
    }

    /// Actual against expected accounts by repeat orders in the calibration.
    pub(super) fn calibration(&self, model: &PurchaseModelParameters) -> Result<Vec<CalibrationBucket>, Problem> {
        let mut expected = [0.0; LAST_BUCKET as usize];
        let mut more = 0.0;
        for (age, accounts) in self.ages() {
            let counts = model.purchase_counts_of_new_account(weeks(age), LAST_BUCKET.saturating_sub(1))?;
            for (sum, probability) in expected.iter_mut().zip(&counts.probabilities) {
                *sum += probability * accounts as f64;
            }
            more += counts.more * accounts as f64;
        }
        let expected = expected.into_iter().chain([more]);
        let bucket = |(repeats, expected): (u32, f64)| CalibrationBucket {
            repeats,
            or_more: repeats == LAST_BUCKET,
            actual: self.in_bucket(repeats).count(),
            expected: Statistic::rounded(expected),
        };
        Ok((0..).zip(expected).map(bucket).collect())
    }

    /// Actual against predicted orders in the holdout, by repeat orders in the calibration.
    pub(super) fn holdout(&self, predictions: &Predictions) -> Vec<HoldoutBucket> {
        let bucket = |repeats| {
            let members: Vec<usize> = self.in_bucket(repeats).collect();
            let mean = |of: &dyn Fn(usize) -> Option<f64>| {
                let sum: f64 = members.iter().filter_map(|at| of(*at)).sum();
                (!members.is_empty()).then(|| Statistic::rounded(sum / members.len() as f64))
            };
            HoldoutBucket {
                repeats,
                or_more: repeats == LAST_BUCKET,
                accounts: members.len(),
                actual_mean: mean(&|at| self.actual.get(at).map(|count| *count as f64)),
                predicted_mean: mean(&|at| predictions.counts.get(at).copied()),
            }
        };
        (0..=LAST_BUCKET).map(bucket).collect()
    }

    fn in_bucket(&self, repeats: u32) -> impl Iterator<Item = usize> {
        let is_in = move |account: &PurchaseSummary| account.frequency().min(LAST_BUCKET) == repeats;
        self.summaries.iter().enumerate().filter(move |(_, account)| is_in(account)).map(|(at, _)| at)
    }

    /// Days from the first order to the end of the calibration, and how many accounts have so many; ascending.
    fn ages(&self) -> Vec<(i64, usize)> {
        let first = self.accounts.iter().filter_map(OrderDays::first);
        let mut ages: Vec<i64> = first.map(|first| self.calibration_end.saturating_sub(first)).collect();
        ages.sort_unstable();
        ages.chunk_by(i64::eq).filter_map(|equal| Some((*equal.first()?, equal.len()))).collect()
    }

    /// Days of a step.
    pub(super) fn step_days(&self) -> i64 {
        let weeks = self.start().map_or(0, |start| self.end.saturating_sub(start).div_euclid(7).saturating_add(1));
        let most = MOST_STEPS.saturating_sub(1);
        weeks.saturating_add(most).saturating_sub(1).div_euclid(most).max(1).saturating_mul(7)
    }

    /// The last days of the steps, from the day of the first order on.
    fn ends(&self) -> Vec<i64> {
        let step = self.step_days();
        let first = self.start().map(|start| start.saturating_add(step).saturating_sub(1).min(self.end));
        let next = |last: &i64| (*last < self.end).then(|| last.saturating_add(step).min(self.end));
        std::iter::successors(first, next).collect()
    }

    /// Repeat orders by step.
    pub(super) fn steps(&self) -> Vec<HoldoutStep> {
        let mut repeats: Vec<i64> =
            self.accounts.iter().flat_map(|account| account.days().iter().skip(1).copied()).collect();
        repeats.sort_unstable();
        let mut before = 0;
        let step = |last: i64| {
            let cumulative = repeats.partition_point(|day| *day <= last);
            let actual = cumulative.saturating_sub(std::mem::replace(&mut before, cumulative));
            HoldoutStep {
                last: date_of(last, self.as_of),
                in_holdout: last > self.calibration_end,
                actual,
                actual_cumulative: cumulative,
            }
        };
        self.ends().into_iter().map(step).collect()
    }

    /// Repeat orders that a model expects up to the last day of each step, given when each account began.
    pub(super) fn expected_cumulative(&self, process: &dyn PurchaseProcess) -> Vec<f64> {
        let ages = self.ages();
        let oldest = ages.last().map_or(0, |(age, _)| *age);
        let longest = weeks(oldest.saturating_add(self.holdout_days()));
        let alive = process.probability_alive(&PurchaseSummary::FIRST);
        let if_alive = process.expectation_if_alive(&PurchaseSummary::FIRST, longest);
        // Many accounts come to one age, each at another step.
        let mut known = BTreeMap::new();
        let mut expected = |days: i64| *known.entry(days).or_insert_with(|| alive * if_alive(weeks(days)));
        let until = |last: i64| {
            let after = last.saturating_sub(self.calibration_end);
            let begun = ages.iter().map(|(age, accounts)| (age.saturating_add(after), *accounts));
            begun.filter(|(time, _)| *time > 0).map(|(time, accounts)| expected(time) * accounts as f64).sum::<f64>()
        };
        self.ends().into_iter().map(until).collect()
    }
}

//! Accounts with equal summaries, taken together: the likelihood of many is that of one, many times.

use std::cmp::Ordering;

use super::summary::PurchaseSummary;
use crate::problem::{Problem, ProblemCode};

/// Accounts with equal frequency, recency and age.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::lifetime) struct Cell {
    pub frequency: u32,
    pub recency: f64,
    pub age: f64,
    /// The sum of the weights of its accounts; their number where nothing is weighted.
    pub weight: f64,
}

/// All cells of a portfolio in one order (by frequency, then recency, then age), whatever the order of the accounts.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::lifetime) struct Cells {
    pub cells: Vec<Cell>,
    /// How many accounts there are.
    pub accounts: usize,
    /// How many of them bought more than once.
    pub repeaters: usize,
    /// The weighted sum of the logarithms of intervals; none where a repeater lacks it.
    pub log_intervals: Option<f64>,
}

/// A row to sort: the summary, the weight, and the logarithms of its intervals.
type Row = (PurchaseSummary, f64);

impl Cells {
    /// Collapses equal rows. No weights are weights of one.
    pub(in crate::lifetime) fn collapse(
        summaries: &[PurchaseSummary],
        weights: Option<&[f64]>,
    ) -> Result<Self, Problem> {
        check_weights(summaries.len(), weights)?;
        let mut rows: Vec<Row> = match weights {
            Some(weights) => summaries.iter().copied().zip(weights.iter().copied()).collect(),
            None => summaries.iter().map(|summary| (*summary, 1.0)).collect(),
        };
        rows.sort_unstable_by(compare);
        let mut cells: Vec<Cell> = Vec::with_capacity(rows.len());
        let mut log_intervals = Some(0.0);
        let mut repeaters = 0_usize;
        for (summary, weight) in rows {
            let frequency = summary.frequency();
            if frequency > 0 {
                repeaters = repeaters.saturating_add(1);
                let logs = summary.log_intervals();
                log_intervals = log_intervals.zip(logs).map(|(sum, logs)| sum + weight * logs);
            }
            let cell = Cell { frequency, recency: summary.recency(), age: summary.age(), weight };
            match cells.last_mut().filter(|last| last.is_alike(&cell)) {
                Some(last) => last.weight += weight,
                None => cells.push(cell),
            }
        }
        Ok(Self { cells, accounts: summaries.len(), repeaters, log_intervals })
    }

    /// The sum of all weights.
    pub(in crate::lifetime) fn weight(&self) -> f64 {
        self.cells.iter().map(|cell| cell.weight).sum()
    }
}

impl Cell {
    fn is_alike(&self, other: &Self) -> bool {
        (self.frequency, self.recency.to_bits(), self.age.to_bits())
            == (other.frequency, other.recency.to_bits(), other.age.to_bits())
    }
}

/// Weights and logarithms stand last in the order, so that sums over equal rows do not depend on the order of the input.
fn compare((left, left_weight): &Row, (right, right_weight): &Row) -> Ordering {
    left.frequency()
        .cmp(&right.frequency())
        .then_with(|| left.recency().total_cmp(&right.recency()))
        .then_with(|| left.age().total_cmp(&right.age()))
        .then_with(|| left_weight.total_cmp(right_weight))
        .then_with(|| {
            let logs = |summary: &PurchaseSummary| summary.log_intervals().unwrap_or(f64::NEG_INFINITY);
            logs(left).total_cmp(&logs(right))
        })
}

/// Checks that there is one weight for each account, and that each is a positive number.
pub(in crate::lifetime) fn check_weights(accounts: usize, weights: Option<&[f64]>) -> Result<(), Problem> {
    let Some(weights) = weights else { return Ok(()) };
    if weights.len() != accounts {
        let message = format!("there are {} weights for {accounts} accounts", weights.len());
        let allowed = "as many weights as accounts";
        return Err(Problem::new(ProblemCode::UnequalLengths, weights.len(), message, allowed).at("weights"));
    }
    match weights.iter().position(|weight| !(1e-9..=1e9).contains(weight)) {
        Some(place) => {
            let weight = weights.get(place).copied().unwrap_or_default();
            let message = format!("`{weight}` is no weight");
            let problem = Problem::new(ProblemCode::NumberOutOfRange, weight, message, "1e-9 to 1e9");
            Err(problem.at(format!("weights[{place}]")))
        }
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(frequency: u32, recency: f64, age: f64) -> PurchaseSummary {
        PurchaseSummary::try_new(frequency, recency, age).unwrap()
    }

    #[test]
    fn equal_rows_become_one() {
        let rows = [summary(1, 3.0, 9.0), summary(0, 0.0, 9.0), summary(1, 3.0, 9.0), summary(1, 2.0, 9.0)];
        let cells = Cells::collapse(&rows, None).unwrap();
        let weights: Vec<_> = cells.cells.iter().map(|cell| (cell.frequency, cell.recency, cell.weight)).collect();
        assert_eq!(weights, [(0, 0.0, 1.0), (1, 2.0, 1.0), (1, 3.0, 2.0)]);
        assert_eq!((cells.accounts, cells.repeaters, cells.log_intervals), (4, 3, None));
    }

    #[test]
    fn the_order_of_rows_does_not_matter() {
        let mut rows = vec![summary(1, 3.0, 9.0); 3];
        let mut weights = vec![0.1, 0.7, 0.3];
        let cells = Cells::collapse(&rows, Some(&weights)).unwrap();
        rows.reverse();
        weights.reverse();
        assert_eq!(Cells::collapse(&rows, Some(&weights)).unwrap(), cells);
        let logs = |value: f64| summary(1, 3.0, 9.0).with_log_intervals(value).unwrap();
        let there = Cells::collapse(&[logs(0.1), logs(0.7), logs(0.3)], None).unwrap();
        let back = Cells::collapse(&[logs(0.3), logs(0.7), logs(0.1)], None).unwrap();
        assert_eq!(there, back);
        assert!((there.log_intervals.unwrap() - 1.1).abs() < 1e-15);
    }

    #[test]
    fn weights_are_checked() {
        let rows = [summary(0, 0.0, 9.0)];
        assert_eq!(Cells::collapse(&rows, Some(&[])).unwrap_err().code, ProblemCode::UnequalLengths);
        for weight in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(Cells::collapse(&rows, Some(&[weight])).unwrap_err().path, "weights[0]");
        }
    }
}

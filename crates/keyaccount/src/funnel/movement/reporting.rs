//! The same lines in the reporting currency.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::ReportedMovement;
use super::lines::{Line, MovementLines};
use crate::playbook::ExchangePolicy;
use crate::values::{Currency, Date, ExactSum, Money};

/// Lines converted at the rates of their days.
pub(super) struct Reporting<'a> {
    exchange: &'a ExchangePolicy,
    lines: MovementLines,
    rates: BTreeMap<(Currency, Date), Option<Decimal>>,
    missing: BTreeSet<Currency>,
}

impl<'a> Reporting<'a> {
    pub(super) fn new(exchange: &'a ExchangePolicy) -> Self {
        Self { exchange, lines: MovementLines::zero(), rates: BTreeMap::new(), missing: BTreeSet::new() }
    }

    pub(super) fn add(&mut self, line: Line, amount: Money, on: Date) {
        let currency = amount.currency();
        let rate = if currency == self.exchange.reporting_currency {
            Some(Decimal::ONE)
        } else {
            let rate_on = || self.exchange.rate_on(currency, on).map(|rate| rate.rate.value());
            *self.rates.entry((currency, on)).or_insert_with(rate_on)
        };
        match rate {
            Some(rate) => self.lines.line_mut(line).add(1, &ExactSum::product(&[amount.amount(), rate])),
            None => {
                self.missing.insert(currency);
            }
        }
    }

    /// The converted movement, or the currencies that a rate was missing for.
    pub(super) fn finish(self) -> Result<ReportedMovement, BTreeSet<Currency>> {
        if !self.missing.is_empty() {
            return Err(self.missing);
        }
        let currency = self.exchange.reporting_currency;
        let lines = self.lines.without_moves();
        let mut effect = ExactSum::zero();
        effect.subtract(&lines.residual());
        Ok(ReportedMovement {
            currency,
            lines: lines.written_in(currency),
            currency_effect: effect.written_in(currency),
        })
    }
}

//! Books steps into lines, exactly.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{Line, MovementLines};
use super::reporting::Reporting;
use super::step::{Snapshot, Spot, Step};
use super::{CurrencyMovement, MovementKind, ReportedMovement, StageMovement, UnknownAmounts};
use crate::playbook::Playbook;
use crate::values::{Currency, Date, ExactSum, Money};

/// The lines of every stage in every currency, the same in the reporting currency, and the counts of what has no amount.
pub(super) struct Sheet<'a> {
    playbook: &'a Playbook,
    rows: BTreeMap<(Currency, Spot<'a>), MovementLines>,
    reporting: Reporting<'a>,
    unknown: UnknownAmounts,
}

/// What a sheet adds up to.
pub(super) struct Totals {
    pub(super) currencies: Vec<CurrencyMovement>,
    pub(super) reporting: Option<ReportedMovement>,
    pub(super) without_amount: UnknownAmounts,
    /// Currencies that a rate is missing for.
    pub(super) without_rate: BTreeSet<Currency>,
}

impl Totals {
    /// How many opportunities an opening or closing has, those without an amount too.
    pub(super) fn in_pipeline(&self, count: impl Fn(&MovementLines) -> usize, without_amount: usize) -> usize {
        self.currencies.iter().fold(without_amount, |sum, currency| sum.saturating_add(count(&currency.total)))
    }
}

impl<'a> Sheet<'a> {
    pub(super) fn new(playbook: &'a Playbook) -> Self {
        let reporting = Reporting::new(&playbook.draft().exchange);
        Self { playbook, rows: BTreeMap::new(), reporting, unknown: UnknownAmounts::default() }
    }

    /// Books what is in the pipeline at the beginning.
    pub(super) fn open(&mut self, snapshot: &Snapshot<'a>, on: Date) {
        self.add(Line::Opening, snapshot.spot, snapshot.amount, on);
        if snapshot.amount.is_none() {
            count(&mut self.unknown.opening);
        }
    }

    /// Books what is in the pipeline at the end.
    pub(super) fn close(&mut self, snapshot: &Snapshot<'a>, on: Date) {
        self.add(Line::Closing, snapshot.spot, snapshot.amount, on);
        if snapshot.amount.is_none() {
            count(&mut self.unknown.closing);
        }
    }

    pub(super) fn book(&mut self, step: &Step<'a>, on: Date) {
        if let Some(counter) = counter(&mut self.unknown, step) {
            count(counter);
        }
        let mut add = |line| self.add(line, step.spot, step.amount, on);
        match step.kind {
            MovementKind::Created => add(Line::Created),
            MovementKind::Reopened => add(Line::Reopened),
            MovementKind::PulledIn => add(Line::PulledIn),
            MovementKind::CurrencyChanged => {
                add(Line::CurrencyOut);
                self.add(Line::CurrencyIn, step.spot, step.to_amount, on);
            }
            MovementKind::Increased => add(Line::Increased),
            MovementKind::Decreased => add(Line::Decreased),
            MovementKind::AmountSet => add(Line::AmountSet),
            MovementKind::AmountCleared => add(Line::AmountCleared),
            MovementKind::Moved => {
                add(Line::MovedOut);
                self.add(Line::MovedIn, step.to.unwrap_or(step.spot), step.amount, on);
            }
            MovementKind::PushedOut => add(Line::PushedOut),
            MovementKind::Won => add(Line::Won),
            MovementKind::Lost => add(Line::Lost),
        }
    }

    fn add(&mut self, line: Line, spot: Spot<'a>, amount: Option<Money>, on: Date) {
        let Some(amount) = amount else { return };
        let row = self.rows.entry((amount.currency(), spot)).or_insert_with(MovementLines::zero);
        row.line_mut(line).add(1, &ExactSum::product(&[amount.amount()]));
        self.reporting.add(line, amount, on);
    }

    pub(super) fn finish(self) -> Totals {
        let mut rows: Vec<_> = self.rows.into_iter().collect();
        rows.sort_by_cached_key(|((currency, spot), _)| (*currency, place_in(self.playbook, *spot)));
        let mut currencies: Vec<CurrencyMovement> = Vec::new();
        for ((currency, spot), lines) in rows {
            let (pipeline, stage) = (spot.pipeline.cloned(), spot.stage.cloned());
            let stage = StageMovement { pipeline, stage, lines: lines.clone().written_in(currency) };
            let lines = lines.without_moves();
            match currencies.last_mut().filter(|last| last.currency == currency) {
                Some(last) => {
                    last.total.add(&lines);
                    last.stages.push(stage);
                }
                None => currencies.push(CurrencyMovement { currency, total: lines, stages: vec![stage] }),
            }
        }
        let written = currencies.into_iter().map(|row| {
            let total = row.total.written_in(row.currency);
            CurrencyMovement { total, ..row }
        });
        let (reporting, without_rate) = match self.reporting.finish() {
            Ok(reporting) => (Some(reporting), BTreeSet::new()),
            Err(missing) => (None, missing),
        };
        Totals { currencies: written.collect(), reporting, without_amount: self.unknown, without_rate }
    }
}

fn count(counter: &mut usize) {
    *counter = counter.saturating_add(1);
}

/// What a step counts among the opportunities without an amount.
const fn counter<'s>(unknown: &'s mut UnknownAmounts, step: &Step<'_>) -> Option<&'s mut usize> {
    match (step.kind, step.amount) {
        (MovementKind::AmountSet, _) => Some(&mut unknown.amount_set),
        (MovementKind::AmountCleared, _) => Some(&mut unknown.amount_cleared),
        (_, Some(_)) => None,
        (MovementKind::Created, None) => Some(&mut unknown.created),
        (MovementKind::Reopened, None) => Some(&mut unknown.reopened),
        (MovementKind::PulledIn, None) => Some(&mut unknown.pulled_in),
        (MovementKind::PushedOut, None) => Some(&mut unknown.pushed_out),
        (MovementKind::Won, None) => Some(&mut unknown.won),
        (MovementKind::Lost, None) => Some(&mut unknown.lost),
        // A move leaves it among them; the others have an amount.
        (
            MovementKind::Moved | MovementKind::CurrencyChanged | MovementKind::Increased | MovementKind::Decreased,
            None,
        ) => None,
    }
}

/// Where a stage stands in the playbook: by pipeline and stage, unknown ones after all others.
fn place_in(playbook: &Playbook, spot: Spot<'_>) -> (usize, usize) {
    let pipelines = &playbook.draft().pipelines;
    let at = spot.pipeline.and_then(|id| pipelines.iter().position(|pipeline| pipeline.id == *id));
    let stage = at.and_then(|at| pipelines.get(at)?.position(spot.stage?));
    (at.unwrap_or(usize::MAX), stage.unwrap_or(usize::MAX))
}

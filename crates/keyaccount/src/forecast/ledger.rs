//! Puts every opportunity where it belongs, in the sums or beside them, and keeps the receipt of that.

use std::collections::BTreeMap;

use super::price::{self, PricedDeal, UnpricedCause, UnpricedDeal};
use super::receipt::{ReceiptPartKind, Receipts};
use super::verdict::{CauseCount, ForecastReceipt};
use crate::facts::ForecastCategory;
use crate::funnel::{HistoryVerdict, OpportunityStatus};
use crate::playbook::Playbook;
use crate::values::Date;

/// Where an opportunity belongs.
pub(super) enum Entry {
    /// In no sum: lost, omitted, or without an event yet.
    Beside,
    /// In the sums.
    Priced(PricedDeal),
    /// In no sum for want of something; where that is but a rate, it has a price in its own currency.
    Unpriced { deal: UnpricedDeal, native: Option<PricedDeal> },
}

/// Sorts opportunities and counts where they went.
pub(super) struct Ledger<'a> {
    playbook: &'a Playbook,
    as_of: Date,
    receipt: ForecastReceipt,
    receipts: Receipts,
    causes: BTreeMap<UnpricedCause, usize>,
}

pub(super) fn count(counter: &mut usize) {
    *counter = counter.saturating_add(1);
}

impl<'a> Ledger<'a> {
    pub(super) fn new(playbook: &'a Playbook, as_of: Date) -> Self {
        let (receipt, receipts) = (ForecastReceipt::default(), Receipts::default());
        Self { playbook, as_of, receipt, receipts, causes: BTreeMap::new() }
    }

    pub(super) fn enter(&mut self, history: &HistoryVerdict) -> Entry {
        count(&mut self.receipt.opportunities);
        let Some(state) = &history.state else {
            self.receipts.add(ReceiptPartKind::NotCreatedYet, &[], None);
            count(&mut self.receipt.not_created_yet);
            return Entry::Beside;
        };
        let amount = state.counted_amount();
        match state.status {
            OpportunityStatus::Lost => {
                self.receipts.add(ReceiptPartKind::Lost, &[], amount);
                count(&mut self.receipt.lost);
                return Entry::Beside;
            }
            OpportunityStatus::Open => count(&mut self.receipt.open),
            OpportunityStatus::Parked => {
                count(&mut self.receipt.open);
                count(&mut self.receipt.parked);
            }
            OpportunityStatus::Booked => count(&mut self.receipt.booked),
            OpportunityStatus::Realised => count(&mut self.receipt.realised),
        }
        if state.status.is_open() && state.close_date.is_some_and(|day| day < self.as_of) {
            count(&mut self.receipt.overdue);
        }
        if history.forecast_category(self.playbook) == Some(ForecastCategory::Omitted) {
            self.receipts.add(ReceiptPartKind::Omitted, &[], amount);
            count(&mut self.receipt.omitted);
            return Entry::Beside;
        }
        match price::price(history, state, self.playbook, self.as_of) {
            Ok(deal) => {
                self.receipts.add(ReceiptPartKind::Priced, &[], amount);
                count(&mut self.receipt.priced);
                Entry::Priced(deal)
            }
            Err(deal) => {
                self.receipts.add(ReceiptPartKind::Unpriced, &deal.causes, amount);
                count(&mut self.receipt.unpriced);
                for cause in &deal.causes {
                    count(self.causes.entry(*cause).or_default());
                }
                let lacks_a_rate_alone = deal.causes == [UnpricedCause::NoRate];
                let native = || price::in_own_currency(history, state, self.playbook, self.as_of);
                Entry::Unpriced { deal, native: lacks_a_rate_alone.then(native).flatten() }
            }
        }
    }

    pub(super) fn receipt(self) -> ForecastReceipt {
        let causes = self.causes.into_iter().map(|(cause, deals)| CauseCount { cause, deals }).collect();
        ForecastReceipt { causes, parts: self.receipts.parts(), whole: self.receipts.whole(), ..self.receipt }
    }
}

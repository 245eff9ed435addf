//! Adds the forecast up: Σ amount × rate × probability, exact, rounded once.

use super::cells::{Row, Rows, Worth};
use super::ledger::{Entry, Ledger};
use super::price::{PricedDeal, UnpricedDeal};
use super::verdict::{
    CurrencyForecast, ForecastReceipt, ForecastSummary, ForecastVerdict, OwnerForecast, QuarterForecast,
};
use crate::facts::Book;
use crate::funnel::{HistoryVerdict, replay_history};
use crate::playbook::{FiscalQuarter, Playbook};
use crate::values::{Currency, Date, MemberId};
use crate::verdict::{Comparison, Reason, Unit};

/// Forecasts a book: every opportunity of every account.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30", "owner": "sales-3",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let forecast = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?);
/// assert_eq!(forecast.summary.amounts.open.total.to_string(), "90000.00");
/// assert_eq!(forecast.summary.amounts.open.weighted.to_string(), "27000.00", "30 % of it");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn weighted_forecast(book: &Book, playbook: &Playbook, as_of: Date) -> ForecastVerdict {
    let mut sheet = Sheet::new(playbook, as_of);
    for opportunity in book.accounts().iter().flat_map(|account| &account.opportunities) {
        sheet.add(&replay_history(opportunity, playbook, as_of));
    }
    sheet.finish()
}

/// Forecasts opportunities whose histories were replayed already, for the same playbook and day.
///
/// # Examples
/// ```
/// use keyaccount::{Playbook, forecast_histories};
///
/// let nothing = forecast_histories(&[], &Playbook::six_stage(), "2026-02-01".parse()?);
/// assert_eq!(nothing.summary.receipt.opportunities, 0);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn forecast_histories<'a>(
    histories: impl IntoIterator<Item = &'a HistoryVerdict>,
    playbook: &Playbook,
    as_of: Date,
) -> ForecastVerdict {
    let mut sheet = Sheet::new(playbook, as_of);
    for history in histories {
        sheet.add(history);
    }
    sheet.finish()
}

struct Sheet<'a> {
    playbook: &'a Playbook,
    as_of: Date,
    ledger: Ledger<'a>,
    all: Row,
    by_quarter: Rows<FiscalQuarter>,
    by_owner: Rows<Option<MemberId>>,
    by_currency: Rows<Currency>,
    deals: Vec<PricedDeal>,
    unpriced: Vec<UnpricedDeal>,
}

impl<'a> Sheet<'a> {
    fn new(playbook: &'a Playbook, as_of: Date) -> Self {
        Self {
            playbook,
            as_of,
            ledger: Ledger::new(playbook, as_of),
            all: Row::new(),
            by_quarter: Rows::new(),
            by_owner: Rows::new(),
            by_currency: Rows::new(),
            deals: Vec::new(),
            unpriced: Vec::new(),
        }
    }

    fn add(&mut self, history: &HistoryVerdict) {
        match self.ledger.enter(history) {
            Entry::Beside => {}
            Entry::Priced(deal) => self.add_priced(deal),
            Entry::Unpriced { deal, native } => {
                if let Some(native) = native {
                    self.by_currency.add(native.amount.currency(), &Worth::own(&native));
                }
                self.unpriced.push(deal);
            }
        }
    }

    fn add_priced(&mut self, deal: PricedDeal) {
        let worth = Worth::reported(&deal);
        self.all.add(&worth);
        self.by_quarter.add(deal.quarter, &worth);
        for (member, share) in deal.parts() {
            self.by_owner.add(member.cloned(), &worth.credited(share.value()));
        }
        let own = if deal.rate.is_some() { Worth::own(&deal) } else { worth };
        self.by_currency.add(deal.amount.currency(), &own);
        self.deals.push(deal);
    }

    fn finish(self) -> ForecastVerdict {
        let currency = self.playbook.draft().exchange.reporting_currency;
        let by_quarter =
            self.by_quarter.into_iter().map(|(quarter, row)| QuarterForecast { quarter, amounts: row.read(currency) });
        let by_owner =
            self.by_owner.into_iter().map(|(owner, row)| OwnerForecast { owner, amounts: row.read(currency) });
        let by_currency = self
            .by_currency
            .into_iter()
            .map(|(currency, row)| CurrencyForecast { currency, amounts: row.read(currency) });
        let receipt = self.ledger.receipt();
        let reasons = vec![weighted_sum(&receipt, currency)];
        ForecastVerdict {
            as_of: self.as_of,
            playbook: self.playbook.fingerprint().to_owned(),
            summary: ForecastSummary {
                reporting_currency: currency,
                amounts: self.all.read(currency),
                by_quarter: by_quarter.collect(),
                by_owner: by_owner.collect(),
                by_currency: by_currency.collect(),
                receipt,
            },
            deals: self.deals,
            unpriced: self.unpriced,
            reasons,
        }
    }
}

/// What was added up.
pub(super) fn weighted_sum(receipt: &ForecastReceipt, currency: Currency) -> Reason {
    let considered = receipt.priced.saturating_add(receipt.unpriced);
    let message = format!(
        "amount × rate × probability, added up exactly in {currency} over {} of {considered} opportunities",
        receipt.priced
    );
    let priced = Comparison::new("priced", receipt.priced, Unit::Count).against(considered);
    Reason::new("weighted_sum", message).comparing(priced)
}

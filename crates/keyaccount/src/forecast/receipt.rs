//! Where every opportunity went: the parts add up to the whole.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::price::UnpricedCause;
use crate::values::{Currency, CurrencySum, ExactSum, Money, vocabulary};

vocabulary! {
    /// Where a forecast put an opportunity.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ReceiptPartKind::NotCreatedYet.as_str(), "not_created_yet");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ReceiptPartKind {
        /// In the sums.
        Priced = "priced", "priced", "已计价";
        /// Left out of the sums, for want of something.
        Unpriced = "unpriced", "not priced", "未计价";
        /// Left out of the sums by its forecast category.
        Omitted = "omitted", "omitted", "不计入";
        /// Lost.
        Lost = "lost", "lost", "丢单";
        /// Without an event up to the day of the verdict.
        NotCreatedYet = "not_created_yet", "not created yet", "尚未创建";
    }
}

/// Opportunities that went the same way, for the same causes.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, ReceiptPartKind, UnpricedCause, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "amount": {"amount": "90000", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let receipt = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?).summary.receipt;
/// let part = &receipt.parts[0];
/// assert_eq!((part.part, &part.causes[..]), (ReceiptPartKind::Unpriced, &[UnpricedCause::NoCloseDate][..]));
/// assert_eq!(part.totals[0].to_string(), "90000.00 USD");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReceiptPart {
    /// Where they went.
    pub part: ReceiptPartKind,
    /// What all of them lack, and nothing else; empty for those in other parts than the unpriced.
    pub causes: Vec<UnpricedCause>,
    /// Opportunities.
    pub deals: usize,
    /// Of these, those whose amount is unknown.
    pub without_amount: usize,
    /// What the others are worth, by currency; exact, rounded nowhere.
    pub totals: Vec<CurrencySum>,
}

/// All opportunities that a forecast looked at.
///
/// # Examples
/// ```
/// use keyaccount::{Playbook, forecast_histories};
///
/// let receipt = forecast_histories(&[], &Playbook::six_stage(), "2026-02-01".parse()?).summary.receipt;
/// assert_eq!((receipt.whole.deals, receipt.parts.len()), (0, 0));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReceiptWhole {
    /// Opportunities.
    pub deals: usize,
    /// Of these, those whose amount is unknown.
    pub without_amount: usize,
    /// What the others are worth, by currency; exact, rounded nowhere.
    pub totals: Vec<CurrencySum>,
}

/// Counts and sums of one part, or of the whole.
#[derive(Default)]
struct Tally {
    deals: usize,
    without_amount: usize,
    totals: BTreeMap<Currency, ExactSum>,
}

impl Tally {
    fn add(&mut self, amount: Option<Money>) {
        self.deals = self.deals.saturating_add(1);
        match amount {
            Some(amount) => self.totals.entry(amount.currency()).or_default().add_money(amount),
            None => self.without_amount = self.without_amount.saturating_add(1),
        }
    }

    fn totals(&self) -> Vec<CurrencySum> {
        let total = |(currency, sum): (&Currency, &ExactSum)| CurrencySum {
            amount: sum.written_in(*currency),
            currency: *currency,
        };
        self.totals.iter().map(total).collect()
    }
}

/// Keeps the parts and, for itself, the whole.
#[derive(Default)]
pub(super) struct Receipts {
    whole: Tally,
    parts: BTreeMap<(ReceiptPartKind, Vec<UnpricedCause>), Tally>,
}

impl Receipts {
    pub(super) fn add(&mut self, part: ReceiptPartKind, causes: &[UnpricedCause], amount: Option<Money>) {
        self.whole.add(amount);
        self.parts.entry((part, causes.to_vec())).or_default().add(amount);
    }

    pub(super) fn parts(&self) -> Vec<ReceiptPart> {
        let part = |((part, causes), tally): (&(ReceiptPartKind, Vec<UnpricedCause>), &Tally)| ReceiptPart {
            part: *part,
            causes: causes.clone(),
            deals: tally.deals,
            without_amount: tally.without_amount,
            totals: tally.totals(),
        };
        self.parts.iter().map(part).collect()
    }

    pub(super) fn whole(&self) -> ReceiptWhole {
        ReceiptWhole { deals: self.whole.deals, without_amount: self.whole.without_amount, totals: self.whole.totals() }
    }
}

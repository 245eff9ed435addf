//! The money of a purchase in the reporting currency, or why it has none there.

use serde::{Deserialize, Serialize};

use crate::facts::Purchase;
use crate::forecast::UnpricedCause;
use crate::playbook::Playbook;
use crate::values::{AccountId, Date, ExactSum, NetMoney, PurchaseId};

/// A purchase whose money is in no sum; as an order it counts all the same.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RfmOptions, UnpricedCause, score_rfm};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [{"id": "o1", "account": "north-plant", "on": "2026-05-01", "supplier": {"type": "us"},
///         "amount": {"amount": "1800", "currency": "EUR"}}]
/// }"#)?;
/// let verdict = score_rfm(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &RfmOptions::default())?;
/// let unpriced = &verdict.unpriced[0];
/// assert_eq!(unpriced.cause, UnpricedCause::NoRate, "to dollars, which the playbook reports in");
/// assert_eq!(unpriced.amount.unwrap().to_string(), "1800 EUR");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnpricedOrder {
    /// The purchase.
    pub purchase: PurchaseId,
    /// The account.
    pub account: AccountId,
    /// The day of the order or return.
    pub on: Date,
    /// What is missing: its amount, or a rate to the reporting currency for the day that counts.
    pub cause: UnpricedCause,
    /// Its amount in its own currency, where that is known.
    #[serde(default)]
    pub amount: Option<NetMoney>,
}

/// The exact money of a purchase in the reporting currency, at the rate that the playbook says: that of the day of the
/// verdict, of the day of the purchase (where it says close date), or of the budget for that day.
pub(super) fn price(purchase: &Purchase, playbook: &Playbook, as_of: Date) -> Result<ExactSum, UnpricedOrder> {
    let unpriced = |cause| UnpricedOrder {
        purchase: purchase.id.clone(),
        account: purchase.account.clone(),
        on: purchase.on,
        cause,
        amount: purchase.amount,
    };
    let money = purchase.amount.ok_or_else(|| unpriced(UnpricedCause::NoAmount))?;
    let factor = playbook.draft().exchange.factor_for(money.currency(), purchase.on, as_of);
    let factor = factor.ok_or_else(|| unpriced(UnpricedCause::NoRate))?;
    Ok(ExactSum::product(&[money.amount(), factor]))
}

//! Purchases, ours and, where known, a competitor's.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Date, Label, NetMoney, PurchaseId, Quantity};

/// Who the customer bought from.
///
/// # Examples
/// ```
/// use keyaccount::Supplier;
///
/// let rival = Supplier::Competitor { name: "Rival Presses".parse()? };
/// assert_ne!(rival, Supplier::Us {});
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum Supplier {
    /// From us.
    Us {},
    /// From a competitor.
    Competitor {
        /// Which one.
        name: Label,
    },
}

/// One order, or a return where the amount or quantity is negative.
///
/// # Examples
/// ```
/// use keyaccount::{NetMoney, Purchase, Supplier};
///
/// let order = Purchase {
///     id: "order-1".parse()?,
///     account: "north-plant".parse()?,
///     on: "2026-01-12".parse()?,
///     supplier: Supplier::Us {},
///     category: Some("lubricants".parse()?),
///     product: None,
///     amount: Some(NetMoney::parse("1800", "EUR".parse()?)?),
///     quantity: None,
/// };
/// assert!(!order.is_return());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Purchase {
    /// Identifies the purchase; unique in a book.
    pub id: PurchaseId,
    /// The account that bought.
    pub account: AccountId,
    /// The day of the order.
    pub on: Date,
    /// Who it was bought from.
    pub supplier: Supplier,
    /// The product category; suppliers are compared within a category.
    #[serde(default)]
    pub category: Option<Label>,
    /// The product.
    #[serde(default)]
    pub product: Option<Label>,
    /// What was paid; negative for a return or credit note; null means unknown.
    #[serde(default)]
    pub amount: Option<NetMoney>,
    /// How much was bought; negative for a return; null means unknown.
    #[serde(default)]
    pub quantity: Option<Quantity>,
}

impl Purchase {
    /// Whether goods or money went back.
    #[must_use]
    pub fn is_return(&self) -> bool {
        self.amount.is_some_and(|money| money.amount() < rust_decimal::Decimal::ZERO)
            || self.quantity.is_some_and(|quantity| quantity.value() < rust_decimal::Decimal::ZERO)
    }

    /// Whether it is an order placed with us.
    #[must_use]
    pub fn is_our_order(&self) -> bool {
        matches!(self.supplier, Supplier::Us {}) && !self.is_return()
    }
}

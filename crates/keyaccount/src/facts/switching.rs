//! What it would cost an account to leave us.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Date, Note, vocabulary};

vocabulary! {
    /// What keeps a customer from leaving a supplier. Source: `[OCD]`, D10.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, SwitchingCostKind};
    ///
    /// assert_eq!(SwitchingCostKind::ALL.len(), 5);
    /// assert_eq!(SwitchingCostKind::Sunk.label(Language::ZhHans), "沉没成本");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum SwitchingCostKind {
        /// What ending it costs: terms, penalties, stock to write off.
        Exit = "exit", "exit cost", "退出成本";
        /// What bringing people, machines and processes to another supplier costs.
        Conversion = "conversion", "conversion cost", "转化成本";
        /// What was put into the relationship and would be lost.
        Sunk = "sunk", "sunk cost", "沉没成本";
        /// What leaving means to people: habit, ties, the risk of having been wrong.
        Psychological = "psychological", "psychological cost", "心理成本";
        /// What finding, comparing and contracting another supplier costs.
        Transaction = "transaction", "transaction cost", "交易成本";
    }
}

vocabulary! {
    /// How high a cost of switching is.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::SwitchingCostLevel;
    ///
    /// assert!(SwitchingCostLevel::High > SwitchingCostLevel::Low);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum SwitchingCostLevel {
        /// It keeps nobody.
        Low = "low", "low", "低";
        /// It is weighed.
        Medium = "medium", "medium", "中";
        /// It keeps the customer.
        High = "high", "high", "高";
    }
}

/// What was known of a cost of switching from a day on.
///
/// # Examples
/// ```
/// use keyaccount::{SwitchingCost, SwitchingCostKind, SwitchingCostLevel};
///
/// let cost = SwitchingCost {
///     account: "north-plant".parse()?,
///     on: "2026-03-02".parse()?,
///     kind: SwitchingCostKind::Conversion,
///     level: Some(SwitchingCostLevel::High),
///     note: Some("all presses would have to be set up anew".parse()?),
/// };
/// assert_eq!(cost.kind.as_str(), "conversion");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SwitchingCost {
    /// The account; with the kind and the day it identifies the record.
    pub account: AccountId,
    /// The day from which it was known so.
    pub on: Date,
    /// The kind of cost.
    pub kind: SwitchingCostKind,
    /// How high it is; null means unknown, which is not low.
    #[serde(default)]
    pub level: Option<SwitchingCostLevel>,
    /// What it consists of.
    #[serde(default)]
    pub note: Option<Note>,
}

//! What we spent on an account's people.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Date, ExpenseId, MemberId, Money, OpportunityId, StakeholderId, vocabulary};

vocabulary! {
    /// What an expense was for. Source: `[KRM]`, D34.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::ExpenseKind;
    ///
    /// assert!(ExpenseKind::Gift.is_inducement());
    /// assert!(!ExpenseKind::Sample.is_inducement());
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum ExpenseKind {
        /// Travel of ours.
        Travel = "travel", "travel", "差旅";
        /// A meal or an event with people of the customer.
        Hospitality = "hospitality", "hospitality", "招待";
        /// Samples and trials of the product.
        Sample = "sample", "samples and trials", "样品与试用";
        /// Training of the customer's people.
        Training = "training", "training", "培训";
        /// A gift to a person.
        Gift = "gift", "gift to a person", "个人礼品";
        /// A payment to a person.
        PaymentToPerson = "payment_to_person", "payment to a person", "向个人付款";
        /// Anything else.
        Other = "other", "other", "其他";
    }
}

impl ExpenseKind {
    /// Whether it gives a person an advantage, so that it has to be looked into.
    #[must_use]
    pub const fn is_inducement(self) -> bool {
        matches!(self, Self::Gift | Self::PaymentToPerson)
    }
}

/// Money spent on an account.
///
/// # Examples
/// ```
/// use keyaccount::{Expense, ExpenseKind};
///
/// let trip = Expense::new("expense-4".parse()?, "north-plant".parse()?, "2026-05-04".parse()?, ExpenseKind::Travel);
/// assert!(trip.amount.is_none(), "not known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expense {
    /// Identifies the expense; unique in a book.
    pub id: ExpenseId,
    /// The account.
    pub account: AccountId,
    /// The day.
    pub on: Date,
    /// What it was for.
    pub kind: ExpenseKind,
    /// The opportunity it served; null means none in particular.
    #[serde(default)]
    pub opportunity: Option<OpportunityId>,
    /// The person who had it; null means nobody in particular, or unknown.
    #[serde(default)]
    pub stakeholder: Option<StakeholderId>,
    /// Who of us spent it.
    #[serde(default)]
    pub by: Option<MemberId>,
    /// How much; null means unknown.
    #[serde(default)]
    pub amount: Option<Money>,
}

impl Expense {
    /// An expense of unknown amount.
    #[must_use]
    pub const fn new(id: ExpenseId, account: AccountId, on: Date, kind: ExpenseKind) -> Self {
        Self { id, account, on, kind, opportunity: None, stakeholder: None, by: None, amount: None }
    }
}

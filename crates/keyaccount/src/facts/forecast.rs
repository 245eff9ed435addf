//! What a forecast knows of an opportunity beside its amount: category, credit, recurring revenue; and what people
//! state beside a forecast: quotas and adjustments.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::values::{
    AdjustmentId, CurrencySum, Date, ExactSum, MemberId, Moment, Money, Note, QuotaId, Share, vocabulary,
};

vocabulary! {
    /// How far an opportunity counts in a forecast. Source: `[KRM]`, D4.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::ForecastCategory;
    ///
    /// assert!(ForecastCategory::Commit > ForecastCategory::BestCase);
    /// assert_eq!(ForecastCategory::default(), ForecastCategory::Pipeline);
    /// ```
    #[derive(Default, PartialOrd, Ord)]
    pub enum ForecastCategory {
        /// In no sum.
        Omitted = "omitted", "omitted", "不计入";
        /// Open, and that is all that can be said.
        #[default]
        Pipeline = "pipeline", "pipeline", "管道";
        /// Likely if all goes well.
        BestCase = "best_case", "best case", "最佳情况";
        /// Promised to be won.
        Commit = "commit", "commit", "承诺";
        /// Signed.
        Closed = "closed", "closed", "已成交";
    }
}

/// What part of an opportunity's amount a member of our team gets credit for.
///
/// # Examples
/// ```
/// use keyaccount::CreditShare;
///
/// let credit = CreditShare { member: "sales-3".parse()?, share: "0.6".parse()? };
/// assert_eq!(credit.share.to_string(), "0.6");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CreditShare {
    /// Who.
    pub member: MemberId,
    /// The part, exact to four places; those of one opportunity add up to 1.
    pub share: Share,
}

/// Whether credits give away the whole and name nobody twice; none at all leaves it to the owner.
pub(crate) fn are_whole(credits: &[CreditShare]) -> bool {
    let members: BTreeSet<&MemberId> = credits.iter().map(|credit| &credit.member).collect();
    let shares = credits.iter().fold(Decimal::ZERO, |sum, credit| sum.saturating_add(credit.share.value()));
    credits.is_empty() || (members.len() == credits.len() && shares == Decimal::ONE)
}

/// What is paid again and again, beside the amount that is paid once.
///
/// # Examples
/// ```
/// use keyaccount::{Money, RecurringRevenue};
///
/// let service = RecurringRevenue { monthly: Money::parse("500", "EUR".parse()?)?, months: 36 };
/// let once = |currency: &str| Money::parse("2000", currency.parse()?);
/// assert_eq!(service.contract_value(None).unwrap().to_string(), "18000.00 EUR");
/// assert_eq!(service.contract_value(Some(once("EUR")?)).unwrap().to_string(), "20000.00 EUR");
/// assert!(service.contract_value(Some(once("USD")?)).is_none(), "currencies are never added up");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecurringRevenue {
    /// What is paid each month.
    pub monthly: Money,
    /// For how many months that is agreed; 0 where no time is agreed, which adds nothing to the contract's value.
    pub months: u32,
}

impl RecurringRevenue {
    /// What the contract is worth in all: what is paid once, and each month of the time agreed; none where the two are
    /// in different currencies.
    #[must_use]
    pub fn contract_value(self, once: Option<Money>) -> Option<CurrencySum> {
        let currency = self.monthly.currency();
        let mut value = ExactSum::product(&[self.monthly.amount(), self.months.into()]);
        if let Some(once) = once {
            if once.currency() != currency {
                return None;
            }
            value.add_money(once);
        }
        Some(CurrencySum { amount: value.written_in(currency), currency })
    }
}

/// What a member of our team, or the company, is to book in a period.
///
/// # Examples
/// ```
/// use keyaccount::Quota;
///
/// let quota: Quota = serde_json::from_str(r#"{
///     "id": "q2-sales-3", "member": "sales-3", "first": "2026-04-01", "last": "2026-06-30",
///     "amount": {"amount": "400000", "currency": "EUR"}
/// }"#)?;
/// assert_eq!(quota.amount.to_string(), "400000 EUR");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quota {
    /// Identifies the quota; unique in a book.
    pub id: QuotaId,
    /// Whose it is, with everybody who reports to them; null means the company's.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// The period's first day.
    pub first: Date,
    /// The period's last day.
    pub last: Date,
    /// What is to be booked.
    pub amount: Money,
}

/// A person's own figure for a period, which stands beside what adds up and never in it.
///
/// # Examples
/// ```
/// use keyaccount::ForecastAdjustment;
///
/// let adjustment: ForecastAdjustment = serde_json::from_str(r#"{
///     "id": "a1", "at": "2026-05-04", "by": "head-of-sales", "member": "sales-3",
///     "first": "2026-04-01", "last": "2026-06-30",
///     "amount": {"amount": "350000", "currency": "EUR"}, "note": "two of them will slip"
/// }"#)?;
/// assert!(adjustment.category.is_none(), "it concerns every category");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastAdjustment {
    /// Identifies the adjustment; unique in a book.
    pub id: AdjustmentId,
    /// When it was made.
    pub at: Moment,
    /// Who made it.
    pub by: MemberId,
    /// Whose figure it is, with everybody who reports to them; null means the company's.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// The period's first day.
    pub first: Date,
    /// The period's last day.
    pub last: Date,
    /// The category it concerns; null means all that is in the sums.
    #[serde(default)]
    pub category: Option<ForecastCategory>,
    /// The figure.
    pub amount: Money,
    /// Why.
    #[serde(default)]
    pub note: Option<Note>,
}

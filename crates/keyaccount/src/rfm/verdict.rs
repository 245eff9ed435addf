//! The shape of scores by recency, frequency and money.

use serde::{Deserialize, Serialize};

use super::options::{RecencyBasis, RfmMethod};
use super::price::UnpricedOrder;
use crate::playbook::{RfmScore, RfmSegment};
use crate::values::{AccountId, Currency, CurrencySum, Date, Period, Share, vocabulary};
use crate::verdict::{Reason, Unit};

vocabulary! {
    /// What a score is of.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::RfmMeasure::Monetary.as_str(), "monetary");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum RfmMeasure {
        /// How lately, or for how long, an account has been buying.
        Recency = "recency", "recency", "最近购买";
        /// How often it buys.
        Frequency = "frequency", "frequency", "购买频率";
        /// For how much it buys.
        Monetary = "monetary", "money", "购买金额";
    }
}

/// An account with its numbers, scores and segment.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RfmOptions, RfmSegment, score_rfm};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-02-10", "supplier": {"type": "us"},
///             "amount": {"amount": "18000", "currency": "USD"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-05-10", "supplier": {"type": "us"},
///             "amount": {"amount": "12000", "currency": "USD"}},
///         {"id": "r1", "account": "north-plant", "on": "2026-05-20", "supplier": {"type": "us"},
///             "amount": {"amount": "-2000", "currency": "USD"}}
///     ]
/// }"#)?;
/// let verdict = score_rfm(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &RfmOptions::default())?;
/// let account = &verdict.accounts[0];
/// assert_eq!((account.days_since_last_order, account.days_first_to_last, account.days_since_first_order), (51, 89, 140));
/// assert_eq!((account.orders, account.money.as_ref().unwrap().to_string()), (2, "28000.00 USD".to_owned()));
/// assert_eq!((account.code.as_str(), account.segment), ("523", RfmSegment::PotentialLoyalists));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RfmAccount {
    /// The account.
    pub account: AccountId,
    /// The day of its first order known.
    pub first_order: Date,
    /// The day of its last order.
    pub last_order: Date,
    /// Days from the last order to the day of the verdict: recency, as marketing has it.
    pub days_since_last_order: u32,
    /// Days from the first to the last order: recency, as models of repeat purchases have it.
    pub days_first_to_last: u32,
    /// Days from the first order to the day of the verdict: the account's age.
    pub days_since_first_order: u32,
    /// Frequency: days with orders in the window. Orders of one day are one, a return is none.
    pub orders: usize,
    /// Days with orders ever.
    pub orders_ever: usize,
    /// Orders less returns of the window, rounded once; null where purchases are known but the price of none.
    #[serde(default)]
    pub money: Option<CurrencySum>,
    /// The money by the days with orders in the window, rounded half-even; null where either is missing.
    #[serde(default)]
    pub money_per_order: Option<CurrencySum>,
    /// Orders and returns of the window that have no price and are not in the money.
    pub unpriced: usize,
    /// The score of recency.
    pub recency_score: RfmScore,
    /// The score of frequency.
    pub frequency_score: RfmScore,
    /// The score of money; null where the money is not known.
    #[serde(default)]
    pub monetary_score: Option<RfmScore>,
    /// The score of the days since the last order, which the segment goes by: that of recency, unless the other recency was
    /// asked for.
    pub silence_score: RfmScore,
    /// The three scores in one, such as `545`; a hyphen stands for one that is not known.
    pub code: String,
    /// What these scores are called.
    pub segment: RfmSegment,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The accounts that have one score, and the values they have.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RfmOptions, score_rfm};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [{"id": "o1", "account": "north-plant", "on": "2026-05-01", "supplier": {"type": "us"}}]
/// }"#)?;
/// let verdict = score_rfm(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &RfmOptions::default())?;
/// let best = &verdict.scales[0].classes[4];
/// assert_eq!((best.score.value(), best.accounts, best.limit.as_deref()), (5, 1, Some("100")));
/// assert_eq!((best.least.as_deref(), best.most.as_deref()), (Some("60"), Some("60")));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RfmScaleClass {
    /// The score.
    pub score: RfmScore,
    /// How many accounts have it.
    pub accounts: usize,
    /// The least value of these; null where there is none.
    #[serde(default)]
    pub least: Option<String>,
    /// The most of these; null where there is none.
    #[serde(default)]
    pub most: Option<String>,
    /// The playbook's limit, which a value has to keep for this score: the most days since the last order, and the least of
    /// everything else. Null for the worst score, which has none, and by quantiles, where other accounts are the limit.
    #[serde(default)]
    pub limit: Option<String>,
}

/// What the scores of one measure mean in this verdict.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RfmMeasure, RfmOptions, score_rfm};
///
/// let as_of = "2026-06-30".parse()?;
/// let verdict = score_rfm(&Book::default(), &Playbook::six_stage(), as_of, &RfmOptions::default())?;
/// let measures: Vec<_> = verdict.scales.iter().map(|scale| scale.measure).collect();
/// assert_eq!(measures, [RfmMeasure::Recency, RfmMeasure::Frequency, RfmMeasure::Monetary]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RfmScale {
    /// What is scored.
    pub measure: RfmMeasure,
    /// The unit of its values and limits.
    pub unit: Unit,
    /// The five scores, the worst first.
    pub classes: Vec<RfmScaleClass>,
}

/// The accounts of one segment together.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RfmOptions, RfmSegment, score_rfm};
///
/// let as_of = "2026-06-30".parse()?;
/// let verdict = score_rfm(&Book::default(), &Playbook::six_stage(), as_of, &RfmOptions::default())?;
/// assert_eq!(verdict.segments.len(), RfmSegment::ALL.len());
/// assert!(verdict.segments.iter().all(|segment| segment.accounts == 0 && segment.share_of_accounts.is_none()));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RfmSegmentSummary {
    /// The segment.
    pub segment: RfmSegment,
    /// How many accounts are in it.
    pub accounts: usize,
    /// Their part of the accounts scored; null where none is.
    #[serde(default)]
    pub share_of_accounts: Option<Share>,
    /// Their money of the window, as far as it is known.
    pub money: CurrencySum,
    /// Its part of the money of all accounts scored; null where that is not above zero, or the part is not within it.
    #[serde(default)]
    pub share_of_money: Option<Share>,
    /// Accounts in it whose money is not known, or only in part.
    pub incomplete: usize,
}

/// Where every purchase of the book went. `orders` and `returns` together are `before_window`, `priced`, `unpriced` and
/// `without_order` together.
///
/// # Examples
/// ```
/// let nothing = keyaccount::RfmReceipt::default();
/// assert_eq!(nothing.orders, 0);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RfmReceipt {
    /// Our orders up to the day of the verdict.
    pub orders: usize,
    /// Returns and credit notes up to it.
    pub returns: usize,
    /// Orders with competitors, which count for nothing here.
    pub of_competitors: usize,
    /// Purchases dated after the day of the verdict, which are not known yet.
    pub after_as_of: usize,
    /// Our orders and returns before the window: they count for recency alone.
    pub before_window: usize,
    /// Our orders and returns whose money is in the sums.
    pub priced: usize,
    /// Our orders and returns whose money is not.
    pub unpriced: usize,
    /// Returns of accounts of which no order is known.
    pub without_order: usize,
}

/// Accounts scored by recency, frequency and money. Source: D14, D19.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RfmOptions, score_rfm};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let verdict = score_rfm(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &RfmOptions::default())?;
/// assert_eq!((verdict.accounts.len(), verdict.prospects[0].as_str()), (0, "north-plant"), "no order: not lost");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RfmVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The currency of all sums.
    pub reporting_currency: Currency,
    /// How numbers became scores.
    pub method: RfmMethod,
    /// Which recency was scored.
    pub recency: RecencyBasis,
    /// The days that frequency and money are of; null means all that is known.
    #[serde(default)]
    pub window: Option<Period>,
    /// The accounts with at least one order, by identifier.
    pub accounts: Vec<RfmAccount>,
    /// What the scores mean: of recency, of frequency, of money.
    pub scales: Vec<RfmScale>,
    /// Every segment with its accounts together, the best first.
    pub segments: Vec<RfmSegmentSummary>,
    /// The money of all accounts scored, as far as it is known.
    pub money: CurrencySum,
    /// The accounts that have never ordered, by identifier: prospects, not lost.
    pub prospects: Vec<AccountId>,
    /// Accounts of which returns are known but no order, by identifier: not scored.
    pub returns_only: Vec<AccountId>,
    /// Orders and returns of the window that have no price, by account, day and identifier.
    pub unpriced: Vec<UnpricedOrder>,
    /// Where every purchase went.
    pub receipt: RfmReceipt,
    /// The rules behind the scores.
    pub reasons: Vec<Reason>,
}

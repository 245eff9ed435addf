//! What is said about the share of wallet.

use serde::{Deserialize, Serialize};

use crate::lifecycle::TrendDirection;
use crate::values::{
    Currency, CurrencySum, Date, Estimate, EstimateChange, ExactSum, Label, Money, Ratio, Share, vocabulary,
};
use crate::verdict::Reason;

vocabulary! {
    /// What a share of wallet is told from.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::WalletBasis::OwnOrdersOnly.as_str(), "own_orders_only");
    /// ```
    pub enum WalletBasis {
        /// An estimate of all that the account buys.
        Estimate = "estimate", "estimate of the wallet", "采购总额估计";
        /// The purchases from competitors that we know of.
        CompetitorPurchases = "competitor_purchases", "known purchases from competitors", "已知竞争对手订单";
        /// Only our own orders are known: the share is unknown.
        OwnOrdersOnly = "own_orders_only", "own orders only", "仅我方订单";
    }
}

/// What was bought within a period, from us and from all suppliers known.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, judge_loyalty};
///
/// let order = |month: u32, supplier: &str| format!(
///     r#"{{"id": "o{month}", "account": "north-plant", "on": "2025-{month:02}-10", "supplier": {supplier}}}"#
/// );
/// let us = r#"{"type": "us"}"#;
/// let rival = r#"{"type": "competitor", "name": "Rival"}"#;
/// let orders: Vec<String> = (1..=12).map(|month| order(month, if month < 7 { us } else { rival })).collect();
/// let accounts = r#""accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]"#;
/// let book = Book::from_json(&format!(r#"{{{accounts}, "purchases": [{}]}}"#, orders.join(",")))?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2025-12-31".parse()?);
/// let series = verdict.wallet.purchases.unwrap();
/// let last = series.periods.last().unwrap();
/// assert_eq!((last.our_orders, last.orders), (0, 6));
/// assert_eq!((last.share_of_orders.unwrap().to_string(), last.share_of_money), ("0".into(), None));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WalletPeriod {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Orders from us; those of one day are one.
    pub our_orders: usize,
    /// Orders from all suppliers; those of one day from one supplier are one.
    pub orders: usize,
    /// The money of our orders less that of returns; null where an amount or a common currency is not known.
    #[serde(default)]
    pub our_money: Option<ExactSum>,
    /// The money of all orders less that of returns; likewise.
    #[serde(default)]
    pub money: Option<ExactSum>,
    /// The currency of the money; null where there is none in common.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// Our part of the money; null where it is not known, nothing was spent, or returns outweigh orders.
    #[serde(default)]
    pub share_of_money: Option<Share>,
    /// Our part of the orders; null where there were none.
    #[serde(default)]
    pub share_of_orders: Option<Share>,
}

/// The share of wallet by periods, in the categories in which competitors' purchases are known.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [{"id": "o1", "account": "north-plant", "on": "2025-01-10", "supplier": {"type": "us"}}]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2025-12-31".parse()?);
/// assert!(verdict.wallet.purchases.is_none(), "no competitor's purchase is known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WalletSeries {
    /// Days of a period: 91, 182 or 364, the shortest that holds enough purchases on average.
    pub period_days: u32,
    /// The periods, oldest first; the last one ends on the day of the verdict.
    pub periods: Vec<WalletPeriod>,
    /// Our part of what was bought in the 365 days up to the day of the verdict; null where nothing was.
    #[serde(default)]
    pub share: Option<Share>,
    /// Whether that is by money; else by orders.
    pub share_by_money: bool,
    /// What was bought elsewhere in these days; null where it is not known.
    #[serde(default)]
    pub not_ours: Option<CurrencySum>,
    /// Whether the trend is by money; else by orders.
    pub by_money: bool,
    /// Periods with a known share, from which the trend is told.
    pub judged_periods: usize,
    /// Where the share is going; unknown where fewer than four periods have a share.
    pub direction: TrendDirection,
    /// By how much the share moved from the first of these periods to the last, by the median of the slopes between all
    /// pairs of them, so that one odd period does not count; null where the direction is unknown.
    #[serde(default)]
    pub change: Option<EstimateChange>,
    /// Pairs of periods of which the later has the larger share.
    pub rising_pairs: u64,
    /// Pairs of periods of which the later has the smaller share.
    pub falling_pairs: u64,
    /// How often chance alone goes as far in this direction, exact; null where the pairs are balanced or too few.
    #[serde(default)]
    pub chance: Option<Estimate>,
    /// Categories left out because no competitor's order is known in them.
    pub uncontested_categories: usize,
}

/// What we have of the wallet by an estimate of it.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [{
///         "id": "o1", "account": "north-plant", "on": "2025-01-10", "supplier": {"type": "us"},
///         "amount": {"amount": "50000", "currency": "EUR"}
///     }],
///     "wallet_estimates": [{
///         "account": "north-plant", "on": "2025-06-01", "per_year": {"amount": "100000", "currency": "EUR"}
///     }]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-01-09".parse()?);
/// let wallet = &verdict.wallet.estimates[0];
/// assert_eq!(wallet.share.unwrap().to_string(), "0.5"); // half a customer
/// assert_eq!(wallet.not_ours.as_ref().unwrap().to_string(), "50000.00 EUR");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EstimatedWallet {
    /// The category; null for the whole account.
    #[serde(default)]
    pub category: Option<Label>,
    /// The day of the estimate.
    pub on: Date,
    /// What the account is thought to spend in a year.
    pub per_year: Money,
    /// What it spent with us in the 365 days up to the day of the verdict, returns netted; where our first order is
    /// younger, what it spent since, brought to a year; null where that is not known in this currency.
    #[serde(default)]
    pub our_spend: Option<CurrencySum>,
    /// What it is known to have spent with all suppliers in these days; null where that is not known, or for less than a
    /// year.
    #[serde(default)]
    pub known_spend: Option<CurrencySum>,
    /// The days that our spend is taken from.
    #[serde(default)]
    pub spend_days: Option<u32>,
    /// Our part of the estimate; null where our spend is not known or the estimate is contradicted.
    #[serde(default)]
    pub share: Option<Share>,
    /// What is left of the estimate; null likewise.
    #[serde(default)]
    pub not_ours: Option<CurrencySum>,
    /// Whether more is known to be spent than the estimate says.
    pub contradicted: bool,
    /// Our spend as a multiple of the estimate: above 1 it contradicts it.
    #[serde(default)]
    pub spend_over_estimate: Option<Ratio>,
    /// Whether it is older than the playbook's `estimate_days`.
    pub outdated: bool,
    /// The day of the estimate before; null where there is none.
    #[serde(default)]
    pub estimated_before: Option<Date>,
    /// Our part of that one on its day; null where it is not known or was contradicted.
    #[serde(default)]
    pub share_before: Option<Share>,
    /// By how much our part changed since.
    #[serde(default)]
    pub change: Option<EstimateChange>,
    /// Where our part is going, from one estimate to the next.
    pub direction: TrendDirection,
}

/// How much of what an account buys is ours. Source: `[OCD]`, D10.
///
/// # Examples
/// ```
/// use keyaccount::{Account, AccountBook, Playbook, WalletBasis, judge_loyalty};
///
/// let account = AccountBook::new(Account::new("north-plant".parse()?, "North Plant Ltd".parse()?));
/// let wallet = judge_loyalty(&account, &Playbook::six_stage(), "2026-05-01".parse()?).wallet;
/// assert_eq!((wallet.basis, wallet.share), (WalletBasis::OwnOrdersOnly, None)); // unknown, neither 0 nor 1
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WalletVerdict {
    /// What the share is told from: an estimate of the whole account, if there is one that is neither outdated nor
    /// contradicted; else known purchases.
    pub basis: WalletBasis,
    /// Our part of what the account buys in a year; null means unknown.
    #[serde(default)]
    pub share: Option<Share>,
    /// Where it is going: by the periods where they tell, else from one estimate to the next.
    pub trend: TrendDirection,
    /// What the account buys elsewhere in a year: what would make it one whole customer. Null means unknown.
    #[serde(default)]
    pub not_ours: Option<CurrencySum>,
    /// The share by periods; null where no competitor's purchase is known.
    #[serde(default)]
    pub purchases: Option<WalletSeries>,
    /// The latest estimate of every category, that of the whole account first.
    pub estimates: Vec<EstimatedWallet>,
    /// Why.
    pub reasons: Vec<Reason>,
}

//! The shape of a concentration.

use serde::{Deserialize, Serialize};

use super::options::ConcentrationUnit;
use crate::rfm::price::UnpricedOrder;
use crate::values::{AccountId, Currency, CurrencySum, Date, Estimate, Period, Ratio, Share};
use crate::verdict::Reason;

/// An account or group, and what it holds of the whole.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ConcentrationOptions, Playbook, value_concentration};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [{"id": "o1", "account": "north-plant", "on": "2026-05-01", "supplier": {"type": "us"},
///         "amount": {"amount": "1800", "currency": "USD"}}]
/// }"#)?;
/// let options = ConcentrationOptions::default();
/// let verdict = value_concentration(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &options)?;
/// let holder = &verdict.holders[0];
/// assert_eq!((holder.rank, holder.money.to_string()), (1, "1800.00 USD".to_owned()));
/// assert_eq!(holder.share.unwrap().to_string(), "1");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ValueHolder {
    /// Its place by money, from 1; equals have one rank, that of the first of them.
    pub rank: usize,
    /// The account, or the one at the head of the group.
    pub account: AccountId,
    /// How many accounts bought or sent back: 1, or those of the group.
    pub members: usize,
    /// Orders less returns of the period.
    pub money: CurrencySum,
    /// Its part of the whole; null where that is not above zero, and for what is left out of it.
    #[serde(default)]
    pub share: Option<Estimate>,
    /// The part of all down to here; null likewise.
    #[serde(default)]
    pub cumulative_share: Option<Estimate>,
    /// Orders and returns of it that have no price and are not in the money.
    pub unpriced: usize,
}

/// A point of the Lorenz curve.
///
/// # Examples
/// ```
/// use keyaccount::LorenzPoint;
///
/// let point: LorenzPoint =
///     serde_json::from_str(r#"{"accounts": 4, "share_of_accounts": "0.8", "share_of_money": "0.2"}"#)?;
/// assert_eq!(point.share_of_money.to_string(), "0.2", "is what the poorest four fifths hold");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LorenzPoint {
    /// So many of those with the least money…
    pub accounts: usize,
    /// …are this part of all…
    pub share_of_accounts: Estimate,
    /// …and hold this part of the money.
    pub share_of_money: Estimate,
}

/// What the largest hold.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ConcentrationOptions, Playbook, value_concentration};
///
/// let as_of = "2026-06-30".parse()?;
/// let nothing = value_concentration(&Book::default(), &Playbook::six_stage(), as_of, &ConcentrationOptions::default())?;
/// assert_eq!((nothing.top.accounts.to_string(), nothing.top.share_of_money), ("0".to_owned(), None));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TopShare {
    /// The part of the accounts asked for…
    pub share_of_accounts: Share,
    /// …is so many of them, whole or in parts…
    pub accounts: Ratio,
    /// …and holds this part of the money; null where there is none.
    #[serde(default)]
    pub share_of_money: Option<Estimate>,
}

/// How few hold how much.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ConcentrationOptions, Playbook, value_concentration};
///
/// let as_of = "2026-06-30".parse()?;
/// let nothing = value_concentration(&Book::default(), &Playbook::six_stage(), as_of, &ConcentrationOptions::default())?;
/// assert_eq!((nothing.reach.share_of_money.to_string(), nothing.reach.accounts), ("0.8".to_owned(), None));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TargetReach {
    /// The part of the money asked for…
    pub share_of_money: Share,
    /// …is held by so few accounts, and no fewer; null where there is no money.
    #[serde(default)]
    pub accounts: Option<usize>,
    /// They are this part of all; null likewise.
    #[serde(default)]
    pub share_of_accounts: Option<Estimate>,
    /// They hold this part of the money, the last of them whole; null likewise.
    #[serde(default)]
    pub reached: Option<Estimate>,
    /// So many more have just as much as the last of them: which of these are in is chance.
    pub tied: usize,
}

/// How unevenly the money of a period is spread. Source: D19.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ConcentrationOptions, Playbook, value_concentration};
///
/// let as_of = "2026-06-30".parse()?;
/// let nothing = value_concentration(&Book::default(), &Playbook::six_stage(), as_of, &ConcentrationOptions::default())?;
/// assert!(nothing.gini.is_none() && nothing.curve.is_empty(), "nothing has no spread");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConcentrationVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The currency of all sums.
    pub reporting_currency: Currency,
    /// The days whose purchases count; null means all up to the day of the verdict.
    #[serde(default)]
    pub period: Option<Period>,
    /// Whose money is one.
    pub by: ConcentrationUnit,
    /// The money of all holders.
    pub money: CurrencySum,
    /// The Gini coefficient; null where there is no money.
    #[serde(default)]
    pub gini: Option<Estimate>,
    /// The same with the correction for few holders, n ÷ (n − 1); null for a single one too.
    #[serde(default)]
    pub gini_corrected: Option<Estimate>,
    /// The Herfindahl–Hirschman index, from 1 ÷ n to 1; null where there is no money.
    #[serde(default)]
    pub herfindahl: Option<Estimate>,
    /// How many holders of one size would be as concentrated by that index; null likewise.
    #[serde(default)]
    pub equal_accounts: Option<Ratio>,
    /// What the top part of the holders holds.
    pub top: TopShare,
    /// How few hold a part of the money.
    pub reach: TargetReach,
    /// The Lorenz curve from nobody to everybody, at most 101 points of it; empty where there is no money.
    pub curve: Vec<LorenzPoint>,
    /// Who holds it, the most first; equals by identifier.
    pub holders: Vec<ValueHolder>,
    /// Who sent more back than they bought, the least first: not part of the curve, nor of any sum here.
    pub negative: Vec<ValueHolder>,
    /// Who bought or sent back, but nothing of it has a price: not part of the curve.
    pub unknown: Vec<AccountId>,
    /// Accounts that bought nothing from us in the period.
    pub without_purchases: usize,
    /// Orders and returns of the period that have no price, by account, day and identifier.
    pub unpriced: Vec<UnpricedOrder>,
    /// Why.
    pub reasons: Vec<Reason>,
}

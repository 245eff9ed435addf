//! What is said about an account's loyalty.

use serde::{Deserialize, Serialize};

use super::rhythm::Rhythm;
use super::satisfaction::SatisfactionVerdict;
use super::switching::SwitchingCostsVerdict;
use super::wallet::WalletVerdict;
use crate::facts::Supplier;
use crate::values::{AccountId, Date, Label, Share, vocabulary};
use crate::verdict::{Confidence, Reason};

vocabulary! {
    /// The pattern in a customer's choices of supplier. Source: `[OCD]`, D10.
    ///
    /// The text names four; what remains when no choice is ours, and when there are too few choices, is said as such.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, LoyaltyPattern};
    ///
    /// let labels: Vec<_> = LoyaltyPattern::ALL.iter().map(|pattern| pattern.label(Language::ZhHans)).collect();
    /// assert_eq!(labels, ["连续", "间断", "变化", "分散", "购自他家", "未定"]);
    /// ```
    pub enum LoyaltyPattern {
        /// Always us: `AAAAAA`.
        Continuous = "continuous", "continuous", "连续";
        /// Mostly us, with breaks: `AABAAB`.
        Intermittent = "intermittent", "intermittent", "间断";
        /// Moved over from one supplier to another: `AAABBB`.
        Changing = "changing", "changing", "变化";
        /// Spread over suppliers: `ABCACB`.
        Scattered = "scattered", "scattered", "分散";
        /// Held by competitors, without a move: `BBBBBB`.
        Elsewhere = "elsewhere", "bought elsewhere", "购自他家";
        /// Too few choices to tell.
        Undetermined = "undetermined", "undetermined", "未定";
    }
}

vocabulary! {
    /// What a loyalty pattern is told from.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::LoyaltyBasis::OwnOrdersOnly.as_str(), "own_orders_only");
    /// ```
    pub enum LoyaltyBasis {
        /// The sequence of suppliers chosen: competitors' orders are known.
        SupplierChoices = "supplier_choices", "supplier choices", "供应商选择序列";
        /// The cadence of our own orders: no competitor's order is known, which does not mean that there is none.
        OwnOrdersOnly = "own_orders_only", "own orders only", "仅我方订单";
    }
}

vocabulary! {
    /// Where an account moved.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::MoveDirection::AwayFromUs.as_str(), "away_from_us");
    /// ```
    pub enum MoveDirection {
        /// From a competitor to us.
        ToUs = "to_us", "to us", "转向我方";
        /// From us to a competitor, or to where we cannot see.
        AwayFromUs = "away_from_us", "away from us", "离开我方";
        /// From one competitor to another.
        BetweenOthers = "between_others", "between competitors", "他家之间";
    }
}

/// A move from one supplier to another.
///
/// # Examples
/// ```
/// use keyaccount::{Book, MoveDirection, Playbook, Supplier, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2025-01-10", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2025-04-12", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2025-07-09", "supplier": {"type": "us"}},
///         {"id": "r1", "account": "north-plant", "on": "2025-10-15", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r2", "account": "north-plant", "on": "2026-01-20", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r3", "account": "north-plant", "on": "2026-04-11", "supplier": {"type": "competitor", "name": "Rival"}}
///     ]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// let movement = verdict.overall.movement.unwrap();
/// assert_eq!((movement.direction, movement.from), (MoveDirection::AwayFromUs, Supplier::Us {}));
/// assert_eq!(movement.since.to_string(), "2025-10-15");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SupplierMove {
    /// Whether it went to us or away.
    pub direction: MoveDirection,
    /// The supplier before.
    pub from: Supplier,
    /// The supplier since; null where only our own orders are known.
    #[serde(default)]
    pub to: Option<Supplier>,
    /// The day of the first choice after the move; with own orders only, the day of the first order that did not come.
    pub since: Date,
}

/// A letter of the sequence and the supplier it stands for.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, Supplier, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2025-01-10", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2025-04-12", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2025-07-09", "supplier": {"type": "us"}},
///         {"id": "r1", "account": "north-plant", "on": "2025-10-15", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r2", "account": "north-plant", "on": "2026-01-20", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r3", "account": "north-plant", "on": "2026-04-11", "supplier": {"type": "competitor", "name": "Rival"}}
///     ]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// assert_eq!(verdict.overall.sequence.as_deref(), Some("AAABBB"));
/// let rival = &verdict.overall.legend[1];
/// assert_eq!((rival.letter.as_str(), &rival.supplier), ("B", &Supplier::Competitor { name: "Rival".parse()? }));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SequenceLetter {
    /// A for us, then A to Z and a to z in the order of first choice, a star for all suppliers after these.
    pub letter: String,
    /// The supplier.
    pub supplier: Supplier,
}

/// The pattern that came closest, and why it was not chosen.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2025-01-10", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2025-04-12", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2025-07-09", "supplier": {"type": "us"}},
///         {"id": "r1", "account": "north-plant", "on": "2025-10-15", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r2", "account": "north-plant", "on": "2026-01-20", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r3", "account": "north-plant", "on": "2026-04-11", "supplier": {"type": "competitor", "name": "Rival"}}
///     ]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// let rejected = verdict.overall.rejected.unwrap();
/// assert_ne!(rejected.pattern, verdict.overall.pattern);
/// assert!(!rejected.reason.message.is_empty(), "what speaks against it");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RejectedPattern {
    /// The pattern.
    pub pattern: LoyaltyPattern,
    /// What speaks against it.
    pub reason: Reason,
}

/// A pattern with what it rests on.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LoyaltyBasis, LoyaltyPattern, Playbook, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2025-01-10", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2025-04-12", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2025-07-09", "supplier": {"type": "us"}},
///         {"id": "r1", "account": "north-plant", "on": "2025-10-15", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r2", "account": "north-plant", "on": "2026-01-20", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r3", "account": "north-plant", "on": "2026-04-11", "supplier": {"type": "competitor", "name": "Rival"}}
///     ]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// let finding = verdict.overall;
/// assert_eq!((finding.pattern, finding.basis), (LoyaltyPattern::Changing, LoyaltyBasis::SupplierChoices));
/// assert_eq!((finding.choices, finding.our_share_of_orders), (6, Some("0.5".parse()?)));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LoyaltyFinding {
    /// The pattern.
    pub pattern: LoyaltyPattern,
    /// What it is told from.
    pub basis: LoyaltyBasis,
    /// How far the facts carry it. From our own orders only it is never high.
    pub confidence: Confidence,
    /// The choices judged: the latest of them, up to the playbook's `window_choices`.
    pub choices: usize,
    /// The choices judged as letters, oldest first, A for us; null where only our own orders are known.
    #[serde(default)]
    pub sequence: Option<String>,
    /// What the letters stand for; empty where there is no sequence.
    pub legend: Vec<SequenceLetter>,
    /// The move of a changing pattern; null with every other pattern.
    #[serde(default)]
    pub movement: Option<SupplierMove>,
    /// The pattern that came closest; null where there were too few choices to weigh any.
    #[serde(default)]
    pub rejected: Option<RejectedPattern>,
    /// Our part of the choices judged; null where competitors' orders are not known.
    #[serde(default)]
    pub our_share_of_orders: Option<Share>,
    /// Our part of the money spent from the first choice judged on, returns netted; null where competitors' orders,
    /// an amount, or a common currency is not known.
    #[serde(default)]
    pub share_of_wallet: Option<Share>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// The pattern in one product category.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "us"}, "category": "oil"},
///         {"id": "o2", "account": "north-plant", "on": "2026-01-31", "supplier": {"type": "us"}, "category": "oil"},
///         {"id": "o3", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"}, "category": "oil"}
///     ]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// let oil = &verdict.categories[0];
/// assert_eq!(oil.category.as_ref().unwrap().as_str(), "oil");
/// assert_eq!(oil.finding.choices, 3);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CategoryLoyalty {
    /// The category; null for purchases without one, which are compared among themselves.
    #[serde(default)]
    pub category: Option<Label>,
    /// What is found in it.
    pub finding: LoyaltyFinding,
}

/// What the overall pattern of an account is taken from.
///
/// # Examples
/// ```
/// use keyaccount::{Book, OverallSource, Playbook, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "us"}, "category": "oil"},
///         {"id": "o2", "account": "north-plant", "on": "2026-01-31", "supplier": {"type": "us"}, "category": "oil"},
///         {"id": "o3", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"}, "category": "oil"}
///     ]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// assert_eq!(verdict.overall_source, OverallSource::AllOrders {}, "no competitor's order is known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum OverallSource {
    /// All our orders together, whatever their category: no competitor's order is known.
    AllOrders {},
    /// The category in which the account chose most often.
    LeadingCategory {
        /// The category; null for purchases without one.
        #[serde(default)]
        category: Option<Label>,
    },
}

/// How loyal an account is. Source: `[OCD]`, `[KRM]`, `[DMC]`, D10.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LoyaltyPattern, MoveDirection, Playbook, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2025-01-10", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2025-04-12", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2025-07-09", "supplier": {"type": "us"}},
///         {"id": "r1", "account": "north-plant", "on": "2025-10-15", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r2", "account": "north-plant", "on": "2026-01-20", "supplier": {"type": "competitor", "name": "Rival"}},
///         {"id": "r3", "account": "north-plant", "on": "2026-04-11", "supplier": {"type": "competitor", "name": "Rival"}}
///     ]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// assert_eq!(verdict.overall.pattern, LoyaltyPattern::Changing);
/// assert_eq!(verdict.overall.sequence.as_deref(), Some("AAABBB"));
/// let movement = verdict.overall.movement.unwrap();
/// assert_eq!(movement.direction, MoveDirection::AwayFromUs);
/// assert_eq!(movement.since.to_string(), "2025-10-15");
/// assert_eq!(verdict.overall.our_share_of_orders.unwrap().to_string(), "0.5");
/// assert!(verdict.overall.share_of_wallet.is_none()); // no amounts are known
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LoyaltyVerdict {
    /// The account.
    pub account: AccountId,
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The account as a whole. Its shares are over all categories in which competitors' orders are known.
    pub overall: LoyaltyFinding,
    /// What the overall pattern is taken from.
    pub overall_source: OverallSource,
    /// Each category by name, purchases without one last; empty where no purchase names a category.
    pub categories: Vec<CategoryLoyalty>,
    /// The rhythm of our orders.
    pub rhythm: Rhythm,
    /// How much of what it buys is ours, and where that is going.
    pub wallet: WalletVerdict,
    /// How satisfied its people say they are.
    pub satisfaction: SatisfactionVerdict,
    /// What it would cost it to leave us.
    pub switching_costs: SwitchingCostsVerdict,
}

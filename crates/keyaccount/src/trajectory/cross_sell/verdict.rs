//! What is said about what comparable accounts buy and an account does not.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Currency, CurrencySum, Date, EffectiveCount, Estimate, Label, Period, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// Which accounts are comparable.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ComparableBasis::default(), keyaccount::ComparableBasis::Industry);
    /// ```
    #[derive(Default)]
    pub enum ComparableBasis {
        /// Those of the same industry.
        #[default]
        Industry = "industry", "industry", "行业";
        /// Those of the same territory.
        Territory = "territory", "territory", "区域";
        /// Those of the same industry and territory.
        IndustryAndTerritory = "industry_and_territory", "industry and territory", "行业与区域";
        /// Those that buy much the same: the categories that two accounts have in common, of all that either buys
        /// (Jaccard), the most similar first.
        Baskets = "baskets", "what they buy", "购买品类";
    }
}

vocabulary! {
    /// Why an account has nobody to be compared with.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::NoComparables::TooFew.as_str(), "too_few");
    /// ```
    pub enum NoComparables {
        /// Its industry or territory is not known.
        NotKnown = "not_known", "industry or territory unknown", "行业或区域未知";
        /// It buys nothing by which others could be found to be like it.
        EmptyBasket = "empty_basket", "buys nothing", "无购买品类";
        /// Fewer comparable accounts buy anything than the playbook asks for.
        TooFew = "too_few", "too few comparable accounts", "可比客户太少";
    }
}

vocabulary! {
    /// What a category is to an account that does not buy it from us.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::SuggestionKind::WinBack.as_str(), "win_back");
    /// ```
    pub enum SuggestionKind {
        /// It never bought it, as far as we know.
        New = "new", "new", "新品类";
        /// It bought it from us and stopped.
        WinBack = "win_back", "win back", "赢回";
        /// It buys it from a competitor.
        FromCompetitor = "from_competitor", "bought from a competitor", "购自竞争对手";
    }
}

/// A category that comparable accounts buy and an account does not. Source: `[KRM]`, D14.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CrossSellOptions, Playbook, SuggestionKind, cross_sell};
///
/// let accounts: Vec<String> = (1..=5).map(|n| format!(r#"{{"id": "a{n}", "name": "A{n} Ltd", "industry": "metal"}}"#)).collect();
/// let order = |n: u32, category: &str| format!(
///     r#"{{"id": "{category}{n}", "account": "a{n}", "on": "2025-11-0{n}", "supplier": {{"type": "us"}}, "category": "{category}"}}"#
/// );
/// let orders: Vec<String> = (1..=5).map(|n| order(n, "oil")).chain((2..=4).map(|n| order(n, "filters"))).collect();
/// let book = Book::from_json(&format!(r#"{{"accounts": [{}], "purchases": [{}]}}"#, accounts.join(","), orders.join(",")))?;
/// let verdict = cross_sell(&book, &Playbook::six_stage(), "2025-12-20".parse()?, &CrossSellOptions::default())?;
/// let filters = &verdict.accounts[0].suggestions[0];
/// assert_eq!((filters.category.as_str(), filters.kind), ("filters", SuggestionKind::New));
/// assert_eq!((filters.buyers, filters.comparables, filters.share.to_string()), (3, 4, "0.75".into()));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CategorySuggestion {
    /// The category.
    pub category: Label,
    /// What it is to the account.
    pub kind: SuggestionKind,
    /// Comparable accounts that buy it.
    pub buyers: usize,
    /// Comparable accounts.
    pub comparables: usize,
    /// The share of the comparable accounts that buy it.
    pub share: Estimate,
    /// The lower end of the share's 95 % interval (Wilson): with few comparable accounts it is far below.
    pub share_low: Estimate,
    /// The upper end.
    pub share_high: Estimate,
    /// The median of what its buyers spend on it a year, returns netted; null where no buyer's spend is known.
    #[serde(default)]
    pub median_spend_per_year: Option<CurrencySum>,
    /// The buyers whose spend is known.
    pub priced_buyers: usize,
    /// The day of the account's last order of it from us; null where there was none.
    #[serde(default)]
    pub last_bought: Option<Date>,
    /// The competitor that the account last bought it from within the days looked at; null where none is known.
    #[serde(default)]
    pub competitor: Option<Label>,
    /// The day of that order.
    #[serde(default)]
    pub competitor_last: Option<Date>,
}

/// One account beside those that are comparable.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CrossSellOptions, NoComparables, Playbook, cross_sell};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let verdict = cross_sell(&book, &Playbook::six_stage(), "2025-12-20".parse()?, &CrossSellOptions::default())?;
/// assert_eq!(verdict.accounts[0].no_comparables, Some(NoComparables::NotKnown));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountCrossSell {
    /// The account.
    pub account: AccountId,
    /// Categories that it buys from us.
    pub categories: usize,
    /// The median of the categories that comparable accounts buy; null without such accounts.
    #[serde(default)]
    pub comparables_median: Option<EffectiveCount>,
    /// Comparable accounts: others that buy from us.
    pub comparables: usize,
    /// Who they are: the first twenty, by identifier or, where they are found by what they buy, the most similar first.
    pub compared_with: Vec<AccountId>,
    /// Why it is not compared; null where it is.
    #[serde(default)]
    pub no_comparables: Option<NoComparables>,
    /// What comparable accounts buy and it does not, the surest share first; up to the playbook's `most_suggestions`.
    pub suggestions: Vec<CategorySuggestion>,
    /// How many such categories there are.
    pub suggestion_count: usize,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// What comparable accounts buy and an account does not, for every account asked for. Source: `[KRM]`, D14.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CrossSellOptions, Playbook, cross_sell};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let verdict = cross_sell(&book, &Playbook::six_stage(), "2025-12-20".parse()?, &CrossSellOptions::default())?;
/// assert_eq!(verdict.window.first.to_string(), "2023-12-22"); // 730 days
/// assert!(verdict.accounts[0].suggestions.is_empty());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CrossSellVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// Which accounts are comparable.
    pub basis: ComparableBasis,
    /// The days looked at: a category is bought if there is an order in them that did not wholly come back. What the account
    /// itself stopped buying by its own rhythm does not count as bought, however recent.
    pub window: Period,
    /// The currency of what is spent: that of all our orders where they have one in common, else the playbook's reporting
    /// currency; null where no amount is known.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// The accounts, by identifier.
    pub accounts: Vec<AccountCrossSell>,
    /// Orders from us within those days that name no category; they are left out.
    pub uncategorised_orders: usize,
    /// Orders and returns whose worth is not known in that currency; what is spent leaves those accounts out that they
    /// concern.
    pub unpriced_orders: usize,
}

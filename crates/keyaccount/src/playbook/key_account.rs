//! Which accounts are key accounts, of which kind, and how they are tiered.

use serde::{Deserialize, Serialize};

use crate::values::{Factor, Label, Money, vocabulary};

vocabulary! {
    /// How much an account brings, or could bring, beside the others.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::AccountLevel::Medium.as_str(), "medium");
    /// ```
    pub enum AccountLevel {
        /// One of the few that bring most.
        High = "high", "high", "高";
        /// One of those that follow.
        Medium = "medium", "medium", "中";
        /// One of the many that bring the rest, or nothing.
        Low = "low", "low", "低";
        /// Not known.
        Unknown = "unknown", "unknown", "未知";
    }
}

/// The tiers of accounts of one value, by their potential.
///
/// # Examples
/// ```
/// use keyaccount::{AccountLevel, TierGrid};
///
/// assert_eq!(TierGrid::default().high.of(AccountLevel::Unknown).as_str(), "A");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TierRow {
    /// High potential.
    pub high: Label,
    /// Medium potential.
    pub medium: Label,
    /// Low potential.
    pub low: Label,
    /// Unknown potential.
    pub unknown: Label,
}

impl TierRow {
    /// The tier of a potential.
    #[must_use]
    pub const fn of(&self, potential: AccountLevel) -> &Label {
        match potential {
            AccountLevel::High => &self.high,
            AccountLevel::Medium => &self.medium,
            AccountLevel::Low => &self.low,
            AccountLevel::Unknown => &self.unknown,
        }
    }
}

/// The grid of value and potential. An account of unknown value has no tier.
///
/// # Examples
/// ```
/// use keyaccount::{AccountLevel, TierGrid};
///
/// let grid = TierGrid::default();
/// assert_eq!(grid.tier(AccountLevel::Low, AccountLevel::High).unwrap().as_str(), "B");
/// assert_eq!(grid.tier(AccountLevel::Unknown, AccountLevel::High), None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct TierGrid {
    /// Accounts of high value.
    pub high: TierRow,
    /// Accounts of medium value.
    pub medium: TierRow,
    /// Accounts of low value.
    pub low: TierRow,
}

impl TierGrid {
    /// The tier of a value and a potential; none where the value is unknown.
    #[must_use]
    pub const fn tier(&self, value: AccountLevel, potential: AccountLevel) -> Option<&Label> {
        match value {
            AccountLevel::High => Some(self.high.of(potential)),
            AccountLevel::Medium => Some(self.medium.of(potential)),
            AccountLevel::Low => Some(self.low.of(potential)),
            AccountLevel::Unknown => None,
        }
    }

    /// Every tier that the grid names, in the order of its rows, each once.
    #[must_use]
    pub fn tiers(&self) -> Vec<&Label> {
        let rows = [&self.high, &self.medium, &self.low];
        let mut tiers: Vec<&Label> = Vec::new();
        for tier in rows.into_iter().flat_map(|row| [&row.high, &row.medium, &row.low, &row.unknown]) {
            if !tiers.contains(&tier) {
                tiers.push(tier);
            }
        }
        tiers
    }
}

fn row([high, medium, low, unknown]: [&str; 4]) -> TierRow {
    TierRow { high: tier(high), medium: tier(medium), low: tier(low), unknown: tier(unknown) }
}

#[expect(clippy::expect_used, reason = "the names are part of the crate, and every test reads them")]
fn tier(name: &str) -> Label {
    name.parse().expect("a sound name")
}

impl Default for TierGrid {
    fn default() -> Self {
        Self { high: row(["A", "A", "A", "A"]), medium: row(["A", "B", "B", "B"]), low: row(["B", "C", "C", "C"]) }
    }
}

/// How key accounts are told from ordinary ones, what kinds they are of, and their tiers. Source: `[KRM]`, `[CCA]`,
/// `[OCD]`, D19, for the criteria, the kinds and what tiers go by; the thresholds are ours.
///
/// What is large is told beside the other accounts of the book, as a multiple of the median of those that bought within
/// the last 365 days, so that it needs no currency; an amount may be given instead.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::KeyAccountPolicy::default().criteria_needed, 2);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct KeyAccountPolicy {
    /// How many of the three criteria (complex decision, large sum, many people) make a key account, 1 to 3.
    pub criteria_needed: u32,
    /// People in the committee of one opportunity from which a decision is complex…
    pub committee_people: u32,
    /// …or different buying roles in it.
    pub committee_roles: u32,
    /// Known people of the account from which they are many.
    pub many_people: u32,
    /// What is spent in a year, or one opportunity, from which the sum is large; null means by the multiple.
    pub large_sum: Option<Money>,
    /// Multiple of the median spend from which the sum is large.
    pub large_sum_multiple: Factor,
    /// Multiple of the median spend from which an account is economic by its volume…
    pub volume_multiple: Factor,
    /// …and of the median number of purchase occasions, by its frequency.
    pub frequency_multiple: Factor,
    /// Multiple of the median spend from which an account is strategic by its potential…
    pub potential_multiple: Factor,
    /// …and competitors at work there from which it is by being their target.
    pub rivals: u32,
    /// Fewest accounts that bought within the last 365 days from which medians are taken.
    pub minimum_accounts: u32,
    /// The industries of important accounts, whatever their capitals.
    pub important_industries: Vec<Label>,
    /// The largest accounts that together bring this part of all value are high…
    pub high_share: Factor,
    /// …and those that follow, up to this part, medium.
    pub medium_share: Factor,
    /// The tiers by value and potential.
    pub grid: TierGrid,
}

/// Government, courts, health, education, media, as they are named in English and Chinese.
const IMPORTANT: [&str; 22] = [
    "government",
    "public administration",
    "courts",
    "judiciary",
    "justice",
    "health",
    "healthcare",
    "health care",
    "hospitals",
    "education",
    "higher education",
    "media",
    "政府",
    "政府机关",
    "公共管理",
    "法院",
    "司法",
    "医疗",
    "卫生",
    "医院",
    "教育",
    "媒体",
];

impl Default for KeyAccountPolicy {
    fn default() -> Self {
        Self {
            criteria_needed: 2,
            committee_people: 5,
            committee_roles: 3,
            many_people: 6,
            large_sum: None,
            large_sum_multiple: Factor::hundredths(300),
            volume_multiple: Factor::hundredths(300),
            frequency_multiple: Factor::hundredths(200),
            potential_multiple: Factor::hundredths(300),
            rivals: 2,
            minimum_accounts: 5,
            important_industries: IMPORTANT.iter().map(|name| tier(name)).collect(),
            high_share: Factor::hundredths(80),
            medium_share: Factor::hundredths(95),
            grid: TierGrid::default(),
        }
    }
}

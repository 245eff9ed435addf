//! What is said about the accounts of a book as key accounts.

use serde::{Deserialize, Serialize};

use crate::facts::KeyAccountKind;
use crate::playbook::AccountLevel;
use crate::values::{AccountId, Currency, CurrencySum, Date, ExactSum, Label, Share, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// What tells a key account from an ordinary one. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::KeyCriterion::ALL.len(), 3);
    /// ```
    pub enum KeyCriterion {
        /// Many people, or people in many buying roles, decide on one opportunity.
        ComplexDecision = "complex_decision", "complex decision", "决策复杂";
        /// Much is spent in a year, or negotiated at once.
        LargeSum = "large_sum", "large sum", "金额大";
        /// Many people of the account have to do with us.
        ManyPeople = "many_people", "many people", "涉及人员多";
    }
}

vocabulary! {
    /// Whether something holds, as far as the facts tell.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::KeyFindingState::NotMet.as_str(), "not_met");
    /// ```
    pub enum KeyFindingState {
        /// It holds.
        Met = "met", "met", "满足";
        /// It does not hold, as far as is known.
        NotMet = "not_met", "not met", "不满足";
        /// The facts do not tell.
        Unknown = "unknown", "unknown", "未知";
    }
}

vocabulary! {
    /// Whether an account is a key account.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::KeyStanding::Undetermined.as_str(), "undetermined");
    /// ```
    pub enum KeyStanding {
        /// As many criteria as the playbook asks for are met.
        Key = "key", "key account", "大客户";
        /// They are not, whatever is not known.
        Ordinary = "ordinary", "ordinary account", "普通客户";
        /// What is not known would decide.
        Undetermined = "undetermined", "undetermined", "未定";
    }
}

vocabulary! {
    /// What a potential is told from.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::PotentialBasis::OpenPipeline.as_str(), "open_pipeline");
    /// ```
    pub enum PotentialBasis {
        /// An estimate of its wallet: what it buys elsewhere in a year.
        WalletEstimate = "wallet_estimate", "estimate of the wallet", "采购总额估计";
        /// The amounts of its open opportunities.
        OpenPipeline = "open_pipeline", "open pipeline", "在谈商机";
    }
}

/// Whether one criterion of a key account is met.
///
/// # Examples
/// ```
/// use keyaccount::{Book, KeyCriterion, KeyFindingState, Playbook, classify_key_accounts};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let verdict = classify_key_accounts(&book, &Playbook::six_stage(), "2026-06-30".parse()?);
/// let finding = &verdict.accounts[0].criteria[2];
/// assert_eq!((finding.criterion, finding.state), (KeyCriterion::ManyPeople, KeyFindingState::Unknown));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CriterionFinding {
    /// The criterion.
    pub criterion: KeyCriterion,
    /// Whether it is met.
    pub state: KeyFindingState,
    /// Why.
    pub reason: Reason,
}

/// Whether an account is of a kind.
///
/// # Examples
/// ```
/// use keyaccount::{Book, KeyAccountKind, KeyFindingState, Playbook, classify_key_accounts};
///
/// let book = Book::from_json(r#"{"accounts": [
///     {"id": "north-plant", "name": "North Plant Ltd", "parent": "north-group", "industry": "Printing"},
///     {"id": "north-group", "name": "North Group"}
/// ]}"#)?;
/// let verdict = classify_key_accounts(&book, &Playbook::six_stage(), "2026-06-30".parse()?);
/// let kinds = &verdict.accounts[1].kinds;
/// assert_eq!((kinds[2].kind, kinds[2].state), (KeyAccountKind::Group, KeyFindingState::Met));
/// assert_eq!((kinds[1].kind, kinds[1].state), (KeyAccountKind::Important, KeyFindingState::NotMet));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KindFinding {
    /// The kind.
    pub kind: KeyAccountKind,
    /// Whether the account is of it: one of its rules is met.
    pub state: KeyFindingState,
    /// What each of its rules says.
    pub reasons: Vec<Reason>,
}

/// What one account is. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, classify_key_accounts};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "key_account_judgements": [{
///         "account": "north-plant", "on": "2026-01-01", "until": "2026-12-31", "tier": "A",
///         "kind": "strategic", "reason": "they build a second plant"
///     }]
/// }"#)?;
/// let verdict = classify_key_accounts(&book, &Playbook::six_stage(), "2026-06-30".parse()?);
/// let account = &verdict.accounts[0];
/// assert_eq!(account.value.as_ref().unwrap().to_string(), "0.00 USD"); // no order: nothing, which is known
/// assert_eq!(account.tier.as_ref().unwrap().as_str(), "A");
/// assert_eq!(account.tier_by_rules.as_ref().unwrap().as_str(), "C");
/// assert!(account.is_judged);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeyAccount {
    /// The account.
    pub account: AccountId,
    /// Its name.
    pub name: Label,
    /// Whether it is a key account.
    pub standing: KeyStanding,
    /// The three criteria, in order.
    pub criteria: Vec<CriterionFinding>,
    /// Its primary kind: as judged by a person, or else the first kind it is of; null where it is of none known.
    #[serde(default)]
    pub primary_kind: Option<KeyAccountKind>,
    /// The four kinds, in order.
    pub kinds: Vec<KindFinding>,
    /// What it spent with us in the 365 days up to the day of the verdict, exact; null where nothing of it is known.
    #[serde(default)]
    pub value: Option<CurrencySum>,
    /// Whether it spent at least so much: some amounts are not known.
    pub value_at_least: bool,
    /// Its value beside the others.
    pub value_level: AccountLevel,
    /// What it could buy beyond that; null means unknown.
    #[serde(default)]
    pub potential: Option<CurrencySum>,
    /// What that is told from.
    #[serde(default)]
    pub potential_basis: Option<PotentialBasis>,
    /// Its potential beside what others bring: the level of an account that would bring as much. Where none brings
    /// anything, beside the others' potentials.
    pub potential_level: AccountLevel,
    /// Its tier: as judged by a person, or else by the rules; null where its value is unknown.
    #[serde(default)]
    pub tier: Option<Label>,
    /// Its tier by the playbook's grid alone.
    #[serde(default)]
    pub tier_by_rules: Option<Label>,
    /// Whether a person's judgement that holds decides its tier or its primary kind.
    pub is_judged: bool,
    /// Why it is in its tier, and what was left out.
    pub reasons: Vec<Reason>,
}

/// What the accounts of a tier come to.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, classify_key_accounts};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let verdict = classify_key_accounts(&book, &Playbook::six_stage(), "2026-06-30".parse()?);
/// let tiers: Vec<_> = verdict.tiers.iter().map(|tier| (tier.tier.as_ref().map(|t| t.as_str()), tier.accounts)).collect();
/// assert_eq!(tiers, [(Some("A"), 0), (Some("B"), 0), (Some("C"), 1), (None, 0)]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TierSummary {
    /// The tier; null for accounts without one.
    #[serde(default)]
    pub tier: Option<Label>,
    /// How many accounts are in it.
    pub accounts: usize,
    /// What they spent with us in the 365 days up to the day of the verdict, as far as it is known.
    pub value: ExactSum,
    /// Their part of what all accounts spent; null where that is nothing.
    #[serde(default)]
    pub share_of_value: Option<Share>,
}

/// What accounts of the book usually do in a year.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, classify_key_accounts};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let verdict = classify_key_accounts(&book, &Playbook::six_stage(), "2026-06-30".parse()?);
/// assert_eq!((verdict.medians.accounts, verdict.medians.spend), (0, None));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookMedians {
    /// Accounts that bought within the 365 days up to the day of the verdict.
    pub accounts: usize,
    /// The median of what they spent, of those of which it is known; null where these are too few.
    #[serde(default)]
    pub spend: Option<CurrencySum>,
    /// Twice the median of their purchase occasions, which is a whole number; null where they are too few.
    #[serde(default)]
    pub orders_twice: Option<usize>,
}

/// What the accounts of a book are. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, classify_key_accounts};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let verdict = classify_key_accounts(&book, &Playbook::six_stage(), "2026-06-30".parse()?);
/// assert_eq!(verdict.accounts.len(), 1);
/// assert_eq!(verdict.reasons[0].rule, "key_accounts");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeyAccountsVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The currency of all money.
    pub currency: Currency,
    /// The accounts in the order of their identifiers.
    pub accounts: Vec<KeyAccount>,
    /// What the accounts of every tier come to; last those without one.
    pub tiers: Vec<TierSummary>,
    /// What accounts usually do in a year.
    pub medians: BookMedians,
    /// How many accounts are a fifth of those whose value is known.
    pub top_fifth_accounts: usize,
    /// The part of all value that so many accounts with most bring: measured, not assumed; null where there is no value.
    #[serde(default)]
    pub top_fifth_share: Option<Share>,
    /// What it comes to.
    pub reasons: Vec<Reason>,
}

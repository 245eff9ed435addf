//! What a person says an account is.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Date, Label, MemberId, Note, vocabulary};

vocabulary! {
    /// The four kinds of key accounts. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.
    ///
    /// An account may be of several kinds; the first of them in this order is its primary one.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{KeyAccountKind, Language};
    ///
    /// let labels: Vec<_> = KeyAccountKind::ALL.iter().map(|kind| kind.label(Language::ZhHans)).collect();
    /// assert_eq!(labels, ["经济大客户", "重要客户", "集团客户", "战略客户"]);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum KeyAccountKind {
        /// It buys much, or often.
        Economic = "economic", "economic", "经济大客户";
        /// It counts in public: government, courts, health, education, media.
        Important = "important", "important", "重要客户";
        /// It is tied to us, or to other accounts of ours, in the value chain.
        Group = "group", "group", "集团客户";
        /// It could buy much, or rivals are after it.
        Strategic = "strategic", "strategic", "战略客户";
    }
}

/// What a person says an account is, whatever the rules find. It holds until its last day: no judgement holds for ever
/// unnoticed.
///
/// # Examples
/// ```
/// use keyaccount::{KeyAccountJudgement, KeyAccountKind};
///
/// let judgement = KeyAccountJudgement {
///     account: "north-plant".parse()?,
///     on: "2026-03-02".parse()?,
///     until: "2026-12-31".parse()?,
///     tier: Some("A".parse()?),
///     kind: Some(KeyAccountKind::Group),
///     reason: "we assemble on their site".parse()?,
///     by: Some("sales-lead".parse()?),
/// };
/// assert!(judgement.on < judgement.until);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeyAccountJudgement {
    /// The account; with the day it identifies the judgement.
    pub account: AccountId,
    /// The first day it holds.
    pub on: Date,
    /// The last day it holds; a later judgement takes its place before.
    pub until: Date,
    /// The tier the account is in; null leaves it to the rules.
    #[serde(default)]
    pub tier: Option<Label>,
    /// A kind the account is of, its primary one; null leaves it to the rules.
    #[serde(default)]
    pub kind: Option<KeyAccountKind>,
    /// Why.
    pub reason: Note,
    /// Who says so.
    #[serde(default)]
    pub by: Option<MemberId>,
}

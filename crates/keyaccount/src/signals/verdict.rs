//! What the six signals come to for one account.

use serde::{Deserialize, Serialize};

use super::SignalKind;
use crate::values::{AccountId, Date, MemberId, Note, vocabulary};
use crate::verdict::{Confidence, Reason, Severity};

vocabulary! {
    /// What the facts say about a signal.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::SignalOutcome;
    ///
    /// assert_ne!(SignalOutcome::Unknown, SignalOutcome::Clear, "unknown is not no");
    /// ```
    pub enum SignalOutcome {
        /// The facts meet the signal's condition.
        Raised = "raised", "raised", "触发";
        /// The facts are enough to judge, and do not meet it.
        Clear = "clear", "clear", "未触发";
        /// The facts are not enough to judge.
        Unknown = "unknown", "unknown", "未知";
    }
}

vocabulary! {
    /// What to tell of a signal: its outcome, or that a person has muted it.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, SignalState};
    ///
    /// assert_eq!(SignalState::Muted.label(Language::ZhHans), "已静音");
    /// ```
    pub enum SignalState {
        /// The facts meet the signal's condition.
        Raised = "raised", "raised", "触发";
        /// The facts are enough to judge, and do not meet it.
        Clear = "clear", "clear", "未触发";
        /// The facts are not enough to judge.
        Unknown = "unknown", "unknown", "未知";
        /// A person decided not to be told for now, whatever the outcome.
        Muted = "muted", "muted", "已静音";
    }
}

impl From<SignalOutcome> for SignalState {
    fn from(outcome: SignalOutcome) -> Self {
        match outcome {
            SignalOutcome::Raised => Self::Raised,
            SignalOutcome::Clear => Self::Clear,
            SignalOutcome::Unknown => Self::Unknown,
        }
    }
}

vocabulary! {
    /// What to do about a raised signal, in words for a salesperson.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, SignalPlay};
    ///
    /// assert!(SignalPlay::SecureHandover.label(Language::En).contains("successors"));
    /// ```
    pub enum SignalPlay {
        /// Where orders arrive and nobody sells.
        ResumeSelling = "resume_selling", "visit before the orders stop: learn what they are for and what comes next", "趁订单未断先拜访：了解用途与后续需求";
        /// Where pre-sales looks worthless.
        RenewPreSales = "renew_pre_sales", "review with the users what has changed in their work, and show what is new to them", "与使用者回顾工作中的变化，展示新的价值";
        /// Where the customer looks at another technology.
        JoinTechnologyStudy = "join_technology_study", "meet those who study the technology: learn its purpose, and bring our own way there", "会见研究新技术的人：了解目的，提出我方的路线";
        /// Where our pre-sales people leave.
        SecureHandover = "secure_handover", "name successors, and have them introduced in person while those who know the account can still do it", "指定接任者，趁熟悉客户的人还在，当面引见";
        /// Where proposals are copied.
        WriteForThisCustomer = "write_for_this_customer", "write the next proposal from this customer's own needs, and check it with the users", "从该客户自身需求出发编写下一份方案，并与使用者核对";
        /// Where the customer wants no training.
        ReviewTrainingNeed = "review_training_need", "find out who trains them now and why, and offer what they cannot get elsewhere", "了解现由谁培训及原因，提供别处得不到的内容";
    }
}

/// A decision in force not to be told of a signal.
///
/// # Examples
/// ```
/// use keyaccount::SignalMuteInForce;
///
/// let text = r#"{"reason": "their own academy trains them", "until": "2026-12-31", "by": null}"#;
/// let mute: SignalMuteInForce = serde_json::from_str(text)?;
/// assert_eq!(mute.until.year(), 2026);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignalMuteInForce {
    /// Why it needs no attention.
    pub reason: Note,
    /// The last day of the silence.
    pub until: Date,
    /// Who decided; null means not recorded.
    #[serde(default)]
    pub by: Option<MemberId>,
}

/// One signal of an account.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, SignalState, detect_signals};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let verdict = detect_signals(&book.accounts()[0], &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert!(verdict.signals.iter().all(|signal| signal.state == SignalState::Unknown));
/// assert!(verdict.signals.iter().all(|signal| !signal.reasons.is_empty()), "each says what is missing");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Signal {
    /// Which signal.
    pub kind: SignalKind,
    /// What to tell: the outcome, or `muted` while a mute is in force.
    pub state: SignalState,
    /// What the facts say, muted or not.
    pub outcome: SignalOutcome,
    /// How much it matters; null unless the outcome is `raised`.
    #[serde(default)]
    pub severity: Option<Severity>,
    /// How far the facts carry the outcome; null where it is `unknown`.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// The day from which the condition has been met without a break; null unless the outcome is `raised`.
    #[serde(default)]
    pub since: Option<Date>,
    /// Why: the rules, the numbers compared, the facts. For an unknown outcome: what is missing.
    pub reasons: Vec<Reason>,
    /// What to do; null unless the outcome is `raised`.
    #[serde(default)]
    pub play: Option<SignalPlay>,
    /// The mute in force; null where there is none. One that has expired is none.
    #[serde(default)]
    pub mute: Option<SignalMuteInForce>,
}

/// The six high-risk signals of an account on a day. Source: `[KRM]`, D12.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, SignalKind, detect_signals};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let verdict = detect_signals(&book.accounts()[0], &Playbook::six_stage(), "2026-05-30".parse()?);
/// let kinds: Vec<_> = verdict.signals.iter().map(|signal| signal.kind).collect();
/// assert_eq!(kinds, SignalKind::ALL);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignalsVerdict {
    /// The day the verdict holds for.
    pub as_of: Date,
    /// The fingerprint of the playbook.
    pub playbook: String,
    /// The account.
    pub account: AccountId,
    /// The six signals, in the order of their definition.
    pub signals: Vec<Signal>,
}

//! What is said about the movement of a portfolio between phases.

use serde::{Deserialize, Serialize};

use crate::lifecycle::LifecyclePhase;
use crate::values::{AccountId, Currency, Date, ExactSum, PeriodUnit, Share, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// What a change of phase means for the account's health.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::PhaseShift::Entered.as_str(), "entered");
    /// ```
    pub enum PhaseShift {
        /// The first order came.
        Entered = "entered", "entered", "新进入";
        /// The same phase as before.
        Stayed = "stayed", "stayed", "不变";
        /// A healthier phase than before.
        Improved = "improved", "improved", "好转";
        /// From growth to maturity: the natural course of a life, neither better nor worse.
        Matured = "matured", "matured", "进入成熟";
        /// A less healthy phase than before, save for one that matured.
        Worsened = "worsened", "worsened", "恶化";
    }
}

/// The accounts in one phase on a day.
///
/// # Examples
/// ```
/// use keyaccount::{LifecyclePhase, PhaseNode};
///
/// let node = PhaseNode {
///     phase: LifecyclePhase::HighRisk, in_high_risk_band: true, accounts: 3, share: None, money: "900.00".parse()?,
/// };
/// assert!(node.in_high_risk_band);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhaseNode {
    /// The phase.
    pub phase: LifecyclePhase,
    /// Whether it is the high-risk band.
    pub in_high_risk_band: bool,
    /// Accounts in it.
    pub accounts: usize,
    /// Their part of all accounts; null where there is no account.
    #[serde(default)]
    pub share: Option<Share>,
    /// What they spent with us in the 365 days up to this day, as far as it is known.
    pub money: ExactSum,
}

/// All accounts on a day, by phase: a column of a flow chart.
///
/// # Examples
/// ```
/// use keyaccount::{Book, PeriodUnit, Playbook, lifecycle_transitions};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let (from, to) = ("2025-12-31".parse()?, "2026-03-31".parse()?);
/// let verdict = lifecycle_transitions(&book, &Playbook::six_stage(), from, to, PeriodUnit::Month)?;
/// let days: Vec<String> = verdict.columns.iter().map(|column| column.on.to_string()).collect();
/// assert_eq!(days, ["2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31"]);
/// assert_eq!(verdict.columns[0].nodes[0].accounts, 1); // a prospect
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhaseColumn {
    /// The day.
    pub on: Date,
    /// Every phase, in order.
    pub nodes: Vec<PhaseNode>,
    /// Purchases in the 365 days whose money is not known, or has no rate, and is left out.
    pub purchases_without_money: usize,
}

/// The accounts that were in one phase and are in another, or still in the same.
///
/// # Examples
/// ```
/// use keyaccount::{Book, PeriodUnit, PhaseShift, Playbook, lifecycle_transitions};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let (from, to) = ("2025-12-31".parse()?, "2026-03-31".parse()?);
/// let verdict = lifecycle_transitions(&book, &Playbook::six_stage(), from, to, PeriodUnit::Quarter)?;
/// let link = &verdict.overall.links[0];
/// assert_eq!((link.shift, link.accounts, link.of), (PhaseShift::Stayed, 1, 1));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhaseLink {
    /// The phase before.
    pub from: LifecyclePhase,
    /// The phase after.
    pub to: LifecyclePhase,
    /// What that means for their health.
    pub shift: PhaseShift,
    /// How many accounts.
    pub accounts: usize,
    /// How many accounts were in the phase before.
    pub of: usize,
    /// The part of them that took this way.
    #[serde(default)]
    pub share: Option<Share>,
    /// What these accounts had spent with us in the 365 days up to the first day.
    pub money_before: ExactSum,
    /// What they had spent in the 365 days up to the last day.
    pub money_after: ExactSum,
    /// The first twenty of them by identifier, where they changed their phase; none where links of several periods are
    /// taken together.
    pub named: Vec<AccountId>,
}

/// How the accounts moved from one day to another.
///
/// # Examples
/// ```
/// use keyaccount::{Book, PeriodUnit, Playbook, lifecycle_transitions};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let (from, to) = ("2025-12-31".parse()?, "2026-03-31".parse()?);
/// let verdict = lifecycle_transitions(&book, &Playbook::six_stage(), from, to, PeriodUnit::Quarter)?;
/// assert_eq!((verdict.overall.entered, verdict.overall.stayed), (0, 1));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhaseFlow {
    /// The day before.
    pub from: Date,
    /// The day after.
    pub to: Date,
    /// Every way that an account took, in the order of the phases before and after.
    pub links: Vec<PhaseLink>,
    /// Accounts whose first order came.
    pub entered: usize,
    /// Accounts in the same phase as before.
    pub stayed: usize,
    /// Accounts in a healthier phase.
    pub improved: usize,
    /// Accounts that grew and are mature now.
    pub matured: usize,
    /// Accounts in a less healthy phase.
    pub worsened: usize,
}

/// How a portfolio moved between the phases of the lifecycle. Source: `[KRM]`, D11.
///
/// # Examples
/// ```
/// use keyaccount::{Book, PeriodUnit, Playbook, lifecycle_transitions};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let (from, to) = ("2025-12-31".parse()?, "2026-06-30".parse()?);
/// let verdict = lifecycle_transitions(&book, &Playbook::six_stage(), from, to, PeriodUnit::Quarter)?;
/// assert_eq!((verdict.accounts, verdict.columns.len(), verdict.periods.len()), (1, 3, 2));
/// assert_eq!(verdict.pooled[0].accounts, 2); // one account in two periods
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LifecycleTransitionsVerdict {
    /// The first day.
    pub from: Date,
    /// The last day, which is the day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// How long a period is.
    pub step: PeriodUnit,
    /// The accounts of the book.
    pub accounts: usize,
    /// The currency of all money.
    pub currency: Currency,
    /// The accounts on the first day, at the end of every period, and on the last day.
    pub columns: Vec<PhaseColumn>,
    /// The movement from each column to the next.
    pub periods: Vec<PhaseFlow>,
    /// The movement from the first day to the last.
    pub overall: PhaseFlow,
    /// The links of all periods taken together: how often, in how many account-periods, a way was taken.
    pub pooled: Vec<PhaseLink>,
    /// What it comes to, and what was left out.
    pub reasons: Vec<Reason>,
}

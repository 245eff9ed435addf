//! What is said about the phase an account is in.

use serde::{Deserialize, Serialize};

use super::phase::{LifecyclePhase, RelationshipPhase};
use crate::loyalty::Rhythm;
use crate::values::{AccountId, Currency, Date, ExactSum, RelativeChange, vocabulary};
use crate::verdict::{Confidence, Reason};

vocabulary! {
    /// Where a number is going.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::TrendDirection::Unknown.as_str(), "unknown");
    /// ```
    pub enum TrendDirection {
        /// It rises by at least the playbook's `trend_change`.
        Up = "up", "up", "上升";
        /// It does neither, or the change is within chance.
        Steady = "steady", "steady", "平稳";
        /// It falls by at least the playbook's `trend_change`.
        Down = "down", "down", "下降";
        /// It cannot be told.
        Unknown = "unknown", "unknown", "未知";
    }
}

/// What an account bought from us within some days.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, judge_lifecycle};
///
/// let order = |month: u32| {
///     format!(r#"{{"id": "o{month}", "account": "north-plant", "on": "2025-{month:02}-15", "supplier": {{"type": "us"}}}}"#)
/// };
/// let orders: Vec<String> = (1..=12).map(order).collect();
/// let accounts = r#""accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]"#;
/// let book = Book::from_json(&format!(r#"{{{accounts}, "purchases": [{}]}}"#, orders.join(",")))?;
/// let verdict = judge_lifecycle(&book.accounts()[0], &Playbook::six_stage(), "2025-12-31".parse()?);
/// let recent = verdict.trend.unwrap().recent;
/// assert_eq!(recent.to.to_string(), "2025-12-31");
/// assert!(recent.orders >= 3);
/// assert!(recent.money.is_none(), "no amounts are known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrendWindow {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Purchase occasions.
    pub orders: usize,
    /// The money of orders less that of returns; null where an amount or a common currency is not known.
    #[serde(default)]
    pub money: Option<ExactSum>,
}

/// Two windows side by side.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, TrendDirection, judge_lifecycle};
///
/// let order = |month: u32| {
///     format!(r#"{{"id": "o{month}", "account": "north-plant", "on": "2025-{month:02}-15", "supplier": {{"type": "us"}}}}"#)
/// };
/// let orders: Vec<String> = (1..=12).map(order).collect();
/// let accounts = r#""accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]"#;
/// let book = Book::from_json(&format!(r#"{{{accounts}, "purchases": [{}]}}"#, orders.join(",")))?;
/// let verdict = judge_lifecycle(&book.accounts()[0], &Playbook::six_stage(), "2025-12-31".parse()?);
/// let trend = verdict.trend.unwrap();
/// assert!(trend.before.to < trend.recent.from);
/// assert_eq!(trend.by_money, TrendDirection::Unknown, "no amounts are known");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PurchaseTrend {
    /// The earlier window.
    pub before: TrendWindow,
    /// The window that ends on the day of the verdict.
    pub recent: TrendWindow,
    /// The currency of the money; null where there is none.
    #[serde(default)]
    pub currency: Option<Currency>,
    /// The change of the number of orders; null where there were none before.
    #[serde(default)]
    pub orders_change: Option<RelativeChange>,
    /// The change of the money; null where it is not known or was nothing before.
    #[serde(default)]
    pub money_change: Option<RelativeChange>,
    /// Where the number of orders is going.
    pub by_orders: TrendDirection,
    /// Where the money is going.
    pub by_money: TrendDirection,
    /// Both together: a rise or a fall that the other does not contradict.
    pub direction: TrendDirection,
}

/// The phase at one of the checks that a change has to pass.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LifecyclePhase, Playbook, judge_lifecycle};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-01-31", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// let verdict = judge_lifecycle(&book.accounts()[0], &Playbook::six_stage(), "2026-05-20".parse()?);
/// let today = verdict.checks.last().unwrap();
/// assert_eq!(today.raw_phase, LifecyclePhase::HighRisk);
/// assert_eq!(today.phase, LifecyclePhase::Growth, "one check does not make a phase");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhaseCheck {
    /// The day of the check; nothing later was looked at.
    pub on: Date,
    /// The phase by that day's facts alone.
    pub raw_phase: LifecyclePhase,
    /// The phase that counted then.
    pub phase: LifecyclePhase,
}

/// The phase of its life that an account is in. Source: `[KRM]`, `[OCD]`, D11.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LifecyclePhase, Playbook, RelationshipPhase, judge_lifecycle};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-01-31", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// let account = &book.accounts()[0];
/// let playbook = Playbook::six_stage();
///
/// let verdict = judge_lifecycle(account, &playbook, "2026-05-20".parse()?);
/// assert_eq!(verdict.raw_phase, LifecyclePhase::HighRisk); // silent for 79 days, more than 2.5 × 30…
/// assert_eq!(verdict.phase, LifecyclePhase::Growth); // …for the first time: one check does not make a phase
///
/// let verdict = judge_lifecycle(account, &playbook, "2026-07-20".parse()?);
/// assert_eq!(verdict.phase, LifecyclePhase::HighRisk);
/// assert_eq!(verdict.relationship, RelationshipPhase::Degeneration);
/// assert_eq!(verdict.since.to_string(), "2026-05-21");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LifecycleVerdict {
    /// The account.
    pub account: AccountId,
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The phase that counts: confirmed by several checks in a row.
    pub phase: LifecyclePhase,
    /// The phase by the facts of this day alone.
    pub raw_phase: LifecyclePhase,
    /// The phase that counts, in the terms of the other text.
    pub relationship: RelationshipPhase,
    /// The first of the checks in a row that made the phase count; where an order made it count at once, the day of the
    /// order.
    pub since: Date,
    /// Whether it may have begun earlier: the account is a prospect, and that check is the oldest one looked at.
    pub since_or_earlier: bool,
    /// How far the facts carry it.
    pub confidence: Confidence,
    /// The rhythm that silence is measured by, whether an order is overdue, and when the next one is expected.
    pub rhythm: Rhythm,
    /// Two windows compared; null where silence or a short history decides.
    #[serde(default)]
    pub trend: Option<PurchaseTrend>,
    /// The latest twelve checks, oldest first; the last one is of this day.
    pub checks: Vec<PhaseCheck>,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A time in one phase.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, lifecycle_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [{"id": "o1", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "us"}}]
/// }"#)?;
/// let history = lifecycle_history(&book.accounts()[0], &Playbook::six_stage(), "2026-01-31".parse()?);
/// let span = &history.spans[0];
/// assert_eq!((span.from.to_string(), span.days, span.at_once), ("2026-01-01".into(), 31, true));
/// assert_eq!(span.reason.rule, "few_orders");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhaseSpan {
    /// The first day: of the first of the checks in a row that made the phase count, or of the order that did; of the
    /// time as a prospect, the day of the first fact.
    pub from: Date,
    /// The last day; of the last span, the day of the verdict.
    pub to: Date,
    /// How many days it has.
    pub days: i64,
    /// The phase.
    pub phase: LifecyclePhase,
    /// The phase in the terms of the other text.
    pub relationship: RelationshipPhase,
    /// Whether it is the high-risk band, in which early warning buys time.
    pub in_high_risk_band: bool,
    /// The phase by the facts of the first check alone.
    pub raw_phase: LifecyclePhase,
    /// The day from which it counted: of the check that confirmed it. Before, the phase before was what could be known.
    pub confirmed_on: Date,
    /// Whether an order made it count at once.
    pub at_once: bool,
    /// Why it is this phase.
    pub reason: Reason,
}

/// How long an account was in a phase.
///
/// # Examples
/// ```
/// use keyaccount::{LifecyclePhase, PhaseDays};
///
/// let total = PhaseDays { phase: LifecyclePhase::HighRisk, spans: 2, days: 90 };
/// assert_eq!(serde_json::to_string(&total)?, r#"{"phase":"high_risk","spans":2,"days":90}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PhaseDays {
    /// The phase.
    pub phase: LifecyclePhase,
    /// How often it was in it.
    pub spans: usize,
    /// For how many days in all.
    pub days: i64,
}

/// The phases of an account's life. Source: `[KRM]`, `[OCD]`, D11.
///
/// # Examples
/// ```
/// use keyaccount::{Account, AccountBook, LifecyclePhase, Playbook, lifecycle_history};
///
/// let account = AccountBook::new(Account::new("north-plant".parse()?, "North Plant Ltd".parse()?));
/// let history = lifecycle_history(&account, &Playbook::six_stage(), "2026-05-01".parse()?);
/// assert_eq!((history.phase, history.first_order), (LifecyclePhase::Prospect, None));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LifecycleHistoryVerdict {
    /// The account.
    pub account: AccountId,
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The phase that counts on this day: the last span's.
    pub phase: LifecyclePhase,
    /// The same in the terms of the other text.
    pub relationship: RelationshipPhase,
    /// The day of the first order; null where there is none.
    #[serde(default)]
    pub first_order: Option<Date>,
    /// Days between the checks.
    pub check_every_days: u32,
    /// The checks looked at, back to before the first order.
    pub checks: usize,
    /// The phases one after another, without gaps, from the first fact on.
    pub spans: Vec<PhaseSpan>,
    /// How long it was in each phase, every phase.
    pub totals: Vec<PhaseDays>,
    /// What the history comes to.
    pub reasons: Vec<Reason>,
}

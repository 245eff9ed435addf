//! Changes in our own team, and signals a person has muted.

use serde::{Deserialize, Serialize};

use crate::signals::SignalKind;
use crate::values::{AccountId, Date, Label, MemberId, Note, TeamChangeId, vocabulary};

vocabulary! {
    /// What a member of our team does.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::TeamFunction::PreSales.as_str(), "pre_sales");
    /// ```
    pub enum TeamFunction {
        /// Advises customers before the sale.
        PreSales = "pre_sales", "pre-sales", "售前";
        /// Sells.
        Sales = "sales", "sales", "销售";
        /// Serves customers after the sale.
        Service = "service", "service", "服务";
        /// Leads.
        Management = "management", "management", "管理";
    }
}

vocabulary! {
    /// What happened to a member of our team.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::TeamMove;
    ///
    /// assert!(TeamMove::ChangedJob.is_departure());
    /// assert!(!TeamMove::Joined.is_departure());
    /// ```
    pub enum TeamMove {
        /// Joined the team.
        Joined = "joined", "joined", "加入";
        /// Left the company.
        Left = "left", "left", "离职";
        /// Went to another job in the company.
        ChangedJob = "changed_job", "changed job", "调岗";
    }
}

impl TeamMove {
    /// Whether the customer lost the person: left, or changed jobs.
    #[must_use]
    pub const fn is_departure(self) -> bool {
        matches!(self, Self::Left | Self::ChangedJob)
    }
}

/// A change in our own team: in a territory, or for named accounts.
///
/// # Examples
/// ```
/// use keyaccount::{TeamChange, TeamFunction, TeamMove};
///
/// let change = TeamChange {
///     id: "team-5".parse()?,
///     on: "2026-06-30".parse()?,
///     member: "engineer-2".parse()?,
///     function: TeamFunction::PreSales,
///     change: TeamMove::Left,
///     territory: Some("north".parse()?),
///     accounts: vec![],
/// };
/// assert!(change.change.is_departure());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TeamChange {
    /// Identifies the change; unique in a book.
    pub id: TeamChangeId,
    /// The day it took effect.
    pub on: Date,
    /// Who.
    pub member: MemberId,
    /// What the member did for these accounts.
    pub function: TeamFunction,
    /// What happened.
    pub change: TeamMove,
    /// The territory it concerns; every account of it.
    #[serde(default)]
    pub territory: Option<Label>,
    /// The accounts it concerns, beside those of the territory.
    #[serde(default)]
    pub accounts: Vec<AccountId>,
}

/// Who a member of our team reports to, from a day on. The latest line that has begun holds.
///
/// # Examples
/// ```
/// use keyaccount::ReportingLine;
///
/// let line: ReportingLine =
///     serde_json::from_str(r#"{"member": "sales-3", "manager": "head-of-sales", "from": "2026-04-01"}"#)?;
/// assert_eq!(line.manager.unwrap().as_str(), "head-of-sales");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReportingLine {
    /// Who reports.
    pub member: MemberId,
    /// To whom; null means to nobody.
    #[serde(default)]
    pub manager: Option<MemberId>,
    /// The first day it holds; null means since ever.
    #[serde(default)]
    pub from: Option<Date>,
}

/// A decision not to be told of one signal of one account for some time.
///
/// # Examples
/// ```
/// use keyaccount::{SignalKind, SignalMute};
///
/// let mute = SignalMute {
///     account: "north-plant".parse()?,
///     signal: SignalKind::TrainingDeclined,
///     reason: "their own academy trains them, as agreed".parse()?,
///     until: "2026-12-31".parse()?,
///     by: None,
/// };
/// assert_eq!(mute.until.year(), 2026);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SignalMute {
    /// The account.
    pub account: AccountId,
    /// The signal.
    pub signal: SignalKind,
    /// Why it needs no attention.
    pub reason: Note,
    /// The last day of the silence.
    pub until: Date,
    /// Who decided.
    #[serde(default)]
    pub by: Option<MemberId>,
}

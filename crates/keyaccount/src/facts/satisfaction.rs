//! Satisfaction surveys and complaints.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, ComplaintId, Date, Note, Score, StakeholderId, SurveyId, vocabulary};

/// One answer to a satisfaction survey.
///
/// # Examples
/// ```
/// use keyaccount::SurveyResponse;
///
/// let answer = SurveyResponse {
///     id: "survey-4".parse()?,
///     account: "north-plant".parse()?,
///     on: "2026-02-01".parse()?,
///     stakeholder: None,
///     score: "72".parse()?,
///     remark: None,
/// };
/// assert_eq!(answer.score.to_string(), "72");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurveyResponse {
    /// Identifies the answer; unique in a book.
    pub id: SurveyId,
    /// The account.
    pub account: AccountId,
    /// The day it was given.
    pub on: Date,
    /// Who gave it; null means anonymous.
    #[serde(default)]
    pub stakeholder: Option<StakeholderId>,
    /// Satisfaction from 0 to 100.
    pub score: Score,
    /// What was said.
    #[serde(default)]
    pub remark: Option<Note>,
}

vocabulary! {
    /// What a complainer wants. Source: `[OCD]`, D17.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::ComplaintKind::HelpSeeking.as_str(), "help_seeking");
    /// ```
    pub enum ComplaintKind {
        /// To let off steam.
        Venting = "venting", "venting", "发泄";
        /// To be compensated.
        Compensation = "compensation", "compensation", "补偿";
        /// To be seen.
        ShowingOff = "showing_off", "showing off", "炫耀";
        /// To pay us back.
        Retaliation = "retaliation", "retaliation", "报复";
        /// To be helped.
        HelpSeeking = "help_seeking", "help-seeking", "求助";
    }
}

/// A complaint: a call for help.
///
/// # Examples
/// ```
/// use keyaccount::Complaint;
///
/// let complaint = Complaint {
///     id: "complaint-2".parse()?,
///     account: "north-plant".parse()?,
///     on: "2026-02-10".parse()?,
///     stakeholder: None,
///     kind: None,
///     resolved_on: None,
/// };
/// assert!(complaint.resolved_on.is_none(), "still open");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    /// Identifies the complaint; unique in a book.
    pub id: ComplaintId,
    /// The account.
    pub account: AccountId,
    /// The day it was made.
    pub on: Date,
    /// Who made it.
    #[serde(default)]
    pub stakeholder: Option<StakeholderId>,
    /// What the complainer wants; null means not judged yet.
    #[serde(default)]
    pub kind: Option<ComplaintKind>,
    /// The day it was settled; null means it is open.
    #[serde(default)]
    pub resolved_on: Option<Date>,
}

//! What can be unmet when a move is asked for.

use serde::{Deserialize, Serialize};

use crate::values::{StageId, vocabulary};

vocabulary! {
    /// What can be unmet when a move is asked for.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Criterion;
    ///
    /// assert!(Criterion::EndMark.can_be_overridden());
    /// assert!(!Criterion::KnownStage.can_be_overridden());
    /// ```
    pub enum Criterion {
        /// The end mark of a stage that is left forwards was not met.
        EndMark = "end_mark", "end mark", "结束标志";
        /// A stage that may not be passed over.
        SkipAllowed = "skip_allowed", "stage may be skipped", "允许跳过";
        /// A stage that may not be left backwards.
        BackwardsAllowed = "backwards_allowed", "stage may be left backwards", "允许退回";
        /// The stage named is not one of the pipeline's.
        KnownStage = "known_stage", "known stage", "已知阶段";
        /// The pipeline named is not one of the playbook's.
        KnownPipeline = "known_pipeline", "known pipeline", "已知流程";
        /// The pipeline named is the one it is in.
        OtherPipeline = "other_pipeline", "another pipeline", "不同流程";
        /// The reason named is not one of the playbook's.
        KnownReason = "known_reason", "known reason", "已知原因";
        /// The stage named is the one it is in.
        OtherStage = "other_stage", "another stage", "不同阶段";
        /// The stage named is not an open one.
        OpenStage = "open_stage", "open stage", "进行中阶段";
        /// The opportunity is not open: it is closed.
        IsOpen = "is_open", "opportunity is open", "商机进行中";
        /// The opportunity rests.
        IsNotParked = "is_not_parked", "opportunity is not parked", "商机未搁置";
        /// The opportunity does not rest.
        IsParked = "is_parked", "opportunity is parked", "商机已搁置";
        /// The opportunity is not closed, or its closing is final.
        IsClosed = "is_closed", "opportunity is closed", "商机已关闭";
        /// The opportunity is not signed.
        IsBooked = "is_booked", "opportunity is booked", "商机已签约";
        /// No reason is given.
        ReasonGiven = "reason_given", "reason given", "说明原因";
        /// The reason needs a note, as `other` does.
        NoteGiven = "note_given", "note given", "补充说明";
        /// No day is given on which work goes on, or it is not after the first day of the rest.
        ResumeDay = "resume_day", "day of resumption", "恢复日期";
        /// The person who overrides has no authority to.
        OverrideAuthority = "override_authority", "authority to override", "越权批准权限";
        /// The opportunity exists already.
        IsNew = "is_new", "opportunity is new", "商机为新建";
        /// The credits do not add up to the whole, or name a member twice.
        WholeCredit = "whole_credit", "credits add up to the whole", "业绩分摊合计为一";
        /// The recurring revenue and the amount are in two currencies.
        SameCurrency = "same_currency", "one currency", "同一币种";
        /// The forecast category is that of signed opportunities, and this one is open.
        OpenCategory = "open_category", "category of an open opportunity", "进行中商机的类别";
    }
}

impl Criterion {
    /// Whether a named person may let a move pass although this is unmet.
    #[must_use]
    pub const fn can_be_overridden(self) -> bool {
        matches!(self, Self::EndMark | Self::SkipAllowed | Self::BackwardsAllowed)
    }
}

/// One criterion that a move does not meet.
///
/// # Examples
/// ```
/// use keyaccount::{Criterion, UnmetCriterion};
///
/// let unmet = UnmetCriterion {
///     criterion: Criterion::EndMark,
///     stage: Some("design".parse()?),
///     can_be_overridden: true,
///     message: "the end mark of `design` is not met".into(),
/// };
/// assert_eq!(unmet.criterion.as_str(), "end_mark");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnmetCriterion {
    /// What is unmet.
    pub criterion: Criterion,
    /// The stage it concerns, where it concerns one.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// Whether a named person may let the move pass all the same.
    pub can_be_overridden: bool,
    /// One sentence for a person.
    pub message: String,
}

impl UnmetCriterion {
    pub(super) fn new(criterion: Criterion, stage: Option<&StageId>, message: impl Into<String>) -> Self {
        Self {
            criterion,
            stage: stage.cloned(),
            can_be_overridden: criterion.can_be_overridden(),
            message: message.into(),
        }
    }
}

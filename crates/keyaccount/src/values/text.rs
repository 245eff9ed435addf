//! Identifiers and texts with length limits, so that no input can grow an answer without bound.

use std::sync::Arc;

use super::vocabulary::serde_as_text;
use crate::problem::{NOT_A_NUMBER_MARK, Problem, ProblemCode, quote};

/// Defines a checked text type with a length limit in characters.
macro_rules! text_type {
    ($(#[$meta:meta])* $name:ident, $limit:literal, $code:ident, $expecting:literal) => {
        $(#[$meta])*
        ///
        /// # Examples
        /// ```
        #[doc = concat!("use keyaccount::{ProblemCode, ", stringify!($name), "};")]
        ///
        #[doc = concat!("let value: ", stringify!($name), " = \"north-plant\".parse()?;")]
        /// assert_eq!(value.as_str(), "north-plant");
        #[doc = concat!("let error = \" \".parse::<", stringify!($name), ">().unwrap_err();")]
        #[doc = concat!("assert_eq!(error.code, ProblemCode::", stringify!($code), ");")]
        /// # Ok::<(), keyaccount::Problem>(())
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The longest text accepted, in characters.
            pub const MAX_LENGTH: usize = $limit;

            /// Checks a text: not blank, within the limit, no control characters.
            ///
            /// # Errors
            /// A [`Problem`] with the text and the rule it breaks.
            pub fn try_new(text: &str) -> Result<Self, Problem> {
                check(text, Self::MAX_LENGTH, ProblemCode::$code).map(|()| Self(text.into()))
            }

            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = Problem;
            fn from_str(text: &str) -> Result<Self, Problem> {
                Self::try_new(text)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        serde_as_text!($name, $expecting);

        #[cfg(feature = "schema")]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn inline_schema() -> bool {
                true
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "minLength": 1, "maxLength": $limit })
            }
        }
    };
}

fn check(text: &str, limit: usize, code: ProblemCode) -> Result<(), Problem> {
    let allowed = || format!("1 to {limit} characters, not blank, no control characters");
    if text.chars().nth(limit).is_some() {
        let message = format!("`{}` is too long ({} characters)", quote(text), text.chars().count());
        return Err(Problem::new(ProblemCode::TextTooLong, text, message, allowed()));
    }
    let breaks_line = |c: char| c.is_control() && !matches!(c, '\n' | '\t');
    if text.trim().is_empty() || text.chars().any(breaks_line) {
        if let Some(number) = text.strip_prefix(NOT_A_NUMBER_MARK) {
            return Err(Problem::new(code, number, format!("`{}` is no text", quote(number)), allowed()));
        }
        let message = format!("`{}` is blank or holds control characters", quote(&text.escape_debug().to_string()));
        return Err(Problem::new(code, text.escape_debug(), message, allowed()));
    }
    Ok(())
}

text_type!(/// Identifies an account.
    AccountId, 200, InvalidId, "an account id (text)");
text_type!(/// Identifies an opportunity.
    OpportunityId, 200, InvalidId, "an opportunity id (text)");
text_type!(/// Identifies one event of an opportunity's history.
    EventId, 200, InvalidId, "an event id (text)");
text_type!(/// Identifies a person on the customer's side, or an outside coach.
    StakeholderId, 200, InvalidId, "a stakeholder id (text)");
text_type!(/// Identifies a person of our own team.
    MemberId, 200, InvalidId, "a team member id (text)");
text_type!(/// Identifies an interaction.
    InteractionId, 200, InvalidId, "an interaction id (text)");
text_type!(/// Identifies a purchase.
    PurchaseId, 200, InvalidId, "a purchase id (text)");
text_type!(/// Identifies an answer to a satisfaction survey.
    SurveyId, 200, InvalidId, "a survey id (text)");
text_type!(/// Identifies a complaint.
    ComplaintId, 200, InvalidId, "a complaint id (text)");
text_type!(/// Identifies a change in our own team.
    TeamChangeId, 200, InvalidId, "a team change id (text)");
text_type!(/// Identifies a proposal.
    ProposalId, 200, InvalidId, "a proposal id (text)");
text_type!(/// Identifies a quota.
    QuotaId, 200, InvalidId, "a quota id (text)");
text_type!(/// Identifies an adjustment of a forecast.
    AdjustmentId, 200, InvalidId, "an adjustment id (text)");
text_type!(/// Identifies something a person did for us.
    ContributionId, 200, InvalidId, "a contribution id (text)");
text_type!(/// Identifies a task.
    TaskId, 200, InvalidId, "a task id (text)");
text_type!(/// Identifies an expense.
    ExpenseId, 200, InvalidId, "an expense id (text)");
text_type!(/// Identifies a pipeline of the playbook.
    PipelineId, 200, InvalidId, "a pipeline id (text)");
text_type!(/// Identifies a stage of a pipeline; labels may change, this does not.
    StageId, 200, InvalidId, "a stage id (text)");
text_type!(/// Identifies a reason for a loss; its label may change, this does not.
    LossReasonId, 200, InvalidId, "a loss reason (text)");
text_type!(/// A short name: of a person, product, competitor, territory.
    Label, 300, InvalidText, "a short text");
text_type!(/// A longer remark: a reason, an end mark.
    Note, 10_000, InvalidText, "a text");

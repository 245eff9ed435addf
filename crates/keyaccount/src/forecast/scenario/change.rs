//! Changes that a scenario supposes.

use serde::{Deserialize, Serialize};

use crate::facts::OpportunityChange;
use crate::funnel::OpportunityState;
use crate::values::{Date, Money, OpportunityId};

/// What is supposed to happen to an opportunity on the day of the verdict.
///
/// # Examples
/// ```
/// use keyaccount::ScenarioChange;
///
/// let change: ScenarioChange = serde_json::from_str(r#"{"type": "slip", "opportunity": "crane", "close_date": "2026-07-15"}"#)?;
/// assert_eq!(change.opportunity().as_str(), "crane");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "snake_case", deny_unknown_fields)]
pub enum ScenarioChange {
    /// It is signed.
    Win {
        /// The opportunity.
        opportunity: OpportunityId,
    },
    /// It is lost.
    Lose {
        /// The opportunity.
        opportunity: OpportunityId,
    },
    /// It is expected to be signed on another day.
    Slip {
        /// The opportunity.
        opportunity: OpportunityId,
        /// The day; not one that has passed.
        close_date: Date,
    },
    /// It is worth something else.
    ChangeAmount {
        /// The opportunity.
        opportunity: OpportunityId,
        /// What it is worth then.
        amount: Money,
    },
}

impl ScenarioChange {
    /// The opportunity it happens to.
    #[must_use]
    pub const fn opportunity(&self) -> &OpportunityId {
        match self {
            Self::Win { opportunity }
            | Self::Lose { opportunity }
            | Self::Slip { opportunity, .. }
            | Self::ChangeAmount { opportunity, .. } => opportunity,
        }
    }

    /// The same as a change of a history.
    pub(super) fn to_change(&self) -> OpportunityChange {
        match self {
            Self::Win { .. } => OpportunityChange::Won { authorisation: None },
            Self::Lose { .. } => OpportunityChange::Lost { reason: None, competitor: None, note: None },
            Self::Slip { close_date, .. } => OpportunityChange::CloseDateChanged { close_date: Some(*close_date) },
            Self::ChangeAmount { amount, .. } => OpportunityChange::AmountChanged { amount: Some(*amount) },
        }
    }

    /// Whether an opportunity stands as it would after the change.
    pub(super) fn holds(&self, state: &OpportunityState) -> bool {
        match self {
            Self::Win { .. } => state.booked_on.is_some(),
            Self::Lose { .. } => state.loss.is_some(),
            Self::Slip { close_date, .. } => state.status.is_open() && state.close_date == Some(*close_date),
            Self::ChangeAmount { amount, .. } => state.status.is_open() && state.amount == Some(*amount),
        }
    }
}

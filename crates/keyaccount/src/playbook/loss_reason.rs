//! Why opportunities are lost, in the words of the business.

use serde::{Deserialize, Serialize};

use super::LabelPair;
use crate::values::LossReasonId;

/// A reason that a loss may be given.
///
/// # Examples
/// ```
/// use keyaccount::LossReason;
///
/// let reasons = LossReason::defaults();
/// assert_eq!(reasons[0].id.as_str(), "price");
/// assert!(reasons.iter().any(|reason| reason.id.as_str() == "other" && reason.needs_note));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LossReason {
    /// The stable identifier; the label may change, this does not.
    pub id: LossReasonId,
    /// The label for people.
    pub label: LabelPair,
    /// Whether a loss for this reason needs a note that says more, as `other` does.
    #[serde(default)]
    pub needs_note: bool,
}

impl LossReason {
    /// The reasons of a playbook that names none: ours, no source lists them.
    #[must_use]
    pub fn defaults() -> Vec<Self> {
        const REASONS: [(&str, &str, &str); 7] = [
            ("price", "price", "价格"),
            ("product", "product", "产品"),
            ("relationship", "relationship", "关系"),
            ("service", "delivery or service", "交付或服务"),
            ("no_budget", "no budget", "无预算"),
            ("no_decision", "no decision", "未作决定"),
            ("other", "other", "其他"),
        ];
        let reason = |(id, en, zh_hans): &(&str, &str, &str)| {
            let label = LabelPair { en: en.parse().ok()?, zh_hans: zh_hans.parse().ok()? };
            Some(Self { id: id.parse().ok()?, label, needs_note: *id == "other" })
        };
        REASONS.iter().filter_map(reason).collect()
    }
}

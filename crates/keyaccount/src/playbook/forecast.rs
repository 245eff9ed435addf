//! What the forecast may not believe.

use serde::{Deserialize, Serialize};

use super::CoverageGapKind;
use crate::facts::BuyingRole;
use crate::values::Probability;

/// The highest win probability that an opportunity is credited with while its buying committee has a gap.
///
/// # Examples
/// ```
/// use keyaccount::{CoverageCap, CoverageGapKind};
///
/// let text = r#"{"gap": "decision_maker_never_met", "role": null, "at_most": "0.4"}"#;
/// let cap: CoverageCap = serde_json::from_str(text)?;
/// assert_eq!((cap.gap, cap.at_most.to_string().as_str()), (CoverageGapKind::DecisionMakerNeverMet, "0.4"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CoverageCap {
    /// The gap. A committee of which nobody is known has the gap `committee_empty` and no other.
    pub gap: CoverageGapKind,
    /// The role the gap has to concern; null means whichever.
    #[serde(default)]
    pub role: Option<BuyingRole>,
    /// The highest probability.
    pub at_most: Probability,
}

/// How the forecast of bookings is made.
///
/// # Examples
/// ```
/// assert!(keyaccount::ForecastPolicy::default().coverage_caps.is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ForecastPolicy {
    /// What gaps in coverage cap win probabilities at; of several that hold, the lowest counts.
    pub coverage_caps: Vec<CoverageCap>,
}

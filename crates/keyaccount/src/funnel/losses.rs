//! What opportunities were lost for: by stage, reason and competitor.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::performance::{CurrencySums, Decision};
use super::state::OpportunityState;
use crate::values::{CurrencySum, Date, Label, LossReasonId, StageId};

/// The losses from one stage, for one reason, to one competitor.
///
/// # Examples
/// ```
/// use keyaccount::LossGroup;
///
/// let group: LossGroup = serde_json::from_str(r#"{
///     "from_stage": "comparison", "reason": "price", "competitor": null,
///     "count": 2, "amounts": [{"amount": "80000.00", "currency": "EUR"}], "without_amount": 1
/// }"#)?;
/// assert!(group.competitor.is_none(), "nobody, or nobody known");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LossGroup {
    /// The last open stage they were in; null where it is unknown.
    #[serde(default)]
    pub from_stage: Option<StageId>,
    /// Why; null where it is unknown.
    #[serde(default)]
    pub reason: Option<LossReasonId>,
    /// Who got them; null where nobody did, or nobody is known to.
    #[serde(default)]
    pub competitor: Option<Label>,
    /// How many there are.
    pub count: usize,
    /// What they were worth, by currency.
    pub amounts: Vec<CurrencySum>,
    /// How many of them are of unknown worth: in no amount.
    pub without_amount: usize,
}

/// Groups the losses that stand, the largest group first; losses before `from` are left out.
pub(super) fn losses(states: &[&OpportunityState], from: Option<Date>) -> Vec<LossGroup> {
    type Key<'a> = (Option<&'a StageId>, Option<&'a LossReasonId>, Option<&'a Label>);
    let mut groups: BTreeMap<Key<'_>, (usize, CurrencySums)> = BTreeMap::new();
    for state in states {
        let decided = Decision::of(state, from).is_some_and(|decision| !decision.won);
        let Some(loss) = state.loss.as_ref().filter(|_| decided) else { continue };
        let key = (loss.from_stage.as_ref(), loss.reason.as_ref(), loss.competitor.as_ref());
        let (count, sums) = groups.entry(key).or_default();
        *count = count.saturating_add(1);
        sums.add(state.amount);
    }
    let mut groups: Vec<LossGroup> = groups
        .into_iter()
        .map(|((from_stage, reason, competitor), (count, sums))| LossGroup {
            from_stage: from_stage.cloned(),
            reason: reason.cloned(),
            competitor: competitor.cloned(),
            count,
            amounts: sums.listed(),
            without_amount: sums.without_amount,
        })
        .collect();
    groups.sort_by_key(|group| std::cmp::Reverse(group.count));
    groups
}

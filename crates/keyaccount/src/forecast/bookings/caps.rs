//! Probabilities that gaps in coverage cap.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cute::CommitteeIndex;
use crate::facts::{Book, BuyingRole};
use crate::funnel::HistoryVerdict;
use crate::playbook::{CoverageCap, CoverageGapKind, Playbook};
use crate::values::{Date, Estimate, OpportunityId, Probability};

/// The cap of every open opportunity that has one: of those of the playbook whose gap its committee has, the lowest.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CappedDeals, CoverageCap, CoverageGapKind, Playbook, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "commitment"}}
///     ]
/// }"#)?;
/// let mut draft = Playbook::six_stage().draft().clone();
/// let (gap, at_most) = (CoverageGapKind::CommitteeEmpty, "0.25".parse()?);
/// draft.forecast.coverage_caps.push(CoverageCap { gap, role: None, at_most });
/// let (playbook, as_of) = (Playbook::try_new(draft).unwrap(), "2026-02-01".parse()?);
/// let histories = [replay_history(&book.accounts()[0].opportunities[0], &playbook, as_of)];
/// let caps = CappedDeals::find(&book, &histories, &playbook, as_of);
/// assert_eq!(caps.of(&"press-line".parse()?).unwrap().at_most, at_most);
/// assert!(CappedDeals::none().of(&"press-line".parse()?).is_none());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CappedDeals(BTreeMap<OpportunityId, CoverageCap>);

impl CappedDeals {
    /// No opportunity has a cap.
    #[must_use]
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// Checks the committee of every open opportunity among the histories, as it stood on the day.
    #[must_use]
    pub fn find(book: &Book, histories: &[HistoryVerdict], playbook: &Playbook, as_of: Date) -> Self {
        let caps = &playbook.draft().forecast.coverage_caps;
        if caps.is_empty() {
            return Self::none();
        }
        let mut found = BTreeMap::new();
        // An account's contacts are read once for all its opportunities.
        let mut indexes = BTreeMap::new();
        for history in histories {
            let is_open = history.state.as_ref().is_some_and(|state| state.status.is_open());
            let Some((account, opportunity)) = book.opportunity(&history.opportunity).filter(|_| is_open) else {
                continue;
            };
            let index = indexes.entry(&account.account.id).or_insert_with(|| CommitteeIndex::new(account, as_of));
            let gaps = index.check(opportunity, history.stage(playbook), playbook).gaps;
            let holds = |cap: &&CoverageCap| {
                gaps.iter().any(|gap| gap.kind == cap.gap && (cap.role.is_none() || cap.role == gap.role))
            };
            if let Some(cap) = caps.iter().filter(holds).min_by_key(|cap| cap.at_most) {
                found.insert(history.opportunity.clone(), cap.clone());
            }
        }
        Self(found)
    }

    /// The cap of an opportunity.
    #[must_use]
    pub fn of(&self, opportunity: &OpportunityId) -> Option<&CoverageCap> {
        self.0.get(opportunity)
    }

    /// Whether no opportunity has one.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A cap that lowered a chance, and what it was before.
///
/// # Examples
/// ```
/// use keyaccount::AppliedCap;
///
/// let text = r#"{"gap": "no_coach", "role": null, "at_most": "0.5", "before": "0.8"}"#;
/// let cap: AppliedCap = serde_json::from_str(text)?;
/// assert_eq!((cap.at_most.to_string(), cap.before.to_string()), ("0.5".to_owned(), "0.8".to_owned()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AppliedCap {
    /// The gap.
    pub gap: CoverageGapKind,
    /// The role that the playbook's cap is for; null means whichever.
    #[serde(default)]
    pub role: Option<BuyingRole>,
    /// The highest probability to be won at all.
    pub at_most: Probability,
    /// The chance in the period without the cap.
    pub before: Estimate,
}

impl AppliedCap {
    pub(super) fn new(cap: &CoverageCap, before: Estimate) -> Self {
        Self { gap: cap.gap, role: cap.role, at_most: cap.at_most, before }
    }
}

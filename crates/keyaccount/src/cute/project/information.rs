//! The nine information points as they were known on a day. Source: `[CCA]`, D8.

use serde::{Deserialize, Serialize};

use crate::facts::{FactKind, FactReference, InformationPoint, InformationRecord, InformationState, OpportunityBook};
use crate::playbook::Playbook;
use crate::values::{Date, Label};

/// How many critical success factors are followed: the three that matter most.
const FOLLOWED: usize = 3;

/// The critical success factors that mattered most from a day on.
///
/// # Examples
/// ```
/// use keyaccount::SuccessFactorsOn;
///
/// let first: SuccessFactorsOn =
///     serde_json::from_str(r#"{"on": "2026-04-02", "success_factors": ["delivery by August", "test report"]}"#)?;
/// assert_eq!(first.success_factors.len(), 2);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SuccessFactorsOn {
    /// The day.
    pub on: Date,
    /// Up to three, the first first; empty where the record of the day names none any more.
    pub success_factors: Vec<Label>,
}

/// How far one information point of an opportunity is known on a day.
///
/// # Examples
/// ```
/// use keyaccount::{Book, InformationState, Playbook, list_information};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "information_records": [{"opportunity": "press-line", "point": "funds", "on": "2026-01-05",
///         "state": "confirmed", "source": "annual report"}]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let information = list_information(opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// let funds = &information[4];
/// assert_eq!((funds.state, funds.age_days), (InformationState::Confirmed, Some(145)));
/// assert!(funds.is_stale, "after 90 days it has to be asked again");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InformationStatus {
    /// The point.
    pub point: InformationPoint,
    /// How far it is known; unknown also where nothing is recorded.
    pub state: InformationState,
    /// Whether what is known is older than the playbook allows; never where nothing is known.
    pub is_stale: bool,
    /// The day of the record that holds; null where there is none.
    #[serde(default)]
    pub on: Option<Date>,
    /// Days since then.
    #[serde(default)]
    pub age_days: Option<u32>,
    /// Where it comes from; null where that is not recorded.
    #[serde(default)]
    pub source: Option<Label>,
    /// For `success_factors`: all that the record that holds names, the first first.
    pub success_factors: Vec<Label>,
    /// For `success_factors`: how the three that matter most changed, the earliest first.
    pub followed: Vec<SuccessFactorsOn>,
}

impl InformationStatus {
    /// Whether something is known, and lately enough to count.
    pub(super) fn counts(&self) -> bool {
        self.state > InformationState::Unknown && !self.is_stale
    }

    /// The record it rests on.
    pub(super) fn reference(&self, opportunity: &OpportunityBook) -> Option<FactReference> {
        let on = self.on?;
        let id = format!("{} {} {on}", opportunity.opportunity.id, self.point);
        Some(FactReference::new(FactKind::InformationRecord, id))
    }
}

/// The nine information points of an opportunity as they were known on a day, in the order of their definition.
///
/// Of each point the latest record dated up to the day holds. It is stale once it is older than the playbook's
/// `information_stale_after_days`. Source: `[CCA]`, D8; the days are ours.
///
/// # Examples
/// ```
/// use keyaccount::{Book, InformationState, Playbook, list_information};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "information_records": [
///         {"opportunity": "press-line", "point": "success_factors", "on": "2026-04-02", "state": "partial",
///          "success_factors": ["price"]},
///         {"opportunity": "press-line", "point": "success_factors", "on": "2026-05-04", "state": "confirmed",
///          "success_factors": ["delivery by August", "price"]}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let information = list_information(opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!(information.len(), 9);
/// assert_eq!(information[0].state, InformationState::Unknown, "nothing is recorded");
/// let factors = &information[8];
/// assert_eq!(factors.success_factors[0].as_str(), "delivery by August");
/// assert_eq!(factors.followed.len(), 2, "what matters most changed once");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn list_information(opportunity: &OpportunityBook, playbook: &Playbook, as_of: Date) -> Vec<InformationStatus> {
    let stale_after = playbook.draft().coverage.information_stale_after_days;
    InformationPoint::ALL.iter().map(|point| status(opportunity, *point, stale_after, as_of)).collect()
}

fn status(opportunity: &OpportunityBook, point: InformationPoint, stale_after: u32, as_of: Date) -> InformationStatus {
    let mut records: Vec<&InformationRecord> =
        opportunity.information.iter().filter(|record| record.point == point && record.on <= as_of).collect();
    records.sort_by_key(|record| record.on);
    let holding = records.last();
    let state = holding.map_or(InformationState::Unknown, |record| record.state);
    let on = holding.map(|record| record.on);
    InformationStatus {
        point,
        state,
        is_stale: state > InformationState::Unknown && on.is_some_and(|on| on < as_of.minus_days(stale_after)),
        on,
        age_days: on.and_then(|on| u32::try_from(as_of.days_since(on)).ok()),
        source: holding.and_then(|record| record.source.clone()),
        success_factors: holding.map_or_else(Vec::new, |record| record.success_factors.clone()),
        followed: followed(&records),
    }
}

/// The records in which the factors that matter most are others than before.
fn followed(records: &[&InformationRecord]) -> Vec<SuccessFactorsOn> {
    let mut changes: Vec<SuccessFactorsOn> = Vec::new();
    for record in records {
        let first: Vec<Label> = record.success_factors.iter().take(FOLLOWED).cloned().collect();
        let is_other = match changes.last() {
            Some(last) => last.success_factors != first,
            None => !first.is_empty(),
        };
        if is_other {
            changes.push(SuccessFactorsOn { on: record.on, success_factors: first });
        }
    }
    changes
}

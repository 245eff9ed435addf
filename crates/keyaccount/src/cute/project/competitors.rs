//! The competitors in an opportunity as they were known on a day. Source: `[CCA]`, D8, D9.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::facts::{CompetitorStanding, FactKind, FactReference, OpportunityBook, OpportunityCompetitor};
use crate::values::{Date, Label, Note};

/// How a competitor stands in an opportunity on a day, and what we mean to do about it.
///
/// # Examples
/// ```
/// use keyaccount::{CompetitorStanding, CompetitorStatus};
///
/// let rival: CompetitorStatus = serde_json::from_str(r#"{
///     "competitor": "Rival Presses", "on": "2026-05-04", "standing": "ahead", "strategy": null
/// }"#)?;
/// assert_eq!(rival.standing, Some(CompetitorStanding::Ahead));
/// assert!(rival.strategy.is_none(), "none is recorded");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompetitorStatus {
    /// The competitor.
    pub competitor: Label,
    /// The day from which this holds.
    pub on: Date,
    /// How they stand; null means unknown.
    #[serde(default)]
    pub standing: Option<CompetitorStanding>,
    /// Our strategy against them; null means that none is recorded.
    #[serde(default)]
    pub strategy: Option<Note>,
}

impl CompetitorStatus {
    /// Whether they are still in the race and nothing is recorded of what we mean to do about it.
    pub(super) fn wants_strategy(&self) -> bool {
        self.strategy.is_none() && self.standing != Some(CompetitorStanding::Out)
    }

    /// The row it rests on.
    pub(in crate::cute) fn reference(&self, opportunity: &OpportunityBook) -> FactReference {
        let id = format!("{} {} {}", opportunity.opportunity.id, self.competitor, self.on);
        FactReference::new(FactKind::OpportunityCompetitor, id)
    }
}

/// The competitors in an opportunity on a day, by name.
///
/// Of each competitor the latest row dated up to the day holds, and holds whole: a row without a strategy says that
/// there is none. Those who gave up or were ruled out are listed as well.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CompetitorStanding, list_competitors};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_competitors": [
///         {"opportunity": "press-line", "competitor": "Rival Presses", "on": "2026-04-02", "standing": "ahead"},
///         {"opportunity": "press-line", "competitor": "Rival Presses", "on": "2026-05-04", "standing": "level",
///          "strategy": "have the test report compared"}
///     ]
/// }"#)?;
/// let (_, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let standing = |day: &str| Ok::<_, keyaccount::Problem>(list_competitors(opportunity, day.parse()?)[0].standing);
/// assert_eq!(standing("2026-04-30")?, Some(CompetitorStanding::Ahead));
/// assert_eq!(standing("2026-05-30")?, Some(CompetitorStanding::Level));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn list_competitors(opportunity: &OpportunityBook, as_of: Date) -> Vec<CompetitorStatus> {
    let mut holding: BTreeMap<&Label, &OpportunityCompetitor> = BTreeMap::new();
    for row in opportunity.competitors.iter().filter(|row| row.on <= as_of) {
        let latest = holding.entry(&row.competitor).or_insert(row);
        if row.on > latest.on {
            *latest = row;
        }
    }
    let status = |row: &OpportunityCompetitor| CompetitorStatus {
        competitor: row.competitor.clone(),
        on: row.on,
        standing: row.standing,
        strategy: row.strategy.clone(),
    };
    holding.into_values().map(status).collect()
}

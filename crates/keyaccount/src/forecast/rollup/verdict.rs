//! The shape of a rolled-up forecast.

use serde::{Deserialize, Serialize};

use super::adjustment::AdjustedForecast;
use super::dimension::{ForecastDimension, Place};
use super::recurring::RecurringRow;
use crate::forecast::price::UnpricedDeal;
use crate::forecast::verdict::{ForecastReceipt, ForecastRow};
use crate::values::{Currency, Date, MemberId, Period};
use crate::verdict::Reason;

/// One coordinate of a cell.
///
/// # Examples
/// ```
/// use keyaccount::{CellKey, ForecastDimension};
///
/// let key: CellKey = serde_json::from_str(r#"{"dimension": "month", "value": "2026-06"}"#)?;
/// assert_eq!(key, CellKey { dimension: ForecastDimension::Month, value: Some("2026-06".to_owned()) });
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CellKey {
    /// What it is a coordinate of.
    pub dimension: ForecastDimension,
    /// Where the cell stands: an identifier, a word, a month; null means what has no such: nobody's, in nobody's team, in
    /// none of the periods, without a territory.
    #[serde(default)]
    pub value: Option<String>,
}

impl CellKey {
    pub(super) fn new(dimension: ForecastDimension, place: Place) -> Self {
        Self { dimension, value: place.name }
    }
}

/// What adds up in one cell.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ForecastDimension, Playbook, RollUpOptions, roll_up_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30",
///             "amount": {"amount": "90000", "currency": "EUR"}
///         }}
///     ]
/// }"#)?;
/// let options = RollUpOptions { by: vec![ForecastDimension::Currency], ..RollUpOptions::default() };
/// let rolled_up = roll_up_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?, &options)?;
/// let cell = &rolled_up.cells[0];
/// assert_eq!((cell.currency.code(), cell.amounts.open.weighted.to_string()), ("EUR", "27000.00".to_owned()));
/// assert_eq!(rolled_up.receipt.unpriced, 1, "in dollars it has no price");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RollUpCell {
    /// Where it stands, in the order of the dimensions asked for.
    pub key: Vec<CellKey>,
    /// The currency of its sums.
    pub currency: Currency,
    /// What opportunities are worth, each counted once.
    pub amounts: ForecastRow,
    /// What is paid again and again; null where nothing is, as far as is known.
    #[serde(default)]
    pub recurring: Option<RecurringRow>,
}

/// A forecast rolled up into cells by any dimensions.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RollUpOptions, roll_up_forecast};
///
/// let as_of = "2026-02-01".parse()?;
/// let nothing = roll_up_forecast(&Book::default(), &Playbook::six_stage(), as_of, &RollUpOptions::default())?;
/// assert_eq!((nothing.cells.len(), nothing.amounts.open.deals, nothing.receipt.opportunities), (0, 0, 0));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RollUpVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The currency of all sums but those of cells by currency.
    pub reporting_currency: Currency,
    /// What the cells are told apart by.
    pub by: Vec<ForecastDimension>,
    /// The periods that the dimension `period` knows, as given.
    pub periods: Vec<Period>,
    /// Whether a category holds all that is surer too.
    pub cumulative: bool,
    /// Whose opportunities; null means everybody's.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// Everything, each opportunity once.
    pub amounts: ForecastRow,
    /// What of that is paid again and again; null where nothing is, as far as is known.
    #[serde(default)]
    pub recurring: Option<RecurringRow>,
    /// The cells that something is in, by their keys in turn: months, quarters and years in time order, stages as in the
    /// playbook, categories from the least sure, all else by name, and what has no name first.
    pub cells: Vec<RollUpCell>,
    /// People's own figures, beside what adds up; by period, whose, and when they were made.
    pub adjustments: Vec<AdjustedForecast>,
    /// Where every opportunity went that is not others'. It tells of whole opportunities, whatever part is credited.
    pub receipt: ForecastReceipt,
    /// Opportunities that the member asked about gets no credit for, with their team; none where nobody was asked about.
    pub of_others: usize,
    /// The opportunities that could not be priced, and why. One that only lacks a rate is in cells by currency.
    pub unpriced: Vec<UnpricedDeal>,
    /// The rules behind the sums.
    pub reasons: Vec<Reason>,
}

//! The shape of a forecast.

use serde::{Deserialize, Serialize};

use super::price::{PricedDeal, UnpricedCause, UnpricedDeal};
use super::receipt::{ReceiptPart, ReceiptWhole};
use crate::playbook::FiscalQuarter;
use crate::values::{Amounts, Currency, Date, MemberId};
use crate::verdict::Reason;

/// Expected and actual amounts beside each other. They are never added up.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30", "owner": "sales-3",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }},
///         {"opportunity": "press-line", "at": "2026-01-20", "change": {"type": "won"}}
///     ]
/// }"#)?;
/// let forecast = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?);
/// let row = &forecast.summary.amounts;
/// assert_eq!((row.open.deals, row.booked.deals, row.realised.deals), (0, 1, 0));
/// assert_eq!(row.booked.weighted.to_string(), "72000.00", "signed and not paid: 80 % are paid");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastRow {
    /// Open opportunities (parked ones too), weighted by the probability that they are won.
    pub open: Amounts,
    /// Signed, not yet paid, weighted by the probability that they are paid.
    pub booked: Amounts,
    /// Signed and paid.
    pub realised: Amounts,
}

/// The forecast of one fiscal quarter, in the reporting currency.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30", "owner": "sales-3",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let forecast = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?);
/// let quarter = &forecast.summary.by_quarter[0];
/// assert_eq!(quarter.quarter.to_string(), "FY2026-Q2");
/// assert_eq!(quarter.amounts.open.weighted.to_string(), "27000.00");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuarterForecast {
    /// The quarter of the expected signature; of booked ones the signature; of realised ones the payment.
    pub quarter: FiscalQuarter,
    /// The amounts.
    pub amounts: ForecastRow,
}

/// The forecast of one member of our team, in the reporting currency: of what is split, the part credited to them.
///
/// What is split is counted for each of them, so that the sums add up to the whole, and the counts may exceed it.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30", "owner": "sales-3",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let forecast = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?);
/// let owner = &forecast.summary.by_owner[0];
/// assert_eq!(owner.owner.as_ref().unwrap().as_str(), "sales-3");
/// assert_eq!(owner.amounts.open.total.to_string(), "90000.00");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnerForecast {
    /// The member of our team; null stands for opportunities that nobody is known to answer for.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// The amounts.
    pub amounts: ForecastRow,
}

/// The forecast of one currency, in that currency.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30", "owner": "sales-3",
///             "amount": {"amount": "90000", "currency": "EUR"}
///         }}
///     ]
/// }"#)?;
/// let forecast = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?);
/// let euros = &forecast.summary.by_currency[0];
/// assert_eq!((euros.currency.code(), euros.amounts.open.weighted.to_string()), ("EUR", "27000.00".to_owned()));
/// assert_eq!(forecast.summary.amounts.open.deals, 0, "no rate to dollars is known, so it is in no other sum");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CurrencyForecast {
    /// The currency.
    pub currency: Currency,
    /// The amounts, in that currency.
    pub amounts: ForecastRow,
}

/// How many opportunities lack something.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, UnpricedCause, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "design"}}
///     ]
/// }"#)?;
/// let forecast = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?);
/// let causes: Vec<_> = forecast.summary.receipt.causes.iter().map(|count| (count.cause, count.deals)).collect();
/// assert_eq!(causes, [(UnpricedCause::NoAmount, 1), (UnpricedCause::NoCloseDate, 1)]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CauseCount {
    /// What is missing.
    pub cause: UnpricedCause,
    /// Opportunities that lack it; one may lack several things.
    pub deals: usize,
}

/// Where every opportunity went: the parts add up to the whole.
///
/// `opportunities = open + booked + realised + lost + not_created_yet`, and
/// `open + booked + realised = priced + unpriced + omitted`. The same is told with what they are worth in `parts`, which
/// add up to `whole` in counts and, by currency, in sums.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "stage": "design"}}
///     ]
/// }"#)?;
/// let forecast = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?);
/// let receipt = forecast.summary.receipt;
/// assert_eq!((receipt.opportunities, receipt.open), (1, 1));
/// assert_eq!((receipt.priced, receipt.unpriced), (0, 1), "it has no amount and no close date");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastReceipt {
    /// Opportunities looked at.
    pub opportunities: usize,
    /// Open ones, priced or not, parked ones too.
    pub open: usize,
    /// Of the open ones, those parked.
    pub parked: usize,
    /// Of the open ones, those whose close date has passed.
    pub overdue: usize,
    /// Booked ones, priced or not.
    pub booked: usize,
    /// Realised ones, priced or not.
    pub realised: usize,
    /// Lost ones.
    pub lost: usize,
    /// Those that had no event up to the day of the verdict.
    pub not_created_yet: usize,
    /// Those in the sums.
    pub priced: usize,
    /// Those left out of the sums.
    pub unpriced: usize,
    /// Open ones left out of the sums by their forecast category.
    pub omitted: usize,
    /// What the unpriced ones lack.
    pub causes: Vec<CauseCount>,
    /// Every opportunity in the one part it went to; parts that nothing went to are not listed.
    pub parts: Vec<ReceiptPart>,
    /// All of them together.
    pub whole: ReceiptWhole,
}

/// The sums of a forecast.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30", "owner": "sales-3",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let forecast = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?);
/// let summary = forecast.summary;
/// assert_eq!(summary.reporting_currency.code(), "USD");
/// assert_eq!(summary.amounts.open.weighted.to_string(), "27000.00");
/// assert_eq!((summary.by_quarter.len(), summary.by_owner.len(), summary.by_currency.len()), (1, 1, 1));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastSummary {
    /// The currency of all sums but those by currency.
    pub reporting_currency: Currency,
    /// Everything.
    pub amounts: ForecastRow,
    /// By fiscal quarter, in time order.
    pub by_quarter: Vec<QuarterForecast>,
    /// By who gets credit, which is the owner where it is not split, in the order of identifiers, nobody first.
    pub by_owner: Vec<OwnerForecast>,
    /// By currency, in that currency; unlike the other sums, opportunities that only lack a rate are in these.
    pub by_currency: Vec<CurrencyForecast>,
    /// Where every opportunity went.
    pub receipt: ForecastReceipt,
}

/// A forecast: sums, the opportunities behind them, and those that could not be priced.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, UnpricedCause, weighted_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [
///         {"id": "press-line", "account": "north-plant"},
///         {"id": "spare-parts", "account": "north-plant"}
///     ],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }},
///         {"opportunity": "spare-parts", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "design", "close_date": "2026-06-30"
///         }}
///     ]
/// }"#)?;
/// let forecast = weighted_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?);
///
/// assert_eq!(forecast.summary.amounts.open.weighted.to_string(), "27000.00");
/// assert_eq!(forecast.summary.by_quarter[0].quarter.to_string(), "FY2026-Q2");
/// assert_eq!(forecast.unpriced[0].causes, [UnpricedCause::NoAmount]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ForecastVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The sums.
    pub summary: ForecastSummary,
    /// The opportunities in the sums, in the order they were given.
    pub deals: Vec<PricedDeal>,
    /// The opportunities left out, and why.
    pub unpriced: Vec<UnpricedDeal>,
    /// The rules behind the sums.
    pub reasons: Vec<Reason>,
}

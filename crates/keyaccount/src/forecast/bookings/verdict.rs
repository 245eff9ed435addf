//! The shape of a forecast of bookings.

use serde::{Deserialize, Serialize};

use super::caps::AppliedCap;
use super::left_out::LeftOutDeal;
use super::options::ForecastBasis;
use super::receipt::BookingReceipt;
use super::standing::QuotaStanding;
use crate::forecast::distribution::{BookingSummary, DealContribution};
use crate::funnel::{OpportunityStatus, ProbabilitySource};
use crate::values::{
    AccountId, Amounts, Currency, CurrencySum, Date, Estimate, MarketCorrelation, MemberId, Money, OpportunityId,
    Period, Share, StageId,
};
use crate::verdict::Reason;

/// What is signed.
///
/// # Examples
/// ```
/// use keyaccount::BookedTotal;
///
/// let text = r#"{"deals": 2, "total": {"amount": "1500.00", "currency": "USD"}}"#;
/// let booked: BookedTotal = serde_json::from_str(text)?;
/// assert_eq!((booked.deals, booked.total.to_string()), (2, "1500.00 USD".to_owned()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookedTotal {
    /// Opportunities signed.
    pub deals: usize,
    /// What they are worth.
    pub total: CurrencySum,
}

/// One opportunity in a period's bookings: all that goes into them, so that they can be added up by hand.
///
/// # Examples
/// ```
/// use keyaccount::{BookingDeal, ProbabilitySource};
///
/// let text = r#"{
///     "opportunity": "press-line", "account": "north-plant", "status": "open", "stage": "comparison", "owner": null,
///     "amount": {"amount": "90000", "currency": "EUR"}, "credit": "1", "reported": {"amount": "99000", "currency": "USD"},
///     "close_date": "2026-03-31", "chance": "0.2", "source": "stage_default",
///     "cap": {"gap": "no_coach", "role": null, "at_most": "0.2", "before": "0.3"}, "contribution": null
/// }"#;
/// let deal: BookingDeal = serde_json::from_str(text)?;
/// assert_eq!((deal.source, deal.cap.unwrap().before.to_string()), (ProbabilitySource::StageDefault, "0.3".to_owned()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookingDeal {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The account.
    pub account: AccountId,
    /// Where it stands.
    pub status: OpportunityStatus,
    /// The stage it is in.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// What it is worth.
    pub amount: Money,
    /// The part of it that counts: what the member asked about and everybody below get credit for; 1 where nobody was
    /// asked about.
    pub credit: Share,
    /// What that part is worth in the reporting currency, rounded half-even to the minor unit: what all sums are of.
    pub reported: Money,
    /// The day it is expected to be signed; once signed, the day it was. Null means unknown.
    #[serde(default)]
    pub close_date: Option<Date>,
    /// The chance that it is signed within the period; 1 where it is.
    pub chance: Estimate,
    /// Where the chance comes from.
    pub source: ProbabilitySource,
    /// The cap that lowered the chance; null where none did.
    #[serde(default)]
    pub cap: Option<AppliedCap>,
    /// What it adds to the mean and to the odds of the quota; null where that was not asked for, or there is no quota.
    #[serde(default)]
    pub contribution: Option<DealContribution>,
}

/// The bookings of one period, in the reporting currency.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, Period, Playbook, forecast_bookings};
///
/// let quarter = Period { first: "2026-01-01".parse()?, last: "2026-03-31".parse()? };
/// let (playbook, options) = (Playbook::six_stage(), BookingOptions::default());
/// let nothing = forecast_bookings(&Book::default(), &playbook, "2026-02-01".parse()?, &[quarter], &options)?;
/// let period = &nothing.periods[0];
/// assert_eq!((period.booked.deals, period.open.deals, period.outside), (0, 0, 0));
/// assert_eq!(period.bookings.mean.to_string(), "0.00 USD");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PeriodBookings {
    /// The period.
    pub period: Period,
    /// What was signed within it up to the day of the verdict.
    pub booked: BookedTotal,
    /// What is open and may be signed within it, weighted by the chance of that.
    pub open: Amounts,
    /// The distribution of both together.
    pub bookings: BookingSummary,
    /// How it stands towards the quota; null where none was given.
    #[serde(default)]
    pub quota: Option<QuotaStanding>,
    /// The opportunities in it, in the order of accounts and identifiers.
    pub deals: Vec<BookingDeal>,
    /// Open ones that have their place outside it, and ones that were signed within another of the periods.
    pub outside: usize,
}

/// What will be booked in some periods: the certain part, the open part, and how sure that is.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, ForecastBasis, Period, Playbook, forecast_bookings};
///
/// let options = BookingOptions { basis: ForecastBasis::Learned, ..BookingOptions::default() };
/// let as_of = "2026-02-01".parse()?;
/// let nothing = forecast_bookings(&Book::default(), &Playbook::six_stage(), as_of, &[], &options)?;
/// assert_eq!((nothing.basis, nothing.periods.len()), (ForecastBasis::Learned, 0));
/// assert_eq!(nothing.reasons[0].rule, "chances_by_basis");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BookingForecastVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// What the chances rest on.
    pub basis: ForecastBasis,
    /// The currency of all sums.
    pub reporting_currency: Currency,
    /// How much what decides deals is common to all of them.
    pub market_correlation: MarketCorrelation,
    /// Whether the playbook's coverage caps hold.
    pub coverage_caps: bool,
    /// Whose opportunities; null means everybody's.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// The periods, in the order given.
    pub periods: Vec<PeriodBookings>,
    /// Opportunities that can be placed in no period, and why.
    pub left_out: Vec<LeftOutDeal>,
    /// Where every opportunity went.
    pub receipt: BookingReceipt,
    /// Why.
    pub reasons: Vec<Reason>,
}

//! The price of one opportunity: amount, rate and probability, or why it has none.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::facts::{CreditShare, ForecastCategory, RecurringRevenue};
use crate::funnel::{HistoryVerdict, OpportunityState, OpportunityStatus, WinProbability};
use crate::playbook::{DatedRate, FiscalQuarter, Playbook};
use crate::values::{
    AccountId, Currency, Date, Label, MemberId, Money, OpportunityId, PipelineId, Share, StageId, vocabulary,
};

vocabulary! {
    /// Why an opportunity cannot be priced.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::UnpricedCause::NoAmount.as_str(), "no_amount");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum UnpricedCause {
        /// Its stage is unknown, so it has no probability.
        UnknownStage = "unknown_stage", "unknown stage", "阶段未知";
        /// Its amount is unknown. Unknown is not zero.
        NoAmount = "no_amount", "no amount", "无金额";
        /// Its close date is unknown, so it belongs to no period.
        NoCloseDate = "no_close_date", "no close date", "无签约日";
        /// No rate to the reporting currency held on the day that counts.
        NoRate = "no_rate", "no exchange rate", "无汇率";
    }
}

/// An opportunity with its price: all that goes into the sums, so that they can be added up by hand.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, ProbabilitySource, weighted_forecast};
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
/// let deal = &forecast.deals[0];
/// assert_eq!((deal.date.to_string(), deal.quarter.to_string()), ("2026-06-30".into(), "FY2026-Q2".into()));
/// assert_eq!(deal.probability.value.to_string(), "0.3");
/// assert_eq!(deal.probability.source, ProbabilitySource::StageDefault);
/// assert!(deal.rate.is_none(), "it is in the reporting currency");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PricedDeal {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The account.
    pub account: AccountId,
    /// Where it stands.
    pub status: OpportunityStatus,
    /// The pipeline it is in.
    #[serde(default)]
    pub pipeline: Option<PipelineId>,
    /// The stage it is in.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// How far it counts: by hand, or else as its stage says; closed once it is signed.
    pub category: ForecastCategory,
    /// The product line it is about.
    #[serde(default)]
    pub product_line: Option<Label>,
    /// The territory it counts for.
    #[serde(default)]
    pub territory: Option<Label>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<MemberId>,
    /// Who gets credit for which part, adding up to 1; empty where nobody is known to answer for it.
    pub credits: Vec<CreditShare>,
    /// The day that puts it in its quarter: the expected signature; once booked the signature; once paid the payment.
    pub date: Date,
    /// The fiscal quarter of that day.
    pub quarter: FiscalQuarter,
    /// Whether it is open although its close date has passed.
    pub overdue: bool,
    /// What it is worth: expected; once booked, what was signed; once paid, what was paid.
    pub amount: Money,
    /// What is paid again and again beside it, in the same currency; null where nothing is known of it.
    #[serde(default)]
    pub recurring: Option<RecurringRevenue>,
    /// The rate it is converted at; null where it is in the reporting currency.
    #[serde(default)]
    pub rate: Option<DatedRate>,
    /// The probability it is weighted by, and where that comes from.
    pub probability: WinProbability,
}

impl PricedDeal {
    /// The parts that credit for it is given in: each member's who gets any, or all of it nobody's.
    pub(super) fn parts(&self) -> impl Iterator<Item = (Option<&MemberId>, Share)> {
        let nobodys = self.credits.is_empty().then_some((None, Share::WHOLE));
        let credited = self.credits.iter().filter(|credit| !credit.share.value().is_zero());
        credited.map(|credit| (Some(&credit.member), credit.share)).chain(nobodys)
    }
}

/// An opportunity that is left out of the sums, and why.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, UnpricedCause, weighted_forecast};
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
/// let deal = &forecast.unpriced[0];
/// assert_eq!(deal.causes, [UnpricedCause::NoRate]);
/// assert_eq!(deal.amount.unwrap().to_string(), "90000 EUR");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnpricedDeal {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The account.
    pub account: AccountId,
    /// Where it stands.
    pub status: OpportunityStatus,
    /// Everything that is missing.
    pub causes: Vec<UnpricedCause>,
    /// What it is worth, where that is known.
    #[serde(default)]
    pub amount: Option<Money>,
    /// One sentence for a person.
    pub message: String,
}

/// Prices one opportunity that is open, booked or realised.
pub(super) fn price(
    history: &HistoryVerdict,
    state: &OpportunityState,
    playbook: &Playbook,
    as_of: Date,
) -> Result<PricedDeal, UnpricedDeal> {
    price_at(history, state, playbook, as_of, |from, date| playbook.draft().exchange.rate_for(from, date, as_of))
}

/// Prices one opportunity in its own currency, which needs no rate.
pub(super) fn in_own_currency(
    history: &HistoryVerdict,
    state: &OpportunityState,
    playbook: &Playbook,
    as_of: Date,
) -> Option<PricedDeal> {
    price_at(history, state, playbook, as_of, |_, _| Ok(None)).ok()
}

fn price_at<'a>(
    history: &HistoryVerdict,
    state: &OpportunityState,
    playbook: &Playbook,
    as_of: Date,
    rate: impl Fn(Currency, Date) -> Result<Option<&'a DatedRate>, Currency>,
) -> Result<PricedDeal, UnpricedDeal> {
    let date = match state.status {
        OpportunityStatus::Booked => state.booked_on,
        OpportunityStatus::Realised => state.realised_on,
        _ => state.close_date,
    };
    let amount = state.counted_amount();
    let rate = amount.zip(date).map(|(amount, date)| rate(amount.currency(), date));
    match (amount, date, state.probability, rate) {
        (Some(amount), Some(date), Some(probability), Some(Ok(rate))) => Ok(PricedDeal {
            opportunity: history.opportunity.clone(),
            account: history.account.clone(),
            status: state.status,
            pipeline: history.pipeline.clone(),
            stage: state.stage.clone(),
            category: history.forecast_category(playbook).unwrap_or_default(),
            product_line: history.product_line.clone(),
            territory: history.territory.clone(),
            owner: state.owner.clone(),
            credits: credits(state).into_owned(),
            date,
            quarter: playbook.draft().calendar.quarter(date),
            overdue: state.status.is_open() && date < as_of,
            amount,
            recurring: state.recurring.filter(|recurring| recurring.monthly.currency() == amount.currency()),
            rate: rate.cloned(),
            probability,
        }),
        (amount, date, probability, rate) => {
            let missing = [
                (probability.is_none(), UnpricedCause::UnknownStage),
                (amount.is_none(), UnpricedCause::NoAmount),
                (date.is_none(), UnpricedCause::NoCloseDate),
                (rate.is_some_and(|rate| rate.is_err()), UnpricedCause::NoRate),
            ];
            let causes: Vec<UnpricedCause> =
                missing.into_iter().filter(|(missing, _)| *missing).map(|(_, cause)| cause).collect();
            Err(UnpricedDeal {
                opportunity: history.opportunity.clone(),
                account: history.account.clone(),
                status: state.status,
                message: message(&causes, history, state, playbook),
                causes,
                amount,
            })
        }
    }
}

/// Who gets credit: as it was split, or else the owner for all.
pub(super) fn credits(state: &OpportunityState) -> Cow<'_, [CreditShare]> {
    if !state.credits.is_empty() {
        return Cow::Borrowed(&state.credits);
    }
    let whole = |owner: &MemberId| CreditShare { member: owner.clone(), share: Share::WHOLE };
    Cow::Owned(state.owner.iter().map(whole).collect())
}

fn message(
    causes: &[UnpricedCause],
    history: &HistoryVerdict,
    state: &OpportunityState,
    playbook: &Playbook,
) -> String {
    let parts = causes.iter().map(|cause| match cause {
        UnpricedCause::UnknownStage => match &state.unknown_stage {
            Some(word) if history.pipeline.is_some() => {
                format!("the pipeline has no stage `{}`", crate::problem::quote(word.as_str()))
            }
            _ => "its pipeline is unknown".to_owned(),
        },
        UnpricedCause::NoAmount => "its amount is unknown".to_owned(),
        UnpricedCause::NoCloseDate => "its close date is unknown".to_owned(),
        UnpricedCause::NoRate => {
            let from = state.counted_amount().map_or("its currency", |amount| amount.currency().code());
            format!("no rate from {from} to {} was known", playbook.draft().exchange.reporting_currency)
        }
    });
    parts.collect::<Vec<_>>().join("; ")
}

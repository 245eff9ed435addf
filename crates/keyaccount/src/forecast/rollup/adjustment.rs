//! People's own figures beside what adds up.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::options::RollUpOptions;
use crate::facts::{Book, ForecastAdjustment};
use crate::forecast::cells::{Row, Worth};
use crate::forecast::price::PricedDeal;
use crate::forecast::team::Team;
use crate::forecast::verdict::ForecastRow;
use crate::playbook::Playbook;
use crate::values::{AdjustmentId, Currency, CurrencySum, Date, ExactSum, MemberId, Period};

/// A sum beside somebody's own figure.
///
/// # Examples
/// ```
/// use keyaccount::AdjustedSum;
///
/// let text = r#"{"rollup": {"amount": "27000.00", "currency": "USD"}, "difference": {"amount": "3000.00", "currency": "USD"}}"#;
/// let beside: AdjustedSum = serde_json::from_str(text)?;
/// assert_eq!(beside.difference.unwrap().to_string(), "3000.00 USD");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustedSum {
    /// What adds up.
    pub rollup: CurrencySum,
    /// How much more the figure says; null where it is in another currency.
    #[serde(default)]
    pub difference: Option<CurrencySum>,
}

/// Somebody's own figure for a period, beside what adds up to it; it is in no sum.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RollUpOptions, roll_up_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30", "owner": "sales-3",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }}
///     ],
///     "forecast_adjustments": [{
///         "id": "a1", "at": "2026-01-20", "by": "head-of-sales", "member": "sales-3", "first": "2026-04-01",
///         "last": "2026-06-30", "amount": {"amount": "60000", "currency": "USD"}, "note": "they will take the small one"
///     }]
/// }"#)?;
/// let rolled_up = roll_up_forecast(&book, &Playbook::six_stage(), "2026-02-01".parse()?, &RollUpOptions::default())?;
/// let adjusted = &rolled_up.adjustments[0];
/// assert_eq!(adjusted.total.difference.as_ref().unwrap().to_string(), "-30000.00 USD", "less than all of it");
/// assert_eq!(adjusted.expected.difference.as_ref().unwrap().to_string(), "33000.00 USD", "more than 30 % of it");
/// assert_eq!(rolled_up.amounts.open.total.to_string(), "90000.00", "the sums stay what they are");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjustedForecast {
    /// The figure, by whom, and what it is for.
    pub adjustment: ForecastAdjustment,
    /// What adds up to that: of these members, in these days, of this category, which holds all that is surer too where
    /// categories are cumulative. In the reporting currency.
    pub amounts: ForecastRow,
    /// Open, signed and paid together, each whole.
    pub total: AdjustedSum,
    /// What is signed whole, and what is open weighted by its probability.
    pub expected: AdjustedSum,
    /// The last figure that the same person gave later for the same; null where this is it.
    #[serde(default)]
    pub superseded_by: Option<AdjustmentId>,
}

/// What is the same in figures of which the later replaces the earlier: all but when and how much.
type Subject<'a> = (&'a MemberId, Option<&'a MemberId>, Date, Date, Option<crate::facts::ForecastCategory>);

fn subject(adjustment: &ForecastAdjustment) -> Subject<'_> {
    (&adjustment.by, adjustment.member.as_ref(), adjustment.first, adjustment.last, adjustment.category)
}

/// The figures given up to the day, for those asked about, by period, whose, and when.
pub(super) fn adjusted(
    book: &Book,
    playbook: &Playbook,
    as_of: Date,
    team: &Team,
    options: &RollUpOptions,
    deals: &[PricedDeal],
) -> Vec<AdjustedForecast> {
    let zone = playbook.draft().calendar.time_zone;
    let currency = playbook.draft().exchange.reporting_currency;
    let concerns = |adjustment: &&ForecastAdjustment| {
        let of_scope = match (&options.member, &adjustment.member) {
            (None, _) => true,
            (Some(head), Some(member)) => team.includes(head, member),
            (Some(_), None) => false,
        };
        of_scope && adjustment.at.date_in(zone) <= as_of
    };
    let mut known: Vec<&ForecastAdjustment> = book.forecast_adjustments().iter().filter(concerns).collect();
    known.sort_by_key(|one| (one.first, Reverse(one.last), &one.member, one.at.local(zone), &one.id));
    let latest: BTreeMap<Subject<'_>, &AdjustmentId> = known.iter().map(|one| (subject(one), &one.id)).collect();
    let beside = |adjustment: &&ForecastAdjustment| {
        let last = latest.get(&subject(adjustment)).filter(|last| **last != &adjustment.id);
        AdjustedForecast {
            superseded_by: last.map(|last| (*last).clone()),
            ..adjusted_one(adjustment, team, options, deals, currency)
        }
    };
    known.iter().map(beside).collect()
}

fn adjusted_one(
    adjustment: &ForecastAdjustment,
    team: &Team,
    options: &RollUpOptions,
    deals: &[PricedDeal],
    currency: Currency,
) -> AdjustedForecast {
    let period = Period { first: adjustment.first, last: adjustment.last };
    let (mut row, mut total, mut expected) = (Row::new(), ExactSum::zero(), ExactSum::zero());
    for deal in deals.iter().filter(|deal| period.holds(deal.date)) {
        let is_meant = adjustment.category.is_none_or(|category| options.holds(category, deal.category));
        let Some(part) = team.part(adjustment.member.as_ref(), &deal.credits).filter(|_| is_meant) else { continue };
        let worth = Worth::reported(deal).credited(part.value());
        row.add(&worth);
        total.add(&worth.total);
        expected.add(if deal.status.is_open() { &worth.weighted } else { &worth.total });
    }
    let figure = CurrencySum::from(adjustment.amount);
    let sum = |sum: &ExactSum| {
        let rollup = CurrencySum::new(sum, currency);
        let difference = (figure.currency == currency).then(|| figure.less(&rollup));
        AdjustedSum { rollup, difference }
    };
    AdjustedForecast {
        adjustment: adjustment.clone(),
        amounts: row.read(currency),
        total: sum(&total),
        expected: sum(&expected),
        superseded_by: None,
    }
}

//! What if: the forecast with some things supposed, as the difference of two verdicts.
//!
//! A supposition is an event at the end of the day of the verdict, replayed like any other; what history taught stays
//! as it is without it.

mod change;
mod verdict;

use std::collections::BTreeMap;

pub use change::ScenarioChange;
pub use verdict::{AppliedChange, BookingDifference, QuantileChange, ScenarioVerdict};

use super::bookings::{BookingForecastVerdict, BookingOptions, Known, PeriodBookings};
use crate::facts::{Book, Located, OpportunityBook, OpportunityEvent};
use crate::funnel::{HistoryVerdict, OpportunityState, replay_history};
use crate::playbook::Playbook;
use crate::problem::{Problem, quote};
use crate::values::{Date, EstimateChange, Language, Moment, OpportunityId, Period};
use crate::verdict::{Comparison, Reason, Unit};

/// Forecasts bookings as [`forecast_bookings`](crate::forecast_bookings) does, and again with some changes supposed.
///
/// Changes are taken in their order, so that several may concern one opportunity. One that makes no sense (an unknown
/// opportunity, one that is closed already, a new close date that has passed) is not applied and says why. Win rates and
/// timings are learned without the changes, and caps by coverage are those before them. What is won is signed on the day
/// of the verdict, so it counts in the period of that day.
///
/// # Errors
/// A [`Problem`] where a period's first day lies after its last, or the quota is not in the reporting currency.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, Period, Playbook, ScenarioChange, what_if};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-03-31",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let quarter = Period { first: "2026-01-01".parse()?, last: "2026-03-31".parse()? };
/// let (playbook, as_of, options) = (Playbook::six_stage(), "2026-02-01".parse()?, BookingOptions::default());
/// let win = |id: &str| id.parse().map(|opportunity| ScenarioChange::Win { opportunity });
/// let changes = [win("press-line")?, win("press-line")?, win("crane")?];
/// let scenario = what_if(&book, &playbook, as_of, &[quarter], &options, &changes)?;
/// assert_eq!(scenario.changes.iter().map(|change| change.applied).collect::<Vec<_>>(), [true, false, false]);
/// assert_eq!(scenario.changes[1].message, "it is closed already: booked");
/// assert_eq!(scenario.changes[2].message, "no opportunity is called `crane`");
/// assert_eq!(scenario.differences[0].booked.to_string(), "90000.00 USD");
/// assert_eq!(scenario.differences[0].mean.to_string(), "63000.00 USD", "30 % of it were in it before");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn what_if(
    book: &Book,
    playbook: &Playbook,
    as_of: Date,
    periods: &[Period],
    options: &BookingOptions,
    changes: &[ScenarioChange],
) -> Result<ScenarioVerdict, Problem> {
    let known = Known::of(book, playbook, as_of, periods, options)?;
    let before = known.verdict(&known.histories)?;
    let mut supposed = Supposed { book, playbook, as_of, changed: BTreeMap::new() };
    let applied: Vec<AppliedChange> = changes.iter().map(|change| supposed.apply(change, &known)).collect();
    let history = |history: &HistoryVerdict| match supposed.changed.get(&history.opportunity) {
        Some((_, changed)) => changed.clone(),
        None => history.clone(),
    };
    let histories: Vec<HistoryVerdict> = known.histories.iter().map(history).collect();
    let after = known.verdict(&histories)?;
    Ok(ScenarioVerdict {
        differences: differences(&before, &after),
        reasons: reasons(&applied),
        changes: applied,
        before,
        after,
    })
}

/// A book with suppositions.
struct Supposed<'a> {
    book: &'a Book,
    playbook: &'a Playbook,
    as_of: Date,
    /// The opportunities changed so far, with their histories.
    changed: BTreeMap<OpportunityId, (OpportunityBook, HistoryVerdict)>,
}

impl Supposed<'_> {
    fn apply(&mut self, change: &ScenarioChange, known: &Known<'_>) -> AppliedChange {
        let tried = self.try_apply(change, known);
        let applied = tried.is_ok();
        AppliedChange { change: change.clone(), applied, message: tried.unwrap_or_else(|why_not| why_not) }
    }

    /// What it does, or why it cannot be.
    fn try_apply(&mut self, change: &ScenarioChange, known: &Known<'_>) -> Result<String, String> {
        let id = change.opportunity();
        let (opportunity, history) = match self.changed.get(id) {
            Some((opportunity, history)) => (opportunity.clone(), history.clone()),
            None => {
                let (_, opportunity) = self
                    .book
                    .opportunity(id)
                    .ok_or_else(|| format!("no opportunity is called `{}`", quote(id.as_str())))?;
                (opportunity.clone(), replay_history(opportunity, self.playbook, self.as_of))
            }
        };
        let state = history.state.as_ref().ok_or("it has not come into being by this day")?;
        if !state.status.is_open() {
            return Err(format!("it is closed already: {}", state.status.label(Language::En)));
        }
        if let ScenarioChange::Slip { close_date, .. } = change
            && *close_date < self.as_of
        {
            return Err(format!("{close_date} has passed by {}", self.as_of));
        }
        let (opportunity, after) = self.replay(opportunity, change)?;
        let message = told(change, state, known.learned.has_timing(&after));
        self.changed.insert(id.clone(), (opportunity, after));
        Ok(message)
    }

    /// The history with the change at its end.
    fn replay(
        &self,
        mut opportunity: OpportunityBook,
        change: &ScenarioChange,
    ) -> Result<(OpportunityBook, HistoryVerdict), String> {
        // What was recorded on that day comes before.
        let at: Moment = format!("{}T23:59:59.999999999", self.as_of).parse().unwrap_or_else(|_| self.as_of.into());
        let fact = OpportunityEvent {
            id: None,
            opportunity: opportunity.opportunity.id.clone(),
            at,
            by: None,
            change: change.to_change(),
        };
        opportunity.events.push(Located { position: opportunity.events.len(), fact });
        let after = replay_history(&opportunity, self.playbook, self.as_of);
        match &after.state {
            Some(state) if change.holds(state) => Ok((opportunity, after)),
            _ => Err("what was recorded on the same day stands against it".to_owned()),
        }
    }
}

/// What a change does, in one sentence.
fn told(change: &ScenarioChange, before: &OpportunityState, is_timed: bool) -> String {
    match change {
        ScenarioChange::Win { .. } => "it is signed".to_owned(),
        ScenarioChange::Lose { .. } => "it is lost".to_owned(),
        ScenarioChange::Slip { close_date, .. } => {
            let from = before.close_date.map_or_else(|| "an unknown day".to_owned(), |day| day.to_string());
            let timed = if is_timed { "; its chance rests on its timing, which asks for no close date" } else { "" };
            format!("its close date moves from {from} to {close_date}{timed}")
        }
        ScenarioChange::ChangeAmount { amount, .. } => {
            let from = before.amount.map_or_else(|| "an unknown amount".to_owned(), |amount| amount.to_string());
            format!("it is worth {amount} in place of {from}")
        }
    }
}

fn differences(before: &BookingForecastVerdict, after: &BookingForecastVerdict) -> Vec<BookingDifference> {
    before.periods.iter().zip(&after.periods).map(|(before, after)| difference(before, after)).collect()
}

fn difference(before: &PeriodBookings, after: &PeriodBookings) -> BookingDifference {
    let (old, new) = (&before.bookings, &after.bookings);
    let quantiles = old.quantiles.iter().zip(&new.quantiles);
    let quotas = old.quota.as_ref().zip(new.quota.as_ref());
    BookingDifference {
        period: before.period,
        booked: after.booked.total.less(&before.booked.total),
        mean: new.mean.less(&old.mean),
        standard_deviation: new.standard_deviation.less(&old.standard_deviation),
        quantiles: quantiles
            .map(|(old, new)| QuantileChange { probability: old.probability, change: new.amount.less(&old.amount) })
            .collect(),
        quota_probability: quotas.map(|(old, new)| EstimateChange::between(old.probability, new.probability)),
        expected_shortfall: quotas.map(|(old, new)| new.expected_shortfall.less(&old.expected_shortfall)),
    }
}

fn reasons(changes: &[AppliedChange]) -> Vec<Reason> {
    let applied = changes.iter().filter(|change| change.applied).count();
    let message =
        format!("{applied} of {} changes are supposed; win rates and timings are learned without them", changes.len());
    vec![
        Reason::new("changes_applied", message)
            .comparing(Comparison::new("applied", applied, Unit::Count).against(changes.len())),
    ]
}

#[cfg(test)]
mod tests;

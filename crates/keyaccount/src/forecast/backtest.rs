//! Was the method right? Past forecasts as they would have been made, held against what came.
//!
//! ```text
//! replay on the eve ─► point.rs: chances by each basis ─► distribution ─┐
//! replay at the end ─► what was signed, at its worth ───────────────────┴─► scores.rs, tally.rs ─► paired.rs, best.rs
//! ```
//!
//! A period's end is the next one's eve, so that every history is replayed once for each period. Nothing that is dated
//! after the eve is in a forecast: rates and timings too are learned from the histories as they stood then.

mod best;
mod paired;
mod point;
mod scores;
mod tally;
mod verdict;

use self::best::Contest;
use self::point::{Ground, LeftOut, Standing};
pub use self::scores::ReliabilityBin;
use self::tally::MethodTally;
pub use self::verdict::{
    BacktestLeftOut, BacktestPoint, BacktestReceipt, BacktestScore, BacktestVerdict, BestByScore, BestMethod,
    DealsBeside, IntervalCoverage, MethodComparison, MethodForecast, MethodScores, SourceCount,
};
use super::bookings::{BookingOptions, ForecastBasis};
use super::learned::Segmentation;
use crate::facts::Book;
use crate::funnel::replay_history;
use crate::playbook::Playbook;
use crate::values::{Date, Period, PeriodUnit};
use crate::verdict::{Comparison, Reason, Unit};

/// The most periods that are looked at, the latest of them: twenty years of months.
const MOST_PERIODS: usize = 240;

/// More than the supported days have months.
const ALL_PERIODS: usize = 4000;

/// How past forecasts are to be made.
///
/// # Examples
/// ```
/// use keyaccount::{BacktestOptions, PeriodUnit};
///
/// let monthly = BacktestOptions { unit: PeriodUnit::Month, ..BacktestOptions::default() };
/// assert_eq!((monthly.floor, monthly.first), (8, None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BacktestOptions {
    /// How long the periods are; fiscal quarters by default.
    pub unit: PeriodUnit,
    /// A day in the first period that is looked at; by default the first with an open deal on its eve.
    pub first: Option<Date>,
    /// How bookings are forecast. Its basis and its quota do not matter: every basis is tried.
    pub booking: BookingOptions,
    /// What puts deals into segments for the learned rates, as they stood on each eve; by default they are in those that
    /// `booking` names, which must not know of later days.
    pub segments: Option<Segmentation>,
    /// Below how many periods with a forecast the methods are not told apart; 8 by default, two years of quarters.
    pub floor: u32,
}

impl Default for BacktestOptions {
    fn default() -> Self {
        Self { unit: PeriodUnit::Quarter, first: None, booking: BookingOptions::default(), segments: None, floor: 8 }
    }
}

/// Forecasts every past period as it would have been forecast on its eve, by each basis, and holds that against what
/// came.
///
/// What came is what the deals of the forecast brought: those that were open on the eve, at their worth when signed in
/// the period, converted as the playbook's policy says on the period's last day. What came from others stands beside it. A deal that could not be
/// priced on the eve, or when it was signed, is left out of both, and counted.
///
/// Every method is held to the same deals. Where one gave no chance to a deal, as the close dates to an overdue one, its
/// chance was 0.
///
/// # Examples
/// Two deals are open on the last day of March, both expected in the quarter that follows; one is won, at a lower price.
/// ```
/// use keyaccount::{BacktestOptions, Book, ForecastBasis, Playbook, backtest_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "spare-parts", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-02-05", "change": {
///             "type": "created", "stage": "commitment", "close_date": "2026-05-31",
///             "amount": {"amount": "1000", "currency": "USD"}
///         }},
///         {"opportunity": "press-line", "at": "2026-05-02", "change": {
///             "type": "amount_changed", "amount": {"amount": "900", "currency": "USD"}
///         }},
///         {"opportunity": "press-line", "at": "2026-05-20", "change": {"type": "won"}},
///         {"opportunity": "spare-parts", "at": "2026-03-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30",
///             "amount": {"amount": "500", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let verdict = backtest_forecast(&book, &Playbook::six_stage(), "2026-07-15".parse()?, &BacktestOptions::default());
/// let point = &verdict.points[0];
/// assert_eq!((point.made_on.to_string(), point.actual.to_string()), ("2026-03-31".into(), "900.00 USD".into()));
/// let plain = &point.methods[0];
/// assert_eq!((plain.basis, plain.mean.to_string()), (ForecastBasis::StageDefault, "650.00 USD".into()));
/// assert_eq!(verdict.methods[0].bias.to_string(), "-250.00 USD");
/// assert!(verdict.insufficient_history, "one quarter tells no methods apart");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn backtest_forecast(book: &Book, playbook: &Playbook, as_of: Date, options: &BacktestOptions) -> BacktestVerdict {
    let currency = playbook.draft().exchange.reporting_currency;
    let ground = Ground { book, playbook, options: &options.booking, segments: options.segments };
    let mut tallies: Vec<MethodTally> = ForecastBasis::ALL.iter().map(|basis| MethodTally::new(*basis)).collect();
    let (periods, earlier_periods) = past_periods(book, playbook, as_of, options);
    let mut left_out = LeftOut::new();
    let mut points: Vec<BacktestPoint> = Vec::new();
    let mut eve: Option<Standing> = None;
    for period in periods {
        let before = match eve.take() {
            Some(eve) => eve,
            None => standing(book, playbook, period.first.minus_days(1)),
        };
        let end = standing(book, playbook, period.last);
        let is_open =
            before.histories.iter().any(|history| history.state.as_ref().is_some_and(|state| state.status.is_open()));
        if is_open || !points.is_empty() {
            points.push(ground.point(period, &before, &end, &mut tallies, &mut left_out));
        }
        eve = Some(end);
    }
    let methods: Vec<MethodScores> = tallies.iter().map(|tally| tally.read(currency)).collect();
    let forecasts = points.iter().filter(|point| point.receipt.forecast > 0).count();
    let insufficient_history = forecasts < usize::try_from(options.floor).unwrap_or(usize::MAX);
    let contest = Contest { points: &points, methods: &methods, currency, insufficient_history };
    let best = contest.best();
    let reasons = reasons(&points, forecasts, options.floor, best.as_ref());
    BacktestVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        unit: options.unit,
        reporting_currency: currency,
        floor: options.floor,
        earlier_periods,
        comparisons: contest.comparisons(),
        best_by: contest.best_by(),
        best,
        points,
        methods,
        insufficient_history,
        left_out: point::listed(left_out),
        reasons,
    }
}

fn standing(book: &Book, playbook: &Playbook, on: Date) -> Standing {
    let opportunities = book.accounts().iter().flat_map(|account| &account.opportunities);
    Standing { on, histories: opportunities.map(|opportunity| replay_history(opportunity, playbook, on)).collect() }
}

/// The periods that are over, from the one with the first event on, and how many there are before them.
fn past_periods(book: &Book, playbook: &Playbook, as_of: Date, options: &BacktestOptions) -> (Vec<Period>, u64) {
    let calendar = &playbook.draft().calendar;
    let opportunities = book.accounts().iter().flat_map(|account| &account.opportunities);
    let days = opportunities
        .flat_map(|opportunity| &opportunity.events)
        .map(|event| event.fact.at.date_in(calendar.time_zone));
    let Some(begun) = days.min() else { return (Vec::new(), 0) };
    let start = options.first.map_or(begun, |first| first.max(begun));
    let mut periods = calendar.periods_from(options.unit, start, ALL_PERIODS);
    periods.retain(|period| period.last <= as_of);
    let earlier = periods.len().saturating_sub(MOST_PERIODS);
    (periods.split_off(earlier), u64::try_from(earlier).unwrap_or(u64::MAX))
}

fn reasons(points: &[BacktestPoint], forecasts: usize, floor: u32, best: Option<&BestMethod>) -> Vec<Reason> {
    let sum = |count: fn(&BacktestPoint) -> usize| points.iter().map(count).fold(0, usize::saturating_add);
    let (given, came) = (sum(|point| point.receipt.forecast), sum(|point| point.actual_deals));
    let unpriced = sum(|point| point.receipt.left_out_then.saturating_add(point.receipt.unpriced_outcome));
    let message = format!(
        "{forecasts} periods are forecast from what was known on their eve: {given} chances of open deals, of which \
         {came} were signed in their period"
    );
    let mut reasons = vec![
        Reason::new("known_on_the_eve", message)
            .comparing(Comparison::new("forecasts", forecasts, Unit::Count).against(floor))
            .comparing(Comparison::new("chances", given, Unit::Count))
            .comparing(Comparison::new("signed", came, Unit::Count))
            .comparing(Comparison::new("new_deals", sum(|point| point.new_deals.deals), Unit::Count))
            .comparing(Comparison::new("other_deals", sum(|point| point.other_deals.deals), Unit::Count))
            .comparing(Comparison::new("unpriced", unpriced, Unit::Count)),
    ];
    let is_insufficient = forecasts < usize::try_from(floor).unwrap_or(usize::MAX);
    reasons.extend(best.map(|best| best::reason(best, forecasts, is_insufficient)));
    if is_insufficient {
        let message =
            format!("{forecasts} periods with a forecast are fewer than {floor}: too few to tell methods apart");
        let compared = Comparison::new("forecasts", forecasts, Unit::Count).against(floor);
        reasons.push(Reason::new("insufficient_history", message).comparing(compared));
    }
    reasons
}

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

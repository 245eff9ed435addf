//! How probable it was, day by day, that an account still buys.

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::fitting::fit_portfolio;
use super::orders::OrderDays;
use super::portfolio::{Portfolio, date_of};
use crate::facts::Book;
use crate::lifetime::{PurchaseModelFit, PurchaseModelParameters};
use crate::loyalty::occasions::day_number;
use crate::playbook::Playbook;
use crate::problem::{Problem, ProblemCode};
use crate::values::{AccountId, Date, Estimate};
use crate::verdict::{Comparison, Reason, Unit};

/// Most points of a history.
const MOST_POINTS: usize = 4000;

/// One day of a history.
///
/// # Examples
/// ```
/// use keyaccount::AlivePoint;
///
/// let point: AlivePoint = serde_json::from_str(
///     r#"{"on": "2026-03-01", "orders": 3, "days_since_last": 10, "probability_alive": "0.97"}"#,
/// )?;
/// assert_eq!(point.orders, 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AlivePoint {
    /// The day.
    pub on: Date,
    /// Order days known by then.
    pub orders: usize,
    /// Days since the last of them.
    pub days_since_last: u32,
    /// The probability, from what was known then, that the account still buys.
    pub probability_alive: Estimate,
}

/// The probability that an account still buys, over time.
///
/// # Examples
/// See [`alive_history`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AliveHistory {
    /// The account.
    pub account: AccountId,
    /// The day of the verdict, the last of the history.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The model with its parameters; null where none could be fitted.
    #[serde(default)]
    pub parameters: Option<PurchaseModelParameters>,
    /// How the model was fitted, on the whole book as of the last day; null where parameters were given.
    #[serde(default)]
    pub fit: Option<PurchaseModelFit>,
    /// Days from point to point.
    pub step_days: NonZeroU32,
    /// The points, ascending, from the first order on; the last one is the last day.
    pub points: Vec<AlivePoint>,
    /// The days of the account's orders, those outside the points too.
    pub order_days: Vec<Date>,
    /// How it was computed.
    pub reasons: Vec<Reason>,
}

/// Which days a history has, and by which model.
///
/// # Examples
/// ```
/// use keyaccount::AliveHistoryOptions;
///
/// assert_eq!(AliveHistoryOptions::default().step_days.get(), 1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AliveHistoryOptions {
    /// The first day; by default that of the account's first order, which is also the earliest.
    pub from: Option<Date>,
    /// Days from point to point; 1 by default.
    pub step_days: NonZeroU32,
    /// Parameters that were fitted elsewhere, with times in weeks; by default the playbook's model is fitted on the book.
    pub parameters: Option<PurchaseModelParameters>,
}

impl Default for AliveHistoryOptions {
    fn default() -> Self {
        Self { from: None, step_days: NonZeroU32::MIN, parameters: None }
    }
}

/// How probable it was on each day of a range that an account still buys, from the orders that were known then.
///
/// The parameters are the same on all days: those given, or else those of the playbook's model fitted on the whole book as of
/// the last day. What an account itself did later is in none of the earlier points.
///
/// # Errors
/// A [`Problem`] where the book has no such account, the range is empty or has more than 4,000 points, or the model cannot be
/// fitted for want of sound options.
///
/// # Examples
/// ```
/// use keyaccount::{AliveHistoryOptions, Book, Playbook, alive_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-05", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-02-02", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// let parameters =
///     serde_json::from_str(r#"{"type": "mbg_nbd", "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}"#)?;
/// let options = AliveHistoryOptions { parameters: Some(parameters), ..AliveHistoryOptions::default() };
/// let as_of = "2026-06-30".parse()?;
/// let history = alive_history(&book, &"north-plant".parse()?, &Playbook::six_stage(), as_of, &options)?;
/// assert_eq!(history.points.len(), 177);
/// assert_eq!((history.points[55].on.to_string(), history.points[55].orders), ("2026-03-01".into(), 2));
/// // Silence wears it down; an order brings it back.
/// assert!(history.points[55].probability_alive < history.points[29].probability_alive);
/// assert!(history.points[55].probability_alive < history.points[56].probability_alive);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn alive_history(
    book: &Book,
    account: &AccountId,
    playbook: &Playbook,
    as_of: Date,
    options: &AliveHistoryOptions,
) -> Result<AliveHistory, Problem> {
    let Some(of_account) = book.account(account) else {
        let message = format!("the book has no usable account `{account}`");
        return Err(Problem::new(ProblemCode::NotFound, account, message, "").at("account"));
    };
    let days = OrderDays::until(of_account, as_of);
    let points = days_of_points(&days, as_of, options)?;
    let policy = &playbook.draft().lifetime;
    let summaries = match options.parameters {
        Some(_) => Vec::new(),
        None => Portfolio::of(book, playbook, as_of)?.summaries(),
    };
    let fitted = fit_portfolio(&summaries, policy.model, &policy.priors, options.parameters, policy)?;
    let parameters = fitted.parameters;
    let mut history = AliveHistory {
        account: account.clone(),
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        parameters,
        fit: fitted.fit,
        step_days: options.step_days,
        points: Vec::new(),
        order_days: days.days().iter().map(|day| date_of(*day, as_of)).collect(),
        reasons: Vec::new(),
    };
    if let Some(parameters) = parameters {
        let process = parameters.process();
        for day in points {
            let (Some(summary), Some(last)) = (days.summary(day)?, days.last_until(day)) else { continue };
            history.points.push(AlivePoint {
                on: date_of(day, as_of),
                orders: days.count_between(i64::MIN, day),
                days_since_last: u32::try_from(day.saturating_sub(last)).unwrap_or(u32::MAX),
                probability_alive: Estimate::rounded(process.probability_alive(&summary)),
            });
        }
    }
    history.reasons = reasons(&history, fitted.reasons);
    Ok(history)
}

/// The days of the points, ascending: the last day, and back from it.
fn days_of_points(days: &OrderDays, as_of: Date, options: &AliveHistoryOptions) -> Result<Vec<i64>, Problem> {
    let end = day_number(as_of);
    if let Some(from) = options.from.filter(|from| *from > as_of) {
        let message = format!("the history begins on {from}, after {as_of}");
        return Err(Problem::new(ProblemCode::DateOrder, from, message, format!("a day up to {as_of}")).at("from"));
    }
    let Some(first) = days.first() else { return Ok(Vec::new()) };
    let start = options.from.map_or(first, |from| day_number(from).max(first));
    let step = i64::from(options.step_days.get());
    let back = std::iter::successors(Some(end), |day| day.checked_sub(step)).take_while(|day| *day >= start);
    let mut points: Vec<i64> = back.take(MOST_POINTS.saturating_add(1)).collect();
    if points.len() > MOST_POINTS {
        let message = format!("the history has more than {MOST_POINTS} points");
        let problem =
            Problem::new(ProblemCode::NumberOutOfRange, options.step_days, message, "larger steps, or a later day");
        return Err(problem.at("step_days"));
    }
    points.reverse();
    Ok(points)
}

fn reasons(history: &AliveHistory, of_model: Vec<Reason>) -> Vec<Reason> {
    let orders = history.order_days.len();
    let mut reasons = Vec::new();
    if orders == 0 {
        let message = "no order is known: a prospect neither buys nor has stopped";
        reasons.push(Reason::new("no_order", message).comparing(Comparison::new("order_days", orders, Unit::Count)));
    }
    reasons.extend(of_model);
    if orders == 1 && matches!(history.parameters, Some(PurchaseModelParameters::BgNbd { .. })) {
        let message = "in BG/NBD an account cannot leave before its second order: it counts as alive until then";
        reasons.push(Reason::new("alive_by_construction", message));
    }
    reasons
}

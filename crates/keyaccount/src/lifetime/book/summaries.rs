//! What the models need to know of each account of a book.

use serde::{Deserialize, Serialize};

use super::fitting::model_priors;
use super::judge::{left_out, spend_of};
use super::portfolio::{Customer, Portfolio, date_of};
use super::priors::{ParameterPrior, check_priors};
use super::verdict::LifetimeLeftOut;
use crate::facts::Book;
use crate::lifetime::{FitOptions, PurchaseModel, PurchaseModelFit, SpendSummary, fit_purchase_model};
use crate::playbook::Playbook;
use crate::problem::Problem;
use crate::values::{AccountId, Currency, Date, Statistic};
use crate::verdict::{Comparison, Reason, Unit};

/// One account in the numbers that the models know of it. Times are in weeks.
///
/// # Examples
/// See [`purchase_summaries`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AccountSummary {
    /// The account.
    pub account: AccountId,
    /// The day of its first order.
    pub first: Date,
    /// The day of its last.
    pub last: Date,
    /// Order days after the first (x).
    pub frequency: u32,
    /// Weeks from the first order to the last (tₓ).
    pub recency: Statistic,
    /// Weeks since the first order (T).
    pub age: Statistic,
    /// The sum of the natural logarithms of the intervals between order days, in weeks: how regular they are.
    pub log_intervals: Statistic,
    /// Repeat order days that have a price.
    pub priced_orders: u32,
    /// The mean of what was spent on them, in the reporting currency, less returns; null where there are none.
    #[serde(default)]
    pub mean_spend: Option<Statistic>,
}

/// A book in the numbers that the models know of it.
///
/// # Examples
/// See [`purchase_summaries`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SummariesVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// The currency of spend.
    pub reporting_currency: Currency,
    /// Accounts that ordered, by identifier.
    pub accounts: Vec<AccountSummary>,
    /// What tells nothing.
    pub left_out: LifetimeLeftOut,
    /// By which rules.
    pub reasons: Vec<Reason>,
}

/// Brings a book to the numbers that the models know: frequency, recency and age of each account in weeks, and its mean spend.
///
/// Orders of one day are one; a return is none, and its money is taken off the latest order before it.
///
/// # Errors
/// A [`Problem`] where a mean is too large for a statistic.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, purchase_summaries};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-05", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"},
///          "amount": {"amount": "1100", "currency": "USD"}},
///         {"id": "r2", "account": "north-plant", "on": "2026-03-20", "supplier": {"type": "us"},
///          "amount": {"amount": "-100", "currency": "USD"}}
///     ]
/// }"#)?;
/// let verdict = purchase_summaries(&book, &Playbook::six_stage(), "2026-03-30".parse()?)?;
/// let account = &verdict.accounts[0];
/// assert_eq!((account.frequency, account.recency.to_string(), account.age.to_string()), (1, "8".into(), "12".into()));
/// assert_eq!(account.mean_spend.unwrap().to_string(), "1000");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn purchase_summaries(book: &Book, playbook: &Playbook, as_of: Date) -> Result<SummariesVerdict, Problem> {
    let portfolio = Portfolio::of(book, playbook, as_of)?;
    let spends = portfolio.customers.iter().map(spend_of).collect::<Result<Vec<_>, Problem>>()?;
    let rows = portfolio.customers.iter().zip(&spends);
    let left_out = left_out(&portfolio, &spends);
    let message = "orders of one day are one; a return is no order, and its money is taken off the latest order before it; \
                   the first order is not in the mean spend";
    let reason = Reason::new("purchases_summarised", message)
        .comparing(Comparison::new("accounts", portfolio.customers.len(), Unit::Count))
        .comparing(Comparison::new("prospects", left_out.prospects.len(), Unit::Count));
    Ok(SummariesVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        reporting_currency: playbook.draft().exchange.reporting_currency,
        accounts: rows.map(|(customer, spend)| summary(customer, spend, as_of)).collect(),
        left_out,
        reasons: vec![reason],
    })
}

fn summary(customer: &Customer<'_>, spend: &SpendSummary, as_of: Date) -> AccountSummary {
    let summary = &customer.summary;
    let day = |day: Option<&i64>| day.map_or(as_of, |day| date_of(*day, as_of));
    AccountSummary {
        account: customer.book.account.id.clone(),
        first: day(customer.days.days().first()),
        last: day(customer.days.days().last()),
        frequency: summary.frequency(),
        recency: Statistic::rounded(summary.recency()),
        age: Statistic::rounded(summary.age()),
        log_intervals: Statistic::rounded(summary.log_intervals().unwrap_or(0.0)),
        priced_orders: spend.frequency(),
        mean_spend: spend.mean().map(Statistic::rounded),
    }
}

/// Fits a purchase model on the accounts of a book as of a day, however few they are: the status says how far it carries.
///
/// # Errors
/// A [`Problem`] where a parameter has two priors.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FitStatus, Playbook, PurchaseModel, fit_purchase_model_on_book};
///
/// let book = Book::from_json(r#"{"accounts": [{"id": "north-plant", "name": "North Plant Ltd"}]}"#)?;
/// let as_of = "2026-06-30".parse()?;
/// let fit = fit_purchase_model_on_book(&book, &Playbook::six_stage(), as_of, PurchaseModel::BgNbd {}, &[])?;
/// assert_eq!(fit.found.status, FitStatus::TooLittleData);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn fit_purchase_model_on_book(
    book: &Book,
    playbook: &Playbook,
    as_of: Date,
    model: PurchaseModel,
    priors: &[ParameterPrior],
) -> Result<PurchaseModelFit, Problem> {
    check_priors(priors)?;
    let summaries = Portfolio::of(book, playbook, as_of)?.summaries();
    fit_purchase_model(&summaries, model, &FitOptions { weights: None, priors: model_priors(model, priors) })
}

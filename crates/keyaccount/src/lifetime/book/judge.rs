//! Judges what the accounts of a portfolio are worth.

use super::fitting::{Fitted, SPEND, fit_portfolio, fit_spend};
use super::portfolio::{Customer, Portfolio, date_of};
use super::predict::{Numbers, Outlook};
use super::priors::{ParameterPrior, check_priors, parameters_of};
use super::reasons::{of_account, of_verdict};
use super::verdict::{
    AccountLifetime, CustomerStanding, LifetimeLeftOut, LifetimeVerdict, NewAccountValue, PortfolioHorizon,
    PortfolioLifetime, ValueBasis,
};
use crate::facts::Book;
use crate::lifetime::retention::{Course, RetentionBasis, RetentionChange, RetentionVerdict, Start, scenario};
use crate::lifetime::{
    DiscountRate, PurchaseModel, PurchaseModelFit, PurchaseModelParameters, PurchaseSummary, SpendModelFit,
    SpendModelParameters, SpendSummary,
};
use crate::playbook::Playbook;
use crate::problem::{Problem, ProblemCode};
use crate::values::decimal::to_f64;
use crate::values::{Date, Statistic};
use crate::verdict::Reason;

/// By which models a portfolio is judged.
///
/// # Examples
/// ```
/// use keyaccount::{LifetimeOptions, PurchaseModel};
///
/// let options = LifetimeOptions { model: Some(PurchaseModel::ParetoNbd {}), ..LifetimeOptions::default() };
/// assert!(options.parameters.is_none(), "fitted on the book");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LifetimeOptions {
    /// The model of purchases; by default the playbook's.
    pub model: Option<PurchaseModel>,
    /// Parameters of purchases that were fitted elsewhere, with times in weeks; by default they are fitted on the book.
    pub parameters: Option<PurchaseModelParameters>,
    /// Parameters of spend that were fitted elsewhere, in the reporting currency; by default they are fitted on the book.
    pub spend_parameters: Option<SpendModelParameters>,
    /// What is believed of parameters beforehand; by default the playbook's priors.
    pub priors: Option<Vec<ParameterPrior>>,
}

impl LifetimeOptions {
    /// What is given beside parameters has to be about them: a model or a prior that would count for nothing is refused.
    fn check(&self) -> Result<(), Problem> {
        let given = self.parameters.map(|parameters| parameters.model());
        if let (Some(model), Some(of)) = (self.model, given) {
            let leaves_open = matches!(
                (model, of),
                (PurchaseModel::MbgCnbd { regularity: None }, PurchaseModel::MbgCnbd { regularity: Some(_) })
            );
            if model != of && !leaves_open {
                let message = "`model` is another than that of `parameters`";
                let problem = Problem::new(ProblemCode::ConflictingFields, "", message, "the parameters alone");
                return Err(problem.at("model"));
            }
        }
        let is_idle = |prior: &ParameterPrior| {
            let of_spend = self.spend_parameters.is_some() && SPEND.contains(&prior.parameter);
            of_spend || given.is_some_and(|model| parameters_of(model).contains(&prior.parameter))
        };
        let priors = self.priors.as_deref().unwrap_or_default();
        match priors.iter().enumerate().find(|(_, prior)| is_idle(prior)) {
            None => Ok(()),
            Some((index, prior)) => {
                let message = format!("a prior for `{}`, which is given", prior.parameter);
                let allowed = "priors for parameters that are fitted";
                let problem = Problem::new(ProblemCode::ConflictingFields, prior.parameter, message, allowed);
                Err(problem.at(format!("priors[{index}].parameter")))
            }
        }
    }
}

/// A book with the models that predict its accounts.
pub(crate) struct Judged<'a> {
    pub(crate) portfolio: Portfolio<'a>,
    /// What each customer spent, in their order.
    pub(crate) spends: Vec<SpendSummary>,
    pub(crate) purchases: Fitted<PurchaseModelFit, PurchaseModelParameters>,
    pub(crate) spend: Fitted<SpendModelFit, SpendModelParameters>,
    /// None where no model of purchases is known.
    pub(crate) outlook: Option<Outlook>,
}

impl<'a> Judged<'a> {
    /// Reads a book and fits the models.
    ///
    /// # Errors
    /// A [`Problem`] where options contradict each other or a model.
    pub(crate) fn of(
        book: &'a Book,
        playbook: &Playbook,
        as_of: Date,
        options: &LifetimeOptions,
    ) -> Result<Self, Problem> {
        let policy = &playbook.draft().lifetime;
        let priors = options.priors.as_ref().unwrap_or(&policy.priors);
        check_priors(priors)?;
        options.check()?;
        let portfolio = Portfolio::of(book, playbook, as_of)?;
        let spends = portfolio.customers.iter().map(spend_of).collect::<Result<Vec<_>, Problem>>()?;
        let model = options.model.unwrap_or(policy.model);
        let purchases = fit_portfolio(&portfolio.summaries(), model, priors, options.parameters, policy)?;
        let mut spend = fit_spend(&spends, priors, options.spend_parameters, policy)?;
        spend.reasons.extend(spend.parameters.filter(|model| model.population_mean().is_none()).map(|_| {
            let message = "q is 1 or less: the portfolio's mean spend is infinite, so no account's worth is told";
            Reason::new("infinite_mean_spend", message)
        }));
        let annual = to_f64(policy.annual_discount_rate.value());
        let discount = DiscountRate::annual(annual, DiscountRate::WEEKS_PER_YEAR)?;
        let outlook = purchases.parameters.map(|parameters| Outlook {
            parameters,
            process: parameters.process(),
            spend: spend.parameters,
            horizons_days: policy.horizons_days.iter().map(|days| days.get()).collect(),
            discount,
            counted: policy.margin.map_or(1.0, |margin| to_f64(margin.value())),
            currency: playbook.draft().exchange.reporting_currency,
        });
        Ok(Self { portfolio, spends, purchases, spend, outlook })
    }
}

/// What keeping more customers would change: the scenario of a book, whose course is what the fitted models expect in each of
/// the playbook's years. Where no model can be fitted, nothing is told, and a reason says what to do.
///
/// # Errors
/// A [`Problem`] where options contradict each other or a model.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LifetimeOptions, Playbook, RetentionChange, portfolio_retention_what_if};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-05", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// let options = LifetimeOptions {
///     parameters: Some(serde_json::from_str(r#"{"type": "mbg_nbd", "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}"#)?),
///     ..LifetimeOptions::default()
/// };
/// let change = RetentionChange::Points { points: "0.05".parse()? };
/// let as_of = "2026-06-30".parse()?;
/// let verdict = portfolio_retention_what_if(&book, &Playbook::six_stage(), as_of, &change, &options)?;
/// assert!(verdict.changed.lifetime_years > verdict.base.lifetime_years);
/// assert!(verdict.base.value.is_none(), "no amounts are known");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn portfolio_retention_what_if(
    book: &Book,
    playbook: &Playbook,
    as_of: Date,
    change: &RetentionChange,
    options: &LifetimeOptions,
) -> Result<RetentionVerdict, Problem> {
    let judged = Judged::of(book, playbook, as_of, options)?;
    let policy = &playbook.draft().lifetime;
    let years = policy.retention_years.get();
    let margins = judged.outlook.as_ref().map(|outlook| {
        let rows = judged.portfolio.customers.iter().zip(&judged.spends);
        outlook.yearly(rows.map(|(customer, spend)| (&customer.summary, spend)), years)
    });
    let start = Start {
        basis: RetentionBasis::FittedPortfolio,
        accounts: u32::try_from(judged.portfolio.customers.len()).unwrap_or(u32::MAX),
        currency: playbook.draft().exchange.reporting_currency,
        course: margins.as_deref().map(Course::of_margins),
        in_money: judged.outlook.as_ref().is_some_and(|outlook| outlook.spend_of_all().is_some()),
        endless: None,
        annual_discount_rate: policy.annual_discount_rate,
        is_margin: policy.margin.is_some(),
    };
    let mut verdict = scenario(&start, change, playbook, as_of);
    verdict.reasons.extend(judged.purchases.reasons);
    verdict.reasons.extend(judged.spend.reasons);
    Ok(verdict)
}

/// What a customer spent on its repeat orders.
pub(super) fn spend_of(customer: &Customer<'_>) -> Result<SpendSummary, Problem> {
    match customer.spending.mean_of_repeats() {
        Some((mean, orders)) => SpendSummary::try_new(orders, mean),
        None => Ok(SpendSummary::NONE),
    }
}

/// Judges what each account of a book is worth: whether it still buys, what it will buy and when, what it spends, and what
/// that comes to today. Source: `[CMH]`, `[CCA]`, D20; the models' papers stand in their documentation.
///
/// The models are fitted on the book itself, by default the one of the playbook, unless parameters are given. Times are in
/// weeks: days ÷ 7. Orders of one day are one; a return is none, and its money is taken off the latest order before it. An
/// account's spend is the mean over its repeat orders that have a price, in the reporting currency. An account with few
/// orders is judged by the portfolio, one with many by itself: the verdict says how much came from which. One order makes an
/// account new, not lost; an account with none is a prospect, and listed as left out.
///
/// A lifetime value is spend × margin × the purchases expected in all time to come, discounted by the playbook's rate. Where no
/// margin is known, it is of sales, and says so.
///
/// Where too few accounts have ordered to fit a model, predictions are null and a reason says what to do.
///
/// # Errors
/// A [`Problem`] where options contradict each other or a model.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CustomerStanding, LifetimeOptions, Playbook, judge_lifetime_value};
///
/// let book = Book::from_json(r#"{
///     "accounts": [
///         {"id": "north-plant", "name": "North Plant Ltd"},
///         {"id": "south-plant", "name": "South Plant Ltd"},
///         {"id": "west-plant", "name": "West Plant Ltd"}
///     ],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-05", "supplier": {"type": "us"},
///          "amount": {"amount": "900", "currency": "USD"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"},
///          "amount": {"amount": "1100", "currency": "USD"}},
///         {"id": "o3", "account": "south-plant", "on": "2026-05-04", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// // Three accounts fit no model: parameters of a larger portfolio are given.
/// let options = LifetimeOptions {
///     parameters: Some(serde_json::from_str(r#"{"type": "mbg_nbd", "r": "0.5", "alpha": "6", "a": "0.9", "b": "1.6"}"#)?),
///     spend_parameters: Some(serde_json::from_str(r#"{"p": "6", "q": "4", "v": "500"}"#)?),
///     ..LifetimeOptions::default()
/// };
/// let verdict = judge_lifetime_value(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &options)?;
/// let [north, south] = &verdict.accounts[..] else { panic!() };
/// assert_eq!((north.standing, south.standing), (CustomerStanding::Repeat, CustomerStanding::New));
/// let spend = north.prediction.as_ref().unwrap().spend.as_ref().unwrap();
/// // Weight 6 × 1 ÷ (6 × 1 + 4 − 1): two thirds of 1100 and a third of 1000.
/// assert_eq!(spend.own_weight.to_string(), "0.666666666667");
/// assert_eq!(spend.expected.to_string(), "1066.67 USD");
/// assert_eq!(verdict.left_out.prospects[0].as_str(), "west-plant");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn judge_lifetime_value(
    book: &Book,
    playbook: &Playbook,
    as_of: Date,
    options: &LifetimeOptions,
) -> Result<LifetimeVerdict, Problem> {
    let judged = Judged::of(book, playbook, as_of, options)?;
    let policy = &playbook.draft().lifetime;
    let outlook = judged.outlook.as_ref();
    let rows = judged.portfolio.customers.iter().zip(&judged.spends);
    let numbers: Option<Vec<Numbers>> = outlook
        .map(|outlook| rows.clone().map(|(customer, spend)| outlook.numbers(&customer.summary, spend)).collect());
    let of_row = |(at, (customer, spend)): (usize, (&Customer<'_>, &SpendSummary))| {
        let numbers = numbers.as_ref().and_then(|numbers| numbers.get(at));
        let prediction = outlook.zip(numbers);
        let prediction = prediction.map(|(outlook, numbers)| outlook.prediction(&customer.summary, spend, numbers));
        let mut account = AccountLifetime::of(customer, as_of);
        account.reasons = of_account(customer, prediction.as_ref(), outlook.map(|outlook| outlook.parameters), as_of);
        account.prediction = prediction;
        account
    };
    let accounts = rows.clone().enumerate().map(of_row).collect();
    let left_out = left_out(&judged.portfolio, &judged.spends);
    Ok(LifetimeVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        reporting_currency: playbook.draft().exchange.reporting_currency,
        parameters: judged.purchases.parameters,
        spend_parameters: judged.spend.parameters,
        value_basis: if policy.margin.is_some() { ValueBasis::Margin } else { ValueBasis::Sales },
        margin: policy.margin,
        annual_discount_rate: policy.annual_discount_rate,
        accounts,
        new_account: outlook.map(new_account),
        portfolio: outlook.zip(numbers.as_ref()).map(|(outlook, numbers)| sums(outlook, numbers)),
        reasons: of_verdict(&judged, policy, &left_out),
        fit: judged.purchases.fit,
        spend_fit: judged.spend.fit,
        left_out,
    })
}

impl AccountLifetime {
    fn of(customer: &Customer<'_>, as_of: Date) -> Self {
        let summary = &customer.summary;
        let day = |day: Option<&i64>| day.map_or(as_of, |day| date_of(*day, as_of));
        Self {
            account: customer.book.account.id.clone(),
            standing: if summary.frequency() == 0 { CustomerStanding::New } else { CustomerStanding::Repeat },
            first: day(customer.days.days().first()),
            last: day(customer.days.days().last()),
            frequency: summary.frequency(),
            recency_weeks: Statistic::rounded(summary.recency()),
            age_weeks: Statistic::rounded(summary.age()),
            prediction: None,
            reasons: Vec::new(),
        }
    }
}

fn new_account(outlook: &Outlook) -> NewAccountValue {
    let numbers = outlook.numbers(&PurchaseSummary::FIRST, &SpendSummary::NONE);
    let value = |purchases: f64| numbers.spend.and_then(|spend| outlook.money(purchases * spend * outlook.counted));
    NewAccountValue {
        expected_purchases: numbers.horizons.iter().map(|(expected, _)| Statistic::rounded(*expected)).collect(),
        order_value: value(1.0),
        lifetime_value: numbers.endless.and_then(value),
    }
}

/// The sums over all accounts, in the order of their identifiers. A sum of money is known where each account's is.
fn sums(outlook: &Outlook, numbers: &[Numbers]) -> PortfolioLifetime {
    let all = |of: &dyn Fn(&Numbers) -> Option<f64>| numbers.iter().map(of).sum::<Option<f64>>();
    let money = |sum: Option<f64>| sum.and_then(|sum| outlook.money(sum)).filter(|_| outlook.spend.is_some());
    let horizon = |(at, days): (usize, &u32)| {
        let of = |numbers: &Numbers| numbers.horizons.get(at).copied();
        PortfolioHorizon {
            days: *days,
            expected_purchases: Statistic::rounded(all(&|one| of(one).map(|(expected, _)| expected)).unwrap_or(0.0)),
            sales: money(all(&|one| Some(of(one)?.0 * one.spend?))),
            value: money(all(&|one| Some(of(one)?.1 * one.spend? * outlook.counted))),
        }
    };
    PortfolioLifetime {
        expected_alive: Statistic::rounded(all(&|one| Some(one.alive)).unwrap_or(0.0)),
        horizons: outlook.horizons_days.iter().enumerate().map(horizon).collect(),
        lifetime_value: money(all(&|one| Some(one.endless? * one.spend? * outlook.counted))),
    }
}

/// What a portfolio leaves out, counted and listed.
pub(super) fn left_out(portfolio: &Portfolio<'_>, spends: &[SpendSummary]) -> LifetimeLeftOut {
    let listed = |is: &dyn Fn(&Customer<'_>, &SpendSummary) -> bool| {
        let rows = portfolio.customers.iter().zip(spends);
        rows.filter(|(customer, spend)| customer.summary.frequency() > 0 && is(customer, spend))
            .map(|(customer, _)| customer.book.account.id.clone())
            .collect()
    };
    LifetimeLeftOut {
        prospects: portfolio.prospects.iter().map(|id| (*id).clone()).collect(),
        unpriced: listed(&|_, spend| spend.frequency() == 0),
        not_positive: listed(&|_, spend| spend.mean().is_some_and(|mean| mean <= 0.0)),
        later_purchases: portfolio.later,
        without_amount: portfolio.no_amount,
        without_rate: portfolio.no_rate,
        returns_before_orders: portfolio.orphaned_returns,
    }
}

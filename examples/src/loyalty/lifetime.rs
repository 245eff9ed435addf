//! What the accounts will buy and are worth, or why that cannot be told.

use std::io;

use keyaccount::{
    AccountLifetime, LifetimeOptions, LifetimeVerdict, ModelParameter, ParameterPrior, Prior, Problem, PurchaseModel,
    Statistic,
};

use super::LoyaltyReview;
use crate::names::{Names, or_dash, percent, whole};
use crate::page::{Page, plain};

/// A year, of the horizons of the verdict.
const YEAR: u32 = 365;

/// What one may assume of key accounts before seeing any: parameters within a factor of two or so of these medians. They
/// say an order about every five weeks, and one account in thirty lost after each order.
const ASSUMED: [(ModelParameter, &str, &str); 4] = [
    (ModelParameter::R, "2", "0.7"),
    (ModelParameter::Alpha, "10", "0.7"),
    (ModelParameter::A, "0.5", "0.7"),
    (ModelParameter::B, "15", "0.7"),
];

/// The options with the assumptions as priors, of a model in which orders come at random.
pub(super) fn assumptions() -> Result<LifetimeOptions, Problem> {
    let prior = |(parameter, median, log_standard_deviation): (ModelParameter, &str, &str)| {
        let (median, log_standard_deviation) = (median.parse()?, log_standard_deviation.parse()?);
        Ok(ParameterPrior { parameter, prior: Prior::LogNormal { median, log_standard_deviation } })
    };
    let priors = ASSUMED.into_iter().map(prior).collect::<Result<Vec<_>, Problem>>()?;
    Ok(LifetimeOptions { model: Some(PurchaseModel::MbgNbd {}), priors: Some(priors), ..LifetimeOptions::default() })
}

pub(super) fn print(review: &LoyaltyReview, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let lifetime = &review.lifetime;
    let basis = lifetime.value_basis.label(page.view.language);
    let heading = page.say("LIFETIME VALUE", "客户终身价值");
    page.heading(&format!("{heading} ({}, {basis})", lifetime.reporting_currency))?;
    for reason in &lifetime.reasons {
        page.wrapped("  ", "    ", &plain(&reason.message))?;
    }
    let Some(assumed) = &review.lifetime_if else { return table(lifetime, names, page) };
    if assumed.parameters.is_none() {
        return Ok(());
    }
    page.line("")?;
    let text = page.say(
        "If one assumes beforehand that key accounts order about every five weeks and that one in thirty is lost after \
         each order, each within a factor of two (`lifetime.priors` of a playbook), the book says:",
        "若事先假定大客户约五周订货一次、每次订货后约三十分之一流失，均允许约两倍误差（规则手册的 `lifetime.priors`），则：",
    );
    page.wrapped("  ", "  ", &text)?;
    table(assumed, names, page)
}

fn table(verdict: &LifetimeVerdict, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let mut rows = vec![page.titles(&[
        ("account", "客户"),
        ("alive", "活跃"),
        ("orders, year", "年订单"),
        ("sales, year", "年销售"),
        ("lifetime", "终身价值"),
        ("own part", "自身占比"),
    ])];
    rows.extend(verdict.accounts.iter().map(|account| row(account, names)));
    if let Some(portfolio) = &verdict.portfolio {
        let year = portfolio.horizons.iter().find(|horizon| horizon.days == YEAR);
        rows.push(vec![
            page.say("all", "合计"),
            number(portfolio.expected_alive),
            or_dash(year.map(|year| number(year.expected_purchases))),
            or_dash(year.and_then(|year| year.sales.as_ref()).map(|sum| whole(&sum.amount))),
            or_dash(portfolio.lifetime_value.as_ref().map(|sum| whole(&sum.amount))),
            String::new(),
        ]);
    }
    page.table(&rows)?;
    let legend = page.say(
        "alive: the chance that it still orders; own part: how much of its rate is told by its own orders, the rest by \
         the portfolio",
        "活跃：仍在订货的概率；自身占比：订货频率中由该客户自身订单得出的部分，其余来自客户群",
    );
    page.wrapped("  ", "  ", &legend)
}

fn row(account: &AccountLifetime, names: Names<'_>) -> Vec<String> {
    let prediction = account.prediction.as_ref();
    let year = prediction.and_then(|one| one.horizons.iter().find(|horizon| horizon.days == YEAR));
    vec![
        names.account(&account.account),
        percent(prediction.map(|one| one.probability_alive.value())),
        or_dash(year.map(|year| number(year.expected_purchases))),
        or_dash(year.and_then(|year| year.sales.as_ref()).map(|sum| whole(&sum.amount))),
        or_dash(prediction.and_then(|one| one.lifetime_value.as_ref()).map(|sum| whole(&sum.amount))),
        percent(prediction.map(|one| one.rate.own_weight.value())),
    ]
}

fn number(value: Statistic) -> String {
    format!("{:.1}", value.value())
}

/// What the models say of one account.
pub(super) fn in_full(account: &AccountLifetime, page: &mut Page<'_>) -> io::Result<()> {
    page.heading(&page.say("LIFETIME VALUE", "客户终身价值"))?;
    for reason in &account.reasons {
        page.wrapped("  ", "    ", &plain(&reason.message))?;
    }
    Ok(())
}

//! The forecast review: what will be booked, how sure that is, and whether the method was right.

use std::io::{self, Write};

use keyaccount::{
    BacktestOptions, BacktestVerdict, Book, BookingForecastVerdict, BookingOptions, BookingSummary, Estimate,
    ForecastBasis, MethodScores, Money, PeriodBookings, PeriodUnit, Playbook, Problem, Ratio, backtest_forecast,
    forecast_bookings,
};
use serde::Serialize;

use crate::names::{Names, amount, or_dash, percent, whole};
use crate::page::{Page, plain};
use crate::pipeline::{more, most_rows};
use crate::{Input, View, left_out};

/// What will be booked, and what past forecasts were worth.
#[derive(Serialize)]
pub struct ForecastReview {
    /// The next periods.
    pub bookings: BookingForecastVerdict,
    /// What would have been forecast on past days, and what came.
    pub backtest: BacktestVerdict,
    /// Facts that could not be used.
    pub left_out: Vec<Problem>,
}

impl ForecastReview {
    /// Forecasts the period that the day lies in and those after it. Without a basis it takes the one that was best so
    /// far, and the plain stage default where none is.
    ///
    /// # Errors
    /// Where the quota is in another currency than the forecast.
    pub fn of(
        input: &Input,
        basis: Option<ForecastBasis>,
        unit: PeriodUnit,
        periods: usize,
        options: &BookingOptions,
    ) -> Result<Self, Problem> {
        let Input { book, playbook, as_of } = input;
        let past =
            BacktestOptions { unit, booking: BookingOptions { quota: None, ..options.clone() }, ..Default::default() };
        let backtest = backtest_forecast(book, playbook, *as_of, &past);
        let best = backtest.best.as_ref().map(|best| best.basis);
        let options = BookingOptions { basis: basis.or(best).unwrap_or(options.basis), ..options.clone() };
        let periods = playbook.draft().calendar.periods_from(unit, *as_of, periods);
        let bookings = forecast_bookings(book, playbook, *as_of, &periods, &options)?;
        Ok(Self { bookings, backtest, left_out: book.problems().to_vec() })
    }
}

/// Prints a forecast review.
///
/// # Errors
/// Where the output cannot be written.
pub fn print_forecast_review(
    review: &ForecastReview,
    book: &Book,
    playbook: &Playbook,
    view: &View,
    out: &mut dyn Write,
) -> io::Result<()> {
    let page = &mut Page::new(view, out);
    let names = Names { book, playbook, language: view.language };
    let bookings = &review.bookings;
    let title = page.say("FORECAST REVIEW", "预测评审");
    page.title(&title, bookings.as_of, &playbook.draft().name, &bookings.playbook)?;
    periods(bookings, page)?;
    quotas(bookings, page)?;
    deals(bookings, names, page)?;
    outside(bookings, names, page)?;
    past(&review.backtest, page)?;
    left_out(&review.left_out, page)
}

/// The periods with what is booked, what is expected, and how far that spreads.
fn periods(verdict: &BookingForecastVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let currency = verdict.reporting_currency;
    let heading = page.say("BOOKINGS BY PERIOD", "各期签约预测");
    page.heading(&format!("{heading} ({currency}, {})", verdict.basis.label(page.view.language)))?;
    let mut rows = vec![page.titles(&[
        ("period", "期间"),
        ("booked", "已签约"),
        ("open", "进行中"),
        ("expected", "预期"),
        ("P10", "P10"),
        ("P50", "P50"),
        ("P90", "P90"),
    ])];
    for period in &verdict.periods {
        let bookings = &period.bookings;
        rows.push(vec![
            format!("{} – {}", period.period.first, period.period.last),
            whole(&period.booked.total.amount),
            whole(&period.open.total),
            whole(&bookings.mean.amount),
            quantile(bookings, "0.1"),
            quantile(bookings, "0.5"),
            quantile(bookings, "0.9"),
        ]);
    }
    page.table(&rows)
}

fn quotas(verdict: &BookingForecastVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let standings: Vec<_> =
        verdict.periods.iter().filter_map(|period| Some((period, period.quota.as_ref()?))).collect();
    if standings.is_empty() {
        return Ok(());
    }
    page.heading(&page.say("QUOTA", "配额"))?;
    let mut rows = vec![page.titles(&[
        ("period", "期间"),
        ("quota", "配额"),
        ("attained", "达成率"),
        ("remaining", "差额"),
        ("coverage", "覆盖倍数"),
        ("odds", "达成概率"),
        ("further deals needed", "尚需商机"),
    ])];
    for (PeriodBookings { period, .. }, standing) in standings {
        let needed = standing.pipeline_needed.as_ref().map(|needed| {
            if needed.deals == 0 {
                "0".to_owned()
            } else {
                format!("{} × {}", needed.deals, average(needed.average_amount.as_ref()))
            }
        });
        let why_not = standing.unreachable.map(|cause| cause.label(page.view.language).to_owned());
        rows.push(vec![
            format!("{} – {}", period.first, period.last),
            whole(&standing.quota.amount),
            percent(standing.attainment.map(Ratio::value)),
            whole(&standing.remaining.amount),
            or_dash(standing.coverage_ratio.map(|ratio| format!("{}×", ratio.value().round_dp(1)))),
            percent(Some(standing.probability.value())),
            or_dash(needed.or(why_not)),
        ]);
    }
    page.table(&rows)
}

fn average(amount: Option<&keyaccount::CurrencySum>) -> String {
    or_dash(amount.map(|sum| whole(&sum.amount)))
}

/// The deals of the first period, what weighs most first.
fn deals(verdict: &BookingForecastVerdict, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let Some(period) = verdict.periods.first().filter(|period| !period.deals.is_empty()) else { return Ok(()) };
    page.heading(&page.say("OPPORTUNITIES OF THE CURRENT PERIOD", "本期商机"))?;
    let mut deals: Vec<_> = period.deals.iter().collect();
    deals.sort_by_key(|deal| std::cmp::Reverse(deal.reported.amount().saturating_mul(deal.chance.value())));
    let mut rows = vec![page.titles(&[
        ("opportunity", "商机"),
        ("account", "客户"),
        ("stage", "阶段"),
        ("amount", "金额"),
        ("chance", "概率"),
        ("from", "来源"),
    ])];
    for deal in deals.iter().take(most_rows(page)) {
        let source = deal.source.label(page.view.language);
        let capped = deal.cap.as_ref().map(|cap| {
            page.say(&format!(", capped from {}", share(cap.before)), &format!("，原为 {}", share(cap.before)))
        });
        rows.push(vec![
            names.opportunity(&deal.opportunity),
            names.account(&deal.account),
            or_dash(deal.stage.as_ref().map(|stage| names.stage(None, stage))),
            money(deal.amount),
            share(deal.chance),
            format!("{source}{}", capped.unwrap_or_default()),
        ]);
    }
    page.table_with(&rows, 3)?;
    more(deals.len(), page)
}

/// What could be placed in no period.
fn outside(verdict: &BookingForecastVerdict, names: Names<'_>, page: &mut Page<'_>) -> io::Result<()> {
    if verdict.left_out.is_empty() {
        return Ok(());
    }
    page.heading(&format!("{} ({})", page.say("IN NO PERIOD", "未计入任何期间"), verdict.left_out.len()))?;
    let mut rows =
        vec![page.titles(&[("opportunity", "商机"), ("account", "客户"), ("cause", "原因"), ("amount", "金额")])];
    for deal in verdict.left_out.iter().take(most_rows(page)) {
        let causes: Vec<String> = deal.causes.iter().map(|cause| cause.label(page.view.language).to_owned()).collect();
        rows.push(vec![
            names.opportunity(&deal.opportunity),
            names.account(&deal.account),
            page.list(&causes),
            or_dash(deal.amount.map(money)),
        ]);
    }
    page.table_with(&rows, 3)?;
    more(verdict.left_out.len(), page)
}

/// What each way of forecasting was worth on this history.
fn past(backtest: &BacktestVerdict, page: &mut Page<'_>) -> io::Result<()> {
    let heading = page.say("WAS THE METHOD RIGHT", "预测方法回测");
    page.heading(&format!("{heading} ({})", backtest.reporting_currency))?;
    if backtest.points.is_empty() {
        let english = "  No period with an open deal at its beginning is over yet.";
        return page.line(&page.say(english, "  尚无期初有进行中商机且已结束的期间。"));
    }
    let mut rows = vec![page.titles(&[
        ("method", "方法"),
        ("bias", "偏差"),
        ("mean error", "平均误差"),
        ("CRPS", "CRPS"),
        ("Brier", "布里尔"),
        ("log loss", "对数损失"),
        ("in 80 %", "80 % 区间内"),
    ])];
    for method in &backtest.methods {
        rows.push(vec![
            method.basis.label(page.view.language).to_owned(),
            whole(&method.bias.amount),
            whole(&method.mean_absolute_error.amount),
            whole(&method.crps.amount),
            score(method.brier),
            or_dash(method.log_loss.map(|loss| loss.value().round_dp(3))),
            covered(method),
        ]);
    }
    page.table(&rows)?;
    for reason in &backtest.reasons {
        page.wrapped("  ", "  ", &plain(&reason.message))?;
    }
    Ok(())
}

fn covered(method: &MethodScores) -> String {
    let eighty = method.intervals.iter().find(|interval| interval.level.to_string() == "0.8");
    or_dash(eighty.map(|interval| format!("{} / {}", interval.covered, interval.forecasts)))
}

fn score(value: Option<Estimate>) -> String {
    or_dash(value.map(|value| value.value().round_dp(3)))
}

fn share(value: Estimate) -> String {
    percent(Some(value.value()))
}

fn quantile(bookings: &BookingSummary, wanted: &str) -> String {
    let found = bookings.quantiles.iter().find(|quantile| quantile.probability.to_string() == wanted);
    or_dash(found.map(|quantile| whole(&quantile.amount.amount)))
}

/// What a deal is worth, in its own currency.
fn money(value: Money) -> String {
    format!("{} {}", amount(value.amount()), value.currency())
}

#[cfg(test)]
mod tests;

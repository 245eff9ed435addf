//! Why a lifetime verdict is as it is, in words.

use super::judge::Judged;
use super::portfolio::Customer;
use super::verdict::{AccountPrediction, LifetimeLeftOut};
use crate::lifetime::PurchaseModelParameters;
use crate::loyalty::occasions::{cite, day_number};
use crate::playbook::LifetimePolicy;
use crate::values::Date;
use crate::values::decimal::to_f64;
use crate::verdict::{Comparison, Reason, Unit};

/// Why an account is judged as it is.
pub(super) fn of_account(
    customer: &Customer<'_>,
    prediction: Option<&AccountPrediction>,
    parameters: Option<PurchaseModelParameters>,
    as_of: Date,
) -> Vec<Reason> {
    let summary = &customer.summary;
    let repeats = summary.frequency();
    let last = customer.days.days().last().copied().unwrap_or_default();
    let silence = day_number(as_of).saturating_sub(last);
    let message = match repeats {
        0 => format!("one order, {silence} days ago: the account is new, not lost"),
        1 => format!("one repeat order; {silence} days since it"),
        _ => format!("{repeats} repeat orders; {silence} days since the last"),
    };
    let rule = if repeats == 0 { "one_order" } else { "repeat_orders" };
    let reason = Reason::new(rule, message)
        .comparing(Comparison::new("repeat_orders", repeats, Unit::Count))
        .comparing(Comparison::new("days_since_last", silence, Unit::Days));
    let mut reasons = vec![cite(reason, &customer.orders)];
    let Some(prediction) = prediction else { return reasons };
    let percent = |share: crate::values::Estimate| format!("{:.0} %", 100.0 * to_f64(share.value()));
    let alive = prediction.probability_alive;
    if repeats == 0 && matches!(parameters, Some(PurchaseModelParameters::BgNbd { .. })) {
        let message = "in BG/NBD an account cannot leave before its second order: it counts as alive until then";
        reasons.push(Reason::new("alive_by_construction", message));
    } else {
        let message =
            format!("by its own orders and its silence it still buys with a probability of {}", percent(alive));
        let alive = Comparison::new("probability_alive", alive, Unit::Share);
        reasons.push(Reason::new("probability_alive", message).comparing(alive));
    }
    let rate = &prediction.rate;
    let message = format!(
        "{} of how often it orders is told by the account, the rest by the portfolio",
        percent(rate.own_weight)
    );
    reasons.push(
        Reason::new("rate_from_both", message)
            .comparing(Comparison::new("own_weight", rate.own_weight, Unit::Share))
            .comparing(rate.own.map_or_else(
                || Comparison::unknown("own_weekly_orders", Unit::Ratio),
                |own| Comparison::new("own_weekly_orders", own, Unit::Ratio),
            ))
            .comparing(Comparison::new("portfolio_weekly_orders", rate.portfolio, Unit::Ratio)),
    );
    if let Some(spend) = &prediction.spend {
        let message = format!(
            "{} of what it spends on an order day is told by the account, the rest by the portfolio",
            percent(spend.own_weight)
        );
        let own = spend.own.as_ref().map_or_else(
            || Comparison::unknown("own_mean_spend", Unit::Money),
            |own| Comparison::new("own_mean_spend", own, Unit::Money),
        );
        reasons.push(
            Reason::new("spend_from_both", message)
                .comparing(Comparison::new("own_weight", spend.own_weight, Unit::Share))
                .comparing(own)
                .comparing(Comparison::new("expected_spend", &spend.expected, Unit::Money)),
        );
    }
    reasons
}

/// Why the verdict is as it is: the fits, what values are, and what tells nothing.
pub(super) fn of_verdict(judged: &Judged<'_>, policy: &LifetimePolicy, left_out: &LifetimeLeftOut) -> Vec<Reason> {
    let portfolio = &judged.portfolio;
    let message = format!(
        "{} accounts have ordered, {} of them again; {} have not ordered yet",
        portfolio.customers.len(),
        portfolio.repeaters(),
        left_out.prospects.len()
    );
    let mut reasons = vec![
        Reason::new("accounts_with_orders", message)
            .comparing(Comparison::new("accounts", portfolio.customers.len(), Unit::Count))
            .comparing(Comparison::new("repeaters", portfolio.repeaters(), Unit::Count))
            .comparing(Comparison::new("prospects", left_out.prospects.len(), Unit::Count)),
    ];
    reasons.extend(judged.purchases.reasons.iter().cloned());
    reasons.extend(judged.spend.reasons.iter().cloned());
    let annual = to_f64(policy.annual_discount_rate.value());
    let message = format!("what comes in a year is worth {:.1} % less today", 100.0 * annual / (1.0 + annual));
    let rate = Comparison::new("annual_discount_rate", policy.annual_discount_rate, Unit::Share);
    reasons.push(Reason::new("discounted", message).comparing(rate));
    match policy.margin {
        Some(margin) => {
            let margin = Comparison::new("margin", margin, Unit::Share);
            reasons.push(Reason::new("margin_of_sales", "values are of margin").comparing(margin));
        }
        None => {
            let message =
                "no margin is known: values are of sales; the playbook's `lifetime.margin` makes them of margin";
            let margin = Comparison::unknown("margin", Unit::Share);
            reasons.push(Reason::new("margin_unknown", message).comparing(margin));
        }
    }
    let without_price = [
        ("without_amount", left_out.without_amount),
        ("without_rate", left_out.without_rate),
        ("returns_before_orders", left_out.returns_before_orders),
        ("later_purchases", left_out.later_purchases),
    ];
    if without_price.iter().any(|(_, count)| *count > 0) {
        let message = "purchases without an amount, without an exchange rate, returned before any order, or dated later are \
                       in no mean spend";
        let compared = without_price.into_iter().map(|(name, count)| Comparison::new(name, count, Unit::Count));
        reasons.push(compared.fold(Reason::new("purchases_left_out", message), Reason::comparing));
    }
    reasons
}

//! Says in words how an account came by its scores and its segment.

use super::measure::Measured;
use super::options::{RecencyBasis, RfmMethod, RfmOptions};
use super::score::Scale;
use super::verdict::RfmReceipt;
use crate::loyalty::occasions::cite;
use crate::playbook::{RfmRule, RfmScore, ScoreRange};
use crate::values::{CurrencySum, Date, Language, Period};
use crate::verdict::{Comparison, Reason, Unit};

type Scores = (RfmScore, RfmScore, Option<RfmScore>);

/// How everything was scored, and who was not.
pub(super) fn method(
    options: &RfmOptions,
    window: Option<Period>,
    scored: usize,
    prospects: usize,
    receipt: &RfmReceipt,
) -> Vec<Reason> {
    let span = window.map_or_else(
        || "all that is known".to_owned(),
        |window| format!("the days from {} to {}", window.first, window.last),
    );
    let by = options.method.label(Language::En);
    let message = format!("{} scored by {by}, frequency and money over {span}", are(scored, "account"));
    let compared = Comparison::new("accounts", scored, Unit::Count);
    let mut reasons = vec![Reason::new("rfm_method", message).comparing(compared)];
    if prospects > 0 {
        let message = format!("prospects, which have never ordered and have no scores: {prospects}");
        let compared = Comparison::new("prospects", prospects, Unit::Count);
        reasons.push(Reason::new("rfm_prospects", message).comparing(compared));
    }
    if receipt.unpriced > 0 {
        let all = receipt.priced.saturating_add(receipt.unpriced);
        let message = format!(
            "{} of {all} orders and returns have no price in the reporting currency and are in no sum",
            receipt.unpriced
        );
        let compared = Comparison::new("unpriced", receipt.unpriced, Unit::Count).against(all);
        reasons.push(Reason::new("rfm_unpriced", message).comparing(compared));
    }
    reasons
}

/// The three numbers and the limits they were held against.
pub(super) fn numbers(
    scales: [&Scale; 3],
    (recency, frequency, monetary): Scores,
    customer: &Measured<'_>,
    options: &RfmOptions,
    as_of: Date,
    money: &Option<CurrencySum>,
) -> Reason {
    let [of_recency, of_frequency, of_money] = scales;
    let is_since = options.recency == RecencyBasis::SinceLastOrder;
    let (name, days, words) = match options.recency {
        RecencyBasis::SinceLastOrder => {
            let days = customer.days_since_last(as_of);
            ("days_since_last_order", days, format!("the last order is {days} days old"))
        }
        RecencyBasis::FirstToLastOrder => {
            let days = customer.days_first_to_last();
            ("days_first_to_last", days, format!("{days} days lie between the first and the last order"))
        }
    };
    let amount = money.as_ref().map_or_else(|| "money unknown".to_owned(), ToString::to_string);
    let of_amount = monetary.map_or_else(|| "no score".to_owned(), |score| format!("score {score}"));
    let message = format!(
        "{words} (score {recency}), {} (score {frequency}), {amount} ({of_amount}), by {}",
        counted(customer.orders, "order"),
        options.method.label(Language::En),
    );
    let held = |comparison: Comparison, limit: Option<&str>| match limit {
        Some(limit) => comparison.against(limit),
        None => comparison,
    };
    let paid = match money {
        Some(money) => Comparison::new("money", money, Unit::Money),
        None => Comparison::unknown("money", Unit::Money),
    };
    let reason = Reason::new(rule_of(options.method), message)
        .comparing(held(Comparison::new(name, days, Unit::Days), of_recency.limit(recency, is_since)))
        .comparing(held(Comparison::new("orders", customer.orders, Unit::Count), of_frequency.limit(frequency, false)))
        .comparing(held(paid, monetary.and_then(|score| of_money.limit(score, false))));
    cite(reason, &customer.purchases)
}

/// So many of something.
fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn are(count: usize, noun: &str) -> String {
    format!("{} {}", counted(count, noun), if count == 1 { "is" } else { "are" })
}

const fn rule_of(method: RfmMethod) -> &'static str {
    match method {
        RfmMethod::FixedBands => "rfm_bands",
        RfmMethod::Quantiles => "rfm_quantiles",
    }
}

/// What is too old for frequency and money.
pub(super) fn before_window(customer: &Measured<'_>) -> Option<Reason> {
    let before = customer.orders_ever.saturating_sub(customer.orders);
    let message =
        format!("orders before the window, which count for recency alone: {before}; the segment is of the window");
    let compared = Comparison::new("orders_before_window", before, Unit::Count).against(customer.orders_ever);
    (before > 0).then(|| Reason::new("rfm_before_window", message).comparing(compared))
}

/// What is not in the money.
pub(super) fn unpriced(customer: &Measured<'_>) -> Option<Reason> {
    let takings = &customer.takings;
    let all = takings.priced.saturating_add(takings.unpriced);
    let message = match takings.priced {
        0 => format!(
            "none of the {all} orders and returns has a price in the reporting currency: the money is unknown, not zero"
        ),
        _ => format!(
            "{} of {all} orders and returns have no price in the reporting currency: the money is of the others",
            takings.unpriced
        ),
    };
    let compared = Comparison::new("unpriced", takings.unpriced, Unit::Count).against(all);
    (takings.unpriced > 0).then(|| Reason::new("rfm_unpriced", message).comparing(compared))
}

/// The rule that gave the name; its recency is the score of the days since the last order.
pub(super) fn segment(place: usize, rule: &RfmRule, (silence, frequency, monetary): Scores) -> Reason {
    let score = |score: Option<RfmScore>| score.map_or_else(|| "unknown".to_owned(), |score| score.to_string());
    let number = place.saturating_add(1);
    let message = format!(
        "recency {silence}, frequency {frequency}, money {}: {}, by rule {number} (recency {}, frequency {}, money {})",
        score(monetary),
        rule.segment.label(Language::En),
        rule.recency,
        rule.frequency,
        rule.monetary,
    );
    let compared = |name, score: Option<RfmScore>, range: ScoreRange| {
        let comparison = match score {
            Some(score) => Comparison::new(name, score, Unit::Count),
            None => Comparison::unknown(name, Unit::Count),
        };
        comparison.against(range)
    };
    Reason::new("rfm_segment", message)
        .comparing(compared("silence_score", Some(silence), rule.recency))
        .comparing(compared("frequency_score", Some(frequency), rule.frequency))
        .comparing(compared("monetary_score", monetary, rule.monetary))
}

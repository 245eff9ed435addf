//! The reasons of a trajectory, in words.

use super::kinds::{NoTrend, SeasonState};
use super::verdict::TrajectoryVerdict;
use crate::facts::Purchase;
use crate::loyalty::occasions::cite;
use crate::playbook::TrajectoryPolicy;
use crate::verdict::{Comparison, Reason, Unit};

pub(super) fn reasons(verdict: &TrajectoryVerdict, known: &[&Purchase], policy: &TrajectoryPolicy) -> Vec<Reason> {
    let mut reasons = vec![silence(verdict, known, policy), season(verdict, policy), trend(verdict, policy)];
    reasons.extend(regularity(verdict));
    reasons.extend(returns(verdict, known));
    reasons.extend(unpriced(verdict, known));
    reasons
}

fn silence(verdict: &TrajectoryVerdict, known: &[&Purchase], policy: &TrajectoryPolicy) -> Reason {
    let orders: Vec<&Purchase> = known.iter().copied().filter(|purchase| purchase.is_our_order()).collect();
    let finding = &verdict.silence;
    let reason = match (finding.days, finding.probability) {
        (Some(days), Some(probability)) => {
            let message = format!(
                "silent for {days} days, as {} of its {} latest intervals were; if it still buys as usual, it is silent for longer with a probability of {}",
                finding.as_long,
                finding.intervals,
                probability.value().round_dp(4).normalize()
            );
            Reason::new("silence", message)
                .comparing(Comparison::new("silence_days", days, Unit::Days))
                .comparing(Comparison::new("probability", probability, Unit::Share).against(policy.overdue_probability))
        }
        (Some(days), None) => {
            Reason::new("silence", format!("silent for {days} days; it has no rhythm to hold that against"))
                .comparing(Comparison::new("silence_days", days, Unit::Days))
        }
        (None, _) => Reason::new("silence", "it never ordered from us"),
    };
    let reason = reason.comparing(Comparison::new("occasions", verdict.rhythm.occasions, Unit::Count));
    cite(reason, &orders)
}

fn season(verdict: &TrajectoryVerdict, policy: &TrajectoryPolicy) -> Reason {
    let season = &verdict.season;
    let years = Comparison::new("whole_years", season.whole_years, Unit::Count).against(policy.season_minimum_years);
    let orders = Comparison::new("occasions", season.occasions, Unit::Count).against(policy.season_minimum_occasions);
    let reason = match season.state {
        SeasonState::TooShort => {
            Reason::new("season", "too few whole years of orders to look for a season").comparing(years)
        }
        SeasonState::TooFewOrders => {
            Reason::new("season", "too few orders to look for a season").comparing(years).comparing(orders)
        }
        SeasonState::NoneFound => {
            Reason::new("season", "no months in which it buys year after year").comparing(years).comparing(orders)
        }
        SeasonState::Found => {
            let months: Vec<String> = season.strong_months.iter().map(ToString::to_string).collect();
            Reason::new("season", format!("it buys in the months {}", months.join(", ")))
                .comparing(years)
                .comparing(orders)
        }
    };
    match season.probability {
        Some(probability) => reason
            .comparing(Comparison::new("probability", probability, Unit::Share).against(policy.season_probability)),
        None => reason,
    }
}

fn trend(verdict: &TrajectoryVerdict, policy: &TrajectoryPolicy) -> Reason {
    let trend = &verdict.trend;
    let periods = Comparison::new("periods", trend.periods, Unit::Count).against(policy.trend_minimum_periods);
    match (&trend.slope, trend.none) {
        (Some(slope), _) => {
            let message =
                format!("spend changes by {} a year, between {} and {}", slope.per_year, slope.low, slope.high);
            Reason::new("spend_trend", message)
                .comparing(periods)
                .comparing(Comparison::new("per_year", &slope.per_year, Unit::Money))
                .comparing(
                    Comparison::new("probability", slope.probability, Unit::Share).against(policy.trend_probability),
                )
        }
        (None, Some(NoTrend::NoRhythm)) => Reason::new("spend_trend", "without a rhythm no trend of spend is told"),
        (None, _) => {
            Reason::new("spend_trend", "too few whole periods with known spend to tell a trend").comparing(periods)
        }
    }
}

fn regularity(verdict: &TrajectoryVerdict) -> Option<Reason> {
    let regularity = verdict.regularity.as_ref()?;
    let caveat = if regularity.few_intervals { "; so few intervals leave that open" } else { "" };
    let message = format!("its intervals are {}{caveat}", regularity.kind.label(crate::values::Language::En));
    Some(
        Reason::new("regularity", message)
            .comparing(Comparison::new("intervals", regularity.intervals, Unit::Count))
            .comparing(Comparison::new("shape", regularity.shape, Unit::Ratio).against(1)),
    )
}

fn returns(verdict: &TrajectoryVerdict, known: &[&Purchase]) -> Option<Reason> {
    let returns = &verdict.returns;
    if returns.returns == 0 {
        return None;
    }
    let is_ours = |purchase: &&&Purchase| matches!(purchase.supplier, crate::facts::Supplier::Us {});
    let facts: Vec<&Purchase> = known.iter().filter(is_ours).copied().filter(|purchase| purchase.is_return()).collect();
    let message = format!("{} of {} returns are taken off earlier orders", returns.matched, returns.returns);
    let reason = Reason::new("returns", message)
        .comparing(Comparison::new("matched", returns.matched, Unit::Count).against(returns.returns));
    Some(cite(reason, &facts))
}

fn unpriced(verdict: &TrajectoryVerdict, known: &[&Purchase]) -> Option<Reason> {
    if verdict.unpriced_orders == 0 {
        return None;
    }
    let message = "orders or returns whose worth is not known are left out of what is said of money";
    let listed = |purchase: &&Purchase| verdict.unpriced.iter().any(|unpriced| unpriced.purchase == purchase.id);
    let facts: Vec<&Purchase> = known.iter().copied().filter(listed).collect();
    let reason =
        Reason::new("unpriced", message).comparing(Comparison::new("unpriced", verdict.unpriced_orders, Unit::Count));
    let mut reason = cite(reason, &facts);
    reason.fact_count = verdict.unpriced_orders;
    Some(reason)
}

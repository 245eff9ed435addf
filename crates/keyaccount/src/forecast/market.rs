//! How much deals have the market in common: the correlation of the one-factor model, learned from past periods.
//!
//! If deals were independent, the share of won ones would differ from quarter to quarter no more than chance makes it.
//! By how much it differs more tells how much a common market moves it. Correlation and win rate are the likeliest ones
//! together (`likelihood.rs`); with few quarters the likeliest correlation is rather too small than too large, which is
//! why the interval stands beside it.

mod likelihood;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::likelihood::{Tally, interval, peak};
use super::normal;
use crate::funnel::{HistoryVerdict, OpportunityStatus};
use crate::playbook::{FiscalQuarter, Playbook};
use crate::values::{Date, Estimate, MarketCorrelation, vocabulary};
use crate::verdict::{Comparison, Reason, Unit};

vocabulary! {
    /// What history tells of a common market.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::MarketFinding::NoMoreThanChance.as_str(), "no_more_than_chance");
    /// ```
    pub enum MarketFinding {
        /// Nothing can be told: nothing was decided in a quarter that is over, or all of it alike.
        NotEstimable = "not_estimable", "cannot be told", "无法估计";
        /// The share of won deals differs between quarters no more than chance makes it: a correlation of zero is
        /// likeliest.
        NoMoreThanChance = "no_more_than_chance", "no more than chance", "未超出随机波动";
        /// It differs more than that, and a correlation of zero is not ruled out at 95 %.
        Uncertain = "uncertain", "uncertain", "不确定";
        /// A correlation of zero is ruled out at 95 %.
        Common = "common", "a common market", "存在共同市场因素";
    }
}

/// How a market correlation is to be learned.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::MarketOptions::default().quarters_floor, 8);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarketOptions {
    /// Below how many quarters with two decided deals or more the history is called insufficient; 8 by default. One
    /// decided deal tells nothing of what deals have in common.
    pub quarters_floor: u32,
    /// Below how many decided deals; 50 by default.
    pub deals_floor: u32,
}

impl Default for MarketOptions {
    fn default() -> Self {
        Self { quarters_floor: 8, deals_floor: 50 }
    }
}

/// What was decided in a quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MarketQuarter {
    /// The fiscal quarter.
    pub quarter: FiscalQuarter,
    /// Deals signed or lost in it.
    pub decided: u64,
    /// Of these, signed.
    pub won: u64,
}

/// Which correlations the history does not rule out at 95 %, by the likelihood ratio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CorrelationInterval {
    /// The smallest.
    pub low: MarketCorrelation,
    /// The largest.
    pub high: MarketCorrelation,
}

/// How much deals have the market in common, and what that was learned from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MarketCorrelationVerdict {
    /// The day of the verdict.
    pub as_of: Date,
    /// The fingerprint of the playbook.
    pub playbook: String,
    /// What history tells.
    pub finding: MarketFinding,
    /// The likeliest correlation; null where nothing can be told.
    #[serde(default)]
    pub correlation: Option<MarketCorrelation>,
    /// Which correlations are not ruled out; null where nothing can be told.
    #[serde(default)]
    pub interval: Option<CorrelationInterval>,
    /// The win rate that is likeliest with this correlation; null where nothing can be told.
    #[serde(default)]
    pub win_rate: Option<Estimate>,
    /// The quarters that are over in which anything was decided, in order.
    pub quarters: Vec<MarketQuarter>,
    /// All deals decided in them.
    pub decided: u64,
    /// Of these, signed.
    pub won: u64,
    /// Whether quarters or deals are fewer than the floor.
    pub insufficient_history: bool,
    /// Deals decided in the quarter of `as_of`, which is not over and not counted.
    pub in_current_quarter: usize,
    /// Histories replayed up to a later day than `as_of`, which are left out.
    pub from_later_days: usize,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// Learns the correlation of the one-factor model from the deals decided in past fiscal quarters, by maximum likelihood.
///
/// A deal is decided in the quarter of its signature or loss; a closing that was taken back by reopening decided nothing.
/// The quarter of `as_of` is not over and left out. The order of the histories does not matter.
///
/// # Examples
/// ```
/// use keyaccount::{MarketFinding, MarketOptions, Playbook, learn_market_correlation};
///
/// let verdict = learn_market_correlation(&[], &Playbook::six_stage(), "2026-06-30".parse()?, &MarketOptions::default());
/// assert_eq!((verdict.finding, verdict.correlation), (MarketFinding::NotEstimable, None));
/// assert!(verdict.insufficient_history);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn learn_market_correlation(
    histories: &[HistoryVerdict],
    playbook: &Playbook,
    as_of: Date,
    options: &MarketOptions,
) -> MarketCorrelationVerdict {
    let calendar = &playbook.draft().calendar;
    let current = calendar.quarter(as_of);
    let mut tallies: BTreeMap<FiscalQuarter, Tally> = BTreeMap::new();
    let (mut from_later_days, mut in_current_quarter) = (0_usize, 0_usize);
    for history in histories {
        if history.as_of > as_of {
            from_later_days = from_later_days.saturating_add(1);
            continue;
        }
        let Some((on, is_won)) = decision(history) else { continue };
        let quarter = calendar.quarter(on);
        if quarter >= current {
            in_current_quarter = in_current_quarter.saturating_add(1);
            continue;
        }
        let tally = tallies.entry(quarter).or_insert(Tally { decided: 0, won: 0 });
        tally.decided = tally.decided.saturating_add(1);
        tally.won = tally.won.saturating_add(u64::from(is_won));
    }
    let counted: Vec<Tally> = tallies.values().copied().collect();
    let learned = Learned::of(&counted);
    let quarters: Vec<MarketQuarter> = tallies
        .into_iter()
        .map(|(quarter, tally)| MarketQuarter { quarter, decided: tally.decided, won: tally.won })
        .collect();
    let decided = counted.iter().fold(0_u64, |sum, tally| sum.saturating_add(tally.decided));
    let won = counted.iter().fold(0_u64, |sum, tally| sum.saturating_add(tally.won));
    let telling = counted.iter().filter(|tally| tally.decided > 1).count();
    let is_insufficient = (telling as u64) < u64::from(options.quarters_floor) || decided < options.deals_floor.into();
    let reasons = reasons(&learned, telling, decided, is_insufficient, options);
    MarketCorrelationVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        finding: learned.finding,
        correlation: learned.correlation,
        interval: learned.interval,
        win_rate: learned.win_rate,
        quarters,
        decided,
        won,
        insufficient_history: is_insufficient,
        in_current_quarter,
        from_later_days,
        reasons,
    }
}

/// The day a deal was signed or lost, and whether it was signed; none while it is open.
fn decision(history: &HistoryVerdict) -> Option<(Date, bool)> {
    let state = history.state.as_ref()?;
    match state.status {
        OpportunityStatus::Booked | OpportunityStatus::Realised => Some((state.booked_on?, true)),
        OpportunityStatus::Lost => Some((state.loss.as_ref()?.on, false)),
        _ => None,
    }
}

fn reasons(
    learned: &Learned,
    telling: usize,
    decided: u64,
    is_insufficient: bool,
    options: &MarketOptions,
) -> Vec<Reason> {
    let message = match learned.finding {
        MarketFinding::NotEstimable => "no two decided deals of a quarter that is over, or all of them alike",
        MarketFinding::NoMoreThanChance => "the share of won deals differs between quarters no more than by chance",
        MarketFinding::Uncertain => {
            "the share of won deals differs between quarters more than by chance, but not by so much that independent \
             deals are ruled out"
        }
        MarketFinding::Common => {
            "the share of won deals differs between quarters by more than independent deals would have it"
        }
    };
    let mut reasons = vec![
        Reason::new("market_in_common", message)
            .comparing(Comparison::new("quarters", telling, Unit::Count))
            .comparing(Comparison::new("decided", decided, Unit::Count)),
    ];
    if is_insufficient {
        let message = format!("{decided} decided deals in {telling} quarters with two or more are too few");
        reasons.push(
            Reason::new("insufficient_history", message)
                .comparing(Comparison::new("quarters", telling, Unit::Count).against(options.quarters_floor))
                .comparing(Comparison::new("decided", decided, Unit::Count).against(options.deals_floor)),
        );
    }
    reasons
}

/// What counts tell.
#[derive(Debug)]
struct Learned {
    finding: MarketFinding,
    correlation: Option<MarketCorrelation>,
    interval: Option<CorrelationInterval>,
    win_rate: Option<Estimate>,
}

impl Learned {
    fn of(tallies: &[Tally]) -> Self {
        let decided: f64 = tallies.iter().map(|tally| tally.decided as f64).sum();
        let won: f64 = tallies.iter().map(|tally| tally.won as f64).sum();
        let tells = tallies.iter().any(|tally| tally.decided > 1);
        if !tells || won <= 0.0 || won >= decided {
            let finding = MarketFinding::NotEstimable;
            return Self { finding, correlation: None, interval: None, win_rate: None };
        }
        let peak = peak(tallies, normal::quantile(won / decided));
        let [low, high] = interval(tallies, &peak).map(|root| MarketCorrelation::rounded(root * root));
        let correlation = MarketCorrelation::rounded(peak.root * peak.root);
        let none = MarketCorrelation::default();
        let finding = match (correlation > none, low > none) {
            (false, _) => MarketFinding::NoMoreThanChance,
            (true, false) => MarketFinding::Uncertain,
            (true, true) => MarketFinding::Common,
        };
        Self {
            finding,
            correlation: Some(correlation),
            interval: Some(CorrelationInterval { low, high }),
            win_rate: Some(Estimate::rounded(normal::cdf(peak.threshold))),
        }
    }
}

#[cfg(test)]
mod tests;

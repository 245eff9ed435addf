//! Why an account is in its phase, in words and numbers.

use super::confirm::Confirmed;
use super::phase::LifecyclePhase;
use super::raw::{Cause, Raw};
use super::verdict::{PurchaseTrend, TrendDirection};
use crate::loyalty::occasions::{Occasions, cite};
use crate::loyalty::rhythm::Pace;
use crate::loyalty::{DueState, Rhythm};
use crate::playbook::LifecyclePolicy;
use crate::values::{Date, DayCount, Language, RelativeChange};
use crate::verdict::{Comparison, Reason, Unit};

/// What the reasons are told from.
pub(super) struct Grounds<'a> {
    pub(super) occasions: &'a Occasions<'a>,
    pub(super) now: Raw,
    pub(super) current: Confirmed,
    pub(super) rhythm: &'a Rhythm,
    pub(super) trend: Option<&'a PurchaseTrend>,
    pub(super) policy: &'a LifecyclePolicy,
    pub(super) today: i64,
    pub(super) since: Date,
}

impl Grounds<'_> {
    /// The rule that gave the phase first, then what qualifies it.
    pub(super) fn reasons(&self) -> Vec<Reason> {
        let mut reasons = vec![self.phase()];
        reasons.extend(self.unconfirmed());
        reasons.extend(self.silent_newcomer());
        reasons.extend(self.overdue());
        reasons
    }

    /// The rule that gave the phase by the facts of the day.
    pub(super) fn phase(&self) -> Reason {
        let orders = self.now.orders;
        match self.now.cause {
            Cause::NoOrder => Reason::new("no_order", "there is no order from us yet"),
            Cause::FewOrders => {
                let reason = Reason::new("few_orders", format!("{orders} purchase occasion(s) make no rhythm yet"));
                self.cite_all(reason.comparing(self.against_minimum("purchase_occasions", orders)))
            }
            Cause::Silence => self.silence(),
            Cause::Returned => {
                let back = self.now.orders_since_return;
                let message = format!("back after a silence of the detached kind, with {back} order(s) since");
                self.cite_all(
                    Reason::new("returned", message).comparing(self.against_minimum("orders_since_return", back)),
                )
            }
            Cause::StillForming => {
                let message = "buys repeatedly, but not for long enough to compare with before";
                self.cite_all(Reason::new("still_forming", message).comparing(Comparison::new(
                    "purchase_occasions",
                    orders,
                    Unit::Count,
                )))
            }
            Cause::Trend => self.trend_reason(),
        }
    }

    fn silence(&self) -> Reason {
        let policy = self.policy;
        let (rule, factor, minimum) = match self.now.phase {
            LifecyclePhase::Detached => ("silence_detached", policy.detached_factor, policy.detached_minimum_days),
            _ => ("silence_high_risk", policy.high_risk_factor, policy.high_risk_minimum_days),
        };
        let silent = self.now.silence.unwrap_or(0);
        let usual = self.now.pace.map(|pace| DayCount::saturating(pace.median()));
        let message = match usual {
            Some(usual) => format!("no order for {silent} days; orders usually come every {usual} days"),
            None => format!("no order for {silent} days"),
        };
        let limit = |pace: Pace| DayCount::saturating(pace.times(factor, minimum));
        let mut compared = Comparison::new("days_since_last_order", silent, Unit::Days);
        if let Some(pace) = self.now.pace {
            compared = compared.against(limit(pace));
        }
        self.cite_last(Reason::new(rule, message).comparing(compared))
    }

    fn trend_reason(&self) -> Reason {
        let Some(trend) = self.trend else {
            return Reason::new("trend_steady", "orders and money are neither rising nor falling");
        };
        let (rule, message) = match (trend.by_orders, trend.by_money) {
            (TrendDirection::Up, TrendDirection::Down) => {
                ("trend_contradictory", "orders come more often, but bring less money")
            }
            (TrendDirection::Down, TrendDirection::Up) => {
                ("trend_contradictory", "orders come less often, but bring more money")
            }
            _ => match trend.direction {
                TrendDirection::Up => ("trend_up", "the account buys more than before"),
                TrendDirection::Down => ("trend_down", "the account buys less than before"),
                _ if self.is_large(trend) => {
                    ("trend_within_chance", "the difference from before is within this account's usual fluctuation")
                }
                _ => ("trend_steady", "the account buys neither more nor less than before"),
            },
        };
        let change = self.policy.trend_change;
        let relative = |name, change_of: Option<RelativeChange>| match change_of {
            Some(change_of) => Comparison::new(name, change_of, Unit::Ratio).against(change),
            None => Comparison::unknown(name, Unit::Ratio),
        };
        let reason = Reason::new(rule, message)
            .comparing(Comparison::new("orders_before", trend.before.orders, Unit::Count))
            .comparing(Comparison::new("orders_recent", trend.recent.orders, Unit::Count))
            .comparing(relative("orders_change", trend.orders_change))
            .comparing(relative("money_change", trend.money_change));
        let start = self.today.saturating_sub(self.now.trend.map_or(0, |trend| trend.window.saturating_mul(2)));
        cite(reason, self.occasions.purchases_between(start, self.today))
    }

    /// Whether a change would be large enough, were it not for chance.
    fn is_large(&self, trend: &PurchaseTrend) -> bool {
        let limit = self.policy.trend_change.value();
        [trend.orders_change, trend.money_change].into_iter().flatten().any(|change| change.value().abs() >= limit)
    }

    /// Today's facts say something that too few checks agree on yet.
    fn unconfirmed(&self) -> Option<Reason> {
        let (phase, raw) = (self.current.phase, self.now.phase);
        (phase != raw).then(|| {
            let message = format!(
                "still {} since {}: today's facts alone say {}, but not at enough checks in a row",
                phase.label(Language::En),
                self.since,
                raw.label(Language::En)
            );
            Reason::new("change_not_confirmed", message)
                .comparing(Comparison::new("raw_phase", raw, Unit::Word).against(phase))
                .comparing(Comparison::new("confirmations_needed", self.policy.confirmations, Unit::Count))
        })
    }

    fn silent_newcomer(&self) -> Option<Reason> {
        let silent = self.now.silence.filter(|_| self.now.cause == Cause::FewOrders)?;
        let limit = self.policy.newcomer_silence_days;
        (silent >= limit.into()).then(|| {
            let message = format!("silent for {silent} days: an acquisition that may have failed, not a lost customer");
            let compared = Comparison::new("days_since_last_order", silent, Unit::Days).against(limit);
            self.cite_last(Reason::new("silent_newcomer", message).comparing(compared))
        })
    }

    fn overdue(&self) -> Option<Reason> {
        let cadence = self.rhythm.cadence.as_ref().filter(|cadence| cadence.due == DueState::Overdue)?;
        let message = format!("an order was expected on {}", cadence.next_expected);
        let silent = self.rhythm.days_since_last.unwrap_or(0);
        let compared = Comparison::new("days_since_last_order", silent, Unit::Days).against(cadence.overdue_after_days);
        Some(self.cite_last(Reason::new("order_overdue", message).comparing(compared)))
    }

    fn against_minimum(&self, name: &'static str, orders: usize) -> Comparison {
        Comparison::new(name, orders, Unit::Count).against(self.policy.minimum_occasions)
    }

    fn cite_all(&self, reason: Reason) -> Reason {
        cite(reason, self.occasions.purchases_between(i64::MIN, self.today))
    }

    /// Cites what was ordered on the last occasion, and returns since.
    fn cite_last(&self, reason: Reason) -> Reason {
        let last = self.today.saturating_sub(self.now.silence.unwrap_or(0));
        cite(reason, self.occasions.purchases_between(last.saturating_sub(1), self.today))
    }
}

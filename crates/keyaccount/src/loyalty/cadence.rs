//! A finding from the cadence of our own orders, where no competitor's order is known.
//!
//! What the customer bought elsewhere cannot be seen, so the cadence stands in for the choices, and the confidence is
//! never high. In this order, the first that holds, over the latest orders:
//! 1. *changing*, away from us: the silence is so long that the account counts as detached;
//! 2. *scattered*: the spread of the intervals is more than `irregular_spread` of the median;
//! 3. *intermittent*: an interval, or the silence now, is a break: longer than `break_factor` × median;
//! 4. *continuous*: all others.

use rust_decimal::Decimal;

use super::occasions::{Occasions, cite, day_number};
use super::rhythm::{Pace, intervals, latest};
use super::verdict::{LoyaltyBasis, LoyaltyFinding, LoyaltyPattern, MoveDirection, RejectedPattern, SupplierMove};
use crate::facts::Supplier;
use crate::playbook::PlaybookDraft;
use crate::values::{Date, DayCount};
use crate::verdict::{Comparison, Confidence, Reason, Unit};

/// What the cadence shows.
struct Cadences {
    pace: Pace,
    orders: usize,
    silence: i64,
    breaks: usize,
    longest: i64,
    break_after: Decimal,
    detached_after: Decimal,
    irregular: bool,
}

impl Cadences {
    fn of(days: &[i64], today: i64, draft: &PlaybookDraft) -> Option<Self> {
        let (loyalty, lifecycle) = (&draft.loyalty, &draft.lifecycle);
        let pace = Pace::of(days, lifecycle)?;
        let break_after = pace.times(loyalty.break_factor, loyalty.break_minimum_days);
        let silence = days.last().map_or(0, |last| today.saturating_sub(*last));
        let gaps = || intervals(days).chain([silence]);
        Some(Self {
            pace,
            orders: days.len(),
            silence,
            breaks: gaps().filter(|gap| Decimal::from(*gap) > break_after).count(),
            longest: gaps().max().unwrap_or(0),
            break_after,
            detached_after: pace.times(lifecycle.detached_factor, lifecycle.detached_minimum_days),
            irregular: pace.is_irregular(loyalty.irregular_spread),
        })
    }

    fn pattern(&self) -> LoyaltyPattern {
        if Decimal::from(self.silence) >= self.detached_after {
            LoyaltyPattern::Changing
        } else if self.irregular {
            LoyaltyPattern::Scattered
        } else if self.breaks > 0 {
            LoyaltyPattern::Intermittent
        } else {
            LoyaltyPattern::Continuous
        }
    }

    fn reason(&self, pattern: LoyaltyPattern, draft: &PlaybookDraft) -> Reason {
        let (orders, median) = (self.orders, DayCount::saturating(self.pace.median()));
        match pattern {
            LoyaltyPattern::Changing => {
                let message =
                    format!("after {orders} orders, usually {median} days apart, none for {} days", self.silence);
                Reason::new("orders_stopped", message).comparing(self.silence())
            }
            LoyaltyPattern::Scattered => {
                let limit = self.pace.times(draft.loyalty.irregular_spread, 0);
                let spread = DayCount::saturating(self.pace.spread());
                let message = format!("the intervals between {orders} orders follow no rhythm");
                Reason::new("irregular_orders", message)
                    .comparing(Comparison::new("spread_days", spread, Unit::Days).against(DayCount::saturating(limit)))
            }
            LoyaltyPattern::Intermittent => {
                let message = format!("{orders} orders, usually {median} days apart, with {} long gap(s)", self.breaks);
                Reason::new("order_gaps", message).comparing(self.longest())
            }
            _ => {
                let message = format!("{orders} orders, usually {median} days apart, without a long gap");
                Reason::new("regular_orders", message).comparing(self.longest())
            }
        }
    }

    fn rejected(&self, pattern: LoyaltyPattern) -> RejectedPattern {
        let (pattern, reason) = match pattern {
            LoyaltyPattern::Changing => {
                let reason = Reason::new("gap_too_long", "the silence is too long for a break");
                (LoyaltyPattern::Intermittent, reason.comparing(self.silence()))
            }
            LoyaltyPattern::Scattered => {
                let reason = Reason::new("no_usual_interval", "without a usual interval no gap is a break");
                (LoyaltyPattern::Intermittent, reason.comparing(self.longest()))
            }
            LoyaltyPattern::Intermittent => {
                let reason = Reason::new("gap_too_long", "the longest gap is longer than usual");
                (LoyaltyPattern::Continuous, reason.comparing(self.longest()))
            }
            _ => {
                let reason = Reason::new("no_long_gap", "no gap is long enough for a break");
                (LoyaltyPattern::Intermittent, reason.comparing(self.longest()))
            }
        };
        RejectedPattern { pattern, reason }
    }

    fn silence(&self) -> Comparison {
        Comparison::new("days_since_last_order", self.silence, Unit::Days)
            .against(DayCount::saturating(self.detached_after))
    }

    fn longest(&self) -> Comparison {
        Comparison::new("longest_gap_days", self.longest, Unit::Days).against(DayCount::saturating(self.break_after))
    }
}

/// Judges our own orders.
pub(super) fn finding_from_cadence(occasions: &Occasions<'_>, draft: &PlaybookDraft, as_of: Date) -> LoyaltyFinding {
    let policy = &draft.loyalty;
    let today = day_number(as_of);
    let most = draft.lifecycle.rhythm_intervals.get().saturating_add(1).min(policy.window_choices.get());
    let days = latest(occasions.days_until(today), usize::try_from(most).unwrap_or(usize::MAX));
    let minimum = usize::try_from(policy.minimum_choices).unwrap_or(usize::MAX);
    let cadence = Cadences::of(days, today, draft).filter(|_| days.len() >= minimum);
    let pattern = cadence.as_ref().map_or(LoyaltyPattern::Undetermined, Cadences::pattern);
    let reason = match &cadence {
        Some(cadence) => cadence.reason(pattern, draft),
        None => Reason::new("too_few_choices", format!("{} order(s) are too few to tell a pattern", days.len()))
            .comparing(Comparison::new("choices", days.len(), Unit::Count).against(policy.minimum_choices)),
    };
    let before_first = days.first().map_or(today, |first| first.saturating_sub(1));
    let caveat = "no competitor's order is known among them: the pattern is told from the cadence of our own orders";
    let reasons =
        vec![cite(reason, occasions.purchases_between(before_first, today)), Reason::new("own_orders_only", caveat)];
    let has_many = days.len() >= minimum.saturating_mul(2) && pattern != LoyaltyPattern::Changing;
    LoyaltyFinding {
        pattern,
        basis: LoyaltyBasis::OwnOrdersOnly,
        confidence: if cadence.is_some() && has_many { Confidence::Medium } else { Confidence::Low },
        choices: days.len(),
        sequence: None,
        legend: Vec::new(),
        movement: cadence
            .as_ref()
            .filter(|_| pattern == LoyaltyPattern::Changing)
            .map(|cadence| movement(cadence, as_of)),
        rejected: cadence.as_ref().map(|cadence| cadence.rejected(pattern)),
        our_share_of_orders: None,
        share_of_wallet: None,
        reasons,
    }
}

/// Away from us, to where we cannot see, since the first order that did not come.
fn movement(cadence: &Cadences, as_of: Date) -> SupplierMove {
    let missing_for = cadence.silence.saturating_sub(cadence.pace.whole_median()).max(0);
    SupplierMove {
        direction: MoveDirection::AwayFromUs,
        from: Supplier::Us {},
        to: None,
        since: as_of.minus_days(u32::try_from(missing_for).unwrap_or(u32::MAX)),
    }
}

//! Judges the phase of an account's life.

use rust_decimal::Decimal;

use super::confirm::Confirmed;
use super::course::Course;
use super::raw::{Cause, Raw};
use super::tell::Grounds;
use super::trend::{Trend, Window};
use super::verdict::{LifecycleVerdict, PhaseCheck, PurchaseTrend, TrendWindow};
use crate::facts::{AccountBook, FactKind, FactReference};
use crate::funnel::replay_history;
use crate::loyalty::occasions::{Occasions, dated_until, day_number};
use crate::loyalty::rhythm::rhythm_of;
use crate::playbook::{LifecyclePolicy, Playbook};
use crate::values::{Date, ExactSum, RelativeChange};
use crate::verdict::{Confidence, Reason};

/// Checks shown, the one of the day itself among them.
const CHECKS: usize = 12;

/// Judges which phase of its life an account is in, from our orders up to `as_of`. Source: `[KRM]`, `[OCD]`, D11.
///
/// The phase is judged by the account's own rhythm, not by one number of days for all: silence is measured in its usual
/// intervals, growth and decline between two windows of them. So that one odd month does not flip the verdict, the
/// phase is also computed at the checks before, every `check_every_days` back to the first order, each from what was known
/// then, and a change counts only after `confirmations` checks in a row agree on it. Two changes are facts and count at
/// once: the first order, and an order that ends a silence. An account with fewer orders than make a rhythm is being
/// acquired, however long it has been silent; that it is silent is said as a reason.
///
/// # Examples
/// ```
/// use keyaccount::{Account, AccountBook, LifecyclePhase, Playbook, judge_lifecycle};
///
/// let account = AccountBook::new(Account::new("north-plant".parse()?, "North Plant Ltd".parse()?));
/// let verdict = judge_lifecycle(&account, &Playbook::six_stage(), "2026-05-01".parse()?);
/// assert_eq!(verdict.phase, LifecyclePhase::Prospect);
/// assert_eq!(verdict.reasons[0].rule, "no_order");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn judge_lifecycle(account: &AccountBook, playbook: &Playbook, as_of: Date) -> LifecycleVerdict {
    let policy = &playbook.draft().lifecycle;
    let known = dated_until(&account.purchases, as_of);
    let occasions = Occasions::of(&known);
    let today = day_number(as_of);
    let course = Course::of(&occasions, (as_of, today), policy, CHECKS);
    let now = Raw::on(&occasions, today, policy);
    let current = course.current();
    let since = course.date(course.began(&current, &occasions));
    let rhythm = rhythm_of(&occasions, policy, as_of);
    let trend = now.trend.map(|trend| shown(&trend, as_of));
    let grounds =
        Grounds { occasions: &occasions, now, current, rhythm: &rhythm, trend: trend.as_ref(), policy, today, since };
    let mut reasons = grounds.reasons();
    let won = if now.orders == 0 { won_opportunities(account, playbook, as_of) } else { Vec::new() };
    if !won.is_empty() {
        let message = format!("no purchase is recorded, although {} opportunities were won", won.len());
        reasons.insert(0, Reason::new("won_without_purchases", message).citing(won.clone()));
    }
    LifecycleVerdict {
        account: account.account.id.clone(),
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        phase: current.phase,
        raw_phase: now.phase,
        relationship: current.phase.relationship(),
        since,
        since_or_earlier: current.since == 0,
        confidence: if won.is_empty() { confidence(&now, &current, policy) } else { Confidence::Low },
        rhythm,
        trend,
        checks: (course.raw.len().saturating_sub(CHECKS)..course.raw.len())
            .zip(course.raw.iter().zip(&course.confirmed).rev().take(CHECKS).rev())
            .map(|(index, (raw_phase, confirmed))| PhaseCheck {
                on: course.date(course.day(index)),
                raw_phase: *raw_phase,
                phase: confirmed.phase,
            })
            .collect(),
        reasons,
    }
}

/// The opportunities that were signed, which speak against an account without any order.
fn won_opportunities(account: &AccountBook, playbook: &Playbook, as_of: Date) -> Vec<FactReference> {
    let won = account.opportunities.iter().filter(|opportunity| {
        let state = replay_history(opportunity, playbook, as_of).state;
        state.is_some_and(|state| state.booked_on.is_some())
    });
    won.map(|opportunity| FactReference::new(FactKind::Opportunity, &opportunity.opportunity.id)).collect()
}

/// Low where today's facts say otherwise, where the rules had little to compare, or where a newcomer is silent; high
/// where nothing is estimated, or from twice the minimum of orders on; else medium.
fn confidence(now: &Raw, current: &Confirmed, policy: &LifecyclePolicy) -> Confidence {
    let minimum = usize::try_from(policy.minimum_occasions.get()).unwrap_or(usize::MAX);
    let contradictory = now.trend.is_some_and(|trend| trend.is_contradictory());
    let silent = now.silence.is_some_and(|silence| silence >= policy.newcomer_silence_days.into());
    match now.cause {
        _ if now.phase != current.phase => Confidence::Low,
        Cause::StillForming => Confidence::Low,
        Cause::FewOrders if silent => Confidence::Low,
        Cause::NoOrder | Cause::FewOrders => Confidence::High,
        Cause::Trend if contradictory => Confidence::Low,
        Cause::Silence | Cause::Trend if now.orders >= minimum.saturating_mul(2) => Confidence::High,
        Cause::Silence | Cause::Trend | Cause::Returned => Confidence::Medium,
    }
}

/// The trend with dates and amounts.
pub(super) fn shown(trend: &Trend, as_of: Date) -> PurchaseTrend {
    let days = |days: i64| as_of.minus_days(u32::try_from(days).unwrap_or(u32::MAX));
    let window = |start: i64, window: &Window| TrendWindow {
        from: days(start.saturating_sub(1)),
        to: days(start.saturating_sub(trend.window)),
        orders: window.orders,
        money: window.money.known().filter(|_| window.money.currency.is_some()).and_then(amount),
    };
    let money = trend.before.money.comparable(&trend.recent.money);
    PurchaseTrend {
        before: window(trend.window.saturating_mul(2), &trend.before),
        recent: window(trend.window, &trend.recent),
        currency: money.and(trend.recent.money.currency.or(trend.before.money.currency)),
        orders_change: RelativeChange::between(trend.before.count(), trend.recent.count()),
        money_change: money.and_then(|(before, recent)| RelativeChange::between(before, recent)),
        by_orders: trend.by_orders,
        by_money: trend.by_money,
        direction: trend.direction(),
    }
}

/// Ten-thousandths as an amount.
fn amount(units: i128) -> Option<ExactSum> {
    let amount = Decimal::try_from_i128_with_scale(units, 4).ok()?;
    Some(ExactSum::product(&[amount.normalize()]))
}

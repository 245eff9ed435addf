//! The phases at all checks of an account's life.
//!
//! Checks lie `check_every_days` apart, counted back from the day of the verdict to before the first order. There the
//! account was a prospect whatever the policy, so that no check is taken for granted: what the course says of a past
//! check is what a verdict of that day said.

use super::confirm::{Confirmed, confirm};
use super::phase::LifecyclePhase;
use super::raw::Raw;
use crate::loyalty::occasions::Occasions;
use crate::playbook::LifecyclePolicy;
use crate::values::Date;

/// Every check, oldest first; the last one is of the day of the verdict.
pub(super) struct Course {
    as_of: Date,
    today: i64,
    every: i64,
    pub(super) raw: Vec<LifecyclePhase>,
    pub(super) confirmed: Vec<Confirmed>,
}

impl Course {
    /// The checks up to a day: back to before the first order, and at least so many.
    pub(super) fn of(
        occasions: &Occasions<'_>,
        (as_of, today): (Date, i64),
        policy: &LifecyclePolicy,
        at_least: usize,
    ) -> Self {
        let every = i64::from(policy.check_every_days.get());
        let life = occasions.days_until(today).first().map_or(0, |first| {
            let before_first = today.saturating_sub(*first).div_euclid(every).saturating_add(1);
            usize::try_from(before_first).unwrap_or(usize::MAX).saturating_add(1)
        });
        let mut course =
            Self { as_of, today, every, raw: Vec::with_capacity(life.max(at_least)), confirmed: Vec::new() };
        for back in (0..life.max(at_least)).rev() {
            course.raw.push(Raw::on(occasions, course.days_back(back), policy).phase);
        }
        course.confirmed = confirm(&course.raw, confirmations(policy));
        course
    }

    /// The day of the check that lies so many checks back.
    fn days_back(&self, checks: usize) -> i64 {
        let checks = i64::try_from(checks).unwrap_or(i64::MAX);
        self.today.saturating_sub(checks.saturating_mul(self.every))
    }

    /// The day of a check.
    pub(super) fn day(&self, index: usize) -> i64 {
        self.days_back(self.raw.len().saturating_sub(1).saturating_sub(index))
    }

    /// The date of a day.
    pub(super) fn date(&self, day: i64) -> Date {
        self.as_of.minus_days(u32::try_from(self.today.saturating_sub(day)).unwrap_or(u32::MAX))
    }

    /// The phase that counts now.
    pub(super) fn current(&self) -> Confirmed {
        let none = Confirmed { phase: LifecyclePhase::Prospect, since: 0, at: 0, at_once: false };
        self.confirmed.last().copied().unwrap_or(none)
    }

    /// The day on which a phase began: of the first check that made it count or, where an order did, of that order.
    pub(super) fn began(&self, confirmed: &Confirmed, occasions: &Occasions<'_>) -> i64 {
        let check = self.day(confirmed.since);
        if !confirmed.at_once {
            return check;
        }
        occasions.first_after(check.saturating_sub(self.every)).unwrap_or(check)
    }
}

fn confirmations(policy: &LifecyclePolicy) -> usize {
    usize::try_from(policy.confirmations.get()).unwrap_or(usize::MAX).max(1)
}

/// The phase that counts on a day: the last of a [`Course`], told from as few checks as decide it.
///
/// Once as many checks in a row agree as confirm a change, they say what counts, whatever came before.
pub(super) fn phase_on(occasions: &Occasions<'_>, day: i64, policy: &LifecyclePolicy) -> LifecyclePhase {
    let every = i64::from(policy.check_every_days.get());
    let confirmations = confirmations(policy);
    let (mut raw, mut at, mut agree) = (Vec::new(), day, 0_usize);
    loop {
        let phase = Raw::on(occasions, at, policy).phase;
        agree = if raw.last() == Some(&phase) { agree.saturating_add(1) } else { 1 };
        raw.push(phase);
        if agree >= confirmations || phase == LifecyclePhase::Prospect {
            break;
        }
        at = at.saturating_sub(every);
    }
    raw.reverse();
    confirm(&raw, confirmations).last().map_or(LifecyclePhase::Prospect, |confirmed| confirmed.phase)
}

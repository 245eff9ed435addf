//! The phases of an account's whole life.

use super::course::Course;
use super::judge::shown;
use super::phase::LifecyclePhase;
use super::raw::Raw;
use super::tell::Grounds;
use super::verdict::{LifecycleHistoryVerdict, PhaseDays, PhaseSpan};
use crate::facts::AccountBook;
use crate::loyalty::occasions::{Occasions, dated_until, day_number};
use crate::loyalty::rhythm::rhythm_of;
use crate::playbook::Playbook;
use crate::values::Date;
use crate::verdict::{Comparison, Reason, Unit};

/// Tells the phases that an account has gone through, from the first fact about it to `as_of`. Source: `[KRM]`, `[OCD]`,
/// D11.
///
/// It rests on the same checks as [`judge_lifecycle`](crate::judge_lifecycle), which takes its phase from them: the last
/// phase here is the one judged there. A phase begins with the first of the checks in a row that made it count, which
/// is known only once the last of them agrees: [`PhaseSpan::confirmed_on`] says when. A phase that an order makes begins
/// with the order, and the first order ends the time as a prospect, which begins with the first dated fact.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LifecyclePhase, Playbook, lifecycle_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "interactions": [{
///         "id": "visit-1", "account": "north-plant", "on": "2025-12-02", "channel": "visit", "direction": "two_way"
///     }],
///     "purchases": [
///         {"id": "o1", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "us"}},
///         {"id": "o2", "account": "north-plant", "on": "2026-01-31", "supplier": {"type": "us"}},
///         {"id": "o3", "account": "north-plant", "on": "2026-03-02", "supplier": {"type": "us"}}
///     ]
/// }"#)?;
/// let history = lifecycle_history(&book.accounts()[0], &Playbook::six_stage(), "2026-07-20".parse()?);
/// let spans: Vec<_> = history.spans.iter().map(|span| (span.from.to_string(), span.phase.as_str())).collect();
/// assert_eq!(spans[0], ("2025-12-02".into(), "prospect"));
/// assert_eq!(spans[1], ("2026-01-01".into(), "acquisition"));
/// assert_eq!(spans[3], ("2026-05-21".into(), "high_risk"));
/// assert_eq!(history.spans[3].confirmed_on.to_string(), "2026-06-20");
/// assert_eq!(history.phase, LifecyclePhase::HighRisk);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn lifecycle_history(account: &AccountBook, playbook: &Playbook, as_of: Date) -> LifecycleHistoryVerdict {
    let policy = &playbook.draft().lifecycle;
    let known = dated_until(&account.purchases, as_of);
    let occasions = Occasions::of(&known);
    let today = day_number(as_of);
    let course = Course::of(&occasions, (as_of, today), policy, 1);
    let first_fact = first_fact(account, playbook, as_of).map_or(today, day_number);
    let mut begun: Vec<(i64, usize)> = Vec::new();
    let mut last = None;
    for (index, confirmed) in course.confirmed.iter().enumerate() {
        if last != Some((confirmed.phase, confirmed.at)) {
            let from = if index == 0 { first_fact } else { course.began(confirmed, &occasions) };
            // What began before the first fact was not yet there to be seen.
            if begun.last().is_some_and(|(before, _)| *before >= from) {
                begun.pop();
            }
            begun.push((from, index));
        }
        last = Some((confirmed.phase, confirmed.at));
    }
    let ends = begun.iter().skip(1).map(|(next, _)| next.saturating_sub(1)).chain([today]);
    let mut spans: Vec<PhaseSpan> = Vec::with_capacity(begun.len());
    for ((from, index), to) in begun.iter().zip(ends) {
        let Some(confirmed) = course.confirmed.get(*index) else { continue };
        // The check that says the phase itself: others in the run may say more of the same. Where none does, an order
        // made the phase, and silence after it is not confirmed: its own day says it.
        let run = confirmed.since..=confirmed.at;
        let tells = run.rev().find(|check| course.raw.get(*check) == Some(&confirmed.phase));
        let day = tells.map_or(*from, |check| course.day(check));
        let on = course.date(day);
        let now = Raw::on(&occasions, day, policy);
        let rhythm = rhythm_of(&occasions, policy, on);
        let trend = now.trend.map(|trend| shown(&trend, on));
        let grounds = Grounds {
            occasions: &occasions,
            now,
            current: *confirmed,
            rhythm: &rhythm,
            trend: trend.as_ref(),
            policy,
            today: day,
            since: course.date(*from),
        };
        spans.push(PhaseSpan {
            from: course.date(*from),
            to: course.date(to),
            days: to.saturating_sub(*from).saturating_add(1),
            phase: confirmed.phase,
            relationship: confirmed.phase.relationship(),
            in_high_risk_band: confirmed.phase == LifecyclePhase::HighRisk,
            raw_phase: course.raw.get(confirmed.since).copied().unwrap_or(confirmed.phase),
            confirmed_on: course.date(course.day(confirmed.at).max(*from)),
            at_once: confirmed.at_once,
            reason: grounds.phase(),
        });
    }
    let totals: Vec<PhaseDays> = LifecyclePhase::ALL.iter().map(|phase| total(*phase, &spans)).collect();
    LifecycleHistoryVerdict {
        account: account.account.id.clone(),
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        phase: course.current().phase,
        relationship: course.current().phase.relationship(),
        first_order: occasions.first_after(i64::MIN).map(|day| course.date(day)),
        check_every_days: policy.check_every_days.get(),
        checks: course.raw.len(),
        reasons: vec![summary(&spans, &totals)],
        totals,
        spans,
    }
}

fn total(phase: LifecyclePhase, spans: &[PhaseSpan]) -> PhaseDays {
    let of_phase = || spans.iter().filter(|span| span.phase == phase);
    PhaseDays {
        phase,
        spans: of_phase().count(),
        days: of_phase().fold(0, |days: i64, span| days.saturating_add(span.days)),
    }
}

/// What the history comes to.
fn summary(spans: &[PhaseSpan], totals: &[PhaseDays]) -> Reason {
    let days = totals.iter().fold(0, |days: i64, total| days.saturating_add(total.days));
    let at_risk = totals.iter().find(|total| total.phase == LifecyclePhase::HighRisk);
    let (risky_days, risky_spans) = at_risk.map_or((0, 0), |total| (total.days, total.spans));
    let message = format!("{} phase(s) in {days} day(s); {risky_spans} time(s) at high risk", spans.len());
    Reason::new("phases", message)
        .comparing(Comparison::new("phases", spans.len(), Unit::Count))
        .comparing(Comparison::new("days", days, Unit::Days))
        .comparing(Comparison::new("days_at_high_risk", risky_days, Unit::Days))
}

/// The day of the first dated fact about an account, up to a day: a contact, a proposal, a deal, a purchase, an answer.
fn first_fact(account: &AccountBook, playbook: &Playbook, as_of: Date) -> Option<Date> {
    let zone = playbook.draft().calendar.time_zone;
    let events = account.opportunities.iter().flat_map(|deal| &deal.events).map(|event| event.fact.at.date_in(zone));
    let dated = account.interactions.iter().map(|fact| fact.on);
    dated
        .chain(account.proposals.iter().map(|fact| fact.on))
        .chain(account.purchases.iter().map(|fact| fact.on))
        .chain(account.surveys.iter().map(|fact| fact.on))
        .chain(account.complaints.iter().map(|fact| fact.on))
        .chain(events)
        .filter(|on| *on <= as_of)
        .min()
}

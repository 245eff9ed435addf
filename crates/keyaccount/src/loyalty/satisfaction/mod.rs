//! Satisfaction: how answers to surveys are spread, and whether they rise or fall. Source: `[OCD]`, D10, D17.

mod verdict;

pub use verdict::{SatisfactionDistribution, SatisfactionVerdict};

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::facts::{AccountBook, FactKind, FactReference, SurveyResponse};
use crate::lifecycle::TrendDirection;
use crate::playbook::{Playbook, SatisfactionPolicy};
use crate::values::{Date, Score, Share, StakeholderId};
use crate::verdict::{Comparison, Reason, Unit};

/// Tells how satisfied an account's people say they are, up to a day.
pub(super) fn satisfaction_of(account: &AccountBook, playbook: &Playbook, as_of: Date) -> SatisfactionVerdict {
    let policy = &playbook.draft().satisfaction;
    let mut known: Vec<&SurveyResponse> = account.surveys.iter().filter(|answer| answer.on <= as_of).collect();
    known.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    let window = i64::from(policy.window_days.get());
    let age = |answer: &SurveyResponse| as_of.days_since(answer.on);
    let within = |from: i64, to: i64| -> Vec<&SurveyResponse> {
        known.iter().copied().filter(|answer| (from..to).contains(&age(answer))).collect()
    };
    let (recent, before) = (within(0, window), within(window, window.saturating_mul(2)));
    let mut latest: BTreeMap<&StakeholderId, &SurveyResponse> = BTreeMap::new();
    for answer in &recent {
        if let Some(person) = &answer.stakeholder {
            latest.insert(person, answer);
        }
    }
    let latest_answers: Vec<&SurveyResponse> = latest.values().copied().collect();
    let days = |back: i64| as_of.minus_days(u32::try_from(back).unwrap_or(u32::MAX));
    let recent_days = (days(window.saturating_sub(1)), as_of);
    let before_days = (days(window.saturating_mul(2).saturating_sub(1)), days(window));
    let shown = |answers: &[&SurveyResponse], days| SatisfactionDistribution::of(answers, days, policy);
    let (now, earlier) = (shown(&recent, recent_days), shown(&before, before_days));
    let comparison = compare(&recent, &before, policy);
    let mut reasons = vec![told(now.as_ref(), &known, &recent)];
    reasons.extend(comparison.as_ref().map(|found| found.reason(policy, before.len(), recent.len())));
    let anonymous = recent.iter().filter(|answer| answer.stakeholder.is_none()).count();
    if anonymous > 0 {
        let message = format!("{anonymous} answer(s) are anonymous: they are nobody's latest answer");
        let count = Comparison::new("anonymous_answers", anonymous, Unit::Count).against(recent.len());
        reasons.push(Reason::new("anonymous_answers", message).comparing(count));
    }
    SatisfactionVerdict {
        answers: known.len(),
        latest_on: known.last().map(|answer| answer.on),
        recent: now,
        latest: shown(&latest_answers, recent_days),
        before: earlier,
        respondents: latest.len(),
        anonymous,
        older: known.len().saturating_sub(recent.len()).saturating_sub(before.len()),
        trend: comparison.as_ref().map_or(TrendDirection::Unknown, |found| found.direction),
        later_is_higher: comparison.and_then(|found| found.later_is_higher),
        reasons,
    }
}

fn told(now: Option<&SatisfactionDistribution>, known: &[&SurveyResponse], recent: &[&SurveyResponse]) -> Reason {
    let Some(now) = now else {
        let message = match known.last() {
            None => "nobody of the account has answered a survey: whether they are satisfied is unknown".to_owned(),
            Some(last) => format!("the latest answer to a survey is of {}, too long ago to tell", last.on),
        };
        return Reason::new("no_survey", message).comparing(Comparison::unknown("median_score", Unit::Count));
    };
    let message = format!(
        "of {} answer(s), {} dissatisfied, {} neutral, {} satisfied; the median is {}",
        now.answers, now.dissatisfied, now.neutral, now.satisfied, now.median
    );
    Reason::new("satisfaction", message)
        .comparing(Comparison::new("share_dissatisfied", now.share_dissatisfied, Unit::Share))
        .comparing(Comparison::new("share_satisfied", now.share_satisfied, Unit::Share))
        .comparing(Comparison::new("median_score", now.median, Unit::Count))
        .citing(recent.iter().map(|answer| FactReference::new(FactKind::Survey, &answer.id)))
}

impl SatisfactionDistribution {
    fn of(answers: &[&SurveyResponse], (from, to): (Date, Date), policy: &SatisfactionPolicy) -> Option<Self> {
        let mut scores: Vec<Decimal> = answers.iter().map(|answer| answer.score.value()).collect();
        scores.sort_unstable();
        let median = middle(&scores)?;
        let mut distances: Vec<Decimal> = scores.iter().map(|score| score.saturating_sub(median).abs()).collect();
        distances.sort_unstable();
        let count = |is: &dyn Fn(Score) -> bool| answers.iter().filter(|answer| is(answer.score)).count();
        let dissatisfied = count(&|score| score < policy.dissatisfied_below);
        // Where both limits meet, a score has one band all the same.
        let satisfied = count(&|score| score >= policy.satisfied_from && score >= policy.dissatisfied_below);
        let neutral = answers.len().saturating_sub(dissatisfied).saturating_sub(satisfied);
        let share = |part: usize| {
            let (part, whole) = (i128::try_from(part).ok()?, i128::try_from(answers.len()).ok()?);
            Share::of(part, whole)
        };
        Some(Self {
            from,
            to,
            answers: answers.len(),
            dissatisfied,
            neutral,
            satisfied,
            share_dissatisfied: share(dissatisfied)?,
            share_neutral: share(neutral)?,
            share_satisfied: share(satisfied)?,
            median: Score::try_new(median.round_dp(2)).ok()?,
            spread: Score::try_new(middle(&distances)?.round_dp(2)).ok()?,
            lowest: answers.iter().map(|answer| answer.score).min()?,
            highest: answers.iter().map(|answer| answer.score).max()?,
        })
    }
}

/// The median of ascending numbers.
fn middle(numbers: &[Decimal]) -> Option<Decimal> {
    let half = numbers.len().div_euclid(2);
    let upper = *numbers.get(half)?;
    let lower = if numbers.len().is_multiple_of(2) { *numbers.get(half.checked_sub(1)?)? } else { upper };
    lower.checked_add(upper)?.checked_div(Decimal::TWO)
}

/// Two windows of answers, side by side.
struct Compared {
    direction: TrendDirection,
    change: Decimal,
    later_is_higher: Option<Share>,
}

impl Compared {
    fn reason(&self, policy: &SatisfactionPolicy, before: usize, recent: usize) -> Reason {
        let message = match self.direction {
            TrendDirection::Unknown => "too few answers to compare with before",
            TrendDirection::Up => "satisfaction rises",
            TrendDirection::Down => "satisfaction falls",
            TrendDirection::Steady => "satisfaction neither rises nor falls",
        };
        let reason = Reason::new("satisfaction_trend", message)
            .comparing(Comparison::new("answers_before", before, Unit::Count).against(policy.trend_minimum_answers))
            .comparing(Comparison::new("answers_recent", recent, Unit::Count).against(policy.trend_minimum_answers))
            .comparing(
                Comparison::new("median_change", self.change.normalize(), Unit::Count).against(policy.trend_change),
            );
        match self.later_is_higher {
            Some(share) => reason.comparing(Comparison::new("later_is_higher", share, Unit::Share).against("0.5")),
            None => reason,
        }
    }
}

/// Compares the medians, and every later answer with every earlier one; none where one window is empty.
fn compare(recent: &[&SurveyResponse], before: &[&SurveyResponse], policy: &SatisfactionPolicy) -> Option<Compared> {
    let sorted = |answers: &[&SurveyResponse]| -> Vec<Decimal> {
        let mut scores: Vec<Decimal> = answers.iter().map(|answer| answer.score.value()).collect();
        scores.sort_unstable();
        scores
    };
    let (now, earlier) = (sorted(recent), sorted(before));
    let change = middle(&now)?.checked_sub(middle(&earlier)?)?;
    // Twice the pairs in which the later is higher; equals count for both.
    let twice = now.iter().fold(0_usize, |sum, score| {
        let below = earlier.partition_point(|other| other < score);
        let up_to = earlier.partition_point(|other| other <= score);
        sum.saturating_add(below).saturating_add(up_to)
    });
    let pairs = now.len().saturating_mul(earlier.len()).saturating_mul(2);
    let later_is_higher = i128::try_from(twice).ok().zip(i128::try_from(pairs).ok());
    let later_is_higher = later_is_higher.and_then(|(twice, pairs)| Share::of(twice, pairs));
    let minimum = usize::try_from(policy.trend_minimum_answers).unwrap_or(usize::MAX);
    let enough = now.len() >= minimum && earlier.len() >= minimum;
    let is_large = change.abs() >= policy.trend_change.value() && !change.is_zero();
    let direction = match enough {
        false => TrendDirection::Unknown,
        true if is_large && change.is_sign_positive() && twice.saturating_mul(2) > pairs => TrendDirection::Up,
        true if is_large && change.is_sign_negative() && twice.saturating_mul(2) < pairs => TrendDirection::Down,
        true => TrendDirection::Steady,
    };
    Some(Compared { direction, change, later_is_higher })
}

#[cfg(test)]
#[expect(clippy::arithmetic_side_effects, reason = "tests count answers; an overflow fails the test")]
mod tests;

//! When an open opportunity is won: its chance by a day, from its stage, its age in that stage, and the histories.
//!
//! How long visits to each stage last and where they lead to is learned from all histories and chained (`kernel.rs`).
//! Of an open opportunity the age is known, so what left its stage earlier is left out. Days are calendar days, rests
//! are among them. What follows after a stage is taken to depend on the stage alone: not on the way there, nor on what
//! the opportunity is. What lasts longer than anything was seen to stays open.

mod kernel;
mod verdict;

use self::kernel::{Chain, Visits};
pub use self::verdict::{DealTiming, TimingBasis, TimingVerdict, WinChance};
use super::learned::{LearnedRates, LearningOptions, learn_win_rates};
use crate::funnel::{Course, HistoryVerdict, OpportunityState, open_stages};
use crate::playbook::{Pipeline, Playbook};
use crate::values::decimal::to_f64;
use crate::values::{Date, Estimate};
use crate::verdict::{Comparison, Reason, Unit};

/// The longest time ahead that chances change over: ten years. Later days have the chances of the last one.
pub(super) const LONGEST_AHEAD: u32 = 3653;

/// How timing is to be learned.
///
/// # Examples
/// ```
/// use keyaccount::TimingOptions;
///
/// let bold = TimingOptions { floor: 5, ..TimingOptions::default() };
/// assert_eq!(bold.learning.floor, 20);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimingOptions {
    /// How many visits to a stage must have lasted beyond an opportunity's age in it; 20 by default. With fewer its
    /// chances rest on its close date. At least one is always needed.
    pub floor: u32,
    /// How the win rate is learned that is used there, and how strongly the chance that a timing gives is drawn to it.
    pub learning: LearningOptions,
}

impl Default for TimingOptions {
    fn default() -> Self {
        Self { floor: 20, learning: LearningOptions::default() }
    }
}

/// The chances of each open opportunity to be won by the end of each day of `by`.
///
/// Where too few visits to its stage lasted as long as its own, they rest on its close date: the learned win rate if the
/// close date lies between `as_of` and that day, else zero; a close date that has passed says nothing of a time to come.
/// Elsewhere the chance to be won at all is drawn to the stage's learned win rate, as strongly as `prior_strength` over the
/// number of visits that lasted as long, so that twenty wins make nothing certain; the time it takes stays as it was seen.
/// The order of the histories matters for the order of the answer alone.
///
/// # Examples
/// Of four that entered `interest`, one was lost after 10 days, two won after 20 and 40; the open one has been there for
/// 15. Two stayed longer: one was won 5 days from there, one 25.
/// ```
/// use keyaccount::{Book, LearningOptions, Playbook, TimingBasis, TimingOptions, replay_history, win_timing};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [
///         {"id": "a", "account": "north-plant"}, {"id": "b", "account": "north-plant"},
///         {"id": "c", "account": "north-plant"}, {"id": "d", "account": "north-plant"}
///     ],
///     "opportunity_events": [
///         {"opportunity": "a", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "a", "at": "2026-01-11", "change": {"type": "lost", "reason": "price"}},
///         {"opportunity": "b", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "b", "at": "2026-01-21", "change": {"type": "won"}},
///         {"opportunity": "c", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "c", "at": "2026-02-10", "change": {"type": "won"}},
///         {"opportunity": "d", "at": "2026-06-15", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-06-30".parse()?);
/// let opportunities = &book.accounts()[0].opportunities;
/// let histories: Vec<_> = opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let by = ["2026-07-04".parse()?, "2026-07-05".parse()?, "2026-07-25".parse()?];
/// let learning = LearningOptions { prior_strength: "0".parse()?, ..LearningOptions::default() };
/// let options = TimingOptions { floor: 2, learning };
/// let timing = win_timing(&histories, &playbook, as_of, &by, &options);
/// let deal = &timing.deals[0];
/// assert_eq!((deal.basis, deal.visits, deal.lasted_longer), (TimingBasis::Timing, 4, 2));
/// let won: Vec<_> = deal.chances.iter().map(|chance| chance.won.unwrap().to_string()).collect();
/// assert_eq!(won, ["0", "0.5", "1"]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn win_timing(
    histories: &[HistoryVerdict],
    playbook: &Playbook,
    as_of: Date,
    by: &[Date],
    options: &TimingOptions,
) -> TimingVerdict {
    let known: Vec<&HistoryVerdict> = histories.iter().filter(|history| history.as_of <= as_of).collect();
    let rates = learn_win_rates(histories, playbook, as_of, &options.learning);
    let horizon = by.iter().map(|day| days_ahead(as_of, *day)).max().unwrap_or(0);
    let chains = playbook.draft().pipelines.iter().map(|pipeline| {
        let mut visits = Visits::new(open_stages(pipeline).count());
        for history in &known {
            if let Some(course) = Course::of(history, pipeline, open_stages(pipeline).count(), playbook) {
                visits.count(&course);
            }
        }
        (pipeline, Chain::of(&visits, horizon))
    });
    let ahead = Ahead { chains: chains.collect(), rates, as_of, by, options };
    let (mut deals, mut in_unknown_stage) = (Vec::new(), 0_usize);
    for history in &known {
        let Some(state) = history.state.as_ref().filter(|state| state.status.is_open()) else { continue };
        match ahead.of(history, state) {
            Some(deal) => deals.push(deal),
            None => in_unknown_stage = in_unknown_stage.saturating_add(1),
        }
    }
    let timed = deals.iter().filter(|deal| deal.basis == TimingBasis::Timing).count();
    let message = format!("{timed} of {} open opportunities have a timing learned from history", deals.len());
    let from_later_days = histories.len().saturating_sub(known.len());
    let reasons = vec![
        Reason::new("timing_learned", message)
            .comparing(Comparison::new("by_timing", timed, Unit::Count))
            .comparing(Comparison::new("by_close_date", deals.len().saturating_sub(timed), Unit::Count))
            .comparing(Comparison::new("histories", known.len(), Unit::Count))
            .comparing(Comparison::new("from_later_days", from_later_days, Unit::Count)),
    ];
    TimingVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        floor: options.floor,
        deals,
        histories: known.len(),
        in_unknown_stage,
        from_later_days,
        reasons,
    }
}

/// A day that has passed is today.
fn days_ahead(as_of: Date, by: Date) -> u32 {
    u32::try_from(by.days_since(as_of).max(0)).unwrap_or(LONGEST_AHEAD).min(LONGEST_AHEAD)
}

/// What is known of the time to come.
struct Ahead<'a> {
    chains: Vec<(&'a Pipeline, Chain)>,
    rates: LearnedRates,
    as_of: Date,
    by: &'a [Date],
    options: &'a TimingOptions,
}

impl Ahead<'_> {
    /// `None` where the stage is unknown.
    fn of(&self, history: &HistoryVerdict, state: &OpportunityState) -> Option<DealTiming> {
        let (pipeline, stage) = (history.pipeline.as_ref()?, state.stage.as_ref()?);
        let (of, chain) = self.chains.iter().find(|(of, _)| of.id == *pipeline)?;
        let position = of.position(stage)?;
        let segment = self.options.learning.segments.get(&history.opportunity);
        let won_ever = self.rates.rate(pipeline, stage, segment)?.rate;
        let age = u32::try_from(self.as_of.days_since(state.entered_stage_on)).unwrap_or(0);
        let (visits, lasted_longer) = chain.seen(position, age);
        let is_timed = lasted_longer >= u64::from(self.options.floor.max(1));
        let timed = |by: &Date| {
            let chances = chain.ahead(position, age, days_ahead(self.as_of, *by)).filter(|_| is_timed)?;
            let ever = chain.ever(position, age)?;
            let prior = to_f64(self.options.learning.prior_strength.value());
            let shrunk = Shrunk::of(ever, lasted_longer as f64, to_f64(won_ever.value()), prior);
            Some(WinChance::timed(*by, chances.won * shrunk.won, chances.lost * shrunk.not_won))
        };
        let learned: Option<Vec<WinChance>> = self.by.iter().map(timed).collect();
        let basis = if is_timed && learned.is_some() { TimingBasis::Timing } else { TimingBasis::CloseDate };
        let from_close_date = || self.by.iter().map(|by| self.by_close_date(*by, state.close_date, won_ever)).collect();
        Some(DealTiming {
            opportunity: history.opportunity.clone(),
            account: history.account.clone(),
            pipeline: pipeline.clone(),
            stage: stage.clone(),
            days_in_stage: age,
            close_date: state.close_date,
            basis,
            visits,
            lasted_longer,
            won_ever,
            chances: learned.filter(|_| is_timed).unwrap_or_else(from_close_date),
            reasons: self.reasons(state, basis, age, (visits, lasted_longer)),
        })
    }

    fn by_close_date(&self, by: Date, close_date: Option<Date>, won_ever: Estimate) -> WinChance {
        let falls_within = |close_date: Date| self.as_of <= close_date && close_date <= by;
        let won = close_date.map(|day| if falls_within(day) { won_ever } else { Estimate::rounded(0.0) });
        WinChance { by, won, lost: None, open: None }
    }

    fn reasons(
        &self,
        state: &OpportunityState,
        basis: TimingBasis,
        age: u32,
        (visits, lasted_longer): (u64, u64),
    ) -> Vec<Reason> {
        let seen = format!("{lasted_longer} of {visits} visits to its stage lasted beyond {age} days");
        let compared = Comparison::new("lasted_longer", lasted_longer, Unit::Count).against(self.options.floor.max(1));
        if basis == TimingBasis::Timing {
            return vec![Reason::new("timing_from_history", seen).comparing(compared)];
        }
        let close_date = state.close_date.map_or_else(
            || Comparison::unknown("close_date", Unit::Date),
            |day| Comparison::new("close_date", day, Unit::Date).against(self.as_of),
        );
        let told = match state.close_date {
            None => "and its close date is unknown",
            Some(day) if day < self.as_of => "and its close date has passed",
            Some(_) => "so its close date tells when",
        };
        vec![Reason::new("timing_from_close_date", format!("{seen}, {told}")).comparing(compared).comparing(close_date)]
    }
}

/// By how much the chances of a timing are drawn to the learned win rate of the stage.
///
/// Some twenty visits that all were won do not make the next one certain. What the timing says of the chance ever counts
/// for as many opportunities as lasted longer than this one, the stage's rate for the strength of the prior; when it comes
/// is left as the timing has it.
struct Shrunk {
    won: f64,
    not_won: f64,
}

impl Shrunk {
    fn of(ever: f64, lasted_longer: f64, rate: f64, prior: f64) -> Self {
        let drawn = (lasted_longer * ever + prior * rate) / (lasted_longer + prior);
        let ratio = |to: f64, from: f64| if from > 0.0 { to / from } else { 1.0 };
        Self { won: ratio(drawn, ever), not_won: ratio(1.0 - drawn, 1.0 - ever) }
    }
}

impl WinChance {
    /// What is left is taken from the digits published, so that the three add up.
    fn timed(by: Date, won: f64, lost: f64) -> Self {
        let won = Estimate::rounded(won);
        let not_won = won.rest_of(Estimate::rounded(1.0));
        let lost = Estimate::rounded(lost).min(not_won);
        let open = lost.rest_of(not_won);
        Self { by, won: Some(won), lost: Some(lost), open: Some(open) }
    }
}

#[cfg(test)]
mod tests;

//! What history says of the open opportunities: learned once, then put to use.

use std::collections::{BTreeMap, BTreeSet};

use super::caps::CappedDeals;
use super::options::{BookingOptions, ForecastBasis};
use crate::forecast::learned::{LearnedRates, WinRateBasis, learn_win_rates};
use crate::forecast::price::credits;
use crate::forecast::team::credit_of;
use crate::forecast::timing::{DealTiming, LONGEST_AHEAD, TimingBasis, TimingOptions, win_timing};
use crate::funnel::{HistoryVerdict, OpportunityState, ProbabilitySource};
use crate::playbook::Playbook;
use crate::values::{Date, Estimate, MemberId, OpportunityId, Period, Share};

/// What the histories of a day say of when and whether open opportunities are won: enough for the chances of some
/// periods by one basis.
///
/// Learned once, it can be put to histories that differ from those it was learned from: a question of what if must not
/// change what history taught.
///
/// # Examples
/// ```
/// use keyaccount::{BookingOptions, CappedDeals, LearnedChances, Period, Playbook};
///
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-02-01".parse()?);
/// let quarter = Period { first: "2026-01-01".parse()?, last: "2026-03-31".parse()? };
/// let options = BookingOptions::default();
/// let learned = LearnedChances::learn(&[], &playbook, as_of, &[quarter], &options, &CappedDeals::none());
/// assert!(learned.chances(&[], &playbook, &CappedDeals::none()).deals.is_empty());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug)]
pub struct LearnedChances {
    pub(super) as_of: Date,
    pub(super) basis: ForecastBasis,
    pub(super) periods: Vec<Period>,
    rates: Option<LearnedRates>,
    timings: BTreeMap<OpportunityId, DealTiming>,
    /// The days that the timings have chances by, in order.
    by: Vec<Date>,
    options: BookingOptions,
    /// Whose opportunities count; everybody's where none is set.
    team: Option<BTreeSet<MemberId>>,
}

/// The chances of an opportunity by its timing: within each period, and ever.
pub(super) struct Timed {
    pub(super) within: Vec<Estimate>,
    /// Within the longest time ahead; none where nothing hangs on it.
    pub(super) ever: Option<Estimate>,
}

impl LearnedChances {
    /// Learns what a basis needs from histories up to a day; the playbook's own stages need nothing.
    #[must_use]
    pub fn learn(
        histories: &[HistoryVerdict],
        playbook: &Playbook,
        as_of: Date,
        periods: &[Period],
        options: &BookingOptions,
        caps: &CappedDeals,
    ) -> Self {
        let mut learned = Self {
            as_of,
            basis: options.basis,
            periods: periods.to_vec(),
            rates: None,
            timings: BTreeMap::new(),
            by: Vec::new(),
            options: options.clone(),
            team: options.member.clone().map(|member| BTreeSet::from([member])),
        };
        if options.basis == ForecastBasis::StageDefault {
            return learned;
        }
        learned.rates = Some(learn_win_rates(histories, playbook, as_of, &options.learning));
        if options.basis == ForecastBasis::Timing {
            learned.by = periods.iter().flat_map(|period| [period.first.minus_days(1), period.last]).collect();
            // The chance ever is what a probability set by hand, or a cap, speaks of.
            if !caps.is_empty() || histories.iter().any(is_manual) {
                learned.by.push(as_of.plus_days(LONGEST_AHEAD));
            }
            learned.by.sort_unstable();
            learned.by.dedup();
            let timing = TimingOptions { floor: options.timing_floor, learning: options.learning.clone() };
            let timing = win_timing(histories, playbook, as_of, &learned.by, &timing);
            learned.timings = timing.deals.into_iter().map(|deal| (deal.opportunity.clone(), deal)).collect();
        }
        learned
    }

    /// The same for the opportunities of a whole team, such as a member and everybody below (see
    /// [`Book::team_on`](crate::Book::team_on)); without this, the member of the options stands alone. An opportunity is
    /// theirs at the part that they get credit for together.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, BookingOptions, CappedDeals, LearnedChances, Playbook};
    ///
    /// let book = Book::from_json(r#"{"reporting_lines": [{"member": "ann", "manager": "eve"}]}"#)?;
    /// let (playbook, as_of, eve) = (Playbook::six_stage(), "2026-02-01".parse()?, "eve".parse()?);
    /// let (options, caps) = (BookingOptions::default(), CappedDeals::none());
    /// let learned = LearnedChances::learn(&[], &playbook, as_of, &[], &options, &caps);
    /// let of_team = learned.of_team(book.team_on(&eve, as_of));
    /// assert!(of_team.chances(&[], &playbook, &caps).deals.is_empty());
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn of_team(mut self, team: BTreeSet<MemberId>) -> Self {
        self.team = Some(team);
        self
    }

    /// The part of an opportunity that those asked about get credit for, all of it where nobody was asked about; none
    /// where it is others'.
    pub(in crate::forecast) fn credit(&self, state: &OpportunityState) -> Option<Share> {
        let Some(team) = &self.team else { return Some(Share::WHOLE) };
        credit_of(&credits(state), |member| team.contains(member))
    }

    /// The learned chance to be won at all from the stage it is in, and where it comes from; the playbook's own where
    /// nothing was decided yet. `None` where the stage is unknown, or nothing was learned.
    pub(super) fn rate(&self, history: &HistoryVerdict) -> Option<(Estimate, ProbabilitySource)> {
        let (pipeline, stage) = (history.pipeline.as_ref()?, history.state.as_ref()?.stage.as_ref()?);
        let rates = self.rates.as_ref()?;
        let segment = self.options.learning.segments.get(&history.opportunity);
        let found = rates.rate(pipeline, stage, segment)?;
        // A segment in which nothing was decided has its stage's rate.
        let is_learned = [segment, None].into_iter().filter_map(|segment| rates.rate(pipeline, stage, segment));
        let is_learned = is_learned.into_iter().any(|rate| rate.basis == WinRateBasis::Learned);
        let source = if is_learned { ProbabilitySource::Learned } else { ProbabilitySource::StageDefault };
        Some((found.rate, source))
    }

    /// Of the open stages whose rates were learned, how many have too few decisions behind them, and how many there are.
    pub(super) fn insufficient_stages(&self) -> (usize, usize) {
        let stages = || self.rates.iter().flat_map(|rates| &rates.pipelines).flat_map(|rates| &rates.stages);
        (stages().filter(|stage| stage.rate.insufficient_history).count(), stages().count())
    }

    /// Its chances by timing; `None` where too few stayed in its stage for as long as it has.
    pub(super) fn timed(&self, history: &HistoryVerdict) -> Option<Timed> {
        let timing = self.timings.get(&history.opportunity).filter(|deal| deal.basis == TimingBasis::Timing)?;
        let won = |by: Date| timing.chances.get(self.by.binary_search(&by).ok()?)?.won;
        let within = |period: &Period| Some(won(period.first.minus_days(1))?.rest_of(won(period.last)?));
        Some(Timed {
            within: self.periods.iter().map(within).collect::<Option<_>>()?,
            ever: won(self.as_of.plus_days(LONGEST_AHEAD)),
        })
    }
}

fn is_manual(history: &HistoryVerdict) -> bool {
    let probability = history.state.as_ref().filter(|state| state.status.is_open()).and_then(|state| state.probability);
    probability.is_some_and(|probability| probability.source == ProbabilitySource::Manual)
}

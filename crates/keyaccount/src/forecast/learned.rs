//! Win rates learned from history, by open stage: shrunk to the playbook's, with intervals and the counts behind them.
//!
//! What a stage's opportunities tell is brought to a number of won and lost ones (`evidence.rs`). The playbook's rate
//! enters as a beta prior that is worth `prior_strength` decided opportunities, so what is known afterwards is a beta
//! distribution again (`beta.rs`). A segment's prior is the stage's rate, with a strength that the segments' own spread
//! tells (`pooling.rs`).

pub(crate) mod beta;
mod evidence;
mod pooling;
mod segments;
mod verdict;

use std::collections::{BTreeMap, BTreeSet};

use self::beta::BetaDistribution;
use self::evidence::Evidence;
use self::pooling::pooling;
pub use self::segments::Segmentation;
pub use self::verdict::{
    CredibleInterval, CredibleIntervals, DecisionCounts, LearnedRate, LearnedRates, PipelineRates, SegmentPooling,
    SegmentRate, StageRate, WinRateBasis,
};
use crate::funnel::{HistoryVerdict, open_stages, win_tallies};
use crate::playbook::{Pipeline, Playbook};
use crate::values::decimal::to_f64;
use crate::values::{Date, EffectiveCount, Estimate, Factor, Label, OpportunityId};
use crate::verdict::{Comparison, Reason, Unit};

/// How win rates are to be learned.
///
/// # Examples
/// ```
/// use keyaccount::LearningOptions;
///
/// let trusting = LearningOptions { prior_strength: "2.5".parse()?, ..LearningOptions::default() };
/// assert_eq!(trusting.floor, 20);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LearningOptions {
    /// How many decided opportunities the playbook's rate counts for; 10 by default. After ten decisions the history
    /// weighs as much as the playbook, after ninety nine times as much. 0 leaves the playbook out wherever anything is
    /// decided.
    pub prior_strength: Factor,
    /// Below how many decided opportunities (effective ones) a rate is called insufficient; 20 by default: with fewer,
    /// its 95 % interval is mostly wider than a third.
    pub floor: u32,
    /// The segment of each opportunity, such as a [`Segmentation`] tells; none by default. Those without one count for
    /// the stage alone.
    pub segments: BTreeMap<OpportunityId, Label>,
}

impl Default for LearningOptions {
    fn default() -> Self {
        Self { prior_strength: Factor::hundredths(1000), floor: 20, segments: BTreeMap::new() }
    }
}

/// Learns, for each open stage of each pipeline, the win rate of the opportunities that ever entered it.
///
/// Undecided opportunities are censored, never losses: see [`DecisionCounts`]. A closing that was taken back by reopening
/// decided nothing. Histories that were replayed up to a later day than `as_of` are left out and counted, so that a look
/// back never knows what was still to come. The order of the histories does not matter.
///
/// # Examples
/// Three of four that entered `interest` are won. The playbook says 0.05 with the weight of ten, which is half of one:
/// 3.5 of 14 is the mean.
/// ```
/// use keyaccount::{Book, LearningOptions, Playbook, learn_win_rates, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [
///         {"id": "a", "account": "north-plant"}, {"id": "b", "account": "north-plant"},
///         {"id": "c", "account": "north-plant"}, {"id": "d", "account": "north-plant"}
///     ],
///     "opportunity_events": [
///         {"opportunity": "a", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "a", "at": "2026-01-21", "change": {"type": "won"}},
///         {"opportunity": "b", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "b", "at": "2026-02-10", "change": {"type": "won"}},
///         {"opportunity": "c", "at": "2026-01-21", "change": {"type": "created"}},
///         {"opportunity": "c", "at": "2026-04-01", "change": {"type": "won"}},
///         {"opportunity": "d", "at": "2026-01-01", "change": {"type": "created"}},
///         {"opportunity": "d", "at": "2026-03-03", "change": {"type": "lost", "reason": "price"}}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let as_of = "2026-06-30".parse()?;
/// let opportunities = &book.accounts()[0].opportunities;
/// let histories: Vec<_> = opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let rates = learn_win_rates(&histories, &playbook, as_of, &LearningOptions::default());
/// let interest = &rates.pipelines[0].stages[0].rate;
/// assert_eq!((interest.alpha.to_string(), interest.beta.to_string()), ("3.5".into(), "10.5".into()));
/// assert_eq!(interest.rate.to_string(), "0.25");
/// assert!(interest.insufficient_history, "four are below the floor of twenty");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn learn_win_rates(
    histories: &[HistoryVerdict],
    playbook: &Playbook,
    as_of: Date,
    options: &LearningOptions,
) -> LearnedRates {
    let known: Vec<&HistoryVerdict> = histories.iter().filter(|history| history.as_of <= as_of).collect();
    let mut segments: BTreeMap<&Label, Vec<&HistoryVerdict>> = BTreeMap::new();
    let mut without_segment = 0_usize;
    for history in &known {
        match options.segments.get(&history.opportunity) {
            Some(segment) => segments.entry(segment).or_default().push(history),
            None => without_segment = without_segment.saturating_add(1),
        }
    }
    let pipelines = playbook.draft().pipelines.iter();
    let pipelines = pipelines.map(|pipeline| pipeline_rates(&known, &segments, pipeline, playbook, options)).collect();
    let from_later_days = histories.len().saturating_sub(known.len());
    let is_elsewhere = |history: &&&HistoryVerdict| history.state.is_some() && history.pipeline.is_none();
    LearnedRates {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        prior_strength: options.prior_strength,
        floor: options.floor,
        pipelines,
        histories: known.len(),
        from_later_days,
        in_unknown_pipeline: known.iter().filter(is_elsewhere).count(),
        without_segment,
        reasons: overall_reasons(known.len(), from_later_days, options),
    }
}

fn overall_reasons(histories: usize, from_later_days: usize, options: &LearningOptions) -> Vec<Reason> {
    let learned_from = format!("the win rates are learned from {histories} histories");
    let segments: BTreeSet<&Label> = options.segments.values().collect();
    vec![
        Reason::new(
            "undecided_are_censored",
            "undecided opportunities are no losses: decided ones are weighed by Aalen–Johansen, and count for as many \
             equally weighted ones as these weights are worth (Kish)",
        ),
        Reason::new(
            "shrunk_to_playbook",
            format!("the playbook's rate counts for {} decided opportunities", options.prior_strength),
        )
        .comparing(Comparison::new("prior_strength", options.prior_strength, Unit::Count))
        .comparing(Comparison::new("floor", options.floor, Unit::Count)),
        Reason::new("histories_learned_from", learned_from)
            .comparing(Comparison::new("histories", histories, Unit::Count))
            .comparing(Comparison::new("from_later_days", from_later_days, Unit::Count))
            .comparing(Comparison::new("segments", segments.len(), Unit::Count)),
    ]
}

fn pipeline_rates(
    histories: &[&HistoryVerdict],
    segments: &BTreeMap<&Label, Vec<&HistoryVerdict>>,
    pipeline: &Pipeline,
    playbook: &Playbook,
    options: &LearningOptions,
) -> PipelineRates {
    let evidence = |histories: &[&HistoryVerdict]| {
        let tallies = win_tallies(histories.iter().copied(), pipeline, playbook);
        tallies.iter().map(Evidence::of).collect::<Vec<_>>()
    };
    let whole = evidence(histories);
    // By segment, the stages in order: taken off stage by stage.
    let mut by_segment: Vec<(&Label, std::vec::IntoIter<Evidence>)> =
        segments.iter().map(|(segment, histories)| (*segment, evidence(histories).into_iter())).collect();
    let stages = open_stages(pipeline).zip(whole).map(|(stage, evidence)| {
        let strength = to_f64(options.prior_strength.value());
        let prior = Prior { rate: to_f64(stage.win_probability.value()), strength, of: "the playbook's rate" };
        let rate = prior.learn(evidence, options.floor);
        let of_segments: Vec<(&Label, Evidence)> =
            by_segment.iter_mut().filter_map(|(segment, stages)| Some((*segment, stages.next()?))).collect();
        let known = to_f64(rate.alpha.value()) + to_f64(rate.beta.value());
        let pooling = (!of_segments.is_empty())
            .then(|| pooling(of_segments.iter().map(|(_, evidence)| evidence), known, strength));
        let strength = pooling.as_ref().map_or(0.0, SegmentPooling::strength);
        let prior = Prior { rate: to_f64(rate.rate.value()), strength, of: "the stage's rate" };
        let of_segments = of_segments.into_iter().map(|(segment, evidence)| SegmentRate {
            segment: segment.clone(),
            rate: prior.learn(evidence, options.floor),
        });
        StageRate {
            stage: stage.id.clone(),
            playbook_rate: stage.win_probability,
            segments: of_segments.collect(),
            rate,
            pooling,
        }
    });
    PipelineRates { pipeline: pipeline.id.clone(), stages: stages.collect() }
}

/// What is assumed of a rate before anything is decided.
struct Prior {
    rate: f64,
    /// How many decided opportunities it counts for.
    strength: f64,
    /// What it is called.
    of: &'static str,
}

impl Prior {
    fn learn(&self, evidence: Evidence, floor: u32) -> LearnedRate {
        let alpha = EffectiveCount::rounded(self.rate * self.strength + evidence.won);
        let beta = EffectiveCount::rounded((1.0 - self.rate) * self.strength + evidence.lost);
        let posterior = BetaDistribution::of(to_f64(alpha.value()), to_f64(beta.value()));
        let is_decided = evidence.decided() > 0.0;
        let is_insufficient = evidence.decided() < f64::from(floor);
        // Without decisions the digits of the shapes must not stand in the way of what was assumed.
        let mean = posterior.as_ref().filter(|_| is_decided).map_or(self.rate, BetaDistribution::mean);
        let rate = Estimate::rounded(mean);
        let reasons = self.reasons(&evidence, rate, floor, is_insufficient);
        LearnedRate {
            rate,
            basis: if is_decided { WinRateBasis::Learned } else { WinRateBasis::Prior },
            intervals: posterior.as_ref().map(CredibleIntervals::of),
            alpha,
            beta,
            insufficient_history: is_insufficient,
            counts: evidence.counts,
            reasons,
        }
    }

    fn reasons(&self, evidence: &Evidence, rate: Estimate, floor: u32, is_insufficient: bool) -> Vec<Reason> {
        let counts = &evidence.counts;
        let assumed = Estimate::rounded(self.rate);
        let learned = match counts.observed_rate {
            None => Reason::new("nothing_decided", format!("nothing is decided: {} holds", self.of)),
            Some(observed) => {
                let decided = counts.won.saturating_add(counts.lost);
                let message = format!(
                    "{} of {decided} decided opportunities are won, {} are undecided; with {} the rate is {rate}",
                    counts.won, counts.open, self.of
                );
                Reason::new("shrunk_by_prior", message)
                    .comparing(Comparison::new("observed_rate", observed, Unit::Share))
                    .comparing(Comparison::new("effective_decided", counts.effective_decided, Unit::Count))
            }
        };
        let strength = EffectiveCount::rounded(self.strength);
        let mut reasons =
            vec![learned.comparing(Comparison::new("prior_rate", assumed, Unit::Share)).comparing(Comparison::new(
                "prior_strength",
                strength,
                Unit::Count,
            ))];
        if is_insufficient {
            let message =
                format!("the decided opportunities count for {}, fewer than {floor}", counts.effective_decided);
            let compared = Comparison::new("effective_decided", counts.effective_decided, Unit::Count).against(floor);
            reasons.push(Reason::new("insufficient_history", message).comparing(compared));
        }
        reasons
    }
}

impl CredibleIntervals {
    fn of(posterior: &BetaDistribution) -> Self {
        let interval = |outside: f64| CredibleInterval {
            low: Estimate::rounded(posterior.quantile(outside)),
            high: Estimate::rounded(posterior.quantile(1.0 - outside)),
        };
        Self { fifty: interval(0.25), eighty: interval(0.1), ninety_five: interval(0.025) }
    }
}

#[cfg(test)]
mod tests;

//! The shape of learned win rates.

use serde::{Deserialize, Serialize};

use crate::values::{Date, EffectiveCount, Estimate, Factor, Label, PipelineId, Probability, StageId, vocabulary};
use crate::verdict::Reason;

vocabulary! {
    /// What a win rate rests on.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::WinRateBasis::Learned.as_str(), "learned");
    /// ```
    pub enum WinRateBasis {
        /// The decided opportunities, together with what they are shrunk to.
        Learned = "learned", "learned from history", "由历史学得";
        /// Nothing was decided: it is what it would be shrunk to.
        Prior = "prior", "as assumed, nothing decided", "先验值（无成交或丢单）";
    }
}

/// A range that a rate lies in with a given probability: as probable to lie below it as above.
///
/// # Examples
/// ```
/// use keyaccount::CredibleInterval;
///
/// let interval = CredibleInterval { low: "0.1".parse()?, high: "0.3".parse()? };
/// assert!(interval.low < interval.high);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CredibleInterval {
    /// Its lower end.
    pub low: Estimate,
    /// Its upper end.
    pub high: Estimate,
}

/// Three ranges about a rate, each within the next.
///
/// # Examples
/// ```
/// use keyaccount::{LearningOptions, Playbook, learn_win_rates};
///
/// let playbook = Playbook::six_stage();
/// let rates = learn_win_rates(&[], &playbook, "2026-06-30".parse()?, &LearningOptions::default());
/// let intervals = rates.pipelines[0].stages[3].rate.intervals.as_ref().unwrap();
/// assert_eq!(intervals.fifty.low.to_string(), "0.195507404743", "the playbook says 0.3, with the weight of ten");
/// assert!(intervals.ninety_five.low < intervals.eighty.low && intervals.eighty.low < intervals.fifty.low);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CredibleIntervals {
    /// The rate lies in it with a probability of 50 %.
    pub fifty: CredibleInterval,
    /// The rate lies in it with a probability of 80 %.
    pub eighty: CredibleInterval,
    /// The rate lies in it with a probability of 95 %.
    pub ninety_five: CredibleInterval,
}

/// The opportunities that entered a stage, and what they tell of its win rate.
///
/// An undecided opportunity is no loss. It tells that deciding takes longer than it has been seen, so the later decisions
/// of others weigh more (Aalen–Johansen); unequal weights are worth fewer equal ones (`effective_decided`, by Kish). With
/// nothing undecided that is the plain number of decided ones.
///
/// # Examples
/// One won on day 20 and one lost on day 40; two are undecided, seen for 30 days and for 50. Of the four the won one
/// has a quarter of the weight. On day 40 two are left for three quarters: the lost one has 0.375.
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
///         {"opportunity": "b", "at": "2026-02-10", "change": {"type": "lost"}},
///         {"opportunity": "c", "at": "2026-01-21", "change": {"type": "created"}},
///         {"opportunity": "d", "at": "2026-01-01", "change": {"type": "created"}}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let as_of = "2026-02-20".parse()?;
/// let opportunities = &book.accounts()[0].opportunities;
/// let histories: Vec<_> = opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let rates = learn_win_rates(&histories, &playbook, as_of, &LearningOptions::default());
/// let counts = &rates.pipelines[0].stages[0].rate.counts;
/// assert_eq!((counts.entered, counts.won, counts.lost, counts.open), (4, 1, 1, 2));
/// assert_eq!(counts.observed_rate.unwrap().to_string(), "0.4", "0.25 of 0.625");
/// assert_eq!(counts.effective_decided.to_string(), "1.923077", "0.625² / (0.25² + 0.375²)");
/// assert_eq!(counts.undecided_share.unwrap().to_string(), "0.375");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DecisionCounts {
    /// How many ever entered the stage.
    pub entered: u64,
    /// How many of them are won.
    pub won: u64,
    /// How many of them are lost.
    pub lost: u64,
    /// How many of them are undecided, or left for another pipeline.
    pub open: u64,
    /// How many equally weighted decided ones they are worth.
    pub effective_decided: EffectiveCount,
    /// How many of these are won.
    pub effective_won: EffectiveCount,
    /// The weight of the won ones in that of the decided ones, by Aalen–Johansen; null where none is decided.
    #[serde(default)]
    pub observed_rate: Option<Estimate>,
    /// The part that is undecided for longer than anything was seen to take; null where none entered.
    #[serde(default)]
    pub undecided_share: Option<Estimate>,
}

/// What is known of a win rate: a beta distribution with the shapes `alpha` and `beta`.
///
/// Mean and intervals are those of the published shapes: anyone can compute them again.
///
/// # Examples
/// ```
/// use keyaccount::{LearningOptions, Playbook, WinRateBasis, learn_win_rates};
///
/// let playbook = Playbook::six_stage();
/// let rates = learn_win_rates(&[], &playbook, "2026-06-30".parse()?, &LearningOptions::default());
/// let rate = &rates.pipelines[0].stages[3].rate;
/// assert_eq!((rate.rate.to_string().as_str(), rate.basis), ("0.3", WinRateBasis::Prior), "nothing is decided");
/// assert_eq!((rate.alpha.to_string(), rate.beta.to_string()), ("3".into(), "7".into()), "0.3 with the weight of ten");
/// assert!(rate.insufficient_history);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LearnedRate {
    /// The mean: the probability that the next one is won.
    pub rate: Estimate,
    /// What it rests on.
    pub basis: WinRateBasis,
    /// The ranges it lies in; null where neither the history nor the prior says anything.
    #[serde(default)]
    pub intervals: Option<CredibleIntervals>,
    /// What the prior and the history together are worth in won opportunities.
    pub alpha: EffectiveCount,
    /// What they are worth in lost ones.
    pub beta: EffectiveCount,
    /// The opportunities behind it.
    pub counts: DecisionCounts,
    /// Whether `effective_decided` is below the floor: the rate is then mostly what was assumed.
    pub insufficient_history: bool,
    /// Why it is as it is.
    pub reasons: Vec<Reason>,
}

/// How the segments of a stage are pulled to the stage's rate.
///
/// # Examples
/// ```
/// use keyaccount::SegmentPooling;
///
/// let text = r#"{"segments": 2, "spread": "0.1", "strength": "9"}"#;
/// let pooling: SegmentPooling = serde_json::from_str(text)?;
/// assert_eq!(pooling.strength.to_string(), "9", "1 / 0.1 - 1: the stage's rate weighs like nine decided ones");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SegmentPooling {
    /// Segments with decided opportunities.
    pub segments: usize,
    /// How far their rates differ by more than chance: the intra-class correlation, 0 for not at all; null where fewer
    /// than two segments, or too few decided opportunities, leave it unmeasured.
    #[serde(default)]
    pub spread: Option<Estimate>,
    /// How many decided opportunities the stage's rate counts for in each segment.
    pub strength: EffectiveCount,
}

/// The win rate of one segment from a stage.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LearningOptions, Playbook, learn_win_rates, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-02-04", "change": {"type": "won"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "crane", "at": "2026-03-06", "change": {"type": "lost", "reason": "price"}}
///     ]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let as_of = "2026-06-30".parse()?;
/// let opportunities = &book.accounts()[0].opportunities;
/// let histories: Vec<_> = opportunities.iter().map(|deal| replay_history(deal, &playbook, as_of)).collect();
/// let mut options = LearningOptions::default();
/// options.segments.insert("press-line".parse()?, "machines".parse()?);
/// let rates = learn_win_rates(&histories, &playbook, as_of, &options);
/// let interest = &rates.pipelines[0].stages[0];
/// assert_eq!((interest.segments.len(), rates.without_segment), (1, 1));
/// assert!(interest.segments[0].rate.rate > interest.rate.rate, "its only one is won");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SegmentRate {
    /// The segment.
    pub segment: Label,
    /// Its rate.
    pub rate: LearnedRate,
}

/// The win rate of the opportunities that ever entered an open stage.
///
/// # Examples
/// ```
/// use keyaccount::{LearningOptions, Playbook, learn_win_rates};
///
/// let rates = learn_win_rates(&[], &Playbook::six_stage(), "2026-06-30".parse()?, &LearningOptions::default());
/// let interest = &rates.pipelines[0].stages[0];
/// assert_eq!((interest.stage.as_str(), interest.playbook_rate.to_string().as_str()), ("interest", "0.05"));
/// assert!(interest.pooling.is_none(), "there are no segments");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageRate {
    /// The stage.
    pub stage: StageId,
    /// What the playbook says, and the rate is shrunk to.
    pub playbook_rate: Probability,
    /// The rate.
    pub rate: LearnedRate,
    /// How the segments are pooled; null where there are none.
    #[serde(default)]
    pub pooling: Option<SegmentPooling>,
    /// The segments in the order of their names, those too of which nothing entered this stage.
    pub segments: Vec<SegmentRate>,
}

/// The win rates of a pipeline's open stages.
///
/// # Examples
/// ```
/// use keyaccount::{LearningOptions, Playbook, learn_win_rates};
///
/// let rates = learn_win_rates(&[], &Playbook::six_stage(), "2026-06-30".parse()?, &LearningOptions::default());
/// assert_eq!(rates.pipelines[0].stages.len(), 5, "the sixth stage lies behind the signature");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PipelineRates {
    /// The pipeline.
    pub pipeline: PipelineId,
    /// Its open stages, in order.
    pub stages: Vec<StageRate>,
}

/// Win rates learned from histories.
///
/// # Examples
/// ```
/// use keyaccount::{LearningOptions, Playbook, learn_win_rates};
///
/// let rates = learn_win_rates(&[], &Playbook::six_stage(), "2026-06-30".parse()?, &LearningOptions::default());
/// assert_eq!((rates.histories, rates.prior_strength.to_string(), rates.floor), (0, "10".to_owned(), 20));
/// assert_eq!(rates.reasons[0].rule, "undecided_are_censored");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LearnedRates {
    /// The day of the verdict.
    pub as_of: Date,
    /// Fingerprint of the playbook.
    pub playbook: String,
    /// How many decided opportunities the playbook's rate counts for.
    pub prior_strength: Factor,
    /// How many decided ones a rate takes not to be called insufficient.
    pub floor: u32,
    /// The playbook's pipelines, in its order.
    pub pipelines: Vec<PipelineRates>,
    /// Histories that were learned from.
    pub histories: usize,
    /// Histories that know of days after the day of the verdict: in no number.
    pub from_later_days: usize,
    /// Of those learned from, the ones in a pipeline that the playbook lacks; earlier visits to others still count.
    pub in_unknown_pipeline: usize,
    /// Of those learned from, the ones without a segment: in the stages' numbers alone.
    pub without_segment: usize,
    /// Why the rates are as they are.
    pub reasons: Vec<Reason>,
}

impl LearnedRates {
    /// The rate from a stage: the segment's where one is named and known, else the stage's.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{LearningOptions, Playbook, learn_win_rates};
    ///
    /// let rates = learn_win_rates(&[], &Playbook::six_stage(), "2026-06-30".parse()?, &LearningOptions::default());
    /// let rate = rates.rate(&"six_stage".parse()?, &"design".parse()?, None).unwrap();
    /// assert_eq!(rate.rate.to_string(), "0.2");
    /// assert!(rates.rate(&"six_stage".parse()?, &"use".parse()?, None).is_none(), "it is not an open stage");
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn rate(&self, pipeline: &PipelineId, stage: &StageId, segment: Option<&Label>) -> Option<&LearnedRate> {
        let pipeline = self.pipelines.iter().find(|rates| rates.pipeline == *pipeline)?;
        let stage = pipeline.stages.iter().find(|rates| rates.stage == *stage)?;
        let of_segment = segment.and_then(|segment| stage.segments.iter().find(|rates| rates.segment == *segment));
        Some(of_segment.map_or(&stage.rate, |found| &found.rate))
    }
}

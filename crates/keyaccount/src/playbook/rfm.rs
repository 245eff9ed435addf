//! When an account counts as a recent, a frequent and a big buyer, and what the scores together are called.

use std::fmt;
use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::lifecycle::at_least_one;
use crate::problem::{Problem, ProblemCode};
use crate::values::{AmountLimit, vocabulary};

vocabulary! {
    /// What accounts with similar scores are called: the names that the field has long used.
    ///
    /// A name is of scores alone: whether an account is new by its history, or has left, is what its lifecycle tells.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, RfmSegment};
    ///
    /// assert_eq!(RfmSegment::CannotLose.label(Language::En), "cannot lose them");
    /// assert_eq!(RfmSegment::CannotLose.label(Language::ZhHans), "不可失去客户");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum RfmSegment {
        /// Buy often, much, and did so lately.
        Champions = "champions", "champions", "冠军客户";
        /// Buy often and are not silent.
        Loyal = "loyal", "loyal", "忠诚客户";
        /// Bought lately, and not for the first time.
        PotentialLoyalists = "potential_loyalists", "potential loyalists", "潜在忠诚客户";
        /// Bought lately, and hardly ever before.
        New = "new", "new", "新客户";
        /// Bought seldom and little, and not long ago.
        Promising = "promising", "promising", "有潜力客户";
        /// In the middle by all that counts: it may go either way.
        NeedsAttention = "needs_attention", "needs attention", "需关注客户";
        /// Silent for a while, and never bought often or much.
        AboutToSleep = "about_to_sleep", "about to sleep", "即将沉睡客户";
        /// Bought often or much, and have been silent for a while.
        AtRisk = "at_risk", "at risk", "流失风险客户";
        /// Bought often and much, and have been silent for long.
        CannotLose = "cannot_lose", "cannot lose them", "不可失去客户";
        /// Silent for long, and not worth nothing.
        Hibernating = "hibernating", "hibernating", "休眠客户";
        /// Silent for long, and never bought often or much.
        Lost = "lost", "lost", "流失客户";
    }
}

/// A score from 1 (worst) to 5 (best).
///
/// # Examples
/// ```
/// use keyaccount::RfmScore;
///
/// let best = RfmScore::try_new(5)?;
/// assert_eq!((best.value(), best.to_string()), (5, "5".to_owned()));
/// assert!(RfmScore::try_new(0).is_err());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct RfmScore(u8);

impl RfmScore {
    /// The worst score.
    pub const WORST: Self = Self(1);
    /// The best score.
    pub const BEST: Self = Self(5);
    /// Every score, the worst first.
    pub const ALL: [Self; 5] = [Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// Checks a number.
    ///
    /// # Errors
    /// A [`Problem`] where it is below 1 or above 5.
    pub fn try_new(number: u8) -> Result<Self, Problem> {
        if (1..=5).contains(&number) {
            return Ok(Self(number));
        }
        let message = format!("`{number}` is no score");
        Err(Problem::new(ProblemCode::NumberOutOfRange, number, message, "1 to 5"))
    }

    /// The number itself.
    #[must_use]
    pub const fn value(self) -> u8 {
        self.0
    }

    /// One more than a number of limits that were passed, at most 5.
    pub(crate) fn of_passed(passed: usize) -> Self {
        Self::ALL.get(passed).copied().unwrap_or(Self::BEST)
    }
}

impl TryFrom<u8> for RfmScore {
    type Error = Problem;
    fn try_from(number: u8) -> Result<Self, Problem> {
        Self::try_new(number)
    }
}

impl From<RfmScore> for u8 {
    fn from(score: RfmScore) -> Self {
        score.0
    }
}

impl fmt::Display for RfmScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for RfmScore {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "RfmScore".into()
    }
    fn inline_schema() -> bool {
        true
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "integer", "minimum": 1, "maximum": 5 })
    }
}

/// Some scores on end, both ends included.
///
/// # Examples
/// ```
/// use keyaccount::{RfmScore, ScoreRange};
///
/// let high: ScoreRange = serde_json::from_str(r#"{"least": 4, "most": 5}"#)?;
/// assert!(high.holds(RfmScore::BEST) && !high.holds(RfmScore::WORST));
/// assert_eq!((ScoreRange::ANY.to_string(), high.to_string()), ("1–5".to_owned(), "4–5".to_owned()));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreRange {
    /// The least of them.
    pub least: RfmScore,
    /// The most of them.
    pub most: RfmScore,
}

impl ScoreRange {
    /// Any score.
    pub const ANY: Self = Self { least: RfmScore::WORST, most: RfmScore::BEST };

    /// Whether a score is one of them.
    #[must_use]
    pub fn holds(self, score: RfmScore) -> bool {
        (self.least..=self.most).contains(&score)
    }

    const fn of(least: u8, most: u8) -> Self {
        Self { least: RfmScore(least), most: RfmScore(most) }
    }
}

impl Default for ScoreRange {
    fn default() -> Self {
        Self::ANY
    }
}

impl fmt::Display for ScoreRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.least == self.most { self.least.fmt(f) } else { write!(f, "{}–{}", self.least, self.most) }
    }
}

/// Scores that have a name.
///
/// # Examples
/// ```
/// use keyaccount::{RfmRule, RfmSegment, ScoreRange};
///
/// let rule: RfmRule = serde_json::from_str(r#"{"segment": "new", "recency": {"least": 4, "most": 5}}"#)?;
/// assert_eq!((rule.segment, rule.frequency), (RfmSegment::New, ScoreRange::ANY));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RfmRule {
    /// The name.
    pub segment: RfmSegment,
    /// Scores of recency; any by default.
    #[serde(default)]
    pub recency: ScoreRange,
    /// Scores of frequency; any by default.
    #[serde(default)]
    pub frequency: ScoreRange,
    /// Scores of money; any by default, and then an account whose money is not known has the name too.
    #[serde(default)]
    pub monetary: ScoreRange,
}

impl RfmRule {
    /// Whether an account with these scores has the name; its money may not be known.
    #[must_use]
    pub fn holds(&self, recency: RfmScore, frequency: RfmScore, monetary: Option<RfmScore>) -> bool {
        let pays = monetary.map_or(self.monetary == ScoreRange::ANY, |score| self.monetary.holds(score));
        self.recency.holds(recency) && self.frequency.holds(frequency) && pays
    }
}

/// How accounts are scored by recency, frequency and money, and what the scores are called.
///
/// The bands are made for firms that order about every quarter: a silence of one interval is the best recency and of four
/// the worst, and eight orders in the two years looked at are a good frequency. Bands and segments are ours; the names are
/// the field's.
///
/// # Examples
/// ```
/// use keyaccount::{RfmPolicy, RfmScore, RfmSegment};
///
/// let policy = RfmPolicy::default();
/// assert_eq!(policy.window_days.unwrap().get(), 730);
/// let (best, worst) = (RfmScore::BEST, RfmScore::WORST);
/// assert_eq!(policy.segment(best, best, Some(best)), Some(RfmSegment::Champions));
/// assert_eq!(policy.segment(best, worst, None), Some(RfmSegment::New));
/// assert_eq!(policy.segment(worst, worst, Some(worst)), Some(RfmSegment::Lost));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RfmPolicy {
    /// Frequency and money are of so many days up to the day of the verdict; null means of all that is known.
    pub window_days: Option<NonZeroU32>,
    /// The most days since the last order that still score 5, 4, 3 and 2; rising.
    pub recency_days: [u32; 4],
    /// The fewest days from the first to the last order that score 2, 3, 4 and 5; rising.
    pub first_to_last_days: [u32; 4],
    /// The fewest orders that score 2, 3, 4 and 5; rising.
    pub orders: [u32; 4],
    /// The least money, in the reporting currency, that scores 2, 3, 4 and 5; rising.
    pub money: [AmountLimit; 4],
    /// What the scores are called: the first rule that holds gives the name, and for any scores one has to hold.
    pub segments: Vec<RfmRule>,
}

impl Default for RfmPolicy {
    fn default() -> Self {
        use RfmSegment as Name;
        const ANY: ScoreRange = ScoreRange::ANY;
        const fn scores(least: u8, most: u8) -> ScoreRange {
            ScoreRange::of(least, most)
        }
        let rules = [
            (Name::Champions, scores(4, 5), scores(4, 5), scores(4, 5)),
            (Name::Loyal, scores(3, 5), scores(4, 5), ANY),
            (Name::Loyal, scores(4, 5), scores(3, 3), scores(4, 5)),
            (Name::PotentialLoyalists, scores(4, 5), scores(2, 3), ANY),
            (Name::New, scores(4, 5), scores(1, 1), ANY),
            (Name::NeedsAttention, scores(3, 3), scores(3, 3), ANY),
            (Name::NeedsAttention, scores(3, 3), scores(1, 2), scores(3, 5)),
            (Name::Promising, scores(3, 3), scores(1, 2), ANY),
            (Name::CannotLose, scores(1, 1), scores(3, 5), scores(4, 5)),
            (Name::AtRisk, scores(1, 2), scores(3, 5), ANY),
            (Name::AtRisk, scores(2, 2), scores(1, 2), scores(4, 5)),
            (Name::AboutToSleep, scores(2, 2), scores(1, 2), ANY),
            (Name::Hibernating, scores(1, 1), scores(2, 2), ANY),
            (Name::Hibernating, scores(1, 1), scores(1, 1), scores(3, 5)),
            (Name::Lost, scores(1, 1), scores(1, 1), ANY),
        ];
        Self {
            window_days: Some(at_least_one(730)),
            recency_days: [100, 190, 280, 365],
            first_to_last_days: [91, 365, 730, 1460],
            orders: [2, 4, 7, 12],
            money: [5_000, 25_000, 100_000, 500_000].map(AmountLimit::whole),
            segments: rules
                .into_iter()
                .map(|(segment, recency, frequency, monetary)| RfmRule { segment, recency, frequency, monetary })
                .collect(),
        }
    }
}

impl RfmPolicy {
    /// What an account with these scores is called; its money may not be known. In a checked playbook every account has a
    /// name.
    #[must_use]
    pub fn segment(&self, recency: RfmScore, frequency: RfmScore, monetary: Option<RfmScore>) -> Option<RfmSegment> {
        self.rule(recency, frequency, monetary).map(|(_, rule)| rule.segment)
    }

    /// The first rule that holds, and its place in the table.
    pub(crate) fn rule(
        &self,
        recency: RfmScore,
        frequency: RfmScore,
        monetary: Option<RfmScore>,
    ) -> Option<(usize, &RfmRule)> {
        self.segments.iter().enumerate().find(|(_, rule)| rule.holds(recency, frequency, monetary))
    }

    /// Every problem of the policy, each with its path inside it.
    pub(super) fn problems(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let days = [("recency_days", self.recency_days), ("first_to_last_days", self.first_to_last_days)];
        for (path, limits) in days.into_iter().chain([("orders", self.orders)]) {
            problems.extend(not_rising(path, &limits));
        }
        if self.orders.first() == Some(&0) {
            let message = "zero would be met by every account";
            problems.push(Problem::new(ProblemCode::NumberOutOfRange, 0, message, "1 or more").at("orders[0]"));
        }
        problems.extend(not_rising("money", &self.money));
        let mut first: Vec<bool> = vec![false; self.segments.len()];
        let mut nameless = None;
        for (recency, frequency, monetary) in every_score() {
            match self.rule(recency, frequency, monetary) {
                Some((at, _)) => first.iter_mut().skip(at).take(1).for_each(|is_first| *is_first = true),
                None => nameless = nameless.or(Some((recency, frequency, monetary))),
            }
        }
        for at in (0..first.len()).filter(|at| first.get(*at) == Some(&false)) {
            let message = "rules before it take all its scores, or its ranges are empty";
            let problem =
                Problem::new(ProblemCode::InconsistentSettings, "", message, "scores that no earlier rule has");
            problems.push(problem.at(format!("segments[{at}]")));
        }
        if let Some((recency, frequency, monetary)) = nameless {
            let money = monetary.map_or_else(|| "unknown".to_owned(), |score| score.to_string());
            let message = format!("no rule names recency {recency}, frequency {frequency}, money {money}");
            let allowed = "rules that name any scores, such as a last one without ranges";
            problems.push(Problem::new(ProblemCode::InconsistentSettings, "", message, allowed).at("segments"));
        }
        problems
    }
}

/// Every score of recency, frequency and money there can be, with money unknown too.
pub(crate) fn every_score() -> impl Iterator<Item = (RfmScore, RfmScore, Option<RfmScore>)> {
    let money = || RfmScore::ALL.into_iter().map(Some).chain([None]);
    let frequencies = |recency| RfmScore::ALL.into_iter().map(move |frequency| (recency, frequency));
    let pairs = RfmScore::ALL.into_iter().flat_map(frequencies);
    pairs.flat_map(move |(recency, frequency)| money().map(move |monetary| (recency, frequency, monetary)))
}

/// The first limit that is not above the one before it.
fn not_rising<T: PartialOrd + fmt::Display>(path: &str, limits: &[T]) -> Option<Problem> {
    let pairs = limits.iter().zip(limits.iter().skip(1)).enumerate();
    let (at, (before, limit)) = pairs.into_iter().find(|(_, (before, limit))| limit <= before)?;
    let message = format!("`{limit}` is not above the limit before it, {before}");
    let problem = Problem::new(ProblemCode::InconsistentSettings, limit, message, format!("more than {before}"));
    Some(problem.at(format!("{path}[{}]", at.saturating_add(1))))
}

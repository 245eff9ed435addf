//! What is said about satisfaction.

use serde::{Deserialize, Serialize};

use crate::lifecycle::TrendDirection;
use crate::values::{Date, Score, Share};
use crate::verdict::Reason;

/// How some answers are spread over the bands of the playbook.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, judge_loyalty};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "surveys": [
///         {"id": "s1", "account": "north-plant", "on": "2026-02-01", "score": "40"},
///         {"id": "s2", "account": "north-plant", "on": "2026-02-01", "score": "60"},
///         {"id": "s3", "account": "north-plant", "on": "2026-02-01", "score": "75"},
///         {"id": "s4", "account": "north-plant", "on": "2026-02-01", "score": "90"}
///     ]
/// }"#)?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2026-05-01".parse()?);
/// let answers = verdict.satisfaction.recent.unwrap();
/// assert_eq!((answers.dissatisfied, answers.neutral, answers.satisfied), (1, 1, 2));
/// assert_eq!((answers.median.to_string(), answers.spread.to_string()), ("67.5".into(), "15".into()));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SatisfactionDistribution {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Answers counted.
    pub answers: usize,
    /// Answers below the playbook's `dissatisfied_below`.
    pub dissatisfied: usize,
    /// Answers between.
    pub neutral: usize,
    /// Answers from its `satisfied_from` on.
    pub satisfied: usize,
    /// The part of the dissatisfied.
    pub share_dissatisfied: Share,
    /// The part of the neutral.
    pub share_neutral: Share,
    /// The part of the satisfied.
    pub share_satisfied: Share,
    /// The median of the scores, rounded half-even to two places.
    pub median: Score,
    /// The median distance of the scores from it, likewise.
    pub spread: Score,
    /// The lowest score.
    pub lowest: Score,
    /// The highest score.
    pub highest: Score,
}

/// How satisfied an account's people say they are. Source: `[OCD]`, D10, D17.
///
/// # Examples
/// ```
/// use keyaccount::{Account, AccountBook, Playbook, TrendDirection, judge_loyalty};
///
/// let account = AccountBook::new(Account::new("north-plant".parse()?, "North Plant Ltd".parse()?));
/// let satisfaction = judge_loyalty(&account, &Playbook::six_stage(), "2026-05-01".parse()?).satisfaction;
/// assert!(satisfaction.recent.is_none(), "nobody answered: unknown, not neutral");
/// assert_eq!(satisfaction.trend, TrendDirection::Unknown);
/// assert_eq!(satisfaction.reasons[0].rule, "no_survey");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SatisfactionVerdict {
    /// All answers up to the day of the verdict.
    pub answers: usize,
    /// The day of the latest of them; null where there is none.
    #[serde(default)]
    pub latest_on: Option<Date>,
    /// All answers within the playbook's `window_days` up to the day of the verdict; null where there is none.
    #[serde(default)]
    pub recent: Option<SatisfactionDistribution>,
    /// Of these, the latest answer of each person who is named; null where nobody is.
    #[serde(default)]
    pub latest: Option<SatisfactionDistribution>,
    /// All answers within as many days before; null where there is none.
    #[serde(default)]
    pub before: Option<SatisfactionDistribution>,
    /// People who are named in the recent answers.
    pub respondents: usize,
    /// Recent answers of nobody named.
    pub anonymous: usize,
    /// Answers before both windows, which no longer count.
    pub older: usize,
    /// Where it is going: the medians of both windows differ by the playbook's `trend_change`, and most pairs of a later
    /// and an earlier answer say the same. Unknown where either window has too few answers.
    pub trend: TrendDirection,
    /// The part of the pairs of a recent and an earlier answer of which the recent one is higher, equals counted by half.
    #[serde(default)]
    pub later_is_higher: Option<Share>,
    /// Why.
    pub reasons: Vec<Reason>,
}

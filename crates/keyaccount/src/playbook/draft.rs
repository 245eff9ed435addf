//! A playbook before and after it is checked.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Calendar, CoveragePolicy, ExchangePolicy, ForecastPolicy, KeyAccountPolicy, LifecyclePolicy, LifetimePolicy,
    LossReason, LoyaltyPolicy, Pipeline, RfmPolicy, SatisfactionPolicy, SignalPolicy, TrajectoryPolicy, WalletPolicy,
    check, load,
};
use crate::problem::Problem;
use crate::values::{Label, LossReasonId, MemberId, PipelineId, vocabulary};

/// The contents of a playbook, as written in JSON or TOML, not yet checked as a whole.
///
/// # Examples
/// ```
/// use keyaccount::{Calendar, Playbook};
///
/// let mut draft = Playbook::six_stage().draft().clone();
/// draft.calendar = Calendar { fiscal_year_start_month: 4, ..Calendar::default() };
/// let playbook = Playbook::try_new(draft)?;
/// assert_ne!(playbook.fingerprint(), Playbook::six_stage().fingerprint());
/// # Ok::<(), keyaccount::PlaybookError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlaybookDraft {
    /// Its name for people.
    pub name: Label,
    /// The pipelines that opportunities move through.
    pub pipelines: Vec<Pipeline>,
    /// The pipeline of opportunities that name none.
    pub default_pipeline: PipelineId,
    /// Who may override an unmet criterion; empty means any named person.
    #[serde(default)]
    pub override_authority: Vec<MemberId>,
    /// The reasons that a loss may be given.
    #[serde(default = "LossReason::defaults")]
    pub loss_reasons: Vec<LossReason>,
    /// The fiscal calendar, working days and time zone.
    #[serde(default)]
    pub calendar: Calendar,
    /// Exchange rates.
    #[serde(default)]
    pub exchange: ExchangePolicy,
    /// Buying-role coverage.
    #[serde(default)]
    pub coverage: CoveragePolicy,
    /// Loyalty patterns.
    #[serde(default)]
    pub loyalty: LoyaltyPolicy,
    /// The share of wallet.
    #[serde(default)]
    pub wallet: WalletPolicy,
    /// Satisfaction.
    #[serde(default)]
    pub satisfaction: SatisfactionPolicy,
    /// Lifecycle phases.
    #[serde(default)]
    pub lifecycle: LifecyclePolicy,
    /// The purchase trajectory and cross-selling.
    #[serde(default)]
    pub trajectory: TrajectoryPolicy,
    /// Key accounts.
    #[serde(default)]
    pub key_accounts: KeyAccountPolicy,
    /// High-risk signals.
    #[serde(default)]
    pub signals: SignalPolicy,
    /// The forecast.
    #[serde(default)]
    pub forecast: ForecastPolicy,
    /// Recency, frequency and money.
    #[serde(default)]
    pub rfm: RfmPolicy,
    /// Lifetime values.
    #[serde(default)]
    pub lifetime: LifetimePolicy,
}

vocabulary! {
    /// The playbooks that come with the library.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Playbook, PlaybookPreset};
    ///
    /// let preset: PlaybookPreset = "eight_step".parse()?;
    /// assert_eq!(Playbook::preset(preset), Playbook::eight_step());
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    pub enum PlaybookPreset {
        /// The six-stage funnel. Source: `[KRM]`, D1.
        SixStage = "six_stage", "six-stage funnel", "六阶段漏斗";
        /// The eight-step project pipeline. Source: `[CCA]`, D2.
        EightStep = "eight_step", "eight-step project pipeline", "项目八步流程";
    }
}

/// A checked playbook: every name it uses is defined, every threshold makes sense.
///
/// # Examples
/// ```
/// use keyaccount::Playbook;
///
/// let playbook = Playbook::six_stage();
/// assert_eq!(playbook.default_pipeline().stages.len(), 6);
/// assert_eq!(playbook.fingerprint().len(), 16);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Playbook {
    draft: PlaybookDraft,
    default_pipeline: Pipeline,
    fingerprint: String,
}

impl Playbook {
    /// Checks a playbook as a whole.
    ///
    /// # Errors
    /// A [`PlaybookError`] with every problem found.
    pub fn try_new(draft: PlaybookDraft) -> Result<Self, PlaybookError> {
        let problems = check::problems_of(&draft);
        let default_pipeline = draft.pipelines.iter().find(|pipeline| pipeline.id == draft.default_pipeline).cloned();
        match default_pipeline {
            Some(default_pipeline) if problems.is_empty() => {
                let fingerprint = fingerprint_of(&draft);
                Ok(Self { draft, default_pipeline, fingerprint })
            }
            _ => Err(PlaybookError { problems }),
        }
    }

    /// Reads and checks a playbook in JSON.
    ///
    /// # Errors
    /// A [`PlaybookError`] with every problem found.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Playbook, ProblemCode};
    ///
    /// let text = serde_json::to_string(Playbook::six_stage().draft())?;
    /// assert_eq!(Playbook::from_json(&text).unwrap(), Playbook::six_stage());
    ///
    /// let damaged = text
    ///     .replace(r#""win_probability":"0.05""#, r#""win_probability":"1.5""#)
    ///     .replace(r#""win_probability":"0.1""#, r#""win_probability":"ten""#);
    /// let error = Playbook::from_json(&damaged).unwrap_err();
    /// assert_eq!(error.problems.len(), 2);
    /// assert_eq!(error.problems[0].code, ProblemCode::InvalidProbability);
    /// assert_eq!(error.problems[0].path, "pipelines[0].stages[0].win_probability");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub fn from_json(text: &str) -> Result<Self, PlaybookError> {
        load::from_json(text)
    }

    /// Reads and checks a playbook in TOML.
    ///
    /// # Errors
    /// A [`PlaybookError`] with every problem found.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Playbook;
    ///
    /// let playbook = Playbook::from_toml(r#"
    ///     name = "two steps"
    ///     default_pipeline = "short"
    ///     [[pipelines]]
    ///     id = "short"
    ///     label = { en = "short", zh_hans = "短流程" }
    ///     [[pipelines.stages]]
    ///     id = "talking"
    ///     label = { en = "talking", zh_hans = "洽谈" }
    ///     phase = "open"
    ///     win_probability = 0.4
    /// "#)?;
    /// assert_eq!(playbook.default_pipeline().stages[0].win_probability.to_string(), "0.4");
    /// # Ok::<(), keyaccount::PlaybookError>(())
    /// ```
    pub fn from_toml(text: &str) -> Result<Self, PlaybookError> {
        load::from_toml(text)
    }

    /// A playbook that comes with the library.
    #[must_use]
    pub fn preset(preset: PlaybookPreset) -> Self {
        load::preset(preset)
    }

    /// The six-stage funnel. Source: `[KRM]`, D1; required roles and thresholds are ours.
    #[must_use]
    pub fn six_stage() -> Self {
        Self::preset(PlaybookPreset::SixStage)
    }

    /// The eight-step project pipeline. Source: `[CCA]`, D2; required roles and thresholds are ours.
    #[must_use]
    pub fn eight_step() -> Self {
        Self::preset(PlaybookPreset::EightStep)
    }

    /// The contents.
    #[must_use]
    pub const fn draft(&self) -> &PlaybookDraft {
        &self.draft
    }

    /// Sixteen hexadecimal digits that differ between playbooks with different contents: the start of the SHA-256
    /// of the contents as JSON. Every verdict carries them.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The pipeline of opportunities that name none.
    #[must_use]
    pub const fn default_pipeline(&self) -> &Pipeline {
        &self.default_pipeline
    }

    /// A reason for a loss.
    #[must_use]
    pub fn loss_reason(&self, id: &LossReasonId) -> Option<&LossReason> {
        self.draft.loss_reasons.iter().find(|reason| reason.id == *id)
    }

    /// The pipeline of an opportunity: the one it names, or the default; none where it names an unknown one.
    #[must_use]
    pub fn pipeline(&self, id: Option<&PipelineId>) -> Option<&Pipeline> {
        match id {
            None => Some(self.default_pipeline()),
            Some(id) => self.draft.pipelines.iter().find(|pipeline| pipeline.id == *id),
        }
    }
}

fn fingerprint_of(draft: &PlaybookDraft) -> String {
    let text = serde_json::to_string(draft).unwrap_or_default();
    Sha256::digest(text.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Everything that is wrong with a playbook.
///
/// # Examples
/// ```
/// use keyaccount::Playbook;
///
/// let error = Playbook::from_json("{}").unwrap_err();
/// assert!(error.to_string().contains("missing field `name`"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the playbook has {} problem(s): {}", problems.len(), listed(problems))]
pub struct PlaybookError {
    /// Every problem, in the order of the contents.
    pub problems: Vec<Problem>,
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

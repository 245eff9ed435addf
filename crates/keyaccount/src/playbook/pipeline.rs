//! Pipelines and their stages.

use serde::{Deserialize, Serialize};

use crate::facts::{BuyingRole, ForecastCategory};
use crate::values::{Label, Language, PipelineId, Probability, StageId, vocabulary};
use crate::verdict::Severity;

/// A label in both languages.
///
/// # Examples
/// ```
/// use keyaccount::{LabelPair, Language};
///
/// let label = LabelPair { en: "design".parse()?, zh_hans: "设计".parse()? };
/// assert_eq!(label.text(Language::ZhHans), "设计");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LabelPair {
    /// English.
    pub en: Label,
    /// Simplified Chinese.
    pub zh_hans: Label,
}

impl LabelPair {
    /// The label in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::En => self.en.as_str(),
            Language::ZhHans => self.zh_hans.as_str(),
        }
    }
}

vocabulary! {
    /// What a stage means for the money.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::StagePhase;
    ///
    /// assert!(StagePhase::Booked > StagePhase::Open);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum StagePhase {
        /// Not decided yet: part of the pipeline.
        Open = "open", "open", "进行中";
        /// Signed, not yet paid: a booking.
        Booked = "booked", "booked", "已签约";
        /// Paid, and in use: a realised booking.
        Realised = "realised", "realised", "已回款";
        /// After the sale: referrals and expansion start here.
        PostSale = "post_sale", "post-sale", "售后";
    }
}

vocabulary! {
    /// How far a buying role is covered, from not at all to what counts.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::CoverageLevel;
    ///
    /// assert!(CoverageLevel::Favourable > CoverageLevel::Contacted);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum CoverageLevel {
        /// Nobody is known to play the role.
        Missing = "missing", "missing", "缺失";
        /// Somebody is known to play it.
        Identified = "identified", "identified", "已识别";
        /// Somebody who plays it was in contact with us lately.
        Contacted = "contacted", "contacted", "已接触";
        /// Somebody who plays it was in contact lately and is for us.
        Favourable = "favourable", "favourable", "支持我方";
        /// Somebody who plays it was in contact lately, is for us, and lately did for us what the role does.
        Contributing = "contributing", "contributing", "作出贡献";
    }
}

/// The observable fact that closes a stage.
///
/// # Examples
/// ```
/// use keyaccount::Playbook;
///
/// let playbook = Playbook::six_stage();
/// let mark = playbook.default_pipeline().stages[4].end_mark.as_ref().unwrap();
/// assert!(mark.required);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EndMark {
    /// What is to be seen.
    pub label: LabelPair,
    /// Whether the stage may be left forwards without it only by an override.
    #[serde(default = "yes")]
    pub required: bool,
}

const fn yes() -> bool {
    true
}

/// How far a role has to be covered while an opportunity is in a stage.
///
/// # Examples
/// ```
/// use keyaccount::Playbook;
///
/// let playbook = Playbook::six_stage();
/// let commitment = &playbook.default_pipeline().stages[4];
/// assert_eq!(commitment.required_roles.len(), 4);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleRequirement {
    /// The role.
    pub role: BuyingRole,
    /// How far it has to be covered.
    pub level: CoverageLevel,
    /// How much it matters when it is not.
    pub severity: Severity,
}

/// One stage of a pipeline.
///
/// # Examples
/// ```
/// use keyaccount::Playbook;
///
/// let playbook = Playbook::six_stage();
/// let interest = &playbook.default_pipeline().stages[0];
/// assert_eq!(interest.id.as_str(), "interest");
/// assert_eq!(interest.win_probability.to_string(), "0.05");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// The stable identifier; labels may change, this does not.
    pub id: StageId,
    /// The label for people.
    pub label: LabelPair,
    /// What we do in this stage.
    #[serde(default)]
    pub activity: Option<LabelPair>,
    /// What the stage means for the money.
    pub phase: StagePhase,
    /// How probable it is that an opportunity in this stage is won (in a booked stage: that it is paid).
    pub win_probability: Probability,
    /// How far open opportunities in this stage count in a forecast, where nobody sets it by hand; signed ones are
    /// always closed.
    #[serde(default)]
    pub forecast_category: ForecastCategory,
    /// How far along the pipeline the stage is, in percent; may pass 100 after the sale. Not a probability.
    #[serde(default)]
    pub progress: Option<u16>,
    /// The fact that closes the stage.
    #[serde(default)]
    pub end_mark: Option<EndMark>,
    /// Days after which an opportunity that stays here is stalled; null means never.
    #[serde(default)]
    pub stall_after_days: Option<u32>,
    /// Whether an opportunity may start here.
    #[serde(default = "yes")]
    pub may_create_in: bool,
    /// Whether an opportunity may pass over this stage.
    #[serde(default = "yes")]
    pub may_skip: bool,
    /// Whether an opportunity may leave this stage backwards.
    #[serde(default = "yes")]
    pub may_leave_backwards: bool,
    /// How far each role has to be covered in this stage.
    #[serde(default)]
    pub required_roles: Vec<RoleRequirement>,
    /// Other names under which events name this stage: earlier labels, another system's words.
    #[serde(default)]
    pub aliases: Vec<StageId>,
}

/// The stages an opportunity moves through, in order.
///
/// # Examples
/// ```
/// use keyaccount::Playbook;
///
/// let playbook = Playbook::eight_step();
/// let pipeline = playbook.default_pipeline();
/// assert_eq!(pipeline.stages.len(), 8);
/// assert_eq!(pipeline.stages[7].progress, Some(110));
/// assert_eq!(pipeline.stages[7].win_probability.to_string(), "1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pipeline {
    /// The stable identifier.
    pub id: PipelineId,
    /// The label for people.
    pub label: LabelPair,
    /// The stages from first to last: open ones, then booked, realised, post-sale.
    pub stages: Vec<Stage>,
    /// Names under which events name the loss, where the source keeps it among the stages: `Closed Lost`.
    #[serde(default)]
    pub lost_names: Vec<StageId>,
}

impl Pipeline {
    /// The position of a stage by its identifier or one of its aliases.
    #[must_use]
    pub fn position(&self, name: &StageId) -> Option<usize> {
        let by_id = self.stages.iter().position(|stage| stage.id == *name);
        by_id.or_else(|| self.stages.iter().position(|stage| stage.aliases.contains(name)))
    }

    /// Whether events of this pipeline mean a loss by a stage's name.
    #[must_use]
    pub fn means_lost(&self, name: &StageId) -> bool {
        self.lost_names.contains(name)
    }

    /// A stage by its identifier or one of its aliases.
    #[must_use]
    pub fn stage(&self, name: &StageId) -> Option<&Stage> {
        self.position(name).and_then(|at| self.stages.get(at))
    }
}

//! When contacts and contributions count, who is a key person, and what may be missing in a committee's coverage.

use serde::{Deserialize, Serialize};

use crate::facts::BuyingRole;
use crate::values::{Factor, Influence, Share, vocabulary};

/// How contact with a buying committee is judged.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount::CoveragePolicy::default().contact_stale_after_days, 60);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CoveragePolicy {
    /// Days after which a contact no longer counts as recent.
    pub contact_stale_after_days: u32,
    /// Fewest people of the customer in recent contact; with fewer, the opportunity hangs on a single thread.
    pub minimum_contacts: u32,
    /// Days looked back for how deep the contact with somebody is.
    pub depth_days: u32,
    /// Fewest contacts in these days that count as several.
    pub several_contacts: u32,
    /// Fewest meetings in these days from which contact is in depth.
    pub in_depth_meetings: u32,
    /// Days for which what somebody did for us counts.
    pub contribution_days: u32,
    /// The influence from which somebody is a key person.
    pub key_influence: Influence,
    /// Fewest people of known stance from which it is suspicious that nobody is against us.
    pub opponent_expected_from: u32,
    /// Share of all known influence from which it is too much in the hands of people we don't know: never in contact,
    /// or of unknown stance.
    pub unknown_influence_share: Share,
    /// Days looked back for how the support base moved, and for champions who left.
    pub support_trend_days: u32,
    /// The change of the support base, as a share, from which it grows or shrinks.
    pub support_change: Share,
    /// Days after which what is known of an information point is stale.
    pub information_stale_after_days: u32,
    /// How much each role counts in the score, in the order coach, user, technical gatekeeper, economic decision
    /// maker.
    pub role_weights: RoleWeights,
    /// The most that the score may be while a technical gatekeeper or a decision maker is hostile, of 100.
    pub hostile_score_cap: Influence,
}

/// How much each buying role counts in the score of a deal's coverage: any numbers of which one is above 0; only their
/// proportions matter. The defaults are ours.
///
/// # Examples
/// ```
/// use keyaccount::{BuyingRole, RoleWeights};
///
/// assert_eq!(RoleWeights::default().of(BuyingRole::EconomicDecisionMaker).to_string(), "3");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RoleWeights {
    /// The weight of the coach.
    pub coach: Factor,
    /// The weight of the user.
    pub user: Factor,
    /// The weight of the technical gatekeeper.
    pub technical_gatekeeper: Factor,
    /// The weight of the economic decision maker.
    pub economic_decision_maker: Factor,
}

impl Default for RoleWeights {
    fn default() -> Self {
        Self {
            coach: Factor::hundredths(200),
            user: Factor::hundredths(100),
            technical_gatekeeper: Factor::hundredths(200),
            economic_decision_maker: Factor::hundredths(300),
        }
    }
}

impl RoleWeights {
    /// The weight of a role.
    #[must_use]
    pub const fn of(&self, role: BuyingRole) -> Factor {
        match role {
            BuyingRole::Coach => self.coach,
            BuyingRole::User => self.user,
            BuyingRole::TechnicalGatekeeper => self.technical_gatekeeper,
            BuyingRole::EconomicDecisionMaker => self.economic_decision_maker,
        }
    }
}

impl Default for CoveragePolicy {
    fn default() -> Self {
        Self {
            contact_stale_after_days: 60,
            minimum_contacts: 2,
            depth_days: 365,
            several_contacts: 3,
            in_depth_meetings: 3,
            contribution_days: 180,
            key_influence: Influence::whole(60),
            opponent_expected_from: 5,
            unknown_influence_share: Share::hundredths(50),
            support_trend_days: 90,
            support_change: Share::hundredths(5),
            information_stale_after_days: 90,
            role_weights: RoleWeights::default(),
            hostile_score_cap: Influence::whole(25),
        }
    }
}

vocabulary! {
    /// What is missing in the coverage of a committee.
    ///
    /// No kind says what another has said: each person or absence is reported once for each thing to be done.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{CoverageGapKind, Language};
    ///
    /// assert_eq!(CoverageGapKind::DecisionMakerNeverMet.label(Language::ZhHans), "从未见过最终决策者");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum CoverageGapKind {
        /// Nobody of the committee is known; stands for every role that is missing for that reason.
        CommitteeEmpty = "committee_empty", "committee not known", "采购委员会未知";
        /// A technical gatekeeper works against us. No support elsewhere makes up for it.
        HostileGatekeeper = "hostile_gatekeeper", "hostile gatekeeper", "技术把关者敌对";
        /// Somebody who says the final yes works against us.
        HostileDecisionMaker = "hostile_decision_maker", "hostile decision maker", "最终决策者敌对";
        /// The final decision maker is known, and nobody who plays the role was ever met.
        DecisionMakerNeverMet = "decision_maker_never_met", "decision maker never met", "从未见过最终决策者";
        /// Nobody is known to play the role. For coach and gatekeeper see `no_coach` and `unknown_gatekeeper`.
        RoleMissing = "role_missing", "role missing", "角色缺失";
        /// The veto risk is not known: no gatekeeper is known, or not where one stands.
        UnknownGatekeeper = "unknown_gatekeeper", "gatekeeper unknown", "技术把关者情况不明";
        /// Nobody guides us.
        NoCoach = "no_coach", "no coach", "没有教练";
        /// Only people of our own company guide us.
        CoachOnlyInOurCompany = "coach_only_in_our_company", "coach only in our own company", "教练仅在我方内部";
        /// Those who would have to be in contact with us never were.
        RoleNotContacted = "role_not_contacted", "role not contacted", "角色未接触";
        /// Those who would have to be in contact with us were, but have been silent for too long.
        ContactStale = "contact_stale", "contact has gone silent", "接触中断";
        /// Nobody who plays the role is for us: neutral is not favourable.
        StanceUnfavourable = "stance_unfavourable", "stance not favourable", "立场不利";
        /// Nobody who plays the role is known to be for us, and it is not known where these people stand.
        StanceUnknown = "stance_unknown", "stance unknown", "立场未知";
        /// Somebody who plays the role is for us, and nobody of them did lately for us what the role does.
        RoleNotContributing = "role_not_contributing", "role contributes nothing", "角色未作贡献";
        /// A coach informs a competitor of ours as well.
        CoachInformsCompetitor = "coach_informs_competitor", "coach also informs a competitor", "教练同时向竞争对手提供信息";
        /// Somebody who guided us, or actively helped us, left, and nobody else does.
        ChampionLeft = "champion_left", "champion left", "支持我方的关键人离开";
        /// Most of the key people whose stance is known are not for us.
        KeyPeopleUnfavourable = "key_people_unfavourable", "most key people not for us", "多数关键人不支持我方";
        /// Much of the influence is with people we don't know.
        InfluenceWithUnknown = "influence_with_unknown", "influence with people we don't know", "影响力集中于不了解的人";
        /// Nobody is against us, which is suspicious, not good: we have not looked closely.
        NoOpponentFound = "no_opponent_found", "no opponent found", "未发现反对者";
        /// The support base shrinks.
        SupportShrinking = "support_shrinking", "support base shrinking", "支持面缩小";
        /// The opportunity stands in a stage for which the committee is not covered: already what an earlier stage asks
        /// is not met.
        StageAheadOfCoverage = "stage_ahead_of_coverage", "stage ahead of coverage", "阶段超前于关系覆盖";
        /// More than one person claims the final yes, which is said once in a project. It concerns the committee: whose
        /// word is final is no question of how well the role is covered.
        SeveralClaimFinalYes = "several_claim_final_yes", "several claim the final yes", "多人自称最终决策";
        /// All recent contact hangs on too few people of the customer, or on one of ours.
        SingleThread = "single_thread", "hangs on a single thread", "单线联系";
    }
}

impl CoverageGapKind {
    /// The roles that a gap of this kind may concern; empty where it concerns the committee as a whole.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{BuyingRole, CoverageGapKind};
    ///
    /// assert_eq!(CoverageGapKind::HostileGatekeeper.roles(), [BuyingRole::TechnicalGatekeeper]);
    /// assert!(CoverageGapKind::SingleThread.roles().is_empty());
    /// ```
    #[must_use]
    pub const fn roles(self) -> &'static [BuyingRole] {
        match self {
            Self::CommitteeEmpty
            | Self::SingleThread
            | Self::ChampionLeft
            | Self::KeyPeopleUnfavourable
            | Self::InfluenceWithUnknown
            | Self::NoOpponentFound
            | Self::SupportShrinking
            | Self::StageAheadOfCoverage
            | Self::SeveralClaimFinalYes => &[],
            Self::HostileGatekeeper | Self::UnknownGatekeeper => &[BuyingRole::TechnicalGatekeeper],
            Self::HostileDecisionMaker | Self::DecisionMakerNeverMet => &[BuyingRole::EconomicDecisionMaker],
            Self::NoCoach | Self::CoachOnlyInOurCompany | Self::CoachInformsCompetitor => &[BuyingRole::Coach],
            // Where a coach or a gatekeeper is missing, the gap has a name of its own.
            Self::RoleMissing => &[BuyingRole::User, BuyingRole::EconomicDecisionMaker],
            Self::StanceUnknown => &[BuyingRole::Coach, BuyingRole::User, BuyingRole::EconomicDecisionMaker],
            Self::RoleNotContacted | Self::ContactStale | Self::StanceUnfavourable | Self::RoleNotContributing => {
                BuyingRole::ALL
            }
        }
    }
}

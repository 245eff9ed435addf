//! When a contact counts, when a committee hangs on one thread, and what may be missing in its coverage.

use serde::{Deserialize, Serialize};

use crate::facts::BuyingRole;
use crate::values::vocabulary;

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
}

impl Default for CoveragePolicy {
    fn default() -> Self {
        Self { contact_stale_after_days: 60, minimum_contacts: 2 }
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
        /// More than one person claims the final yes, which is said once in a project.
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
            Self::CommitteeEmpty | Self::SingleThread => &[],
            Self::HostileGatekeeper | Self::UnknownGatekeeper => &[BuyingRole::TechnicalGatekeeper],
            Self::HostileDecisionMaker | Self::DecisionMakerNeverMet | Self::SeveralClaimFinalYes => {
                &[BuyingRole::EconomicDecisionMaker]
            }
            Self::NoCoach | Self::CoachOnlyInOurCompany => &[BuyingRole::Coach],
            // Where a coach or a gatekeeper is missing, the gap has a name of its own.
            Self::RoleMissing => &[BuyingRole::User, BuyingRole::EconomicDecisionMaker],
            Self::StanceUnknown => &[BuyingRole::Coach, BuyingRole::User, BuyingRole::EconomicDecisionMaker],
            Self::RoleNotContacted | Self::ContactStale | Self::StanceUnfavourable => BuyingRole::ALL,
        }
    }
}

//! Stakeholders, and the words in which they are described.

use serde::{Deserialize, Serialize};

use crate::values::{AccountId, Label, StakeholderId, vocabulary};

vocabulary! {
    /// The four buying roles of the CUTE method. Source: `[KRM]`, D5.
    ///
    /// A role is what a person does in one purchase, never a job title.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::BuyingRole;
    ///
    /// let codes: Vec<_> = BuyingRole::ALL.iter().map(|role| role.as_str()).collect();
    /// assert_eq!(codes, ["coach", "user", "technical_gatekeeper", "economic_decision_maker"]);
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum BuyingRole {
        /// Guides the sale: information and advice at each phase.
        Coach = "coach", "coach", "教练";
        /// Uses or maintains what is bought, and judges its effect on their own work.
        User = "user", "user", "使用者";
        /// Measures the proposal: cannot say yes, can usually say no.
        TechnicalGatekeeper = "technical_gatekeeper", "technical gatekeeper", "技术把关者";
        /// Controls the money and says the final yes.
        EconomicDecisionMaker = "economic_decision_maker", "economic decision maker", "最终决策者";
    }
}

vocabulary! {
    /// Where a person stands towards us in a purchase. Source: `[CCA]`, D6.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Stance;
    ///
    /// assert!(Stance::Supporter.is_favourable());
    /// assert!(!Stance::Neutral.is_favourable());
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum Stance {
        /// Works against us.
        Hostile = "hostile", "hostile", "敌对者";
        /// Neither for nor against us.
        Neutral = "neutral", "neutral", "中立者";
        /// Is for us.
        Supporter = "supporter", "supporter", "支持者";
        /// Actively helps us to get the project.
        Ally = "ally", "ally", "结盟者";
        /// Shares what others do not get to know.
        Insider = "insider", "insider", "内线";
    }
}

impl Stance {
    /// Supporter, ally and insider are for us.
    #[must_use]
    pub fn is_favourable(self) -> bool {
        self >= Self::Supporter
    }
}

vocabulary! {
    /// Where a coach sits. Source: `[KRM]`, D5.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::CoachPosition::OurCompany.as_str(), "our_company");
    /// ```
    pub enum CoachPosition {
        /// Inside the customer.
        Customer = "customer", "inside the customer", "客户内部";
        /// Outside both companies.
        Outside = "outside", "outside both", "双方之外";
        /// Inside our own company.
        OurCompany = "our_company", "inside our company", "我方内部";
    }
}

vocabulary! {
    /// Why somebody is not for us: each kind is handled differently. Source: `[CCA]`, D6.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, NonSupporterKind};
    ///
    /// assert_eq!(NonSupporterKind::Backslider.label(Language::ZhHans), "倒退者");
    /// ```
    pub enum NonSupporterKind {
        /// Doubts what we say.
        Sceptic = "sceptic", "sceptic", "怀疑者";
        /// Has us wrong.
        Misinformed = "misinformed", "misinformed", "误解者";
        /// Was for us once.
        Backslider = "backslider", "backslider", "倒退者";
    }
}

vocabulary! {
    /// How somebody likes to be spoken with. Source: `[KRM]`, D33.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{CommunicationStyle, Language};
    ///
    /// assert_eq!(CommunicationStyle::Detail.label(Language::En), "detail, order, format");
    /// ```
    pub enum CommunicationStyle {
        /// Quadrant A.
        Facts = "facts", "facts, figures, logic", "事实、数字、逻辑";
        /// Quadrant B.
        Detail = "detail", "detail, order, format", "细节、顺序、格式";
        /// Quadrant C.
        People = "people", "people, examples, benefit to people", "人、实例、感受与利益";
        /// Quadrant D.
        BigPicture = "big_picture", "big picture, images, the future", "全局、形象、未来";
    }
}

vocabulary! {
    /// What moves a person in a purchase. Source: `[KRM]`, D34.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Driver;
    ///
    /// assert!(Driver::UnlawfulInducement.is_unlawful());
    /// assert!(!Driver::Reputation.is_unlawful());
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum Driver {
        /// Money that the person answers for: budget, savings, their targets. Typical of decision makers.
        Money = "money", "the budget and figures they answer for", "其负责的预算与业绩数字";
        /// Achievements in office. Typical of decision makers.
        AchievementInOffice = "achievement_in_office", "achievements in office", "任内政绩";
        /// The company's results: sales up, cost down, return, payback, new income, a new market. Typical of decision
        /// makers.
        CompanyResults = "company_results", "the company's results", "公司效益";
        /// Reputation: a showcase project, a publication. Typical of decision makers.
        Reputation = "reputation", "reputation", "声誉";
        /// The security of their family. Typical of decision makers.
        FamilySecurity = "family_security", "the security of their family", "家庭保障";
        /// Being valued, and seen as a leader. Typical of coaches.
        BeingValued = "being_valued", "being valued and seen as a leader", "受重视、被视为领导者";
        /// What the purchase does for their group. Typical of coaches.
        GroupBenefit = "group_benefit", "what it does for their group", "团队利益";
        /// Bringing something about. Typical of coaches.
        Achievement = "achievement", "bringing something about", "成就感";
        /// Standing as the expert. Typical of technical gatekeepers.
        ExpertStanding = "expert_standing", "standing as the expert", "专家地位";
        /// Responsibility for the company. Typical of technical gatekeepers.
        CompanyResponsibility = "company_responsibility", "responsibility for the company", "对公司的责任";
        /// The best technical solution: delivery, price, reliability, safety, upkeep. Typical of technical gatekeepers.
        TechnicalSolution = "technical_solution", "the best technical solution", "最佳技术方案";
        /// Little upkeep. Typical of users.
        UpkeepEffort = "upkeep_effort", "less upkeep", "减少维护工作量";
        /// What they are used to. Typical of users.
        Habit = "habit", "what they are used to", "使用习惯";
        /// How they feel about it. Typical of users.
        Feeling = "feeling", "how they feel about it", "感受";
        /// Easier and faster work. Typical of users.
        EasierWork = "easier_work", "easier and faster work", "工作更轻松快捷";
        /// A kickback, a gift for a favour: outside this library, raised as a matter of compliance.
        UnlawfulInducement = "unlawful_inducement", "an unlawful inducement", "非法利益";
    }
}

impl Driver {
    /// Whether it must not be answered, only reported.
    #[must_use]
    pub const fn is_unlawful(self) -> bool {
        matches!(self, Self::UnlawfulInducement)
    }
}

/// A person who counts for an account's purchases.
///
/// Name, title, department and communication style are personal and may be left out; nothing is inferred from a title.
///
/// # Examples
/// ```
/// use keyaccount::Stakeholder;
///
/// let person = Stakeholder::new("np-works-manager".parse()?, "north-plant".parse()?);
/// assert!(person.title.is_none());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stakeholder {
    /// Identifies the person; unique in a book.
    pub id: StakeholderId,
    /// The account whose purchases the person counts for.
    pub account: AccountId,
    /// The person's name.
    #[serde(default)]
    pub name: Option<Label>,
    /// The person's job title; it says nothing about the buying role.
    #[serde(default)]
    pub title: Option<Label>,
    /// The person's department.
    #[serde(default)]
    pub department: Option<Label>,
    /// How they like to be spoken with; null means unknown.
    #[serde(default)]
    pub communication_style: Option<CommunicationStyle>,
    /// The person they report to.
    #[serde(default)]
    pub reports_to: Option<StakeholderId>,
}

impl Stakeholder {
    /// A person of whom only the account is known.
    #[must_use]
    pub const fn new(id: StakeholderId, account: AccountId) -> Self {
        Self { id, account, name: None, title: None, department: None, communication_style: None, reports_to: None }
    }
}

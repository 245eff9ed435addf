//! Interactions with the customer, and the proposals made.

use serde::{Deserialize, Serialize};

use crate::values::{
    AccountId, Date, InteractionId, Label, MemberId, OpportunityId, ProposalId, StakeholderId, vocabulary,
};

vocabulary! {
    /// How an interaction took place.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Channel;
    ///
    /// assert!(Channel::Visit.is_meeting());
    /// assert!(!Channel::Mail.is_meeting());
    /// ```
    pub enum Channel {
        /// We went to the customer, or they came to us.
        Visit = "visit", "visit", "拜访";
        /// A meeting elsewhere, such as at a fair or seminar.
        Event = "event", "event", "活动";
        /// A meeting over video.
        VideoCall = "video_call", "video call", "视频会议";
        /// A telephone call.
        Phone = "phone", "phone", "电话";
        /// Mail or e-mail.
        Mail = "mail", "mail", "信函";
        /// An instant message.
        InstantMessage = "instant_message", "instant message", "即时消息";
        /// Any other way.
        Other = "other", "other", "其他";
    }
}

impl Channel {
    /// Whether the people saw each other: a visit, an event or a video call.
    #[must_use]
    pub const fn is_meeting(self) -> bool {
        matches!(self, Self::Visit | Self::Event | Self::VideoCall)
    }
}

vocabulary! {
    /// Who spoke to whom.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Direction;
    ///
    /// assert!(Direction::Inbound.customer_spoke());
    /// assert!(!Direction::Outbound.customer_spoke(), "an unanswered mail is no contact");
    /// ```
    pub enum Direction {
        /// The customer spoke to us.
        Inbound = "inbound", "inbound", "客户发起";
        /// We spoke to the customer, with no answer recorded.
        Outbound = "outbound", "outbound", "我方发起";
        /// Both spoke.
        TwoWay = "two_way", "two-way", "双向";
    }
}

impl Direction {
    /// Whether the customer said something.
    #[must_use]
    pub const fn customer_spoke(self) -> bool {
        matches!(self, Self::Inbound | Self::TwoWay)
    }

    /// Whether our side said something.
    #[must_use]
    pub const fn we_spoke(self) -> bool {
        matches!(self, Self::Outbound | Self::TwoWay)
    }
}

vocabulary! {
    /// What an interaction was about.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::Topic;
    ///
    /// assert!(Topic::Solution.is_pre_sales());
    /// assert!(!Topic::Delivery.is_pre_sales());
    /// ```
    pub enum Topic {
        /// What the customer needs.
        Need = "need", "need", "需求";
        /// How we would meet the need.
        Solution = "solution", "solution", "方案";
        /// The product shown or tried out.
        Demonstration = "demonstration", "demonstration", "演示";
        /// Price and commercial terms.
        Price = "price", "price", "价格";
        /// The contract.
        Contract = "contract", "contract", "合同";
        /// Placing or changing an order.
        Order = "order", "order", "订单";
        /// Delivery.
        Delivery = "delivery", "delivery", "交付";
        /// Invoices and payment.
        Payment = "payment", "payment", "付款";
        /// Service, repair and technical support.
        Support = "support", "support", "技术支持";
        /// Training given or offered.
        Training = "training", "training", "培训";
        /// The customer said that it needs no training from us.
        TrainingDeclined = "training_declined", "training declined", "拒绝培训";
        /// The customer said that it needs no pre-sales support: the product sells itself.
        PreSalesDeclined = "pre_sales_declined", "pre-sales declined", "拒绝售前支持";
        /// The customer said that it is studying a technology that could replace ours.
        NewTechnologyStudied = "new_technology_studied", "studying new technology", "研究新技术";
        /// The customer said that it will adopt a technology that replaces ours.
        NewTechnologyAdopted = "new_technology_adopted", "adopting new technology", "采用新技术";
        /// A complaint.
        Complaint = "complaint", "complaint", "投诉";
        /// Keeping up the relationship.
        Relationship = "relationship", "relationship", "关系维护";
        /// Anything else.
        Other = "other", "other", "其他";
    }
}

impl Topic {
    /// Whether this is pre-sales work: needs, solutions, demonstrations.
    #[must_use]
    pub const fn is_pre_sales(self) -> bool {
        matches!(self, Self::Need | Self::Solution | Self::Demonstration)
    }
}

/// One contact between the customer and us.
///
/// # Examples
/// ```
/// use keyaccount::{Channel, Direction, Interaction, Topic};
///
/// let visit = Interaction {
///     id: "visit-17".parse()?,
///     account: "north-plant".parse()?,
///     on: "2026-04-02".parse()?,
///     channel: Channel::Visit,
///     direction: Direction::TwoWay,
///     stakeholders: vec!["np-works-manager".parse()?],
///     members: vec!["sales-3".parse()?],
///     opportunity: None,
///     topics: vec![Topic::Need],
/// };
/// assert!(visit.channel.is_meeting());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Interaction {
    /// Identifies the interaction; unique in a book.
    pub id: InteractionId,
    /// The account.
    pub account: AccountId,
    /// The day.
    pub on: Date,
    /// How it took place.
    pub channel: Channel,
    /// Who spoke to whom.
    pub direction: Direction,
    /// The customer's people who took part.
    #[serde(default)]
    pub stakeholders: Vec<StakeholderId>,
    /// Our people who took part.
    #[serde(default)]
    pub members: Vec<MemberId>,
    /// The opportunity it was about; null means none in particular.
    #[serde(default)]
    pub opportunity: Option<OpportunityId>,
    /// What it was about; empty means not recorded.
    #[serde(default)]
    pub topics: Vec<Topic>,
}

/// A proposal that we made.
///
/// # Examples
/// ```
/// use keyaccount::Proposal;
///
/// let proposal = Proposal {
///     id: "proposal-9".parse()?,
///     account: "north-plant".parse()?,
///     on: "2026-04-20".parse()?,
///     opportunity: None,
///     template: Some("standard-offer-v2".parse()?),
/// };
/// assert!(proposal.template.is_some());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// Identifies the proposal; unique in a book.
    pub id: ProposalId,
    /// The account.
    pub account: AccountId,
    /// The day it was handed over.
    pub on: Date,
    /// The opportunity it was made for.
    #[serde(default)]
    pub opportunity: Option<OpportunityId>,
    /// The template its content was copied from (a name or a digest of the text); null means it was written for
    /// this customer.
    #[serde(default)]
    pub template: Option<Label>,
}

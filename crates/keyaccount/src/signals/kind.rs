//! The six signals.

use crate::values::vocabulary;

vocabulary! {
    /// The six signals that an account is at high risk. Source: `[KRM]`, D12.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, SignalKind};
    ///
    /// assert_eq!(SignalKind::ALL.len(), 6);
    /// assert_eq!(SignalKind::NewTechnology.label(Language::ZhHans), "客户研究或采用新技术");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum SignalKind {
        /// Orders arrive like snowflakes while nobody sells.
        OrdersWithoutSelling = "orders_without_selling", "orders arrive while nobody sells", "订单如雪片而无人销售";
        /// Pre-sales looks worthless because the product is mature and needs no promotion.
        PreSalesLooksWorthless = "pre_sales_looks_worthless", "pre-sales looks worthless", "售前显得没有价值";
        /// The customer says that it is studying, or will adopt, a new technology.
        NewTechnology = "new_technology", "customer studies or adopts a new technology", "客户研究或采用新技术";
        /// Pre-sales people in the territory leave or change jobs in numbers.
        PreSalesTeamLeaving = "pre_sales_team_leaving", "pre-sales people leave", "售前人员大量离职或调岗";
        /// Proposals to the customer are all alike, copied from templates.
        CopiedProposals = "copied_proposals", "proposals are copied from templates", "方案千篇一律";
        /// The customer says that it needs no training from us.
        TrainingDeclined = "training_declined", "customer needs no training from us", "客户不需要培训";
    }
}

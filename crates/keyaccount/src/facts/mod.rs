//! Facts: what happened, as a CRM records it. Facts know no policy and no verdict.

mod account;
mod book;
mod committee;
mod erase;
mod expense;
mod forecast;
mod integrity;
mod interaction;
mod judgement;
mod opportunity;
mod project;
mod purchase;
mod read;
mod relationship;
mod reporting;
mod satisfaction;
mod stakeholder;
mod switching;
mod tables;
mod team;
mod wallet;

pub use account::Account;
pub use book::{AccountBook, Book, FactCount, Located, OpportunityBook};
pub use committee::{CommitteeSeat, Contribution, ContributionKind, StakeholderChange, StakeholderChangeKind};
pub use erase::{
    ErasedField, Erasure, ErasureAction, ErasureVerdict, erase_personal_fields, erase_personal_fields_in_json,
};
pub use expense::{Expense, ExpenseKind};
pub(crate) use forecast::are_whole;
pub use forecast::{CreditShare, ForecastAdjustment, ForecastCategory, Quota, RecurringRevenue};
pub use interaction::{Channel, Direction, Interaction, Proposal, Topic};
pub use judgement::{KeyAccountJudgement, KeyAccountKind};
pub use opportunity::{Opportunity, OpportunityChange, OpportunityEvent, Override};
pub use project::{
    BreakthroughPlan, CompetitorStanding, InformationPoint, InformationRecord, InformationState, OpportunityCompetitor,
    Task,
};
pub use purchase::{Purchase, Supplier};
pub use read::quote_non_finite_numbers;
pub use relationship::{Relationship, RelationshipKind, RelationshipStrength};
pub use satisfaction::{Complaint, ComplaintKind, SurveyResponse};
pub use stakeholder::{BuyingRole, CoachPosition, CommunicationStyle, Driver, NonSupporterKind, Stakeholder, Stance};
pub use switching::{SwitchingCost, SwitchingCostKind, SwitchingCostLevel};
pub use tables::{FactKind, FactReference, Facts};
pub use team::{ReportingLine, SignalMute, TeamChange, TeamFunction, TeamMove};
pub use wallet::WalletEstimate;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

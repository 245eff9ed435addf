//! Facts: what happened, as a CRM records it. Facts know no policy and no verdict.

mod account;
mod book;
mod forecast;
mod integrity;
mod interaction;
mod opportunity;
mod purchase;
mod read;
mod reporting;
mod satisfaction;
mod stakeholder;
mod tables;
mod team;

pub use account::Account;
pub use book::{AccountBook, Book, FactCount, Located, OpportunityBook};
pub(crate) use forecast::are_whole;
pub use forecast::{CreditShare, ForecastAdjustment, ForecastCategory, Quota, RecurringRevenue};
pub use interaction::{Channel, Direction, Interaction, Proposal, Topic};
pub use opportunity::{Opportunity, OpportunityChange, OpportunityEvent, Override};
pub use purchase::{Purchase, Supplier};
pub use read::quote_non_finite_numbers;
pub use satisfaction::{Complaint, ComplaintKind, SurveyResponse};
pub use stakeholder::{
    BuyingRole, CoachPosition, CommitteeSeat, Stakeholder, StakeholderChange, StakeholderChangeKind, Stance,
};
pub use tables::{FactKind, FactReference, Facts};
pub use team::{ReportingLine, SignalMute, TeamChange, TeamFunction, TeamMove};

#[cfg(test)]
mod property_tests;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

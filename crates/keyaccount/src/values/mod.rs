//! Checked values: what a field may hold, decided once, where it is read.

mod date;
pub(crate) mod decimal;
mod moment;
mod money;
mod month;
mod period;
mod statistic;
mod text;
mod time_zone;
mod total;
pub(crate) mod vocabulary;

pub use date::Date;
pub use decimal::{
    AmountLimit, DayCount, EffectiveCount, Estimate, EstimateChange, Factor, Influence, LogLoss, MarketCorrelation,
    Probability, Quantity, Rate, Ratio, RelativeChange, Score, Share,
};
pub use moment::Moment;
pub use money::{Currency, Money, NetMoney};
pub use month::Month;
pub use period::{Period, PeriodUnit};
pub use statistic::{PositiveStatistic, Statistic};
pub use text::{
    AccountId, AdjustmentId, ComplaintId, ContributionId, EventId, ExpenseId, InteractionId, Label, LossReasonId,
    MemberId, Note, OpportunityId, PipelineId, ProposalId, PurchaseId, QuotaId, StageId, StakeholderId, SurveyId,
    TaskId, TeamChangeId,
};
pub use time_zone::TimeZone;
pub use total::{Amounts, CurrencySum, ExactSum};
pub use vocabulary::Language;

pub(crate) use vocabulary::vocabulary;

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

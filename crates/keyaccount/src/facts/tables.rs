//! The tables of facts: the flat shape in which a CRM exports and in which JSON carries a book.

use serde::{Deserialize, Serialize};

use super::{
    Account, BreakthroughPlan, CommitteeSeat, Complaint, Contribution, Expense, ForecastAdjustment, InformationRecord,
    Interaction, KeyAccountJudgement, Located, Opportunity, OpportunityCompetitor, OpportunityEvent, Proposal,
    Purchase, Quota, Relationship, ReportingLine, SignalMute, Stakeholder, StakeholderChange, SurveyResponse,
    SwitchingCost, Task, TeamChange, WalletEstimate,
};
use crate::values::vocabulary;

/// Calls a macro with every table: its name, the type of its rows, and what the table holds.
macro_rules! for_each_table {
    ($apply:ident) => {
        $apply! {
            accounts: Account, "Customer organisations.";
            opportunities: Opportunity, "Possible sales.";
            opportunity_events: OpportunityEvent, "What happened to opportunities, in any order.";
            stakeholders: Stakeholder, "People who count for purchases.";
            committee_seats: CommitteeSeat, "Who plays which buying role in which opportunity.";
            stakeholder_changes: StakeholderChange, "Dated changes of what is known about people.";
            contributions: Contribution, "What people did for us in opportunities.";
            relationships: Relationship, "Who influences, knows, or is at odds with whom.";
            interactions: Interaction, "Contacts between customers and us.";
            proposals: Proposal, "Proposals we made.";
            purchases: Purchase, "Orders and returns, with us and with competitors.";
            surveys: SurveyResponse, "Answers to satisfaction surveys.";
            complaints: Complaint, "Complaints.";
            team_changes: TeamChange, "Changes in our own team.";
            signal_mutes: SignalMute, "Signals that a person has muted for a time.";
            reporting_lines: ReportingLine, "Who reports to whom in our own team, from a day on.";
            quotas: Quota, "What members of our team, or the company, are to book in a period.";
            forecast_adjustments: ForecastAdjustment, "People's own figures beside a forecast.";
            information_records: InformationRecord, "How far the nine information points of opportunities are known.";
            opportunity_competitors: OpportunityCompetitor, "Competitors in opportunities.";
            tasks: Task, "What we have to do for accounts.";
            breakthrough_plans: BreakthroughPlan, "How we mean to break through in opportunities.";
            expenses: Expense, "What we spent on accounts.";
            wallet_estimates: WalletEstimate, "What accounts are thought to spend in a year, with all suppliers.";
            switching_costs: SwitchingCost, "What it would cost accounts to leave us.";
            key_account_judgements: KeyAccountJudgement, "What people say accounts are: their tier, their kind.";
        }
    };
}
pub(crate) use for_each_table;

macro_rules! define_tables {
    ($($table:ident: $row:ident, $doc:literal;)+) => {
        /// All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
        ///
        /// # Examples
        /// ```
        /// use keyaccount::{Account, Book, Facts};
        ///
        /// let mut facts = Facts::default();
        /// facts.accounts.push(Account::new("north-plant".parse()?, "North Plant Ltd".parse()?));
        /// let book = Book::from_facts(facts);
        /// assert_eq!(book.accounts().len(), 1);
        /// # Ok::<(), keyaccount::Problem>(())
        /// ```
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields, default)]
        pub struct Facts {
            $(#[doc = $doc] pub $table: Vec<$row>,)+
        }

        /// The same tables, each row with its position in the input.
        #[derive(Default)]
        pub(crate) struct Rows {
            $(pub(crate) $table: Vec<Located<$row>>,)+
        }

        impl From<Facts> for Rows {
            fn from(facts: Facts) -> Self {
                Self { $($table: locate(facts.$table),)+ }
            }
        }

        impl From<Rows> for Facts {
            fn from(rows: Rows) -> Self {
                Self { $($table: rows.$table.into_iter().map(|row| row.fact).collect(),)+ }
            }
        }

        impl Rows {
            /// The number of rows of every table, in the order of definition.
            pub(crate) fn lengths(&self) -> Vec<(&'static str, usize)> {
                vec![$((stringify!($table), self.$table.len()),)+]
            }
        }
    };
}
for_each_table!(define_tables);

fn locate<T>(rows: Vec<T>) -> Vec<Located<T>> {
    rows.into_iter().enumerate().map(|(position, fact)| Located { position, fact }).collect()
}

vocabulary! {
    /// What kind of fact a verdict refers to.
    ///
    /// # Examples
    /// ```
    /// assert_eq!(keyaccount::FactKind::OpportunityEvent.as_str(), "opportunity_event");
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum FactKind {
        /// An account.
        Account = "account", "account", "客户";
        /// An opportunity.
        Opportunity = "opportunity", "opportunity", "商机";
        /// An event of an opportunity.
        OpportunityEvent = "opportunity_event", "opportunity event", "商机事件";
        /// A stakeholder.
        Stakeholder = "stakeholder", "stakeholder", "关键人";
        /// Something a person did for us.
        Contribution = "contribution", "contribution", "贡献";
        /// A relationship between two people: `from kind to`.
        Relationship = "relationship", "relationship", "人际关系";
        /// An interaction.
        Interaction = "interaction", "interaction", "互动";
        /// A proposal.
        Proposal = "proposal", "proposal", "方案";
        /// A purchase.
        Purchase = "purchase", "purchase", "采购";
        /// An answer to a survey.
        Survey = "survey", "survey answer", "调查";
        /// A complaint.
        Complaint = "complaint", "complaint", "投诉";
        /// A change in our team.
        TeamChange = "team_change", "team change", "团队变动";
        /// A record of an information point: `opportunity point day`.
        InformationRecord = "information_record", "information record", "信息记录";
        /// A competitor in an opportunity: `opportunity competitor day`.
        OpportunityCompetitor = "opportunity_competitor", "competitor in an opportunity", "商机竞争对手";
        /// A task.
        Task = "task", "task", "任务";
        /// A breakthrough plan: `opportunity day`.
        BreakthroughPlan = "breakthrough_plan", "breakthrough plan", "突破计划";
        /// An expense.
        Expense = "expense", "expense", "费用";
        /// An estimate of what an account spends in a year: `account day category`.
        WalletEstimate = "wallet_estimate", "wallet estimate", "采购总额估计";
        /// A cost of switching: `account kind day`.
        SwitchingCost = "switching_cost", "switching cost", "转换成本";
        /// A person's judgement of what an account is: `account day`.
        KeyAccountJudgement = "key_account_judgement", "judgement of an account", "大客户认定";
        /// A quota.
        Quota = "quota", "quota", "销售定额";
        /// An adjustment of a forecast.
        ForecastAdjustment = "forecast_adjustment", "forecast adjustment", "预测调整";
    }
}

/// Names one fact that a verdict rests on.
///
/// # Examples
/// ```
/// use keyaccount::{FactKind, FactReference};
///
/// let fact = FactReference::new(FactKind::Purchase, "order-1");
/// assert_eq!(fact.to_string(), "purchase order-1");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactReference {
    /// The kind of fact.
    pub kind: FactKind,
    /// Its identifier; for an event without one, its path in the input, such as `opportunity_events[4]`.
    pub id: String,
}

impl FactReference {
    /// A reference to a fact of a kind by its identifier.
    #[must_use]
    pub fn new(kind: FactKind, id: impl std::fmt::Display) -> Self {
        Self { kind, id: id.to_string() }
    }
}

impl std::fmt::Display for FactReference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind.label(crate::values::Language::En), self.id)
    }
}

//! Goes through every text and every person's identifier of all facts.
//!
//! Every row is taken apart with all its fields by name, so that a new field does not compile until somebody has
//! decided what an erasure does with it.

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use super::super::tables::Rows;
use super::super::{
    Account, BreakthroughPlan, CommitteeSeat, Complaint, Contribution, CreditShare, Expense, ForecastAdjustment,
    InformationRecord, Interaction, KeyAccountJudgement, Opportunity, OpportunityChange, OpportunityCompetitor,
    OpportunityEvent, Override, Proposal, Purchase, Quota, Relationship, ReportingLine, SignalMute, Stakeholder,
    StakeholderChange, StakeholderChangeKind, Supplier, SurveyResponse, SwitchingCost, Task, TeamChange,
    WalletEstimate,
};
use crate::problem::Problem;
use crate::values::{Label, MemberId, Note, StakeholderId};

/// A field of a row: table, row, field, place in the field's list.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    table: &'static str,
    position: usize,
    field: &'a str,
    index: Option<usize>,
}

impl<'a> At<'a> {
    fn row(table: &'static str, position: usize) -> Self {
        Self { table, position, field: "", index: None }
    }

    fn field(self, field: &'a str) -> Self {
        Self { field, ..self }
    }

    /// Whether it is the identifier of a person's own row.
    pub(super) fn is_own_id(&self) -> bool {
        self.table == "stakeholders" && self.field == "id"
    }
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.table, self.position)?;
        if !self.field.is_empty() {
            write!(f, ".{}", self.field)?;
        }
        self.index.map_or(Ok(()), |index| write!(f, "[{index}]"))
    }
}

/// Text that people wrote.
pub(super) trait Text: Borrow<str> + FromStr<Err = Problem> {}
impl Text for Label {}
impl Text for Note {}

/// What is to be done with each.
pub(super) trait Visitor {
    /// Whether a person's own fields are cleared. Asked before the person's identifier is visited.
    fn is_erased(&self, _: &StakeholderId) -> bool {
        false
    }
    /// A person's own field was cleared.
    fn cleared(&mut self, _: At<'_>) {}
    /// A row is nothing but a person's own field.
    fn removed(&mut self, _: At<'_>) {}
    /// A person's identifier.
    fn person(&mut self, _: At<'_>, _: &mut StakeholderId) {}
    /// A text.
    fn text<T: Text>(&mut self, _: At<'_>, _: &mut T) {}
    /// The name of a person whose own fields are not cleared.
    fn kept_name(&mut self, _: At<'_>, _: &str) {}
    /// The identifier of a fact that is no person, or of one of our own people.
    fn key(&mut self, _: At<'_>, _: &str) {}
}

/// Visits every row of every table.
pub(super) fn walk<V: Visitor>(rows: &mut Rows, visitor: &mut V) {
    macro_rules! walk_tables {
        ($($table:ident: $row:ident, $doc:literal;)+) => {
            let Rows { $($table),+ } = rows;
            $(for row in $table {
                row.fact.walk(At::row(stringify!($table), row.position), visitor);
            })+
        };
    }
    super::super::tables::for_each_table!(walk_tables);
}

trait Walk {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V);
}

fn maybe<V: Visitor, T: Text>(visitor: &mut V, at: At<'_>, text: &mut Option<T>) {
    if let Some(text) = text {
        visitor.text(at, text);
    }
}

fn each<V: Visitor, T: Text>(visitor: &mut V, at: At<'_>, texts: &mut [T]) {
    for (index, text) in texts.iter_mut().enumerate() {
        visitor.text(At { index: Some(index), ..at }, text);
    }
}

fn maybe_person<V: Visitor>(visitor: &mut V, at: At<'_>, id: &mut Option<StakeholderId>) {
    if let Some(id) = id {
        visitor.person(at, id);
    }
}

fn member<'a, V: Visitor>(visitor: &mut V, at: At<'_>, id: impl Into<Option<&'a MemberId>>) {
    if let Some(id) = id.into() {
        visitor.key(at, id.as_str());
    }
}

fn credited<V: Visitor>(visitor: &mut V, at: At<'_>, credits: &[CreditShare]) {
    for (index, CreditShare { member, share: _ }) in credits.iter().enumerate() {
        visitor.key(At { index: Some(index), ..at }, member.as_str());
    }
}

/// Clears a person's own field, if there is anything in it.
fn clear<V: Visitor, T: Default + PartialEq>(visitor: &mut V, at: At<'_>, value: &mut T) {
    if std::mem::take(value) != T::default() {
        visitor.cleared(at);
    }
}

impl Walk for Account {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, name, parent: _, owner, territory, industry } = self;
        visitor.key(at.field("id"), id.as_str());
        visitor.text(at.field("name"), name);
        member(visitor, at.field("owner"), owner.as_ref());
        maybe(visitor, at.field("territory"), territory);
        maybe(visitor, at.field("industry"), industry);
    }
}

impl Walk for Opportunity {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, account: _, name, pipeline: _, product_line, territory } = self;
        visitor.key(at.field("id"), id.as_str());
        maybe(visitor, at.field("name"), name);
        maybe(visitor, at.field("product_line"), product_line);
        maybe(visitor, at.field("territory"), territory);
    }
}

impl Walk for OpportunityEvent {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, opportunity: _, at: _, by, change } = self;
        if let Some(id) = id {
            visitor.key(at.field("id"), id.as_str());
        }
        member(visitor, at.field("by"), by.as_ref());
        match change {
            OpportunityChange::StageChanged { to: _, authorisation: Some(Override { by, reason }) }
            | OpportunityChange::Won { authorisation: Some(Override { by, reason }) } => {
                member(visitor, at.field("change.authorisation.by"), &*by);
                visitor.text(at.field("change.authorisation.reason"), reason);
            }
            OpportunityChange::Lost { reason: _, competitor, note } => {
                maybe(visitor, at.field("change.competitor"), competitor);
                maybe(visitor, at.field("change.note"), note);
            }
            OpportunityChange::Parked { reason, resume_on: _ } => maybe(visitor, at.field("change.reason"), reason),
            OpportunityChange::Created {
                stage: _,
                amount: _,
                close_date: _,
                owner,
                probability: _,
                forecast_category: _,
                credits,
                recurring: _,
            } => {
                member(visitor, at.field("change.owner"), owner.as_ref());
                credited(visitor, at.field("change.credits"), credits);
            }
            OpportunityChange::OwnerChanged { owner } => {
                member(visitor, at.field("change.owner"), owner.as_ref());
            }
            OpportunityChange::CreditSplitChanged { credits } => {
                credited(visitor, at.field("change.credits"), credits);
            }
            OpportunityChange::StageChanged { to: _, authorisation: None }
            | OpportunityChange::PipelineChanged { from: _, to: _, stage: _ }
            | OpportunityChange::EndMarkMet { stage: _ }
            | OpportunityChange::AmountChanged { amount: _ }
            | OpportunityChange::CloseDateChanged { close_date: _ }
            | OpportunityChange::ProbabilityChanged { probability: _ }
            | OpportunityChange::ForecastCategoryChanged { category: _ }
            | OpportunityChange::RecurringChanged { recurring: _ }
            | OpportunityChange::Won { authorisation: None }
            | OpportunityChange::Realised { amount: _ }
            | OpportunityChange::Reopened { stage: _ }
            | OpportunityChange::Resumed {} => {}
        }
    }
}

impl Walk for Stakeholder {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, account: _, name, title, department, communication_style, reports_to } = self;
        if visitor.is_erased(id) {
            clear(visitor, at.field("name"), name);
            clear(visitor, at.field("title"), title);
            clear(visitor, at.field("department"), department);
            clear(visitor, at.field("communication_style"), communication_style);
        }
        // Another person's own name is theirs, also where it is the same.
        if let Some(name) = name {
            visitor.kept_name(at.field("name"), name.as_str());
        }
        maybe(visitor, at.field("title"), title);
        maybe(visitor, at.field("department"), department);
        visitor.person(at.field("id"), id);
        maybe_person(visitor, at.field("reports_to"), reports_to);
    }
}

impl Walk for CommitteeSeat {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self {
            opportunity: _,
            stakeholder,
            since: _,
            roles: _,
            stance: _,
            influence: _,
            coach_position: _,
            non_supporter: _,
            informs_competitor: _,
            drivers,
            formal_roles,
        } = self;
        if visitor.is_erased(stakeholder) {
            clear(visitor, at.field("drivers"), drivers);
            clear(visitor, at.field("formal_roles"), formal_roles);
        }
        each(visitor, at.field("formal_roles"), formal_roles);
        visitor.person(at.field("stakeholder"), stakeholder);
    }
}

impl Walk for StakeholderChange {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { stakeholder, opportunity: _, on: _, change } = self;
        let is_erased = visitor.is_erased(stakeholder);
        match change {
            StakeholderChangeKind::DriversChanged { drivers: _ }
            | StakeholderChangeKind::FormalRolesChanged { formal_roles: _ }
            | StakeholderChangeKind::CommunicationStyleChanged { communication_style: _ }
                if is_erased =>
            {
                visitor.removed(at);
                return;
            }
            StakeholderChangeKind::FormalRolesChanged { formal_roles } => {
                each(visitor, at.field("change.formal_roles"), formal_roles);
            }
            StakeholderChangeKind::ReportingLineChanged { reports_to } => {
                maybe_person(visitor, at.field("change.reports_to"), reports_to);
            }
            StakeholderChangeKind::RoleTaken { role: _ }
            | StakeholderChangeKind::RoleGivenUp { role: _ }
            | StakeholderChangeKind::StanceChanged { stance: _, non_supporter: _ }
            | StakeholderChangeKind::InfluenceChanged { influence: _ }
            | StakeholderChangeKind::CoachPositionChanged { coach_position: _ }
            | StakeholderChangeKind::InformsCompetitorChanged { informs_competitor: _ }
            | StakeholderChangeKind::DriversChanged { drivers: _ }
            | StakeholderChangeKind::CommunicationStyleChanged { communication_style: _ }
            | StakeholderChangeKind::Left {} => {}
        }
        visitor.person(at.field("stakeholder"), stakeholder);
    }
}

impl Walk for Contribution {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, opportunity: _, stakeholder, on: _, kind: _, note } = self;
        visitor.key(at.field("id"), id.as_str());
        visitor.person(at.field("stakeholder"), stakeholder);
        maybe(visitor, at.field("note"), note);
    }
}

impl Walk for Relationship {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { from, to, kind: _, strength: _, since: _, until: _ } = self;
        visitor.person(at.field("from"), from);
        visitor.person(at.field("to"), to);
    }
}

impl Walk for Interaction {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, account: _, on: _, channel: _, direction: _, stakeholders, members, opportunity: _, topics: _ } =
            self;
        visitor.key(at.field("id"), id.as_str());
        for (index, person) in stakeholders.iter_mut().enumerate() {
            visitor.person(At { index: Some(index), ..at.field("stakeholders") }, person);
        }
        for (index, id) in members.iter().enumerate() {
            member(visitor, At { index: Some(index), ..at.field("members") }, id);
        }
    }
}

impl Walk for Proposal {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, account: _, on: _, opportunity: _, template } = self;
        visitor.key(at.field("id"), id.as_str());
        maybe(visitor, at.field("template"), template);
    }
}

impl Walk for Purchase {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, account: _, on: _, supplier, category, product, amount: _, quantity: _ } = self;
        visitor.key(at.field("id"), id.as_str());
        match supplier {
            Supplier::Us {} => {}
            Supplier::Competitor { name } => visitor.text(at.field("supplier.name"), name),
        }
        maybe(visitor, at.field("category"), category);
        maybe(visitor, at.field("product"), product);
    }
}

impl Walk for SurveyResponse {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, account: _, on: _, stakeholder, score: _, remark } = self;
        visitor.key(at.field("id"), id.as_str());
        maybe_person(visitor, at.field("stakeholder"), stakeholder);
        maybe(visitor, at.field("remark"), remark);
    }
}

impl Walk for Complaint {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, account: _, on: _, stakeholder, kind: _, resolved_on: _ } = self;
        visitor.key(at.field("id"), id.as_str());
        maybe_person(visitor, at.field("stakeholder"), stakeholder);
    }
}

impl Walk for TeamChange {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, on: _, member: who, function: _, change: _, territory, accounts: _ } = self;
        visitor.key(at.field("id"), id.as_str());
        member(visitor, at.field("member"), &*who);
        maybe(visitor, at.field("territory"), territory);
    }
}

impl Walk for SignalMute {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { account: _, signal: _, reason, until: _, by } = self;
        visitor.text(at.field("reason"), reason);
        member(visitor, at.field("by"), by.as_ref());
    }
}

impl Walk for ReportingLine {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { member: who, manager, from: _ } = self;
        member(visitor, at.field("member"), &*who);
        member(visitor, at.field("manager"), manager.as_ref());
    }
}

impl Walk for Quota {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, member: who, first: _, last: _, amount: _ } = self;
        visitor.key(at.field("id"), id.as_str());
        member(visitor, at.field("member"), who.as_ref());
    }
}

impl Walk for ForecastAdjustment {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, at: _, by, member: who, first: _, last: _, category: _, amount: _, note } = self;
        visitor.key(at.field("id"), id.as_str());
        member(visitor, at.field("by"), &*by);
        member(visitor, at.field("member"), who.as_ref());
        maybe(visitor, at.field("note"), note);
    }
}

impl Walk for InformationRecord {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { opportunity: _, point: _, on: _, state: _, source, success_factors } = self;
        maybe(visitor, at.field("source"), source);
        each(visitor, at.field("success_factors"), success_factors);
    }
}

impl Walk for OpportunityCompetitor {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { opportunity: _, competitor, on: _, standing: _, strategy } = self;
        visitor.text(at.field("competitor"), competitor);
        maybe(visitor, at.field("strategy"), strategy);
    }
}

impl Walk for Task {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, account: _, title, opportunity: _, owner, stakeholder, opened_on: _, due_on: _, closed_on: _ } =
            self;
        visitor.key(at.field("id"), id.as_str());
        visitor.text(at.field("title"), title);
        member(visitor, at.field("owner"), owner.as_ref());
        maybe_person(visitor, at.field("stakeholder"), stakeholder);
    }
}

impl Walk for BreakthroughPlan {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { opportunity: _, on: _, stage: _, goal, internal_resources, external_resources } = self;
        maybe(visitor, at.field("goal"), goal);
        each(visitor, at.field("internal_resources"), internal_resources);
        each(visitor, at.field("external_resources"), external_resources);
    }
}

impl Walk for Expense {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { id, account: _, on: _, kind: _, opportunity: _, stakeholder, by, amount: _ } = self;
        visitor.key(at.field("id"), id.as_str());
        maybe_person(visitor, at.field("stakeholder"), stakeholder);
        member(visitor, at.field("by"), by.as_ref());
    }
}

impl Walk for WalletEstimate {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { account: _, on: _, category, per_year: _, source } = self;
        maybe(visitor, at.field("category"), category);
        maybe(visitor, at.field("source"), source);
    }
}

impl Walk for SwitchingCost {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { account: _, on: _, kind: _, level: _, note } = self;
        maybe(visitor, at.field("note"), note);
    }
}

impl Walk for KeyAccountJudgement {
    fn walk<V: Visitor>(&mut self, at: At<'_>, visitor: &mut V) {
        let Self { account: _, on: _, until: _, tier, kind: _, reason, by } = self;
        maybe(visitor, at.field("tier"), tier);
        visitor.text(at.field("reason"), reason);
        member(visitor, at.field("by"), by.as_ref());
    }
}

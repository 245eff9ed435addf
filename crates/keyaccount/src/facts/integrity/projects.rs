//! Places what is known of people's contributions and relationships, of projects, tasks and expenses, and of what ties an
//! account to us.

use super::*;
use crate::facts::{
    BreakthroughPlan, Contribution, Expense, InformationPoint, InformationRecord, KeyAccountJudgement,
    NonSupporterKind, OpportunityCompetitor, Stance, SwitchingCost, Task, WalletEstimate,
};

impl Assembly {
    pub(super) fn add_contributions(&mut self, rows: Vec<Located<Contribution>>) {
        const TABLE: &str = "contributions";
        let rows = self.unique(TABLE, rows, |fact| Some(fact.id.clone()));
        self.place_all(TABLE, rows, |assembly, Located { position, fact }| {
            let (account, at) = assembly.opportunity(TABLE, position, "opportunity", &fact.opportunity)?;
            assembly.stakeholder_at((TABLE, position, "stakeholder"), account, &fact.stakeholder)?;
            assembly.opportunity_book(account, at)?.contributions.push(fact);
            Some(())
        });
    }

    pub(super) fn add_relationships(&mut self, rows: Vec<Located<Relationship>>) {
        const TABLE: &str = "relationships";
        let rows = self.unique(TABLE, rows, |fact| Some((fact.from.clone(), fact.to.clone(), fact.kind, fact.since)));
        self.place_all(TABLE, rows, |assembly, Located { position, fact }| {
            let account = assembly.stakeholder(TABLE, position, "from", &fact.from)?;
            assembly.stakeholder_at((TABLE, position, "to"), account, &fact.to)?;
            if fact.from == fact.to {
                let message = format!("`{}` stands in a relationship to themselves", quote(fact.to.as_str()));
                let problem = Problem::new(ProblemCode::ReferenceCycle, &fact.to, message, "another person");
                assembly.report((TABLE, position, "to"), problem);
                return None;
            }
            assembly.dates_in_order((TABLE, position, "until"), fact.since, fact.until)?;
            assembly.account_book(account)?.relationships.push(fact);
            Some(())
        });
    }

    pub(super) fn add_information(&mut self, rows: Vec<Located<InformationRecord>>) {
        const TABLE: &str = "information_records";
        let rows = self.unique(TABLE, rows, |fact| Some((fact.opportunity.clone(), fact.point, fact.on)));
        self.place_all(TABLE, rows, |assembly, Located { position, mut fact }| {
            let (account, at) = assembly.opportunity(TABLE, position, "opportunity", &fact.opportunity)?;
            if fact.point != InformationPoint::SuccessFactors && !fact.success_factors.is_empty() {
                let message = format!("success factors with `{}`; they are left out", fact.point);
                let problem = Problem::new(ProblemCode::ConflictingFields, fact.point, message, "success_factors");
                assembly.report((TABLE, position, "success_factors"), problem);
                fact.success_factors.clear();
            }
            assembly.opportunity_book(account, at)?.information.push(fact);
            Some(())
        });
    }

    pub(super) fn add_competitors(&mut self, rows: Vec<Located<OpportunityCompetitor>>) {
        const TABLE: &str = "opportunity_competitors";
        let rows = self.unique(TABLE, rows, |fact| Some((fact.opportunity.clone(), fact.competitor.clone(), fact.on)));
        self.place_all(TABLE, rows, |assembly, Located { position, fact }| {
            let (account, at) = assembly.opportunity(TABLE, position, "opportunity", &fact.opportunity)?;
            assembly.opportunity_book(account, at)?.competitors.push(fact);
            Some(())
        });
    }

    pub(super) fn add_plans(&mut self, rows: Vec<Located<BreakthroughPlan>>) {
        const TABLE: &str = "breakthrough_plans";
        let rows = self.unique(TABLE, rows, |fact| Some((fact.opportunity.clone(), fact.on)));
        self.place_all(TABLE, rows, |assembly, Located { position, fact }| {
            let (account, at) = assembly.opportunity(TABLE, position, "opportunity", &fact.opportunity)?;
            assembly.opportunity_book(account, at)?.plans.push(fact);
            Some(())
        });
    }

    pub(super) fn add_tasks(&mut self, rows: Vec<Located<Task>>) {
        const TABLE: &str = "tasks";
        let rows = self.unique(TABLE, rows, |fact| Some(fact.id.clone()));
        self.place_all(TABLE, rows, |assembly, Located { position, fact }| {
            let account = assembly.account(TABLE, position, &fact.account)?;
            assembly.opportunity_at((TABLE, position, "opportunity"), account, fact.opportunity.as_ref())?;
            if let Some(person) = &fact.stakeholder {
                assembly.stakeholder_at((TABLE, position, "stakeholder"), account, person)?;
            }
            assembly.dates_in_order((TABLE, position, "closed_on"), fact.opened_on, fact.closed_on)?;
            assembly.account_book(account)?.tasks.push(fact);
            Some(())
        });
    }

    pub(super) fn add_expenses(&mut self, rows: Vec<Located<Expense>>) {
        const TABLE: &str = "expenses";
        let rows = self.unique(TABLE, rows, |fact| Some(fact.id.clone()));
        self.place_all(TABLE, rows, |assembly, Located { position, fact }| {
            let account = assembly.account(TABLE, position, &fact.account)?;
            assembly.opportunity_at((TABLE, position, "opportunity"), account, fact.opportunity.as_ref())?;
            if let Some(person) = &fact.stakeholder {
                assembly.stakeholder_at((TABLE, position, "stakeholder"), account, person)?;
            }
            assembly.account_book(account)?.expenses.push(fact);
            Some(())
        });
    }

    pub(super) fn add_wallet_estimates(&mut self, rows: Vec<Located<WalletEstimate>>) {
        const TABLE: &str = "wallet_estimates";
        let rows = self.unique(TABLE, rows, |fact| Some((fact.account.clone(), fact.on, fact.category.clone())));
        self.place_all(TABLE, rows, |assembly, Located { position, fact }| {
            let account = assembly.account(TABLE, position, &fact.account)?;
            assembly.account_book(account)?.wallet_estimates.push(fact);
            Some(())
        });
    }

    pub(super) fn add_switching_costs(&mut self, rows: Vec<Located<SwitchingCost>>) {
        const TABLE: &str = "switching_costs";
        let rows = self.unique(TABLE, rows, |fact| Some((fact.account.clone(), fact.kind, fact.on)));
        self.place_all(TABLE, rows, |assembly, Located { position, fact }| {
            let account = assembly.account(TABLE, position, &fact.account)?;
            assembly.account_book(account)?.switching_costs.push(fact);
            Some(())
        });
    }

    pub(super) fn add_judgements(&mut self, rows: Vec<Located<KeyAccountJudgement>>) {
        const TABLE: &str = "key_account_judgements";
        let rows = self.unique(TABLE, rows, |fact| Some((fact.account.clone(), fact.on)));
        self.place_all(TABLE, rows, |assembly, Located { position, fact }| {
            let account = assembly.account(TABLE, position, &fact.account)?;
            assembly.in_order((TABLE, position, "until"), fact.on, fact.until)?;
            assembly.account_book(account)?.key_account_judgements.push(fact);
            Some(())
        });
    }

    /// Leaves out why somebody is not for us where they are.
    pub(super) fn fit_stance(
        &mut self,
        place: Place<'_>,
        stance: Option<Stance>,
        non_supporter: &mut Option<NonSupporterKind>,
    ) {
        let Some(kind) = *non_supporter else { return };
        if stance.is_some_and(Stance::is_favourable) {
            let message = format!("`{kind}` with a favourable stance; it is left out");
            self.report(place, Problem::new(ProblemCode::ConflictingFields, kind, message, "null, or another stance"));
            *non_supporter = None;
        }
    }

    /// Checks that a last day, if there is one, does not come before a first.
    fn dates_in_order(&mut self, place: Place<'_>, first: Option<Date>, last: Option<Date>) -> Option<()> {
        match (first, last) {
            (Some(first), Some(last)) => self.in_order(place, first, last),
            _ => Some(()),
        }
    }
}

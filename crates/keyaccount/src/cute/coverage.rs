//! Holds a committee against what the stage asks for.

use super::gaps::gaps;
use super::index::CommitteeIndex;
use super::score::score;
use super::verdict::{CoverageVerdict, RoleCoverage, VetoRisk};
use super::view::{Member, View};
use crate::facts::{BuyingRole, OpportunityBook};
use crate::playbook::{Playbook, Stage};
use crate::values::StakeholderId;

impl CommitteeIndex<'_> {
    /// Checks how far an opportunity's buying committee is covered, as [`check_committee`](crate::check_committee)
    /// does, on the account and the day of the index.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Book, CommitteeIndex, Playbook, check_committee};
    ///
    /// let book = Book::from_json(r#"{
    ///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    ///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
    /// }"#)?;
    /// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
    /// let (playbook, as_of) = (Playbook::six_stage(), "2026-05-30".parse()?);
    /// let verdict = CommitteeIndex::new(account, as_of).check(opportunity, None, &playbook);
    /// assert_eq!(verdict, check_committee(account, opportunity, None, &playbook, as_of));
    /// # Ok::<(), keyaccount::Problem>(())
    /// ```
    #[must_use]
    pub fn check(&self, opportunity: &OpportunityBook, stage: Option<&Stage>, playbook: &Playbook) -> CoverageVerdict {
        let view = View::new(self, opportunity, stage, playbook);
        let roles: Vec<RoleCoverage> = BuyingRole::ALL.iter().map(|role| role_coverage(&view, *role)).collect();
        let ids = |which: fn(&Member<'_>) -> bool| -> Vec<StakeholderId> {
            view.members.iter().filter(|member| which(member)).map(|member| member.seat.person.clone()).collect()
        };
        CoverageVerdict {
            as_of: self.as_of,
            playbook: playbook.fingerprint().to_owned(),
            account: self.account.account.id.clone(),
            opportunity: opportunity.opportunity.id.clone(),
            stage: stage.map(|stage| stage.id.clone()),
            people: view.members.iter().map(|member| member.person(&view)).collect(),
            without_role: ids(|member| member.is_there() && member.seat.roles.is_empty()),
            left: ids(|member| !member.is_there()),
            veto_risk: veto_risk(&view),
            score: score(&view, &roles),
            roles,
            gaps: gaps(&view),
        }
    }
}

fn role_coverage(view: &View<'_>, role: BuyingRole) -> RoleCoverage {
    RoleCoverage {
        role,
        reached: view.reached(role),
        required: view.required(role),
        holders: view.holders(role).into_iter().map(|member| member.seat.person.clone()).collect(),
    }
}

fn veto_risk(view: &View<'_>) -> VetoRisk {
    let gatekeepers = view.holders(BuyingRole::TechnicalGatekeeper);
    if gatekeepers.iter().any(|member| member.is_hostile()) {
        VetoRisk::Present
    } else if gatekeepers.is_empty() || gatekeepers.iter().any(|member| member.seat.stance.is_none()) {
        VetoRisk::Unknown
    } else {
        VetoRisk::None
    }
}

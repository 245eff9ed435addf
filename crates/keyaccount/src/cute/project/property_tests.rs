//! Laws that hold for every project.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{
    ComplianceFinding, GateState, GatesVerdict, PlanStatus, check_gates, check_plan, compliance_findings,
    list_competitors, list_open_tasks,
};
use crate::facts::testing::{as_of, facts, shuffled};
use crate::facts::{Book, Driver, ExpenseKind, Facts, InformationState, StakeholderChangeKind};
use crate::playbook::Playbook;

type Verdicts = (Vec<(GatesVerdict, PlanStatus)>, Vec<Vec<ComplianceFinding>>);

fn verdicts(facts: Facts) -> Verdicts {
    let book = Book::from_facts(facts);
    let playbook = Playbook::six_stage();
    let judged = book.accounts().iter().flat_map(|account| {
        let playbook = &playbook;
        account.opportunities.iter().map(move |opportunity| {
            let plan = check_plan(account, opportunity, playbook, as_of());
            (check_gates(account, opportunity, playbook, as_of()), plan)
        })
    });
    let found = book.accounts().iter().map(|account| compliance_findings(account, as_of()));
    (judged.collect(), found.collect())
}

/// The same facts without rows that say something of a later day.
fn known(mut facts: Facts) -> Facts {
    let day = as_of();
    facts.information_records.retain(|row| row.on <= day);
    facts.opportunity_competitors.retain(|row| row.on <= day);
    facts.breakthrough_plans.retain(|row| row.on <= day);
    facts.expenses.retain(|row| row.on <= day);
    facts.stakeholder_changes.retain(|row| row.on <= day);
    facts.interactions.retain(|row| row.on <= day);
    facts.contributions.retain(|row| row.on <= day);
    facts.tasks.retain(|row| row.opened_on.is_none_or(|opened| opened <= day));
    facts.committee_seats.retain(|row| row.since.is_none_or(|since| since <= day));
    facts
}

/// Rows of unique identity, so that of two rows the one kept does not hang on the other's presence.
fn unique(mut facts: Facts) -> Facts {
    macro_rules! number {
        ($($table:ident)+) => {$(
            for (at, row) in facts.$table.iter_mut().enumerate() {
                row.id = format!("x{at}").parse().unwrap();
            }
        )+};
    }
    number!(interactions contributions tasks expenses);
    facts.committee_seats.sort_by(|a, b| (&a.opportunity, &a.stakeholder).cmp(&(&b.opportunity, &b.stakeholder)));
    facts.committee_seats.dedup_by(|a, b| (&a.opportunity, &a.stakeholder) == (&b.opportunity, &b.stakeholder));
    facts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_rows_changes_nothing(facts in facts(), seeds in vec(any::<Index>(), 1..8)) {
        prop_assert_eq!(verdicts(shuffled(facts.clone(), &seeds)), verdicts(facts));
    }

    #[test]
    fn what_is_dated_later_changes_nothing(facts in facts()) {
        let facts = unique(facts);
        prop_assert_eq!(verdicts(known(facts.clone())), verdicts(facts));
    }

    #[test]
    fn every_verdict_is_whole(facts in facts()) {
        let (judged, compliance) = verdicts(facts.clone());
        for (gates, plan) in judged {
            prop_assert_eq!((gates.gates.len(), gates.information.len()), (3, 9));
            prop_assert_eq!(gates.is_safe, gates.gates.iter().all(|gate| gate.state == GateState::Passed));
            for gate in &gates.gates {
                prop_assert_eq!(gate.severity.is_none(), gate.state == GateState::Passed);
                prop_assert!(!gate.reasons.is_empty());
            }
            for status in &gates.information {
                prop_assert_eq!(status.on.is_some(), status.age_days.is_some());
                prop_assert!(status.on.is_none_or(|on| on <= as_of()));
                prop_assert!(!status.is_stale || status.state > InformationState::Unknown);
                prop_assert!(status.followed.iter().all(|change| change.success_factors.len() <= 3));
            }
            prop_assert!(plan.gaps.is_sorted_by_key(|gap| std::cmp::Reverse(gap.severity)));
            prop_assert!(plan.gaps.iter().all(|gap| gap.reason.rule == gap.kind.as_str()));
        }
        let inducements = facts.expenses.iter().any(|row| row.kind.is_inducement())
            || facts.committee_seats.iter().any(|row| row.drivers.contains(&Driver::UnlawfulInducement))
            || facts.stakeholder_changes.iter().any(|row| matches!(
                &row.change,
                StakeholderChangeKind::DriversChanged { drivers } if drivers.contains(&Driver::UnlawfulInducement)
            ));
        prop_assert!(inducements || compliance.iter().all(Vec::is_empty));
    }

    /// Forgetting what is known of a gate never passes it.
    #[test]
    fn what_is_not_known_never_passes_a_gate(facts in facts(), which in any::<Index>()) {
        let mut forgetful = facts.clone();
        forgetful.information_records.clear();
        for seat in &mut forgetful.committee_seats {
            (seat.influence, seat.stance, seat.non_supporter) = (None, None, None);
        }
        forgetful.stakeholder_changes.retain(|row| !matches!(
            row.change,
            StakeholderChangeKind::StanceChanged { .. } | StakeholderChangeKind::InfluenceChanged { .. }
        ));
        forgetful.interactions.clear();
        for (gates, _) in verdicts(forgetful).0 {
            prop_assert!(gates.gates.iter().all(|gate| gate.state != GateState::Passed));
        }
        // One record less: no information gate opens.
        if !facts.information_records.is_empty() {
            let mut less = facts.clone();
            for record in &mut less.information_records {
                record.state = record.state.min(InformationState::Partial);
            }
            less.information_records.remove(which.index(facts.information_records.len()));
            for (gates, _) in verdicts(less).0 {
                prop_assert!(gates.gates.first().unwrap().state != GateState::Passed);
            }
        }
    }

    /// No expense, and nothing that an inducement moves, is used by any other verdict on a project.
    #[test]
    fn inducements_are_used_for_nothing_else(facts in facts()) {
        let mut honest = facts.clone();
        honest.expenses.clear();
        for seat in &mut honest.committee_seats {
            seat.drivers.retain(|driver| !driver.is_unlawful());
        }
        let mut bribed = facts;
        for seat in &mut bribed.committee_seats {
            seat.drivers.insert(0, Driver::UnlawfulInducement);
        }
        for expense in &mut bribed.expenses {
            expense.kind = ExpenseKind::PaymentToPerson;
        }
        prop_assert_eq!(verdicts(bribed).0, verdicts(honest).0);
    }

    #[test]
    fn only_open_tasks_and_the_latest_row_of_each_competitor_are_listed(facts in facts()) {
        let book = Book::from_facts(facts);
        for account in book.accounts() {
            for opportunity in &account.opportunities {
                for task in list_open_tasks(account, opportunity, as_of()) {
                    let row = account.tasks.iter().find(|row| row.id == task.task).unwrap();
                    prop_assert!(row.is_open_on(as_of()));
                    prop_assert_eq!(task.is_overdue, row.is_overdue_on(as_of()));
                }
                let listed = list_competitors(opportunity, as_of());
                prop_assert!(listed.is_sorted_by(|a, b| a.competitor < b.competitor));
                for status in listed {
                    let rows = opportunity.competitors.iter().filter(|row| row.competitor == status.competitor);
                    let latest = rows.map(|row| row.on).filter(|on| *on <= as_of()).max();
                    prop_assert_eq!(latest, Some(status.on));
                }
            }
        }
    }
}

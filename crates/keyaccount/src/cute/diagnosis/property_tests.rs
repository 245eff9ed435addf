//! Laws that hold for every deal.

use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

use super::{DiagnosisStepKind, DiagnosisVerdict, StepState, diagnose_opportunity};
use crate::facts::testing::{as_of, facts, shuffled};
use crate::facts::{Book, Driver, Facts};
use crate::funnel::{OpportunityStatus, replay_history};
use crate::playbook::Playbook;
use crate::verdict::Severity;

/// The diagnoses of all opportunities of a book.
fn diagnoses(facts: Facts) -> Vec<DiagnosisVerdict> {
    let (book, playbook) = (Book::from_facts(facts), Playbook::six_stage());
    let diagnose = |account| move |opportunity| (account, opportunity);
    let all = book.accounts().iter().flat_map(|account| account.opportunities.iter().map(diagnose(account)));
    all.map(|(account, opportunity)| diagnose_opportunity(account, opportunity, &playbook, as_of())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_diagnosis_is_whole(facts in facts()) {
        let book = Book::from_facts(facts.clone());
        for verdict in diagnoses(facts) {
            let kinds: Vec<_> = verdict.steps.iter().map(|step| step.step).collect();
            prop_assert_eq!(kinds, DiagnosisStepKind::ALL);
            let stuck = verdict.steps.iter().find(|step| step.state == StepState::Stuck).map(|step| step.step);
            prop_assert_eq!(verdict.stuck_at, stuck);
            for step in &verdict.steps {
                prop_assert!(!step.reasons.is_empty());
                prop_assert_eq!(step.severity.is_none(), step.state == StepState::Clear);
            }

            let ranks: Vec<usize> = verdict.next_moves.iter().map(|ranked| ranked.rank).collect();
            prop_assert_eq!(ranks, (1..=verdict.next_moves.len()).collect::<Vec<_>>());
            prop_assert!(verdict.next_moves.len() <= 20);
            prop_assert!(verdict.more_moves == 0 || verdict.next_moves.len() == 20);
            let severities: Vec<Severity> = verdict.next_moves.iter().map(|ranked| ranked.severity).collect();
            prop_assert!(severities.is_sorted_by(|a, b| a >= b));
            let people: Vec<_> = verdict.next_moves.iter().filter_map(|ranked| ranked.stakeholder.as_ref()).collect();
            prop_assert_eq!(people.iter().collect::<BTreeSet<_>>().len(), people.len(), "one move for each person");
            for ranked in &verdict.next_moves {
                prop_assert!(ranked.driver.is_none_or(|driver| driver != Driver::UnlawfulInducement));
                prop_assert!(ranked.text.en.ends_with('.') && ranked.text.zh_hans.ends_with('。'));
                prop_assert_eq!(ranked.gap.is_none(), ranked.next_move == crate::cute::NextMove::ReportToCompliance);
                if let Some(path) = &ranked.path {
                    prop_assert_eq!(path.steps.last().map(|step| &step.stakeholder), ranked.stakeholder.as_ref());
                }
            }

            // No gap goes without a move, and nothing is advised about a deal that is lost.
            let (_, opportunity) = book.opportunity(&verdict.opportunity).unwrap();
            let state = replay_history(opportunity, &Playbook::six_stage(), as_of()).state;
            if state.is_some_and(|state| state.status == OpportunityStatus::Lost) {
                prop_assert!(verdict.next_moves.is_empty());
            } else if verdict.more_moves == 0 {
                for gap in verdict.coverage.gaps.iter().filter(|gap| gap.stakeholders.is_empty() || gap.role.is_none()) {
                    prop_assert!(verdict.next_moves.iter().any(|ranked| ranked.gap == Some(gap.kind)), "{:?}", gap.kind);
                }
                for gap in verdict.coverage.gaps.iter().filter(|gap| gap.role.is_some()) {
                    // Colleagues of ours have no move as if they were the customer's.
                    let is_ours = |id: &&crate::values::StakeholderId| {
                        let of_ours = Some(crate::facts::CoachPosition::OurCompany);
                        let people = &verdict.coverage.people;
                        people.iter().any(|person| person.stakeholder == **id && person.coach_position == of_ours)
                    };
                    let mut customers = gap.stakeholders.iter().filter(|id| !is_ours(id)).peekable();
                    if customers.peek().is_none() {
                        prop_assert!(verdict.next_moves.iter().any(|ranked| ranked.severity >= gap.severity));
                    }
                    for person in customers {
                        let has_move = verdict.next_moves.iter().find(|ranked| ranked.stakeholder.as_ref() == Some(person));
                        prop_assert!(has_move.is_some_and(|ranked| ranked.severity >= gap.severity));
                    }
                }
            }
        }
    }

    #[test]
    fn the_order_of_facts_does_not_matter(facts in facts(), seeds in vec(any::<Index>(), 8)) {
        prop_assert_eq!(diagnoses(shuffled(facts.clone(), &seeds)), diagnoses(facts));
    }

    #[test]
    fn titles_and_names_change_no_more_than_texts(mut facts in facts()) {
        // Of two rows with one identifier the one whose text sorts first holds, and a name is part of the text.
        let mut seen = BTreeSet::new();
        facts.stakeholders.retain(|person| seen.insert(person.id.clone()));
        let mut plain = facts.clone();
        for person in &mut plain.stakeholders {
            (person.name, person.title, person.department) = (None, None, None);
        }
        let without_texts = |facts: Facts| {
            let mut verdicts = diagnoses(facts);
            let moves = verdicts.iter_mut().flat_map(|verdict| &mut verdict.next_moves);
            moves.for_each(|ranked| (ranked.text.en, ranked.text.zh_hans) = (String::new(), String::new()));
            verdicts
        };
        prop_assert_eq!(without_texts(plain), without_texts(facts));
    }
}

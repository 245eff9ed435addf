//! Cohorts by hand, and against the state of each history at the end of each month.
#![expect(clippy::arithmetic_side_effects, reason = "a test that overflows fails, as it should")]

use proptest::prelude::*;

use super::*;
use crate::facts::{Book, OpportunityBook};
use crate::funnel::testing::{FIRST_DAY, book, playbook, rows, sound_rows};
use crate::funnel::{replay_history, state_at};

fn opportunities(book: &Book) -> impl Iterator<Item = &OpportunityBook> {
    book.accounts().iter().flat_map(|account| &account.opportunities)
}

fn cohorts(book: &Book, playbook: &Playbook, as_of: Date, months: u32) -> CohortsVerdict {
    let histories: Vec<_> = opportunities(book).map(|deal| replay_history(deal, playbook, as_of)).collect();
    opportunity_cohorts(&histories, playbook, as_of, months)
}

fn counts(age: &CohortAge) -> [usize; 5] {
    [age.open, age.parked, age.booked, age.realised, age.lost]
}

fn hand_made() -> Book {
    let created = r#"{"type": "created"}"#;
    let rows = [
        (0, "2026-01-01", created),
        (0, "2026-02-28", r#"{"type": "won"}"#),
        (0, "2026-03-31", r#"{"type": "realised"}"#),
        (1, "2026-01-31", created),
        (1, "2026-03-01", r#"{"type": "lost"}"#),
        (1, "2026-03-31", r#"{"type": "reopened"}"#),
        (1, "2026-04-01", r#"{"type": "parked", "reason": "rest", "resume_on": "2026-06-01"}"#),
        (2, "2026-03-01", created),
        (3, "2026-05-02", created),
    ];
    book(&rows.map(|(at, when, change)| (at, when.to_owned(), change.to_owned())))
}

#[test]
fn a_table_by_hand() {
    let verdict = cohorts(&hand_made(), &Playbook::six_stage(), "2026-04-30".parse().unwrap(), 12);
    let told = verdict.cohorts.iter().map(|cohort| {
        let ages = cohort.ages.iter().map(|age| (age.months, age.on.to_string(), counts(age)));
        (cohort.month.to_string(), cohort.opportunities, ages.collect::<Vec<_>>())
    });
    // Open, parked, booked, realised, lost. February, in which nothing was created, is no cohort.
    let age = |months, on: &str, counts| (months, on.to_owned(), counts);
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            (
                "2026-01".to_owned(),
                2,
                vec![
                    age(0, "2026-01-31", [2, 0, 0, 0, 0]),
                    age(1, "2026-02-28", [1, 0, 1, 0, 0]),
                    age(2, "2026-03-31", [1, 0, 0, 1, 0]),
                    age(3, "2026-04-30", [0, 1, 0, 1, 0]),
                ]
            ),
            (
                "2026-03".to_owned(),
                1,
                vec![age(0, "2026-03-31", [1, 0, 0, 0, 0]), age(1, "2026-04-30", [1, 0, 0, 0, 0])]
            ),
        ]
    );
    assert_eq!(verdict.not_created_yet, 1);
    let shares = &verdict.cohorts[0].ages[3].shares;
    let shares = [shares.open, shares.parked, shares.booked, shares.realised, shares.lost];
    assert_eq!(shares.map(|share| share.to_string()), ["0", "0.5", "0", "0.5", "0"]);
}

#[test]
fn only_months_that_are_over_and_asked_for() {
    let ages = |as_of: &str, months| -> Vec<u32> {
        let verdict = cohorts(&hand_made(), &Playbook::six_stage(), as_of.parse().unwrap(), months);
        verdict.cohorts[0].ages.iter().map(|age| age.months).collect()
    };
    assert_eq!(ages("2026-04-29", 12), [0, 1, 2]);
    assert_eq!(ages("2026-04-30", 12), [0, 1, 2, 3]);
    assert_eq!(ages("2026-04-30", 1), [0, 1]);
    assert_eq!(ages("2026-01-30", 12), [0; 0], "the cohort is there, and no month of it is over");
    assert_eq!(ages("2199-12-31", u32::MAX).len(), 601);
    let created = [(0, "2199-12-31".to_owned(), r#"{"type": "created"}"#.to_owned())];
    let last = cohorts(&book(&created), &Playbook::six_stage(), "2199-12-31".parse().unwrap(), 12);
    assert_eq!(last.cohorts[0].ages.len(), 1, "at the end of the calendar");
}

fn day_of(days: u32) -> Date {
    FIRST_DAY.parse::<Date>().unwrap().plus_days(days)
}

proptest! {
    #[test]
    fn at_every_age_the_counts_add_up_to_the_cohort(rows in rows(), days in 0_u32..300, months in 0_u32..12) {
        let (book, playbook, as_of) = (book(&rows), playbook(), day_of(days));
        let verdict = cohorts(&book, &playbook, as_of, months);
        let created: usize = verdict.cohorts.iter().map(|cohort| cohort.opportunities).sum();
        prop_assert_eq!(created + verdict.not_created_yet, opportunities(&book).count());
        for cohort in &verdict.cohorts {
            prop_assert!(cohort.opportunities > 0 && cohort.ages.len() <= months as usize + 1);
            for (age, months) in cohort.ages.iter().zip(0..) {
                prop_assert_eq!(counts(age).iter().sum::<usize>(), cohort.opportunities);
                prop_assert_eq!(age.months, months);
                prop_assert!(age.on <= as_of);
            }
        }
    }

    #[test]
    fn sound_histories_stand_as_they_stood_at_the_end_of_each_month(rows in sound_rows(), days in 0_u32..200) {
        let (book, playbook, as_of) = (book(&rows), playbook(), day_of(days));
        for cohort in cohorts(&book, &playbook, as_of, 12).cohorts {
            for age in &cohort.ages {
                let mut expected = Count::default();
                for opportunity in opportunities(&book) {
                    let state = state_at(opportunity, &playbook, age.on);
                    if let Some(state) = state.filter(|state| Month::of(state.created_on) == cohort.month) {
                        expected.add(state.status);
                    }
                }
                prop_assert_eq!(Some(age.clone()), expected.age(age.months, age.on, cohort.opportunities));
            }
        }
    }
}

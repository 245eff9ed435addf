//! Answers by hand, and laws over random ones.

use proptest::prelude::*;

use super::*;
use crate::loyalty::judge_loyalty;
use crate::loyalty::testing::{account, day};

fn answer(number: usize, on: u32, person: Option<&str>, score: &str) -> SurveyResponse {
    SurveyResponse {
        id: format!("s{number:03}").parse().unwrap(),
        account: "north-plant".parse().unwrap(),
        on: day(on),
        stakeholder: person.map(|person| person.parse().unwrap()),
        score: score.parse().unwrap(),
        remark: None,
    }
}

fn book(answers: &[(u32, Option<&str>, &str)]) -> AccountBook {
    let mut book = account(vec![]);
    let rows = answers.iter().enumerate();
    book.surveys = rows.map(|(number, (on, person, score))| answer(number, *on, *person, score)).collect();
    book
}

fn satisfaction(book: &AccountBook, as_of: u32) -> SatisfactionVerdict {
    judge_loyalty(book, &Playbook::six_stage(), day(as_of)).satisfaction
}

fn rules(verdict: &SatisfactionVerdict) -> Vec<&str> {
    verdict.reasons.iter().map(|reason| reason.rule.as_ref()).collect()
}

#[test]
fn a_distribution_by_hand() {
    let verdict = satisfaction(
        &book(&[
            (400, Some("ann"), "30"),
            (500, Some("ann"), "80"),
            (450, Some("bob"), "49.99"),
            (460, Some("cal"), "50"),
            (470, None, "74.99"),
            (480, None, "75"),
            (10, Some("bob"), "100"),
            (900, Some("bob"), "0"),
        ]),
        700,
    );
    let recent = verdict.recent.as_ref().unwrap();
    assert_eq!((recent.from, recent.to, recent.answers), (day(336), day(700), 6));
    assert_eq!((recent.dissatisfied, recent.neutral, recent.satisfied), (2, 2, 2));
    assert_eq!(recent.share_dissatisfied.to_string(), "0.3333");
    // 30, 49.99, 50, 74.99, 75, 80: the middle of 50 and 74.99 is 62.495, rounded half-even.
    assert_eq!(
        (recent.median.to_string(), recent.lowest.to_string(), recent.highest.to_string()),
        ("62.5".into(), "30".into(), "80".into())
    );
    // Ann's latest answer is 80; the anonymous are nobody's.
    let latest = verdict.latest.as_ref().unwrap();
    assert_eq!((latest.answers, latest.dissatisfied, latest.neutral, latest.satisfied), (3, 1, 1, 1));
    assert_eq!((verdict.respondents, verdict.anonymous, verdict.answers, verdict.older), (3, 2, 7, 0));
    assert_eq!(verdict.before.as_ref().unwrap().answers, 1);
    assert_eq!(verdict.trend, TrendDirection::Unknown, "one answer before is too few");
    assert_eq!(rules(&verdict), ["satisfaction", "satisfaction_trend", "anonymous_answers"]);
}

#[test]
fn no_answer_is_unknown() {
    assert_eq!(rules(&satisfaction(&book(&[]), 700)), ["no_survey"]);
    let old = satisfaction(&book(&[(0, None, "90")]), 2_000);
    assert_eq!((old.recent, old.older, old.latest_on), (None, 1, Some(day(0))));
    assert!(old.reasons[0].message.contains("too long ago"));
}

#[test]
fn windows_are_compared() {
    let of = |before: [&str; 3], now: [&str; 3]| {
        let rows: Vec<(u32, Option<&str>, &str)> =
            before.iter().map(|score| (100, None, *score)).chain(now.iter().map(|score| (500, None, *score))).collect();
        satisfaction(&book(&rows), 700)
    };
    let fallen = of(["80", "90", "70"], ["60", "75", "50"]);
    // Of nine pairs one, 75 against 70, is higher later.
    assert_eq!((fallen.trend, fallen.later_is_higher.unwrap().to_string()), (TrendDirection::Down, "0.1111".into()));
    assert_eq!(of(["60", "75", "50"], ["80", "90", "70"]).trend, TrendDirection::Up);
    assert_eq!(
        of(["60", "75", "50"], ["69", "80", "50"]).trend,
        TrendDirection::Steady,
        "nine points are asked for ten"
    );
    // The median rises by ten, but of nine pairs no more than half, 4.5, are higher later.
    assert_eq!(of(["0", "40", "100"], ["50", "50", "0"]).trend, TrendDirection::Steady);
}

proptest! {
    #[test]
    fn answers_add_up(
        rows in prop::collection::vec((0_u32..1_200, 0_usize..4, 0_u16..=10_000), 0..20), as_of in 0_u32..1_300,
    ) {
        let people = [None, Some("ann"), Some("bob"), Some("cal")];
        let mut all = account(vec![]);
        all.surveys = rows
            .iter()
            .enumerate()
            .map(|(number, (on, person, score))| SurveyResponse {
                score: Score::hundredths(*score), ..answer(number, *on, people[*person], "0")
            })
            .collect();
        let verdict = satisfaction(&all, as_of);
        for found in [&verdict.recent, &verdict.before, &verdict.latest].into_iter().flatten() {
            prop_assert_eq!(found.dissatisfied + found.neutral + found.satisfied, found.answers);
            prop_assert!(found.lowest <= found.median && found.median <= found.highest);
        }
        let count = |found: &Option<SatisfactionDistribution>| found.as_ref().map_or(0, |found| found.answers);
        prop_assert_eq!(count(&verdict.recent) + count(&verdict.before) + verdict.older, verdict.answers);
        prop_assert_eq!(count(&verdict.latest), verdict.respondents);
        let mut known = all.clone();
        known.surveys.retain(|answer| answer.on <= day(as_of));
        known.surveys.reverse();
        prop_assert_eq!(&satisfaction(&known, as_of), &verdict);
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<SatisfactionVerdict>(&text).unwrap(), verdict);
    }
}

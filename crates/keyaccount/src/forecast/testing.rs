//! Made-up histories for the tests of what is learned from them.

use crate::facts::Book;
use crate::funnel::{HistoryVerdict, replay_history};
use crate::playbook::Playbook;
use crate::values::Date;

/// The day of the verdicts.
pub(super) fn as_of() -> Date {
    "2026-06-30".parse().unwrap()
}

/// How an opportunity went: the stages it entered with the day, counted from its creation, and how it ended on a day:
/// won, lost, or last seen.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub(super) stages: Vec<(u32, &'static str)>,
    pub(super) end: (u32, &'static str),
}

/// An opportunity that stayed in `interest` up to its end.
pub(super) fn ended(how: &'static str, day: u32) -> Way {
    Way { stages: vec![(0, "interest")], end: (day, how) }
}

/// The histories of opportunities `deal-0`, `deal-1` …
pub(super) fn histories(ways: &[Way]) -> Vec<HistoryVerdict> {
    let mut opportunities = Vec::new();
    let mut events = Vec::new();
    for (at, way) in ways.iter().enumerate() {
        opportunities.push(format!(r#"{{"id": "deal-{at}", "account": "north-plant"}}"#));
        let (last_day, how) = way.end;
        let created = as_of().minus_days(if how == "open" { last_day } else { 3000 });
        let mut event = |day: u32, change: &str| {
            let on = created.plus_days(day);
            events.push(format!(r#"{{"opportunity": "deal-{at}", "at": "{on}", "change": {change}}}"#));
        };
        for (step, (day, stage)) in way.stages.iter().enumerate() {
            match step {
                0 => event(*day, &format!(r#"{{"type": "created", "stage": "{stage}"}}"#)),
                _ => event(*day, &format!(r#"{{"type": "stage_changed", "to": "{stage}"}}"#)),
            }
        }
        if how != "open" {
            event(last_day, &format!(r#"{{"type": "{how}"}}"#));
        }
    }
    let text = format!(
        r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}],
            "opportunities": [{}], "opportunity_events": [{}]}}"#,
        opportunities.join(","),
        events.join(",")
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), []);
    let playbook = Playbook::six_stage();
    let replay =
        |at| replay_history(book.opportunity(&format!("deal-{at}").parse().unwrap()).unwrap().1, &playbook, as_of());
    (0..ways.len()).map(replay).collect()
}

//! Movements by hand: every row of the table, and what each line is booked from.

use super::lines::Line;
use super::step::{Snapshot, Spot, Standing, take_steps};
use super::*;
use crate::facts::Book;
use crate::playbook::{DatedRate, Playbook};
use crate::problem::ProblemCode;

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn euros(amount: &str) -> Money {
    Money::parse(amount, "EUR".parse().unwrap()).unwrap()
}

/// Opportunities with events given as `(opportunity, at, change)`.
fn book(events: &[(&str, &str, &str)]) -> Book {
    let mut names: Vec<&str> = events.iter().map(|(name, ..)| *name).collect();
    names.sort_unstable();
    names.dedup();
    let opportunities: Vec<String> =
        names.iter().map(|name| format!(r#"{{"id": "{name}", "account": "account"}}"#)).collect();
    let events: Vec<String> = events
        .iter()
        .map(|(name, at, change)| format!(r#"{{"opportunity": "{name}", "at": "{at}", "change": {change}}}"#))
        .collect();
    let text = format!(
        r#"{{"accounts": [{{"id": "account", "name": "Account"}}],
            "opportunities": [{}], "opportunity_events": [{}]}}"#,
        opportunities.join(","),
        events.join(",")
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), []);
    book
}

fn created(stage: &str, amount: &str, close_date: &str) -> String {
    format!(r#"{{"type": "created", "stage": "{stage}", "amount": {}, "close_date": "{close_date}"}}"#, money(amount))
}

/// `"12 EUR"` as JSON; nothing is null.
fn money(text: &str) -> String {
    match text.split_once(' ') {
        Some((amount, currency)) => format!(r#"{{"amount": "{amount}", "currency": "{currency}"}}"#),
        None => "null".to_owned(),
    }
}

fn worth(amount: &str) -> String {
    format!(r#"{{"type": "amount_changed", "amount": {}}}"#, money(amount))
}

fn to(stage: &str) -> String {
    format!(r#"{{"type": "stage_changed", "to": "{stage}"}}"#)
}

fn expected(close_date: &str) -> String {
    format!(r#"{{"type": "close_date_changed", "close_date": "{close_date}"}}"#)
}

const WON: &str = r#"{"type": "won"}"#;
const LOST: &str = r#"{"type": "lost", "reason": "price"}"#;
const REOPENED: &str = r#"{"type": "reopened"}"#;

const QUARTER: (&str, &str) = ("2026-04-01", "2026-06-30");

fn quarter() -> Period {
    Period { first: date(QUARTER.0), last: date(QUARTER.1) }
}

/// From the end of 2026-03-31 to the end of 2026-06-30.
fn second_quarter(events: &[(&str, &str, &str)], period: Option<Period>) -> MovementVerdict {
    let movement =
        pipeline_movement(&book(events), &Playbook::six_stage(), date("2026-03-31"), date("2026-06-30"), period)
            .unwrap();
    for currency in &movement.currencies {
        assert!(currency.total.residual().is_zero());
        assert!(currency.stages.iter().all(|stage| stage.lines.residual().is_zero()));
    }
    movement
}

/// The steps as `day opportunity kind amount stage`.
fn told(movement: &MovementVerdict) -> Vec<String> {
    let text = |value: Option<String>| value.unwrap_or_else(|| "?".to_owned());
    let steps = movement.steps.iter().map(|step| {
        let amount = text(step.amount.map(|amount| amount.to_string()));
        let stage = text(step.stage.as_ref().map(ToString::to_string));
        let to = match step.kind {
            MovementKind::Moved => format!(" → {}", text(step.to_stage.as_ref().map(ToString::to_string))),
            MovementKind::CurrencyChanged => format!(" → {}", text(step.to_amount.map(|amount| amount.to_string()))),
            _ => String::new(),
        };
        format!("{} {} {} {amount} {stage}{to}", step.on, step.opportunity, step.kind)
    });
    steps.collect()
}

/// The lines that are not empty, as `line count amount`.
fn filled(lines: &MovementLines) -> Vec<String> {
    let filled = Line::ALL.iter().filter(|line| lines.line(**line).count > 0);
    filled.map(|line| format!("{line:?} {} {}", lines.line(*line).count, lines.line(*line).amount)).collect()
}

#[test]
fn every_field_of_the_table() {
    let pipeline: PipelineId = "six_stage".parse().unwrap();
    let (old_stage, new_stage): (StageId, StageId) = ("interest".parse().unwrap(), "design".parse().unwrap());
    let snapshot = |standing, counts, stage, amount| {
        let spot = Spot { pipeline: Some(&pipeline), stage: Some(stage) };
        Snapshot { standing, counts, spot, amount: Some(euros(amount)) }
    };
    let fields = [Standing::Open, Standing::Won, Standing::Lost].map(|standing| [(standing, true), (standing, false)]);
    let fields: Vec<_> = fields.into_iter().flatten().collect();
    const NONE: &[&str] = &[];
    let steps = |before: Option<(Standing, bool)>| -> Vec<Vec<String>> {
        let before = before.map(|(standing, counts)| snapshot(standing, counts, &old_stage, "100"));
        let row = fields.iter().map(|(standing, counts)| {
            let mut steps = Vec::new();
            let after = snapshot(*standing, *counts, &new_stage, "130");
            take_steps(before.as_ref(), &after, |step| {
                let stage = step.spot.stage.unwrap();
                steps.push(format!("{} {} {stage}", step.kind, step.amount.unwrap().amount()));
            });
            steps
        });
        row.collect()
    };
    // The fields are: open, won and lost, each inside the period and outside.
    fn row(fields: [&[&str]; 6]) -> Vec<Vec<String>> {
        fields.map(|steps| steps.iter().map(ToString::to_string).collect()).to_vec()
    }
    assert_eq!(
        steps(None),
        row([
            &["created 130 design"],
            NONE,
            &["created 130 design", "won 130 design"],
            NONE,
            &["created 130 design", "lost 130 design"],
            NONE,
        ])
    );
    assert_eq!(
        steps(Some((Standing::Open, true))),
        row([
            &["increased 30 interest", "moved 130 interest"],
            &["pushed_out 100 interest"],
            &["increased 30 interest", "won 130 interest"],
            &["increased 30 interest", "won 130 interest"],
            &["increased 30 interest", "lost 130 interest"],
            &["increased 30 interest", "lost 130 interest"],
        ])
    );
    assert_eq!(
        steps(Some((Standing::Open, false))),
        row([
            &["pulled_in 130 design"],
            NONE,
            &["pulled_in 130 interest", "won 130 interest"],
            NONE,
            &["pulled_in 130 interest", "lost 130 interest"],
            NONE,
        ])
    );
    for counts in [true, false] {
        assert_eq!(
            steps(Some((Standing::Won, counts))),
            row([&["reopened 130 design"], NONE, NONE, NONE, &["reopened 130 design", "lost 130 design"], NONE])
        );
        assert_eq!(
            steps(Some((Standing::Lost, counts))),
            row([&["reopened 130 design"], NONE, &["reopened 130 design", "won 130 design"], NONE, NONE, NONE])
        );
    }
}

#[test]
fn a_quarter_by_hand() {
    let movement = second_quarter(
        &[
            ("growing", "2026-01-10", &created("interest", "100.00 EUR", "2026-05-01")),
            ("growing", "2026-04-15", &worth("150.00 EUR")),
            ("growing", "2026-04-15", &to("design")),
            ("won", "2026-02-01", &created("commitment", "80.50 EUR", "2026-05-01")),
            ("won", "2026-05-02", &worth("75.25 EUR")),
            ("won", "2026-05-20", WON),
            ("lost", "2026-02-01", &created("interest", "40 EUR", "2026-05-01")),
            ("lost", "2026-04-30", LOST),
            ("new", "2026-06-01", &created("interest", "7 EUR", "2026-09-01")),
            ("resting", "2026-03-31", &created("interest", "9 EUR", "2026-09-01")),
            ("resting", "2026-05-01", r#"{"type": "parked", "reason": "budget", "resume_on": "2026-09-01"}"#),
            ("later", "2026-07-01", &created("interest", "1000 EUR", "2026-09-01")),
        ],
        None,
    );
    assert_eq!(
        told(&movement),
        [
            "2026-04-15 growing increased 50 EUR interest",
            "2026-04-15 growing moved 150 EUR interest → design",
            "2026-04-30 lost lost 40 EUR interest",
            "2026-05-02 won decreased 5.25 EUR commitment",
            "2026-05-20 won won 75.25 EUR commitment",
            "2026-06-01 new created 7 EUR interest",
        ]
    );
    let [euros] = &movement.currencies[..] else { panic!("one currency") };
    assert_eq!(
        filled(&euros.total),
        [
            "Opening 4 229.50",
            "Created 1 7.00",
            "Increased 1 50.00",
            "Decreased 1 5.25",
            "Won 1 75.25",
            "Lost 1 40.00",
            "Closing 3 166.00",
        ]
    );
    let stages: Vec<_> =
        euros.stages.iter().map(|row| (row.stage.as_ref().unwrap().as_str(), filled(&row.lines))).collect();
    let lines = |lines: &[&str]| lines.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(
        stages,
        [
            (
                "interest",
                lines(&[
                    "Opening 3 149.00",
                    "Created 1 7.00",
                    "Increased 1 50.00",
                    "Lost 1 40.00",
                    "MovedOut 1 150.00",
                    "Closing 2 16.00",
                ])
            ),
            ("design", lines(&["MovedIn 1 150.00", "Closing 1 150.00"])),
            ("commitment", lines(&["Opening 1 80.50", "Decreased 1 5.25", "Won 1 75.25"])),
        ]
    );
    assert_eq!(movement.opportunities, 6, "the one that is not there yet was looked at, too");
    assert_eq!(movement.reporting, None, "no rate to dollars is known");
    let rules: Vec<_> = movement.reasons.iter().map(|reason| reason.rule.as_ref()).collect();
    assert_eq!(rules, ["movement", "no_rate"]);
}

#[test]
fn a_period_holds_what_is_expected_to_close_in_it() {
    let movement = second_quarter(
        &[
            // In it all the time.
            ("a-stays", "2026-01-10", &created("interest", "1 EUR", "2026-04-01")),
            ("a-stays", "2026-04-10", &expected("2026-06-30")),
            // Out of it, and back.
            ("b-returns", "2026-01-10", &created("interest", "2 EUR", "2026-05-01")),
            ("b-returns", "2026-04-10", &expected("2026-07-01")),
            ("b-returns", "2026-04-20", &worth("2.5 EUR")),
            ("b-returns", "2026-04-30", &expected("2026-06-30")),
            // Outside, and signed within: its signature counts.
            ("c-early", "2026-01-10", &created("commitment", "3 EUR", "2026-12-01")),
            ("c-early", "2026-06-30", WON),
            // Outside all the time, and lost.
            ("d-outside", "2026-01-10", &created("interest", "4 EUR", "2026-12-01")),
            ("d-outside", "2026-05-01", LOST),
            // Created inside, created outside.
            ("e-new", "2026-04-10", &created("interest", "5 EUR", "2026-06-01")),
            ("f-new", "2026-04-10", &created("interest", "6 EUR", "2026-07-01")),
            // Without a day it is in no period.
            ("g-someday", "2026-01-10", r#"{"type": "created", "amount": {"amount": "7", "currency": "EUR"}}"#),
            // Moved in and lost on one day.
            ("h-late", "2026-01-10", &created("interest", "8 EUR", "2026-12-01")),
            ("h-late", "2026-05-05", &expected("2026-05-05")),
            ("h-late", "2026-05-05", LOST),
        ],
        Some(quarter()),
    );
    assert_eq!(
        told(&movement),
        [
            "2026-04-10 b-returns pushed_out 2 EUR interest",
            "2026-04-10 e-new created 5 EUR interest",
            "2026-04-30 b-returns pulled_in 2.5 EUR interest",
            "2026-05-05 h-late pulled_in 8 EUR interest",
            "2026-05-05 h-late lost 8 EUR interest",
            "2026-06-30 c-early pulled_in 3 EUR commitment",
            "2026-06-30 c-early won 3 EUR commitment",
        ]
    );
    let total = &movement.currencies[0].total;
    assert_eq!(
        filled(total),
        [
            "Opening 2 3.00",
            "Created 1 5.00",
            "PulledIn 3 13.50",
            "PushedOut 1 2.00",
            "Won 1 3.00",
            "Lost 1 8.00",
            "Closing 3 8.50",
        ]
    );
    let dateless = movement.reasons.iter().find(|reason| reason.rule == "no_close_date").unwrap();
    assert_eq!((dateless.fact_count, dateless.facts[0].id.as_str()), (1, "g-someday"));
}

#[test]
fn what_was_expected_in_the_period_leaves_it_on_whatever_day_it_closes() {
    let events = [
        ("early", "2026-01-10", &*created("commitment", "3 EUR", "2026-08-01")),
        ("early", "2026-05-10", WON),
        ("early", "2026-05-11", r#"{"type": "realised"}"#),
        ("early", "2026-05-12", &*worth("4 EUR")),
        ("early", "2026-05-13", LOST),
    ];
    let third_quarter = Period { first: date("2026-07-01"), last: date("2026-09-30") };
    let movement = second_quarter(&events, Some(third_quarter));
    let lost_again = ["2026-05-13 early reopened 4 EUR commitment", "2026-05-13 early lost 4 EUR commitment"];
    assert_eq!(
        told(&movement),
        ["2026-05-10 early won 3 EUR commitment", lost_again[0], lost_again[1]],
        "a payment and an amount after the signature change nothing; a loss after it does, in the stage it was lost from"
    );
}

#[test]
fn reopened_ones_come_back_at_what_they_are_worth_now() {
    let movement = second_quarter(
        &[
            ("deal", "2026-01-10", &created("design", "3 EUR", "2026-08-01")),
            ("deal", "2026-03-10", LOST),
            ("deal", "2026-04-10", REOPENED),
            ("deal", "2026-04-10", &worth("4 EUR")),
            ("deal", "2026-05-10", LOST),
            ("deal", "2026-06-10", WON),
        ],
        None,
    );
    assert_eq!(
        told(&movement),
        [
            "2026-04-10 deal reopened 4 EUR design",
            "2026-05-10 deal lost 4 EUR design",
            "2026-06-10 deal reopened 4 EUR use",
            "2026-06-10 deal won 4 EUR use",
        ]
    );
    let total = &movement.currencies[0].total;
    assert_eq!(filled(total), ["Reopened 2 8.00", "Won 1 4.00", "Lost 1 4.00"]);
}

#[test]
fn what_comes_and_goes_within_a_day_is_no_step() {
    let movement = second_quarter(
        &[
            ("deal", "2026-01-10", &created("design", "3 EUR", "2026-08-01")),
            ("deal", "2026-04-10T09:00:00", &worth("9 EUR")),
            ("deal", "2026-04-10T10:00:00", LOST),
            ("deal", "2026-04-10T11:00:00", REOPENED),
            ("deal", "2026-04-10T12:00:00", &worth("3 EUR")),
            ("brief", "2026-04-11T09:00:00", &created("interest", "5 EUR", "2026-08-01")),
            ("brief", "2026-04-11T10:00:00", LOST),
        ],
        None,
    );
    assert_eq!(told(&movement), ["2026-04-11 brief created 5 EUR interest", "2026-04-11 brief lost 5 EUR interest"]);
}

#[test]
fn an_unknown_amount_counts_and_is_in_no_sum() {
    let movement = second_quarter(
        &[
            ("known", "2026-01-10", r#"{"type": "created"}"#),
            ("known", "2026-04-10", &worth("10 EUR")),
            ("unknown", "2026-01-10", &created("interest", "0 EUR", "2026-05-01")),
            ("unknown", "2026-04-10", &worth("")),
            ("never", "2026-04-12", r#"{"type": "created"}"#),
            ("never", "2026-04-13", &to("design")),
            ("signed", "2026-01-10", r#"{"type": "created"}"#),
            ("signed", "2026-04-14", WON),
        ],
        None,
    );
    assert_eq!(
        told(&movement),
        [
            "2026-04-10 known amount_set 10 EUR interest",
            "2026-04-10 unknown amount_cleared 0 EUR interest",
            "2026-04-12 never created ? interest",
            "2026-04-13 never moved ? interest → design",
            "2026-04-14 signed won ? interest",
        ]
    );
    let total = &movement.currencies[0].total;
    assert_eq!(
        filled(total),
        ["Opening 1 0.00", "AmountSet 1 10.00", "AmountCleared 1 0.00", "Closing 1 10.00"],
        "an amount of zero is one that is known"
    );
    let unknown = UnknownAmounts {
        opening: 2,
        created: 1,
        amount_set: 1,
        amount_cleared: 1,
        won: 1,
        closing: 2,
        ..Default::default()
    };
    assert_eq!(movement.without_amount, unknown);
    let reason = movement.reasons.iter().find(|reason| reason.rule == "no_amount").unwrap();
    let facts: Vec<_> = reason.facts.iter().map(|fact| fact.id.as_str()).collect();
    assert_eq!(facts, ["never", "unknown"]);
}

#[test]
fn another_currency_goes_out_of_the_one_and_into_the_other() {
    let movement = second_quarter(
        &[
            ("deal", "2026-01-10", &created("interest", "10.5 EUR", "2026-05-01")),
            ("deal", "2026-04-10", &worth("1500 JPY")),
            ("deal", "2026-04-10", &to("design")),
        ],
        None,
    );
    assert_eq!(
        told(&movement),
        [
            "2026-04-10 deal currency_changed 10.5 EUR interest → 1500 JPY",
            "2026-04-10 deal moved 1500 JPY interest → design",
        ]
    );
    let [euros, yen] = &movement.currencies[..] else { panic!("two currencies") };
    assert_eq!(filled(&euros.total), ["Opening 1 10.50", "CurrencyOut 1 10.50"]);
    assert_eq!(filled(&yen.total), ["CurrencyIn 1 1500", "Closing 1 1500"]);
    assert_eq!(filled(&yen.stages[0].lines), ["MovedOut 1 1500", "CurrencyIn 1 1500"]);
}

#[test]
fn unknown_stages_and_pipelines_are_rows_of_their_own() {
    let movement = second_quarter(
        &[
            ("deal", "2026-01-10", &created("interest", "10 EUR", "2026-05-01")),
            ("deal", "2026-04-10", &to("unheard of")),
            ("deal", "2026-04-11", r#"{"type": "pipeline_changed", "to": "elsewhere"}"#),
            ("deal", "2026-04-12", r#"{"type": "pipeline_changed", "to": "six_stage", "stage": "design"}"#),
        ],
        None,
    );
    assert_eq!(
        told(&movement),
        [
            "2026-04-10 deal moved 10 EUR interest → ?",
            "2026-04-11 deal moved 10 EUR ? → ?",
            "2026-04-12 deal moved 10 EUR ? → design",
        ]
    );
    assert_eq!(movement.steps[1].pipeline.as_ref().unwrap().as_str(), "six_stage");
    assert_eq!((&movement.steps[1].to_pipeline, &movement.steps[2].pipeline), (&None, &None));
    let rows: Vec<_> = movement.currencies[0]
        .stages
        .iter()
        .map(|row| (row.pipeline.as_ref().map(PipelineId::as_str), row.stage.as_ref().map(StageId::as_str)))
        .collect();
    let six_stage = Some("six_stage");
    assert_eq!(rows, [(six_stage, Some("interest")), (six_stage, Some("design")), (six_stage, None), (None, None)]);
}

#[test]
fn sums_are_exact_to_the_last_place() {
    let movement = second_quarter(
        &[
            ("a", "2026-01-10", &created("interest", "0.0001 EUR", "2026-05-01")),
            ("b", "2026-01-10", &created("interest", "10000000000000 EUR", "2026-05-01")),
            ("b", "2026-04-10", &worth("9999999999999.9999 EUR")),
        ],
        None,
    );
    let total = &movement.currencies[0].total;
    assert_eq!(
        filled(total),
        ["Opening 2 10000000000000.0001", "Decreased 1 0.0001", "Closing 2 10000000000000.00"],
        "as many places as it takes, and at least those of cents"
    );
}

#[test]
fn rates_of_each_day_and_what_they_alone_changed() {
    let mut draft = Playbook::six_stage().draft().clone();
    for (on, rate) in [("2026-01-01", "1.1"), ("2026-05-01", "1.2"), ("2026-06-15", "1.3")] {
        let (from, to) = ("EUR".parse().unwrap(), "USD".parse().unwrap());
        draft.exchange.rates.push(DatedRate { from, to, on: date(on), rate: rate.parse().unwrap() });
    }
    let playbook = Playbook::try_new(draft).unwrap();
    let created_in = |amount: &str| created("interest", amount, "2026-05-01");
    let events = book(&[
        ("euros", "2026-01-10", &created_in("100 EUR")),
        ("dollars", "2026-01-10", &created_in("50 USD")),
        ("new", "2026-05-10", &created_in("10 EUR")),
        ("dollars", "2026-05-20", &worth("40 EUR")),
        ("dollars", "2026-05-21", &to("design")),
    ]);
    let movement = pipeline_movement(&events, &playbook, date("2026-03-31"), date("2026-06-30"), None).unwrap();
    let reported = movement.reporting.unwrap();
    assert_eq!(reported.currency.code(), "USD");
    assert_eq!(
        filled(&reported.lines),
        ["Opening 2 160.00", "Created 1 12.00", "CurrencyIn 1 48.00", "CurrencyOut 1 50.00", "Closing 3 195.00",]
    );
    // 100 × (1.3 − 1.1) + 10 × (1.3 − 1.2) + 40 × (1.3 − 1.2)
    assert_eq!(reported.currency_effect.to_string(), "25.00");
    let known = second_quarter(&[("deal", "2026-01-10", &created_in("50 USD"))], None).reporting.unwrap();
    assert_eq!((known.currency_effect.to_string(), filled(&known.lines).len()), ("0.00".to_owned(), 2));
    let empty = second_quarter(&[], None);
    assert_eq!((empty.currencies.len(), empty.steps.len()), (0, 0));
    assert_eq!(filled(&empty.reporting.unwrap().lines), Vec::<String>::new());
}

#[test]
fn days_in_the_wrong_order_are_refused() {
    let book = book(&[]);
    let movement = |from, to, period| pipeline_movement(&book, &Playbook::six_stage(), date(from), date(to), period);
    let problem = movement("2026-02-01", "2026-01-31", None).unwrap_err();
    assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::DateOrder, "from"));
    assert_eq!((problem.value.as_str(), problem.allowed.as_str()), ("2026-02-01", "2026-01-31 or earlier"));
    let reversed = Period { first: date("2026-06-30"), last: date("2026-04-01") };
    let problem = movement("2026-01-31", "2026-01-31", Some(reversed)).unwrap_err();
    assert_eq!((problem.code, problem.path.as_str()), (ProblemCode::DateOrder, "period.first"));
    let still = movement("2026-01-31", "2026-01-31", Some(quarter())).unwrap();
    assert_eq!(still.steps, []);
}

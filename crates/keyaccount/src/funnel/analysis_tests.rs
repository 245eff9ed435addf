//! What follows from many histories, worked by hand.

use super::pipeline_tests::two_pipelines;
use super::tests::date;
use super::*;
use crate::facts::Book;
use crate::playbook::Playbook;
use crate::values::StageId;

/// A book of opportunities given as `(id, events)`, the events as `(at, change)`.
pub(super) fn book(opportunities: &[(&str, &[(&str, &str)])]) -> Book {
    let rows = opportunities.iter().map(|(id, _)| format!(r#"{{"id": "{id}", "account": "account"}}"#));
    let events = opportunities.iter().flat_map(|(id, events)| {
        events.iter().map(move |(at, change)| {
            let change = match change.split_once(' ') {
                Some((kind, fields)) => format!(r#"{{"type": "{kind}", {fields}}}"#),
                None => format!(r#"{{"type": "{change}"}}"#),
            };
            format!(r#"{{"opportunity": "{id}", "at": "{at}", "change": {change}}}"#)
        })
    });
    let (rows, events): (Vec<String>, Vec<String>) = (rows.collect(), events.collect());
    let text = format!(
        r#"{{"accounts": [{{"id": "account", "name": "Account"}}], "opportunities": [{}], "opportunity_events": [{}]}}"#,
        rows.join(","),
        events.join(",")
    );
    let book = Book::from_json(&text).unwrap();
    assert_eq!(book.problems(), []);
    book
}

fn analysis(opportunities: &[(&str, &[(&str, &str)])], as_of: &str) -> PipelineAnalysis {
    analysis_from(opportunities, as_of, &FunnelOptions::default())
}

fn analysis_from(opportunities: &[(&str, &[(&str, &str)])], as_of: &str, options: &FunnelOptions) -> PipelineAnalysis {
    let verdict = analyse_funnel(&book(opportunities), &Playbook::six_stage(), date(as_of), options);
    assert_eq!(verdict.pipelines.len(), 1);
    verdict.pipelines[0].clone()
}

const EUR_100: &str = r#"created "stage": "design", "amount": {"amount": "100", "currency": "EUR"}"#;
const EUR_300: &str = r#"created "stage": "comparison", "amount": {"amount": "300", "currency": "EUR"}"#;
const USD_50: &str = r#"created "stage": "design", "amount": {"amount": "50", "currency": "USD"}"#;
const PRICE: &str = r#"lost "reason": "price", "competitor": "Bolt""#;

/// Two won, two lost, two open; one of each in dollars, one lost of unknown worth.
const DECIDED: &[(&str, &[(&str, &str)])] = &[
    ("a", &[("2026-01-01", EUR_100), ("2026-01-11", "won")]),
    ("b", &[("2026-01-01", EUR_300), ("2026-01-31", "won"), ("2026-03-01", "realised")]),
    ("c", &[("2026-01-01", EUR_100), ("2026-01-21", PRICE)]),
    ("d", &[("2026-01-01", "created"), ("2026-02-01", PRICE)]),
    ("e", &[("2026-01-01", EUR_300)]),
    ("f", &[("2026-01-01", USD_50)]),
];

#[test]
fn win_rates_are_by_count_and_by_value() {
    let analysis = analysis(DECIDED, "2026-04-01");
    let rate = &analysis.win_rate;
    assert_eq!((rate.won, rate.lost, rate.without_amount), (2, 2, 1));
    assert_eq!(rate.rate.unwrap().to_string(), "0.5");
    let euros = &rate.by_value[0];
    assert_eq!((euros.won.to_string(), euros.lost.to_string()), ("400.00".into(), "100.00".into()));
    assert_eq!(euros.rate.unwrap().to_string(), "0.8");
    assert_eq!(rate.by_value.len(), 1, "nothing is decided in dollars");
    let counts = analysis.statuses;
    assert_eq!((counts.open, counts.booked, counts.realised, counts.lost), (2, 1, 1, 2));
}

#[test]
fn velocity_is_one_fraction_rounded_once() {
    let analysis = analysis(DECIDED, "2026-04-01");
    let [euros, dollars] = &analysis.velocity[..] else { panic!("two currencies") };
    // 1 open × 2/3 won × 400/2 on average ÷ 40/2 days.
    assert_eq!((euros.open_opportunities, euros.won, euros.lost), (1, 2, 1));
    assert_eq!(euros.win_rate.unwrap().to_string(), "0.6667");
    assert_eq!(euros.average_won.as_ref().unwrap().to_string(), "200.00");
    assert_eq!(euros.mean_cycle_days.unwrap().to_string(), "20");
    assert_eq!(euros.per_day.as_ref().unwrap().to_string(), "6.67");
    assert_eq!((dollars.open_opportunities, &dollars.win_rate, &dollars.per_day), (1, &None, &None));
}

#[test]
fn cycles_run_from_creation_to_the_decision() {
    let cycle = analysis(DECIDED, "2026-04-01").cycle;
    assert_eq!((cycle.won.count, cycle.lost.count), (2, 2));
    assert_eq!(cycle.won.mean_days.unwrap().to_string(), "20");
    assert_eq!(
        (cycle.won.lower_quartile_days, cycle.won.median_days, cycle.won.upper_quartile_days),
        (Some(10), Some(10), Some(30))
    );
    assert_eq!(cycle.lost.median_days, Some(20));
    assert_eq!(analysis(&[], "2026-04-01").cycle.won.mean_days, None);
}

#[test]
fn decisions_before_a_day_can_be_left_out() {
    let options = FunnelOptions { decided_from: Some(date("2026-01-31")), ..FunnelOptions::default() };
    let analysis = analysis_from(DECIDED, "2026-04-01", &options);
    assert_eq!((analysis.win_rate.won, analysis.win_rate.lost), (1, 1));
    assert_eq!(analysis.losses.len(), 1);
    assert_eq!(analysis.opportunities, 6, "the opportunities themselves are all there");
}

#[test]
fn losses_are_grouped_by_stage_reason_and_competitor() {
    let losses = analysis(
        &[
            ("a", &[("2026-01-01", EUR_100), ("2026-01-11", PRICE)]),
            ("b", &[("2026-01-01", EUR_100), ("2026-01-11", PRICE)]),
            ("c", &[("2026-01-01", r#"created "stage": "design""#), ("2026-01-11", PRICE)]),
            ("d", &[("2026-01-01", USD_50), ("2026-01-11", "lost")]),
            // Taken back: no loss any more.
            ("e", &[("2026-01-01", USD_50), ("2026-01-11", PRICE), ("2026-01-12", "reopened")]),
        ],
        "2026-02-01",
    )
    .losses;
    let shown: Vec<_> = losses.iter().map(|group| serde_json::to_value(group).unwrap()).collect();
    assert_eq!(
        serde_json::Value::from(shown),
        serde_json::json!([
            {
                "from_stage": "design", "reason": "price", "competitor": "Bolt", "count": 3,
                "amounts": [{"amount": "200.00", "currency": "EUR"}], "without_amount": 1
            },
            {
                "from_stage": "design", "reason": null, "competitor": null, "count": 1,
                "amounts": [{"amount": "50.00", "currency": "USD"}], "without_amount": 0
            },
        ])
    );
}

#[test]
fn the_bottlenecks_are_the_slowest_and_the_leakiest_stage() {
    let design = r#"created "stage": "design""#;
    let comparison = r#"stage_changed "to": "comparison""#;
    let fast: &[(&str, &str)] = &[("2026-01-01", design), ("2026-01-06", comparison), ("2026-03-06", PRICE)];
    let slow: &[(&str, &str)] = &[("2026-01-01", design), ("2026-01-11", comparison), ("2026-03-31", "won")];
    let deals = [("a", fast), ("b", fast), ("c", fast), ("d", slow), ("e", slow)];
    let bottlenecks = analysis(&deals, "2026-04-01").bottlenecks;
    assert_eq!(bottlenecks.slowest.unwrap().as_str(), "comparison");
    assert_eq!(bottlenecks.leakiest.unwrap().as_str(), "comparison");
    assert_eq!(bottlenecks.reasons[1].message, "60 % of those in `comparison` are lost before they get further");

    let few = analysis(&deals[..4], "2026-04-01").bottlenecks;
    assert_eq!((few.slowest, few.leakiest), (None, None));
    assert_eq!(few.reasons[0].rule, "too_little_history");
    assert_eq!(few.reasons[0].compared[0].actual.as_deref(), Some("4"));
}

#[test]
fn stalled_ones_are_listed_and_parked_ones_are_not() {
    let analysis = analysis(
        &[
            ("a", &[("2026-01-01", EUR_100)]),
            ("b", &[("2025-01-01", EUR_300)]),
            (
                "c",
                &[("2026-01-01", EUR_100), ("2026-01-02", r#"parked "reason": "budget", "resume_on": "2027-01-01""#)],
            ),
            ("d", &[("2026-05-01", EUR_100)]),
        ],
        "2026-06-01",
    );
    let stalled: Vec<(&str, i64, u32)> = analysis
        .stalled
        .iter()
        .map(|stalled| (stalled.opportunity.as_str(), stalled.days_in_stage, stalled.threshold_days))
        .collect();
    assert_eq!(stalled, [("b", 516, 45), ("a", 151, 60)]);
}

#[test]
fn close_date_pushes_add_up() {
    let created = r#"created "close_date": "2026-03-01""#;
    let pushed = r#"close_date_changed "close_date": "2026-03-31""#;
    let pulled = r#"close_date_changed "close_date": "2026-02-01""#;
    let analysis = analysis(
        &[
            ("a", &[("2026-01-01", created), ("2026-01-02", pushed), ("2026-01-03", pulled), ("2026-01-04", pushed)]),
            ("b", &[("2026-01-01", created), ("2026-01-02", pulled)]),
        ],
        "2026-02-01",
    );
    let slip = analysis.close_dates;
    assert_eq!((slip.pushed, slip.pushes, slip.slip_days), (1, 2, 30 + 58));
}

#[test]
fn every_way_taken_is_counted() {
    let design = r#"created "stage": "design""#;
    let analysis = analysis(
        &[
            ("a", &[("2026-01-01", design), ("2026-01-11", "won"), ("2026-02-01", "realised")]),
            ("b", &[("2026-01-01", design), ("2026-01-11", PRICE), ("2026-01-12", "reopened")]),
            (
                "c",
                &[("2026-01-01", design), ("2026-01-11", r#"stage_changed "to": "interest""#), ("2026-01-12", "won")],
            ),
        ],
        "2026-03-01",
    );
    let ways: Vec<String> = analysis
        .conformance
        .transitions
        .iter()
        .map(|way| {
            let name = |stage: &Option<StageId>| stage.as_ref().map_or("–".to_owned(), ToString::to_string);
            format!("{} {}→{} {}", way.kind, name(&way.from), name(&way.to), way.count)
        })
        .collect();
    assert_eq!(
        ways,
        [
            "create –→design 3",
            "regress design→interest 1",
            "win design→use 1",
            "win interest→use 1",
            "realise use→– 1",
            "lose design→– 1",
            "reopen –→design 1",
        ]
    );
    assert_eq!((analysis.conformance.opportunities, analysis.conformance.conforming), (3, 1));
    assert_eq!(analysis.conformance.totals.regressed, 1);
}

#[test]
fn every_pipeline_has_its_own_analysis() {
    let moved = r#"pipeline_changed "to": "eight_step", "stage": "deep_engagement""#;
    let deals: &[(&str, &[(&str, &str)])] = &[
        ("a", &[("2026-01-01", EUR_100), ("2026-01-11", moved)]),
        ("b", &[("2026-01-01", EUR_100)]),
        ("c", &[("2026-09-01", EUR_100)]),
        ("d", &[("2026-01-01", EUR_100), ("2026-01-02", r#"pipeline_changed "to": "elsewhere""#)]),
    ];
    let verdict = analyse_funnel(&book(deals), &two_pipelines(), date("2026-02-01"), &FunnelOptions::default());
    let counts: Vec<usize> = verdict.pipelines.iter().map(|pipeline| pipeline.opportunities).collect();
    assert_eq!((counts, verdict.not_created_yet, verdict.in_unknown_pipeline), (vec![1, 1], 1, 1));
    let design = &verdict.pipelines[0].stages[2];
    assert_eq!(design.time.opportunities, 3, "the one that moved on was in this stage too");
    assert_eq!(verdict.pipelines[0].stages[5].conversion, None, "nothing converts from a booked stage");
}

#[test]
fn an_empty_book_gives_an_analysis_of_nothing() {
    let analysis = analysis(&[], "2026-04-01");
    assert_eq!(analysis.opportunities, 0);
    assert_eq!(analysis.win_rate, WinRate::default());
    assert_eq!(analysis.stages[0].time.median_days, None);
    assert_eq!(analysis.conformance, ConformanceSummary::default());
}

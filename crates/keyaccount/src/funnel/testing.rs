//! Random books of damaged histories, for the tests of what follows from them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::facts::Book;
use crate::playbook::{DatedRate, Playbook};
use crate::values::Date;

/// A playbook with two pipelines, rates from two currencies of three, and a zone whose clock went back over midnight.
pub(super) fn playbook() -> Playbook {
    let mut draft = Playbook::six_stage().draft().clone();
    draft.pipelines.extend(Playbook::eight_step().draft().pipelines.iter().cloned());
    draft.calendar.time_zone = "America/St_Johns".parse().unwrap();
    for (from, on, rate) in
        [("EUR", "2005-01-01", "1.1"), ("EUR", "2005-11-01", "1.2345678901"), ("JPY", "2005-01-01", "0.007")]
    {
        let (to, on) = ("USD".parse().unwrap(), on.parse().unwrap());
        draft.exchange.rates.push(DatedRate { from: from.parse().unwrap(), to, on, rate: rate.parse().unwrap() });
    }
    Playbook::try_new(draft).unwrap()
}

/// The first of the days that events fall on, and how many there are. On the last Sunday of October the clock of
/// St John's went back at one minute past midnight.
pub(super) const FIRST_DAY: &str = "2005-10-01";
pub(super) const DAYS: u32 = 60;

pub(super) fn day() -> impl Strategy<Value = Date> {
    // Much falls on few days, so that much happens on the same.
    let busy = select(vec![4_u32, 5, 20, 28, 29, 40]);
    prop_oneof![3 => busy, 1 => 0..DAYS].prop_map(|days| FIRST_DAY.parse::<Date>().unwrap().plus_days(days))
}

/// An event of a random book: the opportunity's number, when, and the change, as JSON.
pub(super) type Row = (usize, String, String);

fn money() -> impl Strategy<Value = String> {
    let amount = prop_oneof![
        Just("0".to_owned()),
        (1_u32..500, 0_u32..10_000).prop_map(|(whole, rest)| format!("{whole}.{rest:04}"))
    ];
    let currency = prop_oneof![6 => Just("EUR"), 2 => Just("JPY"), 1 => Just("USD"), 1 => Just("CHF")];
    (amount, currency).prop_map(|(amount, currency)| format!(r#"{{"amount": "{amount}", "currency": "{currency}"}}"#))
}

fn or_null(text: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    prop::option::weighted(0.8, text).prop_map(|text| text.unwrap_or_else(|| "null".to_owned()))
}

fn quoted(date: impl Strategy<Value = Date>) -> impl Strategy<Value = String> {
    date.prop_map(|date| format!("\"{date}\""))
}

/// Any change, sensible or not.
pub(super) fn change() -> impl Strategy<Value = String> {
    const STAGES: &[&str] = &[
        "interest",
        "incubation",
        "design",
        "comparison",
        "commitment",
        "use",
        "initiation",
        "signing",
        "contract_execution",
        "lost",
        "nowhere",
    ];
    let stage = || select(STAGES).prop_map(|stage| format!("\"{stage}\"")).boxed();
    let pipeline = || select(vec!["six_stage", "eight_step", "unheard_of"]);
    let fixed = select(vec![
        r#"{"type": "end_mark_met"}"#,
        r#"{"type": "won"}"#,
        r#"{"type": "won"}"#,
        r#"{"type": "realised"}"#,
        r#"{"type": "realised", "amount": {"amount": "77.5", "currency": "EUR"}}"#,
        r#"{"type": "forecast_category_changed", "category": "best_case"}"#,
        r#"{"type": "forecast_category_changed", "category": "closed"}"#,
        r#"{"type": "forecast_category_changed"}"#,
        r#"{"type": "credit_split_changed", "credits": [{"member": "b", "share": "0.3"}, {"member": "a", "share": "0.7"}]}"#,
        r#"{"type": "credit_split_changed", "credits": [{"member": "b", "share": "0.3"}]}"#,
        r#"{"type": "recurring_changed", "recurring": {"monthly": {"amount": "12.5", "currency": "EUR"}, "months": 12}}"#,
        r#"{"type": "recurring_changed"}"#,
        r#"{"type": "lost", "reason": "price"}"#,
        r#"{"type": "lost"}"#,
        r#"{"type": "reopened"}"#,
        r#"{"type": "parked", "reason": "rest", "resume_on": "2026-12-01"}"#,
        r#"{"type": "resumed"}"#,
        r#"{"type": "probability_changed", "probability": "1"}"#,
        r#"{"type": "owner_changed", "owner": "somebody"}"#,
    ]);
    prop_oneof![
        4 => fixed.prop_map(str::to_owned),
        2 => (or_null(stage()), or_null(money()), or_null(quoted(day()))).prop_map(|(stage, amount, day)| {
            format!(r#"{{"type": "created", "stage": {stage}, "amount": {amount}, "close_date": {day}}}"#)
        }),
        4 => stage().prop_map(|stage| format!(r#"{{"type": "stage_changed", "to": {stage}}}"#)),
        4 => or_null(money()).prop_map(|amount| format!(r#"{{"type": "amount_changed", "amount": {amount}}}"#)),
        3 => or_null(quoted(day())).prop_map(|day| format!(r#"{{"type": "close_date_changed", "close_date": {day}}}"#)),
        1 => (or_null(pipeline().prop_map(|id| format!("\"{id}\""))), pipeline(), or_null(stage())).prop_map(
            |(from, to, stage)| {
                format!(r#"{{"type": "pipeline_changed", "from": {from}, "to": "{to}", "stage": {stage}}}"#)
            }
        ),
    ]
}

/// A moment: mostly a bare day, else a time of the day, local or with its offset.
fn moment() -> impl Strategy<Value = String> {
    let time = select(vec!["", "", "", "T00:00:30", "T23:30:00", "T02:30:30Z", "T12:00:00+08:00"]);
    // The first of these falls on the 30th, the second, later, on the 29th.
    let back_over_midnight = select(vec!["2005-10-30T02:30:30Z", "2005-10-30T02:31:00Z"]);
    prop_oneof![
        8 => (day(), time).prop_map(|(day, time)| format!("{day}{time}")),
        1 => back_over_midnight.prop_map(str::to_owned),
    ]
}

pub(super) fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (0_usize..4, moment(), change());
    (vec(row, 0..32), vec(any::<prop::sample::Index>(), 0..3)).prop_map(|(mut rows, again)| {
        for index in again {
            if !rows.is_empty() {
                rows.push(index.get(&rows).clone());
            }
        }
        rows
    })
}

/// Histories that nothing is missing from: each opportunity is created on its first day, and stays in its pipeline.
pub(super) fn sound_rows() -> impl Strategy<Value = Vec<Row>> {
    (vec(day(), 4), rows()).prop_map(|(days, rows)| {
        let created = |(at, day): (usize, &Date)| (at, day.to_string(), r#"{"type": "created"}"#.to_owned());
        let sound = |(at, when, change): &Row| {
            !change.contains("created")
                && !change.contains("pipeline_changed")
                && *when > days[*at].plus_days(1).to_string()
        };
        let rows: Vec<Row> = rows.into_iter().filter(sound).collect();
        days.iter().enumerate().map(created).chain(rows).collect()
    })
}

pub(super) fn book(rows: &[Row]) -> Book {
    let opportunities: Vec<String> = (0..4)
        .map(|at| {
            let pipeline = [r#""six_stage""#, r#""eight_step""#, "null", r#""unheard_of""#][at];
            format!(r#"{{"id": "deal-{at}", "account": "account-{}", "pipeline": {pipeline}}}"#, at % 2)
        })
        .collect();
    let events = rows
        .iter()
        .map(|(at, when, change)| format!(r#"{{"opportunity": "deal-{at}", "at": "{when}", "change": {change}}}"#));
    let text = format!(
        r#"{{"accounts": [{{"id": "account-0", "name": "A"}}, {{"id": "account-1", "name": "B"}}],
            "opportunities": [{}], "opportunity_events": [{}]}}"#,
        opportunities.join(","),
        events.collect::<Vec<_>>().join(",")
    );
    Book::from_json(&text).unwrap()
}

//! Roll-ups by hand.

use super::*;
use crate::facts::Book;
use crate::forecast::tests::{Deal, book, date, deal, priced, with_rates};
use crate::playbook::RateDate;
use crate::values::{Amounts, Period};

const WON: &str = r#"{"type": "won"}"#;
const PAID: &str = r#"{"type": "realised"}"#;

fn closing(day: &str, amount: u32, more: &str) -> Deal {
    let more = if more.is_empty() { String::new() } else { format!(", {more}") };
    deal(&format!(
        r#""stage": "comparison", "close_date": "{day}", "amount": {{"amount": {amount}, "currency": "USD"}}{more}"#
    ))
}

fn by(dimensions: &[ForecastDimension]) -> RollUpOptions {
    RollUpOptions { by: dimensions.to_vec(), ..RollUpOptions::default() }
}

fn roll_up(book: &Book, options: &RollUpOptions) -> RollUpVerdict {
    roll_up_forecast(book, &Playbook::six_stage(), date("2026-03-31"), options).unwrap()
}

/// The same opportunities with more tables.
fn with(deals: &[Deal], tables: &str) -> Book {
    let mut facts = serde_json::json!({});
    let events: Vec<_> = book(deals).accounts()[0]
        .opportunities
        .iter()
        .flat_map(|one| &one.events)
        .map(|one| one.fact.clone())
        .collect();
    let opportunities: Vec<_> =
        book(deals).accounts()[0].opportunities.iter().map(|one| one.opportunity.clone()).collect();
    facts["accounts"] = serde_json::json!([{"id": "account", "name": "Account"}]);
    facts["opportunities"] = serde_json::to_value(opportunities).unwrap();
    facts["opportunity_events"] = serde_json::to_value(events).unwrap();
    let more: serde_json::Value = serde_json::from_str(&format!("{{{tables}}}")).unwrap();
    for (name, table) in more.as_object().unwrap() {
        facts[name] = table.clone();
    }
    let book = Book::from_json(&facts.to_string()).unwrap();
    assert_eq!(book.problems(), []);
    book
}

fn told(verdict: &RollUpVerdict, amounts: impl Fn(&RollUpCell) -> &Amounts) -> Vec<String> {
    let cell = |cell: &RollUpCell| {
        let key: Vec<&str> = cell.key.iter().map(|key| key.value.as_deref().unwrap_or("none")).collect();
        let amounts = amounts(cell);
        format!("{}: {} {}", key.join(" "), amounts.deals, amounts.total)
    };
    verdict.cells.iter().map(cell).collect()
}

fn open(cell: &RollUpCell) -> &Amounts {
    &cell.amounts.open
}

#[test]
fn months_quarters_and_fiscal_years_are_of_the_deals_day() {
    let book = book(&[closing("2026-06-30", 1, ""), closing("2026-07-01", 2, ""), closing("2027-01-01", 4, "")]);
    let mut draft = Playbook::six_stage().draft().clone();
    draft.calendar.fiscal_year_start_month = 7;
    let playbook = Playbook::try_new(draft).unwrap();
    let cells =
        |dimension| told(&roll_up_forecast(&book, &playbook, date("2026-03-31"), &by(&[dimension])).unwrap(), open);
    assert_eq!(cells(ForecastDimension::Month), ["2026-06: 1 1.00", "2026-07: 1 2.00", "2027-01: 1 4.00"]);
    assert_eq!(cells(ForecastDimension::Quarter), ["FY2026-Q4: 1 1.00", "FY2027-Q1: 1 2.00", "FY2027-Q3: 1 4.00"]);
    assert_eq!(cells(ForecastDimension::Year), ["FY2026: 1 1.00", "FY2027: 2 6.00"]);
}

#[test]
fn periods_may_overlap_and_what_is_in_none_is_told() {
    let book = book(&[closing("2026-06-30", 1, ""), closing("2026-07-01", 2, ""), closing("2027-01-01", 4, "")]);
    let period = |first: &str, last: &str| Period { first: date(first), last: date(last) };
    let half = period("2026-07-01", "2026-12-31");
    let periods = vec![half, period("2026-01-01", "2026-12-31"), half];
    let options = RollUpOptions { periods: periods.clone(), ..by(&[ForecastDimension::Period]) };
    let told = told(&roll_up(&book, &options), open);
    assert_eq!(told, ["none: 1 4.00", "2026-01-01/2026-12-31: 2 3.00", "2026-07-01/2026-12-31: 1 2.00"]);
    let turned = RollUpOptions { periods: vec![periods[0], period("2026-02-01", "2026-01-31")], ..options };
    let problem = roll_up_forecast(&book, &Playbook::six_stage(), date("2026-03-31"), &turned).unwrap_err();
    assert_eq!((problem.code.as_str(), problem.path.as_str()), ("date_order", "periods[1].first"));
}

#[test]
fn a_dimension_is_asked_for_once() {
    let twice = by(&[ForecastDimension::Owner, ForecastDimension::Stage, ForecastDimension::Owner]);
    let asked = roll_up_forecast(&Book::default(), &Playbook::six_stage(), date("2026-03-31"), &twice);
    let problem = asked.unwrap_err();
    assert_eq!((problem.code.as_str(), problem.path.as_str()), ("duplicate_name", "by[2]"));
    assert_eq!(problem.value, "owner");
}

#[test]
fn without_dimensions_there_is_one_cell() {
    let verdict = roll_up(&book(&[closing("2026-06-30", 1, ""), closing("2026-07-01", 2, "")]), &by(&[]));
    assert_eq!((verdict.cells.len(), verdict.cells[0].key.len()), (1, 0));
    assert_eq!(verdict.cells[0].amounts, verdict.amounts);
}

#[test]
fn stages_are_in_the_playbooks_order_and_categories_from_the_least_sure() {
    let deals = [
        priced("commitment", "1", "USD"),
        priced("interest", "2", "USD"),
        priced("comparison", "4", "USD"),
        priced("comparison", "8", "USD").then("2026-02-01", WON),
        priced("comparison", "16", "USD").then("2026-02-01", WON).then("2026-03-01", PAID),
    ];
    let verdict = roll_up(&book(&deals), &by(&[ForecastDimension::Stage]));
    let stages: Vec<_> = verdict.cells.iter().map(|cell| cell.key[0].value.clone().unwrap()).collect();
    assert_eq!(stages[..3], ["interest", "comparison", "commitment"], "{stages:?}");
    let category = by(&[ForecastDimension::Category]);
    let single = roll_up(&book(&deals), &category);
    let all = |verdict: &RollUpVerdict| {
        let cell = |cell: &RollUpCell| {
            let row = &cell.amounts;
            let sums = [&row.open, &row.booked, &row.realised].map(|sums| sums.total.to_string());
            format!("{} {}", cell.key[0].value.as_deref().unwrap(), sums.join(" "))
        };
        verdict.cells.iter().map(cell).collect::<Vec<_>>()
    };
    assert_eq!(
        all(&single),
        ["pipeline 2.00 0.00 0.00", "best_case 4.00 0.00 0.00", "commit 1.00 0.00 0.00", "closed 0.00 8.00 16.00"]
    );
    let cumulative = roll_up(&book(&deals), &RollUpOptions { cumulative: true, ..category });
    assert_eq!(
        all(&cumulative),
        ["pipeline 7.00 8.00 16.00", "best_case 5.00 8.00 16.00", "commit 1.00 8.00 16.00", "closed 0.00 8.00 16.00"]
    );
}

const SPLIT: &str = r#""owner": "ann", "credits": [{"member": "ann", "share": "0.3333"},
    {"member": "bob", "share": "0.3333"}, {"member": "zoe", "share": "0.3334"}]"#;
const LINES: &str = r#""reporting_lines": [{"member": "ann", "manager": "eve"}, {"member": "bob", "manager": "eve"},
    {"member": "eve", "manager": "joe"}]"#;

#[test]
fn teams_count_each_deal_once_and_credit_follows_the_split() {
    let deals = [
        closing("2026-06-30", 100, SPLIT),
        closing("2026-06-30", 10, r#""owner": "eve""#),
        closing("2026-06-30", 1, r#""owner": "zoe""#),
        closing("2026-06-30", 7, ""),
    ];
    let book = with(&deals, LINES);
    let owners = roll_up(&book, &by(&[ForecastDimension::Owner]));
    let want = ["none: 1 7.00", "ann: 1 33.33", "bob: 1 33.33", "eve: 1 10.00", "zoe: 2 34.34"];
    assert_eq!(told(&owners, open), want);
    let teams = roll_up(&book, &by(&[ForecastDimension::Team]));
    assert_eq!(told(&teams, open), ["none: 3 41.34", "eve: 2 76.66", "joe: 2 76.66"]);
    let both = roll_up(&book, &by(&[ForecastDimension::Team, ForecastDimension::Owner]));
    let of_joe: Vec<String> = told(&both, open).into_iter().filter(|cell| cell.starts_with("joe")).collect();
    assert_eq!(of_joe, ["joe ann: 1 33.33", "joe bob: 1 33.33", "joe eve: 1 10.00"]);

    let of_eve = RollUpOptions { member: Some("eve".parse().unwrap()), ..by(&[ForecastDimension::Owner]) };
    let of_eve = roll_up(&book, &of_eve);
    assert_eq!(told(&of_eve, open), ["ann: 1 33.33", "bob: 1 33.33", "eve: 1 10.00"]);
    assert_eq!((of_eve.amounts.open.deals, of_eve.amounts.open.total.to_string().as_str()), (2, "76.66"));
    assert_eq!((of_eve.of_others, of_eve.receipt.opportunities), (2, 2));
    assert_eq!(of_eve.receipt.whole.totals[0].to_string(), "110.00 USD", "the receipt tells of whole deals");
    let of_ann = RollUpOptions { member: Some("ann".parse().unwrap()), ..by(&[ForecastDimension::Team]) };
    assert_eq!(told(&roll_up(&book, &of_ann), open), ["ann: 1 33.33"], "who is asked about has a cell, and none above");
}

#[test]
fn credit_of_nothing_is_none() {
    let split = r#""owner": "ann", "credits": [{"member": "ann", "share": "0"}, {"member": "bob", "share": "1"}]"#;
    let book = with(&[closing("2026-06-30", 100, split)], LINES);
    assert_eq!(told(&roll_up(&book, &by(&[ForecastDimension::Owner])), open), ["bob: 1 100.00"]);
    let of_ann = RollUpOptions { member: Some("ann".parse().unwrap()), ..by(&[]) };
    assert_eq!(roll_up(&book, &of_ann).of_others, 1);
}

#[test]
fn recurring_revenue_stands_beside_what_is_paid_once() {
    let recurring = |currency: &str| {
        format!(r#""recurring": {{"monthly": {{"amount": "10", "currency": "{currency}"}}, "months": 12}}"#)
    };
    let euros = deal(&format!(
        r#""stage": "design", "close_date": "2026-07-31", "amount": {{"amount": "100", "currency": "EUR"}}, {}"#,
        recurring("EUR")
    ));
    let book = book(&[closing("2026-06-30", 50, &recurring("USD")), closing("2026-06-30", 3, ""), euros]);
    let playbook = with_rates(RateDate::AsOf, &[("EUR", "2026-01-01", "2")]);
    let rolled_up = |options: &RollUpOptions| roll_up_forecast(&book, &playbook, date("2026-03-31"), options).unwrap();
    let months = rolled_up(&by(&[ForecastDimension::Month]));
    let sums = |cell: &RollUpCell| {
        let open = cell.recurring.as_ref().unwrap().open.clone();
        let sums = [open.monthly, open.monthly_weighted, open.contract_value, open.contract_value_weighted];
        (open.deals, sums.map(|sum| sum.to_string()))
    };
    // Comparison weighs 0.3: 10 a month; 50 + 12 × 10 and 3.
    let june = ["10.00", "3.00", "173.00", "51.90"].map(str::to_owned);
    assert_eq!(sums(&months.cells[0]), (1, june));
    assert_eq!(months.cells[0].amounts.open.total.to_string(), "53.00", "what is paid once");
    // Design weighs 0.2, two dollars to the euro: 20 a month; 200 + 12 × 20.
    let july = ["20.00", "4.00", "440.00", "88.00"].map(str::to_owned);
    assert_eq!(sums(&months.cells[1]), (1, july));
    let whole = months.recurring.unwrap();
    assert_eq!((whole.open.deals, whole.open.monthly.to_string()), (2, "30.00".to_owned()));
    assert_eq!((whole.booked.deals, whole.booked.contract_value.to_string()), (0, "0.00".to_owned()));
    let own = rolled_up(&by(&[ForecastDimension::Currency]));
    assert_eq!((own.cells[0].currency.code(), sums(&own.cells[0]).1[0].as_str()), ("EUR", "10.00"));
}

#[test]
fn what_lacks_a_rate_is_in_its_own_currency_alone() {
    let book = book(&[priced("design", "10", "EUR"), priced("design", "20", "USD"), deal(r#""stage": "design""#)]);
    let own = roll_up(&book, &by(&[ForecastDimension::Currency, ForecastDimension::Stage]));
    assert_eq!(told(&own, open), ["EUR design: 1 10.00", "USD design: 1 20.00"]);
    assert_eq!((own.amounts.open.deals, own.receipt.unpriced, own.unpriced.len()), (1, 2, 2));
    assert_eq!(told(&roll_up(&book, &by(&[ForecastDimension::Stage])), open), ["design: 1 20.00"]);
}

#[test]
fn territory_and_product_line_are_the_opportunitys() {
    let book = Book::from_json(
        r#"{"accounts": [{"id": "account", "name": "Account", "territory": "north"}],
            "opportunities": [{"id": "a", "account": "account", "product_line": "presses"},
                {"id": "b", "account": "account", "territory": "south"}],
            "opportunity_events": [
                {"opportunity": "a", "at": "2026-01-01", "change": {"type": "created", "stage": "design",
                 "close_date": "2026-06-30", "amount": {"amount": "1", "currency": "USD"}}},
                {"opportunity": "b", "at": "2026-01-01", "change": {"type": "created", "stage": "design",
                 "close_date": "2026-06-30", "amount": {"amount": "2", "currency": "USD"}}}]}"#,
    )
    .unwrap();
    let cells = |dimensions: &[ForecastDimension]| told(&roll_up(&book, &by(dimensions)), open);
    assert_eq!(cells(&[ForecastDimension::Territory]), ["north: 1 1.00", "south: 1 2.00"]);
    assert_eq!(cells(&[ForecastDimension::ProductLine]), ["none: 1 2.00", "presses: 1 1.00"]);
    let [account, pipeline] = [ForecastDimension::Account, ForecastDimension::Pipeline];
    assert_eq!(cells(&[account, pipeline]).len(), 1);
}

#[test]
fn figures_of_people_stand_beside() {
    let adjustment = |id: &str, at: &str, member: &str, category: &str, amount: &str, currency: &str| {
        format!(
            r#"{{"id": "{id}", "at": "{at}", "by": "joe", "member": {member}, "first": "2026-04-01", "last": "2026-06-30",
                "category": {category}, "amount": {{"amount": "{amount}", "currency": "{currency}"}}}}"#
        )
    };
    let tables = [
        adjustment("first", "2026-02-01", "\"eve\"", "null", "50", "USD"),
        adjustment("second", "2026-03-01", "\"eve\"", "null", "60", "USD"),
        adjustment("commit", "2026-03-01", "\"eve\"", "\"commit\"", "5", "USD"),
        adjustment("euros", "2026-03-01", "null", "null", "5", "EUR"),
        adjustment("later", "2026-04-01", "\"eve\"", "null", "99", "USD"),
    ];
    let tables = format!(r#"{LINES}, "forecast_adjustments": [{}]"#, tables.join(","));
    let deals = [
        closing("2026-06-30", 100, SPLIT),
        closing("2026-06-30", 10, r#""owner": "eve""#)
            .then("2026-02-01", r#"{"type": "stage_changed", "to": "commitment"}"#),
        closing("2026-07-01", 1000, r#""owner": "eve""#),
        closing("2026-06-30", 7, ""),
    ];
    let book = with(&deals, &tables);
    let verdict = roll_up(&book, &RollUpOptions::default());
    let told: Vec<_> = verdict
        .adjustments
        .iter()
        .map(|one| {
            let difference = one.total.difference.as_ref().map(|sum| sum.amount.to_string());
            let superseded = one.superseded_by.as_ref().map(|id| id.as_str());
            (one.adjustment.id.as_str(), one.total.rollup.amount.to_string(), difference, superseded)
        })
        .collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        told,
        [
            ("euros", "117.00".to_owned(), None, None),
            ("first", "76.66".to_owned(), some("-26.66"), Some("second")),
            ("commit", "10.00".to_owned(), some("-5.00"), None),
            ("second", "76.66".to_owned(), some("-16.66"), None),
        ]
    );
    assert_eq!(verdict.adjustments[1].amounts.open.deals, 2);
    assert_eq!(verdict.reasons.last().unwrap().fact_count, 4);
    let of_eve = RollUpOptions { member: Some("eve".parse().unwrap()), ..RollUpOptions::default() };
    assert_eq!(roll_up(&book, &of_eve).adjustments.len(), 3, "the company's is not hers");
    let of_ann = RollUpOptions { member: Some("ann".parse().unwrap()), ..RollUpOptions::default() };
    assert_eq!(roll_up(&book, &of_ann).adjustments.len(), 0);
}

#[test]
fn what_is_signed_is_expected_whole() {
    let tables = r#""forecast_adjustments": [{"id": "a", "at": "2026-03-01", "by": "joe", "first": "2026-01-01",
        "last": "2026-06-30", "amount": {"amount": "200", "currency": "USD"}}]"#;
    let book = with(&[closing("2026-06-30", 100, ""), closing("2026-06-30", 40, "").then("2026-02-01", WON)], tables);
    let adjusted = &roll_up(&book, &RollUpOptions::default()).adjustments[0];
    assert_eq!(adjusted.total.rollup.to_string(), "140.00 USD");
    assert_eq!(adjusted.expected.rollup.to_string(), "70.00 USD", "30 of 100, and 40");
    assert_eq!(adjusted.expected.difference.as_ref().unwrap().to_string(), "130.00 USD");
    assert_eq!((adjusted.amounts.open.deals, adjusted.amounts.booked.deals), (1, 1));
}

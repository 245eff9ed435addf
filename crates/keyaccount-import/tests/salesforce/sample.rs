//! The stock records of a Salesforce developer org, where they are at hand.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use keyaccount::{
    AnomalyCode, BacktestOptions, Book, FunnelOptions, OpportunityStatus, PeriodUnit, analyse_funnel,
    backtest_forecast, pipeline_movement, replay_history, weighted_forecast,
};
use keyaccount::{ForecastDimension, RollUpOptions, roll_up_forecast};
use keyaccount_import::{SalesforceImport, SalesforceMapping, import_salesforce, read_salesforce_folder};
use rust_decimal::Decimal;

fn sample() -> Option<(PathBuf, SalesforceImport)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/salesforce_sample");
    if !folder.is_dir() {
        // Through the writer, which the test harness does not capture: a skipped test has to be seen.
        let _ = std::io::Write::write_all(
            &mut std::io::stderr(),
            b"skipped: salesforce_sample (../shared/data is not there)\n",
        );
        return None;
    }
    let mapping = SalesforceMapping::default();
    let export = read_salesforce_folder(&folder, &mapping).unwrap();
    let import = import_salesforce(&export, &mapping);
    Some((folder, import))
}

#[test]
fn every_row_is_used() {
    let Some((_, import)) = sample() else { return };
    assert_eq!(import.problems, []);
    let used: Vec<_> = import.files.iter().map(|file| (file.file.as_str(), file.rows, file.used)).collect();
    let want = [
        ("Opportunity.csv", 36, 36),
        ("OpportunityHistory.csv", 48, 48),
        ("Account.csv", 18, 18),
        ("Contact.csv", 25, 25),
    ];
    assert_eq!(used, want);
    assert_eq!(import.latest_change.unwrap().to_string(), "2026-03-07");
    let sam = import.facts.stakeholders.iter().find(|person| person.id.as_str() == "003bm00000zapthAAA").unwrap();
    assert_eq!(sam.title.as_ref().unwrap().as_str(), "SVP, Procurement");
    assert_eq!(sam.department.as_ref().unwrap().as_str(), "Procurement");
    assert_eq!(import.facts.committee_seats, [], "no role out of a title");
}

#[test]
fn the_open_pipeline_is_what_salesforce_computed() {
    let Some((_, import)) = sample() else { return };
    let book = Book::from_facts(import.facts);
    assert_eq!(book.problems(), []);
    let forecast = weighted_forecast(&book, &import.playbook, import.latest_change.unwrap());
    let receipt = &forecast.summary.receipt;
    assert_eq!((receipt.opportunities, receipt.open, receipt.booked, receipt.lost), (36, 16, 12, 8));
    let open = serde_json::to_value(&forecast.summary.amounts.open).unwrap();
    assert_eq!(open, serde_json::json!({"deals": 13, "total": "2115000.00", "weighted": "1094500.00"}));
    assert_eq!(receipt.unpriced, 3, "open without an amount: unknown, not zero");
}

/// By stage against Salesforce's own expected revenues, row by row; by owner and category to the same whole.
#[test]
fn roll_ups_are_what_salesforce_computed() {
    let Some((folder, import)) = sample() else { return };
    let as_of = import.latest_change.unwrap();
    let book = Book::from_facts(import.facts);
    let mut reader = csv::Reader::from_path(folder.join("Opportunity.csv")).unwrap();
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    // Of the open ones by stage: how many have an amount, what they are worth, and what Salesforce expects of them.
    let mut want: BTreeMap<String, (usize, Decimal, Decimal)> = BTreeMap::new();
    for record in reader.records().map(Result::unwrap).filter(|record| &record[at("IsClosed")] == "FALSE") {
        let Ok(amount) = record[at("Amount")].parse::<Decimal>() else { continue };
        let name = record[at("StageName")].parse().unwrap();
        let stage = import.playbook.default_pipeline().stage(&name).unwrap();
        let (deals, total, weighted) = want.entry(stage.id.to_string()).or_default();
        *deals = deals.saturating_add(1);
        *total = total.saturating_add(amount);
        *weighted = weighted.saturating_add(record[at("ExpectedRevenue")].parse().unwrap());
    }
    let number = |sum: &keyaccount::ExactSum| sum.to_string().parse::<Decimal>().unwrap();
    for dimension in [ForecastDimension::Stage, ForecastDimension::Owner, ForecastDimension::Category] {
        let options = RollUpOptions { by: vec![dimension], ..RollUpOptions::default() };
        let rolled_up = roll_up_forecast(&book, &import.playbook, as_of, &options).unwrap();
        assert_eq!(rolled_up.receipt.open, 16);
        let cells = rolled_up.cells.iter().filter(|cell| cell.amounts.open.deals > 0);
        let cells: BTreeMap<String, (usize, Decimal, Decimal)> = cells
            .map(|cell| {
                let (open, name) = (&cell.amounts.open, cell.key[0].value.clone().unwrap_or_default());
                (name, (open.deals, number(&open.total), number(&open.weighted)))
            })
            .collect();
        if dimension == ForecastDimension::Stage {
            assert_eq!(cells, want);
        }
        assert_eq!(cells.values().map(|(deals, ..)| deals).sum::<usize>(), 13, "{dimension}");
        assert_eq!(cells.values().map(|(_, total, _)| total).sum::<Decimal>(), Decimal::from(2_115_000), "{dimension}");
        assert_eq!(cells.values().map(|(.., sum)| sum).sum::<Decimal>(), Decimal::from(1_094_500), "{dimension}");
    }
}

/// Salesforce's own row is the oracle: after the replay every opportunity stands as it says.
#[test]
fn every_replay_ends_where_salesforce_does() {
    let Some((folder, import)) = sample() else { return };
    let as_of = import.latest_change.unwrap();
    let book = Book::from_facts(import.facts);
    let mut reader = csv::Reader::from_path(folder.join("Opportunity.csv")).unwrap();
    let header = reader.headers().unwrap().clone();
    let cell = |record: &csv::StringRecord, name: &str| {
        record[header.iter().position(|column| column == name).unwrap()].to_owned()
    };
    for record in reader.records() {
        let record = record.unwrap();
        let id = cell(&record, "Id");
        let (_, opportunity) = book.opportunity(&id.parse().unwrap()).unwrap();
        let state = replay_history(opportunity, &import.playbook, as_of).state.unwrap();
        let (closed, won) = (cell(&record, "IsClosed") == "TRUE", cell(&record, "IsWon") == "TRUE");
        let want = match (closed, won) {
            (false, _) => OpportunityStatus::Open,
            (true, true) => OpportunityStatus::Booked,
            (true, false) => OpportunityStatus::Lost,
        };
        assert_eq!(state.status, want, "{id}");
        let amount = state.amount.map(|amount| amount.amount().to_string()).unwrap_or_default();
        assert_eq!(amount, cell(&record, "Amount"), "{id}");
        let written = chrono::NaiveDate::from(state.close_date.unwrap()).format("%m/%d/%y").to_string();
        assert_eq!(written, cell(&record, "CloseDate"), "{id}");
        if want != OpportunityStatus::Lost {
            let percent = state.probability.unwrap().value.value() * rust_decimal::Decimal::ONE_HUNDRED;
            assert_eq!(percent.normalize().to_string(), cell(&record, "Probability"), "{id}");
        }
    }
}

#[test]
fn oddities_of_the_history_are_listed() {
    let Some((_, import)) = sample() else { return };
    let as_of = import.latest_change.unwrap();
    let book = Book::from_facts(import.facts);
    let opportunities = book.accounts().iter().flat_map(|account| &account.opportunities);
    let anomalies: Vec<_> =
        opportunities.flat_map(|one| replay_history(one, &import.playbook, as_of).anomalies).collect();
    let count = |code| anomalies.iter().filter(|anomaly| anomaly.code == code).count();
    assert_eq!(count(AnomalyCode::ClosedAgain), 7, "won, then lost");
    assert_eq!(count(AnomalyCode::CreatedClosed), 18, "the first row is Closed Won");
    assert!(count(AnomalyCode::CloseDateBeforeCreation) > 31, "close dates of 2021 and 2024, created in 2026");
}

/// What follows from the histories, against sums over Salesforce's own rows.
#[test]
fn the_funnel_adds_up_to_salesforces_rows() {
    let Some((folder, import)) = sample() else { return };
    let as_of = import.latest_change.unwrap();
    let book = Book::from_facts(import.facts);
    let mut reader = csv::Reader::from_path(folder.join("Opportunity.csv")).unwrap();
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let (mut won, mut lost) = (Decimal::ZERO, Decimal::ZERO);
    for record in reader.records().map(Result::unwrap).filter(|record| &record[at("IsClosed")] == "TRUE") {
        let side = if &record[at("IsWon")] == "TRUE" { &mut won } else { &mut lost };
        *side = side.saturating_add(record[at("Amount")].parse().unwrap_or_default());
    }

    let verdict = analyse_funnel(&book, &import.playbook, as_of, &FunnelOptions::default());
    let pipeline = &verdict.pipelines[0];
    assert_eq!((pipeline.opportunities, pipeline.statuses.open), (36, 16));
    assert_eq!((pipeline.win_rate.won, pipeline.win_rate.lost), (12, 8));
    assert_eq!(pipeline.win_rate.rate.unwrap().to_string(), "0.6");
    let by_value = &pipeline.win_rate.by_value[0];
    assert_eq!(by_value.won.to_string().parse::<Decimal>().unwrap(), won);
    assert_eq!(by_value.lost.to_string().parse::<Decimal>().unwrap(), lost);
    assert_eq!(pipeline.visits_to_unknown_stages, 0);

    let before = "2020-01-01".parse().unwrap();
    let movement = pipeline_movement(&book, &import.playbook, before, as_of, None).unwrap();
    let dollars = &movement.currencies[0].total;
    assert_eq!((dollars.opening.count, dollars.closing.count), (0, 13));
    assert_eq!(dollars.closing.amount.to_string(), "2115000.00", "what is open by Salesforce's own figures");
    assert_eq!(movement.without_amount.closing, 3);
}

/// All of its deals were entered within the last month: that is no history, which is said, and nothing fails.
#[test]
fn the_history_is_too_thin_to_tell_methods_apart() {
    let Some((_, import)) = sample() else { return };
    let as_of = import.latest_change.unwrap();
    let book = Book::from_facts(import.facts);
    for unit in PeriodUnit::ALL {
        let options = BacktestOptions { unit: *unit, ..BacktestOptions::default() };
        let verdict = backtest_forecast(&book, &import.playbook, as_of, &options);
        assert!(verdict.insufficient_history && verdict.best.is_none(), "{unit}");
        assert_eq!(verdict.points.len(), 0, "no {unit} that is over had an open deal on its eve");
        assert_eq!(verdict.reasons.last().unwrap().rule, "insufficient_history");
    }
}

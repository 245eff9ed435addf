//! Snapshots to events.

use keyaccount::{AnomalyCode, Book, HistoryVerdict, OpportunityStatus, replay_history};
use keyaccount_import::{SalesforceExport, SalesforceImport, SalesforceMapping, import_salesforce};

use crate::{history, import, opportunities, paths_and_codes, sound};

/// The events as `moment word`, short enough to read.
fn events(import: &SalesforceImport) -> Vec<String> {
    import
        .facts
        .opportunity_events
        .iter()
        .map(|event| {
            let change = serde_json::to_value(&event.change).unwrap();
            let told = |key: &str| match &change[key] {
                serde_json::Value::Null => None,
                serde_json::Value::Object(money) => Some(money["amount"].as_str().unwrap().to_owned()),
                value => Some(value.as_str().unwrap().to_owned()),
            };
            let keys = ["type", "stage", "to", "amount", "close_date", "owner", "probability"];
            let words: Vec<String> = keys.into_iter().filter_map(told).collect();
            format!("{} {}", event.at, words.join(" "))
        })
        .collect()
}

fn replay(import: &SalesforceImport) -> HistoryVerdict {
    let book = Book::from_facts(import.facts.clone());
    let (_, opportunity) = book.opportunity(&"006A".parse().unwrap()).unwrap();
    replay_history(opportunity, &import.playbook, "2027-01-01".parse().unwrap())
}

#[test]
fn differences_become_events() {
    let created = "008A,006A,01/05/26 09:30 AM,Prospecting,90000,03/31/26,10,";
    let later = |row: &str| format!("008B,006A,02/01/26 10:00 AM,{row},");
    let cases: &[(&str, &str, &[&str])] = &[
        ("nothing", "Prospecting,90000,03/31/26,10", &[]),
        ("amount", "Prospecting,95000,03/31/26,10", &["2026-02-01T10:00:00 amount_changed 95000"]),
        ("amount gone", "Prospecting,,03/31/26,10", &["2026-02-01T10:00:00 amount_changed"]),
        ("amount unreadable", "Prospecting,lots,03/31/26,10", &[]),
        ("close date", "Prospecting,90000,04/30/26,10", &["2026-02-01T10:00:00 close_date_changed 2026-04-30"]),
        ("by hand", "Prospecting,90000,03/31/26,35", &["2026-02-01T10:00:00 probability_changed 0.35"]),
        ("zero by hand", "Prospecting,90000,03/31/26,0", &["2026-02-01T10:00:00 probability_changed 0"]),
        ("stage", "Needs Analysis,90000,03/31/26,20", &["2026-02-01T10:00:00 stage_changed needs_analysis"]),
        (
            "stage, with the old stage's probability kept by hand",
            "Needs Analysis,90000,03/31/26,10",
            &["2026-02-01T10:00:00 stage_changed needs_analysis", "2026-02-01T10:00:00.000001 probability_changed 0.1"],
        ),
        ("won", "Closed Won,90000,03/31/26,100", &["2026-02-01T10:00:00 won"]),
        (
            "won for less",
            "Closed Won,80000,02/01/26,100",
            &[
                "2026-02-01T10:00:00 amount_changed 80000",
                "2026-02-01T10:00:00 close_date_changed 2026-02-01",
                "2026-02-01T10:00:00 won",
            ],
        ),
        ("lost", "Closed Lost,90000,03/31/26,0", &["2026-02-01T10:00:00 lost"]),
        (
            "unknown stage: its probability is all that is known",
            "Dreaming,90000,03/31/26,10",
            &["2026-02-01T10:00:00 stage_changed Dreaming", "2026-02-01T10:00:00.000001 probability_changed 0.1"],
        ),
    ];
    for (name, row, want) in cases {
        let cells: Vec<&str> = row.split(',').collect();
        let [stage, amount, close_date, probability] = cells.try_into().unwrap();
        let current = format!("006A,001A,x,{stage},{amount},{probability},{close_date},01/05/26,02/01/26 10:00 AM");
        let export = SalesforceExport {
            opportunities: opportunities(&[&current]),
            history: history(&[created, &later(row)]),
            ..sound()
        };
        let told = events(&import(&export));
        assert_eq!(told[0], "2026-01-05T09:30:00 created prospecting 90000 2026-03-31", "{name}");
        assert_eq!(told[1..], **want, "{name}");
    }
}

#[test]
fn the_opportunitys_own_row_has_the_last_word() {
    type Problems = [(&'static str, &'static str)];
    let cases: &[(&str, &str, &str, &Problems)] = &[
        ("later", "02/01/26 10:00 AM", "2026-02-01T10:00:00", &[]),
        ("at the same minute", "01/05/26 09:30 AM", "2026-01-05T09:30:00.000001", &[]),
        ("on the same day", "01/05/26", "2026-01-05T09:30:00.000001", &[]),
        ("earlier", "01/04/26", "2026-01-05T09:30:00.000001", &[("Opportunity.csv[2].LastModifiedDate", "date_order")]),
        ("who knows", "", "2026-01-05T09:30:00.000001", &[("Opportunity.csv[2].LastModifiedDate", "missing_field")]),
    ];
    for (name, modified, at, problems) in cases {
        let current = format!("006A,001A,x,Prospecting,90000,10,04/30/26,01/05/26,{modified}");
        let export = SalesforceExport {
            opportunities: opportunities(&[&current]),
            history: history(&["008A,006A,01/05/26 09:30 AM,Prospecting,90000,03/31/26,10,"]),
            ..sound()
        };
        let import = import(&export);
        assert_eq!(events(&import)[1..], [format!("{at} close_date_changed 2026-04-30")], "{name}");
        assert_eq!(paths_and_codes(&import), *problems, "{name}");
    }
}

#[test]
fn moves_out_of_closed_stages_surface() {
    let export = SalesforceExport {
        opportunities: opportunities(&["006A,001A,x,Closed Lost,90000,0,03/31/26,01/05/26,04/01/26 10:00 AM"]),
        history: history(&[
            // Out of order, and three of them in one minute: the row that was changed later is the later one.
            "008D,006A,04/01/26 10:00 AM,Closed Lost,90000,03/31/26,0,04/01/26 10:02 AM",
            "008A,006A,01/05/26 09:30 AM,Prospecting,90000,03/31/26,10,",
            "008C,006A,04/01/26 10:00 AM,Value Proposition,90000,03/31/26,100,04/01/26 10:01 AM",
            "008B,006A,04/01/26 10:00 AM,Closed Won,90000,03/31/26,100,04/01/26 10:00 AM",
        ]),
        ..sound()
    };
    let import = import(&export);
    let want = [
        "2026-01-05T09:30:00 created prospecting 90000 2026-03-31",
        "2026-04-01T10:00:00 won",
        "2026-04-01T10:00:00.000001 stage_changed value_proposition",
        "2026-04-01T10:00:00.000002 probability_changed 1",
        "2026-04-01T10:00:00.000003 lost",
    ];
    assert_eq!(events(&import), want);
    assert_eq!(import.problems, []);
    let verdict = replay(&import);
    assert_eq!(verdict.state.as_ref().unwrap().status, OpportunityStatus::Lost);
    assert_eq!(verdict.state.as_ref().unwrap().times_reopened, 1);
    assert!(verdict.anomalies.iter().any(|anomaly| anomaly.code == AnomalyCode::LeftClosedStage));
}

#[test]
fn a_won_deal_moved_back_stays_at_a_hundred_percent() {
    let export = SalesforceExport {
        opportunities: opportunities(&["006A,001A,x,Prospecting,90000,100,03/31/26,01/05/26,01/05/26 09:30 AM"]),
        history: history(&["008A,006A,01/05/26 09:30 AM,Closed Won,90000,03/31/26,100,"]),
        ..sound()
    };
    let state = replay(&import(&export)).state.unwrap();
    assert_eq!(state.status, OpportunityStatus::Open);
    assert_eq!(state.probability.unwrap().value.to_string(), "1");
    assert_eq!(state.probability.unwrap().source.as_str(), "manual");
}

/// A lost deal stays in its stage, so that its way back leads nowhere else.
#[test]
fn a_lost_deal_taken_up_again_where_it_was_is_open() {
    for stage in ["Prospecting", "Dreaming"] {
        let now = format!("006A,001A,x,{stage},90000,10,03/31/26,01/05/26,03/01/26 09:30 AM");
        let created = format!("008A,006A,01/05/26 09:30 AM,{stage},90000,03/31/26,10,");
        let export = SalesforceExport {
            opportunities: opportunities(&[&now]),
            history: history(&[&created, "008B,006A,02/01/26 09:30 AM,Closed Lost,90000,03/31/26,0,"]),
            ..sound()
        };
        let verdict = replay(&import(&export));
        assert_eq!(verdict.state.unwrap().status, OpportunityStatus::Open, "{stage}");
        assert!(!verdict.anomalies.is_empty(), "{stage}");
    }
}

#[test]
fn created_lost_is_lost_from_no_known_stage() {
    let export = SalesforceExport {
        opportunities: opportunities(&["006A,001A,x,Closed Lost,,0,,01/05/26,01/05/26 09:30 AM"]),
        ..sound()
    };
    let import = import(&export);
    assert_eq!(events(&import), ["2026-01-05 created Closed Lost"]);
    let history = replay(&import);
    let codes: Vec<&str> = history.anomalies.iter().map(|anomaly| anomaly.code.as_str()).collect();
    assert_eq!(codes, ["created_lost"]);
    let state = history.state.unwrap();
    assert_eq!(state.status, OpportunityStatus::Lost);
    assert_eq!(state.loss.unwrap().from_stage, None);
}

#[test]
fn rows_of_one_instant_are_ordered_and_a_guess_is_listed() {
    let rows =
        ["008A,006A,01/05/26,Prospecting,90000,03/31/26,10,", "008B,006A,01/05/26,Needs Analysis,90000,03/31/26,20,"];
    let told = |rows: &[&str]| {
        let export = SalesforceExport {
            opportunities: opportunities(&["006A,001A,x,Needs Analysis,90000,20,03/31/26,01/05/26,01/05/26"]),
            history: history(rows),
            ..sound()
        };
        let import = import(&export);
        assert_eq!(import.problems.len(), 1);
        assert_eq!(import.problems[0].code.as_str(), "date_order");
        events(&import)
    };
    let want =
        ["2026-01-05 created prospecting 90000 2026-03-31", "2026-01-05T00:00:00.000001 stage_changed needs_analysis"];
    assert_eq!(told(&rows), want);
    assert_eq!(told(&[rows[1], rows[0]]), want);
}

#[test]
fn a_history_that_begins_late_or_early_is_listed() {
    for (created, count) in [("01/04/26", 0), ("01/05/26", 0), ("01/06/26", 0), ("12/31/25", 1), ("02/01/26", 1)] {
        let current = format!("006A,001A,x,Prospecting,90000,10,03/31/26,{created},01/05/26 09:30 AM");
        let export = SalesforceExport {
            opportunities: opportunities(&[&current]),
            history: history(&["008A,006A,01/05/26 09:30 AM,Prospecting,90000,03/31/26,10,"]),
            ..sound()
        };
        let import = import(&export);
        assert_eq!(import.problems.len(), count, "{created}");
        assert!(import.problems.iter().all(|found| found.path == "OpportunityHistory.csv[2].CreatedDate"));
        assert_eq!(events(&import).len(), 1, "nothing is invented");
    }
}

#[test]
fn flags_decide_where_the_stage_is_unknown_and_are_checked_where_it_is_known() {
    let cases: &[(&str, &str, &str, &str, &[&str])] = &[
        ("Signed", "TRUE", "TRUE", "created closed_won", &["StageName"]),
        ("Buried", "TRUE", "FALSE", "created Buried", &["StageName"]),
        ("Dreaming", "FALSE", "FALSE", "created Dreaming", &["StageName"]),
        ("Prospecting", "FALSE", "FALSE", "created prospecting", &[]),
        ("Prospecting", "TRUE", "TRUE", "created prospecting", &["IsClosed", "IsWon"]),
        ("Closed Won", "TRUE", "FALSE", "created closed_won", &["IsWon"]),
    ];
    for (stage, closed, won, created, fields) in cases {
        let text = format!(
            "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,CreatedDate,LastModifiedDate,IsClosed,IsWon\n\
             006A,001A,x,{stage},,,,01/05/26,,{closed},{won}\n"
        );
        let import = import(&SalesforceExport { opportunities: text.into(), ..sound() });
        assert_eq!(events(&import)[0], format!("2026-01-05 {created}"), "{stage}");
        let paths: Vec<String> = fields.iter().map(|field| format!("Opportunity.csv[2].{field}")).collect();
        assert_eq!(import.problems.iter().map(|found| found.path.clone()).collect::<Vec<_>>(), paths, "{stage}");
        let lost = *stage == "Buried";
        assert_eq!(import.facts.opportunity_events.len(), if lost { 2 } else { 1 }, "{stage}");
    }
}

#[test]
fn currencies_stand_in_their_column_or_in_the_mapping() {
    let text = "Id,AccountId,Name,StageName,Amount,CurrencyIsoCode,Probability,CloseDate,CreatedDate,LastModifiedDate\n\
                006A,001A,x,Prospecting,1200,EUR,10,,01/05/26,\n\
                006B,001A,x,Prospecting,1200,,10,,01/05/26,\n\
                006C,001A,x,Prospecting,1200,XYZ,10,,01/05/26,\n\
                006D,001A,x,Prospecting,$1200,EUR,10,,01/05/26,\n";
    let import = import(&SalesforceExport { opportunities: text.into(), ..sound() });
    let json = serde_json::to_value(&import.facts.opportunity_events).unwrap();
    let currencies: Vec<_> = (0..4).map(|row| json[row]["change"]["amount"]["currency"].as_str()).collect();
    assert_eq!(currencies, [Some("EUR"), Some("USD"), None, None], "unknown, never the wrong currency");
    let want = [
        ("Opportunity.csv[4].CurrencyIsoCode", "unknown_currency"),
        ("Opportunity.csv[5].Amount", "inconsistent_settings"),
    ];
    assert_eq!(paths_and_codes(&import), want);
}

#[test]
fn deleted_rows_are_counted_and_left_out_or_kept() {
    let export = SalesforceExport {
        opportunities:
            "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,CreatedDate,LastModifiedDate,IsDeleted\n\
                        006A,001A,x,Prospecting,,10,,01/05/26,,TRUE\n\
                        006B,001A,x,Prospecting,,10,,01/05/26,,FALSE\n"
                .into(),
        history: history(&["008A,006A,01/05/26 09:30 AM,Prospecting,,,10,"]),
        ..sound()
    };
    let left_out = import(&export);
    assert_eq!(left_out.problems, []);
    assert_eq!(left_out.facts.opportunities.len(), 1);
    assert_eq!(left_out.files.iter().map(|file| file.deleted).collect::<Vec<_>>(), [1, 1, 0, 0]);
    let kept = import_salesforce(&export, &SalesforceMapping::from_toml("deleted_rows = \"keep\"").unwrap());
    assert_eq!(kept.facts.opportunities.len(), 2);
    assert_eq!(kept.files.iter().map(|file| file.deleted).sum::<usize>(), 0);
}

#[test]
fn history_without_a_column_does_not_make_changes() {
    let export = SalesforceExport {
        opportunities: opportunities(&["006A,001A,x,Needs Analysis,90000,20,03/31/26,01/05/26,02/01/26 10:00 AM"]),
        history: Some(
            "Id,OpportunityId,CreatedDate,StageName\n\
             008A,006A,01/05/26 09:30 AM,Prospecting\n\
             008B,006A,02/01/26 10:00 AM,Needs Analysis\n"
                .into(),
        ),
        ..sound()
    };
    let want = [
        "2026-01-05T09:30:00 created prospecting 90000 2026-03-31",
        "2026-02-01T10:00:00 stage_changed needs_analysis",
    ];
    let import = import(&export);
    assert_eq!(events(&import), want);
    assert_eq!(import.problems.len(), 3, "the three columns");
}

#[test]
fn forecast_categories_other_than_the_stages_are_set_by_hand() {
    let header = "Id,OpportunityId,CreatedDate,StageName,Amount,CloseDate,Probability,ForecastCategory";
    let rows = [
        "008A,006A,01/05/26 09:30 AM,Prospecting,90000,03/31/26,10,Pipeline",
        "008B,006A,01/06/26 09:30 AM,Prospecting,90000,03/31/26,10,BestCase",
        "008C,006A,01/07/26 09:30 AM,Needs Analysis,90000,03/31/26,20,Forecast",
        "008D,006A,01/08/26 09:30 AM,Needs Analysis,90000,03/31/26,20,Pipeline",
        "008E,006A,01/09/26 09:30 AM,Needs Analysis,90000,03/31/26,20,MostLikely",
        "008F,006A,01/10/26 09:30 AM,Closed Won,90000,03/31/26,100,Closed",
    ];
    let opportunity = "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,CreatedDate,LastModifiedDate,\
                       ForecastCategoryName,Territory2Id\n\
                       006A,001A,Press line,Closed Won,90000,100,03/31/26,01/05/26,01/10/26 09:30 AM,Closed,North\n";
    let export = SalesforceExport {
        opportunities: opportunity.into(),
        history: Some(format!("{header}\n{}\n", rows.join("\n")).into()),
        ..sound()
    };
    let import = import(&export);
    let categories: Vec<String> = import
        .facts
        .opportunity_events
        .iter()
        .filter_map(|event| match &event.change {
            keyaccount::OpportunityChange::ForecastCategoryChanged { category } => {
                Some(format!("{} {category:?}", event.at))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        categories,
        ["2026-01-06T09:30:00 Some(BestCase)", "2026-01-07T09:30:00.000001 Some(Commit)", "2026-01-08T09:30:00 None",]
    );
    assert_eq!(paths_and_codes(&import), [("OpportunityHistory.csv[6].ForecastCategory", "unknown_value")]);
    assert_eq!(import.facts.opportunities[0].territory.as_ref().unwrap().as_str(), "North");
    assert!(replay(&import).anomalies.is_empty());
}

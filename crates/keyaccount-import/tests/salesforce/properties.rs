//! What holds for every export.

use keyaccount::{Book, OpportunityStatus, replay_history};
use keyaccount_import::{SalesforceExport, SalesforceImport};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::{HISTORY_HEADER, OPPORTUNITY_HEADER, import, sound};

/// Every row is used, deleted or left out with a problem, and a book takes every fact.
fn hold_together(import: SalesforceImport) -> Result<(), TestCaseError> {
    for file in &import.files {
        prop_assert_eq!(file.rows, file.used + file.deleted + file.left_out);
        if file.left_out > 0 {
            let mut paths = import.problems.iter().map(|found| found.path.as_str());
            prop_assert!(paths.any(|path| path.starts_with(&file.file)), "{:?}", file);
        }
    }
    let book = Book::from_facts(import.facts);
    prop_assert_eq!(book.problems(), []);
    let as_of = "2199-12-31".parse().unwrap();
    for opportunity in book.accounts().iter().flat_map(|account| &account.opportunities) {
        let _ = replay_history(opportunity, &import.playbook, as_of);
    }
    Ok(())
}

/// A cell that is often sound, and often not.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => select(vec![
            "001A", "001B", "006A", "006B", "008A", "008B", "Prospecting", "Closed Won", "Closed Lost", "Dreaming",
            "10", "100", "0", "90000", "1,234.50", "$5", "-1", "02/03/24", "02/31/26", "02/23/26 08:55 PM", "01/01/1800",
            "2026-02-23T20:55:00.000Z", "TRUE", "FALSE", "",
        ])
        .prop_map(|text| format!("\"{text}\"")),
        1 => "\\PC{0,12}",
        1 => any::<String>().prop_map(|text| format!("\"{}\"", text.replace('"', "\"\""))),
    ]
}

fn table(header: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let columns = header.split(',').count();
    let rows = vec(vec(cell(), columns..=columns), 0..8);
    rows.prop_map(move |rows| {
        let lines: Vec<String> = rows.into_iter().map(|cells| cells.join(",")).collect();
        format!("{header}\n{}", lines.join("\n")).into()
    })
}

/// A row of stage, amount, close date and probability, all sound.
fn snapshot() -> impl Strategy<Value = [&'static str; 4]> {
    let stage =
        select(vec!["Prospecting", "Needs Analysis", "Value Proposition", "Closed Won", "Closed Lost", "Dreaming"]);
    let amount = select(vec!["", "0", "90000", "95000"]);
    let close_date = select(vec!["", "03/31/26", "04/30/26"]);
    let probability = select(vec!["10", "20", "50", "100", "0"]);
    (stage, amount, close_date, probability)
        .prop_map(|(stage, amount, close_date, probability)| [stage, amount, close_date, probability])
}

const MINUTES: [&str; 4] = ["01/05/26 09:30 AM", "01/05/26 09:31 AM", "01/05/26", "02/01/26 10:00 AM"];

proptest! {
    #[test]
    fn arbitrary_bytes_never_panic(
        opportunities in any::<Vec<u8>>(),
        history in any::<Option<Vec<u8>>>(),
        accounts in any::<Option<Vec<u8>>>(),
        contacts in any::<Option<Vec<u8>>>(),
    ) {
        hold_together(import(&SalesforceExport { opportunities, history, accounts, contacts }))?;
    }

    #[test]
    fn arbitrary_text_in_any_file_never_panics(text in any::<String>(), file in 0..4) {
        let mut export = sound();
        match file {
            0 => export.opportunities = text.into(),
            1 => export.history = Some(text.into()),
            2 => export.accounts = Some(text.into()),
            _ => export.contacts = Some(text.into()),
        }
        hold_together(import(&export))?;
    }

    #[test]
    fn arbitrary_cells_never_panic(
        opportunities in table("Id,AccountId,Name,StageName,Amount,Probability,CloseDate,CreatedDate,LastModifiedDate,IsClosed,IsWon,IsDeleted,OwnerId"),
        history in table("Id,OpportunityId,CreatedDate,StageName,Amount,CloseDate,Probability,SystemModstamp,IsDeleted"),
        accounts in table("Id,Name,ParentId,IsDeleted"),
        contacts in table("Id,AccountId,Name,Title,ReportsToId"),
    ) {
        let export =
            SalesforceExport { opportunities, history: Some(history), accounts: Some(accounts), contacts: Some(contacts) };
        hold_together(import(&export))?;
    }

    /// However rows jump between stages, and whatever minutes they share: the replay ends where Salesforce does.
    #[test]
    fn the_replay_ends_at_the_opportunitys_own_row(
        past in vec((select(MINUTES.to_vec()), snapshot()), 0..6),
        now in snapshot(),
        modified in select(MINUTES.to_vec()),
    ) {
        let [stage, amount, close_date, probability] = now;
        let rows: Vec<String> = past
            .iter()
            .enumerate()
            .map(|(row, (at, [stage, amount, close_date, probability]))| {
                format!("008{row},006A,{at},{stage},{amount},{close_date},{probability},{at}")
            })
            .collect();
        let export = SalesforceExport {
            opportunities: format!(
                "{OPPORTUNITY_HEADER}\n\
                 006A,001A,x,{stage},{amount},{probability},{close_date},01/05/26,{modified}\n"
            )
            .into(),
            history: Some(format!("{HISTORY_HEADER}\n{}\n", rows.join("\n")).into()),
            ..sound()
        };
        let reversed: Vec<String> = rows.iter().rev().cloned().collect();
        let backwards =
            SalesforceExport { history: Some(format!("{HISTORY_HEADER}\n{}\n", reversed.join("\n")).into()), ..export.clone() };
        let import = import(&export);
        prop_assert_eq!(&import.facts, &crate::import(&backwards).facts, "the order of the rows does not matter");

        let book = Book::from_facts(import.facts);
        let (_, opportunity) = book.opportunity(&"006A".parse().unwrap()).unwrap();
        let state = replay_history(opportunity, &import.playbook, "2027-01-01".parse().unwrap()).state.unwrap();
        let status = match stage {
            "Closed Won" => OpportunityStatus::Booked,
            "Closed Lost" => OpportunityStatus::Lost,
            _ => OpportunityStatus::Open,
        };
        prop_assert_eq!(state.status, status);
        prop_assert_eq!(state.amount.map(|money| money.amount().to_string()).unwrap_or_default(), amount);
        prop_assert_eq!(state.close_date.map(|date| date.to_string()).unwrap_or_default(), match close_date {
            "" => "",
            "03/31/26" => "2026-03-31",
            _ => "2026-04-30",
        });
        if status == OpportunityStatus::Open {
            let percent = state.probability.unwrap().value.value() * rust_decimal::Decimal::ONE_HUNDRED;
            prop_assert_eq!(percent.normalize().to_string(), probability);
        }
    }
}

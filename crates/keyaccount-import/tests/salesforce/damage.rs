//! Exports as they come: each kind of damage costs what it damages, and is listed.

use keyaccount::Book;
use keyaccount_import::SalesforceExport;

use crate::{OPPORTUNITY_HEADER, SOUND, history, import, opportunities, paths_and_codes, sound};

struct Case {
    name: &'static str,
    export: SalesforceExport,
    /// Path and code of every problem.
    problems: &'static [(&'static str, &'static str)],
    /// Opportunities, events, accounts and stakeholders that remain.
    remain: [usize; 4],
}

fn with_opportunities(rows: &[&str]) -> SalesforceExport {
    SalesforceExport { opportunities: opportunities(rows), ..sound() }
}

fn with_history(rows: &[&str]) -> SalesforceExport {
    SalesforceExport { history: history(rows), ..sound() }
}

fn with_accounts(text: &str) -> SalesforceExport {
    SalesforceExport { accounts: Some(text.into()), ..sound() }
}

fn with_contacts(text: &str) -> SalesforceExport {
    SalesforceExport { contacts: Some(text.into()), ..sound() }
}

fn files() -> Vec<Case> {
    vec![
        Case { name: "nothing wrong", export: sound(), problems: &[], remain: [1, 1, 1, 0] },
        Case {
            name: "only the opportunities",
            export: SalesforceExport { opportunities: opportunities(&[SOUND]), ..SalesforceExport::default() },
            problems: &[
                ("OpportunityHistory.csv", "not_found"),
                ("Account.csv", "not_found"),
                ("Contact.csv", "not_found"),
            ],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "an empty file of opportunities",
            export: SalesforceExport { opportunities: Vec::new(), ..sound() },
            problems: &[
                ("Opportunity.csv.Id", "missing_field"),
                ("Opportunity.csv.AccountId", "missing_field"),
                ("Opportunity.csv.Name", "missing_field"),
                ("Opportunity.csv.StageName", "missing_field"),
                ("Opportunity.csv.Amount", "missing_field"),
                ("Opportunity.csv.Probability", "missing_field"),
                ("Opportunity.csv.CloseDate", "missing_field"),
                ("Opportunity.csv.CreatedDate", "missing_field"),
                ("Opportunity.csv.LastModifiedDate", "missing_field"),
            ],
            remain: [0, 0, 1, 0],
        },
        Case {
            name: "a required column is missing",
            export: SalesforceExport {
                history: Some("Id,OpportunityId,CreatedDate,Amount,CloseDate,Probability\n008A,006A,,,,\n".into()),
                ..sound()
            },
            problems: &[("OpportunityHistory.csv.StageName", "missing_field")],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "accounts without an id are made from the ids that are named",
            export: with_accounts("Name\nNorth Plant Ltd\n"),
            problems: &[("Account.csv.Id", "missing_field")],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "a byte order mark, carriage returns and a header of other capitals",
            export: SalesforceExport {
                opportunities: format!("\u{feff}{}\r\n{SOUND}\r\n", OPPORTUNITY_HEADER.to_uppercase()).into(),
                ..sound()
            },
            problems: &[],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "line breaks and delimiters in quotes",
            export: with_opportunities(&["006A,001A,\"Press\nline, \"\"big\"\"\",Prospecting,1,10,,01/05/26,"]),
            problems: &[],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "UTF-16",
            export: with_contacts("").with_contact_bytes(b"\xFF\xFEI\0d\0"),
            problems: &[("Contact.csv", "invalid_text")],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "bytes that are not UTF-8",
            export: with_contacts("").with_contact_bytes(b"Id,AccountId,Name\n003A,001A,M\xFCller\n"),
            problems: &[("Contact.csv[2].Name", "invalid_text")],
            remain: [1, 1, 1, 1],
        },
        Case {
            name: "a quote that is never closed",
            export: with_contacts("Id,AccountId,Name\n003A,001A,\"Ann\n003B,001A,Bob\n"),
            problems: &[("Contact.csv[2]", "invalid_text")],
            remain: [1, 1, 1, 1],
        },
        Case {
            name: "a column twice",
            export: with_contacts("Id,AccountId,Name,Name\n003A,001A,Ann,Bob\n"),
            problems: &[("Contact.csv.Name", "duplicate_name")],
            remain: [1, 1, 1, 1],
        },
        Case {
            name: "ragged rows: short ones say less, long ones nothing, blanks at the end do not count",
            export: with_contacts("Id,AccountId,Name\n003A,001A\n003B\n003C,001A,Cox,Carl\n003D,001A,Dan,,\n"),
            problems: &[
                ("Contact.csv[2]", "missing_field"),
                ("Contact.csv[3]", "missing_field"),
                ("Contact.csv[3].AccountId", "missing_field"),
                ("Contact.csv[4]", "unknown_field"),
            ],
            remain: [1, 1, 1, 2],
        },
    ]
}

fn rows() -> Vec<Case> {
    vec![
        Case {
            name: "bad dates",
            export: with_opportunities(&["006A,001A,x,Prospecting,1,10,02/31/26,01/05/26,31/01/26 09:30 AM"]),
            problems: &[
                ("Opportunity.csv[2].CloseDate", "invalid_date"),
                ("Opportunity.csv[2].LastModifiedDate", "invalid_moment"),
            ],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "no date at all",
            export: with_opportunities(&["006A,001A,x,Prospecting,1,10,,,"]),
            problems: &[("Opportunity.csv[2].CreatedDate", "missing_field")],
            remain: [1, 0, 1, 0],
        },
        Case {
            name: "bad numbers",
            export: with_opportunities(&[
                "006A,001A,x,Prospecting,much,110,,01/05/26,",
                "006B,001A,x,Prospecting,-1,NaN,,01/05/26,",
            ]),
            problems: &[
                ("Opportunity.csv[2].Amount", "invalid_number"),
                ("Opportunity.csv[2].Probability", "invalid_probability"),
                ("Opportunity.csv[3].Amount", "negative_amount"),
                ("Opportunity.csv[3].Probability", "invalid_probability"),
            ],
            remain: [2, 2, 1, 0],
        },
        Case {
            name: "missing and unknown stages",
            export: with_opportunities(&["006A,001A,x,,1,10,,01/05/26,", "006B,001A,x,Dreaming,1,10,,01/05/26,"]),
            problems: &[
                ("Opportunity.csv[2].StageName", "missing_field"),
                ("Opportunity.csv[3].StageName", "unknown_value"),
            ],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "a probability that a closed stage cannot have",
            export: with_opportunities(&["006A,001A,x,Closed Won,1,90,,01/05/26,"]),
            problems: &[("Opportunity.csv[2].Probability", "inconsistent_settings")],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "missing and unknown references",
            export: with_opportunities(&["006A,,x,Prospecting,1,10,,01/05/26,", "006B,001X,x,Prospecting,1,10,,,"]),
            problems: &[
                ("Opportunity.csv[2].AccountId", "missing_field"),
                ("Opportunity.csv[3].AccountId", "dangling_reference"),
            ],
            remain: [0, 0, 1, 0],
        },
        Case {
            name: "the same row twice, and another of the same identifier that was changed later",
            export: with_opportunities(&[SOUND, SOUND, "006A,001A,later,Prospecting,1,10,,01/05/26,01/06/26"]),
            problems: &[("Opportunity.csv[2].Id", "conflicting_id"), ("Opportunity.csv[3].Id", "duplicate_fact")],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "history of nothing, at no time, in no stage, doubled",
            export: with_history(&[
                "008A,006A,01/05/26 09:30 AM,Prospecting,90000,03/31/26,10,",
                "008A,006A,01/05/26 09:30 AM,Prospecting,90000,03/31/26,10,",
                "008B,006X,01/05/26 09:30 AM,Prospecting,90000,03/31/26,10,",
                "008C,006A,,Prospecting,90000,03/31/26,10,",
                "008D,006A,01/05/26 09:30 AM,,90000,03/31/26,10,",
            ]),
            problems: &[
                ("OpportunityHistory.csv[3].Id", "duplicate_fact"),
                ("OpportunityHistory.csv[4].OpportunityId", "dangling_reference"),
                ("OpportunityHistory.csv[5].CreatedDate", "missing_field"),
                ("OpportunityHistory.csv[6].StageName", "missing_field"),
            ],
            remain: [1, 1, 1, 0],
        },
        Case {
            name: "accounts without a name or with one that cannot be, parents that are not there or circular",
            export: with_accounts("Id,Name,ParentId\n001A,,001X\n001B,B,001C\n001C,C,001B\n001D,D,001B\n,E,\n"),
            problems: &[
                ("Account.csv[2].Name", "missing_field"),
                ("Account.csv[2].ParentId", "dangling_reference"),
                ("Account.csv[3].ParentId", "reference_cycle"),
                ("Account.csv[4].ParentId", "reference_cycle"),
                ("Account.csv[6].Id", "missing_field"),
            ],
            remain: [1, 1, 4, 0],
        },
        Case {
            name: "contacts of nobody, and reporting to themselves",
            export: with_contacts("Id,AccountId,Name,ReportsToId\n003A,,Ann,\n003B,001X,Bob,\n003C,001A,Cox,003C\n"),
            problems: &[
                ("Contact.csv[2].AccountId", "missing_field"),
                ("Contact.csv[3].AccountId", "dangling_reference"),
                ("Contact.csv[4].ReportsToId", "reference_cycle"),
            ],
            remain: [1, 1, 1, 1],
        },
        Case {
            name: "an odd word for deleted",
            export: with_contacts("Id,AccountId,Name,IsDeleted\n003A,001A,Ann,maybe\n003B,001A,Bob,TRUE\n"),
            problems: &[("Contact.csv[2].IsDeleted", "unknown_value")],
            remain: [1, 1, 1, 1],
        },
    ]
}

trait WithBytes {
    fn with_contact_bytes(self, bytes: &[u8]) -> Self;
}

impl WithBytes for SalesforceExport {
    fn with_contact_bytes(self, bytes: &[u8]) -> Self {
        Self { contacts: Some(bytes.to_vec()), ..self }
    }
}

#[test]
fn damage_is_listed_and_costs_nothing_else() {
    for case in files().into_iter().chain(rows()) {
        let import = import(&case.export);
        let mut got = paths_and_codes(&import);
        got.sort_unstable();
        let mut want = case.problems.to_vec();
        want.sort_unstable();
        assert_eq!(got, want, "{}: {:#?}", case.name, import.problems);
        let facts = &import.facts;
        let remain =
            [facts.opportunities.len(), facts.opportunity_events.len(), facts.accounts.len(), facts.stakeholders.len()];
        assert_eq!(remain, case.remain, "{}", case.name);
        for file in &import.files {
            assert_eq!(file.rows, file.used + file.deleted + file.left_out, "{}: {file:?}", case.name);
        }
        assert_eq!(Book::from_facts(import.facts).problems(), [], "{}", case.name);
    }
}

#[test]
fn problems_come_file_by_file_and_row_by_row() {
    let export = SalesforceExport {
        opportunities: opportunities(&["006A,001X,x,Prospecting,1,10,,01/05/26,", "006B,001A,x,Dreaming,1,110,,,"]),
        accounts: Some("Id,Name,ParentId\n001A,,001X\n".into()),
        ..sound()
    };
    let want = [
        ("Opportunity.csv[2].AccountId", "dangling_reference"),
        ("Opportunity.csv[3].StageName", "unknown_value"),
        ("Opportunity.csv[3].Probability", "invalid_probability"),
        ("Opportunity.csv[3].CreatedDate", "missing_field"),
        ("Account.csv[2].Name", "missing_field"),
        ("Account.csv[2].ParentId", "dangling_reference"),
    ];
    assert_eq!(paths_and_codes(&import(&export)), want);
}

#[test]
fn a_missing_column_tells_which_there_are() {
    let import = import(&with_contacts("Key,AccountId,Name\n"));
    assert_eq!(import.problems[0].path, "Contact.csv.Id");
    assert_eq!(import.problems[0].allowed, "one of the columns there are: Key, AccountId, Name");
    assert_eq!(import.files[3].absent_columns, ["Id", "Title", "Department", "ReportsToId", "IsDeleted"]);
    assert_eq!(import.files[3].unused_columns, ["Key"]);
}

#[test]
fn an_unknown_stage_tells_which_are_known() {
    let import = import(&with_opportunities(&["006B,001A,x,Dreaming,1,10,,01/05/26,"]));
    assert_eq!(import.problems[0].value, "Dreaming");
    assert!(import.problems[0].allowed.starts_with("Prospecting, Qualification, "));
    assert!(import.problems[0].allowed.ends_with("Closed Won, Closed Lost"));
}

#[test]
fn huge_cells_cost_themselves_and_are_quoted_short() {
    let huge = "x".repeat(10_000_000);
    let export = SalesforceExport {
        accounts: Some(format!("Id,Name\n001A,{huge}\n{huge},Big Ltd\n").into()),
        opportunities: opportunities(&[&format!("006A,001A,{huge},{huge},{huge},{huge},{huge},{huge},{huge}"), SOUND]),
        ..sound()
    };
    let import = import(&export);
    assert_eq!(import.facts.accounts[0].name.as_str(), "001A", "the id stands for the name");
    assert_eq!(import.facts.opportunities.len(), 1);
    let longest = import.problems.iter().map(|problem| problem.to_string().chars().count()).max();
    assert!(longest < Some(1_000), "{longest:?}");
}

#[test]
fn a_file_of_other_columns_is_read_as_far_as_it_goes() {
    let export = SalesforceExport {
        opportunities: "StageName,AccountId,Id\nPROSPECTING,001A,006A\nProspecting,001A,006B\n".into(),
        ..sound()
    };
    let import = import(&export);
    assert_eq!(import.facts.opportunities.len(), 2);
    assert!(paths_and_codes(&import).contains(&("Opportunity.csv[2].StageName", "unknown_value")));
}

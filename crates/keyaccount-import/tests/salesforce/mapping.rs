//! Mappings of one's own, good and bad.

use keyaccount_import::{
    SalesforceError, SalesforceExport, SalesforceMapping, import_salesforce, read_salesforce_folder,
};

use crate::sound;

#[test]
fn every_bad_setting_is_listed_with_its_path() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("= 1", &[("line 1", "invalid_toml")]),
        ("\n[dates]\ndate_formats = 1", &[("dates.date_formats", "wrong_type")]),
        ("colour = 1", &[("colour", "unknown_field")]),
        ("deleted_rows = \"burn\"", &[("deleted_rows", "unknown_value")]),
        ("[columns.history]\ncolour = \"x\"", &[("columns.history", "unknown_value")]),
        ("[columns.accounts]\nstage = \"x\"", &[("columns.accounts.stage", "unknown_field")]),
        ("[amounts]\ncurrency = \"XYZ\"", &[("amounts.currency", "unknown_currency")]),
        ("[amounts.signs]\n\" \" = \"USD\"", &[("amounts.signs", "invalid_text")]),
        ("lost_stages = [\"Closed Won\"]", &[("lost_stages", "unknown_field")]),
        (
            "[text]\ndelimiter = \"\\n\"\ndecimal_separator = \"\"\nthousands_separator = \"12\"",
            &[
                ("text.delimiter", "unknown_value"),
                ("text.decimal_separator", "unknown_value"),
                ("text.thousands_separator", "unknown_value"),
            ],
        ),
        ("[text]\nthousands_separator = \".\"", &[("text.thousands_separator", "inconsistent_settings")]),
        (
            "[dates]\ndate_formats = [\"%Q\", \"\"]\ntwo_digit_year_pivot = 101",
            &[
                ("dates.date_formats[0]", "unknown_value"),
                ("dates.date_formats[1]", "unknown_value"),
                ("dates.two_digit_year_pivot", "number_out_of_range"),
            ],
        ),
        ("[dates]\ndate_formats = []", &[("dates.date_formats", "empty_list")]),
        ("[files]\nhistory = \" \"", &[("files.history", "invalid_text")]),
        (
            "[playbook.calendar]\nfiscal_year_start_month = 13",
            &[("playbook.calendar.fiscal_year_start_month", "number_out_of_range")],
        ),
        ("[playbook]\ndefault_pipeline = \"other\"", &[("playbook.default_pipeline", "undefined_name")]),
    ];
    for (text, want) in cases {
        let error = SalesforceMapping::from_toml(text).unwrap_err();
        let got: Vec<_> = error.problems.iter().map(|found| (found.path.as_str(), found.code.as_str())).collect();
        assert_eq!(got, *want, "{text}\n{error}");
    }
}

#[test]
fn an_export_of_another_org_needs_only_what_differs() {
    let mapping = SalesforceMapping::from_toml(
        r#"
        deleted_rows = "keep"
        probability_unit = "share"
        [text]
        delimiter = ";"
        decimal_separator = ","
        thousands_separator = "."
        [dates]
        date_formats = ["%d.%m.%Y"]
        [amounts]
        currency = "EUR"
        [columns.opportunities]
        stage = "Phase"
        by = ""
        [playbook]
        default_pipeline = "kurz"
        [playbook.exchange]
        reporting_currency = "EUR"
        [[playbook.exchange.rates]]
        from = "USD"
        to = "EUR"
        on = 2026-01-01
        rate = "0.9"
        [[playbook.pipelines]]
        id = "kurz"
        label = { en = "short", zh_hans = "短流程" }
        lost_names = ["Verloren"]
        [[playbook.pipelines.stages]]
        id = "offer"
        label = { en = "offer", zh_hans = "报价" }
        aliases = ["Angebot"]
        phase = "open"
        win_probability = 0.4
        "#,
    )
    .unwrap();
    let export = SalesforceExport {
        opportunities: "ID;ACCOUNTID;NAME;Phase;AMOUNT;PROBABILITY;CLOSEDATE;CREATEDDATE;LASTMODIFIEDDATE;ISDELETED\n\
                        006A;001A;Presse;Angebot;1.250,50;0,4;31.03.2026;05.01.2026;05.01.2026;true\n"
            .into(),
        accounts: Some("Id;Name\n001A;Nordwerk GmbH\n".into()),
        ..sound()
    };
    let import = import_salesforce(&export, &mapping);
    let created = serde_json::to_value(&import.facts.opportunity_events).unwrap();
    let want = serde_json::json!([{
        "id": "opportunity:006A:created", "opportunity": "006A", "at": "2026-01-05", "by": null,
        "change": {
            "type": "created", "stage": "offer", "amount": {"amount": "1250.5", "currency": "EUR"},
            "close_date": "2026-03-31", "owner": null, "probability": null,
            "forecast_category": null, "credits": [], "recurring": null
        }
    }]);
    assert_eq!(created, want);
    assert_eq!(import.files[0].deleted, 0, "kept, as the mapping says");
}

#[test]
fn the_folder_names_what_is_missing() {
    let folder = std::env::temp_dir().join(format!("keyaccount-import-{}", std::process::id()));
    std::fs::create_dir_all(folder.join("Account.csv")).unwrap();
    let mapping = SalesforceMapping::default();
    let missing = read_salesforce_folder(&folder, &mapping).unwrap_err();
    assert!(matches!(&missing, SalesforceError::MissingFile { path } if path.ends_with("Opportunity.csv")));

    std::fs::write(folder.join("Opportunity.csv"), crate::opportunities(&[crate::SOUND])).unwrap();
    let unreadable = read_salesforce_folder(&folder, &mapping).unwrap_err();
    assert_eq!(unreadable.code(), "unreadable_file", "a folder in the place of a file");

    std::fs::remove_dir(folder.join("Account.csv")).unwrap();
    let export = read_salesforce_folder(&folder, &mapping).unwrap();
    assert!(export.history.is_none() && export.accounts.is_none() && export.contacts.is_none());
    std::fs::remove_dir_all(&folder).unwrap();
}

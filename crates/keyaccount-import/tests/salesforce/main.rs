//! The Salesforce import as its users see it.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "tests")]

mod damage;
mod history;
mod mapping;
mod properties;
mod sample;

use keyaccount_import::{SalesforceExport, SalesforceImport, SalesforceMapping, import_salesforce};

pub(crate) const OPPORTUNITY_HEADER: &str =
    "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,CreatedDate,LastModifiedDate";
pub(crate) const HISTORY_HEADER: &str =
    "Id,OpportunityId,CreatedDate,StageName,Amount,CloseDate,Probability,SystemModstamp";

/// A sound opportunity.
pub(crate) const SOUND: &str = "006A,001A,Press line,Prospecting,90000,10,03/31/26,01/05/26,01/05/26 09:30 AM";

/// A sound export of one account and one opportunity, without history and contacts.
pub(crate) fn sound() -> SalesforceExport {
    SalesforceExport {
        opportunities: opportunities(&[SOUND]),
        history: Some(format!("{HISTORY_HEADER}\n").into()),
        accounts: Some("Id,Name\n001A,North Plant Ltd\n".into()),
        contacts: Some("Id,AccountId,Name\n".into()),
    }
}

pub(crate) fn opportunities(rows: &[&str]) -> Vec<u8> {
    format!("{OPPORTUNITY_HEADER}\n{}\n", rows.join("\n")).into()
}

pub(crate) fn history(rows: &[&str]) -> Option<Vec<u8>> {
    Some(format!("{HISTORY_HEADER}\n{}\n", rows.join("\n")).into())
}

pub(crate) fn import(export: &SalesforceExport) -> SalesforceImport {
    import_salesforce(export, &SalesforceMapping::default())
}

pub(crate) fn paths_and_codes(import: &SalesforceImport) -> Vec<(&str, &str)> {
    import.problems.iter().map(|problem| (problem.path.as_str(), problem.code.as_str())).collect()
}

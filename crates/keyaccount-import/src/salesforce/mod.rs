//! Salesforce: the objects Opportunity, OpportunityHistory, Account and Contact as CSV files.

mod cells;
mod error;
mod field;
mod folder;
mod history;
mod import;
mod instant;
mod mapping;
mod number;
mod problem;
mod rows;
mod sheet;
mod unique;

pub use error::{MappingError, SalesforceError};
pub use folder::read_salesforce_folder;
pub use import::{FileSummary, SalesforceExport, SalesforceImport, import_salesforce};
pub use mapping::SalesforceMapping;

#[cfg(test)]
mod tests;

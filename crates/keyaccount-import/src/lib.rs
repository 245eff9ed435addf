//! Turns CRM exports into the facts and the playbook that `keyaccount` judges.
//!
//! A mapping, which the user can edit, says which column holds what. Nothing is repaired and nothing is dropped in
//! silence: whatever cannot be used is a [`Problem`](keyaccount::Problem) that names file, row and column.
//!
//! # Examples
//! ```
//! use keyaccount::Book;
//! use keyaccount_import::{SalesforceExport, SalesforceMapping, import_salesforce};
//!
//! let export = SalesforceExport {
//!     opportunities: "Id,AccountId,Name,StageName,Amount,Probability,CloseDate,CreatedDate,LastModifiedDate\n\
//!                     006A,001A,Press line,Prospecting,90000,10,03/31/26,01/05/26,01/05/26 09:30 AM\n"
//!         .into(),
//!     accounts: Some("Id,Name\n001A,North Plant Ltd\n".into()),
//!     ..SalesforceExport::default()
//! };
//! let import = import_salesforce(&export, &SalesforceMapping::default());
//! let book = Book::from_facts(import.facts);
//! assert_eq!(book.accounts()[0].opportunities.len(), 1);
//! assert_eq!(import.playbook.default_pipeline().stages.len(), 9);
//! ```
#![forbid(unsafe_code)]

mod salesforce;

pub use salesforce::*;

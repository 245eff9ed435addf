//! What keeps an import from starting.

use std::path::PathBuf;

use keyaccount::Problem;

/// Everything that is wrong with a mapping.
///
/// # Examples
/// ```
/// use keyaccount_import::SalesforceMapping;
///
/// let error = SalesforceMapping::from_toml("[text]\ndelimiter = \"::\"\n").unwrap_err();
/// assert_eq!(error.problems[0].path, "text.delimiter");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the mapping has {} problem(s): {}", problems.len(), listed(problems))]
pub struct MappingError {
    /// Every problem found.
    pub problems: Vec<Problem>,
}

fn listed(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Why a folder cannot be read.
///
/// # Examples
/// ```
/// use keyaccount_import::{SalesforceError, SalesforceMapping, read_salesforce_folder};
///
/// let error = read_salesforce_folder("no-such-folder", &SalesforceMapping::default()).unwrap_err();
/// assert_eq!(error.code(), "missing_file");
/// assert!(error.to_string().contains("Opportunity.csv"));
/// ```
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SalesforceError {
    /// The file of the opportunities is not there; nothing can be imported without it.
    #[error("there is no file `{}`; every import needs it", path.display())]
    MissingFile {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A file is there, but cannot be read.
    #[error("cannot read `{}`", path.display())]
    UnreadableFile {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
}

impl SalesforceError {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::MissingFile { .. } => "missing_file",
            Self::UnreadableFile { .. } => "unreadable_file",
        }
    }
}

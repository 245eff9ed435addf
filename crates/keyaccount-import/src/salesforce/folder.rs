//! The only part that touches the file system.

use std::io::ErrorKind;
use std::path::Path;

use super::error::SalesforceError;
use super::field::FileKind;
use super::import::SalesforceExport;
use super::mapping::SalesforceMapping;

/// Reads the files of an export from a folder, by the file names of the mapping.
///
/// Only the file of the opportunities has to be there; the import lists the others where they are missing.
///
/// # Errors
/// A [`SalesforceError`] where the opportunities are missing, or a file is there but cannot be read.
///
/// # Examples
/// ```no_run
/// use keyaccount_import::{SalesforceMapping, import_salesforce, read_salesforce_folder};
///
/// let mapping = SalesforceMapping::default();
/// let export = read_salesforce_folder("my-export", &mapping)?;
/// let import = import_salesforce(&export, &mapping);
/// for problem in &import.problems {
///     eprintln!("{problem}");
/// }
/// # Ok::<(), keyaccount_import::SalesforceError>(())
/// ```
pub fn read_salesforce_folder(
    folder: impl AsRef<Path>,
    mapping: &SalesforceMapping,
) -> Result<SalesforceExport, SalesforceError> {
    let read = |kind| {
        let path = folder.as_ref().join(mapping.file_name(kind));
        match std::fs::read(&path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(source) if source.kind() == ErrorKind::NotFound => match kind {
                FileKind::Opportunities => Err(SalesforceError::MissingFile { path }),
                _ => Ok(None),
            },
            Err(source) => Err(SalesforceError::UnreadableFile { path, source }),
        }
    };
    Ok(SalesforceExport {
        opportunities: read(FileKind::Opportunities)?.unwrap_or_default(),
        history: read(FileKind::History)?,
        accounts: read(FileKind::Accounts)?,
        contacts: read(FileKind::Contacts)?,
    })
}

//! Real data, where it is at hand beside the checkout.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::Path;

use flate2::read::GzDecoder;

/// A file of the data folder, unpacked; where it is missing the test is reported as skipped, by name.
pub(crate) fn data(test: &str, file: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(file);
    let Ok(mut packed) = File::open(&path) else {
        // Through the writer, which the test harness does not capture: a skipped test has to be seen.
        let _ = writeln!(io::stderr(), "skipped: {test} (../shared/data/{file} is not there)");
        return None;
    };
    let mut text = String::new();
    if path.extension().is_some_and(|extension| extension == "gz") {
        GzDecoder::new(BufReader::new(packed)).read_to_string(&mut text).unwrap();
    } else {
        packed.read_to_string(&mut text).unwrap();
    }
    Some(text)
}

//! Writes what the library answers now into every vector file. Read the difference before it is committed.

use std::fs;
use std::io::{self, Write};

fn main() -> Result<(), String> {
    for (path, mut file) in conformance::files()? {
        let mut changed = 0_usize;
        for vector in &mut file.vectors {
            let answer = conformance::answer(&file.op, vector)?;
            if vector.want != answer {
                vector.want = answer;
                changed = changed.saturating_add(1);
            }
        }
        let text = serde_json::to_string_pretty(&file).map_err(|error| error.to_string())?;
        fs::write(&path, format!("{text}\n")).map_err(|error| error.to_string())?;
        let line = format!("{}: {changed} of {} changed\n", path.display(), file.vectors.len());
        io::stdout().write_all(line.as_bytes()).map_err(|error| error.to_string())?;
    }
    Ok(())
}

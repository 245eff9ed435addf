//! Prints the JSON Schema of every request, fact and verdict.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    writeln!(io::stdout().lock(), "{}", keyaccount_wire::schema_json())
}

//! Checks of the Rust code.
use crate::command::{Cmd, Failure};

pub fn format() -> Result<(), Failure> {
    Cmd::cargo(["fmt", "--all", "--check"]).run()
}

pub fn clippy() -> Result<(), Failure> {
    Cmd::cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).run()
}

/// Unit, doc, property and vector tests. The bindings are tested from their own languages.
pub fn test() -> Result<(), Failure> {
    // The examples are built where README's commands run them.
    Cmd::cargo(["test", "--lib", "--bins", "--tests"]).run()?;
    Cmd::cargo(["test", "--doc"]).run()
}

//! Checks of the Rust code.
use crate::command::{Cmd, Failure};
use crate::wasm_toolchain::WasmToolchain;

pub fn format() -> Result<(), Failure> {
    Cmd::cargo(["fmt", "--all", "--check"]).run()
}

pub fn clippy() -> Result<(), Failure> {
    Cmd::cargo(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).run()
}

/// Unit, doc, property and vector tests. The bindings are tested from their own languages.
pub fn test() -> Result<(), Failure> {
    Cmd::cargo(["test"]).run()
}

/// The core has no clock, no files, no threads: it must compile where there are none.
pub fn core_for_wasm() -> Result<(), Failure> {
    WasmToolchain::ready()?.cargo(["check", "--package", "keyaccount"]).run()
}

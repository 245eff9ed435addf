//! JSON in, JSON out: one operation per engine function.
#![forbid(unsafe_code)]

/// Version of the JSON shapes, apart from the crate's version.
pub const SCHEMA_VERSION: u32 = 1;

/// Runs one operation: the request and the answer are JSON text.
#[must_use]
pub fn call(op: &str, request: &str) -> String {
    let _ = (op, request);
    format!("{{\"schema_version\":{SCHEMA_VERSION},\"ok\":null,\"error\":null}}")
}

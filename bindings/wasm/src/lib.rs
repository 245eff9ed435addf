//! The WebAssembly surface: JSON text in, JSON text out. `src/index.js` makes an API of it.
#![forbid(unsafe_code)]

use wasm_bindgen::prelude::wasm_bindgen;

/// The committed schema, which a check holds equal to the generated one. Carrying the text costs a tenth of what
/// carrying its generator would.
const SCHEMA: &str = include_str!("../../../schema/keyaccount.schema.json");

/// Makes a panic a JavaScript `Error` that carries the panic's message, instead of a bare
/// `RuntimeError: unreachable`.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        wasm_bindgen::throw_str(&format!("keyaccount panicked: {panic}"));
    }));
}

/// Runs one operation. The answer is always an envelope, also when the request is wrong.
#[wasm_bindgen]
#[must_use]
pub fn call(op: &str, request: &str) -> String {
    keyaccount_wire::call(op, request)
}

/// The JSON Schema of every request and response.
#[wasm_bindgen]
#[must_use]
pub fn schema() -> String {
    SCHEMA.to_owned()
}

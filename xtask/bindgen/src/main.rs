//! Generates the JavaScript glue of a WebAssembly module: `xtask-bindgen <module.wasm> <out-dir>`.
use std::process::ExitCode;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [module, out_dir] = arguments.as_slice() else {
        eprintln!("usage: xtask-bindgen <module.wasm> <out-dir>");
        return ExitCode::from(2);
    };
    match generate(module, out_dir) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("wasm-bindgen: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Writes `<name>.js`, `<name>_bg.wasm` and their types for ES modules (browsers, bundlers, Node).
fn generate(module: &str, out_dir: &str) -> Result<(), String> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module);
    bindgen.web(true).map_err(|error| error.to_string())?;
    bindgen.typescript(true);
    bindgen.generate(out_dir).map_err(|error| error.to_string())
}

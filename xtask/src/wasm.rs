//! The npm package: WebAssembly module, its glue, its size.
use std::path::PathBuf;

use crate::command::{Cmd, Failure, io_at, step};
use crate::wasm_toolchain::{TARGET, WasmToolchain};
use crate::{node, paths};

/// The Cargo profile made for size, in the workspace's Cargo.toml.
const PROFILE: &str = "wasm";

/// Builds `bindings/wasm/dist`: also the proof that the core, without clock, files and threads, compiles where there are none.
pub fn build() -> Result<(), Failure> {
    node::install_packages()?;
    let module = compile()?;
    generate_glue(&module)?;
    optimize()?;
    check_size()
}

/// The generated glue and module that `src/index.js` loads.
pub fn dist() -> PathBuf {
    node::package().join("dist")
}

fn compile() -> Result<PathBuf, Failure> {
    step("Compile the WebAssembly module");
    let toolchain = WasmToolchain::ready()?;
    toolchain.cargo(["build", "--package", "keyaccount-wasm", "--profile", PROFILE]).run()?;
    Ok(toolchain.target_dir().join(TARGET).join(PROFILE).join("keyaccount_wasm.wasm"))
}

fn generate_glue(module: &PathBuf) -> Result<(), Failure> {
    step("Generate the JavaScript glue (wasm-bindgen)");
    if dist().exists() {
        io_at(&dist(), std::fs::remove_dir_all(dist()))?;
    }
    Cmd::cargo(["run", "--quiet", "--package", "xtask-bindgen", "--"]).arg(module).arg(dist()).run()
}

fn optimize() -> Result<(), Failure> {
    step("Make the module small (wasm-opt)");
    let module = dist().join("keyaccount_wasm_bg.wasm");
    Cmd::new("node")
        .arg(node::package().join("node_modules/binaryen/bin/wasm-opt"))
        .args(["-Oz", "--strip-debug", "--strip-producers"])
        .args(["--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext"])
        .args(["--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue"])
        .arg(&module)
        .arg("-o")
        .arg(&module)
        .run()
}

fn check_size() -> Result<(), Failure> {
    step("Size of the module, raw and gzipped, against its budget");
    Cmd::new("node").arg(paths::in_root("bindings/wasm/scripts/size.mjs")).run()
}

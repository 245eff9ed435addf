//! The web page, on this machine only.
use crate::command::{Failure, step};
use crate::{paths, python, wasm};

pub fn serve(port: &str) -> Result<(), Failure> {
    if !wasm::dist().exists() {
        wasm::build()?;
    }
    python::install_packages()?;
    step(&format!("http://127.0.0.1:{port}/examples/web/ (stop with Ctrl-C)"));
    python::python(["-m", "http.server", "--bind", "127.0.0.1", port]).directory(paths::root()).run()
}

//! The JSON Schema and the types generated from it: TypeScript and Python.
//!
//! The document comes from the example `print_schema` of the crate `keyaccount-wire`, which prints
//! `keyaccount_wire::schema_json()`.
use std::path::{Path, PathBuf};

use crate::command::{Cmd, Failure, io_at, step};
use crate::{node, paths, python};

const SCHEMA: &str = "schema/keyaccount.schema.json";
const TYPESCRIPT: &str = "bindings/wasm/src/types.d.ts";
const PYTHON: &str = "bindings/python/python/keyaccount/models.py";

/// Writes the schema, then everything generated from it.
pub fn write() -> Result<(), Failure> {
    generate(&paths::root())
}

/// Generates everything into a scratch folder and compares it with the committed files.
pub fn check() -> Result<(), Failure> {
    let scratch = paths::target().join("schema-check");
    generate(&scratch)?;
    step("Compare with the committed files");
    let differing: Vec<&str> = [SCHEMA, TYPESCRIPT, PYTHON]
        .into_iter()
        .filter(|file| differs(&paths::in_root(file), &scratch.join(file)))
        .collect();
    if differing.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("out of date: {}; run `cargo xtask schema` and commit the result", differing.join(", "))))
}

fn generate(root: &Path) -> Result<(), Failure> {
    node::install_packages()?;
    python::install_packages()?;
    let schema = write_document(root)?;

    step("Generate the TypeScript types");
    let types = prepared(root, TYPESCRIPT)?;
    Cmd::new("node").arg(paths::in_root("bindings/wasm/scripts/types.mjs")).arg(&schema).arg(types).run()?;

    step("Generate the Python types");
    let models = prepared(root, PYTHON)?;
    python::python([]).arg(paths::in_root("bindings/python/scripts/models.py")).arg(&schema).arg(models).run()
}

fn write_document(root: &Path) -> Result<PathBuf, Failure> {
    step("Print the JSON Schema");
    let document = Cmd::cargo(["run", "--quiet", "--example", "print_schema"]).read()?;
    let schema = prepared(root, SCHEMA)?;
    io_at(&schema, std::fs::write(&schema, format!("{}\n", document.trim_end())))?;
    Ok(schema)
}

/// The file's path under `root`, its folder made.
fn prepared(root: &Path, file: &str) -> Result<PathBuf, Failure> {
    let path = root.join(file);
    if let Some(folder) = path.parent() {
        io_at(folder, std::fs::create_dir_all(folder))?;
    }
    Ok(path)
}

fn differs(committed: &Path, generated: &Path) -> bool {
    match (std::fs::read(committed), std::fs::read(generated)) {
        (Ok(committed), Ok(generated)) => committed != generated,
        _ => true,
    }
}

//! Node: npm packages and the tests of the npm package.
use std::path::{Path, PathBuf};

use crate::command::{Cmd, Failure, io_at, step};
use crate::paths;

/// How the names of tests that need Chromium end.
const BROWSER_TEST: &str = "browser.test.mjs";

/// The folder of the npm package.
pub fn package() -> PathBuf {
    paths::in_root("bindings/wasm")
}

/// Installs what package-lock.json names, unless it is there.
pub fn install_packages() -> Result<(), Failure> {
    let lock = package().join("package-lock.json");
    let installed = package().join("node_modules/.installed-lock");
    let wanted = io_at(&lock, std::fs::read_to_string(&lock))?;
    if std::fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        return Ok(());
    }
    step("Install the npm packages");
    Cmd::new("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).directory(package()).run()?;
    io_at(&installed, std::fs::write(&installed, wanted))
}

/// All tests but the browser's.
pub fn test() -> Result<(), Failure> {
    install_packages()?;
    let files = test_files(false)?;
    node_test().args(files).directory(package()).run()
}

/// The committed type declarations, and how a program in TypeScript uses them.
pub fn check_types() -> Result<(), Failure> {
    install_packages()?;
    Cmd::new("node").args(["node_modules/typescript/bin/tsc", "--project", "."]).directory(package()).run()
}

fn test_files(in_browser: bool) -> Result<Vec<String>, Failure> {
    let folder = package().join("test");
    let mut files: Vec<String> = io_at(&folder, std::fs::read_dir(&folder))?
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs") && name.ends_with(BROWSER_TEST) == in_browser)
        .map(|name| format!("test/{name}"))
        .collect();
    files.sort();
    Ok(files)
}

/// Runs the browser's tests with the given Chromium.
pub fn test_in_browser(chromium: &Path) -> Result<(), Failure> {
    install_packages()?;
    node_test().args(test_files(true)?).env("CHROMIUM", chromium).directory(package()).run()
}

fn node_test() -> Cmd {
    Cmd::new("node").args(["--test", "--test-reporter=spec"])
}

//! A Chromium to test the web page in.
use std::path::PathBuf;

use crate::command::{Failure, step};
use crate::wasm_toolchain::install_debian_packages;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

/// The browser named by `CHROMIUM`, or found on the path, or installed from Debian's packages.
pub fn ready() -> Result<PathBuf, Failure> {
    if let Some(found) = find() {
        return Ok(found);
    }
    step("Install Chromium");
    install_debian_packages(&["chromium"]).map_err(|failure| {
        Failure::new(format!("no Chromium found: set CHROMIUM to its path, or install it ({failure})"))
    })?;
    find().ok_or_else(|| Failure::new("Chromium was installed but is not on the path"))
}

fn find() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named));
    }
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| NAMES.map(|name| folder.join(name)))
        .find(|candidate| candidate.is_file())
}

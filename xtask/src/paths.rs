//! Where things are.
use std::path::{Path, PathBuf};

/// The project's root.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// A path inside the project, `/`-separated.
pub fn in_root(path: &str) -> PathBuf {
    root().join(path)
}

/// Cargo's output folder.
pub fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| in_root("target"), |dir| root().join(dir))
}

/// The path as seen from the project's root, for messages.
pub fn relative(path: &Path) -> &Path {
    path.strip_prefix(env!("CARGO_MANIFEST_DIR").trim_end_matches("xtask")).unwrap_or(path)
}

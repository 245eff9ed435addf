//! A compiler for `wasm32-unknown-unknown`: rustup's target, or else Debian's own.
use std::path::{Path, PathBuf};

use crate::command::{Cmd, Failure, step};
use crate::paths;

/// Rust's name of the platform.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's Rust with the standard library's sources, and a linker for WebAssembly.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-22"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";
const DEBIAN_LINKER: &str = "/usr/bin/wasm-ld-22";

/// How to compile for WebAssembly on this machine.
pub enum WasmToolchain {
    /// The toolchain in use has the target.
    Rustup,
    /// Debian's compiler builds the standard library from source.
    Debian,
}

impl WasmToolchain {
    /// Finds a compiler, installing one if needed. `KEYACCOUNT_WASM_TOOLCHAIN=debian` skips rustup.
    pub fn ready() -> Result<Self, Failure> {
        let debian_wanted = std::env::var_os("KEYACCOUNT_WASM_TOOLCHAIN").is_some_and(|v| v == "debian");
        if !debian_wanted && (installed_target()? || add_target()) {
            return Ok(Self::Rustup);
        }
        if !Cmd::new("dpkg-query").arg("--show").args(DEBIAN_PACKAGES).succeeds() {
            step("Install Debian's Rust for WebAssembly");
            install_debian_packages(&DEBIAN_PACKAGES).map_err(|failure| {
                Failure::new(format!(
                    "no compiler for {TARGET}: run `rustup target add {TARGET}`, or on Debian: {failure}"
                ))
            })?;
        }
        Ok(Self::Debian)
    }

    /// `cargo <arguments>` for the WebAssembly target.
    pub fn cargo<const N: usize>(&self, arguments: [&str; N]) -> Cmd {
        match self {
            Self::Rustup => Cmd::cargo(arguments).args(["--target", TARGET]),
            Self::Debian => Cmd::new(DEBIAN_CARGO)
                .args(arguments)
                .args(["--target", TARGET, "-Zbuild-std=std,panic_abort"])
                .arg("--target-dir")
                .arg(self.target_dir())
                .env("RUSTC", DEBIAN_RUSTC)
                .env("RUSTC_BOOTSTRAP", "1")
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN_LINKER),
        }
    }

    /// Where the compiler's output goes: apart for Debian's, it is another compiler.
    pub fn target_dir(&self) -> PathBuf {
        match self {
            Self::Rustup => paths::target(),
            Self::Debian => paths::target().join("debian"),
        }
    }
}

fn installed_target() -> Result<bool, Failure> {
    let sysroot = Cmd::new("rustc").args(["--print", "sysroot"]).read()?;
    let libraries = Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib");
    Ok(libraries.exists())
}

fn add_target() -> bool {
    step("Install the WebAssembly target");
    let added = Cmd::new("rustup").args(["target", "add", TARGET]).run();
    added.inspect_err(|failure| println!("  {failure}")).is_ok()
}

/// Installs Debian packages, or says what the reader has to install.
pub fn install_debian_packages(packages: &[&str]) -> Result<(), Failure> {
    let by_hand = || Failure::new(format!("please install these packages: {}", packages.join(" ")));
    if !Cmd::new("apt-get").arg("--version").succeeds() || !is_root() {
        return Err(by_hand());
    }
    Cmd::new("apt-get").args(["update", "-qq"]).run()?;
    Cmd::new("apt-get")
        .args(["install", "--yes", "-qq", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .run()
}

fn is_root() -> bool {
    Cmd::new("sh").args(["-c", "test \"$(id -u)\" = 0"]).succeeds()
}

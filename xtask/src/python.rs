//! Python: a local virtual environment, the wheel, its tests.
use std::path::{Path, PathBuf};

use crate::command::{Cmd, Failure, io_at, step};
use crate::paths;

const OLDEST: &str = "3.10";
const NAMES: [&str; 6] = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];

/// The folder of the Python package.
pub fn package() -> PathBuf {
    paths::in_root("bindings/python")
}

/// Builds the wheel and installs it into the virtual environment.
pub fn build() -> Result<(), Failure> {
    install_packages()?;
    step("Build the Python package");
    let wheels = paths::target().join("python-wheel");
    if wheels.exists() {
        io_at(&wheels, std::fs::remove_dir_all(&wheels))?;
    }
    tool("maturin")
        .args(["build", "--profile", "release", "--locked", "--interpreter"])
        .arg(tool_path("python"))
        .arg("--out")
        .arg(&wheels)
        .directory(package())
        .run()?;
    let wheel = io_at(&wheels, std::fs::read_dir(&wheels))?
        .find_map(|entry| Some(entry.ok()?.path()))
        .ok_or_else(|| Failure::new("maturin left no wheel"))?;
    python(["-m", "pip", "install", "--quiet", "--force-reinstall", "--no-deps"]).arg(wheel).run()
}

pub fn test() -> Result<(), Failure> {
    python(["-m", "pytest", "-q"]).directory(package()).run()
}

/// Format and lints.
pub fn check_style() -> Result<(), Failure> {
    install_packages()?;
    tool("ruff").args(["format", "--check", "."]).directory(package()).run()?;
    tool("ruff").args(["check", "."]).directory(package()).run()
}

/// Strict type check of the package, of its tests, which stand for users' code, and of the generator.
pub fn check_types() -> Result<(), Failure> {
    python(["-m", "mypy", "--strict", "python/keyaccount", "tests", "scripts"]).directory(package()).run()
}

/// The native module's stub against the module itself. (The rest of the package has no stubs.)
pub fn check_stubs() -> Result<(), Failure> {
    python(["-m", "mypy.stubtest", "keyaccount._native"]).directory(paths::in_root(".tools")).run()
}

/// A command of the virtual environment's Python.
pub fn python<const N: usize>(arguments: [&str; N]) -> Cmd {
    tool("python").args(arguments)
}

/// Creates the virtual environment and installs the pinned packages, unless they are there.
pub fn install_packages() -> Result<(), Failure> {
    install("venv", &package().join("requirements-dev.txt"))
}

/// Installs what the rivals of the benchmarks use, apart from what the tests use: they need other versions.
pub fn install_rivals() -> Result<(), Failure> {
    install("rivals", &paths::in_root("benches/rivals/requirements.txt"))
}

fn install(environment: &str, requirements: &Path) -> Result<(), Failure> {
    let folder = paths::in_root(".tools").join(environment);
    let installed = folder.join("installed-requirements.txt");
    let wanted = io_at(requirements, std::fs::read_to_string(requirements))?;
    if std::fs::read_to_string(&installed).is_ok_and(|text| text == wanted) {
        return Ok(());
    }
    let python = tool_in(&folder, "python");
    if !python.exists() {
        step(&format!("Create the virtual environment .tools/{environment}"));
        Cmd::new(interpreter()?).args(["-m", "venv"]).arg(&folder).run()?;
    }
    step(&format!("Install the Python packages of {}", paths::relative(requirements).display()));
    Cmd::new(python)
        .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r"])
        .arg(requirements)
        .run()?;
    io_at(&installed, std::fs::write(&installed, wanted))
}

fn tool_path(name: &str) -> PathBuf {
    tool_in(&paths::in_root(".tools/venv"), name)
}

fn tool_in(environment: &Path, name: &str) -> PathBuf {
    let folder = if cfg!(windows) { "Scripts" } else { "bin" };
    environment.join(folder).join(name)
}

fn tool(name: &str) -> Cmd {
    Cmd::new(tool_path(name))
}

/// `PYTHON`, or the first Python on the path that is new enough.
fn interpreter() -> Result<String, Failure> {
    if let Ok(named) = std::env::var("PYTHON") {
        return Ok(named);
    }
    let new_enough = "import sys; sys.exit(sys.version_info < (3, 10))";
    NAMES
        .iter()
        .find(|name| Cmd::new(name).args(["-c", new_enough]).succeeds())
        .map(ToString::to_string)
        .ok_or_else(|| Failure::new(format!("no Python {OLDEST} or newer on the path; set PYTHON to one")))
}

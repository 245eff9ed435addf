//! Announcing, echoing and running commands.
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::paths;

/// Why a task stopped, in a sentence for the person at the terminal.
#[derive(Debug)]
pub struct Failure(String);

impl Failure {
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Turns an I/O error into a failure that names the file.
pub fn io_at<T>(path: &Path, result: std::io::Result<T>) -> Result<T, Failure> {
    result.map_err(|error| Failure::new(format!("{}: {error}", path.display())))
}

/// Announces what happens next.
pub fn step(what: &str) {
    println!("\n==> {what}");
}

/// A command to echo and run; it starts in the project's root unless told otherwise.
pub struct Cmd {
    program: OsString,
    arguments: Vec<OsString>,
    environment: Vec<(OsString, OsString)>,
    directory: PathBuf,
}

impl Cmd {
    pub fn new(program: impl Into<OsString>) -> Self {
        Self { program: program.into(), arguments: Vec::new(), environment: Vec::new(), directory: paths::root() }
    }

    /// The cargo that runs this program.
    pub fn cargo<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>) -> Self {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        Self::new(cargo).args(arguments)
    }

    pub fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.arguments.push(argument.as_ref().to_owned());
        self
    }

    pub fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        self.arguments.extend(arguments.into_iter().map(|a| a.as_ref().to_owned()));
        self
    }

    pub fn env(mut self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.environment.push((name.as_ref().to_owned(), value.as_ref().to_owned()));
        self
    }

    pub fn directory(mut self, directory: impl Into<PathBuf>) -> Self {
        self.directory = directory.into();
        self
    }

    /// Runs with its output on the terminal; any exit code but 0 is a failure.
    pub fn run(&self) -> Result<(), Failure> {
        self.echo();
        let status = self.command().status().map_err(|error| self.cannot_start(&error))?;
        if status.success() { Ok(()) } else { Err(Failure::new(format!("`{self}` failed: {status}"))) }
    }

    /// Runs and returns what it wrote to standard output; errors stay on the terminal.
    pub fn read(&self) -> Result<String, Failure> {
        self.echo();
        let output = self
            .command()
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| self.cannot_start(&error))?;
        if !output.status.success() {
            return Err(Failure::new(format!("`{self}` failed: {}", output.status)));
        }
        String::from_utf8(output.stdout).map_err(|_| Failure::new(format!("`{self}` wrote text that is not UTF-8")))
    }

    /// Whether the command exists and succeeds; prints nothing.
    pub fn succeeds(&self) -> bool {
        let quiet = self.command().stdout(Stdio::null()).stderr(Stdio::null()).status();
        quiet.is_ok_and(|status| status.success())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.arguments).envs(self.environment.iter().cloned());
        command.current_dir(&self.directory);
        command
    }

    fn echo(&self) {
        println!("  $ {self}");
    }

    fn cannot_start(&self, error: &std::io::Error) -> Failure {
        Failure::new(format!("cannot start `{}`: {error}", self.program.display()))
    }
}

impl fmt::Display for Cmd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, value) in &self.environment {
            write!(f, "{}={} ", name.display(), value.display())?;
        }
        write!(f, "{}", Path::new(&self.program).file_name().unwrap_or(&self.program).display())?;
        for argument in &self.arguments {
            write!(f, " {}", argument.display())?;
        }
        if self.directory != paths::root() {
            write!(f, "  (in {})", paths::relative(&self.directory).display())?;
        }
        Ok(())
    }
}

//! `cargo xtask …`: the one place that knows how to build and test every part of the project.
//! One topic per file; every action is announced with `step` and every command is echoed.

mod chromium;
mod command;
mod node;
mod paths;
mod python;
mod readme;
mod rust;
mod schema;
mod serve;
mod suite;
mod wasm;
mod wasm_toolchain;

use std::process::ExitCode;

use command::{Cmd, Failure};

const HELP: &str = "\
cargo xtask <task>

  test [NAME…]     run every check, or only those whose name contains a NAME; `test --list` names them
  python           build the Python package into .tools/venv
  wasm             build the npm package into bindings/wasm/dist and check its size
  schema           write schema/keyaccount.schema.json and the TypeScript and Python types made from it
  schema --check   fail if any of these differs from what is committed
  vectors --bless  write what the golden vectors in tests/vectors want from what the library answers
  bench [TABLE]    run the benchmarks, or only those of `stages`, `distribution`, `rollup`, `rfm`,
                   `lifetime` or `committees`, and print their tables
  serve [PORT]     serve the page in examples/web on this machine
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("xtask: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), Failure> {
    match arguments {
        ["test", "--list"] => suite::list(),
        ["test", names @ ..] => suite::run(names),
        ["python"] => python::build(),
        ["wasm"] => wasm::build(),
        ["schema"] => schema::write(),
        ["schema", "--check"] => schema::check(),
        ["vectors", "--bless"] => bless_vectors(),
        ["bench", rest @ ..] => bench(rest),
        ["serve"] => serve::serve("8000"),
        ["serve", port] => serve::serve(port),
        [] | ["help" | "-h" | "--help"] => {
            print!("{HELP}");
            Ok(())
        }
        unknown => Err(Failure::new(format!("unknown task `{}`\n\n{HELP}", unknown.join(" ")))),
    }
}

fn bless_vectors() -> Result<(), Failure> {
    command::step("Write the answers that the golden vectors want");
    Cmd::cargo(["run", "--bin", "bless"]).run()
}

fn bench(rest: &[&str]) -> Result<(), Failure> {
    python::install_rivals()?;
    command::step("Benchmarks");
    Cmd::cargo(["run", "--profile", "dist", "--package", "keyaccount-benches", "--"]).args(rest).run()
}

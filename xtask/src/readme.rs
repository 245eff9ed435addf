//! README.md is executed: its commands, and its Python and JavaScript programs.
//! (Its Rust programs are doctests of the core crate.)
use std::path::PathBuf;

use crate::command::{Cmd, Failure, io_at};
use crate::{paths, python, wasm};

/// The commands that README's `sh` blocks may contain, each with how it is tested.
const COMMANDS: [(&str, Tested); 8] = [
    ("cargo run --release --example account_review", Tested::Running),
    ("cargo run --release --example funnel_review", Tested::Running),
    ("cargo run --release --example forecast_review -- --as-of 2026-05-10 --quota 2000000", Tested::Running),
    ("cargo run --release --example committee_review", Tested::Running),
    ("cargo run --release --example loyalty_review", Tested::Running),
    ("cargo run --release --example salesforce_review -- examples/data/salesforce", Tested::Running),
    ("cargo xtask test", Tested::ThisRun),
    ("pip install ./bindings/python", Tested::AnotherCheck),
];

enum Tested {
    /// It must succeed and print something.
    Running,
    /// It is what is running now.
    ThisRun,
    /// The check `python-build` does the same into the virtual environment.
    AnotherCheck,
}

/// A fenced block of code and the line on which its content starts.
struct Block {
    language: String,
    line: usize,
    text: String,
}

/// Runs README's first command; a command that nothing tests is a failure.
pub fn run_commands() -> Result<(), Failure> {
    let commands = commands(&blocks("sh")?);
    for required in ["cargo run --release --example account_review", "cargo xtask test"] {
        if !commands.iter().any(|command| command == required) {
            return Err(Failure::new(format!("README.md has no `{required}` in a sh block")));
        }
    }
    for command in &commands {
        match COMMANDS.iter().find(|(known, _)| known == command) {
            Some((_, Tested::Running)) => run_and_expect_output(command)?,
            Some((_, Tested::ThisRun | Tested::AnotherCheck)) => {}
            None => {
                return Err(Failure::new(format!("no check runs README's command `{command}`")));
            }
        }
    }
    Ok(())
}

/// Runs each `python` block with the Python that has the package installed.
pub fn run_python() -> Result<(), Failure> {
    for block in blocks("python")? {
        let program = write_program(&block, "py")?;
        python::python([]).arg(program).run()?;
    }
    Ok(())
}

/// Runs each `js` block in Node, where `keyaccount` is the package just built.
pub fn run_javascript() -> Result<(), Failure> {
    if !wasm::dist().exists() {
        return Err(Failure::new("the npm package is not built; run `cargo xtask wasm`"));
    }
    link_npm_package()?;
    for block in blocks("js")? {
        let program = write_program(&block, "mjs")?;
        Cmd::new("node").arg(program).run()?;
    }
    Ok(())
}

fn run_and_expect_output(command: &str) -> Result<(), Failure> {
    let mut words = command.split_whitespace();
    let Some(program) = words.next() else {
        return Ok(());
    };
    let output = Cmd::new(program).args(words).read()?;
    print!("{output}");
    if output.trim().is_empty() {
        return Err(Failure::new(format!("`{command}` printed nothing")));
    }
    Ok(())
}

fn blocks(language: &str) -> Result<Vec<Block>, Failure> {
    let readme = paths::in_root("README.md");
    let text = io_at(&readme, std::fs::read_to_string(&readme))?;
    Ok(fenced_blocks(&text).into_iter().filter(|block| block.language == language).collect())
}

/// Every block fenced with three backticks.
fn fenced_blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (index, line) in markdown.lines().enumerate() {
        match (line.strip_prefix("```"), open.take()) {
            (Some(language), None) => {
                open = Some(Block { language: language.trim().to_owned(), line: index + 2, text: String::new() });
            }
            (Some(_), Some(block)) => blocks.push(block),
            (None, Some(mut block)) => {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
            }
            (None, None) => {}
        }
    }
    blocks
}

/// The command lines of the blocks, without comments.
fn commands(blocks: &[Block]) -> Vec<String> {
    let lines = blocks.iter().flat_map(|block| block.text.lines());
    let without_comments = lines.map(|line| line.split(" #").next().unwrap_or(line).trim());
    without_comments.filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

fn scratch() -> PathBuf {
    paths::target().join("readme")
}

fn write_program(block: &Block, extension: &str) -> Result<PathBuf, Failure> {
    io_at(&scratch(), std::fs::create_dir_all(scratch()))?;
    let program = scratch().join(format!("readme_line_{}.{extension}", block.line));
    io_at(&program, std::fs::write(&program, &block.text))?;
    Ok(program)
}

/// Makes `import … from "keyaccount"` find the package, as after `npm install`.
fn link_npm_package() -> Result<(), Failure> {
    let package = scratch().join("node_modules/keyaccount");
    io_at(&package, std::fs::create_dir_all(&package))?;
    for part in ["package.json", "src", "dist"] {
        Cmd::new("cp").arg("-R").arg(paths::in_root("bindings/wasm").join(part)).arg(&package).run()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{commands, fenced_blocks};

    const MARKDOWN: &str =
        "# A\n```sh\ncargo xtask test  # all of it\n\n# a comment\n```\ntext\n```python\nx = 1\n\ny = 2\n```\n";

    #[test]
    fn blocks_keep_language_line_and_text() {
        let blocks = fenced_blocks(MARKDOWN);
        let found: Vec<_> = blocks.iter().map(|b| (b.language.as_str(), b.line, b.text.as_str())).collect();
        assert_eq!(
            found,
            [("sh", 3, "cargo xtask test  # all of it\n\n# a comment\n"), ("python", 9, "x = 1\n\ny = 2\n")]
        );
    }

    #[test]
    fn commands_have_no_comments() {
        let blocks = fenced_blocks(MARKDOWN);
        assert_eq!(commands(&blocks[..1]), ["cargo xtask test"]);
    }
}

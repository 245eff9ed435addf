//! Lines, wrapping, colours and tables.

use std::io::{self, Write};

use keyaccount::{Language, Severity};
use textwrap::core::display_width;

use crate::View;

/// Columns of the page.
const WIDTH: usize = 100;

/// A page being printed.
pub(crate) struct Page<'a> {
    pub(crate) view: &'a View,
    out: &'a mut dyn Write,
}

impl<'a> Page<'a> {
    pub(crate) fn new(view: &'a View, out: &'a mut dyn Write) -> Self {
        Self { view, out }
    }

    /// The text in the language of the view.
    pub(crate) fn say(&self, english: &str, chinese: &str) -> String {
        match self.view.language {
            Language::En => english.to_owned(),
            Language::ZhHans => chinese.to_owned(),
        }
    }

    pub(crate) fn line(&mut self, text: &str) -> io::Result<()> {
        writeln!(self.out, "{}", text.trim_end())
    }

    pub(crate) fn heading(&mut self, text: &str) -> io::Result<()> {
        let text = self.styled("1", text);
        writeln!(self.out, "\n{text}")
    }

    /// A paragraph whose first line and further lines are indented.
    pub(crate) fn wrapped(&mut self, first: &str, further: &str, text: &str) -> io::Result<()> {
        let options = textwrap::Options::new(WIDTH).initial_indent(first).subsequent_indent(further);
        for line in textwrap::wrap(text, options) {
            self.line(&line)?;
        }
        Ok(())
    }

    /// A severity in capitals, padded, coloured.
    pub(crate) fn severity(&self, severity: Severity) -> String {
        let style = match severity {
            Severity::Critical => "1;31",
            Severity::High => "31",
            Severity::Medium => "33",
            _ => "2",
        };
        let text = severity.label(self.view.language).to_uppercase();
        let padding = " ".repeat(8_usize.saturating_sub(display_width(&text)));
        format!("{}{padding}", self.styled(style, &text))
    }

    pub(crate) fn faint(&self, text: &str) -> String {
        self.styled("2", text)
    }

    pub(crate) fn strong(&self, text: &str) -> String {
        self.styled("1", text)
    }

    fn styled(&self, style: &str, text: &str) -> String {
        if self.view.colour { format!("\u{1b}[{style}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// A table: the first column to the left, the others to the right.
    pub(crate) fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| display_width(cell)).max();
        let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
        for (index, row) in rows.iter().enumerate() {
            let mut text = String::from("  ");
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                let padding = " ".repeat(width.saturating_sub(display_width(cell)));
                match column {
                    0 => text.extend([cell.as_str(), &padding]),
                    _ => text.extend(["   ", &padding, cell.as_str()]),
                }
            }
            let text = if index == 0 { self.faint(&text) } else { text };
            self.line(&text)?;
        }
        Ok(())
    }
}

/// A text without control characters, so that no fact can steer the terminal.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// An amount with its thousands set apart: `1234567.50` becomes `1,234,567.50`.
///
/// # Examples
/// ```
/// assert_eq!(keyaccount_examples::grouped("1234567.50"), "1,234,567.50");
/// ```
#[must_use]
pub fn grouped(number: &str) -> String {
    let (sign, digits) = number.strip_prefix('-').map_or(("", number), |digits| ("-", digits));
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::from(sign);
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(index);
        if index > 0 && left.checked_rem(3) == Some(0) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(rest) = rest {
        text.extend([".", rest]);
    }
    text
}

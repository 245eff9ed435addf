//! Lines, wrapping, colours and tables.

use std::io::{self, Write};

use keyaccount::{Date, Label, Language, Severity};
use textwrap::core::display_width;

use crate::View;

/// Columns of the page where nobody says otherwise.
pub(crate) const WIDTH: usize = 100;
/// What stands before a table's first column.
const MARGIN: &str = "  ";
/// Blanks between two columns, and where the table is too wide for that.
const GAP: usize = 3;
const NARROW_GAP: usize = 2;
/// A column is not cut below this width.
const NARROWEST: usize = 10;

/// A percent sign that no line begins with.
const NO_BREAK: &str = "\u{a0}%";

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

    /// Things in a row.
    pub(crate) fn list(&self, things: &[String]) -> String {
        things.join(&self.say(", ", "，"))
    }

    /// The head of a review: its title and day, and by which playbook.
    pub(crate) fn title(&mut self, title: &str, as_of: Date, playbook: &Label, fingerprint: &str) -> io::Result<()> {
        let title = self.strong(title);
        self.line(&format!("{title}  {} {as_of}", self.say("as of", "截至")))?;
        let name = plain(playbook.as_str());
        self.line(&self.faint(&format!("{}: {name} ({fingerprint})", self.say("playbook", "规则手册"))))
    }

    /// What a long list does not show.
    pub(crate) fn and_more(&mut self, more: usize) -> io::Result<()> {
        if more == 0 {
            return Ok(());
        }
        let english = format!("  and {more} more: --all or --json shows them");
        self.line(&self.faint(&self.say(&english, &format!("  另有 {more} 项：--all 或 --json 可全部显示"))))
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
        let options = textwrap::Options::new(self.view.columns).initial_indent(first).subsequent_indent(further);
        // Days have hyphens.
        let options = options.word_splitter(textwrap::WordSplitter::NoHyphenation);
        // A number and its percent sign stay on one line.
        let text = text.replace(" %", NO_BREAK);
        for line in textwrap::wrap(&text, options) {
            self.line(&line.replace(NO_BREAK, " %"))?;
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

    /// The titles of a table's columns.
    pub(crate) fn titles(&self, titles: &[(&str, &str)]) -> Vec<String> {
        titles.iter().map(|(english, chinese)| self.say(english, chinese)).collect()
    }

    /// A table: the first column to the left, the others to the right.
    pub(crate) fn table(&mut self, rows: &[Vec<String>]) -> io::Result<()> {
        self.table_with(rows, 1)
    }

    /// A table whose first so many columns are text and stand to the left, the others to the right. Where it is wider
    /// than the page, columns move closer, then the widest of the first ones are cut.
    pub(crate) fn table_with(&mut self, rows: &[Vec<String>], left: usize) -> io::Result<()> {
        let (widths, gap_width) = widths(rows, left, self.view.columns);
        for (index, row) in rows.iter().enumerate() {
            let mut text = String::from(MARGIN);
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                let cell = if column < left { shortened(cell, *width) } else { cell.clone() };
                let padding = " ".repeat(width.saturating_sub(display_width(&cell)));
                let gap = " ".repeat(if column == 0 { 0 } else { gap_width });
                let (before, after) = if column < left { ("", padding.as_str()) } else { (padding.as_str(), "") };
                text.extend([&gap, before, &cell, after]);
            }
            let text = if index == 0 { self.faint(&text) } else { text };
            self.line(&text)?;
        }
        Ok(())
    }
}

/// The widths of a table's columns and of the gaps between them, so that it fits on the page if its first columns can be
/// cut to that.
fn widths(rows: &[Vec<String>], left: usize, page: usize) -> (Vec<usize>, usize) {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| display_width(cell)).max();
    let mut widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let whole = |widths: &[usize], gap: usize| {
        let gaps = gap.saturating_mul(columns.saturating_sub(1));
        widths.iter().fold(MARGIN.len().saturating_add(gaps), |sum, width| sum.saturating_add(*width))
    };
    if whole(&widths, GAP) <= page {
        return (widths, GAP);
    }
    while whole(&widths, NARROW_GAP) > page {
        let Some(widest) = widths.iter_mut().take(left).max().filter(|width| **width > NARROWEST) else { break };
        *widest = widest.saturating_sub(1);
    }
    (widths, NARROW_GAP)
}

/// A text without control characters, so that no fact can steer the terminal.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A text with blanks up to so many columns.
pub(crate) fn padded(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(display_width(text))))
}

/// A text of at most so many columns, with an ellipsis where it was longer.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    if display_width(text) <= most {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        short.push(c);
        if display_width(&short) >= most {
            short.pop();
            break;
        }
    }
    format!("{}…", short.trim_end())
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

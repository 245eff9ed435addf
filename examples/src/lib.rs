//! What the example programs share: what they read, and reviews as a person reads them in a terminal.
#![forbid(unsafe_code)]

mod accounts;
mod cohorts;
mod committee;
mod forecast;
mod funnel;
mod loyalty;
mod movement;
mod names;
mod page;
mod pipeline;
mod portfolio;
mod rules;
mod source;
mod words;

use std::io::{self, IsTerminal, Write};

use keyaccount::{AccountId, Language, Problem, Review};

pub use committee::{CommitteeReview, print_committee_review};
pub use forecast::{ForecastReview, print_forecast_review};
pub use funnel::{FunnelReview, print_funnel_review};
pub use loyalty::{LoyaltyReview, print_loyalty_review};
pub use page::{grouped, plain};
pub use source::{Input, Source, ending};

use page::Page;

/// How a review is to be shown.
pub struct View {
    /// The language of labels; the reasons themselves are in English.
    pub language: Language,
    /// Show everything: every finding, not only the most urgent; every row of a long table.
    pub all: bool,
    /// Show this account alone, with everything known of it.
    pub account: Option<AccountId>,
    /// Mark severities with colours.
    pub colour: bool,
    /// How wide the page is, in columns.
    pub columns: usize,
}

impl View {
    /// English, the most urgent findings, coloured where the output is a terminal that wants it, as wide as the environment's
    /// `COLUMNS`, or 100 columns.
    #[must_use]
    pub fn for_stdout() -> Self {
        let colour = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let columns = columns.filter(|columns| (60..=400).contains(columns)).unwrap_or(page::WIDTH);
        Self { language: Language::En, all: false, account: None, colour, columns }
    }
}

/// The language of labels that a program was asked for.
#[must_use]
pub const fn language(chinese: bool) -> Language {
    if chinese { Language::ZhHans } else { Language::En }
}

/// Prints a review: the portfolio, then the accounts, most urgent first.
///
/// # Errors
/// Where the output cannot be written.
pub fn print_review(review: &Review, view: &View, out: &mut dyn Write) -> io::Result<()> {
    let mut page = Page::new(view, out);
    if let Some(id) = &view.account {
        return match review.accounts.iter().find(|account| account.account == *id) {
            Some(account) => accounts::in_full(account, &mut page),
            None => page.line(&format!("The book has no usable account {id}.")),
        };
    }
    portfolio::print(review, &mut page)?;
    page.heading(&page.say("ACCOUNTS, MOST URGENT FIRST", "客户（按紧急程度）"))?;
    for (index, account) in review.accounts.iter().enumerate() {
        accounts::in_short(index.saturating_add(1), account, &mut page)?;
    }
    left_out(&review.left_out, &mut page)
}

/// Prints facts that could not be used: the first twenty, or all.
fn left_out(problems: &[Problem], page: &mut Page<'_>) -> io::Result<()> {
    if problems.is_empty() {
        return Ok(());
    }
    page.heading(&format!("{} ({})", page.say("FACTS LEFT OUT", "未采用的记录"), problems.len()))?;
    let shown = if page.view.all { problems.len() } else { 20 };
    for problem in problems.iter().take(shown) {
        page.wrapped("  ", "    ", &plain(&problem.to_string()))?;
    }
    page.and_more(problems.len().saturating_sub(shown))
}

//! The forecast by any dimensions: cells that add up, with split credit, our team, and people's own figures beside.
//!
//! ```text
//! histories ─ ledger.rs ─► priced deals ─ dimension.rs: where each part belongs ─► cells.rs ─► cells
//!                                       └ adjustment.rs: the same sums beside people's figures
//! ```
//!
//! One heart with `weighted_forecast`: the same ledger prices and counts, the same rows add up.

mod adjustment;
mod cells;
mod dimension;
mod options;
mod recurring;
mod verdict;

pub use adjustment::{AdjustedForecast, AdjustedSum};
pub use dimension::ForecastDimension;
pub use options::RollUpOptions;
pub use recurring::{RecurringAmounts, RecurringRow};
pub use verdict::{CellKey, RollUpCell, RollUpVerdict};

use self::cells::Cells;
use self::dimension::Places;
use super::ledger::{Entry, Ledger, count};
use super::price::{self, PricedDeal, UnpricedDeal};
use super::team::Team;
use super::weighted::weighted_sum;
use crate::facts::{Book, FactKind, FactReference};
use crate::funnel::{HistoryVerdict, replay_history};
use crate::playbook::Playbook;
use crate::problem::Problem;
use crate::values::{Date, MemberId};
use crate::verdict::{Comparison, Reason, Unit};

/// Rolls the forecast of a book up into cells by any dimensions.
///
/// A cell has what [`weighted_forecast`](crate::weighted_forecast) gives for the opportunities in it, each once:
///
/// * by `owner`, what is split is in the cell of each member at the part credited to them, so that the cells add up to
///   the deal exactly; where nothing is split its owner has all of it;
/// * by `team`, every manager has a cell with all that they and everybody below them get credit for, on the day of the
///   verdict. What two of a team share is in it once, and whole. The cells of those who have no manager, with the cell
///   of nobody's team, add up to everything; those below them are parts of theirs;
/// * by `period`, an opportunity is in each of the periods given that its day lies in, or in the cell of none;
/// * by `category`, it is in its own or, where categories are cumulative, in all that are less sure too;
/// * by `currency`, sums are in that currency and need no rate; else they are in the reporting currency.
///
/// With a `member`, only what they or anybody below them get credit for counts, at that part.
///
/// # Errors
/// A [`Problem`] where a period's first day lies after its last, or a dimension is asked for twice.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ForecastDimension, Playbook, RollUpOptions, roll_up_forecast};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-06-30", "owner": "ann",
///             "credits": [{"member": "ann", "share": "0.6"}, {"member": "bob", "share": "0.4"}],
///             "amount": {"amount": "90000", "currency": "USD"}
///         }},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "commitment", "close_date": "2026-03-31", "owner": "bob",
///             "amount": {"amount": "10000", "currency": "USD"}
///         }}
///     ],
///     "reporting_lines": [{"member": "ann", "manager": "eve"}, {"member": "bob", "manager": "eve"}]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-02-01".parse()?);
/// let by = |dimension| {
///     let options = RollUpOptions { by: vec![dimension], ..RollUpOptions::default() };
///     let rolled_up = roll_up_forecast(&book, &playbook, as_of, &options)?;
///     let cell = |cell: &keyaccount::RollUpCell| {
///         let open = &cell.amounts.open;
///         format!("{} {} {}", cell.key[0].value.as_deref().unwrap_or("none"), open.deals, open.total)
///     };
///     Ok::<_, keyaccount::Problem>(rolled_up.cells.iter().map(cell).collect::<Vec<_>>())
/// };
/// assert_eq!(by(ForecastDimension::Owner)?, ["ann 1 54000.00", "bob 2 46000.00"]);
/// assert_eq!(by(ForecastDimension::Team)?, ["eve 2 100000.00"], "each deal once");
/// assert_eq!(by(ForecastDimension::Quarter)?, ["FY2026-Q1 1 10000.00", "FY2026-Q2 1 90000.00"]);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn roll_up_forecast(
    book: &Book,
    playbook: &Playbook,
    as_of: Date,
    options: &RollUpOptions,
) -> Result<RollUpVerdict, Problem> {
    options.check()?;
    let team = Team::of(book, as_of);
    let currency = playbook.draft().exchange.reporting_currency;
    let mut sheet = Sheet {
        team: &team,
        options,
        ledger: Ledger::new(playbook, as_of),
        cells: Cells::new(Places::new(playbook, &team, options), &options.by, currency),
        deals: Vec::new(),
        unpriced: Vec::new(),
        of_others: 0,
    };
    for opportunity in book.accounts().iter().flat_map(|account| &account.opportunities) {
        sheet.add(&replay_history(opportunity, playbook, as_of));
    }
    let receipt = sheet.ledger.receipt();
    let adjustments = adjustment::adjusted(book, playbook, as_of, &team, options, &sheet.deals);
    let mut reasons = vec![weighted_sum(&receipt, currency)];
    reasons.extend(of_team(options, receipt.opportunities, sheet.of_others));
    reasons.extend(split_credit(&sheet.deals));
    reasons.extend(beside(&adjustments));
    let (whole, cells) = sheet.cells.read();
    Ok(RollUpVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        reporting_currency: currency,
        by: options.by.clone(),
        periods: options.periods.clone(),
        cumulative: options.cumulative,
        member: options.member.clone(),
        amounts: whole.row.read(currency),
        recurring: whole.recurring.read(currency),
        cells,
        adjustments,
        receipt,
        of_others: sheet.of_others,
        unpriced: sheet.unpriced,
        reasons,
    })
}

struct Sheet<'a> {
    team: &'a Team,
    options: &'a RollUpOptions,
    ledger: Ledger<'a>,
    cells: Cells<'a>,
    deals: Vec<PricedDeal>,
    unpriced: Vec<UnpricedDeal>,
    of_others: usize,
}

impl Sheet<'_> {
    fn add(&mut self, history: &HistoryVerdict) {
        let (team, asked) = (self.team, self.options.member.as_ref());
        let part = history.state.as_ref().map(|state| team.part(asked, &price::credits(state)));
        if part == Some(None) {
            return count(&mut self.of_others);
        }
        let includes = |member: Option<&MemberId>| {
            asked.is_none_or(|head| member.is_some_and(|member| team.includes(head, member)))
        };
        match self.ledger.enter(history) {
            Entry::Beside => {}
            Entry::Priced(deal) => {
                self.cells.add(&deal, includes);
                self.deals.push(deal);
            }
            Entry::Unpriced { deal, native } => {
                if let Some(native) = native.filter(|_| self.cells.are_by_currency()) {
                    self.cells.add_to_cells(&native, includes);
                }
                self.unpriced.push(deal);
            }
        }
    }
}

fn of_team(options: &RollUpOptions, counted: usize, of_others: usize) -> Option<Reason> {
    let member = options.member.as_ref()?;
    let all = counted.saturating_add(of_others);
    let message =
        format!("{counted} of {all} opportunities count, at the part that {member} and everybody below get credit for");
    Some(
        Reason::new("credited_to_team", message)
            .comparing(Comparison::new("counted", counted, Unit::Count).against(all)),
    )
}

fn split_credit(deals: &[PricedDeal]) -> Option<Reason> {
    let split = deals.iter().filter(|deal| deal.credits.len() > 1).count();
    let message = format!("credit for {split} of {} opportunities is split", deals.len());
    let compared = Comparison::new("split", split, Unit::Count).against(deals.len());
    (split > 0).then(|| Reason::new("split_credit", message).comparing(compared))
}

fn beside(adjustments: &[AdjustedForecast]) -> Option<Reason> {
    let count = adjustments.len();
    let message = format!("people's own figures stand beside the sums and are in none: {count}");
    let facts = adjustments.iter().map(|one| FactReference::new(FactKind::ForecastAdjustment, &one.adjustment.id));
    let compared = Comparison::new("adjustments", count, Unit::Count);
    (count > 0).then(|| Reason::new("adjustments_beside", message).comparing(compared).citing(facts))
}

#[cfg(test)]
mod property_tests;
#[cfg(test)]
mod tests;

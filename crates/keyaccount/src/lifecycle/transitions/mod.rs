//! How the accounts of a portfolio moved from phase to phase.

mod verdict;

pub use verdict::{LifecycleTransitionsVerdict, PhaseColumn, PhaseFlow, PhaseLink, PhaseNode, PhaseShift};

use super::confirm::health;
use super::course::phase_on;
use super::phase::LifecyclePhase;
use crate::facts::Book;
use crate::loyalty::occasions::{Occasions, dated_until, day_number};
use crate::loyalty::spend::Spend;
use crate::playbook::{Calendar, Playbook};
use crate::problem::{Problem, ProblemCode};
use crate::values::{AccountId, Currency, Date, ExactSum, PeriodUnit, Share};
use crate::verdict::{Comparison, Reason, Unit};

/// Most periods that an answer tells apart: twenty years of months.
const MOST_PERIODS: usize = 240;

/// Most accounts that a link names.
const MOST_NAMED: usize = 20;

const PHASES: usize = LifecyclePhase::ALL.len();

/// Counts how the accounts of a book moved between the phases of their lives, from one day to another and within it from
/// period to period. Source: `[KRM]`, D11.
///
/// The phase of an account on a day is what [`judge_lifecycle`](crate::judge_lifecycle) says on that day, so that nothing
/// known later counts. The days are `from`, the last days of the calendar's months, fiscal quarters or fiscal years
/// between, and `to`. Every account of the book has one phase on each of them: without an order it is a prospect, with
/// one it is being acquired. So the links of a period come to the accounts and to the money of the days on both its ends,
/// without a rest, and a flow chart can be drawn from columns and links as they are.
///
/// The money of an account on a day is what it spent with us in the 365 days up to it, returns netted, in the reporting
/// currency at the rates known on `to`, exact.
///
/// # Errors
/// A [`Problem`] where `to` does not lie after `from`, or where there are more than 240 periods between them.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LifecyclePhase, PeriodUnit, Playbook, lifecycle_transitions};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}, {"id": "south-plant", "name": "South Plant Ltd"}],
///     "purchases": [{
///         "id": "o1", "account": "north-plant", "on": "2026-02-01", "supplier": {"type": "us"},
///         "amount": {"amount": "1200", "currency": "USD"}
///     }]
/// }"#)?;
/// let playbook = Playbook::six_stage();
/// let (from, to) = ("2025-12-31".parse()?, "2026-06-30".parse()?);
/// let verdict = lifecycle_transitions(&book, &playbook, from, to, PeriodUnit::Quarter)?;
/// assert_eq!((verdict.columns.len(), verdict.periods.len()), (3, 2));
/// let link = &verdict.periods[0].links[1];
/// assert_eq!((link.from, link.to), (LifecyclePhase::Prospect, LifecyclePhase::Acquisition));
/// assert_eq!((link.accounts, link.of, link.share.unwrap().to_string()), (1, 2, "0.5".into()));
/// assert_eq!(link.money_after.to_string(), "1200.00");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn lifecycle_transitions(
    book: &Book,
    playbook: &Playbook,
    from: Date,
    to: Date,
    step: PeriodUnit,
) -> Result<LifecycleTransitionsVerdict, Problem> {
    let dates = dates_between(&playbook.draft().calendar, from, to, step)?;
    let policy = &playbook.draft().lifecycle;
    let currency = playbook.draft().exchange.reporting_currency;
    let days: Vec<i64> = dates.iter().map(|date| day_number(*date)).collect();
    let mut columns = vec![Column::default(); days.len()];
    let mut periods = vec![Matrix::default(); days.len().saturating_sub(1)];
    let (mut overall, mut pooled) = (Matrix::default(), Matrix::default());
    for account in book.accounts() {
        let known = dated_until(&account.purchases, to);
        let occasions = Occasions::of(&known);
        let stand = |day: &i64| Stand {
            phase: phase_on(&occasions, *day, policy),
            spend: Spend::of_year(&occasions, *day, playbook, to),
        };
        let stands: Vec<Stand> = days.iter().map(stand).collect();
        let id = &account.account.id;
        for (column, stand) in columns.iter_mut().zip(&stands) {
            column.add(stand);
        }
        for ((period, before), after) in periods.iter_mut().zip(&stands).zip(stands.iter().skip(1)) {
            period.add(before, after, Some(id));
            pooled.add(before, after, None);
        }
        if let (Some(first), Some(last)) = (stands.first(), stands.last()) {
            overall.add(first, last, Some(id));
        }
    }
    let flow = |(matrix, (from, to)): (&Matrix, (&Date, &Date))| matrix.flow(*from, *to, currency);
    let unpriced = columns.iter().map(|column| column.left_out).max().unwrap_or(0);
    let overall = overall.flow(from, to, currency);
    let mut reasons = vec![moved(&overall, book.accounts().len())];
    if unpriced > 0 {
        let message = "some purchases carry no amount, or are in a currency without a rate: their money is left out";
        let count = Comparison::new("purchases_without_money", unpriced, Unit::Count);
        reasons.push(Reason::new("money_unknown", message).comparing(count));
    }
    Ok(LifecycleTransitionsVerdict {
        from,
        as_of: to,
        playbook: playbook.fingerprint().to_owned(),
        step,
        accounts: book.accounts().len(),
        currency,
        columns: dates.iter().zip(&columns).map(|(on, column)| column.shown(*on, currency)).collect(),
        periods: periods.iter().zip(dates.iter().zip(dates.iter().skip(1))).map(flow).collect(),
        overall,
        pooled: pooled.links(currency),
        reasons,
    })
}

/// How an account stands on a day.
struct Stand {
    phase: LifecyclePhase,
    spend: Spend,
}

/// The days whose ends are compared.
fn dates_between(calendar: &Calendar, from: Date, to: Date, step: PeriodUnit) -> Result<Vec<Date>, Problem> {
    if to <= from {
        let message = format!("{to} does not lie after {from}, the first day");
        return Err(Problem::new(ProblemCode::DateOrder, to, message, format!("a day after {from}")).at("to"));
    }
    // The first period may end on the first day, and the last one after the last day.
    let ends = calendar.periods_from(step, from, MOST_PERIODS.saturating_add(2));
    let between: Vec<Date> =
        ends.into_iter().map(|period| period.last).filter(|last| (*last > from) && (*last < to)).collect();
    if between.len() >= MOST_PERIODS {
        let message = format!("more than {MOST_PERIODS} periods lie between {from} and {to}");
        let allowed = format!("at most {MOST_PERIODS} periods, or a longer step");
        return Err(Problem::new(ProblemCode::NumberOutOfRange, to, message, allowed).at("to"));
    }
    Ok([vec![from], between, vec![to]].concat())
}

/// The accounts of a day by phase.
#[derive(Clone, Default)]
struct Column {
    nodes: [Node; PHASES],
    left_out: usize,
}

#[derive(Clone, Default)]
struct Node {
    accounts: usize,
    money: ExactSum,
}

impl Column {
    fn add(&mut self, stand: &Stand) {
        self.left_out = self.left_out.saturating_add(stand.spend.left_out());
        if let Some(node) = self.nodes.get_mut(place(stand.phase)) {
            node.accounts = node.accounts.saturating_add(1);
            node.money.add(&stand.spend.sum);
        }
    }

    fn shown(&self, on: Date, currency: Currency) -> PhaseColumn {
        let all = self.nodes.iter().fold(0_usize, |all, node| all.saturating_add(node.accounts));
        let nodes = LifecyclePhase::ALL.iter().zip(&self.nodes).map(|(phase, node)| PhaseNode {
            phase: *phase,
            in_high_risk_band: *phase == LifecyclePhase::HighRisk,
            accounts: node.accounts,
            share: share(node.accounts, all),
            money: node.money.written_in(currency),
        });
        PhaseColumn { on, nodes: nodes.collect(), purchases_without_money: self.left_out }
    }
}

/// Accounts by the phases before and after.
#[derive(Clone)]
struct Matrix {
    cells: Vec<Cell>,
}

#[derive(Clone, Default)]
struct Cell {
    accounts: usize,
    before: ExactSum,
    after: ExactSum,
    named: Vec<AccountId>,
}

impl Default for Matrix {
    fn default() -> Self {
        Self { cells: vec![Cell::default(); PHASES.saturating_mul(PHASES)] }
    }
}

impl Matrix {
    fn add(&mut self, before: &Stand, after: &Stand, id: Option<&AccountId>) {
        let at = place(before.phase).saturating_mul(PHASES).saturating_add(place(after.phase));
        let Some(cell) = self.cells.get_mut(at) else { return };
        cell.accounts = cell.accounts.saturating_add(1);
        cell.before.add(&before.spend.sum);
        cell.after.add(&after.spend.sum);
        let moved = before.phase != after.phase && cell.named.len() < MOST_NAMED;
        cell.named.extend(id.filter(|_| moved).cloned());
    }

    /// Every link that an account takes, in the order of the phases.
    fn links(&self, currency: Currency) -> Vec<PhaseLink> {
        let mut links = Vec::new();
        for (from, row) in LifecyclePhase::ALL.iter().zip(self.cells.chunks(PHASES)) {
            let of = row.iter().fold(0_usize, |of, cell| of.saturating_add(cell.accounts));
            let cells = LifecyclePhase::ALL.iter().zip(row).filter(|(_, cell)| cell.accounts > 0);
            links.extend(cells.map(|(to, cell)| PhaseLink {
                from: *from,
                to: *to,
                shift: shift(*from, *to),
                accounts: cell.accounts,
                of,
                share: share(cell.accounts, of),
                money_before: cell.before.written_in(currency),
                money_after: cell.after.written_in(currency),
                named: cell.named.clone(),
            }));
        }
        links
    }

    fn flow(&self, from: Date, to: Date, currency: Currency) -> PhaseFlow {
        let links = self.links(currency);
        let count = |shift: PhaseShift| {
            links.iter().filter(|link| link.shift == shift).fold(0_usize, |sum, link| sum.saturating_add(link.accounts))
        };
        PhaseFlow {
            from,
            to,
            entered: count(PhaseShift::Entered),
            stayed: count(PhaseShift::Stayed),
            improved: count(PhaseShift::Improved),
            matured: count(PhaseShift::Matured),
            worsened: count(PhaseShift::Worsened),
            links,
        }
    }
}

fn place(phase: LifecyclePhase) -> usize {
    LifecyclePhase::ALL.iter().position(|known| *known == phase).unwrap_or(0)
}

fn share(part: usize, whole: usize) -> Option<Share> {
    Share::of(i128::try_from(part).ok()?, i128::try_from(whole).ok()?)
}

fn shift(from: LifecyclePhase, to: LifecyclePhase) -> PhaseShift {
    match health(to).cmp(&health(from)) {
        std::cmp::Ordering::Equal => PhaseShift::Stayed,
        _ if (from, to) == (LifecyclePhase::Growth, LifecyclePhase::Mature) => PhaseShift::Matured,
        _ if from == LifecyclePhase::Prospect => PhaseShift::Entered,
        std::cmp::Ordering::Greater => PhaseShift::Improved,
        std::cmp::Ordering::Less => PhaseShift::Worsened,
    }
}

/// What the movement comes to.
fn moved(overall: &PhaseFlow, accounts: usize) -> Reason {
    let message = format!(
        "of {accounts} account(s), {} entered, {} improved, {} matured, {} worsened and {} stayed",
        overall.entered, overall.improved, overall.matured, overall.worsened, overall.stayed
    );
    Reason::new("transitions", message)
        .comparing(Comparison::new("entered", overall.entered, Unit::Count))
        .comparing(Comparison::new("improved", overall.improved, Unit::Count))
        .comparing(Comparison::new("matured", overall.matured, Unit::Count))
        .comparing(Comparison::new("worsened", overall.worsened, Unit::Count))
        .comparing(Comparison::new("stayed", overall.stayed, Unit::Count))
}

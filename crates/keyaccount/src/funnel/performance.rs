//! How well a pipeline does: win rate, cycle length, velocity, close dates that slip, opportunities that stand still.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::history::HistoryVerdict;
use super::state::{OpportunityState, OpportunityStatus};
use super::survival::{Curve, DayTally};
use crate::values::{AccountId, Currency, CurrencySum, Date, DayCount, ExactSum, Money, OpportunityId, Share, StageId};

/// How many opportunities stand how, on the day of the verdict.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-02-04", "change": {"type": "won"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "crane", "at": "2026-03-06", "change": {"type": "lost", "reason": "price"}}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &FunnelOptions::default());
/// let statuses = verdict.pipelines[0].statuses;
/// assert_eq!((statuses.open, statuses.booked, statuses.lost), (0, 1, 1));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StatusCounts {
    /// Being worked on.
    pub open: usize,
    /// Resting.
    pub parked: usize,
    /// Signed, not yet paid.
    pub booked: usize,
    /// Signed and paid.
    pub realised: usize,
    /// Lost.
    pub lost: usize,
}

impl StatusCounts {
    pub(super) fn add(&mut self, status: OpportunityStatus) {
        let count = match status {
            OpportunityStatus::Open => &mut self.open,
            OpportunityStatus::Parked => &mut self.parked,
            OpportunityStatus::Booked => &mut self.booked,
            OpportunityStatus::Realised => &mut self.realised,
            OpportunityStatus::Lost => &mut self.lost,
        };
        *count = count.saturating_add(1);
    }
}

/// What part of the decided opportunities was won: by count, and by value in each currency.
///
/// An opportunity is won from its signature on. One that was reopened is undecided again, and one that was signed and
/// fell through is lost: how it stands on the day of the verdict counts.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "amount": {"amount": "75000", "currency": "EUR"}
///         }},
///         {"opportunity": "press-line", "at": "2026-02-04", "change": {"type": "won"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {
///             "type": "created", "amount": {"amount": "25000", "currency": "EUR"}
///         }},
///         {"opportunity": "crane", "at": "2026-03-06", "change": {"type": "lost", "reason": "price"}}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &FunnelOptions::default());
/// let rate = &verdict.pipelines[0].win_rate;
/// assert_eq!((rate.won, rate.lost, rate.rate), (1, 1, Some("0.5".parse()?)));
/// assert_eq!(rate.by_value[0].rate, Some("0.75".parse()?), "75,000 of 100,000 euros");
/// assert_eq!(keyaccount::WinRate::default().rate, None, "where nothing is decided, the rate is unknown, not zero");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WinRate {
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// `won` ÷ (`won` + `lost`); null where nothing is decided.
    #[serde(default)]
    pub rate: Option<Share>,
    /// The same by value, for each currency.
    pub by_value: Vec<ValueWinRate>,
    /// Decided opportunities of unknown worth: in no value.
    pub without_amount: usize,
}

/// What part of the decided value in a currency was won.
///
/// # Examples
/// ```
/// use keyaccount::ValueWinRate;
///
/// let rate: ValueWinRate =
///     serde_json::from_str(r#"{"currency": "EUR", "won": "75.00", "lost": "25.00", "rate": "0.75"}"#)?;
/// assert_eq!(rate.rate.unwrap().to_string(), "0.75");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ValueWinRate {
    /// The currency.
    pub currency: Currency,
    /// The sum of what was won.
    pub won: ExactSum,
    /// The sum of what was lost.
    pub lost: ExactSum,
    /// `won` ÷ (`won` + `lost`); null where both are zero.
    #[serde(default)]
    pub rate: Option<Share>,
}

/// How a number of durations is spread, in days.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-02-04", "change": {"type": "won"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "crane", "at": "2026-03-06", "change": {"type": "lost", "reason": "price"}}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &FunnelOptions::default());
/// let until_signed = &verdict.pipelines[0].cycle.won;
/// assert_eq!((until_signed.count, until_signed.median_days), (1, Some(30)));
/// assert_eq!(keyaccount::DurationSummary::default().median_days, None, "of nothing there is no median");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DurationSummary {
    /// How many there are.
    pub count: usize,
    /// Their mean; null where there is none.
    #[serde(default)]
    pub mean_days: Option<DayCount>,
    /// The shortest that a quarter does not exceed; null where there is none.
    #[serde(default)]
    pub lower_quartile_days: Option<u32>,
    /// The shortest that half do not exceed; null where there is none.
    #[serde(default)]
    pub median_days: Option<u32>,
    /// The shortest that three quarters do not exceed; null where there is none.
    #[serde(default)]
    pub upper_quartile_days: Option<u32>,
}

impl DurationSummary {
    fn of(days: &[u32]) -> Self {
        let mut tally = DayTally::<1>::default();
        for day in days {
            tally.finish::<0>(*day);
        }
        let curve = Curve::of(&tally);
        let sum = days.iter().fold(0_u64, |sum, day| sum.saturating_add((*day).into()));
        Self {
            count: days.len(),
            mean_days: Decimal::from(sum).checked_div(Decimal::from(days.len())).map(DayCount::saturating),
            lower_quartile_days: curve.quantile(0.25),
            median_days: curve.quantile(0.5),
            upper_quartile_days: curve.quantile(0.75),
        }
    }
}

/// How long opportunities take from their creation to the decision.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "press-line", "at": "2026-02-04", "change": {"type": "won"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {"type": "created"}},
///         {"opportunity": "crane", "at": "2026-03-06", "change": {"type": "lost", "reason": "price"}}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &FunnelOptions::default());
/// let cycle = &verdict.pipelines[0].cycle;
/// assert_eq!((cycle.won.median_days, cycle.lost.median_days), (Some(30), Some(60)));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CycleLength {
    /// From the creation to the signature.
    pub won: DurationSummary,
    /// From the creation to the loss.
    pub lost: DurationSummary,
}

/// What a pipeline brings in a day, in one currency: open opportunities × win rate × average won amount, divided by the
/// mean cycle length of the won ones.
///
/// All four are of the opportunities whose worth is known in this currency.
///
/// # Examples
/// ```
/// use keyaccount::Velocity;
///
/// let velocity: Velocity = serde_json::from_str(r#"{
///     "currency": "EUR", "open_opportunities": 10, "won": 1, "lost": 3, "win_rate": "0.25",
///     "average_won": "8000.00", "mean_cycle_days": "40", "per_day": "500.00"
/// }"#)?;
/// assert_eq!(velocity.per_day.unwrap().to_string(), "500.00", "10 × 0.25 × 8,000 ÷ 40");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Velocity {
    /// The currency.
    pub currency: Currency,
    /// Being worked on now; parked ones are not among them.
    pub open_opportunities: usize,
    /// Won.
    pub won: usize,
    /// Lost.
    pub lost: usize,
    /// `won` ÷ (`won` + `lost`); null where nothing is decided.
    #[serde(default)]
    pub win_rate: Option<Share>,
    /// The mean amount of those won; null where none is.
    #[serde(default)]
    pub average_won: Option<ExactSum>,
    /// The mean time from creation to signature; null where none is won.
    #[serde(default)]
    pub mean_cycle_days: Option<DayCount>,
    /// The velocity, rounded once, half-even, to the currency's minor unit; null where none is won, or all were won on
    /// the day they were created.
    #[serde(default)]
    pub per_day: Option<ExactSum>,
}

/// How often close dates were pushed, and by how much.
///
/// # Examples
/// ```
/// use keyaccount::{Book, FunnelOptions, Playbook, analyse_funnel};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {"type": "created", "close_date": "2026-05-31"}},
///         {"opportunity": "press-line", "at": "2026-03-02", "change": {
///             "type": "close_date_changed", "close_date": "2026-06-30"
///         }},
///         {"opportunity": "press-line", "at": "2026-04-01", "change": {
///             "type": "close_date_changed", "close_date": "2026-06-20"
///         }}
///     ]
/// }"#)?;
/// let verdict = analyse_funnel(&book, &Playbook::six_stage(), "2026-06-30".parse()?, &FunnelOptions::default());
/// let slip = verdict.pipelines[0].close_dates;
/// assert_eq!((slip.pushed, slip.pushes, slip.slip_days), (1, 1, 30), "ten days earlier are not taken off");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CloseDateSlip {
    /// Opportunities whose close date was pushed at least once.
    pub pushed: usize,
    /// Moves of a close date to a later day.
    pub pushes: u64,
    /// Days by which they were moved later, in all; moves to earlier days are not taken off.
    pub slip_days: i64,
}

/// An open opportunity that has stood still longer than its stage's threshold. A parked one is not stalled.
///
/// # Examples
/// ```
/// use keyaccount::StalledOpportunity;
///
/// let stalled: StalledOpportunity = serde_json::from_str(r#"{
///     "opportunity": "press-line", "account": "north-plant", "stage": "commitment",
///     "days_in_stage": 45, "threshold_days": 30
/// }"#)?;
/// assert!(stalled.amount.is_none(), "its worth is unknown");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StalledOpportunity {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// Its account.
    pub account: AccountId,
    /// The stage it stands in; null where it is unknown.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// Days in the stage, finished rests not counted.
    pub days_in_stage: i64,
    /// Days after which it counts as stalled.
    pub threshold_days: u32,
    /// Its worth; null means unknown.
    #[serde(default)]
    pub amount: Option<Money>,
}

/// A decided opportunity: won or lost, after how long.
#[derive(Clone, Copy)]
pub(super) struct Decision {
    pub(super) won: bool,
    cycle_days: u32,
    amount: Option<Money>,
}

impl Decision {
    /// The decision that stands, if it is of a day from `from` on.
    pub(super) fn of(state: &OpportunityState, from: Option<Date>) -> Option<Self> {
        let (won, on, amount) = match state.status {
            OpportunityStatus::Booked | OpportunityStatus::Realised => (true, state.booked_on?, state.booked_amount),
            OpportunityStatus::Lost => (false, state.loss.as_ref()?.on, state.amount),
            OpportunityStatus::Open | OpportunityStatus::Parked => return None,
        };
        let cycle_days = u32::try_from(on.days_since(state.created_on)).unwrap_or(0);
        from.is_none_or(|from| on >= from).then_some(Self { won, cycle_days, amount })
    }
}

/// What one currency's opportunities add up to.
#[derive(Default)]
struct Tally {
    open: usize,
    won: Side,
    lost: Side,
    won_days: u64,
}

#[derive(Default)]
struct Side {
    count: usize,
    sum: ExactSum,
}

impl Side {
    fn add(&mut self, amount: Money) {
        self.count = self.count.saturating_add(1);
        self.sum.add_money(amount);
    }
}

/// Win rate, cycle length and velocity of some histories; decisions before `from` are left out.
pub(super) fn outcomes(states: &[&OpportunityState], from: Option<Date>) -> (WinRate, CycleLength, Vec<Velocity>) {
    let mut tallies: BTreeMap<Currency, Tally> = BTreeMap::new();
    let (mut won_days, mut lost_days) = (Vec::new(), Vec::new());
    let mut without_amount: usize = 0;
    for state in states {
        if let (OpportunityStatus::Open, Some(amount)) = (state.status, state.amount) {
            let tally = tallies.entry(amount.currency()).or_default();
            tally.open = tally.open.saturating_add(1);
        }
        let Some(decision) = Decision::of(state, from) else { continue };
        if decision.won { &mut won_days } else { &mut lost_days }.push(decision.cycle_days);
        let Some(amount) = decision.amount else {
            without_amount = without_amount.saturating_add(1);
            continue;
        };
        let tally = tallies.entry(amount.currency()).or_default();
        if decision.won {
            tally.won.add(amount);
            tally.won_days = tally.won_days.saturating_add(decision.cycle_days.into());
        } else {
            tally.lost.add(amount);
        }
    }
    let by_value = tallies.iter().filter(|(_, tally)| tally.won.count > 0 || tally.lost.count > 0);
    let win_rate = WinRate {
        won: won_days.len(),
        lost: lost_days.len(),
        rate: rate_of(won_days.len(), lost_days.len()),
        by_value: by_value.map(|(currency, tally)| value_rate(*currency, tally)).collect(),
        without_amount,
    };
    let cycle = CycleLength { won: DurationSummary::of(&won_days), lost: DurationSummary::of(&lost_days) };
    (win_rate, cycle, tallies.iter().map(|(currency, tally)| velocity(*currency, tally)).collect())
}

fn rate_of(won: usize, lost: usize) -> Option<Share> {
    let won = i128::try_from(won).ok()?;
    Share::of(won, won.checked_add(i128::try_from(lost).ok()?)?)
}

fn value_rate(currency: Currency, tally: &Tally) -> ValueWinRate {
    let mut whole = tally.won.sum.clone();
    whole.add(&tally.lost.sum);
    ValueWinRate {
        currency,
        won: tally.won.sum.rounded(currency),
        lost: tally.lost.sum.rounded(currency),
        rate: tally.won.sum.share_of(&whole),
    }
}

fn velocity(currency: Currency, tally: &Tally) -> Velocity {
    let whole = |count: usize| u128::try_from(count).unwrap_or(u128::MAX);
    let (won, decided) = (whole(tally.won.count), whole(tally.won.count.saturating_add(tally.lost.count)));
    let days = u128::from(tally.won_days);
    // open × (won ÷ decided) × (sum ÷ won) ÷ (days ÷ won): one fraction, rounded once.
    let above = whole(tally.open).saturating_mul(won);
    let below = decided.saturating_mul(days);
    Velocity {
        currency,
        open_opportunities: tally.open,
        won: tally.won.count,
        lost: tally.lost.count,
        win_rate: rate_of(tally.won.count, tally.lost.count),
        average_won: tally.won.sum.times_fraction(1, won, currency),
        mean_cycle_days: Decimal::from(tally.won_days)
            .checked_div(Decimal::from(tally.won.count))
            .map(DayCount::saturating),
        per_day: tally.won.sum.times_fraction(above, below, currency),
    }
}

/// How often the close dates of some opportunities were pushed.
pub(super) fn close_date_slip(states: &[&OpportunityState]) -> CloseDateSlip {
    let mut slip = CloseDateSlip::default();
    for state in states.iter().filter(|state| state.close_date_pushes > 0) {
        slip.pushed = slip.pushed.saturating_add(1);
        slip.pushes = slip.pushes.saturating_add(state.close_date_pushes.into());
        slip.slip_days = slip.slip_days.saturating_add(state.close_date_slip_days);
    }
    slip
}

/// The stalled ones, those that stand longest over their threshold first.
pub(super) fn stalled<'a>(histories: impl Iterator<Item = &'a HistoryVerdict>) -> Vec<StalledOpportunity> {
    let mut stalled: Vec<StalledOpportunity> = histories
        .filter_map(|history| {
            let stall = history.stall.as_ref().filter(|stall| stall.stalled)?;
            let state = history.state.as_ref()?;
            Some(StalledOpportunity {
                opportunity: history.opportunity.clone(),
                account: history.account.clone(),
                stage: state.stage.clone(),
                days_in_stage: stall.days_in_stage,
                threshold_days: stall.threshold_days,
                amount: state.amount,
            })
        })
        .collect();
    let over = |stalled: &StalledOpportunity| stalled.days_in_stage.saturating_sub(stalled.threshold_days.into());
    stalled.sort_by(|a, b| over(b).cmp(&over(a)).then_with(|| a.opportunity.cmp(&b.opportunity)));
    stalled
}

/// Sums of money by currency, and how many amounts were unknown.
#[derive(Default)]
pub(super) struct CurrencySums {
    sums: BTreeMap<Currency, ExactSum>,
    pub(super) without_amount: usize,
}

impl CurrencySums {
    pub(super) fn add(&mut self, amount: Option<Money>) {
        match amount {
            Some(amount) => self.sums.entry(amount.currency()).or_default().add_money(amount),
            None => self.without_amount = self.without_amount.saturating_add(1),
        }
    }

    pub(super) fn listed(&self) -> Vec<CurrencySum> {
        self.sums.iter().map(|(currency, sum)| CurrencySum::new(sum, *currency)).collect()
    }
}

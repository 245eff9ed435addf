//! The operations that forecast the bookings of periods, and the one that holds such forecasts against what came.

use keyaccount::{
    BacktestOptions, Book, BookingOptions, Date, ForecastBasis, MarketCorrelation, MemberId, Money, Period, PeriodUnit,
    Playbook, Probability, ProblemCode, ScenarioChange, backtest_forecast, forecast_bookings, what_if,
};

use super::forecast::Learning;
use super::{Answer, facts_and_policy, judged};
use crate::fields::{Fields, problem};

/// How many periods a request asks for where it does not say: a year of quarters.
const DEFAULT_PERIODS: u32 = 4;

/// The most periods that a count asks for: twenty years of months.
const MOST_PERIODS: u32 = 240;

pub(super) fn forecast(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let asked = Asked::read(fields);
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let (periods, options) = asked?.of(&book, &playbook, as_of);
    match forecast_bookings(&book, &playbook, as_of, &periods, &options) {
        Ok(verdict) => judged(verdict, &book),
        Err(problem) => fields.fail(problem),
    }
}

pub(super) fn scenario(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let changes = fields.required::<Vec<ScenarioChange>>("changes");
    let asked = Asked::read(fields);
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let (periods, options) = asked?.of(&book, &playbook, as_of);
    match what_if(&book, &playbook, as_of, &periods, &options, &changes?) {
        Ok(verdict) => judged(verdict, &book),
        Err(problem) => fields.fail(problem),
    }
}

pub(super) fn backtest(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let manner = Manner::read(fields);
    let unit = fields.optional::<PeriodUnit>("period_unit");
    let first = fields.optional::<Date>("first");
    let floor = fields.optional::<u32>("floor");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let manner = manner?;
    let defaults = BacktestOptions::default();
    let options = BacktestOptions {
        unit: unit?.unwrap_or(defaults.unit),
        first: first?,
        floor: floor?.unwrap_or(defaults.floor),
        // Segments are those of each eve: who answered for an opportunity later was not known then.
        segments: manner.learning.segments,
        booking: manner.options(),
    };
    judged(backtest_forecast(&book, &playbook, as_of, &options), &book)
}

/// What every request says of how bookings are forecast.
struct Manner {
    market_correlation: Option<MarketCorrelation>,
    coverage_caps: Option<bool>,
    member: Option<MemberId>,
    timing_floor: Option<u32>,
    learning: Learning,
}

impl Manner {
    /// Reads its fields; all are read, whatever is wrong with one.
    fn read(fields: &mut Fields) -> Option<Self> {
        let market_correlation = fields.optional("market_correlation");
        let coverage_caps = fields.optional("coverage_caps");
        let member = fields.optional("member");
        let timing_floor = fields.optional("timing_floor");
        let learning = Learning::read(fields);
        Some(Self {
            market_correlation: market_correlation?,
            coverage_caps: coverage_caps?,
            member: member?,
            timing_floor: timing_floor?,
            learning: learning?,
        })
    }

    /// All but the segments, which need a book.
    fn options(self) -> BookingOptions {
        let defaults = BookingOptions::default();
        BookingOptions {
            market_correlation: self.market_correlation.unwrap_or_default(),
            coverage_caps: self.coverage_caps.unwrap_or(defaults.coverage_caps),
            member: self.member,
            timing_floor: self.timing_floor.unwrap_or(defaults.timing_floor),
            learning: self.learning.without_segments(),
            ..defaults
        }
    }
}

/// What a request says of the bookings of periods to come.
struct Asked {
    manner: Manner,
    periods: Asking,
    basis: Option<ForecastBasis>,
    quota: Option<Money>,
    wanted_probability: Option<Probability>,
    contributions: Option<bool>,
    floor: Option<u32>,
}

/// Which periods a request asks for.
enum Asking {
    These(Vec<Period>),
    From { unit: PeriodUnit, count: u32 },
}

impl Asked {
    /// Reads its fields; all are read, whatever is wrong with one.
    fn read(fields: &mut Fields) -> Option<Self> {
        let manner = Manner::read(fields);
        let periods = Asking::read(fields);
        let basis = fields.optional("basis");
        let quota = fields.optional("quota");
        let wanted_probability = fields.optional("wanted_probability");
        let contributions = fields.optional("contributions");
        let floor = fields.optional("floor");
        Some(Self {
            manner: manner?,
            periods: periods?,
            basis: basis?,
            quota: quota?,
            wanted_probability: wanted_probability?,
            contributions: contributions?,
            floor: floor?,
        })
    }

    fn of(self, book: &Book, playbook: &Playbook, as_of: Date) -> (Vec<Period>, BookingOptions) {
        let segments = self.manner.learning.segments_of(book, playbook, as_of);
        let mut options = self.manner.options();
        options.basis = self.basis.unwrap_or(options.basis);
        options.quota = self.quota;
        options.wanted_probability = self.wanted_probability.unwrap_or(options.wanted_probability);
        options.contributions = self.contributions.unwrap_or(options.contributions);
        options.learning.floor = self.floor.unwrap_or(options.learning.floor);
        options.learning.segments = segments;
        (self.periods.of(playbook, as_of), options)
    }
}

impl Asking {
    fn read(fields: &mut Fields) -> Option<Self> {
        let periods = fields.optional::<Vec<Period>>("periods");
        let unit = fields.optional::<PeriodUnit>("period_unit");
        let count = fields.optional::<u32>("period_count");
        let (periods, unit, count) = (periods?, unit?, count?);
        let Some(periods) = periods else {
            let (unit, count) = (unit.unwrap_or(PeriodUnit::Quarter), count.unwrap_or(DEFAULT_PERIODS));
            if (1..=MOST_PERIODS).contains(&count) {
                return Some(Self::From { unit, count });
            }
            let message = format!("`{count}` is no number of periods");
            let allowed = format!("1 to {MOST_PERIODS}");
            return fields.fail(problem(ProblemCode::NumberOutOfRange, "period_count", message, allowed));
        };
        let beside = [("period_unit", unit.is_some()), ("period_count", count.is_some())];
        let beside: Vec<&str> = beside.into_iter().filter(|(_, given)| *given).map(|(name, _)| name).collect();
        for name in &beside {
            let message = format!("the periods are given one by one, so that `{name}` says nothing");
            let allowed = "either `periods`, or `period_unit` and `period_count`".to_owned();
            fields.fail::<()>(problem(ProblemCode::InconsistentSettings, name, message, allowed));
        }
        beside.is_empty().then_some(Self::These(periods))
    }

    fn of(self, playbook: &Playbook, as_of: Date) -> Vec<Period> {
        match self {
            Self::These(periods) => periods,
            Self::From { unit, count } => {
                let count = usize::try_from(count).unwrap_or(usize::MAX);
                playbook.draft().calendar.periods_from(unit, as_of, count)
            }
        }
    }
}

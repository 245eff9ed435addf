//! The chance of each opportunity to be booked in each period: what the verdict, the question of what if, and the
//! backtest all rest on.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::caps::{AppliedCap, CappedDeals};
use super::knowledge::{LearnedChances, Timed};
use super::left_out::{LeftOutCause, LeftOutCount, LeftOutDeal};
use super::options::{BookingOptions, ForecastBasis};
use super::receipt::BookingReceipt;
use crate::facts::ForecastCategory;
use crate::forecast::price::{self, PricedDeal};
use crate::funnel::{HistoryVerdict, OpportunityState, OpportunityStatus, ProbabilitySource, WinProbability};
use crate::playbook::{CoverageCap, Playbook};
use crate::values::decimal::to_f64;
use crate::values::{
    AccountId, Currency, Date, Estimate, ExactSum, MemberId, Money, OpportunityId, Period, Probability, Share, StageId,
};

/// The chance of an opportunity to be booked in a period.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, CappedDeals, Period, Playbook, ProbabilitySource, booking_chances, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-03-31",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }},
///         {"opportunity": "press-line", "at": "2026-01-20", "change": {"type": "won"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-02-01".parse()?);
/// let histories = [replay_history(&book.accounts()[0].opportunities[0], &playbook, as_of)];
/// let period = Period { first: "2026-01-01".parse()?, last: "2026-03-31".parse()? };
/// let options = BookingOptions::default();
/// let chances = booking_chances(&histories, &playbook, as_of, &[period], &options, &CappedDeals::none());
/// let chance = chances.deals[0].chances[0].as_ref().unwrap();
/// assert_eq!((chance.chance.to_string().as_str(), chance.source), ("1", ProbabilitySource::Booked));
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodChance {
    /// The chance.
    pub chance: Estimate,
    /// Where it comes from.
    pub source: ProbabilitySource,
    /// The cap that lowered it, and what it was before; none where none did.
    pub cap: Option<AppliedCap>,
}

/// An opportunity with its chances to be booked in each period.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, CappedDeals, Period, Playbook, booking_chances, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-03-31",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }},
///         {"opportunity": "press-line", "at": "2026-01-20", "change": {"type": "won"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-02-01".parse()?);
/// let histories = [replay_history(&book.accounts()[0].opportunities[0], &playbook, as_of)];
/// let period = Period { first: "2026-01-01".parse()?, last: "2026-03-31".parse()? };
/// let options = BookingOptions::default();
/// let chances = booking_chances(&histories, &playbook, as_of, &[period], &options, &CappedDeals::none());
/// let deal = &chances.deals[0];
/// assert_eq!((deal.reported.to_string(), deal.close_date), ("90000 USD".to_owned(), Some("2026-01-20".parse()?)));
/// assert!(deal.status != keyaccount::OpportunityStatus::Open && deal.chances[0].is_some());
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealChances {
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The account.
    pub account: AccountId,
    /// Where it stands.
    pub status: OpportunityStatus,
    /// The stage it is in.
    pub stage: Option<StageId>,
    /// Who answers for it.
    pub owner: Option<MemberId>,
    /// What it is worth.
    pub amount: Money,
    /// The part of it that counts: what those asked about get credit for; 1 where nobody was asked about.
    pub credit: Share,
    /// What that part is worth in the reporting currency, rounded half-even to the minor unit.
    pub reported: Money,
    /// The day it is expected to be signed; once signed, the day it was.
    pub close_date: Option<Date>,
    /// Its chance in each period, in their order; none where it is not in that period at all: signed on another day,
    /// expected on another, or never signed then by its timing.
    pub chances: Vec<Option<PeriodChance>>,
}

/// The chances of all opportunities to be booked in some periods.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, CappedDeals, Period, Playbook, booking_chances, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-03-31",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }},
///         {"opportunity": "press-line", "at": "2026-01-20", "change": {"type": "won"}}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-02-01".parse()?);
/// let histories = [replay_history(&book.accounts()[0].opportunities[0], &playbook, as_of)];
/// let period = Period { first: "2026-01-01".parse()?, last: "2026-03-31".parse()? };
/// let options = BookingOptions::default();
/// let chances = booking_chances(&histories, &playbook, as_of, &[period], &options, &CappedDeals::none());
/// assert_eq!((chances.receipt.opportunities, chances.receipt.booked), (1, 1));
/// assert_eq!(chances.within(0).count(), 1);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookingChances {
    /// The day of the verdict.
    pub as_of: Date,
    /// What the chances rest on.
    pub basis: ForecastBasis,
    /// The currency of `reported`.
    pub currency: Currency,
    /// The periods, as given.
    pub periods: Vec<Period>,
    /// The open opportunities that have a place in time, and those that were signed within one of the periods, in the
    /// order given.
    pub deals: Vec<DealChances>,
    /// The opportunities that are left out, and why, in the order given.
    pub left_out: Vec<LeftOutDeal>,
    /// Where every history went.
    pub receipt: BookingReceipt,
}

impl BookingChances {
    /// The opportunities with a place in a period, by its position, and their chances in it.
    pub fn within(&self, period: usize) -> impl Iterator<Item = (&DealChances, &PeriodChance)> {
        self.deals.iter().filter_map(move |deal| Some((deal, deal.chances.get(period)?.as_ref()?)))
    }
}

/// The chances of opportunities to be booked in some periods, from histories replayed up to a day.
///
/// What was signed within a period, up to that day, is in it with certainty. What is open has its chance by the basis of
/// the options. By their stage's probability or learned rate, opportunities are in the period that their close date lies
/// in; where that has passed they can be placed nowhere, and are left out. By timing they are in every period that they
/// may be signed in. A probability set by hand stays; by timing it is the chance ever, spread over time as the timing is.
/// A cap holds for the chance ever too.
///
/// What its forecast category omits is left out. Histories replayed up to a later day are in nothing. The order of the histories orders the answer alone.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, CappedDeals, Period, Playbook, booking_chances, replay_history};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-05-31",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-02-01".parse()?);
/// let histories = [replay_history(&book.accounts()[0].opportunities[0], &playbook, as_of)];
/// let first = Period { first: "2026-01-01".parse()?, last: "2026-03-31".parse()? };
/// let second = Period { first: "2026-04-01".parse()?, last: "2026-06-30".parse()? };
/// let options = BookingOptions::default();
/// let chances = booking_chances(&histories, &playbook, as_of, &[first, second], &options, &CappedDeals::none());
/// assert!(chances.deals[0].chances[0].is_none(), "it is expected in May");
/// assert_eq!(chances.within(1).next().unwrap().1.chance.to_string(), "0.3");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn booking_chances(
    histories: &[HistoryVerdict],
    playbook: &Playbook,
    as_of: Date,
    periods: &[Period],
    options: &BookingOptions,
    caps: &CappedDeals,
) -> BookingChances {
    let learned = LearnedChances::learn(histories, playbook, as_of, periods, options, caps);
    learned.chances(histories, playbook, caps)
}

impl LearnedChances {
    /// The chances that follow from what was learned, as [`booking_chances`] gives them.
    #[must_use]
    pub fn chances(&self, histories: &[HistoryVerdict], playbook: &Playbook, caps: &CappedDeals) -> BookingChances {
        let (mut deals, mut left_out) = (Vec::new(), Vec::new());
        let mut receipt = BookingReceipt::default();
        let mut causes: BTreeMap<LeftOutCause, usize> = BTreeMap::new();
        for history in histories {
            count(&mut receipt.opportunities);
            if history.as_of > self.as_of {
                count(&mut receipt.from_later_days);
                continue;
            }
            let Some(state) = &history.state else {
                count(&mut receipt.not_created_yet);
                continue;
            };
            let Some(credit) = self.credit(state) else {
                count(&mut receipt.of_others);
                continue;
            };
            let placed = match state.status {
                OpportunityStatus::Lost => {
                    count(&mut receipt.lost);
                    continue;
                }
                OpportunityStatus::Booked | OpportunityStatus::Realised => match self.signed(state) {
                    None => {
                        count(&mut receipt.booked_on_other_days);
                        continue;
                    }
                    Some(chances) => self
                        .signed_deal(history, state, credit, chances, playbook)
                        .inspect(|_| count(&mut receipt.booked)),
                },
                OpportunityStatus::Open | OpportunityStatus::Parked => self
                    .open_deal(history, state, credit, caps.of(&history.opportunity), playbook)
                    .inspect(|_| count(&mut receipt.open)),
            };
            match placed {
                Ok(deal) => deals.push(deal),
                Err(found) => {
                    count(&mut receipt.left_out);
                    found.iter().for_each(|cause| count(causes.entry(*cause).or_default()));
                    left_out.push(left_out_deal(history, state, found, playbook));
                }
            }
        }
        receipt.causes = causes.into_iter().map(|(cause, deals)| LeftOutCount { cause, deals }).collect();
        BookingChances {
            as_of: self.as_of,
            basis: self.basis,
            currency: playbook.draft().exchange.reporting_currency,
            periods: self.periods.clone(),
            deals,
            left_out,
            receipt,
        }
    }

    /// Where a signature puts what is signed; `None` where it lies in none of the periods.
    fn signed(&self, state: &OpportunityState) -> Option<Vec<Option<PeriodChance>>> {
        let on = state.booked_on?;
        let certain = PeriodChance { chance: Estimate::rounded(1.0), source: ProbabilitySource::Booked, cap: None };
        let place = |period: &Period| period.holds(on).then(|| certain.clone());
        let places: Vec<_> = self.periods.iter().map(place).collect();
        places.iter().any(Option::is_some).then_some(places)
    }

    fn signed_deal(
        &self,
        history: &HistoryVerdict,
        state: &OpportunityState,
        credit: Share,
        chances: Vec<Option<PeriodChance>>,
        playbook: &Playbook,
    ) -> Result<DealChances, Vec<LeftOutCause>> {
        // Paid or not, a booking counts on the day of the signature.
        let signed = OpportunityState { status: OpportunityStatus::Booked, ..state.clone() };
        let (deal, reported) = self.price(history, signed, credit, playbook)?;
        Ok(deal_chances(deal, state, (credit, reported), state.booked_on, chances))
    }

    fn open_deal(
        &self,
        history: &HistoryVerdict,
        state: &OpportunityState,
        credit: Share,
        cap: Option<&CoverageCap>,
        playbook: &Playbook,
    ) -> Result<DealChances, Vec<LeftOutCause>> {
        let omitted = history.forecast_category(playbook) == Some(ForecastCategory::Omitted);
        let chances = self.open_chances(history, state, cap);
        let priced = self.price(history, state.clone(), credit, playbook);
        match (chances, priced) {
            (Ok(chances), Ok((deal, reported))) if !omitted => {
                Ok(deal_chances(deal, state, (credit, reported), state.close_date, chances))
            }
            (chances, priced) => {
                let mut causes: Vec<LeftOutCause> = chances.err().into_iter().chain(priced.err()).flatten().collect();
                causes.extend(omitted.then_some(LeftOutCause::Omitted));
                causes.sort_unstable();
                causes.dedup();
                Err(causes)
            }
        }
    }

    /// The chances of an open opportunity in each period.
    fn open_chances(
        &self,
        history: &HistoryVerdict,
        state: &OpportunityState,
        cap: Option<&CoverageCap>,
    ) -> Result<Vec<Option<PeriodChance>>, Vec<LeftOutCause>> {
        if let Some((timed, spread)) = self.timed_spread(history, state, cap) {
            let place = |within: &Estimate| (!within.value().is_zero()).then(|| spread.chance(*within, cap));
            return Ok(timed.within.iter().map(place).collect());
        }
        let manual = manual(state);
        let learned = || self.rate(history).or_else(|| state.probability.map(estimate_of));
        let ever = manual.or_else(learned);
        let passed = state.close_date.is_some_and(|day| day < self.as_of);
        let missing = [
            (ever.is_none(), LeftOutCause::UnknownStage),
            (state.close_date.is_none(), LeftOutCause::NoCloseDate),
            (passed, LeftOutCause::Overdue),
        ];
        match (ever, state.close_date.filter(|_| !passed)) {
            (Some((ever, source)), Some(day)) => {
                let spread = Spread { source, wanted: ever.min(limit(cap).unwrap_or(ever)), before: ever, of: ever };
                let place = |period: &Period| period.holds(day).then(|| spread.chance(ever, cap));
                Ok(self.periods.iter().map(place).collect())
            }
            _ => Err(missing.into_iter().filter(|(missing, _)| *missing).map(|(_, cause)| cause).collect()),
        }
    }

    /// The chances by timing and what is made of them; `None` where the close date has to tell.
    fn timed_spread(
        &self,
        history: &HistoryVerdict,
        state: &OpportunityState,
        cap: Option<&CoverageCap>,
    ) -> Option<(Timed, Spread)> {
        let timed = self.timed(history)?;
        let spread = Spread::of(manual(state), timed.ever, cap)?;
        Some((timed, spread))
    }

    /// Whether its chances rest on its timing, whatever its close date.
    pub(in crate::forecast) fn has_timing(&self, history: &HistoryVerdict) -> bool {
        let open = history.state.as_ref().filter(|state| state.status.is_open());
        open.is_some_and(|state| self.timed_spread(history, state, None).is_some())
    }

    /// The price, and what it is in the reporting currency. A day and a probability are stood in for where there are
    /// none: what lacks them has been found out already.
    fn price(
        &self,
        history: &HistoryVerdict,
        state: OpportunityState,
        credit: Share,
        playbook: &Playbook,
    ) -> Result<(PricedDeal, Money), Vec<LeftOutCause>> {
        let stand_in = WinProbability { value: Probability::CERTAIN, source: ProbabilitySource::Booked };
        let state = OpportunityState {
            close_date: state.close_date.or(Some(self.as_of)),
            probability: state.probability.or(Some(stand_in)),
            ..state
        };
        let deal = price::price(history, &state, playbook, self.as_of)
            .map_err(|deal| deal.causes.into_iter().map(LeftOutCause::from).collect::<Vec<_>>())?;
        let currency = playbook.draft().exchange.reporting_currency;
        let reported = reported(&deal, credit, currency).ok_or_else(|| vec![LeftOutCause::AmountOutOfRange])?;
        Ok((deal, reported))
    }
}

/// How the chance within a period follows from that of the timing or the close date: in the ratio of the chances ever.
struct Spread {
    source: ProbabilitySource,
    /// The chance ever, after the cap.
    wanted: Estimate,
    /// The chance ever before it.
    before: Estimate,
    /// The chance ever that the given ones add up to.
    of: Estimate,
}

impl Spread {
    /// By timing; `None` where a probability set by hand has no time to be spread over.
    fn of(
        manual: Option<(Estimate, ProbabilitySource)>,
        ever: Option<Estimate>,
        cap: Option<&CoverageCap>,
    ) -> Option<Self> {
        let one = Estimate::rounded(1.0);
        let of = ever.unwrap_or(one);
        let (before, source) = manual.unwrap_or((of, ProbabilitySource::Timing));
        if manual.is_some() && of.value().is_zero() {
            return None;
        }
        Some(Self { source, wanted: limit(cap).unwrap_or(before).min(before), before, of })
    }

    fn chance(&self, within: Estimate, cap: Option<&CoverageCap>) -> PeriodChance {
        let before = scaled(within, self.before, self.of);
        let capped = cap.filter(|_| self.wanted < self.before);
        let chance = if capped.is_some() { scaled(within, self.wanted, self.of).min(before) } else { before };
        PeriodChance { chance, source: self.source, cap: capped.map(|cap| AppliedCap::new(cap, before)) }
    }
}

/// `within × to / from`, and not more than `to`; as it is where the two are equal.
fn scaled(within: Estimate, to: Estimate, from: Estimate) -> Estimate {
    if to == from {
        return within;
    }
    let [within, to_number, from] = [within, to, from].map(|estimate| to_f64(estimate.value()));
    if from > 0.0 { Estimate::rounded(within * to_number / from).min(to) } else { Estimate::rounded(0.0) }
}

fn limit(cap: Option<&CoverageCap>) -> Option<Estimate> {
    cap.map(|cap| Estimate::rounded(to_f64(cap.at_most.value())))
}

/// The probability set by hand.
fn manual(state: &OpportunityState) -> Option<(Estimate, ProbabilitySource)> {
    state.probability.filter(|known| known.source == ProbabilitySource::Manual).map(estimate_of)
}

fn estimate_of(known: WinProbability) -> (Estimate, ProbabilitySource) {
    (Estimate::rounded(to_f64(known.value.value())), known.source)
}

/// What the part of a priced opportunity that counts is worth in the reporting currency; none where that is out of range.
fn reported(deal: &PricedDeal, credit: Share, currency: Currency) -> Option<Money> {
    let amount = deal.amount.amount();
    let rounded = match &deal.rate {
        None if credit == Share::WHOLE => {
            return Money::try_new(amount.round_dp(currency.minor_unit_digits()), currency).ok();
        }
        rate => {
            let rate = rate.as_ref().map_or(Decimal::ONE, |rate| rate.rate.value());
            ExactSum::product(&[amount, rate, credit.value()]).rounded(currency)
        }
    };
    Money::parse(&rounded.to_string(), currency).ok()
}

fn deal_chances(
    deal: PricedDeal,
    state: &OpportunityState,
    (credit, reported): (Share, Money),
    close_date: Option<Date>,
    chances: Vec<Option<PeriodChance>>,
) -> DealChances {
    DealChances {
        opportunity: deal.opportunity,
        account: deal.account,
        status: state.status,
        stage: deal.stage,
        owner: deal.owner,
        amount: deal.amount,
        credit,
        reported,
        close_date,
        chances,
    }
}

fn left_out_deal(
    history: &HistoryVerdict,
    state: &OpportunityState,
    causes: Vec<LeftOutCause>,
    playbook: &Playbook,
) -> LeftOutDeal {
    let currency = playbook.draft().exchange.reporting_currency;
    let part = |cause: &LeftOutCause| match cause {
        LeftOutCause::UnknownStage => "its stage is unknown".to_owned(),
        LeftOutCause::NoAmount => "its amount is unknown".to_owned(),
        LeftOutCause::NoCloseDate => "its close date is unknown".to_owned(),
        LeftOutCause::Overdue => match state.close_date {
            Some(day) => format!("its close date {day} has passed"),
            None => "its close date has passed".to_owned(),
        },
        LeftOutCause::NoRate => {
            let from = state.counted_amount().map_or("its currency", |amount| amount.currency().code());
            format!("no rate from {from} to {currency} was known")
        }
        LeftOutCause::Omitted => "its forecast category is omitted".to_owned(),
        LeftOutCause::AmountOutOfRange => format!("its amount in {currency} is out of range"),
    };
    LeftOutDeal {
        opportunity: history.opportunity.clone(),
        account: history.account.clone(),
        status: state.status,
        message: causes.iter().map(part).collect::<Vec<_>>().join("; "),
        causes,
        amount: state.counted_amount(),
    }
}

fn count(counter: &mut usize) {
    *counter = counter.saturating_add(1);
}

//! One past period: the forecasts of its eve, and what came of them.

use std::collections::{BTreeMap, BTreeSet};

use super::tally::MethodTally;
use super::verdict::{BacktestLeftOut, BacktestPoint, BacktestReceipt, DealsBeside, MethodForecast};
use crate::facts::Book;
use crate::forecast::bookings::{
    BookingChances, BookingOptions, CappedDeals, ForecastBasis, LearnedChances, LeftOutCause, LeftOutDeal,
    PeriodChance, distribution::distribution,
};
use crate::forecast::learned::Segmentation;
use crate::forecast::price::credits;
use crate::forecast::team::credit_of;
use crate::funnel::HistoryVerdict;
use crate::playbook::Playbook;
use crate::values::{AccountId, Currency, CurrencySum, Date, Estimate, ExactSum, Money, OpportunityId, Period, Share};

/// What holds for all periods.
pub(super) struct Ground<'a> {
    pub(super) book: &'a Book,
    pub(super) playbook: &'a Playbook,
    pub(super) options: &'a BookingOptions,
    pub(super) segments: Option<Segmentation>,
}

/// The deals left out of any period.
pub(super) type LeftOut = BTreeMap<OpportunityId, (AccountId, u64, BTreeSet<LeftOutCause>)>;

/// What a deal brought in the period: an amount, or what its price lacks.
type Outcome<'a> = Result<Money, &'a LeftOutDeal>;

/// How the histories stood on a day.
pub(super) struct Standing {
    pub(super) on: Date,
    pub(super) histories: Vec<HistoryVerdict>,
}

impl Ground<'_> {
    fn currency(&self) -> Currency {
        self.playbook.draft().exchange.reporting_currency
    }

    /// How bookings were to be forecast on an eve.
    fn options_on(&self, eve: &Standing) -> BookingOptions {
        let mut options = self.options.clone();
        if let Some(by) = self.segments {
            options.learning.segments = by.of(self.book, &eve.histories);
        }
        options
    }

    /// The chances by a basis of what was open on the eve of a period.
    fn chances(
        &self,
        eve: &Standing,
        period: Period,
        basis: ForecastBasis,
        options: &BookingOptions,
        caps: &CappedDeals,
    ) -> BookingChances {
        let options = BookingOptions { basis, ..options.clone() };
        self.chances_on(eve, period, &options, caps)
    }

    /// What was signed in a period, as known at its end: whoever's it is, or within the scope asked for.
    fn signed(&self, end: &Standing, period: Period, of_all: bool) -> BookingChances {
        let member = self.options.member.clone().filter(|_| !of_all);
        let options = BookingOptions { basis: ForecastBasis::StageDefault, member, ..self.options.clone() };
        self.chances_on(end, period, &options, &CappedDeals::none())
    }

    /// The chances as known on a day, of a member with the team of that day.
    fn chances_on(
        &self,
        known: &Standing,
        period: Period,
        options: &BookingOptions,
        caps: &CappedDeals,
    ) -> BookingChances {
        let learned = LearnedChances::learn(&known.histories, self.playbook, known.on, &[period], options, caps);
        let learned = match &options.member {
            Some(member) => learned.of_team(self.book.team_on(member, known.on)),
            None => learned,
        };
        learned.chances(&known.histories, self.playbook, caps)
    }

    /// Whose part of each opportunity was asked about, as it was credited on a day; nothing where all of it counts.
    fn credit_then<'h>(&self, known: &'h Standing) -> BTreeMap<&'h OpportunityId, Share> {
        let Some(member) = &self.options.member else { return BTreeMap::new() };
        let team = self.book.team_on(member, known.on);
        let credit = |history: &'h HistoryVerdict| {
            let state = history.state.as_ref()?;
            Some((&history.opportunity, credit_of(&credits(state), |member| team.contains(member))?))
        };
        known.histories.iter().filter_map(credit).collect()
    }

    /// What came of an opportunity, at the part that the forecast was of.
    fn part_of(&self, worth: Money, credit: Option<&Share>) -> Money {
        let Some(credit) = credit.filter(|credit| **credit != Share::WHOLE) else { return worth };
        let part = ExactSum::product(&[worth.amount(), credit.value()]).rounded(self.currency());
        Money::parse(&part.to_string(), self.currency()).unwrap_or(worth)
    }

    /// Forecasts a period by each method from how things stood on its eve, and holds that against its end.
    pub(super) fn point(
        &self,
        period: Period,
        eve: &Standing,
        end: &Standing,
        tallies: &mut [MethodTally],
        left_out: &mut LeftOut,
    ) -> BacktestPoint {
        let caps = match self.options.coverage_caps {
            true => CappedDeals::find(self.book, &eve.histories, self.playbook, eve.on),
            false => CappedDeals::none(),
        };
        let options = self.options_on(eve);
        let chances: Vec<BookingChances> =
            tallies.iter().map(|tally| self.chances(eve, period, tally.basis(), &options, &caps)).collect();
        let signed = self.signed(end, period, true);
        let outcomes = outcomes(&signed);

        let mut receipt = BacktestReceipt::default();
        let mut held_to: BTreeMap<&OpportunityId, Option<Money>> = BTreeMap::new();
        let open = open_then(&chances);
        let credit_then = self.credit_then(eve);
        for (id, (account, unpriced)) in &open {
            receipt.open = receipt.open.saturating_add(1);
            let causes = match outcomes.get(id) {
                _ if !unpriced.is_empty() => {
                    receipt.left_out_then = receipt.left_out_then.saturating_add(1);
                    unpriced.clone()
                }
                Some(Err(deal)) => {
                    receipt.unpriced_outcome = receipt.unpriced_outcome.saturating_add(1);
                    deal.causes.iter().copied().collect()
                }
                came => {
                    receipt.forecast = receipt.forecast.saturating_add(1);
                    let came = came.and_then(|came| came.as_ref().ok());
                    held_to.insert(id, came.map(|worth| self.part_of(*worth, credit_then.get(id))));
                    continue;
                }
            };
            let entry = left_out.entry((*id).clone()).or_insert_with(|| ((*account).clone(), 0, BTreeSet::new()));
            entry.1 = entry.1.saturating_add(1);
            entry.2.extend(causes);
        }

        let actual = self.sum(held_to.values().flatten());
        let methods = tallies.iter_mut().zip(&chances).filter_map(|(tally, chances)| {
            let forecast = self.forecast(chances, &held_to, &actual)?;
            if receipt.forecast > 0 {
                let given = within(chances);
                held_to
                    .iter()
                    .for_each(|(id, came)| tally.add_deal(given.get(id).map(|(_, chance)| *chance), came.is_some()));
                tally.add_forecast(&forecast, &actual);
            }
            Some(forecast)
        });
        let methods = methods.collect();
        let of_scope = self.options.member.is_some().then(|| self.signed(end, period, false));
        let (new_deals, other_deals) = self.beside(eve, &open, of_scope.as_ref().unwrap_or(&signed));
        BacktestPoint {
            made_on: eve.on,
            period,
            actual_deals: held_to.values().flatten().count(),
            actual,
            new_deals,
            other_deals,
            receipt,
            methods,
        }
    }

    fn forecast(
        &self,
        chances: &BookingChances,
        held_to: &BTreeMap<&OpportunityId, Option<Money>>,
        actual: &CurrencySum,
    ) -> Option<MethodForecast> {
        let given = within(chances);
        let deals: Vec<(Money, Estimate)> = held_to
            .keys()
            .filter_map(|id| given.get(id).map(|(reported, chance)| (*reported, chance.chance)))
            .collect();
        let distribution = distribution(self.currency(), &deals, self.options.market_correlation).ok()?;
        let unplaced = chances.left_out.iter().filter(|deal| held_to.contains_key(&deal.opportunity)).count();
        Some(MethodForecast {
            basis: chances.basis,
            deals: deals.len(),
            unplaced,
            mean: distribution.mean(),
            quantiles: distribution.quantiles(),
            crps: distribution.crps(actual).ok()?,
        })
    }

    /// What was signed in the period and could not be forecast: what did not exist then, and the rest.
    fn beside(
        &self,
        eve: &Standing,
        open: &BTreeMap<&OpportunityId, (&AccountId, BTreeSet<LeftOutCause>)>,
        signed: &BookingChances,
    ) -> (DealsBeside, DealsBeside) {
        let known: BTreeSet<&OpportunityId> = eve
            .histories
            .iter()
            .filter(|history| history.state.is_some())
            .map(|history| &history.opportunity)
            .collect();
        let outcomes = outcomes(signed);
        let sum = |is_known: bool| {
            let of_these = outcomes.iter().filter(|(id, _)| !open.contains_key(*id) && known.contains(*id) == is_known);
            let outcomes: Vec<&Outcome<'_>> = of_these.map(|(_, outcome)| outcome).collect();
            DealsBeside {
                deals: outcomes.len(),
                unpriced: outcomes.iter().filter(|outcome| outcome.is_err()).count(),
                total: self.sum(outcomes.iter().filter_map(|outcome| outcome.as_ref().ok())),
            }
        };
        (sum(false), sum(true))
    }

    fn sum<'a>(&self, amounts: impl IntoIterator<Item = &'a Money>) -> CurrencySum {
        let mut sum = ExactSum::zero();
        amounts.into_iter().for_each(|amount| sum.add_money(*amount));
        CurrencySum::new(&sum, self.currency())
    }
}

/// The open deals with their accounts, and what the price of each lacks: alike by every method.
fn open_then(chances: &[BookingChances]) -> BTreeMap<&OpportunityId, (&AccountId, BTreeSet<LeftOutCause>)> {
    let mut open: BTreeMap<&OpportunityId, (&AccountId, BTreeSet<LeftOutCause>)> = BTreeMap::new();
    for chances in chances {
        for deal in chances.deals.iter().filter(|deal| deal.status.is_open()) {
            open.entry(&deal.opportunity).or_insert_with(|| (&deal.account, BTreeSet::new()));
        }
        for deal in chances.left_out.iter().filter(|deal| deal.status.is_open()) {
            let (_, unpriced) = open.entry(&deal.opportunity).or_insert_with(|| (&deal.account, BTreeSet::new()));
            unpriced.extend(deal.causes.iter().copied().filter(|cause| !is_of_time(*cause)));
        }
    }
    open
}

/// Whether a method did not know when: that is its own fault, and no missing price.
fn is_of_time(cause: LeftOutCause) -> bool {
    matches!(cause, LeftOutCause::NoCloseDate | LeftOutCause::Overdue)
}

/// The deals that have a chance in the period.
fn within(chances: &BookingChances) -> BTreeMap<&OpportunityId, (Money, &PeriodChance)> {
    let open = chances.within(0).filter(|(deal, _)| deal.status.is_open());
    open.map(|(deal, chance)| (&deal.opportunity, (deal.reported, chance))).collect()
}

fn outcomes(signed: &BookingChances) -> BTreeMap<&OpportunityId, Outcome<'_>> {
    let priced = signed.within(0).filter(|(deal, _)| !deal.status.is_open());
    let priced = priced.map(|(deal, _)| (&deal.opportunity, Ok(deal.reported)));
    let unpriced = signed.left_out.iter().filter(|deal| !deal.status.is_open());
    priced.chain(unpriced.map(|deal| (&deal.opportunity, Err(deal)))).collect()
}

/// As the verdict lists them.
pub(super) fn listed(left_out: LeftOut) -> Vec<BacktestLeftOut> {
    let row =
        |(opportunity, (account, forecasts, causes)): (OpportunityId, (AccountId, u64, BTreeSet<LeftOutCause>))| {
            BacktestLeftOut { opportunity, account, forecasts, causes: causes.into_iter().collect() }
        };
    left_out.into_iter().map(row).collect()
}

//! Puts the chances of deals together to the bookings of periods.

use super::caps::CappedDeals;
use super::chances::{BookingChances, DealChances, PeriodChance};
use super::distribution::distribution;
use super::knowledge::LearnedChances;
use super::options::{BookingOptions, ForecastBasis};
use super::standing::Parts;
use super::verdict::{BookedTotal, BookingDeal, BookingForecastVerdict, PeriodBookings};
use crate::facts::{Book, Quota};
use crate::forecast::distribution::BookingDistribution;
use crate::funnel::{HistoryVerdict, ProbabilitySource, replay_history};
use crate::playbook::Playbook;
use crate::problem::{Problem, ProblemCode};
use crate::values::{Amounts, Currency, CurrencySum, Date, Estimate, ExactSum, Language, Money, Period};
use crate::verdict::{Comparison, Reason, Unit};

/// Forecasts what will be booked in some periods.
///
/// A period's bookings are what was signed within it up to the day, and what is open with its chance to be signed within
/// it (see [`booking_chances`](crate::booking_chances)). Every opportunity is in the sums with its amount in the
/// reporting currency, rounded to the minor unit as it is listed; the mean is what is booked and `open.weighted` together,
/// rounded once. Where a member is asked about, that is the part of it that they and everybody below them get credit for:
/// an opportunity that two of them share is in the sums once, and one whose owner has given all credit away is others'.
/// Where no quota is asked about, the book's first quota of the same days and the same member counts, if it is in the
/// reporting currency.
///
/// # Errors
/// A [`Problem`] where a period's first day lies after its last, or the quota is not in the reporting currency.
///
/// # Examples
/// ```
/// use keyaccount::{Book, BookingOptions, Money, PeriodUnit, Playbook, forecast_bookings};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}, {"id": "crane", "account": "north-plant"}],
///     "opportunity_events": [
///         {"opportunity": "press-line", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-02-15",
///             "amount": {"amount": "90000", "currency": "USD"}
///         }},
///         {"opportunity": "press-line", "at": "2026-01-20", "change": {"type": "won"}},
///         {"opportunity": "crane", "at": "2026-01-05", "change": {
///             "type": "created", "stage": "comparison", "close_date": "2026-03-31",
///             "amount": {"amount": "40000", "currency": "USD"}
///         }}
///     ]
/// }"#)?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-02-01".parse()?);
/// let quarters = playbook.draft().calendar.periods_from(PeriodUnit::Quarter, as_of, 2);
/// let forecast = forecast_bookings(&book, &playbook, as_of, &quarters, &BookingOptions::default())?;
/// let quarter = &forecast.periods[0];
/// assert_eq!(quarter.booked.total.to_string(), "90000.00 USD");
/// assert_eq!(quarter.open.weighted.to_string(), "12000.00", "30 % of it");
/// assert_eq!(quarter.bookings.mean.to_string(), "102000.00 USD");
/// assert_eq!(forecast.periods[1].bookings.mean.to_string(), "0.00 USD");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn forecast_bookings(
    book: &Book,
    playbook: &Playbook,
    as_of: Date,
    periods: &[Period],
    options: &BookingOptions,
) -> Result<BookingForecastVerdict, Problem> {
    let known = Known::of(book, playbook, as_of, periods, options)?;
    known.verdict(&known.histories)
}

/// What was known on a day, and what was learned from it.
pub(in crate::forecast) struct Known<'a> {
    pub(in crate::forecast) histories: Vec<HistoryVerdict>,
    pub(in crate::forecast) learned: LearnedChances,
    caps: CappedDeals,
    book: &'a Book,
    playbook: &'a Playbook,
    options: &'a BookingOptions,
}

impl<'a> Known<'a> {
    pub(in crate::forecast) fn of(
        book: &'a Book,
        playbook: &'a Playbook,
        as_of: Date,
        periods: &[Period],
        options: &'a BookingOptions,
    ) -> Result<Self, Problem> {
        for (index, period) in periods.iter().enumerate() {
            period.check(&format!("periods[{index}].first"))?;
        }
        let currency = playbook.draft().exchange.reporting_currency;
        if let Some(quota) = options.quota.filter(|quota| quota.currency() != currency) {
            let message = format!("`{quota}` is not in {currency}, the reporting currency");
            let problem =
                Problem::new(ProblemCode::MixedCurrencies, quota, message, format!("an amount in {currency}"));
            return Err(problem.at("quota"));
        }
        let opportunities = book.accounts().iter().flat_map(|account| &account.opportunities);
        let histories: Vec<_> = opportunities.map(|deal| replay_history(deal, playbook, as_of)).collect();
        let caps = if options.coverage_caps {
            CappedDeals::find(book, &histories, playbook, as_of)
        } else {
            CappedDeals::none()
        };
        let mut learned = LearnedChances::learn(&histories, playbook, as_of, periods, options, &caps);
        if let Some(member) = &options.member {
            learned = learned.of_team(book.team_on(member, as_of));
        }
        Ok(Self { histories, learned, caps, book, playbook, options })
    }

    /// The verdict on histories by what was learned, from these or from others.
    pub(in crate::forecast) fn verdict(&self, histories: &[HistoryVerdict]) -> Result<BookingForecastVerdict, Problem> {
        let chances = self.learned.chances(histories, self.playbook, &self.caps);
        let periods = chances.periods.iter().enumerate().map(|(index, period)| self.period(&chances, index, *period));
        let periods = periods.collect::<Result<Vec<_>, Problem>>()?;
        let reasons = self.reasons(&chances);
        Ok(BookingForecastVerdict {
            as_of: chances.as_of,
            playbook: self.playbook.fingerprint().to_owned(),
            basis: chances.basis,
            reporting_currency: chances.currency,
            market_correlation: self.options.market_correlation,
            coverage_caps: self.options.coverage_caps,
            member: self.options.member.clone(),
            periods,
            left_out: chances.left_out,
            receipt: chances.receipt,
            reasons,
        })
    }

    fn period(&self, chances: &BookingChances, index: usize, period: Period) -> Result<PeriodBookings, Problem> {
        let currency = chances.currency;
        let given: Vec<(Money, Estimate)> =
            chances.within(index).map(|(deal, found)| (deal.reported, found.chance)).collect();
        let bookings = distribution(currency, &given, self.options.market_correlation)?;
        let parts = self.parts(chances, index, &given, &bookings);
        let quota = self.quota(period, currency).map(CurrencySum::from);
        let mut contributions = match &quota {
            Some(quota) if self.options.contributions => bookings.contributions(quota)?,
            _ => Vec::new(),
        }
        .into_iter();
        let deals = chances
            .within(index)
            .map(|(deal, found)| BookingDeal { contribution: contributions.next(), ..booking_deal(deal, found) });
        let deals: Vec<BookingDeal> = deals.collect();
        let placed = chances.receipt.open.saturating_add(chances.receipt.booked);
        let summary = bookings.summary(quota.as_ref())?;
        let odds = summary.quota.as_ref();
        let standing = odds.map(|odds| parts.standing(odds, self.options.wanted_probability)).transpose()?;
        Ok(PeriodBookings {
            period,
            booked: BookedTotal {
                deals: deals.len().saturating_sub(parts.open_deals),
                total: CurrencySum::new(&parts.booked, currency),
            },
            open: Amounts {
                deals: parts.open_deals,
                total: parts.open.rounded(currency),
                weighted: parts.weighted.rounded(currency),
            },
            bookings: summary,
            quota: standing,
            outside: placed.saturating_sub(deals.len()),
            deals,
        })
    }

    fn parts<'p>(
        &self,
        chances: &BookingChances,
        index: usize,
        deals: &'p [(Money, Estimate)],
        bookings: &'p BookingDistribution,
    ) -> Parts<'p> {
        let zero = ExactSum::zero;
        let (currency, correlation) = (chances.currency, self.options.market_correlation);
        let mut parts = Parts {
            currency,
            correlation,
            deals,
            bookings,
            booked: zero(),
            open_deals: 0,
            open: zero(),
            weighted: zero(),
        };
        for (deal, found) in chances.within(index) {
            if deal.status.is_open() {
                parts.open_deals = parts.open_deals.saturating_add(1);
                parts.open.add_money(deal.reported);
                parts.weighted.add(&ExactSum::product(&[deal.reported.amount(), found.chance.value()]));
            } else {
                parts.booked.add_money(deal.reported);
            }
        }
        parts
    }

    /// The quota of a period: as asked, or as the book has it for the same days and the same member.
    fn quota(&self, period: Period, currency: Currency) -> Option<Money> {
        let of_book = || self.quotas_of(period).find(|quota| quota.amount.currency() == currency);
        self.options.quota.or_else(|| of_book().map(|quota| quota.amount))
    }

    /// The book's quotas for the same days and the same member.
    fn quotas_of(&self, period: Period) -> impl Iterator<Item = &Quota> {
        let is_meant = move |quota: &&Quota| (quota.first, quota.last) == (period.first, period.last);
        self.book.quotas().iter().filter(is_meant).filter(|quota| quota.member == self.options.member)
    }

    /// The book's quotas for periods asked about that no odds are given for, and a member without any credit.
    fn unanswered(&self, chances: &BookingChances) -> impl Iterator<Item = Reason> {
        let used = |period: &Period| {
            let quotas = self.quotas_of(*period).count();
            let is_used = self.options.quota.is_none() && self.quota(*period, chances.currency).is_some();
            quotas.saturating_sub(usize::from(is_used))
        };
        let unused = chances.periods.iter().map(used).fold(0_usize, usize::saturating_add);
        let quotas = (unused > 0).then(|| {
            let message = format!(
                "quotas of the book for these periods that are not used: {unused}; one a period counts, the first in {}, \
                 and none where another is asked about",
                chances.currency
            );
            Reason::new("quotas_not_used", message).comparing(Comparison::new("unused", unused, Unit::Count))
        });
        let of_others = chances.receipt.of_others;
        let is_alone = self.options.member.is_some() && of_others > 0 && of_others == chances.receipt.opportunities;
        let nobody = is_alone.then(|| {
            let message = "no opportunity is credited to this member or anybody below";
            let compared = Comparison::new("of_others", of_others, Unit::Count).against(chances.receipt.opportunities);
            Reason::new("member_without_credit", message).comparing(compared)
        });
        quotas.into_iter().chain(nobody)
    }

    fn reasons(&self, chances: &BookingChances) -> Vec<Reason> {
        let within = chances.deals.iter().filter_map(|deal| Some((deal, deal.chances.iter().flatten().next()?)));
        let within: Vec<(&DealChances, &PeriodChance)> = within.collect();
        let open = within.iter().filter(|(deal, _)| deal.status.is_open()).count();
        let by = |source: ProbabilitySource| within.iter().filter(|(_, found)| found.source == source).count();
        let (manual, default) = (by(ProbabilitySource::Manual), by(ProbabilitySource::StageDefault));
        let (learned, timed) = (by(ProbabilitySource::Learned), by(ProbabilitySource::Timing));
        let basis = chances.basis.label(Language::En);
        let message = format!("the chances of {open} open opportunities rest on the {basis}, or are set by hand");
        let mut reasons = vec![
            Reason::new("chances_by_basis", message)
                .comparing(Comparison::new("booked", by(ProbabilitySource::Booked), Unit::Count))
                .comparing(Comparison::new("open", open, Unit::Count))
                .comparing(Comparison::new("manual", manual, Unit::Count))
                .comparing(Comparison::new("stage_default", default, Unit::Count))
                .comparing(Comparison::new("learned", learned, Unit::Count))
                .comparing(Comparison::new("timing", timed, Unit::Count)),
        ];
        let by_close_date = learned.saturating_add(default);
        if chances.basis == ForecastBasis::Timing && by_close_date > 0 {
            let message = format!(
                "for {by_close_date} of {open} too few opportunities stayed in their stage for as long: their close \
                 date tells when"
            );
            let compared = Comparison::new("by_close_date", by_close_date, Unit::Count).against(open);
            reasons.push(Reason::new("close_date_instead_of_timing", message).comparing(compared));
        }
        if chances.basis != ForecastBasis::StageDefault && default > 0 {
            let message = format!("for {default} of {open} nothing was decided from their stage: the playbook holds");
            let compared = Comparison::new("stage_default", default, Unit::Count).against(open);
            reasons.push(Reason::new("playbook_instead_of_history", message).comparing(compared));
        }
        let (few, stages) = self.learned.insufficient_stages();
        if few > 0 {
            let floor = self.options.learning.floor;
            let message =
                format!("in {few} of {stages} open stages fewer than {floor} decided opportunities are known");
            let compared = Comparison::new("insufficient_stages", few, Unit::Count).against(stages);
            reasons.push(Reason::new("insufficient_history", message).comparing(compared));
        }
        reasons.extend(self.unanswered(chances));
        let capped = within.iter().filter(|(_, found)| found.cap.is_some()).count();
        if capped > 0 {
            let message = format!("gaps in coverage cap the chances of {capped} of {open} open opportunities");
            let compared = Comparison::new("capped", capped, Unit::Count).against(open);
            reasons.push(Reason::new("capped_by_coverage", message).comparing(compared));
        }
        if chances.receipt.left_out > 0 {
            let left_out = chances.receipt.left_out;
            let message = format!("{left_out} opportunities can be placed in no period or have no price");
            let compared = Comparison::new("left_out", left_out, Unit::Count);
            reasons.push(Reason::new("left_out", message).comparing(compared));
        }
        reasons
    }
}

fn booking_deal(deal: &DealChances, found: &PeriodChance) -> BookingDeal {
    BookingDeal {
        opportunity: deal.opportunity.clone(),
        account: deal.account.clone(),
        status: deal.status,
        stage: deal.stage.clone(),
        owner: deal.owner.clone(),
        amount: deal.amount,
        credit: deal.credit,
        reported: deal.reported,
        close_date: deal.close_date,
        chance: found.chance,
        source: found.source,
        cap: found.cap.clone(),
        contribution: None,
    }
}

//! The operations of the forecast: what was learned from history, and what deals may bring.

use std::collections::BTreeMap;

use keyaccount::{
    Book, BookingDistribution, BookingSummary, Currency, CurrencySum, Date, DealContribution, Factor, HistoryVerdict,
    Label, LearningOptions, MarketCorrelation, MarketOptions, Money, OpportunityId, Playbook, Problem, ProblemCode,
    Segmentation, TimingOptions, learn_market_correlation, learn_win_rates, replay_history, weighted_forecast,
    win_timing,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Answer, facts_and_policy, judged};
use crate::DealOdds;
use crate::envelope::answer;
use crate::fields::Fields;

/// Most deals of a foreign currency that are listed one by one.
const MOST_LISTED: usize = 200;

/// What a set of deals may bring, and what each adds to it.
///
/// # Examples
/// ```
/// let answer = keyaccount_wire::call("book_distribution", r#"{
///     "deals": [{"amount": {"amount": "1000", "currency": "EUR"}, "probability": "0.3"}],
///     "quota": {"amount": "1000", "currency": "EUR"}
/// }"#);
/// assert!(answer.contains(r#""mean":{"amount":"300.00","currency":"EUR"}"#));
/// assert!(answer.contains(r#""probability":"0.3","expected_shortfall":{"amount":"700.00","currency":"EUR"}"#));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DealDistribution {
    /// Mean, spread, quantiles, the odds of the quota; how it was computed and how far it can be off.
    pub summary: BookingSummary,
    /// What each deal adds, in the order of the request; null where that was not asked for.
    #[serde(default)]
    pub contributions: Option<Vec<DealContribution>>,
}

pub(super) fn forecast(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    judged(weighted_forecast(&book, &playbook, as_of), &book)
}

pub(super) fn rates(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let learning = Learning::read(fields);
    let floor = fields.optional::<u32>("floor");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let histories = histories(&book, &playbook, as_of);
    let mut options = learning?.options(&book, &histories);
    options.floor = floor?.unwrap_or(options.floor);
    judged(learn_win_rates(&histories, &playbook, as_of, &options), &book)
}

pub(super) fn timing(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let by = fields.required::<Vec<Date>>("by");
    let learning = Learning::read(fields);
    let floor = fields.optional::<u32>("floor");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let histories = histories(&book, &playbook, as_of);
    let learning = learning?.options(&book, &histories);
    let floor = floor?.unwrap_or(TimingOptions::default().floor);
    judged(win_timing(&histories, &playbook, as_of, &by?, &TimingOptions { floor, learning }), &book)
}

pub(super) fn market(fields: &mut Fields) -> Answer {
    let (playbook, book, as_of) = facts_and_policy(fields);
    let quarters_floor = fields.optional::<u32>("quarters_floor");
    let deals_floor = fields.optional::<u32>("deals_floor");
    fields.end()?;
    let (playbook, book, as_of) = (playbook?, book?, as_of?);
    let defaults = MarketOptions::default();
    let options = MarketOptions {
        quarters_floor: quarters_floor?.unwrap_or(defaults.quarters_floor),
        deals_floor: deals_floor?.unwrap_or(defaults.deals_floor),
    };
    judged(learn_market_correlation(&histories(&book, &playbook, as_of), &playbook, as_of, &options), &book)
}

pub(super) fn distribution(fields: &mut Fields) -> Answer {
    let deals = fields.required::<Vec<DealOdds>>("deals");
    let quota = fields.optional::<Money>("quota");
    let contributions = fields.optional::<bool>("contributions");
    let correlation = fields.optional::<MarketCorrelation>("market_correlation");
    fields.end()?;
    let (deals, quota, contributions) = (deals?, quota?, contributions?.unwrap_or(false));
    match distribute(&deals, quota, contributions, correlation?.unwrap_or_default()) {
        Ok(verdict) => Some(answer(&verdict)),
        Err(problems) => Some(Err(problems)),
    }
}

fn distribute(
    deals: &[DealOdds],
    quota: Option<Money>,
    contributions: bool,
    correlation: MarketCorrelation,
) -> Result<DealDistribution, Vec<Problem>> {
    let currency = one_currency(deals, quota)?;
    let given: Vec<_> = deals.iter().map(|deal| (deal.amount, deal.probability.into())).collect();
    let listed = |problem: Problem| vec![problem];
    let bookings = BookingDistribution::with_market(currency, &given, correlation).map_err(listed)?;
    let quota = quota.map(CurrencySum::from);
    let contributions = match (&quota, contributions) {
        (_, false) => None,
        (Some(quota), true) => Some(bookings.contributions(quota).map_err(listed)?),
        (None, true) => {
            // To the mean alone: nothing is at stake where there is no quota.
            let nothing = CurrencySum::from(Money::try_new(0.into(), currency).map_err(listed)?);
            let to_mean = bookings.contributions(&nothing).map_err(listed)?;
            Some(to_mean.into_iter().map(|deal| DealContribution { to_quota: None, ..deal }).collect())
        }
    };
    Ok(DealDistribution { summary: bookings.summary(quota.as_ref()).map_err(listed)?, contributions })
}

/// The currency of the deals, or of the quota where there are none.
fn one_currency(deals: &[DealOdds], quota: Option<Money>) -> Result<Currency, Vec<Problem>> {
    let Some(currency) = deals.first().map(|deal| deal.amount).or(quota).map(Money::currency) else {
        let message = "without deals and without a quota there is no currency".to_owned();
        let allowed = "at least one deal, or a quota".to_owned();
        let (code, path) = (ProblemCode::EmptyList, "deals".to_owned());
        return Err(vec![Problem { code, path, value: String::new(), allowed, message }]);
    };
    let foreign = |(path, amount): (String, Money)| {
        (amount.currency() != currency).then(|| Problem {
            code: ProblemCode::MixedCurrencies,
            path,
            value: amount.to_string(),
            allowed: format!("amounts in {currency}"),
            message: format!("`{amount}` is not in {currency}"),
        })
    };
    let amounts = deals.iter().enumerate().map(|(at, deal)| (format!("deals[{at}].amount"), deal.amount));
    let amounts = amounts.chain(quota.map(|quota| ("quota".to_owned(), quota)));
    let problems: Vec<Problem> = amounts.filter_map(foreign).take(MOST_LISTED).collect();
    if problems.is_empty() { Ok(currency) } else { Err(problems) }
}

/// What a request says of how win rates are to be learned.
pub(super) struct Learning {
    pub(super) prior_strength: Option<Factor>,
    pub(super) segments: Option<Segmentation>,
}

impl Learning {
    /// Reads the fields `prior_strength` and `segments`; both are read, whatever is wrong with one.
    pub(super) fn read(fields: &mut Fields) -> Option<Self> {
        let prior_strength = fields.optional("prior_strength");
        let segments = fields.optional("segments");
        Some(Self { prior_strength: prior_strength?, segments: segments? })
    }

    fn options(&self, book: &Book, histories: &[HistoryVerdict]) -> LearningOptions {
        let segments = self.segments.map(|by| by.of(book, histories)).unwrap_or_default();
        LearningOptions { segments, ..self.without_segments() }
    }

    pub(super) fn without_segments(&self) -> LearningOptions {
        let defaults = LearningOptions::default();
        LearningOptions { prior_strength: self.prior_strength.unwrap_or(defaults.prior_strength), ..defaults }
    }

    /// The segment of each opportunity on a day; histories are replayed only where there are segments.
    pub(super) fn segments_of(&self, book: &Book, playbook: &Playbook, as_of: Date) -> BTreeMap<OpportunityId, Label> {
        self.segments.map(|by| by.of(book, &histories(book, playbook, as_of))).unwrap_or_default()
    }
}

/// The history of every opportunity of a book up to a day.
pub(super) fn histories(book: &Book, playbook: &Playbook, as_of: Date) -> Vec<HistoryVerdict> {
    let opportunities = book.accounts().iter().flat_map(|account| &account.opportunities);
    opportunities.map(|opportunity| replay_history(opportunity, playbook, as_of)).collect()
}

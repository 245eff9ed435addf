//! From numbers to scores, and from scores to segments.

use std::cmp::Reverse;
use std::fmt::Display;

use super::measure::{Measured, Standing, measure};
use super::options::{RecencyBasis, RfmMethod, RfmOptions};
use super::tell;
use super::verdict::{RfmAccount, RfmMeasure, RfmReceipt, RfmScale, RfmScaleClass, RfmSegmentSummary, RfmVerdict};
use crate::facts::Book;
use crate::playbook::{Playbook, RfmPolicy, RfmScore, RfmSegment};
use crate::problem::Problem;
use crate::values::{Currency, CurrencySum, Date, ExactSum, Period, Share};
use crate::verdict::Unit;

/// Scores every account of a book by recency, frequency and money, and names the segment it falls in. Source: D14, D19.
///
/// * **Recency** is the days since the last order or, where asked for, the days from the first to the last one. Both are
///   reported.
/// * **Frequency** is the number of purchase occasions: orders of one day are one, a return is none.
/// * **Money** is what was ordered less what went back, exact, in the playbook's reporting currency at its dated rates.
///   What has no price is listed, and its order counts all the same.
///
/// Frequency and money are of a window that ends on the day of the verdict; recency is of all that is known. Only what
/// was bought from us counts, and nothing after the day of the verdict.
///
/// By **fixed bands** a number is held against the playbook's limits. By **quantiles** the score is one more than the whole
/// part of five times the account's place, which is the number of accounts worse than it and half of those equal to it
/// (itself among them) by the number of all: the mid-distribution function (Parzen), which for different numbers is the
/// k − ½ by n of Hyndman and Fan's fifth definition. So equal numbers have equal scores, in whatever order they come; ten
/// different numbers fall two to a class; all alike are in the middle, at 3; and of two numbers that half of the accounts
/// have each, one scores 2 and the other 4.
///
/// The segment is that of the first rule of the playbook that holds. Its names are about silence, so the recency in it is
/// always that of the days since the last order, whichever is scored: who ordered for the first time yesterday is not
/// lost. An account without an order is a prospect and has no scores.
///
/// A segment's name is that of three scores and says no more. A champion may buy as much from a competitor, "lost" may be
/// one order long ago, and by quantiles somebody is always at the lower end. Whether a silence is long for an account's own
/// rhythm, and whether it has left, is told by [`judge_lifecycle`](crate::judge_lifecycle); what it buys elsewhere by
/// [`judge_loyalty`](crate::judge_loyalty).
///
/// # Errors
/// A [`Problem`] where the window asked for is longer than the calendar, 109,573 days.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, RfmMethod, RfmOptions, RfmSegment, score_rfm};
///
/// let order = |account: &str, on: &str, amount: &str| format!(
///     r#"{{"id": "{account}-{on}", "account": "{account}", "on": "{on}", "supplier": {{"type": "us"}},
///         "amount": {{"amount": "{amount}", "currency": "USD"}}}}"#
/// );
/// let mut orders: Vec<String> =
///     (1..=12).map(|month| order("north-plant", &format!("2025-{month:02}-10"), "45000")).collect();
/// orders.push(order("south-plant", "2024-09-01", "9000"));
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}, {{"id": "south-plant", "name": "South Plant"}}],
///         "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let (playbook, as_of) = (Playbook::six_stage(), "2026-01-15".parse()?);
/// let verdict = score_rfm(&book, &playbook, as_of, &RfmOptions::default())?;
/// let found: Vec<_> = verdict.accounts.iter().map(|account| (account.code.as_str(), account.segment)).collect();
/// assert_eq!(found, [("555", RfmSegment::Champions), ("112", RfmSegment::Lost)]);
///
/// let options = RfmOptions { method: RfmMethod::Quantiles, ..RfmOptions::default() };
/// let verdict = score_rfm(&book, &playbook, as_of, &options)?;
/// let codes: Vec<_> = verdict.accounts.iter().map(|account| account.code.as_str()).collect();
/// assert_eq!(codes, ["444", "222"], "of two accounts each is half");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn score_rfm(book: &Book, playbook: &Playbook, as_of: Date, options: &RfmOptions) -> Result<RfmVerdict, Problem> {
    options.check()?;
    let policy = &playbook.draft().rfm;
    let days = options.window_days.or(policy.window_days);
    let window = days.map(|days| Period { first: as_of.minus_days(days.get().saturating_sub(1)), last: as_of });
    let (mut receipt, mut unpriced) = (RfmReceipt::default(), Vec::new());
    let (mut customers, mut prospects, mut returns_only) = (Vec::new(), Vec::new(), Vec::new());
    for account in book.accounts() {
        match measure(account, playbook, window, as_of, &mut receipt, &mut unpriced) {
            Standing::Customer(measured) => customers.push(*measured),
            Standing::ReturnsOnly => returns_only.push(account.account.id.clone()),
            Standing::Prospect => prospects.push(account.account.id.clone()),
        }
    }
    receipt.unpriced = unpriced.len();
    let currency = playbook.draft().exchange.reporting_currency;
    let scales = Scales::of(&customers, policy, options, currency, as_of);
    let accounts: Vec<RfmAccount> = customers
        .iter()
        .enumerate()
        .filter_map(|(at, customer)| scales.judge(at, customer, policy, options, currency, as_of))
        .collect();
    let (segments, money) = summaries(&customers, &accounts, currency);
    let reasons = tell::method(options, window, accounts.len(), prospects.len(), &receipt);
    Ok(RfmVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        reporting_currency: currency,
        method: options.method,
        recency: options.recency,
        window,
        accounts,
        scales: vec![scales.recency.told, scales.frequency.told, scales.monetary.told],
        segments,
        money,
        prospects,
        returns_only,
        unpriced,
        receipt,
        reasons,
    })
}

/// The scores of all accounts by one measure, and what they mean.
pub(super) struct Scale {
    scores: Vec<Option<RfmScore>>,
    pub(super) told: RfmScale,
}

impl Scale {
    /// Scores values of which more is better, unless `fewer_is_better`. `limits` are for the scores from 2 to 5.
    fn of<T: Ord, L: Display>(
        measure: RfmMeasure,
        unit: Unit,
        values: &[Option<T>],
        limits: Option<[(L, T); 4]>,
        fewer_is_better: bool,
        text: impl Fn(&T) -> String,
    ) -> Self {
        let scores = match &limits {
            Some(limits) => {
                let keeps = |value: &T, limit: &T| if fewer_is_better { value <= limit } else { value >= limit };
                let passed = |value: &T| limits.iter().filter(|(_, limit)| keeps(value, limit)).count();
                values.iter().map(|value| value.as_ref().map(|value| RfmScore::of_passed(passed(value)))).collect()
            }
            None if fewer_is_better => {
                quantile_scores(&values.iter().map(|value| value.as_ref().map(Reverse)).collect::<Vec<_>>())
            }
            None => quantile_scores(&values.iter().map(Option::as_ref).collect::<Vec<_>>()),
        };
        let class = |(at, score): (usize, RfmScore)| {
            let pairs = values.iter().zip(&scores).filter(|(_, scored)| **scored == Some(score));
            let of_class = || pairs.clone().filter_map(|(value, _)| value.as_ref());
            let limit = at.checked_sub(1).and_then(|at| limits.as_ref()?.get(at)).map(|(limit, _)| limit.to_string());
            RfmScaleClass {
                score,
                accounts: of_class().count(),
                least: of_class().min().map(&text),
                most: of_class().max().map(&text),
                limit,
            }
        };
        let classes = RfmScore::ALL.into_iter().enumerate().map(class).collect();
        Self { scores, told: RfmScale { measure, unit, classes } }
    }

    fn score(&self, at: usize) -> Option<RfmScore> {
        self.scores.get(at).copied().flatten()
    }

    /// What a score is held against: its limit or, for the worst, the one that was missed; by quantiles the worst value
    /// that has it.
    pub(super) fn limit(&self, score: RfmScore, fewer_is_better: bool) -> Option<&str> {
        let class = |score: RfmScore| self.told.classes.iter().find(|class| class.score == score);
        let missed =
            self.told.classes.get(1).filter(|_| score == RfmScore::WORST).and_then(|class| class.limit.as_deref());
        let own = class(score)?;
        let worst = if fewer_is_better { &own.most } else { &own.least };
        own.limit.as_deref().or(missed).or(worst.as_deref())
    }
}

/// The score of each value by its place among all; none where there is no value.
pub(super) fn quantile_scores<T: Ord>(values: &[Option<T>]) -> Vec<Option<RfmScore>> {
    let mut order: Vec<(&T, usize)> =
        values.iter().enumerate().filter_map(|(at, value)| Some((value.as_ref()?, at))).collect();
    order.sort_unstable();
    let mut scores = vec![None; values.len()];
    let twice = order.len().saturating_mul(2);
    let mut below: usize = 0;
    for equal in order.chunk_by(|(value, _), (next, _)| value == next) {
        let up_to = below.saturating_add(equal.len());
        let place = below.saturating_add(up_to).saturating_mul(RfmScore::ALL.len());
        let score = RfmScore::of_passed(place.checked_div(twice).unwrap_or(0));
        for (_, at) in equal {
            if let Some(slot) = scores.get_mut(*at) {
                *slot = Some(score);
            }
        }
        below = up_to;
    }
    scores
}

/// The three measures of all accounts.
struct Scales {
    recency: Scale,
    /// The days since the last order, where they are not the recency that is scored.
    silence: Option<Scale>,
    frequency: Scale,
    monetary: Scale,
}

impl Scales {
    fn of(
        customers: &[Measured<'_>],
        policy: &RfmPolicy,
        options: &RfmOptions,
        currency: Currency,
        as_of: Date,
    ) -> Self {
        let by_bands = options.method == RfmMethod::FixedBands;
        let whole = |limits: [u32; 4]| by_bands.then_some(limits.map(|limit| (limit, i64::from(limit))));
        let is_since = options.recency == RecencyBasis::SinceLastOrder;
        let since: Vec<Option<i64>> = customers.iter().map(|customer| Some(customer.days_since_last(as_of))).collect();
        let span = || customers.iter().map(|customer| Some(customer.days_first_to_last())).collect::<Vec<_>>();
        let orders = |customer: &Measured<'_>| i64::try_from(customer.orders).ok();
        let orders: Vec<Option<i64>> = customers.iter().map(orders).collect();
        let money: Vec<Option<&ExactSum>> = customers.iter().map(|customer| customer.takings.known()).collect();
        let limits = policy.money.map(|limit| ExactSum::product(&[limit.value()]));
        let amount = |sum: &ExactSum| CurrencySum::new(sum, currency).to_string();
        let [a, b, c, d] = &limits;
        let told = limits.each_ref().map(amount);
        let [e, f, g, h] = told;
        let pairs = by_bands.then_some([(e, a), (f, b), (g, c), (h, d)]);
        // The playbook has the limits of days since the last order from the mildest for score 5 on; here the worst is first.
        let mut rising = policy.recency_days;
        rising.reverse();
        let text = i64::to_string;
        let silence = Scale::of(RfmMeasure::Recency, Unit::Days, &since, whole(rising), true, text);
        let (recency, silence) = if is_since {
            (silence, None)
        } else {
            let limits = whole(policy.first_to_last_days);
            (Scale::of(RfmMeasure::Recency, Unit::Days, &span(), limits, false, text), Some(silence))
        };
        Self {
            recency,
            silence,
            frequency: Scale::of(RfmMeasure::Frequency, Unit::Count, &orders, whole(policy.orders), false, text),
            monetary: Scale::of(RfmMeasure::Monetary, Unit::Money, &money, pairs, false, |sum| amount(sum)),
        }
    }

    fn judge(
        &self,
        at: usize,
        customer: &Measured<'_>,
        policy: &RfmPolicy,
        options: &RfmOptions,
        currency: Currency,
        as_of: Date,
    ) -> Option<RfmAccount> {
        let (recency, frequency) = (self.recency.score(at)?, self.frequency.score(at)?);
        let monetary = self.monetary.score(at);
        let silence = self.silence.as_ref().unwrap_or(&self.recency).score(at)?;
        let (place, rule) = policy.rule(silence, frequency, monetary)?;
        let known = customer.takings.known();
        let per_order = known.and_then(|sum| {
            let amount = sum.times_fraction(1, u128::try_from(customer.orders).ok()?, currency)?;
            Some(CurrencySum { amount, currency })
        });
        let days = |days: i64| u32::try_from(days).unwrap_or(0);
        let money = known.map(|sum| CurrencySum::new(sum, currency));
        let mut reasons =
            vec![tell::numbers(self.told(), (recency, frequency, monetary), customer, options, as_of, &money)];
        reasons.extend(tell::before_window(customer));
        reasons.extend(tell::unpriced(customer));
        reasons.push(tell::segment(place, rule, (silence, frequency, monetary)));
        let code = monetary.map_or_else(|| "-".to_owned(), |score| score.to_string());
        Some(RfmAccount {
            account: customer.account.account.id.clone(),
            first_order: customer.first,
            last_order: customer.last,
            days_since_last_order: days(customer.days_since_last(as_of)),
            days_first_to_last: days(customer.days_first_to_last()),
            days_since_first_order: days(as_of.days_since(customer.first)),
            orders: customer.orders,
            orders_ever: customer.orders_ever,
            money,
            money_per_order: per_order,
            unpriced: customer.takings.unpriced,
            recency_score: recency,
            frequency_score: frequency,
            monetary_score: monetary,
            silence_score: silence,
            code: format!("{recency}{frequency}{code}"),
            segment: rule.segment,
            reasons,
        })
    }

    fn told(&self) -> [&Scale; 3] {
        [&self.recency, &self.frequency, &self.monetary]
    }
}

/// Every segment with its accounts, and the money of all of them.
fn summaries(
    customers: &[Measured<'_>],
    accounts: &[RfmAccount],
    currency: Currency,
) -> (Vec<RfmSegmentSummary>, CurrencySum) {
    let mut whole = ExactSum::zero();
    customers.iter().filter_map(|customer| customer.takings.known()).for_each(|sum| whole.add(sum));
    let summary = |segment: &RfmSegment| {
        let pairs = customers.iter().zip(accounts).filter(|(_, account)| account.segment == *segment);
        let mut money = ExactSum::zero();
        pairs.clone().filter_map(|(customer, _)| customer.takings.known()).for_each(|sum| money.add(sum));
        let count = pairs.clone().count();
        let of = |count: usize| i128::try_from(count).unwrap_or(i128::MAX);
        RfmSegmentSummary {
            segment: *segment,
            accounts: count,
            share_of_accounts: Share::of(of(count), of(accounts.len())),
            share_of_money: money.share_of(&whole).filter(|_| whole > ExactSum::zero()),
            money: CurrencySum::new(&money, currency),
            incomplete: pairs.filter(|(customer, _)| customer.takings.unpriced > 0).count(),
        }
    };
    (RfmSegment::ALL.iter().map(summary).collect(), CurrencySum::new(&whole, currency))
}

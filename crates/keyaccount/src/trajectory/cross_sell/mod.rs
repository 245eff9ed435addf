//! Across products: what comparable accounts buy and an account does not.

mod baskets;
mod comparables;
mod verdict;
mod wilson;

use std::collections::{BTreeMap, BTreeSet};

use self::baskets::{Basket, Baskets, LastOrders};
use self::comparables::Comparables;
pub use self::verdict::{
    AccountCrossSell, CategorySuggestion, ComparableBasis, CrossSellVerdict, NoComparables, SuggestionKind,
};
use super::judge::stopped_categories;
use super::ledger::PLACES;
use crate::facts::{AccountBook, Book};
use crate::loyalty::occasions::dated_until;
use crate::playbook::Playbook;
use crate::problem::{Problem, ProblemCode, quote};
use crate::values::decimal::to_f64;
use crate::values::{AccountId, CurrencySum, Date, EffectiveCount, Estimate, ExactSum, Label, Language, Period};
use crate::verdict::{Comparison, MOST_FACTS, Reason, Unit};

/// Whom to compare, and with whom.
///
/// # Examples
/// ```
/// use keyaccount::{ComparableBasis, CrossSellOptions};
///
/// let options = CrossSellOptions { basis: ComparableBasis::Baskets, ..CrossSellOptions::default() };
/// assert!(options.account.is_none(), "every account");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CrossSellOptions {
    /// The account; none means every one.
    pub account: Option<AccountId>,
    /// Which accounts are comparable.
    pub basis: ComparableBasis,
}

/// Finds what comparable accounts buy from us and an account does not. Source: `[KRM]`, D14.
///
/// Comparable are accounts of the same industry or territory, or accounts that buy much the same, of those that bought
/// anything in the playbook's `cross_sell_days`. For every category that enough of them buy: their share with an interval
/// that says how few they are, and the median of what they spend. A category that the account bought from us and stopped
/// buying is marked to be won back, and one that it buys from a competitor as such.
///
/// # Errors
/// A [`Problem`] with code `not_found` where the book has no such account.
///
/// # Examples
/// ```
/// use keyaccount::{Book, ComparableBasis, CrossSellOptions, Playbook, cross_sell};
///
/// let accounts: Vec<String> = (1..=5).map(|n| format!(r#"{{"id": "a{n}", "name": "A{n} Ltd"}}"#)).collect();
/// let order = |n: u32, category: &str| format!(
///     r#"{{"id": "{category}{n}", "account": "a{n}", "on": "2025-11-0{n}", "supplier": {{"type": "us"}}, "category": "{category}",
///         "amount": {{"amount": "{n}000", "currency": "EUR"}}}}"#
/// );
/// let orders: Vec<String> = (1..=5).map(|n| order(n, "oil")).chain((2..=5).map(|n| order(n, "filters"))).collect();
/// let book = Book::from_json(&format!(r#"{{"accounts": [{}], "purchases": [{}]}}"#, accounts.join(","), orders.join(",")))?;
/// let options = CrossSellOptions { account: Some("a1".parse()?), basis: ComparableBasis::Baskets };
/// let verdict = cross_sell(&book, &Playbook::six_stage(), "2025-12-20".parse()?, &options)?;
/// let row = &verdict.accounts[0];
/// assert_eq!((row.categories, row.comparables_median.unwrap().to_string()), (1, "2".into()));
/// assert_eq!(row.suggestions[0].category.as_str(), "filters");
/// assert_eq!(row.suggestions[0].median_spend_per_year.as_ref().unwrap().to_string(), "1751.20 EUR"); // 3500 in 730 days
/// # Ok::<(), keyaccount::Problem>(())
/// ```
pub fn cross_sell(
    book: &Book,
    playbook: &Playbook,
    as_of: Date,
    options: &CrossSellOptions,
) -> Result<CrossSellVerdict, Problem> {
    if let Some(account) = options.account.as_ref().filter(|account| book.account(account).is_none()) {
        let message = format!("the book has no usable account `{}`", quote(account.as_str()));
        return Err(Problem::new(ProblemCode::NotFound, account, message, "").at("account"));
    }
    let policy = &playbook.draft().trajectory;
    let days = policy.cross_sell_days.get();
    let window = Period { first: as_of.minus_days(days.saturating_sub(1)), last: as_of };
    let found = Baskets::of(book, &playbook.draft().exchange, window);
    let comparables = Comparables::new(options.basis, book.accounts(), &found.baskets);
    let asked = book
        .accounts()
        .iter()
        .enumerate()
        .filter(|(_, account)| options.account.as_ref().is_none_or(|asked| *asked == account.account.id));
    let table = Table { book, playbook, window, options, found: &found };
    let accounts = asked.map(|(number, account)| table.row(account, number, comparables.of(number, policy))).collect();
    Ok(CrossSellVerdict {
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        basis: options.basis,
        window,
        currency: found.currency,
        accounts,
        uncategorised_orders: found.uncategorised_orders,
        unpriced_orders: found.unpriced_orders,
    })
}

struct Table<'b, 'a> {
    book: &'a Book,
    playbook: &'b Playbook,
    window: Period,
    options: &'b CrossSellOptions,
    found: &'b Baskets<'a>,
}

impl<'a> Table<'_, 'a> {
    fn row(
        &self,
        account: &'a AccountBook,
        number: usize,
        comparables: Result<Vec<usize>, NoComparables>,
    ) -> AccountCrossSell {
        let policy = &self.playbook.draft().trajectory;
        let stopped = stopped_categories(account, self.playbook, self.window.last);
        let stopped: BTreeSet<&Label> = stopped.iter().filter_map(|stopped| stopped.category.as_ref()).collect();
        let basket = self.found.baskets.get(number);
        let own: BTreeSet<&Label> =
            basket.into_iter().flat_map(Basket::keys).copied().filter(|category| !stopped.contains(category)).collect();
        let mut row = AccountCrossSell {
            account: account.account.id.clone(),
            categories: own.len(),
            comparables_median: None,
            comparables: 0,
            compared_with: Vec::new(),
            no_comparables: None,
            suggestions: Vec::new(),
            suggestion_count: 0,
            reasons: Vec::new(),
        };
        let comparables = match comparables {
            Ok(comparables) => comparables,
            Err(cause) => {
                row.no_comparables = Some(cause);
                row.reasons.push(self.why_not(cause, account));
                return row;
            }
        };
        row.comparables = comparables.len();
        row.compared_with = self.names(&comparables);
        let others: Vec<&Basket<'a>> = comparables.iter().filter_map(|other| self.found.baskets.get(*other)).collect();
        row.comparables_median = median(others.iter().map(|basket| basket.len()).collect());
        let mut suggestions = self.suggestions(account, &own, &others);
        row.suggestion_count = suggestions.len();
        suggestions.truncate(usize::try_from(policy.most_suggestions).unwrap_or(usize::MAX));
        row.suggestions = suggestions;
        row.reasons.push(self.why(&row));
        row
    }

    fn names(&self, comparables: &[usize]) -> Vec<AccountId> {
        let accounts = comparables.iter().take(MOST_FACTS).filter_map(|other| self.book.accounts().get(*other));
        accounts.map(|account| account.account.id.clone()).collect()
    }

    /// What enough of the others buy and the account does not, the surest share first, then by name.
    fn suggestions(
        &self,
        account: &'a AccountBook,
        own: &BTreeSet<&Label>,
        others: &[&Basket<'a>],
    ) -> Vec<CategorySuggestion> {
        let policy = &self.playbook.draft().trajectory;
        let mut buyers: BTreeMap<&Label, Vec<Option<i128>>> = BTreeMap::new();
        for (category, units) in others.iter().flat_map(|basket| basket.iter()) {
            if !own.contains(category) {
                buyers.entry(category).or_default().push(*units);
            }
        }
        let known = dated_until(&account.purchases, self.window.last);
        let last = LastOrders::of(&known, self.window);
        let support = usize::try_from(policy.minimum_support.get()).unwrap_or(usize::MAX);
        let least = to_f64(policy.minimum_support_share.value()) * others.len() as f64;
        let enough = |spends: &[Option<i128>]| spends.len() >= support && spends.len() as f64 >= least;
        let mut suggestions: Vec<(f64, CategorySuggestion)> = buyers
            .into_iter()
            .filter(|(_, spends)| enough(spends))
            .map(|(category, spends)| self.suggestion(category, spends, others.len(), &last))
            .collect();
        suggestions.sort_by(|a, b| b.0.total_cmp(&a.0));
        suggestions.into_iter().map(|(_, suggestion)| suggestion).collect()
    }

    fn suggestion(
        &self,
        category: &Label,
        spends: Vec<Option<i128>>,
        comparables: usize,
        last: &LastOrders<'_>,
    ) -> (f64, CategorySuggestion) {
        let buyers = spends.len();
        let (low, high) = wilson::interval(buyers, comparables);
        let known: Vec<i128> = spends.into_iter().flatten().collect();
        let competitor = last.competitors.get(category);
        let last_bought = last.ours.get(category).copied();
        let kind = match (competitor, last_bought) {
            (Some(_), _) => SuggestionKind::FromCompetitor,
            (None, Some(_)) => SuggestionKind::WinBack,
            (None, None) => SuggestionKind::New,
        };
        let suggestion = CategorySuggestion {
            category: category.clone(),
            kind,
            buyers,
            comparables,
            share: Estimate::rounded(buyers as f64 / comparables as f64),
            share_low: Estimate::rounded(low),
            share_high: Estimate::rounded(high),
            priced_buyers: known.len(),
            median_spend_per_year: self.a_year(known),
            last_bought,
            competitor: competitor.map(|(_, name)| (*name).clone()),
            competitor_last: competitor.map(|(on, _)| *on),
        };
        (low, suggestion)
    }

    /// The median of what was spent within the window, in 365.25 days.
    fn a_year(&self, mut spends: Vec<i128>) -> Option<CurrencySum> {
        let currency = self.found.currency?;
        spends.sort_unstable();
        let last = spends.len().checked_sub(1)?;
        let twice = spends.get(last.div_euclid(2))?.saturating_add(*spends.get(spends.len().div_euclid(2))?);
        let days = u128::from(self.playbook.draft().trajectory.cross_sell_days.get());
        let amount = ExactSum::of_units(twice, PLACES).times_fraction(36_525, days.saturating_mul(200), currency)?;
        Some(CurrencySum { amount, currency })
    }

    fn why(&self, row: &AccountCrossSell) -> Reason {
        let basis = self.options.basis.label(Language::En);
        let message = format!("compared by {basis} with {} accounts that buy from us", row.comparables);
        let mut compared = Comparison::new("categories", row.categories, Unit::Count);
        if let Some(median) = row.comparables_median {
            compared = compared.against(median);
        }
        Reason::new("comparables", message)
            .comparing(Comparison::new("comparables", row.comparables, Unit::Count))
            .comparing(compared)
    }

    fn why_not(&self, cause: NoComparables, account: &AccountBook) -> Reason {
        let basis = self.options.basis.label(Language::En);
        let message = match cause {
            NoComparables::NotKnown => format!("the {basis} of `{}` is not known", account.account.id),
            NoComparables::EmptyBasket => format!("`{}` buys nothing by which others are like it", account.account.id),
            NoComparables::TooFew => format!("too few other accounts are like `{}` by {basis}", account.account.id),
        };
        Reason::new("no_comparables", message)
    }
}

/// The median of some counts.
fn median(mut counts: Vec<usize>) -> Option<EffectiveCount> {
    counts.sort_unstable();
    let last = counts.len().checked_sub(1)?;
    let twice = counts.get(last.div_euclid(2))?.saturating_add(*counts.get(counts.len().div_euclid(2))?);
    Some(EffectiveCount::rounded(twice as f64 / 2.0))
}

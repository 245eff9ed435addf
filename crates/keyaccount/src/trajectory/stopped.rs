//! Products and categories that an account stopped buying while it goes on buying others.
//!
//! Each is held against its own rhythm, as the account is. Who looks at many products finds some silences that are long by
//! chance, so the probabilities of all products looked at are judged together: of those called stopped, at most the
//! playbook's `stopped_probability` are false alarms in the mean (Benjamini and Hochberg, 1995).

use std::collections::BTreeMap;

use super::clock::Clock;
use super::ledger::{Ledger, Line, PLACES};
use super::pattern::Pattern;
use super::succession::Succession;
use super::verdict::{ReplacedBy, StoppedBuying};
use crate::facts::Purchase;
use crate::loyalty::occasions::cite;
use crate::playbook::PlaybookDraft;
use crate::values::decimal::to_f64;
use crate::values::{CurrencySum, Date, DayCount, Estimate, ExactSum, Label};
use crate::verdict::{Comparison, Confidence, Reason, Unit};

/// What is bought: a product, or a whole category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Item<'a> {
    pub(super) category: Option<&'a Label>,
    pub(super) product: Option<&'a Label>,
}

/// What is bought, with its lines in the order of time and the days on which it was ordered.
pub(super) struct Group<'a> {
    pub(super) item: Item<'a>,
    pub(super) lines: Vec<Line<'a>>,
    pub(super) dates: Vec<Date>,
}

impl Group<'_> {
    /// What it brings a year, in ten-thousandths: the money after the first order of its pattern over the time since.
    pub(super) fn worth(&self, pattern: &Pattern) -> Option<Worth> {
        let first = crate::loyalty::occasions::day_number(pattern.first());
        let units = Ledger::total(self.lines.iter().filter(|line| line.day > first))?;
        let days = u32::try_from(pattern.last.days_since(pattern.first())).ok().filter(|days| *days > 0)?;
        Some(Worth { units, days })
    }

    /// The same for what need not have a rhythm yet: from two orders on.
    pub(super) fn early_worth(&self) -> Option<Worth> {
        let (first, last) = self.dates.first().zip(self.dates.last())?;
        let days = u32::try_from(last.days_since(*first)).ok().filter(|days| *days > 0)?;
        let start = crate::loyalty::occasions::day_number(*first);
        Some(Worth { units: Ledger::total(self.lines.iter().filter(|line| line.day > start))?, days })
    }
}

/// Money over days.
#[derive(Clone, Copy, Debug)]
pub(super) struct Worth {
    units: i128,
    days: u32,
}

impl Worth {
    pub(super) fn a_day(self) -> f64 {
        self.units as f64 / f64::from(self.days)
    }

    /// In 365.25 days.
    pub(super) fn a_year(self, ledger: &Ledger<'_>) -> Option<CurrencySum> {
        let currency = ledger.currency?;
        let days = u128::from(self.days).saturating_mul(100);
        let amount = ExactSum::of_units(self.units, PLACES).times_fraction(36_525, days, currency)?;
        Some(CurrencySum { amount, currency })
    }
}

/// Our lines by product, or by category; lines that do not name one are not looked at.
pub(super) fn groups<'a>(ledger: &Ledger<'a>, by_product: bool) -> Vec<Group<'a>> {
    let mut groups: BTreeMap<Item<'a>, Group<'a>> = BTreeMap::new();
    for line in &ledger.lines {
        let (category, product) = (line.purchase.category.as_ref(), line.purchase.product.as_ref());
        let item = Item { category, product: product.filter(|_| by_product) };
        if (if by_product { product } else { category }).is_none() {
            continue;
        }
        let group = groups.entry(item).or_insert_with(|| Group { item, lines: Vec::new(), dates: Vec::new() });
        group.lines.push(*line);
        if line.is_order && group.dates.last() != Some(&line.purchase.on) {
            group.dates.push(line.purchase.on);
        }
    }
    groups.into_values().collect()
}

/// What judging a silence takes.
pub(super) struct Judgement<'b, 'a> {
    pub(super) dates: &'b [Date],
    pub(super) clock: &'b Clock,
    pub(super) ledger: &'b Ledger<'a>,
    pub(super) known: &'b [&'a Purchase],
    pub(super) draft: &'b PlaybookDraft,
    pub(super) as_of: Date,
}

/// A group whose silence is improbable.
pub(super) struct Silent<'b, 'a> {
    pub(super) group: &'b Group<'a>,
    pub(super) pattern: Pattern,
    probability: f64,
    occasions_since: usize,
}

impl<'a> Judgement<'_, 'a> {
    /// The groups that stopped, in the order given.
    pub(super) fn silent<'b>(&self, groups: &'b [Group<'a>]) -> Vec<Silent<'b, 'a>> {
        let policy = &self.draft.trajectory;
        let tested: Vec<Silent<'b, 'a>> = groups
            .iter()
            .filter_map(|group| {
                let pattern = Pattern::of(&group.dates, policy.stopped_minimum_orders.get(), self.clock, self.draft)?;
                let probability = pattern.silence(self.clock, self.as_of);
                let before = self.dates.partition_point(|date| *date <= pattern.last);
                let occasions_since = self.dates.len().saturating_sub(before);
                Some(Silent { group, pattern, probability, occasions_since })
            })
            .collect();
        let probabilities: Vec<f64> = tested.iter().map(|silent| silent.probability).collect();
        let limit = false_discovery_limit(probabilities, to_f64(policy.stopped_probability.value()));
        let since = usize::try_from(policy.stopped_orders_since.get()).unwrap_or(usize::MAX);
        tested.into_iter().filter(|silent| silent.probability <= limit && silent.occasions_since >= since).collect()
    }

    /// What stopped, with what came instead: the worthiest first, then by name.
    pub(super) fn stopped(&self, groups: &[Group<'a>]) -> Vec<StoppedBuying> {
        let succession = Succession { judgement: self, groups };
        let mut stopped: Vec<(f64, StoppedBuying)> = self
            .silent(groups)
            .iter()
            .map(|silent| {
                let worth = silent.group.worth(&silent.pattern);
                let replaced_by = succession.of(silent, worth);
                (worth.map_or(0.0, Worth::a_day), self.finding(silent, worth, replaced_by))
            })
            .collect();
        // The sort is stable and the groups are in the order of their names.
        stopped.sort_by(|a, b| b.0.total_cmp(&a.0));
        stopped.into_iter().map(|(_, stopped)| stopped).collect()
    }

    fn finding(&self, silent: &Silent<'_, 'a>, worth: Option<Worth>, replaced_by: ReplacedBy) -> StoppedBuying {
        let Silent { group, pattern, probability, occasions_since } = silent;
        let probability = Estimate::rounded(*probability);
        let intervals = pattern.days.len();
        let confidence = match probability {
            _ if probability < Estimate::rounded(0.01) && intervals >= 5 => Confidence::High,
            _ if intervals >= 3 => Confidence::Medium,
            _ => Confidence::Low,
        };
        let silence = self.as_of.days_since(pattern.last);
        let purchases: Vec<&Purchase> = group.lines.iter().map(|line| line.purchase).collect();
        let median = DayCount::saturating(pattern.pace.median());
        let message = format!(
            "{} was bought every {median} days and not since {}, while the account ordered {occasions_since} times",
            name(group.item),
            pattern.last
        );
        let limit = self.draft.trajectory.stopped_probability;
        let reason = Reason::new("stopped_buying", message)
            .comparing(Comparison::new("silence_days", silence, Unit::Days).against(median))
            .comparing(Comparison::new("probability", probability, Unit::Share).against(limit))
            .comparing(
                Comparison::new("occasions_since", occasions_since, Unit::Count)
                    .against(self.draft.trajectory.stopped_orders_since),
            );
        let mut reasons = vec![cite(reason, &purchases)];
        reasons.push(replacement_reason(&replaced_by, self.knows_competitors()));
        StoppedBuying {
            category: group.item.category.cloned(),
            product: group.item.product.cloned(),
            occasions: group.dates.len(),
            median_interval_days: median,
            last: pattern.last,
            since: pattern.expected(),
            silence_days: u32::try_from(silence).unwrap_or(0),
            probability,
            occasions_since: *occasions_since,
            confidence,
            worth_per_year: worth.and_then(|worth| worth.a_year(self.ledger)),
            replaced_by,
            reasons,
        }
    }

    fn knows_competitors(&self) -> bool {
        self.known.iter().any(|purchase| matches!(purchase.supplier, crate::facts::Supplier::Competitor { .. }))
    }
}

fn name(item: Item<'_>) -> String {
    let quoted = |label: &Label| format!("`{}`", crate::problem::quote(label.as_str()));
    item.product.or(item.category).map_or_else(|| "it".to_owned(), quoted)
}

fn replacement_reason(replaced_by: &ReplacedBy, competitors_known: bool) -> Reason {
    let since = |reason: Reason, since: &Date| reason.comparing(Comparison::new("since", since, Unit::Date));
    match replaced_by {
        ReplacedBy::OurProduct { product, since: day, .. } => {
            let message = format!("our `{}` took its place", crate::problem::quote(product.as_str()));
            since(Reason::new("replaced_by_ours", message), day)
        }
        ReplacedBy::Competitor { name, since: day, .. } => {
            let name = crate::problem::quote(name.as_str());
            since(Reason::new("replaced_by_competitor", format!("`{name}` supplies the category since")), day)
        }
        ReplacedBy::Unknown {} if competitors_known => {
            Reason::new("replacement_unknown", "no order, ours or a competitor's, took its place")
        }
        ReplacedBy::Unknown {} => {
            Reason::new("replacement_unknown", "nothing of ours took its place, and no competitor's order is known")
        }
    }
}

/// The largest of some probabilities that is at most its rank's part of the rate; below zero where none is.
pub(super) fn false_discovery_limit(mut probabilities: Vec<f64>, rate: f64) -> f64 {
    probabilities.sort_by(f64::total_cmp);
    let count = probabilities.len() as f64;
    let ranked = (1_u32..).zip(&probabilities);
    let within = ranked.filter(|(rank, probability)| **probability <= rate * f64::from(*rank) / count);
    within.last().map_or(-1.0, |(_, probability)| *probability)
}

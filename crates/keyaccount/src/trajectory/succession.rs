//! What came instead of what an account stopped buying.
//!
//! A product of ours succeeds another of its category if its first order falls within a few of the other's intervals around
//! its last one, and it is worth about as much a year, where both worths are known. Else a competitor does that supplies
//! the category since, again from within a few intervals of our last order on; one that is new there before one that was
//! there already.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::stopped::{Group, Judgement, Silent, Worth};
use super::verdict::ReplacedBy;
use crate::facts::{Purchase, Supplier};
use crate::values::decimal::to_f64;
use crate::values::{Date, Label};

pub(super) struct Succession<'b, 'c, 'a> {
    pub(super) judgement: &'b Judgement<'c, 'a>,
    pub(super) groups: &'b [Group<'a>],
}

impl<'a> Succession<'_, '_, 'a> {
    pub(super) fn of(&self, silent: &Silent<'_, 'a>, worth: Option<Worth>) -> ReplacedBy {
        let ours = silent.group.item.product.and_then(|_| self.our_product(silent, worth));
        ours.or_else(|| self.competitor(silent)).unwrap_or(ReplacedBy::Unknown {})
    }

    /// Days around the last order within which something has to begin.
    fn tolerance(&self, silent: &Silent<'_, 'a>) -> u32 {
        let days = silent.pattern.pace.times(self.judgement.draft.trajectory.succession_tolerance, 0);
        u32::try_from(days.ceil().mantissa()).unwrap_or(u32::MAX)
    }

    fn least_occasions(&self) -> usize {
        usize::try_from(self.judgement.draft.trajectory.succession_minimum_orders.get()).unwrap_or(usize::MAX)
    }

    fn our_product(&self, silent: &Silent<'_, 'a>, worth: Option<Worth>) -> Option<ReplacedBy> {
        let item = silent.group.item;
        let category = item.category?;
        let (last, tolerance) = (silent.pattern.last, self.tolerance(silent));
        let around = last.minus_days(tolerance)..=last.plus_days(tolerance);
        let most = to_f64(self.judgement.draft.trajectory.succession_volume.value());
        let candidates = self.groups.iter().filter_map(|group| {
            let product = group.item.product.filter(|_| group.item.category == Some(category))?;
            let first = *group.dates.first().filter(|first| around.contains(first))?;
            let goes_on = group.dates.last().is_some_and(|end| *end > last);
            if group.item == item || !goes_on || group.dates.len() < self.least_occasions() {
                return None;
            }
            let its = group.early_worth();
            let ratio = worth.zip(its).map(|(old, new)| new.a_day() / old.a_day());
            let off = match ratio {
                Some(ratio) if ratio.is_finite() && ratio > 0.0 => Some(ratio.max(1.0 / ratio)),
                Some(_) => Some(f64::INFINITY),
                None => None,
            };
            // One of unknown worth comes after those that are known to fit.
            (off.is_none_or(|off| off <= most)).then_some((off.unwrap_or(f64::INFINITY), first, product, group, its))
        });
        let best = candidates.min_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        best.map(|(_, since, product, group, worth)| ReplacedBy::OurProduct {
            product: product.clone(),
            since,
            occasions: group.dates.len(),
            worth_per_year: worth.and_then(|worth| worth.a_year(self.judgement.ledger)),
        })
    }

    fn competitor(&self, silent: &Silent<'_, 'a>) -> Option<ReplacedBy> {
        let item = silent.group.item;
        let (last, tolerance) = (silent.pattern.last, self.tolerance(silent));
        let mut rivals: BTreeMap<&Label, Rival<'a>> = BTreeMap::new();
        for purchase in self.judgement.known.iter().filter(|purchase| !purchase.is_return()) {
            let Supplier::Competitor { name } = &purchase.supplier else { continue };
            // What names no category can be told by its product alone.
            let is_same = match item.category {
                Some(category) => purchase.category.as_ref() == Some(category),
                None => purchase.product.is_some() && purchase.product.as_ref() == item.product,
            };
            if is_same {
                rivals.entry(name).or_default().add(purchase, last);
            }
        }
        let until = last.plus_days(tolerance);
        let fits = |rival: &Rival<'_>| {
            rival.since.first().is_some_and(|first| *first <= until) && rival.since.len() >= self.least_occasions()
        };
        let best = rivals
            .into_iter()
            .filter(|(_, rival)| fits(rival))
            .min_by_key(|(name, rival)| (rival.before, Reverse(rival.since.len()), *name));
        best.and_then(|(name, rival)| {
            Some(ReplacedBy::Competitor {
                name: name.clone(),
                product: rival.product.flatten().cloned(),
                since: *rival.since.first()?,
                occasions: rival.since.len(),
                bought_before: rival.before,
            })
        })
    }
}

/// A competitor's orders in one category.
#[derive(Default)]
struct Rival<'a> {
    before: bool,
    since: Vec<Date>,
    /// The one product of the orders since; an empty one where they name several or none.
    product: Option<Option<&'a Label>>,
}

impl<'a> Rival<'a> {
    fn add(&mut self, purchase: &'a Purchase, last: Date) {
        if purchase.on <= last {
            self.before = true;
            return;
        }
        let product = purchase.product.as_ref();
        self.product = Some(self.product.map_or(product, |known| known.filter(|known| Some(*known) == product)));
        if self.since.last() != Some(&purchase.on) {
            self.since.push(purchase.on);
        }
    }
}

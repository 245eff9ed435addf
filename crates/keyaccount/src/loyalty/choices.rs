//! The sequence of supplier choices in one category: `AAABBB`, where A is us.
//!
//! Orders of one day with one supplier are one choice. Orders of one day with several suppliers are one choice each,
//! ours first, then by name: the facts know no time of day. Returns are no choices.

use super::occasions::day_number;
use super::rhythm::latest;
use crate::facts::{Purchase, Supplier};
use crate::values::{Date, Label};

/// The place of our own company among the suppliers of a sequence.
pub(super) const US: usize = 0;

/// One choice: when, and which of the sequence's suppliers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    pub(super) on: Date,
    pub(super) supplier: usize,
}

/// The latest choices of a category, oldest first.
pub(super) struct Sequence<'a> {
    pub(super) choices: Vec<Choice>,
    /// The suppliers in the order of their first choice, us before all, as none.
    suppliers: Vec<Option<&'a Label>>,
    /// All choices ever, judged or not.
    pub(super) ever: usize,
}

impl<'a> Sequence<'a> {
    /// The latest `most` choices among purchases in the order of time.
    pub(super) fn of(purchases: &[&'a Purchase], most: usize) -> Self {
        let mut found: Vec<(Date, Option<&Label>)> = Vec::with_capacity(purchases.len());
        for purchase in purchases.iter().filter(|purchase| !purchase.is_return()) {
            let supplier = match &purchase.supplier {
                Supplier::Us {} => None,
                Supplier::Competitor { name } => Some(name),
            };
            found.push((purchase.on, supplier));
        }
        found.sort_unstable();
        found.dedup();
        let mut suppliers = vec![None];
        let choices = latest(&found, most).iter().map(|(on, supplier)| {
            let known = suppliers.iter().position(|known| known == supplier);
            let place = known.unwrap_or_else(|| {
                suppliers.push(*supplier);
                suppliers.len().saturating_sub(1)
            });
            Choice { on: *on, supplier: place }
        });
        Self { choices: choices.collect(), ever: found.len(), suppliers }
    }

    /// How many suppliers there are, us among them.
    pub(super) const fn supplier_count(&self) -> usize {
        self.suppliers.len()
    }

    pub(super) fn supplier(&self, place: usize) -> Supplier {
        match self.suppliers.get(place).copied().flatten() {
            None => Supplier::Us {},
            Some(name) => Supplier::Competitor { name: name.clone() },
        }
    }

    /// The supplier's name within a sentence.
    pub(super) fn name(&self, place: usize) -> &str {
        self.suppliers.get(place).copied().flatten().map_or("us", Label::as_str)
    }

    /// How many choices went to a supplier.
    pub(super) fn count(&self, place: usize) -> usize {
        self.choices.iter().filter(|choice| choice.supplier == place).count()
    }

    /// The choices as places of suppliers.
    pub(super) fn places(&self) -> Vec<usize> {
        self.choices.iter().map(|choice| choice.supplier).collect()
    }

    /// The sequence as letters.
    pub(super) fn letters(&self) -> String {
        self.choices.iter().map(|choice| letter(choice.supplier)).collect()
    }

    /// What the letters stand for.
    pub(super) fn legend(&self) -> impl Iterator<Item = (char, Supplier)> {
        (0..self.suppliers.len()).map(|place| (letter(place), self.supplier(place)))
    }

    /// The earliest day judged, where there is one.
    pub(super) fn start(&self) -> Option<i64> {
        self.choices.first().map(|choice| day_number(choice.on))
    }
}

/// A to Z, a to z, and a star for every supplier after that.
fn letter(place: usize) -> char {
    ('A'..='Z').chain('a'..='z').nth(place).unwrap_or('*')
}

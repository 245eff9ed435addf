//! Which accounts an account is compared with. Only accounts that buy something are.

use std::collections::BTreeMap;

use super::baskets::Basket;
use super::verdict::{ComparableBasis, NoComparables};
use crate::facts::{Account, AccountBook};
use crate::playbook::TrajectoryPolicy;
use crate::values::Label;
use crate::values::decimal::to_f64;

/// What accounts of one group have in common.
type Group<'a> = (Option<&'a Label>, Option<&'a Label>);

/// Finds comparable accounts, by their number.
pub(super) struct Comparables<'b, 'a> {
    basis: ComparableBasis,
    accounts: &'a [AccountBook],
    baskets: &'b [Basket<'a>],
    /// By group, or by category of what is bought.
    groups: BTreeMap<Group<'a>, Vec<usize>>,
    buyers: BTreeMap<&'a Label, Vec<usize>>,
}

impl<'b, 'a> Comparables<'b, 'a> {
    pub(super) fn new(basis: ComparableBasis, accounts: &'a [AccountBook], baskets: &'b [Basket<'a>]) -> Self {
        let mut found = Self { basis, accounts, baskets, groups: BTreeMap::new(), buyers: BTreeMap::new() };
        for (number, (account, basket)) in accounts.iter().zip(baskets).enumerate() {
            if basket.is_empty() {
                continue;
            }
            if basis == ComparableBasis::Baskets {
                for category in basket.keys() {
                    found.buyers.entry(category).or_default().push(number);
                }
            } else if let Some(group) = group_of(basis, &account.account) {
                found.groups.entry(group).or_default().push(number);
            }
        }
        found
    }

    /// Those comparable with one, which is not among them.
    pub(super) fn of(&self, number: usize, policy: &TrajectoryPolicy) -> Result<Vec<usize>, NoComparables> {
        let found = match self.basis {
            ComparableBasis::Baskets => self.by_basket(number, policy)?,
            basis => {
                let account = self.accounts.get(number).ok_or(NoComparables::NotKnown)?;
                let group = group_of(basis, &account.account).ok_or(NoComparables::NotKnown)?;
                let members = self.groups.get(&group).map_or(&[][..], Vec::as_slice);
                members.iter().copied().filter(|other| *other != number).collect()
            }
        };
        let enough = usize::try_from(policy.minimum_comparables.get()).unwrap_or(usize::MAX);
        if found.len() >= enough { Ok(found) } else { Err(NoComparables::TooFew) }
    }

    /// The most similar by what they buy; equals in the order of their identifiers.
    fn by_basket(&self, number: usize, policy: &TrajectoryPolicy) -> Result<Vec<usize>, NoComparables> {
        let own = self.baskets.get(number).filter(|basket| !basket.is_empty()).ok_or(NoComparables::EmptyBasket)?;
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for category in own.keys() {
            for other in self.buyers.get(category).into_iter().flatten().filter(|other| **other != number) {
                let count = common.entry(*other).or_default();
                *count = count.saturating_add(1);
            }
        }
        let least = to_f64(policy.similar_baskets.value());
        let mut similar: Vec<(f64, usize)> = common
            .into_iter()
            .filter_map(|(other, common)| {
                let both = own.len().saturating_add(self.baskets.get(other)?.len()).saturating_sub(common);
                let similarity = common as f64 / both as f64;
                (similarity >= least).then_some((similarity, other))
            })
            .collect();
        similar.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        similar.truncate(usize::try_from(policy.most_comparables.get()).unwrap_or(usize::MAX));
        Ok(similar.into_iter().map(|(_, other)| other).collect())
    }
}

/// What an account is grouped by; none where that is not known of it.
fn group_of(basis: ComparableBasis, account: &Account) -> Option<Group<'_>> {
    let (industry, territory) = (account.industry.as_ref(), account.territory.as_ref());
    match basis {
        ComparableBasis::Industry => industry.map(|industry| (Some(industry), None)),
        ComparableBasis::Territory => territory.map(|territory| (None, Some(territory))),
        ComparableBasis::IndustryAndTerritory => {
            industry.zip(territory).map(|(industry, territory)| (Some(industry), Some(territory)))
        }
        ComparableBasis::Baskets => None,
    }
}

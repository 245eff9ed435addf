//! A few values by buying role, without a map.

use crate::facts::BuyingRole;

/// A value for each buying role.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct PerRole<T> {
    coach: T,
    user: T,
    technical_gatekeeper: T,
    economic_decision_maker: T,
}

impl<T> PerRole<T> {
    pub(super) fn of(value: impl Fn(BuyingRole) -> T) -> Self {
        Self {
            coach: value(BuyingRole::Coach),
            user: value(BuyingRole::User),
            technical_gatekeeper: value(BuyingRole::TechnicalGatekeeper),
            economic_decision_maker: value(BuyingRole::EconomicDecisionMaker),
        }
    }

    pub(super) const fn get(&self, role: BuyingRole) -> &T {
        match role {
            BuyingRole::Coach => &self.coach,
            BuyingRole::User => &self.user,
            BuyingRole::TechnicalGatekeeper => &self.technical_gatekeeper,
            BuyingRole::EconomicDecisionMaker => &self.economic_decision_maker,
        }
    }

    pub(super) const fn get_mut(&mut self, role: BuyingRole) -> &mut T {
        match role {
            BuyingRole::Coach => &mut self.coach,
            BuyingRole::User => &mut self.user,
            BuyingRole::TechnicalGatekeeper => &mut self.technical_gatekeeper,
            BuyingRole::EconomicDecisionMaker => &mut self.economic_decision_maker,
        }
    }
}

/// The buying roles that somebody plays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Roles(u8);

/// The bit of a role.
const fn bit(role: BuyingRole) -> u8 {
    match role {
        BuyingRole::Coach => 1,
        BuyingRole::User => 2,
        BuyingRole::TechnicalGatekeeper => 4,
        BuyingRole::EconomicDecisionMaker => 8,
    }
}

impl Roles {
    pub(super) const fn insert(&mut self, role: BuyingRole) {
        self.0 |= bit(role);
    }

    pub(super) const fn remove(&mut self, role: BuyingRole) {
        self.0 &= !bit(role);
    }

    pub(super) const fn contains(self, role: BuyingRole) -> bool {
        self.0 & bit(role) != 0
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// In the order of their definition.
    pub(super) fn iter(self) -> impl Iterator<Item = BuyingRole> {
        BuyingRole::ALL.iter().copied().filter(move |role| self.contains(*role))
    }
}

impl FromIterator<BuyingRole> for Roles {
    fn from_iter<I: IntoIterator<Item = BuyingRole>>(roles: I) -> Self {
        let mut all = Self::default();
        for role in roles {
            all.insert(role);
        }
        all
    }
}

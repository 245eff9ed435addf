//! Key against ordinary: a complex decision, a large sum, many people. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.

use super::standing::{Standing, converted};
use super::verdict::{BookMedians, CriterionFinding, KeyCriterion, KeyFindingState};
use crate::facts::{FactKind, FactReference};
use crate::playbook::{KeyAccountPolicy, Playbook};
use crate::values::{CurrencySum, Date, ExactSum};
use crate::verdict::{Comparison, Reason, Unit};

/// What every rule looks at beside the account itself.
pub(super) struct Measures<'a> {
    pub(super) playbook: &'a Playbook,
    pub(super) policy: &'a KeyAccountPolicy,
    pub(super) medians: &'a BookMedians,
    pub(super) as_of: Date,
}

impl Measures<'_> {
    /// A sum of the reporting currency as money.
    pub(super) fn money(&self, sum: &ExactSum) -> CurrencySum {
        let currency = self.playbook.draft().exchange.reporting_currency;
        CurrencySum { amount: sum.written_in(currency), currency }
    }

    /// A multiple of the median spend, where there is one.
    pub(super) fn times_median(&self, factor: crate::values::Factor) -> Option<ExactSum> {
        self.medians.spend.as_ref().map(|median| median.amount.times(factor.value()))
    }

    /// An amount held against a limit, either of which may not be known.
    pub(super) fn held(&self, name: &'static str, amount: Option<&ExactSum>, limit: Option<&ExactSum>) -> Comparison {
        let compared = match amount {
            Some(amount) => Comparison::new(name, self.money(amount), Unit::Money),
            None => Comparison::unknown(name, Unit::Money),
        };
        match limit {
            Some(limit) => compared.against(self.money(limit)),
            None => compared,
        }
    }
}

pub(super) fn criteria(standing: &Standing<'_>, measures: &Measures<'_>) -> Vec<CriterionFinding> {
    vec![complex_decision(standing, measures), large_sum(standing, measures), many_people(standing, measures)]
}

fn complex_decision(standing: &Standing<'_>, measures: &Measures<'_>) -> CriterionFinding {
    let policy = measures.policy;
    // The largest committee says most.
    let most = standing.deals.iter().rev().max_by_key(|deal| (deal.people, deal.roles));
    let count = |limit: u32| usize::try_from(limit).unwrap_or(usize::MAX);
    let is_complex = |people: usize, roles: usize| {
        people >= count(policy.committee_people) || roles >= count(policy.committee_roles)
    };
    let met = standing.deals.iter().find(|deal| is_complex(deal.people, deal.roles));
    let (state, message) = match (met, most) {
        (Some(deal), _) => (
            KeyFindingState::Met,
            format!("{} people in {} buying roles decide on `{}`", deal.people, deal.roles, deal.opportunity.id),
        ),
        (None, Some(deal)) if deal.people > 0 => (
            KeyFindingState::NotMet,
            format!("no more than {} people are known to decide on an opportunity", deal.people),
        ),
        _ => (KeyFindingState::Unknown, "nobody is known who decides on an opportunity".to_owned()),
    };
    let shown = met.or(most.filter(|deal| deal.people > 0));
    let mut reason = Reason::new("complex_decision", message);
    reason = match shown {
        Some(deal) => reason
            .comparing(Comparison::new("committee_people", deal.people, Unit::Count).against(policy.committee_people))
            .comparing(Comparison::new("committee_roles", deal.roles, Unit::Count).against(policy.committee_roles))
            .citing([FactReference::new(FactKind::Opportunity, &deal.opportunity.id)]),
        None => reason.comparing(Comparison::unknown("committee_people", Unit::Count).against(policy.committee_people)),
    };
    CriterionFinding { criterion: KeyCriterion::ComplexDecision, state, reason }
}

fn large_sum(standing: &Standing<'_>, measures: &Measures<'_>) -> CriterionFinding {
    let policy = measures.policy;
    let limit = match policy.large_sum {
        Some(money) => converted(money, measures.playbook, measures.as_of),
        None => measures.times_median(policy.large_sum_multiple),
    };
    let deal = standing
        .deals
        .iter()
        .filter_map(|deal| Some((deal.worth.as_ref()?, &deal.opportunity.id)))
        .reduce(|one, next| if next.0 > one.0 { next } else { one });
    let spend = standing.value().filter(|_| standing.spend.priced > 0);
    let largest = [spend, deal.map(|(worth, _)| worth)].into_iter().flatten().max();
    let (state, message) = match (&limit, largest) {
        (None, _) => (
            KeyFindingState::Unknown,
            "there is nothing to hold sums against: too few accounts bought, or no rate is known".to_owned(),
        ),
        (Some(_), None) => (KeyFindingState::Unknown, "no sum is known that was spent or is negotiated".to_owned()),
        (Some(limit), Some(largest)) if largest >= limit => {
            (KeyFindingState::Met, "a large sum is spent in a year or negotiated".to_owned())
        }
        (Some(_), Some(_)) => {
            (KeyFindingState::NotMet, "no large sum is known to be spent in a year or negotiated".to_owned())
        }
    };
    let mut reason = Reason::new("large_sum", message)
        .comparing(measures.held("spent_in_a_year", spend, limit.as_ref()))
        .comparing(measures.held("largest_deal", deal.map(|(worth, _)| worth), limit.as_ref()));
    if let Some((_, id)) = deal {
        reason = reason.citing([FactReference::new(FactKind::Opportunity, id)]);
    }
    CriterionFinding { criterion: KeyCriterion::LargeSum, state, reason }
}

fn many_people(standing: &Standing<'_>, measures: &Measures<'_>) -> CriterionFinding {
    let limit = measures.policy.many_people;
    let (state, message) = match standing.people {
        0 => (KeyFindingState::Unknown, "nobody of the account is known".to_owned()),
        people if people >= usize::try_from(limit).unwrap_or(usize::MAX) => {
            (KeyFindingState::Met, format!("{people} people of the account are known"))
        }
        people => (KeyFindingState::NotMet, format!("no more than {people} people of the account are known")),
    };
    let compared = match standing.people {
        0 => Comparison::unknown("people", Unit::Count),
        people => Comparison::new("people", people, Unit::Count),
    };
    let reason = Reason::new("many_people", message).comparing(compared.against(limit));
    CriterionFinding { criterion: KeyCriterion::ManyPeople, state, reason }
}

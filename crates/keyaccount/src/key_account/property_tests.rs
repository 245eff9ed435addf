//! Laws over random portfolios.

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::facts::testing::{as_of, facts, shuffled};
use crate::facts::{Book, Facts};
use crate::playbook::Playbook;

fn classify(facts: Facts) -> KeyAccountsVerdict {
    classify_key_accounts(&Book::from_facts(facts), &Playbook::six_stage(), as_of())
}

proptest! {
    #[test]
    fn every_account_is_in_one_tier_and_money_adds_up(facts in facts()) {
        let verdict = classify(facts);
        let members: usize = verdict.tiers.iter().map(|tier| tier.accounts).sum();
        prop_assert_eq!(members, verdict.accounts.len());
        let mut rest = crate::values::ExactSum::zero();
        for account in &verdict.accounts {
            if let Some(value) = &account.value {
                rest.add(&value.amount);
            }
            prop_assert_eq!(account.tier_by_rules.is_none(), account.value.is_none());
            prop_assert_eq!((account.criteria.len(), account.kinds.len()), (3, 4));
            let of_kind = account.kinds.iter().find(|finding| Some(finding.kind) == account.primary_kind);
            prop_assert!(of_kind.is_none_or(|finding| finding.state == KeyFindingState::Met));
        }
        for tier in &verdict.tiers {
            rest.subtract(&tier.value);
        }
        prop_assert!(rest.is_zero());
        let text = serde_json::to_string(&verdict).unwrap();
        prop_assert_eq!(serde_json::from_str::<KeyAccountsVerdict>(&text).unwrap(), verdict);
    }

    #[test]
    fn the_order_of_facts_does_not_matter(facts in facts(), seeds in prop::collection::vec(any::<Index>(), 8)) {
        prop_assert_eq!(classify(shuffled(facts.clone(), &seeds)), classify(facts));
    }

    #[test]
    fn later_facts_do_not_matter(facts in facts()) {
        let mut known = facts.clone();
        known.purchases.retain(|fact| fact.on <= as_of());
        known.wallet_estimates.retain(|fact| fact.on <= as_of());
        known.key_account_judgements.retain(|fact| fact.on <= as_of());
        known.opportunity_competitors.retain(|fact| fact.on <= as_of());
        known.stakeholder_changes.retain(|fact| fact.on <= as_of());
        // Of two rows with one identifier the one kept may be the later one.
        let whole = Book::from_facts(facts.clone());
        let doubled = whole.problems().iter().any(|problem| problem.code == crate::ProblemCode::ConflictingId);
        if !doubled {
            prop_assert_eq!(classify(known), classify(facts));
        }
    }
}

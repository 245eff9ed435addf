//! The four kinds of key accounts. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.

use super::criteria::Measures;
use super::standing::Standing;
use super::verdict::{KeyFindingState, KindFinding, PotentialBasis};
use crate::facts::{FactKind, FactReference, KeyAccountKind};
use crate::values::Language;
use crate::verdict::{Comparison, Reason, Unit};

/// Every kind, in order.
pub(super) fn kinds(standing: &Standing<'_>, measures: &Measures<'_>) -> Vec<KindFinding> {
    let finding = |kind: KeyAccountKind| {
        let rules = match kind {
            KeyAccountKind::Economic => vec![volume(standing, measures), frequency(standing, measures)],
            KeyAccountKind::Important => vec![industry(standing, measures)],
            KeyAccountKind::Group => vec![family(standing)],
            KeyAccountKind::Strategic => vec![potential(standing, measures), target(standing, measures)],
        };
        // One rule is enough; what none meets is only known where every rule knows it.
        let any = |state| rules.iter().any(|(found, _)| *found == state);
        let state = match (any(KeyFindingState::Met), any(KeyFindingState::Unknown)) {
            (true, _) => KeyFindingState::Met,
            (false, true) => KeyFindingState::Unknown,
            (false, false) => KeyFindingState::NotMet,
        };
        KindFinding { kind, state, reasons: rules.into_iter().map(|(_, reason)| reason).collect() }
    };
    KeyAccountKind::ALL.iter().copied().map(finding).collect()
}

type Rule = (KeyFindingState, Reason);

/// Whether something known reaches a limit that is known.
fn reaches<T: PartialOrd>(actual: Option<&T>, limit: Option<&T>) -> KeyFindingState {
    match (actual, limit) {
        (Some(actual), Some(limit)) if actual >= limit => KeyFindingState::Met,
        (Some(_), Some(_)) => KeyFindingState::NotMet,
        _ => KeyFindingState::Unknown,
    }
}

fn volume(standing: &Standing<'_>, measures: &Measures<'_>) -> Rule {
    let limit = measures.times_median(measures.policy.volume_multiple);
    let value = standing.value();
    let mut state = reaches(value, limit.as_ref());
    if state == KeyFindingState::NotMet && standing.spend.left_out() > 0 {
        // It spent at least so much.
        state = KeyFindingState::Unknown;
    }
    let message = match state {
        KeyFindingState::Met => "it spends much more than the accounts of this book usually do",
        KeyFindingState::NotMet => "it spends no more than a few times what accounts of this book usually do",
        KeyFindingState::Unknown => "how much it spends beside other accounts is not known",
    };
    (state, Reason::new("volume", message).comparing(measures.held("spent_in_a_year", value, limit.as_ref())))
}

fn frequency(standing: &Standing<'_>, measures: &Measures<'_>) -> Rule {
    let factor = measures.policy.frequency_multiple.value();
    let twice = measures.medians.orders_twice.map(rust_decimal::Decimal::from);
    let limit = twice.and_then(|twice| twice.checked_mul(factor)?.checked_div(rust_decimal::Decimal::TWO));
    let orders = rust_decimal::Decimal::from(standing.orders);
    let state = reaches(Some(&orders), limit.as_ref());
    let message = match state {
        KeyFindingState::Met => "it orders much more often than the accounts of this book usually do",
        KeyFindingState::NotMet => "it does not order much more often than others",
        KeyFindingState::Unknown => "too few accounts bought to say what is often",
    };
    let compared = Comparison::new("orders_in_a_year", standing.orders, Unit::Count);
    let compared = match limit {
        Some(limit) => compared.against(limit.normalize()),
        None => compared,
    };
    (state, Reason::new("frequency", message).comparing(compared))
}

fn industry(standing: &Standing<'_>, measures: &Measures<'_>) -> Rule {
    let account = &standing.account.account;
    let (state, message) = match &account.industry {
        None => (KeyFindingState::Unknown, "its industry is not known".to_owned()),
        Some(industry) => {
            let name = industry.as_str().trim().to_lowercase();
            let listed = &measures.policy.important_industries;
            match listed.iter().any(|listed| listed.as_str().trim().to_lowercase() == name) {
                true => (KeyFindingState::Met, format!("its industry, `{industry}`, counts in public")),
                false => {
                    (KeyFindingState::NotMet, format!("its industry, `{industry}`, is not among the important ones"))
                }
            }
        }
    };
    (state, Reason::new("industry", message).citing([FactReference::new(FactKind::Account, &account.id)]))
}

fn family(standing: &Standing<'_>) -> Rule {
    let account = &standing.account.account;
    let (state, message) = match (&account.parent, standing.subsidiaries) {
        (Some(parent), _) => (KeyFindingState::Met, format!("it belongs to `{parent}`")),
        (None, 0) => {
            let message = "it is recorded neither as a part of another account nor as having parts; whether it is tied to \
                           us in the value chain is not recorded";
            (KeyFindingState::Unknown, message.to_owned())
        }
        (None, parts) => (KeyFindingState::Met, format!("{parts} account(s) of this book belong to it")),
    };
    let own = FactReference::new(FactKind::Account, &account.id);
    let parent = account.parent.as_ref().map(|parent| FactReference::new(FactKind::Account, parent));
    let parts = Comparison::new("subsidiaries", standing.subsidiaries, Unit::Count);
    (state, Reason::new("group", message).comparing(parts).citing([own]).citing(parent))
}

fn potential(standing: &Standing<'_>, measures: &Measures<'_>) -> Rule {
    let limit = measures.times_median(measures.policy.potential_multiple);
    let amount = standing.potential.as_ref().map(|(amount, _)| amount);
    let state = reaches(amount, limit.as_ref());
    let from = match standing.potential.as_ref().map(|(_, basis)| basis) {
        Some(PotentialBasis::WalletEstimate) => "by an estimate of what it buys elsewhere",
        Some(PotentialBasis::OpenPipeline) => "by its open opportunities",
        None => "neither an estimate of its wallet nor an open opportunity with an amount is known",
    };
    let message = match state {
        KeyFindingState::Met => format!("it could buy much more than accounts of this book usually do, {from}"),
        KeyFindingState::NotMet => format!("its potential is not far above what accounts usually spend, {from}"),
        KeyFindingState::Unknown => format!("its potential beside other accounts is not known: {from}"),
    };
    (state, Reason::new("potential", message).comparing(measures.held("potential", amount, limit.as_ref())))
}

fn target(standing: &Standing<'_>, measures: &Measures<'_>) -> Rule {
    let rivals = standing.rivals.len();
    let limit = measures.policy.rivals;
    let (state, message) = match rivals {
        // That none is recorded does not mean that there is none.
        0 => (KeyFindingState::Unknown, "no competitor is known to be at work there".to_owned()),
        _ if rivals >= usize::try_from(limit).unwrap_or(usize::MAX) => {
            (KeyFindingState::Met, format!("{rivals} competitors are at work there"))
        }
        _ => (KeyFindingState::NotMet, format!("only {rivals} competitor(s) are known to be at work there")),
    };
    let compared = match rivals {
        0 => Comparison::unknown("rivals", Unit::Count),
        _ => Comparison::new("rivals", rivals, Unit::Count),
    };
    (state, Reason::new("rivals_target", message).comparing(compared.against(limit)))
}

/// Says which kind comes first, and why.
pub(super) fn primary(findings: &[KindFinding], judged: Option<KeyAccountKind>) -> Option<KeyAccountKind> {
    judged.or_else(|| findings.iter().find(|finding| finding.state == KeyFindingState::Met).map(|finding| finding.kind))
}

/// A kind's name within a sentence.
pub(super) const fn name(kind: KeyAccountKind) -> &'static str {
    kind.label(Language::En)
}

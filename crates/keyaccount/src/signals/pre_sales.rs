//! Signal 2: pre-sales looks worthless because the product is mature and needs no promotion.

use std::collections::{BTreeMap, BTreeSet};

use super::ground::{Finding, Ground};
use super::run::held_since;
use crate::facts::{FactKind, FactReference, Interaction, Purchase, Topic};
use crate::values::{Date, Label};
use crate::verdict::{Comparison, Confidence, Reason, Severity, Unit};

const SAID: &str = "pre_sales_declined";
const SEEN: &str = "pre_sales_idle_on_mature_product";

/// Raised where the customer said that it needs no pre-sales support, or where a mature product keeps being ordered
/// while our side speaks of anything but pre-sales.
///
/// A statement no longer stands once the customer takes part in pre-sales work on a later day. Unknown where no
/// purchase is known and the customer said nothing, and where either condition is unknown and the other not met.
pub(super) fn pre_sales_looks_worthless(ground: Ground<'_>) -> Finding {
    said(ground).or(seen(ground))
}

fn said(ground: Ground<'_>) -> Finding {
    if let Some(statements) = ground.statements(Topic::PreSalesDeclined, Topic::is_pre_sales) {
        let message = format!("the customer said on {} that it needs no pre-sales support", statements.latest());
        let reason = Reason::new(SAID, message)
            .comparing(Comparison::new("statements", statements.said.len(), Unit::Count).against(1))
            .comparing(Comparison::new("statement_days", ground.policy.statement_days, Unit::Days))
            .citing(statements.facts());
        return Finding::raised(Severity::High, statements.confidence(), statements.since, reason);
    }
    if ground.heard().next().is_none() {
        return Finding::unknown(Reason::new(SAID, "nothing that the customer said is recorded by topic"));
    }
    let reason = Reason::new(SAID, "the customer did not decline pre-sales support")
        .comparing(Comparison::new("statements", 0, Unit::Count).against(1));
    Finding::clear(ground.confidence_in_silence(), reason)
}

/// A product category that keeps being ordered long after its first order.
struct Mature<'a> {
    category: Option<&'a Label>,
    first_order: Date,
    since: Date,
    recent: Vec<&'a Purchase>,
}

fn seen(ground: Ground<'_>) -> Finding {
    let days = ground.policy.window_days;
    if ground.purchases().next().is_none() {
        return Finding::unknown(Reason::new(SEEN, "no purchase is known"));
    }
    let mature = mature_categories(ground);
    if mature.is_empty() {
        let reason = Reason::new(SEEN, "no mature product is ordered again and again")
            .comparing(Comparison::new("minimum_orders", ground.policy.minimum_orders, Unit::Count))
            .comparing(Comparison::new("mature_after_days", ground.policy.mature_after_days, Unit::Days));
        return Finding::clear(Confidence::High, reason);
    }
    let spoken: Vec<&Interaction> = ground.of_our_side().filter(|said| said.on >= ground.window_start()).collect();
    let in_window = Comparison::new("interactions_of_our_side", spoken.len(), Unit::Count);
    let Some(speaking_since) = held_since(ground.of_our_side().map(|said| ((), said.on)), 1, days, ground.as_of) else {
        let message = "our side is not recorded as speaking with the customer at all";
        return Finding::clear(Confidence::Low, Reason::new(SEEN, message).comparing(in_window.against(1)));
    };
    let pre_sales: Vec<&Interaction> = spoken.iter().copied().filter(|said| is_pre_sales(said)).collect();
    if !pre_sales.is_empty() {
        let reason = Reason::new(SEEN, format!("our side did pre-sales work in the last {days} days"))
            .comparing(Comparison::new("pre_sales_interactions", pre_sales.len(), Unit::Count).against(0))
            .citing(pre_sales.iter().map(|said| FactReference::new(FactKind::Interaction, &said.id)));
        return Finding::clear(Confidence::High, reason);
    }
    let open: Vec<&Interaction> = spoken.iter().copied().filter(|said| said.topics.is_empty()).collect();
    let Some(found) = mature.iter().filter(|found| found.category.is_some()).min_by_key(|found| found.since) else {
        let message = "orders of long standing name no product category, so that a mature product cannot be told";
        return Finding::unknown(Reason::new(SEEN, message));
    };
    if !open.is_empty() {
        let reason =
            Reason::new(SEEN, "a mature product is ordered, and what our side spoke about is not recorded throughout")
                .comparing(Comparison::unknown("pre_sales_interactions", Unit::Count).against(0))
                .comparing(Comparison::new("interactions_without_topic", open.len(), Unit::Count).against(0))
                .citing(open.iter().map(|said| FactReference::new(FactKind::Interaction, &said.id)));
        return Finding::unknown(reason);
    }
    let maybe_pre_sales = |said: &&Interaction| is_pre_sales(said) || said.topics.is_empty();
    let last = ground.of_our_side().filter(maybe_pre_sales).map(|said| said.on).max();
    let idle_since = last.map_or(found.since, |last| last.plus_days(days).plus_days(1));
    let category = found.category.map_or("", Label::as_str);
    let message = format!(
        "`{category}` has been ordered since {}, and our side does no pre-sales work any more",
        found.first_order
    );
    let reason = Reason::new(SEEN, message)
        .comparing(
            Comparison::new("days_since_first_order", ground.as_of.days_since(found.first_order), Unit::Days)
                .against(ground.policy.mature_after_days),
        )
        .comparing(
            Comparison::new("order_days", occasions(&found.recent), Unit::Count).against(ground.policy.minimum_orders),
        )
        .comparing(in_window.against(1))
        .comparing(Comparison::new("pre_sales_interactions", 0, Unit::Count).against(0))
        .comparing(Comparison::new("window_days", days, Unit::Days))
        .citing(found.recent.iter().map(|order| FactReference::new(FactKind::Purchase, &order.id)));
    let since = found.since.max(idle_since).max(speaking_since);
    Finding::raised(Severity::Medium, Confidence::Medium, since, reason)
}

/// The categories first ordered long ago and ordered often in the window; orders without a category are one of them.
fn mature_categories(ground: Ground<'_>) -> Vec<Mature<'_>> {
    let mut categories: BTreeMap<Option<&Label>, Vec<&Purchase>> = BTreeMap::new();
    for order in ground.our_orders() {
        categories.entry(order.category.as_ref()).or_default().push(order);
    }
    categories.into_iter().filter_map(|(category, orders)| mature(ground, category, &orders)).collect()
}

fn mature<'a>(ground: Ground<'a>, category: Option<&'a Label>, orders: &[&'a Purchase]) -> Option<Mature<'a>> {
    let policy = ground.policy;
    let first_order = orders.iter().map(|order| order.on).min()?;
    if ground.as_of.days_since(first_order) < i64::from(policy.mature_after_days) {
        return None;
    }
    let days = orders.iter().map(|order| (order.on, order.on));
    let ordered_since = held_since(days, policy.minimum_orders, policy.window_days, ground.as_of)?;
    let since = ordered_since.max(first_order.plus_days(policy.mature_after_days));
    let recent = orders.iter().copied().filter(|order| order.on >= ground.window_start()).collect();
    Some(Mature { category, first_order, since, recent })
}

fn occasions(orders: &[&Purchase]) -> usize {
    orders.iter().map(|order| order.on).collect::<BTreeSet<Date>>().len()
}

fn is_pre_sales(interaction: &Interaction) -> bool {
    interaction.topics.iter().any(|topic| topic.is_pre_sales())
}

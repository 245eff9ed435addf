//! Signal 1: orders arrive like snowflakes while nobody sells.

use std::collections::BTreeSet;

use super::ground::{Finding, Ground};
use super::run::held_since;
use crate::facts::{FactKind, FactReference, Interaction, Topic};
use crate::values::Date;
use crate::verdict::{Comparison, Confidence, Reason, Severity, Unit};

const RULE: &str = "orders_without_selling";

/// Raised where our orders keep arriving in the window and our side did no selling in it.
///
/// Orders of one day are one occasion. Selling is what our side said about needs, solutions, demonstrations, price,
/// contract or the relationship, or in a meeting. Unknown where no purchase is known; where no interaction was ever
/// recorded, because then silence cannot be told from missing records; and where our side spoke in the window on
/// topics that were not recorded.
pub(super) fn orders_without_selling(ground: Ground<'_>) -> Finding {
    let (minimum, days, first) = (ground.policy.minimum_orders, ground.policy.window_days, ground.window_start());
    if ground.purchases().next().is_none() {
        return Finding::unknown(Reason::new(RULE, "no purchase is known"));
    }
    let recent: Vec<_> = ground.our_orders().filter(|order| order.on >= first).collect();
    let occasions = recent.iter().map(|order| order.on).collect::<BTreeSet<Date>>().len();
    let orders = Comparison::new("order_days", occasions, Unit::Count).against(minimum);
    let window = Comparison::new("window_days", days, Unit::Days);
    let Some(ordering_since) =
        held_since(ground.our_orders().map(|order| (order.on, order.on)), minimum, days, ground.as_of)
    else {
        let reason = Reason::new(RULE, format!("orders on {occasions} days in the last {days} days"))
            .comparing(orders)
            .comparing(window);
        return Finding::clear(Confidence::High, reason);
    };
    let selling: Vec<&Interaction> = ground.of_our_side().filter(|said| said.on >= first && is_selling(said)).collect();
    if !selling.is_empty() {
        let reason =
            Reason::new(RULE, format!("orders on {occasions} days, and our side sold in the last {days} days"))
                .comparing(orders)
                .comparing(Comparison::new("selling_interactions", selling.len(), Unit::Count).against(0))
                .comparing(window)
                .citing(selling.iter().map(|said| FactReference::new(FactKind::Interaction, &said.id)));
        return Finding::clear(Confidence::High, reason);
    }
    if ground.interactions().next().is_none() {
        let message = "orders arrive, and no interaction is recorded from which to tell whether anybody sells";
        let reason = Reason::new(RULE, message)
            .comparing(orders)
            .comparing(Comparison::unknown("selling_interactions", Unit::Count).against(0));
        return Finding::unknown(reason);
    }
    let open: Vec<&Interaction> = ground.of_our_side().filter(|said| said.on >= first && is_open(said)).collect();
    if !open.is_empty() {
        let message = "orders arrive, and what our side spoke about is not recorded throughout";
        let reason = Reason::new(RULE, message)
            .comparing(orders)
            .comparing(Comparison::unknown("selling_interactions", Unit::Count).against(0))
            .comparing(Comparison::new("interactions_without_topic", open.len(), Unit::Count).against(0))
            .citing(open.iter().map(|said| FactReference::new(FactKind::Interaction, &said.id)));
        return Finding::unknown(reason);
    }
    let last_sold = ground.of_our_side().filter(|said| is_selling(said) || is_open(said)).map(|said| said.on).max();
    let quiet_since = last_sold.map(|last| last.plus_days(days).plus_days(1));
    let message = format!("orders on {occasions} days in the last {days} days while nobody of ours sold");
    let silence = Comparison::new("selling_interactions", 0, Unit::Count).against(0);
    let last = match last_sold {
        Some(last) => Comparison::new("last_selling", last, Unit::Date),
        None => Comparison::unknown("last_selling", Unit::Date),
    };
    let reason = Reason::new(RULE, message)
        .comparing(orders)
        .comparing(silence)
        .comparing(last)
        .comparing(window)
        .citing(recent.iter().map(|order| FactReference::new(FactKind::Purchase, &order.id)));
    let since = quiet_since.map_or(ordering_since, |quiet| quiet.max(ordering_since));
    Finding::raised(Severity::High, Confidence::High, since, reason)
}

fn is_selling(interaction: &Interaction) -> bool {
    let sells =
        |topic: &Topic| topic.is_pre_sales() || matches!(topic, Topic::Price | Topic::Contract | Topic::Relationship);
    interaction.channel.is_meeting() || interaction.topics.iter().any(sells)
}

/// Whether it may have been selling: no topic is recorded.
fn is_open(interaction: &Interaction) -> bool {
    interaction.topics.is_empty() && !interaction.channel.is_meeting()
}

//! Judges an account's loyalty, category by category and as a whole.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::cadence::finding_from_cadence;
use super::from_choices::{Portion, finding_from_choices};
use super::occasions::{Occasions, dated_until};
use super::rhythm::rhythm_of;
use super::satisfaction::satisfaction_of;
use super::switching::switching_costs_of;
use super::verdict::{
    CategoryLoyalty, LoyaltyBasis, LoyaltyFinding, LoyaltyPattern, LoyaltyVerdict, MoveDirection, OverallSource,
};
use super::wallet::wallet_of;
use crate::facts::{AccountBook, Purchase, Supplier};
use crate::playbook::Playbook;
use crate::values::{Date, Label};
use crate::verdict::{Comparison, Reason, Unit};

/// Judges how loyal an account is to us, from its purchases up to `as_of`. Source: `[OCD]`, `[KRM]`, `[DMC]`, D10.
///
/// Within a category where a competitor's order is known, the pattern is told from the sequence of supplier choices;
/// elsewhere from the cadence of our own orders, with less confidence. Choices of different categories are never put
/// in one sequence: who buys presses from us and always buys paper from another is loyal twice, not scattered.
///
/// The overall pattern is that of the category in which the account chose most often: there the relationship is
/// decided, and one odd side category does not colour the whole account. Equals go to the more worrying pattern, then
/// by name. A move away from us in any other category is added as a reason, so that it is not hidden. Where no
/// competitor's order is known at all, the cadence of all our orders together is judged.
///
/// # Examples
/// ```
/// use keyaccount::{Book, LoyaltyBasis, LoyaltyPattern, Playbook, judge_loyalty};
///
/// let order = |month: u32| format!(
///     r#"{{"id": "o{month}", "account": "north-plant", "on": "2025-{month:02}-10", "supplier": {{"type": "us"}}}}"#
/// );
/// let orders: Vec<String> = (1..=12).map(order).collect();
/// let book = Book::from_json(&format!(
///     r#"{{"accounts": [{{"id": "north-plant", "name": "North Plant Ltd"}}], "purchases": [{}]}}"#,
///     orders.join(",")
/// ))?;
/// let verdict = judge_loyalty(&book.accounts()[0], &Playbook::six_stage(), "2025-12-20".parse()?);
/// assert_eq!(verdict.overall.pattern, LoyaltyPattern::Continuous);
/// assert_eq!(verdict.overall.basis, LoyaltyBasis::OwnOrdersOnly);
/// assert!(verdict.overall.our_share_of_orders.is_none()); // unknown, not 100%
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[must_use]
pub fn judge_loyalty(account: &AccountBook, playbook: &Playbook, as_of: Date) -> LoyaltyVerdict {
    let draft = playbook.draft();
    let known = dated_until(&account.purchases, as_of);
    let occasions = Occasions::of(&known);
    let mut groups: BTreeMap<Named<'_>, Vec<&Purchase>> = BTreeMap::new();
    for purchase in &known {
        groups.entry(Named(purchase.category.as_ref())).or_default().push(purchase);
    }
    let names_categories = groups.keys().any(|name| name.0.is_some());
    let competitors_known = known.iter().any(|purchase| is_competitors_order(purchase));
    let mut judged: Vec<Judged<'_>> = Vec::with_capacity(groups.len());
    if competitors_known || names_categories {
        judged.extend(groups.iter().map(|(name, purchases)| {
            let (finding, portion) = if purchases.iter().any(|purchase| is_competitors_order(purchase)) {
                finding_from_choices(purchases, &draft.loyalty)
            } else {
                (finding_from_cadence(&Occasions::of(purchases), draft, as_of), Portion::default())
            };
            Judged { category: name.0, finding, portion }
        }));
    }
    let leading = judged.iter().min_by_key(|judged| judged.rank()).filter(|_| competitors_known);
    let (overall, overall_source) = match leading {
        Some(leading) => overall_of(leading, &judged),
        None => (finding_from_cadence(&occasions, draft, as_of), OverallSource::AllOrders {}),
    };
    let listed = judged.into_iter().filter(|_| names_categories);
    LoyaltyVerdict {
        account: account.account.id.clone(),
        as_of,
        playbook: playbook.fingerprint().to_owned(),
        overall,
        overall_source,
        categories: listed
            .map(|judged| CategoryLoyalty { category: judged.category.cloned(), finding: judged.finding })
            .collect(),
        rhythm: rhythm_of(&occasions, &draft.lifecycle, as_of),
        wallet: wallet_of(account, playbook, as_of),
        satisfaction: satisfaction_of(account, playbook, as_of),
        switching_costs: switching_costs_of(account, as_of),
    }
}

fn is_competitors_order(purchase: &Purchase) -> bool {
    matches!(purchase.supplier, Supplier::Competitor { .. }) && !purchase.is_return()
}

/// A category's name; no name comes last.
#[derive(PartialEq, Eq)]
struct Named<'a>(Option<&'a Label>);

impl Ord for Named<'_> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.0.is_none(), self.0).cmp(&(other.0.is_none(), other.0))
    }
}

impl PartialOrd for Named<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// A category with its finding and what is needed to combine it with others.
struct Judged<'a> {
    category: Option<&'a Label>,
    finding: LoyaltyFinding,
    portion: Portion,
}

impl Judged<'_> {
    /// The leading category has the least rank; equals are in the order of names already.
    fn rank(&self) -> (bool, Reverse<usize>, u8) {
        let concern = match (self.finding.pattern, self.moves_away()) {
            (LoyaltyPattern::Changing, true) => 0,
            (LoyaltyPattern::Elsewhere, _) => 1,
            (LoyaltyPattern::Scattered, _) => 2,
            (LoyaltyPattern::Changing, false) => 3,
            (LoyaltyPattern::Intermittent, _) => 4,
            (LoyaltyPattern::Continuous | LoyaltyPattern::Undetermined, _) => 5,
        };
        (self.finding.pattern == LoyaltyPattern::Undetermined, Reverse(self.finding.choices), concern)
    }

    fn moves_away(&self) -> bool {
        self.finding.movement.as_ref().is_some_and(|movement| movement.direction == MoveDirection::AwayFromUs)
    }

    fn name(&self) -> &str {
        self.category.map_or("purchases without a category", Label::as_str)
    }
}

/// The leading category's finding, with the shares of the whole account and the moves away in other categories.
fn overall_of(leading: &Judged<'_>, judged: &[Judged<'_>]) -> (LoyaltyFinding, OverallSource) {
    let mut overall = leading.finding.clone();
    let portion = judged.iter().fold(Portion::default(), |sum, judged| sum.and(&judged.portion));
    // Where only our own orders are known in the leading category, the others' shares would not be the account's.
    let is_known = overall.basis == LoyaltyBasis::SupplierChoices;
    overall.our_share_of_orders = portion.of_orders().filter(|_| is_known);
    overall.share_of_wallet = portion.of_money().filter(|_| is_known);
    if judged.len() > 1 {
        overall.reasons.retain(|reason| reason.rule != "share_of_wallet");
        if is_known {
            overall.reasons.push(portion.reason());
        }
        let message = format!("`{}` has the most choices of {} categories", leading.name(), judged.len());
        overall.reasons.push(Reason::new("leading_category", message).comparing(Comparison::new(
            "choices",
            leading.finding.choices,
            Unit::Count,
        )));
    }
    let elsewhere = judged.iter().filter(|judged| judged.category != leading.category && judged.moves_away());
    overall.reasons.extend(elsewhere.filter_map(|judged| {
        let movement = judged.finding.movement.as_ref()?;
        let message = format!("in `{}` the account moved away from us", judged.name());
        let since = Comparison::new("since", movement.since, Unit::Date);
        Some(Reason::new("moved_away_in_category", message).comparing(since))
    }));
    (overall, OverallSource::LeadingCategory { category: leading.category.cloned() })
}

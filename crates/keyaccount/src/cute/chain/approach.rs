//! Whom we need and have not, and how to reach them.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::graph::NodeIndex;

use super::blockers::blockers;
use super::links::{People, member};
use super::paths::{Search, Way};
use super::verdict::{Approach, ApproachCause, NoPathCause, ReachPath, ReachStep};
use crate::cute::view::{Member, View};
use crate::facts::{BuyingRole, CoachPosition, FactKind, FactReference, Stance};
use crate::playbook::CoverageLevel;
use crate::values::{Language, StakeholderId};
use crate::verdict::{Comparison, Reason, Unit};

/// How many nodes and edges may be looked at before approaches are given without ways.
const MOST_WORK: u64 = 20_000_000;

/// The order in which people are approached: by the weightiest role they are needed in.
const ORDER: [BuyingRole; 4] =
    [BuyingRole::EconomicDecisionMaker, BuyingRole::TechnicalGatekeeper, BuyingRole::User, BuyingRole::Coach];

/// How to reach everybody whom we need, decision makers first, and then whoever was asked for.
pub(super) fn approaches(
    people: &People<'_>,
    view: &View<'_>,
    search: &Search<'_>,
    requested: &[StakeholderId],
) -> Vec<Approach> {
    let mut found: Vec<Approach> = Vec::new();
    let needed = needed(view);
    let requested: BTreeSet<&StakeholderId> = requested.iter().filter(|id| !needed.contains_key(id)).collect();
    let mut needed: Vec<_> = needed.into_iter().collect();
    needed.sort_by_key(|(_, (place, cause))| (*place, *cause));
    let causes = needed.into_iter().map(|(person, (_, cause))| (person, cause));
    for (person, cause) in causes.chain(requested.into_iter().map(|person| (person, ApproachCause::Requested))) {
        found.push(approach(people, view, search, person, cause));
    }
    found
}

/// Whoever is to be approached, with the place in the order of roles and the cause.
///
/// Of decision makers and gatekeepers everybody, for each has a say of their own; of users and coaches those who lack
/// what the stage asks for, as long as nobody else covers the role. People of our own company never.
fn needed<'v>(view: &'v View<'_>) -> BTreeMap<&'v StakeholderId, (usize, ApproachCause)> {
    let mut found: BTreeMap<&StakeholderId, (usize, ApproachCause)> = BTreeMap::new();
    for (place, role) in ORDER.into_iter().enumerate() {
        let level = match role {
            BuyingRole::EconomicDecisionMaker | BuyingRole::TechnicalGatekeeper => CoverageLevel::Favourable,
            BuyingRole::User | BuyingRole::Coach => {
                // Whoever is for us is reached: what they do for us is no matter of ways.
                match view.required(role).map(|level| level.min(CoverageLevel::Favourable)) {
                    Some(level) if view.reached(role) < level => level,
                    _ => continue,
                }
            }
        };
        let is_ours = |member: &Member<'_>| member.seat.coach_position == Some(CoachPosition::OurCompany);
        for holder in view.holders(role).into_iter().filter(|member| !is_ours(member)) {
            if let Some(cause) = cause(holder, role, level) {
                found.entry(holder.seat.person).or_insert((place, cause));
            }
        }
    }
    found
}

/// The first thing that is missing with somebody, of what a level asks for.
fn cause(member: &Member<'_>, role: BuyingRole, level: CoverageLevel) -> Option<ApproachCause> {
    let decides = role == BuyingRole::EconomicDecisionMaker;
    if level < CoverageLevel::Contacted {
        None
    } else if member.last_contact().is_none() {
        Some(ApproachCause::NotContacted)
    } else if decides && member.last_met().is_none() {
        Some(ApproachCause::NeverMet)
    } else if !member.is_recent {
        Some(ApproachCause::Silent)
    } else if level < CoverageLevel::Favourable || member.is_favourable() {
        None
    } else if member.seat.stance.is_none() {
        Some(ApproachCause::StanceUnknown)
    } else {
        Some(ApproachCause::NotFavourable)
    }
}

fn approach(
    people: &People<'_>,
    view: &View<'_>,
    search: &Search<'_>,
    target: &StakeholderId,
    cause: ApproachCause,
) -> Approach {
    let part = member(view, target);
    let node = people.place(target).map(NodeIndex::new);
    let is_searched = search.work() < MOST_WORK;
    let ways = node.filter(|_| is_searched).map_or_else(Vec::new, |node| search.nearest(node));
    let nearest = ways.first().map(|way| way.cost.distance);
    let no_path = if !ways.is_empty() {
        None
    } else if node.is_none() {
        Some(if people.knows(target) { NoPathCause::TargetLeft } else { NoPathCause::TargetUnknown })
    } else if !search.trust.has_ways() {
        Some(NoPathCause::NobodyForUsInContact)
    } else if !is_searched {
        Some(NoPathCause::NotSearched)
    } else {
        Some(NoPathCause::NoConnection)
    };
    let paths: Vec<ReachPath> = ways.iter().map(|way| path(people, view, search, way)).collect();
    let blockers = node.filter(|_| is_searched).map(|node| blockers(people, search, node, nearest)).unwrap_or_default();
    Approach {
        target: target.clone(),
        roles: part.map(|member| member.seat.roles.iter().collect()).unwrap_or_default(),
        cause,
        reason: reason((people, view), part, target, cause, (paths.first(), no_path)),
        paths,
        no_path,
        blockers,
    }
}

fn path(people: &People<'_>, view: &View<'_>, search: &Search<'_>, way: &Way) -> ReachPath {
    let graph = &search.trust.graph;
    let step = |pair: &[NodeIndex]| {
        let [from, to] = pair else { return None };
        let introduction = graph.edge_weight(graph.find_edge(*from, *to)?)?;
        Some(ReachStep {
            stakeholder: people.id(to.index())?.clone(),
            stance: search.trust.standing(*to).stance,
            link: introduction.kind,
            distance: introduction.cost.distance,
        })
    };
    let steps: Vec<ReachStep> = way.nodes.windows(2).filter_map(step).collect();
    let first = steps.first().and_then(|step| member(view, &step.stakeholder));
    let member = first.and_then(|member| view.last_of_ours(member)).cloned();
    ReachPath { member, steps, distance: way.cost.distance }
}

fn reason(
    (people, view): (&People<'_>, &View<'_>),
    part: Option<&Member<'_>>,
    target: &StakeholderId,
    cause: ApproachCause,
    (nearest, no_path): (Option<&ReachPath>, Option<NoPathCause>),
) -> Reason {
    let way = match (nearest, no_path) {
        (Some(path), _) => {
            let people: Vec<&str> = path.steps.iter().map(|step| step.stakeholder.as_str()).collect();
            format!("nearest way: {}", shortened(&people))
        }
        (None, Some(cause)) => cause.label(Language::En).to_owned(),
        (None, None) => String::new(),
    };
    let last = part.and_then(Member::last_contact);
    let stale = view.policy.contact_stale_after_days;
    let days = last.map(|(day, _)| view.as_of.days_since(day).to_string());
    let days = Comparison { actual: days, ..Comparison::unknown("days_since_contact", Unit::Days) }.against(stale);
    let stance = part.and_then(|member| member.seat.stance).map(|stance| stance.to_string());
    let stance = Comparison { actual: stance, ..Comparison::unknown("stance", Unit::Word) };
    let compared = match cause {
        ApproachCause::NotContacted | ApproachCause::Silent => Some(days),
        ApproachCause::NeverMet => Some(Comparison::new("meetings", 0, Unit::Count).against(1)),
        ApproachCause::StanceUnknown | ApproachCause::NotFavourable => Some(stance.against(Stance::Supporter)),
        ApproachCause::Requested => None,
    };
    let mut reason = Reason::new(cause.as_str(), format!("{target}: {}; {way}", cause.label(Language::En)));
    reason.compared.extend(compared);
    let distance = nearest.map(|path| path.distance.to_string());
    reason
        .comparing(Comparison { actual: distance, ..Comparison::unknown("distance", Unit::Count) })
        .citing([FactReference::new(FactKind::Stakeholder, target)])
        .citing(last.map(|(_, interaction)| FactReference::new(FactKind::Interaction, interaction)))
        .citing(nearest.into_iter().flat_map(|path| evidence(people, view, path)))
}

/// The last contact with the first person of a way, and the ties along it.
fn evidence(people: &People<'_>, view: &View<'_>, path: &ReachPath) -> Vec<FactReference> {
    let first = path.steps.first().and_then(|step| member(view, &step.stakeholder)).and_then(Member::last_contact);
    let mut facts: Vec<FactReference> =
        first.map(|(_, interaction)| FactReference::new(FactKind::Interaction, interaction)).into_iter().collect();
    for pair in path.steps.windows(2) {
        let [from, to] = pair else { continue };
        facts.extend(to.link.map(|kind| people.fact(&from.stakeholder, &to.stakeholder, kind)));
    }
    facts
}

/// The people of a way for a message: of a long one, the first and the last.
fn shortened(people: &[&str]) -> String {
    match people {
        [first, second, .., last] if people.len() > 4 => format!("{first}, {second}, … {last}"),
        _ => people.join(", "),
    }
}

//! From where we can work towards the decision. Source: `[CCA]`, D9; when a direction is open is ours.

use std::collections::BTreeSet;

use super::verdict::{DirectionStatus, WorkingDirection};
use crate::cute::{ChainLinkKind, ChainVerdict, CommitteePerson, CoverageVerdict};
use crate::facts::{FactKind, FactReference, Stance};
use crate::playbook::CoverageLevel;
use crate::values::StakeholderId;
use crate::verdict::{Comparison, Reason, Unit};

/// Both directions: top-down is open where a decision maker, or somebody above one, is for us and in recent contact;
/// bottom-up where somebody else who is leads us to a decision maker through people who are for us.
pub(super) fn directions(
    coverage: &CoverageVerdict,
    chain: &ChainVerdict,
    decision_makers: &[StakeholderId],
) -> Vec<DirectionStatus> {
    let top = at_the_top(chain, decision_makers);
    let carries = |person: &&CommitteePerson| {
        person.left_on.is_none()
            && person.level >= CoverageLevel::Contacted
            && person.stance.is_some_and(Stance::is_favourable)
    };
    let down: BTreeSet<&StakeholderId> = coverage
        .people
        .iter()
        .filter(carries)
        .map(|person| &person.stakeholder)
        .filter(|id| top.contains(id))
        .collect();
    let to_the_top = chain.approaches.iter().filter(|approach| decision_makers.contains(&approach.target));
    let up: BTreeSet<&StakeholderId> = to_the_top
        .flat_map(|approach| &approach.paths)
        .filter_map(|path| path.steps.first())
        .map(|step| &step.stakeholder)
        .filter(|id| !top.contains(id))
        .collect();
    let is_known = !decision_makers.is_empty();
    vec![
        status(
            WorkingDirection::TopDown,
            is_known.then_some(down),
            "a decision maker, or somebody above, is for us and in contact",
            "no decision maker, nor anybody above, is for us and in contact",
        ),
        status(
            WorkingDirection::BottomUp,
            is_known.then_some(up),
            "somebody below the decision maker is for us and can lead us there",
            "nobody below the decision maker is for us and can lead us there",
        ),
    ]
}

fn status(
    direction: WorkingDirection,
    people: Option<BTreeSet<&StakeholderId>>,
    open: &str,
    closed: &str,
) -> DirectionStatus {
    let count = people.as_ref().map(BTreeSet::len);
    let message = match count {
        None => "nobody is known to say the final yes",
        Some(0) => closed,
        Some(_) => open,
    };
    let compared = match count {
        Some(count) => Comparison::new("people_who_carry_us", count, Unit::Count).against(1),
        None => Comparison::unknown("people_who_carry_us", Unit::Count),
    };
    let people = people.unwrap_or_default();
    let reason = Reason::new(direction.as_str(), message)
        .comparing(compared)
        .citing(people.iter().map(|id| FactReference::new(FactKind::Stakeholder, id)));
    DirectionStatus {
        direction,
        is_open: count.map(|count| count > 0),
        stakeholders: people.into_iter().cloned().collect(),
        reason,
    }
}

/// The decision makers and everybody above them in the reporting lines, which may run in circles.
fn at_the_top<'a>(chain: &'a ChainVerdict, decision_makers: &'a [StakeholderId]) -> BTreeSet<&'a StakeholderId> {
    let mut top: BTreeSet<&StakeholderId> = BTreeSet::new();
    let mut waiting: Vec<&StakeholderId> = decision_makers.iter().collect();
    while let Some(person) = waiting.pop() {
        if top.insert(person) {
            let lines = chain.links.iter().filter(|link| link.kind == ChainLinkKind::ReportsTo && link.from == *person);
            waiting.extend(lines.map(|link| &link.to));
        }
    }
    top
}

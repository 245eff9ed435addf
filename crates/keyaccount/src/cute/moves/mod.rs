//! Next moves: what to do about the gaps of a committee, in which order, with whom, and through whom.
//!
//! A gap that concerns a role and known people gives a move for each of them; any other gives one for the committee. A
//! person has one move, colleagues of ours none as if they were the customer's: the gravest of their gaps leads it, and its reason names the others. What has to be looked into
//! by those who answer for compliance gives one move, behind which there is no gap. Moves are ranked by
//!
//! 1. the severity of the gap, the most severe first;
//! 2. the weight of its role by the playbook, the heaviest first, gaps of the committee as a whole last;
//! 3. the influence of the person, the greatest first, unknown last;
//! 4. the trust distance to the person, the nearest first, nobody's way last;
//! 5. then kind of gap, role and person, so that the order is always the same.
//!
//! A hostile gatekeeper is never worked around: the move is to learn their criteria and answer with evidence. No move
//! advises an advantage to a person, and an unlawful driver moves nothing. Source: `[CCA]`, D6, D9; `[KRM]`, D33, D34;
//! the order is ours.

mod phrase;

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use self::phrase::MoveText;
use self::phrase::{Situation, phrase, speaks_with_person};
use super::chain::{Approach, ReachPath};
use super::gap::{CoverageGap, NextMove};
use super::project::ComplianceFinding;
use super::verdict::CommitteePerson;
use crate::facts::{BuyingRole, CoachPosition, CommunicationStyle, Driver, FactKind, FactReference, Stance};
use crate::playbook::{CoverageGapKind, CoverageLevel, RoleWeights};
use crate::values::{Factor, Influence, Language, StakeholderId};
use crate::verdict::{Comparison, Reason, Severity, Unit};

/// Most moves that a verdict lists.
const MOST_MOVES: usize = 20;

/// One thing to do next, in its place among the others.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CoverageGapKind, Playbook, diagnose_opportunity};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [{"id": "np-director", "account": "north-plant", "name": "Anna Example"}],
///     "committee_seats": [{
///         "opportunity": "press-line", "stakeholder": "np-director", "roles": ["economic_decision_maker"],
///         "drivers": ["unlawful_inducement", "company_results"]
///     }]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = diagnose_opportunity(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// let meet = verdict.next_moves.iter().find(|ranked| ranked.stakeholder.is_some()).unwrap();
/// assert_eq!(meet.gap, Some(CoverageGapKind::DecisionMakerNeverMet));
/// assert_eq!(
///     meet.text.en,
///     "We have never met the person who says the final yes: arrange a meeting with Anna Example. \
///      Speak to what the purchase does for the company's results."
/// );
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RankedMove {
    /// The place, from 1.
    pub rank: usize,
    /// What to do.
    pub next_move: NextMove,
    /// The gap it closes: of several that concern the person, the gravest. Null where no gap is behind it.
    #[serde(default)]
    pub gap: Option<CoverageGapKind>,
    /// How much it matters at this stage.
    pub severity: Severity,
    /// The role it concerns; null where it concerns the committee as a whole.
    #[serde(default)]
    pub role: Option<BuyingRole>,
    /// The person it concerns; null where it concerns the committee, or somebody not known yet.
    #[serde(default)]
    pub stakeholder: Option<StakeholderId>,
    /// The nearest way to the person through people who are for us; null where there is none, or none is needed.
    #[serde(default)]
    pub path: Option<ReachPath>,
    /// What to speak to: the strongest of the person's drivers, never an unlawful one. Null where none is known.
    #[serde(default)]
    pub driver: Option<Driver>,
    /// How the person likes to be spoken with; null where that is not known.
    #[serde(default)]
    pub communication_style: Option<CommunicationStyle>,
    /// The move in words.
    pub text: MoveText,
    /// The gap's reason, the other gaps of the person, and what the place among the moves follows from.
    pub reason: Reason,
}

/// What moves are made of.
pub(super) struct MoveSources<'a> {
    pub(super) gaps: &'a [CoverageGap],
    pub(super) people: &'a [CommitteePerson],
    pub(super) approaches: &'a [Approach],
    pub(super) compliance: &'a [ComplianceFinding],
    pub(super) weights: &'a RoleWeights,
    /// Names, where they are known.
    pub(super) names: &'a BTreeMap<&'a StakeholderId, &'a str>,
}

/// The moves, the first first, and how many more there are than are listed.
pub(super) fn next_moves(sources: &MoveSources<'_>) -> (Vec<RankedMove>, usize) {
    let people: BTreeMap<_, _> = sources.people.iter().map(|person| (&person.stakeholder, person)).collect();
    let approaches: BTreeMap<_, _> = sources.approaches.iter().map(|approach| (&approach.target, approach)).collect();
    let compliance = compliance(sources.compliance);
    let mut concerns: Vec<Concern<'_>> = Vec::new();
    for gap in sources.gaps {
        let concern = Concern {
            next_move: gap.next_move,
            gap: Some(gap),
            severity: gap.severity,
            weight: gap.role.map(|role| sources.weights.of(role)),
            reason: &gap.reason,
            stakeholder: None,
            person: None,
            approach: None,
        };
        // Nobody is asked where a colleague of ours stands: where there are only colleagues, the move is about the role.
        let is_ours = |id: &&StakeholderId| people.get(id).is_some_and(|person| is_of_our_company(person));
        let with: Vec<&StakeholderId> =
            gap.stakeholders.iter().filter(|id| !(speaks_with_person(gap.next_move) && is_ours(id))).collect();
        if gap.role.is_some() && !with.is_empty() {
            concerns.extend(with.into_iter().map(|id| Concern {
                stakeholder: Some(id),
                person: people.get(id).copied(),
                approach: approaches.get(id).copied().filter(|_| speaks_with_person(gap.next_move)),
                ..concern
            }));
        } else {
            concerns.push(concern);
        }
    }
    concerns.extend(compliance.as_ref().map(|(severity, reason)| Concern {
        next_move: NextMove::ReportToCompliance,
        gap: None,
        severity: *severity,
        weight: None,
        reason,
        stakeholder: None,
        person: None,
        approach: None,
    }));
    concerns.sort_by(|a, b| a.place().cmp(&b.place()));

    let mut others: BTreeMap<&StakeholderId, Vec<&CoverageGap>> = BTreeMap::new();
    let mut led: BTreeSet<&StakeholderId> = BTreeSet::new();
    concerns.retain(|concern| match concern.stakeholder {
        Some(id) if !led.insert(id) => {
            others.entry(id).or_default().extend(concern.gap);
            false
        }
        _ => true,
    });
    let more = concerns.len().saturating_sub(MOST_MOVES);
    let listed = concerns.iter().take(MOST_MOVES).enumerate().map(|(at, concern)| {
        let beside = concern.stakeholder.and_then(|id| others.get(id)).map_or(&[][..], Vec::as_slice);
        concern.ranked(at.saturating_add(1), beside, sources.names, &people)
    });
    (listed.collect(), more)
}

/// All that has to be looked into, as one cause of one move: the gravest first, as the findings stand.
fn compliance(findings: &[ComplianceFinding]) -> Option<(Severity, Reason)> {
    let first = findings.iter().max_by_key(|finding| (finding.severity, Reverse(finding.kind)))?;
    let message = match findings.len().saturating_sub(1) {
        0 => first.reason.message.clone(),
        more => format!("{}; and {more} more", first.reason.message),
    };
    let count = Comparison::new("compliance_findings", findings.len(), Unit::Count).against(0);
    let facts: Vec<&FactReference> = findings.iter().flat_map(|finding| &finding.reason.facts).collect();
    let once = facts.iter().enumerate().filter(|(at, fact)| !facts.iter().take(*at).any(|before| before == *fact));
    let reason = Reason::new(first.kind.as_str(), message).comparing(count);
    let reason = reason.citing(once.map(|(_, fact)| (*fact).clone()));
    Some((first.severity, reason))
}

/// Something that gives a move, and the person, or nobody, whom it gives it with.
#[derive(Clone, Copy)]
struct Concern<'a> {
    next_move: NextMove,
    /// None for what has to be looked into.
    gap: Option<&'a CoverageGap>,
    severity: Severity,
    weight: Option<Factor>,
    reason: &'a Reason,
    stakeholder: Option<&'a StakeholderId>,
    person: Option<&'a CommitteePerson>,
    /// How to reach the person, if the move is to speak with them.
    approach: Option<&'a Approach>,
}

type Place<'a> = (
    Reverse<Severity>,
    Reverse<Option<Factor>>,
    Reverse<Option<Influence>>,
    u32,
    (Option<CoverageGapKind>, Option<BuyingRole>),
    (Option<&'a StakeholderId>, &'a [StakeholderId]),
);

impl<'a> Concern<'a> {
    fn place(&self) -> Place<'a> {
        (
            Reverse(self.severity),
            Reverse(self.weight),
            Reverse(self.influence()),
            self.path().map_or(u32::MAX, |path| path.distance),
            (self.gap.map(|gap| gap.kind), self.role()),
            (self.stakeholder, self.gap.map_or(&[][..], |gap| gap.stakeholders.as_slice())),
        )
    }

    fn role(&self) -> Option<BuyingRole> {
        self.gap.and_then(|gap| gap.role)
    }

    fn influence(&self) -> Option<Influence> {
        self.person.and_then(|person| person.influence)
    }

    fn path(&self) -> Option<&'a ReachPath> {
        self.approach.and_then(|approach| approach.paths.first())
    }

    fn ranked(
        &self,
        rank: usize,
        others: &[&CoverageGap],
        names: &BTreeMap<&StakeholderId, &str>,
        people: &BTreeMap<&StakeholderId, &CommitteePerson>,
    ) -> RankedMove {
        let counterpart = self.person.filter(|_| speaks_with_person(self.next_move));
        let drivers = counterpart.map_or(&[][..], |person| person.drivers.as_slice());
        let driver = drivers.iter().copied().find(|driver| !driver.is_unlawful());
        let communication_style = counterpart.and_then(|person| person.communication_style);
        // The last step of a path is the person to be reached.
        let steps = self.path().map_or(&[][..], |path| path.steps.as_slice());
        let through = steps.split_last().map_or(&[][..], |(_, before)| before);
        // Whom a gap of the committee concerns, the most influential first.
        let concerned = self.gap.filter(|_| self.stakeholder.is_none()).map_or(&[][..], |gap| &gap.stakeholders);
        let mut concerned: Vec<&StakeholderId> = concerned.iter().collect();
        concerned.sort_by_key(|id| (Reverse(people.get(id).and_then(|person| person.influence)), *id));
        let text = phrase(&Situation {
            next_move: self.next_move,
            gap: self.gap.map(|gap| gap.kind),
            role: self.role(),
            person: self.stakeholder.map(|id| named(id, names)),
            non_supporter: self.person.and_then(|person| person.non_supporter),
            is_in_contact: self.person.is_some_and(|person| person.level >= CoverageLevel::Contacted),
            knows_us: self.person.is_some_and(|person| person.last_contact.max(person.last_met).is_some()),
            may_introduce: self.person.is_none_or(is_reliable),
            has_coach: people
                .values()
                .any(|person| is_coach_to_ask(person) && !concerned.contains(&&person.stakeholder)),
            people: concerned.into_iter().map(|id| named(id, names)).collect(),
            through: through.iter().map(|step| named(&step.stakeholder, names)).collect(),
            driver,
            communication_style,
        });
        RankedMove {
            rank,
            next_move: self.next_move,
            gap: self.gap.map(|gap| gap.kind),
            severity: self.severity,
            role: self.role(),
            stakeholder: self.stakeholder.cloned(),
            path: self.path().cloned(),
            driver,
            communication_style,
            text,
            reason: self.ranked_reason(others),
        }
    }

    fn ranked_reason(&self, others: &[&CoverageGap]) -> Reason {
        let mut reason = self.reason.clone();
        if !others.is_empty() {
            let beside: Vec<String> = others.iter().map(|gap| described(gap)).collect();
            reason.message.push_str(&format!("; also: {}", beside.join(", ")));
        }
        if let Some(cause) = self.approach.and_then(|approach| approach.no_path) {
            let cause = cause.label(Language::En);
            reason.message.push_str(&format!("; no way to them through people who are for us: {cause}"));
        }
        for blocker in self.approach.map_or(&[][..], |approach| approach.blockers.as_slice()) {
            let kind = blocker.kind.label(Language::En);
            reason.message.push_str(&format!("; in the way: {} ({kind})", blocker.stakeholder));
        }
        if let Some(weight) = self.weight {
            reason = reason.comparing(Comparison::new("role_weight", weight, Unit::Ratio));
        }
        let Some(stakeholder) = self.stakeholder else { return reason };
        reason = reason.comparing(match self.influence() {
            Some(influence) => Comparison::new("influence", influence, Unit::Count),
            None => Comparison::unknown("influence", Unit::Count),
        });
        if let Some(path) = self.path() {
            reason = reason.comparing(Comparison::new("path_distance", path.distance, Unit::Count));
        }
        // The gap may concern others too; this move is about one person and those on the way to them.
        let beside = std::mem::take(&mut reason.facts).into_iter().filter(|fact| fact.kind != FactKind::Stakeholder);
        reason.fact_count = 0;
        let on_the_way = self.path().into_iter().flat_map(|path| &path.steps).map(|step| &step.stakeholder);
        let people = std::iter::once(stakeholder).chain(on_the_way.filter(|id| *id != stakeholder));
        reason.citing(beside).citing(people.map(|id| FactReference::new(FactKind::Stakeholder, id)))
    }
}

fn is_of_our_company(person: &CommitteePerson) -> bool {
    person.coach_position == Some(CoachPosition::OurCompany)
}

/// Whether nothing recorded of somebody forbids that they pass us on.
fn is_reliable(person: &CommitteePerson) -> bool {
    person.informs_competitor != Some(true) && !person.drivers.iter().any(|driver| driver.is_unlawful())
}

/// Whether somebody is a coach of the customer's, or beyond, who tells us about the others: for us, and to be relied on.
fn is_coach_to_ask(person: &CommitteePerson) -> bool {
    person.left_on.is_none()
        && person.roles.contains(&BuyingRole::Coach)
        && person.stance.is_some_and(Stance::is_favourable)
        && is_reliable(person)
        && !is_of_our_company(person)
}

/// The name of a person or, where it is not known, the identifier.
fn named<'n>(id: &'n StakeholderId, names: &BTreeMap<&StakeholderId, &'n str>) -> &'n str {
    names.get(id).copied().unwrap_or(id.as_str())
}

fn described(gap: &CoverageGap) -> String {
    match gap.role {
        Some(role) => format!("{} ({})", gap.kind.label(Language::En), role.label(Language::En)),
        None => gap.kind.label(Language::En).to_owned(),
    }
}

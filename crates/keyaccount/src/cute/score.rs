//! The score of a whole committee, a weighted sum of its roles, never without its parts.

use std::cmp::{Ordering, Reverse};

use serde::{Deserialize, Serialize};

use super::roles::Roles;
use super::verdict::RoleCoverage;
use super::view::{Member, View};
use crate::facts::BuyingRole;
use crate::playbook::{CoverageGapKind, CoverageLevel};
use crate::values::{Factor, Score, Share, StakeholderId};

/// How far a committee as a whole is covered, of 100. The formula is ours.
///
/// A role that the stage asks for attains the rank of the level it reached, no more than is asked, divided by the rank
/// of the level asked (missing 0, identified 1, contacted 2, favourable 3, contributing 4). The score is the mean of
/// these, weighted by the playbook's weights of the roles. While a technical gatekeeper or a decision maker is hostile it
/// is at most the playbook's `hostile_score_cap`, however well all others are covered. It is rounded once, half-even;
/// the points of the parts add up to it.
///
/// # Examples
/// ```
/// use keyaccount::{BuyingRole, CoverageLevel, CoverageScore};
///
/// let text = r#"{
///     "value": "25", "uncapped": "66.67",
///     "parts": [
///         {"role": "coach", "weight": "2", "reached": "contributing", "required": "favourable", "attained": "1",
///          "points": "66.67"},
///         {"role": "user", "weight": "1", "reached": "missing", "required": "contacted", "attained": "0",
///          "points": "0"}
///     ],
///     "cap": {"limit": "25", "gap": "hostile_gatekeeper", "stakeholders": ["np-engineer"]}
/// }"#;
/// let score: CoverageScore = serde_json::from_str(text)?;
/// assert_eq!(score.parts[0].role, BuyingRole::Coach);
/// assert_eq!(score.parts[1].reached, CoverageLevel::Missing);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CoverageScore {
    /// The score.
    pub value: Score,
    /// What it would be without the cap: the sum of the points of the parts.
    pub uncapped: Score,
    /// The roles that the stage asks for, in the order of their definition.
    pub parts: Vec<RoleScore>,
    /// What holds the score down; null where nobody who could stop the purchase is known to be hostile.
    #[serde(default)]
    pub cap: Option<ScoreCap>,
}

/// What one role adds to the score of a committee.
///
/// # Examples
/// ```
/// let text = r#"{
///     "role": "user", "weight": "1", "reached": "identified", "required": "contacted", "attained": "0.5",
///     "points": "50"
/// }"#;
/// let user: keyaccount::RoleScore = serde_json::from_str(text)?;
/// assert_eq!(user.attained.to_string(), "0.5");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleScore {
    /// The role.
    pub role: BuyingRole,
    /// How much it counts, by the playbook.
    pub weight: Factor,
    /// How far it is covered.
    pub reached: CoverageLevel,
    /// How far the stage asks for it.
    pub required: CoverageLevel,
    /// The part of what is asked that is reached.
    pub attained: Share,
    /// What it adds, of 100.
    pub points: Score,
}

/// Why a committee's score is held down.
///
/// # Examples
/// ```
/// let text = r#"{"limit": "25", "gap": "hostile_gatekeeper", "stakeholders": ["np-engineer"]}"#;
/// let cap: keyaccount::ScoreCap = serde_json::from_str(text)?;
/// assert_eq!(cap.limit.to_string(), "25");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScoreCap {
    /// The most that the score may be.
    pub limit: Score,
    /// The gap that holds it down; of a hostile gatekeeper and a hostile decision maker, the gatekeeper.
    pub gap: CoverageGapKind,
    /// Everybody whose hostility holds it down, gatekeepers and decision makers, by identifier.
    pub stakeholders: Vec<StakeholderId>,
}

/// Roles whose holders can stop a purchase, and the gap that their hostility is.
const WHO_CAN_STOP: [(BuyingRole, CoverageGapKind); 2] = [
    (BuyingRole::TechnicalGatekeeper, CoverageGapKind::HostileGatekeeper),
    (BuyingRole::EconomicDecisionMaker, CoverageGapKind::HostileDecisionMaker),
];

/// Every level above missing has a whole number of parts of twelve.
const TWELVE: u64 = 12;
/// A hundred points, in hundredths.
const FULL: u64 = 10_000;

/// The score of a committee; none where the stage asks nothing of a role that counts.
pub(super) fn score(view: &View<'_>, roles: &[RoleCoverage]) -> Option<CoverageScore> {
    let asked: Vec<Asked<'_>> = roles.iter().filter_map(|role| Asked::new(view, role)).collect();
    // Weights are at most 10 000 000 in ten-thousandths, so that no product comes near the end of the range.
    let whole = asked.iter().map(|role| role.weight_units()).fold(0, u64::saturating_add).saturating_mul(TWELVE);
    let total: u64 = asked.iter().map(Asked::attained_units).fold(0, u64::saturating_add);
    let uncapped = half_even(total.saturating_mul(FULL), whole)?;
    let cap = cap(view);
    let points = by_largest_remainder(&asked, whole, uncapped);
    let uncapped = in_hundredths(uncapped);
    Some(CoverageScore {
        value: cap.as_ref().map_or(uncapped, |cap| uncapped.min(cap.limit)),
        uncapped,
        parts: asked.iter().zip(points).map(|(role, points)| role.part(points)).collect(),
        cap,
    })
}

/// A role that the stage asks for.
struct Asked<'a> {
    role: &'a RoleCoverage,
    required: CoverageLevel,
    weight: Factor,
}

impl<'a> Asked<'a> {
    fn new(view: &View<'_>, role: &'a RoleCoverage) -> Option<Self> {
        Some(Self { role, required: role.required?, weight: view.policy.role_weights.of(role.role) })
    }

    /// The weight in ten-thousandths.
    fn weight_units(&self) -> u64 {
        let value = self.weight.value();
        let scale = 4_u32.saturating_sub(value.scale());
        u64::try_from(value.mantissa()).unwrap_or(0).saturating_mul(10_u64.saturating_pow(scale))
    }

    /// The rank attained and the rank asked.
    fn ranks(&self) -> (u64, u64) {
        (rank(self.role.reached.min(self.required)), rank(self.required))
    }

    /// The weight times the part attained, in twelfths of ten-thousandths.
    fn attained_units(&self) -> u64 {
        let (attained, required) = self.ranks();
        let twelfths = attained.saturating_mul(TWELVE).checked_div(required).unwrap_or(0);
        self.weight_units().saturating_mul(twelfths)
    }

    fn part(&self, points: u64) -> RoleScore {
        let (attained, required) = self.ranks();
        RoleScore {
            role: self.role.role,
            weight: self.weight,
            reached: self.role.reached,
            required: self.required,
            attained: Share::of(attained.into(), required.into()).unwrap_or(Share::WHOLE),
            points: in_hundredths(points),
        }
    }
}

const fn rank(level: CoverageLevel) -> u64 {
    match level {
        CoverageLevel::Missing => 0,
        CoverageLevel::Identified => 1,
        CoverageLevel::Contacted => 2,
        CoverageLevel::Favourable => 3,
        CoverageLevel::Contributing => 4,
    }
}

fn in_hundredths(hundredths: u64) -> Score {
    Score::hundredths(u16::try_from(hundredths).unwrap_or(u16::MAX))
}

/// The quotient rounded half-even; none where the divisor is zero.
fn half_even(part: u64, whole: u64) -> Option<u64> {
    let (floor, rest) = (part.checked_div(whole)?, part.checked_rem(whole)?);
    let is_up = match rest.cmp(&whole.saturating_sub(rest)) {
        Ordering::Less => false,
        Ordering::Equal => floor.checked_rem(2) == Some(1),
        Ordering::Greater => true,
    };
    Some(floor.saturating_add(is_up.into()))
}

/// The points of each role in hundredths: rounded down, and what is then missing from the total given to those that
/// lost most.
fn by_largest_remainder(asked: &[Asked<'_>], whole: u64, total: u64) -> Vec<u64> {
    let exact = |role: &Asked<'_>| role.attained_units().saturating_mul(FULL);
    let mut points: Vec<u64> = asked.iter().map(|role| exact(role).checked_div(whole).unwrap_or(0)).collect();
    let lost = |at: &usize| asked.get(*at).and_then(|role| exact(role).checked_rem(whole));
    let mut order: Vec<usize> = (0..asked.len()).collect();
    order.sort_by_key(|at| Reverse(lost(at)));
    let missing = total.saturating_sub(points.iter().copied().fold(0, u64::saturating_add));
    for at in order.into_iter().take(usize::try_from(missing).unwrap_or(usize::MAX)) {
        if let Some(points) = points.get_mut(at) {
            *points = points.saturating_add(1);
        }
    }
    points
}

fn cap(view: &View<'_>) -> Option<ScoreCap> {
    let hostile_in = |role| {
        view.members.iter().any(|member| member.is_there() && member.seat.roles.contains(role) && member.is_hostile())
    };
    let (_, gap) = WHO_CAN_STOP.into_iter().find(|(role, _)| hostile_in(*role))?;
    let can_stop = |roles: Roles| WHO_CAN_STOP.iter().any(|(role, _)| roles.contains(*role));
    let stops = |member: &&Member<'_>| member.is_there() && member.is_hostile() && can_stop(member.seat.roles);
    let stakeholders = view.members.iter().filter(stops).map(|member| member.seat.person.clone()).collect();
    Some(ScoreCap { limit: view.policy.hostile_score_cap.into(), gap, stakeholders })
}

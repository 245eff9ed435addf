//! A committee as a picture: who stands where, and what runs between them.

use serde::{Deserialize, Serialize};

use crate::cute::chain::ChainLinkKind;
use crate::cute::verdict::{CommitteePerson, ContactDepth};
use crate::facts::RelationshipStrength;
use crate::values::{AccountId, Date, Label, MemberId, OpportunityId, StageId, StakeholderId};

/// A point of a drawing: `x` to the right, `y` downwards, from the top left corner.
///
/// # Examples
/// ```
/// let point: keyaccount::MapPoint = serde_json::from_str(r#"{"x": 51, "y": 44}"#)?;
/// assert_eq!(point.y, 44);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MapPoint {
    /// To the right.
    pub x: u32,
    /// Downwards.
    pub y: u32,
}

/// One person of a map, and where they stand.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, committee_map};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [{"id": "np-director", "account": "north-plant", "name": "A. Director"}],
///     "committee_seats": [{"opportunity": "press-line", "stakeholder": "np-director", "influence": 100}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let map = committee_map(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert!(map.people[0].is_key);
/// assert!(map.people[0].radius >= 28, "as large as circles get");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MapPerson {
    /// The person as they stood on the day. Of somebody outside the committee only contacts are known.
    pub person: CommitteePerson,
    /// The person's name; null means unknown.
    #[serde(default)]
    pub name: Option<Label>,
    /// Whether the person sits in the committee, or did; others are shown because a line runs from them to somebody
    /// who does.
    pub in_committee: bool,
    /// Whether the person is there and has at least the influence from which the playbook calls somebody a key person.
    pub is_key: bool,
    /// The row the person stands in, from 0 at the top.
    pub row: u32,
    /// The middle of the person's circle, to the right.
    pub x: u32,
    /// The middle of the person's circle, downwards.
    pub y: u32,
    /// The circle's radius: its area grows with the influence; unknown influence has the smallest.
    pub radius: u32,
}

/// A line between two people of a map, and its way.
///
/// # Examples
/// ```
/// use keyaccount::{ChainLinkKind, MapLink};
///
/// let text = r#"{
///     "from": "np-engineer", "to": "np-director", "kind": "reports_to", "strength": null,
///     "points": [{"x": 51, "y": 160}, {"x": 51, "y": 118}, {"x": 102, "y": 118}, {"x": 102, "y": 44}]
/// }"#;
/// let line: MapLink = serde_json::from_str(text)?;
/// assert_eq!(line.kind, ChainLinkKind::ReportsTo);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MapLink {
    /// The first person.
    pub from: StakeholderId,
    /// The second person.
    pub to: StakeholderId,
    /// How the first stands to the second.
    pub kind: ChainLinkKind,
    /// How close they are; null means unknown, or a reporting line.
    #[serde(default)]
    pub strength: Option<RelationshipStrength>,
    /// The line's way from the middle of the first circle to that of the second. Four points or more are joined by
    /// straight lines. Of three the second is the control point of a quadratic curve (in SVG `M first Q second third`).
    pub points: Vec<MapPoint>,
}

/// One of our own people on a map, in the row at the bottom.
///
/// # Examples
/// ```
/// let unknown: keyaccount::MapMember = serde_json::from_str(r#"{"member": null, "x": 320, "y": 370}"#)?;
/// assert!(unknown.member.is_none(), "a contact was recorded, and not who of us had it");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MapMember {
    /// Who of us; null stands for contacts of which that is not recorded.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// The middle, to the right.
    pub x: u32,
    /// The middle, downwards.
    pub y: u32,
}

/// The contact between one of our people and one of the customer's.
///
/// # Examples
/// ```
/// use keyaccount::{ContactDepth, MapContact};
///
/// let text = r#"{"member": "m-clara", "stakeholder": "np-engineer", "depth": "brief", "last_contact": "2026-05-20"}"#;
/// let contact: MapContact = serde_json::from_str(text)?;
/// assert_eq!(contact.depth, ContactDepth::Brief);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MapContact {
    /// Who of us; null where that is not recorded.
    #[serde(default)]
    pub member: Option<MemberId>,
    /// The person of the customer.
    pub stakeholder: StakeholderId,
    /// How deep the contact between these two is; `none` where all of it is too long ago to count.
    pub depth: ContactDepth,
    /// The last day on which the customer's person spoke.
    pub last_contact: Date,
}

/// A buying committee as a picture, for whoever draws it: everything has its place. Source: `[CCA]`, D9.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, committee_map};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let map = committee_map(account, opportunity, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert!(map.people.is_empty() && map.width > 0);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CommitteeMap {
    /// The day the map holds for.
    pub as_of: Date,
    /// The fingerprint of the playbook.
    pub playbook: String,
    /// The account.
    pub account: AccountId,
    /// The opportunity.
    pub opportunity: OpportunityId,
    /// The opportunity's stage on the day; null where it is not known.
    #[serde(default)]
    pub stage: Option<StageId>,
    /// How wide the drawing is. A letter of a name is taken to be about 6.5 wide and 12 high; names stand under the
    /// circles and have room for 14 letters in each of two lines.
    pub width: u32,
    /// How high the drawing is.
    pub height: u32,
    /// Everybody ever in the committee, and those outside with a line to one of them, by identifier.
    pub people: Vec<MapPerson>,
    /// The lines between them, by kind and people.
    pub links: Vec<MapLink>,
    /// Our own people who were in contact with somebody on the map, from left to right.
    pub members: Vec<MapMember>,
    /// The contacts with those who are there, by person and member.
    pub contacts: Vec<MapContact>,
}

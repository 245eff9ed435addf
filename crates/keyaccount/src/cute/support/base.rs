//! The support base on one day: who is for us, and how much their word counts.

use serde::{Deserialize, Serialize};

use crate::facts::Stance;
use crate::values::{Date, Influence, Quantity, Share, StakeholderId};

/// People of a committee who stand alike, by number and by weight.
///
/// # Examples
/// ```
/// use keyaccount::SupportGroup;
///
/// let text = r#"{
///     "people": 2, "influence": "60", "share_of_people": "0.5", "share_of_influence": "0.6667",
///     "stakeholders": ["np-director", "np-works-manager"]
/// }"#;
/// let for_us: SupportGroup = serde_json::from_str(text)?;
/// assert_eq!(for_us.people, for_us.stakeholders.len());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SupportGroup {
    /// How many they are.
    pub people: usize,
    /// The sum of their influence, as far as it is known.
    pub influence: Quantity,
    /// Their part of all people; null where there is nobody.
    #[serde(default)]
    pub share_of_people: Option<Share>,
    /// Their part of all known influence; null where none is known.
    #[serde(default)]
    pub share_of_influence: Option<Share>,
    /// Who they are, by identifier.
    pub stakeholders: Vec<StakeholderId>,
}

/// How a committee's people stand towards us on a day, by number and by weight. Source: `[CCA]`, D6.
///
/// Small fry count too, so breadth (people) stands beside weight (influence). Everybody counts who is there on the day
/// and does not belong to our own company. A share of influence is taken of all known influence, that of people whose
/// stance is unknown included: the unknown never counts as favourable.
///
/// # Examples
/// ```
/// use keyaccount::{Book, Playbook, support_base};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}],
///     "stakeholders": [
///         {"id": "np-director", "account": "north-plant"}, {"id": "np-engineer", "account": "north-plant"},
///         {"id": "np-works-manager", "account": "north-plant"}
///     ],
///     "committee_seats": [
///         {"opportunity": "press-line", "stakeholder": "np-director", "influence": "50"},
///         {"opportunity": "press-line", "stakeholder": "np-engineer", "influence": "30", "stance": "ally"},
///         {"opportunity": "press-line", "stakeholder": "np-works-manager", "stance": "supporter"}
///     ]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let base = support_base(account, opportunity, &Playbook::six_stage(), None, "2026-05-30".parse()?).base;
/// assert_eq!((base.people, base.without_influence), (3, 1));
/// assert_eq!(base.for_us.share_of_influence.unwrap().to_string(), "0.375", "30 of 80");
/// assert_eq!(base.for_us.share_of_people.unwrap().to_string(), "0.6667", "2 of 3");
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SupportBase {
    /// The day.
    pub as_of: Date,
    /// How many people count.
    pub people: usize,
    /// How many of them have no known influence and so no part in the shares of influence.
    pub without_influence: usize,
    /// Insiders, allies and supporters.
    pub for_us: SupportGroup,
    /// Who is neither for nor against us.
    pub neutral: SupportGroup,
    /// Who is hostile.
    pub against: SupportGroup,
    /// Of whom it is not known where they stand.
    pub unknown: SupportGroup,
}

/// What the support base looks at of one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::cute) struct Voice<'a> {
    pub(in crate::cute) person: &'a StakeholderId,
    pub(in crate::cute) stance: Option<Stance>,
    pub(in crate::cute) influence: Option<Influence>,
}

impl Voice<'_> {
    pub(in crate::cute) fn is_for_us(&self) -> bool {
        self.stance.is_some_and(Stance::is_favourable)
    }

    /// The influence in hundredths; none where it is unknown.
    pub(super) fn weight(&self) -> Option<i128> {
        self.influence.map(hundredths)
    }
}

/// An influence in hundredths, in which it is always whole.
fn hundredths(influence: Influence) -> i128 {
    let number = influence.value();
    let places = 2_u32.saturating_sub(number.scale());
    number.mantissa().saturating_mul(10_i128.saturating_pow(places))
}

/// The two sums whose quotient is our share of influence, in hundredths.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::cute) struct Weight {
    pub(in crate::cute) for_us: i128,
    pub(in crate::cute) whole: i128,
}

impl Weight {
    pub(in crate::cute) fn of<'v, 'a: 'v>(voices: impl IntoIterator<Item = &'v Voice<'a>>) -> Self {
        let mut sum = Self::default();
        for voice in voices {
            let weight = voice.weight().unwrap_or_default();
            sum.whole = sum.whole.saturating_add(weight);
            if voice.is_for_us() {
                sum.for_us = sum.for_us.saturating_add(weight);
            }
        }
        sum
    }

    /// Our share of influence; none where no influence is known.
    pub(in crate::cute) fn share(self) -> Option<Share> {
        Share::of(self.for_us, self.whole)
    }
}

impl SupportBase {
    /// Sorts people into groups; they come by identifier.
    pub(super) fn of(voices: &[Voice<'_>], as_of: Date) -> Self {
        let all = Group::of(voices.iter());
        let group = |which: fn(Option<Stance>) -> bool| {
            Group::of(voices.iter().filter(|voice| which(voice.stance))).in_whole(&all)
        };
        Self {
            as_of,
            people: all.people.len(),
            without_influence: voices.iter().filter(|voice| voice.influence.is_none()).count(),
            for_us: group(|stance| stance.is_some_and(Stance::is_favourable)),
            neutral: group(|stance| stance == Some(Stance::Neutral)),
            against: group(|stance| stance == Some(Stance::Hostile)),
            unknown: group(|stance| stance.is_none()),
        }
    }

    /// The four groups: for us, neutral, against, unknown.
    #[must_use]
    pub const fn groups(&self) -> [&SupportGroup; 4] {
        [&self.for_us, &self.neutral, &self.against, &self.unknown]
    }
}

/// People and the sum of their influence in hundredths.
struct Group<'a> {
    people: Vec<&'a StakeholderId>,
    weight: i128,
}

impl<'a> Group<'a> {
    fn of<'v>(voices: impl Iterator<Item = &'v Voice<'a>>) -> Self
    where
        'a: 'v,
    {
        voices.fold(Self { people: Vec::new(), weight: 0 }, |mut group, voice| {
            group.people.push(voice.person);
            group.weight = group.weight.saturating_add(voice.weight().unwrap_or_default());
            group
        })
    }

    fn in_whole(self, whole: &Self) -> SupportGroup {
        SupportGroup {
            people: self.people.len(),
            influence: Quantity::hundredths(self.weight),
            share_of_people: share_of_people(self.people.len(), whole.people.len()),
            share_of_influence: Share::of(self.weight, whole.weight),
            stakeholders: self.people.into_iter().cloned().collect(),
        }
    }
}

fn share_of_people(part: usize, whole: usize) -> Option<Share> {
    Share::of(i128::try_from(part).ok()?, i128::try_from(whole).ok()?)
}

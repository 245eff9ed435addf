//! Puts a move into words, in English and in simplified Chinese.
//!
//! A text is a sentence or two: why now, what to do, with whom and through whom; then what to speak to, and how.
//! English: `why: what to do; through whom. What to speak to and how.` Chinese puts the introduction before what to do.
//! Whoever is not for us is met according to why they are not: who doubts gets evidence and references, who has us
//! wrong gets the facts put right at first hand, who was for us once is asked what has changed and what we broke. A
//! veto is never to be worked around. Source: `[CCA]`, D6; drivers and styles `[KRM]`, D33, D34.

mod chinese;
mod english;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::cute::NextMove;
use crate::facts::{BuyingRole, CommunicationStyle, Driver, NonSupporterKind};
use crate::playbook::CoverageGapKind;
use crate::values::Language;

/// Most people that a text names where it names several.
const MOST_NAMED: usize = 3;

/// A move in words for a salesperson.
///
/// # Examples
/// ```
/// use keyaccount::{Language, MoveText};
///
/// let text = MoveText { en: "Arrange a meeting with Anna Example.".to_owned(), zh_hans: "安排与Anna Example当面会谈。".to_owned() };
/// assert!(text.text(Language::ZhHans).ends_with('。'));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MoveText {
    /// In English.
    pub en: String,
    /// In simplified Chinese.
    pub zh_hans: String,
}

impl MoveText {
    /// The text in a language.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::ZhHans => &self.zh_hans,
        }
    }
}

/// What a text is made of. People stand here by name or, where the name is not known, by identifier.
#[derive(Clone, Debug)]
pub(super) struct Situation<'a> {
    pub(super) next_move: NextMove,
    /// The gap that the move closes; none leaves out why.
    pub(super) gap: Option<CoverageGapKind>,
    pub(super) role: Option<BuyingRole>,
    /// With whom; none where it concerns the committee, or somebody not known yet.
    pub(super) person: Option<&'a str>,
    /// Why that person is not for us.
    pub(super) non_supporter: Option<NonSupporterKind>,
    /// Whether recent contact with that person is recorded, so that nobody has to introduce us.
    pub(super) is_in_contact: bool,
    /// Whether contact with that person is recorded at all, however long ago, so that they know us.
    pub(super) knows_us: bool,
    /// Whether that person may pass us on to others.
    pub(super) may_introduce: bool,
    /// Whether there is a coach whom we may ask about the others.
    pub(super) has_coach: bool,
    /// Whom a gap of the committee as a whole concerns.
    pub(super) people: Vec<&'a str>,
    /// Who introduces us, the first first: everybody of a path but its end.
    pub(super) through: Vec<&'a str>,
    pub(super) driver: Option<Driver>,
    pub(super) communication_style: Option<CommunicationStyle>,
}

impl Situation<'_> {
    /// The driver that may be spoken to: never an unlawful one.
    fn lawful_driver(&self) -> Option<Driver> {
        self.driver.filter(|driver| !driver.is_unlawful())
    }

    /// The first few people concerned, in one line each.
    fn named_people(&self) -> Vec<String> {
        self.people.iter().take(MOST_NAMED).map(|name| one_line(name)).collect()
    }

    /// Who helps us to the person.
    fn help(&self) -> Help {
        let through: Vec<String> = self.through.iter().map(|name| one_line(name)).collect();
        let is_met = self.is_in_contact && self.next_move != NextMove::MeetDecisionMaker;
        if self.knows_us && !is_met {
            // Who knows us needs no introduction, whoever else on the way does.
            return match through.split_last() {
                None => Help::None,
                Some((only, [])) => Help::PreparesTheGround(only.clone()),
                Some((last, before)) => Help::PreparesInTurn(before.to_vec(), last.clone()),
            };
        }
        match (through.as_slice(), is_met) {
            // Where we speak with the person already, whoever is far from them has no part in it.
            ([], _) | ([_, _, ..], true) => Help::None,
            ([only], true) => Help::PreparesTheGround(only.clone()),
            ([only], false) => Help::Introduces(only.clone()),
            ([first, second], false) => Help::IntroduceInTurn(first.clone(), second.clone()),
            (_, false) => Help::IntroduceOneByOne(through),
        }
    }
}

/// What people who are for us do so that we reach somebody.
enum Help {
    None,
    PreparesTheGround(String),
    /// Some lead us to the last one, who prepares the ground.
    PreparesInTurn(Vec<String>, String),
    Introduces(String),
    IntroduceInTurn(String, String),
    IntroduceOneByOne(Vec<String>),
}

/// Puts a move into words.
pub(super) fn phrase(situation: &Situation<'_>) -> MoveText {
    MoveText { en: english::text(situation), zh_hans: chinese::text(situation) }
}

/// Whether the move is a conversation with the person it concerns, so that it matters how they are introduced and
/// spoken with.
pub(super) const fn speaks_with_person(next_move: NextMove) -> bool {
    match next_move {
        NextMove::MakeContact
        | NextMove::RenewContact
        | NextMove::MeetDecisionMaker
        | NextMove::FindOutStance
        | NextMove::WinOver
        | NextMove::AnswerObjections
        | NextMove::AskForContribution => true,
        NextMove::MapCommittee
        | NextMove::IdentifyHolder
        | NextMove::IdentifyGatekeeper
        | NextMove::FindCoach
        | NextMove::FindCoachAtCustomer
        | NextMove::ClarifyFinalYes
        | NextMove::WidenContact
        | NextMove::GuardInformation
        | NextMove::FindNewChampion
        | NextMove::WinOverKeyPeople
        | NextMove::GetToKnowInfluential
        | NextMove::LookForOpponents
        | NextMove::RegainSupport
        | NextMove::CatchUp
        | NextMove::ReportToCompliance => false,
    }
}

/// A name as it stands in a sentence: in one line.
fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

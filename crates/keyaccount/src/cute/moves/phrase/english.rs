//! Moves in English.

use super::{Help, Situation, one_line, speaks_with_person};
use crate::cute::NextMove;
use crate::facts::{BuyingRole, CommunicationStyle, Driver, NonSupporterKind};
use crate::playbook::CoverageGapKind as Gap;
use crate::values::Language;

pub(super) fn text(situation: &Situation<'_>) -> String {
    let action = action(situation);
    let action = match why(situation) {
        Some(why) => format!("{why}: {action}"),
        None => capitalised(&action),
    };
    if !speaks_with_person(situation.next_move) {
        return format!("{action}.");
    }
    let help = match situation.help() {
        Help::None => String::new(),
        Help::PreparesTheGround(one) => format!("; ask {one} to prepare the ground"),
        Help::PreparesInTurn(before, last) => {
            let turn = if before.len() > 1 { " in turn" } else { "" };
            format!("; ask {}{turn} to bring you to {last}, who can prepare the ground", list(&before))
        }
        Help::Introduces(one) => format!("; ask {one} to introduce you"),
        Help::IntroduceInTurn(first, second) => {
            format!("; ask {first} to bring you to {second}, and {second} to introduce you")
        }
        Help::IntroduceOneByOne(all) => format!("; ask {} to introduce you, each to the next", list(&all)),
    };
    let how = match (situation.lawful_driver().map(driver), situation.communication_style.map(style)) {
        (Some(driver), Some(style)) => format!(" Speak to {driver}, and {style}."),
        (Some(driver), None) => format!(" Speak to {driver}."),
        (None, Some(style)) => format!(" In the conversation, {style}."),
        (None, None) => String::new(),
    };
    format!("{action}{help}.{how}")
}

/// Why this is to be done now.
fn why(situation: &Situation<'_>) -> Option<String> {
    let the = situation.role.map_or_else(|| "these people".to_owned(), |role| format!("the {}", label(role)));
    let fixed = match situation.gap? {
        Gap::CommitteeEmpty => "The buying committee is not known yet",
        Gap::HostileGatekeeper => "A technical gatekeeper is against us, and support elsewhere does not undo a veto",
        Gap::HostileDecisionMaker => "Somebody who says the final yes is against us",
        Gap::DecisionMakerNeverMet => "We have never met the person who says the final yes",
        Gap::RoleMissing => {
            return Some(situation.role.map_or_else(
                || "A part in this purchase is not known yet".to_owned(),
                |role| format!("The {} is not known yet", label(role)),
            ));
        }
        Gap::UnknownGatekeeper if situation.person.is_some() => {
            "A technical gatekeeper can say no, and we don't know where this one stands"
        }
        Gap::UnknownGatekeeper => "Somebody here can say no, and we don't know who",
        Gap::NoCoach => "Nobody guides us through this purchase",
        Gap::CoachOnlyInOurCompany => "Our only coach sits in our own company",
        Gap::RoleNotContacted => return Some(format!("We have not spoken with {the} yet")),
        Gap::ContactStale => return Some(format!("Contact with {the} has gone silent")),
        Gap::StanceUnfavourable => {
            return Some(situation.role.map_or_else(
                || "Nobody here is for us yet".to_owned(),
                |role| format!("No {} is for us yet", label(role)),
            ));
        }
        Gap::StanceUnknown => {
            return Some(situation.role.map_or_else(
                || "We don't know where these people stand".to_owned(),
                |role| format!("We don't know where the {} stands", label(role)),
            ));
        }
        Gap::RoleNotContributing => {
            return Some(situation.role.map_or_else(
                || "Goodwill is there, but nothing has come of it lately".to_owned(),
                |role| format!("The {} is for us, but nothing has come of it lately", label(role)),
            ));
        }
        Gap::CoachInformsCompetitor => "This coach informs a competitor as well",
        Gap::ChampionLeft => "Somebody who spoke for us has left",
        Gap::KeyPeopleUnfavourable => "Most of the key people are not for us",
        Gap::InfluenceWithUnknown => "Much of the influence lies with people we don't know",
        Gap::NoOpponentFound => "Nobody seems to be against us, which mostly means that we have not looked closely",
        Gap::SupportShrinking => "Our support is shrinking",
        Gap::StageAheadOfCoverage => "The deal has moved ahead of our relationships",
        Gap::SeveralClaimFinalYes => "More than one person claims the final yes",
        Gap::SingleThread => "The deal hangs on a single thread",
    };
    Some(fixed.to_owned())
}

fn action(situation: &Situation<'_>) -> String {
    let who = match (situation.person, situation.role) {
        (Some(name), _) => one_line(name),
        (None, Some(role)) => format!("the {}", label(role)),
        (None, None) => "the people concerned".to_owned(),
    };
    let people = people(situation);
    let they = people.as_deref();
    match situation.next_move {
        NextMove::MapCommittee => "ask who takes part and what each of them decides".to_owned(),
        NextMove::IdentifyHolder => {
            format!("find out {}, whatever the job titles say", situation.role.map_or("who plays this part", clause))
        }
        NextMove::IdentifyGatekeeper => "find out who measures the proposals and by which criteria".to_owned(),
        NextMove::FindCoach => "find somebody who wants us to win and ask them how this purchase is decided".to_owned(),
        NextMove::FindCoachAtCustomer => {
            let ours = situation.person.map_or_else(|| "our own coach".to_owned(), one_line);
            format!("ask {ours} to introduce you to somebody inside the customer who can guide us")
        }
        NextMove::MakeContact => {
            format!("get into conversation with {who} and ask what the purchase does for their own work")
        }
        NextMove::RenewContact => format!("take up the conversation with {who} again, with news of use to them"),
        NextMove::MeetDecisionMaker => format!("arrange a meeting with {who}"),
        NextMove::FindOutStance => format!("ask {who} where they stand and what they expect from this purchase"),
        NextMove::WinOver => match situation.non_supporter {
            Some(NonSupporterKind::Sceptic) => {
                format!("give {who} evidence they can check and references they can call")
            }
            Some(NonSupporterKind::Misinformed) => format!("put the facts right with {who} at first hand"),
            Some(NonSupporterKind::Backslider) => {
                format!("ask {who} openly what has changed and what we failed to keep, and put it right")
            }
            None => format!("show {who}, with evidence, what our proposal does for what they care about"),
        },
        NextMove::AnswerObjections => match situation.non_supporter {
            Some(NonSupporterKind::Sceptic) => format!(
                "learn the criteria and objections of {who} at first hand and answer each with evidence and references they can check"
            ),
            Some(NonSupporterKind::Misinformed) => format!(
                "learn the criteria and objections of {who} at first hand, put right what they were told wrongly and answer each with evidence"
            ),
            Some(NonSupporterKind::Backslider) => format!(
                "ask {who} what has changed and what we failed to keep, then answer each objection with evidence"
            ),
            None => {
                format!("learn the criteria and objections of {who} at first hand and answer each with evidence")
            }
        },
        NextMove::AskForContribution => match situation.role {
            Some(BuyingRole::Coach) if situation.may_introduce => format!("ask {who} for guidance or an introduction"),
            Some(BuyingRole::Coach) => format!("ask {who} for guidance and check it with others"),
            Some(BuyingRole::User) => format!("ask {who} for a reference, a test report or a word inside"),
            Some(BuyingRole::TechnicalGatekeeper) => format!("ask {who} to let us contribute to the specification"),
            Some(BuyingRole::EconomicDecisionMaker) => format!("ask {who} to settle budget or timing"),
            None => format!("ask {who} for what they can do in this part"),
        },
        NextMove::GuardInformation => {
            format!("tell {who} only what a competitor may know, and check with others what they say")
        }
        NextMove::ClarifyFinalYes => {
            let ask = if situation.has_coach { "ask the coach" } else { "find out" };
            match they.filter(|_| situation.people.len() > 1) {
                Some(they) => format!("{ask} which of {they} releases the money and says the final yes"),
                None => format!("{ask} who releases the money and says the final yes"),
            }
        }
        NextMove::WidenContact => match they {
            Some(they) => format!("bring more people into the conversation beside {they}, theirs and ours"),
            None => "bring more people into the conversation, theirs and ours".to_owned(),
        },
        NextMove::FindNewChampion => match they {
            Some(they) => format!("ask who takes over from {they}, and win somebody else who speaks for us inside"),
            None => "ask who takes over, and win somebody else who speaks for us inside".to_owned(),
        },
        NextMove::WinOverKeyPeople => match they.filter(|_| situation.people.len() > 1) {
            Some(they) => format!("go to {they} one by one, learn what each of them needs and show evidence"),
            None => format!("go to {}, learn what they need and show evidence", they.unwrap_or("the key people")),
        },
        NextMove::GetToKnowInfluential => {
            let they = they.unwrap_or("the influential people we don't know");
            format!("get introduced to {they} and learn where they stand")
        }
        NextMove::LookForOpponents => {
            "ask those who are for us who would rather have another solution, and why".to_owned()
        }
        NextMove::RegainSupport => {
            format!("ask {} what has changed, and answer it", they.unwrap_or("those who turned away"))
        }
        NextMove::CatchUp => "catch up on what earlier stages ask of the committee before the next step".to_owned(),
        NextMove::ReportToCompliance => {
            "report what is recorded here to those who answer for compliance, and leave it out of every conversation"
                .to_owned()
        }
    }
}

/// What a role does, as a question.
const fn clause(role: BuyingRole) -> &'static str {
    match role {
        BuyingRole::Coach => "who could guide us here",
        BuyingRole::User => "who will use or maintain it",
        BuyingRole::TechnicalGatekeeper => "who measures the proposals",
        BuyingRole::EconomicDecisionMaker => "who releases the money and says the final yes",
    }
}

/// What to speak to. An unlawful driver never gets here.
const fn driver(driver: Driver) -> &'static str {
    match driver {
        Driver::Money => "the budget and figures they answer for",
        Driver::AchievementInOffice => "what they want to achieve in office",
        Driver::CompanyResults => "what the purchase does for the company's results",
        Driver::Reputation => "the reputation that a showcase project brings",
        Driver::FamilySecurity => "how safe this decision is",
        Driver::BeingValued => "how much their advice counts here",
        Driver::GroupBenefit => "what the purchase does for their group",
        Driver::Achievement => "what they will have brought about",
        Driver::ExpertStanding => "their judgement as the expert",
        Driver::CompanyResponsibility => "their responsibility for the company",
        Driver::TechnicalSolution => "delivery, price, reliability, safety and upkeep",
        Driver::UpkeepEffort => "how little upkeep the solution needs",
        Driver::Habit => "what stays as they are used to it",
        Driver::Feeling => "how the solution feels to work with",
        Driver::EasierWork => "how much easier and faster the work gets",
        Driver::UnlawfulInducement => "what the purchase is to achieve",
    }
}

/// How to speak.
const fn style(style: CommunicationStyle) -> &'static str {
    match style {
        CommunicationStyle::Facts => "keep to facts, figures and logic",
        CommunicationStyle::Detail => "go through the details in order, with papers to hand",
        CommunicationStyle::People => "tell of people who work with our solution and what it does for them",
        CommunicationStyle::BigPicture => "start from the big picture and where it leads",
    }
}

const fn label(role: BuyingRole) -> &'static str {
    role.label(Language::En)
}

/// The people concerned, the first few by name; none where there are none.
fn people(situation: &Situation<'_>) -> Option<String> {
    let mut names = situation.named_people();
    let more = situation.people.len().saturating_sub(names.len());
    if more > 0 {
        names.push(format!("{more} more"));
    }
    (!names.is_empty()).then(|| list(&names))
}

/// `A`, `A and B`, `A, B and C`.
fn list(names: &[String]) -> String {
    match names.split_last() {
        Some((end, [])) => end.clone(),
        Some((end, rest)) => format!("{} and {end}", rest.join(", ")),
        None => String::new(),
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

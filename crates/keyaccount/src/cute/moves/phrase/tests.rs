//! Every text in both languages.

use super::{MoveText, Situation, phrase};
use crate::cute::NextMove;
use crate::facts::{BuyingRole, CommunicationStyle, Driver, NonSupporterKind};
use crate::playbook::CoverageGapKind;
use crate::values::Language;

/// Nothing, and each value.
fn any<T: Copy>(all: &[T]) -> impl Iterator<Item = Option<T>> {
    std::iter::once(None).chain(all.iter().copied().map(Some))
}

const PEOPLE: [&str; 5] = ["Anna Example", "np-engineer", "Ben Example", "Carla Example", "np-buyer"];

fn situation<'a>(next_move: NextMove) -> Situation<'a> {
    Situation {
        next_move,
        gap: None,
        role: None,
        person: None,
        non_supporter: None,
        is_in_contact: false,
        knows_us: false,
        may_introduce: false,
        has_coach: false,
        people: vec![],
        through: vec![],
        driver: None,
        communication_style: None,
    }
}

/// Every text: all ways to speak with a person, then all reasons.
fn for_every_text(mut check: impl FnMut(&Situation<'_>, &MoveText)) {
    let mut each = |situation: &Situation<'_>| check(situation, &phrase(situation));
    for next_move in NextMove::ALL.iter().copied() {
        let known = [(None, false, false), (Some("Dora Example"), false, false), (Some("Dora Example"), false, true)];
        for (person, is_in_contact, knows_us) in known.into_iter().chain([(Some("np-director"), true, true)]) {
            for through in 0..=4 {
                for non_supporter in any(NonSupporterKind::ALL) {
                    for driver in any(Driver::ALL) {
                        for communication_style in any(CommunicationStyle::ALL) {
                            each(&Situation {
                                person,
                                is_in_contact,
                                knows_us,
                                non_supporter,
                                through: PEOPLE[..through].to_vec(),
                                driver,
                                communication_style,
                                ..situation(next_move)
                            });
                        }
                    }
                }
            }
        }
        for gap in any(CoverageGapKind::ALL) {
            for role in any(BuyingRole::ALL) {
                for person in [None, Some("Dora Example")] {
                    for people in 0..=PEOPLE.len() {
                        let people = PEOPLE[..people].to_vec();
                        for has_coach in [false, true] {
                            let people = people.clone();
                            let may_introduce = has_coach;
                            each(&Situation {
                                gap,
                                role,
                                person,
                                people,
                                has_coach,
                                may_introduce,
                                ..situation(next_move)
                            });
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn every_text_is_well_formed() {
    for_every_text(|situation, text| {
        let (en, zh) = (text.en.as_str(), text.zh_hans.as_str());
        assert!(en.starts_with(char::is_uppercase) && en.ends_with('.') && en.is_ascii(), "{situation:?}: {en}");
        assert!(en.matches('.').count() <= 2 && en.len() <= 400, "{situation:?}: {en}");
        assert!(
            zh.ends_with('。') && zh.matches('。').count() <= 2 && zh.chars().count() <= 160,
            "{situation:?}: {zh}"
        );
        for odd in ["  ", "_", "{", "}", " .", " ,", " ;", " :", "..", ",,", ", .", ";;", "the the "] {
            assert!(!en.contains(odd) && !zh.contains(odd), "`{odd}` in {situation:?}: {en} {zh}");
        }
        for odd in [",", ".", ";", ":", "?", "!", "(", ")", "，，", "，。", "。。", "，、", "、，", "：："]
        {
            assert!(!zh.contains(odd), "`{odd}` in {situation:?}: {zh}");
        }
        // Every part that is known is in the text, once it has a place there.
        if let Some(person) = situation.person.filter(|_| super::speaks_with_person(situation.next_move)) {
            assert!(en.contains(person) && zh.contains(person), "{situation:?}: {en} {zh}");
            if !situation.is_in_contact {
                let all_named = |text: &str| situation.through.iter().all(|name| text.contains(name));
                assert!(all_named(en) && all_named(zh), "{situation:?}: {en} {zh}");
            }
        }
    });
}

#[test]
fn no_text_advises_an_inducement() {
    let en_words = [
        "gift",
        "bribe",
        "kickback",
        "favour",
        "reward",
        "commission",
        "dinner",
        "lunch",
        "present ",
        "hospitality",
        "pay",
        "treat",
        "bonus",
        "entertain",
        "cash",
        "discreet",
        "inducement",
        "buy ",
    ];
    let zh_words = [
        "礼", "宴", "回扣", "好处", "红包", "贿", "返点", "佣金", "提成", "招待", "请客", "饭", "送", "钱", "酬",
        "私下",
    ];
    let check = |en: &str, zh: &str| {
        for word in en_words {
            assert!(!en.to_lowercase().contains(word), "{word}: {en}");
        }
        for word in zh_words {
            assert!(!zh.contains(word), "{word}: {zh}");
        }
    };
    for_every_text(|_, text| check(&text.en, &text.zh_hans));
    for next_move in NextMove::ALL {
        check(next_move.label(Language::En), next_move.label(Language::ZhHans));
    }
}

#[test]
fn an_unlawful_driver_is_never_spoken_to() {
    for next_move in NextMove::ALL.iter().copied() {
        let person = Some("Dora Example");
        let without = phrase(&Situation { person, ..situation(next_move) });
        let driver = Some(Driver::UnlawfulInducement);
        assert_eq!(phrase(&Situation { person, driver, ..situation(next_move) }), without, "{next_move}");
    }
}

#[test]
fn who_is_not_for_us_is_met_according_to_why() {
    for next_move in [NextMove::WinOver, NextMove::AnswerObjections] {
        let text =
            |non_supporter| phrase(&Situation { person: Some("Dora Example"), non_supporter, ..situation(next_move) });
        let sceptic = text(Some(NonSupporterKind::Sceptic));
        assert!(sceptic.en.contains("evidence") && sceptic.en.contains("references"), "{sceptic:?}");
        let misinformed = text(Some(NonSupporterKind::Misinformed));
        assert!(misinformed.en.contains("right") && misinformed.en.contains("first hand"), "{misinformed:?}");
        assert!(misinformed.zh_hans.contains("当面") && misinformed.zh_hans.contains("误解"), "{misinformed:?}");
        let backslider = text(Some(NonSupporterKind::Backslider));
        assert!(backslider.en.contains("what has changed and what we failed to keep"), "{backslider:?}");
        assert!(backslider.zh_hans.contains("态度为何转变"), "{backslider:?}");
        let texts = [text(None), sceptic, misinformed, backslider];
        for (at, text) in texts.iter().enumerate() {
            assert!(texts[..at].iter().all(|before| before.en != text.en && before.zh_hans != text.zh_hans));
        }
    }
}

#[test]
fn who_knows_us_is_not_introduced_to_us() {
    let text = |next_move, through: &[&'static str]| {
        let through = through.to_vec();
        phrase(&Situation { person: Some("Dora Example"), knows_us: true, through, ..situation(next_move) })
    };
    let renewed = text(NextMove::RenewContact, &["Anna Example"]);
    assert_eq!(
        renewed.en,
        "Take up the conversation with Dora Example again, with news of use to them; ask Anna Example to prepare the ground."
    );
    assert_eq!(renewed.zh_hans, "请Anna Example先行铺垫，带着有用的新信息重新联系Dora Example。");
    let met = text(NextMove::MeetDecisionMaker, &["Anna Example", "np-engineer"]);
    assert_eq!(
        met.en,
        "Arrange a meeting with Dora Example; ask Anna Example to bring you to np-engineer, who can prepare the ground."
    );
    assert_eq!(
        met.zh_hans,
        "先请Anna Example介绍认识np-engineer，再请np-engineer先行铺垫，安排与Dora Example当面会谈。"
    );
    let far = text(NextMove::RenewContact, &["Anna Example", "np-engineer", "np-buyer"]);
    assert!(
        far.en.ends_with(
            "ask Anna Example and np-engineer in turn to bring you to np-buyer, who can prepare the ground."
        ),
        "{far:?}"
    );
    assert!(far.zh_hans.starts_with("请Anna Example、np-engineer依次引荐，最后请np-buyer先行铺垫，"), "{far:?}");
}

#[test]
fn a_coach_is_asked_only_where_there_is_one() {
    for people in [vec![], vec!["np-buyer", "np-director"]] {
        let text = |has_coach| {
            let people = people.clone();
            phrase(&Situation { people, has_coach, ..situation(NextMove::ClarifyFinalYes) })
        };
        let (with, without) = (text(true), text(false));
        assert!(with.en.starts_with("Ask the coach wh") && with.zh_hans.starts_with("请教教练："), "{with:?}");
        assert!(without.en.starts_with("Find out wh") && without.zh_hans.starts_with("查明"), "{without:?}");
        assert!(!without.en.contains("coach") && !without.zh_hans.contains("教练"), "{without:?}");
    }
}

#[test]
fn whole_texts_by_hand() {
    let met = phrase(&Situation {
        gap: Some(CoverageGapKind::DecisionMakerNeverMet),
        role: Some(BuyingRole::EconomicDecisionMaker),
        person: Some("Dora Example"),
        through: vec!["Anna\n Example", "np-engineer"],
        driver: Some(Driver::CompanyResults),
        communication_style: Some(CommunicationStyle::Facts),
        ..situation(NextMove::MeetDecisionMaker)
    });
    assert_eq!(
        met.en,
        "We have never met the person who says the final yes: arrange a meeting with Dora Example; ask Anna Example to \
         bring you to np-engineer, and np-engineer to introduce you. Speak to what the purchase does for the company's results, \
         and keep to facts, figures and logic."
    );
    assert_eq!(
        met.zh_hans,
        "我方从未与最终决策者见过面，先请Anna Example介绍认识np-engineer，再请np-engineer引荐，安排与Dora Example当面会谈。沟通时围绕公司的经营效益，多用事实和数字，逻辑清晰。"
    );
    let veto = phrase(&Situation {
        gap: Some(CoverageGapKind::HostileGatekeeper),
        role: Some(BuyingRole::TechnicalGatekeeper),
        person: Some("Ben Example"),
        is_in_contact: true,
        through: vec!["Anna Example"],
        communication_style: Some(CommunicationStyle::Detail),
        ..situation(NextMove::AnswerObjections)
    });
    assert_eq!(
        veto.en,
        "A technical gatekeeper is against us, and support elsewhere does not undo a veto: learn the criteria and \
         objections of Ben Example at first hand and answer each with evidence; ask Anna Example to prepare the ground. \
         In the conversation, go through the details in order, with papers to hand."
    );
    assert_eq!(
        veto.zh_hans,
        "技术把关者反对我方，其他人的支持无法抵消一票否决，请Anna Example先行铺垫，当面了解Ben Example的评判标准和异议，逐条用证据答复。沟通时按顺序逐项讲清细节，并备好书面资料。"
    );
}

//! Moves in simplified Chinese.

use super::{Help, Situation, one_line, speaks_with_person};
use crate::cute::NextMove;
use crate::facts::{BuyingRole, CommunicationStyle, Driver, NonSupporterKind};
use crate::playbook::CoverageGapKind as Gap;
use crate::values::Language;

pub(super) fn text(situation: &Situation<'_>) -> String {
    let why = why(situation).map_or_else(String::new, |why| format!("{why}，"));
    let action = action(situation);
    if !speaks_with_person(situation.next_move) {
        return format!("{why}{action}。");
    }
    let help = match situation.help() {
        Help::None => String::new(),
        Help::PreparesTheGround(one) => format!("请{one}先行铺垫，"),
        Help::PreparesInTurn(before, last) => match before.as_slice() {
            [only] => format!("先请{only}介绍认识{last}，再请{last}先行铺垫，"),
            several => format!("请{}依次引荐，最后请{last}先行铺垫，", several.join("、")),
        },
        Help::Introduces(one) => format!("请{one}引荐，"),
        Help::IntroduceInTurn(first, second) => format!("先请{first}介绍认识{second}，再请{second}引荐，"),
        Help::IntroduceOneByOne(all) => format!("请{}依次引荐，", all.join("、")),
    };
    let how = match (situation.lawful_driver().map(driver), situation.communication_style.map(style)) {
        (Some(driver), Some(style)) => format!("沟通时围绕{driver}，{style}。"),
        (Some(driver), None) => format!("沟通时围绕{driver}展开。"),
        (None, Some(style)) => format!("沟通时{style}。"),
        (None, None) => String::new(),
    };
    format!("{why}{help}{action}。{how}")
}

/// Why this is to be done now.
fn why(situation: &Situation<'_>) -> Option<String> {
    let role = situation.role.map_or("相关人员", label);
    let fixed = match situation.gap? {
        Gap::CommitteeEmpty => "采购委员会成员尚不清楚",
        Gap::HostileGatekeeper => "技术把关者反对我方，其他人的支持无法抵消一票否决",
        Gap::HostileDecisionMaker => "最终决策者反对我方",
        Gap::DecisionMakerNeverMet => "我方从未与最终决策者见过面",
        Gap::RoleMissing => return Some(format!("{}尚不明确", situation.role.map_or("关键角色", label))),
        Gap::UnknownGatekeeper if situation.person.is_some() => "技术把关者可以否决方案，而这位的态度尚不清楚",
        Gap::UnknownGatekeeper => "有人可以否决方案，而我方尚不知道是谁",
        Gap::NoCoach => "目前没有人为我方指路",
        Gap::CoachOnlyInOurCompany => "目前唯一的教练是我方自己人",
        Gap::RoleNotContacted => return Some(format!("我方尚未接触{role}")),
        Gap::ContactStale => return Some(format!("与{role}的联系已经中断")),
        Gap::StanceUnfavourable => {
            return Some(format!(
                "{}还没有人支持我方",
                situation.role.map_or_else(String::new, |_| format!("{role}中"))
            ));
        }
        Gap::StanceUnknown => return Some(format!("{role}的立场尚不清楚")),
        Gap::RoleNotContributing => return Some(format!("{role}支持我方，但近期没有实际行动")),
        Gap::CoachInformsCompetitor => "这位教练同时也向竞争对手提供信息",
        Gap::ChampionLeft => "支持我方的关键人已经离开",
        Gap::KeyPeopleUnfavourable => "多数关键人不支持我方",
        Gap::InfluenceWithUnknown => "影响力多集中在我方不了解的人身上",
        Gap::NoOpponentFound => "看上去无人反对我方，多半是了解得还不够深入",
        Gap::SupportShrinking => "我方的支持面正在缩小",
        Gap::StageAheadOfCoverage => "项目推进快于关系建设",
        Gap::SeveralClaimFinalYes => "不止一人自称能够最终拍板",
        Gap::SingleThread => "项目目前只靠单线联系",
    };
    Some(fixed.to_owned())
}

fn action(situation: &Situation<'_>) -> String {
    let who = match (situation.person, situation.role) {
        (Some(name), _) => one_line(name),
        (None, Some(role)) => label(role).to_owned(),
        (None, None) => "相关人员".to_owned(),
    };
    let people = people(situation);
    let they = people.as_deref();
    match situation.next_move {
        NextMove::MapCommittee => "先问清有谁参与、各自决定什么".to_owned(),
        NextMove::IdentifyHolder => {
            format!("查明{}，不要凭职位推断", situation.role.map_or("由谁担任这一角色", clause))
        }
        NextMove::IdentifyGatekeeper => "查明由谁评审方案、依据哪些标准".to_owned(),
        NextMove::FindCoach => "寻找一位希望我方成功的人，请教本次采购如何决定".to_owned(),
        NextMove::FindCoachAtCustomer => {
            let ours = situation
                .person
                .map_or_else(|| "我方内部的教练".to_owned(), |name| format!("我方的{}", one_line(name)));
            format!("请{ours}引荐一位能为我方指路的客户内部人士")
        }
        NextMove::MakeContact => format!("与{who}建立接触，了解本次采购对其工作意味着什么"),
        NextMove::RenewContact => format!("带着有用的新信息重新联系{who}"),
        NextMove::MeetDecisionMaker => format!("安排与{who}当面会谈"),
        NextMove::FindOutStance => format!("向{who}了解其立场以及对本次采购的期望"),
        NextMove::WinOver => match situation.non_supporter {
            Some(NonSupporterKind::Sceptic) => format!("向{who}提供可以核实的证据和可以求证的客户案例"),
            Some(NonSupporterKind::Misinformed) => format!("当面向{who}澄清事实、消除误解"),
            Some(NonSupporterKind::Backslider) => {
                format!("坦诚地问{who}态度为何转变、我方哪些地方没有做到，并切实补救")
            }
            None => format!("针对{who}关心的事项，用证据说明我方方案的价值"),
        },
        NextMove::AnswerObjections => match situation.non_supporter {
            Some(NonSupporterKind::Sceptic) => {
                format!("当面了解{who}的评判标准和异议，逐条用证据和可以求证的客户案例答复")
            }
            Some(NonSupporterKind::Misinformed) => {
                format!("当面了解{who}的评判标准和异议，澄清误解，逐条用证据答复")
            }
            Some(NonSupporterKind::Backslider) => {
                format!("先问清{who}态度为何转变、我方哪些地方没有做到，再逐条用证据答复其异议")
            }
            None => format!("当面了解{who}的评判标准和异议，逐条用证据答复"),
        },
        NextMove::AskForContribution => match situation.role {
            Some(BuyingRole::Coach) if situation.may_introduce => format!("请{who}给予指点或帮助引荐"),
            Some(BuyingRole::Coach) => format!("请{who}给予指点，并向他人核实"),
            Some(BuyingRole::User) => format!("请{who}提供推荐证明、测试报告或在内部为我方发声"),
            Some(BuyingRole::TechnicalGatekeeper) => format!("争取{who}同意我方参与规格制定"),
            Some(BuyingRole::EconomicDecisionMaker) => format!("请{who}明确预算或采购时间"),
            None => format!("请{who}发挥其作用"),
        },
        NextMove::GuardInformation => format!("只向{who}提供竞争对手可知的信息，并向他人核实其所言"),
        NextMove::ClarifyFinalYes => {
            let ask = if situation.has_coach { "请教教练：" } else { "查明" };
            match they.filter(|_| situation.people.len() > 1) {
                Some(they) => format!("{ask}{they}之中究竟由谁掌握资金、最终拍板"),
                None => format!("{ask}究竟由谁掌握资金、最终拍板"),
            }
        }
        NextMove::WidenContact => match they {
            Some(they) => format!("除{they}之外，让双方更多的人参与沟通"),
            None => "让双方更多的人参与沟通".to_owned(),
        },
        NextMove::FindNewChampion => match they {
            Some(they) => format!("了解由谁接替{they}，并争取另一位在内部为我方发声的人"),
            None => "了解由谁接任，并争取另一位在内部为我方发声的人".to_owned(),
        },
        NextMove::WinOverKeyPeople => match they.filter(|_| situation.people.len() > 1) {
            Some(they) => format!("逐一拜访{they}，了解各自的需求，用证据说明"),
            None => format!("拜访{}，了解其需求，用证据说明", they.unwrap_or("关键人")),
        },
        NextMove::GetToKnowInfluential => {
            format!("请人引荐，结识{}，了解其立场", they.unwrap_or("尚不了解的有影响力的人"))
        }
        NextMove::LookForOpponents => "请教支持者谁倾向于其他方案、原因何在".to_owned(),
        NextMove::RegainSupport => format!("向{}了解立场因何改变，并予以回应", they.unwrap_or("立场转变者")),
        NextMove::CatchUp => "推进下一步之前，先补齐前面各阶段的关系工作".to_owned(),
        NextMove::ReportToCompliance => "将这里记录的情况报告合规负责人，与客户沟通时不要涉及".to_owned(),
    }
}

/// The people concerned, the first few by name; none where there are none.
fn people(situation: &Situation<'_>) -> Option<String> {
    let names = situation.named_people();
    let all = situation.people.len();
    let more = if all > names.len() { format!("等{all}人") } else { String::new() };
    (!names.is_empty()).then(|| format!("{}{more}", names.join("、")))
}

/// What a role does, as a question.
const fn clause(role: BuyingRole) -> &'static str {
    match role {
        BuyingRole::Coach => "谁能为我方指路",
        BuyingRole::User => "由谁使用或维护",
        BuyingRole::TechnicalGatekeeper => "由谁评审方案",
        BuyingRole::EconomicDecisionMaker => "由谁掌握资金、最终拍板",
    }
}

/// What to speak to. An unlawful driver never gets here.
const fn driver(driver: Driver) -> &'static str {
    match driver {
        Driver::Money => "其负责的预算和业绩指标",
        Driver::AchievementInOffice => "其任内希望做成的事",
        Driver::CompanyResults => "公司的经营效益",
        Driver::Reputation => "示范项目带来的声誉",
        Driver::FamilySecurity => "决策的稳妥可靠",
        Driver::BeingValued => "其意见对项目的分量",
        Driver::GroupBenefit => "项目能为其团队带来的改善",
        Driver::Achievement => "其希望促成的成果",
        Driver::ExpertStanding => "其作为专家的判断",
        Driver::CompanyResponsibility => "其对公司的责任",
        Driver::TechnicalSolution => "交付、价格、可靠性、安全和维护",
        Driver::UpkeepEffort => "如何减少维护工作量",
        Driver::Habit => "如何照顾其使用习惯",
        Driver::Feeling => "使用时的感受",
        Driver::EasierWork => "如何让工作更轻松、更快捷",
        Driver::UnlawfulInducement => "项目本身要达到的目标",
    }
}

/// How to speak.
const fn style(style: CommunicationStyle) -> &'static str {
    match style {
        CommunicationStyle::Facts => "多用事实和数字，逻辑清晰",
        CommunicationStyle::Detail => "按顺序逐项讲清细节，并备好书面资料",
        CommunicationStyle::People => "多讲实例，说明对使用者的意义",
        CommunicationStyle::BigPicture => "先讲全局和远景，多用形象的比喻",
    }
}

const fn label(role: BuyingRole) -> &'static str {
    role.label(Language::ZhHans)
}

//! A gap in a committee's coverage, and the moves that close it.

use serde::{Deserialize, Serialize};

use crate::facts::BuyingRole;
use crate::playbook::CoverageGapKind;
use crate::values::{StakeholderId, vocabulary};
use crate::verdict::{Reason, Severity};

vocabulary! {
    /// What to do next about a gap, in words for a salesperson.
    ///
    /// None advises an advantage to a person: gifts and favours have no place here.
    ///
    /// # Examples
    /// ```
    /// use keyaccount::{Language, NextMove};
    ///
    /// assert!(NextMove::MeetDecisionMaker.label(Language::En).starts_with("arrange a meeting"));
    /// ```
    pub enum NextMove {
        /// For a committee nobody knows.
        MapCommittee = "map_committee", "ask who takes part in this purchase and what each of them decides", "了解谁参与本次采购、各自决定什么";
        /// For a role nobody is known to play.
        IdentifyHolder = "identify_holder", "find out who plays this role here, whatever the job titles say", "查明此项目中由谁担任该角色，不以职位推断";
        /// For a gatekeeper nobody knows.
        IdentifyGatekeeper = "identify_gatekeeper", "find out who measures the proposals and by which criteria", "查明谁评审方案、按哪些标准评审";
        /// For a sale that nobody guides.
        FindCoach = "find_coach", "find somebody who wants us to win and ask how this purchase is decided", "寻找希望我们成功的人，请教本次采购如何决定";
        /// For a coach who is one of us.
        FindCoachAtCustomer = "find_coach_at_customer", "ask our own coach to introduce us to somebody inside the customer who can guide us", "请内部教练引荐一位客户内部的教练";
        /// For people never spoken with.
        MakeContact = "make_contact", "get into conversation: ask what the purchase does for their own work", "建立接触：了解本次采购对其工作的意义";
        /// For people who went silent.
        RenewContact = "renew_contact", "take up the conversation again with news of use to them", "带着对其有用的信息重新联系";
        /// For a decision maker never met.
        MeetDecisionMaker = "meet_decision_maker", "arrange a meeting with the decision maker, introduced by somebody who is for us", "请支持者引荐，安排与最终决策者会面";
        /// For people whose stance is not known.
        FindOutStance = "find_out_stance", "ask where they stand and what they expect from this purchase", "了解其立场以及对本次采购的期望";
        /// For people who are not for us.
        WinOver = "win_over", "show what our proposal does for what they care about, with evidence", "针对其关心的事项，用证据说明方案的价值";
        /// For people who are against us.
        AnswerObjections = "answer_objections", "learn the objections and criteria at first hand and answer each with evidence", "当面了解异议与标准，逐条以证据答复";
        /// For several who claim the final yes.
        ClarifyFinalYes = "clarify_final_yes", "ask the coach who releases the money and says the final yes", "请教教练：谁掌握资金、谁最终拍板";
        /// For contact that hangs on a single thread.
        WidenContact = "widen_contact", "bring more people into the conversation, theirs and ours", "让双方更多人参与沟通";
        /// For a role that is for us and does nothing.
        AskForContribution = "ask_for_contribution", "ask for what this role can do for us: guidance, a reference, a say in the criteria, a word on the budget", "请其发挥该角色的作用：指点、推荐证明、参与标准制定、确认预算";
        /// For a coach who informs a competitor as well.
        GuardInformation = "guard_information", "tell this coach only what a competitor may know, and check what they say with others", "只向该教练提供竞争对手可知的信息，并向他人核实其所言";
        /// For somebody who spoke for us and left.
        FindNewChampion = "find_new_champion", "ask who takes over, and win somebody else who speaks for us inside", "了解由谁接任，并争取另一位在内部为我方发声的人";
        /// For key people who are mostly not for us.
        WinOverKeyPeople = "win_over_key_people", "go to the key people one by one, the most influential first: learn what each needs and show evidence", "按影响力从大到小逐一拜访关键人：了解各自需求，用证据说明";
        /// For influence with people we don't know.
        GetToKnowInfluential = "get_to_know_influential", "get to know the influential people we don't know: ask for an introduction and learn where they stand", "请人引荐，结识尚不了解的有影响者，了解其立场";
        /// For a committee in which nobody seems to be against us.
        LookForOpponents = "look_for_opponents", "ask those who are for us who would rather have another solution, and why", "请教支持者：谁倾向于其他方案，原因何在";
        /// For a support base that shrinks.
        RegainSupport = "regain_support", "ask those who turned away what has changed, and answer it", "了解立场转变者因何改变，并予以回应";
        /// For a stage that the committee is not covered for.
        CatchUp = "catch_up", "before the next step, catch up on what earlier stages ask of the committee", "推进下一步之前，先补齐前面阶段对采购委员会的要求";
        /// For a recorded inducement. It answers a compliance finding, never a gap.
        ReportToCompliance = "report_to_compliance", "report it to those who answer for compliance", "向合规负责人报告";
    }
}

/// One thing that is missing, how much it matters, why, and what to do next.
///
/// # Examples
/// ```
/// use keyaccount::{Book, CoverageGapKind, NextMove, Playbook, check_committee};
///
/// let book = Book::from_json(r#"{
///     "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
///     "opportunities": [{"id": "press-line", "account": "north-plant"}]
/// }"#)?;
/// let (account, opportunity) = book.opportunity(&"press-line".parse()?).unwrap();
/// let verdict = check_committee(account, opportunity, None, &Playbook::six_stage(), "2026-05-30".parse()?);
/// assert_eq!(verdict.gaps[0].kind, CoverageGapKind::CommitteeEmpty);
/// assert_eq!(verdict.gaps[0].next_move, NextMove::MapCommittee);
/// # Ok::<(), keyaccount::Problem>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CoverageGap {
    /// What is missing.
    pub kind: CoverageGapKind,
    /// How much it matters at this stage.
    pub severity: Severity,
    /// The role it concerns; null where it concerns the committee as a whole.
    #[serde(default)]
    pub role: Option<BuyingRole>,
    /// The people it concerns, by identifier; empty where nobody is known.
    pub stakeholders: Vec<StakeholderId>,
    /// The rule, the numbers compared, and the facts.
    pub reason: Reason,
    /// What to do next.
    pub next_move: NextMove,
}

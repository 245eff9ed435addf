// Chinese names of the numbers that reasons compare. In English the name itself is read, with spaces.
import { spaced } from "./text.js";

const CHINESE = {
  anomalies: "异常数", breaks: "中断次数", choices: "选择次数", coaches_beyond_our_company: "我方以外的教练",
  closing: "期末", committee_people: "委员会人数", confirmations_needed: "所需确认次数", contact_stale_after_days: "接触失效天数",
  created: "已创建", days_in_stage: "在阶段天数", days_past_close_date: "超过预计签约日", days_since_contact: "距上次接触",
  days_since_first_order: "距首单", days_since_last_order: "距上次订单", decision_makers: "最终决策者人数",
  decision_makers_met: "已会面的决策者", departures: "离职或调岗人数", entered: "进入数", favourable_holders: "支持我方的担任者",
  first_choice_after: "转移后首次选择", holders: "担任者人数", hostile_holders: "敌对的担任者",
  in_unknown_pipeline: "未知流程中", interactions_of_our_side: "我方互动次数", interactions_without_topic: "未记主题的互动", joined: "新加入人数",
  largest_share: "最大同模板占比", last_selling: "最近一次销售", level_reached: "已达程度", longest_gap_days: "最长间隔",
  lost: "丢单", lost_probability: "丢单概率", mature_after_days: "成熟期天数", median_days: "中位天数", meetings: "会面次数",
  minimum_orders: "最少订单数", money_change: "金额变化", most_entered: "最多进入数", not_created_yet: "尚未开始",
  opening: "期初", opportunities: "商机数",
  order_days: "下单天数", orders_before: "此前订单", orders_change: "订单变化", orders_recent: "近期订单",
  our_choices: "选择我方次数", our_people_in_contact: "我方接触人数", our_share_of_orders: "我方订单占比",
  people_in_contact: "接触人数", pre_sales_interactions: "售前互动次数", priced: "已计价商机", proposal_days: "方案回看天数",
  proposals: "方案数", purchase_occasions: "采购次数", raw_phase: "当日阶段", resume_on: "恢复日", returns: "回归次数",
  same_template: "同模板方案数", selling_interactions: "销售互动次数", share_after: "之后占比", share_before: "之前占比",
  share_of_wallet: "钱包份额", since: "自", spread_days: "波动天数", stance: "立场", statement_days: "表态有效天数",
  statements: "表态次数", steps: "变动项数", suppliers: "供应商数", unmet_criteria: "未满足条件数", window_days: "回看天数",
  people_without_role: "角色未知人数", people_of_known_stance: "立场已知人数", opponents: "反对者",
  people_who_carry_us: "支撑我方的人数", effect_on_share_of_influence: "对影响力占比的影响", changed_on: "变动日",
  change_of_share_of_influence: "影响力占比变化", share_of_influence_for_us: "支持我方的影响力占比",
  share_of_influence_for_us_before: "此前支持我方的影响力占比", share_of_people_for_us: "支持我方的人数占比",
  people_without_influence: "影响力未知人数", influence: "影响力", centrality: "居间程度", ties: "关联数", distance: "距离",
  points_recorded: "已记录信息点", hostile_people_with_a_veto: "敌对且有否决权者", key_people: "关键人数",
  key_people_of_unknown_stance: "立场未知的关键人", change_of_share: "占比变化", last_met: "最近会面", points_known: "已知信息点",
  competitors: "竞争对手数", plans: "计划数", reporting_circles: "循环汇报", broken_lines: "异常汇报关系",
  coaches_informing_competitor: "向对手提供信息的教练", other_coaches: "其他教练", key_people_not_for_us: "不支持我方的关键人",
  key_people_of_known_stance: "立场已知的关键人", key_influence: "关键人影响力下限", trend_days: "趋势天数", recorded_since: "记录自",
  compliance_findings: "合规发现", role_weight: "角色权重", tasks: "任务数", days_overdue: "逾期天数", stage_of_plan: "计划所属阶段",
  resources: "资源数", points: "信息点", path_distance: "路径距离", best_standing: "最强对手态势", covered_stage: "已覆盖到的阶段",
  stages_ahead: "超前阶段数", open_tasks: "未完成任务", distance_if_open: "路径畅通时的距离", support_elsewhere: "他处支持",
  offset_by_support: "可抵消", conflicts: "冲突数", expenses: "费用笔数", expenses_without_amount: "无金额费用", amount: "金额",
  days_since_left: "离开天数", left_on: "离开日", favourable_coaches: "支持我方的教练", ways: "路径数", coverage_gap: "覆盖缺口",
};

export function measureName(name, language) {
  return (language === "zh_hans" && CHINESE[name]) || spaced(name);
}

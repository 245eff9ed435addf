// Generated from schema/keyaccount.schema.json by `cargo xtask schema`; do not edit.

export type UnpricedCause = "unknown_stage" | "no_amount" | "no_close_date" | "no_rate";
export type NoCadence = "no_orders" | "one_day" | "too_few_occasions";
/**
 * Who the customer bought from.
 */
export type Supplier =
  | {
      type: "us";
    }
  | {
      /**
       * Which one.
       */
      name: string;
      type: "competitor";
    };
export type BuyingRole = "coach" | "user" | "technical_gatekeeper" | "economic_decision_maker";
export type CoachPosition = "customer" | "outside" | "our_company";
export type Stance = "hostile" | "neutral" | "supporter" | "ally" | "insider";
export type CoverageLevel = "missing" | "identified" | "contacted" | "favourable";
export type LossReason =
  "price" | "product" | "relationship" | "service" | "no_budget" | "no_decision" | "other";
export type Confidence = "low" | "medium" | "high";
export type SignalPlay =
  | "resume_selling"
  | "renew_pre_sales"
  | "join_technology_study"
  | "secure_handover"
  | "write_for_this_customer"
  | "review_training_need";
export type Severity = "low" | "medium" | "high" | "critical";
export type AnomalyCode =
  | "unknown_pipeline"
  | "missing_creation"
  | "repeated_creation"
  | "before_creation"
  | "created_closed"
  | "created_in_later_stage"
  | "duplicate_event"
  | "ambiguous_order"
  | "unknown_stage"
  | "stage_unchanged"
  | "left_closed_stage"
  | "closed_again"
  | "changed_after_closing"
  | "realised_without_booking"
  | "no_such_move"
  | "close_date_before_creation";
/**
 * A playbook of a request: a preset by name, or one given in full.
 */
export type PlaybookSource =
  | {
      /**
       * Its name.
       */
      name: "six_stage" | "eight_step";
      type: "preset";
    }
  | {
      playbook: PlaybookDraft;
      type: "inline";
    }
  | {
      /**
       * The text.
       */
      text: string;
      type: "json";
    }
  | {
      /**
       * The text.
       */
      text: string;
      type: "toml";
    };
export type Channel = "visit" | "event" | "video_call" | "phone" | "mail" | "instant_message" | "other";
export type ComplaintKind = "venting" | "compensation" | "showing_off" | "retaliation" | "help_seeking";
export type Topic =
  | "need"
  | "solution"
  | "demonstration"
  | "price"
  | "contract"
  | "order"
  | "delivery"
  | "payment"
  | "support"
  | "training"
  | "training_declined"
  | "pre_sales_declined"
  | "new_technology_studied"
  | "new_technology_adopted"
  | "complaint"
  | "relationship"
  | "other";
export type CoverageGapKind =
  | "committee_empty"
  | "hostile_gatekeeper"
  | "hostile_decision_maker"
  | "decision_maker_never_met"
  | "role_missing"
  | "unknown_gatekeeper"
  | "no_coach"
  | "coach_only_in_our_company"
  | "role_not_contacted"
  | "contact_stale"
  | "stance_unfavourable"
  | "stance_unknown"
  | "several_claim_final_yes"
  | "single_thread";
export type Criterion =
  | "end_mark"
  | "skip_allowed"
  | "backwards_allowed"
  | "known_stage"
  | "other_stage"
  | "open_stage"
  | "is_open"
  | "is_not_parked"
  | "is_parked"
  | "is_closed"
  | "is_booked"
  | "reason_given"
  | "note_given"
  | "resume_day"
  | "override_authority"
  | "is_new";
export type Direction = "inbound" | "outbound" | "two_way";
export type DueState = "not_due" | "due" | "overdue";
export type FactKind =
  | "account"
  | "opportunity"
  | "opportunity_event"
  | "stakeholder"
  | "interaction"
  | "proposal"
  | "purchase"
  | "survey"
  | "complaint"
  | "team_change";
export type FindingKind =
  | "coverage_gap"
  | "signal"
  | "lifecycle"
  | "order_overdue"
  | "loyalty"
  | "stalled"
  | "close_date_passed"
  | "rest_over"
  | "unpriced"
  | "no_history"
  | "odd_history";
/**
 * A language that labels come in.
 */
export type Language = "en" | "zh_hans";
export type LifecyclePhase =
  "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
export type LoyaltyBasis = "supplier_choices" | "own_orders_only";
export type LoyaltyPattern =
  "continuous" | "intermittent" | "changing" | "scattered" | "elsewhere" | "undetermined";
export type MoveDirection = "to_us" | "away_from_us" | "between_others";
export type MoveKind =
  | "advance"
  | "skip"
  | "regress"
  | "win"
  | "realise"
  | "lose"
  | "reopen"
  | "park"
  | "resume"
  | "nowhere"
  | "update";
export type NextMove =
  | "map_committee"
  | "identify_holder"
  | "identify_gatekeeper"
  | "find_coach"
  | "find_coach_at_customer"
  | "make_contact"
  | "renew_contact"
  | "meet_decision_maker"
  | "find_out_stance"
  | "win_over"
  | "answer_objections"
  | "clarify_final_yes"
  | "widen_contact";
/**
 * What one event changes.
 */
export type OpportunityChange =
  | {
      /**
       * What it is worth; null means unknown.
       */
      amount?: Money1 | null;
      /**
       * The day it is expected to be signed; null means unknown.
       */
      close_date?: string | null;
      /**
       * The member of our team who answers for it.
       */
      owner?: string | null;
      /**
       * A win probability set by hand; null means the stage's.
       */
      probability?: string | null;
      /**
       * The stage it started in; null means the pipeline's first stage.
       */
      stage?: string | null;
      type: "created";
    }
  | {
      /**
       * Who allowed the move although a criterion was unmet, and why.
       */
      authorisation?: Override | null;
      /**
       * The stage it moved to.
       */
      to: string;
      type: "stage_changed";
    }
  | {
      /**
       * The stage whose end mark was met; null means the stage it is in.
       */
      stage?: string | null;
      type: "end_mark_met";
    }
  | {
      /**
       * The new worth.
       */
      amount?: Money1 | null;
      type: "amount_changed";
    }
  | {
      /**
       * The new expected day.
       */
      close_date?: string | null;
      type: "close_date_changed";
    }
  | {
      /**
       * The new owner.
       */
      owner?: string | null;
      type: "owner_changed";
    }
  | {
      /**
       * The new probability.
       */
      probability?: string | null;
      type: "probability_changed";
    }
  | {
      /**
       * Who allowed it although a criterion was unmet, and why.
       */
      authorisation?: Override | null;
      type: "won";
    }
  | {
      type: "realised";
    }
  | {
      /**
       * The supplier who got it.
       */
      competitor?: string | null;
      /**
       * Details; required where the reason is `other`.
       */
      note?: string | null;
      /**
       * Why, in the playbook's vocabulary; null means unknown.
       */
      reason?: LossReason | null;
      type: "lost";
    }
  | {
      /**
       * The stage it goes on in; null means the stage it was closed from.
       */
      stage?: string | null;
      type: "reopened";
    }
  | {
      /**
       * Why it rests; null means unknown, which a new parking is refused for.
       */
      reason?: string | null;
      /**
       * The day work is to go on; null means unknown, which a new parking is refused for.
       */
      resume_on?: string | null;
      type: "parked";
    }
  | {
      type: "resumed";
    };
export type OpportunityStatus = "open" | "parked" | "booked" | "realised" | "lost";
/**
 * What the overall pattern of an account is taken from.
 */
export type OverallSource =
  | {
      type: "all_orders";
    }
  | {
      /**
       * The category; null for purchases without one.
       */
      category: string | null;
      type: "leading_category";
    };
export type PlaybookPreset = "six_stage" | "eight_step";
export type ProbabilitySource = "stage_default" | "manual";
export type ProblemCode =
  | "invalid_json"
  | "invalid_toml"
  | "missing_field"
  | "unknown_field"
  | "duplicate_field"
  | "wrong_type"
  | "unknown_value"
  | "invalid_id"
  | "invalid_text"
  | "text_too_long"
  | "invalid_date"
  | "date_out_of_range"
  | "invalid_moment"
  | "invalid_number"
  | "number_out_of_range"
  | "negative_amount"
  | "amount_out_of_range"
  | "unknown_currency"
  | "invalid_probability"
  | "duplicate_fact"
  | "conflicting_id"
  | "dangling_reference"
  | "foreign_reference"
  | "reference_cycle"
  | "date_order"
  | "empty_list"
  | "duplicate_name"
  | "undefined_name"
  | "inconsistent_settings"
  | "not_found";
export type RateDate = "as_of" | "close_date";
export type RelationshipPhase = "exploration" | "formation" | "stable" | "degeneration";
export type SignalKind =
  | "orders_without_selling"
  | "pre_sales_looks_worthless"
  | "new_technology"
  | "pre_sales_team_leaving"
  | "copied_proposals"
  | "training_declined";
export type SignalOutcome = "raised" | "clear" | "unknown";
export type SignalState = "raised" | "clear" | "unknown" | "muted";
export type StagePhase = "open" | "booked" | "realised" | "post_sale";
/**
 * What changed about a person.
 */
export type StakeholderChangeKind =
  | {
      /**
       * The role.
       */
      role: "coach" | "user" | "technical_gatekeeper" | "economic_decision_maker";
      type: "role_taken";
    }
  | {
      /**
       * The role.
       */
      role: "coach" | "user" | "technical_gatekeeper" | "economic_decision_maker";
      type: "role_given_up";
    }
  | {
      /**
       * The new stance.
       */
      stance?: Stance | null;
      type: "stance_changed";
    }
  | {
      /**
       * The new influence.
       */
      influence?: string | null;
      type: "influence_changed";
    }
  | {
      /**
       * The new superior.
       */
      reports_to?: string | null;
      type: "reporting_line_changed";
    }
  | {
      type: "left";
    };
export type TeamFunction = "pre_sales" | "sales" | "service" | "management";
export type TeamMove = "joined" | "left" | "changed_job";
export type TransitionOutcome = "applied" | "applied_by_override" | "refused";
export type TrendDirection = "up" | "steady" | "down" | "unknown";
export type Unit = "days" | "count" | "share" | "ratio" | "date" | "word" | "money";
export type VetoRisk = "none" | "unknown" | "present";

/**
 * A customer organisation that we sell to.
 */
export interface Account {
  /**
   * Identifies the account; unique in a book.
   */
  id: string;
  /**
   * Its industry.
   */
  industry?: string | null;
  /**
   * Its name for people.
   */
  name: string;
  /**
   * The member of our team who answers for it.
   */
  owner?: string | null;
  /**
   * The account it belongs to, such as the group of a subsidiary.
   */
  parent?: string | null;
  /**
   * The sales territory it lies in; team changes name territories.
   */
  territory?: string | null;
}
/**
 * All verdicts on one account.
 */
export interface AccountReview {
  /**
   * The account.
   */
  account: string;
  /**
   * Everything to see to, most severe first.
   */
  findings: Finding[];
  forecast: ForecastVerdict;
  lifecycle: LifecycleVerdict;
  loyalty: LoyaltyVerdict;
  /**
   * Its name.
   */
  name: string;
  /**
   * Its opportunities, by identifier.
   */
  opportunities: OpportunityReview[];
  /**
   * The member of our team who answers for it.
   */
  owner: string | null;
  signals: SignalsVerdict;
}
/**
 * One thing to see to, with its reason.
 */
export interface Finding {
  /**
   * The word of its vocabulary, such as `decision_maker_never_met` or `new_technology`.
   */
  detail: string;
  /**
   * What it is about.
   */
  kind:
    | "coverage_gap"
    | "signal"
    | "lifecycle"
    | "order_overdue"
    | "loyalty"
    | "stalled"
    | "close_date_passed"
    | "rest_over"
    | "unpriced"
    | "no_history"
    | "odd_history";
  /**
   * The word of the next move or play, where there is one; `labels` has its text in both languages.
   */
  next_move: string | null;
  /**
   * The opportunity it concerns; null where it concerns the account.
   */
  opportunity: string | null;
  reason: Reason;
  /**
   * How much it matters.
   */
  severity: "low" | "medium" | "high" | "critical";
}
/**
 * Why.
 */
export interface Reason {
  /**
   * The numbers the rule compared.
   */
  compared: Comparison[];
  /**
   * How many facts there are behind it.
   */
  fact_count: number;
  /**
   * The facts behind it: the latest twenty, in their order.
   */
  facts: FactReference[];
  /**
   * One sentence for a person.
   */
  message: string;
  /**
   * The stable name of the rule.
   */
  rule: string;
}
/**
 * One number that a rule looked at, and the limit it was held against.
 */
export interface Comparison {
  /**
   * What it was; null means unknown.
   */
  actual: string | null;
  /**
   * What it was held against; null where it is only stated.
   */
  limit: string | null;
  /**
   * What was looked at.
   */
  name: string;
  /**
   * The unit of both.
   */
  unit: "days" | "count" | "share" | "ratio" | "date" | "word" | "money";
}
/**
 * Names one fact that a verdict rests on.
 */
export interface FactReference {
  /**
   * Its identifier; for an event without one, its path in the input, such as `opportunity_events[4]`.
   */
  id: string;
  /**
   * The kind of fact.
   */
  kind:
    | "account"
    | "opportunity"
    | "opportunity_event"
    | "stakeholder"
    | "interaction"
    | "proposal"
    | "purchase"
    | "survey"
    | "complaint"
    | "team_change";
}
/**
 * The forecast of its opportunities.
 */
export interface ForecastVerdict {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The opportunities in the sums, in the order they were given.
   */
  deals: PricedDeal[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The rules behind the sums.
   */
  reasons: Reason1[];
  summary: ForecastSummary;
  /**
   * The opportunities left out, and why.
   */
  unpriced: UnpricedDeal[];
}
/**
 * An opportunity with its price: all that goes into the sums, so that they can be added up by hand.
 */
export interface PricedDeal {
  /**
   * The account.
   */
  account: string;
  amount: Money;
  /**
   * The day that puts it in its quarter: the expected signature; once booked the signature; once paid the payment.
   */
  date: string;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Whether it is open although its close date has passed.
   */
  overdue: boolean;
  /**
   * Who answers for it.
   */
  owner: string | null;
  probability: WinProbability;
  /**
   * The fiscal quarter of that day.
   */
  quarter: string;
  /**
   * The rate it is converted at; null where it is in the reporting currency.
   */
  rate: DatedRate | null;
  /**
   * The stage it is in.
   */
  stage: string | null;
  /**
   * Where it stands.
   */
  status: "open" | "parked" | "booked" | "realised" | "lost";
}
/**
 * What it is worth.
 */
export interface Money {
  amount: string;
  currency: string;
}
/**
 * The probability it is weighted by, and where that comes from.
 */
export interface WinProbability {
  /**
   * Where it comes from.
   */
  source: "stage_default" | "manual";
  /**
   * The probability.
   */
  value: string;
}
/**
 * What one unit of a currency was worth in another from a day on.
 */
export interface DatedRate {
  /**
   * The currency converted.
   */
  from: string;
  /**
   * The first day the rate holds; it holds until the next one.
   */
  on: string;
  /**
   * Units of `to` for one unit of `from`.
   */
  rate: string;
  /**
   * The currency it becomes.
   */
  to: string;
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason1 {
  /**
   * The numbers the rule compared.
   */
  compared: Comparison[];
  /**
   * How many facts there are behind it.
   */
  fact_count: number;
  /**
   * The facts behind it: the latest twenty, in their order.
   */
  facts: FactReference[];
  /**
   * One sentence for a person.
   */
  message: string;
  /**
   * The stable name of the rule.
   */
  rule: string;
}
/**
 * The sums.
 */
export interface ForecastSummary {
  amounts: ForecastRow;
  /**
   * By currency, in that currency; unlike the other sums, opportunities that only lack a rate are in these.
   */
  by_currency: CurrencyForecast[];
  /**
   * By owner, in the order of identifiers, nobody first.
   */
  by_owner: OwnerForecast[];
  /**
   * By fiscal quarter, in time order.
   */
  by_quarter: QuarterForecast[];
  receipt: ForecastReceipt;
  /**
   * The currency of all sums but those by currency.
   */
  reporting_currency: string;
}
/**
 * Everything.
 */
export interface ForecastRow {
  booked: Amounts;
  open: Amounts1;
  realised: Amounts2;
}
/**
 * Signed, not yet paid, weighted by the probability that they are paid.
 */
export interface Amounts {
  /**
   * Opportunities counted.
   */
  deals: number;
  /**
   * The sum of their amounts.
   */
  total: string;
  /**
   * The sum of amount × probability.
   */
  weighted: string;
}
/**
 * Open opportunities (parked ones too), weighted by the probability that they are won.
 */
export interface Amounts1 {
  /**
   * Opportunities counted.
   */
  deals: number;
  /**
   * The sum of their amounts.
   */
  total: string;
  /**
   * The sum of amount × probability.
   */
  weighted: string;
}
/**
 * Signed and paid.
 */
export interface Amounts2 {
  /**
   * Opportunities counted.
   */
  deals: number;
  /**
   * The sum of their amounts.
   */
  total: string;
  /**
   * The sum of amount × probability.
   */
  weighted: string;
}
/**
 * The forecast of one currency, in that currency.
 */
export interface CurrencyForecast {
  amounts: ForecastRow1;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * The amounts, in that currency.
 */
export interface ForecastRow1 {
  booked: Amounts;
  open: Amounts1;
  realised: Amounts2;
}
/**
 * The forecast of one owner, in the reporting currency.
 */
export interface OwnerForecast {
  amounts: ForecastRow2;
  /**
   * The member of our team; null stands for opportunities that nobody is known to answer for.
   */
  owner: string | null;
}
/**
 * The amounts.
 */
export interface ForecastRow2 {
  booked: Amounts;
  open: Amounts1;
  realised: Amounts2;
}
/**
 * The forecast of one fiscal quarter, in the reporting currency.
 */
export interface QuarterForecast {
  amounts: ForecastRow3;
  /**
   * The quarter of the expected signature; of booked ones the signature; of realised ones the payment.
   */
  quarter: string;
}
/**
 * The amounts.
 */
export interface ForecastRow3 {
  booked: Amounts;
  open: Amounts1;
  realised: Amounts2;
}
/**
 * Where every opportunity went.
 */
export interface ForecastReceipt {
  /**
   * Booked ones, priced or not.
   */
  booked: number;
  /**
   * What the unpriced ones lack.
   */
  causes: CauseCount[];
  /**
   * Lost ones.
   */
  lost: number;
  /**
   * Those that had no event up to the day of the verdict.
   */
  not_created_yet: number;
  /**
   * Open ones, priced or not, parked ones too.
   */
  open: number;
  /**
   * Opportunities looked at.
   */
  opportunities: number;
  /**
   * Of the open ones, those whose close date has passed.
   */
  overdue: number;
  /**
   * Of the open ones, those parked.
   */
  parked: number;
  /**
   * Those in the sums.
   */
  priced: number;
  /**
   * Realised ones, priced or not.
   */
  realised: number;
  /**
   * Those left out of the sums.
   */
  unpriced: number;
}
/**
 * How many opportunities lack something.
 */
export interface CauseCount {
  /**
   * What is missing.
   */
  cause: "unknown_stage" | "no_amount" | "no_close_date" | "no_rate";
  /**
   * Opportunities that lack it; one may lack several things.
   */
  deals: number;
}
/**
 * An opportunity that is left out of the sums, and why.
 */
export interface UnpricedDeal {
  /**
   * The account.
   */
  account: string;
  /**
   * What it is worth, where that is known.
   */
  amount: Money1 | null;
  /**
   * Everything that is missing.
   */
  causes: UnpricedCause[];
  /**
   * One sentence for a person.
   */
  message: string;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Where it stands.
   */
  status: "open" | "parked" | "booked" | "realised" | "lost";
}
/**
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money1 {
  amount: string;
  currency: string;
}
/**
 * Its lifecycle phase.
 */
export interface LifecycleVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The checks looked at, oldest first; the last one is of this day.
   */
  checks: PhaseCheck[];
  /**
   * How far the facts carry it.
   */
  confidence: "low" | "medium" | "high";
  /**
   * The phase that counts: confirmed by several checks in a row.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The phase by the facts of this day alone.
   */
  raw_phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * Why.
   */
  reasons: Reason1[];
  /**
   * The phase that counts, in the terms of the other text.
   */
  relationship: "exploration" | "formation" | "stable" | "degeneration";
  rhythm: Rhythm;
  /**
   * The first of the checks in a row that made the phase count.
   */
  since: string;
  /**
   * Whether it may have begun earlier: that check is the oldest one looked at.
   */
  since_or_earlier: boolean;
  /**
   * Two windows compared; null where silence or a short history decides.
   */
  trend: PurchaseTrend | null;
}
/**
 * The phase at one of the checks that a change has to pass.
 */
export interface PhaseCheck {
  /**
   * The day of the check; nothing later was looked at.
   */
  on: string;
  /**
   * The phase that counted then.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * The phase by that day's facts alone.
   */
  raw_phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
}
/**
 * The rhythm that silence is measured by, whether an order is overdue, and when the next one is expected.
 */
export interface Rhythm {
  /**
   * The rhythm itself; null where there is none yet.
   */
  cadence: Cadence | null;
  /**
   * Days from the last one to the day of the verdict.
   */
  days_since_last: number | null;
  /**
   * The first of them.
   */
  first: string | null;
  /**
   * The last of them.
   */
  last: string | null;
  /**
   * Why there is none; null where there is one.
   */
  no_cadence: NoCadence | null;
  /**
   * Purchase occasions up to the day of the verdict.
   */
  occasions: number;
}
/**
 * The rhythm of an account with enough purchase occasions.
 *
 * Centre and spread are medians, so that one odd interval does not move them.
 */
export interface Cadence {
  /**
   * Whether an order is due.
   */
  due: "not_due" | "due" | "overdue";
  /**
   * Intervals between orders that the rhythm is taken from: the latest ones.
   */
  intervals: number;
  /**
   * The median interval: exact, a multiple of half a day.
   */
  median_interval_days: string;
  /**
   * The day of the next order, had the account kept its usual interval.
   */
  next_expected: string;
  /**
   * Days without an order after which one is overdue: `overdue_factor` × median + `overdue_spread` × spread, or
   * `overdue_minimum_days` where that is more.
   */
  overdue_after_days: string;
  /**
   * Days since the expected day; null where the order is not overdue.
   */
  overdue_by_days: number | null;
  /**
   * The median absolute deviation of the intervals from it: exact, a multiple of a quarter of a day.
   */
  spread_days: string;
}
/**
 * Two windows side by side.
 */
export interface PurchaseTrend {
  before: TrendWindow;
  /**
   * Where the money is going.
   */
  by_money: "up" | "steady" | "down" | "unknown";
  /**
   * Where the number of orders is going.
   */
  by_orders: "up" | "steady" | "down" | "unknown";
  /**
   * The currency of the money; null where there is none.
   */
  currency: string | null;
  /**
   * Both together: a rise or a fall that the other does not contradict.
   */
  direction: "up" | "steady" | "down" | "unknown";
  /**
   * The change of the money; null where it is not known or was nothing before.
   */
  money_change: string | null;
  /**
   * The change of the number of orders; null where there were none before.
   */
  orders_change: string | null;
  recent: TrendWindow1;
}
/**
 * The earlier window.
 */
export interface TrendWindow {
  /**
   * The first day.
   */
  from: string;
  /**
   * The money of orders less that of returns; null where an amount or a common currency is not known.
   */
  money: string | null;
  /**
   * Purchase occasions.
   */
  orders: number;
  /**
   * The last day.
   */
  to: string;
}
/**
 * The window that ends on the day of the verdict.
 */
export interface TrendWindow1 {
  /**
   * The first day.
   */
  from: string;
  /**
   * The money of orders less that of returns; null where an amount or a common currency is not known.
   */
  money: string | null;
  /**
   * Purchase occasions.
   */
  orders: number;
  /**
   * The last day.
   */
  to: string;
}
/**
 * Its loyalty.
 */
export interface LoyaltyVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Each category by name, purchases without one last; empty where no purchase names a category.
   */
  categories: CategoryLoyalty[];
  overall: LoyaltyFinding1;
  /**
   * What the overall pattern is taken from.
   */
  overall_source:
    | {
        type: "all_orders";
      }
    | {
        /**
         * The category; null for purchases without one.
         */
        category: string | null;
        type: "leading_category";
      };
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  rhythm: Rhythm1;
}
/**
 * The pattern in one product category.
 */
export interface CategoryLoyalty {
  /**
   * The category; null for purchases without one, which are compared among themselves.
   */
  category: string | null;
  finding: LoyaltyFinding;
}
/**
 * What is found in it.
 */
export interface LoyaltyFinding {
  /**
   * What it is told from.
   */
  basis: "supplier_choices" | "own_orders_only";
  /**
   * The choices judged: the latest of them, up to the playbook's `window_choices`.
   */
  choices: number;
  /**
   * How far the facts carry it. From our own orders only it is never high.
   */
  confidence: "low" | "medium" | "high";
  /**
   * What the letters stand for; empty where there is no sequence.
   */
  legend: SequenceLetter[];
  /**
   * The move of a changing pattern; null with every other pattern.
   */
  movement: SupplierMove | null;
  /**
   * Our part of the choices judged; null where competitors' orders are not known.
   */
  our_share_of_orders: string | null;
  /**
   * The pattern.
   */
  pattern: "continuous" | "intermittent" | "changing" | "scattered" | "elsewhere" | "undetermined";
  /**
   * Why.
   */
  reasons: Reason1[];
  /**
   * The pattern that came closest; null where there were too few choices to weigh any.
   */
  rejected: RejectedPattern | null;
  /**
   * The choices judged as letters, oldest first, A for us; null where only our own orders are known.
   */
  sequence: string | null;
  /**
   * Our part of the money spent from the first choice judged on, returns netted; null where competitors' orders,
   * an amount, or a common currency is not known.
   */
  share_of_wallet: string | null;
}
/**
 * A letter of the sequence and the supplier it stands for.
 */
export interface SequenceLetter {
  /**
   * A for us, then A to Z and a to z in the order of first choice, a star for all suppliers after these.
   */
  letter: string;
  /**
   * The supplier.
   */
  supplier:
    | {
        type: "us";
      }
    | {
        /**
         * Which one.
         */
        name: string;
        type: "competitor";
      };
}
/**
 * A move from one supplier to another.
 */
export interface SupplierMove {
  /**
   * Whether it went to us or away.
   */
  direction: "to_us" | "away_from_us" | "between_others";
  /**
   * The supplier before.
   */
  from:
    | {
        type: "us";
      }
    | {
        /**
         * Which one.
         */
        name: string;
        type: "competitor";
      };
  /**
   * The day of the first choice after the move; with own orders only, the day of the first order that did not come.
   */
  since: string;
  /**
   * The supplier since; null where only our own orders are known.
   */
  to: Supplier | null;
}
/**
 * The pattern that came closest, and why it was not chosen.
 */
export interface RejectedPattern {
  /**
   * The pattern.
   */
  pattern: "continuous" | "intermittent" | "changing" | "scattered" | "elsewhere" | "undetermined";
  reason: Reason2;
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason2 {
  /**
   * The numbers the rule compared.
   */
  compared: Comparison[];
  /**
   * How many facts there are behind it.
   */
  fact_count: number;
  /**
   * The facts behind it: the latest twenty, in their order.
   */
  facts: FactReference[];
  /**
   * One sentence for a person.
   */
  message: string;
  /**
   * The stable name of the rule.
   */
  rule: string;
}
/**
 * The account as a whole. Its shares are over all categories in which competitors' orders are known.
 */
export interface LoyaltyFinding1 {
  /**
   * What it is told from.
   */
  basis: "supplier_choices" | "own_orders_only";
  /**
   * The choices judged: the latest of them, up to the playbook's `window_choices`.
   */
  choices: number;
  /**
   * How far the facts carry it. From our own orders only it is never high.
   */
  confidence: "low" | "medium" | "high";
  /**
   * What the letters stand for; empty where there is no sequence.
   */
  legend: SequenceLetter[];
  /**
   * The move of a changing pattern; null with every other pattern.
   */
  movement: SupplierMove | null;
  /**
   * Our part of the choices judged; null where competitors' orders are not known.
   */
  our_share_of_orders: string | null;
  /**
   * The pattern.
   */
  pattern: "continuous" | "intermittent" | "changing" | "scattered" | "elsewhere" | "undetermined";
  /**
   * Why.
   */
  reasons: Reason1[];
  /**
   * The pattern that came closest; null where there were too few choices to weigh any.
   */
  rejected: RejectedPattern | null;
  /**
   * The choices judged as letters, oldest first, A for us; null where only our own orders are known.
   */
  sequence: string | null;
  /**
   * Our part of the money spent from the first choice judged on, returns netted; null where competitors' orders,
   * an amount, or a common currency is not known.
   */
  share_of_wallet: string | null;
}
/**
 * The rhythm of our orders.
 */
export interface Rhythm1 {
  /**
   * The rhythm itself; null where there is none yet.
   */
  cadence: Cadence | null;
  /**
   * Days from the last one to the day of the verdict.
   */
  days_since_last: number | null;
  /**
   * The first of them.
   */
  first: string | null;
  /**
   * The last of them.
   */
  last: string | null;
  /**
   * Why there is none; null where there is one.
   */
  no_cadence: NoCadence | null;
  /**
   * Purchase occasions up to the day of the verdict.
   */
  occasions: number;
}
/**
 * The verdicts on one opportunity.
 */
export interface OpportunityReview {
  /**
   * The coverage of its buying committee; null where it is realised, lost or had not begun.
   */
  coverage: CoverageVerdict | null;
  history: HistoryVerdict;
  /**
   * Its name.
   */
  name: string | null;
}
/**
 * How far a buying committee is covered on a day, and what is missing. Source: `[KRM]`, D5.
 */
export interface CoverageVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  /**
   * What is missing: the most severe first, then by kind, role and people.
   */
  gaps: CoverageGap[];
  /**
   * People of the committee who left the customer, by identifier.
   */
  left: CommitteePerson[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The four roles, in the order of their definition.
   */
  roles: RoleCoverage[];
  /**
   * The stage whose requirements were held against the committee; null where it is not known.
   */
  stage: string | null;
  /**
   * Whether a technical gatekeeper might say no.
   */
  veto_risk: "none" | "unknown" | "present";
  /**
   * People of the committee of whom no role is known, by identifier.
   */
  without_role: CommitteePerson[];
}
/**
 * One thing that is missing, how much it matters, why, and what to do next.
 */
export interface CoverageGap {
  /**
   * What is missing.
   */
  kind:
    | "committee_empty"
    | "hostile_gatekeeper"
    | "hostile_decision_maker"
    | "decision_maker_never_met"
    | "role_missing"
    | "unknown_gatekeeper"
    | "no_coach"
    | "coach_only_in_our_company"
    | "role_not_contacted"
    | "contact_stale"
    | "stance_unfavourable"
    | "stance_unknown"
    | "several_claim_final_yes"
    | "single_thread";
  /**
   * What to do next.
   */
  next_move:
    | "map_committee"
    | "identify_holder"
    | "identify_gatekeeper"
    | "find_coach"
    | "find_coach_at_customer"
    | "make_contact"
    | "renew_contact"
    | "meet_decision_maker"
    | "find_out_stance"
    | "win_over"
    | "answer_objections"
    | "clarify_final_yes"
    | "widen_contact";
  reason: Reason3;
  /**
   * The role it concerns; null where it concerns the committee as a whole.
   */
  role: BuyingRole | null;
  /**
   * How much it matters at this stage.
   */
  severity: "low" | "medium" | "high" | "critical";
  /**
   * The people it concerns, by identifier; empty where nobody is known.
   */
  stakeholders: string[];
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason3 {
  /**
   * The numbers the rule compared.
   */
  compared: Comparison[];
  /**
   * How many facts there are behind it.
   */
  fact_count: number;
  /**
   * The facts behind it: the latest twenty, in their order.
   */
  facts: FactReference[];
  /**
   * One sentence for a person.
   */
  message: string;
  /**
   * The stable name of the rule.
   */
  rule: string;
}
/**
 * One person of a buying committee as they stood on a day.
 */
export interface CommitteePerson {
  /**
   * Where a coach sits; null means unknown or no coach.
   */
  coach_position: CoachPosition | null;
  /**
   * Days from the last contact to the day of the verdict.
   */
  days_since_contact: number | null;
  /**
   * How much the person's word counts; null means unknown.
   */
  influence: string | null;
  /**
   * The last day the person's side spoke with us; null means that no such contact is recorded.
   */
  last_contact: string | null;
  /**
   * The last day we met, so that both saw each other; null means that no meeting is recorded.
   */
  last_met: string | null;
  /**
   * The day the person left the customer; null means that they are there.
   */
  left_on: string | null;
  /**
   * How far the person is covered; a person who left covers nothing and is at `missing`.
   */
  level: "missing" | "identified" | "contacted" | "favourable";
  /**
   * The buying roles the person plays; empty means that none is known.
   */
  roles: BuyingRole[];
  /**
   * The person.
   */
  stakeholder: string;
  /**
   * Where the person stands; null means unknown.
   */
  stance: Stance | null;
}
/**
 * How far one buying role is covered, and how far the stage asks for it.
 */
export interface RoleCoverage {
  /**
   * Who plays the role, by identifier.
   */
  holders: CommitteePerson[];
  /**
   * The level of the best-covered holder. A hostile technical gatekeeper holds the role at `contacted` at most,
   * whoever else plays it: a veto is a veto.
   */
  reached: "missing" | "identified" | "contacted" | "favourable";
  /**
   * What the stage asks for; null where it asks nothing, or the stage is not known.
   */
  required: CoverageLevel | null;
  /**
   * The role.
   */
  role: "coach" | "user" | "technical_gatekeeper" | "economic_decision_maker";
}
/**
 * Its history, and where it stands.
 */
export interface HistoryVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * What is odd, in the order of the history.
   */
  anomalies: Anomaly[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  conformance: Conformance;
  /**
   * Events dated after the day of the verdict: not known then.
   */
  events_after_as_of: number;
  /**
   * Events that the state rests on.
   */
  events_used: number;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The pipeline it is judged by; null where it names one that the playbook lacks.
   */
  pipeline: string | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why it stands as it does.
   */
  reasons: Reason1[];
  /**
   * Whether it stands still; null where it is not open, its stage is unknown, or the stage has no threshold.
   */
  stall: Stall | null;
  /**
   * How it stands; null where nothing had happened yet.
   */
  state: OpportunityState | null;
  /**
   * Its stays in stages, in order.
   */
  timeline: StageVisit[];
}
/**
 * One oddity of a history: what, where, and what was made of it.
 */
export interface Anomaly {
  /**
   * The stable code.
   */
  code:
    | "unknown_pipeline"
    | "missing_creation"
    | "repeated_creation"
    | "before_creation"
    | "created_closed"
    | "created_in_later_stage"
    | "duplicate_event"
    | "ambiguous_order"
    | "unknown_stage"
    | "stage_unchanged"
    | "left_closed_stage"
    | "closed_again"
    | "changed_after_closing"
    | "realised_without_booking"
    | "no_such_move"
    | "close_date_before_creation";
  /**
   * The event; null where the opportunity itself is odd.
   */
  event: FactReference | null;
  /**
   * One sentence for a person: what is odd, and what was made of it.
   */
  message: string;
  /**
   * Where the event stands in the input; empty where the opportunity itself is odd.
   */
  path: string;
}
/**
 * How often it did what the playbook has rules about.
 */
export interface Conformance {
  /**
   * Moves to the next stage.
   */
  advanced: number;
  /**
   * Moves that a named person let pass.
   */
  overridden: number;
  /**
   * Moves backwards.
   */
  regressed: number;
  /**
   * Moves forwards over stages between.
   */
  skipped: number;
  /**
   * Moves that did not meet a criterion and carry no valid override.
   */
  unmet: number;
}
/**
 * Whether an opportunity has stood still for too long.
 */
export interface Stall {
  /**
   * Days in the stage, finished rests not counted.
   */
  days_in_stage: number;
  /**
   * Whether it is stalled. A parked opportunity is not.
   */
  stalled: boolean;
  /**
   * Days after which it counts as stalled.
   */
  threshold_days: number;
}
/**
 * How an opportunity stands on a day, as far as its events tell.
 */
export interface OpportunityState {
  /**
   * What it is worth; null means unknown.
   */
  amount: Money1 | null;
  /**
   * The day of the signature, where it is signed.
   */
  booked_on: string | null;
  /**
   * The day it is expected to be signed; null means unknown.
   */
  close_date: string | null;
  /**
   * How often its close date was moved to a later day.
   */
  close_date_pushes: number;
  /**
   * The day it came into being.
   */
  created_on: string;
  /**
   * Whole days since then, up to the day of the verdict or of the loss or payment.
   */
  days_in_stage: number;
  /**
   * Stages whose end mark was met, in pipeline order.
   */
  end_marks_met: string[];
  /**
   * The day it entered its stage (the latest time).
   */
  entered_stage_on: string;
  /**
   * The day it was first closed, won or lost; reopening does not erase it.
   */
  first_closed_on: string | null;
  /**
   * How it was lost, where it is lost now.
   */
  loss: Loss | null;
  /**
   * The member of our team who answers for it; null means nobody known.
   */
  owner: string | null;
  /**
   * Its rest, where it is parked.
   */
  parking: Parking | null;
  /**
   * How probable it is to be won (once booked: to be paid); null where the stage is unknown or it is lost.
   */
  probability: WinProbability1 | null;
  /**
   * The day it was paid, where it is.
   */
  realised_on: string | null;
  /**
   * The stage it is in, or was in last; null where the events name a stage that the playbook does not know.
   */
  stage: string | null;
  /**
   * Where it stands as a whole.
   */
  status: "open" | "parked" | "booked" | "realised" | "lost";
  /**
   * How often it was reopened.
   */
  times_reopened: number;
  /**
   * The unknown stage that the events name, where they do.
   */
  unknown_stage: string | null;
}
/**
 * How an opportunity was lost.
 */
export interface Loss {
  /**
   * The supplier who got it; null means unknown or nobody.
   */
  competitor: string | null;
  /**
   * The last open stage it was in; null where it was never known to be in one.
   */
  from_stage: string | null;
  /**
   * Details.
   */
  note: string | null;
  /**
   * The day.
   */
  on: string;
  /**
   * Why; null means unknown.
   */
  reason: LossReason | null;
}
/**
 * A rest: why, and until when.
 */
export interface Parking {
  /**
   * Why; null means unknown.
   */
  reason: string | null;
  /**
   * The day work is to go on; null means unknown.
   */
  resume_on: string | null;
  /**
   * The first day of the rest.
   */
  since: string;
}
/**
 * A win probability and where it comes from.
 */
export interface WinProbability1 {
  /**
   * Where it comes from.
   */
  source: "stage_default" | "manual";
  /**
   * The probability.
   */
  value: string;
}
/**
 * One stay in a stage.
 */
export interface StageVisit {
  /**
   * Whole days in it, up to the day of the verdict.
   */
  days: number;
  /**
   * The day it was entered.
   */
  entered: string;
  /**
   * The day it was left, or the opportunity closed in it; null where it is still in it.
   */
  left: string | null;
  /**
   * The stage, or the unknown word that stood for one.
   */
  stage: string;
  /**
   * The how-many-eth visit to this stage it is, from 1.
   */
  visit: number;
}
/**
 * Its high-risk signals.
 */
export interface SignalsVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The six signals, in the order of their definition.
   */
  signals: Signal[];
}
/**
 * One signal of an account.
 */
export interface Signal {
  /**
   * How far the facts carry the outcome; null where it is `unknown`.
   */
  confidence: Confidence | null;
  /**
   * Which signal.
   */
  kind:
    | "orders_without_selling"
    | "pre_sales_looks_worthless"
    | "new_technology"
    | "pre_sales_team_leaving"
    | "copied_proposals"
    | "training_declined";
  /**
   * The mute in force; null where there is none. One that has expired is none.
   */
  mute: SignalMuteInForce | null;
  /**
   * What the facts say, muted or not.
   */
  outcome: "raised" | "clear" | "unknown";
  /**
   * What to do; null unless the outcome is `raised`.
   */
  play: SignalPlay | null;
  /**
   * Why: the rules, the numbers compared, the facts. For an unknown outcome: what is missing.
   */
  reasons: Reason1[];
  /**
   * How much it matters; null unless the outcome is `raised`.
   */
  severity: Severity | null;
  /**
   * The day from which the condition has been met without a break; null unless the outcome is `raised`.
   */
  since: string | null;
  /**
   * What to tell: the outcome, or `muted` while a mute is in force.
   */
  state: "raised" | "clear" | "unknown" | "muted";
}
/**
 * A decision in force not to be told of a signal.
 */
export interface SignalMuteInForce {
  /**
   * Who decided; null means not recorded.
   */
  by: string | null;
  /**
   * Why it needs no attention.
   */
  reason: string;
  /**
   * The last day of the silence.
   */
  until: string;
}
/**
 * A move that is possible now, given what it needs (a reason to lose, a day to resume).
 */
export interface AllowedMove {
  /**
   * What the move does.
   */
  kind:
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "nowhere"
    | "update";
  /**
   * The stage it leads to, where it leads to one.
   */
  to: string | null;
}
/**
 * How many opportunities there are, what they are worth, and what they are worth weighted by probability.
 *
 * Both sums are exact and then rounded once, half-even, to the currency's minor unit. Parts of a whole are rounded
 * each for themselves, so that they may differ from the whole's sum in the last digit.
 */
export interface Amounts3 {
  /**
   * Opportunities counted.
   */
  deals: number;
  /**
   * The sum of their amounts.
   */
  total: string;
  /**
   * The sum of amount × probability.
   */
  weighted: string;
}
/**
 * Asks to apply one event to an opportunity with a history.
 */
export interface ApplyEventRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  event: OpportunityEvent;
  opportunity: Opportunity;
  /**
   * Its history, in any order.
   */
  opportunity_events: OpportunityEvent1[];
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * The event to apply.
 */
export interface OpportunityEvent {
  /**
   * When it happened.
   */
  at: string;
  /**
   * The member of our team who recorded it.
   */
  by?: string | null;
  /**
   * What changed.
   */
  change:
    | {
        /**
         * What it is worth; null means unknown.
         */
        amount?: Money1 | null;
        /**
         * The day it is expected to be signed; null means unknown.
         */
        close_date?: string | null;
        /**
         * The member of our team who answers for it.
         */
        owner?: string | null;
        /**
         * A win probability set by hand; null means the stage's.
         */
        probability?: string | null;
        /**
         * The stage it started in; null means the pipeline's first stage.
         */
        stage?: string | null;
        type: "created";
      }
    | {
        /**
         * Who allowed the move although a criterion was unmet, and why.
         */
        authorisation?: Override | null;
        /**
         * The stage it moved to.
         */
        to: string;
        type: "stage_changed";
      }
    | {
        /**
         * The stage whose end mark was met; null means the stage it is in.
         */
        stage?: string | null;
        type: "end_mark_met";
      }
    | {
        /**
         * The new worth.
         */
        amount?: Money1 | null;
        type: "amount_changed";
      }
    | {
        /**
         * The new expected day.
         */
        close_date?: string | null;
        type: "close_date_changed";
      }
    | {
        /**
         * The new owner.
         */
        owner?: string | null;
        type: "owner_changed";
      }
    | {
        /**
         * The new probability.
         */
        probability?: string | null;
        type: "probability_changed";
      }
    | {
        /**
         * Who allowed it although a criterion was unmet, and why.
         */
        authorisation?: Override | null;
        type: "won";
      }
    | {
        type: "realised";
      }
    | {
        /**
         * The supplier who got it.
         */
        competitor?: string | null;
        /**
         * Details; required where the reason is `other`.
         */
        note?: string | null;
        /**
         * Why, in the playbook's vocabulary; null means unknown.
         */
        reason?: LossReason | null;
        type: "lost";
      }
    | {
        /**
         * The stage it goes on in; null means the stage it was closed from.
         */
        stage?: string | null;
        type: "reopened";
      }
    | {
        /**
         * Why it rests; null means unknown, which a new parking is refused for.
         */
        reason?: string | null;
        /**
         * The day work is to go on; null means unknown, which a new parking is refused for.
         */
        resume_on?: string | null;
        type: "parked";
      }
    | {
        type: "resumed";
      };
  /**
   * Identifies the event where the source has such an identifier; unique in a book.
   */
  id?: string | null;
  /**
   * The opportunity it happened to.
   */
  opportunity: string;
}
/**
 * A named person's decision to let a move pass although a criterion is unmet.
 */
export interface Override {
  /**
   * Who decided.
   */
  by: string;
  /**
   * Why.
   */
  reason: string;
}
/**
 * The opportunity.
 */
export interface Opportunity {
  /**
   * The account it is an opportunity of.
   */
  account: string;
  /**
   * The product category or line it is about.
   */
  category?: string | null;
  /**
   * Identifies the opportunity; unique in a book.
   */
  id: string;
  /**
   * Its name for people.
   */
  name?: string | null;
  /**
   * The pipeline it moves through; null means the playbook's default pipeline.
   */
  pipeline?: string | null;
}
/**
 * One dated entry of an opportunity's history.
 */
export interface OpportunityEvent1 {
  /**
   * When it happened.
   */
  at: string;
  /**
   * The member of our team who recorded it.
   */
  by?: string | null;
  /**
   * What changed.
   */
  change:
    | {
        /**
         * What it is worth; null means unknown.
         */
        amount?: Money1 | null;
        /**
         * The day it is expected to be signed; null means unknown.
         */
        close_date?: string | null;
        /**
         * The member of our team who answers for it.
         */
        owner?: string | null;
        /**
         * A win probability set by hand; null means the stage's.
         */
        probability?: string | null;
        /**
         * The stage it started in; null means the pipeline's first stage.
         */
        stage?: string | null;
        type: "created";
      }
    | {
        /**
         * Who allowed the move although a criterion was unmet, and why.
         */
        authorisation?: Override | null;
        /**
         * The stage it moved to.
         */
        to: string;
        type: "stage_changed";
      }
    | {
        /**
         * The stage whose end mark was met; null means the stage it is in.
         */
        stage?: string | null;
        type: "end_mark_met";
      }
    | {
        /**
         * The new worth.
         */
        amount?: Money1 | null;
        type: "amount_changed";
      }
    | {
        /**
         * The new expected day.
         */
        close_date?: string | null;
        type: "close_date_changed";
      }
    | {
        /**
         * The new owner.
         */
        owner?: string | null;
        type: "owner_changed";
      }
    | {
        /**
         * The new probability.
         */
        probability?: string | null;
        type: "probability_changed";
      }
    | {
        /**
         * Who allowed it although a criterion was unmet, and why.
         */
        authorisation?: Override | null;
        type: "won";
      }
    | {
        type: "realised";
      }
    | {
        /**
         * The supplier who got it.
         */
        competitor?: string | null;
        /**
         * Details; required where the reason is `other`.
         */
        note?: string | null;
        /**
         * Why, in the playbook's vocabulary; null means unknown.
         */
        reason?: LossReason | null;
        type: "lost";
      }
    | {
        /**
         * The stage it goes on in; null means the stage it was closed from.
         */
        stage?: string | null;
        type: "reopened";
      }
    | {
        /**
         * Why it rests; null means unknown, which a new parking is refused for.
         */
        reason?: string | null;
        /**
         * The day work is to go on; null means unknown, which a new parking is refused for.
         */
        resume_on?: string | null;
        type: "parked";
      }
    | {
        type: "resumed";
      };
  /**
   * Identifies the event where the source has such an identifier; unique in a book.
   */
  id?: string | null;
  /**
   * The opportunity it happened to.
   */
  opportunity: string;
}
/**
 * Its contents.
 */
export interface PlaybookDraft {
  calendar?: Calendar;
  coverage?: CoveragePolicy;
  /**
   * The pipeline of opportunities that name none.
   */
  default_pipeline: string;
  exchange?: ExchangePolicy;
  lifecycle?: LifecyclePolicy;
  loyalty?: LoyaltyPolicy;
  /**
   * Its name for people.
   */
  name: string;
  /**
   * Who may override an unmet criterion; empty means any named person.
   */
  override_authority?: string[];
  /**
   * The pipelines that opportunities move through.
   */
  pipelines: Pipeline[];
  signals?: SignalPolicy;
}
/**
 * The fiscal calendar.
 */
export interface Calendar {
  /**
   * The month in which the fiscal year starts, 1 to 12.
   */
  fiscal_year_start_month?: number;
  /**
   * How far the business's days run ahead of UTC, in minutes: 480 for China. Applies to moments that carry an
   * offset; a bare date or local time is taken as it is.
   */
  utc_offset_minutes?: number;
}
/**
 * Buying-role coverage.
 */
export interface CoveragePolicy {
  /**
   * Days after which a contact no longer counts as recent.
   */
  contact_stale_after_days?: number;
  /**
   * Fewest people of the customer in recent contact; with fewer, the opportunity hangs on a single thread.
   */
  minimum_contacts?: number;
}
/**
 * Exchange rates.
 */
export interface ExchangePolicy {
  /**
   * Which day's rate counts.
   */
  rate_date?: "as_of" | "close_date";
  /**
   * The rates. A rate is used in its own direction only: its inverse is no exact decimal.
   */
  rates?: DatedRate[];
  /**
   * The currency of totals.
   */
  reporting_currency?: string;
}
/**
 * Lifecycle phases.
 */
export interface LifecyclePolicy {
  /**
   * Days between the checks that a change of phase has to pass.
   */
  check_every_days?: number;
  /**
   * Checks in a row that have to agree before the phase changes.
   */
  confirmations?: number;
  /**
   * Silence of this multiple of the usual interval means that the account is detached.
   */
  detached_factor?: string;
  /**
   * A detached account without an order for fewer days than this is only at high risk.
   */
  detached_minimum_days?: number;
  /**
   * Silence of this multiple of the usual interval puts the account in the high-risk band.
   */
  high_risk_factor?: string;
  /**
   * An account silent for fewer days than this is not at high risk.
   */
  high_risk_minimum_days?: number;
  /**
   * Fewest purchase occasions that make a rhythm; an account with fewer is being acquired.
   */
  minimum_occasions?: number;
  /**
   * An account without a rhythm that has been silent for as many days is pointed out; it stays in acquisition.
   */
  newcomer_silence_days?: number;
  /**
   * An order is overdue after this multiple of the usual interval…
   */
  overdue_factor?: string;
  /**
   * …but never after fewer days than this.
   */
  overdue_minimum_days?: number;
  /**
   * …plus this multiple of the spread (median absolute deviation) of the intervals.
   */
  overdue_spread?: string;
  /**
   * The latest intervals between orders that the rhythm is taken from; older ones no longer count.
   */
  rhythm_intervals?: number;
  /**
   * Relative change between the windows from which an account grows or declines.
   */
  trend_change?: string;
  /**
   * So is a difference below this multiple of the account's usual fluctuation (its standard deviation, from how
   * much its own intervals and amounts vary).
   */
  trend_fluctuation?: string;
  /**
   * A difference of fewer orders than this between the windows is chance.
   */
  trend_minimum_orders?: number;
  /**
   * Length of each of the two compared windows, in usual intervals…
   */
  trend_window_intervals?: number;
  /**
   * …but never fewer days than this.
   */
  trend_window_minimum_days?: number;
}
/**
 * Loyalty patterns.
 */
export interface LoyaltyPolicy {
  /**
   * A gap longer than this multiple of the usual interval is a break (where only our own orders are known).
   */
  break_factor?: string;
  /**
   * A shorter gap than this is never a break, however often the account usually orders.
   */
  break_minimum_days?: number;
  /**
   * Spread of the intervals, relative to the usual one, above which purchases are scattered (likewise).
   */
  irregular_spread?: string;
  /**
   * Fewest supplier choices (purchase occasions) from which a pattern is judged.
   */
  minimum_choices?: number;
  /**
   * Our share from which an account with breaks is still mostly ours.
   */
  mostly_ours_share?: string;
  /**
   * Share of one supplier before, and of another after, a point from which the account has moved over.
   */
  moved_share?: string;
  /**
   * The latest choices that the pattern is judged on; older ones no longer count.
   */
  window_choices?: number;
}
/**
 * The stages an opportunity moves through, in order.
 */
export interface Pipeline {
  /**
   * The stable identifier.
   */
  id: string;
  label: LabelPair;
  /**
   * The stages from first to last: open ones, then booked, realised, post-sale.
   */
  stages: Stage[];
}
/**
 * The label for people.
 */
export interface LabelPair {
  /**
   * English.
   */
  en: string;
  /**
   * Simplified Chinese.
   */
  zh_hans: string;
}
/**
 * One stage of a pipeline.
 */
export interface Stage {
  /**
   * What we do in this stage.
   */
  activity?: LabelPair1 | null;
  /**
   * Other names under which events name this stage: earlier labels, another system's words.
   */
  aliases?: string[];
  /**
   * The fact that closes the stage.
   */
  end_mark?: EndMark | null;
  /**
   * The stable identifier; labels may change, this does not.
   */
  id: string;
  label: LabelPair3;
  /**
   * Whether an opportunity may start here.
   */
  may_create_in?: boolean;
  /**
   * Whether an opportunity may leave this stage backwards.
   */
  may_leave_backwards?: boolean;
  /**
   * Whether an opportunity may pass over this stage.
   */
  may_skip?: boolean;
  /**
   * What the stage means for the money.
   */
  phase: "open" | "booked" | "realised" | "post_sale";
  /**
   * How far along the pipeline the stage is, in percent; may pass 100 after the sale. Not a probability.
   */
  progress?: number | null;
  /**
   * How far each role has to be covered in this stage.
   */
  required_roles?: RoleRequirement[];
  /**
   * Days after which an opportunity that stays here is stalled; null means never.
   */
  stall_after_days?: number | null;
  /**
   * How probable it is that an opportunity in this stage is won (in a booked stage: that it is paid).
   */
  win_probability: string;
}
/**
 * A label in both languages.
 */
export interface LabelPair1 {
  /**
   * English.
   */
  en: string;
  /**
   * Simplified Chinese.
   */
  zh_hans: string;
}
/**
 * The observable fact that closes a stage.
 */
export interface EndMark {
  label: LabelPair2;
  /**
   * Whether the stage may be left forwards without it only by an override.
   */
  required?: boolean;
}
/**
 * A label in both languages.
 */
export interface LabelPair2 {
  /**
   * English.
   */
  en: string;
  /**
   * Simplified Chinese.
   */
  zh_hans: string;
}
/**
 * A label in both languages.
 */
export interface LabelPair3 {
  /**
   * English.
   */
  en: string;
  /**
   * Simplified Chinese.
   */
  zh_hans: string;
}
/**
 * How far a role has to be covered while an opportunity is in a stage.
 */
export interface RoleRequirement {
  /**
   * How far it has to be covered.
   */
  level: "missing" | "identified" | "contacted" | "favourable";
  /**
   * The role.
   */
  role: "coach" | "user" | "technical_gatekeeper" | "economic_decision_maker";
  /**
   * How much it matters when it is not.
   */
  severity: "low" | "medium" | "high" | "critical";
}
/**
 * High-risk signals.
 */
export interface SignalPolicy {
  /**
   * Share of the latest proposals made from one template from which they are all alike.
   */
  copied_share?: string;
  /**
   * Days since the first order of a product category from which it is mature.
   */
  mature_after_days?: number;
  /**
   * Fewest departures of pre-sales people in the window.
   */
  minimum_departures?: number;
  /**
   * Fewest orders in the window that count as arriving by themselves.
   */
  minimum_orders?: number;
  /**
   * Fewest proposals from which copying is judged.
   */
  minimum_proposals?: number;
  /**
   * Days looked back for proposals.
   */
  proposal_days?: number;
  /**
   * Days that what a customer said (new technology, no training) stays in force.
   */
  statement_days?: number;
  /**
   * Days looked back for orders, selling and pre-sales work, and departures.
   */
  window_days?: number;
}
/**
 * How a book was understood.
 */
export interface BookCheck {
  /**
   * Rows read and used, by table.
   */
  counts: FactCount[];
  /**
   * Facts that cannot be used, each with its path.
   */
  left_out: Problem[];
}
/**
 * How many rows a table had, and how many of them are used.
 */
export interface FactCount {
  /**
   * Rows in the input.
   */
  read: number;
  /**
   * The table.
   */
  table: string;
  /**
   * Rows that verdicts rest on.
   */
  used: number;
}
/**
 * One thing that is wrong with an input: where, what, and what would be right.
 */
export interface Problem {
  /**
   * What would be accepted, in words; empty where the message says all.
   */
  allowed: string;
  /**
   * The stable code.
   */
  code:
    | "invalid_json"
    | "invalid_toml"
    | "missing_field"
    | "unknown_field"
    | "duplicate_field"
    | "wrong_type"
    | "unknown_value"
    | "invalid_id"
    | "invalid_text"
    | "text_too_long"
    | "invalid_date"
    | "date_out_of_range"
    | "invalid_moment"
    | "invalid_number"
    | "number_out_of_range"
    | "negative_amount"
    | "amount_out_of_range"
    | "unknown_currency"
    | "invalid_probability"
    | "duplicate_fact"
    | "conflicting_id"
    | "dangling_reference"
    | "foreign_reference"
    | "reference_cycle"
    | "date_order"
    | "empty_list"
    | "duplicate_name"
    | "undefined_name"
    | "inconsistent_settings"
    | "not_found";
  /**
   * One sentence for a person.
   */
  message: string;
  /**
   * Where in the input, such as `opportunities[3].account`; empty for the whole input.
   */
  path: string;
  /**
   * The offending value, cut after 80 characters; empty where there is none.
   */
  value: string;
}
/**
 * When the fiscal year starts, and which zone's days count.
 */
export interface Calendar1 {
  /**
   * The month in which the fiscal year starts, 1 to 12.
   */
  fiscal_year_start_month?: number;
  /**
   * How far the business's days run ahead of UTC, in minutes: 480 for China. Applies to moments that carry an
   * offset; a bare date or local time is taken as it is.
   */
  utc_offset_minutes?: number;
}
/**
 * Asks which facts of a book can be used.
 */
export interface CheckBookRequest {
  book: Facts;
}
/**
 * The facts.
 */
export interface Facts {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity1[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent1[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of roles, stance, influence, reporting line.
   */
  stakeholder_changes?: StakeholderChange[];
  /**
   * People who count for purchases.
   */
  stakeholders?: Stakeholder[];
  /**
   * Answers to satisfaction surveys.
   */
  surveys?: SurveyResponse[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
}
/**
 * A person's part in one opportunity's buying committee.
 *
 * Roles, stance and influence hold from `since` (always, where it is null) until a
 * `StakeholderChange` says otherwise.
 */
export interface CommitteeSeat {
  /**
   * Where a coach sits; null means unknown or no coach.
   */
  coach_position?: CoachPosition | null;
  /**
   * How much the person's word counts, 0 to 100; null means unknown.
   */
  influence?: string | null;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The buying roles the person plays; one person may play several.
   */
  roles?: BuyingRole[];
  /**
   * The day the person joined the committee; null means from the start.
   */
  since?: string | null;
  /**
   * The person.
   */
  stakeholder: string;
  /**
   * Where the person stands; null means unknown.
   */
  stance?: Stance | null;
}
/**
 * A complaint: a call for help.
 */
export interface Complaint {
  /**
   * The account.
   */
  account: string;
  /**
   * Identifies the complaint; unique in a book.
   */
  id: string;
  /**
   * What the complainer wants; null means not judged yet.
   */
  kind?: ComplaintKind | null;
  /**
   * The day it was made.
   */
  on: string;
  /**
   * The day it was settled; null means it is open.
   */
  resolved_on?: string | null;
  /**
   * Who made it.
   */
  stakeholder?: string | null;
}
/**
 * One contact between the customer and us.
 */
export interface Interaction {
  /**
   * The account.
   */
  account: string;
  /**
   * How it took place.
   */
  channel: "visit" | "event" | "video_call" | "phone" | "mail" | "instant_message" | "other";
  /**
   * Who spoke to whom.
   */
  direction: "inbound" | "outbound" | "two_way";
  /**
   * Identifies the interaction; unique in a book.
   */
  id: string;
  /**
   * Our people who took part.
   */
  members?: string[];
  /**
   * The day.
   */
  on: string;
  /**
   * The opportunity it was about; null means none in particular.
   */
  opportunity?: string | null;
  /**
   * The customer's people who took part.
   */
  stakeholders?: string[];
  /**
   * What it was about; empty means not recorded.
   */
  topics?: Topic[];
}
/**
 * A possible sale to an account. What is known of it over time stands in its events.
 */
export interface Opportunity1 {
  /**
   * The account it is an opportunity of.
   */
  account: string;
  /**
   * The product category or line it is about.
   */
  category?: string | null;
  /**
   * Identifies the opportunity; unique in a book.
   */
  id: string;
  /**
   * Its name for people.
   */
  name?: string | null;
  /**
   * The pipeline it moves through; null means the playbook's default pipeline.
   */
  pipeline?: string | null;
}
/**
 * A proposal that we made.
 */
export interface Proposal {
  /**
   * The account.
   */
  account: string;
  /**
   * Identifies the proposal; unique in a book.
   */
  id: string;
  /**
   * The day it was handed over.
   */
  on: string;
  /**
   * The opportunity it was made for.
   */
  opportunity?: string | null;
  /**
   * The template its content was copied from (a name or a digest of the text); null means it was written for
   * this customer.
   */
  template?: string | null;
}
/**
 * One order, or a return where the amount or quantity is negative.
 */
export interface Purchase {
  /**
   * The account that bought.
   */
  account: string;
  /**
   * What was paid; negative for a return or credit note; null means unknown.
   */
  amount?: NetMoney | null;
  /**
   * The product category; suppliers are compared within a category.
   */
  category?: string | null;
  /**
   * Identifies the purchase; unique in a book.
   */
  id: string;
  /**
   * The day of the order.
   */
  on: string;
  /**
   * The product.
   */
  product?: string | null;
  /**
   * How much was bought; negative for a return; null means unknown.
   */
  quantity?: string | null;
  /**
   * Who the customer bought from.
   */
  supplier:
    | {
        type: "us";
      }
    | {
        /**
         * Which one.
         */
        name: string;
        type: "competitor";
      };
}
/**
 * An amount of any sign in a currency: a purchase, where a return or credit note is negative.
 */
export interface NetMoney {
  amount: string;
  currency: string;
}
/**
 * A decision not to be told of one signal of one account for some time.
 */
export interface SignalMute {
  /**
   * The account.
   */
  account: string;
  /**
   * Who decided.
   */
  by?: string | null;
  /**
   * Why it needs no attention.
   */
  reason: string;
  /**
   * The signal.
   */
  signal:
    | "orders_without_selling"
    | "pre_sales_looks_worthless"
    | "new_technology"
    | "pre_sales_team_leaving"
    | "copied_proposals"
    | "training_declined";
  /**
   * The last day of the silence.
   */
  until: string;
}
/**
 * A dated change of what is known about a person.
 */
export interface StakeholderChange {
  /**
   * What changed.
   */
  change:
    | {
        /**
         * The role.
         */
        role: "coach" | "user" | "technical_gatekeeper" | "economic_decision_maker";
        type: "role_taken";
      }
    | {
        /**
         * The role.
         */
        role: "coach" | "user" | "technical_gatekeeper" | "economic_decision_maker";
        type: "role_given_up";
      }
    | {
        /**
         * The new stance.
         */
        stance?: Stance | null;
        type: "stance_changed";
      }
    | {
        /**
         * The new influence.
         */
        influence?: string | null;
        type: "influence_changed";
      }
    | {
        /**
         * The new superior.
         */
        reports_to?: string | null;
        type: "reporting_line_changed";
      }
    | {
        type: "left";
      };
  /**
   * The day it took effect.
   */
  on: string;
  /**
   * The opportunity it concerns; null means every committee the person sits in.
   */
  opportunity?: string | null;
  /**
   * The person.
   */
  stakeholder: string;
}
/**
 * A person who counts for an account's purchases.
 *
 * Name, title and department are personal and may be left out; nothing is inferred from them.
 */
export interface Stakeholder {
  /**
   * The account whose purchases the person counts for.
   */
  account: string;
  /**
   * The person's department.
   */
  department?: string | null;
  /**
   * Identifies the person; unique in a book.
   */
  id: string;
  /**
   * The person's name.
   */
  name?: string | null;
  /**
   * The person they report to.
   */
  reports_to?: string | null;
  /**
   * The person's job title; it says nothing about the buying role.
   */
  title?: string | null;
}
/**
 * One answer to a satisfaction survey.
 */
export interface SurveyResponse {
  /**
   * The account.
   */
  account: string;
  /**
   * Identifies the answer; unique in a book.
   */
  id: string;
  /**
   * The day it was given.
   */
  on: string;
  /**
   * What was said.
   */
  remark?: string | null;
  /**
   * Satisfaction from 0 to 100.
   */
  score: string;
  /**
   * Who gave it; null means anonymous.
   */
  stakeholder?: string | null;
}
/**
 * A change in our own team: in a territory, or for named accounts.
 */
export interface TeamChange {
  /**
   * The accounts it concerns, beside those of the territory.
   */
  accounts?: string[];
  /**
   * What happened.
   */
  change: "joined" | "left" | "changed_job";
  /**
   * What the member did for these accounts.
   */
  function: "pre_sales" | "sales" | "service" | "management";
  /**
   * Identifies the change; unique in a book.
   */
  id: string;
  /**
   * Who.
   */
  member: string;
  /**
   * The day it took effect.
   */
  on: string;
  /**
   * The territory it concerns; every account of it.
   */
  territory?: string | null;
}
/**
 * Asks for the buying-role coverage of one opportunity.
 */
export interface CheckCoverageRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts1;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * The facts.
 */
export interface Facts1 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity1[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent1[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of roles, stance, influence, reporting line.
   */
  stakeholder_changes?: StakeholderChange[];
  /**
   * People who count for purchases.
   */
  stakeholders?: Stakeholder[];
  /**
   * Answers to satisfaction surveys.
   */
  surveys?: SurveyResponse[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
}
/**
 * Asks whether a playbook is sound.
 */
export interface CheckPlaybookRequest {
  /**
   * The playbook; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * How often the history did what the playbook has rules about.
 */
export interface Conformance1 {
  /**
   * Moves to the next stage.
   */
  advanced: number;
  /**
   * Moves that a named person let pass.
   */
  overridden: number;
  /**
   * Moves backwards.
   */
  regressed: number;
  /**
   * Moves forwards over stages between.
   */
  skipped: number;
  /**
   * Moves that did not meet a criterion and carry no valid override.
   */
  unmet: number;
}
/**
 * How contact with a buying committee is judged.
 */
export interface CoveragePolicy1 {
  /**
   * Days after which a contact no longer counts as recent.
   */
  contact_stale_after_days?: number;
  /**
   * Fewest people of the customer in recent contact; with fewer, the opportunity hangs on a single thread.
   */
  minimum_contacts?: number;
}
/**
 * Asks for the high-risk signals of one account.
 */
export interface DetectSignalsRequest {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts2;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * The facts.
 */
export interface Facts2 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity1[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent1[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of roles, stance, influence, reporting line.
   */
  stakeholder_changes?: StakeholderChange[];
  /**
   * People who count for purchases.
   */
  stakeholders?: Stakeholder[];
  /**
   * Answers to satisfaction surveys.
   */
  surveys?: SurveyResponse[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
}
/**
 * How amounts are brought to one currency.
 */
export interface ExchangePolicy1 {
  /**
   * Which day's rate counts.
   */
  rate_date?: "as_of" | "close_date";
  /**
   * The rates. A rate is used in its own direction only: its inverse is no exact decimal.
   */
  rates?: DatedRate[];
  /**
   * The currency of totals.
   */
  reporting_currency?: string;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts3 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity1[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent1[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of roles, stance, influence, reporting line.
   */
  stakeholder_changes?: StakeholderChange[];
  /**
   * People who count for purchases.
   */
  stakeholders?: Stakeholder[];
  /**
   * Answers to satisfaction surveys.
   */
  surveys?: SurveyResponse[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
}
/**
 * Where every opportunity went: the parts add up to the whole.
 *
 * `opportunities = open + booked + realised + lost + not_created_yet`, and
 * `open + booked + realised = priced + unpriced`.
 */
export interface ForecastReceipt1 {
  /**
   * Booked ones, priced or not.
   */
  booked: number;
  /**
   * What the unpriced ones lack.
   */
  causes: CauseCount[];
  /**
   * Lost ones.
   */
  lost: number;
  /**
   * Those that had no event up to the day of the verdict.
   */
  not_created_yet: number;
  /**
   * Open ones, priced or not, parked ones too.
   */
  open: number;
  /**
   * Opportunities looked at.
   */
  opportunities: number;
  /**
   * Of the open ones, those whose close date has passed.
   */
  overdue: number;
  /**
   * Of the open ones, those parked.
   */
  parked: number;
  /**
   * Those in the sums.
   */
  priced: number;
  /**
   * Realised ones, priced or not.
   */
  realised: number;
  /**
   * Those left out of the sums.
   */
  unpriced: number;
}
/**
 * Expected and actual amounts beside each other. They are never added up.
 */
export interface ForecastRow4 {
  booked: Amounts;
  open: Amounts1;
  realised: Amounts2;
}
/**
 * The sums of a forecast.
 */
export interface ForecastSummary1 {
  amounts: ForecastRow;
  /**
   * By currency, in that currency; unlike the other sums, opportunities that only lack a rate are in these.
   */
  by_currency: CurrencyForecast[];
  /**
   * By owner, in the order of identifiers, nobody first.
   */
  by_owner: OwnerForecast[];
  /**
   * By fiscal quarter, in time order.
   */
  by_quarter: QuarterForecast[];
  receipt: ForecastReceipt;
  /**
   * The currency of all sums but those by currency.
   */
  reporting_currency: string;
}
/**
 * A forecast: sums, the opportunities behind them, and those that could not be priced.
 */
export interface ForecastVerdict1 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The opportunities in the sums, in the order they were given.
   */
  deals: PricedDeal[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The rules behind the sums.
   */
  reasons: Reason1[];
  summary: ForecastSummary;
  /**
   * The opportunities left out, and why.
   */
  unpriced: UnpricedDeal[];
}
/**
 * What a history adds up to on a day.
 */
export interface HistoryVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * What is odd, in the order of the history.
   */
  anomalies: Anomaly[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  conformance: Conformance;
  /**
   * Events dated after the day of the verdict: not known then.
   */
  events_after_as_of: number;
  /**
   * Events that the state rests on.
   */
  events_used: number;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The pipeline it is judged by; null where it names one that the playbook lacks.
   */
  pipeline: string | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why it stands as it does.
   */
  reasons: Reason1[];
  /**
   * Whether it stands still; null where it is not open, its stage is unknown, or the stage has no threshold.
   */
  stall: Stall | null;
  /**
   * How it stands; null where nothing had happened yet.
   */
  state: OpportunityState | null;
  /**
   * Its stays in stages, in order.
   */
  timeline: StageVisit[];
}
/**
 * Asks for the lifecycle phase of one account.
 */
export interface JudgeLifecycleRequest {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts4;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * The facts.
 */
export interface Facts4 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity1[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent1[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of roles, stance, influence, reporting line.
   */
  stakeholder_changes?: StakeholderChange[];
  /**
   * People who count for purchases.
   */
  stakeholders?: Stakeholder[];
  /**
   * Answers to satisfaction surveys.
   */
  surveys?: SurveyResponse[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
}
/**
 * Asks for the loyalty of one account.
 */
export interface JudgeLoyaltyRequest {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts5;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * The facts.
 */
export interface Facts5 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity1[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent1[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of roles, stance, influence, reporting line.
   */
  stakeholder_changes?: StakeholderChange[];
  /**
   * People who count for purchases.
   */
  stakeholders?: Stakeholder[];
  /**
   * Answers to satisfaction surveys.
   */
  surveys?: SurveyResponse[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedCoverageVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: CoverageVerdict1;
}
/**
 * How far a buying committee is covered on a day, and what is missing. Source: `[KRM]`, D5.
 */
export interface CoverageVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  /**
   * What is missing: the most severe first, then by kind, role and people.
   */
  gaps: CoverageGap[];
  /**
   * People of the committee who left the customer, by identifier.
   */
  left: CommitteePerson[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The four roles, in the order of their definition.
   */
  roles: RoleCoverage[];
  /**
   * The stage whose requirements were held against the committee; null where it is not known.
   */
  stage: string | null;
  /**
   * Whether a technical gatekeeper might say no.
   */
  veto_risk: "none" | "unknown" | "present";
  /**
   * People of the committee of whom no role is known, by identifier.
   */
  without_role: CommitteePerson[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedForecastVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: ForecastVerdict2;
}
/**
 * The verdict.
 */
export interface ForecastVerdict2 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The opportunities in the sums, in the order they were given.
   */
  deals: PricedDeal[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The rules behind the sums.
   */
  reasons: Reason1[];
  summary: ForecastSummary;
  /**
   * The opportunities left out, and why.
   */
  unpriced: UnpricedDeal[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedHistoryVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: HistoryVerdict2;
}
/**
 * The verdict.
 */
export interface HistoryVerdict2 {
  /**
   * The account.
   */
  account: string;
  /**
   * What is odd, in the order of the history.
   */
  anomalies: Anomaly[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  conformance: Conformance;
  /**
   * Events dated after the day of the verdict: not known then.
   */
  events_after_as_of: number;
  /**
   * Events that the state rests on.
   */
  events_used: number;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The pipeline it is judged by; null where it names one that the playbook lacks.
   */
  pipeline: string | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why it stands as it does.
   */
  reasons: Reason1[];
  /**
   * Whether it stands still; null where it is not open, its stage is unknown, or the stage has no threshold.
   */
  stall: Stall | null;
  /**
   * How it stands; null where nothing had happened yet.
   */
  state: OpportunityState | null;
  /**
   * Its stays in stages, in order.
   */
  timeline: StageVisit[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedLifecycleVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: LifecycleVerdict1;
}
/**
 * The verdict.
 */
export interface LifecycleVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The checks looked at, oldest first; the last one is of this day.
   */
  checks: PhaseCheck[];
  /**
   * How far the facts carry it.
   */
  confidence: "low" | "medium" | "high";
  /**
   * The phase that counts: confirmed by several checks in a row.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The phase by the facts of this day alone.
   */
  raw_phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * Why.
   */
  reasons: Reason1[];
  /**
   * The phase that counts, in the terms of the other text.
   */
  relationship: "exploration" | "formation" | "stable" | "degeneration";
  rhythm: Rhythm;
  /**
   * The first of the checks in a row that made the phase count.
   */
  since: string;
  /**
   * Whether it may have begun earlier: that check is the oldest one looked at.
   */
  since_or_earlier: boolean;
  /**
   * Two windows compared; null where silence or a short history decides.
   */
  trend: PurchaseTrend | null;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedLoyaltyVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: LoyaltyVerdict1;
}
/**
 * The verdict.
 */
export interface LoyaltyVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Each category by name, purchases without one last; empty where no purchase names a category.
   */
  categories: CategoryLoyalty[];
  overall: LoyaltyFinding1;
  /**
   * What the overall pattern is taken from.
   */
  overall_source:
    | {
        type: "all_orders";
      }
    | {
        /**
         * The category; null for purchases without one.
         */
        category: string | null;
        type: "leading_category";
      };
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  rhythm: Rhythm1;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedSignalsVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: SignalsVerdict1;
}
/**
 * The verdict.
 */
export interface SignalsVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The six signals, in the order of their definition.
   */
  signals: Signal[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedTransitionVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: TransitionVerdict;
}
/**
 * The verdict.
 */
export interface TransitionVerdict {
  /**
   * The moves that are possible now.
   */
  allowed: AllowedMove[];
  /**
   * The day the verdict is made.
   */
  as_of: string;
  /**
   * What the event does.
   */
  kind:
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "nowhere"
    | "update";
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Whether the event was carried out.
   */
  outcome: "applied" | "applied_by_override" | "refused";
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason1[];
  /**
   * The override that is recorded with the move.
   */
  recorded_override: Override | null;
  /**
   * How the opportunity stands now; null where it was to be created and was refused.
   */
  state: OpportunityState | null;
  /**
   * What is unmet; with an override, what it covers.
   */
  unmet: UnmetCriterion[];
}
/**
 * One criterion that a move does not meet.
 */
export interface UnmetCriterion {
  /**
   * Whether a named person may let the move pass all the same.
   */
  can_be_overridden: boolean;
  /**
   * What is unmet.
   */
  criterion:
    | "end_mark"
    | "skip_allowed"
    | "backwards_allowed"
    | "known_stage"
    | "other_stage"
    | "open_stage"
    | "is_open"
    | "is_not_parked"
    | "is_parked"
    | "is_closed"
    | "is_booked"
    | "reason_given"
    | "note_given"
    | "resume_day"
    | "override_authority"
    | "is_new";
  /**
   * One sentence for a person.
   */
  message: string;
  /**
   * The stage it concerns, where it concerns one.
   */
  stage: string | null;
}
/**
 * The labels of everything a person sees, in one language.
 */
export interface Labels {
  /**
   * The language.
   */
  language: "en" | "zh_hans";
  /**
   * The label of every pipeline, by its identifier.
   */
  pipelines: {
    [k: string]: string;
  };
  /**
   * The label of every stage, by pipeline and stage.
   */
  stages: {
    [k: string]: {
      [k: string]: string;
    };
  };
  /**
   * The label of every word of every vocabulary, by vocabulary and word.
   */
  words: {
    [k: string]: {
      [k: string]: string;
    };
  };
}
/**
 * Asks for the labels of everything a person sees.
 */
export interface LabelsRequest {
  /**
   * The language.
   */
  language: "en" | "zh_hans";
  /**
   * The playbook whose stages are labelled; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * How the lifecycle phase is judged. The phases are from `[KRM]`, D11; the thresholds are ours.
 *
 * All factors are multiples of the account's own usual interval between orders. The minimum days beside them keep
 * accounts that order every few days from alarming after a long weekend.
 */
export interface LifecyclePolicy1 {
  /**
   * Days between the checks that a change of phase has to pass.
   */
  check_every_days?: number;
  /**
   * Checks in a row that have to agree before the phase changes.
   */
  confirmations?: number;
  /**
   * Silence of this multiple of the usual interval means that the account is detached.
   */
  detached_factor?: string;
  /**
   * A detached account without an order for fewer days than this is only at high risk.
   */
  detached_minimum_days?: number;
  /**
   * Silence of this multiple of the usual interval puts the account in the high-risk band.
   */
  high_risk_factor?: string;
  /**
   * An account silent for fewer days than this is not at high risk.
   */
  high_risk_minimum_days?: number;
  /**
   * Fewest purchase occasions that make a rhythm; an account with fewer is being acquired.
   */
  minimum_occasions?: number;
  /**
   * An account without a rhythm that has been silent for as many days is pointed out; it stays in acquisition.
   */
  newcomer_silence_days?: number;
  /**
   * An order is overdue after this multiple of the usual interval…
   */
  overdue_factor?: string;
  /**
   * …but never after fewer days than this.
   */
  overdue_minimum_days?: number;
  /**
   * …plus this multiple of the spread (median absolute deviation) of the intervals.
   */
  overdue_spread?: string;
  /**
   * The latest intervals between orders that the rhythm is taken from; older ones no longer count.
   */
  rhythm_intervals?: number;
  /**
   * Relative change between the windows from which an account grows or declines.
   */
  trend_change?: string;
  /**
   * So is a difference below this multiple of the account's usual fluctuation (its standard deviation, from how
   * much its own intervals and amounts vary).
   */
  trend_fluctuation?: string;
  /**
   * A difference of fewer orders than this between the windows is chance.
   */
  trend_minimum_orders?: number;
  /**
   * Length of each of the two compared windows, in usual intervals…
   */
  trend_window_intervals?: number;
  /**
   * …but never fewer days than this.
   */
  trend_window_minimum_days?: number;
}
/**
 * The phase of its life that an account is in. Source: `[KRM]`, `[OCD]`, D11.
 */
export interface LifecycleVerdict2 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The checks looked at, oldest first; the last one is of this day.
   */
  checks: PhaseCheck[];
  /**
   * How far the facts carry it.
   */
  confidence: "low" | "medium" | "high";
  /**
   * The phase that counts: confirmed by several checks in a row.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The phase by the facts of this day alone.
   */
  raw_phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * Why.
   */
  reasons: Reason1[];
  /**
   * The phase that counts, in the terms of the other text.
   */
  relationship: "exploration" | "formation" | "stable" | "degeneration";
  rhythm: Rhythm;
  /**
   * The first of the checks in a row that made the phase count.
   */
  since: string;
  /**
   * Whether it may have begun earlier: that check is the oldest one looked at.
   */
  since_or_earlier: boolean;
  /**
   * Two windows compared; null where silence or a short history decides.
   */
  trend: PurchaseTrend | null;
}
/**
 * A pattern with what it rests on.
 */
export interface LoyaltyFinding2 {
  /**
   * What it is told from.
   */
  basis: "supplier_choices" | "own_orders_only";
  /**
   * The choices judged: the latest of them, up to the playbook's `window_choices`.
   */
  choices: number;
  /**
   * How far the facts carry it. From our own orders only it is never high.
   */
  confidence: "low" | "medium" | "high";
  /**
   * What the letters stand for; empty where there is no sequence.
   */
  legend: SequenceLetter[];
  /**
   * The move of a changing pattern; null with every other pattern.
   */
  movement: SupplierMove | null;
  /**
   * Our part of the choices judged; null where competitors' orders are not known.
   */
  our_share_of_orders: string | null;
  /**
   * The pattern.
   */
  pattern: "continuous" | "intermittent" | "changing" | "scattered" | "elsewhere" | "undetermined";
  /**
   * Why.
   */
  reasons: Reason1[];
  /**
   * The pattern that came closest; null where there were too few choices to weigh any.
   */
  rejected: RejectedPattern | null;
  /**
   * The choices judged as letters, oldest first, A for us; null where only our own orders are known.
   */
  sequence: string | null;
  /**
   * Our part of the money spent from the first choice judged on, returns netted; null where competitors' orders,
   * an amount, or a common currency is not known.
   */
  share_of_wallet: string | null;
}
/**
 * How the loyalty pattern is judged. The four patterns are from `[OCD]`, D10; the thresholds are ours.
 */
export interface LoyaltyPolicy1 {
  /**
   * A gap longer than this multiple of the usual interval is a break (where only our own orders are known).
   */
  break_factor?: string;
  /**
   * A shorter gap than this is never a break, however often the account usually orders.
   */
  break_minimum_days?: number;
  /**
   * Spread of the intervals, relative to the usual one, above which purchases are scattered (likewise).
   */
  irregular_spread?: string;
  /**
   * Fewest supplier choices (purchase occasions) from which a pattern is judged.
   */
  minimum_choices?: number;
  /**
   * Our share from which an account with breaks is still mostly ours.
   */
  mostly_ours_share?: string;
  /**
   * Share of one supplier before, and of another after, a point from which the account has moved over.
   */
  moved_share?: string;
  /**
   * The latest choices that the pattern is judged on; older ones no longer count.
   */
  window_choices?: number;
}
/**
 * How loyal an account is. Source: `[OCD]`, `[KRM]`, `[DMC]`, D10.
 */
export interface LoyaltyVerdict2 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Each category by name, purchases without one last; empty where no purchase names a category.
   */
  categories: CategoryLoyalty[];
  overall: LoyaltyFinding1;
  /**
   * What the overall pattern is taken from.
   */
  overall_source:
    | {
        type: "all_orders";
      }
    | {
        /**
         * The category; null for purchases without one.
         */
        category: string | null;
        type: "leading_category";
      };
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  rhythm: Rhythm1;
}
/**
 * How many accounts show a loyalty pattern.
 */
export interface PatternCount {
  /**
   * Accounts that show it.
   */
  accounts: number;
  /**
   * The pattern.
   */
  pattern: "continuous" | "intermittent" | "changing" | "scattered" | "elsewhere" | "undetermined";
}
/**
 * How many accounts are in a phase.
 */
export interface PhaseCount {
  /**
   * Accounts in it.
   */
  accounts: number;
  /**
   * The phase.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
}
/**
 * The contents of a playbook, as written in JSON or TOML, not yet checked as a whole.
 */
export interface PlaybookDraft1 {
  calendar?: Calendar;
  coverage?: CoveragePolicy;
  /**
   * The pipeline of opportunities that name none.
   */
  default_pipeline: string;
  exchange?: ExchangePolicy;
  lifecycle?: LifecyclePolicy;
  loyalty?: LoyaltyPolicy;
  /**
   * Its name for people.
   */
  name: string;
  /**
   * Who may override an unmet criterion; empty means any named person.
   */
  override_authority?: string[];
  /**
   * The pipelines that opportunities move through.
   */
  pipelines: Pipeline[];
  signals?: SignalPolicy;
}
/**
 * How a playbook was understood.
 */
export interface PlaybookSummary {
  /**
   * The fingerprint that every verdict made by it carries.
   */
  fingerprint: string;
  /**
   * Its name.
   */
  name: string;
  playbook: PlaybookDraft2;
}
/**
 * Its contents, defaults filled in.
 */
export interface PlaybookDraft2 {
  calendar?: Calendar;
  coverage?: CoveragePolicy;
  /**
   * The pipeline of opportunities that name none.
   */
  default_pipeline: string;
  exchange?: ExchangePolicy;
  lifecycle?: LifecyclePolicy;
  loyalty?: LoyaltyPolicy;
  /**
   * Its name for people.
   */
  name: string;
  /**
   * Who may override an unmet criterion; empty means any named person.
   */
  override_authority?: string[];
  /**
   * The pipelines that opportunities move through.
   */
  pipelines: Pipeline[];
  signals?: SignalPolicy;
}
/**
 * What the accounts come to together.
 */
export interface PortfolioReview {
  /**
   * Accounts reviewed.
   */
  accounts: number;
  /**
   * Accounts by loyalty pattern, every pattern.
   */
  by_pattern: PatternCount[];
  /**
   * Accounts by lifecycle phase, every phase.
   */
  by_phase: PhaseCount[];
  /**
   * Findings by severity, most severe first.
   */
  by_severity: SeverityCount[];
  /**
   * Accounts by signal, every signal.
   */
  by_signal: SignalCount[];
  forecast: ForecastSummary2;
}
/**
 * How many findings have a severity.
 */
export interface SeverityCount {
  /**
   * Accounts with at least one such finding.
   */
  accounts: number;
  /**
   * Findings that have it.
   */
  findings: number;
  /**
   * The severity.
   */
  severity: "low" | "medium" | "high" | "critical";
}
/**
 * How many accounts a signal stands at what for.
 */
export interface SignalCount {
  /**
   * Accounts it is clear for.
   */
  clear: number;
  /**
   * Accounts it is muted for.
   */
  muted: number;
  /**
   * Accounts it is raised for.
   */
  raised: number;
  /**
   * The signal.
   */
  signal:
    | "orders_without_selling"
    | "pre_sales_looks_worthless"
    | "new_technology"
    | "pre_sales_team_leaving"
    | "copied_proposals"
    | "training_declined";
  /**
   * Accounts whose facts are not enough to judge it.
   */
  unknown: number;
}
/**
 * The forecast of all opportunities.
 */
export interface ForecastSummary2 {
  amounts: ForecastRow;
  /**
   * By currency, in that currency; unlike the other sums, opportunities that only lack a rate are in these.
   */
  by_currency: CurrencyForecast[];
  /**
   * By owner, in the order of identifiers, nobody first.
   */
  by_owner: OwnerForecast[];
  /**
   * By fiscal quarter, in time order.
   */
  by_quarter: QuarterForecast[];
  receipt: ForecastReceipt;
  /**
   * The currency of all sums but those by currency.
   */
  reporting_currency: string;
}
/**
 * Asks for a playbook that comes with the library.
 */
export interface PresetPlaybookRequest {
  /**
   * Its name.
   */
  name: "six_stage" | "eight_step";
}
/**
 * Asks for what a history adds up to.
 */
export interface ReplayHistoryRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  opportunity: Opportunity2;
  /**
   * Its history, in any order.
   */
  opportunity_events: OpportunityEvent1[];
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * A possible sale to an account. What is known of it over time stands in its events.
 */
export interface Opportunity2 {
  /**
   * The account it is an opportunity of.
   */
  account: string;
  /**
   * The product category or line it is about.
   */
  category?: string | null;
  /**
   * Identifies the opportunity; unique in a book.
   */
  id: string;
  /**
   * Its name for people.
   */
  name?: string | null;
  /**
   * The pipeline it moves through; null means the playbook's default pipeline.
   */
  pipeline?: string | null;
}
/**
 * All verdicts on all accounts of a book.
 */
export interface Review {
  /**
   * The accounts, most urgent first.
   */
  accounts: AccountReview[];
  /**
   * The day of the verdicts.
   */
  as_of: string;
  /**
   * How many rows of each table were read and used.
   */
  counts: FactCount[];
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Name of the playbook.
   */
  playbook_name: string;
  portfolio: PortfolioReview1;
}
/**
 * What the accounts come to together.
 */
export interface PortfolioReview1 {
  /**
   * Accounts reviewed.
   */
  accounts: number;
  /**
   * Accounts by loyalty pattern, every pattern.
   */
  by_pattern: PatternCount[];
  /**
   * Accounts by lifecycle phase, every phase.
   */
  by_phase: PhaseCount[];
  /**
   * Findings by severity, most severe first.
   */
  by_severity: SeverityCount[];
  /**
   * Accounts by signal, every signal.
   */
  by_signal: SignalCount[];
  forecast: ForecastSummary2;
}
/**
 * Asks for all verdicts on every account of a book.
 */
export interface ReviewRequest {
  /**
   * The day of the verdicts.
   */
  as_of: string;
  book: Facts6;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * The facts.
 */
export interface Facts6 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity1[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent1[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of roles, stance, influence, reporting line.
   */
  stakeholder_changes?: StakeholderChange[];
  /**
   * People who count for purchases.
   */
  stakeholders?: Stakeholder[];
  /**
   * Answers to satisfaction surveys.
   */
  surveys?: SurveyResponse[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
}
/**
 * How often an account orders from us. Orders of one day are one purchase occasion; returns are none.
 */
export interface Rhythm2 {
  /**
   * The rhythm itself; null where there is none yet.
   */
  cadence: Cadence | null;
  /**
   * Days from the last one to the day of the verdict.
   */
  days_since_last: number | null;
  /**
   * The first of them.
   */
  first: string | null;
  /**
   * The last of them.
   */
  last: string | null;
  /**
   * Why there is none; null where there is one.
   */
  no_cadence: NoCadence | null;
  /**
   * Purchase occasions up to the day of the verdict.
   */
  occasions: number;
}
/**
 * Windows and counts for the six signals. The signals are from `[KRM]`, D12; the thresholds are ours.
 */
export interface SignalPolicy1 {
  /**
   * Share of the latest proposals made from one template from which they are all alike.
   */
  copied_share?: string;
  /**
   * Days since the first order of a product category from which it is mature.
   */
  mature_after_days?: number;
  /**
   * Fewest departures of pre-sales people in the window.
   */
  minimum_departures?: number;
  /**
   * Fewest orders in the window that count as arriving by themselves.
   */
  minimum_orders?: number;
  /**
   * Fewest proposals from which copying is judged.
   */
  minimum_proposals?: number;
  /**
   * Days looked back for proposals.
   */
  proposal_days?: number;
  /**
   * Days that what a customer said (new technology, no training) stays in force.
   */
  statement_days?: number;
  /**
   * Days looked back for orders, selling and pre-sales work, and departures.
   */
  window_days?: number;
}
/**
 * The six high-risk signals of an account on a day. Source: `[KRM]`, D12.
 */
export interface SignalsVerdict2 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The six signals, in the order of their definition.
   */
  signals: Signal[];
}
/**
 * What came of one event.
 */
export interface TransitionVerdict1 {
  /**
   * The moves that are possible now.
   */
  allowed: AllowedMove[];
  /**
   * The day the verdict is made.
   */
  as_of: string;
  /**
   * What the event does.
   */
  kind:
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "nowhere"
    | "update";
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Whether the event was carried out.
   */
  outcome: "applied" | "applied_by_override" | "refused";
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason1[];
  /**
   * The override that is recorded with the move.
   */
  recorded_override: Override | null;
  /**
   * How the opportunity stands now; null where it was to be created and was refused.
   */
  state: OpportunityState | null;
  /**
   * What is unmet; with an override, what it covers.
   */
  unmet: UnmetCriterion[];
}
/**
 * What an account bought from us within some days.
 */
export interface TrendWindow2 {
  /**
   * The first day.
   */
  from: string;
  /**
   * The money of orders less that of returns; null where an amount or a common currency is not known.
   */
  money: string | null;
  /**
   * Purchase occasions.
   */
  orders: number;
  /**
   * The last day.
   */
  to: string;
}
/**
 * Asks for the weighted forecast of a book.
 */
export interface WeightedForecastRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts7;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * The facts.
 */
export interface Facts7 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity1[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent1[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of roles, stance, influence, reporting line.
   */
  stakeholder_changes?: StakeholderChange[];
  /**
   * People who count for purchases.
   */
  stakeholders?: Stakeholder[];
  /**
   * Answers to satisfaction surveys.
   */
  surveys?: SurveyResponse[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
}
/**
 * Why there is no answer.
 */
export interface WireError {
  /**
   * The code of the first problem.
   */
  code:
    | "invalid_json"
    | "invalid_toml"
    | "missing_field"
    | "unknown_field"
    | "duplicate_field"
    | "wrong_type"
    | "unknown_value"
    | "invalid_id"
    | "invalid_text"
    | "text_too_long"
    | "invalid_date"
    | "date_out_of_range"
    | "invalid_moment"
    | "invalid_number"
    | "number_out_of_range"
    | "negative_amount"
    | "amount_out_of_range"
    | "unknown_currency"
    | "invalid_probability"
    | "duplicate_fact"
    | "conflicting_id"
    | "dangling_reference"
    | "foreign_reference"
    | "reference_cycle"
    | "date_order"
    | "empty_list"
    | "duplicate_name"
    | "undefined_name"
    | "inconsistent_settings"
    | "not_found";
  /**
   * One sentence for a person: the first problem, and how many more there are.
   */
  message: string;
  /**
   * Every problem.
   */
  problems: Problem[];
}
export type ApplyEventResponse = JudgedTransitionVerdict;
export type CheckBookResponse = BookCheck;
export type CheckCoverageResponse = JudgedCoverageVerdict;
export type CheckPlaybookResponse = PlaybookSummary;
export type DetectSignalsResponse = JudgedSignalsVerdict;
export type JudgeLifecycleResponse = JudgedLifecycleVerdict;
export type JudgeLoyaltyResponse = JudgedLoyaltyVerdict;
export type LabelsResponse = Labels;
export type PresetPlaybookResponse = PlaybookDraft;
export type ReplayHistoryResponse = JudgedHistoryVerdict;
export type ReviewResponse = Review;
export type WeightedForecastResponse = JudgedForecastVerdict;

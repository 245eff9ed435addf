// Generated from schema/keyaccount.schema.json by `cargo xtask schema`; do not edit.

export type NoComparables = "not_known" | "empty_basket" | "too_few";
export type AccountLevel = "high" | "medium" | "low" | "unknown";
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
export type SwitchingCostLevel = "low" | "medium" | "high";
export type SwitchingCostKind = "exit" | "conversion" | "sunk" | "psychological" | "transaction";
export type BuyingRole = "coach" | "user" | "technical_gatekeeper" | "economic_decision_maker";
export type CoachPosition = "customer" | "outside" | "our_company";
export type CommunicationStyle = "facts" | "detail" | "people" | "big_picture";
export type Driver =
  | "money"
  | "achievement_in_office"
  | "company_results"
  | "reputation"
  | "family_security"
  | "being_valued"
  | "group_benefit"
  | "achievement"
  | "expert_standing"
  | "company_responsibility"
  | "technical_solution"
  | "upkeep_effort"
  | "habit"
  | "feeling"
  | "easier_work"
  | "unlawful_inducement";
export type NonSupporterKind = "sceptic" | "misinformed" | "backslider";
export type Stance = "hostile" | "neutral" | "supporter" | "ally" | "insider";
export type CoverageLevel = "missing" | "identified" | "contacted" | "favourable" | "contributing";
export type ForecastCategory = "omitted" | "pipeline" | "best_case" | "commit" | "closed";
export type MoveKind =
  | "create"
  | "advance"
  | "skip"
  | "regress"
  | "win"
  | "realise"
  | "lose"
  | "reopen"
  | "park"
  | "resume"
  | "enter"
  | "transfer"
  | "nowhere"
  | "update";
export type Confidence = "low" | "medium" | "high";
export type SignalPlay =
  | "resume_selling"
  | "renew_pre_sales"
  | "join_technology_study"
  | "secure_handover"
  | "write_for_this_customer"
  | "review_training_need";
export type Severity = "low" | "medium" | "high" | "critical";
/**
 * A purchase model with its parameters: everything that predictions need. Parameters that make no sense cannot be built.
 */
export type PurchaseModelParameters =
  | {
      /**
       * First shape of the chances to leave.
       */
      a: string;
      /**
       * Rate of purchase rates, in units of time.
       */
      alpha: string;
      /**
       * Second shape of the chances to leave.
       */
      b: string;
      /**
       * Shape of purchase rates.
       */
      r: string;
      type: "bg_nbd";
    }
  | {
      /**
       * First shape of the chances to leave.
       */
      a: string;
      /**
       * Rate of purchase rates, in units of time.
       */
      alpha: string;
      /**
       * Second shape of the chances to leave.
       */
      b: string;
      /**
       * Shape of purchase rates.
       */
      r: string;
      type: "mbg_nbd";
    }
  | {
      /**
       * First shape of the chances to leave.
       */
      a: string;
      /**
       * Rate of those, in units of time.
       */
      alpha: string;
      /**
       * Second shape of the chances to leave.
       */
      b: string;
      /**
       * Shape of the rates of events, of which every k-th is a purchase.
       */
      r: string;
      /**
       * How regular purchases are.
       */
      regularity: number;
      type: "mbg_cnbd";
    }
  | {
      /**
       * Rate of purchase rates, in units of time.
       */
      alpha: string;
      /**
       * Rate of leaving rates, in units of time.
       */
      beta: string;
      /**
       * Shape of purchase rates.
       */
      r: string;
      /**
       * Shape of leaving rates.
       */
      s: string;
      type: "pareto_nbd";
    };
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
export type KeyAccountKind = "economic" | "important" | "group" | "strategic";
export type CompetitorStanding = "out" | "behind" | "level" | "ahead";
export type RelationshipStrength = "distant" | "working" | "close";
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
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
/**
 * How regular purchases are: each is every k-th event of a random process; 1 is purely at random, 12 almost a clock.
 */
export type Regularity = number;
export type DayBasis = "calendar" | "business";
export type AnomalyCode =
  | "unknown_pipeline"
  | "missing_creation"
  | "repeated_creation"
  | "before_creation"
  | "created_lost"
  | "created_closed"
  | "created_in_later_stage"
  | "duplicate_event"
  | "ambiguous_order"
  | "unknown_stage"
  | "unknown_loss_reason"
  | "stage_unchanged"
  | "left_closed_stage"
  | "closed_again"
  | "changed_after_closing"
  | "realised_without_booking"
  | "moved_while_parked"
  | "reopened_without_stage"
  | "no_such_move"
  | "close_date_before_creation"
  | "credits_not_whole"
  | "recurring_in_other_currency"
  | "closed_category_while_open";
export type NoPathCause =
  "target_left" | "target_unknown" | "nobody_for_us_in_contact" | "not_searched" | "no_connection";
export type ChainLinkKind = "reports_to" | "influences" | "knows" | "conflicts_with";
export type ApproachCause =
  "not_contacted" | "never_met" | "silent" | "stance_unknown" | "not_favourable" | "requested";
export type PeriodUnit = "month" | "quarter" | "year";
export type Segmentation = "product_line" | "territory" | "owner" | "industry";
export type LeftOutCause =
  "unknown_stage" | "no_amount" | "no_close_date" | "overdue" | "no_rate" | "omitted" | "amount_out_of_range";
export type BacktestScore = "crps" | "mean_absolute_error" | "bias" | "coverage" | "brier" | "log_loss";
export type BlockerKind =
  | "hostile_between"
  | "conflict_with_target"
  | "conflict_on_the_way"
  | "unreliable_between"
  | "hostile_superior";
export type UnreachableCause = "no_open_deal" | "worthless" | "never_won" | "certainty_wanted" | "too_many";
export type BrokenLineKind = "superior_left" | "superior_of_another_account" | "no_superior_known";
export type Channel = "visit" | "event" | "video_call" | "phone" | "mail" | "instant_message" | "other";
export type ComparableBasis = "industry" | "territory" | "industry_and_territory" | "baskets";
export type ComplianceKind = "inducement_driver" | "gift" | "payment_to_person";
export type ConcentrationUnit = "account" | "group";
export type ContactDepth = "none" | "brief" | "several" | "in_depth";
export type ContributionKind =
  | "information"
  | "guidance"
  | "introduction"
  | "competitor_intelligence"
  | "specification_input"
  | "threshold"
  | "reference"
  | "test_report"
  | "internal_support"
  | "budget"
  | "commitment";
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
  | "role_not_contributing"
  | "coach_informs_competitor"
  | "champion_left"
  | "key_people_unfavourable"
  | "influence_with_unknown"
  | "no_opponent_found"
  | "support_shrinking"
  | "stage_ahead_of_coverage"
  | "several_claim_final_yes"
  | "single_thread";
export type Criterion =
  | "end_mark"
  | "skip_allowed"
  | "backwards_allowed"
  | "known_stage"
  | "known_pipeline"
  | "other_pipeline"
  | "known_reason"
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
  | "is_new"
  | "whole_credit"
  | "same_currency"
  | "open_category";
export type CustomerStanding = "new" | "repeat";
export type DiagnosisStepKind =
  "organisation" | "decision_chain" | "procurement_phase" | "tasks" | "competitors" | "breakthrough";
export type Direction = "inbound" | "outbound" | "two_way";
export type DistributionMethod =
  "certain" | "atoms" | "split_atoms" | "lattice" | "series" | "likeliest_apart";
export type DueState = "not_due" | "due" | "overdue";
export type ErasureAction = "cleared" | "replaced" | "row_removed" | "left_for_review";
export type ExpenseKind =
  "travel" | "hospitality" | "sample" | "training" | "gift" | "payment_to_person" | "other";
export type FactKind =
  | "account"
  | "opportunity"
  | "opportunity_event"
  | "stakeholder"
  | "contribution"
  | "relationship"
  | "interaction"
  | "proposal"
  | "purchase"
  | "survey"
  | "complaint"
  | "team_change"
  | "information_record"
  | "opportunity_competitor"
  | "task"
  | "breakthrough_plan"
  | "expense"
  | "wallet_estimate"
  | "switching_cost"
  | "key_account_judgement"
  | "quota"
  | "forecast_adjustment";
export type FindingKind =
  | "compliance"
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
 * Which model of repeat purchase is to be fitted; the module's documentation tells when to use which.
 */
export type PurchaseModel =
  | {
      type: "bg_nbd";
    }
  | {
      type: "mbg_nbd";
    }
  | {
      /**
       * How regular; null chooses the one with the highest likelihood, for which each summary of an account that bought
       * again needs the logarithms of its intervals.
       */
      regularity?: Regularity | null;
      type: "mbg_cnbd";
    }
  | {
      type: "pareto_nbd";
    };
export type FitStatus = "converged" | "boundary" | "too_little_data" | "not_converged";
export type ForecastBasis = "stage_default" | "learned" | "timing";
export type ForecastDimension =
  | "month"
  | "quarter"
  | "year"
  | "period"
  | "currency"
  | "owner"
  | "team"
  | "territory"
  | "product_line"
  | "stage"
  | "category"
  | "account"
  | "pipeline";
export type GateKind = "information" | "relationships" | "decision_maker";
export type GateState = "passed" | "not_passed" | "unknown";
export type InformationPoint =
  | "project_steps"
  | "procurement_process"
  | "organisation"
  | "decision_structure"
  | "funds"
  | "needs"
  | "resources"
  | "competitors"
  | "success_factors";
export type InformationState = "unknown" | "partial" | "confirmed";
export type PotentialBasis = "wallet_estimate" | "open_pipeline";
export type NoPrediction = "no_rhythm" | "rhythm_broken";
export type NoTrend = "no_rhythm" | "too_short";
export type TrendPeriod = "month" | "quarter" | "half_year" | "year";
export type KeyCriterion = "complex_decision" | "large_sum" | "many_people";
export type KeyFindingState = "met" | "not_met" | "unknown";
export type KeyStanding = "key" | "ordinary" | "undetermined";
/**
 * A language that labels come in.
 */
export type Language = "en" | "zh_hans";
export type LifecyclePhase =
  "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
export type LoyaltyBasis = "supplier_choices" | "own_orders_only";
export type LoyaltyPattern =
  "continuous" | "intermittent" | "changing" | "scattered" | "elsewhere" | "undetermined";
export type MarketFinding = "not_estimable" | "no_more_than_chance" | "uncertain" | "common";
export type ModelParameter = "r" | "alpha" | "a" | "b" | "s" | "beta" | "gamma" | "delta" | "p" | "q" | "v";
export type MoveDirection = "to_us" | "away_from_us" | "between_others";
export type MovementKind =
  | "created"
  | "reopened"
  | "pulled_in"
  | "currency_changed"
  | "increased"
  | "decreased"
  | "amount_set"
  | "amount_cleared"
  | "moved"
  | "pushed_out"
  | "won"
  | "lost";
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
  | "widen_contact"
  | "ask_for_contribution"
  | "guard_information"
  | "find_new_champion"
  | "win_over_key_people"
  | "get_to_know_influential"
  | "look_for_opponents"
  | "regain_support"
  | "catch_up"
  | "report_to_compliance";
/**
 * What one event changes.
 */
export type OpportunityChange =
  | {
      /**
       * What it is worth; null means unknown.
       */
      amount?: Money2 | null;
      /**
       * The day it is expected to be signed; null means unknown.
       */
      close_date?: string | null;
      /**
       * Who gets credit for which part of it; the parts add up to 1. Empty means the owner for all of it.
       */
      credits?: CreditShare[];
      /**
       * A forecast category set by hand; null means the stage's.
       */
      forecast_category?: ForecastCategory | null;
      /**
       * The member of our team who answers for it.
       */
      owner?: string | null;
      /**
       * A win probability set by hand; null means the stage's.
       */
      probability?: string | null;
      /**
       * What is paid again and again; null means nothing, as far as is known.
       */
      recurring?: RecurringRevenue | null;
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
       * The pipeline it came from; null means the one it was in. The first such event of a history, where it says
       * this, also says which pipeline the history began in.
       */
      from?: string | null;
      /**
       * The stage it goes on in; null means the stage of the same name, or the first.
       */
      stage?: string | null;
      /**
       * The pipeline it moved to.
       */
      to: string;
      type: "pipeline_changed";
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
      amount?: Money2 | null;
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
       * The new category.
       */
      category?: ForecastCategory | null;
      type: "forecast_category_changed";
    }
  | {
      /**
       * Who gets credit for which part; the parts add up to 1. Empty means the owner for all of it.
       */
      credits?: CreditShare[];
      type: "credit_split_changed";
    }
  | {
      /**
       * The new recurring revenue.
       */
      recurring?: RecurringRevenue | null;
      type: "recurring_changed";
    }
  | {
      /**
       * Who allowed it although a criterion was unmet, and why.
       */
      authorisation?: Override | null;
      type: "won";
    }
  | {
      /**
       * What was paid; null means what was booked.
       */
      amount?: Money2 | null;
      type: "realised";
    }
  | {
      /**
       * The supplier who got it.
       */
      competitor?: string | null;
      /**
       * Details; some reasons need them, as `other` does.
       */
      note?: string | null;
      /**
       * Why, by a reason of the playbook; null means unknown.
       */
      reason?: string | null;
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
export type PhaseShift = "entered" | "stayed" | "improved" | "matured" | "worsened";
export type PlanGapKind =
  | "no_plan"
  | "plan_of_another_stage"
  | "no_goal"
  | "no_internal_resources"
  | "no_external_resources"
  | "no_open_task"
  | "task_without_owner"
  | "task_without_date"
  | "task_overdue"
  | "critical_gap_unaddressed"
  | "competitor_without_strategy";
export type PlaybookPreset = "six_stage" | "eight_step";
export type PredictionMethod =
  "bg_nbd" | "mbg_nbd" | "mbg_cnbd" | "pareto_nbd" | "recency_only" | "same_as_last_period";
export type PredictionScore =
  "rank_correlation" | "mean_absolute_error" | "root_mean_square_error" | "area_under_curve";
/**
 * What is believed of a parameter beforehand: a distribution of the parameter itself, over what is above zero.
 *
 * With priors, the parameters found are those of highest posterior density (MAP), and standard errors come from the
 * curvature of the posterior. A prior for each parameter that the data leave open keeps a portfolio of fifty accounts from
 * running off to a boundary.
 */
export type Prior =
  | {
      /**
       * Its mean.
       */
      mean: string;
      /**
       * Its standard deviation.
       */
      standard_deviation: string;
      type: "gaussian";
    }
  | {
      /**
       * The standard deviation of the whole normal distribution.
       */
      scale: string;
      type: "half_normal";
    }
  | {
      /**
       * The standard deviation of the natural logarithm; 0.7 is about a factor of two.
       */
      log_standard_deviation: string;
      /**
       * The median.
       */
      median: string;
      type: "log_normal";
    };
export type ProbabilitySource = "stage_default" | "manual" | "learned" | "timing" | "booked";
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
  | "unknown_time_zone"
  | "invalid_number"
  | "number_out_of_range"
  | "negative_amount"
  | "amount_out_of_range"
  | "unknown_currency"
  | "mixed_currencies"
  | "invalid_probability"
  | "duplicate_fact"
  | "conflicting_id"
  | "dangling_reference"
  | "foreign_reference"
  | "reference_cycle"
  | "conflicting_fields"
  | "date_order"
  | "unequal_lengths"
  | "empty_list"
  | "duplicate_name"
  | "undefined_name"
  | "inconsistent_settings"
  | "not_found";
export type RateDate = "as_of" | "close_date" | "budget";
export type ReceiptPartKind = "priced" | "unpriced" | "omitted" | "lost" | "not_created_yet";
export type RecencyBasis = "since_last_order" | "first_to_last_order";
export type RegularityKind = "clockwork" | "regular" | "chance" | "clumped";
export type RelationshipKind = "influences" | "knows" | "conflicts_with";
export type RelationshipPhase = "exploration" | "formation" | "stable" | "degeneration";
/**
 * What came instead of a product or category that an account stopped buying. Source: `[KRM]`, D14.
 */
export type ReplacedBy =
  | {
      /**
       * The occasions on which it was bought.
       */
      occasions: number;
      /**
       * The product.
       */
      product: string;
      /**
       * The day of its first order.
       */
      since: string;
      type: "our_product";
      /**
       * What it is worth a year; null where an amount is not known.
       */
      worth_per_year: CurrencySum | null;
    }
  | {
      /**
       * Whether it had ordered there in this category before.
       */
      bought_before: boolean;
      /**
       * Which competitor.
       */
      name: string;
      /**
       * The days on which the account ordered there since.
       */
      occasions: number;
      /**
       * The product, where the orders name one and the same.
       */
      product: string | null;
      /**
       * The day of its first order after our last one.
       */
      since: string;
      type: "competitor";
    }
  | {
      type: "unknown";
    };
export type RetentionBasis = "given_figures" | "fitted_portfolio";
/**
 * By how much defection is cut: of the customers of a year, those who are gone in the next.
 */
export type RetentionChange =
  | {
      /**
       * The points, 0.05 for five of a hundred.
       */
      points: string;
      type: "points";
    }
  | {
      /**
       * The part.
       */
      fraction: string;
      type: "fraction";
    };
export type RfmMeasure = "recency" | "frequency" | "monetary";
export type RfmMethod = "fixed_bands" | "quantiles";
export type RfmSegment =
  | "champions"
  | "loyal"
  | "potential_loyalists"
  | "new"
  | "promising"
  | "needs_attention"
  | "about_to_sleep"
  | "at_risk"
  | "cannot_lose"
  | "hibernating"
  | "lost";
/**
 * What is supposed to happen to an opportunity on the day of the verdict.
 */
export type ScenarioChange =
  | {
      /**
       * The opportunity.
       */
      opportunity: string;
      type: "win";
    }
  | {
      /**
       * The opportunity.
       */
      opportunity: string;
      type: "lose";
    }
  | {
      /**
       * The day; not one that has passed.
       */
      close_date: string;
      /**
       * The opportunity.
       */
      opportunity: string;
      type: "slip";
    }
  | {
      amount: Money7;
      /**
       * The opportunity.
       */
      opportunity: string;
      type: "change_amount";
    };
export type SeasonState = "too_short" | "too_few_orders" | "none_found" | "found";
export type SignalKind =
  | "orders_without_selling"
  | "pre_sales_looks_worthless"
  | "new_technology"
  | "pre_sales_team_leaving"
  | "copied_proposals"
  | "training_declined";
export type SignalOutcome = "raised" | "clear" | "unknown";
export type SignalState = "raised" | "clear" | "unknown" | "muted";
export type SilenceState = "unknown" | "usual" | "long" | "overdue";
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
       * Why the person is not for us; null means unknown, or that they are for us.
       */
      non_supporter?: NonSupporterKind | null;
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
      /**
       * The new position.
       */
      coach_position?: CoachPosition | null;
      type: "coach_position_changed";
    }
  | {
      /**
       * Whether they do; null means unknown.
       */
      informs_competitor?: boolean | null;
      type: "informs_competitor_changed";
    }
  | {
      /**
       * The new drivers, the strongest first; empty means unknown.
       */
      drivers?: Driver[];
      type: "drivers_changed";
    }
  | {
      /**
       * The new formal roles.
       */
      formal_roles?: string[];
      type: "formal_roles_changed";
    }
  | {
      /**
       * The style; null means unknown.
       */
      communication_style?: CommunicationStyle | null;
      type: "communication_style_changed";
    }
  | {
      type: "left";
    };
export type StepState = "clear" | "open" | "stuck" | "unknown";
export type SuggestionKind = "new" | "win_back" | "from_competitor";
export type SupportMoveKind =
  | "joined"
  | "left"
  | "won_over"
  | "lost"
  | "moved"
  | "weighs_more"
  | "weighs_less"
  | "weight_known"
  | "weight_unknown";
export type SupportTrend = "growing" | "steady" | "shrinking" | "unknown";
export type TeamFunction = "pre_sales" | "sales" | "service" | "management";
export type TeamMove = "joined" | "left" | "changed_job";
export type TimingBasis = "timing" | "close_date";
export type TransitionOutcome = "applied" | "applied_by_override" | "refused";
export type TrendDirection = "up" | "steady" | "down" | "unknown";
export type Unit = "days" | "count" | "share" | "ratio" | "date" | "word" | "money";
export type UnmatchedCause = "no_earlier_order" | "more_than_ordered" | "no_amount";
export type ValueBasis = "margin" | "sales";
export type VetoRisk = "none" | "unknown" | "present";
export type WalletBasis = "estimate" | "competitor_purchases" | "own_orders_only";
export type WinRateBasis = "learned" | "prior";
export type WorkingDirection = "top_down" | "bottom_up";

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
 * One account beside those that are comparable.
 */
export interface AccountCrossSell {
  /**
   * The account.
   */
  account: string;
  /**
   * Categories that it buys from us.
   */
  categories: number;
  /**
   * Comparable accounts: others that buy from us.
   */
  comparables: number;
  /**
   * The median of the categories that comparable accounts buy; null without such accounts.
   */
  comparables_median: string | null;
  /**
   * Who they are: the first twenty, by identifier or, where they are found by what they buy, the most similar first.
   */
  compared_with: string[];
  /**
   * Why it is not compared; null where it is.
   */
  no_comparables: NoComparables | null;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * How many such categories there are.
   */
  suggestion_count: number;
  /**
   * What comparable accounts buy and it does not, the surest share first; up to the playbook's `most_suggestions`.
   */
  suggestions: CategorySuggestion[];
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
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
    | "contribution"
    | "relationship"
    | "interaction"
    | "proposal"
    | "purchase"
    | "survey"
    | "complaint"
    | "team_change"
    | "information_record"
    | "opportunity_competitor"
    | "task"
    | "breakthrough_plan"
    | "expense"
    | "wallet_estimate"
    | "switching_cost"
    | "key_account_judgement"
    | "quota"
    | "forecast_adjustment";
}
/**
 * A category that comparable accounts buy and an account does not. Source: `[KRM]`, D14.
 */
export interface CategorySuggestion {
  /**
   * Comparable accounts that buy it.
   */
  buyers: number;
  /**
   * The category.
   */
  category: string;
  /**
   * Comparable accounts.
   */
  comparables: number;
  /**
   * The competitor that the account last bought it from within the days looked at; null where none is known.
   */
  competitor: string | null;
  /**
   * The day of that order.
   */
  competitor_last: string | null;
  /**
   * What it is to the account.
   */
  kind: "new" | "win_back" | "from_competitor";
  /**
   * The day of the account's last order of it from us; null where there was none.
   */
  last_bought: string | null;
  /**
   * The median of what its buyers spend on it a year, returns netted; null where no buyer's spend is known.
   */
  median_spend_per_year: CurrencySum | null;
  /**
   * The buyers whose spend is known.
   */
  priced_buyers: number;
  /**
   * The share of the comparable accounts that buy it.
   */
  share: string;
  /**
   * The upper end.
   */
  share_high: string;
  /**
   * The lower end of the share's 95 % interval (Wilson): with few comparable accounts it is far below.
   */
  share_low: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * One account that ordered from us.
 */
export interface AccountLifetime {
  /**
   * The account.
   */
  account: string;
  /**
   * Weeks since the first order (T).
   */
  age_weeks: string;
  /**
   * The day of its first order.
   */
  first: string;
  /**
   * Repeat order days (x): those after the first.
   */
  frequency: number;
  /**
   * The day of its last.
   */
  last: string;
  /**
   * What the models say; null where none could be fitted.
   */
  prediction: AccountPrediction | null;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * Weeks from the first order to the last (tₓ).
   */
  recency_weeks: string;
  /**
   * How much it has told.
   */
  standing: "new" | "repeat";
}
/**
 * What the models say of an account.
 */
export interface AccountPrediction {
  /**
   * Order days expected in all time to come, discounted; null where they have no end.
   */
  discounted_purchases: string | null;
  /**
   * What is expected up to each horizon.
   */
  horizons: HorizonPrediction[];
  /**
   * What it is worth: expected orders of all time to come × spend (× margin), discounted to today. Null where spend is not
   * known, or where the sum has no end.
   */
  lifetime_value: CurrencySum | null;
  next_order: NextOrder;
  /**
   * The probability that it still buys.
   */
  probability_alive: string;
  rate: RateShrinkage;
  /**
   * What it spends on an order day; null where no spend is known.
   */
  spend: SpendShrinkage | null;
}
/**
 * What is expected of an account up to a horizon.
 */
export interface HorizonPrediction {
  /**
   * The probability of at least one.
   */
  at_least_one: string;
  /**
   * The probabilities of 0, 1 … 5 order days.
   */
  counts: string[];
  /**
   * Days ahead.
   */
  days: number;
  /**
   * Order days expected in them.
   */
  expected_purchases: string;
  /**
   * The probability of more.
   */
  more: string;
  /**
   * Sales expected in these days, not discounted; null where spend is not known.
   */
  sales: CurrencySum | null;
  /**
   * What they are worth today, discounted; null where spend is not known.
   */
  value: CurrencySum | null;
}
/**
 * When it will order next.
 */
export interface NextOrder {
  /**
   * Of accounts like it that order again, a tenth have done so after as many days. Null, here and below, where that is longer
   * than can be told, or where no account does.
   */
  early_days: string | null;
  /**
   * Nine tenths have: from early to late lie four fifths of all next orders.
   */
  late_days: string | null;
  /**
   * Half of them have.
   */
  median_days: string | null;
  /**
   * The probability that it never orders again: it has left, or leaves before it does.
   */
  never: string;
}
/**
 * How often it orders while it buys.
 */
export interface RateShrinkage {
  /**
   * Repeat orders a week that the account itself shows, x ÷ T; null on the day of its first order.
   */
  own: string | null;
  /**
   * The part of the rate that is the account's own, T ÷ (α + T); the rest is the portfolio's.
   */
  own_weight: string;
  /**
   * Orders a week of the portfolio's mean account while it buys.
   */
  portfolio: string;
  /**
   * Orders a week while it buys: both by their weights.
   */
  weekly: string;
}
/**
 * What an account spends on an order day, and whose knowledge that is.
 */
export interface SpendShrinkage {
  expected: CurrencySum1;
  /**
   * Repeat order days with a price that the account's own mean is of.
   */
  orders: number;
  /**
   * The account's own mean of them; null where there are none.
   */
  own: CurrencySum | null;
  /**
   * The part that is the account's own; the rest is the portfolio's.
   */
  own_weight: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum1 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
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
   * Inducements to its people that somebody recorded, to be reported; they are among the findings.
   */
  compliance: ComplianceFinding[];
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
 * Something recorded that has to be looked into. The one thing to do about it is to report it.
 */
export interface ComplianceFinding {
  /**
   * What it is about.
   */
  kind: "inducement_driver" | "gift" | "payment_to_person";
  /**
   * What to do: report it.
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
    | "widen_contact"
    | "ask_for_contribution"
    | "guard_information"
    | "find_new_champion"
    | "win_over_key_people"
    | "get_to_know_influential"
    | "look_for_opponents"
    | "regain_support"
    | "catch_up"
    | "report_to_compliance";
  /**
   * The day: of a driver, the first from which it is recorded without a break, null where it always was; of
   * expenses, the latest.
   */
  on: string | null;
  /**
   * The opportunity; null where none in particular is named.
   */
  opportunity: string | null;
  reason: Reason1;
  /**
   * How much it matters.
   */
  severity: "low" | "medium" | "high" | "critical";
  /**
   * The person; null where the expenses name nobody.
   */
  stakeholder: string | null;
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
    | "compliance"
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
  reason: Reason2;
  /**
   * How much it matters.
   */
  severity: "low" | "medium" | "high" | "critical";
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
  reasons: Reason[];
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
   * How far it counts: by hand, or else as its stage says; closed once it is signed.
   */
  category: "omitted" | "pipeline" | "best_case" | "commit" | "closed";
  /**
   * Who gets credit for which part, adding up to 1; empty where nobody is known to answer for it.
   */
  credits: CreditShare[];
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
  /**
   * The pipeline it is in.
   */
  pipeline: string | null;
  probability: WinProbability;
  /**
   * The product line it is about.
   */
  product_line: string | null;
  /**
   * The fiscal quarter of that day.
   */
  quarter: string;
  /**
   * The rate it is converted at; null where it is in the reporting currency.
   */
  rate: DatedRate | null;
  /**
   * What is paid again and again beside it, in the same currency; null where nothing is known of it.
   */
  recurring: RecurringRevenue | null;
  /**
   * The stage it is in.
   */
  stage: string | null;
  /**
   * Where it stands.
   */
  status: "open" | "parked" | "booked" | "realised" | "lost";
  /**
   * The territory it counts for.
   */
  territory: string | null;
}
/**
 * What it is worth: expected; once booked, what was signed; once paid, what was paid.
 */
export interface Money {
  amount: string;
  currency: string;
}
/**
 * What part of an opportunity's amount a member of our team gets credit for.
 */
export interface CreditShare {
  /**
   * Who.
   */
  member: string;
  /**
   * The part, exact to four places; those of one opportunity add up to 1.
   */
  share: string;
}
/**
 * The probability it is weighted by, and where that comes from.
 */
export interface WinProbability {
  /**
   * Where it comes from.
   */
  source: "stage_default" | "manual" | "learned" | "timing" | "booked";
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
 * What is paid again and again, beside the amount that is paid once.
 */
export interface RecurringRevenue {
  monthly: Money1;
  /**
   * For how many months that is agreed; 0 where no time is agreed, which adds nothing to the contract's value.
   */
  months: number;
}
/**
 * What is paid each month.
 */
export interface Money1 {
  amount: string;
  currency: string;
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
   * By who gets credit, which is the owner where it is not split, in the order of identifiers, nobody first.
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
 * The forecast of one member of our team, in the reporting currency: of what is split, the part credited to them.
 *
 * What is split is counted for each of them, so that the sums add up to the whole, and the counts may exceed it.
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
   * Open ones left out of the sums by their forecast category.
   */
  omitted: number;
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
   * Every opportunity in the one part it went to; parts that nothing went to are not listed.
   */
  parts: ReceiptPart[];
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
  whole: ReceiptWhole;
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
 * Opportunities that went the same way, for the same causes.
 */
export interface ReceiptPart {
  /**
   * What all of them lack, and nothing else; empty for those in other parts than the unpriced.
   */
  causes: UnpricedCause[];
  /**
   * Opportunities.
   */
  deals: number;
  /**
   * Where they went.
   */
  part: "priced" | "unpriced" | "omitted" | "lost" | "not_created_yet";
  /**
   * What the others are worth, by currency; exact, rounded nowhere.
   */
  totals: CurrencySum[];
  /**
   * Of these, those whose amount is unknown.
   */
  without_amount: number;
}
/**
 * All of them together.
 */
export interface ReceiptWhole {
  /**
   * Opportunities.
   */
  deals: number;
  /**
   * What the others are worth, by currency; exact, rounded nowhere.
   */
  totals: CurrencySum[];
  /**
   * Of these, those whose amount is unknown.
   */
  without_amount: number;
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
  amount: Money2 | null;
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
export interface Money2 {
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
   * The latest twelve checks, oldest first; the last one is of this day.
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
  reasons: Reason[];
  /**
   * The phase that counts, in the terms of the other text.
   */
  relationship: "exploration" | "formation" | "stable" | "degeneration";
  rhythm: Rhythm;
  /**
   * The first of the checks in a row that made the phase count; where an order made it count at once, the day of the
   * order.
   */
  since: string;
  /**
   * Whether it may have begun earlier: the account is a prospect, and that check is the oldest one looked at.
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
  satisfaction: SatisfactionVerdict;
  switching_costs: SwitchingCostsVerdict;
  wallet: WalletVerdict;
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
  reasons: Reason[];
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
  reason: Reason3;
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
  reasons: Reason[];
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
 * How satisfied its people say they are.
 */
export interface SatisfactionVerdict {
  /**
   * Recent answers of nobody named.
   */
  anonymous: number;
  /**
   * All answers up to the day of the verdict.
   */
  answers: number;
  /**
   * All answers within as many days before; null where there is none.
   */
  before: SatisfactionDistribution | null;
  /**
   * The part of the pairs of a recent and an earlier answer of which the recent one is higher, equals counted by half.
   */
  later_is_higher: string | null;
  /**
   * Of these, the latest answer of each person who is named; null where nobody is.
   */
  latest: SatisfactionDistribution | null;
  /**
   * The day of the latest of them; null where there is none.
   */
  latest_on: string | null;
  /**
   * Answers before both windows, which no longer count.
   */
  older: number;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * All answers within the playbook's `window_days` up to the day of the verdict; null where there is none.
   */
  recent: SatisfactionDistribution | null;
  /**
   * People who are named in the recent answers.
   */
  respondents: number;
  /**
   * Where it is going: the medians of both windows differ by the playbook's `trend_change`, and most pairs of a later
   * and an earlier answer say the same. Unknown where either window has too few answers.
   */
  trend: "up" | "steady" | "down" | "unknown";
}
/**
 * How some answers are spread over the bands of the playbook.
 */
export interface SatisfactionDistribution {
  /**
   * Answers counted.
   */
  answers: number;
  /**
   * Answers below the playbook's `dissatisfied_below`.
   */
  dissatisfied: number;
  /**
   * The first day.
   */
  from: string;
  /**
   * The highest score.
   */
  highest: string;
  /**
   * The lowest score.
   */
  lowest: string;
  /**
   * The median of the scores, rounded half-even to two places.
   */
  median: string;
  /**
   * Answers between.
   */
  neutral: number;
  /**
   * Answers from its `satisfied_from` on.
   */
  satisfied: number;
  /**
   * The part of the dissatisfied.
   */
  share_dissatisfied: string;
  /**
   * The part of the neutral.
   */
  share_neutral: string;
  /**
   * The part of the satisfied.
   */
  share_satisfied: string;
  /**
   * The median distance of the scores from it, likewise.
   */
  spread: string;
  /**
   * The last day.
   */
  to: string;
}
/**
 * What it would cost it to leave us.
 */
export interface SwitchingCostsVerdict {
  /**
   * The highest level known; null where none is.
   */
  highest: SwitchingCostLevel | null;
  /**
   * Every kind, in order.
   */
  kinds: SwitchingCostNote[];
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The kinds of which no level is known.
   */
  unknown: SwitchingCostKind[];
}
/**
 * What is known of one kind of switching cost.
 */
export interface SwitchingCostNote {
  /**
   * The kind.
   */
  kind: "exit" | "conversion" | "sunk" | "psychological" | "transaction";
  /**
   * How high it is by the latest record; null means unknown, which is not low.
   */
  level: SwitchingCostLevel | null;
  /**
   * The level by the record before; null where there is none, or it was unknown.
   */
  level_before: SwitchingCostLevel | null;
  /**
   * What it consists of, by the latest record.
   */
  note: string | null;
  /**
   * The day of the latest record; null where there is none.
   */
  on: string | null;
  /**
   * Records of this kind.
   */
  records: number;
}
/**
 * How much of what it buys is ours, and where that is going.
 */
export interface WalletVerdict {
  /**
   * What the share is told from: an estimate of the whole account, if there is one that is neither outdated nor
   * contradicted; else known purchases.
   */
  basis: "estimate" | "competitor_purchases" | "own_orders_only";
  /**
   * The latest estimate of every category, that of the whole account first.
   */
  estimates: EstimatedWallet[];
  /**
   * What the account buys elsewhere in a year: what would make it one whole customer. Null means unknown.
   */
  not_ours: CurrencySum | null;
  /**
   * The share by periods; null where no competitor's purchase is known.
   */
  purchases: WalletSeries | null;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * Our part of what the account buys in a year; null means unknown.
   */
  share: string | null;
  /**
   * Where it is going: by the periods where they tell, else from one estimate to the next.
   */
  trend: "up" | "steady" | "down" | "unknown";
}
/**
 * What we have of the wallet by an estimate of it.
 */
export interface EstimatedWallet {
  /**
   * The category; null for the whole account.
   */
  category: string | null;
  /**
   * By how much our part changed since.
   */
  change: string | null;
  /**
   * Whether more is known to be spent than the estimate says.
   */
  contradicted: boolean;
  /**
   * Where our part is going, from one estimate to the next.
   */
  direction: "up" | "steady" | "down" | "unknown";
  /**
   * The day of the estimate before; null where there is none.
   */
  estimated_before: string | null;
  /**
   * What it is known to have spent with all suppliers in these days; null where that is not known, or for less than a
   * year.
   */
  known_spend: CurrencySum | null;
  /**
   * What is left of the estimate; null likewise.
   */
  not_ours: CurrencySum | null;
  /**
   * The day of the estimate.
   */
  on: string;
  /**
   * What it spent with us in the 365 days up to the day of the verdict, returns netted; where our first order is
   * younger, what it spent since, brought to a year; null where that is not known in this currency.
   */
  our_spend: CurrencySum | null;
  /**
   * Whether it is older than the playbook's `estimate_days`.
   */
  outdated: boolean;
  per_year: Money3;
  /**
   * Our part of the estimate; null where our spend is not known or the estimate is contradicted.
   */
  share: string | null;
  /**
   * Our part of that one on its day; null where it is not known or was contradicted.
   */
  share_before: string | null;
  /**
   * The days that our spend is taken from.
   */
  spend_days: number | null;
  /**
   * Our spend as a multiple of the estimate: above 1 it contradicts it.
   */
  spend_over_estimate: string | null;
}
/**
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money3 {
  amount: string;
  currency: string;
}
/**
 * The share of wallet by periods, in the categories in which competitors' purchases are known.
 */
export interface WalletSeries {
  /**
   * Whether the trend is by money; else by orders.
   */
  by_money: boolean;
  /**
   * How often chance alone goes as far in this direction, exact; null where the pairs are balanced or too few.
   */
  chance: string | null;
  /**
   * By how much the share moved from the first of these periods to the last, by the median of the slopes between all
   * pairs of them, so that one odd period does not count; null where the direction is unknown.
   */
  change: string | null;
  /**
   * Where the share is going; unknown where fewer than four periods have a share.
   */
  direction: "up" | "steady" | "down" | "unknown";
  /**
   * Pairs of periods of which the later has the smaller share.
   */
  falling_pairs: number;
  /**
   * Periods with a known share, from which the trend is told.
   */
  judged_periods: number;
  /**
   * What was bought elsewhere in these days; null where it is not known.
   */
  not_ours: CurrencySum | null;
  /**
   * Days of a period: 91, 182 or 364, the shortest that holds enough purchases on average.
   */
  period_days: number;
  /**
   * The periods, oldest first; the last one ends on the day of the verdict.
   */
  periods: WalletPeriod[];
  /**
   * Pairs of periods of which the later has the larger share.
   */
  rising_pairs: number;
  /**
   * Our part of what was bought in the 365 days up to the day of the verdict; null where nothing was.
   */
  share: string | null;
  /**
   * Whether that is by money; else by orders.
   */
  share_by_money: boolean;
  /**
   * Categories left out because no competitor's order is known in them.
   */
  uncontested_categories: number;
}
/**
 * What was bought within a period, from us and from all suppliers known.
 */
export interface WalletPeriod {
  /**
   * The currency of the money; null where there is none in common.
   */
  currency: string | null;
  /**
   * The first day.
   */
  from: string;
  /**
   * The money of all orders less that of returns; likewise.
   */
  money: string | null;
  /**
   * Orders from all suppliers; those of one day from one supplier are one.
   */
  orders: number;
  /**
   * The money of our orders less that of returns; null where an amount or a common currency is not known.
   */
  our_money: string | null;
  /**
   * Orders from us; those of one day are one.
   */
  our_orders: number;
  /**
   * Our part of the money; null where it is not known, nothing was spent, or returns outweigh orders.
   */
  share_of_money: string | null;
  /**
   * Our part of the orders; null where there were none.
   */
  share_of_orders: string | null;
  /**
   * The last day.
   */
  to: string;
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
  left: string[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Everybody who ever sat in the committee, by identifier.
   */
  people: CommitteePerson[];
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The four roles, in the order of their definition.
   */
  roles: RoleCoverage[];
  /**
   * How far the committee as a whole is covered, with the parts it is made of; null where the stage asks nothing or
   * is not known.
   */
  score: CoverageScore | null;
  /**
   * The stage whose requirements were held against the committee; null where it is not known.
   */
  stage: string | null;
  /**
   * Whether a technical gatekeeper might say no.
   */
  veto_risk: "none" | "unknown" | "present";
  /**
   * People of the committee who are there and of whom no role is known, by identifier.
   */
  without_role: string[];
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
    | "role_not_contributing"
    | "coach_informs_competitor"
    | "champion_left"
    | "key_people_unfavourable"
    | "influence_with_unknown"
    | "no_opponent_found"
    | "support_shrinking"
    | "stage_ahead_of_coverage"
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
    | "widen_contact"
    | "ask_for_contribution"
    | "guard_information"
    | "find_new_champion"
    | "win_over_key_people"
    | "get_to_know_influential"
    | "look_for_opponents"
    | "regain_support"
    | "catch_up"
    | "report_to_compliance";
  reason: Reason4;
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
export interface Reason4 {
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
   * How the person likes to be spoken with; null means unknown.
   */
  communication_style: CommunicationStyle | null;
  /**
   * How deep the contact is.
   */
  contact_depth: "none" | "brief" | "several" | "in_depth";
  /**
   * Days from the last contact to the day of the verdict.
   */
  days_since_contact: number | null;
  /**
   * What moves the person in this purchase, the strongest first; empty means unknown.
   */
  drivers: Driver[];
  /**
   * The formal roles that the customer or the CRM gives the person; nothing follows from them.
   */
  formal_roles: string[];
  /**
   * How much the person's word counts; null means unknown.
   */
  influence: string | null;
  /**
   * Whether the person also informs a competitor of ours; null means unknown.
   */
  informs_competitor: boolean | null;
  /**
   * The last day the person's side spoke with us; null means that no such contact is recorded.
   */
  last_contact: string | null;
  /**
   * The last day on which the person did for us what a role of theirs does, as far as it still counts by the
   * playbook; null means that nothing such is recorded.
   */
  last_contribution: string | null;
  /**
   * The last day we met, so that both saw each other; null means that no meeting is recorded.
   */
  last_met: string | null;
  /**
   * The day the person left the customer; null means that they are there.
   */
  left_on: string | null;
  /**
   * How far the person is covered, in the role in which they are covered best; a person who left covers nothing and
   * is at `missing`.
   */
  level: "missing" | "identified" | "contacted" | "favourable" | "contributing";
  /**
   * Why the person is not for us, as recorded or, where nothing is and they once were, `backslider`; null means
   * unknown, or that they are for us.
   */
  non_supporter: NonSupporterKind | null;
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
   * Who plays the role and has not left, by identifier; what is known of them stands in the verdict's `people`.
   */
  holders: string[];
  /**
   * The level of the best-covered holder. A hostile technical gatekeeper holds the role at `contacted` at most,
   * whoever else plays it: a veto is a veto.
   */
  reached: "missing" | "identified" | "contacted" | "favourable" | "contributing";
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
 * How far a committee as a whole is covered, of 100. The formula is ours.
 *
 * A role that the stage asks for attains the rank of the level it reached, no more than is asked, divided by the rank
 * of the level asked (missing 0, identified 1, contacted 2, favourable 3, contributing 4). The score is the mean of
 * these, weighted by the playbook's weights of the roles. While a technical gatekeeper or a decision maker is hostile it
 * is at most the playbook's `hostile_score_cap`, however well all others are covered. It is rounded once, half-even;
 * the points of the parts add up to it.
 */
export interface CoverageScore {
  /**
   * What holds the score down; null where nobody who could stop the purchase is known to be hostile.
   */
  cap: ScoreCap | null;
  /**
   * The roles that the stage asks for, in the order of their definition.
   */
  parts: RoleScore[];
  /**
   * What it would be without the cap: the sum of the points of the parts.
   */
  uncapped: string;
  /**
   * The score.
   */
  value: string;
}
/**
 * Why a committee's score is held down.
 */
export interface ScoreCap {
  /**
   * The gap that holds it down; of a hostile gatekeeper and a hostile decision maker, the gatekeeper.
   */
  gap:
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
    | "role_not_contributing"
    | "coach_informs_competitor"
    | "champion_left"
    | "key_people_unfavourable"
    | "influence_with_unknown"
    | "no_opponent_found"
    | "support_shrinking"
    | "stage_ahead_of_coverage"
    | "several_claim_final_yes"
    | "single_thread";
  /**
   * The most that the score may be.
   */
  limit: string;
  /**
   * Everybody whose hostility holds it down, gatekeepers and decision makers, by identifier.
   */
  stakeholders: string[];
}
/**
 * What one role adds to the score of a committee.
 */
export interface RoleScore {
  /**
   * The part of what is asked that is reached.
   */
  attained: string;
  /**
   * What it adds, of 100.
   */
  points: string;
  /**
   * How far it is covered.
   */
  reached: "missing" | "identified" | "contacted" | "favourable" | "contributing";
  /**
   * How far the stage asks for it.
   */
  required: "missing" | "identified" | "contacted" | "favourable" | "contributing";
  /**
   * The role.
   */
  role: "coach" | "user" | "technical_gatekeeper" | "economic_decision_maker";
  /**
   * How much it counts, by the playbook.
   */
  weight: string;
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
   * The pipeline it is in; null where it names one that the playbook lacks.
   */
  pipeline: string | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The product line it is about.
   */
  product_line: string | null;
  /**
   * Why it stands as it does.
   */
  reasons: Reason[];
  /**
   * Whether it stands still; null where it is not open, its stage is unknown, or the stage has no threshold.
   */
  stall: Stall | null;
  /**
   * How it stands; null where nothing had happened yet.
   */
  state: OpportunityState | null;
  /**
   * Its statuses over time, in order: every closing stands here, also one that was taken back.
   */
  statuses: StatusSpell[];
  /**
   * The territory it counts for.
   */
  territory: string | null;
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
    | "created_lost"
    | "created_closed"
    | "created_in_later_stage"
    | "duplicate_event"
    | "ambiguous_order"
    | "unknown_stage"
    | "unknown_loss_reason"
    | "stage_unchanged"
    | "left_closed_stage"
    | "closed_again"
    | "changed_after_closing"
    | "realised_without_booking"
    | "moved_while_parked"
    | "reopened_without_stage"
    | "no_such_move"
    | "close_date_before_creation"
    | "credits_not_whole"
    | "recurring_in_other_currency"
    | "closed_category_while_open";
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
   * Moves on a way that the pipeline closes, without a valid override: over a stage that may not be skipped, back
   * out of one that may not be left backwards, a creation where none may start.
   */
  forbidden: number;
  /**
   * Moves that a named person let pass.
   */
  overridden: number;
  /**
   * Moves backwards.
   */
  regressed: number;
  /**
   * Times it was taken up again after closing.
   */
  reopened: number;
  /**
   * Moves forwards over stages between.
   */
  skipped: number;
  /**
   * Moves that did not meet a criterion and carry no valid override; the forbidden ones are among them.
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
   * What it is worth, as stated last; null means unknown. Of a signed one, what is expected to be paid.
   */
  amount: Money2 | null;
  /**
   * What was signed, where it is signed and that is known.
   */
  booked_amount: Money2 | null;
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
   * By how many days it was moved to later days in all; moves to earlier days are not taken off.
   */
  close_date_slip_days: number;
  /**
   * The day it came into being.
   */
  created_on: string;
  /**
   * Who gets credit for which part, in the order of members; empty where the owner gets all.
   */
  credits: CreditShare[];
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
   * The forecast category set by hand; null where it is the stage's.
   */
  forecast_category: ForecastCategory | null;
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
   * What was paid, where it is paid and that is known: what the payment says, or else what was signed.
   */
  realised_amount: Money2 | null;
  /**
   * The day it was paid, where it is.
   */
  realised_on: string | null;
  /**
   * What is paid again and again, in the currency of the amount; null where nothing is known of it.
   */
  recurring: RecurringRevenue | null;
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
  reason: string | null;
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
  source: "stage_default" | "manual" | "learned" | "timing" | "booked";
  /**
   * The probability.
   */
  value: string;
}
/**
 * A time in which an opportunity's status stayed the same.
 */
export interface StatusSpell {
  /**
   * The first day.
   */
  from: string;
  /**
   * How it stood.
   */
  status: "open" | "parked" | "booked" | "realised" | "lost";
  /**
   * The day it changed; null where it still stands so.
   */
  until: string | null;
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
   * What ended it; null where it is still in it.
   */
  ended_by: MoveKind | null;
  /**
   * The day it was entered.
   */
  entered: string;
  /**
   * What brought it here.
   */
  entered_by:
    | "create"
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "enter"
    | "transfer"
    | "nowhere"
    | "update";
  /**
   * The day it was left, or the opportunity closed in it; null where it is still in it.
   */
  left: string | null;
  /**
   * Of these, days it rested.
   */
  parked_days: number;
  /**
   * The pipeline the stage is one of; null where it is one that the playbook lacks.
   */
  pipeline: string | null;
  /**
   * The stage, or the unknown word that stood for one.
   */
  stage: string;
  /**
   * Which visit to this stage it is, counted from 1.
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
  reasons: Reason[];
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
 * One account in the numbers that the models know of it. Times are in weeks.
 */
export interface AccountSummary {
  /**
   * The account.
   */
  account: string;
  /**
   * Weeks since the first order (T).
   */
  age: string;
  /**
   * The day of its first order.
   */
  first: string;
  /**
   * Order days after the first (x).
   */
  frequency: number;
  /**
   * The day of its last.
   */
  last: string;
  /**
   * The sum of the natural logarithms of the intervals between order days, in weeks: how regular they are.
   */
  log_intervals: string;
  /**
   * The mean of what was spent on them, in the reporting currency, less returns; null where there are none.
   */
  mean_spend: string | null;
  /**
   * Repeat order days that have a price.
   */
  priced_orders: number;
  /**
   * Weeks from the first order to the last (tₓ).
   */
  recency: string;
}
/**
 * Somebody's own figure for a period, beside what adds up to it; it is in no sum.
 */
export interface AdjustedForecast {
  adjustment: ForecastAdjustment;
  amounts: ForecastRow4;
  expected: AdjustedSum;
  /**
   * The last figure that the same person gave later for the same; null where this is it.
   */
  superseded_by: string | null;
  total: AdjustedSum1;
}
/**
 * The figure, by whom, and what it is for.
 */
export interface ForecastAdjustment {
  amount: Money4;
  /**
   * When it was made.
   */
  at: string;
  /**
   * Who made it.
   */
  by: string;
  /**
   * The category it concerns; null means all that is in the sums.
   */
  category?: ForecastCategory | null;
  /**
   * The period's first day.
   */
  first: string;
  /**
   * Identifies the adjustment; unique in a book.
   */
  id: string;
  /**
   * The period's last day.
   */
  last: string;
  /**
   * Whose figure it is, with everybody who reports to them; null means the company's.
   */
  member?: string | null;
  /**
   * Why.
   */
  note?: string | null;
}
/**
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money4 {
  amount: string;
  currency: string;
}
/**
 * What adds up to that: of these members, in these days, of this category, which holds all that is surer too where
 * categories are cumulative. In the reporting currency.
 */
export interface ForecastRow4 {
  booked: Amounts;
  open: Amounts1;
  realised: Amounts2;
}
/**
 * What is signed whole, and what is open weighted by its probability.
 */
export interface AdjustedSum {
  /**
   * How much more the figure says; null where it is in another currency.
   */
  difference: CurrencySum | null;
  rollup: CurrencySum2;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum2 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * Open, signed and paid together, each whole.
 */
export interface AdjustedSum1 {
  /**
   * How much more the figure says; null where it is in another currency.
   */
  difference: CurrencySum | null;
  rollup: CurrencySum2;
}
/**
 * A sum beside somebody's own figure.
 */
export interface AdjustedSum2 {
  /**
   * How much more the figure says; null where it is in another currency.
   */
  difference: CurrencySum | null;
  rollup: CurrencySum2;
}
/**
 * The probability that an account still buys, over time.
 */
export interface AliveHistory {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict, the last of the history.
   */
  as_of: string;
  /**
   * How the model was fitted, on the whole book as of the last day; null where parameters were given.
   */
  fit: PurchaseModelFit | null;
  /**
   * The days of the account's orders, those outside the points too.
   */
  order_days: string[];
  /**
   * The model with its parameters; null where none could be fitted.
   */
  parameters: PurchaseModelParameters | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The points, ascending, from the first order on; the last one is the last day.
   */
  points: AlivePoint[];
  /**
   * How it was computed.
   */
  reasons: Reason[];
  /**
   * Days from point to point.
   */
  step_days: number;
}
/**
 * A purchase model fitted to accounts.
 */
export interface PurchaseModelFit {
  found: ModelFit;
  /**
   * The model with the parameters found; null where nothing was fitted.
   */
  parameters: PurchaseModelParameters | null;
  /**
   * The regularities that were tried, where one was to be chosen; empty otherwise.
   */
  trials: RegularityTrial[];
}
/**
 * How the fit went: status, errors, covariance, likelihood.
 */
export interface ModelFit {
  /**
   * How many accounts there were.
   */
  accounts: number;
  /**
   * Akaike's criterion, 2 × parameters − 2 × log-likelihood: of two models of the same accounts, the lower is the better
   * one. Null where nothing was fitted.
   */
  akaike: string | null;
  /**
   * How many different summaries they have.
   */
  cells: number;
  /**
   * The covariance of the parameters, in their order; null where the maximum is not inside. With priors, that of the
   * posterior's curvature.
   */
  covariance: string[][] | null;
  /**
   * The parameters in the model's order; empty where nothing was fitted.
   */
  estimates: ParameterEstimate[];
  /**
   * How often the likelihood was computed.
   */
  iterations: number;
  /**
   * The log-likelihood at the parameters, without priors; null where nothing was fitted.
   */
  log_likelihood: string | null;
  /**
   * Why it ended so, and what to do.
   */
  reasons: Reason[];
  /**
   * How many of them bought more than once.
   */
  repeaters: number;
  /**
   * Schwarz' criterion (BIC), which charges the logarithm of the accounts' weight for each parameter. Null where nothing
   * was fitted.
   */
  schwarz: string | null;
  /**
   * How it ended.
   */
  status: "converged" | "boundary" | "too_little_data" | "not_converged";
  /**
   * Whether priors were used.
   */
  with_priors: boolean;
}
/**
 * A fitted parameter.
 */
export interface ParameterEstimate {
  /**
   * Which one.
   */
  parameter: "r" | "alpha" | "a" | "b" | "s" | "beta" | "gamma" | "delta" | "p" | "q" | "v";
  /**
   * Its standard error, from the inverse observed information; null where the maximum is not inside.
   */
  standard_error: string | null;
  /**
   * Whether it runs off, or the data do not tell it: only its relation to the others counts.
   */
  undetermined: boolean;
  /**
   * Its value.
   */
  value: string;
}
/**
 * The likelihood that a regularity reached.
 */
export interface RegularityTrial {
  /**
   * The highest log-likelihood with it, of purchases with their intervals; with priors, that of the data at the highest
   * posterior.
   */
  log_likelihood: string;
  /**
   * The regularity.
   */
  regularity: number;
}
/**
 * One day of a history.
 */
export interface AlivePoint {
  /**
   * Days since the last of them.
   */
  days_since_last: number;
  /**
   * The day.
   */
  on: string;
  /**
   * Order days known by then.
   */
  orders: number;
  /**
   * The probability, from what was known then, that the account still buys.
   */
  probability_alive: string;
}
/**
 * Asks how probable it was, day by day, that an account still buys.
 */
export interface AliveHistoryRequest {
  /**
   * The account.
   */
  account: string;
  /**
   * The last day.
   */
  as_of: string;
  book: Facts;
  /**
   * The first day; null means that of the account's first order.
   */
  from?: string | null;
  /**
   * Parameters that were fitted elsewhere, with times in weeks; null means that they are fitted on the book.
   */
  parameters?: PurchaseModelParameters | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * Days from point to point; null means 1.
   */
  step_days?: number | null;
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
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How we mean to break through in one stage of an opportunity, with the resources for it. Its steps are the open
 * tasks of the opportunity. Source: `[CCA]`, D9.
 */
export interface BreakthroughPlan {
  /**
   * Resources of others that it counts on.
   */
  external_resources?: string[];
  /**
   * What is to be reached; null means not said.
   */
  goal?: string | null;
  /**
   * Resources of ours that it counts on.
   */
  internal_resources?: string[];
  /**
   * The day it was made.
   */
  on: string;
  /**
   * The opportunity; with the day it identifies the plan.
   */
  opportunity: string;
  /**
   * The stage it was made for.
   */
  stage: string;
}
/**
 * A person's part in one opportunity's buying committee.
 *
 * What it says holds from `since` (always, where it is null) until a `StakeholderChange` says otherwise.
 */
export interface CommitteeSeat {
  /**
   * Where a coach sits; null means unknown or no coach.
   */
  coach_position?: CoachPosition | null;
  /**
   * What moves the person in this purchase, the strongest first; empty means unknown.
   */
  drivers?: Driver[];
  /**
   * The formal roles that the customer or the CRM gives the person, such as `purchaser`. Nothing is inferred from
   * them: a formal role is no buying role.
   */
  formal_roles?: string[];
  /**
   * How much the person's word counts, 0 to 100; null means unknown.
   */
  influence?: string | null;
  /**
   * Whether the person also informs a competitor of ours; null means unknown.
   */
  informs_competitor?: boolean | null;
  /**
   * Why the person is not for us; null means unknown, or that they are for us.
   */
  non_supporter?: NonSupporterKind | null;
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
 * Something a person did for us in one opportunity.
 */
export interface Contribution {
  /**
   * Identifies the contribution; unique in a book.
   */
  id: string;
  /**
   * What it was.
   */
  kind:
    | "information"
    | "guidance"
    | "introduction"
    | "competitor_intelligence"
    | "specification_input"
    | "threshold"
    | "reference"
    | "test_report"
    | "internal_support"
    | "budget"
    | "commitment";
  /**
   * A remark.
   */
  note?: string | null;
  /**
   * The day.
   */
  on: string;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The person.
   */
  stakeholder: string;
}
/**
 * Money spent on an account.
 */
export interface Expense {
  /**
   * The account.
   */
  account: string;
  /**
   * How much; null means unknown.
   */
  amount?: Money2 | null;
  /**
   * Who of us spent it.
   */
  by?: string | null;
  /**
   * Identifies the expense; unique in a book.
   */
  id: string;
  /**
   * What it was for.
   */
  kind: "travel" | "hospitality" | "sample" | "training" | "gift" | "payment_to_person" | "other";
  /**
   * The day.
   */
  on: string;
  /**
   * The opportunity it served; null means none in particular.
   */
  opportunity?: string | null;
  /**
   * The person who had it; null means nobody in particular, or unknown.
   */
  stakeholder?: string | null;
}
/**
 * A person's own figure for a period, which stands beside what adds up and never in it.
 */
export interface ForecastAdjustment1 {
  amount: Money4;
  /**
   * When it was made.
   */
  at: string;
  /**
   * Who made it.
   */
  by: string;
  /**
   * The category it concerns; null means all that is in the sums.
   */
  category?: ForecastCategory | null;
  /**
   * The period's first day.
   */
  first: string;
  /**
   * Identifies the adjustment; unique in a book.
   */
  id: string;
  /**
   * The period's last day.
   */
  last: string;
  /**
   * Whose figure it is, with everybody who reports to them; null means the company's.
   */
  member?: string | null;
  /**
   * Why.
   */
  note?: string | null;
}
/**
 * How far one information point of an opportunity was known from a day on.
 */
export interface InformationRecord {
  /**
   * The day from which it was known so far.
   */
  on: string;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The point; with the opportunity and the day it identifies the record.
   */
  point:
    | "project_steps"
    | "procurement_process"
    | "organisation"
    | "decision_structure"
    | "funds"
    | "needs"
    | "resources"
    | "competitors"
    | "success_factors";
  /**
   * Where it comes from: a person, a document.
   */
  source?: string | null;
  /**
   * How far.
   */
  state: "unknown" | "partial" | "confirmed";
  /**
   * For `success_factors`: those that matter most on this day, the first first. Empty otherwise.
   */
  success_factors?: string[];
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
 * What a person says an account is, whatever the rules find. It holds until its last day: no judgement holds for ever
 * unnoticed.
 */
export interface KeyAccountJudgement {
  /**
   * The account; with the day it identifies the judgement.
   */
  account: string;
  /**
   * Who says so.
   */
  by?: string | null;
  /**
   * A kind the account is of, its primary one; null leaves it to the rules.
   */
  kind?: KeyAccountKind | null;
  /**
   * The first day it holds.
   */
  on: string;
  /**
   * Why.
   */
  reason: string;
  /**
   * The tier the account is in; null leaves it to the rules.
   */
  tier?: string | null;
  /**
   * The last day it holds; a later judgement takes its place before.
   */
  until: string;
}
/**
 * A possible sale to an account. What is known of it over time stands in its events.
 */
export interface Opportunity {
  /**
   * The account it is an opportunity of.
   */
  account: string;
  /**
   * Identifies the opportunity; unique in a book.
   */
  id: string;
  /**
   * Its name for people.
   */
  name?: string | null;
  /**
   * The pipeline it began in; null means the playbook's default pipeline.
   */
  pipeline?: string | null;
  /**
   * The product line it is about.
   */
  product_line?: string | null;
  /**
   * The sales territory it counts for; null means the account's.
   */
  territory?: string | null;
}
/**
 * What was known of a competitor in one opportunity from a day on, and what we mean to do about it.
 */
export interface OpportunityCompetitor {
  /**
   * The competitor; with the opportunity and the day it identifies the row.
   */
  competitor: string;
  /**
   * The day from which this holds.
   */
  on: string;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * How they stand; null means unknown.
   */
  standing?: CompetitorStanding | null;
  /**
   * Our strategy against them; null means none is recorded.
   */
  strategy?: string | null;
}
/**
 * One dated entry of an opportunity's history.
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
        amount?: Money2 | null;
        /**
         * The day it is expected to be signed; null means unknown.
         */
        close_date?: string | null;
        /**
         * Who gets credit for which part of it; the parts add up to 1. Empty means the owner for all of it.
         */
        credits?: CreditShare[];
        /**
         * A forecast category set by hand; null means the stage's.
         */
        forecast_category?: ForecastCategory | null;
        /**
         * The member of our team who answers for it.
         */
        owner?: string | null;
        /**
         * A win probability set by hand; null means the stage's.
         */
        probability?: string | null;
        /**
         * What is paid again and again; null means nothing, as far as is known.
         */
        recurring?: RecurringRevenue | null;
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
         * The pipeline it came from; null means the one it was in. The first such event of a history, where it says
         * this, also says which pipeline the history began in.
         */
        from?: string | null;
        /**
         * The stage it goes on in; null means the stage of the same name, or the first.
         */
        stage?: string | null;
        /**
         * The pipeline it moved to.
         */
        to: string;
        type: "pipeline_changed";
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
        amount?: Money2 | null;
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
         * The new category.
         */
        category?: ForecastCategory | null;
        type: "forecast_category_changed";
      }
    | {
        /**
         * Who gets credit for which part; the parts add up to 1. Empty means the owner for all of it.
         */
        credits?: CreditShare[];
        type: "credit_split_changed";
      }
    | {
        /**
         * The new recurring revenue.
         */
        recurring?: RecurringRevenue | null;
        type: "recurring_changed";
      }
    | {
        /**
         * Who allowed it although a criterion was unmet, and why.
         */
        authorisation?: Override | null;
        type: "won";
      }
    | {
        /**
         * What was paid; null means what was booked.
         */
        amount?: Money2 | null;
        type: "realised";
      }
    | {
        /**
         * The supplier who got it.
         */
        competitor?: string | null;
        /**
         * Details; some reasons need them, as `other` does.
         */
        note?: string | null;
        /**
         * Why, by a reason of the playbook; null means unknown.
         */
        reason?: string | null;
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
 * What a member of our team, or the company, is to book in a period.
 */
export interface Quota {
  amount: Money5;
  /**
   * The period's first day.
   */
  first: string;
  /**
   * Identifies the quota; unique in a book.
   */
  id: string;
  /**
   * The period's last day.
   */
  last: string;
  /**
   * Whose it is, with everybody who reports to them; null means the company's.
   */
  member?: string | null;
}
/**
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money5 {
  amount: string;
  currency: string;
}
/**
 * How one person of a customer stands to another, from one day to another.
 */
export interface Relationship {
  /**
   * The first person.
   */
  from: string;
  /**
   * How the first stands to the second.
   */
  kind: "influences" | "knows" | "conflicts_with";
  /**
   * The first day on which it holds; null means from the start.
   */
  since?: string | null;
  /**
   * How close they are; null means unknown.
   */
  strength?: RelationshipStrength | null;
  /**
   * The second person, of the same account.
   */
  to: string;
  /**
   * The last day on which it holds; null means to this day.
   */
  until?: string | null;
}
/**
 * Who a member of our team reports to, from a day on. The latest line that has begun holds.
 */
export interface ReportingLine {
  /**
   * The first day it holds; null means since ever.
   */
  from?: string | null;
  /**
   * To whom; null means to nobody.
   */
  manager?: string | null;
  /**
   * Who reports.
   */
  member: string;
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
         * Why the person is not for us; null means unknown, or that they are for us.
         */
        non_supporter?: NonSupporterKind | null;
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
        /**
         * The new position.
         */
        coach_position?: CoachPosition | null;
        type: "coach_position_changed";
      }
    | {
        /**
         * Whether they do; null means unknown.
         */
        informs_competitor?: boolean | null;
        type: "informs_competitor_changed";
      }
    | {
        /**
         * The new drivers, the strongest first; empty means unknown.
         */
        drivers?: Driver[];
        type: "drivers_changed";
      }
    | {
        /**
         * The new formal roles.
         */
        formal_roles?: string[];
        type: "formal_roles_changed";
      }
    | {
        /**
         * The style; null means unknown.
         */
        communication_style?: CommunicationStyle | null;
        type: "communication_style_changed";
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
 * Name, title, department and communication style are personal and may be left out; nothing is inferred from a title.
 */
export interface Stakeholder {
  /**
   * The account whose purchases the person counts for.
   */
  account: string;
  /**
   * How they like to be spoken with; null means unknown.
   */
  communication_style?: CommunicationStyle | null;
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
 * What was known of a cost of switching from a day on.
 */
export interface SwitchingCost {
  /**
   * The account; with the kind and the day it identifies the record.
   */
  account: string;
  /**
   * The kind of cost.
   */
  kind: "exit" | "conversion" | "sunk" | "psychological" | "transaction";
  /**
   * How high it is; null means unknown, which is not low.
   */
  level?: SwitchingCostLevel | null;
  /**
   * What it consists of.
   */
  note?: string | null;
  /**
   * The day from which it was known so.
   */
  on: string;
}
/**
 * Something we have to do for an account.
 */
export interface Task {
  /**
   * The account.
   */
  account: string;
  /**
   * The day it was done or dropped; null means that it is open.
   */
  closed_on?: string | null;
  /**
   * The day by which it is to be done.
   */
  due_on?: string | null;
  /**
   * Identifies the task; unique in a book.
   */
  id: string;
  /**
   * The day it was set; null means unknown, and it counts from the start.
   */
  opened_on?: string | null;
  /**
   * The opportunity it serves; null means none in particular.
   */
  opportunity?: string | null;
  /**
   * Who of us is to do it; null means nobody yet.
   */
  owner?: string | null;
  /**
   * The person it concerns.
   */
  stakeholder?: string | null;
  /**
   * What is to be done.
   */
  title: string;
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
 * An estimate of what an account spends in a year, with all suppliers together. Source: `[OCD]`, D10.
 */
export interface WalletEstimate {
  /**
   * The account; with the day and the category it identifies the estimate.
   */
  account: string;
  /**
   * The product category it is about; null means all that we could sell to the account.
   */
  category?: string | null;
  /**
   * The day it was made.
   */
  on: string;
  per_year: Money6;
  /**
   * Where it comes from.
   */
  source?: string | null;
}
/**
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money6 {
  amount: string;
  currency: string;
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
  forecast?: ForecastPolicy;
  key_accounts?: KeyAccountPolicy;
  lifecycle?: LifecyclePolicy;
  lifetime?: LifetimePolicy;
  /**
   * The reasons that a loss may be given.
   */
  loss_reasons?: LossReason[];
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
  rfm?: RfmPolicy;
  satisfaction?: SatisfactionPolicy;
  signals?: SignalPolicy;
  trajectory?: TrajectoryPolicy;
  wallet?: WalletPolicy;
}
/**
 * The fiscal calendar, working days and time zone.
 */
export interface Calendar {
  /**
   * The month in which the fiscal year starts, 1 to 12.
   */
  fiscal_year_start_month?: number;
  /**
   * Days that would be worked on by their weekday and are not.
   */
  holidays?: string[];
  /**
   * The zone of the business's days. A moment that carries an offset is brought to it; a bare date or local time
   * is taken as it is.
   */
  time_zone?: string;
  /**
   * The days of the week that are worked on.
   */
  working_days?: Weekday[];
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
   * Days for which what somebody did for us counts.
   */
  contribution_days?: number;
  /**
   * Days looked back for how deep the contact with somebody is.
   */
  depth_days?: number;
  /**
   * The most that the score may be while a technical gatekeeper or a decision maker is hostile, of 100.
   */
  hostile_score_cap?: string;
  /**
   * Fewest meetings in these days from which contact is in depth.
   */
  in_depth_meetings?: number;
  /**
   * Days after which what is known of an information point is stale.
   */
  information_stale_after_days?: number;
  /**
   * The influence from which somebody is a key person.
   */
  key_influence?: string;
  /**
   * Fewest people of the customer in recent contact; with fewer, the opportunity hangs on a single thread.
   */
  minimum_contacts?: number;
  /**
   * Fewest people of known stance from which it is suspicious that nobody is against us.
   */
  opponent_expected_from?: number;
  role_weights?: RoleWeights;
  /**
   * Fewest contacts in these days that count as several.
   */
  several_contacts?: number;
  /**
   * The change of the support base, as a share, from which it grows or shrinks.
   */
  support_change?: string;
  /**
   * Days looked back for how the support base moved, and for champions who left.
   */
  support_trend_days?: number;
  /**
   * Share of all known influence from which it is too much in the hands of people we don't know: never in contact,
   * or of unknown stance.
   */
  unknown_influence_share?: string;
}
/**
 * How much each role counts in the score, in the order coach, user, technical gatekeeper, economic decision
 * maker.
 */
export interface RoleWeights {
  /**
   * The weight of the coach.
   */
  coach?: string;
  /**
   * The weight of the economic decision maker.
   */
  economic_decision_maker?: string;
  /**
   * The weight of the technical gatekeeper.
   */
  technical_gatekeeper?: string;
  /**
   * The weight of the user.
   */
  user?: string;
}
/**
 * Exchange rates.
 */
export interface ExchangePolicy {
  /**
   * The rates fixed in budgets, which forecasts use where `rate_date` says so; each holds from its day on.
   */
  budget_rates?: DatedRate[];
  /**
   * Which day's rate counts.
   */
  rate_date?: "as_of" | "close_date" | "budget";
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
 * The forecast.
 */
export interface ForecastPolicy {
  /**
   * What gaps in coverage cap win probabilities at; of several that hold, the lowest counts.
   */
  coverage_caps?: CoverageCap[];
}
/**
 * The highest win probability that an opportunity is credited with while its buying committee has a gap.
 */
export interface CoverageCap {
  /**
   * The highest probability.
   */
  at_most: string;
  /**
   * The gap. A committee of which nobody is known has the gap `committee_empty` and no other.
   */
  gap:
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
    | "role_not_contributing"
    | "coach_informs_competitor"
    | "champion_left"
    | "key_people_unfavourable"
    | "influence_with_unknown"
    | "no_opponent_found"
    | "support_shrinking"
    | "stage_ahead_of_coverage"
    | "several_claim_final_yes"
    | "single_thread";
  /**
   * The role the gap has to concern; null means whichever.
   */
  role?: BuyingRole | null;
}
/**
 * Key accounts.
 */
export interface KeyAccountPolicy {
  /**
   * People in the committee of one opportunity from which a decision is complex…
   */
  committee_people?: number;
  /**
   * …or different buying roles in it.
   */
  committee_roles?: number;
  /**
   * How many of the three criteria (complex decision, large sum, many people) make a key account, 1 to 3.
   */
  criteria_needed?: number;
  /**
   * …and of the median number of purchase occasions, by its frequency.
   */
  frequency_multiple?: string;
  grid?: TierGrid;
  /**
   * The largest accounts that together bring this part of all value are high…
   */
  high_share?: string;
  /**
   * The industries of important accounts, whatever their capitals.
   */
  important_industries?: string[];
  /**
   * What is spent in a year, or one opportunity, from which the sum is large; null means by the multiple.
   */
  large_sum?: Money2 | null;
  /**
   * Multiple of the median spend from which the sum is large.
   */
  large_sum_multiple?: string;
  /**
   * Known people of the account from which they are many.
   */
  many_people?: number;
  /**
   * …and those that follow, up to this part, medium.
   */
  medium_share?: string;
  /**
   * Fewest accounts that bought within the last 365 days from which medians are taken.
   */
  minimum_accounts?: number;
  /**
   * Multiple of the median spend from which an account is strategic by its potential…
   */
  potential_multiple?: string;
  /**
   * …and competitors at work there from which it is by being their target.
   */
  rivals?: number;
  /**
   * Multiple of the median spend from which an account is economic by its volume…
   */
  volume_multiple?: string;
}
/**
 * The tiers by value and potential.
 */
export interface TierGrid {
  high?: TierRow;
  low?: TierRow1;
  medium?: TierRow2;
}
/**
 * Accounts of high value.
 */
export interface TierRow {
  /**
   * High potential.
   */
  high: string;
  /**
   * Low potential.
   */
  low: string;
  /**
   * Medium potential.
   */
  medium: string;
  /**
   * Unknown potential.
   */
  unknown: string;
}
/**
 * Accounts of low value.
 */
export interface TierRow1 {
  /**
   * High potential.
   */
  high: string;
  /**
   * Low potential.
   */
  low: string;
  /**
   * Medium potential.
   */
  medium: string;
  /**
   * Unknown potential.
   */
  unknown: string;
}
/**
 * Accounts of medium value.
 */
export interface TierRow2 {
  /**
   * High potential.
   */
  high: string;
  /**
   * Low potential.
   */
  low: string;
  /**
   * Medium potential.
   */
  medium: string;
  /**
   * Unknown potential.
   */
  unknown: string;
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
 * Lifetime values.
 */
export interface LifetimePolicy {
  /**
   * The effective discount rate of a year: 0.1 makes 1.10 in a year worth 1.00 today.
   */
  annual_discount_rate?: string;
  /**
   * The days ahead that purchases and values are told for, ascending; at most ten of them, at most a hundred years.
   */
  horizons_days?: number[];
  /**
   * The part of sales that is margin; null means unknown, and values are of sales.
   */
  margin?: string | null;
  /**
   * Fewest accounts with an order that a model of the portfolio is fitted on, without priors.
   */
  minimum_accounts?: number;
  /**
   * Fewest of them that ordered again, without priors; so many amounts are needed for a model of spend, too.
   */
  minimum_repeaters?: number;
  /**
   * The model of purchases. By default MBG/CNBD-k, whose regularity k is chosen by likelihood: accounts in B2B have a
   * rhythm, and where they have none, k = 1 says so.
   */
  model?:
    | {
        type: "bg_nbd";
      }
    | {
        type: "mbg_nbd";
      }
    | {
        /**
         * How regular; null chooses the one with the highest likelihood, for which each summary of an account that bought
         * again needs the logarithms of its intervals.
         */
        regularity?: Regularity | null;
        type: "mbg_cnbd";
      }
    | {
        type: "pareto_nbd";
      };
  /**
   * What is believed of parameters beforehand, by parameter: with one for each parameter of the model, portfolios that
   * are too small to tell them are judged nevertheless, and the verdict says so. Times are in weeks, amounts in the
   * reporting currency.
   */
  priors?: ParameterPrior[];
  /**
   * Years that a retention scenario of a fitted portfolio looks ahead, at most 50.
   */
  retention_years?: number;
}
/**
 * What is believed of one parameter beforehand.
 */
export interface ParameterPrior {
  /**
   * The parameter.
   */
  parameter: "r" | "alpha" | "a" | "b" | "s" | "beta" | "gamma" | "delta" | "p" | "q" | "v";
  /**
   * What is believed of it.
   */
  prior:
    | {
        /**
         * Its mean.
         */
        mean: string;
        /**
         * Its standard deviation.
         */
        standard_deviation: string;
        type: "gaussian";
      }
    | {
        /**
         * The standard deviation of the whole normal distribution.
         */
        scale: string;
        type: "half_normal";
      }
    | {
        /**
         * The standard deviation of the natural logarithm; 0.7 is about a factor of two.
         */
        log_standard_deviation: string;
        /**
         * The median.
         */
        median: string;
        type: "log_normal";
      };
}
/**
 * A reason that a loss may be given.
 */
export interface LossReason {
  /**
   * The stable identifier; the label may change, this does not.
   */
  id: string;
  label: LabelPair;
  /**
   * Whether a loss for this reason needs a note that says more, as `other` does.
   */
  needs_note?: boolean;
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
  label: LabelPair1;
  /**
   * Names under which events name the loss, where the source keeps it among the stages: `Closed Lost`.
   */
  lost_names?: string[];
  /**
   * The stages from first to last: open ones, then booked, realised, post-sale.
   */
  stages: Stage[];
}
/**
 * The label for people.
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
 * One stage of a pipeline.
 */
export interface Stage {
  /**
   * What we do in this stage.
   */
  activity?: LabelPair2 | null;
  /**
   * Other names under which events name this stage: earlier labels, another system's words.
   */
  aliases?: string[];
  /**
   * The fact that closes the stage.
   */
  end_mark?: EndMark | null;
  /**
   * How far open opportunities in this stage count in a forecast, where nobody sets it by hand; signed ones are
   * always closed.
   */
  forecast_category?: "omitted" | "pipeline" | "best_case" | "commit" | "closed";
  /**
   * The stable identifier; labels may change, this does not.
   */
  id: string;
  label: LabelPair4;
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
 * The observable fact that closes a stage.
 */
export interface EndMark {
  label: LabelPair3;
  /**
   * Whether the stage may be left forwards without it only by an override.
   */
  required?: boolean;
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
 * A label in both languages.
 */
export interface LabelPair4 {
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
  level: "missing" | "identified" | "contacted" | "favourable" | "contributing";
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
 * Recency, frequency and money.
 */
export interface RfmPolicy {
  /**
   * The fewest days from the first to the last order that score 2, 3, 4 and 5; rising.
   */
  first_to_last_days?: number[];
  /**
   * The least money, in the reporting currency, that scores 2, 3, 4 and 5; rising.
   */
  money?: string[];
  /**
   * The fewest orders that score 2, 3, 4 and 5; rising.
   */
  orders?: number[];
  /**
   * The most days since the last order that still score 5, 4, 3 and 2; rising.
   */
  recency_days?: number[];
  /**
   * What the scores are called: the first rule that holds gives the name, and for any scores one has to hold.
   */
  segments?: RfmRule[];
  /**
   * Frequency and money are of so many days up to the day of the verdict; null means of all that is known.
   */
  window_days?: number | null;
}
/**
 * Scores that have a name.
 */
export interface RfmRule {
  frequency?: ScoreRange;
  monetary?: ScoreRange1;
  recency?: ScoreRange2;
  /**
   * The name.
   */
  segment:
    | "champions"
    | "loyal"
    | "potential_loyalists"
    | "new"
    | "promising"
    | "needs_attention"
    | "about_to_sleep"
    | "at_risk"
    | "cannot_lose"
    | "hibernating"
    | "lost";
}
/**
 * Scores of frequency; any by default.
 */
export interface ScoreRange {
  /**
   * The least of them.
   */
  least: number;
  /**
   * The most of them.
   */
  most: number;
}
/**
 * Scores of money; any by default, and then an account whose money is not known has the name too.
 */
export interface ScoreRange1 {
  /**
   * The least of them.
   */
  least: number;
  /**
   * The most of them.
   */
  most: number;
}
/**
 * Scores of recency; any by default.
 */
export interface ScoreRange2 {
  /**
   * The least of them.
   */
  least: number;
  /**
   * The most of them.
   */
  most: number;
}
/**
 * Satisfaction.
 */
export interface SatisfactionPolicy {
  /**
   * Whoever answers below this is dissatisfied…
   */
  dissatisfied_below?: string;
  /**
   * …and from this on satisfied; between, neutral.
   */
  satisfied_from?: string;
  /**
   * A change of the median from which satisfaction rises or falls.
   */
  trend_change?: string;
  /**
   * Fewest answers in either window from which they are compared.
   */
  trend_minimum_answers?: number;
  /**
   * Length of each of the two compared windows in days.
   */
  window_days?: number;
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
 * The purchase trajectory and cross-selling.
 */
export interface TrajectoryPolicy {
  /**
   * The latest occasions with a known amount that an order's amount is predicted from.
   */
  amount_occasions?: number;
  /**
   * How many days back a category counts as bought, when accounts are compared.
   */
  cross_sell_days?: number;
  /**
   * A silence less probable than this is long.
   */
  long_probability?: string;
  /**
   * Fewest comparable accounts to compare with.
   */
  minimum_comparables?: number;
  /**
   * Fewest comparable accounts that buy a category before it is suggested…
   */
  minimum_support?: number;
  /**
   * …and their least share.
   */
  minimum_support_share?: string;
  /**
   * Most comparable accounts, where they are found by what they buy; the most similar ones.
   */
  most_comparables?: number;
  /**
   * Most stopped products that a verdict lists; all are counted.
   */
  most_stopped?: number;
  /**
   * Most categories suggested to an account; all are counted.
   */
  most_suggestions?: number;
  /**
   * A silence less probable than this, if the account still buys as usual, is overdue.
   */
  overdue_probability?: string;
  /**
   * How many of the next orders are predicted.
   */
  predicted_orders?: number;
  /**
   * …and how much its logarithm differs among accounts (standard deviation).
   */
  regularity_spread?: string;
  /**
   * Fewest purchase occasions within them.
   */
  season_minimum_occasions?: number;
  /**
   * Fewest whole years of orders from which a season is looked for; no fewer than two.
   */
  season_minimum_years?: number;
  /**
   * A concentration of orders in the year less probable than this by chance is a season.
   */
  season_probability?: string;
  /**
   * A month with at least this multiple of a usual month's orders is a strong one.
   */
  season_strong?: string;
  /**
   * A month with at most this multiple of a usual month's orders is a weak one.
   */
  season_weak?: string;
  /**
   * Least similarity of two accounts by what they buy: categories in common, of all that either buys (Jaccard).
   */
  similar_baskets?: string;
  /**
   * Fewest occasions on which a product or category was bought before it can be called stopped.
   */
  stopped_minimum_orders?: number;
  /**
   * Occasions on which the account has to have bought from us since, without the product.
   */
  stopped_orders_since?: number;
  /**
   * Share of false alarms tolerated among the products called stopped (false discovery rate).
   */
  stopped_probability?: string;
  /**
   * Fewest occasions on which it was bought since.
   */
  succession_minimum_orders?: number;
  /**
   * What came instead has to begin within this multiple of the product's usual interval around its last order.
   */
  succession_tolerance?: string;
  /**
   * A product of ours succeeds another if its worth per year is within this multiple and this part of the other's.
   */
  succession_volume?: string;
  /**
   * Usual intervals that a period of the trend has to hold, so that no period is empty by chance.
   */
  trend_intervals_per_period?: string;
  /**
   * Fewest whole periods from which a trend is told.
   */
  trend_minimum_periods?: number;
  /**
   * The latest periods that it is told from.
   */
  trend_most_periods?: number;
  /**
   * A trend less probable than this by chance is one; the slope's interval covers what is left to 1.
   */
  trend_probability?: string;
  /**
   * How regular accounts usually are, before the account's own intervals are looked at: the shape of the gamma
   * distribution of intervals, where 1 is chance and large is clockwork…
   */
  usual_regularity?: string;
}
/**
 * The share of wallet.
 */
export interface WalletPolicy {
  /**
   * An estimate older than this no longer tells the share of today.
   */
  estimate_days?: number;
  /**
   * Days of orders from which what was spent with us can be brought to a year.
   */
  minimum_history_days?: number;
  /**
   * Purchases that a period holds on average, of whatever supplier, from which it is long enough: periods are quarters,
   * else half-years, else years.
   */
  minimum_purchases?: number;
  /**
   * The latest periods that a trend is taken from, 4 to 12.
   */
  periods?: number;
  /**
   * It moves only where so much of a trend comes about by chance at most this often.
   */
  trend_chance?: string;
  /**
   * The share of wallet moves from this difference on, from the first period to the last.
   */
  trend_change?: string;
}
/**
 * A move that is possible now, given what it needs (a reason to lose, a day to resume).
 */
export interface AllowedMove {
  /**
   * What the move does.
   */
  kind:
    | "create"
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "enter"
    | "transfer"
    | "nowhere"
    | "update";
  /**
   * The pipeline it leads to, where it leads to another one.
   */
  pipeline: string | null;
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
 * Asks for what follows from all histories of a book: times, conversion, win rate, velocity, losses, conformance.
 */
export interface AnalyseFunnelRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts1;
  /**
   * Which days count for the time in a stage; null means calendar days.
   */
  days?: DayBasis | null;
  /**
   * The first day of the decisions that count for win rate, cycle length, velocity and losses; null means all.
   */
  decided_from?: string | null;
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
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How often something odd was met.
 */
export interface AnomalyCount {
  /**
   * The stable code.
   */
  code:
    | "unknown_pipeline"
    | "missing_creation"
    | "repeated_creation"
    | "before_creation"
    | "created_lost"
    | "created_closed"
    | "created_in_later_stage"
    | "duplicate_event"
    | "ambiguous_order"
    | "unknown_stage"
    | "unknown_loss_reason"
    | "stage_unchanged"
    | "left_closed_stage"
    | "closed_again"
    | "changed_after_closing"
    | "realised_without_booking"
    | "moved_while_parked"
    | "reopened_without_stage"
    | "no_such_move"
    | "close_date_before_creation"
    | "credits_not_whole"
    | "recurring_in_other_currency"
    | "closed_category_while_open";
  /**
   * How often.
   */
  count: number;
}
/**
 * A cap that lowered a chance, and what it was before.
 */
export interface AppliedCap {
  /**
   * The highest probability to be won at all.
   */
  at_most: string;
  /**
   * The chance in the period without the cap.
   */
  before: string;
  /**
   * The gap.
   */
  gap:
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
    | "role_not_contributing"
    | "coach_informs_competitor"
    | "champion_left"
    | "key_people_unfavourable"
    | "influence_with_unknown"
    | "no_opponent_found"
    | "support_shrinking"
    | "stage_ahead_of_coverage"
    | "several_claim_final_yes"
    | "single_thread";
  /**
   * The role that the playbook's cap is for; null means whichever.
   */
  role: BuyingRole | null;
}
/**
 * A change that was supposed, and whether it could be.
 */
export interface AppliedChange {
  /**
   * Whether it is in the forecast after.
   */
  applied: boolean;
  /**
   * The change.
   */
  change:
    | {
        /**
         * The opportunity.
         */
        opportunity: string;
        type: "win";
      }
    | {
        /**
         * The opportunity.
         */
        opportunity: string;
        type: "lose";
      }
    | {
        /**
         * The day; not one that has passed.
         */
        close_date: string;
        /**
         * The opportunity.
         */
        opportunity: string;
        type: "slip";
      }
    | {
        amount: Money7;
        /**
         * The opportunity.
         */
        opportunity: string;
        type: "change_amount";
      };
  /**
   * What it does, or why it could not be, in one sentence.
   */
  message: string;
}
/**
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money7 {
  amount: string;
  currency: string;
}
/**
 * Asks to apply one event to an opportunity with a history.
 */
export interface ApplyEventRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  event: OpportunityEvent1;
  opportunity: Opportunity1;
  /**
   * Its history, in any order.
   */
  opportunity_events: OpportunityEvent[];
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
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
        amount?: Money2 | null;
        /**
         * The day it is expected to be signed; null means unknown.
         */
        close_date?: string | null;
        /**
         * Who gets credit for which part of it; the parts add up to 1. Empty means the owner for all of it.
         */
        credits?: CreditShare[];
        /**
         * A forecast category set by hand; null means the stage's.
         */
        forecast_category?: ForecastCategory | null;
        /**
         * The member of our team who answers for it.
         */
        owner?: string | null;
        /**
         * A win probability set by hand; null means the stage's.
         */
        probability?: string | null;
        /**
         * What is paid again and again; null means nothing, as far as is known.
         */
        recurring?: RecurringRevenue | null;
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
         * The pipeline it came from; null means the one it was in. The first such event of a history, where it says
         * this, also says which pipeline the history began in.
         */
        from?: string | null;
        /**
         * The stage it goes on in; null means the stage of the same name, or the first.
         */
        stage?: string | null;
        /**
         * The pipeline it moved to.
         */
        to: string;
        type: "pipeline_changed";
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
        amount?: Money2 | null;
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
         * The new category.
         */
        category?: ForecastCategory | null;
        type: "forecast_category_changed";
      }
    | {
        /**
         * Who gets credit for which part; the parts add up to 1. Empty means the owner for all of it.
         */
        credits?: CreditShare[];
        type: "credit_split_changed";
      }
    | {
        /**
         * The new recurring revenue.
         */
        recurring?: RecurringRevenue | null;
        type: "recurring_changed";
      }
    | {
        /**
         * Who allowed it although a criterion was unmet, and why.
         */
        authorisation?: Override | null;
        type: "won";
      }
    | {
        /**
         * What was paid; null means what was booked.
         */
        amount?: Money2 | null;
        type: "realised";
      }
    | {
        /**
         * The supplier who got it.
         */
        competitor?: string | null;
        /**
         * Details; some reasons need them, as `other` does.
         */
        note?: string | null;
        /**
         * Why, by a reason of the playbook; null means unknown.
         */
        reason?: string | null;
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
 * A possible sale to an account. What is known of it over time stands in its events.
 */
export interface Opportunity1 {
  /**
   * The account it is an opportunity of.
   */
  account: string;
  /**
   * Identifies the opportunity; unique in a book.
   */
  id: string;
  /**
   * Its name for people.
   */
  name?: string | null;
  /**
   * The pipeline it began in; null means the playbook's default pipeline.
   */
  pipeline?: string | null;
  /**
   * The product line it is about.
   */
  product_line?: string | null;
  /**
   * The sales territory it counts for; null means the account's.
   */
  territory?: string | null;
}
/**
 * How to reach somebody whom we need.
 */
export interface Approach {
  /**
   * Who bars the way.
   */
  blockers: Blocker[];
  /**
   * Why they are to be approached.
   */
  cause: "not_contacted" | "never_met" | "silent" | "stance_unknown" | "not_favourable" | "requested";
  /**
   * Why there is no way; null where there is one.
   */
  no_path: NoPathCause | null;
  /**
   * The ways, the nearest first; at most three.
   */
  paths: ReachPath[];
  reason: Reason6;
  /**
   * The buying roles they play; empty means that none is known.
   */
  roles: BuyingRole[];
  /**
   * The person to be reached.
   */
  target: string;
}
/**
 * Somebody who bars the way to a person.
 */
export interface Blocker {
  /**
   * How they bar it.
   */
  kind:
    | "hostile_between"
    | "conflict_with_target"
    | "conflict_on_the_way"
    | "unreliable_between"
    | "hostile_superior";
  reason: Reason5;
  /**
   * Who does.
   */
  stakeholder: string;
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason5 {
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
 * A way to somebody through people who are for us, none of them twice.
 */
export interface ReachPath {
  /**
   * The trust distance of all steps.
   */
  distance: number;
  /**
   * Who of us was last in recent contact with the first person; null where that is not recorded.
   */
  member: string | null;
  /**
   * From the first person, who is in recent contact with us, to the one to be reached.
   */
  steps: ReachStep[];
}
/**
 * One step of a way to somebody.
 */
export interface ReachStep {
  /**
   * The trust distance of this step.
   */
  distance: number;
  /**
   * How the one before is tied to them, in whichever direction; null for the first, whom we reach ourselves.
   */
  link: ChainLinkKind | null;
  /**
   * The person reached.
   */
  stakeholder: string;
  /**
   * Where they stand; null means unknown. All but the last are for us.
   */
  stance: Stance | null;
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason6 {
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
 * Asks how good the forecasts would have been that could have been made on past days.
 */
export interface BacktestForecastRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts2;
  /**
   * Whether the playbook's coverage caps hold; null means that they do.
   */
  coverage_caps?: boolean | null;
  /**
   * A day in the first period that is looked at; null means the first with an open opportunity on its eve.
   */
  first?: string | null;
  /**
   * Below how many periods with a forecast the methods are not told apart; null means 8.
   */
  floor?: number | null;
  /**
   * How much what decides deals is common to all of them, from 0 to below 1; null means 0.
   */
  market_correlation?: string | null;
  /**
   * Whose opportunities, with those of everybody who reports to them; null means everybody's.
   */
  member?: string | null;
  /**
   * How long the periods are; null means fiscal quarters.
   */
  period_unit?: PeriodUnit | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * How many decided opportunities the playbook's rate counts for; null means 10.
   */
  prior_strength?: string | null;
  /**
   * What puts opportunities into segments for the win rate; null means that there are none.
   */
  segments?: Segmentation | null;
  /**
   * How many visits to a stage must have lasted beyond an opportunity's age in it for its timing to
   * count; null means 20.
   */
  timing_floor?: number | null;
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
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * A deal that was left out of forecasts and of what came, because it could not be priced.
 */
export interface BacktestLeftOut {
  /**
   * The account.
   */
  account: string;
  /**
   * What was missing in any of them.
   */
  causes: LeftOutCause[];
  /**
   * How many periods it is left out of.
   */
  forecasts: number;
  /**
   * The opportunity.
   */
  opportunity: string;
}
/**
 * One past period: what was known on its eve, what was forecast, and what came.
 */
export interface BacktestPoint {
  actual: CurrencySum3;
  /**
   * How many of them were signed.
   */
  actual_deals: number;
  /**
   * The last day that the forecast knew of: the one before the period.
   */
  made_on: string;
  /**
   * What each method said.
   */
  methods: MethodForecast[];
  new_deals: DealsBeside;
  other_deals: DealsBeside1;
  period: Period;
  receipt: BacktestReceipt;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum3 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * What one method said of one period on its eve, and how far off it was.
 */
export interface MethodForecast {
  /**
   * The method.
   */
  basis: "stage_default" | "learned" | "timing";
  crps: CurrencySum4;
  /**
   * Deals with a chance in the period.
   */
  deals: number;
  mean: CurrencySum5;
  /**
   * What would be reached or not exceeded, from the fifth to the ninety-fifth percentile.
   */
  quantiles: BookingQuantile[];
  /**
   * Deals that it could not place in any period, such as overdue ones by their close date: it gave them no chance,
   * and is charged for those that came.
   */
  unplaced: number;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum4 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum5 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * An amount that bookings stay at or below with a probability.
 */
export interface BookingQuantile {
  amount: CurrencySum6;
  /**
   * The probability.
   */
  probability: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum6 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * What came from deals that did not exist then: no method could know of them.
 */
export interface DealsBeside {
  /**
   * How many were signed in the period.
   */
  deals: number;
  total: CurrencySum7;
  /**
   * Of these, the ones whose worth is unknown: in no sum.
   */
  unpriced: number;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum7 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * What came from deals that existed then and were not open, or not in the scope asked for: taken up again, or taken
 * over.
 */
export interface DealsBeside1 {
  /**
   * How many were signed in the period.
   */
  deals: number;
  total: CurrencySum7;
  /**
   * Of these, the ones whose worth is unknown: in no sum.
   */
  unpriced: number;
}
/**
 * The period that was forecast.
 */
export interface Period {
  /**
   * The first day.
   */
  first: string;
  /**
   * The last day.
   */
  last: string;
}
/**
 * Where the deals that were open then went.
 */
export interface BacktestReceipt {
  /**
   * Of these, the ones that every method had to forecast and is held to.
   */
  forecast: number;
  /**
   * Those that could not be priced then: neither in a forecast nor in what came.
   */
  left_out_then: number;
  /**
   * Deals open then.
   */
  open: number;
  /**
   * Those signed in the period for what cannot be priced: likewise in neither.
   */
  unpriced_outcome: number;
}
/**
 * Where the deals that were open on the eve of a period went: `open = forecast + left_out_then + unpriced_outcome`.
 */
export interface BacktestReceipt1 {
  /**
   * Of these, the ones that every method had to forecast and is held to.
   */
  forecast: number;
  /**
   * Those that could not be priced then: neither in a forecast nor in what came.
   */
  left_out_then: number;
  /**
   * Deals open then.
   */
  open: number;
  /**
   * Those signed in the period for what cannot be priced: likewise in neither.
   */
  unpriced_outcome: number;
}
/**
 * Past forecasts as they would have been made, held against what came.
 */
export interface BacktestVerdict {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The best; null where nothing was forecast.
   */
  best: BestMethod | null;
  /**
   * The best by each score that there is.
   */
  best_by: BestByScore[];
  /**
   * How each differs from the stage defaults.
   */
  comparisons: MethodComparison[];
  /**
   * Periods before these that are not looked at, because there are too many.
   */
  earlier_periods: number;
  /**
   * Below how many periods with a forecast the history is called insufficient.
   */
  floor: number;
  /**
   * Whether there are too few periods to tell methods apart.
   */
  insufficient_history: boolean;
  /**
   * The deals left out of any period, in the order of identifiers.
   */
  left_out: BacktestLeftOut[];
  /**
   * How good each method was.
   */
  methods: MethodScores[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The periods, in time order.
   */
  points: BacktestPoint[];
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The currency of all amounts.
   */
  reporting_currency: string;
  /**
   * How long the periods are.
   */
  unit: "month" | "quarter" | "year";
}
/**
 * The method with the lowest mean CRPS; where several have it, the stage defaults or else the plainer one.
 */
export interface BestMethod {
  /**
   * What it is held against: the stage defaults, or the next best where it is these.
   */
  against: "stage_default" | "learned" | "timing";
  /**
   * The method.
   */
  basis: "stage_default" | "learned" | "timing";
  /**
   * The score it is the best by: a proper one, of the total that is promised.
   */
  by: "crps" | "mean_absolute_error" | "bias" | "coverage" | "brier" | "log_loss";
  /**
   * Whether it can be told from chance.
   */
  distinguishable: boolean;
  margin: CurrencySum8;
  /**
   * How often as large a margin would come by chance; null for fewer than two periods.
   */
  p_value: string | null;
  /**
   * How far that margin would vary; null for fewer than two periods.
   */
  standard_error: CurrencySum | null;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum8 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * The method that is the best by a score.
 */
export interface BestByScore {
  /**
   * The method; of several, the stage defaults or else the plainer one.
   */
  basis: "stage_default" | "learned" | "timing";
  /**
   * The score.
   */
  score: "crps" | "mean_absolute_error" | "bias" | "coverage" | "brier" | "log_loss";
}
/**
 * How a method's CRPS differs from that of the stage defaults, period by period.
 */
export interface MethodComparison {
  /**
   * What it is held against.
   */
  against: "stage_default" | "learned" | "timing";
  /**
   * The method.
   */
  basis: "stage_default" | "learned" | "timing";
  difference: CurrencySum9;
  /**
   * Whether that is less than 5 % for all comparisons together (Bonferroni), and the history is sufficient.
   */
  distinguishable: boolean;
  /**
   * How often as large a difference would come by chance (paired t test, which for one period ahead is the test of
   * Diebold and Mariano with small-sample correction); null for fewer than two periods.
   */
  p_value: string | null;
  /**
   * How far that mean would vary; null for fewer than two periods.
   */
  standard_error: CurrencySum | null;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum9 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * How good one method was over all periods.
 *
 * Of all methods the same deals and periods are scored: each deal that was open and priced on the eve of a period, also
 * where the method gave it no chance. Amounts are means over periods.
 */
export interface MethodScores {
  /**
   * The method.
   */
  basis: "stage_default" | "learned" | "timing";
  bias: CurrencySum10;
  /**
   * The mean of (chance − outcome)² over single deals; null where there are none.
   */
  brier: string | null;
  /**
   * Deals that came otherwise than was called certain: log loss takes their chance as one in a million, so that one of
   * them does not outweigh all others.
   */
  clipped: number;
  crps: CurrencySum11;
  /**
   * Chances given to single deals, one for each deal and period.
   */
  deals: number;
  /**
   * Periods forecast.
   */
  forecasts: number;
  /**
   * How often the 50, 80 and 90 % intervals held what came.
   */
  intervals: IntervalCoverage[];
  /**
   * The mean of −ln(chance of what came) over single deals; null where there are none.
   */
  log_loss: string | null;
  mean_absolute_error: CurrencySum12;
  /**
   * Ten bins of chances, and how many deals of each came.
   */
  reliability: ReliabilityBin[];
  /**
   * Where the chances within a period come from: a method that knows too little falls back on a plainer one.
   */
  sources: SourceCount[];
  /**
   * Of these, the deals that it could not place in any period and gave no chance.
   */
  unplaced: number;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum10 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum11 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * How often what came lay in the interval that should hold it with a probability.
 *
 * Amounts come in steps, so that an interval holds somewhat more than it promises.
 */
export interface IntervalCoverage {
  /**
   * Periods in which it held what came, its ends included.
   */
  covered: number;
  /**
   * All periods.
   */
  forecasts: number;
  /**
   * Its upper end.
   */
  high: string | null;
  /**
   * The probability, with the same left out at both ends.
   */
  level: string;
  /**
   * The lower end of that share's 95 % interval (Wilson's).
   */
  low: string | null;
  /**
   * The share of those; null where there are none.
   */
  share: string | null;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum12 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * The deals that were given a chance within a tenth, and how many of them came.
 *
 * Where the chances are right, the share that came lies about the mean chance: in the interval about 95 times of 100.
 */
export interface ReliabilityBin {
  /**
   * Forecasts of single deals with such a chance.
   */
  deals: number;
  /**
   * The smallest chance in it.
   */
  from: string;
  /**
   * Its upper end.
   */
  high: string | null;
  /**
   * The lower end of the share's 95 % interval (Wilson's).
   */
  low: string | null;
  /**
   * Their mean chance; null where there are none.
   */
  mean_chance: string | null;
  /**
   * The chance that is too large for it; 1 is in the last one.
   */
  to: string;
  /**
   * Of these, the ones that came.
   */
  won: number;
  /**
   * The share that came; null where there are none.
   */
  won_share: string | null;
}
/**
 * How many chances came from a source.
 */
export interface SourceCount {
  /**
   * Chances from it.
   */
  deals: number;
  /**
   * The source.
   */
  source: "stage_default" | "manual" | "learned" | "timing" | "booked";
}
/**
 * The method that was best by a score.
 */
export interface BestPrediction {
  /**
   * The method; of equals the one that is listed first.
   */
  method: "bg_nbd" | "mbg_nbd" | "mbg_cnbd" | "pareto_nbd" | "recency_only" | "same_as_last_period";
  /**
   * The score.
   */
  score: "rank_correlation" | "mean_absolute_error" | "root_mean_square_error" | "area_under_curve";
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
    | "unknown_time_zone"
    | "invalid_number"
    | "number_out_of_range"
    | "negative_amount"
    | "amount_out_of_range"
    | "unknown_currency"
    | "mixed_currencies"
    | "invalid_probability"
    | "duplicate_fact"
    | "conflicting_id"
    | "dangling_reference"
    | "foreign_reference"
    | "reference_cycle"
    | "conflicting_fields"
    | "date_order"
    | "unequal_lengths"
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
 * Asks for the exact distribution of what a set of deals may bring.
 */
export interface BookDistributionRequest {
  /**
   * Whether to tell what each deal adds to the mean and to the odds of the quota; null means no.
   */
  contributions?: boolean | null;
  /**
   * The deals, all of one currency.
   */
  deals: DealOdds[];
  /**
   * How much the deals have a common market in what decides them, from 0 to below 1; null means 0: independent
   * deals.
   */
  market_correlation?: string | null;
  /**
   * The amount whose odds are asked for; null means none. Where there are no deals it says the currency.
   */
  quota?: Money2 | null;
}
/**
 * What a deal is worth, and how probable it is to be won.
 */
export interface DealOdds {
  amount: Money8;
  /**
   * How probable that is.
   */
  probability: string;
}
/**
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money8 {
  amount: string;
  currency: string;
}
/**
 * What accounts of the book usually do in a year.
 */
export interface BookMedians {
  /**
   * Accounts that bought within the 365 days up to the day of the verdict.
   */
  accounts: number;
  /**
   * Twice the median of their purchase occasions, which is a whole number; null where they are too few.
   */
  orders_twice: number | null;
  /**
   * The median of what they spent, of those of which it is known; null where these are too few.
   */
  spend: CurrencySum | null;
}
/**
 * What is signed.
 */
export interface BookedTotal {
  /**
   * Opportunities signed.
   */
  deals: number;
  total: CurrencySum13;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum13 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * One opportunity in a period's bookings: all that goes into them, so that they can be added up by hand.
 */
export interface BookingDeal {
  /**
   * The account.
   */
  account: string;
  amount: Money9;
  /**
   * The cap that lowered the chance; null where none did.
   */
  cap: AppliedCap | null;
  /**
   * The chance that it is signed within the period; 1 where it is.
   */
  chance: string;
  /**
   * The day it is expected to be signed; once signed, the day it was. Null means unknown.
   */
  close_date: string | null;
  /**
   * What it adds to the mean and to the odds of the quota; null where that was not asked for, or there is no quota.
   */
  contribution: DealContribution | null;
  /**
   * The part of it that counts: what the member asked about and everybody below get credit for; 1 where nobody was
   * asked about.
   */
  credit: string;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Who answers for it.
   */
  owner: string | null;
  reported: Money10;
  /**
   * Where the chance comes from.
   */
  source: "stage_default" | "manual" | "learned" | "timing" | "booked";
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
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money9 {
  amount: string;
  currency: string;
}
/**
 * What a deal adds to the mean, and to the odds of a quota.
 */
export interface DealContribution {
  to_mean: CurrencySum14;
  /**
   * How much likelier the quota is once the deal is won than once it is lost; null where that would have taken too
   * long.
   */
  to_quota: string | null;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum14 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money10 {
  amount: string;
  currency: string;
}
/**
 * By how much a period's bookings change: after less before.
 */
export interface BookingDifference {
  booked: CurrencySum15;
  /**
   * Of what is missing to the quota on average; null where there is none.
   */
  expected_shortfall: CurrencySum | null;
  mean: CurrencySum16;
  period: Period1;
  /**
   * Of the quantiles.
   */
  quantiles: QuantileChange[];
  /**
   * Of the probability of the quota; null where there is none.
   */
  quota_probability: string | null;
  standard_deviation: CurrencySum18;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum15 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum16 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * The period.
 */
export interface Period1 {
  /**
   * The first day.
   */
  first: string;
  /**
   * The last day.
   */
  last: string;
}
/**
 * By how much a quantile changes.
 */
export interface QuantileChange {
  change: CurrencySum17;
  /**
   * The probability.
   */
  probability: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum17 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum18 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * What will be booked in some periods: the certain part, the open part, and how sure that is.
 */
export interface BookingForecastVerdict {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the chances rest on.
   */
  basis: "stage_default" | "learned" | "timing";
  /**
   * Whether the playbook's coverage caps hold.
   */
  coverage_caps: boolean;
  /**
   * Opportunities that can be placed in no period, and why.
   */
  left_out: LeftOutDeal[];
  /**
   * How much what decides deals is common to all of them.
   */
  market_correlation: string;
  /**
   * Whose opportunities; null means everybody's.
   */
  member: string | null;
  /**
   * The periods, in the order given.
   */
  periods: PeriodBookings[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
  receipt: BookingReceipt;
  /**
   * The currency of all sums.
   */
  reporting_currency: string;
}
/**
 * An opportunity that is in no period's bookings, and why.
 */
export interface LeftOutDeal {
  /**
   * The account.
   */
  account: string;
  /**
   * What it is worth, where that is known.
   */
  amount: Money2 | null;
  /**
   * Everything that is missing or in the way.
   */
  causes: LeftOutCause[];
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
 * The bookings of one period, in the reporting currency.
 */
export interface PeriodBookings {
  booked: BookedTotal1;
  bookings: BookingSummary;
  /**
   * The opportunities in it, in the order of accounts and identifiers.
   */
  deals: BookingDeal[];
  open: Amounts4;
  /**
   * Open ones that have their place outside it, and ones that were signed within another of the periods.
   */
  outside: number;
  period: Period2;
  /**
   * How it stands towards the quota; null where none was given.
   */
  quota: QuotaStanding | null;
}
/**
 * What was signed within it up to the day of the verdict.
 */
export interface BookedTotal1 {
  /**
   * Opportunities signed.
   */
  deals: number;
  total: CurrencySum13;
}
/**
 * The distribution of both together.
 */
export interface BookingSummary {
  /**
   * The distribution function for drawing, from the 0.1 % to the 99.9 % quantile.
   */
  curve: CurvePoint[];
  /**
   * Deals in the sum.
   */
  deals: number;
  /**
   * How far a probability can be off.
   */
  error_bound: string;
  mean: CurrencySum20;
  /**
   * How it was computed.
   */
  method: "certain" | "atoms" | "split_atoms" | "lattice" | "series" | "likeliest_apart";
  /**
   * Of these, the ones whose outcome is open: of an amount and a probability between 0 and 1.
   */
  open_deals: number;
  /**
   * From the fifth to the ninety-fifth percentile.
   */
  quantiles: BookingQuantile[];
  /**
   * The odds of a quota, where one was asked about.
   */
  quota: QuotaOdds | null;
  standard_deviation: CurrencySum23;
}
/**
 * A point of a distribution function.
 */
export interface CurvePoint {
  amount: CurrencySum19;
  /**
   * The probability that bookings are no larger.
   */
  cdf: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum19 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum20 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * How likely a quota is, and what is missing to it on average.
 */
export interface QuotaOdds {
  expected_shortfall: CurrencySum21;
  /**
   * The probability that bookings reach it.
   */
  probability: string;
  quota: CurrencySum22;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum21 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum22 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum23 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * What is open and may be signed within it, weighted by the chance of that.
 */
export interface Amounts4 {
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
 * The period.
 */
export interface Period2 {
  /**
   * The first day.
   */
  first: string;
  /**
   * The last day.
   */
  last: string;
}
/**
 * How a period stands towards its quota.
 */
export interface QuotaStanding {
  /**
   * How many times the quota goes into what is booked: 1 is all of it, more is beyond; null where the quota is zero.
   */
  attainment: string | null;
  booked: CurrencySum24;
  /**
   * How many times what remains goes into what is open; null where nothing remains.
   */
  coverage_ratio: string | null;
  expected_shortfall: CurrencySum25;
  pipeline: CurrencySum26;
  /**
   * How much more pipeline that takes; null where it is not known, and why not stands beside.
   */
  pipeline_needed: PipelineNeeded | null;
  /**
   * The probability that the period's bookings reach the quota.
   */
  probability: string;
  quota: CurrencySum28;
  remaining: CurrencySum29;
  /**
   * Why it is not known; null where it is.
   */
  unreachable: UnreachableCause | null;
  /**
   * How probable it is to be.
   */
  wanted_probability: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum24 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum25 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum26 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * The fewest further deals like the average open one with which a quota is reached as probably as wanted.
 */
export interface PipelineNeeded {
  amount: CurrencySum27;
  /**
   * What one of them is worth: the mean of the open ones; null where nothing is open.
   */
  average_amount: CurrencySum | null;
  /**
   * The chance of one of them: that of the open ones weighted by their amounts, so that one adds to the mean what an
   * open one does on average; null where nothing is open, or it is worth nothing.
   */
  average_chance: string | null;
  /**
   * How many; none where the quota is probable enough as it is.
   */
  deals: number;
  /**
   * The probability of the quota with them.
   */
  probability: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum27 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum28 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum29 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * Where every opportunity went.
 */
export interface BookingReceipt {
  /**
   * Those signed within one of the periods.
   */
  booked: number;
  /**
   * Those signed on days of none of the periods.
   */
  booked_on_other_days: number;
  /**
   * What those left out lack.
   */
  causes: LeftOutCount[];
  /**
   * Those whose history knows of days after the day of the verdict.
   */
  from_later_days: number;
  /**
   * Open ones, and ones signed within one of the periods, that are left out.
   */
  left_out: number;
  /**
   * Lost ones.
   */
  lost: number;
  /**
   * Those that had no event up to the day of the verdict.
   */
  not_created_yet: number;
  /**
   * Those that others than who was asked about get all credit for.
   */
  of_others: number;
  /**
   * Open ones that have a place in time, in one of the periods or elsewhere.
   */
  open: number;
  /**
   * Opportunities looked at.
   */
  opportunities: number;
}
/**
 * How many opportunities are left out for a cause.
 */
export interface LeftOutCount {
  /**
   * The cause.
   */
  cause:
    | "unknown_stage"
    | "no_amount"
    | "no_close_date"
    | "overdue"
    | "no_rate"
    | "omitted"
    | "amount_out_of_range";
  /**
   * Opportunities left out for it; one may have several causes.
   */
  deals: number;
}
/**
 * Where every opportunity went: the parts add up to the whole.
 *
 * `opportunities = open + booked + left_out + booked_on_other_days + lost + of_others + not_created_yet +
 * from_later_days`.
 */
export interface BookingReceipt1 {
  /**
   * Those signed within one of the periods.
   */
  booked: number;
  /**
   * Those signed on days of none of the periods.
   */
  booked_on_other_days: number;
  /**
   * What those left out lack.
   */
  causes: LeftOutCount[];
  /**
   * Those whose history knows of days after the day of the verdict.
   */
  from_later_days: number;
  /**
   * Open ones, and ones signed within one of the periods, that are left out.
   */
  left_out: number;
  /**
   * Lost ones.
   */
  lost: number;
  /**
   * Those that had no event up to the day of the verdict.
   */
  not_created_yet: number;
  /**
   * Those that others than who was asked about get all credit for.
   */
  of_others: number;
  /**
   * Open ones that have a place in time, in one of the periods or elsewhere.
   */
  open: number;
  /**
   * Opportunities looked at.
   */
  opportunities: number;
}
/**
 * What a distribution of bookings says.
 */
export interface BookingSummary1 {
  /**
   * The distribution function for drawing, from the 0.1 % to the 99.9 % quantile.
   */
  curve: CurvePoint[];
  /**
   * Deals in the sum.
   */
  deals: number;
  /**
   * How far a probability can be off.
   */
  error_bound: string;
  mean: CurrencySum20;
  /**
   * How it was computed.
   */
  method: "certain" | "atoms" | "split_atoms" | "lattice" | "series" | "likeliest_apart";
  /**
   * Of these, the ones whose outcome is open: of an amount and a probability between 0 and 1.
   */
  open_deals: number;
  /**
   * From the fifth to the ninety-fifth percentile.
   */
  quantiles: BookingQuantile[];
  /**
   * The odds of a quota, where one was asked about.
   */
  quota: QuotaOdds | null;
  standard_deviation: CurrencySum23;
}
/**
 * The open stages that hold a pipeline up, among those that at least five opportunities entered.
 */
export interface Bottlenecks {
  /**
   * The stage with the highest probability to be lost before getting further; null where no stage has seen enough,
   * or nothing was lost.
   */
  leakiest: string | null;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The stage with the longest median time, of equals the one with the longer upper quartile; one that half have not
   * left yet is slower than any that half have. Null where no stage has seen enough.
   */
  slowest: string | null;
}
/**
 * A reporting line that leads nowhere.
 */
export interface BrokenLine {
  /**
   * How it is broken.
   */
  kind: "superior_left" | "superior_of_another_account" | "no_superior_known";
  /**
   * Whose line it is.
   */
  stakeholder: string;
  /**
   * The superior recorded; null where none is known.
   */
  superior: string | null;
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
   * Days that would be worked on by their weekday and are not.
   */
  holidays?: string[];
  /**
   * The zone of the business's days. A moment that carries an offset is brought to it; a bare date or local time
   * is taken as it is.
   */
  time_zone?: string;
  /**
   * The days of the week that are worked on.
   */
  working_days?: Weekday[];
}
/**
 * Accounts that bought again a number of times in the calibration: how many there are, and how many the model expects.
 */
export interface CalibrationBucket {
  /**
   * Accounts with so many.
   */
  actual: number;
  /**
   * How many the model expects, given when each account began.
   */
  expected: string;
  /**
   * Whether accounts with more are in it too.
   */
  or_more: boolean;
  /**
   * Repeat orders.
   */
  repeats: number;
}
/**
 * One coordinate of a cell.
 */
export interface CellKey {
  /**
   * What it is a coordinate of.
   */
  dimension:
    | "month"
    | "quarter"
    | "year"
    | "period"
    | "currency"
    | "owner"
    | "team"
    | "territory"
    | "product_line"
    | "stage"
    | "category"
    | "account"
    | "pipeline";
  /**
   * Where the cell stands: an identifier, a word, a month; null means what has no such: nobody's, in nobody's team, in
   * none of the periods, without a territory.
   */
  value: string | null;
}
/**
 * A tie between two people who are there on the day.
 */
export interface ChainLink {
  /**
   * The first person; of a tie that holds both ways, the one whose identifier sorts first.
   */
  from: string;
  /**
   * How the first is tied to the second.
   */
  kind: "reports_to" | "influences" | "knows" | "conflicts_with";
  /**
   * How close they are; null means unknown, as it always is of a reporting line.
   */
  strength: RelationshipStrength | null;
  /**
   * The second person.
   */
  to: string;
}
/**
 * An opportunity's decision chain on a day. Source: `[CCA]`, D9.
 */
export interface ChainVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * How to reach those whom we need, decision makers first.
   */
  approaches: Approach[];
  /**
   * The day.
   */
  as_of: string;
  /**
   * Reporting lines that lead nowhere.
   */
  broken_lines: BrokenLine[];
  /**
   * Reporting lines that run in circles.
   */
  circles: ReportingCircle[];
  /**
   * Everybody of the committee who is there, and whoever of the account has a tie, the most important first.
   */
  key_people: KeyPerson[];
  /**
   * Who is tied to whom of the account's people who are there.
   */
  links: ChainLink[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
}
/**
 * People each of whom reports to another of them, so that nobody is on top.
 */
export interface ReportingCircle {
  /**
   * From the one whose identifier sorts first up the line: each reports to the next, the last to the first.
   */
  stakeholders: string[];
}
/**
 * A person's place in the ranking of those who count for the decision. Source: `[CCA]`, D6.
 */
export interface KeyPerson {
  /**
   * Their betweenness: of all pairs of others, the share whose shortest ties run through them. Null means not
   * computed, because the account has too many people and ties.
   */
  centrality: string | null;
  /**
   * Whether they sit in the buying committee.
   */
  in_committee: boolean;
  /**
   * How much their word counts; null means unknown.
   */
  influence: string | null;
  /**
   * The place, from 1.
   */
  rank: number;
  reason: Reason7;
  /**
   * Influence and centrality in one, 0 to 100; null where the influence is unknown.
   */
  score: string | null;
  /**
   * The person.
   */
  stakeholder: string;
  /**
   * Where they stand; null means unknown.
   */
  stance: Stance | null;
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason7 {
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
 * Asks which facts of a book can be used.
 */
export interface CheckBookRequest {
  book: Facts3;
}
/**
 * The facts.
 */
export interface Facts3 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks for the buying-role coverage of one opportunity.
 */
export interface CheckCoverageRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts4;
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
export interface Facts4 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks for the three gates and the nine information points of one opportunity.
 */
export interface CheckGatesRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts5;
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
export interface Facts5 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
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
 * Asks which accounts of a book are key accounts, of which kind, and in which tier.
 */
export interface ClassifyKeyAccountsRequest {
  /**
   * The day of the verdict.
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
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How often close dates were pushed, and by how much.
 */
export interface CloseDateSlip {
  /**
   * Opportunities whose close date was pushed at least once.
   */
  pushed: number;
  /**
   * Moves of a close date to a later day.
   */
  pushes: number;
  /**
   * Days by which they were moved later, in all; moves to earlier days are not taken off.
   */
  slip_days: number;
}
/**
 * The opportunities created in one month.
 */
export interface Cohort {
  /**
   * How they stood at the end of this month and of the months after, as far as these are over.
   */
  ages: CohortAge[];
  /**
   * The month of creation.
   */
  month: string;
  /**
   * Opportunities created in it.
   */
  opportunities: number;
}
/**
 * How a cohort's opportunities stood at the end of a month.
 */
export interface CohortAge {
  /**
   * Signed, not yet paid.
   */
  booked: number;
  /**
   * Lost.
   */
  lost: number;
  /**
   * Months since the month of creation: 0 is this month itself.
   */
  months: number;
  /**
   * The last day of the month, at whose end the opportunities stood so.
   */
  on: string;
  /**
   * Being worked on.
   */
  open: number;
  /**
   * Resting.
   */
  parked: number;
  /**
   * Signed and paid.
   */
  realised: number;
  shares: CohortShares;
}
/**
 * The same as parts of the whole cohort.
 */
export interface CohortShares {
  /**
   * Signed, not yet paid.
   */
  booked: string;
  /**
   * Lost.
   */
  lost: string;
  /**
   * Being worked on.
   */
  open: string;
  /**
   * Resting.
   */
  parked: string;
  /**
   * Signed and paid.
   */
  realised: string;
}
/**
 * Parts of a cohort, each rounded for itself, so that they may not add up to exactly 1.
 */
export interface CohortShares1 {
  /**
   * Signed, not yet paid.
   */
  booked: string;
  /**
   * Lost.
   */
  lost: string;
  /**
   * Being worked on.
   */
  open: string;
  /**
   * Resting.
   */
  parked: string;
  /**
   * Signed and paid.
   */
  realised: string;
}
/**
 * Cohorts by month of creation.
 */
export interface CohortsVerdict {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The cohorts, in time order; months in which none was created are left out.
   */
  cohorts: Cohort[];
  /**
   * Opportunities without an event up to the day of the verdict: in no cohort.
   */
  not_created_yet: number;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * What it rests on.
   */
  reasons: Reason[];
}
/**
 * A buying committee as a picture, for whoever draws it: everything has its place. Source: `[CCA]`, D9.
 */
export interface CommitteeMap {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the map holds for.
   */
  as_of: string;
  /**
   * The contacts with those who are there, by person and member.
   */
  contacts: MapContact[];
  /**
   * How high the drawing is.
   */
  height: number;
  /**
   * The lines between them, by kind and people.
   */
  links: MapLink[];
  /**
   * Our own people who were in contact with somebody on the map, from left to right.
   */
  members: MapMember[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Everybody ever in the committee, and those outside with a line to one of them, by identifier.
   */
  people: MapPerson[];
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The opportunity's stage on the day; null where it is not known.
   */
  stage: string | null;
  /**
   * How wide the drawing is. A letter of a name is taken to be about 6.5 wide and 12 high; names stand under the
   * circles and have room for 14 letters in each of two lines.
   */
  width: number;
}
/**
 * The contact between one of our people and one of the customer's.
 */
export interface MapContact {
  /**
   * How deep the contact between these two is; `none` where all of it is too long ago to count.
   */
  depth: "none" | "brief" | "several" | "in_depth";
  /**
   * The last day on which the customer's person spoke.
   */
  last_contact: string;
  /**
   * Who of us; null where that is not recorded.
   */
  member: string | null;
  /**
   * The person of the customer.
   */
  stakeholder: string;
}
/**
 * A line between two people of a map, and its way.
 */
export interface MapLink {
  /**
   * The first person.
   */
  from: string;
  /**
   * How the first stands to the second.
   */
  kind: "reports_to" | "influences" | "knows" | "conflicts_with";
  /**
   * The line's way from the middle of the first circle to that of the second. Four points or more are joined by
   * straight lines. Of three the second is the control point of a quadratic curve (in SVG `M first Q second third`).
   */
  points: MapPoint[];
  /**
   * How close they are; null means unknown, or a reporting line.
   */
  strength: RelationshipStrength | null;
  /**
   * The second person.
   */
  to: string;
}
/**
 * A point of a drawing: `x` to the right, `y` downwards, from the top left corner.
 */
export interface MapPoint {
  /**
   * To the right.
   */
  x: number;
  /**
   * Downwards.
   */
  y: number;
}
/**
 * One of our own people on a map, in the row at the bottom.
 */
export interface MapMember {
  /**
   * Who of us; null stands for contacts of which that is not recorded.
   */
  member: string | null;
  /**
   * The middle, to the right.
   */
  x: number;
  /**
   * The middle, downwards.
   */
  y: number;
}
/**
 * One person of a map, and where they stand.
 */
export interface MapPerson {
  /**
   * Whether the person sits in the committee, or did; others are shown because a line runs from them to somebody
   * who does.
   */
  in_committee: boolean;
  /**
   * Whether the person is there and has at least the influence from which the playbook calls somebody a key person.
   */
  is_key: boolean;
  /**
   * The person's name; null means unknown.
   */
  name: string | null;
  person: CommitteePerson1;
  /**
   * The circle's radius: its area grows with the influence; unknown influence has the smallest.
   */
  radius: number;
  /**
   * The row the person stands in, from 0 at the top.
   */
  row: number;
  /**
   * The middle of the person's circle, to the right.
   */
  x: number;
  /**
   * The middle of the person's circle, downwards.
   */
  y: number;
}
/**
 * One person of a buying committee as they stood on a day.
 */
export interface CommitteePerson1 {
  /**
   * Where a coach sits; null means unknown or no coach.
   */
  coach_position: CoachPosition | null;
  /**
   * How the person likes to be spoken with; null means unknown.
   */
  communication_style: CommunicationStyle | null;
  /**
   * How deep the contact is.
   */
  contact_depth: "none" | "brief" | "several" | "in_depth";
  /**
   * Days from the last contact to the day of the verdict.
   */
  days_since_contact: number | null;
  /**
   * What moves the person in this purchase, the strongest first; empty means unknown.
   */
  drivers: Driver[];
  /**
   * The formal roles that the customer or the CRM gives the person; nothing follows from them.
   */
  formal_roles: string[];
  /**
   * How much the person's word counts; null means unknown.
   */
  influence: string | null;
  /**
   * Whether the person also informs a competitor of ours; null means unknown.
   */
  informs_competitor: boolean | null;
  /**
   * The last day the person's side spoke with us; null means that no such contact is recorded.
   */
  last_contact: string | null;
  /**
   * The last day on which the person did for us what a role of theirs does, as far as it still counts by the
   * playbook; null means that nothing such is recorded.
   */
  last_contribution: string | null;
  /**
   * The last day we met, so that both saw each other; null means that no meeting is recorded.
   */
  last_met: string | null;
  /**
   * The day the person left the customer; null means that they are there.
   */
  left_on: string | null;
  /**
   * How far the person is covered, in the role in which they are covered best; a person who left covers nothing and
   * is at `missing`.
   */
  level: "missing" | "identified" | "contacted" | "favourable" | "contributing";
  /**
   * Why the person is not for us, as recorded or, where nothing is and they once were, `backslider`; null means
   * unknown, or that they are for us.
   */
  non_supporter: NonSupporterKind | null;
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
 * Asks for a drawing of one opportunity's buying committee.
 */
export interface CommitteeMapRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts7;
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
export interface Facts7 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How a competitor stands in an opportunity on a day, and what we mean to do about it.
 */
export interface CompetitorStatus {
  /**
   * The competitor.
   */
  competitor: string;
  /**
   * The day from which this holds.
   */
  on: string;
  /**
   * How they stand; null means unknown.
   */
  standing: CompetitorStanding | null;
  /**
   * Our strategy against them; null means that none is recorded.
   */
  strategy: string | null;
}
/**
 * How unevenly the money of a period is spread. Source: D19.
 */
export interface ConcentrationVerdict {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Whose money is one.
   */
  by: "account" | "group";
  /**
   * The Lorenz curve from nobody to everybody, at most 101 points of it; empty where there is no money.
   */
  curve: LorenzPoint[];
  /**
   * How many holders of one size would be as concentrated by that index; null likewise.
   */
  equal_accounts: string | null;
  /**
   * The Gini coefficient; null where there is no money.
   */
  gini: string | null;
  /**
   * The same with the correction for few holders, n ÷ (n − 1); null for a single one too.
   */
  gini_corrected: string | null;
  /**
   * The Herfindahl–Hirschman index, from 1 ÷ n to 1; null where there is no money.
   */
  herfindahl: string | null;
  /**
   * Who holds it, the most first; equals by identifier.
   */
  holders: ValueHolder[];
  money: CurrencySum31;
  /**
   * Who sent more back than they bought, the least first: not part of the curve, nor of any sum here.
   */
  negative: ValueHolder[];
  /**
   * The days whose purchases count; null means all up to the day of the verdict.
   */
  period: Period3 | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  reach: TargetReach;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The currency of all sums.
   */
  reporting_currency: string;
  top: TopShare;
  /**
   * Who bought or sent back, but nothing of it has a price: not part of the curve.
   */
  unknown: string[];
  /**
   * Orders and returns of the period that have no price, by account, day and identifier.
   */
  unpriced: UnpricedOrder[];
  /**
   * Accounts that bought nothing from us in the period.
   */
  without_purchases: number;
}
/**
 * A point of the Lorenz curve.
 */
export interface LorenzPoint {
  /**
   * So many of those with the least money…
   */
  accounts: number;
  /**
   * …are this part of all…
   */
  share_of_accounts: string;
  /**
   * …and hold this part of the money.
   */
  share_of_money: string;
}
/**
 * An account or group, and what it holds of the whole.
 */
export interface ValueHolder {
  /**
   * The account, or the one at the head of the group.
   */
  account: string;
  /**
   * The part of all down to here; null likewise.
   */
  cumulative_share: string | null;
  /**
   * How many accounts bought or sent back: 1, or those of the group.
   */
  members: number;
  money: CurrencySum30;
  /**
   * Its place by money, from 1; equals have one rank, that of the first of them.
   */
  rank: number;
  /**
   * Its part of the whole; null where that is not above zero, and for what is left out of it.
   */
  share: string | null;
  /**
   * Orders and returns of it that have no price and are not in the money.
   */
  unpriced: number;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum30 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum31 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * Some days on end, from a first to a last one, both included: a quarter, a year.
 */
export interface Period3 {
  /**
   * The first day.
   */
  first: string;
  /**
   * The last day.
   */
  last: string;
}
/**
 * How few hold a part of the money.
 */
export interface TargetReach {
  /**
   * …is held by so few accounts, and no fewer; null where there is no money.
   */
  accounts: number | null;
  /**
   * They hold this part of the money, the last of them whole; null likewise.
   */
  reached: string | null;
  /**
   * They are this part of all; null likewise.
   */
  share_of_accounts: string | null;
  /**
   * The part of the money asked for…
   */
  share_of_money: string;
  /**
   * So many more have just as much as the last of them: which of these are in is chance.
   */
  tied: number;
}
/**
 * What the top part of the holders holds.
 */
export interface TopShare {
  /**
   * …is so many of them, whole or in parts…
   */
  accounts: string;
  /**
   * The part of the accounts asked for…
   */
  share_of_accounts: string;
  /**
   * …and holds this part of the money; null where there is none.
   */
  share_of_money: string | null;
}
/**
 * A purchase whose money is in no sum; as an order it counts all the same.
 */
export interface UnpricedOrder {
  /**
   * The account.
   */
  account: string;
  /**
   * Its amount in its own currency, where that is known.
   */
  amount: NetMoney | null;
  /**
   * What is missing: its amount, or a rate to the reporting currency for the day that counts.
   */
  cause: "unknown_stage" | "no_amount" | "no_close_date" | "no_rate";
  /**
   * The day of the order or return.
   */
  on: string;
  /**
   * The purchase.
   */
  purchase: string;
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
   * Moves on a way that the pipeline closes, without a valid override: over a stage that may not be skipped, back
   * out of one that may not be left backwards, a creation where none may start.
   */
  forbidden: number;
  /**
   * Moves that a named person let pass.
   */
  overridden: number;
  /**
   * Moves backwards.
   */
  regressed: number;
  /**
   * Times it was taken up again after closing.
   */
  reopened: number;
  /**
   * Moves forwards over stages between.
   */
  skipped: number;
  /**
   * Moves that did not meet a criterion and carry no valid override; the forbidden ones are among them.
   */
  unmet: number;
}
/**
 * How many opportunities kept to the rules, and which ways they took.
 */
export interface ConformanceSummary {
  /**
   * Those without a forbidden move and without one that did not meet a criterion.
   */
  conforming: number;
  /**
   * Opportunities looked at.
   */
  opportunities: number;
  totals: Conformance2;
  /**
   * How often each way was taken, by kind and stage.
   */
  transitions: TransitionCount[];
}
/**
 * The sums over all of them.
 */
export interface Conformance2 {
  /**
   * Moves to the next stage.
   */
  advanced: number;
  /**
   * Moves on a way that the pipeline closes, without a valid override: over a stage that may not be skipped, back
   * out of one that may not be left backwards, a creation where none may start.
   */
  forbidden: number;
  /**
   * Moves that a named person let pass.
   */
  overridden: number;
  /**
   * Moves backwards.
   */
  regressed: number;
  /**
   * Times it was taken up again after closing.
   */
  reopened: number;
  /**
   * Moves forwards over stages between.
   */
  skipped: number;
  /**
   * Moves that did not meet a criterion and carry no valid override; the forbidden ones are among them.
   */
  unmet: number;
}
/**
 * How often opportunities went one way.
 */
export interface TransitionCount {
  /**
   * How often.
   */
  count: number;
  /**
   * The stage it left; null where it was created, or was lost until then.
   */
  from: string | null;
  /**
   * What the move was.
   */
  kind:
    | "create"
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "enter"
    | "transfer"
    | "nowhere"
    | "update";
  /**
   * The stage it went to; null where it was lost, or closed in the stage it was in.
   */
  to: string | null;
}
/**
 * How the opportunities that entered a stage ended: in what was hoped for, in a loss, or not yet.
 */
export interface Conversion {
  /**
   * `reached` ÷ `entered`: too low while many are open. Null where none entered.
   */
  cohort_rate: string | null;
  /**
   * `reached` ÷ (`reached` + `lost`): wrong where losing takes longer than getting there, or shorter. Null where
   * none is decided.
   */
  decided_rate: string | null;
  /**
   * How many entered the stage.
   */
  entered: number;
  /**
   * How many of them were lost before.
   */
  lost: number;
  /**
   * The probability to have been lost within that time. What the two leave to 1 is undecided for longer.
   */
  lost_probability: string | null;
  /**
   * The longest time since entering that was seen of any; null where none entered.
   */
  observed_days: number | null;
  /**
   * How many of them are undecided, or left for another pipeline.
   */
  open: number;
  /**
   * The probability to have got there within `observed_days` of entering, by Aalen–Johansen; null where none entered.
   */
  probability: string | null;
  /**
   * How many of them got there.
   */
  reached: number;
}
/**
 * Which correlations the history does not rule out at 95 %, by the likelihood ratio.
 */
export interface CorrelationInterval {
  /**
   * The largest.
   */
  high: string;
  /**
   * The smallest.
   */
  low: string;
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
   * Days for which what somebody did for us counts.
   */
  contribution_days?: number;
  /**
   * Days looked back for how deep the contact with somebody is.
   */
  depth_days?: number;
  /**
   * The most that the score may be while a technical gatekeeper or a decision maker is hostile, of 100.
   */
  hostile_score_cap?: string;
  /**
   * Fewest meetings in these days from which contact is in depth.
   */
  in_depth_meetings?: number;
  /**
   * Days after which what is known of an information point is stale.
   */
  information_stale_after_days?: number;
  /**
   * The influence from which somebody is a key person.
   */
  key_influence?: string;
  /**
   * Fewest people of the customer in recent contact; with fewer, the opportunity hangs on a single thread.
   */
  minimum_contacts?: number;
  /**
   * Fewest people of known stance from which it is suspicious that nobody is against us.
   */
  opponent_expected_from?: number;
  role_weights?: RoleWeights;
  /**
   * Fewest contacts in these days that count as several.
   */
  several_contacts?: number;
  /**
   * The change of the support base, as a share, from which it grows or shrinks.
   */
  support_change?: string;
  /**
   * Days looked back for how the support base moved, and for champions who left.
   */
  support_trend_days?: number;
  /**
   * Share of all known influence from which it is too much in the hands of people we don't know: never in contact,
   * or of unknown stance.
   */
  unknown_influence_share?: string;
}
/**
 * A range that a rate lies in with a given probability: as probable to lie below it as above.
 */
export interface CredibleInterval {
  /**
   * Its upper end.
   */
  high: string;
  /**
   * Its lower end.
   */
  low: string;
}
/**
 * Three ranges about a rate, each within the next.
 */
export interface CredibleIntervals {
  eighty: CredibleInterval1;
  fifty: CredibleInterval2;
  ninety_five: CredibleInterval3;
}
/**
 * The rate lies in it with a probability of 80 %.
 */
export interface CredibleInterval1 {
  /**
   * Its upper end.
   */
  high: string;
  /**
   * Its lower end.
   */
  low: string;
}
/**
 * The rate lies in it with a probability of 50 %.
 */
export interface CredibleInterval2 {
  /**
   * Its upper end.
   */
  high: string;
  /**
   * Its lower end.
   */
  low: string;
}
/**
 * The rate lies in it with a probability of 95 %.
 */
export interface CredibleInterval3 {
  /**
   * Its upper end.
   */
  high: string;
  /**
   * Its lower end.
   */
  low: string;
}
/**
 * Whether one criterion of a key account is met.
 */
export interface CriterionFinding {
  /**
   * The criterion.
   */
  criterion: "complex_decision" | "large_sum" | "many_people";
  reason: Reason8;
  /**
   * Whether it is met.
   */
  state: "met" | "not_met" | "unknown";
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason8 {
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
 * Asks what comparable accounts buy and an account does not.
 */
export interface CrossSellRequest {
  /**
   * The account; null means every one.
   */
  account?: string | null;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Which accounts are comparable; null means those of the same industry.
   */
  basis?: ComparableBasis | null;
  book: Facts8;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * The facts.
 */
export interface Facts8 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * What comparable accounts buy and an account does not, for every account asked for. Source: `[KRM]`, D14.
 */
export interface CrossSellVerdict {
  /**
   * The accounts, by identifier.
   */
  accounts: AccountCrossSell[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Which accounts are comparable.
   */
  basis: "industry" | "territory" | "industry_and_territory" | "baskets";
  /**
   * The currency of what is spent: that of all our orders where they have one in common, else the playbook's reporting
   * currency; null where no amount is known.
   */
  currency: string | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Orders from us within those days that name no category; they are left out.
   */
  uncategorised_orders: number;
  /**
   * Orders and returns whose worth is not known in that currency; what is spent leaves those accounts out that they
   * concern.
   */
  unpriced_orders: number;
  window: Period4;
}
/**
 * Some days on end, from a first to a last one, both included: a quarter, a year.
 */
export interface Period4 {
  /**
   * The first day.
   */
  first: string;
  /**
   * The last day.
   */
  last: string;
}
/**
 * The movement of all amounts in one currency.
 */
export interface CurrencyMovement {
  /**
   * The currency.
   */
  currency: string;
  /**
   * By stage, in the order of the playbook, unknown ones last.
   */
  stages: StageMovement[];
  total: MovementLines1;
}
/**
 * The lines of one stage, in one currency.
 */
export interface StageMovement {
  lines: MovementLines;
  /**
   * The pipeline; null where it is one that the playbook lacks.
   */
  pipeline: string | null;
  /**
   * The stage; null where it is unknown.
   */
  stage: string | null;
}
/**
 * What went in and out.
 */
export interface MovementLines {
  amount_cleared: MovementLine;
  amount_set: MovementLine1;
  closing: MovementLine2;
  created: MovementLine3;
  currency_in: MovementLine4;
  currency_out: MovementLine5;
  decreased: MovementLine6;
  increased: MovementLine7;
  lost: MovementLine8;
  moved_in: MovementLine9;
  moved_out: MovementLine10;
  opening: MovementLine11;
  pulled_in: MovementLine12;
  pushed_out: MovementLine13;
  reopened: MovementLine14;
  won: MovementLine15;
}
/**
 * The amount became unknown: from then on the opportunity is in no sum.
 */
export interface MovementLine {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * The amount became known: until then the opportunity was in no sum.
 */
export interface MovementLine1 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * In the pipeline at the end of the last day.
 */
export interface MovementLine2 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * Came into being.
 */
export interface MovementLine3 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * The amount came from another currency.
 */
export interface MovementLine4 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * The amount went to another currency.
 */
export interface MovementLine5 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * Shrank, by the difference.
 */
export interface MovementLine6 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * Grew, by the difference.
 */
export interface MovementLine7 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * Lost.
 */
export interface MovementLine8 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * Came from another stage. Of no account in a total.
 */
export interface MovementLine9 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * Went to another stage. Of no account in a total.
 */
export interface MovementLine10 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * In the pipeline at the end of the first day.
 */
export interface MovementLine11 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * The close date, or the day of the closing, moved into the period.
 */
export interface MovementLine12 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * The close date moved out of the period, or became unknown.
 */
export interface MovementLine13 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * Came back after a closing; a booking that fell through comes back and is lost.
 */
export interface MovementLine14 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * Signed.
 */
export interface MovementLine15 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * All stages together: the sum of their lines, with moved in and moved out, which cancel out, left at zero.
 */
export interface MovementLines1 {
  amount_cleared: MovementLine;
  amount_set: MovementLine1;
  closing: MovementLine2;
  created: MovementLine3;
  currency_in: MovementLine4;
  currency_out: MovementLine5;
  decreased: MovementLine6;
  increased: MovementLine7;
  lost: MovementLine8;
  moved_in: MovementLine9;
  moved_out: MovementLine10;
  opening: MovementLine11;
  pulled_in: MovementLine12;
  pushed_out: MovementLine13;
  reopened: MovementLine14;
  won: MovementLine15;
}
/**
 * How long opportunities take from their creation to the decision.
 */
export interface CycleLength {
  lost: DurationSummary;
  won: DurationSummary1;
}
/**
 * From the creation to the loss.
 */
export interface DurationSummary {
  /**
   * How many there are.
   */
  count: number;
  /**
   * The shortest that a quarter does not exceed; null where there is none.
   */
  lower_quartile_days: number | null;
  /**
   * Their mean; null where there is none.
   */
  mean_days: string | null;
  /**
   * The shortest that half do not exceed; null where there is none.
   */
  median_days: number | null;
  /**
   * The shortest that three quarters do not exceed; null where there is none.
   */
  upper_quartile_days: number | null;
}
/**
 * From the creation to the signature.
 */
export interface DurationSummary1 {
  /**
   * How many there are.
   */
  count: number;
  /**
   * The shortest that a quarter does not exceed; null where there is none.
   */
  lower_quartile_days: number | null;
  /**
   * Their mean; null where there is none.
   */
  mean_days: string | null;
  /**
   * The shortest that half do not exceed; null where there is none.
   */
  median_days: number | null;
  /**
   * The shortest that three quarters do not exceed; null where there is none.
   */
  upper_quartile_days: number | null;
}
/**
 * What a set of deals may bring, and what each adds to it.
 */
export interface DealDistribution {
  /**
   * What each deal adds, in the order of the request; null where that was not asked for.
   */
  contributions: DealContribution[] | null;
  summary: BookingSummary2;
}
/**
 * Mean, spread, quantiles, the odds of the quota; how it was computed and how far it can be off.
 */
export interface BookingSummary2 {
  /**
   * The distribution function for drawing, from the 0.1 % to the 99.9 % quantile.
   */
  curve: CurvePoint[];
  /**
   * Deals in the sum.
   */
  deals: number;
  /**
   * How far a probability can be off.
   */
  error_bound: string;
  mean: CurrencySum20;
  /**
   * How it was computed.
   */
  method: "certain" | "atoms" | "split_atoms" | "lattice" | "series" | "likeliest_apart";
  /**
   * Of these, the ones whose outcome is open: of an amount and a probability between 0 and 1.
   */
  open_deals: number;
  /**
   * From the fifth to the ninety-fifth percentile.
   */
  quantiles: BookingQuantile[];
  /**
   * The odds of a quota, where one was asked about.
   */
  quota: QuotaOdds | null;
  standard_deviation: CurrencySum23;
}
/**
 * When an open opportunity is won.
 */
export interface DealTiming {
  /**
   * The account.
   */
  account: string;
  /**
   * What the chances rest on.
   */
  basis: "timing" | "close_date";
  /**
   * The chances by each day asked for, in the order asked.
   */
  chances: WinChance[];
  /**
   * The day it is expected to be signed; null means unknown.
   */
  close_date: string | null;
  /**
   * Whole days in it, since it was last entered.
   */
  days_in_stage: number;
  /**
   * Of these, those that lasted beyond its days in the stage: what its timing rests on.
   */
  lasted_longer: number;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The pipeline it is in.
   */
  pipeline: string;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The stage it is in.
   */
  stage: string;
  /**
   * Visits to the stage in the histories, of this opportunity too.
   */
  visits: number;
  /**
   * The learned probability that it is won at all, whenever: from its stage, whatever its age.
   */
  won_ever: string;
}
/**
 * What becomes of an opportunity by the end of a day.
 */
export interface WinChance {
  /**
   * The day.
   */
  by: string;
  /**
   * The probability that it is lost by then; null where it rests on the close date, which tells nothing of that.
   */
  lost: string | null;
  /**
   * The probability that it is still open; null as `lost`. The three add up to 1.
   */
  open: string | null;
  /**
   * The probability that it is won by then; null where it rests on a close date and none is known.
   */
  won: string | null;
}
/**
 * Deals that stand beside a forecast: what they brought in the period.
 */
export interface DealsBeside2 {
  /**
   * How many were signed in the period.
   */
  deals: number;
  total: CurrencySum7;
  /**
   * Of these, the ones whose worth is unknown: in no sum.
   */
  unpriced: number;
}
/**
 * Asks for the decision chain of one opportunity: who is tied to whom, who counts most, how to reach whom we need.
 */
export interface DecisionChainRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts9;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * People to be reached beside those the opportunity needs; null means none.
   */
  targets?: string[] | null;
}
/**
 * The facts.
 */
export interface Facts9 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * The opportunities that entered a stage, and what they tell of its win rate.
 *
 * An undecided opportunity is no loss. It tells that deciding takes longer than it has been seen, so the later decisions
 * of others weigh more (Aalen–Johansen); unequal weights are worth fewer equal ones (`effective_decided`, by Kish). With
 * nothing undecided that is the plain number of decided ones.
 */
export interface DecisionCounts {
  /**
   * How many equally weighted decided ones they are worth.
   */
  effective_decided: string;
  /**
   * How many of these are won.
   */
  effective_won: string;
  /**
   * How many ever entered the stage.
   */
  entered: number;
  /**
   * How many of them are lost.
   */
  lost: number;
  /**
   * The weight of the won ones in that of the decided ones, by Aalen–Johansen; null where none is decided.
   */
  observed_rate: string | null;
  /**
   * How many of them are undecided, or left for another pipeline.
   */
  open: number;
  /**
   * The part that is undecided for longer than anything was seen to take; null where none entered.
   */
  undecided_share: string | null;
  /**
   * How many of them are won.
   */
  won: number;
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
  book: Facts10;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * The facts.
 */
export interface Facts10 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks for the six-step diagnosis of one opportunity, and the next moves.
 */
export interface DiagnoseOpportunityRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts11;
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
export interface Facts11 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * One step of a diagnosis.
 */
export interface DiagnosisStep {
  /**
   * Why: first what it is stuck at, then what is left to do, then what is not known; the gravest first.
   */
  reasons: Reason[];
  /**
   * The severity of the gravest reason; null where the step is clear.
   */
  severity: Severity | null;
  /**
   * How it stands.
   */
  state: "clear" | "open" | "stuck" | "unknown";
  /**
   * The step.
   */
  step: "organisation" | "decision_chain" | "procurement_phase" | "tasks" | "competitors" | "breakthrough";
}
/**
 * An opportunity's diagnosis on a day, see `diagnose_opportunity`(crate::diagnose_opportunity). Source: `[CCA]`, D9.
 */
export interface DiagnosisVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  chain: ChainVerdict1;
  /**
   * The competitors in it.
   */
  competitors: CompetitorStatus[];
  /**
   * What has to be looked into: what names the opportunity, somebody of its committee, or neither any opportunity
   * nor any person.
   */
  compliance: ComplianceFinding[];
  coverage: CoverageVerdict1;
  /**
   * From where we can work towards the decision: top-down, then bottom-up.
   */
  directions: DirectionStatus[];
  gates: GatesVerdict;
  /**
   * How many moves there are beyond those listed.
   */
  more_moves: number;
  /**
   * What to do next, the first first; at most twenty. Empty where the opportunity is lost.
   */
  next_moves: RankedMove[];
  /**
   * The opportunity.
   */
  opportunity: string;
  phase: ProcurementPhase;
  plan: PlanStatus;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The six steps, in their order.
   */
  steps: DiagnosisStep[];
  /**
   * The first step that is stuck; its first reason says at what. Null where none is.
   */
  stuck_at: DiagnosisStepKind | null;
  support: SupportVerdict;
  /**
   * The open tasks of the opportunity.
   */
  tasks: TaskStatus[];
}
/**
 * Who is tied to whom, and how to reach those we need; every decision maker is among them.
 */
export interface ChainVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * How to reach those whom we need, decision makers first.
   */
  approaches: Approach[];
  /**
   * The day.
   */
  as_of: string;
  /**
   * Reporting lines that lead nowhere.
   */
  broken_lines: BrokenLine[];
  /**
   * Reporting lines that run in circles.
   */
  circles: ReportingCircle[];
  /**
   * Everybody of the committee who is there, and whoever of the account has a tie, the most important first.
   */
  key_people: KeyPerson[];
  /**
   * Who is tied to whom of the account's people who are there.
   */
  links: ChainLink[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
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
  left: string[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Everybody who ever sat in the committee, by identifier.
   */
  people: CommitteePerson[];
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The four roles, in the order of their definition.
   */
  roles: RoleCoverage[];
  /**
   * How far the committee as a whole is covered, with the parts it is made of; null where the stage asks nothing or
   * is not known.
   */
  score: CoverageScore | null;
  /**
   * The stage whose requirements were held against the committee; null where it is not known.
   */
  stage: string | null;
  /**
   * Whether a technical gatekeeper might say no.
   */
  veto_risk: "none" | "unknown" | "present";
  /**
   * People of the committee who are there and of whom no role is known, by identifier.
   */
  without_role: string[];
}
/**
 * Whether we can work towards the decision from one side.
 */
export interface DirectionStatus {
  /**
   * The direction.
   */
  direction: "top_down" | "bottom_up";
  /**
   * Whether somebody carries us that way; null where no decision maker is known.
   */
  is_open: boolean | null;
  reason: Reason9;
  /**
   * Who does, by identifier.
   */
  stakeholders: string[];
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason9 {
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
 * The three gates.
 */
export interface GatesVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  /**
   * The three gates, in the order of their definition.
   */
  gates: Gate[];
  /**
   * The nine information points, in the order of their definition.
   */
  information: InformationStatus[];
  /**
   * Whether all three gates are passed.
   */
  is_safe: boolean;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The stage on the day; null where it is not known.
   */
  stage: string | null;
}
/**
 * How a project stands at one gate.
 */
export interface Gate {
  /**
   * The gate.
   */
  gate: "information" | "relationships" | "decision_maker";
  /**
   * Why: what keeps it from being passed, what is not passed before what is not known, or else what carries it.
   */
  reasons: Reason[];
  /**
   * How much it matters that it is not; null where it is passed.
   */
  severity: Severity | null;
  /**
   * Whether it is passed.
   */
  state: "passed" | "not_passed" | "unknown";
}
/**
 * How far one information point of an opportunity is known on a day.
 */
export interface InformationStatus {
  /**
   * Days since then.
   */
  age_days: number | null;
  /**
   * For `success_factors`: how the three that matter most changed, the earliest first.
   */
  followed: SuccessFactorsOn[];
  /**
   * Whether what is known is older than the playbook allows; never where nothing is known.
   */
  is_stale: boolean;
  /**
   * The day of the record that holds; null where there is none.
   */
  on: string | null;
  /**
   * The point.
   */
  point:
    | "project_steps"
    | "procurement_process"
    | "organisation"
    | "decision_structure"
    | "funds"
    | "needs"
    | "resources"
    | "competitors"
    | "success_factors";
  /**
   * Where it comes from; null where that is not recorded.
   */
  source: string | null;
  /**
   * How far it is known; unknown also where nothing is recorded.
   */
  state: "unknown" | "partial" | "confirmed";
  /**
   * For `success_factors`: all that the record that holds names, the first first.
   */
  success_factors: string[];
}
/**
 * The critical success factors that mattered most from a day on.
 */
export interface SuccessFactorsOn {
  /**
   * The day.
   */
  on: string;
  /**
   * Up to three, the first first; empty where the record of the day names none any more.
   */
  success_factors: string[];
}
/**
 * One thing to do next, in its place among the others.
 */
export interface RankedMove {
  /**
   * How the person likes to be spoken with; null where that is not known.
   */
  communication_style: CommunicationStyle | null;
  /**
   * What to speak to: the strongest of the person's drivers, never an unlawful one. Null where none is known.
   */
  driver: Driver | null;
  /**
   * The gap it closes: of several that concern the person, the gravest. Null where no gap is behind it.
   */
  gap: CoverageGapKind | null;
  /**
   * What to do.
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
    | "widen_contact"
    | "ask_for_contribution"
    | "guard_information"
    | "find_new_champion"
    | "win_over_key_people"
    | "get_to_know_influential"
    | "look_for_opponents"
    | "regain_support"
    | "catch_up"
    | "report_to_compliance";
  /**
   * The nearest way to the person through people who are for us; null where there is none, or none is needed.
   */
  path: ReachPath | null;
  /**
   * The place, from 1.
   */
  rank: number;
  reason: Reason10;
  /**
   * The role it concerns; null where it concerns the committee as a whole.
   */
  role: BuyingRole | null;
  /**
   * How much it matters at this stage.
   */
  severity: "low" | "medium" | "high" | "critical";
  /**
   * The person it concerns; null where it concerns the committee, or somebody not known yet.
   */
  stakeholder: string | null;
  text: MoveText;
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason10 {
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
 * The move in words.
 */
export interface MoveText {
  /**
   * In English.
   */
  en: string;
  /**
   * In simplified Chinese.
   */
  zh_hans: string;
}
/**
 * How far the purchase has come.
 */
export interface ProcurementPhase {
  /**
   * What the customer does in this stage; null where the playbook says nothing.
   */
  activity: LabelPair2 | null;
  /**
   * Whole days since then.
   */
  days_in_stage: number | null;
  /**
   * What shows that the stage is done; null where the playbook says nothing.
   */
  end_mark: LabelPair2 | null;
  /**
   * The day it was entered; null where nothing had happened yet.
   */
  entered_on: string | null;
  /**
   * Whether the end mark was met; null where there is none.
   */
  is_end_mark_met: boolean | null;
  /**
   * Whether it has stood still for too long; null where the stage is not known or the playbook sets no limit.
   */
  is_stalled: boolean | null;
  /**
   * The stage; null where it is not known.
   */
  stage: string | null;
}
/**
 * The breakthrough plan, and what it lacks.
 */
export interface PlanStatus {
  /**
   * What it lacks, and what its tasks lack: the gravest first, then by kind. Empty once the opportunity is decided.
   */
  gaps: PlanGap[];
  /**
   * The latest plan made up to the day; null where there is none.
   */
  plan: BreakthroughPlan | null;
}
/**
 * One thing that a plan lacks.
 */
export interface PlanGap {
  /**
   * What is missing.
   */
  kind:
    | "no_plan"
    | "plan_of_another_stage"
    | "no_goal"
    | "no_internal_resources"
    | "no_external_resources"
    | "no_open_task"
    | "task_without_owner"
    | "task_without_date"
    | "task_overdue"
    | "critical_gap_unaddressed"
    | "competitor_without_strategy";
  reason: Reason11;
  /**
   * How much it matters.
   */
  severity: "low" | "medium" | "high" | "critical";
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason11 {
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
 * Who is for us, and where that is going.
 */
export interface SupportVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  base: SupportBase;
  before: SupportBase1;
  /**
   * By how much our share of people changed; null where nobody counts on one of the days.
   */
  breadth_change: string | null;
  /**
   * By how much our share of influence changed; null where there is none on one of the days.
   */
  change: string | null;
  /**
   * Who moved it, the largest effect first, then by identifier; unknown effects last.
   */
  movers: SupportMover[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  reason: Reason13;
  /**
   * The earlier day it is compared with.
   */
  since: string;
  /**
   * Where the support base is going, by our share of influence.
   */
  trend: "growing" | "steady" | "shrinking" | "unknown";
}
/**
 * The support base on the day.
 */
export interface SupportBase {
  against: SupportGroup;
  /**
   * The day.
   */
  as_of: string;
  for_us: SupportGroup1;
  neutral: SupportGroup2;
  /**
   * How many people count.
   */
  people: number;
  unknown: SupportGroup3;
  /**
   * How many of them have no known influence and so no part in the shares of influence.
   */
  without_influence: number;
}
/**
 * Who is hostile.
 */
export interface SupportGroup {
  /**
   * The sum of their influence, as far as it is known.
   */
  influence: string;
  /**
   * How many they are.
   */
  people: number;
  /**
   * Their part of all known influence; null where none is known.
   */
  share_of_influence: string | null;
  /**
   * Their part of all people; null where there is nobody.
   */
  share_of_people: string | null;
  /**
   * Who they are, by identifier.
   */
  stakeholders: string[];
}
/**
 * Insiders, allies and supporters.
 */
export interface SupportGroup1 {
  /**
   * The sum of their influence, as far as it is known.
   */
  influence: string;
  /**
   * How many they are.
   */
  people: number;
  /**
   * Their part of all known influence; null where none is known.
   */
  share_of_influence: string | null;
  /**
   * Their part of all people; null where there is nobody.
   */
  share_of_people: string | null;
  /**
   * Who they are, by identifier.
   */
  stakeholders: string[];
}
/**
 * Who is neither for nor against us.
 */
export interface SupportGroup2 {
  /**
   * The sum of their influence, as far as it is known.
   */
  influence: string;
  /**
   * How many they are.
   */
  people: number;
  /**
   * Their part of all known influence; null where none is known.
   */
  share_of_influence: string | null;
  /**
   * Their part of all people; null where there is nobody.
   */
  share_of_people: string | null;
  /**
   * Who they are, by identifier.
   */
  stakeholders: string[];
}
/**
 * Of whom it is not known where they stand.
 */
export interface SupportGroup3 {
  /**
   * The sum of their influence, as far as it is known.
   */
  influence: string;
  /**
   * How many they are.
   */
  people: number;
  /**
   * Their part of all known influence; null where none is known.
   */
  share_of_influence: string | null;
  /**
   * Their part of all people; null where there is nobody.
   */
  share_of_people: string | null;
  /**
   * Who they are, by identifier.
   */
  stakeholders: string[];
}
/**
 * The support base at the end of the earlier day.
 */
export interface SupportBase1 {
  against: SupportGroup;
  /**
   * The day.
   */
  as_of: string;
  for_us: SupportGroup1;
  neutral: SupportGroup2;
  /**
   * How many people count.
   */
  people: number;
  unknown: SupportGroup3;
  /**
   * How many of them have no known influence and so no part in the shares of influence.
   */
  without_influence: number;
}
/**
 * Somebody who moved the support base between two days, and by how much.
 */
export interface SupportMover {
  /**
   * By how much it changed our share of influence. The effects of all movers add up to the whole change; who did not
   * move has none. Null where the person's influence is known on neither day, or the whole change is not known.
   */
  effect: string | null;
  /**
   * Where they stood before; null means unknown, or that they did not count.
   */
  from: Stance | null;
  /**
   * Their influence before; null means unknown, or that they did not count.
   */
  influence_before: string | null;
  /**
   * Their influence now; null means unknown, or that they do not count.
   */
  influence_now: string | null;
  /**
   * How they moved it.
   */
  kind:
    | "joined"
    | "left"
    | "won_over"
    | "lost"
    | "moved"
    | "weighs_more"
    | "weighs_less"
    | "weight_known"
    | "weight_unknown";
  /**
   * The day of the move; null where no dated fact tells it.
   */
  on: string | null;
  reason: Reason12;
  /**
   * The person.
   */
  stakeholder: string;
  /**
   * Where they stand now; null means unknown, or that they do not count.
   */
  to: Stance | null;
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason12 {
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
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason13 {
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
 * An open task on a day.
 */
export interface TaskStatus {
  /**
   * Days since then; null where it is not overdue.
   */
  days_overdue: number | null;
  /**
   * The day by which it is to be done; null means that none is set.
   */
  due_on: string | null;
  /**
   * Whether that day has passed.
   */
  is_overdue: boolean;
  /**
   * Who of us is to do it; null means nobody yet.
   */
  owner: string | null;
  /**
   * The person it concerns.
   */
  stakeholder: string | null;
  /**
   * The task.
   */
  task: string;
  /**
   * What is to be done.
   */
  title: string;
}
/**
 * How a number of durations is spread, in days.
 */
export interface DurationSummary2 {
  /**
   * How many there are.
   */
  count: number;
  /**
   * The shortest that a quarter does not exceed; null where there is none.
   */
  lower_quartile_days: number | null;
  /**
   * Their mean; null where there is none.
   */
  mean_days: string | null;
  /**
   * The shortest that half do not exceed; null where there is none.
   */
  median_days: number | null;
  /**
   * The shortest that three quarters do not exceed; null where there is none.
   */
  upper_quartile_days: number | null;
}
/**
 * Asks to erase what is personal about people from a book.
 */
export interface ErasePersonalFieldsRequest {
  book: Facts12;
  /**
   * Whose personal fields are to be erased, and who gets a pseudonym.
   */
  erasures: Erasure[];
}
/**
 * The facts.
 */
export interface Facts12 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks to erase what is personal about one person.
 */
export interface Erasure {
  /**
   * The identifier that takes the place of the person's own; null keeps it.
   */
  pseudonym?: string | null;
  /**
   * The person.
   */
  stakeholder: string;
}
/**
 * One change that an erasure made.
 */
export interface ErasedField {
  /**
   * What was done.
   */
  action: "cleared" | "replaced" | "row_removed" | "left_for_review";
  /**
   * Where, in the facts that were given.
   */
  path: string;
}
/**
 * Facts without what was personal about some people. No erased value stands in it, but for what is listed as left for
 * review and for spellings that are not found: other scripts, nicknames, names run together.
 */
export interface ErasureVerdict {
  /**
   * Every change, in the order of the facts.
   */
  erased: ErasedField[];
  facts: Facts13;
  /**
   * People who are to be erased and of whom there is no row; what else names their identifier was treated alike.
   */
  not_found: string[];
}
/**
 * The facts, as they are to be kept.
 */
export interface Facts13 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How amounts are brought to one currency.
 */
export interface ExchangePolicy1 {
  /**
   * The rates fixed in budgets, which forecasts use where `rate_date` says so; each holds from its day on.
   */
  budget_rates?: DatedRate[];
  /**
   * Which day's rate counts.
   */
  rate_date?: "as_of" | "close_date" | "budget";
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
 * An amount with a band.
 */
export interface ExpectedAmount {
  high: CurrencySum32;
  low: CurrencySum33;
  median: CurrencySum34;
  /**
   * The occasions it is taken from: the latest with a known amount, up to the playbook's `amount_occasions`.
   */
  occasions: number;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum32 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum33 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum34 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts14 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks to fit a purchase model, either on summaries or on a book as of a day.
 */
export interface FitPurchaseModelRequest {
  /**
   * The day of the verdict; null where there are summaries.
   */
  as_of?: string | null;
  /**
   * The facts; null where there are summaries.
   */
  book?: Facts14 | null;
  /**
   * The model; null means the playbook's.
   */
  model?: PurchaseModel | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * What is believed of parameters beforehand; null means the playbook's priors.
   */
  priors?: ParameterPrior[] | null;
  /**
   * The summaries; null where there is a book.
   */
  summaries?: SummaryColumns | null;
}
/**
 * The purchases of many accounts, one number of each in each column, in one unit of time.
 */
export interface SummaryColumns {
  /**
   * The time since the first order (T).
   */
  age: string[];
  /**
   * Orders after the first, those of one day as one (x).
   */
  frequency: number[];
  /**
   * The sum of the natural logarithms of the intervals between orders; null where no regularity is to be chosen.
   */
  log_intervals?: string[] | null;
  /**
   * The time from the first order to the last (tₓ).
   */
  recency: string[];
  /**
   * What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
   */
  weights?: string[] | null;
}
/**
 * Asks to fit the model of purchases in rounds (BG/BB): tenders, seasons, renewals.
 */
export interface FitRoundModelRequest {
  /**
   * What is believed of the parameters beforehand; null means nothing.
   */
  priors?: ParameterPrior[] | null;
  summaries: RoundColumns;
}
/**
 * In how many rounds each account bought, when last, and how many there were.
 */
export interface RoundColumns {
  /**
   * In how many rounds after the first purchase it bought (x).
   */
  frequency: number[];
  /**
   * In which round it bought last, counted from 1; 0 where it has not bought again (tₓ).
   */
  recency: number[];
  /**
   * How many rounds there were since its first purchase (n).
   */
  rounds: number[];
  /**
   * What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
   */
  weights?: string[] | null;
}
/**
 * Asks to fit the model of what repeat purchases are worth (Gamma-Gamma).
 */
export interface FitSpendModelRequest {
  /**
   * What is believed of the parameters beforehand; null means nothing.
   */
  priors?: ParameterPrior[] | null;
  summaries: SpendColumns;
}
/**
 * How often each account bought again, and the mean amount.
 */
export interface SpendColumns {
  /**
   * Repeat purchases, those of one day as one (x).
   */
  frequency: number[];
  /**
   * Their mean amount, net of returns; null, or 0 as some tools write it, where there are none.
   */
  mean: (string | null)[];
  /**
   * What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
   */
  weights?: string[] | null;
}
/**
 * Asks what will be booked in each of some periods, and how sure that is.
 */
export interface ForecastBookingsRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the chances rest on; null means the playbook's stages.
   */
  basis?: ForecastBasis | null;
  book: Facts15;
  /**
   * Whether to tell what each opportunity adds to the odds of the quota; null means no.
   */
  contributions?: boolean | null;
  /**
   * Whether the playbook's coverage caps hold; null means that they do.
   */
  coverage_caps?: boolean | null;
  /**
   * Below how many decided opportunities the rate of a stage is called insufficient; null means 20.
   */
  floor?: number | null;
  /**
   * How much what decides deals is common to all of them, from 0 to below 1; null means 0.
   */
  market_correlation?: string | null;
  /**
   * Whose opportunities, with those of everybody who reports to them; null means everybody's.
   */
  member?: string | null;
  /**
   * How many there are, up to 240; null means 4. Not together with `periods`.
   */
  period_count?: number | null;
  /**
   * How long the periods are, from the one that `as_of` lies in; null means fiscal quarters. Not
   * together with `periods`.
   */
  period_unit?: PeriodUnit | null;
  /**
   * The periods; null means those that `period_unit` and `period_count` tell.
   */
  periods?: Period3[] | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * How many decided opportunities the playbook's rate counts for; null means 10.
   */
  prior_strength?: string | null;
  /**
   * The quota of each period, in the reporting currency; null means what the book says for the period and
   * the member, or the company.
   */
  quota?: Money2 | null;
  /**
   * What puts opportunities into segments for the win rate; null means that there are none.
   */
  segments?: Segmentation | null;
  /**
   * How many visits to a stage must have lasted beyond an opportunity's age in it for its timing to
   * count; null means 20.
   */
  timing_floor?: number | null;
  /**
   * How probable it is to be that the quota is reached; null means 0.8.
   */
  wanted_probability?: string | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts15 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How the forecast of bookings is made.
 */
export interface ForecastPolicy1 {
  /**
   * What gaps in coverage cap win probabilities at; of several that hold, the lowest counts.
   */
  coverage_caps?: CoverageCap[];
}
/**
 * Where every opportunity went: the parts add up to the whole.
 *
 * `opportunities = open + booked + realised + lost + not_created_yet`, and
 * `open + booked + realised = priced + unpriced + omitted`. The same is told with what they are worth in `parts`, which
 * add up to `whole` in counts and, by currency, in sums.
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
   * Open ones left out of the sums by their forecast category.
   */
  omitted: number;
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
   * Every opportunity in the one part it went to; parts that nothing went to are not listed.
   */
  parts: ReceiptPart[];
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
  whole: ReceiptWhole;
}
/**
 * Expected and actual amounts beside each other. They are never added up.
 */
export interface ForecastRow5 {
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
   * By who gets credit, which is the owner where it is not split, in the order of identifiers, nobody first.
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
  reasons: Reason[];
  summary: ForecastSummary;
  /**
   * The opportunities left out, and why.
   */
  unpriced: UnpricedDeal[];
}
/**
 * What follows from the histories of a book, by pipeline.
 */
export interface FunnelVerdict {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Which days count for the time in a stage.
   */
  days: "calendar" | "business";
  /**
   * The first day of the decisions that count for win rate, cycle length, velocity and losses; null means all.
   */
  decided_from: string | null;
  /**
   * Opportunities in a pipeline that the playbook lacks: in no number.
   */
  in_unknown_pipeline: number;
  /**
   * Opportunities of which nothing had happened yet: in no number.
   */
  not_created_yet: number;
  /**
   * The playbook's pipelines, in its order.
   */
  pipelines: PipelineAnalysis[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
}
/**
 * What follows from the histories in one pipeline.
 *
 * Time in stage and conversion count every opportunity that was ever in one of its stages; the rest counts those that
 * are in the pipeline now.
 */
export interface PipelineAnalysis {
  /**
   * What was odd in the histories.
   */
  anomalies: AnomalyCount[];
  bottlenecks: Bottlenecks1;
  close_dates: CloseDateSlip1;
  conformance: ConformanceSummary1;
  cycle: CycleLength1;
  /**
   * What was lost, by stage, reason and competitor.
   */
  losses: LossGroup[];
  /**
   * Opportunities that are in it, open or closed.
   */
  opportunities: number;
  /**
   * The pipeline.
   */
  pipeline: string;
  /**
   * Its stages, in order.
   */
  stages: StageAnalysis[];
  /**
   * Open opportunities that stand still, those longest over their threshold first.
   */
  stalled: StalledOpportunity[];
  statuses: StatusCounts;
  /**
   * What it brings in a day, by currency.
   */
  velocity: Velocity[];
  /**
   * Visits to stages that it lacks: in no stage's numbers.
   */
  visits_to_unknown_stages: number;
  win_rate: WinRate;
}
/**
 * Where opportunities stay longest, and where most are lost.
 */
export interface Bottlenecks1 {
  /**
   * The stage with the highest probability to be lost before getting further; null where no stage has seen enough,
   * or nothing was lost.
   */
  leakiest: string | null;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The stage with the longest median time, of equals the one with the longer upper quartile; one that half have not
   * left yet is slower than any that half have. Null where no stage has seen enough.
   */
  slowest: string | null;
}
/**
 * How close dates slip.
 */
export interface CloseDateSlip1 {
  /**
   * Opportunities whose close date was pushed at least once.
   */
  pushed: number;
  /**
   * Moves of a close date to a later day.
   */
  pushes: number;
  /**
   * Days by which they were moved later, in all; moves to earlier days are not taken off.
   */
  slip_days: number;
}
/**
 * Whether the moves kept to the rules.
 */
export interface ConformanceSummary1 {
  /**
   * Those without a forbidden move and without one that did not meet a criterion.
   */
  conforming: number;
  /**
   * Opportunities looked at.
   */
  opportunities: number;
  totals: Conformance2;
  /**
   * How often each way was taken, by kind and stage.
   */
  transitions: TransitionCount[];
}
/**
 * How long opportunities take from their creation to being won or lost.
 */
export interface CycleLength1 {
  lost: DurationSummary;
  won: DurationSummary1;
}
/**
 * The losses from one stage, for one reason, to one competitor.
 */
export interface LossGroup {
  /**
   * What they were worth, by currency.
   */
  amounts: CurrencySum[];
  /**
   * Who got them; null where nobody did, or nobody is known to.
   */
  competitor: string | null;
  /**
   * How many there are.
   */
  count: number;
  /**
   * The last open stage they were in; null where it is unknown.
   */
  from_stage: string | null;
  /**
   * Why; null where it is unknown.
   */
  reason: string | null;
  /**
   * How many of them are of unknown worth: in no amount.
   */
  without_amount: number;
}
/**
 * What follows from the histories for one stage.
 */
export interface StageAnalysis {
  /**
   * How probable it is to get further from it, or to be lost; null where the stage is not an open one.
   */
  conversion: StageConversion | null;
  /**
   * The stage.
   */
  stage: string;
  time: StageTime;
}
/**
 * What became of the opportunities that entered an open stage.
 */
export interface StageConversion {
  advance: Conversion1;
  /**
   * How many were never in it, but went from a stage before it to one behind it, or to the signature.
   */
  skipped: number;
  /**
   * The stage.
   */
  stage: string;
  /**
   * How many were never in it because they began behind it.
   */
  started_later: number;
  win: Conversion2;
}
/**
 * On to any later open stage, for the first time, or to a signature that stands, before being lost.
 */
export interface Conversion1 {
  /**
   * `reached` ÷ `entered`: too low while many are open. Null where none entered.
   */
  cohort_rate: string | null;
  /**
   * `reached` ÷ (`reached` + `lost`): wrong where losing takes longer than getting there, or shorter. Null where
   * none is decided.
   */
  decided_rate: string | null;
  /**
   * How many entered the stage.
   */
  entered: number;
  /**
   * How many of them were lost before.
   */
  lost: number;
  /**
   * The probability to have been lost within that time. What the two leave to 1 is undecided for longer.
   */
  lost_probability: string | null;
  /**
   * The longest time since entering that was seen of any; null where none entered.
   */
  observed_days: number | null;
  /**
   * How many of them are undecided, or left for another pipeline.
   */
  open: number;
  /**
   * The probability to have got there within `observed_days` of entering, by Aalen–Johansen; null where none entered.
   */
  probability: string | null;
  /**
   * How many of them got there.
   */
  reached: number;
}
/**
 * On to the signature. A closing that was taken back by reopening does not count: what counts is how it stands now.
 */
export interface Conversion2 {
  /**
   * `reached` ÷ `entered`: too low while many are open. Null where none entered.
   */
  cohort_rate: string | null;
  /**
   * `reached` ÷ (`reached` + `lost`): wrong where losing takes longer than getting there, or shorter. Null where
   * none is decided.
   */
  decided_rate: string | null;
  /**
   * How many entered the stage.
   */
  entered: number;
  /**
   * How many of them were lost before.
   */
  lost: number;
  /**
   * The probability to have been lost within that time. What the two leave to 1 is undecided for longer.
   */
  lost_probability: string | null;
  /**
   * The longest time since entering that was seen of any; null where none entered.
   */
  observed_days: number | null;
  /**
   * How many of them are undecided, or left for another pipeline.
   */
  open: number;
  /**
   * The probability to have got there within `observed_days` of entering, by Aalen–Johansen; null where none entered.
   */
  probability: string | null;
  /**
   * How many of them got there.
   */
  reached: number;
}
/**
 * How long opportunities stay in it.
 */
export interface StageTime {
  /**
   * The days that all of them spent in it, rests not counted.
   */
  days: number;
  /**
   * Days after which a quarter has left, by Kaplan–Meier; null where so many were never seen to leave.
   */
  lower_quartile_days: number | null;
  /**
   * The mean of those that are not in it any more; null where all still are.
   */
  mean_days_of_finished: string | null;
  /**
   * Days after which half have left; null where so many were never seen to leave.
   */
  median_days: number | null;
  /**
   * How many opportunities were ever in it.
   */
  opportunities: number;
  /**
   * The days that they rested in it.
   */
  parked_days: number;
  /**
   * The stage.
   */
  stage: string;
  /**
   * The calendar days after which the playbook calls an opportunity in this stage stalled; null means never.
   */
  stall_after_days: number | null;
  /**
   * How many are in it now: their time is not over.
   */
  still_in_it: number;
  /**
   * Days after which three quarters have left; null where so many were never seen to leave.
   */
  upper_quartile_days: number | null;
  /**
   * How often one entered it.
   */
  visits: number;
}
/**
 * An open opportunity that has stood still longer than its stage's threshold. A parked one is not stalled.
 */
export interface StalledOpportunity {
  /**
   * Its account.
   */
  account: string;
  /**
   * Its worth; null means unknown.
   */
  amount: Money2 | null;
  /**
   * Days in the stage, finished rests not counted.
   */
  days_in_stage: number;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The stage it stands in; null where it is unknown.
   */
  stage: string | null;
  /**
   * Days after which it counts as stalled.
   */
  threshold_days: number;
}
/**
 * How they stand.
 */
export interface StatusCounts {
  /**
   * Signed, not yet paid.
   */
  booked: number;
  /**
   * Lost.
   */
  lost: number;
  /**
   * Being worked on.
   */
  open: number;
  /**
   * Resting.
   */
  parked: number;
  /**
   * Signed and paid.
   */
  realised: number;
}
/**
 * What a pipeline brings in a day, in one currency: open opportunities × win rate × average won amount, divided by the
 * mean cycle length of the won ones.
 *
 * All four are of the opportunities whose worth is known in this currency.
 */
export interface Velocity {
  /**
   * The mean amount of those won; null where none is.
   */
  average_won: string | null;
  /**
   * The currency.
   */
  currency: string;
  /**
   * Lost.
   */
  lost: number;
  /**
   * The mean time from creation to signature; null where none is won.
   */
  mean_cycle_days: string | null;
  /**
   * Being worked on now; parked ones are not among them.
   */
  open_opportunities: number;
  /**
   * The velocity, rounded once, half-even, to the currency's minor unit; null where none is won, or all were won on
   * the day they were created.
   */
  per_day: string | null;
  /**
   * `won` ÷ (`won` + `lost`); null where nothing is decided.
   */
  win_rate: string | null;
  /**
   * Won.
   */
  won: number;
}
/**
 * What part was won.
 */
export interface WinRate {
  /**
   * The same by value, for each currency.
   */
  by_value: ValueWinRate[];
  /**
   * Lost.
   */
  lost: number;
  /**
   * `won` ÷ (`won` + `lost`); null where nothing is decided.
   */
  rate: string | null;
  /**
   * Decided opportunities of unknown worth: in no value.
   */
  without_amount: number;
  /**
   * Won.
   */
  won: number;
}
/**
 * What part of the decided value in a currency was won.
 */
export interface ValueWinRate {
  /**
   * The currency.
   */
  currency: string;
  /**
   * The sum of what was lost.
   */
  lost: string;
  /**
   * `won` ÷ (`won` + `lost`); null where both are zero.
   */
  rate: string | null;
  /**
   * The sum of what was won.
   */
  won: string;
}
/**
 * How a project stands at the three gates on a day, and what is known of it.
 */
export interface GatesVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  /**
   * The three gates, in the order of their definition.
   */
  gates: Gate[];
  /**
   * The nine information points, in the order of their definition.
   */
  information: InformationStatus[];
  /**
   * Whether all three gates are passed.
   */
  is_safe: boolean;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The stage on the day; null where it is not known.
   */
  stage: string | null;
}
/**
 * The grid asked for.
 */
export interface GridOptions {
  /**
   * The time since the first order, of all accounts of the grid.
   */
  age: string;
  /**
   * The time ahead that purchases are told for.
   */
  horizon: string;
  /**
   * The greatest frequency, 1 to 200.
   */
  most_frequency: number;
  /**
   * Into how many steps the age is divided, 1 to 200.
   */
  recency_steps: number;
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
   * The pipeline it is in; null where it names one that the playbook lacks.
   */
  pipeline: string | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The product line it is about.
   */
  product_line: string | null;
  /**
   * Why it stands as it does.
   */
  reasons: Reason[];
  /**
   * Whether it stands still; null where it is not open, its stage is unknown, or the stage has no threshold.
   */
  stall: Stall | null;
  /**
   * How it stands; null where nothing had happened yet.
   */
  state: OpportunityState | null;
  /**
   * Its statuses over time, in order: every closing stands here, also one that was taken back.
   */
  statuses: StatusSpell[];
  /**
   * The territory it counts for.
   */
  territory: string | null;
  /**
   * Its stays in stages, in order.
   */
  timeline: StageVisit[];
}
/**
 * Accounts that bought again a number of times in the calibration: what they bought in the holdout.
 */
export interface HoldoutBucket {
  /**
   * Accounts with so many.
   */
  accounts: number;
  /**
   * The mean of their orders in the holdout; null where there is none.
   */
  actual_mean: string | null;
  /**
   * Whether accounts with more are in it too.
   */
  or_more: boolean;
  /**
   * The mean of what was predicted; null where there is none.
   */
  predicted_mean: string | null;
  /**
   * Repeat orders in the calibration.
   */
  repeats: number;
}
/**
 * Repeat orders in one step of the time looked at.
 */
export interface HoldoutStep {
  /**
   * Repeat orders in it.
   */
  actual: number;
  /**
   * Repeat orders up to its last day.
   */
  actual_cumulative: number;
  /**
   * Whether it lies in the holdout, at least in part.
   */
  in_holdout: boolean;
  /**
   * Its last day.
   */
  last: string;
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
  book: Facts16;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts16 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks what each account of a book is worth.
 */
export interface JudgeLifetimeValueRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts17;
  /**
   * The model of purchases; null means the playbook's.
   */
  model?: PurchaseModel | null;
  /**
   * Parameters that were fitted elsewhere, with times in weeks; null means that they are fitted on the book.
   */
  parameters?: PurchaseModelParameters | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * What is believed of parameters beforehand; null means the playbook's priors.
   */
  priors?: ParameterPrior[] | null;
  /**
   * Parameters of spend that were fitted elsewhere, in the reporting currency; null means the same.
   */
  spend_parameters?: SpendModelParameters | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts17 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * The Gamma-Gamma model of amounts (Colombo & Jiang 1999; Fader, Hardie & Lee 2005) with its parameters.
 *
 * The amounts of one account are gamma distributed with shape p and a rate of its own; these rates are gamma distributed
 * over accounts with shape q and rate v. Only v has a unit, that of money. The model takes it that what an account spends
 * has nothing to do with how often it buys: `SpendModelFit::correlation`(crate::SpendModelFit) says how far that holds.
 */
export interface SpendModelParameters {
  /**
   * Shape of the amounts of one account: the larger, the more alike they are.
   */
  p: string;
  /**
   * Shape of how accounts differ: the larger, the more alike they are. At 1 or less their mean is infinite.
   */
  q: string;
  /**
   * Scale of how accounts differ, in units of money.
   */
  v: string;
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
  book: Facts18;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts18 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedAliveHistory {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: AliveHistory1;
}
/**
 * The verdict.
 */
export interface AliveHistory1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict, the last of the history.
   */
  as_of: string;
  /**
   * How the model was fitted, on the whole book as of the last day; null where parameters were given.
   */
  fit: PurchaseModelFit | null;
  /**
   * The days of the account's orders, those outside the points too.
   */
  order_days: string[];
  /**
   * The model with its parameters; null where none could be fitted.
   */
  parameters: PurchaseModelParameters | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The points, ascending, from the first order on; the last one is the last day.
   */
  points: AlivePoint[];
  /**
   * How it was computed.
   */
  reasons: Reason[];
  /**
   * Days from point to point.
   */
  step_days: number;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedBacktestVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: BacktestVerdict1;
}
/**
 * The verdict.
 */
export interface BacktestVerdict1 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The best; null where nothing was forecast.
   */
  best: BestMethod | null;
  /**
   * The best by each score that there is.
   */
  best_by: BestByScore[];
  /**
   * How each differs from the stage defaults.
   */
  comparisons: MethodComparison[];
  /**
   * Periods before these that are not looked at, because there are too many.
   */
  earlier_periods: number;
  /**
   * Below how many periods with a forecast the history is called insufficient.
   */
  floor: number;
  /**
   * Whether there are too few periods to tell methods apart.
   */
  insufficient_history: boolean;
  /**
   * The deals left out of any period, in the order of identifiers.
   */
  left_out: BacktestLeftOut[];
  /**
   * How good each method was.
   */
  methods: MethodScores[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The periods, in time order.
   */
  points: BacktestPoint[];
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The currency of all amounts.
   */
  reporting_currency: string;
  /**
   * How long the periods are.
   */
  unit: "month" | "quarter" | "year";
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedBookingForecastVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: BookingForecastVerdict1;
}
/**
 * The verdict.
 */
export interface BookingForecastVerdict1 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the chances rest on.
   */
  basis: "stage_default" | "learned" | "timing";
  /**
   * Whether the playbook's coverage caps hold.
   */
  coverage_caps: boolean;
  /**
   * Opportunities that can be placed in no period, and why.
   */
  left_out: LeftOutDeal[];
  /**
   * How much what decides deals is common to all of them.
   */
  market_correlation: string;
  /**
   * Whose opportunities; null means everybody's.
   */
  member: string | null;
  /**
   * The periods, in the order given.
   */
  periods: PeriodBookings[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
  receipt: BookingReceipt;
  /**
   * The currency of all sums.
   */
  reporting_currency: string;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedChainVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: ChainVerdict2;
}
/**
 * The verdict.
 */
export interface ChainVerdict2 {
  /**
   * The account.
   */
  account: string;
  /**
   * How to reach those whom we need, decision makers first.
   */
  approaches: Approach[];
  /**
   * The day.
   */
  as_of: string;
  /**
   * Reporting lines that lead nowhere.
   */
  broken_lines: BrokenLine[];
  /**
   * Reporting lines that run in circles.
   */
  circles: ReportingCircle[];
  /**
   * Everybody of the committee who is there, and whoever of the account has a tie, the most important first.
   */
  key_people: KeyPerson[];
  /**
   * Who is tied to whom of the account's people who are there.
   */
  links: ChainLink[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedCohortsVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: CohortsVerdict1;
}
/**
 * The verdict.
 */
export interface CohortsVerdict1 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The cohorts, in time order; months in which none was created are left out.
   */
  cohorts: Cohort[];
  /**
   * Opportunities without an event up to the day of the verdict: in no cohort.
   */
  not_created_yet: number;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * What it rests on.
   */
  reasons: Reason[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedCommitteeMap {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: CommitteeMap1;
}
/**
 * The verdict.
 */
export interface CommitteeMap1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the map holds for.
   */
  as_of: string;
  /**
   * The contacts with those who are there, by person and member.
   */
  contacts: MapContact[];
  /**
   * How high the drawing is.
   */
  height: number;
  /**
   * The lines between them, by kind and people.
   */
  links: MapLink[];
  /**
   * Our own people who were in contact with somebody on the map, from left to right.
   */
  members: MapMember[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Everybody ever in the committee, and those outside with a line to one of them, by identifier.
   */
  people: MapPerson[];
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The opportunity's stage on the day; null where it is not known.
   */
  stage: string | null;
  /**
   * How wide the drawing is. A letter of a name is taken to be about 6.5 wide and 12 high; names stand under the
   * circles and have room for 14 letters in each of two lines.
   */
  width: number;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedConcentrationVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: ConcentrationVerdict1;
}
/**
 * The verdict.
 */
export interface ConcentrationVerdict1 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Whose money is one.
   */
  by: "account" | "group";
  /**
   * The Lorenz curve from nobody to everybody, at most 101 points of it; empty where there is no money.
   */
  curve: LorenzPoint[];
  /**
   * How many holders of one size would be as concentrated by that index; null likewise.
   */
  equal_accounts: string | null;
  /**
   * The Gini coefficient; null where there is no money.
   */
  gini: string | null;
  /**
   * The same with the correction for few holders, n ÷ (n − 1); null for a single one too.
   */
  gini_corrected: string | null;
  /**
   * The Herfindahl–Hirschman index, from 1 ÷ n to 1; null where there is no money.
   */
  herfindahl: string | null;
  /**
   * Who holds it, the most first; equals by identifier.
   */
  holders: ValueHolder[];
  money: CurrencySum31;
  /**
   * Who sent more back than they bought, the least first: not part of the curve, nor of any sum here.
   */
  negative: ValueHolder[];
  /**
   * The days whose purchases count; null means all up to the day of the verdict.
   */
  period: Period3 | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  reach: TargetReach;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The currency of all sums.
   */
  reporting_currency: string;
  top: TopShare;
  /**
   * Who bought or sent back, but nothing of it has a price: not part of the curve.
   */
  unknown: string[];
  /**
   * Orders and returns of the period that have no price, by account, day and identifier.
   */
  unpriced: UnpricedOrder[];
  /**
   * Accounts that bought nothing from us in the period.
   */
  without_purchases: number;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedCoverageVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: CoverageVerdict2;
}
/**
 * How far a buying committee is covered on a day, and what is missing. Source: `[KRM]`, D5.
 */
export interface CoverageVerdict2 {
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
  left: string[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * Everybody who ever sat in the committee, by identifier.
   */
  people: CommitteePerson[];
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The four roles, in the order of their definition.
   */
  roles: RoleCoverage[];
  /**
   * How far the committee as a whole is covered, with the parts it is made of; null where the stage asks nothing or
   * is not known.
   */
  score: CoverageScore | null;
  /**
   * The stage whose requirements were held against the committee; null where it is not known.
   */
  stage: string | null;
  /**
   * Whether a technical gatekeeper might say no.
   */
  veto_risk: "none" | "unknown" | "present";
  /**
   * People of the committee who are there and of whom no role is known, by identifier.
   */
  without_role: string[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedCrossSellVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: CrossSellVerdict1;
}
/**
 * The verdict.
 */
export interface CrossSellVerdict1 {
  /**
   * The accounts, by identifier.
   */
  accounts: AccountCrossSell[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Which accounts are comparable.
   */
  basis: "industry" | "territory" | "industry_and_territory" | "baskets";
  /**
   * The currency of what is spent: that of all our orders where they have one in common, else the playbook's reporting
   * currency; null where no amount is known.
   */
  currency: string | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Orders from us within those days that name no category; they are left out.
   */
  uncategorised_orders: number;
  /**
   * Orders and returns whose worth is not known in that currency; what is spent leaves those accounts out that they
   * concern.
   */
  unpriced_orders: number;
  window: Period4;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedDiagnosisVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: DiagnosisVerdict1;
}
/**
 * The verdict.
 */
export interface DiagnosisVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  chain: ChainVerdict1;
  /**
   * The competitors in it.
   */
  competitors: CompetitorStatus[];
  /**
   * What has to be looked into: what names the opportunity, somebody of its committee, or neither any opportunity
   * nor any person.
   */
  compliance: ComplianceFinding[];
  coverage: CoverageVerdict1;
  /**
   * From where we can work towards the decision: top-down, then bottom-up.
   */
  directions: DirectionStatus[];
  gates: GatesVerdict;
  /**
   * How many moves there are beyond those listed.
   */
  more_moves: number;
  /**
   * What to do next, the first first; at most twenty. Empty where the opportunity is lost.
   */
  next_moves: RankedMove[];
  /**
   * The opportunity.
   */
  opportunity: string;
  phase: ProcurementPhase;
  plan: PlanStatus;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The six steps, in their order.
   */
  steps: DiagnosisStep[];
  /**
   * The first step that is stuck; its first reason says at what. Null where none is.
   */
  stuck_at: DiagnosisStepKind | null;
  support: SupportVerdict;
  /**
   * The open tasks of the opportunity.
   */
  tasks: TaskStatus[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedErasureVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: ErasureVerdict1;
}
/**
 * The verdict.
 */
export interface ErasureVerdict1 {
  /**
   * Every change, in the order of the facts.
   */
  erased: ErasedField[];
  facts: Facts13;
  /**
   * People who are to be erased and of whom there is no row; what else names their identifier was treated alike.
   */
  not_found: string[];
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
  reasons: Reason[];
  summary: ForecastSummary;
  /**
   * The opportunities left out, and why.
   */
  unpriced: UnpricedDeal[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedFunnelVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: FunnelVerdict1;
}
/**
 * The verdict.
 */
export interface FunnelVerdict1 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Which days count for the time in a stage.
   */
  days: "calendar" | "business";
  /**
   * The first day of the decisions that count for win rate, cycle length, velocity and losses; null means all.
   */
  decided_from: string | null;
  /**
   * Opportunities in a pipeline that the playbook lacks: in no number.
   */
  in_unknown_pipeline: number;
  /**
   * Opportunities of which nothing had happened yet: in no number.
   */
  not_created_yet: number;
  /**
   * The playbook's pipelines, in its order.
   */
  pipelines: PipelineAnalysis[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedGatesVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: GatesVerdict2;
}
/**
 * The verdict.
 */
export interface GatesVerdict2 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  /**
   * The three gates, in the order of their definition.
   */
  gates: Gate[];
  /**
   * The nine information points, in the order of their definition.
   */
  information: InformationStatus[];
  /**
   * Whether all three gates are passed.
   */
  is_safe: boolean;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The stage on the day; null where it is not known.
   */
  stage: string | null;
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
   * The pipeline it is in; null where it names one that the playbook lacks.
   */
  pipeline: string | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The product line it is about.
   */
  product_line: string | null;
  /**
   * Why it stands as it does.
   */
  reasons: Reason[];
  /**
   * Whether it stands still; null where it is not open, its stage is unknown, or the stage has no threshold.
   */
  stall: Stall | null;
  /**
   * How it stands; null where nothing had happened yet.
   */
  state: OpportunityState | null;
  /**
   * Its statuses over time, in order: every closing stands here, also one that was taken back.
   */
  statuses: StatusSpell[];
  /**
   * The territory it counts for.
   */
  territory: string | null;
  /**
   * Its stays in stages, in order.
   */
  timeline: StageVisit[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedKeyAccountsVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: KeyAccountsVerdict;
}
/**
 * The verdict.
 */
export interface KeyAccountsVerdict {
  /**
   * The accounts in the order of their identifiers.
   */
  accounts: KeyAccount[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The currency of all money.
   */
  currency: string;
  medians: BookMedians1;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * What it comes to.
   */
  reasons: Reason[];
  /**
   * What the accounts of every tier come to; last those without one.
   */
  tiers: TierSummary[];
  /**
   * How many accounts are a fifth of those whose value is known.
   */
  top_fifth_accounts: number;
  /**
   * The part of all value that so many accounts with most bring: measured, not assumed; null where there is no value.
   */
  top_fifth_share: string | null;
}
/**
 * What one account is. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.
 */
export interface KeyAccount {
  /**
   * The account.
   */
  account: string;
  /**
   * The three criteria, in order.
   */
  criteria: CriterionFinding[];
  /**
   * Whether a person's judgement that holds decides its tier or its primary kind.
   */
  is_judged: boolean;
  /**
   * The four kinds, in order.
   */
  kinds: KindFinding[];
  /**
   * Its name.
   */
  name: string;
  /**
   * What it could buy beyond that; null means unknown.
   */
  potential: CurrencySum | null;
  /**
   * What that is told from.
   */
  potential_basis: PotentialBasis | null;
  /**
   * Its potential beside what others bring: the level of an account that would bring as much. Where none brings
   * anything, beside the others' potentials.
   */
  potential_level: "high" | "medium" | "low" | "unknown";
  /**
   * Its primary kind: as judged by a person, or else the first kind it is of; null where it is of none known.
   */
  primary_kind: KeyAccountKind | null;
  /**
   * Why it is in its tier, and what was left out.
   */
  reasons: Reason[];
  /**
   * Whether it is a key account.
   */
  standing: "key" | "ordinary" | "undetermined";
  /**
   * Its tier: as judged by a person, or else by the rules; null where its value is unknown.
   */
  tier: string | null;
  /**
   * Its tier by the playbook's grid alone.
   */
  tier_by_rules: string | null;
  /**
   * What it spent with us in the 365 days up to the day of the verdict, exact; null where nothing of it is known.
   */
  value: CurrencySum | null;
  /**
   * Whether it spent at least so much: some amounts are not known.
   */
  value_at_least: boolean;
  /**
   * Its value beside the others.
   */
  value_level: "high" | "medium" | "low" | "unknown";
}
/**
 * Whether an account is of a kind.
 */
export interface KindFinding {
  /**
   * The kind.
   */
  kind: "economic" | "important" | "group" | "strategic";
  /**
   * What each of its rules says.
   */
  reasons: Reason[];
  /**
   * Whether the account is of it: one of its rules is met.
   */
  state: "met" | "not_met" | "unknown";
}
/**
 * What accounts usually do in a year.
 */
export interface BookMedians1 {
  /**
   * Accounts that bought within the 365 days up to the day of the verdict.
   */
  accounts: number;
  /**
   * Twice the median of their purchase occasions, which is a whole number; null where they are too few.
   */
  orders_twice: number | null;
  /**
   * The median of what they spent, of those of which it is known; null where these are too few.
   */
  spend: CurrencySum | null;
}
/**
 * What the accounts of a tier come to.
 */
export interface TierSummary {
  /**
   * How many accounts are in it.
   */
  accounts: number;
  /**
   * Their part of what all accounts spent; null where that is nothing.
   */
  share_of_value: string | null;
  /**
   * The tier; null for accounts without one.
   */
  tier: string | null;
  /**
   * What they spent with us in the 365 days up to the day of the verdict, as far as it is known.
   */
  value: string;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedLearnedRates {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: LearnedRates;
}
/**
 * The verdict.
 */
export interface LearnedRates {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * How many decided ones a rate takes not to be called insufficient.
   */
  floor: number;
  /**
   * Histories that know of days after the day of the verdict: in no number.
   */
  from_later_days: number;
  /**
   * Histories that were learned from.
   */
  histories: number;
  /**
   * Of those learned from, the ones in a pipeline that the playbook lacks; earlier visits to others still count.
   */
  in_unknown_pipeline: number;
  /**
   * The playbook's pipelines, in its order.
   */
  pipelines: PipelineRates[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * How many decided opportunities the playbook's rate counts for.
   */
  prior_strength: string;
  /**
   * Why the rates are as they are.
   */
  reasons: Reason[];
  /**
   * Of those learned from, the ones without a segment: in the stages' numbers alone.
   */
  without_segment: number;
}
/**
 * The win rates of a pipeline's open stages.
 */
export interface PipelineRates {
  /**
   * The pipeline.
   */
  pipeline: string;
  /**
   * Its open stages, in order.
   */
  stages: StageRate[];
}
/**
 * The win rate of the opportunities that ever entered an open stage.
 */
export interface StageRate {
  /**
   * What the playbook says, and the rate is shrunk to.
   */
  playbook_rate: string;
  /**
   * How the segments are pooled; null where there are none.
   */
  pooling: SegmentPooling | null;
  rate: LearnedRate;
  /**
   * The segments in the order of their names, those too of which nothing entered this stage.
   */
  segments: SegmentRate[];
  /**
   * The stage.
   */
  stage: string;
}
/**
 * How the segments of a stage are pulled to the stage's rate.
 */
export interface SegmentPooling {
  /**
   * Segments with decided opportunities.
   */
  segments: number;
  /**
   * How far their rates differ by more than chance: the intra-class correlation, 0 for not at all; null where fewer
   * than two segments, or too few decided opportunities, leave it unmeasured.
   */
  spread: string | null;
  /**
   * How many decided opportunities the stage's rate counts for in each segment.
   */
  strength: string;
}
/**
 * The rate.
 */
export interface LearnedRate {
  /**
   * What the prior and the history together are worth in won opportunities.
   */
  alpha: string;
  /**
   * What it rests on.
   */
  basis: "learned" | "prior";
  /**
   * What they are worth in lost ones.
   */
  beta: string;
  counts: DecisionCounts1;
  /**
   * Whether `effective_decided` is below the floor: the rate is then mostly what was assumed.
   */
  insufficient_history: boolean;
  /**
   * The ranges it lies in; null where neither the history nor the prior says anything.
   */
  intervals: CredibleIntervals | null;
  /**
   * The mean: the probability that the next one is won.
   */
  rate: string;
  /**
   * Why it is as it is.
   */
  reasons: Reason[];
}
/**
 * The opportunities behind it.
 */
export interface DecisionCounts1 {
  /**
   * How many equally weighted decided ones they are worth.
   */
  effective_decided: string;
  /**
   * How many of these are won.
   */
  effective_won: string;
  /**
   * How many ever entered the stage.
   */
  entered: number;
  /**
   * How many of them are lost.
   */
  lost: number;
  /**
   * The weight of the won ones in that of the decided ones, by Aalen–Johansen; null where none is decided.
   */
  observed_rate: string | null;
  /**
   * How many of them are undecided, or left for another pipeline.
   */
  open: number;
  /**
   * The part that is undecided for longer than anything was seen to take; null where none entered.
   */
  undecided_share: string | null;
  /**
   * How many of them are won.
   */
  won: number;
}
/**
 * The win rate of one segment from a stage.
 */
export interface SegmentRate {
  rate: LearnedRate1;
  /**
   * The segment.
   */
  segment: string;
}
/**
 * Its rate.
 */
export interface LearnedRate1 {
  /**
   * What the prior and the history together are worth in won opportunities.
   */
  alpha: string;
  /**
   * What it rests on.
   */
  basis: "learned" | "prior";
  /**
   * What they are worth in lost ones.
   */
  beta: string;
  counts: DecisionCounts1;
  /**
   * Whether `effective_decided` is below the floor: the rate is then mostly what was assumed.
   */
  insufficient_history: boolean;
  /**
   * The ranges it lies in; null where neither the history nor the prior says anything.
   */
  intervals: CredibleIntervals | null;
  /**
   * The mean: the probability that the next one is won.
   */
  rate: string;
  /**
   * Why it is as it is.
   */
  reasons: Reason[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedLifecycleHistoryVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: LifecycleHistoryVerdict;
}
/**
 * The verdict.
 */
export interface LifecycleHistoryVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Days between the checks.
   */
  check_every_days: number;
  /**
   * The checks looked at, back to before the first order.
   */
  checks: number;
  /**
   * The day of the first order; null where there is none.
   */
  first_order: string | null;
  /**
   * The phase that counts on this day: the last span's.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * What the history comes to.
   */
  reasons: Reason[];
  /**
   * The same in the terms of the other text.
   */
  relationship: "exploration" | "formation" | "stable" | "degeneration";
  /**
   * The phases one after another, without gaps, from the first fact on.
   */
  spans: PhaseSpan[];
  /**
   * How long it was in each phase, every phase.
   */
  totals: PhaseDays[];
}
/**
 * A time in one phase.
 */
export interface PhaseSpan {
  /**
   * Whether an order made it count at once.
   */
  at_once: boolean;
  /**
   * The day from which it counted: of the check that confirmed it. Before, the phase before was what could be known.
   */
  confirmed_on: string;
  /**
   * How many days it has.
   */
  days: number;
  /**
   * The first day: of the first of the checks in a row that made the phase count, or of the order that did; of the
   * time as a prospect, the day of the first fact.
   */
  from: string;
  /**
   * Whether it is the high-risk band, in which early warning buys time.
   */
  in_high_risk_band: boolean;
  /**
   * The phase.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * The phase by the facts of the first check alone.
   */
  raw_phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  reason: Reason14;
  /**
   * The phase in the terms of the other text.
   */
  relationship: "exploration" | "formation" | "stable" | "degeneration";
  /**
   * The last day; of the last span, the day of the verdict.
   */
  to: string;
}
/**
 * Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
 */
export interface Reason14 {
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
 * How long an account was in a phase.
 */
export interface PhaseDays {
  /**
   * For how many days in all.
   */
  days: number;
  /**
   * The phase.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * How often it was in it.
   */
  spans: number;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedLifecycleTransitionsVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: LifecycleTransitionsVerdict;
}
/**
 * The verdict.
 */
export interface LifecycleTransitionsVerdict {
  /**
   * The accounts of the book.
   */
  accounts: number;
  /**
   * The last day, which is the day of the verdict.
   */
  as_of: string;
  /**
   * The accounts on the first day, at the end of every period, and on the last day.
   */
  columns: PhaseColumn[];
  /**
   * The currency of all money.
   */
  currency: string;
  /**
   * The first day.
   */
  from: string;
  overall: PhaseFlow;
  /**
   * The movement from each column to the next.
   */
  periods: PhaseFlow1[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The links of all periods taken together: how often, in how many account-periods, a way was taken.
   */
  pooled: PhaseLink[];
  /**
   * What it comes to, and what was left out.
   */
  reasons: Reason[];
  /**
   * How long a period is.
   */
  step: "month" | "quarter" | "year";
}
/**
 * All accounts on a day, by phase: a column of a flow chart.
 */
export interface PhaseColumn {
  /**
   * Every phase, in order.
   */
  nodes: PhaseNode[];
  /**
   * The day.
   */
  on: string;
  /**
   * Purchases in the 365 days whose money is not known, or has no rate, and is left out.
   */
  purchases_without_money: number;
}
/**
 * The accounts in one phase on a day.
 */
export interface PhaseNode {
  /**
   * Accounts in it.
   */
  accounts: number;
  /**
   * Whether it is the high-risk band.
   */
  in_high_risk_band: boolean;
  /**
   * What they spent with us in the 365 days up to this day, as far as it is known.
   */
  money: string;
  /**
   * The phase.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * Their part of all accounts; null where there is no account.
   */
  share: string | null;
}
/**
 * The movement from the first day to the last.
 */
export interface PhaseFlow {
  /**
   * Accounts whose first order came.
   */
  entered: number;
  /**
   * The day before.
   */
  from: string;
  /**
   * Accounts in a healthier phase.
   */
  improved: number;
  /**
   * Every way that an account took, in the order of the phases before and after.
   */
  links: PhaseLink[];
  /**
   * Accounts that grew and are mature now.
   */
  matured: number;
  /**
   * Accounts in the same phase as before.
   */
  stayed: number;
  /**
   * The day after.
   */
  to: string;
  /**
   * Accounts in a less healthy phase.
   */
  worsened: number;
}
/**
 * The accounts that were in one phase and are in another, or still in the same.
 */
export interface PhaseLink {
  /**
   * How many accounts.
   */
  accounts: number;
  /**
   * The phase before.
   */
  from: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * What they had spent in the 365 days up to the last day.
   */
  money_after: string;
  /**
   * What these accounts had spent with us in the 365 days up to the first day.
   */
  money_before: string;
  /**
   * The first twenty of them by identifier, where they changed their phase; none where links of several periods are
   * taken together.
   */
  named: string[];
  /**
   * How many accounts were in the phase before.
   */
  of: number;
  /**
   * The part of them that took this way.
   */
  share: string | null;
  /**
   * What that means for their health.
   */
  shift: "entered" | "stayed" | "improved" | "matured" | "worsened";
  /**
   * The phase after.
   */
  to: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
}
/**
 * How the accounts moved from one day to another.
 */
export interface PhaseFlow1 {
  /**
   * Accounts whose first order came.
   */
  entered: number;
  /**
   * The day before.
   */
  from: string;
  /**
   * Accounts in a healthier phase.
   */
  improved: number;
  /**
   * Every way that an account took, in the order of the phases before and after.
   */
  links: PhaseLink[];
  /**
   * Accounts that grew and are mature now.
   */
  matured: number;
  /**
   * Accounts in the same phase as before.
   */
  stayed: number;
  /**
   * The day after.
   */
  to: string;
  /**
   * Accounts in a less healthy phase.
   */
  worsened: number;
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
   * The latest twelve checks, oldest first; the last one is of this day.
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
  reasons: Reason[];
  /**
   * The phase that counts, in the terms of the other text.
   */
  relationship: "exploration" | "formation" | "stable" | "degeneration";
  rhythm: Rhythm;
  /**
   * The first of the checks in a row that made the phase count; where an order made it count at once, the day of the
   * order.
   */
  since: string;
  /**
   * Whether it may have begun earlier: the account is a prospect, and that check is the oldest one looked at.
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
export interface JudgedLifetimeVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: LifetimeVerdict;
}
/**
 * The verdict.
 */
export interface LifetimeVerdict {
  /**
   * Accounts that ordered, by identifier.
   */
  accounts: AccountLifetime[];
  /**
   * The effective discount rate of a year.
   */
  annual_discount_rate: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * How it was fitted; null where parameters were given, or too few accounts have ordered.
   */
  fit: PurchaseModelFit | null;
  left_out: LifetimeLeftOut;
  /**
   * The part of sales that is margin; null where it is not known.
   */
  margin: string | null;
  /**
   * What an account is worth that orders for the first time today: what to expect of a prospect once it is won. Null
   * without a model.
   */
  new_account: NewAccountValue | null;
  /**
   * The model of purchases that predictions are made by, with times in weeks; null where there is none.
   */
  parameters: PurchaseModelParameters | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The sums over all accounts; null without a model.
   */
  portfolio: PortfolioLifetime | null;
  /**
   * How it was computed, and what to do where it could not be.
   */
  reasons: Reason[];
  /**
   * The currency of all amounts.
   */
  reporting_currency: string;
  /**
   * How it was fitted; null where parameters were given, or too few amounts are known.
   */
  spend_fit: SpendModelFit | null;
  /**
   * The model of spend on an order day, in the reporting currency; null where there is none.
   */
  spend_parameters: SpendModelParameters | null;
  /**
   * What values are amounts of.
   */
  value_basis: "margin" | "sales";
}
/**
 * What tells nothing.
 */
export interface LifetimeLeftOut {
  /**
   * Purchases dated after the day of the verdict.
   */
  later_purchases: number;
  /**
   * Accounts whose repeat orders come to nothing or less after returns: the model of spend knows no such accounts, so that
   * their spend is the portfolio's.
   */
  not_positive: string[];
  /**
   * Accounts without an order: prospects, of which the models say nothing.
   */
  prospects: string[];
  /**
   * Returns before an account's first order, which are taken off nothing.
   */
  returns_before_orders: number;
  /**
   * Accounts with repeat orders of which none has a price: their spend is the portfolio's.
   */
  unpriced: string[];
  /**
   * Orders and returns of ours without an amount.
   */
  without_amount: number;
  /**
   * Orders and returns of ours in a currency for which no rate was known.
   */
  without_rate: number;
}
/**
 * What an account is worth that orders for the first time today.
 */
export interface NewAccountValue {
  /**
   * Repeat order days expected up to each horizon.
   */
  expected_purchases: string[];
  /**
   * What all its repeat orders are worth today, discounted; the first order is not in it.
   */
  lifetime_value: CurrencySum | null;
  /**
   * What one order day is worth (with margin, where that is known), by the portfolio's mean; null where spend is not known.
   */
  order_value: CurrencySum | null;
}
/**
 * The sums over all accounts with an order.
 */
export interface PortfolioLifetime {
  /**
   * How many of them are expected to buy still: the sum of the probabilities.
   */
  expected_alive: string;
  /**
   * By horizon.
   */
  horizons: PortfolioHorizon[];
  /**
   * What they are worth: the sum of their lifetime values, rounded once.
   */
  lifetime_value: CurrencySum | null;
}
/**
 * The sums over a portfolio up to a horizon.
 */
export interface PortfolioHorizon {
  /**
   * Days ahead.
   */
  days: number;
  /**
   * Order days expected.
   */
  expected_purchases: string;
  /**
   * Sales expected, not discounted; null where spend is not known.
   */
  sales: CurrencySum | null;
  /**
   * What they are worth today; null where spend is not known.
   */
  value: CurrencySum | null;
}
/**
 * The spend model fitted to accounts.
 */
export interface SpendModelFit {
  /**
   * The correlation of frequency and mean amount (Pearson's) over the accounts used, -1 to 1. The model takes it for zero:
   * where it is far from that, a product of expected purchases and expected spend is not the expected value. Null where
   * there is none: fewer than three accounts, or all alike.
   */
  correlation: string | null;
  found: ModelFit1;
  left_out: SpendLeftOut;
  /**
   * The parameters found; null where nothing was fitted.
   */
  parameters: SpendModelParameters | null;
}
/**
 * How the fit went. Its repeaters are the accounts that were used.
 */
export interface ModelFit1 {
  /**
   * How many accounts there were.
   */
  accounts: number;
  /**
   * Akaike's criterion, 2 × parameters − 2 × log-likelihood: of two models of the same accounts, the lower is the better
   * one. Null where nothing was fitted.
   */
  akaike: string | null;
  /**
   * How many different summaries they have.
   */
  cells: number;
  /**
   * The covariance of the parameters, in their order; null where the maximum is not inside. With priors, that of the
   * posterior's curvature.
   */
  covariance: string[][] | null;
  /**
   * The parameters in the model's order; empty where nothing was fitted.
   */
  estimates: ParameterEstimate[];
  /**
   * How often the likelihood was computed.
   */
  iterations: number;
  /**
   * The log-likelihood at the parameters, without priors; null where nothing was fitted.
   */
  log_likelihood: string | null;
  /**
   * Why it ended so, and what to do.
   */
  reasons: Reason[];
  /**
   * How many of them bought more than once.
   */
  repeaters: number;
  /**
   * Schwarz' criterion (BIC), which charges the logarithm of the accounts' weight for each parameter. Null where nothing
   * was fitted.
   */
  schwarz: string | null;
  /**
   * How it ended.
   */
  status: "converged" | "boundary" | "too_little_data" | "not_converged";
  /**
   * Whether priors were used.
   */
  with_priors: boolean;
}
/**
 * What could not be used.
 */
export interface SpendLeftOut {
  /**
   * Which ones have a mean amount of zero or less (below 10⁻⁹), by their place in the list: the model knows amounts above
   * zero only.
   */
  not_positive: number[];
  /**
   * How many have not bought again: there is no mean amount.
   */
  without_repeats: number;
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
  satisfaction: SatisfactionVerdict;
  switching_costs: SwitchingCostsVerdict;
  wallet: WalletVerdict;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedMarketCorrelationVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: MarketCorrelationVerdict;
}
/**
 * The verdict.
 */
export interface MarketCorrelationVerdict {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The likeliest correlation; null where nothing can be told.
   */
  correlation: string | null;
  /**
   * All deals decided in them.
   */
  decided: number;
  /**
   * What history tells.
   */
  finding: "not_estimable" | "no_more_than_chance" | "uncertain" | "common";
  /**
   * Histories replayed up to a later day than `as_of`, which are left out.
   */
  from_later_days: number;
  /**
   * Deals decided in the quarter of `as_of`, which is not over and not counted.
   */
  in_current_quarter: number;
  /**
   * Whether quarters or deals are fewer than the floor.
   */
  insufficient_history: boolean;
  /**
   * Which correlations are not ruled out; null where nothing can be told.
   */
  interval: CorrelationInterval | null;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The quarters that are over in which anything was decided, in order.
   */
  quarters: MarketQuarter[];
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The win rate that is likeliest with this correlation; null where nothing can be told.
   */
  win_rate: string | null;
  /**
   * Of these, signed.
   */
  won: number;
}
/**
 * What was decided in a quarter.
 */
export interface MarketQuarter {
  /**
   * Deals signed or lost in it.
   */
  decided: number;
  /**
   * The fiscal quarter.
   */
  quarter: string;
  /**
   * Of these, signed.
   */
  won: number;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedMovementVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: MovementVerdict;
}
/**
 * The verdict.
 */
export interface MovementVerdict {
  /**
   * The movement of each currency, in the order of their codes. They are never added up.
   */
  currencies: CurrencyMovement[];
  /**
   * The day at whose end it opens.
   */
  from: string;
  /**
   * Opportunities looked at.
   */
  opportunities: number;
  /**
   * The days in which an opportunity has to close to count; null where all count.
   */
  period: Period3 | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * What it rests on, and what is left out.
   */
  reasons: Reason[];
  /**
   * All of them in the playbook's reporting currency; null where a rate is missing.
   */
  reporting: ReportedMovement | null;
  /**
   * Every step, by day, opportunity and kind.
   */
  steps: MovementStep[];
  /**
   * The day at whose end it closes.
   */
  to: string;
  without_amount: UnknownAmounts;
}
/**
 * The movement of all currencies together, in the reporting currency: the opening at the rates of its day, the closing
 * at those of its own, every step at those of the day it was taken on. What the rates alone changed is the currency
 * effect: with it the lines lead from the opening to the closing exactly.
 */
export interface ReportedMovement {
  /**
   * The reporting currency.
   */
  currency: string;
  /**
   * What the closing is more, or less, because of rates that changed in between.
   */
  currency_effect: string;
  lines: MovementLines2;
}
/**
 * The lines of all stages and currencies, converted, not rounded; moves between stages left at zero.
 */
export interface MovementLines2 {
  amount_cleared: MovementLine;
  amount_set: MovementLine1;
  closing: MovementLine2;
  created: MovementLine3;
  currency_in: MovementLine4;
  currency_out: MovementLine5;
  decreased: MovementLine6;
  increased: MovementLine7;
  lost: MovementLine8;
  moved_in: MovementLine9;
  moved_out: MovementLine10;
  opening: MovementLine11;
  pulled_in: MovementLine12;
  pushed_out: MovementLine13;
  reopened: MovementLine14;
  won: MovementLine15;
}
/**
 * One step of one opportunity: what the lines are made of.
 */
export interface MovementStep {
  /**
   * What was booked; of a change of currency, the amount before; null where it is unknown.
   */
  amount: Money2 | null;
  /**
   * What happened.
   */
  kind:
    | "created"
    | "reopened"
    | "pulled_in"
    | "currency_changed"
    | "increased"
    | "decreased"
    | "amount_set"
    | "amount_cleared"
    | "moved"
    | "pushed_out"
    | "won"
    | "lost";
  /**
   * The day.
   */
  on: string;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The pipeline it was booked in; null where it is one that the playbook lacks.
   */
  pipeline: string | null;
  /**
   * The stage it was booked in; null where it is unknown.
   */
  stage: string | null;
  /**
   * Of a change of currency, the amount after; null otherwise.
   */
  to_amount: Money2 | null;
  /**
   * Of a move, the pipeline it went to; null otherwise, and where that is one that the playbook lacks.
   */
  to_pipeline: string | null;
  /**
   * Of a move, the stage it went to; null otherwise, and where that is unknown.
   */
  to_stage: string | null;
}
/**
 * Opportunities in the pipeline whose amount is unknown.
 */
export interface UnknownAmounts {
  /**
   * Came in, because the amount became unknown.
   */
  amount_cleared: number;
  /**
   * Left, because the amount became known.
   */
  amount_set: number;
  /**
   * In the pipeline at the end of the last day.
   */
  closing: number;
  /**
   * Came into being.
   */
  created: number;
  /**
   * Lost.
   */
  lost: number;
  /**
   * In the pipeline at the end of the first day.
   */
  opening: number;
  /**
   * The close date, or the day of the closing, moved into the period.
   */
  pulled_in: number;
  /**
   * The close date moved out of the period, or became unknown.
   */
  pushed_out: number;
  /**
   * Taken up again after closing.
   */
  reopened: number;
  /**
   * Signed.
   */
  won: number;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedPlanVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: PlanVerdict;
}
/**
 * The verdict.
 */
export interface PlanVerdict {
  /**
   * Whether it may be done as it is asked, with the override it carries, if it carries one.
   */
  allowed: boolean;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the event would do.
   */
  kind:
    | "create"
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "enter"
    | "transfer"
    | "nowhere"
    | "update";
  /**
   * The moves that are possible now instead.
   */
  moves: AllowedMove[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * What `apply_event`(super::apply_event) would say.
   */
  outcome: "applied" | "applied_by_override" | "refused";
  /**
   * What overriding would record; null where nothing is unmet, or something is that nobody can override.
   */
  override_needed: OverrideNeed | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * How it would stand then; null where nobody could let it pass.
   */
  state_after: OpportunityState | null;
  /**
   * Every criterion that is unmet.
   */
  unmet: UnmetCriterion[];
}
/**
 * What an override of a move would record, and who may give it.
 */
export interface OverrideNeed {
  /**
   * Who may decide; empty means any named person.
   */
  authority: string[];
  /**
   * The criteria that would be recorded as passed over.
   */
  covers: UnmetCriterion[];
  /**
   * The decision that the event carries and that would be recorded; null where it carries no valid one.
   */
  given: Override | null;
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
    | "known_pipeline"
    | "other_pipeline"
    | "known_reason"
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
    | "is_new"
    | "whole_credit"
    | "same_currency"
    | "open_category";
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
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedPurchaseModelFit {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: PurchaseModelFit1;
}
/**
 * A purchase model fitted to accounts.
 */
export interface PurchaseModelFit1 {
  found: ModelFit;
  /**
   * The model with the parameters found; null where nothing was fitted.
   */
  parameters: PurchaseModelParameters | null;
  /**
   * The regularities that were tried, where one was to be chosen; empty otherwise.
   */
  trials: RegularityTrial[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedRetentionVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: RetentionVerdict;
}
/**
 * The verdict.
 */
export interface RetentionVerdict {
  /**
   * Customers of the first year.
   */
  accounts: number;
  /**
   * The effective discount rate of a year.
   */
  annual_discount_rate: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  base: RetentionOutcome;
  /**
   * What the scenario starts from.
   */
  basis: "given_figures" | "fitted_portfolio";
  /**
   * The change.
   */
  change:
    | {
        /**
         * The points, 0.05 for five of a hundred.
         */
        points: string;
        type: "points";
      }
    | {
        /**
         * The part.
         */
        fraction: string;
        type: "fraction";
      };
  changed: RetentionOutcome1;
  effect: RetentionEffect;
  /**
   * Whether margins are margins, and not sales of which no margin is known.
   */
  is_margin: boolean;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * How it was computed.
   */
  reasons: Reason[];
  /**
   * The years one by one; without an end, the first ten.
   */
  years: RetentionYear[];
  /**
   * Years that outcomes look at, at most the years listed; null means without an end.
   */
  years_looked_at: number | null;
}
/**
 * As it is.
 */
export interface RetentionOutcome {
  /**
   * The expected number of years in which a customer is there, the first among them; null where it has no end.
   */
  lifetime_years: string | null;
  /**
   * What all of them are worth today; null where the sum has no end, or no spend is known.
   */
  value: CurrencySum | null;
  /**
   * The same for one of them; null too where there is none.
   */
  value_per_account: CurrencySum | null;
}
/**
 * As it would be.
 */
export interface RetentionOutcome1 {
  /**
   * The expected number of years in which a customer is there, the first among them; null where it has no end.
   */
  lifetime_years: string | null;
  /**
   * What all of them are worth today; null where the sum has no end, or no spend is known.
   */
  value: CurrencySum | null;
  /**
   * The same for one of them; null too where there is none.
   */
  value_per_account: CurrencySum | null;
}
/**
 * The difference.
 */
export interface RetentionEffect {
  /**
   * Years more; null where one of both has no end.
   */
  lifetime_years: string | null;
  /**
   * The part by which their worth grows: 0.25 is a quarter more; null where they are worth nothing before.
   */
  relative: string | null;
  /**
   * What all customers are worth more; null where one of both has no end.
   */
  value: CurrencySum | null;
  /**
   * The same for one of them.
   */
  value_per_account: CurrencySum | null;
}
/**
 * One year of a scenario, before and after the change.
 */
export interface RetentionYear {
  /**
   * The same after the change.
   */
  changed_margin: CurrencySum | null;
  /**
   * The same after the change.
   */
  changed_part: string;
  /**
   * The year's expected margin, not discounted; null where no spend is known.
   */
  margin: CurrencySum | null;
  /**
   * The part of the first year that is still there.
   */
  part: string;
  /**
   * Which year, from 1.
   */
  year: number;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedRfmVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: RfmVerdict;
}
/**
 * The verdict.
 */
export interface RfmVerdict {
  /**
   * The accounts with at least one order, by identifier.
   */
  accounts: RfmAccount[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * How numbers became scores.
   */
  method: "fixed_bands" | "quantiles";
  money: CurrencySum35;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The accounts that have never ordered, by identifier: prospects, not lost.
   */
  prospects: string[];
  /**
   * The rules behind the scores.
   */
  reasons: Reason[];
  receipt: RfmReceipt;
  /**
   * Which recency was scored.
   */
  recency: "since_last_order" | "first_to_last_order";
  /**
   * The currency of all sums.
   */
  reporting_currency: string;
  /**
   * Accounts of which returns are known but no order, by identifier: not scored.
   */
  returns_only: string[];
  /**
   * What the scores mean: of recency, of frequency, of money.
   */
  scales: RfmScale[];
  /**
   * Every segment with its accounts together, the best first.
   */
  segments: RfmSegmentSummary[];
  /**
   * Orders and returns of the window that have no price, by account, day and identifier.
   */
  unpriced: UnpricedOrder[];
  /**
   * The days that frequency and money are of; null means all that is known.
   */
  window: Period3 | null;
}
/**
 * An account with its numbers, scores and segment.
 */
export interface RfmAccount {
  /**
   * The account.
   */
  account: string;
  /**
   * The three scores in one, such as `545`; a hyphen stands for one that is not known.
   */
  code: string;
  /**
   * Days from the first to the last order: recency, as models of repeat purchases have it.
   */
  days_first_to_last: number;
  /**
   * Days from the first order to the day of the verdict: the account's age.
   */
  days_since_first_order: number;
  /**
   * Days from the last order to the day of the verdict: recency, as marketing has it.
   */
  days_since_last_order: number;
  /**
   * The day of its first order known.
   */
  first_order: string;
  /**
   * The score of frequency.
   */
  frequency_score: number;
  /**
   * The day of its last order.
   */
  last_order: string;
  /**
   * The score of money; null where the money is not known.
   */
  monetary_score: number | null;
  /**
   * Orders less returns of the window, rounded once; null where purchases are known but the price of none.
   */
  money: CurrencySum | null;
  /**
   * The money by the days with orders in the window, rounded half-even; null where either is missing.
   */
  money_per_order: CurrencySum | null;
  /**
   * Frequency: days with orders in the window. Orders of one day are one, a return is none.
   */
  orders: number;
  /**
   * Days with orders ever.
   */
  orders_ever: number;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The score of recency.
   */
  recency_score: number;
  /**
   * What these scores are called.
   */
  segment:
    | "champions"
    | "loyal"
    | "potential_loyalists"
    | "new"
    | "promising"
    | "needs_attention"
    | "about_to_sleep"
    | "at_risk"
    | "cannot_lose"
    | "hibernating"
    | "lost";
  /**
   * The score of the days since the last order, which the segment goes by: that of recency, unless the other recency was
   * asked for.
   */
  silence_score: number;
  /**
   * Orders and returns of the window that have no price and are not in the money.
   */
  unpriced: number;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum35 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * Where every purchase went.
 */
export interface RfmReceipt {
  /**
   * Purchases dated after the day of the verdict, which are not known yet.
   */
  after_as_of: number;
  /**
   * Our orders and returns before the window: they count for recency alone.
   */
  before_window: number;
  /**
   * Orders with competitors, which count for nothing here.
   */
  of_competitors: number;
  /**
   * Our orders up to the day of the verdict.
   */
  orders: number;
  /**
   * Our orders and returns whose money is in the sums.
   */
  priced: number;
  /**
   * Returns and credit notes up to it.
   */
  returns: number;
  /**
   * Our orders and returns whose money is not.
   */
  unpriced: number;
  /**
   * Returns of accounts of which no order is known.
   */
  without_order: number;
}
/**
 * What the scores of one measure mean in this verdict.
 */
export interface RfmScale {
  /**
   * The five scores, the worst first.
   */
  classes: RfmScaleClass[];
  /**
   * What is scored.
   */
  measure: "recency" | "frequency" | "monetary";
  /**
   * The unit of its values and limits.
   */
  unit: "days" | "count" | "share" | "ratio" | "date" | "word" | "money";
}
/**
 * The accounts that have one score, and the values they have.
 */
export interface RfmScaleClass {
  /**
   * How many accounts have it.
   */
  accounts: number;
  /**
   * The least value of these; null where there is none.
   */
  least: string | null;
  /**
   * The playbook's limit, which a value has to keep for this score: the most days since the last order, and the least of
   * everything else. Null for the worst score, which has none, and by quantiles, where other accounts are the limit.
   */
  limit: string | null;
  /**
   * The most of these; null where there is none.
   */
  most: string | null;
  /**
   * The score.
   */
  score: number;
}
/**
 * The accounts of one segment together.
 */
export interface RfmSegmentSummary {
  /**
   * How many accounts are in it.
   */
  accounts: number;
  /**
   * Accounts in it whose money is not known, or only in part.
   */
  incomplete: number;
  money: CurrencySum36;
  /**
   * The segment.
   */
  segment:
    | "champions"
    | "loyal"
    | "potential_loyalists"
    | "new"
    | "promising"
    | "needs_attention"
    | "about_to_sleep"
    | "at_risk"
    | "cannot_lose"
    | "hibernating"
    | "lost";
  /**
   * Their part of the accounts scored; null where none is.
   */
  share_of_accounts: string | null;
  /**
   * Its part of the money of all accounts scored; null where that is not above zero, or the part is not within it.
   */
  share_of_money: string | null;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum36 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedRollUpVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: RollUpVerdict;
}
/**
 * The verdict.
 */
export interface RollUpVerdict {
  /**
   * People's own figures, beside what adds up; by period, whose, and when they were made.
   */
  adjustments: AdjustedForecast[];
  amounts: ForecastRow6;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the cells are told apart by.
   */
  by: ForecastDimension[];
  /**
   * The cells that something is in, by their keys in turn: months, quarters and years in time order, stages as in the
   * playbook, categories from the least sure, all else by name, and what has no name first.
   */
  cells: RollUpCell[];
  /**
   * Whether a category holds all that is surer too.
   */
  cumulative: boolean;
  /**
   * Whose opportunities; null means everybody's.
   */
  member: string | null;
  /**
   * Opportunities that the member asked about gets no credit for, with their team; none where nobody was asked about.
   */
  of_others: number;
  /**
   * The periods that the dimension `period` knows, as given.
   */
  periods: Period3[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The rules behind the sums.
   */
  reasons: Reason[];
  receipt: ForecastReceipt2;
  /**
   * What of that is paid again and again; null where nothing is, as far as is known.
   */
  recurring: RecurringRow | null;
  /**
   * The currency of all sums but those of cells by currency.
   */
  reporting_currency: string;
  /**
   * The opportunities that could not be priced, and why. One that only lacks a rate is in cells by currency.
   */
  unpriced: UnpricedDeal[];
}
/**
 * Everything, each opportunity once.
 */
export interface ForecastRow6 {
  booked: Amounts;
  open: Amounts1;
  realised: Amounts2;
}
/**
 * What adds up in one cell.
 */
export interface RollUpCell {
  amounts: ForecastRow7;
  /**
   * The currency of its sums.
   */
  currency: string;
  /**
   * Where it stands, in the order of the dimensions asked for.
   */
  key: CellKey[];
  /**
   * What is paid again and again; null where nothing is, as far as is known.
   */
  recurring: RecurringRow | null;
}
/**
 * What opportunities are worth, each counted once.
 */
export interface ForecastRow7 {
  booked: Amounts;
  open: Amounts1;
  realised: Amounts2;
}
/**
 * Recurring revenue of what is open, signed and paid, beside each other and never added up.
 */
export interface RecurringRow {
  booked: RecurringAmounts;
  open: RecurringAmounts1;
  realised: RecurringAmounts2;
}
/**
 * Of what is signed and not yet paid.
 */
export interface RecurringAmounts {
  /**
   * What all contracts are worth, those without recurring revenue too: what is paid once, and each month agreed.
   */
  contract_value: string;
  /**
   * The same, each opportunity's times its probability.
   */
  contract_value_weighted: string;
  /**
   * Opportunities with recurring revenue.
   */
  deals: number;
  /**
   * What is paid each month.
   */
  monthly: string;
  /**
   * The same, each opportunity's times its probability.
   */
  monthly_weighted: string;
}
/**
 * Of open opportunities.
 */
export interface RecurringAmounts1 {
  /**
   * What all contracts are worth, those without recurring revenue too: what is paid once, and each month agreed.
   */
  contract_value: string;
  /**
   * The same, each opportunity's times its probability.
   */
  contract_value_weighted: string;
  /**
   * Opportunities with recurring revenue.
   */
  deals: number;
  /**
   * What is paid each month.
   */
  monthly: string;
  /**
   * The same, each opportunity's times its probability.
   */
  monthly_weighted: string;
}
/**
 * Of what is signed and paid.
 */
export interface RecurringAmounts2 {
  /**
   * What all contracts are worth, those without recurring revenue too: what is paid once, and each month agreed.
   */
  contract_value: string;
  /**
   * The same, each opportunity's times its probability.
   */
  contract_value_weighted: string;
  /**
   * Opportunities with recurring revenue.
   */
  deals: number;
  /**
   * What is paid each month.
   */
  monthly: string;
  /**
   * The same, each opportunity's times its probability.
   */
  monthly_weighted: string;
}
/**
 * Where every opportunity went that is not others'. It tells of whole opportunities, whatever part is credited.
 */
export interface ForecastReceipt2 {
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
   * Open ones left out of the sums by their forecast category.
   */
  omitted: number;
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
   * Every opportunity in the one part it went to; parts that nothing went to are not listed.
   */
  parts: ReceiptPart[];
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
  whole: ReceiptWhole;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedRoundModelFit {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: RoundModelFit;
}
/**
 * The verdict.
 */
export interface RoundModelFit {
  found: ModelFit2;
  /**
   * The parameters found; null where nothing was fitted.
   */
  parameters: RoundModelParameters | null;
}
/**
 * How the fit went.
 */
export interface ModelFit2 {
  /**
   * How many accounts there were.
   */
  accounts: number;
  /**
   * Akaike's criterion, 2 × parameters − 2 × log-likelihood: of two models of the same accounts, the lower is the better
   * one. Null where nothing was fitted.
   */
  akaike: string | null;
  /**
   * How many different summaries they have.
   */
  cells: number;
  /**
   * The covariance of the parameters, in their order; null where the maximum is not inside. With priors, that of the
   * posterior's curvature.
   */
  covariance: string[][] | null;
  /**
   * The parameters in the model's order; empty where nothing was fitted.
   */
  estimates: ParameterEstimate[];
  /**
   * How often the likelihood was computed.
   */
  iterations: number;
  /**
   * The log-likelihood at the parameters, without priors; null where nothing was fitted.
   */
  log_likelihood: string | null;
  /**
   * Why it ended so, and what to do.
   */
  reasons: Reason[];
  /**
   * How many of them bought more than once.
   */
  repeaters: number;
  /**
   * Schwarz' criterion (BIC), which charges the logarithm of the accounts' weight for each parameter. Null where nothing
   * was fitted.
   */
  schwarz: string | null;
  /**
   * How it ended.
   */
  status: "converged" | "boundary" | "too_little_data" | "not_converged";
  /**
   * Whether priors were used.
   */
  with_priors: boolean;
}
/**
 * The BG/BB model (Fader, Hardie & Shang 2010) with its parameters: purchases in rounds.
 *
 * While an account is there it buys in each round with a chance of its own, which is beta distributed over accounts (shapes
 * α and β); before each round it may leave for good with another chance of its own, beta distributed with shapes γ and δ.
 * None of them has a unit.
 */
export interface RoundModelParameters {
  /**
   * First shape of the chances to buy in a round.
   */
  alpha: string;
  /**
   * Second shape of the chances to buy in a round.
   */
  beta: string;
  /**
   * Second shape of the chances to leave before a round.
   */
  delta: string;
  /**
   * First shape of the chances to leave before a round.
   */
  gamma: string;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedScenarioVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: ScenarioVerdict;
}
/**
 * The verdict.
 */
export interface ScenarioVerdict {
  after: BookingForecastVerdict2;
  before: BookingForecastVerdict3;
  /**
   * The changes, in the order given.
   */
  changes: AppliedChange[];
  /**
   * What lies between them, by period, in the order given.
   */
  differences: BookingDifference[];
  /**
   * Why.
   */
  reasons: Reason[];
}
/**
 * The forecast with the changes that could be applied.
 */
export interface BookingForecastVerdict2 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the chances rest on.
   */
  basis: "stage_default" | "learned" | "timing";
  /**
   * Whether the playbook's coverage caps hold.
   */
  coverage_caps: boolean;
  /**
   * Opportunities that can be placed in no period, and why.
   */
  left_out: LeftOutDeal[];
  /**
   * How much what decides deals is common to all of them.
   */
  market_correlation: string;
  /**
   * Whose opportunities; null means everybody's.
   */
  member: string | null;
  /**
   * The periods, in the order given.
   */
  periods: PeriodBookings[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
  receipt: BookingReceipt;
  /**
   * The currency of all sums.
   */
  reporting_currency: string;
}
/**
 * The forecast as it is.
 */
export interface BookingForecastVerdict3 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the chances rest on.
   */
  basis: "stage_default" | "learned" | "timing";
  /**
   * Whether the playbook's coverage caps hold.
   */
  coverage_caps: boolean;
  /**
   * Opportunities that can be placed in no period, and why.
   */
  left_out: LeftOutDeal[];
  /**
   * How much what decides deals is common to all of them.
   */
  market_correlation: string;
  /**
   * Whose opportunities; null means everybody's.
   */
  member: string | null;
  /**
   * The periods, in the order given.
   */
  periods: PeriodBookings[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
  receipt: BookingReceipt;
  /**
   * The currency of all sums.
   */
  reporting_currency: string;
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
export interface JudgedSpendModelFit {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: SpendModelFit1;
}
/**
 * The spend model fitted to accounts.
 */
export interface SpendModelFit1 {
  /**
   * The correlation of frequency and mean amount (Pearson's) over the accounts used, -1 to 1. The model takes it for zero:
   * where it is far from that, a product of expected purchases and expected spend is not the expected value. Null where
   * there is none: fewer than three accounts, or all alike.
   */
  correlation: string | null;
  found: ModelFit1;
  left_out: SpendLeftOut;
  /**
   * The parameters found; null where nothing was fitted.
   */
  parameters: SpendModelParameters | null;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedSummariesVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: SummariesVerdict;
}
/**
 * The verdict.
 */
export interface SummariesVerdict {
  /**
   * Accounts that ordered, by identifier.
   */
  accounts: AccountSummary[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  left_out: LifetimeLeftOut1;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * By which rules.
   */
  reasons: Reason[];
  /**
   * The currency of spend.
   */
  reporting_currency: string;
}
/**
 * What tells nothing.
 */
export interface LifetimeLeftOut1 {
  /**
   * Purchases dated after the day of the verdict.
   */
  later_purchases: number;
  /**
   * Accounts whose repeat orders come to nothing or less after returns: the model of spend knows no such accounts, so that
   * their spend is the portfolio's.
   */
  not_positive: string[];
  /**
   * Accounts without an order: prospects, of which the models say nothing.
   */
  prospects: string[];
  /**
   * Returns before an account's first order, which are taken off nothing.
   */
  returns_before_orders: number;
  /**
   * Accounts with repeat orders of which none has a price: their spend is the portfolio's.
   */
  unpriced: string[];
  /**
   * Orders and returns of ours without an amount.
   */
  without_amount: number;
  /**
   * Orders and returns of ours in a currency for which no rate was known.
   */
  without_rate: number;
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedSupportVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: SupportVerdict1;
}
/**
 * The verdict.
 */
export interface SupportVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  base: SupportBase;
  before: SupportBase1;
  /**
   * By how much our share of people changed; null where nobody counts on one of the days.
   */
  breadth_change: string | null;
  /**
   * By how much our share of influence changed; null where there is none on one of the days.
   */
  change: string | null;
  /**
   * Who moved it, the largest effect first, then by identifier; unknown effects last.
   */
  movers: SupportMover[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  reason: Reason13;
  /**
   * The earlier day it is compared with.
   */
  since: string;
  /**
   * Where the support base is going, by our share of influence.
   */
  trend: "growing" | "steady" | "shrinking" | "unknown";
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedTimingVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: TimingVerdict;
}
/**
 * The verdict.
 */
export interface TimingVerdict {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The open opportunities in stages that the playbook knows, in the order given.
   */
  deals: DealTiming[];
  /**
   * How many visits must have lasted longer for the timing to be used.
   */
  floor: number;
  /**
   * Histories that know of days after the day of the verdict: in no number.
   */
  from_later_days: number;
  /**
   * Histories that were learned from, open or closed.
   */
  histories: number;
  /**
   * Of these, opportunities that are open in a stage or pipeline that the playbook lacks: nothing is said of them.
   */
  in_unknown_stage: number;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
}
/**
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedTrajectoryVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: TrajectoryVerdict;
}
/**
 * The verdict.
 */
export interface TrajectoryVerdict {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The currency of all money here: that of all our orders where they have one in common, else the playbook's
   * reporting currency, at the rate of each order's day; null where no amount is known.
   */
  currency: string | null;
  next_orders: NextOrders;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * How regular the intervals are; null without a rhythm.
   */
  regularity: RhythmRegularity | null;
  returns: ReturnsFinding;
  rhythm: Rhythm2;
  season: SeasonFinding;
  silence: SilenceFinding;
  /**
   * Categories it stopped buying while it buys in others, by worth.
   */
  stopped_categories: StoppedBuying[];
  /**
   * How many categories those are.
   */
  stopped_category_count: number;
  /**
   * How many products those are; the playbook's `most_stopped` are listed.
   */
  stopped_product_count: number;
  /**
   * Products it stopped buying while it buys others, by worth; products are looked at where orders name them.
   */
  stopped_products: StoppedBuying[];
  trend: SpendTrend;
  /**
   * Those orders, oldest first; at most a hundred are listed, the latest.
   */
  unpriced: UnpricedPurchase[];
  /**
   * Orders and returns whose worth is not known in the verdict's currency: what is said of money leaves them out.
   */
  unpriced_orders: number;
}
/**
 * The next orders.
 */
export interface NextOrders {
  /**
   * What each is expected to come to; null where no amount is known.
   */
  amount: ExpectedAmount | null;
  /**
   * Why none is predicted; null where some are.
   */
  none: NoPrediction | null;
  /**
   * The next orders, up to the playbook's `predicted_orders`.
   */
  orders: PredictedOrder[];
}
/**
 * One of the next orders.
 */
export interface PredictedOrder {
  /**
   * It comes earlier with a chance of one in ten…
   */
  earliest: string;
  /**
   * The day that it comes before or after with even chances.
   */
  expected: string;
  /**
   * …and later with a chance of one in ten.
   */
  latest: string;
  /**
   * 1 for the next one.
   */
  number: number;
}
/**
 * How regular an account's intervals are, and how sure that is. Source: `[KRM]`, D14; Wheat and Morrison (1990).
 */
export interface RhythmRegularity {
  /**
   * Whether there are so few (under eight) that the shape is mostly what accounts in general are taken to be.
   */
  few_intervals: boolean;
  /**
   * The intervals it is told from: the latest, up to the playbook's `rhythm_intervals`.
   */
  intervals: number;
  /**
   * The regularity in a word, by the middle of the shape.
   */
  kind: "clockwork" | "regular" | "chance" | "clumped";
  /**
   * Whether the intervals are measured in the account's season, where a day of a strong month counts for more.
   */
  season_adjusted: boolean;
  /**
   * The shape of the gamma distribution of the intervals, as the intervals and the playbook's `usual_regularity`
   * together have it (posterior median): 1 is chance, large is clockwork.
   */
  shape: string;
  /**
   * The shape that the true one is above with a chance of one in ten.
   */
  shape_high: string;
  /**
   * The shape that the true one is below with a chance of one in ten.
   */
  shape_low: string;
  /**
   * The squared coefficient of variation of the intervals: 1 is chance, 0 is clockwork; null with fewer than two.
   */
  squared_variation: string | null;
  /**
   * The shape by Wheat and Morrison's estimator, from neighbouring intervals alone, at most 1000; null with fewer
   * than two. With few intervals it swings widely.
   */
  wheat_morrison: string | null;
}
/**
 * How returns were netted.
 */
export interface ReturnsFinding {
  /**
   * Those wholly taken off earlier orders.
   */
  matched: number;
  /**
   * Returns to us up to the day of the verdict.
   */
  returns: number;
  /**
   * The others, oldest first; at most a hundred are listed, the latest.
   */
  unmatched: UnmatchedReturn[];
}
/**
 * A return that is not taken off an earlier order, or not wholly.
 */
export interface UnmatchedReturn {
  /**
   * Why not.
   */
  cause: "no_earlier_order" | "more_than_ordered" | "no_amount";
  /**
   * What could not be taken off; null where it has no amount.
   */
  left: CurrencySum | null;
  /**
   * Its day; what could not be taken off an order counts on this day.
   */
  on: string;
  /**
   * The return.
   */
  purchase: string;
}
/**
 * The rhythm of our orders: its centre and spread are medians.
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
 * Whether the account buys in certain months.
 */
export interface SeasonFinding {
  /**
   * All twelve months; empty where no season is found.
   */
  months: MonthIndex[];
  /**
   * Purchase occasions within them.
   */
  occasions: number;
  /**
   * Whether orders peak once or twice a year; null where no season is found.
   */
  peaks_per_year: number | null;
  /**
   * How probable as much concentration is by chance (Rayleigh's test); null where it was not tested.
   */
  probability: string | null;
  /**
   * What is found.
   */
  state: "too_short" | "too_few_orders" | "none_found" | "found";
  /**
   * The months with many orders, 1 to 12; empty where no season is found.
   */
  strong_months: number[];
  /**
   * The months with few orders, 1 to 12; empty where no season is found.
   */
  weak_months: number[];
  /**
   * Whole years up to the last order.
   */
  whole_years: number;
}
/**
 * How many orders come in a month, relative to a usual one.
 */
export interface MonthIndex {
  /**
   * Its orders relative to a usual month's, one more spread evenly over the year: 2 is twice as many.
   */
  index: string;
  /**
   * The month, 1 to 12.
   */
  month: number;
  /**
   * Purchase occasions in it, in the whole years looked at.
   */
  occasions: number;
}
/**
 * How usual the silence since the last order is.
 */
export interface SilenceFinding {
  /**
   * How many of them were at least as long as the silence; with a season, in the season's time.
   */
  as_long: number;
  /**
   * Days since the last order; null without one.
   */
  days: number | null;
  /**
   * The intervals that the rhythm is taken from.
   */
  intervals: number;
  /**
   * The first day on which the silence is overdue, if no order comes; null without a rhythm.
   */
  overdue_from: string | null;
  /**
   * How probable a silence longer than this is if the account still buys as usual; null without a rhythm. With few
   * intervals it falls slowly, because the rhythm itself is not well known.
   */
  probability: string | null;
  /**
   * Whether the account's season is taken into account.
   */
  season_adjusted: boolean;
  /**
   * How usual it is.
   */
  state: "unknown" | "usual" | "long" | "overdue";
}
/**
 * A product or category that an account stopped buying from us while it still buys other things. Source: `[KRM]`, D14.
 */
export interface StoppedBuying {
  /**
   * The category; null for a product without one.
   */
  category: string | null;
  /**
   * How far the facts carry it.
   */
  confidence: "low" | "medium" | "high";
  /**
   * The last of them.
   */
  last: string;
  /**
   * The usual interval between them (median).
   */
  median_interval_days: string;
  /**
   * The occasions on which it was bought.
   */
  occasions: number;
  /**
   * The occasions on which the account bought from us since, without it.
   */
  occasions_since: number;
  /**
   * How probable so long a silence is if it were still bought as before.
   */
  probability: string;
  /**
   * The product; null where a whole category stopped.
   */
  product: string | null;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * What came instead.
   */
  replaced_by:
    | {
        /**
         * The occasions on which it was bought.
         */
        occasions: number;
        /**
         * The product.
         */
        product: string;
        /**
         * The day of its first order.
         */
        since: string;
        type: "our_product";
        /**
         * What it is worth a year; null where an amount is not known.
         */
        worth_per_year: CurrencySum | null;
      }
    | {
        /**
         * Whether it had ordered there in this category before.
         */
        bought_before: boolean;
        /**
         * Which competitor.
         */
        name: string;
        /**
         * The days on which the account ordered there since.
         */
        occasions: number;
        /**
         * The product, where the orders name one and the same.
         */
        product: string | null;
        /**
         * The day of its first order after our last one.
         */
        since: string;
        type: "competitor";
      }
    | {
        type: "unknown";
      };
  /**
   * Days since the last one.
   */
  silence_days: number;
  /**
   * The day on which the next was expected: since then it counts as stopped.
   */
  since: string;
  /**
   * What it brought a year while it was bought, returns netted; null where an amount is not known.
   */
  worth_per_year: CurrencySum | null;
}
/**
 * Whether it spends more or less over time.
 */
export interface SpendTrend {
  /**
   * Up or down where the trend is more than chance, steady where it is not, unknown where none is told.
   */
  direction: "up" | "steady" | "down" | "unknown";
  /**
   * The first day of the first period; null where there is none.
   */
  first: string | null;
  /**
   * The last day of the last period; null where there is none.
   */
  last: string | null;
  /**
   * Why none is told; null where one is.
   */
  none: NoTrend | null;
  /**
   * How long the periods are; null without a rhythm.
   */
  period: TrendPeriod | null;
  /**
   * Whole periods whose spend is known: after the one of the first order, before the one of the verdict.
   */
  periods: number;
  /**
   * Whole periods left out, because an amount or its rate is not known.
   */
  periods_left_out: number;
  /**
   * The slope; null where none is told.
   */
  slope: SpendSlope | null;
}
/**
 * The slope of an account's spend. Source: `[KRM]`, D14; Theil (1950), Sen (1968), Mann (1945), Kendall (1975).
 */
export interface SpendSlope {
  high: CurrencySum37;
  low: CurrencySum38;
  per_year: CurrencySum39;
  /**
   * How probable as clear a trend is by chance (Mann and Kendall's test, two-sided).
   */
  probability: string;
  /**
   * The slope relative to the spend of a year at the median period; null where that is not above zero.
   */
  relative: string | null;
  /**
   * Whether only the same periods of different years are compared, because the account has a season.
   */
  season_adjusted: boolean;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum37 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum38 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * A sum of amounts in one currency.
 */
export interface CurrencySum39 {
  /**
   * The sum, rounded once, half-even, to the currency's minor unit.
   */
  amount: string;
  /**
   * The currency.
   */
  currency: string;
}
/**
 * An order of ours whose worth is not known in the verdict's currency.
 */
export interface UnpricedPurchase {
  /**
   * What is missing: its amount, or a rate to the reporting currency on its day.
   */
  cause: "unknown_stage" | "no_amount" | "no_close_date" | "no_rate";
  /**
   * Its day.
   */
  on: string;
  /**
   * The order or return.
   */
  purchase: string;
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
    | "create"
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "enter"
    | "transfer"
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
  reasons: Reason[];
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
 * A verdict, with the facts that were left out of it.
 */
export interface JudgedValidationVerdict {
  /**
   * Facts that could not be used, each with its path.
   */
  left_out: Problem[];
  verdict: ValidationVerdict;
}
/**
 * The verdict.
 */
export interface ValidationVerdict {
  /**
   * Accounts that ordered in the calibration.
   */
  accounts: number;
  /**
   * Their orders in the holdout, those of one day as one.
   */
  actual: number;
  /**
   * The day of the verdict, the last of the holdout.
   */
  as_of: string;
  /**
   * Which was best by which score.
   */
  best_by: BestPrediction[];
  /**
   * Of the accounts, the ones that ordered in the holdout.
   */
  bought_again: number;
  /**
   * The last day of the calibration.
   */
  calibration_end: string;
  /**
   * The day of the first order; null where there is none.
   */
  calibration_start: string | null;
  /**
   * Days of the holdout.
   */
  holdout_days: number;
  /**
   * Accounts left out: their first order came after the calibration, or never.
   */
  left_out: number;
  /**
   * Each method, models first.
   */
  methods: MethodValidation[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * How it was computed.
   */
  reasons: Reason[];
  /**
   * Of these, the ones that ordered again in it.
   */
  repeaters: number;
  /**
   * Days of a step: a week, or as many weeks as keep the steps below a thousand.
   */
  step_days: number;
  /**
   * Repeat orders by step, over both parts.
   */
  steps: HoldoutStep[];
}
/**
 * What a method says, and how good that was.
 */
export interface MethodValidation {
  /**
   * Expected against actual accounts by repeat orders in the calibration; empty without a model.
   */
  calibration: CalibrationBucket[];
  /**
   * Repeat orders that the model expects in each of the steps, given when each account began; empty without a model.
   */
  expected: string[];
  /**
   * The running sum of these.
   */
  expected_cumulative: string[];
  /**
   * The model as it was fitted on the calibration; null for a method without one.
   */
  fit: PurchaseModelFit | null;
  /**
   * Predicted against actual orders in the holdout, by repeat orders in the calibration.
   */
  holdout: HoldoutBucket[];
  /**
   * The method.
   */
  method: "bg_nbd" | "mbg_nbd" | "mbg_cnbd" | "pareto_nbd" | "recency_only" | "same_as_last_period";
  /**
   * How good its predictions were; null where it could not predict.
   */
  scores: PredictionScores | null;
}
/**
 * How good the predictions of a method were.
 */
export interface PredictionScores {
  /**
   * The area under the ROC curve of "buys again"; null where all did, or none.
   */
  area_under_curve: string | null;
  /**
   * The mean absolute error of the counts.
   */
  mean_absolute_error: string;
  /**
   * The sum of predicted counts.
   */
  predicted: string;
  /**
   * Spearman's rank correlation of predicted and actual counts, ties with the mean of their ranks; null where all
   * accounts are alike on one side.
   */
  rank_correlation: string | null;
  /**
   * The root of their mean square error.
   */
  root_mean_square_error: string;
}
/**
 * How key accounts are told from ordinary ones, what kinds they are of, and their tiers. Source: `[KRM]`, `[CCA]`,
 * `[OCD]`, D19, for the criteria, the kinds and what tiers go by; the thresholds are ours.
 *
 * What is large is told beside the other accounts of the book, as a multiple of the median of those that bought within
 * the last 365 days, so that it needs no currency; an amount may be given instead.
 */
export interface KeyAccountPolicy1 {
  /**
   * People in the committee of one opportunity from which a decision is complex…
   */
  committee_people?: number;
  /**
   * …or different buying roles in it.
   */
  committee_roles?: number;
  /**
   * How many of the three criteria (complex decision, large sum, many people) make a key account, 1 to 3.
   */
  criteria_needed?: number;
  /**
   * …and of the median number of purchase occasions, by its frequency.
   */
  frequency_multiple?: string;
  grid?: TierGrid;
  /**
   * The largest accounts that together bring this part of all value are high…
   */
  high_share?: string;
  /**
   * The industries of important accounts, whatever their capitals.
   */
  important_industries?: string[];
  /**
   * What is spent in a year, or one opportunity, from which the sum is large; null means by the multiple.
   */
  large_sum?: Money2 | null;
  /**
   * Multiple of the median spend from which the sum is large.
   */
  large_sum_multiple?: string;
  /**
   * Known people of the account from which they are many.
   */
  many_people?: number;
  /**
   * …and those that follow, up to this part, medium.
   */
  medium_share?: string;
  /**
   * Fewest accounts that bought within the last 365 days from which medians are taken.
   */
  minimum_accounts?: number;
  /**
   * Multiple of the median spend from which an account is strategic by its potential…
   */
  potential_multiple?: string;
  /**
   * …and competitors at work there from which it is by being their target.
   */
  rivals?: number;
  /**
   * Multiple of the median spend from which an account is economic by its volume…
   */
  volume_multiple?: string;
}
/**
 * What the accounts of a book are. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.
 */
export interface KeyAccountsVerdict1 {
  /**
   * The accounts in the order of their identifiers.
   */
  accounts: KeyAccount[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The currency of all money.
   */
  currency: string;
  medians: BookMedians1;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * What it comes to.
   */
  reasons: Reason[];
  /**
   * What the accounts of every tier come to; last those without one.
   */
  tiers: TierSummary[];
  /**
   * How many accounts are a fifth of those whose value is known.
   */
  top_fifth_accounts: number;
  /**
   * The part of all value that so many accounts with most bring: measured, not assumed; null where there is no value.
   */
  top_fifth_share: string | null;
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
   * The label of every word of every vocabulary, by vocabulary and word; the playbook's loss reasons are among
   * them.
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
 * Asks how much deals have a common market in what decides them, as past quarters tell.
 */
export interface LearnMarketCorrelationRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts19;
  /**
   * Below how many decided deals; null means 50.
   */
  deals_floor?: number | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * Below how many quarters with two decided deals or more the history is called insufficient; null means 8.
   */
  quarters_floor?: number | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts19 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks for the win rates that the histories of a book teach, by stage and segment.
 */
export interface LearnWinRatesRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts20;
  /**
   * Below how many decided opportunities a rate is called insufficient; null means 20.
   */
  floor?: number | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * How many decided opportunities the playbook's rate counts for; null means 10.
   */
  prior_strength?: string | null;
  /**
   * What puts opportunities into segments; null means that there are none.
   */
  segments?: Segmentation | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts20 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * What is known of a win rate: a beta distribution with the shapes `alpha` and `beta`.
 *
 * Mean and intervals are those of the published shapes: anyone can compute them again.
 */
export interface LearnedRate2 {
  /**
   * What the prior and the history together are worth in won opportunities.
   */
  alpha: string;
  /**
   * What it rests on.
   */
  basis: "learned" | "prior";
  /**
   * What they are worth in lost ones.
   */
  beta: string;
  counts: DecisionCounts1;
  /**
   * Whether `effective_decided` is below the floor: the rate is then mostly what was assumed.
   */
  insufficient_history: boolean;
  /**
   * The ranges it lies in; null where neither the history nor the prior says anything.
   */
  intervals: CredibleIntervals | null;
  /**
   * The mean: the probability that the next one is won.
   */
  rate: string;
  /**
   * Why it is as it is.
   */
  reasons: Reason[];
}
/**
 * Win rates learned from histories.
 */
export interface LearnedRates1 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * How many decided ones a rate takes not to be called insufficient.
   */
  floor: number;
  /**
   * Histories that know of days after the day of the verdict: in no number.
   */
  from_later_days: number;
  /**
   * Histories that were learned from.
   */
  histories: number;
  /**
   * Of those learned from, the ones in a pipeline that the playbook lacks; earlier visits to others still count.
   */
  in_unknown_pipeline: number;
  /**
   * The playbook's pipelines, in its order.
   */
  pipelines: PipelineRates[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * How many decided opportunities the playbook's rate counts for.
   */
  prior_strength: string;
  /**
   * Why the rates are as they are.
   */
  reasons: Reason[];
  /**
   * Of those learned from, the ones without a segment: in the stages' numbers alone.
   */
  without_segment: number;
}
/**
 * Asks for the lifecycle phases of one account over its whole life.
 */
export interface LifecycleHistoryRequest {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts21;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts21 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * The phases of an account's life. Source: `[KRM]`, `[OCD]`, D11.
 */
export interface LifecycleHistoryVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * Days between the checks.
   */
  check_every_days: number;
  /**
   * The checks looked at, back to before the first order.
   */
  checks: number;
  /**
   * The day of the first order; null where there is none.
   */
  first_order: string | null;
  /**
   * The phase that counts on this day: the last span's.
   */
  phase: "prospect" | "acquisition" | "growth" | "mature" | "high_risk" | "decline" | "detached";
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * What the history comes to.
   */
  reasons: Reason[];
  /**
   * The same in the terms of the other text.
   */
  relationship: "exploration" | "formation" | "stable" | "degeneration";
  /**
   * The phases one after another, without gaps, from the first fact on.
   */
  spans: PhaseSpan[];
  /**
   * How long it was in each phase, every phase.
   */
  totals: PhaseDays[];
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
 * Asks how the accounts of a book moved between the phases of the lifecycle.
 */
export interface LifecycleTransitionsRequest {
  book: Facts22;
  /**
   * The day whose end is the beginning.
   */
  from: string;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * How long the periods between are; null means a fiscal quarter.
   */
  step?: PeriodUnit | null;
  /**
   * The day whose end is the end, which is the day of the verdict.
   */
  to: string;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts22 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How a portfolio moved between the phases of the lifecycle. Source: `[KRM]`, D11.
 */
export interface LifecycleTransitionsVerdict1 {
  /**
   * The accounts of the book.
   */
  accounts: number;
  /**
   * The last day, which is the day of the verdict.
   */
  as_of: string;
  /**
   * The accounts on the first day, at the end of every period, and on the last day.
   */
  columns: PhaseColumn[];
  /**
   * The currency of all money.
   */
  currency: string;
  /**
   * The first day.
   */
  from: string;
  overall: PhaseFlow;
  /**
   * The movement from each column to the next.
   */
  periods: PhaseFlow1[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The links of all periods taken together: how often, in how many account-periods, a way was taken.
   */
  pooled: PhaseLink[];
  /**
   * What it comes to, and what was left out.
   */
  reasons: Reason[];
  /**
   * How long a period is.
   */
  step: "month" | "quarter" | "year";
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
   * The latest twelve checks, oldest first; the last one is of this day.
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
  reasons: Reason[];
  /**
   * The phase that counts, in the terms of the other text.
   */
  relationship: "exploration" | "formation" | "stable" | "degeneration";
  rhythm: Rhythm;
  /**
   * The first of the checks in a row that made the phase count; where an order made it count at once, the day of the
   * order.
   */
  since: string;
  /**
   * Whether it may have begun earlier: the account is a prospect, and that check is the oldest one looked at.
   */
  since_or_earlier: boolean;
  /**
   * Two windows compared; null where silence or a short history decides.
   */
  trend: PurchaseTrend | null;
}
/**
 * What tells nothing, counted and, where it is an account, listed.
 */
export interface LifetimeLeftOut2 {
  /**
   * Purchases dated after the day of the verdict.
   */
  later_purchases: number;
  /**
   * Accounts whose repeat orders come to nothing or less after returns: the model of spend knows no such accounts, so that
   * their spend is the portfolio's.
   */
  not_positive: string[];
  /**
   * Accounts without an order: prospects, of which the models say nothing.
   */
  prospects: string[];
  /**
   * Returns before an account's first order, which are taken off nothing.
   */
  returns_before_orders: number;
  /**
   * Accounts with repeat orders of which none has a price: their spend is the portfolio's.
   */
  unpriced: string[];
  /**
   * Orders and returns of ours without an amount.
   */
  without_amount: number;
  /**
   * Orders and returns of ours in a currency for which no rate was known.
   */
  without_rate: number;
}
/**
 * How lifetime values are computed, D20. All numbers are ours: the texts give none.
 */
export interface LifetimePolicy1 {
  /**
   * The effective discount rate of a year: 0.1 makes 1.10 in a year worth 1.00 today.
   */
  annual_discount_rate?: string;
  /**
   * The days ahead that purchases and values are told for, ascending; at most ten of them, at most a hundred years.
   */
  horizons_days?: number[];
  /**
   * The part of sales that is margin; null means unknown, and values are of sales.
   */
  margin?: string | null;
  /**
   * Fewest accounts with an order that a model of the portfolio is fitted on, without priors.
   */
  minimum_accounts?: number;
  /**
   * Fewest of them that ordered again, without priors; so many amounts are needed for a model of spend, too.
   */
  minimum_repeaters?: number;
  /**
   * The model of purchases. By default MBG/CNBD-k, whose regularity k is chosen by likelihood: accounts in B2B have a
   * rhythm, and where they have none, k = 1 says so.
   */
  model?:
    | {
        type: "bg_nbd";
      }
    | {
        type: "mbg_nbd";
      }
    | {
        /**
         * How regular; null chooses the one with the highest likelihood, for which each summary of an account that bought
         * again needs the logarithms of its intervals.
         */
        regularity?: Regularity | null;
        type: "mbg_cnbd";
      }
    | {
        type: "pareto_nbd";
      };
  /**
   * What is believed of parameters beforehand, by parameter: with one for each parameter of the model, portfolios that
   * are too small to tell them are judged nevertheless, and the verdict says so. Times are in weeks, amounts in the
   * reporting currency.
   */
  priors?: ParameterPrior[];
  /**
   * Years that a retention scenario of a fitted portfolio looks ahead, at most 50.
   */
  retention_years?: number;
}
/**
 * What a portfolio's accounts are worth, D20.
 */
export interface LifetimeVerdict1 {
  /**
   * Accounts that ordered, by identifier.
   */
  accounts: AccountLifetime[];
  /**
   * The effective discount rate of a year.
   */
  annual_discount_rate: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * How it was fitted; null where parameters were given, or too few accounts have ordered.
   */
  fit: PurchaseModelFit | null;
  left_out: LifetimeLeftOut;
  /**
   * The part of sales that is margin; null where it is not known.
   */
  margin: string | null;
  /**
   * What an account is worth that orders for the first time today: what to expect of a prospect once it is won. Null
   * without a model.
   */
  new_account: NewAccountValue | null;
  /**
   * The model of purchases that predictions are made by, with times in weeks; null where there is none.
   */
  parameters: PurchaseModelParameters | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The sums over all accounts; null without a model.
   */
  portfolio: PortfolioLifetime | null;
  /**
   * How it was computed, and what to do where it could not be.
   */
  reasons: Reason[];
  /**
   * The currency of all amounts.
   */
  reporting_currency: string;
  /**
   * How it was fitted; null where parameters were given, or too few amounts are known.
   */
  spend_fit: SpendModelFit | null;
  /**
   * The model of spend on an order day, in the reporting currency; null where there is none.
   */
  spend_parameters: SpendModelParameters | null;
  /**
   * What values are amounts of.
   */
  value_basis: "margin" | "sales";
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
  reasons: Reason[];
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
  satisfaction: SatisfactionVerdict;
  switching_costs: SwitchingCostsVerdict;
  wallet: WalletVerdict;
}
/**
 * How much deals have the market in common, and what that was learned from.
 */
export interface MarketCorrelationVerdict1 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The likeliest correlation; null where nothing can be told.
   */
  correlation: string | null;
  /**
   * All deals decided in them.
   */
  decided: number;
  /**
   * What history tells.
   */
  finding: "not_estimable" | "no_more_than_chance" | "uncertain" | "common";
  /**
   * Histories replayed up to a later day than `as_of`, which are left out.
   */
  from_later_days: number;
  /**
   * Deals decided in the quarter of `as_of`, which is not over and not counted.
   */
  in_current_quarter: number;
  /**
   * Whether quarters or deals are fewer than the floor.
   */
  insufficient_history: boolean;
  /**
   * Which correlations are not ruled out; null where nothing can be told.
   */
  interval: CorrelationInterval | null;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The quarters that are over in which anything was decided, in order.
   */
  quarters: MarketQuarter[];
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The win rate that is likeliest with this correlation; null where nothing can be told.
   */
  win_rate: string | null;
  /**
   * Of these, signed.
   */
  won: number;
}
/**
 * What fitting a model found.
 */
export interface ModelFit3 {
  /**
   * How many accounts there were.
   */
  accounts: number;
  /**
   * Akaike's criterion, 2 × parameters − 2 × log-likelihood: of two models of the same accounts, the lower is the better
   * one. Null where nothing was fitted.
   */
  akaike: string | null;
  /**
   * How many different summaries they have.
   */
  cells: number;
  /**
   * The covariance of the parameters, in their order; null where the maximum is not inside. With priors, that of the
   * posterior's curvature.
   */
  covariance: string[][] | null;
  /**
   * The parameters in the model's order; empty where nothing was fitted.
   */
  estimates: ParameterEstimate[];
  /**
   * How often the likelihood was computed.
   */
  iterations: number;
  /**
   * The log-likelihood at the parameters, without priors; null where nothing was fitted.
   */
  log_likelihood: string | null;
  /**
   * Why it ended so, and what to do.
   */
  reasons: Reason[];
  /**
   * How many of them bought more than once.
   */
  repeaters: number;
  /**
   * Schwarz' criterion (BIC), which charges the logarithm of the accounts' weight for each parameter. Null where nothing
   * was fitted.
   */
  schwarz: string | null;
  /**
   * How it ended.
   */
  status: "converged" | "boundary" | "too_little_data" | "not_converged";
  /**
   * Whether priors were used.
   */
  with_priors: boolean;
}
/**
 * A move in words for a salesperson.
 */
export interface MoveText1 {
  /**
   * In English.
   */
  en: string;
  /**
   * In simplified Chinese.
   */
  zh_hans: string;
}
/**
 * One line of a movement: how many opportunities, and what they are worth together.
 */
export interface MovementLine16 {
  /**
   * Their amounts added up exactly, never below zero.
   */
  amount: string;
  /**
   * Opportunities of an opening or closing; steps of any other line.
   */
  count: number;
}
/**
 * The lines between an opening and a closing. Amounts are all zero or more; which of them are taken off is said here:
 *
 * opening + created + reopened + increased − decreased + amount set − amount cleared + pulled in − pushed out − won −
 * lost + moved in − moved out + currency in − currency out = closing, exactly. The counts add up in the same way
 * without those of increased and decreased, which bring no opportunity in or out.
 */
export interface MovementLines3 {
  amount_cleared: MovementLine;
  amount_set: MovementLine1;
  closing: MovementLine2;
  created: MovementLine3;
  currency_in: MovementLine4;
  currency_out: MovementLine5;
  decreased: MovementLine6;
  increased: MovementLine7;
  lost: MovementLine8;
  moved_in: MovementLine9;
  moved_out: MovementLine10;
  opening: MovementLine11;
  pulled_in: MovementLine12;
  pushed_out: MovementLine13;
  reopened: MovementLine14;
  won: MovementLine15;
}
/**
 * What a pipeline was worth at the end of one day, what it is worth at the end of another, and every step between.
 */
export interface MovementVerdict1 {
  /**
   * The movement of each currency, in the order of their codes. They are never added up.
   */
  currencies: CurrencyMovement[];
  /**
   * The day at whose end it opens.
   */
  from: string;
  /**
   * Opportunities looked at.
   */
  opportunities: number;
  /**
   * The days in which an opportunity has to close to count; null where all count.
   */
  period: Period3 | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * What it rests on, and what is left out.
   */
  reasons: Reason[];
  /**
   * All of them in the playbook's reporting currency; null where a rate is missing.
   */
  reporting: ReportedMovement | null;
  /**
   * Every step, by day, opportunity and kind.
   */
  steps: MovementStep[];
  /**
   * The day at whose end it closes.
   */
  to: string;
  without_amount: UnknownAmounts;
}
/**
 * When an account will order next.
 */
export interface NextOrder1 {
  /**
   * Of accounts like it that order again, a tenth have done so after as many days. Null, here and below, where that is longer
   * than can be told, or where no account does.
   */
  early_days: string | null;
  /**
   * Nine tenths have: from early to late lie four fifths of all next orders.
   */
  late_days: string | null;
  /**
   * Half of them have.
   */
  median_days: string | null;
  /**
   * The probability that it never orders again: it has left, or leaves before it does.
   */
  never: string;
}
/**
 * The next orders, if the account still buys as usual. Source: `[KRM]`, D14.
 */
export interface NextOrders1 {
  /**
   * What each is expected to come to; null where no amount is known.
   */
  amount: ExpectedAmount | null;
  /**
   * Why none is predicted; null where some are.
   */
  none: NoPrediction | null;
  /**
   * The next orders, up to the playbook's `predicted_orders`.
   */
  orders: PredictedOrder[];
}
/**
 * Asks how the opportunities created in each month stood after so many months.
 */
export interface OpportunityCohortsRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts23;
  /**
   * For how many months a cohort is followed; null means 12.
   */
  months?: number | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts23 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
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
 * Asks how the pipeline moved between two days.
 */
export interface PipelineMovementRequest {
  book: Facts24;
  /**
   * The day whose end is the opening.
   */
  from: string;
  /**
   * Only opportunities whose close date lies in it count; null means all.
   */
  period?: Period3 | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * The day whose end is the closing.
   */
  to: string;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts24 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks what would come of an event, without carrying it out.
 */
export interface PlanEventRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  event: OpportunityEvent2;
  opportunity: Opportunity2;
  /**
   * Its history, in any order.
   */
  opportunity_events: OpportunityEvent[];
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * One dated entry of an opportunity's history.
 */
export interface OpportunityEvent2 {
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
        amount?: Money2 | null;
        /**
         * The day it is expected to be signed; null means unknown.
         */
        close_date?: string | null;
        /**
         * Who gets credit for which part of it; the parts add up to 1. Empty means the owner for all of it.
         */
        credits?: CreditShare[];
        /**
         * A forecast category set by hand; null means the stage's.
         */
        forecast_category?: ForecastCategory | null;
        /**
         * The member of our team who answers for it.
         */
        owner?: string | null;
        /**
         * A win probability set by hand; null means the stage's.
         */
        probability?: string | null;
        /**
         * What is paid again and again; null means nothing, as far as is known.
         */
        recurring?: RecurringRevenue | null;
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
         * The pipeline it came from; null means the one it was in. The first such event of a history, where it says
         * this, also says which pipeline the history began in.
         */
        from?: string | null;
        /**
         * The stage it goes on in; null means the stage of the same name, or the first.
         */
        stage?: string | null;
        /**
         * The pipeline it moved to.
         */
        to: string;
        type: "pipeline_changed";
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
        amount?: Money2 | null;
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
         * The new category.
         */
        category?: ForecastCategory | null;
        type: "forecast_category_changed";
      }
    | {
        /**
         * Who gets credit for which part; the parts add up to 1. Empty means the owner for all of it.
         */
        credits?: CreditShare[];
        type: "credit_split_changed";
      }
    | {
        /**
         * The new recurring revenue.
         */
        recurring?: RecurringRevenue | null;
        type: "recurring_changed";
      }
    | {
        /**
         * Who allowed it although a criterion was unmet, and why.
         */
        authorisation?: Override | null;
        type: "won";
      }
    | {
        /**
         * What was paid; null means what was booked.
         */
        amount?: Money2 | null;
        type: "realised";
      }
    | {
        /**
         * The supplier who got it.
         */
        competitor?: string | null;
        /**
         * Details; some reasons need them, as `other` does.
         */
        note?: string | null;
        /**
         * Why, by a reason of the playbook; null means unknown.
         */
        reason?: string | null;
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
 * A possible sale to an account. What is known of it over time stands in its events.
 */
export interface Opportunity2 {
  /**
   * The account it is an opportunity of.
   */
  account: string;
  /**
   * Identifies the opportunity; unique in a book.
   */
  id: string;
  /**
   * Its name for people.
   */
  name?: string | null;
  /**
   * The pipeline it began in; null means the playbook's default pipeline.
   */
  pipeline?: string | null;
  /**
   * The product line it is about.
   */
  product_line?: string | null;
  /**
   * The sales territory it counts for; null means the account's.
   */
  territory?: string | null;
}
/**
 * The breakthrough plan that holds on a day, and what it lacks.
 */
export interface PlanStatus1 {
  /**
   * What it lacks, and what its tasks lack: the gravest first, then by kind. Empty once the opportunity is decided.
   */
  gaps: PlanGap[];
  /**
   * The latest plan made up to the day; null where there is none.
   */
  plan: BreakthroughPlan | null;
}
/**
 * What would come of an event, without carrying it out.
 */
export interface PlanVerdict1 {
  /**
   * Whether it may be done as it is asked, with the override it carries, if it carries one.
   */
  allowed: boolean;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the event would do.
   */
  kind:
    | "create"
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "enter"
    | "transfer"
    | "nowhere"
    | "update";
  /**
   * The moves that are possible now instead.
   */
  moves: AllowedMove[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * What `apply_event`(super::apply_event) would say.
   */
  outcome: "applied" | "applied_by_override" | "refused";
  /**
   * What overriding would record; null where nothing is unmet, or something is that nobody can override.
   */
  override_needed: OverrideNeed | null;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * How it would stand then; null where nobody could let it pass.
   */
  state_after: OpportunityState | null;
  /**
   * Every criterion that is unmet.
   */
  unmet: UnmetCriterion[];
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
  forecast?: ForecastPolicy;
  key_accounts?: KeyAccountPolicy;
  lifecycle?: LifecyclePolicy;
  lifetime?: LifetimePolicy;
  /**
   * The reasons that a loss may be given.
   */
  loss_reasons?: LossReason[];
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
  rfm?: RfmPolicy;
  satisfaction?: SatisfactionPolicy;
  signals?: SignalPolicy;
  trajectory?: TrajectoryPolicy;
  wallet?: WalletPolicy;
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
  forecast?: ForecastPolicy;
  key_accounts?: KeyAccountPolicy;
  lifecycle?: LifecyclePolicy;
  lifetime?: LifetimePolicy;
  /**
   * The reasons that a loss may be given.
   */
  loss_reasons?: LossReason[];
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
  rfm?: RfmPolicy;
  satisfaction?: SatisfactionPolicy;
  signals?: SignalPolicy;
  trajectory?: TrajectoryPolicy;
  wallet?: WalletPolicy;
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
   * By who gets credit, which is the owner where it is not split, in the order of identifiers, nobody first.
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
 * How far the purchase has come.
 */
export interface ProcurementPhase1 {
  /**
   * What the customer does in this stage; null where the playbook says nothing.
   */
  activity: LabelPair2 | null;
  /**
   * Whole days since then.
   */
  days_in_stage: number | null;
  /**
   * What shows that the stage is done; null where the playbook says nothing.
   */
  end_mark: LabelPair2 | null;
  /**
   * The day it was entered; null where nothing had happened yet.
   */
  entered_on: string | null;
  /**
   * Whether the end mark was met; null where there is none.
   */
  is_end_mark_met: boolean | null;
  /**
   * Whether it has stood still for too long; null where the stage is not known or the playbook sets no limit.
   */
  is_stalled: boolean | null;
  /**
   * The stage; null where it is not known.
   */
  stage: string | null;
}
/**
 * A model over frequencies and recencies.
 *
 * An account that never ordered again has no recency but 0, and one that did has none of 0: those cells are null.
 */
export interface PurchaseGrid {
  /**
   * The purchases expected in the horizon, by frequency and recency.
   */
  expected_purchases: (string | null)[][];
  /**
   * The frequencies, from 0: one for each row.
   */
  frequencies: number[];
  options: GridOptions1;
  /**
   * A purchase model with its parameters: everything that predictions need. Parameters that make no sense cannot be built.
   */
  parameters:
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        type: "bg_nbd";
      }
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        type: "mbg_nbd";
      }
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of those, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of the rates of events, of which every k-th is a purchase.
         */
        r: string;
        /**
         * How regular purchases are.
         */
        regularity: number;
        type: "mbg_cnbd";
      }
    | {
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Rate of leaving rates, in units of time.
         */
        beta: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        /**
         * Shape of leaving rates.
         */
        s: string;
        type: "pareto_nbd";
      };
  /**
   * The probability to be alive, by frequency and recency.
   */
  probability_alive: (string | null)[][];
  /**
   * The recencies, from 0 to the age: one for each column.
   */
  recencies: string[];
}
/**
 * What was asked for.
 */
export interface GridOptions1 {
  /**
   * The time since the first order, of all accounts of the grid.
   */
  age: string;
  /**
   * The time ahead that purchases are told for.
   */
  horizon: string;
  /**
   * The greatest frequency, 1 to 200.
   */
  most_frequency: number;
  /**
   * Into how many steps the age is divided, 1 to 200.
   */
  recency_steps: number;
}
/**
 * Asks for a model over a grid of frequencies and recencies, for a heat map.
 */
export interface PurchaseModelGridRequest {
  grid: GridOptions2;
  /**
   * A purchase model with its parameters: everything that predictions need. Parameters that make no sense cannot be built.
   */
  parameters:
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        type: "bg_nbd";
      }
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        type: "mbg_nbd";
      }
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of those, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of the rates of events, of which every k-th is a purchase.
         */
        r: string;
        /**
         * How regular purchases are.
         */
        regularity: number;
        type: "mbg_cnbd";
      }
    | {
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Rate of leaving rates, in units of time.
         */
        beta: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        /**
         * Shape of leaving rates.
         */
        s: string;
        type: "pareto_nbd";
      };
}
/**
 * The grid.
 */
export interface GridOptions2 {
  /**
   * The time since the first order, of all accounts of the grid.
   */
  age: string;
  /**
   * The time ahead that purchases are told for.
   */
  horizon: string;
  /**
   * The greatest frequency, 1 to 200.
   */
  most_frequency: number;
  /**
   * Into how many steps the age is divided, 1 to 200.
   */
  recency_steps: number;
}
/**
 * Asks how an account has been buying over time, and what to expect.
 */
export interface PurchaseTrajectoryRequest {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts25;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts25 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How often an account that still buys orders, and whose knowledge that is.
 */
export interface RateShrinkage1 {
  /**
   * Repeat orders a week that the account itself shows, x ÷ T; null on the day of its first order.
   */
  own: string | null;
  /**
   * The part of the rate that is the account's own, T ÷ (α + T); the rest is the portfolio's.
   */
  own_weight: string;
  /**
   * Orders a week of the portfolio's mean account while it buys.
   */
  portfolio: string;
  /**
   * Orders a week while it buys: both by their weights.
   */
  weekly: string;
}
/**
 * All opportunities that a forecast looked at.
 */
export interface ReceiptWhole1 {
  /**
   * Opportunities.
   */
  deals: number;
  /**
   * What the others are worth, by currency; exact, rounded nowhere.
   */
  totals: CurrencySum[];
  /**
   * Of these, those whose amount is unknown.
   */
  without_amount: number;
}
/**
 * Recurring revenue, and what contracts are worth with it.
 */
export interface RecurringAmounts3 {
  /**
   * What all contracts are worth, those without recurring revenue too: what is paid once, and each month agreed.
   */
  contract_value: string;
  /**
   * The same, each opportunity's times its probability.
   */
  contract_value_weighted: string;
  /**
   * Opportunities with recurring revenue.
   */
  deals: number;
  /**
   * What is paid each month.
   */
  monthly: string;
  /**
   * The same, each opportunity's times its probability.
   */
  monthly_weighted: string;
}
/**
 * Asks for what a history adds up to.
 */
export interface ReplayHistoryRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  opportunity: Opportunity3;
  /**
   * Its history, in any order.
   */
  opportunity_events: OpportunityEvent[];
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * A possible sale to an account. What is known of it over time stands in its events.
 */
export interface Opportunity3 {
  /**
   * The account it is an opportunity of.
   */
  account: string;
  /**
   * Identifies the opportunity; unique in a book.
   */
  id: string;
  /**
   * Its name for people.
   */
  name?: string | null;
  /**
   * The pipeline it began in; null means the playbook's default pipeline.
   */
  pipeline?: string | null;
  /**
   * The product line it is about.
   */
  product_line?: string | null;
  /**
   * The sales territory it counts for; null means the account's.
   */
  territory?: string | null;
}
/**
 * By how much a change moves an outcome.
 */
export interface RetentionEffect1 {
  /**
   * Years more; null where one of both has no end.
   */
  lifetime_years: string | null;
  /**
   * The part by which their worth grows: 0.25 is a quarter more; null where they are worth nothing before.
   */
  relative: string | null;
  /**
   * What all customers are worth more; null where one of both has no end.
   */
  value: CurrencySum | null;
  /**
   * The same for one of them.
   */
  value_per_account: CurrencySum | null;
}
/**
 * Customers as figures: how many, what they bring, and how many stay.
 */
export interface RetentionFigures {
  /**
   * Customers of the first year.
   */
  accounts: number;
  /**
   * The effective discount rate of a year; null means the playbook's.
   */
  annual_discount_rate?: string | null;
  annual_margin: Money11;
  /**
   * The part of a year's customers who are still customers in the next.
   */
  retention: string;
}
/**
 * An amount of zero or more in a currency: the worth of an opportunity.
 */
export interface Money11 {
  amount: string;
  currency: string;
}
/**
 * What the customers of a scenario come to.
 */
export interface RetentionOutcome2 {
  /**
   * The expected number of years in which a customer is there, the first among them; null where it has no end.
   */
  lifetime_years: string | null;
  /**
   * What all of them are worth today; null where the sum has no end, or no spend is known.
   */
  value: CurrencySum | null;
  /**
   * The same for one of them; null too where there is none.
   */
  value_per_account: CurrencySum | null;
}
/**
 * What cutting defection would change. Source: `[CMH]`, D20.
 */
export interface RetentionVerdict1 {
  /**
   * Customers of the first year.
   */
  accounts: number;
  /**
   * The effective discount rate of a year.
   */
  annual_discount_rate: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  base: RetentionOutcome;
  /**
   * What the scenario starts from.
   */
  basis: "given_figures" | "fitted_portfolio";
  /**
   * The change.
   */
  change:
    | {
        /**
         * The points, 0.05 for five of a hundred.
         */
        points: string;
        type: "points";
      }
    | {
        /**
         * The part.
         */
        fraction: string;
        type: "fraction";
      };
  changed: RetentionOutcome1;
  effect: RetentionEffect;
  /**
   * Whether margins are margins, and not sales of which no margin is known.
   */
  is_margin: boolean;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * How it was computed.
   */
  reasons: Reason[];
  /**
   * The years one by one; without an end, the first ten.
   */
  years: RetentionYear[];
  /**
   * Years that outcomes look at, at most the years listed; null means without an end.
   */
  years_looked_at: number | null;
}
/**
 * Asks what keeping more customers would change, from figures or from a book.
 */
export interface RetentionWhatIfRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The facts, whose portfolio is the start; null where there are figures.
   */
  book?: Facts14 | null;
  /**
   * By how much defection is cut.
   */
  change:
    | {
        /**
         * The points, 0.05 for five of a hundred.
         */
        points: string;
        type: "points";
      }
    | {
        /**
         * The part.
         */
        fraction: string;
        type: "fraction";
      };
  /**
   * Figures to start from; null where there is a book.
   */
  figures?: RetentionFigures | null;
  /**
   * The model of purchases; null means the playbook's.
   */
  model?: PurchaseModel | null;
  /**
   * Parameters that were fitted elsewhere, with times in weeks; null means that they are fitted on the book.
   */
  parameters?: PurchaseModelParameters | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * What is believed of parameters beforehand; null means the playbook's priors.
   */
  priors?: ParameterPrior[] | null;
  /**
   * Parameters of spend that were fitted elsewhere, in the reporting currency; null means the same.
   */
  spend_parameters?: SpendModelParameters | null;
}
/**
 * How returns were netted.
 *
 * A return is taken off the latest earlier orders (or those of its day) of the same product in the same currency; one
 * that names no product, off those of the same category; one that names neither, off the latest earlier order of the very same
 * amount. What is left counts on its own day. An order stays a purchase occasion even if all of it went back: the account
 * chose us that day.
 */
export interface ReturnsFinding1 {
  /**
   * Those wholly taken off earlier orders.
   */
  matched: number;
  /**
   * Returns to us up to the day of the verdict.
   */
  returns: number;
  /**
   * The others, oldest first; at most a hundred are listed, the latest.
   */
  unmatched: UnmatchedReturn[];
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
  book: Facts26;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts26 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How accounts are scored by recency, frequency and money, and what the scores are called.
 *
 * The bands are made for firms that order about every quarter: a silence of one interval is the best recency and of four
 * the worst, and eight orders in the two years looked at are a good frequency. Bands and segments are ours; the names are
 * the field's.
 */
export interface RfmPolicy1 {
  /**
   * The fewest days from the first to the last order that score 2, 3, 4 and 5; rising.
   */
  first_to_last_days?: number[];
  /**
   * The least money, in the reporting currency, that scores 2, 3, 4 and 5; rising.
   */
  money?: string[];
  /**
   * The fewest orders that score 2, 3, 4 and 5; rising.
   */
  orders?: number[];
  /**
   * The most days since the last order that still score 5, 4, 3 and 2; rising.
   */
  recency_days?: number[];
  /**
   * What the scores are called: the first rule that holds gives the name, and for any scores one has to hold.
   */
  segments?: RfmRule[];
  /**
   * Frequency and money are of so many days up to the day of the verdict; null means of all that is known.
   */
  window_days?: number | null;
}
/**
 * Where every purchase of the book went. `orders` and `returns` together are `before_window`, `priced`, `unpriced` and
 * `without_order` together.
 */
export interface RfmReceipt1 {
  /**
   * Purchases dated after the day of the verdict, which are not known yet.
   */
  after_as_of: number;
  /**
   * Our orders and returns before the window: they count for recency alone.
   */
  before_window: number;
  /**
   * Orders with competitors, which count for nothing here.
   */
  of_competitors: number;
  /**
   * Our orders up to the day of the verdict.
   */
  orders: number;
  /**
   * Our orders and returns whose money is in the sums.
   */
  priced: number;
  /**
   * Returns and credit notes up to it.
   */
  returns: number;
  /**
   * Our orders and returns whose money is not.
   */
  unpriced: number;
  /**
   * Returns of accounts of which no order is known.
   */
  without_order: number;
}
/**
 * Accounts scored by recency, frequency and money. Source: D14, D19.
 */
export interface RfmVerdict1 {
  /**
   * The accounts with at least one order, by identifier.
   */
  accounts: RfmAccount[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * How numbers became scores.
   */
  method: "fixed_bands" | "quantiles";
  money: CurrencySum35;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The accounts that have never ordered, by identifier: prospects, not lost.
   */
  prospects: string[];
  /**
   * The rules behind the scores.
   */
  reasons: Reason[];
  receipt: RfmReceipt;
  /**
   * Which recency was scored.
   */
  recency: "since_last_order" | "first_to_last_order";
  /**
   * The currency of all sums.
   */
  reporting_currency: string;
  /**
   * Accounts of which returns are known but no order, by identifier: not scored.
   */
  returns_only: string[];
  /**
   * What the scores mean: of recency, of frequency, of money.
   */
  scales: RfmScale[];
  /**
   * Every segment with its accounts together, the best first.
   */
  segments: RfmSegmentSummary[];
  /**
   * Orders and returns of the window that have no price, by account, day and identifier.
   */
  unpriced: UnpricedOrder[];
  /**
   * The days that frequency and money are of; null means all that is known.
   */
  window: Period3 | null;
}
/**
 * How often an account orders from us. Orders of one day are one purchase occasion; returns are none.
 */
export interface Rhythm3 {
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
 * How much each buying role counts in the score of a deal's coverage: any numbers of which one is above 0; only their
 * proportions matter. The defaults are ours.
 */
export interface RoleWeights1 {
  /**
   * The weight of the coach.
   */
  coach?: string;
  /**
   * The weight of the economic decision maker.
   */
  economic_decision_maker?: string;
  /**
   * The weight of the technical gatekeeper.
   */
  technical_gatekeeper?: string;
  /**
   * The weight of the user.
   */
  user?: string;
}
/**
 * Asks for the forecast of a book, rolled up into cells by any dimensions.
 */
export interface RollUpForecastRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts27;
  /**
   * What the cells are told apart by, in the order of their keys; none of it twice.
   */
  by: ForecastDimension[];
  /**
   * Whether a category holds all that is surer too; null means no.
   */
  cumulative?: boolean | null;
  /**
   * Whose opportunities: those this member or anybody below them gets credit for, at that part; null means
   * everybody's.
   */
  member?: string | null;
  /**
   * The periods that the dimension `period` knows; null means none.
   */
  periods?: Period3[] | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts27 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * A forecast rolled up into cells by any dimensions.
 */
export interface RollUpVerdict1 {
  /**
   * People's own figures, beside what adds up; by period, whose, and when they were made.
   */
  adjustments: AdjustedForecast[];
  amounts: ForecastRow6;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the cells are told apart by.
   */
  by: ForecastDimension[];
  /**
   * The cells that something is in, by their keys in turn: months, quarters and years in time order, stages as in the
   * playbook, categories from the least sure, all else by name, and what has no name first.
   */
  cells: RollUpCell[];
  /**
   * Whether a category holds all that is surer too.
   */
  cumulative: boolean;
  /**
   * Whose opportunities; null means everybody's.
   */
  member: string | null;
  /**
   * Opportunities that the member asked about gets no credit for, with their team; none where nobody was asked about.
   */
  of_others: number;
  /**
   * The periods that the dimension `period` knows, as given.
   */
  periods: Period3[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * The rules behind the sums.
   */
  reasons: Reason[];
  receipt: ForecastReceipt2;
  /**
   * What of that is paid again and again; null where nothing is, as far as is known.
   */
  recurring: RecurringRow | null;
  /**
   * The currency of all sums but those of cells by currency.
   */
  reporting_currency: string;
  /**
   * The opportunities that could not be priced, and why. One that only lacks a rate is in cells by currency.
   */
  unpriced: UnpricedDeal[];
}
/**
 * The purchases in rounds of many accounts, one number of each in each column.
 */
export interface RoundColumns1 {
  /**
   * In how many rounds after the first purchase it bought (x).
   */
  frequency: number[];
  /**
   * In which round it bought last, counted from 1; 0 where it has not bought again (tₓ).
   */
  recency: number[];
  /**
   * How many rounds there were since its first purchase (n).
   */
  rounds: number[];
  /**
   * What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
   */
  weights?: string[] | null;
}
/**
 * The model of rounds fitted to accounts.
 */
export interface RoundModelFit1 {
  found: ModelFit2;
  /**
   * The parameters found; null where nothing was fitted.
   */
  parameters: RoundModelParameters | null;
}
/**
 * How accounts that buy in rounds stand and what they are expected to buy, in the order of their rows.
 */
export interface RoundScoreColumns {
  /**
   * The probability that it buys in at least one of them.
   */
  at_least_one: string[];
  /**
   * In how many of the rounds ahead it is expected to buy.
   */
  expected_purchases: string[];
  parameters: RoundModelParameters1;
  /**
   * The probability that the account was still there in its last round.
   */
  probability_alive: string[];
  /**
   * The rounds ahead.
   */
  rounds: number;
}
/**
 * The BG/BB model (Fader, Hardie & Shang 2010) with its parameters: purchases in rounds.
 *
 * While an account is there it buys in each round with a chance of its own, which is beta distributed over accounts (shapes
 * α and β); before each round it may leave for good with another chance of its own, beta distributed with shapes γ and δ.
 * None of them has a unit.
 */
export interface RoundModelParameters1 {
  /**
   * First shape of the chances to buy in a round.
   */
  alpha: string;
  /**
   * Second shape of the chances to buy in a round.
   */
  beta: string;
  /**
   * Second shape of the chances to leave before a round.
   */
  delta: string;
  /**
   * First shape of the chances to leave before a round.
   */
  gamma: string;
}
/**
 * How answers to surveys are banded and compared. The distribution is from `[OCD]`, D10, D17; the thresholds are ours.
 */
export interface SatisfactionPolicy1 {
  /**
   * Whoever answers below this is dissatisfied…
   */
  dissatisfied_below?: string;
  /**
   * …and from this on satisfied; between, neutral.
   */
  satisfied_from?: string;
  /**
   * A change of the median from which satisfaction rises or falls.
   */
  trend_change?: string;
  /**
   * Fewest answers in either window from which they are compared.
   */
  trend_minimum_answers?: number;
  /**
   * Length of each of the two compared windows in days.
   */
  window_days?: number;
}
/**
 * How satisfied an account's people say they are. Source: `[OCD]`, D10, D17.
 */
export interface SatisfactionVerdict1 {
  /**
   * Recent answers of nobody named.
   */
  anonymous: number;
  /**
   * All answers up to the day of the verdict.
   */
  answers: number;
  /**
   * All answers within as many days before; null where there is none.
   */
  before: SatisfactionDistribution | null;
  /**
   * The part of the pairs of a recent and an earlier answer of which the recent one is higher, equals counted by half.
   */
  later_is_higher: string | null;
  /**
   * Of these, the latest answer of each person who is named; null where nobody is.
   */
  latest: SatisfactionDistribution | null;
  /**
   * The day of the latest of them; null where there is none.
   */
  latest_on: string | null;
  /**
   * Answers before both windows, which no longer count.
   */
  older: number;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * All answers within the playbook's `window_days` up to the day of the verdict; null where there is none.
   */
  recent: SatisfactionDistribution | null;
  /**
   * People who are named in the recent answers.
   */
  respondents: number;
  /**
   * Where it is going: the medians of both windows differ by the playbook's `trend_change`, and most pairs of a later
   * and an earlier answer say the same. Unknown where either window has too few answers.
   */
  trend: "up" | "steady" | "down" | "unknown";
}
/**
 * What a forecast would be if some things happened, and by how much that differs from what it is.
 */
export interface ScenarioVerdict1 {
  after: BookingForecastVerdict2;
  before: BookingForecastVerdict3;
  /**
   * The changes, in the order given.
   */
  changes: AppliedChange[];
  /**
   * What lies between them, by period, in the order given.
   */
  differences: BookingDifference[];
  /**
   * Why.
   */
  reasons: Reason[];
}
/**
 * How accounts stand and what they are expected to buy, in the order of their rows.
 */
export interface ScoreColumns {
  /**
   * The probability of at least one.
   */
  at_least_one: string[];
  /**
   * How many purchases are expected in the horizon.
   */
  expected_purchases: string[];
  /**
   * The time ahead, in the unit of the parameters.
   */
  horizon: string;
  /**
   * A purchase model with its parameters: everything that predictions need. Parameters that make no sense cannot be built.
   */
  parameters:
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        type: "bg_nbd";
      }
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        type: "mbg_nbd";
      }
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of those, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of the rates of events, of which every k-th is a purchase.
         */
        r: string;
        /**
         * How regular purchases are.
         */
        regularity: number;
        type: "mbg_cnbd";
      }
    | {
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Rate of leaving rates, in units of time.
         */
        beta: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        /**
         * Shape of leaving rates.
         */
        s: string;
        type: "pareto_nbd";
      };
  /**
   * The probability that the account still buys.
   */
  probability_alive: string[];
}
/**
 * Asks for the scores of summaries by a model with given parameters.
 */
export interface ScorePurchaseModelRequest {
  /**
   * The time ahead, in the same unit.
   */
  horizon: string;
  /**
   * A purchase model with its parameters: everything that predictions need. Parameters that make no sense cannot be built.
   */
  parameters:
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        type: "bg_nbd";
      }
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        type: "mbg_nbd";
      }
    | {
        /**
         * First shape of the chances to leave.
         */
        a: string;
        /**
         * Rate of those, in units of time.
         */
        alpha: string;
        /**
         * Second shape of the chances to leave.
         */
        b: string;
        /**
         * Shape of the rates of events, of which every k-th is a purchase.
         */
        r: string;
        /**
         * How regular purchases are.
         */
        regularity: number;
        type: "mbg_cnbd";
      }
    | {
        /**
         * Rate of purchase rates, in units of time.
         */
        alpha: string;
        /**
         * Rate of leaving rates, in units of time.
         */
        beta: string;
        /**
         * Shape of purchase rates.
         */
        r: string;
        /**
         * Shape of leaving rates.
         */
        s: string;
        type: "pareto_nbd";
      };
  summaries: SummaryColumns1;
}
/**
 * The purchases of many accounts, one number of each in each column, in one unit of time.
 */
export interface SummaryColumns1 {
  /**
   * The time since the first order (T).
   */
  age: string[];
  /**
   * Orders after the first, those of one day as one (x).
   */
  frequency: number[];
  /**
   * The sum of the natural logarithms of the intervals between orders; null where no regularity is to be chosen.
   */
  log_intervals?: string[] | null;
  /**
   * The time from the first order to the last (tₓ).
   */
  recency: string[];
  /**
   * What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
   */
  weights?: string[] | null;
}
/**
 * Some scores on end, both ends included.
 */
export interface ScoreRange3 {
  /**
   * The least of them.
   */
  least: number;
  /**
   * The most of them.
   */
  most: number;
}
/**
 * Asks for the scores of every account by recency, frequency and money, and for the segments they fall in.
 */
export interface ScoreRfmRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts28;
  /**
   * How a number becomes a score; null means by the playbook's fixed bands.
   */
  method?: RfmMethod | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * Which recency is scored; null means the days since the last order.
   */
  recency?: RecencyBasis | null;
  /**
   * Frequency and money are of so many days up to the day of the verdict, at most 109,573; null means as the playbook
   * says.
   */
  window_days?: number | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts28 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks for the scores of accounts that buy in rounds by the BG/BB model with given parameters.
 */
export interface ScoreRoundModelRequest {
  parameters: RoundModelParameters2;
  /**
   * The rounds ahead, 0 to 100,000.
   */
  rounds: number;
  summaries: RoundColumns2;
}
/**
 * The BG/BB model (Fader, Hardie & Shang 2010) with its parameters: purchases in rounds.
 *
 * While an account is there it buys in each round with a chance of its own, which is beta distributed over accounts (shapes
 * α and β); before each round it may leave for good with another chance of its own, beta distributed with shapes γ and δ.
 * None of them has a unit.
 */
export interface RoundModelParameters2 {
  /**
   * First shape of the chances to buy in a round.
   */
  alpha: string;
  /**
   * Second shape of the chances to buy in a round.
   */
  beta: string;
  /**
   * Second shape of the chances to leave before a round.
   */
  delta: string;
  /**
   * First shape of the chances to leave before a round.
   */
  gamma: string;
}
/**
 * In how many rounds each account bought, when last, and how many there were.
 */
export interface RoundColumns2 {
  /**
   * In how many rounds after the first purchase it bought (x).
   */
  frequency: number[];
  /**
   * In which round it bought last, counted from 1; 0 where it has not bought again (tₓ).
   */
  recency: number[];
  /**
   * How many rounds there were since its first purchase (n).
   */
  rounds: number[];
  /**
   * What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
   */
  weights?: string[] | null;
}
/**
 * Asks what accounts are expected to spend on a purchase, by the Gamma-Gamma model with given parameters.
 */
export interface ScoreSpendModelRequest {
  parameters: SpendModelParameters1;
  summaries: SpendColumns1;
}
/**
 * The Gamma-Gamma model of amounts (Colombo & Jiang 1999; Fader, Hardie & Lee 2005) with its parameters.
 *
 * The amounts of one account are gamma distributed with shape p and a rate of its own; these rates are gamma distributed
 * over accounts with shape q and rate v. Only v has a unit, that of money. The model takes it that what an account spends
 * has nothing to do with how often it buys: `SpendModelFit::correlation`(crate::SpendModelFit) says how far that holds.
 */
export interface SpendModelParameters1 {
  /**
   * Shape of the amounts of one account: the larger, the more alike they are.
   */
  p: string;
  /**
   * Shape of how accounts differ: the larger, the more alike they are. At 1 or less their mean is infinite.
   */
  q: string;
  /**
   * Scale of how accounts differ, in units of money.
   */
  v: string;
}
/**
 * How often each account bought again, and the mean amount.
 */
export interface SpendColumns1 {
  /**
   * Repeat purchases, those of one day as one (x).
   */
  frequency: number[];
  /**
   * Their mean amount, net of returns; null, or 0 as some tools write it, where there are none.
   */
  mean: (string | null)[];
  /**
   * What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
   */
  weights?: string[] | null;
}
/**
 * Whether an account buys in certain months. Source: `[KRM]`, D14.
 */
export interface SeasonFinding1 {
  /**
   * All twelve months; empty where no season is found.
   */
  months: MonthIndex[];
  /**
   * Purchase occasions within them.
   */
  occasions: number;
  /**
   * Whether orders peak once or twice a year; null where no season is found.
   */
  peaks_per_year: number | null;
  /**
   * How probable as much concentration is by chance (Rayleigh's test); null where it was not tested.
   */
  probability: string | null;
  /**
   * What is found.
   */
  state: "too_short" | "too_few_orders" | "none_found" | "found";
  /**
   * The months with many orders, 1 to 12; empty where no season is found.
   */
  strong_months: number[];
  /**
   * The months with few orders, 1 to 12; empty where no season is found.
   */
  weak_months: number[];
  /**
   * Whole years up to the last order.
   */
  whole_years: number;
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
 * How usual the silence since the last order is. Source: `[KRM]`, D14.
 *
 * This is the question of chance: how rarely an account that still buys as usual is silent for so long. The rhythm's
 * `due`(crate::Cadence::due) is the playbook's rule of thumb, a multiple of the usual interval. An account that orders like
 * clockwork is overdue here within days, and there only after half an interval more; one that orders in clumps the other way
 * round. Neither says that it has left: that is the lifecycle's judgement.
 */
export interface SilenceFinding1 {
  /**
   * How many of them were at least as long as the silence; with a season, in the season's time.
   */
  as_long: number;
  /**
   * Days since the last order; null without one.
   */
  days: number | null;
  /**
   * The intervals that the rhythm is taken from.
   */
  intervals: number;
  /**
   * The first day on which the silence is overdue, if no order comes; null without a rhythm.
   */
  overdue_from: string | null;
  /**
   * How probable a silence longer than this is if the account still buys as usual; null without a rhythm. With few
   * intervals it falls slowly, because the rhythm itself is not well known.
   */
  probability: string | null;
  /**
   * Whether the account's season is taken into account.
   */
  season_adjusted: boolean;
  /**
   * How usual it is.
   */
  state: "unknown" | "usual" | "long" | "overdue";
}
/**
 * The repeat purchases of many accounts and their mean amounts, in one currency, one number of each in each column.
 */
export interface SpendColumns2 {
  /**
   * Repeat purchases, those of one day as one (x).
   */
  frequency: number[];
  /**
   * Their mean amount, net of returns; null, or 0 as some tools write it, where there are none.
   */
  mean: (string | null)[];
  /**
   * What each row counts for in a fit: how many accounts have these numbers; null means 1 for each.
   */
  weights?: string[] | null;
}
/**
 * The accounts that a spend model could not be fitted on.
 */
export interface SpendLeftOut1 {
  /**
   * Which ones have a mean amount of zero or less (below 10⁻⁹), by their place in the list: the model knows amounts above
   * zero only.
   */
  not_positive: number[];
  /**
   * How many have not bought again: there is no mean amount.
   */
  without_repeats: number;
}
/**
 * What accounts are expected to spend on a purchase, in the order of their rows.
 */
export interface SpendScoreColumns {
  /**
   * The expected amount of a purchase; null where it is infinite.
   */
  expected_spend: (string | null)[];
  /**
   * How much of it comes from the account's own mean, 0 to 1, and not from the portfolio's; null where the latter is
   * infinite.
   */
  own_weight: (string | null)[];
  parameters: SpendModelParameters2;
  /**
   * The mean amount over all accounts; null where it is infinite, as it is with q of 1 or less.
   */
  population_mean: string | null;
}
/**
 * The Gamma-Gamma model of amounts (Colombo & Jiang 1999; Fader, Hardie & Lee 2005) with its parameters.
 *
 * The amounts of one account are gamma distributed with shape p and a rate of its own; these rates are gamma distributed
 * over accounts with shape q and rate v. Only v has a unit, that of money. The model takes it that what an account spends
 * has nothing to do with how often it buys: `SpendModelFit::correlation`(crate::SpendModelFit) says how far that holds.
 */
export interface SpendModelParameters2 {
  /**
   * Shape of the amounts of one account: the larger, the more alike they are.
   */
  p: string;
  /**
   * Shape of how accounts differ: the larger, the more alike they are. At 1 or less their mean is infinite.
   */
  q: string;
  /**
   * Scale of how accounts differ, in units of money.
   */
  v: string;
}
/**
 * Whether an account spends more or less over time. Source: `[KRM]`, D14.
 */
export interface SpendTrend1 {
  /**
   * Up or down where the trend is more than chance, steady where it is not, unknown where none is told.
   */
  direction: "up" | "steady" | "down" | "unknown";
  /**
   * The first day of the first period; null where there is none.
   */
  first: string | null;
  /**
   * The last day of the last period; null where there is none.
   */
  last: string | null;
  /**
   * Why none is told; null where one is.
   */
  none: NoTrend | null;
  /**
   * How long the periods are; null without a rhythm.
   */
  period: TrendPeriod | null;
  /**
   * Whole periods whose spend is known: after the one of the first order, before the one of the verdict.
   */
  periods: number;
  /**
   * Whole periods left out, because an amount or its rate is not known.
   */
  periods_left_out: number;
  /**
   * The slope; null where none is told.
   */
  slope: SpendSlope | null;
}
/**
 * How long opportunities stay in a stage. All days are of the basis asked for, except those of the
 * threshold.
 */
export interface StageTime1 {
  /**
   * The days that all of them spent in it, rests not counted.
   */
  days: number;
  /**
   * Days after which a quarter has left, by Kaplan–Meier; null where so many were never seen to leave.
   */
  lower_quartile_days: number | null;
  /**
   * The mean of those that are not in it any more; null where all still are.
   */
  mean_days_of_finished: string | null;
  /**
   * Days after which half have left; null where so many were never seen to leave.
   */
  median_days: number | null;
  /**
   * How many opportunities were ever in it.
   */
  opportunities: number;
  /**
   * The days that they rested in it.
   */
  parked_days: number;
  /**
   * The stage.
   */
  stage: string;
  /**
   * The calendar days after which the playbook calls an opportunity in this stage stalled; null means never.
   */
  stall_after_days: number | null;
  /**
   * How many are in it now: their time is not over.
   */
  still_in_it: number;
  /**
   * Days after which three quarters have left; null where so many were never seen to leave.
   */
  upper_quartile_days: number | null;
  /**
   * How often one entered it.
   */
  visits: number;
}
/**
 * How many opportunities stand how, on the day of the verdict.
 */
export interface StatusCounts1 {
  /**
   * Signed, not yet paid.
   */
  booked: number;
  /**
   * Lost.
   */
  lost: number;
  /**
   * Being worked on.
   */
  open: number;
  /**
   * Resting.
   */
  parked: number;
  /**
   * Signed and paid.
   */
  realised: number;
}
/**
 * A book in the numbers that the models know of it.
 */
export interface SummariesVerdict1 {
  /**
   * Accounts that ordered, by identifier.
   */
  accounts: AccountSummary[];
  /**
   * The day of the verdict.
   */
  as_of: string;
  left_out: LifetimeLeftOut1;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * By which rules.
   */
  reasons: Reason[];
  /**
   * The currency of spend.
   */
  reporting_currency: string;
}
/**
 * Asks for what the purchase models need to know of each account: frequency, recency, age, mean spend.
 */
export interface SummarisePurchasesRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts29;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts29 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How a committee's people stand towards us on a day, by number and by weight. Source: `[CCA]`, D6.
 *
 * Small fry count too, so breadth (people) stands beside weight (influence). Everybody counts who is there on the day
 * and does not belong to our own company. A share of influence is taken of all known influence, that of people whose
 * stance is unknown included: the unknown never counts as favourable.
 */
export interface SupportBase2 {
  against: SupportGroup;
  /**
   * The day.
   */
  as_of: string;
  for_us: SupportGroup1;
  neutral: SupportGroup2;
  /**
   * How many people count.
   */
  people: number;
  unknown: SupportGroup3;
  /**
   * How many of them have no known influence and so no part in the shares of influence.
   */
  without_influence: number;
}
/**
 * Asks for the support base of one opportunity, and how it moved.
 */
export interface SupportBaseRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts30;
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * The day the support base is compared with, `as_of` or earlier; null means as many days before as the playbook
   * says.
   */
  since?: string | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts30 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * People of a committee who stand alike, by number and by weight.
 */
export interface SupportGroup4 {
  /**
   * The sum of their influence, as far as it is known.
   */
  influence: string;
  /**
   * How many they are.
   */
  people: number;
  /**
   * Their part of all known influence; null where none is known.
   */
  share_of_influence: string | null;
  /**
   * Their part of all people; null where there is nobody.
   */
  share_of_people: string | null;
  /**
   * Who they are, by identifier.
   */
  stakeholders: string[];
}
/**
 * The support base of an opportunity on a day, and how it moved since an earlier one. Source: `[CCA]`, D6.
 */
export interface SupportVerdict2 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day the verdict holds for.
   */
  as_of: string;
  base: SupportBase;
  before: SupportBase1;
  /**
   * By how much our share of people changed; null where nobody counts on one of the days.
   */
  breadth_change: string | null;
  /**
   * By how much our share of influence changed; null where there is none on one of the days.
   */
  change: string | null;
  /**
   * Who moved it, the largest effect first, then by identifier; unknown effects last.
   */
  movers: SupportMover[];
  /**
   * The opportunity.
   */
  opportunity: string;
  /**
   * The fingerprint of the playbook.
   */
  playbook: string;
  reason: Reason13;
  /**
   * The earlier day it is compared with.
   */
  since: string;
  /**
   * Where the support base is going, by our share of influence.
   */
  trend: "growing" | "steady" | "shrinking" | "unknown";
}
/**
 * What it would cost an account to leave us. Source: `[OCD]`, D10.
 *
 * Levels are people's judgements, and costs of different kinds do not add up: there is no sum.
 */
export interface SwitchingCostsVerdict1 {
  /**
   * The highest level known; null where none is.
   */
  highest: SwitchingCostLevel | null;
  /**
   * Every kind, in order.
   */
  kinds: SwitchingCostNote[];
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * The kinds of which no level is known.
   */
  unknown: SwitchingCostKind[];
}
/**
 * How few hold how much.
 */
export interface TargetReach1 {
  /**
   * …is held by so few accounts, and no fewer; null where there is no money.
   */
  accounts: number | null;
  /**
   * They hold this part of the money, the last of them whole; null likewise.
   */
  reached: string | null;
  /**
   * They are this part of all; null likewise.
   */
  share_of_accounts: string | null;
  /**
   * The part of the money asked for…
   */
  share_of_money: string;
  /**
   * So many more have just as much as the last of them: which of these are in is chance.
   */
  tied: number;
}
/**
 * The grid of value and potential. An account of unknown value has no tier.
 */
export interface TierGrid1 {
  high?: TierRow;
  low?: TierRow1;
  medium?: TierRow2;
}
/**
 * The tiers of accounts of one value, by their potential.
 */
export interface TierRow3 {
  /**
   * High potential.
   */
  high: string;
  /**
   * Low potential.
   */
  low: string;
  /**
   * Medium potential.
   */
  medium: string;
  /**
   * Unknown potential.
   */
  unknown: string;
}
/**
 * When the open opportunities are won.
 */
export interface TimingVerdict1 {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The open opportunities in stages that the playbook knows, in the order given.
   */
  deals: DealTiming[];
  /**
   * How many visits must have lasted longer for the timing to be used.
   */
  floor: number;
  /**
   * Histories that know of days after the day of the verdict: in no number.
   */
  from_later_days: number;
  /**
   * Histories that were learned from, open or closed.
   */
  histories: number;
  /**
   * Of these, opportunities that are open in a stage or pipeline that the playbook lacks: nothing is said of them.
   */
  in_unknown_stage: number;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
}
/**
 * What the largest hold.
 */
export interface TopShare1 {
  /**
   * …is so many of them, whole or in parts…
   */
  accounts: string;
  /**
   * The part of the accounts asked for…
   */
  share_of_accounts: string;
  /**
   * …and holds this part of the money; null where there is none.
   */
  share_of_money: string | null;
}
/**
 * How the purchase trajectory is judged. What is asked is from `[KRM]`, D14; the thresholds are ours.
 *
 * The rhythm itself is the lifecycle's: `lifecycle.minimum_occasions` and `lifecycle.rhythm_intervals` hold here too.
 */
export interface TrajectoryPolicy1 {
  /**
   * The latest occasions with a known amount that an order's amount is predicted from.
   */
  amount_occasions?: number;
  /**
   * How many days back a category counts as bought, when accounts are compared.
   */
  cross_sell_days?: number;
  /**
   * A silence less probable than this is long.
   */
  long_probability?: string;
  /**
   * Fewest comparable accounts to compare with.
   */
  minimum_comparables?: number;
  /**
   * Fewest comparable accounts that buy a category before it is suggested…
   */
  minimum_support?: number;
  /**
   * …and their least share.
   */
  minimum_support_share?: string;
  /**
   * Most comparable accounts, where they are found by what they buy; the most similar ones.
   */
  most_comparables?: number;
  /**
   * Most stopped products that a verdict lists; all are counted.
   */
  most_stopped?: number;
  /**
   * Most categories suggested to an account; all are counted.
   */
  most_suggestions?: number;
  /**
   * A silence less probable than this, if the account still buys as usual, is overdue.
   */
  overdue_probability?: string;
  /**
   * How many of the next orders are predicted.
   */
  predicted_orders?: number;
  /**
   * …and how much its logarithm differs among accounts (standard deviation).
   */
  regularity_spread?: string;
  /**
   * Fewest purchase occasions within them.
   */
  season_minimum_occasions?: number;
  /**
   * Fewest whole years of orders from which a season is looked for; no fewer than two.
   */
  season_minimum_years?: number;
  /**
   * A concentration of orders in the year less probable than this by chance is a season.
   */
  season_probability?: string;
  /**
   * A month with at least this multiple of a usual month's orders is a strong one.
   */
  season_strong?: string;
  /**
   * A month with at most this multiple of a usual month's orders is a weak one.
   */
  season_weak?: string;
  /**
   * Least similarity of two accounts by what they buy: categories in common, of all that either buys (Jaccard).
   */
  similar_baskets?: string;
  /**
   * Fewest occasions on which a product or category was bought before it can be called stopped.
   */
  stopped_minimum_orders?: number;
  /**
   * Occasions on which the account has to have bought from us since, without the product.
   */
  stopped_orders_since?: number;
  /**
   * Share of false alarms tolerated among the products called stopped (false discovery rate).
   */
  stopped_probability?: string;
  /**
   * Fewest occasions on which it was bought since.
   */
  succession_minimum_orders?: number;
  /**
   * What came instead has to begin within this multiple of the product's usual interval around its last order.
   */
  succession_tolerance?: string;
  /**
   * A product of ours succeeds another if its worth per year is within this multiple and this part of the other's.
   */
  succession_volume?: string;
  /**
   * Usual intervals that a period of the trend has to hold, so that no period is empty by chance.
   */
  trend_intervals_per_period?: string;
  /**
   * Fewest whole periods from which a trend is told.
   */
  trend_minimum_periods?: number;
  /**
   * The latest periods that it is told from.
   */
  trend_most_periods?: number;
  /**
   * A trend less probable than this by chance is one; the slope's interval covers what is left to 1.
   */
  trend_probability?: string;
  /**
   * How regular accounts usually are, before the account's own intervals are looked at: the shape of the gamma
   * distribution of intervals, where 1 is chance and large is clockwork…
   */
  usual_regularity?: string;
}
/**
 * How an account has been buying over time, and what to expect. Source: `[KRM]`, D14.
 */
export interface TrajectoryVerdict1 {
  /**
   * The account.
   */
  account: string;
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * The currency of all money here: that of all our orders where they have one in common, else the playbook's
   * reporting currency, at the rate of each order's day; null where no amount is known.
   */
  currency: string | null;
  next_orders: NextOrders;
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * How regular the intervals are; null without a rhythm.
   */
  regularity: RhythmRegularity | null;
  returns: ReturnsFinding;
  rhythm: Rhythm2;
  season: SeasonFinding;
  silence: SilenceFinding;
  /**
   * Categories it stopped buying while it buys in others, by worth.
   */
  stopped_categories: StoppedBuying[];
  /**
   * How many categories those are.
   */
  stopped_category_count: number;
  /**
   * How many products those are; the playbook's `most_stopped` are listed.
   */
  stopped_product_count: number;
  /**
   * Products it stopped buying while it buys others, by worth; products are looked at where orders name them.
   */
  stopped_products: StoppedBuying[];
  trend: SpendTrend;
  /**
   * Those orders, oldest first; at most a hundred are listed, the latest.
   */
  unpriced: UnpricedPurchase[];
  /**
   * Orders and returns whose worth is not known in the verdict's currency: what is said of money leaves them out.
   */
  unpriced_orders: number;
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
    | "create"
    | "advance"
    | "skip"
    | "regress"
    | "win"
    | "realise"
    | "lose"
    | "reopen"
    | "park"
    | "resume"
    | "enter"
    | "transfer"
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
  reasons: Reason[];
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
 * Opportunities whose amount is unknown: they count, and are in no sum.
 *
 * opening + created + reopened − amount set + amount cleared + pulled in − pushed out − won − lost = closing.
 */
export interface UnknownAmounts1 {
  /**
   * Came in, because the amount became unknown.
   */
  amount_cleared: number;
  /**
   * Left, because the amount became known.
   */
  amount_set: number;
  /**
   * In the pipeline at the end of the last day.
   */
  closing: number;
  /**
   * Came into being.
   */
  created: number;
  /**
   * Lost.
   */
  lost: number;
  /**
   * In the pipeline at the end of the first day.
   */
  opening: number;
  /**
   * The close date, or the day of the closing, moved into the period.
   */
  pulled_in: number;
  /**
   * The close date moved out of the period, or became unknown.
   */
  pushed_out: number;
  /**
   * Taken up again after closing.
   */
  reopened: number;
  /**
   * Signed.
   */
  won: number;
}
/**
 * Asks how good models would have been: fitted up to a past day, held against what came after.
 */
export interface ValidatePurchaseModelsRequest {
  /**
   * The day of the verdict, the last of the holdout.
   */
  as_of: string;
  book: Facts31;
  /**
   * The last day that models know of.
   */
  calibration_end: string;
  /**
   * The models; null means all.
   */
  models?: PurchaseModel[] | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * What is believed of parameters beforehand; null means the playbook's priors.
   */
  priors?: ParameterPrior[] | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts31 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Models fitted on a calibration, held against what came after it, beside two baselines that need no model.
 */
export interface ValidationVerdict1 {
  /**
   * Accounts that ordered in the calibration.
   */
  accounts: number;
  /**
   * Their orders in the holdout, those of one day as one.
   */
  actual: number;
  /**
   * The day of the verdict, the last of the holdout.
   */
  as_of: string;
  /**
   * Which was best by which score.
   */
  best_by: BestPrediction[];
  /**
   * Of the accounts, the ones that ordered in the holdout.
   */
  bought_again: number;
  /**
   * The last day of the calibration.
   */
  calibration_end: string;
  /**
   * The day of the first order; null where there is none.
   */
  calibration_start: string | null;
  /**
   * Days of the holdout.
   */
  holdout_days: number;
  /**
   * Accounts left out: their first order came after the calibration, or never.
   */
  left_out: number;
  /**
   * Each method, models first.
   */
  methods: MethodValidation[];
  /**
   * Fingerprint of the playbook.
   */
  playbook: string;
  /**
   * How it was computed.
   */
  reasons: Reason[];
  /**
   * Of these, the ones that ordered again in it.
   */
  repeaters: number;
  /**
   * Days of a step: a week, or as many weeks as keep the steps below a thousand.
   */
  step_days: number;
  /**
   * Repeat orders by step, over both parts.
   */
  steps: HoldoutStep[];
}
/**
 * Asks how unevenly the money of a period is spread over accounts.
 */
export interface ValueConcentrationRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts32;
  /**
   * Whose money is one; null means each account's.
   */
  by?: ConcentrationUnit | null;
  /**
   * The days whose purchases count; null means all up to the day of the verdict.
   */
  period?: Period3 | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * The part of the money whose fewest accounts are asked for, above 0; null means four fifths.
   */
  target_share?: string | null;
  /**
   * The part of the accounts whose money is asked for, above 0; null means a fifth.
   */
  top_share?: string | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts32 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * How the share of wallet is judged. That it matters is from `[OCD]`, D10; the thresholds are ours.
 */
export interface WalletPolicy1 {
  /**
   * An estimate older than this no longer tells the share of today.
   */
  estimate_days?: number;
  /**
   * Days of orders from which what was spent with us can be brought to a year.
   */
  minimum_history_days?: number;
  /**
   * Purchases that a period holds on average, of whatever supplier, from which it is long enough: periods are quarters,
   * else half-years, else years.
   */
  minimum_purchases?: number;
  /**
   * The latest periods that a trend is taken from, 4 to 12.
   */
  periods?: number;
  /**
   * It moves only where so much of a trend comes about by chance at most this often.
   */
  trend_chance?: string;
  /**
   * The share of wallet moves from this difference on, from the first period to the last.
   */
  trend_change?: string;
}
/**
 * How much of what an account buys is ours. Source: `[OCD]`, D10.
 */
export interface WalletVerdict1 {
  /**
   * What the share is told from: an estimate of the whole account, if there is one that is neither outdated nor
   * contradicted; else known purchases.
   */
  basis: "estimate" | "competitor_purchases" | "own_orders_only";
  /**
   * The latest estimate of every category, that of the whole account first.
   */
  estimates: EstimatedWallet[];
  /**
   * What the account buys elsewhere in a year: what would make it one whole customer. Null means unknown.
   */
  not_ours: CurrencySum | null;
  /**
   * The share by periods; null where no competitor's purchase is known.
   */
  purchases: WalletSeries | null;
  /**
   * Why.
   */
  reasons: Reason[];
  /**
   * Our part of what the account buys in a year; null means unknown.
   */
  share: string | null;
  /**
   * Where it is going: by the periods where they tell, else from one estimate to the next.
   */
  trend: "up" | "steady" | "down" | "unknown";
}
/**
 * Asks for the weighted forecast of a book.
 */
export interface WeightedForecastRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts33;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts33 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * Asks what a change of named opportunities would make of the bookings of some periods.
 */
export interface WhatIfRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  /**
   * What the chances rest on; null means the playbook's stages.
   */
  basis?: ForecastBasis | null;
  book: Facts34;
  /**
   * What is supposed to happen, one after the other.
   */
  changes: ScenarioChange[];
  /**
   * Whether to tell what each opportunity adds to the odds of the quota; null means no.
   */
  contributions?: boolean | null;
  /**
   * Whether the playbook's coverage caps hold; null means that they do.
   */
  coverage_caps?: boolean | null;
  /**
   * Below how many decided opportunities the rate of a stage is called insufficient; null means 20.
   */
  floor?: number | null;
  /**
   * How much what decides deals is common to all of them, from 0 to below 1; null means 0.
   */
  market_correlation?: string | null;
  /**
   * Whose opportunities, with those of everybody who reports to them; null means everybody's.
   */
  member?: string | null;
  /**
   * How many there are, up to 240; null means 4. Not together with `periods`.
   */
  period_count?: number | null;
  /**
   * How long the periods are, from the one that `as_of` lies in; null means fiscal quarters. Not
   * together with `periods`.
   */
  period_unit?: PeriodUnit | null;
  /**
   * The periods; null means those that `period_unit` and `period_count` tell.
   */
  periods?: Period3[] | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * How many decided opportunities the playbook's rate counts for; null means 10.
   */
  prior_strength?: string | null;
  /**
   * The quota of each period, in the reporting currency; null means what the book says for the period and
   * the member, or the company.
   */
  quota?: Money2 | null;
  /**
   * What puts opportunities into segments for the win rate; null means that there are none.
   */
  segments?: Segmentation | null;
  /**
   * How many visits to a stage must have lasted beyond an opportunity's age in it for its timing to
   * count; null means 20.
   */
  timing_floor?: number | null;
  /**
   * How probable it is to be that the quota is reached; null means 0.8.
   */
  wanted_probability?: string | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts34 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
}
/**
 * What part of the decided opportunities was won: by count, and by value in each currency.
 *
 * An opportunity is won from its signature on. One that was reopened is undecided again, and one that was signed and
 * fell through is lost: how it stands on the day of the verdict counts.
 */
export interface WinRate1 {
  /**
   * The same by value, for each currency.
   */
  by_value: ValueWinRate[];
  /**
   * Lost.
   */
  lost: number;
  /**
   * `won` ÷ (`won` + `lost`); null where nothing is decided.
   */
  rate: string | null;
  /**
   * Decided opportunities of unknown worth: in no value.
   */
  without_amount: number;
  /**
   * Won.
   */
  won: number;
}
/**
 * Asks for the chances of each open opportunity to be won by the end of some days.
 */
export interface WinTimingRequest {
  /**
   * The day of the verdict.
   */
  as_of: string;
  book: Facts35;
  /**
   * The days, in any order.
   */
  by: string[];
  /**
   * How many visits to a stage must have lasted beyond an opportunity's age in it; null means 20. With fewer its
   * chances rest on its close date and the learned win rate.
   */
  floor?: number | null;
  /**
   * The policy; null means the six-stage preset.
   */
  playbook?: PlaybookSource | null;
  /**
   * How many decided opportunities the playbook's rate counts for; null means 10.
   */
  prior_strength?: string | null;
  /**
   * What puts opportunities into segments for the win rate; null means that there are none.
   */
  segments?: Segmentation | null;
}
/**
 * All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
 */
export interface Facts35 {
  /**
   * Customer organisations.
   */
  accounts?: Account[];
  /**
   * How we mean to break through in opportunities.
   */
  breakthrough_plans?: BreakthroughPlan[];
  /**
   * Who plays which buying role in which opportunity.
   */
  committee_seats?: CommitteeSeat[];
  /**
   * Complaints.
   */
  complaints?: Complaint[];
  /**
   * What people did for us in opportunities.
   */
  contributions?: Contribution[];
  /**
   * What we spent on accounts.
   */
  expenses?: Expense[];
  /**
   * People's own figures beside a forecast.
   */
  forecast_adjustments?: ForecastAdjustment1[];
  /**
   * How far the nine information points of opportunities are known.
   */
  information_records?: InformationRecord[];
  /**
   * Contacts between customers and us.
   */
  interactions?: Interaction[];
  /**
   * What people say accounts are: their tier, their kind.
   */
  key_account_judgements?: KeyAccountJudgement[];
  /**
   * Possible sales.
   */
  opportunities?: Opportunity[];
  /**
   * Competitors in opportunities.
   */
  opportunity_competitors?: OpportunityCompetitor[];
  /**
   * What happened to opportunities, in any order.
   */
  opportunity_events?: OpportunityEvent[];
  /**
   * Proposals we made.
   */
  proposals?: Proposal[];
  /**
   * Orders and returns, with us and with competitors.
   */
  purchases?: Purchase[];
  /**
   * What members of our team, or the company, are to book in a period.
   */
  quotas?: Quota[];
  /**
   * Who influences, knows, or is at odds with whom.
   */
  relationships?: Relationship[];
  /**
   * Who reports to whom in our own team, from a day on.
   */
  reporting_lines?: ReportingLine[];
  /**
   * Signals that a person has muted for a time.
   */
  signal_mutes?: SignalMute[];
  /**
   * Dated changes of what is known about people.
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
   * What it would cost accounts to leave us.
   */
  switching_costs?: SwitchingCost[];
  /**
   * What we have to do for accounts.
   */
  tasks?: Task[];
  /**
   * Changes in our own team.
   */
  team_changes?: TeamChange[];
  /**
   * What accounts are thought to spend in a year, with all suppliers.
   */
  wallet_estimates?: WalletEstimate[];
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
    | "unknown_time_zone"
    | "invalid_number"
    | "number_out_of_range"
    | "negative_amount"
    | "amount_out_of_range"
    | "unknown_currency"
    | "mixed_currencies"
    | "invalid_probability"
    | "duplicate_fact"
    | "conflicting_id"
    | "dangling_reference"
    | "foreign_reference"
    | "reference_cycle"
    | "conflicting_fields"
    | "date_order"
    | "unequal_lengths"
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
export type AliveHistoryResponse = JudgedAliveHistory;
export type AnalyseFunnelResponse = JudgedFunnelVerdict;
export type ApplyEventResponse = JudgedTransitionVerdict;
export type BacktestForecastResponse = JudgedBacktestVerdict;
export type BookDistributionResponse = DealDistribution;
export type CheckBookResponse = BookCheck;
export type CheckCoverageResponse = JudgedCoverageVerdict;
export type CheckGatesResponse = JudgedGatesVerdict;
export type CheckPlaybookResponse = PlaybookSummary;
export type ClassifyKeyAccountsResponse = JudgedKeyAccountsVerdict;
export type CommitteeMapResponse = JudgedCommitteeMap;
export type CrossSellResponse = JudgedCrossSellVerdict;
export type DecisionChainResponse = JudgedChainVerdict;
export type DetectSignalsResponse = JudgedSignalsVerdict;
export type DiagnoseOpportunityResponse = JudgedDiagnosisVerdict;
export type ErasePersonalFieldsResponse = JudgedErasureVerdict;
export type FitPurchaseModelResponse = JudgedPurchaseModelFit;
export type FitRoundModelResponse = JudgedRoundModelFit;
export type FitSpendModelResponse = JudgedSpendModelFit;
export type ForecastBookingsResponse = JudgedBookingForecastVerdict;
export type JudgeLifecycleResponse = JudgedLifecycleVerdict;
export type JudgeLifetimeValueResponse = JudgedLifetimeVerdict;
export type JudgeLoyaltyResponse = JudgedLoyaltyVerdict;
export type LabelsResponse = Labels;
export type LearnMarketCorrelationResponse = JudgedMarketCorrelationVerdict;
export type LearnWinRatesResponse = JudgedLearnedRates;
export type LifecycleHistoryResponse = JudgedLifecycleHistoryVerdict;
export type LifecycleTransitionsResponse = JudgedLifecycleTransitionsVerdict;
export type OpportunityCohortsResponse = JudgedCohortsVerdict;
export type PipelineMovementResponse = JudgedMovementVerdict;
export type PlanEventResponse = JudgedPlanVerdict;
export type PresetPlaybookResponse = PlaybookDraft;
export type PurchaseModelGridResponse = PurchaseGrid;
export type PurchaseTrajectoryResponse = JudgedTrajectoryVerdict;
export type ReplayHistoryResponse = JudgedHistoryVerdict;
export type RetentionWhatIfResponse = JudgedRetentionVerdict;
export type ReviewResponse = Review;
export type RollUpForecastResponse = JudgedRollUpVerdict;
export type ScorePurchaseModelResponse = ScoreColumns;
export type ScoreRfmResponse = JudgedRfmVerdict;
export type ScoreRoundModelResponse = RoundScoreColumns;
export type ScoreSpendModelResponse = SpendScoreColumns;
export type SummarisePurchasesResponse = JudgedSummariesVerdict;
export type SupportBaseResponse = JudgedSupportVerdict;
export type ValidatePurchaseModelsResponse = JudgedValidationVerdict;
export type ValueConcentrationResponse = JudgedConcentrationVerdict;
export type WeightedForecastResponse = JudgedForecastVerdict;
export type WhatIfResponse = JudgedScenarioVerdict;
export type WinTimingResponse = JudgedTimingVerdict;

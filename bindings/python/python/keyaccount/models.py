"""What the library takes and returns, as msgspec Structs.

Generated from schema/keyaccount.schema.json by `cargo xtask schema`; do not edit.
"""

from __future__ import annotations
from typing import Any, Literal, TypeAlias
from msgspec import Struct, convert, field
from decimal import Decimal
from datetime import date as date_aliased


class Account(Struct, kw_only=True):
    """
    A customer organisation that we sell to.
    """

    id: str
    "Identifies the account; unique in a book."
    name: str
    "Its name for people."
    industry: str | None = None
    "Its industry."
    owner: str | None = None
    "The member of our team who answers for it."
    parent: str | None = None
    "The account it belongs to, such as the group of a subsidiary."
    territory: str | None = None
    "The sales territory it lies in; team changes name territories."


AccountLevel: TypeAlias = Literal["high", "medium", "low", "unknown"]


class AccountSummary(Struct, kw_only=True):
    """
    One account in the numbers that the models know of it. Times are in weeks.
    """

    account: str
    "The account."
    age: Decimal
    "Weeks since the first order (T)."
    first: date_aliased
    "The day of its first order."
    frequency: int
    "Order days after the first (x)."
    last: date_aliased
    "The day of its last."
    log_intervals: Decimal
    "The sum of the natural logarithms of the intervals between order days, in weeks: how regular they are."
    mean_spend: Decimal | None
    "The mean of what was spent on them, in the reporting currency, less returns; null where there are none."
    priced_orders: int
    "Repeat order days that have a price."
    recency: Decimal
    "Weeks from the first order to the last (tₓ)."


class AlivePoint(Struct, kw_only=True):
    """
    One day of a history.
    """

    days_since_last: int
    "Days since the last of them."
    on: date_aliased
    "The day."
    orders: int
    "Order days known by then."
    probability_alive: Decimal
    "The probability, from what was known then, that the account still buys."


class Amounts(Struct, kw_only=True):
    """
    How many opportunities there are, what they are worth, and what they are worth weighted by probability.

    Both sums are exact and then rounded once, half-even, to the currency's minor unit. Parts of a whole are rounded
    each for themselves, so that they may differ from the whole's sum in the last digit.
    """

    deals: int
    "Opportunities counted."
    total: Decimal
    "The sum of their amounts."
    weighted: Decimal
    "The sum of amount × probability."


AnomalyCode: TypeAlias = Literal[
    "unknown_pipeline",
    "missing_creation",
    "repeated_creation",
    "before_creation",
    "created_lost",
    "created_closed",
    "created_in_later_stage",
    "duplicate_event",
    "ambiguous_order",
    "unknown_stage",
    "unknown_loss_reason",
    "stage_unchanged",
    "left_closed_stage",
    "closed_again",
    "changed_after_closing",
    "realised_without_booking",
    "moved_while_parked",
    "reopened_without_stage",
    "no_such_move",
    "close_date_before_creation",
    "credits_not_whole",
    "recurring_in_other_currency",
    "closed_category_while_open",
]


class AnomalyCount(Struct, kw_only=True):
    """
    How often something odd was met.
    """

    code: AnomalyCode
    "The stable code."
    count: int
    "How often."


ApproachCause: TypeAlias = Literal[
    "not_contacted", "never_met", "silent", "stance_unknown", "not_favourable", "requested"
]


class BacktestReceipt(Struct, kw_only=True):
    """
    Where the deals that were open on the eve of a period went: `open = forecast + left_out_then + unpriced_outcome`.
    """

    forecast: int
    "Of these, the ones that every method had to forecast and is held to."
    left_out_then: int
    "Those that could not be priced then: neither in a forecast nor in what came."
    open: int
    "Deals open then."
    unpriced_outcome: int
    "Those signed in the period for what cannot be priced: likewise in neither."


BacktestScore: TypeAlias = Literal[
    "crps", "mean_absolute_error", "bias", "coverage", "brier", "log_loss"
]
BlockerKind: TypeAlias = Literal[
    "hostile_between",
    "conflict_with_target",
    "conflict_on_the_way",
    "unreliable_between",
    "hostile_superior",
]


class BreakthroughPlan(Struct, kw_only=True):
    """
    How we mean to break through in one stage of an opportunity, with the resources for it. Its steps are the open
    tasks of the opportunity. Source: `[CCA]`, D9.
    """

    on: date_aliased
    "The day it was made."
    opportunity: str
    "The opportunity; with the day it identifies the plan."
    stage: str
    "The stage it was made for."
    external_resources: list[str] = field(default_factory=list)
    "Resources of others that it counts on."
    goal: str | None = None
    "What is to be reached; null means not said."
    internal_resources: list[str] = field(default_factory=list)
    "Resources of ours that it counts on."


BrokenLineKind: TypeAlias = Literal[
    "superior_left", "superior_of_another_account", "no_superior_known"
]
BuyingRole: TypeAlias = Literal["coach", "user", "technical_gatekeeper", "economic_decision_maker"]


class CalibrationBucket(Struct, kw_only=True):
    """
    Accounts that bought again a number of times in the calibration: how many there are, and how many the model expects.
    """

    actual: int
    "Accounts with so many."
    expected: Decimal
    "How many the model expects, given when each account began."
    or_more: bool
    "Whether accounts with more are in it too."
    repeats: int
    "Repeat orders."


ChainLinkKind: TypeAlias = Literal["reports_to", "influences", "knows", "conflicts_with"]
Channel: TypeAlias = Literal[
    "visit", "event", "video_call", "phone", "mail", "instant_message", "other"
]


class CloseDateSlip(Struct, kw_only=True):
    """
    How often close dates were pushed, and by how much.
    """

    pushed: int
    "Opportunities whose close date was pushed at least once."
    pushes: int
    "Moves of a close date to a later day."
    slip_days: int
    "Days by which they were moved later, in all; moves to earlier days are not taken off."


CoachPosition: TypeAlias = Literal["customer", "outside", "our_company"]


class CohortShares(Struct, kw_only=True):
    """
    Parts of a cohort, each rounded for itself, so that they may not add up to exactly 1.
    """

    booked: Decimal
    "Signed, not yet paid."
    lost: Decimal
    "Lost."
    open: Decimal
    "Being worked on."
    parked: Decimal
    "Resting."
    realised: Decimal
    "Signed and paid."


CommunicationStyle: TypeAlias = Literal["facts", "detail", "people", "big_picture"]
ComparableBasis: TypeAlias = Literal["industry", "territory", "industry_and_territory", "baskets"]
CompetitorStanding: TypeAlias = Literal["out", "behind", "level", "ahead"]


class CompetitorStatus(Struct, kw_only=True):
    """
    How a competitor stands in an opportunity on a day, and what we mean to do about it.
    """

    competitor: str
    "The competitor."
    on: date_aliased
    "The day from which this holds."
    standing: CompetitorStanding | None
    "How they stand; null means unknown."
    strategy: str | None
    "Our strategy against them; null means that none is recorded."


ComplaintKind: TypeAlias = Literal[
    "venting", "compensation", "showing_off", "retaliation", "help_seeking"
]
ComplianceKind: TypeAlias = Literal["inducement_driver", "gift", "payment_to_person"]
ConcentrationUnit: TypeAlias = Literal["account", "group"]
Confidence: TypeAlias = Literal["low", "medium", "high"]


class Conformance(Struct, kw_only=True):
    """
    How often the history did what the playbook has rules about.
    """

    advanced: int
    "Moves to the next stage."
    forbidden: int
    "Moves on a way that the pipeline closes, without a valid override: over a stage that may not be skipped, back out of one that may not be left backwards, a creation where none may start."
    overridden: int
    "Moves that a named person let pass."
    regressed: int
    "Moves backwards."
    reopened: int
    "Times it was taken up again after closing."
    skipped: int
    "Moves forwards over stages between."
    unmet: int
    "Moves that did not meet a criterion and carry no valid override; the forbidden ones are among them."


ContactDepth: TypeAlias = Literal["none", "brief", "several", "in_depth"]
ContributionKind: TypeAlias = Literal[
    "information",
    "guidance",
    "introduction",
    "competitor_intelligence",
    "specification_input",
    "threshold",
    "reference",
    "test_report",
    "internal_support",
    "budget",
    "commitment",
]


class Conversion(Struct, kw_only=True):
    """
    How the opportunities that entered a stage ended: in what was hoped for, in a loss, or not yet.
    """

    cohort_rate: Decimal | None
    "`reached` ÷ `entered`: too low while many are open. Null where none entered."
    decided_rate: Decimal | None
    "`reached` ÷ (`reached` + `lost`): wrong where losing takes longer than getting there, or shorter. Null where none is decided."
    entered: int
    "How many entered the stage."
    lost: int
    "How many of them were lost before."
    lost_probability: Decimal | None
    "The probability to have been lost within that time. What the two leave to 1 is undecided for longer."
    observed_days: int | None
    "The longest time since entering that was seen of any; null where none entered."
    open: int
    "How many of them are undecided, or left for another pipeline."
    probability: Decimal | None
    "The probability to have got there within `observed_days` of entering, by Aalen–Johansen; null where none entered."
    reached: int
    "How many of them got there."


class CorrelationInterval(Struct, kw_only=True):
    """
    Which correlations the history does not rule out at 95 %, by the likelihood ratio.
    """

    high: Decimal
    "The largest."
    low: Decimal
    "The smallest."


CoverageGapKind: TypeAlias = Literal[
    "committee_empty",
    "hostile_gatekeeper",
    "hostile_decision_maker",
    "decision_maker_never_met",
    "role_missing",
    "unknown_gatekeeper",
    "no_coach",
    "coach_only_in_our_company",
    "role_not_contacted",
    "contact_stale",
    "stance_unfavourable",
    "stance_unknown",
    "role_not_contributing",
    "coach_informs_competitor",
    "champion_left",
    "key_people_unfavourable",
    "influence_with_unknown",
    "no_opponent_found",
    "support_shrinking",
    "stage_ahead_of_coverage",
    "several_claim_final_yes",
    "single_thread",
]
CoverageLevel: TypeAlias = Literal[
    "missing", "identified", "contacted", "favourable", "contributing"
]


class CredibleInterval(Struct, kw_only=True):
    """
    A range that a rate lies in with a given probability: as probable to lie below it as above.
    """

    high: Decimal
    "Its upper end."
    low: Decimal
    "Its lower end."


class CredibleIntervals(Struct, kw_only=True):
    """
    Three ranges about a rate, each within the next.
    """

    eighty: CredibleInterval
    "The rate lies in it with a probability of 80 %."
    fifty: CredibleInterval
    "The rate lies in it with a probability of 50 %."
    ninety_five: CredibleInterval
    "The rate lies in it with a probability of 95 %."


class CreditShare(Struct, kw_only=True):
    """
    What part of an opportunity's amount a member of our team gets credit for.
    """

    member: str
    "Who."
    share: Decimal
    "The part, exact to four places; those of one opportunity add up to 1."


Criterion: TypeAlias = Literal[
    "end_mark",
    "skip_allowed",
    "backwards_allowed",
    "known_stage",
    "known_pipeline",
    "other_pipeline",
    "known_reason",
    "other_stage",
    "open_stage",
    "is_open",
    "is_not_parked",
    "is_parked",
    "is_closed",
    "is_booked",
    "reason_given",
    "note_given",
    "resume_day",
    "override_authority",
    "is_new",
    "whole_credit",
    "same_currency",
    "open_category",
]


class CurrencySum(Struct, kw_only=True):
    """
    A sum of amounts in one currency.
    """

    amount: Decimal
    "The sum, rounded once, half-even, to the currency's minor unit."
    currency: str
    "The currency."


class CurvePoint(Struct, kw_only=True):
    """
    A point of a distribution function.
    """

    amount: CurrencySum
    "The amount."
    cdf: Decimal
    "The probability that bookings are no larger."


CustomerStanding: TypeAlias = Literal["new", "repeat"]


class DatedRate(Struct, kw_only=True):
    """
    What one unit of a currency was worth in another from a day on.
    """

    from_: str = field(name="from")
    "The currency converted."
    on: date_aliased
    "The first day the rate holds; it holds until the next one."
    rate: Decimal
    "Units of `to` for one unit of `from`."
    to: str
    "The currency it becomes."


DayBasis: TypeAlias = Literal["calendar", "business"]


class DealContribution(Struct, kw_only=True):
    """
    What a deal adds to the mean, and to the odds of a quota.
    """

    to_mean: CurrencySum
    "Amount × probability."
    to_quota: Decimal | None
    "How much likelier the quota is once the deal is won than once it is lost; null where that would have taken too long."


class DealsBeside(Struct, kw_only=True):
    """
    Deals that stand beside a forecast: what they brought in the period.
    """

    deals: int
    "How many were signed in the period."
    total: CurrencySum
    "What the others were worth."
    unpriced: int
    "Of these, the ones whose worth is unknown: in no sum."


class DecisionCounts(Struct, kw_only=True):
    """
    The opportunities that entered a stage, and what they tell of its win rate.

    An undecided opportunity is no loss. It tells that deciding takes longer than it has been seen, so the later decisions
    of others weigh more (Aalen–Johansen); unequal weights are worth fewer equal ones (`effective_decided`, by Kish). With
    nothing undecided that is the plain number of decided ones.
    """

    effective_decided: Decimal
    "How many equally weighted decided ones they are worth."
    effective_won: Decimal
    "How many of these are won."
    entered: int
    "How many ever entered the stage."
    lost: int
    "How many of them are lost."
    observed_rate: Decimal | None
    "The weight of the won ones in that of the decided ones, by Aalen–Johansen; null where none is decided."
    open: int
    "How many of them are undecided, or left for another pipeline."
    undecided_share: Decimal | None
    "The part that is undecided for longer than anything was seen to take; null where none entered."
    won: int
    "How many of them are won."


DiagnosisStepKind: TypeAlias = Literal[
    "organisation", "decision_chain", "procurement_phase", "tasks", "competitors", "breakthrough"
]
Direction: TypeAlias = Literal["inbound", "outbound", "two_way"]
DistributionMethod: TypeAlias = Literal[
    "certain", "atoms", "split_atoms", "lattice", "series", "likeliest_apart"
]
Driver: TypeAlias = Literal[
    "money",
    "achievement_in_office",
    "company_results",
    "reputation",
    "family_security",
    "being_valued",
    "group_benefit",
    "achievement",
    "expert_standing",
    "company_responsibility",
    "technical_solution",
    "upkeep_effort",
    "habit",
    "feeling",
    "easier_work",
    "unlawful_inducement",
]
DueState: TypeAlias = Literal["not_due", "due", "overdue"]


class DurationSummary(Struct, kw_only=True):
    """
    How a number of durations is spread, in days.
    """

    count: int
    "How many there are."
    lower_quartile_days: int | None
    "The shortest that a quarter does not exceed; null where there is none."
    mean_days: Decimal | None
    "Their mean; null where there is none."
    median_days: int | None
    "The shortest that half do not exceed; null where there is none."
    upper_quartile_days: int | None
    "The shortest that three quarters do not exceed; null where there is none."


class Erasure(Struct, kw_only=True):
    """
    Asks to erase what is personal about one person.
    """

    stakeholder: str
    "The person."
    pseudonym: str | None = None
    "The identifier that takes the place of the person's own; null keeps it."


ErasureAction: TypeAlias = Literal["cleared", "replaced", "row_removed", "left_for_review"]


class ExpectedAmount(Struct, kw_only=True):
    """
    An amount with a band.
    """

    high: CurrencySum
    "The amount that at most one in ten of them lies above."
    low: CurrencySum
    "The amount that at most one in ten of them lies below."
    median: CurrencySum
    "The median of the latest occasions' amounts, returns netted; occasions that wholly came back are passed over."
    occasions: int
    "The occasions it is taken from: the latest with a known amount, up to the playbook's `amount_occasions`."


ExpenseKind: TypeAlias = Literal[
    "travel", "hospitality", "sample", "training", "gift", "payment_to_person", "other"
]


class FactCount(Struct, kw_only=True):
    """
    How many rows a table had, and how many of them are used.
    """

    read: int
    "Rows in the input."
    table: str
    "The table."
    used: int
    "Rows that verdicts rest on."


FactKind: TypeAlias = Literal[
    "account",
    "opportunity",
    "opportunity_event",
    "stakeholder",
    "contribution",
    "relationship",
    "interaction",
    "proposal",
    "purchase",
    "survey",
    "complaint",
    "team_change",
    "information_record",
    "opportunity_competitor",
    "task",
    "breakthrough_plan",
    "expense",
    "wallet_estimate",
    "switching_cost",
    "key_account_judgement",
    "quota",
    "forecast_adjustment",
]


class FactReference(Struct, kw_only=True):
    """
    Names one fact that a verdict rests on.
    """

    id: str
    "Its identifier; for an event without one, its path in the input, such as `opportunity_events[4]`."
    kind: FactKind
    "The kind of fact."


FindingKind: TypeAlias = Literal[
    "compliance",
    "coverage_gap",
    "signal",
    "lifecycle",
    "order_overdue",
    "loyalty",
    "stalled",
    "close_date_passed",
    "rest_over",
    "unpriced",
    "no_history",
    "odd_history",
]
FitStatus: TypeAlias = Literal["converged", "boundary", "too_little_data", "not_converged"]
ForecastBasis: TypeAlias = Literal["stage_default", "learned", "timing"]
ForecastCategory: TypeAlias = Literal["omitted", "pipeline", "best_case", "commit", "closed"]
ForecastDimension: TypeAlias = Literal[
    "month",
    "quarter",
    "year",
    "period",
    "currency",
    "owner",
    "team",
    "territory",
    "product_line",
    "stage",
    "category",
    "account",
    "pipeline",
]


class ForecastRow(Struct, kw_only=True):
    """
    Expected and actual amounts beside each other. They are never added up.
    """

    booked: Amounts
    "Signed, not yet paid, weighted by the probability that they are paid."
    open: Amounts
    "Open opportunities (parked ones too), weighted by the probability that they are won."
    realised: Amounts
    "Signed and paid."


GateKind: TypeAlias = Literal["information", "relationships", "decision_maker"]
GateState: TypeAlias = Literal["passed", "not_passed", "unknown"]


class GridOptions(Struct, kw_only=True):
    """
    The grid asked for.
    """

    age: Decimal
    "The time since the first order, of all accounts of the grid."
    horizon: Decimal
    "The time ahead that purchases are told for."
    most_frequency: int
    "The greatest frequency, 1 to 200."
    recency_steps: int
    "Into how many steps the age is divided, 1 to 200."


class HoldoutBucket(Struct, kw_only=True):
    """
    Accounts that bought again a number of times in the calibration: what they bought in the holdout.
    """

    accounts: int
    "Accounts with so many."
    actual_mean: Decimal | None
    "The mean of their orders in the holdout; null where there is none."
    or_more: bool
    "Whether accounts with more are in it too."
    predicted_mean: Decimal | None
    "The mean of what was predicted; null where there is none."
    repeats: int
    "Repeat orders in the calibration."


class HoldoutStep(Struct, kw_only=True):
    """
    Repeat orders in one step of the time looked at.
    """

    actual: int
    "Repeat orders in it."
    actual_cumulative: int
    "Repeat orders up to its last day."
    in_holdout: bool
    "Whether it lies in the holdout, at least in part."
    last: date_aliased
    "Its last day."


class HorizonPrediction(Struct, kw_only=True):
    """
    What is expected of an account up to a horizon.
    """

    at_least_one: Decimal
    "The probability of at least one."
    counts: list[Decimal]
    "The probabilities of 0, 1 … 5 order days."
    days: int
    "Days ahead."
    expected_purchases: Decimal
    "Order days expected in them."
    more: Decimal
    "The probability of more."
    sales: CurrencySum | None
    "Sales expected in these days, not discounted; null where spend is not known."
    value: CurrencySum | None
    "What they are worth today, discounted; null where spend is not known."


InformationPoint: TypeAlias = Literal[
    "project_steps",
    "procurement_process",
    "organisation",
    "decision_structure",
    "funds",
    "needs",
    "resources",
    "competitors",
    "success_factors",
]
InformationState: TypeAlias = Literal["unknown", "partial", "confirmed"]


class IntervalCoverage(Struct, kw_only=True):
    """
    How often what came lay in the interval that should hold it with a probability.

    Amounts come in steps, so that an interval holds somewhat more than it promises.
    """

    covered: int
    "Periods in which it held what came, its ends included."
    forecasts: int
    "All periods."
    high: Decimal | None
    "Its upper end."
    level: Decimal
    "The probability, with the same left out at both ends."
    low: Decimal | None
    "The lower end of that share's 95 % interval (Wilson's)."
    share: Decimal | None
    "The share of those; null where there are none."


KeyAccountKind: TypeAlias = Literal["economic", "important", "group", "strategic"]
KeyCriterion: TypeAlias = Literal["complex_decision", "large_sum", "many_people"]
KeyFindingState: TypeAlias = Literal["met", "not_met", "unknown"]
KeyStanding: TypeAlias = Literal["key", "ordinary", "undetermined"]


class LabelPair(Struct, kw_only=True):
    """
    A label in both languages.
    """

    en: str
    "English."
    zh_hans: str
    "Simplified Chinese."


Language: TypeAlias = Literal["en", "zh_hans"]
"\nA language that labels come in.\n"
LeftOutCause: TypeAlias = Literal[
    "unknown_stage",
    "no_amount",
    "no_close_date",
    "overdue",
    "no_rate",
    "omitted",
    "amount_out_of_range",
]


class LeftOutCount(Struct, kw_only=True):
    """
    How many opportunities are left out for a cause.
    """

    cause: LeftOutCause
    "The cause."
    deals: int
    "Opportunities left out for it; one may have several causes."


LifecyclePhase: TypeAlias = Literal[
    "prospect", "acquisition", "growth", "mature", "high_risk", "decline", "detached"
]


class LifecyclePolicy(Struct, kw_only=True):
    """
    How the lifecycle phase is judged. The phases are from `[KRM]`, D11; the thresholds are ours.

    All factors are multiples of the account's own usual interval between orders. The minimum days beside them keep
    accounts that order every few days from alarming after a long weekend.
    """

    check_every_days: int = 30
    "Days between the checks that a change of phase has to pass."
    confirmations: int = 2
    "Checks in a row that have to agree before the phase changes."
    detached_factor: Decimal = Decimal("5")
    "Silence of this multiple of the usual interval means that the account is detached."
    detached_minimum_days: int = 60
    "A detached account without an order for fewer days than this is only at high risk."
    high_risk_factor: Decimal = Decimal("2.5")
    "Silence of this multiple of the usual interval puts the account in the high-risk band."
    high_risk_minimum_days: int = 14
    "An account silent for fewer days than this is not at high risk."
    minimum_occasions: int = 3
    "Fewest purchase occasions that make a rhythm; an account with fewer is being acquired."
    newcomer_silence_days: int = 365
    "An account without a rhythm that has been silent for as many days is pointed out; it stays in acquisition."
    overdue_factor: Decimal = Decimal("1.5")
    "An order is overdue after this multiple of the usual interval…"
    overdue_minimum_days: int = 7
    "…but never after fewer days than this."
    overdue_spread: Decimal = Decimal("1")
    "…plus this multiple of the spread (median absolute deviation) of the intervals."
    rhythm_intervals: int = 24
    "The latest intervals between orders that the rhythm is taken from; older ones no longer count."
    trend_change: Decimal = Decimal("0.25")
    "Relative change between the windows from which an account grows or declines."
    trend_fluctuation: Decimal = Decimal("1.75")
    "So is a difference below this multiple of the account's usual fluctuation (its standard deviation, from how much its own intervals and amounts vary)."
    trend_minimum_orders: int = 2
    "A difference of fewer orders than this between the windows is chance."
    trend_window_intervals: int = 4
    "Length of each of the two compared windows, in usual intervals…"
    trend_window_minimum_days: int = 90
    "…but never fewer days than this."


class LifetimeLeftOut(Struct, kw_only=True):
    """
    What tells nothing, counted and, where it is an account, listed.
    """

    later_purchases: int
    "Purchases dated after the day of the verdict."
    not_positive: list[str]
    "Accounts whose repeat orders come to nothing or less after returns: the model of spend knows no such accounts, so that their spend is the portfolio's."
    prospects: list[str]
    "Accounts without an order: prospects, of which the models say nothing."
    returns_before_orders: int
    "Returns before an account's first order, which are taken off nothing."
    unpriced: list[str]
    "Accounts with repeat orders of which none has a price: their spend is the portfolio's."
    without_amount: int
    "Orders and returns of ours without an amount."
    without_rate: int
    "Orders and returns of ours in a currency for which no rate was known."


class LorenzPoint(Struct, kw_only=True):
    """
    A point of the Lorenz curve.
    """

    accounts: int
    "So many of those with the least money…"
    share_of_accounts: Decimal
    "…are this part of all…"
    share_of_money: Decimal
    "…and hold this part of the money."


class Loss(Struct, kw_only=True):
    """
    How an opportunity was lost.
    """

    competitor: str | None
    "The supplier who got it; null means unknown or nobody."
    from_stage: str | None
    "The last open stage it was in; null where it was never known to be in one."
    note: str | None
    "Details."
    on: date_aliased
    "The day."
    reason: str | None
    "Why; null means unknown."


class LossGroup(Struct, kw_only=True):
    """
    The losses from one stage, for one reason, to one competitor.
    """

    amounts: list[CurrencySum]
    "What they were worth, by currency."
    competitor: str | None
    "Who got them; null where nobody did, or nobody is known to."
    count: int
    "How many there are."
    from_stage: str | None
    "The last open stage they were in; null where it is unknown."
    reason: str | None
    "Why; null where it is unknown."
    without_amount: int
    "How many of them are of unknown worth: in no amount."


class LossReason(Struct, kw_only=True):
    """
    A reason that a loss may be given.
    """

    id: str
    "The stable identifier; the label may change, this does not."
    label: LabelPair
    "The label for people."
    needs_note: bool = False
    "Whether a loss for this reason needs a note that says more, as `other` does."


LoyaltyBasis: TypeAlias = Literal["supplier_choices", "own_orders_only"]
LoyaltyPattern: TypeAlias = Literal[
    "continuous", "intermittent", "changing", "scattered", "elsewhere", "undetermined"
]


class LoyaltyPolicy(Struct, kw_only=True):
    """
    How the loyalty pattern is judged. The four patterns are from `[OCD]`, D10; the thresholds are ours.
    """

    break_factor: Decimal = Decimal("2")
    "A gap longer than this multiple of the usual interval is a break (where only our own orders are known)."
    break_minimum_days: int = 14
    "A shorter gap than this is never a break, however often the account usually orders."
    irregular_spread: Decimal = Decimal("0.75")
    "Spread of the intervals, relative to the usual one, above which purchases are scattered (likewise)."
    minimum_choices: int = 4
    "Fewest supplier choices (purchase occasions) from which a pattern is judged."
    mostly_ours_share: Decimal = Decimal("0.5")
    "Our share from which an account with breaks is still mostly ours."
    moved_share: Decimal = Decimal("0.75")
    "Share of one supplier before, and of another after, a point from which the account has moved over."
    window_choices: int = 60
    "The latest choices that the pattern is judged on; older ones no longer count."


class MapContact(Struct, kw_only=True):
    """
    The contact between one of our people and one of the customer's.
    """

    depth: ContactDepth
    "How deep the contact between these two is; `none` where all of it is too long ago to count."
    last_contact: date_aliased
    "The last day on which the customer's person spoke."
    member: str | None
    "Who of us; null where that is not recorded."
    stakeholder: str
    "The person of the customer."


class MapMember(Struct, kw_only=True):
    """
    One of our own people on a map, in the row at the bottom.
    """

    member: str | None
    "Who of us; null stands for contacts of which that is not recorded."
    x: int
    "The middle, to the right."
    y: int
    "The middle, downwards."


class MapPoint(Struct, kw_only=True):
    """
    A point of a drawing: `x` to the right, `y` downwards, from the top left corner.
    """

    x: int
    "To the right."
    y: int
    "Downwards."


MarketFinding: TypeAlias = Literal["not_estimable", "no_more_than_chance", "uncertain", "common"]


class MarketQuarter(Struct, kw_only=True):
    """
    What was decided in a quarter.
    """

    decided: int
    "Deals signed or lost in it."
    quarter: str
    "The fiscal quarter."
    won: int
    "Of these, signed."


class MethodComparison(Struct, kw_only=True):
    """
    How a method's CRPS differs from that of the stage defaults, period by period.
    """

    against: ForecastBasis
    "What it is held against."
    basis: ForecastBasis
    "The method."
    difference: CurrencySum
    "The mean of (its CRPS − the other's): below zero where it is better."
    distinguishable: bool
    "Whether that is less than 5 % for all comparisons together (Bonferroni), and the history is sufficient."
    p_value: Decimal | None
    "How often as large a difference would come by chance (paired t test, which for one period ahead is the test of Diebold and Mariano with small-sample correction); null for fewer than two periods."
    standard_error: CurrencySum | None
    "How far that mean would vary; null for fewer than two periods."


ModelParameter: TypeAlias = Literal[
    "r", "alpha", "a", "b", "s", "beta", "gamma", "delta", "p", "q", "v"
]


class Money(Struct, kw_only=True):
    """
    An amount of zero or more in a currency: the worth of an opportunity.
    """

    amount: Decimal
    currency: str


class MonthIndex(Struct, kw_only=True):
    """
    How many orders come in a month, relative to a usual one.
    """

    index: Decimal
    "Its orders relative to a usual month's, one more spread evenly over the year: 2 is twice as many."
    month: int
    "The month, 1 to 12."
    occasions: int
    "Purchase occasions in it, in the whole years looked at."


MoveDirection: TypeAlias = Literal["to_us", "away_from_us", "between_others"]
MoveKind: TypeAlias = Literal[
    "create",
    "advance",
    "skip",
    "regress",
    "win",
    "realise",
    "lose",
    "reopen",
    "park",
    "resume",
    "enter",
    "transfer",
    "nowhere",
    "update",
]


class MoveText(Struct, kw_only=True):
    """
    A move in words for a salesperson.
    """

    en: str
    "In English."
    zh_hans: str
    "In simplified Chinese."


MovementKind: TypeAlias = Literal[
    "created",
    "reopened",
    "pulled_in",
    "currency_changed",
    "increased",
    "decreased",
    "amount_set",
    "amount_cleared",
    "moved",
    "pushed_out",
    "won",
    "lost",
]


class MovementLine(Struct, kw_only=True):
    """
    One line of a movement: how many opportunities, and what they are worth together.
    """

    amount: Decimal
    "Their amounts added up exactly, never below zero."
    count: int
    "Opportunities of an opening or closing; steps of any other line."


class MovementLines(Struct, kw_only=True):
    """
    The lines between an opening and a closing. Amounts are all zero or more; which of them are taken off is said here:

    opening + created + reopened + increased − decreased + amount set − amount cleared + pulled in − pushed out − won −
    lost + moved in − moved out + currency in − currency out = closing, exactly. The counts add up in the same way
    without those of increased and decreased, which bring no opportunity in or out.
    """

    amount_cleared: MovementLine
    "The amount became unknown: from then on the opportunity is in no sum."
    amount_set: MovementLine
    "The amount became known: until then the opportunity was in no sum."
    closing: MovementLine
    "In the pipeline at the end of the last day."
    created: MovementLine
    "Came into being."
    currency_in: MovementLine
    "The amount came from another currency."
    currency_out: MovementLine
    "The amount went to another currency."
    decreased: MovementLine
    "Shrank, by the difference."
    increased: MovementLine
    "Grew, by the difference."
    lost: MovementLine
    "Lost."
    moved_in: MovementLine
    "Came from another stage. Of no account in a total."
    moved_out: MovementLine
    "Went to another stage. Of no account in a total."
    opening: MovementLine
    "In the pipeline at the end of the first day."
    pulled_in: MovementLine
    "The close date, or the day of the closing, moved into the period."
    pushed_out: MovementLine
    "The close date moved out of the period, or became unknown."
    reopened: MovementLine
    "Came back after a closing; a booking that fell through comes back and is lost."
    won: MovementLine
    "Signed."


class MovementStep(Struct, kw_only=True):
    """
    One step of one opportunity: what the lines are made of.
    """

    amount: Money | None
    "What was booked; of a change of currency, the amount before; null where it is unknown."
    kind: MovementKind
    "What happened."
    on: date_aliased
    "The day."
    opportunity: str
    "The opportunity."
    pipeline: str | None
    "The pipeline it was booked in; null where it is one that the playbook lacks."
    stage: str | None
    "The stage it was booked in; null where it is unknown."
    to_amount: Money | None
    "Of a change of currency, the amount after; null otherwise."
    to_pipeline: str | None
    "Of a move, the pipeline it went to; null otherwise, and where that is one that the playbook lacks."
    to_stage: str | None
    "Of a move, the stage it went to; null otherwise, and where that is unknown."


class NetMoney(Struct, kw_only=True):
    """
    An amount of any sign in a currency: a purchase, where a return or credit note is negative.
    """

    amount: Decimal
    currency: str


class NewAccountValue(Struct, kw_only=True):
    """
    What an account is worth that orders for the first time today.
    """

    expected_purchases: list[Decimal]
    "Repeat order days expected up to each horizon."
    lifetime_value: CurrencySum | None
    "What all its repeat orders are worth today, discounted; the first order is not in it."
    order_value: CurrencySum | None
    "What one order day is worth (with margin, where that is known), by the portfolio's mean; null where spend is not known."


NextMove: TypeAlias = Literal[
    "map_committee",
    "identify_holder",
    "identify_gatekeeper",
    "find_coach",
    "find_coach_at_customer",
    "make_contact",
    "renew_contact",
    "meet_decision_maker",
    "find_out_stance",
    "win_over",
    "answer_objections",
    "clarify_final_yes",
    "widen_contact",
    "ask_for_contribution",
    "guard_information",
    "find_new_champion",
    "win_over_key_people",
    "get_to_know_influential",
    "look_for_opponents",
    "regain_support",
    "catch_up",
    "report_to_compliance",
]


class NextOrder(Struct, kw_only=True):
    """
    When an account will order next.
    """

    early_days: Decimal | None
    "Of accounts like it that order again, a tenth have done so after as many days. Null, here and below, where that is longer than can be told, or where no account does."
    late_days: Decimal | None
    "Nine tenths have: from early to late lie four fifths of all next orders."
    median_days: Decimal | None
    "Half of them have."
    never: Decimal
    "The probability that it never orders again: it has left, or leaves before it does."


NoCadence: TypeAlias = Literal["no_orders", "one_day", "too_few_occasions"]
NoComparables: TypeAlias = Literal["not_known", "empty_basket", "too_few"]
NoPathCause: TypeAlias = Literal[
    "target_left", "target_unknown", "nobody_for_us_in_contact", "not_searched", "no_connection"
]
NoPrediction: TypeAlias = Literal["no_rhythm", "rhythm_broken"]
NoTrend: TypeAlias = Literal["no_rhythm", "too_short"]
NonSupporterKind: TypeAlias = Literal["sceptic", "misinformed", "backslider"]


class Opportunity(Struct, kw_only=True):
    """
    A possible sale to an account. What is known of it over time stands in its events.
    """

    account: str
    "The account it is an opportunity of."
    id: str
    "Identifies the opportunity; unique in a book."
    name: str | None = None
    "Its name for people."
    pipeline: str | None = None
    "The pipeline it began in; null means the playbook's default pipeline."
    product_line: str | None = None
    "The product line it is about."
    territory: str | None = None
    "The sales territory it counts for; null means the account's."


class OpportunityChangePipelineChanged(
    Struct, kw_only=True, tag_field="type", tag="pipeline_changed"
):
    """
    It moved to another pipeline.
    """

    to: str
    "The pipeline it moved to."
    from_: str | None = field(name="from", default=None)
    "The pipeline it came from; null means the one it was in. The first such event of a history, where it says this, also says which pipeline the history began in."
    stage: str | None = None
    "The stage it goes on in; null means the stage of the same name, or the first."


class OpportunityChangeEndMarkMet(Struct, kw_only=True, tag_field="type", tag="end_mark_met"):
    """
    The observable fact that closes a stage was seen.
    """

    stage: str | None = None
    "The stage whose end mark was met; null means the stage it is in."


class OpportunityChangeAmountChanged(Struct, kw_only=True, tag_field="type", tag="amount_changed"):
    """
    Its worth changed; null means it became unknown.
    """

    amount: Money | None = None
    "The new worth."


class OpportunityChangeCloseDateChanged(
    Struct, kw_only=True, tag_field="type", tag="close_date_changed"
):
    """
    Its expected signing day changed; null means it became unknown.
    """

    close_date: date_aliased | None = None
    "The new expected day."


class OpportunityChangeOwnerChanged(Struct, kw_only=True, tag_field="type", tag="owner_changed"):
    """
    Another member of our team answers for it now; null means nobody does.
    """

    owner: str | None = None
    "The new owner."


class OpportunityChangeProbabilityChanged(
    Struct, kw_only=True, tag_field="type", tag="probability_changed"
):
    """
    Its win probability was set by hand; null returns it to the stage's.
    """

    probability: Decimal | None = None
    "The new probability."


class OpportunityChangeForecastCategoryChanged(
    Struct, kw_only=True, tag_field="type", tag="forecast_category_changed"
):
    """
    Its forecast category was set by hand; null returns it to the stage's.
    """

    category: ForecastCategory | None = None
    "The new category."


class OpportunityChangeCreditSplitChanged(
    Struct, kw_only=True, tag_field="type", tag="credit_split_changed"
):
    """
    The credit for it was split anew.
    """

    credits: list[CreditShare] = field(default_factory=list)
    "Who gets credit for which part; the parts add up to 1. Empty means the owner for all of it."


class OpportunityChangeRealised(Struct, kw_only=True, tag_field="type", tag="realised"):
    """
    The customer paid, and has the goods in use: the booking is realised.
    """

    amount: Money | None = None
    "What was paid; null means what was booked."


class OpportunityChangeLost(Struct, kw_only=True, tag_field="type", tag="lost"):
    """
    The opportunity was lost.
    """

    competitor: str | None = None
    "The supplier who got it."
    note: str | None = None
    "Details; some reasons need them, as `other` does."
    reason: str | None = None
    "Why, by a reason of the playbook; null means unknown."


class OpportunityChangeReopened(Struct, kw_only=True, tag_field="type", tag="reopened"):
    """
    A closed opportunity was taken up again.
    """

    stage: str | None = None
    "The stage it goes on in; null means the stage it was closed from."


class OpportunityChangeParked(Struct, kw_only=True, tag_field="type", tag="parked"):
    """
    Work rests until a day.
    """

    reason: str | None = None
    "Why it rests; null means unknown, which a new parking is refused for."
    resume_on: date_aliased | None = None
    "The day work is to go on; null means unknown, which a new parking is refused for."


class OpportunityChangeResumed(Struct, kw_only=True, tag_field="type", tag="resumed"):
    """
    Work goes on after a rest.
    """


class OpportunityCompetitor(Struct, kw_only=True):
    """
    What was known of a competitor in one opportunity from a day on, and what we mean to do about it.
    """

    competitor: str
    "The competitor; with the opportunity and the day it identifies the row."
    on: date_aliased
    "The day from which this holds."
    opportunity: str
    "The opportunity."
    standing: CompetitorStanding | None = None
    "How they stand; null means unknown."
    strategy: str | None = None
    "Our strategy against them; null means none is recorded."


OpportunityStatus: TypeAlias = Literal["open", "parked", "booked", "realised", "lost"]


class OverallSourceAllOrders(Struct, kw_only=True, tag_field="type", tag="all_orders"):
    """
    All our orders together, whatever their category: no competitor's order is known.
    """


class OverallSourceLeadingCategory(Struct, kw_only=True, tag_field="type", tag="leading_category"):
    """
    The category in which the account chose most often.
    """

    category: str | None
    "The category; null for purchases without one."


OverallSource: TypeAlias = OverallSourceAllOrders | OverallSourceLeadingCategory
"\nWhat the overall pattern of an account is taken from.\n"


class Override(Struct, kw_only=True):
    """
    A named person's decision to let a move pass although a criterion is unmet.
    """

    by: str
    "Who decided."
    reason: str
    "Why."


class OwnerForecast(Struct, kw_only=True):
    """
    The forecast of one member of our team, in the reporting currency: of what is split, the part credited to them.

    What is split is counted for each of them, so that the sums add up to the whole, and the counts may exceed it.
    """

    amounts: ForecastRow
    "The amounts."
    owner: str | None
    "The member of our team; null stands for opportunities that nobody is known to answer for."


class ParameterEstimate(Struct, kw_only=True):
    """
    A fitted parameter.
    """

    parameter: ModelParameter
    "Which one."
    standard_error: Decimal | None
    "Its standard error, from the inverse observed information; null where the maximum is not inside."
    undetermined: bool
    "Whether it runs off, or the data do not tell it: only its relation to the others counts."
    value: Decimal
    "Its value."


class Parking(Struct, kw_only=True):
    """
    A rest: why, and until when.
    """

    reason: str | None
    "Why; null means unknown."
    resume_on: date_aliased | None
    "The day work is to go on; null means unknown."
    since: date_aliased
    "The first day of the rest."


class PatternCount(Struct, kw_only=True):
    """
    How many accounts show a loyalty pattern.
    """

    accounts: int
    "Accounts that show it."
    pattern: LoyaltyPattern
    "The pattern."


class Period(Struct, kw_only=True):
    """
    Some days on end, from a first to a last one, both included: a quarter, a year.
    """

    first: date_aliased
    "The first day."
    last: date_aliased
    "The last day."


PeriodUnit: TypeAlias = Literal["month", "quarter", "year"]


class PhaseCheck(Struct, kw_only=True):
    """
    The phase at one of the checks that a change has to pass.
    """

    on: date_aliased
    "The day of the check; nothing later was looked at."
    phase: LifecyclePhase
    "The phase that counted then."
    raw_phase: LifecyclePhase
    "The phase by that day's facts alone."


class PhaseCount(Struct, kw_only=True):
    """
    How many accounts are in a phase.
    """

    accounts: int
    "Accounts in it."
    phase: LifecyclePhase
    "The phase."


class PhaseDays(Struct, kw_only=True):
    """
    How long an account was in a phase.
    """

    days: int
    "For how many days in all."
    phase: LifecyclePhase
    "The phase."
    spans: int
    "How often it was in it."


class PhaseNode(Struct, kw_only=True):
    """
    The accounts in one phase on a day.
    """

    accounts: int
    "Accounts in it."
    in_high_risk_band: bool
    "Whether it is the high-risk band."
    money: Decimal
    "What they spent with us in the 365 days up to this day, as far as it is known."
    phase: LifecyclePhase
    "The phase."
    share: Decimal | None
    "Their part of all accounts; null where there is no account."


PhaseShift: TypeAlias = Literal["entered", "stayed", "improved", "matured", "worsened"]


class PipelineNeeded(Struct, kw_only=True):
    """
    The fewest further deals like the average open one with which a quota is reached as probably as wanted.
    """

    amount: CurrencySum
    "What they are worth together."
    average_amount: CurrencySum | None
    "What one of them is worth: the mean of the open ones; null where nothing is open."
    average_chance: Decimal | None
    "The chance of one of them: that of the open ones weighted by their amounts, so that one adds to the mean what an open one does on average; null where nothing is open, or it is worth nothing."
    deals: int
    "How many; none where the quota is probable enough as it is."
    probability: Decimal
    "The probability of the quota with them."


PlanGapKind: TypeAlias = Literal[
    "no_plan",
    "plan_of_another_stage",
    "no_goal",
    "no_internal_resources",
    "no_external_resources",
    "no_open_task",
    "task_without_owner",
    "task_without_date",
    "task_overdue",
    "critical_gap_unaddressed",
    "competitor_without_strategy",
]
PlaybookPreset: TypeAlias = Literal["six_stage", "eight_step"]


class PlaybookSourcePreset(Struct, kw_only=True, tag_field="type", tag="preset"):
    """
    One that comes with the library.
    """

    name: PlaybookPreset
    "Its name."


class PlaybookSourceJson(Struct, kw_only=True, tag_field="type", tag="json"):
    """
    One given as JSON text.
    """

    text: str
    "The text."


class PlaybookSourceToml(Struct, kw_only=True, tag_field="type", tag="toml"):
    """
    One given as TOML text.
    """

    text: str
    "The text."


class PortfolioHorizon(Struct, kw_only=True):
    """
    The sums over a portfolio up to a horizon.
    """

    days: int
    "Days ahead."
    expected_purchases: Decimal
    "Order days expected."
    sales: CurrencySum | None
    "Sales expected, not discounted; null where spend is not known."
    value: CurrencySum | None
    "What they are worth today; null where spend is not known."


class PortfolioLifetime(Struct, kw_only=True):
    """
    The sums over all accounts with an order.
    """

    expected_alive: Decimal
    "How many of them are expected to buy still: the sum of the probabilities."
    horizons: list[PortfolioHorizon]
    "By horizon."
    lifetime_value: CurrencySum | None
    "What they are worth: the sum of their lifetime values, rounded once."


PotentialBasis: TypeAlias = Literal["wallet_estimate", "open_pipeline"]


class PredictedOrder(Struct, kw_only=True):
    """
    One of the next orders.
    """

    earliest: date_aliased
    "It comes earlier with a chance of one in ten…"
    expected: date_aliased
    "The day that it comes before or after with even chances."
    latest: date_aliased
    "…and later with a chance of one in ten."
    number: int
    "1 for the next one."


PredictionMethod: TypeAlias = Literal[
    "bg_nbd", "mbg_nbd", "mbg_cnbd", "pareto_nbd", "recency_only", "same_as_last_period"
]
PredictionScore: TypeAlias = Literal[
    "rank_correlation", "mean_absolute_error", "root_mean_square_error", "area_under_curve"
]


class PredictionScores(Struct, kw_only=True):
    """
    How good the predictions of a method were.
    """

    area_under_curve: Decimal | None
    'The area under the ROC curve of "buys again"; null where all did, or none.'
    mean_absolute_error: Decimal
    "The mean absolute error of the counts."
    predicted: Decimal
    "The sum of predicted counts."
    rank_correlation: Decimal | None
    "Spearman's rank correlation of predicted and actual counts, ties with the mean of their ranks; null where all accounts are alike on one side."
    root_mean_square_error: Decimal
    "The root of their mean square error."


class PresetPlaybookRequest(Struct, kw_only=True):
    """
    Asks for a playbook that comes with the library.
    """

    name: PlaybookPreset
    "Its name."


class PriorGaussian(Struct, kw_only=True, tag_field="type", tag="gaussian"):
    """
    A normal distribution, cut off at zero.
    """

    mean: Decimal
    "Its mean."
    standard_deviation: Decimal
    "Its standard deviation."


class PriorHalfNormal(Struct, kw_only=True, tag_field="type", tag="half_normal"):
    """
    A normal distribution with its top at zero, of which the positive half counts: the parameter is not believed to be
    much larger than the scale.
    """

    scale: Decimal
    "The standard deviation of the whole normal distribution."


class PriorLogNormal(Struct, kw_only=True, tag_field="type", tag="log_normal"):
    """
    A normal distribution of the logarithm: the parameter is believed to be within a factor of the median.
    """

    log_standard_deviation: Decimal
    "The standard deviation of the natural logarithm; 0.7 is about a factor of two."
    median: Decimal
    "The median."


Prior: TypeAlias = PriorGaussian | PriorHalfNormal | PriorLogNormal
"\nWhat is believed of a parameter beforehand: a distribution of the parameter itself, over what is above zero.\n\nWith priors, the parameters found are those of highest posterior density (MAP), and standard errors come from the\ncurvature of the posterior. A prior for each parameter that the data leave open keeps a portfolio of fifty accounts from\nrunning off to a boundary.\n"
ProbabilitySource: TypeAlias = Literal["stage_default", "manual", "learned", "timing", "booked"]
ProblemCode: TypeAlias = Literal[
    "invalid_json",
    "invalid_toml",
    "missing_field",
    "unknown_field",
    "duplicate_field",
    "wrong_type",
    "unknown_value",
    "invalid_id",
    "invalid_text",
    "text_too_long",
    "invalid_date",
    "date_out_of_range",
    "invalid_moment",
    "unknown_time_zone",
    "invalid_number",
    "number_out_of_range",
    "negative_amount",
    "amount_out_of_range",
    "unknown_currency",
    "mixed_currencies",
    "invalid_probability",
    "duplicate_fact",
    "conflicting_id",
    "dangling_reference",
    "foreign_reference",
    "reference_cycle",
    "conflicting_fields",
    "date_order",
    "unequal_lengths",
    "empty_list",
    "duplicate_name",
    "undefined_name",
    "inconsistent_settings",
    "not_found",
]


class ProcurementPhase(Struct, kw_only=True):
    """
    How far the purchase has come.
    """

    activity: LabelPair | None
    "What the customer does in this stage; null where the playbook says nothing."
    days_in_stage: int | None
    "Whole days since then."
    end_mark: LabelPair | None
    "What shows that the stage is done; null where the playbook says nothing."
    entered_on: date_aliased | None
    "The day it was entered; null where nothing had happened yet."
    is_end_mark_met: bool | None
    "Whether the end mark was met; null where there is none."
    is_stalled: bool | None
    "Whether it has stood still for too long; null where the stage is not known or the playbook sets no limit."
    stage: str | None
    "The stage; null where it is not known."


class Proposal(Struct, kw_only=True):
    """
    A proposal that we made.
    """

    account: str
    "The account."
    id: str
    "Identifies the proposal; unique in a book."
    on: date_aliased
    "The day it was handed over."
    opportunity: str | None = None
    "The opportunity it was made for."
    template: str | None = None
    "The template its content was copied from (a name or a digest of the text); null means it was written for this customer."


class PurchaseModelBgNbd(Struct, kw_only=True, tag_field="type", tag="bg_nbd"):
    """
    BG/NBD: an account may leave after each repeat purchase (Fader, Hardie & Lee 2005).
    """


class PurchaseModelMbgNbd(Struct, kw_only=True, tag_field="type", tag="mbg_nbd"):
    """
    MBG/NBD: an account may leave after each purchase, the first too (Batislam, Denizel & Filiztekin 2007).
    """


class PurchaseModelParetoNbd(Struct, kw_only=True, tag_field="type", tag="pareto_nbd"):
    """
    Pareto/NBD: an account may leave at any moment (Schmittlein, Morrison & Colombo 1987).
    """


class PurchaseModelParametersBgNbd(Struct, kw_only=True, tag_field="type", tag="bg_nbd"):
    """
    BG/NBD.
    """

    a: Decimal
    "First shape of the chances to leave."
    alpha: Decimal
    "Rate of purchase rates, in units of time."
    b: Decimal
    "Second shape of the chances to leave."
    r: Decimal
    "Shape of purchase rates."


class PurchaseModelParametersMbgNbd(Struct, kw_only=True, tag_field="type", tag="mbg_nbd"):
    """
    MBG/NBD.
    """

    a: Decimal
    "First shape of the chances to leave."
    alpha: Decimal
    "Rate of purchase rates, in units of time."
    b: Decimal
    "Second shape of the chances to leave."
    r: Decimal
    "Shape of purchase rates."


class PurchaseModelParametersParetoNbd(Struct, kw_only=True, tag_field="type", tag="pareto_nbd"):
    """
    Pareto/NBD.
    """

    alpha: Decimal
    "Rate of purchase rates, in units of time."
    beta: Decimal
    "Rate of leaving rates, in units of time."
    r: Decimal
    "Shape of purchase rates."
    s: Decimal
    "Shape of leaving rates."


class QuantileChange(Struct, kw_only=True):
    """
    By how much a quantile changes.
    """

    change: CurrencySum
    "What the amount is after, less what it was before."
    probability: Decimal
    "The probability."


class QuarterForecast(Struct, kw_only=True):
    """
    The forecast of one fiscal quarter, in the reporting currency.
    """

    amounts: ForecastRow
    "The amounts."
    quarter: str
    "The quarter of the expected signature; of booked ones the signature; of realised ones the payment."


class Quota(Struct, kw_only=True):
    """
    What a member of our team, or the company, is to book in a period.
    """

    amount: Money
    "What is to be booked."
    first: date_aliased
    "The period's first day."
    id: str
    "Identifies the quota; unique in a book."
    last: date_aliased
    "The period's last day."
    member: str | None = None
    "Whose it is, with everybody who reports to them; null means the company's."


class QuotaOdds(Struct, kw_only=True):
    """
    How likely a quota is, and what is missing to it on average.
    """

    expected_shortfall: CurrencySum
    "What is missing to it on average, counting nothing where it is exceeded."
    probability: Decimal
    "The probability that bookings reach it."
    quota: CurrencySum
    "The quota."


RateDate: TypeAlias = Literal["as_of", "close_date", "budget"]


class RateShrinkage(Struct, kw_only=True):
    """
    How often an account that still buys orders, and whose knowledge that is.
    """

    own: Decimal | None
    "Repeat orders a week that the account itself shows, x ÷ T; null on the day of its first order."
    own_weight: Decimal
    "The part of the rate that is the account's own, T ÷ (α + T); the rest is the portfolio's."
    portfolio: Decimal
    "Orders a week of the portfolio's mean account while it buys."
    weekly: Decimal
    "Orders a week while it buys: both by their weights."


ReceiptPartKind: TypeAlias = Literal["priced", "unpriced", "omitted", "lost", "not_created_yet"]


class ReceiptWhole(Struct, kw_only=True):
    """
    All opportunities that a forecast looked at.
    """

    deals: int
    "Opportunities."
    totals: list[CurrencySum]
    "What the others are worth, by currency; exact, rounded nowhere."
    without_amount: int
    "Of these, those whose amount is unknown."


RecencyBasis: TypeAlias = Literal["since_last_order", "first_to_last_order"]


class RecurringAmounts(Struct, kw_only=True):
    """
    Recurring revenue, and what contracts are worth with it.
    """

    contract_value: Decimal
    "What all contracts are worth, those without recurring revenue too: what is paid once, and each month agreed."
    contract_value_weighted: Decimal
    "The same, each opportunity's times its probability."
    deals: int
    "Opportunities with recurring revenue."
    monthly: Decimal
    "What is paid each month."
    monthly_weighted: Decimal
    "The same, each opportunity's times its probability."


class RecurringRevenue(Struct, kw_only=True):
    """
    What is paid again and again, beside the amount that is paid once.
    """

    monthly: Money
    "What is paid each month."
    months: int
    "For how many months that is agreed; 0 where no time is agreed, which adds nothing to the contract's value."


class RecurringRow(Struct, kw_only=True):
    """
    Recurring revenue of what is open, signed and paid, beside each other and never added up.
    """

    booked: RecurringAmounts
    "Of what is signed and not yet paid."
    open: RecurringAmounts
    "Of open opportunities."
    realised: RecurringAmounts
    "Of what is signed and paid."


Regularity: TypeAlias = int
"\nHow regular purchases are: each is every k-th event of a random process; 1 is purely at random, 12 almost a clock.\n"
RegularityKind: TypeAlias = Literal["clockwork", "regular", "chance", "clumped"]


class RegularityTrial(Struct, kw_only=True):
    """
    The likelihood that a regularity reached.
    """

    log_likelihood: Decimal
    "The highest log-likelihood with it, of purchases with their intervals; with priors, that of the data at the highest posterior."
    regularity: Regularity
    "The regularity."


RelationshipKind: TypeAlias = Literal["influences", "knows", "conflicts_with"]
RelationshipPhase: TypeAlias = Literal["exploration", "formation", "stable", "degeneration"]
RelationshipStrength: TypeAlias = Literal["distant", "working", "close"]


class ReliabilityBin(Struct, kw_only=True):
    """
    The deals that were given a chance within a tenth, and how many of them came.

    Where the chances are right, the share that came lies about the mean chance: in the interval about 95 times of 100.
    """

    deals: int
    "Forecasts of single deals with such a chance."
    from_: Decimal = field(name="from")
    "The smallest chance in it."
    high: Decimal | None
    "Its upper end."
    low: Decimal | None
    "The lower end of the share's 95 % interval (Wilson's)."
    mean_chance: Decimal | None
    "Their mean chance; null where there are none."
    to: Decimal
    "The chance that is too large for it; 1 is in the last one."
    won: int
    "Of these, the ones that came."
    won_share: Decimal | None
    "The share that came; null where there are none."


class ReplacedByOurProduct(Struct, kw_only=True, tag_field="type", tag="our_product"):
    """
    Another product of ours in the same category, which began when the old one ended: no loss.
    """

    occasions: int
    "The occasions on which it was bought."
    product: str
    "The product."
    since: date_aliased
    "The day of its first order."
    worth_per_year: CurrencySum | None
    "What it is worth a year; null where an amount is not known."


class ReplacedByCompetitor(Struct, kw_only=True, tag_field="type", tag="competitor"):
    """
    A competitor's orders in the same category.
    """

    bought_before: bool
    "Whether it had ordered there in this category before."
    name: str
    "Which competitor."
    occasions: int
    "The days on which the account ordered there since."
    product: str | None
    "The product, where the orders name one and the same."
    since: date_aliased
    "The day of its first order after our last one."


class ReplacedByUnknown(Struct, kw_only=True, tag_field="type", tag="unknown"):
    """
    Nothing that the facts show.
    """


ReplacedBy: TypeAlias = ReplacedByOurProduct | ReplacedByCompetitor | ReplacedByUnknown
"\nWhat came instead of a product or category that an account stopped buying. Source: `[KRM]`, D14.\n"


class ReportedMovement(Struct, kw_only=True):
    """
    The movement of all currencies together, in the reporting currency: the opening at the rates of its day, the closing
    at those of its own, every step at those of the day it was taken on. What the rates alone changed is the currency
    effect: with it the lines lead from the opening to the closing exactly.
    """

    currency: str
    "The reporting currency."
    currency_effect: Decimal
    "What the closing is more, or less, because of rates that changed in between."
    lines: MovementLines
    "The lines of all stages and currencies, converted, not rounded; moves between stages left at zero."


class ReportingCircle(Struct, kw_only=True):
    """
    People each of whom reports to another of them, so that nobody is on top.
    """

    stakeholders: list[str]
    "From the one whose identifier sorts first up the line: each reports to the next, the last to the first."


class ReportingLine(Struct, kw_only=True):
    """
    Who a member of our team reports to, from a day on. The latest line that has begun holds.
    """

    member: str
    "Who reports."
    from_: date_aliased | None = field(name="from", default=None)
    "The first day it holds; null means since ever."
    manager: str | None = None
    "To whom; null means to nobody."


RetentionBasis: TypeAlias = Literal["given_figures", "fitted_portfolio"]


class RetentionChangePoints(Struct, kw_only=True, tag_field="type", tag="points"):
    """
    By so many points of a hundred, each year: of 20 % with 0.05 are left 15 %. Never below nothing.
    """

    points: Decimal
    "The points, 0.05 for five of a hundred."


class RetentionChangeFraction(Struct, kw_only=True, tag_field="type", tag="fraction"):
    """
    By a part of itself: of 20 % with 0.05 are left 19 %.
    """

    fraction: Decimal
    "The part."


RetentionChange: TypeAlias = RetentionChangePoints | RetentionChangeFraction
"\nBy how much defection is cut: of the customers of a year, those who are gone in the next.\n"


class RetentionEffect(Struct, kw_only=True):
    """
    By how much a change moves an outcome.
    """

    lifetime_years: Decimal | None
    "Years more; null where one of both has no end."
    relative: Decimal | None
    "The part by which their worth grows: 0.25 is a quarter more; null where they are worth nothing before."
    value: CurrencySum | None
    "What all customers are worth more; null where one of both has no end."
    value_per_account: CurrencySum | None
    "The same for one of them."


class RetentionFigures(Struct, kw_only=True):
    """
    Customers as figures: how many, what they bring, and how many stay.
    """

    accounts: int
    "Customers of the first year."
    annual_margin: Money
    "What one customer brings in one year."
    retention: Decimal
    "The part of a year's customers who are still customers in the next."
    annual_discount_rate: Decimal | None = None
    "The effective discount rate of a year; null means the playbook's."


class RetentionOutcome(Struct, kw_only=True):
    """
    What the customers of a scenario come to.
    """

    lifetime_years: Decimal | None
    "The expected number of years in which a customer is there, the first among them; null where it has no end."
    value: CurrencySum | None
    "What all of them are worth today; null where the sum has no end, or no spend is known."
    value_per_account: CurrencySum | None
    "The same for one of them; null too where there is none."


class RetentionYear(Struct, kw_only=True):
    """
    One year of a scenario, before and after the change.
    """

    changed_margin: CurrencySum | None
    "The same after the change."
    changed_part: Decimal
    "The same after the change."
    margin: CurrencySum | None
    "The year's expected margin, not discounted; null where no spend is known."
    part: Decimal
    "The part of the first year that is still there."
    year: int
    "Which year, from 1."


RfmMeasure: TypeAlias = Literal["recency", "frequency", "monetary"]
RfmMethod: TypeAlias = Literal["fixed_bands", "quantiles"]


class RfmReceipt(Struct, kw_only=True):
    """
    Where every purchase of the book went. `orders` and `returns` together are `before_window`, `priced`, `unpriced` and
    `without_order` together.
    """

    after_as_of: int
    "Purchases dated after the day of the verdict, which are not known yet."
    before_window: int
    "Our orders and returns before the window: they count for recency alone."
    of_competitors: int
    "Orders with competitors, which count for nothing here."
    orders: int
    "Our orders up to the day of the verdict."
    priced: int
    "Our orders and returns whose money is in the sums."
    returns: int
    "Returns and credit notes up to it."
    unpriced: int
    "Our orders and returns whose money is not."
    without_order: int
    "Returns of accounts of which no order is known."


class RfmScaleClass(Struct, kw_only=True):
    """
    The accounts that have one score, and the values they have.
    """

    accounts: int
    "How many accounts have it."
    least: str | None
    "The least value of these; null where there is none."
    limit: str | None
    "The playbook's limit, which a value has to keep for this score: the most days since the last order, and the least of everything else. Null for the worst score, which has none, and by quantiles, where other accounts are the limit."
    most: str | None
    "The most of these; null where there is none."
    score: int
    "The score."


RfmSegment: TypeAlias = Literal[
    "champions",
    "loyal",
    "potential_loyalists",
    "new",
    "promising",
    "needs_attention",
    "about_to_sleep",
    "at_risk",
    "cannot_lose",
    "hibernating",
    "lost",
]


class RfmSegmentSummary(Struct, kw_only=True):
    """
    The accounts of one segment together.
    """

    accounts: int
    "How many accounts are in it."
    incomplete: int
    "Accounts in it whose money is not known, or only in part."
    money: CurrencySum
    "Their money of the window, as far as it is known."
    segment: RfmSegment
    "The segment."
    share_of_accounts: Decimal | None
    "Their part of the accounts scored; null where none is."
    share_of_money: Decimal | None
    "Its part of the money of all accounts scored; null where that is not above zero, or the part is not within it."


class RhythmRegularity(Struct, kw_only=True):
    """
    How regular an account's intervals are, and how sure that is. Source: `[KRM]`, D14; Wheat and Morrison (1990).
    """

    few_intervals: bool
    "Whether there are so few (under eight) that the shape is mostly what accounts in general are taken to be."
    intervals: int
    "The intervals it is told from: the latest, up to the playbook's `rhythm_intervals`."
    kind: RegularityKind
    "The regularity in a word, by the middle of the shape."
    season_adjusted: bool
    "Whether the intervals are measured in the account's season, where a day of a strong month counts for more."
    shape: Decimal
    "The shape of the gamma distribution of the intervals, as the intervals and the playbook's `usual_regularity` together have it (posterior median): 1 is chance, large is clockwork."
    shape_high: Decimal
    "The shape that the true one is above with a chance of one in ten."
    shape_low: Decimal
    "The shape that the true one is below with a chance of one in ten."
    squared_variation: Decimal | None
    "The squared coefficient of variation of the intervals: 1 is chance, 0 is clockwork; null with fewer than two."
    wheat_morrison: Decimal | None
    "The shape by Wheat and Morrison's estimator, from neighbouring intervals alone, at most 1000; null with fewer than two. With few intervals it swings widely."


class RoleCoverage(Struct, kw_only=True):
    """
    How far one buying role is covered, and how far the stage asks for it.
    """

    holders: list[str]
    "Who plays the role and has not left, by identifier; what is known of them stands in the verdict's `people`."
    reached: CoverageLevel
    "The level of the best-covered holder. A hostile technical gatekeeper holds the role at `contacted` at most, whoever else plays it: a veto is a veto."
    required: CoverageLevel | None
    "What the stage asks for; null where it asks nothing, or the stage is not known."
    role: BuyingRole
    "The role."


class RoleScore(Struct, kw_only=True):
    """
    What one role adds to the score of a committee.
    """

    attained: Decimal
    "The part of what is asked that is reached."
    points: Decimal
    "What it adds, of 100."
    reached: CoverageLevel
    "How far it is covered."
    required: CoverageLevel
    "How far the stage asks for it."
    role: BuyingRole
    "The role."
    weight: Decimal
    "How much it counts, by the playbook."


class RoleWeights(Struct, kw_only=True):
    """
    How much each buying role counts in the score of a deal's coverage: any numbers of which one is above 0; only their
    proportions matter. The defaults are ours.
    """

    coach: Decimal = Decimal("2")
    "The weight of the coach."
    economic_decision_maker: Decimal = Decimal("3")
    "The weight of the economic decision maker."
    technical_gatekeeper: Decimal = Decimal("2")
    "The weight of the technical gatekeeper."
    user: Decimal = Decimal("1")
    "The weight of the user."


class RoundColumns(Struct, kw_only=True):
    """
    The purchases in rounds of many accounts, one number of each in each column.
    """

    frequency: list[int]
    "In how many rounds after the first purchase it bought (x)."
    recency: list[int]
    "In which round it bought last, counted from 1; 0 where it has not bought again (tₓ)."
    rounds: list[int]
    "How many rounds there were since its first purchase (n)."
    weights: list[Decimal] | None = None
    "What each row counts for in a fit: how many accounts have these numbers; null means 1 for each."


class RoundModelParameters(Struct, kw_only=True):
    """
    The BG/BB model (Fader, Hardie & Shang 2010) with its parameters: purchases in rounds.

    While an account is there it buys in each round with a chance of its own, which is beta distributed over accounts (shapes
    α and β); before each round it may leave for good with another chance of its own, beta distributed with shapes γ and δ.
    None of them has a unit.
    """

    alpha: Decimal
    "First shape of the chances to buy in a round."
    beta: Decimal
    "Second shape of the chances to buy in a round."
    delta: Decimal
    "Second shape of the chances to leave before a round."
    gamma: Decimal
    "First shape of the chances to leave before a round."


class RoundScoreColumns(Struct, kw_only=True):
    """
    How accounts that buy in rounds stand and what they are expected to buy, in the order of their rows.
    """

    at_least_one: list[Decimal]
    "The probability that it buys in at least one of them."
    expected_purchases: list[Decimal]
    "In how many of the rounds ahead it is expected to buy."
    parameters: RoundModelParameters
    "The model's parameters."
    probability_alive: list[Decimal]
    "The probability that the account was still there in its last round."
    rounds: int
    "The rounds ahead."


class SatisfactionDistribution(Struct, kw_only=True):
    """
    How some answers are spread over the bands of the playbook.
    """

    answers: int
    "Answers counted."
    dissatisfied: int
    "Answers below the playbook's `dissatisfied_below`."
    from_: date_aliased = field(name="from")
    "The first day."
    highest: Decimal
    "The highest score."
    lowest: Decimal
    "The lowest score."
    median: Decimal
    "The median of the scores, rounded half-even to two places."
    neutral: int
    "Answers between."
    satisfied: int
    "Answers from its `satisfied_from` on."
    share_dissatisfied: Decimal
    "The part of the dissatisfied."
    share_neutral: Decimal
    "The part of the neutral."
    share_satisfied: Decimal
    "The part of the satisfied."
    spread: Decimal
    "The median distance of the scores from it, likewise."
    to: date_aliased
    "The last day."


class SatisfactionPolicy(Struct, kw_only=True):
    """
    How answers to surveys are banded and compared. The distribution is from `[OCD]`, D10, D17; the thresholds are ours.
    """

    dissatisfied_below: Decimal = Decimal("50")
    "Whoever answers below this is dissatisfied…"
    satisfied_from: Decimal = Decimal("75")
    "…and from this on satisfied; between, neutral."
    trend_change: Decimal = Decimal("10")
    "A change of the median from which satisfaction rises or falls."
    trend_minimum_answers: int = 3
    "Fewest answers in either window from which they are compared."
    window_days: int = 365
    "Length of each of the two compared windows in days."


class ScenarioChangeWin(Struct, kw_only=True, tag_field="type", tag="win"):
    """
    It is signed.
    """

    opportunity: str
    "The opportunity."


class ScenarioChangeLose(Struct, kw_only=True, tag_field="type", tag="lose"):
    """
    It is lost.
    """

    opportunity: str
    "The opportunity."


class ScenarioChangeSlip(Struct, kw_only=True, tag_field="type", tag="slip"):
    """
    It is expected to be signed on another day.
    """

    close_date: date_aliased
    "The day; not one that has passed."
    opportunity: str
    "The opportunity."


class ScenarioChangeChangeAmount(Struct, kw_only=True, tag_field="type", tag="change_amount"):
    """
    It is worth something else.
    """

    amount: Money
    "What it is worth then."
    opportunity: str
    "The opportunity."


ScenarioChange: TypeAlias = (
    ScenarioChangeWin | ScenarioChangeLose | ScenarioChangeSlip | ScenarioChangeChangeAmount
)
"\nWhat is supposed to happen to an opportunity on the day of the verdict.\n"


class ScoreCap(Struct, kw_only=True):
    """
    Why a committee's score is held down.
    """

    gap: CoverageGapKind
    "The gap that holds it down; of a hostile gatekeeper and a hostile decision maker, the gatekeeper."
    limit: Decimal
    "The most that the score may be."
    stakeholders: list[str]
    "Everybody whose hostility holds it down, gatekeepers and decision makers, by identifier."


class ScoreRange(Struct, kw_only=True):
    """
    Some scores on end, both ends included.
    """

    least: int
    "The least of them."
    most: int
    "The most of them."


class ScoreRoundModelRequest(Struct, kw_only=True):
    """
    Asks for the scores of accounts that buy in rounds by the BG/BB model with given parameters.
    """

    parameters: RoundModelParameters
    "The model's parameters."
    rounds: int
    "The rounds ahead, 0 to 100,000."
    summaries: RoundColumns
    "In how many rounds each account bought, when last, and how many there were."


SeasonState: TypeAlias = Literal["too_short", "too_few_orders", "none_found", "found"]


class SegmentPooling(Struct, kw_only=True):
    """
    How the segments of a stage are pulled to the stage's rate.
    """

    segments: int
    "Segments with decided opportunities."
    spread: Decimal | None
    "How far their rates differ by more than chance: the intra-class correlation, 0 for not at all; null where fewer than two segments, or too few decided opportunities, leave it unmeasured."
    strength: Decimal
    "How many decided opportunities the stage's rate counts for in each segment."


Segmentation: TypeAlias = Literal["product_line", "territory", "owner", "industry"]
Severity: TypeAlias = Literal["low", "medium", "high", "critical"]


class SeverityCount(Struct, kw_only=True):
    """
    How many findings have a severity.
    """

    accounts: int
    "Accounts with at least one such finding."
    findings: int
    "Findings that have it."
    severity: Severity
    "The severity."


SignalKind: TypeAlias = Literal[
    "orders_without_selling",
    "pre_sales_looks_worthless",
    "new_technology",
    "pre_sales_team_leaving",
    "copied_proposals",
    "training_declined",
]


class SignalMute(Struct, kw_only=True):
    """
    A decision not to be told of one signal of one account for some time.
    """

    account: str
    "The account."
    reason: str
    "Why it needs no attention."
    signal: SignalKind
    "The signal."
    until: date_aliased
    "The last day of the silence."
    by: str | None = None
    "Who decided."


class SignalMuteInForce(Struct, kw_only=True):
    """
    A decision in force not to be told of a signal.
    """

    by: str | None
    "Who decided; null means not recorded."
    reason: str
    "Why it needs no attention."
    until: date_aliased
    "The last day of the silence."


SignalOutcome: TypeAlias = Literal["raised", "clear", "unknown"]
SignalPlay: TypeAlias = Literal[
    "resume_selling",
    "renew_pre_sales",
    "join_technology_study",
    "secure_handover",
    "write_for_this_customer",
    "review_training_need",
]


class SignalPolicy(Struct, kw_only=True):
    """
    Windows and counts for the six signals. The signals are from `[KRM]`, D12; the thresholds are ours.
    """

    copied_share: Decimal = Decimal("0.8")
    "Share of the latest proposals made from one template from which they are all alike."
    mature_after_days: int = 365
    "Days since the first order of a product category from which it is mature."
    minimum_departures: int = 2
    "Fewest departures of pre-sales people in the window."
    minimum_orders: int = 3
    "Fewest orders in the window that count as arriving by themselves."
    minimum_proposals: int = 3
    "Fewest proposals from which copying is judged."
    proposal_days: int = 365
    "Days looked back for proposals."
    statement_days: int = 365
    "Days that what a customer said (new technology, no training) stays in force."
    window_days: int = 180
    "Days looked back for orders, selling and pre-sales work, and departures."


SignalState: TypeAlias = Literal["raised", "clear", "unknown", "muted"]
SilenceState: TypeAlias = Literal["unknown", "usual", "long", "overdue"]


class SourceCount(Struct, kw_only=True):
    """
    How many chances came from a source.
    """

    deals: int
    "Chances from it."
    source: ProbabilitySource
    "The source."


class SpendColumns(Struct, kw_only=True):
    """
    The repeat purchases of many accounts and their mean amounts, in one currency, one number of each in each column.
    """

    frequency: list[int]
    "Repeat purchases, those of one day as one (x)."
    mean: list[Decimal | None]
    "Their mean amount, net of returns; null, or 0 as some tools write it, where there are none."
    weights: list[Decimal] | None = None
    "What each row counts for in a fit: how many accounts have these numbers; null means 1 for each."


class SpendLeftOut(Struct, kw_only=True):
    """
    The accounts that a spend model could not be fitted on.
    """

    not_positive: list[int]
    "Which ones have a mean amount of zero or less (below 10⁻⁹), by their place in the list: the model knows amounts above zero only."
    without_repeats: int
    "How many have not bought again: there is no mean amount."


class SpendModelParameters(Struct, kw_only=True):
    """
    The Gamma-Gamma model of amounts (Colombo & Jiang 1999; Fader, Hardie & Lee 2005) with its parameters.

    The amounts of one account are gamma distributed with shape p and a rate of its own; these rates are gamma distributed
    over accounts with shape q and rate v. Only v has a unit, that of money. The model takes it that what an account spends
    has nothing to do with how often it buys: `SpendModelFit::correlation`(crate::SpendModelFit) says how far that holds.
    """

    p: Decimal
    "Shape of the amounts of one account: the larger, the more alike they are."
    q: Decimal
    "Shape of how accounts differ: the larger, the more alike they are. At 1 or less their mean is infinite."
    v: Decimal
    "Scale of how accounts differ, in units of money."


class SpendScoreColumns(Struct, kw_only=True):
    """
    What accounts are expected to spend on a purchase, in the order of their rows.
    """

    expected_spend: list[Decimal | None]
    "The expected amount of a purchase; null where it is infinite."
    own_weight: list[Decimal | None]
    "How much of it comes from the account's own mean, 0 to 1, and not from the portfolio's; null where the latter is infinite."
    parameters: SpendModelParameters
    "The model's parameters."
    population_mean: Decimal | None
    "The mean amount over all accounts; null where it is infinite, as it is with q of 1 or less."


class SpendShrinkage(Struct, kw_only=True):
    """
    What an account spends on an order day, and whose knowledge that is.
    """

    expected: CurrencySum
    "What it is expected to spend on an order day: both by their weights."
    orders: int
    "Repeat order days with a price that the account's own mean is of."
    own: CurrencySum | None
    "The account's own mean of them; null where there are none."
    own_weight: Decimal
    "The part that is the account's own; the rest is the portfolio's."


class SpendSlope(Struct, kw_only=True):
    """
    The slope of an account's spend. Source: `[KRM]`, D14; Theil (1950), Sen (1968), Mann (1945), Kendall (1975).
    """

    high: CurrencySum
    "The upper end."
    low: CurrencySum
    "The lower end of its interval, which covers all but the playbook's `trend_probability`."
    per_year: CurrencySum
    "By how much the spend of a year changes from one year to the next: the median slope between any two periods (Theil and Sen); with a season, between the same periods of different years."
    probability: Decimal
    "How probable as clear a trend is by chance (Mann and Kendall's test, two-sided)."
    relative: Decimal | None
    "The slope relative to the spend of a year at the median period; null where that is not above zero."
    season_adjusted: bool
    "Whether only the same periods of different years are compared, because the account has a season."


class StageConversion(Struct, kw_only=True):
    """
    What became of the opportunities that entered an open stage.
    """

    advance: Conversion
    "On to any later open stage, for the first time, or to a signature that stands, before being lost."
    skipped: int
    "How many were never in it, but went from a stage before it to one behind it, or to the signature."
    stage: str
    "The stage."
    started_later: int
    "How many were never in it because they began behind it."
    win: Conversion
    "On to the signature. A closing that was taken back by reopening does not count: what counts is how it stands now."


class StageMovement(Struct, kw_only=True):
    """
    The lines of one stage, in one currency.
    """

    lines: MovementLines
    "What went in and out."
    pipeline: str | None
    "The pipeline; null where it is one that the playbook lacks."
    stage: str | None
    "The stage; null where it is unknown."


StagePhase: TypeAlias = Literal["open", "booked", "realised", "post_sale"]


class StageTime(Struct, kw_only=True):
    """
    How long opportunities stay in a stage. All days are of the basis asked for, except those of the
    threshold.
    """

    days: int
    "The days that all of them spent in it, rests not counted."
    lower_quartile_days: int | None
    "Days after which a quarter has left, by Kaplan–Meier; null where so many were never seen to leave."
    mean_days_of_finished: Decimal | None
    "The mean of those that are not in it any more; null where all still are."
    median_days: int | None
    "Days after which half have left; null where so many were never seen to leave."
    opportunities: int
    "How many opportunities were ever in it."
    parked_days: int
    "The days that they rested in it."
    stage: str
    "The stage."
    stall_after_days: int | None
    "The calendar days after which the playbook calls an opportunity in this stage stalled; null means never."
    still_in_it: int
    "How many are in it now: their time is not over."
    upper_quartile_days: int | None
    "Days after which three quarters have left; null where so many were never seen to leave."
    visits: int
    "How often one entered it."


class StageVisit(Struct, kw_only=True):
    """
    One stay in a stage.
    """

    days: int
    "Whole days in it, up to the day of the verdict."
    ended_by: MoveKind | None
    "What ended it; null where it is still in it."
    entered: date_aliased
    "The day it was entered."
    entered_by: MoveKind
    "What brought it here."
    left: date_aliased | None
    "The day it was left, or the opportunity closed in it; null where it is still in it."
    parked_days: int
    "Of these, days it rested."
    pipeline: str | None
    "The pipeline the stage is one of; null where it is one that the playbook lacks."
    stage: str
    "The stage, or the unknown word that stood for one."
    visit: int
    "Which visit to this stage it is, counted from 1."


class Stakeholder(Struct, kw_only=True):
    """
    A person who counts for an account's purchases.

    Name, title, department and communication style are personal and may be left out; nothing is inferred from a title.
    """

    account: str
    "The account whose purchases the person counts for."
    id: str
    "Identifies the person; unique in a book."
    communication_style: CommunicationStyle | None = None
    "How they like to be spoken with; null means unknown."
    department: str | None = None
    "The person's department."
    name: str | None = None
    "The person's name."
    reports_to: str | None = None
    "The person they report to."
    title: str | None = None
    "The person's job title; it says nothing about the buying role."


class StakeholderChangeKindRoleTaken(Struct, kw_only=True, tag_field="type", tag="role_taken"):
    """
    The person took on a buying role.
    """

    role: BuyingRole
    "The role."


class StakeholderChangeKindRoleGivenUp(Struct, kw_only=True, tag_field="type", tag="role_given_up"):
    """
    The person gave up a buying role.
    """

    role: BuyingRole
    "The role."


class StakeholderChangeKindInfluenceChanged(
    Struct, kw_only=True, tag_field="type", tag="influence_changed"
):
    """
    The person's influence changed; null means it became unknown.
    """

    influence: Decimal | None = None
    "The new influence."


class StakeholderChangeKindReportingLineChanged(
    Struct, kw_only=True, tag_field="type", tag="reporting_line_changed"
):
    """
    The person reports to somebody else; null means to nobody known.
    """

    reports_to: str | None = None
    "The new superior."


class StakeholderChangeKindCoachPositionChanged(
    Struct, kw_only=True, tag_field="type", tag="coach_position_changed"
):
    """
    Where a coach sits changed, or became unknown.
    """

    coach_position: CoachPosition | None = None
    "The new position."


class StakeholderChangeKindInformsCompetitorChanged(
    Struct, kw_only=True, tag_field="type", tag="informs_competitor_changed"
):
    """
    Whether the person informs a competitor changed, or became unknown.
    """

    informs_competitor: bool | None = None
    "Whether they do; null means unknown."


class StakeholderChangeKindDriversChanged(
    Struct, kw_only=True, tag_field="type", tag="drivers_changed"
):
    """
    What moves the person changed.
    """

    drivers: list[Driver] = field(default_factory=list)
    "The new drivers, the strongest first; empty means unknown."


class StakeholderChangeKindFormalRolesChanged(
    Struct, kw_only=True, tag_field="type", tag="formal_roles_changed"
):
    """
    The formal roles changed.
    """

    formal_roles: list[str] = field(default_factory=list)
    "The new formal roles."


class StakeholderChangeKindCommunicationStyleChanged(
    Struct, kw_only=True, tag_field="type", tag="communication_style_changed"
):
    """
    How the person likes to be spoken with was learned anew.
    """

    communication_style: CommunicationStyle | None = None
    "The style; null means unknown."


class StakeholderChangeKindLeft(Struct, kw_only=True, tag_field="type", tag="left"):
    """
    The person left the customer.
    """


class Stall(Struct, kw_only=True):
    """
    Whether an opportunity has stood still for too long.
    """

    days_in_stage: int
    "Days in the stage, finished rests not counted."
    stalled: bool
    "Whether it is stalled. A parked opportunity is not."
    threshold_days: int
    "Days after which it counts as stalled."


class StalledOpportunity(Struct, kw_only=True):
    """
    An open opportunity that has stood still longer than its stage's threshold. A parked one is not stalled.
    """

    account: str
    "Its account."
    amount: Money | None
    "Its worth; null means unknown."
    days_in_stage: int
    "Days in the stage, finished rests not counted."
    opportunity: str
    "The opportunity."
    stage: str | None
    "The stage it stands in; null where it is unknown."
    threshold_days: int
    "Days after which it counts as stalled."


Stance: TypeAlias = Literal["hostile", "neutral", "supporter", "ally", "insider"]


class StatusCounts(Struct, kw_only=True):
    """
    How many opportunities stand how, on the day of the verdict.
    """

    booked: int
    "Signed, not yet paid."
    lost: int
    "Lost."
    open: int
    "Being worked on."
    parked: int
    "Resting."
    realised: int
    "Signed and paid."


class StatusSpell(Struct, kw_only=True):
    """
    A time in which an opportunity's status stayed the same.
    """

    from_: date_aliased = field(name="from")
    "The first day."
    status: OpportunityStatus
    "How it stood."
    until: date_aliased | None
    "The day it changed; null where it still stands so."


StepState: TypeAlias = Literal["clear", "open", "stuck", "unknown"]


class SuccessFactorsOn(Struct, kw_only=True):
    """
    The critical success factors that mattered most from a day on.
    """

    on: date_aliased
    "The day."
    success_factors: list[str]
    "Up to three, the first first; empty where the record of the day names none any more."


SuggestionKind: TypeAlias = Literal["new", "win_back", "from_competitor"]


class SummaryColumns(Struct, kw_only=True):
    """
    The purchases of many accounts, one number of each in each column, in one unit of time.
    """

    age: list[Decimal]
    "The time since the first order (T)."
    frequency: list[int]
    "Orders after the first, those of one day as one (x)."
    recency: list[Decimal]
    "The time from the first order to the last (tₓ)."
    log_intervals: list[Decimal] | None = None
    "The sum of the natural logarithms of the intervals between orders; null where no regularity is to be chosen."
    weights: list[Decimal] | None = None
    "What each row counts for in a fit: how many accounts have these numbers; null means 1 for each."


class SupplierUs(Struct, kw_only=True, tag_field="type", tag="us"):
    """
    From us.
    """


class SupplierCompetitor(Struct, kw_only=True, tag_field="type", tag="competitor"):
    """
    From a competitor.
    """

    name: str
    "Which one."


Supplier: TypeAlias = SupplierUs | SupplierCompetitor
"\nWho the customer bought from.\n"


class SupplierMove(Struct, kw_only=True):
    """
    A move from one supplier to another.
    """

    direction: MoveDirection
    "Whether it went to us or away."
    from_: Supplier = field(name="from")
    "The supplier before."
    since: date_aliased
    "The day of the first choice after the move; with own orders only, the day of the first order that did not come."
    to: Supplier | None
    "The supplier since; null where only our own orders are known."


class SupportGroup(Struct, kw_only=True):
    """
    People of a committee who stand alike, by number and by weight.
    """

    influence: Decimal
    "The sum of their influence, as far as it is known."
    people: int
    "How many they are."
    share_of_influence: Decimal | None
    "Their part of all known influence; null where none is known."
    share_of_people: Decimal | None
    "Their part of all people; null where there is nobody."
    stakeholders: list[str]
    "Who they are, by identifier."


SupportMoveKind: TypeAlias = Literal[
    "joined",
    "left",
    "won_over",
    "lost",
    "moved",
    "weighs_more",
    "weighs_less",
    "weight_known",
    "weight_unknown",
]
SupportTrend: TypeAlias = Literal["growing", "steady", "shrinking", "unknown"]


class SurveyResponse(Struct, kw_only=True):
    """
    One answer to a satisfaction survey.
    """

    account: str
    "The account."
    id: str
    "Identifies the answer; unique in a book."
    on: date_aliased
    "The day it was given."
    score: Decimal
    "Satisfaction from 0 to 100."
    remark: str | None = None
    "What was said."
    stakeholder: str | None = None
    "Who gave it; null means anonymous."


SwitchingCostKind: TypeAlias = Literal["exit", "conversion", "sunk", "psychological", "transaction"]
SwitchingCostLevel: TypeAlias = Literal["low", "medium", "high"]


class SwitchingCostNote(Struct, kw_only=True):
    """
    What is known of one kind of switching cost.
    """

    kind: SwitchingCostKind
    "The kind."
    level: SwitchingCostLevel | None
    "How high it is by the latest record; null means unknown, which is not low."
    level_before: SwitchingCostLevel | None
    "The level by the record before; null where there is none, or it was unknown."
    note: str | None
    "What it consists of, by the latest record."
    on: date_aliased | None
    "The day of the latest record; null where there is none."
    records: int
    "Records of this kind."


class TargetReach(Struct, kw_only=True):
    """
    How few hold how much.
    """

    accounts: int | None
    "…is held by so few accounts, and no fewer; null where there is no money."
    reached: Decimal | None
    "They hold this part of the money, the last of them whole; null likewise."
    share_of_accounts: Decimal | None
    "They are this part of all; null likewise."
    share_of_money: Decimal
    "The part of the money asked for…"
    tied: int
    "So many more have just as much as the last of them: which of these are in is chance."


class Task(Struct, kw_only=True):
    """
    Something we have to do for an account.
    """

    account: str
    "The account."
    id: str
    "Identifies the task; unique in a book."
    title: str
    "What is to be done."
    closed_on: date_aliased | None = None
    "The day it was done or dropped; null means that it is open."
    due_on: date_aliased | None = None
    "The day by which it is to be done."
    opened_on: date_aliased | None = None
    "The day it was set; null means unknown, and it counts from the start."
    opportunity: str | None = None
    "The opportunity it serves; null means none in particular."
    owner: str | None = None
    "Who of us is to do it; null means nobody yet."
    stakeholder: str | None = None
    "The person it concerns."


class TaskStatus(Struct, kw_only=True):
    """
    An open task on a day.
    """

    days_overdue: int | None
    "Days since then; null where it is not overdue."
    due_on: date_aliased | None
    "The day by which it is to be done; null means that none is set."
    is_overdue: bool
    "Whether that day has passed."
    owner: str | None
    "Who of us is to do it; null means nobody yet."
    stakeholder: str | None
    "The person it concerns."
    task: str
    "The task."
    title: str
    "What is to be done."


TeamFunction: TypeAlias = Literal["pre_sales", "sales", "service", "management"]
TeamMove: TypeAlias = Literal["joined", "left", "changed_job"]


class TierRow(Struct, kw_only=True):
    """
    The tiers of accounts of one value, by their potential.
    """

    high: str
    "High potential."
    low: str
    "Low potential."
    medium: str
    "Medium potential."
    unknown: str
    "Unknown potential."


class TierSummary(Struct, kw_only=True):
    """
    What the accounts of a tier come to.
    """

    accounts: int
    "How many accounts are in it."
    share_of_value: Decimal | None
    "Their part of what all accounts spent; null where that is nothing."
    tier: str | None
    "The tier; null for accounts without one."
    value: Decimal
    "What they spent with us in the 365 days up to the day of the verdict, as far as it is known."


TimingBasis: TypeAlias = Literal["timing", "close_date"]


class TopShare(Struct, kw_only=True):
    """
    What the largest hold.
    """

    accounts: Decimal
    "…is so many of them, whole or in parts…"
    share_of_accounts: Decimal
    "The part of the accounts asked for…"
    share_of_money: Decimal | None
    "…and holds this part of the money; null where there is none."


Topic: TypeAlias = Literal[
    "need",
    "solution",
    "demonstration",
    "price",
    "contract",
    "order",
    "delivery",
    "payment",
    "support",
    "training",
    "training_declined",
    "pre_sales_declined",
    "new_technology_studied",
    "new_technology_adopted",
    "complaint",
    "relationship",
    "other",
]


class TrajectoryPolicy(Struct, kw_only=True):
    """
    How the purchase trajectory is judged. What is asked is from `[KRM]`, D14; the thresholds are ours.

    The rhythm itself is the lifecycle's: `lifecycle.minimum_occasions` and `lifecycle.rhythm_intervals` hold here too.
    """

    amount_occasions: int = 8
    "The latest occasions with a known amount that an order's amount is predicted from."
    cross_sell_days: int = 730
    "How many days back a category counts as bought, when accounts are compared."
    long_probability: Decimal = Decimal("0.2")
    "A silence less probable than this is long."
    minimum_comparables: int = 3
    "Fewest comparable accounts to compare with."
    minimum_support: int = 2
    "Fewest comparable accounts that buy a category before it is suggested…"
    minimum_support_share: Decimal = Decimal("0.25")
    "…and their least share."
    most_comparables: int = 25
    "Most comparable accounts, where they are found by what they buy; the most similar ones."
    most_stopped: int = 50
    "Most stopped products that a verdict lists; all are counted."
    most_suggestions: int = 20
    "Most categories suggested to an account; all are counted."
    overdue_probability: Decimal = Decimal("0.05")
    "A silence less probable than this, if the account still buys as usual, is overdue."
    predicted_orders: int = 3
    "How many of the next orders are predicted."
    regularity_spread: Decimal = Decimal("1.5")
    "…and how much its logarithm differs among accounts (standard deviation)."
    season_minimum_occasions: int = 8
    "Fewest purchase occasions within them."
    season_minimum_years: int = 2
    "Fewest whole years of orders from which a season is looked for; no fewer than two."
    season_probability: Decimal = Decimal("0.05")
    "A concentration of orders in the year less probable than this by chance is a season."
    season_strong: Decimal = Decimal("1.5")
    "A month with at least this multiple of a usual month's orders is a strong one."
    season_weak: Decimal = Decimal("0.5")
    "A month with at most this multiple of a usual month's orders is a weak one."
    similar_baskets: Decimal = Decimal("0.25")
    "Least similarity of two accounts by what they buy: categories in common, of all that either buys (Jaccard)."
    stopped_minimum_orders: int = 3
    "Fewest occasions on which a product or category was bought before it can be called stopped."
    stopped_orders_since: int = 2
    "Occasions on which the account has to have bought from us since, without the product."
    stopped_probability: Decimal = Decimal("0.05")
    "Share of false alarms tolerated among the products called stopped (false discovery rate)."
    succession_minimum_orders: int = 2
    "Fewest occasions on which it was bought since."
    succession_tolerance: Decimal = Decimal("2")
    "What came instead has to begin within this multiple of the product's usual interval around its last order."
    succession_volume: Decimal = Decimal("3")
    "A product of ours succeeds another if its worth per year is within this multiple and this part of the other's."
    trend_intervals_per_period: Decimal = Decimal("2")
    "Usual intervals that a period of the trend has to hold, so that no period is empty by chance."
    trend_minimum_periods: int = 5
    "Fewest whole periods from which a trend is told."
    trend_most_periods: int = 60
    "The latest periods that it is told from."
    trend_probability: Decimal = Decimal("0.05")
    "A trend less probable than this by chance is one; the slope's interval covers what is left to 1."
    usual_regularity: Decimal = Decimal("2")
    "How regular accounts usually are, before the account's own intervals are looked at: the shape of the gamma distribution of intervals, where 1 is chance and large is clockwork…"


class TransitionCount(Struct, kw_only=True):
    """
    How often opportunities went one way.
    """

    count: int
    "How often."
    from_: str | None = field(name="from")
    "The stage it left; null where it was created, or was lost until then."
    kind: MoveKind
    "What the move was."
    to: str | None
    "The stage it went to; null where it was lost, or closed in the stage it was in."


TransitionOutcome: TypeAlias = Literal["applied", "applied_by_override", "refused"]
TrendDirection: TypeAlias = Literal["up", "steady", "down", "unknown"]
TrendPeriod: TypeAlias = Literal["month", "quarter", "half_year", "year"]


class TrendWindow(Struct, kw_only=True):
    """
    What an account bought from us within some days.
    """

    from_: date_aliased = field(name="from")
    "The first day."
    money: Decimal | None
    "The money of orders less that of returns; null where an amount or a common currency is not known."
    orders: int
    "Purchase occasions."
    to: date_aliased
    "The last day."


Unit: TypeAlias = Literal["days", "count", "share", "ratio", "date", "word", "money"]


class UnknownAmounts(Struct, kw_only=True):
    """
    Opportunities whose amount is unknown: they count, and are in no sum.

    opening + created + reopened − amount set + amount cleared + pulled in − pushed out − won − lost = closing.
    """

    amount_cleared: int
    "Came in, because the amount became unknown."
    amount_set: int
    "Left, because the amount became known."
    closing: int
    "In the pipeline at the end of the last day."
    created: int
    "Came into being."
    lost: int
    "Lost."
    opening: int
    "In the pipeline at the end of the first day."
    pulled_in: int
    "The close date, or the day of the closing, moved into the period."
    pushed_out: int
    "The close date moved out of the period, or became unknown."
    reopened: int
    "Taken up again after closing."
    won: int
    "Signed."


UnmatchedCause: TypeAlias = Literal["no_earlier_order", "more_than_ordered", "no_amount"]


class UnmatchedReturn(Struct, kw_only=True):
    """
    A return that is not taken off an earlier order, or not wholly.
    """

    cause: UnmatchedCause
    "Why not."
    left: CurrencySum | None
    "What could not be taken off; null where it has no amount."
    on: date_aliased
    "Its day; what could not be taken off an order counts on this day."
    purchase: str
    "The return."


class UnmetCriterion(Struct, kw_only=True):
    """
    One criterion that a move does not meet.
    """

    can_be_overridden: bool
    "Whether a named person may let the move pass all the same."
    criterion: Criterion
    "What is unmet."
    message: str
    "One sentence for a person."
    stage: str | None
    "The stage it concerns, where it concerns one."


UnpricedCause: TypeAlias = Literal["unknown_stage", "no_amount", "no_close_date", "no_rate"]


class UnpricedDeal(Struct, kw_only=True):
    """
    An opportunity that is left out of the sums, and why.
    """

    account: str
    "The account."
    amount: Money | None
    "What it is worth, where that is known."
    causes: list[UnpricedCause]
    "Everything that is missing."
    message: str
    "One sentence for a person."
    opportunity: str
    "The opportunity."
    status: OpportunityStatus
    "Where it stands."


class UnpricedOrder(Struct, kw_only=True):
    """
    A purchase whose money is in no sum; as an order it counts all the same.
    """

    account: str
    "The account."
    amount: NetMoney | None
    "Its amount in its own currency, where that is known."
    cause: UnpricedCause
    "What is missing: its amount, or a rate to the reporting currency for the day that counts."
    on: date_aliased
    "The day of the order or return."
    purchase: str
    "The purchase."


class UnpricedPurchase(Struct, kw_only=True):
    """
    An order of ours whose worth is not known in the verdict's currency.
    """

    cause: UnpricedCause
    "What is missing: its amount, or a rate to the reporting currency on its day."
    on: date_aliased
    "Its day."
    purchase: str
    "The order or return."


UnreachableCause: TypeAlias = Literal[
    "no_open_deal", "worthless", "never_won", "certainty_wanted", "too_many"
]
ValueBasis: TypeAlias = Literal["margin", "sales"]


class ValueHolder(Struct, kw_only=True):
    """
    An account or group, and what it holds of the whole.
    """

    account: str
    "The account, or the one at the head of the group."
    cumulative_share: Decimal | None
    "The part of all down to here; null likewise."
    members: int
    "How many accounts bought or sent back: 1, or those of the group."
    money: CurrencySum
    "Orders less returns of the period."
    rank: int
    "Its place by money, from 1; equals have one rank, that of the first of them."
    share: Decimal | None
    "Its part of the whole; null where that is not above zero, and for what is left out of it."
    unpriced: int
    "Orders and returns of it that have no price and are not in the money."


class ValueWinRate(Struct, kw_only=True):
    """
    What part of the decided value in a currency was won.
    """

    currency: str
    "The currency."
    lost: Decimal
    "The sum of what was lost."
    rate: Decimal | None
    "`won` ÷ (`won` + `lost`); null where both are zero."
    won: Decimal
    "The sum of what was won."


class Velocity(Struct, kw_only=True):
    """
    What a pipeline brings in a day, in one currency: open opportunities × win rate × average won amount, divided by the
    mean cycle length of the won ones.

    All four are of the opportunities whose worth is known in this currency.
    """

    average_won: Decimal | None
    "The mean amount of those won; null where none is."
    currency: str
    "The currency."
    lost: int
    "Lost."
    mean_cycle_days: Decimal | None
    "The mean time from creation to signature; null where none is won."
    open_opportunities: int
    "Being worked on now; parked ones are not among them."
    per_day: Decimal | None
    "The velocity, rounded once, half-even, to the currency's minor unit; null where none is won, or all were won on the day they were created."
    win_rate: Decimal | None
    "`won` ÷ (`won` + `lost`); null where nothing is decided."
    won: int
    "Won."


VetoRisk: TypeAlias = Literal["none", "unknown", "present"]
WalletBasis: TypeAlias = Literal["estimate", "competitor_purchases", "own_orders_only"]


class WalletEstimate(Struct, kw_only=True):
    """
    An estimate of what an account spends in a year, with all suppliers together. Source: `[OCD]`, D10.
    """

    account: str
    "The account; with the day and the category it identifies the estimate."
    on: date_aliased
    "The day it was made."
    per_year: Money
    "What the account spends in a year."
    category: str | None = None
    "The product category it is about; null means all that we could sell to the account."
    source: str | None = None
    "Where it comes from."


class WalletPeriod(Struct, kw_only=True):
    """
    What was bought within a period, from us and from all suppliers known.
    """

    currency: str | None
    "The currency of the money; null where there is none in common."
    from_: date_aliased = field(name="from")
    "The first day."
    money: Decimal | None
    "The money of all orders less that of returns; likewise."
    orders: int
    "Orders from all suppliers; those of one day from one supplier are one."
    our_money: Decimal | None
    "The money of our orders less that of returns; null where an amount or a common currency is not known."
    our_orders: int
    "Orders from us; those of one day are one."
    share_of_money: Decimal | None
    "Our part of the money; null where it is not known, nothing was spent, or returns outweigh orders."
    share_of_orders: Decimal | None
    "Our part of the orders; null where there were none."
    to: date_aliased
    "The last day."


class WalletPolicy(Struct, kw_only=True):
    """
    How the share of wallet is judged. That it matters is from `[OCD]`, D10; the thresholds are ours.
    """

    estimate_days: int = 730
    "An estimate older than this no longer tells the share of today."
    minimum_history_days: int = 90
    "Days of orders from which what was spent with us can be brought to a year."
    minimum_purchases: int = 4
    "Purchases that a period holds on average, of whatever supplier, from which it is long enough: periods are quarters, else half-years, else years."
    periods: int = 8
    "The latest periods that a trend is taken from, 4 to 12."
    trend_chance: Decimal = Decimal("0.1")
    "It moves only where so much of a trend comes about by chance at most this often."
    trend_change: Decimal = Decimal("0.1")
    "The share of wallet moves from this difference on, from the first period to the last."


class WalletSeries(Struct, kw_only=True):
    """
    The share of wallet by periods, in the categories in which competitors' purchases are known.
    """

    by_money: bool
    "Whether the trend is by money; else by orders."
    chance: Decimal | None
    "How often chance alone goes as far in this direction, exact; null where the pairs are balanced or too few."
    change: Decimal | None
    "By how much the share moved from the first of these periods to the last, by the median of the slopes between all pairs of them, so that one odd period does not count; null where the direction is unknown."
    direction: TrendDirection
    "Where the share is going; unknown where fewer than four periods have a share."
    falling_pairs: int
    "Pairs of periods of which the later has the smaller share."
    judged_periods: int
    "Periods with a known share, from which the trend is told."
    not_ours: CurrencySum | None
    "What was bought elsewhere in these days; null where it is not known."
    period_days: int
    "Days of a period: 91, 182 or 364, the shortest that holds enough purchases on average."
    periods: list[WalletPeriod]
    "The periods, oldest first; the last one ends on the day of the verdict."
    rising_pairs: int
    "Pairs of periods of which the later has the larger share."
    share: Decimal | None
    "Our part of what was bought in the 365 days up to the day of the verdict; null where nothing was."
    share_by_money: bool
    "Whether that is by money; else by orders."
    uncontested_categories: int
    "Categories left out because no competitor's order is known in them."


Weekday: TypeAlias = Literal[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
]


class WinChance(Struct, kw_only=True):
    """
    What becomes of an opportunity by the end of a day.
    """

    by: date_aliased
    "The day."
    lost: Decimal | None
    "The probability that it is lost by then; null where it rests on the close date, which tells nothing of that."
    open: Decimal | None
    "The probability that it is still open; null as `lost`. The three add up to 1."
    won: Decimal | None
    "The probability that it is won by then; null where it rests on a close date and none is known."


class WinProbability(Struct, kw_only=True):
    """
    A win probability and where it comes from.
    """

    source: ProbabilitySource
    "Where it comes from."
    value: Decimal
    "The probability."


class WinRate(Struct, kw_only=True):
    """
    What part of the decided opportunities was won: by count, and by value in each currency.

    An opportunity is won from its signature on. One that was reopened is undecided again, and one that was signed and
    fell through is lost: how it stands on the day of the verdict counts.
    """

    by_value: list[ValueWinRate]
    "The same by value, for each currency."
    lost: int
    "Lost."
    rate: Decimal | None
    "`won` ÷ (`won` + `lost`); null where nothing is decided."
    without_amount: int
    "Decided opportunities of unknown worth: in no value."
    won: int
    "Won."


WinRateBasis: TypeAlias = Literal["learned", "prior"]
WorkingDirection: TypeAlias = Literal["top_down", "bottom_up"]


class AccountPrediction(Struct, kw_only=True):
    """
    What the models say of an account.
    """

    discounted_purchases: Decimal | None
    "Order days expected in all time to come, discounted; null where they have no end."
    horizons: list[HorizonPrediction]
    "What is expected up to each horizon."
    lifetime_value: CurrencySum | None
    "What it is worth: expected orders of all time to come × spend (× margin), discounted to today. Null where spend is not known, or where the sum has no end."
    next_order: NextOrder
    "When it will order next."
    probability_alive: Decimal
    "The probability that it still buys."
    rate: RateShrinkage
    "How often it orders while it buys."
    spend: SpendShrinkage | None
    "What it spends on an order day; null where no spend is known."


class AdjustedSum(Struct, kw_only=True):
    """
    A sum beside somebody's own figure.
    """

    difference: CurrencySum | None
    "How much more the figure says; null where it is in another currency."
    rollup: CurrencySum
    "What adds up."


class AllowedMove(Struct, kw_only=True):
    """
    A move that is possible now, given what it needs (a reason to lose, a day to resume).
    """

    kind: MoveKind
    "What the move does."
    pipeline: str | None
    "The pipeline it leads to, where it leads to another one."
    to: str | None
    "The stage it leads to, where it leads to one."


class Anomaly(Struct, kw_only=True):
    """
    One oddity of a history: what, where, and what was made of it.
    """

    code: AnomalyCode
    "The stable code."
    event: FactReference | None
    "The event; null where the opportunity itself is odd."
    message: str
    "One sentence for a person: what is odd, and what was made of it."
    path: str
    "Where the event stands in the input; empty where the opportunity itself is odd."


class AppliedCap(Struct, kw_only=True):
    """
    A cap that lowered a chance, and what it was before.
    """

    at_most: Decimal
    "The highest probability to be won at all."
    before: Decimal
    "The chance in the period without the cap."
    gap: CoverageGapKind
    "The gap."
    role: BuyingRole | None
    "The role that the playbook's cap is for; null means whichever."


class AppliedChange(Struct, kw_only=True):
    """
    A change that was supposed, and whether it could be.
    """

    applied: bool
    "Whether it is in the forecast after."
    change: ScenarioChange
    "The change."
    message: str
    "What it does, or why it could not be, in one sentence."


class BacktestLeftOut(Struct, kw_only=True):
    """
    A deal that was left out of forecasts and of what came, because it could not be priced.
    """

    account: str
    "The account."
    causes: list[LeftOutCause]
    "What was missing in any of them."
    forecasts: int
    "How many periods it is left out of."
    opportunity: str
    "The opportunity."


class BestByScore(Struct, kw_only=True):
    """
    The method that is the best by a score.
    """

    basis: ForecastBasis
    "The method; of several, the stage defaults or else the plainer one."
    score: BacktestScore
    "The score."


class BestMethod(Struct, kw_only=True):
    """
    The method with the lowest mean CRPS; where several have it, the stage defaults or else the plainer one.
    """

    against: ForecastBasis
    "What it is held against: the stage defaults, or the next best where it is these."
    basis: ForecastBasis
    "The method."
    by: BacktestScore
    "The score it is the best by: a proper one, of the total that is promised."
    distinguishable: bool
    "Whether it can be told from chance."
    margin: CurrencySum
    "By how much its mean is lower."
    p_value: Decimal | None
    "How often as large a margin would come by chance; null for fewer than two periods."
    standard_error: CurrencySum | None
    "How far that margin would vary; null for fewer than two periods."


class BestPrediction(Struct, kw_only=True):
    """
    The method that was best by a score.
    """

    method: PredictionMethod
    "The method; of equals the one that is listed first."
    score: PredictionScore
    "The score."


class BookMedians(Struct, kw_only=True):
    """
    What accounts of the book usually do in a year.
    """

    accounts: int
    "Accounts that bought within the 365 days up to the day of the verdict."
    orders_twice: int | None
    "Twice the median of their purchase occasions, which is a whole number; null where they are too few."
    spend: CurrencySum | None
    "The median of what they spent, of those of which it is known; null where these are too few."


class BookedTotal(Struct, kw_only=True):
    """
    What is signed.
    """

    deals: int
    "Opportunities signed."
    total: CurrencySum
    "What they are worth."


class BookingDeal(Struct, kw_only=True):
    """
    One opportunity in a period's bookings: all that goes into them, so that they can be added up by hand.
    """

    account: str
    "The account."
    amount: Money
    "What it is worth."
    cap: AppliedCap | None
    "The cap that lowered the chance; null where none did."
    chance: Decimal
    "The chance that it is signed within the period; 1 where it is."
    close_date: date_aliased | None
    "The day it is expected to be signed; once signed, the day it was. Null means unknown."
    contribution: DealContribution | None
    "What it adds to the mean and to the odds of the quota; null where that was not asked for, or there is no quota."
    credit: Decimal
    "The part of it that counts: what the member asked about and everybody below get credit for; 1 where nobody was asked about."
    opportunity: str
    "The opportunity."
    owner: str | None
    "Who answers for it."
    reported: Money
    "What that part is worth in the reporting currency, rounded half-even to the minor unit: what all sums are of."
    source: ProbabilitySource
    "Where the chance comes from."
    stage: str | None
    "The stage it is in."
    status: OpportunityStatus
    "Where it stands."


class BookingDifference(Struct, kw_only=True):
    """
    By how much a period's bookings change: after less before.
    """

    booked: CurrencySum
    "Of what is signed."
    expected_shortfall: CurrencySum | None
    "Of what is missing to the quota on average; null where there is none."
    mean: CurrencySum
    "Of the mean."
    period: Period
    "The period."
    quantiles: list[QuantileChange]
    "Of the quantiles."
    quota_probability: Decimal | None
    "Of the probability of the quota; null where there is none."
    standard_deviation: CurrencySum
    "Of the standard deviation."


class BookingQuantile(Struct, kw_only=True):
    """
    An amount that bookings stay at or below with a probability.
    """

    amount: CurrencySum
    "The smallest attainable amount that is not exceeded with at least this probability."
    probability: Decimal
    "The probability."


class BookingReceipt(Struct, kw_only=True):
    """
    Where every opportunity went: the parts add up to the whole.

    `opportunities = open + booked + left_out + booked_on_other_days + lost + of_others + not_created_yet +
    from_later_days`.
    """

    booked: int
    "Those signed within one of the periods."
    booked_on_other_days: int
    "Those signed on days of none of the periods."
    causes: list[LeftOutCount]
    "What those left out lack."
    from_later_days: int
    "Those whose history knows of days after the day of the verdict."
    left_out: int
    "Open ones, and ones signed within one of the periods, that are left out."
    lost: int
    "Lost ones."
    not_created_yet: int
    "Those that had no event up to the day of the verdict."
    of_others: int
    "Those that others than who was asked about get all credit for."
    open: int
    "Open ones that have a place in time, in one of the periods or elsewhere."
    opportunities: int
    "Opportunities looked at."


class BookingSummary(Struct, kw_only=True):
    """
    What a distribution of bookings says.
    """

    curve: list[CurvePoint]
    "The distribution function for drawing, from the 0.1 % to the 99.9 % quantile."
    deals: int
    "Deals in the sum."
    error_bound: Decimal
    "How far a probability can be off."
    mean: CurrencySum
    "Σ amount × probability."
    method: DistributionMethod
    "How it was computed."
    open_deals: int
    "Of these, the ones whose outcome is open: of an amount and a probability between 0 and 1."
    quantiles: list[BookingQuantile]
    "From the fifth to the ninety-fifth percentile."
    quota: QuotaOdds | None
    "The odds of a quota, where one was asked about."
    standard_deviation: CurrencySum
    "How far bookings spread about it."


class BrokenLine(Struct, kw_only=True):
    """
    A reporting line that leads nowhere.
    """

    kind: BrokenLineKind
    "How it is broken."
    stakeholder: str
    "Whose line it is."
    superior: str | None
    "The superior recorded; null where none is known."


class Cadence(Struct, kw_only=True):
    """
    The rhythm of an account with enough purchase occasions.

    Centre and spread are medians, so that one odd interval does not move them.
    """

    due: DueState
    "Whether an order is due."
    intervals: int
    "Intervals between orders that the rhythm is taken from: the latest ones."
    median_interval_days: Decimal
    "The median interval: exact, a multiple of half a day."
    next_expected: date_aliased
    "The day of the next order, had the account kept its usual interval."
    overdue_after_days: Decimal
    "Days without an order after which one is overdue: `overdue_factor` × median + `overdue_spread` × spread, or `overdue_minimum_days` where that is more."
    overdue_by_days: int | None
    "Days since the expected day; null where the order is not overdue."
    spread_days: Decimal
    "The median absolute deviation of the intervals from it: exact, a multiple of a quarter of a day."


class Calendar(Struct, kw_only=True):
    """
    When the fiscal year starts, and which zone's days count.
    """

    fiscal_year_start_month: int = 1
    "The month in which the fiscal year starts, 1 to 12."
    holidays: list[date_aliased] = field(default_factory=list)
    "Days that would be worked on by their weekday and are not."
    time_zone: str = "UTC"
    "The zone of the business's days. A moment that carries an offset is brought to it; a bare date or local time is taken as it is."
    working_days: list[Weekday] = field(
        default_factory=lambda: convert(
            ["monday", "tuesday", "wednesday", "thursday", "friday"], type=list[Weekday]
        )
    )
    "The days of the week that are worked on."


class CategorySuggestion(Struct, kw_only=True):
    """
    A category that comparable accounts buy and an account does not. Source: `[KRM]`, D14.
    """

    buyers: int
    "Comparable accounts that buy it."
    category: str
    "The category."
    comparables: int
    "Comparable accounts."
    competitor: str | None
    "The competitor that the account last bought it from within the days looked at; null where none is known."
    competitor_last: date_aliased | None
    "The day of that order."
    kind: SuggestionKind
    "What it is to the account."
    last_bought: date_aliased | None
    "The day of the account's last order of it from us; null where there was none."
    median_spend_per_year: CurrencySum | None
    "The median of what its buyers spend on it a year, returns netted; null where no buyer's spend is known."
    priced_buyers: int
    "The buyers whose spend is known."
    share: Decimal
    "The share of the comparable accounts that buy it."
    share_high: Decimal
    "The upper end."
    share_low: Decimal
    "The lower end of the share's 95 % interval (Wilson): with few comparable accounts it is far below."


class CauseCount(Struct, kw_only=True):
    """
    How many opportunities lack something.
    """

    cause: UnpricedCause
    "What is missing."
    deals: int
    "Opportunities that lack it; one may lack several things."


class CellKey(Struct, kw_only=True):
    """
    One coordinate of a cell.
    """

    dimension: ForecastDimension
    "What it is a coordinate of."
    value: str | None
    "Where the cell stands: an identifier, a word, a month; null means what has no such: nobody's, in nobody's team, in none of the periods, without a territory."


class ChainLink(Struct, kw_only=True):
    """
    A tie between two people who are there on the day.
    """

    from_: str = field(name="from")
    "The first person; of a tie that holds both ways, the one whose identifier sorts first."
    kind: ChainLinkKind
    "How the first is tied to the second."
    strength: RelationshipStrength | None
    "How close they are; null means unknown, as it always is of a reporting line."
    to: str
    "The second person."


class CohortAge(Struct, kw_only=True):
    """
    How a cohort's opportunities stood at the end of a month.
    """

    booked: int
    "Signed, not yet paid."
    lost: int
    "Lost."
    months: int
    "Months since the month of creation: 0 is this month itself."
    on: date_aliased
    "The last day of the month, at whose end the opportunities stood so."
    open: int
    "Being worked on."
    parked: int
    "Resting."
    realised: int
    "Signed and paid."
    shares: CohortShares
    "The same as parts of the whole cohort."


class CommitteePerson(Struct, kw_only=True):
    """
    One person of a buying committee as they stood on a day.
    """

    coach_position: CoachPosition | None
    "Where a coach sits; null means unknown or no coach."
    communication_style: CommunicationStyle | None
    "How the person likes to be spoken with; null means unknown."
    contact_depth: ContactDepth
    "How deep the contact is."
    days_since_contact: int | None
    "Days from the last contact to the day of the verdict."
    drivers: list[Driver]
    "What moves the person in this purchase, the strongest first; empty means unknown."
    formal_roles: list[str]
    "The formal roles that the customer or the CRM gives the person; nothing follows from them."
    influence: Decimal | None
    "How much the person's word counts; null means unknown."
    informs_competitor: bool | None
    "Whether the person also informs a competitor of ours; null means unknown."
    last_contact: date_aliased | None
    "The last day the person's side spoke with us; null means that no such contact is recorded."
    last_contribution: date_aliased | None
    "The last day on which the person did for us what a role of theirs does, as far as it still counts by the playbook; null means that nothing such is recorded."
    last_met: date_aliased | None
    "The last day we met, so that both saw each other; null means that no meeting is recorded."
    left_on: date_aliased | None
    "The day the person left the customer; null means that they are there."
    level: CoverageLevel
    "How far the person is covered, in the role in which they are covered best; a person who left covers nothing and is at `missing`."
    non_supporter: NonSupporterKind | None
    "Why the person is not for us, as recorded or, where nothing is and they once were, `backslider`; null means unknown, or that they are for us."
    roles: list[BuyingRole]
    "The buying roles the person plays; empty means that none is known."
    stakeholder: str
    "The person."
    stance: Stance | None
    "Where the person stands; null means unknown."


class CommitteeSeat(Struct, kw_only=True):
    """
    A person's part in one opportunity's buying committee.

    What it says holds from `since` (always, where it is null) until a `StakeholderChange` says otherwise.
    """

    opportunity: str
    "The opportunity."
    stakeholder: str
    "The person."
    coach_position: CoachPosition | None = None
    "Where a coach sits; null means unknown or no coach."
    drivers: list[Driver] = field(default_factory=list)
    "What moves the person in this purchase, the strongest first; empty means unknown."
    formal_roles: list[str] = field(default_factory=list)
    "The formal roles that the customer or the CRM gives the person, such as `purchaser`. Nothing is inferred from them: a formal role is no buying role."
    influence: Decimal | None = None
    "How much the person's word counts, 0 to 100; null means unknown."
    informs_competitor: bool | None = None
    "Whether the person also informs a competitor of ours; null means unknown."
    non_supporter: NonSupporterKind | None = None
    "Why the person is not for us; null means unknown, or that they are for us."
    roles: list[BuyingRole] = field(default_factory=list)
    "The buying roles the person plays; one person may play several."
    since: date_aliased | None = None
    "The day the person joined the committee; null means from the start."
    stance: Stance | None = None
    "Where the person stands; null means unknown."


class Comparison(Struct, kw_only=True):
    """
    One number that a rule looked at, and the limit it was held against.
    """

    actual: str | None
    "What it was; null means unknown."
    limit: str | None
    "What it was held against; null where it is only stated."
    name: str
    "What was looked at."
    unit: Unit
    "The unit of both."


class Complaint(Struct, kw_only=True):
    """
    A complaint: a call for help.
    """

    account: str
    "The account."
    id: str
    "Identifies the complaint; unique in a book."
    on: date_aliased
    "The day it was made."
    kind: ComplaintKind | None = None
    "What the complainer wants; null means not judged yet."
    resolved_on: date_aliased | None = None
    "The day it was settled; null means it is open."
    stakeholder: str | None = None
    "Who made it."


class ConformanceSummary(Struct, kw_only=True):
    """
    How many opportunities kept to the rules, and which ways they took.
    """

    conforming: int
    "Those without a forbidden move and without one that did not meet a criterion."
    opportunities: int
    "Opportunities looked at."
    totals: Conformance
    "The sums over all of them."
    transitions: list[TransitionCount]
    "How often each way was taken, by kind and stage."


class Contribution(Struct, kw_only=True):
    """
    Something a person did for us in one opportunity.
    """

    id: str
    "Identifies the contribution; unique in a book."
    kind: ContributionKind
    "What it was."
    on: date_aliased
    "The day."
    opportunity: str
    "The opportunity."
    stakeholder: str
    "The person."
    note: str | None = None
    "A remark."


class CoverageCap(Struct, kw_only=True):
    """
    The highest win probability that an opportunity is credited with while its buying committee has a gap.
    """

    at_most: Decimal
    "The highest probability."
    gap: CoverageGapKind
    "The gap. A committee of which nobody is known has the gap `committee_empty` and no other."
    role: BuyingRole | None = None
    "The role the gap has to concern; null means whichever."


class CoveragePolicy(Struct, kw_only=True):
    """
    How contact with a buying committee is judged.
    """

    contact_stale_after_days: int = 60
    "Days after which a contact no longer counts as recent."
    contribution_days: int = 180
    "Days for which what somebody did for us counts."
    depth_days: int = 365
    "Days looked back for how deep the contact with somebody is."
    hostile_score_cap: Decimal = Decimal("25")
    "The most that the score may be while a technical gatekeeper or a decision maker is hostile, of 100."
    in_depth_meetings: int = 3
    "Fewest meetings in these days from which contact is in depth."
    information_stale_after_days: int = 90
    "Days after which what is known of an information point is stale."
    key_influence: Decimal = Decimal("60")
    "The influence from which somebody is a key person."
    minimum_contacts: int = 2
    "Fewest people of the customer in recent contact; with fewer, the opportunity hangs on a single thread."
    opponent_expected_from: int = 5
    "Fewest people of known stance from which it is suspicious that nobody is against us."
    role_weights: RoleWeights = field(
        default_factory=lambda: convert(
            {
                "coach": "2",
                "economic_decision_maker": "3",
                "technical_gatekeeper": "2",
                "user": "1",
            },
            type=RoleWeights,
        )
    )
    "How much each role counts in the score, in the order coach, user, technical gatekeeper, economic decision maker."
    several_contacts: int = 3
    "Fewest contacts in these days that count as several."
    support_change: Decimal = Decimal("0.05")
    "The change of the support base, as a share, from which it grows or shrinks."
    support_trend_days: int = 90
    "Days looked back for how the support base moved, and for champions who left."
    unknown_influence_share: Decimal = Decimal("0.5")
    "Share of all known influence from which it is too much in the hands of people we don't know: never in contact, or of unknown stance."


class CoverageScore(Struct, kw_only=True):
    """
    How far a committee as a whole is covered, of 100. The formula is ours.

    A role that the stage asks for attains the rank of the level it reached, no more than is asked, divided by the rank
    of the level asked (missing 0, identified 1, contacted 2, favourable 3, contributing 4). The score is the mean of
    these, weighted by the playbook's weights of the roles. While a technical gatekeeper or a decision maker is hostile it
    is at most the playbook's `hostile_score_cap`, however well all others are covered. It is rounded once, half-even;
    the points of the parts add up to it.
    """

    cap: ScoreCap | None
    "What holds the score down; null where nobody who could stop the purchase is known to be hostile."
    parts: list[RoleScore]
    "The roles that the stage asks for, in the order of their definition."
    uncapped: Decimal
    "What it would be without the cap: the sum of the points of the parts."
    value: Decimal
    "The score."


class CurrencyForecast(Struct, kw_only=True):
    """
    The forecast of one currency, in that currency.
    """

    amounts: ForecastRow
    "The amounts, in that currency."
    currency: str
    "The currency."


class CurrencyMovement(Struct, kw_only=True):
    """
    The movement of all amounts in one currency.
    """

    currency: str
    "The currency."
    stages: list[StageMovement]
    "By stage, in the order of the playbook, unknown ones last."
    total: MovementLines
    "All stages together: the sum of their lines, with moved in and moved out, which cancel out, left at zero."


class CycleLength(Struct, kw_only=True):
    """
    How long opportunities take from their creation to the decision.
    """

    lost: DurationSummary
    "From the creation to the loss."
    won: DurationSummary
    "From the creation to the signature."


class DealDistribution(Struct, kw_only=True):
    """
    What a set of deals may bring, and what each adds to it.
    """

    contributions: list[DealContribution] | None
    "What each deal adds, in the order of the request; null where that was not asked for."
    summary: BookingSummary
    "Mean, spread, quantiles, the odds of the quota; how it was computed and how far it can be off."


class DealOdds(Struct, kw_only=True):
    """
    What a deal is worth, and how probable it is to be won.
    """

    amount: Money
    "What it brings if it is won."
    probability: Decimal
    "How probable that is."


class EndMark(Struct, kw_only=True):
    """
    The observable fact that closes a stage.
    """

    label: LabelPair
    "What is to be seen."
    required: bool = True
    "Whether the stage may be left forwards without it only by an override."


class ErasedField(Struct, kw_only=True):
    """
    One change that an erasure made.
    """

    action: ErasureAction
    "What was done."
    path: str
    "Where, in the facts that were given."


class EstimatedWallet(Struct, kw_only=True):
    """
    What we have of the wallet by an estimate of it.
    """

    category: str | None
    "The category; null for the whole account."
    change: Decimal | None
    "By how much our part changed since."
    contradicted: bool
    "Whether more is known to be spent than the estimate says."
    direction: TrendDirection
    "Where our part is going, from one estimate to the next."
    estimated_before: date_aliased | None
    "The day of the estimate before; null where there is none."
    known_spend: CurrencySum | None
    "What it is known to have spent with all suppliers in these days; null where that is not known, or for less than a year."
    not_ours: CurrencySum | None
    "What is left of the estimate; null likewise."
    on: date_aliased
    "The day of the estimate."
    our_spend: CurrencySum | None
    "What it spent with us in the 365 days up to the day of the verdict, returns netted; where our first order is younger, what it spent since, brought to a year; null where that is not known in this currency."
    outdated: bool
    "Whether it is older than the playbook's `estimate_days`."
    per_year: Money
    "What the account is thought to spend in a year."
    share: Decimal | None
    "Our part of the estimate; null where our spend is not known or the estimate is contradicted."
    share_before: Decimal | None
    "Our part of that one on its day; null where it is not known or was contradicted."
    spend_days: int | None
    "The days that our spend is taken from."
    spend_over_estimate: Decimal | None
    "Our spend as a multiple of the estimate: above 1 it contradicts it."


class ExchangePolicy(Struct, kw_only=True):
    """
    How amounts are brought to one currency.
    """

    budget_rates: list[DatedRate] = field(default_factory=list)
    "The rates fixed in budgets, which forecasts use where `rate_date` says so; each holds from its day on."
    rate_date: RateDate = "as_of"
    "Which day's rate counts."
    rates: list[DatedRate] = field(default_factory=list)
    "The rates. A rate is used in its own direction only: its inverse is no exact decimal."
    reporting_currency: str = "USD"
    "The currency of totals."


class Expense(Struct, kw_only=True):
    """
    Money spent on an account.
    """

    account: str
    "The account."
    id: str
    "Identifies the expense; unique in a book."
    kind: ExpenseKind
    "What it was for."
    on: date_aliased
    "The day."
    amount: Money | None = None
    "How much; null means unknown."
    by: str | None = None
    "Who of us spent it."
    opportunity: str | None = None
    "The opportunity it served; null means none in particular."
    stakeholder: str | None = None
    "The person who had it; null means nobody in particular, or unknown."


class ForecastAdjustment(Struct, kw_only=True):
    """
    A person's own figure for a period, which stands beside what adds up and never in it.
    """

    amount: Money
    "The figure."
    at: str
    "When it was made."
    by: str
    "Who made it."
    first: date_aliased
    "The period's first day."
    id: str
    "Identifies the adjustment; unique in a book."
    last: date_aliased
    "The period's last day."
    category: ForecastCategory | None = None
    "The category it concerns; null means all that is in the sums."
    member: str | None = None
    "Whose figure it is, with everybody who reports to them; null means the company's."
    note: str | None = None
    "Why."


class ForecastPolicy(Struct, kw_only=True):
    """
    How the forecast of bookings is made.
    """

    coverage_caps: list[CoverageCap] = field(default_factory=list)
    "What gaps in coverage cap win probabilities at; of several that hold, the lowest counts."


class InformationRecord(Struct, kw_only=True):
    """
    How far one information point of an opportunity was known from a day on.
    """

    on: date_aliased
    "The day from which it was known so far."
    opportunity: str
    "The opportunity."
    point: InformationPoint
    "The point; with the opportunity and the day it identifies the record."
    state: InformationState
    "How far."
    source: str | None = None
    "Where it comes from: a person, a document."
    success_factors: list[str] = field(default_factory=list)
    "For `success_factors`: those that matter most on this day, the first first. Empty otherwise."


class InformationStatus(Struct, kw_only=True):
    """
    How far one information point of an opportunity is known on a day.
    """

    age_days: int | None
    "Days since then."
    followed: list[SuccessFactorsOn]
    "For `success_factors`: how the three that matter most changed, the earliest first."
    is_stale: bool
    "Whether what is known is older than the playbook allows; never where nothing is known."
    on: date_aliased | None
    "The day of the record that holds; null where there is none."
    point: InformationPoint
    "The point."
    source: str | None
    "Where it comes from; null where that is not recorded."
    state: InformationState
    "How far it is known; unknown also where nothing is recorded."
    success_factors: list[str]
    "For `success_factors`: all that the record that holds names, the first first."


class Interaction(Struct, kw_only=True):
    """
    One contact between the customer and us.
    """

    account: str
    "The account."
    channel: Channel
    "How it took place."
    direction: Direction
    "Who spoke to whom."
    id: str
    "Identifies the interaction; unique in a book."
    on: date_aliased
    "The day."
    members: list[str] = field(default_factory=list)
    "Our people who took part."
    opportunity: str | None = None
    "The opportunity it was about; null means none in particular."
    stakeholders: list[str] = field(default_factory=list)
    "The customer's people who took part."
    topics: list[Topic] = field(default_factory=list)
    "What it was about; empty means not recorded."


class KeyAccountJudgement(Struct, kw_only=True):
    """
    What a person says an account is, whatever the rules find. It holds until its last day: no judgement holds for ever
    unnoticed.
    """

    account: str
    "The account; with the day it identifies the judgement."
    on: date_aliased
    "The first day it holds."
    reason: str
    "Why."
    until: date_aliased
    "The last day it holds; a later judgement takes its place before."
    by: str | None = None
    "Who says so."
    kind: KeyAccountKind | None = None
    "A kind the account is of, its primary one; null leaves it to the rules."
    tier: str | None = None
    "The tier the account is in; null leaves it to the rules."


class Labels(Struct, kw_only=True):
    """
    The labels of everything a person sees, in one language.
    """

    language: Language
    "The language."
    pipelines: dict[str, str]
    "The label of every pipeline, by its identifier."
    stages: dict[str, dict[str, str]]
    "The label of every stage, by pipeline and stage."
    words: dict[str, dict[str, str]]
    "The label of every word of every vocabulary, by vocabulary and word; the playbook's loss reasons are among them."


class LeftOutDeal(Struct, kw_only=True):
    """
    An opportunity that is in no period's bookings, and why.
    """

    account: str
    "The account."
    amount: Money | None
    "What it is worth, where that is known."
    causes: list[LeftOutCause]
    "Everything that is missing or in the way."
    message: str
    "One sentence for a person."
    opportunity: str
    "The opportunity."
    status: OpportunityStatus
    "Where it stands."


class MapLink(Struct, kw_only=True):
    """
    A line between two people of a map, and its way.
    """

    from_: str = field(name="from")
    "The first person."
    kind: ChainLinkKind
    "How the first stands to the second."
    points: list[MapPoint]
    "The line's way from the middle of the first circle to that of the second. Four points or more are joined by straight lines. Of three the second is the control point of a quadratic curve (in SVG `M first Q second third`)."
    strength: RelationshipStrength | None
    "How close they are; null means unknown, or a reporting line."
    to: str
    "The second person."


class MapPerson(Struct, kw_only=True):
    """
    One person of a map, and where they stand.
    """

    in_committee: bool
    "Whether the person sits in the committee, or did; others are shown because a line runs from them to somebody who does."
    is_key: bool
    "Whether the person is there and has at least the influence from which the playbook calls somebody a key person."
    name: str | None
    "The person's name; null means unknown."
    person: CommitteePerson
    "The person as they stood on the day. Of somebody outside the committee only contacts are known."
    radius: int
    "The circle's radius: its area grows with the influence; unknown influence has the smallest."
    row: int
    "The row the person stands in, from 0 at the top."
    x: int
    "The middle of the person's circle, to the right."
    y: int
    "The middle of the person's circle, downwards."


class MethodForecast(Struct, kw_only=True):
    """
    What one method said of one period on its eve, and how far off it was.
    """

    basis: ForecastBasis
    "The method."
    crps: CurrencySum
    "How far its distribution was from what came: the integral of (P(total ≤ x) − [what came ≤ x])² over x. Of a single number instead of a distribution it is the absolute error."
    deals: int
    "Deals with a chance in the period."
    mean: CurrencySum
    "What it expected."
    quantiles: list[BookingQuantile]
    "What would be reached or not exceeded, from the fifth to the ninety-fifth percentile."
    unplaced: int
    "Deals that it could not place in any period, such as overdue ones by their close date: it gave them no chance, and is charged for those that came."


class MethodScores(Struct, kw_only=True):
    """
    How good one method was over all periods.

    Of all methods the same deals and periods are scored: each deal that was open and priced on the eve of a period, also
    where the method gave it no chance. Amounts are means over periods.
    """

    basis: ForecastBasis
    "The method."
    bias: CurrencySum
    "The mean of (forecast − what came): above zero where too much was forecast."
    brier: Decimal | None
    "The mean of (chance − outcome)² over single deals; null where there are none."
    clipped: int
    "Deals that came otherwise than was called certain: log loss takes their chance as one in a million, so that one of them does not outweigh all others."
    crps: CurrencySum
    "The mean CRPS."
    deals: int
    "Chances given to single deals, one for each deal and period."
    forecasts: int
    "Periods forecast."
    intervals: list[IntervalCoverage]
    "How often the 50, 80 and 90 % intervals held what came."
    log_loss: Decimal | None
    "The mean of −ln(chance of what came) over single deals; null where there are none."
    mean_absolute_error: CurrencySum
    "The mean of how far the forecast was from what came."
    reliability: list[ReliabilityBin]
    "Ten bins of chances, and how many deals of each came."
    sources: list[SourceCount]
    "Where the chances within a period come from: a method that knows too little falls back on a plainer one."
    unplaced: int
    "Of these, the deals that it could not place in any period and gave no chance."


class NextOrders(Struct, kw_only=True):
    """
    The next orders, if the account still buys as usual. Source: `[KRM]`, D14.
    """

    amount: ExpectedAmount | None
    "What each is expected to come to; null where no amount is known."
    none: NoPrediction | None
    "Why none is predicted; null where some are."
    orders: list[PredictedOrder]
    "The next orders, up to the playbook's `predicted_orders`."


class OpportunityChangeCreated(Struct, kw_only=True, tag_field="type", tag="created"):
    """
    The opportunity came into being, in a stage, with what was known then.
    """

    amount: Money | None = None
    "What it is worth; null means unknown."
    close_date: date_aliased | None = None
    "The day it is expected to be signed; null means unknown."
    credits: list[CreditShare] = field(default_factory=list)
    "Who gets credit for which part of it; the parts add up to 1. Empty means the owner for all of it."
    forecast_category: ForecastCategory | None = None
    "A forecast category set by hand; null means the stage's."
    owner: str | None = None
    "The member of our team who answers for it."
    probability: Decimal | None = None
    "A win probability set by hand; null means the stage's."
    recurring: RecurringRevenue | None = None
    "What is paid again and again; null means nothing, as far as is known."
    stage: str | None = None
    "The stage it started in; null means the pipeline's first stage."


class OpportunityChangeStageChanged(Struct, kw_only=True, tag_field="type", tag="stage_changed"):
    """
    It moved to another stage: forwards, backwards, or over stages between.
    """

    to: str
    "The stage it moved to."
    authorisation: Override | None = None
    "Who allowed the move although a criterion was unmet, and why."


class OpportunityChangeRecurringChanged(
    Struct, kw_only=True, tag_field="type", tag="recurring_changed"
):
    """
    What is paid again and again changed; null means nothing.
    """

    recurring: RecurringRevenue | None = None
    "The new recurring revenue."


class OpportunityChangeWon(Struct, kw_only=True, tag_field="type", tag="won"):
    """
    The customer signed: a booking.
    """

    authorisation: Override | None = None
    "Who allowed it although a criterion was unmet, and why."


OpportunityChange: TypeAlias = (
    OpportunityChangeCreated
    | OpportunityChangeStageChanged
    | OpportunityChangePipelineChanged
    | OpportunityChangeEndMarkMet
    | OpportunityChangeAmountChanged
    | OpportunityChangeCloseDateChanged
    | OpportunityChangeOwnerChanged
    | OpportunityChangeProbabilityChanged
    | OpportunityChangeForecastCategoryChanged
    | OpportunityChangeCreditSplitChanged
    | OpportunityChangeRecurringChanged
    | OpportunityChangeWon
    | OpportunityChangeRealised
    | OpportunityChangeLost
    | OpportunityChangeReopened
    | OpportunityChangeParked
    | OpportunityChangeResumed
)
"\nWhat one event changes.\n"


class OpportunityEvent(Struct, kw_only=True):
    """
    One dated entry of an opportunity's history.
    """

    at: str
    "When it happened."
    change: OpportunityChange
    "What changed."
    opportunity: str
    "The opportunity it happened to."
    by: str | None = None
    "The member of our team who recorded it."
    id: str | None = None
    "Identifies the event where the source has such an identifier; unique in a book."


class OpportunityState(Struct, kw_only=True):
    """
    How an opportunity stands on a day, as far as its events tell.
    """

    amount: Money | None
    "What it is worth, as stated last; null means unknown. Of a signed one, what is expected to be paid."
    booked_amount: Money | None
    "What was signed, where it is signed and that is known."
    booked_on: date_aliased | None
    "The day of the signature, where it is signed."
    close_date: date_aliased | None
    "The day it is expected to be signed; null means unknown."
    close_date_pushes: int
    "How often its close date was moved to a later day."
    close_date_slip_days: int
    "By how many days it was moved to later days in all; moves to earlier days are not taken off."
    created_on: date_aliased
    "The day it came into being."
    credits: list[CreditShare]
    "Who gets credit for which part, in the order of members; empty where the owner gets all."
    days_in_stage: int
    "Whole days since then, up to the day of the verdict or of the loss or payment."
    end_marks_met: list[str]
    "Stages whose end mark was met, in pipeline order."
    entered_stage_on: date_aliased
    "The day it entered its stage (the latest time)."
    first_closed_on: date_aliased | None
    "The day it was first closed, won or lost; reopening does not erase it."
    forecast_category: ForecastCategory | None
    "The forecast category set by hand; null where it is the stage's."
    loss: Loss | None
    "How it was lost, where it is lost now."
    owner: str | None
    "The member of our team who answers for it; null means nobody known."
    parking: Parking | None
    "Its rest, where it is parked."
    probability: WinProbability | None
    "How probable it is to be won (once booked: to be paid); null where the stage is unknown or it is lost."
    realised_amount: Money | None
    "What was paid, where it is paid and that is known: what the payment says, or else what was signed."
    realised_on: date_aliased | None
    "The day it was paid, where it is."
    recurring: RecurringRevenue | None
    "What is paid again and again, in the currency of the amount; null where nothing is known of it."
    stage: str | None
    "The stage it is in, or was in last; null where the events name a stage that the playbook does not know."
    status: OpportunityStatus
    "Where it stands as a whole."
    times_reopened: int
    "How often it was reopened."
    unknown_stage: str | None
    "The unknown stage that the events name, where they do."


class OverrideNeed(Struct, kw_only=True):
    """
    What an override of a move would record, and who may give it.
    """

    authority: list[str]
    "Who may decide; empty means any named person."
    covers: list[UnmetCriterion]
    "The criteria that would be recorded as passed over."
    given: Override | None
    "The decision that the event carries and that would be recorded; null where it carries no valid one."


class ParameterPrior(Struct, kw_only=True):
    """
    What is believed of one parameter beforehand.
    """

    parameter: ModelParameter
    "The parameter."
    prior: Prior
    "What is believed of it."


class PhaseColumn(Struct, kw_only=True):
    """
    All accounts on a day, by phase: a column of a flow chart.
    """

    nodes: list[PhaseNode]
    "Every phase, in order."
    on: date_aliased
    "The day."
    purchases_without_money: int
    "Purchases in the 365 days whose money is not known, or has no rate, and is left out."


class PhaseLink(Struct, kw_only=True):
    """
    The accounts that were in one phase and are in another, or still in the same.
    """

    accounts: int
    "How many accounts."
    from_: LifecyclePhase = field(name="from")
    "The phase before."
    money_after: Decimal
    "What they had spent in the 365 days up to the last day."
    money_before: Decimal
    "What these accounts had spent with us in the 365 days up to the first day."
    named: list[str]
    "The first twenty of them by identifier, where they changed their phase; none where links of several periods are taken together."
    of: int
    "How many accounts were in the phase before."
    share: Decimal | None
    "The part of them that took this way."
    shift: PhaseShift
    "What that means for their health."
    to: LifecyclePhase
    "The phase after."


class PricedDeal(Struct, kw_only=True):
    """
    An opportunity with its price: all that goes into the sums, so that they can be added up by hand.
    """

    account: str
    "The account."
    amount: Money
    "What it is worth: expected; once booked, what was signed; once paid, what was paid."
    category: ForecastCategory
    "How far it counts: by hand, or else as its stage says; closed once it is signed."
    credits: list[CreditShare]
    "Who gets credit for which part, adding up to 1; empty where nobody is known to answer for it."
    date: date_aliased
    "The day that puts it in its quarter: the expected signature; once booked the signature; once paid the payment."
    opportunity: str
    "The opportunity."
    overdue: bool
    "Whether it is open although its close date has passed."
    owner: str | None
    "Who answers for it."
    pipeline: str | None
    "The pipeline it is in."
    probability: WinProbability
    "The probability it is weighted by, and where that comes from."
    product_line: str | None
    "The product line it is about."
    quarter: str
    "The fiscal quarter of that day."
    rate: DatedRate | None
    "The rate it is converted at; null where it is in the reporting currency."
    recurring: RecurringRevenue | None
    "What is paid again and again beside it, in the same currency; null where nothing is known of it."
    stage: str | None
    "The stage it is in."
    status: OpportunityStatus
    "Where it stands."
    territory: str | None
    "The territory it counts for."


class Problem(Struct, kw_only=True):
    """
    One thing that is wrong with an input: where, what, and what would be right.
    """

    allowed: str
    "What would be accepted, in words; empty where the message says all."
    code: ProblemCode
    "The stable code."
    message: str
    "One sentence for a person."
    path: str
    "Where in the input, such as `opportunities[3].account`; empty for the whole input."
    value: str
    "The offending value, cut after 80 characters; empty where there is none."


class Purchase(Struct, kw_only=True):
    """
    One order, or a return where the amount or quantity is negative.
    """

    account: str
    "The account that bought."
    id: str
    "Identifies the purchase; unique in a book."
    on: date_aliased
    "The day of the order."
    supplier: Supplier
    "Who it was bought from."
    amount: NetMoney | None = None
    "What was paid; negative for a return or credit note; null means unknown."
    category: str | None = None
    "The product category; suppliers are compared within a category."
    product: str | None = None
    "The product."
    quantity: Decimal | None = None
    "How much was bought; negative for a return; null means unknown."


class PurchaseModelMbgCnbd(Struct, kw_only=True, tag_field="type", tag="mbg_cnbd"):
    """
    MBG/CNBD-k: as MBG/NBD, with purchases more regular than at random (Platzer & Reutterer 2016).
    """

    regularity: Regularity | None = None
    "How regular; null chooses the one with the highest likelihood, for which each summary of an account that bought again needs the logarithms of its intervals."


PurchaseModel: TypeAlias = (
    PurchaseModelBgNbd | PurchaseModelMbgNbd | PurchaseModelMbgCnbd | PurchaseModelParetoNbd
)
"\nWhich model of repeat purchase is to be fitted; the module's documentation tells when to use which.\n"


class PurchaseModelParametersMbgCnbd(Struct, kw_only=True, tag_field="type", tag="mbg_cnbd"):
    """
    MBG/CNBD-k.
    """

    a: Decimal
    "First shape of the chances to leave."
    alpha: Decimal
    "Rate of those, in units of time."
    b: Decimal
    "Second shape of the chances to leave."
    r: Decimal
    "Shape of the rates of events, of which every k-th is a purchase."
    regularity: Regularity
    "How regular purchases are."


PurchaseModelParameters: TypeAlias = (
    PurchaseModelParametersBgNbd
    | PurchaseModelParametersMbgNbd
    | PurchaseModelParametersMbgCnbd
    | PurchaseModelParametersParetoNbd
)
"\nA purchase model with its parameters: everything that predictions need. Parameters that make no sense cannot be built.\n"


class PurchaseTrend(Struct, kw_only=True):
    """
    Two windows side by side.
    """

    before: TrendWindow
    "The earlier window."
    by_money: TrendDirection
    "Where the money is going."
    by_orders: TrendDirection
    "Where the number of orders is going."
    currency: str | None
    "The currency of the money; null where there is none."
    direction: TrendDirection
    "Both together: a rise or a fall that the other does not contradict."
    money_change: Decimal | None
    "The change of the money; null where it is not known or was nothing before."
    orders_change: Decimal | None
    "The change of the number of orders; null where there were none before."
    recent: TrendWindow
    "The window that ends on the day of the verdict."


class QuotaStanding(Struct, kw_only=True):
    """
    How a period stands towards its quota.
    """

    attainment: Decimal | None
    "How many times the quota goes into what is booked: 1 is all of it, more is beyond; null where the quota is zero."
    booked: CurrencySum
    "What is signed."
    coverage_ratio: Decimal | None
    "How many times what remains goes into what is open; null where nothing remains."
    expected_shortfall: CurrencySum
    "What will be missing on average, counting nothing where the quota is exceeded."
    pipeline: CurrencySum
    "What is open in the period, whatever its chance."
    pipeline_needed: PipelineNeeded | None
    "How much more pipeline that takes; null where it is not known, and why not stands beside."
    probability: Decimal
    "The probability that the period's bookings reach the quota."
    quota: CurrencySum
    "The quota."
    remaining: CurrencySum
    "What is missing to the quota; zero where it is reached."
    unreachable: UnreachableCause | None
    "Why it is not known; null where it is."
    wanted_probability: Decimal
    "How probable it is to be."


class ReachStep(Struct, kw_only=True):
    """
    One step of a way to somebody.
    """

    distance: int
    "The trust distance of this step."
    link: ChainLinkKind | None
    "How the one before is tied to them, in whichever direction; null for the first, whom we reach ourselves."
    stakeholder: str
    "The person reached."
    stance: Stance | None
    "Where they stand; null means unknown. All but the last are for us."


class Reason(Struct, kw_only=True):
    """
    Why a verdict is as it is: the rule, the numbers compared, and the facts behind it.
    """

    compared: list[Comparison]
    "The numbers the rule compared."
    fact_count: int
    "How many facts there are behind it."
    facts: list[FactReference]
    "The facts behind it: the latest twenty, in their order."
    message: str
    "One sentence for a person."
    rule: str
    "The stable name of the rule."


class ReceiptPart(Struct, kw_only=True):
    """
    Opportunities that went the same way, for the same causes.
    """

    causes: list[UnpricedCause]
    "What all of them lack, and nothing else; empty for those in other parts than the unpriced."
    deals: int
    "Opportunities."
    part: ReceiptPartKind
    "Where they went."
    totals: list[CurrencySum]
    "What the others are worth, by currency; exact, rounded nowhere."
    without_amount: int
    "Of these, those whose amount is unknown."


class RejectedPattern(Struct, kw_only=True):
    """
    The pattern that came closest, and why it was not chosen.
    """

    pattern: LoyaltyPattern
    "The pattern."
    reason: Reason
    "What speaks against it."


class Relationship(Struct, kw_only=True):
    """
    How one person of a customer stands to another, from one day to another.
    """

    from_: str = field(name="from")
    "The first person."
    kind: RelationshipKind
    "How the first stands to the second."
    to: str
    "The second person, of the same account."
    since: date_aliased | None = None
    "The first day on which it holds; null means from the start."
    strength: RelationshipStrength | None = None
    "How close they are; null means unknown."
    until: date_aliased | None = None
    "The last day on which it holds; null means to this day."


class RetentionVerdict(Struct, kw_only=True):
    """
    What cutting defection would change. Source: `[CMH]`, D20.
    """

    accounts: int
    "Customers of the first year."
    annual_discount_rate: Decimal
    "The effective discount rate of a year."
    as_of: date_aliased
    "The day of the verdict."
    base: RetentionOutcome
    "As it is."
    basis: RetentionBasis
    "What the scenario starts from."
    change: RetentionChange
    "The change."
    changed: RetentionOutcome
    "As it would be."
    effect: RetentionEffect
    "The difference."
    is_margin: bool
    "Whether margins are margins, and not sales of which no margin is known."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "How it was computed."
    years: list[RetentionYear]
    "The years one by one; without an end, the first ten."
    years_looked_at: int | None
    "Years that outcomes look at, at most the years listed; null means without an end."


class ReturnsFinding(Struct, kw_only=True):
    """
    How returns were netted.

    A return is taken off the latest earlier orders (or those of its day) of the same product in the same currency; one
    that names no product, off those of the same category; one that names neither, off the latest earlier order of the very same
    amount. What is left counts on its own day. An order stays a purchase occasion even if all of it went back: the account
    chose us that day.
    """

    matched: int
    "Those wholly taken off earlier orders."
    returns: int
    "Returns to us up to the day of the verdict."
    unmatched: list[UnmatchedReturn]
    "The others, oldest first; at most a hundred are listed, the latest."


class RfmAccount(Struct, kw_only=True):
    """
    An account with its numbers, scores and segment.
    """

    account: str
    "The account."
    code: str
    "The three scores in one, such as `545`; a hyphen stands for one that is not known."
    days_first_to_last: int
    "Days from the first to the last order: recency, as models of repeat purchases have it."
    days_since_first_order: int
    "Days from the first order to the day of the verdict: the account's age."
    days_since_last_order: int
    "Days from the last order to the day of the verdict: recency, as marketing has it."
    first_order: date_aliased
    "The day of its first order known."
    frequency_score: int
    "The score of frequency."
    last_order: date_aliased
    "The day of its last order."
    monetary_score: int | None
    "The score of money; null where the money is not known."
    money: CurrencySum | None
    "Orders less returns of the window, rounded once; null where purchases are known but the price of none."
    money_per_order: CurrencySum | None
    "The money by the days with orders in the window, rounded half-even; null where either is missing."
    orders: int
    "Frequency: days with orders in the window. Orders of one day are one, a return is none."
    orders_ever: int
    "Days with orders ever."
    reasons: list[Reason]
    "Why."
    recency_score: int
    "The score of recency."
    segment: RfmSegment
    "What these scores are called."
    silence_score: int
    "The score of the days since the last order, which the segment goes by: that of recency, unless the other recency was asked for."
    unpriced: int
    "Orders and returns of the window that have no price and are not in the money."


class RfmRule(Struct, kw_only=True):
    """
    Scores that have a name.
    """

    segment: RfmSegment
    "The name."
    frequency: ScoreRange = field(
        default_factory=lambda: convert({"least": 1, "most": 5}, type=ScoreRange)
    )
    "Scores of frequency; any by default."
    monetary: ScoreRange = field(
        default_factory=lambda: convert({"least": 1, "most": 5}, type=ScoreRange)
    )
    "Scores of money; any by default, and then an account whose money is not known has the name too."
    recency: ScoreRange = field(
        default_factory=lambda: convert({"least": 1, "most": 5}, type=ScoreRange)
    )
    "Scores of recency; any by default."


class RfmScale(Struct, kw_only=True):
    """
    What the scores of one measure mean in this verdict.
    """

    classes: list[RfmScaleClass]
    "The five scores, the worst first."
    measure: RfmMeasure
    "What is scored."
    unit: Unit
    "The unit of its values and limits."


class RfmVerdict(Struct, kw_only=True):
    """
    Accounts scored by recency, frequency and money. Source: D14, D19.
    """

    accounts: list[RfmAccount]
    "The accounts with at least one order, by identifier."
    as_of: date_aliased
    "The day of the verdict."
    method: RfmMethod
    "How numbers became scores."
    money: CurrencySum
    "The money of all accounts scored, as far as it is known."
    playbook: str
    "Fingerprint of the playbook."
    prospects: list[str]
    "The accounts that have never ordered, by identifier: prospects, not lost."
    reasons: list[Reason]
    "The rules behind the scores."
    receipt: RfmReceipt
    "Where every purchase went."
    recency: RecencyBasis
    "Which recency was scored."
    reporting_currency: str
    "The currency of all sums."
    returns_only: list[str]
    "Accounts of which returns are known but no order, by identifier: not scored."
    scales: list[RfmScale]
    "What the scores mean: of recency, of frequency, of money."
    segments: list[RfmSegmentSummary]
    "Every segment with its accounts together, the best first."
    unpriced: list[UnpricedOrder]
    "Orders and returns of the window that have no price, by account, day and identifier."
    window: Period | None
    "The days that frequency and money are of; null means all that is known."


class Rhythm(Struct, kw_only=True):
    """
    How often an account orders from us. Orders of one day are one purchase occasion; returns are none.
    """

    cadence: Cadence | None
    "The rhythm itself; null where there is none yet."
    days_since_last: int | None
    "Days from the last one to the day of the verdict."
    first: date_aliased | None
    "The first of them."
    last: date_aliased | None
    "The last of them."
    no_cadence: NoCadence | None
    "Why there is none; null where there is one."
    occasions: int
    "Purchase occasions up to the day of the verdict."


class RoleRequirement(Struct, kw_only=True):
    """
    How far a role has to be covered while an opportunity is in a stage.
    """

    level: CoverageLevel
    "How far it has to be covered."
    role: BuyingRole
    "The role."
    severity: Severity
    "How much it matters when it is not."


class RollUpCell(Struct, kw_only=True):
    """
    What adds up in one cell.
    """

    amounts: ForecastRow
    "What opportunities are worth, each counted once."
    currency: str
    "The currency of its sums."
    key: list[CellKey]
    "Where it stands, in the order of the dimensions asked for."
    recurring: RecurringRow | None
    "What is paid again and again; null where nothing is, as far as is known."


class SatisfactionVerdict(Struct, kw_only=True):
    """
    How satisfied an account's people say they are. Source: `[OCD]`, D10, D17.
    """

    anonymous: int
    "Recent answers of nobody named."
    answers: int
    "All answers up to the day of the verdict."
    before: SatisfactionDistribution | None
    "All answers within as many days before; null where there is none."
    later_is_higher: Decimal | None
    "The part of the pairs of a recent and an earlier answer of which the recent one is higher, equals counted by half."
    latest: SatisfactionDistribution | None
    "Of these, the latest answer of each person who is named; null where nobody is."
    latest_on: date_aliased | None
    "The day of the latest of them; null where there is none."
    older: int
    "Answers before both windows, which no longer count."
    reasons: list[Reason]
    "Why."
    recent: SatisfactionDistribution | None
    "All answers within the playbook's `window_days` up to the day of the verdict; null where there is none."
    respondents: int
    "People who are named in the recent answers."
    trend: TrendDirection
    "Where it is going: the medians of both windows differ by the playbook's `trend_change`, and most pairs of a later and an earlier answer say the same. Unknown where either window has too few answers."


class ScoreColumns(Struct, kw_only=True):
    """
    How accounts stand and what they are expected to buy, in the order of their rows.
    """

    at_least_one: list[Decimal]
    "The probability of at least one."
    expected_purchases: list[Decimal]
    "How many purchases are expected in the horizon."
    horizon: Decimal
    "The time ahead, in the unit of the parameters."
    parameters: PurchaseModelParameters
    "The model with its parameters."
    probability_alive: list[Decimal]
    "The probability that the account still buys."


class ScorePurchaseModelRequest(Struct, kw_only=True):
    """
    Asks for the scores of summaries by a model with given parameters.
    """

    horizon: Decimal
    "The time ahead, in the same unit."
    parameters: PurchaseModelParameters
    "The model with its parameters."
    summaries: SummaryColumns
    "The summaries, in the parameters' unit of time."


class ScoreSpendModelRequest(Struct, kw_only=True):
    """
    Asks what accounts are expected to spend on a purchase, by the Gamma-Gamma model with given parameters.
    """

    parameters: SpendModelParameters
    "The model's parameters."
    summaries: SpendColumns
    "How often each account bought again, and the mean amount."


class SeasonFinding(Struct, kw_only=True):
    """
    Whether an account buys in certain months. Source: `[KRM]`, D14.
    """

    months: list[MonthIndex]
    "All twelve months; empty where no season is found."
    occasions: int
    "Purchase occasions within them."
    peaks_per_year: int | None
    "Whether orders peak once or twice a year; null where no season is found."
    probability: Decimal | None
    "How probable as much concentration is by chance (Rayleigh's test); null where it was not tested."
    state: SeasonState
    "What is found."
    strong_months: list[int]
    "The months with many orders, 1 to 12; empty where no season is found."
    weak_months: list[int]
    "The months with few orders, 1 to 12; empty where no season is found."
    whole_years: int
    "Whole years up to the last order."


class SequenceLetter(Struct, kw_only=True):
    """
    A letter of the sequence and the supplier it stands for.
    """

    letter: str
    "A for us, then A to Z and a to z in the order of first choice, a star for all suppliers after these."
    supplier: Supplier
    "The supplier."


class Signal(Struct, kw_only=True):
    """
    One signal of an account.
    """

    confidence: Confidence | None
    "How far the facts carry the outcome; null where it is `unknown`."
    kind: SignalKind
    "Which signal."
    mute: SignalMuteInForce | None
    "The mute in force; null where there is none. One that has expired is none."
    outcome: SignalOutcome
    "What the facts say, muted or not."
    play: SignalPlay | None
    "What to do; null unless the outcome is `raised`."
    reasons: list[Reason]
    "Why: the rules, the numbers compared, the facts. For an unknown outcome: what is missing."
    severity: Severity | None
    "How much it matters; null unless the outcome is `raised`."
    since: date_aliased | None
    "The day from which the condition has been met without a break; null unless the outcome is `raised`."
    state: SignalState
    "What to tell: the outcome, or `muted` while a mute is in force."


class SignalCount(Struct, kw_only=True):
    """
    How many accounts a signal stands at what for.
    """

    clear: int
    "Accounts it is clear for."
    muted: int
    "Accounts it is muted for."
    raised: int
    "Accounts it is raised for."
    signal: SignalKind
    "The signal."
    unknown: int
    "Accounts whose facts are not enough to judge it."


class SignalsVerdict(Struct, kw_only=True):
    """
    The six high-risk signals of an account on a day. Source: `[KRM]`, D12.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day the verdict holds for."
    playbook: str
    "The fingerprint of the playbook."
    signals: list[Signal]
    "The six signals, in the order of their definition."


class SilenceFinding(Struct, kw_only=True):
    """
    How usual the silence since the last order is. Source: `[KRM]`, D14.

    This is the question of chance: how rarely an account that still buys as usual is silent for so long. The rhythm's
    `due`(crate::Cadence::due) is the playbook's rule of thumb, a multiple of the usual interval. An account that orders like
    clockwork is overdue here within days, and there only after half an interval more; one that orders in clumps the other way
    round. Neither says that it has left: that is the lifecycle's judgement.
    """

    as_long: int
    "How many of them were at least as long as the silence; with a season, in the season's time."
    days: int | None
    "Days since the last order; null without one."
    intervals: int
    "The intervals that the rhythm is taken from."
    overdue_from: date_aliased | None
    "The first day on which the silence is overdue, if no order comes; null without a rhythm."
    probability: Decimal | None
    "How probable a silence longer than this is if the account still buys as usual; null without a rhythm. With few intervals it falls slowly, because the rhythm itself is not well known."
    season_adjusted: bool
    "Whether the account's season is taken into account."
    state: SilenceState
    "How usual it is."


class SpendTrend(Struct, kw_only=True):
    """
    Whether an account spends more or less over time. Source: `[KRM]`, D14.
    """

    direction: TrendDirection
    "Up or down where the trend is more than chance, steady where it is not, unknown where none is told."
    first: date_aliased | None
    "The first day of the first period; null where there is none."
    last: date_aliased | None
    "The last day of the last period; null where there is none."
    none: NoTrend | None
    "Why none is told; null where one is."
    period: TrendPeriod | None
    "How long the periods are; null without a rhythm."
    periods: int
    "Whole periods whose spend is known: after the one of the first order, before the one of the verdict."
    periods_left_out: int
    "Whole periods left out, because an amount or its rate is not known."
    slope: SpendSlope | None
    "The slope; null where none is told."


class Stage(Struct, kw_only=True):
    """
    One stage of a pipeline.
    """

    id: str
    "The stable identifier; labels may change, this does not."
    label: LabelPair
    "The label for people."
    phase: StagePhase
    "What the stage means for the money."
    win_probability: Decimal
    "How probable it is that an opportunity in this stage is won (in a booked stage: that it is paid)."
    activity: LabelPair | None = None
    "What we do in this stage."
    aliases: list[str] = field(default_factory=list)
    "Other names under which events name this stage: earlier labels, another system's words."
    end_mark: EndMark | None = None
    "The fact that closes the stage."
    forecast_category: ForecastCategory = "pipeline"
    "How far open opportunities in this stage count in a forecast, where nobody sets it by hand; signed ones are always closed."
    may_create_in: bool = True
    "Whether an opportunity may start here."
    may_leave_backwards: bool = True
    "Whether an opportunity may leave this stage backwards."
    may_skip: bool = True
    "Whether an opportunity may pass over this stage."
    progress: int | None = None
    "How far along the pipeline the stage is, in percent; may pass 100 after the sale. Not a probability."
    required_roles: list[RoleRequirement] = field(default_factory=list)
    "How far each role has to be covered in this stage."
    stall_after_days: int | None = None
    "Days after which an opportunity that stays here is stalled; null means never."


class StageAnalysis(Struct, kw_only=True):
    """
    What follows from the histories for one stage.
    """

    conversion: StageConversion | None
    "How probable it is to get further from it, or to be lost; null where the stage is not an open one."
    stage: str
    "The stage."
    time: StageTime
    "How long opportunities stay in it."


class StakeholderChangeKindStanceChanged(
    Struct, kw_only=True, tag_field="type", tag="stance_changed"
):
    """
    The person's stance changed; null means it became unknown.
    """

    non_supporter: NonSupporterKind | None = None
    "Why the person is not for us; null means unknown, or that they are for us."
    stance: Stance | None = None
    "The new stance."


StakeholderChangeKind: TypeAlias = (
    StakeholderChangeKindRoleTaken
    | StakeholderChangeKindRoleGivenUp
    | StakeholderChangeKindStanceChanged
    | StakeholderChangeKindInfluenceChanged
    | StakeholderChangeKindReportingLineChanged
    | StakeholderChangeKindCoachPositionChanged
    | StakeholderChangeKindInformsCompetitorChanged
    | StakeholderChangeKindDriversChanged
    | StakeholderChangeKindFormalRolesChanged
    | StakeholderChangeKindCommunicationStyleChanged
    | StakeholderChangeKindLeft
)
"\nWhat changed about a person.\n"


class StoppedBuying(Struct, kw_only=True):
    """
    A product or category that an account stopped buying from us while it still buys other things. Source: `[KRM]`, D14.
    """

    category: str | None
    "The category; null for a product without one."
    confidence: Confidence
    "How far the facts carry it."
    last: date_aliased
    "The last of them."
    median_interval_days: Decimal
    "The usual interval between them (median)."
    occasions: int
    "The occasions on which it was bought."
    occasions_since: int
    "The occasions on which the account bought from us since, without it."
    probability: Decimal
    "How probable so long a silence is if it were still bought as before."
    product: str | None
    "The product; null where a whole category stopped."
    reasons: list[Reason]
    "Why."
    replaced_by: ReplacedBy
    "What came instead."
    silence_days: int
    "Days since the last one."
    since: date_aliased
    "The day on which the next was expected: since then it counts as stopped."
    worth_per_year: CurrencySum | None
    "What it brought a year while it was bought, returns netted; null where an amount is not known."


class SummariesVerdict(Struct, kw_only=True):
    """
    A book in the numbers that the models know of it.
    """

    accounts: list[AccountSummary]
    "Accounts that ordered, by identifier."
    as_of: date_aliased
    "The day of the verdict."
    left_out: LifetimeLeftOut
    "What tells nothing."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "By which rules."
    reporting_currency: str
    "The currency of spend."


class SupportBase(Struct, kw_only=True):
    """
    How a committee's people stand towards us on a day, by number and by weight. Source: `[CCA]`, D6.

    Small fry count too, so breadth (people) stands beside weight (influence). Everybody counts who is there on the day
    and does not belong to our own company. A share of influence is taken of all known influence, that of people whose
    stance is unknown included: the unknown never counts as favourable.
    """

    against: SupportGroup
    "Who is hostile."
    as_of: date_aliased
    "The day."
    for_us: SupportGroup
    "Insiders, allies and supporters."
    neutral: SupportGroup
    "Who is neither for nor against us."
    people: int
    "How many people count."
    unknown: SupportGroup
    "Of whom it is not known where they stand."
    without_influence: int
    "How many of them have no known influence and so no part in the shares of influence."


class SupportMover(Struct, kw_only=True):
    """
    Somebody who moved the support base between two days, and by how much.
    """

    effect: Decimal | None
    "By how much it changed our share of influence. The effects of all movers add up to the whole change; who did not move has none. Null where the person's influence is known on neither day, or the whole change is not known."
    from_: Stance | None = field(name="from")
    "Where they stood before; null means unknown, or that they did not count."
    influence_before: Decimal | None
    "Their influence before; null means unknown, or that they did not count."
    influence_now: Decimal | None
    "Their influence now; null means unknown, or that they do not count."
    kind: SupportMoveKind
    "How they moved it."
    on: date_aliased | None
    "The day of the move; null where no dated fact tells it."
    reason: Reason
    "What happened when, and what it changed."
    stakeholder: str
    "The person."
    to: Stance | None
    "Where they stand now; null means unknown, or that they do not count."


class SupportVerdict(Struct, kw_only=True):
    """
    The support base of an opportunity on a day, and how it moved since an earlier one. Source: `[CCA]`, D6.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day the verdict holds for."
    base: SupportBase
    "The support base on the day."
    before: SupportBase
    "The support base at the end of the earlier day."
    breadth_change: Decimal | None
    "By how much our share of people changed; null where nobody counts on one of the days."
    change: Decimal | None
    "By how much our share of influence changed; null where there is none on one of the days."
    movers: list[SupportMover]
    "Who moved it, the largest effect first, then by identifier; unknown effects last."
    opportunity: str
    "The opportunity."
    playbook: str
    "The fingerprint of the playbook."
    reason: Reason
    "The numbers compared, and who moved."
    since: date_aliased
    "The earlier day it is compared with."
    trend: SupportTrend
    "Where the support base is going, by our share of influence."


class SwitchingCost(Struct, kw_only=True):
    """
    What was known of a cost of switching from a day on.
    """

    account: str
    "The account; with the kind and the day it identifies the record."
    kind: SwitchingCostKind
    "The kind of cost."
    on: date_aliased
    "The day from which it was known so."
    level: SwitchingCostLevel | None = None
    "How high it is; null means unknown, which is not low."
    note: str | None = None
    "What it consists of."


class SwitchingCostsVerdict(Struct, kw_only=True):
    """
    What it would cost an account to leave us. Source: `[OCD]`, D10.

    Levels are people's judgements, and costs of different kinds do not add up: there is no sum.
    """

    highest: SwitchingCostLevel | None
    "The highest level known; null where none is."
    kinds: list[SwitchingCostNote]
    "Every kind, in order."
    reasons: list[Reason]
    "Why."
    unknown: list[SwitchingCostKind]
    "The kinds of which no level is known."


class TeamChange(Struct, kw_only=True):
    """
    A change in our own team: in a territory, or for named accounts.
    """

    change: TeamMove
    "What happened."
    function: TeamFunction
    "What the member did for these accounts."
    id: str
    "Identifies the change; unique in a book."
    member: str
    "Who."
    on: date_aliased
    "The day it took effect."
    accounts: list[str] = field(default_factory=list)
    "The accounts it concerns, beside those of the territory."
    territory: str | None = None
    "The territory it concerns; every account of it."


class TierGrid(Struct, kw_only=True):
    """
    The grid of value and potential. An account of unknown value has no tier.
    """

    high: TierRow = field(
        default_factory=lambda: convert(
            {"high": "A", "low": "A", "medium": "A", "unknown": "A"}, type=TierRow
        )
    )
    "Accounts of high value."
    low: TierRow = field(
        default_factory=lambda: convert(
            {"high": "B", "low": "C", "medium": "C", "unknown": "C"}, type=TierRow
        )
    )
    "Accounts of low value."
    medium: TierRow = field(
        default_factory=lambda: convert(
            {"high": "A", "low": "B", "medium": "B", "unknown": "B"}, type=TierRow
        )
    )
    "Accounts of medium value."


class TrajectoryVerdict(Struct, kw_only=True):
    """
    How an account has been buying over time, and what to expect. Source: `[KRM]`, D14.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    currency: str | None
    "The currency of all money here: that of all our orders where they have one in common, else the playbook's reporting currency, at the rate of each order's day; null where no amount is known."
    next_orders: NextOrders
    "The next orders."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "Why."
    regularity: RhythmRegularity | None
    "How regular the intervals are; null without a rhythm."
    returns: ReturnsFinding
    "How returns were netted."
    rhythm: Rhythm
    "The rhythm of our orders: its centre and spread are medians."
    season: SeasonFinding
    "Whether the account buys in certain months."
    silence: SilenceFinding
    "How usual the silence since the last order is."
    stopped_categories: list[StoppedBuying]
    "Categories it stopped buying while it buys in others, by worth."
    stopped_category_count: int
    "How many categories those are."
    stopped_product_count: int
    "How many products those are; the playbook's `most_stopped` are listed."
    stopped_products: list[StoppedBuying]
    "Products it stopped buying while it buys others, by worth; products are looked at where orders name them."
    trend: SpendTrend
    "Whether it spends more or less over time."
    unpriced: list[UnpricedPurchase]
    "Those orders, oldest first; at most a hundred are listed, the latest."
    unpriced_orders: int
    "Orders and returns whose worth is not known in the verdict's currency: what is said of money leaves them out."


class TransitionVerdict(Struct, kw_only=True):
    """
    What came of one event.
    """

    allowed: list[AllowedMove]
    "The moves that are possible now."
    as_of: date_aliased
    "The day the verdict is made."
    kind: MoveKind
    "What the event does."
    opportunity: str
    "The opportunity."
    outcome: TransitionOutcome
    "Whether the event was carried out."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "Why."
    recorded_override: Override | None
    "The override that is recorded with the move."
    state: OpportunityState | None
    "How the opportunity stands now; null where it was to be created and was refused."
    unmet: list[UnmetCriterion]
    "What is unmet; with an override, what it covers."


class WalletVerdict(Struct, kw_only=True):
    """
    How much of what an account buys is ours. Source: `[OCD]`, D10.
    """

    basis: WalletBasis
    "What the share is told from: an estimate of the whole account, if there is one that is neither outdated nor contradicted; else known purchases."
    estimates: list[EstimatedWallet]
    "The latest estimate of every category, that of the whole account first."
    not_ours: CurrencySum | None
    "What the account buys elsewhere in a year: what would make it one whole customer. Null means unknown."
    purchases: WalletSeries | None
    "The share by periods; null where no competitor's purchase is known."
    reasons: list[Reason]
    "Why."
    share: Decimal | None
    "Our part of what the account buys in a year; null means unknown."
    trend: TrendDirection
    "Where it is going: by the periods where they tell, else from one estimate to the next."


class WireError(Struct, kw_only=True):
    """
    Why there is no answer.
    """

    code: ProblemCode
    "The code of the first problem."
    message: str
    "One sentence for a person: the first problem, and how many more there are."
    problems: list[Problem]
    "Every problem."


class AccountCrossSell(Struct, kw_only=True):
    """
    One account beside those that are comparable.
    """

    account: str
    "The account."
    categories: int
    "Categories that it buys from us."
    comparables: int
    "Comparable accounts: others that buy from us."
    comparables_median: Decimal | None
    "The median of the categories that comparable accounts buy; null without such accounts."
    compared_with: list[str]
    "Who they are: the first twenty, by identifier or, where they are found by what they buy, the most similar first."
    no_comparables: NoComparables | None
    "Why it is not compared; null where it is."
    reasons: list[Reason]
    "Why."
    suggestion_count: int
    "How many such categories there are."
    suggestions: list[CategorySuggestion]
    "What comparable accounts buy and it does not, the surest share first; up to the playbook's `most_suggestions`."


class AccountLifetime(Struct, kw_only=True):
    """
    One account that ordered from us.
    """

    account: str
    "The account."
    age_weeks: Decimal
    "Weeks since the first order (T)."
    first: date_aliased
    "The day of its first order."
    frequency: int
    "Repeat order days (x): those after the first."
    last: date_aliased
    "The day of its last."
    prediction: AccountPrediction | None
    "What the models say; null where none could be fitted."
    reasons: list[Reason]
    "Why."
    recency_weeks: Decimal
    "Weeks from the first order to the last (tₓ)."
    standing: CustomerStanding
    "How much it has told."


class AdjustedForecast(Struct, kw_only=True):
    """
    Somebody's own figure for a period, beside what adds up to it; it is in no sum.
    """

    adjustment: ForecastAdjustment
    "The figure, by whom, and what it is for."
    amounts: ForecastRow
    "What adds up to that: of these members, in these days, of this category, which holds all that is surer too where categories are cumulative. In the reporting currency."
    expected: AdjustedSum
    "What is signed whole, and what is open weighted by its probability."
    superseded_by: str | None
    "The last figure that the same person gave later for the same; null where this is it."
    total: AdjustedSum
    "Open, signed and paid together, each whole."


class BacktestPoint(Struct, kw_only=True):
    """
    One past period: what was known on its eve, what was forecast, and what came.
    """

    actual: CurrencySum
    "What the deals that were forecast brought in it: what was signed, at its worth and rate when signed, as known at the period's end."
    actual_deals: int
    "How many of them were signed."
    made_on: date_aliased
    "The last day that the forecast knew of: the one before the period."
    methods: list[MethodForecast]
    "What each method said."
    new_deals: DealsBeside
    "What came from deals that did not exist then: no method could know of them."
    other_deals: DealsBeside
    "What came from deals that existed then and were not open, or not in the scope asked for: taken up again, or taken over."
    period: Period
    "The period that was forecast."
    receipt: BacktestReceipt
    "Where the deals that were open then went."


class BacktestVerdict(Struct, kw_only=True):
    """
    Past forecasts as they would have been made, held against what came.
    """

    as_of: date_aliased
    "The day of the verdict."
    best: BestMethod | None
    "The best; null where nothing was forecast."
    best_by: list[BestByScore]
    "The best by each score that there is."
    comparisons: list[MethodComparison]
    "How each differs from the stage defaults."
    earlier_periods: int
    "Periods before these that are not looked at, because there are too many."
    floor: int
    "Below how many periods with a forecast the history is called insufficient."
    insufficient_history: bool
    "Whether there are too few periods to tell methods apart."
    left_out: list[BacktestLeftOut]
    "The deals left out of any period, in the order of identifiers."
    methods: list[MethodScores]
    "How good each method was."
    playbook: str
    "Fingerprint of the playbook."
    points: list[BacktestPoint]
    "The periods, in time order."
    reasons: list[Reason]
    "Why."
    reporting_currency: str
    "The currency of all amounts."
    unit: PeriodUnit
    "How long the periods are."


class Blocker(Struct, kw_only=True):
    """
    Somebody who bars the way to a person.
    """

    kind: BlockerKind
    "How they bar it."
    reason: Reason
    "What shows it."
    stakeholder: str
    "Who does."


class BookCheck(Struct, kw_only=True):
    """
    How a book was understood.
    """

    counts: list[FactCount]
    "Rows read and used, by table."
    left_out: list[Problem]
    "Facts that cannot be used, each with its path."


class BookDistributionRequest(Struct, kw_only=True):
    """
    Asks for the exact distribution of what a set of deals may bring.
    """

    deals: list[DealOdds]
    "The deals, all of one currency."
    contributions: bool | None = None
    "Whether to tell what each deal adds to the mean and to the odds of the quota; null means no."
    market_correlation: Decimal | None = None
    "How much the deals have a common market in what decides them, from 0 to below 1; null means 0: independent deals."
    quota: Money | None = None
    "The amount whose odds are asked for; null means none. Where there are no deals it says the currency."


class Bottlenecks(Struct, kw_only=True):
    """
    The open stages that hold a pipeline up, among those that at least five opportunities entered.
    """

    leakiest: str | None
    "The stage with the highest probability to be lost before getting further; null where no stage has seen enough, or nothing was lost."
    reasons: list[Reason]
    "Why."
    slowest: str | None
    "The stage with the longest median time, of equals the one with the longer upper quartile; one that half have not left yet is slower than any that half have. Null where no stage has seen enough."


class Cohort(Struct, kw_only=True):
    """
    The opportunities created in one month.
    """

    ages: list[CohortAge]
    "How they stood at the end of this month and of the months after, as far as these are over."
    month: str
    "The month of creation."
    opportunities: int
    "Opportunities created in it."


class CohortsVerdict(Struct, kw_only=True):
    """
    Cohorts by month of creation.
    """

    as_of: date_aliased
    "The day of the verdict."
    cohorts: list[Cohort]
    "The cohorts, in time order; months in which none was created are left out."
    not_created_yet: int
    "Opportunities without an event up to the day of the verdict: in no cohort."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "What it rests on."


class CommitteeMap(Struct, kw_only=True):
    """
    A buying committee as a picture, for whoever draws it: everything has its place. Source: `[CCA]`, D9.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day the map holds for."
    contacts: list[MapContact]
    "The contacts with those who are there, by person and member."
    height: int
    "How high the drawing is."
    links: list[MapLink]
    "The lines between them, by kind and people."
    members: list[MapMember]
    "Our own people who were in contact with somebody on the map, from left to right."
    opportunity: str
    "The opportunity."
    people: list[MapPerson]
    "Everybody ever in the committee, and those outside with a line to one of them, by identifier."
    playbook: str
    "The fingerprint of the playbook."
    stage: str | None
    "The opportunity's stage on the day; null where it is not known."
    width: int
    "How wide the drawing is. A letter of a name is taken to be about 6.5 wide and 12 high; names stand under the circles and have room for 14 letters in each of two lines."


class ComplianceFinding(Struct, kw_only=True):
    """
    Something recorded that has to be looked into. The one thing to do about it is to report it.
    """

    kind: ComplianceKind
    "What it is about."
    next_move: NextMove
    "What to do: report it."
    on: date_aliased | None
    "The day: of a driver, the first from which it is recorded without a break, null where it always was; of expenses, the latest."
    opportunity: str | None
    "The opportunity; null where none in particular is named."
    reason: Reason
    "The rule, the numbers and the facts."
    severity: Severity
    "How much it matters."
    stakeholder: str | None
    "The person; null where the expenses name nobody."


class ConcentrationVerdict(Struct, kw_only=True):
    """
    How unevenly the money of a period is spread. Source: D19.
    """

    as_of: date_aliased
    "The day of the verdict."
    by: ConcentrationUnit
    "Whose money is one."
    curve: list[LorenzPoint]
    "The Lorenz curve from nobody to everybody, at most 101 points of it; empty where there is no money."
    equal_accounts: Decimal | None
    "How many holders of one size would be as concentrated by that index; null likewise."
    gini: Decimal | None
    "The Gini coefficient; null where there is no money."
    gini_corrected: Decimal | None
    "The same with the correction for few holders, n ÷ (n − 1); null for a single one too."
    herfindahl: Decimal | None
    "The Herfindahl–Hirschman index, from 1 ÷ n to 1; null where there is no money."
    holders: list[ValueHolder]
    "Who holds it, the most first; equals by identifier."
    money: CurrencySum
    "The money of all holders."
    negative: list[ValueHolder]
    "Who sent more back than they bought, the least first: not part of the curve, nor of any sum here."
    period: Period | None
    "The days whose purchases count; null means all up to the day of the verdict."
    playbook: str
    "Fingerprint of the playbook."
    reach: TargetReach
    "How few hold a part of the money."
    reasons: list[Reason]
    "Why."
    reporting_currency: str
    "The currency of all sums."
    top: TopShare
    "What the top part of the holders holds."
    unknown: list[str]
    "Who bought or sent back, but nothing of it has a price: not part of the curve."
    unpriced: list[UnpricedOrder]
    "Orders and returns of the period that have no price, by account, day and identifier."
    without_purchases: int
    "Accounts that bought nothing from us in the period."


class CoverageGap(Struct, kw_only=True):
    """
    One thing that is missing, how much it matters, why, and what to do next.
    """

    kind: CoverageGapKind
    "What is missing."
    next_move: NextMove
    "What to do next."
    reason: Reason
    "The rule, the numbers compared, and the facts."
    role: BuyingRole | None
    "The role it concerns; null where it concerns the committee as a whole."
    severity: Severity
    "How much it matters at this stage."
    stakeholders: list[str]
    "The people it concerns, by identifier; empty where nobody is known."


class CoverageVerdict(Struct, kw_only=True):
    """
    How far a buying committee is covered on a day, and what is missing. Source: `[KRM]`, D5.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day the verdict holds for."
    gaps: list[CoverageGap]
    "What is missing: the most severe first, then by kind, role and people."
    left: list[str]
    "People of the committee who left the customer, by identifier."
    opportunity: str
    "The opportunity."
    people: list[CommitteePerson]
    "Everybody who ever sat in the committee, by identifier."
    playbook: str
    "The fingerprint of the playbook."
    roles: list[RoleCoverage]
    "The four roles, in the order of their definition."
    score: CoverageScore | None
    "How far the committee as a whole is covered, with the parts it is made of; null where the stage asks nothing or is not known."
    stage: str | None
    "The stage whose requirements were held against the committee; null where it is not known."
    veto_risk: VetoRisk
    "Whether a technical gatekeeper might say no."
    without_role: list[str]
    "People of the committee who are there and of whom no role is known, by identifier."


class CriterionFinding(Struct, kw_only=True):
    """
    Whether one criterion of a key account is met.
    """

    criterion: KeyCriterion
    "The criterion."
    reason: Reason
    "Why."
    state: KeyFindingState
    "Whether it is met."


class CrossSellVerdict(Struct, kw_only=True):
    """
    What comparable accounts buy and an account does not, for every account asked for. Source: `[KRM]`, D14.
    """

    accounts: list[AccountCrossSell]
    "The accounts, by identifier."
    as_of: date_aliased
    "The day of the verdict."
    basis: ComparableBasis
    "Which accounts are comparable."
    currency: str | None
    "The currency of what is spent: that of all our orders where they have one in common, else the playbook's reporting currency; null where no amount is known."
    playbook: str
    "Fingerprint of the playbook."
    uncategorised_orders: int
    "Orders from us within those days that name no category; they are left out."
    unpriced_orders: int
    "Orders and returns whose worth is not known in that currency; what is spent leaves those accounts out that they concern."
    window: Period
    "The days looked at: a category is bought if there is an order in them that did not wholly come back. What the account itself stopped buying by its own rhythm does not count as bought, however recent."


class DealTiming(Struct, kw_only=True):
    """
    When an open opportunity is won.
    """

    account: str
    "The account."
    basis: TimingBasis
    "What the chances rest on."
    chances: list[WinChance]
    "The chances by each day asked for, in the order asked."
    close_date: date_aliased | None
    "The day it is expected to be signed; null means unknown."
    days_in_stage: int
    "Whole days in it, since it was last entered."
    lasted_longer: int
    "Of these, those that lasted beyond its days in the stage: what its timing rests on."
    opportunity: str
    "The opportunity."
    pipeline: str
    "The pipeline it is in."
    reasons: list[Reason]
    "Why."
    stage: str
    "The stage it is in."
    visits: int
    "Visits to the stage in the histories, of this opportunity too."
    won_ever: Decimal
    "The learned probability that it is won at all, whenever: from its stage, whatever its age."


class DiagnosisStep(Struct, kw_only=True):
    """
    One step of a diagnosis.
    """

    reasons: list[Reason]
    "Why: first what it is stuck at, then what is left to do, then what is not known; the gravest first."
    severity: Severity | None
    "The severity of the gravest reason; null where the step is clear."
    state: StepState
    "How it stands."
    step: DiagnosisStepKind
    "The step."


class DirectionStatus(Struct, kw_only=True):
    """
    Whether we can work towards the decision from one side.
    """

    direction: WorkingDirection
    "The direction."
    is_open: bool | None
    "Whether somebody carries us that way; null where no decision maker is known."
    reason: Reason
    "Why."
    stakeholders: list[str]
    "Who does, by identifier."


class Finding(Struct, kw_only=True):
    """
    One thing to see to, with its reason.
    """

    detail: str
    "The word of its vocabulary, such as `decision_maker_never_met` or `new_technology`."
    kind: FindingKind
    "What it is about."
    next_move: str | None
    "The word of the next move or play, where there is one; `labels` has its text in both languages."
    opportunity: str | None
    "The opportunity it concerns; null where it concerns the account."
    reason: Reason
    "Why."
    severity: Severity
    "How much it matters."


class FitRoundModelRequest(Struct, kw_only=True):
    """
    Asks to fit the model of purchases in rounds (BG/BB): tenders, seasons, renewals.
    """

    summaries: RoundColumns
    "In how many rounds each account bought, when last, and how many there were."
    priors: list[ParameterPrior] | None = None
    "What is believed of the parameters beforehand; null means nothing."


class FitSpendModelRequest(Struct, kw_only=True):
    """
    Asks to fit the model of what repeat purchases are worth (Gamma-Gamma).
    """

    summaries: SpendColumns
    "How often each account bought again, and the mean amount."
    priors: list[ParameterPrior] | None = None
    "What is believed of the parameters beforehand; null means nothing."


class ForecastReceipt(Struct, kw_only=True):
    """
    Where every opportunity went: the parts add up to the whole.

    `opportunities = open + booked + realised + lost + not_created_yet`, and
    `open + booked + realised = priced + unpriced + omitted`. The same is told with what they are worth in `parts`, which
    add up to `whole` in counts and, by currency, in sums.
    """

    booked: int
    "Booked ones, priced or not."
    causes: list[CauseCount]
    "What the unpriced ones lack."
    lost: int
    "Lost ones."
    not_created_yet: int
    "Those that had no event up to the day of the verdict."
    omitted: int
    "Open ones left out of the sums by their forecast category."
    open: int
    "Open ones, priced or not, parked ones too."
    opportunities: int
    "Opportunities looked at."
    overdue: int
    "Of the open ones, those whose close date has passed."
    parked: int
    "Of the open ones, those parked."
    parts: list[ReceiptPart]
    "Every opportunity in the one part it went to; parts that nothing went to are not listed."
    priced: int
    "Those in the sums."
    realised: int
    "Realised ones, priced or not."
    unpriced: int
    "Those left out of the sums."
    whole: ReceiptWhole
    "All of them together."


class ForecastSummary(Struct, kw_only=True):
    """
    The sums of a forecast.
    """

    amounts: ForecastRow
    "Everything."
    by_currency: list[CurrencyForecast]
    "By currency, in that currency; unlike the other sums, opportunities that only lack a rate are in these."
    by_owner: list[OwnerForecast]
    "By who gets credit, which is the owner where it is not split, in the order of identifiers, nobody first."
    by_quarter: list[QuarterForecast]
    "By fiscal quarter, in time order."
    receipt: ForecastReceipt
    "Where every opportunity went."
    reporting_currency: str
    "The currency of all sums but those by currency."


class ForecastVerdict(Struct, kw_only=True):
    """
    A forecast: sums, the opportunities behind them, and those that could not be priced.
    """

    as_of: date_aliased
    "The day of the verdict."
    deals: list[PricedDeal]
    "The opportunities in the sums, in the order they were given."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "The rules behind the sums."
    summary: ForecastSummary
    "The sums."
    unpriced: list[UnpricedDeal]
    "The opportunities left out, and why."


class Gate(Struct, kw_only=True):
    """
    How a project stands at one gate.
    """

    gate: GateKind
    "The gate."
    reasons: list[Reason]
    "Why: what keeps it from being passed, what is not passed before what is not known, or else what carries it."
    severity: Severity | None
    "How much it matters that it is not; null where it is passed."
    state: GateState
    "Whether it is passed."


class GatesVerdict(Struct, kw_only=True):
    """
    How a project stands at the three gates on a day, and what is known of it.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day the verdict holds for."
    gates: list[Gate]
    "The three gates, in the order of their definition."
    information: list[InformationStatus]
    "The nine information points, in the order of their definition."
    is_safe: bool
    "Whether all three gates are passed."
    opportunity: str
    "The opportunity."
    playbook: str
    "The fingerprint of the playbook."
    stage: str | None
    "The stage on the day; null where it is not known."


class HistoryVerdict(Struct, kw_only=True):
    """
    What a history adds up to on a day.
    """

    account: str
    "The account."
    anomalies: list[Anomaly]
    "What is odd, in the order of the history."
    as_of: date_aliased
    "The day of the verdict."
    conformance: Conformance
    "How often it did what the playbook has rules about."
    events_after_as_of: int
    "Events dated after the day of the verdict: not known then."
    events_used: int
    "Events that the state rests on."
    opportunity: str
    "The opportunity."
    pipeline: str | None
    "The pipeline it is in; null where it names one that the playbook lacks."
    playbook: str
    "Fingerprint of the playbook."
    product_line: str | None
    "The product line it is about."
    reasons: list[Reason]
    "Why it stands as it does."
    stall: Stall | None
    "Whether it stands still; null where it is not open, its stage is unknown, or the stage has no threshold."
    state: OpportunityState | None
    "How it stands; null where nothing had happened yet."
    statuses: list[StatusSpell]
    "Its statuses over time, in order: every closing stands here, also one that was taken back."
    territory: str | None
    "The territory it counts for."
    timeline: list[StageVisit]
    "Its stays in stages, in order."


class JudgedBacktestVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: BacktestVerdict
    "The verdict."


class JudgedCohortsVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: CohortsVerdict
    "The verdict."


class JudgedCommitteeMap(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: CommitteeMap
    "The verdict."


class JudgedConcentrationVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: ConcentrationVerdict
    "The verdict."


class JudgedCoverageVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: CoverageVerdict
    "The verdict."


class JudgedCrossSellVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: CrossSellVerdict
    "The verdict."


class JudgedForecastVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: ForecastVerdict
    "The verdict."


class JudgedGatesVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: GatesVerdict
    "The verdict."


class JudgedHistoryVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: HistoryVerdict
    "The verdict."


class JudgedRetentionVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: RetentionVerdict
    "The verdict."


class JudgedRfmVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: RfmVerdict
    "The verdict."


class JudgedSignalsVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: SignalsVerdict
    "The verdict."


class JudgedSummariesVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: SummariesVerdict
    "The verdict."


class JudgedSupportVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: SupportVerdict
    "The verdict."


class JudgedTrajectoryVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: TrajectoryVerdict
    "The verdict."


class JudgedTransitionVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: TransitionVerdict
    "The verdict."


class KeyAccountPolicy(Struct, kw_only=True):
    """
    How key accounts are told from ordinary ones, what kinds they are of, and their tiers. Source: `[KRM]`, `[CCA]`,
    `[OCD]`, D19, for the criteria, the kinds and what tiers go by; the thresholds are ours.

    What is large is told beside the other accounts of the book, as a multiple of the median of those that bought within
    the last 365 days, so that it needs no currency; an amount may be given instead.
    """

    committee_people: int = 5
    "People in the committee of one opportunity from which a decision is complex…"
    committee_roles: int = 3
    "…or different buying roles in it."
    criteria_needed: int = 2
    "How many of the three criteria (complex decision, large sum, many people) make a key account, 1 to 3."
    frequency_multiple: Decimal = Decimal("2")
    "…and of the median number of purchase occasions, by its frequency."
    grid: TierGrid = field(
        default_factory=lambda: convert(
            {
                "high": {"high": "A", "low": "A", "medium": "A", "unknown": "A"},
                "low": {"high": "B", "low": "C", "medium": "C", "unknown": "C"},
                "medium": {"high": "A", "low": "B", "medium": "B", "unknown": "B"},
            },
            type=TierGrid,
        )
    )
    "The tiers by value and potential."
    high_share: Decimal = Decimal("0.8")
    "The largest accounts that together bring this part of all value are high…"
    important_industries: list[str] = field(
        default_factory=lambda: [
            "government",
            "public administration",
            "courts",
            "judiciary",
            "justice",
            "health",
            "healthcare",
            "health care",
            "hospitals",
            "education",
            "higher education",
            "media",
            "政府",
            "政府机关",
            "公共管理",
            "法院",
            "司法",
            "医疗",
            "卫生",
            "医院",
            "教育",
            "媒体",
        ]
    )
    "The industries of important accounts, whatever their capitals."
    large_sum: Money | None = None
    "What is spent in a year, or one opportunity, from which the sum is large; null means by the multiple."
    large_sum_multiple: Decimal = Decimal("3")
    "Multiple of the median spend from which the sum is large."
    many_people: int = 6
    "Known people of the account from which they are many."
    medium_share: Decimal = Decimal("0.95")
    "…and those that follow, up to this part, medium."
    minimum_accounts: int = 5
    "Fewest accounts that bought within the last 365 days from which medians are taken."
    potential_multiple: Decimal = Decimal("3")
    "Multiple of the median spend from which an account is strategic by its potential…"
    rivals: int = 2
    "…and competitors at work there from which it is by being their target."
    volume_multiple: Decimal = Decimal("3")
    "Multiple of the median spend from which an account is economic by its volume…"


class KeyPerson(Struct, kw_only=True):
    """
    A person's place in the ranking of those who count for the decision. Source: `[CCA]`, D6.
    """

    centrality: Decimal | None
    "Their betweenness: of all pairs of others, the share whose shortest ties run through them. Null means not computed, because the account has too many people and ties."
    in_committee: bool
    "Whether they sit in the buying committee."
    influence: Decimal | None
    "How much their word counts; null means unknown."
    rank: int
    "The place, from 1."
    reason: Reason
    "The numbers behind it."
    score: Decimal | None
    "Influence and centrality in one, 0 to 100; null where the influence is unknown."
    stakeholder: str
    "The person."
    stance: Stance | None
    "Where they stand; null means unknown."


class KindFinding(Struct, kw_only=True):
    """
    Whether an account is of a kind.
    """

    kind: KeyAccountKind
    "The kind."
    reasons: list[Reason]
    "What each of its rules says."
    state: KeyFindingState
    "Whether the account is of it: one of its rules is met."


class LearnedRate(Struct, kw_only=True):
    """
    What is known of a win rate: a beta distribution with the shapes `alpha` and `beta`.

    Mean and intervals are those of the published shapes: anyone can compute them again.
    """

    alpha: Decimal
    "What the prior and the history together are worth in won opportunities."
    basis: WinRateBasis
    "What it rests on."
    beta: Decimal
    "What they are worth in lost ones."
    counts: DecisionCounts
    "The opportunities behind it."
    insufficient_history: bool
    "Whether `effective_decided` is below the floor: the rate is then mostly what was assumed."
    intervals: CredibleIntervals | None
    "The ranges it lies in; null where neither the history nor the prior says anything."
    rate: Decimal
    "The mean: the probability that the next one is won."
    reasons: list[Reason]
    "Why it is as it is."


class LifecycleVerdict(Struct, kw_only=True):
    """
    The phase of its life that an account is in. Source: `[KRM]`, `[OCD]`, D11.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    checks: list[PhaseCheck]
    "The latest twelve checks, oldest first; the last one is of this day."
    confidence: Confidence
    "How far the facts carry it."
    phase: LifecyclePhase
    "The phase that counts: confirmed by several checks in a row."
    playbook: str
    "Fingerprint of the playbook."
    raw_phase: LifecyclePhase
    "The phase by the facts of this day alone."
    reasons: list[Reason]
    "Why."
    relationship: RelationshipPhase
    "The phase that counts, in the terms of the other text."
    rhythm: Rhythm
    "The rhythm that silence is measured by, whether an order is overdue, and when the next one is expected."
    since: date_aliased
    "The first of the checks in a row that made the phase count; where an order made it count at once, the day of the order."
    since_or_earlier: bool
    "Whether it may have begun earlier: the account is a prospect, and that check is the oldest one looked at."
    trend: PurchaseTrend | None
    "Two windows compared; null where silence or a short history decides."


class LifetimePolicy(Struct, kw_only=True):
    """
    How lifetime values are computed, D20. All numbers are ours: the texts give none.
    """

    annual_discount_rate: Decimal = Decimal("0.1")
    "The effective discount rate of a year: 0.1 makes 1.10 in a year worth 1.00 today."
    horizons_days: list[int] = field(default_factory=lambda: [91, 365, 1095])
    "The days ahead that purchases and values are told for, ascending; at most ten of them, at most a hundred years."
    margin: Decimal | None = None
    "The part of sales that is margin; null means unknown, and values are of sales."
    minimum_accounts: int = 30
    "Fewest accounts with an order that a model of the portfolio is fitted on, without priors."
    minimum_repeaters: int = 10
    "Fewest of them that ordered again, without priors; so many amounts are needed for a model of spend, too."
    model: PurchaseModel = field(
        default_factory=lambda: convert(
            {"regularity": None, "type": "mbg_cnbd"}, type=PurchaseModel
        )
    )
    "The model of purchases. By default MBG/CNBD-k, whose regularity k is chosen by likelihood: accounts in B2B have a rhythm, and where they have none, k = 1 says so."
    priors: list[ParameterPrior] = field(default_factory=list)
    "What is believed of parameters beforehand, by parameter: with one for each parameter of the model, portfolios that are too small to tell them are judged nevertheless, and the verdict says so. Times are in weeks, amounts in the reporting currency."
    retention_years: int = 10
    "Years that a retention scenario of a fitted portfolio looks ahead, at most 50."


class LoyaltyFinding(Struct, kw_only=True):
    """
    A pattern with what it rests on.
    """

    basis: LoyaltyBasis
    "What it is told from."
    choices: int
    "The choices judged: the latest of them, up to the playbook's `window_choices`."
    confidence: Confidence
    "How far the facts carry it. From our own orders only it is never high."
    legend: list[SequenceLetter]
    "What the letters stand for; empty where there is no sequence."
    movement: SupplierMove | None
    "The move of a changing pattern; null with every other pattern."
    our_share_of_orders: Decimal | None
    "Our part of the choices judged; null where competitors' orders are not known."
    pattern: LoyaltyPattern
    "The pattern."
    reasons: list[Reason]
    "Why."
    rejected: RejectedPattern | None
    "The pattern that came closest; null where there were too few choices to weigh any."
    sequence: str | None
    "The choices judged as letters, oldest first, A for us; null where only our own orders are known."
    share_of_wallet: Decimal | None
    "Our part of the money spent from the first choice judged on, returns netted; null where competitors' orders, an amount, or a common currency is not known."


class MarketCorrelationVerdict(Struct, kw_only=True):
    """
    How much deals have the market in common, and what that was learned from.
    """

    as_of: date_aliased
    "The day of the verdict."
    correlation: Decimal | None
    "The likeliest correlation; null where nothing can be told."
    decided: int
    "All deals decided in them."
    finding: MarketFinding
    "What history tells."
    from_later_days: int
    "Histories replayed up to a later day than `as_of`, which are left out."
    in_current_quarter: int
    "Deals decided in the quarter of `as_of`, which is not over and not counted."
    insufficient_history: bool
    "Whether quarters or deals are fewer than the floor."
    interval: CorrelationInterval | None
    "Which correlations are not ruled out; null where nothing can be told."
    playbook: str
    "The fingerprint of the playbook."
    quarters: list[MarketQuarter]
    "The quarters that are over in which anything was decided, in order."
    reasons: list[Reason]
    "Why."
    win_rate: Decimal | None
    "The win rate that is likeliest with this correlation; null where nothing can be told."
    won: int
    "Of these, signed."


class ModelFit(Struct, kw_only=True):
    """
    What fitting a model found.
    """

    accounts: int
    "How many accounts there were."
    akaike: Decimal | None
    "Akaike's criterion, 2 × parameters − 2 × log-likelihood: of two models of the same accounts, the lower is the better one. Null where nothing was fitted."
    cells: int
    "How many different summaries they have."
    covariance: list[list[Decimal]] | None
    "The covariance of the parameters, in their order; null where the maximum is not inside. With priors, that of the posterior's curvature."
    estimates: list[ParameterEstimate]
    "The parameters in the model's order; empty where nothing was fitted."
    iterations: int
    "How often the likelihood was computed."
    log_likelihood: Decimal | None
    "The log-likelihood at the parameters, without priors; null where nothing was fitted."
    reasons: list[Reason]
    "Why it ended so, and what to do."
    repeaters: int
    "How many of them bought more than once."
    schwarz: Decimal | None
    "Schwarz' criterion (BIC), which charges the logarithm of the accounts' weight for each parameter. Null where nothing was fitted."
    status: FitStatus
    "How it ended."
    with_priors: bool
    "Whether priors were used."


class MovementVerdict(Struct, kw_only=True):
    """
    What a pipeline was worth at the end of one day, what it is worth at the end of another, and every step between.
    """

    currencies: list[CurrencyMovement]
    "The movement of each currency, in the order of their codes. They are never added up."
    from_: date_aliased = field(name="from")
    "The day at whose end it opens."
    opportunities: int
    "Opportunities looked at."
    period: Period | None
    "The days in which an opportunity has to close to count; null where all count."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "What it rests on, and what is left out."
    reporting: ReportedMovement | None
    "All of them in the playbook's reporting currency; null where a rate is missing."
    steps: list[MovementStep]
    "Every step, by day, opportunity and kind."
    to: date_aliased
    "The day at whose end it closes."
    without_amount: UnknownAmounts
    "Opportunities in the pipeline whose amount is unknown."


class OpportunityReview(Struct, kw_only=True):
    """
    The verdicts on one opportunity.
    """

    coverage: CoverageVerdict | None
    "The coverage of its buying committee; null where it is realised, lost or had not begun."
    history: HistoryVerdict
    "Its history, and where it stands."
    name: str | None
    "Its name."


class PeriodBookings(Struct, kw_only=True):
    """
    The bookings of one period, in the reporting currency.
    """

    booked: BookedTotal
    "What was signed within it up to the day of the verdict."
    bookings: BookingSummary
    "The distribution of both together."
    deals: list[BookingDeal]
    "The opportunities in it, in the order of accounts and identifiers."
    open: Amounts
    "What is open and may be signed within it, weighted by the chance of that."
    outside: int
    "Open ones that have their place outside it, and ones that were signed within another of the periods."
    period: Period
    "The period."
    quota: QuotaStanding | None
    "How it stands towards the quota; null where none was given."


class PhaseFlow(Struct, kw_only=True):
    """
    How the accounts moved from one day to another.
    """

    entered: int
    "Accounts whose first order came."
    from_: date_aliased = field(name="from")
    "The day before."
    improved: int
    "Accounts in a healthier phase."
    links: list[PhaseLink]
    "Every way that an account took, in the order of the phases before and after."
    matured: int
    "Accounts that grew and are mature now."
    stayed: int
    "Accounts in the same phase as before."
    to: date_aliased
    "The day after."
    worsened: int
    "Accounts in a less healthy phase."


class PhaseSpan(Struct, kw_only=True):
    """
    A time in one phase.
    """

    at_once: bool
    "Whether an order made it count at once."
    confirmed_on: date_aliased
    "The day from which it counted: of the check that confirmed it. Before, the phase before was what could be known."
    days: int
    "How many days it has."
    from_: date_aliased = field(name="from")
    "The first day: of the first of the checks in a row that made the phase count, or of the order that did; of the time as a prospect, the day of the first fact."
    in_high_risk_band: bool
    "Whether it is the high-risk band, in which early warning buys time."
    phase: LifecyclePhase
    "The phase."
    raw_phase: LifecyclePhase
    "The phase by the facts of the first check alone."
    reason: Reason
    "Why it is this phase."
    relationship: RelationshipPhase
    "The phase in the terms of the other text."
    to: date_aliased
    "The last day; of the last span, the day of the verdict."


class Pipeline(Struct, kw_only=True):
    """
    The stages an opportunity moves through, in order.
    """

    id: str
    "The stable identifier."
    label: LabelPair
    "The label for people."
    stages: list[Stage]
    "The stages from first to last: open ones, then booked, realised, post-sale."
    lost_names: list[str] = field(default_factory=list)
    "Names under which events name the loss, where the source keeps it among the stages: `Closed Lost`."


class PipelineAnalysis(Struct, kw_only=True):
    """
    What follows from the histories in one pipeline.

    Time in stage and conversion count every opportunity that was ever in one of its stages; the rest counts those that
    are in the pipeline now.
    """

    anomalies: list[AnomalyCount]
    "What was odd in the histories."
    bottlenecks: Bottlenecks
    "Where opportunities stay longest, and where most are lost."
    close_dates: CloseDateSlip
    "How close dates slip."
    conformance: ConformanceSummary
    "Whether the moves kept to the rules."
    cycle: CycleLength
    "How long opportunities take from their creation to being won or lost."
    losses: list[LossGroup]
    "What was lost, by stage, reason and competitor."
    opportunities: int
    "Opportunities that are in it, open or closed."
    pipeline: str
    "The pipeline."
    stages: list[StageAnalysis]
    "Its stages, in order."
    stalled: list[StalledOpportunity]
    "Open opportunities that stand still, those longest over their threshold first."
    statuses: StatusCounts
    "How they stand."
    velocity: list[Velocity]
    "What it brings in a day, by currency."
    visits_to_unknown_stages: int
    "Visits to stages that it lacks: in no stage's numbers."
    win_rate: WinRate
    "What part was won."


class PlanGap(Struct, kw_only=True):
    """
    One thing that a plan lacks.
    """

    kind: PlanGapKind
    "What is missing."
    reason: Reason
    "The rule, the numbers and the facts."
    severity: Severity
    "How much it matters."


class PlanStatus(Struct, kw_only=True):
    """
    The breakthrough plan that holds on a day, and what it lacks.
    """

    gaps: list[PlanGap]
    "What it lacks, and what its tasks lack: the gravest first, then by kind. Empty once the opportunity is decided."
    plan: BreakthroughPlan | None
    "The latest plan made up to the day; null where there is none."


class PlanVerdict(Struct, kw_only=True):
    """
    What would come of an event, without carrying it out.
    """

    allowed: bool
    "Whether it may be done as it is asked, with the override it carries, if it carries one."
    as_of: date_aliased
    "The day of the verdict."
    kind: MoveKind
    "What the event would do."
    moves: list[AllowedMove]
    "The moves that are possible now instead."
    opportunity: str
    "The opportunity."
    outcome: TransitionOutcome
    "What `apply_event`(super::apply_event) would say."
    override_needed: OverrideNeed | None
    "What overriding would record; null where nothing is unmet, or something is that nobody can override."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "Why."
    state_after: OpportunityState | None
    "How it would stand then; null where nobody could let it pass."
    unmet: list[UnmetCriterion]
    "Every criterion that is unmet."


class PortfolioReview(Struct, kw_only=True):
    """
    What the accounts come to together.
    """

    accounts: int
    "Accounts reviewed."
    by_pattern: list[PatternCount]
    "Accounts by loyalty pattern, every pattern."
    by_phase: list[PhaseCount]
    "Accounts by lifecycle phase, every phase."
    by_severity: list[SeverityCount]
    "Findings by severity, most severe first."
    by_signal: list[SignalCount]
    "Accounts by signal, every signal."
    forecast: ForecastSummary
    "The forecast of all opportunities."


class PurchaseGrid(Struct, kw_only=True):
    """
    A model over frequencies and recencies.

    An account that never ordered again has no recency but 0, and one that did has none of 0: those cells are null.
    """

    expected_purchases: list[list[Decimal | None]]
    "The purchases expected in the horizon, by frequency and recency."
    frequencies: list[int]
    "The frequencies, from 0: one for each row."
    options: GridOptions
    "What was asked for."
    parameters: PurchaseModelParameters
    "The model with its parameters."
    probability_alive: list[list[Decimal | None]]
    "The probability to be alive, by frequency and recency."
    recencies: list[Decimal]
    "The recencies, from 0 to the age: one for each column."


class PurchaseModelFit(Struct, kw_only=True):
    """
    A purchase model fitted to accounts.
    """

    found: ModelFit
    "How the fit went: status, errors, covariance, likelihood."
    parameters: PurchaseModelParameters | None
    "The model with the parameters found; null where nothing was fitted."
    trials: list[RegularityTrial]
    "The regularities that were tried, where one was to be chosen; empty otherwise."


class PurchaseModelGridRequest(Struct, kw_only=True):
    """
    Asks for a model over a grid of frequencies and recencies, for a heat map.
    """

    grid: GridOptions
    "The grid."
    parameters: PurchaseModelParameters
    "The model with its parameters."


class ReachPath(Struct, kw_only=True):
    """
    A way to somebody through people who are for us, none of them twice.
    """

    distance: int
    "The trust distance of all steps."
    member: str | None
    "Who of us was last in recent contact with the first person; null where that is not recorded."
    steps: list[ReachStep]
    "From the first person, who is in recent contact with us, to the one to be reached."


class RfmPolicy(Struct, kw_only=True):
    """
    How accounts are scored by recency, frequency and money, and what the scores are called.

    The bands are made for firms that order about every quarter: a silence of one interval is the best recency and of four
    the worst, and eight orders in the two years looked at are a good frequency. Bands and segments are ours; the names are
    the field's.
    """

    first_to_last_days: list[int] = field(default_factory=lambda: [91, 365, 730, 1460])
    "The fewest days from the first to the last order that score 2, 3, 4 and 5; rising."
    money: list[Decimal] = field(
        default_factory=lambda: [
            Decimal("5000"),
            Decimal("25000"),
            Decimal("100000"),
            Decimal("500000"),
        ]
    )
    "The least money, in the reporting currency, that scores 2, 3, 4 and 5; rising."
    orders: list[int] = field(default_factory=lambda: [2, 4, 7, 12])
    "The fewest orders that score 2, 3, 4 and 5; rising."
    recency_days: list[int] = field(default_factory=lambda: [100, 190, 280, 365])
    "The most days since the last order that still score 5, 4, 3 and 2; rising."
    segments: list[RfmRule] = field(
        default_factory=lambda: convert(
            [
                {
                    "frequency": {"least": 4, "most": 5},
                    "monetary": {"least": 4, "most": 5},
                    "recency": {"least": 4, "most": 5},
                    "segment": "champions",
                },
                {
                    "frequency": {"least": 4, "most": 5},
                    "monetary": {"least": 1, "most": 5},
                    "recency": {"least": 3, "most": 5},
                    "segment": "loyal",
                },
                {
                    "frequency": {"least": 3, "most": 3},
                    "monetary": {"least": 4, "most": 5},
                    "recency": {"least": 4, "most": 5},
                    "segment": "loyal",
                },
                {
                    "frequency": {"least": 2, "most": 3},
                    "monetary": {"least": 1, "most": 5},
                    "recency": {"least": 4, "most": 5},
                    "segment": "potential_loyalists",
                },
                {
                    "frequency": {"least": 1, "most": 1},
                    "monetary": {"least": 1, "most": 5},
                    "recency": {"least": 4, "most": 5},
                    "segment": "new",
                },
                {
                    "frequency": {"least": 3, "most": 3},
                    "monetary": {"least": 1, "most": 5},
                    "recency": {"least": 3, "most": 3},
                    "segment": "needs_attention",
                },
                {
                    "frequency": {"least": 1, "most": 2},
                    "monetary": {"least": 3, "most": 5},
                    "recency": {"least": 3, "most": 3},
                    "segment": "needs_attention",
                },
                {
                    "frequency": {"least": 1, "most": 2},
                    "monetary": {"least": 1, "most": 5},
                    "recency": {"least": 3, "most": 3},
                    "segment": "promising",
                },
                {
                    "frequency": {"least": 3, "most": 5},
                    "monetary": {"least": 4, "most": 5},
                    "recency": {"least": 1, "most": 1},
                    "segment": "cannot_lose",
                },
                {
                    "frequency": {"least": 3, "most": 5},
                    "monetary": {"least": 1, "most": 5},
                    "recency": {"least": 1, "most": 2},
                    "segment": "at_risk",
                },
                {
                    "frequency": {"least": 1, "most": 2},
                    "monetary": {"least": 4, "most": 5},
                    "recency": {"least": 2, "most": 2},
                    "segment": "at_risk",
                },
                {
                    "frequency": {"least": 1, "most": 2},
                    "monetary": {"least": 1, "most": 5},
                    "recency": {"least": 2, "most": 2},
                    "segment": "about_to_sleep",
                },
                {
                    "frequency": {"least": 2, "most": 2},
                    "monetary": {"least": 1, "most": 5},
                    "recency": {"least": 1, "most": 1},
                    "segment": "hibernating",
                },
                {
                    "frequency": {"least": 1, "most": 1},
                    "monetary": {"least": 3, "most": 5},
                    "recency": {"least": 1, "most": 1},
                    "segment": "hibernating",
                },
                {
                    "frequency": {"least": 1, "most": 1},
                    "monetary": {"least": 1, "most": 5},
                    "recency": {"least": 1, "most": 1},
                    "segment": "lost",
                },
            ],
            type=list[RfmRule],
        )
    )
    "What the scores are called: the first rule that holds gives the name, and for any scores one has to hold."
    window_days: int | None = 730
    "Frequency and money are of so many days up to the day of the verdict; null means of all that is known."


class RollUpVerdict(Struct, kw_only=True):
    """
    A forecast rolled up into cells by any dimensions.
    """

    adjustments: list[AdjustedForecast]
    "People's own figures, beside what adds up; by period, whose, and when they were made."
    amounts: ForecastRow
    "Everything, each opportunity once."
    as_of: date_aliased
    "The day of the verdict."
    by: list[ForecastDimension]
    "What the cells are told apart by."
    cells: list[RollUpCell]
    "The cells that something is in, by their keys in turn: months, quarters and years in time order, stages as in the playbook, categories from the least sure, all else by name, and what has no name first."
    cumulative: bool
    "Whether a category holds all that is surer too."
    member: str | None
    "Whose opportunities; null means everybody's."
    of_others: int
    "Opportunities that the member asked about gets no credit for, with their team; none where nobody was asked about."
    periods: list[Period]
    "The periods that the dimension `period` knows, as given."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "The rules behind the sums."
    receipt: ForecastReceipt
    "Where every opportunity went that is not others'. It tells of whole opportunities, whatever part is credited."
    recurring: RecurringRow | None
    "What of that is paid again and again; null where nothing is, as far as is known."
    reporting_currency: str
    "The currency of all sums but those of cells by currency."
    unpriced: list[UnpricedDeal]
    "The opportunities that could not be priced, and why. One that only lacks a rate is in cells by currency."


class RoundModelFit(Struct, kw_only=True):
    """
    The model of rounds fitted to accounts.
    """

    found: ModelFit
    "How the fit went."
    parameters: RoundModelParameters | None
    "The parameters found; null where nothing was fitted."


class SegmentRate(Struct, kw_only=True):
    """
    The win rate of one segment from a stage.
    """

    rate: LearnedRate
    "Its rate."
    segment: str
    "The segment."


class SpendModelFit(Struct, kw_only=True):
    """
    The spend model fitted to accounts.
    """

    correlation: Decimal | None
    "The correlation of frequency and mean amount (Pearson's) over the accounts used, -1 to 1. The model takes it for zero: where it is far from that, a product of expected purchases and expected spend is not the expected value. Null where there is none: fewer than three accounts, or all alike."
    found: ModelFit
    "How the fit went. Its repeaters are the accounts that were used."
    left_out: SpendLeftOut
    "What could not be used."
    parameters: SpendModelParameters | None
    "The parameters found; null where nothing was fitted."


class StageRate(Struct, kw_only=True):
    """
    The win rate of the opportunities that ever entered an open stage.
    """

    playbook_rate: Decimal
    "What the playbook says, and the rate is shrunk to."
    pooling: SegmentPooling | None
    "How the segments are pooled; null where there are none."
    rate: LearnedRate
    "The rate."
    segments: list[SegmentRate]
    "The segments in the order of their names, those too of which nothing entered this stage."
    stage: str
    "The stage."


class StakeholderChange(Struct, kw_only=True):
    """
    A dated change of what is known about a person.
    """

    change: StakeholderChangeKind
    "What changed."
    on: date_aliased
    "The day it took effect."
    stakeholder: str
    "The person."
    opportunity: str | None = None
    "The opportunity it concerns; null means every committee the person sits in."


class TimingVerdict(Struct, kw_only=True):
    """
    When the open opportunities are won.
    """

    as_of: date_aliased
    "The day of the verdict."
    deals: list[DealTiming]
    "The open opportunities in stages that the playbook knows, in the order given."
    floor: int
    "How many visits must have lasted longer for the timing to be used."
    from_later_days: int
    "Histories that know of days after the day of the verdict: in no number."
    histories: int
    "Histories that were learned from, open or closed."
    in_unknown_stage: int
    "Of these, opportunities that are open in a stage or pipeline that the playbook lacks: nothing is said of them."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "Why."


class AliveHistory(Struct, kw_only=True):
    """
    The probability that an account still buys, over time.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict, the last of the history."
    fit: PurchaseModelFit | None
    "How the model was fitted, on the whole book as of the last day; null where parameters were given."
    order_days: list[date_aliased]
    "The days of the account's orders, those outside the points too."
    parameters: PurchaseModelParameters | None
    "The model with its parameters; null where none could be fitted."
    playbook: str
    "Fingerprint of the playbook."
    points: list[AlivePoint]
    "The points, ascending, from the first order on; the last one is the last day."
    reasons: list[Reason]
    "How it was computed."
    step_days: int
    "Days from point to point."


class Approach(Struct, kw_only=True):
    """
    How to reach somebody whom we need.
    """

    blockers: list[Blocker]
    "Who bars the way."
    cause: ApproachCause
    "Why they are to be approached."
    no_path: NoPathCause | None
    "Why there is no way; null where there is one."
    paths: list[ReachPath]
    "The ways, the nearest first; at most three."
    reason: Reason
    "Cause and way, and the facts behind them."
    roles: list[BuyingRole]
    "The buying roles they play; empty means that none is known."
    target: str
    "The person to be reached."


class BookingForecastVerdict(Struct, kw_only=True):
    """
    What will be booked in some periods: the certain part, the open part, and how sure that is.
    """

    as_of: date_aliased
    "The day of the verdict."
    basis: ForecastBasis
    "What the chances rest on."
    coverage_caps: bool
    "Whether the playbook's coverage caps hold."
    left_out: list[LeftOutDeal]
    "Opportunities that can be placed in no period, and why."
    market_correlation: Decimal
    "How much what decides deals is common to all of them."
    member: str | None
    "Whose opportunities; null means everybody's."
    periods: list[PeriodBookings]
    "The periods, in the order given."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "Why."
    receipt: BookingReceipt
    "Where every opportunity went."
    reporting_currency: str
    "The currency of all sums."


class CategoryLoyalty(Struct, kw_only=True):
    """
    The pattern in one product category.
    """

    category: str | None
    "The category; null for purchases without one, which are compared among themselves."
    finding: LoyaltyFinding
    "What is found in it."


class ChainVerdict(Struct, kw_only=True):
    """
    An opportunity's decision chain on a day. Source: `[CCA]`, D9.
    """

    account: str
    "The account."
    approaches: list[Approach]
    "How to reach those whom we need, decision makers first."
    as_of: date_aliased
    "The day."
    broken_lines: list[BrokenLine]
    "Reporting lines that lead nowhere."
    circles: list[ReportingCircle]
    "Reporting lines that run in circles."
    key_people: list[KeyPerson]
    "Everybody of the committee who is there, and whoever of the account has a tie, the most important first."
    links: list[ChainLink]
    "Who is tied to whom of the account's people who are there."
    opportunity: str
    "The opportunity."
    playbook: str
    "The fingerprint of the playbook."


class Facts(Struct, kw_only=True):
    """
    All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
    """

    accounts: list[Account] = field(default_factory=list)
    "Customer organisations."
    breakthrough_plans: list[BreakthroughPlan] = field(default_factory=list)
    "How we mean to break through in opportunities."
    committee_seats: list[CommitteeSeat] = field(default_factory=list)
    "Who plays which buying role in which opportunity."
    complaints: list[Complaint] = field(default_factory=list)
    "Complaints."
    contributions: list[Contribution] = field(default_factory=list)
    "What people did for us in opportunities."
    expenses: list[Expense] = field(default_factory=list)
    "What we spent on accounts."
    forecast_adjustments: list[ForecastAdjustment] = field(default_factory=list)
    "People's own figures beside a forecast."
    information_records: list[InformationRecord] = field(default_factory=list)
    "How far the nine information points of opportunities are known."
    interactions: list[Interaction] = field(default_factory=list)
    "Contacts between customers and us."
    key_account_judgements: list[KeyAccountJudgement] = field(default_factory=list)
    "What people say accounts are: their tier, their kind."
    opportunities: list[Opportunity] = field(default_factory=list)
    "Possible sales."
    opportunity_competitors: list[OpportunityCompetitor] = field(default_factory=list)
    "Competitors in opportunities."
    opportunity_events: list[OpportunityEvent] = field(default_factory=list)
    "What happened to opportunities, in any order."
    proposals: list[Proposal] = field(default_factory=list)
    "Proposals we made."
    purchases: list[Purchase] = field(default_factory=list)
    "Orders and returns, with us and with competitors."
    quotas: list[Quota] = field(default_factory=list)
    "What members of our team, or the company, are to book in a period."
    relationships: list[Relationship] = field(default_factory=list)
    "Who influences, knows, or is at odds with whom."
    reporting_lines: list[ReportingLine] = field(default_factory=list)
    "Who reports to whom in our own team, from a day on."
    signal_mutes: list[SignalMute] = field(default_factory=list)
    "Signals that a person has muted for a time."
    stakeholder_changes: list[StakeholderChange] = field(default_factory=list)
    "Dated changes of what is known about people."
    stakeholders: list[Stakeholder] = field(default_factory=list)
    "People who count for purchases."
    surveys: list[SurveyResponse] = field(default_factory=list)
    "Answers to satisfaction surveys."
    switching_costs: list[SwitchingCost] = field(default_factory=list)
    "What it would cost accounts to leave us."
    tasks: list[Task] = field(default_factory=list)
    "What we have to do for accounts."
    team_changes: list[TeamChange] = field(default_factory=list)
    "Changes in our own team."
    wallet_estimates: list[WalletEstimate] = field(default_factory=list)
    "What accounts are thought to spend in a year, with all suppliers."


class FunnelVerdict(Struct, kw_only=True):
    """
    What follows from the histories of a book, by pipeline.
    """

    as_of: date_aliased
    "The day of the verdict."
    days: DayBasis
    "Which days count for the time in a stage."
    decided_from: date_aliased | None
    "The first day of the decisions that count for win rate, cycle length, velocity and losses; null means all."
    in_unknown_pipeline: int
    "Opportunities in a pipeline that the playbook lacks: in no number."
    not_created_yet: int
    "Opportunities of which nothing had happened yet: in no number."
    pipelines: list[PipelineAnalysis]
    "The playbook's pipelines, in its order."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "Why."


class JudgedAliveHistory(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: AliveHistory
    "The verdict."


class JudgedBookingForecastVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: BookingForecastVerdict
    "The verdict."


class JudgedChainVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: ChainVerdict
    "The verdict."


class JudgedFunnelVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: FunnelVerdict
    "The verdict."


class JudgedLifecycleVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: LifecycleVerdict
    "The verdict."


class JudgedMarketCorrelationVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: MarketCorrelationVerdict
    "The verdict."


class JudgedMovementVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: MovementVerdict
    "The verdict."


class JudgedPlanVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: PlanVerdict
    "The verdict."


class JudgedPurchaseModelFit(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: PurchaseModelFit
    "The verdict."


class JudgedRollUpVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: RollUpVerdict
    "The verdict."


class JudgedRoundModelFit(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: RoundModelFit
    "The verdict."


class JudgedSpendModelFit(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: SpendModelFit
    "The verdict."


class JudgedTimingVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: TimingVerdict
    "The verdict."


class KeyAccount(Struct, kw_only=True):
    """
    What one account is. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.
    """

    account: str
    "The account."
    criteria: list[CriterionFinding]
    "The three criteria, in order."
    is_judged: bool
    "Whether a person's judgement that holds decides its tier or its primary kind."
    kinds: list[KindFinding]
    "The four kinds, in order."
    name: str
    "Its name."
    potential: CurrencySum | None
    "What it could buy beyond that; null means unknown."
    potential_basis: PotentialBasis | None
    "What that is told from."
    potential_level: AccountLevel
    "Its potential beside what others bring: the level of an account that would bring as much. Where none brings anything, beside the others' potentials."
    primary_kind: KeyAccountKind | None
    "Its primary kind: as judged by a person, or else the first kind it is of; null where it is of none known."
    reasons: list[Reason]
    "Why it is in its tier, and what was left out."
    standing: KeyStanding
    "Whether it is a key account."
    tier: str | None
    "Its tier: as judged by a person, or else by the rules; null where its value is unknown."
    tier_by_rules: str | None
    "Its tier by the playbook's grid alone."
    value: CurrencySum | None
    "What it spent with us in the 365 days up to the day of the verdict, exact; null where nothing of it is known."
    value_at_least: bool
    "Whether it spent at least so much: some amounts are not known."
    value_level: AccountLevel
    "Its value beside the others."


class KeyAccountsVerdict(Struct, kw_only=True):
    """
    What the accounts of a book are. Source: `[KRM]`, `[CCA]`, `[OCD]`, D19.
    """

    accounts: list[KeyAccount]
    "The accounts in the order of their identifiers."
    as_of: date_aliased
    "The day of the verdict."
    currency: str
    "The currency of all money."
    medians: BookMedians
    "What accounts usually do in a year."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "What it comes to."
    tiers: list[TierSummary]
    "What the accounts of every tier come to; last those without one."
    top_fifth_accounts: int
    "How many accounts are a fifth of those whose value is known."
    top_fifth_share: Decimal | None
    "The part of all value that so many accounts with most bring: measured, not assumed; null where there is no value."


class LifecycleHistoryVerdict(Struct, kw_only=True):
    """
    The phases of an account's life. Source: `[KRM]`, `[OCD]`, D11.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    check_every_days: int
    "Days between the checks."
    checks: int
    "The checks looked at, back to before the first order."
    first_order: date_aliased | None
    "The day of the first order; null where there is none."
    phase: LifecyclePhase
    "The phase that counts on this day: the last span's."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "What the history comes to."
    relationship: RelationshipPhase
    "The same in the terms of the other text."
    spans: list[PhaseSpan]
    "The phases one after another, without gaps, from the first fact on."
    totals: list[PhaseDays]
    "How long it was in each phase, every phase."


class LifecycleTransitionsVerdict(Struct, kw_only=True):
    """
    How a portfolio moved between the phases of the lifecycle. Source: `[KRM]`, D11.
    """

    accounts: int
    "The accounts of the book."
    as_of: date_aliased
    "The last day, which is the day of the verdict."
    columns: list[PhaseColumn]
    "The accounts on the first day, at the end of every period, and on the last day."
    currency: str
    "The currency of all money."
    from_: date_aliased = field(name="from")
    "The first day."
    overall: PhaseFlow
    "The movement from the first day to the last."
    periods: list[PhaseFlow]
    "The movement from each column to the next."
    playbook: str
    "Fingerprint of the playbook."
    pooled: list[PhaseLink]
    "The links of all periods taken together: how often, in how many account-periods, a way was taken."
    reasons: list[Reason]
    "What it comes to, and what was left out."
    step: PeriodUnit
    "How long a period is."


class LifetimeVerdict(Struct, kw_only=True):
    """
    What a portfolio's accounts are worth, D20.
    """

    accounts: list[AccountLifetime]
    "Accounts that ordered, by identifier."
    annual_discount_rate: Decimal
    "The effective discount rate of a year."
    as_of: date_aliased
    "The day of the verdict."
    fit: PurchaseModelFit | None
    "How it was fitted; null where parameters were given, or too few accounts have ordered."
    left_out: LifetimeLeftOut
    "What tells nothing."
    margin: Decimal | None
    "The part of sales that is margin; null where it is not known."
    new_account: NewAccountValue | None
    "What an account is worth that orders for the first time today: what to expect of a prospect once it is won. Null without a model."
    parameters: PurchaseModelParameters | None
    "The model of purchases that predictions are made by, with times in weeks; null where there is none."
    playbook: str
    "Fingerprint of the playbook."
    portfolio: PortfolioLifetime | None
    "The sums over all accounts; null without a model."
    reasons: list[Reason]
    "How it was computed, and what to do where it could not be."
    reporting_currency: str
    "The currency of all amounts."
    spend_fit: SpendModelFit | None
    "How it was fitted; null where parameters were given, or too few amounts are known."
    spend_parameters: SpendModelParameters | None
    "The model of spend on an order day, in the reporting currency; null where there is none."
    value_basis: ValueBasis
    "What values are amounts of."


class LoyaltyVerdict(Struct, kw_only=True):
    """
    How loyal an account is. Source: `[OCD]`, `[KRM]`, `[DMC]`, D10.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    categories: list[CategoryLoyalty]
    "Each category by name, purchases without one last; empty where no purchase names a category."
    overall: LoyaltyFinding
    "The account as a whole. Its shares are over all categories in which competitors' orders are known."
    overall_source: OverallSource
    "What the overall pattern is taken from."
    playbook: str
    "Fingerprint of the playbook."
    rhythm: Rhythm
    "The rhythm of our orders."
    satisfaction: SatisfactionVerdict
    "How satisfied its people say they are."
    switching_costs: SwitchingCostsVerdict
    "What it would cost it to leave us."
    wallet: WalletVerdict
    "How much of what it buys is ours, and where that is going."


class MethodValidation(Struct, kw_only=True):
    """
    What a method says, and how good that was.
    """

    calibration: list[CalibrationBucket]
    "Expected against actual accounts by repeat orders in the calibration; empty without a model."
    expected: list[Decimal]
    "Repeat orders that the model expects in each of the steps, given when each account began; empty without a model."
    expected_cumulative: list[Decimal]
    "The running sum of these."
    fit: PurchaseModelFit | None
    "The model as it was fitted on the calibration; null for a method without one."
    holdout: list[HoldoutBucket]
    "Predicted against actual orders in the holdout, by repeat orders in the calibration."
    method: PredictionMethod
    "The method."
    scores: PredictionScores | None
    "How good its predictions were; null where it could not predict."


class PipelineRates(Struct, kw_only=True):
    """
    The win rates of a pipeline's open stages.
    """

    pipeline: str
    "The pipeline."
    stages: list[StageRate]
    "Its open stages, in order."


class PlaybookDraft(Struct, kw_only=True):
    """
    The contents of a playbook, as written in JSON or TOML, not yet checked as a whole.
    """

    default_pipeline: str
    "The pipeline of opportunities that name none."
    name: str
    "Its name for people."
    pipelines: list[Pipeline]
    "The pipelines that opportunities move through."
    calendar: Calendar = field(
        default_factory=lambda: convert(
            {
                "fiscal_year_start_month": 1,
                "holidays": [],
                "time_zone": "UTC",
                "working_days": ["monday", "tuesday", "wednesday", "thursday", "friday"],
            },
            type=Calendar,
        )
    )
    "The fiscal calendar, working days and time zone."
    coverage: CoveragePolicy = field(
        default_factory=lambda: convert(
            {
                "contact_stale_after_days": 60,
                "contribution_days": 180,
                "depth_days": 365,
                "hostile_score_cap": "25",
                "in_depth_meetings": 3,
                "information_stale_after_days": 90,
                "key_influence": "60",
                "minimum_contacts": 2,
                "opponent_expected_from": 5,
                "role_weights": {
                    "coach": "2",
                    "economic_decision_maker": "3",
                    "technical_gatekeeper": "2",
                    "user": "1",
                },
                "several_contacts": 3,
                "support_change": "0.05",
                "support_trend_days": 90,
                "unknown_influence_share": "0.5",
            },
            type=CoveragePolicy,
        )
    )
    "Buying-role coverage."
    exchange: ExchangePolicy = field(
        default_factory=lambda: convert(
            {"budget_rates": [], "rate_date": "as_of", "rates": [], "reporting_currency": "USD"},
            type=ExchangePolicy,
        )
    )
    "Exchange rates."
    forecast: ForecastPolicy = field(
        default_factory=lambda: convert({"coverage_caps": []}, type=ForecastPolicy)
    )
    "The forecast."
    key_accounts: KeyAccountPolicy = field(
        default_factory=lambda: convert(
            {
                "committee_people": 5,
                "committee_roles": 3,
                "criteria_needed": 2,
                "frequency_multiple": "2",
                "grid": {
                    "high": {"high": "A", "low": "A", "medium": "A", "unknown": "A"},
                    "low": {"high": "B", "low": "C", "medium": "C", "unknown": "C"},
                    "medium": {"high": "A", "low": "B", "medium": "B", "unknown": "B"},
                },
                "high_share": "0.8",
                "important_industries": [
                    "government",
                    "public administration",
                    "courts",
                    "judiciary",
                    "justice",
                    "health",
                    "healthcare",
                    "health care",
                    "hospitals",
                    "education",
                    "higher education",
                    "media",
                    "政府",
                    "政府机关",
                    "公共管理",
                    "法院",
                    "司法",
                    "医疗",
                    "卫生",
                    "医院",
                    "教育",
                    "媒体",
                ],
                "large_sum": None,
                "large_sum_multiple": "3",
                "many_people": 6,
                "medium_share": "0.95",
                "minimum_accounts": 5,
                "potential_multiple": "3",
                "rivals": 2,
                "volume_multiple": "3",
            },
            type=KeyAccountPolicy,
        )
    )
    "Key accounts."
    lifecycle: LifecyclePolicy = field(
        default_factory=lambda: convert(
            {
                "check_every_days": 30,
                "confirmations": 2,
                "detached_factor": "5",
                "detached_minimum_days": 60,
                "high_risk_factor": "2.5",
                "high_risk_minimum_days": 14,
                "minimum_occasions": 3,
                "newcomer_silence_days": 365,
                "overdue_factor": "1.5",
                "overdue_minimum_days": 7,
                "overdue_spread": "1",
                "rhythm_intervals": 24,
                "trend_change": "0.25",
                "trend_fluctuation": "1.75",
                "trend_minimum_orders": 2,
                "trend_window_intervals": 4,
                "trend_window_minimum_days": 90,
            },
            type=LifecyclePolicy,
        )
    )
    "Lifecycle phases."
    lifetime: LifetimePolicy = field(
        default_factory=lambda: convert(
            {
                "annual_discount_rate": "0.1",
                "horizons_days": [91, 365, 1095],
                "margin": None,
                "minimum_accounts": 30,
                "minimum_repeaters": 10,
                "model": {"regularity": None, "type": "mbg_cnbd"},
                "priors": [],
                "retention_years": 10,
            },
            type=LifetimePolicy,
        )
    )
    "Lifetime values."
    loss_reasons: list[LossReason] = field(
        default_factory=lambda: convert(
            [
                {"id": "price", "label": {"en": "price", "zh_hans": "价格"}, "needs_note": False},
                {
                    "id": "product",
                    "label": {"en": "product", "zh_hans": "产品"},
                    "needs_note": False,
                },
                {
                    "id": "relationship",
                    "label": {"en": "relationship", "zh_hans": "关系"},
                    "needs_note": False,
                },
                {
                    "id": "service",
                    "label": {"en": "delivery or service", "zh_hans": "交付或服务"},
                    "needs_note": False,
                },
                {
                    "id": "no_budget",
                    "label": {"en": "no budget", "zh_hans": "无预算"},
                    "needs_note": False,
                },
                {
                    "id": "no_decision",
                    "label": {"en": "no decision", "zh_hans": "未作决定"},
                    "needs_note": False,
                },
                {"id": "other", "label": {"en": "other", "zh_hans": "其他"}, "needs_note": True},
            ],
            type=list[LossReason],
        )
    )
    "The reasons that a loss may be given."
    loyalty: LoyaltyPolicy = field(
        default_factory=lambda: convert(
            {
                "break_factor": "2",
                "break_minimum_days": 14,
                "irregular_spread": "0.75",
                "minimum_choices": 4,
                "mostly_ours_share": "0.5",
                "moved_share": "0.75",
                "window_choices": 60,
            },
            type=LoyaltyPolicy,
        )
    )
    "Loyalty patterns."
    override_authority: list[str] = field(default_factory=list)
    "Who may override an unmet criterion; empty means any named person."
    rfm: RfmPolicy = field(
        default_factory=lambda: convert(
            {
                "first_to_last_days": [91, 365, 730, 1460],
                "money": ["5000", "25000", "100000", "500000"],
                "orders": [2, 4, 7, 12],
                "recency_days": [100, 190, 280, 365],
                "segments": [
                    {
                        "frequency": {"least": 4, "most": 5},
                        "monetary": {"least": 4, "most": 5},
                        "recency": {"least": 4, "most": 5},
                        "segment": "champions",
                    },
                    {
                        "frequency": {"least": 4, "most": 5},
                        "monetary": {"least": 1, "most": 5},
                        "recency": {"least": 3, "most": 5},
                        "segment": "loyal",
                    },
                    {
                        "frequency": {"least": 3, "most": 3},
                        "monetary": {"least": 4, "most": 5},
                        "recency": {"least": 4, "most": 5},
                        "segment": "loyal",
                    },
                    {
                        "frequency": {"least": 2, "most": 3},
                        "monetary": {"least": 1, "most": 5},
                        "recency": {"least": 4, "most": 5},
                        "segment": "potential_loyalists",
                    },
                    {
                        "frequency": {"least": 1, "most": 1},
                        "monetary": {"least": 1, "most": 5},
                        "recency": {"least": 4, "most": 5},
                        "segment": "new",
                    },
                    {
                        "frequency": {"least": 3, "most": 3},
                        "monetary": {"least": 1, "most": 5},
                        "recency": {"least": 3, "most": 3},
                        "segment": "needs_attention",
                    },
                    {
                        "frequency": {"least": 1, "most": 2},
                        "monetary": {"least": 3, "most": 5},
                        "recency": {"least": 3, "most": 3},
                        "segment": "needs_attention",
                    },
                    {
                        "frequency": {"least": 1, "most": 2},
                        "monetary": {"least": 1, "most": 5},
                        "recency": {"least": 3, "most": 3},
                        "segment": "promising",
                    },
                    {
                        "frequency": {"least": 3, "most": 5},
                        "monetary": {"least": 4, "most": 5},
                        "recency": {"least": 1, "most": 1},
                        "segment": "cannot_lose",
                    },
                    {
                        "frequency": {"least": 3, "most": 5},
                        "monetary": {"least": 1, "most": 5},
                        "recency": {"least": 1, "most": 2},
                        "segment": "at_risk",
                    },
                    {
                        "frequency": {"least": 1, "most": 2},
                        "monetary": {"least": 4, "most": 5},
                        "recency": {"least": 2, "most": 2},
                        "segment": "at_risk",
                    },
                    {
                        "frequency": {"least": 1, "most": 2},
                        "monetary": {"least": 1, "most": 5},
                        "recency": {"least": 2, "most": 2},
                        "segment": "about_to_sleep",
                    },
                    {
                        "frequency": {"least": 2, "most": 2},
                        "monetary": {"least": 1, "most": 5},
                        "recency": {"least": 1, "most": 1},
                        "segment": "hibernating",
                    },
                    {
                        "frequency": {"least": 1, "most": 1},
                        "monetary": {"least": 3, "most": 5},
                        "recency": {"least": 1, "most": 1},
                        "segment": "hibernating",
                    },
                    {
                        "frequency": {"least": 1, "most": 1},
                        "monetary": {"least": 1, "most": 5},
                        "recency": {"least": 1, "most": 1},
                        "segment": "lost",
                    },
                ],
                "window_days": 730,
            },
            type=RfmPolicy,
        )
    )
    "Recency, frequency and money."
    satisfaction: SatisfactionPolicy = field(
        default_factory=lambda: convert(
            {
                "dissatisfied_below": "50",
                "satisfied_from": "75",
                "trend_change": "10",
                "trend_minimum_answers": 3,
                "window_days": 365,
            },
            type=SatisfactionPolicy,
        )
    )
    "Satisfaction."
    signals: SignalPolicy = field(
        default_factory=lambda: convert(
            {
                "copied_share": "0.8",
                "mature_after_days": 365,
                "minimum_departures": 2,
                "minimum_orders": 3,
                "minimum_proposals": 3,
                "proposal_days": 365,
                "statement_days": 365,
                "window_days": 180,
            },
            type=SignalPolicy,
        )
    )
    "High-risk signals."
    trajectory: TrajectoryPolicy = field(
        default_factory=lambda: convert(
            {
                "amount_occasions": 8,
                "cross_sell_days": 730,
                "long_probability": "0.2",
                "minimum_comparables": 3,
                "minimum_support": 2,
                "minimum_support_share": "0.25",
                "most_comparables": 25,
                "most_stopped": 50,
                "most_suggestions": 20,
                "overdue_probability": "0.05",
                "predicted_orders": 3,
                "regularity_spread": "1.5",
                "season_minimum_occasions": 8,
                "season_minimum_years": 2,
                "season_probability": "0.05",
                "season_strong": "1.5",
                "season_weak": "0.5",
                "similar_baskets": "0.25",
                "stopped_minimum_orders": 3,
                "stopped_orders_since": 2,
                "stopped_probability": "0.05",
                "succession_minimum_orders": 2,
                "succession_tolerance": "2",
                "succession_volume": "3",
                "trend_intervals_per_period": "2",
                "trend_minimum_periods": 5,
                "trend_most_periods": 60,
                "trend_probability": "0.05",
                "usual_regularity": "2",
            },
            type=TrajectoryPolicy,
        )
    )
    "The purchase trajectory and cross-selling."
    wallet: WalletPolicy = field(
        default_factory=lambda: convert(
            {
                "estimate_days": 730,
                "minimum_history_days": 90,
                "minimum_purchases": 4,
                "periods": 8,
                "trend_chance": "0.1",
                "trend_change": "0.1",
            },
            type=WalletPolicy,
        )
    )
    "The share of wallet."


class PlaybookSourceInline(Struct, kw_only=True, tag_field="type", tag="inline"):
    """
    One given as JSON, in place.
    """

    playbook: PlaybookDraft
    "Its contents."


PlaybookSource: TypeAlias = (
    PlaybookSourcePreset | PlaybookSourceInline | PlaybookSourceJson | PlaybookSourceToml
)
"\nA playbook of a request: a preset by name, or one given in full.\n"


class PlaybookSummary(Struct, kw_only=True):
    """
    How a playbook was understood.
    """

    fingerprint: str
    "The fingerprint that every verdict made by it carries."
    name: str
    "Its name."
    playbook: PlaybookDraft
    "Its contents, defaults filled in."


class PurchaseTrajectoryRequest(Struct, kw_only=True):
    """
    Asks how an account has been buying over time, and what to expect.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class RankedMove(Struct, kw_only=True):
    """
    One thing to do next, in its place among the others.
    """

    communication_style: CommunicationStyle | None
    "How the person likes to be spoken with; null where that is not known."
    driver: Driver | None
    "What to speak to: the strongest of the person's drivers, never an unlawful one. Null where none is known."
    gap: CoverageGapKind | None
    "The gap it closes: of several that concern the person, the gravest. Null where no gap is behind it."
    next_move: NextMove
    "What to do."
    path: ReachPath | None
    "The nearest way to the person through people who are for us; null where there is none, or none is needed."
    rank: int
    "The place, from 1."
    reason: Reason
    "The gap's reason, the other gaps of the person, and what the place among the moves follows from."
    role: BuyingRole | None
    "The role it concerns; null where it concerns the committee as a whole."
    severity: Severity
    "How much it matters at this stage."
    stakeholder: str | None
    "The person it concerns; null where it concerns the committee, or somebody not known yet."
    text: MoveText
    "The move in words."


class ReplayHistoryRequest(Struct, kw_only=True):
    """
    Asks for what a history adds up to.
    """

    as_of: date_aliased
    "The day of the verdict."
    opportunity: Opportunity
    "The opportunity."
    opportunity_events: list[OpportunityEvent]
    "Its history, in any order."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class RetentionWhatIfRequest(Struct, kw_only=True):
    """
    Asks what keeping more customers would change, from figures or from a book.
    """

    as_of: date_aliased
    "The day of the verdict."
    change: RetentionChange
    "By how much defection is cut."
    book: Facts | None = None
    "The facts, whose portfolio is the start; null where there are figures."
    figures: RetentionFigures | None = None
    "Figures to start from; null where there is a book."
    model: PurchaseModel | None = None
    "The model of purchases; null means the playbook's."
    parameters: PurchaseModelParameters | None = None
    "Parameters that were fitted elsewhere, with times in weeks; null means that they are fitted on the book."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    priors: list[ParameterPrior] | None = None
    "What is believed of parameters beforehand; null means the playbook's priors."
    spend_parameters: SpendModelParameters | None = None
    "Parameters of spend that were fitted elsewhere, in the reporting currency; null means the same."


class ReviewRequest(Struct, kw_only=True):
    """
    Asks for all verdicts on every account of a book.
    """

    as_of: date_aliased
    "The day of the verdicts."
    book: Facts
    "The facts."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class RollUpForecastRequest(Struct, kw_only=True):
    """
    Asks for the forecast of a book, rolled up into cells by any dimensions.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    by: list[ForecastDimension]
    "What the cells are told apart by, in the order of their keys; none of it twice."
    cumulative: bool | None = None
    "Whether a category holds all that is surer too; null means no."
    member: str | None = None
    "Whose opportunities: those this member or anybody below them gets credit for, at that part; null means everybody's."
    periods: list[Period] | None = None
    "The periods that the dimension `period` knows; null means none."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class ScenarioVerdict(Struct, kw_only=True):
    """
    What a forecast would be if some things happened, and by how much that differs from what it is.
    """

    after: BookingForecastVerdict
    "The forecast with the changes that could be applied."
    before: BookingForecastVerdict
    "The forecast as it is."
    changes: list[AppliedChange]
    "The changes, in the order given."
    differences: list[BookingDifference]
    "What lies between them, by period, in the order given."
    reasons: list[Reason]
    "Why."


class ScoreRfmRequest(Struct, kw_only=True):
    """
    Asks for the scores of every account by recency, frequency and money, and for the segments they fall in.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    method: RfmMethod | None = None
    "How a number becomes a score; null means by the playbook's fixed bands."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    recency: RecencyBasis | None = None
    "Which recency is scored; null means the days since the last order."
    window_days: int | None = None
    "Frequency and money are of so many days up to the day of the verdict, at most 109,573; null means as the playbook says."


class SummarisePurchasesRequest(Struct, kw_only=True):
    """
    Asks for what the purchase models need to know of each account: frequency, recency, age, mean spend.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class SupportBaseRequest(Struct, kw_only=True):
    """
    Asks for the support base of one opportunity, and how it moved.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    opportunity: str
    "The opportunity."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    since: date_aliased | None = None
    "The day the support base is compared with, `as_of` or earlier; null means as many days before as the playbook says."


class ValidatePurchaseModelsRequest(Struct, kw_only=True):
    """
    Asks how good models would have been: fitted up to a past day, held against what came after.
    """

    as_of: date_aliased
    "The day of the verdict, the last of the holdout."
    book: Facts
    "The facts."
    calibration_end: date_aliased
    "The last day that models know of."
    models: list[PurchaseModel] | None = None
    "The models; null means all."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    priors: list[ParameterPrior] | None = None
    "What is believed of parameters beforehand; null means the playbook's priors."


class ValidationVerdict(Struct, kw_only=True):
    """
    Models fitted on a calibration, held against what came after it, beside two baselines that need no model.
    """

    accounts: int
    "Accounts that ordered in the calibration."
    actual: int
    "Their orders in the holdout, those of one day as one."
    as_of: date_aliased
    "The day of the verdict, the last of the holdout."
    best_by: list[BestPrediction]
    "Which was best by which score."
    bought_again: int
    "Of the accounts, the ones that ordered in the holdout."
    calibration_end: date_aliased
    "The last day of the calibration."
    calibration_start: date_aliased | None
    "The day of the first order; null where there is none."
    holdout_days: int
    "Days of the holdout."
    left_out: int
    "Accounts left out: their first order came after the calibration, or never."
    methods: list[MethodValidation]
    "Each method, models first."
    playbook: str
    "Fingerprint of the playbook."
    reasons: list[Reason]
    "How it was computed."
    repeaters: int
    "Of these, the ones that ordered again in it."
    step_days: int
    "Days of a step: a week, or as many weeks as keep the steps below a thousand."
    steps: list[HoldoutStep]
    "Repeat orders by step, over both parts."


class ValueConcentrationRequest(Struct, kw_only=True):
    """
    Asks how unevenly the money of a period is spread over accounts.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    by: ConcentrationUnit | None = None
    "Whose money is one; null means each account's."
    period: Period | None = None
    "The days whose purchases count; null means all up to the day of the verdict."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    target_share: Decimal | None = None
    "The part of the money whose fewest accounts are asked for, above 0; null means four fifths."
    top_share: Decimal | None = None
    "The part of the accounts whose money is asked for, above 0; null means a fifth."


class WeightedForecastRequest(Struct, kw_only=True):
    """
    Asks for the weighted forecast of a book.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class WhatIfRequest(Struct, kw_only=True):
    """
    Asks what a change of named opportunities would make of the bookings of some periods.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    changes: list[ScenarioChange]
    "What is supposed to happen, one after the other."
    basis: ForecastBasis | None = None
    "What the chances rest on; null means the playbook's stages."
    contributions: bool | None = None
    "Whether to tell what each opportunity adds to the odds of the quota; null means no."
    coverage_caps: bool | None = None
    "Whether the playbook's coverage caps hold; null means that they do."
    floor: int | None = None
    "Below how many decided opportunities the rate of a stage is called insufficient; null means 20."
    market_correlation: Decimal | None = None
    "How much what decides deals is common to all of them, from 0 to below 1; null means 0."
    member: str | None = None
    "Whose opportunities, with those of everybody who reports to them; null means everybody's."
    period_count: int | None = None
    "How many there are, up to 240; null means 4. Not together with `periods`."
    period_unit: PeriodUnit | None = None
    "How long the periods are, from the one that `as_of` lies in; null means fiscal quarters. Not together with `periods`."
    periods: list[Period] | None = None
    "The periods; null means those that `period_unit` and `period_count` tell."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    prior_strength: Decimal | None = None
    "How many decided opportunities the playbook's rate counts for; null means 10."
    quota: Money | None = None
    "The quota of each period, in the reporting currency; null means what the book says for the period and the member, or the company."
    segments: Segmentation | None = None
    "What puts opportunities into segments for the win rate; null means that there are none."
    timing_floor: int | None = None
    "How many visits to a stage must have lasted beyond an opportunity's age in it for its timing to count; null means 20."
    wanted_probability: Decimal | None = None
    "How probable it is to be that the quota is reached; null means 0.8."


class WinTimingRequest(Struct, kw_only=True):
    """
    Asks for the chances of each open opportunity to be won by the end of some days.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    by: list[date_aliased]
    "The days, in any order."
    floor: int | None = None
    "How many visits to a stage must have lasted beyond an opportunity's age in it; null means 20. With fewer its chances rest on its close date and the learned win rate."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    prior_strength: Decimal | None = None
    "How many decided opportunities the playbook's rate counts for; null means 10."
    segments: Segmentation | None = None
    "What puts opportunities into segments for the win rate; null means that there are none."


class AccountReview(Struct, kw_only=True):
    """
    All verdicts on one account.
    """

    account: str
    "The account."
    compliance: list[ComplianceFinding]
    "Inducements to its people that somebody recorded, to be reported; they are among the findings."
    findings: list[Finding]
    "Everything to see to, most severe first."
    forecast: ForecastVerdict
    "The forecast of its opportunities."
    lifecycle: LifecycleVerdict
    "Its lifecycle phase."
    loyalty: LoyaltyVerdict
    "Its loyalty."
    name: str
    "Its name."
    opportunities: list[OpportunityReview]
    "Its opportunities, by identifier."
    owner: str | None
    "The member of our team who answers for it."
    signals: SignalsVerdict
    "Its high-risk signals."


class AliveHistoryRequest(Struct, kw_only=True):
    """
    Asks how probable it was, day by day, that an account still buys.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The last day."
    book: Facts
    "The facts."
    from_: date_aliased | None = field(name="from", default=None)
    "The first day; null means that of the account's first order."
    parameters: PurchaseModelParameters | None = None
    "Parameters that were fitted elsewhere, with times in weeks; null means that they are fitted on the book."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    step_days: int | None = None
    "Days from point to point; null means 1."


class AnalyseFunnelRequest(Struct, kw_only=True):
    """
    Asks for what follows from all histories of a book: times, conversion, win rate, velocity, losses, conformance.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    days: DayBasis | None = None
    "Which days count for the time in a stage; null means calendar days."
    decided_from: date_aliased | None = None
    "The first day of the decisions that count for win rate, cycle length, velocity and losses; null means all."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class ApplyEventRequest(Struct, kw_only=True):
    """
    Asks to apply one event to an opportunity with a history.
    """

    as_of: date_aliased
    "The day of the verdict."
    event: OpportunityEvent
    "The event to apply."
    opportunity: Opportunity
    "The opportunity."
    opportunity_events: list[OpportunityEvent]
    "Its history, in any order."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class BacktestForecastRequest(Struct, kw_only=True):
    """
    Asks how good the forecasts would have been that could have been made on past days.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    coverage_caps: bool | None = None
    "Whether the playbook's coverage caps hold; null means that they do."
    first: date_aliased | None = None
    "A day in the first period that is looked at; null means the first with an open opportunity on its eve."
    floor: int | None = None
    "Below how many periods with a forecast the methods are not told apart; null means 8."
    market_correlation: Decimal | None = None
    "How much what decides deals is common to all of them, from 0 to below 1; null means 0."
    member: str | None = None
    "Whose opportunities, with those of everybody who reports to them; null means everybody's."
    period_unit: PeriodUnit | None = None
    "How long the periods are; null means fiscal quarters."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    prior_strength: Decimal | None = None
    "How many decided opportunities the playbook's rate counts for; null means 10."
    segments: Segmentation | None = None
    "What puts opportunities into segments for the win rate; null means that there are none."
    timing_floor: int | None = None
    "How many visits to a stage must have lasted beyond an opportunity's age in it for its timing to count; null means 20."


class CheckBookRequest(Struct, kw_only=True):
    """
    Asks which facts of a book can be used.
    """

    book: Facts
    "The facts."


class CheckCoverageRequest(Struct, kw_only=True):
    """
    Asks for the buying-role coverage of one opportunity.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    opportunity: str
    "The opportunity."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class CheckGatesRequest(Struct, kw_only=True):
    """
    Asks for the three gates and the nine information points of one opportunity.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    opportunity: str
    "The opportunity."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class CheckPlaybookRequest(Struct, kw_only=True):
    """
    Asks whether a playbook is sound.
    """

    playbook: PlaybookSource | None = None
    "The playbook; null means the six-stage preset."


class ClassifyKeyAccountsRequest(Struct, kw_only=True):
    """
    Asks which accounts of a book are key accounts, of which kind, and in which tier.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class CommitteeMapRequest(Struct, kw_only=True):
    """
    Asks for a drawing of one opportunity's buying committee.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    opportunity: str
    "The opportunity."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class CrossSellRequest(Struct, kw_only=True):
    """
    Asks what comparable accounts buy and an account does not.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    account: str | None = None
    "The account; null means every one."
    basis: ComparableBasis | None = None
    "Which accounts are comparable; null means those of the same industry."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class DecisionChainRequest(Struct, kw_only=True):
    """
    Asks for the decision chain of one opportunity: who is tied to whom, who counts most, how to reach whom we need.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    opportunity: str
    "The opportunity."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    targets: list[str] | None = None
    "People to be reached beside those the opportunity needs; null means none."


class DetectSignalsRequest(Struct, kw_only=True):
    """
    Asks for the high-risk signals of one account.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class DiagnoseOpportunityRequest(Struct, kw_only=True):
    """
    Asks for the six-step diagnosis of one opportunity, and the next moves.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    opportunity: str
    "The opportunity."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class DiagnosisVerdict(Struct, kw_only=True):
    """
    An opportunity's diagnosis on a day, see `diagnose_opportunity`(crate::diagnose_opportunity). Source: `[CCA]`, D9.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day the verdict holds for."
    chain: ChainVerdict
    "Who is tied to whom, and how to reach those we need; every decision maker is among them."
    competitors: list[CompetitorStatus]
    "The competitors in it."
    compliance: list[ComplianceFinding]
    "What has to be looked into: what names the opportunity, somebody of its committee, or neither any opportunity nor any person."
    coverage: CoverageVerdict
    "How far the committee is covered."
    directions: list[DirectionStatus]
    "From where we can work towards the decision: top-down, then bottom-up."
    gates: GatesVerdict
    "The three gates."
    more_moves: int
    "How many moves there are beyond those listed."
    next_moves: list[RankedMove]
    "What to do next, the first first; at most twenty. Empty where the opportunity is lost."
    opportunity: str
    "The opportunity."
    phase: ProcurementPhase
    "How far the purchase has come."
    plan: PlanStatus
    "The breakthrough plan, and what it lacks."
    playbook: str
    "The fingerprint of the playbook."
    steps: list[DiagnosisStep]
    "The six steps, in their order."
    stuck_at: DiagnosisStepKind | None
    "The first step that is stuck; its first reason says at what. Null where none is."
    support: SupportVerdict
    "Who is for us, and where that is going."
    tasks: list[TaskStatus]
    "The open tasks of the opportunity."


class ErasePersonalFieldsRequest(Struct, kw_only=True):
    """
    Asks to erase what is personal about people from a book.
    """

    book: Facts
    "The facts."
    erasures: list[Erasure]
    "Whose personal fields are to be erased, and who gets a pseudonym."


class ErasureVerdict(Struct, kw_only=True):
    """
    Facts without what was personal about some people. No erased value stands in it, but for what is listed as left for
    review and for spellings that are not found: other scripts, nicknames, names run together.
    """

    erased: list[ErasedField]
    "Every change, in the order of the facts."
    facts: Facts
    "The facts, as they are to be kept."
    not_found: list[str]
    "People who are to be erased and of whom there is no row; what else names their identifier was treated alike."


class FitPurchaseModelRequest(Struct, kw_only=True):
    """
    Asks to fit a purchase model, either on summaries or on a book as of a day.
    """

    as_of: date_aliased | None = None
    "The day of the verdict; null where there are summaries."
    book: Facts | None = None
    "The facts; null where there are summaries."
    model: PurchaseModel | None = None
    "The model; null means the playbook's."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    priors: list[ParameterPrior] | None = None
    "What is believed of parameters beforehand; null means the playbook's priors."
    summaries: SummaryColumns | None = None
    "The summaries; null where there is a book."


class ForecastBookingsRequest(Struct, kw_only=True):
    """
    Asks what will be booked in each of some periods, and how sure that is.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    basis: ForecastBasis | None = None
    "What the chances rest on; null means the playbook's stages."
    contributions: bool | None = None
    "Whether to tell what each opportunity adds to the odds of the quota; null means no."
    coverage_caps: bool | None = None
    "Whether the playbook's coverage caps hold; null means that they do."
    floor: int | None = None
    "Below how many decided opportunities the rate of a stage is called insufficient; null means 20."
    market_correlation: Decimal | None = None
    "How much what decides deals is common to all of them, from 0 to below 1; null means 0."
    member: str | None = None
    "Whose opportunities, with those of everybody who reports to them; null means everybody's."
    period_count: int | None = None
    "How many there are, up to 240; null means 4. Not together with `periods`."
    period_unit: PeriodUnit | None = None
    "How long the periods are, from the one that `as_of` lies in; null means fiscal quarters. Not together with `periods`."
    periods: list[Period] | None = None
    "The periods; null means those that `period_unit` and `period_count` tell."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    prior_strength: Decimal | None = None
    "How many decided opportunities the playbook's rate counts for; null means 10."
    quota: Money | None = None
    "The quota of each period, in the reporting currency; null means what the book says for the period and the member, or the company."
    segments: Segmentation | None = None
    "What puts opportunities into segments for the win rate; null means that there are none."
    timing_floor: int | None = None
    "How many visits to a stage must have lasted beyond an opportunity's age in it for its timing to count; null means 20."
    wanted_probability: Decimal | None = None
    "How probable it is to be that the quota is reached; null means 0.8."


class JudgeLifecycleRequest(Struct, kw_only=True):
    """
    Asks for the lifecycle phase of one account.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class JudgeLifetimeValueRequest(Struct, kw_only=True):
    """
    Asks what each account of a book is worth.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    model: PurchaseModel | None = None
    "The model of purchases; null means the playbook's."
    parameters: PurchaseModelParameters | None = None
    "Parameters that were fitted elsewhere, with times in weeks; null means that they are fitted on the book."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    priors: list[ParameterPrior] | None = None
    "What is believed of parameters beforehand; null means the playbook's priors."
    spend_parameters: SpendModelParameters | None = None
    "Parameters of spend that were fitted elsewhere, in the reporting currency; null means the same."


class JudgeLoyaltyRequest(Struct, kw_only=True):
    """
    Asks for the loyalty of one account.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class JudgedDiagnosisVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: DiagnosisVerdict
    "The verdict."


class JudgedErasureVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: ErasureVerdict
    "The verdict."


class JudgedKeyAccountsVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: KeyAccountsVerdict
    "The verdict."


class JudgedLifecycleHistoryVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: LifecycleHistoryVerdict
    "The verdict."


class JudgedLifecycleTransitionsVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: LifecycleTransitionsVerdict
    "The verdict."


class JudgedLifetimeVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: LifetimeVerdict
    "The verdict."


class JudgedLoyaltyVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: LoyaltyVerdict
    "The verdict."


class JudgedScenarioVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: ScenarioVerdict
    "The verdict."


class JudgedValidationVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: ValidationVerdict
    "The verdict."


class LabelsRequest(Struct, kw_only=True):
    """
    Asks for the labels of everything a person sees.
    """

    language: Language
    "The language."
    playbook: PlaybookSource | None = None
    "The playbook whose stages are labelled; null means the six-stage preset."


class LearnMarketCorrelationRequest(Struct, kw_only=True):
    """
    Asks how much deals have a common market in what decides them, as past quarters tell.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    deals_floor: int | None = None
    "Below how many decided deals; null means 50."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    quarters_floor: int | None = None
    "Below how many quarters with two decided deals or more the history is called insufficient; null means 8."


class LearnWinRatesRequest(Struct, kw_only=True):
    """
    Asks for the win rates that the histories of a book teach, by stage and segment.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    floor: int | None = None
    "Below how many decided opportunities a rate is called insufficient; null means 20."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    prior_strength: Decimal | None = None
    "How many decided opportunities the playbook's rate counts for; null means 10."
    segments: Segmentation | None = None
    "What puts opportunities into segments; null means that there are none."


class LearnedRates(Struct, kw_only=True):
    """
    Win rates learned from histories.
    """

    as_of: date_aliased
    "The day of the verdict."
    floor: int
    "How many decided ones a rate takes not to be called insufficient."
    from_later_days: int
    "Histories that know of days after the day of the verdict: in no number."
    histories: int
    "Histories that were learned from."
    in_unknown_pipeline: int
    "Of those learned from, the ones in a pipeline that the playbook lacks; earlier visits to others still count."
    pipelines: list[PipelineRates]
    "The playbook's pipelines, in its order."
    playbook: str
    "Fingerprint of the playbook."
    prior_strength: Decimal
    "How many decided opportunities the playbook's rate counts for."
    reasons: list[Reason]
    "Why the rates are as they are."
    without_segment: int
    "Of those learned from, the ones without a segment: in the stages' numbers alone."


class LifecycleHistoryRequest(Struct, kw_only=True):
    """
    Asks for the lifecycle phases of one account over its whole life.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class LifecycleTransitionsRequest(Struct, kw_only=True):
    """
    Asks how the accounts of a book moved between the phases of the lifecycle.
    """

    book: Facts
    "The facts."
    from_: date_aliased = field(name="from")
    "The day whose end is the beginning."
    to: date_aliased
    "The day whose end is the end, which is the day of the verdict."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."
    step: PeriodUnit | None = None
    "How long the periods between are; null means a fiscal quarter."


class OpportunityCohortsRequest(Struct, kw_only=True):
    """
    Asks how the opportunities created in each month stood after so many months.
    """

    as_of: date_aliased
    "The day of the verdict."
    book: Facts
    "The facts."
    months: int | None = None
    "For how many months a cohort is followed; null means 12."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class PipelineMovementRequest(Struct, kw_only=True):
    """
    Asks how the pipeline moved between two days.
    """

    book: Facts
    "The facts."
    from_: date_aliased = field(name="from")
    "The day whose end is the opening."
    to: date_aliased
    "The day whose end is the closing."
    period: Period | None = None
    "Only opportunities whose close date lies in it count; null means all."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class PlanEventRequest(Struct, kw_only=True):
    """
    Asks what would come of an event, without carrying it out.
    """

    as_of: date_aliased
    "The day of the verdict."
    event: OpportunityEvent
    "The event to plan."
    opportunity: Opportunity
    "The opportunity."
    opportunity_events: list[OpportunityEvent]
    "Its history, in any order."
    playbook: PlaybookSource | None = None
    "The policy; null means the six-stage preset."


class Review(Struct, kw_only=True):
    """
    All verdicts on all accounts of a book.
    """

    accounts: list[AccountReview]
    "The accounts, most urgent first."
    as_of: date_aliased
    "The day of the verdicts."
    counts: list[FactCount]
    "How many rows of each table were read and used."
    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    playbook: str
    "Fingerprint of the playbook."
    playbook_name: str
    "Name of the playbook."
    portfolio: PortfolioReview
    "What the accounts come to together."


class JudgedLearnedRates(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: LearnedRates
    "The verdict."


AliveHistoryResponse = JudgedAliveHistory

AnalyseFunnelResponse = JudgedFunnelVerdict

ApplyEventResponse = JudgedTransitionVerdict

BacktestForecastResponse = JudgedBacktestVerdict

BookDistributionResponse = DealDistribution

CheckBookResponse = BookCheck

CheckCoverageResponse = JudgedCoverageVerdict

CheckGatesResponse = JudgedGatesVerdict

CheckPlaybookResponse = PlaybookSummary

ClassifyKeyAccountsResponse = JudgedKeyAccountsVerdict

CommitteeMapResponse = JudgedCommitteeMap

CrossSellResponse = JudgedCrossSellVerdict

DecisionChainResponse = JudgedChainVerdict

DetectSignalsResponse = JudgedSignalsVerdict

DiagnoseOpportunityResponse = JudgedDiagnosisVerdict

ErasePersonalFieldsResponse = JudgedErasureVerdict

FitPurchaseModelResponse = JudgedPurchaseModelFit

FitRoundModelResponse = JudgedRoundModelFit

FitSpendModelResponse = JudgedSpendModelFit

ForecastBookingsResponse = JudgedBookingForecastVerdict

JudgeLifecycleResponse = JudgedLifecycleVerdict

JudgeLifetimeValueResponse = JudgedLifetimeVerdict

JudgeLoyaltyResponse = JudgedLoyaltyVerdict

LabelsResponse = Labels

LearnMarketCorrelationResponse = JudgedMarketCorrelationVerdict

LearnWinRatesResponse = JudgedLearnedRates

LifecycleHistoryResponse = JudgedLifecycleHistoryVerdict

LifecycleTransitionsResponse = JudgedLifecycleTransitionsVerdict

OpportunityCohortsResponse = JudgedCohortsVerdict

PipelineMovementResponse = JudgedMovementVerdict

PlanEventResponse = JudgedPlanVerdict

PresetPlaybookResponse = PlaybookDraft

PurchaseModelGridResponse = PurchaseGrid

PurchaseTrajectoryResponse = JudgedTrajectoryVerdict

ReplayHistoryResponse = JudgedHistoryVerdict

RetentionWhatIfResponse = JudgedRetentionVerdict

ReviewResponse = Review

RollUpForecastResponse = JudgedRollUpVerdict

ScorePurchaseModelResponse = ScoreColumns

ScoreRfmResponse = JudgedRfmVerdict

ScoreRoundModelResponse = RoundScoreColumns

ScoreSpendModelResponse = SpendScoreColumns

SummarisePurchasesResponse = JudgedSummariesVerdict

SupportBaseResponse = JudgedSupportVerdict

ValidatePurchaseModelsResponse = JudgedValidationVerdict

ValueConcentrationResponse = JudgedConcentrationVerdict

WeightedForecastResponse = JudgedForecastVerdict

WhatIfResponse = JudgedScenarioVerdict

WinTimingResponse = JudgedTimingVerdict

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
]


class AnomalyCount(Struct, kw_only=True):
    """
    How often something odd was met.
    """

    code: AnomalyCode
    "The stable code."
    count: int
    "How often."


BuyingRole: TypeAlias = Literal["coach", "user", "technical_gatekeeper", "economic_decision_maker"]
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


ComplaintKind: TypeAlias = Literal[
    "venting", "compensation", "showing_off", "retaliation", "help_seeking"
]
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
    "several_claim_final_yes",
    "single_thread",
]
CoverageLevel: TypeAlias = Literal["missing", "identified", "contacted", "favourable"]


class CoveragePolicy(Struct, kw_only=True):
    """
    How contact with a buying committee is judged.
    """

    contact_stale_after_days: int = 60
    "Days after which a contact no longer counts as recent."
    minimum_contacts: int = 2
    "Fewest people of the customer in recent contact; with fewer, the opportunity hangs on a single thread."


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
]


class CurrencySum(Struct, kw_only=True):
    """
    A sum of amounts in one currency.
    """

    amount: Decimal
    "The sum, rounded once, half-even, to the currency's minor unit."
    currency: str
    "The currency."


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
Direction: TypeAlias = Literal["inbound", "outbound", "two_way"]
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
    "interaction",
    "proposal",
    "purchase",
    "survey",
    "complaint",
    "team_change",
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


class Money(Struct, kw_only=True):
    """
    An amount of zero or more in a currency: the worth of an opportunity.
    """

    amount: Decimal
    currency: str


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
]
NoCadence: TypeAlias = Literal["no_orders", "one_day", "too_few_occasions"]


class Opportunity(Struct, kw_only=True):
    """
    A possible sale to an account. What is known of it over time stands in its events.
    """

    account: str
    "The account it is an opportunity of."
    id: str
    "Identifies the opportunity; unique in a book."
    category: str | None = None
    "The product category or line it is about."
    name: str | None = None
    "Its name for people."
    pipeline: str | None = None
    "The pipeline it began in; null means the playbook's default pipeline."


class OpportunityChangeCreated(Struct, kw_only=True, tag_field="type", tag="created"):
    """
    The opportunity came into being, in a stage, with what was known then.
    """

    amount: Money | None = None
    "What it is worth; null means unknown."
    close_date: date_aliased | None = None
    "The day it is expected to be signed; null means unknown."
    owner: str | None = None
    "The member of our team who answers for it."
    probability: Decimal | None = None
    "A win probability set by hand; null means the stage's."
    stage: str | None = None
    "The stage it started in; null means the pipeline's first stage."


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


class OpportunityChangeRealised(Struct, kw_only=True, tag_field="type", tag="realised"):
    """
    The customer paid, and has the goods in use: the booking is realised.
    """


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
    The forecast of one owner, in the reporting currency.
    """

    amounts: ForecastRow
    "The amounts."
    owner: str | None
    "The member of our team; null stands for opportunities that nobody is known to answer for."


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


class PresetPlaybookRequest(Struct, kw_only=True):
    """
    Asks for a playbook that comes with the library.
    """

    name: PlaybookPreset
    "Its name."


ProbabilitySource: TypeAlias = Literal["stage_default", "manual"]
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
    "invalid_probability",
    "duplicate_fact",
    "conflicting_id",
    "dangling_reference",
    "foreign_reference",
    "reference_cycle",
    "date_order",
    "unequal_lengths",
    "empty_list",
    "duplicate_name",
    "undefined_name",
    "inconsistent_settings",
    "not_found",
]


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


class QuarterForecast(Struct, kw_only=True):
    """
    The forecast of one fiscal quarter, in the reporting currency.
    """

    amounts: ForecastRow
    "The amounts."
    quarter: str
    "The quarter of the expected signature; of booked ones the signature; of realised ones the payment."


RateDate: TypeAlias = Literal["as_of", "close_date"]
RelationshipPhase: TypeAlias = Literal["exploration", "formation", "stable", "degeneration"]


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

    Name, title and department are personal and may be left out; nothing is inferred from them.
    """

    account: str
    "The account whose purchases the person counts for."
    id: str
    "Identifies the person; unique in a book."
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


TeamFunction: TypeAlias = Literal["pre_sales", "sales", "service", "management"]
TeamMove: TypeAlias = Literal["joined", "left", "changed_job"]
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
Weekday: TypeAlias = Literal[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
]


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


class CauseCount(Struct, kw_only=True):
    """
    How many opportunities lack something.
    """

    cause: UnpricedCause
    "What is missing."
    deals: int
    "Opportunities that lack it; one may lack several things."


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
    days_since_contact: int | None
    "Days from the last contact to the day of the verdict."
    influence: Decimal | None
    "How much the person's word counts; null means unknown."
    last_contact: date_aliased | None
    "The last day the person's side spoke with us; null means that no such contact is recorded."
    last_met: date_aliased | None
    "The last day we met, so that both saw each other; null means that no meeting is recorded."
    left_on: date_aliased | None
    "The day the person left the customer; null means that they are there."
    level: CoverageLevel
    "How far the person is covered; a person who left covers nothing and is at `missing`."
    roles: list[BuyingRole]
    "The buying roles the person plays; empty means that none is known."
    stakeholder: str
    "The person."
    stance: Stance | None
    "Where the person stands; null means unknown."


class CommitteeSeat(Struct, kw_only=True):
    """
    A person's part in one opportunity's buying committee.

    Roles, stance and influence hold from `since` (always, where it is null) until a
    `StakeholderChange` says otherwise.
    """

    opportunity: str
    "The opportunity."
    stakeholder: str
    "The person."
    coach_position: CoachPosition | None = None
    "Where a coach sits; null means unknown or no coach."
    influence: Decimal | None = None
    "How much the person's word counts, 0 to 100; null means unknown."
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


class EndMark(Struct, kw_only=True):
    """
    The observable fact that closes a stage.
    """

    label: LabelPair
    "What is to be seen."
    required: bool = True
    "Whether the stage may be left forwards without it only by an override."


class ExchangePolicy(Struct, kw_only=True):
    """
    How amounts are brought to one currency.
    """

    rate_date: RateDate = "as_of"
    "Which day's rate counts."
    rates: list[DatedRate] = field(default_factory=list)
    "The rates. A rate is used in its own direction only: its inverse is no exact decimal."
    reporting_currency: str = "USD"
    "The currency of totals."


class ForecastReceipt(Struct, kw_only=True):
    """
    Where every opportunity went: the parts add up to the whole.

    `opportunities = open + booked + realised + lost + not_created_yet`, and
    `open + booked + realised = priced + unpriced`.
    """

    booked: int
    "Booked ones, priced or not."
    causes: list[CauseCount]
    "What the unpriced ones lack."
    lost: int
    "Lost ones."
    not_created_yet: int
    "Those that had no event up to the day of the verdict."
    open: int
    "Open ones, priced or not, parked ones too."
    opportunities: int
    "Opportunities looked at."
    overdue: int
    "Of the open ones, those whose close date has passed."
    parked: int
    "Of the open ones, those parked."
    priced: int
    "Those in the sums."
    realised: int
    "Realised ones, priced or not."
    unpriced: int
    "Those left out of the sums."


class ForecastSummary(Struct, kw_only=True):
    """
    The sums of a forecast.
    """

    amounts: ForecastRow
    "Everything."
    by_currency: list[CurrencyForecast]
    "By currency, in that currency; unlike the other sums, opportunities that only lack a rate are in these."
    by_owner: list[OwnerForecast]
    "By owner, in the order of identifiers, nobody first."
    by_quarter: list[QuarterForecast]
    "By fiscal quarter, in time order."
    receipt: ForecastReceipt
    "Where every opportunity went."
    reporting_currency: str
    "The currency of all sums but those by currency."


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


class OpportunityChangeStageChanged(Struct, kw_only=True, tag_field="type", tag="stage_changed"):
    """
    It moved to another stage: forwards, backwards, or over stages between.
    """

    to: str
    "The stage it moved to."
    authorisation: Override | None = None
    "Who allowed the move although a criterion was unmet, and why."


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
    "What it is worth; null means unknown."
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
    days_in_stage: int
    "Whole days since then, up to the day of the verdict or of the loss or payment."
    end_marks_met: list[str]
    "Stages whose end mark was met, in pipeline order."
    entered_stage_on: date_aliased
    "The day it entered its stage (the latest time)."
    first_closed_on: date_aliased | None
    "The day it was first closed, won or lost; reopening does not erase it."
    loss: Loss | None
    "How it was lost, where it is lost now."
    owner: str | None
    "The member of our team who answers for it; null means nobody known."
    parking: Parking | None
    "Its rest, where it is parked."
    probability: WinProbability | None
    "How probable it is to be won (once booked: to be paid); null where the stage is unknown or it is lost."
    realised_on: date_aliased | None
    "The day it was paid, where it is."
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


class PricedDeal(Struct, kw_only=True):
    """
    An opportunity with its price: all that goes into the sums, so that they can be added up by hand.
    """

    account: str
    "The account."
    amount: Money
    "What it is worth."
    date: date_aliased
    "The day that puts it in its quarter: the expected signature; once booked the signature; once paid the payment."
    opportunity: str
    "The opportunity."
    overdue: bool
    "Whether it is open although its close date has passed."
    owner: str | None
    "Who answers for it."
    probability: WinProbability
    "The probability it is weighted by, and where that comes from."
    quarter: str
    "The fiscal quarter of that day."
    rate: DatedRate | None
    "The rate it is converted at; null where it is in the reporting currency."
    stage: str | None
    "The stage it is in."
    status: OpportunityStatus
    "Where it stands."


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


class RejectedPattern(Struct, kw_only=True):
    """
    The pattern that came closest, and why it was not chosen.
    """

    pattern: LoyaltyPattern
    "The pattern."
    reason: Reason
    "What speaks against it."


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


class RoleCoverage(Struct, kw_only=True):
    """
    How far one buying role is covered, and how far the stage asks for it.
    """

    holders: list[CommitteePerson]
    "Who plays the role, by identifier."
    reached: CoverageLevel
    "The level of the best-covered holder. A hostile technical gatekeeper holds the role at `contacted` at most, whoever else plays it: a veto is a veto."
    required: CoverageLevel | None
    "What the stage asks for; null where it asks nothing, or the stage is not known."
    role: BuyingRole
    "The role."


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

    stance: Stance | None = None
    "The new stance."


StakeholderChangeKind: TypeAlias = (
    StakeholderChangeKindRoleTaken
    | StakeholderChangeKindRoleGivenUp
    | StakeholderChangeKindStanceChanged
    | StakeholderChangeKindInfluenceChanged
    | StakeholderChangeKindReportingLineChanged
    | StakeholderChangeKindLeft
)
"\nWhat changed about a person.\n"


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


class BookCheck(Struct, kw_only=True):
    """
    How a book was understood.
    """

    counts: list[FactCount]
    "Rows read and used, by table."
    left_out: list[Problem]
    "Facts that cannot be used, each with its path."


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
    left: list[CommitteePerson]
    "People of the committee who left the customer, by identifier."
    opportunity: str
    "The opportunity."
    playbook: str
    "The fingerprint of the playbook."
    roles: list[RoleCoverage]
    "The four roles, in the order of their definition."
    stage: str | None
    "The stage whose requirements were held against the committee; null where it is not known."
    veto_risk: VetoRisk
    "Whether a technical gatekeeper might say no."
    without_role: list[CommitteePerson]
    "People of the committee of whom no role is known, by identifier."


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
    reasons: list[Reason]
    "Why it stands as it does."
    stall: Stall | None
    "Whether it stands still; null where it is not open, its stage is unknown, or the stage has no threshold."
    state: OpportunityState | None
    "How it stands; null where nothing had happened yet."
    statuses: list[StatusSpell]
    "Its statuses over time, in order: every closing stands here, also one that was taken back."
    timeline: list[StageVisit]
    "Its stays in stages, in order."


class JudgedCohortsVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: CohortsVerdict
    "The verdict."


class JudgedCoverageVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: CoverageVerdict
    "The verdict."


class JudgedForecastVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: ForecastVerdict
    "The verdict."


class JudgedHistoryVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: HistoryVerdict
    "The verdict."


class JudgedSignalsVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: SignalsVerdict
    "The verdict."


class JudgedTransitionVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: TransitionVerdict
    "The verdict."


class LifecycleVerdict(Struct, kw_only=True):
    """
    The phase of its life that an account is in. Source: `[KRM]`, `[OCD]`, D11.
    """

    account: str
    "The account."
    as_of: date_aliased
    "The day of the verdict."
    checks: list[PhaseCheck]
    "The checks looked at, oldest first; the last one is of this day."
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
    "The first of the checks in a row that made the phase count."
    since_or_earlier: bool
    "Whether it may have begun earlier: that check is the oldest one looked at."
    trend: PurchaseTrend | None
    "Two windows compared; null where silence or a short history decides."


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
            {"contact_stale_after_days": 60, "minimum_contacts": 2}, type=CoveragePolicy
        )
    )
    "Buying-role coverage."
    exchange: ExchangePolicy = field(
        default_factory=lambda: convert(
            {"rate_date": "as_of", "rates": [], "reporting_currency": "USD"}, type=ExchangePolicy
        )
    )
    "Exchange rates."
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


class CategoryLoyalty(Struct, kw_only=True):
    """
    The pattern in one product category.
    """

    category: str | None
    "The category; null for purchases without one, which are compared among themselves."
    finding: LoyaltyFinding
    "What is found in it."


class CheckPlaybookRequest(Struct, kw_only=True):
    """
    Asks whether a playbook is sound.
    """

    playbook: PlaybookSource | None = None
    "The playbook; null means the six-stage preset."


class Facts(Struct, kw_only=True):
    """
    All facts of a portfolio as flat tables; any table may be empty, rows may come in any order.
    """

    accounts: list[Account] = field(default_factory=list)
    "Customer organisations."
    committee_seats: list[CommitteeSeat] = field(default_factory=list)
    "Who plays which buying role in which opportunity."
    complaints: list[Complaint] = field(default_factory=list)
    "Complaints."
    interactions: list[Interaction] = field(default_factory=list)
    "Contacts between customers and us."
    opportunities: list[Opportunity] = field(default_factory=list)
    "Possible sales."
    opportunity_events: list[OpportunityEvent] = field(default_factory=list)
    "What happened to opportunities, in any order."
    proposals: list[Proposal] = field(default_factory=list)
    "Proposals we made."
    purchases: list[Purchase] = field(default_factory=list)
    "Orders and returns, with us and with competitors."
    signal_mutes: list[SignalMute] = field(default_factory=list)
    "Signals that a person has muted for a time."
    stakeholder_changes: list[StakeholderChange] = field(default_factory=list)
    "Dated changes of roles, stance, influence, reporting line."
    stakeholders: list[Stakeholder] = field(default_factory=list)
    "People who count for purchases."
    surveys: list[SurveyResponse] = field(default_factory=list)
    "Answers to satisfaction surveys."
    team_changes: list[TeamChange] = field(default_factory=list)
    "Changes in our own team."


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


class LabelsRequest(Struct, kw_only=True):
    """
    Asks for the labels of everything a person sees.
    """

    language: Language
    "The language."
    playbook: PlaybookSource | None = None
    "The playbook whose stages are labelled; null means the six-stage preset."


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


class AccountReview(Struct, kw_only=True):
    """
    All verdicts on one account.
    """

    account: str
    "The account."
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


class JudgedLoyaltyVerdict(Struct, kw_only=True):
    """
    A verdict, with the facts that were left out of it.
    """

    left_out: list[Problem]
    "Facts that could not be used, each with its path."
    verdict: LoyaltyVerdict
    "The verdict."


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


AnalyseFunnelResponse = JudgedFunnelVerdict

ApplyEventResponse = JudgedTransitionVerdict

CheckBookResponse = BookCheck

CheckCoverageResponse = JudgedCoverageVerdict

CheckPlaybookResponse = PlaybookSummary

DetectSignalsResponse = JudgedSignalsVerdict

JudgeLifecycleResponse = JudgedLifecycleVerdict

JudgeLoyaltyResponse = JudgedLoyaltyVerdict

LabelsResponse = Labels

OpportunityCohortsResponse = JudgedCohortsVerdict

PipelineMovementResponse = JudgedMovementVerdict

PlanEventResponse = JudgedPlanVerdict

PresetPlaybookResponse = PlaybookDraft

ReplayHistoryResponse = JudgedHistoryVerdict

ReviewResponse = Review

WeightedForecastResponse = JudgedForecastVerdict

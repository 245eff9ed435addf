"""Judges key accounts in B2B selling: funnel, forecast, coverage, loyalty, signals.

Every function takes facts and a playbook and judges them as of a day; it asks no clock and keeps
no state. A `book` is a dict, an object of `keyaccount.models`, JSON text, or the path of a JSON
file. A `playbook` is None (the preset `six_stage`), a preset's name, a dict or object, or the path
of a `.toml` or `.json` file. Input that cannot mean anything raises `KeyaccountError`.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from . import _encode, models
from ._call import call, typed
from ._native import schema
from .errors import KeyaccountError, KeyaccountTypeError, Problem

Day: TypeAlias = datetime.date | str
Facts: TypeAlias = Mapping[str, Any] | msgspec.Struct | object
"""A dict, a dataclass, or an object of `keyaccount.models`."""
BookSource: TypeAlias = Facts | str | bytes | Path
PlaybookSource: TypeAlias = Facts | str | Path | None
Number: TypeAlias = Decimal | int | float | str

__all__ = [
    "BookSource",
    "Day",
    "Facts",
    "KeyaccountError",
    "KeyaccountTypeError",
    "Number",
    "PlaybookSource",
    "Problem",
    "alive_history",
    "analyse_funnel",
    "apply_event",
    "backtest_forecast",
    "book_distribution",
    "call",
    "check_book",
    "check_coverage",
    "check_gates",
    "check_playbook",
    "classify_key_accounts",
    "committee_map",
    "cross_sell",
    "decision_chain",
    "detect_signals",
    "diagnose_opportunity",
    "erase_personal_fields",
    "fit_purchase_model",
    "fit_round_model",
    "fit_spend_model",
    "forecast_bookings",
    "judge_lifecycle",
    "judge_lifetime_value",
    "judge_loyalty",
    "labels",
    "learn_market_correlation",
    "learn_win_rates",
    "lifecycle_history",
    "lifecycle_transitions",
    "models",
    "opportunity_cohorts",
    "pipeline_movement",
    "plan_event",
    "preset_playbook",
    "purchase_model_grid",
    "purchase_trajectory",
    "replay_history",
    "retention_what_if",
    "review",
    "roll_up_forecast",
    "schema",
    "score_purchase_model",
    "score_rfm",
    "score_round_model",
    "score_spend_model",
    "summarise_purchases",
    "support_base",
    "to_dict",
    "validate_purchase_models",
    "value_concentration",
    "weighted_forecast",
    "what_if",
    "win_timing",
]


def apply_event(
    opportunity: Facts,
    event: Facts,
    *,
    as_of: Day,
    events: Sequence[Facts] = (),
    playbook: PlaybookSource = None,
) -> models.ApplyEventResponse:
    """Applies one event to an opportunity, after the `events` of its history."""
    request = _of_history(opportunity, events, as_of, playbook) | {"event": event}
    return typed("apply_event", request, models.ApplyEventResponse)


def plan_event(
    opportunity: Facts,
    event: Facts,
    *,
    as_of: Day,
    events: Sequence[Facts] = (),
    playbook: PlaybookSource = None,
) -> models.PlanEventResponse:
    """What would come of one event after the `events` of its history, without carrying it out."""
    request = _of_history(opportunity, events, as_of, playbook) | {"event": event}
    return typed("plan_event", request, models.PlanEventResponse)


def replay_history(
    opportunity: Facts,
    events: Sequence[Facts],
    *,
    as_of: Day,
    playbook: PlaybookSource = None,
) -> models.ReplayHistoryResponse:
    """Replays an opportunity's history to its state on `as_of`."""
    request = _of_history(opportunity, events, as_of, playbook)
    return typed("replay_history", request, models.ReplayHistoryResponse)


def analyse_funnel(
    book: BookSource,
    *,
    as_of: Day,
    days: str | None = None,
    decided_from: Day | None = None,
    playbook: PlaybookSource = None,
) -> models.AnalyseFunnelResponse:
    """Times, conversion, win rate, velocity, losses and conformance of every pipeline.

    `days` is `calendar` (the default) or `business`. Win rate, cycle length, velocity and losses
    count decisions from `decided_from` on, or all.
    """
    request = _about(book, as_of, playbook) | {
        "days": days,
        "decided_from": None if decided_from is None else _encode.day(decided_from, "decided_from"),
    }
    return typed("analyse_funnel", request, models.AnalyseFunnelResponse)


def pipeline_movement(
    book: BookSource,
    *,
    start: Day,
    end: Day,
    period: tuple[Day, Day] | None = None,
    playbook: PlaybookSource = None,
) -> models.PipelineMovementResponse:
    """How the pipeline moved from the end of day `start` to the end of day `end`.

    With a `period` (first and last day), only opportunities expected to close in it count.
    """
    request = {
        "playbook": _encode.playbook(playbook),
        "book": _encode.book(book),
        "from": _encode.day(start, "start"),
        "to": _encode.day(end, "end"),
        "period": None if period is None else _encode.period(period),
    }
    return typed("pipeline_movement", request, models.PipelineMovementResponse)


def opportunity_cohorts(
    book: BookSource, *, as_of: Day, months: int | None = None, playbook: PlaybookSource = None
) -> models.OpportunityCohortsResponse:
    """How the opportunities created in each month stood after up to `months` months (12)."""
    request = _about(book, as_of, playbook) | {"months": months}
    return typed("opportunity_cohorts", request, models.OpportunityCohortsResponse)


def weighted_forecast(
    book: BookSource, *, as_of: Day, playbook: PlaybookSource = None
) -> models.WeightedForecastResponse:
    """Total and weighted pipeline."""
    request = _about(book, as_of, playbook)
    return typed("weighted_forecast", request, models.WeightedForecastResponse)


def roll_up_forecast(
    book: BookSource,
    by: Sequence[str],
    *,
    as_of: Day,
    periods: Sequence[tuple[Day, Day]] | None = None,
    cumulative: bool = False,
    member: str | None = None,
    playbook: PlaybookSource = None,
) -> models.RollUpForecastResponse:
    """The forecast rolled up into cells by any of these dimensions.

    `by` lists `month`, `quarter`, `year`, `period` (each of `periods`, a first and a last day),
    `currency`, `owner`, `team`, `territory`, `product_line`, `stage`, `category`, `account`,
    `pipeline`. With `cumulative`, a category holds all that is surer too. With a `member`, only
    what they or anybody below them get credit for counts, at that part.
    """
    request = _about(book, as_of, playbook) | {
        "by": by,
        "periods": None if periods is None else _encode.periods(periods, "periods"),
        "cumulative": cumulative,
        "member": member,
    }
    return typed("roll_up_forecast", request, models.RollUpForecastResponse)


def learn_win_rates(
    book: BookSource,
    *,
    as_of: Day,
    prior_strength: Number | None = None,
    floor: int | None = None,
    segments: str | None = None,
    playbook: PlaybookSource = None,
) -> models.LearnWinRatesResponse:
    """Win rates learned from history, by stage, with intervals and the counts behind them.

    The playbook's rate counts for `prior_strength` decided opportunities (10). With fewer decided
    ones than `floor` (20) a rate is called insufficient. `segments` is `product_line`,
    `territory`, `owner` or `industry`, or None.
    """
    request = _about(book, as_of, playbook) | {
        "prior_strength": prior_strength,
        "floor": floor,
        "segments": segments,
    }
    return typed("learn_win_rates", request, models.LearnWinRatesResponse)


def win_timing(
    book: BookSource,
    *,
    as_of: Day,
    by: Sequence[Day],
    floor: int | None = None,
    prior_strength: Number | None = None,
    segments: str | None = None,
    playbook: PlaybookSource = None,
) -> models.WinTimingResponse:
    """The chances of each open opportunity to be won by the end of each day of `by`.

    Where fewer than `floor` visits (20) to its stage lasted beyond its age there, they rest on its
    close date and the learned rate, to which `prior_strength` and `segments` belong.
    """
    request = _about(book, as_of, playbook) | {
        "by": _encode.days(by, "by"),
        "floor": floor,
        "prior_strength": prior_strength,
        "segments": segments,
    }
    return typed("win_timing", request, models.WinTimingResponse)


def learn_market_correlation(
    book: BookSource,
    *,
    as_of: Day,
    quarters_floor: int | None = None,
    deals_floor: int | None = None,
    playbook: PlaybookSource = None,
) -> models.LearnMarketCorrelationResponse:
    """How much deals have a common market in what decides them, as past fiscal quarters tell.

    With fewer than `quarters_floor` quarters (8) with two decided deals or more, or fewer than
    `deals_floor` deals (50), the history is called insufficient.
    """
    request = _about(book, as_of, playbook) | {
        "quarters_floor": quarters_floor,
        "deals_floor": deals_floor,
    }
    return typed("learn_market_correlation", request, models.LearnMarketCorrelationResponse)


def book_distribution(
    deals: Sequence[Facts],
    *,
    quota: Facts | None = None,
    contributions: bool = False,
    market_correlation: Number | None = None,
) -> models.BookDistributionResponse:
    """The exact distribution of what a set of deals may bring.

    Each deal is `{"amount": {"amount": "1000", "currency": "EUR"}, "probability": "0.3"}`, all of
    one currency. With a `quota` (money) it tells the odds to reach it and what is missing on
    average; with `contributions`, what each deal adds. Deals are independent, or have a market in
    common by a `market_correlation` from 0 to below 1.
    """
    request = {
        "deals": deals,
        "quota": quota,
        "contributions": contributions,
        "market_correlation": market_correlation,
    }
    return typed("book_distribution", request, models.BookDistributionResponse)


def forecast_bookings(
    book: BookSource,
    *,
    as_of: Day,
    periods: Sequence[tuple[Day, Day]] | None = None,
    period_unit: str | None = None,
    period_count: int | None = None,
    basis: str | None = None,
    quota: Facts | None = None,
    wanted_probability: Number | None = None,
    contributions: bool = False,
    market_correlation: Number | None = None,
    coverage_caps: bool = True,
    member: str | None = None,
    prior_strength: Number | None = None,
    floor: int | None = None,
    segments: str | None = None,
    timing_floor: int | None = None,
    playbook: PlaybookSource = None,
) -> models.ForecastBookingsResponse:
    """What will be booked in each of some periods, and how sure that is.

    The periods are `periods` (first and last days), or `period_count` (4) of a `period_unit`:
    `month`, `quarter` (the default) or `year`, from the one that `as_of` lies in. The chances rest
    on `basis`: `stage_default` (the playbook's), `learned` (win rates, with `prior_strength`,
    `floor` and `segments` as in `learn_win_rates`) or `timing` (with `timing_floor` as in
    `win_timing`). With a `quota` (money, of each period) it tells the odds to reach it and how much
    more pipeline a `wanted_probability` (0.8) takes; without, the book's quotas count. With
    `contributions` it tells what each opportunity adds. `member` narrows it down to those of the
    member and of everybody who reports to them.
    """
    request = _about(book, as_of, playbook) | {
        **_of_periods(periods, period_unit, period_count),
        "basis": basis,
        "quota": quota,
        "wanted_probability": wanted_probability,
        "contributions": contributions,
        "market_correlation": market_correlation,
        "coverage_caps": coverage_caps,
        "member": member,
        "prior_strength": prior_strength,
        "floor": floor,
        "segments": segments,
        "timing_floor": timing_floor,
    }
    return typed("forecast_bookings", request, models.ForecastBookingsResponse)


def what_if(
    book: BookSource,
    changes: Sequence[Facts],
    *,
    as_of: Day,
    periods: Sequence[tuple[Day, Day]] | None = None,
    period_unit: str | None = None,
    period_count: int | None = None,
    basis: str | None = None,
    quota: Facts | None = None,
    wanted_probability: Number | None = None,
    contributions: bool = False,
    market_correlation: Number | None = None,
    coverage_caps: bool = True,
    member: str | None = None,
    prior_strength: Number | None = None,
    floor: int | None = None,
    segments: str | None = None,
    timing_floor: int | None = None,
    playbook: PlaybookSource = None,
) -> models.WhatIfResponse:
    """`forecast_bookings` before and after some changes, and what lies between them.

    A change is `{"type": "win", "opportunity": …}`, `lose`, `slip` with a `close_date`, or
    `change_amount` with an `amount`.
    """
    request = _about(book, as_of, playbook) | {
        "changes": changes,
        **_of_periods(periods, period_unit, period_count),
        "basis": basis,
        "quota": quota,
        "wanted_probability": wanted_probability,
        "contributions": contributions,
        "market_correlation": market_correlation,
        "coverage_caps": coverage_caps,
        "member": member,
        "prior_strength": prior_strength,
        "floor": floor,
        "segments": segments,
        "timing_floor": timing_floor,
    }
    return typed("what_if", request, models.WhatIfResponse)


def backtest_forecast(
    book: BookSource,
    *,
    as_of: Day,
    period_unit: str | None = None,
    first: Day | None = None,
    floor: int | None = None,
    market_correlation: Number | None = None,
    coverage_caps: bool = True,
    member: str | None = None,
    prior_strength: Number | None = None,
    segments: str | None = None,
    timing_floor: int | None = None,
    playbook: PlaybookSource = None,
) -> models.BacktestForecastResponse:
    """How good the forecasts of past periods would have been, by each basis.

    Every `period_unit` (`quarter`) that is over is forecast from what was known on its eve, from
    the one of the day `first` on. With fewer of them than `floor` (8) the bases are not told apart.
    """
    request = _about(book, as_of, playbook) | {
        "period_unit": period_unit,
        "first": None if first is None else _encode.day(first, "first"),
        "floor": floor,
        "market_correlation": market_correlation,
        "coverage_caps": coverage_caps,
        "member": member,
        "prior_strength": prior_strength,
        "segments": segments,
        "timing_floor": timing_floor,
    }
    return typed("backtest_forecast", request, models.BacktestForecastResponse)


def check_coverage(
    book: BookSource, opportunity: str, *, as_of: Day, playbook: PlaybookSource = None
) -> models.CheckCoverageResponse:
    """Who covers which buying role in an opportunity, and the gaps."""
    request = _about(book, as_of, playbook) | {"opportunity": opportunity}
    return typed("check_coverage", request, models.CheckCoverageResponse)


def support_base(
    book: BookSource,
    opportunity: str,
    *,
    as_of: Day,
    since: Day | None = None,
    playbook: PlaybookSource = None,
) -> models.SupportBaseResponse:
    """The support base of an opportunity: influence and heads for us, neutral, against and unknown.

    The trend is that since ``since``, or since as many days before ``as_of`` as the playbook says, with who moved.
    """
    request = _about(book, as_of, playbook) | {
        "opportunity": opportunity,
        "since": None if since is None else _encode.day(since, "since"),
    }
    return typed("support_base", request, models.SupportBaseResponse)


def decision_chain(
    book: BookSource,
    opportunity: str,
    *,
    as_of: Day,
    targets: Sequence[str] | None = None,
    playbook: PlaybookSource = None,
) -> models.DecisionChainResponse:
    """Who reports to, influences, knows and conflicts with whom; who counts most; how to reach whom we need.

    Ways are shown to the people the opportunity needs, and to those in ``targets``.
    """
    request = _about(book, as_of, playbook) | {
        "opportunity": opportunity,
        "targets": None if targets is None else _encode.items(targets, "targets"),
    }
    return typed("decision_chain", request, models.DecisionChainResponse)


def check_gates(
    book: BookSource, opportunity: str, *, as_of: Day, playbook: PlaybookSource = None
) -> models.CheckGatesResponse:
    """Whether an opportunity is past the three gates, and how far its nine information points are known."""
    request = _about(book, as_of, playbook) | {"opportunity": opportunity}
    return typed("check_gates", request, models.CheckGatesResponse)


def diagnose_opportunity(
    book: BookSource, opportunity: str, *, as_of: Day, playbook: PlaybookSource = None
) -> models.DiagnoseOpportunityResponse:
    """The six-step diagnosis of an opportunity with its parts, where it is stuck, and the next moves."""
    request = _about(book, as_of, playbook) | {"opportunity": opportunity}
    return typed("diagnose_opportunity", request, models.DiagnoseOpportunityResponse)


def committee_map(
    book: BookSource, opportunity: str, *, as_of: Day, playbook: PlaybookSource = None
) -> models.CommitteeMapResponse:
    """A drawing of a buying committee: places, sizes, lines and contacts; see also `plots.plot_committee_map`."""
    request = _about(book, as_of, playbook) | {"opportunity": opportunity}
    return typed("committee_map", request, models.CommitteeMapResponse)


def erase_personal_fields(
    book: BookSource, erasures: Sequence[Facts]
) -> models.ErasePersonalFieldsResponse:
    """The facts of a book without what is personal of some people, and what was erased where.

    Each erasure is a dict (or a `models.Erasure`) with the key `stakeholder` and, if their
    identifier is to go as well, `pseudonym`.
    """
    request = {"book": _encode.book(book), "erasures": _encode.items(erasures, "erasures")}
    return typed("erase_personal_fields", request, models.ErasePersonalFieldsResponse)


def judge_loyalty(
    book: BookSource, account: str, *, as_of: Day, playbook: PlaybookSource = None
) -> models.JudgeLoyaltyResponse:
    """An account's loyalty, from its purchases."""
    request = _about(book, as_of, playbook) | {"account": account}
    return typed("judge_loyalty", request, models.JudgeLoyaltyResponse)


def judge_lifecycle(
    book: BookSource, account: str, *, as_of: Day, playbook: PlaybookSource = None
) -> models.JudgeLifecycleResponse:
    """An account's lifecycle phase, from its purchases."""
    request = _about(book, as_of, playbook) | {"account": account}
    return typed("judge_lifecycle", request, models.JudgeLifecycleResponse)


def score_rfm(
    book: BookSource,
    *,
    as_of: Day,
    method: str | None = None,
    recency: str | None = None,
    window_days: int | None = None,
    playbook: PlaybookSource = None,
) -> models.ScoreRfmResponse:
    """Every account scored by recency, frequency and money, with the segment it falls in.

    `method` is `fixed_bands` (of the playbook, the default) or `quantiles`; `recency`, which one is
    scored, `since_last_order` (the default) or `first_to_last_order`. Frequency and money are of
    `window_days` up to the day, or as the playbook says.
    """
    request = _about(book, as_of, playbook) | {
        "method": method,
        "recency": recency,
        "window_days": window_days,
    }
    return typed("score_rfm", request, models.ScoreRfmResponse)


def value_concentration(
    book: BookSource,
    *,
    as_of: Day,
    period: tuple[Day, Day] | None = None,
    by: str | None = None,
    top_share: Number | None = None,
    target_share: Number | None = None,
    playbook: PlaybookSource = None,
) -> models.ValueConcentrationResponse:
    """How unevenly the money of a period is spread: Lorenz curve, Gini, 80/20 as measured.

    `by` is `account` (the default) or `group`. `top_share` (0.2) is the part of the accounts whose
    money is asked for, `target_share` (0.8) the part of the money whose fewest accounts are.
    """
    request = _about(book, as_of, playbook) | {
        "period": None if period is None else _encode.period(period),
        "by": by,
        "top_share": top_share,
        "target_share": target_share,
    }
    return typed("value_concentration", request, models.ValueConcentrationResponse)


def purchase_trajectory(
    book: BookSource, account: str, *, as_of: Day, playbook: PlaybookSource = None
) -> models.PurchaseTrajectoryResponse:
    """How an account has been buying over time, and what to expect.

    Its rhythm and how regular it is, its season, how probable its silence is if it still buys as
    usual, the trend of its spend, its next orders, and the products and categories that it stopped
    buying, with what came instead.
    """
    request = _about(book, as_of, playbook) | {"account": account}
    return typed("purchase_trajectory", request, models.PurchaseTrajectoryResponse)


def cross_sell(
    book: BookSource,
    account: str | None = None,
    *,
    as_of: Day,
    basis: str | None = None,
    playbook: PlaybookSource = None,
) -> models.CrossSellResponse:
    """What comparable accounts buy and an account does not; without an `account`, for every one.

    `basis` says which accounts are comparable: those of the same `industry` (the default),
    `territory`, or `industry_and_territory`, or those alike by their `baskets`, what they buy.
    """
    request = _about(book, as_of, playbook) | {"account": account, "basis": basis}
    return typed("cross_sell", request, models.CrossSellResponse)


def lifecycle_history(
    book: BookSource, account: str, *, as_of: Day, playbook: PlaybookSource = None
) -> models.LifecycleHistoryResponse:
    """An account's lifecycle phases over its whole life, each with its days and its reason."""
    request = _about(book, as_of, playbook) | {"account": account}
    return typed("lifecycle_history", request, models.LifecycleHistoryResponse)


def lifecycle_transitions(
    book: BookSource,
    *,
    start: Day,
    end: Day,
    step: str | None = None,
    playbook: PlaybookSource = None,
) -> models.LifecycleTransitionsResponse:
    """How the accounts of a book moved between lifecycle phases: columns and links of a flow chart.

    `step` is `month`, `quarter` (the default) or `year`.
    """
    request = {
        "book": _encode.book(book),
        "playbook": _encode.playbook(playbook),
        "from": _encode.day(start, "start"),
        "to": _encode.day(end, "end"),
        "step": step,
    }
    return typed("lifecycle_transitions", request, models.LifecycleTransitionsResponse)


def classify_key_accounts(
    book: BookSource, *, as_of: Day, playbook: PlaybookSource = None
) -> models.ClassifyKeyAccountsResponse:
    """Which accounts are key accounts, of which kind, and in which tier."""
    return typed(
        "classify_key_accounts", _about(book, as_of, playbook), models.ClassifyKeyAccountsResponse
    )


def summarise_purchases(
    book: BookSource, *, as_of: Day, playbook: PlaybookSource = None
) -> models.SummarisePurchasesResponse:
    """Frequency, recency and age of each account in weeks, and its mean spend on repeat orders."""
    request = _about(book, as_of, playbook)
    return typed("summarise_purchases", request, models.SummarisePurchasesResponse)


def fit_purchase_model(
    book: BookSource | None = None,
    *,
    as_of: Day | None = None,
    summaries: Facts | None = None,
    model: Facts | None = None,
    priors: Sequence[Facts] | None = None,
    playbook: PlaybookSource = None,
) -> models.FitPurchaseModelResponse:
    """Fits a model of repeat purchase, either on a book as of a day or on `summaries`.

    `summaries` are columns: `{"frequency": [...], "recency": [...], "age": [...]}`, and where a
    regularity is to be chosen `log_intervals`. A model is `{"type": "bg_nbd"}`, `mbg_nbd`,
    `mbg_cnbd` (with `regularity`, or without, which chooses it) or `pareto_nbd`.
    """
    request = {
        "playbook": _encode.playbook(playbook),
        "summaries": summaries,
        "book": None if book is None else _encode.book(book),
        "as_of": None if as_of is None else _encode.day(as_of),
        "model": model,
        "priors": priors,
    }
    return typed("fit_purchase_model", request, models.FitPurchaseModelResponse)


def score_purchase_model(
    parameters: Facts, summaries: Facts, horizon: Number
) -> models.ScorePurchaseModelResponse:
    """P(alive), expected purchases and the chance of one at all, for columns of summaries."""
    request = {"parameters": parameters, "summaries": summaries, "horizon": horizon}
    return typed("score_purchase_model", request, models.ScorePurchaseModelResponse)


def purchase_model_grid(
    parameters: Facts,
    *,
    age: Number,
    horizon: Number,
    most_frequency: int = 20,
    recency_steps: int = 40,
) -> models.PurchaseModelGridResponse:
    """P(alive) and expected purchases by frequency and recency, for a heat map."""
    grid = {
        "age": age,
        "horizon": horizon,
        "most_frequency": most_frequency,
        "recency_steps": recency_steps,
    }
    request = {"parameters": parameters, "grid": grid}
    return typed("purchase_model_grid", request, models.PurchaseModelGridResponse)


def fit_round_model(
    summaries: Facts, *, priors: Sequence[Facts] | None = None
) -> models.FitRoundModelResponse:
    """Fits the model of purchases that can only happen in rounds, as tenders or renewals (BG/BB).

    `summaries` are columns: `{"frequency": [...], "recency": [...], "rounds": [...]}`, the recency
    being the number of the round of the last purchase, and where wanted `weights`.
    """
    request = {"summaries": summaries, "priors": priors}
    return typed("fit_round_model", request, models.FitRoundModelResponse)


def score_round_model(
    parameters: Facts, summaries: Facts, rounds: int
) -> models.ScoreRoundModelResponse:
    """P(alive), expected purchases and the chance of one at all in so many rounds ahead."""
    request = {"parameters": parameters, "summaries": summaries, "rounds": rounds}
    return typed("score_round_model", request, models.ScoreRoundModelResponse)


def fit_spend_model(
    summaries: Facts, *, priors: Sequence[Facts] | None = None
) -> models.FitSpendModelResponse:
    """Fits the model of what repeat purchases are worth (Gamma-Gamma).

    `summaries` are columns: `{"frequency": [...], "mean": [...]}`, the mean amount being `None` where
    the frequency is 0, and where wanted `weights`.
    """
    request = {"summaries": summaries, "priors": priors}
    return typed("fit_spend_model", request, models.FitSpendModelResponse)


def score_spend_model(parameters: Facts, summaries: Facts) -> models.ScoreSpendModelResponse:
    """What accounts are expected to spend on a purchase, by a model with given parameters."""
    request = {"parameters": parameters, "summaries": summaries}
    return typed("score_spend_model", request, models.ScoreSpendModelResponse)


def judge_lifetime_value(
    book: BookSource,
    *,
    as_of: Day,
    model: Facts | None = None,
    parameters: Facts | None = None,
    spend_parameters: Facts | None = None,
    priors: Sequence[Facts] | None = None,
    playbook: PlaybookSource = None,
) -> models.JudgeLifetimeValueResponse:
    """What each account will buy, whether it still buys, and what it is worth.

    The models are fitted on the book, unless parameters that were fitted elsewhere are given.
    """
    chosen = _of_models(model, parameters, spend_parameters, priors)
    request = _about(book, as_of, playbook) | chosen
    return typed("judge_lifetime_value", request, models.JudgeLifetimeValueResponse)


def validate_purchase_models(
    book: BookSource,
    *,
    calibration_end: Day,
    as_of: Day,
    purchase_models: Sequence[Facts] | None = None,
    priors: Sequence[Facts] | None = None,
    playbook: PlaybookSource = None,
) -> models.ValidatePurchaseModelsResponse:
    """Models fitted up to `calibration_end`, held against what came until `as_of`.

    `purchase_models` are tried in their order, all where it is left out; beside them stand two
    baselines that need no model.
    """
    request = _about(book, as_of, playbook) | {
        "calibration_end": _encode.day(calibration_end),
        "models": purchase_models,
        "priors": priors,
    }
    return typed("validate_purchase_models", request, models.ValidatePurchaseModelsResponse)


def alive_history(
    book: BookSource,
    account: str,
    *,
    as_of: Day,
    start: Day | None = None,
    step_days: int = 1,
    parameters: Facts | None = None,
    playbook: PlaybookSource = None,
) -> models.AliveHistoryResponse:
    """How probable it was on each day that an account still buys, from what was known then."""
    request = _about(book, as_of, playbook) | {
        "account": account,
        "from": None if start is None else _encode.day(start),
        "step_days": step_days,
        "parameters": parameters,
    }
    return typed("alive_history", request, models.AliveHistoryResponse)


def retention_what_if(
    book: BookSource | None = None,
    *,
    as_of: Day,
    change: Facts,
    figures: Facts | None = None,
    model: Facts | None = None,
    parameters: Facts | None = None,
    spend_parameters: Facts | None = None,
    priors: Sequence[Facts] | None = None,
    playbook: PlaybookSource = None,
) -> models.RetentionWhatIfResponse:
    """What keeping more customers would change, from `figures` or from a book.

    A change is `{"type": "points", "points": 0.05}`, which takes five points of a hundred off each
    year's defection, or `{"type": "fraction", "fraction": 0.05}`, a twentieth of it.
    """
    request = {
        "playbook": _encode.playbook(playbook),
        "figures": figures,
        "book": None if book is None else _encode.book(book),
        "as_of": _encode.day(as_of),
        "change": change,
        **_of_models(model, parameters, spend_parameters, priors),
    }
    return typed("retention_what_if", request, models.RetentionWhatIfResponse)


def detect_signals(
    book: BookSource, account: str, *, as_of: Day, playbook: PlaybookSource = None
) -> models.DetectSignalsResponse:
    """High-risk signals of an account, with their evidence."""
    request = _about(book, as_of, playbook) | {"account": account}
    return typed("detect_signals", request, models.DetectSignalsResponse)


def review(
    book: BookSource, *, as_of: Day, playbook: PlaybookSource = None
) -> models.ReviewResponse:
    """All verdicts for every account, and the portfolio's totals."""
    return typed("review", _about(book, as_of, playbook), models.ReviewResponse)


def check_playbook(playbook: PlaybookSource = None) -> models.CheckPlaybookResponse:
    """Every problem of a playbook."""
    request = {"playbook": _encode.playbook(playbook)}
    return typed("check_playbook", request, models.CheckPlaybookResponse)


def check_book(book: BookSource) -> models.CheckBookResponse:
    """Every damaged fact of a book."""
    return typed("check_book", {"book": _encode.book(book)}, models.CheckBookResponse)


def preset_playbook(name: str = "six_stage") -> models.PresetPlaybookResponse:
    """A playbook that comes with the library: `six_stage` or `eight_step`."""
    return typed("preset_playbook", {"name": name}, models.PresetPlaybookResponse)


def labels(language: str = "en", *, playbook: PlaybookSource = None) -> models.LabelsResponse:
    """Names of stages, roles, phases and signals in a language."""
    request = {"playbook": _encode.playbook(playbook), "language": language}
    return typed("labels", request, models.LabelsResponse)


def to_dict(value: object) -> Any:
    """A result as plain data: dicts and lists, dates and decimals as in the JSON."""
    return msgspec.to_builtins(value)


def _of_history(
    opportunity: Facts, events: Sequence[Facts], as_of: Day, playbook: PlaybookSource
) -> dict[str, object]:
    return {
        "playbook": _encode.playbook(playbook),
        "opportunity": opportunity,
        "opportunity_events": events,
        "as_of": _encode.day(as_of),
    }


def _about(book: BookSource, as_of: Day, playbook: PlaybookSource) -> dict[str, object]:
    return {
        "playbook": _encode.playbook(playbook),
        "book": _encode.book(book),
        "as_of": _encode.day(as_of),
    }


def _of_periods(
    periods: Sequence[tuple[Day, Day]] | None, unit: str | None, count: int | None
) -> dict[str, object]:
    return {
        "periods": None if periods is None else _encode.periods(periods, "periods"),
        "period_unit": unit,
        "period_count": count,
    }


def _of_models(
    model: Facts | None,
    parameters: Facts | None,
    spend_parameters: Facts | None,
    priors: Sequence[Facts] | None,
) -> dict[str, object]:
    return {
        "model": model,
        "parameters": parameters,
        "spend_parameters": spend_parameters,
        "priors": priors,
    }

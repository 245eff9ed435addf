"""Bookings of periods against all outcomes one by one; looks back against numpy and scipy."""

from __future__ import annotations

import datetime
import itertools
import math
import random
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

import keyaccount
import numpy as np
import pytest
from keyaccount import models
from numpy.typing import NDArray
from scipy.stats import norm, ttest_rel  # type: ignore[import-untyped]

STAGES = ("interest", "incubation", "design", "comparison", "commitment")
BASES = ("stage_default", "learned", "timing")
LEVELS = (Decimal("0.05"), Decimal("0.5"), Decimal("0.95"))
CENT = Decimal("0.01")
AS_OF = datetime.date(2026, 6, 30)
FIRST_DAY = datetime.date(2024, 1, 1)
CLIP = 1e-6
"""Log loss takes no chance for smaller than one in a million."""
QUARTER = (datetime.date(2026, 7, 1), datetime.date(2026, 9, 30))

Vector = NDArray[np.float64]


class Deal(NamedTuple):
    """What is known of a deal apart from the library: when it began, and how it ended."""

    name: str
    created: datetime.date
    amount: Decimal
    ended: datetime.date | None
    won: bool


def dollars(amount: object) -> dict[str, str]:
    return {"amount": str(amount), "currency": "USD"}


def days(count: int) -> datetime.timedelta:
    return datetime.timedelta(days=count)


def made_up(seed: int, count: int) -> tuple[list[Deal], dict[str, Any]]:
    """Deals that stay in the stage they begin in; some are won, some lost, some still open."""
    numbers = random.Random(seed)
    deals, events = [], []
    for at in range(count):
        created = FIRST_DAY + days(numbers.randrange((AS_OF - FIRST_DAY).days - 10))
        end = created + days(numbers.randrange(20, 200))
        amount = Decimal(numbers.randrange(100_00, 90_000_00)) / 100
        is_over = end <= AS_OF
        deal = Deal(
            f"deal-{at}",
            created,
            amount,
            end if is_over else None,
            is_over and numbers.random() < 0.45,
        )
        deals.append(deal)
        change: dict[str, Any] = {
            "type": "created",
            "stage": numbers.choice(STAGES),
            "amount": dollars(amount),
            "close_date": created + days(numbers.randrange(30, 220)),
        }
        if numbers.random() < 0.3:
            change["probability"] = f"{numbers.random():.6f}"
        events.append({"opportunity": deal.name, "at": created, "change": change})
        if deal.ended is not None:
            how = {"type": "won" if deal.won else "lost"}
            events.append({"opportunity": deal.name, "at": deal.ended, "change": how})
    book = {
        "accounts": [{"id": "made-up", "name": "Made-up Ltd"}],
        "opportunities": [{"id": deal.name, "account": "made-up"} for deal in deals],
        "opportunity_events": events,
    }
    return deals, book


# --- all outcomes


def outcomes(amounts: Sequence[float], chances: Sequence[float]) -> tuple[Vector, Vector]:
    """Every total that may come, in order, and how probable it is."""
    odds: dict[int, float] = {}
    for won in itertools.product((False, True), repeat=len(amounts)):
        total = sum(round(a * 100) for a, is_won in zip(amounts, won, strict=True) if is_won)
        parts = [p if is_won else 1 - p for p, is_won in zip(chances, won, strict=True)]
        odds[total] = odds.get(total, 0.0) + math.prod(parts)
    totals = sorted(odds)
    return np.array(totals) / 100, np.array([odds[total] for total in totals])


def open_book(seed: int, count: int) -> dict[str, Any]:
    """Open deals of the next quarter, and one that was signed in it."""
    numbers = random.Random(seed)
    names = [f"open-{at}" for at in range(count)]
    events: list[dict[str, Any]] = []
    for name in names:
        change: dict[str, Any] = {
            "type": "created",
            "stage": numbers.choice(STAGES),
            "amount": dollars(Decimal(numbers.randrange(1, 1_000_000)) / 100),
            "close_date": QUARTER[0] + days(numbers.randrange(60, 92)),
        }
        if numbers.random() < 0.5:
            change["probability"] = f"{numbers.random():.6f}"
        events.append({"opportunity": name, "at": "2026-05-05", "change": change})
    if count % 2:
        won = {"type": "won"}
        events.append({"opportunity": names[0], "at": QUARTER[0], "change": won})
    return {
        "accounts": [{"id": "made-up", "name": "Made-up Ltd"}],
        "opportunities": [{"id": name, "account": "made-up"} for name in names],
        "opportunity_events": events,
    }


@pytest.mark.parametrize("count", range(13))
def test_bookings_are_the_sum_over_all_outcomes(count: int) -> None:
    quota = Decimal(1234) * count
    answer = keyaccount.forecast_bookings(
        open_book(count, count),
        as_of=QUARTER[0] + days(30),
        periods=[QUARTER],
        quota=dollars(quota),
    )
    (period,) = answer.verdict.periods
    assert len(period.deals) == count
    reported = [float(deal.reported.amount) for deal in period.deals]
    chances = [float(deal.chance) for deal in period.deals]
    totals, odds = outcomes(reported, chances)
    bookings = period.bookings
    near = float(bookings.error_bound) + 1e-11
    cumulated = np.cumsum(odds)

    mean = float(np.sum(totals * odds))
    assert float(bookings.mean.amount) == pytest.approx(mean, abs=0.0051)
    deviation = math.sqrt(max(0.0, float(np.sum((totals - mean) ** 2 * odds))))
    assert float(bookings.standard_deviation.amount) == pytest.approx(deviation, abs=0.0051)
    for point in bookings.curve:
        below = float(np.sum(odds[totals <= float(point.amount.amount) + 0.001]))
        assert float(point.cdf) == pytest.approx(below, abs=near)
    for quantile in bookings.quantiles:
        at = int(np.searchsorted(totals, float(quantile.amount.amount) - 0.001))
        assert totals[at] == pytest.approx(float(quantile.amount.amount)), "it is an outcome"
        assert cumulated[at] >= float(quantile.probability) - near
        assert at == 0 or cumulated[at - 1] <= float(quantile.probability) + near
    assert period.quota is not None
    reached = float(np.sum(odds[totals >= float(quota) - 0.001]))
    assert float(period.quota.probability) == pytest.approx(reached, abs=near)
    missing = float(np.sum(np.maximum(0.0, float(quota) - totals) * odds))
    assert float(period.quota.expected_shortfall.amount) == pytest.approx(missing, abs=0.0051)


@pytest.mark.parametrize("correlation", ["0.05", "0.4"])
def test_a_market_in_common_mixes_all_outcomes(correlation: str) -> None:
    """Over a fine grid of markets, in each of which deals are independent."""
    answer = keyaccount.forecast_bookings(
        open_book(6, 6),
        as_of=QUARTER[0] + days(30),
        periods=[QUARTER],
        market_correlation=correlation,
    )
    (period,) = answer.verdict.periods
    reported = [float(deal.reported.amount) for deal in period.deals]
    thresholds = norm.ppf([float(deal.chance) for deal in period.deals])
    rho, step = float(correlation), 5e-3
    odds: Vector | float = 0.0
    for market in np.arange(-8.0, 8.0, step):
        given = norm.cdf((thresholds + math.sqrt(rho) * market) / math.sqrt(1 - rho))
        totals, there = outcomes(reported, list(given))
        odds = odds + there * float(norm.pdf(market)) * step
    assert answer.verdict.market_correlation == Decimal(correlation)
    for point in period.bookings.curve:
        below = float(np.sum(odds * (totals <= float(point.amount.amount) + 0.001)))
        assert float(point.cdf) == pytest.approx(below, abs=1e-8)


# --- what if


@pytest.mark.parametrize("basis", BASES)
def test_a_win_moves_the_mean_by_what_was_uncertain(basis: str) -> None:
    _, book = made_up(7, 60)
    this_quarter = (datetime.date(2026, 4, 1), datetime.date(2026, 6, 30))
    periods = [this_quarter, QUARTER]
    before = keyaccount.forecast_bookings(
        book, as_of=AS_OF, periods=periods, basis=basis, timing_floor=1
    ).verdict
    opens = {
        deal.opportunity: (at, deal)
        for at, period in reversed(list(enumerate(before.periods)))
        for deal in period.deals
        if deal.status == "open"
    }
    assert len(opens) >= 3
    for name, (_, deal) in opens.items():
        won = keyaccount.what_if(
            book,
            [{"type": "win", "opportunity": name}],
            as_of=AS_OF,
            periods=periods,
            basis=basis,
            timing_floor=1,
        ).verdict
        assert won.before == before
        amount = deal.reported.amount
        for at, (period, difference) in enumerate(
            zip(before.periods, won.differences, strict=True)
        ):
            chances = [one.chance for one in period.deals if one.opportunity == name]
            signed = amount if at == 0 else Decimal(0)
            expected = signed - amount * sum(chances)
            # Each mean is rounded once.
            assert abs(difference.mean.amount - expected) <= CENT, (name, at)
            assert difference.booked.amount == signed


# --- looks back


def crps(totals: Vector, odds: Vector, actual: float) -> float:
    """∫(F(x) − 1[x ≥ what came])² dx, over the steps of both."""
    ends = np.unique(np.append(totals, actual))
    below = np.array([float(np.sum(odds[totals <= end])) for end in ends[:-1]])
    came = ends[:-1] >= actual
    return float(np.sum((below - came) ** 2 * np.diff(ends)))


class Score(NamedTuple):
    """One past period by one basis, computed here."""

    crps: float
    error: float
    chances: list[tuple[float, bool]]
    actual: float


def look_back(
    deals: Sequence[Deal], book: dict[str, Any], point: models.BacktestPoint, basis: str
) -> Score:
    """From what the library says of a deal's chance on the eve, and from how the deal ended."""
    period = (point.period.first, point.period.last)
    eve = keyaccount.forecast_bookings(
        book, as_of=point.made_on, periods=[period], basis=basis, timing_floor=3
    )
    given = {deal.opportunity: deal for deal in eve.verdict.periods[0].deals}
    open_then = [
        deal
        for deal in deals
        if deal.created <= point.made_on and (deal.ended is None or deal.ended > point.made_on)
    ]
    assert set(given) <= {deal.name for deal in open_then}
    came = [
        deal.won and deal.ended is not None and period[0] <= deal.ended <= period[1]
        for deal in open_then
    ]
    chances = [float(given[deal.name].chance) if deal.name in given else 0.0 for deal in open_then]
    actual = float(sum(deal.amount for deal, won in zip(open_then, came, strict=True) if won))
    possible = [at for at, chance in enumerate(chances) if chance > 0]
    totals, odds = outcomes(
        [float(open_then[at].amount) for at in possible], [chances[at] for at in possible]
    )
    error = float(np.sum(totals * odds)) - actual
    return Score(crps(totals, odds, actual), error, list(zip(chances, came, strict=True)), actual)


def log_loss(chances: Sequence[tuple[float, bool]]) -> float:
    of_what_came = np.array([chance if won else 1 - chance for chance, won in chances])
    return float(-np.mean(np.log(np.maximum(of_what_came, CLIP))))


@pytest.fixture(scope="module")
def past() -> Iterator[tuple[list[Deal], dict[str, Any], models.BacktestVerdict]]:
    deals, book = made_up(11, 45)
    verdict = keyaccount.backtest_forecast(book, as_of=AS_OF, timing_floor=3).verdict
    yield deals, book, verdict


@pytest.mark.parametrize("basis", BASES)
def test_scores_of_the_past_are_those_of_numpy(
    past: tuple[list[Deal], dict[str, Any], models.BacktestVerdict], basis: str
) -> None:
    deals, book, verdict = past
    scores = []
    assert len(verdict.points) == 9, "ten quarters, in the first of which nothing was open before"
    for point in verdict.points:
        score = look_back(deals, book, point, basis)
        scores.append(score)
        (method,) = (one for one in point.methods if one.basis == basis)
        assert float(point.actual.amount) == pytest.approx(score.actual, abs=0.001)
        assert float(method.crps.amount) == pytest.approx(score.crps, abs=0.0051)
        assert point.receipt.forecast == len(score.chances)
    (method_scores,) = (one for one in verdict.methods if one.basis == basis)
    chances = [pair for score in scores for pair in score.chances]
    assert method_scores.deals == len(chances)
    assert method_scores.brier is not None and method_scores.log_loss is not None
    brier = float(np.mean([(chance - won) ** 2 for chance, won in chances]))
    assert float(method_scores.brier) == pytest.approx(brier, abs=1e-10)
    assert float(method_scores.log_loss) == pytest.approx(log_loss(chances), abs=1e-9)
    mean_crps = float(np.mean([score.crps for score in scores]))
    assert float(method_scores.crps.amount) == pytest.approx(mean_crps, abs=0.011)
    bias = float(np.mean([score.error for score in scores]))
    assert float(method_scores.bias.amount) == pytest.approx(bias, abs=0.011)
    absolute = float(np.mean([abs(score.error) for score in scores]))
    assert float(method_scores.mean_absolute_error.amount) == pytest.approx(absolute, abs=0.011)
    for one in method_scores.reliability:
        last = one.to == 1
        inside = [
            (chance, won)
            for chance, won in chances
            if float(one.from_) <= chance and (chance < float(one.to) or last)
        ]
        assert (one.deals, one.won) == (len(inside), sum(won for _, won in inside))


def test_methods_are_told_apart_by_a_paired_t_test(
    past: tuple[list[Deal], dict[str, Any], models.BacktestVerdict],
) -> None:
    _, _, verdict = past
    by_basis = {
        basis: [
            float(method.crps.amount)
            for point in verdict.points
            for method in point.methods
            if method.basis == basis
        ]
        for basis in BASES
    }
    assert len(verdict.comparisons) == 2
    for comparison in verdict.comparisons:
        ours, theirs = by_basis[str(comparison.basis)], by_basis[str(comparison.against)]
        difference = np.mean(np.array(ours) - np.array(theirs))
        assert float(comparison.difference.amount) == pytest.approx(difference, abs=0.011)
        assert comparison.p_value is not None
        assert float(comparison.p_value) == pytest.approx(ttest_rel(ours, theirs).pvalue, abs=1e-4)
    lowest = min(BASES, key=lambda basis: float(np.mean(by_basis[basis])))
    assert verdict.best is not None and verdict.best.basis == lowest

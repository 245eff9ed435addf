"""Learned win rates and timing against SciPy, exact fractions and an absorbing Markov chain.

The histories are made up as for the funnel's statistics; what is to be observed of each is known
apart from the library's replay.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

import keyaccount
import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.stats import beta  # type: ignore[import-untyped]
from test_funnel_statistics import (
    AS_OF,
    FIRST_DAY,
    LOST,
    NEAR,
    OPEN,
    OPEN_STAGES,
    REACHED,
    SIGNED,
    Observation,
    Opportunity,
    exact_incidence,
    make_up,
    observed,
)

PLAYBOOK_RATES = (0.05, 0.1, 0.2, 0.3, 0.5)
"""Of the preset's open stages."""
LINES = ("machines", "service", "spare parts")
HALF_A_PLACE = 5.1e-7
"""Effective counts have six places."""
LEVELS = {"fifty": 0.5, "eighty": 0.8, "ninety_five": 0.95}

Matrix = NDArray[np.float64]


def book_of(deals: Sequence[Opportunity], lines: Sequence[str | None]) -> dict[str, Any]:
    opportunities = [
        {"id": deal.name, "account": "made-up", "product_line": line}
        for deal, line in zip(deals, lines, strict=True)
    ]
    return {
        "accounts": [{"id": "made-up", "name": "Made-up Ltd"}],
        "opportunities": opportunities,
        "opportunity_events": [event for deal in deals for event in deal.events],
    }


def date(day: int) -> datetime.date:
    return FIRST_DAY + datetime.timedelta(days=day)


# --- win rates


def squared_weights(observations: Sequence[Observation]) -> Fraction:
    """Σw² of the decided ones, each weighed by one over the probability not to be censored before."""
    at_risk, uncensored, squares = len(observations), Fraction(1), Fraction(0)
    for day in sorted({day for day, _ in observations}):
        ends = [end for on, end in observations if on == day]
        decided, censored = len(ends) - ends.count(OPEN), ends.count(OPEN)
        squares += decided / (uncensored * len(observations)) ** 2 if decided else 0
        at_risk -= decided
        if censored:
            uncensored *= 1 - Fraction(censored, at_risk)
            at_risk -= censored
        if uncensored == 0:
            break
    return squares


def evidence(observations: Sequence[Observation]) -> tuple[float, float]:
    """How many equally weighted decided ones there are, and how many of them are won."""
    if all(end == OPEN for _, end in observations):
        return 0.0, 0.0
    won, lost = (exact_incidence(observations, cause) for cause in (REACHED, LOST))
    decided = (won + lost) ** 2 / squared_weights(observations)
    return float(decided), float(decided * won / (won + lost))


def check_rate(
    found: dict[str, Any], observations: Sequence[Observation], prior: float, strength: float
) -> None:
    counts, ends = found["counts"], [end for _, end in observations]
    shown = tuple(counts[name] for name in ("entered", "won", "lost", "open"))
    assert shown == (len(ends), ends.count(REACHED), ends.count(LOST), ends.count(OPEN))
    decided, won = evidence(observations)
    assert float(counts["effective_decided"]) == pytest.approx(decided, abs=HALF_A_PLACE)
    assert float(counts["effective_won"]) == pytest.approx(won, abs=2 * HALF_A_PLACE)
    if decided:
        assert float(counts["observed_rate"]) == pytest.approx(won / decided, abs=NEAR)
    else:
        assert counts["observed_rate"] is None
    if observations:
        undecided = 1 - sum(exact_incidence(observations, cause) for cause in (REACHED, LOST))
        assert float(counts["undecided_share"]) == pytest.approx(float(undecided), abs=NEAR)
    a, b = float(found["alpha"]), float(found["beta"])
    assert a == pytest.approx(prior * strength + won, abs=3 * HALF_A_PLACE)
    assert b == pytest.approx((1 - prior) * strength + decided - won, abs=4 * HALF_A_PLACE)
    assert found["basis"] == ("learned" if decided else "prior")
    assert float(found["rate"]) == pytest.approx(a / (a + b) if decided else prior, abs=NEAR)
    for name, level in LEVELS.items():
        interval = found["intervals"][name]
        outside = (1 - level) / 2
        assert float(interval["low"]) == pytest.approx(beta.ppf(outside, a, b), abs=NEAR)
        assert float(interval["high"]) == pytest.approx(beta.ppf(1 - outside, a, b), abs=NEAR)


def pooled_strength(evidences: Sequence[tuple[float, float]], whole: float, prior: float) -> float:
    """How much the stage's rate counts for in a segment: by moments, as the library says it does."""
    known = np.array([(decided, won) for decided, won in evidences if decided])
    if len(known) < 2 or known[:, 0].max() <= 1:
        return min(prior, whole)
    n, rates = known[:, 0], known[:, 1] / known[:, 0]
    mean = np.average(rates, weights=n)
    between = (n * (rates - mean) ** 2).sum()
    within = mean * (1 - mean) * (len(n) - 1)
    by_spread = mean * (1 - mean) * (n.sum() - (n**2).sum() / n.sum()) - within
    spread = np.clip((between - within) / by_spread, 0, 1) if by_spread > 0 else 0.0
    return float(np.clip(1 / spread - 1 if spread > 0 else whole, 1, whole))


@pytest.mark.parametrize("strength", ["10", "2.5"])
@pytest.mark.parametrize("seed", range(4))
def test_win_rates_of_stages_and_segments(seed: int, strength: str) -> None:
    chance = random.Random(seed)
    deals = [make_up(f"deal-{at}", chance) for at in range(240)]
    # Segments of unequal size and luck, and some opportunities in none.
    lines = [
        chance.choice([*LINES, None])
        if deal.outcome == REACHED
        else chance.choice([*LINES[1:], None])
        for deal in deals
    ]
    verdict = keyaccount.learn_win_rates(
        book_of(deals, lines),
        as_of=date(AS_OF),
        prior_strength=strength,
        floor=30,
        segments="product_line",
    ).verdict
    rates = keyaccount.to_dict(verdict)
    assert (rates["histories"], rates["without_segment"]) == (len(deals), lines.count(None))
    (pipeline,) = rates["pipelines"]
    assert [stage["stage"] for stage in pipeline["stages"]] == list(OPEN_STAGES)
    for at, (stage, prior) in enumerate(zip(pipeline["stages"], PLAYBOOK_RATES, strict=True)):
        assert float(stage["playbook_rate"]) == prior
        rate, weight = stage["rate"], float(strength)
        check_rate(rate, observed(deal.win(at) for deal in deals), prior, weight)
        assert rate["insufficient_history"] == (float(rate["counts"]["effective_decided"]) < 30)

        assert [segment["segment"] for segment in stage["segments"]] == sorted(LINES)
        of_segments = [
            observed(deal.win(at) for deal, line in zip(deals, lines, strict=True) if line == name)
            for name in sorted(LINES)
        ]
        whole = float(rate["alpha"]) + float(rate["beta"])
        pooled = pooled_strength([evidence(found) for found in of_segments], whole, weight)
        found_strength = float(stage["pooling"]["strength"])
        assert found_strength == pytest.approx(pooled, rel=1e-4)
        for segment, observations in zip(stage["segments"], of_segments, strict=True):
            check_rate(segment["rate"], observations, float(rate["rate"]), found_strength)


# --- timing

WON, GONE = SIGNED, SIGNED + 1
"""Where visits lead to behind the open stages: the signature, the loss."""
Visit = tuple[int, int, int | None]
"""Stage, days in it, and where it led to; None while it goes on."""


def visits_of(deal: Opportunity) -> list[Visit]:
    ways = deal.ways()
    found: list[Visit] = [
        (stage, until - since, target) for (stage, since), (target, until) in pairwise(ways)
    ]
    if deal.outcome != REACHED:
        stage, since = ways[-1]
        found.append((stage, deal.ended_on - since, GONE if deal.outcome == LOST else None))
    return found


def hazards(visits: Sequence[Visit], stage: int) -> Matrix:
    """By day since the entry and target: which part of those that are there leave for it."""
    of_stage = [(days, target) for at, days, target in visits if at == stage]
    found = np.zeros((AS_OF + 2, GONE + 1))
    for days, target in of_stage:
        if target is not None:
            found[days, target] += 1 / sum(other >= days for other, _ in of_stage)
    return found


def won_and_lost(visits: Sequence[Visit], last: int) -> tuple[Matrix, Matrix]:
    """The probabilities to be won and lost within each number of days, from each stage and age.

    An absorbing Markov chain over (stage, age), and its transition matrix taken to powers. Arriving
    in a stage may go on within the day; where that ends is solved for.
    """
    by_stage = [hazards(visits, stage) for stage in range(SIGNED)]
    ages = AS_OF + 1
    states = SIGNED * ages
    at_once = np.array([found[0] for found in by_stage])
    ends = np.zeros((SIGNED, states + 2))
    for stage in range(SIGNED):
        ends[stage, stage * ages] = 1 - at_once[stage].sum()
        ends[stage, states:] = at_once[stage, WON:]
    arriving = np.linalg.solve(np.eye(SIGNED) - at_once[:, :SIGNED], ends)

    step = np.zeros((states + 2, states + 2))
    step[states, states] = step[states + 1, states + 1] = 1
    for stage, found in enumerate(by_stage):
        for age in range(ages):
            leaving, at = found[age + 1], stage * ages + age
            step[at] = leaving[:SIGNED] @ arriving
            step[at, states:] += leaving[WON:]
            step[at, stage * ages + min(age + 1, ages - 1)] += 1 - leaving.sum()
    assert np.allclose(step.sum(axis=1), 1)
    ended = np.zeros((states + 2, 2))
    ended[states, 0] = ended[states + 1, 1] = 1
    within = [ended]
    for _ in range(last):
        within.append(step @ within[-1])
    found = np.array([now[:states].reshape(SIGNED, ages, 2) for now in within])
    return found[..., 0], found[..., 1]


@pytest.mark.parametrize("seed", range(3))
def test_timing_is_an_absorbing_markov_chain(seed: int) -> None:
    chance = random.Random(100 + seed)
    deals = [make_up(f"deal-{at}", chance) for at in range(250)]
    ahead = (0, 1, 2, 30, 91, 250)
    floor = 3
    verdict = keyaccount.win_timing(
        book_of(deals, [None] * len(deals)),
        as_of=date(AS_OF),
        by=[date(AS_OF + days) for days in ahead],
        floor=floor,
        prior_strength="0",
    ).verdict
    found = {timing["opportunity"]: timing for timing in keyaccount.to_dict(verdict)["deals"]}
    still_open = [deal for deal in deals if deal.outcome == OPEN]
    assert sorted(found) == sorted(deal.name for deal in still_open)

    visits = [visit for deal in deals for visit in visits_of(deal)]
    won, lost = won_and_lost(visits, max(ahead))
    timed = 0
    for deal in still_open:
        timing = found[deal.name]
        stage, since = deal.ways()[-1]
        age = AS_OF - since
        assert (timing["stage"], timing["days_in_stage"]) == (OPEN_STAGES[stage], age)
        of_stage = [days for at, days, _ in visits if at == stage]
        longer = sum(days > age for days in of_stage)
        assert (timing["visits"], timing["lasted_longer"]) == (len(of_stage), longer)
        assert timing["basis"] == ("timing" if longer >= floor else "close_date")
        if longer < floor:
            assert all(chances["won"] is None for chances in timing["chances"])
            continue
        timed += 1
        for days, chances in zip(ahead, timing["chances"], strict=True):
            assert chances["by"] == str(date(AS_OF + days))
            assert float(chances["won"]) == pytest.approx(won[days, stage, age], abs=NEAR)
            assert float(chances["lost"]) == pytest.approx(lost[days, stage, age], abs=NEAR)
            parts = (chances["won"], chances["lost"], chances["open"])
            assert sum(Fraction(part) for part in parts) == 1
    assert timed > 10


def test_the_chain_itself() -> None:
    """Worked by hand: from the first stage half go on within the day, half are won a day later."""
    visits: list[Visit] = [
        (0, 0, 1),
        (0, 1, WON),
        (1, 0, 0),
        (1, 0, GONE),
        (2, 3, WON),
        (2, 4, None),
    ]
    won, lost = won_and_lost(visits, 5)
    assert won[1, 0, 0] == pytest.approx(1)
    assert [won[days, 2, 0] for days in range(5)] == pytest.approx([0, 0, 0, 0.5, 0.5])
    assert lost[:, 2].max() == 0

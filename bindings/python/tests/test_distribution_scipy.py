"""The distribution of bookings against scipy's Poisson binomial: equal amounts, any chances."""

from __future__ import annotations

import random
from typing import Any

import keyaccount
import numpy as np
import pytest
from scipy.stats import binom, norm, poisson_binom  # type: ignore[import-untyped]

NEAR = 1e-9
AMOUNT = 1250


def odds(chances: list[float], won: int, correlation: str | None = None) -> float:
    """The probability that the deals bring what so many of them are worth, or more."""
    deals: list[dict[str, Any]] = [
        {"amount": {"amount": str(AMOUNT), "currency": "EUR"}, "probability": f"{chance:.6f}"}
        for chance in chances
    ]
    quota = {"amount": str(AMOUNT * won), "currency": "EUR"}
    summary = keyaccount.book_distribution(
        deals, quota=quota, market_correlation=correlation
    ).summary
    assert summary.quota is not None
    return float(summary.quota.probability)


@pytest.mark.parametrize("count", [1, 2, 17, 64, 300, 2000])
def test_equal_amounts_are_poisson_binomial(count: int) -> None:
    """Chances of six places, impossible and certain ones among them."""
    numbers = random.Random(count)
    chances = [round(numbers.random(), 6) for _ in range(count)]
    chances[: count // 10] = [0.0, 1.0] * (count // 20)
    mean = sum(chances)
    for won in sorted({0, 1, int(mean) - 3, int(mean), int(mean) + 4, count}):
        if 0 <= won <= count:
            expected = float(poisson_binom.sf(won - 1, chances))
            assert odds(chances, won) == pytest.approx(expected, abs=NEAR)


def test_a_hundred_thousand_equal_deals_are_binomial() -> None:
    """Where scipy's Poisson binomial takes too long."""
    chances = [0.3] * 100_000
    for won in (29_700, 30_000, 30_100):
        expected = float(binom.sf(won - 1, len(chances), 0.3))
        assert odds(chances, won) == pytest.approx(expected, abs=NEAR)


@pytest.mark.parametrize(("chance", "correlation"), [(0.3, "0.1"), (0.02, "0.3"), (0.5, "0.9")])
def test_a_market_in_common_is_a_mixture_of_binomials(chance: float, correlation: str) -> None:
    """Over a fine grid of markets."""
    count = 60
    rho = float(correlation)
    step = 2e-4
    market = np.arange(-8.2, 8.2, step)
    given = norm.cdf((norm.ppf(chance) + np.sqrt(rho) * market) / np.sqrt(1 - rho))
    for won in (1, 2, 18, 40):
        expected = float(np.sum(norm.pdf(market) * step * binom.sf(won - 1, count, given)))
        assert odds([chance] * count, won, correlation) == pytest.approx(expected, abs=NEAR)

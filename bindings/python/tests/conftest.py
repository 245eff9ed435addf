"""What the tests of charts share: verdicts on the made-up company's book."""

from __future__ import annotations

from collections.abc import Iterator

import keyaccount
import matplotlib
import pytest
from charts import AS_OF, BOOK, backtest_by_quarter, booking_forecast
from keyaccount import models
from keyaccount.plots._forecast import Backtest, BookingForecast
from matplotlib import pyplot

matplotlib.use("Agg")


@pytest.fixture(autouse=True)
def no_figure_stays_open() -> Iterator[None]:
    yield
    pyplot.close("all")


@pytest.fixture(scope="session")
def funnel() -> models.FunnelVerdict:
    return keyaccount.analyse_funnel(BOOK, as_of=AS_OF).verdict


@pytest.fixture(scope="session")
def movement() -> models.MovementVerdict:
    return keyaccount.pipeline_movement(BOOK, start="2026-03-31", end=AS_OF).verdict


@pytest.fixture(scope="session")
def cohorts() -> models.CohortsVerdict:
    return keyaccount.opportunity_cohorts(BOOK, as_of=AS_OF).verdict


@pytest.fixture(scope="session")
def bookings() -> BookingForecast:
    return booking_forecast()


@pytest.fixture(scope="session")
def backtest() -> Backtest:
    return backtest_by_quarter()

"""What all charts have in common."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import keyaccount
import pytest
from charts import (
    AS_OF,
    BOOK,
    Plot,
    texts,
)
from keyaccount.plots import (
    plot_bookings,
    plot_cohorts,
    plot_distribution,
    plot_funnel,
    plot_movement,
    plot_reliability,
    plot_time_in_stage,
)
from matplotlib import pyplot
from matplotlib.axes import Axes

CHARTS = [
    pytest.param(plot_funnel, "funnel", id="funnel"),
    pytest.param(plot_time_in_stage, "funnel", id="time_in_stage"),
    pytest.param(plot_movement, "movement", id="movement"),
    pytest.param(plot_cohorts, "cohorts", id="cohorts"),
    pytest.param(plot_bookings, "bookings", id="bookings"),
    pytest.param(plot_distribution, "bookings", id="distribution"),
    pytest.param(plot_reliability, "backtest", id="reliability"),
]


def arguments(plot: Plot, verdict: Any) -> dict[str, Any]:
    """What is needed beside the verdict."""
    if plot is plot_movement:
        return {"currency": verdict.currencies[0].currency}
    return {"period": verdict.periods[1].period.first} if plot is plot_distribution else {}


@pytest.mark.parametrize(("plot", "name"), CHARTS)
def test_draws_into_the_axes_it_is_given(
    plot: Plot, name: str, request: pytest.FixtureRequest
) -> None:
    verdict = request.getfixturevalue(name)
    figure, (left, right) = pyplot.subplots(1, 2)
    assert plot(verdict, ax=right, **arguments(plot, verdict)) is right
    assert pyplot.get_fignums() == [figure.number]
    assert right.get_title()
    assert not left.get_title() and not left.has_data()


@pytest.mark.parametrize(("plot", "name"), CHARTS)
def test_makes_a_figure_where_there_are_no_axes(
    plot: Plot, name: str, request: pytest.FixtureRequest
) -> None:
    verdict = request.getfixturevalue(name)
    first = plot(verdict, **arguments(plot, verdict))
    second = plot(verdict, **arguments(plot, verdict))
    assert isinstance(first, Axes)
    assert first.figure is not second.figure


def test_takes_the_answer_as_well_as_its_verdict() -> None:
    funnel = keyaccount.analyse_funnel(BOOK, as_of=AS_OF)
    assert texts(plot_funnel(funnel)) == texts(plot_funnel(funnel.verdict))
    assert texts(plot_time_in_stage(funnel)) == texts(plot_time_in_stage(funnel.verdict))
    cohorts = keyaccount.opportunity_cohorts(BOOK, as_of=AS_OF)
    assert texts(plot_cohorts(cohorts)) == texts(plot_cohorts(cohorts.verdict))
    movement = keyaccount.pipeline_movement(BOOK, start="2026-03-31", end=AS_OF)
    currency = movement.verdict.currencies[0].currency
    assert texts(plot_movement(movement, currency)) == texts(
        plot_movement(movement.verdict, currency)
    )


@pytest.mark.parametrize(
    ("plot", "says"),
    [
        (plot_funnel, "no opportunities in this pipeline"),
        (plot_time_in_stage, "no opportunities in this pipeline"),
        (plot_movement, "no amounts in the pipeline"),
        (plot_cohorts, "no month of creation is over yet"),
    ],
)
def test_a_book_without_opportunities_gives_a_chart_that_says_so(plot: Plot, says: str) -> None:
    verdict: Any
    if plot is plot_movement:
        verdict = keyaccount.pipeline_movement({}, start="2026-03-31", end=AS_OF)
    elif plot is plot_cohorts:
        verdict = keyaccount.opportunity_cohorts({}, as_of=AS_OF)
    else:
        verdict = keyaccount.analyse_funnel({}, as_of=AS_OF)
    ax = plot(verdict)
    assert texts(ax) == [says]
    assert not ax.axison
    ax.figure.canvas.draw()


@pytest.mark.parametrize("size", [(8, 5), (5, 3.5), (12, 9)])
@pytest.mark.parametrize(("plot", "name"), CHARTS)
def test_every_text_lies_within_the_figure(
    plot: Plot, name: str, size: tuple[float, float], request: pytest.FixtureRequest
) -> None:
    verdict = request.getfixturevalue(name)
    figure, ax = pyplot.subplots(figsize=size, layout="constrained")
    long = "a stage with a name that nobody would want to print in full on a chart"
    labels = {stage.stage: long for stage in request.getfixturevalue("funnel").pipelines[0].stages}
    plot(verdict, ax=ax, labels=labels, **arguments(plot, verdict))
    figure.canvas.draw()
    edges = figure.bbox.padded(1)
    labelled = (ax.title, ax.xaxis.label, ax.yaxis.label)
    for text in (*ax.texts, *ax.get_yticklabels(), *labelled):
        if text.get_text() and text.get_visible():
            box = text.get_window_extent()
            assert edges.contains(box.x0, box.y0) and edges.contains(box.x1, box.y1), text


def test_the_package_works_without_matplotlib_and_says_what_to_install() -> None:
    program = """
import sys
sys.modules["matplotlib"] = None
import keyaccount
keyaccount.labels("en")
try:
    import keyaccount.plots
except ImportError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "pip install 'keyaccount[plots]'" in done.stdout

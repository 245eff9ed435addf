"""What the charts of purchases, loyalty and lifecycle have in common."""

from __future__ import annotations

import datetime
import warnings
from collections.abc import Callable
from typing import Any

import keyaccount
import purchase_verdicts as made
import pytest
from charts import texts
from keyaccount import KeyaccountTypeError, plots
from keyaccount.plots import _fonts
from keyaccount.plots._purchase_words import PURCHASES_CHINESE, PURCHASES_ENGLISH
from keyaccount.plots._time import day_axis
from matplotlib import pyplot
from matplotlib.axes import Axes
from msgspec.structs import replace

LONG = (
    "a name that is so long that nobody would want to print it in full on a chart, but somebody did"
)
NAMED = {
    "north-plant": LONG, "oil filter": LONG, "belts": LONG, "Nordwerk": LONG, "high_risk": LONG,
    "growth": LONG, "champions": LONG, "cannot_lose": LONG,
}  # fmt: skip

CHARTS: list[Any] = [
    pytest.param(plots.plot_frequency_recency_matrix, made.grid, id="frequency_recency_matrix"),
    pytest.param(plots.plot_probability_alive_matrix, made.grid, id="probability_alive_matrix"),
    pytest.param(plots.plot_history_alive, made.alive, id="history_alive"),
    pytest.param(plots.plot_period_transactions, made.validation, id="period_transactions"),
    pytest.param(
        plots.plot_calibration_purchases_vs_holdout_purchases, made.validation, id="holdout"
    ),
    pytest.param(plots.plot_cumulative_transactions, made.validation, id="cumulative"),
    pytest.param(plots.plot_incremental_transactions, made.validation, id="incremental"),
    pytest.param(plots.plot_lifecycle_flow, made.transitions, id="flow"),
    pytest.param(plots.plot_phases, made.history, id="phases"),
    pytest.param(plots.plot_lorenz, made.concentration, id="lorenz"),
    pytest.param(plots.plot_rfm_segments, made.segments, id="segments"),
    pytest.param(plots.plot_rfm_matrix, made.scores, id="matrix"),
    pytest.param(plots.plot_trajectory, made.trajectory, id="trajectory"),
]


@pytest.mark.parametrize(("plot", "verdict"), CHARTS)
def test_draws_into_the_axes_it_is_given(plot: Callable[..., Axes], verdict: Any) -> None:
    figure, (left, right) = pyplot.subplots(1, 2)
    assert plot(verdict(), ax=right) is right
    assert pyplot.get_fignums() == [figure.number]
    assert right.get_title()
    assert not left.get_title() and not left.has_data()


@pytest.mark.parametrize(("plot", "verdict"), CHARTS)
def test_makes_a_figure_where_there_are_no_axes(plot: Callable[..., Axes], verdict: Any) -> None:
    first, second = plot(verdict()), plot(verdict())
    assert isinstance(first, Axes)
    assert first.figure is not second.figure


@pytest.mark.parametrize(("plot", "verdict"), CHARTS)
def test_what_is_no_verdict_is_refused(plot: Callable[..., Axes], verdict: Any) -> None:
    with pytest.raises(KeyaccountTypeError, match="this draws what `") as caught:
        plot({"as_of": "2026-06-30"})
    assert caught.value.path == "verdict"
    other = made.history if verdict is not made.history else made.scores
    with pytest.raises(KeyaccountTypeError):
        plot(other())


@pytest.mark.parametrize("size", [(8, 5), (4, 3), (12, 9)])
@pytest.mark.parametrize(("plot", "verdict"), CHARTS)
def test_every_text_lies_within_the_figure(
    plot: Callable[..., Axes], verdict: Any, size: tuple[float, float]
) -> None:
    figure, ax = pyplot.subplots(figsize=size, layout="constrained")
    plot(verdict(), ax=ax, labels=NAMED)
    figure.canvas.draw()
    edges = figure.bbox.padded(1)
    legend = ax.get_legend()
    named = [] if legend is None else legend.get_texts()
    labelled = (ax.title, ax.xaxis.label, ax.yaxis.label, *named)
    ticked = [
        label
        for axis in (ax.xaxis, ax.yaxis)
        if axis.get_visible()
        for tick, label in zip(axis.get_ticklocs(), axis.get_ticklabels(), strict=True)
        if min(axis.get_view_interval()) <= tick <= max(axis.get_view_interval())
    ]
    for text in (*ax.texts, *ticked, *labelled):
        if text.get_text() and text.get_visible():
            box = text.get_window_extent()
            assert edges.contains(box.x0, box.y0) and edges.contains(box.x1, box.y1), text


@pytest.mark.parametrize("style", ["default", "dark_background", "grayscale"])
@pytest.mark.parametrize(("plot", "verdict"), CHARTS)
def test_draws_in_every_style_without_a_warning(
    plot: Callable[..., Axes], verdict: Any, style: str
) -> None:
    with warnings.catch_warnings(), pyplot.style.context(style):
        warnings.simplefilter("error")
        plot(verdict()).figure.canvas.draw()


@pytest.mark.parametrize(("plot", "verdict"), CHARTS)
def test_speaks_chinese(plot: Callable[..., Axes], verdict: Any) -> None:
    if not _fonts.legible("阶段"):
        pytest.skip("no font with Chinese characters is installed")
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a glyph that no font has is a warning
        ax = plot(verdict(), labels=keyaccount.labels("zh_hans"))
        ax.figure.canvas.draw()
    assert any(character > "\u4e00" for character in ax.get_title())


def test_every_word_has_two_languages_with_the_same_numbers_in_it() -> None:
    assert PURCHASES_ENGLISH.keys() == PURCHASES_CHINESE.keys()
    for key, english in PURCHASES_ENGLISH.items():
        fields = {part.split("}")[0].split(":")[0] for part in english.split("{")[1:]}
        chinese = PURCHASES_CHINESE[key].split("{")[1:]
        assert {part.split("}")[0].split(":")[0] for part in chinese} == fields, key


@pytest.mark.parametrize(
    ("plot", "verdict", "says"),
    [
        (
            plots.plot_history_alive,
            made.alive(points=[], order_days=[]),
            "no order yet: a prospect",
        ),
        (plots.plot_history_alive, made.alive(points=[]), "no model could be fitted"),
        (
            plots.plot_period_transactions,
            made.validation(accounts=0, methods=[]),
            "no account ordered in the calibration",
        ),
        (plots.plot_period_transactions, made.validation(()), "no model could be fitted"),
        (
            plots.plot_calibration_purchases_vs_holdout_purchases,
            made.validation(accounts=0, methods=[]),
            "no account ordered in the calibration",
        ),
        (
            plots.plot_cumulative_transactions,
            made.validation(steps=[], methods=[]),
            "no account ordered in the calibration",
        ),
        (
            plots.plot_incremental_transactions,
            made.validation(steps=[], methods=[]),
            "no account ordered in the calibration",
        ),
        (plots.plot_lifecycle_flow, made.transitions((0,) * 7), "no accounts"),
        (plots.plot_lifecycle_flow, replace(made.transitions(), columns=[]), "no accounts"),
        (plots.plot_phases, made.history(spans=[]), "no phase is known"),
        (plots.plot_lorenz, made.concentration(curve=[], gini=None), "no money to spread"),
        (
            plots.plot_lorenz,
            made.concentration(curve=[], gini=None, unknown=["a"]),
            "no amount is known in EUR",
        ),
        (plots.plot_rfm_segments, made.segments(segments=[]), "no account has ordered yet"),
        (plots.plot_rfm_matrix, replace(made.scores(), accounts=[]), "no account has ordered yet"),
        (
            plots.plot_trajectory,
            made.trajectory(rhythm={"first": None, "last": None, "cadence": None}),
            "no order yet: a prospect",
        ),
    ],
)
def test_nothing_to_draw_gives_a_chart_that_says_so(
    plot: Callable[..., Axes], verdict: Any, says: str
) -> None:
    ax = plot(verdict)
    assert texts(ax) == [says]
    assert ax.get_title() and not ax.axison
    ax.figure.canvas.draw()


@pytest.mark.parametrize(
    ("first", "last", "want"),
    [
        ("2026-06-30", "2026-06-30", ["2026-06-30"]),
        ("2026-06-29", "2026-07-02", ["2026-06-29", "2026-06-30", "2026-07-01"]),
        ("9999-12-20", "9999-12-31", ["9999-12-20", "9999-12-27"]),
        ("0001-01-01", "0001-01-31", ["0001-01-01", "0001-01-08"]),
        ("0001-01-01", "9999-12-31", ["1000", "2000"]),
    ],
)
def test_days_at_the_ends_of_the_calendar_have_an_axis(
    first: str, last: str, want: list[str]
) -> None:
    day = datetime.date.fromisoformat
    sheet = plots._sheet.Sheet(None, 10, 1, (8, 4))
    day_axis(sheet, day(first), day(last))
    found = [label.get_text() for label in sheet.ax.get_xticklabels()]
    assert found[: len(want)] == want


def test_an_axis_of_days_has_months_or_years_where_it_is_long() -> None:
    day = datetime.date.fromisoformat
    for first, last, length in (("2026-01-01", "2026-12-31", 7), ("1990-05-01", "2026-06-30", 4)):
        sheet = plots._sheet.Sheet(None, 10, 1, (8, 4))
        day_axis(sheet, day(first), day(last))
        found = [label.get_text() for label in sheet.ax.get_xticklabels()]
        assert len(found) > 2 and {len(text) for text in found} == {length}

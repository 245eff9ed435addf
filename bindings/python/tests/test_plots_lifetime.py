"""The charts of repeat-purchase models."""

from __future__ import annotations

import datetime
from typing import Any

import numpy
import purchase_verdicts as made
import pytest
from charts import bars, marks, texts
from keyaccount import KeyaccountError
from keyaccount.plots import (
    plot_calibration_purchases_vs_holdout_purchases,
    plot_cumulative_transactions,
    plot_frequency_recency_matrix,
    plot_history_alive,
    plot_incremental_transactions,
    plot_period_transactions,
    plot_probability_alive_matrix,
)
from keyaccount.plots._time import number
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from msgspec.structs import replace


def legend(ax: Axes) -> list[str]:
    found = ax.get_legend()
    assert found is not None
    return [text.get_text() for text in found.get_texts()]


def cells(ax: Axes) -> Any:
    """By recency, then frequency; masked where nothing is drawn."""
    return marks(ax, "cells")[0].get_array()


# ---------------------------------------------------------------------------- matrices


def test_a_cell_is_an_expectation_of_the_grid() -> None:
    grid = made.grid()
    ax = plot_frequency_recency_matrix(grid, unit="weeks")
    drawn = cells(ax)
    for column, row in enumerate(grid.expected_purchases):
        for place, cell in enumerate(row):
            assert numpy.ma.is_masked(drawn[place, column]) == (cell is None)
            if cell is not None:
                assert drawn[place, column] == pytest.approx(float(cell))
    assert ax.get_title() == "Purchases expected in the next 26 weeks, BG/NBD"
    assert ax.get_ylabel() == "recency: first to last order, of 52 weeks"
    assert ax.get_xlim() == (-0.5, 3.5), "frequencies are in the middle of their columns"
    assert ax.get_ylim() == pytest.approx((-6.5, 58.5)), (
        "recencies too, from 0 to 52 in steps of 13"
    )
    assert not ax.yaxis_inverted(), "the best accounts are at the top right"


def test_chances_have_the_same_shades_on_every_chart() -> None:
    ax = plot_probability_alive_matrix(made.grid())
    assert marks(ax, "cells")[0].get_clim() == (0, 1)
    assert ax.get_title() == "Probability to be alive, BG/NBD"
    bar = ax.figure.axes[1]
    assert bar.get_ylabel() == "P(alive)"
    ax.figure.canvas.draw()
    assert bar.get_yticklabels()[0].get_text() == "0%"


def test_a_grid_of_one_step_or_none_is_drawn_too() -> None:
    assert cells(plot_probability_alive_matrix(made.grid(1, 1))).shape == (2, 2)
    grid = made.grid()
    unknown = [[None for _ in row] for row in grid.probability_alive]
    ax = plot_probability_alive_matrix(replace(grid, probability_alive=unknown))
    assert texts(ax) == ["no frequencies and recencies"]


def test_keyword_arguments_style_the_cells() -> None:
    ax = plot_frequency_recency_matrix(made.grid(), vmax=7, cmap="magma")
    assert marks(ax, "cells")[0].get_clim() == (0, 7)


# ---------------------------------------------------------------------------- history


def test_the_curve_goes_through_the_points() -> None:
    history = made.alive()
    ax = plot_history_alive(history, labels={"north-plant": "North Plant $"})
    curve = marks(ax, "curve")[0]
    assert list(curve.get_xdata()) == [number(one.on) for one in history.points]
    assert list(curve.get_ydata()) == [float(one.probability_alive) for one in history.points]
    assert ax.get_title() == r"Probability that North Plant \$ is alive, BG/NBD, 2025-03-11"
    assert texts(ax) == ["40%"], "the probability on the last day"


def test_orders_within_the_history_are_marked() -> None:
    history = made.alive()
    ax = plot_history_alive(history)
    within = [number(history.order_days[1]), number(history.order_days[2])]
    assert [segment[0][0] for segment in marks(ax, "orders")[0].get_segments()] == within
    assert list(marks(ax, "marks")[0].get_xdata()) == within
    assert legend(ax) == ["days with orders (2)"]


def test_a_single_day_is_a_point() -> None:
    history = made.alive()
    curve = marks(plot_history_alive(replace(history, points=history.points[:1])), "curve")[0]
    assert curve.get_marker() == "o"


# ---------------------------------------------------------------------------- calibration


def test_bars_are_as_high_as_there_are_accounts() -> None:
    validation = made.validation()
    ax = plot_period_transactions(validation)
    actual, first, second = bars(ax)
    buckets = validation.methods[0].calibration
    assert [bar.get_height() for bar in actual] == [one.actual for one in buckets]
    for drawn, method in ((first, validation.methods[0]), (second, validation.methods[1])):
        heights = [float(one.expected) for one in method.calibration]
        assert [bar.get_height() for bar in drawn] == heights
    for place, bar in enumerate(first):
        assert bar.get_x() + bar.get_width() / 2 == pytest.approx(place), "the group's middle"
    assert [text.get_text() for text in ax.get_xticklabels()] == [*"0123456", "7+"]
    assert legend(ax) == ["actual", "BG/NBD", "Pareto/NBD"], "a baseline has no calibration"
    assert {"50", "<1"} <= set(texts(ax)), "half an account is not nobody"


def test_one_method_or_some_in_the_order_that_is_asked_for() -> None:
    validation = made.validation()
    assert legend(plot_period_transactions(validation, "pareto_nbd")) == ["actual", "Pareto/NBD"]
    names = ["recency_only", "bg_nbd"]
    ax = plot_calibration_purchases_vs_holdout_purchases(validation, names)
    assert legend(ax) == ["actual", "recency only", "BG/NBD"]
    with pytest.raises(KeyaccountError) as caught:
        plot_period_transactions(validation, "recency_only")
    assert caught.value.path == "method"
    assert caught.value.problems[0].allowed == ["bg_nbd", "pareto_nbd"]


def test_holdout_lines_are_broken_where_there_is_nobody() -> None:
    validation = made.validation()
    ax = plot_calibration_purchases_vs_holdout_purchases(validation)
    actual = marks(ax, "actual")[0].get_ydata()
    assert list(actual[:7]) == [at / 2 for at in range(7)]
    assert numpy.isnan(actual[7])
    for place, line in marks(ax, "method").items():
        known = [at / 2 + 0.1 * place for at in range(7)]
        assert list(line.get_ydata()[:7]) == pytest.approx(known)
        assert numpy.isnan(line.get_ydata()[7])
    assert [text.get_text() for text in ax.get_xticklabels()][:2] == ["0\n(50)", "1\n(20)"]
    assert ax.get_title() == "Orders from 2025-02-26 to 2025-03-25, by orders before"
    assert legend(ax) == ["actual", "BG/NBD", "Pareto/NBD", "recency only"]


def test_many_bars_have_no_numbers_that_would_overlap() -> None:
    models = ("bg_nbd", "mbg_nbd", "mbg_cnbd", "pareto_nbd")
    figure_of_many = plot_period_transactions(made.validation(models), color="#123456")
    assert len(bars(figure_of_many)) == 5
    assert "50" not in texts(figure_of_many)
    assert to_hex(bars(figure_of_many)[4][0].get_facecolor()) == "#123456"
    assert to_hex(bars(figure_of_many)[0][0].get_facecolor()) != "#123456", (
        "what came keeps its own"
    )


# ---------------------------------------------------------------------------- curves


@pytest.mark.parametrize("cumulative", [True, False])
def test_curves_go_through_every_step(cumulative: bool) -> None:
    validation = made.validation()
    ax = (plot_cumulative_transactions if cumulative else plot_incremental_transactions)(validation)
    days = [number(one.last) for one in validation.steps]
    actual = marks(ax, "actual")[0]
    assert list(actual.get_xdata()) == days
    came = [one.actual_cumulative if cumulative else one.actual for one in validation.steps]
    assert list(actual.get_ydata()) == came
    for place, line in marks(ax, "method").items():
        method = validation.methods[place]
        said = method.expected_cumulative if cumulative else method.expected
        assert list(line.get_xdata()) == days
        assert list(line.get_ydata()) == [float(one) for one in said]
    end = marks(ax, "end")[0]
    assert list(end.get_xdata()) == [number(validation.calibration_end)] * 2
    assert legend(ax)[:3] == ["actual", "BG/NBD", "Pareto/NBD"]
    assert legend(ax)[3] == "end of the calibration, 2025-02-25"


def test_without_a_model_what_came_is_still_drawn() -> None:
    ax = plot_cumulative_transactions(made.validation(()))
    assert marks(ax, "method") == {} and len(marks(ax, "actual")) == 1


def test_a_shorter_last_step_is_named() -> None:
    validation = made.validation()
    assert plot_incremental_transactions(validation).get_xlabel() == ""
    last = replace(validation.steps[-1], last=validation.steps[-2].last + datetime.timedelta(3))
    shorter = replace(validation, steps=[*validation.steps[:-1], last])
    assert plot_incremental_transactions(shorter).get_xlabel() == "the last step has 3 of 7 days"
    assert plot_cumulative_transactions(shorter).get_xlabel() == ""


def test_a_single_step_is_a_point() -> None:
    validation = made.validation()
    ax = plot_cumulative_transactions(replace(validation, steps=validation.steps[:1], methods=[]))
    assert marks(ax, "actual")[0].get_marker() == "o"
    ax.figure.canvas.draw()

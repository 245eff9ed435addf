"""Repeat orders over time, as they came and as models expect them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator

from ._forecast import read
from ._lifetime import Method, Validation, chosen, look, method_name
from ._names import LabelSource, Names
from ._numbers import amount
from ._sheet import GREY, Sheet, text_colour
from ._time import day_axis, number


def plot_cumulative_transactions(
    verdict: object,
    method: str | Sequence[str] | None = None,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws how many repeat orders had come up to each day, and how many models expect.

    Up to the dashed line lies the calibration, on which the models were fitted; behind it they
    are on their own.

    `verdict` is what `validate_purchase_models` answers. `method` names the one or several models to
    draw; None draws all that could be fitted. `kwargs` go to `Axes.plot` for the models' lines.

        ax = plot_cumulative_transactions(answer, method="pareto_nbd")
    """
    validation = read(verdict, Validation, "validate_purchase_models")
    names = Names(labels)
    actual = [one.actual_cumulative for one in validation.steps]
    methods = chosen(validation, method, lambda one: bool(one.expected_cumulative))
    sheet = Sheet(ax, 19, 1, (8, 4.4))
    sheet.title(names.word("cumulative", day=validation.as_of))
    series = [(one, one.expected_cumulative) for one in methods]
    sheet = _draw(sheet, names, validation, actual, series, kwargs)
    if validation.steps:
        sheet.y_label(names.word("repeat_orders_so_far"))
    return sheet.ax


def plot_incremental_transactions(
    verdict: object,
    method: str | Sequence[str] | None = None,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws how many repeat orders came in each week, and how many models expect.

    As `plot_cumulative_transactions`, of the same answer; over long times a step is several weeks. A last
    step that is shorter than the others is named below, since it holds less.

        ax = plot_incremental_transactions(answer, method="pareto_nbd")
    """
    validation = read(verdict, Validation, "validate_purchase_models")
    names = Names(labels)
    actual = [one.actual for one in validation.steps]
    methods = chosen(validation, method, lambda one: bool(one.expected))
    sheet = Sheet(ax, 19, 1, (8, 4.4))
    sheet.title(names.word("incremental", days=validation.step_days, day=validation.as_of))
    series = [(one, one.expected) for one in methods]
    sheet = _draw(sheet, names, validation, actual, series, kwargs)
    steps = validation.steps
    if steps:
        sheet.y_label(names.word("repeat_orders"))
    rest = (steps[-1].last - steps[-2].last).days if len(steps) > 1 else validation.step_days
    if rest < validation.step_days:
        sheet.x_label(names.word("last_step", days=rest, step=validation.step_days))
    return sheet.ax


def _draw(
    sheet: Sheet,
    names: Names,
    validation: Validation,
    actual: list[int],
    series: list[tuple[Method, list[Decimal]]],
    style: dict[str, Any],
) -> Sheet:
    if not validation.steps:
        sheet.nothing(names.word("no_calibration"))
        return sheet
    ax, days = sheet.ax, [one.last for one in validation.steps]
    at = [number(day) for day in days]
    ink = text_colour()
    came: dict[str, Any] = {"color": ink, "linewidth": 2.2}
    if len(at) == 1:
        came |= {"marker": "o"}
    ax.plot(at, actual, gid="actual-0", **came)
    handles, words = [Line2D([], [], **came)], [names.word("actual")]
    heights = [float(height) for height in actual]
    for place, (one, expected) in enumerate(series):
        colour, marker, line, _ = look(one.method)
        own: dict[str, Any] = {
            "color": colour, "linestyle": line, "linewidth": 1.8, "marker": marker, "markersize": 5,
            # In a few places of its own, so that lines on one another can be told apart.
            "markevery": (place * max(1, len(at) // 24), max(1, len(at) // 6)),
        }  # fmt: skip
        own |= style
        values = [float(value) for value in expected]
        ax.plot(at, values, gid=f"method-{place}", **own)
        own.pop("markevery", None)
        handles.append(Line2D([], [], **own))
        words.append(method_name(names, one.method))
        heights += values

    end = number(validation.calibration_end)
    ax.axvline(end, color=GREY, linewidth=1.2, linestyle=(0, (5, 3)), gid="end-0", zorder=1)
    handles.append(Line2D([], [], color=GREY, linewidth=1.2, linestyle=(0, (5, 3))))
    words.append(names.word("calibration_end", day=validation.calibration_end))
    largest = Decimal(str(max(heights) or 1))
    ax.set_ylim(0, 1.06 * float(largest))
    ax.yaxis.set_major_locator(MaxNLocator(6, integer=True))
    ax.yaxis.set_major_formatter(
        FuncFormatter(lambda y, _: amount(Decimal(str(y)), largest, chinese=names.is_chinese))
    )
    first, last = min(days[0], validation.calibration_end), days[-1]
    span = number(last) - number(first) or 1.0
    ax.set_xlim(number(first) - 0.02 * span, number(last) + 0.02 * span)
    day_axis(sheet, first, last)
    ax.grid(axis="y", alpha=0.3)
    ax.set_axisbelow(True)
    sheet.wrapped_legend(handles, words, below=14 + 2.8 * sheet.font_size)
    return sheet

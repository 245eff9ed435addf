"""Whether accounts bought again as often as a model says."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from ._forecast import read
from ._lifetime import Method, Validation, bucket_name, chosen, look, method_name
from ._names import LabelSource, Names, width
from ._sheet import DARK, Sheet, text_colour

GROUP = 0.84  # of the distance between two groups of bars


def plot_period_transactions(
    verdict: object,
    method: str | Sequence[str] | None = None,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws how many accounts bought again how often in the calibration, and how many models expect.

    A group of bars is a number of repeat orders, the last one with all greater numbers: the dark bar
    counts the accounts, those beside it are what each model expects, given when the accounts began.

    `verdict` is what `validate_purchase_models` answers. `method` names the one or several models to
    draw; None draws all that could be fitted. `kwargs` go to `Axes.bar` for the models' bars.

        answer = keyaccount.validate_purchase_models(
            Path("book.json"), calibration_end="2025-12-31", as_of="2026-06-30"
        )
        ax = plot_period_transactions(answer, method="bg_nbd")
    """
    validation = read(verdict, Validation, "validate_purchase_models")
    names = Names(labels)
    methods = chosen(validation, method, lambda one: bool(one.calibration))
    sheet = Sheet(ax, 19, 1, (8, 4.4))
    sheet.title(names.word("period_transactions", day=validation.calibration_end))
    if not validation.accounts or not methods:
        return sheet.nothing(names.word("no_model" if validation.accounts else "no_calibration"))

    buckets = methods[0].calibration
    each = GROUP / (1 + len(methods))
    series: list[tuple[str, list[float], dict[str, Any]]] = [
        (names.word("actual"), [float(one.actual) for one in buckets], {"color": DARK})
    ]
    for one in methods:
        expected = [float(bucket.expected) for bucket in one.calibration]
        colour, _, _, hatch = look(one.method)
        style: dict[str, Any] = {
            "color": colour,
            "hatch": hatch,
            "edgecolor": "#333333",
            "linewidth": 0.6,
        }
        series.append((method_name(names, one.method), expected, style | kwargs))
    largest = max(height for _, heights, _ in series for height in heights)
    handles = []
    for place, (_, heights, style) in enumerate(series):
        left = [at - GROUP / 2 + (place + 0.5) * each for at in range(len(heights))]
        handles.append(sheet.ax.bar(left, heights, each, gid=f"bars-{place}", **style))
        _number(sheet, left, heights, each, len(buckets))

    _frame(sheet, [bucket_name(one) for one in buckets])
    sheet.ax.set_ylim(0, 1.12 * largest or 1)
    sheet.x_label(names.word("repeats_before"))
    sheet.y_label(names.word("accounts"))
    sheet.wrapped_legend(handles, [word for word, _, _ in series], below=14 + 2.8 * sheet.font_size)
    return sheet.ax


def plot_calibration_purchases_vs_holdout_purchases(
    verdict: object,
    method: str | Sequence[str] | None = None,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws how often accounts ordered in the holdout, by how often they had ordered again before.

    The thick line is what came, on average, of the accounts with so many repeat orders in the
    calibration, whose number stands in brackets; the others are what each method had predicted of
    them. Where there was no such account, lines are broken.

    `verdict` is what `validate_purchase_models` answers. `method` names the one or several to draw;
    None draws all, the baselines too. `kwargs` go to `Axes.plot` for the methods' lines.

        ax = plot_calibration_purchases_vs_holdout_purchases(answer, method=["mbg_cnbd", "bg_nbd"])
    """
    validation = read(verdict, Validation, "validate_purchase_models")
    names = Names(labels)
    methods = chosen(validation, method, _predicts)
    sheet = Sheet(ax, 19, 1, (8, 4.4))
    first = validation.calibration_end + datetime.timedelta(days=1)
    sheet.title(names.word("holdout_purchases", first=first, last=validation.as_of))
    if not validation.accounts or not methods:
        return sheet.nothing(names.word("no_model" if validation.accounts else "no_calibration"))

    buckets = methods[0].holdout
    ink = text_colour()
    actual: dict[str, Any] = {"color": ink, "linewidth": 2.6, "marker": "o", "markersize": 7}
    words, handles = [names.word("actual")], [Line2D([], [], **actual)]
    _line(sheet, [one.actual_mean for one in buckets], actual | {"gid": "actual-0", "zorder": 3})
    for place, one in enumerate(methods):
        colour, marker, line, _ = look(one.method)
        style: dict[str, Any] = {
            "color": colour, "marker": marker, "linestyle": line, "linewidth": 1.6, "markersize": 6,
        }  # fmt: skip
        style |= kwargs
        own = {"gid": f"method-{place}", "zorder": 4} | style
        _line(sheet, [bucket.predicted_mean for bucket in one.holdout], own)
        words.append(method_name(names, one.method))
        handles.append(Line2D([], [], **style))

    _frame(sheet, [f"{bucket_name(one)}\n({one.accounts:,})" for one in buckets])
    sheet.ax.set_ylim(bottom=0)
    sheet.x_label(names.word("repeats_before_counted"))
    sheet.y_label(names.word("orders_on_average"))
    sheet.wrapped_legend(handles, words, below=14 + 4.2 * sheet.font_size)
    return sheet.ax


def _predicts(one: Method) -> bool:
    return any(bucket.predicted_mean is not None for bucket in one.holdout)


def _line(sheet: Sheet, heights: Sequence[object], style: dict[str, Any]) -> None:
    known = [float("nan") if height is None else float(str(height)) for height in heights]
    sheet.ax.plot(range(len(known)), known, **style)


def _number(sheet: Sheet, at: list[float], heights: list[float], each: float, groups: int) -> None:
    """Writes how high bars are, where all of a series' numbers find room on them."""
    texts = [f"{height:,.0f}" if height >= 1 or not height else "<1" for height in heights]
    if max(map(width, texts)) * sheet.font_size > each * sheet.width / groups:
        return
    for x, height, text in zip(at, heights, texts):
        sheet.text(x, height, text, ha="center", va="bottom")


def _frame(sheet: Sheet, ticks: list[str]) -> None:
    sheet.plain()
    sheet.ax.set_xticks(range(len(ticks)), ticks)
    sheet.ax.set_xlim(-0.5, len(ticks) - 0.5)
    sheet.ax.tick_params(axis="x", length=0)
    sheet.ax.yaxis.set_major_locator(MaxNLocator(6))
    sheet.ax.grid(axis="y", alpha=0.3)
    sheet.ax.set_axisbelow(True)

"""What a purchase model says of every frequency and recency."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import Any

import numpy
from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from ._fonts import families
from ._forecast import read
from ._lifetime import Grid, method_name, model_of, plain_number
from ._names import LabelSource, Names
from ._numbers import percent
from ._sheet import SHADES, Sheet


def plot_frequency_recency_matrix(
    verdict: object,
    ax: Axes | None = None,
    labels: LabelSource = None,
    *,
    unit: str | None = None,
    **kwargs: Any,
) -> Axes:
    """Draws how many purchases a model expects of an account, by its frequency and its recency.

    A column is a number of repeat orders, a row the time from the first order to the last, of
    accounts that began equally long ago; the darker a cell, the more is expected in the time ahead. At
    the top right are accounts that bought often and until lately, at the bottom right those that
    bought often and stopped. Cells stay empty for numbers that no account can have.

    `verdict` is what `purchase_model_grid` answers. `unit` is the word for the unit of time in which
    the model's parameters are, such as `weeks`. `kwargs` go to `Axes.pcolormesh`.

        grid = keyaccount.purchase_model_grid(
            parameters, age=52, horizon=52, most_frequency=20, recency_steps=52
        )
        ax = plot_frequency_recency_matrix(grid, unit="weeks")
    """
    grid = read(verdict, Grid, "purchase_model_grid")
    names = Names(labels)
    horizon = _time(grid.options.horizon, unit)
    title = names.word("frequency_recency", horizon=horizon, model=_model(names, grid))
    return _draw(grid, grid.expected_purchases, title, ax, names, unit, kwargs)


def plot_probability_alive_matrix(
    verdict: object,
    ax: Axes | None = None,
    labels: LabelSource = None,
    *,
    unit: str | None = None,
    **kwargs: Any,
) -> Axes:
    """Draws how probable it is that an account still buys, by its frequency and its recency.

    As `plot_frequency_recency_matrix`, of the same answer; the shades are the same on every chart, from
    none at 0% to the darkest at 100%.

        ax = plot_probability_alive_matrix(grid, unit="weeks")
    """
    grid = read(verdict, Grid, "purchase_model_grid")
    names = Names(labels)
    title = names.word("alive_matrix", model=_model(names, grid))
    style = {"vmin": 0, "vmax": 1} | kwargs
    return _draw(grid, grid.probability_alive, title, ax, names, unit, style)


def _draw(
    grid: Grid,
    cells: list[list[Decimal | None]],
    title: str,
    ax: Axes | None,
    names: Names,
    unit: str | None,
    style: dict[str, Any],
) -> Axes:
    sheet = Sheet(ax, 20, 1, (7.2, 5))
    sheet.title(title)
    known = [[numpy.nan if cell is None else float(cell) for cell in row] for row in cells]
    values = numpy.array(known, dtype=float).T
    if values.size == 0 or numpy.isnan(values).all():
        return sheet.nothing(names.word("no_grid"))
    own: dict[str, Any] = {"cmap": SHADES, "vmin": 0, "gid": "cells-0"}
    mesh = sheet.ax.pcolormesh(
        _edges([float(one) for one in grid.frequencies]),
        _edges([float(one) for one in grid.recencies]),
        numpy.ma.masked_invalid(values),
        **(own | style),
    )
    few = max(2, int(sheet.width / sheet.font_size / 4))
    sheet.ax.xaxis.set_major_locator(MaxNLocator(min(few, 12), integer=True))
    sheet.ax.yaxis.set_major_locator(MaxNLocator(8, steps=[1, 2, 5, 10]))
    sheet.x_label("\n".join([names.word("frequency"), names.word("no_such_account")]))
    sheet.y_label(names.word("recency", age=_time(grid.options.age, unit)))
    sheet.ax.set_xlim(grid.frequencies[0] - 0.5, grid.frequencies[-1] + 0.5)

    figure: Any = sheet.ax.figure
    bar = figure.colorbar(mesh, ax=sheet.ax)
    bar.outline.set_visible(False)
    bar.ax.tick_params(labelsize=sheet.font_size)
    alive = cells is grid.probability_alive
    if alive:
        bar.ax.yaxis.set_major_formatter(
            FuncFormatter(lambda y, _: percent(Decimal(str(round(y, 6)))))
        )
    word = names.word("alive" if alive else "expected_orders")
    bar.set_label(word, fontsize=sheet.font_size, fontfamily=families(word))
    return sheet.ax


def _edges(centres: list[float]) -> list[float]:
    """The borders between cells, half way from one to the next."""
    if len(centres) == 1:
        return [centres[0] - 0.5, centres[0] + 0.5]
    inner = [(low + high) / 2 for low, high in pairwise(centres)]
    return [2 * centres[0] - inner[0], *inner, 2 * centres[-1] - inner[-1]]


def _model(names: Names, grid: Grid) -> str:
    return method_name(names, model_of(grid.parameters))


def _time(value: Decimal, unit: str | None) -> str:
    return plain_number(value) if unit is None else f"{plain_number(value)} {unit}"

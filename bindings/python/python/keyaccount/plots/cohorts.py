"""What became of the opportunities of each month."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy
from matplotlib.axes import Axes
from matplotlib.figure import Figure, SubFigure

from .. import models
from ._names import LabelSource, Names
from ._numbers import exact, percent
from ._pick import refused, verdict_of
from ._sheet import SHADES, Sheet, height_for

# The share that gets the darkest shade, so that charts can be compared.
TOPS = (0.25, 0.5)
STATUSES = ("open", "parked", "booked", "realised", "lost")


def plot_cohorts(
    verdict: models.CohortsVerdict | models.JudgedCohortsVerdict,
    status: str | Sequence[str] = "booked",
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws the share of a status in each month's opportunities as they grow older.

    A row is a month of creation with the number of its opportunities, a column the age in months;
    0 is the end of the month of creation. Cells that lie after the verdict's day stay empty. Several
    statuses are added up: an opportunity that is paid is not `booked` any more but `realised`, so
    that what was won is `("booked", "realised")`. `kwargs` go to `Axes.pcolormesh`.

        answer = keyaccount.opportunity_cohorts(Path("book.json"), as_of="2026-06-30")
        ax = plot_cohorts(answer, status=("booked", "realised"))
    """
    verdict = verdict_of(verdict, models.CohortsVerdict, "opportunity_cohorts")
    names = Names(labels)
    statuses = [status] if isinstance(status, str) else list(status)
    for one in statuses:
        if one not in STATUSES:
            raise refused("unknown_value", "status", one, list(STATUSES))
    cohorts = verdict.cohorts
    sheet = Sheet(ax, len(cohorts), 1.6, (8, height_for(len(cohorts), 0.28)))
    words = names.word("and").join(names.of("opportunity_status", one) for one in statuses)
    sheet.title(names.word("cohorts", status=words, day=verdict.as_of))
    columns = max((age.months + 1 for cohort in cohorts for age in cohort.ages), default=0)
    if columns == 0:
        return sheet.nothing(names.word("no_cohorts"))
    sheet.rows([names.word("cohort", month=one.month, count=one.opportunities) for one in cohorts])
    sheet.x_label(names.word("age"))

    shares = numpy.full((len(cohorts), columns), numpy.nan)
    for row, cohort in enumerate(cohorts):
        for age in cohort.ages:
            parts = [exact(getattr(age.shares, one)) for one in statuses]
            shares[row, age.months] = float(sum(parts))
    known = shares[~numpy.isnan(shares)]
    style: dict[str, Any] = {
        "cmap": SHADES, "vmin": 0, "vmax": next((top for top in TOPS if top >= known.max(initial=0)), 1),
        "edgecolors": sheet.ax.get_facecolor(), "linewidth": 1,
    }  # fmt: skip
    edges = numpy.arange(max(columns, len(cohorts)) + 1) - 0.5
    mesh = sheet.ax.pcolormesh(
        edges[: columns + 1], edges[: len(cohorts) + 1], numpy.ma.masked_invalid(shares),
        **(style | kwargs),
    )  # fmt: skip
    every = 1 + int(columns * 1.6 * sheet.font_size / sheet.width)
    sheet.ax.set_xticks(range(0, columns, every))
    sheet.ax.tick_params(axis="x", length=0)
    sheet.ax.spines["bottom"].set_visible(False)

    size = min(sheet.font_size, sheet.width / columns / 2.2)
    if size < 5 or sheet.row_height < 7:
        figure: Figure | SubFigure = sheet.ax.figure
        bar = figure.colorbar(mesh, ax=sheet.ax, format=lambda x, _: f"{100 * x:.0f}")
        bar.ax.tick_params(labelsize=sheet.font_size)
        return sheet.ax
    colours = mesh.to_rgba(numpy.nan_to_num(shares))[..., :3]
    luminance = colours**2.2 @ (0.2126, 0.7152, 0.0722)
    for row, column in zip(*numpy.nonzero(~numpy.isnan(shares))):
        ink = "black" if luminance[row, column] > 0.18 else "white"
        sheet.text(
            column,
            row,
            percent(shares[row, column]).rstrip("%"),
            ha="center",
            fontsize=size,
            color=ink,
        )
    return sheet.ax

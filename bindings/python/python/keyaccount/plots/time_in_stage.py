"""How long opportunities stay in each stage."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from .. import models
from ._names import LabelSource, Names, width
from ._pick import pick, verdict_of
from ._sheet import DARK, MIDDLE, PALE, SIGNAL, Sheet, height_for

HALF = 0.26
DASHES = (0, (2, 1))


def plot_time_in_stage(
    verdict: models.FunnelVerdict | models.JudgedFunnelVerdict,
    pipeline: str | None = None,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws how long opportunities stay in each stage of a pipeline.

    A row is a stage: a bar from the lower to the upper quartile, a line at the median, a dashed
    line where the playbook calls an opportunity stalled (a count of calendar days, so not drawn among
    business days). Medians and quartiles are Kaplan–Meier's:
    opportunities that are still in the stage count with the time they have been there. A quartile
    that has not been reached is an arrow that leads out of the chart.

    `pipeline` is needed only where the verdict has several. `kwargs` go to `Axes.barh` for the
    ranges.

        answer = keyaccount.analyse_funnel(Path("book.json"), as_of="2026-06-30")
        ax = plot_time_in_stage(answer)
    """
    verdict = verdict_of(verdict, models.FunnelVerdict, "analyse_funnel")
    names = Names(labels)
    analysis = pick(verdict.pipelines, "pipeline", pipeline, lambda one: one.pipeline)
    stages = [] if analysis is None else analysis.stages
    sheet = Sheet(ax, len(stages), 2.2, (8, height_for(len(stages), 0.55)))
    if analysis is None:
        return sheet.nothing(names.word("no_pipelines"))
    name = names.pipeline(analysis.pipeline)
    sheet.title(names.word("time_in_stage", pipeline=name, day=verdict.as_of))
    if not any(one.time.opportunities for one in stages):
        return sheet.nothing(names.word("no_opportunities"))
    sheet.rows([_row_label(sheet, names, analysis.pipeline, one) for one in stages])
    sheet.x_label(names.of("day_basis", verdict.days))

    # The playbook's thresholds are calendar days: they have no place among business days.
    in_calendar_days = verdict.days == "calendar"
    thresholds = [one.time.stall_after_days if in_calendar_days else None for one in stages]
    days = [day for one in stages for day in _reached(one.time)]
    last = max([1, *days, *(day for day in thresholds if day is not None)])
    edge = 1.12 * last
    for row, (one, threshold) in enumerate(zip(stages, thresholds)):
        _draw_range(sheet, names, row, one.time, edge, kwargs)
        if threshold is not None:
            _draw_threshold(sheet, row, threshold)

    head = names.word("median")
    sheet.text(1, -0.72, head, ha="right", transform=sheet.ax.get_yaxis_transform())
    room = min(0.5, (width(head) + 1) * sheet.font_size / sheet.width)
    sheet.ax.set_xlim(0, edge / (1 - room))
    sheet.ax.set_ylim(len(stages) - 0.5, -1)
    ticks = MaxNLocator("auto", integer=True).tick_values(0, last)
    sheet.ax.set_xticks([tick for tick in ticks if 0 <= tick <= edge])
    sheet.ax.spines["bottom"].set_bounds(0, edge)
    sheet.ax.grid(axis="x", alpha=0.3)
    sheet.ax.set_axisbelow(True)
    marks = {
        "range": Patch(facecolor=kwargs.get("color", PALE), edgecolor=DARK, linewidth=0.8),
        "median": Line2D([], [], color=DARK, linewidth=3),
    }
    if any(day is not None for day in thresholds):
        marks["stall"] = Line2D([], [], color=SIGNAL, linewidth=1.5, linestyle=DASHES)
    words = [names.word(key) for key in marks]
    sheet.legend(list(marks.values()), words, below=14 + 2.6 * sheet.font_size)
    return sheet.ax


def _row_label(sheet: Sheet, names: Names, pipeline: str, one: models.StageAnalysis) -> str:
    time = one.time
    name = sheet.label(names.stage(pipeline, one.stage), 1)
    finished = time.opportunities - time.still_in_it
    return f"{name}\n{names.word('visits', finished=finished, there=time.still_in_it)}"


def _reached(time: models.StageTime) -> list[int]:
    """The quartiles that are known; those behind an unknown one are unknown too."""
    quartiles = (time.lower_quartile_days, time.median_days, time.upper_quartile_days)
    return [day for day in quartiles if day is not None]


def _draw_range(
    sheet: Sheet,
    names: Names,
    row: int,
    time: models.StageTime,
    edge: float,
    style: dict[str, Any],
) -> None:
    ax = sheet.ax
    if time.opportunities:
        median = "–" if time.median_days is None else str(time.median_days)
        sheet.text(1, row, median, ha="right", transform=ax.get_yaxis_transform())
    reached = _reached(time)
    if not reached:
        sheet.text(0, row, " " + names.word("no_quartile" if time.opportunities else "no_visits"))
        return
    first, last = reached[0], reached[-1]
    own: dict[str, Any] = {"height": 2 * HALF, "color": PALE, "edgecolor": DARK, "linewidth": 0.8}
    ax.barh(row, last - first, left=first, **(own | {"gid": f"range-{row}"} | style))
    if time.upper_quartile_days is None:
        arrow = {"arrowstyle": "-|>", "color": MIDDLE, "linewidth": 1.2, "shrinkA": 0, "shrinkB": 0}
        ax.annotate("", (edge, row), (last, row), gid=f"open-{row}", arrowprops=arrow)
    if time.median_days is not None:
        ends = (row - HALF, row + HALF)
        ax.vlines(time.median_days, *ends, colors=DARK, linewidth=3, gid=f"median-{row}")


def _draw_threshold(sheet: Sheet, row: int, day: int) -> None:
    mark: dict[str, Any] = {"colors": SIGNAL, "linewidth": 1.5, "linestyles": [DASHES]}
    sheet.ax.vlines(day, row - 0.4, row + 0.4, gid=f"stall-{row}", **mark)

"""How many opportunities reached each stage, and how probable it is to get further."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from .. import models
from ._names import LabelSource, Names, width
from ._numbers import percent
from ._pick import pick, verdict_of
from ._sheet import DARK, PALE, Sheet, height_for, text_colour


def plot_funnel(
    verdict: models.FunnelVerdict | models.JudgedFunnelVerdict,
    pipeline: str | None = None,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws a pipeline's open stages and the one behind the signature as a funnel.

    A row is a stage. The pale bar counts the opportunities that were ever in it, the dark one
    those that are in it on the day of the verdict. Between two rows stands the probability to
    advance from the upper one to any later stage, on the right the probability to be won from
    there, both by Aalen–Johansen; a dash means that none was observed.

    `pipeline` is needed only where the verdict has several. `kwargs` go to `Axes.barh` for the
    pale bars.

        answer = keyaccount.analyse_funnel(Path("book.json"), as_of="2026-06-30")
        ax = plot_funnel(answer)
    """
    verdict = verdict_of(verdict, models.FunnelVerdict, "analyse_funnel")
    names = Names(labels)
    analysis = pick(verdict.pipelines, "pipeline", pipeline, lambda one: one.pipeline)
    stages = [] if analysis is None else _drawn(analysis.stages)
    sheet = Sheet(ax, len(stages) + 1, 2.4, (8, height_for(len(stages), 0.52)))
    if analysis is None:
        return sheet.nothing(names.word("no_pipelines"))
    name = names.pipeline(analysis.pipeline)
    sheet.title(names.word("funnel", pipeline=name, day=verdict.as_of))
    if not any(one.time.opportunities for one in stages):
        return sheet.nothing(names.word("no_opportunities"))
    sheet.rows([sheet.label(names.stage(analysis.pipeline, one.stage), 2) for one in stages])

    ever = [one.time.opportunities for one in stages]
    now = [one.time.still_in_it for one in stages]
    rows = range(len(stages))
    style: dict[str, Any] = {"height": 0.52, "color": PALE}
    bars = sheet.ax.barh(rows, ever, **(style | kwargs))
    sheet.ax.barh(rows, now, height=bars[0].get_height(), color=DARK)
    counts = [names.word("count", ever=count, now=there) for count, there in zip(ever, now)]
    for row, count in enumerate(counts):
        sheet.text(ever[row], row, f" {count}")

    for row, one in enumerate(stages):
        if one.conversion is None:
            continue
        _probability_won(sheet, row, percent(one.conversion.win.probability))
        if row + 1 < len(stages):
            advance = percent(one.conversion.advance.probability)
            sheet.text(0, row + 0.5, f" ↓ {advance}", fontsize=0.9 * sheet.font_size)
    _probability_won(sheet, -0.72, names.word("probability_won"))

    column = (
        max(width(names.word("probability_won")), 4) + 1 + max(width(count) for count in counts)
    )
    room = min(0.7, column * sheet.font_size / sheet.width)
    sheet.ax.set_xlim(0, max(ever) / (1 - room))
    sheet.ax.set_ylim(len(stages) - 0.5, -1)
    sheet.ax.xaxis.set_visible(False)
    sheet.ax.spines["bottom"].set_visible(False)
    sheet.ax.spines["left"].set_visible(True)
    sheet.ax.spines["left"].set_bounds(-0.5, len(stages) - 0.5)
    arrow = Line2D(
        [],
        [],
        linestyle="",
        marker=r"$\downarrow$",
        color=text_colour(),
        markersize=0.8 * sheet.font_size,
    )
    words = [names.word(key) for key in ("ever", "now", "advance")]
    sheet.legend([bars[0], Patch(color=DARK), arrow], words, below=2)
    return sheet.ax


def _drawn(stages: list[models.StageAnalysis]) -> list[models.StageAnalysis]:
    """The open stages, which come first, and the one that a signature leads to."""
    is_open = [one.conversion is not None for one in stages]
    return stages[: is_open.index(False) + 1] if False in is_open else stages


def _probability_won(sheet: Sheet, row: float, text: str) -> None:
    sheet.text(1, row, text, ha="right", transform=sheet.ax.get_yaxis_transform())

"""The phases of one account's life."""

from __future__ import annotations

from typing import Any

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from ._forecast import read
from ._names import LabelSource, Names, width
from ._phases import PHASES, History, Span, colour
from ._sheet import GREY, Sheet, text_colour
from ._time import day_axis, number

HEIGHT = 0.62
HATCH = "////"


def plot_phases(
    verdict: object, ax: Axes | None = None, labels: LabelSource = None, **kwargs: Any
) -> Axes:
    """Draws the phases of one account's life, one after another, each on the level of its phase.

    The hatched beginning of a bar is the time before the phase was confirmed: it counts from the
    first of the checks in a row that confirmed it, and was not known until the last of them; a phase
    that an order made is known at once. The
    band behind the high-risk phase is where early warning buys time. On the right stand the days in
    each phase.

    `verdict` is what `lifecycle_history` answers. `labels` may name the account. `kwargs` go to
    `Axes.barh` for the bars.

        history = keyaccount.lifecycle_history(Path("book.json"), "north-plant", as_of="2026-06-30")
        ax = plot_phases(history)
    """
    history = read(verdict, History, "lifecycle_history")
    names = Names(labels)
    sheet = Sheet(ax, len(PHASES) + 1, 1.6, (8, 3.4))
    account = sheet.label(names.named(history.account), 1)
    sheet.title(names.word("phases", account=account, day=history.as_of))
    spans = history.spans
    if not spans:
        return sheet.nothing(names.word("no_phases"))
    others = [one.phase for one in spans if one.phase not in PHASES]
    levels = {phase: row for row, phase in enumerate(dict.fromkeys([*PHASES, *others]))}
    sheet.rows([sheet.label(names.of("lifecycle_phase", phase), 1) for phase in levels])

    for row in {levels[one.phase] for one in spans if one.in_high_risk_band}:
        sheet.ax.axhspan(row - 0.5, row + 0.5, color=colour("high_risk"), alpha=0.16, gid="band-0")
    edge = _draw(sheet, spans, levels, kwargs)
    begin, end = number(spans[0].from_), number(spans[-1].to) + 1
    days = {one.phase: one.days for one in history.totals if one.days}
    head = names.word("days_in_phase")
    across = sheet.ax.get_yaxis_transform()
    texts = {row: f"{days[phase]:,}" for phase, row in levels.items() if phase in days}
    sheet.text(1, -0.85, head, ha="right", transform=across)
    for row, text in texts.items():
        sheet.text(1, row, text, ha="right", transform=across)
    room = min(
        0.4, 1.1 * (max(map(width, (head, *texts.values()))) + 1) * sheet.font_size / sheet.width
    )
    sheet.ax.set_xlim(begin, begin + (end - begin) / (1 - room))
    sheet.ax.set_ylim(len(levels) - 0.5, -1.2)
    day_axis(sheet, spans[0].from_, spans[-1].to, 1 - room)
    sheet.ax.spines["bottom"].set_bounds(begin, end)
    sheet.ax.grid(axis="y", alpha=0.25)
    sheet.ax.set_axisbelow(True)
    handles, words = [], []
    if edge:
        handles.append(Patch(facecolor="none", edgecolor=text_colour(), hatch=HATCH, linewidth=0.5))
        words.append(names.word("unconfirmed"))
    if any(one.in_high_risk_band for one in spans):
        handles.append(Patch(color=colour("high_risk"), alpha=0.25))
        words.append(names.word("high_risk_band"))
    if words:
        sheet.wrapped_legend(handles, words, below=8 + 2 * sheet.font_size)
    return sheet.ax


def _draw(sheet: Sheet, spans: list[Span], levels: dict[str, int], style: dict[str, Any]) -> bool:
    """Draws the bars; whether a part of one is not confirmed."""
    hatched = False
    for at, one in enumerate(spans):
        row = levels[one.phase]
        left, right = number(one.from_), number(one.to) + 1  # the last day too
        own: dict[str, Any] = {
            "height": HEIGHT, "color": colour(one.phase), "edgecolor": text_colour(),
            "linewidth": 0.4, "gid": f"span-{at}",
        }  # fmt: skip
        sheet.ax.barh(row, right - left, left=left, **(own | style))
        until = min(number(one.confirmed_on), right)
        # An order needs no confirmation, and before the first phase there was no other.
        if at and not one.at_once and until > left:
            hatched = True
            sheet.ax.barh(
                row, until - left, left=left, height=HEIGHT, facecolor=sheet.ax.get_facecolor(),
                alpha=0.55, gid=f"before-{at}",
            )  # fmt: skip
            sheet.ax.barh(
                row, until - left, left=left, height=HEIGHT, facecolor="none", hatch=HATCH,
                edgecolor=text_colour(), linewidth=0,
            )  # fmt: skip
        if at:
            before = levels[spans[at - 1].phase]
            ends = sorted((before, row))
            sheet.ax.vlines(
                left, ends[0], ends[1], colors=GREY, linewidth=0.8, zorder=1, gid=f"step-{at}"
            )
    return hatched

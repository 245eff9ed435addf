"""How a portfolio's accounts move between the phases of the lifecycle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Patch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import Normal, Stroke

from ._forecast import read
from ._names import LabelSource, Names, fitted, width
from ._phases import Column, Flow, Transitions, colour
from ._sheet import Sheet, text_colour

HATCH = "////"
LINE = 1.3  # from one line of text to the next, in font sizes


@dataclass(frozen=True)
class Band:
    """Something on the vertical axis, where what comes first is on top."""

    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True)
class Ribbon:
    """Accounts on their way from one column to the next."""

    column: int
    source: str
    target: str
    shift: str
    accounts: int
    left: Band
    right: Band


def plot_lifecycle_flow(
    verdict: object, ax: Axes | None = None, labels: LabelSource = None, **kwargs: Any
) -> Axes:
    """Draws how a portfolio's accounts moved between the phases of the lifecycle, period by period.

    A column is a day with all accounts by phase, from prospects at the top to detached accounts at the
    bottom; a bar is as high as there are accounts in the phase. Ribbons between two columns are
    the accounts that went from one phase to another, in the colour of the phase they came to; those
    that came to a less healthy phase are hatched. Numbers are accounts, where they find room.

    `verdict` is what `lifecycle_transitions` answers. `kwargs` go to `matplotlib.patches.PathPatch`
    for the ribbons.

        answer = keyaccount.lifecycle_transitions(
            Path("book.json"), start="2025-06-30", end="2026-06-30", step="quarter"
        )
        ax = plot_lifecycle_flow(answer)
    """
    found = read(verdict, Transitions, "lifecycle_transitions")
    names = Names(labels)
    columns = found.columns
    sheet = Sheet(ax, 22, 1, (min(14.0, max(7.0, 2.4 + 1.5 * len(columns))), 5))
    first = columns[0].on if columns else found.as_of
    sheet.title(names.word("flow", first=first, last=found.as_of))
    if not columns or not any(node.accounts for one in columns for node in one.nodes):
        return sheet.nothing(names.word("no_accounts"))

    places = layout(columns, LINE * sheet.font_size / sheet.height)
    bar, pitch = _scale(sheet, names, columns)
    known = ribbons(columns, found.periods, places)
    for at, one in enumerate(known):
        _draw_ribbon(sheet, at, one, bar, kwargs)
    depth = max(band.bottom for column in places for band in column.values())
    for at, one in enumerate(known):
        _number_ribbon(sheet, at, one, bar, pitch, sheet.height / depth)
    for at, column in enumerate(columns):
        _draw_column(sheet, at, column, places[at], bar, pitch, inner=0 < at < len(columns) - 1)

    last = len(columns) - 1
    _name_ends(sheet, names, columns, places, bar)
    sheet.ax.set_ylim(depth * 1.02, -0.02 * depth)
    every = 1 + int(12 * 0.6 * sheet.font_size / pitch)
    ticks = [at for at in range(len(columns)) if (last - at) % every == 0]
    sheet.ax.set_xticks(ticks, [columns[at].on.isoformat() for at in ticks])
    sheet.ax.tick_params(axis="x", length=0, labelsize=sheet.font_size)
    sheet.ax.yaxis.set_visible(False)
    for side in sheet.ax.spines.values():
        side.set_visible(False)
    _explain(sheet, names, columns, known)
    return sheet.ax


def layout(columns: Sequence[Column], gap: float) -> list[dict[str, Band]]:
    """Where each phase stands in each column; two of them are so large a part of the height apart."""
    total = max(sum(node.accounts for node in one.nodes) for one in columns)
    gaps = max(sum(1 for node in one.nodes if node.accounts) for one in columns) - 1
    between = 0.0
    if gaps:
        part = min(gap, 0.6 / gaps)
        between = total * part / (1 - gaps * part)
    depth = total + gaps * between
    found = []
    for column in columns:
        filled = [node for node in column.nodes if node.accounts]
        taken = sum(node.accounts for node in filled) + between * (len(filled) - 1)
        place, bands = (depth - taken) / 2, {}
        for node in filled:
            bands[node.phase] = Band(place, place + node.accounts)
            place += node.accounts + between
        found.append(bands)
    return found


def ribbons(
    columns: Sequence[Column], periods: Sequence[Flow], places: Sequence[dict[str, Band]]
) -> list[Ribbon]:
    """The ways between neighbouring columns, stacked on both sides in the order of the phases."""
    order = {node.phase: at for one in columns for at, node in enumerate(one.nodes)}
    found = []
    for at, period in enumerate(periods):
        links = [one for one in period.links if one.accounts]
        links.sort(key=lambda one: (order[one.from_], order[one.to]))
        # What is taken of a phase so far, on either side.
        leaving, arriving = dict.fromkeys(order, 0.0), dict.fromkeys(order, 0.0)
        for one in links:
            left = places[at][one.from_].top + leaving[one.from_]
            right = places[at + 1][one.to].top + arriving[one.to]
            leaving[one.from_] += one.accounts
            arriving[one.to] += one.accounts
            bands = (Band(left, left + one.accounts), Band(right, right + one.accounts))
            found.append(Ribbon(at, one.from_, one.to, one.shift, one.accounts, *bands))
    return found


def _scale(sheet: Sheet, names: Names, columns: Sequence[Column]) -> tuple[float, float]:
    """Half a bar's width where columns are one apart, and how many points apart they are."""
    em = sheet.font_size
    sides = [
        max((width(_label(sheet, names, node.phase, node.accounts)) for node in one.nodes if node.accounts), default=0)
        for one in (columns[0], columns[-1])
    ]  # fmt: skip
    sides = [(1.05 * side + 1.5) * em for side in sides]
    last = len(columns) - 1
    pitch = max(8.0, (sheet.width - sum(sides)) / max(1, last))
    numbers = [f"{node.accounts:,}" for one in columns for node in one.nodes]
    wide = (max(map(width, numbers)) + 0.8) * em
    bar = wide if pitch > 2.2 * wide else min(0.8 * em, 0.25 * pitch)
    sheet.ax.set_xlim(-(sides[0] + bar / 2) / pitch, last + (sides[1] + bar / 2) / pitch)
    return bar / 2 / pitch, pitch


def _draw_ribbon(sheet: Sheet, at: int, one: Ribbon, bar: float, style: dict[str, Any]) -> None:
    begin, end = one.column + bar, one.column + 1 - bar
    middle = (begin + end) / 2
    points = [
        (begin, one.left.top), (middle, one.left.top), (middle, one.right.top), (end, one.right.top),
        (end, one.right.bottom), (middle, one.right.bottom), (middle, one.left.bottom),
        (begin, one.left.bottom), (begin, one.left.top),
    ]  # fmt: skip
    curve = [Path.CURVE4] * 3
    codes = [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY]
    worse = one.shift == "worsened"
    own: dict[str, Any] = {
        "facecolor": colour(one.target), "alpha": 0.6 if one.source != one.target else 0.4,
        "edgecolor": "#333333" if worse else "none", "linewidth": 0.3 if worse else 0,
        "hatch": HATCH if worse else None, "gid": f"ribbon-{at}", "zorder": 2,
    }  # fmt: skip
    sheet.ax.add_patch(PathPatch(Path(points, codes), **(own | style)))


def _number_ribbon(
    sheet: Sheet, at: int, one: Ribbon, bar: float, pitch: float, points: float
) -> None:
    """How many they are, where they leave and ribbons do not cross yet."""
    text = f"{one.accounts:,}"
    free = pitch * (1 - 2 * bar)
    if (
        one.left.height * points < 1.1 * sheet.font_size
        or free < (width(text) + 2) * sheet.font_size
    ):
        return
    x = one.column + bar + 0.5 * sheet.font_size / pitch
    sheet.text(x, one.left.middle, text, gid=f"number-{at}", zorder=5, path_effects=_cased(sheet))


def _draw_column(
    sheet: Sheet,
    at: int,
    column: Column,
    bands: dict[str, Band],
    bar: float,
    pitch: float,
    *,
    inner: bool,
) -> None:
    """Draws the bars of a column; beside those at the ends stand their numbers."""
    numbered = inner and 2 * bar * pitch > 1.5 * sheet.font_size
    for place, node in enumerate(column.nodes):
        if node.phase not in bands:
            continue
        band, fill = bands[node.phase], colour(node.phase)
        box = Rectangle(
            (at - bar, band.top), 2 * bar, band.height, facecolor=fill, edgecolor=text_colour(),
            linewidth=0.5, zorder=4, gid=f"node-{100 * at + place}",
        )  # fmt: skip
        sheet.ax.add_patch(box)
        if numbered:
            dark = sum(c**2.2 * w for c, w in zip(to_rgb(fill), (0.2126, 0.7152, 0.0722))) < 0.3
            ink, casing = ("white", fill) if dark else ("black", fill)
            sheet.text(
                at, band.middle, f"{node.accounts:,}", ha="center", color=ink, zorder=6,
                path_effects=[Stroke(linewidth=2.5, foreground=casing), Normal()],
            )  # fmt: skip


def _name_ends(
    sheet: Sheet,
    names: Names,
    columns: Sequence[Column],
    places: Sequence[dict[str, Band]],
    bar: float,
) -> None:
    """Names the phases of the first and of the last column beside them."""
    low, high = sheet.ax.get_xlim()
    em = (high - low) * sheet.font_size / sheet.width
    ends = [(0, -bar - 0.5 * em, "right")]
    if len(columns) > 1:
        ends.append((len(columns) - 1, len(columns) - 1 + bar + 0.5 * em, "left"))
    for at, x, side in ends:
        for node in columns[at].nodes:
            if node.phase in places[at]:
                text = _label(sheet, names, node.phase, node.accounts)
                sheet.text(x, places[at][node.phase].middle, text, ha=side)


def _label(sheet: Sheet, names: Names, phase: str, accounts: int) -> str:
    # Both sides together leave most of the width to the ribbons.
    name = fitted(names.of("lifecycle_phase", phase), sheet.width / 5 / sheet.font_size, 1)
    return f"{name} {accounts:,}"


def _explain(
    sheet: Sheet, names: Names, columns: Sequence[Column], known: Sequence[Ribbon]
) -> None:
    """A legend of what no text on the chart explains."""
    ends = {n.phase for one in (columns[0], columns[-1]) for n in one.nodes if n.accounts}
    within = dict.fromkeys(node.phase for one in columns for node in one.nodes if node.accounts)
    handles = [Patch(color=colour(phase)) for phase in within if phase not in ends]
    words = [names.of("lifecycle_phase", phase) for phase in within if phase not in ends]
    if any(one.shift == "worsened" for one in known):
        handles.append(Patch(facecolor="none", edgecolor=text_colour(), hatch=HATCH, linewidth=0.3))
        words.append(names.word("worsened"))
    if words:
        sheet.wrapped_legend(handles, words, below=10 + 1.6 * sheet.font_size)


def _cased(sheet: Sheet) -> list[Any]:
    return [Stroke(linewidth=2, foreground=sheet.ax.get_facecolor(), alpha=0.75), Normal()]

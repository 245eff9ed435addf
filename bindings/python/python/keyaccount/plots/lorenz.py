"""How few accounts hold how much of the money."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter
from msgspec import Struct

from ._forecast import Days, read, span
from ._names import LabelSource, Names
from ._numbers import percent
from ._sheet import GREY, MIDDLE, PALE, SIGNAL, WARM, Sheet


class LorenzPoint(Struct, kw_only=True):
    """What the smallest so many hold."""

    share_of_accounts: Decimal
    share_of_money: Decimal


class TopShare(Struct, kw_only=True):
    """What the largest hold."""

    share_of_accounts: Decimal
    share_of_money: Decimal | None


class TargetReach(Struct, kw_only=True):
    """How few hold a part of the money."""

    share_of_money: Decimal
    accounts: int | None
    share_of_accounts: Decimal | None
    reached: Decimal | None


class Concentration(Struct, kw_only=True):
    """How unevenly the money of a period is spread."""

    as_of: datetime.date
    by: str
    reporting_currency: str
    period: Days | None
    gini: Decimal | None
    top: TopShare
    reach: TargetReach
    curve: list[LorenzPoint]
    holders: list[Any]
    negative: list[Any]
    unknown: list[str]


def plot_lorenz(
    verdict: object, ax: Axes | None = None, labels: LabelSource = None, **kwargs: Any
) -> Axes:
    """Draws the Lorenz curve: what part of the money the smallest accounts hold, up to all of them.

    On the diagonal all would hold the same; the further the curve hangs below it, the fewer hold the
    most. The square is where the top fifth begins, the diamond where those begin that hold four fifths
    of the money, or whatever parts the verdict was asked for: both as measured, whether or not
    20% hold 80%. Accounts that sent back more than they bought, or whose money is not known, are in
    none of it and counted below.

    `verdict` is what `value_concentration` answers. `kwargs` go to `Axes.plot` for the curve.

        ax = plot_lorenz(keyaccount.value_concentration(Path("book.json"), as_of="2026-06-30"))
    """
    found = read(verdict, Concentration, "value_concentration")
    names = Names(labels)
    sheet = Sheet(ax, 21, 1, (6.2, 6))
    until = found.as_of if found.period is None else span(found.period)
    title = names.word("lorenz", by=names.of("concentration_unit", found.by), day=until)
    if not found.curve:
        sheet.title(title)
        key = "no_money_known" if found.unknown else "no_money"
        return sheet.nothing(names.word(key, currency=found.reporting_currency))
    gini = "–" if found.gini is None else f"{found.gini:.2f}"
    measured = names.word("gini", gini=gini, count=len(found.holders))
    sheet.title(f"{title}\n{measured}")

    x = [float(one.share_of_accounts) for one in found.curve]
    y = [float(one.share_of_money) for one in found.curve]
    dashes: dict[str, Any] = {"color": GREY, "linewidth": 1.2, "linestyle": (0, (6, 3))}
    sheet.ax.plot([0, 1], [0, 1], gid="diagonal-0", **dashes)
    sheet.ax.fill_between(x, x, y, color=PALE, alpha=0.45, linewidth=0)
    few = len(found.curve) <= 26
    own: dict[str, Any] = {"color": MIDDLE, "linewidth": 2, "zorder": 3, "gid": "curve-0"}
    if few:
        own |= {"marker": "o", "markersize": 3.5}
    (curve,) = sheet.ax.plot(x, y, **(own | kwargs))
    handles = [curve, Line2D([], [], **dashes)]
    words = [names.word("lorenz_curve"), names.word("equal")]
    for mark, word in _marks(sheet, names, found):
        handles.append(mark)
        words.append(word)

    # What is below takes its part of the square's side.
    roomy = min(sheet.width, 0.7 * sheet.height) > 18 * sheet.font_size
    for axis in (sheet.ax.xaxis, sheet.ax.yaxis):
        axis.set_ticks([0, 0.2, 0.4, 0.6, 0.8, 1] if roomy else [0, 0.5, 1])
        axis.set_major_formatter(FuncFormatter(lambda x, _: percent(Decimal(str(round(x, 6))))))
    sheet.ax.set_xlim(-0.01, 1.01)
    sheet.ax.set_ylim(-0.01, 1.01)
    sheet.ax.set_aspect("equal")
    sheet.ax.grid(alpha=0.25)
    sheet.ax.set_axisbelow(True)
    lines = [names.word("smallest_first")]
    if found.negative or found.unknown:
        counts = {"negative": len(found.negative), "unknown": len(found.unknown)}
        lines.append(names.word("not_in_curve", **counts))
    sheet.x_label("\n".join(lines))
    sheet.y_label(names.word("money_held"))
    sheet.legend(handles, words, below=14 + (1.3 + 1.3 * len(lines)) * sheet.font_size, columns=1)
    return sheet.ax


def _marks(sheet: Sheet, names: Names, found: Concentration) -> list[tuple[Line2D, str]]:
    """Where the top part begins, and where those who hold the part asked for."""
    marks = []
    top, reach = found.top, found.reach
    if top.share_of_money is not None:
        word = names.word(
            "top_holds", top=percent(top.share_of_accounts), money=percent(top.share_of_money)
        )
        at = (1 - float(top.share_of_accounts), 1 - float(top.share_of_money))
        marks.append((_mark(sheet, "top-0", at, WARM, "s"), word))
    if reach.share_of_accounts is not None and reach.reached is not None:
        word = names.word(
            "held_by",
            money=percent(reach.share_of_money),
            accounts=f"{reach.accounts:,}",
            share=percent(reach.share_of_accounts),
        )
        at = (1 - float(reach.share_of_accounts), 1 - float(reach.reached))
        marks.append((_mark(sheet, "reach-0", at, SIGNAL, "D"), word))
    return marks


def _mark(sheet: Sheet, gid: str, at: tuple[float, float], colour: str, marker: str) -> Line2D:
    dots: dict[str, Any] = {"colors": colour, "linewidth": 1.2, "linestyles": "dotted", "zorder": 2}
    # From the corner where the largest are.
    sheet.ax.hlines(at[1], at[0], 1, **dots)
    sheet.ax.vlines(at[0], at[1], 1, **dots)
    edge = sheet.ax.get_facecolor()
    style: dict[str, Any] = {
        "color": colour, "marker": marker, "linestyle": "", "markersize": 8,
        "markeredgecolor": edge, "markeredgewidth": 0.8, "zorder": 5,
    }  # fmt: skip
    (mark,) = sheet.ax.plot(*at, gid=gid, **style)
    return mark

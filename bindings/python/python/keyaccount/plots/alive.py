"""How probable it was over time that an account still buys."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter

from ._forecast import read
from ._lifetime import AliveHistory, method_name, model_of
from ._names import LabelSource, Names, width
from ._numbers import percent
from ._sheet import GREY, MIDDLE, PALE, Sheet, text_colour
from ._time import day_axis, number


def plot_history_alive(
    verdict: object, ax: Axes | None = None, labels: LabelSource = None, **kwargs: Any
) -> Axes:
    """Draws how probable it was on each day that an account still buys, from what was known then.

    Silence wears the curve down, an order, a line with a mark at the bottom, brings it back. The
    number at the end is the probability on the last day.

    `verdict` is what `alive_history` answers. `labels` may name the account. `kwargs` go to `Axes.plot`
    for the curve.

        history = keyaccount.alive_history(Path("book.json"), "north-plant", as_of="2026-06-30")
        ax = plot_history_alive(history)
    """
    history = read(verdict, AliveHistory, "alive_history")
    names = Names(labels)
    sheet = Sheet(ax, 16, 1, (8, 3.6))
    account = sheet.label(names.named(history.account), 1)
    points = history.points
    if not points:
        sheet.title(names.word("history_alive_plain", account=account, day=history.as_of))
        return sheet.nothing(names.word("no_model" if history.order_days else "no_order_yet"))
    model = method_name(names, model_of(history.parameters))
    sheet.title(names.word("history_alive", account=account, model=model, day=history.as_of))

    at = [number(one.on) for one in points]
    heights = [float(one.probability_alive) for one in points]
    first, last = points[0].on, points[-1].on
    orders = [number(day) for day in history.order_days if first <= day <= last]
    # So many lines would be a wall: they become fainter.
    faint = max(0.15, min(0.7, 25 / max(1, len(orders))))
    ink = text_colour()
    sheet.ax.vlines(orders, 0, 1, colors=GREY, linewidth=0.8, alpha=faint, gid="orders-0")
    sheet.ax.plot(
        orders, [0.0] * len(orders), "^", color=ink, markersize=5, alpha=max(0.4, faint),
        clip_on=False, gid="marks-0", zorder=5,
    )  # fmt: skip
    style: dict[str, Any] = {"color": MIDDLE, "linewidth": 2, "gid": "curve-0", "zorder": 4}
    if len(points) == 1:
        style |= {"marker": "o"}
    sheet.ax.plot(at, heights, **(style | kwargs))
    sheet.ax.fill_between(at, heights, color=PALE, alpha=0.45, linewidth=0, zorder=1)

    now = f" {percent(points[-1].probability_alive)}"
    side = "bottom" if heights[-1] < 0.5 else "top"
    sheet.text(at[-1], heights[-1], now, va=side, gid="now-0")
    room = min(0.3, 1.2 * (width(now) + 0.5) * sheet.font_size / sheet.width)
    span = at[-1] - at[0] or 1.0
    sheet.ax.set_xlim(at[0] - 0.01 * span, at[-1] + span * room / (1 - room))
    sheet.ax.set_ylim(0, 1.03)
    sheet.ax.set_yticks([0, 0.25, 0.5, 0.75, 1])
    sheet.ax.yaxis.set_major_formatter(FuncFormatter(lambda y, _: percent(Decimal(str(y)))))
    sheet.y_label(names.word("alive"))
    day_axis(sheet, first, last, 1 - room)
    sheet.ax.grid(axis="y", alpha=0.3)
    sheet.ax.set_axisbelow(True)
    mark = Line2D([], [], linestyle="", marker="^", color=ink, markersize=5)
    words = [names.word("order_days", count=len(orders))]
    sheet.legend([mark], words, below=8 + 2 * sheet.font_size)
    return sheet.ax

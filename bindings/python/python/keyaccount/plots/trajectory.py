"""How an account has been buying, and what to expect of it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from .. import _encode
from ..errors import refuse
from ._fonts import families
from ._forecast import Sum, read
from ._lifetime import plain_number
from ._names import LabelSource, Names, fitted, width
from ._numbers import CHINESE_UNITS, amount, exact, percent
from ._sheet import DARK, MIDDLE, PALE, SIGNAL, WARM, Sheet, text_colour
from ._time import day_axis, number
from ._trajectory import Orders, Stopped, Trajectory, orders_of, what_came

DASHES = (0, (2, 1.5))
LINE = 1.5  # from one stopped product to the next, in font sizes


def plot_trajectory(
    verdict: object,
    ax: Axes | None = None,
    labels: LabelSource = None,
    *,
    book: object = None,
    start: datetime.date | str | None = None,
    **kwargs: Any,
) -> Axes:
    """Draws an account's orders over time, its next ones, and what it stopped buying.

    A stem is a day with orders, as high as they came to; a ring on the axis is a day whose amount is
    not known in the chart's currency, a triangle below it a return. Behind the day of the verdict
    stand the next orders: a rectangle from the earliest to the latest day, each with a chance of
    one in ten to be passed, and from the low to the high amount; the mark is in the middle. Rows below
    are products and categories that it stopped buying: from the last order to the day of the
    verdict, with a cross where the next was expected, and what came instead where that is known.

    `verdict` is what `purchase_trajectory` answers. It has no list of the orders, so `book` is the book
    that it was made from; without it only the first and the last order are marked. `start` is the
    first day to draw, where there are so many orders that the next ones have little room; what lies
    before it is counted below. `labels` may name account and products. `kwargs` go to `Axes.vlines` for the stems.

        book = Path("book.json")
        answer = keyaccount.purchase_trajectory(book, "north-plant", as_of="2026-06-30")
        ax = plot_trajectory(answer, book=book)
    """
    found = read(verdict, Trajectory, "purchase_trajectory")
    names = Names(labels)
    stopped = [*found.stopped_products, *found.stopped_categories]
    sheet = Sheet(ax, 20 + len(stopped), 1, (9, 4.2 + 0.22 * len(stopped)))
    account = sheet.label(names.named(found.account), 1)
    title = names.word("trajectory", account=account, day=found.as_of)
    if found.rhythm.first is None:
        sheet.title(title)
        return sheet.nothing(names.word("no_order_yet"))
    sheet.title("\n".join([title, *_findings(names, found)]))

    orders = None
    if book is not None:
        orders = orders_of(book, found.account, found.currency, found.as_of)
    notes = []
    if start is not None:
        start = _day(start)
        before = 0 if orders is None else orders.leave_out_before(start)
        stopped = [one for one in stopped if one.last >= start]
        notes += [names.word("orders_before", count=before, day=start)] if before else []
    legend: list[tuple[Any, str]] = []
    begin, end = _limits(found, stopped, start)
    sheet.ax.set_xlim(begin, end)
    top = _top(found, orders)
    _draw_orders(sheet, names, found, orders, legend, kwargs)
    _draw_next(sheet, names, found, top, legend)
    _draw_days(sheet, names, found, legend)
    depth = _draw_stopped(sheet, names, found, stopped, top, (begin, end), legend)

    sheet.plain()
    sheet.ax.set_ylim(-depth, 1.06 * top)
    _amounts(sheet, names, found, orders, (top, depth))
    day_axis(sheet, start or found.rhythm.first, _last_day(found))
    sheet.ax.axhline(0, color=text_colour(), linewidth=0.8, zorder=1)
    hidden = found.stopped_product_count + found.stopped_category_count - len(stopped)
    notes += [names.word("not_listed", count=hidden)] if hidden > 0 else []
    if found.next_orders.none is not None:
        why = names.of("no_prediction", found.next_orders.none)
        notes.append(names.word("none_predicted", why=why))
    if notes:
        sheet.x_label("\n".join(notes))
    below = 12 + (2 + 1.3 * len(notes)) * sheet.font_size
    sheet.wrapped_legend([mark for mark, _ in legend], [word for _, word in legend], below=below)
    return sheet.ax


def _day(start: datetime.date | str) -> datetime.date:
    text = _encode.day(start, "start")
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise refuse("invalid_date", "start", text, f"`{text}` is no day") from error


def _findings(names: Names, found: Trajectory) -> list[str]:
    """Rhythm and silence on a line, the trend of spend on another."""
    first, silence = [], found.silence
    cadence = found.rhythm.cadence
    if cadence is not None:
        median, spread = cadence.median_interval_days, cadence.spread_days
        first.append(names.word("every", median=plain_number(median), spread=plain_number(spread)))
    if silence.days is not None:
        key = "silence" if silence.probability is None else "silence_probability"
        state = names.of("silence_state", silence.state)
        values = {"days": silence.days, "state": state, "probability": percent(silence.probability)}
        first.append(names.word(key, **values))
    lines = [names.word("semicolon").join(first)] if first else []
    slope = found.trend.slope
    if slope is not None:
        largest = max(abs(one.amount) for one in (slope.per_year, slope.low, slope.high))
        change = f"{_signed(names, slope.per_year, largest)} {slope.per_year.currency}"
        low, high = (_signed(names, one, largest) for one in (slope.low, slope.high))
        lines.append(names.word("slope", slope=change, low=low, high=high))
    return lines


def _signed(names: Names, one: Sum, largest: Decimal) -> str:
    text = amount(abs(one.amount), largest, chinese=names.is_chinese)
    sign = "+" if one.amount > 0 else "−" if one.amount < 0 else ""
    return f"{sign}{text}"


def _last_day(found: Trajectory) -> datetime.date:
    return max([found.as_of, *(one.latest for one in found.next_orders.orders)])


def _limits(
    found: Trajectory, stopped: list[Stopped], start: datetime.date | None
) -> tuple[float, float]:
    first = start or found.rhythm.first or found.as_of
    days = [number(first), *(number(one.last) for one in stopped), number(_last_day(found))]
    span = max(days) - min(days) or 30.0
    return min(days) - 0.02 * span, max(days) + 0.02 * span


def _top(found: Trajectory, orders: Orders | None) -> float:
    known = [] if orders is None else list(orders.amounts.values())
    expected = found.next_orders.amount
    if expected is not None and found.next_orders.orders:
        known += [expected.high.amount, expected.median.amount]
    return float(max(known, default=Decimal(0))) or 1.0


def _draw_orders(
    sheet: Sheet,
    names: Names,
    found: Trajectory,
    orders: Orders | None,
    legend: list[tuple[Any, str]],
    style: dict[str, Any],
) -> None:
    ax, ink, paper = sheet.ax, text_colour(), sheet.ax.get_facecolor()
    ring: dict[str, Any] = {
        "linestyle": "", "marker": "o", "markersize": 6, "markerfacecolor": paper,
        "markeredgecolor": ink, "clip_on": False, "zorder": 5,
    }  # fmt: skip
    if orders is None:
        ends = (found.rhythm.first, found.rhythm.last)
        days = [day for day in ends if day is not None and number(day) >= sheet.ax.get_xlim()[0]]
        (mark,) = ax.plot([number(day) for day in days], [0.0] * len(days), gid="ends-0", **ring)
        legend.append((mark, names.word("first_and_last")))
        return
    days = sorted(orders.amounts)
    if days:
        at = [number(day) for day in days]
        heights = [float(orders.amounts[day]) for day in days]
        own: dict[str, Any] = {"colors": MIDDLE, "linewidth": 1.8, "gid": "orders-0", "zorder": 3}
        ax.vlines(at, 0, heights, **(own | style))
        small = max(2.0, min(5.0, 0.7 * sheet.width / len(at)))
        (dots,) = ax.plot(at, heights, "o", color=MIDDLE, markersize=small, zorder=4, gid="heads-0")
        legend.append((dots, names.word("order")))
    if orders.without:
        at = [number(day) for day in sorted(orders.without)]
        (mark,) = ax.plot(at, [0.0] * len(at), gid="without-0", **ring)
        key = "order_unknown" if found.currency is None else "order_without_amount"
        legend.append((mark, names.word(key, currency=found.currency)))
    if orders.returns:
        at = [number(day) for day in sorted(orders.returns)]
        (mark,) = ax.plot(
            at, [0.0] * len(at), linestyle="", marker="v", markersize=6, color=WARM, zorder=6,
            markeredgecolor=ink, markeredgewidth=0.5, clip_on=False, gid="returns-0",
        )  # fmt: skip
        legend.append((mark, names.word("return")))


def _draw_next(
    sheet: Sheet, names: Names, found: Trajectory, top: float, legend: list[tuple[Any, str]]
) -> None:
    expected = found.next_orders.amount
    for one in found.next_orders.orders:
        left, right = number(one.earliest), number(one.latest)
        low, high, middle = 0.0, 0.04 * top, 0.0
        if expected is not None:
            low, high = float(expected.low.amount), float(expected.high.amount)
            middle = float(expected.median.amount)
        box = Rectangle(
            (left, low), right - left, high - low, facecolor=PALE, edgecolor=DARK, alpha=0.5,
            linewidth=0.8, gid=f"band-{one.number}", zorder=2,
        )  # fmt: skip
        sheet.ax.add_patch(box)
        (mark,) = sheet.ax.plot(
            number(one.expected), middle, "D", color=text_colour(), markersize=6, zorder=5,
            markeredgecolor=sheet.ax.get_facecolor(), gid=f"next-{one.number}", clip_on=False,
        )  # fmt: skip
        if one is found.next_orders.orders[0]:
            legend.append((mark, names.word("next_order")))


def _draw_days(
    sheet: Sheet, names: Names, found: Trajectory, legend: list[tuple[Any, str]]
) -> None:
    """The day of the verdict, and the one from which a silence is overdue."""
    ink = text_colour()
    today = sheet.ax.axvline(
        number(found.as_of), color=ink, linewidth=1, linestyle=(0, (5, 3)), gid="today-0", zorder=1
    )
    legend.append((today, names.word("today")))
    overdue = found.silence.overdue_from
    if overdue is not None and overdue <= _last_day(found):
        line = sheet.ax.axvline(
            number(overdue), color=SIGNAL, linewidth=1.3, linestyle="dotted", gid="overdue-0",
            zorder=1,
        )  # fmt: skip
        legend.append((line, names.word("overdue_from")))


def _draw_stopped(
    sheet: Sheet,
    names: Names,
    found: Trajectory,
    stopped: list[Stopped],
    top: float,
    limits: tuple[float, float],
    legend: list[tuple[Any, str]],
) -> float:
    """Draws the rows of what it stopped buying; how far below the axis they reach."""
    if not stopped:
        return 0.03 * top
    em = (limits[1] - limits[0]) * sheet.font_size / sheet.width
    today = number(found.as_of)
    texts = [_what(names, one) for one in stopped]
    # The name stands beside its row, or above it where it has no room there.
    beside = [_beside(one, text, limits, today, em) for one, text in zip(stopped, texts)]
    above = any(place is None for place in beside)
    line = (2.4 if above else LINE) * sheet.font_size
    part = min(0.6, (len(stopped) + 0.6) * line / sheet.height)
    depth = top * part / (1 - part)
    each = depth / (len(stopped) + 0.6)
    for row, one in enumerate(stopped):
        y = -(row + 0.9) * each
        last, since = number(one.last), min(number(one.since), today)
        style: dict[str, Any] = {"colors": SIGNAL, "linewidth": 1.2, "linestyles": [DASHES]}
        sheet.ax.hlines(y, last, today, gid=f"stopped-{row}", **style)
        sheet.ax.plot(last, y, "o", color=SIGNAL, markersize=4.5, gid=f"last-{row}")
        sheet.ax.plot(since, y, "x", color=SIGNAL, markersize=6, gid=f"since-{row}", zorder=4)
        text, place = texts[row], beside[row]
        if above or place is None:
            place = _above(last, limits)
            room = (limits[1] - last if place[1] == "left" else last - limits[0]) / em
            text, y = fitted(text, room, 1), y + 0.48 * each
        sheet.text(place[0], y, text, ha=place[1], fontsize=0.95 * sheet.font_size)
    mark = Line2D([], [], color=SIGNAL, linewidth=1.2, linestyle=DASHES, marker="o", markersize=4.5)
    legend.append((mark, names.word("stopped")))
    return depth


def _beside(
    one: Stopped, text: str, limits: tuple[float, float], today: float, em: float
) -> tuple[float, str] | None:
    """Where a name stands beside its row, and which side of it is there; None where it has no room."""
    wide, last = (width(text) + 1) * em, number(one.last)
    if wide <= last - limits[0]:
        return last - 0.6 * em, "right"
    return (today + 0.6 * em, "left") if wide <= limits[1] - today else None


def _above(last: float, limits: tuple[float, float]) -> tuple[float, str]:
    """A name above its row begins or ends at the last order."""
    return last, "left" if last - limits[0] < limits[1] - last else "right"


def _what(names: Names, one: Stopped) -> str:
    what = names.named(one.product or one.category or names.word("without_category"))
    kind, name = what_came(one.replaced_by)
    if name is None or kind not in ("competitor", "our_product"):
        return what
    key = "by_competitor" if kind == "competitor" else "by_ours"
    return names.word(key, what=what, name=names.named(name))


def _amounts(
    sheet: Sheet,
    names: Names,
    found: Trajectory,
    orders: Orders | None,
    extent: tuple[float, float],
) -> None:
    """Numbers the vertical axis above its zero, where any amount is drawn."""
    drawn = (orders is not None and orders.amounts) or (
        found.next_orders.orders and found.next_orders.amount is not None
    )
    if not drawn:
        sheet.ax.set_yticks([])
        sheet.ax.spines["left"].set_visible(False)
        return
    top, depth = extent
    largest = Decimal(str(top))
    most = max(2, min(6, int(sheet.height * top / (top + depth) / sheet.font_size / 3)))
    ticks = [tick for tick in MaxNLocator(most).tick_values(0, top) if 0 <= tick <= 1.06 * top]
    texts = [amount(exact(tick), largest, chinese=names.is_chinese) for tick in ticks]
    sheet.ax.set_yticks(ticks, texts)
    units = "".join(unit for _, unit in CHINESE_UNITS) if names.is_chinese else ""
    sheet.ax.tick_params(axis="y", labelsize=sheet.font_size, labelfontfamily=families(units))
    sheet.ax.spines["left"].set_bounds(0, 1.06 * top)
    sheet.ax.set_ylabel(found.currency or "", fontsize=sheet.font_size)

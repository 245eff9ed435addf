"""An axis of days."""

from __future__ import annotations

import datetime

from matplotlib.dates import AutoDateLocator, date2num, num2date
from matplotlib.ticker import NullLocator

from ._sheet import Sheet

WIDEST = 10 * 0.6 + 2.0  # of a day's text, in font sizes


def number(day: datetime.date) -> float:
    """Where a day is on the axis."""
    return float(date2num(day))


def day_axis(sheet: Sheet, first: datetime.date, last: datetime.date, share: float = 1.0) -> None:
    """Marks as many days as find room on the part of the horizontal axis from the first to the last."""
    room = share * sheet.width / sheet.font_size
    ticks = _ticks(first, last, max(2, int(room / WIDEST)))
    marked = [num2date(tick).date() for tick in ticks]
    if all((day.month, day.day) == (1, 1) for day in marked):
        texts = [f"{day.year:04}" for day in marked]
    elif all(day.day == 1 for day in marked):
        texts = [f"{day.year:04}-{day.month:02}" for day in marked]
    else:
        texts = [day.isoformat() for day in marked]
    sheet.ax.set_xticks(ticks, texts)
    sheet.ax.xaxis.set_minor_locator(NullLocator())


def _ticks(first: datetime.date, last: datetime.date, most: int) -> list[float]:
    low, high = number(first), number(last)
    if high - low < most:
        return [low, high] if high > low else [low]
    locator = AutoDateLocator(minticks=2, maxticks=most)
    found = [float(tick) for tick in locator.tick_values(num2date(low), num2date(high))]
    ticks = [tick for tick in found if low <= tick <= high]
    return ticks if 0 < len(ticks) <= 2 * most else [low, high]

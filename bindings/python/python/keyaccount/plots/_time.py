"""An axis of days."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from matplotlib.ticker import NullLocator

from ._sheet import Sheet

DATES: Any = import_module("matplotlib.dates")  # it has no types
DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000)
MONTHS = 12
WIDTHS = {"%Y-%m-%d": 10, "%Y-%m": 7, "%Y": 4}
LETTER, GAP = 0.6, 2.0  # in font sizes


def number(day: datetime.date) -> float:
    """Where a day is on the axis."""
    return float(DATES.date2num(day))


def day_axis(sheet: Sheet, first: datetime.date, last: datetime.date, share: float = 1.0) -> None:
    """Marks as many days as find room on the part of the horizontal axis from the first to the last."""
    room = share * sheet.width / sheet.font_size
    days, form = _marked(first, last, room)
    texts = [day.strftime(form).rjust(WIDTHS[form], "0") for day in days]
    sheet.ax.set_xticks([number(day) for day in days], texts)
    sheet.ax.xaxis.set_minor_locator(NullLocator())


def _marked(
    first: datetime.date, last: datetime.date, room: float
) -> tuple[list[datetime.date], str]:
    """The days that are marked, and how they are written: days, beginnings of months, or years."""
    for step in DAY_STEPS:
        count = (last - first).days // step + 1
        if count * (WIDTHS["%Y-%m-%d"] * LETTER + GAP) <= room:
            return [first + datetime.timedelta(days=step * at) for at in range(count)], "%Y-%m-%d"
    for step in MONTH_STEPS:
        form = "%Y" if step % MONTHS == 0 else "%Y-%m"
        found = list(_months(first, last, step))
        if len(found) * (WIDTHS[form] * LETTER + GAP) <= room:
            # Where no month or year begins within the time, its own first day is marked.
            return (found, form) if found else ([first], "%Y-%m-%d")
    return [first], "%Y-%m-%d"


def _months(first: datetime.date, last: datetime.date, step: int) -> Iterator[datetime.date]:
    """First days of months, so many months apart and such that years begin with one."""
    at = -(-(MONTHS * first.year + first.month - 1) // step) * step
    while at <= MONTHS * last.year + last.month - 1:
        day = datetime.date(at // MONTHS, at % MONTHS + 1, 1)
        if day >= first:
            yield day
        at += step

"""What will be booked in each period, and how sure that is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.patheffects import Normal, Stroke

from ._forecast import BookedPeriod, BookingForecast, read, span
from ._names import LabelSource, Names, width
from ._numbers import amount, percent
from ._sheet import DARK, PALE, SIGNAL, Sheet, height_for, text_colour

HEIGHT = 0.5
DASHES = (0, (2, 1))
# The bands: lower and upper percentile, and how thick a line stands for what lies between.
BANDS = ((10, 90, 1.3), (25, 75, 4.0))


def plot_bookings(
    verdict: object,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws what will be booked in each period, with the band that it lies in.

    A row is a period. The dark bar is what is signed already; the pale one on top of it is what
    the open deals bring on average, so that both together are the expected bookings. The thin line
    reaches from the tenth to the ninetieth percentile of the period's bookings, the thick one over
    the middle half; where the outcome is certain there is none. A dashed line is the quota, with the
    probability of reaching it on the right.

    `verdict` is what `forecast_bookings` answers. `kwargs` go to `Axes.barh` for the pale bars.

        ax = plot_bookings(keyaccount.forecast_bookings(Path("book.json"), as_of="2026-06-30"))
    """
    forecast = read(verdict, BookingForecast, "forecast_bookings")
    names = Names(labels)
    periods = forecast.periods
    sheet = Sheet(ax, len(periods) + 1, 2.4, (8, height_for(len(periods), 0.6)))
    basis = names.of("forecast_basis", forecast.basis)
    sheet.title(names.word("bookings", basis=basis, day=forecast.as_of))
    if not periods:
        return sheet.nothing(names.word("no_periods"))
    if not any(one.bookings.deals or one.bookings.quota for one in periods):
        return sheet.nothing(names.word("no_bookings"))
    sheet.rows([_row_label(names, one) for one in periods])
    sheet.x_label(forecast.reporting_currency)

    rows = range(len(periods))
    booked = [float(one.booked.total.amount) for one in periods]
    expected = [float(one.bookings.mean.amount) for one in periods]
    style: dict[str, Any] = {"height": HEIGHT, "color": PALE}
    pale = [total - sure for total, sure in zip(expected, booked)]
    drawn = sheet.ax.barh(rows, pale, left=booked, **(style | kwargs))
    sheet.ax.barh(rows, booked, height=drawn[0].get_height(), color=DARK)
    for row, one in enumerate(periods):
        _draw_bands(sheet, row, one)

    largest = max(_amounts(one) for one in periods)
    shown = [
        (amount(one.bookings.mean.amount, largest, chinese=names.is_chinese), _odds(one))
        for one in periods
    ]
    with_quota = any(odds for _, odds in shown)
    heads = (names.word("expected"), names.word("probability_quota") if with_quota else "")
    room = _draw_columns(sheet, [heads, *shown])
    sheet.ax.set_xlim(0, (1.02 * float(largest) or 1.0) / (1 - room))
    sheet.ax.set_ylim(len(periods) - 0.5, -1)
    sheet.amounts(largest, names, 1 - room)
    sheet.ax.spines["left"].set_visible(True)
    sheet.ax.spines["left"].set_bounds(-0.5, len(periods) - 0.5)

    marks: dict[str, Any] = {"booked": Patch(color=DARK), "open_expected": drawn[0]}
    for low, high, thickness in reversed(BANDS):
        marks[f"P{low}–P{high}"] = Line2D([], [], color=text_colour(), linewidth=thickness)
    if with_quota:
        marks["quota"] = Line2D([], [], color=SIGNAL, linewidth=1.5, linestyle=DASHES)
    words = [names.word(key) if names.has(key) else key for key in marks]
    sheet.legend(list(marks.values()), words, below=14 + 2.6 * sheet.font_size)
    return sheet.ax


def _row_label(names: Names, one: BookedPeriod) -> str:
    counts = names.word("booked_open", booked=one.booked.deals, open=one.bookings.open_deals)
    return f"{span(one.period)}\n{counts}"


def _amounts(one: BookedPeriod) -> Decimal:
    """The largest amount that is drawn in a row."""
    known = (one.bookings.quantile(high) for _, high, _ in BANDS)
    quota = [] if one.bookings.quota is None else [one.bookings.quota.quota.amount]
    sure = (one.booked.total.amount, one.bookings.mean.amount)
    return max(*sure, *quota, *(value for value in known if value is not None))


def _odds(one: BookedPeriod) -> str:
    return "" if one.bookings.quota is None else percent(one.bookings.quota.probability)


def _draw_bands(sheet: Sheet, row: int, one: BookedPeriod) -> None:
    # Cased in the paper's colour, so that it shows on the pale bar whatever the style.
    paper = sheet.ax.get_facecolor()
    for low, high, thickness in BANDS:
        ends = (one.bookings.quantile(low), one.bookings.quantile(high))
        if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
            continue
        left, right = float(ends[0]), float(ends[1])
        casing = [Stroke(linewidth=thickness + 2, foreground=paper), Normal()]
        line: dict[str, Any] = {
            "colors": text_colour(), "linewidth": thickness, "path_effects": casing,
        }  # fmt: skip
        sheet.ax.hlines(row, left, right, gid=f"band{low}-{row}", **line)
        if low == BANDS[0][0]:
            for end in (left, right):
                sheet.ax.vlines(end, row - 0.11, row + 0.11, **line)
    if one.bookings.quota is not None:
        mark: dict[str, Any] = {"colors": SIGNAL, "linewidth": 1.5, "linestyles": [DASHES]}
        at = float(one.bookings.quota.quota.amount)
        sheet.ax.vlines(at, row - 0.4, row + 0.4, gid=f"quota-{row}", **mark)


def _draw_columns(sheet: Sheet, rows: list[tuple[str, str]]) -> float:
    """Writes the columns at the right edge, the heads first; the share of the width they take."""
    transform = sheet.ax.get_yaxis_transform()
    em = sheet.font_size / sheet.width
    right = 1.0
    for column in (1, 0):
        wide = max(width(row[column]) for row in rows)
        if not wide:
            continue
        for place, row in enumerate(rows):
            y = -0.72 if place == 0 else place - 1
            sheet.text(right, y, row[column], ha="right", transform=transform)
        right -= 1.1 * (wide + 1) * em
    return min(0.7, 1 - right)

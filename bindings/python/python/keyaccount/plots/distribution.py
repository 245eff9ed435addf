"""How likely it is to book at least so much."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter

from ._forecast import BookedPeriod, BookingForecast, Summary, attempt, read, span
from ._names import LabelSource, Names, width
from ._numbers import amount, percent
from ._pick import pick
from ._sheet import GREY, MIDDLE, PALE, SIGNAL, Sheet, text_colour

MARKED = (10, 50, 90)
DASHES = (0, (2, 1))


def plot_distribution(
    verdict: object,
    period: datetime.date | str | None = None,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws the distribution of a period's bookings: for each amount, how likely it is to be reached.

    The curve falls from what is certain to what is hardly possible; its height at the quota, a dashed
    line, is the probability of reaching it, which the title says in words. Dots mark the
    percentiles: bookings stay at or below `P10` with a probability of a tenth. The triangle on the
    axis is the mean.

    `verdict` is what `forecast_bookings` answers, or one of its periods. `period` is the first day
    of the one to draw, needed only where there are several. `kwargs` go to `Axes.step` for the curve.

        answer = keyaccount.forecast_bookings(Path("book.json"), as_of="2026-06-30")
        ax = plot_distribution(answer, period="2026-07-01")
    """
    names = Names(labels)
    sheet = Sheet(ax, 11, 1, (8, 4.4))
    one, about = _chosen(verdict, period, names)
    if one is None:
        return sheet.nothing(names.word("no_periods"))
    summary = one.bookings
    title = names.word("distribution", period=span(one.period), about=about)
    if not summary.curve or not summary.deals:
        sheet.title(title)
        return sheet.nothing(names.word("no_deals"))

    curve = survival(summary)
    quota = None if summary.quota is None else summary.quota.quota.amount
    known = [*(x for x, _ in curve), summary.mean.amount, *([] if quota is None else [quota])]
    largest = max(map(abs, known))
    sheet.title("\n".join([title, *_odds(names, summary, largest)]))
    sheet.x_label(summary.mean.currency)
    left, right = _limits(known if summary.open_deals else [*known, Decimal(0)])
    for called, value in _percentiles(names, summary, largest).values():
        # Behind each percentile there is room for what it is called.
        share = min(0.5, 1.1 * (width(called) + 2) * sheet.font_size / sheet.width)
        right = max(right, (float(value) - left * share) / (1 - share))
    at = [left, *(float(x) for x, _ in curve), right]
    heights = [1.0, *(float(y) for _, y in curve), 0.0]
    style: dict[str, Any] = {"color": MIDDLE, "linewidth": 2, "where": "post", "gid": "curve-0"}
    sheet.ax.step(at, heights, **(style | kwargs))
    sheet.ax.fill_between(at, heights, step="post", color=PALE, alpha=0.55, linewidth=0)
    _draw_marks(sheet, names, summary, largest, (left, right))

    sheet.ax.set_xlim(left, right)
    sheet.ax.set_ylim(0, 1.06)
    sheet.ax.set_yticks([0, 0.25, 0.5, 0.75, 1])
    sheet.ax.yaxis.set_major_formatter(FuncFormatter(lambda y, _: percent(Decimal(str(y)))))
    sheet.amounts(largest, names, 1)
    sheet.y_label(names.word("at_least"))
    sheet.ax.grid(axis="y", alpha=0.3)
    sheet.ax.set_axisbelow(True)

    mean = names.word("mean_of", amount=_text(summary.mean.amount, largest, names))
    triangle = Line2D([], [], linestyle="", marker="^", color=text_colour(), markersize=7)
    marks, words = [triangle], [mean]
    if quota is not None:
        marks.append(Line2D([], [], color=SIGNAL, linewidth=1.5, linestyle=DASHES))
        words.append(names.word("quota_of", amount=_text(quota, largest, names)))
    sheet.legend(marks, words, below=14 + 2.6 * sheet.font_size)
    return sheet.ax


def survival(summary: Summary) -> list[tuple[Decimal, Decimal]]:
    """Amounts with the probability of more than that, in steps.

    Between two points of the verdict's curve the steps are where its percentiles are, if any.
    """
    points = [(one.amount.amount, 1 - one.cdf) for one in summary.curve]
    steps = [points[0]]
    for before, after in pairwise(points):
        between = (
            one.amount.amount
            for one in summary.quantiles
            if before[0] < one.amount.amount < after[0]
            and before[1] > 1 - one.probability >= after[1]
        )
        step = next(between, None)
        if step is not None:
            steps.append((step, after[1]))
        steps.append(after)
    return steps


def _chosen(
    verdict: object, period: datetime.date | str | None, names: Names
) -> tuple[BookedPeriod | None, str]:
    """The period, and what the title says about where it is from."""
    alone = attempt(verdict, BookedPeriod)
    if alone is not None:
        return alone, ""
    found = read(verdict, BookingForecast, "forecast_bookings")
    wanted = None if period is None else str(period)
    one = pick(found.periods, "period", wanted, lambda one: str(one.period.first))
    basis = names.of("forecast_basis", found.basis)
    return one, names.word("about", basis=basis, day=found.as_of)


def _odds(names: Names, summary: Summary, largest: Decimal) -> list[str]:
    if summary.quota is None:
        return []
    values = {
        "probability": percent(summary.quota.probability),
        "quota": _text(summary.quota.quota.amount, largest, names),
        "shortfall": _text(summary.quota.expected_shortfall.amount, largest, names),
        "currency": summary.quota.quota.currency,
    }
    return [names.word("odds", **values)]


def _text(value: Decimal, largest: Decimal, names: Names) -> str:
    return amount(value, largest, chinese=names.is_chinese)


def _limits(known: list[Decimal]) -> tuple[float, float]:
    """From nothing, unless what is uncertain lies far from it, to a bit more than the most."""
    low, high = float(min(known)), float(max(known))
    if low < 0.5 * high:
        low = min(low, 0.0)
    room = 0.05 * (high - low) or 0.1 * abs(high) or 1.0
    return low - room / 2, high + room


def _percentiles(
    names: Names, summary: Summary, largest: Decimal
) -> dict[int, tuple[str, Decimal]]:
    """The marked percentiles: what they are called, and their amount."""
    if not summary.open_deals:
        return {}
    known = ((hundredths, summary.quantile(hundredths)) for hundredths in MARKED)
    return {
        hundredths: (f"P{hundredths} {_text(value, largest, names)}", value)
        for hundredths, value in known
        if value is not None
    }


def _draw_marks(
    sheet: Sheet, names: Names, summary: Summary, largest: Decimal, limits: tuple[float, float]
) -> None:
    ax, ink = sheet.ax, text_colour()
    left, right = limits
    paper = {"facecolor": ax.get_facecolor(), "alpha": 0.7, "edgecolor": "none", "pad": 0.5}
    for hundredths, (words, value) in _percentiles(names, summary, largest).items():
        x, y = float(value), 1 - hundredths / 100
        ax.plot(x, y, "o", color=ink, markersize=5, gid=f"mark-{hundredths}", zorder=5)
        sheet.text(x + 0.015 * (right - left), y + 0.035, words, zorder=5, bbox=paper)
    mean = float(summary.mean.amount)
    ax.plot(mean, 0, "^", color=ink, markersize=8, clip_on=False, gid="mean-0", zorder=6)
    if summary.quota is None:
        return
    x, y = float(summary.quota.quota.amount), float(summary.quota.probability)
    line: dict[str, Any] = {"colors": SIGNAL, "linewidth": 1.5, "linestyles": [DASHES]}
    ax.vlines(x, 0, 1.06, gid="quota-0", zorder=4, **line)
    dots: dict[str, Any] = {"colors": GREY, "linewidth": 1, "linestyles": "dotted"}
    ax.hlines(y, left, x, gid="odds-0", zorder=3, **dots)
    ax.plot(x, y, "D", color=SIGNAL, markersize=6, clip_on=False, zorder=6)

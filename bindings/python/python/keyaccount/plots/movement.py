"""From the pipeline's worth on one day to that on another."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal, localcontext
from typing import Any

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from .. import models
from ._fonts import families
from ._names import LabelSource, Names, width
from ._numbers import CHINESE_UNITS, amount, exact
from ._pick import pick, verdict_of
from ._sheet import DARK, GREY, WARM, Sheet, height_for

UP, DOWN, TOTAL = 1, -1, 0
STEPS = (
    ("created", UP),
    ("reopened", UP),
    ("increased", UP),
    ("decreased", DOWN),
    ("amount_set", UP),
    ("amount_cleared", DOWN),
    ("pulled_in", UP),
    ("pushed_out", DOWN),
    ("won", DOWN),
    ("lost", DOWN),
    ("moved_in", UP),
    ("moved_out", DOWN),
    ("currency_in", UP),
    ("currency_out", DOWN),
)
ALWAYS = {"created", "reopened", "increased", "decreased", "won", "lost"}
OF_A_PERIOD = {"pulled_in", "pushed_out"}
COLOURS = {UP: DARK, DOWN: WARM, TOTAL: GREY}
EDGES = {UP: DARK, DOWN: "#5c4000", TOTAL: GREY}
SIGNS = {UP: "+", DOWN: "−", TOTAL: ""}
HEIGHT = 0.68
EXACTLY = Context(prec=1000)


@dataclass(frozen=True)
class Bar:
    """A row of the waterfall: from what was there before it to what is there after it."""

    key: str
    count: int | None
    amount: Decimal
    direction: int
    before: Decimal
    after: Decimal


def plot_movement(
    verdict: models.MovementVerdict | models.JudgedMovementVerdict,
    currency: str | None = None,
    ax: Axes | None = None,
    labels: LabelSource = None,
    *,
    reporting: bool = False,
    **kwargs: Any,
) -> Axes:
    """Draws how the worth of the pipeline came from its opening to its closing, as a waterfall.

    Each row begins where the one above it ends; its label tells how many opportunities, its bar
    and number how much. What was added is dark and has a plus, what was taken away is light,
    hatched and has a minus. Rows for amounts that were set or cleared, for the period's borders and
    for other currencies are left out where nothing happened. Opportunities without an amount are
    counted below.

    `currency` is needed only where the verdict has several. `reporting` draws all of them together
    in the reporting currency instead; a row of its own tells what exchange rates changed. `kwargs`
    go to `Axes.barh` for all bars.

        answer = keyaccount.pipeline_movement(
            Path("book.json"), start="2026-03-31", end="2026-06-30"
        )
        ax = plot_movement(answer, currency="EUR")
    """
    verdict = verdict_of(verdict, models.MovementVerdict, "pipeline_movement")
    names = Names(labels)
    drawn, bars = _chosen(verdict, currency, reporting=reporting)
    sheet = Sheet(ax, len(bars), 1.3, (8, height_for(len(bars), 0.3)))
    sheet.title(names.word("movement", first=verdict.from_, last=verdict.to))
    if drawn is None and reporting:
        return sheet.nothing(names.word("no_rate"))
    if drawn is None or not any(bar.count or bar.amount for bar in bars):
        return sheet.nothing(names.word("no_currencies"))
    sheet.rows([_row_label(names, bar) for bar in bars])
    sheet.x_label("\n".join(_below(names, verdict, drawn)))
    _draw(sheet, names, bars, kwargs)
    return sheet.ax


def waterfall(
    lines: models.MovementLines, *, with_period: bool, rates: Decimal | None = None
) -> list[Bar]:
    """The bars that are drawn, each beginning where the one before it ends."""
    opening, closing = exact(lines.opening.amount), exact(lines.closing.amount)
    bars = [Bar("opening", lines.opening.count, opening, TOTAL, Decimal(0), opening)]
    with localcontext(EXACTLY):
        for key, direction in STEPS:
            line = getattr(lines, key)
            if line.count or key in ALWAYS or (with_period and key in OF_A_PERIOD):
                bars.append(_step(bars, key, line.count, direction * exact(line.amount), direction))
        if rates:
            bars.append(_step(bars, "rates", None, rates))
        rest = closing - bars[-1].after
        if rest:  # a kind of movement that this chart does not know
            bars.append(_step(bars, "not_explained", None, rest))
    return [*bars, Bar("closing", lines.closing.count, closing, TOTAL, Decimal(0), closing)]


def _step(
    bars: list[Bar], key: str, count: int | None, change: Decimal, direction: int = TOTAL
) -> Bar:
    before = bars[-1].after
    direction = direction or (UP if change > 0 else DOWN)
    return Bar(key, count, abs(change), direction, before, before + change)


def _chosen(
    verdict: models.MovementVerdict, currency: str | None, *, reporting: bool
) -> tuple[str | None, list[Bar]]:
    """The currency that is drawn, and its bars."""
    with_period = verdict.period is not None
    if reporting:
        whole = verdict.reporting
        if whole is None:
            return None, []
        rates = exact(whole.currency_effect)
        return whole.currency, waterfall(whole.lines, with_period=with_period, rates=rates)
    one = pick(verdict.currencies, "currency", currency, lambda one: one.currency)
    return (
        (None, []) if one is None else (one.currency, waterfall(one.total, with_period=with_period))
    )


def _draw(sheet: Sheet, names: Names, bars: list[Bar], style: dict[str, Any]) -> None:
    largest = max(max(bar.amount, abs(bar.before), abs(bar.after)) for bar in bars)
    texts = []
    for row, bar in enumerate(bars):
        shown = amount(bar.amount, largest, chinese=names.is_chinese)
        texts.append(SIGNS[bar.direction if bar.amount else TOTAL] + shown)
        left, right = sorted((float(bar.before), float(bar.after)))
        sheet.ax.barh(row, right - left, left=left, **(_style(bar) | style))
        sheet.text(right, row, f" {texts[-1]}")
        if row + 1 < len(bars):
            ends = (row + HEIGHT / 2, row + 1 - HEIGHT / 2)
            sheet.ax.vlines(float(bar.after), *ends, colors=GREY, linewidth=0.8, gid=f"joint-{row}")

    room = min(0.6, 1.15 * (max(map(width, texts)) + 1) * sheet.font_size / sheet.width)
    low = min(0.0, *(float(bar.after) for bar in bars))
    high = max(0.0, *(float(bar.after) for bar in bars)) or 1.0
    sheet.ax.set_xlim(low, low + (high - low) / (1 - room))
    units = "".join(unit for _, unit in CHINESE_UNITS) if names.is_chinese else ""
    sheet.ax.tick_params(axis="x", labelfontfamily=families(units))
    # So many numbers find room below the axis.
    ticks = max(2, int(sheet.width / sheet.font_size / (max(map(width, texts)) + 2)))
    sheet.ax.xaxis.set_major_locator(MaxNLocator(ticks, steps=[1, 2, 5, 10]))
    sheet.ax.xaxis.set_major_formatter(
        FuncFormatter(lambda x, _: amount(exact(x), largest, chinese=names.is_chinese))
    )


def _style(bar: Bar) -> dict[str, Any]:
    return {
        "height": HEIGHT,
        "facecolor": COLOURS[bar.direction],
        "edgecolor": EDGES[bar.direction] if bar.amount else GREY,
        "linewidth": 0.8,
        "hatch": "////" if bar.direction == DOWN else None,
    }


def _row_label(names: Names, bar: Bar) -> str:
    name = names.word(bar.key) if names.has(bar.key) else names.of("movement", bar.key)
    return name if bar.count is None else f"{name} ({bar.count:,})"


def _below(names: Names, verdict: models.MovementVerdict, currency: str) -> list[str]:
    lines = [currency]
    if verdict.period is not None:
        first, last = verdict.period.first, verdict.period.last
        lines = [names.word("period", currency=currency, first=first, last=last)]
    missing = verdict.without_amount
    if missing.opening or missing.closing:
        lines.append(names.word("without_amount", opening=missing.opening, closing=missing.closing))
    return lines

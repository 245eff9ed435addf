"""What accounts are called by recency, frequency and money, and how many there are."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import numpy
from matplotlib.axes import Axes
from matplotlib.patches import Patch
from matplotlib.ticker import FuncFormatter, MaxNLocator
from msgspec import Struct

from ._forecast import Sum, read
from ._names import LabelSource, Names, width
from ._numbers import amount, percent
from ._sheet import DARK, PALE, SHADES, Sheet, height_for

HEIGHT = 0.36
SCORES = (1, 2, 3, 4, 5)


class Segment(Struct, kw_only=True):
    """The accounts of one segment together."""

    segment: str
    accounts: int
    share_of_accounts: Decimal | None
    money: Sum
    share_of_money: Decimal | None
    incomplete: int


class ScoredAccount(Struct, kw_only=True):
    """An account's scores."""

    recency_score: int
    frequency_score: int


class Segments(Struct, kw_only=True):
    """Accounts scored by recency, frequency and money."""

    as_of: datetime.date
    reporting_currency: str
    segments: list[Segment]


class Scores(Struct, kw_only=True):
    """The same, account by account."""

    as_of: datetime.date
    accounts: list[ScoredAccount]


def plot_rfm_segments(
    verdict: object, ax: Axes | None = None, labels: LabelSource = None, **kwargs: Any
) -> Axes:
    """Draws each segment's part of the accounts and of the money, the best segment on top.

    A row is a segment: the pale bar is its part of the accounts that have ordered, the dark one its
    part of their money. On the right stand their number and their money, with a plus and minus sign
    where the money of some is not known, or only in part. A part that the verdict does not know, such as that
    of a sum below zero, has no bar.

    `verdict` is what `score_rfm` answers. `kwargs` go to `Axes.barh` for the pale bars.

        ax = plot_rfm_segments(keyaccount.score_rfm(Path("book.json"), as_of="2026-06-30"))
    """
    found = read(verdict, Segments, "score_rfm")
    names = Names(labels)
    segments = found.segments
    sheet = Sheet(ax, len(segments) + 1, 1.5, (8, height_for(len(segments), 0.34)))
    sheet.title(names.word("rfm_segments", day=found.as_of))
    if not any(one.accounts for one in segments):
        return sheet.nothing(names.word("no_buyers"))
    sheet.rows([sheet.label(names.of("rfm_segment", one.segment), 1) for one in segments])

    style: dict[str, Any] = {
        "height": HEIGHT, "color": PALE, "edgecolor": DARK, "linewidth": 0.6, "gid": "accounts-0",
    }  # fmt: skip
    rows = range(len(segments))
    parts = [float(one.share_of_accounts or 0) for one in segments]
    sheet.ax.barh([row - HEIGHT / 2 for row in rows], parts, **(style | kwargs))
    known = [(row, one.share_of_money) for row, one in zip(rows, segments)]
    money = [(row + HEIGHT / 2, float(share)) for row, share in known if share is not None]
    sheet.ax.barh(
        [row for row, _ in money], [share for _, share in money], height=HEIGHT, color=DARK,
        gid="money-0",
    )  # fmt: skip

    largest = max(abs(one.money.amount) for one in segments)
    shown = [_numbers(one, largest, names) for one in segments]
    head = names.word("segment_numbers", currency=found.reporting_currency)
    across = sheet.ax.get_yaxis_transform()
    for row, text in zip((-0.85, *rows), (head, *shown)):
        sheet.text(1, row, text, ha="right", transform=across)
    room = min(0.6, 1.1 * (max(map(width, (head, *shown))) + 1) * sheet.font_size / sheet.width)
    edge = 1.04 * max([*parts, *(share for _, share in money)])
    sheet.ax.set_xlim(0, (edge or 1) / (1 - room))
    sheet.ax.set_ylim(len(segments) - 0.5, -1.2)
    ticks = MaxNLocator(max(2, int((1 - room) * sheet.width / sheet.font_size / 4)))
    places = ticks.tick_values(0, edge)
    sheet.ax.set_xticks([tick for tick in places if 0 <= tick <= edge])
    sheet.ax.xaxis.set_major_formatter(
        FuncFormatter(lambda x, _: percent(Decimal(str(round(x, 6)))))
    )
    sheet.ax.spines["bottom"].set_bounds(0, edge)
    sheet.ax.spines["left"].set_visible(True)
    sheet.ax.spines["left"].set_bounds(-0.5, len(segments) - 0.5)
    sheet.ax.grid(axis="x", alpha=0.3)
    sheet.ax.set_axisbelow(True)
    pale = Patch(facecolor=PALE, edgecolor=DARK, linewidth=0.6)
    words = [names.word("share_of_accounts"), names.word("share_of_money")]
    sheet.wrapped_legend([pale, Patch(color=DARK)], words, below=12 + 2 * sheet.font_size)
    return sheet.ax


def plot_rfm_matrix(
    verdict: object, ax: Axes | None = None, labels: LabelSource = None, **kwargs: Any
) -> Axes:
    """Draws how many accounts have each score of recency and of frequency, the best at the top right.

    `verdict` is what `score_rfm` answers. `kwargs` go to `Axes.pcolormesh`.

        ax = plot_rfm_matrix(keyaccount.score_rfm(Path("book.json"), as_of="2026-06-30"))
    """
    found = read(verdict, Scores, "score_rfm")
    names = Names(labels)
    sheet = Sheet(ax, 16, 1, (5.6, 4.6))
    sheet.title(names.word("rfm_matrix", day=found.as_of))
    if not found.accounts:
        return sheet.nothing(names.word("no_buyers"))
    counts = numpy.zeros((len(SCORES), len(SCORES)))
    for one in found.accounts:
        counts[one.recency_score - 1, one.frequency_score - 1] += 1
    edges = [score - 0.5 for score in (*SCORES, 6)]
    style: dict[str, Any] = {
        "cmap": SHADES, "vmin": 0, "edgecolors": sheet.ax.get_facecolor(), "linewidth": 1.5,
        "gid": "cells-0",
    }  # fmt: skip
    mesh = sheet.ax.pcolormesh(edges, edges, counts, **(style | kwargs))
    luminance = mesh.to_rgba(counts)[..., :3] ** 2.2 @ (0.2126, 0.7152, 0.0722)
    for row, column in numpy.ndindex(counts.shape):
        ink = "black" if luminance[row, column] > 0.18 else "white"
        text = f"{counts[row, column]:,.0f}"
        size = min(sheet.font_size, 0.9 * sheet.width / len(SCORES) / width(text))
        sheet.text(column + 1, row + 1, text, ha="center", color=ink, fontsize=size)
    sheet.x_label(names.word("frequency_score"))
    sheet.y_label(names.word("recency_score"))
    for axis in (sheet.ax.xaxis, sheet.ax.yaxis):
        axis.set_ticks(SCORES)
    sheet.ax.tick_params(length=0)
    for side in ("bottom", "left"):
        sheet.ax.spines[side].set_visible(False)
    return sheet.ax


def _numbers(one: Segment, largest: Decimal, names: Names) -> str:
    if not one.accounts:
        return "0"
    if one.incomplete == one.accounts and not one.money.amount:
        return f"{one.accounts:,} · –"
    about = "±" if one.incomplete else ""
    money = amount(one.money.amount, largest, chinese=names.is_chinese).replace("-", "−")
    return f"{one.accounts:,} · {about}{money}"

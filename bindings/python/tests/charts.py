"""Reads back from matplotlib's artists what a chart draws, and makes verdicts for it to draw."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import keyaccount
import msgspec
from keyaccount import models
from keyaccount.plots._forecast import Backtest, BookingForecast
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.container import BarContainer
from matplotlib.patches import Rectangle
from msgspec.structs import replace

BOOK = Path(__file__).parents[3] / "examples" / "data" / "book.json"
PLAYBOOK = BOOK.parent / "playbook.toml"
AS_OF = "2026-06-30"
Plot: TypeAlias = Callable[..., Axes]


def with_stages(
    verdict: models.FunnelVerdict, change: Callable[[models.StageAnalysis], models.StageAnalysis]
) -> models.FunnelVerdict:
    (pipeline,) = verdict.pipelines
    stages = [change(stage) for stage in pipeline.stages]
    return replace(verdict, pipelines=[replace(pipeline, stages=stages)])


def with_time(verdict: models.FunnelVerdict, **time: Any) -> models.FunnelVerdict:
    return with_stages(verdict, lambda one: replace(one, time=replace(one.time, **time)))


def row_labels(ax: Axes) -> list[str]:
    return [label.get_text() for label in ax.get_yticklabels()]


def texts(ax: Axes) -> list[str]:
    return [text.get_text().strip() for text in ax.texts]


def widths(ax: Axes, container: int) -> list[float]:
    return [bar.get_width() for bar in bars(ax)[container]]


def bars(ax: Axes) -> list[list[Rectangle]]:
    """The bars of each call that drew some."""
    return [drawn.patches for drawn in ax.containers if isinstance(drawn, BarContainer)]


def marks(ax: Axes, name: str) -> dict[int, Any]:
    """The artists of a kind by their row."""
    found = {str(artist.get_gid()): artist for artist in ax.findobj()}
    named = {gid.rpartition("-"): artist for gid, artist in found.items()}
    return {int(row): artist for (kind, _, row), artist in named.items() if kind == name}


def segment(lines: LineCollection) -> tuple[float, float]:
    """Where on the horizontal axis a line begins and ends."""
    ((begin, end),) = lines.get_segments()
    return float(begin[0]), float(end[0])


def lines(ax: Axes) -> list[tuple[str, float, float]]:
    """Name, left end and right end of each bar."""
    drawn = [bar for (bar,) in bars(ax)]
    names = [label.split(" (")[0] for label in row_labels(ax)]
    return [
        (name, bar.get_x(), bar.get_x() + bar.get_width())
        for name, bar in zip(names, drawn, strict=True)
    ]


def euros(movement: models.MovementVerdict, **changed: tuple[int, str]) -> models.MovementVerdict:
    """A movement in euros, of which only these lines are not zero."""
    total = movement.currencies[0].total
    zero = models.MovementLine(count=0, amount=Decimal(0))
    for name in total.__struct_fields__:
        count, worth = changed.get(name, (0, "0"))
        line = models.MovementLine(count=count, amount=Decimal(worth)) if count else zero
        total = replace(total, **{name: line})
    one = replace(movement.currencies[0], currency="EUR", total=total)
    nothing_missing = replace(movement.without_amount, opening=0, closing=0)
    return replace(movement, currencies=[one], without_amount=nothing_missing, period=None)


def booking_forecast() -> BookingForecast:
    """Four quarters with a quota, as the library forecasts them."""
    quota = {"amount": "1500000", "currency": "EUR"}
    answer = keyaccount.forecast_bookings(BOOK, as_of=AS_OF, quota=quota, playbook=PLAYBOOK)
    return msgspec.convert(answer.verdict, BookingForecast, from_attributes=True)


def backtest_by_quarter() -> Backtest:
    """How its forecasts of the quarters before would have done."""
    answer = keyaccount.backtest_forecast(BOOK, as_of=AS_OF, playbook=PLAYBOOK)
    return msgspec.convert(answer.verdict, Backtest, from_attributes=True)

"""What the charts of repeat purchases read of their verdicts, by the names of their fields."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from msgspec import Struct

from ._names import Names
from ._pick import refused
from ._sheet import GREY, MIDDLE, SIGNAL, WARM

# Colour, shape, line and hatch tell the methods apart, each for itself; a method looks the same on all charts.
LOOKS: dict[str, tuple[str, str, Any, str]] = {
    "bg_nbd": (WARM, "s", "dashed", "//"),
    "mbg_nbd": ("#56b4e9", "^", "dashdot", ""),
    "mbg_cnbd": (SIGNAL, "D", "dotted", "xx"),
    "pareto_nbd": ("#009e73", "v", (0, (6, 1.5, 1, 1.5, 1, 1.5)), "\\\\"),
    "recency_only": (GREY, "x", (0, (1, 2)), ".."),
    "same_as_last_period": ("#cc79a7", "P", (0, (3, 3)), "++"),
}
OTHERWISE = (MIDDLE, "h", "dashed", "--")


class GridOptions(Struct, kw_only=True):
    """The ages and the time ahead of a grid."""

    age: Decimal
    horizon: Decimal


class Grid(Struct, kw_only=True):
    """A model over frequencies and recencies."""

    parameters: Any
    options: GridOptions
    frequencies: list[int]
    recencies: list[Decimal]
    probability_alive: list[list[Decimal | None]]
    expected_purchases: list[list[Decimal | None]]


class AlivePoint(Struct, kw_only=True):
    """How probable it was on a day that an account still buys."""

    on: datetime.date
    probability_alive: Decimal


class AliveHistory(Struct, kw_only=True):
    """How probable it was, day by day, that an account still buys."""

    account: str
    as_of: datetime.date
    parameters: Any
    points: list[AlivePoint]
    order_days: list[datetime.date]


class CalibrationBucket(Struct, kw_only=True):
    """Accounts that bought again so many times, and how many a model expects."""

    repeats: int
    or_more: bool
    actual: int
    expected: Decimal


class HoldoutBucket(Struct, kw_only=True):
    """What accounts bought in the holdout that had bought again so many times."""

    repeats: int
    or_more: bool
    accounts: int
    actual_mean: Decimal | None
    predicted_mean: Decimal | None


class Method(Struct, kw_only=True):
    """What a method says of both parts."""

    method: str
    calibration: list[CalibrationBucket]
    holdout: list[HoldoutBucket]
    expected: list[Decimal]
    expected_cumulative: list[Decimal]


class Step(Struct, kw_only=True):
    """The repeat orders of a week, or of some."""

    last: datetime.date
    actual: int
    actual_cumulative: int


class Validation(Struct, kw_only=True):
    """Models fitted on a calibration, held against the holdout."""

    as_of: datetime.date
    calibration_end: datetime.date
    accounts: int
    step_days: int
    steps: list[Step]
    methods: list[Method]


def model_of(parameters: object) -> str:
    """The model whose parameters these are."""
    config = getattr(parameters, "__struct_config__", None)
    tag = getattr(config, "tag", None) or getattr(parameters, "type", None)
    return str(tag)


def method_name(names: Names, method: str) -> str:
    return names.of("prediction_method", method)


def look(method: str) -> tuple[str, str, Any, str]:
    return LOOKS.get(method, OTHERWISE)


def chosen(
    validation: Validation, wanted: str | Sequence[str] | None, has: Callable[[Method], bool]
) -> list[Method]:
    """The methods to draw, in the order in which they are named; all that have something to draw."""
    able = [one for one in validation.methods if has(one)]
    if wanted is None:
        return able
    allowed = list(dict.fromkeys(one.method for one in able))
    named = [wanted] if isinstance(wanted, str) else list(wanted)
    for one in named:
        if one not in allowed:
            raise refused("unknown_value", "method", one, allowed)
    return [method for one in named for method in able if method.method == one]


def bucket_name(one: CalibrationBucket | HoldoutBucket) -> str:
    return f"{one.repeats}+" if one.or_more else str(one.repeats)


def plain_number(value: Decimal) -> str:
    """A number without an exponent or zeros behind it."""
    return f"{value.normalize():f}"

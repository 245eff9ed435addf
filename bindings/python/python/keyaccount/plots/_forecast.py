"""What the charts of the forecast read of its verdicts, by the names of their fields."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TypeVar

import msgspec
from msgspec import Struct

from ..errors import refuse_type

T = TypeVar("T", bound=Struct)


class Days(Struct, kw_only=True):
    """The first and the last day of a period."""

    first: datetime.date
    last: datetime.date


class Sum(Struct, kw_only=True):
    """A sum in one currency."""

    amount: Decimal
    currency: str


class Quantile(Struct, kw_only=True):
    """What bookings stay at or below with a probability."""

    probability: Decimal
    amount: Sum


class Point(Struct, kw_only=True):
    """A point of the distribution function."""

    amount: Sum
    cdf: Decimal


class Odds(Struct, kw_only=True):
    """How likely a quota is, and what is missing to it on average."""

    quota: Sum
    probability: Decimal
    expected_shortfall: Sum


class Summary(Struct, kw_only=True):
    """The distribution of a period's bookings."""

    deals: int
    open_deals: int
    mean: Sum
    quantiles: list[Quantile]
    curve: list[Point]
    quota: Odds | None = None

    def quantile(self, hundredths: int) -> Decimal | None:
        """The amount of a percentile; None where the verdict does not tell it."""
        wanted = Decimal(hundredths) / 100
        found = (one.amount.amount for one in self.quantiles if one.probability == wanted)
        return next(found, None)


class Booked(Struct, kw_only=True):
    """What is signed already."""

    deals: int
    total: Sum


class BookedPeriod(Struct, kw_only=True):
    """What will be booked in a period."""

    period: Days
    booked: Booked
    bookings: Summary


class BookingForecast(Struct, kw_only=True):
    """What will be booked, period by period."""

    as_of: datetime.date
    basis: str
    reporting_currency: str
    periods: list[BookedPeriod]


class Bin(Struct, kw_only=True):
    """Deals of about the same chance, and how many of them were won."""

    deals: int
    won: int
    mean_chance: Decimal | None
    won_share: Decimal | None
    low: Decimal | None
    high: Decimal | None


class Method(Struct, kw_only=True):
    """How well a basis did."""

    basis: str
    deals: int
    brier: Decimal | None
    reliability: list[Bin]


class Best(Struct, kw_only=True):
    """The basis that did best."""

    basis: str
    by: str
    distinguishable: bool


class Backtest(Struct, kw_only=True):
    """How the forecasts of past days did."""

    as_of: datetime.date
    methods: list[Method]
    best: Best | None = None


def attempt(verdict: object, kind: type[T]) -> T | None:
    """A part of a verdict, if it is of this kind."""
    if not isinstance(verdict, Struct):
        return None
    try:
        return msgspec.convert(verdict, kind, from_attributes=True)
    except msgspec.ValidationError:
        return None


def read(answer: object, kind: type[T], operation: str) -> T:
    """The verdict, given itself or within the whole answer of its operation."""
    verdict = getattr(answer, "verdict", answer)
    known = attempt(verdict, kind)
    if known is not None:
        return known
    found = type(verdict).__name__
    raise refuse_type("verdict", verdict, f"this draws what `{operation}` answers, not `{found}`")


def span(days: Days) -> str:
    """A period's name: whole months as months, everything else with its days."""
    after = days.last + datetime.timedelta(days=1) if days.last < datetime.date.max else days.last
    if days.first.day == 1 and after.day == 1:
        first, last = f"{days.first:%Y-%m}", f"{days.last:%Y-%m}"
    else:
        first, last = str(days.first), str(days.last)
    return first if first == last else f"{first} – {last}"

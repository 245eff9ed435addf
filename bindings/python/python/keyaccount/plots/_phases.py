"""The phases of an account's life: what charts read of their verdicts, and what they look like."""

from __future__ import annotations

import datetime

from msgspec import Struct, field

# Neighbours differ in lightness, and the healthy phases from the others in hue.
PHASES = {
    "prospect": "#c9c9c9",
    "acquisition": "#9ecae1",
    "growth": "#4292c6",
    "mature": "#08519c",
    "high_risk": "#f0b429",
    "decline": "#b35806",
    "detached": "#54270a",
}
OTHERWISE = "#8c6bb1"


class Node(Struct, kw_only=True):
    """The accounts in one phase on a day."""

    phase: str
    accounts: int


class Column(Struct, kw_only=True):
    """All accounts on a day, by phase."""

    on: datetime.date
    nodes: list[Node]


class Link(Struct, kw_only=True):
    """The accounts that were in one phase and are in another, or still in the same."""

    from_: str = field(name="from")
    to: str
    shift: str
    accounts: int


class Flow(Struct, kw_only=True):
    """How the accounts moved from one column to the next."""

    links: list[Link]


class Transitions(Struct, kw_only=True):
    """How a portfolio moved between phases."""

    as_of: datetime.date
    accounts: int
    columns: list[Column]
    periods: list[Flow]


class Span(Struct, kw_only=True):
    """A time in one phase."""

    from_: datetime.date = field(name="from")
    to: datetime.date
    phase: str
    in_high_risk_band: bool
    confirmed_on: datetime.date
    at_once: bool


class Total(Struct, kw_only=True):
    """How long an account was in a phase."""

    phase: str
    spans: int
    days: int


class History(Struct, kw_only=True):
    """The phases of an account's life."""

    account: str
    as_of: datetime.date
    spans: list[Span]
    totals: list[Total]


def colour(phase: str) -> str:
    return PHASES.get(phase, OTHERWISE)

"""What the map of a committee reads of its verdict, by the names of its fields."""

from __future__ import annotations

import datetime
from decimal import Decimal

from msgspec import Struct, field


class Spot(Struct, kw_only=True):
    """A point of the drawing; `y` grows downwards."""

    x: int
    y: int


class Person(Struct, kw_only=True):
    """Somebody as they stood on the day."""

    stakeholder: str
    roles: list[str]
    contact_depth: str
    level: str
    stance: str | None = None
    influence: Decimal | None = None
    last_contact: datetime.date | None = None
    left_on: datetime.date | None = None


class Placed(Struct, kw_only=True):
    """Somebody on the map."""

    person: Person
    in_committee: bool
    is_key: bool
    x: int
    y: int
    radius: int
    name: str | None = None

    @property
    def shown(self) -> str:
        """The name, or the id where there is none."""
        return self.name or self.person.stakeholder


class Link(Struct, kw_only=True):
    """A line between two people: straight from point to point, or a curve where there are three."""

    from_: str = field(name="from")
    to: str
    kind: str
    points: list[Spot]
    strength: str | None = None


class Member(Struct, kw_only=True):
    """One of our own people."""

    x: int
    y: int
    member: str | None = None


class Contact(Struct, kw_only=True):
    """The contact between two people."""

    stakeholder: str
    depth: str
    last_contact: datetime.date
    member: str | None = None


class CommitteeMap(Struct, kw_only=True):
    """Who stands where, and what runs between them."""

    as_of: datetime.date
    opportunity: str
    width: int
    height: int
    people: list[Placed]
    links: list[Link]
    members: list[Member]
    contacts: list[Contact]

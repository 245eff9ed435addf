"""What the chart of an account's purchases reads: of its verdict, and of the book."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import Struct

from .. import _encode
from ..errors import refuse
from ._forecast import Sum


class Cadence(Struct, kw_only=True):
    """The rhythm of an account."""

    median_interval_days: Decimal
    spread_days: Decimal


class Rhythm(Struct, kw_only=True):
    """How often an account orders."""

    first: datetime.date | None
    last: datetime.date | None
    cadence: Cadence | None


class Silence(Struct, kw_only=True):
    """How usual the silence since the last order is."""

    state: str
    days: int | None
    probability: Decimal | None
    overdue_from: datetime.date | None


class Slope(Struct, kw_only=True):
    """How spend changes."""

    per_year: Sum
    low: Sum
    high: Sum


class Trend(Struct, kw_only=True):
    """Whether an account spends more or less over time."""

    slope: Slope | None


class ExpectedAmount(Struct, kw_only=True):
    """An amount with a band."""

    median: Sum
    low: Sum
    high: Sum


class NextOrder(Struct, kw_only=True):
    """One of the next orders."""

    number: int
    expected: datetime.date
    earliest: datetime.date
    latest: datetime.date


class NextOrders(Struct, kw_only=True):
    """The next orders, or why none is told."""

    orders: list[NextOrder]
    amount: ExpectedAmount | None
    none: str | None


class Stopped(Struct, kw_only=True):
    """A product or category that an account stopped buying."""

    category: str | None
    product: str | None
    last: datetime.date
    since: datetime.date
    replaced_by: Any


class Trajectory(Struct, kw_only=True):
    """How an account has been buying over time, and what to expect."""

    account: str
    as_of: datetime.date
    currency: str | None
    rhythm: Rhythm
    silence: Silence
    trend: Trend
    next_orders: NextOrders
    stopped_products: list[Stopped]
    stopped_product_count: int
    stopped_categories: list[Stopped]
    stopped_category_count: int


@dataclass
class Orders:
    """Days with orders of an account from us, and with returns to us."""

    amounts: dict[datetime.date, Decimal] = field(default_factory=lambda: defaultdict(Decimal))
    """What is known in the currency of the chart."""
    without: set[datetime.date] = field(default_factory=set)
    """Days with an order that has no amount, or one in another currency, and nothing else."""
    returns: set[datetime.date] = field(default_factory=set)

    def leave_out_before(self, start: datetime.date) -> int:
        """Forgets earlier days; how many with orders those were."""
        before = [day for day in (*self.amounts, *self.without) if day < start]
        for day in before:
            self.amounts.pop(day, None)
        self.without = {day for day in self.without if day >= start}
        self.returns = {day for day in self.returns if day >= start}
        return len(before)


class Supplier(Struct, kw_only=True):
    """Who something was bought from."""

    type: str


class Paid(Struct, kw_only=True):
    """What was paid; negative for a return."""

    amount: Decimal
    currency: str


class Purchase(Struct, kw_only=True):
    """An order or a return of the book."""

    account: str
    on: datetime.date
    supplier: Supplier
    amount: Paid | None = None
    quantity: Decimal | None = None

    def is_return(self) -> bool:
        numbers = (None if self.amount is None else self.amount.amount, self.quantity)
        return any(number is not None and number < 0 for number in numbers)


class Purchases(Struct, kw_only=True):
    """What a chart needs of a book."""

    purchases: list[Purchase] = []


def orders_of(book: object, account: str, currency: str | None, until: datetime.date) -> Orders:
    """The facts themselves: returns are not netted and nothing is converted."""
    orders = Orders()
    for one in _read(book).purchases:
        if one.account != account or one.supplier.type != "us" or one.on > until:
            continue
        if one.is_return():
            orders.returns.add(one.on)
        elif one.amount is None or one.amount.currency != currency:
            orders.without.add(one.on)
        else:
            orders.amounts[one.on] += one.amount.amount
    orders.without -= orders.amounts.keys()
    return orders


def _read(book: object) -> Purchases:
    source = _encode.book(book)
    text = source if isinstance(source, str) else _encode.request_text({"book": source})
    try:
        found = msgspec.json.decode(text)
        found = found if isinstance(source, str) else found["book"]
        return msgspec.convert(found, Purchases, strict=False)
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise refuse("invalid_json", "book", None, f"the book cannot be read: {error}") from error


def what_came(replaced_by: object) -> tuple[str, str | None]:
    """What came instead: `competitor`, `our_product` or `unknown`, and its name."""
    config = getattr(replaced_by, "__struct_config__", None)
    kind = str(getattr(config, "tag", None))
    name = getattr(replaced_by, "name", None) or getattr(replaced_by, "product", None)
    return kind, name

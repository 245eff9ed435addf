"""Numbers as a chart prints them."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal

EXACT_BELOW = Decimal(10_000_000)
ENGLISH_UNITS = ((12, "T"), (9, "B"), (6, "M"), (3, "k"))
CHINESE_UNITS = ((12, "万亿"), (8, "亿"), (4, "万"))
CONTEXT = Context(prec=60, rounding=ROUND_HALF_EVEN)


def exact(value: object) -> Decimal:
    """A decimal of a verdict, whose dictionary may hold it as text."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def percent(share: object) -> str:
    """A share such as `61%`; what is not quite none or all does not look like it."""
    if share is None:
        return "–"
    value = exact(share) * 100
    if 0 < value < 1:
        return "<1%"
    if 99 < value < 100:
        return ">99%"
    return f"{round(value)}%"


def amount(value: Decimal, largest: Decimal, *, chinese: bool = False) -> str:
    """An amount: `1,234,567` where all amounts of the chart are that short, else `1.23M`."""
    if largest < EXACT_BELOW:
        places = 2 if largest < 1000 and value % 1 else 0
        rounded = round(value, places)
        return f"{rounded:,}" if rounded or not value else f"{value:.1g}"
    for digits, unit in CHINESE_UNITS if chinese else ENGLISH_UNITS:
        shown = three_digits(value.scaleb(-digits))
        if abs(shown) >= 1:
            return f"{shown:,f}{unit}"
    return f"{three_digits(value):,f}"


def three_digits(value: Decimal) -> Decimal:
    """Rounded to three digits, more if they stand before the point."""
    places = max(0, 2 - value.adjusted()) if value else 0
    rounded = value.quantize(Decimal(1).scaleb(-places), context=CONTEXT)
    if rounded == rounded.to_integral_value():
        return rounded.quantize(Decimal(1), context=CONTEXT)
    return rounded.normalize(CONTEXT)

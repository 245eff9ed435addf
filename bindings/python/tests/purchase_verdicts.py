"""Verdicts on purchases, made by hand for charts to draw: in the shape of the library's, with numbers that are easy to find."""

from __future__ import annotations

import datetime
from typing import Any, TypeVar

import msgspec
from keyaccount.plots._lifetime import AliveHistory, Grid, Validation
from keyaccount.plots._phases import History, Transitions
from keyaccount.plots._trajectory import Trajectory
from keyaccount.plots.lorenz import Concentration
from keyaccount.plots.segments import Scores, Segments
from msgspec import Struct

T = TypeVar("T", bound=Struct)
FIRST_WEEK = datetime.date(2025, 1, 7)
PHASES = ("prospect", "acquisition", "growth", "mature", "high_risk", "decline", "detached")


class BgNbd(Struct, tag="bg_nbd", tag_field="type"):
    """A model's parameters."""


class Competitor(Struct, tag="competitor", tag_field="type"):
    """A competitor that came instead."""

    name: str
    product: str | None = None


class OurProduct(Struct, tag="our_product", tag_field="type"):
    """A product of ours that came instead."""

    product: str


class Unknown(Struct, tag="unknown", tag_field="type"):
    """Nothing that is known came instead."""


def made(kind: type[T], **fields: Any) -> T:
    """A verdict of these fields, dates and decimals as texts."""
    return msgspec.convert(fields, kind)


def grid(frequencies: int = 3, steps: int = 4, age: int = 52) -> Grid:
    """P(alive) is a tenth for each order, expected purchases are recency times frequency."""
    recencies = [age * step / steps for step in range(steps + 1)]

    def cells(of: Any) -> list[list[str | None]]:
        return [
            [of(x, t) if (x == 0) == (t == 0) else None for t in recencies]
            for x in range(frequencies + 1)
        ]

    return made(
        Grid,
        parameters=BgNbd(),
        options={"age": str(age), "horizon": "26"},
        frequencies=list(range(frequencies + 1)),
        recencies=[str(one) for one in recencies],
        probability_alive=cells(lambda x, t: str(0.9 * (t + 1) / (age + 1) / (1 + x / 40))),
        expected_purchases=cells(lambda x, t: str(x * t / 10)),
    )


def alive(**changed: Any) -> AliveHistory:
    """Ten points a week apart, and orders on the first, the fourth and on a day before all."""
    days = [FIRST_WEEK + datetime.timedelta(days=7 * week) for week in range(10)]
    shares = ["1", "0.9", "0.8", "0.97", "0.9", "0.8", "0.7", "0.6", "0.5", "0.4"]
    points = [{"on": str(on), "probability_alive": p} for on, p in zip(days, shares, strict=True)]
    own = {
        "account": "north-plant",
        "as_of": str(days[-1]),
        "parameters": BgNbd(),
        "points": points,
        "order_days": ["2024-12-01", str(days[0]), str(days[3])],
    }
    return made(AliveHistory, **(own | changed))


def validation(models: tuple[str, ...] = ("bg_nbd", "pareto_nbd"), **changed: Any) -> Validation:
    """Twelve weeks of which eight are the calibration; the last bucket has nobody in the holdout."""
    weeks = [FIRST_WEEK + datetime.timedelta(days=7 * week) for week in range(12)]
    steps = [
        {"last": str(last), "actual": 10 + week, "actual_cumulative": sum(range(10, 11 + week))}
        for week, last in enumerate(weeks)
    ]
    methods = []
    for place, name in enumerate((*models, "recency_only")):
        is_model = name in models
        counts = [50, 20, 10, 5, 3, 2, 1, 0]
        methods.append(
            {
                "method": name,
                "calibration": [
                    {
                        "repeats": at,
                        "or_more": at == 7,
                        "actual": count,
                        "expected": str(count + place + 0.5),
                    }
                    for at, count in enumerate(counts)
                    if is_model
                ],
                "holdout": [
                    {
                        "repeats": at,
                        "or_more": at == 7,
                        "accounts": count,
                        "actual_mean": str(at / 2) if count else None,
                        "predicted_mean": str(at / 2 + 0.1 * place) if count else None,
                    }
                    for at, count in enumerate(counts)
                ],
                "expected": [str(9.5 + week + place) for week in range(12) if is_model],
                "expected_cumulative": [str(10 * (week + 1)) for week in range(12) if is_model],
            }
        )
    own = {
        "as_of": str(weeks[-1]),
        "calibration_end": str(weeks[7]),
        "accounts": 91,
        "step_days": 7,
        "steps": steps,
        "methods": methods,
    }
    return made(Validation, **(own | changed))


def transitions(*columns: tuple[int, ...], **links: int) -> Transitions:
    """Days with accounts by phase; between the first two go so many, named such as `growth_mature`."""
    counted = columns or ((4, 0, 6, 10, 0, 0, 0), (2, 2, 5, 8, 3, 0, 0))
    moves = links or {
        "prospect_prospect": 2, "prospect_acquisition": 2, "growth_growth": 5, "growth_mature": 1,
        "mature_mature": 7, "mature_high-risk": 3,
    }  # fmt: skip
    found = []
    for name, accounts in moves.items():
        source, target = (part.replace("-", "_") for part in name.split("_"))
        before, after = PHASES.index(source), PHASES.index(target)
        worse = after >= 4 > before
        shift = "stayed" if source == target else "worsened" if worse else "improved"
        found.append({"from": source, "to": target, "shift": shift, "accounts": accounts})
    days = [datetime.date(2026 + at // 12, at % 12 + 1, 28) for at in range(len(counted))]
    return made(
        Transitions,
        as_of=str(days[-1]),
        accounts=sum(counted[0]),
        columns=[
            {
                "on": str(day),
                "nodes": [
                    {"phase": phase, "accounts": n} for phase, n in zip(PHASES, one, strict=True)
                ],
            }
            for day, one in zip(days, counted, strict=True)
        ],
        periods=[{"links": found}] if len(counted) > 1 else [],
    )


def history(**changed: Any) -> History:
    """Won, grew, fell silent, came back."""
    spans = [
        ("2025-01-01", "2025-01-31", "prospect", "2025-01-20", False),
        ("2025-02-01", "2025-05-31", "acquisition", "2025-02-20", True),
        ("2025-06-01", "2025-12-31", "growth", "2025-07-01", False),
        ("2026-01-01", "2026-02-28", "high_risk", "2026-01-15", False),
        ("2026-03-01", "2026-06-30", "mature", "2026-03-01", False),
    ]
    days = {"prospect": 31, "acquisition": 120, "growth": 214, "high_risk": 59, "mature": 122}
    own = {
        "account": "north-plant",
        "as_of": "2026-06-30",
        "spans": [
            {
                "from": first,
                "to": last,
                "phase": phase,
                "in_high_risk_band": phase == "high_risk",
                "confirmed_on": confirmed,
                "at_once": at_once,
            }
            for first, last, phase, confirmed, at_once in spans
        ],
        "totals": [
            {"phase": phase, "spans": int(phase in days), "days": days.get(phase, 0)}
            for phase in PHASES
        ],
    }
    return made(History, **(own | changed))


def concentration(**changed: Any) -> Concentration:
    """Five buyers of 1, 1, 1, 2 and 5."""
    shares = ["0", "0.1", "0.2", "0.3", "0.5", "1"]
    own = {
        "as_of": "2026-06-30",
        "by": "account",
        "reporting_currency": "EUR",
        "period": None,
        "gini": "0.36",
        "top": {"share_of_accounts": "0.2", "share_of_money": "0.5"},
        "reach": {
            "share_of_money": "0.8",
            "accounts": 3,
            "share_of_accounts": "0.6",
            "reached": "0.8",
        },
        "curve": [
            {"share_of_accounts": str(at / 5), "share_of_money": share}
            for at, share in enumerate(shares)
        ],
        "holders": [None] * 5,
        "negative": [],
        "unknown": [],
    }
    return made(Concentration, **(own | changed))


SEGMENTS = (
    "champions", "loyal", "potential_loyalists", "new", "promising", "needs_attention",
    "about_to_sleep", "at_risk", "cannot_lose", "hibernating", "lost",
)  # fmt: skip


def segments(**changed: Any) -> Segments:
    """Two champions with most of the money, three new accounts, one at risk that sent back more, nobody else."""
    known = {
        "champions": (2, "0.3333", "900000", "0.9", 0),
        "new": (3, "0.5", "110000", "0.11", 2),
        "at_risk": (1, "0.1667", "-10000", None, 0),
    }
    own = {
        "as_of": "2026-06-30",
        "reporting_currency": "EUR",
        "segments": [
            {
                "segment": name,
                "accounts": accounts,
                "share_of_accounts": share,
                "money": {"amount": money, "currency": "EUR"},
                "share_of_money": of_money,
                "incomplete": incomplete,
            }
            for name in SEGMENTS
            for accounts, share, money, of_money, incomplete in [
                known.get(name, (0, "0", "0", "0", 0))
            ]
        ],
    }
    return made(Segments, **(own | changed))


def scores() -> Scores:
    pairs = [(5, 5), (5, 5), (5, 1), (1, 3)]
    accounts = [{"recency_score": r, "frequency_score": f} for r, f in pairs]
    return made(Scores, as_of="2026-06-30", accounts=accounts)


def euros(amount: int) -> dict[str, str]:
    return {"amount": str(amount), "currency": "EUR"}


def trajectory(**changed: Any) -> Trajectory:
    """Orders every 30 days up to the first of June, two of them to come, two things stopped."""
    own = {
        "account": "north-plant",
        "as_of": "2026-06-20",
        "currency": "EUR",
        "rhythm": {
            "first": "2025-06-06",
            "last": "2026-06-01",
            "cadence": {"median_interval_days": "30.0", "spread_days": "4.5"},
        },
        "silence": {
            "state": "usual",
            "days": 19,
            "probability": "0.82",
            "overdue_from": "2026-07-15",
        },
        "trend": {
            "slope": {"per_year": euros(1200), "low": euros(-300), "high": euros(2500)},
        },
        "next_orders": {
            "orders": [
                {
                    "number": 1,
                    "expected": "2026-07-01",
                    "earliest": "2026-06-25",
                    "latest": "2026-07-10",
                },
                {
                    "number": 2,
                    "expected": "2026-07-31",
                    "earliest": "2026-07-20",
                    "latest": "2026-08-14",
                },
            ],
            "amount": {"median": euros(1000), "low": euros(800), "high": euros(1400)},
            "none": None,
        },
        "stopped_products": [
            {
                "category": "oil",
                "product": "oil filter",
                "last": "2025-12-03",
                "since": "2026-01-02",
                "replaced_by": Competitor(name="Nordwerk"),
            }
        ],
        "stopped_product_count": 1,
        "stopped_categories": [
            {
                "category": "belts",
                "product": None,
                "last": "2026-02-01",
                "since": "2026-04-02",
                "replaced_by": Unknown(),
            }
        ],
        "stopped_category_count": 1,
    }
    return made(Trajectory, **(own | changed))


def purchases(*more: dict[str, Any]) -> dict[str, Any]:
    """The book behind it: thirteen orders of 1,000 euros, and others' that do not count."""
    day = datetime.date(2025, 6, 6)
    ours = [
        {
            "id": f"o{at}",
            "account": "north-plant",
            "on": str(day + datetime.timedelta(days=30 * at)),
            "supplier": {"type": "us"},
            "amount": euros(1000 + 10 * at),
        }
        for at in range(13)
    ]
    others: list[dict[str, Any]] = [
        {"id": "c", "account": "north-plant", "on": "2026-01-01", "supplier": {"type": "competitor", "name": "Nordwerk"}, "amount": euros(9000)},
        {"id": "s", "account": "south-plant", "on": "2026-01-01", "supplier": {"type": "us"}, "amount": euros(8000)},
        {"id": "l", "account": "north-plant", "on": "2026-06-21", "supplier": {"type": "us"}, "amount": euros(7000)},
    ]  # fmt: skip
    accounts = [{"id": "north-plant", "name": "North Plant"}, {"id": "south-plant", "name": "South Plant"}]  # fmt: skip
    return {"accounts": accounts, "purchases": [*ours, *others, *more]}

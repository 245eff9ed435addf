"""The charts of concentration, segments and one account's purchases."""

from __future__ import annotations

import datetime
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import purchase_verdicts as made
import pytest
from charts import bars, marks, row_labels, segment, texts
from keyaccount import KeyaccountError
from keyaccount.plots import plot_lorenz, plot_rfm_matrix, plot_rfm_segments, plot_trajectory
from keyaccount.plots._time import number
from matplotlib.axes import Axes
from msgspec.structs import replace


def legend(ax: Axes) -> list[str]:
    found = ax.get_legend()
    assert found is not None
    return [text.get_text() for text in found.get_texts()]


def at(mark: Any) -> tuple[float, float]:
    return float(mark.get_xdata()[0]), float(mark.get_ydata()[0])


def day(text: str) -> float:
    return number(datetime.date.fromisoformat(text))


# ---------------------------------------------------------------------------- concentration


def test_the_curve_goes_through_the_points_and_the_marks_lie_on_it() -> None:
    found = made.concentration()
    ax = plot_lorenz(found)
    curve = marks(ax, "curve")[0]
    points = list(zip(curve.get_xdata(), curve.get_ydata(), strict=True))
    said = [(float(one.share_of_accounts), float(one.share_of_money)) for one in found.curve]
    assert points == said
    assert at(marks(ax, "top")[0]) == pytest.approx((0.8, 0.5)), "the top fifth begins here"
    assert at(marks(ax, "reach")[0]) == pytest.approx((0.4, 0.2))
    assert list(marks(ax, "diagonal")[0].get_xdata()) == [0, 1]
    assert ax.get_title() == "Concentration of money by account, 2026-06-30\nGini 0.36, 5 buyers"
    assert legend(ax) == [
        "measured",
        "all hold the same",
        "the top 20% hold 50% of the money",
        "80% of the money is held by 3 (60%)",
    ]


def test_what_is_not_known_is_not_marked() -> None:
    top = {"share_of_accounts": "0.2", "share_of_money": None}
    reach = {"share_of_money": "0.8", "accounts": None, "share_of_accounts": None, "reached": None}
    ax = plot_lorenz(made.concentration(top=top, reach=reach, gini=None))
    assert marks(ax, "top") == {} and marks(ax, "reach") == {}
    assert "Gini –" in ax.get_title()


def test_who_is_not_in_the_curve_is_counted() -> None:
    assert "not drawn" not in plot_lorenz(made.concentration()).get_xlabel()
    ax = plot_lorenz(made.concentration(negative=[None, None], unknown=["a"]))
    assert ax.get_xlabel().splitlines()[1] == "not drawn: 2 below zero, 1 without prices"


def test_a_period_is_named_by_its_days() -> None:
    period = {"first": "2025-01-01", "last": "2025-12-31"}
    title = plot_lorenz(made.concentration(period=period, by="group")).get_title()
    assert title.startswith("Concentration of money by group, 2025-01 – 2025-12\n")


# ---------------------------------------------------------------------------- segments


def test_segments_have_a_bar_of_accounts_and_one_of_money() -> None:
    found = made.segments()
    ax = plot_rfm_segments(found)
    accounts, money = bars(ax)
    assert row_labels(ax)[:2] == ["champions", "loyal"] and row_labels(ax)[8] == "cannot lose them"
    shares = [float(one.share_of_accounts or 0) for one in found.segments]
    assert [bar.get_width() for bar in accounts] == shares
    known = [one for one in found.segments if one.share_of_money is not None]
    assert [bar.get_width() for bar in money] == [float(one.share_of_money or 0) for one in known]
    assert len(money) == 10, "a sum below zero has no part"
    shown = texts(ax)
    assert shown[0] == "accounts · EUR"
    assert {"2 · 900,000", "3 · ±110,000", "1 · −10,000", "0"} == set(shown[1:])


def test_money_that_nobody_knows_is_no_zero() -> None:
    found = made.segments()
    unknown = replace(
        found.segments[0],
        money=replace(found.segments[0].money, amount=found.segments[1].money.amount),
        incomplete=2,
    )
    ax = plot_rfm_segments(replace(found, segments=[unknown]))
    assert texts(ax)[1] == "2 · –"


def test_cells_count_accounts_by_both_scores() -> None:
    ax = plot_rfm_matrix(made.scores())
    counts = marks(ax, "cells")[0].get_array()
    assert counts.sum() == 4
    assert (counts[4, 4], counts[4, 0], counts[0, 2]) == (2, 1, 1), "recency by frequency"
    written = {text.get_position(): text.get_text() for text in ax.texts}
    assert written[5, 5] == "2" and written[1, 5] == "1" and written[3, 1] == "1"


# ---------------------------------------------------------------------------- trajectory


def test_orders_of_the_book_are_as_high_as_they_came_to() -> None:
    ax = plot_trajectory(made.trajectory(), book=made.purchases())
    stems = marks(ax, "orders")[0].get_segments()
    assert len(stems) == 13, "others' orders, others' accounts and later ones do not count"
    for place, ((x, low), (_, high)) in enumerate(stems):
        assert (x, low, high) == (day("2025-06-06") + 30 * place, 0, 1000 + 10 * place)
    title = ax.get_title().splitlines()
    assert title == [
        "Purchases of north-plant, 2026-06-20",
        "every 30 days (±4.5); silent for 19 days: usual, P(so long) 82%",
        "spend a year +1,200 EUR from year to year (−300 to +2,500)",
    ]
    assert ax.get_ylabel() == "EUR"


def test_orders_of_one_day_are_one_and_unknown_amounts_are_no_zeros() -> None:
    us: dict[str, Any] = {"account": "north-plant", "supplier": {"type": "us"}}
    more: list[dict[str, Any]] = [
        {"id": "a", "on": "2025-06-06", "amount": made.euros(500), **us},
        {"id": "b", "on": "2025-07-01", "amount": None, **us},
        {"id": "c", "on": "2025-07-02", "amount": {"amount": "7", "currency": "USD"}, **us},
        {"id": "d", "on": "2025-07-03", "amount": made.euros(-200), **us},
        {"id": "e", "on": "2025-07-06", "amount": None, **us},
    ]
    ax = plot_trajectory(made.trajectory(), book=made.purchases(*more))
    stems = marks(ax, "orders")[0].get_segments()
    assert len(stems) == 13 and stems[0][1][1] == 1500
    rings = [day("2025-07-01"), day("2025-07-02")]
    assert list(marks(ax, "without")[0].get_xdata()) == rings, "the sixth has a known one too"
    assert list(marks(ax, "returns")[0].get_xdata()) == [day("2025-07-03")]
    assert "without an amount in EUR" in legend(ax) and "return" in legend(ax)


def test_a_book_may_be_a_file_or_text(tmp_path: Path) -> None:
    book = made.purchases()
    file = tmp_path / "book.json"
    file.write_text(json.dumps(book))
    for source in (book, json.dumps(book), file):
        ax = plot_trajectory(made.trajectory(), book=source)
        assert len(marks(ax, "orders")[0].get_segments()) == 13
    with pytest.raises(KeyaccountError) as caught:
        plot_trajectory(made.trajectory(), book="{")
    assert caught.value.path == "book"


def test_without_a_book_the_first_and_the_last_order_are_marked() -> None:
    ax = plot_trajectory(made.trajectory())
    assert list(marks(ax, "ends")[0].get_xdata()) == [day("2025-06-06"), day("2026-06-01")]
    assert marks(ax, "orders") == {}
    assert "first and last order (the others are not given)" in legend(ax)


def test_next_orders_have_a_band_in_time_and_money() -> None:
    found = made.trajectory()
    ax = plot_trajectory(found)
    for one in found.next_orders.orders:
        box, mark = marks(ax, "band")[one.number], marks(ax, "next")[one.number]
        assert (box.get_x(), box.get_y()) == (number(one.earliest), 800)
        assert box.get_x() + box.get_width() == number(one.latest)
        assert box.get_y() + box.get_height() == 1400
        assert at(mark) == (number(one.expected), 1000)
    assert at(marks(ax, "today")[0])[0] == day("2026-06-20")
    assert at(marks(ax, "overdue")[0])[0] == day("2026-07-15")


def test_next_orders_without_an_amount_lie_on_the_axis() -> None:
    orders = [
        {"number": 1, "expected": "2026-07-01", "earliest": "2026-06-25", "latest": "2026-07-10"}
    ]
    plain = {"orders": orders, "amount": None, "none": None}
    ax = plot_trajectory(made.trajectory(next_orders=plain, currency=None))
    assert at(marks(ax, "next")[1]) == (day("2026-07-01"), 0)
    assert list(ax.get_yticks()) == [], "no amount, no scale"


def test_why_none_is_predicted_is_said() -> None:
    nothing: dict[str, Any] = {"orders": [], "amount": None, "none": "rhythm_broken"}
    ax = plot_trajectory(made.trajectory(next_orders=nothing), book=made.purchases())
    assert ax.get_xlabel() == "next orders: rhythm broken"
    assert marks(ax, "band") == {} and marks(ax, "overdue") == {}, "it lies beyond the chart"


def test_what_stopped_has_a_row_with_its_last_order_and_what_came_instead() -> None:
    found = made.trajectory()
    ax = plot_trajectory(found)
    for row, one in enumerate([*found.stopped_products, *found.stopped_categories]):
        assert segment(marks(ax, "stopped")[row]) == (number(one.last), day("2026-06-20"))
        assert at(marks(ax, "last")[row])[0] == number(one.last)
        assert at(marks(ax, "since")[row])[0] == number(one.since)
        assert at(marks(ax, "last")[row])[1] < 0, "below the orders"
    assert [text for text in texts(ax) if "→" in text] == ["oil filter → Nordwerk"]
    assert "belts" in texts(ax), "nothing is said of what is not known"
    ours = replace(found.stopped_products[0], replaced_by=made.OurProduct(product="oil set"))
    ax = plot_trajectory(replace(found, stopped_products=[ours], stopped_product_count=4))
    assert "oil filter → our oil set" in texts(ax)
    assert ax.get_xlabel() == "3 more stopped, not listed"


def test_many_stopped_products_have_a_row_each() -> None:
    one = made.trajectory().stopped_products[0]
    many = [replace(one, product=f"product {at}") for at in range(30)]
    ax = plot_trajectory(replace(made.trajectory(), stopped_products=many))
    ax.figure.canvas.draw()
    named = [text for text in ax.texts if "product" in text.get_text()]
    extents = [text.get_window_extent() for text in named]
    assert len(named) == 30
    assert all(above.y0 > below.y0 for above, below in pairwise(extents))


def test_a_product_without_a_name_is_something() -> None:
    nameless = replace(made.trajectory().stopped_products[0], product=None, category=None)
    assert "something → Nordwerk" in texts(
        plot_trajectory(replace(made.trajectory(), stopped_products=[nameless]))
    )


def test_a_chart_may_begin_later_and_says_what_lies_before() -> None:
    found = made.trajectory()
    book = made.purchases()
    ax = plot_trajectory(found, book=book, start="2026-01-01")
    stems = marks(ax, "orders")[0].get_segments()
    assert len(stems) == 6 and stems[0][0][0] == day("2026-01-02")
    notes = ax.get_xlabel().splitlines()
    assert notes == [
        "not drawn: 7 days with orders before 2026-01-01",
        "1 more stopped, not listed",
    ]
    assert day("2025-12-15") < ax.get_xlim()[0] <= day("2026-01-01")
    with_ends = plot_trajectory(found, start=datetime.date(2026, 1, 1))
    assert list(marks(with_ends, "ends")[0].get_xdata()) == [day("2026-06-01")]
    with pytest.raises(KeyaccountError) as caught:
        plot_trajectory(found, start="June")
    assert caught.value.path == "start"

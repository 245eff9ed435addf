"""The waterfall."""

from __future__ import annotations

from decimal import Decimal

import pytest
from charts import (
    bars,
    euros,
    lines,
    marks,
    row_labels,
    segment,
    texts,
)
from keyaccount import KeyaccountError, models
from keyaccount.plots import plot_movement
from msgspec.structs import replace


def test_each_bar_begins_where_the_one_above_ends(movement: models.MovementVerdict) -> None:
    for one in movement.currencies:
        ax = plot_movement(movement, one.currency)
        steps = lines(ax)
        assert steps[0] == ("opening", 0, float(one.total.opening.amount))
        assert steps[-1] == ("closing", 0, float(one.total.closing.amount))
        assert "not explained" not in row_labels(ax), "the residual is zero"
        level = steps[0][2]
        for row, (name, left, right) in enumerate(steps[1:-1]):
            assert segment(marks(ax, "joint")[row])[0] == pytest.approx(level)
            added = (left + right) / 2 >= level if right > left else True
            assert pytest.approx(left if added else right) == level
            line = getattr(one.total, name.replace(" ", "_"))
            assert right - left == pytest.approx(float(line.amount))
            assert f"{name} ({line.count:,})" == row_labels(ax)[row + 1]
            level = right if added else left
        assert level == pytest.approx(steps[-1][2])


def test_amounts_have_signs_and_what_is_taken_away_is_hatched(
    movement: models.MovementVerdict,
) -> None:
    verdict = euros(
        movement,
        opening=(3, "1200000.00"),
        created=(1, "34567.00"),
        won=(1, "1000000.50"),
        closing=(3, "234566.50"),
    )
    ax = plot_movement(verdict)
    assert texts(ax) == [
        *("1,200,000", "+34,567", "0", "0", "0"),
        *("−1,000,000", "0", "234,566"),
    ]
    hatched = [bar for (bar,) in bars(ax) if bar.get_hatch()]
    assert [bar.get_x() for bar in hatched if bar.get_width()] == [pytest.approx(234566.5)]
    assert ax.get_xlabel() == "EUR"


def test_rows_of_rare_movements_appear_where_they_happened(
    movement: models.MovementVerdict,
) -> None:
    usual = ["opening", "created", "reopened", "increased", "decreased", "won", "lost", "closing"]
    plain = euros(movement, opening=(1, "5"), closing=(1, "5"))
    assert [name for name, _, _ in lines(plot_movement(plain))] == usual

    period = models.Period(first=movement.from_, last=movement.to)
    of_a_period = [name for name, _, _ in lines(plot_movement(replace(plain, period=period)))]
    assert of_a_period == [*usual[:5], "pulled in", "pushed out", *usual[5:]]

    rare = euros(
        movement,
        opening=(1, "5"),
        amount_set=(1, "7"),
        amount_cleared=(1, "2"),
        currency_in=(1, "3"),
        currency_out=(1, "4"),
        closing=(2, "9"),
    )
    assert [name for name, _, _ in lines(plot_movement(rare))] == [
        *usual[:5],
        *("amount set", "amount cleared", "won", "lost"),
        *("from other currencies", "to other currencies", "closing"),
    ]


def test_a_movement_that_does_not_add_up_is_not_hidden(movement: models.MovementVerdict) -> None:
    verdict = euros(movement, opening=(1, "5"), won=(1, "2"), closing=(1, "4"))
    assert lines(plot_movement(verdict))[-2] == ("not explained", 3, 4)


def test_huge_amounts_stay_exact(movement: models.MovementVerdict) -> None:
    huge = "1" + 40 * "0" + ".01"
    verdict = euros(movement, opening=(1, huge), won=(1, huge), closing=(1, "0"))
    ax = plot_movement(verdict)
    assert "not explained" not in row_labels(ax)
    ax.figure.canvas.draw()


def test_opportunities_without_an_amount_are_counted_below(
    movement: models.MovementVerdict,
) -> None:
    verdict = euros(movement, opening=(1, "5"), closing=(1, "5"))
    missing = replace(verdict.without_amount, opening=2, closing=13)
    period = models.Period(first=movement.from_, last=movement.to)
    ax = plot_movement(replace(verdict, without_amount=missing, period=period))
    assert ax.get_xlabel().splitlines() == [
        "EUR, to be closed from 2026-03-31 to 2026-06-30",
        "without an amount, not drawn: 2 at opening, 13 at closing",
    ]


def test_one_of_several_currencies_must_be_named(movement: models.MovementVerdict) -> None:
    one = euros(movement, opening=(1, "5"), closing=(1, "5")).currencies[0]
    several = replace(movement, currencies=[one, replace(one, currency="USD")])
    with pytest.raises(KeyaccountError) as caught:
        plot_movement(several)
    assert (caught.value.code, caught.value.path) == ("missing_field", "currency")
    with pytest.raises(KeyaccountError) as caught:
        plot_movement(several, "JPY")
    assert caught.value.problems[0].allowed == ["EUR", "USD"]
    assert plot_movement(several, "USD").get_xlabel().startswith("USD")


def test_the_whole_in_the_reporting_currency(movement: models.MovementVerdict) -> None:
    total = (
        euros(movement, opening=(1, "100"), created=(1, "10"), closing=(2, "105"))
        .currencies[0]
        .total
    )
    effect = models.ReportedMovement(currency="CHF", lines=total, currency_effect=Decimal(-5))
    ax = plot_movement(replace(movement, reporting=effect), reporting=True)
    assert lines(ax)[-2:] == [("exchange rates", 105, 110), ("closing", 0, 105)]
    unknown = plot_movement(replace(movement, reporting=None), reporting=True)
    assert texts(unknown) == ["an exchange rate into the reporting currency is missing"]

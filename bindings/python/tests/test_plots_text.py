"""Names, fonts and numbers on charts."""

from __future__ import annotations

import warnings
from decimal import Decimal

import keyaccount
import matplotlib
import pytest
from charts import (
    AS_OF,
    BOOK,
    euros,
    row_labels,
    texts,
)
from keyaccount import models
from keyaccount.plots import _fonts, plot_cohorts, plot_funnel, plot_movement, plot_time_in_stage
from keyaccount.plots._names import fitted, width
from keyaccount.plots._numbers import amount, percent


def has_chinese() -> bool:
    return _fonts.legible("阶段")


def test_labels_name_the_stages_and_set_the_language(funnel: models.FunnelVerdict) -> None:
    if not has_chinese():
        pytest.skip("no font with Chinese characters is installed")
    labels = keyaccount.labels("zh_hans")
    names = list(labels.stages["six_stage"].values())
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a glyph that no font has is a warning
        ax = plot_funnel(funnel, labels=labels)
        assert sorted(row_labels(ax)) == sorted(names)
        assert "赢单概率" in texts(ax)
        for other in (
            ax,
            plot_time_in_stage(funnel, labels=labels),
            plot_cohorts(keyaccount.opportunity_cohorts(BOOK, as_of=AS_OF), labels=labels),
        ):
            other.figure.canvas.draw()


def test_chinese_movements_have_chinese_units(movement: models.MovementVerdict) -> None:
    if not has_chinese():
        pytest.skip("no font with Chinese characters is installed")
    verdict = euros(
        movement, opening=(1, "1230000000"), won=(1, "80000"), closing=(1, "1229920000")
    )
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = plot_movement(verdict, labels=keyaccount.labels("zh_hans"))
        ax.figure.canvas.draw()
    assert row_labels(ax)[:2] == ["期初 (1)", "新建 (0)"]
    assert texts(ax)[0] == "12.3亿"
    assert "−8万" in texts(ax)


def test_without_a_font_for_them_labels_give_way_to_ids(
    funnel: models.FunnelVerdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_fonts, "CHINESE_FAMILIES", ())
    with matplotlib.rc_context({"font.family": ["DejaVu Sans"]}):
        with pytest.warns(UserWarning, match="finds no font") as caught:
            ax = plot_funnel(funnel, labels=keyaccount.labels("zh_hans"))
        ours = [one for one in caught if "finds no font" in str(one.message)]
        assert len(ours) == 1
    assert row_labels(ax)[0] == "interest"
    assert "P(won)" in texts(ax)


def test_labels_may_be_a_dict(funnel: models.FunnelVerdict) -> None:
    ax = plot_funnel(funnel, labels={"interest": "First $ contact $", "six_stage": "Plant sales"})
    assert row_labels(ax)[:2] == [r"First \$ contact \$", "incubation"]
    assert ax.get_title() == "Plant sales, 2026-06-30"


@pytest.mark.parametrize(
    ("text", "widest", "lines", "want"),
    [
        ("design", 12, 2, "design"),
        ("solution design and review", 12, 2, "solution design and\nreview"),
        ("solution_design_and_review", 12, 2, "solution_design_\nand_review"),
        ("solution design and review", 12, 1, "solution design and…"),
        ("解决方案设计与评审", 6, 2, "解决方案设计\n与评审"),
        ("", 6, 2, ""),
    ],
)
def test_long_names_are_broken_or_cut(text: str, widest: float, lines: int, want: str) -> None:
    assert fitted(text, widest, lines) == want
    assert all(width(line) <= widest + 0.6 for line in want.splitlines())


@pytest.mark.parametrize(
    ("share", "want"),
    [
        (None, "–"),
        ("0", "0%"),
        ("0.0001", "<1%"),
        ("0.125", "12%"),
        ("0.655", "66%"),
        ("0.9999", ">99%"),
        (Decimal(1), "100%"),
    ],
)
def test_percentages(share: object, want: str) -> None:
    assert percent(share) == want


@pytest.mark.parametrize(
    ("value", "largest", "want"),
    [
        ("1234567.89", "1234567.89", "1,234,568"),
        ("0", "1234567", "0"),
        ("0.4", "1234567", "0.4"),
        ("12.5", "120.5", "12.50"),
        ("12", "120.5", "12"),
        ("12500000", "12500000", "12.5M"),
        ("5123456789", "5123456789", "5.12B"),
        ("999999", "5123456789", "1M"),
        ("88000", "5123456789", "88k"),
        ("12.5", "5123456789", "12.5"),
        ("1e15", "1e15", "1,000T"),
        ("-2500000000", "5123456789", "-2.5B"),
    ],
)
def test_amounts(value: str, largest: str, want: str) -> None:
    assert amount(Decimal(value), Decimal(largest)) == want


def test_amounts_in_chinese_units() -> None:
    for value, want in (("70000000", "7,000万"), ("5123456789", "51.2亿"), ("44", "44")):
        assert amount(Decimal(value), Decimal(5123456789), chinese=True) == want

"""The heat map."""

from __future__ import annotations

import pytest
from charts import (
    row_labels,
    texts,
)
from keyaccount import KeyaccountError, models
from keyaccount.plots import plot_cohorts
from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.collections import QuadMesh


def shares(ax: Axes) -> list[list[float | None]]:
    (mesh,) = (artist for artist in ax.collections if isinstance(artist, QuadMesh))
    array = mesh.get_array()
    assert array is not None
    return [[None if share is None else float(share) for share in row] for row in array.tolist()]


def test_cohorts_have_a_row_a_month_and_a_column_an_age(cohorts: models.CohortsVerdict) -> None:
    ax = plot_cohorts(cohorts, "lost")
    rows = shares(ax)
    assert row_labels(ax) == [f"{one.month} ({one.opportunities})" for one in cohorts.cohorts]
    assert len(rows[0]) == max(len(one.ages) for one in cohorts.cohorts)
    for row, one in zip(rows, cohorts.cohorts, strict=True):
        known = [float(age.shares.lost) for age in one.ages]
        assert row[: len(known)] == pytest.approx(known)
        assert set(row[len(known) :]) <= {None}, "what is not over yet stays empty"
    written = [text for text in texts(ax) if text]
    assert len(written) == sum(len(one.ages) for one in cohorts.cohorts)


def test_statuses_add_up(cohorts: models.CohortsVerdict) -> None:
    everything = shares(plot_cohorts(cohorts, ("open", "parked", "booked", "realised", "lost")))
    assert [share for row in everything for share in row if share is not None] == pytest.approx(
        [1.0] * sum(len(one.ages) for one in cohorts.cohorts), abs=1e-3
    )
    ax = plot_cohorts(cohorts, ("booked", "realised"))
    assert ax.get_title() == "Share booked or realised by month of creation (%), 2026-06-30"


def test_a_status_must_be_one(cohorts: models.CohortsVerdict) -> None:
    with pytest.raises(KeyaccountError) as caught:
        plot_cohorts(cohorts, "won")
    assert caught.value.path == "status"
    assert caught.value.problems[0].value == "won"
    assert caught.value.problems[0].allowed == ["open", "parked", "booked", "realised", "lost"]


def test_cells_too_small_for_numbers_have_a_scale_beside_them(
    cohorts: models.CohortsVerdict,
) -> None:
    figure, ax = pyplot.subplots(figsize=(2, 1.2), layout="constrained")
    assert texts(plot_cohorts(cohorts, ax=ax)) == []
    assert len(figure.axes) == 2

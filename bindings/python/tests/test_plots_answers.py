"""Charts of what the library really answers: the fields that they read are those it writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import keyaccount
import pytest
from charts import AS_OF, BOOK, PLAYBOOK, marks, texts
from keyaccount import plots
from keyaccount.plots._time import number
from matplotlib.axes import Axes

ACCOUNT = "acc-ferrante"
PARAMETERS = {"type": "mbg_nbd", "r": "0.525", "alpha": "6.183", "a": "0.891", "b": "1.614"}


def trajectory() -> Any:
    return keyaccount.purchase_trajectory(BOOK, ACCOUNT, as_of=AS_OF, playbook=PLAYBOOK)


def history() -> Any:
    return keyaccount.lifecycle_history(BOOK, ACCOUNT, as_of=AS_OF, playbook=PLAYBOOK)


def flow() -> Any:
    return keyaccount.lifecycle_transitions(
        BOOK, start="2025-06-30", end=AS_OF, step="quarter", playbook=PLAYBOOK
    )


def rfm() -> Any:
    return keyaccount.score_rfm(BOOK, as_of=AS_OF, playbook=PLAYBOOK)


def concentration() -> Any:
    return keyaccount.value_concentration(BOOK, as_of=AS_OF, playbook=PLAYBOOK)


def alive() -> Any:
    return keyaccount.alive_history(
        BOOK, ACCOUNT, as_of=AS_OF, step_days=7, parameters=PARAMETERS, playbook=PLAYBOOK
    )


def grid() -> Any:
    return keyaccount.purchase_model_grid(
        PARAMETERS, age=52, horizon=26, most_frequency=5, recency_steps=13
    )


def validation() -> Any:
    return keyaccount.validate_purchase_models(
        BOOK, calibration_end="2025-12-31", as_of=AS_OF, playbook=PLAYBOOK
    )


CHARTS: list[Any] = [
    pytest.param(plots.plot_trajectory, trajectory, id="trajectory"),
    pytest.param(plots.plot_phases, history, id="phases"),
    pytest.param(plots.plot_lifecycle_flow, flow, id="flow"),
    pytest.param(plots.plot_rfm_segments, rfm, id="segments"),
    pytest.param(plots.plot_rfm_matrix, rfm, id="matrix"),
    pytest.param(plots.plot_lorenz, concentration, id="lorenz"),
    pytest.param(plots.plot_history_alive, alive, id="history_alive"),
    pytest.param(plots.plot_frequency_recency_matrix, grid, id="frequency_recency_matrix"),
    pytest.param(plots.plot_probability_alive_matrix, grid, id="probability_alive_matrix"),
    pytest.param(plots.plot_period_transactions, validation, id="period_transactions"),
    pytest.param(plots.plot_calibration_purchases_vs_holdout_purchases, validation, id="holdout"),
    pytest.param(plots.plot_cumulative_transactions, validation, id="cumulative"),
    pytest.param(plots.plot_incremental_transactions, validation, id="incremental"),
]


@pytest.mark.parametrize(("plot", "ask"), CHARTS)
def test_takes_the_answer_as_well_as_its_verdict(
    plot: Callable[..., Axes], ask: Callable[[], Any]
) -> None:
    answer = ask()
    ax = plot(answer, labels=keyaccount.labels("en", playbook=PLAYBOOK))
    assert ax.axison, "there is something to draw"
    ax.figure.canvas.draw()
    verdict = getattr(answer, "verdict", answer)
    assert texts(plot(verdict)) == texts(plot(answer))


def test_the_library_knows_every_word_of_the_charts_in_both_languages() -> None:
    for language in ("en", "zh_hans"):
        words = keyaccount.labels(language).words
        assert set(plots._phases.PHASES) == set(words["lifecycle_phase"])
        assert set(plots._lifetime.LOOKS) == set(words["prediction_method"])
        assert {"usual", "long", "overdue"} <= set(words["silence_state"])
        assert {"no_rhythm", "rhythm_broken"} <= set(words["no_prediction"])
        assert {"account", "group"} == set(words["concentration_unit"])
        assert {"champions", "cannot_lose"} <= set(words["rfm_segment"])


def test_orders_of_the_book_are_those_that_the_verdict_counted() -> None:
    found = trajectory().verdict
    ax = plots.plot_trajectory(found, book=BOOK)
    days = [segment[0][0] for segment in marks(ax, "orders")[0].get_segments()]
    unknown = marks(ax, "without")
    days += list(unknown[0].get_xdata()) if unknown else []
    assert len(days) == found.rhythm.occasions
    assert (min(days), max(days)) == (number(found.rhythm.first), number(found.rhythm.last))


def test_all_accounts_flow_on() -> None:
    found = flow().verdict
    drawn = marks(plots.plot_lifecycle_flow(found), "node")
    for at in range(len(found.columns)):
        heights = [box.get_height() for place, box in drawn.items() if place // 100 == at]
        assert sum(heights) == pytest.approx(found.accounts)

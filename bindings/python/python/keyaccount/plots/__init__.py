"""Charts of verdicts, drawn with matplotlib: `pip install 'keyaccount[plots]'`.

Every function takes a verdict, or the answer that holds it; it draws into the `ax` it is given or into a new figure, and returns
the `Axes`; it shows and saves nothing. Further keyword arguments go to the matplotlib call that
draws the chart's main marks, and win over the chart's own. Names are the ids of stages unless
`labels` brings others: what `keyaccount.labels` returns, which also sets the language of the chart's
own words, or a dict of names by id.

    from pathlib import Path

    import keyaccount
    from keyaccount.plots import plot_funnel

    answer = keyaccount.analyse_funnel(Path("book.json"), as_of="2026-06-30")
    ax = plot_funnel(answer, labels=keyaccount.labels("zh_hans"))
    ax.figure.savefig("funnel.png", dpi=200)

A probability, day or amount that the verdict does not know is never drawn as zero. A verdict with
nothing to draw gives a chart that says so.
"""

from __future__ import annotations

from importlib import import_module

try:
    import_module("matplotlib")
except ModuleNotFoundError as missing:
    raise ImportError(
        "keyaccount.plots draws with matplotlib, which is not installed; "
        "install it with: pip install 'keyaccount[plots]'"
    ) from missing

from ._names import LabelSource
from .alive import plot_history_alive
from .bookings import plot_bookings
from .calibration import plot_calibration_purchases_vs_holdout_purchases, plot_period_transactions
from .cohorts import plot_cohorts
from .committee import committee_table, plot_committee_map
from .curves import plot_cumulative_transactions, plot_incremental_transactions
from .distribution import plot_distribution
from .flow import plot_lifecycle_flow
from .funnel import plot_funnel
from .lorenz import plot_lorenz
from .matrices import plot_frequency_recency_matrix, plot_probability_alive_matrix
from .movement import plot_movement
from .phases import plot_phases
from .reliability import plot_reliability
from .segments import plot_rfm_matrix, plot_rfm_segments
from .time_in_stage import plot_time_in_stage
from .trajectory import plot_trajectory

__all__ = [
    "LabelSource",
    "committee_table",
    "plot_bookings",
    "plot_calibration_purchases_vs_holdout_purchases",
    "plot_cohorts",
    "plot_committee_map",
    "plot_cumulative_transactions",
    "plot_distribution",
    "plot_frequency_recency_matrix",
    "plot_funnel",
    "plot_history_alive",
    "plot_incremental_transactions",
    "plot_lifecycle_flow",
    "plot_lorenz",
    "plot_movement",
    "plot_period_transactions",
    "plot_phases",
    "plot_probability_alive_matrix",
    "plot_reliability",
    "plot_rfm_matrix",
    "plot_rfm_segments",
    "plot_time_in_stage",
    "plot_trajectory",
]

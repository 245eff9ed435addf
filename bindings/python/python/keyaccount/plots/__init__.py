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
from .bookings import plot_bookings
from .cohorts import plot_cohorts
from .committee import committee_table, plot_committee_map
from .distribution import plot_distribution
from .funnel import plot_funnel
from .movement import plot_movement
from .reliability import plot_reliability
from .time_in_stage import plot_time_in_stage

__all__ = [
    "LabelSource",
    "committee_table",
    "plot_bookings",
    "plot_cohorts",
    "plot_committee_map",
    "plot_distribution",
    "plot_funnel",
    "plot_movement",
    "plot_reliability",
    "plot_time_in_stage",
]

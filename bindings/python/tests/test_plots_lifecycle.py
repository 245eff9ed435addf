"""The charts of the lifecycle: a portfolio's flow, and one account's phases."""

from __future__ import annotations

from itertools import pairwise

import purchase_verdicts as made
import pytest
from charts import bars, marks, row_labels, texts
from keyaccount.plots import plot_lifecycle_flow, plot_phases
from keyaccount.plots._phases import colour
from keyaccount.plots._time import number
from keyaccount.plots.flow import layout, ribbons
from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.colors import to_hex


def boxes(ax: Axes) -> dict[tuple[int, str], tuple[float, float]]:
    """Where each phase stands: top and bottom by column and phase."""
    found = {}
    for place, box in marks(ax, "node").items():
        column, phase = divmod(place, 100)
        found[column, made.PHASES[phase]] = (box.get_y(), box.get_y() + box.get_height())
    return found


# ---------------------------------------------------------------------------- flow


def test_a_bar_is_as_high_as_there_are_accounts() -> None:
    verdict = made.transitions()
    ax = plot_lifecycle_flow(verdict)
    known = boxes(ax)
    for at, column in enumerate(verdict.columns):
        for node in column.nodes:
            if node.accounts:
                top, bottom = known[at, node.phase]
                assert bottom - top == pytest.approx(node.accounts)
            else:
                assert (at, node.phase) not in known, "nobody has no bar"
    assert ax.yaxis_inverted(), "prospects are on top"
    assert [text.get_text() for text in ax.get_xticklabels()] == ["2026-01-28", "2026-02-28"]


def test_ribbons_fill_what_they_leave_and_what_they_come_to() -> None:
    verdict = made.transitions()
    places = layout(verdict.columns, 0.05)
    found = ribbons(verdict.columns, verdict.periods, places)
    for side, column in (("left", 0), ("right", 1)):
        for phase, band in places[column].items():
            own = [getattr(one, side) for one in found if phase == (one.source, one.target)[column]]
            assert own[0].top == pytest.approx(band.top)
            assert own[-1].bottom == pytest.approx(band.bottom)
            for above, below in pairwise(own):
                assert above.bottom == pytest.approx(below.top)


def test_bars_of_a_column_are_apart_and_in_the_order_of_the_phases() -> None:
    places = layout(made.transitions((1, 1, 1, 1, 1, 1, 94)).columns, 0.06)[0]
    bands = list(places.values())
    assert list(places) == list(made.PHASES)
    depth = bands[-1].bottom - bands[0].top
    for above, below in pairwise(bands):
        assert (below.top - above.bottom) / depth == pytest.approx(0.06), "room for a line of text"


def test_a_ribbon_has_the_colour_of_where_it_goes_and_is_hatched_where_that_is_worse() -> None:
    ax = plot_lifecycle_flow(made.transitions())
    drawn = [artist for _, artist in sorted(marks(ax, "ribbon").items())]
    # In the order of the phases: the last is from mature to high risk.
    assert len(drawn) == 6
    assert to_hex(drawn[-1].get_facecolor()) == colour("high_risk")
    assert [bool(one.get_hatch()) for one in drawn] == [False] * 5 + [True]
    legend = ax.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["to a less healthy phase"]


def test_phases_are_named_beside_the_first_and_the_last_column() -> None:
    ax = plot_lifecycle_flow(made.transitions())
    named = texts(ax)
    for text in ("prospect 4", "growth 6", "mature 10", "acquisition 2", "high risk 3"):
        assert text in named
    assert "decline 0" not in named


def test_a_phase_of_the_middle_alone_is_in_the_legend() -> None:
    columns = ((1, 0, 0, 0, 0, 0, 0), (0, 1, 0, 0, 0, 0, 0), (0, 0, 1, 0, 0, 0, 0))
    legend = plot_lifecycle_flow(made.transitions(*columns, prospect_acquisition=1)).get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["acquisition"]


def test_labels_of_a_column_do_not_overlap() -> None:
    counts = (1, 2, 1, 3000, 1, 2, 5)
    for size in ((8, 5), (4, 3)):
        _, ax = pyplot.subplots(figsize=size, layout="constrained")
        plot_lifecycle_flow(made.transitions(counts, counts, mature_mature=3000), ax=ax)
        ax.figure.canvas.draw()
        for side in ("left", "right"):
            named = [
                text
                for text in ax.texts
                if text.get_horizontalalignment() == side and " " in text.get_text()
            ]
            extents = [text.get_window_extent() for text in named]
            for above, below in pairwise(extents):
                assert above.y0 >= below.y1 - 1


def test_many_columns_are_drawn_without_numbers_within() -> None:
    columns = ((5, 5, 5, 5, 5, 5, 5),) * 48
    _, ax = pyplot.subplots(figsize=(6, 4), layout="constrained")
    plot_lifecycle_flow(made.transitions(*columns, mature_mature=5), ax=ax)
    assert len(texts(ax)) == 14, "names at both ends, and nothing else"
    assert 1 < len(ax.get_xticklabels()) < 8


def test_a_single_column_is_a_bar() -> None:
    ax = plot_lifecycle_flow(made.transitions((4, 0, 6, 10, 0, 0, 0)))
    assert marks(ax, "ribbon") == {}
    assert len(boxes(ax)) == 3
    ax.figure.canvas.draw()


def test_keyword_arguments_style_the_ribbons() -> None:
    ax = plot_lifecycle_flow(made.transitions(), alpha=0.9)
    assert marks(ax, "ribbon")[0].get_alpha() == 0.9


# ---------------------------------------------------------------------------- phases


def test_a_span_is_drawn_on_the_level_of_its_phase_from_its_first_to_its_last_day() -> None:
    history = made.history()
    ax = plot_phases(history)
    names = ["prospect", "acquisition", "growth", "mature", "high risk", "decline", "detached"]
    assert row_labels(ax) == names
    for at, one in enumerate(history.spans):
        bar = marks(ax, "span")[at]
        assert bar.get_x() == number(one.from_)
        assert bar.get_x() + bar.get_width() == number(one.to) + 1, "the last day too"
        middle = bar.get_y() + bar.get_height() / 2
        assert middle == pytest.approx(made.PHASES.index(one.phase))
        assert to_hex(bar.get_facecolor()) == colour(one.phase)
    assert ax.yaxis_inverted()


def test_what_was_not_confirmed_yet_is_hatched() -> None:
    history = made.history()
    ax = plot_phases(history)
    before = marks(ax, "before")
    assert sorted(before) == [2, 3], "growth and high risk had to be confirmed"
    assert before[2].get_x() + before[2].get_width() == number(history.spans[2].confirmed_on)
    legend = ax.get_legend()
    assert legend is not None
    shown = [text.get_text() for text in legend.get_texts()]
    assert shown == ["not confirmed yet", "high-risk band"]


def test_days_of_each_phase_are_told_and_none_where_it_was_never_in_it() -> None:
    ax = plot_phases(made.history())
    assert texts(ax) == ["days", "31", "120", "214", "122", "59"]


def test_a_phase_that_is_not_known_here_has_a_row_of_its_own() -> None:
    history = made.history()
    span = {"from": "2026-01-01", "to": "2026-02-01", "phase": "renewed", "confirmed_on": "2026-01-01"}  # fmt: skip
    other = made.history(spans=[span | {"in_high_risk_band": False, "at_once": True}], totals=[])
    assert row_labels(plot_phases(other))[-1] == "renewed"
    assert len(bars(plot_phases(history))) >= len(history.spans)

"""The charts of the funnel and of the time in its stages."""

from __future__ import annotations

from typing import Any

import keyaccount
import pytest
from charts import (
    AS_OF,
    BOOK,
    bars,
    marks,
    row_labels,
    segment,
    texts,
    widths,
    with_stages,
    with_time,
)
from keyaccount import KeyaccountError, models
from keyaccount.plots import plot_funnel, plot_time_in_stage
from keyaccount.plots._numbers import percent
from matplotlib.colors import to_hex
from matplotlib.patches import FancyArrowPatch, Rectangle
from matplotlib.text import Annotation
from msgspec.structs import replace


def test_funnel_counts_who_was_ever_there_and_who_is_now(funnel: models.FunnelVerdict) -> None:
    ax = plot_funnel(funnel)
    stages = funnel.pipelines[0].stages
    assert row_labels(ax) == [one.stage for one in stages]
    assert widths(ax, 0) == [one.time.opportunities for one in stages]
    assert widths(ax, 1) == [one.time.still_in_it for one in stages]
    for one in stages:
        assert f"{one.time.opportunities} · {one.time.still_in_it} now" in texts(ax)
    assert ax.yaxis_inverted(), "the first stage is on top"


def test_funnel_tells_the_probabilities(funnel: models.FunnelVerdict) -> None:
    ax = plot_funnel(funnel)
    open_stages = [one for one in funnel.pipelines[0].stages if one.conversion is not None]
    assert len(open_stages) == 5
    by_row = {text.get_position()[1]: text.get_text().strip() for text in ax.texts}
    won = {y: text for y, text in by_row.items() if text.endswith("%")}
    for row, one in enumerate(open_stages):
        assert one.conversion is not None
        assert by_row[row + 0.5] == f"↓ {percent(one.conversion.advance.probability)}"
        column = [t for t in ax.texts if t.get_position() == (1, row)]
        assert [t.get_text() for t in column] == [percent(one.conversion.win.probability)]
    assert 5.5 not in won, "behind the signature nothing is left to be won"


def test_funnel_has_no_percentage_for_what_was_never_observed(
    funnel: models.FunnelVerdict,
) -> None:
    def unknown(one: models.StageAnalysis) -> models.StageAnalysis:
        if one.conversion is None:
            return one
        advance = replace(one.conversion.advance, probability=None)
        win = replace(one.conversion.win, probability=None)
        return replace(one, conversion=replace(one.conversion, advance=advance, win=win))

    found = texts(plot_funnel(with_stages(funnel, unknown)))
    assert found.count("↓ –") == 5
    assert found.count("–") == 5
    assert not [text for text in found if "%" in text]


def test_funnel_ends_with_the_signature() -> None:
    verdict = keyaccount.analyse_funnel({}, as_of=AS_OF, playbook="eight_step").verdict
    visited = with_time(verdict, opportunities=1, still_in_it=0)
    labels = row_labels(plot_funnel(visited))
    assert labels[-1] == "contract_execution", "the stage behind it is after the sale"
    assert len(labels) == 7


def test_funnel_keyword_arguments_style_the_bars(funnel: models.FunnelVerdict) -> None:
    ax = plot_funnel(funnel, color="#123456", height=0.3)
    bar = bars(ax)[0][0]
    assert to_hex(bar.get_facecolor()) == "#123456"
    assert bar.get_height() == pytest.approx(0.3)


def test_one_of_several_pipelines_must_be_named(funnel: models.FunnelVerdict) -> None:
    (pipeline,) = funnel.pipelines
    other = replace(pipeline, pipeline="services", stages=pipeline.stages[:2])
    several = replace(funnel, pipelines=[pipeline, other])
    for plot in (plot_funnel, plot_time_in_stage):
        with pytest.raises(KeyaccountError) as caught:
            plot(several)
        assert caught.value.code == "missing_field"
        assert caught.value.problems[0].allowed == [pipeline.pipeline, "services"]
        with pytest.raises(KeyaccountError) as caught:
            plot(several, "repairs")
        assert caught.value.code == "unknown_value"
        assert caught.value.path == "pipeline"
        assert len(row_labels(plot(several, "services"))) == 2
        assert texts(plot(replace(funnel, pipelines=[]))) == ["no pipelines"]


def test_time_is_drawn_from_quartile_to_quartile(funnel: models.FunnelVerdict) -> None:
    known = with_time(
        funnel,
        opportunities=9,
        still_in_it=2,
        lower_quartile_days=10,
        median_days=20,
        upper_quartile_days=45,
        stall_after_days=60,
    )
    ax = plot_time_in_stage(known)
    ranges, medians = marks(ax, "range"), marks(ax, "median")
    assert len(ranges) == 6
    for row, bar in ranges.items():
        assert isinstance(bar, Rectangle)
        assert (bar.get_x(), bar.get_width()) == (10, 35)
        assert segment(medians[row]) == (20, 20)
        assert segment(marks(ax, "stall")[row]) == (60, 60)
    assert marks(ax, "open") == {}
    assert row_labels(ax)[0] == "interest\n7 left · 2 in it"
    assert texts(ax).count("20") == 6
    assert ax.get_xlabel() == "calendar days"


@pytest.mark.parametrize(
    ("lower", "median", "drawn"), [(10, 20, (10, 10)), (10, None, (10, 0)), (7, 7, (7, 0))]
)
def test_a_quartile_that_is_not_reached_leads_out_of_the_chart(
    funnel: models.FunnelVerdict, lower: int, median: int | None, drawn: tuple[int, int]
) -> None:
    still_open = with_time(
        funnel,
        opportunities=9,
        still_in_it=6,
        lower_quartile_days=lower,
        median_days=median,
        upper_quartile_days=None,
        stall_after_days=60,
    )
    ax = plot_time_in_stage(still_open)
    bar = marks(ax, "range")[0]
    assert (bar.get_x(), bar.get_width()) == drawn
    arrow = marks(ax, "open")[0]
    assert isinstance(arrow, Annotation) and isinstance(arrow.arrow_patch, FancyArrowPatch)
    assert arrow.xyann == (drawn[0] + drawn[1], 0), "it begins where the known part ends"
    assert arrow.xy[0] > 60, "and ends behind everything that is known"
    assert (0 in marks(ax, "median")) == (median is not None)
    column = [text.get_text() for text in ax.texts if text.get_position() == (1, 0)]
    assert column == ["–" if median is None else str(median)]


def test_nothing_known_of_a_stage_is_said_not_drawn(funnel: models.FunnelVerdict) -> None:
    unknown = {"lower_quartile_days": None, "median_days": None, "upper_quartile_days": None}
    for stays, says in ((3, "no quartile reached yet →"), (0, "nothing observed")):
        times = with_time(funnel, opportunities=stays, still_in_it=stays, **unknown)
        stages = [*times.pipelines[0].stages[:5], *funnel.pipelines[0].stages[5:]]
        ax = plot_time_in_stage(
            replace(funnel, pipelines=[replace(funnel.pipelines[0], stages=stages)])
        )
        assert texts(ax).count(says) >= 5
        assert not set(range(5)) & {*marks(ax, "range"), *marks(ax, "median"), *marks(ax, "open")}


def test_thresholds_are_calendar_days_and_have_no_place_among_business_days() -> None:
    calendar, business = (
        plot_time_in_stage(keyaccount.analyse_funnel(BOOK, as_of=AS_OF, days=days))
        for days in ("calendar", "business")
    )
    assert marks(calendar, "stall") and not marks(business, "stall")
    assert business.get_xlabel() == "business days"
    legend = business.get_legend()
    assert legend is not None
    assert [text.get_text() for text in legend.get_texts()] == ["lower to upper quartile", "median"]


def test_what_is_no_verdict_of_the_chart_is_refused_by_type() -> None:
    movement = keyaccount.pipeline_movement(BOOK, start="2026-03-31", end=AS_OF)
    wrongs: tuple[Any, ...] = (movement, None, {"pipelines": []})
    for wrong in wrongs:
        with pytest.raises(TypeError) as caught:
            plot_funnel(wrong)
        assert isinstance(caught.value, KeyaccountError)
        assert caught.value.path == "verdict"
        assert "analyse_funnel" in str(caught.value)


def test_a_period_is_a_pair_of_days() -> None:
    wrongs: tuple[Any, ...] = ("2026", ("2026-01-01",), 7)
    for wrong in wrongs:
        with pytest.raises(KeyaccountError) as caught:
            keyaccount.pipeline_movement(BOOK, start="2026-01-01", end=AS_OF, period=wrong)
        assert (caught.value.code, caught.value.path) == ("unsupported_type", "period")

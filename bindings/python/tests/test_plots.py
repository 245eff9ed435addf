"""What the charts draw, read back from matplotlib's artists."""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

import keyaccount
import matplotlib
import pytest
from keyaccount import KeyaccountError, models
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, QuadMesh
from matplotlib.colors import to_hex
from matplotlib.container import BarContainer
from matplotlib.patches import FancyArrowPatch, Rectangle
from matplotlib.text import Annotation
from msgspec.structs import replace

matplotlib.use("Agg")

from keyaccount.plots import (
    _fonts,
    plot_cohorts,
    plot_funnel,
    plot_movement,
    plot_time_in_stage,
)
from keyaccount.plots._names import fitted, width
from keyaccount.plots._numbers import amount, percent
from matplotlib import pyplot

BOOK = Path(__file__).parents[3] / "examples" / "data" / "book.json"
AS_OF = "2026-06-30"
Plot: TypeAlias = Callable[..., Axes]


@pytest.fixture(autouse=True)
def no_figure_stays_open() -> Iterator[None]:
    yield
    pyplot.close("all")


@pytest.fixture(scope="module")
def funnel() -> models.FunnelVerdict:
    return keyaccount.analyse_funnel(BOOK, as_of=AS_OF).verdict


@pytest.fixture(scope="module")
def movement() -> models.MovementVerdict:
    return keyaccount.pipeline_movement(BOOK, start="2026-03-31", end=AS_OF).verdict


@pytest.fixture(scope="module")
def cohorts() -> models.CohortsVerdict:
    return keyaccount.opportunity_cohorts(BOOK, as_of=AS_OF).verdict


def with_stages(
    verdict: models.FunnelVerdict, change: Callable[[models.StageAnalysis], models.StageAnalysis]
) -> models.FunnelVerdict:
    (pipeline,) = verdict.pipelines
    stages = [change(stage) for stage in pipeline.stages]
    return replace(verdict, pipelines=[replace(pipeline, stages=stages)])


def with_time(verdict: models.FunnelVerdict, **time: Any) -> models.FunnelVerdict:
    return with_stages(verdict, lambda one: replace(one, time=replace(one.time, **time)))


def row_labels(ax: Axes) -> list[str]:
    return [label.get_text() for label in ax.get_yticklabels()]


def texts(ax: Axes) -> list[str]:
    return [text.get_text().strip() for text in ax.texts]


def widths(ax: Axes, container: int) -> list[float]:
    return [bar.get_width() for bar in bars(ax)[container]]


def bars(ax: Axes) -> list[list[Rectangle]]:
    """The bars of each call that drew some."""
    return [drawn.patches for drawn in ax.containers if isinstance(drawn, BarContainer)]


def marks(ax: Axes, name: str) -> dict[int, Any]:
    """The artists of a kind by their row."""
    found = {str(artist.get_gid()): artist for artist in ax.findobj()}
    named = {gid.rpartition("-"): artist for gid, artist in found.items()}
    return {int(row): artist for (kind, _, row), artist in named.items() if kind == name}


# All of them


CHARTS = [
    pytest.param(plot_funnel, "funnel", id="funnel"),
    pytest.param(plot_time_in_stage, "funnel", id="time_in_stage"),
    pytest.param(plot_movement, "movement", id="movement"),
    pytest.param(plot_cohorts, "cohorts", id="cohorts"),
]


def arguments(plot: Plot, verdict: Any) -> dict[str, Any]:
    """What is needed beside the verdict."""
    return {"currency": verdict.currencies[0].currency} if plot is plot_movement else {}


@pytest.mark.parametrize(("plot", "name"), CHARTS)
def test_draws_into_the_axes_it_is_given(
    plot: Plot, name: str, request: pytest.FixtureRequest
) -> None:
    verdict = request.getfixturevalue(name)
    figure, (left, right) = pyplot.subplots(1, 2)
    assert plot(verdict, ax=right, **arguments(plot, verdict)) is right
    assert pyplot.get_fignums() == [figure.number]
    assert right.get_title()
    assert not left.get_title() and not left.has_data()


@pytest.mark.parametrize(("plot", "name"), CHARTS)
def test_makes_a_figure_where_there_are_no_axes(
    plot: Plot, name: str, request: pytest.FixtureRequest
) -> None:
    verdict = request.getfixturevalue(name)
    first = plot(verdict, **arguments(plot, verdict))
    second = plot(verdict, **arguments(plot, verdict))
    assert isinstance(first, Axes)
    assert first.figure is not second.figure


def test_takes_the_answer_as_well_as_its_verdict() -> None:
    funnel = keyaccount.analyse_funnel(BOOK, as_of=AS_OF)
    assert texts(plot_funnel(funnel)) == texts(plot_funnel(funnel.verdict))
    assert texts(plot_time_in_stage(funnel)) == texts(plot_time_in_stage(funnel.verdict))
    cohorts = keyaccount.opportunity_cohorts(BOOK, as_of=AS_OF)
    assert texts(plot_cohorts(cohorts)) == texts(plot_cohorts(cohorts.verdict))
    movement = keyaccount.pipeline_movement(BOOK, start="2026-03-31", end=AS_OF)
    currency = movement.verdict.currencies[0].currency
    assert texts(plot_movement(movement, currency)) == texts(
        plot_movement(movement.verdict, currency)
    )


@pytest.mark.parametrize(
    ("plot", "says"),
    [
        (plot_funnel, "no opportunities in this pipeline"),
        (plot_time_in_stage, "no opportunities in this pipeline"),
        (plot_movement, "no amounts in the pipeline"),
        (plot_cohorts, "no month of creation is over yet"),
    ],
)
def test_a_book_without_opportunities_gives_a_chart_that_says_so(plot: Plot, says: str) -> None:
    verdict: Any
    if plot is plot_movement:
        verdict = keyaccount.pipeline_movement({}, start="2026-03-31", end=AS_OF)
    elif plot is plot_cohorts:
        verdict = keyaccount.opportunity_cohorts({}, as_of=AS_OF)
    else:
        verdict = keyaccount.analyse_funnel({}, as_of=AS_OF)
    ax = plot(verdict)
    assert texts(ax) == [says]
    assert not ax.axison
    ax.figure.canvas.draw()


@pytest.mark.parametrize("size", [(8, 5), (5, 3.5), (12, 9)])
@pytest.mark.parametrize(("plot", "name"), CHARTS)
def test_every_text_lies_within_the_figure(
    plot: Plot, name: str, size: tuple[float, float], request: pytest.FixtureRequest
) -> None:
    verdict = request.getfixturevalue(name)
    figure, ax = pyplot.subplots(figsize=size, layout="constrained")
    long = "a stage with a name that nobody would want to print in full on a chart"
    labels = {stage.stage: long for stage in request.getfixturevalue("funnel").pipelines[0].stages}
    plot(verdict, ax=ax, labels=labels, **arguments(plot, verdict))
    figure.canvas.draw()
    edges = figure.bbox.padded(1)
    for text in (*ax.texts, *ax.get_yticklabels(), ax.title, ax.xaxis.label):
        if text.get_text() and text.get_visible():
            box = text.get_window_extent()
            assert edges.contains(box.x0, box.y0) and edges.contains(box.x1, box.y1), text


# Funnel


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


# Time in stage


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


def segment(lines: LineCollection) -> tuple[float, float]:
    """Where on the horizontal axis a line begins and ends."""
    ((begin, end),) = lines.get_segments()
    return float(begin[0]), float(end[0])


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


# Movement


def lines(ax: Axes) -> list[tuple[str, float, float]]:
    """Name, left end and right end of each bar."""
    drawn = [bar for (bar,) in bars(ax)]
    names = [label.split(" (")[0] for label in row_labels(ax)]
    return [
        (name, bar.get_x(), bar.get_x() + bar.get_width())
        for name, bar in zip(names, drawn, strict=True)
    ]


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


def euros(movement: models.MovementVerdict, **changed: tuple[int, str]) -> models.MovementVerdict:
    """A movement in euros, of which only these lines are not zero."""
    total = movement.currencies[0].total
    zero = models.MovementLine(count=0, amount=Decimal(0))
    for name in total.__struct_fields__:
        count, worth = changed.get(name, (0, "0"))
        line = models.MovementLine(count=count, amount=Decimal(worth)) if count else zero
        total = replace(total, **{name: line})
    one = replace(movement.currencies[0], currency="EUR", total=total)
    nothing_missing = replace(movement.without_amount, opening=0, closing=0)
    return replace(movement, currencies=[one], without_amount=nothing_missing, period=None)


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


# Cohorts


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


# Names, fonts, numbers


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
    assert texts(ax)[0] == "12.3亿"
    assert "−8万" in texts(ax)


def test_without_a_font_for_them_labels_give_way_to_ids(
    funnel: models.FunnelVerdict, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_fonts, "CHINESE_FAMILIES", ())
    with matplotlib.rc_context({"font.family": ["DejaVu Sans"]}):
        with pytest.warns(UserWarning, match="finds no font") as caught:
            ax = plot_funnel(funnel, labels=keyaccount.labels("zh_hans"))
        assert len(caught) == 1
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


# Without matplotlib


def test_the_package_works_without_matplotlib_and_says_what_to_install() -> None:
    program = """
import sys
sys.modules["matplotlib"] = None
import keyaccount
keyaccount.labels("en")
try:
    import keyaccount.plots
except ImportError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "pip install 'keyaccount[plots]'" in done.stdout

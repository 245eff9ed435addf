"""The charts of the forecast: bookings by period, their distribution, reliability."""

from __future__ import annotations

import datetime
import warnings
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import keyaccount
import msgspec
import pytest
from charts import AS_OF, BOOK, PLAYBOOK, bars, marks, row_labels, segment, texts
from keyaccount import KeyaccountError
from keyaccount.plots import _fonts, plot_bookings, plot_distribution, plot_reliability
from keyaccount.plots._forecast import (
    Backtest,
    Bin,
    BookedPeriod,
    BookingForecast,
    Days,
    Method,
    Odds,
    Summary,
    span,
)
from keyaccount.plots.distribution import survival
from matplotlib.axes import Axes
from matplotlib.collections import PathCollection
from matplotlib.colors import to_hex
from msgspec.structs import replace

QUARTER = "2026-07-01"


def with_summary(forecast: BookingForecast, **changed: Any) -> BookingForecast:
    """Only the quarter with the many open deals, with other bookings in it."""
    one = forecast.periods[1]
    return replace(forecast, periods=[replace(one, bookings=replace(one.bookings, **changed))])


def legend(ax: Axes) -> list[str]:
    found = ax.get_legend()
    assert found is not None
    return [text.get_text() for text in found.get_texts()]


def odds(forecast: BookingForecast) -> Odds:
    """Of the quarter with the many open deals."""
    found = forecast.periods[1].bookings.quota
    assert found is not None
    return found


def quantiles(summary: Summary) -> dict[int, float]:
    return {int(one.probability * 100): float(one.amount.amount) for one in summary.quantiles}


# ---------------------------------------------------------------------------- bookings by period


def test_the_open_part_stands_on_the_booked_one(bookings: BookingForecast) -> None:
    ax = plot_bookings(bookings)
    pale, dark = bars(ax)
    for one, open_bar, booked_bar in zip(bookings.periods, pale, dark, strict=True):
        assert booked_bar.get_x() == 0
        assert booked_bar.get_width() == float(one.booked.total.amount)
        assert open_bar.get_x() == booked_bar.get_width()
        ends = open_bar.get_x() + open_bar.get_width()
        assert ends == pytest.approx(float(one.bookings.mean.amount)), "the mean, booked and open"
    assert row_labels(ax)[:2] == [
        "2026-04 – 2026-06\n3 booked · 0 open",
        f"2026-07 – 2026-09\n0 booked · {bookings.periods[1].bookings.open_deals} open",
    ]
    assert ax.get_xlabel() == "EUR"
    assert ax.yaxis_inverted(), "the first period is on top"


def test_bands_reach_from_percentile_to_percentile(bookings: BookingForecast) -> None:
    ax = plot_bookings(bookings)
    for row, one in enumerate(bookings.periods):
        known = quantiles(one.bookings)
        for low, high in ((10, 90), (25, 75)):
            if known[low] == known[high]:
                assert row not in marks(ax, f"band{low}"), "what is certain has no band"
            else:
                assert segment(marks(ax, f"band{low}")[row]) == (known[low], known[high])
    assert 0 not in marks(ax, "band10")


def test_the_quota_is_a_mark_with_its_odds(bookings: BookingForecast) -> None:
    ax = plot_bookings(bookings)
    assert {row: segment(line) for row, line in marks(ax, "quota").items()} == dict.fromkeys(
        range(4), (1_500_000.0, 1_500_000.0)
    )
    assert "P(quota)" in texts(ax) and f"{odds(bookings).probability:.0%}" in texts(ax)
    assert legend(ax) == ["booked", "open, on average", "P25–P75", "P10–P90", "quota"]
    without = plot_bookings(with_summary(bookings, quota=None))
    assert "P(quota)" not in texts(without) and marks(without, "quota") == {}
    assert legend(without)[-1] == "P10–P90"


def test_keyword_arguments_style_the_open_bars(bookings: BookingForecast) -> None:
    pale, dark = bars(plot_bookings(bookings, color="#123456", height=0.3))
    assert to_hex(pale[1].get_facecolor()) == "#123456"
    assert pale[1].get_height() == dark[1].get_height() == pytest.approx(0.3)


def test_periods_without_deals_say_so(bookings: BookingForecast) -> None:
    assert texts(plot_bookings(replace(bookings, periods=[]))) == ["no periods"]
    nothing = with_summary(bookings, deals=0, quota=None)
    assert texts(plot_bookings(nothing)) == ["no deals in these periods"]
    assert texts(plot_distribution(nothing)) == ["no deals in this period"]


@pytest.mark.parametrize(
    ("first", "last", "want"),
    [
        ("2026-04-01", "2026-06-30", "2026-04 – 2026-06"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2025-02-01", "2025-02-27", "2025-02-01 – 2025-02-27"),
        ("2026-04-06", "2026-04-06", "2026-04-06"),
        ("9999-12-01", "9999-12-31", "9999-12-01 – 9999-12-31"),
    ],
)
def test_periods_are_called_by_their_months(first: str, last: str, want: str) -> None:
    day = datetime.date.fromisoformat
    assert span(Days(first=day(first), last=day(last))) == want


# ---------------------------------------------------------------------------- the distribution


def test_the_curve_falls_from_certain_to_impossible(bookings: BookingForecast) -> None:
    curve = marks(plot_distribution(bookings, QUARTER), "curve")[0]
    heights = [float(y) for y in curve.get_ydata()]
    assert (heights[0], heights[-1]) == (1, 0)
    assert heights == sorted(heights, reverse=True)
    points = dict(zip(curve.get_xdata(), heights, strict=True))
    for point in bookings.periods[1].bookings.curve:
        assert points[float(point.amount.amount)] == pytest.approx(1 - float(point.cdf))


def test_a_step_is_where_the_percentile_is(bookings: BookingForecast) -> None:
    summary = bookings.periods[2].bookings
    steps = survival(summary)
    for probability, value in quantiles(summary).items():
        level = Decimal(100 - probability) / 100
        before = [height for x, height in steps if x < value]
        behind = [height for x, height in steps if x <= value]
        assert not before or before[-1] > level
        assert behind[-1] <= level, "bookings exceed a percentile no oftener than it says"


def test_percentiles_and_mean_are_marked(bookings: BookingForecast) -> None:
    ax = plot_distribution(bookings, QUARTER)
    known = quantiles(bookings.periods[1].bookings)
    for hundredths, mark in marks(ax, "mark").items():
        assert list(mark.get_xdata()) == [known[hundredths]]
        assert list(mark.get_ydata()) == [1 - hundredths / 100]
    assert set(marks(ax, "mark")) == {10, 50, 90}
    assert f"P50 {known[50]:,.0f}" in texts(ax)
    mean = bookings.periods[1].bookings.mean.amount
    assert list(marks(ax, "mean")[0].get_xdata()) == [float(mean)]
    assert legend(ax) == [f"mean {mean:,.0f}", "quota 1,500,000"]


def test_the_odds_are_said_in_words_and_drawn(bookings: BookingForecast) -> None:
    ax, near = plot_distribution(bookings, QUARTER), odds(bookings)
    short = f"{near.expected_shortfall.amount:,.0f}"
    assert ax.get_title().splitlines() == [
        "Bookings of 2026-07 – 2026-09 (stage default), 2026-06-30",
        f"{near.probability:.0%} likely to reach 1,500,000 EUR; {short} short on average",
    ]
    assert segment(marks(ax, "quota")[0]) == (1_500_000, 1_500_000)
    assert segment(marks(ax, "odds")[0])[1] == 1_500_000
    without = plot_distribution(with_summary(bookings, quota=None))
    assert len(without.get_title().splitlines()) == 1
    assert marks(without, "quota") == {}


def test_a_quota_out_of_reach_is_still_on_the_chart(bookings: BookingForecast) -> None:
    near = odds(bookings)
    quota = replace(near.quota, amount=Decimal(99000000))
    far = replace(near, quota=quota, probability=Decimal(0))
    ax = plot_distribution(with_summary(bookings, quota=far))
    assert ax.get_xlim()[1] > 99_000_000
    assert "0% likely to reach 99M EUR" in ax.get_title()


def test_what_is_certain_is_one_step(bookings: BookingForecast) -> None:
    ax = plot_distribution(bookings.periods[0])
    assert marks(ax, "mark") == {}
    assert ax.get_title().startswith("Bookings of 2026-04 – 2026-06\n")
    assert ax.get_xlim()[0] <= 0, "how much it is can be seen"
    ax.figure.canvas.draw()


def test_one_of_several_periods_must_be_named(bookings: BookingForecast) -> None:
    with pytest.raises(KeyaccountError) as caught:
        plot_distribution(bookings)
    assert (caught.value.code, caught.value.path) == ("missing_field", "period")
    with pytest.raises(KeyaccountError) as caught:
        plot_distribution(bookings, "2026-07-02")
    assert caught.value.code == "unknown_value"
    assert caught.value.problems[0].allowed == [str(one.period.first) for one in bookings.periods]
    named = plot_distribution(bookings, datetime.date(2026, 7, 1))
    assert named.get_title() == plot_distribution(bookings, QUARTER).get_title()


# ---------------------------------------------------------------------------- reliability


def known_bins(method: Method) -> list[Bin]:
    return [one for one in method.reliability if one.deals > 0]


def bins(ax: Axes) -> list[list[tuple[float, float]]]:
    found = (drawn for drawn in ax.collections if isinstance(drawn, PathCollection))
    places: list[Any] = [drawn.get_offsets() for drawn in found]
    return [[(float(x), float(y)) for x, y in drawn] for drawn in places]


def test_every_bin_of_every_basis_is_a_mark(backtest: Backtest) -> None:
    ax = plot_reliability(backtest)
    for drawn, method in zip(bins(ax), backtest.methods, strict=True):
        assert drawn == [
            pytest.approx((float(one.mean_chance or 0), float(one.won_share or 0)))
            for one in known_bins(method)
        ]
    areas = marks(ax, "bins")[0].get_sizes()
    assert areas[0] > areas[-1], "more deals, more area"
    found: Any = ax.get_legend()
    looks = [(line.get_color(), line.get_marker()) for line in found.legend_handles]
    assert len(set(looks)) == len(looks)


def test_the_legend_has_the_scores_and_the_title_the_best(backtest: Backtest) -> None:
    ax = plot_reliability(backtest)
    assert legend(ax) == [
        f"{name}: Brier {method.brier:.3f}, {method.deals} deals"
        for name, method in zip(("stage default", "learned", "timing"), backtest.methods)
    ]
    assert backtest.best is not None
    assert not backtest.best.distinguishable
    best = f"best by CRPS: {backtest.best.basis.replace('_', ' ')}"
    assert ax.get_title().endswith(f"{best}, though not clearly so")
    clear = replace(backtest, best=replace(backtest.best, distinguishable=True))
    assert plot_reliability(clear).get_title().endswith(best)
    untold = plot_reliability(replace(backtest, best=None))
    assert len(untold.get_title().splitlines()) == 1


def test_intervals_reach_from_low_to_high(backtest: Backtest) -> None:
    ax = plot_reliability(backtest, "learned")
    (method,) = (one for one in backtest.methods if one.basis == "learned")
    drawn = {
        (float(begin[0]), float(begin[1]), float(end[1]))
        for line in ax.collections
        if not isinstance(line, PathCollection)
        for begin, end in line.get_segments()  # type: ignore[attr-defined]
    }
    want = {
        (float(one.mean_chance or 0), float(one.low or 0), float(one.high or 0))
        for one in known_bins(method)
    }
    assert drawn == want


def test_bases_are_chosen_by_name(backtest: Backtest) -> None:
    assert [text.split(":")[0] for text in legend(plot_reliability(backtest, "timing"))] == [
        "timing"
    ]
    both = plot_reliability(backtest, ["timing", "learned"])
    assert [text.split(":")[0] for text in legend(both)] == ["timing", "learned"]
    with pytest.raises(KeyaccountError) as caught:
        plot_reliability(backtest, "gut_feeling")
    assert (caught.value.code, caught.value.path) == ("unknown_value", "basis")
    assert caught.value.problems[0].allowed == ["stage_default", "learned", "timing"]


def test_empty_bins_are_not_drawn_as_zero(backtest: Backtest) -> None:
    def emptied(place: int) -> Backtest:
        methods = []
        for method in backtest.methods:
            table = [
                replace(one, deals=0, won=0, mean_chance=None, won_share=None, low=None, high=None)
                if at >= place
                else one
                for at, one in enumerate(method.reliability)
            ]
            methods.append(replace(method, reliability=table, brier=None))
        return replace(backtest, methods=methods)

    ax = plot_reliability(emptied(2))
    left = [sum(one.deals > 0 for one in method.reliability[:2]) for method in backtest.methods]
    assert [len(drawn) for drawn in bins(ax)] == left
    assert legend(ax)[0] == f"stage default: Brier –, {backtest.methods[0].deals} deals"
    assert texts(plot_reliability(emptied(0))) == ["no period to look back on"]


# ---------------------------------------------------------------------------- all three


def test_what_is_no_verdict_of_the_chart_is_refused_by_type(
    bookings: BookingForecast, backtest: Backtest
) -> None:
    wrongs: list[tuple[Any, Any, str]] = [
        (plot_bookings, backtest, "forecast_bookings"),
        (plot_bookings, None, "forecast_bookings"),
        (plot_distribution, {"periods": []}, "forecast_bookings"),
        (plot_reliability, bookings, "backtest_forecast"),
    ]
    for plot, wrong, operation in wrongs:
        with pytest.raises(TypeError) as caught:
            plot(wrong)
        assert isinstance(caught.value, KeyaccountError)
        assert caught.value.path == "verdict"
        assert operation in str(caught.value)


def test_the_whole_answer_and_other_objects_of_the_same_shape_will_do(
    bookings: BookingForecast,
) -> None:
    answer = SimpleNamespace(left_out=[], verdict=bookings)
    assert texts(plot_bookings(answer)) == texts(plot_bookings(bookings))

    class Other(msgspec.Struct):
        """As the operation's own types are: with more fields."""

        as_of: str
        basis: str
        reporting_currency: str
        periods: list[BookedPeriod]
        playbook: str

    other = Other("2026-06-30", "stage_default", "EUR", bookings.periods, "0f0f")
    assert texts(plot_bookings(other)) == texts(plot_bookings(bookings))


def test_the_library_s_answers_are_drawn_as_they_are() -> None:
    """Also of a book without deals, and of one without a past."""
    quiet = {"accounts": [{"id": "a", "name": "Quiet Ltd"}]}
    expected: list[tuple[Any, list[str]]] = [
        (plot_bookings, ["no deals in these periods"]),
        (lambda answer: plot_distribution(answer, QUARTER), ["no deals in this period"]),
    ]
    for plot, said in expected:
        assert texts(plot(keyaccount.forecast_bookings(quiet, as_of=AS_OF))) == said
        answer = keyaccount.forecast_bookings(BOOK, as_of=AS_OF, basis="timing", playbook=PLAYBOOK)
        assert texts(plot(answer)) != said
    nothing = plot_reliability(keyaccount.backtest_forecast(quiet, as_of=AS_OF))
    assert texts(nothing) == ["no period to look back on"]
    by_month = keyaccount.backtest_forecast(
        BOOK, as_of=AS_OF, period_unit="month", playbook=PLAYBOOK
    )
    assert len(legend(plot_reliability(by_month))) == 3


def test_they_are_read_in_chinese(bookings: BookingForecast, backtest: Backtest) -> None:
    if not _fonts.legible("签约"):
        pytest.skip("no font with Chinese characters is installed")
    labels = keyaccount.labels("zh_hans")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        charts = [
            plot_bookings(bookings, labels=labels),
            plot_distribution(bookings, QUARTER, labels=labels),
            plot_reliability(backtest, labels=labels),
        ]
        for ax in charts:
            ax.figure.canvas.draw()
    assert "达标概率" in texts(charts[0])
    assert f"达到 1,500,000 EUR 的概率为 {odds(bookings).probability:.0%}" in charts[1].get_title()
    assert charts[2].get_ylabel() == "赢单占比"

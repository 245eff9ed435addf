"""Whether what was said to be likely came as often."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter

from ._forecast import Backtest, Bin, Method, read
from ._names import LabelSource, Names
from ._numbers import percent
from ._pick import refused
from ._sheet import GREY, MIDDLE, SIGNAL, WARM, Sheet

# Colour, shape and line tell the series apart, each for itself.
LOOKS: tuple[tuple[str, str, Any], ...] = (
    (MIDDLE, "o", "solid"),
    (WARM, "s", "dashed"),
    (SIGNAL, "^", "dotted"),
    ("#009e73", "D", "dashdot"),
)
SMALLEST, LARGEST = 32.0, 260.0


def plot_reliability(
    verdict: object,
    basis: str | Sequence[str] | None = None,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws how often deals were won, against the chance that was said, for each basis of a forecast.

    A mark is a bin of deals of about the same chance, its area their number, where a deal counts once
    in each period it was forecast for; the line through it is the Wilson interval of the share won.
    On the diagonal as many were won as was said, below it fewer: the forecast was too hopeful. The
    legend has each basis's Brier score, where less is better. The title says which basis the verdict
    found best.

    `verdict` is what `backtest_forecast` answers. `basis` names the one or several to draw; None draws
    all. `kwargs` go to `Axes.scatter` for the marks.

        ax = plot_reliability(keyaccount.backtest_forecast(Path("book.json"), as_of="2026-06-30"))
    """
    backtest = read(verdict, Backtest, "backtest_forecast")
    names = Names(labels)
    methods = _chosen(backtest, basis)
    sheet = Sheet(ax, 15, 1, (6.4, 6))
    lines = [names.word("reliability", day=backtest.as_of), *_best(names, backtest)]
    sheet.title("\n".join(lines))
    known = [one for method in methods for one in method.reliability if _is_known(one)]
    if not known:
        return sheet.nothing(names.word("no_backtest"))

    most = max(one.deals for one in known)
    sheet.ax.plot([0, 1], [0, 1], color=GREY, linewidth=1, linestyle=(0, (6, 3)), gid="diagonal-0")
    handles, words = [], []
    for place, method in enumerate(methods):
        colour, marker, line = LOOKS[place % len(LOOKS)]
        _draw(sheet, place, method, most, kwargs)
        handles.append(
            Line2D([], [], color=colour, marker=marker, linestyle=line, markersize=7, linewidth=1.2)
        )
        words.append(_series(names, method))

    for axis in (sheet.ax.xaxis, sheet.ax.yaxis):
        axis.set_ticks([0, 0.2, 0.4, 0.6, 0.8, 1])
        axis.set_major_formatter(FuncFormatter(lambda x, _: percent(Decimal(str(round(x, 6))))))
    sheet.ax.set_xlim(-0.02, 1.02)
    sheet.ax.set_ylim(-0.02, 1.02)
    sheet.ax.set_aspect("equal")
    sheet.ax.grid(alpha=0.25)
    sheet.ax.set_axisbelow(True)
    sheet.plain()
    fewest = min(one.deals for one in known)
    sheet.x_label("\n".join([names.word("chance"), names.word("sizes", fewest=fewest, most=most)]))
    sheet.y_label(names.word("won_share"))
    sheet.legend(handles, words, below=14 + 3.9 * sheet.font_size, columns=1)
    return sheet.ax


def _chosen(backtest: Backtest, basis: str | Sequence[str] | None) -> list[Method]:
    """The methods to draw, in the order in which they are named."""
    if basis is None:
        return backtest.methods
    found = {method.basis: method for method in backtest.methods}
    wanted = [basis] if isinstance(basis, str) else list(basis)
    for one in wanted:
        if one not in found:
            raise refused("unknown_value", "basis", one, list(found))
    return [found[one] for one in wanted]


def _is_known(one: Bin) -> bool:
    return one.deals > 0 and one.mean_chance is not None and one.won_share is not None


def _best(names: Names, backtest: Backtest) -> list[str]:
    best = backtest.best
    if best is None:
        return []
    key = "best" if best.distinguishable else "best_unsure"
    by = names.of("backtest_score", best.by)
    return [names.word(key, basis=names.of("forecast_basis", best.basis), by=by)]


def _series(names: Names, method: Method) -> str:
    brier = "–" if method.brier is None else f"{method.brier:.3f}"
    basis = names.of("forecast_basis", method.basis)
    return names.word("series", basis=basis, brier=brier, deals=method.deals)


def _draw(sheet: Sheet, place: int, method: Method, most: int, style: dict[str, Any]) -> None:
    colour, marker, line = LOOKS[place % len(LOOKS)]
    bins = [one for one in method.reliability if _is_known(one)]
    x = [float(one.mean_chance or 0) for one in bins]
    y = [float(one.won_share or 0) for one in bins]
    if not bins:
        return
    for at, one in zip(x, bins):
        if one.low is not None and one.high is not None:
            sheet.ax.vlines(
                at, float(one.low), float(one.high), colors=colour, linewidth=1.2, alpha=0.6
            )
    trace: dict[str, Any] = {"linewidth": 1.2, "linestyle": line, "alpha": 0.7, "clip_on": False}
    sheet.ax.plot(x, y, color=colour, gid=f"series-{place}", **trace)
    own: dict[str, Any] = {
        "s": [max(SMALLEST, LARGEST * one.deals / most) for one in bins],
        "color": colour, "marker": marker, "edgecolors": sheet.ax.get_facecolor(),
        "linewidths": 0.8, "zorder": 4, "clip_on": False, "gid": f"bins-{place}",
    }  # fmt: skip
    sheet.ax.scatter(x, y, **(own | style))

"""The axes of a chart, and how large text may be on them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

import matplotlib
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.font_manager import FontProperties
from matplotlib.text import Text
from matplotlib.ticker import FuncFormatter, MaxNLocator

from ._fonts import families
from ._names import Names, fitted, width
from ._numbers import CHINESE_UNITS, amount, exact

# Told apart by colour-blind readers (Okabe and Ito) and, by their lightness, in greyscale.
DARK = "#08519c"
MIDDLE = "#2171b5"  # a line that shows on white and on black
PALE = "#bdd7ee"
WARM = "#e69f00"
SIGNAL = "#c4441c"
GREY = "#6b6b6b"
# Lightness falls steadily, and even the lightest differs from the paper.
SHADES = LinearSegmentedColormap.from_list(
    "keyaccount", ["#e3eef8", "#9cc4e4", "#4a90c4", "#08519c", "#052b57"]
)

SMALLEST, LARGEST = 5.5, 10.0
POINTS = 72.0


class Sheet:
    """Axes for a chart of `rows` rows and `lines` lines of text in each."""

    def __init__(self, ax: Axes | None, rows: int, lines: float, size: tuple[float, float]) -> None:
        self.ax = _new(size) if ax is None else ax
        extent = self.ax.get_window_extent()
        scale = POINTS / self.ax.figure.dpi
        self.width, self.height = extent.width * scale, extent.height * scale
        self.row_height = self.height / max(rows, 1)
        configured = FontProperties(size=matplotlib.rcParams["font.size"]).get_size_in_points()
        self.font_size = min(configured, LARGEST, max(SMALLEST, self.row_height / (1.25 * lines)))

    def text(self, x: float, y: float, text: str, **kwargs: Any) -> Text:
        style: dict[str, Any] = {
            "fontsize": self.font_size,
            "fontfamily": families(text),
            "va": "center",
        }
        return self.ax.text(x, y, text, **(style | kwargs))

    def title(self, text: str) -> None:
        widest = max(width(line) for line in text.splitlines())
        size = min(self.font_size + 2, 0.95 * self.width / widest)
        self.ax.set_title(text, fontfamily=families(text), fontsize=max(size, SMALLEST + 1))

    def x_label(self, text: str) -> None:
        self.ax.set_xlabel(text, fontfamily=families(text), fontsize=self.font_size)

    def y_label(self, text: str) -> None:
        # Title and legend take their part of the height.
        size = max(SMALLEST, min(self.font_size, 0.75 * self.height / width(text)))
        self.ax.set_ylabel(text, fontfamily=families(text), fontsize=size)
        self.plain()

    def plain(self) -> None:
        """Axes with a scale each, and no frame."""
        self.ax.tick_params(labelsize=self.font_size)
        for side in ("top", "right"):
            self.ax.spines[side].set_visible(False)

    def amounts(self, largest: Decimal, names: Names, share: float) -> None:
        """Numbers the horizontal axis in amounts, of which so large a share of its width is used."""
        units = "".join(unit for _, unit in CHINESE_UNITS) if names.is_chinese else ""
        self.ax.tick_params(axis="x", labelfontfamily=families(units))
        wide = width(amount(largest, largest, chinese=names.is_chinese)) + 2
        ticks = max(2, int(share * self.width / self.font_size / wide))
        low, high = self.ax.get_xlim()
        edge = low + share * (high - low)
        places = MaxNLocator(ticks, steps=[1, 2, 5, 10]).tick_values(low, edge)
        self.ax.set_xticks([tick for tick in places if low <= tick <= edge])
        self.ax.set_xlim(low, high)
        self.ax.spines["bottom"].set_bounds(low, edge)
        self.ax.xaxis.set_major_formatter(
            FuncFormatter(lambda x, _: amount(exact(x), largest, chinese=names.is_chinese))
        )

    def rows(self, labels: Sequence[str]) -> None:
        """Names the rows, the first at the top."""
        self.ax.set_yticks(range(len(labels)), labels)
        self.ax.set_ylim(len(labels) - 0.5, -0.5)
        self.ax.tick_params(
            axis="y", length=0, labelsize=self.font_size, labelfontfamily=families("".join(labels))
        )
        self.ax.tick_params(axis="x", labelsize=self.font_size)
        for side in ("top", "right", "left"):
            self.ax.spines[side].set_visible(False)

    def legend(
        self, handles: Sequence[Any], labels: Sequence[str], below: float, columns: int = 0
    ) -> None:
        """Explains the marks, so many points below the axes, side by side or in columns."""
        wanted = _columns_width(labels, columns or len(labels))
        size = min(self.font_size, max(SMALLEST, 1.1 * self.width / wanted))
        self.ax.legend(
            handles,
            labels,
            prop=FontProperties(family=families("".join(labels)), size=size),
            frameon=False,
            ncols=columns or len(labels),
            loc="upper center",
            bbox_to_anchor=(0.5, 0),
            borderaxespad=below / size,
            handlelength=1.5,
            handletextpad=0.6,
            columnspacing=1.4,
        )

    def wrapped_legend(self, handles: Sequence[Any], labels: Sequence[str], below: float) -> None:
        """A legend in as many columns as find room, and more rows where one is not enough."""
        room = 1.1 * self.width / self.font_size
        fitting = (n for n in range(len(labels), 1, -1) if _columns_width(labels, n) <= room)
        self.legend(handles, labels, below, columns=next(fitting, 1))

    def nothing(self, text: str) -> Axes:
        """An empty chart that says why."""
        self.ax.set_axis_off()
        self.ax.text(
            0.5, 0.5, text, ha="center", va="center", fontfamily=families(text),
            transform=self.ax.transAxes,
        )  # fmt: skip
        return self.ax

    def label(self, text: str, lines: int) -> str:
        """A row's name, cut to a third of the chart's width."""
        return fitted(text, self.width / 3 / self.font_size, lines)


def _columns_width(labels: Sequence[str], columns: int) -> float:
    """How wide a legend is in so many columns, in font sizes; it is filled column by column."""
    rows, longer = divmod(len(labels), columns)
    each = [width(label) + 4.5 for label in labels]
    starts = [column * rows + min(column, longer) for column in range(columns + 1)]
    return sum(max(each[a:b], default=0.0) for a, b in pairwise(starts))


def _new(size: tuple[float, float]) -> Axes:
    # Only pyplot's figures show themselves in a notebook.
    from matplotlib import pyplot

    _, ax = pyplot.subplots(figsize=size, layout="constrained")
    return ax


def text_colour() -> str:
    """The colour of the user's style for text."""
    return str(matplotlib.rcParams["text.color"])


def height_for(rows: int, each: float) -> float:
    """The height in inches of a new figure with so many rows."""
    return max(3.0, 1.2 + each * rows)

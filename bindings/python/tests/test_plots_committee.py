"""The map of a buying committee, and its rows."""

from __future__ import annotations

import warnings
from collections import Counter
from typing import Any

import keyaccount
import msgspec
import pytest
from charts import AS_OF, BOOK, texts
from keyaccount import KeyaccountError, _call
from keyaccount.plots import _fonts, committee_table, plot_committee_map
from keyaccount.plots._committee import CommitteeMap
from keyaccount.plots.committee import STANCES
from matplotlib import pyplot
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Circle, Patch, Polygon
from matplotlib.text import Text
from msgspec.structs import replace

BOOK_OF_THREE: dict[str, Any] = {
    "accounts": [{"id": "north-plant", "name": "North Plant Ltd"}],
    "opportunities": [{"id": "press-line", "account": "north-plant"}],
    "stakeholders": [
        {"id": "chief", "account": "north-plant", "name": "C. Chief $"},
        {"id": "tester", "account": "north-plant", "reports_to": "chief"},
        {"id": "helper", "account": "north-plant", "reports_to": "chief"},
        {"id": "gone", "account": "north-plant"},
    ],
    "committee_seats": [
        {"opportunity": "press-line", "stakeholder": "tester", "influence": 70, "stance": "hostile",
         "roles": ["technical_gatekeeper", "user"]},
        {"opportunity": "press-line", "stakeholder": "helper", "roles": ["coach"], "stance": "ally"},
        {"opportunity": "press-line", "stakeholder": "gone", "stance": "neutral", "influence": 10},
    ],
    "stakeholder_changes": [
        {"stakeholder": "gone", "on": "2026-05-01", "change": {"type": "left"}}
    ],
    "relationships": [
        {"from": "helper", "to": "chief", "kind": "influences", "strength": "close"},
        {"from": "helper", "to": "tester", "kind": "conflicts_with"},
    ],
    "interactions": [
        {"id": "i1", "account": "north-plant", "on": "2026-06-01", "channel": "visit",
         "direction": "two_way", "stakeholders": ["helper"], "members": ["m-clara"]}
    ],
}  # fmt: skip


def map_of(book: object, opportunity: str) -> CommitteeMap:
    request = {"book": book, "opportunity": opportunity, "as_of": AS_OF}
    return msgspec.convert(_call.call("committee_map", request)["verdict"], CommitteeMap)


@pytest.fixture(scope="module")
def three() -> CommitteeMap:
    return map_of(BOOK_OF_THREE, "press-line")


@pytest.fixture(scope="module")
def largest() -> CommitteeMap:
    """The largest committee of the made-up company's book."""
    book = msgspec.json.decode(BOOK.read_bytes())
    counts = Counter(seat["opportunity"] for seat in book["committee_seats"])
    drawing = map_of(book, counts.most_common(1)[0][0])
    assert len(drawing.people) >= 60
    return drawing


def found(ax: Axes, kind: str) -> dict[str, Any]:
    """The artists of a kind by whom they are about."""
    named = ((str(artist.get_gid()), artist) for artist in ax.findobj())
    return {gid.removeprefix(f"{kind}-"): a for gid, a in named if gid.startswith(f"{kind}-")}


def test_stance_is_a_shape_and_what_is_unknown_is_dashed(three: CommitteeMap) -> None:
    ax = plot_committee_map(three)
    shapes: dict[str, Patch] = found(ax, "person")
    assert isinstance(shapes["chief"], Circle)
    tester, helper = shapes["tester"], shapes["helper"]
    assert isinstance(tester, Polygon) and isinstance(helper, Polygon)
    assert len(tester.get_xy()) - 1 == 4, "hostile is a diamond"
    assert len(helper.get_xy()) - 1 == 3, "an ally is a triangle"
    dashed = {who for who, shape in shapes.items() if shape.get_linestyle() not in ("-", "solid")}
    assert dashed == {"chief", "helper"}, "no stance, no influence; who left is grey"
    assert tester.get_linewidth() > helper.get_linewidth(), "a key person"
    assert set(found(ax, "left")) == {"gone"}


def test_letters_names_and_our_people_are_written(three: CommitteeMap) -> None:
    ax = plot_committee_map(three)
    roles = {who: text.get_text() for who, text in found(ax, "roles").items()}
    assert roles == {"tester": "UT", "helper": "C"}
    assert {"tester", r"C. Chief \$", "m-clara"} <= set(texts(ax))
    assert ax.get_title() == "Buying committee of press-line, 2026-06-30"
    assert set(found(ax, "contact")) == {"helper"}
    assert set(found(ax, "link")) == {"reports_to", "influences", "conflicts_with"}
    legend = ax.get_legend()
    assert legend is not None
    words = [text.get_text() for text in legend.get_texts()]
    assert {"hostile", "stance unknown (dashed)", "conflicts with", "contact: brief"} <= set(words)
    assert "insider" not in words, "only what is on the map"


def test_stances_differ_in_shape_or_in_grey() -> None:
    def grey(colour: str) -> float:
        red, green, blue = to_rgb(colour)
        return 0.299 * red + 0.587 * green + 0.114 * blue

    looks = [(corners, turned, grey(colour)) for colour, corners, turned, _ in STANCES.values()]
    for at, (corners, turned, shade) in enumerate(looks):
        for others, other_turned, other_shade in looks[at + 1 :]:
            assert (corners, turned) != (others, other_turned) or abs(shade - other_shade) > 0.15


@pytest.mark.parametrize("size", [None, (8, 5)])
def test_names_of_a_large_committee_do_not_overlap(
    largest: CommitteeMap, size: tuple[float, float] | None
) -> None:
    ax = plot_committee_map(largest, None if size is None else pyplot.subplots(figsize=size)[1])
    ax.figure.canvas.draw()
    names: list[Text] = list(found(ax, "name").values()) + list(found(ax, "member").values())
    boxes = [name.get_window_extent() for name in names]
    assert len(boxes) == len(largest.people) + len(largest.members)
    for at, box in enumerate(boxes):
        assert not any(box.overlaps(other) for other in boxes[at + 1 :]), names[at].get_text()
    legend = ax.get_legend()
    assert legend is not None
    assert not any(box.overlaps(legend.get_window_extent()) for box in boxes)


def test_rows_say_what_the_map_shows(three: CommitteeMap) -> None:
    titles, *rows = committee_table(three)
    assert titles[:4] == ["name", "roles", "stance", "influence"]
    by_name = {row[0]: row[1:] for row in rows}
    assert by_name == {
        "C. Chief $ (outside the committee)":
            ["–", "–", "–", "none", "–", "–", "influenced by helper", "–"],
        "tester":
            ["user, technical gatekeeper", "hostile", "70", "none", "–", "C. Chief $",
             "conflicts with helper", "–"],
        "helper":
            ["coach", "ally", "–", "brief", "2026-06-01", "C. Chief $",
             "influences C. Chief $, conflicts with tester", "m-clara"],
        "gone (left 2026-05-01)": ["–", "neutral", "10", "none", "–", "–", "–", "–"],
    }  # fmt: skip


def test_in_chinese(three: CommitteeMap) -> None:
    if not _fonts.legible("阶段"):
        pytest.skip("no font with Chinese characters is installed")
    labels = keyaccount.labels("zh_hans")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ax = plot_committee_map(three, labels=labels)
        ax.figure.canvas.draw()
    assert ax.get_title() == "press-line 的采购决策人，2026-06-30"
    assert committee_table(three, labels)[0][2] == "立场"


def test_an_empty_committee_says_so(three: CommitteeMap) -> None:
    nobody = replace(three, people=[], links=[], members=[], contacts=[])
    assert texts(plot_committee_map(nobody)) == ["nobody is known"]
    assert len(committee_table(nobody)) == 1


def test_other_verdicts_are_refused() -> None:
    with pytest.raises(KeyaccountError, match="committee_map"):
        plot_committee_map(keyaccount.analyse_funnel(BOOK, as_of=AS_OF))


def test_further_arguments_go_to_the_people(three: CommitteeMap) -> None:
    ax = plot_committee_map(three, alpha=0.5)
    assert {shape.get_alpha() for shape in found(ax, "person").values()} == {0.5}

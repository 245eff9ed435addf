"""Who decides at the customer: the people of a buying committee, and what runs between them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, FancyArrowPatch, Patch, Polygon
from matplotlib.path import Path
from matplotlib.patheffects import Normal, TickedStroke, withStroke

from ._committee import CommitteeMap, Contact, Link, Placed
from ._fonts import families
from ._forecast import read
from ._names import LabelSource, Names, fitted
from ._sheet import DARK, PALE, POINTS, SIGNAL, Sheet, text_colour

Point: TypeAlias = tuple[float, float]

# Inches for one unit of the drawing in a figure of its own, and the size of a name in such units.
INCHES = 0.0085
LETTERS = 13.0
NAME_WIDTH = 99

# Each stance has a colour and a shape: corners, how far the first is turned from the top, and by how much the shape is
# larger than the circle in its place, so that all look equally large.
INK, PAPER = "#1a1a1a", "#ffffff"
STANCES: dict[str | None, tuple[str, int, float, float]] = {
    "hostile": (SIGNAL, 4, 0.0, 1.18),
    "neutral": ("#e3e3e3", 4, 45.0, 1.18),
    "supporter": (PALE, 0, 0.0, 1.0),
    "ally": ("#5ba3d4", 3, 0.0, 1.3),
    "insider": (DARK, 6, 0.0, 1.08),
    None: (PAPER, 0, 0.0, 1.0),
}
MARKERS = {"hostile": "D", "neutral": "s", "supporter": "o", "ally": "^", "insider": "h", None: "o"}
UNKNOWN = "$\u25cc$"  # a dotted circle
WHITE_LETTERS = {"hostile", "insider"}
DASHES = (0, (2.2, 1.6))
DOTS = (0, (1, 1.3))
GONE = "#9a9a9a"
OUR_EDGE = "#b9c6d2"

LETTER = {"coach": "C", "user": "U", "technical_gatekeeper": "T", "economic_decision_maker": "E"}
DEPTHS = {"none": 0.5, "brief": 0.7, "several": 1.4, "in_depth": 2.5}
STRENGTHS = {"distant": 0.7, "working": 1.2, "close": 2.0, None: 1.2}
LINKS: dict[str, dict[str, Any]] = {
    "reports_to": {"color": "#4d4d4d", "linewidth": 1.2},
    "influences": {"color": "#00735a", "linewidth": 1.2},
    "knows": {"color": "#5e4b8b", "linewidth": 1.2, "linestyle": DOTS},
    "conflicts_with": {
        "color": "#c4001a",
        "linewidth": 1.1,
        "path_effects": [TickedStroke(spacing=5, angle=90, length=0.5), Normal()],
    },
}


def plot_committee_map(
    verdict: object,
    ax: Axes | None = None,
    labels: LabelSource = None,
    **kwargs: Any,
) -> Axes:
    """Draws a buying committee: who reports to whom, where everybody stands, and who of us is in contact.

    Each person has a shape and a colour by stance, as large as their influence, with the letters of
    their roles: C coach, U user, T technical gatekeeper, E economic decision maker. What is not known
    is dashed: a dashed empty circle has no known stance, a dashed outline no known influence (and the
    smallest size). A heavy outline marks key people, a grey name those outside the committee, grey
    and struck out who left. Grey lines at right angles are reporting lines; arrows influence, dotted
    lines know each other, ticked ones are in conflict. Our own people stand at the bottom; the deeper
    the contact, the thicker the line to them.

    The verdict says where everything stands, so that every drawing of it shows the same picture.
    `committee_table` says the same in rows.

    `verdict` is what `committee_map` answers. `kwargs` go to the patches of the people.

        answer = keyaccount.committee_map(Path("book.json"), "press-line", as_of="2026-06-30")
        ax = plot_committee_map(answer, labels=keyaccount.labels("en"))
        ax.figure.savefig("committee.svg")
    """
    drawing = read(verdict, CommitteeMap, "committee_map")
    names = Names(labels)
    legend = _legend(drawing, names)
    columns = max(3, min(6, drawing.width // 230))
    rows = -(-len(legend) // columns)
    size = (INCHES * drawing.width, INCHES * (drawing.height + 1.5 * LETTERS * rows) + 0.4)
    sheet = Sheet(ax, 1, 1, size)
    title = names.word("committee", opportunity=drawing.opportunity, day=drawing.as_of)
    sheet.title(title.replace("$", r"\$"))
    if not drawing.people:
        return sheet.nothing(names.word("no_people"))
    axes = sheet.ax
    axes.set_axis_off()
    axes.set_aspect("equal")
    axes.set_xlim(0, drawing.width)
    axes.set_ylim(drawing.height, 0)
    # Points for a unit of the drawing: text is as large as the drawing gives it room.
    scale = min(sheet.width / drawing.width, _height(sheet) / drawing.height)

    placed = {one.person.stakeholder: one for one in drawing.people}
    _draw_contacts(axes, drawing, placed)
    for link in drawing.links:
        _draw_link(axes, link, placed)
    for one in drawing.people:
        _draw_person(axes, one, scale, names, kwargs)
    for member in drawing.members:
        text = names.word("not_recorded") if member.member is None else _plain(member.member)
        box = {
            "boxstyle": "round,pad=0.45",
            "facecolor": "#f1f4f7",
            "edgecolor": INK,
            "linewidth": 0.8,
        }
        axes.text(
            member.x, member.y, text, ha="center", va="center", fontsize=LETTERS * scale, color=INK,
            fontfamily=families(text), bbox=box, zorder=6, gid=f"member-{member.member}",
        )  # fmt: skip
    handles, words = zip(*legend, strict=True)
    sheet.font_size = min(sheet.font_size, 1.05 * LETTERS * scale)
    sheet.legend(handles, words, below=2, columns=columns)
    return axes


def _height(sheet: Sheet) -> float:
    return float(sheet.ax.get_window_extent().height * POINTS / sheet.ax.figure.dpi)


def _plain(text: str) -> str:
    return text.replace("$", r"\$")  # which would begin a formula


# ------------------------------------------------------------------------------------- people


def _draw_person(
    axes: Axes, one: Placed, scale: float, names: Names, kwargs: dict[str, Any]
) -> None:
    person = one.person
    has_left = person.left_on is not None
    colour, edge = STANCES[_stance(person.stance)][0], INK
    if has_left:
        colour, edge = "#f4f4f4", GONE
    is_unknown = person.stance is None or person.influence is None
    style: dict[str, Any] = {
        "facecolor": colour,
        "edgecolor": edge,
        "linewidth": (2.4 if one.is_key else 0.9) * min(1.0, scale / 0.6),
        "linestyle": DASHES if is_unknown and not has_left else "-",
        "zorder": 4,
        "gid": f"person-{person.stakeholder}",
    }
    axes.add_patch(_shape(one, **(style | kwargs)))
    letters = "".join(letter for role, letter in LETTER.items() if role in person.roles)
    if letters:
        room = 1.62 * one.radius / max(len(letters), 1.5)
        axes.text(
            one.x, one.y + (0.12 * one.radius if person.stance == "ally" else 0), letters,
            ha="center", va="center_baseline", fontweight="bold",
            fontsize=min(room / 0.72, 17) * scale,
            color=GONE if has_left else PAPER if person.stance in WHITE_LETTERS else INK,
            zorder=5, gid=f"roles-{person.stakeholder}",
        )  # fmt: skip
    if has_left:
        reach = 1.25 * one.radius
        axes.plot(
            [one.x - reach, one.x + reach], [one.y + reach, one.y - reach],
            color=GONE, linewidth=1.6, zorder=5, gid=f"left-{person.stakeholder}",
        )  # fmt: skip
    text = fitted(_plain(one.shown), NAME_WIDTH / LETTERS, 2)
    axes.text(
        one.x, one.y + one.radius * STANCES[_stance(person.stance)][3] ** 0.5 + 4, text,
        ha="center", va="top", fontsize=LETTERS * scale, fontfamily=families(text), linespacing=1.0,
        color=text_colour() if one.in_committee and not has_left else "#767676",
        fontstyle="normal" if one.in_committee else "italic",
        path_effects=[withStroke(linewidth=2.6 * scale / 0.6, foreground=axes.get_facecolor())],
        zorder=5, gid=f"name-{person.stakeholder}",
    )  # fmt: skip


def _stance(stance: str | None) -> str | None:
    return stance if stance in STANCES else None


def _shape(one: Placed, **style: Any) -> Patch:
    _, corners, turned, larger = STANCES[_stance(one.person.stance)]
    radius = one.radius * larger
    if not corners or one.person.left_on is not None:
        return Circle((one.x, one.y), one.radius, **style)
    # A triangle's middle lies low.
    middle = one.y + (0.18 * radius if corners == 3 else 0)
    angles = (math.radians(turned + 360 * k / corners) for k in range(corners))
    points = [(one.x + radius * math.sin(a), middle - radius * math.cos(a)) for a in angles]
    return Polygon(points, closed=True, joinstyle="round", **style)


# -------------------------------------------------------------------------------------- lines


def _draw_link(axes: Axes, link: Link, placed: dict[str, Placed]) -> None:
    style: dict[str, Any] = dict(LINKS.get(link.kind, LINKS["knows"])) | {"zorder": 2}
    if link.strength is not None:
        style["linewidth"] = STRENGTHS.get(link.strength, 1.2)
    points = [(float(spot.x), float(spot.y)) for spot in link.points]
    if len(points) == 3:
        points = list(_curve(*points))
    if link.kind == "reports_to":
        axes.plot(
            *zip(*points, strict=True), solid_joinstyle="miter", solid_capstyle="butt",
            gid=f"link-{link.kind}", **(style | {"zorder": 1.5}),
        )  # fmt: skip
        return
    points = _between(points, placed.get(link.from_), placed.get(link.to))
    if link.kind == "influences":
        axes.add_patch(
            FancyArrowPatch(
                path=Path(points), arrowstyle="-|>,head_width=3,head_length=6", mutation_scale=1,
                shrinkA=0, shrinkB=0, gid=f"link-{link.kind}", fill=True, **style,
            )
        )  # fmt: skip
    else:
        axes.plot(*zip(*points, strict=True), gid=f"link-{link.kind}", **style)


def _curve(start: Point, control: Point, end: Point) -> Iterator[Point]:
    steps = 240
    for step in range(steps + 1):
        t = step / steps
        weights = ((1 - t) ** 2, 2 * t * (1 - t), t * t)
        ends = (start, control, end)
        yield (
            sum(w * p[0] for w, p in zip(weights, ends, strict=True)),
            sum(w * p[1] for w, p in zip(weights, ends, strict=True)),
        )


def _between(points: Sequence[Point], start: Placed | None, end: Placed | None) -> list[Point]:
    """The part of a line outside the shapes at its ends."""

    def outside(point: Point) -> bool:
        shapes = [one for one in (start, end) if one is not None]
        return all(math.dist(point, (one.x, one.y)) > 1.12 * one.radius + 1 for one in shapes)

    kept = [point for point in points if outside(point)]
    return kept if len(kept) > 1 else list(points)


def _draw_contacts(axes: Axes, drawing: CommitteeMap, placed: dict[str, Placed]) -> None:
    ours = {member.member: member for member in drawing.members}
    for contact in drawing.contacts:
        one, member = placed.get(contact.stakeholder), ours.get(contact.member)
        if one is not None and member is not None:
            axes.plot(
                [one.x, member.x], [one.y, member.y], zorder=1, **_contact_style(contact.depth),
                gid=f"contact-{contact.stakeholder}",
            )  # fmt: skip


def _contact_style(depth: str) -> dict[str, Any]:
    dashes = {"linestyle": (0, (4, 3))} if depth == "none" else {}
    return {"color": OUR_EDGE, "linewidth": DEPTHS.get(depth, 1.0), **dashes}


# ------------------------------------------------------------------------------------- legend


def _legend(drawing: CommitteeMap, names: Names) -> list[tuple[Any, str]]:
    """What is on the map, with the words for it."""
    people = drawing.people
    marks: list[tuple[Any, str]] = []

    def mark(text: str, **style: Any) -> None:
        plain: dict[str, Any] = {
            "linestyle": "",
            "markersize": 7,
            "markeredgecolor": INK,
            "markeredgewidth": 0.8,
        }
        marks.append((Line2D([], [], **(plain | style)), text))

    stances = {_stance(one.person.stance) for one in people if one.person.left_on is None}
    for stance in STANCES:
        if stance in stances and stance is not None:
            mark(
                names.of("stance", stance),
                marker=MARKERS[stance],
                markerfacecolor=STANCES[stance][0],
            )
    if None in stances:
        mark(
            names.word("stance_unknown"),
            marker=UNKNOWN,
            markerfacecolor=INK,
            markersize=8,
            markeredgewidth=0,
        )
    if any(one.person.influence is None for one in people):
        mark(names.word("influence_unknown"), marker="o", markersize=4.5, markerfacecolor=PALE)
    mark(names.word("influence_size"), marker="o", markersize=9, markerfacecolor=PALE)
    if any(one.is_key for one in people):
        mark(
            names.word("key_person"),
            marker="o",
            markersize=6,
            markerfacecolor=PALE,
            markeredgewidth=2.2,
        )
    for role, letter in LETTER.items():
        if any(role in one.person.roles for one in people):
            mark(
                names.of("buying_role", role),
                marker=f"$\\mathbf{{{letter}}}$",
                markerfacecolor=INK,
                markersize=6.5,
                markeredgewidth=0,
            )
    if any(one.person.left_on is not None for one in people):
        mark(
            names.word("left"),
            marker=r"$\oslash$",
            markerfacecolor=GONE,
            markersize=8,
            markeredgewidth=0,
        )
    kinds = {link.kind for link in drawing.links}
    for kind, style in LINKS.items():
        if kind in kinds:
            line = dict(style)
            if kind == "influences":
                line |= {"marker": ">", "markersize": 5, "markevery": [-1]}
            marks.append((Line2D([0, 1], [0, 0], **line), names.of("chain_link", kind)))
    depths = {contact.depth for contact in drawing.contacts}
    for depth in DEPTHS:
        if depth in depths:
            key = "contact_long_ago" if depth == "none" else "contact"
            text = names.word(key, depth=names.of("contact_depth", depth))
            marks.append((Line2D([], [], **_contact_style(depth)), text))
    return marks


# -------------------------------------------------------------------------------------- table


def committee_table(verdict: object, labels: LabelSource = None) -> list[list[str]]:
    """What `plot_committee_map` draws, in rows: for terminals, screen readers and spreadsheets.

    The first row holds the titles: name, roles, stance, influence, contact, last contact, whom the
    person reports to, other ties, and who of us is in contact. A dash is what is not known.

        for row in committee_table(answer):
            print("\\t".join(row))
    """
    drawing = read(verdict, CommitteeMap, "committee_map")
    names = Names(labels)
    shown = {one.person.stakeholder: one.shown for one in drawing.people}
    titles = ("name", "roles", "stance", "influence", "depth", "last", "superior", "ties", "ours")
    rows = [[names.word(f"column_{title}") for title in titles]]
    # From top to bottom and from left to right, as they are drawn.
    for one in sorted(drawing.people, key=lambda one: (one.y, one.x)):
        rows.append(_row(one, drawing, shown, names))
    return rows


def _row(one: Placed, drawing: CommitteeMap, shown: dict[str, str], names: Names) -> list[str]:
    person = one.person
    dash = "–"
    superior = [shown[link.to] for link in drawing.links if _is_from(link, person.stakeholder)]
    contacts = [
        contact for contact in drawing.contacts if contact.stakeholder == person.stakeholder
    ]
    name = one.shown
    if person.left_on is not None:
        name = names.word("left_on", name=name, day=person.left_on)
    elif not one.in_committee:
        name = names.word("outside", name=name)
    return [
        name,
        names.word("comma").join(names.of("buying_role", role) for role in person.roles) or dash,
        dash if person.stance is None else names.of("stance", person.stance),
        dash if person.influence is None else f"{person.influence:f}",
        names.of("contact_depth", person.contact_depth),
        str(person.last_contact or dash),
        names.word("comma").join(superior) or dash,
        names.word("comma").join(_ties(person.stakeholder, drawing, shown, names)) or dash,
        names.word("comma").join(_our_side(contact, names) for contact in contacts) or dash,
    ]


def _is_from(link: Link, person: str) -> bool:
    return link.kind == "reports_to" and link.from_ == person


def _ties(person: str, drawing: CommitteeMap, shown: dict[str, str], names: Names) -> Iterator[str]:
    """What the person is tied by beside reporting lines; one that is mutual is told of both."""
    for link in drawing.links:
        if link.kind == "reports_to" or person not in (link.from_, link.to):
            continue
        if link.from_ == person:
            yield f"{names.of('chain_link', link.kind)} {shown[link.to]}"
        elif link.kind == "influences":
            yield names.word("influenced_by", name=shown[link.from_])
        else:
            yield f"{names.of('chain_link', link.kind)} {shown[link.from_]}"


def _our_side(contact: Contact, names: Names) -> str:
    return names.word("not_recorded") if contact.member is None else contact.member

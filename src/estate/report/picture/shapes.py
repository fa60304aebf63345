"""What a picture is made of: nodes, edges, and how their kinds and statuses look.

The colours keep apart for people who cannot tell red from green (blue against yellow, and dark
against light), and no status is told by its colour alone: each has an outline of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from estate.frozen import frozen

__all__ = ["DOT_SHAPES", "GRADES", "GROUP", "JUNCTION", "LOOKS", "SHAPES", "STATUSES"]
__all__ += ["Edge", "Look", "Node", "Status", "outline", "size"]

Status: TypeAlias = Literal[
    "ended", "ending", "extended", "unknown", "supported", "none",
    "critical", "high", "medium", "low", "unstated",
]  # fmt: skip

STATUSES: tuple[Status, ...] = ("ended", "ending", "extended", "unknown", "supported", "none")
"""The support statuses that a picture shows, worst first; `none` is for what has no support."""

GRADES: tuple[Status, ...] = ("critical", "high", "medium", "low", "unstated", "none")
"""How critical things are, worst first; a picture shows these or the support, never both."""

GROUP: Final = "group"
"""The kind of a node that stands for several things."""
JUNCTION: Final = "junction"
"""The kind of a node that stands between a thing and those of which so many are enough."""

_SIZES: Final[Mapping[str, tuple[int, int]]] = {JUNCTION: (46, 20)}


def size(kind: str) -> tuple[int, int]:
    """Return the width and height of a node in points: no font of the machine changes them."""
    return _SIZES.get(kind, (148, 36))


@frozen
class Node:
    """A thing in the picture. `cluster` names the box that it stands in; empty is none.

    `note` is a second line; `focus` says that the picture is about it; `beyond` is how many of
    its neighbours the picture does not reach.
    """

    id: str
    label: str
    kind: str
    cluster: str
    status: Status
    note: str = ""
    focus: bool = False
    beyond: int = 0


@frozen
class Edge:
    """An arrow from what needs to what is needed; a `soft` one is dashed.

    `number` is how many relations it stands for. One that is no need (`needs`), such as a data
    flow, is dotted. Edges of one source with the same `group` are a redundancy group.
    """

    source: str
    target: str
    kind: str
    soft: bool
    number: int = 1
    needs: bool = True
    group: int | None = None


@frozen
class Look:
    """How a status looks: fill, line and text colour, width and dashes of the line.

    `mark` is a letter or sign at the corner, for who sees no colour.
    """

    words: str
    fill: str
    line: str
    ink: str
    width: float = 1
    dashes: str = ""
    mark: str = ""


LOOKS: Final[Mapping[Status, Look]] = {
    "ended": Look("support ended", "#7d1240", "#430821", "#ffffff", 2, "", "\u00d7"),
    "ending": Look("support ends soon", "#fbeec2", "#8a6400", "#1c2127", 2, "", "!"),
    "extended": Look("extended support", "#eee2f3", "#76478c", "#1c2127", 2, "8 2 2 2", "+"),
    "unknown": Look("support unknown", "#ffffff", "#555d66", "#1c2127", 1.5, "4 3", "?"),
    "supported": Look("supported", "#e2eff7", "#2b6391", "#1c2127"),
    "none": Look("no software of its own", "#f3f2ee", "#aaa69d", "#1c2127"),
    "critical": Look("critical", "#123a5c", "#06192a", "#ffffff", 2, "", "C"),
    "high": Look("high", "#9fc3e0", "#123a5c", "#1c2127", 2, "", "H"),
    "medium": Look("medium", "#fbeec2", "#8a6400", "#1c2127", 1.5, "", "M"),
    "low": Look("low", "#fbfaf4", "#8a8574", "#1c2127", 1, "", "L"),
    "unstated": Look("criticality not recorded", "#ffffff", "#555d66", "#1c2127", 1.5, "4 3", "?"),
}

SHAPES: Final[Mapping[str, str]] = {
    "application": "rounded",
    "service": "pill",
    "server": "box",
    "device": "box",
    "connection": "box",
    "dataset": "drum",
    "api": "hexagon",
    "site": "house",
    GROUP: "stack",
    JUNCTION: "pill",
}
"""The outline of each kind; every other kind is a slanted box."""

DOT_SHAPES: Final[Mapping[str, str]] = {
    "rounded": "box",
    "pill": "ellipse",
    "box": "box",
    "drum": "cylinder",
    "hexagon": "hexagon",
    "house": "house",
    "stack": "folder",
    "slanted": "parallelogram",
}
"""The nearest shape of Graphviz to each outline."""


def outline(kind: str, x: float, y: float, width: float, height: float) -> str:
    """Return the outline of a node of `kind` around the point (x, y), as an SVG path."""
    bevel, lip = height * 0.28, height * 0.14
    return _PATHS[SHAPES.get(kind, "slanted")].format_map(
        {
            "left": round(x - width / 2, 2),
            "right": round(x + width / 2, 2),
            "top": round(y - height / 2, 2),
            "bottom": round(y + height / 2, 2),
            "middle": round(y, 2),
            "inner_left": round(x - width / 2 + bevel, 2),
            "inner_right": round(x + width / 2 - bevel, 2),
            "inner_top": round(y - height / 2 + lip, 2),
            "inner_bottom": round(y + height / 2 - lip, 2),
            "lip": round(y - height / 2 + 1.8 * lip, 2),
            "round_left": round(x - width / 2 + height / 2, 2),
            "round_right": round(x + width / 2 - height / 2, 2),
            "radius": round(height / 2, 2),
        }
    )


_PATHS: Final[Mapping[str, str]] = {
    "box": "M{left} {top}H{right}V{bottom}H{left}Z",
    "rounded": (
        "M{inner_left} {top}H{inner_right}Q{right} {top} {right} {inner_top}V{inner_bottom}"
        "Q{right} {bottom} {inner_right} {bottom}H{inner_left}Q{left} {bottom} {left} "
        "{inner_bottom}V{inner_top}Q{left} {top} {inner_left} {top}Z"
    ),
    "pill": (
        "M{round_left} {top}H{round_right}A{radius} {radius} 0 0 1 {round_right} {bottom}"
        "H{round_left}A{radius} {radius} 0 0 1 {round_left} {top}Z"
    ),
    "drum": (
        "M{left} {inner_top}C{left} {top} {right} {top} {right} {inner_top}V{inner_bottom}"
        "C{right} {bottom} {left} {bottom} {left} {inner_bottom}Z"
        "M{left} {inner_top}C{left} {lip} {right} {lip} {right} {inner_top}"
    ),
    "hexagon": (
        "M{left} {middle}L{inner_left} {top}H{inner_right}L{right} {middle}L{inner_right} {bottom}"
        "H{inner_left}Z"
    ),
    "house": ("M{left} {lip}L{inner_left} {top}H{inner_right}L{right} {lip}V{bottom}H{left}Z"),
    "stack": (
        "M{left} {top}H{right}V{bottom}H{left}Z"
        "M{inner_left} {bottom}v3H{right}m0 0h3V{inner_top}h-3"
    ),
    "slanted": "M{inner_left} {top}H{right}L{inner_right} {bottom}H{left}Z",
}

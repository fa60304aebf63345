"""The head of a picture: its title, what it says of itself, and what its signs mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from estate.frozen import frozen
from estate.report.picture.choice import kind_name
from estate.report.picture.lettering import paragraph, words
from estate.report.picture.shapes import GROUP, JUNCTION, LOOKS, Edge, Node, Status, outline

__all__ = ["INK", "QUIET", "RULE", "Head", "head", "paint"]

INK, QUIET, RULE = "#1c2127", "#555d66", "#8b929a"
_LETTER: Final = 6.4
"""Points that a letter of the legend takes on average."""
_SENTENCE: Final = 6.6
_ROW: Final = 22
_NAMES: Final = {
    GROUP: "several, counted",
    JUNCTION: "as many of them as it says are enough",
}


@frozen
class Head:
    """The head in SVG, and its height in points."""

    lines: tuple[str, ...]
    height: float


_Sample = tuple[Callable[[float, float], str], float, str]
"""What draws a sign at a point, how wide it is, and what it means."""


def head(  # noqa: PLR0913 - what a head is made of, and its room
    title: str,
    says: Iterable[str],
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    *,
    left: float,
    width: float,
) -> Head:
    """Return the head of a picture, as wide as it: title if any, sentences, legend in rows."""
    lines, y = [], 20.0
    if title:
        look = f'class="told" font-size="22" font-weight="650" fill="{INK}"'
        lines, y = [words(left, 42, title, 80, look)], 64.0
    for sentence in says:
        for line in paragraph(sentence[:1].upper() + sentence[1:], int(width / _SENTENCE)):
            lines.append(words(left, y, line, 1000, f'class="quiet" font-size="13" fill="{QUIET}"'))
            y += 17
    y += 5
    for samples in (_statuses(nodes), _kinds(nodes), _signs(nodes, edges)):
        if samples:
            y = _row(samples, left, y, width, lines)
    return Head(tuple(lines), y)


def _row(
    samples: Iterable[_Sample], left: float, y: float, width: float, lines: list[str]
) -> float:
    """Add samples to `lines`, in as many rows as they take; return where the next row begins."""
    x = left
    for draw, room, meaning in samples:
        step = room + 7 + len(meaning) * _LETTER
        if x > left and x + step > left + width:
            x, y = left, y + _ROW
        lines.append(draw(x, y + 7))
        lines.append(
            words(x + room + 7, y + 11, meaning, 60, f'class="told" font-size="12" fill="{INK}"')
        )
        x += step + 20
    return y + _ROW


def _statuses(nodes: Iterable[Node]) -> list[_Sample]:
    drawn = {node.status for node in nodes if node.kind != JUNCTION}
    return [(_swatch(status), 22, LOOKS[status].words) for status in LOOKS if status in drawn]


def _swatch(status: Status) -> Callable[[float, float], str]:
    look = LOOKS[status]
    mark = (
        f'<text x="{{0:g}}" y="{{1:g}}" text-anchor="middle" font-size="11" font-weight="700" '
        f'fill="{look.ink}">{look.mark}</text>'
    )
    return lambda x, y: (
        f'<rect x="{x:g}" y="{y - 7:g}" width="22" height="14" {paint(status)}/>'
        + (mark.format(x + 11, y + 4) if look.mark else "")
    )


def _kinds(nodes: Iterable[Node]) -> list[_Sample]:
    kinds = sorted(
        {node.kind for node in nodes}, key=lambda kind: (kind in {GROUP, JUNCTION}, kind)
    )
    return [(_shape(kind), 26, _NAMES.get(kind) or kind_name(kind)) for kind in kinds]


def _shape(kind: str) -> Callable[[float, float], str]:
    return lambda x, y: (
        f'<path d="{outline(kind, x + 13, y, 26, 14)}" fill="#ffffff" stroke="{QUIET}"/>'
    )


def _signs(nodes: Iterable[Node], edges: Iterable[Edge]) -> list[_Sample]:
    """Return what stands for more than a kind: dashed and counted arrows, focus, further ones."""
    drawn = list(edges)
    found: list[_Sample] = []
    if any(edge.soft for edge in drawn):
        found.append((_arrow('stroke-dasharray="4 3"'), 30, "can be done without"))
    if any(not edge.needs for edge in drawn):
        found.append((_arrow('stroke-dasharray="1.5 3"'), 30, "related, but no need"))
    if any(edge.number > 1 for edge in drawn):
        found.append((_letters("12"), 16, "so many relations on one arrow"))
    listed = list(nodes)
    if any(node.focus for node in listed):
        found.append((_ring, 30, "what is looked at"))
    if any(node.beyond for node in listed):
        found.append((_letters("+3"), 16, "so many more neighbours, further on"))
    return found


def _arrow(dashes: str) -> Callable[[float, float], str]:
    return lambda x, y: (
        f'<path d="M{x:g} {y:g}h28" fill="none" stroke="{RULE}" {dashes} marker-end="url(#tip)"/>'
    )


def _letters(shown: str) -> Callable[[float, float], str]:
    return lambda x, y: (
        f'<text class="told" x="{x:g}" y="{y + 4:g}" font-size="11" font-weight="600" fill="{INK}">'
        f"{shown}</text>"
    )


def _ring(x: float, y: float) -> str:
    return (
        f'<rect x="{x + 4:g}" y="{y - 5:g}" width="22" height="10" fill="#ffffff" '
        f'stroke="{QUIET}"/><rect x="{x + 1:g}" y="{y - 8:g}" width="28" height="16" rx="3" '
        f'class="ring" fill="none" stroke="{INK}" stroke-width="1.5"/>'
    )


def paint(status: Status) -> str:
    """Return how a status is filled and outlined, as attributes."""
    look = LOOKS[status]
    dashes = f' stroke-dasharray="{look.dashes}"' if look.dashes else ""
    return f'fill="{look.fill}" stroke="{look.line}" stroke-width="{look.width:g}"{dashes}'

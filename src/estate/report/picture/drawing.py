"""The picture as SVG: plain shapes and text, nothing that runs, nothing from elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final
from xml.sax.saxutils import escape

from estate.report.picture.layout import Layout
from estate.report.picture.shapes import LOOKS, SHAPES, STATUSES, Edge, Node, outline
from estate.report.picture.thinning import Thinned
from estate.report.visible import clip, columns, visible
from estate.report.wording import counted

__all__ = ["drawing"]

_FONT: Final = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
_MARGIN: Final = 28
_HEAD: Final = 120
_LEAST: Final = 880
_LETTER: Final = 5.9
"""Points that a letter of a node's label takes on average."""
_LINE: Final = 22
"""Letters in a line of a node's label."""
_INK, _QUIET, _RULE = "#1c2127", "#555d66", "#8b929a"


def drawing(thinned: Thinned, layout: Layout, title: str) -> Iterator[str]:
    """Yield the lines of an SVG document with title, legend, clusters, edges and nodes."""
    width = round(max(layout.width, _LEAST) + 2 * _MARGIN)
    height = round(layout.height + _HEAD + 2 * _MARGIN)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" role="img" aria-labelledby="title desc" '
        f'font-family="{_FONT}">'
    )
    yield f'<title id="title">{_text(title, 200)}</title>'
    yield f'<desc id="desc">{_description(thinned)}</desc>'
    yield (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto-start-reverse">'
        f'<path d="M0 0.8L8 4L0 7.2Z" fill="{_RULE}"/></marker></defs>'
    )
    yield f'<rect width="{width}" height="{height}" fill="#ffffff"/>'
    yield from _head(thinned, title)
    yield f'<g transform="translate({_MARGIN} {_HEAD + _MARGIN})">'
    yield from _clusters(layout)
    yield from _edges(thinned.edges, layout)
    for node in thinned.nodes:
        yield from _node(node, *layout.nodes[node.id])
    yield "</g>"
    yield "</svg>"


def _description(thinned: Thinned) -> str:
    tally = Counter(node.status for node in thinned.nodes)
    parts = [f"{LOOKS[status].words}: {tally[status]:,}" for status in STATUSES if tally[status]]
    drawn = f"{counted(len(thinned.nodes), 'node')} and {counted(len(thinned.edges), 'arrow')}"
    left_out = f" {thinned.left_out}." if thinned.left_out else ""
    return _text(f"{drawn}; an arrow points at what is needed. {'; '.join(parts)}.{left_out}", 2000)


def _head(thinned: Thinned, title: str) -> Iterator[str]:
    yield _words(_MARGIN, 42, title, 80, 'font-size="22" font-weight="650"')
    said = thinned.left_out or "Arrows point at what is needed; a dashed one can be done without."
    yield _words(_MARGIN, 64, said[:1].upper() + said[1:], 200, f'font-size="13" fill="{_QUIET}"')
    yield from _legend(thinned.nodes)


def _legend(nodes: Sequence[Node]) -> Iterator[str]:
    """Yield a row for the statuses and one for the kinds that are in the picture."""
    x = float(_MARGIN)
    statuses = {node.status for node in nodes}
    for status in STATUSES:
        if status in statuses:
            look = LOOKS[status]
            yield f'<rect x="{x:g}" y="81" width="22" height="14" {_paint(status)}/>'
            yield _words(x + 29, 92, look.words, 40, f'font-size="12" fill="{_INK}"')
            x += 29 + len(look.words) * 6.4 + 20
    x = float(_MARGIN)
    for kind in sorted({node.kind for node in nodes}, key=lambda kind: (kind == "group", kind)):
        name = "left out, counted" if kind == "group" else kind
        path = outline(kind, x + 13, 112, 26, 14)
        yield f'<path d="{path}" fill="#ffffff" stroke="{_QUIET}"/>'
        yield _words(x + 33, 116, name, 40, f'font-size="12" fill="{_INK}"')
        x += 33 + len(name) * 6.4 + 20


def _clusters(layout: Layout) -> Iterator[str]:
    for name, (left, top, right, bottom) in layout.clusters.items():
        yield (
            f'<rect x="{left:g}" y="{top:g}" width="{right - left:g}" height="{bottom - top:g}" '
            'rx="4" fill="#f8f7f4" stroke="#dedad2"/>'
        )
        room = int((right - left - 16) / 6.6)
        look = f'font-size="12" font-weight="600" fill="{_QUIET}"'
        yield _words(left + 9, top + 15, name, room, look)


def _edges(edges: Sequence[Edge], layout: Layout) -> Iterator[str]:
    yield f'<g fill="none" stroke="{_RULE}" stroke-width="1" marker-end="url(#tip)">'
    for edge, ((x, y), *rest) in zip(edges, layout.edges, strict=True):
        curve = " ".join(f"{a:.1f} {b:.1f}" for a, b in rest[:-1])
        tip = "L{:.1f} {:.1f}".format(*rest[-1])
        dashes = ' stroke-dasharray="4 3"' if edge.soft else ""
        yield f'<path d="M{x:.1f} {y:.1f}C{curve}{tip}"{dashes} marker-end="url(#tip)"/>'
    yield "</g>"


def _node(node: Node, x: float, y: float) -> Iterator[str]:
    look = LOOKS[node.status]
    kind = "left out" if node.kind == "group" else visible(node.kind)
    yield f"<g><title>{_text(node.label, 200)}: {_text(kind, 60)}, {look.words}</title>"
    yield f'<path d="{outline(node.kind, round(x, 1), round(y, 1))}" {_paint(node.status)}/>'
    lines = list(_lines(visible(node.label[:200])))
    weight = ' font-weight="600"' if node.status == "ended" else ""
    for index, line in enumerate(lines):
        # The baseline of the first of one or two lines, so that they stand in the middle.
        at = (
            y
            + (7 if SHAPES.get(node.kind) == "drum" else 4)
            + (index - (len(lines) - 1) / 2) * 12.5
        )
        yield (
            f'<text x="{x:.1f}" y="{at:.1f}" text-anchor="middle" font-size="11"{weight} '
            f'fill="{look.ink}">{escape(line)}</text>'
        )
    yield "</g>"


def _lines(label: str) -> Iterator[str]:
    """Yield a label in one or two lines, cut with an ellipsis if it is longer."""
    if columns(label) <= _LINE:
        yield label
        return
    head = _fitting(label, _LINE)
    space = head.rfind(" ")
    first = head[:space] if space > _LINE // 2 else head
    yield first
    rest = label[len(first) :].strip()
    yield rest if columns(rest) <= _LINE else _fitting(rest, _LINE - 1) + "…"


def _fitting(text: str, room: int) -> str:
    used = 0
    for index, character in enumerate(text):
        used += columns(character)
        if used > room:
            return text[:index]
    return text


def _paint(status: str) -> str:
    look = next(look for name, look in LOOKS.items() if name == status)
    dashes = f' stroke-dasharray="{look.dashes}"' if look.dashes else ""
    return f'fill="{look.fill}" stroke="{look.line}" stroke-width="{look.width:g}"{dashes}'


def _words(x: float, y: float, text: str, longest: int, look: str) -> str:
    shown = _fitting(visible(text[:400]), max(longest, 1))
    cut = "…" if len(shown) < len(text) else ""
    return f'<text x="{x:g}" y="{y:g}" {look}>{escape(shown + cut)}</text>'


def _text(text: str, longest: int) -> str:
    return escape(clip(text, longest))

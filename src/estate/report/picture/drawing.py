"""The picture as SVG: plain shapes and text, nothing that runs, nothing from elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import log10
from typing import Final
from xml.sax.saxutils import escape

from estate.frozen import frozen
from estate.report.picture.choice import kind_name
from estate.report.picture.layout import Layout, Point
from estate.report.picture.legend import INK, QUIET, RULE, head, paint
from estate.report.picture.lettering import lines_of, text, words
from estate.report.picture.shapes import (
    GROUP,
    JUNCTION,
    LOOKS,
    SHAPES,
    STATUSES,
    Edge,
    Node,
    outline,
    size,
)
from estate.report.visible import visible
from estate.report.wording import counted

__all__ = ["SANS", "XML", "Sheet", "drawing"]

XML: Final = '<?xml version="1.0" encoding="UTF-8"?>'
"""What a document begins with that is no part of a page."""

SANS: Final = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"
_MARGIN: Final = 28
_LEAST: Final = 880


@frozen
class Sheet:
    """What is drawn on one sheet; `says` are sentences below the title."""

    title: str
    says: tuple[str, ...]
    nodes: Sequence[Node]
    edges: Sequence[Edge]


def drawing(
    sheet: Sheet, layout: Layout, *, font: str = SANS, anchored: bool = False
) -> Iterator[str]:
    """Yield the lines of an SVG document with title, legend, clusters, edges and nodes.

    Where `anchored`, each node leads to the place `#n0`, `#n1`, … of a page that the picture is
    part of, and can be told there by `data-n`, an arrow by `data-s` and `data-t`.
    """
    inner = max(layout.width, _LEAST)
    # A page around it says the title and the sentences itself.
    title, says = ("", ()) if anchored else (sheet.title, sheet.says)
    top = head(title, says, sheet.nodes, sheet.edges, left=_MARGIN, width=inner)
    width, height = inner + 2 * _MARGIN, layout.height + top.height + 2 * _MARGIN
    role = "group" if anchored else "img"
    yield from _frame(sheet, round(width), round(height), f'role="{role}" font-family="{font}"')
    yield from top.lines
    yield f'<g transform="translate({_MARGIN} {round(top.height + _MARGIN)})">'
    yield from _clusters(layout)
    yield from _edges(sheet, layout, anchored=anchored)
    for index, node in enumerate(sheet.nodes):
        shape = _node(node, *layout.nodes[node.id])
        yield from _linked(index, node, shape) if anchored else ("<g>", *shape, "</g>")
    yield "</g>"
    yield "</svg>"


def _frame(sheet: Sheet, width: int, height: int, look: str) -> Iterator[str]:
    """Yield what an SVG document begins with: its size, its description, the tip of an arrow."""
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" aria-labelledby="title desc" {look}>'
    )
    yield f'<title id="title">{text(sheet.title, 200)}</title>'
    yield f'<desc id="desc">{_description(sheet)}</desc>'
    yield (
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
        f'<path d="M0 0.8L8 4L0 7.2Z" fill="{RULE}"/></marker></defs>'
    )
    yield f'<rect class="ground" width="{width}" height="{height}" fill="#ffffff"/>'


def _edges(sheet: Sheet, layout: Layout, *, anchored: bool) -> Iterator[str]:
    number = {node.id: index for index, node in enumerate(sheet.nodes)}
    names = {node.id: node.label for node in sheet.nodes}
    yield f'<g fill="none" stroke="{RULE}" stroke-width="1">'
    for edge, points in zip(sheet.edges, layout.edges, strict=True):
        ends = f' data-s="{number[edge.source]}" data-t="{number[edge.target]}"' if anchored else ""
        yield from _edge(edge, points, names, ends)
    yield "</g>"


def _linked(index: int, node: Node, shape: Iterator[str]) -> Iterator[str]:
    if node.kind == JUNCTION:
        yield from (f'<g data-n="{index}">', *shape, "</g>")
    else:
        yield from (f'<a href="#n{index}" data-n="{index}">', *shape, "</a>")


def _description(sheet: Sheet) -> str:
    things = [node for node in sheet.nodes if node.kind != JUNCTION]
    tally = Counter(node.status for node in things)
    parts = [f"{LOOKS[status].words}: {tally[status]:,}" for status in LOOKS if tally[status]]
    drawn = f"{counted(len(things), 'node')} and {counted(len(sheet.edges), 'arrow')}"
    said = " ".join(sheet.says)
    return text(f"{drawn}; an arrow points at what is needed. {'; '.join(parts)}. {said}", 2000)


def _clusters(layout: Layout) -> Iterator[str]:
    for name, (left, top, right, bottom) in layout.clusters.items():
        yield (
            f'<rect class="box" x="{left:g}" y="{top:g}" width="{right - left:g}" '
            f'height="{bottom - top:g}" rx="4" fill="#f8f7f4" stroke="#dedad2"/>'
        )
        room = int((right - left - 16) / 6.6)
        look = f'class="quiet" font-size="12" font-weight="600" fill="{QUIET}"'
        yield words(left + 9, top + 15, name, room, look)


def _edge(edge: Edge, points: Sequence[Point], names: dict[str, str], ends: str) -> Iterator[str]:
    (x, y), *rest = points
    curve = " ".join(f"{a:.1f} {b:.1f}" for a, b in rest[:-1])
    tip = "L{:.1f} {:.1f}".format(*rest[-1])
    dashes = ' stroke-dasharray="4 3"' if edge.soft else ""
    dashes = dashes if edge.needs else ' stroke-dasharray="1.5 3"'
    weight = f' stroke-width="{1 + log10(edge.number):.2g}"' if edge.number > 1 else ""
    told = f"{names[edge.source]} {edge.kind.replace('_', ' ')} {names[edge.target]}"
    yield (
        f'<path d="M{x:.1f} {y:.1f}C{curve}{tip}"{dashes}{weight}{ends} marker-end="url(#tip)">'
        f"<title>{text(told, 300)}</title></path>"
    )
    if edge.number > 1:
        a, b = _middle(points)
        look = (
            'class="number" text-anchor="middle" font-size="10" font-weight="600" stroke="#ffffff" '
            f'stroke-width="3" paint-order="stroke" stroke-linejoin="round" fill="{INK}"{ends}'
        )
        yield words(round(a, 1), round(b + 3.5, 1), f"{edge.number:,}", 12, look)


def _middle(points: Sequence[Point]) -> Point:
    """Return the middle of the middle one of a chain of Bézier curves."""
    start = 3 * ((len(points) - 2) // 3 // 2)
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = points[start : start + 4]
    return (ax + 3 * bx + 3 * cx + dx) / 8, (ay + 3 * by + 3 * cy + dy) / 8


def _node(node: Node, x: float, y: float) -> Iterator[str]:
    look, (width, height) = LOOKS[node.status], size(node.kind)
    yield f"<title>{_told(node)}</title>"
    if node.focus:
        frame = f'x="{x - width / 2 - 5:.1f}" y="{y - height / 2 - 5:.1f}"'
        yield (
            f'<rect class="ring" {frame} width="{width + 10}" height="{height + 10}" rx="5" '
            f'fill="none" stroke="{INK}" stroke-width="2"/>'
        )
    shape = outline(node.kind, round(x, 1), round(y, 1), width, height)
    yield f'<path d="{shape}" {paint(node.status)}/>'
    yield from _label(node, x, y)
    if look.mark:
        yield _badge(x + width / 2 - 8, y - height / 2, look.mark, look.line)
    if node.beyond:
        yield _badge(x - width / 2 + 12, y + height / 2, f"+{node.beyond:,}", QUIET)


def _told(node: Node) -> str:
    if node.kind == JUNCTION:
        return f"{text(node.label, 60)} are enough"
    kind = {GROUP: "several"}.get(node.kind, kind_name(node.kind))
    parts = [text(kind, 60), LOOKS[node.status].words]
    parts += [text(node.note, 200)] if node.note else []
    parts += [f"{counted(node.beyond, 'more neighbour')} further on"] if node.beyond else []
    return f"{text(node.label, 200)}: {', '.join(parts)}"


def _label(node: Node, x: float, y: float) -> Iterator[str]:
    """Yield one or two lines of text that stand in the middle of the node."""
    lines = list(lines_of(visible(node.label[:200])))
    if node.note:
        lines = [lines[0] + ("…" if len(lines) > 1 else ""), next(lines_of(visible(node.note)))]
    weight = ' font-weight="600"' if node.status in {STATUSES[0], "critical"} or node.focus else ""
    for index, line in enumerate(lines):
        # A drum has its lid in the way.
        lid = 3 if SHAPES.get(node.kind) == "drum" else 0
        at = y + 4 + lid + (index - (len(lines) - 1) / 2) * 12.5
        yield (
            f'<text x="{x:.1f}" y="{at:.1f}" text-anchor="middle" font-size="11"{weight} '
            f'fill="{LOOKS[node.status].ink}">{escape(line)}</text>'
        )


def _badge(x: float, y: float, shown: str, colour: str) -> str:
    """Return a small sign on the rim of a node."""
    half = 3.2 * len(shown) + 4
    return (
        f'<rect x="{x - half:.1f}" y="{y - 7:.1f}" width="{2 * half:.1f}" height="14" rx="7" '
        f'fill="#ffffff" stroke="{colour}"/><text x="{x:.1f}" y="{y + 3.8:.1f}" '
        f'text-anchor="middle" font-size="10.5" font-weight="700" fill="{colour}">{shown}</text>'
    )

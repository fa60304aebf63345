"""The picture as a Mermaid flowchart, for pages of a wiki or of a repository.

Names are labels alone, and every sign in them that Mermaid might obey is written as its code
(`#35;`), so that none ends a label, opens a bracket, calls a style or becomes HTML. Source: the
flowchart syntax of Mermaid 11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from estate.report.picture.choice import kind_name
from estate.report.picture.dot import by_cluster
from estate.report.picture.shapes import GROUP, JUNCTION, LOOKS, SHAPES, Edge, Node, Status
from estate.report.picture.view import View
from estate.report.visible import clip

__all__ = ["MOST_MERMAID", "as_mermaid"]

MOST_MERMAID: Final = 100
"""Nodes of a flowchart: with the arrows among them it stays below the 500 that Mermaid draws."""

_LABEL: Final = 60
_PLAIN: Final = re.compile(r"[^\w ,]|_|^\d+(?=\.)", re.ASCII)
"""What is written as its code: all signs, and a number that Mermaid would take for a list."""
_PARENTHESES: Final[Mapping[str, tuple[str, str]]] = {
    "rounded": ("(", ")"),
    "pill": ("([", "])"),
    "box": ("[", "]"),
    "drum": ("[(", ")]"),
    "hexagon": ("{{", "}}"),
    "house": ("[/", "\\]"),
    "stack": ("[[", "]]"),
    "slanted": ("[/", "/]"),
}


def as_mermaid(view: View) -> Iterator[str]:
    """Yield the flowchart, line by line."""
    return (f"{line}\n" for line in _lines(view))


def _lines(view: View) -> Iterator[str]:
    yield f"%% {_remark(view.title)}"
    yield from (f"%% {_remark(sentence)}" for sentence in view.says)
    yield "flowchart LR"
    names = {node.id: f"n{index}" for index, node in enumerate(view.nodes)}
    for number, (cluster, inside) in enumerate(by_cluster(view.nodes)):
        if cluster:
            yield f'  subgraph c{number}["{_escaped(cluster)}"]'
            yield from (f"    {_node(node, names)}" for node in inside)
            yield "  end"
        else:
            yield from (f"  {_node(node, names)}" for node in inside)
    yield from (f"  {_edge(edge, names)}" for edge in view.edges)
    yield from _classes(view.nodes, names)


def _node(node: Node, names: Mapping[str, str]) -> str:
    before, after = _PARENTHESES[SHAPES.get(node.kind, "slanted")]
    parts = [node.label, *([node.note] if node.note else [])]
    if node.kind not in {GROUP, JUNCTION}:
        status = LOOKS[node.status]
        parts.append(", ".join([kind_name(node.kind), *([status.words] if status.mark else [])]))
    if node.beyond:
        parts.append(f"{node.beyond:,} more further on")
    return f'{names[node.id]}{before}"{"<br>".join(map(_escaped, parts))}"{after}'


def _edge(edge: Edge, names: Mapping[str, str]) -> str:
    words = edge.kind + (f" x {edge.number:,}" if edge.number > 1 else "")
    arrow = "-.->" if edge.soft or not edge.needs else "==>" if edge.number > 1 else "-->"
    return f'{names[edge.source]} {arrow}|"{_escaped(words)}"| {names[edge.target]}'


def _classes(nodes: Sequence[Node], names: Mapping[str, str]) -> Iterator[str]:
    for status in LOOKS:
        inside = [names[node.id] for node in nodes if node.status == status]
        if inside:
            yield f"  classDef {_class(status)} {_style(status)}"
            yield f"  class {','.join(inside)} {_class(status)}"
    focus = [names[node.id] for node in nodes if node.focus]
    if focus:
        yield "  classDef looked_at stroke-width:5px"
        yield f"  class {','.join(focus)} looked_at"


def _class(status: Status) -> str:
    return f"is_{status}"


def _style(status: Status) -> str:
    look = LOOKS[status]
    dashes = f",stroke-dasharray:{look.dashes}" if look.dashes else ""
    line = f"stroke:{look.line},stroke-width:{look.width:g}px{dashes}"
    return f"fill:{look.fill},color:{look.ink},{line}"


def _escaped(text: str) -> str:
    return _PLAIN.sub(_codes, clip(text, _LABEL)) or " "


def _codes(found: re.Match[str]) -> str:
    return "".join(f"#{ord(sign)};" for sign in found[0])


def _remark(text: str) -> str:
    """Return a text for a remark; one that begins with a brace would be a directive."""
    return clip(text, 1000).replace("{", "(").replace("}", ")")

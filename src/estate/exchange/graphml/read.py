"""Graphs in: nodes that say what kind of record they are, and edges that say which relation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from estate.errors import nearest
from estate.exchange.carried import PREFIX, SECTIONS_BY_KIND, restored
from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.xml import Element, parse_xml
from estate.exchange.table.unreadable import unreadable
from estate.model import RELATIONS

__all__ = ["read"]

_SPACE: Final = "http://graphml.graphdrawing.org/xmlns"
_FIELDS: Final = frozenset(holder for relation in RELATIONS for holder in relation.holders)


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn nodes into records and edges into relations. Raises ExchangeError for other files."""
    draft = Draft("GraphML", folder)
    for source in sources:
        root = parse_xml(source)
        if root.name != "graphml" or root.space != _SPACE:
            reason = f"the element <{root.name}> of {root.space or 'no namespace'}"
            expected = f"a graphml of {_SPACE}"
            raise unreadable(source.name, reason, line=root.line, expected=expected)
        draft.open(source.name, "GraphML")
        _graph(draft, root, source.name)
    return draft.finish()


def _graph(draft: Draft, root: Element, file: str) -> None:
    names = {key.get("id"): key.get("attr.name") or key.get("id") for key in root.all("key")}
    nodes = [each for graph in root.all("graph") for each in graph.all("node")]
    edges = [each for graph in root.all("graph") for each in graph.all("edge")]
    for number, node in enumerate(nodes, 1):
        _node(draft, draft.item("node", _values(node, names), file, number))
    for number, edge in enumerate(edges, 1):
        _edge(draft, draft.item("edge", _values(edge, names), file, number))


def _values(element: Element, names: dict[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {f"@{name}": text for name, text in element.attributes.items()}
    for child in element.children:
        name = names.get(child.get("key"), child.get("key")) if child.name == "data" else child.name
        values.setdefault(name, child.text or ([{}] if child.children else ""))
    return values


def _node(draft: Draft, item: Item) -> None:
    ref, kind = item.text("@id"), item.text("kind")
    section = SECTIONS_BY_KIND.get(kind)
    if section is None:
        close = nearest(kind, SECTIONS_BY_KIND) if kind else ""
        hint = f"; did you mean {close!r}?" if close else ""
        reason = f"no kind of record: {kind!r}{hint}" if kind else "it does not say of which kind"
        draft.lose(item, reason, ref)
        return
    name = item.raw("name") or item.raw("label") or ref
    stated = {PREFIX + name: item.raw(name) for name in list(item.values) if name[:1] != "@"}
    fields, _ = restored((name, text) for name, text in stated.items() if text)
    roles = stated.get(f"{PREFIX}roles")
    if roles:
        item.refuse("roles", "", "who may accept a risk is not to be had by an import")
    name = _unquoted(name)
    key = f"node {item.file} {ref}"
    made = draft.add(item, section, key, [ref, name], **{**fields, "name": name})
    if made is not None:
        made.ours = True


def _unquoted(name: str) -> str:
    """Return a name that we wrote as JSON, because it is no plain text; others as they are."""
    if name.startswith('"'):
        found, _ = restored([(f"{PREFIX}name", name)])
        return str(found["name"])
    return name


def _edge(draft: Draft, item: Item) -> None:
    source, target, name = item.text("@source"), item.text("@target"), item.text("relation")
    item.ignore("@id", "@directed")
    if name not in _FIELDS:
        close = nearest(name, _FIELDS) if name else ""
        hint = f"; did you mean {close!r}?" if close else ""
        reason = f"no relation: {name!r}{hint}" if name else "it does not say which relation"
        draft.lose(item, reason, f"{source} → {target}")
        return
    detail = {key: text for key in ("strength", "purpose") if (text := item.text(key))}
    fields = ("supplied_by",) if name == "supplier" else (name,)
    one, other = (f"node {item.file} {ref}" for ref in (source, target))
    draft.link(item, one, other, fields, **detail)

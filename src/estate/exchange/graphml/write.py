"""The whole estate as a graph: a node for a record, an edge for each item of a relation."""

from __future__ import annotations

from json import dumps
from typing import Any, Final

from estate.exchange.archimate.drawn import legible
from estate.exchange.carried import PREFIX
from estate.exchange.outward import Exported, Outgoing, Parcel
from estate.exchange.outward.xml import Writer
from estate.model import SECTIONS, Estate

__all__ = ["write"]

_HEAD: Final = {
    "xmlns": "http://graphml.graphdrawing.org/xmlns",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
}
_OF_EDGES: Final = ("relation", "strength", "purpose")


def write(estate: Estate) -> Exported:
    """Return the graph. An edge leads from the record that has the relation to its target.

    Fields of a record are data of its node, called as the inventory calls them.
    """
    outgoing = Outgoing(estate)
    parcels = list(outgoing.of(*(section for section in SECTIONS if section != "exceptions")))
    known = {parcel.id for parcel in parcels}
    edges = [edge for parcel in parcels for edge in _edges(parcel) if edge["target"] in known]
    nodes = {parcel.id: _data(parcel) for parcel in parcels}
    names = sorted({name for data in nodes.values() for name in data})
    writer = Writer()
    writer.begin("graphml", _HEAD)
    _keys(writer, names)
    writer.begin("graph", {"id": "estate", "edgedefault": "directed"})
    for key, data in nodes.items():
        writer.begin("node", {"id": key})
        for name, text in sorted(data.items()):
            writer.line("data", text, {"key": f"n-{name}"})
        writer.end()
    for edge in edges:
        writer.begin("edge", {"source": edge["source"], "target": edge["target"]})
        for name in _OF_EDGES:
            if edge.get(name):
                writer.line("data", legible(str(edge[name])), {"key": f"e-{name}"})
        writer.end()
    writer.end()
    writer.end()
    return outgoing.exported({"": writer.document()}, why="accepted risks stay where they are")


def _keys(writer: Writer, names: list[str]) -> None:
    for scope, known in (("node", names), ("edge", list(_OF_EDGES))):
        for name in known:
            said = {"id": f"{scope[0]}-{name}", "for": scope, "attr.name": name}
            writer.line("key", attributes={**said, "attr.type": "string"})


def _data(parcel: Parcel) -> dict[str, str]:
    roles = parcel.take("roles")
    if roles is not None:
        parcel.drop("roles", "who may accept a risk, and their keys, never leave so")
    # A name that is no plain text is carried as JSON, and so is one that JSON could be meant by.
    name = dumps(parcel.name) if parcel.name.startswith('"') else parcel.name
    carried = {key.removeprefix(PREFIX): text for key, text in parcel.carried().items()}
    return {"name": name, **carried}


def _edges(parcel: Parcel) -> list[dict[str, Any]]:
    """Return the edges of a record; a redundancy group has one for each of its members."""
    found: list[dict[str, Any]] = []
    for name in dict.fromkeys(name for name, _ in parcel.relations()):
        value = parcel.fields[name]
        for item in value if isinstance(value, list) else [value]:
            said = item if isinstance(item, dict) else {"to": item}
            for target in said.get("any_of") or [said["to"]]:
                end = {"source": parcel.id, "target": target, "relation": name}
                found.append({**said, **end})
    return found

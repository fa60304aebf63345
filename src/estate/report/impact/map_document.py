"""An architecture map as JSON, `estate-map/1`, with its JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from estate import __version__
from estate.impact.architecture import Component, Dependency, Map
from estate.model import Connection, Entry
from estate.report.findings_json import Json, document
from estate.report.impact.mapped import answer
from estate.report.impact.schema import FLAG, TEXT, TEXTS, items, or_null, shape, thing

__all__ = ["SCHEMA", "map_schema", "render"]

SCHEMA: Final = "estate-map/1"
"""The name and version of the format."""


def render(found: Map) -> Iterator[str]:
    """Yield the document in pieces: a head, then one line for each thing."""
    head: dict[str, Json] = {
        "schema": SCHEMA,
        "estate": found.estate,
        "as_of": found.on.isoformat(),
        "tool": __version__,
        "answer": answer(found),
        "subject": _named(found.subject),
        "single_sites": list(found.single_sites),
    }
    yield from document(
        head,
        components=map(_component, found.components),
        dependencies=map(_dependency, found.dependencies),
        serves=map(_named, found.serves),
        sites=map(_named, found.sites),
        lines=map(_line, found.lines),
        flows=(
            {
                "source": each.source.id,
                "target": each.target.id,
                "style": each.style,
                "purpose": each.purpose,
            }
            for each in found.flows
        ),
        holds=({"holder": holder.id, "dataset": data.id} for holder, data in found.holds),
    )


def _named(entry: Entry) -> dict[str, Json]:
    return {"kind": entry.kind, "id": entry.id, "name": entry.name}


def _component(each: Component) -> dict[str, Json]:
    entry = each.entry
    return {
        **_named(entry),
        "steps": each.steps,
        "hard": each.hard,
        "boundary": each.boundary,
        "organisations": list(entry.organisation or ()),
        "criticality": entry.criticality,
        "zone": entry.zone,
        "exposure": entry.exposure,
        "sites": list(each.sites),
    }


def _dependency(each: Dependency) -> dict[str, Json]:
    return {
        "source": each.source,
        "target": each.target,
        "relation": each.relation,
        "hard": each.hard,
        "at_least": each.at_least,
        "of": each.out_of,
    }


def _line(line: Connection) -> dict[str, Json]:
    joins: list[Json] = [key for link in line.connects or () for key in link.targets]
    return {**_named(line), "technology": line.technology, "joins": joins}


def map_schema() -> dict[str, Json]:
    """Return the schema of the document; a site that is null is one that is not recorded."""
    count: dict[str, Json] = {"type": "integer", "minimum": 0}
    maybe = or_null(TEXT)
    component = thing(
        steps=count, hard=FLAG, boundary=TEXT, organisations=TEXTS, criticality=maybe, zone=maybe,
        exposure=maybe, sites=items(maybe),
    )  # fmt: skip
    need = shape(source=TEXT, target=TEXT, relation=TEXT, hard=FLAG, at_least=count, of=count)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:estate:map:1",
        "title": "The architecture map of a system",
        **shape(
            schema={"const": SCHEMA},
            estate=TEXT,
            as_of={"type": "string", "format": "date"},
            tool=TEXT,
            answer=TEXT,
            subject=thing(),
            single_sites=items(maybe),
            components=items(component),
            dependencies=items(need),
            serves=items(thing()),
            sites=items(thing()),
            lines=items(thing(technology=maybe, joins=TEXTS)),
            flows=items(shape(source=TEXT, target=TEXT, style=maybe, purpose=maybe)),
            holds=items(shape(holder=TEXT, dataset=TEXT)),
        ),
    }

"""From the concepts and relationships of a model to records: the same for every spelling of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from estate.exchange.archimate.meaning import BETWEEN, NEEDS, SECTIONS_OF, why_not
from estate.exchange.carried import KIND, SECTIONS_BY_KIND, others_of, restored
from estate.exchange.inward import Draft, Item

__all__ = ["Model", "read_model"]

_NEEDED: Final = (
    *("uses", "consumes", "runs_on", "hosted_on", "located_at", "stores_in"),
    *("connects", "depends_on"),
)
_LONGEST_CHAIN: Final = 8


@dataclass(slots=True, eq=False)
class Model:
    """A model as its file says it: its name, and concepts, relationships and views as mappings.

    A concept has `identifier`, `type`, `name`, `documentation`, `properties` (`name`, `value`) and
    whatever else stands there; a relationship `source` and `target` as well.
    """

    file: str
    concepts: list[dict[str, Any]]
    relationships: list[dict[str, Any]]
    views: list[dict[str, Any]]
    rest: dict[str, Any]


@dataclass(slots=True, eq=False)
class _Reading:
    draft: Draft
    file: str
    types: dict[str, str] = field(default_factory=dict)
    items: dict[str, Item] = field(default_factory=dict)
    ours: set[str] = field(default_factory=set)
    needs: dict[str, set[str]] = field(default_factory=dict)

    def key(self, identifier: str) -> str:
        return f"concept {self.file} {identifier}"

    def is_record(self, identifier: str) -> bool:
        return self.key(identifier) in self.draft.records


def read_model(draft: Draft, model: Model) -> None:
    """Add a model to a draft."""
    reading = _Reading(draft, model.file)
    whole = draft.item("model", model.rest, model.file, 1)
    whole.ignore("identifier", "schemaLocation", "version", "name")
    for number, values in enumerate(model.concepts, 1):
        _concept(reading, draft.item("concept", values, model.file, number))
    relationships = [
        draft.item("relationship", values, model.file, number)
        for number, values in enumerate(model.relationships, 1)
    ]
    software = [item for item in relationships if _installs(reading, item)]
    for item in relationships:
        if item not in software:
            _relationship(reading, item)
    _through(reading)
    for identifier, item in reading.items.items():
        if not reading.is_record(identifier) and identifier not in reading.ours:
            draft.lose(item, why_not(reading.types[identifier]), str(item.values.get("name", "")))
    for number, values in enumerate(model.views, 1):
        item = draft.item("view", values, model.file, number)
        draft.lose(item, "an inventory has no drawings", item.text("name"))


def _concept(reading: _Reading, item: Item) -> None:
    identifier, kind = item.text("identifier"), item.text("type")
    reading.types[identifier], reading.items[identifier] = kind, item
    said = _kind(item)
    if said == "installation":
        reading.ours.add(identifier)
        item.values.clear()
        return
    section = SECTIONS_BY_KIND.get(said) or SECTIONS_OF.get(kind)
    if section is None:
        return
    own, others = restored(_properties(item))
    own.pop("kind", None)
    name, ours = item.text("name"), said in SECTIONS_BY_KIND
    names = [identifier.removeprefix("id-").replace("--", "/")] if ours else [name]
    fields: dict[str, Any] = {"description": item.text("documentation"), **own}
    if kind == "Device" and not ours:
        fields["form"] = "physical"
    if others := others_of(item, others):
        notes = [fields.get("notes", ""), *(f"{label}: {text}" for label, text in others if text)]
        fields["notes"] = "\n".join(filter(None, notes))
    made = reading.draft.add(
        item, section, reading.key(identifier), names, **{"name": name, **fields}
    )
    if made is not None:
        made.ours = ours


def _kind(item: Item) -> str:
    for each in item.values.get("properties") or ():
        if each.get("name") == KIND:
            return str(each.get("value"))
    return ""


def _properties(item: Item) -> list[tuple[str, str]]:
    found = item.inners("properties")
    return [(each.text("name"), each.raw("value")) for each in found]


def _installs(reading: _Reading, item: Item) -> bool:
    """Take a relationship that says where software is; its name and version are one text."""
    source, target = str(item.values.get("source")), str(item.values.get("target"))
    if {source, target} & reading.ours:
        item.values.clear()
        return True
    kinds = {source: reading.types.get(source), target: reading.types.get(target)}
    programs = [end for end, kind in kinds.items() if kind == "SystemSoftware"]
    owners = [end for end in kinds if end not in programs and reading.is_record(end)]
    if len(programs) != 1 or len(owners) != 1 or item.values.get("type") not in NEEDS:
        return False
    owner = reading.draft.records[reading.key(owners[0])]
    name = str(reading.items[programs[0]].values.get("name") or "").strip()
    if owner.section not in {"applications", "servers", "devices", "apis"} or not name:
        return False
    software = owner.fields.setdefault("software", [])
    entry: Any = name if "@" not in name else {"product": name}
    if entry not in software:
        software.append(entry)
    reading.ours.add(programs[0])
    reading.items[programs[0]].ignore("name", "identifier", "type")
    item.ignore("identifier", "type", "source", "target")
    return True


def _relationship(reading: _Reading, item: Item) -> None:
    source, target, kind = item.text("source"), item.text("target"), item.text("type")
    item.ignore("identifier")
    both = reading.is_record(source) and reading.is_record(target)
    if kind in NEEDS:
        owner, needed = (source, target) if NEEDS[kind] == "source" else (target, source)
        if _passes(reading, owner) and _passes(reading, needed):
            item.ignore("name")
            reading.needs.setdefault(owner, set()).add(needed)
            if both and NEEDS[kind] == "source" and _is_interface(reading, source, target):
                # An interface that is part of an application is one that it provides.
                link = reading.draft.link
                link(item, reading.key(source), reading.key(target), ("provides",))
            elif both:
                _link(reading, item, owner, needed)
            return
    elif both and kind in _DIRECT:
        item.ignore("name", "accessType", "isDirected")
        reading.draft.link(item, reading.key(source), reading.key(target), _DIRECT[kind])
        return
    _lose(reading, item, source, target, kind)


_DIRECT: Final = {"Access": ("holds",), "Flow": ("sends_to",)}


def _lose(reading: _Reading, item: Item, source: str, target: str, kind: str) -> None:
    record = reading.is_record
    if record(source) and record(target) and _said(reading, source, target):
        item.values.clear()  # we wrote it, and the record says it in full
        return
    if not record(source) or not record(target):
        reason = "one of its ends makes no record"
    elif kind in {"Association", "Specialization", "Triggering", "Influence"}:
        reason = f"{kind.lower()} says nothing of who needs whom"
    else:
        reason = f"an inventory has no {kind or 'relationship without a type'}"
    item.ignore("name", "accessType", "isDirected")
    reading.draft.lose(item, reason, f"{kind} {source} → {target}")


def _said(reading: _Reading, source: str, target: str) -> bool:
    records = reading.draft.records
    return records[reading.key(source)].ours and records[reading.key(target)].ours


def _is_interface(reading: _Reading, whole: str, part: str) -> bool:
    records = reading.draft.records
    one, other = records[reading.key(whole)], records[reading.key(part)]
    return (one.kind, other.kind) == ("application", "api")


def _passes(reading: _Reading, identifier: str) -> bool:
    return reading.is_record(identifier) or reading.types.get(identifier) in BETWEEN


def _link(reading: _Reading, item: Item, owner: str, needed: str) -> None:
    """Relate two records, one of which needs the other, whichever side the inventory says it on."""
    records = reading.draft.records
    one, other = records[reading.key(owner)], records[reading.key(needed)]
    turned = {("api", "application"), ("service", "application"), ("service", "api")}
    turned |= {("service", "server"), ("service", "connection")}
    if (one.kind, other.kind) in turned:
        fields: Sequence[str] = ("provides", "supports")
        reading.draft.link(item, reading.key(needed), reading.key(owner), fields)
    else:
        reading.draft.link(item, reading.key(owner), reading.key(needed), _NEEDED)


def _through(reading: _Reading) -> None:
    """Relate records that need each other through concepts that are none."""
    for owner in sorted(reading.needs):
        if not reading.is_record(owner):
            continue
        direct = {n for n in reading.needs[owner] if reading.is_record(n)}
        for needed in sorted(set(_beyond(reading, owner)) - direct - {owner}):
            _link(reading, reading.items[owner], owner, needed)


def _beyond(reading: _Reading, owner: str) -> Iterator[str]:
    seen, level = {owner}, [owner]
    for _ in range(_LONGEST_CHAIN):
        level = [*_next(reading, level, seen)]
        yield from (each for each in level if reading.is_record(each))
        level = [each for each in level if not reading.is_record(each)]


def _next(reading: _Reading, level: Iterable[str], seen: set[str]) -> Iterator[str]:
    for each in level:
        for needed in sorted(reading.needs.get(each, ())):
            if needed not in seen:
                seen.add(needed)
                yield needed

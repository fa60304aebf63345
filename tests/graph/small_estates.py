"""Estates of a few records, written down or made up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from hypothesis import strategies as st

from estate.graph import EstateGraph
from estate.model import (
    RELATIONS,
    SECTION_OF,
    SECTIONS,
    Api,
    Application,
    Entry,
    Estate,
    Link,
    Policy,
    Server,
    Service,
)

TODAY = date(2026, 11, 21)


def estate_of(entries: Iterable[Entry]) -> Estate:
    """Put records into their sections, as they come."""
    sections: dict[str, dict[str, Entry]] = {section: {} for section in SECTIONS}
    for entry in entries:
        sections[SECTION_OF[entry.kind]][entry.id] = entry
    return Estate(name="Marram", sections=sections, policy=Policy())


def graph_of(*entries: Entry, on: date = TODAY) -> EstateGraph:
    return EstateGraph(estate_of(entries), on)


def to(*items: str | Link) -> tuple[Link, ...]:
    """Write a relation as an inventory does: ids, or items that say more."""
    return tuple(Link(to=item) if isinstance(item, str) else item for item in items)


def made(kind: type[Entry], key: str, **fields: Any) -> Entry:  # noqa: ANN401 - any field
    return kind(id=key, name=key.upper(), **fields)


def app(key: str, **fields: tuple[Link, ...]) -> Entry:
    return made(Application, key, **fields)


def server(key: str, **fields: tuple[Link, ...]) -> Entry:
    return made(Server, key, **fields)


def service(key: str, **fields: tuple[Link, ...]) -> Entry:
    return made(Service, key, **fields)


def api(key: str, **fields: tuple[Link, ...]) -> Entry:
    return made(Api, key, **fields)


KINDS: Mapping[str, type[Entry]] = {
    "a": Application,
    "b": Application,
    "c": Application,
    "p": Api,
    "s": Server,
    "t": Server,
    "v": Service,
}
"""The records of a made-up estate."""

_DAYS = (date(2026, 11, 20), TODAY, date(2026, 11, 22))


@st.composite
def links(draw: st.DrawFn, keys: list[str]) -> Link:
    """Make up an item: mostly hard and always in force."""
    strength = draw(st.sampled_from(["hard", "hard", "hard", "soft"]))
    begins = draw(st.sampled_from([date.min, date.min, date.min, *_DAYS]))
    until = draw(st.sampled_from([date.max, date.max, date.max, *_DAYS]))
    common: dict[str, Any] = {"strength": strength, "begins": begins, "until": until}
    if draw(st.booleans()):
        return Link(to=draw(st.sampled_from(keys)), **common)
    members = tuple(draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3)))
    at_least = draw(st.integers(1, len(members)))
    return Link(any_of=members, at_least=at_least, **common)


def _choices() -> list[tuple[str, str, list[str]]]:
    """Every owner with a relation it may have, and whom it may name."""
    return [
        (key, relation.name, targets)
        for key, kind in KINDS.items()
        for relation in RELATIONS
        if kind.kind in relation.owners
        and relation.name in kind.__dataclass_fields__
        and (targets := [k for k, v in KINDS.items() if v.kind in relation.allowed(kind.kind)])
    ]


@st.composite
def estates(draw: st.DrawFn) -> Estate:
    """Make up an estate of seven records and some relations between them."""
    fields: dict[str, dict[str, list[Link]]] = {key: {} for key in KINDS}
    for owner, relation, targets in draw(st.lists(st.sampled_from(_choices()), max_size=12)):
        fields[owner].setdefault(relation, []).append(draw(links(targets)))
    entries = [
        made(kind, key, **{name: tuple(items) for name, items in fields[key].items()})
        for key, kind in KINDS.items()
    ]
    return estate_of(draw(st.permutations(entries)))

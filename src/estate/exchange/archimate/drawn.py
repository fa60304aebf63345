"""An estate as concepts and relationships of ArchiMate: the same for every spelling of a model."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Final

from estate.exchange.carried import KIND, PREFIX
from estate.exchange.outward import Outgoing, Parcel
from estate.frozen import frozen
from estate.model import SECTIONS

__all__ = ["Concept", "Relationship", "concepts_of", "legible", "relationships_of"]

TYPES: Final = {
    "organisations": "BusinessActor",
    "services": "BusinessService",
    "applications": "ApplicationComponent",
    "servers": "Node",
    "devices": "Device",
    "sites": "Location",
    "connections": "CommunicationNetwork",
    "licences": "Contract",
    "contracts": "Contract",
    "suppliers": "BusinessActor",
    "agreements": "Contract",
    "apis": "ApplicationInterface",
    "datasets": "DataObject",
    "projects": "WorkPackage",
}
"""Sections that a model holds, and the concept for their records."""

_TYPE_OF: Final = MappingProxyType(
    {
        **dict.fromkeys(
            ("runs_on", "hosted_on", "uses", "consumes", "stores_in"), ("Serving", True)
        ),
        "supports": ("Serving", False),
        "located_at": ("Aggregation", True),
        "connects": ("Aggregation", True),
        "provides": ("Composition", False),
        "holds": ("Access", False),
        "sends_to": ("Flow", False),
    }
)
"""The relationship for a relation, and whether it leads from the target to the owner."""
_ABLE: Final = frozenset({"application", "api", "server", "device"})
_INSTALLED: Final = frozenset({"applications", "servers", "devices", "apis"})


@frozen
class Concept:
    """A concept: what it is called, of which type, and its properties in order."""

    identifier: str
    type: str
    name: str
    documentation: str
    properties: tuple[tuple[str, str], ...]


@frozen
class Relationship:
    """A relationship from one concept to another; its name is the relation of the inventory."""

    identifier: str
    type: str
    source: str
    target: str
    name: str


def concepts_of(outgoing: Outgoing) -> tuple[list[Concept], list[Relationship]]:
    """Return the concepts of an estate, and what says which software is installed where."""
    concepts: list[Concept] = []
    software: dict[str, Concept] = {}
    installed: list[Relationship] = []
    for parcel in outgoing.of(*(section for section in SECTIONS if section in TYPES)):
        for concept in _software(parcel):
            software[concept.identifier] = concept
            installed.append(_installed(parcel, concept))
        description = parcel.plain("description") or ""
        roles = parcel.take("roles")
        if roles is not None:
            parcel.drop("roles", "who may accept a risk, and their keys, never leave so")
        own = tuple(parcel.carried().items())
        kind = TYPES[parcel.section]
        concepts.append(Concept(_ref(parcel.id), kind, legible(parcel.name), description, own))
    return [*concepts, *(software[key] for key in sorted(software))], installed


def relationships_of(outgoing: Outgoing) -> list[Relationship]:
    """Return the relationships for the relations of an estate; call it before `concepts_of`."""
    parcels = {p.id: p for p in outgoing.of(*(s for s in SECTIONS if s in TYPES))}
    found = {
        relationship.identifier: relationship
        for parcel in parcels.values()
        for name, target in parcel.relations()
        if target in parcels
        for relationship in [_relationship(name, parcel, parcels[target])]
    }
    return list(found.values())


def _relationship(name: str, owner: Parcel, target: Parcel) -> Relationship:
    kind, turned = _kind(name, owner.kind, target.kind)
    one, other = (target, owner) if turned else (owner, target)
    words = name.replace("_", " ")
    key = _digest("rel", owner.id, name, target.id)
    return Relationship(key, kind, _ref(one.id), _ref(other.id), words)


def _kind(name: str, owner: str, target: str) -> tuple[str, bool]:
    """Return the type of relationship, and whether it leads from the target to the owner."""
    able = name == "depends_on" and {owner, target} <= _ABLE
    fits = (name != "holds" or owner == "application") and (
        name != "sends_to" or target != "supplier"
    )
    found = _TYPE_OF.get("uses" if able else name) if fits else None
    return found or ("Association", False)


def _software(parcel: Parcel) -> Iterator[Concept]:
    if parcel.section not in _INSTALLED:
        return
    for item in parcel.fields.get("software") or ():
        version = item.get("version")
        name = f"{item['product']} {version}" if version else str(item["product"])
        key = _digest("sw", str(item["product"]), str(version or ""))
        yield Concept(key, "SystemSoftware", legible(name), "", ((KIND, "installation"),))


def _installed(parcel: Parcel, concept: Concept) -> Relationship:
    key = _digest("rel", parcel.id, "software", concept.identifier)
    if parcel.section in {"servers", "devices"}:
        return Relationship(key, "Composition", _ref(parcel.id), concept.identifier, "software")
    return Relationship(key, "Serving", concept.identifier, _ref(parcel.id), "software")


def _ref(key: str) -> str:
    """Return an id as XML can have it; no id has two hyphens beside each other."""
    return "id-" + key.replace("/", "--")


def _digest(kind: str, *parts: str) -> str:
    whole = "\0".join(parts).encode()
    return f"{kind}-{hashlib.sha256(whole).hexdigest()[:20]}"


def legible(text: str) -> str:
    """Return a text that XML can hold, with a sign for each character that it cannot."""
    return "".join(sign if sign.isprintable() or sign == "\n" else "\ufffd" for sign in text)


def property_names(concepts: Sequence[Concept]) -> list[str]:
    """Return the names of all properties, ours without their prefix last to be changed."""
    names = {name for concept in concepts for name, _ in concept.properties}
    return sorted(names, key=lambda name: (not name.startswith(PREFIX), name))

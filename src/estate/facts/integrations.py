"""Integrations: one item by which data passes between systems; and APIs, offered and consumed."""

from __future__ import annotations

from typing import Final, get_args

from estate.facts.dependencies import items_of
from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts, Kind
from estate.facts.life import PRESENT
from estate.findings import Place, Subject
from estate.frozen import frozen
from estate.model import Application, Asset, Entry
from estate.model.links import Style

_RELATIONS: Final = ("uses", "sends_to")
_STYLES: Final = get_args(Style)
_JOINED: Final = {"file": "joined", "database": "joined", "rpa": "joined"}
"""Styles that join two systems point to point."""


@frozen
class Integration:
    """One `uses` or `sends_to` item: the source, whom it names, and how data passes."""

    source: Asset
    targets: tuple[Entry, ...]
    relation: str
    style: str | None
    purpose: str | None
    place: Place

    @property
    def id(self) -> str:
        """Who passes data to whom, in which relation and how."""
        targets = ",".join(target.id for target in self.targets)
        return f"{self.source.id}:{self.relation}:{targets}:{self.style}"


def integrations(facts: Facts) -> tuple[Integration, ...]:
    """Return every integration; several of one sort between the same systems are one, the first."""
    found: dict[tuple[str, str, tuple[str, ...], str | None], Integration] = {}
    for owner, relation, position, link in items_of(facts, _RELATIONS):
        named = [facts.estate.get(key) for key in sorted(link.targets)]
        targets = tuple(target for target in named if target is not None)
        sort = _JOINED.get(link.style or "", link.style)
        place = Place(owner.id, (relation, position))
        made = Integration(owner, targets, relation, link.style, link.purpose, place)
        found.setdefault((owner.id, relation, tuple(t.id for t in targets), sort), made)
    return tuple(found.values())


def _describe(_: Facts, found: Integration) -> tuple[Subject, Place]:
    source = found.source
    detail = (("targets", tuple(t.id for t in found.targets)), ("relation", found.relation))
    organisations = tuple(source.organisation or ())
    return Subject("integration", source.id, detail, source.name, organisations), found.place


INTEGRATION: Final = Kind("integration", integrations, _describe)

INTEGRATION_FACTS: Final = (
    Fact("integration", "source", Type("asset"), "The system that names the other.", "source",
         open=False),
    Fact("integration", "targets", Type("entry", many=True), "Whom it names.", "targets",
         open=False),
    Fact("integration", "relation", Type("enumeration", values=_RELATIONS), "In which relation.",
         "relation", open=False),
    Fact("integration", "style", Type("enumeration", values=_STYLES), "How data passes.", "style",
         settles=("style",)),
    Fact("integration", "purpose", Type("text"), "What for.", "purpose", settles=("purpose",)),
)  # fmt: skip


def _interfaces(facts: Facts) -> dict[str, tuple[Entry, ...] | None]:
    """For each application the APIs in use that it provides; None where nobody says."""
    state = facts.column("asset.state")
    return {
        key: None
        if entry.provides is None
        else tuple(
            api
            for target in facts.graph.related(key, "provides")
            if state[target] in PRESENT and (api := facts.estate.get(target)) is not None
        )
        for key, entry in facts.estate.of("application").items()
        if isinstance(entry, Application)
    }


def _consumers(facts: Facts) -> dict[str, tuple[Asset, ...]]:
    return {
        key: tuple(
            asset
            for holder in facts.graph.holders(key, "consumes")
            if isinstance(asset := facts.estate.get(holder), Asset)
        )
        for key in facts.estate.of("api")
    }


INTEGRATIONS: Final = (
    Derived(
        Fact(
            "application",
            "interfaces",
            Type("api", many=True),
            "The APIs in use that it provides.",
            settles=("provides",),
        ),
        _interfaces,
    ),
    Derived(
        Fact(
            "api",
            "consumers",
            Type("asset", many=True),
            "The applications and services that consume it.",
            open=False,
        ),
        _consumers,
    ),
)

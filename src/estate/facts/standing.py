"""What an asset stands on, what needs it, and the unsupported software below it."""

from __future__ import annotations

from collections.abc import Iterator

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.installations import UNMANAGED, Installation
from estate.facts.life import PRESENT
from estate.findings import Place
from estate.frozen import frozen
from estate.model import Application, Asset, Device, Service

STANDING_KINDS = ("application", "api")
"""The kinds whose standing on others' unsupported software is judged."""


@frozen
class Trail:
    """A way from an asset down to unsupported software: the ids passed, both ends included."""

    id: str
    ids: tuple[str, ...]
    root: Asset
    installation: Installation

    @property
    def place(self) -> Place:
        """Where the unsupported software at its end stands."""
        return Place(self.root.id, self.installation.path)

    def __str__(self) -> str:
        """Return what stands at its end."""
        found = self.installation
        name = found.product.name if found.product else found.given
        return f"{name} {found.version or ''} on {self.root.name}".replace("  ", " ")


def _below(facts: Facts) -> dict[str, tuple[Trail | None, ...]]:
    """For each application and API: a trail to each unsupported thing it stands on.

    An installation of unknown support below is an unknown member.
    """
    weak = _weak_roots(facts)
    below: dict[str, list[Trail | None]] = {asset.id: [] for asset in facts.assets}
    for root in sorted(weak):
        for key, way in facts.graph.stood_on_by(root).items():
            asset = facts.estate.get(key)
            if asset is not None and asset.kind in STANDING_KINDS:
                below[key].extend(_trails(way, key, weak[root]))
    return {key: tuple(trails) for key, trails in below.items()}


def _weak_roots(facts: Facts) -> dict[str, list[Installation | None]]:
    """Return, by asset in use, what is unsupported on it; None for what nobody knows.

    Software as a service without a version is its supplier's affair.
    """
    state = facts.column("asset.state")
    theirs = facts.column("installation.software_as_a_service")
    weak: dict[str, list[Installation | None]] = {}
    for found in facts.subjects("installation"):
        if state[found.asset.id] not in PRESENT or (theirs[found.id] and found.version is None):
            continue
        if found.support.status in UNMANAGED:
            weak.setdefault(found.asset.id, []).append(found)
        elif found.support.status is None:
            weak.setdefault(found.asset.id, []).append(None)
    return weak


def _trails(
    way: tuple[str, ...], key: str, weak: list[Installation | None]
) -> Iterator[Trail | None]:
    for found in weak:
        yield None if found is None else Trail(f"{key}>{found.id}", way, found.asset, found)


def _needed_by(facts: Facts) -> dict[str, tuple[Asset, ...]]:
    graph, estate = facts.graph, facts.estate
    return {
        asset.id: tuple(
            entry
            for key in graph.direct_needers(asset.id)
            if isinstance(entry := estate.get(key), Asset)
        )
        for asset in facts.assets
    }


def _needs(facts: Facts) -> dict[str, tuple[Asset, ...]]:
    graph, estate = facts.graph, facts.estate
    return {
        asset.id: tuple(
            entry
            for key in graph.direct_needs(asset.id)
            if isinstance(entry := estate.get(key), Asset)
        )
        for asset in facts.assets
    }


def _critical_services(facts: Facts) -> dict[str, tuple[Service | None, ...]]:
    """For each asset, the critical services that need it; each unrated one is unknown."""
    state = facts.column("asset.state")
    needing: dict[str, list[Service | None]] = {asset.id: [] for asset in facts.assets}
    for key, entry in facts.estate.of("service").items():
        if not isinstance(entry, Service) or state[key] not in PRESENT:
            continue
        if entry.criticality not in {"critical", None}:
            continue
        member = entry if entry.criticality == "critical" else None
        for needed in facts.graph.all_needs(key):
            needing[needed].append(member)
    return {key: tuple(services) for key, services in needing.items()}


def _ready_for(facts: Facts) -> dict[str, tuple[Asset, ...]]:
    """For each asset what is in use and would turn to it: when it fails, or for its data."""
    state = facts.column("asset.state")
    found: dict[str, tuple[Asset, ...]] = {}
    for asset in facts.assets:
        held = [key for name in _TURNED_TO for key in facts.graph.holders(asset.id, name)]
        keys = sorted({key for key in held if state[key] in PRESENT}) if held else ()
        entries = [facts.estate.get(key) for key in keys]
        found[asset.id] = tuple([entry for entry in entries if isinstance(entry, Asset)])
    return found


def _serves_people(facts: Facts) -> dict[str, bool]:
    return {asset.id: _has_users(asset) for asset in facts.assets}


def _has_users(asset: Asset) -> bool:
    """Whether it is recorded that people use it themselves."""
    if isinstance(asset, Application):
        users = asset.users
        return users is not None and max(users.named or 0, users.active or 0) > 0
    return isinstance(asset, Device) and asset.form == "fleet"


_TURNED_TO = ("fails_over_to", "backs_up_to")

_TRAIL_FACTS = (
    ("ids", Type("text", many=True), "The ids from the asset to the root, both included."),
    ("root", Type("asset"), "What the unsupported software is installed on."),
    ("installation", Type("installation"), "The unsupported installation."),
)

STANDING_FACTS: tuple[Fact, ...] = tuple(
    Fact("trail", name, typed, doc, attribute=name, open=False) for name, typed, doc in _TRAIL_FACTS
)

STANDING = (
    Derived(
        Fact(
            "asset",
            "stands_on_unsupported",
            Type("trail", many=True),
            "The unsupported software that an application or API ultimately stands on, hard, over "
            "runs_on, hosted_on, stores_in and depends_on, with the way there. All members of a "
            "redundancy group count: redundancy does not remove a vulnerability.",
            open=False,
            settles=("software",),
        ),
        _below,
    ),
    Derived(
        Fact(
            "asset",
            "needed_by",
            Type("asset", many=True),
            "The assets that need it directly.",
            open=False,
        ),
        _needed_by,
    ),
    Derived(
        Fact(
            "asset",
            "ready_for",
            Type("asset", many=True),
            "What is in use and fails over to it or is backed up to it.",
            open=False,
        ),
        _ready_for,
    ),
    Derived(
        Fact(
            "asset",
            "needs",
            Type("asset", many=True),
            "The assets that it needs directly.",
            open=False,
        ),
        _needs,
    ),
    Derived(
        Fact(
            "asset",
            "critical_services",
            Type("service", many=True),
            "The critical services that need it, directly or through others, hard.",
            open=False,
            settles=("criticality",),
        ),
        _critical_services,
    ),
    Derived(
        Fact(
            "asset",
            "serves_people",
            Type("boolean"),
            "Whether it is recorded that people use it: an application with users, or a fleet.",
            open=False,
            settles=("users",),
        ),
        _serves_people,
    ),
)

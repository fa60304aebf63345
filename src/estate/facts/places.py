"""Where things ultimately stand: over what they run on, down to the sites.

A record whose place nobody has recorded adds an unknown site to itself and to all that stand on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from estate.facts.dependencies import dependencies_of
from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.facts.soles import sole_points
from estate.graph import NEEDS
from estate.model import Application, Asset, Connection, Device, Server

_CARRIED: Final = (
    "located_at",
    "runs_on",
    "hosted_on",
    "stores_in",
    "depends_on",
    "supports",
    "provides",
)
"""Over which relations a thing stands where its target does; by `uses` and `consumes` it calls."""


def physical(asset: Asset) -> bool | None:
    """Whether an asset is a machine that stands somewhere; None where its form is unrecorded.

    Physical and cluster servers and appliances are, and network devices; what is virtual, managed
    by somebody else or a fleet in many hands is not.
    """
    if isinstance(asset, Server):
        hosted = asset.form is None and asset.hosted_on
        return False if hosted else _among(asset.form, ("physical", "cluster", "appliance"))
    if isinstance(asset, Device):
        return _among(asset.form, ("network", "appliance"))
    return False


def own_hardware(asset: Asset) -> bool | None:
    """Whether a server or device has hardware of ours; None where its form is unrecorded.

    A virtual server has that of its host, a managed one that of whoever runs it. Where hardware
    is recorded, it has some.
    """
    if getattr(asset, "hardware", None) is not None or isinstance(asset, Device):
        return True
    return physical(asset)


def _among(form: str | None, forms: tuple[str, ...]) -> bool | None:
    return None if form is None else form in forms


def unplaced(facts: Facts, asset: Asset) -> bool:
    """Whether it stands somewhere, and nothing recorded says where."""
    match asset:
        case Server():
            return asset.located_at is None and not asset.hosted_on and asset.form != "managed"
        case Device():
            return asset.located_at is None and asset.form != "fleet"
        case Application():
            elsewhere = asset.hosting in {"hosted", "partner"} or asset.service_model == "saas"
            return asset.runs_on is None and not elsewhere
    alone = asset.kind in {"service", "api"}
    return alone and not facts.graph.direct_needs(asset.id)


def _carried(facts: Facts, relations: Iterable[str]) -> dict[str, list[str]]:
    """For each record, what stands on it (or, over all needs, cannot do without it)."""
    carried: dict[str, list[str]] = {}
    for need in dependencies_of(facts):
        if need.strength == "hard" and need.relation in relations:
            for target in need.targets:
                carried.setdefault(target.id, []).append(need.source.id)
    return carried


def _above(carried: Mapping[str, list[str]], roots: Iterable[str]) -> set[str]:
    seen = set(roots)
    queue = list(seen)
    for key in queue:  # grows while it is read
        for above in carried.get(key, ()):
            if above not in seen:
                seen.add(above)
                queue.append(above)
    return seen


def _sites(facts: Facts) -> dict[str, tuple[Asset | None, ...]]:
    carried = _carried(facts, _CARRIED)
    found: dict[str, list[Asset | None]] = {asset.id: [] for asset in facts.assets}
    for key, site in facts.estate.of("site").items():
        for above in _above(carried, (key,)):
            found[above].append(site if isinstance(site, Asset) else None)
    unknown = (asset.id for asset in facts.assets if unplaced(facts, asset))
    for above in _above(carried, unknown):
        found[above].append(None)
    return {key: tuple(sites) for key, sites in found.items()}


def upon(facts: Facts, roots: Iterable[str]) -> dict[str, tuple[Asset, ...]]:
    """Return for each of some assets what is in use and stands on it, over what it runs on."""
    state = facts.column("asset.state")
    carried = _carried(facts, _CARRIED)
    found: dict[str, tuple[Asset, ...]] = {}
    for root in roots:
        keys = sorted(key for key in _above(carried, (root,)) - {root} if state[key] in PRESENT)
        entries = (facts.estate.get(key) for key in keys)
        found[root] = tuple(entry for entry in entries if isinstance(entry, Asset))
    return found


def _single_sites(facts: Facts) -> dict[str, tuple[Asset | None, ...]]:
    """For each service, the sites each of which alone stops it; one that may is unknown."""
    supply = dependencies_of(facts).supply
    services = facts.estate.of("service")
    ends = [supply.number[key] for key in services if key in supply.number]
    sites = [supply.number[key] for key in facts.estate.of("site") if key in supply.number]
    points = sole_points(supply, ends, sites)
    unknown = (asset.id for asset in facts.assets if unplaced(facts, asset))
    unsure = _above(_carried(facts, NEEDS), unknown)
    found: dict[str, tuple[Asset | None, ...]] = {}
    for key in services:
        alone = points.get(supply.number[key], []) if key in supply.number else []
        known = [facts.estate.get(supply.ids[point]) for point in sorted(alone)]
        certain = tuple(site for site in known if isinstance(site, Asset))
        found[key] = (*certain, None) if key in unsure else certain
    return found


def _servers(facts: Facts) -> dict[str, tuple[Asset, ...]]:
    state = facts.column("asset.state")
    return {
        key: tuple(
            server
            for holder in facts.graph.holders(key, "located_at")
            if isinstance(server := facts.estate.get(holder), Server) and state[holder] in PRESENT
        )
        for key in facts.estate.of("site")
    }


def _lines(facts: Facts) -> dict[str, tuple[Asset | None, ...]]:
    """For each site its connections in use; where none is recorded, an unknown one."""
    state = facts.column("asset.state")
    found: dict[str, tuple[Asset | None, ...]] = {}
    for key in facts.estate.of("site"):
        holders = {
            holder
            for relation in ("connects", "located_at")
            for holder in facts.graph.holders(key, relation)
        }
        lines = tuple(
            line
            for holder in sorted(holders)
            if isinstance(line := facts.estate.get(holder), Connection) and state[holder] in PRESENT
        )
        found[key] = lines or (None,)
    return found


PLACES: Final = (
    Derived(
        Fact(
            "asset",
            "sites",
            Type("site", many=True),
            "Where it ultimately stands: the sites of all that it runs on, hard. What is hosted "
            "by others stands at none.",
            open=False,
            settles=("located_at",),
        ),
        _sites,
    ),
    Derived(
        Fact(
            "asset",
            "physical",
            Type("boolean"),
            "Whether it is a machine that stands somewhere: a physical, cluster or appliance "
            "server, a network device or an appliance.",
            settles=("form",),
        ),
        lambda facts: {asset.id: physical(asset) for asset in facts.assets},
    ),
    Derived(
        Fact(
            "asset",
            "own_hardware",
            Type("boolean"),
            "Whether it is a server or device with hardware of ours: what is virtual or managed "
            "has that of others, unless some is recorded.",
            settles=("form",),
        ),
        lambda facts: {asset.id: own_hardware(asset) for asset in facts.assets},
    ),
    Derived(
        Fact(
            "service",
            "single_sites",
            Type("site", many=True),
            "The sites each of which, lost alone, stops it: redundancy counted.",
            open=False,
            settles=("located_at",),
        ),
        _single_sites,
    ),
    Derived(
        Fact(
            "site",
            "servers_there",
            Type("server", many=True),
            "The servers in use that stand at it.",
            open=False,
        ),
        _servers,
    ),
    Derived(
        Fact(
            "site",
            "lines",
            Type("connection", many=True),
            "The connections in use that reach it; where none is recorded, an unknown one.",
            open=False,
            settles=("connects",),
        ),
        _lines,
    ),
)

"""What holds data, where it is backed up to, and whether that is anywhere else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from estate.facts.dependencies import dependencies_of
from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.model import Application, Asset, Server

_BELOW: Final = ("runs_on", "hosted_on", "stores_in")
_PERSONAL: Final = ("personal", "special-category")


def holds_data(facts: Facts, asset: Asset) -> bool | None:
    """Whether an application or server holds data: a dataset, personal data, or another's store.

    It holds none only where it says so (`holds: []`); None is not recorded.
    """
    graph = facts.graph
    if graph.related(asset.id, "holds") or getattr(asset, "personal_data", None) in _PERSONAL:
        return True
    if graph.holders(asset.id, "stores_in"):
        return True
    return False if getattr(asset, "holds", None) == () else None


def _holds(facts: Facts) -> dict[str, bool | None]:
    return {
        asset.id: holds_data(facts, asset) if isinstance(asset, Application | Server) else False
        for asset in facts.assets
    }


def _own(facts: Facts) -> dict[str, tuple[Asset, ...] | None]:
    """For each asset, where it is itself backed up to; None where nobody says."""
    return {
        asset.id: None
        if asset.backs_up_to is None
        else tuple(
            target
            for key in facts.graph.related(asset.id, "backs_up_to")
            if isinstance(target := facts.estate.get(key), Asset)
        )
        for asset in facts.assets
    }


def _all(facts: Facts) -> dict[str, tuple[Asset | None, ...]]:
    """For each asset, where it and what it runs on are backed up to."""
    own = _own(facts)
    below: dict[str, list[str]] = {}
    for need in dependencies_of(facts):
        if need.relation in _BELOW:
            below.setdefault(need.source.id, []).extend(target.id for target in need.targets)
    return {
        key: _joined([own[each] for each in _machines(below, key)] if key in below else [said])
        for key, said in own.items()
    }


def _machines(below: Mapping[str, list[str]], key: str) -> list[str]:
    """Return an asset and all that it runs on or stores in."""
    found = [key]
    for each in found:  # grows while it is read
        found.extend(dict.fromkeys(lower for lower in below.get(each, ()) if lower not in found))
    return found


def _joined(said: list[tuple[Asset, ...] | None]) -> tuple[Asset | None, ...]:
    if len(said) == 1:
        return (None,) if said[0] is None else said[0]
    known = {target.id: target for targets in said for target in targets or ()}
    return (*known.values(), None) if None in said else tuple(known.values())


def _apart(facts: Facts) -> dict[str, bool | None]:
    sites = facts.column("asset.sites")
    return {
        key: None if targets is None else _elsewhere(sites, key, targets)
        for key, targets in _own(facts).items()
    }


def _elsewhere(
    sites: Mapping[str, tuple[Asset | None, ...]], key: str, targets: tuple[Asset, ...]
) -> bool | None:
    """Whether any of its backups stands where it does not itself."""
    here = {site.id for site in sites[key] if site is not None}
    unsure = None in sites[key]
    answers = [_leaves(here, sites[target.id], unsure=unsure) for target in targets]
    if True in answers:
        return True
    return None if None in answers else False


def _leaves(here: set[str], there: tuple[Asset | None, ...], *, unsure: bool) -> bool | None:
    """Whether a backup at some sites is not where the data is; at none of ours, it is elsewhere."""
    away = [site for site in there if site is None or site.id not in here]
    if away and None not in away:
        return None if unsure else True
    if away:
        return None
    return not there


BACKUPS: Final = (
    Derived(
        Fact(
            "asset",
            "holds_data",
            Type("boolean"),
            "Whether it holds data: a dataset, personal data, or what an application stores in it.",
            settles=("holds",),
        ),
        _holds,
    ),
    Derived(
        Fact(
            "asset",
            "backups",
            Type("asset", many=True),
            "Where it, and all that it runs on or stores in, are backed up to.",
            open=False,
            settles=("backs_up_to",),
        ),
        _all,
    ),
    Derived(
        Fact(
            "asset",
            "backed_up_apart",
            Type("boolean"),
            "Whether any place that it is itself backed up to is none of those where it stands.",
            settles=("backs_up_to", "located_at"),
        ),
        _apart,
    ),
)

"""Whether the internet can reach a thing.

Direct reach is that of the asset itself or of what runs directly on it; a path is any chain of
calls and flows from an internet zone, followed from caller to called.
"""

from __future__ import annotations

from collections.abc import Iterable

from estate.facts.dictionary import Fact, Type
from estate.facts.facts import Derived, Facts
from estate.facts.life import PRESENT
from estate.model import Asset


def faces_internet(asset: Asset, zones: tuple[str, ...]) -> bool | None:
    """Whether an asset's own exposure or zone is the internet; None where that is not recorded.

    Either one says yes; only both together say no.
    """
    return _either([_exposed(asset), asset.zone in zones if asset.zone is not None else None])


def _exposed(asset: Asset) -> bool | None:
    return asset.exposure == "internet" if asset.exposure is not None else None


def _either(answers: Iterable[bool | None]) -> bool | None:
    known = list(answers)
    if True in known:
        return True
    return None if None in known else False


def _faces_internet(facts: Facts) -> dict[str, bool | None]:
    """For each asset: whether it, or something in use that runs directly on it, faces out."""
    zones = facts.estate.policy.internet_zones
    state = facts.column("asset.state")
    own = {asset.id: faces_internet(asset, zones) for asset in facts.assets}
    return {
        key: _either(
            [
                answer,
                *(own[on] for on in facts.graph.holders(key, "runs_on") if state[on] in PRESENT),
            ]
        )
        if answer is not True
        else True
        for key, answer in own.items()
    }


def _installations_facing(facts: Facts) -> dict[str, bool | None]:
    faces = facts.column("asset.faces_internet")
    return {found.id: faces[found.asset.id] for found in facts.subjects("installation")}


_DOC = (
    "Whether the internet reaches it directly: by the exposure or zone of the asset itself, or of "
    "something in use that runs directly on it."
)

REACH = (
    Derived(
        Fact("asset", "faces_internet", Type("boolean"), _DOC, settles=("exposure", "zone")),
        _faces_internet,
    ),
    Derived(
        Fact(
            "installation",
            "reachable_from_internet",
            Type("boolean"),
            _DOC,
            settles=("asset.exposure", "asset.zone"),
        ),
        _installations_facing,
    ),
)

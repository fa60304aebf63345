"""A workspace out: applications and APIs as systems, servers and devices as deployment nodes."""

from __future__ import annotations

import json
from typing import Any, Final

from estate.exchange.archimate.drawn import legible
from estate.exchange.outward import Exported, Outgoing, Parcel
from estate.exchange.structurizr.read import ID
from estate.model import Estate
from estate.model.relations import BY_NAME

__all__ = ["write"]

_SYSTEMS: Final = {"applications": "Software System", "apis": "API"}
_NODES: Final = {"servers": "Server", "devices": "Device"}
_ENVIRONMENT: Final = "Live"

_Needs = dict[str, list[tuple[str, str]]]
"""By owner: what it needs, and by which relation."""
_Runs = dict[str, list[str]]
"""By node: what runs on it."""


def write(estate: Estate) -> Exported:
    """Return the workspace as JSON. It has no views: the tool makes its own of the model.

    Fields that have no place of their own are properties called `estate:…`.
    """
    outgoing = Outgoing(estate)
    parcels = {parcel.id: parcel for parcel in outgoing.of(*_SYSTEMS, *_NODES)}
    numbers = {key: str(number) for number, key in enumerate(parcels, 1)}
    needs, runs = _relations(parcels)
    model = {
        "softwareSystems": [
            _element(parcel, numbers, needs)
            for parcel in parcels.values()
            if parcel.section in _SYSTEMS
        ],
        "deploymentNodes": [
            _node(parcel, numbers, needs, runs)
            for parcel in parcels.values()
            if parcel.section in _NODES
        ],
    }
    document = {"name": legible(estate.name) or "Estate", "model": model, "views": {}}
    text = json.dumps(document, indent=2, ensure_ascii=True) + "\n"
    return outgoing.exported({"": text}, why="a workspace holds systems and what they run on")


def _relations(parcels: dict[str, Parcel]) -> tuple[_Needs, _Runs]:
    """Return who needs whom, among what is in the workspace, and apart what runs on a node."""
    found: dict[tuple[str, str], str] = {}
    for parcel in parcels.values():
        for name, target in parcel.relations():
            need = BY_NAME[name].need if name in BY_NAME else "none"
            if target in parcels and need in {"owner", "target"}:
                pair = (parcel.id, target) if need == "owner" else (target, parcel.id)
                found.setdefault(pair, name)
    needs, runs = _Needs(), _Runs()
    for (owner, target), name in sorted(found.items()):
        if parcels[owner].section in _SYSTEMS and parcels[target].section in _NODES:
            runs.setdefault(target, []).append(owner)
        else:
            needs.setdefault(owner, []).append((target, name))
    return needs, runs


def _element(parcel: Parcel, numbers: dict[str, str], needs: _Needs) -> dict[str, Any]:
    tag = {**_SYSTEMS, **_NODES}[parcel.section]
    element = {
        "id": numbers[parcel.id],
        "name": legible(parcel.name),
        "description": parcel.plain("description") or "",
        "tags": f"Element,{tag}",
        "relationships": [
            {
                "id": f"{numbers[parcel.id]}-{numbers[target]}",
                "sourceId": numbers[parcel.id],
                "destinationId": numbers[target],
                "description": name.replace("_", " "),
                "tags": "Relationship",
            }
            for target, name in needs.get(parcel.id, [])
        ],
    }
    return {**element, "properties": {ID: parcel.id, **parcel.carried()}}


def _node(parcel: Parcel, numbers: dict[str, str], needs: _Needs, runs: _Runs) -> dict[str, Any]:
    instances = [
        {
            "id": f"{numbers[parcel.id]}-instance-{number}",
            "softwareSystemId": numbers[owner],
            "instanceId": number,
            "environment": _ENVIRONMENT,
            "tags": "Software System Instance",
        }
        for number, owner in enumerate(runs.get(parcel.id, []), 1)
    ]
    element = _element(parcel, numbers, needs)
    return {**element, "environment": _ENVIRONMENT, "softwareSystemInstances": instances}

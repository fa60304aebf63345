"""Architecture files out, one for each council, and the configuration of the transition."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from estate.exchange.lgr.read import HOSTING, SUPPORT
from estate.exchange.outward import Exported, Outgoing, Parcel
from estate.exchange.outward.contracts import terms_of
from estate.model import Entry, Estate, Organisation, Supplier

__all__ = ["write"]

_HOSTING: Final = {ours: theirs for theirs, ours in HOSTING.items()}
_SUPPORT: Final = {ours: theirs for theirs, ours in SUPPORT.items()}
_LEVELS: Final = {"high": "High", "medium": "Medium", "med": "Medium", "low": "Low"}
_DATA: Final = {"segmented": "Segmented", "monolithic": "Monolithic"}
TRANSITION: Final = "_transition.json"
"""No id begins so, so that no council's file can be called the same."""


def write(estate: Estate) -> Exported:
    """Return a file for each council that has something, and one for the transition if any.

    What is nobody's is in no file. Fields without a place of their own stand in `estate`.
    """
    outgoing = Outgoing(estate)
    services, systems = list(outgoing.of("services")), list(outgoing.of("applications"))
    bags = {parcel.id: dict(parcel.fields) for parcel in [*services, *systems]}
    for parcel in [*services, *systems]:
        if not parcel.fields.get("organisation"):
            outgoing.refuse(parcel, "it is no organisation's")
        parcel.rest()
    files: dict[str, str | bytes] = {}
    for key, council in estate.of("organisation").items():
        own = [_of(key, bags, parcels) for parcels in (services, systems)]
        if own[0] or own[1]:
            files[f"{key.replace('/', '--')}.json"] = _text(_council(estate, council, own, bags))
    if transition := _transition(estate):
        files[TRANSITION] = _text(transition)
    why = "the files hold functions and systems"
    return outgoing.exported(files, why=why, named=estate.of("organisation"))


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _of(key: str, bags: dict[str, dict[str, Any]], parcels: Sequence[Parcel]) -> list[Parcel]:
    return [parcel for parcel in parcels if key in (bags[parcel.id].get("organisation") or ())]


def _council(
    estate: Estate,
    council: Entry,
    own: list[list[Parcel]],
    bags: dict[str, dict[str, Any]],
) -> dict[str, Any]:
    services, systems = own
    known = {parcel.id for parcel in [*services, *systems]}
    return {
        "councilName": council.name,
        "estate": council.id,
        "nodes": [
            *(_function(parcel, bags[parcel.id]) for parcel in services),
            *(_system(estate, parcel, bags[parcel.id], council.id) for parcel in systems),
        ],
        "edges": [edge for p in systems for edge in _edges(p.id, bags, known)],
    }


def _function(parcel: Parcel, bag: dict[str, Any]) -> dict[str, Any]:
    node = {"id": parcel.id, "label": parcel.name, "type": "Function"}
    if "function" in bag:
        node["lgaFunctionId"] = f"{bag['function']:g}"
    return {**node, "estate": {**bag, "name": parcel.name}}


def _system(estate: Estate, parcel: Parcel, bag: dict[str, Any], council: str) -> dict[str, Any]:
    tags = dict(tag.split(":", 1) for tag in bag.get("tags") or () if ":" in tag)
    owners = [estate.get(key) for key in bag["organisation"] if key != council]
    successor = estate.get(str(bag.get("successor")))
    said = {
        "vendor": _vendor(estate, bag) or ("In-House" if _is_in_house(bag) else ""),
        "users": (bag.get("users") or {}).get("named"),
        **_terms(estate, parcel.id, bag),
        "portability": _LEVELS.get(tags.get("portability", "")),
        "dataPartitioning": _DATA.get(tags.get("data-model", "")),
        "hosting": _HOSTING.get(str(bag.get("hosting"))),
        "isERP": "erp" in (bag.get("tags") or ()) or None,
        "sharedWith": [owner.name for owner in owners if owner is not None] or None,
        "targetAuthorities": [successor.name] if successor else None,
        "capabilityType": bag.get("capabilities") or None,
        "supportModel": _SUPPORT.get(str(bag.get("support_model"))),
        "version": bag.get("version"),
        "notes": bag.get("notes"),
    }
    kept = {name: value for name, value in said.items() if value is not None}
    own = {name: v for name, v in bag.items() if name not in {"supplier", "supplied_by"}}
    head = {"id": parcel.id, "label": parcel.name, "type": "ITSystem"}
    return {**head, **kept, "estate": {**own, "name": parcel.name}}


def _is_in_house(bag: dict[str, Any]) -> bool:
    return bag.get("support_model") == "in-house"


def _vendor(estate: Estate, bag: dict[str, Any]) -> str:
    named = [bag.get("supplier"), *(bag.get("supplied_by") or ())]
    keys = [item.get("to") if isinstance(item, dict) else item for item in named]
    found = (estate.get(str(key)) for key in keys if key)
    return next((entry.name for entry in found if isinstance(entry, Supplier)), "")


def _terms(estate: Estate, key: str, bag: dict[str, Any]) -> dict[str, Any]:
    terms, cost = terms_of(estate, key), (bag.get("annual_cost") or {}).get("revenue")
    if terms is None:
        return {"annualCost": cost}
    return {
        "annualCost": terms.value if terms.value is not None else cost,
        "endYear": terms.ends.year if terms.ends else None,
        "endMonth": terms.ends.month if terms.ends else None,
        "noticePeriod": terms.notice_months,
    }


def _edges(key: str, bags: dict[str, dict[str, Any]], known: set[str]) -> list[dict[str, Any]]:
    edges: list[dict[str, Any]] = []
    for name, kind in (("supports", "REALIZES"), ("uses", "CONSUMES_CAPABILITY")):
        for item in bags[key].get(name) or ():
            target = item.get("to") if isinstance(item, dict) else item
            if target in known:
                edge = {"source": key, "target": target, "relationship": kind}
                if name == "uses":
                    edge["capabilities"] = list(bags[target].get("capabilities") or ())
                edges.append(edge)
    return edges


def _transition(estate: Estate) -> dict[str, Any]:
    """Return who goes into whom; an estate with several vesting days says only the first."""
    parts: dict[str, list[Organisation]] = {}
    days = set()
    for council in estate.of("organisation").values():
        for successor in getattr(council, "successors", None) or ():
            parts.setdefault(successor.organisation, []).append(council)  # type: ignore[arg-type]
            days.add(successor.vesting)
    if not parts:
        return {}
    return {
        "vestingDate": min(days).isoformat(),
        "successors": [_successor(estate, key, councils) for key, councils in parts.items()],
    }


def _successor(estate: Estate, key: str, councils: Sequence[Organisation]) -> dict[str, Any]:
    entry = estate.get(key)
    whole = [c.name for c in councils if len(c.successors or ()) == 1]
    return {
        "name": entry.name if entry else key,
        "estate": key,
        "fullPredecessors": whole,
        "partialPredecessors": [c.name for c in councils if c.name not in whole],
    }

"""A council register out: systems, what they are for, and who consumes them."""

from __future__ import annotations

import json
from typing import Any

from estate.exchange.lgam.words import HOSTING, LAYERS, STATUS, SUPPORT
from estate.exchange.outward import Exported, Outgoing, Parcel
from estate.exchange.outward.contracts import Terms, terms_of
from estate.model import Estate, Supplier

__all__ = ["write"]

_VERSION = "1.0"


def write(estate: Estate) -> Exported:
    """Return the register: an application is a system, a service an area of the business.

    Fields without a place of their own stand in `estate` of the system or the area.
    """
    outgoing = Outgoing(estate)
    services = list(outgoing.of("services"))
    applications = list(outgoing.of("applications"))
    consumers = _consumers(applications)
    words = sorted({w for p in applications for w in p.fields.get("capabilities") or ()})
    domains = [_domain(parcel) for parcel in services]
    systems = [_system(estate, parcel, consumers.get(parcel.id, [])) for parcel in applications]
    document = {
        "meta": {"version": _VERSION, "exported": None, "council": estate.name, "estate": True},
        "taxonomy": {
            "layers": [{"id": key, "label": label} for key, label in LAYERS.items()],
            "domains": domains,
            "capabilities": [{"id": word, "label": word} for word in words],
        },
        "systems": systems,
    }
    text = json.dumps(document, indent=2, ensure_ascii=True) + "\n"
    return outgoing.exported({"": text}, why="a register holds systems and the areas they serve")


def _consumers(parcels: list[Parcel]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for parcel in parcels:
        for name, target in parcel.relations():
            if name == "uses":
                found.setdefault(target, []).append(parcel.id)
    return found


def _domain(parcel: Parcel) -> dict[str, Any]:
    head = {"id": parcel.id, "label": parcel.name, "layer": "business"}
    return {**head, "estate": parcel.bag()}


def _system(estate: Estate, parcel: Parcel, consumers: list[str]) -> dict[str, Any]:
    terms, relations = terms_of(estate, parcel.id), parcel.relations()
    named = (parcel.fields.get("users") or {}).get("named")
    status = str(parcel.fields.get("status", "live"))
    system = {
        "id": parcel.id,
        "name": parcel.name,
        "domains": [target for name, target in relations if name == "supports"],
        "description": parcel.plain("description") or "",
        "lifecycle": STATUS.get(status, ""),
        "identity": {
            "vendor": _vendor(estate, parcel, relations),
            "users": named,
            "category": parcel.text("category"),
            "businessOwner": parcel.plain("owner") or "",
            "technicalOwner": parcel.plain("technical_owner") or "",
        },
        "contract": _contract(parcel.fields, terms),
        "technical": _technical(parcel),
        "compliance": [],
        "capabilities": list(parcel.fields.get("capabilities") or ()),
        "consumers": consumers,
        "dependencies": [target for name, target in relations if name == "uses"],
    }
    if status in STATUS:
        parcel.take("status")
    return {**system, "estate": parcel.bag()}


def _vendor(estate: Estate, parcel: Parcel, relations: list[tuple[str, str]]) -> str:
    """Return the name of the first supplier; of others only that they are left out is said."""
    found = [target for name, target in relations if name in {"supplier", "supplied_by"}]
    for other in found[1:]:
        parcel.drop("supplied_by", f"only one supplier fits ({other} does not)")
    supplier = estate.get(found[0]) if found else None
    if not isinstance(supplier, Supplier):
        return ""
    for name in ("supplier", "supplied_by"):
        parcel.take(name)
    return supplier.name


def _contract(fields: dict[str, Any], terms: Terms | None) -> dict[str, Any]:
    cost = (fields.get("annual_cost") or {}).get("revenue")
    if terms is None:
        return {"annualCost": cost, "contractEnd": None, "noticePeriod": None}
    ends = terms.ends.isoformat() if terms.ends else None
    value = terms.value if terms.value is not None else cost
    return {"annualCost": value, "contractEnd": ends, "noticePeriod": terms.notice_months}


def _technical(parcel: Parcel) -> dict[str, Any]:
    hosting = {ours: theirs for theirs, ours in HOSTING.items()}
    support = {ours: theirs for theirs, ours in SUPPORT.items()}
    said = dict(tag.split(":", 1) for tag in parcel.fields.get("tags") or () if ":" in tag)
    technical = {
        "hosting": hosting.get(str(parcel.fields.get("hosting")), ""),
        "dataModel": said.get("data-model", ""),
        "portability": said.get("portability", ""),
        "supportModel": support.get(str(parcel.fields.get("support_model")), ""),
    }
    if technical["hosting"]:
        parcel.take("hosting")
    if technical["supportModel"]:
        parcel.take("support_model")
    return technical

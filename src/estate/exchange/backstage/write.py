"""The catalogue of an estate as entities of Backstage, one YAML document each."""

from __future__ import annotations

import hashlib
import re
from typing import Any, Final

from estate.exchange.backstage.entity import ANNOTATION, REF
from estate.exchange.carried import PREFIX
from estate.exchange.outward import Exported, Outgoing, Parcel
from estate.model import Estate
from estate.model.relations import BY_NAME
from estate.yaml_text import document

__all__ = ["write"]

_KINDS: Final = {
    "organisations": "Group",
    "services": "System",
    "applications": "Component",
    "servers": "Resource",
    "devices": "Resource",
    "apis": "API",
    "datasets": "Resource",
}
_LIFECYCLES: Final = {
    "proposed": "experimental",
    "planned": "experimental",
    "live": "production",
    "retiring": "deprecated",
    "retired": "deprecated",
}
_TYPES: Final = {"rest": "openapi", "graphql": "graphql"}
_LONGEST: Final = 63
_NAME: Final = re.compile(r"[a-zA-Z0-9]([a-zA-Z0-9]|[-_.](?=[a-zA-Z0-9]))*")
_UNOWNED: Final = "unknown"
"""The owner that an entity must have where no organisation has it."""


def write(estate: Estate) -> Exported:
    """Return the catalogue: a component for an application, a resource for what it runs on.

    Fields that have no place of their own are annotations called `estate/…`.
    """
    outgoing = Outgoing(estate)
    parcels = {parcel.id: parcel for parcel in outgoing.of(*_KINDS)}
    specs = {key: _spec(parcel, parcels) for key, parcel in parcels.items()}
    texts = [document(_entity(parcel, specs[key])) for key, parcel in parcels.items()]
    text = "---\n".join(texts)
    why = "a catalogue holds components, APIs, resources, systems and groups"
    return outgoing.exported({"": text}, why=why)


def _entity(parcel: Parcel, spec: dict[str, Any]) -> dict[str, Any]:
    roles = parcel.take("roles")
    if roles is not None:
        parcel.drop("roles", "who may accept a risk, and their keys, never leave so")
    metadata: dict[str, Any] = {"name": _name(parcel.id), "title": _title(parcel.name)}
    if description := parcel.plain("description"):
        metadata["description"] = description
    links = [{"url": url, "title": title} for title, url in _links(parcel).items()]
    carried = parcel.carried().items()
    own = {ANNOTATION + name.removeprefix(PREFIX): value for name, value in carried}
    metadata["annotations"] = {REF: parcel.id, **own}
    if links:
        metadata["links"] = links
    return {
        "apiVersion": "backstage.io/v1alpha1",
        "kind": _KINDS[parcel.section],
        "metadata": metadata,
        "spec": spec,
    }


def _title(name: str) -> str:
    return "".join(sign if sign.isprintable() else "\ufffd" for sign in name).strip() or "unnamed"


def _links(parcel: Parcel) -> dict[str, str]:
    links = parcel.fields.get("links") or {}
    if all(text and text == text.strip() for text in [*links, *links.values()]):
        parcel.take("links")
        return dict(links)
    return {}


def _spec(parcel: Parcel, parcels: dict[str, Parcel]) -> dict[str, Any]:
    if parcel.section == "organisations":
        return {"type": "organization", "children": []}
    owners = parcel.fields.get("organisation") or []
    spec: dict[str, Any] = {"owner": f"group:{_name(owners[0])}" if owners else _UNOWNED}
    if parcel.section == "services":
        return spec
    if parcel.section == "apis":
        style = str(parcel.fields.get("style") or "other")
        spec |= {"type": _TYPES.get(style, style), "definition": "not recorded"}
    else:
        spec |= {"type": "service" if parcel.section == "applications" else parcel.kind}
    if parcel.section in {"applications", "apis"}:
        spec["lifecycle"] = _LIFECYCLES[str(parcel.fields.get("status", "live"))]
    return spec | _relations(parcel, parcels)


def _relations(parcel: Parcel, parcels: dict[str, Parcel]) -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for name, target in parcel.relations():
        other = parcels.get(target)
        if other is None:
            continue
        if name == "supports" and "system" not in found and other.section == "services":
            found["system"] = [_name(target)]
        elif name in {"consumes", "provides"} and parcel.section == "applications":
            found.setdefault(f"{name}Apis", []).append(_name(target))
        elif BY_NAME[_relation(name)].need == "owner" and _KINDS[other.section] in _DEPENDED:
            ref = f"{_KINDS[other.section].lower()}:{_name(target)}"
            found.setdefault("dependsOn", []).append(ref)
    system = {"system": found.pop("system")[0]} if "system" in found else {}
    return {**system, **{name: list(dict.fromkeys(refs)) for name, refs in found.items()}}


_DEPENDED: Final = frozenset({"Component", "Resource"})


def _relation(field: str) -> str:
    return "supplied_by" if field == "supplier" else field


def _name(key: str) -> str:
    """Return an id as the catalogue has names: no slash, at most 63 characters."""
    name = key.replace("/", ".")
    if len(name) <= _LONGEST and _NAME.fullmatch(name) and "/" not in key:
        return name
    digest = hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST - 9].rstrip('-_.')}-{digest}"

"""A bill of materials out: CycloneDX 1.6 in JSON, by the official library."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.bom_ref import BomRef
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.model.dependency import Dependency
from cyclonedx.model.service import Service
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from estate.exchange.carried import carried
from estate.exchange.cyclonedx.parts import WHOLE
from estate.exchange.outward import Exported, Outgoing, Parcel
from estate.model import Estate, Supplier
from estate.model.relations import BY_NAME

__all__ = ["write"]

_TYPES: Final = {
    "applications": ComponentType.APPLICATION,
    "servers": ComponentType.PLATFORM,
    "devices": ComponentType.DEVICE,
    "datasets": ComponentType.DATA,
}
_SPACE: Final = UUID("7c1f0f6e-3d5a-5b7e-9c39-5a4c8ac0d2be")
"""Of the serial numbers: the same estate gives the same one."""
_NO_PLACE: Final = "a bill of materials holds applications, servers, devices, APIs and datasets"


def write(estate: Estate) -> Exported:
    """Return the estate as one bill of materials.

    An application, server, device or dataset is a component, an API a service, software a
    component inside what it is installed on. Who needs whom are the dependencies. Fields without
    a place of their own are properties called `estate:…`.
    """
    outgoing = Outgoing(estate)
    parcels = list(outgoing.of(*_TYPES, "apis"))
    needs = _needs(parcels)
    suppliers = {key for parcel in parcels for key in _suppliers(parcel)[:1]}
    components = [_component(p, estate) for p in parcels if p.section in _TYPES]
    services = [_service(p, estate) for p in parcels if p.section == "apis"]
    bom = Bom(
        components=components,
        services=services,
        dependencies=[
            Dependency(BomRef(key), (Dependency(BomRef(target)) for target in targets))
            for key, targets in [*needs, (WHOLE, [key for key, _ in needs])]
        ],
    )
    bom.metadata.component = Component(
        name=estate.name,
        bom_ref=WHOLE,
        type=ComponentType.APPLICATION,
        properties=[Property(name="estate:kind", value="estate")],
    )
    return outgoing.exported({"": _settled(bom)}, why=_NO_PLACE, named=suppliers)


def _settled(bom: Bom) -> str:
    """Write the bill without the clock and the dice: its serial number is that of its content."""
    document = json.loads(JsonV1Dot6(bom).output_as_string())
    document["metadata"].pop("timestamp", None)
    document.pop("serialNumber", None)
    content = json.dumps(document, sort_keys=True)
    document = {**document, "serialNumber": f"urn:uuid:{uuid5(_SPACE, content)}"}
    return json.dumps(document, indent=2, ensure_ascii=True, sort_keys=True) + "\n"


def _needs(parcels: Iterable[Parcel]) -> list[tuple[str, list[str]]]:
    """Return who needs whom, both of them in the bill."""
    held = {parcel.id for parcel in parcels}
    found: dict[str, set[str]] = {key: set() for key in held}
    for parcel in parcels:
        for name, target in parcel.relations():
            need = BY_NAME[name].need if name in BY_NAME else "none"
            if target in held and need in {"owner", "target"}:
                owner, needed = (parcel.id, target) if need == "owner" else (target, parcel.id)
                found[owner].add(needed)
    return [(key, sorted(needed)) for key, needed in sorted(found.items())]


def _component(parcel: Parcel, estate: Estate) -> Component:
    product = str(parcel.fields.get("product") or "")
    software = parcel.fields.get("software") and parcel.take("software")
    return Component(
        name=parcel.name,
        bom_ref=parcel.id,
        type=_TYPES[parcel.section],
        version=parcel.plain("version"),
        description=parcel.plain("description"),
        purl=_purl(product),
        supplier=_supplier(parcel, estate),
        external_references=_references(parcel),
        components=[_installed(parcel, n, item) for n, item in enumerate(software or (), 1)],
        properties=_properties(parcel),
    )


def _service(parcel: Parcel, estate: Estate) -> Service:
    return Service(
        name=parcel.name,
        bom_ref=parcel.id,
        version=parcel.plain("version"),
        description=parcel.plain("description"),
        provider=_supplier(parcel, estate),
        external_references=_references(parcel),
        properties=_properties(parcel),
    )


def _supplier(parcel: Parcel, estate: Estate) -> OrganizationalEntity | None:
    names = _suppliers(parcel)
    for key in names[1:]:
        parcel.drop("supplied_by", f"only one supplier fits ({key} does not)")
    supplier = estate.get(names[0]) if names else None
    if not isinstance(supplier, Supplier):
        return None
    return OrganizationalEntity(name=supplier.name, bom_ref=supplier.id)


def _suppliers(parcel: Parcel) -> list[str]:
    return [t for holder, t in parcel.relations() if holder in {"supplier", "supplied_by"}]


def _references(parcel: Parcel) -> list[ExternalReference]:
    links = parcel.fields.get("links") or {}
    if len(set(links.values())) < len(links) or not all([*links, *links.values()]):
        return []
    parcel.take("links")
    return [
        ExternalReference(type=ExternalReferenceType.OTHER, url=XsUri(url), comment=label)
        for label, url in links.items()
    ]


def _properties(parcel: Parcel) -> list[Property]:
    return [Property(name=name, value=value) for name, value in parcel.carried().items()]


def _installed(parcel: Parcel, number: int, item: str | dict[str, Any]) -> Component:
    said = {"product": item} if isinstance(item, str) else dict(item)
    product, version = str(said["product"]), said.get("version")
    purl = _purl(product)
    if purl is None:
        said.pop("version", None)
    if purl is None or purl.to_string() == product:
        del said["product"]
    rest = {**said, "kind": "installation"}
    return Component(
        name=purl.name if purl else product,
        bom_ref=f"{parcel.id}#{number}",
        type=ComponentType.LIBRARY if purl else ComponentType.PLATFORM,
        version=version or (purl.version if purl else None),
        purl=purl,
        properties=[Property(name=name, value=value) for name, value in carried(rest).items()],
    )


def _purl(text: str) -> PackageURL | None:
    try:
        return PackageURL.from_string(text) if text.startswith("pkg:") else None
    except ValueError:
        return None

"""NetBox's objects in: devices, virtual machines, clusters, sites, circuits and tenants."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.documents import json_values
from estate.exchange.inward.draft import Ref
from estate.exchange.netbox.dumped import Dump, is_dumped
from estate.exchange.netbox.pages import Pages
from estate.exchange.table.cells import shown

__all__ = ["read"]

_ENDPOINT: Final = re.compile(r"/api/([a-z-]+/[a-z-]+)/(\d+)/?$")
_STATUS: Final = {
    "active": "live",
    "planned": "planned",
    "staged": "planned",
    "staging": "planned",
    "provisioning": "planned",
    "decommissioning": "retiring",
    "deprovisioning": "retiring",
    "decommissioned": "retired",
    "retired": "retired",
}
_SERVERS: Final = ("server", "hypervisor", "host", "storage", "blade", "chassis")
_NETWORK: Final = ("switch", "router", "firewall", "access-point", "load-balancer", "wireless")
_SITE: Final = "dcim.site"
_PLACES: Final = ("id", "url", "display", "display_url", "slug", "created", "last_updated")


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn objects into records. Raises ExchangeError where a file is no JSON.

    What an object is, its address in the API says (`url`), or in a dump its model.
    """
    draft = Draft("NetBox", folder)
    pages = Pages(draft)
    found = []
    for source in sources:
        draft.open(source.name, "NetBox, JSON")
        members = pages.members(json_values(source), source.name)
        found += [(source.name, number, value) for number, value in enumerate(members, 1)]
    pages.missing()
    objects = [value for *_, value in found if isinstance(value, dict)]
    dump = Dump(value for value in objects if is_dumped(value))
    items = [_item(draft, dump, *one) for one in found]
    for item in sorted(filter(None, items), key=_turn):
        _object(draft, item)
    return draft.finish()


def _item(draft: Draft, dump: Dump, file: str, number: int, value: Any) -> Item | None:  # noqa: ANN401
    if isinstance(value, dict):
        values = dump.as_given(value) if is_dumped(value) else value
        return draft.item("object", values, file, number)
    draft.lose(draft.item("object", {}, file, number), "it is no object", shown(value))
    return None


def _turn(item: Item) -> int:
    """Order objects: tenants and sites first, so that none is made of a mere name before."""
    endpoint = _ENDPOINT.search(str(item.values.get("url") or ""))
    first = ("tenancy/tenants", "dcim/sites")
    return first.index(endpoint[1]) if endpoint and endpoint[1] in first else len(first)


def _object(draft: Draft, item: Item) -> None:
    endpoint = _ENDPOINT.search(str(item.values.get("url") or ""))
    name = item.text("name") or item.text("cid") or item.text("display")
    make = _MAKERS.get(endpoint[1]) if endpoint else None
    if endpoint is None:
        draft.lose(item, "its url does not say what it is", name)
    elif make is None:
        draft.lose(item, f"an inventory has no place for {endpoint[1]}", name or endpoint[2])
    elif not name:
        draft.lose(item, "it has no name", endpoint[2])
    else:
        item.ignore(*_PLACES)
        make(draft, item, f"{endpoint[1]} {endpoint[2]}", name)


def _reference(item: Item, name: str) -> tuple[str, str, str]:
    """Take a nested object: its key, its name and its slug."""
    nested = item.inner(name)
    endpoint = _ENDPOINT.search(nested.text("url"))
    shown, slug = nested.text("name") or nested.text("display"), nested.text("slug")
    nested.values.clear()
    return (f"{endpoint[1]} {endpoint[2]}" if endpoint else "", shown, slug)


def _word(item: Item, name: str) -> str:
    """Take a choice, which is a mapping of value and label, or the value alone."""
    if isinstance(item.values.get(name), dict):
        nested = item.inner(name)
        nested.ignore("label")
        return nested.text("value")
    return item.text(name)


def _common(draft: Draft, item: Item) -> dict[str, Any]:
    tenant, name, _ = _reference(item, "tenant")
    if tenant and tenant not in draft.records:
        draft.add(item, "organisations", tenant, [name], name=name)
    status = _word(item, "status")
    if status and status not in _STATUS:
        item.refuse("status", status, "the inventory has no such status")
    tags = [tag.text("name") or tag.text("display") for tag in _tags(item)]
    return {
        "description": item.text("description"),
        "notes": item.text("comments"),
        "status": _STATUS.get(status, ""),
        "organisation": [Ref(tenant)] if tenant else "",
        "tags": [tag for tag in tags if tag] or "",
    }


def _tags(item: Item) -> list[Item]:
    found = item.inners("tags")
    for tag in found:
        tag.ignore("id", "url", "slug", "color", "display_url")
    return found


def _place(draft: Draft, item: Item, key: str, fields: Sequence[str], where: str = "site") -> None:
    site, name, _ = _reference(item, where)
    if site:
        if site not in draft.records:
            draft.add(item, "sites", site, [name], name=name)
        draft.link(item, key, site, fields)


def _device(draft: Draft, item: Item, key: str, name: str) -> None:
    fields = _common(draft, item)
    _, role, slug = _reference(item, "role" if item.has("role") else "device_role")
    if any(word in slug for word in _SERVERS):
        section, fields["form"] = "servers", "physical"
    else:
        section = "devices"
        fields["form"] = "network" if any(word in slug for word in _NETWORK) else ""
    tags = fields["tags"] or []
    fields["tags"] = [*tags, f"role:{role}"] if role else fields["tags"]
    kind = item.inner("device_type")
    maker, model = kind.inner("manufacturer"), kind.text("model") or kind.text("display")
    product = " ".join(filter(None, [maker.text("name"), model]))
    kind.values.clear()
    maker.values.clear()
    fields["hardware"] = {"product": product} if product else ""
    fields["software"] = _platform(item)
    if draft.add(item, section, key, [name], name=name, **fields) is not None:
        _place(draft, item, key, ("located_at",))
        _clustered(draft, item, key)


def _platform(item: Item) -> list[Any] | str:
    _, name, _ = _reference(item, "platform")
    return [{"product": name}] if name else ""


def _clustered(draft: Draft, item: Item, key: str) -> None:
    for name in ("cluster", "device"):
        host, _, _ = _reference(item, name)
        if host:
            draft.link(item, key, host, ("hosted_on", "depends_on"))


def _machine(draft: Draft, item: Item, key: str, name: str) -> None:
    fields = _common(draft, item)
    fields |= {"form": "virtual", "cores": item.text("vcpus"), "software": _platform(item)}
    if draft.add(item, "servers", key, [name], name=name, **fields) is not None:
        _place(draft, item, key, ("located_at",))
        _clustered(draft, item, key)


def _cluster(draft: Draft, item: Item, key: str, name: str) -> None:
    fields = {**_common(draft, item), "form": "cluster"}
    if draft.add(item, "servers", key, [name], name=name, **fields) is not None:
        _place(draft, item, key, ("located_at",))
        if item.values.get("scope_type") == _SITE:
            _place(draft, item, key, ("located_at",), "scope")
            item.ignore("scope_type", "scope_id")


def _site(draft: Draft, item: Item, key: str, name: str) -> None:
    fields = {**_common(draft, item), "address": item.text("physical_address")}
    draft.add(item, "sites", key, [name], name=name, **fields)


def _tenant(draft: Draft, item: Item, key: str, name: str) -> None:
    description, notes = item.text("description"), item.text("comments")
    fields = {"description": description, "notes": notes}
    draft.add(item, "organisations", key, [name], name=name, **fields)


def _circuit(draft: Draft, item: Item, key: str, name: str) -> None:
    fields = _common(draft, item)
    _, kind, _ = _reference(item, "type")
    _, provider, _ = _reference(item, "provider")
    fields["from"], fields["until"] = item.text("install_date"), item.text("termination_date")
    fields["tags"] = [*(fields["tags"] or []), f"type:{kind}"] if kind else fields["tags"]
    if draft.add(item, "connections", key, [name], name=name, **fields) is None:
        return
    if provider:
        draft.link(item, key, draft.implied(item, "suppliers", provider), ("supplied_by",))
    for end in ("termination_a", "termination_z"):
        termination = item.inner(end)
        _place(draft, termination, key, ("connects",))
        if termination.values.get("termination_type", _SITE) == _SITE:
            _place(draft, termination, key, ("connects",), "termination")
            termination.ignore("termination_type", "termination_id")
        termination.ignore(*_PLACES)


_MAKERS: Final[dict[str, Callable[[Draft, Item, str, str], None]]] = {
    "circuits/circuits": _circuit,
    "dcim/devices": _device,
    "dcim/sites": _site,
    "tenancy/tenants": _tenant,
    "virtualization/clusters": _cluster,
    "virtualization/virtual-machines": _machine,
}

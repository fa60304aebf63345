"""Inventories of Ansible in: every host becomes a server. No template and no plugin is run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from estate.exchange.ansible.hosts import Host, Hosts
from estate.exchange.ansible.layouts import ENCRYPTED, hosts_of
from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source

__all__ = ["read"]

_TEMPLATE: Final = "{{"
_PRODUCTS: Final = {"redhat": "rhel", "red hat enterprise linux": "rhel"}


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn hosts into servers. Raises ExchangeError where a file is no inventory."""
    draft = Draft("Ansible", folder)
    for source in sources:
        hosts, remark = hosts_of(source)
        draft.open(source.name, remark)
        for number, host in enumerate(hosts.found.values(), 1):
            _host(draft, hosts, host, number)
        if hosts.variables:
            item = draft.item("variables of groups", {}, source.name, 1)
            draft.lose(item, "variables of groups are not hosts", ", ".join(hosts.variables))
    return draft.finish()


def _host(draft: Draft, hosts: Hosts, host: Host, number: int) -> None:
    item = draft.item("host", host.values, hosts.file, number)
    _guarded(item)
    names = [host.name]
    names += ["-".join([*host.path[-depth:], host.name]) for depth in range(1, len(host.path) + 1)]
    cores = item.text("ansible_processor_vcpus")
    fields: dict[str, Any] = {
        "name": "-".join([*host.path, host.name]),
        "description": item.text("description"),
        "tags": hosts.groups_of(host) or "",
        "cores": cores,
        "software": _system(item) or "",
    }
    key = "host " + "/".join([*host.path, host.name])
    if key in draft.records:  # the same host in another file: its groups and variables add up
        _again(draft, item, key, fields)
        return
    draft.add(item, "servers", key, names, **fields)


def _again(draft: Draft, item: Item, key: str, fields: dict[str, Any]) -> None:
    known = draft.records[key].fields
    for name, value in fields.items():
        if name == "tags":
            tags = [*known.get("tags", []), *value]
            known["tags"] = list(dict.fromkeys(tags)) or ""
        elif value and known.setdefault(name, value) != value:
            item.refuse(name, value, f"{draft.records[key].item.place} says something else")
    if not known.get("tags"):
        known.pop("tags", None)


def _guarded(item: Item) -> None:
    """Take out what is encrypted and what a template would make: neither is a value."""
    for name, value in list(item.values.items()):
        if value == ENCRYPTED:
            del item.values[name]
            item.refuse(name, "", "it is encrypted, and stays so")
        elif isinstance(value, str) and _TEMPLATE in value:
            del item.values[name]
            item.refuse(name, value, "a template, and no template is run")


def _system(item: Item) -> list[Any]:
    """Return the operating system, where the facts of Ansible say it."""
    product, version = (
        item.text("ansible_distribution"),
        item.text("ansible_distribution_version"),
    )
    plain = _PRODUCTS.get(product.lower(), product.lower())
    if not plain:
        return []
    return [{"product": plain, "version": version} if version else plain]

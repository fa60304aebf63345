"""Registers and models of the LGAM in: systems become applications, areas become services."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.documents import json_mapping
from estate.exchange.inward.draft import Ref
from estate.exchange.lgam.model import read_model
from estate.exchange.lgam.words import AREAS, CATEGORIES, HOSTING, STATUS, SUPPORT
from estate.exchange.table.slug import slug
from estate.exchange.table.unreadable import unreadable

__all__ = ["read"]


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn registers and models into records. Raises ExchangeError where a file is neither."""
    draft = Draft("LGAM", folder)
    for source in sources:
        values = json_mapping(source)
        if "systems" in values:
            draft.open(source.name, "LGAM council register, JSON")
            _register(draft, draft.item("register", values, source.name, 1))
        elif "nodes" in values:
            draft.open(source.name, "LGAM model, JSON")
            read_model(draft, draft.item("model", values, source.name, 1))
        else:
            expected = "a register with 'systems', or a model with 'nodes'"
            raise unreadable(source.name, "neither systems nor nodes", expected=expected)
    return draft.finish()


@dataclass(slots=True, eq=False)
class _Register:
    """A register while it is read: its areas by id, and the labels of its capabilities."""

    draft: Draft
    file: str
    council: str = ""
    areas: dict[str, Item] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)

    def key(self, kind: str, ref: str) -> str:
        return f"{kind} {self.file} {ref}"


def _register(draft: Draft, whole: Item) -> None:
    register = _Register(draft, whole.file)
    meta, taxonomy = whole.inner("meta"), whole.inner("taxonomy")
    meta.ignore("version", "exported")
    taxonomy.ignore("layers")
    # A register that we wrote is one of an estate, which may be that of several councils.
    if (council := meta.text("council")) and not meta.text("estate"):
        register.council = draft.implied(whole, "organisations", council)
    for number, values in enumerate(taxonomy.apart("domains"), 1):
        _area(register, draft.item("domain", values, whole.file, number))
    for each in taxonomy.inners("capabilities"):
        register.labels[each.text("id")] = each.text("label")
    for number, values in enumerate(whole.apart("systems"), 1):
        _system(register, draft.item("system", values, whole.file, number))


def _area(register: _Register, item: Item) -> None:
    """Make a service of what the council does; areas of technology are tags of their systems."""
    ref, label, layer = item.text("id"), item.text("label"), item.text("layer")
    register.areas[ref] = item
    item.ignore("subdomain")
    own = item.values.pop("estate", None)
    if layer not in AREAS:
        register.labels[ref] = label
        return
    fields = own if isinstance(own, dict) else {}
    names = [ref] if own is not None else [label]
    key = register.key("area", ref)
    made = register.draft.add(item, "services", key, names, **{"name": label, **fields})
    if made is not None:
        made.ours = own is not None


def _system(register: _Register, item: Item) -> None:
    ref, name = item.text("id"), item.text("name")
    own = item.values.pop("estate", None)
    ours = isinstance(own, dict)
    key, domains = register.key("system", ref), item.texts("domains")
    supports = [register.key("area", each) for each in domains if each not in register.labels]
    tags = [register.labels[each] for each in domains if each in register.labels]
    tags += [f"compliance:{each}" for each in item.texts("compliance")]
    fields = _fields(register, item, tags)
    vendor, contract = fields.pop("vendor"), fields.pop("contract")
    fields |= {"tags": tags or "", "annual_cost": contract.pop("cost")}
    if isinstance(own, dict):
        for stated in ("annual_cost", "users", "tags"):
            del fields[stated]
        fields |= own
    names = [ref] if ours else [name]
    made = register.draft.add(item, "applications", key, names, **{"name": name, **fields})
    if made is None:
        return
    made.ours = ours
    for area in supports:
        register.draft.link(item, key, area, ("supports",))
    if vendor:
        supplier = register.draft.implied(item, "suppliers", vendor)
        register.draft.link(item, key, supplier, ("supplied_by",))
    if contract and not ours:
        _contract(register, item, key, name, contract)
    _uses(register, item, key)


def _fields(register: _Register, item: Item, tags: list[str]) -> dict[str, Any]:
    identity, technical = item.inner("identity"), item.inner("technical")
    capabilities = [slug(register.labels.get(e, e)) for e in item.texts("capabilities")]
    users, support = identity.text("users"), technical.text("supportModel")
    for name, label in (("dataModel", "data-model"), ("portability", "portability")):
        if said := technical.text(name):
            tags.append(f"{label}:{said}")
    if support in {"shared", "managed-service"}:
        tags.append(f"support:{support}")
    elif support and support not in SUPPORT:
        technical.refuse("supportModel", support, "the register has no such word")
    return {
        "description": item.text("description"),
        "capabilities": [each for each in capabilities if each] or "",
        "status": _word(item, "lifecycle", STATUS),
        "owner": identity.text("businessOwner"),
        "technical_owner": identity.text("technicalOwner"),
        "category": _word(identity, "category", CATEGORIES),
        "users": {"named": users} if users else "",
        "vendor": identity.text("vendor"),
        "hosting": _word(technical, "hosting", HOSTING),
        "support_model": SUPPORT.get(support, ""),
        "organisation": [Ref(register.council)] if register.council else "",
        "contract": _terms(item.inner("contract")),
    }


def _word(item: Item, name: str, words: dict[str, str]) -> str:
    said = item.text(name)
    if said and said not in words:
        item.refuse(name, said, f"expected {', '.join(words)}")
    return words.get(said, "")


def _terms(contract: Item) -> dict[str, Any]:
    """Return the terms of a contract, `cost` what the system costs where there are none."""
    cost, ends = contract.text("annualCost"), contract.text("contractEnd")
    notice = contract.text("noticePeriod")
    if not ends and not notice:
        return {"cost": {"revenue": cost} if cost else ""}
    term = f"{notice} months" if notice.isdigit() else notice
    return {"cost": "", "value": cost, "ends": ends[:10], "notice": term}


def _contract(register: _Register, item: Item, key: str, name: str, terms: dict[str, Any]) -> None:
    title = f"{name} contract"
    fields = {"name": title, **terms, "covers": [Ref(key)]}
    made = register.draft.add(item, "contracts", f"{key} contract", [title], **fields)
    vendor = next((w.target for w in register.draft.wishes_of(key, "supplied_by")), "")
    if made is not None and vendor:
        register.draft.link(item, f"{key} contract", vendor, ("supplied_by",))


def _uses(register: _Register, item: Item, key: str) -> None:
    for other in item.texts("consumers"):
        register.draft.link(item, register.key("system", other), key, ("uses",))
    for other in item.texts("dependencies"):
        register.draft.link(item, key, register.key("system", other), ("uses",))

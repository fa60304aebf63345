"""Exports of a CMDB in: configuration items become records, relationships relations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.draft import Ref
from estate.exchange.inward.rows import day_of, headings_of, rows_of
from estate.exchange.servicenow.columns import (
    CRITICALITY,
    ENVIRONMENTS,
    INSTALLED,
    OPERATIONAL,
    RELATIONS,
    SPELT,
    section_of,
)
from estate.exchange.table.sheet import Sheet
from estate.exchange.table.unreadable import unreadable

__all__ = ["read"]

_VERSIONED = frozenset({"applications", "apis"})
_INSTALLED = frozenset({"applications", "servers", "devices"})


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn items and relationships into records. Raises ExchangeError where a file has neither.

    A file with the columns parent and child holds relationships, one with a name items.
    """
    draft = Draft("ServiceNow", folder)
    relations: list[tuple[Sheet, dict[str, str]]] = []
    known: dict[str, list[str]] = {}
    for source in sources:
        sheet, headings = headings_of(source)
        draft.open(source.name, sheet.remark)
        names = _names(headings)
        if {"parent", "child"} <= set(names.values()):
            relations.append((sheet, names))
        elif "name" in names.values():
            for item in rows_of(draft, sheet, "item", names):
                _item(draft, item, known)
        else:
            expected = "a column name, or the columns parent and child"
            raise unreadable(source.name, "neither items nor relations", expected=expected)
    for sheet, names in relations:
        for item in rows_of(draft, sheet, "relationship", names):
            _relationship(draft, item, known)
    return draft.finish()


def _names(headings: dict[str, str]) -> dict[str, str]:
    """Return our name for each column; in a file of relations `type` is the relationship's."""
    found: dict[str, str] = {}
    of_relations = {"parent", "child"} <= headings.keys()
    for name, spellings in SPELT.items():
        if (name == "class") if of_relations else (name in {"relation", "parent", "child"}):
            continue
        spelt = next((s for s in spellings if s in headings), None)
        if spelt is not None and headings[spelt] not in found:
            found[headings[spelt]] = name
    return found


def _item(draft: Draft, item: Item, known: dict[str, list[str]]) -> None:
    name, kind = item.text("name"), item.text("class")
    section = section_of(kind) if kind else "applications"
    if not name or not section:
        reason = f"an inventory has no place for the class {kind!r}" if name else "it has no name"
        draft.lose(item, reason, name)
        return
    ref = item.text("sys_id")
    key = f"item {ref or f'{item.file} {item.number}'}"
    fields = _fields(draft, item, section)
    if draft.add(item, section, key, [name, f"{name} {kind}"], name=name, **fields) is None:
        return
    for each in {ref, name} - {""}:
        known.setdefault(each, []).append(key)
    _bought(draft, item, key, name)
    if place := item.text("location"):
        site = draft.implied(item, "sites", place)
        draft.link(item, key, site, ("located_at", "depends_on"))


def _fields(draft: Draft, item: Item, section: str) -> dict[str, Any]:
    company = item.text("company")
    fields: dict[str, Any] = {
        "description": item.text("description"),
        "owner": item.text("owner"),
        "technical_owner": item.text("support_group"),
        "status": _status(item),
        "environment": _word(item, "environment", ENVIRONMENTS),
        "criticality": _word(item, "criticality", CRITICALITY, first=True),
        "notes": item.text("comments"),
    }
    if company:
        fields["organisation"] = [Ref(draft.implied(item, "organisations", company))]
    if section in _VERSIONED:
        fields["version"] = item.text("version")
    if section == "servers":
        fields["cores"] = item.text("cores")
    if section in {"servers", "devices"} and (model := item.text("model")):
        fields["hardware"] = {"product": model}
    if section in _INSTALLED and (system := item.text("os")):
        version = item.text("os_version")
        fields["software"] = [{"product": system, **({"version": version} if version else {})}]
    return fields


def _status(item: Item) -> str:
    """Take what an item is in operation; where that is empty, how far it is installed."""
    if item.has("status"):
        return _word(item, "status", OPERATIONAL)
    return _word(item, "install_status", INSTALLED)


def _word(item: Item, name: str, words: dict[str, str], *, first: bool = False) -> str:
    """Take a choice; with `first` its first word counts, as in `1 - most critical`."""
    said = item.text(name)
    plain = said.lower()
    if first:
        plain = plain.partition(" ")[0]
    if said and plain not in words:
        item.refuse(name, said, f"the inventory has no such {name}")
    return words.get(plain, "")


def _bought(draft: Draft, item: Item, key: str, name: str) -> None:
    vendor, ends = item.text("vendor"), day_of(item, "contract_end")
    supplier = draft.implied(item, "suppliers", vendor) if vendor else ""
    if supplier:
        draft.link(item, key, supplier, ("supplied_by",))
    if ends:
        title = f"{name} contract"
        fields = {"ends": ends, "covers": [Ref(key)]}
        draft.add(item, "contracts", f"{key} contract", [title], name=title, **fields)
        if supplier:
            draft.link(item, f"{key} contract", supplier, ("supplied_by",))


def _relationship(draft: Draft, item: Item, known: dict[str, list[str]]) -> None:
    parent, child, kind = item.text("parent"), item.text("child"), item.text("relation")
    item.ignore("sys_id")
    said = f"{parent} {kind} {child}"
    words = kind.lower().partition("::")[0].strip()
    if words not in RELATIONS:
        reason = f"{kind or 'no type'} does not say who needs whom"
        draft.lose(item, reason, said)
        return
    ends = [known.get(end, []) for end in (parent, child)]
    if not all(ends):
        draft.lose(item, "one of its ends makes no record", said)
    elif any(len(end) > 1 for end in ends):
        draft.lose(item, "one of its ends is the name of several items", said)
    else:
        _linked(draft, item, ends[0][0], ends[1][0], RELATIONS[words])


def _linked(draft: Draft, item: Item, owner: str, target: str, fields: tuple[str, ...]) -> None:
    records = draft.records
    if records[owner].section == "services" and records[target].section != "services":
        draft.link(item, target, owner, ("supports",))
    else:
        draft.link(item, owner, target, fields)

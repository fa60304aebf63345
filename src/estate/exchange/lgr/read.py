"""Architecture files of councils in reorganisation in, with the configuration of the transition."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import MAXYEAR, MINYEAR
from typing import Any, Final

from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.documents import json_mapping
from estate.exchange.inward.draft import Ref
from estate.exchange.table.slug import slug
from estate.exchange.table.unreadable import unreadable

__all__ = ["read"]

HOSTING: Final = {"cloud": "hosted", "on-premise": "on-premise", "partner-hosted": "partner"}
SUPPORT: Final = {"vendor-supported": "vendor", "community-supported": "community"}
_IN_HOUSE: Final = frozenset({"in-house", "in house", "inhouse"})
_LAST_MONTH: Final = 12


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn architecture files into records. Raises ExchangeError where a file is none."""
    draft = Draft("Reorganisation", folder)
    for source in sources:
        values = json_mapping(source)
        if "nodes" in values:
            draft.open(source.name, "council architecture, JSON")
            _council(draft, draft.item("council", values, source.name, 1))
        elif "successors" in values:
            draft.open(source.name, "transition configuration, JSON")
            _transition(draft, draft.item("transition", values, source.name, 1))
        else:
            expected = "an architecture with 'nodes', or a transition with 'successors'"
            raise unreadable(source.name, "neither nodes nor successors", expected=expected)
    return draft.finish()


def _council(draft: Draft, whole: Item) -> None:
    name = whole.text("councilName")
    if not name:
        raise unreadable(whole.file, "it has no councilName", expected="the council's name")
    council = draft.implied(whole, "organisations", name, type="council")
    if ref := whole.text("estate"):
        draft.records[council].names = (ref,)
    keys: dict[str, str] = {}
    for number, values in enumerate(whole.apart("nodes"), 1):
        item = draft.item("node", values, whole.file, number)
        ref, kind = item.text("id"), item.text("type")
        if kind == "Function":
            keys[ref] = _function(draft, item, ref, council)
        elif kind == "ITSystem":
            keys[ref] = _system(draft, item, ref, council)
        else:
            draft.lose(item, f"the format has no type {kind!r}", item.text("label"))
    for number, values in enumerate(whole.apart("edges"), 1):
        _edge(draft, draft.item("edge", values, whole.file, number), keys)


def _key(item: Item, ref: str, own: object) -> str:
    """Return the key of a node: of what an estate wrote, the same in every council's file."""
    return f"node {ref}" if isinstance(own, dict) else f"node {item.file} {ref}"


def _function(draft: Draft, item: Item, ref: str, council: str) -> str:
    label, own = item.text("label"), item.values.pop("estate", None)
    key = _key(item, ref, own)
    if isinstance(own, dict) and key in draft.records:
        item.values.clear()
        return key
    fields = {"function": item.text("lgaFunctionId"), "organisation": [Ref(council)]}
    names = [ref] if isinstance(own, dict) else [label, f"{label} {fields['function']}"]
    more = own if isinstance(own, dict) else {}
    made = draft.add(item, "services", key, names, **{"name": label, **fields, **more})
    if made is not None:
        made.ours = isinstance(own, dict)
    return key


def _system(draft: Draft, item: Item, ref: str, council: str) -> str:
    label, own = item.text("label"), item.values.pop("estate", None)
    key = _key(item, ref, own)
    if isinstance(own, dict):
        _ours(draft, item, key, ref, label, own)
        return key
    vendor, users = item.text("vendor"), item.text("users")
    shared = [draft.implied(item, "organisations", name) for name in item.texts("sharedWith")]
    fields: dict[str, Any] = {
        "organisation": [Ref(council), *(Ref(other) for other in shared)],
        "users": {"named": users} if users else "",
        "version": item.text("version"),
        "notes": item.text("notes"),
        "capabilities": [w for each in item.texts("capabilityType") if (w := slug(each))] or "",
        "tags": _tags(item) or "",
        "hosting": _hosting(item),
        "support_model": _support(item, vendor),
        **_partner(item),
    }
    targets = item.texts("targetAuthorities")
    if len(targets) == 1:
        fields["successor"] = Ref(draft.implied(item, "organisations", targets[0]))
    elif targets:
        item.refuse("targetAuthorities", ", ".join(targets), "a record goes to one successor")
    terms = _terms(item)
    fields["annual_cost"] = terms.pop("cost")
    made = draft.add(item, "applications", key, [label], **{"name": label, **fields})
    if made is not None:
        _bought(draft, item, key, vendor, terms, council)
    return key


def _ours(  # noqa: PLR0913 - one system, from where and as what
    draft: Draft, item: Item, key: str, ref: str, label: str, own: dict[str, Any]
) -> None:
    vendor = item.text("vendor")
    item.values.clear()
    if key in draft.records:
        return  # a shared system stands in the file of each council
    made = draft.add(item, "applications", key, [ref], **{"name": label, **own})
    if made is not None:
        made.ours = True
        if vendor:
            supplier = draft.implied(item, "suppliers", vendor)
            draft.link(item, key, supplier, ("supplied_by",))


def _tags(item: Item) -> list[str]:
    tags = []
    for name, label in (("portability", "portability"), ("dataPartitioning", "data-model")):
        if said := item.text(name):
            tags.append(f"{label}:{said.lower()}")
    for name, label in (("isERP", "erp"), ("isIndependent", "independent")):
        if item.text(name) == "true":
            tags.append(label)
    return tags


def _hosting(item: Item) -> str:
    said, cloud = item.text("hosting"), item.text("isCloud")
    if said and said not in HOSTING:
        item.refuse("hosting", said, f"expected {', '.join(HOSTING)}")
    if not said and cloud:
        return "hosted" if cloud == "true" else "on-premise"
    return HOSTING.get(said, "")


def _support(item: Item, vendor: str) -> str:
    said = item.text("supportModel")
    if said and said not in SUPPORT:
        item.refuse("supportModel", said, "the inventory has no such support")
    return SUPPORT.get(said, "in-house" if vendor.lower() in _IN_HOUSE else "")


def _partner(item: Item) -> dict[str, Any]:
    partner = item.text("hostingPartner")
    return {"partner": {"contact": partner}} if partner else {}


def _terms(item: Item) -> dict[str, Any]:
    cost, year, month = (item.text(name) for name in ("annualCost", "endYear", "endMonth"))
    notice = item.text("noticePeriod")
    if said := item.text("cost"):
        item.refuse("cost", said, "annualCost says it as a number")
    if not year and not notice:
        return {"cost": {"revenue": cost} if cost else ""}
    term = f"{notice} months" if notice.isdigit() else notice
    return {"cost": "", "value": cost, "ends": _last_day(item, year, month), "notice": term}


def _last_day(item: Item, year: str, month: str) -> str:
    """Return the last day of the month in which a contract ends; of a mere year nobody knows."""
    if not (year.isdigit() and month.isdigit() and 1 <= int(month) <= _LAST_MONTH):
        if year:
            said = f"{year}-{month}" if month else year
            item.refuse("endYear", said, "a year and a month from 1 to 12 make a day")
        return ""
    if not MINYEAR <= int(year) <= MAXYEAR:
        item.refuse("endYear", year, "no such year")
        return ""
    last = calendar.monthrange(int(year), int(month))[1]
    return f"{int(year):04}-{int(month):02}-{last:02}"


def _bought(  # noqa: PLR0913 - one system, from whom and on which terms
    draft: Draft, item: Item, key: str, vendor: str, terms: dict[str, Any], council: str
) -> None:
    supplier = ""
    if vendor and vendor.lower() not in _IN_HOUSE:
        supplier = draft.implied(item, "suppliers", vendor)
        draft.link(item, key, supplier, ("supplied_by",))
    if terms:
        name = f"{draft.records[key].fields['name']} contract"
        fields = {"covers": [Ref(key)], "organisation": [Ref(council)], **terms}
        draft.add(item, "contracts", f"{key} contract", [name], name=name, **fields)
        if supplier:
            draft.link(item, f"{key} contract", supplier, ("supplied_by",))


def _edge(draft: Draft, item: Item, keys: dict[str, str]) -> None:
    source, target, kind = (item.text(name) for name in ("source", "target", "relationship"))
    words = item.texts("capabilities")
    if source not in keys or target not in keys:
        draft.lose(item, "it names no node of the file", f"{source} {kind} {target}")
    elif kind == "REALIZES":
        draft.link(item, keys[source], keys[target], ("supports",))
    elif kind == "CONSUMES_CAPABILITY":
        purpose = {"purpose": ", ".join(words)} if words else {}
        draft.link(item, keys[source], keys[target], ("uses",), **purpose)
    else:
        draft.lose(item, f"the format has no relationship {kind!r}", f"{source} → {target}")


def _transition(draft: Draft, whole: Item) -> None:
    vesting = whole.text("vestingDate")
    for number, values in enumerate(whole.apart("successors"), 1):
        item = draft.item("successor", values, whole.file, number)
        name = item.text("name")
        if not name:
            draft.lose(item, "a successor without a name")
            continue
        successor = draft.implied(item, "organisations", name)
        if ref := item.text("estate"):
            draft.records[successor].names = (ref,)
        for council in [*item.texts("fullPredecessors"), *item.texts("partialPredecessors")]:
            key = draft.implied(item, "organisations", council)
            entry = {"organisation": Ref(successor), "vesting": vesting}
            draft.records[key].fields.setdefault("successors", []).append(entry)

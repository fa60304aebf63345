"""What stands in a bill: records by their references, and the software that belongs to them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from estate.exchange.carried import KIND, SECTIONS_BY_KIND, others_of, restored
from estate.exchange.inward import Draft, Item

__all__ = ["DEPENDS", "WHOLE", "Bill", "add_record", "installation"]

DEPENDS: Final = ("uses", "stores_in", "holds", "depends_on")
WHOLE: Final = "estate:whole"
"""The reference of what stands for the estate itself."""
_PERSONAL: Final = frozenset({"pii", "phi", "personal", "personal data"})


@dataclass(slots=True, eq=False)
class Bill:
    """One bill while it is read: which reference is a record, and which is software of one.

    `device` says that the bill is about a device, so that devices in it are its parts.
    """

    draft: Draft
    file: str
    device: bool = False
    _records: dict[str, str] = field(default_factory=dict)
    _software: dict[str, str] = field(default_factory=dict)
    _numbers: Counter[str] = field(default_factory=Counter)

    def item(self, kind: str, values: dict[str, Any]) -> Item:
        """Count a thing of the bill and return it."""
        self._numbers[kind] += 1
        return self.draft.item(kind, values, self.file, self._numbers[kind])

    def section_of(self, item: Item) -> str:
        """Return the section that a thing says it came from, if we wrote it."""
        return SECTIONS_BY_KIND.get(_kind(item), "")

    def is_installation(self, item: Item) -> bool:
        """Whether we wrote it as software of a record."""
        return _kind(item) == "installation"

    def is_whole_estate(self, item: Item) -> bool:
        """Whether we wrote it as the estate itself; then it is no record."""
        if _kind(item) != "estate":
            return False
        item.values.clear()
        return True

    def key(self, ref: str) -> str:
        """Return the key of the record with this reference."""
        return self._records.get(ref, f"component {self.file} {ref}")

    def is_record(self, ref: str) -> bool:
        """Whether a reference is a record's."""
        return ref in self._records

    def knows(self, ref: str) -> bool:
        """Whether a reference is anything in the bill."""
        return ref in self._records or ref in self._software

    def holds(self, owner: str, target: str) -> bool:
        """Whether the target is software of the owner: that it is needed goes without saying."""
        return self.is_record(owner) and self._software.get(target) == self.key(owner)

    def note(self, ref: str, key: str, *, software: bool = False) -> None:
        """Remember what a reference is."""
        if ref:
            (self._software if software else self._records)[ref] = key

    def unnamed(self, item: Item) -> str:
        """Return the application that a bill is about where it does not say so."""
        key = f"bill {self.file}"
        if key not in self.draft.records:
            name = f"What {self.file} lists"
            self.draft.add(item, "applications", key, [self.file], name=name)
        return key


def add_record(bill: Bill, item: Item, section: str) -> str:
    """Make a record of a component or a service, and return its key."""
    ref, name = item.text("bom-ref"), item.text("name")
    key = f"component {bill.file} {ref or f'{item.kind} {item.number}'}"
    ours = bool(bill.section_of(item))
    own, others = restored(_properties(item))
    fields: dict[str, Any] = {**_plain_fields(item, section), **own}
    names = [ref] if ours else [name, f"{name} {fields.get('version', '')}"]
    fields.pop("kind", None)
    said = [f"{label}: {text}" for label, text in others_of(item, others)] + _data(item, fields)
    if said:
        fields["notes"] = "\n".join(filter(None, [fields.get("notes", ""), *said]))
    item.ignore("type", "mime-type")
    made = bill.draft.add(item, section, key, names, **{"name": name, **fields})
    if made is not None:
        made.ours = ours
        bill.note(ref, key)
        _supplied(bill, item, key)
    return key


def _plain_fields(item: Item, section: str) -> dict[str, Any]:
    version, purl = item.text("version"), item.text("purl")
    fields: dict[str, Any] = {"description": item.text("description"), "links": _links(item)}
    if section == "applications":
        product = purl.partition("@")[0].partition("?")[0]
        fields |= {"version": version, "product": product}
    elif section == "apis":
        fields |= {"version": version}
    elif version:
        item.refuse("version", version, f"{section} have no version")
    return {name: value for name, value in fields.items() if value}


def _links(item: Item) -> dict[str, str]:
    links: dict[str, str] = {}
    for reference in item.inners("externalReferences"):
        label = reference.text("comment") or reference.text("type")
        url = next(iter(reference.texts("url")), "")
        reference.ignore("type")
        number = sum(known.rstrip(" 0123456789") == label for known in links)
        if url and url not in links.values():
            links[f"{label} {number + 1}" if number else label or "link"] = url
    for number, url in enumerate(item.texts("endpoints"), 1):
        links[f"endpoint {number}" if number > 1 else "endpoint"] = url
    return links


def _data(item: Item, fields: dict[str, Any]) -> list[str]:
    """Say which data flows, and that it is personal where it says so."""
    notes = []
    for data in item.inners("data"):
        what, flow = data.text("classification"), data.text("flow")
        notes.append(f"Data: {what} ({flow})" if flow else f"Data: {what}")
        if what.lower() in _PERSONAL:
            fields.setdefault("personal_data", "personal")
    return notes


def _supplied(bill: Bill, item: Item, key: str) -> None:
    for role in ("supplier", "manufacturer", "provider"):
        body = item.inner(role)
        name, ref = body.text("name"), body.text("bom-ref")
        if name:
            urls = body.texts("url")
            links = {"website": urls[0]} if urls else {}
            supplier = bill.draft.implied(item, "suppliers", name, links=links)
            if ref:
                bill.draft.records[supplier].names = (ref,)
            bill.draft.link(item, key, supplier, ("supplied_by",))


def installation(bill: Bill, item: Item, owner: str) -> None:
    """Add a component to the software of the record that it is part of."""
    ref, ours = item.text("bom-ref"), bill.is_installation(item)
    own, others = restored(_properties(item))
    for column, text in others:
        item.refuse(f"properties.{column}", text, "software that is installed has no field for it")
    own.pop("kind", None)
    entry = {**_software(item), **own}
    item.ignore("type", "mime-type")
    made = bill.draft.records.get(owner)
    if made is None or made.section not in {"applications", "servers", "devices", "apis"}:
        bill.draft.lose(item, "what it is part of has no software", str(entry["product"]))
        return
    software = made.fields.setdefault("software", [])
    short = _short(entry)
    if short in software and not ours:
        bill.draft.lose(item, "the same software is listed already", str(entry["product"]))
        return
    software.append(short)
    bill.note(ref, owner, software=True)


def _software(item: Item) -> dict[str, str]:
    name, group = item.text("name"), item.text("group")
    version, purl = item.text("version"), item.text("purl")
    product = purl or (f"{group}/{name}" if group else name)
    return {"product": product, **({"version": version} if version and not purl else {})}


def _short(entry: dict[str, Any]) -> Any:  # noqa: ANN401 - a text, or a mapping of more
    product = entry["product"]
    if entry.keys() == {"product"} and (product.startswith("pkg:") or "@" not in product):
        return product
    if entry.keys() == {"product", "version"} and "@" not in product + entry["version"]:
        return f"{product}@{entry['version']}"
    return entry


def _properties(item: Item) -> list[tuple[str, str]]:
    found = item.inners("properties")
    return [(each.text("name"), each.raw("value")) for each in found]


def _kind(item: Item) -> str:
    for each in item.values.get("properties") or ():
        if isinstance(each, dict) and each.get("name") == KIND:
            return str(each.get("value"))
    return ""

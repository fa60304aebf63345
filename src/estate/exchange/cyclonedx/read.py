"""Bills of materials in: what runs becomes applications, what they are made of their software."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from estate.exchange.cyclonedx.document import document_of
from estate.exchange.cyclonedx.parts import DEPENDS, WHOLE, Bill, add_record, installation
from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source

__all__ = ["read"]

_PARTS: Final = frozenset(
    {
        "container",
        "device-driver",
        "file",
        "firmware",
        "framework",
        "library",
        "machine-learning-model",
        "operating-system",
        "platform",
    }
)
"""What is installed on something: software of the record that it is part of."""
_RECORDS: Final = {"application": "applications", "data": "datasets", "device": "devices"}


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn bills of materials into records. Raises ExchangeError where a file is none."""
    draft = Draft("CycloneDX", folder)
    for source in sources:
        values, remark = document_of(source)
        draft.open(source.name, remark)
        _read_bill(draft, draft.item("bill", values, source.name, 1))
    return draft.finish()


def _read_bill(draft: Draft, whole: Item) -> None:
    whole.ignore("$schema", "serialNumber", "version")
    bill = Bill(draft, whole.file)
    metadata = whole.inner("metadata")
    subject = metadata.values.pop("component", None)
    root = ""
    if isinstance(subject, dict):
        root = _subject(bill, bill.item("component", subject))
    for component in whole.apart("components"):
        _component(bill, component, root)
    for service in whole.apart("services"):
        _service(bill, service, root)
    for vulnerability in whole.apart("vulnerabilities"):
        item = bill.item("vulnerability", vulnerability)
        draft.lose(item, "an inventory holds no vulnerabilities", item.text("id"))
    for dependency in whole.apart("dependencies"):
        _dependency(bill, bill.item("dependency", dependency))


def _subject(bill: Bill, item: Item) -> str:
    """Make a record of what the bill is about."""
    if bill.is_whole_estate(item):
        return ""
    inside = item.apart("components")
    bill.device = item.values.get("type") == "device"
    key = add_record(bill, item, "devices" if bill.device else "applications")
    for component in inside:
        _component(bill, component, key)
    return key


def _component(bill: Bill, values: dict[str, object], owner: str) -> None:
    item = bill.item("component", values)
    kind, ours = str(values.get("type", "")), bill.section_of(item)
    inside = sorted(item.apart("components"), key=_position)
    if ours or (kind in _RECORDS and not (kind == "device" and bill.device)):
        key = add_record(bill, item, ours or _RECORDS[kind])
        if owner and not ours:
            bill.draft.link(item, owner, key, DEPENDS)
        owner = key
    elif kind in _PARTS or bill.is_installation(item):
        owner = owner or bill.unnamed(item)
        installation(bill, item, owner)
    else:
        bill.draft.lose(item, _why_not(kind), str(values.get("name", "")))
    for component in inside:
        _component(bill, component, owner)


def _position(values: dict[str, object]) -> int:
    """Return where a component that we wrote stood in its list; others stay where they are."""
    _, mark, number = str(values.get("bom-ref", "")).rpartition("#")
    return int(number) if mark and number.isascii() and number.isdigit() and len(number) < 9 else 0  # noqa: PLR2004 - far more than anybody lists


def _why_not(kind: str) -> str:
    if kind == "device":
        return "a part of a device: the inventory has devices as a whole"
    if kind == "cryptographic-asset":
        return "an inventory holds no algorithms and keys"
    return f"the type {kind!r} is none of CycloneDX"


def _service(bill: Bill, values: dict[str, object], owner: str) -> None:
    item = bill.item("service", values)
    inside, ours = item.apart("services"), bill.section_of(item)
    key = add_record(bill, item, ours or "applications")
    if owner and not ours:
        bill.draft.link(item, owner, key, DEPENDS)
    for service in inside:
        _service(bill, service, key)


def _dependency(bill: Bill, item: Item) -> None:
    owner = item.text("ref")
    targets, provided = item.texts("dependsOn"), item.texts("provides")
    if owner == WHOLE:
        return
    if not bill.knows(owner):
        bill.draft.lose(item, "it names no component of the bill", owner)
        return
    for target in targets:
        if bill.is_record(owner) and bill.is_record(target):
            bill.draft.link(item, bill.key(owner), bill.key(target), DEPENDS)
        elif not bill.holds(owner, target):
            reason = "software that is installed has no needs of its own"
            said = reason if bill.knows(target) else "it names no component of the bill"
            bill.draft.lose_cell(item, "dependsOn", f"{owner} → {target}", said)
    for target in provided:
        reason = "the inventory does not say what implements what"
        bill.draft.lose_cell(item, "provides", f"{owner} → {target}", reason)

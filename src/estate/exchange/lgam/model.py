"""The model itself: nodes and edges. Systems, functions and groups of functions are records."""

from __future__ import annotations

from typing import Final

from estate.exchange.inward import Draft, Item
from estate.exchange.table.slug import slug

__all__ = ["read_model"]

_SECTIONS: Final = {
    "ITSystem": "applications",
    "Function": "services",
    "FunctionGroup": "services",
}
_REASONS: Final = {
    "PublicChannel": "a channel of the model is a word for services, not a thing",
    "CouncilAgent": "an interface of the model is a pattern, not a thing",
    "Capability": "a capability is a word; the systems that provide it have it",
}


def read_model(draft: Draft, whole: Item) -> None:
    """Add the model to a draft."""
    whole.ignore("types")
    labels: dict[str, tuple[str, str]] = {}
    for number, values in enumerate(whole.apart("nodes"), 1):
        item = draft.item("node", values, whole.file, number)
        ref, kind, label = item.text("id"), item.text("type"), item.text("label")
        labels[ref] = (kind, label)
        section = _SECTIONS.get(kind)
        if section is None:
            draft.lose(item, _REASONS.get(kind, f"the model has no type {kind!r}"), label)
            continue
        function = item.text("lga_id")
        names = [label, f"{label} {function}"] if function else [label]
        fields = {"description": item.text("description"), "function": function}
        draft.add(item, section, f"node {whole.file} {ref}", names, name=label, **fields)
    for number, values in enumerate(whole.apart("edges"), 1):
        _edge(draft, draft.item("edge", values, whole.file, number), labels)


def _edge(draft: Draft, item: Item, labels: dict[str, tuple[str, str]]) -> None:
    source, target, kind = (item.text(name) for name in ("source", "target", "relationship"))
    one, other = (f"node {item.file} {ref}" for ref in (source, target))
    if kind == "REALIZES":
        draft.link(item, one, other, ("supports",))
    elif kind == "PROVIDED_BY" and other in draft.records and source in labels:
        words = draft.records[other].fields.setdefault("capabilities", [])
        word = slug(labels[source][1])
        if word and word not in words:
            words.append(word)
    else:
        reasons = {"PART_OF": "services have no hierarchy"}
        reason = reasons.get(kind, "one of its ends makes no record")
        draft.lose(item, reason, f"{source} {kind} {target}")

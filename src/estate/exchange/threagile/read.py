"""Threat models in: technical assets become applications and servers, data assets datasets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.documents import yaml_mappings
from estate.exchange.table.unreadable import unreadable

__all__ = ["read"]

_PARTS: Final = ("data_assets", "technical_assets", "trust_boundaries", "shared_runtimes")
_SECTIONS: Final = {"process": "applications", "datastore": "servers"}
_REASONS: Final = {
    "external-entity": "an external entity is no part of the estate",
    "": "it has no type",
}
_FORMS: Final = {"physical": "physical", "virtual": "virtual"}
_CRITICALITY: Final = {
    "archive": "low",
    "operational": "medium",
    "important": "high",
    "critical": "critical",
    "mission-critical": "critical",
}
_NEEDS: Final = ("uses", "stores_in", "depends_on")
_RUNS: Final = ("runs_on", "hosted_on")


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn threat models into records. Raises ExchangeError where a file is none.

    A model may be in several files: give all of them, for what a file includes is not followed.
    """
    draft = Draft("Threagile", folder)
    wholes = [_whole(draft, source) for source in sources]
    for whole in wholes:
        for item, name in _things(draft, whole, "data_assets", "data asset"):
            _data(draft, item, name)
        for item, name in _things(draft, whole, "technical_assets", "technical asset"):
            _asset(draft, item, name)
    for whole in wholes:
        for item, name in _things(draft, whole, "trust_boundaries", "trust boundary"):
            _boundary(draft, item, name)
        for item, name in _things(draft, whole, "shared_runtimes", "shared runtime"):
            _runtime(draft, item, name)
    return draft.finish()


def _whole(draft: Draft, source: Source) -> Item:
    documents = yaml_mappings(source)
    values = documents[0] if documents else {}
    if not {*_PARTS, "threagile_version", "includes"} & values.keys():
        expected = f"one of {', '.join(_PARTS)}"
        raise unreadable(source.name, "this is no part of a threat model", expected=expected)
    draft.open(source.name, f"Threagile {values.get('threagile_version') or ''}".strip())
    whole = draft.item("model", values, source.name, 1)
    whole.ignore("threagile_version")
    for included in whole.texts("includes"):
        draft.lose_cell(whole, "includes", included, "no path is followed: give the file as well")
    return whole


def _things(draft: Draft, whole: Item, part: str, kind: str) -> Iterator[tuple[Item, str]]:
    """Take a mapping from titles to assets: each is a thing, counted on its own."""
    found = whole.named(part)
    for number, (name, inner) in enumerate(found, 1):
        item = draft.item(kind, inner.values, whole.file, number)
        inner.values.clear()
        yield item, name


def _data(draft: Draft, item: Item, title: str) -> None:
    ref = item.text("id") or title
    item.ignore("title", "justification_cia_rating")
    fields = {
        "description": item.text("description"),
        "owner": item.text("owner"),
        "criticality": _CRITICALITY.get(item.text("availability"), ""),
        "tags": _tags(item, "confidentiality"),
    }
    draft.add(item, "datasets", f"data {ref}", [ref, title], name=title, **fields)


def _tags(item: Item, *names: str) -> list[str] | str:
    said = [f"{name}:{text}" for name in names for text in item.texts(name)]
    return [*item.texts("tags"), *said] or ""


def _asset(draft: Draft, item: Item, title: str) -> None:
    ref, kind = item.text("id") or title, item.text("type")
    section = _SECTIONS.get(kind)
    if section is None:
        words = {
            "external-entity": "an external entity is no part of the estate",
            "": "it has no type",
        }
        draft.lose(item, words.get(kind, f"the format has no type {kind!r}"), title)
        return
    item.ignore("title", "justification_cia_rating", "justification_out_of_scope")
    machine = item.text("machine")
    fields: dict[str, Any] = {
        "description": item.text("description"),
        "owner": item.text("owner"),
        "criticality": _CRITICALITY.get(item.text("availability"), ""),
        "exposure": "internet" if item.text("internet") == "true" else "",
        "tags": _tags(item, "technology", "confidentiality"),
    }
    if section == "servers" and machine in _FORMS:
        fields["form"] = _FORMS[machine]
    elif machine:
        item.values["machine"] = machine
    key = f"asset {ref}"
    if draft.add(item, section, key, [ref, title], name=title, **fields) is None:
        return
    for data in item.texts("data_assets_stored"):
        draft.link(item, key, f"data {data}", ("holds",))
    _links(draft, item, key)


def _links(draft: Draft, item: Item, key: str) -> None:
    value = item.values.get("communication_links")
    if isinstance(value, list):
        links = [(each.text("title"), each) for each in item.inners("communication_links")]
    else:
        links = item.named("communication_links")
    for title, link in links:
        target = link.text("target") or link.text("target_id")
        link.ignore("id", "title", "source_id", "description")
        draft.link(item, key, f"asset {target}", _NEEDS, purpose=title)


def _boundary(draft: Draft, item: Item, title: str) -> None:
    item.ignore("id", "title", "description", "trust_boundaries_nested")
    for ref in item.texts("technical_assets_inside"):
        made = draft.records.get(f"asset {ref}")
        if made is not None:
            made.fields["zone"] = title


def _runtime(draft: Draft, item: Item, title: str) -> None:
    ref = item.text("id") or title
    item.ignore("title")
    key = f"runtime {ref}"
    fields = {"description": item.text("description"), "tags": _tags(item)}
    draft.add(item, "servers", key, [ref, title], name=title, **fields)
    for asset in item.texts("technical_assets_running"):
        draft.link(item, f"asset {asset}", key, _RUNS)

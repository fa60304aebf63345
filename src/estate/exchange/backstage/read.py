"""Backstage's entities in: components, APIs, resources and systems become records."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from estate.exchange.backstage.entity import ANNOTATION, REF, ref_of
from estate.exchange.carried import PREFIX, SECTIONS_BY_KIND, restored
from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.documents import yaml_mappings

__all__ = ["read"]

_SECTIONS: Final = {
    "component": "applications",
    "system": "applications",
    "resource": "servers",
    "api": "apis",
}
_REASONS: Final = {
    "domain": "a domain groups systems: an inventory has no groups",
    "group": "a team is no organisation; it is the owner of what names it",
    "user": "an inventory holds roles, not people",
    "location": "it names other files, and no path is followed",
    "template": "a template makes other things, and is none itself",
}
_STYLES: Final = {"openapi": "rest", "graphql": "graphql", "soap": "soap", "rest": "rest"}
_STATUS: Final = {"production": "live", "deprecated": "retiring"}
_NEEDS: Final = ("uses", "consumes", "runs_on", "hosted_on", "depends_on")
_RELATIONS: Final = (
    ("dependsOn", "component", _NEEDS, False),
    ("dependencyOf", "component", _NEEDS, True),
    ("consumesApis", "api", ("consumes",), False),
    ("apiConsumedBy", "component", ("consumes",), True),
    ("providesApis", "api", ("provides",), False),
    ("apiProvidedBy", "component", ("provides",), True),
    ("subcomponentOf", "component", ("uses",), True),
    ("system", "system", ("uses", "provides", *_NEEDS), True),
)
"""Fields of an entity that name others: what they name unless they say so, what becomes of it, and
whether it is the other that has the relation."""


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn entities into records. Raises ExchangeError where a file is no YAML."""
    draft = Draft("Backstage", folder)
    items: list[Item] = []
    for source in sources:
        draft.open(source.name, "Backstage entities, YAML")
        for number, values in enumerate(yaml_mappings(source), 1):
            items.append(draft.item("entity", values, source.name, number))
    owners = _titles(items)
    for item in items:
        _entity(draft, item, owners)
    return draft.finish()


def _titles(items: Sequence[Item]) -> dict[str, str]:
    """Return what people call each group and user."""
    titles: dict[str, str] = {}
    for item in items:
        metadata, spec = item.values.get("metadata"), item.values.get("spec")
        profile = spec.get("profile") if isinstance(spec, dict) else None
        shown = profile.get("displayName") if isinstance(profile, dict) else None
        if isinstance(metadata, dict):
            kind, name = str(item.values.get("kind")), str(metadata.get("name"))
            ref = ref_of(name, kind.lower(), str(metadata.get("namespace") or "default"))
            titles[ref] = str(metadata.get("title") or shown or name)
    return titles


def _entity(draft: Draft, item: Item, owners: dict[str, str]) -> None:
    kind, version = item.text("kind").lower(), item.text("apiVersion")
    metadata, spec = item.inner("metadata"), item.inner("spec")
    name, namespace = metadata.text("name"), metadata.text("namespace") or "default"
    own, said = _annotations(metadata)
    section = SECTIONS_BY_KIND.get(str(own.pop("kind", ""))) or _section(kind, spec)
    if not name or not version.partition("/")[2]:
        draft.lose(item, "it is no entity: it has no name or no apiVersion", name)
        return
    if section is None:
        reason = _REASONS.get(kind, f"an inventory has no place for the kind {kind!r}")
        draft.lose(item, reason, name)
        return
    metadata.ignore("uid", "etag", "generation")
    key = f"entity {ref_of(name, kind, namespace)}"
    title = metadata.text("title") or name
    names = [said[REF]] if REF in said else [name, f"{name}-{spec.values.get('type', '')}"]
    fields = {**_fields(metadata, spec, section, owners, said), **own}
    made = draft.add(item, section, key, names, **{"name": title, **fields})
    if made is not None:
        made.ours = REF in said
        _relations(draft, item, spec, key, namespace)


def _section(kind: str, spec: Item) -> str | None:
    if kind == "group" and spec.values.get("type") in {"organization", "organisation"}:
        return "organisations"
    return _SECTIONS.get(kind)


def _annotations(metadata: Item) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the fields that annotations of ours carry, and the annotations with a meaning."""
    annotations = metadata.inner("annotations")
    ours = {
        PREFIX + name.removeprefix(ANNOTATION): annotations.raw(name)
        for name in list(annotations.values)
        if name.startswith(ANNOTATION) and name != REF
    }
    known = (REF, "backstage.io/source-location", "backstage.io/view-url")
    said = {name: text for name in known if (text := annotations.text(name))}
    own, _ = restored(ours.items())
    return own, said


def _fields(
    metadata: Item, spec: Item, section: str, owners: dict[str, str], said: dict[str, str]
) -> dict[str, Any]:
    owner, kind, ours = spec.text("owner"), spec.text("type"), REF in said
    fields: dict[str, Any] = {"description": metadata.text("description")}
    fields["links"] = _links(metadata, said)
    if ours:
        spec.ignore("lifecycle", "definition")
        metadata.ignore("tags")
        return fields
    tags = [*metadata.texts("tags"), *([kind] if kind and section != "apis" else [])]
    fields["tags"] = tags or ""
    if section != "organisations":
        fields["owner"] = owners.get(ref_of(owner, "group"), owner) if owner else ""
        fields["status"] = _status(spec)
    if section == "apis" and kind:
        fields["style"] = _STYLES.get(kind, "")
        if not fields["style"]:
            spec.refuse("type", kind, "the inventory has no such style")
    return fields


def _status(spec: Item) -> str:
    lifecycle = spec.text("lifecycle")
    if lifecycle and lifecycle not in _STATUS:
        spec.refuse("lifecycle", lifecycle, "the inventory has no status for it")
    return _STATUS.get(lifecycle, "")


def _links(metadata: Item, said: dict[str, str]) -> dict[str, str]:
    links: dict[str, str] = {}
    for link in metadata.inners("links"):
        url, title = link.text("url"), link.text("title") or link.text("type")
        link.ignore("icon", "type")
        if url:
            links[_free(title or "link", links)] = url
    for name, label in (("source-location", "source code"), ("view-url", "view")):
        url = said.get(f"backstage.io/{name}", "").removeprefix("url:")
        if url:
            links[_free(label, links)] = url
    return links


def _free(label: str, links: dict[str, str]) -> str:
    number = 2
    free = label
    while free in links:
        free, number = f"{label} {number}", number + 1
    return free


def _relations(draft: Draft, item: Item, spec: Item, key: str, namespace: str) -> None:
    for name, kind, fields, turned in _RELATIONS:
        for text in spec.texts(name):
            other = f"entity {ref_of(text, kind, namespace)}"
            owner, target = (other, key) if turned else (key, other)
            draft.link(item, owner, target, fields)

"""Workspaces in: systems and containers become applications, deployment nodes servers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from estate.exchange.carried import SECTIONS_BY_KIND, others_of, restored
from estate.exchange.imported import Imported
from estate.exchange.inward import Draft, Item, Source
from estate.exchange.inward.documents import json_mapping
from estate.exchange.table.unreadable import unreadable

__all__ = ["ID", "read"]

ID: Final = "estate:id"
"""The property that holds the id of a record."""
_ENVIRONMENTS: Final = {
    "live": "production",
    "production": "production",
    "prod": "production",
    "test": "test",
    "training": "training",
    "development": "development",
    "dev": "development",
}
_NEEDS: Final = ("uses", "consumes", "runs_on", "hosted_on", "depends_on")
_DEFAULTS: Final = frozenset({"Element", "Software System", "Container", "Deployment Node"})
_ENTRY: Final = ("id", "properties", "relationships", "documentation", "perspectives", "group")


@dataclass(slots=True, eq=False)
class _Workspace:
    draft: Draft
    file: str
    relationships: list[dict[str, Any]] = field(default_factory=list)
    instances: list[tuple[Item, str, str]] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def item(self, kind: str, values: dict[str, Any]) -> Item:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return self.draft.item(kind, values, self.file, self.counts[kind])

    def key(self, ref: str) -> str:
        return f"element {self.file} {ref}"


def read(sources: Sequence[Source], folder: str) -> Imported:
    """Turn workspaces into records. Raises ExchangeError where a file is none."""
    draft = Draft("Structurizr", folder)
    for source in sources:
        values = json_mapping(source)
        if not isinstance(values.get("model"), dict):
            expected = "a workspace with a 'model'"
            raise unreadable(source.name, "this is no workspace", expected=expected)
        draft.open(source.name, "Structurizr workspace, JSON")
        _workspace(_Workspace(draft, source.name), draft.item("workspace", values, source.name, 1))
    return draft.finish()


def _workspace(workspace: _Workspace, whole: Item) -> None:
    whole.ignore("id", "name", "description", "lastModifiedDate", "properties")
    model = whole.inner("model")
    for person in model.apart("people"):
        item = workspace.item("person", person)
        workspace.relationships += item.apart("relationships")
        workspace.draft.lose(item, "an inventory holds no people", item.text("name"))
    for system in model.apart("softwareSystems"):
        _system(workspace, workspace.item("software system", system))
    for node in model.apart("deploymentNodes"):
        _node(workspace, workspace.item("deployment node", node), "")
    for item, element, key in workspace.instances:
        workspace.draft.link(item, workspace.key(element), key, ("runs_on", "hosted_on"))
    for values in workspace.relationships:
        _relationship(workspace, workspace.item("relationship", values))


def _system(workspace: _Workspace, item: Item) -> None:
    containers = item.apart("containers")
    key = _record(workspace, item, "applications")
    for values in containers:
        container = workspace.item("container", values)
        for component in container.apart("components"):
            inner = workspace.item("component", component)
            workspace.relationships += inner.apart("relationships")
            reason = "an inventory does not look into a container"
            workspace.draft.lose(inner, reason, inner.text("name"))
        part = _record(workspace, container, "applications")
        workspace.draft.link(container, key, part, ("uses",))


def _record(workspace: _Workspace, item: Item, section: str) -> str:
    ref, name = item.text("id"), item.text("name")
    key = workspace.key(ref)
    properties = item.inner("properties")
    own, others = restored((name, properties.raw(name)) for name in list(properties.values))
    ours = SECTIONS_BY_KIND.get(str(own.pop("kind", "")))
    identifier = dict(others).pop(ID, "")
    foreign = others_of(item, (pair for pair in others if pair[0] != ID))
    said = [f"{label}: {text}" for label, text in foreign]
    tags = [tag for tag in item.text("tags").split(",") if tag and tag not in _DEFAULTS]
    tags += [f"technology:{text}" for text in item.texts("technology")]
    url, group = item.text("url"), item.text("group")
    fields: dict[str, Any] = {
        "description": item.text("description"),
        "links": {"link": url} if url else "",
    }
    if not ours:
        fields |= {"tags": tags or "", "notes": "\n".join(said), "organisation_unit": group}
        if section != "applications":
            del fields["organisation_unit"]
    workspace.relationships += item.apart("relationships")
    names = [identifier] if ours else [name]
    item.inner("documentation")  # what stands in it is lost, and empty lists are nothing
    if item.values.get("location") == "Unspecified":
        item.ignore("location")
    made = workspace.draft.add(item, ours or section, key, names, **{"name": name, **fields, **own})
    if made is not None:
        made.ours = ours is not None
    return key


def _node(workspace: _Workspace, item: Item, parent: str) -> None:
    children, infrastructure = item.apart("children"), item.apart("infrastructureNodes")
    instances = [
        (name, values)
        for field_, name in (
            ("softwareSystemInstances", "softwareSystemId"),
            ("containerInstances", "containerId"),
        )
        for values in item.apart(field_)
    ]
    environment = item.text("environment")
    if item.text("instances") not in {"", "1"}:
        item.refuse("instances", "more than one", "how many there are stands in no field")
    key = _record(workspace, item, "servers")
    made = workspace.draft.records[key]
    if known := _ENVIRONMENTS.get(environment.lower()):
        made.fields.setdefault("environment", known)
    elif environment and environment != "Default":
        item.refuse("environment", environment, "the inventory has no such environment")
    if parent:
        workspace.draft.link(item, key, parent, ("hosted_on",))
    for name, values in instances:
        instance = workspace.item("instance", values)
        instance.ignore("id", "instanceId", "environment", "tags")
        workspace.relationships += instance.apart("relationships")
        workspace.instances.append((instance, instance.text(name), key))
    for kind, nodes in (("deployment node", children), ("infrastructure node", infrastructure)):
        for values in nodes:
            _node(workspace, workspace.item(kind, values), key)


def _relationship(workspace: _Workspace, item: Item) -> None:
    source, target = item.text("sourceId"), item.text("destinationId")
    purpose, linked = item.text("description"), item.text("linkedRelationshipId")
    item.ignore("id", "tags", "interactionStyle", "properties", "url")
    if linked:
        return  # it repeats another one, for the parent or for an instance
    records = workspace.draft.records
    if workspace.key(source) not in records or workspace.key(target) not in records:
        reason = "one of its ends makes no record"
        workspace.draft.lose(item, reason, f"{source} → {target}")
        return
    detail = {"purpose": purpose} if purpose else {}
    one, other = workspace.key(source), workspace.key(target)
    workspace.draft.link(item, one, other, _NEEDS, **detail)

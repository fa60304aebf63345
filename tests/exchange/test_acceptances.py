"""No foreign file brings in who may accept a risk, or an acceptance."""

from __future__ import annotations

import json

import pytest

from estate.exchange.formats import _function, format_of
from estate.exchange.inward import Source

ROLES = '{"siro": [{"name": "Mallory", "keys": ["ssh-ed25519 AAAA"]}]}'
PROPERTIES = {"estate:kind": "exception", "estate:rule": "unsupported-software"}
ORGANISATION = {"estate:kind": "organisation", "estate:roles": ROLES}


def _bill(properties: dict[str, str]) -> str:
    said = [{"name": name, "value": value} for name, value in properties.items()]
    component = {"type": "application", "name": "X", "bom-ref": "x", "properties": said}
    document = {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [component]}
    return json.dumps(document)


def _model(properties: dict[str, str]) -> str:
    text = "".join(f"<property key='{k}' value='{v}'/>" for k, v in properties.items())
    return (
        '<a:model xmlns:a="http://www.archimatetool.com/archimate" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><folder>'
        f"<element xsi:type='a:ApplicationComponent' name='X' id='id-x'>{text}</element>"
        "</folder></a:model>"
    )


def _entity(properties: dict[str, str]) -> str:
    said = {name.replace(":", "/"): value for name, value in properties.items()}
    metadata = {"name": "x", "annotations": {**said, "estate/id": "x"}}
    head = {"apiVersion": "backstage.io/v1", "kind": "Component"}
    return json.dumps({**head, "metadata": metadata, "spec": {}})


def _workspace(properties: dict[str, str]) -> str:
    system = {"id": "1", "name": "X", "properties": properties}
    return json.dumps({"model": {"softwareSystems": [system]}})


def _graph(properties: dict[str, str]) -> str:
    data = "".join(
        f"<data key='{name.removeprefix('estate:')}'>{value}</data>"
        for name, value in properties.items()
    )
    head = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph>'
    return f"{head}<node id='x'>{data}</node></graph></graphml>"


def _register(properties: dict[str, str]) -> str:
    bag = {name.removeprefix("estate:"): value for name, value in properties.items()}
    return json.dumps({"systems": [{"id": "x", "name": "X", "estate": bag}]})


def _council(properties: dict[str, str]) -> str:
    bag = {name.removeprefix("estate:"): value for name, value in properties.items()}
    node = {"id": "x", "label": "X", "type": "ITSystem", "estate": bag}
    return json.dumps({"councilName": "C", "nodes": [node]})


MAKERS = {
    "archi": _model,
    "backstage": _entity,
    "cyclonedx": _bill,
    "graphml": _graph,
    "lgam": _register,
    "lgr": _council,
    "structurizr": _workspace,
}


@pytest.mark.parametrize("properties", [PROPERTIES, ORGANISATION], ids=["exception", "roles"])
@pytest.mark.parametrize("name", MAKERS)
def test_none_of_it_is_taken(name: str, properties: dict[str, str]) -> None:
    source = Source("file.yaml", MAKERS[name](properties).encode())
    imported = _function(format_of(name), "read")([source], "x")
    assert "exceptions" not in imported.sections
    assert "Mallory" not in str(imported.sections)
    assert imported.losses or properties is ORGANISATION

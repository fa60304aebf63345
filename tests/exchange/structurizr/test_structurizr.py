from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from tests.exchange.ours import back, differences, estate_of, estates, example, held, plain

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.inward import Source
from estate.exchange.structurizr.read import read
from estate.exchange.structurizr.write import write
from estate.model import Estate

HELD = ("applications", "apis", "servers", "devices")


def _read(**model: object) -> Imported:
    document = json.dumps({"name": "W", "model": model, "views": {"systemLandscapeViews": [1]}})
    return read([Source("w.json", document.encode())], "structurizr")


def _fields(imported: Imported, section: str, key: str) -> dict[str, object]:
    record = dict(imported.sections[section][key])
    del record["name"], record["source"]
    return record


def _to(source: str, target: str, **more: str) -> dict[str, str]:
    return {"id": f"{source}{target}", "sourceId": source, "destinationId": target, **more}


def test_systems_containers_and_where_they_run() -> None:
    imported = _read(
        people=[{"id": "1", "name": "Clerk", "relationships": [_to("1", "2")]}],
        softwareSystems=[
            {
                "id": "2",
                "name": "Pay",
                "description": "D",
                "group": "Finance",
                "url": "https://p.test",
                "tags": "Element,Software System,Old",
                "properties": {"cost": "3"},
                "relationships": [_to("2", "5", description="Looks up")],
                "containers": [
                    {
                        "id": "3",
                        "name": "Web",
                        "technology": "Java",
                        "components": [{"id": "4", "name": "C", "relationships": [_to("4", "5")]}],
                    }
                ],
            },
            {"id": "5", "name": "Rates", "location": "External"},
        ],
        deploymentNodes=[
            {
                "id": "6",
                "name": "Rack",
                "environment": "Live",
                "instances": "2",
                "children": [
                    {
                        "id": "7",
                        "name": "Host",
                        "environment": "Odd",
                        "containerInstances": [{"id": "8", "containerId": "3"}],
                        "softwareSystemInstances": [{"id": "9", "softwareSystemId": "2"}],
                        "infrastructureNodes": [{"id": "10", "name": "Balancer"}],
                    }
                ],
            }
        ],
    )
    assert _fields(imported, "applications", "pay") == {
        "description": "D",
        "links": {"link": "https://p.test"},
        "tags": ["Old"],
        "notes": "cost: 3",
        "organisation_unit": "Finance",
        "runs_on": ["host"],
        "uses": [{"to": "rates", "purpose": "Looks up"}, "web"],
    }
    assert _fields(imported, "applications", "web") == {
        "tags": ["technology:Java"],
        "runs_on": ["host"],
    }
    assert _fields(imported, "servers", "rack") == {"environment": "production"}
    assert _fields(imported, "servers", "host") == {"hosted_on": ["rack"]}
    assert _fields(imported, "servers", "balancer") == {"hosted_on": ["host"]}
    assert sorted((loss.kind, loss.reason) for loss in imported.losses) == [
        ("cell", "how many there are stands in no field"),
        ("cell", "the inventory has no such environment"),
        ("column", "the inventory has no field for it"),
        ("column", "the inventory has no field for it"),
        ("row", "an inventory does not look into a container"),
        ("row", "an inventory holds no people"),
        ("row", "one of its ends makes no record"),
        ("row", "one of its ends makes no record"),
    ]


def test_a_relationship_that_repeats_another_is_no_loss() -> None:
    systems = [{"id": "1", "name": "A", "relationships": [_to("1", "9", linkedRelationshipId="x")]}]
    imported = _read(softwareSystems=systems)
    assert [loss.column for loss in imported.losses] == ["views"]


def test_what_is_written_about_a_thing_or_an_instance_is_lost() -> None:
    system = {
        "id": "1",
        "name": "A",
        "location": "Unspecified",
        "documentation": {"sections": [{"content": "x"}], "decisions": []},
        "perspectives": [{"name": "Security"}],
    }
    instance = {
        "id": "3",
        "softwareSystemId": "1",
        "properties": {"owner": "B"},
        "relationships": [_to("3", "2")],
    }
    node = {"id": "2", "name": "N", "softwareSystemInstances": [instance]}
    imported = _read(softwareSystems=[system], deploymentNodes=[node])
    assert sorted((loss.table, loss.column, loss.value) for loss in imported.losses) == [
        ("instance", "properties", "once"),
        ("relationship", "", "3 → 2"),
        ("software system", "documentation.sections", "once"),
        ("software system", "perspectives", "once"),
        ("workspace", "views", "once"),
    ]


@pytest.mark.parametrize("text", ["{}", '{"model": 1}', "[]"])
def test_what_is_no_workspace_is_refused(text: str) -> None:
    with pytest.raises(ExchangeError):
        read([Source("w.json", text.encode())], "structurizr")


@settings(max_examples=25)
@given(estates())
def test_export_then_import_gives_the_same_estate(estate: Estate) -> None:
    assert differences(plain(back(write(estate), read)), held(estate, HELD)) == []


def test_the_example_comes_back_whole() -> None:
    assert differences(plain(back(write(example()), read)), held(example(), HELD)) == []


def test_ids_are_unique_and_every_end_is_there() -> None:
    model = json.loads(write(example()).files[""])["model"]
    elements = [*model["softwareSystems"], *model["deploymentNodes"]]
    ids = {element["id"] for element in elements}
    ends = [r for element in elements for r in element["relationships"]]
    assert len(ids) == len(elements)
    assert {end["destinationId"] for end in ends} <= ids
    everything = [e["id"] for e in [*elements, *ends]]
    everything += [i["id"] for n in model["deploymentNodes"] for i in n["softwareSystemInstances"]]
    assert len(set(everything)) == len(everything)


def test_what_a_workspace_cannot_hold_is_said() -> None:
    said = {(omission.section, omission.field) for omission in write(example()).omissions}
    assert {("services", ""), ("sites", ""), ("applications", "supports")} <= said
    assert not write(estate_of({"servers": {"s": {"name": "S"}}})).omissions

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml
from hypothesis import given, settings
from tests.exchange.ours import back, differences, estate_of, estates, example, held, plain

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.backstage.read import read
from estate.exchange.backstage.write import write
from estate.exchange.inward import Source
from estate.model import Estate

HELD = ("organisations", "services", "applications", "servers", "devices", "apis", "datasets")
NAME = re.compile(r"[a-zA-Z0-9]([-_.]?[a-zA-Z0-9])*")


def _read(*entities: str) -> Imported:
    return read([Source("c.yaml", "\n---\n".join(entities).encode())], "backstage")


def _entity(kind: str, name: str, spec: str = "{}", metadata: str = "") -> str:
    head = f"apiVersion: backstage.io/v1alpha1\nkind: {kind}\n"
    return f"{head}metadata: {{name: {name}{metadata}}}\nspec: {spec}"


def _fields(imported: Imported, section: str, key: str) -> dict[str, object]:
    record = dict(imported.sections[section][key])
    del record["name"], record["source"]
    return record


def test_components_with_what_they_consume_and_stand_on() -> None:
    imported = _read(
        _entity("Component", "pay", "{type: website, owner: group:cash, system: money, "
                "lifecycle: deprecated, consumesApis: [rates], providesApis: [default/bills], "
                "dependsOn: [resource:db, 'component:other/x'], subcomponentOf: till}",
                ", title: Pay, tags: [web], description: D"),
        _entity("Component", "till", "{lifecycle: experimental}"),
        _entity("API", "rates", "{type: graphql}"),
        _entity("API", "bills", "{type: grpc, apiConsumedBy: [till]}"),
        _entity("Resource", "db", "{type: database}"),
        _entity("System", "money"),
        _entity("Group", "cash", "{type: team, profile: {displayName: The cash team}}"),
    )  # fmt: skip
    assert imported.sections["applications"]["pay"]["name"] == "Pay"
    assert _fields(imported, "applications", "pay") == {
        "description": "D",
        "tags": ["web", "website"],
        "owner": "The cash team",
        "status": "retiring",
        "consumes": ["rates"],
        "provides": ["bills"],
        "runs_on": ["db"],
    }
    assert _fields(imported, "applications", "till") == {"consumes": ["bills"], "uses": ["pay"]}
    assert _fields(imported, "applications", "money") == {"uses": ["pay"]}
    assert _fields(imported, "apis", "rates") == {"style": "graphql"}
    assert _fields(imported, "servers", "db") == {"tags": ["database"]}
    reasons = Counter(loss.reason for loss in imported.losses)
    assert reasons == {
        "the inventory has no such style": 1,
        "the inventory has no status for it": 1,
        "names something that made no record": 1,
        "a team is no organisation; it is the owner of what names it": 1,
    }


def test_links_and_annotations() -> None:
    metadata = (
        ", links: [{url: 'https://a.test', title: Docs, icon: x}, {url: 'https://b.test', "
        "title: Docs}], annotations: {backstage.io/source-location: 'url:https://s.test', other: x}"
    )
    imported = _read(_entity("Component", "a", "{}", metadata))
    assert _fields(imported, "applications", "a") == {
        "links": {
            "Docs": "https://a.test",
            "Docs 2": "https://b.test",
            "source code": "https://s.test",
        }
    }
    assert [loss.column for loss in imported.losses] == ["metadata.annotations.other"]


def test_a_name_is_unique_in_its_namespace_and_kind() -> None:
    imported = _read(
        _entity("Component", "a"),
        _entity("Component", "A"),
        _entity("Component", "a", "{}", ", namespace: other"),
        _entity("API", "a", "{type: openapi}"),
    )
    assert imported.counts.records == {"applications": 2, "apis": 1}
    assert imported.counts.tables["entity"].lost == 1


@pytest.mark.parametrize(
    ("entity", "reason"),
    [
        (_entity("Location", "l", "{targets: [./*.yaml]}"), "names other files"),
        (_entity("User", "u"), "not people"),
        (_entity("Domain", "d"), "groups systems"),
        (_entity("Template", "t"), "makes other things"),
        (_entity("Spaceship", "s"), "no place for the kind 'spaceship'"),
        ("kind: Component\nmetadata: {name: a}", "it is no entity"),
        ("apiVersion: a/b\nkind: Component", "it is no entity"),
    ],
)
def test_what_makes_no_record_is_said(entity: str, reason: str) -> None:
    imported = _read(entity)
    assert not imported.sections
    assert [reason in loss.reason for loss in imported.losses if loss.kind == "row"] == [True]


def test_no_tag_makes_an_object() -> None:
    with pytest.raises(ExchangeError) as caught:
        _read("a: b", "c: !!python/name:os.system x")
    assert str(caught.value.problems[0]).startswith("c.yaml:3:4: the tag")


@settings(max_examples=25)
@given(estates())
def test_export_then_import_gives_the_same_estate(estate: Estate) -> None:
    assert differences(plain(back(write(estate), read)), held(estate, HELD)) == []


def test_the_example_comes_back_whole() -> None:
    assert differences(plain(back(write(example()), read)), held(example(), HELD)) == []


def test_what_is_written_is_a_catalogue() -> None:
    text = write(example()).files[""]
    assert isinstance(text, str)
    entities = list(yaml.safe_load_all(text))
    names = [(each["kind"], each["metadata"]["name"]) for each in entities]
    assert len(set(names)) == len(names)
    assert all(NAME.fullmatch(name) and len(name) <= 63 for _, name in names)
    known = {name for _, name in names}
    for entity in entities:
        assert all(isinstance(v, str) for v in entity["metadata"]["annotations"].values())
        spec = entity["spec"]
        assert entity["kind"] == "Group" or spec["owner"]
        assert {ref.partition(":")[2] for ref in spec.get("dependsOn", [])} <= known
        assert {*spec.get("consumesApis", []), *spec.get("providesApis", [])} <= known
        if entity["kind"] == "API":
            assert spec["type"]
            assert spec["lifecycle"]
            assert spec["definition"]


def test_ids_that_are_no_names_get_one() -> None:
    estate = estate_of(
        {"applications": {"a/b": {"name": "A"}, "x" * 100: {"name": "\x1b"}, "ok": {"name": "O"}}}
    )
    text = write(estate).files[""]
    assert isinstance(text, str)
    names = [each["metadata"]["name"] for each in yaml.safe_load_all(text)]
    assert len(set(names)) == 3
    assert all(NAME.fullmatch(name) and len(name) <= 63 for name in names)
    assert differences(plain(back(write(estate), read)), held(estate, HELD)) == []


def test_what_a_catalogue_cannot_hold_is_said() -> None:
    said = {(omission.section, omission.field) for omission in write(example()).omissions}
    assert {("sites", ""), ("contracts", ""), ("organisations", "roles")} <= said

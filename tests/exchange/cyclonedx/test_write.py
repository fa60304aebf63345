from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from tests.exchange.ours import back, differences, estate_of, estates, example, held, plain

from estate.exchange.cyclonedx.read import read
from estate.exchange.formats import export_estate, format_of
from estate.exchange.outward import Exported
from estate.model import Estate

pytest.importorskip("cyclonedx", reason="the library of CycloneDX is not installed")
HELD = ("applications", "servers", "devices", "apis", "datasets")


def write(estate: Estate) -> Exported:
    return export_estate(format_of("cyclonedx"), estate)


def _suppliers(estate: Estate) -> set[str]:
    document = json.loads(write(estate).files[""])
    inside = [*document.get("components", []), *document.get("services", [])]
    bodies = (each.get("supplier") or each.get("provider") or {} for each in inside)
    return {body["bom-ref"] for body in bodies if body}


def test_a_bill_is_one_of_cyclonedx() -> None:
    from cyclonedx.schema import SchemaVersion  # noqa: PLC0415 - skipped without it
    from cyclonedx.validation.json import JsonStrictValidator  # noqa: PLC0415 - as above

    text = write(example()).files[""]
    assert isinstance(text, str)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


@settings(max_examples=25)
@given(estates())
def test_export_then_import_gives_the_same_estate(estate: Estate) -> None:
    named = _suppliers(estate)
    found = plain(back(write(estate), read))
    suppliers = found.pop("suppliers", {})
    assert suppliers.keys() == named
    assert all(suppliers[key]["name"] == estate.sections["suppliers"][key].name for key in named)
    assert differences(found, held(estate, HELD, named=named)) == []


def test_the_example_comes_back_whole() -> None:
    named = _suppliers(example())
    found = plain(back(write(example()), read))
    del found["suppliers"]
    assert differences(found, held(example(), HELD, named=named)) == []


def test_the_same_estate_gives_the_same_bytes() -> None:
    assert write(example()) == write(example())
    other = estate_of({"applications": {"a": {"name": "A"}}})
    assert write(other).files != write(estate_of({})).files


def test_what_a_bill_cannot_hold_is_said() -> None:
    exported = write(example())
    said = {(omission.section, omission.field): omission for omission in exported.omissions}
    assert len(said["services", ""].ids) == len(example().sections["services"])
    assert ("applications", "supports") in said
    assert exported.records["applications"] == len(example().sections["applications"])
    every = sum(exported.records.values())
    left = sum(len(o.ids) for o in exported.omissions if not o.field)
    assert every + left == len(example())


def test_who_needs_whom_are_the_dependencies() -> None:
    estate = estate_of(
        {
            "applications": {
                "a": {"name": "A", "uses": ["b"], "provides": ["i"], "sends_to": ["b"]},
                "b": {"name": "B", "runs_on": [{"any_of": ["s", "t"]}]},
            },
            "servers": {"s": {"name": "S"}, "t": {"name": "T"}},
            "apis": {"i": {"name": "I"}},
        }
    )
    document = json.loads(write(estate).files[""])
    needs = {each["ref"]: each.get("dependsOn", []) for each in document["dependencies"]}
    assert needs["a"] == ["b"]
    assert needs["b"] == ["s", "t"]
    assert needs["i"] == ["a"]


def test_software_is_a_component_inside() -> None:
    purl = "pkg:deb/debian/openssl@3.0.11"
    software = [purl, "oracle-database@12.2", {"product": "x", "patch_days": 3}]
    estate = estate_of({"servers": {"s": {"name": "S", "software": software}}})
    (server,) = json.loads(write(estate).files[""])["components"]
    inside = {each["name"]: each for each in server["components"]}
    assert inside["openssl"]["purl"] == purl
    assert inside["openssl"]["version"] == "3.0.11"
    assert inside["oracle-database"]["version"] == "12.2"
    assert {"name": "estate:patch_days", "value": "3"} in inside["x"]["properties"]


def test_only_one_supplier_fits() -> None:
    estate = estate_of(
        {
            "applications": {"a": {"name": "A", "supplied_by": ["x", "y"]}},
            "suppliers": {"x": {"name": "X"}, "y": {"name": "Y"}},
        }
    )
    reasons = {omission.reason for omission in write(estate).omissions}
    assert "only one supplier fits (y does not)" in reasons

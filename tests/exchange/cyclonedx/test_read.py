from __future__ import annotations

import json
from typing import Any

import pytest

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.cyclonedx.read import read
from estate.exchange.inward import Source

SPACE = "http://cyclonedx.org/schema/bom/1.5"


def _read(document: dict[str, Any], version: str = "1.6") -> Imported:
    whole = {"bomFormat": "CycloneDX", "specVersion": version, **document}
    return read([Source("bom.json", json.dumps(whole).encode())], "cyclonedx")


def _wrong(text: str) -> str:
    with pytest.raises(ExchangeError) as caught:
        read([Source("bom.json", text.encode())], "cyclonedx")
    return str(caught.value.problems[0])


def _reasons(imported: Imported) -> set[tuple[str, str, str]]:
    return {(loss.kind, loss.column, loss.reason) for loss in imported.losses}


SUBJECT = {"type": "application", "bom-ref": "app", "name": "Pay", "version": "2"}


def test_libraries_are_the_software_of_what_the_bill_is_about() -> None:
    imported = _read(
        {
            "metadata": {"component": {**SUBJECT, "purl": "pkg:npm/pay@2?x=y"}},
            "components": [
                {"type": "library", "name": "a", "purl": "pkg:npm/a@1", "version": "1"},
                {"type": "framework", "group": "g", "name": "b", "version": "3"},
                {"type": "operating-system", "name": "c"},
                {"type": "library", "name": "a", "purl": "pkg:npm/a@1", "version": "1"},
            ],
        }
    )
    assert imported.sections["applications"]["pay"] == {
        "name": "Pay",
        "version": "2",
        "product": "pkg:npm/pay",
        "software": ["pkg:npm/a@1", "g/b@3", "c"],
        "source": "bom.json component 1",
    }
    assert ("row", "", "the same software is listed already") in _reasons(imported)


def test_services_data_devices_and_suppliers() -> None:
    imported = _read(
        {
            "metadata": {"component": SUBJECT},
            "components": [
                {"type": "data", "name": "Accounts", "bom-ref": "d"},
                {"type": "device", "name": "Kiosk", "version": "1", "components": [{"type": "x"}]},
            ],
            "services": [
                {
                    "name": "Gateway",
                    "provider": {"name": "Acme", "url": ["https://acme.test"]},
                    "endpoints": ["https://a.test", "https://b.test"],
                    "data": [{"classification": "PII", "flow": "inbound"}, {"classification": "X"}],
                    "externalReferences": [
                        {"type": "website", "url": "https://w.test"},
                        {"type": "website", "url": "https://v.test"},
                    ],
                    "services": [{"name": "Inner"}],
                    "properties": [{"name": "cost", "value": "3"}],
                }
            ],
        }
    )
    applications = imported.sections["applications"]
    assert applications["gateway"] == {
        "name": "Gateway",
        "links": {
            "website": "https://w.test",
            "website 2": "https://v.test",
            "endpoint": "https://a.test",
            "endpoint 2": "https://b.test",
        },
        "personal_data": "personal",
        "notes": "cost: 3\nData: PII (inbound)\nData: X",
        "uses": ["inner"],
        "supplied_by": ["acme"],
        "source": "bom.json service 1",
    }
    assert applications["pay"]["holds"] == ["accounts"]
    assert applications["pay"]["uses"] == ["gateway"]
    assert applications["pay"]["depends_on"] == ["kiosk"]
    assert imported.sections["suppliers"]["acme"]["links"] == {"website": "https://acme.test"}
    assert ("cell", "version", "devices have no version") in _reasons(imported)


def test_dependencies_relate_records_and_no_software() -> None:
    imported = _read(
        {
            "metadata": {"component": SUBJECT},
            "components": [
                {"type": "application", "name": "B", "bom-ref": "b"},
                {"type": "library", "name": "l", "bom-ref": "l"},
                {"type": "library", "name": "m", "bom-ref": "m"},
            ],
            "dependencies": [
                {"ref": "b", "dependsOn": ["app", "gone"]},
                {"ref": "app", "dependsOn": ["l", "m"]},
                {"ref": "l", "dependsOn": ["m"], "provides": ["x"]},
                {"ref": "nobody"},
            ],
        }
    )
    assert imported.sections["applications"]["b"]["uses"] == ["pay"]
    losses = [loss for loss in imported.losses if loss.table == "dependency"]
    assert {(loss.kind, loss.value) for loss in losses} == {
        ("cell", "b → gone"),
        ("cell", "l → m"),
        ("cell", "l → x"),
        ("row", "nobody"),
    }


def test_a_bill_about_a_device_lists_its_parts() -> None:
    board = {"type": "device", "name": "Board"}
    imported = _read({"metadata": {"component": board}, "components": [{**board, "name": "Chip"}]})
    assert [*imported.sections] == ["devices"]
    assert imported.counts.tables["component"].lost == 1


def test_a_bill_about_nothing_is_an_application_of_its_own() -> None:
    imported = _read({"components": [{"type": "library", "name": "a", "version": "1"}]})
    assert imported.sections["applications"] == {
        "bom.json": {
            "name": "What bom.json lists",
            "software": ["a@1"],
            "source": "bom.json component 1",
        }
    }


def test_what_is_no_inventory_is_lost_with_a_reason() -> None:
    imported = _read(
        {
            "metadata": {"component": SUBJECT, "tools": [{"name": "t"}]},
            "components": [
                {"type": "cryptographic-asset", "name": "AES"},
                {"type": "spaceship", "name": "S"},
                {"type": "data", "name": "D", "components": [{"type": "library", "name": "x"}]},
            ],
            "vulnerabilities": [{"id": "CVE-1"}],
        }
    )
    assert {loss.reason for loss in imported.losses if loss.kind == "row"} == {
        "an inventory holds no algorithms and keys",
        "the type 'spaceship' is none of CycloneDX",
        "what it is part of has no software",
        "an inventory holds no vulnerabilities",
    }
    assert ("column", "metadata.tools", "the inventory has no field for it") in _reasons(imported)


def test_xml_says_the_same() -> None:
    text = f"""<bom xmlns="{SPACE}" serialNumber="s" version="1"><metadata>
      <component type="application" bom-ref="app"><name>Pay</name>
        <externalReferences><reference type="vcs"><url>https://v.test</url></reference>
        </externalReferences>
        <supplier><name>Acme</name><url>https://a.test</url></supplier>
        <properties><property name="cost">3</property></properties>
      </component></metadata>
      <components><component type="library" bom-ref="l"><name>l</name><version>1</version>
        <hashes><hash alg="MD5">00</hash></hashes></component>
        <component type="application" bom-ref="b"><name>B</name></component></components>
      <dependencies><dependency ref="app"><dependency ref="b"/><dependency ref="l"/></dependency>
      </dependencies></bom>"""
    imported = read([Source("bom.xml", text.encode())], "cyclonedx")
    assert imported.sections["applications"]["pay"] == {
        "name": "Pay",
        "links": {"vcs": "https://v.test"},
        "notes": "cost: 3",
        "software": ["l@1"],
        "supplied_by": ["acme"],
        "uses": ["b"],
        "source": "bom.xml component 1",
    }
    assert {loss.column for loss in imported.losses} == {"hashes"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"bomFormat": "SPDX"}', "bomFormat is not CycloneDX"),
        ('{"bomFormat": "CycloneDX"}', "CycloneDX of no version (expected 1.2 to 1.7)"),
        ('{"bomFormat": "CycloneDX", "specVersion": "1.1"}', "CycloneDX 1.1 (expected"),
        ("<bom/>", "the element <bom> of no namespace"),
        ('<bom xmlns="http://cyclonedx.org/schema/bom/1.0"/>', "CycloneDX 1.0"),
        ('\n<!DOCTYPE x [<!ENTITY y "z">]><bom/>', "bom.json:2:13: a document type declaration"),
    ],
)
def test_what_is_no_bill_is_refused(text: str, said: str) -> None:
    assert said in _wrong(text)

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from tests.exchange.ours import (
    Sections,
    back,
    differences,
    estate_of,
    estates,
    example,
    held,
    plain,
)

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.inward import Source
from estate.exchange.lgam.read import read
from estate.exchange.lgam.write import write
from estate.model import Estate

TAXONOMY = {
    "layers": [{"id": "business"}],
    "domains": [
        {"id": "FG_Housing", "label": "Housing", "layer": "business"},
        {"id": "FT_AI", "label": "AI", "layer": "foundational-technology", "subdomain": "ai"},
    ],
    "capabilities": [{"id": "Cap_SMS", "label": "SMS / Text"}],
}


def _read(document: dict[str, Any]) -> Imported:
    return read([Source("r.json", json.dumps(document).encode())], "lgam")


def _register(*systems: dict[str, Any], council: str = "Holm") -> Imported:
    return _read({"meta": {"council": council}, "taxonomy": TAXONOMY, "systems": list(systems)})


def _fields(imported: Imported, section: str, key: str) -> dict[str, object]:
    record = dict(imported.sections[section][key])
    del record["name"], record["source"]
    return record


def test_a_system_is_an_application_of_the_council() -> None:
    imported = _register(
        {
            "id": "SYS_A",
            "name": "Homes",
            "domains": ["FG_Housing", "FT_AI"],
            "description": "D",
            "lifecycle": "retiring",
            "identity": {
                "vendor": "Acme Ltd",
                "users": 12,
                "category": "corporate",
                "businessOwner": "Head",
                "technicalOwner": "ICT",
            },
            "contract": {"annualCost": 900, "contractEnd": "2027-03-31", "noticePeriod": 6},
            "technical": {
                "hosting": "on-prem",
                "dataModel": "segmented",
                "portability": "high",
                "supportModel": "in-house",
            },
            "compliance": ["cyber-essentials"],
            "capabilities": ["Cap_SMS", "Other"],
            "consumers": ["SYS_B", "SYS_X"],
            "dependencies": ["SYS_B"],
        },
        {"id": "SYS_B", "name": "B", "contract": {"annualCost": 5}, "domains": ["gone"]},
    )
    assert _fields(imported, "applications", "homes") == {
        "description": "D",
        "capabilities": ["sms-text", "other"],
        "status": "retiring",
        "owner": "Head",
        "technical_owner": "ICT",
        "category": "corporate",
        "users": {"named": "12"},
        "hosting": "on-premise",
        "support_model": "in-house",
        "organisation": ["holm"],
        "tags": ["AI", "compliance:cyber-essentials", "data-model:segmented", "portability:high"],
        "supplied_by": ["acme-ltd"],
        "supports": ["housing"],
        "uses": ["b"],
    }
    assert _fields(imported, "contracts", "homes-contract") == {
        "covers": ["homes"],
        "ends": "2027-03-31",
        "notice": "6 months",
        "value": "900",
        "supplied_by": ["acme-ltd"],
    }
    assert _fields(imported, "applications", "b") == {
        "annual_cost": {"revenue": "5"},
        "organisation": ["holm"],
        "uses": ["homes"],
    }
    assert sorted(loss.column for loss in imported.losses) == ["supports", "uses"]


def test_words_that_the_register_does_not_have_are_lost() -> None:
    technical = {"hosting": "moon", "supportModel": "magic"}
    imported = _register(
        {"id": "A", "name": "A", "lifecycle": "asleep", "technical": technical, "more": 1},
        {"id": "A", "name": "twice"},
        {"id": "B", "name": "B", "technical": {"supportModel": "shared"}},
        council="",
    )
    assert _fields(imported, "applications", "a") == {}
    assert _fields(imported, "applications", "b") == {"tags": ["support:shared"]}
    assert sorted(loss.column for loss in imported.losses) == [
        "",
        "lifecycle",
        "more",
        "technical.hosting",
        "technical.supportModel",
    ]


def test_the_model_gives_systems_services_and_capabilities() -> None:
    imported = _read(
        {
            "types": {},
            "nodes": [
                {"id": "S", "label": "Care", "type": "ITSystem", "description": "D"},
                {"id": "F", "label": "Adults", "type": "Function", "lga_id": "148"},
                {"id": "G", "label": "Social care", "type": "FunctionGroup"},
                {"id": "C", "label": "Forms", "type": "Capability"},
                {"id": "P", "label": "Phone", "type": "PublicChannel"},
                {"id": "X", "label": "X", "type": "Unheard"},
            ],
            "edges": [
                {"source": "S", "target": "F", "relationship": "REALIZES"},
                {"source": "C", "target": "S", "relationship": "PROVIDED_BY"},
                {"source": "C", "target": "S", "relationship": "PROVIDED_BY"},
                {"source": "F", "target": "G", "relationship": "PART_OF"},
                {"source": "P", "target": "C", "relationship": "ROUTES_TO"},
            ],
        }
    )
    assert _fields(imported, "applications", "care") == {
        "description": "D",
        "capabilities": ["forms"],
        "supports": ["adults"],
    }
    assert _fields(imported, "services", "adults") == {"function": "148"}
    assert {k: c.lost for k, c in imported.counts.tables.items()} == {
        "edge": 2,
        "model": 0,
        "node": 3,
    }


@pytest.mark.parametrize("text", ['{"a": 1}', "[]", "{"])
def test_what_is_neither_is_refused(text: str) -> None:
    with pytest.raises(ExchangeError):
        read([Source("r.json", text.encode())], "lgam")


def _without_suppliers(sections: Sections) -> Sections:
    """Suppliers travel by their names alone."""
    sections.pop("suppliers", None)
    for fields in sections["applications"].values() if "applications" in sections else ():
        for name in ("supplier", "supplied_by"):
            fields.pop(name, None)
    return sections


@settings(max_examples=25)
@given(estates())
def test_export_then_import_gives_the_same_estate(estate: Estate) -> None:
    found = _without_suppliers(plain(back(write(estate), read)))
    expected = _without_suppliers(held(estate, ("services", "applications")))
    assert differences(found, expected) == []


def test_the_example_comes_back_whole() -> None:
    imported = back(write(example()), read)
    expected = _without_suppliers(held(example(), ("services", "applications")))
    assert differences(_without_suppliers(plain(imported)), expected) == []


def test_contracts_are_told_beside_the_system() -> None:
    contract = {"name": "C", "covers": ["a"], "ends": "2027-03-31", "notice": "1 year", "value": 7}
    estate = estate_of(
        {
            "applications": {"a": {"name": "A", "covered_by": ["d"], "supplied_by": ["s", "t"]}},
            "contracts": {"c": contract, "d": {"name": "D", "ends": "2026-01-01"}},
            "suppliers": {"s": {"name": "S"}, "t": {"name": "T"}},
        }
    )
    exported = write(estate)
    (system,) = json.loads(exported.files[""])["systems"]
    assert system["contract"] == {
        "annualCost": 7,
        "contractEnd": "2027-03-31",
        "noticePeriod": 12,
    }
    assert system["identity"]["vendor"] == "S"
    reasons = {(o.section, o.field): o.reason for o in exported.omissions}
    assert reasons["applications", "supplied_by"] == "only one supplier fits (t does not)"

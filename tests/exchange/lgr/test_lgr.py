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
from estate.exchange.lgr.read import read
from estate.exchange.lgr.write import write
from estate.model import Estate


def _read(*documents: dict[str, Any]) -> Imported:
    sources = [Source(f"{n}.json", json.dumps(d).encode()) for n, d in enumerate(documents)]
    return read(sources, "lgr")


def _council(nodes: list[dict[str, Any]], edges: list[dict[str, Any]] | None = None) -> Imported:
    return _read({"councilName": "Holm", "nodes": nodes, "edges": edges or []})


def _system(**fields: object) -> dict[str, Any]:
    return {"id": "s", "label": "Care", "type": "ITSystem", **fields}


def _fields(imported: Imported, section: str, key: str) -> dict[str, object]:
    record = dict(imported.sections[section][key])
    del record["name"], record["source"]
    return record


def test_a_system_with_everything() -> None:
    imported = _council(
        [
            {"id": "f", "label": "Adults", "type": "Function", "lgaFunctionId": "148"},
            _system(
                vendor="System C",
                users=350,
                annualCost=95000,
                endYear=2028,
                endMonth=2,
                noticePeriod=12,
                portability="High",
                dataPartitioning="Segmented",
                hosting="partner-hosted",
                hostingPartner="Easton",
                isERP=True,
                isIndependent=False,
                sharedWith=["Easton"],
                targetAuthorities=["North"],
                capabilityType=["Payments"],
                supportModel="vendor-supported",
                version="v14.2",
                notes="N",
            ),
            {"id": "p", "label": "Pay", "type": "ITSystem", "vendor": "In-House", "isCloud": True},
        ],
        [
            {"source": "s", "target": "f", "relationship": "REALIZES"},
            {
                "source": "s",
                "target": "p",
                "relationship": "CONSUMES_CAPABILITY",
                "capabilities": ["payments"],
            },
        ],
    )
    assert _fields(imported, "applications", "care") == {
        "organisation": ["holm", "easton"],
        "users": {"named": "350"},
        "version": "v14.2",
        "notes": "N",
        "capabilities": ["payments"],
        "tags": ["portability:high", "data-model:segmented", "erp"],
        "hosting": "partner",
        "support_model": "vendor",
        "partner": {"contact": "Easton"},
        "successor": "north",
        "supplied_by": ["system-c"],
        "supports": ["adults"],
        "uses": [{"to": "pay", "purpose": "payments"}],
    }
    assert _fields(imported, "contracts", "care-contract") == {
        "covers": ["care"],
        "organisation": ["holm"],
        "value": "95000",
        "ends": "2028-02-29",
        "notice": "12 months",
        "supplied_by": ["system-c"],
    }
    assert _fields(imported, "applications", "pay") == {
        "organisation": ["holm"],
        "hosting": "hosted",
        "support_model": "in-house",
    }
    assert _fields(imported, "services", "adults") == {
        "function": "148",
        "organisation": ["holm"],
    }
    assert not imported.losses


@pytest.mark.parametrize(
    ("fields", "column"),
    [
        ({"endYear": 2028}, "endYear"),
        ({"endYear": 2028, "endMonth": 13}, "endYear"),
        ({"endYear": 99999, "endMonth": 1}, "endYear"),
        ({"cost": "£950k/yr"}, "cost"),
        ({"hosting": "moon"}, "hosting"),
        ({"supportModel": "unsupported"}, "supportModel"),
        ({"targetAuthorities": ["A", "B"]}, "targetAuthorities"),
        ({"unheard": 1}, "unheard"),
    ],
)
def test_what_does_not_fit_is_lost(fields: dict[str, Any], column: str) -> None:
    imported = _council([_system(**fields)])
    assert [loss.column for loss in imported.losses] == [column]
    assert "care" in imported.sections["applications"]


def test_costs_without_a_contract_are_the_system_s_own() -> None:
    imported = _council([_system(annualCost=5, isCloud=False)])
    assert _fields(imported, "applications", "care") == {
        "organisation": ["holm"],
        "hosting": "on-premise",
        "annual_cost": {"revenue": "5"},
    }


def test_edges_and_nodes_that_lead_nowhere() -> None:
    imported = _council(
        [_system(), {"id": "x", "type": "Thing", "label": "X"}],
        [
            {"source": "s", "target": "gone", "relationship": "REALIZES"},
            {"source": "s", "target": "s", "relationship": "LOVES"},
        ],
    )
    assert {loss.reason for loss in imported.losses} == {
        "it names no node of the file",
        "the format has no relationship 'LOVES'",
        "the format has no type 'Thing'",
    }


def test_a_transition_says_who_goes_into_whom() -> None:
    imported = _read(
        {"councilName": "Holm", "nodes": []},
        {
            "vestingDate": "2028-04-01",
            "successors": [
                {"name": "North", "fullPredecessors": ["Holm"]},
                {"name": "South", "partialPredecessors": ["Shire"]},
                {"fullPredecessors": ["Nobody"]},
            ],
        },
    )
    organisations = imported.sections["organisations"]
    assert organisations["holm"]["successors"] == [
        {"organisation": "north", "vesting": "2028-04-01"}
    ]
    assert organisations["shire"]["successors"][0]["organisation"] == "south"
    assert [loss.reason for loss in imported.losses] == ["a successor without a name"]


@pytest.mark.parametrize("text", ['{"a": 1}', '{"nodes": []}', "[]"])
def test_what_is_no_architecture_is_refused(text: str) -> None:
    with pytest.raises(ExchangeError):
        read([Source("x.json", text.encode())], "lgr")


def _comparable(sections: Sections) -> Sections:
    """Suppliers and organisations travel by their names."""
    return {
        section: {
            key: {n: v for n, v in fields.items() if n not in {"supplier", "supplied_by"}}
            for key, fields in part.items()
        }
        for section, part in sections.items()
        if section in {"services", "applications"}
    }


def _expected(estate: Estate) -> Sections:
    found = _comparable(held(estate, ("services", "applications", "organisations")))
    kept = {
        section: {key: fields for key, fields in part.items() if fields.get("organisation")}
        for section, part in found.items()
    }
    known = {key for part in kept.values() for key in part}
    gone = {key for part in found.values() for key in part} - known
    return _without(kept, gone)


def _without(sections: Sections, gone: set[str]) -> Sections:
    for part in sections.values():
        for fields in part.values():
            for name in ("uses", "supports", "depends_on", "stores_in", "sends_to", "runs_on"):
                items = [i for i in fields.get(name) or () if _target(i) not in gone]
                if items != fields.get(name, items):
                    fields[name] = items
                    if not items:
                        del fields[name]
    return {section: part for section, part in sections.items() if part}


def _target(item: object) -> str:
    return str(item.get("to") if isinstance(item, dict) else item)


@settings(max_examples=25)
@given(estates())
def test_export_then_import_gives_the_same_estate(estate: Estate) -> None:
    if exported := write(estate).files:
        found = _comparable(plain(back(write(estate), read)))
        assert differences(found, _expected(estate)) == []
        assert exported


def test_the_example_comes_back_whole() -> None:
    found = plain(back(write(example()), read))
    assert differences(_comparable(found), _expected(example())) == []
    assert found["organisations"]["marram"]["successors"] == [
        {"organisation": "estuary", "vesting": "2028-04-01"}
    ]


def test_no_file_takes_the_place_of_another() -> None:
    councils = {"a/b": {"name": "A"}, "a-b": {"name": "B"}, "transition": {"name": "T"}}
    councils["a-b"]["successors"] = [{"organisation": "transition", "vesting": "2028-04-01"}]  # type: ignore[assignment]
    systems = {f"s-{n}": {"name": "S", "organisation": [key]} for n, key in enumerate(councils)}
    exported = write(estate_of({"organisations": councils, "applications": systems}))
    assert sorted(exported.files) == [
        "_transition.json",
        "a--b.json",
        "a-b.json",
        "transition.json",
    ]


def test_a_shared_system_stands_in_the_file_of_each_council() -> None:
    estate = estate_of(
        {
            "organisations": {"a": {"name": "A"}, "b": {"name": "B"}, "c": {"name": "C"}},
            "applications": {
                "x": {"name": "X", "organisation": ["a", "b"], "successor": "c"},
                "y": {"name": "Y"},
            },
        }
    )
    exported = write(estate)
    assert [*exported.files] == ["a.json", "b.json"]
    (node,) = json.loads(exported.files["a.json"])["nodes"]
    assert (node["sharedWith"], node["targetAuthorities"]) == (["B"], ["C"])
    assert ("applications", "it is no organisation's") in {
        (omission.section, omission.reason) for omission in exported.omissions
    }
    assert exported.records == {"applications": 1}

"""Of what a system is made."""

from __future__ import annotations

import pytest
from tests.facts.plain_estates import facts_of
from tests.impact.towns import TOWN, town

from estate.errors import UsageError
from estate.impact.architecture import Dependency, Map, map_of


def _map(key: str) -> Map:
    return map_of(facts_of(TOWN), key)


def test_all_that_a_service_needs_is_a_component_the_nearest_first() -> None:
    found = _map("council-tax")
    assert [(c.entry.id, c.steps, c.hard, c.sites) for c in found.components] == [
        ("council-tax", 0, True, ("dune", "hall")),
        ("tax", 1, True, ("dune", "hall")),
        ("one", 2, True, ("hall",)),
        ("two", 2, True, ("dune",)),
        ("dune", 3, True, ("dune",)),
        ("hall", 3, True, ("hall",)),
    ]
    assert (
        Dependency("tax", "one", "runs_on", hard=True, at_least=1, out_of=2) in found.dependencies
    )
    assert [site.id for site in found.sites] == ["dune", "hall"]
    assert [line.id for line in found.lines] == ["lift", "spare"]
    assert found.single_sites == ()


def test_soft_needs_flows_and_data_are_part_of_the_map() -> None:
    found = _map("cases")
    assert {c.entry.id: c.hard for c in found.components} == {
        "cases": True,
        "maps": False,
        "one": True,
        "hall": True,
    }
    assert [(f.source.id, f.target.id, f.style) for f in found.flows] == [("cases", "tax", "file")]
    assert [(holder.id, data.id) for holder, data in found.holds] == [("cases", "files")]
    assert [each.id for each in found.serves] == ["planning"]


def test_a_boundary_is_who_runs_it() -> None:
    assert _map("crm").boundaries == {
        "crm": "no organisation recorded",
        "payroll": "partner: Saltern",
    }
    assert _map("maps").boundaries == {"maps": "supplier: Kelp"}
    assert _map("tax").boundaries["tax"] == "Marram"
    assert [(each.source, each.target) for each in _map("crm").crossings] == [("crm", "payroll")]
    nobody = {
        "far": {"name": "Far", "hosting": "hosted"},
        "near": {"name": "N", "hosting": "partner"},
    }
    facts = facts_of(town(applications=nobody))
    assert map_of(facts, "far").boundaries == {"far": "a supplier that is not recorded"}
    assert map_of(facts, "near").boundaries == {"near": "a partner that is not recorded"}


def test_a_site_that_is_not_recorded_is_unknown() -> None:
    assert _map("crm").components[0].sites == (None,)


@pytest.mark.parametrize(
    ("key", "message"),
    [
        ("taxx", "did you mean 'tax'?"),
        ("con", "con is of the kind contract"),
        ("exit", "exit is of the kind project"),
        ("later", "later is planned on 2026-11-21"),
    ],
)
def test_what_cannot_be_mapped_is_refused(key: str, message: str) -> None:
    with pytest.raises(UsageError) as raised:
        _map(key)
    assert message in raised.value.message

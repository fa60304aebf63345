from __future__ import annotations

from typing import Any

import pytest
from tests.facts.plain_estates import facts_of

from estate.facts import Facts
from estate.facts.integrations import integrations
from estate.model.types import NULL

SITES = {"hall": {"name": "Hall", "closes": "2028-03-31"}, "annexe": {"name": "Annexe"}}


def _ids(column: str, facts: Facts, key: str) -> list[str | None]:
    return [None if each is None else each.id for each in facts.column(column)[key]]


def test_a_thing_stands_where_all_that_it_runs_on_stands() -> None:
    facts = facts_of(
        {
            "sites": SITES,
            "services": {"planning": {"name": "Planning"}},
            "servers": {
                "cluster": {"name": "Cluster", "located_at": ["hall"]},
                "vm": {"name": "VM", "hosted_on": ["cluster"]},
                "db": {"name": "DB", "located_at": ["annexe"]},
            },
            "applications": {
                "cases": {
                    "name": "Cases",
                    "runs_on": ["vm"],
                    "stores_in": ["db"],
                    "supports": ["planning"],
                }
            },
        }
    )
    for key in ("cases", "planning"):
        assert sorted(map(str, _ids("asset.sites", facts, key))) == ["annexe", "hall"]
    assert set(_ids("service.single_sites", facts, "planning")) == {"annexe", "hall"}


@pytest.mark.parametrize(
    ("section", "fields", "unknown"),
    [
        ("servers", {}, True),
        ("servers", {"form": "managed"}, False),
        ("servers", {"located_at": []}, False),
        ("devices", {"form": "network"}, True),
        ("devices", {"form": "fleet"}, False),
        ("applications", {}, True),
        ("applications", {"hosting": "partner"}, False),
        ("applications", {"service_model": "saas"}, False),
        ("applications", {"runs_on": []}, False),
        ("services", {}, True),
        ("datasets", {}, False),
    ],
)
def test_where_nobody_says_the_site_is_unknown(
    section: str, fields: dict[str, Any], *, unknown: bool
) -> None:
    facts = facts_of({section: {"a": {"name": "A", **fields}}})
    assert _ids("asset.sites", facts, "a") == ([None] if unknown else [])


@pytest.mark.parametrize(
    ("section", "fields", "expected"),
    [
        ("servers", {"form": "physical"}, True),
        ("servers", {"form": "virtual"}, False),
        ("servers", {}, None),
        ("servers", {"hosted_on": ["host"]}, False),
        ("devices", {"form": "appliance"}, True),
        ("devices", {"form": "fleet"}, False),
        ("devices", {}, None),
        ("sites", {}, False),
    ],
)
def test_machines_are_told_from_what_is_none(
    section: str, fields: dict[str, Any], *, expected: bool | None
) -> None:
    host = {"host": {"name": "Host"}}
    sections = {"servers": host, section: {"a": {"name": "A", **fields}}}
    sections[section] = {**(host if section == "servers" else {}), **sections[section]}
    assert facts_of(sections).column("asset.physical")["a"] is expected


@pytest.mark.parametrize(
    ("section", "record", "expected"),
    [
        ("servers", {"form": "physical"}, True),
        ("servers", {"form": "managed"}, False),
        ("servers", {"form": "virtual"}, False),
        ("servers", {"form": "virtual", "hardware": {"product": "blade"}}, True),
        ("servers", {}, None),
        ("devices", {}, True),
        ("applications", {}, False),
    ],
)
def test_the_hardware_of_what_is_virtual_or_managed_is_that_of_others(
    section: str,
    record: dict[str, Any],
    expected: bool | None,  # noqa: FBT001 - the answer of a case
) -> None:
    facts = facts_of({section: {"a": {"name": "A", **record}}})
    assert facts.column("asset.own_hardware")["a"] is expected


def test_lines_and_servers_of_a_site_are_those_in_use() -> None:
    facts = facts_of(
        {
            "sites": SITES,
            "servers": {
                "db": {"name": "DB", "located_at": ["hall"]},
                "old": {"name": "OLD", "located_at": ["hall"], "status": "retired"},
            },
            "connections": {
                "line": {"name": "Line", "connects": ["hall"], "located_at": ["hall"]},
                "dead": {"name": "Dead", "connects": ["hall"], "until": "2026-11-20"},
            },
        }
    )
    assert _ids("site.servers_there", facts, "hall") == ["db"]
    assert _ids("site.lines", facts, "hall") == ["line"]
    assert _ids("site.lines", facts, "annexe") == [None]


def _backup(sections: dict[str, Any], **fields: object) -> bool | None:
    server = {"name": "DB", "located_at": ["hall"], **fields}
    whole = {"sites": SITES, **sections}
    whole["servers"] = {"db": server, **whole.get("servers", {})}
    answer: bool | None = facts_of(whole).column("asset.backed_up_apart")["db"]
    return answer


def test_a_backup_is_apart_where_one_place_is_certainly_another() -> None:
    vault = {"servers": {"vault": {"name": "Vault"}}}
    assert _backup({}) is None
    assert _backup({}, backs_up_to=[]) is False
    assert _backup({}, backs_up_to=["hall"]) is False
    assert _backup({}, backs_up_to=["hall", "annexe"]) is True
    assert _backup(vault, backs_up_to=["vault"]) is None
    assert _backup(vault, backs_up_to=["vault", "annexe"]) is True
    assert _backup({}, backs_up_to=["annexe"], located_at=NULL) is True
    away = {"applications": {"away": {"name": "Away", "hosting": "hosted"}}}
    assert _backup(away, backs_up_to=["away"]) is True


def test_a_backup_of_what_stands_nobody_knows_where_is_unknown() -> None:
    facts = facts_of({"sites": SITES, "servers": {"db": {"name": "DB", "backs_up_to": ["hall"]}}})
    assert facts.column("asset.backed_up_apart")["db"] is None


def test_backups_are_those_of_all_below() -> None:
    facts = facts_of(
        {
            "sites": SITES,
            "servers": {
                "host": {"name": "Host", "backs_up_to": ["annexe"]},
                "vm": {"name": "VM", "hosted_on": ["host"], "backs_up_to": []},
            },
            "applications": {"cases": {"name": "Cases", "runs_on": ["vm"]}},
        }
    )
    assert _ids("asset.backups", facts, "vm") == ["annexe"]
    assert _ids("asset.backups", facts, "cases") == ["annexe", None]


def test_data_is_held_where_it_is_stated_stored_or_personal() -> None:
    facts = facts_of(
        {
            "datasets": {"files": {"name": "Files"}},
            "servers": {
                "db": {"name": "DB"},
                "bare": {"name": "Bare", "holds": []},
                "full": {"name": "Full", "holds": ["files"]},
                "other": {"name": "Other"},
            },
            "applications": {
                "cases": {"name": "Cases", "personal_data": "personal", "stores_in": ["db"]}
            },
        }
    )
    held = facts.column("asset.holds_data")
    assert [held[key] for key in ("cases", "db", "full")] == [True, True, True]
    assert (held["bare"], held["other"], held["files"]) == (False, None, False)


def _change(*changes: dict[str, Any]) -> dict[str, Any]:
    return {"p": {"name": "P", "status": "live", "changes": list(changes)}}


@pytest.mark.parametrize(
    ("changes", "stays"),
    [
        ([], True),
        ([{"on": "2028-03-31", "set": {"asset": "db", "located_at": [{"to": "annexe"}]}}], False),
        ([{"on": "2028-04-01", "set": {"asset": "db", "located_at": ["annexe"]}}], True),
        (
            [{"on": "2027-01-01", "set": {"asset": "db", "located_at": [{"any_of": ["hall"]}]}}],
            True,
        ),
        ([{"on": "2027-01-01", "set": {"asset": "db", "located_at": NULL}}], False),
        ([{"on": "2027-01-01", "set": {"asset": "db", "name": "New"}}], True),
        (
            [
                {"on": "2027-02-01", "set": {"asset": "db", "located_at": ["hall"]}},
                {"on": "2027-01-01", "set": {"asset": "db", "located_at": ["annexe"]}},
            ],
            True,
        ),
    ],
)
def test_a_thing_stays_where_no_change_moves_it_in_time(
    changes: list[dict[str, Any]], *, stays: bool
) -> None:
    facts = facts_of(
        {
            "sites": SITES,
            "servers": {"db": {"name": "DB", "form": "physical", "located_at": ["hall"]}},
            "projects": _change(*changes),
        }
    )
    assert _ids("asset.closing_sites", facts, "db") == (["hall"] if stays else [])


def test_whether_a_machine_without_a_site_stays_is_unknown_only_where_one_closes() -> None:
    servers = {"db": {"name": "DB", "form": "physical"}, "vm": {"name": "VM", "form": "virtual"}}
    facts = facts_of({"sites": SITES, "servers": servers})
    column = facts.column("asset.closing_sites")
    assert (column["db"], column["vm"], column["hall"]) == (None, (), ())
    late = {"on": "2028-04-01", "set": {"asset": "db", "located_at": ["annexe"]}}
    moved = facts_of({"sites": SITES, "servers": servers, "projects": _change(late)})
    assert moved.column("asset.closing_sites")["db"] is None
    alone = facts_of({"servers": servers})
    assert alone.column("asset.closing_sites")["db"] == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"on": "2027-01-01", "set": {"asset": "db", "located_at": ["hall"]}}, ["hall"]),
        ({"on": "2027-01-01", "set": {"asset": "db", "located_at": ["annexe"]}}, []),
        ({"on": "2028-04-01", "set": {"asset": "db", "located_at": ["annexe"]}}, None),
    ],
)
def test_a_machine_without_a_site_stands_where_the_plan_puts_it(
    change: dict[str, Any], expected: list[str] | None
) -> None:
    server = {"name": "DB", "form": "physical"}
    facts = facts_of({"sites": SITES, "servers": {"db": server}, "projects": _change(change)})

    found = facts.column("asset.closing_sites")["db"]
    assert (found if found is None else [site.id for site in found]) == expected


def test_what_needs_a_machine_at_its_renewal_is_what_the_plan_leaves() -> None:
    facts = facts_of(
        {
            "services": {"planning": {"name": "Planning"}},
            "servers": {
                "host": {"name": "Host", "renewal": "2027-09-30"},
                "vm": {"name": "VM", "hosted_on": ["host"]},
                "twin": {"name": "Twin", "depends_on": ["vm"], "hosted_on": ["host"]},
                "idle": {"name": "Idle", "hosted_on": ["host"]},
                "gone": {"name": "Gone", "hosted_on": ["host"], "status": "retired"},
                "app": {"name": "App", "renewal": "2027-09-30", "supports": ["planning"]},
            },
            "applications": {
                "old": {"name": "Old", "runs_on": ["vm"], "until": "2027-01-01"},
                "next": {"name": "Next", "runs_on": ["app"]},
            },
            "projects": _change(
                {"on": "2027-01-01", "set": {"asset": "next", "runs_on": ["host"]}},
                {"on": "2027-01-01", "set": {"asset": "nobody", "runs_on": ["host"]}},
            ),
        }
    )
    # `twin` and `idle` are needed by nothing that is recorded, so nobody knows that they may go.
    needed = {str(key) for key in _ids("asset.needed_at_renewal", facts, "host")}
    assert needed == {"vm", "twin", "idle", "next"}
    assert _ids("asset.needed_at_renewal", facts, "app") == ["planning"]
    assert _ids("asset.needed_at_renewal", facts, "vm") == []


def test_integrations_of_one_sort_between_the_same_systems_are_one() -> None:
    facts = facts_of(
        {
            "suppliers": {"bank": {"name": "Bank"}},
            "applications": {
                "cases": {
                    "name": "Cases",
                    "sends_to": [
                        {"to": "bank", "style": "file"},
                        {"to": "bank", "style": "rpa"},
                        {"to": "bank", "style": "manual"},
                        {"to": "bank", "style": "api", "until": "2026-11-20"},
                    ],
                }
            },
        }
    )
    found = integrations(facts)
    assert [each.style for each in found] == ["file", "manual"]
    assert len({each.id for each in found}) == 2
    subject, place = facts.describe("integration", found[1])
    assert subject.identity == {
        "kind": "integration",
        "id": "cases",
        "targets": ["bank"],
        "relation": "sends_to",
    }
    assert place.path == ("sends_to", 2)


def test_apis_count_while_they_are_in_use() -> None:
    facts = facts_of(
        {
            "apis": {"balance": {"name": "Balance"}, "old": {"name": "Old", "status": "retired"}},
            "applications": {
                "cases": {"name": "Cases", "provides": ["balance", "old"], "consumes": ["old"]},
                "silent": {"name": "Silent"},
            },
        }
    )
    assert _ids("application.interfaces", facts, "cases") == ["balance"]
    assert facts.column("application.interfaces")["silent"] is None
    assert _ids("api.consumers", facts, "old") == ["cases"]


def test_the_services_that_stop_with_an_asset_are_the_critical_ones_and_those_unrated() -> None:
    facts = facts_of(
        {
            "services": {
                "alarms": {"name": "Alarms"},
                "housing": {"name": "Housing", "criticality": "critical"},
                "leisure": {"name": "Leisure", "criticality": "low"},
                "past": {"name": "Past", "criticality": "critical", "status": "retired"},
                "lonely": {"name": "Lonely", "criticality": "critical"},
            },
            "applications": {
                "cases": {"name": "C", "supports": ["alarms", "housing", "leisure", "past"]}
            },
        }
    )
    assert _ids("asset.sole_support_of", facts, "cases") == ["housing", None]
    assert _ids("asset.sole_support_of", facts, "housing") == []


def test_what_stands_on_a_thing_that_stays_at_a_closing_site_loses_its_place() -> None:
    facts = facts_of(
        {
            "sites": SITES,
            "servers": {
                "cluster": {"name": "Cluster", "located_at": ["hall"]},
                "vm": {"name": "VM", "hosted_on": ["cluster"]},
                "old": {"name": "OLD", "status": "retired", "hosted_on": ["cluster"]},
                "db": {"name": "DB", "located_at": ["annexe"]},
            },
            "applications": {"cases": {"name": "Cases", "runs_on": ["vm"], "stores_in": ["db"]}},
        }
    )
    assert _ids("asset.losing_place", facts, "cluster") == ["cases", "vm"]
    assert _ids("asset.losing_place", facts, "db") == []

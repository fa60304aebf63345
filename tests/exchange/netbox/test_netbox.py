from __future__ import annotations

import json
from typing import Any

import pytest

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.inward import Source
from estate.exchange.netbox.read import read

API = "https://netbox.test/api/"


def _read(*documents: object) -> Imported:
    sources = [Source(f"{n}.json", json.dumps(d).encode()) for n, d in enumerate(documents)]
    return read(sources, "netbox")


def _to(endpoint: str, number: int, name: str, **more: object) -> dict[str, Any]:
    slug = name.lower().replace(" ", "-")
    return {"id": number, "url": f"{API}{endpoint}/{number}/", "name": name, "slug": slug, **more}


def _fields(imported: Imported, section: str, key: str) -> dict[str, object]:
    record = dict(imported.sections[section][key])
    del record["name"], record["source"]
    return record


SITE = _to("dcim/sites", 1, "Civic Centre")
TENANT = _to("tenancy/tenants", 1, "Holm")
CLUSTER = _to("virtualization/clusters", 1, "Main")


def test_devices_machines_clusters_sites_and_tenants() -> None:
    devices = {
        "count": 2,
        "results": [
            _to(
                "dcim/devices",
                1,
                "SW01",
                role=_to("dcim/device-roles", 1, "Access switch"),
                device_type={
                    "url": f"{API}dcim/device-types/1/",
                    "manufacturer": {"name": "Cisco"},
                    "model": "C9200",
                },
                platform=_to("dcim/platforms", 1, "IOS XE 17.9"),
                site=SITE,
                tenant=TENANT,
                status={"value": "active", "label": "Active"},
                tags=[{"id": 1, "name": "core", "slug": "core", "color": "ff"}],
                serial="S1",
                comments="N",
                primary_ip=None,
            ),
            _to(
                "dcim/devices",
                2,
                "ESX01",
                device_role=_to("dcim/device-roles", 2, "Hypervisor"),
                cluster=CLUSTER,
                status="offline",
            ),
        ],
    }
    machines = [
        _to(
            "virtualization/virtual-machines",
            1,
            "VM1",
            vcpus=4.0,
            cluster=CLUSTER,
            status={"value": "decommissioning"},
        )
    ]
    sites = {"sites": [{**SITE, "physical_address": "1 High Street", "description": "D"}]}
    imported = _read(devices, machines, sites, [CLUSTER, {**TENANT, "description": "T"}])
    assert _fields(imported, "devices", "sw01") == {
        "status": "live",
        "organisation": ["holm"],
        "tags": ["core", "role:Access switch"],
        "notes": "N",
        "form": "network",
        "hardware": {"product": "Cisco C9200"},
        "software": [{"product": "IOS XE 17.9"}],
        "located_at": ["civic-centre"],
    }
    assert _fields(imported, "servers", "esx01") == {
        "form": "physical",
        "tags": ["role:Hypervisor"],
        "hosted_on": ["main"],
    }
    assert _fields(imported, "servers", "vm1") == {
        "form": "virtual",
        "cores": "4.0",
        "status": "retiring",
        "hosted_on": ["main"],
    }
    assert _fields(imported, "servers", "main") == {"form": "cluster"}
    assert _fields(imported, "sites", "civic-centre") == {
        "address": "1 High Street",
        "description": "D",
    }
    assert _fields(imported, "organisations", "holm") == {"description": "T"}
    assert sorted((loss.column, loss.value) for loss in imported.losses) == [
        ("serial", "once"),
        ("status", "offline"),
    ]


def test_a_circuit_is_a_connection_between_sites() -> None:
    imported = _read(
        [
            SITE,
            {
                "url": f"{API}circuits/circuits/7/",
                "cid": "BT-1",
                "provider": _to("circuits/providers", 1, "BT"),
                "type": _to("circuits/circuit-types", 1, "MPLS"),
                "install_date": "2020-01-01",
                "termination_a": {"site": SITE},
                "termination_z": {"termination": _to("dcim/sites", 2, "Depot")},
                "commit_rate": 5,
            },
        ]
    )
    assert _fields(imported, "connections", "bt-1") == {
        "from": "2020-01-01",
        "tags": ["type:MPLS"],
        "connects": ["civic-centre", "depot"],
        "supplied_by": ["bt"],
    }
    assert sorted((loss.column, loss.reason) for loss in imported.losses) == [
        ("commit_rate", "the inventory has no field for it"),
    ]


def test_what_makes_no_record_is_said() -> None:
    imported = _read(
        [
            _to("dcim/cables", 1, "x"),
            {"name": "nowhere"},
            {"url": f"{API}dcim/devices/3/"},
        ]
    )
    assert not imported.sections
    assert [loss.reason for loss in imported.losses] == [
        "an inventory has no place for dcim/cables",
        "its url does not say what it is",
        "it has no name",
    ]


def test_a_site_is_what_its_own_object_says_wherever_it_stands() -> None:
    device = _to("dcim/devices", 1, "SW01", site=SITE, tenant=TENANT)
    whole = {**SITE, "status": {"value": "retired"}, "tenant": TENANT}
    for order in ([device, whole], [whole, device]):
        imported = _read(order)
        site = imported.sections["sites"]["civic-centre"]
        assert site["source"] == f"0.json object {order.index(whole) + 1}"
        assert _fields(imported, "sites", "civic-centre") == {
            "status": "retired",
            "organisation": ["holm"],
        }


def test_two_objects_of_one_number_are_not_made_one() -> None:
    imported = _read([SITE], [_to("dcim/sites", 1, "Depot")])
    assert [*imported.sections["sites"]] == ["civic-centre"]
    assert [loss.reason for loss in imported.losses] == [
        "sites has it already, from 0.json object 1"
    ]


@pytest.mark.parametrize(
    ("said", "status"),
    [("staging", "planned"), ("deprovisioning", "retiring"), ("decommissioned", "retired")],
)
def test_statuses_of_sites_clusters_and_circuits(said: str, status: str) -> None:
    imported = _read([{**SITE, "status": {"value": said, "label": "x"}}])
    assert _fields(imported, "sites", "civic-centre") == {"status": status}
    assert not imported.losses


def test_a_cluster_stands_where_its_scope_is_a_site() -> None:
    scope = {"scope_type": "dcim.site", "scope_id": 1, "scope": SITE}
    region = _to("dcim/regions", 1, "North")
    away = {"scope_type": "dcim.region", "scope_id": 1, "scope": region}
    second = _to("virtualization/clusters", 2, "Away", **away)
    imported = _read([{**CLUSTER, **scope}, second])
    assert _fields(imported, "servers", "main") == {
        "form": "cluster",
        "located_at": ["civic-centre"],
    }
    assert _fields(imported, "servers", "away") == {"form": "cluster"}
    assert {loss.column for loss in imported.losses} == {"scope", "scope_id", "scope_type"}


def _page(*results: object, at: int, of: int) -> dict[str, object]:
    address = f"{API}dcim/sites/?limit=1&offset="
    return {
        "count": of,
        "next": f"{address}{at + 1}" if at + 1 < of else None,
        "previous": f"{address}{at - 1}" if at else None,
        "results": [*results],
    }


def test_pages_that_are_not_there_are_said() -> None:
    first, last = _page(SITE, at=0, of=3), _page(_to("dcim/sites", 3, "Depot"), at=2, of=3)
    middle = _page(_to("dcim/sites", 2, "Mill"), at=1, of=3)
    assert not _read(last, first, middle).losses
    (loss,) = _read(last, first).losses
    assert (loss.column, loss.value) == ("next", "dcim/sites")
    assert loss.reason == "1 more are on pages that are not here"


def test_what_is_no_object_is_lost() -> None:
    imported = _read(["a", None, SITE], "b", {"sites": [], "on": "2026-01-01"})
    assert [*imported.sections] == ["sites"]
    assert [(loss.file, loss.value) for loss in imported.losses] == [
        ("0.json", "a"),
        ("1.json", "b"),
        ("2.json", "2026-01-01"),
    ]


def _dumped(kind: str, number: int, /, **fields: object) -> dict[str, object]:
    return {"model": kind, "pk": number, "fields": fields}


DUMP = [
    _dumped("users.user", 1, username="hidden"),
    _dumped("dcim.manufacturer", 1, name="Dell", slug="dell"),
    _dumped("dcim.devicetype", 1, model="R740", manufacturer=1),
    _dumped("dcim.devicerole", 1, name="Hypervisor", slug="hypervisor"),
    _dumped("dcim.platform", 1, name="ESXi 8"),
    _dumped("dcim.site", 1, name="Civic Centre", status="active", tenant=1),
    _dumped("tenancy.tenant", 1, name="Holm"),
    _dumped("virtualization.clustertype", 1, name="VMware"),
    _dumped("virtualization.cluster", 1, name="Main", type=1, scope_type=9, scope_id=1, _site=1),
]
DEVICE = _dumped(
    "dcim.device",
    1,
    name="ESX01",
    _name="ESX00000001",
    role=1,
    device_type=1,
    platform=1,
    site=1,
    tenant=7,
    cluster=1,
)


def test_a_dump_is_read_as_what_the_api_gives() -> None:
    imported = _read([DEVICE], DUMP)
    assert _fields(imported, "servers", "esx01") == {
        "form": "physical",
        "tags": ["role:Hypervisor"],
        "hardware": {"product": "Dell R740"},
        "software": [{"product": "ESXi 8"}],
        "located_at": ["civic-centre"],
        "hosted_on": ["main"],
    }
    assert _fields(imported, "servers", "main") == {
        "form": "cluster",
        "located_at": ["civic-centre"],
    }
    assert _fields(imported, "sites", "civic-centre") == {
        "status": "live",
        "organisation": ["holm"],
    }
    cells = [(loss.column, loss.value) for loss in imported.losses if loss.kind == "cell"]
    assert cells == [("tenant", "7")]


def test_the_ends_of_a_dumped_circuit_are_its_sites() -> None:
    ends = [
        _dumped("circuits.circuittermination", 4, termination_type=9, termination_id=1, _site=1),
        _dumped("circuits.circuittermination", 5, site=2),
    ]
    circuit = _dumped("circuits.circuit", 1, cid="BT-1", termination_a=4, termination_z=5)
    sites = [_dumped("dcim.site", 1, name="Civic Centre"), _dumped("dcim.site", 2, name="Depot")]
    imported = _read([circuit, *ends, *sites])
    assert _fields(imported, "connections", "bt-1") == {"connects": ["civic-centre", "depot"]}


def test_of_what_is_none_of_ours_in_a_dump_nothing_is_shown() -> None:
    imported = _read(DUMP)
    assert "hidden" not in str(imported)
    assert ("1", "an inventory has no place for users/user") in {
        (loss.value, loss.reason) for loss in imported.losses
    }


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ExchangeError):
        read([Source("x.json", b"{")], "netbox")

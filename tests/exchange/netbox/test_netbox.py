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
    assert sorted((loss.column, loss.value) for loss in imported.losses) == [
        ("description", "once"),
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
        "connects": ["civic-centre"],
        "supplied_by": ["bt"],
    }
    assert sorted((loss.column, loss.reason) for loss in imported.losses) == [
        ("commit_rate", "the inventory has no field for it"),
        ("connects", "names something that made no record"),
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


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ExchangeError):
        read([Source("x.json", b"{")], "netbox")

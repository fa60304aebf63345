from __future__ import annotations

import pytest

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.inward import Source
from estate.exchange.servicenow.columns import section_of
from estate.exchange.servicenow.read import read

ITEMS = """\
sys_id,name,sys_class_name,vendor,operational_status,support_group,owned_by,u_contract_end_date,\
location,company,os,os_version,cpu_count,version,busines_criticality,used_for,model_id,cost
1,Pay,cmdb_ci_business_app,Acme,Operational,Apps,Head,2027-03-31,,Holm,,,,2.1,1 - most critical,\
Production,,9
2,SRV1,Windows Server,Dell,1,Ops,,,Civic Centre,Holm,Windows 2019 Standard,10.0,8,,,QA,R740,
3,SW1,cmdb_ci_ip_switch,,Retired,,,,Civic Centre,,,,,,,,C9200,
4,Payments,Business Service,,Repair in Progress,,,soon,,,,,,,9 - odd,Moon,,
5,Rack,cmdb_ci_rack,,,,,,,,,,,,,,,
6,,cmdb_ci_server,,,,,,,,,,,,,,,
7,SRV1,cmdb_ci_linux_server,,,,,,,,,,,,,,,
"""
RELATIONS = """\
parent,type,child
1,Runs on::Runs,2
Payments,Depends on::Used by,Pay
Pay,Sends data to::Receives data from,Rack
Pay,Runs on::Runs,SRV1
Pay,Contains::Contained by,SW1
"""


def _read(*texts: str) -> Imported:
    sources = [Source(f"{n}.csv", text.encode()) for n, text in enumerate(texts)]
    return read(sources, "servicenow")


def _fields(imported: Imported, section: str, key: str) -> dict[str, object]:
    record = dict(imported.sections[section][key])
    del record["name"], record["source"]
    return record


def test_items_are_records_by_their_class() -> None:
    imported = _read(RELATIONS, ITEMS)
    assert _fields(imported, "applications", "pay") == {
        "owner": "Head",
        "technical_owner": "Apps",
        "status": "live",
        "environment": "production",
        "criticality": "critical",
        "organisation": ["holm"],
        "version": "2.1",
        "supplied_by": ["acme"],
        "runs_on": ["srv1-windows-server"],
        "supports": ["payments"],
    }
    assert _fields(imported, "contracts", "pay-contract") == {
        "ends": "2027-03-31",
        "covers": ["pay"],
        "supplied_by": ["acme"],
    }
    assert _fields(imported, "servers", "srv1-windows-server") == {
        "technical_owner": "Ops",
        "status": "live",
        "environment": "test",
        "organisation": ["holm"],
        "cores": "8",
        "hardware": {"product": "R740"},
        "software": [{"product": "Windows 2019 Standard", "version": "10.0"}],
        "located_at": ["civic-centre"],
        "supplied_by": ["dell"],
    }
    assert _fields(imported, "devices", "sw1") == {
        "status": "retired",
        "hardware": {"product": "C9200"},
        "located_at": ["civic-centre"],
    }
    assert _fields(imported, "services", "payments") == {}


def test_what_does_not_fit_is_lost() -> None:
    imported = _read(ITEMS, RELATIONS)
    assert {(loss.value, loss.reason) for loss in imported.losses if loss.kind == "row"} == {
        ("Rack", "an inventory has no place for the class 'cmdb_ci_rack'"),
        ("{'sys_id': '6'}", "it has no name"),
        (
            "Pay Sends data to::Receives data from Rack",
            "one of its ends makes no record",
        ),
        ("Pay Runs on::Runs SRV1", "one of its ends is the name of several items"),
        (
            "Pay Contains::Contained by SW1",
            "Contains::Contained by does not say who needs whom",
        ),
    }
    assert {(loss.column, loss.value) for loss in imported.losses if loss.kind == "cell"} == {
        ("status", "Repair in Progress"),
        ("contract_end", "soon"),
        ("criticality", "9 - odd"),
        ("environment", "Moon"),
    }
    assert {loss.column for loss in imported.losses if loss.kind == "column"} == {"cost"}


def test_a_list_without_classes_is_of_applications() -> None:
    imported = _read("name,vendor\nPay,Acme\n")
    assert _fields(imported, "applications", "pay") == {"supplied_by": ["acme"]}


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("cmdb_ci_win_server", "servers"),
        ("cmdb_ci_db_mssql_instance", "applications"),
        ("cmdb_ci_service_discovered", "services"),
        ("Linux Server", "servers"),
        ("cmdb_ci_lb_bigip", "devices"),
        ("cmdb_ci_datacenter", "sites"),
        ("cmdb_ci_vmware_instance", "servers"),
        ("cmdb_ci_network_appliance_hardware", "devices"),
        ("cmdb_ci_computer_room", "sites"),
        ("cmdb_ci_rack", ""),
    ],
)
def test_classes(name: str, section: str) -> None:
    assert section_of(name) == section


def test_a_number_means_what_its_column_says() -> None:
    operational = _read("name,operational_status\nA,1\nB,6\nC,7\n")
    installed = _read("name,install_status\nA,1\nB,6\nC,7\nD,2\n")
    assert _statuses(operational) == {"a": "live", "b": "retired", "c": None}
    assert _statuses(installed) == {"a": "live", "b": None, "c": "retired", "d": "planned"}
    assert [(loss.column, loss.value) for loss in operational.losses] == [("status", "7")]
    assert [(loss.column, loss.value) for loss in installed.losses] == [("install_status", "6")]


def test_what_is_installed_counts_where_nothing_says_how_it_is_in_operation() -> None:
    imported = _read("name,operational_status,install_status\nA,,Retired\nB,Operational,Retired\n")
    assert _statuses(imported) == {"a": "retired", "b": "live"}
    assert [(loss.column, loss.value) for loss in imported.losses] == [("install_status", "once")]


def _statuses(imported: Imported) -> dict[str, object]:
    return {key: one.get("status") for key, one in imported.sections["applications"].items()}


def test_what_is_no_export_is_refused() -> None:
    with pytest.raises(ExchangeError) as caught:
        _read("a,b\n1,2\n")
    assert "a column name, or the columns parent and child" in str(caught.value.problems[0])

from __future__ import annotations

import pytest

from estate.errors import ExchangeError
from estate.exchange import Imported
from estate.exchange.inward import Source
from estate.exchange.threagile.read import read

MODEL = """\
threagile_version: 1.0.0
title: Example
data_assets:
  Accounts: &one
    id: accounts
    description: D
    owner: Finance
    availability: mission-critical
    confidentiality: confidential
    tags: [pii]
    quantity: many
  Copies: {<<: *one, id: copies, availability: archive}
technical_assets:
  Web:
    id: web
    type: process
    description: W
    availability: important
    internet: true
    machine: container
    technology: web-server
    tags: [linux]
    data_assets_stored: [accounts, gone]
    communication_links:
      Queries: {target: db, protocol: jdbc}
      Calls: {target: client}
  Base: {id: db, type: datastore, machine: virtual, internet: false}
  Client: {id: client, type: external-entity}
  Odd: {id: odd, type: spaceship}
  Void: {id: void}
trust_boundaries:
  DMZ: {id: dmz, type: network-on-prem, technical_assets_inside: [web, client]}
shared_runtimes:
  Hosts: {id: hosts, description: H, tags: [vmware], technical_assets_running: [web, db]}
"""


def _read(*texts: str) -> Imported:
    sources = [Source(f"{n}.yaml", text.encode()) for n, text in enumerate(texts)]
    return read(sources, "threagile")


def _fields(imported: Imported, section: str, key: str) -> dict[str, object]:
    record = dict(imported.sections[section][key])
    del record["name"], record["source"]
    return record


def test_assets_with_what_they_hold_and_where_they_run() -> None:
    imported = _read(MODEL)
    assert _fields(imported, "applications", "web") == {
        "description": "W",
        "criticality": "high",
        "exposure": "internet",
        "tags": ["linux", "technology:web-server"],
        "zone": "DMZ",
        "holds": ["accounts"],
        "runs_on": ["hosts"],
        "stores_in": [{"to": "db", "purpose": "Queries"}],
    }
    assert _fields(imported, "servers", "db") == {"form": "virtual", "hosted_on": ["hosts"]}
    assert _fields(imported, "servers", "hosts") == {"description": "H", "tags": ["vmware"]}
    assert _fields(imported, "datasets", "accounts") == {
        "description": "D",
        "owner": "Finance",
        "criticality": "critical",
        "tags": ["pii", "confidentiality:confidential"],
    }
    assert _fields(imported, "datasets", "copies")["criticality"] == "low"


def test_what_is_no_inventory_is_lost() -> None:
    losses = _read(MODEL).losses
    assert {(loss.value, loss.reason) for loss in losses if loss.kind == "row"} == {
        ("Client", "an external entity is no part of the estate"),
        ("Odd", "the format has no type 'spaceship'"),
        ("Void", "it has no type"),
    }
    assert {(loss.column, loss.value) for loss in losses if loss.kind == "cell"} == {
        ("holds", "gone"),
        ("uses", "client"),
    }
    columns = {loss.column for loss in losses if loss.kind == "column"}
    assert {"machine", "quantity", "communication_links.*.protocol", "title"} <= columns


def test_a_model_in_parts_is_read_from_all_of_them() -> None:
    one = "threagile_version: 1.0.0\nincludes: [two.yaml]\n"
    two = "technical_assets: {Web: {id: web, type: process}}"
    three = "trust_boundaries: {Inner: {id: i, technical_assets_inside: [web]}}"
    imported = _read(one, three, two)
    assert _fields(imported, "applications", "web") == {"zone": "Inner"}
    assert [loss.reason for loss in imported.losses] == [
        "no path is followed: give the file as well"
    ]


def test_links_may_stand_in_a_list() -> None:
    links = "[{title: Calls, target_id: b, source_id: a}]"
    imported = _read(
        f"technical_assets: {{a: {{type: process, communication_links: {links}}}, "
        "b: {type: process}, c: none}"
    )
    assert _fields(imported, "applications", "a") == {"uses": [{"to": "b", "purpose": "Calls"}]}


@pytest.mark.parametrize("text", ["ai: {}", "", "- a"])
def test_what_is_no_part_of_a_model_is_refused(text: str) -> None:
    with pytest.raises(ExchangeError):
        _read(text)

"""Rows into records: ids, several outputs, merging, adding, looking up, losing nothing."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from estate.exchange import Imported, convert
from estate.yaml_text import document

Convert = Callable[..., Imported]

SIMPLE = """
  t:
    file: t.csv
    outputs:
      - {section: applications, id: name, fields: {name: name, notes: note}}
"""


def _losses(imported: Imported, *kinds: str) -> list[tuple[int | None, str, str]]:
    return [(x.row, x.column, x.reason) for x in imported.losses if not kinds or x.kind in kinds]


def test_a_row_becomes_a_record_that_says_where_it_comes_from(converted: Convert) -> None:
    imported = converted(SIMPLE, t_csv="name,note\nAcademy R&B,x\n")
    assert imported.sections == {
        "applications": {
            "academy-r-and-b": {"name": "Academy R&B", "notes": "x", "source": "t.csv row 2"}
        }
    }
    assert imported.losses == ()
    assert imported.counts.records == {"applications": 1}


def test_a_source_of_its_own_is_kept_and_none_is_made_on_request(converted: Convert) -> None:
    tables = """
      t:
        file: t.csv
        outputs:
          - {section: applications, id: name, fields: {name: name, source: note}}
          - {section: sites, id: "site/{name}", source: false, fields: {name: name}}
    """
    sections = converted(tables, t_csv="name,note\nA,book\n").sections
    assert sections["applications"]["a"] == {"name": "A", "source": "book"}
    assert sections["sites"]["site/a"] == {"name": "A"}


def test_columns_nobody_uses_are_listed_once_with_the_mappings_reason(converted: Convert) -> None:
    tables = SIMPLE.replace("outputs:", "leave_out: {Size: no field for it}\n    outputs:")
    imported = converted(tables, t_csv="name,note,size,colour,empty\nA,x,1,red,\nB,y,2,,\n")
    assert [(x.column, x.value, x.reason) for x in imported.losses] == [
        ("colour", "1 cell", "no output uses this column"),
        ("size", "2 cells", "no field for it"),
    ]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "no id can be made of it"),
        ("???", "no id can be made of it"),
        ("A", "the id a is that of applications from t.csv:2"),
    ],
)
def test_a_row_that_makes_no_record_is_lost_with_the_reason(
    converted: Convert, name: str, reason: str
) -> None:
    imported = converted(SIMPLE, t_csv=f"name,note\nA,x\n{name},y\n")
    assert _losses(imported, "row") == [(3, "name", reason)]
    count = imported.counts.tables["t"]
    assert (count.rows, count.used, count.lost) == (2, 1, 1)


def test_a_row_that_no_output_takes_is_lost(converted: Convert) -> None:
    tables = SIMPLE.replace("id: name", "where: {note: x}, id: name")
    imported = converted(tables, t_csv="name,note\nA,x\nB,y\n")
    assert _losses(imported, "row") == [(3, "", "no output of the mapping takes it")]


def test_a_record_without_a_name_is_not_made(converted: Convert) -> None:
    tables = """
      t:
        file: t.csv
        outputs:
          - {section: applications, id: id, same_id: number, fields: {name: name}}
          - {section: sites, id: "site/{id}", constants: {name: Site}}
    """
    imported = converted(tables, t_csv="id,name\na,\nb,\nb,B\nb,\n")
    assert list(imported.sections["applications"]) == ["b"]
    assert _losses(imported, "record") == [
        (2, "id", "the applications a would have no name"),
        (3, "id", "the applications b would have no name"),
        (4, "id", "the id site/b is that of sites from t.csv:3"),
    ]
    assert _losses(imported, "row") == [
        (5, "id", "the applications b would have no name"),
        (5, "id", "the id site/b is that of sites from t.csv:3"),
    ]


def test_an_exception_needs_no_name(converted: Convert) -> None:
    tables = "t: {file: t.csv, outputs: [{section: exceptions, id: id, fields: {risk: risk}}]}\n"
    imported = converted(tables, t_csv="id,risk\nex-1,r\n")
    assert imported.sections["exceptions"]["ex-1"] == {"risk": "r", "source": "t.csv row 2"}


def test_one_row_makes_several_records_and_refers_to_them(converted: Convert) -> None:
    tables = """
      t:
        file: t.csv
        outputs:
          - {section: servers, name: host, where: {host: {empty: false}}, id: "srv/{host}",
             same_id: merge, fields: {name: host}}
          - section: suppliers
            each: {column: supplier, then: [{split: ","}]}
            id: each
            same_id: merge
            fields: {name: {column: each, merge: first}}
          - section: applications
            id: name
            fields:
              name: name
              runs_on: {list: [{made: host, then: [{relation: {strength: soft}}]}]}
              supplied_by: {list: [{made: suppliers}]}
              supplier: {made: host}
              notes: {made: suppliers}
    """
    text = 'name,host,supplier\nA,H1,"X, Y"\nB,H1,x\nC,,\n'
    imported = converted(tables, t_csv=text)
    apps = imported.sections["applications"]
    assert apps["a"]["runs_on"] == [{"to": "srv/h1", "strength": "soft"}]
    assert apps["a"]["supplied_by"] == apps["a"]["notes"] == ["x", "y"]
    assert apps["b"]["supplied_by"] == ["x"]
    assert apps["c"] == {"name": "C", "source": "t.csv row 4"}
    assert imported.sections["suppliers"]["x"]["source"] == "t.csv row 2 and 1 more row"
    assert imported.sections["servers"]["srv/h1"]["source"] == "t.csv row 2 and 1 more row"
    assert imported.losses == ()


def test_rows_of_one_id_are_merged_as_each_field_says(converted: Convert) -> None:
    tables = """
      t:
        file: t.csv
        outputs:
          - section: applications
            id: id
            same_id: merge
            constants: {tags: [imported], links.a: b}
            fields:
              name: {column: name, merge: first}
              notes: {column: note, merge: join}
              owner: owner
              organisation: {list: [body]}
              annual_cost.revenue: {column: cost, then: [money]}
              links: {column: url, then: [{labelled: source}]}
    """
    text = (
        "id,name,note,owner,body,cost,url\n"
        "a,A,x,,p,1,u\na,Aa,y,Ann,q,1,u\na,A,x,Bob,p,2,v\na,,,Ann,,,\n"
    )
    imported = converted(tables, t_csv=text)
    assert imported.sections["applications"]["a"] == {
        "name": "A",
        "tags": ["imported"],
        "links": {"a": "b", "source": "u"},
        "notes": "x; y",
        "organisation": ["p", "q"],
        "annual_cost": {"revenue": 1},
        "owner": "Ann",
        "source": "t.csv row 2 and 3 more rows",
    }
    assert _losses(imported, "cell") == [
        (4, "cost", "a has the annual_cost.revenue '1' already"),
        (4, "owner", "a has the owner 'Ann' already"),
        (4, "url", "a has the source 'u' already"),
    ]


def test_a_field_that_is_no_record_keeps_what_it_has(converted: Convert) -> None:
    tables = """
      t:
        file: t.csv
        outputs:
          - {section: applications, id: id, constants: {name: A},
             fields: {links: url, links.more: url}}
    """
    imported = converted(tables, t_csv="id,url\na,u\n")
    assert imported.sections["applications"]["a"]["links"] == "u"
    assert _losses(imported, "cell") == [(2, "url", "a has a links that is no record")]


def test_records_of_one_id_are_numbered_by_content_not_by_order(converted: Convert) -> None:
    tables = """
      t:
        file: t.csv
        outputs:
          - {section: servers, id: name, same_id: number, fields: {name: name, notes: note}}
    """
    rows = ["a,z", "a,x", "a,y", "a-2,w", "a,x"]
    expected = {"a": "x", "a-2": "w", "a-3": "x", "a-4": "y", "a-5": "z"}
    for order in (rows, rows[::-1]):
        servers = converted(tables, t_csv="\n".join(["name,note", *order])).sections["servers"]
        assert {key: record["notes"] for key, record in servers.items()} == expected


def test_ids_are_unique_over_all_sections(converted: Convert) -> None:
    tables = """
      t:
        file: t.csv
        outputs:
          - {section: servers, id: name, same_id: merge, fields: {name: name}}
          - {section: sites, id: name, same_id: merge, fields: {name: name}}
    """
    imported = converted(tables, t_csv="name\nA\n")
    assert list(imported.sections) == ["servers"]
    assert _losses(imported, "record") == [(2, "name", "the id a is that of servers from t.csv:2")]


LOOKUPS = """
  apps:
    file: apps.csv
    optional: [unit]
    derive: {organisation: {column: unit, then: [lower]}}
    where: {name: {not: [hidden]}}
    key: name
    outputs:
      - {section: applications, where: {name: {not: [bare]}}, id: name, fields: {name: name}}
      - {section: sites, where: {name: bare}, id: "site/{name}", fields: {name: name}}
  hosts:
    file: hosts.csv
    derive: {organisation: {column: app, then: [{lookup: apps, take: organisation}]}}
    outputs:
      - section: servers
        id: host
        fields:
          name: host
          organisation: organisation
          supports: {column: app, then: [{lookup: apps, made: applications}]}
          notes: {column: app, then: [{lookup: apps, take: unit, otherwise: empty}]}
      - section: applications
        name: addition
        existing: true
        id: app
        fields: {runs_on: {list: [{made: servers}]}}
"""


def test_a_row_is_looked_up_in_another_table(converted: Convert) -> None:
    apps = "name,unit\nA,HQ\nhidden,X\nbare,Y\nTwin,P\nTwin,Q\n"
    hosts = "host,app\nh1,A\nh2,A\nh3,gone\nh4,hidden\nh5,bare\nh6,Twin\nh7,\n"
    imported = converted(LOOKUPS, apps_csv=apps, hosts_csv=hosts)
    servers = imported.sections["servers"]
    assert servers["h1"] == {
        "name": "h1",
        "organisation": "hq",
        "supports": "a",
        "notes": "HQ",
        "source": "hosts.csv row 2",
    }
    assert imported.sections["applications"]["a"] == {
        "name": "A",
        "runs_on": ["h1", "h2"],
        "source": "apps.csv row 2",
    }
    assert servers["h7"] == {"name": "h7", "source": "hosts.csv row 8"}
    reasons = {(row, reason) for row, _, reason in _losses(imported)}
    assert reasons == {
        (4, "apps has no row with this key"),
        (4, "there is no gone in applications to add to"),
        (5, "apps has no row with this key"),
        (5, "there is no hidden in applications to add to"),
        (6, "the row it leads to made no applications"),
        (6, "there is no bare in applications to add to"),
        (7, "apps has 2 rows with this key that differ"),
        (6, "the id twin is that of applications from apps.csv:5"),
        (7, "the row it leads to made no applications"),
        (8, "no id can be made of it"),
    }


def test_a_table_without_outputs_only_serves_lookups(converted: Convert) -> None:
    tables = """
      units: {file: units.json, key: code}
      t:
        file: t.csv
        outputs:
          - section: applications
            id: name
            fields: {name: name, owner: {column: unit, then: [{lookup: units, take: head}]}}
    """
    units = json.dumps([{"code": "u1", "head": "Ann"}, {"code": "u2", "head": "Bob"}])
    imported = converted(tables, t_csv="name,unit\nA,u1\n", units_json=units)
    assert imported.sections["applications"]["a"]["owner"] == "Ann"
    count = imported.counts.tables["units"]
    assert (count.rows, count.used, count.filtered, count.lost) == (2, 1, 1, 0)
    assert count.files == (("units.json", "JSON"),)
    assert imported.losses == ()


def test_several_files_are_one_table_in_the_order_of_their_names(converted: Convert) -> None:
    tables = SIMPLE.replace("t.csv", '["?.csv", "u*"]')
    files = {"b_csv": "NAME;note\nB;y\n", "a_csv": "Name,Note\nA,x\n", "u_csv": "name\nU\n"}
    imported = converted(tables, **files)
    assert [record["source"] for record in imported.sections["applications"].values()] == [
        "a.csv row 2",
        "b.csv row 2",
        "u.csv row 2",
    ]


def test_cells_a_reader_could_not_take_are_losses(converted: Convert) -> None:
    imported = converted(SIMPLE, t_csv="name,note\nA,x,extra\n,,only\n,\n")
    assert _losses(imported) == [
        (2, "column 3", "this column has no heading"),
        (3, "", "no cell of the row can be read"),
        (3, "column 3", "this column has no heading"),
    ]
    count = imported.counts.tables["t"]
    assert (count.rows, count.used, count.lost, count.blank) == (2, 1, 1, 1)


def test_the_member_of_each_can_be_a_list_that_was_derived(converted: Convert) -> None:
    tables = """
      t:
        file: t.yaml
        outputs:
          - {section: organisations, each: bodies, id: "org/{each}", same_id: merge,
             fields: {name: each}}
    """
    imported = converted(tables, t_yaml="bodies: [A, B]\n---\nbodies: C\n---\nother: 1\n")
    assert list(imported.sections["organisations"]) == ["org/a", "org/b", "org/c"]
    assert _losses(imported, "row") == [(3, "", "no output of the mapping takes it")]


def test_an_each_that_does_not_fit_is_a_loss(converted: Convert) -> None:
    tables = """
      t:
        file: t.csv
        outputs:
          - {section: sites, each: {column: a, then: [number]}, id: "{each}", fields: {name: each}}
    """
    imported = converted(tables, t_csv="a\nx\n")
    assert _losses(imported) == [(2, "a", "no number")]


MERGING = """mapping: 1
name: Law
tables:
  t:
    file: t.csv
    where: {kind: {not: [skip]}}
    outputs:
      - {section: organisations, where: {kind: [org, both]}, id: "org/{name}", same_id: merge,
         fields: {name: {column: name, merge: first}, notes: {column: note, merge: join}}}
      - {section: servers, where: {kind: [srv, both]}, id: "srv/{name}", same_id: number,
         fields: {name: name, notes: note}}
      - {section: sites, where: {kind: site}, id: "{name}", fields: {name: name}}
"""
cell = st.sampled_from(["", "a", "A", "b b", "c-2", "c", "?", "é"])
kind = st.sampled_from(["org", "srv", "both", "site", "skip", "odd", ""])
rows = st.lists(st.tuples(cell, kind, cell), max_size=12)


def _law(folder: Path, table: list[tuple[str, str, str]]) -> Imported:
    (folder / "m.yaml").write_text(MERGING, "utf-8")
    lines = ["name,kind,note", *(",".join(row) for row in table)]
    (folder / "t.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return convert(folder / "m.yaml", [folder / "t.csv"])


@given(rows)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_rows_in_are_rows_used_filtered_and_lost(
    tmp_path: Path, table: list[tuple[str, str, str]]
) -> None:
    imported = _law(tmp_path, table)
    count = imported.counts.tables["t"]
    assert count.rows == count.used + count.filtered + count.lost
    assert count.rows + count.blank == len(table)
    lost = {loss.row for loss in imported.losses if loss.kind == "row"}
    assert len(lost) == count.lost
    assert sum(imported.counts.records.values()) == sum(map(len, imported.sections.values()))


@given(rows, st.randoms(use_true_random=False))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_ids_do_not_depend_on_the_order_of_rows(
    tmp_path: Path, table: list[tuple[str, str, str]], shuffler: random.Random
) -> None:
    def of(imported: Imported) -> dict[str, dict[str, Any]]:
        servers = imported.sections.get("servers", {})
        notes = {key: (record["name"], record.get("notes")) for key, record in servers.items()}
        return {section: dict.fromkeys(ids) for section, ids in imported.sections.items()} | {
            "notes": notes
        }

    shuffled = list(table)
    shuffler.shuffle(shuffled)
    assert of(_law(tmp_path, table)) == of(_law(tmp_path, shuffled))


@given(rows)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_same_input_gives_the_same_bytes(
    tmp_path: Path, table: list[tuple[str, str, str]]
) -> None:
    one, other = _law(tmp_path, table), _law(tmp_path, table)
    assert document(one.sections) == document(other.sections)
    assert one.losses == other.losses


def test_a_text_may_stand_for_an_empty_cell(converted: Convert) -> None:
    tables = SIMPLE.replace("outputs:", "blanks: ['-', n/a]\n    outputs:")
    imported = converted(tables, t_csv="name,note\nA,-\nB,N/A\n-,n/a\n")
    records = imported.sections["applications"]
    assert [record.get("notes") for record in records.values()] == [None, "N/A"]
    assert [(loss.row, loss.column, loss.value, loss.reason) for loss in imported.losses] == [
        (None, "name", "-", "taken for an empty cell, once"),
        (None, "note", "-", "taken for an empty cell, once"),
        (None, "note", "n/a", "taken for an empty cell, once"),
        (4, "name", "", "no id can be made of it"),
    ]


def test_an_id_may_go_through_steps(converted: Convert) -> None:
    tables = """
      t:
        file: t.csv
        outputs:
          - section: sites
            id: {template: "{name}/{no}", then: [{map: {a/1: "The first"}, otherwise: keep}]}
            source: false
            constants: {name: Site}
          - {section: sites, name: more, existing: true, id: {constant: a/2}, fields: {address: no}}
    """
    imported = converted(tables, t_csv="name,no\nA,1\nA,2\n")
    assert imported.sections["sites"] == {
        "a/2": {"name": "Site", "address": "1"},
        "the-first": {"name": "Site"},
    }
    assert _losses(imported) == [(3, "no", "a/2 has the address '1' already")]

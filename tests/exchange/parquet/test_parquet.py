from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.exchange.ours import estate_of, example

from estate.exchange.formats import export_estate, format_of
from estate.exchange.outward import Exported
from estate.model import Estate, links_of

duckdb = pytest.importorskip("duckdb", reason="DuckDB is not installed")


def write(estate: Estate) -> Exported:
    return export_estate(format_of("parquet"), estate)


def _rows(exported: Exported, table: str, folder: Path, what: str = "*") -> list[tuple[Any, ...]]:
    path = folder / f"{table}.parquet"
    content = exported.files[path.name]
    assert isinstance(content, bytes)
    path.write_bytes(content)
    with duckdb.connect(":memory:") as database:
        query = f"SELECT {what} FROM '{path}'"  # noqa: S608 - our own file
        return list(database.execute(query).fetchall())


def test_a_table_has_a_row_for_each_record_and_a_column_for_each_field(tmp_path: Path) -> None:
    estate = estate_of(
        {
            "applications": {
                "a": {
                    "name": "=1",
                    "version": "10.10",
                    "mfa": True,
                    "from": "2020-01-31",
                    "until": None,
                    "tags": ["x", "y"],
                    "users": {"named": 3},
                    "recovery": {"rto": "4h"},
                },
                "b": {"name": "\0\x1b'"},
            }
        }
    )
    columns = 'id, name, version, mfa, "from", tags, users, recovery'
    assert _rows(write(estate), "applications", tmp_path, columns) == [
        (
            *("a", "=1", "10.10", True, date(2020, 1, 31), ["x", "y"]),
            *('{"named": 3}', '{"rto": "4h"}'),
        ),
        ("b", "\ufffd\x1b'", None, None, None, None, None, None),
    ]


def test_relations_and_software_have_tables_of_their_own(tmp_path: Path) -> None:
    estate = estate_of(
        {
            "applications": {
                "a": {
                    "name": "A",
                    "runs_on": [{"any_of": ["s", "t"]}, {"to": "s", "until": "2027-01-01"}],
                }
            },
            "servers": {
                "s": {"name": "S", "software": ["x@1", {"product": "y", "patch_days": 3}]},
                "t": {"name": "T"},
            },
        }
    )
    exported = write(estate)
    found = _rows(exported, "relations", tmp_path, 'owner, target, "group", at_least, until')
    assert found == [
        ("a", "s", "a#1", 1.0, None),
        ("a", "t", "a#1", 1.0, None),
        ("a", "s", None, None, date(2027, 1, 1)),
    ]
    assert _rows(exported, "software", tmp_path, "asset, product, version, patch_days") == [
        ("s", "x", "1", None),
        ("s", "y", None, 3.0),
    ]


def test_the_example_is_whole_and_the_same_each_time(tmp_path: Path) -> None:
    exported = write(example())
    assert exported == write(example())
    for section, count in exported.records.items():
        assert len(example().sections[section]) == count
        assert len(_rows(exported, section, tmp_path, "id")) == count
    records = [entry for entry in example() if entry.kind != "exception"]
    items = [link for entry in records for *_, link in links_of(entry)]
    targets = sum(len(link.targets) for link in items)
    assert len(_rows(exported, "relations", tmp_path, "owner")) == targets
    said = {(omission.section, omission.field) for omission in exported.omissions}
    assert said == {("exceptions", ""), ("organisations", "roles")}
    assert "roles" not in str(_rows(exported, "organisations", tmp_path))


def test_an_empty_estate_has_empty_tables(tmp_path: Path) -> None:
    assert [*write(estate_of({})).files] == ["relations.parquet", "software.parquet"]
    assert _rows(write(estate_of({})), "relations", tmp_path) == []

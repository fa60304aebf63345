"""An update is prepared, compared, and written whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from estate.errors import CatalogueError
from estate.lifecycle import Catalogue, Cycle, Product, load
from estate.lifecycle.naming import bundled_names, named
from estate.lifecycle.packing import snapshot_bytes
from estate.lifecycle.update import prepare_update
from estate.writing import write

TODAY = date(2026, 11, 21)
OLD = date(2026, 8, 22)


def entry(product: str, *eol: str) -> dict[str, Any]:
    releases = [{"name": str(n), "isEol": False, "eolFrom": day} for n, day in enumerate(eol)]
    return {"name": product, "label": product.title(), "aliases": [], "releases": releases}


@pytest.fixture
def current(made: Callable[..., Catalogue]) -> Catalogue:
    names = bundled_names()
    products = [
        Product("php", "PHP", cycles=(Cycle("0", support_ends=date(2026, 1, 1)),)),
        Product("nginx", "nginx", cycles=(Cycle("1"),)),
    ]
    return made([named(product, names) for product in products], names)


def test_a_whole_replaces_the_catalogue(current: Catalogue) -> None:
    data = {"generated_at": "2026-11-01T00:00:00Z", "result": [entry("php", "2027-01-01")]}
    update = prepare_update(json.dumps(data).encode(), "full.json", current, TODAY)
    assert update.catalogue.as_of == update.changes.new_as_of == date(2026, 11, 1)
    assert update.changes.products_removed == ("nginx",)
    assert [change.new for change in update.changes.changed if change.field == "support_ends"] == [
        date(2027, 1, 1)
    ]


def test_a_single_product_changes_itself_alone(current: Catalogue) -> None:
    data = {
        "last_modified": "2026-11-01T00:00:00Z",
        "result": entry("php", "2027-01-01", "2028-01-01"),
    }
    update = prepare_update(json.dumps(data).encode(), "php.json", current, TODAY)
    assert update.catalogue.ids == ("nginx", "php")
    assert update.catalogue.as_of == OLD
    assert update.changes.cycles_added == ("php@1",)
    assert update.catalogue.product("nginx") is not None


def test_data_without_a_day_is_of_today(current: Catalogue) -> None:
    data = json.dumps({"php": entry("php", "2027-01-01")}).encode()
    assert prepare_update(data, "some.json", current, TODAY).catalogue.as_of == TODAY


def test_a_snapshot_is_taken_as_it_is(current: Catalogue) -> None:
    data = snapshot_bytes([Product("php", "PHP")], bundled_names(), TODAY, "another source")
    update = prepare_update(data, "snapshot.json", current, TODAY)
    assert update.data == data
    assert update.catalogue.source == "another source"


def test_people_s_names_are_laid_over_newer_data(current: Catalogue) -> None:
    release = {"name": "14.0", "label": "2017 'Helsinki'", "codename": "Helsinki", "isEol": True}
    data = {"result": [entry("php"), {"name": "mssqlserver", "label": "It", "releases": [release]}]}
    catalogue = prepare_update(json.dumps(data).encode(), "x.json", current, TODAY).catalogue
    assert catalogue.match("MS SQL 2017").outcome == "alias"


@pytest.mark.parametrize(
    "data", [b"", b"{}", b'{"format": "estate-lifecycle/1"}', b'{"php": {"releases": [{}]}}']
)
def test_what_cannot_be_read_changes_nothing(current: Catalogue, data: bytes) -> None:
    with pytest.raises(CatalogueError):
        prepare_update(data, "x.json", current, TODAY)


def test_a_snapshot_is_written_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "lifecycle.json"
    for products in ([], [Product("php", "PHP")]):
        write(path, [snapshot_bytes(products, bundled_names(), TODAY)])
    assert load(path).ids == ("php",)
    assert [file.name for file in path.parent.iterdir()] == ["lifecycle.json"]

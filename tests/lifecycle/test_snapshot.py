"""A snapshot holds, byte for byte, or is refused with a sentence."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.errors import CatalogueError
from estate.lifecycle import Catalogue, Cycle, Product, load
from estate.lifecycle.naming import Names
from estate.lifecycle.packing import snapshot_bytes
from estate.lifecycle.snapshot import read_snapshot

AS_OF = date(2026, 8, 22)
THING = Product(
    "thing",
    "The Thing",
    vendor="Acme",
    category="os",
    tags=("a", "b"),
    aliases=("it", "that one"),
    identifiers=("pkg:generic/thing",),
    extended="paid",
    cycles=(
        Cycle("2", date(2024, 1, 1), None, False, True, True, "2.1", "endoflife.date", AS_OF),  # noqa: FBT003 - endings in their order
        Cycle("1", lts=date(2020, 1, 1), source="endoflife.date", as_of=AS_OF),
    ),
    version_names=(("one", ("1",)), ("some", ("1", "2"))),
    editions=(("pro", "w"), ("no", "")),
)


def signed(content: dict[str, Any], **head: str) -> bytes:
    """Return a file whose digest holds, whatever its content."""
    body = json.dumps(content)[1:].encode() + b"\n"
    digest = f"sha256:{hashlib.sha256(body).hexdigest()}"
    first = {"format": "estate-lifecycle/1", "digest": digest} | head
    return json.dumps(first)[:-1].encode() + b",\n" + body


def content_of(data: bytes) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(data)
    return {key: value for key, value in content.items() if key not in {"format", "digest"}}


def test_a_product_comes_back_as_it_went() -> None:
    catalogue = Catalogue(read_snapshot(snapshot_bytes([THING], Names(), AS_OF), "x"))
    assert catalogue.product("thing") == THING
    assert catalogue.as_of == AS_OF
    assert catalogue.source == "endoflife.date"
    assert "2020 endoflife.date contributors" in catalogue.licence["text"]


_TEXT = st.text(max_size=12).map(lambda text: " ".join(text.split()))
_ENDING = st.none() | st.booleans() | st.dates(date(1970, 1, 1), date(2100, 1, 1))


@given(_TEXT, st.lists(_ENDING, min_size=3, max_size=3), st.lists(_TEXT.filter(bool), max_size=2))
def test_any_text_and_ending_survives(name: str, endings: list[Any], aliases: list[str]) -> None:
    product = Product("p", name, aliases=tuple(aliases), cycles=(Cycle("1", None, *endings),))
    found = Catalogue(read_snapshot(snapshot_bytes([product], Names(), AS_OF), "x")).product("p")
    assert found is not None
    assert (found.cycles[0].active_ends, found.cycles[0].support_ends) == (endings[0], endings[1])
    assert found.cycles[0].extended_support_ends == endings[2]
    if not set(name) & set("|;,="):
        assert found.name.encode("utf-8", "replace") == name.encode("utf-8", "replace")


def test_the_order_of_products_changes_no_byte() -> None:
    products = [Product(f"p{n}", f"P {n % 3}", aliases=(f"a{n % 2}",)) for n in range(9)]
    mixed = products[:]
    random.Random(7).shuffle(mixed)  # noqa: S311 - an order, no secret
    names = Names(prefixes={"B": ["b"], "A": ["a"]}, noise=("y", "x"))
    assert snapshot_bytes(mixed, names, AS_OF) == snapshot_bytes(products, names, AS_OF)


def test_line_ends_of_another_system_do_not_matter() -> None:
    data = snapshot_bytes([THING], Names(), AS_OF)
    assert read_snapshot(data.replace(b"\n", b"\r\n"), "x") == read_snapshot(data, "x")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x is no lifecycle snapshot"),
        (b"[1]", "x is no lifecycle snapshot"),
        (b"{}", "x is no lifecycle snapshot"),
        (b"\xff", "x is no lifecycle snapshot"),
        (b'{"a":' * 100_000, "x is no lifecycle snapshot"),
        (b'{"format": "estate-lifecycle/9"}', "has the format 'estate-lifecycle/9'"),
        (b'{"format": "estate-lifecycle/1"}', "its digest does not hold"),
        (signed({"as_of": "2026-08-22"}), "x is incomplete: 'source'"),
        (signed({"as_of": "yesterday"}), "x is incomplete: Invalid isoformat"),
        (signed({"as_of": 7}), "x is incomplete"),
    ],
)
def test_what_is_no_snapshot_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(CatalogueError, match=message):
        read_snapshot(data, "x")


@pytest.mark.parametrize("table", ["products", "names", "identifiers", "distributions"])
@pytest.mark.parametrize("value", [[], {"a": 3}, None])
def test_tables_of_another_kind_are_refused(table: str, value: object) -> None:
    content = content_of(snapshot_bytes([THING], Names(), AS_OF)) | {table: value}
    with pytest.raises(CatalogueError, match="x is incomplete"):
        read_snapshot(signed(content), "x")


def test_a_changed_file_is_refused() -> None:
    data = snapshot_bytes([THING], Names(), AS_OF)
    with pytest.raises(CatalogueError, match="changed since it was made"):
        read_snapshot(data.replace(b"The Thing", b"The Thong"), "x")


@pytest.mark.parametrize(
    "entry", ["", "a|b", "N|||||||||1,x", "N|||||||||1,,,?", "N|||||||||1,,,,,,,,", "N||||||||a|"]
)
def test_an_entry_that_cannot_be_read_is_named(entry: str) -> None:
    content = content_of(snapshot_bytes([], Names(), AS_OF)) | {"products": {"thing": entry}}
    catalogue = Catalogue(read_snapshot(signed(content), "x"))
    with pytest.raises(CatalogueError, match="the catalogue's entry of thing cannot be read"):
        catalogue.product("thing")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match=r"none\.json cannot be read: No such file"):
        load(tmp_path / "none.json")


def test_a_file_is_loaded(tmp_path: Path, made: Callable[..., Catalogue]) -> None:
    path = tmp_path / "some.json"
    path.write_bytes(snapshot_bytes([THING], Names(), AS_OF, "a test"))
    assert load(path).digest == made([THING]).digest


def test_the_bundled_snapshot_says_what_it_is(catalogue: Catalogue) -> None:
    assert catalogue.as_of == AS_OF
    assert catalogue.digest.startswith("sha256:")
    assert catalogue.licence["name"] == "MIT"
    assert len(catalogue.ids) == 464
    assert (
        sum(len(product.cycles) for product in map(catalogue.product, catalogue.ids) if product)
        == 8351
    )

"""Reading an inventory: the format as a whole, and its laws."""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.estates import covered, load, write

from estate.config import load_config
from estate.findings import Place
from estate.model import (
    SECTIONS,
    Application,
    Estate,
    Link,
    PinnedFacts,
    Policy,
    RiskAcceptance,
)
from estate.model.asset import Asset
from estate.model.fields import fields_of
from estate.model.record import record_in
from estate.model.scalars import ALWAYS, NEVER, UNLIMITED, Term
from estate.model.types import NULL
from estate.read import Document, Inventory, inventory_of, read_document, read_inventory

FORMAT = Path(__file__).parent / "format"


def read_format() -> Inventory:
    config = load_config(FORMAT)
    return read_inventory(
        FORMAT, config.inventory, name=config.name, policy=config.policy, defaults=config.defaults
    )


def documents() -> list[Document]:
    folder = FORMAT / "inventory"
    return [read_document(path.name, path.read_bytes()) for path in sorted(folder.iterdir())]


def raw_records() -> list[tuple[str, str, dict[str, Any]]]:
    """Return each record of the example of the format, with its defaults: section, id, fields."""
    found = []
    for document in documents():
        defaults = document.values.pop("defaults", {})
        for section, records in document.values.items():
            known = {field.written for field in fields_of(SECTIONS[section]).values()}
            usable = {"organisation": "heron", **defaults}
            given = {name: value for name, value in usable.items() if name in known}
            found += [(section, key, {**given, **record}) for key, record in records.items()]
    return found


def _written(kind: Any, raw: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a type, a value
    """Yield each field that a raw record says something in, with the type of record it is of."""
    if isinstance(raw, list):
        for item in raw:
            yield from _written(kind, item)
    elif isinstance(raw, dict):
        known = {field.written: field for field in fields_of(kind).values()}
        for name, value in raw.items():
            if name not in known:  # the key of an entry
                yield from _written(kind, value)
                continue
            yield kind.__name__, name
            if inner := record_in(known[name].annotation):
                yield from _written(inner, value)


def _all_fields(kind: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - a type of record
    for field in fields_of(kind).values():
        if field.name != "id":
            yield kind.__name__, field.written
            if inner := record_in(field.annotation):
                yield from _all_fields(inner)


class TestTheFormat:
    def test_the_examples_hold_every_field_of_every_type_of_record(self) -> None:
        written = {pair for s, _, raw in raw_records() for pair in _written(SECTIONS[s], raw)}
        known = {pair for kind in SECTIONS.values() for pair in _all_fields(kind)}
        kinds = {kind.__name__ for kind in SECTIONS.values()}
        common = {field.written for field in fields_of(Asset).values()}
        missing = {(kind, name) for kind, name in known - written if name not in common}
        assert written <= known
        assert not missing
        assert {("Application", name) for name in common - {"id"}} <= written
        assert {kind for kind, _ in known - written} <= kinds

    def test_an_application_with_everything(self) -> None:
        app = read_format().estate.get("ledger")
        assert isinstance(app, Application)
        assert app.organisation == ("heron", "plover")
        assert app.shares == {"heron": 60, "plover": 40}
        assert (app.begins, app.until) == (date(2019, 4, 1), date(2027, 3, 31))
        assert app.version == "2026.1"
        assert app.annual_cost is not None
        assert app.annual_cost.revenue == 42000
        assert app.software is not None
        assert [(s.product, s.version) for s in app.software] == [
            ("windows-server", "2012-r2"),
            ("oracle-database", "12.2"),
            ("pkg:deb/debian/openssl@3.0.11", None),
        ]
        assert app.runs_on == (
            Link(to="srv-rev-01"),
            Link(
                to="srv-rev-02",
                strength="soft",
                begins=date(2025, 1, 1),
                until=date(2026, 12, 31),
                purpose="overnight batch",
            ),
            Link(any_of=("srv-web-01", "srv-web-02")),
        )
        assert app.supplier == (Link(to="tern-systems"),)
        assert (app.depends_on, app.replaces) == ((), ())
        assert app.recovery is not None
        assert (app.recovery.rto, app.recovery.mtpd) == (timedelta(hours=4), timedelta(hours=24))
        assert app.mfa is True

    def test_what_the_rest_says(self) -> None:
        estate = read_format().estate
        contract = estate.of("contract")["con-database"]
        assert contract.notice == Term(months=6)  # type: ignore[attr-defined]
        versions = estate.of("product")["ledger-revenues"].versions  # type: ignore[attr-defined]
        assert versions["2025.10"].support_ends is True
        assert versions["2026.1"].active_support_ends is False
        project = estate.of("project")["prj-rev"]
        assert [change.asset for change in project.changes] == [  # type: ignore[attr-defined]
            "ledger",
            "revenues-cloud",
            "srv-web-01",
        ]
        accepted = estate.of("exception")["ex-2026-014"]
        assert isinstance(accepted, RiskAcceptance)
        pinned = {"asset.exposure": "internal", "support.status": "ended"}
        subjects = {"ledger oracle-database 12.2": pinned}
        assert accepted.facts == PinnedFacts(on=date(2026, 9, 12), subjects=subjects)

    def test_absent_is_unknown_and_null_is_the_extreme(self, tmp_path: Path) -> None:
        text = """
applications:
  absent: {name: A}
  none:
    name: N
    from: ~
    until: ~
    owner: ~
    verified: ~
    review_by: ~
    organisation: ~
    tags: []
    backs_up_to: []
    runs_on: ~
    users: {named: ~}
    recovery: {rto: ~}
licences:
  never: {name: L}
  perpetual: {name: L, ends: ~, starts: ~}
"""
        estate = load(write(tmp_path, {"a.yaml": text})).estate
        absent, none = (estate.of("application")[key] for key in ("absent", "none"))
        for field in fields_of(Application).values():
            assert getattr(absent, field.name) == {"id": "absent", "name": "A"}.get(
                field.name, field.default
            )
        assert isinstance(none, Application)
        assert (none.begins, none.until) == (ALWAYS, NEVER)
        assert (none.owner, none.verified, none.review_by) == ("", ALWAYS, NEVER)
        assert (none.organisation, none.tags, none.backs_up_to, none.runs_on) == ((), (), (), ())
        assert none.users is not None
        assert none.users.named == UNLIMITED
        assert none.recovery is not None
        assert none.recovery.rto == timedelta.max
        licences = estate.of("licence")
        assert [(x.starts, x.ends) for x in licences.values()] == [  # type: ignore[attr-defined]
            (ALWAYS, None),
            (ALWAYS, NEVER),
        ]

    def test_ids_of_every_form(self, tmp_path: Path) -> None:
        ids = ["a", "0", "a-b.c_d/e", "2026-01-01", "null", "true", "x" * 128]
        text = "sites:\n" + "".join(f"  {key}: {{name: S}}\n" for key in ids)
        assert {e.id for e in load(write(tmp_path, {"a.yaml": text})).estate} == set(ids)


class TestDefaults:
    FILES = {  # noqa: RUF012 - a constant
        "a.yaml": "defaults: {organisation: b, zone: x}\nsites: {s: {name: S, zone: y}}\n",
        "b.yaml": "sites: {t: {name: T}}\norganisations: {a: {name: A}, b: {name: B}}\n",
    }

    def test_a_files_own_come_before_the_estates(self, tmp_path: Path) -> None:
        defaults = {"organisation": "a", "owner": "O"}
        sites = load(write(tmp_path, self.FILES), defaults).estate.of("site")
        said = {k: (e.organisation, e.owner, e.zone) for k, e in sites.items()}  # type: ignore[attr-defined]
        assert said == {"s": (("b",), "O", "y"), "t": (("a",), "O", None)}

    def test_they_go_to_records_that_accept_them(self, tmp_path: Path) -> None:
        estate = load(write(tmp_path, self.FILES), {"organisation": "a"}).estate
        assert not hasattr(estate.get("a"), "zone")

    def test_null_is_set(self, tmp_path: Path) -> None:
        text = "defaults: {owner: O}\nsites: {s: {name: S, owner: ~}, t: {name: T}}\n"
        sites = load(write(tmp_path, {"a.yaml": text})).estate.of("site")
        assert [site.owner for site in sites.values()] == ["", "O"]  # type: ignore[attr-defined]

    @pytest.mark.parametrize("text", ["defaults:\n", "defaults: {}\n", "sites: ~\nservers: []\n"])
    def test_there_may_be_none(self, tmp_path: Path, text: str) -> None:
        assert len(load(write(tmp_path, {"a.yaml": text + "apis: {a: {name: A}}\n"})).estate) == 1


class TestPlaces:
    def test_what_is_written_stands_where_it_is_written(self, tmp_path: Path) -> None:
        text = "defaults: {owner: O}\nsites:\n  s: {name: S}\n  t: {name: T, tags: [a, b]}\n"
        places = load(write(tmp_path, {"a.yaml": text}), {"zone": "x"}).places
        expected = {
            Place("s"): "s",
            Place("s", ("name",)): "S",
            Place("t", ("tags", 1)): "b",
            Place("t", ("notes",)): "t",
            Place("s", ("owner",)): "O",
            Place("s", ("zone",)): "s",
        }
        assert {place: covered(places[place], text) for place in expected} == expected

    def test_the_estates_defaults_stand_in_its_settings(self) -> None:
        places = read_format().places
        found = places[Place("civic-centre", ("organisation",))]
        assert (found.file, found.line) == ("estate.yaml", 20)
        assert found.text[found.column - 1 : found.end_column - 1] == "heron"

    def test_they_are_a_mapping(self) -> None:
        inventory = read_format()
        assert len(inventory.places) == len(inventory.estate)
        assert {place.asset for place in inventory.places} == {e.id for e in inventory.estate}
        assert inventory.places.get(Place("nobody")) is None
        assert Place("ledger", ("name",)) in inventory.places


def _estate(files: Mapping[str, Mapping[str, Any]]) -> Estate:
    made = [read_document(name, json.dumps(values).encode()) for name, values in files.items()]
    return inventory_of(made, name="Test", policy=Policy(), defaults={}).estate


def _plain(raw: Any) -> Any:  # noqa: ANN401 - any raw value
    if raw is NULL:
        return None
    if isinstance(raw, dict):
        return {key: _plain(value) for key, value in raw.items()}
    return [_plain(item) for item in raw] if isinstance(raw, list) else raw


class TestLaws:
    @given(st.data())
    def test_neither_files_nor_their_order_leave_a_trace(self, data: st.DataObject) -> None:
        records = raw_records()
        whole: dict[str, dict[str, Any]] = {}
        for section, key, raw in records:
            whole.setdefault(section, {})[key] = _plain(raw)
        split: dict[str, dict[str, dict[str, Any]]] = {}
        for section, key, raw in data.draw(st.permutations(records)):
            name = data.draw(st.sampled_from(["a.json", "b.json", "c.json"]))
            split.setdefault(name, {}).setdefault(section, {})[key] = _plain(raw)
        one, several = _estate({"a.json": whole}), _estate(split)
        assert one == several
        assert [entry.id for entry in one] == [entry.id for entry in several]
        assert one.sections == read_format().estate.sections

    def test_the_digest_is_that_of_the_content(self, tmp_path: Path) -> None:
        files = {"a.yaml": "sites: {s: {name: S}}", "b.yaml": "apis: {a: {name: A}}"}
        moved = {"z/b.yml": files["a.yaml"], "a.json": files["b.yaml"]}
        other = {**files, "b.yaml": "apis: {a: {name: B}}"}
        one, two, three = (
            load(write(tmp_path / name, some)).estate.digest
            for name, some in [("1", files), ("2", moved), ("3", other)]
        )
        assert one.startswith("sha256:")
        assert one == two
        assert one != three

    def test_sections_come_in_their_order_and_records_by_id(self) -> None:
        estate = read_format().estate
        assert list(estate.sections) == list(SECTIONS)
        for records in estate.sections.values():
            assert list(records) == sorted(records)

    def test_the_garbage_collector_is_left_as_it_was(self) -> None:
        read_format()
        assert gc.isenabled()
        gc.disable()
        try:
            read_format()
            assert not gc.isenabled()
        finally:
            gc.enable()

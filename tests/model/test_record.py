"""Records: frozen values that refuse unknown fields."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter
from pydantic_core import ValidationError

from estate.config import load_config
from estate.model import Application, Entry, Link, Policy, Product, Site
from estate.model.fields import fields_of
from estate.model.record import record_in
from estate.model.scalars import NEVER
from estate.model.types import NULL
from estate.model.validation import validator_of
from estate.read import read_inventory

FORMAT = Path(__file__).parents[1] / "read" / "format"


def every_record() -> list[Entry]:
    estate = read_inventory(
        FORMAT, "inventory", name="Test", policy=Policy(), defaults={"organisation": "heron"}
    ).estate
    return list(estate)


class TestValues:
    def test_it_is_made_from_keywords_raw_or_typed(self) -> None:
        raw = Site(id="s", name="S", closes="2028-03-31", purpose=["office"])  # type: ignore[arg-type]
        assert raw == Site(id="s", name="S", closes=date(2028, 3, 31), purpose=("office",))

    @pytest.mark.parametrize(
        "fields",
        [
            {"id": "s"},
            {"id": "s", "name": "S", "colour": "blue"},
            {"id": "s", "name": "S", "kind": "site"},
            {"id": "s", "name": "S", "closes": "soon"},
        ],
    )
    def test_what_does_not_fit_is_refused(self, fields: dict[str, Any]) -> None:
        with pytest.raises(ValidationError):
            Site(**fields)
        with pytest.raises(ValidationError):
            validator_of(Site).validate_python(fields)

    def test_it_takes_no_positions(self) -> None:
        with pytest.raises(TypeError):
            Site("s", "S")  # type: ignore[call-arg]

    def test_it_is_frozen_and_slotted(self) -> None:
        site: Any = Site(id="s", name="S")
        with pytest.raises(FrozenInstanceError):
            site.name = "T"
        with pytest.raises(FrozenInstanceError):
            site.colour = "blue"
        with pytest.raises(FrozenInstanceError):
            del site.name
        assert not hasattr(site, "__dict__")
        assert site.name == "S"

    def test_equality_is_that_of_type_and_fields(self) -> None:
        assert Site(id="s", name="S") == Site(id="s", name="S")
        assert Site(id="s", name="S") != Site(id="s", name="T")
        assert Site(id="s", name="S") != Product(id="s", name="S")
        assert Site(id="s", name="S") != "s"

    def test_equals_have_one_hash(self) -> None:
        assert len({Link(to="a"), Link(to="a"), Link(to="b")}) == 2
        with pytest.raises(TypeError):
            hash(Site(id="s", name="S", links={"label": "url"}))

    def test_only_what_says_something_is_shown(self) -> None:
        assert repr(Link(to="a", strength="soft")) == "Link(to='a', strength='soft')"
        assert repr(Site(id="s", name="S", until=NEVER)) == "Site(id='s', name='S')"


class TestCopies:
    @pytest.mark.parametrize("way", [copy.copy, copy.deepcopy, dataclasses.replace])
    def test_a_copy_is_equal(self, way: Any) -> None:  # noqa: ANN401 - a function
        for record in every_record():
            assert way(record) == record

    def test_pickles_are_equal(self) -> None:
        records = every_record()
        assert pickle.loads(pickle.dumps(records)) == records  # noqa: S301 - made here

    def test_null_is_one(self) -> None:
        assert pickle.loads(pickle.dumps({"a": [NULL]}))["a"][0] is NULL  # noqa: S301 - as above
        assert copy.deepcopy([NULL])[0] is NULL

    def test_a_changed_copy_is_checked(self) -> None:
        site = Site(id="s", name="S")
        assert dataclasses.replace(site, closes="2028-03-31").closes == date(2028, 3, 31)  # type: ignore[arg-type]
        with pytest.raises(ValidationError):
            dataclasses.replace(site, closes="soon")  # type: ignore[arg-type]


class TestFields:
    def test_inherited_ones_come_first(self) -> None:
        names = list(fields_of(Site))
        assert names[:8] == list(fields_of(Entry))
        assert names[-5:] == ["purpose", "address", "uprn", "closes", "running_cost"]

    def test_what_is_written_otherwise_is_known_by_both_names(self) -> None:
        begins = fields_of(Site)["begins"]
        assert (begins.written, begins.alias, begins.is_required()) == ("from", "from", False)
        assert fields_of(Site)["name"].is_required()
        assert fields_of(Site)["name"].written == "name"

    def test_files_use_the_written_name_and_code_the_other(self) -> None:
        raw = {"id": "s", "name": "S"}
        made = validator_of(Site).validate_python({**raw, "from": "2020-01-01"})
        assert made == Site(id="s", name="S", begins=date(2020, 1, 1))
        with pytest.raises(ValidationError):
            validator_of(Site).validate_python({**raw, "begins": "2020-01-01"})

    def test_a_class_that_is_no_record_has_none(self) -> None:
        assert fields_of(object) == {}

    @pytest.mark.parametrize(
        ("kind", "name", "inner"),
        [
            (Application, "recovery", "Recovery"),
            (Application, "software", "Software"),
            (Application, "runs_on", "Link"),
            (Product, "versions", "Version"),
            (Application, "name", None),
            (Application, "links", None),
        ],
    )
    def test_the_record_in_a_field(self, kind: type, name: str, inner: str | None) -> None:
        found = record_in(fields_of(kind)[name].annotation)
        assert (found.__name__ if found else None) == inner

    def test_pydantic_reads_records_too(self) -> None:
        read = TypeAdapter(dict[str, Site]).validate_python({"s": {"id": "s", "name": "S"}})
        assert read == {"s": Site(id="s", name="S")}
        assert Site.__pydantic_fields__.keys() == fields_of(Site).keys()

    def test_settings_are_a_record_with_defaults_of_its_own(self) -> None:
        one, two = (load_config(FORMAT) for _ in "ab")
        assert one == two
        assert one.severity is not two.severity

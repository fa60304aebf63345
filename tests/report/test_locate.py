from __future__ import annotations

from estate.errors import Location
from estate.findings import Place
from estate.report.locate import locate, where

RECORD = Location("a.yaml", 1, 1, 1, 5)
FIELD = Location("a.yaml", 2, 3, 2, 9)
PLACES = {Place("a"): RECORD, Place("a", ("software", 0)): FIELD}


def test_a_place_stands_where_it_is_written() -> None:
    assert locate(PLACES, Place("a", ("software", 0))) is FIELD


def test_a_missing_field_points_at_what_is_above_it() -> None:
    assert locate(PLACES, Place("a", ("software", 0, "version"))) is FIELD
    assert locate(PLACES, Place("a", ("owner",))) is RECORD


def test_no_location_is_made_up() -> None:
    assert locate(PLACES, Place("b")) is None


def test_a_place_is_written_as_its_file_and_line() -> None:
    assert where(PLACES, Place("a", ("software", 0))) == "a.yaml:2"
    assert where(PLACES, Place("b")) == ""

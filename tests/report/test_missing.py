"""What to ask for next: what each missing field would settle alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.report import stored_outcome

from estate.errors import Location
from estate.findings import Outcome, Place, Subject, Unknown
from estate.report.missing import Missing, missing_fields, settles


def _asset(key: str) -> Subject:
    return Subject("application", key)


def _dependency(source: str, *targets: str) -> Subject:
    return Subject("dependency", source, (("targets", targets), ("relation", "runs_on")))


def _rows(*unknown: Unknown, records: tuple[str, ...] = ()) -> list[Missing]:
    at = Location("a.yaml", 1, 1, 1, 2)
    outcome: Outcome = replace(
        stored_outcome.stored(), unknown=unknown, places={Place(key): at for key in records}
    )
    return missing_fields(outcome)


def test_a_field_settles_what_lacks_nothing_else() -> None:
    rows = _rows(
        Unknown("r1", _asset("a"), ("owner",)),
        Unknown("r2", _asset("a"), ("owner",)),
        Unknown("r2", _asset("b"), ("owner", "users")),
    )
    assert rows == [
        Missing("owner", ("a", "b"), ("r1", "r2"), 3, ("r1", "r2"), 1),
        Missing("users", ("b",), ("r2",), 1, (), 0),
    ]
    assert settles(rows[0]) == "2 rules on 1 subject"
    assert settles(rows[1]) == "nothing alone; 1 question waits for it and others"


def test_the_field_that_settles_most_comes_first_then_the_one_most_wait_for() -> None:
    rows = _rows(
        Unknown("r", _asset("a"), ("often", "seldom")),
        Unknown("r", _asset("b"), ("often", "other")),
        Unknown("r", _asset("c"), ("alone",)),
    )
    assert [row.field for row in rows] == ["alone", "often", "other", "seldom"]


def test_both_ends_of_a_dependency_lack_one_field() -> None:
    (row,) = _rows(
        Unknown("r", _dependency("a", "s1", "s2"), ("source.recovery.rto", "target.recovery.rto"))
    )
    assert row == Missing("recovery.rto", ("a", "s1", "s2"), ("r",), 1, ("r",), 1)


def test_a_target_may_be_named_as_one_text() -> None:
    one = Subject("dependency", "a", (("targets", "s1"),))
    (row,) = _rows(Unknown("r", one, ("target.owner",)))
    assert (row.field, row.records) == ("owner", ("s1",))


def test_the_records_of_other_subjects() -> None:
    installed = Subject("installation", "srv", (("product", "p"), ("version", "1")))
    twins = Subject("duplication", "service:x", (("members", ("a", "b")),))
    named = Unknown("r", _asset("a"), ("contracts[con-1].ends",))
    (zone,) = _rows(Unknown("r", installed, ("asset.zone",)))
    assert (zone.field, zone.records) == ("zone", ("srv",))
    (cost,) = _rows(Unknown("r", twins, ("cost",)))
    assert cost.records == ("a", "b")
    (ends,) = _rows(named, records=("con-1",))
    assert (ends.field, ends.records) == ("ends", ("con-1",))
    (position,) = _rows(named)
    assert (position.field, position.records) == ("contracts[con-1].ends", ("a",))


_FIELDS = st.lists(st.sampled_from("uvwx"), min_size=1, unique=True).map(tuple)
_ENTRIES = st.dictionaries(
    st.tuples(st.sampled_from(("r1", "r2")), st.sampled_from("abc")), _FIELDS
)


@given(_ENTRIES)
def test_filling_a_field_in_settles_what_was_said(
    entries: dict[tuple[str, str], tuple[str, ...]],
) -> None:
    unknown = tuple(Unknown(rule, _asset(key), lack) for (rule, key), lack in entries.items())
    rows = _rows(*unknown)
    assert {row.field for row in rows} == {field for lack in entries.values() for field in lack}
    for row in rows:
        left = {at for at, lack in entries.items() if set(lack) - {row.field}}
        gone = entries.keys() - left
        assert set(row.settled_rules) == {rule for rule, _ in gone}
        assert row.subjects == len({key for _, key in gone})
        assert row.questions == sum(row.field in lack for lack in entries.values())
    assert rows == _rows(*unknown[::-1])


def test_a_product_that_the_catalogue_lacks_is_the_record_to_add_to() -> None:
    installed = [
        Subject("installation", key, (("product", "kiosk"), ("version", "3"))) for key in "ab"
    ]
    (row,) = _rows(*(Unknown("r", one, ("products[kiosk].versions",)) for one in installed))
    assert row == Missing("products.<id>.versions", ("kiosk",), ("r",), 2, ("r",), 2)


def test_what_a_part_of_a_group_lacks_is_one_field_of_its_members() -> None:
    group = Subject("duplication", "service:57", (("members", ("a", "b")),))
    names = ("by_organisation[service:57:x].category", "by_organisation[service:57:y].category")
    (row,) = _rows(Unknown("r", group, names))
    assert row == Missing("category", ("a", "b"), ("r",), 1, ("r",), 1)

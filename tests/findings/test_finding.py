"""What a finding is known by, and what it is not."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from estate.findings import SEVERITIES, Place, Subject, at_least, fingerprint

DATABASE = Subject(
    "installation", "academy", (("product", "oracle-database"), ("version", "12.2")), "Academy"
)


def test_a_fingerprint_is_twenty_hexadecimal_digits_and_stays_as_it_is() -> None:
    found = fingerprint("unsupported-software", DATABASE)

    assert len(found) == 20
    assert int(found, 16) >= 0
    assert found == fingerprint("unsupported-software", DATABASE)


def test_names_and_organisations_are_no_part_of_identity() -> None:
    renamed = replace(DATABASE, name="Revenues", organisations=("marram",))

    assert fingerprint("r", renamed) == fingerprint("r", DATABASE)


@given(st.text(min_size=1), st.text(min_size=1))
def test_another_version_is_another_finding(one: str, other: str) -> None:
    subjects = [replace(DATABASE, detail=(("version", version),)) for version in (one, other)]
    prints = {fingerprint("r", subject) for subject in subjects}

    assert len(prints) == len({one, other})


def test_another_rule_is_another_finding() -> None:
    assert fingerprint("a", DATABASE) != fingerprint("b", DATABASE)


def test_identity_has_the_keys_of_the_contract_in_order() -> None:
    group = Subject("duplication", "service:lgsl-57", (("members", ("a", "b")),))

    assert list(DATABASE.identity) == ["kind", "id", "product", "version"]
    assert group.identity["members"] == ["a", "b"]


def test_severities_are_ordered_and_never_is_worse_than_all() -> None:
    for position, severity in enumerate(SEVERITIES):
        assert [at_least(other, severity) for other in SEVERITIES] == [
            other <= position for other in range(len(SEVERITIES))
        ]
        assert not at_least(severity, "never")


def test_a_place_reads_as_a_path() -> None:
    assert str(Place("academy", ("software", 1, "product"))) == "academy.software[1].product"
    assert str(Place("academy")) == "academy"

from __future__ import annotations

import re
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from estate.findings import SEVERITIES, Finding, Place, Subject, at_least, fingerprint

INSTALLATION = Subject(
    "installation", "srv-1", (("product", "oracle"), ("version", "12.2")), "REV01", ("marram",)
)


class TestAtLeast:
    def test_severities_are_in_order(self) -> None:
        for worse, better in pairwise(SEVERITIES):
            assert at_least(worse, better)
            assert not at_least(better, worse)

    def test_each_is_as_bad_as_itself(self) -> None:
        assert all(at_least(severity, severity) for severity in SEVERITIES)

    def test_nothing_reaches_never(self) -> None:
        assert not any(at_least(severity, "never") for severity in SEVERITIES)

    def test_it_is_an_order(self) -> None:
        for a, b, c in product(SEVERITIES, repeat=3):
            assert not (at_least(a, b) and at_least(b, c)) or at_least(a, c)


class TestSubject:
    def test_its_identity_are_kind_id_and_details(self) -> None:
        assert INSTALLATION.identity == {
            "kind": "installation",
            "id": "srv-1",
            "product": "oracle",
            "version": "12.2",
        }

    def test_several_are_a_list(self) -> None:
        subject = Subject("duplication", "product:x", (("members", ("a", "b")),))
        assert subject.identity["members"] == ["a", "b"]


class TestFingerprint:
    def test_it_never_changes(self) -> None:
        """Acceptances and baselines of years past rest on these."""
        assert fingerprint("unsupported-software", INSTALLATION) == "fcad14e8899f849e6834"
        assert fingerprint("no-owner", Subject("application", "academy")) == "694d599eddb1d7d2a699"

    @given(st.text(max_size=5), st.lists(st.text(max_size=5), max_size=2))
    def test_names_and_groupings_leave_it_alone(self, name: str, groups: list[str]) -> None:
        other = Subject("installation", "srv-1", INSTALLATION.detail, name, tuple(groups))
        assert fingerprint("rule", other) == fingerprint("rule", INSTALLATION)

    def test_the_order_of_details_leaves_it_alone(self) -> None:
        other = Subject("installation", "srv-1", INSTALLATION.detail[::-1])
        assert fingerprint("rule", other) == fingerprint("rule", INSTALLATION)

    @pytest.mark.parametrize(
        "other",
        [
            Subject("installation", "srv-2", INSTALLATION.detail),
            Subject("asset", "srv-1", INSTALLATION.detail),
            Subject("installation", "srv-1", INSTALLATION.detail[:1]),
            Subject("installation", "srv-1"),
        ],
    )
    def test_another_subject_has_another(self, other: Subject) -> None:
        assert fingerprint("rule", other) != fingerprint("rule", INSTALLATION)

    @given(st.text(min_size=1), st.text(min_size=1))
    def test_another_version_has_another(self, one: str, other: str) -> None:
        made = [Subject("installation", "a", (("version", said),)) for said in (one, other)]
        assert len({fingerprint("rule", subject) for subject in made}) == len({one, other})

    def test_another_rule_gives_another(self) -> None:
        assert fingerprint("a", INSTALLATION) != fingerprint("b", INSTALLATION)

    def test_it_is_twenty_hexadecimal_digits(self) -> None:
        assert re.fullmatch("[0-9a-f]{20}", fingerprint("rule", INSTALLATION))


def test_a_finding_is_a_value() -> None:
    made = [
        Finding("f", "rule", "high", "fault", INSTALLATION, "text", Place("srv-1")) for _ in "ab"
    ]
    assert made[0] == made[1]
    assert len(set(made)) == 1
    assert (made[0].status, made[0].exception) == ("open", None)

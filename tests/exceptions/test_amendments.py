"""What a change does to signed acceptances, each held against the files before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.exceptions.signed_estate import EARLY, EXCEPTIONS, JOINT, ONE, ORGANISATIONS, Signed

from estate.exceptions.amendments import amendments_of, no_amendments, removed
from estate.pipeline import Options, run

Change = Callable[[Signed], Signed]

SIRO = "Directrice générale"


def _about(before: Signed, after: Signed) -> dict[str, str]:
    """Return what the rule says of each acceptance."""
    options = Options(after.judged().run.outcome.as_of)
    earlier = run(before.loaded, options)
    found = run(after.loaded, options, before=earlier).outcome.findings
    return {each.subject.id: each.message for each in found if each.rule == "acceptance-changed"}


def _keys(files: Signed, *names: str, whose: str = "resources") -> Signed:
    """List keys in the place of somebody's one."""
    lines = ", ".join(files.keys.public(name) for name in names)
    return files.swap(ORGANISATIONS, files.keys.public(whose), lines)


def test_nothing_is_said_of_what_is_the_same(signed: Signed) -> None:
    assert _about(signed, signed) == {}


def test_the_same_record_signed_again_is_the_same_decision(signed: Signed) -> None:
    assert _about(signed, signed.sign(ONE, "resources")) == {}


def test_a_key_that_is_listed_and_used_in_one_change(signed: Signed) -> None:
    said = _about(signed, _keys(signed, "resources", "mallory").sign(ONE, "mallory"))
    at_once = f"the same change lists the key that signs it: of {SIRO} for marram"
    assert at_once in said[ONE]
    assert f"the keys of {SIRO} as siro of marram are edited" in said[ONE]
    assert at_once not in said[JOINT]
    assert EARLY not in said


def test_a_key_that_was_listed_before_may_be_used(signed: Signed) -> None:
    listed = _keys(signed, "resources", "mallory")
    assert _about(listed, listed.sign(ONE, "mallory")) == {}


def test_a_key_for_a_record_that_is_new(signed: Signed) -> None:
    text = signed.files[EXCEPTIONS].replace(signed.record(ONE), "")
    said = _about(signed.write(EXCEPTIONS, text), signed)
    assert said == {}
    fresh = _keys(signed, "mallory").sign(ONE, "mallory")
    assert "the key that signs it" in _about(signed.write(EXCEPTIONS, text), fresh)[ONE]


def test_an_edit_that_is_signed_by_who_may_is_reported_as_what_it_is(signed: Signed) -> None:
    change = signed.edit(ONE, "from now on stay open", "stay open for good").sign(ONE, "resources")
    assert _about(signed, change) == {
        ONE: f"{ONE}: what was accepted is edited (risk); {SIRO} (siro of marram) may approve this"
    }


@pytest.mark.parametrize(
    ("key", "change", "said"),
    [
        (
            ONE,
            lambda f: f.edit(ONE, f"    signature: {f.signature(ONE)}\n", ""),
            "its signature is taken away",
        ),
        (
            JOINT,
            lambda f: f.edit(JOINT, f", signature: {f.signature(JOINT, 'saltern')}", ""),
            "the signature for saltern is taken away",
        ),
        (
            JOINT,
            lambda f: f.edit(JOINT, "on: 2026-09-14", "on: 2026-09-15"),
            "the approval for saltern is edited",
        ),
        (
            JOINT,
            lambda f: f.edit(JOINT, "by: Director of Finance", "by: Chief Architect"),
            "the approval for saltern is edited",
        ),
        (
            JOINT,
            lambda f: f.edit(
                JOINT,
                next(
                    line
                    for line in f.record(JOINT).splitlines(keepends=True)
                    if "saltern, by" in line
                ),
                "",
            ),
            "the approval for saltern is edited",
        ),
        (
            ONE,
            lambda f: f.swap(ORGANISATIONS, "until: 2027-08-31", "until: 2028-08-31"),
            f"the dates of {SIRO} as siro of marram are edited",
        ),
        (
            EARLY,
            lambda f: f.swap(ORGANISATIONS, "until: 2026-08-31", "until: 2026-09-30"),
            "the dates of Interim Director as siro of marram are edited",
        ),
        (
            ONE,
            lambda f: f.swap(ORGANISATIONS, f.keys.public("resources"), ""),
            f"the keys of {SIRO} as siro of marram are edited",
        ),
        (
            ONE,
            lambda f: _keys(f, "mallory").swap(
                ORGANISATIONS, "2026-09-01, until", "2026-09-02, until"
            ),
            f"the keys and dates of {SIRO} as siro of marram are edited",
        ),
        (
            ONE,
            lambda f: f.swap(ORGANISATIONS, "générale", "generale"),
            f"the entry of {SIRO} as siro of marram is taken away",
        ),
        (
            ONE,
            lambda f: f.write(EXCEPTIONS, f.files[EXCEPTIONS].replace(f.record(ONE), "")),
            "it is removed while what it accepts is still there",
        ),
        (
            ONE,
            lambda f: f.edit(ONE, f"  {ONE}:\n", "  ex-2026-009:\n"),
            "it is removed while what it accepts is still there",
        ),
    ],
)
def test_each_way_to_change_a_decision_is_named(
    signed: Signed, key: str, change: Change, said: str
) -> None:
    assert said in _about(signed, change(signed))[key]


@pytest.mark.parametrize(
    "change",
    [
        lambda f: f.edit(
            ONE, f"  {ONE}:\n", f"  {ONE}:\n    withdrawn: {{on: 2026-11-20, by: {SIRO}}}\n"
        ),
        lambda f: f.swap(
            ORGANISATIONS,
            "      enterprise-architect:",
            "        - {name: Next Director, from: 2027-09-01}\n      enterprise-architect:",
        ),
        lambda f: f.swap(ORGANISATIONS, f.keys.public("architect"), f.keys.public("mallory")),
        lambda f: f.write("more.yaml", "# Nothing\n"),
        lambda f: f.write(EXCEPTIONS, "").write("moved/away.yaml", f.files[EXCEPTIONS]),
    ],
)
def test_what_changes_no_decision_is_not(signed: Signed, change: Change) -> None:
    assert _about(signed, change(signed)) == {}


def test_of_what_is_shared_each_may_approve(signed: Signed) -> None:
    said = _about(signed, signed.edit(JOINT, "from now on", "from then on"))[JOINT]
    who = f"{SIRO} (siro of marram) and Director of Finance (siro of saltern)"
    assert said.endswith(f"; {who} may approve this")


def test_where_nobody_held_the_role_nobody_may_approve(signed: Signed) -> None:
    before = signed.swap(ORGANISATIONS, "until: 2027-08-31", "until: 2026-11-20")
    said = _about(before, before.edit(ONE, "from now on", "from then on"))[ONE]
    assert "nobody, for nobody held the role siro before the change, may approve this" in said


def test_an_acceptance_that_did_not_count_is_nobodys_decision(signed: Signed) -> None:
    before = signed.edit(ONE, "from now on", "from then on")
    assert _about(before, before.edit(ONE, "from then on", "from here on")) == {}


def test_without_two_estates_all_of_it_is_unknown(signed: Signed) -> None:
    columns = no_amendments(signed.loaded.inventory.estate)
    assert set(columns) == {"exception.amendments", "exception.may_approve"}
    assert all(set(column) == {ONE, JOINT, EARLY} for column in columns.values())
    assert all(value == (None,) for column in columns.values() for value in column.values())


def test_law_an_estate_amends_nothing_of_itself(signed: Signed) -> None:
    stands = signed.judged().run.accepted
    found = {each.fingerprint for each in signed.judged().run.outcome.findings}
    columns = amendments_of(stands, stands.estate, stands.cases, found)
    assert set(columns["exception.amendments"].values()) == {()}
    assert removed(stands, stands.estate) == ()

"""Attacks that no single revision shows: a change is held against what was there before it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.exceptions.attacks import COVERED, HOLDER, NEW, SIRO, Change, edited, listed
from tests.exceptions.signed_estate import (
    CHANGED,
    EARLY,
    EXCEPTIONS,
    JOINT,
    ONE,
    SYSTEMS,
    TODAY,
    Asked,
    Signed,
)
from tests.pipeline.repositories import Made

from estate.cli import cli
from estate.pipeline.comparing import judged_against

WITHDRAWN = "    withdrawn: {on: 2026-11-20, reason: Sold}\n"
MALLORY = "        - {name: Mallory, keys: [KEY-mallory]}\n"


def _together(*changes: Change) -> Change:
    def change(files: Signed) -> Signed:
        for each in changes:
            files = each(files)
        return files

    return change


def _same(files: Signed) -> Signed:
    return files


def _unsigned(files: Signed) -> Signed:
    return files.edit(ONE, f"    signature: {files.signature(ONE)}\n", "")


def _line(organisation: str) -> Change:
    """Take the signature out of one line."""
    return lambda files: files.edit(
        JOINT, f", signature: {files.signature(JOINT, organisation)}", ""
    )


def _removed(files: Signed) -> Signed:
    return files.swap(EXCEPTIONS, files.record(ONE), "")


def _withdrawn(files: Signed) -> Signed:
    return files.swap(EXCEPTIONS, files.record(ONE), files.record(ONE) + WITHDRAWN)


def _exposed(files: Signed) -> Signed:
    named = "srv-one: {name: DB01, organisation: marram, exposure: "
    return files.swap(SYSTEMS, f"{named}internal", f"{named}internet")


def _accepted_by_mallory(files: Signed) -> Signed:
    """Accept another server of one council by a new record."""
    record = files.record(ONE).replace(ONE, NEW).replace(SIRO, "Mallory")
    done = files.write(EXCEPTIONS, files.files[EXCEPTIONS] + record)
    return done.sign(NEW, "mallory")


LISTED = listed("      siro:\n        - {name: Int", f"      siro:\n{MALLORY}        - {{name: Int")


@dataclass(frozen=True)
class Attempt:
    """A change of the files, from `base` on; what is said of it, and who may approve it.

    `needs` is how signatures are asked for, where it matters.
    """

    does: str
    change: Change
    says: str
    key: str = ONE
    base: Change = _same
    needs: tuple[Asked, ...] = ("required", "optional")
    may: str = f"{SIRO} (siro of marram)"


ATTEMPTS = (
    Attempt("rewords", edited("stay open", "are harmless"), "what was accepted is edited (risk)"),
    Attempt(
        "moves the end",
        edited("expires: 2027-01-31", "expires: 2027-01-30"),
        "what was accepted is edited (expires)",
    ),
    Attempt(
        "covers more",
        edited(COVERED, COVERED + ", {asset: srv-early, product: old-db}"),
        "what was accepted is edited (covers)",
    ),
    Attempt(
        "pins other facts",
        _together(_exposed, edited('"asset.exposure": "internal"', '"asset.exposure": "internet"')),
        "what was accepted is edited (facts)",
    ),
    Attempt(
        "rewords and signs with a key listed at once",
        _together(
            listed("[KEY-resources]", "[KEY-resources, KEY-mallory]"),
            edited("stay open", "are harmless"),
            lambda f: f.sign(ONE, "mallory"),
        ),
        f"what was accepted is edited (risk), the keys of {SIRO} as siro of marram are edited and "
        f"the same change lists the key that signs it: of {SIRO} for marram",
    ),
    Attempt("takes the signature away", _unsigned, "its signature is taken away"),
    Attempt(
        "takes a line's signature away",
        _line("saltern"),
        "the signature for saltern is taken away",
        JOINT,
        may=f"{SIRO} (siro of marram) and Director of Finance (siro of saltern)",
    ),
    Attempt(
        "moves a line's day",
        edited("on: 2026-09-14", "on: 2026-09-15", JOINT),
        "the approval for saltern is edited",
        JOINT,
        may=f"{SIRO} (siro of marram) and Director of Finance (siro of saltern)",
    ),
    Attempt(
        "removes what is accepted", _removed, "it is removed while what it accepts is still there"
    ),
    Attempt(
        "lists another key for who accepted",
        listed("[KEY-resources]", "[KEY-resources, KEY-mallory]"),
        f"the keys of {SIRO} as siro of marram are edited",
    ),
    Attempt(
        "takes the key away",
        listed("[KEY-resources]", "[]"),
        f"the keys of {SIRO} as siro of marram are edited",
    ),
    Attempt(
        "moves the days of a role",
        listed(HOLDER, HOLDER.replace("2027-08-31", "2028-08-31")),
        f"the dates of {SIRO} as siro of marram are edited",
    ),
    Attempt(
        "takes the entry away",
        listed(f"        - {{name: {SIRO}, {HOLDER}}}\n", ""),
        f"the entry of {SIRO} as siro of marram is taken away",
    ),
    Attempt(
        "names a person and uses the name at once",
        _together(LISTED, _accepted_by_mallory),
        "the same change lists the key that signs it: of Mallory for marram",
        NEW,
    ),
    Attempt("takes a withdrawal back", _same, "its withdrawal is taken back", base=_withdrawn),
    Attempt(
        "puts a withdrawal off",
        _together(_withdrawn, edited("on: 2026-11-20", "on: 2027-01-20")),
        "its withdrawal is put off",
        base=_withdrawn,
    ),
    Attempt(
        "takes a coming withdrawal back",
        _same,
        "its withdrawal is taken back",
        base=_together(_withdrawn, edited("on: 2026-11-20", "on: 2027-01-20")),
    ),
    Attempt(
        "pins what made it stale",
        _together(
            _unsigned,
            _exposed,
            edited('"asset.exposure": "internal"', '"asset.exposure": "internet"'),
        ),
        "what was accepted is edited (facts)",
        base=_together(_unsigned, _exposed),
        needs=("optional",),
    ),
    Attempt(
        "moves an end that is past",
        _unsigned,
        "what was accepted is edited (plan, expires)",
        base=_together(
            _unsigned,
            edited("expires: 2027-01-31", "expires: 2026-11-20"),
            edited("target: 2027-01-31", "target: 2026-11-20"),
        ),
        needs=("optional",),
    ),
    Attempt(
        "lowers what was above the appetite",
        _unsigned,
        "what was accepted is edited (residual)",
        base=_together(_unsigned, edited("likelihood: 2, impact: 3", "likelihood: 3, impact: 4")),
        needs=("optional",),
    ),
)

RIGHTFUL: dict[str, tuple[Change, Change, str]] = {
    "nothing changes": (_same, _same, ONE),
    "comments and layout": (_same, edited("    treatment:", "    # For now.\n    treatment:"), ONE),
    "a withdrawal": (_same, _withdrawn, ONE),
    "what it covers is gone, and it": (
        _same,
        _together(_removed, lambda f: f.swap(SYSTEMS, "  srv-one: ", "  srv-new: ")),
        ONE,
    ),
    "a new acceptance by a listed key": (_removed, _same, ONE),
    "somebody else's entry": (_same, LISTED, ONE),
    "a signature under what was unsigned": (_unsigned, _same, ONE),
    "the second council's signature": (_line("saltern"), _same, JOINT),
    "the facts are as they were again": (_exposed, _same, ONE),
    "what was signed is restored": (edited("stay open", "are harmless"), _same, ONE),
    "an end that is past, and signed anew": (
        lambda f: f.edit(ONE, "expires: 2027-01-31", "expires: 2026-11-20").sign(ONE, "resources"),
        _same,
        ONE,
    ),
    "a draft that is filled in": (
        _together(
            _unsigned, edited("    risk: Faults found in the database from now on stay open.\n", "")
        ),
        _unsigned,
        ONE,
    ),
}


def _said(base: Signed, head: Signed, signatures: Asked, key: str) -> list[str]:
    """Return what the rule says of an acceptance; nothing that it finds can be accepted."""
    pair = (base.asking(signatures), head.asking(signatures))
    outcome = judged_against(*pair, head.options(TODAY)).outcome
    found = [each for each in outcome.findings if each.rule == CHANGED]
    assert all((f.status, f.caused_by, f.severity) == ("open", "change", "high") for f in found)
    return [each.message for each in found if each.subject.id == key]


CASES = [
    pytest.param(each, needs, id=f"{each.does}-{needs}".replace(" ", "-"))
    for each in ATTEMPTS
    for needs in each.needs
]


@pytest.mark.parametrize(("attempt", "signatures"), CASES)
def test_a_change_is_reported_as_what_it_is(
    attempt: Attempt, signatures: Asked, signed: Signed
) -> None:
    base, head = attempt.base(signed), attempt.change(signed)
    said = _said(base, head, signatures, attempt.key)
    assert said == [f"{attempt.key}: {attempt.says}; {attempt.may} may approve this"]


@pytest.mark.parametrize("signatures", ["required", "optional"])
@pytest.mark.parametrize("name", RIGHTFUL)
def test_a_rightful_change_is_none_of_them(name: str, signatures: Asked, signed: Signed) -> None:
    before, after, key = RIGHTFUL[name]
    assert _said(before(signed), after(signed), signatures, key) == []


def test_without_a_comparison_nothing_is_said_of_changes(signed: Signed) -> None:
    judged = LISTED(signed).judged()
    assert not any(each.rule == CHANGED for each in judged.run.outcome.findings)
    assert not any(each.rule == CHANGED for each in judged.run.outcome.unknown)


def _repository(folder: Path, files: Signed) -> Made:
    made = Made(folder)
    made.git("init", "--quiet", "--initial-branch", "main")
    files.lay(folder)
    made.commit("what is there")
    return made


def _check(folder: Path, *options: str) -> tuple[int, str]:
    asked = ["check", "--estate", str(folder), "--as-of", "2026-11-21", *options]
    done = CliRunner().invoke(cli, asked)
    return done.exit_code, done.stdout


@pytest.mark.parametrize(
    ("change", "key"),
    [
        pytest.param(_together(LISTED, _accepted_by_mallory), NEW, id="key-and-use"),
        pytest.param(edited("stay open", "are harmless", EARLY), EARLY, id="edit"),
        pytest.param(_removed, ONE, id="removal"),
    ],
)
def test_a_check_against_a_revision_fails_on_it(
    change: Callable[[Signed], Signed], key: str, signed: Signed, tmp_path: Path
) -> None:
    made = _repository(tmp_path, signed)
    assert _check(tmp_path, "--base", "HEAD")[0] == 0
    change(signed).lay(tmp_path)
    for base in ("HEAD", "main"):
        code, out = _check(tmp_path, "--base", base, "--format", "json")
        found = {f["subject"]["id"] for f in json.loads(out)["findings"] if f["rule"] == CHANGED}
        assert (code, found) == (1, {key})
    made.commit("the change")
    assert CHANGED not in _check(tmp_path, "--base", "HEAD")[1]
    assert _check(tmp_path, "--base", "HEAD~1")[0] == 1


def test_a_key_that_was_listed_before_may_sign(signed: Signed, tmp_path: Path) -> None:
    made = _repository(tmp_path, signed)
    LISTED(signed).lay(tmp_path)
    made.commit("a key, in a change of its own")
    _accepted_by_mallory(LISTED(signed)).lay(tmp_path)
    assert CHANGED not in _check(tmp_path, "--base", "HEAD")[1]
    assert CHANGED in _check(tmp_path, "--base", "HEAD~1")[1]


def test_no_option_and_no_file_hides_what_a_change_does(signed: Signed, tmp_path: Path) -> None:
    _repository(tmp_path, signed)
    edited("stay open", "are harmless")(signed).lay(tmp_path)
    with (tmp_path / "estate.yaml").open("a", encoding="utf-8") as file:
        file.write(f"ignore: [{CHANGED}]\nseverity: {{{CHANGED}: info}}\n")
    assert CHANGED in _check(tmp_path, "--base", "HEAD")[1]

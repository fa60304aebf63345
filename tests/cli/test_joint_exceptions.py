"""A shared risk on the command line: two councils accept it, one after the other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Ran, Run
from tests.exceptions.signed_estate import (
    EXCEPTIONS,
    JOINT,
    ONE,
    SYSTEMS,
    Signed,
    signed_estate,
)

MARRAM, SALTERN = "2026-09-12", "2026-09-14"
SHARED = "[marram, saltern], exposure: "


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Signed:
    """Return an estate of which every acceptance is signed."""
    return signed_estate(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="module")
def open_(signed: Signed) -> Signed:
    """Return the same where nobody has accepted the shared risk yet."""
    done = signed
    for organisation, day in (("marram", MARRAM), ("saltern", SALTERN)):
        given = f", on: {day}, signature: {signed.signature(JOINT, organisation)}"
        done = done.edit(JOINT, given, "")
    facts = next(line for line in done.record(JOINT).splitlines(keepends=True) if "facts: " in line)
    return done.edit(JOINT, facts, "    # Agreed by both boards.\n")


class Desk:
    """Where somebody signs: an estate in a folder, and the keys."""

    def __init__(self, root: Path, run: Run, files: Signed) -> None:
        self.root, self.run, self.files = files.lay(root), run, files

    @property
    def text(self) -> str:
        return (self.root / "inventory" / EXCEPTIONS).read_text("utf-8")

    def __call__(self, *arguments: str, day: str) -> Ran:
        return self.run("exceptions", *arguments, "--as-of", day, at=self.root)

    def sign(self, who: str, day: str, *organisation: str) -> Ran:
        whose = ["--organisation", *organisation] if organisation else []
        key = str(self.files.keys.folder / who)
        return self("sign", JOINT, "--key", key, *whose, day=day)

    def listed(self, day: str) -> dict[str, Any]:
        found = json.loads(self("list", "--format", "json", day=day).out)["exceptions"]
        return next(each for each in found if each["id"] == JOINT)

    def expose(self) -> None:
        path = self.root / "inventory" / SYSTEMS
        text = path.read_text("utf-8")
        assert f"{SHARED}internal" in text
        path.write_text(text.replace(f"{SHARED}internal", f"{SHARED}internet"), "utf-8")


@pytest.fixture
def desk(tmp_path: Path, run: Run, open_: Signed) -> Desk:
    """Return a desk on which the shared risk lies."""
    return Desk(tmp_path, run, open_)


def _signatures(desk: Desk, day: str) -> list[str]:
    return [sign["signature"] for sign in desk.listed(day)["signs"]]


def test_the_first_signature_holds_after_the_second(desk: Desk) -> None:
    before = desk.text
    assert desk.listed(MARRAM)["state"] == "incomplete"
    assert desk.sign("resources", MARRAM, "marram").code == 0
    half = desk.listed(MARRAM)
    assert (half["state"], half["counts"]) == ("incomplete", False)
    assert _signatures(desk, MARRAM) == ["verified", "unsigned"]
    after_one = desk.text
    assert "# Agreed by both boards." in after_one

    assert desk.sign("finance", SALTERN).code == 0
    assert _signatures(desk, SALTERN) == ["verified", "verified"]
    whole = desk.listed(SALTERN)
    assert (whole["state"], whole["accepted_on"], whole["pinned_on"]) == ("valid", SALTERN, MARRAM)
    assert desk("verify", JOINT, day=SALTERN).code == 0
    for part in ("# Agreed by both boards.", "residual: {likelihood: 2, impact: 3}"):
        assert part in desk.text
    kept = [line for line in before.splitlines() if "{organisation: " not in line]
    lines = iter(desk.text.splitlines())
    assert all(line in lines for line in kept)


def test_either_may_sign_first(desk: Desk) -> None:
    assert desk.sign("finance", MARRAM, "saltern").code == 0
    assert desk.sign("resources", MARRAM, "marram").code == 0
    assert desk.listed(MARRAM)["state"] == "valid"


def test_the_second_may_sign_elsewhere(desk: Desk, tmp_path: Path) -> None:
    desk.sign("resources", MARRAM, "marram")
    lacking = desk("payload", JOINT, "--organisation", "saltern", day=SALTERN)
    assert "cannot be signed yet: it lacks on which day it is accepted" in lacking.err
    path = desk.root / "inventory" / EXCEPTIONS
    line = "{organisation: saltern, by: Director of Finance"
    dated = desk.text.replace(line, f"{line}, on: {SALTERN}")
    assert dated != desk.text
    path.write_text(dated, "utf-8")
    payload = desk("payload", JOINT, day=SALTERN).out
    assert json.loads(payload)["approval"] == {
        "by": "Director of Finance",
        "on": SALTERN,
        "organisation": "saltern",
    }
    made = tmp_path / "made.sig"
    made.write_text(desk.files.keys.sign("finance", payload.encode()), "ascii")
    wrong = desk("attach", JOINT, str(made), "--organisation", "marram", day=SALTERN)
    assert (wrong.code, desk.text) == (2, dated)
    assert desk("attach", JOINT, str(made), day=SALTERN).code == 0
    assert desk.listed(SALTERN)["state"] == "valid"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("resources",), f"{JOINT} is accepted by several: say for whom (marram, saltern)"),
        (("resources", "dune"), f"{JOINT} has no line of 'dune' under approvals"),
        (("resources", "saltern"), "is not listed"),
        (("architect", "marram"), "is not listed"),
    ],
)
def test_what_is_not_one_councils_own_is_refused(
    arguments: tuple[str, ...], says: str, desk: Desk
) -> None:
    before = desk.text
    done = desk.sign(arguments[0], MARRAM, *arguments[1:])
    assert (done.code, done.out, desk.text) == (2, "", before)
    assert says in done.err.replace("\n", " ")


def test_facts_that_changed_between_the_signatures_are_refused(desk: Desk) -> None:
    desk.sign("resources", MARRAM, "marram")
    desk.expose()
    before = desk.text
    done = desk.sign("finance", SALTERN, "saltern")
    assert (done.code, done.out, desk.text) == (2, "", before)
    said = " ".join(done.err.split())
    assert "asset.exposure was internal, is internet" in said
    assert "take the day and the signatures out, and have it accepted anew" in said
    pinned = desk("pin", JOINT, day=SALTERN)
    assert (pinned.code, desk.text) == (2, before)
    assert f"{JOINT} is signed: other facts need new signatures" in pinned.err


def test_facts_that_were_pinned_for_nobody_are_pinned_anew(desk: Desk) -> None:
    assert desk("pin", JOINT, day=MARRAM).code == 0
    desk.expose()
    assert desk.sign("resources", SALTERN, "marram").code == 0
    record = desk.listed(SALTERN)
    assert record["pinned_on"] == SALTERN
    assert {each["sameness"] for each in record["comparisons"]} == {"same"}


def test_a_signature_without_facts_is_signed_anew(desk: Desk) -> None:
    path = desk.root / "inventory" / EXCEPTIONS
    line = "{organisation: marram, by: Directrice générale"
    text = desk.text.replace(line, f"{line}, on: {MARRAM}, signature: nobody")
    path.write_text(text, "utf-8")
    done = desk.sign("finance", SALTERN, "saltern")
    assert (done.code, desk.text) == (2, text)
    assert f"{JOINT} is signed by somebody already, without facts" in done.err


def test_an_extension_is_signed_in_the_place_of_the_first_acceptance(
    tmp_path: Path, run: Run, signed: Signed
) -> None:
    extended = signed.edit(
        ONE,
        "    expires: 2027-01-31\n",
        "    expires: 2027-02-28\n    extended: [{from: 2027-01-31, to: 2027-02-28, "
        "on: 2026-11-21, accepted_by: Directrice générale}]\n",
    ).edit(ONE, "target: 2027-01-31", "target: 2027-02-28")
    desk = Desk(tmp_path, run, extended)
    assert desk("verify", ONE, day="2026-11-21").code == 1
    key = str(signed.keys.folder / "resources")
    assert desk("sign", ONE, "--key", key, day="2026-11-21").code == 0
    assert desk("verify", ONE, day="2026-11-21").code == 0
    told = json.loads(desk("list", "--format", "json", day="2027-02-28").out)["exceptions"]
    (record,) = (each for each in told if each["id"] == ONE)
    assert (record["state"], record["last_day"]) == ("expiring", "2027-02-28")
    assert [each["to"] for each in record["extensions"]] == ["2027-02-28"]


def test_a_preview_takes_it_as_given_by_both(desk: Desk) -> None:
    before = desk.text
    done = desk("preview", JOINT, day=MARRAM)
    assert (done.code, desk.text) == (0, before)
    people = "Directrice générale for marram, Director of Finance for saltern"
    assert f"If it were accepted today, by {people}" in done.out
    assert "unmanaged unsupported installations: 2 → 1" in done.out

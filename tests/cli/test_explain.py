"""`estate explain`: a rule, an asset or a finding, by its name."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Ran, Run

from estate.findings import Subject, fingerprint


def test_a_rule_needs_no_estate(run: Run, tmp_path: Path) -> None:
    done = run("explain", "unsupported-software", at=tmp_path)
    assert done.code == 0
    assert done.out.startswith("critical[unsupported-software]: ")
    for part in ("Why", "What to do", "Authority", "accepted by", "finding when"):
        assert f"{part}" in done.out


def test_an_estate_explains_its_own_rules(run: Run, small: Path) -> None:
    with (small / "estate.yaml").open("a") as file:
        file.write("severity: {ending-support: info}\nignore: [slow-patching]\n")
    assert run("explain", "ending-support", at=small).out.startswith("info[ending-support]")
    assert "not run       ignored in estate.yaml" in run("explain", "slow-patching", at=small).out


def test_every_rule_has_a_page(run: Run, tmp_path: Path) -> None:
    names = [line.split()[0] for line in run("rules", "list", "-q").out.splitlines()[1:]]
    assert len(names) > 25
    for name in names[::4]:
        assert run("explain", name, at=tmp_path).code == 0


@pytest.mark.no_cover
@pytest.mark.parametrize(("digits", "of_them"), [(6, 1), (12, 5), (20, 5)])
def test_a_finding_by_its_first_digits(digits: int, of_them: int, run: Run, small: Path) -> None:
    found = json.loads(run("check", "--as-of", DAY, "--format", "json", at=small).out)["findings"]
    for each in found[::of_them]:
        name = each["fingerprint"][:digits]
        done = run("explain", name, "--as-of", DAY, at=small)
        assert done.code == 0
        assert each["fingerprint"] in done.out
        assert each["rule"] in done.out


def test_fewer_digits_are_no_name(run: Run, small: Path) -> None:
    done = run("explain", "38542", "--as-of", DAY, at=small)
    assert done == Ran(2, "", "error: no rule, record or finding is called '38542'\n")


@pytest.mark.parametrize(
    ("name", "near"),
    [("srv-libary", "srv-library"), ("ending-suport", "ending-support"), ("zzzz", "")],
)
def test_a_wrong_name_gives_the_nearest(name: str, near: str, run: Run, small: Path) -> None:
    hint = f"; did you mean {near!r}?" if near else ""
    said = f"error: no rule, record or finding is called {name!r}{hint}\n"
    assert run("explain", name, "--as-of", DAY, at=small) == Ran(2, "", said)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("ending-suport", "did you mean 'ending-support'?"),
        ("srv-library", "assets and findings need an estate"),
    ],
)
def test_outside_an_estate_there_are_rules_alone(name: str, hint: str, run: Run) -> None:
    assert run("explain", name) == Ran(2, "", f"error: no rule is called {name!r}; {hint}\n")


def test_every_record_has_a_card(run: Run, small: Path) -> None:
    done = run("check", "--as-of", DAY, "--format", "json", at=small)
    assert done.code == 1
    for name in ("sandling", "council-tax", "turnstone", "prj-library", "ex-2026-001"):
        card = run("explain", name, "--as-of", DAY, at=small)
        assert card.code == 0
        assert name in card.out.splitlines()[1]


def test_a_card_begins_with_what_the_record_says(run: Run, small: Path) -> None:
    (small / "inventory" / "more.yaml").write_text(
        "applications:\n"
        "  joint:\n"
        "    name: Joint\n"
        "    description: Holds what both need.\n"
        "    organisation: [sandling, other]\n"
        "    uses: [{to: library, strength: soft}]\n"
        "organisations: {other: {name: Other}}\n"
    )
    card = run("explain", "joint", "--as-of", DAY, at=small).out
    assert "organisation  sandling, other\n" in card
    assert "              Holds what both need.\n" in card
    assert "  library  Bibliothèque (uses, soft)\n" in card
    needed = run("explain", "library", "--as-of", DAY, at=small).out
    assert "joint          Joint (uses, soft)\n" in needed


def test_a_card_says_what_an_acceptance_lacks(run: Run, small: Path) -> None:
    (small / "inventory" / "more.yaml").write_text(
        "exceptions: {ex-empty: {rule: unsupported-software, covers: [srv-library]}}\n"
    )
    card = run("explain", "ex-empty", "--as-of", DAY, at=small).out
    assert "it does not count" in card
    assert "risk       not written down\n" in card
    assert "accepted   by nobody who is named, on a day that is not written down\n" in card


def test_a_card_says_how_support_stands(run: Run, small: Path) -> None:
    (small / "inventory" / "more.yaml").write_text(
        "products:\n"
        "  lifelong: {name: Lifelong, versions: {'1': {support_ends: null}}}\n"
        "  bought: {name: B, extended: paid, versions: "
        "{'1': {support_ends: 2026-01-01, extended_support_ends: 2027-01-01}}}\n"
        "servers:\n"
        "  srv-all:\n"
        "    name: All\n"
        "    software: [lifelong@1, bought@1, postgresql@17, windows-server@2012-r2, mystery@1]\n"
    )
    card = run("explain", "srv-all", "--as-of", DAY, at=small).out
    for said in (
        "lifelong 1              supported, no end announced",
        "bought 1                extended-unpaid, until 2027-01-01",
        "postgresql 17           supported, until 2029-11-08",
        "windows-server 2012-r2  ended 2023-10-10",
        "mystery 1               unknown: ",
    ):
        assert said in card


def test_digits_that_several_findings_share_are_too_few(run: Run, small: Path) -> None:
    first, second, digits = _alike()
    servers = "".join(
        f"  {name}: {{name: {name}, software: [postgresql@14]}}\n" for name in (first, second)
    )
    (small / "inventory" / "alike.yaml").write_text(f"servers:\n{servers}")
    said = f"error: 2 findings begin with {digits!r}; give more digits\n"
    assert run("explain", digits, "--as-of", DAY, at=small) == Ran(2, "", said)


def _alike() -> tuple[str, str, str]:
    """Return two servers whose findings begin with the same six digits, and these."""
    seen: dict[str, str] = {}
    for number in count():
        name = f"srv-{number}"
        detail = (("product", "postgresql"), ("version", "14"))
        found = fingerprint("unsupported-software", Subject("installation", name, detail))[:6]
        if found in seen:
            return seen[found], name, found
        seen[found] = name
    raise AssertionError

"""`estate rules`: packs of one's own, their examples, and the facts they speak of."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import DAY, Ran, Run

OWN = """\
authorities:
  our-standard: {name: Our standard, issuer: Sandling Town Council}
rules:
  unnamed-owner:
    title: Nobody owns it
    severity: low
    since: "0.1"
    kind: gap
    for: server
    when: missing(owner)
    message: "{name} has no owner"
    why: Somebody has to decide what happens to it.
    fix: Name an owner.
    authority: [our-standard]
    parameters: {days: 30}
    examples:
      fails:
        - {as_of: 2026-11-21, servers: {one: {name: One}}}
      passes:
        - {as_of: 2026-11-21, servers: {one: {name: One, owner: Somebody}}}
  unsupported-software:
    extend: unsupported-software
    severity: high
"""


@pytest.fixture
def own(small: Path) -> Path:
    """Return an estate with a rule pack of its own beside the standard one."""
    (small / "rules").mkdir()
    (small / "rules" / "own.yaml").write_text(OWN)
    with (small / "estate.yaml").open("a") as file:
        file.write("rules: [standard, rules]\n")
    return small


def _found(run: Run, at: Path, rule: str) -> list[dict[str, Any]]:
    done = run("check", "--as-of", DAY, "--format", "json", at=at)
    return [each for each in json.loads(done.out)["findings"] if each["rule"] == rule]


@pytest.fixture
def alone(small: Path) -> Path:
    """Return an estate with one rule of its own and no other."""
    (small / "own.yaml").write_text(OWN.partition("  unsupported-software:")[0])
    _set(small, "rules: [own.yaml]")
    return small


def _set(own: Path, line: str) -> None:
    with (own / "estate.yaml").open("a") as file:
        file.write(f"{line}\n")


class TestAPackOfOnesOwn:
    def test_it_adds_rules(self, run: Run, own: Path) -> None:
        found = _found(run, own, "unnamed-owner")
        assert {each["subject"]["id"] for each in found} == {
            "srv-revenues",
            "srv-library",
            "srv-web",
        }
        assert {each["severity"] for each in found} == {"low"}

    def test_it_extends_rules(self, run: Run, own: Path) -> None:
        assert {each["severity"] for each in _found(run, own, "unsupported-software")} == {"high"}

    def test_it_may_stand_alone(self, run: Run, alone: Path) -> None:
        done = json.loads(run("check", "--as-of", DAY, "--format", "json", at=alone).out)
        assert [rule["id"] for rule in done["rules"]] == ["unnamed-owner"]
        assert done["unmanaged"]["installations"] == 3

    def test_what_the_estate_sets_comes_last(self, run: Run, own: Path) -> None:
        _set(own, "severity: {unnamed-owner: info, unsupported-software: critical}")
        assert {each["severity"] for each in _found(run, own, "unnamed-owner")} == {"info"}
        assert {each["severity"] for each in _found(run, own, "unsupported-software")} == {
            "critical"
        }

    def test_a_parameter_that_does_not_suit(self, run: Run, own: Path) -> None:
        _set(own, "parameters: {unnamed-owner: {days: many}}")
        done = run("check", at=own)
        assert done.code == 2
        assert "'many' does not suit days" in done.err

    def test_what_is_ignored_is_listed_as_not_run(self, run: Run, own: Path) -> None:
        _set(own, "ignore: [unnamed-owner]")
        done = json.loads(run("check", "--as-of", DAY, "--format", "json", at=own).out)
        assert done["not_run"] == [{"rule": "unnamed-owner", "reason": "ignored in estate.yaml"}]
        assert not _found(run, own, "unnamed-owner")
        assert (
            "Nobody owns it  (not run: ignored in estate.yaml)" in run("rules", "list", at=own).out
        )
        selected = ("--select", "unnamed-owner", "--format", "json")
        done = json.loads(run("check", "--as-of", DAY, *selected, at=own).out)
        assert done["findings"] == []

    def test_what_is_unmanaged_hangs_on_no_rule(self, run: Run, own: Path) -> None:
        def unmanaged() -> object:
            done = run("check", "--as-of", DAY, "--format", "json", at=own)
            return json.loads(done.out)["unmanaged"]

        before = unmanaged()
        _set(own, "severity: {unsupported-software: info}")
        assert unmanaged() == before
        _set(own, "ignore: [unsupported-software, expired-acceptance]")
        assert unmanaged() == before

    def test_a_rule_of_ones_own_may_void_acceptances_whatever_is_selected(
        self, run: Run, own: Path
    ) -> None:
        (own / "rules" / "strict.yaml").write_text(
            "rules:\n"
            "  clerk-alone:\n"
            "    title: Accepted by the clerk alone\n"
            "    severity: medium\n"
            "    for: exception\n"
            "    when: accepted_by == 'Town Clerk'\n"
            "    message: '{id} is accepted by the clerk alone'\n"
            "    why: Two have to agree.\n"
            "    fix: Ask the mayor as well.\n"
            "    voids: true\n"
        )
        whole = run("check", "--as-of", DAY, "--format", "json", at=own)
        assert json.loads(whole.out)["unmanaged"]["installations"] == 3
        for choice in (["--select", "unsupported-software"], ["--ignore", "clerk-alone"]):
            part = run("check", "--as-of", DAY, "--format", "json", *choice, at=own)
            assert json.loads(part.out)["unmanaged"]["installations"] == 3
            assert "clerk-alone" not in {f["rule"] for f in json.loads(part.out)["findings"]}


class TestExamples:
    @pytest.mark.no_cover
    def test_those_of_the_standard_pack_hold(self, run: Run) -> None:
        done = run("rules", "test")
        assert done.code == 0
        assert "examples hold" in done.out

    def test_those_of_ones_own_are_run(self, run: Run, alone: Path) -> None:
        assert run("rules", "test", "-q", at=alone) == Ran(0, "", "")
        path = alone / "own.yaml"
        path.write_text(path.read_text().replace("owner: Somebody", "cores: 4"))
        assert run("rules", "test", "-q", at=alone) == Ran(
            1,
            "own.yaml:20:11: unnamed-owner: an example under 'passes' gave "
            "1 failed, 0 unknown, 0 passed\n",
            "",
        )

    @pytest.mark.parametrize(
        ("example", "said"),
        [
            ("{servers: {one: {name: One}}}", "an example needs its own day: as_of: YYYY-MM-DD"),
            ("{as_of: soon, servers: {one: {name: One}}}", "an example needs its own day"),
            ("{as_of: 2026-11-21, servers: {one: {nam: One}}}", "the inventory has 2 problems; "),
        ],
    )
    def test_one_that_is_no_inventory_does_not_hold(
        self, example: str, said: str, run: Run, alone: Path
    ) -> None:
        path = alone / "own.yaml"
        path.write_text(
            path.read_text().replace("{as_of: 2026-11-21, servers: {one: {name: One}}}", example)
        )
        done = run("rules", "test", at=alone)
        assert done.code == 1
        assert f"an example under 'fails' gave {said}" in done.out

    def test_one_that_is_lacking_is_named(self, run: Run, alone: Path) -> None:
        path = alone / "own.yaml"
        path.write_text(path.read_text().replace("      passes:", "      unknown:"))
        done = run("rules", "test", at=alone)
        assert done.code == 1
        assert "own.yaml:4:3: unnamed-owner: no example under 'passes'\n" in done.out

    def test_rules_are_tried_as_they_are_written(self, run: Run, alone: Path) -> None:
        _set(alone, "ignore: [unnamed-owner]")
        assert run("rules", "test", at=alone).out == "2 of 2 examples hold, of 1 rule\n"
        assert run("rules", "test", "-q", at=alone).code == 0


class TestFacts:
    def test_each_has_a_kind_a_type_and_a_meaning(self, run: Run) -> None:
        text = run("rules", "facts").out
        assert "\ninstallation\n" in text
        assert "\n  support.status" not in text  # a support has a status, whatever it is on
        for line in text.splitlines():
            if line.startswith("  "):
                assert len(line.split(maxsplit=2)) == 3, line

    def test_of_one_kind(self, run: Run) -> None:
        text = run("rules", "facts", "--on", "installation").out
        assert text.startswith("installation\n")
        assert "\nserver\n" not in text

    def test_a_wrong_kind_gives_the_nearest(self, run: Run) -> None:
        said = "error: no facts are about 'serverr'; did you mean 'server'?\n"
        assert run("rules", "facts", "--on", "serverr") == Ran(2, "", said)


def test_the_list_says_how_many_there_are(run: Run, own: Path) -> None:
    lines = run("rules", "list", at=own).out.splitlines()
    assert lines[0].split() == ["rule", "severity", "kind", "about", "title"]
    assert lines[-1].startswith(f"{len(lines) - 3} rules; ")
    ladder = next(line for line in lines if line.startswith("ending-support"))
    assert " high to low " in ladder

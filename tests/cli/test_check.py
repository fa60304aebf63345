"""`estate check`: what it prints, where to, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import DAY, Ran, Run


def _json(run: Run, plain: Path, *arguments: str) -> dict[str, Any]:
    done = run("check", "--as-of", DAY, "--format", "json", *arguments, at=plain)
    found: dict[str, Any] = json.loads(done.out)
    return found


def _rules(found: dict[str, Any]) -> set[str]:
    return {finding["rule"] for finding in found["findings"]}


@pytest.fixture
def low(plain: Path) -> Path:
    """Return an estate in which one finding is critical only because of `srv-revenues`."""
    for name in ("register", "systems"):
        (plain / "inventory" / f"{name}.yaml").unlink()
    (plain / "inventory" / "web.yaml").write_text(
        "servers: {srv-web: {name: WEB01, supports: [council-tax], software: [ubuntu@24.04]}}\n"
    )
    return plain


class TestExitCodes:
    def test_1_where_findings_reach_the_threshold(self, run: Run, plain: Path) -> None:
        assert run("check", "--as-of", DAY, at=plain).code == 1

    @pytest.mark.parametrize(("threshold", "code"), [("low", 1), ("medium", 0), ("critical", 0)])
    def test_it_is_the_threshold_that_decides(
        self, threshold: str, code: int, run: Run, low: Path
    ) -> None:
        assert run("check", "--as-of", DAY, "--fail-on", threshold, at=low).code == code

    def test_the_policy_has_a_threshold_too(self, run: Run, low: Path) -> None:
        assert run("check", "--as-of", DAY, at=low).code == 0
        with (low / "estate.yaml").open("a") as file:
            file.write("policy: {fail_on: low}\n")
        assert run("check", "--as-of", DAY, at=low).code == 1

    def test_gaps_fail_only_where_the_policy_says_so(self, run: Run, low: Path) -> None:
        (low / "inventory" / "gap.yaml").write_text(
            "servers: {srv-gap: {name: GAP01, supports: [council-tax], software: [nginx]}}\n"
        )
        assert run("check", "--as-of", DAY, at=low).code == 0
        with (low / "estate.yaml").open("a") as file:
            file.write("policy: {gaps: fail}\n")
        assert run("check", "--as-of", DAY, at=low).code == 1

    def test_never_hides_findings_alone(self, run: Run, plain: Path) -> None:
        never = ("check", "--as-of", DAY, "--fail-on", "never")
        assert run(*never, at=plain).code == 0
        (plain / "inventory" / "wrong.yaml").write_text("servers: [\n")
        assert run(*never, at=plain).code == 2

    def test_never_does_not_hide_a_wrong_option(self, run: Run, plain: Path) -> None:
        assert run("check", "--fail-on", "never", "--select", "nothing-such", at=plain).code == 2

    def test_showing_less_hides_no_failure(self, run: Run, plain: Path) -> None:
        for show in ("critical", "info", "unknown", "gaps", "all"):
            assert run("check", "--as-of", DAY, "--show", show, at=plain).code == 1

    def test_2_without_inventory_files(self, run: Run, plain: Path) -> None:
        for path in (plain / "inventory").iterdir():
            path.unlink()
        done = run("check", at=plain)
        assert done.code == 2
        assert "no inventory" in done.err
        (plain / "inventory").rmdir()
        assert run("check", at=plain) == Ran(
            2, "", f"error: no inventory: {plain / 'inventory'} is not a folder\n"
        )


class TestFormats:
    def test_each_goes_where_it_is_told(self, run: Run, plain: Path, tmp_path: Path) -> None:
        both = ("--format", "text", "--format", f"json:{tmp_path}/out/findings.json")
        done = run("check", "--as-of", DAY, *both, at=plain)
        assert done.code == 1
        assert done.out.startswith("── inventory/register.yaml")
        written = json.loads((tmp_path / "out" / "findings.json").read_text())
        assert written == _json(run, plain)

    def test_json_alone_stands_on_the_output(self, run: Run, plain: Path) -> None:
        done = run("check", "--as-of", DAY, "--format", "json", "-v", at=plain)
        assert json.loads(done.out)["schema"] == "estate-findings/1"
        assert done.err == ""

    def test_text_in_a_file_is_as_wide_on_every_screen(self, run: Run, plain: Path) -> None:
        run("check", "--as-of", DAY, "--format", "text:out.txt", at=plain, columns=60)
        assert (plain / "out.txt").read_text() == run("check", "--as-of", DAY, at=plain).out
        assert run("check", "--as-of", DAY, at=plain, columns=60).out != (
            run("check", "--as-of", DAY, at=plain).out
        )

    def test_a_file_is_replaced_whole(self, run: Run, plain: Path) -> None:
        (plain / "out.json").write_text("old")
        run("check", "--as-of", DAY, "--format", "json:out.json", at=plain)
        assert json.loads((plain / "out.json").read_text())["estate"] == "Sandling"
        assert not list(plain.glob(".*.part"))

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            (["jsn"], "error: no format 'jsn'; did you mean 'json'?\n"),
            (
                ["xlsx"],
                (
                    "error: no format 'xlsx'; "
                    "there are text, json, sarif, junit, github, gitlab, markdown, csv\n"
                ),
            ),
            (["json:"], "error: --format json: names no file\n"),
            (
                ["json", "text"],
                "error: only one format can go to the standard output; give the others a file\n",
            ),
            (["json:a", "text:a"], "error: only one format can go to a; give the others a file\n"),
        ],
    )
    def test_what_makes_no_sense_is_said(
        self, given: list[str], said: str, run: Run, plain: Path
    ) -> None:
        options = [part for form in given for part in ("--format", form)]
        assert run("check", *options, at=plain) == Ran(2, "", said)

    def test_a_file_that_cannot_be_written(self, run: Run, plain: Path) -> None:
        done = run("check", "--as-of", DAY, "--format", "json:estate.yaml/out.json", at=plain)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("error: cannot write estate.yaml/out.json: ")


class TestRules:
    def test_select_runs_these_alone(self, run: Run, plain: Path) -> None:
        one = _json(run, plain, "--select", "ending-support")
        assert _rules(one) == {"ending-support"}
        assert [rule["id"] for rule in one["rules"]] == ["ending-support"]

    @pytest.mark.parametrize(
        "given",
        [
            ["--select", "ending-support", "--select", "unknown-support"],
            ["--select", "ending-support,unknown-support"],
        ],
    )
    def test_select_takes_several(self, given: list[str], run: Run, plain: Path) -> None:
        assert _rules(_json(run, plain, *given)) == {"ending-support", "unknown-support"}

    def test_ignore_leaves_these_out_and_says_so(self, run: Run, plain: Path) -> None:
        rest = _json(run, plain, "--ignore", "ending-support")
        assert rest["not_run"] == [{"rule": "ending-support", "reason": "ignored by an option"}]
        assert _rules(_json(run, plain)) - _rules(rest) == {"ending-support"}
        said = run("check", "--as-of", DAY, "--ignore", "ending-support", at=plain).out
        assert "ending-support" in said.partition("not run: ")[2]

    def test_ignore_wins_over_select(self, run: Run, plain: Path) -> None:
        both = ("--select", "ending-support", "--ignore", "ending-support")
        assert _json(run, plain, *both)["findings"] == []

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_a_wrong_name_gives_the_nearest(self, option: str, run: Run, plain: Path) -> None:
        done = run("check", option, "ending-suport", at=plain)
        said = "error: there is no rule 'ending-suport'; did you mean 'ending-support'?\n"
        assert done == Ran(2, "", said)

    def test_what_is_unmanaged_hangs_on_no_option(self, run: Run, plain: Path) -> None:
        whole = _json(run, plain)["unmanaged"]
        assert whole == {"installations": 2, "services": 1, "unknown": 1}
        for choice in ("--select", "--ignore"):
            for rule in ("unsupported-software", "expired-acceptance", "ending-support"):
                assert _json(run, plain, choice, rule)["unmanaged"] == whole

    def test_without_exceptions_everything_accepted_is_open(self, run: Run, plain: Path) -> None:
        whole, bare = _json(run, plain), _json(run, plain, "--no-exceptions")
        accepted = [each for each in whole["findings"] if each["status"] == "accepted"]
        assert accepted
        opened = [
            {**each, "status": "open", "exception": None} if each in accepted else each
            for each in whole["findings"]
        ]
        assert bare["findings"] == opened
        assert bare["counts"]["accepted"] == 0
        assert bare["unmanaged"]["installations"] == 3


class TestShow:
    def test_it_changes_what_is_printed_in_full(self, run: Run, plain: Path) -> None:
        full = run("check", "--as-of", DAY, "--show", "low", at=plain).out
        assert "low[ending-support]: LIB01" in full
        assert "low[ending-support]: LIB01" not in run("check", "--as-of", DAY, at=plain).out

    def test_unknown_lists_the_open_questions(self, run: Run, plain: Path) -> None:
        shown = run("check", "--as-of", DAY, "--show", "unknown", at=plain).out
        assert "1  of 7  unsupported-software  version (1)" in shown

    def test_all_shows_what_is_accepted_too(self, run: Run, plain: Path) -> None:
        shown = run("check", "--as-of", DAY, "--show", "all", at=plain).out
        assert "accepted by: ex-2026-001" in shown.replace("=", "").replace("  ", " ")

    def test_json_is_whole_whatever_is_shown(self, run: Run, plain: Path) -> None:
        assert _json(run, plain, "--show", "critical") == _json(run, plain)

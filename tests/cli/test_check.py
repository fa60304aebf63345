"""`estate check`: what it prints, where to, and how it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import DAY, Ran, Run


def _json(run: Run, small: Path, *arguments: str) -> dict[str, Any]:
    done = run("check", "--as-of", DAY, "--format", "json", *arguments, at=small)
    found: dict[str, Any] = json.loads(done.out)
    return found


def _rules(found: dict[str, Any]) -> set[str]:
    return {finding["rule"] for finding in found["findings"]}


@pytest.fixture
def low(small: Path) -> Path:
    """Return an estate in which one finding is critical only because of `srv-revenues`."""
    for name in ("register", "systems"):
        (small / "inventory" / f"{name}.yaml").unlink()
    (small / "inventory" / "web.yaml").write_text(
        "servers: {srv-web: {name: WEB01, supports: [council-tax], software: [ubuntu@24.04]}}\n"
    )
    return small


class TestExitCodes:
    def test_1_where_findings_reach_the_threshold(self, run: Run, small: Path) -> None:
        assert run("check", "--as-of", DAY, at=small).code == 1

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

    def test_never_hides_findings_alone(self, run: Run, small: Path) -> None:
        never = ("check", "--as-of", DAY, "--fail-on", "never")
        assert run(*never, at=small).code == 0
        (small / "inventory" / "wrong.yaml").write_text("servers: [\n")
        assert run(*never, at=small).code == 2

    def test_never_does_not_hide_a_wrong_option(self, run: Run, small: Path) -> None:
        assert run("check", "--fail-on", "never", "--select", "nothing-such", at=small).code == 2

    def test_showing_less_hides_no_failure(self, run: Run, small: Path) -> None:
        for show in ("critical", "info", "unknown", "gaps", "all"):
            assert run("check", "--as-of", DAY, "--show", show, at=small).code == 1

    def test_2_without_inventory_files(self, run: Run, small: Path) -> None:
        for path in (small / "inventory").iterdir():
            path.unlink()
        done = run("check", at=small)
        assert done.code == 2
        assert "no inventory" in done.err
        (small / "inventory").rmdir()
        assert run("check", at=small) == Ran(
            2, "", f"error: no inventory: {small / 'inventory'} is not a folder\n"
        )


class TestFormats:
    def test_each_goes_where_it_is_told(self, run: Run, small: Path, tmp_path: Path) -> None:
        both = ("--format", "text", "--format", f"json:{tmp_path}/out/findings.json")
        done = run("check", "--as-of", DAY, *both, at=small)
        assert done.code == 1
        assert done.out.startswith("── inventory/register.yaml")
        written = json.loads((tmp_path / "out" / "findings.json").read_text())
        assert written == _json(run, small)

    def test_json_alone_stands_on_the_output(self, run: Run, small: Path) -> None:
        done = run("check", "--as-of", DAY, "--format", "json", "-v", at=small)
        assert json.loads(done.out)["schema"] == "estate-findings/1"
        assert done.err == ""

    def test_text_in_a_file_is_as_wide_on_every_screen(self, run: Run, small: Path) -> None:
        run("check", "--as-of", DAY, "--format", "text:out.txt", at=small, columns=60)
        assert (small / "out.txt").read_text() == run("check", "--as-of", DAY, at=small).out
        assert run("check", "--as-of", DAY, at=small, columns=60).out != (
            run("check", "--as-of", DAY, at=small).out
        )

    def test_a_file_is_replaced_whole(self, run: Run, small: Path) -> None:
        (small / "out.json").write_text("old")
        run("check", "--as-of", DAY, "--format", "json:out.json", at=small)
        assert json.loads((small / "out.json").read_text())["estate"] == "Sandling"
        assert not list(small.glob(".*.part"))

    @pytest.mark.parametrize(
        ("given", "said"),
        [
            (["jsn"], "error: no format 'jsn'; did you mean 'json'?\n"),
            (["sarif"], "error: no format 'sarif'; there are text, json\n"),
            (["json:"], "error: --format json: names no file\n"),
            (
                ["json", "text"],
                "error: only one format can go to the standard output; give the others a file\n",
            ),
            (["json:a", "text:a"], "error: only one format can go to a; give the others a file\n"),
        ],
    )
    def test_what_makes_no_sense_is_said(
        self, given: list[str], said: str, run: Run, small: Path
    ) -> None:
        options = [part for form in given for part in ("--format", form)]
        assert run("check", *options, at=small) == Ran(2, "", said)

    def test_a_file_that_cannot_be_written(self, run: Run, small: Path) -> None:
        done = run("check", "--as-of", DAY, "--format", "json:estate.yaml/out.json", at=small)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("error: cannot write estate.yaml/out.json: ")


class TestRules:
    def test_select_runs_these_alone(self, run: Run, small: Path) -> None:
        one = _json(run, small, "--select", "ending-support")
        assert _rules(one) == {"ending-support"}
        assert [rule["id"] for rule in one["rules"]] == ["ending-support"]

    @pytest.mark.parametrize(
        "given",
        [
            ["--select", "ending-support", "--select", "unknown-support"],
            ["--select", "ending-support,unknown-support"],
        ],
    )
    def test_select_takes_several(self, given: list[str], run: Run, small: Path) -> None:
        assert _rules(_json(run, small, *given)) == {"ending-support", "unknown-support"}

    def test_ignore_leaves_these_out_and_says_so(self, run: Run, small: Path) -> None:
        rest = _json(run, small, "--ignore", "ending-support")
        assert rest["not_run"] == [{"rule": "ending-support", "reason": "ignored by an option"}]
        assert _rules(_json(run, small)) - _rules(rest) == {"ending-support"}
        said = run("check", "--as-of", DAY, "--ignore", "ending-support", at=small).out
        assert "ending-support" in said.partition("not run: ")[2]

    def test_ignore_wins_over_select(self, run: Run, small: Path) -> None:
        both = ("--select", "ending-support", "--ignore", "ending-support")
        assert _json(run, small, *both)["findings"] == []

    @pytest.mark.parametrize("option", ["--select", "--ignore"])
    def test_a_wrong_name_gives_the_nearest(self, option: str, run: Run, small: Path) -> None:
        done = run("check", option, "ending-suport", at=small)
        said = "error: there is no rule 'ending-suport'; did you mean 'ending-support'?\n"
        assert done == Ran(2, "", said)

    def test_what_is_unmanaged_hangs_on_no_option(self, run: Run, small: Path) -> None:
        whole = _json(run, small)["unmanaged"]
        assert whole == {"installations": 2, "services": 1, "unknown": 1}
        for choice in ("--select", "--ignore"):
            for rule in ("unsupported-software", "expired-acceptance", "ending-support"):
                assert _json(run, small, choice, rule)["unmanaged"] == whole

    def test_without_exceptions_everything_accepted_is_open(self, run: Run, small: Path) -> None:
        whole, bare = _json(run, small), _json(run, small, "--no-exceptions")
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
    def test_it_changes_what_is_printed_in_full(self, run: Run, small: Path) -> None:
        full = run("check", "--as-of", DAY, "--show", "low", at=small).out
        assert "low[ending-support]: LIB01" in full
        assert "low[ending-support]: LIB01" not in run("check", "--as-of", DAY, at=small).out

    def test_unknown_lists_the_open_questions(self, run: Run, small: Path) -> None:
        shown = run("check", "--as-of", DAY, "--show", "unknown", at=small).out
        assert "asset.zone" in shown

    def test_all_shows_what_is_accepted_too(self, run: Run, small: Path) -> None:
        shown = run("check", "--as-of", DAY, "--show", "all", at=small).out
        assert "accepted by: ex-2026-001" in shown.replace("=", "").replace("  ", " ")

    def test_json_is_whole_whatever_is_shown(self, run: Run, small: Path) -> None:
        assert _json(run, small, "--show", "critical") == _json(run, small)

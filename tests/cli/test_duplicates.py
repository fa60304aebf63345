"""`estate duplicates`, on the example: the two planning systems, and every way to ask."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from tests.cli.conftest import Run

from estate.report.duplicates.schema import duplicates_schema

DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def root() -> Path:
    """Return the folder of the example."""
    return Path(__file__).parents[2]


def _json(run: Run, root: Path, *arguments: str) -> Any:  # noqa: ANN401 - JSON
    ran = run("duplicates", "--estate", str(root), *DAY, *arguments, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    made = json.loads(ran.out)
    jsonschema.validate(made, duplicates_schema())
    return made


def _candidate(made: Any, key: str) -> Any:  # noqa: ANN401 - JSON
    return next(each for each in made["candidates"] if each["id"] == key)


PLANNING = "organisation:planning-east+planning-marram"


class TestTheExample:
    def test_one_of_two_planning_systems_goes_and_its_contract_a_year_later(
        self, run: Run, root: Path
    ) -> None:
        found = _candidate(_json(run, root), PLANNING)
        assert found["survivor"] == "planning-marram"
        gone = found["retirement"]
        assert gone["saving"] == 28_900
        assert gone["steps"] == [
            {"when": "dated", "from": "2027-07-01", "amount": 9_500},
            {"when": "dated", "from": "2028-04-01", "amount": 19_400},
        ]
        assert {each["id"] for each in gone["going"]} == {
            "planning-east", "con-acre", "lic-acre", "lic-sql-2016", "srv-pln-east01",
        }  # fmt: skip
        assert gone["unknown"] == ["lic-acre", "lic-sql-2016", "srv-pln-east01"]

    def test_what_is_accepted_for_trees_is_open_for_applications(
        self, run: Run, root: Path
    ) -> None:
        found = _candidate(_json(run, root), PLANNING)
        told = {
            match["key"]: [(each["status"], each["until"]) for each in match["findings"]]
            for match in found["matches"]
        }
        assert told["lgsl-508"] == [("accepted", "2027-07-31")]
        assert [status for status, _ in told["lgsl-516"]] == ["open"]
        assert not found["accepted"]

    def test_the_public_portal_does_not_compete(self, run: Run, root: Path) -> None:
        found = _candidate(_json(run, root), PLANNING)
        match = next(each for each in found["matches"] if each["key"] == "lgsl-516")
        assert "planning-portal-marram" in match["others"]

    def test_accepted_duplication_is_apart_and_in_no_total(self, run: Run, root: Path) -> None:
        made = _json(run, root)
        accepted = [each for each in made["candidates"] if each["accepted"]]
        assert made["totals"]["accepted"] == len(accepted) == 4
        assert made["totals"]["candidates"] == len(made["candidates"]) - 4
        assert all(each["matches"][0]["findings"][0]["exception"] for each in accepted)

    def test_the_sum_counts_each_thing_once(self, run: Run, root: Path) -> None:
        totals = _json(run, root)["totals"]
        going = totals["retirement"]["going"]
        assert len({each["id"] for each in going}) == len(going)
        assert totals["retirement"]["saving"] == sum(each["amount"] or 0 for each in going)
        assert totals["planned_saving"] >= 28_900

    def test_once_the_plan_is_carried_out_one_planning_system_is_left(
        self, run: Run, root: Path
    ) -> None:
        made = _json(run, root, "--at", "2027-08-01")
        assert made["as_of"] == "2027-08-01"
        assert made["plan"]["since"] == "2026-11-21"
        assert made["plan"]["applied"] > 0
        assert PLANNING not in [each["id"] for each in made["candidates"]]


class TestAsking:
    def test_the_answer_leads_the_text(self, run: Run, root: Path) -> None:
        ran = run("duplicates", "--estate", str(root), *DAY, "-q")
        lead = " ".join(ran.out.split())
        assert lead.startswith("Marram and Saltern: rationalisation candidates as of 2026-11-21 ")
        assert re.search(r"Retiring the \d+ systems that .* saves £[\d,]+ a year", lead)

    def test_more_is_told_where_asked(self, run: Run, root: Path) -> None:
        short = run("duplicates", "--estate", str(root), *DAY)
        whole = run("duplicates", "--estate", str(root), *DAY, "-v")
        assert "The first 8 of " in short.out
        assert "Shared without competing" not in short.out
        assert "\n9. " not in short.out
        assert "\n9. " in whole.out
        assert "Shared without competing" in whole.out

    def test_every_format_goes_to_its_file(self, run: Run, root: Path, tmp_path: Path) -> None:
        pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")
        forms = ("json", "csv", "matrix", "markdown", "html", "text", "xlsx")
        asked = [f"--format={form}:{tmp_path / form}" for form in forms]
        ran = run("duplicates", "--estate", str(root), *DAY, *asked)
        assert (ran.code, ran.out, ran.err) == (0, "", "")
        assert all((tmp_path / form).stat().st_size for form in forms)
        rows = list(csv.DictReader(io.StringIO((tmp_path / "csv").read_text(encoding="utf-8"))))
        assert {"planning-east", "planning-marram"} <= {row["system"] for row in rows}
        assert (tmp_path / "html").read_text(encoding="utf-8").startswith("<!doctype html>")

    @pytest.mark.parametrize(
        ("asked", "kept"),
        [
            (("--organisation", "marram"), 1),
            (("--organisation", "holm-county"), 0),
            (("--service", "508"), 1),
            (("--service", "planning-register"), 1),
            (("--function", "101"), 1),
            (("--level", "capability"), 0),
        ],
    )
    def test_only_what_is_asked_for_is_told(
        self, asked: tuple[str, ...], kept: int, run: Run, root: Path
    ) -> None:
        made = _json(run, root, *asked)
        assert [each["id"] for each in made["candidates"]].count(PLANNING) == kept

    def test_another_line_through_the_scale_moves_the_quadrants(self, run: Run, root: Path) -> None:
        found = _candidate(_json(run, root, "--mid-point", "4"), PLANNING)
        times = {each["id"]: each["time"] for each in found["members"]}
        assert times["planning-marram"]["derived"] == "migrate"
        assert times["planning-marram"]["disagrees"]

    @pytest.mark.parametrize(
        ("asked", "told"),
        [
            (("--organisation", "maram"), "did you mean 'marram'?"),
            (("--level", "services"), "did you mean 'service'?"),
            (("--service", "planing-register"), "did you mean 'planning-register'?"),
            (("--function", "9999"), "there is no function '9999' in the estate"),
            (("--at", "2026-01-01"), "--at 2026-01-01 is before 2026-11-21"),
            (("--format", "jsn"), "did you mean 'json'?"),
            (("--mid-point", "6"), "6 is not in the range"),
        ],
    )
    def test_what_cannot_be_is_refused(
        self, asked: tuple[str, ...], told: str, run: Run, root: Path
    ) -> None:
        ran = run("duplicates", "--estate", str(root), *DAY, *asked)
        assert (ran.code, ran.out) == (2, "")
        assert told in ran.err

    def test_the_schema_is_published(self, run: Run) -> None:
        ran = run("schema", "--of", "duplicates")
        assert json.loads(ran.out) == duplicates_schema()

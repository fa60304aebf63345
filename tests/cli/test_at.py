"""`--at`: the estate as the work plan will have made it, in every report that shows it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from tests.cli.conftest import DAY, Run

from estate.report.difference.schema import comparison_schema
from estate.report.findings_schema import findings_schema

AT = "2027-12-31"
TOLD = "3 changes of the work plan applied since 2026-11-21, 1 that cannot be and 1 of projects"

PLAN = """
applications:
  ledger: {name: Ledger, organisation: sandling, software: [postgresql@14]}
  old: {name: Old, organisation: sandling, software: [postgresql@14]}
projects:
  prj:
    name: P
    organisation: sandling
    status: live
    changes:
      - {on: 2027-01-31, set: {asset: ledger, software: [postgresql@17]}}
      - {on: 2027-02-28, retire: old}
      - {on: 2027-03-31, set: {asset: ledger, version: [x]}}
  may-be: {name: M, organisation: sandling, changes: [{on: 2027-01-31, retire: ledger}]}
"""


@pytest.fixture
def planned(small: Path) -> Path:
    """Return an estate with a work plan."""
    (small / "inventory" / "plan.yaml").write_text(PLAN)
    return small


def test_check_says_what_it_judged(run: Run, planned: Path) -> None:
    done = run("check", "--as-of", DAY, "--at", AT, at=planned)

    assert "as the work plan will have made it on 2027-12-31" in done.out
    assert TOLD in " ".join(done.out.split())
    assert TOLD in run("check", "-q", "--as-of", DAY, "--at", AT, at=planned).out


def test_json_says_it_and_fits_its_schema(run: Run, planned: Path) -> None:
    found = json.loads(run("check", "--as-of", DAY, "--at", AT, "--format", "json", at=planned).out)
    plain = json.loads(run("check", "--as-of", DAY, "--format", "json", at=planned).out)

    assert found["plan"] == {"since": DAY, "applied": 3, "refused": 1, "unsure": 1}
    assert found["as_of"] == AT
    assert "plan" not in plain
    for each in (found, plain):
        jsonschema.validate(each, findings_schema())
    unsupported = {
        each["subject"]["id"]
        for each in found["findings"]
        if each["rule"] == "unsupported-software"
    }
    assert not unsupported & {"ledger", "old"}


@pytest.mark.parametrize("form", ["markdown", "sarif"])
def test_other_formats_say_it(form: str, run: Run, planned: Path) -> None:
    out = run("check", "--as-of", DAY, "--at", AT, "--format", form, at=planned).out

    assert "as the work plan will have made it" in out
    assert "3 changes of the work plan" in out or '"applied": 3' in out


def test_a_value_that_does_not_fit_is_a_finding_at_its_line(run: Run, planned: Path) -> None:
    out = run("check", "-q", "--as-of", DAY, at=planned).out

    assert re.search(
        r"plan.yaml:13:\d+: high\[inapplicable-change\]: P: the change 2027-03-31", out
    )
    assert "its version is a list, expected a text" in out


def test_audit_keeps_the_reports_of_that_day_apart(run: Run, planned: Path) -> None:
    assert run("audit", "-q", "--as-of", DAY, "--at", AT, at=planned).code in {0, 1}

    page = (planned / "reports" / f"at-{AT}" / "index.html").read_text()
    assert "as the work plan will have made it" in page
    assert TOLD in " ".join(page.split())
    assert not (planned / "reports" / "index.html").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("check", "--at", "2026-11-20"), "--at 2026-11-20 is before 2026-11-21"),
        (("check", "--at", AT, "--write-baseline", "b.json"), "--write-baseline writes what is"),
        (("compare", "as-is"), "'estate compare as-is --at DATE'"),
        (("compare", "HEAD", "--at", AT), "'estate compare as-is --at DATE'"),
        (("compare", "as-is", "HEAD", "--at", AT), "'estate compare as-is --at DATE'"),
        (("compare", "as-is", "--at", "2026-11-20"), "--at 2026-11-20 is before 2026-11-21"),
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: tuple[str, ...], message: str, run: Run, planned: Path
) -> None:
    done = run(*arguments, "--as-of", DAY, at=planned)

    assert done.code == 2
    assert message in " ".join(done.err.split())


def test_compare_tells_the_plan_from_the_calendar(run: Run, planned: Path) -> None:
    done = run("compare", "as-is", "--at", AT, "--as-of", DAY, at=planned)

    assert done.code == 0
    told = " ".join(done.out.split())
    assert "as-is on 2026-11-21 and as planned (3 changes of the work plan applied" in told
    assert "findings, by the plan" in told
    assert "The plan ends" in told
    assert "ledger: software" in told


def test_a_comparison_says_whether_a_change_is_the_plan_s(run: Run, planned: Path) -> None:
    when = ("--as-of", DAY, "--format", "json")
    plan = json.loads(run("compare", "as-is", "--at", AT, *when, at=planned).out)
    files = json.loads(run("compare", "./", "./", *when, at=planned).out)

    assert (plan["by"], files["by"]) == ("plan", "change")
    assert {each["cause"] for each in plan["findings"]} >= {"change"}
    jsonschema.validate(plan, comparison_schema())


def test_a_base_is_planned_as_well(run: Run, planned: Path) -> None:
    done = run("check", "--base", "./", "--as-of", DAY, "--at", AT, "--fail-on", "info", at=planned)

    assert done.code == 0, done.out
    assert "nothing at or above info that the change caused" in done.out

"""`estate merge` and `estate report reorganisation`, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from tests.cli.conftest import DAY, Run
from tests.merge.estates import lay

ROOT = Path(__file__).parents[2]
AS_OF = ("--as-of", DAY)
NORTH = """\
organisations:
  north:
    name: North
    type: council
    successors: [{organisation: union, vesting: 2028-04-01}]
suppliers:
  sea: {name: Sea Ltd}
applications:
  crm: {name: Contact centre, organisation: north, product: kelp, supplied_by: [sea]}
contracts:
  con: {name: Sea support, organisation: north, supplier: sea, ends: 2027-03-31, notice: 3 months}
"""
SOUTH = NORTH.replace("north", "south").replace("North", "South").replace("Sea Ltd", "SEA")


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    lay(tmp_path / "n", {"inventory/a.yaml": NORTH})
    lay(tmp_path / "s", {"inventory/a.yaml": SOUTH})
    return "n", "s"


def test_it_tells_what_was_done_and_what_is_to_be_done(run: Run, two: tuple[str, str]) -> None:
    done = run("merge", *two, "-o", "one", *AS_OF)
    assert (done.code, done.err) == (0, "")
    for said in (
        "north and south merged into 8 records: 6 ids renamed",
        "2 organisations will be replaced, the first on 2028-04-01",
        "north con north/con",
        "1 Sea Ltd (north/sea) the same name",
        "To settle: contracts and licences, 2.",
        "Sea support (north/con) ends on 2027-03-31, before vesting day",
        "union (union) takes over on 2028-04-01 and has no record here",
    ):
        assert said in " ".join(done.out.split()), said
    assert run("check", "--estate", "one", *AS_OF, "--fail-on", "never").code == 0


def test_a_trial_says_so(run: Run, two: tuple[str, str], tmp_path: Path) -> None:
    done = run("merge", *two, "-o", "one", "--dry-run", "--format", "json:m.json", *AS_OF)
    assert done.out.startswith("would write")
    assert not (tmp_path / "one").exists()
    assert json.loads((tmp_path / "m.json").read_text())["merge"]["records"] == 8


def test_every_form(run: Run, two: tuple[str, str], tmp_path: Path) -> None:
    forms = [f"--format={form}:{form}" for form in ("text", "json", "markdown", "html", "csv")]
    done = run("merge", *two, "-o", "one", *forms, *AS_OF)
    assert done.out == "wrote 6 files to one\nnext: estate check --estate one\n"
    document: Any = json.loads((tmp_path / "json").read_text())
    schema = json.loads(run("schema", "--of", "merge").out)
    jsonschema.Draft202012Validator(schema).validate(document)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "csv").read_text())))
    assert {row["list"] for row in rows} >= {"day-one", "term", "renamed", "match 1"}
    assert "north/con" in (tmp_path / "markdown").read_text()
    assert "north/con" in (tmp_path / "html").read_text()


def test_each_estate_that_does_not_load_is_named(
    run: Run, two: tuple[str, str], tmp_path: Path
) -> None:
    broken = NORTH + "servers:\n  a: {name: A, hosted_on: [b]}\n"
    lay(tmp_path / "n", {"inventory/a.yaml": broken})
    done = run("merge", *two, "-o", "one", *AS_OF)
    assert (done.code, done.out) == (2, "")
    assert "n/inventory/a.yaml:13:" in done.err


def test_one_estate_is_no_merge(run: Run, two: tuple[str, str]) -> None:
    done = run("merge", two[0], "-o", "one", *AS_OF)
    assert (done.code, done.err) == (2, "error: name two estates or more to merge\n")


def test_names_that_would_do_harm(run: Run, tmp_path: Path) -> None:
    name = '"\\e[31m<script>alert(1)</script>=HYPERLINK(1)\\u202e|"'
    text = NORTH.replace("Contact centre", name).replace("Sea support", name)
    lay(tmp_path / "n", {"inventory/a.yaml": text})
    lay(tmp_path / "s", {"inventory/a.yaml": text.replace("north", "south")})
    forms = [f"--format={form}:{form}" for form in ("text", "json", "markdown", "html", "csv")]
    assert run("merge", "n", "s", "-o", "one", *forms, *AS_OF).code == 0
    for form in ("text", "json", "markdown", "html", "csv"):
        told = (tmp_path / form).read_text()
        assert "\x1b" not in told, form
        assert "\u202e" not in told, form
    assert "<script>alert" not in (tmp_path / "html").read_text()
    assert "<script>" not in (tmp_path / "markdown").read_text()


def test_the_report_alone(run: Run, tmp_path: Path) -> None:
    done = run("report", "reorganisation", "--estate", str(ROOT), "-o", "reports", *AS_OF)
    assert done.code == 0
    names = {path.name for path in (tmp_path / "reports").iterdir()}
    assert names == {f"reorganisation.{end}" for end in ("html", "json", "md", "csv", "txt")}
    document: Any = json.loads((tmp_path / "reports/reorganisation.json").read_text())
    schema = json.loads(run("schema", "--of", "merge").out)
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["merge"] is None
    assert document["vesting"] == "2028-04-01"
    assert {each["pattern"] for each in document["shared"]} >= {"inherit", "extract and partition"}


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (("--format", "pdf"), "the report reorganisation has no pdf"),
        (("--since", "2026-01-01"), "the report reorganisation has no --since"),
        (("--redact", "public"), "the report reorganisation has no --redact"),
    ],
)
def test_what_the_report_has_not(run: Run, arguments: tuple[str, ...], found: str) -> None:
    done = run("report", "reorganisation", "--estate", str(ROOT), *arguments, *AS_OF)
    assert done.code == 2
    assert found in done.err


def test_the_report_on_exceptions_has_no_such_form(run: Run) -> None:
    done = run("report", "exceptions", "--estate", str(ROOT), "--format", "csv", *AS_OF)
    assert done.code == 2
    assert "the report exceptions has no csv; there are html, pdf, xlsx" in done.err

"""`estate impact`, on the small estate and on the example."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]
import pytest
from tests.cli.conftest import DAY, Run

EXAMPLE = Path(__file__).parents[2]
ON = ("--as-of", DAY, "--estate", str(EXAMPLE))


def test_the_civic_centre_burns(run: Run) -> None:
    done = run("impact", "--site", "civic-centre", *ON)
    assert done.code == 0
    assert done.err == ""
    title, _, answer, *_ = done.out.splitlines()
    assert title == "Marram and Saltern: what stops as of 2026-11-21"
    assert answer.startswith("Losing the site Marram Civic Centre (civic-centre) stops")
    assert "housing-benefit ← benefits ← srv-rev-app01 ← cluster-civic ← civic-centre" in done.out


def test_the_closing_of_the_civic_centre_leaves_what_nobody_planned(run: Run) -> None:
    done = run("impact", "--site", "civic-centre", "--closing", "2028-03-31", *ON, "-q")
    assert done.code == 0
    for name in ("Lift and fire panel lines", "Door entry", "Heating controller", "Traffic signal"):
        assert name in done.out.replace("\n", " ")
    assert "the site's running cost, £210,000 a year" in done.out.replace("\n", " ")


def test_what_the_plan_has_done_by_then_no_longer_stops(run: Run) -> None:
    done = run("impact", "--site", "civic-centre", "--at", "2027-09-30", *ON)
    assert "As the work plan will have made it by 2027-09-30" in done.out
    assert "housing-benefit" not in done.out


@pytest.mark.parametrize(
    ("schema", "arguments"),
    [
        ("impact", ("srv-rev-db01", "--product", "windows-server@2016")),
        ("impact", ("--supplier", "tidewater", "--at", "2027-09-30")),
        ("closing", ("--site", "civic-centre", "--closing", "2028-03-31")),
        ("map", ("housing-benefit", "--map")),
    ],
)
def test_json_holds_to_the_schema_that_is_published(
    run: Run, schema: str, arguments: tuple[str, ...]
) -> None:
    published = json.loads(run("schema", "--of", schema).out)
    done = run("impact", *arguments, "--format", "json", *ON)
    jsonschema.validate(json.loads(done.out), published)
    assert run("impact", *arguments, "--format", "json", *ON) == done


def test_several_formats_in_one_run(run: Run, tmp_path: Path) -> None:
    files = {form: tmp_path / f"map.{form}" for form in ("html", "markdown", "csv", "svg", "json")}
    formats = [part for f, file in files.items() for part in ("--format", f"{f}:{file}")]
    done = run("impact", "housing-benefit", "--map", *formats, "--format", "text", *ON)
    assert done.code == 0
    assert "\n\nHousing benefit is made of" in done.out
    assert "<svg" in files["html"].read_text(encoding="utf-8")
    assert files["svg"].read_text(encoding="utf-8").startswith("<?xml")
    assert files["csv"].read_text(encoding="utf-8").startswith("table,")
    assert files["markdown"].read_text(encoding="utf-8").startswith("# Marram")


def test_a_page_without_a_picture_says_why(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys  # noqa: PLC0415 - for this test alone

    monkeypatch.setitem(sys.modules, "pygraphviz", None)
    monkeypatch.setenv("PATH", str(tmp_path))
    done = run("impact", "housing-benefit", "--map", "--format", "html", *ON)
    assert done.code == 0
    assert "There is no picture: drawing needs Graphviz" in done.out
    done = run("impact", "housing-benefit", "--map", "--format", "svg", *ON)
    assert done.code == 2
    assert "drawing needs Graphviz" in done.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "nothing is named: give an id, or --site"),
        (("housing-benefits",), "did you mean 'housing-benefit'?"),
        (("--site", "civic"), "did you mean 'civic-centre'?"),
        (("--supplier", "tidewaters"), "did you mean 'tidewater'?"),
        (("--product", "windows-servr"), "did you mean 'windows-server'?"),
        (("--connection", "wan-dune-civi"), "did you mean 'wan-dune-civic'?"),
        (("prj-revenues",), "prj-revenues is a project, and cannot stop"),
        (("--map",), "--map is of one system"),
        (("crm", "gis", "--map"), "--map is of one system"),
        (("crm", "--map", "--site", "civic-centre"), "--map is of one system"),
        (("--closing", "2028-03-31"), "--closing is of one site"),
        (("crm", "--site", "civic-centre", "--closing", "2028-03-31"), "--closing is of one site"),
        (
            ("--site", "civic-centre", "--closing", "2028-03-31", "--at", "2027-01-01"),
            "leave --at out",
        ),
        (("--site", "civic-centre", "--closing", "2026-01-01"), "is before 2026-11-21"),
        (("crm", "--at", "2026-01-01"), "write --as-of 2026-01-01"),
        (("crm", "--format", "svg"), "svg"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, arguments: tuple[str, ...], message: str) -> None:
    done = run("impact", *arguments, *ON)
    assert (done.code, done.out) == (2, "")
    assert message in done.err.replace("\n", " ")


def test_a_document_says_what_it_leaves_out_and_the_rows_have_all(run: Run) -> None:
    done = run("impact", "--product", "windows-server", "--format", "markdown", *ON)
    cut = re.findall(r"The first 50 of ([\d,]+) are listed; JSON and CSV have all", done.out)
    rows = run("impact", "--product", "windows-server", "--format", "csv", *ON).out
    numbers = Counter(line.split(",")[0] for line in rows.splitlines()).values()
    assert cut
    assert [int(each) for each in cut] == [number for number in numbers if number > 50]

"""`estate report`: the exception report alone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Ran, Run
from tests.pipeline.repositories import Made

REGISTER = "inventory/register.yaml"


def _report(run: Run, small: Path, *options: str) -> Ran:
    return run("report", "exceptions", "--as-of", DAY, *options, at=small)


def _committed(small: Path) -> Made:
    made = Made(small)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit("Begin the register", "2026-10-20")
    text = (small / REGISTER).read_text("utf-8")
    made.write(REGISTER, text.replace("Faults found in the library's", "Open faults in the"))
    made.commit("Say the risk of the library shorter", "2026-11-02")
    return made


def test_it_writes_a_page_a_paper_and_a_workbook(run: Run, small: Path) -> None:
    done = _report(run, small)
    names = [f"exceptions.{form}" for form in ("html", "pdf", "xlsx")]
    assert done == Ran(0, "".join(f"wrote reports/{name}\n" for name in names), "")
    starts = [(small / "reports" / name).read_bytes()[:4] for name in names]
    assert starts == [b"<!do", b"%PDF", b"PK\x03\x04"]


def test_one_format_goes_where_it_is_wanted(run: Run, small: Path) -> None:
    done = _report(run, small, "--format", "html", "-o", "papers")
    assert done.out == "wrote papers/exceptions.html\n"
    assert [path.name for path in (small / "papers").iterdir()] == ["exceptions.html"]


def test_the_same_estate_gives_the_same_bytes(run: Run, small: Path) -> None:
    _report(run, small, "-o", "one", "-q")
    _report(run, small, "-o", "two", "-q")
    for path in (small / "one").iterdir():
        assert path.read_bytes() == (small / "two" / path.name).read_bytes()


def test_services_lead_down_to_what_is_covered(run: Run, small: Path) -> None:
    _report(run, small, "--format", "html", "-q")
    page = (small / "reports" / "exceptions.html").read_text("utf-8")
    assert "From the service to the software" in page


def test_its_history_is_that_of_the_records_lines(run: Run, small: Path) -> None:
    _committed(small)
    _report(run, small, "--format", "html", "-q")
    page = (small / "reports" / "exceptions.html").read_text("utf-8")
    assert page.count("Say the risk of the library shorter") == 1
    assert page.count("Begin the register") >= 2  # each record began there
    _report(run, small, "--format", "html", "--no-history", "-q")
    assert "Begin" not in (small / "reports" / "exceptions.html").read_text("utf-8")


def test_without_a_repository_there_is_no_history(run: Run, small: Path) -> None:
    assert _report(run, small, "--format", "html", "-q").code == 0
    page = (small / "reports" / "exceptions.html").read_text("utf-8")
    assert "History of the record" not in page


@pytest.mark.parametrize("since", ["2026-10-25", "main~1"])
def test_it_says_what_changed_since(run: Run, small: Path, since: str) -> None:
    _committed(small)
    done = _report(run, small, "--format", "html", "--since", since)
    assert done.code == 0
    page = (small / "reports" / "exceptions.html").read_text("utf-8")
    assert "What has changed since" in page


def test_a_day_needs_no_repository(run: Run, small: Path) -> None:
    assert _report(run, small, "--format", "html", "--since", "2026-10-25").code == 0


def test_a_revision_that_is_not_there_is_said(run: Run, small: Path) -> None:
    _committed(small)
    done = _report(run, small, "--since", "v9")
    assert done.code == 2
    assert "there is no revision 'v9'" in done.err
    assert not (small / "reports").exists()


def test_a_public_copy_is_another_file_and_names_nobody(run: Run, small: Path) -> None:
    done = _report(run, small, "--format", "html", "--redact", "public")
    assert done.out == "wrote reports/exceptions-public.html\n"
    page = (small / "reports" / "exceptions-public.html").read_text("utf-8")
    assert "Town Clerk" not in page
    assert "14.2" not in page


def test_what_is_lacking_is_named(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = _report(run, small, "--format", "pdf")
    assert (done.code, done.out) == (2, "")
    assert "pip install 'estate[register]'" in done.err


def test_an_audit_writes_what_can_be_written(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = run("audit", "--as-of", DAY, "--fail-on", "never", at=small)
    assert done.code == 2
    assert "exceptions.pdf is not written: " in done.err
    written = {path.name for path in (small / "reports").iterdir()}
    assert {"index.html", "findings.json", "estate.xlsx", "exceptions.html"} <= written
    assert "exceptions.pdf" not in written

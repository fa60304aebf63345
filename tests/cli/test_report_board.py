"""`estate report board`: six pages for a committee, and the same beside an audit."""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

import pytest
from tests.cli.conftest import DAY, Ran, Run
from tests.pipeline.repositories import Made

pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
pytest.importorskip("typst", reason="Typst is not installed")


def _board(run: Run, small: Path, *options: str) -> Ran:
    return run("report", "board", "--as-of", DAY, *options, at=small)


def _pages(path: Path) -> list[str]:
    pages = pypdf.PdfReader(BytesIO(path.read_bytes())).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def test_it_writes_six_pages_that_an_audit_writes_as_well(run: Run, small: Path) -> None:
    assert _board(run, small) == Ran(0, "wrote reports/board.pdf\n", "")
    alone = (small / "reports" / "board.pdf").read_bytes()
    assert len(_pages(small / "reports" / "board.pdf")) == 6
    run("audit", "--as-of", DAY, "-q", at=small)
    assert (small / "reports" / "board.pdf").read_bytes() == alone


def test_its_past_is_that_of_the_repository(run: Run, small: Path) -> None:
    made = Made(small)
    made.git("init", "--quiet", "--initial-branch=main")
    made.commit("Begin the register", "2026-09-20")
    assert "This pack has no past." in _trend(run, small)
    assert "As the inventory stood then" in _trend(run, small, "--since", "2026-09-30")


def _trend(run: Run, small: Path, *options: str) -> str:
    assert _board(run, small, "-q", *options).code == 0
    return _pages(small / "reports" / "board.pdf")[1]


@pytest.mark.parametrize("since", ["main~1", "soon"])
def test_it_looks_back_from_a_day_only(since: str, run: Run, small: Path) -> None:
    done = _board(run, small, "--since", since)
    assert (done.code, done.out) == (2, "")
    assert "--since takes a date, YYYY-MM-DD" in done.err


def test_a_copy_for_the_public_is_another_file(run: Run, small: Path) -> None:
    assert _board(run, small, "--redact", "public").out == "wrote reports/board-public.pdf\n"
    text = " ".join(_pages(small / "reports" / "board-public.pdf"))
    assert "Copy for the public" in text
    assert "Town Clerk" not in text
    assert "14.2" not in text


def test_it_has_no_other_format_and_no_records_history(run: Run, small: Path) -> None:
    done = _board(run, small, "--format", "html")
    assert (done.code, done.err) == (2, "error: the report board has no html; there are pdf\n")
    done = _board(run, small, "--no-history")
    assert (done.code, done.err) == (2, "error: the report board has no --no-history\n")


def test_without_exceptions_none_counts_in_the_year_ahead(run: Run, small: Path) -> None:
    run("audit", "--as-of", DAY, "-q", "--no-exceptions", at=small)
    trend = _pages(small / "reports" / "board.pdf")[1]
    assert "Today 3 3 2 2 0 0 1 31 Dec 2026 3 3 2 2 0 0 1" in trend


def test_the_estate_to_be_has_a_year_ahead_too(run: Run, small: Path) -> None:
    run("audit", "--as-of", DAY, "-q", "--at", "2027-12-31", at=small)
    pages = _pages(small / "reports" / "at-2027-12-31" / "board.pdf")
    assert "Board pack, 31 Dec 2027" in pages[0]
    assert "On 31 Dec 2028 there will be" in pages[1]


def test_what_is_lacking_is_named(run: Run, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    done = _board(run, small)
    assert (done.code, done.out) == (2, "")
    assert "a PDF of the board pack needs Typst: pip install 'estate[register]'" in done.err
    done = run("audit", "--as-of", DAY, "-q", at=small)
    assert done.code == 2
    assert "board.pdf is not written: " in done.err
    assert (small / "reports" / "index.html").is_file()

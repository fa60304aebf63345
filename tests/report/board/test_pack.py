"""The board pack as a paper: six pages, tagged, with words for every picture."""

from __future__ import annotations

import sys
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.report.board.packs import AHEAD, looking_back, packed, texts, varied
from tests.report.html.sources import example

from estate.errors import ReportError
from estate.report.board import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf

pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
pytest.importorskip("typst", reason="Typst is not installed")

ESTATES = ("example", "small", "hostile", "public", "empty")
TITLES = ("The numbers", "The trend", "Exceptions", "The work plan", "The budget", "Decisions")


@cache
def _opened(name: str) -> Pdf:
    opened: Pdf = pikepdf.open(BytesIO(packed(name)))
    return opened


def _elements(node: Object) -> Iterator[Object]:
    """Yield every element of the structure tree, in reading order."""
    held = node.get("/K", pikepdf.Array())
    for child in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


@pytest.mark.parametrize("name", ESTATES)
def test_it_has_six_pages_of_a4_each_with_its_title(name: str) -> None:
    boxes = [tuple(round(float(n)) for n in page.mediabox) for page in _opened(name).pages]
    assert boxes == [(0, 0, 595, 842)] * 6
    for number, (title, text) in enumerate(zip(TITLES, texts(name), strict=True), start=1):
        assert title in text
        assert f"Page {number} of 6" in text


@pytest.mark.parametrize("name", ESTATES)
def test_the_document_is_tagged_and_says_so(name: str) -> None:
    document = _opened(name)
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert str(metadata["dc:title"]).startswith("Board pack, 21 Nov 2026: ")
    assert document.Root.MarkInfo.Marked
    assert str(document.Root.Lang) == "en-GB"
    assert "/Outlines" in document.Root


@pytest.mark.parametrize("name", ESTATES)
def test_every_picture_has_words_and_every_table_a_header_and_whole_rows(name: str) -> None:
    elements = list(_elements(_opened(name).Root.StructTreeRoot))
    pictures = [each for each in elements if str(each.S) == "/Figure"]
    assert pictures
    assert all(str(each.get("/Alt", "")) for each in pictures)
    for table in (each for each in elements if str(each.S) == "/Table"):
        rows = [each for each in _elements(table) if str(each.S) == "/TR"]
        cells = [[str(c.S) for c in _elements(row) if str(c.S) in {"/TH", "/TD"}] for row in rows]
        assert len({len(row) for row in cells}) == 1
        assert set(cells[0]) == {"/TH"}


def test_each_kind_of_picture_says_what_it_shows() -> None:
    elements = _elements(_opened("example").Root.StructTreeRoot)
    told = " ".join(str(each.get("/Alt", "")) for each in elements if str(each.S) == "/Figure")
    assert "Open faults by severity: 32 critical, 185 high" in told
    assert "with the plan: from 21 on 21 Nov 2026 to 26 on 31 Mar 2027" in told
    assert "was: from 17 on 31 Oct 2026 to 21 on 21 Nov 2026" in told
    assert "The days that are left, on a line of 90: ex-2026-009 in 40 days" in told
    assert "The 8 projects that end first" in told
    assert "Budget by year and who pays, GBP. 2026-27: 2,122,500" in told


def test_headings_go_down_a_step_at_a_time() -> None:
    kinds = [str(each.S) for each in _elements(_opened("example").Root.StructTreeRoot)]
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels.count(1) == 6
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_it_leads_to_each_of_its_pages() -> None:
    links = [a for a in _opened("example").pages[0].get("/Annots", []) if a.Subtype == "/Link"]
    assert len(links) == 6
    assert all(str(each.get("/Contents", "")) for each in links)


def test_the_same_estate_gives_the_same_bytes() -> None:
    assert pdf(looking_back(example()), AHEAD) == packed("example")


def test_what_is_left_out_is_counted_and_its_place_named() -> None:
    first, third = texts("example")[0], texts("example")[2]
    assert "further kinds of software: see Findings in index.html." in first
    assert "further exceptions: see exceptions.pdf." in third


def test_a_full_page_stays_one_page() -> None:
    """Far more of everything than a page has room for, under long names."""
    many = {
        f"prj-{number}": {
            "name": f"Project {number} " + "of a long and tiresome name " * 4,
            "organisation": "dune",
            "status": "live",
            "starts": "2026-06-01",
            "ends": "2027-05-31",
            "team": ["one-team"],
            "milestones": [{"name": "Late " * 20, "due": "2026-10-01"}],
            "changes": [{"on": "2027-05-01", "set": {"asset": "srv-new", "form": "virtual"}}],
        }
        for number in range(40)
    }
    pages = pikepdf.open(BytesIO(pdf(varied(projects=many), AHEAD))).pages
    assert len(pages) == 6


def test_markup_is_shown_and_not_obeyed() -> None:
    text = "".join("".join(texts("hostile")).split())
    for attack in ("<script>alert(1)</script>", "=HYPERLINK(evil)", "safe⟨U+202E⟩gpj.exe"):
        assert "".join(attack.split()) in text


@settings(max_examples=5, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=400))
def test_any_name_can_be_set_on_six_pages(name: str) -> None:
    made = pdf(
        varied(sites={"hall": {"name": "Hall"}}, services={"parking": {"name": name or "x"}})
    )
    assert len(pikepdf.open(BytesIO(made)).pages) == 6


def test_without_typst_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ReportError, match=r"the board pack needs Typst: pip install 'estate\["):
        pdf(example())

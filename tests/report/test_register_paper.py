from __future__ import annotations

import sys
from datetime import date
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.redaction.copies import public
from tests.report.register_outcome import FORMULAS, MARKUP, earlier, hostile, outcome, plain, rich

from estate.errors import ReportError
from estate.findings import Outcome
from estate.report.paper import printable, printing
from estate.report.register import pdf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf

pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
pytest.importorskip("typst", reason="Typst is not installed")


def _opened(made: Outcome, *, redact: bool = False) -> Pdf:
    now, then = public(made, earlier()) if redact else (made, earlier())
    opened: Pdf = pikepdf.open(BytesIO(pdf(now, before=then)))
    return opened


def _text(document: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(document)).pages
    return "\n".join(page.extract_text() for page in pages).replace("\u200b", "")


def _elements(node: Object) -> Iterator[Object]:
    """Yield every element of the structure tree, in reading order."""
    held = node.get("/K", pikepdf.Array())
    for child in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


@pytest.mark.parametrize("redact", [False, True])
def test_the_document_is_tagged_and_says_so(*, redact: bool) -> None:
    document = _opened(rich(), redact=redact)
    root = document.Root
    with document.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        title = "Exception report, 21 Nov 2026: Marram and Saltern"
        copy = " (copy for the public)" if redact else ""
        assert metadata["dc:title"] == title + copy
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en-GB"
    assert root.ViewerPreferences.DisplayDocTitle
    assert "/StructTreeRoot" in root
    assert "/Outlines" in root
    assert all(page.get("/Tabs") == "/S" for page in document.pages if "/Annots" in page)


def test_every_page_is_a4() -> None:
    boxes = {tuple(round(float(n)) for n in page.mediabox) for page in _opened(rich()).pages}
    assert boxes == {(0, 0, 595, 842)}


def test_pictures_have_words_tables_have_headers_and_links_have_names() -> None:
    document = _opened(rich())
    elements = list(_elements(document.Root.StructTreeRoot))
    kinds = [str(each.S) for each in elements]
    pictures = [each for each in elements if str(each.S) == "/Figure"]
    assert len(pictures) == 6
    assert all(str(each.get("/Alt", "")) for each in pictures)
    assert kinds.count("/Table") == kinds.count("/THead") > 10
    assert kinds.count("/TH") > 50
    assert {"/H1", "/H2", "/L", "/Caption", "/Link", "/P"} <= set(kinds)
    links = [a for page in document.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
    assert links
    assert all(str(each.get("/Contents", "")) for each in links)


def test_all_that_is_drawn_is_tagged_or_an_ornament() -> None:
    """Nothing stands outside marked content (ISO 14289-1, 7.1)."""
    opens, draws = {"BDC", "BMC"}, {"Tj", "TJ", "'", '"', "f", "f*", "S", "s", "B", "b", "Do", "sh"}
    for page in _opened(rich()).pages:
        depth, drawn = 0, 0
        for instruction in pikepdf.parse_content_stream(page):
            operator = str(instruction.operator)
            depth += (operator in opens) - (operator == "EMC")
            if operator in draws:
                drawn += 1
                assert depth > 0
        assert depth == 0
        assert drawn > 0


def test_every_row_of_a_table_has_its_cells_and_every_header_its_scope() -> None:
    document = _opened(rich())
    tables = [e for e in _elements(document.Root.StructTreeRoot) if str(e.S) == "/Table"]
    for table in tables:
        rows = [each for each in _elements(table) if str(each.S) == "/TR"]
        cells = [[str(c.S) for c in _elements(row) if str(c.S) in {"/TH", "/TD"}] for row in rows]
        assert len({len(row) for row in cells}) == 1
        assert set(cells[0]) == {"/TH"}
    headers = [e for e in _elements(document.Root.StructTreeRoot) if str(e.S) == "/TH"]
    assert headers
    assert all("/Scope" in repr(each.get("/A")) for each in headers)


def test_headings_go_down_a_step_at_a_time() -> None:
    document = _opened(rich())
    kinds = [str(each.S) for each in _elements(document.Root.StructTreeRoot)]
    levels = [int(kind[2:]) for kind in kinds if kind[:2] == "/H" and kind[2:].isdigit()]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_every_font_is_embedded_and_can_be_read_aloud() -> None:
    document = _opened(rich())
    fonts = [font for page in document.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        assert "/ToUnicode" in font
        descriptor = font.DescendantFonts[0].FontDescriptor
        assert {"/FontFile2", "/FontFile3"} & set(descriptor.keys())


def test_the_same_outcome_gives_the_same_bytes() -> None:
    assert pdf(rich(), before=earlier()) == pdf(rich(), before=earlier())
    assert pdf(rich()) != pdf(public(rich())[0])


def test_it_is_dated_as_of_the_day() -> None:
    info = pypdf.PdfReader(BytesIO(pdf(rich()))).metadata
    assert info is not None
    assert info.creation_date is not None
    assert info.creation_date.date() == date(2026, 11, 21)


def test_pages_are_counted_and_named() -> None:
    document = pdf(rich())
    pages = pypdf.PdfReader(BytesIO(document)).pages
    for number, page in enumerate(pages, start=1):
        text = page.extract_text()
        assert f"Page {number} of {len(pages)}" in text
        assert "Marram and Saltern" in text


def test_every_exception_begins_a_page() -> None:
    made = rich()
    pages = [page.extract_text() for page in pypdf.PdfReader(BytesIO(pdf(made))).pages]
    for number in range(1, len(made.acceptances) + 1):
        assert (
            sum(f"Exception {number} of {len(made.acceptances)}\n" in text for text in pages) == 1
        )


def test_markup_is_shown_and_not_obeyed() -> None:
    text = "".join(_text(pdf(hostile(), before=hostile())).split())
    for attack in (*MARKUP, *FORMULAS[:4], "<script>alert(1)</script>", "safe⟨U+202E⟩gpj.exe"):
        assert "".join(attack.split()) in text


def test_an_empty_register_has_its_pages_too() -> None:
    assert "Nobody has accepted a risk." in _text(pdf(outcome()))


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_any_text_can_be_set(text: str) -> None:
    assert pdf(outcome(plain("ex-2026-001", reasons=(text,), covers=(text,)))).startswith(b"%PDF")


def test_every_character_that_passes_can_be_set_in_every_weight() -> None:
    passing = [chr(n) for n in range(0x20, 0x3000) if printable(chr(n)) == chr(n)]
    words = tuple("".join(passing[at : at + 60]) for at in range(0, len(passing), 60))
    assert len(passing) > 1500
    made = outcome(plain("ex-2026-001", covers=words, reasons=words), estate="".join(passing[:500]))
    assert pdf(made).startswith(b"%PDF")


def test_what_the_fonts_lack_is_told_by_its_code() -> None:
    assert printable("文 ok") == "⟨U+6587⟩ ok"
    assert printable("a" * 30) == "\u200b".join(["a" * 12, "a" * 12, "a" * 6])


def test_what_typst_refuses_is_no_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "printable", str)
    with pytest.raises(ReportError, match="cannot be set"):
        pdf(outcome(plain("ex-2026-001", reasons=("文",))))


def test_without_typst_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(ReportError, match=r"pip install 'estate\[register\]'"):
        pdf(rich())

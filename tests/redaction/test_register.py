from __future__ import annotations

import re
import zipfile
from dataclasses import fields, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.redaction.copies import public
from tests.report.register_outcome import acceptances, full, guarded, outcome, rich
from tests.report.stored_outcome import FINDINGS

from estate.findings import Acceptance, Outcome
from estate.report.register import html, pdf, workbook
from estate.report.register.view import report_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Object, Pdf

pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
pytest.importorskip("typst", reason="Typst is not installed")
pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")


def _everything_in_pdf(document: bytes) -> str:
    """Return the bytes, every unpacked stream and string, and the text that a reader sees."""
    opened = pikepdf.open(BytesIO(document))
    streams = [o.read_bytes() for o in opened.objects if isinstance(o, pikepdf.Stream)]
    objects = [repr(o) for o in opened.objects]
    strings = [bytes(s).decode("utf-16-be", "replace") for s in _strings(opened)]
    texts = [page.extract_text() for page in pypdf.PdfReader(BytesIO(document)).pages]
    raw = [each.decode("latin-1") for each in (document, *streams)]
    return "\n".join([*raw, *objects, *strings, *texts]).replace("\u200b", "")


def _strings(opened: Pdf) -> Iterator[Object]:
    """Yield every string of a document, wherever it stands."""
    waiting = list(opened.objects)
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.String):
            yield each
        elif isinstance(each, pikepdf.Array | pikepdf.Dictionary):
            held = each if isinstance(each, pikepdf.Array) else each.values()
            waiting += [inner for inner in held if not getattr(inner, "is_indirect", False)]


def _everything_in_workbook(document: bytes) -> str:
    parts = zipfile.ZipFile(BytesIO(document))
    unpacked = [parts.read(name) for name in parts.namelist()]
    return "\n".join(each.decode("latin-1") for each in (document, *unpacked))


def _published(made: Outcome, before: Outcome | None = None) -> dict[str, str]:
    now, then = public(made, before)
    return {
        "html": "".join(html(now, before=then)),
        "pdf": _everything_in_pdf(pdf(now, before=then)),
        "xlsx": _everything_in_workbook(workbook(now, before=then)),
    }


def test_no_secret_is_in_any_byte_of_a_public_copy() -> None:
    made, secrets = guarded()
    before = replace(made, acceptances=made.acceptances[:1], findings=made.findings[:1])
    for form, text in _published(made, before).items():
        left = [secret for secret in secrets if secret.casefold() in text.casefold()]
        assert not left, form


def test_the_search_finds_what_is_there() -> None:
    made, secrets = guarded()
    full_copy = {
        "html": "".join(html(made)),
        "pdf": _everything_in_pdf(pdf(made)),
        "xlsx": _everything_in_workbook(workbook(made)),
    }
    for form, text in full_copy.items():
        found = [secret for secret in secrets if secret in text]
        assert len(found) > len(secrets) // 3, form


def test_what_a_committee_decides_about_stays() -> None:
    made, _ = guarded()
    published = _published(made)
    for text in (published["html"], published["pdf"]):
        for words in ("Council tax", "oracle-database", "Marram Borough Council", "ex-2026-014"):
            assert words in text
        assert "Server 1" in text
        assert "The SIRO" in text


def test_a_name_that_holds_a_secret_goes_with_it() -> None:
    made, _ = guarded()
    published, _ = public(made)
    assert {dict(each.subject.detail)["product"] for each in published.findings} == {
        "oracle-database",
        "software",
    }
    assert [step.name for step in published.acceptances[0].routes[1]] == ["Service 1", "Server 1"]
    assert published.acceptances[1].id == "exception-1"


def test_the_same_thing_has_the_same_name_then_and_now() -> None:
    made, _ = guarded()
    now, then = public(made, replace(made, acceptances=made.acceptances[:1]))
    assert then is not None
    assert now.acceptances[0] == then.acceptances[0]
    assert now.findings == then.findings


def test_texts_that_people_wrote_are_withheld_and_it_is_said() -> None:
    published, _ = public(outcome(full("ex-2026-014")))
    (one,) = published.acceptances
    assert (one.risk, one.requested_by, one.plan) == (
        "Withheld",
        "Withheld",
        "treat: replace by 2027-02-28",
    )
    assert one.controls[0].control == "Control 1 (its text is withheld)"
    assert one.controls[0].evidence == "Recorded"
    assert one.controls[1].evidence == ""
    assert one.reasons == (
        "The facts have changed since it was accepted",
        "2 facts changed since it was accepted",
        "its review was due on 31 Oct 2026",
    )
    assert one.covers == ("esxi on Server 1", "oracle-database on Application 13")


def test_an_exception_for_a_whole_system_names_its_kind_alone() -> None:
    whole = replace(full("ex-2026-014"), rule=FINDINGS[5].rule, findings=(FINDINGS[5].fingerprint,))
    published, _ = public(outcome(whole))
    assert published.acceptances[0].covers == ("Application 13", "1 thing that is not found now")


def test_reasons_are_said_again_from_what_is_known() -> None:
    late = full("ex-2026-014")
    twice = late.extensions * 2
    late = replace(late, deliveries=late.deliveries[:1], extensions=twice, state="x", counts=True)
    published, _ = public(outcome(late))
    assert published.acceptances[0].reasons[2:] == (
        "no project of the work plan ends by its target",
        "it was extended 2 times",
    )


def test_what_is_not_said_is_not_called_withheld() -> None:
    bare = replace(full("ex-2026-014"), risk="", requested_by="", accepted_by="", role="x")
    published, _ = public(outcome(bare))
    (one,) = published.acceptances
    assert (one.risk, one.requested_by, one.accepted_by, one.role) == ("", "", "", "")
    assert one.signs[0].person == "The holder of the role"


_FREE = (
    *("risk", "plan", "accepted_by", "requested_by", "treatment", "action", "role"),
    *("reasons", "covers"),
)


@settings(max_examples=30, deadline=None)
@given(acceptances(), st.sampled_from(_FREE), st.integers(10**9, 10**10))
def test_no_drawn_secret_reaches_the_page_or_the_workbook(
    drawn: tuple[Acceptance, ...], field: str, number: int
) -> None:
    word = f"qx{number}zv"
    texts: dict[str, Any] = {field: (word,) if field in {"reasons", "covers"} else word}
    hidden = tuple(replace(each, **texts) for each in drawn)
    made = outcome(*hidden)
    now, then = public(made)
    assert word not in repr(report_of(now, before=then))


@given(acceptances())
def test_a_public_copy_counts_the_same(drawn: tuple[Acceptance, ...]) -> None:
    made = outcome(*drawn)
    inside, outside = report_of(made), report_of(public(made)[0])
    assert inside.headline == outside.headline
    assert len(inside.entries) == len(outside.entries)
    assert [entry.mark for entry in inside.entries] == [entry.mark for entry in outside.entries]
    assert [s.size for s in inside.sheets[:3]] == [s.size for s in outside.sheets[:3]]


def test_every_field_of_an_acceptance_was_decided_about() -> None:
    """A field that is added stays out of public copies: whoever adds it decides about it here."""
    decided = {
        *("id", "rule", "state", "counts", "reasons", "organisations", "covers", "findings"),
        *("risk", "plan", "accepted_by", "accepted_on", "review_by", "expires", "place"),
        *("severity", "role", "last_day", "treatment", "action", "target", "requested_by"),
        *("requested_on", "inherent", "residual", "withdrawn_on", "pinned_on", "comparisons"),
        *("controls", "deliveries", "signs", "extensions", "routes", "history"),
    }
    assert {field.name for field in fields(Acceptance)} == decided


def test_the_formats_agree_on_every_count() -> None:
    made = rich()
    report = report_of(made)
    page = "".join(html(made))
    text = "".join(page_.extract_text() for page_ in pypdf.PdfReader(BytesIO(pdf(made))).pages)
    flat, squeezed = re.sub(r"<[^>]+>", "", page), "".join(text.split())
    for number, words in report.headline.beside:
        assert f"{words}{number}" in "".join(flat.splitlines())
        assert f"{number}{words}".replace(" ", "") in squeezed
    captions = [
        block.caption
        for section in (*report.summary, *report.entries)
        for part in section.parts
        for block in part.blocks
        if hasattr(block, "caption")
    ]
    assert captions
    for caption in captions:
        assert caption.replace("'", "&#39;") in page
        assert "".join(caption.split()) in squeezed
    assert page.count('class="exception"') == len(made.acceptances)

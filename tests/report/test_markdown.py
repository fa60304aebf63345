"""The comment on a change: rendered as Markdown is, and looked at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from tests.report.attacks import attacked, hostile_texts
from tests.report.stored_outcome import large

from estate.findings import Outcome
from estate.report.markdown import LONGEST, MARK, render
from estate.report.markup import unlinked

Golden = Callable[[str, Iterable[str]], None]

GITHUB = 65_536
"""Characters of a comment that GitHub takes."""


class _Page(HTMLParser):
    """What a browser would be given: elements in their order, rows with their cells."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.seen: list[str] = []
        self.rows: list[list[str]] = []
        self.wrong: list[str] = []
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


def _text(outcome: Outcome, folder: str = "") -> str:
    return "".join(render(outcome, folder=folder))


def _page(text: str) -> _Page:
    page = _Page()
    page.feed(MarkdownIt("gfm-like", {"linkify": False}).render(text))
    page.close()
    return page


def _cells(page: _Page) -> str:
    return "\n".join(" ".join(row) for row in page.rows)


def test_the_comment_is_the_golden_one(outcome: Outcome, golden: Golden) -> None:
    golden("comment.md", render(outcome))


def test_it_begins_with_the_mark_and_the_verdict(outcome: Outcome) -> None:
    lines = _text(outcome).splitlines()
    assert lines[0] == MARK
    assert lines[1] == "## estate: 5 findings at or above high fail this run"


def test_every_finding_is_a_row(outcome: Outcome) -> None:
    page = _page(_text(outcome, "north/"))
    for finding in outcome.findings:
        assert finding.message in _cells(page)
    assert "north/inventory/applications/revenues.yaml:14" in _cells(page)
    assert page.wrong == []


def test_details_are_folded_and_what_fails_is_not(outcome: Outcome) -> None:
    text = _text(outcome)
    head, *_ = text.partition("<details>")
    assert all(finding.message in head for finding in outcome.failing)
    summaries = re.findall(r"<summary>(.*)</summary>", text)
    assert summaries == [
        "Rules not run: 1",
        "Rules that could not judge all: 2",
        "Accepted or known: 1",
        "Faults that fail nothing: 3",
        "Gaps that fail nothing: 3",
    ]
    assert "accepted by ex-2026-015 until 2027-02-28" in _cells(_page(text))
    assert "unpublished-contract-fields ignored in estate.yaml" in _cells(_page(text))
    assert "unsupported-software 41 903" in _cells(_page(text))


def test_an_estate_without_findings_is_short(outcome: Outcome) -> None:
    text = _text(replace(outcome, findings=(), rules=(), not_run=()))
    assert "## estate: nothing at or above high" in text
    assert "<details>" not in text


def test_one_that_does_not_load_boasts_of_nothing(outcome: Outcome) -> None:
    text = _text(replace(outcome, digest=""))
    assert "## estate: the estate does not load; nothing was judged" in text
    assert "unmanaged" not in text


def test_it_fits_and_says_what_was_cut() -> None:
    outcome = large(6000)
    text = _text(outcome)
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST < GITHUB
    assert len(text) > LONGEST - 3000
    cut = [int(n.replace(",", "")) for n in re.findall(r"([\d,]+) rows? left out", text)]
    shown = sum("`rule-" in " ".join(f"`{cell}" for cell in row) for row in _page(text).rows)
    assert sum(cut) + shown == len(outcome.findings)
    assert _page(text).wrong == []


@pytest.mark.parametrize("text", ["🦆" * 300, "|" * 300, "`" * 300, "文" * 300])
def test_it_fits_whatever_the_names_are(text: str) -> None:
    base = large(1200)
    findings = tuple(replace(finding, message=text) for finding in base.findings)
    made = _text(replace(base, findings=findings, not_run=((text, text),) * 400))
    assert len(made.encode("utf-16-le")) // 2 < GITHUB


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("ask @someone", "ask @\u2060someone"),
        ("see #12 and !7", "see #\u206012 and !\u20607"),
        ("GH-3", "G\u2060H-3"),
        ("https://example.org", "https:\u2060//example.org"),
        ("www.example.org", "w\u2060ww.example.org"),
        ("nothing to see", "nothing to see"),
    ],
)
def test_names_call_nobody(text: str, made: str) -> None:
    assert unlinked(text) == made


@given(hostile_texts)
def test_whatever_people_write_stays_text(text: str) -> None:
    outcome = attacked(text)
    page = _page(_text(outcome))
    usual = _page(_text(attacked("plain")))
    assert page.seen == usual.seen
    assert page.attributes <= {"style"}
    assert page.wrong == []
    assert list(map(len, page.rows)) == list(map(len, usual.rows))

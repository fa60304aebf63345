"""A reorganisation in every form: nothing that somebody wrote acts, and nothing is left out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from tests.report.attacks import hostile_texts

from estate.findings import Reorganisation
from estate.findings.reorganisation import (
    Decision,
    Handover,
    Lapse,
    Match,
    Merging,
    Need,
    One,
    Renamed,
    Shared,
    Terms,
)
from estate.report.merge import document, markdown, page, table, text
from estate.report.merge.schema import merge_schema

DAY, V = date(2026, 11, 21), date(2028, 4, 1)
FORMS: tuple[Callable[[Reorganisation], Iterator[str]], ...] = (
    document.render,
    markdown.render,
    page.render,
    table.render,
    text.render,
)


def told(name: str) -> Reorganisation:
    """Return a reorganisation in which `name` stands in every place where people write one."""
    lapse = Lapse(name, name, (name,), "vesting", V, (name,))
    merging = Merging(
        estates=("north", "south"),
        records=2,
        renamed=(Renamed("north", name, f"north/{name}"),),
        same=((name, "supplier", name, ("north", "south")), ("x", "server", name, ("north",))),
        stood_for=("x",),
        decisions=(Decision(name, (("north", name), ("south", "b")), name, "the stricter"),),
        lapses=(replace(lapse, when="merge", on=None, organisations=()),),
        remarks=(name,),
    )
    one = One(name, name, (name,))
    terms = Terms(
        name, name, "contract", (name,), "year-1", V, V, endless=False, notice_by=DAY,
        assignable=False, value=1200.5,
    )  # fmt: skip
    return Reorganisation(
        estate=name,
        as_of=DAY,
        tool="0.1.0",
        digest="sha256:0",
        vesting=V,
        handovers=(
            Handover(name, name, "council", ((name, name, V),), 3, known=True, siro=False),
            Handover("z", name, "", (), 0, known=True, siro=True),
        ),
        matches=(
            Match("system", (one, one), (name,), "inherit"),
            Match("supplier", (replace(one, organisations=()),), (name,)),
        ),
        terms=(
            terms,
            replace(terms, kind="agreement", zone="unknown", end=None, notice_by=None, value=None),
            replace(terms, zone="long-tail", end=None, endless=True, organisations=()),
        ),
        shared=(Shared(name, name, "server", (name,), (), "extract and partition"),),
        lapses=(lapse,),
        needs=(
            Need("terms", name, name, name, met=True),
            Need("people", name, name, name, met=False),
            Need("unknown", "", "3", name, None),
        ),
        merging=merging,
    )


def bare() -> Reorganisation:
    """Return a reorganisation of which nothing is known."""
    return Reorganisation("E", DAY, "0.1.0", "", None, (), (), (), (), (), ())


@pytest.mark.parametrize("made", [told("A name"), bare()])
def test_the_document_holds_to_its_schema(made: Reorganisation) -> None:
    found = json.loads("".join(document.render(made)))
    jsonschema.Draft202012Validator(merge_schema()).validate(found)
    assert found["schema"] == "estate-merge/1"


def test_every_row_of_every_list_is_in_the_table() -> None:
    rows = list(csv.DictReader(io.StringIO("".join(table.render(told("A name"))))))
    counts = {each: sum(row["list"] == each for row in rows) for each in {r["list"] for r in rows}}
    assert counts == {
        "day-one": 3,
        "organisation": 2,
        "term": 3,
        "shared": 1,
        "match 1": 2,
        "match 2": 1,
        "lapse at vesting": 1,
        "lapse at merge": 1,
        "setting": 1,
        "remark": 1,
        "renamed": 1,
        "same": 2,
    }


def test_the_text_leads_with_the_answer() -> None:
    lines = "".join(text.render(told("Dune"), detail="quiet")).splitlines()
    assert lines[0] == "Dune: reorganisation, as of 2026-11-21"
    assert "  1 organisation will be replaced, the first on 2028-04-01." in lines
    whole = "".join(text.render(told("Dune"), detail="verbose"))
    assert "- to settle: Dune (Dune) Dune" in whole
    assert "- not known: 3 Dune" in whole


def test_a_long_list_is_cut_and_says_so() -> None:
    many = replace(told("Dune"), needs=(Need("unknown", "", "3", "x", None),) * 25)
    assert "  and 5 more (-v, or --format json)\n" in text.render(many)
    assert "more (-v" not in "".join(text.render(many, detail="verbose"))


def test_nothing_known_is_said_to_be_so() -> None:
    whole = " ".join("".join(text.render(bare())).split())
    assert "No organisation is recorded to be replaced: no vesting day is known." in whole
    assert "None is recorded." in whole


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.found.append(tag)


def _tags(made: Reorganisation) -> list[str]:
    parser = _Tags()
    parser.feed("".join(page.render(made)))
    return parser.found


@settings(max_examples=25, deadline=None)
@given(hostile_texts)
def test_whatever_a_name_is_it_does_nothing(name: str) -> None:
    made = told(name)
    for render in FORMS:
        whole = "".join(render(made))
        lines = whole.replace("\r\n", "\n").replace("\n", "")
        assert lines.isprintable(), render
    assert _tags(made) == _tags(told("plain"))
    for row in csv.reader(io.StringIO("".join(table.render(made)))):
        assert not any(cell.lstrip()[:1] in {"=", "+", "@"} for cell in row)
    marked = "".join(markdown.render(made)).splitlines()
    assert len(marked) == len("".join(markdown.render(told("plain"))).splitlines())

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
from estate.report.merge import document, table
from estate.report.merge.schema import merge_schema
from estate.report.merge.telling import statement
from estate.report.statement import markdown, page, text
from estate.report.text import Detail

DAY, V = date(2026, 11, 21), date(2028, 4, 1)
FORMS: tuple[Callable[[Reorganisation], Iterator[str]], ...] = (
    document.render,
    table.render,
    lambda made: markdown.render(statement(made)),
    lambda made: page.render(statement(made)),
    lambda made: text.render(statement(made)),
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
        currency="GBP",
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
    return Reorganisation("E", DAY, "0.1.0", "", "GBP", None, (), (), (), (), (), ())


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


def shown(made: Reorganisation, detail: Detail = "normal", width: int = 120) -> str:
    return "".join(text.render(statement(made), width=width, detail=detail))


def test_the_text_leads_with_the_answer() -> None:
    lines = shown(told("Dune"), "quiet").splitlines()
    assert lines[0] == "Dune: reorganisation as of 2026-11-21"
    assert lines[2].startswith("north and south merged into 2 records: 1 id renamed, 2 records")
    assert "1 organisation will be replaced, the first on 2028-04-01." in lines
    assert "Day one: of 3 things asked for, 1 to settle and 1 not known." in lines
    assert "1 shared system, of which 1 would be parted." in lines
    assert "Day-one list" not in lines


def test_what_is_to_settle_comes_first() -> None:
    captions = [table.caption for table in statement(told("Dune")).sections[0].tables]
    assert captions == [
        "To settle: people, 1.",
        "Not known: what nobody has recorded, 1.",
        "There: contracts and licences, 1.",
    ]


def test_what_ends_stands_in_its_zone_with_its_amount() -> None:
    (section,) = (each for each in statement(told("Dune")).sections if each.anchor == "terms")
    assert {table.caption: table.rows for table in section.tables} == {
        "In the first year: 1.": (
            ("Dune (Dune)", "Dune", "2028-04-01", "2026-11-21", "no", "£1,200.50"),
        ),
        "Long tail: 1.": (
            ("Dune (Dune)", "not recorded", "none", "2026-11-21", "no", "£1,200.50"),
        ),
        "Not known: 1.": (("Dune (Dune)", "Dune", "not recorded", "", "", ""),),
    }


def test_what_a_contract_does_not_say_is_said_to_be_missing() -> None:
    made = told("Dune")
    unsaid = replace(made.terms[0], notice_by=None, assignable=None, value=None)
    endless = replace(unsaid, zone="long-tail", end=None, endless=True, value=99.0)
    rows = [
        row
        for section in statement(replace(made, currency="EUR", terms=(unsaid, endless))).sections
        if section.anchor == "terms"
        for table in section.tables
        for row in table.rows
    ]
    assert [row[2:] for row in rows] == [
        ("2028-04-01", "not known", "not recorded", "not recorded"),
        ("none", "", "not recorded", "€99"),
    ]


def test_what_is_to_be_parted_comes_before_what_is_inherited() -> None:
    made = told("Dune")
    whole = replace(made.shared[0], pattern="inherit", successors=("union",))
    shared = statement(replace(made, shared=(whole, *made.shared))).sections[3]
    assert [table.caption for table in shared.tables] == [
        "Extract and partition: 1.",
        "Inherit: 1.",
    ]
    assert shared.says[0].startswith("1 of them would belong to several successors")


def test_each_record_that_is_alike_has_a_row_and_the_reason_stands_once() -> None:
    matches = statement(told("Dune")).sections[4]
    systems, suppliers = matches.tables
    assert systems.rows == (
        ("1", "Dune (Dune)", "Dune", "Dune", "inherit"),
        ("", "Dune (Dune)", "Dune", "", ""),
    )
    assert suppliers.head == ("no.", "supplier", "whose", "why")
    assert suppliers.rows == (("1", "Dune (Dune)", "", "Dune"),)


def test_of_a_large_group_that_is_alike_the_first_few_may_be_told() -> None:
    made = told("Dune")
    four, five = (Match("service", made.matches[0].records[:1] * n, ("x",)) for n in (4, 5))
    found = replace(made, matches=(four, five))
    brief = statement(found, brief=True).sections[4].tables[0].rows
    assert [row[:2] for row in brief] == [
        ("1", "Dune (Dune)"),
        *[("", "Dune (Dune)")] * 3,
        ("2", "Dune (Dune)"),
        *[("", "Dune (Dune)")] * 2,
        ("", "and 2 more"),
    ]
    assert len(statement(found).sections[4].tables[0].rows) == 9


def test_a_long_list_is_cut_and_says_so() -> None:
    many = replace(told("Dune"), needs=(Need("unknown", "", "3", "x", None),) * 25)
    assert "\nand 5 more (-v, or --format csv)\n" in shown(many)
    assert "more (-v" not in shown(many, "verbose")


def test_a_page_holds_so_many_rows_and_says_how_many_there_are() -> None:
    many = replace(told("Dune"), needs=(Need("unknown", "", "3", "x", None),) * 25)
    cut = statement(many, 24).sections[0].tables[0]
    assert cut.caption == (
        "Not known: what nobody has recorded, 25. The first 24 of 25 rows are here; JSON and CSV "
        "have all."
    )
    assert len(cut.rows) == 24
    assert statement(many, 25) == statement(many)


def test_nothing_known_is_said_to_be_so() -> None:
    whole = " ".join(shown(bare()).split())
    assert "No organisation is recorded to be replaced: no vesting day is known." in whole
    assert {say for section in statement(bare()).sections for say in section.says} == {
        "Nothing is asked.",
        "None is recorded.",
        "None was found.",
        "None.",
    }


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.found.append(tag)


def _tags(made: Reorganisation) -> list[str]:
    parser = _Tags()
    parser.feed("".join(page.render(statement(made))))
    return parser.found


@settings(max_examples=25, deadline=None)
@given(hostile_texts)
def test_whatever_a_name_is_it_does_nothing(name: str) -> None:
    made = told(name)
    for render in FORMS:
        whole = "".join(render(made))
        # A word joiner keeps Markdown from calling somebody by name.
        lines = whole.replace("\r\n", "\n").replace("\n", "").replace("\u2060", "")
        assert lines.isprintable(), render
    assert _tags(made) == _tags(told("plain"))
    for row in csv.reader(io.StringIO("".join(table.render(made)))):
        assert not any(cell.lstrip()[:1] in {"=", "+", "@"} for cell in row)
    marked = "".join(markdown.render(statement(made))).splitlines()
    assert len(marked) == len("".join(markdown.render(statement(told("plain")))).splitlines())

"""Rationalisation candidates as text, Markdown, a page, rows and JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from tests.duplicates.written import outcome
from tests.facts.written import facts_of
from tests.report.attacks import hostile_texts
from tests.report.rationalised_estate import rationalised

from estate.duplicates import Rationalisation, Wanted, rationalise
from estate.findings.outcome import Planned
from estate.report.duplicates import document, table
from estate.report.duplicates.schema import duplicates_schema
from estate.report.duplicates.telling import statement
from estate.report.statement import markdown, page, text

HOSTILE = '=HYPERLINK("https://example.org")<script>alert(1)</script>\x1b[2J\u202e|`**@someone**'


def in_text(found: Rationalisation, most: int | None = None, *, brief: bool = False) -> str:
    return "".join(text.render(statement(found, most, brief=brief), width=100, detail="verbose"))


def in_page(found: Rationalisation) -> str:
    return "".join(page.render(statement(found, None, wide=True)))


def in_json(found: Rationalisation) -> Any:  # noqa: ANN401 - JSON
    return json.loads("".join(document.render(found)))


def rows(pieces: Iterator[str]) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(pieces))))


class TestText:
    def test_the_answer_comes_first(self) -> None:
        said = in_text(rationalised())
        assert said.startswith("Name: rationalisation candidates as of 2026-11-21\n")
        assert "2 candidates for rationalisation, 3 systems, which cost £4,570.50 a year" in (
            " ".join(said.split())
        )

    def test_what_decides_and_what_goes_is_told(self) -> None:
        said = " ".join(in_text(rationalised()).split())
        for words in (
            "Saves £570.50 a year from 2027-07-01; what srv costs is not recorded.",
            "Decided by planned end: Name stays; Name ends on 2027-06-30.",
            "To be taken over first: Name, which no system that stays supports.",
            "To be served by something else first: Name.",
            "Stays, since others need it: Name (1 other) and Name (1 other).",
            "£1,500.00 of Name, £3,000.00 split evenly over 2 systems",
            "already ends by Name on 2027-06-30",
            "Accepted duplication: ex-1 until 2027-07-31.",
            "(product same; strong: they are the same product)",
        ):
            assert words in said, words

    def test_a_stated_disposition_stands_beside_the_quadrant(self) -> None:
        said = "".join(markdown.render(statement(rationalised(), None)))
        for words in (
            "| invest (4/4), stated: eliminate |",
            "| eliminate: disagrees |",
            "| unknown; stated: migrate |",
        ):
            assert words in said, words

    def test_a_candidate_whose_end_is_open_tells_what_goes_with_each(self) -> None:
        said = " ".join(in_text(rationalised()).split())
        assert "Which of 2 systems should stay is open. Whichever stays, the others save" in said
        assert "Which of 3 systems should stay is open, and so is the saving." in said
        assert "with each of them alone." in said

    def test_what_is_cut_is_counted(self) -> None:
        said = " ".join(in_text(rationalised(), 1).split())
        assert "The first 1 of 3 are told in detail below" in said
        assert "\n2. " not in in_text(rationalised(), 1)

    def test_what_shares_a_job_without_competing_is_counted_and_told_where_asked(self) -> None:
        found = rationalised()
        assert "Shared without competing" in in_text(found)
        assert "Shared without competing" not in in_text(found, brief=True)
        said = " ".join(in_text(found, brief=True).split())
        assert "1 group that shares a job without competing" in said

    def test_nothing_to_rationalise_is_said(self) -> None:
        empty = rationalised(candidates=(), groups=(), twins=())
        totals = empty.totals.__class__(
            candidates=0, systems=0, cost=None, unpriced=0, leavers=(),
            retirement=empty.totals.retirement, within=empty.totals.within,
            planned=empty.totals.planned,
        )  # fmt: skip
        said = in_text(rationalised(candidates=(), groups=(), twins=(), totals=totals))
        assert "No system is known to do the job of another" in said

    def test_what_was_asked_for_is_said(self) -> None:
        said = in_text(rationalised(wanted=Wanted(level="product")))
        assert "Only what concerns level product." in said


class TestLarge:
    """Estates of which little is recorded, and ones that hold more than a page does."""

    @staticmethod
    def councils(number: int, **fields: object) -> Rationalisation:
        keys = [f"c{n:02}" for n in range(number)]
        apps = {
            f"a{key}": {
                "name": f"System {key}", "organisation": key, "product": f"p{key}",
                "category": "line-of-business", "supports": [f"s{key}"], **fields,
            }
            for key in keys
        }  # fmt: skip
        estate = {
            "organisations": {key: {"name": key} for key in keys},
            "services": {
                f"s{key}": {"name": "Planning", "organisation": key, "lgsl": 516} for key in keys
            },
            "applications": apps,
        }
        return rationalise(facts_of(json.dumps(estate)), outcome())

    def test_without_a_reason_to_choose_no_saving_is_stated(self) -> None:
        said = " ".join(in_text(self.councils(3)).split())
        assert "3 systems, whose cost is not recorded." in said
        assert (
            "Nothing recorded tells which systems should stay, so no saving can be stated." in said
        )
        assert "3 systems of the 3 that are told above: fit not recorded in full." in said

    def test_more_systems_than_columns_are_listed(self) -> None:
        shown = in_page(self.councils(31))
        assert "31 systems are too many for columns, so they are listed." in shown
        assert "competes<" not in shown

    def test_the_first_of_many_members_are_told_of(self) -> None:
        said = " ".join(in_text(self.councils(12)).split())
        assert "2 more: JSON and CSV tell of each." in said
        assert "across c00, c01, c02 and 9 more" in said

    def test_a_cell_of_the_picture_counts_what_it_has_no_room_for(self) -> None:
        shown = in_page(self.councils(12, fit={"functional": 3, "technical": 3}))
        assert ">+4</text>" in shown

    def test_many_days_are_told_by_the_first_and_the_last(self) -> None:
        apps = {
            f"a{n}": {
                "name": f"A{n}", "organisation": "m", "product": f"p{n}", "supports": ["s"],
                "category": "line-of-business", "annual_cost": {"revenue": 10},
                **({} if n == 0 else {"until": f"2027-0{n}-28"}),
            }
            for n in range(8)
        }  # fmt: skip
        estate = {
            "organisations": {"m": {"name": "M"}},
            "services": {"s": {"name": "S", "organisation": "m"}},
            "applications": apps,
        }
        said = " ".join(in_text(rationalise(facts_of(json.dumps(estate)), outcome())).split())
        assert "£70 a year step by step from 2027-01-29 to 2027-07-29" in said

    def test_how_much_of_a_plan_is_in_it_is_said(self) -> None:
        plan = Planned(since=date(2026, 11, 21), applied=7, refused=1, unsure=2)
        said = " ".join(in_text(rationalised(planned=plan)).split())
        assert "7 changes of the work plan applied since 2026-11-21" in said
        made = in_json(rationalised(planned=plan))
        assert made["plan"] == {"since": "2026-11-21", "applied": 7, "refused": 1, "unsure": 2}
        jsonschema.validate(made, duplicates_schema())


class TestPage:
    def test_the_picture_says_what_the_table_says(self) -> None:
        shown = in_page(rationalised())
        picture = shown[shown.index("<svg") : shown.index("</svg>")]
        assert 'role="img"' in picture
        assert "<title" in picture
        assert "<desc" in picture
        assert len(re.findall("<circle", picture)) == 2
        assert "4 systems of the 6 that are told above: fit not recorded in full" in shown

    def test_the_matrix_has_a_column_for_each_system_that_competes(self) -> None:
        shown = in_page(rationalised())
        assert shown.count("■ competes") == 3

    def test_it_holds_nothing_but_its_own_parts(self) -> None:
        shown = in_page(rationalised(HOSTILE))
        seen = _Seen()
        seen.feed(shown)
        assert not {"script", "iframe", "img", "link"} & seen.tags
        assert not [name for name in seen.attributes if name.startswith("on") or name == "style"]
        assert "\x1b" not in shown
        assert "\u202e" not in shown


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


class TestRows:
    def test_a_row_for_each_member_of_each_candidate(self) -> None:
        found = rationalised()
        head, *body = rows(table.members(found))
        assert tuple(head) == table.COLUMNS
        assert len(body) == sum(len(each.members) for each in found.candidates)
        assert {row[head.index("fate")] for row in body} == {"stays", "goes", "open"}

    def test_unknown_is_empty_and_never_nothing(self) -> None:
        head, *body = rows(table.members(rationalised()))
        three = next(row for row in body if row[head.index("system")] == "three")
        for column in ("cost", "users_active", "fit_technical", "time", "support"):
            assert three[head.index(column)] == ""
        assert three[head.index("cost_unknown")] == "three"

    def test_the_matrix_has_every_service_and_every_system_that_supports_one(self) -> None:
        head, *body = rows(table.matrix(rationalised()))
        assert tuple(head) == (*table.MATRIX, "one", "three", "tree-a", "two")
        cells = {row[0]: dict(zip(head[6:], row[6:], strict=True)) for row in body}
        assert cells["planning"]["one"] == "competes"
        assert cells["trees"]["tree-a"] == "supports"
        assert cells["trees"]["one"] == ""
        assert [row[5] for row in body] == ["2", "2", "1"]

    def test_no_cell_is_a_formula(self) -> None:
        for made in (table.members, table.matrix):
            for row in rows(made(rationalised(HOSTILE))):
                assert not any(cell.startswith(("=", "+", "@")) for cell in row)


class TestDocument:
    def test_it_holds_to_its_schema(self) -> None:
        schema = duplicates_schema()
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema).validate(in_json(rationalised()))

    def test_the_schema_refuses_what_it_does_not_know(self) -> None:
        made = in_json(rationalised())
        made["candidates"][0]["more"] = 1
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(made, duplicates_schema())

    def test_sums_are_those_of_what_goes(self) -> None:
        for each in in_json(rationalised())["candidates"]:
            gone = each["retirement"]
            if gone is not None:
                known = [g["amount"] for g in gone["going"] if g["amount"] is not None]
                assert gone["saving"] == sum(known)
                assert sum(step["amount"] for step in gone["steps"]) == gone["saving"]
                assert len({g["id"] for g in gone["going"]}) == len(gone["going"])

    def test_what_never_ends_and_what_is_not_known_is_null(self) -> None:
        made = in_json(rationalised())
        members = {m["id"]: m for each in made["candidates"] for m in each["members"]}
        assert members["one"]["planned_end"] is None
        assert members["two"]["planned_end"] == "2027-06-30"
        assert members["three"]["cost"] is None


FORMS: list[Callable[[Rationalisation], str]] = [
    in_text,
    lambda found: "".join(markdown.render(statement(found, None))),
    in_page,
    lambda found: "".join(table.members(found)),
    lambda found: "".join(table.matrix(found)),
    lambda found: "".join(document.render(found)),
]


@pytest.mark.parametrize("form", FORMS)
def test_no_name_acts_on_who_reads_it(form: Callable[[Rationalisation], str]) -> None:
    made = form(rationalised(HOSTILE))
    assert "\x1b" not in made
    assert "\u202e" not in made
    assert form(rationalised(HOSTILE)) == made


def test_markdown_shows_names_and_obeys_none() -> None:
    made = "".join(markdown.render(statement(rationalised(HOSTILE), None)))
    shown = MarkdownIt("commonmark").enable("table").render(made)
    assert "<script>" not in shown
    assert "<a " not in shown


@given(hostile_texts)
@settings(max_examples=15, deadline=None)
def test_whatever_somebody_writes_every_format_takes_it(name: str) -> None:
    found = rationalised(name)
    jsonschema.validate(in_json(found), duplicates_schema())
    seen = _Seen()
    seen.feed(in_page(found))
    assert not {"script", "iframe"} & seen.tags
    width = len(table.COLUMNS)
    assert all(len(row) == width for row in rows(table.members(found)))
    assert "\x1b" not in in_text(found)

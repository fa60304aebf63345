"""What stops, what is left and what a system is, as every reader gets it."""

from __future__ import annotations

import csv as reading
import json
from collections.abc import Iterator
from datetime import date, timedelta
from html.parser import HTMLParser
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from tests.facts.plain_estates import facts_of
from tests.impact.towns import TOWN, town
from tests.report.attacks import hostile_texts

from estate.impact import Impact, Redundancy, Time, Wanted, impact_of, select
from estate.impact.architecture import map_of
from estate.pipeline.impact import closing
from estate.report.impact import (
    closing_document,
    csv,
    document,
    leaving,
    map_document,
    mapped,
    stopping,
)
from estate.report.impact.closing_document import closing_schema
from estate.report.impact.map_document import map_schema
from estate.report.impact.parts import part
from estate.report.impact.picture import pictured, statuses
from estate.report.impact.schema import impact_schema
from estate.report.impact.words import redundancy, span, time
from estate.report.statement import Statement, markdown, page, text

LAST = date(2027, 3, 31)


def _lost(*ids: str, **sections: Any) -> Impact:  # noqa: ANN401 - sections of an estate
    facts = facts_of(town(**sections))
    return impact_of(facts, select(facts, Wanted(ids=ids)))


def _answers() -> Iterator[Statement]:
    facts = facts_of(TOWN)
    yield stopping.statement(_lost("hall", "kelp"))
    yield leaving.statement(closing(facts, "hall", LAST), "GBP")
    yield mapped.statement(map_of(facts, "cases"), statuses(facts))


class TestAnswer:
    """One sentence that a director understands."""

    @pytest.mark.parametrize(
        ("ids", "sentence"),
        [
            (("dune",), ("Losing the site Dune House (dune) stops no service; 1 other thing stops "
             "with it.")),
            (("maps",), "Losing Maps (maps) stops no service."),
            (("one",), ("Losing ONE (one) stops one high service, Planning; 1 application does not "
             "record how many use them.")),
            (("one", "two"), ("Losing ONE (one) and TWO (two) stops 2 services, 1 of them critical "
             "(Council tax); 30 users of applications cannot work, and 1 application does not "
             "record how many use them.")),
            (("guest",), ("Losing GUEST (guest) stops one service, Unrated; no application with "
             "users stops.")),
        ],
    )  # fmt: skip
    def test_of_what_stops(self, ids: tuple[str, ...], sentence: str) -> None:
        assert stopping.answer(_lost(*ids)) == sentence

    def test_names_a_few_critical_services_and_counts_the_rest(self) -> None:
        services = {
            f"s{n}": {"name": f"S{n}", "criticality": "critical", "depends_on": ["two"]}
            for n in range(5)
        }
        services["odd"] = {"name": "Odd", "depends_on": ["two"]}
        said = stopping.answer(_lost("two", services=services))
        assert "6 services, 5 of them critical (S0, S1, S2 and 2 more)" in said
        assert "1 of unrecorded criticality" in said

    def test_of_a_closing(self) -> None:
        assert leaving.answer(closing(facts_of(TOWN), "hall", LAST)) == (
            "When Town Hall closes on 31 March 2027, the plan leaves 3 things behind: GUEST "
            "(Unrated), Lift line and ONE (Cases, Tax); 2 services stop with them (Planning and "
            "Unrated), and 2 other sites lose their last line."
        )
        assert leaving.answer(closing(facts_of(TOWN), "depot", LAST)) == (
            "When Depot closes on 31 March 2027, the plan leaves nothing behind: all that stands "
            "there goes or moves."
        )

    def test_of_a_map(self) -> None:
        assert mapped.answer(map_of(facts_of(TOWN), "cases")) == (
            "Cases is made of 3 components at 1 site, within 2 boundaries of responsibility; 1 "
            "dependency crosses one."
        )


class TestReasons:
    """What stands behind the sentence."""

    def test_times_begin_when_what_has_none_is_there(self) -> None:
        reasons = "\n".join(stopping.statement(_lost("hall")).lead)
        assert "The times begin when Town Hall is there again" in reasons
        assert "no recovery time, which counts as none" in reasons

    def test_circles_tests_and_redundancy_are_named(self) -> None:
        applications = {
            "cases": {"uses": ["twin"], "environment": "test"},
            "twin": {"name": "Twin", "uses": ["cases"]},
        }
        reasons = "\n".join(stopping.statement(_lost("one", applications=applications)).lead)
        assert "cases and twin need one another" in reasons
        assert "1 application among them is for tests" in reasons
        assert "Redundancy keeps 1 thing going" in reasons

    def test_a_plan_is_said_after_the_answer(self) -> None:
        assert stopping.statement(_lost("one"), "By then.").lead[1] == "By then."

    def test_of_a_map_what_is_not_recorded_is_counted(self) -> None:
        facts = facts_of(TOWN)
        reasons = mapped.statement(map_of(facts, "council-tax"), {}).lead[1:]
        assert reasons[0] == "No single site stops it."
        assert "zone of 6" in reasons[1]
        unrated = mapped.statement(map_of(facts, "unrated"), {}).lead[1:]
        assert unrated[0] == "Town Hall is a single site: when it alone is lost, the service stops."
        assert unrated[-1] == "No data flow is recorded."
        nowhere = facts_of(town(services={"odd": {"name": "Odd", "depends_on": ["crm"]}}))
        assert "cannot be known" in mapped.statement(map_of(nowhere, "odd"), {}).lead[1]

    def test_of_a_closing_another_day_is_said(self) -> None:
        found = closing(facts_of(TOWN), "hall", date(2027, 4, 1))
        assert "The inventory records 2027-03-31" in leaving.statement(found, "GBP").lead[1]
        found = closing(facts_of(TOWN), "depot", LAST)
        told = leaving.statement(found, "GBP")
        assert "records no closing day" in told.lead[1]
        assert "running cost, not recorded" in "\n".join(told.lead)

    @pytest.mark.parametrize(
        ("cost", "currency", "said"),
        [
            ("210000", "GBP", "the site's running cost, £210,000 a year"),
            ("210000.5", "GBP", "the site's running cost, £210,000.50 a year"),
            ("12", "CHF", "the site's running cost, CHF 12 a year"),
            ("0", "EUR", "the site's running cost, €0 a year"),
        ],
    )
    def test_amounts_of_a_closing_name_their_currency(
        self, cost: str, currency: str, said: str
    ) -> None:
        found = closing(facts_of(town(sites={"hall": {"running_cost": cost}})), "hall", LAST)
        assert said in "\n".join(leaving.statement(found, currency).lead)


def test_words_of_times_and_redundancy() -> None:
    assert (span(timedelta.max), span(timedelta(0))) == ("without end", "at once")
    assert time(Time(timedelta(hours=2), known=False)) == "at least 2h"
    assert time(Time(timedelta(0), known=False)) == "not recorded"
    standby = Redundancy("a", "standby", ("b", "c"), ("b",), 1)
    assert redundancy(standby) == "fails over to b, c: 1 of 2 left"


class TestDocuments:
    """JSON holds to its schema."""

    def test_each_holds_to_its_schema(self) -> None:
        facts = facts_of(TOWN)
        made = (
            (document.render(_lost("hall", "one", "kelp"), "By then."), impact_schema()),
            (document.render(_lost("idle")), impact_schema()),
            (closing_document.render(closing(facts, "hall", LAST), "GBP"), closing_schema()),
            (map_document.render(map_of(facts, "cases")), map_schema()),
        )
        for pieces, schema in made:
            jsonschema.Draft202012Validator.check_schema(schema)
            jsonschema.validate(json.loads("".join(pieces)), schema)

    def test_counts_agree_with_the_lists(self) -> None:
        found = json.loads("".join(document.render(_lost("hall"))))
        assert found["counts"]["stops"] == len(found["stops"])
        assert found["counts"]["services"] == 2
        assert [each["id"] for each in found["saved"]] == ["tax"]
        assert found["recovery"][0] == {
            "kind": "site",
            "id": "hall",
            "name": "Town Hall",
            "step": 1,
            "after": [],
            "own": None,
            "at_once": {"seconds": 0, "known": True},
            "in_turn": {"seconds": 0, "known": True},
        }


def test_the_answer_comes_first() -> None:
    for told in _answers():
        lines = "".join(text.render(told, width=10_000)).splitlines()
        assert lines[0] == f"{told.estate}: {told.title}"
        assert lines[2] == told.lead[0]


def test_paths_stand_below_what_stops() -> None:
    lines = "".join(text.render(stopping.statement(_lost("one")))).splitlines()
    row = next(each for each, line in enumerate(lines) if "Planning (planning)" in line)
    assert lines[row + 1] == "    because: planning ← cases ← one"


def test_tables_and_columns_that_are_empty_are_left_out() -> None:
    for told in _answers():
        tables = [table for part in told.sections for table in part.tables]
        assert all(table.rows for table in tables)
        assert all(len(row) == len(table.head) for table in tables for row in table.rows)
        for table in tables:
            assert all(any(cells) for cells in zip(*table.rows, strict=True))
    assert not list(part("a", "A", "Nothing.", ("one",), ()))


def test_columns_keep_what_they_are_when_others_are_left_out() -> None:
    rows = [("", "1", "why"), ("", "2", "")]
    (made,) = part("a", "A", "B.", ("x", "y", "z"), rows, numbers=("y",), under=("x", "z"))
    (table,) = made.tables
    assert (table.head, table.numbers, table.under) == (("y", "z"), frozenset({0}), frozenset({1}))


def test_every_part_is_in_the_rows_by_its_anchor() -> None:
    for told in _answers():
        (head, *rows) = reading.reader("".join(csv.render(told)).splitlines())
        assert head[0] == "table"
        assert [row[0] for row in rows] == [
            part.anchor for part in told.sections for table in part.tables for _ in table.rows
        ]


def test_a_picture_keeps_its_own_size_and_colours() -> None:
    told = Statement("Marram", "map", "1", ("Answer.",), (pictured("<?xml?><svg></svg>"),))
    shown = "".join(page.render(told))
    assert '<div class="scroll" role="region" tabindex="0" aria-label="Picture: Picture">' in shown
    assert "<svg></svg>" in shown
    assert "<?xml" not in shown


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(f"{tag} {sorted(name for name, _ in attrs)}")


def _named(name: str) -> Statement:
    rows = [(name, name), (f"{name} ({name})", name)]
    parts = part("t", name, name, ("a", "b"), rows, under=("b",))
    return Statement(name, name, "1", (name, name), tuple(parts))


def _tags(told: Statement) -> list[str]:
    parser = _Tags()
    parser.feed("".join(page.render(told)))
    return parser.found


@settings(max_examples=60)
@given(hostile_texts)
def test_names_harm_nothing(name: str) -> None:
    told = _named(name)
    assert all(line.isprintable() for line in "".join(text.render(told)).split("\n"))
    assert _tags(told) == _tags(_named("Plain"))
    (head, *rows) = reading.reader("".join(csv.render(told)).splitlines())
    assert head == ["table", "a", "b"]
    assert not [cell for row in rows for cell in row if cell.lstrip()[:1] in set("=+-@")]
    made = MarkdownIt().enable("table").parse("".join(markdown.render(told)))
    kinds = [token.type for token in made]
    assert kinds.count("tr_open") == 3
    assert kinds.count("th_open") == 2
    inner = {child.type for token in made for child in token.children or ()}
    assert inner <= {"text", "strong_open", "strong_close"}

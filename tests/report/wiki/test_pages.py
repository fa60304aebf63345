"""The pages of a wiki: every link leads somewhere, every fault is told of, no name is obeyed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token
from tests.report.html.sources import attacked, example, small, source, with_outcome
from tests.report.stored_outcome import acceptance

from estate.findings import Acceptance
from estate.findings.outcome import Planned
from estate.report.html import Source
from estate.report.tables import Head
from estate.report.tables.values import table
from estate.report.wiki import render
from estate.report.wiki.cells import MOST, listing, picked
from estate.report.wiki.owners import Owners

SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*\.md")


@cache
def _pages(of: Source) -> dict[str, str]:
    return {name: "".join(lines) for name, lines in render(of).items()}


def _tokens(text: str) -> Iterator[Token]:
    # HTML is on, since a wiki lets some of it through: none of it may come from a name.
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        yield token
        yield from token.children or ()


def _links(text: str) -> list[str]:
    return [str(token.attrs["href"]) for token in _tokens(text) if token.type == "link_open"]


@pytest.mark.parametrize("of", [small, attacked, example])
def test_every_link_leads_to_a_page(of: Callable[[], Source]) -> None:
    pages = _pages(of())
    for name, text in pages.items():
        links = _links(text)
        assert links, name
        assert [link for link in links if f"{link}.md" not in pages] == []


@pytest.mark.parametrize("of", [small, attacked, example])
def test_every_page_is_reached_from_the_first(of: Callable[[], Source]) -> None:
    pages = _pages(of())
    assert {f"{link}.md" for link in _links(pages["Home.md"])} == set(pages)


def test_every_page_is_reached_however_many_there_are() -> None:
    councils = {f"c{number}": {"name": f"Council {number}"} for number in range(MOST + 5)}
    pages = _pages(source({"organisations": councils}))
    assert len(pages) > MOST + 5
    assert {f"{link}.md" for link in _links(pages["Home.md"])} == set(pages)


@pytest.mark.parametrize("of", [small, attacked, example])
def test_names_of_pages_are_safe_and_not_alike(of: Callable[[], Source]) -> None:
    names = list(_pages(of()))
    assert all(SAFE.fullmatch(name) and len(name) < 150 for name in names)
    assert len({name.lower() for name in names}) == len(names)


def test_no_name_becomes_markup() -> None:
    allowed = {"heading", "paragraph", "table", "thead", "tbody", "tr", "th", "td", "inline"}
    allowed |= {"text", "softbreak", "link", "em", "strong", "code_inline", "hr"}
    for text in _pages(attacked()).values():
        for token in _tokens(text):
            assert token.type.removesuffix("_open").removesuffix("_close") in allowed, token


def test_no_name_calls_a_person_or_moves_a_cursor() -> None:
    sections = {
        "services": {"s": {"name": "@someone fixes #12 on https://e.org", "directorate": "@team"}},
        "organisations": {"o": {"name": "[[Home]] <<Macro()>> $$x$$"}},
    }
    pages = _pages(source(sections))
    text = "".join(pages.values())
    assert not re.search(r"@\w|#\d|://e|\[\[|<<|\$\$", text)
    for page in _pages(attacked()).values():
        assert all(line.isprintable() for line in page.replace("\u2060", "").split("\n"))


@pytest.mark.parametrize("of", [small, attacked, example])
def test_tables_are_whole(of: Callable[[], Source]) -> None:
    for name, text in _pages(of()).items():
        lines = text.split("\n")
        width = 0
        for line in lines:
            cells = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) if line.startswith("|") else 0
            assert not (cells and width and cells != width), (name, line)
            width = cells


def test_every_open_fault_is_told_of_on_a_page_of_each_who_has_it() -> None:
    for of in (small(), example()):
        owners = Owners(of)
        pages = _pages(of)
        for finding in of.open_faults:
            for key in finding.subject.organisations or ("",):
                theirs = [o for o in owners.pages.values() if o.organisation == key]
                assert any(finding.rule in pages[f"{o.name}.md"] for o in theirs), finding
        for key in owners.organisations:
            told = {
                id(finding)
                for owner in owners.pages.values()
                if owner.organisation == key
                for record in owner.records
                for finding in of.faults_of.get(record, ())
            }
            told |= {id(finding) for finding in owners.elsewhere(key)}
            assert {id(finding) for finding in owners.of(key)} <= told


def test_a_directorate_has_its_services_with_the_systems_for_them() -> None:
    page = _pages(small())["Directorate-dune-finance.md"]
    assert page.startswith("# Finance, Dune Council\n")
    assert "A directorate of [Dune Council](Organisation-dune)." in page
    assert "| Council tax | critical | 2 |" in page
    assert "| Tax system | application | Council tax | live | critical |" in page
    assert "## Open faults" in page


def test_what_has_no_directorate_stands_on_the_page_of_its_organisation() -> None:
    page = _pages(small())["Organisation-wold.md"]
    assert "| Parking | *unknown* | 0 |" in page
    assert "No system in use is recorded that supports these services." in page
    assert "## Open faults on everything else" in page


def test_what_nobody_has_stands_on_a_page_of_its_own() -> None:
    page = _pages(small())["No-organisation.md"]
    assert page.startswith("# No organisation recorded\n")
    assert "stale-catalogue" in page


def test_the_first_page_says_what_to_look_at_first() -> None:
    home = _pages(example())["Home.md"]
    assert "**21 unmanaged unsupported installations, 18 services rest on them; 36 of" in home
    assert "The 10 most serious faults:" in home
    assert "further rules found faults: [by principle](By-principle)." in home


def test_each_principle_has_its_rules() -> None:
    page = _pages(example())["By-principle.md"]
    assert [line for line in page.splitlines() if line.startswith("## Principle")] == [
        f"## Principle {number}" for number in range(1, 9)
    ]
    assert "## Rules that rest on no principle" in page


def test_exceptions_begin_with_what_there_is_to_decide() -> None:
    page = _pages(example())["Exceptions.md"]
    assert "11 of 24 exceptions count on this day." in page
    assert page.index("## To decide") < page.index("## The register")
    assert "| `ex-2026-003` | Expired | Accept the risk anew, or end it |" in page


def test_what_ends_is_told_by_when() -> None:
    page = _pages(small())["What-ends-when.md"]
    soon, rest = page.split("## Over, and still in use")
    over, later = rest.split("## Later, by year")
    assert "| 2027-03-31 | Contracts | Tax contract |" in soon
    assert "| 2022-03-31 | Software support | Dune database 12 | DB01 |" in over
    assert "| 2028 |" in later


def test_the_plan_has_projects_budget_and_what_is_in_none() -> None:
    page = _pages(small())["Work-plan-and-budget.md"]
    assert "| New database | live | 2026-06-01 | 2027-05-31 | Dune Council | *unknown* |" in page
    assert "| Dune Council | 1,200 | 0 | 0 | 0 | 0 | 1,200 |" in page
    assert "## Falls due and is in no budget" in page
    assert "lines not counted here" in _pages(example())["Work-plan-and-budget.md"]


def test_what_we_do_not_know_names_fields_and_records() -> None:
    page = _pages(small())["What-we-do-not-know.md"]
    assert "| Field | It settles | Records without it | Ask for it on |" in page
    assert "## Rules that lack facts" in page
    assert "## Rules that were not run" in _pages(attacked())["What-we-do-not-know.md"]


def test_an_empty_estate_has_every_page_and_says_that_there_is_nothing() -> None:
    empty = source({})
    bare = with_outcome(
        empty, replace(empty.outcome, findings=(), unknown=(), rules=(), acceptances=())
    )
    pages = _pages(bare)
    assert set(pages) == {
        *("Home.md", "By-principle.md", "Exceptions.md", "What-ends-when.md"),
        *("Work-plan-and-budget.md", "What-we-do-not-know.md"),
    }
    assert "No rule found a fault. What is unknown is no pass." in pages["Home.md"]
    assert "Nobody has accepted a risk." in pages["Exceptions.md"]
    assert pages["What-ends-when.md"].count("Nothing that is recorded.") == 3
    assert "No project is recorded." in pages["Work-plan-and-budget.md"]
    assert "No budget line is recorded" in pages["Work-plan-and-budget.md"]
    assert "Everything that falls due" in pages["Work-plan-and-budget.md"]
    assert "Every question was answered." in pages["What-we-do-not-know.md"]
    assert "No such rule ran." in pages["By-principle.md"]
    assert "Every question was answered." in pages["What-we-do-not-know.md"]


def test_a_page_says_what_was_planned_where_it_is_a_later_day() -> None:
    plan = Planned(date(2026, 11, 21), applied=3, refused=1, unsure=0)
    of = with_outcome(small(), replace(small().outcome, planned=plan))
    assert "3 changes of the work plan applied since 2026-11-21" in _pages(of)["Home.md"]


def test_where_nothing_is_to_be_decided_and_no_principle_is_known_that_is_said() -> None:
    plain = Source(replace(small().outcome, acceptances=(_valid(),)), small().facts)
    pages = _pages(plain)
    assert "## To decide\n\nNothing.\n" in pages["Exceptions.md"]
    assert "Coverage" not in pages["By-principle.md"]


def _valid() -> Acceptance:
    return replace(acceptance("ex-1", "valid", counts=True), review_by=date(2027, 1, 1))


def test_a_copy_for_the_public_says_so_on_every_page() -> None:
    of = with_outcome(small(), replace(small().outcome, notice="Copy for the public."))
    assert all("\nCopy for the public.\n" in text for text in _pages(of).values())
    plan = _pages(of)["Work-plan-and-budget.md"]
    assert "Budgets are withheld from this copy." in plan
    assert "in no budget" not in plan


def test_the_same_estate_gives_the_same_pages() -> None:
    assert {n: "".join(p) for n, p in render(example()).items()} == _pages(example())


def test_rows_that_a_page_has_no_room_for_are_counted() -> None:
    rows = [(str(number),) for number in range(MOST + 2)]
    lines = list(listing((Head("Number"),), rows, "things"))
    assert lines[-1] == (
        "2 further rows left out here; `tables/things.csv` and `estate.xlsx` have all."
    )
    assert len(lines) == 2 + MOST + 2
    assert list(listing((Head("Number"),), rows))[-1] == "2 further rows left out here."
    assert list(listing((Head("Number"),), rows[:MOST]))[-1] == f"| {MOST - 1} |"


def test_some_columns_of_a_table_are_picked_by_their_keys() -> None:
    of = table("t", "T", "One.", (), [])
    heads = (Head("A day", "date"), Head("Sum", "money"), Head("Yes?", "flag"))
    rows: Iterable[tuple[str | float | bool | None, ...]] = [
        (None, 1200, True),
        ("no end", 0.5, False),
    ]
    made = list(picked(replace(of, heads=heads, rows=tuple(rows), size=2), "sum", "yes", "a_day"))
    assert made == [
        "| Sum | Yes? | A day |",
        "|---:|---|---|",
        "| 1,200 | yes | *unknown* |",
        "| 0.50 | no | no end |",
    ]


def test_what_is_not_obeyed_is_still_shown() -> None:
    text = "".join(_pages(attacked()).values())
    assert "⟨U+202E⟩" in text
    assert "\\<script\\>alert(1)" in text
    assert "🦆" in text
    assert "(10,007 characters)" in text  # of "long… is old"


def test_code_begins_no_macro_of_a_wiki() -> None:
    [*_, line] = listing((Head("Id", "id"),), [("[[Home]] <<Macro()>> ``",)])
    assert "[[" not in line
    assert "<<" not in line

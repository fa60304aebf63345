from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from tests.report.register_outcome import (
    HYPERVISOR,
    STATES,
    acceptances,
    earlier,
    full,
    outcome,
    plain,
    rich,
)
from tests.report.stored_outcome import AS_OF, FINDINGS, finding, installation

from estate.findings import Acceptance, Outcome, Place, Step, Unmanaged, fingerprint
from estate.report.register.document import (
    Chain,
    Part,
    Points,
    Prose,
    Report,
    Section,
    Table,
    Terms,
    Timeline,
)
from estate.report.register.view import report_of
from estate.report.register.words import in_days, sentence, state_of, text_of

COVERED = (fingerprint("unsupported-software", HYPERVISOR),)


def _section(report: Report, anchor: str) -> Section:
    return next(each for each in (*report.summary, *report.entries) if each.anchor == anchor)


def _tables(section: Section) -> list[Table]:
    blocks = [block for part in section.parts for block in part.blocks]
    return [block for block in blocks if isinstance(block, Table)]


def _prose(section: Section) -> str:
    blocks = [block for part in section.parts for block in part.blocks]
    return " ".join(block.text for block in blocks if isinstance(block, Prose))


def _part(section: Section, title: str) -> Part:
    return next(part for part in section.parts if part.title == title)


def _column(table: Table, number: int) -> list[str]:
    return [text_of(row[number].value) for row in table.rows]


def _of(acceptance: Acceptance) -> Section:
    return _section(report_of(outcome(acceptance)), "exception-1")


@given(acceptances())
def test_every_exception_has_its_page_worst_first(drawn: tuple[Acceptance, ...]) -> None:
    report = report_of(outcome(*drawn))
    register = _tables(_section(report, "register"))
    listed = _column(register[0], 0) if register else []
    assert sorted(listed) == sorted(each.id for each in drawn)
    assert [section.title.split(":")[0] for section in report.entries] == listed
    known = {each.id: each for each in drawn}
    ranks = [_rank(known[name]) for name in listed]
    assert ranks == sorted(ranks)


def _rank(each: Acceptance) -> int:
    soon = each.last_day is not None and 0 <= (each.last_day - AS_OF).days <= 90
    return 0 if not each.counts else 1 if soon else 2


@given(acceptances())
def test_the_order_of_the_outcome_changes_nothing(drawn: tuple[Acceptance, ...]) -> None:
    assert report_of(outcome(*drawn)) == report_of(outcome(*reversed(drawn)))


@given(acceptances())
def test_links_lead_to_sections(drawn: tuple[Acceptance, ...]) -> None:
    report = report_of(outcome(*drawn), before=earlier())
    sections = (*report.summary, *report.entries)
    anchors = [section.anchor for section in sections]
    cells = [c for s in sections for table in _tables(s) for row in table.rows for c in row]
    assert len(set(anchors)) == len(anchors)
    assert {cell.link for cell in cells if cell.link} <= set(anchors)


@given(acceptances())
def test_tables_are_whole(drawn: tuple[Acceptance, ...]) -> None:
    report = report_of(outcome(*drawn), before=earlier())
    for section in (*report.summary, *report.entries):
        for table in _tables(section):
            assert len(table.columns) == len(table.widths)
            assert sum(table.widths) == 100
            assert {len(row) for row in table.rows} == {len(table.columns)}
    for sheet in report.sheets:
        assert [len(row) for row in sheet.rows] == [len(sheet.heads)] * sheet.size


def test_the_headline_is_the_number_of_the_outcome() -> None:
    headline = report_of(rich()).headline
    assert (headline.number, headline.noun) == (3, "unmanaged risks")
    assert "41 further installations is unknown" in headline.meaning
    assert headline.beside == (
        (5, "services rest on them"),
        (16, "exceptions need a decision"),
        (16, "exceptions do not count"),
        (4, "exceptions count"),
    )


def test_one_is_one() -> None:
    single = outcome(plain("ex-2026-001"), unmanaged=Unmanaged(1, 1, 0))
    headline = report_of(single).headline
    assert headline.noun == "unmanaged risk"
    assert "unknown" not in headline.meaning
    assert "service rests on them" in headline.beside[0]
    assert "exception counts" in headline.beside[3]


@pytest.mark.parametrize("state", sorted({*STATES} - {"valid", "expiring"}))
def test_what_does_not_count_and_is_still_there_needs_a_decision(state: str) -> None:
    report = report_of(outcome(plain("ex-2026-001", state, counts=False, findings=COVERED)))
    pending = _tables(_section(report, "decisions"))[0]
    assert _column(pending, 3) == [state_of(state).decision]
    assert state_of(state).meaning.endswith(".")


@pytest.mark.parametrize(
    ("acceptance", "decision"),
    [
        (plain("ex-2026-001", "withdrawn", counts=False, findings=()), ""),
        (
            plain("ex-2026-001", "expired", counts=False, findings=()),
            "Withdraw it: what it covers is not found any more",
        ),
        (
            plain("ex-2026-001", "expired", counts=False, findings=(), rule="not-run"),
            "Accept the risk anew, or end it",
        ),
        (plain("ex-2026-001", review_by=AS_OF), ""),
        (plain("ex-2026-001", review_by=AS_OF - timedelta(days=1)), "Review it"),
        (plain("ex-2026-001", "orphaned"), "Withdraw it, or correct what it covers"),
        (plain("ex-2026-001", "expiring", last_day=AS_OF), ""),
        (plain("ex-2026-001", "new-word", counts=False, findings=COVERED), "Decide anew"),
    ],
)
def test_what_there_is_to_decide(acceptance: Acceptance, decision: str) -> None:
    report = report_of(outcome(acceptance))
    tables = _tables(Section("", "", (_part(_section(report, "decisions"), "Exceptions"),)))
    assert [text_of(row[3].value) for table in tables for row in table.rows] == (
        [decision] if decision else []
    )


def test_an_overdue_review_says_since_when() -> None:
    report = report_of(outcome(plain("ex-2026-001", review_by=date(2026, 11, 1))))
    assert _column(_tables(_section(report, "decisions"))[0], 2) == [
        "Its review was due on 1 Nov 2026"
    ]
    terms = [b for b in report.entries[0].parts[0].blocks if isinstance(b, Terms)]
    assert ("Overdue", "warn") in [(cell.note, cell.tone) for _, cell in terms[1].rows]


@pytest.mark.parametrize(
    ("days", "within"),
    [
        (-1, ["none", "none", "none"]),
        (0, ["1", "1", "1"]),
        (30, ["1", "1", "1"]),
        (31, ["none", "1", "1"]),
        (60, ["none", "1", "1"]),
        (61, ["none", "none", "1"]),
        (90, ["none", "none", "1"]),
        (91, ["none", "none", "none"]),
    ],
)
def test_what_lapses_is_counted_to_the_day(days: int, within: list[str]) -> None:
    last = AS_OF + timedelta(days=days)
    section = _section(report_of(outcome(plain("ex-2026-001", last_day=last))), "lapses")
    first, second, third = within
    assert _prose(section) == (
        f"Of the exceptions that count today, {first} lapses within 30 days, "
        f"{second} within 60 days and {third} within 90 days."
    )
    assert bool(_tables(section)) is (0 <= days <= 90)


def test_the_timeline_says_in_words_what_it_draws() -> None:
    many = [plain(f"ex-2026-{n:03}", last_day=AS_OF + timedelta(days=n)) for n in range(1, 50)]
    section = _section(report_of(outcome(*many)), "lapses")
    timeline = next(b for b in section.parts[0].blocks if isinstance(b, Timeline))
    assert len(timeline.bars) == 20
    assert timeline.alt.startswith("The days that are left, on a line of 90: ex-2026-001 in 1 day;")
    assert timeline.alt.endswith("ex-2026-020 in 20 days; 29 later ones are not drawn.")
    assert len(_tables(section)[0].rows) == 40
    assert "9 further exceptions not shown here" in _prose(section)


def test_unmanaged_software_is_grouped_and_names_what_is_on_file() -> None:
    bare = [
        finding("unsupported-software", installation(f"srv-{n}", "esxi", "6.7"), "", Place(""))
        for n in range(5)
    ]
    lapsed = plain("ex-2026-001", "expired", counts=False, findings=(bare[0].fingerprint,))
    made = outcome(lapsed, findings=(*bare, *FINDINGS), unmanaged=Unmanaged(9, 0, 0))
    section = _section(report_of(made), "decisions")
    rows = [[text_of(cell.value) for cell in row] for row in _tables(section)[1].rows]
    assert rows[0] == [
        "esxi 6.7",
        "5",
        "srv-0, srv-1, srv-2 and 2 more",
        "Marram Borough Council",
        "ex-2026-001",
    ]
    assert _tables(section)[1].rows[0][4].note == "none for 4"
    assert ["windows-server 2012-r2", "2", "academy and srv-rev-01"] in [row[:3] for row in rows]
    assert "1 installation not listed" in _prose(section)


def test_of_several_exceptions_the_better_one_is_on_file() -> None:
    found = finding("unsupported-software", installation("srv", "esxi", "6.7"), "", Place(""))
    covers = (found.fingerprint,)
    worse = plain("ex-2026-001", "expired", counts=False, findings=covers)
    better = plain("ex-2026-002", "valid", findings=covers)
    made = outcome(worse, better, findings=(found,))
    assert _column(_tables(_section(report_of(made), "decisions"))[1], 4) == ["ex-2026-002"]


def test_more_rows_than_a_page_bears_are_counted() -> None:
    many = [
        finding("unsupported-software", installation("srv", f"p-{n}", "1"), "", Place(""))
        for n in range(45)
    ]
    late = [plain(f"ex-2026-{n:03}", "expired", counts=False) for n in range(41)]
    section = _section(report_of(outcome(*late, findings=tuple(many))), "decisions")
    assert [len(table.rows) for table in _tables(section)] == [40, 40]
    assert "1 further exception not shown" in _prose(section)
    assert "5 further kinds of software not shown" in _prose(section)


def test_nothing_to_decide_is_said() -> None:
    calm = outcome(unmanaged=Unmanaged(0, 0, 0), findings=())
    report = report_of(calm)
    assert _prose(_section(report, "decisions")) == (
        "No exception needs a decision. No unsupported software is without an acceptance."
    )
    assert _prose(_section(report, "register")) == "Nobody has accepted a risk."
    assert _prose(_section(report, "changes")) == "No earlier report was given to compare with."


def test_what_came_went_and_changed_since_is_told() -> None:
    section = _section(report_of(rich(), before=earlier()), "changes")
    numbers, moved = _tables(section)
    assert section.title == "What has changed since 1 Aug 2026"
    assert _column(numbers, 1)[:2] == ["5", "5"]
    assert _column(numbers, 3)[:2] == ["\N{MINUS SIGN}2", "None"]
    assert numbers.rows[0][3].note == "0 came, 0 went"
    told = dict(zip(_column(moved, 0), _column(moved, 3), strict=True))
    assert told == {
        "ex-2026-014": "New",
        "ex-2026-101": "New",
        "ex-2026-100": "Ended",
        "ex-2026-104": "Changed",
        "ex-2026-117": "Counts again",
        "ex-2026-200": "Extended",
        "ex-2025-001": "Gone",
    }


def test_what_comes_into_force_counts_now() -> None:
    pending = outcome(plain("ex-2026-001", "pending", counts=False))
    section = _section(report_of(outcome(plain("ex-2026-001")), before=pending), "changes")
    assert _column(_tables(section)[1], 3) == ["Counts now"]


def test_the_same_outcome_has_not_changed() -> None:
    section = _section(report_of(rich(), before=rich()), "changes")
    assert len(_tables(section)) == 1
    assert _prose(section) == "No exception stands otherwise than it did."


def test_a_long_list_of_what_is_covered_is_whole_on_its_page() -> None:
    things = tuple(f"esxi 6.7 on srv-{n}" for n in range(6))
    report = report_of(outcome(plain("ex-2026-001", covers=things)))
    assert _part(report.entries[0], "All that it covers").blocks == (Points(things),)
    brief = "esxi 6.7 on srv-0, esxi 6.7 on srv-1, esxi 6.7 on srv-2, esxi 6.7 on srv-3 and 2 more"
    assert _column(_tables(_section(report, "register"))[0], 2) == [brief]


def test_facts_are_shown_then_and_now_what_has_changed_first() -> None:
    facts = _tables(
        Section("", "", (_part(_of(full("ex-2026-014")), "The facts, accepted and now"),))
    )
    assert facts[0].caption == "Read on 10 Sep 2026. 6 facts, 2 changed otherwise than by time."
    assert [[text_of(c.value) for c in row] for row in facts[0].rows] == [
        ["Exposure", "esxi 6.7 on cluster-a", "internal", "internet", "Changed"],
        ["Supplier", "esxi 6.7 on cluster-a", "Was not read", "Broad", "Changed"],
        ["Support ended", "esxi 6.7 on cluster-a", "2022-10-15", "2022-11-15", "Date corrected"],
        ["Days left", "esxi 6.7 on cluster-a", "120", "No longer read", "Time has passed"],
        ["Support status", "All 2 things", "ended", "ended", "Same"],
    ]


def test_the_way_from_the_service_is_drawn_and_said() -> None:
    blocks = _part(_of(full("ex-2026-014")), "From the service to the software").blocks
    chains = [block for block in blocks if isinstance(block, Chain)]
    assert len(chains) == 5
    assert [(link.name, link.kind) for link in chains[0].links] == [
        ("Council tax", "Service"),
        ("Academy", "Application"),
        ("Cluster A", "Server"),
        ("esxi 6.7", "Software"),
    ]
    assert chains[0].alt == (
        "Service Council tax, which rests on application Academy, which rests on server "
        "Cluster A, which rests on software esxi 6.7."
    )
    assert isinstance(blocks[5], Prose)
    assert blocks[5].text == "2 further ways not shown."


def test_several_installations_end_one_chain() -> None:
    both = [
        finding("unsupported-software", installation("srv", product, "1"), "", Place(""))
        for product in ("esxi", "php")
    ]
    routed = plain(
        "ex-2026-001",
        findings=tuple(each.fingerprint for each in both),
        routes=((Step("api-1", "", "api"), Step("srv", "Server", "server")), ()),
    )
    report = report_of(outcome(routed, findings=tuple(both)))
    chains = _part(report.entries[0], "From the service to the software").blocks
    assert isinstance(chains[0], Chain)
    assert [link.name for link in chains[0].links] == ["api-1", "Server", "esxi 1 and 1 more"]
    assert chains[0].links[0].kind == "API"


def test_mitigation_is_held_against_the_graph() -> None:
    table = _tables(Section("", "", (_part(_of(full("ex-2026-014")), "Mitigation"),)))[0]
    assert _column(table, 2) == ["Disagree", "Cannot tell", "Agree", "Cannot tell"]
    assert table.rows[0][2].note == "Reached from the internet: forms → academy"


def test_signatures_and_roles_are_told_per_organisation() -> None:
    table = _tables(Section("", "", (_part(_of(full("ex-2026-014")), "Who accepted it"),)))[0]
    assert _column(table, 0)[:2] == ["Marram Borough Council", "Saltern District Council"]
    assert _column(table, 0)[2] == "Marram Borough Council and Saltern District Council"
    assert _column(table, 3) == ["Yes", "Not known", "No"]
    assert _column(table, 4) == ["Holds", "Refused", "Not signed"]
    assert [row[4].note for row in table.rows] == ["SHA256:abc", "no such key", ""]


def test_what_is_not_recorded_is_said_to_be_so() -> None:
    bare = replace(
        plain("ex-2026-001", severity="", role="", last_day=None, expires=None, findings=()),
        risk="",
        covers=(),
        accepted_by="",
    )
    section = _of(bare)
    said = _prose(section)
    for words in (
        "The record does not say what the risk is.",
        "No facts are pinned",
        "No service is recorded that rests on it.",
        "No mitigation is recorded.",
        "No project that ends the risk is recorded.",
        "Nobody is named who accepted it.",
    ):
        assert words in said
    assert section.title == "ex-2026-001: nothing"
    assert {"Extensions", "History of the record"}.isdisjoint(part.title for part in section.parts)


def test_the_whole_page_has_every_part() -> None:
    section = _of(full("ex-2026-014"))
    assert [part.title for part in section.parts] == [
        "",
        "The risk",
        "The facts, accepted and now",
        "From the service to the software",
        "Mitigation",
        "The plan that ends it",
        "Who accepted it",
        "Extensions",
        "History of the record",
    ]
    standing = section.parts[0].blocks
    assert isinstance(standing[1], Points)
    assert standing[1].items[0] == "Its review was due on 31 Oct 2026"
    terms = [dict(block.rows) for block in standing if isinstance(block, Terms)]
    assert terms[1]["Recorded in"].value == "inventory/exceptions.yaml:3"
    assert terms[1]["Withdrawn on"].value == date(2026, 11, 20)
    assert terms[0]["Covers"].note == "2 findings now"


def test_the_sheets_hold_every_exception_fact_and_finding() -> None:
    made: Outcome = rich()
    sheets = {sheet.title: sheet for sheet in report_of(made).sheets}
    assert list(sheets) == ["Register", "Facts", "Unmanaged", "About"]
    assert sheets["Register"].size == len(made.acceptances)
    assert sheets["Facts"].size == sum(len(each.comparisons) for each in made.acceptances)
    assert sheets["Unmanaged"].size == made.unmanaged.installations


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("it expired on 2026-07-10", "It expired on 10 Jul 2026"),
        ("oracle 12 is now 13", "oracle 12 is now 13"),
        ("no 2026-13-45 is a day", "No 2026-13-45 is a day"),
    ],
)
def test_a_reason_reads_as_a_sentence(reason: str, words: str) -> None:
    assert sentence(reason) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today"), (1, "in 1 day"), (-12, "12 days ago"), (1200, "in 1,200 days")],
)
def test_days_are_told_from_today(days: int, words: str) -> None:
    assert in_days(days) == words

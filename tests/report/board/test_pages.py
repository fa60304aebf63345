"""What each page of the board pack says, and what it does not know."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.report.board.packs import (
    AHEAD,
    basis,
    block,
    looking_back,
    outlook,
    packed_board,
    public,
    row,
    told,
    varied,
)
from tests.report.html.sources import SETTINGS, example, small, source, with_outcome

from estate.findings import Unmanaged
from estate.plan.forecast import Point as Ahead
from estate.report.board.accepted import accepted
from estate.report.board.basis import Basis, brief, few, share
from estate.report.board.document import Course, Listing, Pair, Spans
from estate.report.board.hindrances import late_of
from estate.report.board.numbers import numbers
from estate.report.board.trend import trend
from estate.report.board.view import board_of
from estate.report.board.workplan import workplan
from estate.report.register.document import Points, Prose, Timeline


def test_the_first_page_names_what_nobody_manages_by_how_much_rests_on_it() -> None:
    listing = block(numbers(basis()), "What nobody manages", Listing)
    assert row(listing, "VMware ESXi 7.0.3")[1:4] == (1, 14, "Civic Centre cluster")
    services = [r[2].value for r in listing.rows]
    assert services == sorted(services, reverse=True)
    assert sum(r[1].value for r in listing.rows) < basis().outcome.unmanaged.installations
    assert listing.total > len(listing.rows)


def test_it_counts_findings_by_severity_in_a_picture_and_beside_it() -> None:
    pair = block(numbers(basis()), "Findings", Pair)
    bars = {bar.name: bar.value for bar in pair.left.bars}
    assert bars == {r[0].value: r[1].value for r in pair.right.rows}
    counts = basis().outcome.counts
    assert sum(r[3].value for r in pair.right.rows) == counts.accepted


def test_the_scorecard_names_the_measure_furthest_from_its_target() -> None:
    listing = block(numbers(Basis(small())), "Scorecard", Listing)
    assert [r[0].value for r in listing.rows] == [
        "Service",
        "Finance",
        "Architecture and risk",
        "Skills",
    ]
    assert row(listing, "Service")[1:] == (
        "1 met, 1 missed",
        "Public services that can be used online",
        "Calls resolved 76 (80)",
    )
    assert row(listing, "Architecture and risk")[3] == "Nothing reported"


def test_what_is_unknown_is_no_pass() -> None:
    said = block(numbers(basis()), "What is unknown", Points).items
    assert said[0] == (
        "The support of 36 installations is unknown: the headline may be as high as 57."
    )
    assert "questions (13%) have no answer yet" in said[1]


def test_a_run_without_findings_says_that_it_lists_none() -> None:
    outcome = replace(small().outcome, findings=(), unmanaged=Unmanaged(3, 1, 0))
    page = told(numbers(Basis(with_outcome(small(), outcome))))
    assert "3 installations not listed: this run lists no finding." in page


def test_without_findings_nothing_is_claimed_beyond_what_is_known() -> None:
    page = told(numbers(Basis(source({"sites": {"a": {"name": "A"}}}, SETTINGS))))
    assert "No installation is known to be unsupported and unaccepted." in page


def test_the_trend_goes_from_the_past_over_today_into_two_futures() -> None:
    page = trend(Basis(looking_back(example()), AHEAD))
    course = block(page, "Unmanaged risks over time", Course)
    lines = {line.kind: line.points for line in course.lines}
    assert lines["past"] == ((0, 17), (21, 21))
    assert lines["unplanned"] == ((21, 21), (61, 24), (151, 42))
    assert lines["planned"] == ((21, 21), (61, 22), (151, 26))
    assert course.today == 21
    assert "On 31 Oct 2026 there were 17." in page.lead
    assert course.days == 151
    assert course.top >= 42


def test_a_day_of_the_past_without_numbers_says_why() -> None:
    listing = block(trend(Basis(looking_back(example()), AHEAD)), "The past", Listing)
    assert [r[1].value for r in listing.rows] == [21, 17, "not known"]
    assert listing.rows[-1][0].note == "no inventory yet"


def test_without_a_past_it_says_how_to_have_one() -> None:
    assert "--since DATE" in block(trend(basis()), "The past", Prose).text


def test_with_one_future_there_is_one_line() -> None:
    same = (Ahead(date(2027, 3, 31), outlook(9), outlook(9), 0),)
    source = small()
    source.history = ()
    page = trend(Basis(source, same))
    course = block(page, "Unmanaged risks over time", Course)
    assert [line.name for line in course.lines] == ["with the plan or without"]
    assert "No change of the plan comes by then." in page.lead


def test_a_year_that_was_not_judged_is_not_drawn() -> None:
    page = trend(Basis(small()))
    assert "The year ahead was not judged." in page.lead
    assert block(page, "Unmanaged risks over time", Prose).tone == "quiet"


@pytest.mark.parametrize("most", [0, 1, 3, 4, 9, 42, 149, 422, 9_999, 1_234_567])
def test_a_scale_holds_its_highest_number(most: int) -> None:
    ahead = (Ahead(date(2027, 3, 31), outlook(most), outlook(0), 1),)
    course = block(trend(Basis(small(), ahead)), "Unmanaged risks over time", Course)
    assert course.top >= most
    assert course.steps[0] == 0
    assert course.steps[-1] == course.top
    assert len({b - a for a, b in zip(course.steps, course.steps[1:], strict=False)}) == 1


def test_what_loses_its_support_stands_there_unless_the_plan_settles_it() -> None:
    listing = block(trend(basis()), "What loses its support until then", Listing)
    assert listing.total == len(listing.rows)
    assert row(listing, date(2026, 12, 16))[1:] == (
        "Drupal 10.6",
        "1 installation; the plan takes none away by then",
    )
    assert not any(r[1].value == "Umbraco CMS 13" for r in listing.rows)


def test_the_exceptions_say_what_is_asked_of_whom() -> None:
    page = accepted(basis())
    assert page.lead.startswith("24 exceptions on record. 11 count today, 13 do not. 15 need")
    listing = block(page, "What needs a signature or a decision", Listing)
    assert row(listing, "ex-2026-012")[1:] == (
        "Nobody has accepted it for Saltern District Council (and 1 more)",
        "The organisations that are missing accept or refuse it",
        "SIRO",
    )
    assert "1 review overdue" in listing.caption


def test_what_is_in_force_lapses_in_order_and_says_whether_the_plan_is_in_time() -> None:
    listing = block(accepted(basis()), "In force", Listing)
    assert listing.total == 11
    days = [r[3].value for r in listing.rows]
    assert days == sorted(days)
    assert row(listing, "ex-2026-009")[4] == "No"
    assert str(row(listing, "ex-2026-014")[2]).count("Director of") == 2
    assert len(block(accepted(basis()), "In force", Timeline).bars) == 2


def test_no_exception_in_force_is_said() -> None:
    page = accepted(Basis(small()))
    assert block(page, "In force", Prose).text == "No exception counts: no risk is accepted today."
    assert "Nobody has accepted a risk: no exception is on record." in told(
        accepted(Basis(with_outcome(small(), replace(small().outcome, acceptances=()))))
    )


def test_the_plan_shows_what_ends_what_is_late_and_what_collides() -> None:
    page = workplan(basis())
    assert page.lead.startswith("23 projects: 15 live, 4 planned, 2 proposed, 1 done and 1 stopped")
    ends = block(page, "What ends", Listing)
    assert row(ends, "Map database upgrade")[1:] == (
        "live",
        "Marram Borough Council and Saltern District Council",
        date(2026, 12, 18),
        "5,000",
        1,
    )
    assert [span.name for span in block(page, "What ends", Spans).spans] == [
        r[0].value for r in ends.rows[:8]
    ]
    late = block(page, "What is late", Listing)
    assert row(late, date(2026, 8, 31))[1:] == (
        "Half of the alarms exchanged",
        "milestone",
        "Digital telecare",
        82,
    )
    collides = block(page, "What collides", Listing)
    assert collides.total == 5
    assert "srv-hybrid01 is retired already" in told(page)


def test_what_a_project_does_not_record_is_said() -> None:
    listing = block(workplan(Basis(small())), "What ends", Listing)
    assert row(listing, "Some day")[1:5] == (
        "Not recorded",
        "No organisation recorded",
        "Not recorded",
        "Not recorded",
    )


def test_no_plan_is_said() -> None:
    page = workplan(Basis(source({"sites": {"a": {"name": "A"}}})))
    assert page.lead == "No project is recorded: nothing is known to be planned."


def test_an_exception_that_needs_nothing_is_said() -> None:
    kept = tuple(each for each in example().outcome.acceptances if each.id == "ex-2026-016")
    found = Basis(with_outcome(example(), replace(example().outcome, acceptances=kept)))
    page = accepted(found)
    asked = block(page, "What needs a signature or a decision", Prose)
    assert asked.text == "No exception needs a decision."


def test_projects_without_a_day_are_listed_and_not_drawn() -> None:
    vague = {"prj-db": {"name": "New"}, "prj-vague": {"name": "Some day"}}
    blocks = workplan(Basis(varied(projects=vague))).parts[0][1]
    assert [type(each) for each in blocks] == [Listing]


def test_a_copy_for_the_public_takes_nothing_withheld_for_missing() -> None:
    board = board_of(public(example()), AHEAD)
    pages = {page.anchor: told(page) for page in board.pages}
    assert board.notice == "Copy for the public."
    assert pages["budget"].strip().endswith("are withheld from the copy for the public.")
    assert "Withheld: on which days support ends." in pages["trend"]
    assert "uncounted benefit" not in pages["plan"]
    assert "Withheld" in pages["plan"]
    assert "No renewal" not in pages["budget"]
    assert len(late_of(Basis(public(example())))) == len(late_of(basis())) - 1


def test_the_first_lines_say_what_the_numbers_rest_on() -> None:
    board = packed_board()
    assert board.title == "Board pack, 21 Nov 2026"
    assert board.basis.startswith("594 assets and 1,183 relations, judged as of 21 Nov 2026 with")


def test_names_are_short_and_the_rest_of_a_list_is_counted() -> None:
    assert brief("word " * 40).endswith("word…")
    assert len(brief("word " * 40)) <= 64
    assert few(["a", "b"]) == "a and b"
    assert few(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"
    assert share(1, 1000) == "1%"
    assert share(0, 0) == "0%"

"""The page of the budget: what adds up, what no budget pays for, and what is not certain."""

from __future__ import annotations

from datetime import date

from tests.report.board.packs import basis, block, row, told, varied
from tests.report.html.sources import small, source

from estate.report.board.basis import Basis
from estate.report.board.document import Listing, Pair
from estate.report.board.money import money
from estate.report.register.document import Points, Prose


def test_the_budget_adds_up_and_says_what_no_budget_pays_for() -> None:
    page = money(basis())
    pair = block(page, "Budgeted, GBP", Pair)
    assert row(pair.right, "Marram Borough Council")[1:3] == ("1,776,500", "1,817,000")
    assert row(pair.right, "All together")[-1] == "5,560,500"
    assert [stack.label for stack in pair.left.stacks] == [
        c.value for c in next(r for r in pair.right.rows if r[0].value == "All together")[1:-1]
    ]
    unpaid = block(page, "Falls due and is in no budget", Listing)
    assert unpaid.total == 16
    assert row(unpaid, date(2026, 12, 31))[5] == "not known"
    assert "Of 15 more assets the day is not recorded." in unpaid.caption
    assert "Saltern ICT of Saltern District Council is exceeded by £33,000 capital." in told(page)
    assert "£158,700" in block(page, "Savings", Points).items[0]


def test_many_payers_are_summed_up() -> None:
    councils = {
        f"c{number:02}": {
            "name": f"Council {number:02}",
            "type": "council",
            "budget": [{"year": "2026-27", "revenue": 100 + number}],
        }
        for number in range(14)
    }
    pair = block(money(Basis(varied(organisations=councils))), "Budgeted, GBP", Pair)
    names = [r[0].value for r in pair.right.rows]
    assert names[9:11] == ["6 other payers", "All together"]
    assert row(pair.right, "All together")[1] == f"{1200 + sum(range(100, 114)):,}"
    assert len(pair.left.names) == 5


def test_what_of_the_budget_is_not_certain_is_said() -> None:
    lines = [{"year": "soon", "revenue": 10}, {"year": "2026-27", "capital": 5, "envelope": "ICT"}]
    envelopes = [
        {"name": name, "from": "2026-04-01", "until": "2027-03-31", "capital": 1, "revenue": 0}
        for name in ("ICT", "Sites")
    ]
    dune = {"name": "Dune Council", "type": "council", "budget": lines, "envelopes": envelopes}
    idle = {"name": "Idea", "status": "proposed", "budget": [{"year": "2026-27", "revenue": 7}]}
    found = Basis(varied(organisations={"dune": dune}, projects={"prj-idea": idle}))
    said = block(money(found), "What does not fit", Points).items
    assert "ICT of Dune Council is exceeded by £4 capital." in said
    assert "Not counted, as a year or a status is missing: 1 line, £10." in said
    assert "Not counted, as the project is proposed or stopped: 1 line, £7." in said


def test_what_is_all_in_a_budget_is_said() -> None:
    page = money(Basis(small()))
    said = block(page, "Falls due and is in no budget", Prose).text
    assert said.startswith("1 renewal in these years; each is in a budget.")
    assert "Of 2 more assets the day is not recorded." in said
    assert block(page, "Savings", Points).items[1:] == (
        "No project under way or done promises a benefit.",
    )


def test_no_budget_is_not_known_rather_than_nothing() -> None:
    page = money(Basis(source({"sites": {"a": {"name": "A"}}})))
    assert page.lead == "No budget line counts in these years: what is to be paid is not known."

"""What the closing of a site leaves behind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.facts.plain_estates import facts_of
from tests.impact.towns import TOWN, town

from estate.errors import UsageError
from estate.impact.closing import Closing
from estate.pipeline.impact import closing

LAST = date(2027, 3, 31)


def _closed(sections: dict[str, Any] | None = None, day: date = LAST) -> Closing:
    return closing(facts_of(sections or TOWN), "hall", day)


def test_what_neither_goes_nor_moves_is_left() -> None:
    found = _closed()
    assert [(p.entry.id, p.says, p.purpose, p.carries) for p in found.left] == [
        ("guest", "its host old goes, and nothing moves it", True, ("Unrated",)),
        ("lift", "nothing moves or retires it", None, ()),
        ("one", "nothing moves or retires it", True, ("Cases", "Tax")),
    ]
    assert [(p.entry.id, p.says, p.on) for p in found.goes] == [
        ("old", "goes, by exit", date(2027, 1, 31))
    ]
    assert [(p.entry.id, p.says, p.on) for p in found.moves] == [
        ("mover", "to dune, by exit", date(2027, 2, 28))
    ]
    assert found.unsure == (("one", "perhaps"),)


def test_a_day_later_the_plan_has_done_more() -> None:
    found = _closed(day=date(2027, 4, 1))
    assert "lift" in {each.entry.id for each in found.goes}


def test_services_stop_with_what_is_left_unless_a_second_site_carries_them() -> None:
    found = _closed()
    assert {loss.entry.id for loss in found.loses.of("service")} == {"planning", "unrated"}
    footings = {each.entry.id: (each.before, each.after, each.alone) for each in found.footings}
    assert footings == {
        "council-tax": ("two sites", "one site", ("dune",)),
        "unrated": ("one site", "stops", ()),
    }


def test_what_has_no_place_on_record_may_stand_anywhere() -> None:
    services = {"odd": {"name": "Odd", "criticality": "critical"}}
    found = _closed(town(services=services))
    assert {e.entry.id: e.after for e in found.footings}["odd"] == "unknown"
    hosted = {"far": {"name": "Far", "hosting": "hosted", "supports": ["odd"]}}
    found = _closed(town(services=services, applications=hosted))
    assert {e.entry.id: e.after for e in found.footings}["odd"] == "elsewhere"


def test_lines_lose_an_end_and_sites_their_last_line() -> None:
    found = _closed()
    assert [(p.entry.id, p.says, p.purpose) for p in found.lines] == [
        ("spare", "only dune is left at its end", False),
        ("wan", "only depot is left at its end", False),
    ]
    assert [site.id for site in found.cut_off] == ["depot", "dune"]
    more = {"ring": {"name": "Ring", "connects": ["hall", "depot", "dune"]}}
    found = _closed(town(connections=more))
    assert ("ring", "still joins depot, dune", True) in {
        (p.entry.id, p.says, p.purpose) for p in found.lines
    }
    ending = {"spare": {"until": "2027-03-01"}}
    found = _closed(town(connections=ending))
    assert next((p.entry.id, p.on) for p in found.lines) == ("spare", date(2027, 3, 1))


def test_what_is_released_is_added_up_and_what_is_unknown_counted() -> None:
    found = _closed().released
    assert found.running_cost == Decimal(1000)
    assert (found.energy, found.unknown_energy) == (Decimal(50), 0)
    assert (found.cost, found.unknown_cost) == (Decimal(0), 3)


def test_what_nothing_needs_afterwards_may_go() -> None:
    applications = {"cases": {"until": "2027-01-31"}, "tax": {"runs_on": ["two"]}}
    found = _closed(town(applications=applications))
    assert {p.entry.id: p.purpose for p in found.left}["one"] is False


def test_a_guest_of_what_is_left_is_left() -> None:
    found = _closed(town(servers={"vm": {"name": "VM", "form": "virtual", "hosted_on": ["one"]}}))
    assert {p.entry.id: p.says for p in found.left}["vm"] == "it stands on one, which is left"


def test_a_site_where_nothing_is_left() -> None:
    found = closing(facts_of(TOWN), "depot", LAST)
    assert (found.left, found.goes, found.moves) == ((), (), ())


@pytest.mark.parametrize(
    ("site", "day", "message"),
    [
        ("hal", LAST, "no site is called 'hal'; did you mean 'hall'?"),
        ("hall", date(2026, 11, 20), "--closing 2026-11-20 is before 2026-11-21"),
    ],
)
def test_what_cannot_close_is_refused(site: str, day: date, message: str) -> None:
    with pytest.raises(UsageError, match=message.replace("?", r"\?")):
        closing(facts_of(TOWN), site, day)

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.duplicates.written import only, rationalised
from tests.duplicates.written import two as both

from estate.duplicates import Line, Member
from estate.duplicates.quadrant import quadrant_of
from estate.duplicates.survivor import choose
from estate.model.applications import Fit
from estate.model.scalars import NEVER


@cache
def member(key: str = "one") -> Member:
    """Return a system of which nothing is recorded but that it stays."""
    (found,) = (m for m in only(rationalised(both())).members if m.id == key)
    return found


def rated(one: Member, fit: tuple[int, int]) -> Member:
    quadrant = quadrant_of(Fit(functional=fit[0], technical=fit[1]), None, 3)
    return replace(one, quadrant=quadrant)


BETTER = [
    ("planned end", {"planned_end": NEVER}, {"planned_end": date(2027, 1, 1)}),
    ("planned end", {"status": "live"}, {"status": "retiring"}),
    ("support", {"support": "supported"}, {"support": "ended"}),
    ("support", {"support": "extended"}, {"support": "ended"}),
    ("users", {"active": 5}, {"active": 4}),
    ("users", {"named": 5}, {"named": 4}),
    ("users", {"named": 5}, {"named": 50, "active": 4}),
    (
        "cost",
        {"cost": (Line("x", "X", "contract", Decimal(1), Decimal(1)),)},
        {"cost": (Line("x", "X", "contract", Decimal(2), Decimal(2)),)},
    ),
]


@pytest.mark.parametrize(("name", "better", "worse"), BETTER)
def test_each_criterion_decides_by_itself(
    name: str, better: dict[str, object], worse: dict[str, object]
) -> None:
    one, other = replace(member("one"), **worse), replace(member("two"), **better)  # type: ignore[arg-type]
    choice = choose([one, other])
    assert choice.survivor == "two"
    assert choice.reasons[0].startswith(f"{name}: Two ")


@pytest.mark.parametrize(
    ("better", "worse"),
    [((3, 3), (2, 3)), ((2, 3), (3, 2)), ((3, 2), (2, 2))],
)
def test_the_quadrants_are_in_order(better: tuple[int, int], worse: tuple[int, int]) -> None:
    choice = choose([rated(member("one"), worse), rated(member("two"), better)])
    assert choice.survivor == "two"


def test_what_is_stated_decides_where_fit_does_not() -> None:
    one = replace(member("one"), quadrant=quadrant_of(None, "eliminate", 3))
    two = replace(member("two"), quadrant=quadrant_of(None, "invest", 3))
    assert choose([one, two]).survivor == "two"


def test_an_earlier_criterion_outweighs_a_later_one() -> None:
    one = replace(rated(member("one"), (2, 2)), active=500)
    assert choose([one, replace(rated(member("two"), (4, 4)), active=1)]).survivor == "two"


def test_what_is_not_recorded_neither_wins_nor_loses() -> None:
    choice = choose([replace(member("one"), active=5), member("two")])
    assert choice.survivor is None
    assert choice.reasons == ("nothing recorded tells One, Two apart",)


def test_among_three_the_worse_of_the_known_goes_and_the_rest_stays_open() -> None:
    third = replace(member("two"), id="three", name="Three", active=1)
    choice = choose([replace(member("one"), active=5), member("two"), third])
    assert choice.survivor is None
    assert [each.id for each in choice.order] == ["one", "two", "three"]


def test_a_reason_names_the_first_of_many() -> None:
    many = [replace(member("one"), id=f"m{n}", name=f"M{n}") for n in range(9)]
    assert choose(many).reasons == ("nothing recorded tells M0, M1, M2, M3 and 5 more apart",)
    ended = [replace(each, support="ended") for each in many]
    (reason,) = choose([*ended, replace(member("two"), support="supported")]).reasons
    assert reason.endswith("M3 ended; 5 more")


supports = st.sampled_from([None, "supported", "extended", "ended"])
members = st.lists(st.tuples(supports, st.none() | st.integers(0, 3)), min_size=2, max_size=6)


@given(members, st.randoms())
def test_the_order_in_which_they_come_changes_nothing_and_nobody_is_lost(
    told: list[tuple[str | None, int | None]], random: object
) -> None:
    made = [
        replace(member(), id=f"m{n}", support=support, active=active)
        for n, (support, active) in enumerate(told)
    ]
    mixed = [*made]
    random.shuffle(mixed)  # type: ignore[attr-defined]
    choice = choose(made)
    assert choose(mixed) == choice
    assert sorted(each.id for each in choice.order) == [each.id for each in made]


@given(members)
def test_nobody_stays_who_is_known_to_be_worse_supported_than_another(
    told: list[tuple[str | None, int | None]],
) -> None:
    made = [
        replace(member(), id=f"m{n}", support=support, active=active)
        for n, (support, active) in enumerate(told)
    ]
    survivor = next((m for m in made if m.id == choose(made).survivor), None)
    if survivor is not None and survivor.support == "ended":
        assert {each.support for each in made} <= {"ended", None}

"""The words of a rationalisation: what is saved and from when, names, users."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.report.rationalised_estate import rationalised

from estate.duplicates import Going, Retirement
from estate.duplicates.candidate import When
from estate.report.duplicates.words import Words, few, users_of


def going(key: str, amount: str | None, begins: str = "") -> Going:
    """Return what goes: saved once retired, from a day, or from a day that is `?`."""
    when: When = "unknown" if begins == "?" else "dated" if begins else "retired"
    day = date.fromisoformat(begins) if when == "dated" else None
    cost = None if amount is None else Decimal(amount)
    return Going(key, key, "server", cost, when, day, "", ("one",))


class TestWords:
    """What is saved, and from when, as one sentence."""

    @pytest.mark.parametrize(
        ("each", "saving", "begins"),
        [
            ([], "nothing that is recorded", ""),
            ([("a", "10", "")], "£10.00 a year once retired", "once retired"),
            ([("a", "10", "2027-01-01")], "£10.00 a year from 2027-01-01", "2027-01-01"),
            (
                [("a", "10", ""), ("b", "5", "2027-01-01"), ("c", "2", "?")],
                (
                    "£17.00 a year: £10.00 once retired, £5.00 from 2027-01-01 and £2.00 from a day"
                    " that is not known"
                ),
                "not known",
            ),
            (
                [(f"a{n}", "1", f"2027-01-0{n}") for n in range(1, 8)],
                "£7.00 a year step by step from 2027-01-01 to 2027-01-07",
                "2027-01-07",
            ),
            (
                [("a", None, ""), ("b", None, "")],
                "nothing that is recorded; what a and b cost is not recorded",
                "",
            ),
        ],
    )
    def test_a_saving(
        self, each: list[tuple[str, str | None, str]], saving: str, begins: str
    ) -> None:
        retirement = Retirement(tuple(going(*one) for one in each), (), ())
        words = Words(rationalised())
        assert words.saving(retirement) == saving
        assert words.begins(retirement) == begins

    def test_of_many_names_the_first_are_told(self) -> None:
        assert few(["a", "b", "c", "d"]) == "a, b, c and d"
        assert few(["a", "b", "c", "d", "e"]) == "a, b, c and 2 more"

    @pytest.mark.parametrize(
        ("named", "active", "said"),
        [
            (None, None, "not recorded"),
            (1200, None, "1,200 named"),
            (1200, 30, "30 of 1,200"),
            (None, 30, "30 active"),
        ],
    )
    def test_users(self, named: int | None, active: int | None, said: str) -> None:
        member = rationalised().candidates[0].members[0]
        assert users_of(replace(member, named=named, active=active)) == said

"""What is wrong in a made-up estate, and how often: most things are well."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, TypeVar

from benchmarks.made_up.software import TODAY, Care, Release

T = TypeVar("T")

RATES: Final = {
    # of installations
    "ended software": 0.03,
    "unpaid extension": 0.01,
    "ending software": 0.07,
    "unknown software": 0.02,
    "slow patching": 0.03,
    "version lock": 0.01,
    # of assets
    "no owner": 0.03,
    "stale record": 0.04,
    "overdue review": 0.02,
    "orphan": 0.01,
    "retired but needed": 0.01,
    # of applications
    "competing product": 0.04,
    "twin record": 0.015,
    "lapsed contract": 0.03,
    "underused": 0.03,
    "untested recovery": 0.05,
    "slow recovery": 0.01,
    "single machine": 0.1,
    "legacy system": 0.2,
    "no exit plan": 0.03,
    "no second factor": 0.005,
    "unplanned change": 0.005,
    "interface by file": 0.07,
    "eliminated but funded": 0.01,
    "facing the internet": 0.05,
    # of hardware, sites and lines
    "ended hardware": 0.03,
    "closing site": 0.04,
    "old telephony": 0.05,
    # of papers
    "expired licence": 0.02,
    "unbudgeted renewal": 0.04,
    "withdrawn product": 0.03,
    "contained product": 0.04,
    "overdue milestone": 0.06,
    "expired exception": 0.2,
    "unauthorised exception": 0.1,
    "unreviewed exception": 0.1,
    "incomplete exception": 0.1,
    "orphaned exception": 0.1,
}
"""How many of a hundred things have a defect, as a share of those that can have it."""

_CARES: Final[tuple[tuple[Care, str], ...]] = (
    ("ended", "ended software"),
    ("unpaid", "unpaid extension"),
    ("ending", "ending software"),
    ("unknown", "unknown software"),
)


class Chance(random.Random):
    """Draws everything that is left to chance, from a seed."""

    def strikes(self, defect: str) -> bool:
        """Whether something has this defect."""
        return self.random() < RATES[defect]

    def often(self, share: float) -> bool:
        """Whether something holds that holds for this share of all."""
        return self.random() < share

    def one(self, choices: Sequence[T]) -> T:
        """Return one of several."""
        return choices[int(self.random() * len(choices))]

    def number(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return low + int(self.random() * (high - low + 1))

    def ago(self, least: int, most: int) -> date:
        """Return a day some days before the one that estates are judged on."""
        return TODAY - timedelta(days=self.number(least, most))

    def ahead(self, least: int, most: int) -> date:
        """Return a day some days after the one that estates are judged on."""
        return TODAY + timedelta(days=self.number(least, most))

    def release(self, shelf: dict[Care, tuple[Release, ...]]) -> tuple[Care, Release]:
        """Return a release from a shelf, mostly a well supported one, and how it is supported."""
        drawn = self.random()
        for care, defect in _CARES:
            drawn -= RATES[defect]
            if drawn < 0:
                return care, self.one(shelf[care])
        return "well", self.one(shelf["well"])

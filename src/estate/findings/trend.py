"""A judged estate in numbers, and how they stood on earlier days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from estate.findings.outcome import Counts
from estate.frozen import frozen

if TYPE_CHECKING:
    from datetime import date

__all__ = ["Bearing", "Gap", "Numbers", "Point"]


@frozen
class Bearing:
    """What bears on a principle: faults that are open, and how many questions its rules asked.

    `open` are neither accepted nor known from a baseline; of `population` questions, a subject and
    a rule each, `unknown` could not be answered.
    """

    id: str
    open: int
    population: int
    unknown: int

    @property
    def coverage(self) -> int | None:
        """The share that could be judged, in percent, rounded down; None where nothing is asked."""
        judged = self.population - self.unknown
        return 100 * judged // self.population if self.population else None


@frozen
class Numbers:
    """What the rules say of an estate on a day, in numbers.

    `unmanaged` installations are unsupported and nobody entitled has accepted that, `services` rest
    on them, of `unknown` installations nobody knows the support. `accepted` findings are under an
    acceptance that counts; `counts` has the others by severity. `undecided` is how many questions
    nobody can answer. `principles` stand in the order of their ids.
    """

    assets: int
    unmanaged: int
    services: int
    unknown: int
    accepted: int
    counts: Counts
    undecided: int
    principles: tuple[Bearing, ...] = ()

    @property
    def open(self) -> int:
        """How many findings are neither accepted nor known from a baseline."""
        counts = self.counts
        return counts.critical + counts.high + counts.medium + counts.low + counts.info


@frozen
class Gap:
    """Why a day has no numbers: there was no inventory yet, or it had so many problems.

    `problems` is None where there was none, and 0 where what is wrong has no place in a file.
    """

    problems: int | None = None

    def __str__(self) -> str:
        """Return the reason in words."""
        if self.problems is None:
            return "no inventory yet"
        plural = "" if self.problems == 1 else "s"
        told = f": {self.problems:,} problem{plural}" if self.problems else ""
        return f"does not load{told}"


@frozen
class Point:
    """One day of a trend: its numbers, or why there are none.

    `commit` is the hash of the last one by the end of that day, "" before the first, and for an
    estate that is judged as it stands in its folder.
    """

    on: date
    commit: str
    found: Numbers | Gap

    @property
    def numbers(self) -> Numbers | None:
        """What was found; None where nothing could be judged."""
        return self.found if isinstance(self.found, Numbers) else None

    @property
    def reason(self) -> str:
        """Why there are no numbers, in words; "" where there are."""
        return str(self.found) if isinstance(self.found, Gap) else ""

    @property
    def broken(self) -> bool:
        """Whether there was an inventory that does not load."""
        return isinstance(self.found, Gap) and self.found.problems is not None

"""What must be reached, and what is aimed at (the performance guide's table)."""

from __future__ import annotations

from typing import Final, NamedTuple


class Target(NamedTuple):
    """A measure of an estate of some size, with the most that it may be and that it should be."""

    size: int
    measure: str
    unit: str
    must: float
    aim: float

    def verdict(self, value: float) -> str:
        """Say in a word whether a value meets it."""
        if value <= self.aim:
            return "aim met"
        return "must met" if value <= self.must else "NOT MET"


ABOVE: Final = "above bare Python"
RATIO: Final = "of loading alone"
MEMORY: Final = "largest memory"
ANSWER: Final = "slowest answer to an editor"
"""The median of the question that takes longest, after an edit of one file."""

TARGETS: Final = (
    Target(400, ABOVE, "ms", 350, 200),
    Target(10_000, RATIO, "x", 1.0, 0.25),
    Target(10_000, ANSWER, "ms", 100, 50),
    Target(100_000, RATIO, "x", 0.8, 0.25),
    Target(100_000, MEMORY, "MB", 700, 300),
)
"""On two cores with the whole standard pack; a check is cold, with places and text."""

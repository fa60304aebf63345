"""What is wrong with a condition, and where in its text."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Mistake"]


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing wrong with the characters from `start` to `end` (exclusive) of a text.

    `expected` says what to write instead, `nearest` the closest name that there is.
    """

    start: int
    end: int
    message: str
    expected: str = ""
    nearest: str = ""

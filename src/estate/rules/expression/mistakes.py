"""What is wrong with a condition, and where in its text."""

from __future__ import annotations

from estate.frozen import frozen

__all__ = ["Mistake"]


@frozen
class Mistake:
    """One thing wrong with the characters from `start` to `end` (exclusive) of a text.

    `expected` says what to write instead, `nearest` the closest name that there is.
    """

    start: int
    end: int
    message: str
    expected: str = ""
    nearest: str = ""

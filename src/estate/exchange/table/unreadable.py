"""The error of a foreign file that cannot be read, in one shape."""

from __future__ import annotations

from estate.errors import ExchangeError, Location, Problem

__all__ = ["unreadable"]


def unreadable(
    file: str, reason: str, *, line: int = 1, column: int = 1, expected: str = ""
) -> ExchangeError:
    """Return the error of a file that cannot be read: with the place where reading stopped."""
    place = Location(file, line, column, line, column + 1)
    return ExchangeError(
        f"{file} cannot be read", [Problem("unreadable-file", reason, place, expected)]
    )

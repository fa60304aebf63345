"""The words of answers: names, paths, times and what is left of a redundancy."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from estate.impact import Redundancy, Time
from estate.model import Entry
from estate.model.scalars import duration_text

__all__ = ["UNKNOWN", "called", "redundancy", "span", "time", "way"]

UNKNOWN = "not recorded"
_ARROW = " ← "


def called(entry: Entry) -> str:
    """Return a record's name, and its id where that is not the same."""
    return entry.name if entry.name == entry.id else f"{entry.name} ({entry.id})"


def way(path: Iterable[str]) -> str:
    """Return a path of ids from what stops to what was stopped."""
    return _ARROW.join(path)


def time(found: Time) -> str:
    """Return a time in words; one that is not known all through is a least."""
    if found.known:
        return span(found.least)
    return f"at least {span(found.least)}" if found.least else UNKNOWN


def span(length: timedelta) -> str:
    """Return a length of time in words; none at all is at once."""
    if length == timedelta.max:
        return "without end"
    return duration_text(length) if length else "at once"


def redundancy(found: Redundancy) -> str:
    """Return in words what is left of a redundancy: `1 of 2 left, 1 needed; lost: host-1`."""
    lost = ", ".join(found.lost) or "none"
    if found.way == "standby":
        return (
            f"fails over to {', '.join(found.members)}: {found.left} of {len(found.members)} left"
        )
    left = f"{found.left} of {len(found.members)} left, {found.at_least} needed"
    return f"{left} (of {', '.join(found.members)}; lost: {lost})"

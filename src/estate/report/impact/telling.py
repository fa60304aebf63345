"""An answer as every report tells it: one sentence, its reasons, and tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from estate.frozen import frozen
from estate.impact import Redundancy, Time
from estate.model import Entry
from estate.model.scalars import duration_text

__all__ = ["UNKNOWN", "Table", "Telling", "called", "redundancy", "span", "time"]

UNKNOWN = "not recorded"
_ARROW = " ← "


@frozen
class Table:
    """Rows under a heading; the columns in `under` are long, and stand below a row in a terminal.

    `caption` says what the rows mean. Every row has a cell for each column of `head`.
    """

    id: str
    title: str
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    under: tuple[str, ...] = ()

    @property
    def trimmed(self) -> Table:
        """The same without columns in which nothing stands."""
        kept = [at for at in range(len(self.head)) if any(row[at] for row in self.rows)]
        head = tuple(self.head[at] for at in kept)
        rows = tuple(tuple(row[at] for at in kept) for row in self.rows)
        return Table(self.id, self.title, self.caption, head, rows, self.under)


@frozen
class Telling:
    """An answer: `answer` in a sentence, `reasons` after it, then tables."""

    kicker: str
    estate: str
    on: date
    tool: str
    answer: str
    reasons: tuple[str, ...]
    tables: tuple[Table, ...]

    @property
    def told(self) -> tuple[Table, ...]:
        """The tables that have rows, with the columns in which something stands."""
        return tuple(table.trimmed for table in self.tables if table.rows)


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

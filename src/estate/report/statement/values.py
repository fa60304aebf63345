"""What a statement is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from estate.frozen import frozen


@frozen
class Table:
    """A table under its caption; `numbers` are columns that are aligned to the right.

    `strong` are rows that are totals, or heads of those below them. Only where `long`, a terminal
    may show the first rows alone. `under` are columns, never the first, that a terminal has no
    room for: there, each is told below its row.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    long: bool = True
    under: frozenset[int] = frozenset()


@frozen
class Picture:
    """A drawing in two forms: SVG of ours, whose texts are escaped, and lines for a terminal.

    `lines` gives those that fit into so many columns; with a number, about so many of them. One
    that is `detached` has its own size and colours, and a page leaves them to it.
    """

    svg: str
    lines: Callable[[int, int | None], tuple[str, ...]]
    detached: bool = False


@frozen
class Section:
    """A part of a statement, reached by its anchor."""

    anchor: str
    title: str
    says: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    picture: Picture | None = None


@frozen
class Statement:
    """A whole document: what it is of, what it says first, and its parts."""

    estate: str
    title: str
    tool: str
    lead: tuple[str, ...]
    sections: tuple[Section, ...]

    def bounded(self, rows: int) -> Statement:
        """Return it with the first rows of each table; a part that lists fewer for it says so."""
        return replace(self, sections=tuple(_bounded(each, rows) for each in self.sections))


def _bounded(section: Section, most: int) -> Section:
    says = tuple(
        f"The first {most:,} of {len(table.rows):,} are listed; JSON and CSV have all of them."
        for table in section.tables
        if len(table.rows) > most
    )
    tables = tuple(replace(table, rows=table.rows[:most]) for table in section.tables)
    return replace(section, says=(*section.says, *says), tables=tables)

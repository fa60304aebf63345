"""What a statement is made of."""

from __future__ import annotations

from collections.abc import Callable

from estate.frozen import frozen


@frozen
class Table:
    """A table under its caption; `numbers` are columns that are aligned to the right.

    `strong` are rows that are totals, or heads of those below them. Only where `long`, a terminal
    may show the first rows alone.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    strong: frozenset[int] = frozenset()
    long: bool = True


@frozen
class Picture:
    """A drawing in two forms: SVG of ours, whose texts are escaped, and lines for a terminal.

    `lines` gives those that fit into so many columns; with a number, about so many of them.
    """

    svg: str
    lines: Callable[[int, int | None], tuple[str, ...]]


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

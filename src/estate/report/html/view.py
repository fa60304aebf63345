"""What a view of the page is made of: text, numbers, tables, pictures and long lists.

A view knows no markup. Each picture stands beside a table that says the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal, TypeAlias

from estate.frozen import frozen

__all__ = [
    "Block",
    "Cell",
    "Column",
    "Headline",
    "Json",
    "Listing",
    "Number",
    "Part",
    "Picture",
    "Place",
    "Prose",
    "Table",
    "Tone",
    "View",
    "cells",
]

Json: TypeAlias = object
"""What JSON can say: texts, numbers, lists and mappings of them."""

Tone = Literal[
    "", "critical", "high", "medium", "low", "info", "good", "bad", "warn", "unknown", "quiet"
]
"""How a text is set off. Its words alone say the same: tone is never the only sign."""

Value: TypeAlias = str | int | float | date | None


@frozen
class Cell:
    """One value with a smaller line below it; `href` leads to another view; None: nothing."""

    value: Value
    note: str = ""
    href: str = ""
    tone: Tone = ""


@frozen
class Prose:
    """A paragraph; `href` and `link` lead on from its end."""

    text: str
    tone: Tone = ""
    href: str = ""
    link: str = ""


@frozen
class Number:
    """A number beside the headline, what it counts, and the view that lists it."""

    value: str
    words: str
    href: str = ""


@frozen
class Headline:
    """The number that matters most, what it counts, what that means, and the numbers beside it."""

    value: int
    words: str
    meaning: str
    beside: tuple[Number, ...]
    href: str = ""


@frozen
class Column:
    """A column of a table. `key` is its name in a link; numbers are set to the right.

    Of a list, `choose` offers its values to filter by, and one that is not `shown` is there to be
    filtered by alone.
    """

    name: str
    kind: Literal["text", "number", "date", "severity", "link", "texts", "sized"] = "text"
    key: str = ""
    choose: bool = False
    shown: bool = True


@frozen
class Table:
    """A table that stands in the page itself; `caption` says what it shows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@frozen
class Listing:
    """A long list that the page's script shows in pages, to search, filter and sort.

    A value is a text, a number, a day, for a link its text and where it leads, or for what is
    sized its text and the number to sort by; None is nothing.
    `without` says what to read where no script runs.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Json, ...], ...]
    without: str
    noun: str = "row"


@frozen
class Picture:
    """A picture that the page's script draws; `alt` says in words what is to be seen.

    `kind` names what draws it, `data` is what it draws; `height` is in rem.
    """

    id: str
    kind: Literal["bars", "sunburst", "timeline", "matrix", "line", "panels", "spans"]
    alt: str
    data: Mapping[str, Json]
    height: int = 22


@frozen
class Place:
    """A place that the page's script fills: a card, or the explorer."""

    id: str
    without: str


Block: TypeAlias = Prose | Headline | Table | Listing | Picture | Place


@frozen
class Part:
    """Blocks under a heading; without a title, under that of the view."""

    title: str
    blocks: tuple[Block, ...]


@frozen
class View:
    """One view of the page: `group` says under which heading of the contents it stands."""

    id: str
    title: str
    lead: str
    group: str
    parts: tuple[Part, ...]
    listed: bool = True


def cells(*values: Value | Cell) -> tuple[Cell, ...]:
    """Return a row of a table."""
    return tuple(value if isinstance(value, Cell) else Cell(value) for value in values)

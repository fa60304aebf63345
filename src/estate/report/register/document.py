"""What the exception report shows, as values: the three formats lay these out and add nothing."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from estate.frozen import frozen
from estate.report import tables

__all__ = [
    "Block",
    "Cell",
    "Chain",
    "Headline",
    "Link",
    "Part",
    "Points",
    "Prose",
    "Report",
    "Section",
    "Table",
    "Terms",
    "Timeline",
    "Tone",
    "Until",
    "Value",
]

Tone = Literal["", "good", "warn", "bad", "quiet"]
"""How a text is set off. Its words alone say the same: tone is never the only sign."""

Value: TypeAlias = str | int | date | None


@frozen
class Cell:
    """One value with a smaller line below it; `link` is the anchor of a section; None: nothing."""

    value: Value
    tone: Tone = ""
    note: str = ""
    link: str = ""


@frozen
class Prose:
    """A paragraph."""

    text: str
    tone: Tone = ""


@frozen
class Points:
    """A list of sentences."""

    items: tuple[str, ...]
    tone: Tone = ""


@frozen
class Terms:
    """Names with their values; `brief` ones stand two to a line where there is room."""

    rows: tuple[tuple[str, Cell], ...]
    brief: bool = False


@frozen
class Table:
    """A table; `widths` are the shares of its columns, `caption` says what it shows."""

    caption: str
    columns: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]


@frozen
class Link:
    """One link of a chain: what it is called, and what kind of thing it is."""

    name: str
    kind: str


@frozen
class Chain:
    """A small picture: from a service down to the software; `alt` says the same in words."""

    links: tuple[Link, ...]
    alt: str


@frozen
class Until:
    """One bar of a timeline: how many of its days are left of `name`."""

    name: str
    link: str
    days: int
    label: str


@frozen
class Timeline:
    """A small picture of the days that are left; `span` is its length, `ticks` its marks."""

    span: int
    ticks: tuple[int, ...]
    bars: tuple[Until, ...]
    alt: str


Block: TypeAlias = Prose | Points | Terms | Table | Chain | Timeline


@frozen
class Part:
    """Blocks under a heading; without a title, under that of the section."""

    title: str
    blocks: tuple[Block, ...]


@frozen
class Section:
    """A section of the report, or the page of one exception; `mark` says how that stands."""

    anchor: str
    title: str
    parts: tuple[Part, ...]
    kicker: str = ""
    mark: Cell | None = None


@frozen
class Headline:
    """The number on the first page, what it counts, what that means, and the numbers beside it."""

    number: int
    noun: str
    meaning: str
    beside: tuple[tuple[int, str], ...]


@frozen
class Report:
    """The whole report. `notice` says that this is the copy for the public, "" that it is not."""

    estate: str
    as_of: date
    tool: str
    title: str
    notice: str
    basis: str
    headline: Headline
    summary: tuple[Section, ...]
    entries: tuple[Section, ...]
    sheets: tuple[tables.Table, ...]
